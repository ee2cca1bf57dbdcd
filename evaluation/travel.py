"""Measures country and days of visits on the State Department's tables of travel: `python -m evaluation.travel`.

Each row (who went where, from which day to which) is worded as one sentence of news. Wordings are lists
of coprime lengths from which the row's number picks, so that all pairings come up and every run words a row
alike. How it counts is told in `docs/metrics.md`.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec
from cyclopts import App
from rich.console import Console
from rich.table import Table

from communique.codebook import Country, countries
from communique.codebook.words import fold
from communique.evaluation.counts import Share
from communique.running import code_text
from communique.types import EventClaim, When

__all__ = [
    "BARS",
    "DATA",
    "Outcome",
    "Report",
    "Row",
    "Sentence",
    "Unusable",
    "codes_of",
    "days_right",
    "evaluate",
    "figures",
    "measure",
    "read_rows",
    "row_of",
    "same_day",
    "show",
    "spread",
    "word",
]

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "us-state-travel"
BARS = {"country": 0.97, "days": 0.95}

T = TypeVar("T")

app = App(name="evaluation.travel", help="Measure country and days of visits.", result_action="return_value")


class Row(msgspec.Struct, frozen=True):
    """One journey. ``number`` counts the rows of both tables; ``state`` is in the State Department's words."""

    number: int
    office: str
    state: str
    cities: str
    first: date
    last: date


class Unusable(msgspec.Struct, frozen=True):
    """A row that cannot be asked for, by the rule ``reason``."""

    number: int
    reason: str


class Sentence(msgspec.Struct, frozen=True):
    """A row in words, and what it must be coded as: a country of ``codes``, from ``first`` to ``last``."""

    text: str
    published: date
    codes: frozenset[str]
    first: date
    last: date


class Outcome(msgspec.Struct, frozen=True):
    """The visit that was coded, null where none was."""

    sentence: Sentence
    visit: EventClaim | None

    @property
    def country(self) -> bool:
        """Whether the place is in the country, as it was then or as the territory is called today."""
        place = self.visit.place if self.visit else None
        return place is not None and place.country in self.sentence.codes

    @property
    def days(self) -> bool:
        """Whether the visit starts and ends on the very days."""
        return self.visit is not None and days_right(self.visit, self.sentence.first, self.sentence.last)


# What the tables hold


def read_rows(folder: Path = DATA) -> Iterator[Row | Unusable]:
    """Both tables, the Secretary's first; ``FileNotFoundError`` where they are not there."""
    raw = [(office, line) for office, name in _TABLES for line in _lines(folder / name)]
    return (row_of(number, office, line) for number, (office, line) in enumerate(raw))


_TABLES = (("Secretary of State", "AmericanSecretaryVisit.csv"), ("President", "AmericanPresidentVisit.csv"))


def _lines(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def row_of(number: int, office: str, line: dict[str, str]) -> Row | Unusable:
    """A line of a table; unusable without a day, a state of that day, or an office-holder on that day."""
    days = _days(line["time"])
    if days is None:
        return Unusable(number, "no day")
    row = Row(number, office, line["destination country"], line["destination city"], *days)
    if row.first > row.last:
        return Unusable(number, "ends before it starts")
    state = _state(row.state)
    if state is None:
        return Unusable(number, "no state of today or then")
    if not _existed(state, row.first):
        return Unusable(number, "the state did not exist then")
    return row if _holder(row) else Unusable(number, "nobody held the office then")


_DAY = re.compile(r"(?:([A-Z][a-z]+) )?(\d{1,2})(?:, (\d{4}))?")


def _days(time: str) -> tuple[date, date] | None:
    """``March 3–5, 1999``, ``March 30–April 2, 1999``, ``December 30, 1999–January 2, 2000``, ``March 3, 1999``."""
    ends = [_DAY.fullmatch(part.strip()) for part in re.split("[–-]", time)]
    first, last = ends[0], ends[-1]
    if len(ends) > 2 or first is None or last is None or not last[3]:
        return None
    try:
        month = last[1] or first[1]
        return _day(first[1], first[2], first[3] or last[3]), _day(month, last[2], last[3])
    except ValueError:
        return None


def _day(month: str, day: str, year: str) -> date:
    return datetime.strptime(f"{month} {day} {year}", "%B %d %Y").date()


# States: the State Department's words, news' words, codes

# Where the department's words are not those of news; source: the department's tables, read through.
_NEWS_NAMES = {
    "Bosnia": "Bosnia and Herzegovina",
    "Bosnia-Herzegovina": "Bosnia and Herzegovina",
    "Brunei Darussalam": "Brunei",
    "China, People’s Republic of": "China",
    "Democratic Republic of the Congo (Zaire)": "Zaire",
    "Denmark (Greenland)": "Greenland",
    "Germany, Federal Republic of": "West Germany",
    "Korea, North": "North Korea",
    "Korea, Republic of": "South Korea",
    "Macedonia, Former Yugoslav Republic of": "Macedonia",
    "Palestinian Authority": "Palestinian territories",
    "Republic of China": "Taiwan",
    "Serbia-Montenegro (Kosovo)": "Kosovo",
    "Southern Rhodesia (Zimbabwe)": "Rhodesia",
    "U.S.S.R.": "Soviet Union",
    "Yugoslavia (Kosovo)": "Kosovo",
}
# ISO 3166-1 and 3166-3; here as well, lest a name that the codebook lacks take its rows out of the measurement.
_CODES = {
    "Bosnia and Herzegovina": "BIH",
    "Byelorussia": "BLR",
    "Kirghizia": "KGZ",
    "Macedonia": "MKD",
    "Netherlands Antilles": "ANT",
    "Rhodesia": "ZWE",
    "Trinidad": "TTO",
    "West Germany": "DEU",
    "Western Samoa": "WSM",
}
_ANTILLES = Country(code="ANT", name="Netherlands Antilles", kind="former", end=date(2010, 10, 10))
_WITH_ARTICLE = frozenset(
    {"Bahamas", "Czech Republic", "Dominican Republic", "Maldives", "Marshall Islands", "Netherlands", "Philippines"}
    | {"Netherlands Antilles", "Palestinian territories", "Soviet Union", "United Arab Emirates", "United Kingdom"}
)


def codes_of(row: Row) -> frozenset[str]:
    """The state's code and, where what is called its city is a territory with a code, that territory's."""
    return frozenset(state.code for state in (_state(row.state), _state(_territory(row) or "")) if state)


def _state(name: str) -> Country | None:
    name = _NEWS_NAMES.get(name, name)
    return _by_code().get(_CODES.get(name, "")) or _by_name().get(fold(name))


@cache
def _by_code() -> dict[str, Country]:
    """The codebook's states, and what it may lack."""
    return {state.code: state for state in (_ANTILLES, *countries())}


@cache
def _by_name() -> dict[str, Country]:
    # "Congo" and "Korea" name two states each; no row needs them.
    return {fold(name): state for state in countries() for name in state.names}


def _existed(state: Country, day: date) -> bool:
    return (state.start is None or state.start <= day) and (state.end is None or day <= state.end)


def _territory(row: Row) -> str | None:
    """The territory that stands where a city should ("Bermuda") or behind it ("Nassau (The Bahamas)")."""
    named = (*re.findall(r"\((.*?)\)", row.cities), *_cities(row)[:1])
    bare = (name.removeprefix("The ").removesuffix(" Island") for name in named)
    return next((name for name in bare if _state(name)), None)


# Who held the office, from which day on; source: the public record, as of the tables' last row (2009).

_HOLDERS = {
    "President": (
        (date(1933, 3, 4), "Franklin D. Roosevelt"),
        (date(1945, 4, 12), "Harry Truman"),
        (date(1953, 1, 20), "Dwight Eisenhower"),
        (date(1961, 1, 20), "John F. Kennedy"),
        (date(1963, 11, 22), "Lyndon Johnson"),
        (date(1969, 1, 20), "Richard Nixon"),
        (date(1974, 8, 9), "Gerald Ford"),
        (date(1977, 1, 20), "Jimmy Carter"),
        (date(1981, 1, 20), "Ronald Reagan"),
        (date(1989, 1, 20), "George H.W. Bush"),
        (date(1993, 1, 20), "Bill Clinton"),
        (date(2001, 1, 20), "George W. Bush"),
        (date(2009, 1, 20), "Barack Obama"),
    ),
    "Secretary of State": (
        (date(1944, 12, 1), "Edward Stettinius"),
        (date(1945, 7, 3), "James Byrnes"),
        (date(1947, 1, 21), "George Marshall"),
        (date(1949, 1, 21), "Dean Acheson"),
        (date(1953, 1, 21), "John Foster Dulles"),
        (date(1959, 4, 22), "Christian Herter"),
        (date(1961, 1, 21), "Dean Rusk"),
        (date(1969, 1, 22), "William Rogers"),
        (date(1973, 9, 22), "Henry Kissinger"),
        (date(1977, 1, 23), "Cyrus Vance"),
        (date(1980, 5, 8), "Edmund Muskie"),
        (date(1981, 1, 22), "Alexander Haig"),
        (date(1982, 7, 16), "George Shultz"),
        (date(1989, 1, 25), "James Baker"),
        (date(1992, 8, 23), "Lawrence Eagleburger"),
        (date(1993, 1, 20), "Warren Christopher"),
        (date(1997, 1, 23), "Madeleine Albright"),
        (date(2001, 1, 20), "Colin Powell"),
        (date(2005, 1, 26), "Condoleezza Rice"),
        (date(2009, 1, 21), "Hillary Clinton"),
    ),
}


def _holder(row: Row) -> str | None:
    names = [name for since, name in _HOLDERS[row.office] if since <= row.first]
    return names[-1] if names else None


# Wording

Clock = Callable[[Row], date]


def _day_after(row: Row) -> date:
    return row.last + timedelta(days=1)


def _days_before(row: Row) -> date:
    return row.first - timedelta(days=2)


def _year_end(row: Row) -> date:
    return date(row.last.year, 12, 31)


_WORDINGS: tuple[tuple[str, Clock], ...] = (
    ("{who} visited {place} {span}.", _day_after),
    ("{who} travelled to {place} {span}.", _day_after),
    ("{who} will visit {place} {span}.", _days_before),
    ("{who} paid an official visit to {place} {span}.", _day_after),
    ("{who} visited {place} {span} this year.", _year_end),
    ("{Span}, {who} visited {place} for talks with its leaders.", _day_after),
    ("{who} is scheduled to travel to {place} {span}, a spokesman said.", _days_before),
    ("During a visit to {place} {span}, {who} met government leaders.", _day_after),
    ("The visit of {who} to {place} {span} {outcome}.", _day_after),
    ("{who} visited {place} {span}, {year}.", _year_end),
    ("{who} made a trip to {place} {span} to discuss trade and security.", _day_after),
    ("{who} arrived in {place} {arrival}.", _day_after),
    ("{who} will be in {place} {span}, officials announced.", _days_before),
)
_PEOPLE = ("US {office} {name}", "U.S. {office} {name}", "{name}, the US {lower},")
_SPANS = (
    "from {m1} {d1} to {m2}{d2}",
    "on {m1} {d1}-{m2}{d2}",
    "from {m1} {d1} to {m2}{d2}",
    "between {m1} {d1} and {m2}{d2}",
    "from {d1} {m1_}to {d2} {m2_}",
)
_COUNTS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
KNOWN_CITY = 5
"""From so many rows on a city is named without its state every fourth time."""


def word(row: Row, known: frozenset[str] = frozenset()) -> Sentence:
    """The row as a sentence. ``known`` are cities that need no state beside them."""
    wording, clock = _WORDINGS[row.number % len(_WORDINGS)]
    span = _span(row)
    text = wording.format(
        who=_who(row),
        place=_place(row, known),
        span=span,
        Span=span[0].upper() + span[1:],
        year=row.last.year,
        arrival=_arrival(row),
        # "on May 3 ended" may tell of the last day of several
        outcome="brought no agreement" if row.first == row.last else "ended with a joint statement",
    )
    return Sentence(_sewn(text), clock(row), codes_of(row), row.first, row.last)


def _sewn(text: str) -> str:
    """One comma where two meet, none before a full stop, a capital letter first."""
    text = re.sub(r",(?=[,.])", "", text)
    return text[0].upper() + text[1:]


def _who(row: Row) -> str:
    style = _PEOPLE[row.number % len(_PEOPLE)]
    return style.format(office=row.office, name=_holder(row), lower=row.office.lower())


def _span(row: Row) -> str:
    first, last = row.first, row.last
    if first == last:
        return f"on {first:%B} {first.day}" if row.number % len(_SPANS) < 4 else f"on {first.day} {first:%B}"
    same = first.month == last.month
    return _SPANS[row.number % len(_SPANS)].format(
        m1=f"{first:%B}",
        d1=first.day,
        m2="" if same else f"{last:%B} ",
        d2=last.day,
        m1_="" if same else f"{first:%B} ",
        m2_=f"{last:%B}",
    )


def _arrival(row: Row) -> str:
    """``on March 3 for a three-day visit``; a long one with its last day."""
    count = (row.last - row.first).days + 1
    if count < len(_COUNTS):
        article = "an" if count == 8 else "a"
        return f"on {row.first:%B} {row.first.day} for {article} {_COUNTS[count]}-day visit"
    return f"on {row.first:%B} {row.first.day} for a visit until {row.last:%B} {row.last.day}"


def _place(row: Row, known: frozenset[str]) -> str:
    """Four ways: ``Paris, France,``, ``France``, ``Paris in France``, ``Paris``."""
    state = _territory(row) or _NEWS_NAMES.get(row.state, row.state)
    cities = [] if state in row.cities.partition("(")[0] else _cities(row)
    whole = f"the {state}" if state in _WITH_ARTICLE else state
    alone = len(cities) == 1 and cities[0] in known and not _ended(row)
    if not cities or row.number % 4 == 1:
        return whole
    if row.number % 4 == 3 and alone:
        return cities[0]
    listed = " and ".join(filter(None, (", ".join(cities[:-1]), cities[-1])))
    return f"{listed} in {whole}" if row.number % 4 == 2 else f"{listed}, {state},"


def _ended(row: Row) -> bool:
    """Whether the state is no more: its cities lie elsewhere today, so that it has to be named."""
    state = _state(row.state)
    return state is None or state.end is not None


def _cities(row: Row) -> list[str]:
    """The cities without what stands in brackets behind them; Mexico's capital in today's words."""
    text = re.sub(r"\(.*?\)", "", row.cities.replace("Mexico, D.F.", "Mexico City"))
    return [city.strip(" .") for city in text.split(",") if city.strip(" .")]


def _known_cities(rows: Iterable[Row]) -> frozenset[str]:
    counts = Counter(city for row in rows for city in _cities(row))
    return frozenset(city for city, count in counts.items() if count >= KNOWN_CITY)


# Measuring


def measure(rows: Sequence[Row], *, sample: int | None = None) -> list[Outcome]:
    """Words and codes ``rows``, or ``sample`` of them, evenly spread."""
    known = _known_cities(rows)
    return [_outcome(word(row, known)) for row in spread(rows, sample)]


def spread(items: Sequence[T], sample: int | None) -> list[T]:
    """``sample`` of the items at even distances; all where there are no more of them, or none is asked for."""
    if sample is None or sample >= len(items):
        return list(items)
    return [items[number * len(items) // sample] for number in range(sample)]


def _outcome(sentence: Sentence) -> Outcome:
    coding = code_text(sentence.text, published=sentence.published.isoformat(), language="en")
    return Outcome(sentence, next((event for event in coding.events if event.family == "visit"), None))


def days_right(event: EventClaim, first: date, last: date) -> bool:
    """Whether an event starts and ends on the very days; that of one day may leave its end open."""
    return same_day(event.start, first) and (same_day(event.end, last) or (event.end is None and first == last))


def same_day(when: When | None, day: date) -> bool:
    """Whether a date is that day, to the day."""
    return when is not None and when.day == day


def figures(outcomes: Sequence[Outcome]) -> dict[str, Share]:
    """The shares under their names."""
    return {
        "visit": Share.among(outcome.visit is not None for outcome in outcomes),
        "country": Share.among(outcome.country for outcome in outcomes),
        "days": Share.among(outcome.days for outcome in outcomes),
    }


# Showing


@app.default
def evaluate(*, data: Path = DATA, json: bool = False, errors: int = 0, sample: int | None = None) -> int:
    """Measure country and days of visits, worded from the State Department's tables of travel.

    Parameters
    ----------
    data
        The folder with the two tables.
    json
        Print the figures as one JSON object.
    errors
        Print that many failures with their sentences, instead of the table.
    sample
        Take so many rows, evenly spread, instead of all.
    """
    try:
        read = list(read_rows(data))
    except FileNotFoundError as error:
        print(f"evaluation.travel: {error.filename}: the table of travel is not there", file=sys.stderr)
        return 1
    outcomes = measure([row for row in read if isinstance(row, Row)], sample=sample)
    left_out = Counter(row.reason for row in read if isinstance(row, Unusable))
    title = "Travel, one sentence a row"
    show(Report(title, figures(outcomes), BARS, left_out, tuple(_failures(outcomes))), json=json, errors=errors)
    return 0


class Report(msgspec.Struct, frozen=True):
    """What a measurement shows: shares with the bars set for them, what was left out and why, a line a failure."""

    title: str
    shares: dict[str, Share]
    bars: dict[str, float]
    left_out: Counter[str]
    failures: tuple[str, ...]


def show(report: Report, *, json: bool, errors: int) -> None:
    """Print ``errors`` failures, or the figures as JSON, or the table."""
    if errors:
        print(*report.failures[:errors], sep="\n")
    elif json:
        shares = {name: share.value for name, share in report.shares.items()}
        counts = {"of": {name: share.of for name, share in report.shares.items()}, "left_out": dict(report.left_out)}
        print(msgspec.json.format(msgspec.json.encode({**shares, **counts}), indent=2).decode())
    else:
        Console().print(_table(report))


def _table(report: Report) -> Table:
    table = Table(title=report.title, title_justify="left")
    for number, name in enumerate(("", "right", "of", "share", "bar")):
        table.add_column(name, justify="right" if number else "left")
    for name, share in report.shares.items():
        table.add_row(name, str(share.right), str(share.of), _percent(share.value), _percent(report.bars.get(name)))
    table.add_section()
    for reason, count in report.left_out.most_common():
        table.add_row(f"left out: {reason}", str(count))
    return table


def _percent(ratio: float | None) -> str:
    return "" if ratio is None else f"{100 * ratio:.1f}"


def _failures(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Cause, what was to be found, what was found, publication and sentence, with tabs between."""
    for outcome in outcomes:
        cause = _cause(outcome)
        if cause:
            asked = f"{'/'.join(sorted(outcome.sentence.codes))} {outcome.sentence.first}/{outcome.sentence.last}"
            yield "\t".join(
                (cause, asked, _found(outcome.visit), f"{outcome.sentence.published}", outcome.sentence.text)
            )


def _cause(outcome: Outcome) -> str | None:
    visit, sentence = outcome.visit, outcome.sentence
    if visit is None:
        return "no visit"
    if not outcome.country:
        return "wrong country" if visit.place else "no place"
    if outcome.days:
        return None
    return "start" if not same_day(visit.start, sentence.first) else "end"


def _found(visit: EventClaim | None) -> str:
    if visit is None:
        return "–"
    place = f"{visit.place.name} ({visit.place.country})" if visit.place else "nowhere"
    return f"{place} {visit.start.edtf if visit.start else '–'}/{visit.end.edtf if visit.end else '–'}"


if __name__ == "__main__":
    sys.exit(app())
