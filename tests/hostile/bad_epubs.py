"""EPUBs that mean harm: name -> (size, function of a size to a file)."""
import io
import zipfile

CONTAINER = ('<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:'
             'names:tc:opendocument:xmlns:container"><rootfiles><rootfile '
             'full-path="o.opf" media-type="application/oebps-package+xml"/>'
             "</rootfiles></container>")
PAGE = ('<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title>'
        "</head><body><p>{}</p></body></html>")


def many_names(n):
    """A document of n links that the manifest names n / 10 times."""
    items = "".join(f'<item id="i{i}" href="a.xhtml" '
                    'media-type="application/xhtml+xml"/>'
                    for i in range(n // 10))
    links = "".join(f'<a href="a.xhtml#x{i}" id="y">z</a>' for i in range(n))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        z.writestr("META-INF/container.xml", CONTAINER)
        z.writestr("o.opf", '<package xmlns="http://www.idpf.org/2007/opf" '
                   'version="3.0" unique-identifier="u"><metadata '
                   'xmlns:dc="http://purl.org/dc/elements/1.1/">'
                   '<dc:identifier id="u">x</dc:identifier></metadata>'
                   f"<manifest>{items}</manifest><spine/></package>")
        z.writestr("a.xhtml", PAGE.format(links))
    return out.getvalue()


CASES = {"a document of many names": (4000, many_names)}
