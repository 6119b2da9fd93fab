"""A content folder, its output, and the ways to harm a run.

Everything lies in one new folder: `content/` and, alone in `site/` so that
any leftover shows, `out/`.
"""
import hashlib
import os
import shutil
import stat
import subprocess
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))))
GOVPUB = os.path.abspath(os.environ.get("GOVPUB", "build/govpub"))

ARTICLE = """{title}

Written by: Jane Smith
Published 23 September 2015

The department has published {title}, which says what was done in the year.

A second paragraph is here so that this is not too short to be an article.
"""
PACK = "title: {title}\ndate: 2015-09-25\norganisation: The Press Office\n"


def preload(folder):
    """The shim, built into `folder`."""
    shim = os.path.join(folder, "shim.so")
    subprocess.run(
        [os.environ.get("CC", "cc"), "-std=c17", "-Wall", "-Wextra", "-O1",
         "-shared", "-fPIC", "-o", shim,
         os.path.join(ROOT, "tests/fault/shim/shim.c"), "-ldl"], check=True)
    return shim


class Site:
    def __init__(self, articles=2):
        self.top = os.path.realpath(tempfile.mkdtemp(prefix="site-"))
        self.content = os.path.join(self.top, "content")
        self.site = os.path.join(self.top, "site")
        self.out = os.path.join(self.site, "out")
        self.log = os.path.join(self.top, "calls")
        self.shim = None
        os.mkdir(self.content)
        os.mkdir(self.site)
        for n in range(articles):
            self.write(f"article-{n}.txt", ARTICLE.format(title=f"Report {n}"))
        self.write("pack.yaml", PACK.format(title="The first pack"))

    def write(self, name, text):
        path = os.path.join(self.content, name)
        with open(path, "wb") as f:
            f.write(text if isinstance(text, bytes) else text.encode())
        return path

    def environment(self, shim):
        """The environment of a run; `shim` is a dict of the shim's settings,
        None: without it."""
        env = dict(os.environ)
        if shim is None:
            return env
        self.shim = self.shim or preload(self.top)
        if os.path.exists(self.log):
            os.unlink(self.log)
        env.update(LD_PRELOAD=self.shim, FAULT_ROOT=self.site,
                   FAULT_LOG=self.log)
        env.update({k: str(v) for k, v in shim.items()})
        # A sanitiser wants to be the first of the preloaded.
        env["ASAN_OPTIONS"] = (env.get("ASAN_OPTIONS", "") +
                               ":verify_asan_link_order=0")
        return env

    def run(self, *words, shim=None, **more):
        more.setdefault("stdin", subprocess.DEVNULL)
        more.setdefault("timeout", 600)
        return subprocess.run([GOVPUB, *words], env=self.environment(shim),
                              check=False, capture_output=True, **more)

    def start(self, *words, shim=None, stdin=subprocess.DEVNULL):
        """The same in the background."""
        return subprocess.Popen([GOVPUB, *words], env=self.environment(shim),
                                stdin=stdin,
                                stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE)

    def publish(self, *words, shim=None, **more):
        return self.run("publish", "-o", self.out, *words, self.content,
                        shim=shim, **more)

    def calls(self):
        """The calls of the last run with the shim: (name, path) each."""
        with open(self.log, encoding="utf-8", errors="replace") as f:
            return [tuple(line.rstrip("\n").split(" ", 2)[1:]) for line in f]

    def keep(self):
        """Puts the output aside, for restore()."""
        self.kept = os.path.join(self.top, "kept")
        shutil.rmtree(self.kept, ignore_errors=True)
        shutil.copytree(self.site, self.kept, symlinks=True)

    def restore(self):
        shutil.rmtree(self.site)
        shutil.copytree(self.kept, self.site, symlinks=True)

    def remove(self):
        shutil.rmtree(self.top, ignore_errors=True)

    def leftovers(self):
        return sorted(set(os.listdir(self.site)) - {"out"})


def bytes_of(folder):
    """{name: SHA-256} of a folder and those in it; {} when there is none."""
    found = {}
    for top, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(top, name)
            with open(path, "rb") as f:
                found[os.path.relpath(path, folder)] = hashlib.sha256(
                    f.read()).hexdigest()
    return dict(sorted(found.items()))


def state_of(folder):
    """The same with modification time and mode, so that a file that was
    written again is seen too."""
    found = {}
    for name, digest in bytes_of(folder).items():
        s = os.stat(os.path.join(folder, name))
        found[name] = (digest, s.st_mtime_ns, stat.S_IMODE(s.st_mode))
    return found


def complaint(run, name=""):
    """Why the error message of a run is no good, or "": one line that names
    a place and says something."""
    text = run.stderr.decode(errors="replace")
    lines = [x for x in text.splitlines()
             if ": warning: " not in x and ": note: " not in x]
    if len(lines) != 1:
        return f"{len(lines)} lines of error: {text!r}"
    place, _, words = lines[0].partition(": ")
    if not place or len(words) < 8:
        return f"no place or no words: {lines[0]!r}"
    if name not in lines[0]:
        return f"does not name {name}: {lines[0]!r}"
    return ""
