"""More letters to many, in the shapes of more programs that send them, and
letters that spell the address of their reader in other ways. What a letter is
stands in newsletters.py; names, places and tokens are made up here too.
"""
import base64
import hashlib
from urllib.parse import quote

from newsletters import ANN, S, b64, head, html, letter, mail

NAME, HOST = ANN.split("@")
STORY = "https://news.example/2026/03/09/one-counter-12345"


def links(*urls):
    """The sentences, each with a link of its own."""
    return [f'{s} <a href="{url.replace("&", "&amp;")}">Weiter</a>'
            for s, url in zip(S, urls)]


def reach():
    t, n = "bq7x2kf9w4-rn3t5v", "48213377"
    host = f"https://{n[:4]}.seu2.reach.example/"
    body = html(*links(*[f"{host}c/{n}/{t}{k}" for k in "abcd"]),
                before=f'<a href="{host}m/{n}/0-5f0a{t}">Wird diese Nachricht '
                       "nicht richtig dargestellt, klicken Sie bitte hier</a>",
                footer="Wenn Sie diese E-Mail (an: "
                f'<span class="preheader">{ANN}</span>) nicht mehr empfangen '
                f'möchten, können Sie diese <a href="{host}rmsub/{n}-{t}'
                f'?act=uns">hier</a> kostenlos abbestellen.<img src="{host}o/'
                f'{n}/{t}.gif" width="1" height="1">')
    return letter("reach", mail(head(
        "Ein Schalter für alle", "X-CSA-Complaints: csa@eco.example",
        f"Feedback-ID: {n}:{t}:reach"), body, transfer="quoted-printable"),
        [t, f"{n}/0-5f0a"])


def cloud():
    t = [hashlib.sha256(bytes([n])).hexdigest() * 2 for n in range(7)]
    click = "https://click.e.news.example/?qs="
    body = html(*links(*[click + x for x in t[:4]]),
                before=f'<a href="https://view.e.news.example/?qs={t[4]}">View '
                       "this email online</a>",
                footer=f"This email was sent to: {ANN}<br>This email was sent "
                f'by: The Morning Boat<br><a href="{click}{t[5]}" alias="'
                f'Profile Center">Manage preferences</a> <a href="{click}{t[6]}'
                '">One-Click Unsubscribe</a><img src="https://click.e.news.'
                'example/open.aspx?ffcb10-fec1177470660678-fe4a1372766c067c74'
                '11" width="1" height="1">')
    return letter("cloud", mail(head(
        "One counter for all", "List-Unsubscribe: <mailto:leave-fd8f15787c7a27"
        "5c761d29-fe4a1372@leave.e.news.example>"), body),
        [*t, "fec1177470660678", "fd8f15787c7a275c761d29"])


def jet():
    t = "AVcAAHkq3mUAAAAAAAAAAcT8vLwAAYCtCf0AAAAAACrZ2gBl6kqT"
    host = "https://x1y2z.jet.example/"
    end = base64.b64encode(STORY.encode()).decode()
    body = html(f'{S[0]} <a href="{host}lnk/{t}/1/kTq8/{end}">Lire la suite'
                "</a>", *S[1:],
                footer=f"Cet e-mail a été envoyé à {ANN}, <a href=\"{host}unsub2"
                f'?m={t}&amp;b=5f2c9a71&amp;e=9a1f7c&amp;x=Qw8rTy2u&amp;hl=FR">'
                "cliquez ici pour vous désabonner</a>."
                f'<img src="{host}oo/{t}/5f2c9a71/e.gif" height=1 width=1>')
    return letter("jet", mail(head(
        "Un guichet pour tous", f"List-Unsubscribe: <{host}unsub2?m={t}&b="
        "5f2c9a71>", f"X-MJ-Mid: {t}"), body),
        [t, "5f2c9a71", "Qw8rTy2u"], [STORY])


def rapid():
    t, n = "fd31c9e0b2", "204518844"
    host = "https://t7f2d4e1b.sys1a.example/"
    body = html(*links(*[f"{host}c/28/5012345/{n}/0/456789{k}/{t}.html"
                         for k in "1234"]),
                before=f'<a href="{host}mailing/28/5012345/{n}/{t}/index.html"'
                       ">Online ansehen</a>",
                footer=f"Diese E-Mail wurde an {NAME}<!-- -->@{HOST} versendet."
                f' <a href="{host}unsubscribe/28/5012345/{n}/{t}/">Newsletter '
                f'abbestellen</a><img src="{host}p/28/{n}/{t}.gif" width=1>')
    return letter("rapid", mail(head("Ein Schalter für alle"), body), [t, n])


def inx():
    t = "p0004iei00d0000h200000000000l4q3vzr7b5dmkqy4x6nwtj2a"
    host = "https://service.inx.example/boat/"
    body = html(*links(*[f"{host}d?{t}{k}" for k in "1234"]),
                before=f'<a href="{host}html_mail.jsp?params={t}9">Falls Sie '
                       "diese E-Mail nicht lesen können, klicken Sie hier</a>",
                footer=f'<a href="{host}d/d.html?{t}5">Abmelden</a> Sie lesen '
                f"dies als {ANN.upper()}.<img src=\"{host}d?{t}7\" width=\"1\" "
                'height="1">')
    return letter("inx", mail(head("Ein Schalter für alle"), body,
                              transfer="base64"), [t])


def two_go():
    u, c = hashlib.md5(b"u").hexdigest(), hashlib.md5(b"c").hexdigest()
    host = "https://mailing.twogo.example/"
    body = html(*links(*[f"{host}c/0/{u}/{c}{k}" for k in "1234"]),
                before=f'<a href="{host}ov/{u}/{c}">Webversion</a>',
                footer=f'Dieser Newsletter ging an <a href="mailto:{ANN}?'
                f'subject=x">{NAME}&#x40;{HOST}</a>. <a href="{host}unsub/{u}">'
                "Abmeldelink</a>")
    return letter("two-go", mail(head("Ein Schalter für alle"), body), [u, c])


def contact():
    m = "001kFzQ7yX2vT9wLmR4bNcD8sHj3gPq6aWe5uKo"
    ch = "Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4z"
    go = f"https://r20.rs6.example/tn.jsp?f={m}&c={ch}&ch={ch}=="
    do = "https://visitor.contact.example/do?p=%s&m=" + m + "&ch=" + ch[:9]
    body = html(*links(go, go, go, go),
                footer=f"The Morning Boat | Pier 1 | Lowmoor<br><a href=\""
                f'{do % "un"}">Unsubscribe {ANN}</a> | <a href="{do % "oo"}">'
                "Update Profile</a> | Sent by boat@news.example in "
                "collaboration with Contact")
    return letter("contact", mail(head("One counter for all"), body), [m, ch])


def active():
    s = "d41a8cd98f00b2043980998ecf8427aa"
    x = "3DZy~GDJL3Xa6J_-_Ax2V~y2jzA"
    host = "https://boat.active.example/"
    body = html(*links(*[f"{host}lt.php?x={x}{k}~" for k in "abcd"]),
                footer=f"Sent to: {ANN}<br><a href=\"{host}proc.php?nl=1&amp;c="
                f'2&amp;m=3&amp;s={s}&amp;act=unsub">Unsubscribe</a><img src="'
                f'{host}lt.php?x={x}&amp;i=0A0" width="1" height="1">')
    return letter("active", mail(head(
        "One counter for all", f"List-Unsubscribe: <{host}proc.php?nl=1&c=2&m="
        f"3&s={s}&act=unsub>", "X-Report-Abuse: Please report abuse to "
        f"{host}abuse.php?s={s}"), body), [s, x])


def mark():
    t = "Yk9sAQ/AQ/5e8c1f7a-2b9d-4f0e-9c55-0d1e2f3a4b5c/1/Zq3VwXy7Lk"
    click = "https://click.mark.example/3s/"
    body = html(f'{S[0]} <a href="{click}{quote(STORY[8:], "")}/{t}">Story'
                "</a>", *S[1:],
                footer=f'<a href="https://unsubscribe.mark.example/?id={t[10:]}'
                f'">Unsubscribe</a> from what {ANN} gets.'
                f'<img src="https://o.mark.example/e/o/{t}" width=1 height=1>')
    return letter("mark", mail(head(
        "One counter for all", "X-PM-Message-Id: " + t[10:46]), body),
        [t, t[10:46]])


def sympa():
    n = "73205518840021"
    text = "\n\n".join([
        *S, "-- \nPour se désabonner de la liste boat, cliquer sur\n"
        f"https://listes.example/sympa/auto_signoff/boat/{quote(ANN, '')}\n"
        f"ou sur https://listes.example/sympa/ticket/{n}\n"
        f"Vous êtes abonné avec l'adresse {NAME}@\n{HOST}."])
    return letter("sympa", mail(head(
        "[boat] Un guichet", "List-Id: <boat.listes.example>",
        "List-Unsubscribe: <mailto:sympa@listes.example?subject=unsubscribe"
        "%20boat>", to="boat@listes.example",
        sender="Joan Pilot <joan@pilots.example>") +
        f"\nDelivered-To: {ANN}", text, "text/plain"), [n])


def monk():
    who = "3c9e1f04-77aa-4d52-8b0e-6f1d2a9b5c7e"
    what = "b0a4d7e2-19c3-4f88-a6d5-0e7f3b2c1d9a"
    host = "https://list.news.example/"
    body = html(*links(*[f"{host}link/0{k}f1c3a5-6e2d-4b9a-8c7f-1a2b3c4d5e6f/"
                         f"{what}/{who}" for k in "1234"]),
                before=f'<a href="{host}campaign/{what}/{who}">View in browser'
                       "</a>",
                footer=f'<a href="{host}subscription/{what}/{who}">Unsubscribe'
                f'</a> {ANN}<img src="{host}campaign/{what}/{who}/px.png" alt="'
                '" width="1" height="1">')
    return letter("monk", mail(head(
        "One counter for all", f"List-Unsubscribe: <{host}subscription/{what}/"
        f"{who}>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click"),
        body), [who])


# How else an address may stand in a letter.

def quoted_name():
    text = "\n\n".join([*S, f"This went to {ANN} and to \"{NAME}\"@{HOST}."])
    return letter("quoted-name", mail(head(
        "One counter for all", "Cc: ann.miller (at work)@dept . example",
        to=f'"Miller, Ann" <"{NAME}"@{HOST}>'), text, "text/plain"))


def broken_lines():
    text = "\n\n".join([
        *S, f"> The list has this letter going out to {NAME}@\n> {HOST} and to "
        "nobody beside her.", "You get this since the office has the address "
        f"{NAME}\n@{HOST} in its book of readers."])
    return letter("broken-lines", mail(head("One counter for all"), text,
                                       "text/plain"))


def cells():
    page = html(*S, footer=f"{NAME}</p></td><td>@</td><td>{HOST}</td></tr><tr>"
                f"<td><p>{NAME}@<br>{HOST}</p></td></tr><tr><td><p>"
                + "".join(f"<span>{c}</span>" for c in ANN) +
                f" {NAME}<WBR/>@<x-y>{HOST}</x-y> "
                + "".join(f"&#{ord(c)};" for c in ANN.upper()))
    return letter("cells", mail(head("One counter for all"), page))


def codes():
    digests = [hashlib.new(kind, ANN.encode())
               for kind in ("md5", "sha1", "sha224", "sha256", "sha384")]
    codes = [d.hexdigest() for d in digests] + [
        base64.urlsafe_b64encode(d.digest()).decode().rstrip("=")
        for d in digests] + [b64(ANN), b64(f'{{"to":"{ANN}"}}')]
    page = html(*S, footer="".join(
        f'<a href="https://news.example/story/{n}?k={code}">{n}</a> '
        for n, code in enumerate(codes)) + f"Your numbers: {codes[0]}, "
        f"{codes[-2]} or {ANN.encode().hex()}.")
    return letter("codes", mail(head("One counter for all"), page), codes)


def puny():
    who, seen = "ann@xn--brgeramt-65a.example", "ann@bürgeramt.example"
    page = html(*S, footer=f"Gesendet an {seen}, an {seen.upper()}, an {who} "
                f'und <a href="https://news.example/?e={quote(seen)}">hier</a>.'
                )
    return letter("puny", mail(head("Ein Schalter", to=f"Ann <{who}>"), page),
                  [seen, seen.upper()], who=(who,))


def wide():
    wide_ann = "".join(chr(ord(c) + 0xFEE0) for c in ANN)
    text = "\n\n".join([*S, f"送付先：{wide_ann}、解除はこちら。",
                       f"Sent to {NAME} [at] {HOST.replace('.', ' [dot] ')}."])
    return letter("wide", mail(head("One counter for all"), text,
                               "text/plain"), [wide_ann])


MORE_LETTERS = [make() for make in (
    reach, cloud, jet, rapid, inx, two_go, contact, active, mark, sympa, monk,
    quoted_name, broken_lines, cells, codes, puny, wide)]
