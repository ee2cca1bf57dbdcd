"""Occasions as clues: the days on which their words could be written. The examples of the tables are tested there."""

from datetime import date

import pytest

from communique.linking.times import find_times
from communique.linking.times._occasions import Names, occasions
from communique.linking.times._stretches import holds


def days_of(text: str, country: str | None = None, organisation: str | None = None) -> list[tuple[date, date]]:
    """The days of the only clue of a text, in which the first word is the name of the country or organisation."""
    end = text.index(" ")
    names = Names(
        countries=((0, end, country),) if country else (),
        organisations=((0, end, organisation),) if organisation else (),
    )
    return [pair for clue in occasions(text, find_times(text), names) for pair in clue.days]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ghana voted. Two days after Ghana elected a president he flew out.", None),
        ("Ghana goes on, two days after it elected a president.", date(2024, 12, 9)),
        ("Ghana counts on after Saturday's presidential election.", date(2024, 12, 9)),
        ("Ghana prepares for the presidential election, which will be held next Saturday.", None),
        ("Ghana holds its breath ahead of Saturday's election.", date(2024, 12, 3)),
        ("Ghana counts on after last week's presidential election.", date(2024, 12, 10)),
        ("Ghana has had many elections.", None),
    ],
)
def test_elections(text: str, day: date | None) -> None:
    found = days_of(text, "GHA")
    if day is None:
        assert not any(holds((pair,), date(2024, 12, 20)) for pair in found)
    else:
        assert holds(tuple(found), day)
        assert not holds(tuple(found), date(2023, 6, 1))


def test_a_summit_by_number_and_weekday() -> None:
    assert days_of("SAARC held its 12th summit, which ended on Tuesday.", organisation="saarc") == [
        (date(2004, 1, 6), date(2004, 1, 12))
    ]
    assert days_of("SAARC held its 12th summit, he said on Tuesday.", organisation="saarc") == []
    assert days_of("SAARC held its 2004 summit on Tuesday.", organisation="saarc") == []


def test_a_jubilee_of_independence() -> None:
    assert days_of("Ghana celebrates 50 years of independence.", "GHA") == [(date(2007, 2, 20), date(2007, 3, 20))]
    assert days_of("Ghana after 50 years of independence is calm.", "GHA") == []
    assert days_of("Ghana marks the 60th anniversary of its independence.", "GHA") == [
        (date(2017, 2, 20), date(2017, 3, 20))
    ]
    assert days_of("Ghana asked him to mark the 60th anniversary of its independence on 6 March this year.", "GHA") == [
        (date(2016, 3, 6), date(2017, 3, 20))
    ]


def test_a_gathering_that_another_takes_part_in_is_another() -> None:
    assert days_of("SAARC-China ties: at the SAARC-China summit on Tuesday they spoke.", organisation="saarc") == []


def test_whoever_leaves_for_a_gathering_has_not_been_there() -> None:
    text = "She spoke on Friday as she left for the G7 in Biarritz."
    at = text.index("G7")
    names = Names(organisations=((at, at + 2, "Q1764511"),), cities=((at + 6, at + 14, "Biarritz"),))
    assert [one.days for one in occasions(text, find_times(text), names)] == [((date(2019, 8, 21), date(2019, 8, 24)),)]


def test_less_than_two_months_ago() -> None:
    text = "NATO held its summit in Vilnius less than two months ago."
    names = Names(organisations=((0, 4, "Q7184"),), cities=((24, 31, "Vilnius"),))
    assert [one.days for one in occasions(text, find_times(text), names)] == [((date(2023, 8, 11), date(2023, 9, 12)),)]
