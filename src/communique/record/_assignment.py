"""Which event each group is: ids are kept where they can be, and minted where they must be."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

__all__ = ["assign", "mint"]

_ID_BYTES = 5
"""40 bits: eight characters; a clash is found and minted round."""


def assign(
    groups: Sequence[Sequence[str]],
    old: Mapping[str, str],
    taken: Callable[[str], bool],
) -> list[str]:
    """The event id of each group of claim labels.

    ``old`` tells the event of claims that had one; ``taken`` whether an id is in use. An event goes on
    as the group that holds most of its claims; groups left without one get an id of their founding
    claim, the first in order.
    """
    ids = _inherit(groups, old)
    given = set(ids.values())
    for number, group in enumerate(groups):
        if number not in ids:
            ids[number] = mint(min(group), lambda minted: minted in given or taken(minted))
            given.add(ids[number])
    return [ids[number] for number in range(len(groups))]


def _inherit(groups: Sequence[Sequence[str]], old: Mapping[str, str]) -> dict[int, str]:
    wishes = [
        (-count, min(group), event, number)
        for number, group in enumerate(groups)
        for event, count in Counter(old[label] for label in group if label in old).items()
    ]
    kept: dict[int, str] = {}
    given: set[str] = set()
    for _, _, event, number in sorted(wishes):
        if number not in kept and event not in given:
            kept[number] = event
            given.add(event)
    return kept


def mint(founder: str, taken: Callable[[str], bool]) -> str:
    """An id made of the founding claim's; another one while it is in use."""
    attempt = 0
    while True:
        seed = founder if not attempt else f"{founder} {attempt}"
        digest = hashlib.blake2b(seed.encode(), digest_size=_ID_BYTES).digest()
        minted = "e" + base64.b32encode(digest).decode().lower()
        if not taken(minted):
            return minted
        attempt += 1
