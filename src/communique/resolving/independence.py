"""Whose report it is: the words of a text, the site that it stands on, and where copies probably come from."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from communique.codebook.words import fold
from communique.resolving._names import plain
from communique.resolving._support import Origins
from communique.types import Copies, Report, When

__all__ = ["copies_among", "fingerprint", "site_of"]

_WORD = re.compile(r"\w+")


def fingerprint(text: str) -> str:
    """32 hexadecimal digits that are equal for texts of the same words, whatever case, accents, signs."""
    words = _WORD.findall(fold.__wrapped__(text))  # past the cache, which is for names and would keep whole articles
    return hashlib.blake2b(" ".join(words).encode(), digest_size=16).hexdigest()


def site_of(publisher: str | None, url: str | None) -> str | None:
    """The outlet under whose roof a text stands, by its address, else its publisher; null where neither is known."""
    host = urlsplit(url).hostname if url else None
    if host:
        return host.removeprefix("www.")
    return plain(publisher) or None if publisher else None


def copies_among(reports: Iterable[Report], origins: Origins) -> tuple[Copies, ...]:
    """The groups of documents that copy each other, in the order of their first documents."""
    groups: defaultdict[str, dict[str, Report]] = defaultdict(dict)
    for report in reports:
        groups[origins[report.document]].setdefault(report.document, report)
    several = (tuple(group[name] for name in sorted(group)) for group in groups.values() if len(group) > 1)
    return tuple(map(_copies, sorted(several, key=lambda group: group[0].document)))


def _copies(group: Sequence[Report]) -> Copies:
    credited = {report.agency for report in group if report.agency}
    agency = credited.pop() if len(credited) == 1 else None
    if agency is not None:  # who credits it copied it: the first to print it is not where it comes from
        own = [report for report in group if _is_agencys(report, agency)]
        source = own[0] if len(own) == 1 else None
    else:
        source = None if credited else _first(group)
    return Copies(
        reports=tuple(report.document for report in group),
        agency=agency,
        origin=source.document if source is not None else None,
    )


def _is_agencys(report: Report, agency: str) -> bool:
    return report.publisher is not None and plain(report.publisher) == plain(agency)


def _first(group: Sequence[Report]) -> Report | None:
    """The report that was surely published before all others; null where days are unknown or the same."""
    for report in group:
        if all(other is report or _before(report.published, other.published) for other in group):
            return report
    return None


def _before(one: When | None, other: When | None) -> bool:
    return one is not None and other is not None and one.precedes(other)
