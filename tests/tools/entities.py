#!/usr/bin/env python3
"""Writes src/base/entity.inc: the named character references of the HTML
Living Standard (13.5), which html.entities of Python carries.
Usage: tests/tools/entities.py >src/base/entity.inc"""
from html.entities import html5


def quoted(text):
    return "".join(c if c.isascii() and c.isprintable() and c not in '"\\'
                   else f"\\{ord(c):o}" if ord(c) < 64 or c == "\\"
                   else f"\\u{ord(c):04X}" if ord(c) < 0x10000
                   else f"\\U{ord(c):08X}" for c in text)


names = sorted(n[:-1] for n in html5 if n.endswith(";"))
assert all(n in names for n in html5 if not n.endswith(";"))
print("/* Named character references: HTML Living Standard, 13.5, in the order "
      "of their\n   bytes; GP_BARE: also known without a semicolon.  Written by"
      "\n   tests/tools/entities.py. */")
for n in names:
    kind = "GP_BARE" if n in html5 else "GP_NAMED"
    print(f'{kind}("{n}", "{quoted(html5[n + ";"])}")')
