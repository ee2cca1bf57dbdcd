"""Measures date, persons and kind on releases of China's foreign ministry: `python -m evaluation.releases`.

What a release is asked for is read from its title (the kind of event, the persons) and from its opening
("On May 3, 2023, …"); what is coded is its body, without its title. How it counts is told in
`docs/metrics.md`. The releases are no part of the tree and nothing of them may be put there.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path

import msgspec
from cyclopts import App

from communique.codebook import cities, countries, organisations
from communique.evaluation.align import lenient_kind
from communique.evaluation.counts import Share
from communique.evaluation.names import same_name
from communique.running import code_text
from communique.types import Coding, EventClaim
from evaluation.travel import Report, days_right, show, spread

__all__ = [
    "BARS",
    "DATA",
    "Asked",
    "Outcome",
    "Release",
    "Unasked",
    "ask",
    "evaluate",
    "families",
    "figures",
    "measure",
    "opening",
    "persons",
    "read_releases",
    "yearless",
]

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "mfa-china-releases" / "releases.jsonl"
BARS = {"date": 0.98, "persons": 0.93, "kind": 0.95}

app = App(name="evaluation.releases", help="Measure date, persons and kind.", result_action="return_value")


class Release(msgspec.Struct, frozen=True):
    """A release; ``updated`` is its page's date and time ("July 25, 2023 22:09")."""

    title: str
    updated: str
    body: str

    @property
    def published(self) -> date:
        """The day of ``updated``."""
        return datetime.strptime(" ".join(self.updated.split()[:3]), "%B %d, %Y").date()


class Asked(msgspec.Struct, frozen=True):
    """What a release must be coded as: one of the families, from ``first`` to ``last``, with the persons."""

    release: Release
    families: frozenset[str]
    first: date
    last: date
    persons: tuple[str, ...]


class Unasked(msgspec.Struct, frozen=True):
    """A release that is left out, by the rule ``reason``."""

    release: Release
    reason: str


class Outcome(msgspec.Struct, frozen=True):
    """A release, and the events that its opening sentence and its body without the year were coded as."""

    asked: Asked
    event: EventClaim | None
    yearless: EventClaim | None

    @property
    def kind(self) -> bool:
        """Whether the event is of a family that the title names."""
        return self.event is not None and self.event.family in self.asked.families

    @property
    def lenient(self) -> bool:
        """The same, where a meeting and talks pass for each other."""
        return self.event is not None and any(lenient_kind(f, self.event.family) for f in self.asked.families)

    @property
    def date(self) -> bool:
        """Whether the event has the days of the opening."""
        return self.event is not None and days_right(self.event, self.asked.first, self.asked.last)

    @property
    def undated(self) -> bool:
        """The same, of the body whose opening has lost its year."""
        return self.yearless is not None and days_right(self.yearless, self.asked.first, self.asked.last)

    @property
    def found(self) -> tuple[bool, ...]:
        """Of each person of the title whether the event has it among its participants."""
        actors = [p.actor.name for p in self.event.participants] if self.event else []
        return tuple(any(same_name(person, actor) for actor in actors) for person in self.asked.persons)


# The title: which kind of event, which persons

_CALL = re.compile(r"\b(Phone|Telephone|Video) (Call|Conversation)|\bby (Phone|Telephone)|Video Link|on the Phone")
_TITLES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\bMeets?( \w+)? with\b|\bCourtesy Call\b|\bHolds?\b.* (Meeting|Meetings)\b"), "meeting"),
    (re.compile(r"\bHolds?\b.*\b(Talks|Consultations?|Dialogue|Negotiations?)\b|\bSpeaks? with\b"), "talks"),
    (re.compile(r"\bCo-chairs?\b.*\b(Talks|Consultations?|Dialogue|Negotiations?)\b|\bfor Consultations?\b"), "talks"),
    (re.compile(r"\bVisits\b|\bTravels? to\b|\bPays? a( \w+)? Visit\b"), "visit"),
)
_JOURNEY = re.compile(r"\b(visit|travel|went|arriv)")


def families(title: str) -> frozenset[str]:
    """The families that a title tells of with its verb; none for receptions, credentials and papers.

    >>> sorted(families("Minister Ana Sol Visits Peru to Hold Consultations with Ben Fir"))
    ['talks', 'visit']
    """
    if _CALL.search(title):
        return frozenset({"call"})
    found = {family for pattern, family in _TITLES if pattern.search(title)}
    online = {"call"} if found and re.search(r"\b(Virtual|Video|Online)\b", title) else set()
    return frozenset(found | online)


_PARTICLES = frozenset("al bin bint da de del den der di dos du el ibn la ul ur van von".split())
_HONORIFICS = frozenset({"Dr", "Mr", "Mrs", "Ms", "Prof"})
# Words of titles that stand before, behind or between names: verbs, offices, bodies, departments, matters.
_NO_NAMES = frozenset(
    """
    A Abroad Accepts Acting Additional Administration Advisor Affair Affairs African Agency Aid Ambassador
    Ambassador-at-Large An Annual Arms Army Asia Asia-Pacific Asian Assembly Assistant Association Attends Authority
    Aviation BRICS Between Bilateral Board Border Boundary Briefs Bureau Cabinet Cadres Call Calls Center Central
    Centre Ceremony Chair Chairman Chairperson Chief Civil Co-chair Co-chairs Coalition Commerce Commission
    Commissioner Commissioner-General Committee Community Conference Conferences Congress Consul Consul-General
    Consular Consultation Consultations Control Conversation Cooperation Coordination Coordinator Copies Copy Corps
    Council Counselor Countries Courtesy Credentials Culture Day Defence Defense Delegation Delegations Department
    Departmental Deputy Development Dialogue Diaspora Diplomatic Diplomats Director Director-General Division East
    Economic Economy Education Eighth Eleventh Embassy Energy Environment Envoy European Exchange Exchanges
    Executive Expert External Family Federal Fifth Finance First Forces Foreign Former Forum Foundation Fourth
    Friend Friends Friendship General Governing Government Governor Group Guests Has Have Head High High-level Hold
    Holds Home Horn House Human Immigration Independence Independent Industry Information Institute Integration
    Interim Interior International Investment Islamic Island Islands Issue Issues Joint Justice King Labor
    Latin-American Law Leader Leaders Legal Level Local Maritime Mechanism Meet Meeting Meets Member Members
    Metohija Middle Military Minister Ministerial Ministers Ministries Ministry Mission Multi-Party Multilateral
    National Nationals Natural Near New Newly-appointed Ninth Non-proliferation North Ocean Office Officer Official
    Officials Organisation Organization Organizations Outgoing Overseas Pacific Parliament Parliamentary Party Pays
    Peace Peninsula People Permanent Phone Planning Police Policy Political Premier Presidency President
    President-elect Presidential Presidium Press Prime Prince Princess Principal Process Progressive Protocol
    Province Public Queen Reception Refugees Region Regional Relations Relief Religious Representative
    Representatives Republic Research Resources Respectively Review Revolution Rights Rim Round Ruling Scholars
    Second Secretariat Secretary Secretary-General Security Senate Senior Service Session Sherpa Side Sixth Society
    South Speaker Speaks Special State Steering Strategic Subcommittee Summit Talks Telephone Tenth The Third
    Tourism Trade Transport Travel Travels Treaty Trilateral Tripartite Undersecretary Union Vice Vice-Foreign
    Vice-Minister Video Views Virtual Visit Visiting Visits West Work Works
    """.split()
)


def persons(title: str) -> tuple[str, ...]:
    """The persons of a title: runs of two or more capitalised words that are no office, body, place or matter.

    Particles go with the words beside them; an honorific is no part of a name.

    >>> persons("Vice Foreign Minister Sun Li Meets with Ambassador of Peru to China Ana da Sol")
    ('Sun Li', 'Ana da Sol')
    """
    runs: list[list[str]] = [[]]
    for token in _others().sub("–", title).split():
        bare = token.strip(",.;:()'’\u200b")
        if _is_name(bare) or (bare in _PARTICLES and runs[-1]):
            runs[-1].append(bare)
        if token.endswith(",") or not (_is_name(bare) or bare in _PARTICLES):
            runs.append([])
    return tuple(" ".join(run) for run in runs if sum(_is_name(word) for word in run) > 1)


def _is_name(bare: str) -> bool:
    return (
        bare[:1].isupper()
        and bare not in _NO_NAMES | _HONORIFICS
        and not bare.endswith(("'s", "’s", "-Level", "-level"))
    )


@cache
def _others() -> re.Pattern[str]:
    """Names of countries, peoples, cities and organisations; a dash takes their place."""
    named = {word for state in countries() for word in (*state.names, *state.adjectives, *state.demonyms)}
    named |= {name for city in cities() for name in city.names if city.kind != "venue"}
    named |= {name for body in organisations() for name in body.names}
    longest_first = sorted((name for name in named if name[:1].isupper()), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?:['’]s?)?(?![\w])")


# The opening: which days

_MONTH_DAY = r"([A-Z][a-z]+)\.? (\d{1,2})"
_OPENING = re.compile(rf"\W*(?:On|From) {_MONTH_DAY}(?: to (?:([A-Z][a-z]+) )?(\d{{1,2}}))?(,? (\d{{4}}))?,")


def opening(release: Release) -> tuple[date, date] | None:
    """The days of the opening "On May 3, 2023," or "From May 3 to 5,"; its year where given, else ``updated``'s."""
    found = _OPENING.match(release.body)
    if found is None:
        return None
    year = found[6] or str(release.published.year)
    return _day(found[1], found[2], year), _day(found[3] or found[1], found[4] or found[2], year)


def _day(month: str, day: str, year: str) -> date:
    return datetime.strptime(f"{month[:3]} {day} {year}", "%b %d %Y").date()


def yearless(release: Release) -> str:
    """The body without the year of its opening: only ``updated`` tells it."""
    found = _OPENING.match(release.body)
    if found is None or found[5] is None:
        return release.body
    return release.body[: found.start(5)] + release.body[found.end(5) :]


# Measuring


def read_releases(path: Path = DATA) -> list[Release]:
    """The releases, one JSON object a line; ``FileNotFoundError`` where they are not there."""
    with path.open("rb") as file:
        return [msgspec.json.decode(line, type=Release) for line in file if line.strip()]


def ask(release: Release) -> Asked | Unasked:
    """What to ask of a release; nothing where its title names no event or its opening no day."""
    named, days = families(release.title), opening(release)
    if not named:
        return Unasked(release, "the title names no meeting, talks, visit or call")
    if days is None:
        return Unasked(release, "the opening gives no day")
    return Asked(release, named | _in_place(release, named), *days, persons(release.title))


def _in_place(release: Release, named: frozenset[str]) -> frozenset[str]:
    """A meeting where the title says "visits" and the opening tells of no journey, but of whom was met there."""
    lead = release.body[: _lead_end(release.body)]
    return frozenset({"meeting"} if "visit" in named and not _JOURNEY.search(lead) else ())


def measure(asked: Sequence[Asked], *, sample: int | None = None) -> list[Outcome]:
    """Codes the releases, or ``sample`` of them, evenly spread."""
    return [_outcome(one) for one in spread(asked, sample)]


def _outcome(asked: Asked) -> Outcome:
    release = asked.release
    return Outcome(asked, _event(asked, release.body), _event(asked, yearless(release)))


def _event(asked: Asked, body: str) -> EventClaim | None:
    """The event that the opening sentence tells of: one of the title's families, else the first."""
    coding = code_text(body, published=asked.release.published.isoformat(), language="en")
    told = list(_told_first(coding))
    return next((event for event in told if event.family in asked.families), told[0] if told else None)


def _told_first(coding: Coding) -> Iterator[EventClaim]:
    """The events with a mention in the first sentence."""
    last = _lead_end(coding.document.text)
    for event in coding.events:
        if any(span.start < last for span in (event.evidence, *event.mentions)):
            yield event


def _lead_end(text: str) -> int:
    """Where the first sentence ends: a full stop behind a word, a capital letter next, with or without a space."""
    end = re.search(r"(?:[a-z]{3}|\))\.(?=\W*[A-Z]|$)", text)
    return end.end() if end else len(text)


def figures(outcomes: Sequence[Outcome]) -> dict[str, Share]:
    """The shares under their names."""
    return {
        "event": Share.among(outcome.event is not None for outcome in outcomes),
        "date": Share.among(outcome.date for outcome in outcomes),
        "date.year_cut": Share.among(outcome.undated for outcome in outcomes),
        "persons": Share.among(found for outcome in outcomes for found in outcome.found),
        "kind": Share.among(outcome.kind for outcome in outcomes),
        "kind.lenient": Share.among(outcome.lenient for outcome in outcomes),
    }


# Showing


@app.default
def evaluate(*, data: Path = DATA, json: bool = False, errors: int = 0, sample: int | None = None) -> int:
    """Measure date, persons and kind on releases of China's foreign ministry.

    Parameters
    ----------
    data
        The file with the releases, JSON Lines.
    json
        Print the figures as one JSON object.
    errors
        Print that many failures with the start of their text, instead of the table.
    sample
        Take so many releases, evenly spread, instead of all.
    """
    try:
        read = [ask(release) for release in read_releases(data)]
    except FileNotFoundError as error:
        print(f"evaluation.releases: {error.filename}: the releases are not there", file=sys.stderr)
        return 1
    outcomes = measure([one for one in read if isinstance(one, Asked)], sample=sample)
    left_out = Counter(one.reason for one in read if isinstance(one, Unasked))
    title = "Releases, the body alone"
    show(Report(title, figures(outcomes), BARS, left_out, tuple(_failures(outcomes))), json=json, errors=errors)
    return 0


def _failures(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Cause, what was asked, what was found, title and the start of the body, with tabs between."""
    for outcome in outcomes:
        asked = outcome.asked
        for cause, wanted in _causes(outcome):
            yield "\t".join((cause, wanted, _found(outcome.event), asked.release.title, asked.release.body[:300]))


def _causes(outcome: Outcome) -> Iterator[tuple[str, str]]:
    asked, days = outcome.asked, f"{outcome.asked.first}/{outcome.asked.last}"
    if outcome.event is None:
        yield "no event", f"{'/'.join(sorted(asked.families))} {days} {', '.join(asked.persons)}"
        return
    if not outcome.kind:
        yield "kind", "/".join(sorted(asked.families))
    if not outcome.date:
        yield "date", days
    elif not outcome.undated:
        yield "date, year cut", days
    yield from (("person", name) for name, found in zip(asked.persons, outcome.found, strict=True) if not found)


def _found(event: EventClaim | None) -> str:
    if event is None:
        return "–"
    start, end = (when.edtf if when else "–" for when in (event.start, event.end))
    return f"{event.kind} {start}/{end} ({', '.join(p.actor.name for p in event.participants)})"


if __name__ == "__main__":
    sys.exit(app())
