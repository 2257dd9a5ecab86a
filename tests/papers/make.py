"""Makes the papers in this folder anew, with the programs that people use, and marks in them.

Needs chromium, gs, pdflatex, pdftocairo, qpdf and soffice, and the Python packages fpdf2, img2pdf
and reportlab: `python tests/papers/make.py FOLDER`. All of it is our own; the fonts that are
embedded (DejaVu, Computer Modern) may be passed on with a document.
"""

import io
import os
import subprocess
import sys
from pathlib import Path

import img2pdf
from fpdf import FPDF
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

AUTHOR = "MARK-AUTHOR-5d1c"
PHOTOGRAPHER = "MARK-PHOTOGRAPHER-77e0"
TITLE = "Agenda of the branch meeting"
PAGE = f"""<html lang=en><meta name=author content="{AUTHOR}"><title>{AUTHOR}</title>
<h1>{TITLE}</h1><p>First: rents. <a href="https://example.org/agenda">More</a></p>
<img src=photo.jpg alt="A gradient">
<table><tr><th>Time<th>What</tr><tr><td>7 pm<td>Rents</tr></table></html>"""
TEX = rf"""\pdfinfo{{/Author ({AUTHOR})}}\documentclass{{article}}
\usepackage{{graphicx}}\usepackage{{hyperref}}\hypersetup{{pdfauthor={{{AUTHOR}}}}}
\begin{{document}}\tableofcontents\section{{{TITLE}}} First: efficient rents. % {AUTHOR}
\href{{https://example.org/agenda}}{{More}}. \includegraphics[width=5cm]{{photo.jpg}}
\newpage\section{{Second}} $x^2$\end{{document}}"""


def photograph() -> None:
    """Write a picture as a camera does, with who took it and where."""
    picture = Image.new("RGB", (160, 120))
    draw = ImageDraw.Draw(picture)
    for x in range(160):
        draw.line((x, 0, x, 120), fill=(x, 120, 255 - x))
    exif = Image.Exif()
    exif[0x013B] = exif[0x010F] = PHOTOGRAPHER
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (51.0, 32.0, 44.0), "W", (0.0, 3.0, 12.0)
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif, comment=PHOTOGRAPHER.encode())
    Path("photo.jpg").write_bytes(out.getvalue())
    picture.save("photo.jp2", comment=PHOTOGRAPHER)
    picture.convert("RGBA").save("photo.png")


def by_packages() -> None:
    """Write papers with Python packages."""
    canvas = Canvas("reportlab.pdf", pageCompression=1)
    canvas.setAuthor(AUTHOR)
    canvas.drawString(72, 700, TITLE)
    canvas.drawImage("photo.jpg", 72, 500)
    canvas.linkURL("https://example.org/agenda", (72, 690, 300, 720))
    canvas.acroForm.textfield(name="who", x=72, y=400, value="Room 2")
    canvas.showPage()
    canvas.drawString(72, 700, "Second page")
    canvas.save()
    paper = FPDF()
    paper.set_author(AUTHOR)
    paper.add_page()
    paper.set_font("Helvetica", size=16)
    paper.cell(text=TITLE)
    paper.image("photo.jpg", 20, 40, 60)
    paper.image("photo.png", 20, 100, 60)
    paper.text_annotation(20, 20, text=AUTHOR, title=AUTHOR)
    paper.output("fpdf2.pdf")
    for name, picture in (("img2pdf", "photo.jpg"), ("img2pdf-jpx", "photo.jp2")):
        Path(f"{name}.pdf").write_bytes(img2pdf.convert(picture))


def by_programs() -> None:
    """Write papers with programs, and have some of them written anew by others."""
    Path("page.html").write_text(PAGE)
    Path("pdftex.tex").write_text(TEX)
    page = Path("page.html").resolve().as_uri()
    commands = [
        ["chromium", "--headless", "--no-sandbox", "--print-to-pdf=chromium.pdf", page],
        ["pdflatex", "-interaction=batchmode", "pdftex.tex"],
        ["pdflatex", "-interaction=batchmode", "pdftex.tex"],
        ["soffice", "--headless", "--convert-to", "pdf", "--outdir", "office", "page.html"],
        ["gs", "-q", "-dBATCH", "-sDEVICE=pdfwrite", "-o", "ghostscript.pdf", "reportlab.pdf"],
        ["pdftocairo", "-pdf", "chromium.pdf", "cairo.pdf"],
        ["qpdf", "--linearize", "--object-streams=generate", "pdftex.pdf", "qpdf.pdf"],
    ]
    for command in commands:
        subprocess.run(command, check=False)
    Path("office/page.pdf").replace("libreoffice.pdf")


if __name__ == "__main__":
    os.chdir(sys.argv[1])
    photograph()
    by_packages()
    by_programs()
