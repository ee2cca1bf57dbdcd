"""Measures the grammar of quantities on foreign labels: `python -m evaluation.quantities`.

The tests of quantulum3 (MIT) and the specifications of Microsoft's Recognizers-Text (MIT) for numbers, percentages,
currencies and dimensions. Both lie in ../shared/data; docs/figures.md says what is in scope, and why the rest is not.
A labelled quantity is found where one of the text has its value and, but for bare numbers, its unit.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
from cyclopts import App
from rich.console import Console
from rich.table import Table

from communique.codebook import units
from communique.coding.quantities._numbers import numbers
from communique.coding.quantities._quantities import quantities
from communique.evaluation.counts import Share
from communique.parsing import parse
from communique.types import InputError

__all__ = ["DATA", "Asked", "Outcome", "evaluate", "is_found", "measure", "out_of_scope", "read_all"]

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
_QUANTULUM = "quantulum3-tests/quantulum3/_lang/en_US/tests/quantities*.json"
_SPECS = "recognizers-text-specs-en/Specs"
_MODELS = {
    "numbers": "Number/English/NumberModel.json",
    "percentages": "Number/English/PercentModel.json",
    "currencies": "NumberWithUnit/English/CurrencyModel.json",
    "dimensions": "NumberWithUnit/English/DimensionModel.json",
}
_CLOSE = 1e-9
_REASONS = (
    ("less than nothing", re.compile(r"(?i)^\(?(?:-|−|minus|negative)|\bnegative\b|\bminus\b")),
    (
        "fractions and powers",
        re.compile(
            r"(?i)\d ?/ ?\d|\^|\d\s?[x×*]\s?10|\de[-+]?\d|\b\w+(?:ths?|rds?|quarters?|hal(?:f|ves))\b"
            r"|over|out of|\bin\b|\bfirsts?\b|half|seconds?$"
        ),
    ),
    ("decimals in words", re.compile(r"(?i)\bpoint\b")),
    (
        "two units in one amount",
        re.compile(
            r"(?i)(?:\b(?:dollars?|usd|feet|foot|euros?|pounds?|yuan|kuai)\b|\$)"
            r".*\b(?:one|two|\d+ cent|\w+ty|\w+een|inch\w*|cents?)\b"
        ),
    ),
    ("no Latin letters", re.compile(r"[^\x00-\u024f\u2000-\u2bff]")),
)

app = App(name="evaluation.quantities", help="Measure quantities on foreign labels.", result_action="return_value")


class Asked(msgspec.Struct, frozen=True):
    """A labelled quantity: the set that it is of, its text, its own words, value and unit; null for a bare number."""

    source: str
    text: str
    words: str
    value: float | None
    unit: str | None
    bare: bool = False


class Outcome(msgspec.Struct, frozen=True):
    """A labelled quantity, why it is out of scope (null where it is in it), and whether it was found."""

    asked: Asked
    reason: str | None
    right: bool


@app.default
def evaluate(*, data: Path = DATA, json: bool = False, errors: bool = False) -> int:
    """Measure the grammar of quantities on foreign labels.

    Parameters
    ----------
    data
        The folder that holds both sets.
    json
        Print the shares found as one JSON object.
    errors
        Print each quantity in scope that was not found.
    """
    outcomes = measure(read_all(data))
    sources = dict.fromkeys(outcome.asked.source for outcome in outcomes)
    if errors:
        for one in (o for o in outcomes if o.reason is None and not o.right):
            print(f"{one.asked.source}\t{one.asked.value:g} {one.asked.unit}\t{one.asked.words}\t{one.asked.text}")
    elif json:
        shares = {source: _share(outcomes, source).value for source in sources}
        print(msgspec.json.format(msgspec.json.encode(shares), indent=2).decode())
    else:
        Console().print(_table(outcomes, sources), _reasons(outcomes), sep="\n")
    return 0


def _share(outcomes: Iterable[Outcome], source: str) -> Share:
    return Share.among(o.right for o in outcomes if o.asked.source == source and o.reason is None)


def _table(outcomes: list[Outcome], sources: Iterable[str]) -> Table:
    table = Table("set", "labelled", "in scope", "found", "share", title="Quantities in scope", title_justify="left")
    for source in sources:
        share = _share(outcomes, source)
        labelled = sum(outcome.asked.source == source for outcome in outcomes)
        found = f"{100 * share.value:.1f}" if share.value is not None else "–"
        table.add_row(source, str(labelled), str(share.of), str(share.right), found)
    return table


def _reasons(outcomes: Iterable[Outcome]) -> Table:
    table = Table("out of scope", "labelled", title_justify="left")
    for reason, count in Counter(o.reason for o in outcomes if o.reason is not None).most_common():
        table.add_row(reason, str(count))
    return table


def measure(asked: Iterable[Asked]) -> list[Outcome]:
    """Each labelled quantity with what became of it."""
    return [Outcome(one, reason := out_of_scope(one), reason is None and is_found(one)) for one in asked]


def read_all(folder: Path) -> Iterator[Asked]:
    """All labelled quantities of both sets; ``InputError`` where the folder has none."""
    files = sorted(folder.glob(_QUANTULUM))
    models = {name: folder / _SPECS / path for name, path in _MODELS.items()}
    if not files or not all(path.is_file() for path in models.values()):
        raise InputError(str(folder), "there are no tests of quantulum3 or no specifications of Recognizers-Text here")
    for file in files:
        for case in msgspec.json.decode(file.read_bytes()):
            yield from (_of_quantulum(case["req"], one) for one in case["res"])
    for name, path in models.items():
        for case in msgspec.json.decode(path.read_text("utf-8-sig").encode()):
            yield from (_of_model(name, case["Input"], one) for one in case["Results"])


def _of_quantulum(text: str, one: dict[str, Any]) -> Asked:
    bare = one["unit"] == "dimensionless"
    return Asked("quantulum3", text, one["surface"], float(one["value"]), None if bare else _unit(one["unit"]), bare)


def _of_model(name: str, text: str, one: dict[str, Any]) -> Asked:
    told = one.get("Resolution") or {}
    value = _number(told.get("value"))
    if name in ("numbers", "percentages"):
        return Asked(name, text, one["Text"], value, "percent" if name == "percentages" else None, name == "numbers")
    own = str(told.get("unit"))
    unit = "pounds" if (name, own) == ("dimensions", "Pound") else _unit(own)
    return Asked(name, text, one["Text"], value, told.get("isoCurrency") or unit)


def _number(value: str | None) -> float | None:
    try:
        return float((value or "").rstrip("%"))
    except ValueError:
        return None


def _unit(name: str) -> str | None:
    """Our name of a unit that a set calls by its full name in the singular; None for what we do not know."""
    special = {"metre": "m", "foot": "feet", "inch": "inches", "century": "years", "pound sterling": "GBP"}
    lower = name.lower().removeprefix("united states ").replace("percentage", "percent")
    found = units().words().get(lower) or units().words().get(lower + "s")
    return special.get(lower) or (found.unit if found is not None else None)


def out_of_scope(asked: Asked) -> str | None:
    """Why a labelled quantity is none that the grammar is for; None where it is one."""
    if asked.value is None:
        return "no number"
    if asked.value < 0:
        return "less than nothing"
    if asked.source == "quantulum3" and re.search(r"\d-? to |\d-\d", asked.words):
        return "ranges, which the set takes for their mean"
    if asked.source == "percentages" and re.search(r"(?i)^per ?cents? of|percentage|percents", asked.words):
        return "unusual words for percent"
    if asked.source == "dimensions" and re.search(r"[(\[{<]|^\d+ m$|\"$", asked.words):
        return "signs and brackets of tables"
    if not asked.bare and asked.unit is None:
        return "units that news of public affairs does not use"
    for reason, pattern in _REASONS:
        if pattern.search(asked.words):
            return reason
    if asked.bare and asked.source == "quantulum3":
        return "bare numbers of quantulum3: years, names, ordinals"
    if asked.bare and re.search(r"(?i)\w[-_]?\d|\d[-:.]\d+[-:.]|\d\s*,\s+\d|[+#/(]\s?\d", asked.text):
        return "numbers in names, addresses and telephone numbers"
    return None


def is_found(asked: Asked) -> bool:
    """Whether a quantity of the text, or of a bare number one of its numbers, has the value and the unit."""
    return any(_same(value, asked.value) and unit == asked.unit for value, unit in _given(asked))


def _given(asked: Asked) -> Iterator[tuple[float, str | None]]:
    if asked.bare:
        yield from ((number.value, None) for number in numbers(asked.text, 0, len(asked.text)))
        return
    for sentence in parse(asked.text).sentences:
        for quantity in quantities(asked.text, sentence):
            yield from ((value, quantity.unit) for value in quantity.values)


def _same(given: float, value: float | None) -> bool:
    return value is not None and abs(given - value) <= _CLOSE * max(1.0, abs(value))


if __name__ == "__main__":
    sys.exit(app())
