"""Sources in, codings out: the stages from reading to coding, one document at a time but for parsing.

``model`` names a spaCy pipeline that the user has installed, to be used instead of ours; ``UsageError``
where there is none of that name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from communique.coding import code
from communique.linking import link
from communique.parsing import parse, parse_all
from communique.reading import read
from communique.sources import AS_NAMED, Columns, Web, pages
from communique.types import Coding, Document, InputError, Page

__all__ = ["code_document", "code_new", "code_page", "code_pages", "code_sources", "code_text"]

_TOGETHER = 16  # documents that are parsed at once; more save nothing, as the model takes 128 sentences at a time


def code_sources(
    sources: Sequence[str], *, model: str | None = None, columns: Columns = AS_NAMED, web: Web | None = None
) -> Iterator[Coding | InputError]:
    """Code every document of the sources; what could not be read comes as an error, and the rest goes on.

    Of a source that holds many documents some are read before the first of them is coded.
    """
    web = web or Web()
    for source in sources:
        outcomes = map(_read_or_error, pages(source, columns=columns, web=web))
        while some := list(islice(outcomes, _TOGETHER)):
            yield from _code_together(some, model)


def _code_together(outcomes: Sequence[Document | InputError], model: str | None) -> Iterator[Coding | InputError]:
    """Documents coded, with errors among them passed through: to parse several at once is cheaper."""
    texts = [outcome.text for outcome in outcomes if isinstance(outcome, Document)]
    parses = iter(parse_all(texts, model=model))
    for outcome in outcomes:
        yield outcome if isinstance(outcome, InputError) else code(link(outcome, next(parses)))


def code_new(
    sources: Sequence[str],
    known: Callable[[Document], bool],
    *,
    model: str | None = None,
    columns: Columns = AS_NAMED,
    web: Web | None = None,
) -> Iterator[Coding | Document | InputError]:
    """The same, but a document that is ``known`` already is given back uncoded: reading is cheap, coding is not.

    Of tables ``columns`` tells which column is which; ``web`` says how addresses are read.
    """
    web = web or Web()
    for source in sources:
        yield from code_pages(pages(source, columns=columns, web=web), known, model=model)


def code_pages(
    found: Iterable[Page | InputError], known: Callable[[Document], bool], *, model: str | None = None
) -> Iterator[Coding | Document | InputError]:
    """The same for pages that were read already; errors among them are passed through."""
    for page in found:
        yield page if isinstance(page, InputError) else _code_or_error(page, known, model)


def _code_or_error(page: Page, known: Callable[[Document], bool], model: str | None) -> Coding | Document | InputError:
    document = _read_or_error(page)
    return document if isinstance(document, InputError) or known(document) else code_document(document, model)


def _read_or_error(page: Page | InputError) -> Document | InputError:
    try:
        return page if isinstance(page, InputError) else read(page)
    except InputError as error:
        return error


def code_document(document: Document, model: str | None = None) -> Coding:
    """Parse, link and code a document that was read before, or that has a date now that it lacked."""
    return code(link(document, parse(document.text, model=model)))


def code_page(page: Page, *, model: str | None = None) -> Coding:
    """Read, parse, link and code one page; ``InputError`` where nothing readable is left of it."""
    return code_document(read(page), model)


def code_text(
    text: str,
    *,
    title: str | None = None,
    published: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    language: str | None = None,
    source: str = "text",
    id: str | None = None,
    model: str | None = None,
) -> Coding:
    """Code one text; ``published`` is an ISO date or any date that news writes.

    >>> coding = code_text("French President Emmanuel Macron met Indian Prime Minister Narendra Modi in Paris.")
    >>> [p.actor.name for p in coding.events[0].participants]
    ['Emmanuel Macron', 'Narendra Modi']
    """
    return code_page(
        Page(
            source,
            text,
            id=id,
            url=url,
            title=title,
            published=published,
            publisher=publisher,
            language=language,
        ),
        model=model,
    )
