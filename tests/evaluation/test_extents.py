"""A name counts where it is found whole; what is only described has no name."""

import msgspec
import pytest

from communique.evaluation.extents import lost_names, names_found
from communique.evaluation.gold import GoldDocument, GoldEvent, GoldParticipant, GoldPlace

TEXT = "Kenyan President William Ruto met German Chancellor Olaf Scholz in Berlin. Army commanders were there."


def gold(*participants: GoldParticipant) -> GoldDocument:
    event = GoldEvent(
        type="meeting",
        participants=participants,
        place=GoldPlace("DEU", "Berlin"),
        start=None,
        end=None,
        status="happened",
        evidence="met",
        main=True,
        date_basis="none",
    )
    return GoldDocument(
        id="x",
        text_file="x.txt",
        url=None,
        title=None,
        published=None,
        language="en",
        events=(event,),
        text=TEXT,
    )


@pytest.mark.parametrize(
    ("name", "as_written", "right", "of"),
    [
        ("William Ruto", None, 1, 1),
        ("Olaf Scholz, Chancellor", "Olaf Scholz", 1, 1),
        ("William", None, 0, 1),  # a part of the name
        ("Olaf Scholz in Berlin", "Olaf Scholz in", 0, 0),  # no name, for "in" has no capital
        ("Chancellor Olaf Scholz", None, 1, 1),  # the title is none of it
        ("President", None, 0, 0),  # nothing but a title
        ("army commanders of Kenya", "Army commanders", 0, 0),  # no name
        ("Wanjiru Otieno", None, 0, 0),  # not in the text
    ],
)
def test_extents(name: str, as_written: str | None, right: int, of: int) -> None:
    document = gold(GoldParticipant(name, "KEN", "party", as_written=as_written))
    share = names_found([document]).model
    assert (share.right, share.of) == (right, of)
    assert len(lost_names(document)) == of - right


def test_the_codebook_knows_names_too() -> None:
    document = msgspec.structs.replace(gold(GoldParticipant("G20", None, "party")), text="THE G20 MET AGAIN")
    assert names_found([document]).all.right == 1
