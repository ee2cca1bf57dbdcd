"""What cannot be opened or written is said in words, and nothing half written is left."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from communique.record import Filter, open_record
from communique.record._connection import connect
from communique.types import Coding, EventClaim, RecordError

MakeClaim = Callable[..., EventClaim]
MakeCoding = Callable[..., Coding]


def test_a_missing_file_is_not_made_by_asking(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="there is no record"):
        open_record(tmp_path / "r.db")
    assert list(tmp_path.iterdir()) == []


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="it is a folder"):
        open_record(tmp_path, create=True)


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="cannot be opened"):
        open_record(tmp_path / "none" / "r.db", create=True)


@pytest.mark.parametrize("content", [b"Not a database at all, but a text of some length.\n" * 40, b"\x00" * 4096])
def test_another_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(RecordError, match="not a SQLite file"):
        open_record(path, create=True)
    assert path.read_bytes() == content


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE places (name TEXT)")
    other.close()
    before = path.read_bytes()
    for create in (True, False):
        with pytest.raises(RecordError, match="another program"):
            open_record(path, create=create)
    assert path.read_bytes() == before


def test_a_newer_schema(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    open_record(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(RecordError, match="newer version"):
        open_record(path)


def test_an_empty_file_is_a_record_only_on_demand(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    path.touch()
    with pytest.raises(RecordError, match="no record yet"):
        open_record(path)
    with open_record(path, create=True) as record:
        assert record.events() == ()


def test_a_damaged_file(tmp_path: Path, coding: MakeCoding) -> None:
    path = tmp_path / "r.db"
    with open_record(path, create=True) as record:
        record.keep([coding(f"d{n}", "Words. " * 200) for n in range(20)])
    content = bytearray(path.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(RecordError), open_record(path) as record:
        record.events(Filter(text="words"))


def test_a_second_writer_waits_and_then_says_so(tmp_path: Path, coding: MakeCoding) -> None:
    path = tmp_path / "r.db"
    open_record(path, create=True).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_record(path, read_only=True) as reader:
        assert reader.events() == ()
    with pytest.raises(RecordError, match="another program is writing"):
        open_record(path, timeout=0.05)
    other.execute("ROLLBACK")
    other.close()


def test_two_writers_take_turns(tmp_path: Path, coding: MakeCoding) -> None:
    path = tmp_path / "r.db"
    with open_record(path, create=True) as one, open_record(path) as other:
        one.add(coding("a", "The first text."))
        other.add(coding("a", "The first text."))
        other.add(coding("b", "The second text."))
        one.flush()
        other.flush()
        assert [c.document.id for c in one.documents()] == ["a", "b"]


def test_a_full_database(tmp_path: Path, claim: MakeClaim, coding: MakeCoding) -> None:
    path = tmp_path / "r.db"
    with open_record(path, create=True) as record:
        record.keep([coding("a", "A short text.", claim("visit", "visitor Wanjiru Otieno KEN"))])
        record._connection.execute("PRAGMA max_page_count = 60")
        with pytest.raises(RecordError, match="the disk is full"):
            record.keep([coding(f"d{n}", f"{n} words " * 9000) for n in range(70)])
    with open_record(path) as record:
        assert len(record.events()) == 1
        assert len(list(record.documents())) == 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("mounting a small file system needs root")
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run([mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], capture_output=True)
    if made.returncode:
        pytest.skip("a small file system cannot be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk(small_disk: Path, coding: MakeCoding) -> None:
    path = small_disk / "r.db"
    with open_record(path, create=True) as record:
        record.keep([coding("a", "A short text.")])
        with pytest.raises(RecordError, match="the disk is full"):
            record.keep([coding(f"d{n}", f"{n} words " * 9000) for n in range(70)])
    with open_record(path, read_only=True) as record:
        assert [c.document.id for c in record.documents()] == ["a"]


UNPRIVILEGED = """
import os, sys
os.setgid(65534); os.setuid(65534)
from communique.record import open_record
from communique.types import RecordError
try:
    with open_record(sys.argv[1], read_only=sys.argv[2] == "read") as record:
        print(len(record.events()), "events")
except RecordError as error:
    print(error)
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
@pytest.mark.parametrize(
    ("file_mode", "how", "said"),
    [
        (0o600, "read", "no rights to read it"),
        (0o644, "write", "no rights to write"),
        (0o644, "read", "0 events"),
    ],
)
def test_rights(tmp_path: Path, file_mode: int, how: str, said: str) -> None:
    path = tmp_path / "r.db"
    open_record(path, create=True).close()
    path.chmod(file_mode)
    for folder in (tmp_path, *list(tmp_path.parents)[:3]):
        if folder.owner() == "root" and folder != Path(folder.anchor):
            folder.chmod(folder.stat().st_mode | 0o055)
    done = subprocess.run(
        [sys.executable, "-c", UNPRIVILEGED, str(path), how], capture_output=True, text=True, check=False
    )
    if "ModuleNotFoundError" in done.stderr or "PermissionError" in done.stderr:
        pytest.skip("the package cannot be read by another user here")
    assert said in done.stdout, done.stderr


def test_a_steady_record_holds_fewer_pages_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with closing(connect(path, create=True, read_only=False, timeout=1.0)) as swift:
        (usual,) = swift.execute("PRAGMA cache_size").fetchone()
    with closing(connect(path, create=True, read_only=False, timeout=1.0, steady=True)) as steady:
        assert steady.execute("PRAGMA cache_size").fetchone() == (usual // 8,)
