"""How full the pages of a PDF are and how its columns end, asked of poppler:
where ink stands comes from pictures of the pages, what a line is from its
words. What the type area is comes from the design. Whether a figure is good
enough is for who asks.

    from fullpages import measure
    print(measure(pdf, "reading").row())
"""
import glob
import os
import re
import subprocess
import tempfile
import xml.etree.ElementTree as xml

HEIGHTS = {"a4": 297, "a5": 210, "letter": 279.4}  # mm
WIDTHS = {"a4": 210, "a5": 148, "letter": 215.9}
POINTS = 72 / 25.4
DPI = 36
DARK = 225        # what is lighter is paper
ZOOM = 1.5        # of pdftohtml: dots in a point
NEARLY_EMPTY = 15  # percent
TITLE_LINES = 4   # lines that are wanted under a title


def lengths(design):
    """The keys of `page:` of a design in points, over those of its base."""
    found = {"columns": 1.0, "gutter": 0.0, "grid": 0.0}
    with open(f"styles/{design}.yaml", encoding="utf-8") as f:
        text = f.read()
    base = re.search(r"^base: (\S+)", text, re.M)
    if base:
        found = lengths(base[1])
    page = re.search(r"^page:\n((?: .*\n|\n)+)", text, re.M)[1]
    for key, number, unit in re.findall(
            r"^ +([a-z-]+): ([\d.]+)(mm|pt)?", page, re.M):
        found[key] = float(number) * (POINTS if unit == "mm" else 1)
    paper = re.search(r"^ +paper: (\S+)", page, re.M)
    if paper:
        found["height"] = HEIGHTS[paper[1]] * POINTS
        found["width"] = WIDTHS[paper[1]] * POINTS
    title = re.search(r"^ +article-title: {.*?size: ([\d.]+)pt", text, re.M)
    if title:
        found["title"] = float(title[1])
    return found


class Area:
    """The type area of a design."""

    def __init__(self, design):
        found = lengths(design)
        depth = found["height"] - found["top"] - found["bottom"]
        grid = found["grid"]
        self.top, self.title = found["top"], found["title"]
        self.depth = depth // grid * grid if grid else depth
        width = found["width"] - found["left"] - found["right"]
        self.left, self.columns = found["left"], int(found["columns"])
        self.step = (width + found["gutter"]) / self.columns

    def column(self, left):
        return min(int((left - self.left + 2) / self.step), self.columns - 1)

    def edge(self, column):
        """Where words of a column end at the latest."""
        return self.left + self.step * (column + 1)

    def holds(self, top):
        return self.top - 6 <= top < self.top + self.depth


def deepest(dots, wide, first, last, left, right):
    """The last row that has ink between two columns of dots, from `first`."""
    return max((y + 1 - first for y in range(first, last)
                if min(dots[y * wide + left:y * wide + right]) < DARK),
               default=0)


def depths(pdf, area):
    """How far down each column of each page has ink, in points from the top of
    the type area."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-gray", "-r", str(DPI), pdf,
                        f"{folder}/p"], check=True)
        for name in sorted(glob.glob(f"{folder}/p*.pgm")):
            with open(name, "rb") as f:
                data = f.read()
            wide, high = map(int, data.split(None, 3)[1:3])
            dots = data[-wide * high:]
            first = int(area.top * DPI / 72)
            last = min(int((area.top + area.depth) * DPI / 72) + 1, high)
            edges = [int(area.edge(c) * DPI / 72)
                     for c in range(-1, area.columns)]
            yield [deepest(dots, wide, first, last, a, b) * 72 / DPI
                   for a, b in zip(edges, edges[1:])]


class Line:
    """Words that stand on one height of a column, or across all."""

    def __init__(self, page, column, top):
        self.page, self.column, self.top = page, column, top
        self.text, self.bold, self.size, self.wide = "", True, 0.0, False
        self.right = 0.0

    def add(self, words, bold, size, right):
        self.text += words
        self.bold = self.bold and (bold or not words.strip())
        self.size = max(self.size, size)
        self.right = right

    def goes_on(self, page, top, left, column):
        """True for more words of this line: a ligature is apart in the list,
        and so is the page number of a line of contents."""
        if page != self.page or abs(self.top - top) > 6:
            return False
        return column == self.column or abs(left - self.right) < 3


PIECE = re.compile(r'<text top="(-?\d+)" left="(-?\d+)" width="(-?\d+)" '
                   r'height="-?\d+" font="(\d+)">(.*?)</text>', re.S)


def lines_of(pdf, area):
    """Every line within the type area, in the order of reading."""
    out = subprocess.run(["pdftohtml", "-xml", "-i", "-stdout", pdf],
                         check=True, capture_output=True, encoding="utf-8",
                         errors="replace").stdout
    sizes = {i: int(s) / ZOOM for i, s in re.findall(
        r'<fontspec id="(\d+)" size="(\d+)"', out)}
    found = []
    for page, part in enumerate(out.split("<page ")[1:]):
        for top, left, width, font, inner in PIECE.findall(part):
            top, left = int(top) / ZOOM, int(left) / ZOOM
            right, words = left + int(width) / ZOOM, re.sub("<.*?>", "", inner)
            if not area.holds(top) or not words.strip():
                continue
            column = area.column(left)
            if not found or not found[-1].goes_on(page, top, left, column):
                found.append(Line(page, column, top))
            found[-1].add(words, "<b>" in inner, sizes[font], right)
            found[-1].wide |= right > area.edge(found[-1].column)
    return [line for line in found if not line.text.strip().isdigit()]


def divided(pdf):
    """How many lines there are, and how many end in a divided word."""
    out = subprocess.run(["pdftotext", "-bbox-layout", pdf, "-"], check=True,
                         capture_output=True, encoding="utf-8",
                         errors="replace").stdout
    root = xml.fromstring(re.sub("[\x00-\x08\x0b-\x1f]", "?", out))
    space = "{http://www.w3.org/1999/xhtml}"
    lines = ["".join(line.itertext()).rstrip()
             for line in root.iter(space + "line")]
    return len(lines), sum(line.endswith("\u00ad") for line in lines)


class Figures:
    """What was measured of one PDF; pages are counted from 1."""

    def row(self):
        return (f"{self.name:24} {self.pages:5} {self.mean:6.1f} "
                f"{self.hyphens:6.1f} {len(self.empty):6} "
                f"{len(self.feet):6} {len(self.alone):6}")


HEAD = (f"{'':24} {'pages':>5} {'fill %':>6} {'div. %':>6} {'<15 %':>6} "
        f"{'feet':>6} {'titles':>6}")


def feet(lines, area, inked):
    """Pages with a column that ends in a bold line, and what it says; the cover
    and the last page apart, and columns that end in a picture."""
    last = {}
    for line in lines:
        columns = range(area.columns) if line.wide else [line.column]
        for column in columns:
            there = last.get((line.page, column))
            if not there or there.top < line.top:
                last[line.page, column] = line
    found = {line: area.top + inked[page][column] - line.top
             for (page, column), line in last.items()
             if line.bold and 0 < page < lines[-1].page
             and line.top >= last.get((page, 0), line).top}
    return [(line.page + 1, line.text.strip())
            for line, below in found.items() if below < 2 * line.size + 6]


def alone(lines, area):
    """Pages whose last title has too few lines under it on them, though what it
    stands over goes on."""
    found = []
    for page in sorted({line.page for line in lines} - {0}):
        here = [line for line in lines if line.page == page]
        titles = [i for i, line in enumerate(here) if is_title(line, area)]
        after = [line for line in lines if line.page == page + 1]
        if (titles and after and len(here) - titles[-1] <= TITLE_LINES
                and not is_title(after[0], area)
                and not any(is_title(line, area) for line in after[:3])):
            found.append((page + 1, here[titles[-1]].text.strip()))
    return found


def is_title(line, area):
    return line.bold and line.size > area.title - 1.5


def measure(pdf, design):
    area, f = Area(design), Figures()
    lines = lines_of(pdf, area)
    inked = list(depths(pdf, area))
    full = [min(100 * max(page) / area.depth, 100) for page in inked]
    count, ends = divided(pdf)
    f.name = os.path.basename(pdf)
    f.pages = len(full)
    f.fills = full
    f.mean = sum(full[1:]) / max(len(full) - 1, 1)
    f.hyphens = 100 * ends / max(count, 1)
    f.empty = [n + 1 for n, fill in enumerate(full)
               if n > 0 and fill < NEARLY_EMPTY]
    f.feet, f.alone = feet(lines, area, inked), alone(lines, area)
    return f
