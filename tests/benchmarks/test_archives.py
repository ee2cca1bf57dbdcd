"""The benchmark of archives counts what was read and what was told of, and the made inputs are the same every time."""

from pathlib import Path

from benchmarks.archives import run
from benchmarks.fuzz_readers import made, try_input
from benchmarks.small_files import small_files
from benchmarks.warcs import made_pages, write_archive


def test_all_whole_records_are_read_and_the_damage_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    found = run(path, write_archive(path, made_pages(30), 30, 6))
    assert (found.whole, found.read, found.documents) == (24, 24, 24)
    assert (found.damaged, found.told, found.false) == (6, 6, 0)


def test_every_reader_passes_inputs_of_every_kind(tmp_path: Path) -> None:
    files = small_files()
    for number in range(2 * len(files)):
        name, data = made(number, files)
        assert made(number, files) == (name, data)
        trial = try_input(number, name, data, tmp_path)
        assert trial.problem is None or trial.problem.startswith(("took", "needed"))


def test_small_files_are_read_as_they_are(tmp_path: Path) -> None:
    for name, data in small_files().items():
        assert try_input(0, name, data, tmp_path).pages > 0 or name in ("scanned.pdf", "encrypted.pdf"), name
