"""The mentions that stand at a token of the tree, by name or through a word such as "side" or "delegation"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from communique.codebook import City, Country, organisations, units, word_classes
from communique.coding.tree import Tree
from communique.linking import Mention, find_names, place_of, state_of
from communique.types import Actor, Place, Span

__all__ = ["MentionIndex", "is_armed", "is_country"]

# Nouns that stand for the state or body that modifies them: "the Chinese side", "a delegation from Mali".
_STAND_INS = frozenset(
    "side delegation official head government team negotiator diplomat delegate representative authority leadership "
    "leader minister mediator counterpart party colleague officer commander mission envoy president member group "
    "commission committee expert police "
    "bloc grouping alliance board "
    "corps contingent caucus lawmaker parliamentarian interlocutor troop soldier force army navy fleet marine "
    "military commando warplane drone missile rocket artillery aircraft helicopter airstrike jet warship fighter "
    "ship vessel bomber plane gunboat frigate submarine patrol administration regime junta "
    "island nation state republic country kingdom region territory people".split()
)
_OFFICES = frozenset(
    "minister president premier chancellor king queen emir sultan prince ambassador envoy secretary leader chief "
    "commissioner representative adviser advisor spokesman spokeswoman governor general diplomat colleague counterpart "
    "host guest visitor predecessor successor".split()
)
_STATES = frozenset("country nation state government republic kingdom administration regime junta".split())
_LED = frozenset({"delegation", "group", "team", "mission", "party", "contingent", "corps", "side"})
_LEADING = frozenset({"lead", "head", "chair"})
_PLACES = frozenset(
    "city capital town region province port resort village island seat state governorate "
    "north south east west northeast northwest southeast southwest coast".split()
)
_OF = frozenset({"of", "for", "in", "to", "on", "at"})
_OWNED = frozenset({"", "of", "from"})
_WITHIN = _OWNED | {"in"}
_OWNING = ("amod", "compound", "nmod:poss", "nmod")
_DEPTH = 5  # "a delegation of members of the Committee for Trade of the Senate of Peru"


class MentionIndex:
    """Finds the mention that stands at a token."""

    def __init__(self, mentions: Sequence[Mention], text: str) -> None:
        self._mentions = mentions
        self._text = text
        self._starts = [m.span.start for m in mentions]
        self._ends = [m.span.end for m in mentions]
        self._groups = list(dict.fromkeys(a for m in mentions for a in m.actors if a.id in _armed()))

    def within(self, start: int, end: int) -> list[Mention]:
        """Mentions that share a character with ``start``–``end``."""
        return list(self._mentions[bisect_left(self._ends, start + 1) : bisect_left(self._starts, end)])

    def groups(self, country: str | None) -> Sequence[Actor]:
        """The armed groups of a country that the document names."""
        return [group for group in self._groups if group.country == country]

    def called(self, name: str) -> Actor | None:
        """The only person of the document of whose name this is a part: "Moon" in "the Moon-Kim summit"."""
        if not name[:1].isupper():
            return None
        persons = {a for m in self._mentions if m.form == "person" and name in m.span.text.split() for a in m.actors}
        named = {actor for actor in persons if actor.kind == "person"}
        return named.pop() if len({actor.id for actor in named}) == 1 else None

    def span(self, start: int, end: int) -> Span:
        """The span of some characters of the text."""
        return Span.of(self._text, start, end)

    def at(self, tree: Tree, index: int) -> list[Mention]:
        """Mentions at a token, else those that modify a word like "side" or "delegation", and who leads it."""
        if _is_of_money(tree, index) or _is_of_a_firm(tree, index):
            return []
        direct = self._named(tree, index)
        vague = all(m.form in ("title", "body") for m in direct)
        named = (self._trailing(tree, index) or self._appended(tree, index) or self._who(tree, index)) if vague else []
        if named:
            return named
        if direct or tree.token(index).lemma.lower() not in _STAND_INS:
            return direct or self._abbreviated(tree, index) or self._called(tree, index)
        owners = self.owners(tree, index)
        if tree.token(index).lemma.lower() in _STATES:
            owners = [_of_state(m) for m in owners]
        return [*owners, *self._leaders(tree, index)]

    def place(self, tree: Tree, index: int) -> list[Mention]:
        """Mentions that say where a place is: "the Yemeni city of Aden", "Luxor, a town in Egypt"."""
        possessed = tree.token(index).text[0].isupper() and tree.children(index, "nmod:poss")  # "Russia's Far East"
        if tree.token(index).lemma in _PLACES or possessed:
            return self.owners(tree, index, _WITHIN)
        for child in tree.children(index, "appos", "nmod"):
            found = [m for m in self._named(tree, child) if m.form == "state"] if not tree.preposition(child) else []
            if found or tree.token(child).lemma in _PLACES:
                return found or self.owners(tree, child, _WITHIN)
        return []

    def owners(self, tree: Tree, index: int, words: frozenset[str] = _OWNED) -> list[Mention]:
        """The nearest mentions of actors among what modifies a noun, with these prepositions or none."""
        level, beside = [index], tree.beside_lands(index)
        for _ in range(_DEPTH):
            level = [c for i in level for c in tree.children(i, *_OWNING) if tree.preposition(c) in words]
            level += [c for i in level for c in tree.children(i, "amod", "compound", "conj") if c not in beside]
            ends = sorted({(tree.token(i).start, tree.token(i).end) for i in level})
            found = [m for start, end in ends for m in self.within(start, end) if m.actors]
            if found:
                return list(dict.fromkeys(found))
        return []

    def own(self, tree: Tree, index: int) -> list[Mention]:
        """The state that "its" means where somebody else acts: "Peru protested after police raided its embassy"."""
        mission = tree.token(tree.token(index).head).lemma in word_classes()["embassy"]
        verb = tree.governing_verb(index) if mission and tree.token(index).text.lower() == "its" else None
        if verb is None or tree.token(verb).dep != "advcl" or not tree.children(verb, "nsubj"):
            return []
        subjects = [m for i in tree.subject(tree.token(verb).head) for m in self._named(tree, i)]
        return subjects if len(subjects) == 1 and subjects[0].form in ("state", "place", "organisation") else []

    def state(self, tree: Tree, index: int) -> tuple[Actor, Span] | None:
        """The state that a token names inside a title that is not about it: "its ambassador to Lebanon"."""
        dep = tree.token(index).dep
        phrase = dep in ("nmod", "obl", "conj") or (dep == "flat" and bool(tree.children(index, "case")))
        if not phrase or tree.token(index).pos != "PROPN":
            return None
        return self.state_at(tree, index)

    def state_at(self, tree: Tree, index: int) -> tuple[Actor, Span] | None:
        """The state that a token and what modifies it name, or whose seat of government they name."""
        words = [tree.token(i) for i in (index, *tree.children(index, "compound", "amod", "flat"))]
        span = Span.of(self._text, min(t.start for t in words), max(t.end for t in words))
        return next(((state, span) for state in _states(span.text)), None)

    def _leaders(self, tree: Tree, index: int) -> Iterator[Mention]:
        """ "a delegation of the Senate led by Rao": who leads it, wherever the parser hung "led"."""
        if tree.token(index).lemma.lower() not in _LED:
            return
        for verb in range(index + 1, len(tree.tokens)):
            led = tree.token(verb).dep == "acl" and tree.token(verb).lemma in _LEADING
            if led and tree.lies_under(verb, index):
                yield from (m for i in tree.agents(verb) for m in self._named(tree, i) if m.form == "person")

    def _named(self, tree: Tree, index: int) -> list[Mention]:
        """Mentions at a token, else at what goes on with the name that it opens: "Mr", then "Rao"."""
        words = [tree.token(i) for i in (index, *tree.children(index, "flat"))]
        return next((found for word in words if (found := self.within(word.start, word.end))), [])

    def _appended(self, tree: Tree, index: int) -> list[Mention]:
        """ "The ambassador, Ana Rao": the person whose name stands behind an office as an apposition."""
        if tree.token(index).lemma.lower() not in _OFFICES:
            return []
        named = (self._named(tree, i) for i in tree.children(index, "appos"))
        return next((found for found in named if found and all(m.form == "person" for m in found)), [])

    def _abbreviated(self, tree: Tree, index: int) -> list[Mention]:
        """ "The Eurasia Economic Union (EAEU)": the body that the abbreviation in brackets names."""
        bracketed = (i for i in tree.children(index, "appos") if i and tree.token(i - 1).text == "(")
        return [m for i in bracketed for m in self._named(tree, i) if m.form == "organisation"]

    def _called(self, tree: Tree, index: int) -> list[Mention]:
        """ "Its NATO ally Turkey", "the emirate Qatar": the name right behind a noun that says what it is."""
        behind = (i for i in tree.children(index, "appos", "flat") if i == index + 1)
        return [m for i in behind for m in self._named(tree, i) if m.form in ("state", "organisation", "person")]

    def _who(self, tree: Tree, index: int) -> list[Mention]:
        """ "The bloc's mediator, President Rao, said": the one person whose name stands behind a noun and a comma."""
        if tree.token(index).pos != "NOUN" or tree.token(index).tag == "NNS":
            return []
        named = [self._named(tree, i) for i in tree.children(index, "appos") if _is_set_off(tree, i)]
        persons = [found[0] for found in named if found and found[0].form == "person" and len(found[0].actors) == 1]
        return persons if len(persons) == 1 else []

    def _links(self, tree: Tree, last: int, inside: bool) -> list[int]:
        """What carries a title on: "of …", and inside it further items of a list of departments."""
        deps = ("nmod", "conj", "appos") if inside else ("nmod",)
        return [c for c in tree.children(last, *deps) if c > last and tree.preposition(c) in (*_OF, "")]

    def _trailing(self, tree: Tree, index: int) -> list[Mention]:
        """The name at the end of a long title: "Director of the Department of Asian Affairs Liu Jinsong"."""
        last = index
        while chain := self._links(tree, last, last != index):
            last = chain[-1]
        if last == index or tree.token(index).text.islower() or tree.token(index).tag == "NNS":
            return []
        found = self.within(tree.token(last).start, tree.token(last).end)
        return [m for m in found if m.form == "person"]


def _is_set_off(tree: Tree, index: int) -> bool:
    """Whether a comma stands before a name and its titles."""
    first = min([index, *tree.children(index, "amod", "compound", "det", "nmod:poss")])
    first = min([first, *tree.children(first, "amod", "compound", "det", "nmod:poss")])
    return first > 0 and tree.token(first - 1).text == ","


def _is_of_money(tree: Tree, index: int) -> bool:
    """ "40,000 Canadian dollars" are of nobody in Canada."""
    token = tree.token(index)
    return token.dep in ("amod", "compound") and tree.token(token.head).text.lower() in _moneys()


def _is_of_a_firm(tree: Tree, index: int) -> bool:
    """ "Air France", "Radio Canada", "Miss Peru": a name that opens so is no state's."""
    before = tree.token(index - 1) if index else None
    named = before is not None and before.head == index and before.text[0].isupper()
    return before is not None and named and before.text.lower() in word_classes()["opening-firms"]


def is_country(place: Place) -> bool:
    """Whether a place is a whole country, not a city or venue in one."""
    country = place_of(place.country) if place.country else None
    return country is not None and country.name == place.name


def _of_state(mention: Mention) -> Mention:
    """ "their countries" are not the persons who are told of but those whom they serve."""
    states = [state_of(a.country) if a.kind == "person" and a.country else None for a in mention.actors]
    return msgspec.structs.replace(mention, actors=tuple(s or a for s, a in zip(states, mention.actors, strict=True)))


def is_armed(actor: Actor) -> bool:
    """Whether an actor is an armed group that the codebook knows."""
    return actor.id in _armed()


@cache
def _armed() -> frozenset[str]:
    return frozenset(body.id for body in organisations() if body.kind == "armed-group")


@cache
def _moneys() -> frozenset[str]:
    """The words for money: "dollars", "kroner"."""
    return frozenset(word.split()[-1].lower() for currency in units().currencies for word in currency.words)


def _states(words: str) -> Iterator[Actor]:
    """The state of which ``words`` name the land, the people ("the Palestinians") or the seat of government."""
    for match in find_names(words):
        for entry in match.entries:
            land = entry.governed if isinstance(entry, City) else None
            code = entry.code if isinstance(entry, Country) else land
            state = state_of(code) if code is not None and match.label in ("country", "adjective", "city") else None
            if state is not None:
                yield state
