"""Odd blanks and invisible characters, and the map back."""

from hypothesis import given
from hypothesis import strategies as st

from communique.reading._plain import _ODD, plain

INVISIBLE = "\xad\u200b\u200d\ufeff\u202a"


def test_blanks_and_line_ends_are_replaced_one_for_one() -> None:
    assert plain("a\xa0b\tc\r\nd\re\u2028f").text == "a b c \nd\ne\nf"


def test_invisible_characters_are_taken_out_and_mapped() -> None:
    made = plain("co\xadop\u200beration")
    assert made.text == "cooperation"
    assert [(s.start, s.raw_start, s.length) for s in made.segments] == [(0, 0, 2), (2, 3, 2), (4, 6, 7)]


def test_half_a_surrogate_pair_becomes_a_sign_that_can_be_written() -> None:
    assert plain("a\ud800b").text == "a\ufffdb"


def test_no_odd_character_is_printable() -> None:
    odd = _ODD.findall("".join(map(chr, range(0x110000))))
    assert "\xa0" in odd
    assert not any(map(str.isprintable, odd))


@given(st.text(st.sampled_from("ab \xa0\t\r\n" + INVISIBLE), max_size=60))
def test_segments_cover_the_text_and_keep_its_letters(raw: str) -> None:
    made = plain(raw)
    back = "".join(raw[s.raw_start : s.raw_start + s.length] for s in made.segments)
    assert len(back) == len(made.text)
    assert all(a == b or (a.isspace() and b.isspace()) for a, b in zip(made.text, back, strict=True))
    assert not set(made.text) & set(INVISIBLE)
