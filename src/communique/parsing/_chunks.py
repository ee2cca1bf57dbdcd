"""Tagged tokens → noun phrases, verb groups and the small words between them.

``[Russian Foreign Minister Lavrov] [will visit] [China] [on] [April 8] [and] [9]``: each chunk has a
head; inside a chunk the edges are already known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from communique.codebook.calendar import MONTHS, WEEKDAYS
from communique.parsing._lexicon import RELATIVES
from communique.parsing._records import Token

__all__ = ["Chunk", "ChunkKind", "chunks", "is_time"]

ChunkKind = Literal["np", "vg", "prep", "cc", "sub", "adv", "comma", "punct"]

_NOMINAL = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN"})
_TIME_NOUNS = frozenset(
    "today yesterday tomorrow tonight week month year day weekend morning afternoon evening night hour minute "
    "decade".split()
)
_PARTICLES = frozenset({"off", "up", "out", "down", "back", "away"})  # "call off talks" is no "off talks"
_DEICTIC = frozenset({"last", "next", "this", "early", "late", "earlier", "later", "mid", "that", "same"})
_FINITE = frozenset({"MD", "VBD", "VBZ", "VBP"})


class Chunk(msgspec.Struct, frozen=True):
    """Tokens ``start``–``end`` (half open) with their head; ``form`` of a verb group is its Penn tag's class."""

    kind: ChunkKind
    start: int
    end: int
    head: int
    form: Literal["", "finite", "infinitive", "gerund", "participle"] = ""
    passive: bool = False


def is_time(token: Token) -> bool:
    """Whether a word names a day, a month or a stretch of days."""
    lower = token.text.lower().rstrip(".")
    if token.pos == "PROPN" or token.text[0].isupper():
        return lower in WEEKDAYS or lower in MONTHS
    return token.lemma in _TIME_NOUNS or lower in _TIME_NOUNS or lower.endswith(("-year", "-week", "-day"))


def chunks(tokens: Sequence[Token]) -> Iterator[Chunk]:
    """The chunks of one tagged sentence, in order; together they cover every token."""
    position = 0
    while position < len(tokens):
        chunk = _chunk(tokens, position)
        yield chunk
        position = chunk.end


def _chunk(tokens: Sequence[Token], position: int) -> Chunk:
    token = tokens[position]
    if token.pos in ("AUX", "VERB") or (token.pos in ("PART", "ADV") and _verb_ahead(tokens, position)):
        return _verb_group(tokens, position)
    if token.pos == "PRON" or (token.text.lower() in RELATIVES and _is_relative(tokens, position)):
        kind: ChunkKind = "sub" if token.text.lower() in RELATIVES else "np"
        return Chunk(kind, position, position + 1, position)
    if token.pos in _NOMINAL:
        return _noun_phrase(tokens, position)
    if token.text.lower() in _PARTICLES and position and tokens[position - 1].pos == "VERB":
        return Chunk("adv", position, position + 1, position)
    single: dict[str, ChunkKind] = {"ADP": "prep", "CCONJ": "cc", "SCONJ": "sub", "ADV": "adv", "PART": "adv"}
    kind = single.get(token.pos, "comma" if token.text == "," else "punct")
    return Chunk(kind, position, position + 1, position)


def _is_relative(tokens: Sequence[Token], position: int) -> bool:
    """ "that" is a determiner before a singular noun, else it opens a clause."""
    if tokens[position].text.lower() != "that":
        return True
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    return following is None or following.pos not in ("NOUN",)


def _verb_ahead(tokens: Sequence[Token], position: int) -> bool:
    """Whether only adverbs and particles stand between here and a verb."""
    for token in tokens[position:]:
        if token.pos in ("AUX", "VERB"):
            return True
        if token.pos not in ("ADV", "PART"):
            return False
    return False


def _verb_group(tokens: Sequence[Token], start: int) -> Chunk:
    end = start
    head = start
    while end < len(tokens) and tokens[end].pos in ("AUX", "VERB", "ADV", "PART"):
        token = tokens[end]
        if token.text.lower() == "to" and any(t.pos in ("AUX", "VERB") for t in tokens[start:end]):
            break  # "is | to meet", but "never to meet" is one group
        if token.pos in ("AUX", "VERB"):
            head = end
        end += 1
        if token.pos == "VERB":
            break
    end = max(head + 1, start + 1)
    return Chunk("vg", start, end, head, _form(tokens, start, head), _passive(tokens, start, head))


def _form(tokens: Sequence[Token], start: int, head: int) -> Literal["finite", "infinitive", "gerund", "participle"]:
    if any(t.tag in _FINITE for t in tokens[start : head + 1]):
        return "finite"
    if tokens[start].text.lower() == "to" or tokens[head].tag == "VB":
        return "infinitive"
    return "gerund" if tokens[head].tag == "VBG" else "participle"


def _passive(tokens: Sequence[Token], start: int, head: int) -> bool:
    participle = tokens[head].tag in ("VBN", "VBD")
    return participle and any(t.lemma == "be" for t in tokens[start:head])


def _noun_phrase(tokens: Sequence[Token], start: int) -> Chunk:
    end = start
    noun = -1
    while end < len(tokens):
        token = tokens[end]
        if token.pos == "POSS" and noun >= 0:
            end, noun = end + 1, -1
            continue
        apart = noun >= 0 or _only_time(tokens[start:end])
        if token.pos not in _NOMINAL or (apart and _restarts(tokens, start, end)):
            break
        if token.pos in ("NOUN", "PROPN"):
            noun = end
        end += 1
    head = noun if noun >= 0 else end - 1
    return Chunk("np", start, _with_year(tokens, start, end), head)


def _with_year(tokens: Sequence[Token], start: int, end: int) -> int:
    """ "August 4, 2023," is one phrase with its commas."""
    if end + 1 < len(tokens) and tokens[end].text == "," and tokens[end - 1].pos == "NUM":
        year = tokens[end + 1].text
        if len(year) == 4 and year.isdigit() and _only_time(tokens[start:end]):
            closed = end + 2 < len(tokens) and tokens[end + 2].text == ","
            return end + 3 if closed else end + 2
    return end


def _restarts(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a new phrase begins at ``end`` though the word could go on with the old one."""
    token, before = tokens[end], tokens[end - 1]
    if token.pos == "DET":
        return True
    if token.pos == "NUM" and is_time(before) and before.text[0].islower():
        return True  # "last week | two ministers"
    if token.pos == "PROPN" and not is_time(token) and _only_time(tokens[start:end]):
        return True  # "in February 2004 | India and Pakistan …"
    if is_time(token) != is_time(before):
        return is_time(token) and not _names_follow(tokens, end)
    return token.text.lower() in _DEICTIC and before.pos in ("NOUN", "PROPN")


def _only_time(tokens: Sequence[Token]) -> bool:
    year = len(tokens) == 1 and len(tokens[0].text) == 4 and tokens[0].text.isdigit()
    return year or (any(is_time(t) for t in tokens) and all(is_time(t) or t.pos in ("NUM", "ADJ") for t in tokens))


def _names_follow(tokens: Sequence[Token], end: int) -> bool:
    """ "Monday talks", "the April summit": a time word that modifies the noun after it."""
    following = tokens[end + 1] if end + 1 < len(tokens) else None
    return following is not None and following.pos == "NOUN" and not is_time(following)
