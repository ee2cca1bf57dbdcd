"""Makes the PDF files beside it from the texts beside it: `python tests/sources/pdf/samples/make.py`."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

HERE = Path(__file__).parent
WIDTH, HEIGHT = A5
BODY = ParagraphStyle(
    "body", fontName="Times-Roman", fontSize=9, leading=11, firstLineIndent=10, alignment=TA_JUSTIFY,
    hyphenationLang="en_GB", embeddedHyphenation=1, uriWasteReduce=0.3,
)  # fmt: skip
SPACED = ParagraphStyle("spaced", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=9)
HEADLINE = ParagraphStyle("headline", fontName="Times-Bold", fontSize=17, leading=19, spaceAfter=8)

PARTED = """min-is-ters mem-o-ran-dum con-tain-er del-e-ga-tion un-der-stand-ing tech-ni-cal com-mit-tee spokes-per-son
par-lia-ment con-sti-tu-tion an-nounce-ment neigh-bours agree-ment af-ter-wards ac-cord-ing"""


def paragraphs(name: str) -> list[str]:
    return (HERE / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n\n")


def edges(canvas: Canvas, head: str, foot: str) -> None:
    canvas.setFont("Helvetica", 7)
    canvas.drawString(36, HEIGHT - 24, head)
    canvas.drawCentredString(WIDTH / 2, 20, foot)


def gazette(path: Path) -> None:
    """Two columns under a headline that runs across them, words parted at the ends of lines, on two sheets."""
    headline, *body = paragraphs("gazette")

    def first(canvas: Canvas, document: BaseDocTemplate) -> None:
        edges(canvas, "Calder Gazette — Wednesday 15 May 2024", "1")
        title = Paragraph(headline, HEADLINE)
        title.wrapOn(canvas, WIDTH - 72, 60)
        title.drawOn(canvas, 36, HEIGHT - 78)

    def later(canvas: Canvas, document: BaseDocTemplate) -> None:
        edges(canvas, "Calder Gazette — Wednesday 15 May 2024", str(document.page))

    column = (WIDTH - 72 - 16) / 2

    def frames(top: float, bottom: float) -> list[Frame]:
        bare = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
        return [Frame(36 + n * (column + 16), bottom, column, top - bottom, **bare) for n in (0, 1)]

    document = BaseDocTemplate(str(path), pagesize=A5, title="Microsoft Word - layout_v3.doc", invariant=1)
    document.addPageTemplates(
        [
            PageTemplate("first", frames(HEIGHT - 90, 300), onPage=first, autoNextPageTemplate="later"),
            PageTemplate("later", frames(HEIGHT - 40, 40), onPage=later),
        ]
    )
    document.build([Paragraph(parted(text), BODY) for text in body])


def parted(text: str) -> str:
    """The places where long words may be parted, as soft hyphens."""
    for word in PARTED.split():
        text = text.replace(word.replace("-", ""), word.replace("-", "\u00ad"))
    return text


def statement(path: Path) -> None:
    """One column on five sheets, paragraphs with space between, a title in the metadata, heads that alternate."""
    title, *body = paragraphs("statement")

    def edge(canvas: Canvas, document: BaseDocTemplate) -> None:
        head = "Office of the President" if document.page % 2 else "Press release 112/2024"
        edges(canvas, head, f"Page {document.page} of 5")

    document = BaseDocTemplate(str(path), pagesize=A5, title=title, author="pressoffice", invariant=1)
    document.addPageTemplates([PageTemplate("all", [Frame(50, 430, WIDTH - 100, 110)], onPage=edge)])
    document.build([Paragraph(title, HEADLINE), *(Paragraph(text, SPACED) for text in body)])


def scanned(path: Path) -> None:
    """A picture of a page, and no text."""
    from PIL import Image, ImageDraw

    picture = Image.new("1", (300, 420), 1)
    ImageDraw.Draw(picture).text((20, 20), "A page that was scanned", fill=0)
    canvas = Canvas(str(path), pagesize=A5, invariant=1)
    canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT)
    canvas.showPage()
    canvas.save()


def encrypted(path: Path) -> None:
    """A line of text behind a password."""
    canvas = Canvas(str(path), pagesize=A5, invariant=1, encrypt="password")
    canvas.drawString(50, 500, "A page behind a password")
    canvas.showPage()
    canvas.save()


if __name__ == "__main__":
    gazette(HERE / "gazette.pdf")
    statement(HERE / "statement.pdf")
    scanned(HERE / "scanned.pdf")
    encrypted(HERE / "encrypted.pdf")
