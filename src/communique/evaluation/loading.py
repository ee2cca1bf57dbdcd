"""A gold set from its files: every line is checked, and what is wrong is named with file, line and field."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import msgspec

from communique.evaluation.days import days
from communique.evaluation.gold import FAMILIES, Clusters, GoldDocument, GoldEvent
from communique.types import InputError, Status, UsageError

__all__ = ["corpus_hash", "gold_file", "load_clusters", "load_gold", "read_gold"]

_FILE = "gold.jsonl"
_CLUSTERS = "clusters.json"
_TYPES = frozenset({*FAMILIES, "other"})
_STATUSES = frozenset(get_args(Status))


def gold_file(path: Path) -> Path:
    """The file of a gold set, which may be named by its folder; ``UsageError`` where there is none."""
    file = path / _FILE if path.is_dir() else path
    if not file.is_file():
        raise UsageError(f"{file}: there is no such file; a gold set is a {_FILE} with its texts beside it")
    return file


def read_gold(path: Path) -> Iterator[GoldDocument | InputError]:
    """The labelled texts in the order of the file, or why a line cannot be used.

    A text stands in its line as ``text`` or in a file of its own, ``text_file``.

    ``path`` is the file, or the folder that holds ``gold.jsonl``; texts lie beside it. Empty lines are passed over.
    """
    file = gold_file(path)
    known: set[str] = set()
    for number, line in enumerate(file.read_bytes().splitlines(), 1):
        if line.strip():
            document = _document(line, file, number)
            if isinstance(document, GoldDocument) and document.id in known:
                document = InputError(f"{file}:{number}", f"$.id: {document.id} stands on a line above")
            elif isinstance(document, GoldDocument):
                known.add(document.id)
            yield document


def load_gold(path: Path) -> tuple[GoldDocument, ...]:
    """All labelled texts; raises the ``InputError`` of the first line that cannot be used."""
    documents = []
    for document in read_gold(path):
        if isinstance(document, InputError):
            raise document
        documents.append(document)
    return tuple(documents)


def load_clusters(path: Path) -> Clusters:
    """The groups and look-alike pairs of ``clusters.json`` beside the gold file; none where there is no such file."""
    file = gold_file(path).parent / _CLUSTERS
    if not file.is_file():
        return Clusters((), ())
    try:
        return msgspec.json.decode(file.read_bytes(), type=Clusters)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(str(file), str(error)) from error


def corpus_hash(folder: Path) -> str:
    """SHA-256 over the names and contents of all files of ``folder``: floors hold for one corpus only."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _document(line: bytes, file: Path, number: int) -> GoldDocument | InputError:
    """One line with its text; msgspec names the field where a value is missing or of another type."""
    place = f"{file}:{number}"
    try:
        bare = msgspec.json.decode(line, type=GoldDocument)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return InputError(place, str(error))
    if not bare.text and bare.text_file is None:
        return InputError(place, "$.text_file: there is neither a text_file nor a text")
    try:
        text = bare.text or (file.parent / str(bare.text_file)).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not in UTF-8"
        return InputError(place, f"$.text_file: {bare.text_file}: {reason}")
    document = msgspec.structs.replace(bare, text=text, events=tuple(map(_in_a_family, bare.events)))
    wrong = next(_problems(document), None)
    return InputError(place, wrong) if wrong else document


def _in_a_family(event: GoldEvent) -> GoldEvent:
    military = event.type == "other" and event.subtype == "military"
    return msgspec.structs.replace(event, type="force") if military else event


def _problems(document: GoldDocument) -> Iterator[str]:
    """What is wrong with a document whose fields are all there, the field first."""
    yield from _bad_date("$.published", document.published)
    yield from _bad_date("$.published_inferred", document.published_inferred)
    for number, event in enumerate(document.events):
        at = f"$.events[{number}]"
        if event.type not in _TYPES:
            yield f"{at}.type: {event.type!r} is none of {', '.join(sorted(_TYPES))}"
        if event.status not in _STATUSES:
            yield f"{at}.status: {event.status!r} is none of {', '.join(sorted(_STATUSES))}"
        if not event.evidence or event.evidence not in document.text:
            yield f"{at}.evidence: {event.evidence!r} does not stand in {document.source}"
        for field in ("start", "end", "start_inferred"):
            yield from _bad_date(f"{at}.{field}", getattr(event, field))


def _bad_date(field: str, value: str | None) -> Iterator[str]:
    """A date may be of a year, month or day, an interval of two, or one of a set (EDTF)."""
    members = (value or "").removeprefix("[").removesuffix("]").split(",")
    try:
        for member in members if value is not None else ():
            days(member.strip())
    except ValueError:
        yield f"{field}: {value!r} is no date; write 2024-05-13, 2024-05, 2024 or an interval of two with a slash"
