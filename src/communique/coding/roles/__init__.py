"""Who takes part, in which role, and on whose word it is told.

``_verb_slots`` and ``_noun_slots`` say where the roles stand, ``_mention_index`` who stands there, ``_binding`` puts
both together; the others add those whom a clause names beside its sides. ``_word`` reads the attribution.
"""

from __future__ import annotations

from communique.coding.roles._aides import role_of, signed_as
from communique.coding.roles._binding import Bound, bind
from communique.coding.roles._mention_index import MentionIndex, is_country
from communique.coding.roles._word import attribution

__all__ = [
    "Bound",
    "MentionIndex",
    "attribution",
    "bind",
    "is_country",
    "role_of",
    "signed_as",
]
