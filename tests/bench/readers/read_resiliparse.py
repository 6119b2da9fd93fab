#!/usr/bin/env python3
"""usage: read_resiliparse.py [FILE...]
The article of each page by Resiliparse, as text, to standard output."""
import sys

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import bytes_to_str, detect_encoding

for path in sys.argv[1:]:
    with open(path, "rb") as page:
        data = page.read()
    print(extract_plain_text(bytes_to_str(data, detect_encoding(data)),
                             main_content=True))
