"""Bytes to text: the right encoding, or a refusal that says why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.sources._decoding import decode

SENTENCE = "The café’s owner – a Čech – paid €5."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_known_by_its_marks(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding)) == SENTENCE


def test_windows_text_is_read_where_it_is_plausible() -> None:
    text = "Russia’s minister said “no” in Zürich – twice. " * 3
    assert decode(text.encode("cp1252")) == text


def test_other_legacy_encodings_are_refused_rather_than_garbled() -> None:
    with pytest.raises(ValueError, match="not UTF-8"):
        decode("Министр прибыл в Пекин с визитом".encode("cp1251"))


def test_damaged_utf8_is_refused_with_the_byte() -> None:
    with pytest.raises(ValueError, match="0xff at 7 is not UTF-8"):
        decode("Zürich".encode() + b"\xff is a city")


def test_a_text_cut_in_its_last_character_loses_only_that() -> None:
    assert decode("Zürich, caf".encode() + "é".encode()[:1]) == "Zürich, caf"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0", b"\x7fELF\2\1\1" + bytes(9), b"a\x01b\x02c\x03"])
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"binary|not UTF-8"):
        decode(data)


def test_utf16_without_its_mark_is_refused() -> None:
    with pytest.raises(ValueError, match="NUL"):
        decode("plain words".encode("utf-16-le"))


@given(st.binary(max_size=300))
def test_any_bytes_give_clean_text_or_a_reason(data: bytes) -> None:
    try:
        text = decode(data)
    except ValueError:
        return
    text.encode("utf-8")
    assert "\0" not in text
