"""How it stands: planned, under way, done, called off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

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
    """The status of the last published report, or a further stage that one tells of that may be as late.

    That something was called off or denied is believed of the last word only: an undated report may be
    older than it.
    """
    dated = [report for report in reports if report.published is not None]
    begun = max((told.earliest for report in dated if (told := report.published) and told.earliest), default=None)
    last = {report.claim.status for report in dated if not _is_older(report, begun)}
    undated = {report.claim.status for report in reports if report.published is None}
    if last:
        undated &= {"happened", "ongoing"}
    return min(last | undated, key=_STAGES.index)


def _is_older(report: Report, day: date | None) -> bool:
    """Whether a report was surely published before a day."""
    told = report.published
    return day is not None and told is not None and told.latest is not None and told.latest < day
