import pytest

from communique.evaluation.gold import GoldParticipant
from communique.evaluation.names import folded, matched, same_actor, same_name
from communique.types import Actor


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("Wang Yi", "Wang"),
        ("Kim Jong Un", "KIM JONG-UN"),
        ("Audronius Ažubalis", "Azubalis"),
        ("Lars Løkke Rasmussen", "Lars Lokke Rasmussen"),
        ("Mohammed bin Salman", "bin Salman"),
        ("King Charles", "Charles III"),
    ],
)
def test_one_person(left: str, right: str) -> None:
    assert same_name(left, right)
    assert same_name(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Wang Yi", "Wang Wenbin"),
        ("King Charles", "King Felipe"),
        ("Xi Jinping", "Li Qiang"),
        ("Ana Sol", ""),
        ("China", "Chile"),
    ],
)
def test_two_persons(left: str, right: str) -> None:
    assert not same_name(left, right)


def test_folding_takes_marks_and_hyphens_away() -> None:
    assert folded("Türkiye’s Jean-Noël") == ("turkiyes", "jean", "noel")


def test_a_state_is_matched_by_country_and_never_by_a_person() -> None:
    state = GoldParticipant("Türkiye", "TUR", "host")
    assert same_actor(state, Actor("q43", "Republic of Turkey", "state", "TUR"))
    assert same_actor(state, Actor("x", "Turkish Foreign Ministry", "government", "TUR"))
    assert not same_actor(state, Actor("x", "Hakan Fidan", "person", "TUR"))
    assert not same_actor(state, Actor("x", "Greece", "state", "GRC"))


def test_a_person_is_not_matched_by_his_country() -> None:
    person = GoldParticipant("Hun Manet", "KHM", "host", "Prime Minister")
    assert not same_actor(person, Actor("q424", "Cambodia", "state", "KHM"))


def test_described_office_holders_are_matched_by_country() -> None:
    described = GoldParticipant("regional commanders of Thailand", "THA", "party", "commanders")
    assert same_actor(described, Actor("x", "Royal Army", "group", "THA"))


def test_the_form_in_the_text_counts_as_the_name() -> None:
    named = GoldParticipant("Luiz Inácio da Silva", "BRA", "host", "president", "Lula")
    assert same_actor(named, Actor("x", "Lula", "person", "BRA"))


def test_one_actor_stands_for_one_participant() -> None:
    gold = [GoldParticipant(name, "PER", "party", "minister") for name in ("Ana Sol", "Ivo Sol")]
    assert matched(gold, [Actor("sol", "Sol", "person", "PER")]) == 1


def test_a_person_may_be_spelt_otherwise() -> None:
    assert same_actor(GoldParticipant("Volodymyr Zelenskyy", "UKR", "party"), Actor("x", "Zelensky", "person", "UKR"))
    assert same_actor(GoldParticipant("Isaias Afewerki", "ERI", "party"), Actor("x", "Isaias Afwerki", "person", "ERI"))
    assert not same_actor(GoldParticipant("Li Qiang", "CHN", "party"), Actor("x", "Liu Jianchao", "person", "CHN"))


def test_states_are_never_matched_for_looking_alike() -> None:
    assert not same_actor(GoldParticipant("Austria", "AUT", "party"), Actor("x", "Australia", "state", "AUS"))


def test_an_organisation_has_more_than_one_name() -> None:
    assert same_actor(GoldParticipant("G-20", None, "party"), Actor("x", "G20", "organisation", None))
    assert same_actor(GoldParticipant("UN", None, "party"), Actor("x", "United Nations", "organisation", None))
    assert not same_actor(GoldParticipant("G7", None, "party"), Actor("x", "G20", "organisation", None))
