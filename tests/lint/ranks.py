"""The plan of src/: which folder may know which.

A file includes from its own folder or from a lower rank. RANKS runs from the
ground up, a rank a line. Folders that share a line are wings: wings do not
know each other; within a wing `<` is its own order from low to high.
"""
import os
import re

RANKS = """
	base
	base/text
	base/pdf
	model
	config
	config/labels
	import
	import/picture/svg
	import/picture
	import/guard
	import/personal
	import/text
	import/html/parse
	import/html/page
	import/html/meta
	import/html/choose
	import/html/tree
	import/html
	import/markdown
	import/feed
	import/mail
	import/archive
	normalise/text
	normalise/rules
	normalise
	normalise/says
	normalise/sort
	normalise/build
	pack/names
	pack/across
	wording
	pack/editor
	pack
	typeset/lines
	typeset/compose
	typeset/pages
	typeset
	write
	write/xhtml
	write/paint
	write/atom | write/epub | write/web | write/mail | write/pdf/file < write/pdf/type < write/pdf/tags < write/pdf
	report
	verify
	verify/epub | verify/feed | verify/pdf | verify/signatures
	publish
	series/ledger
	series/known
	series/signed
	series/site
	series/opened
	series/release
	series/mail
	series
	cli
"""

CODE = (".c", ".h", ".def", ".inc")
_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]*)"', re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_NOT_CODE = re.compile(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.DOTALL)


def _places():
    places = {}
    for rank, line in enumerate(RANKS.split("\n")):
        for wing, folders in enumerate(line.split("|")):
            for step, folder in enumerate(folders.split("<")):
                if folder.strip():
                    places[folder.strip()] = rank, wing, step
    return places


PLACES = _places()


def may_know(own, other):
    """Whether a file of the folder `own` may include from `other`."""
    (rank, wing, step), (its_rank, its_wing, its_step) = (
        PLACES[own], PLACES[other])
    if rank != its_rank:
        return its_rank < rank
    return its_wing == wing and its_step <= step


def sources(src):
    """{path below `src`: its text} of all that the compiler reads."""
    found = {}
    for folder, _, names in os.walk(src):
        for name in names:
            if name.endswith(CODE):
                path = os.path.join(folder, name)
                with open(path, encoding="utf-8") as f:
                    found[os.path.relpath(path, src)] = f.read()
    return dict(sorted(found.items()))


def includes(text):
    return _INCLUDE.findall(text)


def first_comment(text):
    """The words of the first comment, on one line."""
    comment = _COMMENT.search(text)
    return re.sub(r"[\s*/]*\n[\s*]*", " ", comment[0]) if comment else ""


def code(text):
    """The text without its comments and strings."""
    return _NOT_CODE.sub(" ", text)
