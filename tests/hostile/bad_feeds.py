"""Feeds that mean harm: see bad_pdfs.py. CHECKED are for `govpub check`."""

START = b'<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title>'
ENTRY = b"<entry><title>%s</title><content>The quay opened at noon, for the " \
    b"%dth time this year.</content></entry>"


def titled(*titles):
    """Entries whose titles these are in turn, with no ids."""
    def make(n):
        return START + b"".join(ENTRY % (titles[i % len(titles)], i)
                                for i in range(n)) + b"</feed>"
    return make


def attributes(n):
    return START + b"<entry %s/></feed>" % b" ".join(
        b'a%d="1"' % i for i in range(n))


def defaults(n):
    return b"<!DOCTYPE feed [<!ATTLIST e %s>]>" % b" ".join(
        b"a%d CDATA '1'" % i for i in range(n)) + START + b"<e/>" * n + \
        b"</feed>"


CASES = {
    "a title that ends as another's number": (
        2000, titled(b"Update 2", b"Update", b"Update")),
    "titles all alike": (2000, titled(b"Update 2")),
    "titles that number each other": (
        2000, titled(b"Up 2", b"Up", b"Up-2", b"Up 2 2", b"Up 3")),
}
CHECKED = {
    "attributes of a tag": (20000, attributes),
    "attributes by default": (2000, defaults),
    "small elements": (600000, lambda n: START + b"<a/>" * n + b"</feed>"),
}
