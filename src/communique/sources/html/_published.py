"""The day of publication of a page: its address, its metadata, what it shows, in this order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from communique.codebook.addresses import day_in_address
from communique.sources.html._main import Main
from communique.sources.html._metadata import Metadata
from communique.sources.html._moment import moment_of
from communique.sources.html._named_day import named_day
from communique.sources.html._shown_day import shown_day

__all__ = ["published_of"]

_ISO_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
# "datePublished", "published_at", "publishDate", "pubDate"; each begins so that the search for it is fast.
_PUBLISHED = re.compile(r"ub(?:lish(?:ed)?(?:_?[Dd]ate|_?[Aa]t)?|[Dd]ate)\W{1,12}?((?:19|20)\d\d-\d\d-\d\d)")
_CREATED = re.compile(r"reated(?:_?[Dd]ate|_?[Aa]t)\W{1,12}?((?:19|20)\d\d-\d\d-\d\d)")
_DAY = timedelta(days=1)


def published_of(
    main: Main, metadata: Metadata, addresses: Sequence[str | None], markup: str, written: str
) -> str | None:
    """The day as an ISO date, or the moment as the metadata write it; None where only the text may tell it.

    A day in the address is the site's own day, whatever became of the page later. A moment of universal time may be
    of the day before or after the publisher's: there what the page shows decides.
    """
    for address in addresses:
        if address and (day := day_in_address(address)):
            return day.isoformat()
    shown = shown_day((block.text for block in main.about), metadata.language)
    for told in metadata.published:
        if moment := moment_of(told):
            return shown.isoformat() if shown and _is_beside(moment, shown) else moment.isoformat()
        if day := shown_day([told], metadata.language):
            return day.isoformat()
    if shown:
        return shown.isoformat()
    if marked := _marked(main) or _scripted(markup, _PUBLISHED):
        return marked
    named = named_day(written, main.layout, metadata.language)
    return named.isoformat() if named else _scripted(markup, _CREATED)


def _is_beside(moment: datetime, shown: date) -> bool:
    """Whether ``shown`` is the day before or after a moment of universal time."""
    universal = moment.tzinfo is not None and not moment.utcoffset()
    return universal and abs(moment.date() - shown) == _DAY


def _marked(main: Main) -> str | None:
    """The first ``<time>`` in the article or beside its headline, else the only day that any of them tells."""
    layout = main.layout
    inside = layout.inside(main.top)
    about = {block.box for block in (*main.about, *([main.headline] if main.headline else []))}
    near = about | {layout.boxes[box].parent for box in about}
    days = [moment for moment in layout.moments if _ISO_DAY.match(moment.value)]
    own = [moment.value for moment in days if inside[moment.box] or moment.box in near]
    if own:
        return own[0]
    return days[0].value if len({moment.value[:10] for moment in days}) == 1 else None


def _scripted(markup: str, pattern: re.Pattern[str]) -> str | None:
    """The one day that the page's scripts tell in the words of ``pattern``."""
    days = {found[1] for found in pattern.finditer(markup)}
    return days.pop() if len(days) == 1 else None
