import pytest

from communique.reading._agency import credited_agency, named_agency


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Russian Foreign Ministry / TASS", "TASS"),
        ("(Xinhua)", "Xinhua"),
        ("Reuters / News Desk", "Reuters"),
        ("REUTERS, AGENCE FRANCE-PRESSE", "Reuters"),
        ("fb/rs (AFP, AP, Reuters)", "AFP"),
        ("--IANS int/khz", "IANS"),
        ("AFP / 3 min", "AFP"),
        ("The Associated Press contributed to this report.", "AP"),
        ("Source: Angola Press News Agency", "Angop"),
        ("INTERFAX-UKRAINE", "Interfax-Ukraine"),
    ],
)
def test_credits(text: str, agency: str) -> None:
    assert credited_agency(text) == agency


@pytest.mark.parametrize(
    "text",
    [
        "Reuters reporter killed in strike on border town",
        "AP minister quits",
        "The map of Europe",
        "Tass denies it",
    ],
)
def test_lines_that_are_no_credit(text: str) -> None:
    assert credited_agency(text) is None


def test_a_name_inside_other_words_is_none() -> None:
    assert named_agency("Mapping Reutersville") is None
