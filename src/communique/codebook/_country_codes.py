"""Codes that other data sets have for countries."""

from __future__ import annotations

from functools import cache

import msgspec

from communique.codebook._tables import read_csv

__all__ = ["CountryCodes", "country_codes"]


class CountryCodes(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The codes of one country (ISO 3166-1 alpha-3); null where the scheme has none.

    ``iso2`` is ISO 3166-1 alpha-2 (of Kosovo the code in use). ``cameo`` is CAMEO's as GDELT uses it
    (CAMEO.country.txt), which is the ISO code but for Romania ``ROM``, Timor-Leste ``TMP``, Montenegro ``MTN`` and
    the Isle of Man ``IMY``, and lacks South Sudan, Kosovo and some islands. ``fips`` is FIPS 10-4, from GeoNames'
    countryInfo.txt (CC BY 4.0); it has two codes for the Palestinian territories, so that their ISO code has none.
    ``cow`` is the number of the Correlates of War state list (v2016), compared with Gleditsch and Ward's list where
    they agree.
    """

    country: str
    iso2: str | None = None
    cameo: str | None = None
    fips: str | None = None
    cow: int | None = None


@cache
def country_codes() -> dict[str, CountryCodes]:
    """ISO 3166-1 alpha-3 code → the other codes of the country."""
    return {row.country: row for row in read_csv("country_codes.csv", CountryCodes)}
