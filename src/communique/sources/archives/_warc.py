"""WARC and WARC.gz, as web archives and Common Crawl's news set have them: one page of the web a record."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from io import BufferedReader, BytesIO
from typing import TYPE_CHECKING

import msgspec

from communique.sources._identity import identified
from communique.sources._limits import ARTICLE_BYTES, too_large
from communique.sources._pdf_files import pdf_file_pages
from communique.sources._reference import is_address
from communique.sources._texts import text_page
from communique.sources._webpages import web_pages
from communique.sources.archives._frames import Frame, Loss, frames
from communique.sources.archives._seen import Seen
from communique.types import InputError, Page, UsageError

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

__all__ = ["is_packed_warc", "warc_pages"]

_NO_EXTRA = "WARC archives need fastwarc; run: pip install 'communique[archives]'"
_HTML = frozenset(("text/html", "application/xhtml+xml"))
_PDF = "application/pdf"
_READ = _HTML | {"text/plain", _PDF}
_OK = 200
_WARC = b"WARC/1."
_HEAD = 1024
_REASON = 200  # characters; the decoder quotes whole pages in its errors


class _Capture(msgspec.Struct, frozen=True):
    """What was kept of an address at a moment; ``revisit`` is whether the body was that of an earlier capture."""

    url: str
    date: str | None
    kind: str
    body: bytes
    headers: Mapping[str, str]
    revisit: bool = False
    earlier: str | None = None


def warc_pages(stream: BufferedReader, place: str) -> Iterator[Page | InputError]:
    """The pages of an archive's records that hold a web page, a text or a PDF, in order; places are ``file@offset``.

    The same bytes of the same address are read once. A record that is damaged is an ``InputError`` that tells
    its offset and how many bytes were passed over, and the next one is read. What is no article by its kind (pictures,
    scripts, redirects, error pages, requests, metadata) is passed over. ``UsageError`` where fastwarc is missing.
    """
    seen = Seen()
    empty = True
    for found in frames(stream):
        for page in _loss(found, place) if isinstance(found, Loss) else _frame_pages(found, place, seen):
            empty = False
            yield page
    if empty:
        yield InputError(place, "the archive holds no web page and no text")


def is_packed_warc(stream: BufferedReader, name: str) -> bool:
    """Whether the packed ``stream``, at its beginning before and after, is a WARC by its name or by what is in it."""
    if name.lower().endswith(".warc.gz"):
        return True
    head = stream.read(_HEAD)
    stream.seek(0)
    try:
        return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(head, len(_WARC)) == _WARC
    except zlib.error:
        return False


def _loss(loss: Loss, place: str) -> Iterator[InputError]:
    yield InputError(f"{place}@{loss.offset}", f"{loss.reason}; {loss.size:,} bytes passed over")


def _frame_pages(frame: Frame, place: str, seen: Seen) -> Iterator[Page | InputError]:
    place = f"{place}@{frame.offset}"
    try:
        capture = _capture(frame)
    except ValueError as error:
        yield InputError(place, str(error))
        return
    if capture is None or not _is_new(capture, seen):
        return
    if capture.revisit:
        yield InputError(place, f"the body of {capture.url} is in another archive, as of {capture.earlier or 'before'}")
        return
    for page in _capture_pages(capture, place):
        yield page if isinstance(page, InputError) else _described(page, capture, place)


def _is_new(capture: _Capture, seen: Seen) -> bool:
    """Whether neither these bytes of this address nor, for a revisit, the address itself was read before."""
    if capture.revisit:
        return capture.url not in seen
    key = (capture.url, capture.body)
    if key in seen:
        return False
    seen.add(key)
    seen.add(capture.url)
    return True


def _capture_pages(capture: _Capture, place: str) -> Iterator[Page | InputError]:
    if len(capture.body) > ARTICLE_BYTES:
        yield InputError(place, too_large())
    elif capture.kind in _HTML:
        yield from web_pages(capture.body, place, url=capture.url, headers=capture.headers)
    elif capture.kind == _PDF:
        yield from pdf_file_pages(BufferedReader(BytesIO(capture.body)), place)
    else:
        yield text_page(capture.body, place)


def _described(page: Page, capture: _Capture, place: str) -> Page:
    """The page with its day of capture and, where it is of the web, its address and the id that this gives it."""
    page = msgspec.structs.replace(page, captured=capture.date)
    if is_address(capture.url):
        return identified(page, capture.url, place)
    return msgspec.structs.replace(page, url=page.url or capture.url)


def _capture(frame: Frame) -> _Capture | None:
    """What the record keeps of the web; null where that is nothing to be read. ``ValueError`` where it is broken."""
    try:
        from fastwarc.warc import WarcRecord, conversion, resource, response, revisit
    except ImportError:
        raise UsageError(_NO_EXTRA) from None
    try:
        record = WarcRecord.from_bytes(frame.record)
        if record.record_type == revisit:
            return _revisit(record)
        if record.record_type not in (response, resource, conversion):
            return None
        if record.is_http:
            record.parse_http(auto_decode="all")
            return _response(record)
        return _copy(record)
    except (OSError, ValueError, EOFError) as error:
        raise ValueError(f"the record cannot be read: {' '.join(str(error)[:_REASON].split())}") from None


def _response(record: WarcRecord) -> _Capture | None:
    headers = record.http_headers
    kind = _kind(headers.get("Content-Type"))
    if headers.status_code != _OK or kind not in _READ:
        return None
    body = record.reader.read(ARTICLE_BYTES + 1)
    return _of(record, kind, body, headers.to_dict())


def _copy(record: WarcRecord) -> _Capture | None:
    """A resource was kept without its HTTP header; a conversion is the text of a page (Common Crawl's WET)."""
    told = record.headers.get("Content-Type")
    kind = _kind(told)
    return _of(record, kind, record.reader.read(), {"Content-Type": told or ""}) if kind in _READ else None


def _of(record: WarcRecord, kind: str, body: bytes, headers: Mapping[str, str]) -> _Capture:
    return _Capture(_address(record), record.headers.get("WARC-Date"), kind, body, headers)


def _revisit(record: WarcRecord) -> _Capture:
    earlier = record.headers.get("WARC-Refers-To-Date")
    return _Capture(_address(record), record.headers.get("WARC-Date"), "", b"", {}, revisit=True, earlier=earlier)


def _address(record: WarcRecord) -> str:
    # Some writers put it into angle brackets, as the grammar of WARC 1.0 had it.
    return (record.headers.get("WARC-Target-URI") or "").strip("<> ")


def _kind(content_type: str | None) -> str:
    return (content_type or "").partition(";")[0].strip().lower()
