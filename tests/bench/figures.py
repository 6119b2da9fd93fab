"""One plain line for each thing measured, which tests/bench/all gathers from
what a program prints, whatever else it prints. It measures nothing.

    figure | five articles as a PDF | s | govpub 0.033 | Typst 0.21 | Hugo -

A job, a unit, then names with a number each, ours first; `-` for a peer that is
not there.  Less is better, whatever the unit."""
START = "figure | "


def figure(job, unit, own, **peers):
    """Prints the line; the underscores of a peer's name are blanks, and None is
    a peer that is not there."""
    named = {name.replace("_", " "): value for name, value in peers.items()}
    put(job, unit, {"govpub": own, **named})


def put(job, unit, values):
    """The same with the names as they are, ours among them."""
    cells = [f"{name} {'-' if value is None else f'{value:.4g}'}"
             for name, value in values.items()]
    print(START + " | ".join([job, unit, *cells]), flush=True)


def read(line):
    """(job, unit, {name: number or None}) of a line; None where it is not one.
    ValueError where it is one and cannot be read."""
    if not line.startswith(START):
        return None
    job, unit, *cells = line[len(START):].rstrip("\n").split(" | ")
    values = {}
    for cell in cells:
        name, _, number = cell.rpartition(" ")
        values[name] = None if number == "-" else float(number)
    if "govpub" not in values or values["govpub"] is None:
        raise ValueError(f"a figure without ours: {line}")
    return job, unit, values


def _number(value, unit):
    if value >= 100:
        return f"{value:.0f} {unit}"
    return f"{value:.3g} {unit}"


def rows(figures):
    """The cells of a table of these: a row a peer, the job and our figure in
    the first of them."""
    yield "job", "govpub", "peer", "its figure", "ratio"
    for job, unit, values in figures:
        own = values["govpub"]
        begin = job, _number(own, unit)
        peers = [(name, value) for name, value in values.items()
                 if name != "govpub"]
        for name, value in peers or [("", None)]:
            if value is None:
                yield (*begin, name, "not there" if name else "", "")
            else:
                ratio = f"{own / value:.3f}" if value > 0 else "-"
                yield (*begin, name, _number(value, unit), ratio)
            begin = "", ""


def table(figures):
    """Those rows as text, columns under each other, numbers to the right."""
    cells = list(rows(figures))
    wide = [max(len(row[i]) for row in cells) for i in range(5)]
    right = {1, 3, 4}
    return "".join("  ".join(
        cell.rjust(wide[i]) if i in right else cell.ljust(wide[i])
        for i, cell in enumerate(row)).rstrip() + "\n" for row in cells)
