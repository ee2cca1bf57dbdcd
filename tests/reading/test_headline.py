import pytest

from communique.reading import read
from communique.types import Page

BODY = "The two foreign ministers met on Monday for talks on the border between their countries."


def title(head: str, page_title: str | None = None) -> str | None:
    return read(Page("a.txt", f"{head}\n\n{BODY}", title=page_title, language="en")).title


@pytest.mark.parametrize(
    "head",
    [
        "Ministers Meet at Border",
        "Home » World » Asia\n\nMinisters Meet at Border",
        "The Gazette\nHome | News | Links\n\nMinisters Meet at Border\n\nBy Jane Doe",
        "News\n\nMinisters Meet at Border\n\nTalks go on after all",
        "By Jane Doe\n4 Feb 2026\n\nMinisters Meet at Border",
        "Ministers Meet at Border\nMarch 24, 2023\n\nTalks go on after all",
        "AP\n\nMinisters Meet at Border",
    ],
)
def test_headlines(head: str) -> None:
    assert title(head) == "Ministers Meet at Border"


@pytest.mark.parametrize("head", ["", "News", "By Jane Doe\n4 Feb 2026", "Home / World", "Baku, Azerbaijan, May 12"])
def test_pages_without_one(head: str) -> None:
    assert title(head) is None


def test_the_title_of_the_metadata_goes_first_and_stays_in_the_text_where_it_stands() -> None:
    head = "The Gazette of the North\n\nSign up, Brussels tells Ankara"
    document = read(Page("a.txt", f"{head}\n\n{BODY}", title="Sign Up, Brussels Tells Ankara", language="en"))
    assert document.title == "Sign Up, Brussels Tells Ankara"
    assert "Sign up, Brussels tells Ankara" in document.text
    assert title("Other words", "Ministers Meet") == "Ministers Meet"
