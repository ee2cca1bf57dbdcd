"""``communique codebook``: the kinds of event, and the whole entry of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

from cyclopts import Parameter
from rapidfuzz import process
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from communique.cli._terminal import is_narrow, ruled_table, show, write_json
from communique.codebook import Codebook, Kind, schemes, topics
from communique.codebook import codebook as load
from communique.codebook.patterns import example_line, noun_lines, roles, verb_lines, word_lists
from communique.types import UsageError
from communique.types.words import present

__all__ = ["codebook"]

_LIKE = 60  # of 100, rapidfuzz's WRatio: below it two names have nothing to do with each other
_MOST = 5


def codebook(
    kind: Annotated[str | None, Parameter(help="A kind, to see its entry, or a family, to list its kinds.")] = None,
    /,
    *,
    json: Annotated[bool, Parameter(negative=(), help="JSON instead of text.")] = False,
) -> int:
    """List the kinds of event, or show the whole entry of one."""
    book = load()
    entry = next((k for k in book.kinds if k.kind == kind), None)
    if entry is not None:
        write_json({"version": book.version, **_fields(entry)}) if json else _print_entry(entry)
        return 0
    listed = [k for k in book.kinds if kind in (None, k.family)]
    if not listed:
        raise UsageError(_unknown(str(kind), book))
    if json:
        write_json({"version": book.version, "kinds": [_fields(k) for k in listed]})
    else:
        _print_list(listed, book.version)
    return 0


def _fields(kind: Kind) -> dict[str, object]:
    names = ("kind", "family", "definition", "type", "mode", "cameo")
    return {name: getattr(kind, name) for name in names} | {
        "roles": roles(kind),
        "requires": kind.requires,
        "verbs": verb_lines(kind),
        "nouns": noun_lines(kind),
        "words": word_lists(kind),
        "topics": [topic.name for topic in topics()],
        "examples": kind.examples,
        "counterexamples": kind.counterexamples,
    }


def _unknown(kind: str, book: Codebook) -> str:
    near = ", ".join(_near(kind.lower(), book))
    hint = f"near: {near}" if near else "communique codebook lists all"
    return f"the codebook has no kind or family {kind!r}; {hint}"


def _near(word: str, book: Codebook) -> list[str]:
    """The kinds of which the word is a trigger, then those whose names are like it."""
    told = [k.kind for k in book.kinds if word in k.nouns or word in {verb.lemma for verb in k.verbs}]
    names = dict.fromkeys([*(k.kind for k in book.kinds), *(k.family for k in book.kinds)])
    like = [name for name, _, _ in process.extract(word, list(names), limit=_MOST, score_cutoff=_LIKE)]
    return list(dict.fromkeys([*told, *like]))[:_MOST]


def _print_list(kinds: Sequence[Kind], version: str) -> None:
    show(Text(f"codebook {version}, {len(kinds)} kinds", style="dim"), "")
    show(_folded_table(kinds) if is_narrow() else _wide_table(kinds))


def _wide_table(kinds: Sequence[Kind]) -> Table:
    table = _table("Kind", "Family", "PLOVER", "CAMEO")
    for kind in kinds:
        cells = (kind.kind, kind.family, _plover(kind), present(kind.cameo), kind.definition)
        table.add_row(*map(Text, cells))
    return table


def _folded_table(kinds: Sequence[Kind]) -> Table:
    """Two cells in one where they are short."""
    table = _table("Kind, family", "PLOVER, CAMEO")
    for kind in kinds:
        cells = (f"{kind.kind}\n{kind.family}", f"{_plover(kind)}\n{present(kind.cameo)}", kind.definition)
        table.add_row(*map(Text, cells))
    return table


def _table(*headings: str) -> Table:
    table = ruled_table()
    for heading in headings:
        table.add_column(heading, overflow="fold", no_wrap=True)
    table.add_column("Definition", ratio=1)
    return table


def _plover(kind: Kind) -> str:
    return kind.type + (f"/{kind.mode}" if kind.mode else "")


def _print_entry(kind: Kind) -> None:
    show(Text(kind.kind, style="bold"), Text(kind.definition), "", _facts(kind))
    for title, lines in _sections(kind):
        show("", Text(title, style="bold"), *(Padding(Text(line), (0, 0, 0, 2)) for line in lines))


def _facts(kind: Kind) -> Table:
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="bold", no_wrap=True)
    facts.add_column()
    needed = ", ".join(f"{role} ({count})" for role, count in kind.requires.items())
    rows = (
        ("Family", kind.family),
        ("PLOVER", _plover(kind)),
        ("CAMEO", present(kind.cameo)),
        ("Roles", ", ".join(roles(kind))),
        ("Required", needed),
        ("Topics", "any of " + ", ".join(topic.name for topic in topics())),
        ("Version", load().version),
        ("Sources", "; ".join(schemes().sources.values())),
    )
    for label, value in rows:
        if value:
            facts.add_row(label, Text(value))
    return facts


def _sections(kind: Kind) -> Iterator[tuple[str, Iterable[str]]]:
    sections: tuple[tuple[str, Sequence[str]], ...] = (
        ("Verbs", verb_lines(kind)),
        ("Nouns", noun_lines(kind)),
        ("Words", [f"{name}: {', '.join(words)}" for name, words in word_lists(kind).items()]),
        ("Examples", [f"{e.text}\n→ {example_line(e)}" for e in kind.examples]),
        ("Not of this kind", kind.counterexamples),
    )
    yield from ((title, lines) for title, lines in sections if lines)
