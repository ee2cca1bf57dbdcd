"""How foreign quantities are read and compared."""

from pathlib import Path

import msgspec
import pytest
from evaluation.quantities import Asked, is_found, measure, out_of_scope, read_all

from communique.types import InputError


@pytest.mark.parametrize(
    ("text", "value", "unit", "right"),
    [
        ("It cost 5 dollars.", 5, "USD", True),
        ("It cost 5 dollars.", 6, "USD", False),
        ("It cost 5 dollars.", 5, "EUR", False),
        ("A rise of twenty percent.", 20, "percent", True),
    ],
)
def test_found(text: str, value: float, unit: str, right: bool) -> None:
    assert is_found(Asked("currencies", text, "", value, unit)) is right


def test_a_bare_number_needs_no_unit() -> None:
    assert is_found(Asked("numbers", "twenty-three", "twenty-three", 23, None, bare=True))


@pytest.mark.parametrize(
    ("words", "value", "unit", "reason"),
    [
        ("5 dollars", 5, "USD", None),
        ("minus 5 dollars", -5, "USD", "less than nothing"),
        ("5 parsecs", 5, None, "units that news of public affairs does not use"),
        ("percent", None, "percent", "no number"),
        ("3/4", 0.75, "percent", "fractions and powers"),
    ],
)
def test_scope(words: str, value: float | None, unit: str | None, reason: str | None) -> None:
    assert out_of_scope(Asked("currencies", words, words, value, unit)) == reason


def write_sets(folder: Path) -> None:
    tests = folder / "quantulum3-tests/quantulum3/_lang/en_US/tests"
    tests.mkdir(parents=True)
    case = {"req": "We ran two miles.", "res": [{"value": 2, "unit": "mile", "surface": "two miles"}]}
    (tests / "quantities.json").write_bytes(msgspec.json.encode([case]))
    specs = folder / "recognizers-text-specs-en/Specs"
    models = {
        "Number/English/NumberModel": ("twenty-three", {"value": "23"}),
        "Number/English/PercentModel": ("40 percent", {"value": "40%"}),
        "NumberWithUnit/English/CurrencyModel": ("5 yuan", {"value": "5", "unit": "x", "isoCurrency": "CNY"}),
        "NumberWithUnit/English/DimensionModel": ("9 lbs", {"value": "9", "unit": "Pound"}),
    }
    for name, (text, resolution) in models.items():
        path = specs / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(msgspec.json.encode([{"Input": text, "Results": [{"Text": text, "Resolution": resolution}]}]))


def test_both_sets_are_read(tmp_path: Path) -> None:
    write_sets(tmp_path)
    outcomes = measure(read_all(tmp_path))
    assert [(one.asked.source, one.reason, one.right) for one in outcomes] == [
        ("quantulum3", None, True),
        ("numbers", None, True),
        ("percentages", None, True),
        ("currencies", None, True),
        ("dimensions", None, True),
    ]


def test_a_folder_without_them(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no tests of quantulum3"):
        list(read_all(tmp_path))
