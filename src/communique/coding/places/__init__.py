"""Where it is: the place that a clause names (``_where``), also at something else than its verb (``_beside``).

``_capitals`` says of which country "the capital" is, ``_line_places`` what stands at the head of a line of a diary.
"""

from __future__ import annotations

from communique.coding.places._capitals import in_its_capital
from communique.coding.places._line_places import LinePlaces
from communique.coding.places._where import correspondent_place, dateline_place, pointed_at, seat, standing_at, where

__all__ = [
    "LinePlaces",
    "correspondent_place",
    "dateline_place",
    "in_its_capital",
    "pointed_at",
    "seat",
    "standing_at",
    "where",
]
