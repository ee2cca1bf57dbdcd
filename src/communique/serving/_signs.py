"""How an event stands, at a glance."""

from __future__ import annotations

from communique.types import Status

__all__ = ["sign"]

_SIGNS: dict[Status, str] = {
    "happened": "●", "ongoing": "◐", "planned": "○", "hypothetical": "◌",
    "cancelled": "×", "postponed": "↷", "denied": "⊘",
}  # fmt: skip


def sign(status: Status) -> str:
    """One character for each status, as on a page."""
    return _SIGNS[status]
