"""What people are reported to have said: speaker, words of saying, addressee and content (``_statements``).

A passage is a sentence in which each quotation is one word (``_quotations``, ``_passages``); in it ``_cues`` are looked
for, whose ``_speakers`` and ``_complements`` make a ``_report``. ``_clauses`` cuts what is said into clauses.
"""

from __future__ import annotations

from communique.coding.speech._clauses import Clause, clauses
from communique.coding.speech._selves import with_selves
from communique.coding.speech._statements import in_public, statements

__all__ = [
    "Clause",
    "clauses",
    "in_public",
    "statements",
    "with_selves",
]
