"""Texts of the same words have one fingerprint; a text stands on the site of its address."""

import pytest

from communique.resolving import fingerprint, site_of


def test_case_and_signs_do_not_make_a_text_another() -> None:
    assert fingerprint("Ministers met — at last!") == fingerprint("MINISTERS met at last")
    assert fingerprint("Ministers met") != fingerprint("Ministers meet")


@pytest.mark.parametrize(
    ("publisher", "url", "site"),
    [
        ("Daily Kite", "https://www.kite.example/a?b=1", "kite.example"),
        ("Daily Kite", None, "daily kite"),
        ("DAILY KITE", "no address", "daily kite"),
        (None, None, None),
        ("–", None, None),
    ],
)
def test_the_site(publisher: str | None, url: str | None, site: str | None) -> None:
    assert site_of(publisher, url) == site
