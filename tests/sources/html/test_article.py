"""Whole pages of many layouts, from bytes to documents."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.reading import read
from communique.sources import web_pages
from communique.types import Document, InputError, Page

PAGES = Path(__file__).parent / "pages"
STORY = "<p>The foreign ministers of Peru and Chile met in Lima on Monday, and spoke about shared rivers.</p>" * 4


def documents(name: str) -> list[Document]:
    found = list(web_pages((PAGES / name).read_bytes(), name))
    return [read(page) for page in found if isinstance(page, Page)]


def document(name: str) -> Document:
    [found] = documents(name)
    return found


def reason(data: bytes) -> str:
    [error] = web_pages(data, "a.html")
    assert isinstance(error, InputError)
    return error.reason


def test_a_blog_keeps_its_story_and_leaves_all_else() -> None:
    blog = document("blog.html")
    assert blog.text.split("\n\n") == [
        "Peru and Chile sign water accord",
        "The foreign ministers of Peru and Chile signed an accord on shared rivers in Arica on Tuesday, ending four "
        "years of talks.",
        "Under the accord, both states will share measurements of the rivers every week.",
        "The Chilean minister said that the text would go to Congress in June.",
        "What was agreed",
        "a joint commission of twelve engineers",
        "two new gauges on the upper river",
        "Peru's minister thanked the mediators from Uruguay, who had hosted the last round of talks in Montevideo.",
    ]
    assert blog.captions == ("The two ministers at the signing in Arica. Photo: A. Vega",)
    assert (blog.title, blog.byline, blog.publisher) == (blog.text.split("\n")[0], "Rosa Quispe", "The Andean Wire")
    assert blog.url == "https://andean.example/2024/05/14/water-accord/"


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("blog.html", "2024-05-14"),  # of its address; the metadata are in universal time, the footer says 2026
        ("broadcaster.html", "2023-11-02"),
        ("agency.html", "2024-02-20"),
        ("ministry.html", "2021-03-12"),
        ("amp.html", "2022-08-03"),
        ("paywall.html", "2024-03-25"),
    ],
)
def test_the_day_of_publication(name: str, day: str) -> None:
    published = document(name).published
    assert published is not None
    assert (published.edtf, published.basis) == (day, "stated")


@pytest.mark.parametrize(
    ("script", "day"),
    [
        ('{"createdAt":"2022-01-31T15:58:43+01:00","updatedAt":"2022-02-03T16:36:51+01:00"}', "2022-01-31"),
        ('{"created_at":"2022-01-31","entry":{"createdAt":"2022-02-03"}}', None),
        ('{"session":{"expires":"2020-01-29T13:55:20.000Z"},"offer":{"startDate":"2020-06-30T22:00:00.000Z"}}', None),
    ],
)
def test_the_day_that_scripts_tell(script: str, day: str | None) -> None:
    [page] = web_pages(f"<script>state = {script}</script>{STORY}".encode(), "a.html")
    assert isinstance(page, Page)
    assert page.published == day


@pytest.mark.parametrize(
    ("name", "title", "out"),
    [
        ("broadcaster.html", "Norway hosts new round of island talks", ["Most read", "cod", "in the rain"]),
        ("agency.html", "Kenya, Ghana agree on visas", ["Copyright", "Africa"]),
        ("ministry.html", "Minister receives envoy of Nepal", ["Home page", "Embassies", "Published"]),
        ("amp.html", "Egypt recalls envoy", ["Buy one", "Business"]),
    ],
)
def test_layouts(name: str, title: str, out: list[str]) -> None:
    found = document(name)
    assert found.title == title
    assert found.text.startswith(title + "\n\n")
    assert [words for words in out if words in found.text] == []


def test_paragraphs_lists_and_rows_do_not_glue() -> None:
    assert (
        "Year Exports\n\n2019 41 million rials\n\n2020 38 million rials\n\nThe envoy" in document("ministry.html").text
    )
    assert document("agency.html").text.count("\n\n") == 3


def test_a_live_blog_is_one_document_an_entry() -> None:
    entries = documents("live-blog.html")
    assert [entry.source for entry in entries] == ["live-blog.html#e3", "live-blog.html#e2", "live-blog.html#e1"]
    days = [entry.published.edtf for entry in entries if entry.published]
    assert days == ["2024-07-04", "2024-07-03", "2024-07-03"]
    assert entries[1].text.endswith("They spoke for an hour.")
    assert [entry.title for entry in entries][1:] == ["India sends its minister", "Summit in Astana: as it happened"]
    assert entries[0].url == "https://gazette.example/live/summit#e3"


def test_a_paywall_leaves_the_beginning_and_says_so() -> None:
    stub = document("paywall.html")
    assert stub.partial
    assert "Subscribe" not in stub.text
    assert not document("blog.html").partial


def test_a_short_sentence_above_a_paywall_is_a_beginning() -> None:
    wall = "<article><h1>Envoy in Oslo</h1>{}<p>To continue reading, log in or subscribe to the Gazette.</p></article>"
    [page] = web_pages(wall.format("<p>The envoy arrived in Oslo on Monday for talks.</p>").encode(), "a.html")
    assert isinstance(page, Page)
    assert page.partial
    assert "paywall" in reason(wall.format("").encode())


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("paywall-empty.html", "paywall"),
        ("gallery.html", "6 captions and no text"),
        ("consent.html", "consent"),
        ("listing.html", "list of articles"),
        ("error.html", "error page"),
    ],
)
def test_pages_without_an_article_say_why(name: str, words: str) -> None:
    assert words in reason((PAGES / name).read_bytes())


@pytest.mark.parametrize("data", [b"", b"  \n", b"\0\0\0"])
def test_empty_pages(data: bytes) -> None:
    assert "empty" in reason(data)


def test_markup_that_is_broken_or_hostile_is_read() -> None:
    for data in (
        "<div>" * 40_000 + STORY,
        "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><p>&b;</p>" + STORY,
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>' + STORY + "</body></html>",
        "<p>a\0b" + STORY + "</p></div></span><td>",
        "<body><noscript>" + STORY + "</noscript></body>",
    ):
        [page] = web_pages(data.encode(), "a.html")
        assert isinstance(page, Page), page
        assert "Peru and Chile met in Lima" in page.text


def test_the_text_of_linked_data_helps_where_the_page_shows_none() -> None:
    body = "The foreign ministers of Peru and Chile met in Lima on Monday, and spoke about rivers. " * 4
    told = f'{{"@type": "NewsArticle", "articleBody": "{body}"}}'
    data = f'<script type="application/ld+json">{told}</script><div id="app"></div>'
    [page] = web_pages(data.encode(), "a.html")
    assert isinstance(page, Page)
    assert page.text.startswith("The foreign ministers")


def test_headers_tell_the_encoding() -> None:
    data = f"<h1>Жили-были</h1><p>Министр прибыл в Лиму, где его встретили.</p>{STORY}".encode("koi8-r")
    [page] = web_pages(data, "u", headers={"Content-Type": "text/html; charset=koi8-r"})
    assert isinstance(page, Page)
    assert page.title == "Жили-были"


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div class='",
                "'>",
                '"',
                "<table>",
                "<td>",
                "<a href=x>",
                "</a>",
                "<script>",
                "</script>",
                "<!--",
                "-->",
                "Envoys met, he said. ",
                "<h1>",
                "<time datetime=2024>",
                "&nbsp;&#0;",
                "\0",
                "<li>",
                "<article>",
                "é",
                "\ud800",
            ]
        ),
        max_size=60,
    )
)
def test_any_soup_is_a_page_or_a_reason(parts: list[str]) -> None:
    for found in web_pages("".join(parts).encode("utf-8", "surrogatepass"), "a.html"):
        assert isinstance(found, Page | InputError)
        if isinstance(found, Page):
            assert found.text.strip()
