"""`python -m evaluation.pages [--json | --errors N]`: web pages against trafilatura and htmldate, in one run.

The pages are those that trafilatura is measured with (its tests/evaldata.json): 990 real ones, two thirds of them
German, each with words that belong to its text ("with") and words that do not ("without"), and for 851 of them the day
of publication, where the page has one. docs/pages.md says how they are counted.
"""

from __future__ import annotations

import json as json_module
import sys
import tarfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec
from cyclopts import App
from rich.console import Console
from rich.table import Table

from communique.evaluation.counts import Share
from communique.reading import read
from communique.sources import web_pages
from communique.types import Document, InputError, Page

__all__ = ["SET", "Labelled", "Segments", "labelled_pages", "plain_words"]

SET = Path(__file__).resolve().parents[2] / "shared" / "data" / "trafilatura-evaldata"
"""Where the set is looked for: ``../shared/data`` beside the tree."""
_Result = TypeVar("_Result")
_LOADING = 50
"""Pages after which what only some of them need is loaded: models of languages, the slow ways."""
_UNSEEN = dict.fromkeys(map(ord, "\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))

app = App(name="pages", help="Measure the reading of web pages.", result_action="return_value")


class Labelled(msgspec.Struct, frozen=True):
    """One page: words that its text holds and does not hold; ``date`` is "" where it has none, null unlabelled."""

    url: str | None
    name: str
    data: bytes
    within: tuple[str, ...]
    without: tuple[str, ...]
    date: str | None


class Segments(msgspec.Struct, frozen=True):
    """Words found that belong to the text, missed, and found that do not."""

    right: int
    missed: int
    wrong: int

    @property
    def precision(self) -> float:
        """Of the words found, those that belong to the text."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Of the words that belong to the text, those found."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.right / max(1, 2 * self.right + self.missed + self.wrong)


class _Days(msgspec.Struct, frozen=True):
    exact: Share
    wrong: int
    unlabelled: int


class _Figures(msgspec.Struct, frozen=True):
    segments: Segments
    seconds: float
    days: _Days | None = None
    refused: int = 0


def labelled_pages(folder: Path) -> Iterator[Labelled]:
    """The pages of the set in ``folder``, in its order."""
    with tarfile.open(folder / "html.tar.gz") as archive:
        files = {Path(member.name).name: archive.extractfile(member) for member in archive if member.isfile()}
        contents = {name: stream.read() for name, stream in files.items() if stream is not None}
    for url, labels in json_module.loads((folder / "evaldata.json").read_bytes()).items():
        yield Labelled(
            url if url.startswith("http") else None,
            labels["file"],
            contents[labels["file"]],
            tuple(labels["with"]),
            tuple(labels["without"]),
            labels.get("date"),
        )


def plain_words(text: str) -> str:
    """``text`` with single blanks and without characters that nobody sees, by which segments are compared."""
    return " ".join(text.translate(_UNSEEN).split())


@app.default
def pages(*, json: bool = False, errors: int = 0, data: Path = SET) -> int:
    """Read the pages with ours, trafilatura and htmldate, and compare.

    Parameters
    ----------
    json
        Print the figures as one JSON object instead of tables.
    errors
        Print that many pages of which ours misses words or holds wrong ones.
    data
        The folder of the set.
    """
    if not (data / "evaldata.json").is_file():
        print(f"skipped: no {data}/evaldata.json", file=sys.stderr)
        return 0
    labelled = list(labelled_pages(data))
    read_all, seconds = _timed(_ours, labelled)
    found = {
        "ours": _Figures(
            _segments(labelled, [_text(documents) for documents in read_all]),
            seconds,
            _days(labelled, [_day(documents) for documents in read_all]),
            sum(not documents for documents in read_all),
        ),
        "trafilatura": _theirs(labelled, with_metadata=False),
        "trafilatura, with metadata": _theirs(labelled, with_metadata=True),
        "htmldate": _by_htmldate(labelled, extensive=True),
        "htmldate, not extensive": _by_htmldate(labelled, extensive=False),
    }
    if json:
        print(msgspec.json.encode(found).decode())
    else:
        _show(found)
    for line in _failures(labelled, read_all)[:errors]:
        print(line)
    return 0


def _timed(do: Callable[[Labelled], _Result], labelled: Sequence[Labelled]) -> tuple[list[_Result], float]:
    """The results, and the seconds of the processor; what is loaded for the first pages is not counted."""
    for page in labelled[:_LOADING]:
        do(page)
    began = time.process_time()
    results = [do(page) for page in labelled]
    return results, time.process_time() - began


def _ours(page: Labelled) -> tuple[Document, ...]:
    documents = []
    for found in web_pages(page.data, page.name, url=page.url):
        if isinstance(found, Page):
            try:
                documents.append(read(found))
            except InputError:
                continue
    return tuple(documents)


def _text(documents: Sequence[Document]) -> str:
    return "\n\n".join(document.text for document in documents)


def _day(documents: Sequence[Document]) -> str | None:
    published = documents[0].published if documents else None
    return published.day.isoformat() if published and published.day else None


def _theirs(labelled: Sequence[Labelled], *, with_metadata: bool) -> _Figures:
    """Its own settings in its own evaluation: no comments, tables."""
    import trafilatura

    def extract(page: Labelled) -> tuple[str, str | None]:
        if not with_metadata:
            return trafilatura.extract(page.data, include_comments=False) or "", None
        found = trafilatura.bare_extraction(page.data, url=page.url, include_comments=False, with_metadata=True)
        return ("", None) if found is None or isinstance(found, dict) else (found.text or "", found.date)

    results, seconds = _timed(extract, labelled)
    days = _days(labelled, [day for _, day in results]) if with_metadata else None
    return _Figures(_segments(labelled, [text for text, _ in results]), seconds, days)


def _by_htmldate(labelled: Sequence[Labelled], *, extensive: bool) -> _Figures:
    from htmldate import find_date

    def find(page: Labelled) -> str | None:
        markup = page.data.decode("utf-8", "replace")
        found: str | None = find_date(markup, url=page.url, original_date=True, extensive_search=extensive)
        return found

    results, seconds = _timed(find, labelled)
    return _Figures(Segments(0, 0, 0), seconds, _days(labelled, results))


def _segments(labelled: Sequence[Labelled], texts: Sequence[str]) -> Segments:
    right = missed = wrong = 0
    for page, text in zip(labelled, map(plain_words, texts), strict=True):
        found = sum(plain_words(words) in text for words in page.within)
        right += found
        missed += len(page.within) - found
        wrong += sum(plain_words(words) in text for words in page.without)
    return Segments(right, missed, wrong)


def _days(labelled: Sequence[Labelled], days: Sequence[str | None]) -> _Days:
    dated = [(page.date, day) for page, day in zip(labelled, days, strict=True) if page.date is not None]
    exact = Share(sum(day == date for date, day in dated if date), sum(bool(date) for date, _ in dated))
    wrong = sum(day is not None and day != date for date, day in dated if date)
    return _Days(exact, wrong, sum(day is not None for date, day in dated if not date))


def _show(found: dict[str, _Figures]) -> None:
    console = Console()
    columns = ("precision", "recall", "F", "exact day", "wrong", "day where none is labelled", "seconds", "refused")
    table = Table("", *columns)
    for name, figures in found.items():
        segments, days = figures.segments, figures.days
        shares = (segments.precision, segments.recall, segments.f1) if segments.right else ()
        table.add_row(
            name,
            *([f"{share:.4f}" for share in shares] or ["", "", ""]),
            *([f"{days.exact.right}/{days.exact.of}", str(days.wrong), str(days.unlabelled)] if days else ["", "", ""]),
            f"{figures.seconds:.1f}",
            str(figures.refused or ""),
        )
    console.print(table)


def _failures(labelled: Sequence[Labelled], read_all: Sequence[Sequence[Document]]) -> list[str]:
    lines = []
    for page, documents in zip(labelled, read_all, strict=True):
        text = plain_words(_text(documents))
        missed = [words for words in page.within if plain_words(words) not in text]
        wrong = [words for words in page.without if plain_words(words) in text]
        if missed or wrong:
            lines.append(f"{page.name}: missed {missed}, wrong {wrong}")
    return lines


if __name__ == "__main__":
    sys.exit(app())
