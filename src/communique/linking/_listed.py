"""The persons of the codebook, found by a family name, by a fuller or a misspelled name, and by the day.

A family name alone is nobody until country, office or day leave one bearer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache

from rapidfuzz.distance import OSA

from communique.codebook import LEADING_RANKS, Person, Tenure, offices, persons, ranks
from communique.linking._genders import Gender, given_name_gender
from communique.linking._spelling import fold, same_given
from communique.linking._titles import Phrase

__all__ = ["fuller", "has_led", "holds", "is_listed", "is_stranger", "known", "office_on"]

_SHORTEST = 6
"""Letters from which a family name may be misspelled: shorter ones are too like each other."""

_BOUND = frozenset(
    "al el bin bint ibn ben von van der den de da dos do del la le ould abu abdul abdel jr ii iii iv v vi".split()
)
"""Words that are no name without the one after or before them."""


def is_listed(name: str) -> bool:
    """Whether the codebook has a person of this name."""
    return name in _listed()


def is_stranger(person: Person, mentioned: frozenset[str]) -> bool:
    """Whether a namesake may be meant: the text does not speak of the person's country, which they never led.

    ``mentioned`` are the countries of the document.
    """
    return person.country is not None and person.country not in mentioned and not has_led(person)


def known(
    word: str, phrase: Phrase, mentioned: frozenset[str], on: date | None, gender: Gender | None = None
) -> Person | None:
    """The one listed person whom a family name means, null where that is not certain.

    ``mentioned`` are the countries of the document, ``on`` the day of its publication, ``gender`` what the words
    before the name tell.
    """
    listed = _by_short().get(fold(word), ()) or (_by_last().get(fold(word), ()) if phrase.offices else ())
    named = [p for p in listed if not _contradicts(p, gender)]
    return (
        _in_office_of(named, phrase, on)
        or _of_countries(named, frozenset(phrase.countries) or mentioned, on)
        or _leader(named, phrase, on)
        or _former(named, phrase, on)
    )


def _contradicts(person: Person, gender: Gender | None) -> bool:
    told = given_name_gender(person.name.split()[0]) if gender is not None else None
    return told is not None and told != gender


def _of_countries(named: Sequence[Person], mentioned: frozenset[str], on: date | None) -> Person | None:
    """The one whose country the document mentions: of several the leading one, the one in office on the day."""
    own = [p for p in named if p.country in mentioned]
    leading = [p for p in own if any(t.office in ranks() for t in p.offices)] or own
    current = _narrowed(leading, lambda p: any(on is not None and holds(t, on) for t in p.offices))
    lasting = _narrowed(current, lambda p: any(t.end is None for t in p.offices))
    return lasting[0] if len(lasting) == 1 else None


def _narrowed(persons: Sequence[Person], fits: Callable[[Person], bool]) -> Sequence[Person]:
    return [p for p in persons if fits(p)] or persons


def _in_office_of(named: Sequence[Person], phrase: Phrase, on: date | None) -> Person | None:
    """The one who holds the office that the phrase names, on the day where it is known: "President Boric"."""
    wanted = {o.id for o in phrase.offices}
    own = [p for p in named if not phrase.countries or p.country in phrase.countries]
    holders = [p for p in own if any(t.office in wanted and _lasts(t, on) for t in p.offices)]
    return holders[0] if len(holders) == 1 and (on is not None or not phrase.countries) else None


def _lasts(tenure: Tenure, on: date | None) -> bool:
    return holds(tenure, on) if on is not None and tenure.start else not tenure.end


def _leader(named: Sequence[Person], phrase: Phrase, on: date | None) -> Person | None:
    """The one who led a state on the day of publication: "Macron"; null where it is unknown.

    The only bearer of a name may also lead its diplomacy or defence then: "Blinken".
    """
    if on is None or phrase.countries or phrase.offices:
        return None
    leaders = [p for p in named if any(holds(t, on) and ranks().get(t.office) in LEADING_RANKS for t in p.offices)]
    if not leaders and len(named) == 1:
        leaders = [p for p in named if any(holds(t, on) and t.office in ranks() for t in p.offices)]
    return leaders[0] if len(leaders) == 1 else None


def _former(named: Sequence[Person], phrase: Phrase, on: date | None) -> Person | None:
    """The only bearer of the name who ever held the office, of which one speaks later: "Presidents Obama and Xi"."""
    wanted = {o.id for o in phrase.offices if o.rank}
    if phrase.countries or not wanted:
        return None
    holders = [p for p in named if any(t.office in wanted and _has_begun(t, on) for t in p.offices)]
    return holders[0] if len(holders) == 1 else None


def _has_begun(tenure: Tenure, on: date | None) -> bool:
    return tenure.first_day is not None and (on is None or tenure.first_day <= on)


def holds(tenure: Tenure, on: date) -> bool:
    """Whether an office is surely held on a day; without a first day it is not sure."""
    first, last = tenure.first_day, tenure.last_day
    return first is not None and first <= on and (tenure.end is None or (last is not None and on <= last))


def office_on(person: Person, first: date, last: date) -> str | None:
    """The name of the office that somebody holds from one day to another: the highest of several."""
    held = [t for t in person.offices if holds(t, first) and holds(t, last)]
    names = {o.id: o.name for o in offices()}
    leading = [t for t in held if ranks().get(t.office) in LEADING_RANKS]
    ranked = leading or [t for t in held if t.office in ranks()] or held
    return next((names[t.office] for t in ranked if t.office in names), None)


def fuller(
    words: Sequence[str], countries: Sequence[str], offices: Iterable[str], mentioned: frozenset[str] = frozenset()
) -> Person | None:
    """The listed person whose name is a part of a longer one or the whole of a shorter one, or has a slip here.

    A slip in the family name is forgiven where the country is told, the given name is the same, and the person leads
    the country or has held one of ``offices`` (ids). ``mentioned`` are the countries of the document.
    """
    if len(words) < 2 or len(countries) > 1:
        return None
    wanted = set(offices)
    if not countries:
        return _romanised(words) or _shortened(words, wanted, mentioned)
    own = _by_country().get(countries[0], ())
    found = (
        [p for p in own if _is_part(p, words)]
        or [p for p in own if _is_shortened(p, words)]
        or [p for p in own if _is_slip(p, words, wanted)]
    )
    return found[0] if len(found) == 1 else None


def _shortened(words: Sequence[str], offices: set[str], mentioned: frozenset[str]) -> Person | None:
    """The one person who is listed with more names: "President Oscar Arias" is Oscar Arias Sanchez.

    He has held an office that the text gives; without one he leads or led a country of which it speaks.
    """
    bearers = [p for p in _by_given().get(_plain(words[:1])[0], ()) if _is_shortened(p, words)]
    found = [p for p in bearers if (_has_held(p, offices) if offices else p.country in mentioned and has_led(p))]
    return found[0] if len(found) == 1 else None


def _has_held(person: Person, offices: set[str]) -> bool:
    """Whether somebody has held one of ``offices``; of some the source tells only that they led the state."""
    held = {t.office for t in person.offices}
    return bool(held & offices) or ("leader" in held and any(ranks().get(o) in LEADING_RANKS for o in offices))


def has_led(person: Person) -> bool:
    """Whether somebody has led a state, its diplomacy or its defence."""
    return any(t.office in ranks() or t.office == "leader" for t in person.offices)


def _is_shortened(person: Person, words: Sequence[str]) -> bool:
    """Whether the given name and a family name of the listed person are written, in their order, others left out."""
    written = _plain(words)
    return any(len(written) < len(form) and form[0] == written[0] and _is_family(written[-1], person, form)
               and _in_order(written, form) for form in _forms(person))  # fmt: skip


def _is_family(word: str, person: Person, form: Sequence[str]) -> bool:
    """Whether a word of a listed name is a family name: where the source tells none, what is no given name."""
    if word in _BOUND:
        return False
    family = _plain([person.family_name]) if person.family_name else []
    if set(family) <= set(form[1:]) and family:
        return word in form[min(form.index(part) for part in family) :]
    return not family and len(word) > 1 and given_name_gender(word) is None


def _in_order(written: Iterable[str], form: Iterable[str]) -> bool:
    rest = iter(form)
    return all(word in rest for word in written)


def _romanised(words: Sequence[str]) -> Person | None:
    """The one leader or minister whose given name is written in another romanisation: "Serguei Lavrov"."""
    given, family = words[0].rstrip("."), words[-1]
    bearers = [p for p in _by_short().get(fold(family), ()) if any(t.office in ranks() for t in p.offices)]
    found = [p for p in bearers if len(given) > 1 and _same_givens(p.name.split()[:-1], words[:-1])]
    return found[0] if len(found) == 1 else None


def _same_givens(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether all given names are the same: Nguyen Chi Dung is not Nguyen Tan Dung."""
    return len(one) == len(other) and all(same_given(a, b) for a, b in zip(one, other, strict=True))


def _is_part(person: Person, words: Sequence[str]) -> bool:
    """Whether given and family name stand in a longer name, in their order: "Félix Antoine Tshisekedi"."""
    written = _plain(words)
    return any(len(form) > 1 and form[0] == written[0] and form[-1] in written[1:] for form in _forms(person)
               if set(form) <= set(written))  # fmt: skip


def _is_slip(person: Person, words: Sequence[str], offices: set[str]) -> bool:
    held = {t.office for t in person.offices}
    fitting = bool(held & offices) if offices else any(ranks().get(o) for o in held)
    return fitting and any(len(form) > 1 and same_given(form[0], words[0]) and _nearly(form[-1], fold(words[-1]))
                           for form in _forms(person))  # fmt: skip


def _nearly(one: str, other: str) -> bool:
    longest = max(len(one), len(other))
    return longest >= _SHORTEST and OSA.distance(one, other) <= (1 if longest < 2 * _SHORTEST - 3 else 2)


def _plain(words: Iterable[str]) -> list[str]:
    return [part for word in words for part in fold(word).replace("-", " ").split()]


@cache
def _forms(person: Person) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(tuple(_plain(name.split())) for name in (person.name, *person.spellings)))


@cache
def _listed() -> frozenset[str]:
    return frozenset(p.name for p in persons())


@cache
def _by_country() -> dict[str, tuple[Person, ...]]:
    table: dict[str, list[Person]] = {}
    for person in persons():
        if person.country:
            table.setdefault(person.country, []).append(person)
    return {code: tuple(found) for code, found in table.items()}


@cache
def _by_given() -> dict[str, tuple[Person, ...]]:
    """The first word of all written names."""
    table: dict[str, list[Person]] = {}
    for person in persons():
        for given in dict.fromkeys(form[0] for form in _forms(person) if len(form) > 2):
            table.setdefault(given, []).append(person)
    return {given: tuple(found) for given, found in table.items()}


@cache
def _by_short() -> dict[str, tuple[Person, ...]]:
    table: dict[str, tuple[Person, ...]] = {}
    for person in persons():
        for name in dict.fromkeys(fold(n) for n in (person.family_name or "", *person.short_names) if n):
            table[name] = (*table.get(name, ()), person)
    return table


@cache
def _by_last() -> dict[str, tuple[Person, ...]]:
    """The last word of the names of which the source does not tell the family name."""
    table: dict[str, tuple[Person, ...]] = {}
    for person in persons():
        if not person.family_name and " " in person.name:
            last = fold(person.name.split()[-1])
            table[last] = (*table.get(last, ()), person)
    return table
