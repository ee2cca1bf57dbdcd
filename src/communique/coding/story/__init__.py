"""Drafts → claims: what sentences leave to those around them.

``_implied`` fills sides that a clause leaves out, ``_gathering`` and ``_merging`` make one claim of the mentions of one
happening; ``_spoken`` reads acts off what is said; the others read headlines, lists, diaries and sentences that tell
only who did the same, when or where.
"""

from __future__ import annotations

from communique.coding.story._attending import with_attendants
from communique.coding.story._diaries import diary, with_dates
from communique.coding.story._domestic import between_states
from communique.coding.story._echoes import echoes
from communique.coding.story._followers import followers, pledges
from communique.coding.story._gathering import gather
from communique.coding.story._headlines import headline_visits
from communique.coding.story._implied import with_implied
from communique.coding.story._newsday import with_news_day, with_news_week
from communique.coding.story._plans import with_plan_days
from communique.coding.story._salience import with_salience
from communique.coding.story._scenes import with_scenes
from communique.coding.story._sections import sections, with_headings
from communique.coding.story._sole_envoys import with_sole_envoys
from communique.coding.story._spoken import with_spoken

__all__ = [
    "between_states",
    "diary",
    "echoes",
    "followers",
    "gather",
    "headline_visits",
    "pledges",
    "sections",
    "with_attendants",
    "with_dates",
    "with_headings",
    "with_implied",
    "with_news_day",
    "with_news_week",
    "with_plan_days",
    "with_salience",
    "with_scenes",
    "with_sole_envoys",
    "with_spoken",
]
