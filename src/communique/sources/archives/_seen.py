"""What was read of an archive already."""

from __future__ import annotations

__all__ = ["Seen"]

_MOST = 1_000_000


class Seen:
    """The last million of keys, so that an archive of any size is read in the same memory: about 100 MB at most."""

    def __init__(self) -> None:
        self._keys: dict[int, None] = {}

    def __contains__(self, key: object) -> bool:
        return hash(key) in self._keys

    def add(self, key: object) -> None:
        """Remembers ``key``, and forgets the oldest where there are too many."""
        self._keys[hash(key)] = None
        if len(self._keys) > _MOST:
            del self._keys[next(iter(self._keys))]
