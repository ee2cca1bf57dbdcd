"""The language of a text, by its character statistics."""

from __future__ import annotations

__all__ = ["language_of"]

_FEWEST_CHARACTERS = 200  # below, headlines full of names are taken for other languages
_ENOUGH_CHARACTERS = 400  # py3langid is certain of an English newspaper paragraph long before


def language_of(body: str) -> str | None:
    """The ISO 639-1 code of ``body``, by py3langid; None where it is too short to tell."""
    if len(body) < _FEWEST_CHARACTERS:
        return None
    # Its table takes a quarter of a second to load, which only reading needs to pay.
    import py3langid

    language, _ = py3langid.classify(body[:_ENOUGH_CHARACTERS])
    return str(language)
