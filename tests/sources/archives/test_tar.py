"""tar, packed or not: members are read in the order of the stream, damage is told of."""

import bz2
import gzip
import io
import lzma
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.sources import pages
from communique.types import InputError, Page

TEXT = b"Envoys of Kenya and Norway met in Oslo."


def member(name: str, data: bytes = TEXT, kind: bytes = tarfile.REGTYPE) -> tuple[tarfile.TarInfo, bytes]:
    info = tarfile.TarInfo(name)
    info.type = kind
    info.size = len(data) if kind == tarfile.REGTYPE else 0
    info.linkname = "/etc/passwd" if kind in (tarfile.SYMTYPE, tarfile.LNKTYPE) else ""
    return info, data


def tape(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for info, data in members:
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def read(tmp_path: Path, data: bytes, name: str = "a.tar") -> list[Page | InputError]:
    file = tmp_path / name
    file.write_bytes(data)
    return list(pages(file))


def names(found: list[Page | InputError]) -> list[str]:
    return [item.source.partition(".tar")[2] for item in found if isinstance(item, Page)]


def reasons(found: list[Page | InputError]) -> list[str]:
    return [item.reason for item in found if isinstance(item, InputError)]


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress])
def test_members_are_read_however_they_are_packed(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    data = pack(tape(member("news/a.txt"), member("news", kind=tarfile.DIRTYPE), member("b.jsonl", b'{"text": "b"}\n')))
    assert names(read(tmp_path, data, "a.tar.gz" if pack is not bytes else "a.tar"))[0].endswith("news/a.txt")
    assert [type(item) for item in pages(next(tmp_path.iterdir()))] == [Page, Page]


def test_zstandard_is_read_with_pyarrow(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    packed = pa.compress(tape(member("a.txt")), "zstd", asbytes=True)
    [page] = read(tmp_path, packed, "a.tar.zst")
    assert isinstance(page, Page)


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    kinds = (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE)
    found = read(tmp_path, tape(*(member(f"{n}.txt", kind=kind) for n, kind in enumerate(kinds)), member("../a.txt")))
    assert [reason.partition(";")[0] for reason in reasons(found)] == [
        "a link",
        "a link",
        "no regular file",
        "no regular file",
        "its name leads out of the archive",
    ]


def test_a_damaged_header_costs_its_member_and_is_told_of(tmp_path: Path) -> None:
    data = bytearray(tape(member("a.txt"), member("b.txt"), member("c.txt")))
    data[1024 + 148] ^= 0xFF  # the check sum of the second header
    found = read(tmp_path, bytes(data))
    assert names(found) == [":a.txt", ":c.txt"]
    assert "1,024 bytes are no member" in reasons(found)[0]


def test_a_tape_that_is_cut_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    whole = tape(member("a.txt"), member("b.txt", TEXT * 1000))
    found = read(tmp_path, gzip.compress(whole[:5000]), "a.tar.gz")
    assert names(found)[0].endswith("a.txt")
    assert reasons(found)


def test_headers_without_end_are_not_held(tmp_path: Path) -> None:
    info = tarfile.TarInfo("long")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 50_000_000
    data = info.tobuf(tarfile.GNU_FORMAT) + b"x" * 50_000_000
    assert any("headers of a member" in reason for reason in reasons(read(tmp_path, gzip.compress(data), "a.tar.gz")))


def test_a_bomb_is_not_unfolded(tmp_path: Path) -> None:
    data = gzip.compress(tape(member("a.txt"), member("b.jsonl", b"x" * 180_000_000)))
    assert any("unfolds" in reason for reason in reasons(read(tmp_path, data, "a.tar.gz")))


def test_an_archive_in_a_tape_is_read_and_no_deeper(tmp_path: Path) -> None:
    deep = tape(member("deep.tar", tape(member("b.txt"))), member("a.txt"))
    found = read(tmp_path, gzip.compress(tape(member("inner.tar", deep))), "a.tgz")
    assert [item.source.rpartition(":")[2] for item in found if isinstance(item, Page)] == ["a.txt"]
    assert len(reasons(found)) == 1
