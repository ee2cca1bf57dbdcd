"""The time of an event is that of its clause, not of the verb that reports it. Published Wednesday, 10 April 2024."""

from collections.abc import Callable

import pytest

from communique.running import code_text
from communique.types import EventClaim, When

One = Callable[..., EventClaim]
Told = Callable[..., tuple[EventClaim, ...]]
BLANAR = "Slovak Foreign Minister Juraj Blanár"
SZIJJARTO = "Hungarian Foreign Minister Péter Szijjártó"


def edtf(when: When | None) -> str | None:
    return when.edtf if when else None


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (f"{BLANAR} visited Hungary on Monday.", "2024-04-08"),
        (f"{BLANAR} will visit Hungary on Thursday.", "2024-04-11"),
        (f"{BLANAR} visited Hungary yesterday.", "2024-04-09"),
        (f"{BLANAR} will visit Hungary tomorrow.", "2024-04-11"),
        (f"{BLANAR} met {SZIJJARTO} in Vienna on April 3.", "2024-04-03"),
        (f"{BLANAR} visited Hungary last month.", "2024-03"),
        (f"{BLANAR} visited Hungary in 2019.", "2019"),
        (f"{BLANAR} visited Hungary in October 2022.", "2022-10"),
        (f"{BLANAR} will visit Hungary next week.", "2024-04-15/2024-04-21"),
        (f"On Tuesday {BLANAR} met {SZIJJARTO}.", "2024-04-09"),
        (f"{BLANAR} visited Hungary.", "2024-04-04/2024-04-10"),  # the news of the week
    ],
)
def test_start(one: One, text: str, start: str | None) -> None:
    assert edtf(one(text).start) == start


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (f"{BLANAR} held talks on Tuesday with {SZIJJARTO}, the ministry said on Wednesday.", "2024-04-09"),
        (f"{BLANAR} met {SZIJJARTO} on Sunday, his office said Monday.", "2024-04-07"),
        (f"{BLANAR} will visit Hungary on Friday, his office said Monday.", "2024-04-12"),
        (f"The ministry said on Tuesday that {BLANAR} would visit Hungary on Friday.", "2024-04-12"),
        (f"{BLANAR} will visit Hungary, the Slovak Foreign Ministry announced on Tuesday.", None),
        (f"{SZIJJARTO} said on Tuesday that he had met {BLANAR}.", None),
        (f"{SZIJJARTO}, who was born on April 3, met {BLANAR}.", "2024-04-10"),
    ],
)
def test_the_day_of_saying_is_not_the_day_of_the_event(one: One, text: str, start: str | None) -> None:
    assert edtf(one(text).start) == start


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        (f"{BLANAR} will pay a visit to Hungary from April 22 to 24.", "2024-04-22", "2024-04-24"),
        (f"{BLANAR} began a three-day visit to Hungary on Monday.", "2024-04-08", "2024-04-10"),
        (f"{BLANAR} arrived in Budapest on Tuesday for a two-day visit to Hungary.", "2024-04-09", "2024-04-10"),
        (f"{BLANAR} will visit Hungary on April 22 and 23.", "2024-04-22", "2024-04-23"),
    ],
)
def test_start_and_end(one: One, text: str, start: str, end: str) -> None:
    claim = one(text)
    found = (claim.start.earliest, claim.end.latest if claim.end else claim.start.latest) if claim.start else None
    assert found is not None
    assert [str(day) for day in found] == [start, end]


def test_a_length_without_a_day_is_a_clue(one: One) -> None:
    claim = one(f"{BLANAR} is on a three-day visit to Hungary.")
    assert edtf(claim.start) == "2024-04-04/2024-04-10"
    assert [(clue.kind, clue.value) for clue in claim.clues] == [("duration", 3)]


def test_without_a_date_of_publication_a_weekday_is_a_clue(one: One) -> None:
    claim = one(f"{BLANAR} visited Hungary on Monday.", None)
    assert claim.start is None
    assert [(clue.kind, clue.value) for clue in claim.clues] == [("weekday", 1)]


def test_evidence_is_the_expression_of_time(one: One) -> None:
    claim = one(f"{BLANAR} visited Hungary on Monday.")
    assert claim.start is not None
    assert claim.start.evidence is not None
    assert "Monday" in claim.start.evidence.text


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        (
            f"{BLANAR} visited Hungary on Monday, a week after he met Polish Prime Minister Donald Tusk on April 2.",
            ["2024-04-08", "2024-04-02"],
        ),
        (f"{BLANAR} visited Hungary ahead of the ASEAN summit on April 20 in Jakarta.", [None, "2024-04-20"]),
        (f"{BLANAR}'s visit to Hungary follows {SZIJJARTO}'s trip to Slovakia in October 2022.", [None, "2022-10"]),
    ],
)
def test_two_events_of_a_sentence_have_each_its_own_time(told: Told, text: str, starts: list[str | None]) -> None:
    claims = told(text)
    assert [edtf(claim.start) for claim in claims] == starts


def test_a_time_behind_the_phrase_of_a_noun_is_the_nouns(one: One) -> None:
    claim = one(f"Many praised {BLANAR}'s visit to Hungary in October 2022.")
    assert edtf(claim.start) == "2022-10"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        (f"{BLANAR} travelled to Hungary from April 2 to 3.", "2024-04-02", "2024-04-03"),
        (f"{BLANAR}'s visit to Hungary from April 2 to 3 ended with a statement.", "2024-04-02", "2024-04-03"),
    ],
)
def test_from_then_is_no_place(one: One, text: str, start: str, end: str) -> None:
    claim = one(text)
    assert (edtf(claim.start), edtf(claim.end)) == (start, end)


def test_what_was_due_may_still_come(one: One) -> None:
    claim = one(f"{BLANAR} had been due to arrive in Hungary on Sunday.")
    assert claim.status == "planned"
    assert edtf(claim.start) == "[2024-04-07,2024-04-14]"


@pytest.mark.parametrize(("words", "start"), [("the same day", "2024-04-08"), ("a day earlier", "2024-04-07")])
def test_a_day_counted_from_the_event_told_before(told: Told, words: str, start: str) -> None:
    text = f"{BLANAR} visited Hungary on Monday. {SZIJJARTO} met Polish Prime Minister Donald Tusk {words}."
    assert [edtf(claim.start) for claim in told(text)] == ["2024-04-08", start]


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("Ties soured in January 2023, when Kenya signed an agreement with Peru.", "agreement", "2023-01"),
        ("Peru set up relations with Kenya in May 2002; Chile recalled its ambassador from Peru in July of that year.",
         "recall", "2002-07"),
    ],
)  # fmt: skip
def test_a_time_told_beside_is_the_events(text: str, kind: str, start: str) -> None:
    (claim,) = [event for event in code_text(text, language="en").events if event.kind == kind]
    assert claim.start is not None
    assert claim.start.edtf == start


KENYA = "Kenya recalled its ambassador from Kampala"
RUTO, MUSEVENI = "Kenyan President William Ruto", "Ugandan President Yoweri Museveni"


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        # counted back from what is told of
        (f"Uganda expelled three Kenyan diplomats on Monday, a day after {KENYA}.", "recall", "2024-04-07"),
        (
            f"Uganda expelled three Kenyan diplomats on Monday. The move came two days after {KENYA}.",
            "recall",
            "2024-04-06",
        ),
        (
            "Uganda expelled three envoys on Monday. The day before, Kenya had recalled its ambassador from Kampala.",
            "recall",
            "2024-04-07",
        ),
        # the time of the scene
        (f"During a visit to Uganda last week {RUTO} met {MUSEVENI}.", "meeting", "2024-04-01/2024-04-07"),
        (f"When {RUTO} visited Uganda in 2022, the two sides signed an agreement on fish.", "agreement", "2022"),
        (f"{RUTO}, who met {MUSEVENI} when both were in Rome in 2022, spoke.", "meeting", "2022"),
        # a clause of the same time
        (f"{RUTO} left for Rome on Monday, accusing Uganda of theft.", "statement", "2024-04-08"),
        (f"Kenya on Friday opened a border post as {RUTO} held talks with {MUSEVENI}.", "talks", "2024-04-05"),
        (
            "Leaders of the Economic Community of West African States, meeting in Accra on Monday, agreed to help.",
            "summit",
            "2024-04-08",
        ),
        # before the sentence, at its head
        ("It was on Monday that Kenya expelled three Ugandan diplomats.", "expulsion", "2024-04-08"),
        (
            "It was on Monday that the clashes between Chad and Sudan began, after a mine went off.",
            "force",
            "2024-04-08",
        ),
        ("March 2023 - Kenya expels three Ugandan diplomats over the border.", "expulsion", "2023-03"),
        ("March 2023: Kenya expels three Ugandan diplomats over the border.", "expulsion", "2023-03"),
        # what lies ahead
        (f"{RUTO}'s visit to Uganda, which starts on Friday, is his first.", "visit", "2024-04-12"),
        (f"{RUTO} scrapped Friday's trip to Uganda.", "visit", "2024-04-12"),
        (f"{RUTO} is expected in Kampala, Uganda, on Sunday.", "visit", "2024-04-14"),
        (f"{RUTO} flies on to Kampala, Uganda, on Friday.", "visit", "2024-04-12"),
        (f"{RUTO} will visit Uganda in the coming months.", "visit", None),
        # what is an act has no end, what lasts has
        ("Kenya broke off relations with Uganda on Monday.", "relations", "2024-04-08"),
        (f"On Monday {RUTO} and {MUSEVENI} concluded a trade agreement.", "agreement", "2024-04-08"),
        # a state that began then
        ("Kenya and Uganda have had diplomatic relations since 1963.", "relations", "1963"),
        # the last day of what it ends
        (f"{MUSEVENI} signed a pact on Monday at the end of his three-day visit to Kenya.", "visit", "2024-04-06"),
        # a dateline is of the report
        (f"NAIROBI, April 9 (NTB) -- {RUTO} will visit Uganda.", "visit", None),
    ],
)
def test_times_beside_the_clause(told: Told, text: str, kind: str, start: str | None) -> None:
    (claim,) = [claim for claim in told(text) if claim.family == kind]
    assert edtf(claim.start) == start


UGANDA = "Uganda expelled three envoys of Kenya"


def test_a_time_that_opens_the_sentence_is_that_of_the_answer_too(told: Told) -> None:
    text = f"In 2007 {UGANDA} after a theft, and Kenya responded by ordering out three Ugandan diplomats."
    assert [edtf(claim.start) for claim in told(text)] == ["2007", "2007"]


def test_a_day_behind_on_may_stand_before_what_could_be_counted(told: Told) -> None:
    (claim,) = told("On March 28 soldiers of Kenya and Uganda clashed near Busia.")
    assert edtf(claim.start) == "2024-03-28"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (f"On Monday {UGANDA}, and {KENYA} two days later.", ["2024-04-08", "2024-04-10"]),
        (f"{UGANDA} on Monday, and {KENYA} the same day.", ["2024-04-08", "2024-04-08"]),
        (f"{UGANDA} in April 2022, and {KENYA} a month later.", ["2022-04", "2022-05"]),
    ],
)
def test_days_counted_from_what_the_sentence_tells_before(told: Told, text: str, days: list[str]) -> None:
    assert [edtf(claim.start) for claim in told(text)] == days


def test_each_leg_of_a_tour_has_the_days_behind_it(told: Told) -> None:
    text = f"{RUTO} will visit Nepal on Sunday and Monday, Bangladesh on Monday and Tuesday, and Oman on Tuesday."
    hosts = {p.actor.country: edtf(claim.start) for claim in told(text) for p in claim.participants if p.role == "host"}
    assert (hosts["NPL"], hosts["BGD"]) == ("2024-04-14", "2024-04-15")


def test_the_time_of_an_aside_is_not_the_time_of_the_sentence(told: Told) -> None:
    text = f"{RUTO} flew to Kampala on Wednesday, officials of both sides in the city said.\n\n"
    claims = told(text + f"{RUTO}, who arrived on Tuesday evening, met {MUSEVENI}.")
    assert [edtf(claim.start) for claim in claims if claim.family == "meeting"] == ["2024-04-10"]


def test_since_another_event_is_no_date(one: One) -> None:
    claim = one("Since his return to office on January 1, Kenyan President William Ruto has travelled to Ghana.")
    assert claim.start is None


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        # Beside a time of its own, that of another noun is the noun's.
        ("Peru expelled 12 Chilean diplomats earlier this month over the death of an agent in Lima on April 4.",
         "expulsion", "2024-04-01/2024-04-10"),
        (f"{BLANAR} flies to Brussels next week for a NATO summit on April 18.", "visit", "2024-04-15/2024-04-21"),
        # Two verbs of one subject share a day, and so do asides and what is on the sidelines.
        ("Norway severed relations with Peru on June 5, 2017, and accused Lima of theft.", "statement", "2017-06-05"),
        (f"He had met {BLANAR} on Friday on the sidelines of a meeting of NATO foreign ministers in Brussels.",
         "meeting", "2024-04-05"),
        ("Chinese Foreign Minister Wang Yi witnessed the signing of an agreement between Iran and Iraq on April 6.",
         "agreement", "2024-04-06"),
        (f"This February {BLANAR} and {SZIJJARTO}, who held talks in Vienna, set a goal.", "talks", "2024-02"),
    ],
)  # fmt: skip
def test_a_time_told_beside_the_event(told: Told, text: str, kind: str, start: str) -> None:
    found = [claim for claim in told(text) if kind in (claim.kind, claim.family)]
    assert [edtf(claim.start) for claim in found][-1:] == [start]


def test_what_is_counted_from_something_untold_has_no_date(told: Told) -> None:
    text = f"{BLANAR} met {SZIJJARTO} on Monday. Hungary will lift sanctions on Slovakia two months after they sign."
    assert [edtf(claim.start) for claim in told(text) if claim.family == "sanction"] == [None]


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        (f"On the second day of his visit to Hungary, {BLANAR} met {SZIJJARTO} on Tuesday.", "visit", "2024-04-08"),
        ("Iran and Iraq had held five rounds of talks in Baghdad since April 2021.", "talks", "2021-04"),
        (f"{BLANAR} met {SZIJJARTO} earlier in the day.", "meeting", "2024-04-10"),
        (f"{BLANAR} cancelled a trip to Moscow planned for Friday.", "visit", "2024-04-12"),
    ],
)
def test_days_counted_from_the_first(told: Told, text: str, kind: str, start: str) -> None:
    assert [edtf(claim.start) for claim in told(text) if claim.family == kind] == [start]


@pytest.mark.parametrize(
    ("words", "start"), [("on Monday", None), ("in February 2022", "2022-02"), ("in 2022", "2022")]
)
def test_the_weekday_of_what_is_spoken_of_is_that_of_the_words(told: Told, words: str, start: str | None) -> None:
    claims = told(f"Peru condemned Russia's invasion of Ukraine {words}.")
    (invasion,) = [claim for claim in claims if claim.kind == "invasion"]
    assert (invasion.start.edtf if invasion.start else None) == start


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        # of a clause beside
        ("The border had been shut since May 2021, when Kenya severed ties with Uganda.", "relations", "2021-05"),
        ("Ministers of the African Union, meeting in Accra on Monday, condemned Uganda.", "statement", "2024-04-08"),
        (f"{RUTO} flew to Kampala on Tuesday, where he met {MUSEVENI}.", "meeting", "2024-04-09"),
        (f"{RUTO} returned on Tuesday from Kampala, where he met {MUSEVENI}.", "meeting", None),
        ("Kenya summoned the Ugandan ambassador on Saturday to protest and demanded an apology from Uganda.", "demand",
         "2024-04-06"),
        ("Kenya said on Sunday it was leaving the African Union, accusing Uganda of theft.", "statement", "2024-04-07"),
        ("In March, weeks after he took office, Kenya recalled its ambassador from Kampala.", "recall", "2024-03"),
        ("He praised the signing of a treaty between Kenya and Uganda, which took place in Oslo on March 13.",
         "agreement", "2024-03-13"),
        # of the word by which an act is done
        ("Kenya and Uganda said on Friday that they would resume diplomatic relations.", "relations", "2024-04-05"),
        ("Kenya on Monday confirmed that it had declared three Ugandan diplomats persona non grata.", "expulsion",
         "2024-04-08"),
        ("Kenya responded on Friday by expelling three Ugandan diplomats.", "expulsion", "2024-04-05"),
        ("Kenya said on Monday that Uganda would lift its tariffs on Kenyan sugar that same night.", "sanction",
         "2024-04-08"),
        # of what is spoken of
        (f"{RUTO} thanked Uganda for its support of the talks in March.", "statement", "2024-04-10"),
        (f"{RUTO} accused Uganda of the attack on a convoy near Busia on February 3.", "statement", None),
        (f"{RUTO} accused Uganda on April 3 of an attack.", "statement", "2024-04-03"),
        # counted from what is told before, though it is no event of ours
        (f"The court ruled on April 3, and {KENYA} three days later.", "recall", "2024-04-06"),
        (f"The quarrel flared on Monday. {KENYA} the next day.", "recall", "2024-04-09"),
        (f"The quarrel flared on Wednesday. {KENYA} the next day.", "recall", None),
        (f"He left after a vote on Monday. {KENYA} the next day.", "recall", None),
        ("The war began in January 1995. Kenya signed a truce with Uganda on February 17 of that year.", "agreement",
         "1995-02-17"),
    ],
)  # fmt: skip
def test_a_time_of_what_stands_beside(told: Told, text: str, kind: str, start: str | None) -> None:
    found = [claim for claim in told(text) if kind in (claim.kind, claim.family)]
    assert [edtf(claim.start) for claim in found][-1:] == [start]


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        # "When" stands behind the time of its clause, whatever time comes behind.
        (
            f"They clashed in Lima last May, when {BLANAR} met {SZIJJARTO}, and again in Oslo in June.",
            "meeting",
            "2023-05",
        ),
        # The weekday is that of the past verb, not of what was agreed on.
        ("Peru agreed on Monday to expel two Chilean diplomats.", "expulsion", "2024-04-08"),
        (f"{BLANAR} agreed to meet {SZIJJARTO} on Monday.", "meeting", "[2024-04-08,2024-04-15]"),
        # Hours from another event are of its day, and less than what is told besides.
        (f"Slovakia recalled its envoy on Monday, hours after {BLANAR} met {SZIJJARTO}.", "meeting", "2024-04-08"),
        # At the end of a visit, behind a comma, whatever verb that hangs on.
        (
            f"A triumph is what {BLANAR} calls the accord on fish that he signed in Hungary on Tuesday, "
            "at the end of a visit of three days.",
            "visit",
            "2024-04-07",
        ),
        (f"During the week {BLANAR} met {SZIJJARTO}.", "meeting", "2024-04-03/2024-04-10"),
        (f"{BLANAR} wound up a visit to Hungary on Monday.", "visit", None),
    ],
)
def test_times_by_the_words_around_them(told: Told, text: str, kind: str, start: str | None) -> None:
    found = [event for event in told(text) if event.family == kind]
    assert [edtf(event.start) for event in found] == [start], [(e.kind, e.evidence.text) for e in told(text)]


def test_the_last_of_a_kind_is_not_the_one_that_the_story_tells_of(told: Told) -> None:
    call = (
        "Slovak President Peter Pellegrini warned Hungarian President Tamás Sulyok on Tuesday, "
        "the palace said after the two had spoken by phone."
    )
    last = "It was their first conversation since January 3, when they held a virtual meeting."
    starts = {edtf(event.start) for event in told(f"{call} {last}") if event.kind == "call"}
    assert starts == {"2024-04-09", "2024-01-03"}


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        # The day for which it was set, whatever the words that drop it are counted from.
        (
            f"The vote came two days after {BLANAR} called off talks with Hungary that were scheduled for May 12.",
            "talks",
            "2024-05-12",
        ),
        # What is come from was over.
        (f"{BLANAR} returned on Monday from a visit to Hungary.", "visit", None),
        (f"{BLANAR} returned on Monday to Hungary for a visit.", "visit", "2024-04-08"),
        # The first to visit did so by arriving.
        (
            "Peter Pellegrini, the first Slovak president to visit Chad, arrived in N'Djamena on Monday.",
            "visit",
            "2024-04-08",
        ),
        # A date right behind another event is that one's.
        (f"{BLANAR} promised Chad support for the opening of Slovak talks with Hungary in June.", "talks", "2024-06"),
    ],
)
def test_times_of_what_is_told_beside(told: Told, text: str, kind: str, start: str | None) -> None:
    found = [event for event in told(text) if event.family == kind]
    assert [edtf(event.start) for event in found] == [start], [(e.kind, e.evidence.text) for e in told(text)]


def test_an_answer_is_of_the_month_of_what_it_answers(told: Told) -> None:
    events = told("Norway asked Sweden for aid in February, but Sweden rejected it.")
    assert {event.kind: edtf(event.start) for event in events} == {"request": "2024-02", "rejection": "2024-02"}
