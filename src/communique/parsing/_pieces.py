"""Between our tokens and the treebank's: "two-day" is one token to a reader and three to the parser.

UD English cuts hyphened words ("two - day", "U.S. - led"); dates, names and the codebook want them whole.
So tokens are cut before they are parsed and their pieces drawn together in the tree afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

__all__ = ["Cut", "cut", "pieces", "tops"]

# A hyphen or dash after a letter, figure or stop and before a letter: not in "F-16", "9-11" or "2024-04-09".
_HYPHEN = re.compile(r"(?<=[^\W_]|\.)([-–—])(?=[^\W\d_])")
_DASHES = ("-", "–", "—")


class Cut(msgspec.Struct, frozen=True):
    """A sentence's words in pieces: ``home[p]`` is the word that piece *p* is of, ``starts[w]`` its first piece."""

    pieces: tuple[str, ...]
    starts: tuple[int, ...]
    home: tuple[int, ...]

    def stretch(self, word: int) -> range:
        """The pieces of a word."""
        after = self.starts[word + 1] if word + 1 < len(self.starts) else len(self.pieces)
        return range(self.starts[word], after)


def cut(words: Sequence[str]) -> Cut:
    """All words of a sentence in pieces."""
    found: list[str] = []
    starts: list[int] = []
    home: list[int] = []
    for index, word in enumerate(words):
        parts = pieces(word)
        starts.append(len(found))
        found += parts
        home += [index] * len(parts)
    return Cut(tuple(found), tuple(starts), tuple(home))


def pieces(word: str) -> Sequence[str]:
    """The pieces of a word as UD English has them.

    >>> pieces("two-day"), pieces("F-16")
    (['two', '-', 'day'], ('F-16',))
    """
    if not any(dash in word for dash in _DASHES) or "://" in word:
        return (word,)
    return _HYPHEN.split(word) if _HYPHEN.search(word) else (word,)


def tops(cut: Cut, heads: Sequence[int]) -> list[int]:
    """For each word the piece that governs its others: the one nearest to the root, of several the first.

    Drawn together over such pieces a tree stays a tree, for on the way up every step comes nearer to the root.
    """
    if len(cut.starts) == len(cut.pieces):
        return list(range(len(heads)))
    depths = _depths(heads)
    return [min(cut.stretch(word), key=depths.__getitem__) for word in range(len(cut.starts))]


def _depths(heads: Sequence[int]) -> list[int]:
    """For each piece the steps up to the root; every edge is walked once."""
    depths = [0 if head == piece else -1 for piece, head in enumerate(heads)]
    for start in range(len(heads)):
        path = []
        piece = start
        while depths[piece] < 0:
            path.append(piece)
            piece = heads[piece]
        for above, passed in enumerate(reversed(path), start=depths[piece] + 1):
            depths[passed] = above
    return depths
