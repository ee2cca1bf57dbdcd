"""Which figures go with which happening of a document."""

import msgspec

from communique.resolving import tied_figures
from communique.running import code_text

TEXT = """Kenyan President William Ruto met Ugandan President Yoweri Museveni on Monday for talks of three hours.

In 2019 Kenya had expelled Uganda's ambassador. The country has 47 counties.

Fighting on the border has killed at least 35 people. It is 800 km long.
"""


def ties_of(kind: str) -> dict[str, tuple[str | None, str]]:
    coding = code_text(TEXT, published="2024-05-14", language="en")
    claims = zip(coding.events, tied_figures(coding), strict=True)
    (found,) = (figures for claim, figures in claims if claim.kind == kind)
    return {tied.figure.evidence.text: (tied.measures, tied.tie) for tied in found}


def test_by_sentence_then_as_the_news_of_the_document() -> None:
    assert ties_of("meeting") == {
        "three hours": ("length of the meeting", "sentence"),
        "at least 35 people": ("killed", "document"),
    }


def test_by_paragraph() -> None:
    assert ties_of("expulsion") == {"47 counties": (None, "paragraph")}


def test_one_entry_a_claim() -> None:
    coding = code_text("Kenya and Peru signed an agreement.", language="en")
    assert tied_figures(coding) == ((),)
    assert tied_figures(msgspec.structs.replace(coding, events=())) == ()
