"""Corpora of names become annotated sentences; no article is both learned from and measured on."""

from pathlib import Path

import pytest
from training._annotated import spans
from training._names import Part, crossner, cut, newswire

ROWS = "On O|Monday B-Date|Luis B-Person|Vega E-Person|left O|. O|The O|U.S.-led S-NORP|NATO S-Organization"
TSV = ROWS.replace(" ", "\t").replace("|", "\n") + "\n"


def test_hyphened_words_are_cut_and_the_name_goes_on() -> None:
    assert cut(["al-Sisi", "met"], ["B-PER", "O"]) == (["al", "-", "Sisi", "met"], ["B-PER", "I-PER", "I-PER", "O"])


def test_lines_are_cut_into_sentences(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.tsv").write_text(TSV, encoding="utf-8")
    first, second = newswire(tmp_path, "train")
    assert first.words[-1] == "."
    assert first.names is not None
    assert list(spans(first.names)) == [(2, 4, "PER")]
    assert second.words == ("The", "U.S.", "-", "led", "NATO")


def test_every_article_is_in_one_part(tmp_path: Path) -> None:
    for number in range(50):
        (tmp_path / f"{number:02}.tsv").write_text(f"word{number}\tO\n", encoding="utf-8")
    parts: tuple[Part, ...] = ("train", "dev", "test")
    words = {part: {s.words for s in newswire(tmp_path, part)} for part in parts}
    assert [len(words[part]) for part in parts] == [38, 2, 10]
    assert len(set().union(*words.values())) == 50


@pytest.mark.parametrize(
    ("tags", "expected"),
    [("B-politician I-politician", "B-PER I-PER"), ("B-event O", "O O"), ("B-misc B-country", "? B-LOC")],
)
def test_politics(tmp_path: Path, tags: str, expected: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text("".join(f"w {tag}\n" for tag in tags.split()), encoding="utf-8")
    (found,) = crossner(path)
    assert found.names == tuple(expected.split())
