#!/usr/bin/env python3
"""Usage: comment_columns.py FILE...: lines of C whose comment passes column
80, which clang-format leaves as they are. A tab ends at a multiple of 8."""
import re
import sys

COLUMNS = 80
PIECE = re.compile(r"""/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'""",
                   re.DOTALL)


def lines_of_comments(text):
    """The numbers, from 0, of the lines where a comment has a part."""
    found = set()
    for piece in PIECE.finditer(text):
        if piece[0].startswith("/"):
            first = text.count("\n", 0, piece.start())
            found.update(range(first, first + piece[0].count("\n") + 1))
    return found


def too_wide(text):
    lines = text.split("\n")
    return [n + 1 for n in sorted(lines_of_comments(text))
            if len(lines[n].expandtabs(8)) > COLUMNS]


status = 0
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as f:
        for line in too_wide(f.read()):
            print(f"# {path}:{line}: a comment passes column {COLUMNS}")
            status = 1
sys.exit(status)
