"""For tests of EPUBs: content/, the torture pack, as many articles as wanted,
and spoilt copies of them.

    from epubs import five, many, spoilt, torture
    epub = five(folder)
"""
import os
import subprocess
import zipfile

import pdfs

GOVPUB = os.environ.get("GOVPUB", "build/govpub")
MODULES = "build/tools/node_modules"
CHROMIUM = "/usr/bin/chromium"


def epub_of(pack, path, *options):
    """The EPUB of a folder of articles."""
    subprocess.run([GOVPUB, "epub", "--data", ".", "-q", *options, "-o", path,
                    pack], check=True)
    return path


def five(folder):
    return epub_of("content", os.path.join(folder, "five.epub"))


def torture(folder):
    return os.path.join(pdfs.torture(pdfs.DEFAULT, folder), "torture.epub")


def many(count, folder, *options):
    """The EPUB of COUNT articles, copies with titles of their own."""
    pack = os.path.join(folder, f"pack-{count}")
    if not os.path.exists(pack):
        subprocess.run(["tests/bench/thousand", str(count), pack], check=True)
    return epub_of(pack, os.path.join(folder, f"{count}.epub"), *options)


def spoilt(epub, path, suffix, old, new):
    """A copy with other bytes in the first entry of that name that has them;
    False: none has."""
    done = False
    with zipfile.ZipFile(epub) as source, zipfile.ZipFile(path, "w") as copy:
        for entry in source.infolist():
            data = source.read(entry)
            if not done and entry.filename.endswith(suffix) and old in data:
                data = data.replace(old, new)
                done = True
            copy.writestr(entry, data)
    return done and path
