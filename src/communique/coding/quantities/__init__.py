"""Figures: value, unit, what they are of, when, how they moved, on whose word (``_figures``).

``_numbers`` → ``_quantities`` (with ``_unit_words`` or what is counted) → ``_changes``, ``_measured_things`` and, by
the ``_clauses`` around them, ``_periods``.
"""

from __future__ import annotations

from communique.coding.quantities._figures import figures

__all__ = [
    "figures",
]
