"""The formats that govpub can write, as the program itself lists them, and those
that it reads: no test keeps a list of its own."""
import glob
import os
import re
import subprocess

GOVPUB = os.environ.get("GOVPUB", "build/govpub")
COMMAND = re.compile(r"^  ([a-z][a-z-]*) ", re.MULTILINE)
DEFAULT = re.compile(r"\(default: out/(\S+)\)")


def help_of(*command):
    """What --help prints."""
    return subprocess.run([GOVPUB, *command, "--help"], check=True,
                          capture_output=True, text=True).stdout


def commands():
    """Every command, in the order of the general help."""
    return COMMAND.findall(help_of())


def formats():
    """{command: its file} of the commands that make one format; in the name of
    the file NAME stands for the pack's."""
    found = {c: DEFAULT.search(help_of(c)) for c in commands()}
    return {c: m[1] for c, m in found.items() if m}


def file_of(name, format_file):
    """A format's file for a pack of that name."""
    return re.sub(r"^NAME\b", name, format_file)


def suffixes():
    """{file: the suffixes of the importers in it}, by the sources."""
    found = {}
    for path in glob.glob("src/import/**/*.c", recursive=True):
        with open(path, encoding="utf-8") as f:
            text = f.read()
        for words in re.findall(r'\.suffixes = "([^"]*)"', text):
            found.setdefault(path, []).extend(words.split())
    return found
