"""Where those who act were that day: at an encounter that the story tells."""

import pytest

from communique.running import code_text

_MET = "Kenyan President William Ruto held talks with Paul Kagame in Kigali on Monday.\n\n"
_TWO_CITIES = (
    "Kenyan President William Ruto held talks with Paul Kagame in Rome on Monday.\n\n"
    "Later on Monday Ruto met Dina Boluarte in Milan.\n\n"
)
_CAME = "Kenyan President William Ruto visited Oslo on Monday.\n\nHe arrived late.\n\n"


_SIDES = "Kenya and Peru held talks in Oslo on Monday.\n\n"
_DONORS = "A donors' conference for Haiti opened in Oslo on Monday.\n\n"
_BLOC = "Leaders of the African Union met in Kigali on Monday.\n\n"


def place(text: str, family: str, published: str | None = "2024-05-15") -> str | None:
    events = code_text(text, published=published, language="en").events
    claim = next(e for e in reversed(events) if e.family == family)
    return claim.place.name if claim.place is not None else None


@pytest.mark.parametrize(
    ("text", "family", "expected"),
    [
        (_MET + "On Monday Ruto urged Uganda to open its border.", "statement", "Kigali"),
        (_MET + "On Monday Ruto also met Senegalese President Bassirou Diomaye Faye.", "meeting", "Kigali"),
        (_CAME + "On Monday Ruto and Peruvian President Dina Boluarte signed a trade agreement.", "agreement", "Oslo"),
        (_MET + "On Friday Ruto urged Uganda to open its border.", "statement", None),
        (_MET + "On Monday Peru urged Uganda to open its border.", "statement", None),
        (_MET + "On Monday Peru urged Ruto to open the border.", "statement", None),
        (_MET + "On Monday Ruto spoke by phone with Dina Boluarte.", "call", None),
        (_MET + _CAME + "On Monday Ruto urged Uganda to open its border.", "statement", None),
        (_TWO_CITIES + "On Monday Ruto urged Uganda to open its border.", "statement", "Italy"),
        (_MET + "On Monday Ruto said he would meet Dina Boluarte in June.", "meeting", None),
    ],
)
def test_who_was_somewhere_that_day_acts_there(text: str, family: str, expected: str | None) -> None:
    assert place(text, family) == expected


@pytest.mark.parametrize(
    ("text", "family", "expected"),
    [
        (_SIDES + "On Monday the two sides urged Chad to free the envoy.", "statement", "Oslo"),
        (_SIDES + "On Monday Peru thanked Kenya for its support.", "statement", "Oslo"),
        (_SIDES + "On Monday Peru thanked Chile for its support.", "statement", None),
        (_BLOC + "On Monday the African Union condemned Sudan.", "statement", "Kigali"),
        (_BLOC + "On Monday the African Union imposed sanctions on Sudan.", "sanction", "Kigali"),
        (_BLOC + "On Friday the African Union condemned Sudan.", "statement", None),
        (_DONORS + "On Monday Peru pledged $50 million to Haiti.", "aid", "Oslo"),
        (_DONORS + "In March Peru pledged $50 million to Haiti.", "aid", None),
        (_SIDES + "On Monday Peru gave $50 million to Haiti.", "aid", None),
        ("Peru summoned the ambassador of Kenya on Monday.\n\nOn Monday Peru urged Kenya to yield.", "statement", None),
    ],
)
def test_sides_and_bodies_speak_where_they_meet(text: str, family: str, expected: str | None) -> None:
    assert place(text, family) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_MET + "On Monday Ruto urged Uganda to open its border.", "Kigali"),
        (_MET + "Ruto urged Uganda to open its border.", "Kigali"),
        (_MET + "On Friday Ruto urged Uganda to open its border.", None),
    ],
)
def test_in_a_report_without_a_date_days_are_told_by_their_names(text: str, expected: str | None) -> None:
    assert place(text, "statement", None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruto has canceled a meeting with Boluarte.", "Lisbon"),
        ("Ruto has canceled a meeting with Paul Kagame.", None),
        ("Ruto will meet Boluarte in June.", None),
    ],
)
def test_who_have_come_to_one_city_meet_there(text: str, expected: str | None) -> None:
    came = "Kenyan President William Ruto arrived in Lisbon on Monday. Peruvian President Dina Boluarte "
    assert place(f"{came}flew to Lisbon on Monday.\n\n{text}", "meeting") == expected


def test_the_summit_of_a_story_is_where_its_leaders_were() -> None:
    text = "Presidents William Ruto and Paul Kagame held talks in Kigali on Monday. It was their third summit."
    events = code_text(text, published="2024-05-15", language="en").events
    assert {claim.place.name for claim in events if claim.place is not None} == {"Kigali"}
