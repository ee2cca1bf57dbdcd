"""Documents that tell of made-up happenings, as newspapers do: in part, vaguely, wrongly, late, or twice.

Each document comes with the numbers of the happenings that its claims are of, which only the measuring sees.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import accumulate, product
from typing import Literal

import msgspec

from benchmarks.happenings import Happening, Nation, happenings
from communique.types import (
    Actor,
    Clue,
    Coding,
    Document,
    EventClaim,
    Participant,
    Place,
    Role,
    Span,
    Status,
    When,
)
from communique.types.edtf import when

__all__ = ["Told", "chronicle"]

_REPORTS = list(accumulate(k**-1.4 for k in range(1, 21)))
"""1 to 20 reports a happening: most are told once or twice, a few by everybody; 3.7 in the mean."""
_MEAN_REPORTS = 3.6
_PUBLISHED = {-9: 1, -3: 2, -1: 5, 0: 40, 1: 30, 2: 6, 3: 4}
"""Days between a happening and the news of it."""
_LATE = 0.08
"""Part of the reports that look back, weeks or months later."""
_DATES = {"day": 62, "week": 5, "month": 8, "year": 3, "none": 22}
_WRONG = 0.02
"""Part of the days that are told wrong, by one."""
_ONE_SIDED = 0.07
_CLAIMS = (1, 1, 2, 2, 3, 3, 4, 5, 6, 8)
"""Claims a document."""
_REACH = 24
"""How far down the news of the day a document looks for the next thing to tell."""
_NAMING = {"full": 50, "family": 20, "state": 30}
_OTHER_NAMES = {"meeting": "talks", "talks": "meeting", "summit": "meeting"}
_WORDS = tuple(map("".join, product("ba de fi go lu ma ne pi ro su ta ve wi zo".split(), repeat=3)))
"""What fills a sentence: so many words that no two texts are alike by chance."""


class Told(msgspec.Struct, frozen=True):
    """A document and the number of the happening that each of its claims is of."""

    coding: Coding
    truth: tuple[int, ...]


class _Telling(msgspec.Struct, frozen=True):
    happening: Happening
    published: date
    late: bool


def chronicle(claims: int, seed: int = 1) -> Iterator[Told]:
    """Documents with ``claims`` claims or a few more, by day of publication; the same seed gives the same."""
    chance = random.Random(seed)
    days: defaultdict[date, list[_Telling]] = defaultdict(list)
    made = 0
    for happening in happenings(chance, max(1, round(claims / _MEAN_REPORTS))):
        (count,) = chance.choices(range(1, 21), cum_weights=_REPORTS)
        made += count
        for _ in range(count):
            telling = _telling(chance, happening)
            days[telling.published].append(telling)
    number = 0
    for day in sorted(days):
        for tellings in _documents(chance, days[day]):
            yield _told(chance, number, tellings)
            number += 1


def _telling(chance: random.Random, happening: Happening) -> _Telling:
    late = chance.random() < _LATE
    (offset,) = chance.choices(list(_PUBLISHED), list(_PUBLISHED.values()))
    return _Telling(happening, happening.first + timedelta(chance.randint(10, 300) if late else offset), late)


def _documents(chance: random.Random, tellings: Iterable[_Telling]) -> Iterator[list[_Telling]]:
    """What a day brings, as documents: each tells of few happenings, of one pair mostly, and of each once."""
    ranked = sorted(tellings, key=lambda t: (_pair(t.happening), chance.random()), reverse=True)
    while ranked:
        room, current = chance.choice(_CLAIMS), list[_Telling]()
        while len(current) < room:
            known = {other.happening.number for other in current}
            near = range(len(ranked) - 1, max(-1, len(ranked) - 1 - _REACH), -1)
            place = next((n for n in near if ranked[n].happening.number not in known), None)
            if place is None:
                break
            current.append(ranked.pop(place))
        yield current


def _pair(happening: Happening) -> tuple[str, ...]:
    return tuple(sorted(side.code for side in happening.sides[:2]))


def _told(chance: random.Random, number: int, tellings: list[_Telling]) -> Told:
    name = f"d{number:07}"
    claims: list[EventClaim] = []
    text = ""
    for telling in tellings:
        sentence = _sentence(chance, name)
        claims.append(_claim(chance, telling, Span(len(text), len(text) + len(sentence), sentence)))
        text += f"{sentence} "
    published = when(tellings[0].published, tellings[0].published, "stated", None)
    document = Document(name, f"{name}.txt", text, publisher=f"Outlet {number % 300}", published=published)
    return Told(Coding(document=document, events=tuple(claims)), tuple(t.happening.number for t in tellings))


def _sentence(chance: random.Random, name: str) -> str:
    """Noise: claims are made with the text, and how alike texts are found is measured elsewhere."""
    return f"{name} {' '.join(chance.choices(_WORDS, k=24))}."


def _claim(chance: random.Random, telling: _Telling, evidence: Span) -> EventClaim:
    happening = telling.happening
    start, clues = _dated(chance, happening, evidence)
    other = _OTHER_NAMES.get(happening.kind.kind)
    stays = happening.days > 1 and start is not None and start.day is not None and chance.random() < 0.5
    end = happening.first + timedelta(happening.days - 1)
    return EventClaim(
        kind=other if other and chance.random() < 0.25 else happening.kind.kind,
        family=happening.kind.family,
        type=happening.kind.type,
        mode=happening.kind.mode,
        cameo=happening.kind.cameo,
        status=_status(telling),
        start=start,
        end=when(end, end, "stated", evidence) if stays else None,
        place=_place(chance, happening.place),
        participants=_participants(chance, happening, evidence),
        topics=(),
        attribution=None,
        evidence=evidence,
        clues=clues,
        mentions=(evidence,),
        salience="background" if telling.late else "main",
        confidence=0.8,
    )


def _status(telling: _Telling) -> Status:
    return "planned" if telling.published < telling.happening.first else "happened"


def _dated(chance: random.Random, happening: Happening, evidence: Span) -> tuple[When | None, tuple[Clue, ...]]:
    """The start as it is told, and for an undated one now and then its weekday."""
    (told,) = chance.choices(list(_DATES), list(_DATES.values()))
    day = happening.first
    if told == "none":
        knows = chance.random() < 0.4
        return None, ((Clue("weekday", day.isoweekday(), evidence),) if knows else ())
    if told == "day" and chance.random() < _WRONG:
        day += timedelta(chance.choice((-1, 1)))
    return when(*_bounds(day, told), "relative", evidence), ()


def _bounds(day: date, told: str) -> tuple[date, date]:
    if told == "week":
        first = day - timedelta(day.weekday())
        return first, first + timedelta(6)
    if told == "month":
        return day.replace(day=1), (day.replace(day=1) + timedelta(31)).replace(day=1) - timedelta(1)
    if told == "year":
        return day.replace(month=1, day=1), day.replace(month=12, day=31)
    return day, day


def _place(chance: random.Random, nation: Nation) -> Place | None:
    known = chance.random()
    if known < 0.4:
        return None
    return Place(nation.capital if known < 0.9 else nation.name, nation.code)


def _participants(chance: random.Random, happening: Happening, evidence: Span) -> tuple[Participant, ...]:
    roles = _roles(happening)
    told = [
        Participant(role, _actor(chance, side, person), _mention(evidence, number))
        for number, (role, side, person) in enumerate(zip(roles, happening.sides, happening.people, strict=True))
    ]
    if chance.random() < _ONE_SIDED:
        told.pop(chance.randrange(len(told)))
    return tuple(told)


def _mention(sentence: Span, number: int) -> Span:
    """Three words for each participant: coded claims have as many in the mean for a person (the gold set: 3.1)."""
    words = " ".join(sentence.text.split()[3 * number :][:3])
    start = sentence.start + sentence.text.index(words)
    return Span(start, start + len(words), words)


def _roles(happening: Happening) -> list[Role]:
    family = happening.kind.family
    if family == "visit":
        return ["visitor", "host"]
    if family in ("statement", "sanction", "expulsion", "summon"):
        return ["actor", "target"]
    if family == "aid":
        return ["actor", "recipient"]
    return ["party"] * len(happening.sides)


def _actor(chance: random.Random, side: Nation, person: tuple[str, str] | None) -> Actor:
    naming: Literal["full", "family", "state"] = chance.choices(list(_NAMING), list(_NAMING.values()))[0]  # type: ignore[assignment]
    if person is None or naming == "state":
        return Actor(f"state-{side.code.lower()}", side.name, "state", side.code)
    name, office = person
    said = name if naming == "full" else name.split()[-1]
    return Actor(f"{said.lower().replace(' ', '-')}-{side.code.lower()}", said, "person", side.code, office)
