"""Figures of short texts, read on Wednesday, 10 April 2024: value, unit, of what, when, change, on whose word."""

from collections.abc import Sequence

import pytest

from communique.running import code_text
from communique.types import Figure


def code_figures(text: str, published: str | None = "2024-04-10") -> Sequence[Figure]:
    coding = code_text(text, published=published, language="en")
    for figure in coding.figures:
        span = figure.evidence
        assert coding.document.text[span.start : span.end] == span.text
    return coding.figures


def code_one(text: str, published: str | None = "2024-04-10") -> Figure:
    found = code_figures(text, published)
    assert len(found) == 1, [(f.value, f.unit, f.evidence.text) for f in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Bilateral trade reached $3.4 billion in 2023.", "Bilateral trade"),
        ("Trade between Peru and the United States hit $5bn.", "Trade between Peru and the United States"),
        ("The bank gave a loan of 77 million dollars.", "loan"),
        ("The port handled 20 million tons of wheat.", "wheat"),
        ("They share a frontier of 800 km.", "frontier"),
        ("Oslo offered a $400 million package.", "package"),
        ("Both armies agreed to a 30-day truce.", "truce"),
        ("The six-point plan failed.", "plan"),
        ("Ninety percent of the workforce had no job.", "workforce"),
        ("At least 35 people have been killed in the fighting.", "people killed in the fighting"),
        ("Peru sent two C-130 aircraft.", "C-130 aircraft"),
        ("Eighteen prisoners of war will be released.", "prisoners of war"),
        (
            "Trade between the neighbours grew to a record of more than 240 billion dollars.",
            "Trade between the neighbours",
        ),
        ("Exports fell to a low of $3 million.", "Exports"),
    ],
)
def test_what_is_counted_or_measured(text: str, of: str) -> None:
    assert code_one(text).of == of


def test_a_figure_of_untold_things_has_null() -> None:
    assert code_one("It was 40 per cent.").of is None


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("More than 300 people fled.", "More than 300 people"),
        ("The deal is worth some $5bn.", "some $5bn"),
        ("Nearly two dozen ships sailed.", "Nearly two dozen ships"),
    ],
)
def test_evidence_holds_the_words_of_approximation(text: str, evidence: str) -> None:
    assert code_one(text).evidence.text == evidence


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Trade reached $3.4 billion in 2023.", "2023"),
        ("In 2022 trade came to $3 billion.", "2022"),
        ("Last year exports totalled 5 billion euros.", "2023"),
        ("Trade stands at $3 billion.", "2024-04-10"),
        ("Trade will reach $3 billion.", None),
        ("Some 300 people had died.", None),
        ("In 2022 trade came to $3 billion. With Peru it was $1 billion.", "2022"),
        ("Trade was $3 billion in the first half of 2022, against $2 billion a year earlier.", "2021-01/2021-06"),
        (
            "Trade reached $3 billion in January-March 2023. In the same period of 2022 it was $2 billion.",
            "2022-01/2022-03",
        ),
        ("In 2019 trade was put at $748 million for eight months.", "2019-01/2019-08"),
        ("Exports rose to $3 billion in the first half of 2022. Imports fell to $1 billion.", "2022-01/2022-06"),
        ("Exports rose to $3 billion in the first half of 2022. Oslo pledged $1 billion.", None),
        ("Fighting broke out on March 2. Some 300 people have been killed in the clashes.", "2024-03-02/.."),
        ("Fighting broke out on March 2. Some 300 people have been killed in a crash.", "2024-04-10"),
        ("On Monday Peru and Chile ended a war that killed 5,000 people.", None),
        ("Peru condemned the raid on Monday that killed 20 people.", "2024-04-08"),
        ("Peru, which had a flood in March, gave 30 ships on Monday.", "2024-04-08"),
        ("Rao opened the frontier, closed by Chile in 2010, to 40 guests.", "2024-04-04/2024-04-10"),
        ("Chile made a pact of its own last May, at 10 percent.", "2023-05"),
    ],
)
def test_period(text: str, period: str | None) -> None:
    found = code_figures(text)[-1].period
    assert (found.edtf if found else None) == period


def test_a_period_without_a_date_of_publication_is_null() -> None:
    assert code_one("Trade stands at $3 billion.", published=None).period is None


@pytest.mark.parametrize(
    ("text", "value", "change"),
    [
        ("Trade rose by 5 percent to $3 billion.", 3e9, ("up", 5, "percent", None)),
        ("Exports fell 5 percent in 2023.", 5, ("down", 5, "percent", None)),
        ("Exports were $3 billion, up 5 percent from 2022.", 3e9, ("up", 5, "percent", "2022")),
        ("Trade reached $3 billion. That was 5 percent more than in 2022.", 3e9, ("up", 5, "percent", "2022")),
        ("Peru bought 20 million tons of wheat, up from 12 million.", 2e7, ("up", 8e6, "tons", "12 million")),
        ("The bank cut its rate to 3 percent from 5 percent.", 3, ("down", 2, "percentage points", "5 percent")),
        ("Imports (plus 18.8 percent) came first.", 18.8, ("up", 18.8, "percent", None)),
        ("It saw a 4 percent decline.", 4, ("down", 4, "percent", None)),
        ("Exports were $3 billion, a rise of 10 percent.", 3e9, ("up", 10, "percent", None)),
        ("Wheat lost 6 percent on Friday.", 6, ("down", 6, "percent", None)),
        ("Some 300 people came, an increase of 5 percent over 2022.", 300, ("up", 5, "percent", "2022")),
        ("Oslo cut the subsidy by 12 percent.", 12, ("down", 12, "percent", None)),
        ("Peru raised the duty on steel by 5 percentage points.", 5, ("up", 5, "percentage points", None)),
        (
            "Peru cut its duties to an average of 17 percent from 20 percent.",
            17,
            ("down", 3, "percentage points", "20 percent"),
        ),
    ],
)
def test_change(text: str, value: float, change: tuple[str, float, str, str | None]) -> None:
    figure = code_one(text)
    assert figure.change is not None
    assert (figure.value, figure.change.direction, figure.change.value) == (value, *change[:2])
    assert (figure.change.unit, figure.change.against) == change[2:]


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("The duty on steel will be cut from 25 percent to 10 percent.", [None, ("down", 15, "25 percent")]),
        ("Trade is worth $10 billion now; Oslo would like to see $15 billion.", [None, ("up", 5e9, "$10 billion")]),
        ("Their goal is trade of $3 billion, where it stands at $1 billion today.", [("up", 2e9, "$1 billion"), None]),
        ("They want to raise trade to $5 billion from the current $2 billion.", [("up", 3e9, "$2 billion"), None]),
        ("Exports came to $3 billion, compared with $2 billion in 2022.", [("up", 1e9, "$2 billion"), None]),
        ("Oslo gave $3 billion and Bern will give $2 billion.", [None, None]),
        ("Peru has $3 billion and wants to sell ships to Chile for $2 billion.", [None, None]),
    ],
)
def test_a_new_level_has_changed_against_the_old_one(text: str, changes: list[tuple[str, float, str] | None]) -> None:
    found = [figure.change for figure in code_figures(text)]
    assert [c and (c.direction, c.value, c.against) for c in found] == changes


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Peru and Chile want to raise trade to $5 billion.", "trade"),
        ("The bank cut its key rate to 3 percent.", "its key rate"),
    ],
)
def test_what_is_brought_to_a_figure(text: str, of: str) -> None:
    assert code_one(text).of == of


@pytest.mark.parametrize(
    "text", ["They signed more than 17 agreements.", "Above 30 ships lay there.", "Peru closed down 96 groups."]
)
def test_more_than_is_no_change(text: str) -> None:
    assert code_one(text).change is None


def test_a_range_is_two_figures_of_one_evidence() -> None:
    low, high = code_figures("Trade was put at 1.1 to 1.2 billion USD, 12.6 percent above 2018.")
    assert (low.value, high.value, low.unit) == (1.1e9, 1.2e9, "USD")
    assert low.evidence == high.evidence
    assert low.change == high.change


def test_years_do_not_make_ranges_with_money() -> None:
    assert code_one("Imports fell by 10 percent in 2023 to US$4 billion.").value == 4e9


@pytest.mark.parametrize(
    "text",
    [
        "Rao left for Oslo on 3 May at 6pm.",
        "The past 48 hours were calm.",
        "He came back two weeks later.",
        "She is 40 years old.",
        "The 57-year-old envoy sat down.",
        "Under Resolution 1441 and Article 5 nothing changed.",
        "It flew Boeing 737 jets for the G20.",
        "They won 3-2 in the 2019 final.",
        "A student in his 20s spoke.",
        "In the two countries nothing moved.",
    ],
)
def test_other_numbers_are_no_figures(text: str) -> None:
    assert not code_figures(text)


def test_an_hour_counts_behind_a_verb_of_lasting() -> None:
    figure = code_one("It took an hour to cross.")
    assert (figure.value, figure.unit) == (1, "hours")


def test_on_whose_word() -> None:
    text = "Norwegian Foreign Minister Espen Barth Eide said that trade had reached $3 billion."
    figure = code_one(text)
    assert figure.attribution is not None
    assert figure.attribution.actor is not None
    assert figure.attribution.actor.name == "Espen Barth Eide"


def test_other_languages_have_none() -> None:
    assert not code_text("Der Handel erreichte 3 Milliarden Euro.", language="de").figures


def test_a_long_row_of_numbers_takes_no_time() -> None:
    assert code_figures("Trade: " + "3 million, " * 20000) is not None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("India will put 14 of its 22 power reactors under inspection.", [(14, "reactors"), (22, "reactors")]),
        ("Dead: 1,774 (national council).\nDisplaced: about 660,000.", [(1774, "people"), (660000, "people")]),
        ("Result: 1,774 (national council).", []),
    ],
)
def test_parts_and_labels(text: str, values: list[tuple[float, str]]) -> None:
    assert [(figure.value, figure.unit) for figure in code_figures(text)] == values


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("It was the first visit by a Kenyan president in 15 years.", "2009-04-10/2024-04-10"),
        ("Chile and Bolivia exchanged ambassadors for the first time in 45 years.", "1979-04-10/2024-04-10"),
        ("Peru gave the envoy 72 hours to leave.", "2024-04-10/2024-04-13"),
        ("Peru had given the envoy 72 hours to leave on Monday.", "2024-04-08/2024-04-11"),
        ("They agreed to open consulates within three months.", "2024-04-10/2024-07-10"),
        ("The pact is valid for ten years.", "2024-04-10/2034-04-10"),
        ("They spoke by phone for almost an hour on Monday.", "2024-04-08"),
    ],
)
def test_lengths_of_time_reach_up_to_the_news_or_on_from_it(text: str, period: str) -> None:
    found = code_one(text).period
    assert found is not None
    assert found.edtf == period


@pytest.mark.parametrize(
    ("text", "value", "against"),
    [
        ("Trade more than doubled to $14 billion in 2023.", 100, None),
        ("The quota was halved to 20,000 tons.", -50, None),
        ("Peru doubled its duties on steel to 50 percent.", 100, None),
        ("Poland has 900 soldiers in Mali, three times as many as last year.", 200, "last year"),
        ("Trade reached $4 billion in 2023, nearly double the figure of 2020.", 100, "2020"),
    ],
)
def test_multiples_are_changes_in_percent(text: str, value: float, against: str | None) -> None:
    change = code_one(text).change
    assert change is not None
    assert (change.value * (1 if change.direction == "up" else -1), change.unit, change.against) == (
        value,
        "percent",
        against,
    )


@pytest.mark.parametrize(
    ("text", "period", "against"),
    [
        ("Exports fell 7 percent in March from a year earlier to $3 billion.", "2024-03", "a year earlier"),
        (
            "Exports fell 7 percent in the first quarter to $3 billion from a year earlier.",
            "2024-01/2024-03",
            "a year earlier",
        ),
        ("Unemployment fell to 5.4 percent in March from 5.9 percent in February.", "2024-03", "5.9 percent"),
    ],
)
def test_the_time_of_a_change_may_stand_within_it(text: str, period: str, against: str) -> None:
    figure = code_figures(text)[0]
    assert figure.period is not None
    assert figure.change is not None
    assert (figure.period.edtf, figure.change.against) == (period, against)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Denmark will buy jets for 16 billion kroner.", "DKK"),
        ("Norway and Denmark will buy jets for 16 billion kroner.", "kroner"),
        ("The dam cost Rs 900 crore. India paid for it.", "INR"),
    ],
)
def test_the_money_of_several_states_is_that_of_the_one_named(text: str, unit: str) -> None:
    assert code_one(text).unit == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Minister for Trade\nMedia release\n\nAustralia will give $5 million to Tonga.", "AUD"),
        ("Minister for Trade\nMedia release\n\nAustralia will give US$5 million to Tonga.", "USD"),
        ("Minister for Trade\nMedia release\n\nPeru will give $5 million to Tonga.", "USD"),
        ("SYDNEY (Agency) - Australia will give $5 million to Tonga.", "USD"),
    ],
)
def test_a_government_means_its_own_dollars(text: str, unit: str) -> None:
    assert code_one(text).unit == unit


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Peru and Chile restored ties on Monday, seven years after they were severed.", "2017-04-08/2024-04-08"),
        ("In March 2022 Peru withdrew its envoy for eight months.", "2022-03-01/2022-11-01"),
        ("In March 2022 the two had been allies for eight months.", "2021-07-31/2022-03-31"),
    ],
)
def test_a_length_since_something_ends_with_the_news(text: str, period: str) -> None:
    figure = code_one(text)
    assert figure.period is not None
    assert figure.period.edtf == period


def test_days_after_something_only_tell_when() -> None:
    assert not code_figures("Rao came to Lima two days after the vote.")


def test_a_part_is_of_what_the_sentence_before_counted() -> None:
    found = code_figures("Some 120 soldiers were there. More than 80 of them were sent home.")
    assert [(f.value, f.unit) for f in found] == [(120, "soldiers"), (80, "soldiers")]


def test_who_is_counted_besides_others() -> None:
    figure = code_one("The raid killed more than 20 other people.")
    assert (figure.value, figure.unit, figure.of) == (20, "people", "people")


def test_by_is_no_change_without_a_word_of_it() -> None:
    assert code_one("The lower duty was backed by 60 percent of the voters.").change is None


def test_a_time_that_belongs_to_a_thing_is_not_the_period() -> None:
    figure = code_one("Peru returned 32 soldiers, most of them captured in 2020, on Tuesday.")
    assert figure.period is not None
    assert figure.period.edtf == "2024-04-09"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("He was sentenced to nine years in prison on Tuesday.", "2024-04-09/2033-04-09"),
        ("Talks had been frozen for three years until Monday.", "2021-04-08/2024-04-08"),
        ("The ceasefire ended eight years of war.", "2016-04-10/2024-04-10"),
        ("It was the deadliest attack in nearly a decade.", "2014-04-10/2024-04-10"),
        ("The two have been at odds for more than ten years.", "2014-04-10/2024-04-10"),
    ],
)
def test_years_are_not_of_one_day(text: str, period: str) -> None:
    found = code_one(text).period
    assert found is not None
    assert found.edtf == period


@pytest.mark.parametrize(
    ("text", "value", "unit", "change"),
    [
        ("The number of border crossings fell by 38 percent to 380,000 in 2023.", 380000, "crossings", (38, "percent")),
        ("The pact provides for 12 flights a week, up from seven.", 12, "flights", (5, "flights")),
        ("Imports rose by half to 600 megawatts.", 600, "MW", None),
    ],
)
def test_counts_that_stand_without_their_noun(
    text: str, value: float, unit: str, change: tuple[float, str] | None
) -> None:
    figure = code_one(text)
    told = figure.change and (figure.change.value, figure.change.unit)
    assert (figure.value, figure.unit, told) == (value, unit, change)


@pytest.mark.parametrize("words", ["until Monday", "from now"])
def test_a_length_beyond_all_calendars_has_no_days(words: str) -> None:
    figure = code_one(f"The rocks had been frozen for two billion years {words}.")
    assert (figure.value, figure.unit) == (2e9, "years")
    assert figure.period is None or figure.period.day is not None
