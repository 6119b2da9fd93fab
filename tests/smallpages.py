"""For tests of small pages: those of tests/golden/pages, as whole pages. How
a case is written stands in pages.test.

    from smallpages import all_pages, failures, read_cases
"""
import glob
import html
import os
import re
import subprocess

GOVPUB = os.environ.get("GOVPUB", "build/govpub")

CASE = re.compile(r"^(@@?) (.*)$")
WANTED = re.compile(r"^([+-])(html|text|tree|warn|) (.*)$")
BEFORE = """<main><article><h1>Town library stays open late</h1>
<p>The town library will stay open until nine on two evenings a week, the
council decided on Wednesday after a trial that drew many readers.</p>
<p>Staff had warned that longer hours would cost more than the grant covers,
but a gift has closed the gap for the next three years.</p>
"""
BEHIND = """
<p>The reading room on the first floor is to be painted in the summer, and the
catalogue will move to new machines before the schools come back.</p>
<p>Readers who came to the meeting asked whether the branch by the station
could open late as well; that depends on the lease, the clerk said.</p>
<p>The council will look at the figures again in a year, when the first of the
grants runs out and the lease of the old hall ends.</p></article></main>
"""
PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Town library stays open late | Lowmoor Courier</title></head><body>
<header><a href="/">Lowmoor Courier</a> <nav><a href="/n">News</a>
<a href="/l">Letters</a></nav></header>
%s
<footer><p>Copyright Lowmoor Courier. <a href="/t">Terms</a></p></footer>
</body></html>
"""


def read_cases(path):
    """Triples of a name, a page and its (sign, form, words)."""
    cases = []
    with open(path, encoding="utf-8") as f:
        for line in f.read().split("\n"):
            begin, wanted = CASE.match(line), WANTED.match(line)
            if begin:
                cases.append((begin, [], []))
            elif wanted and cases:
                cases[-1][2].append(wanted.groups())
            elif cases:
                cases[-1][1].append(line)
    for begin, lines, wanted in cases:
        body = "\n".join(lines)
        if begin[1] == "@":
            body = BEFORE + body + BEHIND
        yield begin[2], PAGE % body, wanted


def all_pages():
    """(kind, name, page) of every case there is."""
    for path in sorted(glob.glob("tests/golden/pages/*.cases")):
        kind = os.path.basename(path)[:-len(".cases")]
        for name, page, _ in read_cases(path):
            yield kind, name, page


def made(path, form):
    run = subprocess.run([GOVPUB, "normalise", "--data", ".", "--format", form,
                          path], capture_output=True, check=False)
    return run.stdout.decode(), run.stderr.decode()


def text_of(page):
    body = page.partition("<body>")[2]
    blocks = re.sub(r"</?(?:p|h\d|li|t[dhr]|figcaption|pre|br|blockquote)\b"
                    r"[^>]*>", "\n", body)
    return html.unescape(re.sub(r"<[^>]*>", "", blocks))


def failures(path, wanted):
    """What of `wanted` does not hold of the file, in words."""
    page, messages = made(path, "html")
    text, at = text_of(page), 0
    forms = {"html": html.unescape(page).replace("\n", " "),
             "warn": messages, "": text}
    if not page:
        yield f"nothing is printed: {messages}"
    for asked in {"text", "tree"} & {form for _, form, _ in wanted}:
        forms[asked] = made(path, asked)[0]
    for sign, form, words in wanted:
        whole = forms[form]
        found = whole.find(words, at if sign == "+" and not form else 0)
        if (found >= 0) != (sign == "+"):
            yield f"{sign}{form} {words}"
        elif sign == "+" and not form:
            at = found + len(words)
