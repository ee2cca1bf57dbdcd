"""Whose an office is that the words leave open: "its Foreign Minister, Ana Rao", "TAIPEI – Foreign Minister Chen".

A careful reader takes the country from a possessive, from whom a title stands beside, from the same title told in
full before, from the dateline, or from the one country that a report has spoken of so far. Where these say nothing
or somebody else holds the office there, it stays open.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from communique.codebook import LEADING_RANKS, Body, City
from communique.codebook.addresses import government_in_address
from communique.linking._envoys import called_home, called_in, is_envoy, one_of_those
from communique.linking._gazetteer import Match, find_names
from communique.linking._listed import fuller
from communique.linking._owner_scene import Scene, land, sentence_start
from communique.linking._people import Entity, People, ranks_of
from communique.linking._title_reading import country_of
from communique.linking._titles import Item, Phrase

__all__ = ["home_country", "with_owners"]

_ITS = re.compile(r"\b(?:its|their)(?: own)? $")
_HIS = re.compile(r"\b(?:his|her)(?: own)? $")
_BESIDE = re.compile(r"(?:,|,? and) (?:the |his |her )?(?:[A-Z][a-z]+ )?")
_TRAVEL = re.compile(
    r"\b(?:visit|arriv|travel|trip|tour|flew|fly|flies|left for|leave for|head(?:ed|ing|s)? (?:to|for)|host|welcom"
    r"|receiv|counterpart|met|meet|talk)", re.IGNORECASE,
)  # fmt: skip
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_SPEAKERS = frozenset({"spokesperson", "spokesman", "spokeswoman"})
_HOLDING = re.compile(r"['’]s (?:[a-z]+ ){0,3}| side,? (?:the )?")
_SERVING = re.compile(
    r" (?:of|from) the | (?:who )?(?:signed|spoke|negotiated|initialled|acted) (?:for|on behalf of) (?:the )?"
)
_MINISTRY = re.compile(r"\bMinistry\b")
_LONGEST = 100  # characters of an item
_FAR = 40
_WITHIN = 400
_ENOUGH = 2
"""How often a report has to name the one country it speaks of."""


def home_country(dateline: str | None, url: str | None = None) -> str | None:
    """The country of the government whose site it is, else of the city that a dateline names: "TAIPEI" → ``"TWN"``."""
    own = government_in_address(url) if url is not None else None
    if own is not None:
        return own
    entries = [e for match in find_names(dateline or "") for e in match.entries]
    countries = {e.country for e in entries if isinstance(e, City)}
    return countries.pop() if len(countries) == 1 else None


def with_owners(text: str, items: Sequence[Item], phrases: Sequence[Phrase], who: People, home: str | None) -> People:
    """The same persons, with the country of those whose office of state the words leave without one."""
    for position, phrase in enumerate(phrases):
        index = who.by_start.get(phrase.start) if phrase.name else None
        if index is None or who.entities[index].home is not None or who.entities[index].person is not None:
            continue
        scene = Scene(text, items, phrases, who, home)
        found = _of_whom(scene, position)
        if found is None and _is_open(phrase, who.entities[index]):
            found = next((code for code in _owners(scene, position) if not _is_held(scene, code, index)), None)
        if found is not None:
            owned = _owned(who.entities[index], found)
            who = People((*who.entities[:index], owned, *who.entities[index + 1 :]), who.by_start)
    return who


def _owned(entity: Entity, code: str) -> Entity:
    person = entity.person or fuller(entity.names[0], (code,), entity.office_ids)
    return msgspec.structs.replace(entity, country=code, person=person)


def _is_open(phrase: Phrase, entity: Entity) -> bool:
    return bool(phrase.offices) and entity.home is None and entity.person is None and phrase.organisation is None


def _of_whom(scene: Scene, position: int) -> str | None:
    """ "Peru's Ana Rao", "for the Peruvian side Director Rao", "Rao of the Peruvian army", "Rao signed for Lima"."""
    phrase = scene.phrases[position]
    for item in _beside(scene, phrase):
        code = land(item)
        before = scene.text[item.end : phrase.start] if item.end <= phrase.start else None
        behind = scene.text[phrase.end : item.start] if phrase.end <= item.start else None
        if code is None or phrase.organisation is not None:
            continue
        if before is not None and len(before) < _FAR and _HOLDING.fullmatch(before):
            return code
        if behind is not None and len(behind) < _FAR and _SERVING.fullmatch(behind):
            return code
    return None


def _beside(scene: Scene, phrase: Phrase) -> Sequence[Item]:
    """The items that begin near a phrase, before or behind it."""
    first = bisect_left(scene.items, phrase.start - _FAR - _LONGEST, key=_start)
    return scene.items[first : bisect_left(scene.items, phrase.end + _FAR, key=_start)]


def _start(item: Item) -> int:
    return item.start


def _is_of_state(scene: Scene, phrase: Phrase) -> bool:
    """Whether an office is one of states, or of a ministry: "Director of the Legal Department of the Ministry"."""
    if _MINISTRY.search(scene.text, phrase.start, phrase.end):
        return True
    return any(office.rank is not None or office.scope in ("state", "part") for office in phrase.offices)


def _owners(scene: Scene, position: int) -> Iterator[str]:
    """The countries that the words suggest, the surest first."""
    stately = (_in_capital, _dateline, _only) if _is_of_state(scene, scene.phrases[position]) else ()
    for read in (
        _possessor,
        one_of_those,
        called_home,
        _neighbour,
        _told_before,
        called_in,
        _there,
        _speaks_for,
        *stately,
    ):
        code = read(scene, position)
        if code is not None:
            yield code


def _possessor(scene: Scene, position: int) -> str | None:
    """ "The Dominican Republic, through its Foreign Minister, Luis Vega"; "he and his defence minister, Ana Rao"."""
    phrase = scene.phrases[position]
    before = scene.text[max(0, phrase.start - 12) : phrase.start]
    if _HIS.search(before):
        earlier = (scene.who.at(p.start) for p in reversed(scene.phrases[:position]) if p.name)
        return next((e.home for e in earlier if e is not None), None)
    if not _ITS.search(before):
        return None
    told = [i for i in scene.items if i.end <= phrase.start and i.start >= sentence_start(scene.text, phrase.start)]
    return next((code for item in told if (code := country_of(item)) is not None), None)


def _neighbour(scene: Scene, position: int) -> str | None:
    """ "Kenyan Foreign Minister Ana Rao and Trade Minister Luis Vega": the second serves the state of the first.

    Not the first that of the second: a ministry leaves out whose its own officials are ("Director Ana Rao and
    Peruvian Minister Luis Vega"). Nor where both are of one rank, or lead: the two may be guest and host.
    """
    here = scene.phrases[position]
    for other in scene.phrases[max(0, position - 1) : position]:
        entity = scene.who.at(other.start) if other.name else None
        beside = _BESIDE.fullmatch(scene.text[other.end : here.start]) is not None
        if beside and entity is not None and entity.home is not None and not _are_equals(here, other, entity):
            return entity.home
    return None


def _are_equals(here: Phrase, other: Phrase, entity: Entity) -> bool:
    ours = {o.rank or o.id for o in here.offices}
    theirs = {o.rank or o.id for o in other.offices} or {ranks_of(o) or o for o in entity.office_ids}
    royal = {o.id for o in here.offices} | {o.id for o in other.offices} <= {"king", "queen", "prince", "princess"}
    leading = bool(ours & LEADING_RANKS) and bool(theirs & LEADING_RANKS) and not royal
    return bool(ours & theirs and not royal) or leading or not theirs


def _told_before(scene: Scene, position: int) -> str | None:
    """ "the ambassador, Ana Rao" behind "Peru's ambassador", "Peru recalled its ambassador": whose was told before.

    Of an envoy it needs no "the": "Kenya summoned the Peruvian ambassador. A deputy told Ambassador Rao …".
    """
    phrase = scene.phrases[position]
    the = scene.text[max(0, phrase.start - 4) : phrase.start].lower().endswith("the ")
    if not the and not (is_envoy(phrase) and phrase.name):
        return None
    ids = {o.id for o in phrase.offices}
    same = [i for i, p in enumerate(scene.phrases[:position]) if not p.name and ids & {o.id for o in p.offices}]
    codes = {code for i in same for code in scene.phrases[i].countries or (_possessor(scene, i),) if code}
    return codes.pop() if len(codes) == 1 else None


def _there(scene: Scene, position: int) -> str | None:
    """ "To Malta for talks with his counterpart there, Ana Rao": of the state named last before."""
    phrase = scene.phrases[position]
    if " there, " not in scene.text[phrase.start : phrase.name_start + 1]:
        return None
    start = sentence_start(scene.text, phrase.start)
    told = [c for i in scene.items if start <= i.start < phrase.start and (c := country_of(i)) is not None]
    return told[-1] if told else None


def _speaks_for(scene: Scene, position: int) -> str | None:
    """ "The State Department said … Spokeswoman Ana Rao added": she speaks for the body told of last."""
    phrase = scene.phrases[position]
    if not any(o.id in _SPEAKERS for o in phrase.offices):
        return None
    near = [i for i in scene.items if phrase.start - _WITHIN < i.start < phrase.start and isinstance(i, Match)]
    for number, item in reversed(list(enumerate(near))):
        entry = item.entries[0]
        if isinstance(entry, Body):
            owner = near[number - 1] if number else None
            beside = owner is not None and item.start - owner.end <= len("'s ")
            return entry.country or (country_of(owner) if owner is not None and beside else None)
    return None


def _in_capital(scene: Scene, position: int) -> str | None:
    """ "In Lima, the foreign minister, Ana Rao, said": of whom "the" says that one knows him there, no guest."""
    start = sentence_start(scene.text, scene.phrases[position].start)
    for item in _beside(scene, scene.phrases[position]):
        between = scene.text[item.end : scene.phrases[position].start]
        if scene.text[start : item.start].strip() == "In" and between in (", the ", " the "):
            return land(item)
    return None


def _dateline(scene: Scene, position: int) -> str | None:
    """Of whom a report from a capital, or a government, says just "Foreign Minister Chen", he is of that country."""
    phrase = scene.phrases[position]
    known = any(o.rank for o in phrase.offices) or _MINISTRY.search(scene.text, phrase.start, phrase.end)
    return scene.home if known else None


def _only(scene: Scene, position: int) -> str | None:
    """The one country that the report has named so far, more than once, where nobody comes or goes."""
    start = scene.phrases[position].start
    codes = [code for item in scene.items if item.end <= start and (code := country_of(item)) is not None]
    end = _SENTENCE_END.search(scene.text, start)
    sentence = scene.text[sentence_start(scene.text, start) : end.start() if end else len(scene.text)]
    lone = len(set(codes)) == 1 and len(codes) >= _ENOUGH
    return codes[0] if lone and not _TRAVEL.search(sentence) else None


def _is_held(scene: Scene, code: str, index: int) -> bool:
    """Whether the document knows another who holds the office of an entity for the country."""
    ids = set(scene.who.entities[index].office_ids)
    others = (e for i, e in enumerate(scene.who.entities) if i != index and e.home == code)
    return any(ids & set(e.office_ids) for e in others)
