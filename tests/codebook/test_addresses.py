"""Days and governments in addresses."""

from datetime import date

import pytest

from communique.codebook.addresses import day_in_address, government_in_address, month_in_address


@pytest.mark.parametrize(
    "path",
    [
        "/2025/10/06/talks",
        "/2025-10-06-talks",
        "/20251006/x.html",
        "/2025/oct/06/",
        "/home/2025/10/6/talks",
        "/a/2025/10/06",
    ],
)
def test_days_in_paths(path: str) -> None:
    assert day_in_address(f"https://gazette.example{path}") == date(2025, 10, 6)


@pytest.mark.parametrize("path", ["/2025/13/06/", "/2025/10/", "/news/20251006123", "/1825/10/06/", "/2025/106/"])
def test_what_is_no_day(path: str) -> None:
    assert day_in_address(f"https://gazette.example{path}") is None


def test_a_month_is_its_first_day() -> None:
    assert month_in_address("https://gazette.example/2025/10/talks") == date(2025, 10, 1)


@pytest.mark.parametrize(
    ("url", "state"),
    [
        ("https://www.mfa.gov.cn/eng/xw/1.html", "CHN"),
        ("https://www.mofa.go.jp/press/1", "JPN"),
        ("https://www.gov.uk/government/news/x", "GBR"),
        ("https://www.state.gov/x", "USA"),
        ("https://news.example.com/gov.cn/1", None),
        ("https://gov", "USA"),
        ("https://[x", None),
        ("no address", None),
    ],
)
def test_the_government_whose_site_it_is(url: str, state: str | None) -> None:
    assert government_in_address(url) == state
