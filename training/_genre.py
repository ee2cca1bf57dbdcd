"""Own-worded templates of diplomatic news → sentences with tags, trees and names, all right by construction.

``genre/*.conllu`` holds templates and fragments in CoNLL-U, in the scheme of UD English EWT. A token such as
``{PERSON:1}`` is a slot; what fills it comes with a small tree of its own, whose root takes the slot's place.
A fragment (``# slot = OFFICIAL``) is a filler with slots of its own. The figure after the colon is the party:
``{PERSON:1}`` and ``{CAPITAL:1}`` are of one country, ``{PERSON:1b}`` is another person of it.

Countries, cities, persons, offices and organisations come from the codebook; persons also from names of one
country put together anew, and from the lists in ``genre/*.yaml``. The tree of a name is built by rule
(``genre/bracketing.yaml``), as EWT has such names: adjectives ``amod``, nouns ``compound``, what follows a
preposition ``nmod``, persons' names ``flat``.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

import msgspec

from training._annotated import Annotated, Tree
from training.genre._cast import Cast
from training.genre._fillers import MAKERS, SHORT_MONTHS
from training.genre._token import DASHES, Filler, Token, changed, root_of
from training.genre._words import ABBREVIATION, FOLDER

__all__ = ["Template", "sentences", "templates"]

_SLOT = re.compile(r"^\{([A-Z_]+)(?::(\w+))?\}$")

_CAPITALS_SHARE = 0.08  # of headlines


class Template(msgspec.Struct, frozen=True):
    """A sentence with slots, or, where ``slot`` says which, something to fill one."""

    id: str
    tokens: tuple[Token, ...]
    slot: str | None = None


def sentences(count: int, seed: int) -> Iterator[Annotated]:
    """``count`` sentences, every template as often as every other; the same for the same seed."""
    chance = random.Random(seed)
    frames = [template for template in templates() if template.slot is None]
    for number in range(count):
        if number % len(frames) == 0:
            chance.shuffle(frames)
        yield _annotated(_expanded(frames[number % len(frames)], chance))


def _annotated(tokens: Sequence[Token]) -> Annotated:
    return Annotated(
        words=tuple(token.form for token in tokens),
        tree=Tree(
            upos=tuple(token.upos for token in tokens),
            xpos=tuple(token.xpos for token in tokens),
            heads=tuple(index if token.head < 0 else token.head for index, token in enumerate(tokens)),
            deps=tuple(token.dep for token in tokens),
            lemmas=tuple(token.lemma for token in tokens),
        ),
        names=tuple(token.name for token in tokens),
    )


def _expanded(template: Template, chance: random.Random) -> Filler:
    """A sentence of a template: filled, then with the small things that fillers change put right."""
    tokens = _filled(template.tokens, Cast(chance), "0")
    tokens = _opened(_agreeing(tokens, chance))
    if template.id.startswith("headlines") and chance.random() < _CAPITALS_SHARE:
        tokens = tuple(changed(token, form=token.form.upper()) for token in tokens)
    return tokens


@cache
def templates() -> tuple[Template, ...]:
    """All templates and fragments, in order of their files."""
    return tuple(t for path in sorted(FOLDER.glob("*.conllu")) for t in _read(path))


@cache
def _fragments() -> Mapping[str, tuple[Template, ...]]:
    """Slot → the fragments that may fill it."""
    found: dict[str, list[Template]] = defaultdict(list)
    for template in templates():
        if template.slot is not None:
            found[template.slot].append(template)
    return MappingProxyType({slot: tuple(fragments) for slot, fragments in found.items()})


def _read(path: Path) -> Iterator[Template]:
    lines = path.read_text(encoding="utf-8").splitlines()
    for filled, block in groupby(lines, key=bool):
        if filled:
            yield _template(list(block))


def _template(lines: Sequence[str]) -> Template:
    notes = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# "))
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return Template(notes["sent_id"], tuple(map(_token, rows)), notes.get("slot"))


def _token(row: Sequence[str]) -> Token:
    misc = dict(note.split("=", 1) for note in row[9].split("|") if "=" in note)
    name = misc.get("Name", "O")
    return Token(row[1], row[2], row[3], row[4], int(row[6]) - 1, row[7], misc.get("SpaceAfter") != "No", name)


def _filled(tokens: Sequence[Token], cast: Cast, party: str) -> Filler:
    """The tokens with all slots filled; slots without a party of their own are of ``party``."""
    fillers = [_filler(tokens, index, cast, party) for index in range(len(tokens))]
    return _spliced(tokens, fillers)


def _filler(tokens: Sequence[Token], index: int, cast: Cast, party: str) -> Filler:
    token = tokens[index]
    slot = _SLOT.match(token.form)
    if slot is None:
        return (changed(token, head=-1, dep="root"),)
    kind, key = slot[1], slot[2] or (cast.stranger() if party == "0" else party)
    if kind not in _fragments():
        return MAKERS[kind](cast, key)
    closed = token.dep.startswith("nsubj") and _goes_on(tokens, index)
    choice = [f for f in _fragments()[kind] if closed or f.tokens[-1].form != ","]
    return _filled(cast.choice(choice).tokens, cast, key)


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    """Whether a verb or the like comes next, so that an apposition between commas may stand before it."""
    return index + 1 < len(tokens) and tokens[index + 1].upos in ("VERB", "AUX", "ADV")


def _spliced(tokens: Sequence[Token], fillers: Sequence[Filler]) -> Filler:
    starts = [sum(map(len, fillers[:index])) for index in range(len(fillers))]
    tops = [start + root_of(filler) for start, filler in zip(starts, fillers, strict=True)]
    found: list[Token] = []
    for slot, filler, start in zip(tokens, fillers, starts, strict=True):
        governor = tops[slot.head] if slot.head >= 0 else -1
        flat = slot.dep == "flat" and governor >= 0
        found += (_placed(token, slot, governor, start, flat, root_of(filler)) for token in filler)
        found[-1] = changed(found[-1], space=slot.space)
    return tuple(found)


def _placed(token: Token, slot: Token, governor: int, start: int, flat: bool, root: int) -> Token:
    """A filler's token in the sentence. Of a name that goes on a title (``flat``) all words hang on the title."""
    if token.head < 0:
        return changed(token, head=governor, dep=_dep(token.dep, slot.dep))
    if flat and token.head == root:
        return changed(token, head=governor)
    return changed(token, head=start + token.head)


def _dep(own: str, slot: str) -> str:
    """A filler may say that it is a noun where an adjective stood ("US" for "American")."""
    return own if own == "compound" and slot == "amod" else slot


def _agreeing(tokens: Sequence[Token], chance: random.Random) -> Filler:
    found = list(tokens)
    for index, token in enumerate(tokens[1:], 1):
        before = tokens[index - 1]
        if before.form.lower() in ("a", "an") and before.upos == "DET":
            found[index - 1] = changed(before, form=_article(before.form, token.form))
        if token.xpos == "POS" and before.form.endswith("s"):
            bare = before.xpos in ("NNS", "NNPS") or chance.random() < 0.5
            found[index] = changed(token, form="'" if bare else "'s")
        found[index] = _month(found[index], tokens[index + 1].form if index + 1 < len(tokens) else "")
        if token.xpos == "POS" or (token.form in DASHES and token.xpos == "HYPH"):
            found[index - 1] = changed(found[index - 1], space=False)
    return tuple(found)


def _month(token: Token, following: str) -> Token:
    """Abbreviated before a day alone: "on Feb. 5", but "in February"."""
    if token.form in SHORT_MONTHS and not (following.isdigit() and len(following) < 3):
        full = SHORT_MONTHS[token.form]
        return changed(token, form=full, lemma=full)
    return token


def _article(form: str, following: str) -> str:
    """``a`` or ``an``, by the letter that follows and, of an abbreviation, by how it is read out.

    >>> _article("a", "Iranian"), _article("an", "EU"), _article("a", "US"), _article("A", "NRCC")
    ('an', 'an', 'a', 'An')
    """
    first = following[0]
    if ABBREVIATION.match(following):
        vowel = first in "AEFHILMNORSX"
    else:
        vowel = first.lower() in "aeioáéíóöå" or following.lower().startswith(("un", "ul", "um", "up"))
        vowel = (vowel and not following.lower().startswith(("eu", "uni", "one"))) or following.startswith("hono")
    stem = form[0]
    return f"{stem}n" if vowel else stem


def _opened(tokens: Filler) -> Filler:
    """With a capital at the start."""
    index = 1 if tokens[0].xpos == "``" else 0
    form = tokens[index].form
    return (*tokens[:index], changed(tokens[index], form=form[0].upper() + form[1:]), *tokens[index + 1 :])
