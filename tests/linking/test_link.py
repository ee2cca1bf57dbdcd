"""What linking gives is tied to its characters, in order and apart."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.linking import Linked, link
from communique.parsing import parse
from communique.types import Document
from communique.types.edtf import when

Link = Callable[[str], Linked]

GOLD = Path(__file__).parents[2] / "evaluation" / "gold" / "texts"
PIECES = (
    "Kenyan Peru 's ’s the and of to , . “ ” ( ) - \n President Foreign Minister foreign ministers counterpart his her "
    "he They Amina Odhiambo Luis Vega Lima Moscow Jordan Kim Il Sung Square former spokesman Ministry both two sides "
    "leaders met visited talks on Monday İ 8 May 2024"
).split(" ")


def assert_tied(linked: Linked) -> None:
    """Every span is its words; mentions do not overlap and come in order."""
    text = linked.document.text
    for mention in linked.mentions:
        span = mention.span
        assert text[span.start : span.end] == span.text
        assert span.text == span.text.strip() != ""
        assert mention.actors or mention.place
        evidence = mention.place.evidence if mention.place else None
        assert evidence is None or text[evidence.start : evidence.end] == evidence.text
    for one, other in pairwise(linked.mentions):
        assert one.span.end <= other.span.start


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_any_words(text: str) -> None:
    assert_tied(link(Document("d", "test", text), parse(text), today=date(2026, 1, 1)))


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.txt")), ids=lambda path: path.stem)
def test_gold_texts(linked: Link, path: Path) -> None:
    assert_tied(linked(path.read_text(encoding="utf-8")))


def test_nothing_of_nothing(linked: Link) -> None:
    result = linked("")
    assert (result.mentions, result.times) == ((), ())


def test_document_keeps_its_publication_date() -> None:
    published = when(date(2024, 5, 3), date(2024, 5, 3), "stated")
    document = Document("d", "test", "They met on Monday, May 6.", published=published)
    assert link(document, parse(document.text)).document is document


def test_publication_date_is_inferred_from_the_calendar(linked: Link) -> None:
    document = linked("They will meet on Monday, April 8. A pact was signed in 2023.").document
    assert document.published is not None
    assert document.published.edtf == "2024-03-25/2024-04-08"


def test_unknown_publication_date_stays_unknown(linked: Link) -> None:
    assert linked("They met on Monday.").document.published is None


def test_longer_mention_wins(linked: Link) -> None:
    first, *_ = linked("Peru's Foreign Ministry said no.").mentions
    assert first.span.text == "Peru's Foreign Ministry"


def test_same_text_gives_the_same_mentions(linked: Link) -> None:
    text = "Kenyan President Amina Odhiambo visited Peru. The president met her Peruvian counterpart. They left."
    assert linked(text) == linked(text)
