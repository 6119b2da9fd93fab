"""Mails that mean harm, by what they have too much of."""

HEAD = (b"From: Ann <ann@mill.example>\nTo: bob@quay.example\n"
        b"Subject: Boats\nDate: Wed, 4 Mar 2026 06:01:02 +0000\n"
        b"MIME-Version: 1.0\n")
LINE = b"Line %d of the letter says what the boats of the day have carried.\n"


def parts(n):
    """Each shown in the letter, one behind the other."""
    return (HEAD + b"Content-Type: multipart/mixed; boundary=x\n\n" +
            b"".join(b"--x\nContent-Type: text/plain\n\n" + LINE % i
                     for i in range(n)) + b"--x--\n")


def recipients(n):
    """Each of them looked for in what the letter says."""
    return (HEAD + b"".join(b"Cc: reader%d@dept%d.example\n" % (i, i)
                            for i in range(n)) + b"\n" +
            b"".join(LINE % i + b"reader%d@dept%d.example\n" % (i, i)
                     for i in range(n)))


CASES = {
    "parts of text": (4000, parts),
    "recipients": (2000, recipients),
}
