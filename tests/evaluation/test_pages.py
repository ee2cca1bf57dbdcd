"""The evaluation of web pages on a set of two pages of our own."""

import json
import tarfile
from pathlib import Path

import pytest
from evaluation.pages import Segments, labelled_pages, pages, plain_words

OWN = Path(__file__).parents[1] / "sources" / "html" / "pages"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    labels = {
        "https://andean.example/a": {
            "file": "blog.html",
            "with": ["signed an accord on  shared rivers", "a joint commission"],
            "without": ["newsletter", "Bolivia asks"],
            "date": "2024-05-14",
        },
        "odd::b": {"file": "listing.html", "with": ["World news"], "without": ["Lima"], "date": ""},
    }
    (tmp_path / "evaldata.json").write_text(json.dumps(labels))
    with tarfile.open(tmp_path / "html.tar.gz", "w:gz") as archive:
        for name in ("blog.html", "listing.html"):
            archive.add(OWN / name, f"tests/cache/{name}")
    return tmp_path


def test_the_set_is_read(folder: Path) -> None:
    first, second = labelled_pages(folder)
    assert (first.url, first.date, second.url, second.date) == ("https://andean.example/a", "2024-05-14", None, "")


def test_figures_of_all_readers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pages(json=True, data=folder) == 0
    ours = json.loads(capsys.readouterr().out)["ours"]
    assert ours["segments"] == {"right": 2, "missed": 1, "wrong": 0}
    assert ours["days"] == {"exact": {"right": 1, "of": 1}, "wrong": 0, "unlabelled": 0}
    assert ours["refused"] == 1


def test_a_missing_set_is_skipped_with_a_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pages(data=tmp_path) == 0
    assert "skipped" in capsys.readouterr().err


def test_shares() -> None:
    assert Segments(3, 1, 1).f1 == pytest.approx(0.75)
    assert plain_words("Wör\xadter\u200b  hier\n") == "Wörter hier"
