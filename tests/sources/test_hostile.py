"""Whatever stands in a file of whatever name, a reader ends with pages and errors."""

from pathlib import Path

import pytest
from benchmarks.small_files import small_files
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.sources import pages
from communique.types import InputError, Page

FILES = small_files()
NUMBER = "Document ABCD0020240514ek5e0001b"
WORDS = (
    *("From: a <b@c.d>", "Date: x", "Subject: =?utf-8?b?w5g=?=", "Begin forwarded message:", "Envoys met.", ""),
    *("Content-Type: multipart/mixed; boundary=x", "--x", "--x--", "Content-Transfer-Encoding: base64"),
    *("HD  x", "LP", f"AN  {NUMBER}", NUMBER, "12 words", "14 May 2024", "(c) 2024"),
    *("1 of 2 DOCUMENTS", "End of Document", "Length: 3 words", "May 14, 2024", "Body", "BYLINE: x", "LOAD-DATE: x"),
)
SETTINGS = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def reads(folder: Path, name: str, data: bytes) -> None:
    file = folder / name
    file.write_bytes(data)
    for item in pages(file):
        assert isinstance(item, Page | InputError)
        (item.source if isinstance(item, Page) else str(item)).encode()


@pytest.mark.parametrize("suffix", sorted({Path(name).suffix for name in FILES}))
@SETTINGS
@given(data=st.binary(max_size=300))
def test_any_bytes(tmp_path: Path, suffix: str, data: bytes) -> None:
    reads(tmp_path, f"a{suffix}", data)


@SETTINGS
@given(name=st.sampled_from(sorted(FILES)), at=st.floats(0, 1), drop=st.integers(0, 200), put=st.binary(max_size=20))
def test_files_that_were_altered(tmp_path: Path, name: str, at: float, drop: int, put: bytes) -> None:
    data = FILES[name]
    place = int(at * len(data))
    reads(tmp_path, name, data[:place] + put + data[place + drop :])


@SETTINGS
@given(text=st.lists(st.sampled_from(WORDS)))
@pytest.mark.parametrize("name", ["a.txt", "a.eml"])
def test_the_words_of_their_own_grammar(tmp_path: Path, name: str, text: list[str]) -> None:
    reads(tmp_path, name, "\n".join(text).encode())
