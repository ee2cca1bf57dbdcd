"""What holds of every coding, tried on all texts that are here."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest
from evaluation.corpus import load_gold
from jsonschema import Draft202012Validator

from communique.codebook import codebook
from communique.evaluation.predict import code_gold
from communique.running import code_page, code_sources, code_text
from communique.types import Coding, EventClaim, Page, Span, When, read_edtf
from communique.types.schema import coding_schema

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / "examples" / "reports"
SEEDS = ROOT.parent / "shared" / "seeds"
GOLD = load_gold()
T = TypeVar("T")


@cache
def codings() -> dict[str, Coding]:
    """All texts that are here, coded: name → coding."""
    folders = [str(folder) for folder in (REPORTS, SEEDS) if folder.is_dir()]
    found = {coding.document.source: coding for coding in code_sources(folders) if isinstance(coding, Coding)}
    return found | {document.id: code_gold(document) for document in GOLD}


def all_claims() -> Iterator[EventClaim]:
    for coding in codings().values():
        yield from coding.events


def all_of(value: object, wanted: type[T]) -> Iterator[T]:
    """All values of a type anywhere in a record."""
    if isinstance(value, wanted):
        yield value
    if isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from all_of(getattr(value, field), wanted)
    elif isinstance(value, tuple):
        for member in value:
            yield from all_of(member, wanted)


def test_there_is_something_to_hold_to() -> None:
    assert len(codings()) >= 24 + len(GOLD)
    assert sum(1 for _ in all_claims()) > 100


def test_every_span_is_the_words_that_stand_there() -> None:
    for name, coding in codings().items():
        text = coding.document.text
        wrong = [s for s in all_of(coding, Span) if not (0 <= s.start < s.end and text[s.start : s.end] == s.text)]
        assert wrong == [], name


def test_every_claim_is_of_a_kind_of_the_codebook() -> None:
    kinds = {(k.kind, k.family, k.type, k.mode, k.cameo) for k in codebook().kinds}
    assert {(c.kind, c.family, c.type, c.mode, c.cameo) for c in all_claims()} <= kinds


def test_every_claim_names_who() -> None:
    assert [c.evidence.text for c in all_claims() if not c.participants] == []
    assert [p for c in all_claims() for p in c.participants if not (p.actor.id and p.actor.name)] == []


def test_no_actor_takes_part_twice() -> None:
    twice = [c for c in all_claims() if len({p.actor.id for p in c.participants}) < len(c.participants)]
    assert [c.evidence.text for c in twice] == []


def test_a_visit_leads_abroad() -> None:
    for claim in all_claims():
        if claim.kind == "visit":
            homes = {p.actor.country for p in claim.participants if p.role == "visitor"}
            aims = {p.actor.country or p.actor.id for p in claim.participants if p.role == "host"}
            aims |= {claim.place.country} if claim.place and claim.place.country else set()
            region = any(p.actor.kind == "group" for p in claim.participants if p.role == "host")
            assert region or (aims - {None}) - homes, claim.evidence.text


def test_confidence_is_a_share() -> None:
    assert [c.confidence for c in all_claims() if not 0.0 < c.confidence <= 1.0] == []


def test_every_date_is_an_interval_in_order_and_in_edtf() -> None:
    for when in (w for coding in codings().values() for w in all_of(coding, When)):
        assert read_edtf(when.edtf) == (when.earliest, when.latest)
        assert when.earliest is None or when.latest is None or when.earliest <= when.latest


def test_no_event_ends_before_it_starts() -> None:
    for claim in all_claims():
        if claim.end is not None and claim.start is not None and claim.start.earliest and claim.end.latest:
            assert claim.start.earliest <= claim.end.latest, claim.evidence.text


def test_mentions_are_in_order_and_hold_the_evidence() -> None:
    for claim in all_claims():
        assert list(claim.mentions) == sorted(set(claim.mentions)), claim.evidence.text
        assert claim.evidence in claim.mentions


@pytest.mark.parametrize("name", [document.id for document in GOLD if document.negative])
def test_a_text_without_diplomacy_gives_no_claim(name: str) -> None:
    assert codings()[name].events == ()


@pytest.mark.parametrize("document", GOLD[::8], ids=lambda document: document.id)
def test_coding_again_gives_the_same(document: object) -> None:
    assert code_gold(document) == codings()[document.id]  # type: ignore[arg-type,attr-defined]


@pytest.mark.parametrize("name", [document.id for document in GOLD[::8]])
def test_json_is_of_the_schema_and_is_read_back(name: str) -> None:
    coding = codings()[name]
    encoded = msgspec.json.encode(coding)
    Draft202012Validator(coding_schema()).validate(msgspec.json.decode(encoded))
    assert msgspec.json.decode(encoded, type=Coding) == coding


def test_another_language_holds_no_claims() -> None:
    text = "Le ministre norvégien des Affaires étrangères, Espen Barth Eide, se rendra en Lettonie vendredi."
    coding = code_page(Page("feuille.txt", text, language="fr"))
    assert (coding.document.language, coding.events) == ("fr", ())


@pytest.mark.parametrize(
    "text",
    [
        "The orchestra will visit Vienna and Prague in May.",
        "Our reporter met two bakers from Lyon.",
        "The minister of the small parish talked with his sister about the roof.",
        "Chancellor Street was closed for a meeting of cyclists on Tuesday.",
    ],
)
def test_what_is_no_diplomacy_gives_no_claim(text: str) -> None:
    assert code_text(text).events == ()
