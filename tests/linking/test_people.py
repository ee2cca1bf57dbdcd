"""Who is who in one document."""

from collections.abc import Callable
from datetime import date

import pytest

from communique.linking import Linked, link
from communique.linking._listed import fuller
from communique.parsing import parse
from communique.types import Actor, Document, When

Link = Callable[[str], Linked]

KENYAN = "Kenyan Foreign Minister Amina Odhiambo"


def persons(linked: Linked) -> list[Actor]:
    return [m.actors[0] for m in linked.mentions if m.form == "person"]


@pytest.mark.parametrize(
    "text",
    [
        "They met Sergei Lavrov. They met Sergey Lavrov. They met Lavrov.",
        "They met Pedro Sanchez. They met Pedro Sánchez. They met Sanchez.",
        "They met Recep Tayyip Erdogan. They met Erdoğan.",
        "They met Andrei Petrovski. They met Andrey Petrovski. They met Petrovski.",
        "They met Park Sung-min. They met Park.",
        "They met Ahmed bin Rashid. They met bin Rashid. They met Rashid.",
        "They met Luis Alberto Vega. They met Luis Vega. They met Vega.",
        "They met Luis Vega. They met Mr. Vega.",
        f"They met {KENYAN}. They met Minister Odhiambo. They met Odhiambo.",
        f"Odhiambo arrived. They met {KENYAN}.",
        f"They met {KENYAN}. They met Amina Odhiambo, Kenya's foreign minister.",
    ],
)
def test_one_person(linked: Link, text: str) -> None:
    found = persons(linked(text))
    assert len(found) == text.count("They met") + text.startswith("Odhiambo")
    assert len(set(found)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "They met Carlos Vega. They met Ana Vega.",
        "They met Kenyan President Vega. They met Spanish President Vega.",
        "They met Kim Sung-min. They met Kim Jae-won.",
        "North Korean leader Kim Jong Il waited. They met Kim Yong Il.",
        "They met Luis Aldo Vega. They met Luis Bruno Vega.",
        "They met Kenyan Minister Luis Vega. They met Peruvian Minister Luis Vega.",
    ],
)
def test_two_persons(linked: Link, text: str) -> None:
    assert len({a.id for a in persons(linked(text))}) == 2


def test_surname_goes_to_the_title_of_its_country(linked: Link) -> None:
    text = f"They met {KENYAN}. They met Peruvian Foreign Minister Luis Odhiambo. They met Peruvian minister Odhiambo."
    names = [a.name for a in persons(linked(text))]
    assert names == ["Amina Odhiambo", "Luis Odhiambo", "Luis Odhiambo"]


def test_a_region_that_a_minister_is_for_is_no_name(linked: Link) -> None:
    text = "The minister left. Chile's Minister for Central Asia, Ana Silva, came back."
    assert [a.name for a in persons(linked(text))][-1] == "Ana Silva"


def test_a_country_that_opens_the_sentence_is_where(linked: Link) -> None:
    """ "In Peru Minister Silva met them" does not make her Peru's."""
    mentions = linked("Chilean Trade Minister Ana Silva left on Monday. In Peru Minister Silva met them.").mentions
    persons = [m.actors[0] for m in mentions if m.form == "person"]
    assert [person.country for person in persons] == ["CHL", "CHL"]
    assert persons[0].id == persons[1].id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"They met {KENYAN}.", ("amina-odhiambo-ken", "KEN", "foreign minister")),
        ("They met Amina Odhiambo, Kenya's president.", ("amina-odhiambo-ken", "KEN", "president")),
        ("They met Kenya's former president Amina Odhiambo.", ("amina-odhiambo-ken", "KEN", "former president")),
        ("They met Kenya's acting president Amina Odhiambo.", ("amina-odhiambo-ken", "KEN", "acting president")),
        ("They met Peru's ambassador to Chile, Ana Ruiz.", ("ana-ruiz-per", "PER", "ambassador")),
        ("They met Kenyan President Odhiambo.", ("odhiambo-ken", "KEN", "president")),
        ("They met Amina Odhiambo.", ("amina-odhiambo", None, None)),
    ],
)
def test_open_world(linked: Link, text: str, expected: tuple[str, str | None, str | None]) -> None:
    (actor,) = persons(linked(text))
    assert (actor.id, actor.country, actor.office) == expected


def test_later_mention_tells_the_office_of_all(linked: Link) -> None:
    found = persons(linked(f"They met Amina Odhiambo. They met {KENYAN}."))
    assert [(a.country, a.office) for a in found] == [("KEN", "foreign minister")] * 2


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("They met António Guterres.", "António Guterres", None),
        ("They met Antonio Guterres.", "António Guterres", None),
        ("They met Recep Tayyip Erdogan.", "Recep Tayyip Erdoğan", "TUR"),
        ("In Kenya they met Ruto.", "William Ruto", "KEN"),
        ("In Nairobi they met Ruto.", "William Ruto", "KEN"),
    ],
)
def test_known_person(linked: Link, text: str, name: str, country: str | None) -> None:
    (actor,) = persons(linked(text))
    assert (actor.name, actor.country) == (name, country)


def test_wikidata_is_the_id_of_a_known_person(linked: Link) -> None:
    (actor,) = persons(linked("They met Antonio Guterres."))
    assert actor.id == "Q311440"


def test_surname_of_a_leader_says_nothing_where_neither_country_nor_day_is_known(linked: Link) -> None:
    assert persons(linked("They met Ruto there.")) == []


@pytest.mark.parametrize(("day", "name"), [("2024-05-01", "William Ruto"), ("2020-05-01", None)])
def test_surname_is_the_leader_of_the_day(day: str, name: str | None) -> None:
    text = "They met Ruto there."
    published = date.fromisoformat(day)
    dated = Document("d", "test", text, published=When(day, published, published, "stated"))
    assert [actor.name for actor in persons(link(dated, parse(text)))] == ([name] if name else [])


def test_unknown_surname_is_no_person(linked: Link) -> None:
    assert persons(linked("They met Odhiambo there.")) == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("The president", "Amina Odhiambo"),
        ("The Kenyan president", "Amina Odhiambo"),
        ("Kenya's leader", "Amina Odhiambo"),
        ("The Peruvian president", "Luis Vega"),
        ("Kenya's former president", "former president of Kenya"),
        ("The Chilean president", "president of Chile"),
    ],
)
def test_holder_of_an_office(linked: Link, title: str, expected: str) -> None:
    text = "They met Kenyan President Amina Odhiambo. They met Peru's president, Luis Vega."
    if title == "The president":
        text = "They met Kenyan President Amina Odhiambo."
    *_, last = (m for m in linked(f"{text} {title} left.").mentions if m.form == "title")
    assert [a.name for a in last.actors] == [expected]


def test_holders_of_a_plural_office(linked: Link) -> None:
    text = "They met Kenyan President Amina Odhiambo and Peruvian President Luis Vega. The presidents left."
    (title,) = (m for m in linked(text).mentions if m.form == "title")
    assert [a.name for a in title.actors] == ["Amina Odhiambo", "Luis Vega"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President Amina Odhiambo met her Peruvian counterpart Luis Vega.",
        "Kenyan President Amina Odhiambo met her Peruvian counterpart, Luis Vega.",
        "Kenyan President Amina Odhiambo and Peruvian counterpart Luis Vega met.",
    ],
)
def test_named_counterpart_has_the_office_of_the_other(linked: Link, text: str) -> None:
    other = persons(linked(text))[-1]
    assert (other.id, other.country, other.office) == ("luis-vega-per", "PER", "president")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met Serguei Lavrov.", "Sergey Lavrov"),
        ("They met Felix Tshekedi of the Democratic Republic of Congo.", "Félix Tshisekedi"),
        ("They met Angolan President Joao Manuel Gonsalves Lourenço.", "João Lourenço"),
        ("They met Chinese envoy Li Hui.", "Li Hui"),  # no slip of Li Qiang
        ("They met Anna Lavrov.", "Anna Lavrov"),
        ("They met Russian actor Sergey Labrov.", "Sergey Labrov"),  # neither leads nor holds an office
    ],
)
def test_fuller_names_and_slips(linked: Link, text: str, name: str) -> None:
    assert persons(linked(text))[0].name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met President Virgilio Barco.", "Virgilio Barco Vargas"),  # the second surname is left out
        ("In Honduras they met Rafael Callejas.", "Rafael Leonardo Callejas"),  # the second given name
        ("Nepalese Prime Minister Lokendra Chand flew home.", "Lokendra Bahadur Chand"),
        ("They met Virgilio Barco in Lima.", "Virgilio Barco"),  # neither his office nor his country
        ("They met Foreign Minister Virgilio Barco.", "Virgilio Barco"),  # an office that he did not hold
        ("They met President Barco Virgilio.", "Barco Virgilio"),  # another order
        ("They met President Carlos Andrés.", "Carlos Andrés"),  # no family name
        ("They met President Ana Barco.", "Ana Barco"),
    ],
)
def test_names_shorter_than_the_listed_one(linked: Link, text: str, name: str) -> None:
    assert persons(linked(text))[0].name == name


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("In Washington the United States Congress heard Mike Johnson.", "USA"),
        ("The goal came from Mike Johnson.", None),  # no country is named: a namesake
        ("The call came from Marco Rubio.", "USA"),  # who led diplomacy is known without it
        ("They met Speaker Mike Johnson.", "USA"),
    ],
)
def test_namesakes_of_lesser_known_persons(linked: Link, text: str, country: str | None) -> None:
    assert persons(linked(text))[0].country == country


def test_shorter_name_of_several_is_nobody() -> None:
    assert fuller(("Ahmad", "Sabah"), ("KWT",), ("prime-minister",)) is None


def on(text: str, day: str) -> list[Actor]:
    published = date.fromisoformat(day)
    return persons(link(Document("d", "test", text, published=When(day, published, published, "stated")), parse(text)))


@pytest.mark.parametrize(
    ("day", "name"), [("2003-03-16", "George W. Bush"), ("1990-03-16", "George H. W. Bush"), ("2015-03-16", "Bush")]
)
def test_president_of_two_of_one_name(day: str, name: str) -> None:
    assert [actor.name for actor in on("In Washington they met President Bush.", day)] == [name]


@pytest.mark.parametrize(("title", "name"), [("Ms. ", "Hillary Clinton"), ("Mr. ", "Bill Clinton")])
def test_surname_and_sex(title: str, name: str) -> None:
    assert [actor.name for actor in on(f"In Washington they met {title}Clinton.", "2024-03-31")] == [name]


@pytest.mark.parametrize(("day", "office"), [("2015-03-16", "president"), ("2020-03-16", None)])
def test_office_on_the_day(day: str, office: str | None) -> None:
    assert [actor.office for actor in on("They met Barack Obama.", day)] == [office]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met then-President Ana Ruiz of Peru.", ("PER", "president")),
        ("They met Ana Ruiz, who is acting prime minister of Peru.", ("PER", "acting prime minister")),
        ("They met Peru's President, Gen. Ana Ruiz, there.", ("PER", "president")),
        ("They met Peru's deputy foreign minister Ana Ruiz.", ("PER", "deputy foreign minister")),
        ("They met the Ambassador of Peru to their country, Ana Ruiz.", ("PER", "ambassador")),
        (
            "Ana Ruiz and Luis Vega, the foreign ministers of Peru and Chile respectively, met.",
            ("PER", "foreign minister"),
        ),
        ("They saw the Foreign Minister of Peru, Ms. Ana Ruiz\nand others.", ("PER", "foreign minister")),
    ],
)
def test_titles_around_a_name(linked: Link, text: str, expected: tuple[str, str]) -> None:
    actor = persons(linked(text))[0]
    assert (actor.name, actor.country, actor.office) == ("Ana Ruiz", *expected)


def test_a_deputy_is_not_the_minister(linked: Link) -> None:
    text = "They met Peruvian deputy foreign minister Ana Ruiz. The Peruvian foreign minister left."
    *_, title = (m for m in linked(text).mentions if m.form == "title")
    assert [a.name for a in title.actors] == ["foreign minister of Peru"]


def test_the_minister_is_not_the_president(linked: Link) -> None:
    text = "They met Peruvian President Ana Ruiz. The minister left."
    assert [m for m in linked(text).mentions if m.form == "title"] == []


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "The Prime Minister, Shri Narendra Modi, spoke.",
            "Prime Minister, Shri Narendra Modi",
            "Narendra Modi",
        ),
        (
            "Sheikh Mohamed bin Zayed Al Nahyan spoke.",
            "Sheikh Mohamed bin Zayed Al Nahyan",
            "Mohamed bin Zayed",
        ),
    ],
)
def test_all_words_of_a_name_belong_to_it(linked: Link, text: str, words: str, name: str) -> None:
    (mention,) = [m for m in linked(text).mentions if m.form == "person"]
    assert (mention.span.text, mention.actors[0].name) == (words, name)


def test_what_is_named_after_a_person_is_not_that_person(linked: Link) -> None:
    found = linked("Modi visited the Sheikh Zayed Grand Mosque in Abu Dhabi. He prayed at the Zayed Mosque.")
    assert "Zayed" not in {m.span.text for m in found.mentions if m.form == "person"}


def test_a_father_in_another_office_is_not_his_son(linked: Link) -> None:
    found = persons(linked("Crown Prince Mohammed bin Salman spoke in place of his father, King Salman."))
    assert [(p.name, p.office) for p in found] == [
        ("Mohammed bin Salman", "crown prince"),
        ("Salman bin Abdulaziz", "king"),
    ]


def test_the_emir_is_no_king(linked: Link) -> None:
    found = linked("King Salman saw the emir.").mentions
    assert [a.name for m in found if m.form == "title" for a in m.actors] == []


def test_a_name_behind_a_title_begins_there(linked: Link) -> None:
    assert [p.name for p in persons(linked("Labor Secretary Silvestre Bello III had initialed it."))] == [
        "Silvestre Bello III"
    ]


def test_a_servant_of_many_states_acts_for_none_though_no_text_names_the_body(linked: Link) -> None:
    (found,) = persons(linked("They met Secretary General Jens Stoltenberg."))
    assert (found.name, found.country) == ("Jens Stoltenberg", None)
