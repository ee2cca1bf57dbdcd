"""Words that point back to somebody named before."""

from collections.abc import Callable

import pytest

from communique.linking import Linked

Link = Callable[[str], Linked]

MINISTERS = "Kenyan Foreign Minister Amina Odhiambo met Peruvian Foreign Minister Luis Vega."
PRESIDENTS = "Kenyan President Amina Odhiambo met Peruvian President Luis Vega."


def names(linked: Linked, words: str) -> list[str]:
    """Of whom the last mention with these ``words`` speaks; nothing where they were not linked."""
    found = [m for m in linked.mentions if m.span.text == words]
    return sorted(a.name for a in found[-1].actors) if found else []


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Kenyan Foreign Minister Amina Odhiambo met her Peruvian counterpart.",
            "Peruvian counterpart",
            "foreign minister of Peru",
        ),
        (
            "Kenya's president met his Peruvian counterpart.",
            "Peruvian counterpart",
            "president of Peru",
        ),
        (
            f"{MINISTERS} Odhiambo praised her Peruvian counterpart.",
            "Peruvian counterpart",
            "Luis Vega",
        ),
        (
            "Kenyan Defence Minister Amina Odhiambo called the Spanish counterpart.",
            "Spanish counterpart",
            "defence minister of Spain",
        ),
    ],
)
def test_counterpart(linked: Link, text: str, words: str, expected: str) -> None:
    assert names(linked(text), words) == [expected]


def test_counterpart_of_nobody_is_left_out(linked: Link) -> None:
    assert names(linked("They met the Peruvian counterpart."), "Peruvian counterpart") == []


def test_counterpart_is_no_compatriot(linked: Link) -> None:
    text = "Kenyan Foreign Minister Amina Odhiambo met her Kenyan counterpart."
    assert names(linked(text), "Kenyan counterpart") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{MINISTERS} The two ministers held talks.", "The two ministers"),
        (f"{MINISTERS} The two foreign ministers held talks.", "The two foreign ministers"),
        (f"{MINISTERS} Both ministers held talks.", "Both ministers"),
        (f"{MINISTERS} The two will hold talks.", "The two"),
        (f"{MINISTERS} The pair held talks.", "The pair"),
        (f"{MINISTERS} They held talks.", "They"),
        (f"{PRESIDENTS} Both leaders held talks.", "Both leaders"),
        (f"{PRESIDENTS} The two leaders held talks.", "The two leaders"),
        (f"{PRESIDENTS} The two presidents held talks.", "The two presidents"),
        (f"{PRESIDENTS} It was the first meeting of the two leaders.", "the two leaders"),
    ],
)
def test_two_persons(linked: Link, text: str, words: str) -> None:
    assert names(linked(text), words) == ["Amina Odhiambo", "Luis Vega"]


@pytest.mark.parametrize("words", ["The two countries", "Both sides", "The two neighbours", "Both governments"])
def test_two_states(linked: Link, words: str) -> None:
    text = f"Kenya and Peru held talks. {words} held more talks."
    assert names(linked(text), words) == ["Kenya", "Peru"]


@pytest.mark.parametrize("words", ["The two ministers", "Both leaders", "They"])
def test_one_person_is_no_pair(linked: Link, words: str) -> None:
    text = f"Kenyan Foreign Minister Amina Odhiambo held talks. {words} held talks."
    assert names(linked(text), words) == []


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (f"{MINISTERS} She held talks.", "She", ["Amina Odhiambo"]),
        (
            "Kenyan President Amina Odhiambo came. Peruvian President Luis Vega came. He held talks.",
            "He",
            ["Luis Vega"],
        ),
        ("Kenyan President Amina Odhiambo arrived. It was snowing. She held talks.", "She", ["Amina Odhiambo"]),
        ("Kenyan President Amina Odhiambo said she would hold talks.", "she", ["Amina Odhiambo"]),
        ("He held talks.", "He", []),
        ("Peru held talks. He left.", "He", []),
    ],
)
def test_he_and_she(linked: Link, text: str, words: str, expected: list[str]) -> None:
    assert names(linked(text), words) == expected


def test_pronoun_far_from_any_person_is_left_alone(linked: Link) -> None:
    text = f"They met Kenyan President Amina Odhiambo. {'Snow fell. ' * 4} She held talks."
    assert names(linked(text), "She") == []


def test_object_is_not_the_subject_of_its_own_clause(linked: Link) -> None:
    text = "Kenyan President Amina Odhiambo arrived. Peruvian President Luis Vega met her in Quito."
    assert names(linked(text), "her") == ["Amina Odhiambo"]


def test_lone_subject_leaves_its_object_open(linked: Link) -> None:
    assert names(linked("Peruvian President Luis Vega met him in Quito."), "him") == []


def test_mr_before_a_name_is_part_of_the_subject(linked: Link) -> None:
    text = "Peruvian President Luis Vega waited. Ana Rao, the Chilean minister, was in Rome. Ms Rao telephoned him."
    assert names(linked(text), "him") == ["Luis Vega"]


def test_possessive_may_be_of_the_subject(linked: Link) -> None:
    text = "Kenyan President Amina Odhiambo began her visit."
    assert names(linked(text), "her") == ["Amina Odhiambo"]


def test_a_pronoun_is_none_of_those_it_is_coordinated_to(linked: Link) -> None:
    text = "Kenyan President Amina Odhiambo met Peruvian Foreign Minister Luis Vega. He and Odhiambo held talks."
    assert names(linked(text), "He") == ["Luis Vega"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Peruvian delegation came. The delegation held talks.", ["Peru"]),
        ("A high-level delegation from Peru came. The delegation held talks.", ["Peru"]),
        ("Peru's trade delegation came to Kenya. The delegation held talks.", ["Peru"]),
        ("A Peruvian delegation met a Kenyan delegation. The delegation held talks.", []),
        ("Peru was told. The delegation held talks.", []),
    ],
)
def test_the_delegation(linked: Link, text: str, expected: list[str]) -> None:
    assert names(linked(text), "The delegation") == expected


def test_the_two_are_states_where_no_persons_are_told(linked: Link) -> None:
    assert names(linked("Kenya and Peru held talks. Talks of the two were held."), "the two") == ["Kenya", "Peru"]


def test_their_of_an_unknown_plural_subject_is_nobodys(linked: Link) -> None:
    text = "Kenyan President Ruto met Peruvian President Boluarte. Leaders of the bloc agreed at their summit in Oslo."
    assert [m for m in linked(text).mentions if m.form == "pronoun"] == []


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Chad and Niger said in Accra that they would restore ties.", "they", ["Chad", "Niger"]),
        ("Chad and Niger signed a treaty on Monday. They will open embassies.", "They", ["Chad", "Niger"]),
        (f"{MINISTERS} Chad and Niger restored ties. The two signed a pact.", "The two", ["Chad", "Niger"]),
        ("Chad and Niger restored ties. In Accra the two presidents spoke.", "the two presidents", ["Chad", "Niger"]),
        ("Chad and Niger agreed. The old rivals will sign a pact.", "The old rivals", ["Chad", "Niger"]),
        ("Chad and Niger agreed. Now the rivals will talk. Their ministers will meet.", "Their", ["Chad", "Niger"]),
        ("Some 300 people fled. They will meet in Accra.", "They", []),
        ("Rao and the delegates of Chad left. They will meet in Accra.", "They", []),
    ],
)
def test_several_who_are_the_subject(linked: Link, text: str, words: str, expected: list[str]) -> None:
    assert names(linked(text), words) == expected


def test_a_title_leads_on_to_a_pronoun(linked: Link) -> None:
    text = f"{MINISTERS} The Peruvian minister will return when he has signed the treaty."
    assert names(linked(text), "he") == ["Luis Vega"]


PACT = "Kenya and Peru signed a pact."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{PACT} The foreign ministers of the two countries will meet.", "foreign ministers of the two countries"),
        (f"{PACT} Their foreign ministers will meet.", "foreign ministers"),
        (f"{PACT} The foreign ministers of both sides met.", "foreign ministers of both sides"),
    ],
)
def test_offices_of_the_two_states_told_of(linked: Link, text: str, words: str) -> None:
    assert names(linked(text), words) == ["foreign minister of Kenya", "foreign minister of Peru"]


def test_offices_of_who_knows_whom(linked: Link) -> None:
    assert (
        names(linked("Kenya, Peru and Chile signed a pact. Their foreign ministers will meet."), "foreign ministers")
        == []
    )


def test_a_host_met_the_leaders_of_two_others(linked: Link) -> None:
    text = f"{PACT} Chilean President Ana Rao met leaders of the two countries."
    assert names(linked(text), "leaders of the two countries") == ["leader of Kenya", "leader of Peru"]


def test_the_country_to_which_one_travels(linked: Link) -> None:
    text = "Peru held a vote. Peru was calm. Kenya's foreign minister will travel to the country this week."
    assert names(linked(text), "the country") == ["Peru"]


def test_how_one_is_addressed_is_no_pronoun(linked: Link) -> None:
    assert names(linked("Kenyan President Amina Odhiambo met His Highness Sheikh Omar."), "His") == []


def test_between_these_two(linked: Link) -> None:
    assert names(linked("Kenya and Peru quarrel. Chile brokered a deal between these two."), "these two") == [
        "Kenya",
        "Peru",
    ]


def test_an_opening_phrase_looks_ahead_to_the_subject(linked: Link) -> None:
    text = f"{MINISTERS} Since her return to office, Chilean President Ana Sol has met her."
    told = [m for m in linked(text).mentions if m.span.text == "her"]
    assert [m.actors[0].name for m in told][:1] == ["Ana Sol"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Kenyan Foreign Minister Amina Odhiambo, Peruvian Foreign Minister Luis Vega and "
            "Norwegian Foreign Minister Espen Barth Eide came to Lima. The three ministers met on Monday.",
            "The three ministers",
            ["Amina Odhiambo", "Espen Barth Eide", "Luis Vega"],
        ),
        (
            "Kenya, Peru and Chile agreed. The three countries met in Oslo.",
            "The three countries",
            ["Chile", "Kenya", "Peru"],
        ),
        ("Kenya, Peru, Cuba and Chile agreed. The three countries met in Oslo.", "The three countries", []),
    ],
)
def test_three_and_more(linked: Link, text: str, words: str, expected: list[str]) -> None:
    assert names(linked(text), words) == expected


def test_who_is_named_later_in_a_clause_is_not_its_subject(linked: Link) -> None:
    text = "Kenyan President William Ruto spoke with Peruvian President Luis Vega. He met Ruto in Nairobi on Monday."
    assert names(linked(text), "He") == ["Luis Vega"]


def test_who_speaks_of_the_two_is_none_of_them(linked: Link) -> None:
    text = f"{MINISTERS} Chilean spokesman Juan Soto said the two ministers spoke of trade."
    assert names(linked(text), "the two ministers") == ["Amina Odhiambo", "Luis Vega"]


def test_a_scene_is_none_of_both_nations(linked: Link) -> None:
    """The text joins Kenya and Peru; a war "in Chad" only says where."""
    text = "Kenya and Peru held talks. Amid the war in Chad, Peru recalled its envoy, and both nations agreed on trade."
    assert names(linked(text), "both nations") == ["Kenya", "Peru"]
    named = "Kenya and Peru held talks. Amid a Chadian war Peru recalled its envoy, and both nations agreed on trade."
    assert names(linked(named), "both nations") == ["Chad", "Peru"]


def test_an_ambassador_is_none_of_both_leaders(linked: Link) -> None:
    text = f"{PRESIDENTS} Ambassador Juan Soto of Chile left. Brazil warned both leaders on Monday."
    assert names(linked(text), "both leaders") == ["Amina Odhiambo", "Luis Vega"]
