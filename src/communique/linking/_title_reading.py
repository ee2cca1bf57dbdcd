"""The grammar of titles: owners and modifiers, offices, then "of …": "Kenya's former deputy minister of trade".

The words of a title are items: matches of the codebook and capitalised candidates for names, in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

import msgspec

from communique.codebook import (
    LEADING_RANKS,
    Body,
    City,
    Country,
    Office,
    OfficeModifier,
    Organisation,
    office_modifiers,
    organisations,
)
from communique.linking._candidates import Candidate
from communique.linking._distant import OTHER_HEAD, bracketed, is_body, is_matter, is_of_other_body
from communique.linking._gazetteer import Match

__all__ = ["OF", "Item", "Title", "TitleReader", "country_of", "homeward"]

Item = Match | Candidate

OF = (" of ", " of the ", " for ", " for the ", " from ", " of the Royal ")
"""What stands between an office and whose it is."""

_POSSESSIVE = ("'s ", "’s ", "' ", "’ ")
_FOR = (" for ", " for the ", " on ", " on the ")
_TO = (" to ", " to the ", " in ", " in the ")
_FROM = (" from ", " from the ")
_AND = (" and ", ", ", " and the ", "-", "–")
_OUTBOUND = frozenset({"ambassador", "special-envoy", "charge-daffaires", "permanent-representative", "consul"})
_SECONDS = ("vice", "deputy")
_SUFFIX = re.compile(r"-elect\b| elect\b|-designate\b| designate\b| emeritus\b")
_HOMEWARD = re.compile(
    r"\b(?:recall(?:s|ed|ing)?|with(?:draw(?:s|ing|n)?|drew)|(?:call|pull|bring|order)(?:s|ed|ing)? (?:home|back|out)"
    r"|brought (?:home|back)|(?:withdrawal|recall) of)"
    r" (?:back |home )?(?:the |its |their |\w+['’]s? )?$"
)
_BEFORE_ENVOY = 40  # characters in which the act stands before an envoy
_PREFIX = frozenset({"modifier", "adjective", "country", "organisation", "body"})


class Title(msgspec.Struct, frozen=True, kw_only=True):
    """A title's stretch of text, the index of the item ``after`` it, and what it says of its holder."""

    start: int
    end: int
    after: int
    offices: tuple[Office, ...]
    effects: tuple[str, ...]
    countries: tuple[str, ...]
    organisation: Organisation | None
    plural: bool


class TitleReader:
    """Reads titles off the items of one text; it holds no state of its own."""

    def __init__(self, text: str, items: Sequence[Item]) -> None:
        self.text = text
        self.items = items

    def _title(self, i: int) -> Title | None:
        """The title that begins at ``i``: owners and modifiers, offices, then "of …"."""
        if self._is_scene(i):
            return None
        j = i
        while (self._label(j) in _PREFIX and self._prefix_gap(j)) or self._deputy(j) or self._governed(j):
            j += 1
        if self._label(j) not in ("office", "offices") or is_body(self.text[self.items[j].start :][:60]):
            return None
        prefix = self.items[i:j]
        offices, plural, j = self._offices(j)
        first = i + len(prefix)
        complement, j = self._complement(j, offices, prefix) if self._local(first) is None else self._town(j)
        if any(_is_town(item) for item in (*prefix, *complement)) and not self._is_lawmaker(first):
            offices = tuple(o for o in (self._local(first),) if o is not None)
        owners = self._owners((*prefix, self.items[first]), complement, offices)
        body = _organisation((*prefix, *complement)) or self._within(i + len(prefix))
        start, end = self.items[i].start, self._closed(j - 1)
        leading = not owners and body is None and any(o.rank in LEADING_RANKS for o in offices)
        if not complement and is_of_other_body(self.text, start, end, leading=leading):
            offices, owners = (OTHER_HEAD,), ()
        return Title(
            start=start, end=end, after=j, offices=offices, plural=plural, countries=owners, organisation=body,
            effects=(*self._effects(prefix), *self._suffix(j - 1 - len(complement))),
        )  # fmt: skip

    def _is_scene(self, j: int) -> bool:
        """ "In Turkey Minister Rao met them": where she did, and not whose minister she is; but "In US President …"."""
        start, end = (self.items[j].start, self.items[j].end) if self._label(j) == "country" else (0, 0)
        return (
            self.text[max(0, start - 3) : start] == "In " and self._gap(j) == " " and not self.text[start:end].isupper()
        )

    def _within(self, j: int) -> Organisation | None:
        """ "NATO chief", "head of the IMF": the body that the words of an office name themselves."""
        words = self.text[self.items[j].start : self.items[j].end].lower().replace("’", "'")
        before, _, behind = words.partition(" of ")
        told = behind.removeprefix("the ").split() or before.replace("'s ", " ").split()[:-1]
        stretches = (" ".join(told[:length]) for length in range(len(told), 0, -1))
        return next((body for stretch in stretches if (body := _bodies().get(stretch)) is not None), None)

    def _deputy(self, j: int) -> bool:
        """ "deputy" alone is a lawmaker; before another office it is a modifier."""
        word = self.text[self.items[j].start : self.items[j].end].lower() if j < len(self.items) else ""
        return word in ("deputy", "vice") and self._gap(j) == " " and self._label(j + 1) in ("office", "offices")

    def _governed(self, j: int) -> bool:
        """ "Texas Governor Rao", "Moscow's mayor", "Vermont Sen. Silva": the part of a state whose office it is."""
        office = j + 1 + (self._label(j + 1) == "modifier")
        beside = self._label(j) == "city" and self._gap(j) in (" ", *_POSSESSIVE)
        return beside and (self._local(office) is not None or self._is_lawmaker(office))

    def _is_lawmaker(self, j: int) -> bool:
        office = self._office(j) if self._label(j) == "office" else None
        return office is not None and office.id == "lawmaker"

    def _local(self, j: int) -> Office | None:
        """The office of a part of a state that an item names: "premier" may be that of a province."""
        item = self.items[j] if self._label(j) == "office" else None
        entries = item.entries if isinstance(item, Match) else ()
        return next((e for e in entries if isinstance(e, Office) and e.scope == "part"), None)

    def _town(self, j: int) -> tuple[tuple[Item, ...], int]:
        """ "Governor of Texas", "mayor of Kyiv, Ukraine"."""
        if self._label(j) != "city" or self._gap(j - 1) not in OF:
            return self._complement(j, (), ())
        return (self.items[j],), j + 1

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
        """ "Armenian and Azerbaijani foreign ministers": owners joined before a plural office.

        Right before the office a comma parts: "visited Peru, officials said".
        """
        if not self._owner(j + 1):
            return False
        while self._label(j) in ("adjective", "country", "organisation", "modifier"):
            j += 1
        return self._label(j) == "offices"

    def _offices(self, j: int) -> tuple[tuple[Office, ...], bool, int]:
        plural = self._label(j) == "offices"
        found = [self._office(j)]
        j += 1
        while self._label(j) == "office" and self._gap(j - 1) in (" and ", " ") and not self._are_two(j - 1):
            found.append(self._office(j))
            j += 1
        return tuple(o for o in found if o is not None), plural, j

    def _are_two(self, j: int) -> bool:
        """ "The Kenyan president and Foreign Minister Luis Vega": the first title is of somebody else.

        So it is where it alone is in lower case, as titles without a name are, and where nobody holds both offices.
        """
        if self._gap(j) != " and " or (self._label(j), self._label(j + 1)) != ("office", "office"):
            return False
        first, second = (self.text[item.start : item.end] for item in self.items[j : j + 2])
        if first.islower() and second[0].isupper():
            return True
        offices = self._office(j), self._office(j + 1)
        leading = all(o is not None and o.rank in LEADING_RANKS for o in offices)
        return leading and first.lower() == "president" and not self._second(j)

    def _second(self, j: int) -> bool:
        """ "Vice President"."""
        return self.text[max(0, self.items[j].start - 8) : self.items[j].start].lower().rstrip(" -").endswith(_SECONDS)

    def _office(self, j: int) -> Office | None:
        """The office that an item names; of several ("foreign secretary") the first, of no certain state."""
        item = self.items[j]
        found = [e for e in item.entries if isinstance(e, Office)] if isinstance(item, Match) else []
        if len(found) > 1:
            return msgspec.structs.replace(found[0], countries=())
        return found[0] if found else None

    def _complement(self, j: int, offices: tuple[Office, ...], prefix: Sequence[Item]) -> tuple[tuple[Item, ...], int]:
        """Items of "of Armenia and Azerbaijan"; whom an envoy is sent to, "for Syria" behind "US", are passed over."""
        envoy = any(o.id in _OUTBOUND for o in offices)
        home = envoy and not prefix and homeward(self.text, self.items[j - 1].start) is not None
        sent = envoy and self._owner(j) and self._gap(j - 1) in ((*_TO, *_FROM) if home else _TO)
        gap = self._gap(j - 1)
        matter = self._label(j) in ("country", "organisation") and gap in _FOR and (envoy or _named_owner(prefix))
        if sent or (matter and not is_matter(self.text, self.items[j].end)):
            return (), self._behind_brackets(j + 1)
        if not (self._owner(j) and gap in OF) or is_matter(self.text, self.items[j].end):
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
        codes = [c for item in (*prefix, *complement) if (c := _owner_code(item)) is not None]
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

    def _is_name(self, i: int) -> bool:
        item = self.items[i] if i < len(self.items) else None
        return isinstance(item, Candidate) or (isinstance(item, Match) and item.label == "person")


def country_of(item: Item) -> str | None:
    """Alpha-3 code of the state that an item names, or whose body it is; null where it is neither."""
    if not isinstance(item, Match):
        return None
    for entry in item.entries:
        if isinstance(entry, Country):
            return entry.code
        if isinstance(entry, Body) and entry.country:
            return entry.country
    return None


@cache
def _bodies() -> Mapping[str, Organisation]:
    """Name in lower case → organisation."""
    return MappingProxyType({name.lower(): body for body in organisations() for name in body.names})


def _is_town(item: Item) -> bool:
    return isinstance(item, Match) and item.label == "city"


def _owner_code(item: Item) -> str | None:
    """The state whose office a title names, or in which the part lies whose office it is: "Governor of Texas"."""
    town = next((e for e in item.entries if isinstance(e, City)), None) if isinstance(item, Match) else None
    return town.country if town is not None else country_of(item)


def homeward(text: str, start: int) -> int | None:
    """Where the verb begins that calls home the envoy told at ``start``, "withdraws its ambassador"; else null."""
    act = _HOMEWARD.search(text, max(0, start - _BEFORE_ENVOY), start)
    return act.start() if act is not None else None


def _named_owner(prefix: Sequence[Item]) -> bool:
    """Whether what stands before an office says whose it is."""
    return any(isinstance(i, Match) and i.label in ("country", "adjective", "organisation", "body") for i in prefix)


def _organisation(items: Sequence[Item]) -> Organisation | None:
    entries = (e for item in items if isinstance(item, Match) for e in item.entries)
    return next((e for e in entries if isinstance(e, Organisation)), None)
