"""Names are looked up where they stand; persons are one or two by the table of spellings."""

from collections.abc import Callable

import msgspec
import pytest

from communique.evaluation.actors import same_office, score_actors
from communique.evaluation.align import align
from communique.evaluation.found import Prediction
from communique.evaluation.gold import GoldDocument, GoldEvent, GoldParticipant, GoldPlace
from communique.linking import Linked, Mention
from communique.parsing import Parse
from communique.types import Actor, Document, Span

TEXT = "President Ana Sol of Peru met Ben Fir. Sudan was told. The rebels were not."
SOL = GoldParticipant("Ana Sol", "PER", "host", "president")
SUDAN = GoldParticipant("Sudan", "SDN", "party")
REBELS = GoldParticipant("rebels of the north", "SDN", "party", None, "The rebels")


def labelled(*participants: GoldParticipant, name: str = "t1") -> GoldDocument:
    event = GoldEvent(
        type="meeting",
        participants=participants,
        place=GoldPlace(None, None),
        start=None,
        end=None,
        status="happened",
        evidence="met",
        main=True,
        date_basis="none",
    )
    return GoldDocument(id=name, text_file="t.txt", url=None, title=None, published=None, language="en",
                        events=(event,), text=TEXT)  # fmt: skip


def linked(**actors: Actor) -> Linked:
    """A text with mentions of these words (``Ana_Sol`` is "Ana Sol")."""
    words = {key.replace("_", " "): actor for key, actor in actors.items()}
    mentions = tuple(
        Mention(Span.of(TEXT, TEXT.index(w), TEXT.index(w) + len(w)), "person" if a.kind == "person" else "state", (a,))
        for w, a in words.items()
    )
    return Linked(Document("t", "t.txt", TEXT), Parse(TEXT, ()), mentions, ())


def person(name: str = "Ana Sol", country: str | None = "PER", office: str | None = "president") -> Actor:
    return Actor("sol", name, "person", country, office)


@pytest.mark.parametrize(
    ("actor", "country", "name_office"),
    [
        (person(), 1, 1),
        (person(country="CHL"), 0, 1),
        (person(country=None), 0, 1),
        (person(office="foreign minister"), 1, 0),
        (person(office="deputy president"), 1, 0),
        (person(office="former president"), 1, 1),
        (person(office=None), 1, 0),
        (person("Luis Vega"), 1, 0),
        (person("Sol"), 1, 0),  # the annotator has her whole name
        (person("Ana Maria Sol"), 1, 1),
        (person("Anna Sol"), 1, 1),
    ],
)
def test_one_person(actor: Actor, country: int, name_office: int) -> None:
    scores = score_actors([labelled(SOL)], [linked(Ana_Sol=actor)], [])
    assert (scores.country.right, scores.country.of) == (country, 1)
    assert (scores.name_office.right, scores.name_office.of) == (name_office, 1)
    assert len(scores.lines) == 2 - country - name_office


def test_a_name_that_is_not_found_is_wrong_and_one_that_does_not_stand_there_is_left_out() -> None:
    absent = GoldParticipant("Eva Low", "PER", "party")
    scores = score_actors([labelled(SOL, absent)], [linked()], [])
    assert (scores.country.right, scores.country.of) == (0, 1)


def test_states_have_no_office_and_described_ones_no_name() -> None:
    scores = score_actors([labelled(SUDAN, REBELS)], [linked(Sudan=Actor("Q1", "Sudan", "state", "SDN"))], [])
    assert (scores.country.right, scores.country.of, scores.name_office.of) == (1, 1, 0)


@pytest.mark.parametrize(("other", "right"), [("sol", 1), ("sol-per", 0)])
def test_one_person_in_two_texts(other: str, right: int) -> None:
    texts = [linked(Ana_Sol=person()), linked(Ana_Sol=msgspec.structs.replace(person(), id=other))]
    scores = score_actors([labelled(SOL), labelled(SOL, name="t2")], texts, [])
    assert (scores.same_id.right, scores.same_id.of, scores.shared_ids) == (right, 1, ())


def test_one_id_for_two_persons() -> None:
    fir = GoldParticipant("Ben Fir", "CHL", "visitor")
    text = linked(Ana_Sol=person(), Ben_Fir=person("Ben Fir", "CHL"))
    assert score_actors([labelled(SOL, fir)], [text], []).shared_ids == (
        "t1 t1\tone id for two persons\tsol: Ana Sol, Ben Fir",
    )


def test_spellings_of_the_table_are_one_person() -> None:
    spelled = [GoldParticipant(name, "ISR", "party") for name in ("Israel Katz", "Yisrael Katz")]
    text = "Israel Katz rose. Yisrael Katz sat."
    katz = Actor("katz", "Israel Katz", "person", "ISR")
    mentions = tuple(Mention(Span.of(text, at, end), "person", (katz,)) for at, end in ((0, 11), (18, 30)))
    found = Linked(Document("t", "t.txt", text), Parse(text, ()), mentions, ())
    scores = score_actors([labelled(*spelled)], [found], [])
    assert (scores.name_office.right, scores.same_id.right, scores.shared_ids) == (2, 1, ())


@pytest.mark.parametrize(
    ("role", "office", "same"),
    [
        ("Prime Minister", "prime minister", True),
        ("US Secretary of State", "secretary of state", True),
        ("then-president", "president", True),
        ("Deputy Foreign Minister", "foreign minister", False),
        ("Foreign Minister", "deputy foreign minister", False),
        ("Undersecretary", "deputy minister", True),
        ("commander of the western front", "front commander", True),
        ("King", "queen", False),
        ("king", None, False),
    ],
)
def test_offices(role: str, office: str | None, same: bool) -> None:
    assert same_office([role], office) is same


def test_of_paired_events_alone(
    gold: Callable[..., GoldEvent], found: Callable[..., Prediction], document: Callable[..., GoldDocument]
) -> None:
    event = gold()
    scores = score_actors([], [], [align(document(event), [event], [found()])])
    assert (scores.paired_country.right, scores.paired_country.of) == (2, 2)
