"""A selection in the forms that other programs read and subscribe to."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from litestar import Request, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Stream, Template

from communique.exporting import FORMAT_NAMES, Context, Format, find_format, formats, metrics
from communique.record import Filter
from communique.serving._readers import Readers
from communique.serving._selection import Selection
from communique.serving._settings import Settings

__all__ = ["EXPORTS"]

_Request = Request[None, None, State]
_IN_MEMORY = 4_000_000
_CHUNK = 65_536
_WRITERS = ThreadPoolExecutor(2, thread_name_prefix="export")
"""Exports take minutes, and pages do not wait behind them for a thread."""
_PROMETHEUS = "text/plain; version=0.0.4"
_MEDIA = {
    "atom": "application/atom+xml",
    "csv": "text/csv; charset=utf-8",
    "ftm": "application/x-ndjson",
    "geojson": "application/geo+json",
    "gexf": "application/gexf+xml",
    "ics": "text/calendar; charset=utf-8",
    "jsonl": "application/x-ndjson",
    "jsonld": "application/ld+json",
    "parquet": "application/vnd.apache.parquet",
}
"""Media types as registered with IANA, or as the format's own documents name them; others are plain tables."""


@get("/subscribe", name="subscribe", sync_to_thread=False, include_in_schema=False)
def subscribe_page(request: _Request, settings: NamedDependency[Settings]) -> Template:
    """The addresses under which a selection can be had and subscribed to."""
    base = settings.base_url or str(request.base_url).rstrip("/")
    context = {"selection": Selection.of(request.query_params), "formats": formats(), "base": base}
    return Template("subscribe.html", context=context)


@get("/metrics", name="metrics", sync_to_thread=True, include_in_schema=False, media_type=_PROMETHEUS)
def metrics_page(readers: NamedDependency[Readers]) -> str:
    """Figures of the record, and of what is watched into it, for Prometheus."""
    with readers.reading() as record:
        return metrics(record)


@get("/export/{name:str}", name="export", include_in_schema=False)
async def export(
    request: _Request, name: FromPath[str], readers: NamedDependency[Readers], settings: NamedDependency[Settings]
) -> Stream:
    """The events of a selection in one format, all of them."""
    if name not in FORMAT_NAMES:
        raise NotFoundException(f"There is no format {name}; there are {', '.join(FORMAT_NAMES)}.")
    format = find_format(name)
    selection = Selection.of(request.query_params)
    wanted = selection.filter()
    base = settings.base_url or str(request.base_url).rstrip("/")
    address = f"{base}/export/{name}" + (f"?{selection.query()}" if selection.narrows else "")
    work = partial(_written, readers, settings.export_patience, format, wanted, base, address)
    file = await asyncio.get_running_loop().run_in_executor(_WRITERS, work)
    disposition = f'attachment; filename="events{format.suffix}"'
    return Stream(
        _chunks(file),
        media_type=_MEDIA.get(name, "text/tab-separated-values; charset=utf-8"),
        headers={"content-disposition": disposition},
    )


def _written(readers: Readers, patience: float, format: Format, wanted: Filter, base: str, address: str) -> BinaryIO:
    """All of an export, in memory or on the disk."""
    file = cast("BinaryIO", SpooledTemporaryFile(_IN_MEMORY))  # noqa: SIM115 – closed when it was sent
    with readers.reading(patience) as record:
        at = record.changed_at or datetime.now(UTC)
        format.write(record.each_event(wanted), file, Context(record=record, at=at, base_url=base, address=address))
    return file


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    """What was written, and the file with it: it is gone when all of it was sent."""
    with file:
        file.seek(0)
        while chunk := file.read(_CHUNK):
            yield chunk


EXPORTS = (subscribe_page, metrics_page, export)
