"""Reports → groups, each of one happening."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from communique.resolving._gather import Group, core, gather, may_be_one
from communique.resolving._keys import Keys, bonds, keys, mates, near_keys, offers, seeks
from communique.resolving._settle import Candidate, Settled, fits, settle
from communique.resolving._traits import Traits, event_traits, traits
from communique.types import Report

__all__ = [
    "Candidate",
    "Group",
    "Keys",
    "Settled",
    "Traits",
    "bonds",
    "canonical",
    "core",
    "event_traits",
    "fits",
    "gather",
    "group",
    "keys",
    "label",
    "mates",
    "may_be_one",
    "near_keys",
    "offers",
    "seeks",
    "settle",
    "traits",
]

_encoder = msgspec.json.Encoder(order="deterministic")


def group(reports: Sequence[Report]) -> tuple[tuple[Report, ...], ...]:
    """Joins the reports of one happening; the answer does not depend on their order.

    Firm reports (two sides, dated to the week) are gathered first: same kind, sides, direction and
    persons, and dates that can both be true; at most a day apart where all else agrees. A report that
    knows less joins the only group that fits it, or stays its own.
    """
    labelled = {label(report): report for report in reports}
    compared = [traits(report, name) for name, report in labelled.items()]
    firm = [trait for trait in compared if trait.firm]
    loose = [trait for trait in compared if not trait.firm]
    return _reports(settle(loose, gather(firm)).groups, labelled)


def label(report: Report) -> str:
    """A name of the report among others: its document, then all that it says."""
    return f"{report.document} {_encoder.encode(report).decode()}"


def canonical(reports: Iterable[Report]) -> list[Report]:
    """The reports in the order in which all results are given."""
    return sorted(reports, key=label)


def _reports(groups: Iterable[Group], labelled: dict[str, Report]) -> tuple[tuple[Report, ...], ...]:
    members = (sorted(trait.label for trait in group) for group in groups)
    return tuple(tuple(labelled[name] for name in names) for names in sorted(members))
