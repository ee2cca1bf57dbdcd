"""Measures joining on real news in clusters: `python -m evaluation.clusters`.

The articles are those of a collection in which people put 208 articles into 35 events of six categories, by what they
report ("world": a shooting, a missile, an offer of talks). All are read into one record. Two articles are together
where they report one event of the record or where one copies the other; B-cubed compares that with the clusters. How
it counts is told in `docs/metrics.md`. The articles are no part of the tree and nothing of them may be put there.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from statistics import fmean

import msgspec
from cyclopts import App
from rich.console import Console
from rich.table import Table

from communique.record import open_record
from communique.running import code_document, code_text
from communique.types import Coding, Event

__all__ = ["DATA", "Article", "BCubed", "Joined", "b_cubed", "figures", "join", "read_articles"]

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "news-cluster" / "articles.jsonl"
ALL = "all"
Pairs = Mapping[str, frozenset[str]]
"""Article → the articles that it is together with, itself among them."""

app = App(name="evaluation.clusters", help="Measure joining on real news.", result_action="return_value")


class Cluster(msgspec.Struct, frozen=True, rename="pascal"):
    """What people put an article into: its category, and the event's number and name in it."""

    category: str
    event_id: int
    event: str

    @property
    def key(self) -> str:
        """The event's number and name: a number alone is used again in no category."""
        return f"{self.event_id}:{self.event}"


class Article(msgspec.Struct, frozen=True):
    """One article of the collection."""

    id: str
    url: str
    title: str
    text: str
    published: str
    publisher: str
    cluster: Cluster


class Joined(msgspec.Struct, frozen=True):
    """Which articles are together, and why: by events, and as copies; ``told`` are those that tell of any event."""

    by_events: Pairs
    copies: Pairs
    told: frozenset[str]
    events: tuple[Event, ...]

    @property
    def together(self) -> Pairs:
        """By either."""
        return {name: found | self.copies[name] for name, found in self.by_events.items()}


class BCubed(msgspec.Struct, frozen=True):
    """Of the articles that each is together with, the part of its cluster; of its cluster, the part found."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def read_articles(path: Path = DATA) -> tuple[Article, ...]:
    """All articles, in their order; ``msgspec.ValidationError`` where one is not of the shape."""
    return tuple(msgspec.json.Decoder(Article).decode_lines(path.read_bytes()))


def join(articles: Iterable[Article]) -> Joined:
    """The articles, coded and put into one record made for the purpose."""
    codings = [_code(article) for article in articles]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "clusters.db"
        with open_record(path, create=True) as record:
            record.keep(codings, code_document)
            events = tuple(record.events())
        copies = _copies(path)
    names = [coding.document.id for coding in codings]
    groups = ({report.document for report in event.reports} for event in events)
    told = frozenset(coding.document.id for coding in codings if coding.events)
    return Joined(_pairs(names, groups), _pairs(names, copies), told, events)


def _code(article: Article) -> Coding:
    return code_text(
        article.text,
        title=article.title,
        published=article.published,
        url=article.url,
        publisher=article.publisher,
        source=article.url,
        id=article.id,
    )


def _copies(path: Path) -> list[set[str]]:
    """The groups of copies, asked of the record's file: what it gives out counts them and does not name them."""
    groups: defaultdict[int, set[str]] = defaultdict(set)
    connection = sqlite3.connect(path)
    try:
        for head, name in connection.execute(
            "SELECT head, id FROM copies JOIN documents ON number IN (document, head)"
        ):  # the head may stand among its own copies or not
            groups[head].add(name)
    finally:
        connection.close()
    return list(groups.values())


def _pairs(names: Sequence[str], groups: Iterable[set[str]]) -> Pairs:
    found = {name: {name} for name in names}
    for group in groups:
        for name in group:
            found[name] |= group
    return {name: frozenset(others) for name, others in found.items()}


def b_cubed(together: Pairs, clusters: Mapping[str, str]) -> BCubed:
    """Precision and recall of being ``together`` over the articles of ``clusters`` (article → cluster).

    Being together need not carry on from one article to a third, as one article tells of several events: each is
    judged by those that it is itself together with (Amigó et al. 2009, section 5, with sets for clusters).
    """
    sizes: defaultdict[str, int] = defaultdict(int)
    for cluster in clusters.values():
        sizes[cluster] += 1
    hits = {n: sum(clusters[m] == clusters[n] for m in together[n] if m in clusters) for n in clusters}
    return BCubed(
        precision=fmean(hits[name] / sum(other in clusters for other in together[name]) for name in clusters),
        recall=fmean(hits[name] / sizes[clusters[name]] for name in clusters),
    )


def figures(articles: Sequence[Article], joined: Joined) -> dict[str, float]:
    """B-cubed of each category and of all, the part of the articles that tell of any event, and B-cubed of these."""
    return dict(
        row
        for category in (*sorted({article.cluster.category for article in articles}), ALL)
        for row in _figures(category, [a for a in articles if category in (ALL, a.cluster.category)], joined)
    )


def _figures(category: str, articles: Sequence[Article], joined: Joined) -> Iterator[tuple[str, float]]:
    clusters = {article.id: article.cluster.key for article in articles}
    told = {name: cluster for name, cluster in clusters.items() if name in joined.told}
    score = b_cubed(joined.together, clusters)
    yield f"{category}.articles", float(len(articles))
    yield f"{category}.precision", score.precision
    yield f"{category}.recall", score.recall
    yield f"{category}.f1", score.f1
    yield f"{category}.f1.copies_alone", b_cubed(joined.copies, clusters).f1
    yield f"{category}.with_events", len(told) / len(articles)
    if told:
        yield f"{category}.f1.of_these", b_cubed(joined.together, told).f1


def _by_cluster(articles: Sequence[Article], joined: Joined) -> Iterator[tuple[str, int, int, int, float]]:
    """Name of each cluster, its articles, those with any event, the parts that it falls into, and pairs together."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    for article in articles:
        members[article.cluster.event].append(article.id)
    for event, names in sorted(members.items()):
        pairs = list(combinations(names, 2))
        shared = fmean(b in joined.together[a] for a, b in pairs) if pairs else 1.0
        told = sum(name in joined.told for name in names)
        yield event, len(names), told, _parts(names, joined.together), shared


def _parts(names: Sequence[str], together: Pairs) -> int:
    """Into how many parts a cluster falls."""
    left, parts = set(names), 0
    while left:
        reach = [left.pop()]
        parts += 1
        while reach:
            near = together[reach.pop()] & left
            left -= near
            reach.extend(near)
    return parts


def _merged(articles: Sequence[Article], joined: Joined) -> Iterator[str]:
    """A line for each event that puts articles of several clusters together."""
    clusters = {article.id: article.cluster.event for article in articles}
    for event in joined.events:
        held = sorted({clusters[report.document] for report in event.reports})
        if len(held) > 1:
            yield "\t".join(("merged", event.title, *held))


def _tables(articles: Sequence[Article], joined: Joined) -> Iterator[Table]:
    """The figures, then the clusters of which any article tells of an event."""
    found = figures(articles, joined)
    table = Table(title="B-cubed", title_justify="left")
    for heading in ("category", *_HEADINGS):
        table.add_column(heading, justify="right" if heading != "category" else "left")
    for category in dict.fromkeys(name.split(".")[0] for name in found):
        values = (found.get(f"{category}.{name}") for name in _HEADINGS.values())
        table.add_row(category, *(_shown(name, value) for name, value in zip(_HEADINGS, values, strict=True)))
    yield table
    table = Table(title="Clusters with events", title_justify="left")
    for heading in ("cluster", "articles", "with events", "parts", "pairs together"):
        table.add_column(heading, justify="right" if heading != "cluster" else "left", overflow="fold")
    for event, size, told, parts, shared in _by_cluster(articles, joined):
        if told:
            table.add_row(event, str(size), str(told), str(parts), f"{100 * shared:.0f}")
    yield table


_HEADINGS = {
    "articles": "articles",
    "P": "precision",
    "R": "recall",
    "F1": "f1",
    "copies": "f1.copies_alone",
    "events": "with_events",
    "F1 of these": "f1.of_these",
}
"""What stands above a column → the figure in it."""


def _shown(heading: str, value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.0f}" if heading == "articles" else f"{100 * value:.1f}"


@app.default
def clusters(*, json: bool = False, errors: bool = False, data: Path = DATA) -> int:
    """Measure joining on real articles that people put into clusters.

    Parameters
    ----------
    json
        Print every figure under its name as one JSON object.
    errors
        Print a line for each event that puts articles of several clusters together, instead of the tables.
    data
        The articles, one JSON object a line.
    """
    if not data.is_file():
        print(f"evaluation.clusters: {data}: there is no such file", file=sys.stderr)
        return 1
    articles = read_articles(data)
    joined = join(articles)
    if json:
        print(msgspec.json.format(msgspec.json.encode(figures(articles, joined)), indent=2).decode())
    elif errors:
        print(*_merged(articles, joined), sep="\n")
    else:
        Console().print(*_tables(articles, joined), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(app())
