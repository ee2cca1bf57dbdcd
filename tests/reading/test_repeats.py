"""Repetition goes, purposeful repetition stays."""

from communique.reading._lines import split_lines
from communique.reading._repeats import without_repeats


def kept(*lines: str) -> list[str]:
    return [line.text for line in without_repeats(split_lines("\n".join(lines)))]


def test_a_body_pasted_twice_stands_once() -> None:
    body = ["The envoy left on Monday.", "He is to be back by June, his office said."]
    assert kept(*body, *body) == body


def test_a_phrase_said_over_and_over_goes_with_its_echo() -> None:
    advert = "Garden Chair ProGarden Chair Pro Garden Chair ProGarden Chair Pro"
    assert kept("Envoys met.", advert, "They parted.", "Garden Chair Pro") == ["Envoys met.", "They parted."]


def test_one_phrase_once_is_no_chant() -> None:
    assert kept("Garden Chair Pro", "bonbon", "Tut tut tut!") == [
        "Garden Chair Pro",
        "bonbon",
        "Tut tut tut!",
    ]


def test_speakers_dates_and_rulers_may_recur() -> None:
    lines = [
        "Q:",
        "Will you go?",
        "A:",
        "Yes.",
        "Q:",
        "When?",
        "May 31, 2024",
        "One.",
        "May 31, 2024",
        "Two.",
    ]
    assert kept(*lines) == lines
