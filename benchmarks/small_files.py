"""One small file of each kind that is read, made from a few sentences of our own: what fuzzing begins with."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

from benchmarks.warcs import made_pages, record, response

__all__ = ["small_files"]

_TESTS = Path(__file__).resolve().parents[1] / "tests" / "sources"
_TEXT = (
    "Envoys of Kenya and Norway meet\n\nOSLO, 14 May 2024 — The foreign ministers of Kenya and Norway met.\n\n"
    "They spoke about fisheries for two hours, and a committee will meet in Nairobi before the end of the year.\n"
)


def small_files() -> dict[str, bytes]:
    """File name → bytes."""
    csv = f'id,text,published\n1,"{_TEXT}",2024-05-14\n2,Second,\n'.encode()
    jsonl = b'{"id": "1", "text": "Envoys met."}\n{"text": "Others met.", "published": "2024-05-14"}\n'
    page = next(iter(made_pages(1)))[-6000:]
    warc = _warc(page)
    files = {
        "a.txt": _TEXT.encode(),
        "b.txt": _TEXT.encode("utf-16"),
        "a.html": page,
        "a.csv": csv,
        "a.jsonl": jsonl,
        "a.json": b'[{"maintext": "Envoys met.", "date_publish": "2024-05-14", "authors": ["A"]}, {"text": "b"}]',
        "a.eml": _message().as_bytes(),
        "a.mbox": b"From a@b.example Tue May 14 08:00:00 2024\n%s\n\n" % _message().as_bytes() * 2,
        "a.warc": b"".join(warc),
        "a.warc.gz": b"".join(map(gzip.compress, warc)),
        "a.zip": _zip({"a.txt": _TEXT.encode(), "b.jsonl": jsonl, "c.zip": _zip({"d.csv": csv})}),
        "a.tar": _tar({"a.txt": _TEXT.encode(), "b.eml": _message().as_bytes()}),
    }
    packs: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
        ("gz", gzip.compress),
        ("bz2", bz2.compress),
        ("xz", lzma.compress),
    )
    files |= {f"p.tar.{suffix}": pack(files["a.tar"]) for suffix, pack in packs}
    files |= {f"p.jsonl.{suffix}": pack(jsonl) for suffix, pack in packs}
    files |= {path.name: path.read_bytes() for path in sorted(_TESTS.glob("*/samples/*")) if path.suffix != ".py"}
    return files | _parquet()


def _warc(page: bytes) -> list[bytes]:
    url, packed = "https://gazette.example/a", response(gzip.compress(page))
    return [
        record("warcinfo", "", b"software: made\r\n"),
        record("request", url, b"GET /a HTTP/1.1\r\n\r\n"),
        record("response", url, response(page), digest=False),
        record("revisit", url, b"HTTP/1.1 200 OK\r\n\r\n"),
        record("response", f"{url}/b", packed.replace(b"\r\n", b"\r\nContent-Encoding: gzip\r\n", 1), digest=False),
    ]


def _message() -> EmailMessage:
    made = EmailMessage()
    made["From"], made["Subject"] = "Calder <n@c.example>", "Port works ø"
    made["Date"] = "Tue, 14 May 2024 08:00:00 +0000"
    made.set_content(f"---------- Forwarded message ---------\nFrom: A <a@b.example>\nSubject: x\n\n{_TEXT}")
    made.add_alternative(f"<p>{_TEXT}</p>", subtype="html")
    return made


def _zip(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _tar(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size, info.pax_headers = len(data), {"comment": "ø" * 20}
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def _parquet() -> dict[str, bytes]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    buffer = io.BytesIO()
    pq.write_table(pa.table({"text": ["Envoys met.", _TEXT], "id": [1, 2]}), buffer)
    return {"a.parquet": buffer.getvalue()}
