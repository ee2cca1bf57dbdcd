"""The day of publication, and what is none."""

from datetime import date

import msgspec
import pytest

from communique.reading import read
from communique.reading._published import stated_by_address
from communique.types import Page, When

BODY = "The two foreign ministers met on Monday for talks on the border between their countries."


def published(head: str, tail: str = "", **fields: str) -> When | None:
    text = f"{head}\n\n{BODY}\n\nThey agreed to meet again in the spring, a spokesman said.\n\n{tail}"
    return read(msgspec.structs.replace(Page("a.txt", text, language="en"), **fields)).published


@pytest.mark.parametrize(
    "head",
    [
        "Ministers Meet at Border\n\nApril 13,2026",
        "Ministers Meet at Border\nPublished: 13 April 2026, 10:15 GMT",
        "Ministers Meet at Border\nBy Jane Doe - April 13, 2026",
        " date 2026-04-13\nMinisters Meet at Border",
        "Gazette Online, Monday 13 Apr 2026\n\nMinisters Meet at Border",
        "Ministers Meet at Border\n\nUpdated 16:18, 13-Apr-2026",
        "Ministers Meet at Border\nMon 13 Apr 2026   Live reporting: Jane Roe (now) and Jack Doe (earlier)",
        "Ministers Meet at Border\nApril 13, 2026 6:41 PM  Last updated 3 hours ago",
        "Gazette of the North\n20 May 2026 08:54 PM\n\nMinisters Meet at Border\n\n13 April 2026",
        "Press release | Date: 13/04/2026 | Last updated: 23/10/2027\n\nMinisters Meet at Border",
        "Ministers Meet at Border\n\nOSLO, April 13, 2026 (AP) — It is over after three weeks of long talks.",
    ],
)
def test_the_day_is_found(head: str) -> None:
    when = published(head)
    assert when is not None
    assert (when.edtf, when.day, when.basis) == ("2026-04-13", date(2026, 4, 13), "stated")


@pytest.mark.parametrize(
    "head",
    [
        "Ministers Meet at Border",
        "Ministers Meet at Border\nLatest update : 2026-04-13",
        "Ministers Meet at Border\n\nEnvoys in the garden, Oslo, April 13, 2026. REUTERS photo",
        "Ministers Meet at Border\n\n03/04/2026",
        "Ministers Meet at Border\n\nOSLO, April 13 (AP) — It is over after three weeks of long talks.",
        "Ministers Meet at Border\n\nhttps://n.example/2026/04/13/accord",
        "Related: A Port Reopens, April 13, 2026\n\nMinisters Meet at Border",
        "• May 31, 2024\nOne deal\n• May 31, 2024\nAnother deal",
    ],
)
def test_other_dates_are_not_taken(head: str) -> None:
    assert published(head) is None


def test_the_copyright_is_not_taken_and_a_labelled_last_line_is() -> None:
    assert published("Ministers Meet", "© 13 April 2026 Gazette") is None
    assert published("Ministers Meet", "Updated: April 13th 2026, 8:40 PM") is not None


def test_a_release_may_be_signed_with_its_date() -> None:
    when = published("Ministers Meet\nApril 13, 2026", "Oslo\nApril 13, 2026")
    assert when is not None
    assert when.edtf == "2026-04-13"


def test_metadata_go_first_and_a_bad_value_is_no_error() -> None:
    head = "Ministers Meet at Border\n\nApril 13, 2026"
    stated = published(head, published="Mon, 01 Jan 2024 10:00:00 GMT")
    assert stated is not None
    assert stated.edtf == "2024-01-01"
    fallen_back = published(head, published="yesterday")
    assert fallen_back is not None
    assert fallen_back.edtf == "2026-04-13"


@pytest.mark.parametrize(
    ("url", "edtf"),
    [
        ("https://n.example/world/2025/10/26/accord", "2025-10-26"),
        ("https://n.example/en/20080812-accord", "2008-08-12"),
        ("https://n.example/2002/feb/22/accord", "2002-02-22"),
        ("https://n.example/n3/2025/0729/c9-1.html", "2025-07-29"),
        ("https://n.example/2024/12/news/accord", "2024-12"),
        ("https://n.example/accord-20119999", None),
        ("https://n.example/id/2025991234/accord", None),
    ],
)
def test_the_address_says_it_where_nothing_else_does(url: str, edtf: str | None) -> None:
    when = stated_by_address(url)
    assert (when.edtf if when else None) == edtf


def test_a_dateline_with_its_year_is_the_evidence() -> None:
    text = f"Ministers Meet\n\nLuxembourg, 23/04/2012 (Agence Europe) - {BODY}"
    document = read(Page("a.txt", text, language="en"))
    assert document.published is not None
    span = document.published.evidence
    assert span is not None
    assert document.text[span.start : span.end] == span.text == "23/04/2012"


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President William Ruto visited Japan on May 3, 2024.",
        "Blinken left China on June 19, 2023.",
    ],
)
def test_a_short_sentence_that_ends_with_a_date_is_no_date_line(text: str) -> None:
    document = read(Page("a.txt", text))
    assert document.text == text
    assert document.published is None


OWN = "Ministers Meet at Border\n\n{}"


@pytest.mark.parametrize(
    ("stamp", "own", "day"),
    [
        # the zone of the stamp is that of its day
        ("2024-05-01T23:30:00+08:00", "", "2024-05-01"),
        ("2024-05-01T23:30:00-05:00", "", "2024-05-01"),
        ("Wed, 01 May 2024 23:30:00 +0800", "", "2024-05-01"),
        # universal time is nobody's: the page's own day tells
        ("2024-05-01T23:30:00Z", "", "2024-05-01"),
        ("2024-05-01T23:30:00Z", "2 May 2024", "2024-05-02"),
        (
            "2024-05-01T23:30:00+00:00",
            "BEIJING, May 2 (Xinhua) -- It is over after three weeks of talks.",
            "2024-05-02",
        ),
        ("2024-05-02T03:10:00Z", "May 1, 2024", "2024-05-01"),
        # a dateline may be of the day before
        ("2024-05-02T03:10:00Z", "BEIJING, May 1 (Xinhua) -- It is over after three weeks of talks.", "2024-05-02"),
        # no zone reaches so far, and a stamp with a zone needs no help
        ("2024-05-01T08:00:00Z", "2 May 2024", "2024-05-01"),
        ("2024-05-02T13:00:00Z", "May 1, 2024", "2024-05-02"),
        ("2024-05-01T23:30:00+08:00", "2 May 2024", "2024-05-01"),
        ("2024-05-01T23:30:00Z", "3 May 2024", "2024-05-01"),
        ("2024-05-01T23:30:00Z", "2 May 2023", "2024-05-01"),
        ("2024-05-01", "2 May 2024", "2024-05-01"),
    ],
)
def test_zones(stamp: str, own: str, day: str) -> None:
    when = published(OWN.format(own), published=stamp)
    assert when is not None
    assert when.edtf == day


@pytest.mark.parametrize(
    "text",
    [
        "On May 2, 2023, rain fell.",
        "On May 2, 2023 rain fell in Oslo",
        "Rain fell, May 2, 2023.",
        "Rao met Sato, 2 May 2023.",
    ],
)
def test_a_sentence_about_a_day_is_kept_and_dates_nothing(text: str) -> None:
    document = read(Page("a.txt", text, language="en"))
    assert (document.text, document.published) == (text, None)


@pytest.mark.parametrize("day", ["0001-01-01", "0001-01-01T00:00:00", "9999-12-31"])
def test_what_stands_for_a_missing_date_is_none(day: str) -> None:
    assert published("Ministers Meet at Border", published=day) is None
