"""A series of packs for tests: articles that have nothing in common, and the
program run on them."""
import glob
import json
import os
import re
import subprocess
import tempfile

GOVPUB = os.path.abspath(os.environ.get("GOVPUB", "build/govpub"))

SERIES = """title: {title}
organisation: {organisation}
audience: internal
{more}"""
ADDRESS = "https://news.example/press/"
WORDS = ("harbour ferry council ledger winter school bridge market letter "
         "island budget minister clinic railway garden museum forest signal "
         "barley copper lantern meadow orchard pepper quarry ribbon saddle "
         "timber velvet walnut").split()


def words(seed, n):
    """A text of its own for each seed: a generator (Knuth, MMIX)."""
    state = seed * 2654435761 + 1
    for _ in range(n):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        yield WORDS[(state >> 40) % len(WORDS)]


def article(seed, title=None, change=""):
    text = [w + ("." if i % 9 == 8 else "") for i, w in
            enumerate(words(seed, 90))]
    lines = [" ".join(text[i:i + 45]) + "." for i in range(0, 90, 45)]
    return (f"{title or 'Report ' + str(seed) + ' of the office'}\n\n"
            f"{lines[0]}\n\n{lines[1]} {change}\n")


class Series:
    def __init__(self, **more):
        self.top = tempfile.mkdtemp(prefix="series-")
        self.path = os.path.join(self.top, "press")
        os.mkdir(self.path)
        self.describe(**more)

    def describe(self, title="Cuttings", organisation="Press Office", more=""):
        self.write("series.yaml", SERIES.format(
            title=title, organisation=organisation, more=more))

    def write(self, name, text):
        path = os.path.join(self.path, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)

    def read(self, name):
        with open(os.path.join(self.path, name), encoding="utf-8") as f:
            return f.read()

    def run(self, *words, env=None):
        return subprocess.run(
            [GOVPUB, *words], check=False, capture_output=True, text=True,
            env={**os.environ, **(env or {})}, timeout=600)

    def release(self, *packs, date=None, status=0, **more):
        options = ["--date", date] if date else []
        done = self.run("release", *options, *[
            p if p.startswith("-") else f"{self.path}/{p}" for p in packs],
            **more)
        assert done.returncode == status, (done.returncode, done.stderr)
        return done

    def pack(self, day, seeds, **more):
        for i, seed in enumerate(seeds):
            self.write(f"{day}/{i + 1:02}.txt", article(seed, **more))

    def files(self, folder="site"):
        found = {}
        for at, _, names in os.walk(os.path.join(self.path, folder)):
            for name in names:
                path = os.path.join(at, name)
                with open(path, "rb") as f:
                    found[os.path.relpath(path, self.path)] = f.read()
        return found

    def ids(self):
        """{title: id} of the last word of the ledger."""
        found = {}
        for path in sorted(glob.glob(self.path + "/ledger/*.json")):
            with open(path, encoding="utf-8") as f:
                for a in json.load(f).get("articles", []):
                    found[a["title"]] = a["id"]
        return found

    def feed_ids(self, name="feed.xml"):
        return re.findall("<entry.*?<id>(.*?)</id>",
                          self.read("site/" + name), re.S)

    def walk(self):
        """Every id that a reader gets who follows the archives."""
        found, at, seen = [], "feed.xml", set()
        while at and at not in seen:
            seen.add(at)
            found += self.feed_ids(at)
            before = re.search('rel="prev-archive"[^>]*href="(.*?)"',
                               self.read("site/" + at))
            at = before and (
                before[1].removeprefix(ADDRESS) if ADDRESS in before[1] else
                os.path.normpath(os.path.join(os.path.dirname(at),
                                              before[1])))
        return found

    def proves(self):
        done = self.run("verify", f"{self.path}/site")
        return done.returncode == 0 or print(done.stdout, done.stderr)
