"""Tails: lists of other articles, and what readers wrote below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from communique.reading._lines import Line, ends_sentence, is_cut

__all__ = ["without_related"]

# Of lines in lower case.
_HEADING = re.compile(
    r"""(?:
      (?:related|recommended|suggested|trending|popular|latest|similar|other|top|more|most|must|our)
        (?:\s(?:related|recommended|popular|trending|top|latest|news|world|stories|now|on|this|for|you)){0,3}
        \s(?:articles?|stor(?:y|ies)|news|topics?|posts?|content|coverage|links?|reading|headlines|videos?|read|popular
           |viewed|shared|recommended|reads|picks?)(?:\slist\sof\s\d+\sitems?)?
      |related|recommended|trending|more\sto\sread|more\s(?:on\sthis|like\sthis|from\s(?:\S+\s?){1,4}|in\s\S+)
      |don['’]t\smiss|you\s(?:may|might|will|would)\s(?:also\s)?(?:like|enjoy|be\sinterested\sin)
      |(?:read|see|watch)\s(?:also|next)|also\sread|what\sto\sread\snext|up\snext|in\scase\syou\smissed\sit
      |editor['’]?s['’]?\s(?:picks?|choice)
    )\s?:?$""",
    re.VERBOSE,
)
_COMMENTS = re.compile(
    r"(?:all |view |show |\d+ |leave a |post a )?(?:comments?|repl(?:y|ies)|responses?)"
    r"(?:\s?\(?\d+\)?)?\s?[.:*]?$"
    r"|leave a reply\b",
    re.IGNORECASE,
)
_LONGEST_HEADING = 200  # characters
_LONGEST_TITLE_WORDS = 22
_LONGEST_BLURB_WORDS = 45


def without_related(lines: Sequence[Line]) -> tuple[Line, ...]:
    """``lines`` without lists of teasers under headings such as "Related articles", and readers' comments."""
    body_words = sum(line.words for line in lines if line.prose)
    kept: list[Line] = []
    read_words = 0
    skip_to = 0
    for index, line in enumerate(lines):
        if index < skip_to:
            continue
        if _is_comments_heading(line, read_words, body_words):
            break
        if len(line.text) <= _LONGEST_HEADING and _HEADING.match(line.text.lower()):
            skip_to = _list_end(lines, index + 1, before_body=read_words == 0)
            continue
        kept.append(line)
        read_words += line.words if line.prose else 0
    return tuple(kept)


def _is_comments_heading(line: Line, read_words: int, body_words: int) -> bool:
    # Above the body the same words are a button; below half of it they open what readers wrote.
    return read_words * 2 > body_words and _COMMENTS.match(line.text) is not None


def _list_end(lines: Sequence[Line], start: int, *, before_body: bool) -> int:
    """The index of the first line after the teasers that begin at ``start``.

    A teaser is a headline, perhaps with one blurb after it. Before the body the list ends with its block,
    or it would take the article's own headline; after it, with the first sentence that is no blurb.
    """
    if before_body:
        heading = lines[start - 1]
        return next((i for i in range(start, len(lines)) if lines[i].block != heading.block), len(lines))
    # Sentences are taken for blurbs only where no running text, two paragraphs in a row, comes after.
    is_tail = not any(a.prose and b.prose for a, b in pairwise(lines[start:]))
    index = start
    while index < len(lines) and _is_title(lines[index]):
        index += 1
        if index < len(lines) and _is_blurb(lines[index], is_tail=is_tail):
            index += 1
    return index


def _is_title(line: Line) -> bool:
    return line.words <= _LONGEST_TITLE_WORDS and (is_cut(line.text) or not ends_sentence(line.text))


def _is_blurb(line: Line, *, is_tail: bool) -> bool:
    return line.words <= _LONGEST_BLURB_WORDS and (is_tail or is_cut(line.text))
