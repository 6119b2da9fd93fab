"""For tests of feeds: those of every article that the tests have, what stands
in one as an XML parser sees it, and how far another reader differs.

    from feeds import all_feeds, differences, entries
"""
import glob
import html
import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as tree

from smallpages import all_pages

GOVPUB = os.path.abspath(os.environ.get("GOVPUB", "build/govpub"))
ATOM = "{http://www.w3.org/2005/Atom}"
PACK = "title: All that the tests have\nreposts: keep\nembargo: none\n"
MOST = 50  # articles in a feed: GP_MAX_FEED_ENTRIES


def feed_of(pack, pages):
    """The feed of a pack of pages, and of what the folder has already."""
    for n, (kind, _, page) in enumerate(pages):
        with open(os.path.join(pack, f"{n:03}-{kind}.html"), "w",
                  encoding="utf-8") as f:
            f.write(page)
    with open(os.path.join(pack, "pack.yaml"), "w", encoding="utf-8") as f:
        f.write(PACK)
    subprocess.run([GOVPUB, "atom", "--data", ".", "-q", "--date",
                    "2026-03-04", "-o", pack + ".xml", pack], check=True)
    return pack + ".xml"


def all_feeds(folder):
    """The paths of feeds of the articles of content/ and of small pages."""
    pages = list(all_pages())
    feeds = []
    for n in range(0, len(pages), MOST):
        pack = os.path.join(folder, f"pages-{n}")
        os.makedirs(pack)
        feeds.append(feed_of(pack, pages[n:n + MOST]))
    pack = os.path.join(folder, "content")
    os.makedirs(pack)
    for path in glob.glob("content/*.txt"):
        shutil.copy(path, pack)
    return [feed_of(pack, []), *feeds]


def entries(feed):
    """[id, title, content] of each entry, in their order."""
    return [[entry.findtext(ATOM + "id"), entry.findtext(ATOM + "title"),
             "".join(entry.find(ATOM + "content").itertext())]
            for entry in tree.parse(feed).getroot().findall(ATOM + "entry")]


def letters(content):
    """What a person reads of HTML, however a reader lays it out."""
    text = html.unescape(re.sub(r"<[^>]*>", "", content or ""))
    return "".join(c for c in text if c.isalnum())


def differences(ours, theirs):
    """What another reader has that is not as it was written."""
    found = [] if len(ours) == len(theirs) else [
        f"{len(theirs)} entries, not {len(ours)}"]
    for a, b in zip(ours, theirs):
        if a[0] != b[0]:
            found.append(f"id {b[0]!r}, not {a[0]!r}")
        if a[1] != html.unescape(b[1] or ""):
            found.append(f"title {b[1]!r}, not {a[1]!r}")
        mine, other = letters(a[2]), letters(b[2])
        if mine != other:
            at = len(os.path.commonprefix([mine, other]))
            found.append(f"{a[1]}: {other[at:at + 60]!r}, not "
                         f"{mine[at:at + 60]!r}")
    return found
