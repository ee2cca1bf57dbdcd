"""Events that no words date, in reports of Wednesday, 10 April 2024."""

from collections.abc import Callable

import pytest

from communique.types import EventClaim

Told = Callable[..., tuple[EventClaim, ...]]
MET = "Norwegian Foreign Minister Espen Barth Eide met his Swedish counterpart Tobias Billström."


def start_of(told: Told, text: str, kind: str = "meeting") -> str | None:
    claims = [claim for claim in told(text) if claim.family == kind]
    assert len(claims) == 1, [(c.kind, c.evidence.text) for c in told(text)]
    return claims[0].start.edtf if claims[0].start else None


def test_a_lead_without_a_day_is_of_the_day_before_if_the_report_tells_that_next(told: Told) -> None:
    lead = "OSLO, April 10 (NTB) -- " + MET
    assert start_of(told, f"{lead}\n\nThe ministry said late on Tuesday that a pact on fish was near.") == "2024-04-09"
    assert start_of(told, f"{lead}\n\nThe ministry said on Sunday that a pact on fish was near.") == "2024-04-10"


def test_asides_about_the_day_are_of_it(told: Told) -> None:
    eide = "Norwegian Foreign Minister Espen Barth Eide"
    came = f"{eide}, who arrived in Stockholm earlier in the day, told reporters that fish was cheap on Tuesday."
    assert (
        start_of(told, f"A pact on fish was signed by many on Tuesday, officials said.\n\n{came}", "visit")
        == "2024-04-09"
    )
    stay = f"{eide}, who is paying a visit to Sweden, told reporters on Tuesday that fish was cheap."
    assert start_of(told, stay, "visit") == "2024-04-09"


def test_an_entry_of_a_live_page_is_of_its_day_unless_it_tells_another(told: Told) -> None:
    entries = ["16.10 All leave.", f"15.30 {MET}", "14:45 The vote is on Tuesday.", "9.05 am Good morning."]
    assert start_of(told, "Live: talks on fish in Oslo\n\n" + "\n\n".join(entries)) == "2024-04-10"
    before = "What is known:\n- They voted on Monday.\n- " + MET + "\n- They voted in 2022."
    assert start_of(told, "\n\n".join([*entries[:1], *entries[2:], "8.00 " + before])) != "2024-04-10"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Norway signed a pact on fish with Sweden on Tuesday, officials said.\n\n" + MET, "2024-04-09"),
        ("OSLO, April 9 (NTB) -- A pact on fish is ready, officials said.\n\n" + MET, "2024-04-09"),
        ("Norway and Sweden have signed a pact on fish after years of negotiations in Oslo.\n\n" + MET, "2024-04-10"),
        (MET, "2024-04-10"),  # a lead that tells no time
        ("Norway freed on Tuesday six men caught in 2022 and held since, officials said.\n\n" + MET, "2024-04-09"),
        ("OSLO, April 9 (NTB) -- A pact on fish was signed here today, officials said.\n\n" + MET, "2024-04-09"),
        (
            "Swedish Foreign Minister Tobias Billström said on Tuesday after talks with his Norwegian counterpart "
            "Espen Barth Eide that a pact was near.",
            "2024-04-09",
        ),
    ],
)
def test_the_day_of_the_news(told: Told, text: str, day: str) -> None:
    kind = "talks" if "talks with" in text else "meeting"
    assert start_of(told, text, kind) == day


@pytest.mark.parametrize(
    "text",
    [
        "Norway signed a pact on Tuesday.\n\nThe dispute goes back to 2019. " + MET,  # another time
        "Norway signed a pact on Tuesday.\n\n" + MET.replace(" met ", " had met "),  # recalled
    ],
)
def test_no_day_is_made_up(told: Told, text: str) -> None:
    assert start_of(told, text) is None


WEEK = "2024-04-04/2024-04-10"


@pytest.mark.parametrize(
    "text",
    [
        "Norway will sign a pact on fish with Sweden on Friday, officials said.\n\n" + MET,
        "Norway signed a pact on Tuesday. Sweden signed it on Monday, officials in Oslo said.\n\n" + MET,
    ],
)
def test_news_without_a_day_is_of_the_week(told: Told, text: str) -> None:
    assert start_of(told, text) == WEEK


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("Kenya has recalled its ambassador from Kampala.", "recall", WEEK),
        ("The dispute goes back to 2019.\n\nKenya has recalled its ambassador from Kampala.", "recall", WEEK),
        ("The dispute goes back to 2019.\n\nKenya recalled its ambassador from Kampala.", "recall", None),
        ("Uganda condemned Kenya over the border.", "statement", WEEK),
        ("Uganda has condemned Kenya over the border.", "statement", None),  # at some time or other
    ],
)
def test_what_can_be_of_the_week(told: Told, text: str, kind: str, start: str | None) -> None:
    assert start_of(told, text, kind) == start


def test_no_week_of_a_report_without_a_day(told: Told) -> None:
    assert [claim.start for claim in told(MET, None)] == [None]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # A headline has the day of the first paragraph.
        (
            "Norway and Sweden sign pact on fish\n\n"
            "Ministers of both countries celebrated for hours in Oslo on Tuesday, officials of the palace said.",
            "2024-04-09",
        ),
        # The perfect of the news behind a report in the past.
        (
            "OSLO, April 9 (NTB) -- Officials told reporters in the palace that Norway had signed a pact with Sweden.",
            "2024-04-09",
        ),
        (
            "Ministers celebrated in Oslo on Tuesday, and by the end of the day Norway had signed a pact with Sweden.",
            "2024-04-09",
        ),
    ],
)
def test_the_day_of_the_news_in_other_tenses(told: Told, text: str, day: str) -> None:
    assert start_of(told, text, "agreement") == day


@pytest.mark.parametrize(
    "text",
    [
        # The day is that of the report.
        "Ministers in Oslo told reporters on Tuesday that Norway had signed a pact with Sweden.",
        "Ministers celebrated in Oslo on Tuesday, and by the end of the term Norway had signed a pact with Sweden.",
    ],
)
def test_no_day_in_other_tenses(told: Told, text: str) -> None:
    assert start_of(told, text, "agreement") is None


def test_hours_earlier_is_the_day_of_the_event_told_before(told: Told) -> None:
    earlier = " US Secretary of State Antony Blinken had met Finnish President Alexander Stubb hours earlier."
    claims = told(MET.replace(".", " on Monday.") + earlier)
    assert [claim.start.edtf for claim in claims if claim.start] == ["2024-04-08", "2024-04-08"]


def test_what_is_done_so(told: Told) -> None:
    invited = "The Swedish king accepted the invitation of President Alexander Stubb to visit Finland"
    assert start_of(told, f"{invited} and will do so next May.", "visit") == "2024-05"
    assert start_of(told, f"{invited} and pledged to write in May.", "visit") is None


FLEW = "Kenyan President William Ruto flew to Kampala on Tuesday, where leaders spoke about the border for hours.\n\n"
SAW = "Ruto met Ugandan President Yoweri Museveni at State House."


@pytest.mark.parametrize(
    "between",
    [
        "",
        "He had seen the hall in 2019.\n\n",  # recalled: the next paragraph is back at the news
        "The flood of May 2022 is not forgotten.\n\n",  # the time of a thing
    ],
)
def test_what_follows_goes_on_from_the_lead(told: Told, between: str) -> None:
    assert start_of(told, FLEW + between + SAW) == "2024-04-09"


@pytest.mark.parametrize(
    "text",
    [
        FLEW + "The two countries have a long border.\n\n- Ruto met Ugandan President Yoweri Museveni at State House.",
        FLEW + "Over the two days Ruto met Ugandan President Yoweri Museveni at State House.",
        FLEW + "Ruto had himself met Ugandan President Yoweri Museveni and asked for help.",
    ],
)
def test_lists_long_times_and_what_is_recalled_have_no_day(told: Told, text: str) -> None:
    claims = [claim for claim in told(text) if claim.family == "meeting"]
    assert [claim.start for claim in claims if claim.salience == "background"] in ([], [None])


def test_the_same_day_is_the_one_told_last(told: Told) -> None:
    text = (
        FLEW
        + "Uganda on Monday recalled its ambassador from Nairobi.\n\nKenya summoned the envoy of Uganda that same day."
    )
    assert start_of(told, text.replace("\n\nKenya", " Kenya"), "summon") == "2024-04-08"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kenya recalled its ambassador from Kampala. The decision was taken on Friday.", "2024-04-05"),
        (
            "NAIROBI, April 10 (NTB) Kenya has recalled its ambassador from Kampala over the dispute at the border.\n\n"
            "There is no way back, says the statement issued on Monday.",
            "2024-04-08",
        ),
        ("NAIROBI, April 9 (NTB) Kenya has recalled its ambassador from Kampala over the dispute.", "2024-04-09"),
    ],
)
def test_the_day_is_told_with_the_announcement(told: Told, text: str, day: str) -> None:
    assert start_of(told, text, "recall") == day


def test_a_report_without_a_date_keeps_the_weekday_as_a_clue(told: Told) -> None:
    (claim,) = [c for c in told(FLEW + SAW, None) if c.family == "meeting"]
    assert claim.start is None
    assert [(clue.kind, clue.value) for clue in claim.clues] == [("weekday", 2)]


def test_a_talk_just_over_when_the_lead_reports_of_it(told: Told) -> None:
    text = (
        "OSLO, April 9 (NTB) -- The palace said after Norwegian Foreign Minister Espen Barth Eide and his Swedish "
        "counterpart Tobias Billström had met in Oslo that a pact was near."
    )
    assert start_of(told, text) == "2024-04-09"


def test_a_day_told_beside_what_will_follow_is_past(told: Told) -> None:
    text = (
        "Sweden will gain from it\n\n"
        "OSLO -- Norway's cabinet on Tuesday approved the draft of a pact on fish, which will end a long quarrel.\n\n"
    )
    assert start_of(told, text + MET) == "2024-04-09"


def test_an_answer_to_the_news_of_the_day_is_of_the_day(told: Told) -> None:
    text = (
        "Norway recalled its ambassador from Stockholm on Wednesday.\n\nTheir quarrel over fish began in 2016.\n\n"
        "Sweden condemned Norway."
    )
    assert start_of(told, text, "statement") == "2024-04-10"


def test_what_a_day_of_writing_owns_is_the_news(told: Told) -> None:
    assert start_of(told, "All of Wednesday's trip was meant to look easy.\n\n" + MET) == "2024-04-10"


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        # Told in the present in a first paragraph without a time: of the day of filing.
        ("Norway will provide $2 million in aid to Kenya after the floods, the cabinet announces.",
         "aid", "2024-04-10"),
        # An aside of where somebody is has the day of what is said.
        ("Australian Foreign Minister Penny Wong, who was on a visit to Kenya, on Monday said that all was well.",
         "visit", "2024-04-08"),
        # A decision is news also where it is reported.
        (FLEW + "The council told reporters that Kenya had decided to expel two Ugandan diplomats.",
         "expulsion", "2024-04-09"),
        # "That day" is the one told last, an answer is of the month of what it answers.
        ("All spoke of April 3.\n\nOn that day Kenyan President William Ruto signed a pact with Uganda.",
         "agreement", "2024-04-03"),
        ("In May 2022 Uganda threatened to cut ties with Kenya and recalled its envoy. Kenya condemned Uganda.",
         "statement", "2022-05"),
    ],
)  # fmt: skip
def test_days_from_the_story(told: Told, text: str, kind: str, start: str) -> None:
    found = [claim.start for claim in told(text) if claim.family == kind]
    assert [when.edtf if when else None for when in found][-1:] == [start]


def test_a_story_without_a_date_of_writing_goes_on_in_its_year(told: Told) -> None:
    text = (
        "On April 3, 2019, Kenyan President William Ruto met Ugandan President Yoweri Museveni in Kampala. "
        "Kenya and Uganda signed a pact on May 7."
    )
    assert [claim.start and claim.start.edtf for claim in told(text, None)] == ["2019-04-03", "2019-05-07"]


def test_a_position_is_of_no_day(told: Told) -> None:
    text = "Norway signed a pact on fish with Sweden on Wednesday, officials said.\n\n"
    text += "In 2022 the border was shut.\n\nRussia {} by Norway over Sweden."
    assert start_of(told, text.format("condemned threats"), "statement") == "2024-04-10"
    assert start_of(told, text.format("condemns threats"), "statement") is None


def test_terms_are_of_no_day(told: Told) -> None:
    text = "Norway signed a pact on fish with Sweden on Wednesday, officials said.\n\n" + "The talks were long. " * 20
    assert start_of(told, text + "\n\nIn return Sweden lifts its sanctions on Norway.", "sanction") is None


@pytest.mark.parametrize("often", ["repeatedly", "constantly", "often"])
def test_what_is_done_time_and_again_has_no_day_of_news(told: Told, often: str) -> None:
    """ "Has repeatedly urged Sweden" is of no day, "has urged" of that of the report."""
    assert (
        start_of(
            told,
            f"Norway has {often} urged Sweden to hold talks with Oslo on fish after years of trouble at sea.",
            "statement",
        )
        is None
    )
    assert (
        start_of(
            told, "Norway has urged Sweden to hold talks with Oslo on fish after years of trouble at sea.", "statement"
        )
        == "2024-04-10"
    )


def test_the_next_day_has_begun_in_the_east(told: Told) -> None:
    """In a report of Wednesday what is told as past of "Thursday" was then; what is told as present is planned."""
    (past,) = told("Norwegian Foreign Minister Espen Barth Eide met Tobias Billström, Sweden's, early on Thursday.")
    (present,) = told("Norwegian Foreign Minister Espen Barth Eide meets Tobias Billström, Sweden's, on Thursday.")
    assert [(c.status, c.start and c.start.edtf) for c in (past, present)] == [
        ("happened", "2024-04-11"),
        ("planned", "2024-04-11"),
    ]


def test_what_was_recently_is_not_of_the_day_of_news(told: Told) -> None:
    assert start_of(told, MET.replace(" met ", " recently met ")) is None


BESIDE = "Norway signed a pact on fish with Sweden on Tuesday, officials of the palace in Oslo said.\n\n"


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        # Up to its day the clause tells of what was, and behind it of what is to come.
        (
            "Norway agreed on Tuesday to buy fish from Sweden every year, officials said.\n\n" + MET,
            "meeting",
            "2024-04-09",
        ),
        # Beyond the lead a perfect tells what somebody has said of late, and an act as it is.
        (BESIDE + "Kenya has condemned Uganda.", "statement", WEEK),
        (BESIDE + "Kenya condemned Uganda.", "statement", "2024-04-09"),
        (BESIDE + "Kenya has recalled its ambassador from Kampala.", "recall", "2024-04-09"),
        # A participle tells more of what the verb tells.
        (BESIDE + "Kenya reacted at once, accusing Uganda of theft.", "statement", "2024-04-09"),
        (BESIDE + "Kenya had reacted at once, accusing Uganda of theft.", "statement", None),
        # What is said on the day of writing, where the main news has it from the report alone.
        (MET + "\n\nKenya condemned Uganda.", "statement", "2024-04-10"),
        # The length of a thing is no time for which the act went on.
        (BESIDE + "Kenya, host of a two-day fair, condemned Uganda.", "statement", "2024-04-09"),
        (BESIDE + "For six days Kenya condemned Uganda.", "statement", WEEK),
    ],
)
def test_what_stands_beside_the_news(told: Told, text: str, kind: str, start: str | None) -> None:
    assert start_of(told, text, kind) == start


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("the pact that the ministers of Norway and Sweden signed on Tuesday", "2024-04-09"),
        ("the quotas of fish after a storm that hit Norway on Tuesday", WEEK),
    ],
)
def test_a_day_in_the_lead_is_meant_by_its_perfect_too(told: Told, words: str, day: str) -> None:
    lead = f"Fishermen in all ports of both countries have vowed to fight {words}."
    assert start_of(told, f"{lead}\n\n{MET}") == day


def test_what_goes_on_from_the_news_of_a_month_is_of_it(told: Told) -> None:
    lead = "Norway signed a pact on fish with Sweden {}, officials said.\n\nDenmark voted on it in 2022."
    answer = "\n\nKenya condemned Uganda over fish. The vote was held in May."
    starts = []
    for day in ("on Tuesday", "last Friday"):
        claims = told(lead.format(day) + "\n\nThe dispute is old." + answer, "2024-04-03")
        starts.append({c.family: c.start.edtf if c.start else None for c in claims}.get("statement"))
    assert starts == ["2024-04", "2024-03-28/2024-04-03"]


def test_what_follows_from_something_of_another_time_is_of_no_day_of_the_news(told: Told) -> None:
    lead = (
        "Norway signed a pact on fish with Sweden on Tuesday, officials of the palace in Oslo said.\n\n"
        + "It is long. " * 40
    )
    assert (
        start_of(told, f"{lead}\n\nKenya condemned Uganda after soldiers had taken power there.", "statement")
        == "2024-04-09"
    )
    assert (
        start_of(told, f"{lead}\n\nKenya condemned Uganda after soldiers took power there in 2019.", "statement")
        is None
    )


def test_an_encounter_told_without_a_day_is_not_that_of_another_year(told: Told) -> None:
    text = MET + " In 1993 Espen Barth Eide had held talks with Tobias Billström."
    assert {c.start.edtf if c.start else None for c in told(text)} == {WEEK, "1993"}
