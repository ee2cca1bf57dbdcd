"""A noun of nationality that stands for one person told of before."""

from collections.abc import Callable

import pytest

from communique.linking import Linked

Link = Callable[[str], Linked]

VEGA = "Peruvian Foreign Minister Luis Vega met Finnish President Aino Laine in Oslo."


def meant(linked: Linked, words: str) -> list[str]:
    """Whom the last mention with these ``words`` names as a person."""
    found = [m for m in linked.mentions if m.span.text == words and m.form == "person"]
    return [actor.name for actor in found[-1].actors] if found else []


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (f"{VEGA} The Peruvian invited his host to Lima.", "The Peruvian", "Luis Vega"),
        (f"{VEGA} Norway's government asked the Finn to meet the rebels.", "the Finn", "Aino Laine"),
        (f"{VEGA} The Finn accused the Peruvian of breaking the agreement.", "the Peruvian", "Luis Vega"),
        (f"{VEGA} The talks failed. It rained. Nobody won. The Finn left Oslo.", "The Finn", "Aino Laine"),
        (f"{VEGA} The Peruvian and Laine agreed to visit Lima.", "The Peruvian", "Luis Vega"),
        (f"{VEGA} The Finn, who took office in May, will visit Lima.", "The Finn", "Aino Laine"),
        (f"{VEGA} Norway refused the Peruvian's request to visit Bergen.", "the Peruvian", "Luis Vega"),
        (
            "South Korean President Min-jun Seo met Dutch Prime Minister Jan Bakker. "
            "The South Korean will visit Lima, and the Dutchman will visit Quito.",
            "The South Korean",
            "Min-jun Seo",
        ),
        (
            "South Korean President Min-jun Seo met Dutch Prime Minister Jan Bakker. "
            "The South Korean will visit Lima, and the Dutchman will visit Quito.",
            "the Dutchman",
            "Jan Bakker",
        ),
        (
            "Ecuadorean President Ana Mora criticised her neighbours. Kenya's government met the Ecuadorean on Monday.",
            "the Ecuadorean",
            "Ana Mora",
        ),
        (
            "Finnish Prime Minister Eero Salo resigned. The cabinet met. Nobody spoke. The press waited. "
            "Finnish President Aino Laine visited Lima. Peru asked the Finn to sign the agreement.",
            "the Finn",
            "Aino Laine",
        ),
    ],
)
def test_stands_for_the_one_of_that_country(linked: Link, text: str, words: str, expected: str) -> None:
    assert meant(linked(text), words) == [expected]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Peruvian was arrested in Oslo on Monday.", "The Peruvian"),
        (f"{VEGA} The Kenyan was expelled on Monday.", "The Kenyan"),
        (f"{VEGA} The Peruvians signed an agreement.", "The Peruvians"),
        (f"{VEGA} The Peruvian delegation signed an agreement.", "The Peruvian"),
        (f"{VEGA} The Peruvian and Kenyan ministers signed an agreement.", "The Peruvian"),
        (f"{VEGA} The Peruvian and the Kenyan foreign ministers signed an agreement.", "The Peruvian"),
        (f"{VEGA} The Peruvian who was arrested on Monday met the rebels.", "The Peruvian"),
        (f"{VEGA} The Peruvian-led mission met the rebels.", "The Peruvian"),
        (f"{VEGA} The Peruvian, Rosa Quispe, met the rebels.", "The Peruvian"),
        (f"{VEGA} Norway arrested a Peruvian on Monday. The Peruvian was expelled.", "The Peruvian"),
        (
            "Japanese Prime Minister Ken Mori met Finnish President Aino Laine. The Japanese signed an agreement.",
            "The Japanese",
        ),
        (
            "Dutch Prime Minister Jan Bakker met Finnish President Aino Laine. The Dutch signed an agreement.",
            "The Dutch",
        ),
        (
            "German Chancellor Karl Vogt and German Foreign Minister Eva Brandt met Finnish President Aino Laine. "
            "Peru invited the German to visit Lima.",
            "the German",
        ),
        ("Luis Vega, a Peruvian tourist, vanished. The Peruvian was arrested on Monday.", "The Peruvian"),
        ("Peruvian Foreign Minister Luis Vega met the Peruvian.", "the Peruvian"),
    ],
)
def test_stands_for_nobody_where_none_or_several_fit(linked: Link, text: str, words: str) -> None:
    assert meant(linked(text), words) == []


def test_title_behind_it_is_of_its_own(linked: Link) -> None:
    found = linked(f"{VEGA} The Peruvian defence minister visited Lima.")
    assert meant(found, "The Peruvian") == []


def test_pronoun_may_mean_whom_it_stands_for(linked: Link) -> None:
    found = linked(f"{VEGA} The Peruvian signed the agreement. He visited Bergen.")
    assert [a.name for m in found.mentions if m.span.text == "He" for a in m.actors] == ["Luis Vega"]
