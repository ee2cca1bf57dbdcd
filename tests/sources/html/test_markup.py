"""Encodings by mark, header, <meta> and content, and what is too large."""

import pytest

from communique.sources.html._markup import PAGE_BYTES, markup_of

WORDS = "Der Außenminister reist nach Łódź"
LATIN = "Der Außenminister reist nach Zürich"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_marks_and_utf8_need_no_declaration(encoding: str) -> None:
    assert markup_of(f"<p>{WORDS}".encode(encoding)) == f"<p>{WORDS}"


def test_the_header_goes_before_meta() -> None:
    data = f'<meta charset="iso-8859-1"><p>{WORDS}'.encode("iso-8859-2", "replace")
    assert WORDS in markup_of(data, "text/html; charset=ISO-8859-2")


@pytest.mark.parametrize("declared", ["windows-1252", "iso-8859-1"])
def test_meta_is_believed(declared: str) -> None:
    data = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}"><p>“{LATIN}”'.encode("cp1252")
    assert f"“{LATIN}”" in markup_of(data)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("koi8-r", "Министр иностранных дел прибыл в Москву"),
        ("shift_jis", "外務大臣は北京を訪問した"),
        ("gb18030", "外交部长访问莫斯科"),
        ("windows-1256", "وصل وزير الخارجية إلى القاهرة"),
    ],
)
def test_other_encodings_by_meta(encoding: str, text: str) -> None:
    assert text in markup_of(f'<meta charset="{encoding}"><p>{text}'.encode(encoding))


def test_whole_utf8_is_not_garbled_by_a_wrong_declaration() -> None:
    assert WORDS in markup_of(f'<meta charset="iso-8859-1"><p>{WORDS}'.encode(), "text/html; charset=latin1")


def test_an_unknown_name_and_no_name_at_all_leave_it_to_the_bytes() -> None:
    assert LATIN in markup_of((f'<meta charset="none-such"><p>{LATIN} ' * 3).encode("cp1252"))


def test_nul_is_dropped_and_utf16_without_a_mark_is_found() -> None:
    assert markup_of(b"<p>En\0voys") == "<p>Envoys"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"x" * (PAGE_BYTES + 1), "more than 5 MB"),
        (b"<p>" * 60_000, "more than 50,000 tags"),
        (b"<p " + b" ".join(b"a%d=1" % i for i in range(5000)) + b">x", "2,000 attributes"),
    ],
)
def test_what_is_too_large_says_so(data: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        markup_of(data)
