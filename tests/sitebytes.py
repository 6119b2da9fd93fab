"""Every byte that a folder serves, as one text: what is packed is unpacked, and
names of files count."""
import os
import re
import subprocess


def ran(*words):
    return subprocess.run(words, check=True, capture_output=True).stdout


def opened(path):
    """What is inside a book, besides its bytes."""
    if path.endswith(".epub"):
        return ran("unzip", "-p", path) + ran("unzip", "-l", path)
    if path.endswith(".pdf"):
        return (ran("pdftotext", path, "-") + ran("pdfinfo", "-meta", path) +
                ran("pdfinfo", "-struct-text", path) +
                ran("qpdf", "--qdf", "--object-streams=disable", path, "-"))
    return b""


def served(folder):
    found = b""
    for at, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            path = os.path.join(at, name)
            with open(path, "rb") as f:
                found += os.path.relpath(path, folder).encode() + b"\n"
                found += f.read()
            found += opened(path)
    return re.sub(r"\s+", " ", found.decode(errors="replace"))
