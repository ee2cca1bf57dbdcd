"""Everything that can go wrong on purpose.

CommuniqueError
├── InputError     one input could not be read; the run goes on and ends with exit code 1
├── UsageError     wrong use; exit code 2
└── RecordError    the record cannot be opened or written; exit code 3
"""

from __future__ import annotations

__all__ = ["CommuniqueError", "InputError", "RecordError", "UsageError"]


class CommuniqueError(Exception):
    """Base of all errors of this package; its text names the place and what to do."""

    exit_code = 1


class InputError(CommuniqueError):
    """An input, or a part of one, could not be read. ``place`` is ``file``, ``file:line`` or a URL."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place = place
        self.reason = reason


class UsageError(CommuniqueError):
    """The command or the call was wrong."""

    exit_code = 2


class RecordError(CommuniqueError):
    """The record cannot be opened, read or written."""

    exit_code = 3
