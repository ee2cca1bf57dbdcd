"""Spellings of one name are one, and different names are not."""

import pytest

from communique.linking._spelling import fold, same_given, slug


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("Lech Wałęsa", "lech walesa"),
        ("Jonas Gahr Støre", "jonas gahr store"),
        ("Şahin Yıldız", "sahin yildiz"),
        ("Nguyễn Phú Trọng", "nguyen phu trong"),
        ("Đặng", "dang"),
        ("Weiß", "weiss"),
        ("N’Djamena", "n'djamena"),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("Tonio Borg", "MLT"), "tonio-borg-mlt"),
        (("Jean-Noël Barrot", "FRA"), "jean-noel-barrot-fra"),
        (("Ana Ruiz", None), "ana-ruiz"),
        (("", None), ""),
    ],
)
def test_slug(parts: tuple[str | None, ...], expected: str) -> None:
    assert slug(*parts) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei", "Sergey"),
        ("Sergei", "Serguei"),
        ("Sergei", "Serghei"),
        ("Alexei", "Aleksey"),
        ("Yuri", "Yury"),
        ("Dmitry", "Dmitri"),
        ("Andrei", "Andrej"),
        ("Hussein", "Husayn"),
        ("José", "Jose"),
        ("Mikhail", "Mihail"),
        ("S.", "Sergei"),
        ("Ana", "A"),
    ],
)
def test_same_given_name(one: str, other: str) -> None:
    assert same_given(one, other)
    assert same_given(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Li", "Wang"), ("Carlos", "Carla"), ("Ivan", "Igor"), ("Maria", "Marko"), ("A.", "Boris"), ("", "Ana"), ("", "")],
)
def test_other_given_name(one: str, other: str) -> None:
    assert not same_given(one, other)
