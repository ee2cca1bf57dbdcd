""" "I" and "we" in what somebody says for a state or body are the speaker: "'We condemn the attack', Rao said".

Others speak of themselves as private persons, and candidates of what they would do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from communique.coding.drafting import speaks_abroad
from communique.coding.speech._tokens import tokens_within
from communique.linking import Linked, Mention
from communique.types import Span, Statement

__all__ = ["with_selves"]

_SELVES = frozenset({"i", "we"})


def with_selves(linked: Linked, said: Sequence[Statement]) -> tuple[Mention, ...]:
    """The mentions of a document, with those by which speakers speak of themselves, in order."""
    own = chain.from_iterable(_selves(linked, statement) for statement in said)
    return tuple(sorted((*linked.mentions, *own), key=_start))


def _selves(linked: Linked, statement: Statement) -> Iterator[Mention]:
    if statement.speaker is None or not speaks_abroad(statement.speaker):
        return
    for quoted in statement.quoted:
        for token in tokens_within(linked.parse.sentences, quoted):
            if token.text.lower() in _SELVES:
                span = Span.of(linked.parse.text, token.start, token.end)
                yield Mention(span=span, form="pronoun", actors=(statement.speaker,))


def _start(mention: Mention) -> int:
    return mention.span.start
