"""Measures statements on attributions of PolNeAR: `python -m evaluation.attributions`.

PolNeAR (Newell, Margolin & Ruths 2018, LREC) marks in news of the American election of 2016 who is cited (source),
with which words (cue) and what is said, thought or felt (content), in brat's standoff format. The articles belong
to their newspapers: they are read here and no part of the tree. How it counts is told in `docs/statements.md`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
from cyclopts import App

from communique.codebook import sayings
from communique.evaluation.counts import Tally
from communique.parsing import verb_forms
from communique.running import code_text
from communique.types import Coding, InputError, Span

__all__ = ["DATA", "Article", "Cited", "Found", "Scores", "evaluate", "found", "read_article", "read_articles", "score"]

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "polnear" / "data" / "dev"
_EDGES = " \n\t\"'“”‘’«».,:;—–-"

app = App(name="evaluation.attributions", help="Measure statements on PolNeAR.", result_action="return_value")

Stretch = tuple[int, int]
"""Offsets of characters in the raw text, half open."""


class Cited(msgspec.Struct, frozen=True):
    """An attribution: stretches of the raw text; ``source`` is empty where none is named."""

    content: tuple[Stretch, ...]
    source: tuple[Stretch, ...]
    cue: str = ""


class Article(msgspec.Struct, frozen=True):
    """A text with its labelled attributions."""

    name: str
    text: str
    attributions: tuple[Cited, ...]


class Found(msgspec.Struct, frozen=True):
    """An article with what the program found in it."""

    article: Article
    statements: tuple[Cited, ...]


class Scores(msgspec.Struct, frozen=True):
    """Contents that are the same, the shares of contents that overlap, and sources that overlap.

    ``covered`` is the mean share of a labelled content that one statement holds (recall), ``right`` the mean share
    of a statement that one labelled content holds (precision).
    """

    exact: Tally
    covered: float
    right: float
    sources: Tally

    @property
    def overlap(self) -> float:
        """The harmonic mean of both shares."""
        both = self.covered + self.right
        return 2 * self.covered * self.right / both if both else 0.0


def read_articles(folder: Path) -> Iterator[Article]:
    """The articles of a part of the corpus; ``FileNotFoundError`` where it is not there."""
    for path in sorted((folder / "attributions").iterdir()):
        name = path.stem.rpartition("_")[0]
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        yield Article(name, text, read_article(path.read_text(encoding="utf-8")))


def read_article(annotations: str) -> tuple[Cited, ...]:
    """The attributions that have a content, from brat's lines "T1 Cue 3 7 said" and "E1 Attribution:T1 Source:T2 …"."""
    lines = [line.split("\t") for line in annotations.splitlines()]
    spans = {
        parts[0]: (_stretches(parts[1]), parts[2]) for parts in lines if parts[0].startswith("T") and len(parts) > 2
    }
    cited = []
    for parts in lines:
        if parts[0].startswith("E"):
            roles = [role.split(":") for role in parts[1].split()]
            content = _of_role(roles, "Content", spans)
            if content:
                cue = " ".join(spans[key][1] for role, key in roles if role.startswith("Cue") and key in spans)
                cited.append(Cited(content, _of_role(roles, "Source", spans), cue))
    return tuple(cited)


def _stretches(part: str) -> tuple[Stretch, ...]:
    """ "Content 359 390;393 432" → the two stretches."""
    pairs = (pair.split() for pair in part.split(" ", 1)[1].split(";"))
    return tuple((int(start), int(end)) for start, end in pairs)


def _of_role(
    roles: Iterable[Sequence[str]], name: str, spans: dict[str, tuple[tuple[Stretch, ...], str]]
) -> tuple[Stretch, ...]:
    """The stretches of a role; a second one of it carries a number ("Content2")."""
    return tuple(
        stretch
        for role, key in roles
        if role.rstrip("0123456789") == name and key in spans
        for stretch in spans[key][0]
    )


def found(article: Article) -> Found:
    """The statements of an article, coded without title and date, in offsets of its raw text."""
    try:
        coding = code_text(article.text, language="en")
    except InputError:
        return Found(article, ())
    return Found(article, tuple(_cited(coding)))


def _cited(coding: Coding) -> Iterator[Cited]:
    for statement in coding.statements:
        content = tuple(_raw(coding, span) for span in statement.content)
        evidence = statement.speaker_evidence
        yield Cited(content, (_raw(coding, evidence),) if evidence else (), statement.cue or "")


def _raw(coding: Coding, span: Span) -> Stretch:
    document = coding.document
    return document.raw_offset(span.start), document.raw_offset(span.end - 1) + 1


def score(articles: Sequence[Found], *, saying: bool = False) -> Scores:
    """Count; with ``saying`` only labelled attributions whose cue holds a verb of the codebook or "according"."""
    exact, sources = Tally(), Tally()
    covered: list[float] = []
    right: list[float] = []
    for one in articles:
        text = one.article.text
        wanted = [c for c in one.article.attributions if not saying or _is_saying(c.cue)]
        same = {_trimmed(text, c.content) for c in wanted} & {_trimmed(text, s.content) for s in one.statements}
        exact += Tally(len(same), len(wanted) - len(same), len(one.statements) - len(same))
        covered += [_best(c, one.statements) for c in wanted]
        right += [_best(s, one.article.attributions) for s in one.statements]
        sources += _sources(one, wanted)
    return Scores(exact, _mean(covered), _mean(right), sources)


def _sources(one: Found, wanted: Sequence[Cited]) -> Tally:
    """Of labelled contents of which a statement holds half or more: sources that share a character with ours."""
    hits = missed = 0
    for cited in wanted:
        nearest = max(one.statements, key=lambda s: _shared(cited.content, s.content), default=None)
        if nearest is None or not cited.source or 2 * _shared(cited.content, nearest.content) < _size(cited.content):
            continue
        agrees = _shared(cited.source, nearest.source) > 0
        hits, missed = hits + agrees, missed + (not agrees)
    return Tally(hits, missed)


def _is_saying(cue: str) -> bool:
    return bool(_forms() & set(cue.lower().split()))


def _forms() -> frozenset[str]:
    forms = (form for verb in sayings().verbs() for form, _ in verb_forms(verb))
    return frozenset((*forms, "according"))


def _best(cited: Cited, others: Sequence[Cited]) -> float:
    """The greatest share of a content that one of the others holds."""
    return max((_shared(cited.content, other.content) / _size(cited.content) for other in others), default=0.0)


def _shared(left: Sequence[Stretch], right: Sequence[Stretch]) -> int:
    return sum(max(0, min(b, d) - max(a, c)) for a, b in left for c, d in right)


def _size(stretches: Sequence[Stretch]) -> int:
    return sum(end - start for start, end in stretches)


def _trimmed(text: str, stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Stretches without marks, quotation marks and "that" at their edges, joined where only such stand between."""
    cut = [_without_edges(text, start, end) for start, end in stretches]
    joined: list[Stretch] = []
    for start, end in sorted(stretch for stretch in cut if stretch[0] < stretch[1]):
        if joined and not text[joined[-1][1] : start].strip(_EDGES):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _without_edges(text: str, start: int, end: int) -> Stretch:
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    while start < end and text[start] in _EDGES:
        start += 1
    return (start + 5, end) if text[start:end].lower().startswith("that ") else (start, end)


def _mean(shares: Sequence[float]) -> float:
    return sum(shares) / len(shares) if shares else 0.0


def figures(articles: Sequence[Found]) -> dict[str, float | None]:
    """Every figure under its name; those with ``saying`` ask only for attributions with a verb of saying of ours."""
    rows: dict[str, float | None] = {"articles": len(articles), "statements": sum(len(a.statements) for a in articles)}
    for name, scores in (("all", score(articles)), ("saying", score(articles, saying=True))):
        rows |= {
            f"{name}.attributions": scores.exact.hits + scores.exact.missed,
            f"{name}.exact.precision": scores.exact.precision,
            f"{name}.exact.recall": scores.exact.recall,
            f"{name}.exact.f1": scores.exact.f1,
            f"{name}.overlap.precision": scores.right,
            f"{name}.overlap.recall": scores.covered,
            f"{name}.overlap.f1": scores.overlap,
            f"{name}.source": scores.sources.recall,
        }
    return rows


@app.default
def evaluate(*, data: Path = DATA, json: bool = False, errors: int = 0) -> int:
    """Measure statements on attributions of PolNeAR.

    Parameters
    ----------
    data
        The folder of a part of the corpus, with `attributions` and `text`.
    json
        Print the figures as one JSON object.
    errors
        Print so many statements that overlap with nothing labelled, and as many attributions missed, instead.
    """
    try:
        articles = [found(article) for article in read_articles(data)]
    except FileNotFoundError as error:
        print(f"evaluation.attributions: {error.filename}: PolNeAR is not there", file=sys.stderr)
        return 1
    if errors:
        print(*_failures(articles, errors), sep="\n")
    elif json:
        print(msgspec.json.format(msgspec.json.encode(figures(articles)), indent=2).decode())
    else:
        for name, value in figures(articles).items():
            print(f"{name:24} {value if isinstance(value, int) else '–' if value is None else f'{100 * value:.1f} %'}")
    return 0


def _failures(articles: Iterable[Found], count: int) -> Iterator[str]:
    """Lines "false" or "missed", article, cue, words."""
    false = [("false", a, s) for a in articles for s in a.statements if not _best(s, a.article.attributions)]
    missed = [
        ("missed", a, c)
        for a in articles
        for c in a.article.attributions
        if _is_saying(c.cue) and not _best(c, a.statements)
    ]
    for what, one, cited in (*_spread(false, count), *_spread(missed, count)):
        words = " … ".join(one.article.text[a:b] for a, b in cited.content)
        yield "\t".join((what, one.article.name, cited.cue, " ".join(words.split())))


def _spread(rows: Sequence[tuple[str, Found, Cited]], count: int) -> Sequence[tuple[str, Found, Cited]]:
    return rows[:: max(1, len(rows) // count)][:count]


if __name__ == "__main__":
    sys.exit(app())
