"""Who does the same, told by a number alone; lists of pledges."""

from collections.abc import Callable

import pytest

from communique.types import EventClaim

Coder = Callable[..., tuple[EventClaim, ...]]


def acts(told: Coder, text: str, kind: str) -> set[tuple[str | None, str | None]]:
    """Actor's and target's countries of each event of a kind."""
    found = [event for event in told(text) if event.kind == kind]
    sides = [{p.role: p.actor.country for p in event.participants} for event in found]
    return {(side.get("actor"), side.get("target")) for side in sides}


def test_those_who_follow_expel_as_well(told: Coder) -> None:
    text = "Chile expelled 12 Russian diplomats on Monday; Peru followed with five and Bolivia with three."
    assert acts(told, text, "expulsion") == {("CHL", "RUS"), ("PER", "RUS"), ("BOL", "RUS")}


def test_one_who_follows_suit_does_the_same(told: Coder) -> None:
    text = "Ghana expelled two Malian envoys on Monday. Togo followed suit."
    assert acts(told, text, "expulsion") == {("GHA", "MLI"), ("TGO", "MLI")}


@pytest.mark.parametrize(
    ("text", "kind", "others"),
    [
        ("Ghana banned fish from Mali on Monday. Togo took the same step.", "trade-measure", {("TGO", "MLI")}),
        ("Ghana recalled its ambassador to Mali on Monday. Mali did the same.", "recall", {("MLI", "GHA")}),
        ("Ghana expelled two Malian envoys on Monday. Mali responded in kind.", "expulsion", {("MLI", "GHA")}),
        ("Ghana cut ties with Mali on Monday. Togo followed within hours.", "relations-cut", {("TGO", "MLI")}),
        ("Ghana cut ties with Mali on Monday. Togo followed the debate.", "relations-cut", set()),
        ("Ghana cut ties with Mali on Monday. Togo's government did so on Tuesday.", "relations-cut", {("TGO", "MLI")}),
        ("Ghana cut ties with Mali. Mali recalled its envoy. Togo followed suit.", "relations-cut", set()),
    ],
)
def test_what_others_do_too(told: Coder, text: str, kind: str, others: set[tuple[str, str]]) -> None:
    assert acts(told, text, kind) - {("GHA", "MLI")} == others


def test_those_who_follow_together_are_told_of_together(told: Coder) -> None:
    found = told("Ghana imposed sanctions on Mali on Monday. Togo and the European Union followed suit.")
    actors = [[p.actor.name for p in event.participants if p.role == "actor"] for event in found]
    assert actors == [["Ghana"], ["Togo", "European Union"]]


def test_a_sum_behind_a_name_is_a_gift_of_its_own(told: Coder) -> None:
    text = "Canada promised Haiti $30 million and Brazil $5 million."
    assert ("BRA", "HTI") in acts(told, text, "aid")


def test_a_number_of_something_else_is_no_act(told: Coder) -> None:
    text = "Chile expelled 12 Russian diplomats. Peru lost 20 per cent of its trade."
    assert acts(told, text, "expulsion") == {("CHL", "RUS")}


def test_a_list_of_pledges_is_for_whom_the_text_tells_of(told: Coder) -> None:
    text = (
        "Relief for Nepal after the earthquake in Nepal\n\nPledges so far\n- Norway: $3 million\n- Oman: $2 million\n"
        "- Malta: €400,000\n"
    )
    assert acts(told, text, "aid") == {("NOR", "NPL"), ("OMN", "NPL"), ("MLT", "NPL")}


def test_two_lines_are_no_list(told: Coder) -> None:
    text = "Aid to Nepal\n\nTurnover\n- Norway: $3 million\n- Oman: $2 million\n"
    assert acts(told, text, "aid") == set()


@pytest.mark.parametrize(
    ("text", "kind", "others"),
    [
        ("Ghana condemned Mali over the raid. So did Togo.", "condemnation", {("TGO", "MLI")}),
        (
            "Ghana cut ties with Mali on Monday. So did Togo, which had long hesitated.",
            "relations-cut",
            {("TGO", "MLI")},
        ),
        ("Ghana condemned Mali over the raid. So did its newspapers in Togo.", "condemnation", set()),
    ],
)
def test_so_did_others(told: Coder, text: str, kind: str, others: set[tuple[str, str]]) -> None:
    assert acts(told, text, kind) - {("GHA", "MLI")} == others


@pytest.mark.parametrize(
    ("sentence", "planned"),
    [
        ("Togo will do so next week.", True),
        ("Togo is to do likewise.", True),
        ("Its prime minister said Togo would follow suit.", True),
        ("Togo would follow suit if others did.", False),
    ],
)
def test_who_is_yet_to_follow_plans_it(told: Coder, sentence: str, planned: bool) -> None:
    found = told(f"Ghana recalled its ambassador to Mali on Monday. {sentence}")
    statuses = [e.status for e in found if any(p.actor.country == "TGO" for p in e.participants)]
    assert statuses == (["planned"] if planned else [])


def test_what_the_same_sentence_tells_is_followed_whatever_was_told_before(told: Coder) -> None:
    text = "Oman expelled two envoys of Togo. Ghana recognised Kosovo in May; Peru had done so in March."
    assert acts(told, text, "recognition") == {("GHA", "XKX"), ("PER", "XKX")}
