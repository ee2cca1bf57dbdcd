"""Writes `docs/codebook.md` from the codebook: `make codebook`. A test holds the page to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from communique.codebook import Kind, channels, classes, codebook, schemes, topics
from communique.codebook.patterns import example_line, noun_lines, roles, verb_lines

__all__ = ["PAGE", "page"]

PAGE = Path(__file__).parents[1] / "docs" / "codebook.md"
_HEAD = """# The codebook
Written by `make codebook` from `src/communique/codebook`; edit there. `communique codebook` prints the list of kinds,
`communique codebook KIND` one entry, with `--json` for machines, and the version that a record stores with every
document that it has coded: version {version} and, behind "+", a digest of the files.

Every example is run as a test, and every counter-example must give no event of the family. Types, modes and codes are
held to lists of what the schemes know (`schemes.yaml`), which are from these works:

- {plover}
- {cameo}

Where the schemes leave a choice, or the project departs from them:

- A meeting, talks or a summit has no PLOVER mode: its modes are `visit`, `phone`, `third-party` and `multilateral`, and
  the words seldom decide between the last two.
- An agreement that is signed is AGREE. PLOVER's manual counts the promise to sign as AGREE and the signing as SUPPORT,
  where its table of CAMEO codes puts 057.
- Sanctions that are eased are CONCEDE, as the manual's text has the easing of restrictions; its table of CAMEO codes
  puts 085 under RETREAT.
- Tariffs, import bans and closed borders are COERCE with the mode `restrict` and CAMEO 163, as in that table; sanctions
  and embargoes, which have the same code, are SANCTION with the mode `discontinue`, as in the examples of its coder.
- An apology is CONCEDE, as the manual says of regret and remorse; the table puts 055 under SUPPORT.
- A denial is REJECT, as the manual proposes for CAMEO 016; a request is REQUEST with CAMEO 020, which the table drops.
- A kind that mixes what PLOVER tells apart (troops withdrawn and fighting ended; a rally at an embassy and its
  storming) has no mode.

## Kinds
| kind | family | PLOVER | CAMEO | definition |
|---|---|---|---|---|
{rows}

In the entries roles stand where the sentence has them, `A/B` are alternatives, ‹envoy› is a class of words and “phone”
a channel of which a word must stand in the clause; both are listed at the end.

{entries}

## Topics
A topic is claimed where one of its words stands in a sentence that tells of the event, whatever its kind.

{topics}

## Classes of words
{classes}

## Channels
{channels}
"""


def page() -> str:
    """The whole page."""
    book, works = codebook(), schemes().sources
    return _HEAD.format(
        version=book.version.split("+")[0],
        plover=works["plover"],
        cameo=works["cameo"],
        rows="\n".join(_row(kind) for kind in book.kinds),
        entries="\n\n".join("\n".join(_entry(kind)) for kind in book.kinds),
        topics=_lists((topic.name, topic.words) for topic in topics()),
        classes=_lists((f"‹{name}›", words) for name, words in classes().items()),
        channels=_lists((f"“{name}”", words) for name, words in channels().items()),
    )


def _row(kind: Kind) -> str:
    link = f"[{kind.kind}](#{kind.kind})"
    return f"| {link} | {kind.family} | {_plover(kind)} | {kind.cameo or '–'} | {kind.definition} |"


def _plover(kind: Kind) -> str:
    return kind.type + (f" / {kind.mode}" if kind.mode else "")


def _entry(kind: Kind) -> Iterator[str]:
    required = ", ".join(f"{role} ({count})" for role, count in kind.requires.items())
    yield f"### {kind.kind}"
    yield kind.definition
    yield f"{_plover(kind)}, CAMEO {kind.cameo or '–'}. Roles: {', '.join(roles(kind))}" + (
        f"; required: {required}." if required else "."
    )
    yield from _bullets("Verbs", verb_lines(kind))
    yield from _bullets("Nouns", noun_lines(kind))
    coded = [f"{e.text} → {example_line(e)}" for e in kind.examples]
    yield from _bullets("Examples", coded)
    yield from _bullets("Not of this kind", kind.counterexamples)


def _bullets(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"\n{title}:\n"
        yield from (f"- {line}" for line in lines)


def _lists(named: Iterator[tuple[str, Sequence[str]]]) -> str:
    return "\n".join(f"- {name}: {', '.join(words)}" for name, words in named)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
