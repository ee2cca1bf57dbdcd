"""Under whom documents speak: statements of one country about another, and figures of actors and pairs of countries."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from functools import cache
from types import MappingProxyType

import msgspec

from communique.codebook import ambiguous_names, countries, units
from communique.codebook.words import WordFinder, lowered
from communique.record._positions import at_positions
from communique.record._statements import said_in
from communique.record.course import Course, Point
from communique.types import Said

__all__ = ["SIDES", "insert_sides", "read_courses", "read_sayings", "register"]

_LEAST_DAYS = 3
"""Days of which a value is told, from which on they are a course and no single figure."""
_MOST_POINTS = 300
_TOLD_APART = frozenset({"word", "region"})
_MOST_LOOKED_AT = 20_000

_SAYINGS = """
INSERT OR IGNORE INTO sayings
    SELECT told.value ->> '$.speaker.country', about.value, coalesce(published_latest, ''), number, told.key
    FROM documents, json_each(coding, '$.statements') AS told,
        json_each(countries_named(told.value ->> '$.text', told.value ->> '$.addressee.country')) AS about
    WHERE {} AND json_valid(coding) AND told.value ->> '$.speaker.country' <> about.value
"""
_MEASURED = """
INSERT OR IGNORE INTO measured
    WITH told AS MATERIALIZED (
        SELECT claims.number AS claim, documents.number AS document,
            figure.value ->> '$.figure.evidence.start' AS place,
            lower(coalesce(figure.value ->> '$.measures', figure.value ->> '$.figure.of')) AS measure,
            coalesce(figure.value ->> '$.figure.unit', '') AS unit, figure.value ->> '$.figure.value' AS value,
            coalesce(figure.value ->> '$.figure.period.earliest', published_earliest) AS day
        FROM documents CROSS JOIN claims ON claims.document = documents.number, json_each(report, '$.figures') AS figure
        WHERE {} AND json_valid(report) AND figure.value ->> '$.tie' <> 'document'),
    sides AS MATERIALIZED (
        SELECT DISTINCT number AS claim, part.value ->> '$.actor.id' AS actor,
            part.value ->> '$.actor.country' AS country
        FROM (SELECT DISTINCT claim FROM told) CROSS JOIN claims ON number = claim
            CROSS JOIN json_each(report, '$.claim.participants') AS part)
    SELECT side, measure, unit, day, document, place, value FROM told JOIN (
        SELECT claim, actor AS side FROM sides
        UNION SELECT one.claim, one.country || ' ' || other.country FROM sides AS one JOIN sides AS other
            ON other.claim = one.claim AND one.country < other.country) USING (claim)
    WHERE measure IS NOT NULL AND day IS NOT NULL
"""
SIDES = f"""
-- Which statements (by place in the document) a speaker of one country makes that are about another one.
CREATE TABLE sayings (
    speaker TEXT NOT NULL,
    about TEXT NOT NULL,
    day TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    statement INTEGER NOT NULL,
    PRIMARY KEY (speaker, about, day DESC, document, statement)
) STRICT, WITHOUT ROWID;
CREATE INDEX sayings_by_document ON sayings (document);

-- Figures of what an actor, or two countries ("FRA KEN"), take part in; ``place`` is where it begins in the text.
CREATE TABLE measured (
    side TEXT NOT NULL,
    measure TEXT NOT NULL,
    unit TEXT NOT NULL,
    day TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    value REAL NOT NULL,
    PRIMARY KEY (side, measure, unit, day, document, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX measured_by_document ON measured (document);
{_SAYINGS.format("1").strip()};
{_MEASURED.format("1").strip()};
"""
"""The tables, and what the documents that are there put into them."""


def register(connection: sqlite3.Connection) -> None:
    """Gives the connection what the tables are filled with."""
    connection.create_function("countries_named", 2, _named_as_json, deterministic=True)


def insert_sides(connection: sqlite3.Connection, number: int) -> None:
    """Writes what the document of this ``number``, whose claims are written, says of actors and countries."""
    for sql in (_SAYINGS, _MEASURED):
        connection.execute(sql.format("documents.number = ?"), (number,))


def read_sayings(connection: sqlite3.Connection, speaker: str, about: str, limit: int) -> Iterator[Said]:
    """The latest statements of speakers of one country about another one."""
    rows = connection.execute(
        "SELECT document, statement FROM sayings WHERE speaker = ? AND about = ? ORDER BY day DESC LIMIT ?",
        (speaker, about, limit),
    )
    return at_positions(connection, rows, said_in)


def read_courses(connection: sqlite3.Connection, side: str, limit: int) -> Iterator[Course]:
    """The ``limit`` quantities that are told of on the most days, each with its latest values.

    A length of time is that of one happening, and has no course.
    """
    rows = connection.execute(
        "SELECT measure, unit FROM (SELECT DISTINCT measure, unit, day FROM measured WHERE side = ? LIMIT ?)"
        " WHERE unit NOT IN (SELECT value FROM json_each(?))"
        " GROUP BY measure, unit HAVING count(*) >= ? ORDER BY count(*) DESC, measure, unit LIMIT ?",
        (side, _MOST_LOOKED_AT, _times(), _LEAST_DAYS, limit),
    ).fetchall()
    for measure, unit in rows:
        yield Course(measure=measure, unit=unit or None, points=_points(connection, side, measure, unit))


@cache
def _times() -> str:
    return msgspec.json.encode([measure.unit for measure in units().measures if measure.time]).decode()


def _points(connection: sqlite3.Connection, side: str, measure: str, unit: str) -> tuple[Point, ...]:
    rows = connection.execute(
        "SELECT day, value, id, place FROM (SELECT day, value, document, place FROM measured"
        " WHERE side = ? AND measure = ? AND unit = ? ORDER BY day DESC LIMIT ?)"
        " CROSS JOIN documents ON number = document ORDER BY day, id, place",
        (side, measure, unit, _MOST_POINTS),
    )
    return tuple(
        Point(day=date.fromisoformat(day), value=value, document=id, place=place) for day, value, id, place in rows
    )


def _named_as_json(text: str | None, addressee: str | None) -> str:
    found = {*_named(text or ""), *((addressee,) if addressee else ())}
    return msgspec.json.encode(sorted(found)).decode()


def _named(text: str) -> Iterator[str]:
    """The countries that a text names by their name, adjective or people, cased as news cases them."""
    names = _names()
    for _, start, end in _finder().find(text):
        code = names.get(text[start:end].replace("’", "'"))
        if code is not None:
            yield code


@cache
def _names() -> MappingProxyType[str, str]:
    """Words for a country → its code; those that stand for several, or for something else, are left out.

    "US" is told from "us" by its case, and who speaks of America speaks of the state.
    """
    doubtful = {lowered(one.name) for one in ambiguous_names() if not _TOLD_APART.issuperset(one.readings)}
    found: dict[str, set[str]] = {}
    for country in countries():
        if country.kind != "former":
            for name in (*country.names, *country.adjectives, *country.demonyms):
                found.setdefault(name.replace("’", "'").removeprefix("the "), set()).add(country.code)
    return MappingProxyType(
        {name: min(codes) for name, codes in found.items() if len(codes) == 1 and lowered(name) not in doubtful}
    )


@cache
def _finder() -> WordFinder:
    return WordFinder(_names())
