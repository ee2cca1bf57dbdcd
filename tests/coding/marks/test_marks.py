"""Acts in words that no frame has, in news that nobody wrote for it; and no more than those."""

import sys
from collections.abc import Iterator

import pytest

from communique.coding.marks import SWITCH, Model, model
from communique.coding.marks._model import _shipped
from communique.running import code_text

RESCUE = "Kenya came to the rescue of Peru with 40 million dollars on Monday, the ministry said."


def kinds(text: str) -> dict[str, list[tuple[str, str]]]:
    events = code_text(text, language="en").events
    return {e.kind: sorted((p.role, p.actor.name) for p in e.participants) for e in events}


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        (RESCUE, "aid", {"Kenya", "Peru"}),
        (
            "Kenyan Foreign Minister Ana Rao had the Peruvian ambassador on the carpet on Monday.",
            "summon",
            {"Ana Rao", "ambassador of Peru"},
        ),
    ],
)
def test_an_act_that_no_frame_tells_of(text: str, kind: str, sides: set[str], shipped: Model) -> None:
    assert sides <= {name for _, name in kinds(text).get(kind, [])}


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        (
            "Peru on Monday warmly congratulated its partners in Kenya on the signing.",
            "support",
            ["actor Peru", "target Kenya"],
        ),
        (
            "Peru, to which Kenya had turned for help, sent two planes with food on Monday.",
            "request",
            ["actor Kenya", "target Peru"],
        ),
        (
            "As talks with Kenya dragged on, Peru expelled two diplomats on Monday.",
            "talks",
            ["party Kenya", "party Peru"],
        ),
    ],
)
def test_a_side_that_a_clause_leaves_open_stands_elsewhere_in_the_sentence(
    text: str, kind: str, sides: list[str], shipped: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [f"{role} {name}" for role, name in kinds(text)[kind]] == sides
    monkeypatch.setenv(SWITCH, "off")
    assert kind not in kinds(text)


def test_talks_of_the_two_sides_of_a_visit_are_there_and_then(shipped: Model) -> None:
    text = "Kenyan President Peter Kamau will visit Japan on Monday for talks on trade."
    visit, talks = code_text(text, published="2024-05-10", language="en").events
    assert (talks.kind, talks.status, talks.start and talks.start.edtf) == ("talks", "planned", "2024-05-13")
    assert (talks.place, talks.start) == (visit.place, visit.start)


@pytest.mark.parametrize(
    "text",
    [
        "In Peru a Kenyan minister told reporters to wait on Monday.",
        "For Kenya and Peru it was no secret on Monday that the war had ended.",
    ],
)
def test_what_words_tell_whole_is_given_no_other_side(text: str, shipped: Model) -> None:
    assert kinds(text) == {}


def test_without_marks_the_frames_alone_tell(shipped: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SWITCH, "off")
    assert model() is None
    assert kinds(RESCUE) == {}


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan company signed a striker from Peru on Monday.",
        "Peru's parliament backed the minister in a vote of confidence on Monday.",
        "The Kenyan president visited a school in Mombasa on Monday and spoke of the drought.",
        "Coffee from Kenya is sold in Peru under three names, the ministry said.",
        "Kenya beat Peru by two goals in Nairobi on Sunday.",
    ],
)
def test_what_is_no_act_between_two_sides(text: str, shipped: Model) -> None:
    assert kinds(text) == {}


def test_the_words_of_an_event_are_its_evidence(shipped: Model) -> None:
    text = RESCUE
    (event,) = code_text(text, language="en").events
    assert text[event.evidence.start : event.evidence.end] == event.evidence.text
    assert event.evidence.text.startswith("Kenya came to the rescue of Peru")


@pytest.fixture
def without_runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    _shipped.cache_clear()
    yield
    _shipped.cache_clear()


@pytest.mark.usefixtures("without_runtime")
def test_without_the_extra_there_is_no_model() -> None:
    assert model() is None
    assert "visit" in kinds("Peru's President Ana Silva will visit Kenya on Monday.")


def test_what_is_due_lies_ahead_and_is_not_the_trip_that_was_called_off(shipped: Model) -> None:
    text = (
        "Brazilian President Luiz Inácio Lula da Silva visited China on Thursday. A trip planned for the end of March "
        "had been called off.\n\nRussia's Foreign Minister Sergei Lavrov is due in Brasilia on Monday."
    )
    events = code_text(text, published="2023-04-15", language="en").events
    (visit,) = (e for e in events if e.kind == "visit" and any(p.actor.name == "Sergey Lavrov" for p in e.participants))
    assert (visit.status, visit.start and visit.start.edtf) == ("planned", "2023-04-17")
