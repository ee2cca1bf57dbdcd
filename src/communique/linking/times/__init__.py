"""Expressions of time: found in the text, resolved to days; and the publication date of undated reports.

``_finding`` finds them by the words of ``_words`` and ``_dates``, ``_joining`` joins what is one; ``_values`` are what
they mean, ``_resolving`` and ``_combining`` make days of them by the rules of ``_relations``. ``_publishing`` infers
when a report was written, from its ``_occasions`` and ``_ties``, as ``_stretches`` of possible days.
"""

from __future__ import annotations

from communique.linking.times._calendar import Interval, shifted
from communique.linking.times._combining import Resolved, resolve_times
from communique.linking.times._finding import find_times
from communique.linking.times._occasions import Names, occasions
from communique.linking.times._publishing import infer_beside, infer_published, narrowed
from communique.linking.times._report import is_ahead, is_dateline, newest_told
from communique.linking.times._stretches import ALWAYS, Stretches, common, joined
from communique.linking.times._values import (
    Ahead,
    Anchored,
    Bound,
    Day,
    Duration,
    Month,
    Months,
    Nth,
    Point,
    Range,
    Recent,
    Relative,
    Season,
    Tense,
    TimeExpression,
    Unit,
    Value,
    Weekday,
    Weekend,
    Year,
)
from communique.linking.times._writing import lies_ahead

__all__ = [
    "ALWAYS",
    "Ahead",
    "Anchored",
    "Bound",
    "Day",
    "Duration",
    "Interval",
    "Month",
    "Months",
    "Names",
    "Nth",
    "Point",
    "Range",
    "Recent",
    "Relative",
    "Resolved",
    "Season",
    "Stretches",
    "Tense",
    "TimeExpression",
    "Unit",
    "Value",
    "Weekday",
    "Weekend",
    "Year",
    "common",
    "find_times",
    "infer_beside",
    "infer_published",
    "is_ahead",
    "is_dateline",
    "joined",
    "lies_ahead",
    "narrowed",
    "newest_told",
    "occasions",
    "resolve_times",
    "shifted",
]
