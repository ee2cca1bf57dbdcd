"""Where elements end that are left behind.

A page is given in pieces: each is a tag without its "<", and the text behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["Menus", "end_of"]

_TOLD = ("h1 ", "h1>", "time ", "time>")


def end_of(tag: str, pieces: Sequence[str], start: int) -> int:
    """The place of the tag that ends the element opened at ``start``, or the end."""
    opening, closing = _tags(tag)
    depth = 1
    for place in range(start + 1, len(pieces)):
        if pieces[place].startswith(closing):
            depth -= 1
            if not depth:
                return place
        elif pieces[place].startswith(opening):
            depth += 1
    return len(pieces)


class Menus:
    """The ends of a page's menus; those of menus in each other are found at one go, or they would take for ever."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._pieces = pieces
        self._ends: dict[int, int | None] = {}

    def end_of(self, tag: str, start: int) -> int | None:
        """Where the menu opened at ``start`` ends; null where it holds a headline or a moment, as some do."""
        if start not in self._ends:
            self._find(tag, start)
        return self._ends[start]

    def _find(self, tag: str, start: int) -> None:
        opening, closing = _tags(tag)
        opened, told = [start], -1
        for place in range(start + 1, len(self._pieces)):
            piece = self._pieces[place]
            if piece.startswith(closing):
                self._end(opened.pop(), place, told)
                if not opened:
                    return
            elif piece.startswith(opening):
                opened.append(place)
            elif piece.startswith(_TOLD):
                told = place
        for menu in opened:
            self._end(menu, len(self._pieces), told)

    def _end(self, start: int, end: int, told: int) -> None:
        self._ends[start] = None if told > start else end


def _tags(tag: str) -> tuple[tuple[str, str], str]:
    return (f"{tag} ", f"{tag}>"), f"/{tag}>"
