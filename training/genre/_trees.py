"""The tree of a name, built by rule as UD English EWT has it.

Adjectives are ``amod``, nouns ``compound``, what follows a preposition ``nmod``; the words of a person's name
are ``flat``. Which words are adjectives and which pairs belong together is said in ``bracketing.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

import msgspec

from communique.codebook import countries
from communique.parsing._pieces import pieces
from training.genre._token import DASHES, Filler, Token, changed
from training.genre._words import read_yaml

__all__ = ["PREPOSITIONS", "flat_tree", "forms_of", "is_adjective", "labelled", "name_tree", "takes_article"]

PREPOSITIONS = frozenset({"of", "for", "on", "in", "to", "without", "against", "at", "with", "from"})


class _Bracketing(msgspec.Struct, frozen=True):
    adjectives: frozenset[str]
    pairs: frozenset[str]
    foreign: frozenset[str]
    article: frozenset[str]
    plurals: frozenset[str]


@cache
def _bracketing() -> _Bracketing:
    given = msgspec.convert(read_yaml("bracketing"), _Bracketing)
    demonyms = {name.split()[-1] for country in countries() for name in country.adjectives}
    names = {word for country in countries() for word in country.name.split()} | {"US", "UK", "U.S."}
    return msgspec.structs.replace(given, adjectives=given.adjectives | (demonyms - names))


def forms_of(text: str) -> tuple[list[str], list[bool]]:
    """The words of a name in pieces, and after which of them a space stands."""
    forms: list[str] = []
    spaces: list[bool] = []
    for word in text.split():
        parts = [part for piece in pieces(word) for part in _clitic(piece)]
        forms += parts
        spaces += [False] * (len(parts) - 1) + [True]
    return forms, spaces


def _clitic(word: str) -> Sequence[str]:
    """``People's`` → ``People``, ``'s``."""
    if word.endswith(("'s", "s'")) and len(word) > 3:
        cut = -1 if word.endswith("s'") else -2
        return (word[:cut], word[cut:])
    return (word,)


def name_tree(text: str, label: str | None, proper: bool = True) -> Filler:
    """The tree of an organisation's, a place's or an office's name. ``label`` is PER, ORG, LOC, NORP or None.

    Left to right: an article, premodifiers, a head; then prepositions with the same inside.
    """
    forms, spaces = forms_of(text)
    if any(form in _bracketing().foreign for form in forms[1:]) and proper:
        return _foreign(text, label)
    tree = _Growing(forms, proper, places=label in ("LOC", "NORP"))
    tree.grow()
    tokens = tuple(
        Token(form, _lemma(form, tree.xpos[i]), tree.upos[i], tree.xpos[i], tree.heads[i], tree.deps[i], spaces[i])
        for i, form in enumerate(forms)
    )
    return labelled(tokens, label)


def _foreign(text: str, label: str | None) -> Filler:
    """A flat name, with its article before it."""
    flat = flat_tree(text.removeprefix("the "), label)
    if not text.startswith("the "):
        return flat
    article = Token("the", "the", "DET", "DT", 1, "det")
    return (article, *(changed(token, head=token.head + 1 if token.head >= 0 else -1) for token in flat))


def _lemma(form: str, xpos: str) -> str:
    if xpos in ("NNPS", "NNS"):
        singular = form.removesuffix("ies") + "y" if form.endswith("ies") else form.removesuffix("s")
        return singular if xpos == "NNPS" else singular.lower()
    if xpos == "POS":
        return "'s"
    return form if xpos in ("NNP", "FW") else form.lower()


def labelled(tokens: Filler, label: str | None) -> Filler:
    """The name's tags, from the first word that is not an article."""
    if label is None:
        return tokens
    start = 1 if tokens[0].form.lower() == "the" and len(tokens) > 1 else 0
    tags = ["O"] * start + [f"B-{label}"] + [f"I-{label}"] * (len(tokens) - start - 1)
    return tuple(changed(token, name=tag) for token, tag in zip(tokens, tags, strict=True))


class _Growing:
    """A name's tree while it grows; a column a list, as long as the words."""

    def __init__(self, forms: Sequence[str], proper: bool, places: bool) -> None:
        self.forms = forms
        self.proper = proper
        self.places = places
        self.upos, self.xpos, self.deps = ([""] * len(forms) for _ in range(3))
        self.heads = [-1] * len(forms)

    def grow(self) -> None:
        """Every word gets its tags and its governor."""
        previous = -1
        for number, part in enumerate(self._parts()):
            # "Food and Agriculture Organization", but "Ministry of Trade and Industry", "Antigua and Barbuda"
            nominals = (number or self.places) and not self._joins_adjectives(part)
            top = self._nominals(part) if nominals else self._nominal(part)
            self._hang(top, previous, "root" if previous < 0 else "nmod")
            previous = top

    def _parts(self) -> Iterator[list[int]]:
        """The stretches between prepositions, each with the preposition that opens it."""
        part: list[int] = []
        for index, form in enumerate(self.forms):
            if form.lower() in PREPOSITIONS and part:
                yield part
                part = []
            part.append(index)
        yield part

    def _joins_adjectives(self, part: Sequence[int]) -> bool:
        """ "Latin American and Caribbean States"."""
        return any(self.forms[i] == "and" and self.forms[i - 1] in _bracketing().adjectives for i in part)

    def _nominals(self, part: Sequence[int]) -> int:
        """A coordination; its first member governs."""
        cuts = [index for index in part if self.forms[index] in ("and", ",", "&")]
        members = [[i for i in part if low < i < high] for low, high in zip([-1, *cuts], [*cuts, 10**6], strict=True)]
        tops = [self._nominal(member) if member else -1 for member in members]
        for cut, top in zip(cuts, tops[1:], strict=True):
            governor = top if top >= 0 else next(t for t in tops[tops.index(top) :] if t >= 0)
            self._word(cut, governor)
            if top >= 0:
                self._hang(top, tops[0], "conj")
        return tops[0]

    def _nominal(self, part: Sequence[int]) -> int:
        """A head with what stands before it."""
        content = [index for index in part if self._is_content(index)]
        head = content[-1]
        if self.forms[head] in ("General", "general") and len(content) > 1:
            head = content[-2]  # "Attorney General" in EWT
        self._tag_noun(head)
        for index in part:
            if index != head:
                self._word(index, self._governor(index, head, part))
        return head

    def _is_content(self, index: int) -> bool:
        form = self.forms[index]
        return form not in DASHES and form.lower() not in _CLOSED

    def _governor(self, index: int, head: int, part: Sequence[int]) -> int:
        """What a word before the head hangs on: mostly the head, but the next word in pairs and over hyphens."""
        following = self.forms[index + 1] if index + 1 < len(self.forms) else ""
        if self.forms[index] in ("'s", "'"):
            return index - 1
        if following in DASHES and index + 2 in part:
            return index + 2
        if self.forms[index] in DASHES:
            return index + 1 if index + 1 in part and index < head else head
        if self.forms[index] in ("and", "&"):
            return index + 1
        if self.forms[index - 1] in ("and", "&") and index > 1 and index - 2 in part:
            return index - 2  # conj
        if f"{self.forms[index]} {following}".title() in _bracketing().pairs and index + 1 in part:
            return index + 1
        return head

    def _word(self, index: int, governor: int) -> None:
        """Tag a word that does not govern, and hang it up."""
        form = self.forms[index]
        closed = _CLOSED.get(form.lower())
        if closed is not None:
            self.upos[index], self.xpos[index] = closed[:2]
            self._hang(index, governor, closed[2])
            return
        self._tag_premodifier(index)
        self._hang(index, governor, self._relation(index, governor))

    def _relation(self, index: int, governor: int) -> str:
        if governor < index and index > 0 and self.forms[index - 1] in ("and", "&"):
            return "conj"
        if index + 1 < len(self.forms) and self.forms[index + 1] in ("'s", "'"):
            return "nmod:poss"
        return "amod" if self.upos[index] == "ADJ" else "compound"

    def _tag_premodifier(self, index: int) -> None:
        form = self.forms[index]
        if form[0].upper() + form[1:] in _bracketing().adjectives:
            self.upos[index], self.xpos[index] = "ADJ", "NNP" if self.proper and form[0].isupper() else "JJ"
        else:
            self._tag_noun(index)

    def _tag_noun(self, index: int) -> None:
        form = self.forms[index]
        plural = self._is_plural(form)
        if self.proper and not form.islower():
            self.upos[index], self.xpos[index] = "PROPN", "NNPS" if plural else "NNP"
        else:
            self.upos[index], self.xpos[index] = "NOUN", "NNS" if plural else "NN"

    def _is_plural(self, form: str) -> bool:
        """Algiers and Reuters are not."""
        if self.places or len(self.forms) == 1:
            return form in _bracketing().plurals
        return (len(form) > 4 and form.endswith("s") and form[-2] not in "suiao") or form in _bracketing().plurals

    def _hang(self, index: int, governor: int, dep: str) -> None:
        self.heads[index], self.deps[index] = governor, dep


_CLOSED: Mapping[str, tuple[str, str, str]] = MappingProxyType({
    "the": ("DET", "DT", "det"), "and": ("CCONJ", "CC", "cc"), "&": ("CCONJ", "CC", "cc"),
    ",": ("PUNCT", ",", "punct"), "-": ("PUNCT", "HYPH", "punct"), "–": ("PUNCT", "HYPH", "punct"),
    "'s": ("PART", "POS", "case"), "'": ("PART", "POS", "case"),
    "inter": ("X", "AFX", "compound"), "trans": ("X", "AFX", "compound"), "non": ("X", "AFX", "compound"),
    "pan": ("X", "AFX", "compound"), "co": ("X", "AFX", "compound"),
    **dict.fromkeys(PREPOSITIONS, ("ADP", "IN", "case")),
})  # fmt: skip


def flat_tree(text: str, label: str | None) -> Filler:
    """A person's or a foreign name: the first word governs, the others are ``flat``, hyphens ``punct``."""
    forms, spaces = forms_of(text)
    tokens = tuple(
        Token(form, form, *_flat_tags(form), 0 if index else -1, _flat_dep(form, index), spaces[index])
        for index, form in enumerate(forms)
    )
    return labelled(tokens, label)


def _flat_tags(form: str) -> tuple[str, str]:
    if form == "'s":
        return "PART", "POS"
    return ("PUNCT", "HYPH") if form in DASHES else ("PROPN", "NNP")


def _flat_dep(form: str, index: int) -> str:
    if not index:
        return "root"
    if form == "'s":
        return "case"
    return "punct" if form in DASHES else "flat"


def is_adjective(word: str) -> bool:
    """Whether a word inside a name is an adjective ("National", "Kenyan")."""
    return word in _bracketing().adjectives


def takes_article(country: str) -> bool:
    """Whether "the" stands before a country's name for no reason that its words show ("the Gambia")."""
    return country in _bracketing().article
