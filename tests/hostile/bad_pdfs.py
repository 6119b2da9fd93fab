"""PDFs that mean harm: each a function from a size to bytes that grow with it.

    from bad_pdfs import CASES
    for name, (size, make) in CASES.items():
        data = make(size)
"""
import zlib

CASES = {}
PLAIN, PACKED, FREE = 1, 2, 0


def case(name, size):
    def keep(make):
        CASES[name] = size, make
        return make
    return keep


# ---- files ----

def refs(numbers):
    return b" ".join(b"%d 0 R" % n for n in numbers)


def stream(data, entries=b"", packed=True):
    if packed:
        data, entries = zlib.compress(data, 9), entries + b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


class File:
    """A PDF that grows: `places` says where each object lies."""

    def __init__(self, objects=()):
        self.bytes, self.places = bytearray(b"%PDF-1.7\n"), {}
        for number, body in dict(objects).items():
            self.add(number, body)

    def add(self, number, body):
        self.places[number] = len(self.bytes)
        self.bytes += b"%d 0 obj\n%s\nendobj\n" % (number, body)

    def end(self, start):
        return bytes(self.bytes) + b"startxref\n%d\n%%%%EOF\n" % start

    def table(self, entries=b"", more=b""):
        """The file with a table of its objects; `more`: rows behind them."""
        start, size = len(self.bytes), max(self.places) + 1
        self.bytes += b"xref\n0 %d\n" % size
        for n in range(size):
            self.bytes += b"%010d %05d %c \n" % (
                (self.places[n], 0, b"n"[0]) if n in self.places
                else (0, 65535, b"f"[0]))
        self.bytes += more + b"trailer\n<</Size %d/Root 1 0 R%s>>\n" % (
            size, entries)
        return self.end(start)

    def packed(self, within):
        """The file with a table as a stream; `within`: the object streams
        that other objects are in, by their numbers."""
        own = max(self.places, default=0) + 1
        start, size = len(self.bytes), max([own, *within]) + 1
        self.places[own] = start
        rows = bytearray()
        for n in range(size):
            kind, at = (PLAIN, self.places[n]) if n in self.places else \
                (PACKED, within[n]) if n in within else (FREE, 0)
            rows += bytes([kind]) + at.to_bytes(4, "big") + bytes(2)
        self.add(own, stream(bytes(rows), b"/Type/XRef/Size %d/W[1 4 2]"
                             b"/Root %d 0 R" % (size, min(within))))
        return self.end(start)


def pages(count, each, others=()):
    """A catalogue (1), its pages (2 and from 100 on) and other objects."""
    own = range(100, 100 + count)
    return {1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, refs(own)),
            **{n: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]%s>>" % each
               for n in own}, **dict(others)}


def one_page(content, resources=b"", others=()):
    return File(pages(1, b"/Contents 3 0 R/Resources<<%s>>" % resources, {
        3: stream(content), **dict(others)})).table()


def catalogue(entries, others=()):
    return File(pages(1, b"", {
        1: b"<</Type/Catalog/Pages 2 0 R%s>>" % entries,
        **dict(others)})).table()


def names(prefix, n, value):
    return b"".join(b"/%s%d %s" % (prefix, i, value) for i in range(n))


# ---- streams that need streams ----

def chain(entry):
    """Each object stream has an entry that lies in the next."""
    def make(n):
        file, first = File(), n + 10
        for k in range(1, n + 1):
            head = b"%d 0 " % (first + k)
            data = head + b"/FlateDecode"
            link = entry % (first + k + 1) if k < n else b""
            file.add(k, stream(data, b"/Type/ObjStm/N 1/First %d%s" % (
                len(head), link), packed=False))
        return file.packed({first + k: k for k in range(1, n + 1)})
    return make


for key in b"Filter", b"DecodeParms", b"N", b"First", b"Length":
    case(f"chain of /{key.decode()}", 10000)(chain(b"/" + key + b" %d 0 R"))
case("chain in lists", 10000)(chain(b"/Filter[%d 0 R]"))


@case("chain of references", 20000)
def _(n):
    return File({1: b"<</Type/Catalog/Pages 2 0 R>>",
                 **{k: b"%d 0 R" % (k + 1) for k in range(2, n)},
                 n: b"<</Type/Pages/Kids[]/Count 0>>"}).table()


# ---- what has no end ----

def endless_packed(mark, fill):
    """Objects of one stream, all from one place on to its end."""
    def make(n):
        head = b"".join(b"%d 0 " % (10 + i) for i in range(n))
        data = head + mark + fill * (30 * n // len(fill))
        return File({1: stream(data, b"/Type/ObjStm/N %d/First %d" % (
            n, len(head)))}).packed({10 + i: 1 for i in range(n)})
    return make


def endless_plain(mark):
    def make(n):
        return File(pages(1, b"", {i: mark for i in range(200, 200 + n)})
                    ).table()
    return make


for name, mark, fill in (
        ("string", b"(", b" "), ("escapes", b"(", b"\\("), ("hex", b"<", b"4"),
        ("dictionary", b"<<", b"/A "), ("array", b"[", b"1 "),
        ("arrays", b"[", b"[]"), ("name", b"/", b"#41"),
        ("comment", b"%", b"x"), ("number", b"1", b"1"),
        ("references", b"[", b"1 0 R "), ("comments", b"[", b"1 %%\n")):
    case(f"packed {name} without end", 5000)(endless_packed(mark, fill))
for name, mark in (("string", b"("), ("hex", b"<41 "), ("array", b"[(")):
    case(f"plain {name} without end", 10000)(endless_plain(mark))


def all_at(junk):
    """Every row of the table says the same place."""
    def make(n):
        file = File(pages(1, b""))
        at = len(file.bytes)
        file.bytes += junk * (10 * n) + b"\n"
        return file.table(more=b"200 %d\n" % n + b"%010d 00000 n \n" % at * n)
    return make


for name, junk in (("string", b"("), ("comment", b"%"), ("blanks", b" "),
                   ("number", b"7")):
    case(f"all objects at one {name}", 10000)(all_at(junk))


@case("lengths behind blanks", 5000)
def _(n):
    return File(pages(1, b"", {
        3: b" " * (30 * n) + b"1",
        **{i: b"<</Length 3 0 R>>stream\nx\nendstream"
           for i in range(200, 200 + n)}})).table()


# ---- what lies in other things ----

@case("object streams in each other", 3000)
def _(n):
    file, room = File(pages(1, b"")), 80
    for i in range(n):
        file.places[200 + i] = len(file.bytes)
        file.bytes += (b"%d 0 obj<</Type/ObjStm/N 1/First 9/Length %d>>stream"
                       % (200 + i, room * (n - i))).ljust(room) + b"\n"
    file.bytes += b" " * room
    return file.table()


@case("contents in each other", 2000)
def _(n):
    file = File(pages(0, b""))
    file.add(2, b"<</Type/Pages/Count %d/Kids[%s]>>" % (
        n, refs(range(100, 100 + n))))
    for i in range(n):
        file.add(100 + i, b"<</Type/Page/Parent 2 0 R/Contents %d 0 R>>" % (
            100 + n + i))
    for i in range(n):
        file.places[100 + n + i] = len(file.bytes)
        file.bytes += b"%d 0 obj<</Length %d>>stream\n" % (
            100 + n + i, 40 * (n - i))
    file.bytes += b" q Q" * (10 * n)
    return file.table()


# ---- what many share ----

@case("fonts of a page", 5000)
def _(n):
    return one_page(b"BT " + b"/F%d 9 Tf " % (n - 1) * (5 * n) + b"ET",
                    b"/Font<<%s>>" % names(b"F", n, b"4 0 R"),
                    {4: b"<</Type/Font>>"})


@case("properties of a page", 5000)
def _(n):
    return one_page(b"/Span/P%d BDC EMC " % (n - 1) * (5 * n),
                    b"/Properties<<%s>>" % names(b"P", n, b"<</MCID 1>>"))


SHARED = {
    "fonts": (b"/Resources<</Font 3 0 R>>",
              lambda n: b"<<%s>>" % names(b"F", n, b"4 0 R")),
    "content": (b"/Contents 3 0 R", lambda n: stream(b"q Q " * n)),
    "list of contents": (b"/Contents 3 0 R",
                         lambda n: b"[%s]" % (b"4 0 R " * n)),
    "page size": (b"/MediaBox 3 0 R", lambda n: b"[%s]" % (b"1 " * n)),
    "annotations": (b"/Annots 3 0 R", lambda n: b"[%s]" % (b"4 0 R " * n)),
    "damaged content": (b"/Contents 3 0 R", lambda n: stream(
        zlib.compress(b" " * 1000 * n)[:-4] + b"----", b"/Filter/FlateDecode",
        packed=False)),
}
for name, (entry, shared) in SHARED.items():
    case(f"{name} of all pages", 2000)(
        lambda n, entry=entry, shared=shared: File(pages(n, entry, {
            3: shared(n), 4: b"<</Type/Font>>"})).table())


@case("a page many times", 2000)
def _(n):
    return File(pages(1, b"/Contents 3 0 R", {
        2: b"<</Type/Pages/Count %d/Kids[%s]>>" % (n, b"100 0 R " * n),
        3: stream(b"q Q " * n)})).table()


@case("far marks", 2000)
def _(n):
    return File(pages(n, b"/Contents 3 0 R", {
        3: stream(b"/P<</MCID 1000000>>BDC EMC ")})).table()


# ---- trees ----

@case("pages in pages", 10000)
def _(n):
    return File({1: b"<</Type/Catalog/Pages 2 0 R>>",
                 **{i: b"<</Type/Pages/Parent %d 0 R/Kids[%d 0 R %d 0 R]"
                       b"/Count 1>>" % (i - 1, i + 1, i + 1)
                    for i in range(2, n)}}).table()


@case("names in trees", 2000)
def _(n):
    return catalogue(b"/Names<</Dests 3 0 R>>/OpenAction[(x)]/Outlines 5 0 R", {
        3: b"<</Kids[%s]>>" % (b"4 0 R " * n),
        4: b"<</Kids[%s]%s>>" % (b"4 0 R " * n, names(b"K", n, b"1")),
        5: b"<</First 6 0 R>>", 6: b"<</Title(x)/Dest(y)>>"})


@case("outline that climbs", 10000)
def _(n):
    up = {200 + i: b"<</Title(x)/Parent %d 0 R/Last 1 0 R>>" % (201 + i)
          for i in range(200)}
    return catalogue(b"/Outlines 3 0 R", {
        3: b"<</Type/Outlines/First 1000 0 R>>", **up,
        **{1000 + i: b"<</Title(x)/Parent 200 0 R/%s %d 0 R>>" % (
            b"Next" if i % 2 else b"First", 1001 + i) for i in range(n)}})


@case("elements in elements", 10000)
def _(n):
    return catalogue(b"/StructTreeRoot 3 0 R", {
        3: b"<</Type/StructTreeRoot/K 200 0 R>>",
        **{200 + i: b"<</S/Sect/P %d 0 R/K %d 0 R>>" % (199 + i, 201 + i)
           for i in range(n)}})


def elements(entries, shared):
    """Elements that share what object 4 is."""
    def make(n):
        own = range(200, 200 + n)
        return catalogue(b"/StructTreeRoot 3 0 R", {
            3: b"<</Type/StructTreeRoot/K 199 0 R/RoleMap<<%s>>>>" % b"".join(
                b"/R%d/R%d" % (i, i + 1) for i in range(n)),
            4: shared(n), 5: b"<</O/Table>>",
            199: b"<</S/TR/P 3 0 R/K[%s]>>" % refs(own),
            **{i: b"<</P 199 0 R/Pg 100 0 R%s>>" % entries for i in own}})
    return make


case("kids of all elements", 2000)(elements(
    b"/S/TD/K 4 0 R", lambda n: b"[%s]" % (b"0 " * n)))
case("attributes of all elements", 2000)(elements(
    b"/S/TH/A 4 0 R", lambda n: b"[%s]" % (b"5 0 R " * n)))
case("role of all elements", 2000)(elements(
    b"/S 4 0 R", lambda n: b"/" + b"R" * (30 * n)))


# ---- tables ----

@case("table in parts", 20000)
def _(n):
    return File(pages(1, b"")).table(more=b"".join(
        b"%d 1\n0000000000 65535 f \n" % (90 * i + 200) for i in range(n)))


@case("tables before tables", 500)
def _(n):
    file, before = File(pages(1, b"")), b""
    for _ in range(n):
        at = len(file.bytes)
        file.bytes = bytearray(file.table(before))
        before = b"/Prev %d" % at
    return bytes(file.bytes)


@case("a table for each blank before it", 400)
def _(n):
    file = File(pages(1, b""))
    file.bytes += b" " * n
    at = len(file.bytes)
    return file.table(b"/Prev %d" % (at - 1),
                      b"".join(b"200 1\n0000000000 65535 f \n"
                               for _ in range(50 * n)))


# ---- bombs ----

def bombs(data):
    def make(n):
        return File(pages(1, b"", {
            2: b"<</Type/Pages/Count %d/Kids[%s]>>" % (
                n, refs(range(200, 200 + n))),
            3: stream(data),
            **{i: b"<</Type/Page/Parent 2 0 R/Contents %d 0 R>>" % (i + n)
               for i in range(200, 200 + n)},
            **{i: stream(data) for i in range(200 + n, 200 + 2 * n)}})).table()
    return make


case("contents of blanks", 6)(bombs(b" " * (30 << 20)))
case("contents too large", 6)(bombs(b" " * (70 << 20)))


@case("objects out of nothing", 4)
def _(n):
    data = b"[%s]" % (b"1 " * (4 << 20))
    return File({i: stream(b"%d 0 %s" % (100 + i, data),
                           b"/Type/ObjStm/N 1/First 6")
                 for i in range(1, n + 1)}).packed(
                     {100 + i: i for i in range(1, n + 1)})


@case("attributes of XMP", 10000)
def _(n):
    data = b"<a %s/>" % b" ".join(b'a%d="1"' % i for i in range(n))
    return catalogue(b"/Metadata 3 0 R", {3: stream(data, packed=False)})
