"""Soft wraps: what is one paragraph is joined, what is several is not."""

import textwrap

from communique.reading._lines import split_lines
from communique.reading._wraps import join_wraps

FIRST = (
    "The foreign minister of the republic arrived in the capital of its neighbour on Tuesday for talks on "
    "the border that both have claimed for decades, his ministry said. He is to meet the president and "
    "leaves on Thursday, after a visit to the port."
)
SECOND = (
    "Both sides have said that they want the crossing to be opened before the harvest begins, and "
    "officials of the two ministries have been at work on the papers for some weeks."
)


def joined(text: str) -> list[str]:
    return [line.text for line in join_wraps(split_lines(text))]


def wrapped(text: str, width: int) -> str:
    return textwrap.fill(text, width)


def test_lines_broken_at_a_width_are_joined_to_paragraphs() -> None:
    for width in (60, 72, 90):
        assert joined(f"{wrapped(FIRST, width)}\n\n{wrapped(SECOND, width)}\n") == [FIRST, SECOND]


def test_paragraphs_without_empty_lines_part_where_a_sentence_ends_short() -> None:
    assert joined(f"{wrapped(FIRST, 72)}\n{wrapped(SECOND, 72)}") == [FIRST, SECOND]


def test_a_headline_over_two_lines_is_one_in_a_wrapped_text() -> None:
    text = f"Minister Goes to Neighbour for Talks on\nBorder\n\n{wrapped(FIRST, 72)}"
    assert joined(text)[0] == "Minister Goes to Neighbour for Talks on Border"


def test_one_paragraph_a_line_stays_so() -> None:
    assert joined(f"{FIRST}\n{SECOND}\n{FIRST}") == [FIRST, SECOND, FIRST]


def test_lists_stay_lists() -> None:
    items = ["Attending:", "Ambassador Ana Silva, Republic of Chile", "Ambassador Josip Horvat, Croatia"]
    assert joined("\n".join(items)) == items
    bullets = ["The two agreed on these points and nothing else", "- a truce", "- an exchange of prisoners"]
    assert joined("\n".join(bullets)) == bullets


def test_a_single_break_inside_a_sentence_is_mended() -> None:
    cut = FIRST.replace(" that both", "\nthat both")
    assert joined(cut) == [FIRST]


def test_a_joined_line_is_as_long_as_its_stretch() -> None:
    text = "  " + wrapped(FIRST, 60).replace("\n", "  \n   ")
    [line] = join_wraps(split_lines(text))
    assert line.text == text[line.offset : line.end].replace("\n", " ")
