"""When it is, and whether it is planned, under way or done.

``_attached`` and ``_borrowed`` find the times of a clause, ``_when`` resolves them, ``_status`` reads its verbs,
``_current`` says whether it is told as news; ``_marks`` and ``_news_days`` find the days of which a whole report tells.
"""

from __future__ import annotations

from communique.coding.times._attached import belongs, times_within
from communique.coding.times._borrowed import announced, clauses_under, is_held
from communique.coding.times._current import is_current, is_recalled, told_in
from communique.coding.times._marks import Mark, lead_of, written
from communique.coding.times._news_days import NewsDays
from communique.coding.times._status import Reading, by_dates, done_by_word, of_scene, outcome_of, read_status
from communique.coding.times._unreal import is_missed
from communique.coding.times._when import (
    counted_back,
    day_before,
    heads_line,
    is_counted_back,
    is_ending,
    is_from_unknown,
    is_in_present,
    is_length_of,
    is_of_content,
    is_of_other,
    is_of_that_year,
    is_on_programme,
    is_part_of_name,
    is_scheduled,
    is_told_done,
    is_told_since,
    is_vague,
    is_year_of_plan,
    nth_day,
    on_day,
    own_times,
    told_last,
    when,
)

__all__ = [
    "Mark",
    "NewsDays",
    "Reading",
    "announced",
    "belongs",
    "by_dates",
    "clauses_under",
    "counted_back",
    "day_before",
    "done_by_word",
    "heads_line",
    "is_counted_back",
    "is_current",
    "is_ending",
    "is_from_unknown",
    "is_held",
    "is_in_present",
    "is_length_of",
    "is_missed",
    "is_of_content",
    "is_of_other",
    "is_of_that_year",
    "is_on_programme",
    "is_part_of_name",
    "is_recalled",
    "is_scheduled",
    "is_told_done",
    "is_told_since",
    "is_vague",
    "is_year_of_plan",
    "lead_of",
    "nth_day",
    "of_scene",
    "on_day",
    "outcome_of",
    "own_times",
    "read_status",
    "times_within",
    "told_in",
    "told_last",
    "when",
    "written",
]
