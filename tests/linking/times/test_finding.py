import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.linking.times import (
    Ahead,
    Anchored,
    Bound,
    Day,
    Duration,
    Month,
    Months,
    Nth,
    Range,
    Recent,
    Relative,
    Season,
    TimeExpression,
    Value,
    Weekday,
    Weekend,
    Year,
    find_times,
)

APRIL_8 = Day(month=4, day=8)

FOUND: list[tuple[str, str, Value]] = [
    ("They left that same night.", "that same night", Anchored(unit="day", offset=0)),
    ("They met the same evening.", "the same evening", Anchored(unit="day", offset=0)),
    # days
    ("They met on April 8.", "April 8", APRIL_8),
    ("They met on Apr. 8, 2024.", "Apr. 8, 2024", Day(year=2024, month=4, day=8)),
    ("April 13,2026", "April 13,2026", Day(year=2026, month=4, day=13)),
    ("signed on 8 April 2024 in Riga", "8 April 2024", Day(year=2024, month=4, day=8)),
    ("on the 8th of April", "8th of April", APRIL_8),
    ("since the first of May", "first of May", Day(month=5, day=1)),
    ("on Sept. 4 he left", "Sept. 4", Day(month=9, day=4)),
    ("MINSK, MAY 3", "MAY 3", Day(month=5, day=3)),
    ("the raid of October 7 last year", "October 7 last year", Day(month=10, day=7, year_offset=-1)),
    ("he will come on the 8th.", "the 8th", Day(day=8)),
    ("on 2024-04-08", "2024-04-08", Day(year=2024, month=4, day=8)),
    ("on 23/04/2012", "23/04/2012", Day(year=2012, month=4, day=23)),
    ("on 08.04.2024", "08.04.2024", Day(year=2024, month=4, day=8)),
    ("on the twenty-first of June, 2023", "twenty-first of June, 2023", Day(year=2023, month=6, day=21)),
    ("on April the ninth.", "April the ninth", Day(month=4, day=9)),
    ("on the 24th day of November, 1954", "24th day of November, 1954", Day(year=1954, month=11, day=24)),
    ("on 05-Aug-2016", "05-Aug-2016", Day(year=2016, month=8, day=5)),
    ("on 2016/Aug/5", "2016/Aug/5", Day(year=2016, month=8, day=5)),
    ("on 31-05-2024", "31-05-2024", Day(year=2024, month=5, day=31)),
    ("left on april 9th", "april 9th", Day(month=4, day=9)),
    ("on Thursday the 21st.", "Thursday the 21st", Day(day=21, weekday=4)),
    ("it cost $ 12 December 27", "December 27", Day(month=12, day=27)),
    ("scheduled for the 27th.", "the 27th", Day(day=27)),
    ("on October, 1st.", "October, 1st", Day(month=10, day=1)),
    # times of day
    ("at 8 a.m. on Monday", "Monday", Weekday(weekday=1)),
    ("at 10:08 on April 9", "April 9", Day(month=4, day=9)),
    ("at 18:30 on 9 May", "9 May", Day(month=5, day=9)),
    ("at 11 p.m. Monday (0300 GMT Tuesday)", "Monday", Weekday(weekday=1)),
    # by their place in a month or year
    ("in the last two weeks of 2023", "last two weeks of 2023",
     Nth(place=-1, unit="week", of=Year(year=2023), count=2)),
    ("in the first ten days of June", "first ten days of June", Nth(place=1, unit="day", of=Month(month=6), count=10)),
    ("the first Friday of next month", "first Friday of next month",
     Nth(place=1, unit="week", of=Relative(unit="month", offset=1), weekday=5)),
    ("on the 15th of this month", "15th of this month",
     Nth(place=15, unit="day", of=Relative(unit="month", offset=0))),
    ("the week of April 8", "the week of April 8", Anchored(unit="week", offset=0, of=Day(month=4, day=8))),
    ("the week beginning on 8 April", "the week beginning on 8 April",
     Anchored(unit="week", offset=0, of=Day(month=4, day=8))),
    # weekdays
    ("will arrive on Monday", "Monday", Weekday(weekday=1)),
    ("said Wednesday afternoon", "Wednesday afternoon", Weekday(weekday=3)),
    ("a call next Friday", "next Friday", Weekday(weekday=5, modifier="next")),
    ("on Tuesday last week", "Tuesday last week", Weekday(weekday=2, weeks=-1)),
    ("next week on Tuesday", "next week on Tuesday", Weekday(weekday=2, weeks=1)),
    ("the Sunday before.", "Sunday before", Weekday(weekday=7, side="before")),
    ("the following Monday", "following Monday", Weekday(weekday=1, side="after")),
    ("on Monday, April 8", "Monday, April 8", Day(month=4, day=8, weekday=1)),
    ("on Monday (April 8) in Oslo", "Monday (April 8)", Day(month=4, day=8, weekday=1)),
    ("on Monday 8 April", "Monday 8 April", Day(month=4, day=8, weekday=1)),
    ("on April 8, a Monday, they", "April 8, a Monday", Day(month=4, day=8, weekday=1)),
    ("Sun, April 7", "Sun, April 7", Day(month=4, day=7, weekday=7)),
    ("at the weekend", "the weekend", Weekend()),
    ("last weekend", "last weekend", Weekend(modifier="last")),
    ("that weekend", "that weekend", Weekend(weeks=0)),
    ("the previous weekend", "the previous weekend", Weekend(weeks=-1)),
    ("I went the next Tuesday", "next Tuesday", Weekday(weekday=2, side="after")),
    # months, seasons, years
    ("in April 2024", "April 2024", Month(year=2024, month=4)),
    ("in May", "May", Month(month=5)),
    ("a March meeting in Doha", "March", Month(month=3)),
    ("by mid-August", "by mid-August", Bound(bound="by", of=Month(month=8, part="mid"))),
    ("at the end of May", "end of May", Month(month=5, part="end")),
    ("in the last week of July", "last week of July", Nth(place=-1, unit="week", of=Month(month=7))),
    ("last October", "last October", Month(month=10, modifier="last")),
    ("in October last year", "October last year", Month(month=10, year_offset=-1)),
    ("in July of that year", "July of that year", Month(month=7, anchored=True)),
    ("in early 2022", "early 2022", Year(year=2022, part="early")),
    ("in 2024", "2024", Year(year=2024)),
    ("the 2015 accord", "2015", Year(year=2015)),
    ("resolution 2231 (2015)", "2015", Year(year=2015)),
    ("in the late 1990s", "late 1990s", Year(year=1990, years=10, part="late")),
    ("in the 1930’s", "1930’s", Year(year=1930, years=10)),
    ("dates back to 1979", "1979", Year(year=1979)),
    ("2012 presidential candidates", "2012", Year(year=2012)),
    ("in 2016 April.", "2016 April", Month(year=2016, month=4)),
    ("in Dec-2018", "Dec-2018", Month(year=2018, month=12)),
    ("in 2019-Q1", "2019-Q1", Months(first=1, count=3, year=2019)),
    ("in Q2 sales fell", "Q2", Months(first=4, count=3)),
    ("in the third month of 2021", "third month of 2021", Months(first=3, count=1, year=2021)),
    ("in spring 2024", "spring 2024", Season(season=21, year=2024)),
    ("this autumn", "this autumn", Season(season=23, modifier="this")),
    ("the first quarter of 2025", "first quarter of 2025", Months(first=1, count=3, year=2025)),
    ("exports fell in the third quarter", "third quarter", Months(first=7, count=3)),
    ("the first two months of next year", "first two months of next year",
     Months(first=1, count=2, year_offset=1)),
    ("in Q3 2024", "Q3 2024", Months(first=7, count=3, year=2024)),
    # counted
    ("yesterday", "yesterday", Relative(unit="day", offset=-1)),
    ("this evening", "this evening", Relative(unit="day", offset=0)),
    ("last night", "last night", Relative(unit="day", offset=-1)),
    ("the day before yesterday", "the day before yesterday", Relative(unit="day", offset=-2)),
    ("overnight", "overnight", Recent(unit="day", count=1)),
    ("two days ago", "two days ago", Relative(unit="day", offset=-2, exact=True)),
    ("a month ago", "a month ago", Relative(unit="month", offset=-1)),
    ("five years ago today", "five years ago today", Relative(unit="year", offset=-5, exact=True)),
    ("late last year", "late last year", Relative(unit="year", offset=-1, part="late")),
    ("Visit Set for\nThis\nWeek", "This\nWeek", Relative(unit="week", offset=0)),
    ("earlier this month", "earlier this month", Relative(unit="month", offset=0, part="earlier")),
    ("a day earlier", "a day earlier", Anchored(unit="day", offset=-1)),
    ("the same day", "the same day", Anchored(unit="day", offset=0)),
    ("the next day", "the next day", Anchored(unit="day", offset=1)),
    ("two days after July 24", "two days after July 24",
     Anchored(unit="day", offset=2, of=Day(month=7, day=24))),
    ("a follow-up in six months", "in six months", Ahead(unit="month", count=6)),
    ("the past two weeks", "the past two weeks", Recent(unit="week", count=2)),
    ("a decade ago", "a decade ago", Relative(unit="year", offset=-10)),
    ("a fortnight ago", "a fortnight ago", Relative(unit="week", offset=-2)),
    ("over the past two decades", "the past two decades", Recent(unit="year", count=20)),
    ("in the coming days", "in the coming days", Recent(unit="day", count=7, ahead=True)),
    ("in recent weeks", "in recent weeks", Recent(unit="week", count=5)),
    ("within days", "within days", Recent(unit="day", count=7, ahead=True)),
    ("the last two quarters", "the last two quarters", Recent(unit="quarter", count=2)),
    ("the previous three weeks", "the previous three weeks", Recent(unit="week", count=3, anchored=True)),
    ("the week after next", "the week after next", Relative(unit="week", offset=2)),
    ("two weeks from tomorrow", "two weeks from tomorrow",
     Anchored(unit="week", offset=2, of=Relative(unit="day", offset=1))),
    ("inflation by year-end", "by year-end", Bound(bound="by", of=Relative(unit="year", offset=0, part="end"))),
    # durations
    ("a two-day visit", "two-day", Duration(unit="day", count=2)),
    ("a 2-Day visit", "2-Day", Duration(unit="day", count=2)),
    ("three days of talks", "three days of", Duration(unit="day", count=3)),
    ("a visit of three days", "three days", Duration(unit="day", count=3)),
    ("a weeklong tour", "weeklong", Duration(unit="week", count=1)),
    # ranges and bounds
    ("on April 8 and 9", "April 8 and 9", Range(first=APRIL_8, last=Day(month=4, day=9), joined="and")),
    ("April 8–9, 2024", "April 8–9, 2024",
     Range(first=Day(year=2024, month=4, day=8), last=Day(year=2024, month=4, day=9), joined="to")),
    ("8-9 April", "8-9 April", Range(first=APRIL_8, last=Day(month=4, day=9), joined="to")),
    ("from March 29 to April 2", "March 29 to April 2",
     Range(first=Day(month=3, day=29), last=Day(month=4, day=2), joined="to")),
    ("between 3 and 5 May", "3 and 5 May",
     Range(first=Day(month=5, day=3), last=Day(month=5, day=5), joined="and")),
    ("Monday and Tuesday", "Monday and Tuesday",
     Range(first=Weekday(weekday=1), last=Weekday(weekday=2), joined="and")),
    ("from Tuesday through Thursday", "Tuesday through Thursday",
     Range(first=Weekday(weekday=2), last=Weekday(weekday=4), joined="to")),
    ("January or February 2025", "January or February 2025",
     Range(first=Month(year=2025, month=1), last=Month(year=2025, month=2), joined="or")),
    ("December 2024-January 2025", "December 2024-January 2025",
     Range(first=Month(year=2024, month=12), last=Month(year=2025, month=1), joined="to")),
    ("from 2015 to 2018", "2015 to 2018", Range(first=Year(year=2015), last=Year(year=2018), joined="to")),
    ("April 9th through seventeenth", "April 9th through seventeenth",
     Range(first=Day(month=4, day=9), last=Day(month=4, day=17), joined="to")),
    ("from Friday the 11th until Tuesday the 15th", "Friday the 11th until Tuesday the 15th",
     Range(first=Day(day=11, weekday=5), last=Day(day=15, weekday=2), joined="to")),
    ("from this May to Oct 2026", "this May to Oct 2026",
     Range(first=Month(month=5, modifier="this"), last=Month(year=2026, month=10), joined="to")),
    ("from 2012 until early 2016", "2012 until early 2016",
     Range(first=Year(year=2012), last=Year(year=2016, part="early"), joined="to")),
    ("between 1979 and now", "1979 and now",
     Range(first=Year(year=1979), last=Relative(unit="day", offset=0), joined="to")),
    ("open Tue to Thur", "Tue to Thur", Range(first=Weekday(weekday=2), last=Weekday(weekday=4), joined="to")),
    ("a visit from Monday", "from Monday", Bound(bound="from", of=Weekday(weekday=1))),
    ("starting on Monday", "starting on Monday", Bound(bound="from", of=Weekday(weekday=1))),
    ("no later than May 5", "no later than May 5", Bound(bound="by", of=Day(month=5, day=5))),
    ("since Sunday", "since Sunday", Bound(bound="since", of=Weekday(weekday=7))),
    ("until May 3", "until May 3", Bound(bound="until", of=Day(month=5, day=3))),
    ("by March 1", "by March 1", Bound(bound="by", of=Day(month=3, day=1))),
]  # fmt: skip

NOT_FOUND = [
    "They may march on the capital in august silence.",
    "May said she would resign, and the vote was won by May.",
    "April Smith and June Carter met August Wilson.",
    "The March on Washington was recalled.",
    "Some 2,024 people were held and 2024 soldiers left.",
    "He sat on the second bench in the sun and won.",
    "Resolution 2231 of the Security Council",
    "Black Friday sales and Good Friday prayers",
    "reporters of the Sunday Times",
    "a 78-year-old man, 57, at 7 a.m.",
    "every Monday and on a Friday",
    "on 04/05/2012",
    "the first half of the match",
    "the 8th meeting of the commission",
    "a fall in prices",
    "The price rose to $8 million, 12 percent more.",
    "x2024y and 20240 and v2024.1",
    "after the Ramadan fast and the G20 summit 2024",
    "the World Cup 2022 organisers",
    "https://example.org/july-23/left-on-monday-why-in-december/",
    "until now he was; from now on he will",
    "the second day of the visit, the first of the year, the week of talks",
    "by the first to arrive, on the second bench",
    "in the coming years, over the past weeks",
    "on 12-05-2024",
    "the first April session",
    "for the 5th in a row, for the 8th time",
    "the Sun and the Post",
    "year-end figures",
]


@pytest.mark.parametrize(("text", "words", "value"), FOUND)
def test_an_expression_is_found_with_its_span_and_meaning(text: str, words: str, value: Value) -> None:
    start = text.index(words)
    (found,) = find_times(text)
    assert (found.span.start, found.span.text) == (start, words)
    assert found.value == value


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_is_no_time_is_left(text: str) -> None:
    assert find_times(text) == ()


def test_days_that_share_a_year_get_it() -> None:
    first, second = find_times("They met on July 12 and August 21, 2019.")
    assert first.value == Day(year=2019, month=7, day=12)
    assert second.value == Day(year=2019, month=8, day=21)


def test_a_possessive_is_no_bound() -> None:
    (found,) = find_times("after Monday's talks")
    assert found.value == Weekday(weekday=1)


def test_a_range_over_new_year_begins_in_the_year_before() -> None:
    (found,) = find_times("from December 29 to January 3, 2024")
    assert found.value == Range(
        first=Day(year=2023, month=12, day=29), last=Day(year=2024, month=1, day=3), joined="to"
    )


def test_a_paragraph_ends_an_expression() -> None:
    assert len(find_times("closed on Monday\n\nApril 8, 2024")) == 2


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "On Monday they met; on Tuesday they left."
    (found,) = find_times(text, 20, len(text))
    assert found.span.text == "Tuesday"
    assert text[found.span.start : found.span.end] == "Tuesday"
    assert find_times(text, 0, 5) == ()


WORDS = (
    "first third twenty-first week decade fortnight weekend now starting Q3 2024's 05-Aug-2016 no than "
    "Monday Sunday April May March Sept. Jan 8 9 31 2024 1990s 8th and or to - – , . ( ) the last next "
    "this week weekend month year day days two a in on by since from until between before after of first "
    "second quarter half spring fall yesterday today tomorrow ago later earlier within early late mid- "
    "end two-day long same following overnight 2024-04-08 12/13/2024 will said 's"
).split()
NEWS = st.lists(st.sampled_from([*WORDS, "\n", "\n\n"]), max_size=24).map(" ".join)


def assert_spans_hold(text: str, found: tuple[TimeExpression, ...]) -> None:
    end = 0
    for one in found:
        assert one.span.text == text[one.span.start : one.span.end]
        assert one.span.start >= end
        end = one.span.end


@settings(max_examples=2000, deadline=None)
@given(NEWS)
def test_spans_are_their_words_and_do_not_overlap(text: str) -> None:
    assert_spans_hold(text, find_times(text))


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert_spans_hold(text, find_times(text))


@pytest.mark.parametrize(
    "piece",
    [
        "April ",
        "8 ",
        "Jan ",
        "Monday, ",
        "the last ",
        "8-",
        "8-9 ",
        "8, 9, ",
        "in two ",
        "April 8, ",
        "2024-",
        "first week of ",
        "twenty ",
        "between 1 and now ",
        "2024 April ",
        " \n",
    ],
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    began = time.process_time()
    find_times(text)
    assert time.process_time() - began < 4  # at most 0.3 s; a quadratic rule takes minutes
