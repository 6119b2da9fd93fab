#!/usr/bin/env python3
"""Makes digest.pdf out of a folder's digest.typ by Typst, tagged to PDF/UA-1,
with the faces of another folder and no others.  usage: compile.py FOLDER FONTS,
with a PYTHONPATH that has `typst`"""
import sys

import typst

folder, fonts = sys.argv[1:]
typst.compile(f"{folder}/digest.typ", output=f"{folder}/digest.pdf",
              font_paths=[fonts], ignore_system_fonts=True,
              pdf_standards=["ua-1"])
