"""Heads of state and government of the CIA World Factbook, which writes family names in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from scripts.tables.factbook import text_of
from scripts.tables.person import Named, person_row
from scripts.tables.sources import Facts, Record
from scripts.tables.words import PARTICLES, is_numeral, title_case

__all__ = ["factbook_persons"]


# Words of the factbook's titles, longest first, and the office that they mean.
_TITLES = {
    "prime minister": "prime-minister",
    "premier": "prime-minister",
    "chancellor": "chancellor",
    "president of council of ministers": "prime-minister",
    "president of the government": "prime-minister",
    "president of the swiss confederation": "president",
    "presidential leadership council chairperson": "chairman-of-the-presidency",
    "presidential council": "chairman-of-the-presidency",
    "sovereign council chair": "chairman-of-the-presidency",
    "state affairs commission president": "chairman-of-state-affairs",
    "supreme people's assembly president": "speaker",
    "chairperson of the council of ministers": "prime-minister",
    "chairperson of the presidency": "chairman-of-the-presidency",
    "supreme leader": "supreme-leader",
    "taliban leader": "leader",
    "vice president": "vice-president",
    "grand duke": "grand-duke",
    "minister of state": "prime-minister",
    "secretary of state for foreign and political affairs": "foreign-minister",
    "president": "president",
    "emperor": "emperor",
    "king": "king",
    "queen": "queen",
    "amir": "emir",
    "sultan": "sultan",
    "prince": "prince",
    "pope": "pope",
}

_TITLE_WORDS = re.compile(
    r"""^(?:[(,)]|(?:interim|acting|caretaker|transition(?:al)?|gnu|cnsp|of|the|and|co-vice|crown|commander-in-chief|
    sudanese|armed|forces|general|gen\.|sr\.|col\.|capt\.|dr\.|sir|dame|taoiseach|\(prime|minister\)|foreign|minister|prime|
    president,?|council,?|national|for|safeguard|homeland|\(?cnsp\)?|presidential|leadership|chairperson|ministers|
    government|spain|swiss|confederation|\(prime|minister-equivalent\)|sovereign|chair|state|affairs|commission|
    supreme|people's|assembly|leader|taliban|vice|grand|duke|secretary|political|premier|chancellor|emperor|king|
    queen|amir|sultan|prince|pope|presidency)(?=\s|$))\s*""",
    re.IGNORECASE | re.VERBOSE,
)


def factbook_persons(facts: Facts) -> Iterator[Record]:
    """Who heads the states of ``facts``, with the day that the factbook gives for it."""
    for code, entry in sorted(facts.items()):
        for field in ("chief of state", "head of government"):
            person = _factbook_person(code, text_of(entry, "Executive branch", field))
            if person:
                yield person


def _factbook_person(code: str, text: str) -> Record | None:
    """From "President Claudia SHEINBAUM Pardo (since 1 October 2024)"; the capitals mark the family name."""
    match = re.match(r"(?P<lead>[^;]+?)(?:; also [^(]*)? \(since (?P<since>[^),]*)", text)
    # A king who is represented by a governor-general is listed once, with the state that he lives in.
    if match is None or re.search("vacant|pontifical", match["lead"], re.IGNORECASE) or "represented" in text:
        return None
    title, tokens = _title_and_tokens(re.sub(r"\s*\([^)]*\)", "", match["lead"]))
    named = _named(tokens)
    if title is None or not named.family:
        return None
    return person_row(code, named, [[title, iso_day(match["since"]), None, None]], "factbook")


def _title_and_tokens(lead: str) -> tuple[str | None, list[str]]:
    rest = lead.strip()
    while (stripped := _TITLE_WORDS.sub("", rest, count=1)) != rest:
        rest = stripped
    title = lead[: len(lead) - len(rest)].lower()
    office = next((office for words, office in _TITLES.items() if words in title), None)
    tokens = [token for token in rest.split() if not re.match(r'["“]|(?:Jr|Sr)\.?,?$', token)]
    return office, [token.strip(",'") for token in tokens]


def _named(tokens: list[str]) -> Named:
    capitals = [index for index, token in enumerate(tokens) if _is_capitals(token)]
    if not capitals:
        return Named(tokens, [], [])
    first, last = capitals[0], capitals[-1]
    while first and tokens[first - 1] in PARTICLES:
        first -= 1
    family = [_family_case(token, index) for index, token in enumerate(tokens[first : last + 1])]
    return Named(tokens[:first], family, tokens[last + 1 :])


def _family_case(token: str, index: int) -> str:
    return title_case(token) if _is_capitals(token) and not is_numeral(token, index) else token


def _is_capitals(token: str) -> bool:
    core = re.sub(r"^(?:al-|el-|d'|\w+\.$)", "", token).split("-")[0]
    return len(core) > 1 and core.upper() == core and any(c.isalpha() for c in core)


def iso_day(text: str) -> str | None:
    """ISO 8601 from "1 October 2024", "5 Sep 2025", "April 2018" or "1997"."""
    for form, out in (("%d %B %Y", 10), ("%d %b %Y", 10), ("%B %Y", 7), ("%Y", 4)):
        try:
            return datetime.strptime(text.strip(), form).date().isoformat()[:out]
        except ValueError:
            continue
    return None
