"""What people are reported to have said: speaker, words of saying, addressee and content (``_statements``).

A passage is a sentence in which each quotation is one word (``_quotations``, ``_passages``); in it ``_cues`` are looked
for, whose ``_speakers`` and ``_complements`` make a ``_report``.
"""

from __future__ import annotations

from communique.coding.speech._statements import statements

__all__ = [
    "statements",
]
