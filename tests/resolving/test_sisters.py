"""Which claims of an undated report tell when it was published."""

import msgspec
import pytest

from communique.record._writing import reports_of
from communique.resolving import sister_date
from communique.running import code_text
from communique.types import Coding, Salience

DATED = "OSLO - Kenyan Foreign Minister Wanjiru Otieno arrived in Japan on Monday for a visit."
UNDATED = "Kenyan Foreign Minister Wanjiru Otieno arrived in Japan on {day} for a visit."


def weighed(coding: Coding, salience: Salience) -> Coding:
    events = tuple(msgspec.structs.replace(claim, salience=salience) for claim in coding.events)
    return msgspec.structs.replace(coding, events=events)


@pytest.mark.parametrize(
    ("day", "salience", "published"),
    [
        ("Monday", "main", "2024-05-13/2024-05-14"),
        ("Monday", "background", "2024-05-13/2024-05-14"),
        ("May 13", "main", "2024-05-13/2024-05-27"),
        ("May 13", "background", None),  # a day without its year may be of any year, but in the news
    ],
)
def test_a_weekday_counts_from_the_day_of_writing_also_in_the_background(
    day: str, salience: Salience, published: str | None
) -> None:
    told = weighed(code_text(UNDATED.format(day=day), language="en", id="b"), salience)
    sister = code_text(DATED, published="2024-05-14", language="en", id="a")
    found = sister_date(told.document, [(*reports_of(sister), *reports_of(told))])
    assert (found.edtf if found else None) == published
