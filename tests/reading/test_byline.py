import pytest

from communique.reading._byline import byline_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By Jane Roe  /  STAFF REPORTER", "Jane Roe"),
        ("BY JANE DOE", "JANE DOE"),
        ("By The Gazette Staff & Agencies", "The Gazette Staff & Agencies"),
        ("By Gazette Reporter - February 22, 2020", "Gazette Reporter"),
        ("date 2025-11-24 By Jane Roe", "Jane Roe"),
        ("by News Central   |   3 Min Read   |   A A A", "News Central"),
        ("Posted By Jane Doe On April 1, 2010 @ 5:14 am In Local News", "Jane Doe"),
        ("Written by Jane Doe and Jan de Vries", "Jane Doe and Jan de Vries"),
        ("Jane Doe, Moscow", "Jane Doe"),
        ("Staff and agencies", "Staff and agencies"),
        ("GZT Reporters - March 4, 2017 10:51 PM", "GZT Reporters"),
        ("By John Doe – Trend:", "John Doe"),
    ],
)
def test_bylines(text: str, name: str) -> None:
    assert byline_of(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "By Friday the ministers had left",
        "By the end of May the talks will be over",
        "By 2025 all troops are to be gone",
        "Baku, Azerbaijan, May 12",
        "Gazette Online, Monday 15 Sep 2025",
        "Standing by the accord, says minister",
        "Lavrov Visits Beijing",
    ],
)
def test_other_lines(text: str) -> None:
    assert byline_of(text) is None
