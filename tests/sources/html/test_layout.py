"""The tree of a page as blocks: what is seen, where it breaks, what is linked."""

import pytest
from resiliparse.parse.html import HTMLTree

from communique.sources.html._boxes import Layout
from communique.sources.html._layout import lay_out
from communique.sources.html._written import written_out


def layout(markup: str) -> Layout:
    return lay_out(written_out(HTMLTree.parse(markup)))


def texts(markup: str) -> list[str]:
    return [block.text for block in layout(markup).blocks]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>One<p>Two", ["One", "Two"]),
        ("<h2>Head</h2>text<ul><li>a<li>b</ul>", ["Head", "text", "a", "b"]),
        ("<p>The <em>foreign</em>&nbsp;min<b>is</b>ter</p>", ["The foreign\xa0minister"]),
        ("<p>one<br>two<br><br>three", ["one\ntwo", "three"]),
        ("<p>  a \n\t b  </p>", ["a b"]),
        ("<pre>a\n  b</pre>", ["a\n  b"]),
        ("<p>a\n b</p><pre class=c>c  d\n<b>e\t</b> f</pre>\n<p>g\n\n h</p>", ["a b", "c  d\ne\t f", "g h"]),
        ("<p>one<hr hidden>two</p>three", ["one", "two", "three"]),
        ("<p>a<i>b</i> <i>c</i>\n<span>d</span></p>", ["ab c d"]),
        ("<p title='a > b <p>'>one</p><!-- <p>no --> two", ["one", "two"]),
        ("<p>a &lt;b&gt; &amp;amp; c</p>", ["a <b> &amp; c"]),
        ("<div>before<p>in</p>after</div>", ["before", "in", "after"]),
        ("<ruby>外<rt>がい</rt></ruby>", ["外"]),
    ],
)
def test_blocks_break_where_a_browser_breaks_them(markup: str, expected: list[str]) -> None:
    assert texts(markup) == expected


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var a = '<p>no</p>'; // <!-- </script>",
        "<style>p::after { content: 'no' }</style>",
        "<template><p>no</p></template>",
        "<noscript><p>no</p></noscript>",
        "<p hidden>no</p>",
        '<p aria-hidden="true">no</p>',
        '<p style="color:red; display : none">no</p>',
        '<span class="sr-only">no</span>',
        "<svg><title>no</title><text>no</text></svg>",
        "<button>no</button><select><option>no</select><textarea>no</textarea>",
        "<!-- no -->",
        "<div hidden><div>no</div><!-- </div> -->no</div>",
        "<nav>no<nav>no</nav><p>no</p></nav>",
        "<span hidden>no <span>no</span> no</span>",
        "<plaintext-x hidden>no</plaintext-x>",
    ],
)
def test_what_no_reader_sees_is_left_behind(hidden: str) -> None:
    assert texts(f"<body><p>a</p>{hidden}<p>b</p>") == ["a", "b"]


def test_a_headline_in_a_menu_is_seen() -> None:
    assert texts("<nav><h1>Envoys meet</h1></nav><p>a</p>") == ["Envoys meet", "a"]


def test_of_menus_in_each_other_those_around_a_headline_are_seen() -> None:
    menu = "<nav>a<nav>no</nav><search>no<nav>no</nav></search><nav><h1>Envoys</h1>b</nav><nav>no</nav>c</nav>"
    assert texts(menu + "<nav>no<p>d</p>") == ["a", "Envoys", "b", "c"]
    assert texts(f"{'<nav>' * 8000}<h1>Envoys</h1>") == ["Envoys"]


def test_links_and_names_are_told() -> None:
    found = layout('<div CLASS="Story Tag-x" id=A role=main><p>See <a href=x>the text</a></p></div>')
    [block] = found.blocks
    assert block.linked == len("the text")
    assert [box.names for box in found.boxes if box.tag == "div"] == ["story main a"]
    assert [box.id for box in found.boxes if box.tag == "div"] == ["A"]


def test_moments_are_kept() -> None:
    [moment] = layout("<p><time class=Published datetime=2024-04-08>today</time></p>").moments
    assert (moment.value, moment.names) == ("2024-04-08", "published")


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "a href=x", "font"])
def test_nesting_of_any_depth_is_read(tag: str) -> None:
    assert texts(f"<{tag}>" * 8000 + "<p>deep</p>")[-1] == "deep"


def test_quotes_in_names_of_attributes_lose_no_text() -> None:
    assert texts('<p class="a"" ">one</p><p "b>two</p><div>three</div>') == ["one", "two", "three"]


def test_tags_in_attributes_and_their_names_are_none() -> None:
    assert texts('<p title="<div hidden>" <div hidden-x>1 < 2</p><a <><b <!-- >two</b></a>') == ["1 < 2", "two"]
    assert texts('<p class=x <b>one</p><p a"b"<c>two</p><p x<y z>three</p>') == ["one", "two", "three"]
