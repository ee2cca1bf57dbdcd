from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.linking.times import Resolved, Tense, find_times, resolve_times
from communique.types import When
from communique.types.edtf import read_edtf, when

WEDNESDAY = "2024-04-10"


def published(edtf: str) -> When:
    return when(*read_edtf(edtf), "stated")


def resolve(text: str, tense: Tense | None, on: str | None, anchor: str | None = None) -> Resolved:
    return resolve_times(
        find_times(text),
        published=None if on is None else published(on),
        tense=tense,
        anchor=None if anchor is None else published(anchor),
    )


def edtf(value: When | None) -> str | None:
    return None if value is None else value.edtf


@pytest.mark.parametrize(
    ("text", "tense", "on", "start"),
    [
        # weekdays by tense; the day of publication counts
        ("on Monday", "past", WEDNESDAY, "2024-04-08"),
        ("on Monday", "future", WEDNESDAY, "2024-04-15"),
        ("on Thursday", "past", WEDNESDAY, "2024-04-11"),  # in the east, where it had begun
        ("last Thursday", "past", WEDNESDAY, "2024-04-04"),
        ("on Monday", "past", "2024-04-07", "2024-04-01"),  # of the week that a Sunday paper reviews
        ("on Saturday", "past", "2024-04-12", "2024-04-06"),  # and a Friday paper of the weekend before
        ("on Wednesday", "past", WEDNESDAY, WEDNESDAY),
        ("on Wednesday", "future", WEDNESDAY, WEDNESDAY),
        ("on Tuesday", "present", WEDNESDAY, "2024-04-09"),
        ("on Friday", "present", WEDNESDAY, "2024-04-12"),
        ("on Monday", None, WEDNESDAY, "[2024-04-08,2024-04-15]"),
        ("last Wednesday", "past", WEDNESDAY, "2024-04-03"),
        ("next Friday", "future", WEDNESDAY, "2024-04-19"),
        ("this Tuesday", "past", WEDNESDAY, "2024-04-09"),
        ("on Tuesday last week", "past", WEDNESDAY, "2024-04-02"),
        ("this coming Monday", "future", WEDNESDAY, "2024-04-15"),
        # a year that is not told
        ("on April 8", "past", "2024-04-10", "2024-04-08"),
        ("on December 31", "past", "2005-01-09", "2004-12-31"),
        ("on January 3", "future", "2024-12-28", "2025-01-03"),
        ("on July 29", "past", "2025-07-28", "2025-07-29"),  # the report is dated in another time zone
        ("on 29 February", "past", "2025-03-01", "2024-02-29"),
        ("on the 8th.", "future", WEDNESDAY, "2024-05-08"),
        ("in October", "past", WEDNESDAY, "2023-10"),
        ("in May", "future", WEDNESDAY, "2024-05"),
        ("last October", "past", WEDNESDAY, "2023-10"),
        ("last February", "past", "2024-09-04", "2024-02"),
        ("next April", "future", "2024-02-14", "2024-04"),
        ("this February", "past", "2025-07-07", "2025-02"),
        ("in October last year", "past", WEDNESDAY, "2023-10"),
        ("last autumn", "past", "2014-02-26", "2013-23"),
        ("on Thursday, 7 October", "past", "2024-11-11", "2024-11-07"),  # a slip in the month
        ("on Thursday the 21st.", "past", WEDNESDAY, "2024-03-21"),
        ("on Thursday the 11th.", "past", WEDNESDAY, "2024-04-11"),  # the report is dated in another time zone
        ("in Q1", "past", WEDNESDAY, "2024-01/2024-03"),
        # by their place in a month or year; a week is where its Thursday lies
        ("in the first week of May", "future", WEDNESDAY, "2024-04-29/2024-05-05"),
        ("in the last week of July 2016", "past", None, "2016-07-25/2016-07-31"),
        ("in the last two weeks of 2023", "past", None, "2023-12-18/2023-12-31"),
        ("in the first ten days of June 2023", "past", None, "2023-06-01/2023-06-10"),
        ("on the last day of February 2024", "past", None, "2024-02-29"),
        ("on the first Friday of next month", "future", WEDNESDAY, "2024-05-03"),
        ("on the last Sunday of March", "past", WEDNESDAY, "2024-03-31"),
        ("on the 31st of this month", "future", WEDNESDAY, None),
        ("on the fifth Monday of May 2024", "past", None, None),
        ("the week of April 3", "past", WEDNESDAY, "2024-04-01/2024-04-07"),
        # whole dates
        ("in April 2024", "past", None, "2024-04"),
        ("in spring 2024", "past", None, "2024-21"),
        ("in the first quarter of 2025", "past", None, "2025-01/2025-03"),
        ("in the 1990s", "past", None, "199X"),
        ("in early 2022", "past", None, "2022-01/2022-04"),
        ("at the end of May 2024", "past", None, "2024-05-24/2024-05-31"),
        # counted from the day of writing
        ("yesterday", "past", WEDNESDAY, "2024-04-09"),
        ("tonight", "future", WEDNESDAY, WEDNESDAY),
        ("two days ago", "past", WEDNESDAY, "2024-04-08"),
        ("last week", "past", WEDNESDAY, "2024-04-01/2024-04-07"),
        ("next month", "future", WEDNESDAY, "2024-05"),
        ("a month ago", "past", "2024-03-31", "2024-02"),
        ("four years ago", "past", WEDNESDAY, "2020"),
        ("five years ago today", "past", "2024-02-29", "2019-02-28"),
        ("late last year", "past", WEDNESDAY, "2023-09/2023-12"),
        ("earlier this week", "past", WEDNESDAY, "2024-04-08/2024-04-10"),
        ("over the weekend", "past", WEDNESDAY, "2024-04-06/2024-04-07"),
        ("at the weekend", "future", WEDNESDAY, "2024-04-13/2024-04-14"),
        ("this weekend", "past", WEDNESDAY, "2024-04-06/2024-04-07"),
        ("this weekend", "future", WEDNESDAY, "2024-04-13/2024-04-14"),
        ("a decade ago", "past", WEDNESDAY, "2014"),
        ("in the last two quarters", "past", WEDNESDAY, "2023-10/2024-03"),
        ("for the next quarter", "future", WEDNESDAY, "2024-07/2024-09"),
        ("the week after next", "future", WEDNESDAY, "2024-04-22/2024-04-28"),
        ("the month before last", "past", WEDNESDAY, "2024-02"),
        ("two days from tomorrow", "future", WEDNESDAY, "2024-04-13"),
        ("by year-end", "future", WEDNESDAY, "2024-04-10/2024-12-31"),
        ("a visit from Monday", "future", WEDNESDAY, "2024-04-15"),
        ("in six months", "future", WEDNESDAY, "2024-10"),
        ("in six months", "past", WEDNESDAY, None),
        ("within 15 days", "future", WEDNESDAY, "2024-04-10/2024-04-25"),
        ("by March 1", "future", "2026-01-16", "2026-01-16/2026-03-01"),
        ("since Sunday", "past", WEDNESDAY, "2024-04-07"),
        ("before Friday", "future", WEDNESDAY, "../2024-04-11"),
        # nothing to count from
        ("on Monday", "past", None, None),
        ("on April 8", "past", None, None),
        ("last week", "past", None, None),
        ("the same day", "past", WEDNESDAY, None),
        ("on February 30", "past", WEDNESDAY, None),
    ],
)
def test_one_expression(text: str, tense: Tense | None, on: str | None, start: str | None) -> None:
    assert edtf(resolve(text, tense, on).start) == start


@pytest.mark.parametrize(
    ("text", "anchor", "start"),
    [
        ("the same day", "2024-04-08", "2024-04-08"),
        ("a day earlier", "2024-04-08", "2024-04-07"),
        ("the following week", "2024-04-10", "2024-04-15/2024-04-21"),
        ("the Sunday before.", "2024-04-10", "2024-04-07"),
        ("in July of that year", "2002-05", "2002-07"),
        ("a year later", "2014", "2015"),
        ("a day later", "2014", None),
        ("on Monday, April 8", "2023", "2024-04-08"),
        ("that weekend", "2024-04-10", "2024-04-13/2024-04-14"),
        ("the previous weekend", "2024-04-10", "2024-04-06/2024-04-07"),
        ("the next Tuesday", "2024-03-27", "2024-04-02"),
        ("the previous two weeks", "2024-03-27", "2024-03-13/2024-03-27"),
    ],
)
def test_an_expression_counted_from_another_event(text: str, anchor: str, start: str | None) -> None:
    assert edtf(resolve(text, "past", None, anchor).start) == start


@pytest.mark.parametrize(
    ("text", "tense", "start", "end"),
    [
        ("on April 8 and 9", "future", "2024-04-08", "2024-04-09"),
        ("Monday and Tuesday", "past", "2024-04-08", "2024-04-09"),
        ("Sunday and Monday", "past", "2024-04-07", "2024-04-08"),
        ("from Saturday to Tuesday", "future", "2024-04-13", "2024-04-16"),
        ("from December 30 to January 2", "past", "2023-12-30", "2024-01-02"),
        ("from March to May 2023", "past", "2023-03", "2023-05"),
        ("from Friday the 5th until Tuesday the 9th", "past", "2024-04-05", "2024-04-09"),
        ("between 2020 and now", "past", "2020", "2024-04-10"),
        ("last week between Wednesday and Friday", "past", "2024-04-03", "2024-04-05"),
        ("a two-day visit starting Monday", "future", "2024-04-15", "2024-04-16"),
        ("January or February 2025", "future", "2025-01/2025-02", None),
        ("until Friday", "future", None, "2024-04-12"),
        ("a two-day visit on Monday", "past", "2024-04-08", "2024-04-09"),
        ("this week, on Friday", "future", "2024-04-12", None),
        ("on Monday, in April 2024", "past", "2024-04-08", None),
        ("on Monday, in May 2023", "past", "2024-04-08", None),  # the first wins
    ],
)
def test_expressions_of_one_event(text: str, tense: Tense, start: str | None, end: str | None) -> None:
    resolved = resolve(text, tense, WEDNESDAY)
    assert (edtf(resolved.start), edtf(resolved.end)) == (start, end)


def test_the_basis_says_how_a_date_is_known() -> None:
    def start(text: str, on: When | None) -> When:
        value = resolve_times(find_times(text), published=on, tense="past").start
        assert value is not None
        return value

    inferred = when(date(2024, 4, 10), date(2024, 4, 10), "inferred")
    assert start("on April 8, 2024", None).basis == "stated"
    assert start("in April 2024", None).basis == "stated"
    assert start("on April 8", published(WEDNESDAY)).basis == "relative"
    assert start("on April 8", inferred).basis == "inferred"


def test_evidence_is_the_expression_and_of_an_end_the_duration() -> None:
    resolved = resolve("a two-day visit on Monday", "past", WEDNESDAY)
    assert resolved.start is not None
    assert resolved.end is not None
    assert resolved.start.evidence is not None
    assert resolved.start.evidence.text == "Monday"
    assert resolved.end.evidence is not None
    assert resolved.end.evidence.text == "two-day"
    assert resolved.end.basis == "inferred"


def test_what_is_not_dated_leaves_clues() -> None:
    resolved = resolve("a two-day visit on Monday, April 8", "future", None)
    assert resolved.start is None
    assert [(clue.kind, clue.value) for clue in resolved.clues] == [
        ("weekday", 1),
        ("month", 4),
        ("day", 8),
        ("duration", 2),
    ]
    assert resolve("on Monday", "past", WEDNESDAY).clues == ()


def test_an_uncertain_publication_date_gives_every_possible_answer_or_none() -> None:
    assert edtf(resolve("on Monday", "past", "2024-04-09/2024-04-11").start) == "2024-04-08"
    assert edtf(resolve("on Monday", "past", "2024-04-06/2024-04-09").start) == "[2024-04-01,2024-04-08]"
    assert resolve("on Monday", "past", "2024").start is None
    assert edtf(resolve("in March", "past", "2018-05").start) == "2018-03"
    assert resolve("on Monday", "past", "2024-04-09/..").start is None


DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31))
WORDS = (
    "Monday Tuesday Sunday April May March 8 9 31 2024 1990s and or to - , the last next this week "
    "weekend month year two a in on by starting between now first week days Friday the 11th "
    "since from until before after of first quarter spring today "
    "tomorrow ago later within early late end two-day same following that"
).split()
TENSES: tuple[Tense | None, ...] = ("past", "present", "future", None)


@settings(max_examples=2000, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join),
    st.one_of(st.none(), st.dates(), DAYS),
    st.integers(0, 40),
    st.sampled_from(TENSES),
    st.one_of(st.none(), DAYS),
)
def test_no_interval_is_swapped(
    text: str, first: date | None, days: int, tense: Tense | None, anchor: date | None
) -> None:
    last = None if first is None else min(first, date(9990, 1, 1)) + timedelta(days=days)
    on = None if first is None or last is None else when(min(first, last), last, "inferred")
    event = None if anchor is None else when(anchor, anchor, "stated")
    resolved = resolve_times(find_times(text), published=on, tense=tense, anchor=event)
    for value in (resolved.start, resolved.end):
        if value is not None:
            assert value.earliest is None or value.latest is None or value.earliest <= value.latest
            assert read_edtf(value.edtf) == (value.earliest, value.latest)
            assert value.evidence is not None
            assert value.evidence.text in text


@given(DAYS, st.integers(1, 7))
def test_a_bare_weekday_lies_within_a_week_on_the_side_of_its_tense(day: date, weekday: int) -> None:
    name = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()[weekday - 1]
    past, future = (resolve(f"on {name}", tense, day.isoformat()).start for tense in ("past", "future"))
    assert past is not None
    assert past.day is not None
    assert past.day.isoweekday() == weekday
    assert timedelta(days=-1) <= day - past.day < timedelta(days=7)
    assert future is not None
    assert future.day is not None
    assert timedelta() <= future.day - day < timedelta(days=7)


def written(day: date, form: str) -> str:
    return day.strftime(form).replace(" 0", " ").removeprefix("0")


@settings(max_examples=300, deadline=None)
@given(
    DAYS.filter(lambda day: day.year > 1950), st.integers(1, 25), st.sampled_from(["%B %d, %Y", "%d %B %Y", "%Y-%m-%d"])
)
def test_a_range_of_whole_dates_is_its_first_and_last_day(first: date, days: int, form: str) -> None:
    last = first + timedelta(days=days)
    for joined in ("from {} to {}", "between {} and {}", "{} through {}", "from {} until {}"):
        resolved = resolve(joined.format(written(first, form), written(last, form)), "past", None)
        assert (edtf(resolved.start), edtf(resolved.end)) == (first.isoformat(), last.isoformat())
    if first.month == last.month:
        dashed = f"{written(first, '%d')}–{written(last, '%d %B %Y')}"
        resolved = resolve(dashed, "past", None)
        assert (edtf(resolved.start), edtf(resolved.end)) == (first.isoformat(), last.isoformat())
