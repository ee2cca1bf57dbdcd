"""How a document tells of a claim, as signs that bear on whether there is such an event."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from communique.coding.drafting import TALKING, Draft, stands_alone
from communique.types import EventClaim, Span

__all__ = ["Signed", "signed"]

_CHANCES = (0.01, 0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95)
_FEW_CHANCES = (0.1, 0.5)
_MOST = 4  # mentions: more are told alike
_PARTS_OF_TEXT = 5


class Signed(msgspec.Struct, frozen=True):
    """A claim, finished but for its confidence, and the signs of it: words that say what was seen.

    ``outright`` says that words of the codebook tell it with all its sides in their clause: nothing is left to the
    story, nor to a model.
    """

    claim: EventClaim
    signs: tuple[str, ...]
    outright: bool = False


def signed(claims: Iterable[EventClaim], drafts: Iterable[Draft], length: int) -> Iterator[Signed]:
    """The claims with their signs. ``drafts`` are what they were made of, ``length`` the characters of the text."""
    told = defaultdict[Span, list[Draft]](list)
    for draft in drafts:
        told[draft.claim.evidence].append(draft)
    for claim in claims:
        spans = (claim.evidence, *claim.mentions)
        own = [draft for span in dict.fromkeys(spans) for draft in told[span] if _is_alike(draft, claim)]
        outright = any(map(_is_outright, own))
        yield Signed(claim, (*_of_claim(claim, length), *_of_telling(claim, own, outright)), outright)


def _is_alike(draft: Draft, claim: EventClaim) -> bool:
    return draft.claim.family == claim.family or {draft.claim.family, claim.family} <= TALKING


def _of_claim(claim: EventClaim, length: int) -> Iterator[str]:
    """What the finished claim says itself."""
    family, mentions = claim.family, min(_MOST, len(claim.mentions))
    yield f"kind {claim.kind}"
    yield f"family {family}"
    yield f"status {claim.status}"
    yield f"status {claim.status} {family}"
    yield f"alone {stands_alone(claim)}"
    yield f"alone {stands_alone(claim)} {family}"
    yield f"place {claim.place is not None} {family}"
    yield f"mentions {mentions}"
    yield f"mentions {mentions} {family}"
    yield f"part {_PARTS_OF_TEXT * claim.evidence.start // max(1, length)} of the text"
    yield f"parts {', '.join(sorted({f'{p.role} {p.actor.kind}' for p in claim.participants}))}"


def _of_telling(claim: EventClaim, told: Sequence[Draft], outright: bool) -> Iterator[str]:
    """How the clauses tell it, and what the model of acts thinks of their words."""
    family = claim.family
    chances = [draft.chance for draft in told if draft.chance is not None]
    chance, few = (_level(chances, levels) for levels in (_CHANCES, _FEW_CHANCES))
    noun, framed = all(draft.noun for draft in told), any(draft.framed for draft in told)
    yield f"chance {chance}"
    yield f"chance {chance} {family}"
    yield f"chance {few} {claim.kind}"
    yield f"framed {framed}"
    yield f"framed {framed} {family}"
    yield f"noun {noun}"
    yield f"noun {noun} {family}"
    yield f"outright {outright}"
    yield f"outright {outright} {family}"
    yield f"current {any(draft.current for draft in told)}"
    yield f"recalled {any(draft.recalled for draft in told)}"
    yield f"others {any(draft.abroad for draft in told)}"


def _is_outright(draft: Draft) -> bool:
    return draft.framed and not draft.open and stands_alone(draft.claim)


def _level(chances: Sequence[float], levels: Sequence[float]) -> str:
    """Between which levels the best chance lies, by their number; nothing where the model read none of it."""
    return str(bisect_left(levels, max(chances))) if chances else "unread"
