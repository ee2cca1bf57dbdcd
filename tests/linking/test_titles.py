"""Titles, names and both, read off the codebook's matches and the capitalised runs of a text."""

import pytest

from communique.linking._candidates import candidates
from communique.linking._gazetteer import find_names
from communique.linking._titles import Item, Phrase, phrases
from communique.parsing import parse


def read(text: str) -> list[Phrase]:
    matches = find_names(text)
    covered = [(m.start, m.end) for m in matches if m.label != "modifier"]
    items: list[Item] = [*matches, *candidates(parse(text).sentences, covered)]
    found, _ = phrases(text, sorted(items, key=lambda item: item.start))
    return list(found)


def only(text: str) -> Phrase:
    (phrase,) = read(text)
    return phrase


TITLED: list[tuple[str, str, str, str, str]] = [
    # text, words of the phrase, name, office ids, countries
    (
        "They met Russian Foreign Minister Sergey Lavrov.",
        "Russian Foreign Minister Sergey Lavrov",
        "Sergey Lavrov",
        "foreign-minister",
        "RUS",
    ),
    (
        "They met Kenya's Foreign Minister Amina Odhiambo.",
        "Kenya's Foreign Minister Amina Odhiambo",
        "Amina Odhiambo",
        "foreign-minister",
        "KEN",
    ),
    (
        "They met Wang Yi, China's top diplomat, there.",
        "Wang Yi, China's top diplomat",
        "Wang Yi",
        "foreign-minister",
        "CHN",
    ),
    (
        "They met Amina Odhiambo, the president of Kenya, there.",
        "Amina Odhiambo, the president of Kenya",
        "Amina Odhiambo",
        "president",
        "KEN",
    ),
    (
        "Minister of Foreign Affairs of the Russian Federation, Sergei Lavrov, left.",
        "Minister of Foreign Affairs of the Russian Federation, Sergei Lavrov",
        "Sergei Lavrov",
        "foreign-minister",
        "RUS",
    ),
    (
        "They met Peru's prime minister, Luis Vega, there.",
        "Peru's prime minister, Luis Vega",
        "Luis Vega",
        "prime-minister",
        "PER",
    ),
    (
        "Chinese Foreign Ministry spokesman Guo Jiakun spoke.",
        "Chinese Foreign Ministry spokesman Guo Jiakun",
        "Guo Jiakun",
        "spokesperson",
        "CHN",
    ),
    (
        "They met Spain's ambassador to Malaysia, Luis Vega.",
        "Spain's ambassador to Malaysia, Luis Vega",
        "Luis Vega",
        "ambassador",
        "ESP",
    ),
    ("They met Amina Odhiambo there.", "Amina Odhiambo", "Amina Odhiambo", "", ""),
    (
        "Minister for Foreign Affairs of Japan Takeshi Iwaya left.",
        "Minister for Foreign Affairs of Japan Takeshi Iwaya",
        "Takeshi Iwaya",
        "foreign-minister",
        "JPN",
    ),
    (
        "Kenyan presidential spokesman Luis Vega spoke.",
        "Kenyan presidential spokesman Luis Vega",
        "Luis Vega",
        "spokesperson",
        "KEN",
    ),
    (
        "They met Iran's reformist President Luis Vega there.",
        "Iran's reformist President Luis Vega",
        "Luis Vega",
        "president",
        "IRN",
    ),
    (
        "They met India's External Affairs Minister Amina Odhiambo.",
        "India's External Affairs Minister Amina Odhiambo",
        "Amina Odhiambo",
        "foreign-minister",
        "IND",
    ),
    (
        "They met Danish Climate Minister Amina Odhiambo.",
        "Danish Climate Minister Amina Odhiambo",
        "Amina Odhiambo",
        "environment-minister",
        "DNK",
    ),
    (
        "They met Kenya's then-foreign minister, Luis Vega, there.",
        "Kenya's then-foreign minister, Luis Vega",
        "Luis Vega",
        "foreign-minister",
        "KEN",
    ),
    # without a name
    (
        "The Armenian and Azerbaijani foreign ministers met.",
        "Armenian and Azerbaijani foreign ministers",
        "",
        "foreign-minister",
        "ARM AZE",
    ),
    (
        "The foreign ministers of Armenia and Azerbaijan met.",
        "foreign ministers of Armenia and Azerbaijan",
        "",
        "foreign-minister",
        "ARM AZE",
    ),
    (
        "The presidents of Kenya, Uganda and Rwanda met.",
        "presidents of Kenya, Uganda and Rwanda",
        "",
        "president",
        "KEN UGA RWA",
    ),
    ("The Kenyan president left.", "Kenyan president", "", "president", "KEN"),
    ("The president of Kenya left.", "president of Kenya", "", "president", "KEN"),
    ("The Spanish ambassador to Malaysia left.", "Spanish ambassador to Malaysia", "", "ambassador", "ESP"),
    ("The head of Kenyan diplomacy left.", "head of Kenyan diplomacy", "", "foreign-minister", "KEN"),
    ("The head of the Kenyan delegation left.", "head of the Kenyan delegation", "", "negotiator", "KEN"),
    ("The Kenyan health minister left.", "Kenyan health minister", "", "health-minister", "KEN"),
    (
        "The captains regent of San Marino left.",
        "captains regent of San Marino",
        "",
        "captain-regent",
        "SMR",
    ),
]


@pytest.mark.parametrize(("text", "words", "name", "offices", "countries"), TITLED)
def test_phrase(text: str, words: str, name: str, offices: str, countries: str) -> None:
    phrase = read(text)[0]
    assert text[phrase.start : phrase.end] == words
    assert " ".join(phrase.name) == name
    assert " ".join(o.id for o in phrase.offices) == offices
    assert " ".join(phrase.countries) == countries


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met Kenyan President Amina Odhiambo.", "Amina Odhiambo"),
        ("They met Amina Odhiambo, president of Kenya, there.", "Amina Odhiambo"),
        ("They met Kenyan President Mr. Luis Vega there.", "Luis Vega"),
    ],
)
def test_name_has_its_own_place(text: str, name: str) -> None:
    phrase = only(text)
    assert text[phrase.name_start : phrase.name_end] == name


@pytest.mark.parametrize(
    ("text", "effects"),
    [
        ("They met former Kenyan president Amina Odhiambo.", ("past",)),
        ("They met Kenya's former president Amina Odhiambo.", ("past",)),
        ("They met Kenya's acting president Amina Odhiambo.", ("acting",)),
        ("They met Kenya's incoming president Amina Odhiambo.", ("future",)),
        ("They met Kenya's interim president Amina Odhiambo.", ("acting",)),
        ("They met Kenya's caretaker president Amina Odhiambo.", ("acting",)),
        ("They met Kenya's president-elect Amina Odhiambo.", ("future",)),
        ("They met Kenya's self-exiled president Amina Odhiambo.", ("past",)),
        ("They met Kenya's hard-line president Amina Odhiambo.", ()),
        ("They met Kenya's president Amina Odhiambo.", ()),
    ],
)
def test_effects(text: str, effects: tuple[str, ...]) -> None:
    phrase = only(text)
    assert (phrase.effects, phrase.countries) == (effects, ("KEN",))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kenyan President Amina Odhiambo met Spanish President Luis Vega.", 2),
        ("Kenyan President Amina Odhiambo, Spanish President Luis Vega and Peruvian President Ana Ruiz met.", 3),
        ("Spanish President Luis Vega and his Kenyan counterpart Amina Odhiambo met.", 2),
        ("They met Luis Vega, Foreign Minister Ana Ruiz and Carlos Paz.", 3),
    ],
)
def test_each_person_once(text: str, count: int) -> None:
    assert len([p for p in read(text) if p.name]) == count


def test_title_does_not_take_the_name_of_the_next_clause() -> None:
    first, second = read("According to the Kenyan president, Luis Vega left early.")
    assert (first.name, second.name) == ((), ("Luis", "Vega"))


def test_no_phrase_over_a_line_break() -> None:
    first, second = read("They met the Kenyan president\nLuis Vega arrived there.")
    assert (first.name, second.offices) == ((), ())


def test_state_beside_a_title_is_not_its_owner() -> None:
    assert only("They thanked Kenya and Peruvian President Luis Vega.").countries == ("PER",)


def test_plural() -> None:
    assert only("The Kenyan and Ugandan presidents met.").plural
    assert not only("The Kenyan president left.").plural


def test_title_of_an_organisation() -> None:
    phrase = only("They met African Union envoy Luis Vega there.")
    assert phrase.organisation is not None
    assert (phrase.organisation.name, phrase.countries) == ("African Union", ())


def test_used_items_are_told() -> None:
    text = "The Kenyan president visited Peru."
    _, used = phrases(text, list(find_names(text)))
    assert used == {0, 1}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They saw Kenyan Minister of Industry, Trade and Foreign Affairs Amina Odhiambo there.", "Amina Odhiambo"),
        ("They heard Director of the Department of Ocean Affairs Luis Vega there.", "Luis Vega"),
        ("They saw Minister of Trade Luis Vega and Foreign Minister Amina Odhiambo there.", "Luis Vega"),
    ],
)
def test_a_long_title_ends_with_its_name(text: str, name: str) -> None:
    assert " ".join(read(text)[0].name) == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They heard the Kenyan president and Foreign Minister Luis Vega there.", ["", "Luis Vega"]),
        ("They heard the Kenyan President and Prime Minister Luis Vega there.", ["", "Luis Vega"]),
        ("They heard Kenyan Prime Minister and Foreign Minister Luis Vega there.", ["Luis Vega"]),
        ("They heard Kenyan Vice President and Prime Minister Luis Vega there.", ["Luis Vega"]),
        ("They heard the crown prince and Kenyan Prime Minister Luis Vega there.", ["", "Luis Vega"]),
    ],
)
def test_two_titles_of_two_persons(text: str, expected: list[str]) -> None:
    assert [" ".join(phrase.name) for phrase in read(text)] == expected


def test_who_tells_a_report_lends_nobody_an_office() -> None:
    named, teller = read("They will see Luis Vega, the royal court spokesman said on Monday.")
    assert (named.name, named.offices) == (("Luis", "Vega"), ())
    assert [office.id for office in teller.offices] == ["spokesperson"]


@pytest.mark.parametrize(
    ("text", "office", "country"),
    [
        ("They met Texas Governor Luis Vega there.", "governor", "USA"),
        ("They met California Gov. Luis Vega there.", "governor", "USA"),
        ("They met the premier of Ontario, Luis Vega, there.", "governor", "CAN"),
        ("They met Moscow's former mayor Luis Vega there.", "mayor", "RUS"),
        ("They met Moscow President Luis Vega there.", "president", None),
    ],
)
def test_offices_of_a_part_of_a_state(text: str, office: str, country: str | None) -> None:
    (phrase,) = (p for p in read(text) if p.name)
    assert [o.id for o in phrase.offices] == [office]
    assert phrase.countries == ((country,) if country else ())


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("They met Presidents Ana Rao of Kenya, Luis Vega of Peru and Kim Silva of Chad there.", ["KEN", "PER", "TCD"]),
        ("They met Kenyan Ministers Ana Rao and Luis Vega there.", ["KEN", "KEN"]),
        ("They met Ministers Ana Rao of Kenya and Luis Vega there.", ["KEN", None]),
    ],
)
def test_a_title_of_several(text: str, countries: list[str | None]) -> None:
    named = [p for p in read(text) if p.name]
    assert all(p.offices for p in named)
    assert [next(iter(p.countries), None) for p in named] == countries


def test_a_ruler_is_titled_in_the_name() -> None:
    assert [o.id for o in only("They met Queen Margrethe there.").offices] == ["queen"]


@pytest.mark.parametrize("letters", ["", " KC", " T.D."])
def test_letters_behind_a_name_close_it(letters: str) -> None:
    assert only(f"The foreign minister, Ana Rao{letters}, said so.").name[:2] == ("Ana", "Rao")


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Kenya's official Daily Herald said so.", []),  # a paper, and of the state
        ("The official Daily Herald said so.", []),
        ("Kenyan official Ana Rao said so.", ["official"]),
    ],
)
def test_official_is_an_adjective_behind_an_article(text: str, offices: list[str]) -> None:
    assert [o.id for phrase in read(text) if phrase.name for o in phrase.offices] == offices


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Ana Rao, president of the Rao Institute for Peace, said so.", ["head-of-other-body"]),
        ("They met Foundation President Ana Rao there.", ["head-of-other-body"]),
        ("Ana Rao, the chief executive officer of a firm, said so.", ["head-of-other-body"]),
        ("Ana Rao, president of Judicial Eye, said so.", ["head-of-other-body"]),
        ("Ana Rao, president of Peru, said so.", ["president"]),
        ("Ana Rao, president of the Republic, said so.", ["president"]),
    ],
)
def test_who_presides_over_a_private_body(text: str, offices: list[str]) -> None:
    assert [o.id for phrase in read(text) if phrase.name for o in phrase.offices] == offices


def test_a_royal_embassy() -> None:
    assert only("They met Counsellor of the Royal Thai Embassy in Lima Ana Rao there.").countries == ("THA",)


def test_a_lawmaker_of_a_part_of_a_state() -> None:
    assert only("They met Vermont Sen. Ana Rao there.").countries == ("USA",)
