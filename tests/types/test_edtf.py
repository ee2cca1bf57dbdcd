from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.types import When, read_edtf, write_edtf
from communique.types.edtf import when

# Examples of the specification (Library of Congress), levels 0 and 1, and the sets of level 2.
STANDARD = [
    ("1985-04-12", date(1985, 4, 12), date(1985, 4, 12)),
    ("1985-04", date(1985, 4, 1), date(1985, 4, 30)),
    ("1985", date(1985, 1, 1), date(1985, 12, 31)),
    ("1985-04-12T23:20:30", date(1985, 4, 12), date(1985, 4, 12)),
    ("1985-04-12T23:20:30Z", date(1985, 4, 12), date(1985, 4, 12)),
    ("1985-04-12T23:20:30+04:30", date(1985, 4, 12), date(1985, 4, 12)),
    ("1964/2008", date(1964, 1, 1), date(2008, 12, 31)),
    ("2004-06/2006-08", date(2004, 6, 1), date(2006, 8, 31)),
    ("2004-02-01/2005-02-08", date(2004, 2, 1), date(2005, 2, 8)),
    ("2004-02-01/2005-02", date(2004, 2, 1), date(2005, 2, 28)),
    ("2004-02-01/2005", date(2004, 2, 1), date(2005, 12, 31)),
    ("2005/2006-02", date(2005, 1, 1), date(2006, 2, 28)),
    ("2001-21", date(2001, 3, 1), date(2001, 5, 31)),
    ("2003-24", date(2003, 12, 1), date(2004, 2, 29)),
    ("1985-04-12/..", date(1985, 4, 12), None),
    ("1985-04/..", date(1985, 4, 1), None),
    ("../1985-04-12", None, date(1985, 4, 12)),
    ("/1985", None, date(1985, 12, 31)),
    ("1985-04-12/", date(1985, 4, 12), None),
    ("201X", date(2010, 1, 1), date(2019, 12, 31)),
    ("20XX", date(2000, 1, 1), date(2099, 12, 31)),
    ("[1667,1668]", date(1667, 1, 1), date(1668, 12, 31)),
    ("[2024-04-08, 2026-04-13]", date(2024, 4, 8), date(2026, 4, 13)),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), STANDARD)
def test_the_standards_examples_are_read(text: str, earliest: date | None, latest: date | None) -> None:
    assert read_edtf(text) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    "|soon|2024-13|2024-02-30|2024-4-8|24|2024-04-08?|2025/2024|[]|[2024,]|202X-04|2024/05/06|٢٠٢٤|0000"
    "|2024-04-08T25|9999-24".split("|"),
)
def test_what_is_no_date_is_refused_by_name(text: str) -> None:
    with pytest.raises(ValueError, match="not a date in EDTF") as error:
        read_edtf(text)
    assert repr(text) in str(error.value)


@pytest.mark.parametrize(
    ("earliest", "latest", "text"),
    [
        (date(2024, 4, 8), date(2024, 4, 8), "2024-04-08"),
        (date(2024, 4, 1), date(2024, 4, 30), "2024-04"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(1990, 1, 1), date(1999, 12, 31), "199X"),
        (date(1900, 1, 1), date(1999, 12, 31), "19XX"),
        (date(2024, 4, 8), date(2024, 4, 9), "2024-04-08/2024-04-09"),
        (date(2025, 1, 1), date(2025, 2, 28), "2025-01/2025-02"),
        (date(2015, 1, 1), date(2018, 12, 31), "2015/2018"),
        (date(2024, 4, 8), None, "2024-04-08/.."),
        (None, date(2024, 4, 8), "../2024-04-08"),
        (None, None, "../.."),
        (date(987, 4, 1), date(987, 4, 30), "0987-04"),
    ],
)
def test_the_shortest_form_is_written(earliest: date | None, latest: date | None, text: str) -> None:
    assert write_edtf(earliest, latest) == text
    assert read_edtf(text) == (earliest, latest)


def test_a_reversed_interval_is_refused() -> None:
    with pytest.raises(ValueError, match="reversed"):
        write_edtf(date(2024, 4, 9), date(2024, 4, 8))


@given(st.dates(), st.dates())
def test_what_is_written_reads_back(one: date, other: date) -> None:
    bounds = (min(one, other), max(one, other))
    assert read_edtf(write_edtf(*bounds)) == bounds


@given(st.text(alphabet="0123456789-/.X[],TZ", max_size=24))
def test_any_text_is_read_in_order_or_refused(text: str) -> None:
    try:
        earliest, latest = read_edtf(text)
    except ValueError:
        return
    assert earliest is None or latest is None or earliest <= latest


def test_a_when_carries_its_edtf_or_the_one_given() -> None:
    assert when(date(2024, 4, 8), date(2024, 4, 8), "stated") == When(
        "2024-04-08", date(2024, 4, 8), date(2024, 4, 8), "stated"
    )
    assert when(date(2024, 3, 1), date(2024, 5, 31), "stated", edtf="2024-21").edtf == "2024-21"
