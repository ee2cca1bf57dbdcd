"""Names with their titles as one node of the tree: "Director of the Legal Department of the Senate Luis Vega".

A parser that has read few ministries hangs the words of a long title on each other and the name on the verb. Linking
knows where such a phrase begins and ends; here its words get one head, phrases in a row are coordinated, and a row
right before a finite verb is its subject.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from communique.coding.tree._heads import lies_under
from communique.linking import Mention
from communique.parsing import Token

__all__ = ["with_whole_names"]

_ARGUMENTS = frozenset("nsubj nsubj:pass obj iobj obl nmod nmod:poss conj root appos ccomp parataxis".split())
_SUBJECTS = ("nsubj", "nsubj:pass")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LINKS = frozenset({",", "and", "&", "the"})
_LOST = frozenset({"parataxis", "appos"})
_OWNERS = frozenset({"His", "Her", "Their", "his", "her", "their"})
_STYLES = _OWNERS | frozenset(
    "Highness Majesty Excellency Holiness Royal Eminence Majesties Excellencies H.E. HRH Shri Smt Mr Mr. Mrs Mrs. Ms "
    "Ms. Miss Dr Dr. Sir Lady Lord Sheikh Sheikha Shaikh Prince Princess King Queen Sultan Datuk Seri Tun".split()
)
_PLACING = frozenset({"in", "at", "on", "during"})


class _Phrase(msgspec.Struct, frozen=True):
    """The tokens ``first`` to ``last`` of a mention; ``head`` governs them all."""

    first: int
    last: int
    head: int


def with_whole_names(tokens: Sequence[Token], mentions: Sequence[Mention]) -> tuple[Token, ...]:
    """The tree in which every titled name, and every pair "between A and B", is what grammar says it must be."""
    tree = list(tokens)
    found = [(m, first, last) for m, first, last in _placed(tokens, mentions) if m.actors]
    for one, other in pairwise(found):
        _part_place(tree, one, other)
    persons = [_one_node(tree, _addressed(tree, a), b) for m, a, b in found if m.form in ("person", "title")]
    for row in _rows(tree, persons):
        _coordinate(tree, row)
        _make_subject(tree, row)
    states = [_Phrase(a, b, _top(tree, a, b)) for m, a, b in found if m.form in ("state", "place", "organisation")]
    for state in states:
        _raise_gerund(tree, state)
        _take_over(tree, state)
    for left, right in pairwise(states):
        _part_names(tree, left, right)
    for row in _rows(tree, states):
        if len(row) > 1 and _lacks_subject(tree, row):
            _coordinate(tree, row)
            _make_subject(tree, row)
        elif any(tree[phrase.head].dep in _LOST for phrase in row[1:]):
            _coordinate(tree, row)  # "signed by Peru, the Netherlands and Chile"
    for left, right in pairwise(states):
        if _between(tree, left, right):
            _hang(tree, right.head, left.head, "conj")
    return tuple(tree)


def _take_over(tree: list[Token], name: _Phrase) -> None:
    """ "the Republic of the Congo, Kenya and Peru": what is coordinated with a word of a name is so with the name."""
    inside = range(name.first, name.last + 1)
    for index, token in enumerate(tree):
        if token.dep == "conj" and token.head in inside and token.head != name.head and index not in inside:
            _hang(tree, index, name.head, "conj")


def _part_names(tree: list[Token], left: _Phrase, right: _Phrase) -> None:
    """ "The US and South Korea signed": no "US and South" modifies a Korea, but there are two states."""
    name, last = tree[left.head], right.last
    joined = [t.text.lower() for t in tree[left.last + 1 : right.first]] in (["and"], ["&"])
    if not joined or name.head != last or name.dep not in ("compound", "amod"):
        return
    for index in range(right.first, last):
        if tree[index].head == left.head:
            tree[index] = msgspec.structs.replace(tree[index], head=last, dep="compound")
    _put_above(tree, left.head, last)
    _hang(tree, last, left.head, "conj")


def _part_place(tree: list[Token], one: tuple[Mention, int, int], other: tuple[Mention, int, int]) -> None:
    """ "received in Oslo Peruvian Minister Rao": the preposition is the place's, and whom one receives is no place."""
    place, first, last = one
    person, begin, end = other
    if place.place is None or person.form != "person" or begin != last + 1 or not first:
        return
    case, head = tree[first - 1], _top(tree, begin, end)
    verb = tree[head].head
    if case.pos != "ADP" or tree[first].head != head or case.head != head or tree[verb].pos != "VERB":
        return
    tree[first - 1] = msgspec.structs.replace(case, head=first)
    tree[first] = msgspec.structs.replace(tree[first], head=verb, dep="obl")
    tree[head] = msgspec.structs.replace(tree[head], dep="obj")


def _placed(tokens: Sequence[Token], mentions: Sequence[Mention]) -> Iterator[tuple[Mention, int, int]]:
    """Each mention with its first and last token."""
    at = 0
    for mention in mentions:
        while at < len(tokens) and tokens[at].end <= mention.span.start:
            at += 1
        last = at
        while last + 1 < len(tokens) and tokens[last + 1].start < mention.span.end:
            last += 1
        if at < len(tokens) and tokens[at].start < mention.span.end:
            yield mention, at, last


def _top(tree: Sequence[Token], first: int, last: int) -> int:
    """Of the tokens that hang on what is outside, or on nothing, the first that is an argument, else the first."""
    inside = range(first, last + 1)
    tops = [i for i in inside if tree[i].head not in inside or tree[i].head == i]
    free = [i for i in tops if tree[i].dep not in ("case", "det", "punct", "cc", "mark")] or tops or [first]
    return next((i for i in free if tree[i].dep in _ARGUMENTS), free[0])


def _addressed(tree: Sequence[Token], first: int) -> int:
    """The first word of how a person is addressed before his name: "His Highness Sheikh Rao"."""
    start = first
    while start and tree[start - 1].text in _STYLES:
        start -= 1
    return first if start == first or tree[first - 1].text in _OWNERS else start


def _one_node(tree: list[Token], first: int, last: int) -> _Phrase:
    """Gives the words of a phrase one head; what hung on any of them from outside hangs on it."""
    head = _top(tree, first, last)
    while first and tree[head].dep == "flat" and tree[head].head == first - 1:  # "Mr Rao": the title heads the name
        first, head = first - 1, first - 1
    inside = range(first, last + 1)
    verb = _verb_above(tree, head)
    for index, token in enumerate(tree):
        if index == head:
            continue
        if index in inside:
            if token.head not in inside or token.head == index:
                _hang(tree, index, head, "flat" if index > head else "compound")
        elif token.head in inside and _placing(tree, index, last) and verb is not None:
            _hang(tree, index, verb, "obl")
        elif token.head in inside and token.head != head:
            _hang(tree, index, head, token.dep)
    return _Phrase(_with_adjectives(tree, first, last), last, head)


def _with_adjectives(tree: Sequence[Token], first: int, last: int) -> int:
    """The first of the capitalised words that modify a phrase from before it: "Kenyan Permanent Deputy Minister"."""
    while first and tree[first - 1].text[0].isupper() and tree[first - 1].dep in ("amod", "compound"):
        if not first <= tree[first - 1].head <= last:
            break
        first -= 1
    return first


def _placing(tree: Sequence[Token], index: int, last: int) -> bool:
    """ "met with Director Rao in Oslo": a place or a day behind a name is the clause's."""
    cases = [t for t in tree[last + 1 : index] if t.head == index and t.dep == "case"] if index > last else []
    return bool(cases) and cases[0].text.lower() in _PLACING and tree[index].dep in ("nmod", "obl")


def _verb_above(tree: Sequence[Token], index: int) -> int | None:
    """The nearest verb above a token."""
    above = tree[index].head
    for _ in tree:
        if tree[above].pos in ("VERB", "AUX"):
            return above
        if tree[above].head == above:
            return None
        above = tree[above].head
    return None


def _rows(tree: Sequence[Token], phrases: Sequence[_Phrase]) -> Iterator[list[_Phrase]]:
    """Phrases that follow each other with nothing but commas and "and" between."""
    row: list[_Phrase] = []
    for phrase in phrases:
        between = [t.text.lower() for t in tree[row[-1].last + 1 : phrase.first]] if row else []
        opens = between == [","] and _finite_behind(tree, phrase.last) is not None  # "With Rao and Silva, Kim left"
        if row and between and set(between) <= _LINKS and len(between) <= 2 and not opens:
            row.append(phrase)
            continue
        if row:
            yield row
        row = [phrase]
    if row:
        yield row


def _coordinate(tree: list[Token], row: Sequence[_Phrase]) -> None:
    """All of a row hang on its first, but for a last one that begins a clause of its own."""
    first = row[0]
    joined = any(t.text.lower() in ("and", "&") for t in tree[first.last + 1 : row[-1].first])
    for phrase in row[1:]:
        verb = _finite_behind(tree, phrase.last)
        governor = tree[first.head].head
        own_clause = verb is not None and tree[first.head].dep in ("obj", "obl", "nmod") and governor < first.first
        if joined and not own_clause:
            _put_above(tree, first.head, phrase.head)
            _hang(tree, phrase.head, first.head, "conj")


def _put_above(tree: list[Token], first: int, later: int) -> None:
    """Of "Prince Rao and Minister Silva met" the parser may hang the first on the second, whose place it takes."""
    if not lies_under(tree, first, later):
        return
    above, dep = tree[later].head, tree[later].dep
    tree[first] = msgspec.structs.replace(tree[first], head=first if above == later else above, dep=dep)


def _lacks_subject(tree: Sequence[Token], row: Sequence[_Phrase]) -> bool:
    """ "Under a deal signed in Lima, Peru and Chile will …": the parser coordinates both with what stands before."""
    verb = _finite_behind(tree, row[-1].last)
    comma = row[0].first > 0 and tree[row[0].first - 1].text == ","
    return comma and verb is not None and not any(t.head == verb and t.dep in _SUBJECTS for t in tree)


def _make_subject(tree: list[Token], row: Sequence[_Phrase]) -> None:
    """A row right before a finite verb that has no other subject is its subject."""
    head, verb = row[0].head, _finite_behind(tree, row[-1].last)
    before = tree[row[0].first - 1] if row[0].first else None
    if verb is None or (before is not None and before.pos == "ADP") or tree[verb].dep in ("acl", "xcomp"):
        return
    for index, token in enumerate(tree):
        if token.head == verb and token.dep in _SUBJECTS and _is_cased(tree, index):
            tree[index] = msgspec.structs.replace(token, dep="obl")  # "With Rao, Silva left": Rao is no subject
    taken = [i for i, t in enumerate(tree) if t.head == verb and t.dep in _SUBJECTS and i != head]
    if taken or (tree[head].head == verb and tree[head].dep in _SUBJECTS):
        return
    if _is_cased(tree, head):
        return
    if lies_under(tree, verb, head):
        above, dep = tree[head].head, tree[head].dep
        tree[verb] = msgspec.structs.replace(tree[verb], head=verb if above == head else above, dep=dep)
    passive = any(t.head == verb and t.dep == "aux:pass" for t in tree)
    tree[head] = msgspec.structs.replace(tree[head], head=verb, dep="nsubj:pass" if passive else "nsubj")


def _raise_gerund(tree: list[Token], state: _Phrase) -> None:
    """ "on the sidelines of visiting Kenya": a gerund between a preposition and a state has it as its object."""
    gerund = state.first - 1
    if gerund < 1 or tree[gerund].tag != "VBG" or tree[gerund].head != state.head or tree[gerund].dep != "amod":
        return
    word, name = tree[gerund - 1], tree[state.head]
    if word.head != state.head or word.dep not in ("case", "mark"):
        return
    tree[gerund] = msgspec.structs.replace(tree[gerund], head=name.head, dep="acl")
    tree[gerund - 1] = msgspec.structs.replace(word, head=gerund, dep="mark")
    tree[state.head] = msgspec.structs.replace(name, head=gerund, dep="obj")


def _is_cased(tree: Sequence[Token], index: int) -> bool:
    """Whether a preposition stands before a phrase."""
    return any(t.dep == "case" and t.head == index and t.pos == "ADP" for t in tree[:index])


def _finite_behind(tree: Sequence[Token], last: int) -> int | None:
    """The verb of the finite verb group that begins right behind a phrase."""
    word = tree[last + 1] if last + 1 < len(tree) else None
    if word is None or not (word.tag in _FINITE or (word.tag == "VBN" and word.dep == "root")):
        return None
    return word.head if word.dep in ("aux", "aux:pass", "cop") else last + 1


def _between(tree: Sequence[Token], one: _Phrase, other: _Phrase) -> bool:
    """ "between Kenya and the United States": the second is coordinated to the first, wherever the parser put it."""
    words = [t.text.lower() for t in tree[one.last + 1 : other.first]]
    opening = [t.text.lower() for t in tree[max(0, one.first - 2) : one.first]]
    apart = tree[other.head].head != one.head and not lies_under(tree, one.head, other.head)
    return words in (["and"], ["and", "the"]) and "between" in opening and apart


def _hang(tree: list[Token], index: int, head: int, dep: str) -> None:
    """Hangs a token on another, unless that closes a circle."""
    if index != head and not lies_under(tree, head, index):
        tree[index] = msgspec.structs.replace(tree[index], head=head, dep=dep)
