"""Forty invented pages that are made like real ones, for tests that measure
how paper looks: always the same, from a fixed seed. How long they are, and how
many headings, pictures, lists and tables they have, follows what was counted on
half of the pages of the article extraction benchmark
(github.com/scrapinghub/article-extraction-benchmark); the words mean nothing.

    from realpages import write_pages
    write_pages(folder)
"""
import base64
import os
import random
import struct
import zlib

SEED = 1607
PAGES = 40
# Words of a page at shares of all pages, in hundredths; likewise the others.
WORDS = [(0, 80), (5, 102), (10, 174), (25, 317), (50, 583), (75, 789),
         (90, 1521), (97, 2709), (100, 3000)]
HEADINGS = [(0, 0), (65, 0), (75, 3), (90, 10), (100, 18)]
PICTURES = [(0, 0), (25, 0), (50, 1), (75, 2), (90, 6), (100, 9)]
# Wide and high; most pictures of the press lie on their long side.
SHAPES = [(640, 360)] * 5 + [(600, 400)] * 3 + [(480, 480), (360, 540)]
SYLLABLES = ("an ber cor den el far gri hal in jor kel lor mun nor ost pel qui "
             "ren sto tal un ver wen yar zel ish mer dow thi pla").split()
SHORT = "the of to and a in is that for it was on with as at by be are".split()


def at_share(table, share):
    """What a table says of that share of the pages."""
    for (low, least), (high, most) in zip(table, table[1:]):
        if share <= high:
            return round(least + (most - least) * (share - low) / (high - low))
    return table[-1][1]


def word(rng):
    if rng.random() < 0.42:
        return rng.choice(SHORT)
    return "".join(rng.choices(SYLLABLES, k=rng.choice((1, 2, 2, 3, 3, 4))))


def words(rng, count):
    return " ".join(word(rng) for _ in range(count))


def sentences(rng, count):
    said = []
    while count > 0:
        some = min(count, rng.randint(8, 26))
        said.append(words(rng, some).capitalize() + ".")
        count -= some
    return " ".join(said)


def png(wide, high):
    """A grey picture as a data: address."""
    def chunk(kind, data):
        return (struct.pack(">I", len(data)) + kind + data +
                struct.pack(">I", zlib.crc32(kind + data)))

    head = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    data = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) +
            chunk(b"IDAT", zlib.compress((b"\0" + b"\xb0" * wide) * high, 9)) +
            chunk(b"IEND", b""))
    return "data:image/png;base64," + base64.b64encode(data).decode()


def picture(rng):
    caption = f"<figcaption>{sentences(rng, rng.randint(5, 16))}</figcaption>"
    return (f'<figure><img src="{png(*rng.choice(SHAPES))}" alt="'
            f'{words(rng, 4)}">{caption * (rng.random() < 0.7)}</figure>')


def table(rng):
    columns = rng.randint(3, 4)
    heads = "".join(f"<th>{words(rng, 2)}</th>" for _ in range(columns))
    rows = "".join("<tr><td>" + "</td><td>".join(
        [word(rng)] + [str(rng.randint(10, 99999))
                       for _ in range(columns - 1)]) + "</td></tr>"
                   for _ in range(rng.randint(4, 14)))
    return (f"<table><thead><tr>{heads}</tr></thead>"
            f"<tbody>{rows}</tbody></table>")


def items(rng):
    return ("<ul>" + "".join(f"<li>{sentences(rng, rng.randint(6, 30))}</li>"
                             for _ in range(rng.randint(3, 8))) + "</ul>")


def put_between(rng, blocks, more):
    """Each of `more` at a place of its own, none before the first block."""
    for block in more:
        blocks.insert(rng.randint(1, len(blocks)), block)


def body(rng, number):
    # Shares of the pages in an order that mixes short with long.
    share = (number * 37 % PAGES + 0.5) * 100 / PAGES
    left, blocks = at_share(WORDS, share), []
    asks = number % 10 == 6
    while left > 0:
        some = min(left, rng.randint(12, 70))
        blocks.append(f"<p>{sentences(rng, some)}</p>")
        left -= some
    put_between(rng, blocks, [picture(rng) for _ in range(
        at_share(PICTURES, rng.random() * 100))])
    put_between(rng, blocks, [items(rng)] * (rng.random() < 0.2))
    put_between(rng, blocks, [table(rng)] * (rng.random() < 0.05))
    # Under a heading or a question stands something.
    heads = at_share(HEADINGS, rng.random() * 100) + 6 * asks
    for _ in range(heads):
        text = words(rng, rng.randint(2, 9)).capitalize()
        head = (f"<p><strong>{text}?</strong></p>" if asks
                else f"<h2>{text}</h2>")
        free = [i for i in range(len(blocks)) if blocks[i].startswith("<p>")
                and "<strong>" not in blocks[i]
                and (i == 0 or not blocks[i - 1].startswith(
                    ("<h2>", "<p><strong>")))]
        if free:
            blocks.insert(rng.choice(free), head)
    return "\n".join(blocks)


def write_pages(folder):
    """The forty pages and a pack.yaml with three sections, into a folder."""
    os.makedirs(folder, exist_ok=True)
    rows = ""
    for number in range(PAGES):
        rng = random.Random(SEED * 1000 + number)
        title = words(rng, rng.randint(4, 13)).capitalize()
        lead = sentences(rng, rng.randint(12, 30))
        name = f"{number:02}.html"
        rows += f"  - {{file: {name}, section: Part {number * 3 // PAGES + 1}}}\n"
        described = (f'<meta name="description" content="{lead}">'
                     if rng.random() < 0.6 else "")
        with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
            f.write(f'<!DOCTYPE html><html lang="en-GB"><head><meta charset='
                    f'"utf-8"><title>{title}</title>{described}'
                    f'<meta name="author" content="Ada {word(rng).title()}">'
                    '<meta property="article:published_time" content="2026-'
                    f'0{number % 9 + 1}-1{number % 10}">'
                    '<meta property="og:site_name" content="The '
                    f'{word(rng).title()} Post"></head><body><article>'
                    f'<h1>{title}</h1>\n{body(rng, number)}\n</article>'
                    '</body></html>\n')
    with open(os.path.join(folder, "pack.yaml"), "w", encoding="utf-8") as f:
        f.write("title: Forty pages\ndate: 2026-10-01\nsections: [Part 1, "
                f"Part 2, Part 3]\narticles:\n{rows}")
