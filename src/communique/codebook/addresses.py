"""What addresses tell: days, most of them of publication, and the government whose site it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from urllib.parse import urlsplit

from communique.codebook._country_codes import country_codes
from communique.codebook.calendar import MONTHS

__all__ = ["day_in_address", "government_in_address", "month_in_address"]

_DAY = re.compile(
    r"/(?P<y>(?:19|20)\d\d)(?:[/-]?(?P<m>\d\d|[A-Za-z]{3})[/-]?(?P<d>\d\d)|/(?P<m1>\d\d?)/(?P<d1>\d\d?))(?=[/_.-]|$)"
)
_GOVERNMENTS = frozenset({"gov", "gob", "gouv", "go", "govt", "gub", "government", "gc", "mil"})
_MONTH = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>\d\d|[A-Za-z]{3})(?=/|$)")


def day_in_address(url: str) -> date | None:
    """The day in the path of an address ("/2025/10/26/", "/2002/feb/22/")."""
    return next(_days(_DAY.finditer(url)), None)


def month_in_address(url: str) -> date | None:
    """The first day of the month in the path of an address ("/2025/10/")."""
    return next(_days(_MONTH.finditer(url)), None)


def government_in_address(url: str) -> str | None:
    """The state (ISO 3166-1 alpha-3) whose government's site an address is of: "www.mfa.gov.cn" → "CHN".

    States keep a second level of their top level for themselves; "gov" and "mil" at the top are the United States'
    (RFC 1591 and IANA's list of delegations).
    """
    try:
        labels = (urlsplit(url).hostname or "").split(".")
    except ValueError:
        return None
    if labels[-1] in ("gov", "mil"):
        return "USA"
    return _by_top_level().get(labels[-1]) if len(labels) > 1 and labels[-2] in _GOVERNMENTS else None


@cache
def _by_top_level() -> dict[str, str]:
    own = {row.iso2.lower(): row.country for row in country_codes().values() if row.iso2 is not None}
    return {**own, "uk": "GBR"}


def _days(matches: Iterator[re.Match[str]]) -> Iterator[date]:
    for match in matches:
        found = match.groupdict()
        month = found["m"] or found.get("m1") or ""
        number = int(month) if month.isdigit() else MONTHS.get(month.lower(), 0)
        try:
            yield date(int(found["y"]), number, int(found.get("d") or found.get("d1") or 1))
        except ValueError:
            continue
