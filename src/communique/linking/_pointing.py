"""Words that point back to one of two names: "the latter"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.linking._records import Mention
from communique.types import Span

__all__ = ["latter"]

_LATTER = re.compile(
    r"\b[Tt]he (latter|former)\b(?=['’]s\b|,? (?:is|was|has|had|will|would|also|[a-z]+ed|told|said|met)\b)"
)
_NAMES = frozenset({"person", "state", "organisation", "title"})
_REACH = 400
"""Characters back from "the latter" within which both are named: the sentence and the one before it."""

_PAIR = 2


def latter(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """ "Rao greeted Silva when the latter arrived": of the two named last the second; "the former" is the first."""
    for found in _LATTER.finditer(text):
        near = [m for m in mentions if found.start() - _REACH <= m.span.start and m.span.end <= found.start()]
        named = [m for m in near if m.form in _NAMES and len(m.actors) == 1]
        persons = [m for m in named if m.form == "person"]
        two = (persons if len({m.actors[0].id for m in persons}) >= _PAIR else named)[-_PAIR:]
        if len({m.actors[0].id for m in two}) == _PAIR:
            actors = two[found[1] == "latter"].actors
            yield Mention(Span.of(text, found.start(), found.end()), "reference", actors)
