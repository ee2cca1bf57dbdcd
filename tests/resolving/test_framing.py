"""What reports call one thing is shown apart from what they dispute; so is how they spell a name."""

from collections.abc import Callable

import msgspec

from communique.resolving import event, framing_words
from communique.running import code_text
from communique.types import EventClaim, FramingWord, Participant, Report, Span

Make = Callable[..., Report]
MakeClaim = Callable[..., EventClaim]
SIDES = ("party =Kenya KEN", "party =Peru PER")
THING = "use of armed force"


def calling(make: Make, document: str, *words: str) -> Report:
    used = [FramingWord(thing=THING, word=w.strip("“”"), evidence=Span(0, 1, "x"), quoted="“" in w) for w in words]
    return msgspec.structs.replace(make(document, "agreement", *SIDES, start="2024-05-13"), words=tuple(used))


def shown(*reports: Report) -> list[list[tuple[str, tuple[str, ...]]]]:
    return [[(word.value, word.reports) for word in found.words] for found in event(reports, "e1").framing]


def test_other_words_with_the_reports_that_use_them(report: Make) -> None:
    a, b = calling(report, "a", "invasion"), calling(report, "b", "“special military operation”")
    c = calling(report, "c", "invasion", "war")
    assert shown(a, b, c) == [[("invasion", ("a", "c")), ("war", ("c",)), ("“special military operation”", ("b",))]]
    assert event([a, b, c], "e1").disagreements == ()


def test_a_word_in_common_is_no_other_view(report: Make) -> None:
    assert shown(calling(report, "a", "invasion", "war"), calling(report, "b", "“war”")) == []
    assert shown(calling(report, "a", "invasion"), calling(report, "b")) == []


def spelling(make: Make, document: str, words: str) -> Report:
    made = make(document, "agreement", "party Frederico Meyer BRA", *SIDES, start="2024-05-13")
    first, *others = made.claim.participants
    told = Participant(first.role, first.actor, Span(0, len(words), words))
    return msgspec.structs.replace(made, claim=msgspec.structs.replace(made.claim, participants=(told, *others)))


def test_a_name_in_two_spellings(report: Make) -> None:
    a = spelling(report, "a", "the Brazilian ambassador, Frederico Meyer")
    b = spelling(report, "b", "Federico Mayer")
    assert shown(a, b) == [[("Federico Mayer", ("b",)), ("Frederico Meyer", ("a",))]]
    assert shown(a, spelling(report, "b", "Meyer"), spelling(report, "c", "the envoy")) == []
    assert event([a, b], "e1").framing[0].thing == "Frederico Meyer"


def ranking(make: Make, document: str, office: str, identity: str = "riek-machar-ssd") -> Report:
    made = make(document, "agreement", "party Riek Machar SSD", *SIDES, start="2024-05-13")
    first, *others = made.claim.participants
    told = msgspec.structs.replace(first, actor=msgspec.structs.replace(first.actor, office=office, id=identity))
    return msgspec.structs.replace(made, claim=msgspec.structs.replace(made.claim, participants=(told, *others)))


def test_an_office_in_two_ranks(report: Make) -> None:
    a, b = ranking(report, "a", "first vice president"), ranking(report, "b", "vice president")
    assert shown(a, b) == [[("first vice president", ("a",)), ("vice president", ("b",))]]
    assert event([a, b], "e1").framing[0].thing == "Riek Machar"
    assert event([a, b], "e1").disagreements == ()


def test_two_offices_that_one_may_hold(report: Make) -> None:
    assert shown(ranking(report, "a", "foreign minister"), ranking(report, "b", "vice president")) == []


def test_the_office_of_whom_the_codebook_knows_may_be_its_own(report: Make) -> None:
    told = [ranking(report, "a", "acting president", "Q1"), ranking(report, "b", "president", "Q1")]
    assert shown(*told) == []


def test_whose_word_it_is() -> None:
    text = (
        "Kenyan President William Ruto met Ugandan President Yoweri Museveni on Monday. "
        '"The special operation goes on," Museveni said of the invasion by what he called the "regime".'
    )
    coding = code_text(text, published="2024-05-14", language="en")
    (words, *_) = framing_words(coding)
    assert {(word.word, word.quoted) for word in words} == {
        ("special military operation", True),
        ("invasion", False),
        ("regime", True),
    }
