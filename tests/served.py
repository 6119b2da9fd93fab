"""What the site of a series says, byte for byte and text by text, and pages of
whose words none is on another page."""
import os
import re
import shutil
import struct
import subprocess
import tempfile
import zlib

from press import words

DAY = "2015-11-09"


def picture(grey):
    """A PNG of 40 by 30 dots of one grey."""
    def chunk(kind, data):
        body = kind + data
        return (struct.pack(">I", len(data)) + body +
                struct.pack(">I", zlib.crc32(body)))
    rows = (b"\0" + bytes([grey]) * 40) * 30
    return (b"\x89PNG\r\n\x1a\n" +
            chunk(b"IHDR", struct.pack(">IIBBBBB", 40, 30, 8, 0, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def page(key, source, seed, standfirst=True):
    """Words that no other page has begin with its key."""
    text = [f"{key}{w}" for w in words(seed, 300)]
    first, rest = " ".join(text[:60]), " ".join(text[60:])
    meta = (f'<meta property="og:site_name" content="{source}">' if source
            else "")
    above = (f'<p class="standfirst">{key}standfirst says it in one line.</p>'
             if standfirst else "")
    return f"""<!DOCTYPE html>
<html lang="en-GB"><head><title>Title of {key}</title>
<meta property="og:type" content="article">
<meta property="og:url" content="https://{key}.example/story">
<meta property="article:published_time" content="2015-11-08T10:00:00Z">
<meta name="keywords" content="{key}keyword, {key}topic">
<meta name="author" content="Pat {key.title()}author">{meta}</head>
<body><article><h1>Title of {key}</h1>{above}<p>{first}.</p>
<figure><img src="{key}.png" alt="{key}alt of a picture">
<figcaption>{key}caption under it.</figcaption></figure>
<p>{rest}.<a href="#n1">1</a></p><h2>{key}heading</h2><p>{key}last words of it,
which end here and say nothing else than that they are the last ones.</p>
<p id="n1">1. {key}note at its foot.</p></article>
<p>Share this on {key}chirper</p></body></html>"""


def keep(press, day, key, source, seed, **more):
    """The page of a key, with its picture, in a pack."""
    press.write(f"{day}/{key}.html", page(key, source, seed, **more))
    with open(f"{press.path}/{day}/{key}.png", "wb") as f:
        f.write(picture((10 + 20 * seed) % 256))


def unpacked(name, data):
    """Every text in a file that is served."""
    if name.endswith(".epub"):
        with tempfile.TemporaryDirectory() as at:
            path = os.path.join(at, "a.epub")
            with open(path, "wb") as f:
                f.write(data)
            shutil.unpack_archive(path, at + "/in", "zip")
            return b"\n".join(
                open(os.path.join(where, one), "rb").read()
                for where, _, names in os.walk(at + "/in") for one in names)
    if name.endswith(".pdf"):
        with tempfile.NamedTemporaryFile(suffix=".pdf") as f:
            f.write(data)
            f.flush()
            plain = subprocess.run(
                ["qpdf", "--qdf", "--object-streams=disable", f.name, "-"],
                capture_output=True).stdout
            return plain + subprocess.run(
                ["pdftotext", f.name, "-"], capture_output=True).stdout
    return data


def served(press):
    """{file of the site: all that it says}, hyphens at line ends closed."""
    return {name: re.sub(r"\xad|-\n|\u2010\n", "",
                         unpacked(name, data).decode("utf-8", "replace"))
            for name, data in press.files("site").items()}


def where(texts, *wanted):
    return sorted(name for name, text in texts.items()
                  if any(w in text for w in wanted))


def is_shut(texts, key, seed):
    """Nothing that only the page of this key has, title and address apart."""
    own = [f"{key}{w}" for w in set(words(seed, 300))]
    own += [f"{key}{w}" for w in [
        "standfirst", "keyword", "topic", "alt of", "caption", "heading",
        "last", "note", "chirper"]] + [f"{key.title()}author"]
    at = where(texts, *own)
    return not at or print("#", key, at)


def has_digest(press, texts, *files):
    sums = [subprocess.run(["sha256sum", f"{press.path}/{DAY}/{name}"],
                           capture_output=True, text=True).stdout[:64]
            for name in files]
    return where(texts, *sums)
