"""Messages that govpub wrote, read back by Python's email package."""
import email
import email.policy
import re


def load(path):
    with open(path, "rb") as f:
        return f.read()


def parse(data):
    return email.message_from_bytes(data, policy=email.policy.default)


def forms(message):
    """Its plain text and its HTML."""
    return (message.get_body(("plain",)).get_content(),
            message.get_body(("html",)).get_content())


def words(html):
    """What a reader of the HTML sees, spaces made one."""
    html = re.sub(r"<(style|title)\b.*?</\1>|<!--.*?-->", " ", html, flags=re.S)
    html = re.sub(r"<[^>]+>", " ", html)
    for name, char in (("lt", "<"), ("gt", ">"), ("quot", '"'), ("amp", "&")):
        html = html.replace(f"&{name};", char)
    return " ".join(html.split())


def unflowed(text):
    """format=flowed put together again (RFC 3676, 4.1)."""
    out = []
    for line in text.split("\n"):
        line = line[1:] if line.startswith(" ") else line
        if out and out[-1].endswith(" ") and out[-1] != "-- ":
            out[-1] += line
        else:
            out.append(line)
    return "\n".join(out)


def long_lines(data):
    """Lines of a message that are longer than RFC 5322, 2.1.1, wants, but for
    fields of one address or id, which cannot be parted."""
    return [line for line in data.decode("ascii").split("\n")
            if len(line) > 78 and not re.fullmatch(r"\S* ?<?\S+>?,?", line)]
