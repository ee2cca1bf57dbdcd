"""Titles and the names that go with them: "Russian Foreign Minister Sergey Lavrov", "Wang Yi, China's top diplomat".

Matches of the codebook and capitalised candidates come in, in order; phrases go out. A phrase is a
title with or without a name, or a name alone; what only looks like part of one stays out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from communique.codebook import Body, Country, Office, OfficeModifier, Organisation, Person, office_modifiers
from communique.linking._candidates import Candidate
from communique.linking._distant import (
    OFFICIAL,
    begins_tail,
    bracketed,
    carries_on,
    described,
    is_body,
    is_matter,
    opening,
    tail_end,
)
from communique.linking._gazetteer import Match

__all__ = ["Item", "Phrase", "phrases"]

Item = Match | Candidate

_POSSESSIVE = ("'s ", "’s ", "' ", "’ ")
_OF = (" of ", " of the ", " for ", " for the ", " from ")
_FOR = (" for ", " for the ", " on ", " on the ")
_TO = (" to ", " to the ", " in ", " in the ")
_AND = (" and ", ", ", " and the ", "-", "–")
_NAME_GAPS = (" ", ", ", " (", ") ")
# What may stand between a title and a name and is part of neither.
_HONORIFICS = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Amb|Hon|Prof|Eng|Engr|Adv|Smt)\.? ?|(?:H\. ?E|H\.R\.H|HE|HRH)\.? |Shri |Sheikh |Sheikha |General "
    r"|Ambassador |(?:His|Her) (?:Excellency|Majesty|Highness|Royal Highness) |Tan Sri |Datuk |Dato['’] ?|Lord |Sir |Dame )+$"
)
_APPOSITION = (", ", ", the ", ", a ", " — the ", ", who is the ", " (", ", his ", ", her ", ", their ", ", its ")
_OUTBOUND = frozenset({"ambassador", "special-envoy", "charge-daffaires", "permanent-representative", "consul"})
_SUFFIX = re.compile(r"-elect\b| elect\b|-designate\b| designate\b| emeritus\b")
_LONGEST = 12  # items in one title
_OPEN = re.compile(r"\b(?:of|for|on|in|and|the|to|at) $")
_PREFIX = frozenset({"modifier", "adjective", "country", "organisation", "body"})


class Phrase(msgspec.Struct, frozen=True, kw_only=True):
    """A title and/or a name. ``countries`` are alpha-3; several where the title is one of several states."""

    start: int
    end: int
    name: tuple[str, ...] = ()
    name_start: int = -1
    name_end: int = -1
    person: tuple[Person, ...] = ()
    offices: tuple[Office, ...] = ()
    effects: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    organisation: Organisation | None = None
    plural: bool = False
    certain: bool = True


class _Title(msgspec.Struct, frozen=True, kw_only=True):
    start: int
    end: int
    after: int
    offices: tuple[Office, ...]
    effects: tuple[str, ...]
    countries: tuple[str, ...]
    organisation: Organisation | None
    plural: bool


def phrases(text: str, items: Sequence[Item]) -> tuple[tuple[Phrase, ...], frozenset[int]]:
    """The phrases, in order, and the indices of the items that they use up."""
    reader = _Reader(text, items)
    found: list[Phrase] = []
    used: set[int] = set()
    position = 0
    while position < len(items):
        phrase, after = reader.phrase(position)
        if phrase is not None:
            found.append(_shared_title(text, found, phrase))
            used.update(range(position, after))
        position = after
    return tuple(found), frozenset(used)


def _shared_title(text: str, before: Sequence[Phrase], phrase: Phrase) -> Phrase:
    """In "Presidents Rao and Silva" the second name has the office too; "the Kenyan and Peruvian presidents,
    Rao and Silva," gives each its country.
    """
    last = before[-1] if before else None
    joined = last is not None and text[last.end : phrase.start] in (" and ", ", ", ", and ")
    if last is None or not joined or not last.plural or phrase.offices or not phrase.name:
        return phrase
    waiting = last.countries[1:] if last.name else last.countries
    countries = waiting[:1] if len(waiting) <= 1 else waiting
    return msgspec.structs.replace(
        phrase, offices=last.offices, plural=len(waiting) > 0, certain=True,
        countries=countries if not last.name and len(countries) == 1 else countries[:1],
    )  # fmt: skip


class _Reader:
    """Reads phrases off the items of one text; it holds no state of its own."""

    def __init__(self, text: str, items: Sequence[Item]) -> None:
        self.text = text
        self.items = items

    def phrase(self, i: int) -> tuple[Phrase | None, int]:
        """The phrase that begins at item ``i``, or None, and the index after it."""
        title = self._title(i)
        if title is not None:
            phrase, after = self._titled(title)
        elif self._is_name(i):
            phrase, after = self._named(i)
        else:
            return None, i + 1
        return self._opened(phrase, i), after

    def _opened(self, phrase: Phrase, i: int) -> Phrase:
        """ "Head of the Legal Division of the Senate Luis Vega": words that are a title through what follows them."""
        if not phrase.name or (not phrase.offices and _OPEN.search(self.text, max(0, phrase.start - 5), phrase.start)):
            return phrase
        names = (self.items[j].end for j in range(i - 1, -1, -1) if self._is_name(j) and self._is_full(j))
        start = opening(self.text, phrase.start, next(names, 0))
        if start is None:
            return phrase
        owner = next((j for j in range(i - 1, -1, -1) if self.items[j].start >= start and self._owns_body(j)), None)
        owners = self._owners(self.items[owner : owner + 1], (), ()) if owner is not None else ()
        return msgspec.structs.replace(
            phrase,
            start=start,
            certain=True,
            offices=phrase.offices or (OFFICIAL,),
            countries=phrase.countries or owners,
        )

    # -- names and their titles ------------------------------------------------------------------

    def _titled(self, title: _Title) -> tuple[Phrase, int]:
        j = title.after
        named = j < len(self.items) and self._is_name(j) and _HONORIFICS.sub("", self._gap(j - 1)) in _NAME_GAPS
        comma = named and self._gap(j - 1).startswith(",")
        if named and comma and not self._closes(j):
            named = False
        phrase = _from_title(title)
        if named:
            return self._with_country(self._with_name(phrase, j), j)
        distant = None if title.plural else self._distant_name(title)
        if distant is None:
            return self._with_owner(phrase, title)
        owners = title.countries or self._tail_owners(title, distant)
        return self._with_name(msgspec.structs.replace(phrase, countries=owners), distant), distant + 1

    def _with_owner(self, phrase: Phrase, title: _Title) -> tuple[Phrase, int]:
        """A long title without a name: "Director of the Department of Law of the Foreign Ministry of Peru"."""
        j, end = title.after, tail_end(self.text, title.end)
        chained = self.text[title.start].isupper() and self.text.startswith(_OF[:4], title.end)
        if title.countries or title.organisation or title.plural or not chained:
            return phrase, j
        while j < len(self.items) and self.items[j].end <= end and not self._label(j).startswith("office"):
            j += 1
        owner = self._tail_owner(title, j)
        if owner is None:
            return phrase, title.after
        owners = self._owners(self.items[owner : owner + 1], (), ())
        return msgspec.structs.replace(phrase, countries=owners, end=self.items[owner].end), owner + 1

    def _tail_owners(self, title: _Title, until: int) -> tuple[str, ...]:
        owner = None if title.organisation else self._tail_owner(title, until)
        return () if owner is None else self._owners(self.items[owner : owner + 1], (), ())

    def _tail_owner(self, title: _Title, until: int) -> int | None:
        """The last item before ``until`` that says whose the body in a title is: "… of the Foreign Ministry of Peru"."""
        return next((j for j in reversed(range(title.after, until)) if self._owns_body(j)), None)

    def _owns_body(self, j: int) -> bool:
        """Whether an item in a title's tail names its state: "of Peru", "the Peruvian Senate", "the Bundestag"."""
        item, label = self.items[j], self._label(j)
        if label == "country":
            owned = self.text[max(0, item.start - 9) : item.start].endswith(_OF[:2])
            return owned and not is_matter(self.text, item.end)
        owner = label in ("adjective", "body") and _country(item) is not None and not is_matter(self.text, item.end)
        return owner and self.text[max(0, item.start - 4) : item.start] in ("the ", " of ")

    def _with_country(self, phrase: Phrase, j: int) -> tuple[Phrase, int]:
        """ "President Rao of Kenya": the country behind the name, where none stands before it."""
        if phrase.countries or not phrase.offices or self._label(j + 1) != "country" or self._gap(j) not in _OF[:2]:
            return phrase, j + 1
        country = _country(self.items[j + 1])
        return msgspec.structs.replace(
            phrase, countries=(country,) if country else (), end=self.items[j + 1].end
        ), j + 2

    def _distant_name(self, title: _Title) -> int | None:
        """The name at the end of a long title: "Director of the Department of Asian Affairs Liu Jinsong".

        Of what may be a name before the last one, most are words of the title: "Minister of Industry and Trade Rao".
        """
        last, end = None, tail_end(self.text, title.end)
        if not begins_tail(self.text, title.end):
            return None
        for j in range(title.after, min(title.after + _LONGEST, len(self.items))):
            if self.items[j].start >= end:
                break
            if self._is_name(j) and not _OPEN.search(self.text[title.end : self.items[j].start]):
                last = j
                if self._is_final(j) or self._joins_title(j):
                    break
        return last

    def _is_final(self, j: int) -> bool:
        """Whether a name in a title ends it: a person's for sure, or one that the title does not go on behind.

        Two words right behind a state or a body are a name: "of the Foreign Ministry Luis Vega and …".
        """
        behind = self._label(j - 1) in ("country", "body") and self._gap(j - 1) == " "
        return ((self._is_sure(j) or behind) and self._is_full(j)) or not carries_on(self.text, self.items[j].end)

    def _is_full(self, j: int) -> bool:
        return " " in self.text[self.items[j].start : self.items[j].end]

    def _is_sure(self, j: int) -> bool:
        item = self.items[j]
        return item.certain if isinstance(item, Candidate) else True

    def _joins_title(self, j: int) -> bool:
        """Whether another title begins behind "and": the name before it is a person's."""
        return self._gap(j) in _AND and self._label(j + 1) in ("office", "modifier")

    def _closes(self, j: int) -> bool:
        """After "title, Name" a comma, bracket or stop must follow: else the name begins another clause."""
        end = self.items[j].end
        return self.text[end : end + 1] in (",", ".", ";", ")", "") or self.text[end : end + 2] in ("’s", "'s")

    def _named(self, i: int) -> tuple[Phrase, int]:
        item = self.items[i]
        bare = self._with_name(Phrase(start=item.start, end=item.end), i)
        title = self._title(i + 1) if self._gap(i) in _APPOSITION else None
        if title is None or self._owns_next(title):
            return self._described(bare, i), i + 1
        return msgspec.structs.replace(_from_title(title), start=bare.start, end=title.end, name=bare.name,
                                       name_start=bare.name_start, name_end=bare.name_end, person=bare.person,
                                       certain=True), title.after  # fmt: skip

    def _described(self, bare: Phrase, i: int) -> Phrase:
        """ "Luis Vega, a former adviser to the Peruvian president": whom the words behind a name make somebody's official."""
        found = described(self.text, bare.end)
        if found is None or len(bare.name) < 2:
            return bare
        j = i + 1
        while j < len(self.items) and self.items[j].start < found[0]:
            j += 1
        near = self._label(j) in ("country", "adjective", "body") and self.items[j].start <= found[0] + len("the ")
        owners = self._owners(self.items[j : j + 1], (), ()) if near else ()
        if not owners:
            return bare
        effects = ("past",) if found[1] else ()
        return msgspec.structs.replace(bare, offices=(OFFICIAL,), effects=effects, countries=owners, certain=True)

    def _owns_next(self, title: _Title) -> bool:
        """ "Lavrov, Foreign Minister Wang Yi and …": the title belongs to the name that follows it."""
        j = title.after
        return j < len(self.items) and self._is_name(j) and self._gap(j - 1) == " "

    def _with_name(self, phrase: Phrase, j: int) -> Phrase:
        item = self.items[j]
        if isinstance(item, Candidate):
            words, certain = item.words, item.certain or bool(phrase.offices)
            person: tuple[Person, ...] = ()
        else:
            words, certain = tuple(self.text[item.start : item.end].split()), True
            person = tuple(e for e in item.entries if isinstance(e, Person))
        return msgspec.structs.replace(
            phrase, start=min(phrase.start, item.start), end=item.end, name=words, name_start=item.start,
            name_end=item.end, person=person, certain=certain,
        )  # fmt: skip

    def _is_name(self, i: int) -> bool:
        item = self.items[i] if i < len(self.items) else None
        return isinstance(item, Candidate) or (isinstance(item, Match) and item.label == "person")

    # -- titles ----------------------------------------------------------------------------------

    def _title(self, i: int) -> _Title | None:
        """The title that begins at ``i``: owners and modifiers, offices, then "of …"."""
        j = i
        while (self._label(j) in _PREFIX and self._prefix_gap(j)) or self._deputy(j):
            j += 1
        if self._label(j) not in ("office", "offices") or is_body(self.text[self.items[j].start :][:60]):
            return None
        prefix = self.items[i:j]
        offices, plural, j = self._offices(j)
        complement, j = self._complement(j, offices, prefix)
        owners = self._owners((*prefix, self.items[i + len(prefix)]), complement, offices)
        return _Title(
            start=self.items[i].start, end=self._closed(j - 1), after=j, offices=offices, plural=plural,
            effects=(*self._effects(prefix), *self._suffix(j - 1 - len(complement))),
            countries=owners, organisation=_organisation((*prefix, *complement)),
        )  # fmt: skip

    def _deputy(self, j: int) -> bool:
        """ "deputy" alone is a lawmaker; before another office it is a modifier."""
        word = self.text[self.items[j].start : self.items[j].end].lower() if j < len(self.items) else ""
        return word in ("deputy", "vice") and self._gap(j) == " " and self._label(j + 1) in ("office", "offices")

    def _effects(self, prefix: Sequence[Item]) -> Iterator[str]:
        for item in prefix:
            entries = item.entries if isinstance(item, Match) else ()
            yield from (e.effect for e in entries if isinstance(e, OfficeModifier) and e.effect != "none")
            if isinstance(item, Match) and item.label == "office":
                yield "deputy"

    def _suffix(self, j: int) -> Iterator[str]:
        """ "-elect" and its like, right behind the office."""
        behind = _SUFFIX.match(self.text, self.items[j].end)
        if behind is not None:
            yield from (m.effect for m in office_modifiers() if m.suffix and behind[0].strip() in m.words)

    def _prefix_gap(self, j: int) -> bool:
        gap = self._gap(j)
        if self._label(j) == "modifier":
            return gap in (" ", "", "-")
        return gap in (" ", *_POSSESSIVE) or (gap in _AND and self._coordinated(j))

    def _coordinated(self, j: int) -> bool:
        """ "Armenian and Azerbaijani foreign ministers": owners joined before a plural office."""
        while self._label(j) in ("adjective", "country", "modifier"):
            j += 1
        return self._label(j) == "offices"

    def _offices(self, j: int) -> tuple[tuple[Office, ...], bool, int]:
        plural = self._label(j) == "offices"
        found = [self._office(j)]
        j += 1
        while self._label(j) == "office" and self._gap(j - 1) in (" and ", " "):
            found.append(self._office(j))
            j += 1
        return tuple(o for o in found if o is not None), plural, j

    def _office(self, j: int) -> Office | None:
        """The office that an item names; of several of one title ("foreign secretary") the first, of no certain state."""
        item = self.items[j]
        found = [e for e in item.entries if isinstance(e, Office)] if isinstance(item, Match) else []
        if len(found) > 1:
            return msgspec.structs.replace(found[0], countries=())
        return found[0] if found else None

    def _complement(self, j: int, offices: tuple[Office, ...], prefix: Sequence[Item]) -> tuple[tuple[Item, ...], int]:
        """Items of "of Armenia and Azerbaijan"; whom an envoy is sent to, and "for Syria" behind "US", are passed over."""
        envoy = any(o.id in _OUTBOUND for o in offices)
        sent = envoy and self._owner(j) and self._gap(j - 1) in _TO
        gap = self._gap(j - 1)
        matter = self._label(j) in ("country", "organisation") and gap in _FOR and (envoy or _named_owner(prefix))
        if sent or (matter and not is_matter(self.text, self.items[j].end)):
            return (), self._behind_brackets(j + 1)
        if not (self._owner(j) and gap in _OF) or is_matter(self.text, self.items[j].end):
            return (), j
        start = j
        j += 1
        while self._owner(j) and self._gap(j - 1) in _AND and self._label(j) == "country":
            j += 1
        if self._label(j) == "body" and self._gap(j - 1) in (" ", *_POSSESSIVE):
            j += 1  # "spokesman for the Kenyan Foreign Ministry"
        complement = tuple(self.items[start:j])
        j = self._behind_brackets(j)
        if envoy and self._owner(j) and self._gap(j - 1) in (*_TO, *(f") {gap.strip(' ')} " for gap in (*_TO, *_FOR))):
            j += 1  # "ambassador of Luxembourg to China": the sender counts
        return complement, j

    def _closed(self, j: int) -> int:
        """Where an item ends, its closing bracket included."""
        item = self.items[j]
        return item.end + bracketed(self.text, item.start, item.end)

    def _behind_brackets(self, j: int) -> int:
        """Past an abbreviation in brackets: "of the United Arab Emirates (UAE)"."""
        item = self.items[j] if j < len(self.items) else None
        return (
            j + 1 if item is not None and self._gap(j - 1) == " (" and bracketed(self.text, item.start, item.end) else j
        )

    def _owner(self, j: int) -> bool:
        return self._label(j) in ("country", "organisation", "body", "adjective")

    def _owners(
        self, prefix: Sequence[Item], complement: Sequence[Item], offices: tuple[Office, ...]
    ) -> tuple[str, ...]:
        """Alpha-3 codes of the states whose office it is; an office of one state alone tells it itself."""
        codes = [c for item in (*prefix, *complement) if (c := _country(item)) is not None]
        own = {c for o in offices for c in o.countries}
        if not codes and len(own) == 1:
            codes = sorted(own)
        return tuple(dict.fromkeys(codes))

    def _label(self, j: int) -> str:
        item = self.items[j] if 0 <= j < len(self.items) else None
        return item.label if isinstance(item, Match) else ""

    def _gap(self, j: int) -> str:
        """The text between item ``j`` and the next; a line break is never a gap."""
        if not 0 <= j < len(self.items) - 1:
            return "\n"
        gap = self.text[self.items[j].end : self.items[j + 1].start]
        return _SUFFIX.sub("", gap, count=1) if self._label(j) in ("office", "offices") else gap


def _from_title(title: _Title) -> Phrase:
    return Phrase(start=title.start, end=title.end, offices=title.offices, effects=title.effects,
                  countries=title.countries, organisation=title.organisation, plural=title.plural)  # fmt: skip


def _country(item: Item) -> str | None:
    if not isinstance(item, Match):
        return None
    for entry in item.entries:
        if isinstance(entry, Country):
            return entry.code
        if isinstance(entry, Body) and entry.country:
            return entry.country
    return None


def _named_owner(prefix: Sequence[Item]) -> bool:
    """Whether what stands before an office says whose it is."""
    return any(isinstance(i, Match) and i.label in ("country", "adjective", "organisation", "body") for i in prefix)


def _organisation(items: Sequence[Item]) -> Organisation | None:
    entries = (e for item in items if isinstance(item, Match) for e in item.entries)
    return next((e for e in entries if isinstance(e, Organisation)), None)
