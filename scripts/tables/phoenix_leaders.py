"""Leaders of the Phoenix actor dictionary, which writes names in capitals and knows no offices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.tables.person import Named, person_row
from scripts.tables.sources import PHOENIX, Record
from scripts.tables.words import FAMILY_FIRST, PARTICLES, is_numeral, title_case

__all__ = ["phoenix_persons"]

# Where the last word is a patronymic or a given name that serves as the name; it is left open.
_NO_FAMILY_NAME = {"ISL", "MNG", "MMR", "ETH", "ERI", "SOM", "IDN", "MYS", "THA", "LAO", "AFG", "BTN", "DJI"}

_PHOENIX_TITLES = {"PRESIDENT", "PREMIER", "MINISTER", "GENERAL", "SECRETARY", "KING", "PRINCE", "SHEIKH", "CHANCELLOR"}

_LEADER = re.compile(r"\[[A-Z]{3}ELI(?: \d{6,8}-\d{6,8})?\]")

_GOVERNMENT = re.compile(r"\[([A-Z]{3})GOV (?:(>)(\d{6,8})|(\d{6,8})-(\d{6,8}))\]")

_FIRST_YEAR = 1990


def phoenix_persons(states: set[str]) -> Iterator[Record]:
    """Phoenix's leaders: who was a private elite before or after, and held government in between."""
    for names, codes in _phoenix_entries():
        terms = [match for match in map(_GOVERNMENT.match, codes) if match]
        recent = [term for term in terms if term[1] in states and _last_year(term) >= _FIRST_YEAR]
        if recent and any(_LEADER.match(code) for code in codes):
            person = _phoenix_person(names, recent)
            if person:
                yield person


def _phoenix_entries() -> Iterator[tuple[list[str], list[str]]]:
    names: list[str] = []
    codes: list[str] = []
    for raw in PHOENIX.read_text(encoding="latin-1").splitlines():
        line = re.split(r"[;#]", raw)[0].strip()
        if line.startswith("["):
            codes.append(line)
        elif line and line.startswith("+"):
            names.append(line[1:].strip())
        elif line:
            yield names, codes
            names, codes = [line], []
    yield names, codes


def _last_year(term: re.Match[str]) -> int:
    return 9999 if term[2] else int(_phoenix_day(term[5])[:4])


def _phoenix_day(digits: str) -> str:
    """ISO day of ``YYYYMMDD`` or ``YYMMDD``, where years to 30 are this century's."""
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) <= 30 else "19") + digits
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"


def _phoenix_person(names: list[str], terms: list[re.Match[str]]) -> Record | None:
    tokens = names[0].strip("_ ").split("_")
    if len(tokens) < 2 or any(not re.fullmatch(r"[A-Z.'\-]+", token) for token in tokens):
        return None
    if _PHOENIX_TITLES & set(tokens):
        return None
    code = terms[0][1]
    words = [_cased(token, index) for index, token in enumerate(tokens)]
    row = person_row(code, Named([], words, []), _phoenix_offices(terms), "phoenix")
    return row | {"family_name": _phoenix_family(code, words), "short_names": []}


def _phoenix_offices(terms: list[re.Match[str]]) -> list[list[str | None]]:
    """Phoenix does not say which office it was. Terms dated by whole months are of ministers (from the
    CIA's monthly lists); they are left out where the leader's own, dated to the day, is there."""
    spans = {(_phoenix_day(term[3] or term[4]), None if term[2] else _phoenix_day(term[5])) for term in terms}
    exact = {span for span in spans if not span[0].endswith("-01")} or spans
    return [["leader", start, end, None] for start, end in sorted(exact, key=lambda span: (span[0], span[1] or ""))]


def _cased(token: str, index: int) -> str:
    if is_numeral(token, index):
        return token
    return token.lower() if index and token.lower() in PARTICLES else title_case(token)


def _phoenix_family(code: str, words: list[str]) -> str | None:
    if code in _NO_FAMILY_NAME or re.fullmatch(r"[IVX]+", words[-1]):
        return None
    if code in FAMILY_FIRST:
        return words[0]
    return " ".join(words[1:]) if len(words) == 2 or words[1] in PARTICLES else None
