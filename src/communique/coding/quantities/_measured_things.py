"""What a figure counts or measures, in words of the text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from communique.codebook import units
from communique.coding.quantities._counting import FUNCTION_WORDS, FURTHER
from communique.coding.quantities._phrases import phrase_behind, phrase_up_to
from communique.coding.quantities._quantities import Quantity
from communique.coding.tree import Tree
from communique.parsing import Token

__all__ = ["thing"]

_BEING = frozenset("have has had been be were was are is being also still already since all now".split())
_SKIPPED = _BEING | frozenset(
    "will would could may might can to by at only just about some nearly expected estimated for from out up "
    "down as of and , not".split()
)
_TOPS = frozenset({"record", "high", "low", "peak", "total", "sum", "level", "maximum", "minimum"})
"""Words for how far something went, not for what did: "grew to a record of $5 million"."""
_BRINGING = frozenset(
    "bring brings brought bringing double doubles triple triples halve halves lowering push pushed take".split()
)
_DETERMINERS = frozenset("the a an its their his her".split())
_REACH = 9
_SHORTEST = 3  # words before a figure to which something is raised
_LONGEST = 14
_IN = ("in", "for", "towards", "toward", "into", "on")
_BREAKS = frozenset(
    {";", ":", "(", ")", "—", "–", "that", "which", "who", "while", "but", "where", "when", "though", "said"}
)


def thing(
    text: str,
    tokens: Sequence[Token],
    at: tuple[int, int],
    quantity: Quantity,
    stops: frozenset[int],
    tree: Tree | None,
) -> str | None:
    """What ``quantity``, whose first word is ``at[0]`` and behind which ``at[1]`` stands, is of; null where untold."""
    found = (
        _counted(tokens, at, quantity, stops) if quantity.kind == "count" else _measured(tokens, at, quantity, stops)
    )
    if found is None and tree is not None:
        return _subject(text, tree, quantity)
    return found if isinstance(found, str) else _words(text, tokens, found)


def _words(text: str, tokens: Sequence[Token], found: tuple[int, int] | None) -> str | None:
    return " ".join(text[tokens[found[0]].start : tokens[found[1]].end].split()) if found is not None else None


def _counted(
    tokens: Sequence[Token], at: tuple[int, int], quantity: Quantity, stops: frozenset[int]
) -> tuple[int, int] | str | None:
    """The noun with what belongs to it; with "killed in the fighting" behind it where that is told of it."""
    if quantity.hyphened:
        return phrase_behind(tokens, at[1], stops, bare=True)
    first = next((i for i in range(at[0], at[1]) if tokens[i].start >= quantity.after), at[1])
    first += first < at[1] and tokens[first].text.lower() in FURTHER
    phrase = phrase_behind(tokens, first, stops) if quantity.noun is not None else None
    place = phrase[1] + 1 if phrase is not None else at[1]
    while place < len(tokens) and tokens[place].text.lower() in _BEING:
        place += 1
    suffered = place < len(tokens) and tokens[place].text.lower() in units().suffered
    told = phrase_behind(tokens, place, stops) if suffered else None
    if told is None and suffered:
        told = (place, place)
    if phrase is None:
        return told
    if told is None:
        return phrase
    return f"{_joined(tokens, phrase)} {_joined(tokens, told)}"


def _joined(tokens: Sequence[Token], found: tuple[int, int]) -> str:
    return " ".join(token.text for token in tokens[found[0] : found[1] + 1])


def _measured(
    tokens: Sequence[Token], at: tuple[int, int], quantity: Quantity, stops: frozenset[int]
) -> tuple[int, int] | None:
    first, behind = at
    lower = [t.text.lower() for t in tokens]
    following = lower[behind] if behind < len(tokens) else ""
    before = lower[first - 1] if first else ""
    if following == "of":
        return phrase_behind(tokens, behind + 1, stops, bare=True)
    owned = before == "of" and first > 1 and lower[first - 2] not in _TOPS
    if owned and (owner := phrase_up_to(tokens, first - 2, stops)) is not None:
        return owner
    if quantity.hyphened or (following and _is_modified(tokens, behind, before)):
        return phrase_behind(tokens, behind, stops, bare=True)
    if (moved := _moved_object(tokens, lower, first, stops)) is not None:
        return moved
    level = _level(lower, first)
    if level is not None and (subject := phrase_up_to(tokens, level - 1, stops)) is not None:
        return subject
    if following in _IN and behind not in stops and not quantity.time:
        return phrase_behind(tokens, behind + 1, stops, bare=True)
    return None


def _moved_object(
    tokens: Sequence[Token], lower: Sequence[str], first: int, stops: frozenset[int]
) -> tuple[int, int] | None:
    """What is brought to the figure: "to raise trade to $5 billion"."""
    if first < _SHORTEST or lower[first - 1] not in ("to", "from", "by"):
        return None
    phrase = phrase_up_to(tokens, first - 2, stops)
    if phrase is None:
        return None
    bringing = _moves() | _BRINGING
    before = phrase[0] - 1 - (lower[phrase[0] - 1] in _DETERMINERS)
    verbs = [place for place in range(max(0, before), phrase[1]) if lower[place] in bringing]
    return (verbs[-1] + 1, phrase[1]) if verbs else None


def _is_modified(tokens: Sequence[Token], behind: int, before: str) -> bool:
    """ "A $400 million package": a noun goes on from the figure."""
    token = tokens[behind]
    lower = token.text.lower()
    if lower in FUNCTION_WORDS or not token.text[0].isalpha() or lower in _moves():
        return False
    if token.tag:
        return token.tag.startswith(("NN", "JJ"))
    return before in ("a", "an", "the", "its", "their", "his", "her", "new")


def _level(lower: Sequence[str], first: int) -> int | None:
    """The first of the words between what is measured and its figure: "trade has risen by some"."""
    moved = _measuring()
    found = None
    for place in range(first - 1, max(-1, first - _REACH), -1):
        word = lower[place]
        if word in moved:
            found = place
        elif word in _BREAKS or (found is not None and word not in _SKIPPED and not word.endswith("ly")):
            break
    while found is not None and found and lower[found - 1] in _SKIPPED - {"of", "for", "from", ",", "and"}:
        found -= 1
    return found


@cache
def _moves() -> frozenset[str]:
    return units().changes["up"] | units().changes["down"]


@cache
def _measuring() -> frozenset[str]:
    """Verbs that a figure completes."""
    return units().levels | _moves()


def _subject(text: str, tree: Tree, quantity: Quantity) -> str | None:
    """The subject of the verb that a figure completes, where that verb is one of measuring."""
    index = next((i for i, t in enumerate(tree.tokens) if t.end > quantity.number), None)
    verb = tree.governing_verb(index) if index is not None else None
    if verb is None or tree.token(verb).text.lower() not in _measuring():
        return None
    subjects = tree.subject(verb)
    if not subjects or tree.token(subjects[0]).pos not in ("NOUN", "PROPN"):
        return None
    under = [i for i in range(len(tree.tokens)) if tree.lies_under(i, subjects[0]) and i < verb]
    if not under or len(under) > _LONGEST:
        return None
    return " ".join(text[tree.token(under[0]).start : tree.token(under[-1]).end].split())
