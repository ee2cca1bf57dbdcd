import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.linking.times import find_times, infer_published, narrowed
from communique.types import When
from communique.types.edtf import read_edtf, when

SHARED = Path(__file__).resolve().parents[3] / "shared"
TODAY = date(2026, 11, 21)


def _until(day: date | None) -> tuple[tuple[date, date], ...]:
    return ((date.min, day or date.max),)


def infer(text: str, not_after: date | None = TODAY) -> When | None:
    return infer_published(text, find_times(text), possible=_until(not_after))


def edtf(text: str) -> str | None:
    inferred = infer(text)
    return None if inferred is None else inferred.edtf


PLANNED = (
    "The minister will be in Oslo Monday and Tuesday, her office announced on Sunday.\n\n"
    "The talks on April 8 and 9 will be about fish. Norway signed the last accord in March 2023."
)


def test_runs_of_weekdays_and_days_fix_the_year_and_the_day_of_the_announcement() -> None:
    inferred = infer(PLANNED)
    assert inferred is not None
    assert (inferred.edtf, inferred.basis) == ("2024-04-07/2024-04-08", "inferred")
    assert inferred.evidence is not None
    assert inferred.evidence.text == "April 8 and 9"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        # a weekday, a length and as many days of the month
        (
            "She is to come on Monday on a two-day visit. It will be on April 8 and 9. They met in 2023.",
            "2024-04-02/2024-04-08",
        ),
        # a day with its weekday, past and to come
        ("They met on Monday, April 8. A pact was signed in 2023.", "2024-04-08/2024-04-22"),
        ("They will meet on Monday, April 8. A pact was signed in 2023.", "2024-03-25/2024-04-08"),
        # the day of writing itself, and the weekday of the news right before a day that lies ahead
        ("Today, Monday, 8 April, they met. A pact was signed in 2023.", "2024-04-08"),
        ("They met on Friday. On Monday, April 8, she will speak. A pact was signed in 2023.", "2024-04-05/2024-04-06"),
        # a weekday of saying that may lie before the day or long after it
        (
            'They met on Tuesday, May 28. "No," Rao said on Monday. She left on Thursday. A pact was signed in 2023.',
            "2024-05-28/2024-06-11",
        ),
        # up to when something lasts is no day past
        ("OSLO, April 8 (NTB) - They met on Monday. The truce of 2023 holds until December 2025.", "2024-04-08"),
        # the newest date beside its bare weekday
        ("The envoy came on Wednesday, her first visit. Photo taken Sept. 4, 2024.", "2024-09-04/2024-09-05"),
        # the weekday of the news is also ahead, or the next one is
        ("They met on Monday, April 8. The truce starts on Monday. Signed in 2023.", "2024-04-08"),
        ("They met on Monday, April 8. She is to leave on Tuesday. Begun in 2023.", "2024-04-08/2024-04-22"),
        ("They met on Monday. It was April 8, 2024, Monday. She is to leave on Tuesday.", "2024-04-08"),
        # other weekdays told as past do not run up to that of the news
        (
            "The envoy came on Wednesday. Photo taken Sept. 4, 2024. On Friday she had been ill.",
            "2024-09-04/2024-09-10",
        ),
        # a dateline and the weekday of its report
        ("OSLO, April 8 (NTB) -- They met on Monday. A pact was signed in 2023.", "2024-04-08"),
        # a dateline in the only year between what was and what is planned
        (
            "OSLO, July 24. /NTB/. The envoy has come. Trade grew in 2021. A summit is planned for 2023.",
            "2022-07-24",
        ),
        # a day so many days after another
        (
            "They met on Thursday. Votes of April 8 were still counted, ten days on. A pact was signed in 2023.",
            "2024-04-18/2024-04-19",
        ),
        # a period against that of last year, with a dateline
        (
            "Riga, Latvia, May 12\n\nTrade came to 5 billion in January-March 2018. "
            "In the same period of last year it was 4 billion.",
            "2018-05-12",
        ),
        # with which a release opens
        ("On April 6, 2023, the two met in Oslo. The pact is of May 2019.", "2023-04-06/2023-04-12"),
        # the weekday of a bulletin, next to the day that is told, past or ahead
        ("Your Friday digest\n\nThey met on Monday, April 8. A pact was signed in 2023.", "2024-04-12"),
        ("Friday briefing\n\nThey will meet on Monday, April 8. A pact was signed in 2023.", "2024-04-05"),
        # a day at the head of the page beside the clock
        ("Monday 8 April, last updated 11.52pm GMT\n\nThey met. A pact was signed in 2023.", "2024-04-08"),
        # one day with its year and without
        ("The pact of June 26, 2016 is in force. On June 26 the two sides met.", "2016-06-26/2016-07-10"),
        (
            "The pact of June 26, 2016 is in force. On June 26 they met, on June 28 they signed. It will begin July 1.",
            "2016-06-28/2016-06-30",
        ),
    ],
)
def test_the_calendar_leaves_one_answer(text: str, answer: str) -> None:
    assert edtf(text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "They met on Monday, April 8.",  # no year in the text at all
        "On April 6, 2019, the two met in Oslo. The pact is of May 2023.",  # a tale goes on to newer dates
        "Those who met on April 6, 2023, had come to Oslo by train.",
        "OSLO, April 8 (NTB) -- They met on Monday, on Tuesday they signed. Begun in 2023.",  # which is the day?
        "They met on Monday in 2023.",  # nothing tied to the weekday
        "They met on Monday, April 8. A pact was signed in 2020.",  # no year within reach fits
        "They met on Monday, April 8, and on Friday, May 1. A pact was signed in 2023.",  # ties disagree
        "Talks on Monday and Tuesday and on Thursday and Friday, or on April 8 and 9. Begun in 2023.",
        "The fair of 2030 will be in Riyadh. They met on Monday, April 8.",  # only a year to come
        "",
    ],
)
def test_several_answers_are_none(text: str) -> None:
    assert edtf(text) is None


SIGNED = "Swedish envoy Raoul came to Oslo on Wednesday. It was her first visit."


@pytest.mark.parametrize(
    ("text", "captions", "answer"),
    [
        (SIGNED, ("Envoy Raoul in Oslo on Wednesday, Sept. 4, 2024. (AP)",), "2024-09-04/2024-09-05"),
        (SIGNED + " She is to leave on Thursday.", ("Raoul on Wednesday, Sept. 4, 2024. (AP)",), "2024-09-04"),
        (
            "Raoul came to Oslo on June 4. It was her first visit.",
            ("Raoul, June 4, 2016. AP photo",),
            "2016-06-04/2016-06-18",
        ),
        (SIGNED, ("Raoul, Sept. 4, 2024. (AP)",), None),  # a Wednesday by chance, perhaps
        (SIGNED, ("Envoy Silva on Wednesday, Sept. 4, 2024. (AP)",), None),  # another person
        (SIGNED, ("Raoul in Oslo on Tuesday, Sept. 3, 2024. (AP)",), None),  # another day
        (SIGNED, ("Raoul on Wednesday, Sept. 4, 2024. (AP)", "Raoul on Wednesday, Sept. 5, 2018. (AP)"), None),
    ],
)
def test_captions_count_where_the_text_has_their_day(text: str, captions: tuple[str, ...], answer: str | None) -> None:
    inferred = infer_published(text, find_times(text), possible=_until(TODAY), captions=captions)
    assert (inferred and inferred.edtf) == answer


@pytest.mark.parametrize(
    ("published", "text", "answer"),
    [
        (
            "2024-12",
            "They signed on Dec. 11 and met on Dec. 14. She will go there on Dec. 20.",
            "2024-12-14/2024-12-31",
        ),
        ("2024-12", "They signed on Nov. 11. She will go there on Dec. 20.", "2024-12"),
        ("2024-12-03", "They signed on Dec. 2.", "2024-12-03"),
        ("2024-12", "OSLO, Dec. 9 (NTB) -- They are to meet on Dec. 12, officials said.", "2024-12-09"),
        ("2024", "They signed on Dec. 11.", "2024"),
    ],
)
def test_a_month_of_publication_is_narrowed(published: str, text: str, answer: str) -> None:
    told = when(*read_edtf(published), "stated")
    assert narrowed(text, find_times(text), told).edtf == answer


def test_nothing_is_published_after_the_last_day_possible() -> None:
    inferred = infer(PLANNED, date(2024, 4, 7))
    assert inferred is not None
    assert inferred.day == date(2024, 4, 7)
    assert infer(PLANNED, date(2023, 6, 1)) is None


WORDS = ("Monday Tuesday April 8 9 and to 2023 2024 in on will meet said . , two-day same period of last year").split()


@settings(max_examples=500, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join),
    st.one_of(st.none(), st.dates()),
)
def test_an_answer_is_in_order_and_not_after_the_last_day(text: str, not_after: date | None) -> None:
    inferred = infer_published(text, find_times(text), possible=_until(not_after))
    if inferred is not None:
        assert inferred.earliest is not None
        assert inferred.latest is not None
        assert inferred.earliest <= inferred.latest
        assert not_after is None or inferred.latest <= not_after


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="needs ../shared/seeds")
@pytest.mark.parametrize("seed", ["002", "004"])
def test_reports_of_the_visit_of_april_are_of_2024(seed: str) -> None:
    (path,) = (SHARED / "seeds").glob(f"{seed}_*.txt")
    inferred = infer(path.read_text(encoding="utf-8"))
    assert inferred is not None
    assert inferred.earliest is not None
    assert inferred.latest is not None
    assert date(2024, 4, 1) <= inferred.earliest <= inferred.latest <= date(2024, 4, 8)


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="needs ../shared/gold")
def test_no_wrong_answer_in_the_gold_set() -> None:
    right, wrong = 0, []
    for line in (SHARED / "gold" / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        inferred = infer((SHARED / "gold" / gold["text_file"]).read_text(encoding="utf-8"))
        true = gold["published"] or gold["published_inferred"]
        if inferred is None:
            continue
        if true is not None and when(*read_edtf(true), "stated").compatible(inferred):
            right += 1
        else:
            wrong.append(gold["id"])
    assert wrong == []
    assert right >= 7


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        # "last" weekday: said in the week after
        ("Last Friday, 10 March, both states signed. A truce was signed in 2022.", "2023-03-11/2023-03-17"),
        # what is expected does not make a past of what is to come
        (
            "She met him on Monday, April 8. On Tuesday Oslo hosts talks, at which he is expected. Begun in 2023.",
            "2024-04-08/2024-04-22",
        ),
    ],
)
def test_weekdays_beside_days(text: str, answer: str) -> None:
    assert edtf(text) == answer


def test_a_day_in_each_of_a_few_years_is_a_set() -> None:
    years = ((date(2010, 2, 1), date(2012, 10, 31)),)
    text = "The minister will come on May 18-20, her office says."
    inferred = infer_published(text, find_times(text), possible=years)
    assert inferred is not None
    assert inferred.edtf == "[2010-05,2011-05,2012-05]"
    assert read_edtf(inferred.edtf) == (inferred.earliest, inferred.latest)


def test_a_set_of_many_years_is_no_answer() -> None:
    years = ((date(2000, 2, 1), date(2012, 10, 31)),)
    text = "The minister will come on May 18-20, her office says."
    assert infer_published(text, find_times(text), possible=years) is None


def test_the_day_of_a_picture_bounds_the_day_from_below() -> None:
    text = "Kenyan envoys met Ugandan envoys on Monday, April 8. A truce was signed in 2017."
    caption = "Envoys of Kenya in Nairobi, May 2, 2018"
    bounded = infer_published(text, find_times(text), possible=_until(TODAY), captions=[caption])
    assert bounded is not None
    assert bounded.earliest == date(2019, 4, 8)


def _in(text: str, first: str, last: str) -> str | None:
    possible = ((date.fromisoformat(first), date.fromisoformat(last)),)
    found = infer_published(text, find_times(text), possible=possible)
    return None if found is None else found.edtf


def test_a_day_that_can_be_the_weekday_of_the_news_need_not_be_it() -> None:
    text = "The two met on Monday and signed a pact. A second text, signed on April 8, is on fish. They met in Oslo."
    assert _in(text, "2022-01-01", "2026-11-21") is None


def test_a_day_told_of_a_time_before_the_news_is_no_day_of_it() -> None:
    assert _in("She had invited him for May 2. He was angry.", "2022-01-01", "2024-11-21") is None


def test_the_weekday_of_today_ties_the_day_of_a_dateline() -> None:
    text = (
        "OSLO, April 8 -- The two signed a pact today.\n\nHe began Monday in Bergen. "
        "On Tuesday he flies to Paris to see the president."
    )
    assert _in(text, "2022-01-01", "2026-11-21") == "2024-04-08"


def test_a_weekday_and_a_day_on_a_line_head_the_page() -> None:
    text = "Live: talks in Oslo\n\nMonday 8 April\n\n18.05 The two have met. A pact was signed in 2023."
    assert edtf(text) == "2024-04-08"


def test_a_day_after_which_years_are_counted_is_no_day_of_writing() -> None:
    text = "One year after the flood on 18 August the minister came home. He told reporters on Thursday of it."
    assert _in(text, "2017-05-14", "2026-11-21") is None
