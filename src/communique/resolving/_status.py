"""How it stands: planned, under way, done, called off."""

from __future__ import annotations

from collections.abc import Sequence

from communique.resolving._support import published_order
from communique.types import Report, Status

__all__ = ["accepted_status"]

# Where the order of the reports is not known, the later stage of a happening is the later news.
_STAGES: tuple[Status, ...] = (
    "happened",
    "ongoing",
    "cancelled",
    "postponed",
    "denied",
    "planned",
    "hypothetical",
)


def accepted_status(reports: Sequence[Report]) -> Status:
    """The status of the last published report, or a further stage that an undated report tells of.

    That something was called off or denied is believed of the last word only: an undated report may be
    older than it.
    """
    dated = [report for report in reports if report.published is not None]
    latest = max((published_order(report) for report in dated), default=None)
    last = {report.claim.status for report in dated if published_order(report) == latest}
    undated = {report.claim.status for report in reports if report.published is None}
    if last:
        undated &= {"happened", "ongoing"}
    return min(last | undated, key=_STAGES.index)
