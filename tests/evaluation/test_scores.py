from collections.abc import Callable
from datetime import date

import pytest

from communique.evaluation.align import Pair, align, any_kind
from communique.evaluation.counts import Share, Tally
from communique.evaluation.found import Prediction
from communique.evaluation.gold import GoldDocument, GoldEvent, GoldParticipant
from communique.evaluation.scores import ValueScores, score_events, score_families, score_values, wrong_values
from communique.types import Place, When

MakeGold = Callable[..., GoldEvent]
MakeFound = Callable[..., Prediction]
MakeDocument = Callable[..., GoldDocument]
MAY = When("2024-05", date(2024, 5, 1), date(2024, 5, 31), "relative")


@pytest.fixture
def values(document: MakeDocument) -> Callable[[GoldEvent, Prediction], ValueScores]:
    """The scores of one aligned pair."""
    return lambda event, prediction: score_values([align(document(), [event], [prediction])])


Values = Callable[[GoldEvent, Prediction], ValueScores]


def test_events_are_counted_by_kind_and_in_all(gold: MakeGold, found: MakeFound, document: MakeDocument) -> None:
    call = gold(type="call", evidence="had called him", main=False)
    aligned = align(document(), [gold(), call], [found(), found("Rain fell", family="visit")])
    scores = score_events([aligned, align(document(), [], [])])
    assert scores.all == Tally(hits=1, missed=1, false=1)
    assert (scores.kinds["meeting"], scores.kinds["call"]) == (Tally(1, 0, 0), Tally(0, 1, 0))
    assert scores.kinds["visit"] == Tally(0, 0, 1)


def test_main_events_leave_the_secondary_ones_out(gold: MakeGold, found: MakeFound, document: MakeDocument) -> None:
    secondary = gold(main=False)
    assert score_events([align(document(), [secondary], [found()])]).main == Tally()
    assert score_events([align(document(), [secondary], [])]).main == Tally()
    false = found("Rain fell", participants=())
    assert score_events([align(document(), [], [false])]).main == Tally(false=1)


def test_all_right(gold: MakeGold, found: MakeFound, values: Values) -> None:
    scores = values(gold(), found())
    one = Share(1, 1)
    assert (scores.participants, scores.start, scores.status, scores.place) == (Tally(2), one, one, one)
    assert scores.null_kept == Share(0, 0)


def test_a_missing_and_a_made_up_participant(gold: MakeGold, found: MakeFound, values: Values) -> None:
    third = GoldParticipant("Cy Oak", "BOL", "party", "minister")
    assert values(gold(participants=(*gold().participants, third)), found()).participants == Tally(2, 1, 0)
    assert values(gold(participants=gold().participants[:1]), found()).participants == Tally(1, 0, 1)


@pytest.mark.parametrize(
    ("start", "end", "days", "right"),
    [
        ("2024-04", None, (date(2024, 4, 8), date(2024, 4, 14)), True),  # "last week": the label is its month
        ("2024", None, (date(2024, 1, 1), date(2024, 4, 30)), True),  # "early 2024"
        ("2024-05", "2024-06", (date(2024, 5, 1), date(2024, 6, 30)), True),  # "in May or June"
        ("2024-04", None, (date(2024, 4, 8), date(2024, 4, 8)), False),  # a day that nobody told
        ("2024-04", None, (date(2024, 4, 28), date(2024, 5, 4)), False),
        ("2024-05-06", "2024-05-12", (date(2024, 5, 6), date(2024, 5, 12)), False),
    ],
)
def test_parts_of_months_and_years_that_labels_cannot_write(
    start: str, end: str | None, days: tuple[date, date], right: bool, gold: MakeGold, found: MakeFound, values: Values
) -> None:
    ours = found(start=When("", *days, "relative"))
    assert values(gold(start=start, end=end), ours).start == Share(int(right), 1)


def test_an_inferred_extent_is_a_start_and_an_end(gold: MakeGold, found: MakeFound, values: Values) -> None:
    first, last = (When("", day, day, "inferred") for day in (date(2024, 4, 14), date(2024, 4, 16)))
    label = gold(start="2024-04", start_inferred="2024-04-14/2024-04-16")
    assert values(label, found(start=first, end=last)).start == Share(1, 1)
    assert values(label, found(start=first)).start == Share(0, 1)
    assert values(label, found(start=last, end=last)).start == Share(0, 1)


def test_a_coarser_start_is_not_exact(gold: MakeGold, found: MakeFound, values: Values) -> None:
    assert values(gold(), found(start=MAY)).start == Share(0, 1)
    assert values(gold(start="2024-05"), found(start=MAY)).start == Share(1, 1)
    assert values(gold(), found(day=None)).start == Share(0, 1)


def test_an_inferred_start_is_as_good(gold: MakeGold, found: MakeFound, values: Values) -> None:
    assert values(gold(start="2024-05", start_inferred="2024-05-06"), found()).start == Share(1, 1)


def test_a_date_made_up_is_not_null_kept(gold: MakeGold, found: MakeFound, values: Values) -> None:
    undated = gold(start=None)
    assert values(undated, found(day=None)).null_kept == Share(1, 1)
    assert values(undated, found()).null_kept == Share(0, 1)


def test_an_interval_that_holds_the_inferred_date_is_no_invention(
    gold: MakeGold, found: MakeFound, values: Values
) -> None:
    inferable = gold(start=None, start_inferred="2024-05-06")
    assert values(inferable, found(start=MAY)).null_kept == Share(1, 1)
    assert values(inferable, found(day=date(2024, 5, 7))).null_kept == Share(0, 1)


def test_status_and_place(gold: MakeGold, found: MakeFound, values: Values) -> None:
    scores = values(gold(status="planned"), found(place=Place("Santiago", "CHL")))
    assert (scores.status, scores.place) == (Share(0, 1), Share(0, 1))
    assert values(gold(), found(place=None)).place == Share(0, 1)


def test_ratios() -> None:
    tally = Tally(hits=6, missed=2, false=4)
    assert (tally.precision, tally.recall) == (0.6, 0.75)
    assert tally.f1 == pytest.approx(2 * 0.6 * 0.75 / (0.6 + 0.75))
    assert (Tally().precision, Tally().recall, Tally().f1, Share(0, 0).value) == (None,) * 4


def test_the_type_of_plover_counts_where_it_is_labelled(gold: MakeGold, found: MakeFound, values: Values) -> None:
    assert values(gold(), found()).plover == Share(0, 0)
    assert values(gold(plover="CONSULT"), found()).plover == Share(1, 1)
    assert values(gold(plover="REJECT"), found()).plover == Share(0, 1)


def test_families_are_judged_whatever_an_event_was_taken_for(
    gold: MakeGold, found: MakeFound, document: MakeDocument
) -> None:
    call = gold(type="call", evidence="had called him")
    predicted = [found(), found(words="She had called him in May", family="visit")]
    aligned = [align(document(), [gold(), call], predicted, any_kind)]
    assert score_families(aligned) == Share(1, 2)


def test_wrong_values_are_told_with_both(gold: MakeGold, found: MakeFound) -> None:
    assert list(wrong_values(Pair(gold(), found()))) == []
    other = found(day=date(2024, 5, 7), status="planned", place=Place("Quito", "ECU"), participants=())
    assert list(wrong_values(Pair(gold(), other))) == [
        ("start", "2024-05-06", "2024-05-07"),
        ("status", "happened", "planned"),
        ("place", "PER", "ECU"),
        ("participants", "Ana Sol, Ben Fir", ""),
    ]


def test_what_is_left_open_is_told_as_none(gold: MakeGold, found: MakeFound) -> None:
    assert list(wrong_values(Pair(gold(), found(day=None, place=None)))) == [
        ("start", "2024-05-06", "none"),
        ("place", "PER", "none"),
    ]
    assert list(wrong_values(Pair(gold(start=None), found()))) == [("start", "none", "2024-05-06")]
    assert list(wrong_values(Pair(gold(start=None), found(day=None)))) == []
