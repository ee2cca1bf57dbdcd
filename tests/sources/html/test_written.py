"""The tree written out again: what is left out of it, and the attributes that are read from it."""

import time

import pytest
from resiliparse.parse.html import HTMLTree

from communique.sources.html._written import attributes_in, written_out


def written(markup: str) -> str:
    return written_out(HTMLTree.parse(markup))


@pytest.mark.parametrize(
    "markup",
    [
        "<script>if (a < b) document.write('<p>no</p>')</script><p>yes",
        "<head><noscript><link href=no></noscript></head><p>yes",
        "<template><p>no</p></template><p>yes",
        "<svg><title>no</title></svg><p>yes",
    ],
)
def test_what_nobody_sees_is_left_out(markup: str) -> None:
    assert "<p>yes</p>" in written(markup)
    assert "no" not in written(markup)


def test_menus_are_empty_but_for_a_headline_or_a_moment() -> None:
    page = written("<nav class=a>no<nav>no</nav></nav><search><a>no</a></search><nav><p>no</p></nav>yes")
    assert '<nav class="a"></nav><search></search><nav></nav>yes' in page
    for told in ("<h1>yes</h1>", '<time datetime="2024-04-08">yes</time>'):
        assert f"<nav><ul><li>{told}</li></ul></nav>" in written(f"<nav><ul><li>{told}</ul></nav>")


def test_menus_in_each_other_take_no_time() -> None:
    began = time.process_time()
    written("<nav>" * 40_000)
    written("<nav>" * 40_000 + "<h1>yes</h1>")
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>a<!-- <p>no --> b", "<p>a b</p>"),
        ("<p>a<!-->b<!-- no --><i>c</i><!----!>", "<p>ab<i>c</i></p>"),
        ("<p><!--[if IE]><!-->a<!--<![endif]-->b", "<p>ab</p>"),
        ("<p>a<!-- no <!-- no --> b --> c", "<p>a b --&gt; c</p>"),
        ("<p>a<!-- no", "<p>a</p>"),
        ("<p <!-- <!-- no -->a</p><!-- no -->", '<p <!--="" no="" --="">a</p>'),
    ],
)
def test_comments_are_left_out_and_nothing_else(markup: str, expected: str) -> None:
    assert f"<body>{expected}</body>" in written(markup)


def test_attributes_are_those_of_tags_not_of_what_looks_like_one() -> None:
    page = written(
        "<!-- <meta name=no> --><script>'<meta name=no>'</script><META Content='a > b &amp;amp; \"c\"' name=one>"
        "<metadata name=no></metadata><p title='<meta name=no>'><meta itemprop=two>"
    )
    found = [dict(attributes) for attributes in attributes_in(page, "meta")]
    assert found == [{"content": 'a > b &amp; "c"', "name": "one"}, {"itemprop": "two"}]
