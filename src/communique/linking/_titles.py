"""Titles and the names that go with them: "Russian Foreign Minister Sergey Lavrov", "Wang Yi, China's top diplomat".

Matches of the codebook and capitalised candidates come in, in order; phrases go out. A phrase is a
title with or without a name, or a name alone; what only looks like part of one stays out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from communique.codebook import Office, Organisation, Person, classes, offices, sayings
from communique.linking._candidates import Candidate
from communique.linking._distant import (
    OFFICIAL,
    begins_tail,
    carries_on,
    described,
    is_matter,
    opening,
    tail_end,
)
from communique.linking._genders import Gender, told_gender
from communique.linking._title_reading import OF, Item, Title, TitleReader, country_of
from communique.parsing import verb_forms

__all__ = ["Item", "Phrase", "phrases"]

_AND = (" and ", ", ", " and the ", "-", "–")
_NAME_GAPS = (" ", ", ", " (", ") ", " there, ")
# What may stand between a title and a name and is part of neither.
_HONORIFICS = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Amb|Hon|Prof|Eng|Engr|Adv|Smt|YBhg|HE|HRH|H\. ?E|H\.R\.H)\.? ?"
    r"|(?:His|Her) (?:Excellency|Majesty|Highness|Royal Highness) "
    r"|(?:Shri|Sheikh|Sheikha|General|Ambassador|Tan Sri|Datuk|Dato['’]|Lord|Sir|Dame) )+$"
)
_APPOSITION = (", ", ", the ", ", a ", " — the ", " (", ", his ", ", her ", ", their ", ", its ")
_IS = re.compile(r", who (?:is|was|became|serves as|served as|had been|has been)(?: also| now| then)?(?: the| an?)? ")
# "the Ambassador of Uzbekistan to his country, …": whose country it is does not matter.
_POSTED_HERE = re.compile(r"^ (?:to|in) (?:his|her|its|their|the) (?:country|nation|kingdom|republic)\b")
_BEFORE_NAME = re.compile(r"(?:\b(?:His|Her|his|her|Royal) )?\b[A-Za-z]+\.? $")
_LONGEST = 12  # items in one title
_SIDES = 2
_IN_NAMES = frozenset({"king", "queen", "pope", "emperor", "emir", "sultan"})
_RESPECTIVELY = 160  # characters in which those named stand before "respectively"
_OPEN = re.compile(r"\b(?:of|for|on|in|and|the|to|at) $")
_ADJECTIVE = re.compile(r"(?:['’]s|\b[Tt]he) official\Z")
"""Before a name: "Peru's official Andina", "the official Xinhua" are papers, "Peruvian official Ana Rao" a person."""
_THE_OFFICIAL = len("the official ")
_NEXT_WORD = re.compile(r" (\w+)")
_IN = re.compile(r"\b(?:in|at|near|from) $")  # "in Fulda, the pope spoke": where, not who


@cache
def _telling() -> frozenset[str]:
    """The forms of the verbs that may stand behind what is said."""
    verbs = {verb for entry in sayings().sayings if entry.parenthetical for verb in entry.verbs if " " not in verb}
    return frozenset(form for verb in verbs for form, tag in verb_forms(verb) if tag in ("VBD", "VBZ"))


@cache
def _ruling() -> dict[str, Office]:
    """The titles of one word that stand in names: "Queen Margrethe", "Pope Francis"."""
    return {title: o for o in offices() if o.id in _IN_NAMES for title in o.titles if " " not in title}


class Phrase(msgspec.Struct, frozen=True, kw_only=True):
    """A title and/or a name. ``countries`` are alpha-3; several where the title is one of several states.

    ``placed`` marks a single word behind "in" or "near", which is a place before it is somebody of that family name.
    """

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
    gender: Gender | None = None
    placed: bool = False


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
            found = _respective(text, found)
            used.update(range(position, after))
        position = after
    return tuple(found), frozenset(used)


def _shared_title(text: str, before: Sequence[Phrase], phrase: Phrase) -> Phrase:
    """In "Presidents Rao and Silva" the second name has the office too; "the Kenyan and Peruvian presidents,
    Rao and Silva," gives each its country, "Kenyan Ministers Rao and Silva" both the same.
    """
    last = before[-1] if before else None
    if last is None or not last.plural or phrase.offices or not phrase.name:
        return phrase
    if text[last.end : phrase.start] not in (" and ", ", ", ", and "):
        return phrase
    waiting = last.countries[1:] if last.name else last.countries
    shared = last.countries if last.name and last.end == last.name_end and not waiting else waiting
    countries = shared if not last.name and len(shared) > 1 else shared[:1]
    return msgspec.structs.replace(
        phrase, offices=last.offices, effects=last.effects, certain=True, countries=phrase.countries or countries,
        plural=bool(last.name) or len(waiting) > 1,
    )  # fmt: skip


def _respective(text: str, found: list[Phrase]) -> list[Phrase]:
    """ "Ana Rao and Luis Vega, the foreign ministers of Kenya and Peru respectively": each gets office and country."""
    last, several = found[-1], len(found[-1].countries)
    if not last.plural or several < _SIDES or not text.startswith(" respectively", last.end):
        return found
    named = [i for i, p in enumerate(found) if len(p.name) > 1 and p.end > last.start - _RESPECTIVELY]
    places = named[-several:]
    if len(places) == several:
        for place, country in zip(places, last.countries, strict=True):
            given = found[place]
            found[place] = msgspec.structs.replace(
                given, offices=last.offices, countries=(country,), plural=False, certain=True
            )
    return found


class _Reader(TitleReader):
    """Reads phrases off the items of one text; it holds no state of its own."""

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

    def _titled(self, title: Title) -> tuple[Phrase, int]:
        j = title.after
        gap = _HONORIFICS.sub("", _POSTED_HERE.sub("", self._gap(j - 1)))
        named = j < len(self.items) and self._is_name(j) and gap in _NAME_GAPS
        comma = named and "," in self._gap(j - 1)
        if named and (
            (comma and not self._closes(j))
            or _ADJECTIVE.search(self.text, max(0, title.end - _THE_OFFICIAL), title.end) is not None
        ):
            named = False
        phrase = _from_title(title)
        inner = self._second_title(title)
        if inner is not None:
            phrase = msgspec.structs.replace(phrase, offices=(*phrase.offices, *inner.offices))
            return self._with_name(phrase, inner.after), inner.after + 1
        if named:
            return self._with_country(self._with_name(phrase, j), j)
        distant = None if title.plural or self._are_two(j - 1) else self._distant_name(title)
        if distant is None:
            return self._with_owner(phrase, title)
        owners = title.countries or self._tail_owners(title, distant)
        return self._with_name(msgspec.structs.replace(phrase, countries=owners), distant), distant + 1

    def _second_title(self, title: Title) -> Title | None:
        """ "Pakistan's President, Gen. Luis Vega,": a lower title that stands between office and name."""
        j = title.after
        inner = self._title(j) if self._gap(j - 1) == ", " and not title.plural else None
        if inner is None or inner.countries or inner.plural or inner.organisation or not self._owns_next(inner):
            return None
        return inner if self._closes(inner.after) else None

    def _with_owner(self, phrase: Phrase, title: Title) -> tuple[Phrase, int]:
        """A long title without a name: "Director of the Department of Law of the Foreign Ministry of Peru"."""
        j, end = title.after, tail_end(self.text, title.end)
        chained = self.text[title.start].isupper() and self.text.startswith(OF[:4], title.end)
        if title.countries or title.organisation or title.plural or not chained:
            return phrase, j
        while j < len(self.items) and self.items[j].end <= end and not self._label(j).startswith("office"):
            j += 1
        owner = self._tail_owner(title, j)
        if owner is None:
            return phrase, title.after
        owners = self._owners(self.items[owner : owner + 1], (), ())
        return msgspec.structs.replace(phrase, countries=owners, end=self.items[owner].end), owner + 1

    def _tail_owners(self, title: Title, until: int) -> tuple[str, ...]:
        owner = None if title.organisation else self._tail_owner(title, until)
        return () if owner is None else self._owners(self.items[owner : owner + 1], (), ())

    def _tail_owner(self, title: Title, until: int) -> int | None:
        """The last item before ``until`` that says whose a body in a title is: "… of the Foreign Ministry of Peru"."""
        return next((j for j in reversed(range(title.after, until)) if self._owns_body(j)), None)

    def _owns_body(self, j: int) -> bool:
        """Whether an item in a title's tail names its state: "of Peru", "the Peruvian Senate", "the Bundestag"."""
        item, label = self.items[j], self._label(j)
        if label == "country":
            owned = self.text[max(0, item.start - 9) : item.start].endswith(OF[:2])
            return owned and not is_matter(self.text, item.end)
        owner = label in ("adjective", "body") and country_of(item) is not None and not is_matter(self.text, item.end)
        return owner and self.text[max(0, item.start - 4) : item.start] in ("the ", " of ")

    def _with_country(self, phrase: Phrase, j: int) -> tuple[Phrase, int]:
        """ "President Rao of Kenya", in lists "Ambassador Rao, Kenya": the country behind the name, if not before."""
        listed = self._gap(j) == ", " and self.text[self.items[j + 1].end :][:1] in ("", "\n", ";")
        behind = self._label(j + 1) == "country" and (self._gap(j) in OF[:2] or listed)
        if phrase.countries or not phrase.offices or not behind:
            return phrase, j + 1
        country = country_of(self.items[j + 1])
        return msgspec.structs.replace(
            phrase, countries=(country,) if country else (), end=self.items[j + 1].end
        ), j + 2

    def _distant_name(self, title: Title) -> int | None:
        """The name at the end of a long title: "Director of the Department of Asian Affairs Liu Jinsong".

        Of what may be a name before the last one, most are words of the title: "Minister of Industry and Trade Rao".
        """
        last, end = None, tail_end(self.text, title.end)
        if not begins_tail(self.text, title.end):
            return None
        for j in range(title.after, min(title.after + _LONGEST, len(self.items))):
            if self.items[j].start >= end or self._begins_another(j):
                break
            if self._is_name(j) and not _OPEN.search(self.text[title.end : self.items[j].start]):
                last = j
                if self._is_final(j) or self._joins_title(j):
                    break
        return last

    def _begins_another(self, j: int) -> bool:
        """ "The crown prince and U.S. Secretary of State Rao": behind "and" a title with an owner of its own."""
        start = self.items[j].start
        title = self._title(j) if self.text[max(0, start - 9) : start].endswith((" and ", " and the ", ", ")) else None
        return title is not None and bool(title.countries or title.organisation)

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
        """After "title, Name" a comma, bracket or stop must follow, also behind "MP": else another clause begins."""
        letters = next((f" {word}" for word in classes()["post-nominal"] if self._goes_on(j, word)), "")
        end = self.items[j].end + len(letters)
        closed = self.text[end : end + 1] in (",", ".", ";", ":", ")", "\n", "")
        return closed or self.text[end : end + 2] in ("’s", "'s")

    def _goes_on(self, j: int, word: str) -> bool:
        return self.text.startswith(f" {word}", self.items[j].end)

    def _named(self, i: int) -> tuple[Phrase, int]:
        item = self.items[i]
        bare = self._with_name(Phrase(start=item.start, end=item.end), i)
        apposed = self._gap(i) in _APPOSITION or _IS.fullmatch(self._gap(i)) is not None
        placed = len(bare.name) == 1 and _IN.search(self.text, max(0, item.start - 8), item.start) is not None
        bare = msgspec.structs.replace(bare, placed=placed)
        title = self._title(i + 1) if apposed and not placed else None
        if title is None or self._owns_next(title) or self._says(title):
            described = self._described(bare, i)
            return self._of_country(described, i) if described is bare else (described, i + 1)
        titled = msgspec.structs.replace(_from_title(title), start=bare.start, end=title.end, name=bare.name,
                                         name_start=bare.name_start, name_end=bare.name_end, person=bare.person,
                                         certain=True)  # fmt: skip
        return titled if titled.countries else self._described(titled, i), title.after

    def _of_country(self, bare: Phrase, i: int) -> tuple[Phrase, int]:
        """ "Luis Vega of Peru": a full name with the country that it is of."""
        country = country_of(self.items[i + 1]) if self._label(i + 1) == "country" else None
        if country is None or self._gap(i) not in OF[:2] or len(bare.name) < 2:
            return bare, i + 1
        return msgspec.structs.replace(bare, countries=(country,), end=self.items[i + 1].end), i + 2

    def _described(self, bare: Phrase, i: int) -> Phrase:
        """ "Luis Vega, a former adviser to the Peruvian president": the words behind the name give an office."""
        found = described(self.text, self.items[i].end)
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
        held = bare.offices or (OFFICIAL,)
        return msgspec.structs.replace(bare, offices=held, effects=effects, countries=owners, certain=True)

    def _owns_next(self, title: Title) -> bool:
        """ "Lavrov, Foreign Minister Wang Yi and …": the title belongs to the name that follows it."""
        j = title.after
        return j < len(self.items) and self._is_name(j) and self._gap(j - 1) == " "

    def _says(self, title: Title) -> bool:
        """ "He will see Rao, the court's spokesman said": the title begins the clause of who tells it."""
        word = _NEXT_WORD.match(self.text, title.end)
        return word is not None and word[1] in _telling()

    def _with_name(self, phrase: Phrase, j: int) -> Phrase:
        item = self.items[j]
        if isinstance(item, Candidate):
            words, certain = item.words, item.certain or bool(phrase.offices)
            person: tuple[Person, ...] = ()
        else:
            words, certain = tuple(self.text[item.start : item.end].split()), True
            person = tuple(e for e in item.entries if isinstance(e, Person))
        ruling = _ruling().get(words[0].lower()) if person and not phrase.offices else None
        return msgspec.structs.replace(
            phrase, start=min(phrase.start, item.start), end=item.end, name=words, name_start=item.start,
            name_end=item.end, person=person, certain=certain, gender=self._gender(item),
            offices=phrase.offices or (() if ruling is None else (ruling,)),
        )  # fmt: skip

    def _gender(self, name: Item) -> Gender | None:
        """What the honorific or title right before a name, or at its head, tells: "Ms. Rao", "King Charles"."""
        before = _BEFORE_NAME.search(self.text, max(0, name.start - 40), name.start)
        head = self.text[name.start : name.end].split(" ")[0]
        return (told_gender(before[0]) if before is not None else None) or told_gender(head)


def _from_title(title: Title) -> Phrase:
    return Phrase(start=title.start, end=title.end, offices=title.offices, effects=title.effects,
                  countries=title.countries, organisation=title.organisation, plural=title.plural)  # fmt: skip
