"""A pack with one of everything, for whoever looks at pages: twelve articles in
three sections, tables, figures, an interview, notes, and articles in Welsh,
French, Greek and Arabic. All of it is invented.

    python3 tests/richpack.py FOLDER [KEY: VALUE ...]

writes the folder; the lines behind it go into its pack.yaml. It judges nothing.
"""
import itertools
import os
import struct
import sys
import zlib

WHO = ["the harbour board", "the council", "the pilots", "the treasurer",
       "the islanders", "the ferry company", "the surveyors", "the post office",
       "the school on Hallin", "the fishermen", "the department", "an inquiry"]
DOES = ["asked for figures before the end of the month", "wants a second quay",
        "has counted every crossing since the spring", "wrote to each household",
        "found the old estimate in a drawer", "will not wait for the survey",
        "expects nineteen late boats in a year", "would rather mend the road",
        "has closed the booking office for a weekend", "saw it coming",
        "keeps the timetable of 2024", "answered within five minutes"]
WHY_NOT = ["which nobody had expected", "as the minutes of Tuesday show",
           "though the wall is older than the town hall",
           "and 1,204 people have signed for it",
           "while the tide tables say otherwise", "if the money is found",
           "because letters are read to the second line only",
           "after a summer without a storm", "and the review comes in October",
           "whatever the neighbours may say", "at a cost of £228,093",
           "which is the best result since records began"]
WELSH = [
    "Cyfarfu’r cyngor nos Fawrth i drafod y gwasanaeth fferi. Dywedodd y "
    "prif swyddog fod mwy o bobl nag erioed yn defnyddio’r cychod, a bod yr "
    "ynysoedd yn elwa ar yr amserlen newydd.",
    "Bydd yr adroddiad llawn ar gael yn yr hydref. Tan hynny mae’r bwrdd yn "
    "gofyn i bawb aros am y ffigurau terfynol cyn dod i gasgliad.",
]
FRENCH = [
    "Le conseil s’est réuni mardi soir pour parler du port. « Personne ne "
    "doute que le quai a besoin d’un nouveau mur », a dit la présidente ; "
    "reste à savoir ce qu’il coûtera, et qui le paiera.",
    "Les services ont compté chaque traversée depuis le printemps : sur "
    "1 204 départs, dix-neuf seulement ont eu du retard. C’est la meilleure "
    "saison depuis que l’on tient des registres.",
]
GREEK = [
    "Το συμβούλιο συνεδρίασε την Τρίτη το βράδυ για το λιμάνι. Κανείς δεν "
    "αμφιβάλλει ότι η προβλήτα χρειάζεται νέο τείχος· το ερώτημα είναι πόσο "
    "θα κοστίσει και ποιος θα το πληρώσει.",
    "Οι υπηρεσίες μέτρησαν κάθε δρομολόγιο από την άνοιξη. Από τα 1.204 "
    "δρομολόγια μόνο δεκαεννέα καθυστέρησαν.",
]
ARABIC = [
    "اجتمع المجلس مساء الثلاثاء للنظر في أمر الميناء. ولا يشك أحد في أن "
    "الرصيف يحتاج إلى جدار جديد، أما كلفته ومن سيدفعها فذلك أمر آخر.",
    "أحصت الدوائر كل رحلة منذ الربيع، ومن بين 1204 رحلات لم تتأخر إلا تسع "
    "عشرة رحلة، وهو أفضل موسم منذ بدء السجلات.",
]
TABLE = """\
| District | Letters sent | Answers | Share |
|:---------|-------------:|--------:|------:|
| Northern Harbour and the Isles | 12,400 | 3,908 | 31.5 % |
| Old Town | 8,150 | 2,011 | 24.7 % |
| Upper Valley | 960 | 412 | 42.9 % |
| All | 21,510 | 6,331 | 29.4 % |
"""
WIDE = """\
| Route | Operator | Jan | Feb | Mar | Apr | May | Jun | Jul | Aug |
|:--|:--|--:|--:|--:|--:|--:|--:|--:|--:|
| Port Ellery to Sandness | Northern Ferries | 101 | 96 | 104 | 110 | 131 \
| 140 | 171 | 180 |
| Sandness to Hallin | Hallin Lines | 44 | 41 | 47 | 52 | 66 | 71 | 93 | 96 |
| Hallin to Ness | Northern Ferries | 12 | 12 | 14 | 15 | 22 | 30 | 41 | 40 |
"""
INTERVIEW = """\
**What surprised you most?**

How many people read the second page of a letter. We had always thought that
nobody does, and put there what we did not want to answer.

**And what will you change?**

The first sentence. It now says what somebody has to do and by when; the rest is
there for those who ask why.

**Is that enough?**

No. But it is the one thing that costs nothing, and it was done in a week.
"""
# file, section, source, day, language, title, what is behind the text
ARTICLES = [
    ("01-wall", 1, "The Harbour Chronicle", "2026-11-29", "en-GB",
     "Council asks for figures before it pays for the harbour wall", ""),
    ("02-letters", 1, "Civic Review", "2026-11-28", "en-GB",
     "Shorter letters bring four times as many answers", TABLE),
    ("03-weekend", 1, "", "2026-11-27", "en-GB",
     "A weekend without a booking service", ""),
    ("04-talk", 1, "Civic Review", "2026-11-27", "en-GB",
     "“Nobody reads the second page”: a talk about letters", INTERVIEW),
    ("05-routes", 2, "Transport Weekly", "2026-11-26", "en-GB",
     "Ferries of the northern isles by route and month, and what the figures "
     "of eight months say about the timetable of the coming year", WIDE),
    ("06-quay", 2, "The Harbour Chronicle", "2026-11-25", "en-GB",
     "The quay in pictures", "![The old quay at low tide](quay.png)\n"),
    ("07-notes", 2, "Journal of Public Works", "2026-11", "en-GB",
     "What a wall costs: a note with notes",
     "The board’s estimate[^1] is older than the survey[^2], and see [the talk "
     "about letters](https://news.example/04-talk?utm_source=feed).\n\n"
     "[^1]: Harbour Board, *Works in hand*, 2024, p. 7.\n"
     "[^2]: https://survey.example/reports/2026/quay?utm_source=letter\n"),
    ("08-short", 2, "Isles Radio", "2026-11-25", "en-GB",
     "Hallin boat back on Monday", ""),
    ("09-cymru", 3, "Y Llais", "2026-11-24", "cy",
     "Mwy o deithwyr nag erioed ar y fferïau", ""),
    ("10-port", 3, "Le Port", "2026-11-23", "fr",
     "Le mur du port attendra : le conseil veut des chiffres", ""),
    ("11-limani", 3, "Ο Λιμένας", "2026-11-22", "el",
     "Το τείχος του λιμανιού θα περιμένει", ""),
    ("12-mina", 3, "صحيفة الميناء", "2026-11-21", "ar",
     "جدار الميناء ينتظر الأرقام", ""),
]
TEXTS = {"cy": WELSH, "fr": FRENCH, "el": GREEK, "ar": ARABIC}
PACK = """title: Harbours, ferries and letters
subtitle: What the papers of the coast and the islands wrote in a week
organisation: Office for Coasts and Islands
name: rich
language: en-GB
date: 2026-11-30
authority: example.gov.uk,2026
base_url: https://www.example.gov.uk/press/rich/
marking: OFFICIAL
note: |
  Twelve articles of the **last ten days**. Start with the wall:

  - the [estimate](https://board.example/estimate) is two years old,
  - the survey is not out.
lines_to_take: |
  - The estimate is being looked at again.
  - Letters are tested on ten readers before they are sent.
sections: [At home, Ferries and quays, From elsewhere]
"""
WHY = {"01-wall": "It says first that the treasurer asked for figures.",
       "05-routes": "All figures of the season on one page."}


def picture():
    """A quay of 480 by 300 dots in three greys, as a PNG."""
    def chunk(kind, data):
        return (struct.pack(">I", len(data)) + kind + data
                + struct.pack(">I", zlib.crc32(kind + data)))
    rows = b"".join(
        b"\0" + bytes(230 if y < 140 else 120 if x * 3 < y * 4 else 180
                      for x in range(480)) for y in range(300))
    return (b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", struct.pack(">IIBBBBB", 480, 300, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def pick(choices, *key):
    return choices[zlib.crc32(repr(key).encode()) % len(choices)]


def place(*key):
    """An invented name: "Hallinmar"."""
    return "".join(pick(part, n, *key) for n, part in enumerate((
        ("Hall", "Sand", "Nor", "Ell", "Bar", "Cop", "Wick", "Thor"),
        ("in", "er", "a", "en", "o", "ing"),
        ("mar", "vik", "ness", "ton", "ey", "dal", "wall", "haven"))))


def sentences(seed):
    """Sentences that say something else for each seed: no two articles share
    a text."""
    for n in itertools.count():
        who, does, but = [pick(part, seed, n, k) for k, part in
                          enumerate((WHO, DOES, WHY_NOT))]
        yield (f"{who[0].upper()}{who[1:]} of {place(seed, n)} {does}, says "
               f"{place(n, seed)} {place(seed, n, 1)}, {but}.")


def paragraphs(number, lang):
    if lang in TEXTS:
        return TEXTS[lang]
    told = sentences(number)
    return [" ".join(next(told) for _ in range(2 + (number + i) % 3))
            for i in range(1 if number == 8 else 7 + number % 4)]


def text_of(number, row):
    name, _, source, day, lang, title, behind = row
    text = paragraphs(number, lang)
    head = [f"title: '{title}'", f"date: {day}", f"language: {lang}",
            f"url: https://news.example/{name}?utm_source=feed"]
    if source:
        head.append(f"source: {source}")
    if lang == "en-GB" and number > 1:
        text.insert(2, "## What happens next")
        text.insert(4, "- a letter to the board,\n- figures in October.")
    return "\n".join(["---", *head, "---", "", "\n\n".join(text), "", behind])


def write_pack(folder, *more):
    """Writes the folder; `more` are lines of its pack.yaml."""
    os.makedirs(folder, exist_ok=True)
    rows = []
    for number, row in enumerate(ARTICLES, 1):
        with open(os.path.join(folder, row[0] + ".md"), "w",
                  encoding="utf-8") as f:
            f.write(text_of(number, row))
        section = ("At home", "Ferries and quays", "From elsewhere")[row[1] - 1]
        rows.append(f"  - file: {row[0]}.md\n    section: {section}\n")
        if row[0] in WHY:
            rows.append(f"    why: {WHY[row[0]]}\n")
    with open(os.path.join(folder, "quay.png"), "wb") as f:
        f.write(picture())
    with open(os.path.join(folder, "pack.yaml"), "w", encoding="utf-8") as f:
        f.write(PACK + "".join(line + "\n" for line in more) + "articles:\n"
                + "".join(rows))


if __name__ == "__main__":
    write_pack(sys.argv[1], *sys.argv[2:])
