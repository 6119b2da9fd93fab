"""Letters to many as the usual programs send them: what of each is its
reader's alone, what sentences have to be read in it, and which links stay.

No letter was sent to anybody; names, places and tokens are made up, and hosts
end in .example. A letter is a dict: "name", "bytes", "who" (addresses), "marks"
(tokens), "says" (sentences), "stays" (pieces of addresses).
"""
import base64
import hashlib
import json
import quopri
from urllib.parse import quote

ANN = "ann.miller@dept.example"
MD5 = hashlib.md5(ANN.encode()).hexdigest()
SHA256 = hashlib.sha256(ANN.encode()).hexdigest()


def b64(text):
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def jwt(**what):
    return ".".join([b64('{"alg":"HS256"}'), b64(json.dumps(what)),
                     "kT9vQ2xLw8ZrB4nYp1Hs"])


S = [
    "The ferry office opened its new counter on Monday, and the first people "
    "in the queue were served within five minutes.",
    "Staff spent most of the spring moving the paper files of two islands "
    "into one register, which the auditor had asked for.",
    "The harbour master said that the old timetable would stay on the wall "
    "until every school on the north shore had been told.",
    "A second counter follows in autumn, when the roof of the old customs "
    "house has been mended and the lift works again.",
]


def head(subject, *more, to=f"Ann Miller <{ANN}>",
         sender='"The Morning Boat" <boat@news.example>'):
    return "\n".join([
        f"From: {sender}", f"To: {to}", f"Subject: {subject}",
        "Date: Wed, 4 Mar 2026 06:01:00 +0000",
        "Message-ID: <20260304060100.1@news.example>", "MIME-Version: 1.0",
        *more])


def html(*blocks, before="", footer=""):
    inner = "".join(f"<tr><td><p>{b}</p></td></tr>\n" for b in blocks)
    return (f'<html><body>{before}<table width="600">\n'
            f"<tr><td><h1>One counter for all</h1></td></tr>\n{inner}"
            f'<tr><td><p style="font-size:11px">{footer}</p></td></tr>'
            "</table></body></html>\n")


def mail(header, body, kind="text/html", transfer=None):
    data = body.encode()
    if transfer == "base64":
        data = base64.encodebytes(data)
    elif transfer == "quoted-printable":
        data = quopri.encodestring(data)
    extra = f"\nContent-Transfer-Encoding: {transfer}" if transfer else ""
    return (f"{header}\nContent-Type: {kind}; charset=utf-8{extra}\n\n"
            ).encode() + data


def letter(name, data, marks=(), stays=(), says=S, who=(ANN,),
           suffix=".eml"):
    return {"name": name, "bytes": data, "marks": list(marks), "who": who,
            "stays": list(stays), "says": list(says), "suffix": suffix}


def mailchimp():
    u, e, i = "1f0c2d7a9be44c6d8a7f3e5b2", "9d41c0b7fa", "a7c3e91d20"
    base = f"https://boat.us4.list-manage.example/"
    track = f"{base}track/click?u={u}&id={i}&e={e}"
    body = html(
        f'{S[0]} <a href="{track}">Read on</a>', S[1],
        f'{S[2]} <a href="https://news.example/2026/03/09/one-counter-12345'
        f'?mc_cid=5f3a&mc_eid={e}">The story</a>', S[3],
        before=f'<a href="https://mailchi.mp.example/boat/issue-12?e={e}">'
               "View this email in your browser</a>",
        footer=f"This email was sent to <a href='mailto:{ANN}'>{ANN}</a>. "
               f'<a href="{base}unsubscribe?u={u}&id={i}&e={e}&c=77">'
               f'unsubscribe from this list</a> <a href="{base}profile?u={u}'
               f'&id={i}&e={e}">update subscription preferences</a>'
               f'<img src="{base}track/open.php?u={u}&id={i}&e={e}" '
               'height="1" width="1" alt="">')
    return letter("mailchimp", mail(head(
        "One counter for all", f"List-Unsubscribe: <{base}unsubscribe?u={u}"
        f"&id={i}&e={e}&c=77>, <mailto:unsubscribe-mc.us4_{e}@mailin.example"
        "?subject=unsubscribe>"), body), [u, e],
        ["https://news.example/2026/03/09/one-counter-12345"])


def govdelivery():
    t = jwt(bulletin_link_id=101, uri="bp2:click", recipient="8812773",
            url="https://news.example/2026/03/09/one-counter")
    t2 = jwt(bulletin_link_id=102, uri="bp2:click", recipient="8812773",
             url="https://news.example/timetable?line=7")
    out = "https://lnks.example/l/"
    body = html(f'{S[0]} <a href="{out}{t}/s/8812773/br/24">Read on</a>', S[1],
                f'{S[2]} <a href="{out}{t2}">Timetable</a>', S[3],
                footer=f"This email was sent to {ANN} using GovPost. "
                f'<a href="https://public.govpost.example/accounts/subscriber/'
                f'new?preferences=true&t={t}">Manage preferences</a> | '
                f'<a href="https://public.govpost.example/unsubscribe/'
                f'{b64(ANN)}">Unsubscribe</a>')
    return letter("govdelivery", mail(head("One counter for all"), body,
                                      transfer="quoted-printable"),
                  [t, t.split(".")[1], "kT9vQ2xLw8ZrB4nYp1Hs"],
                  ["https://news.example/2026/03/09/one-counter",
                   "https://news.example/timetable?line=7"])


def campaign_monitor():
    a, b = "tjdkhijd", "ykwtlyiiu"
    host = "https://boat.createpost.example/t/"
    links = [f"{host}r-l-{a}-{b}-{c}/" for c in "abcd"]
    body = html(*[f'{s} <a href="{x}">More</a>' for s, x in zip(S, links)],
                before=f'<a href="{host}r-e-{a}-{b}-r/">View in browser</a>',
                footer=f'<a href="{host}r-u-{a}-{b}-t/">Unsubscribe</a> '
                f'<a href="{host}r-f-{a}-{b}-q/">Forward to a friend</a>'
                f'<img src="https://boat.cmail.example/t/r-o-{a}-{b}/o.gif" '
                'width="1" height="1">')
    return letter("campaign-monitor", mail(head(
        "One counter for all", f"List-Unsubscribe: <{host}r-u-{a}-{b}-t/>"),
        body), [a, b])


def sendgrid():
    t = ("u001.aBcDeFgH1-2BiJkLmN0pQrStUvWxYz9876543210ZyXwVuTsRq-2FpOnMlKj"
         "IhGfEdCbA_q7R")
    click = "https://u1234567.ct.post.example/ls/click?upn="
    body = html(f'{S[0]} <a href="{click}{t}1">Read on</a>', S[1],
                f'{S[2]} <a href="{click}{t}2">Timetable</a>', S[3],
                footer=f'<a href="{click}{t}3">Unsubscribe</a> - <a href='
                f'"https://u1234567.ct.post.example/asm/unsubscribe/?user_id='
                f'12&data={t}4">Unsubscribe Preferences</a><img src="https://'
                f'u1234567.ct.post.example/wf/open?upn={t}5" alt="" width="1"'
                ' height="1" border="0" style="height:1px !important;">')
    return letter("sendgrid", mail(
        "Return-Path: <bounces+1234567-89ab-" + ANN.replace("@", "=") +
        "@em.news.example>\n" + head("One counter for all"), body,
        transfer="base64"), [t, "aBcDeFgH1"])


def hubspot():
    t = ("VWLhQ8N5m2kpW5jX7Rn2xKz0QW4hTb6L5fDq3mN8sPq9T3qn9gW7lCdLW6lZ3"
         "m7W1b8k4Q5vN2r")
    host = "https://d2k1-04.eu1.hubpost.example/Ctc/"
    body = html(f'{S[0]} <a href="{host}UC+23284/{t}a">Read on</a>', S[1],
                f'{S[2]} <a href="https://news.example/story/one-counter?'
                f'utm_campaign=mar&_hsenc=p2ANqtz-{t}&_hsmi=88123">Story</a>',
                S[3],
                footer='<a href="https://hs-99.hubpost.example/hs/preferences-'
                f'center/en/direct?data={t}">Manage preferences</a> '
                '<a href="https://hs-99.hubpost.example/hs/preferences-center'
                f'/en/unsubscribe?data={t}">Unsubscribe</a>')
    return letter("hubspot", mail(head("One counter for all"), body), [t],
                  ["https://news.example/story/one-counter"])


def substack():
    j = b64('{"u":"4a8kq","e":"' + ANN + '"}')
    token = jwt(user_id=81773521, post_id=190, iat=1772604000)
    uid = "5c1f7c3e-2b9a-4f0d-9c55-0d1e2f3a4b5c"
    body = html(f'<a href="https://boat.stack.example/p/one-counter-for-all?'
                f'utm_source=email&amp;token={token}&amp;r=4a8kq9">{S[0]}</a>',
                S[1], f'{S[2]} <a href="https://stack.example/redirect/{uid}'
                f'?j={j}">Timetable</a>', S[3],
                footer='<a href="https://stack.example/action/disable_email/'
                f'disable?token={token}">Unsubscribe</a> <a href="https://'
                f'open.stack.example/pub/boat/p/one?token={token}">READ IN '
                "APP</a>")
    return letter("substack", mail(head(
        "One counter for all", "List-Id: <boat.stack.example>"), body),
        [j, token, uid],
        ["https://boat.stack.example/p/one-counter-for-all"])


def brevo():
    t = "5fXa9Q2kLmN8rTzVbC7dY3"
    host = "https://r.boat.news.example/mk/"
    body = html(f'{S[0]} <a href="{host}cl/f/sh/1t6Af4OiGsGX/{t}">Weiter</a>',
                S[1], f'{S[2]} <a href="{host}cl/f/sh/7nVU1aA2ng/{t}">Plan'
                "</a>", S[3],
                before=f'<a href="{host}mr/sh/SMJz09a0/{t}">Im Browser ansehen'
                "</a>",
                footer="Diese E-Mail wurde an "
                f"{ANN.replace('@', '@<wbr>')} gesendet. Um sich abzumelden, "
                f'<a href="{host}un/v2/sh/7nVTPdZL/{t}">klicken Sie hier</a>.')
    return letter("brevo", mail(head("Ein Schalter für alle"), body), [t])


def dotdigital():
    t = "1ABC-7XQ2D-2RVK9P-4HWZ8-1"
    host = "https://post.news.example/"
    body = html(*[f'{s} <a href="{host}{t}/c.aspx?l={i}">En savoir plus</a>'
                  for i, s in enumerate(S)],
                before=f'<a href="{host}{t}/cr.aspx">Voir en ligne</a>',
                footer=f"Ce message est destiné à {ANN.upper()}. Pour ne plus "
                f'recevoir nos lettres, <a href="{host}{t}/uns.aspx">cliquez '
                "ici</a>.")
    return letter("dotdigital", mail(head("Un guichet pour tous"), body),
                  [t, "7XQ2D-2RVK9P"])


def safelink(target):
    data = (f"05|02|{ANN}|4f1b0a77c3d94d6e8a|6f1de6c0a1b24c3d|0|0|"
            "638765432109876543|Unknown|TWFpbGZsb3d8eyJFb")
    return ("https://eur03.safelinks.filter.example/?url=" +
            quote(target, "") + "&data=" + quote(data, "") +
            "&sdata=h%2FqWzY8rT2kLp0vB&reserved=0")


def outlook_forward():
    story = "https://news.example/2026/03/09/one-counter-12345"
    off = "https://news.example/unsubscribe?u=7f3a91bc&l=4"
    body = ("<html><body><p>Have you seen this?</p><div><p><b>From:</b> The "
            "Morning Boat &lt;boat@news.example&gt;<br><b>Sent:</b> Wednesday, "
            f"4 March 2026 06:01<br><b>To:</b> Miller, Ann &lt;{ANN}&gt;<br>"
            "<b>Subject:</b> One counter for all</p></div>"
            f"<p>{S[0]}</p><p>{S[1]}</p>"
            f'<p>{S[2]} <a href="{safelink(story).replace("&", "&amp;")}">'
            f"Story</a></p><p>{S[3]}</p>"
            f'<p><a href="{safelink(off)}" originalsrc="{off}">Unsubscribe</a>'
            "</p></body></html>")
    return letter("outlook-forward", mail(head(
        "FW: One counter for all", to="Cuttings <cuttings@dept.example>",
        sender=f"Ann Miller <{ANN}>"), body),
        ["7f3a91bc", "4f1b0a77c3d94d6e8a", "h%2FqWzY8rT2kLp0vB"], [story],
        who=(ANN, "cuttings@dept.example"))


def google_groups():
    text = "\n\n".join([*S, "-- \nYou received this message because you are "
                       "subscribed to the group.\nTo unsubscribe from this "
                       "group, write to boat+unsubscribe@groups.example.\n"
                       "To view this discussion visit https://groups.example"
                       "/d/msgid/boat/CAF%3DxY7kQ2mR9vT4wZ8pL1sD6fG3hJ5"
                       "%40mail.example."])
    return letter("google-groups", mail(
        f"Delivered-To: {ANN}\n" + head(
            "One counter for all", "List-Id: <boat.groups.example>",
            to="boat@groups.example",
            sender="Joan Pilot <joan@pilots.example>"), text, "text/plain"))


def mailman():
    token = "c0ffee77d41d8cd98f00"
    text = "\n\n".join([*S, "_" * 47 + "\nBoat mailing list\n"
                       "https://lists.example/options/boat/"
                       f"{ANN.replace('@', '--at--')}\n"
                       f"https://lists.example/options/boat/{quote(ANN)}\n"
                       f"Unsubscribe: https://lists.example/leave/{token}\n"
                       f"This list knows you as {ANN.replace('@', ' at ')}."])
    return letter("mailman", mail(head(
        "[Boat] One counter for all",
        f"List-Unsubscribe: <https://lists.example/leave/{token}>,\n "
        f"<mailto:boat-leave+{token}@lists.example>", to="boat@lists.example",
        sender="Joan Pilot <joan@pilots.example>") +
        f"\nX-Original-To: {ANN}", text, "text/plain"), [token])


def plain():
    text = "\n\n".join([
        S[0], f"{S[1]} Read on <https://click.news.example/?qs=\n"
        "8d2f6b1e0c9a7d5f3b1e8c6a4d2f0b9e7c5a3d1f8b6e4c2a0d9f7b5e3c1a8d6f>",
        S[2] + " (https://news.example/2026/03/one-counter-12345)", S[3],
        f"This was sent to {ANN}.\nUnsubscribe: www.news.example/u/7f3a91bc "
        "or\nhttps://www.news.example/u/7f3a91bc\n"
        "Gravatar: https://pictures.example/avatar/" + MD5])
    return letter("plain", mail(head(
        f"For {ANN}: one counter for all",
        "List-Unsubscribe: <https://www.news.example/u/7f3a91bc>"),
        text, "text/plain"),
        ["7f3a91bc", "8d2f6b1e0c9a7d5f3b1e", "0d9f7b5e3c1a8d6f"],
        ["https://news.example/2026/03/one-counter-12345"])


def quoted_printable():
    t = "Zk3vR8tQ1mW6yB2nH7pL"
    text = "\n\n".join([*S, "Afmelden: https://nieuws.example/afmelden/" + t,
                       f"Voorkeuren: https://nieuws.example/v?e={quote(ANN)}"])
    return letter("quoted-printable", mail(head("Eén loket"), text,
                                           "text/plain", "quoted-printable"),
                  [t])


def base64_both():
    t = "n4Xw9KpR2vLq7TzM5bYc"
    link = f"https://boletin.example/baja/{t}"
    page = html(*S, footer=f'Para darse de baja, pulse <a href="{link}">aquí'
                f"</a>. Enviado a {ANN.replace('@', '&#64;')}.")
    text = "\n\n".join([*S, f"Para darse de baja: {link}", f"Enviado a {ANN}."])
    parts = "".join(
        f"--b1\nContent-Type: {kind}; charset=utf-8\n"
        "Content-Transfer-Encoding: base64\n\n" +
        base64.encodebytes(body.encode()).decode()
        for kind, body in (("text/plain", text), ("text/html", page)))
    return letter("base64-both", (head(
        "Una ventanilla", 'Content-Type: multipart/alternative; boundary="b1"')
        + f"\n\n{parts}--b1--\n").encode(), [t])


def related():
    t = "Q7wE2rT9yU4iO1pA6sD3"
    page = html(S[0] + ' <img src="cid:boat@news" alt="A boat">', *S[1:],
                footer=f'<a href="https://nyhetsbrev.example/avregistrera?k={t}'
                '">Avregistrera</a>')
    png = base64.b64encode(b"\x89PNG no picture").decode()
    return letter("related", (head(
        "En lucka", 'Content-Type: multipart/related; boundary="r1"') +
        f"\n\n--r1\nContent-Type: text/html; charset=utf-8\n\n{page}\n"
        "--r1\nContent-Type: image/png\nContent-ID: <boat@news>\nContent-"
        f"Transfer-Encoding: base64\n\n{png}\n--r1\nContent-Type: application/"
        f'pdf; name="for {ANN}.pdf"\nContent-Disposition: attachment\n\nx\n'
        "--r1--\n").encode(), [t])


def as_attachment():
    t = "b7Yc4Xn9Kw2Rp5Lv8Tq1"
    inner = mail(head("One counter for all").replace(
        "From: ", f"Delivered-To: {ANN}\nFrom: "),
        html(*S, footer=f"Sent to {ANN} and cuttings@dept.example. <a href="
             f'"https://news.example/leave?t={t}">Leave this list</a>'))
    return letter("as-attachment", (head(
        "Fwd: One counter for all", "Content-Type: multipart/mixed; "
        'boundary="m1"', to="cuttings@dept.example",
        sender=f"Ann Miller <{ANN}>") +
        "\n\n--m1\nContent-Type: text/plain\n\nFor the file, please. "
        f"Ann\n--m1\nContent-Type: message/rfc822; name=\"{ANN}.eml\"\n\n"
        ).encode() + inner + b"\n--m1--\n", [t],
        who=(ANN, "cuttings@dept.example"))


def verp():
    t = "bounce-771-" + ANN.replace("@", "=") + "@bounce.news.example"
    page = html(f'{S[0]} <a href="mailto:boat@news.example">Write to us</a>',
                *S[1:], footer=f"Replies go to {t}. <a href=\"mailto:{t}?"
                'subject=unsubscribe">Unsubscribe</a>')
    return letter("verp", mail(
        f"Return-Path: <{t}>\nReceived: from a by b with ESMTP id 7 for "
        f"<{ANN}>;\n Wed, 4 Mar 2026 06:01:02 +0000\n" +
        head("One counter for all", to="undisclosed-recipients:;"), page),
        stays=["mailto:boat@news.example"])


def many():
    others = [f"reader{i}.of.many@dept{i}.example" for i in range(30)]
    page = html(*S, footer="Copies went to " + ", ".join(others) + f", {ANN}.")
    cc = "\n".join("Cc: " + ",\n ".join(others[i:i + 10])
                   for i in range(0, 30, 10))
    return letter("many", mail(head("One counter for all", *cc.split("\n")),
                               page), who=(ANN, *others))


def x_headers():
    t = "3f9c1a7e5b2d8c4f6a0e9b7d"
    page = html(
        f'{S[0]} <a href="https://news.example/2026/03/09/one-counter?h='
        f'{SHA256}">Story</a>',
        f'{S[1]} <a href="https://news.example/?id=123">Home</a>',
        f'{S[2]} <a href="https://news.example/r/{ANN.encode().hex()}/12">'
        "Plan</a>", S[3],
        footer=f'<a href="https://news.example/prefs/{t}">Zarządzaj '
        f'preferencjami</a> {ANN.replace("@", " [at] ")}')
    return letter("x-headers", mail(head(
        "Jedno okienko", f"X-Envelope-To: {ANN}", f"X-Reader: {b64(ANN)}",
        f"X-Campaign-Id: {t}", to="readers:;"), page),
        [t, SHA256, ANN.encode().hex()],
        ["https://news.example/2026/03/09/one-counter",
         "https://news.example/?id=123"])


def invitation():
    t = "RVBcalendar7Kq2Lw9XzT4mP"
    page = html(*S, footer="Accept: <a href=\"https://meet.example/rsvp?e="
                f"{b64(ANN)}&amp;k={t}\">Yes</a>, or "
                f'<a href="https://meet.example/unsubscribe/{t}">Отписаться'
                "</a>")
    ics = ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nATTENDEE;CN=Ann Miller:mailto:"
           f"{ANN}\nEND:VEVENT\nEND:VCALENDAR\n")
    return letter("invitation", (head(
        "Invitation: one counter for all", "Content-Type: multipart/mixed; "
        'boundary="c1"') + "\n\n--c1\nContent-Type: text/html; charset=utf-8"
        f"\n\n{page}\n--c1\nContent-Type: text/calendar; charset=utf-8; "
        f'method=REQUEST; name="{ANN}.ics"\n\n{ics}\n--c1--\n').encode(), [t])


def filtered():
    """Two filters of mail, and an address that was cut at its line's end."""
    t, tail = "Xy9kQ2mR9vT4wZ8pL1sD6fG3hJ5k", "0b9e7c5a3d1f8b6e4c2a0d9f7b5e"
    story = "https-3A__news.example_2026_one-2Dcounter-2D12345"
    text = "\n\n".join([
        f"{S[0]} <https://filter.example/v2/url?u={story}&d=DwMFaQ&r={t}&m=Z>",
        f"{S[1]} <https://filter.example/v3/__https://news.example/a-plan__;"
        f"!!{t}!b$>", S[2],
        "https://news.example/unsubscribe/8d2f6b1e0c9a7d5f3b1e8c6a4d2f0b9e7c5a"
        f"3d1f\n{tail}", S[3]])
    return letter("filtered", mail(head("One counter for all"), text,
                                   "text/plain"),
                  [t, tail, "8d2f6b1e0c9a7d5f"],
                  ["https://news.example/2026/one-counter-12345",
                   "https://news.example/a-plan"])


def mailbox():
    t = "Zk3vR8tQ1mW6yB2nH7pL"
    both = b"\n".join(
        b"From boat@news.example Wed Mar  4 06:01:00 2026\n" + mail(
            head("One counter for all", to=who), "\n\n".join(
                [*S, f"Sent to {ANN} and bob@dept.example.",
                 f"Unsubscribe: https://news.example/u/{t}"]), "text/plain")
        for who in (ANN, f"bob@dept.example\nCc: {ANN}"))
    return letter("mailbox", both, [t], who=(ANN, "bob@dept.example"),
                  suffix=".mbox")


# Those that somebody saved, with no header that says for whom they were.

PAGE_MARK = "9d41c0b7fae2"


def page():
    story = "https://news.example/2026/03/09/one-counter-12345"
    return html(
        f'{S[0]} <a href="{story}?utm_source=mail">Story</a>',
        f'{S[1]} <a href="https://click.news.example/c/{PAGE_MARK}/7">Plan'
        "</a>", *S[2:],
        before=f'<a href="https://news.example/v?e={PAGE_MARK}">Web version'
               "</a>",
        footer=f"Sent to {ANN}. <a href=\"https://news.example/off?k="
               f"{PAGE_MARK}&amp;e={quote(ANN)}\">Unsubscribe</a><img src="
               f'"https://news.example/o?e={PAGE_MARK}" width=1 height=1>')


STAYS = ["https://news.example/2026/03/09/one-counter-12345"]


def saved():
    text = page().replace("<html>", '<!DOCTYPE html><html lang="en"><head>'
                          "<title>One counter for all</title><link rel="
                          f'"canonical" href="https://news.example/v?e='
                          f'{PAGE_MARK}"></head>')
    return letter("saved", text.encode(), [PAGE_MARK], STAYS, suffix=".html")


def saved_whole():
    text = (f"From: <Saved by Browser>\nSnapshot-Content-Location: https://"
            f"news.example/v?e={PAGE_MARK}\nSubject: One counter for all\n"
            "Date: Wed, 4 Mar 2026 06:01:00 +0000\nMIME-Version: 1.0\n"
            'Content-Type: multipart/related; boundary="s1"\n\n--s1\n'
            "Content-Type: text/html; charset=utf-8\nContent-Location: "
            f"https://news.example/v?e={PAGE_MARK}\n\n{page()}\n--s1--\n")
    return letter("saved-whole", text.encode(), [PAGE_MARK], STAYS,
                  suffix=".mhtml")


def in_feed():
    """A feed's own words stay as they are."""
    text = page().replace(f"Sent to {ANN}. ", "")
    feed = ('<feed xmlns="http://www.w3.org/2005/Atom"><title>Mail</title>'
            "<id>urn:x:1</id><updated>2026-03-04T06:01:00Z</updated><entry>"
            "<id>urn:x:2</id><title>One counter for all</title><updated>"
            "2026-03-04T06:01:00Z</updated><content type=\"html\">" +
            text.replace("&", "&amp;").replace("<", "&lt;") +
            "</content></entry></feed>")
    return letter("in-feed", feed.encode(), [PAGE_MARK], STAYS,
                  suffix=".atom")


LETTERS = [make() for make in (
    mailchimp, govdelivery, campaign_monitor, sendgrid, hubspot, substack,
    brevo, dotdigital, outlook_forward, google_groups, mailman, plain,
    quoted_printable, base64_both, related, as_attachment, verp, many,
    x_headers, invitation, filtered, mailbox, saved, saved_whole,
    in_feed)]
