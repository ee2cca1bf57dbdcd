"""Where a sentence tells of an event: the verbs and nouns of the codebook (``_triggers``).

Some tell it with another word: a verb with its object (``_acts``), a noun made of a verb (``_deeds``), an accord with
its year (``_accords``).
"""

from __future__ import annotations

from communique.coding.triggers._accords import ending
from communique.coding.triggers._acts import act_slots, things
from communique.coding.triggers._deeds import announcer, deed_doers, is_noun
from communique.coding.triggers._triggers import (
    BY_PHONE,
    IN_PASSING,
    Trigger,
    codes,
    in_channel,
    kind_named,
    recoded,
    triggers,
)

__all__ = [
    "BY_PHONE",
    "IN_PASSING",
    "Trigger",
    "act_slots",
    "announcer",
    "codes",
    "deed_doers",
    "ending",
    "in_channel",
    "is_noun",
    "kind_named",
    "recoded",
    "things",
    "triggers",
]
