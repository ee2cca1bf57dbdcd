"""Lists of other articles and readers' comments."""

from communique.reading._lines import split_lines
from communique.reading._related import without_related

BODY = [
    "The foreign minister arrived on Tuesday for two days of talks on the border.",
    "Both sides said that they wanted the crossing to be opened before the harvest.",
]


def kept(text: str) -> list[str]:
    return [line.text for line in without_related(split_lines(text))]


def test_a_tail_of_headlines_and_cut_blurbs_goes() -> None:
    tail = "Related articles\n\nWho Is the New Envoy\n\nShe has long been...\n\nA Port Reopens\n\nShips…"
    assert kept("\n\n".join(BODY) + "\n\n" + tail) == BODY


def test_a_tail_of_headlines_and_whole_blurbs_goes() -> None:
    tail = "You may also like\n\nWho Is the New Envoy\n\nShe has long been known to the court as a writer."
    assert kept("\n\n".join(BODY) + "\n\n" + tail) == BODY


def test_the_body_goes_on_after_a_list_in_its_midst() -> None:
    text = f"{BODY[0]}\n\nRead also\nA Port Reopens\n\n{BODY[1]}\n\n{BODY[0]}"
    assert kept(text) == [BODY[0], BODY[1], BODY[0]]


def test_a_list_above_the_article_ends_with_its_block() -> None:
    text = f"Don't miss\nWine: a good year\nRead more\n\nMinister Goes to Neighbour\n\n{BODY[0]}"
    assert kept(text) == ["Minister Goes to Neighbour", BODY[0]]


def test_what_readers_wrote_goes() -> None:
    comments = "2 Comments\n\nI do not believe a word of what this minister says about the border."
    assert kept("\n\n".join(BODY) + "\n\n" + comments) == BODY


def test_a_button_above_the_body_opens_nothing() -> None:
    assert kept(f"Comments\n\n{BODY[0]}")[-1] == BODY[0]


def test_a_list_that_belongs_to_the_article_stays() -> None:
    lines = [
        BODY[0],
        "Also on the list:",
        "* Ana Silva, his wife",
        "More talks are to come in June, he said.",
    ]
    assert kept("\n\n".join(lines)) == lines
