"""Factiva, "Article Format", with its field codes ("plus Indexing") or without.

The codes are those of its Intelligent Indexing (Dow Jones, "Factiva Search Form Examples"): HD headline, BY author, SN
source, PD day, LP first paragraphs, TD the others, LA language, AN accession number. Without codes each article ends
with "Document" and its accession number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.sources.press._days import day_in
from communique.sources.press._entry import Entry, page_of, split_after
from communique.sources.press._signed import signature_in, signed
from communique.types import InputError, Page

__all__ = ["factiva_pages", "is_factiva"]

_NUMBER = r"[A-Z0-9]{4,12}\d{8}[a-z0-9]{5,12}"
_END = re.compile(rf"^[ \t]*(?:AN[ \t]+)?(?:Document|Dokument|Documento)[ \t]+({_NUMBER})[ \t]*$", re.MULTILINE)
# One field a line, or on the lines after its code; bodies are indented by none of them.
_CODE = re.compile(
    r"^(?:SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|ART|CLM)(?=[ \t]|$)",
    re.MULTILINE,
)
_WORDS = re.compile(r"^[ \t]*[\d,.]+ (?:words|Wörter|mots|palabras|parole)[ \t]*$", re.MULTILINE)
_CLOCK = re.compile(r"\d{1,2}:\d\d")
_RIGHTS = re.compile(r"(?:\(c\)|©|copyright|all rights reserved)", re.IGNORECASE)
_LANGUAGES = {"english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it", "portuguese": "pt"}
_ABOUT_LINES = 12


def is_factiva(text: str) -> bool:
    """Whether ``text`` is an export of Factiva."""
    return _END.search(text) is not None


def factiva_pages(text: str, place: str) -> Iterator[Page | InputError]:
    """The pages of an export; the place of each is ``file:line``."""
    for stretch in split_after(text, _END):
        number = _END.search(stretch.text)
        if number is None:
            # Below the last article stand the search and the date of the export.
            continue
        body = stretch.text[: number.start()]
        entry = _coded(body, number[1]) if _CODE.search(body) else _plain(body, number[1])
        yield page_of(entry, f"{place}:{stretch.line}")


def _coded(text: str, number: str) -> Entry | None:
    marks = list(_CODE.finditer(text))
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    fields: dict[str, str] = {}
    for mark, end in zip(marks, ends, strict=True):
        fields.setdefault(mark[0], text[mark.end() : end].strip())
    body = "\n\n".join(filter(None, (fields.get("LP"), fields.get("TD"))))
    return Entry(
        text=body,
        title=_line(fields.get("HD")),
        published=day_in(fields.get("PD")),
        publisher=_line(fields.get("SN")),
        byline=signed(fields.get("BY")),
        id=number,
        language=_LANGUAGES.get(fields.get("LA", "").lower()),
    )


def _plain(text: str, number: str) -> Entry | None:
    """Headline, author; number of words; day, hour, source, its code, page, language, rights; body."""
    count = _WORDS.search(text)
    if count is None:
        return None
    above = [line.strip() for line in text[: count.start()].splitlines() if line.strip()]
    byline = signature_in(above)
    about, body = _about(text[count.end() :])
    named = [line for line in about if day_in(line) is None and not _CLOCK.match(line)]
    return Entry(
        text=body,
        title=_line("\n".join(line for line in above if line != byline)),
        published=next(filter(None, map(day_in, about)), None),
        publisher=named[0] if named else None,
        byline=signed(byline),
        id=number,
        language=next((_LANGUAGES[line.lower()] for line in named if line.lower() in _LANGUAGES), None),
    )


def _about(text: str) -> tuple[list[str], str]:
    """The lines about the article, up to those of its rights or to the first empty line, and what follows."""
    lines = text.lstrip("\r\n").split("\n")
    rights = [n for n, line in enumerate(lines[:_ABOUT_LINES]) if _RIGHTS.search(line)]
    blank = next((n for n, line in enumerate(lines) if not line.strip()), len(lines))
    end = rights[-1] + 1 if rights else blank
    about = [line.strip() for line in lines[: rights[0] if rights else end] if line.strip()]
    return about, "\n".join(lines[end:]).strip()


def _line(value: str | None) -> str | None:
    return " ".join((value or "").split()) or None
