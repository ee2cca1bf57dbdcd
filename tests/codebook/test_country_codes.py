"""Codes of countries in other data sets."""

import re

import pytest

from communique.codebook import countries, country_codes


def test_every_country_of_today_has_a_row() -> None:
    assert set(country_codes()) == {c.code for c in countries() if c.kind != "former"}


@pytest.mark.parametrize("field", ["iso2", "cameo", "fips", "cow"])
def test_no_code_stands_for_two_countries(field: str) -> None:
    codes = [getattr(row, field) for row in country_codes().values() if getattr(row, field) is not None]
    assert len(codes) == len(set(codes))


def test_cameo_is_iso_but_for_four() -> None:
    other = {row.country: row.cameo for row in country_codes().values() if row.cameo not in (None, row.country)}
    assert other == {"ROU": "ROM", "TLS": "TMP", "MNE": "MTN", "IMN": "IMY"}
    assert country_codes()["SSD"].cameo is None


def test_codes_have_their_shapes() -> None:
    for row in country_codes().values():
        assert row.iso2 is None or re.fullmatch("[A-Z]{2}", row.iso2)
        assert row.fips is None or re.fullmatch("[A-Z]{2}", row.fips)
        assert row.cow is None or 2 <= row.cow <= 990


def test_states_are_members_of_the_state_system() -> None:
    lacking = {c.code for c in countries() if c.kind == "state" and country_codes()[c.code].cow is None}
    assert lacking == {"PSE", "VAT"}  # neither is on the list of the Correlates of War
