import json
from pathlib import Path

import pytest
from evaluation.times import SHARED, Report, evaluate, gum_report, has_labels, recognizers_report

SPECS = "recognizers-text-specs-en/Specs/DateTime/English"
LABELLED = pytest.mark.skipif(not has_labels(SHARED), reason="needs the labels in ../shared/data")


def model_spec(sentence: str, words: str, kind: str = "date", **value: str) -> dict[str, object]:
    """A spec of one expression, in the shape of DateTimeModel.json, seen on Wednesday, April 10, 2024."""
    resolution = {"values": [{"type": kind, "timex": "", **value}]}
    found = {"Text": words, "Start": sentence.index(words), "TypeName": f"datetimeV2.{kind}", "Resolution": resolution}
    return {"Input": sentence, "Context": {"ReferenceDateTime": "2024-04-10T00:00:00"}, "Results": [found]}


def report(folder: Path, *specs: dict[str, object]) -> Report:
    place = folder / SPECS
    place.mkdir(parents=True)
    for name in ("DateTimeModel", "DateParser", "DatePeriodParser"):
        text = json.dumps(specs if name == "DateTimeModel" else [])
        (place / f"{name}.json").write_text(text, encoding="utf-8-sig")
    return recognizers_report(folder)


@pytest.mark.parametrize(
    ("spec", "verdict"),
    [
        (model_spec("met on Monday", "Monday", value="2024-04-08"), "right"),
        (model_spec("met on Monday", "Monday", value="2024-04-15"), "right"),  # to come is one of both readings
        (model_spec("met on Monday", "Monday", value="2024-04-09"), "value"),
        (model_spec("met in May 2023", "May", "daterange", start="2023-05-01", end="2023-06-01"), "span"),
        (model_spec("met in May 2023", "in May 2023", "daterange", start="2023-05-01", end="2023-06-01"), "right"),
        (model_spec("met sometime soon", "sometime soon", value="2024-04-11"), "missed"),
        # an end that the words name: its first day, or the day after its last
        (model_spec("from March to May 2023", "from March to May 2023", "daterange", start="2023-03-01",
                    end="2023-05-01"), "right"),
        (model_spec("from May 3 to 5, 2023", "May 3 to 5, 2023", "daterange", start="2023-05-03",
                    end="2023-05-06"), "right"),
        # a stretch that touches today may leave it out
        (model_spec("the next two days", "the next two days", "daterange", start="2024-04-11",
                    end="2024-04-13"), "right"),
        # sides left open
        (model_spec("after 2016", "after 2016", "daterange", start="2017-01-01", Mod="after"), "right"),
        (model_spec("before 2016", "before 2016", "daterange", end="2016-01-01", Mod="before"), "right"),
        (model_spec("since 2016", "since 2016", "daterange", start="2017-01-01", Mod="since"), "value"),
        # a day that the calendar lacks
        (model_spec("feb 30 2019", "feb 30 2019", value="not resolved"), "right"),
        # seasons are told by their timex alone
        (model_spec("in summer 2016", "summer 2016", "daterange", timex="2016-SU", value="not resolved"), "right"),
    ],
)  # fmt: skip
def test_a_spec_is_judged_by_words_and_days(spec: dict[str, object], verdict: str, tmp_path: Path) -> None:
    (outcome,) = report(tmp_path, spec).outcomes
    assert outcome.verdict == verdict


@pytest.mark.parametrize(
    ("spec", "rule"),
    [
        (model_spec("met at 8", "8", "time", value="08:00:00"), "type time"),
        (model_spec("met on 4/5", "4/5", value="2024-04-05"), "figures that can be read in two ways or lack a year"),
        (model_spec("on Eid al-Fitr", "Eid al-Fitr", value="2024-04-10"), "holidays"),
        (model_spec("in two weeks", "in two weeks", value="2024-04-24"),
         "weeks, months and years counted, which news means roughly"),
        (model_spec("in late May", "late May", "daterange", start="2024-05-16", end="2024-06-01"),
         "parts of a period, whose length is a convention"),
    ],
)  # fmt: skip
def test_what_is_out_of_scope_is_left_out_by_a_rule(spec: dict[str, object], rule: str, tmp_path: Path) -> None:
    made = report(tmp_path, spec)
    assert made.left_out == {rule: 1}
    assert made.share.value is None


GUM = """\
# meta::dateCreated = 2024-04-10
# newpar
1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2\tmet\tmeet\tVERB\tVBD\tTense=Past|VerbForm=Fin\t0\troot\t_\t_
3\ton\ton\tADP\tIN\t_\t4\tcase\t_\t_
4\tMonday\tMonday\tPROPN\tNNP\t_\t2\tobl\t_\tSpaceAfter=No|XML=<date when:::"2024-04-08"></date>
5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

1\tThey\tthey\tPRON\tPRP\t_\t3\tnsubj\t_\t_
2\twill\twill\tAUX\tMD\tVerbForm=Fin\t3\taux\t_\t_
3\tleave\tleave\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\t_
4\tnext\tnext\tADJ\tJJ\t_\t5\tamod\t_\tXML=<date from:::"2024-04-15" to:::"2024-04-21">
5\tweek\tweek\tNOUN\tNN\t_\t3\tobl\t_\tXML=</date>
6\tor\tor\tCCONJ\tCC\t_\t8\tcc\t_\t_
7\tin\tin\tADP\tIN\t_\t8\tcase\t_\t_
8\tMay\tMay\tPROPN\tNNP\t_\t5\tconj\t_\tXML=<date when:::"--05"></date>
"""


def test_dates_of_gum_are_read_with_tense_and_day_of_writing(tmp_path: Path) -> None:
    folder = tmp_path / "gum-wikinews"
    folder.mkdir()
    (folder / "GUM_news_talks.conllu").write_text(GUM, encoding="utf-8")
    (folder / "GUM_bio_nobody.conllu").write_text(GUM, encoding="utf-8")
    made = gum_report(tmp_path)
    assert [(one.words, one.verdict) for one in made.outcomes] == [
        ("Monday", "right"),
        ("next week", "right"),
        ("May", "out"),
    ]


def test_missing_labels_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate(data=tmp_path) == 1
    assert str(tmp_path) in capsys.readouterr().err


@LABELLED
def test_recognizers_text_is_read_right_nine_times_in_ten() -> None:
    share = recognizers_report(SHARED).share
    assert share.of >= 525  # a rule that leaves more out says so here
    assert share.value is not None
    assert share.value >= 0.905


@LABELLED
def test_dates_of_wikinews_are_read_right_nine_times_in_ten() -> None:
    made = gum_report(SHARED)
    assert made.share.of >= 165
    assert made.share.value is not None
    assert made.share.value >= 0.91
    assert made.accuracy.value is not None
    assert made.accuracy.value >= 0.92


@LABELLED
def test_the_command_prints_figures(capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate(json=True) == 0
    figures = json.loads(capsys.readouterr().out)
    assert [one["labels"] for one in figures] == ["Recognizers-Text", "GUM, Wikinews"]
    assert evaluate() == 0
    assert "Recognizers-Text" in capsys.readouterr().out
    assert evaluate(errors=True) == 0
