"""Packs the kept sources of good files, and broken ones made of them: the same
bytes every time.

A file of faults is blocks parted by blank lines:

    CODE PLACE:LINE     what must be found (PLACE empty: the file itself)
    in PATH             the lines that follow change this file
    - OLD
    + NEW               OLD, which is there, becomes NEW (\\n: a new line)
    drop PATH           the file is left out
    add PATH TEXT       a file more
    do NAME ARGUMENT    a change of the packed bytes, see the functions do_*
"""
import os
import re
import struct
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))


def tree(folder):
    """{path: bytes} of a folder."""
    files = {}
    for at, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(at, name)
            with open(path, "rb") as f:
                files[os.path.relpath(path, folder)] = f.read()
    return files


class Fault:
    def __init__(self, block):
        first, *steps = block
        self.code, where = first.split(" ", 1)
        self.place, self.line = where.rsplit(":", 1)
        self.steps = [tuple(step.split(" ", 1)) for step in steps]

    def __str__(self):
        return f"{self.code} {self.place}:{self.line}"


def faults(name):
    """The faults of a file of them."""
    with open(os.path.join(HERE, name), encoding="utf-8") as f:
        text = re.sub(r"^#.*\n", "", f.read(), flags=re.MULTILINE)
    return [Fault(block.splitlines())
            for block in re.split(r"\n{2,}", text.strip())]


def unescape(text):
    return (text.replace("\\n", "\n").replace("\\x", "\\u00")
            .encode("ascii", "backslashreplace").decode("unicode_escape")
            .encode("utf-8") if "\\" in text else text.encode("utf-8"))


def change(files, steps):
    """The files with the steps on them done; what is left is for do()."""
    files, left, path, old = dict(files), [], None, None
    for word, rest in steps:
        if word == "in":
            path = rest
        elif word == "-":
            old = unescape(rest)
            if old not in files[path]:
                raise ValueError(f"{path} has no {rest}")
        elif word == "+":
            files[path] = files[path].replace(old, unescape(rest), 1)
        elif word == "drop":
            del files[rest]
        elif word == "add":
            name, text = rest.split(" ", 1)
            files[name] = unescape(text)
        else:
            left.append(rest)
    return files, left


# ---- EPUB ----

def order(path):
    return path != "mimetype", not path.startswith("META-INF/"), path


class Entry:
    def __init__(self, name, data):
        self.name, self.local_name = name.encode(), name.encode()
        self.stored = name == "mimetype"
        self.method = 0 if self.stored else 8
        self.flags, self.extra, self.size = 0, b"", len(data)
        self.crc, self.wide = zlib.crc32(data), False
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        self.data = data if self.stored else \
            packer.compress(data) + packer.flush()

    def local(self):
        extra = self.extra
        return struct.pack("<4s5H3I2H", b"PK\3\4", 20, self.flags, self.method,
                           0, 0x4761, self.crc, len(self.data), self.size,
                           len(self.local_name), len(extra)) + \
            self.local_name + extra + self.data

    def central(self, at):
        extra, packed, size = self.extra, len(self.data), self.size
        if self.wide:
            extra += struct.pack("<2H2Q", 1, 16, size, packed)
            packed = size = 0xFFFFFFFF
        return struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, self.flags,
                           self.method, 0, 0x4761, self.crc, packed, size,
                           len(self.name), len(extra), 0, 0, 0, 0, at) + \
            self.name + extra


def do_crc(entries, name):
    entries[name].crc ^= 1


def do_size(entries, name):
    entries[name].size += 1


def do_encrypt(entries, name):
    entries[name].flags |= 1


def do_method(entries, name):
    entries[name].method = 12


def do_extra(entries, name):
    entries[name].extra = b"UT\x05\0\0\0\0\0\0"


def do_wide(entries, name):
    entries[name].wide = True


def do_local(entries, name):
    entries[name].local_name = b"x" + entries[name].name[1:]


def do_rename(entries, names):
    old, new = names.split(" ")
    entries[old].name = entries[old].local_name = new.encode()


def do_last(entries, name):
    entries[name] = entries.pop(name)


def epub(files, left=()):
    """The bytes of an EPUB of these files."""
    files = {"mimetype": b"application/epub+zip", **files}
    entries = {name: Entry(name, files[name])
               for name in sorted(files, key=order)}
    cut = 0
    for step in left:
        name, argument = step.split(" ", 1)
        if name == "cut":
            cut = int(argument)
        else:
            globals()["do_" + name](entries, argument)
    out, central = b"", b""
    for entry in entries.values():
        central += entry.central(len(out))
        out += entry.local()
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, len(entries), len(entries),
                      len(central), len(out), 0)
    packed = out + central + end
    return packed[:len(packed) - cut]


# ---- PDF: good/digest.txt is a PDF without offsets, @ stands for lengths ----

OBJECT = re.compile(rb"^(\d+) 0 obj\n(.*?)\nendobj$", re.DOTALL | re.MULTILINE)
STREAM = re.compile(rb"\nstream\n(.*)\nendstream$", re.DOTALL)


def sized(body):
    """A body with its stream's length in the place of @."""
    stream = STREAM.search(body)
    size = len(stream[1]) if stream else 0
    return body.replace(b"/Length @", b"/Length %d" % size, 1)


def deflated(body):
    """A body with its stream packed."""
    stream = STREAM.search(body)
    if not stream or b"/Metadata" in body:
        return sized(body)
    data = zlib.compress(stream[1], 9)
    head = body[:stream.start()].replace(
        b"/Length @", b"/Filter /FlateDecode /Length %d" % len(data), 1)
    return head + b"\nstream\n" + data + b"\nendstream"


def table(offsets, size):
    rows = b"".join(b"%010d 00000 n \n" % offsets[n] if n in offsets
                    else b"0000000000 %05d f \n" % (0 if n else 65535)
                    for n in range(size))
    return b"xref\n0 %d\n" % size + rows


def predicted(rows, width):
    """Rows with the Up filter of PNG before each."""
    out, above = b"", bytes(width)
    for row in rows:
        out += b"\2" + bytes((a - b) & 255 for a, b in zip(row, above))
        above = row
    return out


def pdf_packed(head, objects, trailer, ghost):
    """With object streams and a cross-reference stream, as PDF 1.5 has it."""
    plain = {n: b for n, b in objects.items() if STREAM.search(b)}
    small = {n: b for n, b in objects.items() if n not in plain}
    holder, size = max(objects) + 1, max(objects) + 3
    small.pop(ghost, None)
    index, bodies = b"", b""
    for n, body in small.items():
        index += b"%d %d " % (n, len(bodies))
        bodies += body + b"\n"
    plain[holder] = (b"<< /Type /ObjStm /N %d /First %d /Length @ >>\nstream\n"
                     % (len(small), len(index)) + index + bodies +
                     b"\nendstream")
    out, rows = head, {}
    for n, body in plain.items():
        rows[n] = struct.pack(">BIB", 1, len(out), 0)
        out += b"%d 0 obj\n" % n + deflated(body) + b"\nendobj\n"
    for i, n in enumerate([*small, *([ghost] if ghost else [])]):
        rows[n] = struct.pack(">BIB", 2, holder, i)
    rows[size - 1] = struct.pack(">BIB", 1, len(out), 0)
    data = zlib.compress(predicted([rows.get(n, bytes(6))
                                    for n in range(size)], 6), 9)
    entries = trailer.strip()[2:-2].replace(b"/Size %d" % (max(objects) + 1),
                                            b"/Size %d" % size)
    start = len(out)
    out += (b"%d 0 obj\n<< /Type /XRef /W [ 1 4 1 ] /Filter /FlateDecode "
            b"/DecodeParms << /Predictor 12 /Columns 6 >> /Length %d %s >>\n"
            b"stream\n" % (size - 1, len(data), entries))
    return out + data + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start


def pdf(files, left=()):
    """The bytes of a PDF of good/digest.txt; `do` takes: move N (its offset
    is wrong), long N (its stream is said to be longer), packed, deflated,
    ghost N (with packed: it is not in its object stream), bad N (its packed stream is damaged), noend, nostart."""
    text = files["digest.txt"]
    head = text[:text.index(b"1 0 obj")]
    objects = {int(n): body for n, body in OBJECT.findall(text)}
    trailer = text[text.rindex(b"trailer\n") + 8:]
    steps = dict(step.split(" ", 1) for step in left)
    if "packed" in steps:
        return pdf_packed(head, objects, trailer, int(steps.get("ghost", 0)))
    out, offsets = head, {}
    for n, body in objects.items():
        offsets[n] = len(out) + (steps.get("move") == str(n))
        if "deflated" in steps:
            body = deflated(body)
        if steps.get("bad") == str(n):
            body = deflated(body).replace(b"stream\nx", b"stream\ny")
        if steps.get("long") == str(n):
            body = body.replace(b"/Length @", b"/Length 9999")
        out += b"%d 0 obj\n" % n + sized(body) + b"\nendobj\n"
    start = len(out)
    size = max(objects) + 1
    out += table(offsets, size) + b"trailer\n" + trailer
    if "nostart" not in steps:
        out += b"startxref\n%d\n" % start
    return out + (b"" if "noend" in steps else b"%%EOF\n")
