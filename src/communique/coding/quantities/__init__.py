"""Figures: value, unit, what they are of, when, how they moved, on whose word (``_figures``).

``_numbers`` → ``_quantities`` (with what is counted or measured) → ``_measured_things``, ``_periods``, ``_changes``.
"""

from __future__ import annotations

from communique.coding.quantities._figures import figures

__all__ = [
    "figures",
]
