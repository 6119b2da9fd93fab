#!/usr/bin/python3
"""usage: read_pages.py FILE...
The article of each page by python3-readability, to standard output."""
import logging
import sys

from readability import Document

logging.disable(logging.CRITICAL)
for path in sys.argv[1:]:
    with open(path, "rb") as page:
        html = page.read()
    try:
        print(Document(html).summary())
    except Exception as error:
        print(f"{path}: {error}", file=sys.stderr)
