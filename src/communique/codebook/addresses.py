"""Days in the addresses of articles: most sites that put a date there put the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from communique.codebook.calendar import MONTHS

__all__ = ["day_in_address", "month_in_address"]

_DAY = re.compile(
    r"/(?P<y>(?:19|20)\d\d)(?:[/-]?(?P<m>\d\d|[A-Za-z]{3})[/-]?(?P<d>\d\d)|/(?P<m1>\d\d?)/(?P<d1>\d\d?))(?=[/_.-]|$)"
)
_MONTH = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>\d\d|[A-Za-z]{3})(?=/|$)")


def day_in_address(url: str) -> date | None:
    """The day in the path of an address ("/2025/10/26/", "/2002/feb/22/")."""
    return next(_days(_DAY.finditer(url)), None)


def month_in_address(url: str) -> date | None:
    """The first day of the month in the path of an address ("/2025/10/")."""
    return next(_days(_MONTH.finditer(url)), None)


def _days(matches: Iterator[re.Match[str]]) -> Iterator[date]:
    for match in matches:
        found = match.groupdict()
        month = found["m"] or found.get("m1") or ""
        number = int(month) if month.isdigit() else MONTHS.get(month.lower(), 0)
        try:
            yield date(int(found["y"]), number, int(found.get("d") or found.get("d1") or 1))
        except ValueError:
            continue
