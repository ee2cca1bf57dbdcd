"""Lists of dates, read on Friday, 10 May 2024."""

from collections.abc import Callable

import pytest

from communique.types import EventClaim, When

Told = Callable[..., tuple[EventClaim, ...]]
GROUPED = (
    "DIARY OF THE WEEK\n\nMONDAY, MAY 13\n"
    "OSLO - U.S. Secretary of State Antony Blinken visits Norway (to May 14).\n\n"
    "TUESDAY, MAY 14\nLIMA - French President Emmanuel Macron meets Brazilian President Luiz Inacio Lula da Silva.\n\n"
    "LOOKING AHEAD\nMay 18 CANBERRA - Indian Prime Minister Narendra Modi meets Anthony Albanese.\n"
)
CHRONICLE = (
    "A short chronology\n\n6 September 2008: Turkish President Abdullah Gül visits Armenia.\n"
    "22 April 2009  Turkey and Armenia sign an agreement on a road map\n"
)


def starts(claims: tuple[EventClaim, ...]) -> list[tuple[str, str, str | None, str | None]]:
    return [(c.family, c.status, _edtf(c.start), _edtf(c.end)) for c in claims]


def _edtf(when: When | None) -> str | None:
    return None if when is None else when.edtf


def test_a_date_heads_the_lines_below_it_or_its_own(told: Told) -> None:
    assert starts(told(GROUPED, "2024-05-10")) == [
        ("visit", "planned", "2024-05-13", "2024-05-14"),
        ("meeting", "planned", "2024-05-14", None),
        ("meeting", "planned", "2024-05-18", None),
    ]


def test_entries_of_a_chronology_have_happened(told: Told) -> None:
    assert starts(told(CHRONICLE, "2024-05-10")) == [
        ("visit", "happened", "2008-09-06", None),
        ("agreement", "happened", "2009-04-22", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "MONDAY, MAY 13\nU.S. Secretary of State Antony Blinken will visit Norway.",  # one date makes no list
        "MONDAY, MAY 13\n\nTUESDAY, MAY 14\n\nNOTES\n\nU.S. Secretary of State Antony Blinken will visit Norway.",
    ],
)
def test_what_stands_under_no_date(told: Told, text: str) -> None:
    assert [claim.start for claim in told(text, "2024-05-10")] == [None]
