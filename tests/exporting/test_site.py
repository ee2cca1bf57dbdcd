"""Names of things where the record is served, and where it is not."""

from datetime import date

from communique.exporting._site import site_at


def test_without_an_address() -> None:
    site = site_at(None)
    assert site.page("e1") is None
    assert site.tag("event/e1") == "tag:localhost,2026:event/e1"


def test_with_an_address() -> None:
    site = site_at("https://desk.example:8000/record/")
    assert site.page("e1") == "https://desk.example:8000/record/events/e1"
    assert site.tag("a b/ü", date(2024, 5, 13)) == "tag:desk.example,2024-05-13:a%20b/%C3%BC"
