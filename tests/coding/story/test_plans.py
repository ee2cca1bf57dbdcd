"""Plans that have the days of the plan told before them, in reports of Wednesday, 10 April 2024."""

from collections.abc import Callable

import pytest

from communique.types import EventClaim

Told = Callable[..., tuple[EventClaim, ...]]
VISIT = "Kenyan President William Ruto will visit Uganda on Friday."


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (f"{VISIT} He will meet President Yoweri Museveni.", "2024-04-12"),
        (
            f"{VISIT.replace('on Friday', 'from Friday to Sunday')} He will meet President Yoweri Museveni.",
            "2024-04-12/2024-04-14",
        ),
        (f"{VISIT} He will then meet President Samia Suluhu Hassan of Tanzania.", None),
        (f"{VISIT}\n\nHe will meet President Samia Suluhu Hassan of Tanzania.", None),
    ],
)
def test_a_meeting_is_part_of_the_visit_told_before(told: Told, text: str, start: str | None) -> None:
    (meeting,) = [claim for claim in told(text) if claim.family == "meeting"]
    assert (meeting.start.edtf if meeting.start else None) == start


def test_what_is_said_of_many_visits_is_not_said_of_the_one(told: Told) -> None:
    (visit,) = [c for c in told(f"{VISIT} In 2022 all such visits were suspended.") if c.family == "visit" and c.start]
    assert visit.status == "planned"
