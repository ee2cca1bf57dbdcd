"""Which claims are the news of an article and which are told as background."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

import msgspec

from communique.types import Document, EventClaim

__all__ = ["with_salience"]

_LEAD_SHARE = 0.3
_LEAD_CHARS = 450
_NEWS_DAYS = 21
"""News tells of the last and the next weeks: what lies further back is recalled, not reported."""


def with_salience(claims: Sequence[EventClaim], document: Document) -> Iterator[EventClaim]:
    """The claims, each marked ``main`` or ``background``.

    Main is what the head of the text tells (inverted pyramid: headline and first paragraphs), unless its date lies
    weeks before the report; what is said of an act told before it there is comment.
    """
    lead = max(_LEAD_CHARS, int(_LEAD_SHARE * len(document.text)))
    early = [claim for claim in claims if _first(claim) < lead and not _old(claim, document)]
    act = min((_first(claim) for claim in early if claim.family != "statement"), default=lead)
    for claim in claims:
        main = claim in early and (claim.family != "statement" or _first(claim) < act)
        yield msgspec.structs.replace(claim, salience="main" if main else "background")


def _first(claim: EventClaim) -> int:
    return min(span.start for span in (claim.evidence, *claim.mentions))


def _old(claim: EventClaim, document: Document) -> bool:
    published = document.published
    if published is None or published.earliest is None or claim.start is None or claim.start.latest is None:
        return False
    end = claim.end.latest if claim.end and claim.end.latest else claim.start.latest
    return end < published.earliest - timedelta(days=_NEWS_DAYS)
