from collections.abc import Callable
from datetime import date

from communique.evaluation.align import align, lenient_kind, strict_kind
from communique.evaluation.found import Prediction
from communique.evaluation.gold import GoldDocument, GoldEvent

MakeGold = Callable[..., GoldEvent]
MakeFound = Callable[..., Prediction]
MakeDocument = Callable[..., GoldDocument]

CALL = {"kind": "call", "family": "call"}


def test_overlapping_evidence_makes_a_pair(gold: MakeGold, found: MakeFound, document: MakeDocument) -> None:
    aligned = align(document(), [gold()], [found()])
    assert (len(aligned.pairs), aligned.missed, aligned.false) == (1, (), ())


def test_another_kind_in_the_same_words_is_missed_and_false(
    gold: MakeGold, found: MakeFound, document: MakeDocument
) -> None:
    event, prediction = gold(), found(**CALL)
    aligned = align(document(), [event], [prediction])
    assert (aligned.pairs, aligned.missed, aligned.false) == ((), (event,), (prediction,))


def test_talks_pass_for_a_meeting_only_when_lenient(gold: MakeGold, found: MakeFound, document: MakeDocument) -> None:
    talks = found(kind="talks", family="talks")
    assert align(document(), [gold()], [talks], strict_kind).pairs == ()
    assert len(align(document(), [gold()], [talks], lenient_kind).pairs) == 1
    assert align(document(), [gold(type="call")], [talks], lenient_kind).pairs == ()


def test_each_event_is_paired_once_and_the_nearer_one_wins(
    gold: MakeGold, found: MakeFound, document: MakeDocument
) -> None:
    near, far = found(), found("She had")
    aligned = align(document(), [gold()], [far, near])
    assert [pair.prediction for pair in aligned.pairs] == [near]
    assert aligned.false == (far,)


def test_the_sum_of_all_pairs_counts_not_the_best_single_one(
    gold: MakeGold, found: MakeFound, document: MakeDocument
) -> None:
    first = gold(participants=(), start=None, evidence="met Ben Fir of Chile")
    second = gold(evidence="Ana Sol of Peru met")
    both, only_first = found("Ana Sol of Peru met Ben"), found("of Chile", participants=(), day=None)
    aligned = align(document(), [first, second], [both, only_first])
    assert {pair.gold.evidence: pair.prediction for pair in aligned.pairs} == {
        first.evidence: only_first,
        second.evidence: both,
    }


def test_a_timeline_of_many_events_alike_is_paired_in_full(
    gold: MakeGold, found: MakeFound, document: MakeDocument
) -> None:
    aligned = align(document(), [gold()] * 60, [found()] * 50)  # 2^50 sets of partners
    assert (len(aligned.pairs), len(aligned.missed), aligned.false) == (50, 10, ())


def test_told_on_elsewhere_with_the_same_date_it_is_the_same_event(
    gold: MakeGold, found: MakeFound, document: MakeDocument
) -> None:
    elsewhere = gold(evidence="They parted as friends")
    assert len(align(document(), [elsewhere], [found()]).pairs) == 1
    assert align(document(), [elsewhere], [found(day=None)]).pairs == ()


def test_another_date_elsewhere_is_another_event(gold: MakeGold, found: MakeFound, document: MakeDocument) -> None:
    event = gold(evidence="She had called him")
    assert len(align(document(), [event], [found()]).pairs) == 1
    assert align(document(), [event], [found(day=date(2024, 4, 1))]).pairs == ()


def test_overlapping_evidence_is_paired_though_the_date_is_wrong(
    gold: MakeGold, found: MakeFound, document: MakeDocument
) -> None:
    assert len(align(document(), [gold()], [found(day=date(2020, 1, 1))]).pairs) == 1


def test_elsewhere_without_a_country_in_common_is_another_event(
    gold: MakeGold, found: MakeFound, document: MakeDocument
) -> None:
    event = gold(evidence="She had called him")
    assert align(document(), [event], [found(participants=())]).pairs == ()
