"""`python -m evaluation.times [--json | --errors]`: the grammar of time against two foreign sets of labels.

Recognizers-Text (Microsoft, MIT) tests a parser of commands to an assistant: each expression has its place and
the days that it may mean. Of it count the days, weeks, months, quarters, seasons, years and decades that news
could write; what is left aside, and by which rule, is printed with its count. GUM (UD English-GUM) marks up the
dates of Wikinews in TEI. Both lie in ../shared/data; docs/times.md says how they are compared.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal, TypeAlias

import msgspec
from cyclopts import App
from rich.console import Console
from rich.table import Table

from communique.codebook.calendar import CALENDAR_WORDS, NUMERALS
from communique.evaluation.counts import Share
from communique.linking.times import Bound, Range, Resolved, Tense, TimeExpression, find_times, resolve_times
from communique.types import When
from communique.types.edtf import read_edtf, when

__all__ = ["SHARED", "Outcome", "Report", "evaluate", "gum_report", "has_labels", "recognizers_report"]

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
"""Where both sets are looked for: ``../shared/data`` beside the tree."""
_SPECS = "recognizers-text-specs-en/Specs/DateTime/English"
_SPEC_FILES = ("DateTimeModel.json", "DateParser.json", "DatePeriodParser.json")
_TENSES: tuple[Tense, ...] = ("past", "future")
_DAY = timedelta(days=1)
_Bounds: TypeAlias = tuple[date | None, date | None]
"""First day and the day after the last; ``None`` for a side left open."""


_Verdict: TypeAlias = Literal["right", "missed", "span", "value", "out"]


class Outcome(msgspec.Struct, frozen=True):
    """One labelled expression: ``right``, or ``missed``, ``span``, ``value``, or ``out`` with the rule's name.

    ``anyway`` marks one that a rule of words leaves out although it is right.
    """

    source: str
    words: str
    sentence: str
    verdict: _Verdict
    detail: str = ""
    anyway: bool = False


class Report(msgspec.Struct, frozen=True):
    """The outcomes of one set of labels."""

    name: str
    outcomes: tuple[Outcome, ...]

    @property
    def share(self) -> Share:
        """Right ones of those in scope."""
        counted = [one for one in self.outcomes if one.verdict != "out"]
        return Share(sum(one.verdict == "right" for one in counted), len(counted))

    @property
    def accuracy(self) -> Share:
        """Right ones of those in scope that were found at all, whatever their value."""
        found = [one for one in self.outcomes if one.verdict in ("right", "value")]
        return Share(sum(one.verdict == "right" for one in found), len(found))

    @property
    def unruled(self) -> Share:
        """Right ones of all whose type is in scope, those that a rule of words leaves out among them."""
        counted = [one for one in self.outcomes if not (one.verdict == "out" and one.detail.startswith("type "))]
        return Share(sum(one.verdict == "right" or one.anyway for one in counted), len(counted))

    @property
    def left_out(self) -> Counter[str]:
        """Rule → how many expressions it leaves out."""
        return Counter(one.detail for one in self.outcomes if one.verdict == "out")


def has_labels(data: Path) -> bool:
    """Whether both sets lie in ``data``."""
    return (data / _SPECS).is_dir() and (data / "gum-wikinews").is_dir()


# --- Recognizers-Text: the labels -------------------------------------------------------------


class _Value(msgspec.Struct, frozen=True):
    """One thing that an expression may mean; ``bounds`` is ``None`` where it is said to mean no day."""

    timex: str
    mod: str
    bounds: _Bounds | None


class _Case(msgspec.Struct, frozen=True):
    source: str
    sentence: str
    start: int
    end: int
    kind: str
    now: date | None
    values: tuple[_Value, ...]
    joined: bool = False

    @property
    def words(self) -> str:
        return self.sentence[self.start : self.end]


def _cases(data: Path) -> Iterator[_Case]:
    for name in _SPEC_FILES:
        specs = msgspec.json.decode((data / _SPECS / name).read_text(encoding="utf-8-sig"))
        for number, spec in enumerate(specs):
            yield from _marked_joins([_case(f"{name}:{number}", spec, found) for found in spec["Results"]])


def _case(source: str, spec: dict[str, Any], found: dict[str, Any]) -> _Case:
    reference = spec.get("Context", {}).get("ReferenceDateTime")
    kind = (found.get("TypeName") or found.get("Type") or "").removeprefix("datetimeV2.")
    listed = _listed(found)
    return _Case(
        source,
        spec["Input"],
        found["Start"],
        found["Start"] + len(found["Text"]),
        kind,
        None if reference is None else date.fromisoformat(reference[:10]),
        tuple(listed),
    )


def _listed(found: dict[str, Any]) -> Iterator[_Value]:
    """The values of either shape of spec: ``Resolution`` of a model, ``Value`` of a parser."""
    if "Value" in found:
        value = found["Value"] or {}
        for side in ("PastResolution", "FutureResolution"):
            yield _parsed(value.get("Timex") or "", value.get("Mod") or "", value.get(side) or {})
        return
    for value in (found.get("Resolution") or {}).get("values") or ():
        yield _parsed(value.get("timex") or "", value.get("Mod") or "", value)


def _parsed(timex: str, mod: str, value: dict[str, str]) -> _Value:
    days = (value.get("value"), value.get("date"), value.get("start"), value.get("startDate"))
    first = next((day for one in days if (day := _day(one))), None)
    last = _day(value.get("end")) or _day(value.get("endDate"))
    if season := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", timex):
        earliest, latest = read_edtf(f"{season[1]}-{21 + ('SP', 'SU', 'FA', 'WI').index(season[2])}")
        return _Value(timex, mod, (earliest, None if latest is None else latest + _DAY))
    if first is None and last is None:
        return _Value(timex, mod, None)
    single = "value" in value or "date" in value
    return _Value(timex, mod, (first, first + _DAY) if single and first and not mod else (first, last))


def _day(text: str | None) -> date | None:
    """A day of ISO; ``0001-01-01`` is theirs for a day that the calendar lacks."""
    if text is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", text) or text.startswith("0001"):
        return None
    return date.fromisoformat(text)


def _marked_joins(cases: list[_Case]) -> Iterator[_Case]:
    """The cases, those marked that another one follows or precedes by "or", "and" or a comma."""
    linked = set()
    for index, (one, other) in enumerate(pairwise(cases)):
        if re.fullmatch(r",?\s(?:or|and)\s|,\s", one.sentence[one.end : other.start]):
            linked |= {index, index + 1}
    for index, case in enumerate(cases):
        yield msgspec.structs.replace(case, joined=index in linked)


# --- Recognizers-Text: the scope --------------------------------------------------------------

_MONTH = r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b\.?"
_CARDINAL = (
    r"(?:thousand|hundred|(?:twen|thir|for|fif|six|seven|eigh|nine)(?:ty|teen)|ten|eleven|twelve"
    r"|one|two|three|four|five|six|seven|eight|nine)"
)
_PAIR = r"(?<![\d/.-])\d\d?\s?[-./]\s?\d\d?(?!\d)(?![-./]\d{4})"
_SWAPPABLE = r"(?<![\d/.-])(?:0?[1-9]|1[0-2])([-/])(?:0?[1-9]|1[0-2])(?:\1|,\s?)\d\d(?:\d\d)?"
_PARTS = (
    r"\b(?:early|mid|middle|late)\b|\b(?:earlier|later) (?:in|this|previous)\b"
    r"|\b(?:start|beginning|end|rest|remaining) (?:of|the|this)\b"
)
_OUT: tuple[tuple[str, str], ...] = (
    (
        "holidays",
        r"christmas|easter|thanksgiving|halloween|\beid\b|independence|labor day|black friday|new year|earth day"
        r"|saint|juneteenth|freedom day|jubilee|workers' day",
    ),
    (
        "fiscal, school and working time",
        r"fiscal|school|\bsy\s?\d|\bcy\s?\d|calendar year|work(?:ing |)week|business days?",
    ),
    (
        "operators of a query language",
        r"[<>=~]|\b(?:greater|less|more) than|\b(?:or|and) (?:later|after|greater)\b|\bas (?:early|late) as"
        r"|^later than",
    ),
    (
        "shorthand of messages and two-digit years",
        r"\b(?:tmrw|otd|eoy|w/c|my|3year)\b|\b[a-z]{3,}\d|\d ['’]?s\b|^[a-z]{3,9}[-/]\d\d?$"
        rf"|{_MONTH} (?:of |first )?['’]?\d\d$(?<!\b[0-3]\d)|{_MONTH} (?:of|first) \d\d$"
        r"|(?<!\d)\d\d?[-/]\d\d?[-/,]\d\d$",
    ),
    (
        "figures that can be read in two ways or lack a year",
        rf"^(?!.*{_MONTH}).*{_PAIR}|{_SWAPPABLE}|^\d{{8}}$|^\d{{4}} \d\d \d\d$",
    ),
    ("months in figures", r"^\d{4}\s?[-/.]\s?\d\d?$|^\d\d?\s?[-/.]\s?\d{4}$"),
    (
        "bare numbers for days, which news would mean as counts",
        r"^(?:the )?\d\d?$|^\w+day \d\d?$|\b\d\d? (?:to|till|and) \d\d? (?:of )?(?:this|next) month"
        r"|\b\d\d? to [a-z]+ \d",
    ),
    ("numbered weeks", r"\bweek \d"),
    (
        "centuries and decades that are not numbered in full",
        r"centur|^(?:the )?['’]?\d\d['’]?s\b|\b(?:twen|thir|for|fif|six|seven|eigh|nine)ties\b|noughties"
        r"|tens\b|thousands|\b(?:this|next|last|past)(?: \w+)? (?:decades?|fortnight)",
    ),
    ("parts of a period, whose length is a convention", _PARTS),
    ("weekdays with last, previous or following", r"^(?:the )?(?:last|previous|following) \w+day$"),
    (
        "counts that are not numbers, or in several units",
        r"\b(?:few|couple)\b|\b\d+ (?:year|month|week)s?,? (?:and )?\d+ \w+",
    ),
    (
        "nouns that are no date by themselves",
        r"^(?:the |this |next |last |past |my )+day$|^the (?:week|month|year|fortnight|summer)$"
        r"|^(?:weekend|summer|winter)$|\b(?:to|till) date$",
    ),
    (
        "days and years in cardinal words, which only speech has",
        rf"{_MONTH} (?:the |of )?{_CARDINAL}\b|{_CARDINAL} (?:of )?{_MONTH}|\b(?:thousand|hundred)\b"
        rf"|\b(?:nine|twen)(?:teen|ty) (?:{_CARDINAL}|zero)|\bthe {_CARDINAL}$",
    ),
)
_COUNTED = r"\b(?:an?|\d+|one|two|three|four|five)\s+(?:weeks?|months?|years?|fortnight|decades?)\b"
_LASTING = r"^(?:for )?(?:an?|\d+) weeks?\b"
_NUMBERED_YEARS = range(1800, 2100)


def _out_of_scope(case: _Case) -> str | None:
    """The first rule that leaves ``case`` aside by its place, its timex or its words; ``None`` if it counts."""
    if case.joined:
        return "two dates joined, which are one set or run to us"
    if re.search(r"[-/_]$", case.sentence[: case.start]) or re.match(r"[-_/]", case.sentence[case.end :]):
        return "inside addresses and file names"
    if any((year := re.match(r"\d{4}", one.timex)) and int(year[0]) not in _NUMBERED_YEARS for one in case.values):
        return "years before 1800 and after 2099"
    words = " ".join(case.words.casefold().split())
    named = next((name for name, pattern in _OUT if re.search(pattern, words)), None)
    if named is None and any(re.search(r"\b(?:start|mid|end)\b", value.mod) for value in case.values):
        return "parts of a period, whose length is a convention"
    if named is None and re.search(_COUNTED if case.kind == "date" else _LASTING, words):
        return "weeks, months and years counted, which news means roughly"
    return named


# --- Recognizers-Text: the comparison ---------------------------------------------------------


def recognizers_report(data: Path) -> Report:
    """Each expression that Recognizers-Text labels in its three specs of dates, judged."""
    return Report("Recognizers-Text", tuple(_judged(case) for case in _cases(data)))


def _judged(case: _Case) -> Outcome:
    if case.kind not in ("date", "daterange"):
        return Outcome(case.source, case.words, case.sentence, "out", f"type {case.kind or 'none'}")
    verdict, detail = _verdict(case)
    rule = _out_of_scope(case)
    if rule is not None:
        return Outcome(case.source, case.words, case.sentence, "out", rule, verdict == "right")
    return Outcome(case.source, case.words, case.sentence, verdict, detail)


def _verdict(case: _Case) -> tuple[_Verdict, str]:
    found = [one for one in find_times(case.sentence) if one.span.start < case.end and one.span.end > case.start]
    if not found:
        return "right" if _means_nothing(case) else "missed", ""
    seen = _covering(case, found)
    if not seen:
        return "span", " | ".join(one.span.text for one in found)
    readings = [_resolved(seen, case.now, tense) for tense in _TENSES]
    right = any(_agrees(reading, value, case.now) for reading in readings for value in case.values)
    return "right" if right else "value", f"{' | '.join(map(_shown, readings))} for {_wanted(case)}"


def _covering(case: _Case, found: list[TimeExpression]) -> list[TimeExpression]:
    """The expression of the case's words, or those that make them up and belong to one event; else none."""
    for one in found:
        if _core(one.span.text) == _core(case.words):
            return [one]
    whole = case.sentence[found[0].span.start : found[-1].span.end]
    return found if _core(whole) == _core(case.words) else []


_LEADING = re.compile(r"(?:(?:on|in|at|for|from|between|within|the|around|year|of)\s+)+")


def _core(words: str) -> str:
    """The words without the prepositions and articles before them, in which the two sets of rules differ."""
    words = " ".join(words.casefold().split()).rstrip(".")
    return words[match.end() :] if (match := _LEADING.match(words)) else words


def _means_nothing(case: _Case) -> bool:
    return bool(case.values) and all(value.bounds is None for value in case.values)


def _resolved(expressions: list[TimeExpression], now: date | None, tense: Tense | None) -> Resolved:
    """The expressions of one event, seen on ``now``, which is also the day that others are counted from."""
    published = None if now is None else when(now, now, "stated")
    return resolve_times(expressions, published=published, tense=tense, anchor=published)


def _agrees(ours: Resolved, theirs: _Value, now: date | None) -> bool:
    if theirs.bounds is None:
        return ours.start is None and ours.end is None
    first, after = theirs.bounds
    begins = first is None or first in _beginnings(ours, theirs, now)
    ends = ours.end is None if after is None else after in _endings(ours, now)
    return begins and ends


def _beginnings(ours: Resolved, theirs: _Value, now: date | None) -> set[date]:
    """The first day, which may stand for the day before it ("after March 1") or, if it is now, for tomorrow."""
    first = None if ours.start is None else ours.start.earliest
    if first is None:
        return set()
    if theirs.mod == "after":
        return {first, first - _DAY}
    return {first, first + _DAY} if first == now else {first}


def _endings(ours: Resolved, now: date | None) -> set[date]:
    """The day after the last; of an end in words ("to May") also its first, of a stretch that touches now its last."""
    last = ours.end if ours.end is not None else ours.start
    if last is None or last.latest is None:
        return set()
    named = {last.earliest} if ours.end is not None and last.earliest is not None else set()
    touching = last.latest == now or (ours.end is None and last.earliest == now)
    return {last.latest + _DAY, *named} | ({last.latest} if touching else set())


def _shown(found: Resolved) -> str:
    start, end = (None if one is None else one.edtf for one in (found.start, found.end))
    return f"{start}" if end is None else f"{start} to {end}"


def _wanted(case: _Case) -> str:
    shown = (value.bounds and "–".join(str(one) for one in value.bounds) for value in case.values)
    return " | ".join(dict.fromkeys(str(one) for one in shown))


# --- GUM --------------------------------------------------------------------------------------


class _Token(msgspec.Struct, frozen=True):
    """A word of a sentence, with its place in the text; ``head`` counts the sentence's words from 1."""

    start: int
    end: int
    lemma: str
    tag: str
    features: str
    head: int
    xml: str


class _Document(msgspec.Struct, frozen=True):
    name: str
    text: str
    created: When | None
    sentences: tuple[tuple[_Token, ...], ...]


class _Label(msgspec.Struct, frozen=True):
    """A stretch that is marked up as a date, and the attributes that tell it."""

    start: int
    end: int
    attributes: dict[str, str]
    tense: Tense | None


def gum_report(data: Path) -> Report:
    """Each date that GUM marks up in its news and interviews, which are of Wikinews, judged."""
    paths = sorted((data / "gum-wikinews").glob("GUM_*.conllu"))
    documents = (_document(path) for path in paths if path.stem.split("_")[1] in ("news", "interview"))
    return Report("GUM, Wikinews", tuple(outcome for one in documents for outcome in _document_outcomes(one)))


def _document(path: Path) -> _Document:
    text, created, sentences = "", None, []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        if day := re.search(r"^# meta::dateCreated = (\d{4}(?:-\d\d){0,2})$", block, re.MULTILINE):
            created = when(*read_edtf(day[1]), "stated")
        if any(line.startswith("# newpar") for line in lines):
            text += "\n\n" if text else ""
        tokens, text = _tokens(lines, text)
        sentences.append(tokens)
    return _Document(path.stem, text, created, tuple(sentences))


def _tokens(lines: list[str], text: str) -> tuple[tuple[_Token, ...], str]:
    """The words of a sentence, and the text with the sentence after it."""
    tokens = []
    for line in lines:
        cells = line.split("\t")
        if not cells[0].isdigit():
            continue
        xml = re.search(r"XML=([^|]*)", cells[9])
        end = len(text) + len(cells[1])
        tokens.append(
            _Token(len(text), end, cells[2], cells[3], cells[5], int(cells[6]), "" if xml is None else xml[1])
        )
        text += cells[1] + ("" if "SpaceAfter=No" in cells[9] else " ")
    return tuple(tokens), text


def _labels(document: _Document) -> Iterator[_Label]:
    opened: tuple[int, dict[str, str], Tense | None] | None = None
    for sentence in document.sentences:
        for token in sentence:
            for tag in re.findall(r"<date[^>]*>|</date>", token.xml):
                if tag.startswith("<date"):
                    attributes = dict(re.findall(r'(\w+):::"([^"]*)"', tag))
                    opened = (token.start, attributes, _tense(token, sentence))
                elif opened is not None:
                    yield _Label(opened[0], token.end, opened[1], opened[2])
                    opened = None


def _tense(token: _Token, sentence: tuple[_Token, ...]) -> Tense | None:
    """The tense of the nearest verb above ``token`` that has one, by itself or by its auxiliaries."""
    while token.head:
        place, token = token.head, sentence[token.head - 1]
        verbs = [one for one in (token, *(one for one in sentence if one.head == place)) if one.tag in ("VERB", "AUX")]
        verbs = [one for one in verbs if one is token or one.tag == "AUX"]
        if any(one.lemma in ("will", "shall") for one in verbs):
            return "future"
        finite = [one for one in verbs if "VerbForm=Fin" in one.features]
        if finite:
            return "past" if "Tense=Past" in finite[0].features else "present"
    return None


def _document_outcomes(document: _Document) -> Iterator[Outcome]:
    found = find_times(document.text)
    anchor: When | None = None
    for label in _labels(document):
        words = document.text[label.start : label.end]
        verdict, detail, day = _label_verdict(document, label, found, anchor)
        anchor = day or anchor
        around = document.text[max(0, label.start - 40) : label.end + 20]
        yield Outcome(document.name, words, around, verdict, detail)


_NAME_BEFORE = re.compile(rf"(?<=\w )(?!{_MONTH})[A-Z][^\W\d_]+ $")
"""A capital within a sentence, before a year."""


def _label_verdict(
    document: _Document, label: _Label, found: Sequence[TimeExpression], anchor: When | None
) -> tuple[_Verdict, str, When | None]:
    words = document.text[label.start : label.end]
    wanted = _labelled_days(label.attributes, words)
    if re.fullmatch(r"\d{4}", words) and _NAME_BEFORE.search(document.text[: label.start]):
        wanted = "years in names: 'World Cup 2018'"
    if isinstance(wanted, str):
        return "out", wanted, None
    over = [one for one in found if one.span.start < label.end and one.span.end > label.start]
    if not over:
        return "missed", "", None
    told = over[0]
    value = told.value.of if isinstance(told.value, Bound) else told.value
    resolved = resolve_times(
        [TimeExpression(told.span, value)], published=document.created, tense=label.tense, anchor=anchor
    )
    days = set(_ours(resolved, isinstance(value, Range)))
    if isinstance(told.value, Bound) and told.value.bound == "by":
        days |= {(last, last) for _, last in days}
    right = wanted in days
    return "right" if right else "value", f"{_shown(resolved)} for {wanted[0]}/{wanted[1]}", resolved.start


_TIME_WORDS = frozenset(
    "a an the this that last next past ago of on in at to by and over end today yesterday tomorrow"
    " day days week weeks weekend month months year years decade spring summer autumn fall winter".split()
)


def _labelled_days(attributes: dict[str, str], words: str) -> tuple[date, date] | str:
    """The days that the attributes tell, or the rule that leaves the label aside."""
    if any(value.startswith("--") for value in attributes.values()):
        return "no year: a day or month of every year"
    ends = [attributes.get(name, "").lstrip("-") for name in ("when", "from", "to", "notBefore", "notAfter")]
    told = [value for value in (ends[0], ends[1] or ends[3], ends[2] or ends[4]) if value]
    if not ends[0] and len(told) < 2:
        return "one side open: 'several years ago'"
    if re.fullmatch(rf"['’]?\d\d|{_PAIR}", words):
        return "figures without a century or a year: '96', '9/11'"
    if re.fullmatch(r"\w+ (?:days|weeks|months|years)", words):
        return "durations"
    if re.fullmatch(r"the day|day \w+", words):
        return "nouns that are no date by themselves"
    if re.search(_PARTS, words):
        return "parts of a period, whose length is a convention"
    named = {word.casefold() for word in re.findall(r"[^\W\d_]{2,}", words)}
    if named - _TIME_WORDS - CALENDAR_WORDS - NUMERALS.keys():
        return "told by an event or a century: 'the opening night'"
    first, last = read_edtf(told[0])[0], read_edtf(told[-1])[1]
    assert first is not None
    assert last is not None
    return first, last


def _ours(resolved: Resolved, is_range: bool) -> Iterator[tuple[date | None, date | None]]:
    """The days of an expression; of a range, whose ends are labelled one by one, also those of either end."""
    start, end = resolved.start, resolved.end
    last = end if end is not None else start
    yield (None if start is None else start.earliest), (None if last is None else last.latest)
    for one in (start, end) if is_range else ():
        if one is not None:
            yield one.earliest, one.latest


# --- the command ------------------------------------------------------------------------------

app = App(name="evaluation.times", help="Measure the grammar of time.", result_action="return_value")


@app.default
def evaluate(*, json: bool = False, errors: bool = False, data: Path = SHARED) -> int:
    """Measure the grammar of time on Recognizers-Text and GUM and print the shares.

    Parameters
    ----------
    json
        Print the figures as one JSON object.
    errors
        Print a line for each expression that is missed or wrong.
    data
        The folder that holds both sets of labels.
    """
    if not has_labels(data):
        print(f"evaluation.times needs the labels of Recognizers-Text and GUM in {data}", file=sys.stderr)
        return 1
    reports = (recognizers_report(data), gum_report(data))
    if json:
        print(msgspec.json.format(msgspec.json.encode([_figures(one) for one in reports]), indent=2).decode())
    elif errors:
        print(*_error_lines(reports), sep="\n")
    else:
        Console().print(*_tables(reports), sep="\n")
    return 0


def _figures(report: Report) -> dict[str, object]:
    share = report.share
    return {
        "labels": report.name,
        "right": share.right,
        "of": share.of,
        "share": share.value,
        "value_accuracy": report.accuracy.value,
        "share_without_rules_of_words": report.unruled.value,
        "left_out": dict(report.left_out.most_common()),
    }


def _error_lines(reports: Iterable[Report]) -> Iterator[str]:
    for report in reports:
        for one in report.outcomes:
            if one.verdict not in ("right", "out"):
                yield f"{one.source}\t{one.verdict}\t{one.words!r}\t{one.sentence!r}\t{one.detail}"


def _tables(reports: Sequence[Report]) -> Iterator[Table]:
    table = Table("labels", "right", "of", "share", "of those found", title="Expressions of time", title_justify="left")
    for report in reports:
        share = report.share
        table.add_row(
            report.name, str(share.right), str(share.of), f"{share.value or 0:.1%}", f"{report.accuracy.value or 0:.1%}"
        )
    yield table
    for report in reports:
        rules = Table("left out", "expressions", title=report.name, title_justify="left")
        for rule, count in report.left_out.most_common():
            rules.add_row(rule, str(count))
        yield rules


if __name__ == "__main__":
    sys.exit(app())
