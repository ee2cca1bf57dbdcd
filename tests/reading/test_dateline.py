from datetime import date

import pytest

from communique.reading._dateline import dateline_of

REST = "The two ministers met for talks on the border."


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("BEIJING, April 8 (Xinhua) — ", "BEIJING", "Xinhua"),
        ("PUTRAJAYA, Malaysia, July 28 (Xinhua) -- ", "PUTRAJAYA, Malaysia", "Xinhua"),
        ("MOSCOW (AP) - ", "MOSCOW", "AP"),
        ("Kyiv. 12 May. INTERFAX-UKRAINE – ", "Kyiv", "Interfax-Ukraine"),
        ("UNITED NATIONS, (Reuters) – ", "UNITED NATIONS", "Reuters"),
        ("KUALA LUMPUR: ", "KUALA LUMPUR", None),
        ("SEOUL • ", "SEOUL", None),
        ("OTTAWA — ", "OTTAWA", None),
        ("Amman, July 28 (Petra) -- ", "Amman", "Petra"),
        ("Washington, Oct 25 (IANS) ", "Washington", "IANS"),
        ("Washington, May 24: ", "Washington", None),
        ("Addis Abeba — ", "Addis Abeba", None),
        ("(Xinhua) -- ", None, "Xinhua"),
        ("AFP - ", None, "AFP"),
    ],
)
def test_forms(opening: str, place: str | None, agency: str | None) -> None:
    found = dateline_of(opening + REST)
    assert found is not None
    assert (found.place, found.agency, found.day) == (place, agency, None)


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Luxembourg, 23/04/2012 (Agence Europe) - ", date(2012, 4, 23)),
        ("NAIROBI, Kenya, Jan 9, 2005 (AP) — ", date(2005, 1, 9)),
        ("YAOUNDÉ, May 13 2022 (IPS) - ", date(2022, 5, 13)),
    ],
)
def test_a_dateline_with_its_year_gives_the_day(opening: str, day: date) -> None:
    text = opening + REST
    found = dateline_of(text)
    assert found is not None
    assert found.day == day
    assert str(day.year) in text[found.start : found.end]


def test_a_line_of_its_own() -> None:
    found = dateline_of("Baku, Azerbaijan, May 12")
    assert found is not None
    assert found.place == "Baku, Azerbaijan"


@pytest.mark.parametrize(
    "text",
    [
        REST,
        "SECRETARY ROE: Welcome to all of you.",
        "VGP - From July the visa is free.",
        "LIVE: Leaders gather in Doha.",
        "Putin — who was in Rome — left.",
        "Gazette Online, Monday 15 Sep 2025",
        "Monday, May 5 - the talks began.",
        "He said: I will go.",
    ],
)
def test_other_openings(text: str) -> None:
    found = dateline_of(text)
    assert found is None or found.place is None
