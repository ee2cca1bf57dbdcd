"""One trigger → one draft of a claim (``_drafting``), and which drafts may be one happening (``_agreement``).

A trigger may tell of nothing (``_licences``, ``_beneath``), of another kind than its word (``_refining``) or of several
encounters (``_apart``); ``_open`` says which roles it leaves to the story, ``_voices`` who speaks to other states.
"""

from __future__ import annotations

from communique.coding.drafting._agreement import (
    TALKING,
    is_body,
    one_happening,
    refers,
    side,
    stands_alone,
    tells_of_many,
    tells_of_one,
)
from communique.coding.drafting._draft import Draft
from communique.coding.drafting._drafting import drafts
from communique.coding.drafting._topics import topics
from communique.coding.drafting._voices import speaks_abroad

__all__ = [
    "TALKING",
    "Draft",
    "drafts",
    "is_body",
    "one_happening",
    "refers",
    "side",
    "speaks_abroad",
    "stands_alone",
    "tells_of_many",
    "tells_of_one",
    "topics",
]
