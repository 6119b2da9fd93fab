#!/usr/bin/env python3
"""Writes patterns of TeX as libhyphen reads them: it looks only for the longest
pattern that ends at a letter, so each has to say what those within it say, and
each beginning of one that ends as another does is a pattern, too. (F. M. Liang,
Word Hy-phen-a-tion by Com-put-er, 1983: the highest digit of all wins.) It
knows no exceptions and no comments.
Usage: tests/tools/combine.py BEFORE AFTER <hyph-xx.pat.txt >hyph_xx.dic"""
import sys


def parse(pattern):
    letters, digits = "", [0]
    for c in pattern:
        if c.isdigit():
            digits[-1] = int(c)
        else:
            letters += c
            digits.append(0)
    return letters, digits


def written(letters, digits):
    return "".join((str(d) if d else "") + c
                   for c, d in zip(letters + " ", digits)).rstrip()


def combined(letters, known):
    """What all patterns within `letters` say; None when none ends it."""
    n = len(letters)
    if not any(letters[i:] in known for i in range(n)):
        return None
    digits = [0] * (n + 1)
    for i in range(n):
        for j in range(i + 1, n + 1):
            for k, d in enumerate(known.get(letters[i:j], ())):
                digits[i + k] = max(digits[i + k], d)
    return digits


known = dict(parse(p) for p in sys.stdin.read().split())
starts = {p[:k] for p in known for k in range(1, len(p) + 1)}
print(f"UTF-8\nLEFTHYPHENMIN {sys.argv[1]}\nRIGHTHYPHENMIN {sys.argv[2]}")
for letters in sorted(starts):
    digits = combined(letters, known)
    if digits:
        print(written(letters, digits))
