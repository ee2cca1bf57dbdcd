"""Events that no words date, in reports of Wednesday, 10 April 2024."""

from collections.abc import Callable

import pytest

from communique.types import EventClaim

Told = Callable[..., tuple[EventClaim, ...]]
MET = "Norwegian Foreign Minister Espen Barth Eide met his Swedish counterpart Tobias Billström."


def start_of(told: Told, text: str, kind: str = "meeting") -> str | None:
    claims = [claim for claim in told(text) if claim.family == kind]
    assert len(claims) == 1, [(c.kind, c.evidence.text) for c in told(text)]
    return claims[0].start.edtf if claims[0].start else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Norway signed a pact on fish with Sweden on Tuesday, officials said.\n\n" + MET, "2024-04-09"),
        ("OSLO, April 9 (NTB) -- A pact on fish is ready, officials said.\n\n" + MET, "2024-04-09"),
        ("Norway and Sweden have signed a pact on fish after years of negotiations in Oslo.\n\n" + MET, "2024-04-10"),
        (
            "Swedish Foreign Minister Tobias Billström said on Tuesday after talks with his Norwegian counterpart "
            "Espen Barth Eide that a pact was near.",
            "2024-04-09",
        ),
    ],
)
def test_the_day_of_the_news(told: Told, text: str, day: str) -> None:
    kind = "talks" if "talks with" in text else "meeting"
    assert start_of(told, text, kind) == day


@pytest.mark.parametrize(
    "text",
    [
        MET,  # nothing tells the day
        "Norway will sign a pact on fish with Sweden on Friday, officials said.\n\n" + MET,
        "Norway signed a pact on Tuesday.\n\nThe dispute goes back to 2019. " + MET,  # another time
        "Norway signed a pact on Tuesday.\n\n" + MET.replace(" met ", " had met "),  # recalled
        "Norway signed a pact on Tuesday. Sweden signed it on Monday, officials in Oslo said.\n\n" + MET,
    ],
)
def test_no_day_is_made_up(told: Told, text: str) -> None:
    assert start_of(told, text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # A headline has the day of the first paragraph.
        (
            "Norway and Sweden sign pact on fish\n\n"
            "Ministers of both countries celebrated for hours in Oslo on Tuesday, officials of the palace said.",
            "2024-04-09",
        ),
        # The perfect of the news behind a report in the past.
        (
            "OSLO, April 9 (NTB) -- Officials told reporters in the palace that Norway had signed a pact with Sweden.",
            "2024-04-09",
        ),
        (
            "Ministers celebrated in Oslo on Tuesday, and by the end of the day Norway had signed a pact with Sweden.",
            "2024-04-09",
        ),
    ],
)
def test_the_day_of_the_news_in_other_tenses(told: Told, text: str, day: str) -> None:
    assert start_of(told, text, "agreement") == day


@pytest.mark.parametrize(
    "text",
    [
        # The first paragraph tells of two days.
        "Norway and Sweden sign pact on fish\n\n"
        "Ministers of both countries gathered in Oslo on Monday and celebrated on Tuesday for many hours.",
        # The day is that of the report.
        "Ministers in Oslo told reporters on Tuesday that Norway had signed a pact with Sweden.",
        "Ministers celebrated in Oslo on Tuesday, and by the end of the term Norway had signed a pact with Sweden.",
    ],
)
def test_no_day_in_other_tenses(told: Told, text: str) -> None:
    assert start_of(told, text, "agreement") is None


def test_hours_earlier_is_the_day_of_the_event_told_before(told: Told) -> None:
    earlier = " US Secretary of State Antony Blinken had met Finnish President Alexander Stubb hours earlier."
    claims = told(MET.replace(".", " on Monday.") + earlier)
    assert [claim.start.edtf for claim in claims if claim.start] == ["2024-04-08", "2024-04-08"]


def test_what_is_done_so(told: Told) -> None:
    invited = "The Swedish king accepted the invitation of President Alexander Stubb to visit Finland"
    assert start_of(told, f"{invited} and will do so next May.", "visit") == "2024-05"
    assert start_of(told, f"{invited} and pledged to write in May.", "visit") is None
