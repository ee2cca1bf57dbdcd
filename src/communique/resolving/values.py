"""Values that a person gives to the fields of an event: read from words, and put in place of the reports'."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, get_args

import msgspec

from communique.codebook import Kind, cities, codebook, countries
from communique.resolving._names import plain
from communique.types import Event, Judgement, Place, Settable, Status, UsageError, When, read_edtf
from communique.types.words import place_words

__all__ = ["UNKNOWN", "apply_values", "check_value", "settable"]

UNKNOWN = "unknown"
"""The word for a value that is not known: a date or a place may be judged to be open."""
_IN_COUNTRY = re.compile(r"(?P<name>.*?\S)(?:\s*,\s*|\s*\()(?P<country>[A-Za-z]{3})\)?")


def settable(field: str) -> Settable:
    """The field, if a person can set it; ``UsageError`` says which can be."""
    found = next((name for name in _CHECKS if name == field), None)
    if found is None:
        raise UsageError(
            f"{field}: a judgement can set {', '.join(_CHECKS)}; who took part follows from the reports: set one "
            "apart with different EVENT DOCUMENT"
        )
    return found


def check_value(field: Settable, value: str) -> str | None:
    """The value as it is stored, null for "unknown"; ``UsageError`` where it is none of the field.

    Dates are EDTF, statuses and kinds those of the codebook, places names of its gazetteer ("Osaka") or any name
    with its country ("Gleneagles, GBR").
    """
    open_field = field not in ("kind", "status")
    return None if open_field and value.strip().lower() == UNKNOWN else _CHECKS[field](value.strip())


def apply_values(event: Event, judgements: Sequence[Judgement]) -> Event:
    """The event with the values that ``judgements`` set; an end before a start that was set is open.

    A kind that the codebook has no more is left as the reports have it.
    """
    given = {j.field: j.value for j in judgements if j.verdict == "set" and j.field is not None}
    if not given:
        return event
    changed = [_fields(field, value) for field, value in given.items()]
    found = msgspec.structs.replace(event, **{name: value for fields in changed for name, value in fields.items()})
    reversed_ = "end" not in given and _is_before(found.end, found.start)
    return msgspec.structs.replace(found, end=None) if reversed_ else found


def _fields(field: Settable, value: str | None) -> Mapping[str, Any]:
    """The fields of an event that a judged value fills."""
    if field == "kind":
        kind = _kinds().get(value or "")
        return {name: getattr(kind, name) for name in ("kind", "family", "type", "mode", "cameo")} if kind else {}
    if field in ("start", "end"):
        return {field: When(value, *read_edtf(value), "judged") if value else None}
    if field == "place":
        return {field: _place(value) if value else None}
    return {field: value}


def _is_before(end: When | None, start: When | None) -> bool:
    return end is not None and start is not None and end.precedes(start)


def _check_date(value: str) -> str:
    try:
        read_edtf(value)
    except ValueError as error:
        raise UsageError(f"{value} is no date; write 2024-05-13, 2024-05, 2024 or 2024-05-13/2024-05-15") from error
    return value


def _check_status(value: str) -> str:
    statuses = get_args(Status)
    if value not in statuses:
        raise UsageError(f"{value} is no status; there are {', '.join(statuses)}")
    return value


def _check_kind(value: str) -> str:
    if value not in _kinds():
        raise UsageError(f"{value} is no kind of event; communique codebook lists all")
    return value


def _check_place(value: str) -> str:
    return place_words(_place(value))


_CHECKS: Mapping[Settable, Callable[[str], str]] = MappingProxyType(
    {
        "start": _check_date,
        "end": _check_date,
        "status": _check_status,
        "place": _check_place,
        "kind": _check_kind,
    }
)


def _place(value: str) -> Place:
    """The place of the gazetteer, else a name with its country, about which no more is known."""
    told = _IN_COUNTRY.fullmatch(value)
    code = told["country"].upper() if told else None
    if told is None or code not in {country.code for country in countries()}:
        return _only(value, _known().get(plain(value), ()))
    known = [place for place in _known().get(plain(told["name"]), ()) if place.country == code]
    return known[0] if known else Place(told["name"], code)


def _only(name: str, known: Sequence[Place]) -> Place:
    if len(known) == 1:
        return known[0]
    if known:
        raise UsageError(f"{name} may be {' or '.join(map(place_words, known))}; say which")
    raise UsageError(f"{name} is no place of the codebook; give its country too, as in: Gleneagles, GBR")


@cache
def _kinds() -> MappingProxyType[str, Kind]:
    return MappingProxyType({kind.kind: kind for kind in codebook().kinds})


@cache
def _known() -> MappingProxyType[str, tuple[Place, ...]]:
    """Name, without accents and case → the places of that name, countries before cities."""
    found: dict[str, dict[tuple[str, str | None], Place]] = {}
    told = [((c.name, *c.names), Place(c.name, c.code, c.lat, c.lon, c.wikidata)) for c in countries()]
    told += [((c.name, *c.names), Place(c.name, c.country, c.lat, c.lon, c.id)) for c in cities()]
    for names, place in told:
        for name in names:
            found.setdefault(plain(name), {}).setdefault((place.name, place.country), place)
    return MappingProxyType({name: tuple(places.values()) for name, places in found.items()})
