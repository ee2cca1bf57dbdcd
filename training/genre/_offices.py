"""The titles that a country's officials have."""

from __future__ import annotations

import re
from functools import cache

from communique.codebook import offices
from training.genre._trees import PREPOSITIONS

__all__ = ["OPENERS", "capitalised", "is_short", "titles"]

OPENERS = ("minister ", "secretary ", "deputy ", "vice ", "first ", "assistant ", "federal ", "parliamentary ")
"""How titles begin that can stand before a name though a preposition is in them ("Minister of Trade Li Wei")."""

_UNUSABLE = re.compile(
    r"[,.’'\d]|\b(us|uk|eu|un|fm|pm|eam|nsa|dfa|ustr|duma|knesset|npc|pentagon|raksha|mantri|kremlin|bundeskanzler\w*|"
    r"taoiseach|t[aá]naiste|veep|senior|house|sherpa|charge|ad|european|standing|top|head|his|her|chief of|"
    r"extraordinary|designate|large|embassy)\b"
)
_OFFICES = frozenset({
    "president", "prime-minister", "chancellor", "foreign-minister", "deputy-foreign-minister", "defence-minister",
    "interior-minister", "finance-minister", "trade-minister", "economy-minister", "energy-minister",
    "justice-minister",
    "development-minister", "vice-president", "deputy-prime-minister", "secretary-of-state", "foreign-secretary",
    "foreign-affairs-secretary", "defence-secretary", "speaker", "special-envoy", "national-security-adviser",
    "state-councillor", "ambassador",
})  # fmt: skip

_OWN_OFFICES = (
    "deputy prime minister", "agriculture minister", "environment minister", "culture minister", "transport minister",
    "health minister", "vice president", "vice foreign minister", "opposition leader", "minister of water resources",
    "minister for regional integration", "minister of state", "first deputy prime minister", "water minister",
    "deputy speaker", "labour minister", "oil minister", "minister of fisheries and ocean affairs", "chief negotiator",
)  # fmt: skip


@cache
def titles(code: str) -> tuple[str, ...]:
    """The titles of a country's offices, lower case; the usual ones come more often."""
    held = [o for o in offices() if o.id in _OFFICES and (not o.countries or code in o.countries)]
    all_titles = [title for office in held for title in office.titles if not _UNUSABLE.search(title)]
    usual = ["president", "prime minister", "foreign minister"] * (len(all_titles) // 4)
    return (*usual, *all_titles, *_OWN_OFFICES)


def is_short(title: str) -> bool:
    return not set(title.split()) & PREPOSITIONS and "and" not in title.split()


def capitalised(title: str) -> str:
    """``minister of state`` → ``Minister of State``; ``vice-president`` → ``Vice-President``."""
    kept = PREPOSITIONS | {"and", "the"}
    return re.sub(r"[^\W_]+", lambda m: m[0] if m[0] in kept else m[0].capitalize(), title)
