"""For tests written in Python: results as TAP.

    from tap import check, end
    check("two and two", 2 + 2 == 4)
    end()
"""
import sys

_count = 0
_bad = 0


def check(name, good, why=""):
    """One result; `why`, text or a list of lines, is shown when it failed."""
    global _count, _bad
    _count += 1
    print(f"{'ok' if good else 'not ok'} {_count} - {name}")
    if not good:
        _bad = 1
        lines = why.splitlines() if isinstance(why, str) else why
        for line in lines:
            print(f"# {line}")
    sys.stdout.flush()
    return good


def skip(name, why):
    """What could not be looked at; with CI=true that is a failure."""
    global _count
    _count += 1
    print(f"ok {_count} - {name} # SKIP {why}")
    sys.stdout.flush()


def end():
    print(f"1..{_count}")
    sys.exit(_bad)
