"""Readers of feeds for tests, each with a parser of its own: what they find in a
feed, and whether they are installed.

    from feed_parsers import READERS
    read, is_there = READERS["feedparser"]
    [[id, title, content], ...] = read(path)    # or a sentence: it failed
"""
import json
import os
import shutil
import sqlite3
import subprocess
import tempfile

from epubs import MODULES
from feeds import entries

# Debian's packages are of this one, whatever else is called python3.
PYTHON = "/usr/bin/python3"
FEEDPARSER = """
import feedparser, json, sys
feed = feedparser.parse(sys.argv[1])
if feed.bozo:
    sys.exit(str(feed.bozo_exception))
print(json.dumps([[e.id, e.title, e.content[0].value] for e in feed.entries]))
"""


def asked(*command):
    """What a program prints as JSON, or a sentence."""
    ran = subprocess.run(command, capture_output=True, encoding="utf-8",
                         timeout=60, check=False)
    try:
        return json.loads(ran.stdout)
    except ValueError:
        return (ran.stderr or "nothing was printed")[-2000:]


def by_newsboat(feed):
    """What its cache holds after it has read the feed."""
    with tempfile.TemporaryDirectory() as home:
        with open(os.path.join(home, "urls"), "w", encoding="utf-8") as f:
            f.write(f"file://{os.path.abspath(feed)}\n")
        with open(os.path.join(home, "conf"), "w", encoding="utf-8") as f:
            f.write("auto-reload no\nmax-items 0\n")
        ran = subprocess.run(
            ["newsboat", "-q", "-u", "urls", "-C", "conf", "-c", "db", "-x",
             "reload"], cwd=home, capture_output=True, encoding="utf-8",
            timeout=60, check=False, env=dict(
                os.environ, HOME=home, XDG_CONFIG_HOME=home,
                XDG_DATA_HOME=home, TERM="dumb"))
        if ran.returncode:
            return ran.stderr or "newsboat ends with an error"
        cache = sqlite3.connect(os.path.join(home, "db"))
        found = {row[0]: list(row) for row in cache.execute(
            "select guid, title, content from rss_item")}
        cache.close()
    return [found[id] for id, _, _ in entries(feed) if id in found]


def has_module(name):
    return shutil.which("node") and os.path.exists(
        os.path.join(MODULES, name))


READERS = {
    "feedparser": (lambda feed: asked(PYTHON, "-c", FEEDPARSER, feed),
                   lambda: subprocess.run(
                       [PYTHON, "-c", "import feedparser"],
                       capture_output=True, check=False).returncode == 0),
    "newsboat": (by_newsboat, lambda: shutil.which("newsboat")),
    "feedsmith": (lambda feed: asked("node", "tests/tools/feedsmith.mjs",
                                     MODULES, feed),
                  lambda: has_module("feedsmith")),
    "rss-parser": (lambda feed: asked("node", "tests/tools/rssparser.mjs",
                                      MODULES, feed),
                   lambda: has_module("rss-parser")),
}
