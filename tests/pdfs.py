"""For tests of PDFs: content/ and the torture pack in every design.

    from pdfs import designs, five, torture
    for design in designs():
        pdf = five(design, folder)
"""
import glob
import os
import subprocess

GOVPUB = os.environ.get("GOVPUB", "build/govpub")
BUILD = os.environ.get("GOVPUB_BUILD", "build")
DEFAULT = "reading"


def designs():
    """The names of the designs that the program offers, the default first."""
    found = [os.path.basename(path)[:-len(".yaml")]
             for path in sorted(glob.glob("styles/*.yaml"))
             if not path.endswith("/markings.yaml")]
    return sorted(found, key=lambda name: name != DEFAULT)


def five(design, folder):
    """The digest of content/ as FOLDER/five-DESIGN.pdf."""
    pdf = os.path.join(folder, f"five-{design}.pdf")
    option = [] if design == DEFAULT else ["--design", design]
    subprocess.run([GOVPUB, "pdf", "--data", ".", "-q", *option, "-o", pdf,
                    "content"], check=True)
    return pdf


def torture(design, folder):
    """The torture pack in every format: a folder of torture.pdf and others."""
    out = os.path.join(folder, f"torture-{design}")
    os.makedirs(out)
    program = os.path.join(BUILD, "tests/conform_torture")
    subprocess.run([program, out, design], check=True)
    return out
