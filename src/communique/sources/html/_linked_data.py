"""JSON-LD: what a page says of its article in schema.org's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec
from resiliparse.parse.html import DocumentNode

__all__ = ["LinkedData", "article_data", "names_of", "objects_of", "text_of", "types_of"]

LinkedData = Mapping[str, object]
_MOST_OBJECTS = 2000
_ARTICLE = re.compile(
    r"(?:\w*(?:Article|BlogPosting)|Report|LiveBlogPosting|SocialMediaPosting|PressRelease|Review|VideoObject)$"
)
_CONTROL = re.compile(r"[\x00-\x1f]+")
_COMMENTED = re.compile(r"^\s*(?://)?\s*(?:<!--|<!\[CDATA\[)|(?:-->|(?://)?\s*\]\]>)\s*$")


def objects_of(document: DocumentNode) -> tuple[LinkedData, ...]:
    """All objects of the page's JSON-LD, those inside others too, in order; what is no JSON is passed over."""
    found: list[LinkedData] = []
    for script in document.query_selector_all('script[type="application/ld+json"]').values():
        found.extend(_objects(_decoded(script.text or ""), _MOST_OBJECTS - len(found)))
    return tuple(found)


def _decoded(text: str) -> object:
    """The value of ``text``, as it is or without what is no JSON around and in it; null where it has none."""
    for clean in (str, _cleaned):
        try:
            return msgspec.json.decode(clean(text))
        except (msgspec.DecodeError, RecursionError, UnicodeError):
            continue
    return None


def _cleaned(text: str) -> str:
    return _CONTROL.sub(" ", _COMMENTED.sub("", text))


def _objects(value: object, most: int) -> Iterator[LinkedData]:
    left: list[object] = [value]
    while left and most > 0:
        match left.pop(0):
            case dict() as found:
                yield found
                most -= 1
                left.extend(found.values())
            case list() as values:
                left.extend(values)


def article_data(objects: tuple[LinkedData, ...]) -> LinkedData:
    """The object of the page's own article: the first with a day of publication or a headline; empty if none."""
    articles = [found for found in objects if any(_ARTICLE.match(kind) for kind in types_of(found))]
    told = [found for found in articles if "datePublished" in found or "headline" in found]
    return next(iter(told), {})


def types_of(found: LinkedData) -> tuple[str, ...]:
    """The types of an object, without the vocabulary's address."""
    match found.get("@type"):
        case str(kind):
            return (kind.rpartition("/")[2],)
        case list(kinds):
            return tuple(kind.rpartition("/")[2] for kind in kinds if isinstance(kind, str))
        case _:
            return ()


def text_of(value: object) -> str | None:
    """A value that is text, or a list that begins with it."""
    match value:
        case str():
            return value.strip() or None
        case [str(first), *_]:
            return first.strip() or None
        case {"@value": str(inner)}:
            return inner.strip() or None
        case _:
            return None


def names_of(value: object) -> list[str]:
    """The names of persons or organisations: texts, objects with a name, or a list of them."""
    match value:
        case list():
            return [name for one in value for name in names_of(one)]
        case {"name": name}:
            return names_of(name) if not isinstance(name, dict) else []
        case str() if value.strip() and "://" not in value:
            return [value.strip()]
        case _:
            return []
