"""Which act of the codebook a clause of what is said does, and whom it names as the one it is aimed at."""

from __future__ import annotations

from collections.abc import Sequence

from communique.codebook import SpokenAct
from communique.coding.speech import Clause
from communique.coding.story._cast import Cast
from communique.types import Participant

__all__ = ["aims"]

_HEADS = frozenset({"we", "i", "it", "he", "she", "they", "there"})
_OWNERS = frozenset({"our", "its", "his", "her", "their", "my"})
_FAR = 4  # words of a clause from which on a pronoun no longer heads it
_PREPOSITIONS = frozenset("against with on about to from of in for by over at like than".split())
_PLACING = frozenset({"in", "at", "near"})
_BEING = frozenset("is was are were be been being am 's ’s as constituted constitutes such become".split())
_FINITE = frozenset({"has", "have", "had", "is", "was", "are", "were", "will", "would"})
_NEGATIONS = frozenset({"not", "no", "never", "nor"})
_WISHED = frozenset({"to", "will", "would"})
_SEEN = (("to", "see"), ("to", "have"))
_FRAGMENT = 5  # words of a clause that may be a judgement by itself: "a historic mistake"
_NEAR = 2  # words


def aims(act: SpokenAct, clause: Clause, cast: Cast, *, crossed: bool) -> list[Participant] | None:
    """Whom a clause that does the act names as the one it is aimed at, maybe nobody; None where it does not do it.

    ``crossed`` says that somebody of another side was named before in what is said: "he" may be that one.
    """
    at = _mark(act, clause)
    if at is None or _is_void(act, clause, at):
        return None
    first, last = at
    before = cast.others(clause.start, clause.starts[first])
    behind = cast.others(clause.ends[last - 1], clause.end)
    if act.subject == "other":
        heads = [p for p in before if _heads(clause, p, first)]
        return heads if heads and not cast.own(clause.start, clause.starts[first]) else None
    if act.subject == "any":
        return None if cast.own(clause.start, clause.end) else [*_judged(clause, before), *_judged(clause, behind)]
    if before or (act.subject == "own" and not (clause.is_main and _is_own(clause, first, cast, crossed=crossed))):
        return None
    return behind if act.object is None else (_objects(clause, last, behind) or None)


def _mark(act: SpokenAct, clause: Clause) -> tuple[int, int] | None:
    """The first mark of an act: its first word, and the one behind its last."""
    for first, word in enumerate(clause.words):
        for phrase in act.phrases.get(word, ()):
            if clause.words[first : first + len(phrase)] == phrase:
                return first, first + len(phrase)
    return None


def _is_void(act: SpokenAct, clause: Clause, at: tuple[int, int]) -> bool:
    """Whether other words of the clause say that it does not do the act."""
    first, last = at
    words, behind = clause.words, clause.words[last : last + _NEAR]
    if not _NEGATIONS.isdisjoint(words[:first]) or not act.never.isdisjoint(words):
        return True
    if not act.unless.isdisjoint(behind) or (act.beside and act.beside.isdisjoint(words)):
        return True
    if act.then and act.then.isdisjoint(clause.words[last : last + _NEAR + 1]):
        return True
    return act.judging and not (_is_predicate(clause, first) or _is_fragment(clause, at))


def _is_predicate(clause: Clause, first: int) -> bool:
    """ "Is a grave mistake": few words before it stands what links it to its subject."""
    return not _BEING.isdisjoint(clause.words[max(0, first - _FAR) : first])


def _is_fragment(clause: Clause, at: tuple[int, int]) -> bool:
    """ "A grave mistake": what is no clause, and is quoted as a judgement."""
    first, last = at
    short = first <= _NEAR and len(clause.words) <= _FRAGMENT and clause.opening not in ("and", "or")
    phrase = clause.words[0] == "instead" or clause.words[0] in _PREPOSITIONS
    return short and not phrase and _FINITE.isdisjoint(clause.words[last:])


def _heads(clause: Clause, named: Participant, first: int) -> bool:
    """Whether somebody is the subject of what stands at ``first``: right before it, or at the head of the clause."""
    before = [word for word, end in zip(clause.words, clause.ends, strict=True) if end <= named.evidence.start]
    between = [s for s in clause.starts[:first] if s >= named.evidence.end]
    if len(before) <= _NEAR and _PREPOSITIONS.isdisjoint(before):
        return True
    return not between and _PREPOSITIONS.isdisjoint(before[-_NEAR:])


def _judged(clause: Clause, named: Sequence[Participant]) -> list[Participant]:
    """Those of whom something is said, not where it was: "the attacks in Peru"."""
    places = {start for word, start in zip(clause.words, clause.starts[1:], strict=False) if word in _PLACING}
    return [p for p in named if p.evidence.start not in places]


def _is_own(clause: Clause, first: int, cast: Cast, *, crossed: bool) -> bool:
    """Whether the speaker or his side is the subject of what stands at ``first``."""
    word = clause.words[0]
    if word in _HEADS or word in _OWNERS:
        return first <= (_NEAR if word in _HEADS else _FAR) and not (crossed and word not in ("we", "i", "there"))
    named = cast.own(clause.start, clause.starts[first])
    return any(sum(s >= m.span.end for s in clause.starts[:first]) <= _NEAR for m in named)


def _objects(clause: Clause, last: int, behind: Sequence[Participant]) -> list[Participant]:
    """Of whom something is wished: "hopes Peru will", "wants Peru to", "expects to see progress in Peru"."""
    if clause.words[last : last + 2] in _SEEN:
        return list(behind)
    wished = not _WISHED.isdisjoint(clause.words[last:])
    reach = clause.starts[min(last + 1, len(clause.words) - 1)]
    return [p for p in behind if wished and p.evidence.start <= reach]
