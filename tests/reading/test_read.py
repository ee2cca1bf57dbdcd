"""The room's one verb: on pages of our own, on the seeds, on the gold set, and on anything at all."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.reading import read
from communique.types import Document, InputError, Page

SHARED = Path(__file__).parents[2] / ".." / "shared"
SEEDS = SHARED / "seeds"
GOLD = SHARED / "gold"
PUBLISHED_FLOOR = 57  # of 64, from the text alone; the other seven have a date only outside their text
TITLE_FLOOR = 60

PAGE = """The Gazette
Home | World | Sport

Ministers Meet at Border

By Jane Doe
Published 13 April 2026

Share this: Facebook Email

OSLO, April 12 (Reuters) — The two foreign ministers met on Sunday for talks\xa0on the border between
their countries.

Read also: A Port Reopens

They agreed to meet again in the spring, a spokes\xadman said.

Subscribe to our newsletter
© Gazette. All rights reserved.
"""


def seed(number: str) -> tuple[Page, Document]:
    files = sorted(SEEDS.glob(f"{number}_*.txt"))
    if not files:
        pytest.skip("../shared/seeds is missing")
    page = Page(str(files[0]), files[0].read_text(encoding="utf-8"))
    return page, read(page)


def assert_mapped(page: Page, document: Document) -> None:
    """Every segment stands in the raw text, blanks and the sign for half a pair aside; none overlap."""
    end = 0
    for segment in document.segments:
        assert segment.start >= end
        end = segment.start + segment.length
        raw = page.text[segment.raw_start : segment.raw_start + segment.length]
        made = document.text[segment.start : end]
        assert len(raw) == len(made)
        assert all(
            a == b or (b == " " and not a.isalnum()) or (a + b).isspace() for a, b in zip(raw, made, strict=True)
        )
    covered = sum(segment.length for segment in document.segments)
    assert len(document.text.replace("\n", "")) <= covered


def test_a_page_becomes_a_document() -> None:
    page = Page("a.txt", PAGE, id="7", url="u", publisher="Gazette", language="en")
    document = read(page)
    assert document.text == (
        "Ministers Meet at Border\n\n"
        "OSLO, April 12 (Reuters) — The two foreign ministers met on Sunday for talks on the border between "
        "their countries.\n\n"
        "They agreed to meet again in the spring, a spokesman said."
    )
    assert (document.id, document.url, document.publisher) == ("7", "u", "Gazette")
    assert (document.title, document.byline) == ("Ministers Meet at Border", "Jane Doe")
    assert (document.agency, document.dateline) == ("Reuters", "OSLO")
    assert document.published is not None
    assert document.published.edtf == "2026-04-13"
    assert_mapped(page, document)
    assert page.text[document.raw_offset(document.text.index("border between")) :].startswith("border between")


@pytest.mark.parametrize(
    ("line", "city"),
    [
        ("Lima, Monday 3 May 2021", "Lima"),
        ("LIMA | Mon May 3, 2021 7:02am EST", "LIMA"),
        ("J. Roe | Lima | Monday, May 3, 2021", "Lima"),
        ("Monday, May 3, 2021. Lima", "Lima"),
        ("Lima Herald, 3 May 2021", None),
        ("Updated 3 May 2021, 10:40 (Lima)", None),
        ("Lima / Oslo, 3 May 2021", None),
    ],
)
def test_a_dated_line_above_the_text_may_say_where_it_was_filed(line: str, city: str | None) -> None:
    text = f"Ministers Meet at Border\n\n{line}\n\nThe two ministers met on Sunday for talks on the border, they said."
    assert read(Page("a.txt", text)).dateline == city


def test_the_id_is_the_hash_of_the_text() -> None:
    first, second = (read(Page(name, PAGE, language="en")) for name in ("a.txt", "b.txt"))
    assert first.id == second.id
    assert first.id.startswith("sha256:")


@pytest.mark.parametrize("text", ["", " \n ", "Share this:\n\nSubscribe", "* * *", "https://a.example/b"])
def test_a_page_without_an_article_is_an_error(text: str) -> None:
    with pytest.raises(InputError, match=r"a\.txt: nothing readable"):
        read(Page("a.txt", text))


def test_language_is_told_from_the_body_or_left_open() -> None:
    french = "Le ministre des Affaires étrangères est arrivé lundi à Pékin pour une visite de deux jours. " * 4
    assert read(Page("a.txt", french)).language == "fr"
    assert read(Page("a.txt", french, language="de")).language == "de"
    assert read(Page("a.txt", "Le ministre est arrivé.")).language is None


WORDS = [
    "Share",
    "this:",
    "The",
    "envoy",
    "met",
    "AP",
    "By",
    "Jane",
    "May",
    "31,",
    "2024",
    "(AP)",
    "—",
    "…",
    "|",
    "\n",
    "\n\n",
    "\r\n",
    "\xa0",
    "\xad",
    "\u200b",
    "Related",
    "articles",
    "Photo:",
    "OSLO,",
    ".",
    ":",
    "https://a.example",
    "\t",
    "»",
]


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=400), st.lists(st.sampled_from(WORDS), max_size=80).map(" ".join)))
def test_anything_is_read_or_refused_and_maps_back(text: str) -> None:
    page = Page("a.txt", text, language="en")
    try:
        document = read(page)
    except InputError:
        return
    assert_mapped(page, document)
    assert not document.text.startswith(("\n", " "))
    if document.published and (span := document.published.evidence):
        assert document.text[span.start : span.end] == span.text


LONG = [
    *(unit * 50_000 for unit in ("a ", "A", "(", "Share ", "By ", "1 ", "AB, ", "x@", "[a] ", "A-", "—", "#a")),
    "aa " * 130 + "b",
    "\n".join(["a b"] * 20_000),
    "\n".join(f"line {number} of a list" for number in range(20_000)),
    " | ".join("ab" * 20_000),
]


@pytest.mark.parametrize("text", LONG, ids=lambda text: text[:9])
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()
    read(Page("a.txt", text + "\n\nThe envoy met.", language="en"))
    assert time.process_time() - start < 4


def test_seed_wrapped_text_with_links_and_a_wrapped_headline() -> None:
    page, document = seed("000")
    assert document.title == "FM Lavrov Plans 2-Day China Visit This Week"
    assert document.agency == "TASS"
    assert document.published is not None
    assert document.published.edtf == "2026-04-13"
    assert "http" not in document.text
    assert "Related article" not in document.text
    assert "cooperation between the two countries and discuss" in document.text
    assert_mapped(page, document)


def test_seed_share_buttons_and_byline() -> None:
    page, document = seed("001")
    assert "Share this" not in document.text
    assert "All comments" not in document.text
    assert document.byline is not None
    assert "Staff" in document.byline
    assert document.byline not in document.text
    assert document.language == "en"
    assert_mapped(page, document)


def test_seed_body_pasted_twice() -> None:
    page, document = seed("002")
    assert document.text.count("Lavrov last visited Beijing in October.") == 1
    assert document.text.count("\n") == 10
    assert_mapped(page, document)


def test_seed_plain_text_is_kept_whole() -> None:
    page, document = seed("003")
    assert document.text == page.text.strip()


def test_seed_advert_and_teasers() -> None:
    page, document = seed("004")
    for noise in ("Scooter", "Subscribe", "Related", "Vitanov", "lefigaro"):
        assert noise not in document.text
    assert document.text.endswith("using its influence over Moscow.")
    assert "“Friendship without limits”" in document.text
    assert_mapped(page, document)


def test_gold_dates_and_titles_hold_their_floor() -> None:
    if not GOLD.exists():
        pytest.skip("../shared/gold is missing")
    gold = [json.loads(line) for line in (GOLD / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    published = titles = 0
    for row in gold:
        page = Page(row["text_file"], (GOLD / row["text_file"]).read_text(encoding="utf-8"), language="en")
        document = read(page)
        assert_mapped(page, document)
        edtf = document.published.edtf if document.published else None
        assert edtf in (row["published"], None), row["id"]
        published += edtf == row["published"]
        titles += document.title == row["title"]
    assert published >= PUBLISHED_FLOOR
    assert titles >= TITLE_FLOOR


def test_what_a_source_says_of_writer_captions_and_completeness_is_kept() -> None:
    page = Page("a.html", PAGE, language="en", byline="Rosa Quispe", captions=("Two envoys",), partial=True)
    document = read(page)
    assert (document.byline, document.captions[0], document.partial) == ("Rosa Quispe", "Two envoys", True)
