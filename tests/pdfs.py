"""For tests of PDFs: content/ and the torture pack in every design.

    from pdfs import designs, five, torture
    for design in designs():
        pdf = five(design, folder)
"""
import glob
import os
import re
import subprocess

GOVPUB = os.environ.get("GOVPUB", "build/govpub")
BUILD = os.environ.get("GOVPUB_BUILD", "build")
DEFAULT = "reading"


def offers_designs():
    said = subprocess.run([GOVPUB, "pdf", "--help"], capture_output=True,
                          encoding="utf-8").stdout
    return "--design" in said


def designs():
    """The names of the designs that the program offers, the default first."""
    if not offers_designs():
        return [DEFAULT]
    found = []
    for path in sorted(glob.glob("styles/*.yaml")):
        with open(path, encoding="utf-8") as f:
            if re.search("^page:", f.read(), re.MULTILINE):
                found.append(os.path.basename(path)[:-len(".yaml")])
    return sorted(found, key=lambda name: name != DEFAULT)


def five(design, folder):
    """The digest of content/ as FOLDER/five-DESIGN.pdf."""
    pdf = os.path.join(folder, f"five-{design}.pdf")
    option = [] if design == DEFAULT else ["--design", design]
    subprocess.run([GOVPUB, "pdf", "--data", ".", "-q", *option, "-o", pdf,
                    "content"], check=True)
    return pdf


def data_folder(design, folder):
    """A folder of styles/ and fonts/ in which `design` is the default."""
    data = os.path.join(folder, f"data-{design}")
    os.makedirs(data + "/styles")
    os.symlink(os.path.abspath("fonts"), data + "/fonts")
    for name in os.listdir("styles"):
        source = f"{design}.yaml" if name == f"{DEFAULT}.yaml" else name
        os.symlink(os.path.abspath("styles/" + source),
                   f"{data}/styles/{name}")
    return data


def torture(design, folder):
    """The torture pack in every format: a folder of torture.pdf and others."""
    out = os.path.join(folder, f"torture-{design}")
    os.makedirs(out)
    program = os.path.join(BUILD, "tests/conform_torture")
    subprocess.run([program, out, data_folder(design, folder)], check=True)
    return out
