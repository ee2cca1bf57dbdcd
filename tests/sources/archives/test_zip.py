"""zip: members are read as files are; what would do harm is named and left alone."""

import io
import stat
import zipfile
from pathlib import Path

from communique.sources import pages
from communique.types import InputError, Page

TEXT = b"Envoys of Kenya and Norway met in Oslo."


def packed(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def read(tmp_path: Path, data: bytes) -> list[Page | InputError]:
    file = tmp_path / "a.zip"
    file.write_bytes(data)
    return list(pages(file))


def told(found: list[Page | InputError]) -> list[str]:
    return [str(item).rpartition("/a.zip:")[2] for item in found if isinstance(item, InputError)]


def sources(found: list[Page | InputError]) -> list[str]:
    return [item.source.rpartition("/a.zip:")[2] for item in found if isinstance(item, Page)]


def test_members_go_to_the_readers_that_files_go_to(tmp_path: Path) -> None:
    members = {
        "news/a.txt": TEXT,
        "b.csv": b"id,text\n1,one\n2,two\n",
        "c.jpg": b"x",
        ".hidden.txt": TEXT,
        "__MACOSX/a.txt": TEXT,
    }
    found = read(tmp_path, packed(**members))
    assert sources(found) == ["news/a.txt", "b.csv:2", "b.csv:3"]
    assert [error.split(";")[0] for error in told(found)] == ["c.jpg: unknown type .jpg"]


def test_names_that_lead_elsewhere_are_not_read(tmp_path: Path) -> None:
    found = read(tmp_path, packed(**{"../up.txt": TEXT, "/etc/a.txt": TEXT, "C:\\a.txt": TEXT, "a\\..\\b.txt": TEXT}))
    assert sources(found) == []
    assert len(told(found)) == 4
    assert not (tmp_path.parent / "up.txt").exists()


def test_links_and_encrypted_members_are_named(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(link, b"/etc/passwd")
        archive.writestr("secret.txt", TEXT)
    data = bytearray(buffer.getvalue())
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.rindex(mark) + offset] |= 1
    errors = told(read(tmp_path, bytes(data)))
    assert errors[0] == "link.txt: a link; not followed"
    assert errors[1].startswith("secret.txt: encrypted")


def test_one_archive_in_another_is_read_and_no_deeper(tmp_path: Path) -> None:
    inner = packed(**{"a.txt": TEXT, "deep.zip": packed(**{"b.txt": TEXT})})
    found = read(tmp_path, packed(**{"inner.zip": inner, "c.txt": TEXT}))
    assert sources(found) == ["inner.zip:a.txt", "c.txt"]
    assert told(found) == ["inner.zip:deep.zip: an archive 2 archives deep; unpack the outer ones"]


def test_a_bomb_is_not_unfolded(tmp_path: Path) -> None:
    found = read(tmp_path, packed(**{"a.txt": TEXT, "bomb.jsonl": b"x" * 180_000_000, "c.txt": TEXT}))
    errors = [error for error in told(found) if "unfolds" in error]
    assert len(errors) == 1
    assert sources(found) == ["a.txt"]


def test_a_damaged_member_leaves_the_others(tmp_path: Path) -> None:
    data = bytearray(packed(**{"a.txt": TEXT * 20, "b.txt": TEXT[::-1] * 20}))
    data[data.index(b"a.txt") + 8] ^= 0xFF
    found = read(tmp_path, bytes(data))
    assert sources(found) == ["b.txt"]
    assert told(found)[0].startswith("a.txt: damaged")


def test_names_in_utf8_without_saying_so(tmp_path: Path) -> None:
    data = packed(**{"Tromsø.txt": TEXT})
    for mark, offset in ((b"PK\3\4", 7), (b"PK\1\2", 9)):
        at = data.rindex(mark) + offset
        data = data[:at] + bytes([data[at] & ~8]) + data[at + 1 :]
    assert sources(read(tmp_path, data)) == ["Tromsø.txt"]
    assert sources(read(tmp_path, packed(**{"a\x1b[31m.txt": TEXT}))) == ["a\\x1b[31m.txt"]


def test_what_is_no_zip_is_named(tmp_path: Path) -> None:
    [error] = read(tmp_path, b"PK\3\4" + b"x" * 100)
    assert isinstance(error, InputError)
    assert "not a readable zip" in error.reason
    [error] = read(tmp_path, packed())
    assert isinstance(error, InputError)
    assert "no files" in error.reason
