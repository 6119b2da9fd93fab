"""Every construct of every format that govpub reads, at any size.

`every()` yields (name, suffix, make, command): make(n) gives about n bytes of
an input that holds nothing but that construct, command is as in
tests/grow/constructs.grow.  What the construct means does not matter here.
"""

# https://html.spec.whatwg.org/multipage/indices.html#elements-3 and the names
# that pages still have.
ELEMENTS = """a abbr acronym address applet area article aside audio b base
bdi bdo big blink blockquote body br button canvas caption center cite code col
colgroup data datalist dd del details dfn dialog dir div dl dt em embed
fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6
head header hgroup hr html i iframe img input ins kbd keygen label legend li
link listing main map mark marquee math menu meta meter nav nobr noembed
noframes noscript object ol optgroup option output p param picture plaintext pre
progress q rb rbc rp rt rtc ruby s samp script search section select slot small
source span strike strong style sub summary sup svg table tbody td template
textarea tfoot th thead time title tr track tt u ul var video wbr xmp custom-tag
""".split()
ATTRIBUTES = """abbr alt aria-hidden aria-label class colspan content datetime
dir headers height hidden href id itemprop itemscope itemtype lang media name
property rel role rowspan sizes span src srcset start style summary title type
value width""".split()
PAGE = ("<!DOCTYPE html><html lang=en><head><title>The report</title></head>"
        "<body><article><h1>The report</h1><p>The office says what was done in "
        "the year, and that it was done in time.</p>{}</article></body></html>")
PARTS = {  # of pages, beside elements and attributes
    "references": "&amp;&eacute;&#x2014;&nosuch;",
    "references without end": "&ampx&notit",
    "comments": "<!-- a comment -->",
    "comments without end": "<!-- a ",
    "declarations": "<!DOCTYPE a>",
    "instructions": "<?php a ?>",
    "CDATA": "<![CDATA[ a ]]>",
    "less-than signs": "<",
    "ends of nothing": "</p></b></table>",
    "misnested": "<b><i></b>w</i>",
    "misnested blocks": "<b><p>w</b>",
    "links in links": "<a href=x>w<a href=y>w",
    "table in table": "<table><tr><td>",
    "rows": "<table><tr><td>1<td>2</table>",
    "cells": "<td>1",
    "text in tables": "<table>w",
    "columns": "<table><tr><td>a<td>b<td>c<tr><td>1<td>2<td>3</table>",
    "footnotes": '<a href="#n{0}" id=r{0}>[{0}]</a><p id=n{0}>{0}. Note '
                 '<a href="#r{0}">back</a></p>',
    "links": '<p>See <a href="https://a.example/{0}?utm_source=b">the {0}'
             "</a> report.</p>",
    "links to anchors": '<a href="#a{0}">w</a><p id=a{0}>w</p>',
    "anchors": "<p id=a{0}>w</p>",
    "classes": "<div class=c{0}><p>Some words here, so it is.</p></div>",
    "same paragraphs": "<p>The office says what was done in the year.</p>",
    "paragraphs": "<p>The office {0} says what was done in the {0} year.</p>",
    "pictures": '<img src="p{0}.jpg" alt="A bridge {0}">',
    "responsive pictures": '<img srcset="a{0}.jpg 1x, b{0}.jpg 2x">',
    "lists": "<ul><li>one {0}<li>two</ul>",
    "items": "<li>item {0}</li>",
    "headings": "<h2>Part {0}</h2><p>w</p>",
    "headings alone": "<h2>Part {0}</h2>",
    "figures": "<figure><img src=a.png><figcaption>It {0}</figcaption>"
               "</figure>",
    "quotations": "<blockquote><p>He said {0}.</p></blockquote>",
    "code": "<pre>a = {0}\n\tb</pre>",
    "dates": "<p>12 March 2015</p>",
    "bylines": "<p>By Jane Smith, {0}</p>",
    "JSON-LD": '<script type="application/ld+json">{{"@type":"NewsArticle",'
               '"headline":"A {0}"}}</script>',
    "metadata": '<meta property="article:tag" content="tag {0}">',
    "bdo": "<bdo dir=rtl>w {0}</bdo>",
    "ruby": "<ruby>a<rt>b</ruby>",
    "definitions": "<dl><dt>T{0}<dd>D</dl>",
    "line breaks": "w<br>",
    "line breaks alone": "<br>",
    "one-word paragraphs": "<p>w",
    "empty paragraphs": "<p></p>",
    "hidden": '<p hidden>w</p><p style="display:none">w</p>',
    "menus": '<nav><ul><li><a href="/{0}">Home {0}</a></ul></nav>',
    "cards": '<div class=card><a href="/{0}"><h3>Title {0}</h3></a>'
             "<p>Short words.</p></div>",
    "comments of readers": '<div class=comment id=comment-{0}><p>I say {0} '
                           "times.</p></div>",
}

MARKDOWN = {
    "emphasis": "*a*", "emphasis opened": "*a ", "emphasis closed": "a* ",
    "strong": "**a**", "strong opened": "**a ", "mixed stars": "*a **b ",
    "underscores": "_a", "struck": "~~a~~", "tildes": "~a ~",
    "code spans": "`a`", "back-ticks": "`", "uneven back-ticks": "`a``b```c",
    "links": "[a](b{0})", "links opened": "[", "links half": "[a](",
    "links closed": "](b)", "references": "[a{0}]\n\n[a{0}]: /b\n\n",
    "definitions": "[a{0}]: /b\n", "used references": "[a][a{0}] ",
    "pictures": "![a](b{0}.png)", "pictures opened": "![", "autolinks": "<http://a.b/{0}>",
    "addresses": "http://a.example/{0} ", "www": "www.a.example ",
    "mails": "a@b.example ", "angles": "<", "tags": "<b>", "ends": "</b>",
    "tag opened": "<b a=", "comments": "<!--a-->", "comment opened": "<!--",
    "instructions": "<?a", "references of characters": "&amp;&#65;",
    "escapes": "\\*", "line ends": "a  \n", "line ends by back-slash": "a\\\n",
    "quotes": "> a\n\n", "quotes in quotes": ">", "bullets": "- a\n",
    "bullets in bullets": "- ", "numbers": "{0}. a\n", "tasks": "- [x] a\n",
    "indented": "    a\n", "fences": "```\na\n```\n", "fence opened": "```\n",
    "headings": "# A{0}\n\n", "underlined headings": "A{0}\n===\n\n",
    "equal signs": "=", "rules": "---\n\n", "hashes": "#",
    "tables": "|a|b|\n|--|--|\n|1|2|\n\n", "bars": "|", "rows": "|a|b|\n",
    "table of many columns": "|a", "footnotes": "a[^{0}]\n\n[^{0}]: note\n\n",
    "notes of several blocks": "[^{0}]: note\n\n    more\n\n",
    "notes opened": "[^", "terms": "T{0}\n: D\n\n", "abbreviations": "*[A{0}]: B\n",
    "attributes": "# A {{#i{0} .c}}\n\n", "divs": "::: a\nb\n:::\n\n",
    "divs opened": "::: a\n", "formulas": "$a$", "dollars": "$",
    "smart": "\"a\" -- '", "raw blocks": "<div>\na\n</div>\n\n",
    "raw tables": "<table><tr><td>a</td></tr></table>\n\n",
    "spaces": " ", "tabs": "\t", "line feeds": "\n", "paragraphs": "a {0}\n\n",
}

# One or more of each general category and of each way a line is broken or
# ordered (UAX 9, UAX 14, UAX 29), and what text files mean by their lines.
SIGNS = {
    "Latin": "word ", "one word": "w", "capitals": "WORD ", "digits": "1",
    "figures": "1,234.5 ", "Greek": "λόγος ", "Cyrillic": "слово ",
    "Hebrew": "מילה ", "Arabic": "كلمة ", "Arabic one word": "ك",
    "both ways": "word מילה ", "Devanagari": "शब्द ", "Thai": "คำ",
    "Hangul": "말 ", "Jamo": "\u1100\u1161", "Han": "字", "kana": "かな",
    "emoji": "😀", "flags": "🇬🇧", "joined emoji": "👩‍👩‍👧",
    "marks": "e\u0301", "only marks": "\u0301", "many marks": "a" + "\u0308" * 8,
    "soft hyphens": "a\u00ad", "hyphens": "a-", "dashes": "a—",
    "zero width spaces": "a\u200b", "joiners": "a\u2060",
    "no-break spaces": "a\u00a0", "isolates": "\u2067a\u2069",
    "isolates opened": "\u2067", "embeddings": "\u202ba\u202c",
    "embeddings opened": "\u202b", "overrides": "\u202e",
    "quotation marks": "“a” ", "straight quotes": "\"a\" ", "apostrophes": "a'",
    "brackets": "(", "brackets closed": ")", "brackets of both": "[(a)]",
    "full stops": ".", "full stops apart": ". ", "ellipses": "…",
    "private": "\ue000", "not assigned": "\u0378", "surrogates": "\U0001f9ff",
    "controls": "\x01", "replacement": "\ufffd", "tags": "\U000e0041",
    "variation": "a\ufe0f", "ligatures": "ﬁ", "wide": "Ａ", "superscript": "²",
    "spaces": " ", "tabs": "\t", "line feeds": "\n", "returns": "\r",
    "form feeds": "\f", "line separators": "a\u2028", "paragraphs": "a {0}\n\n",
    "short lines": "a\n", "sentences": "The office says {0}. ",
    "bullets": "• a\n", "stars": "* a\n", "numbers": "{0}. a\n",
    "rules": "-----\n", "equal signs": "=====\n", "quoted": "> a\n",
    "quoted deeper": ">", "indented": "    a\n", "bars": "a | b\n",
    "columns": "a      b      c\n", "addresses": "https://a.example/{0} ",
    "mails": "a@b.example ", "mentions": "@a #b ", "dates": "12 March 2015\n",
    "times": "10:15 ", "bylines": "By Jane Smith\n", "keys": "Key: value\n",
    "copyright": "© 2015 The Times\n", "read more": "Read more: a {0}\n",
    "same lines": "Sign up to our newsletter\n", "notes": "[{0}] a\n",
    "marks of notes": "a[{0}] ", "headlines": "A Headline {0}\n\nText.\n\n",
}

MAIL_FIELDS = """From To Cc Bcc Reply-To Sender Subject Date Message-ID
In-Reply-To References List-Id List-Unsubscribe List-Post Received Return-Path
MIME-Version Content-Type Content-Transfer-Encoding Content-Disposition
Content-ID Content-Location Content-Language Keywords Comments DKIM-Signature
X-Spam Archived-At Sensitivity""".split()
FIELD_VALUES = {
    "words": "word ", "encoded words": "=?utf-8?q?a=C3=A9?= ",
    "encoded words opened": "=?utf-8?q?", "comments": "(a)",
    "comments opened": "(", "quotes": "\"a\" ", "quotes opened": "\"a",
    "addresses": "A <a{0}@b.example>, ", "parameters": "; a{0}=b",
    "continued parameters": "; a*{0}=b", "folded": "a\r\n ",
}
LETTER = ("From: a@b.example\r\nTo: c@d.example\r\nSubject: The report\r\n"
          "Date: Mon, 9 Nov 2015 07:00:00 +0000\r\n")

ATOM = ("<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>"
        "F</title><id>urn:f</id><updated>2015-11-09T07:00:00Z</updated>{}"
        "</feed>")
ENTRY = ("<entry><title>A report {0}</title><id>urn:{0}</id><updated>2015-11-09"
         "T07:00:00Z</updated><content type='html'>{1}</content></entry>")
ATOM_PARTS = {
    "entries": ENTRY.replace("{1}", "The office says what was done {0}."),
    "authors": "<author><name>A{0}</name></author>",
    "categories": "<category term='t{0}'/>", "links": "<link href='/{0}'/>",
    "elements": "<x/>", "opened": "<x>", "ends": "</x>",
    "name spaces": "<x xmlns:a{0}='b'/>", "references": "&amp;",
    "unknown references": "&eacute;", "comments": "<!--a-->",
    "instructions": "<?a b?>", "CDATA": "<![CDATA[a]]>", "text": "word ",
    "less-than signs": "<", "tags opened": "<a b=",
}
RSS = ("<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/' "
       "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>F</title>"
       "{}</channel></rss>")
RSS_PARTS = {
    "items": "<item><title>A {0}</title><guid>{0}</guid><description>The "
             "office says what was done {0}.</description></item>",
    "same items": "<item><title>A</title><guid>1</guid></item>",
    "descriptions": "<item><description>&lt;p&gt;w</description></item>",
    "enclosures": "<item><title>A{0}</title><enclosure url='a{0}.mp3'/></item>",
    "media": "<media:content url='a{0}.jpg'/>", "creators":
    "<dc:creator>A{0}</dc:creator>", "dates": "<pubDate>x</pubDate>",
}

PACK = {  # lines of pack.yaml behind a title
    "articles": "articles:\n|  - a{0}.txt\n",
    "sections": "sections:\n|  - title: S{0}\n    articles: [a{0}.txt]\n",
    "corrections": "corrections:\n|  - article: a{0}.txt\n    date: 2015-01-01"
                   "\n    note: Words\n",
    "withdrawn": "withdrawn:\n|  - article: a{0}.txt\n    date: 2015-01-01\n"
                 "    reason: W\n",
    "keep": "keep:\n|  - a{0}\n", "drop": "drop:\n|  - a{0}\n",
    "not selected": "not_selected:\n|  - a{0}.txt\n",
    "abbreviations": "abbreviations:\n|  A{0}: Words {0}\n",
    "lines to take": "lines_to_take:\n|  - Words {0}\n",
    "unknown keys": "|key{0}: a\n", "same keys": "|title: a\n",
    "note": "note: >\n|  words and *more* words\n",
    "anchors": "|k{0}: &a{0} b\n", "aliases": "x: &a b\n|y{0}: *a\n",
    "flow": "x: |[", "maps": "x: |{{", "quoted": "x: \"|\\n", "tags": "|!a ",
    "comments": "|# a\n", "documents": "|---\n", "indents": "| a:\n",
    "long title": "description: |word ",
}

JSON = {  # of a JSON Feed: what stands between head and end
    "items": '{{"id":"{0}","title":"A {0}","content_text":"The office says '
             'what was done {0}."}},',
    "arrays": "[", "objects": '{{"a":', "texts": '"a",', "numbers": "1,",
    "keys": '{{"k{0}":1}},', "escapes": '"\\u00e9\\n",',
}


def repeated(unit, n):
    """`unit`, its {0} counted up, to about `n` bytes."""
    if "{0}" not in unit:
        text = unit.replace("{{", "{").replace("}}", "}")
        return text * max(1, n // len(text.encode()))
    width = len(unit.format(10000).encode())
    return "".join(unit.format(i) for i in range(max(1, n // width)))


def page(body):
    return PAGE.format(body).encode()


def row(name, suffix, make, command="publish"):
    return name, suffix, make, command


def of_elements():
    for e in ELEMENTS:
        yield row(f"html <{e}> after another", ".html", lambda n, e=e:
                  page(repeated(f"<{e}>word</{e}> ", n)))
        yield row(f"html <{e}> in another", ".html", lambda n, e=e: page(
            f"<{e}>" * (n // (2 * len(e) + 5)) + "word" +
            f"</{e}>" * (n // (2 * len(e) + 5))))
        yield row(f"html <{e}> without end", ".html", lambda n, e=e:
                  page(repeated(f"<{e}>word ", n)))
        yield row(f"html </{e}> alone", ".html", lambda n, e=e:
                  page(repeated(f"word</{e}> ", n)))


def of_attributes():
    for a in ATTRIBUTES:
        yield row(f"html {a}= long", ".html", lambda n, a=a: page(
            f'<p {a}="{"word 1, " * (n // 8)}">A paragraph of words.</p>'))
        yield row(f"html {a}= often", ".html", lambda n, a=a: page(
            repeated('<p ' + a + '="{0}">w</p>', n)))


def of_pages():
    for name, unit in PARTS.items():
        yield row(f"html {name}", ".html", lambda n, u=unit:
                  page(repeated(u, n)))
        yield row(f"html {name} in a list of pages", ".html", lambda n, u=unit:
                  f"<body><main>{repeated(u, n)}</main></body>".encode())


def of_markdown():
    for name, unit in MARKDOWN.items():
        yield row(f"markdown {name}", ".md", lambda n, u=unit: (
            "# The report\n\nThe office says what was done.\n\n" +
            repeated(u, n)).encode())


def of_text():
    for name, unit in SIGNS.items():
        yield row(f"text {name}", ".txt", lambda n, u=unit: (
            "The report\n\nThe office says what was done.\n\n" +
            repeated(u, n)).encode())
        yield row(f"text {name} in a title", ".txt", lambda n, u=unit: (
            repeated(u, n) + "\n\nThe office says what was done.\n").encode())


def of_mail():
    for field in MAIL_FIELDS:
        yield row(f"mail {field} often", ".eml", lambda n, f=field: (
            LETTER + repeated(f + ": word {0}\r\n", n) +
            "\r\nThe office says what was done.\r\n").encode())
    for field in ("From", "Subject", "Content-Type", "Date", "References"):
        for name, unit in FIELD_VALUES.items():
            yield row(f"mail {field} of {name}", ".eml",
                      lambda n, f=field, u=unit: (
                          LETTER + f + ": a" + repeated(u, n) +
                          "\r\n\r\nThe office says.\r\n").encode())
    yield row("mail parts", ".eml", lambda n: (
        LETTER + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" +
        repeated("--b\r\nContent-Type: text/plain\r\n\r\nWords {0}\r\n", n)
        + "--b--\r\n").encode())
    yield row("mail parts in parts", ".eml", lambda n: (
        LETTER + "".join(
            f"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n"
            for i in range(n // 55)) + "\r\nWords\r\n").encode())
    for name, unit in (("quoted", "> a\r\n"), ("deeper", ">"),
                       ("soft ends", "a=\r\n"), ("escapes", "=C3=A9"),
                       ("from lines", "From a@b Mon Nov  9 07:00:00 2015\r\n")):
        yield row(f"mail body {name}", ".eml", lambda n, u=unit: (
            LETTER + "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
            "The office says.\r\n\r\n" + repeated(u, n)).encode())
    yield row("mail boxes", ".mbox", lambda n: repeated(
        "From a@b Mon Nov  9 07:00:00 2015\nFrom: a@b.example\nSubject: A {0}"
        "\nDate: Mon, 9 Nov 2015 07:00:00 +0000\n\nThe office says {0}.\n\n",
        n).encode())


def of_feeds():
    for name, unit in ATOM_PARTS.items():
        for what in ("publish", "check", "state"):
            yield row(f"atom {name} ({what})", ".xml",
                      lambda n, u=unit: ATOM.format(repeated(u, n)).encode(),
                      what)
        yield row(f"atom {name} in an entry", ".xml", lambda n, u=unit:
                  ATOM.format(ENTRY.format(1, "words</content>" + repeated(
                      u, n) + "<content>")).encode())
    for name, unit in RSS_PARTS.items():
        yield row(f"rss {name}", ".xml", lambda n, u=unit: RSS.format(
            repeated(u, n)).encode())
    for name, unit in PARTS.items():
        yield row(f"rss of {name}", ".xml", lambda n, u=unit: RSS.format(
            "<item><title>A</title><description><![CDATA[" + repeated(
                u, n).replace("]]>", "]") + "]]></description></item>")
            .encode())
    for name, unit in JSON.items():
        yield row(f"json {name}", ".json", lambda n, u=unit: (
            '{"version":"https://jsonfeed.org/version/1.1","title":"F",'
            '"items":[' + repeated(u, n) + '{"id":"z","content_text":"The '
            'office says what was done."}]}').encode())


def of_packs():
    for name, text in PACK.items():
        head, unit = text.split("|", 1)
        yield row(f"pack.yaml {name}", "pack.yaml", lambda n, h=head, u=unit: (
            "title: The pack\n" + h + repeated(u, n) + "\n").encode(), "pack")


def of_pdfs():
    catalog = b"<</Type/Catalog/Pages 2 0 R%s>>"
    pages = b"<</Type/Pages/Kids[%s]/Count %d>>"

    def flat(n):
        k = n // 90
        kids = b" ".join(b"%d 0 R" % (i + 3) for i in range(k))
        return joined([catalog % b"", pages % (kids, k)] + [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"] * k)

    def chain(n):
        k = n // 90
        return joined([catalog % b""] + [
            b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (i + 3)
            for i in range(k)] + [b"<</Type/Page>>"])

    def outline(n):
        k = n // 90
        return joined([catalog % b"/Outlines 3 0 R", pages % (b"", 0),
                       b"<</First 4 0 R/Last 4 0 R>>"] + [
            b"<</Title(a)/Parent 3 0 R/Next %d 0 R>>" % (i + 5)
            for i in range(k)] + [b"<</Title(z)>>"])

    def structure(n):
        k = n // 90
        return joined([catalog % b"/StructTreeRoot 3 0 R/MarkInfo<</Marked "
                       b"true>>", pages % (b"", 0),
                       b"<</Type/StructTreeRoot/K 4 0 R>>"] + [
            b"<</S/Div/P %d 0 R/K[%d 0 R]>>" % (i + 3, i + 5)
            for i in range(k)] + [b"<</S/P/P 3 0 R>>"])

    def value(opened):
        return lambda n: joined([catalog % (b"/X" + opened * (
            n // len(opened))), pages % (b"", 0)])

    def joined(objects):
        out, at = [b"%PDF-1.7\n"], []
        size = len(out[0])
        for i, o in enumerate(objects, 1):
            at.append(size)
            out.append(b"%d 0 obj\n%s\nendobj\n" % (i, o))
            size += len(out[-1])
        out.append(b"xref\n0 %d\n0000000000 65535 f \n" % (len(at) + 1))
        out += [b"%010d 00000 n \n" % a for a in at]
        out.append(b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
                   b"\n" % (len(at) + 1, size))
        return b"".join(out)

    for name, make in (
            ("pages", flat), ("pages in pages", chain), ("outline", outline),
            ("structure", structure), ("arrays", value(b"[")),
            ("dictionaries", value(b"<</a")), ("texts", value(b"(")),
            ("names", value(b"/a 1 ")), ("hexadecimal", value(b"<41")),
            ("comments", value(b"%a\n")), ("references", value(b" 2 0 R"))):
        yield row(f"pdf {name}", ".pdf", make, "check")


def every():
    for family in (of_elements, of_attributes, of_pages, of_markdown, of_text,
                   of_mail, of_feeds, of_packs, of_pdfs):
        yield from family()
