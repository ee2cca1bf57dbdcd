"""Expressions of time: found in the text, resolved to days; and the publication date of undated reports."""

from __future__ import annotations

from communique.linking._time_calendar import shifted
from communique.linking._time_combining import Resolved, resolve_times
from communique.linking._time_finding import find_times
from communique.linking._time_publishing import infer_beside, infer_published, narrowed
from communique.linking._time_report import is_ahead, is_dateline
from communique.linking._time_stretches import Stretches, common, joined
from communique.linking._time_values import (
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
from communique.linking._time_writing import lies_ahead

__all__ = [
    "Ahead",
    "Anchored",
    "Bound",
    "Day",
    "Duration",
    "Month",
    "Months",
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
    "resolve_times",
    "shifted",
]
