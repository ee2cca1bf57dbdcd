"""A file is there whole or not at all."""

import os
from pathlib import Path

import pytest

from communique.exporting import output_to
from communique.types import CommuniqueError


class HalfwayError(Exception):
    pass


def write_half(path: Path) -> None:
    with output_to(path) as stream:
        stream.write(b"ha")
        raise HalfwayError


def test_a_failed_write_leaves_the_former_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"former")
    with pytest.raises(HalfwayError):
        write_half(path)
    assert [p.name for p in tmp_path.iterdir()] == ["out.csv"]
    assert path.read_bytes() == b"former"


def test_rights_are_kept_and_new_files_have_the_usual_ones(tmp_path: Path) -> None:
    former, usual, new = tmp_path / "former", tmp_path / "usual", tmp_path / "new"
    former.touch(0o640)
    former.chmod(0o640)
    usual.touch()
    for path in (former, new):
        with output_to(path) as stream:
            stream.write(b"whole")
        assert path.read_bytes() == b"whole"
    assert former.stat().st_mode & 0o777 == 0o640
    assert new.stat().st_mode == usual.stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "to").write_bytes(b"former")
    (tmp_path / "link").symlink_to(tmp_path / "to")
    with output_to(tmp_path / "link") as stream:
        stream.write(b"whole")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "to").read_bytes() == b"whole"


def test_a_device_is_written_to_and_not_replaced() -> None:
    with output_to(Path(os.devnull)) as stream:
        stream.write(b"lost")
    assert Path(os.devnull).is_char_device()


@pytest.mark.parametrize("name", ["none/out.csv", "."])
def test_what_cannot_be_written_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(CommuniqueError, match="cannot be written") as caught, output_to(tmp_path / name) as stream:
        stream.write(b"x")
    assert str(tmp_path / name) in str(caught.value)
    assert caught.value.exit_code == 1


def test_without_a_path_it_is_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    with output_to(None) as stream:
        stream.write(b"\xff\x00")
    assert capfdbinary.readouterr().out == b"\xff\x00"
