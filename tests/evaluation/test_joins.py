from collections.abc import Callable

from communique.evaluation.align import Alignment, align
from communique.evaluation.counts import Share
from communique.evaluation.found import ClaimKey, Prediction, claim_key
from communique.evaluation.gold import Clusters, GoldDocument, GoldEvent
from communique.evaluation.joins import score_joins

MakeGold = Callable[..., GoldEvent]
MakeFound = Callable[..., Prediction]
MakeDocument = Callable[..., GoldDocument]


def ids(alignments: list[Alignment], events: list[str]) -> dict[ClaimKey, str]:
    """Event ids by the order of the texts, each with one pair."""
    claims = ((a.document.id, pair.prediction.claim) for a in alignments for pair in a.pairs)
    return {claim_key(*claim): event for claim, event in zip(claims, events, strict=True)}


def three(gold: MakeGold, found: MakeFound, document: MakeDocument) -> list[Alignment]:
    """Two reports of one meeting, and one of a meeting in another year."""
    starts = {"t1": "2024-05-06", "t2": "2024-05-06", "t3": "2023-05-06"}
    texts = [document(gold(start=start), name=name) for name, start in starts.items()]
    return [align(text, text.events, [found()]) for text in texts]


CLUSTERS = Clusters(same_event=(("t1", "t2"),), look_alikes=(("t1", "t3"),))


def test_joined_and_kept_apart(gold: MakeGold, found: MakeFound, document: MakeDocument) -> None:
    texts = three(gold, found, document)
    scores = score_joins(texts, ids(texts, ["e1", "e1", "e2"]), CLUSTERS)
    assert (scores.joined, scores.apart, scores.wrong) == (Share(1, 1), (), ())


def test_left_apart_and_wrongly_joined(gold: MakeGold, found: MakeFound, document: MakeDocument) -> None:
    texts = three(gold, found, document)
    scores = score_joins(texts, ids(texts, ["e1", "e2", "e1"]), CLUSTERS)
    assert (scores.joined, scores.apart) == (Share(0, 1), (("t1", "t2"),))
    assert scores.wrong == (("t1", "t3"),)


def test_an_event_only_recalled_may_be_shared(gold: MakeGold, found: MakeFound, document: MakeDocument) -> None:
    recalled = document(gold(main=False), name="t3")
    texts = [*three(gold, found, document)[:2], align(recalled, recalled.events, [found()])]
    assert score_joins(texts, ids(texts, ["e1", "e1", "e1"]), CLUSTERS).wrong == ()


def test_a_meeting_that_one_plans_and_the_other_reports_may_be_shared(
    gold: MakeGold, found: MakeFound, document: MakeDocument
) -> None:
    plan = document(gold(status="planned"), name="t3")
    texts = [*three(gold, found, document)[:2], align(plan, plan.events, [found()])]
    assert score_joins(texts, ids(texts, ["e1", "e1", "e1"]), CLUSTERS).wrong == ()


def test_pairs_without_a_main_event_of_our_kinds_are_not_asked(
    gold: MakeGold, found: MakeFound, document: MakeDocument
) -> None:
    treaty = document(gold(type="other"), name="t2")
    texts = [*three(gold, found, document)[:1], align(treaty, [], []), three(gold, found, document)[2]]
    assert score_joins(texts, ids(texts, ["e1", "e2"]), CLUSTERS).joined == Share(0, 0)


def test_reports_in_one_event_are_judged_by_their_labels(
    gold: MakeGold, found: MakeFound, document: MakeDocument
) -> None:
    texts = three(gold, found, document)
    scores = score_joins(texts, ids(texts, ["e1", "e1", "e1"]), CLUSTERS)
    assert scores.other_wrong == Share(2, 3)
    assert {pair[1:] for pair in scores.mixed} == {("t1", "t3"), ("t2", "t3")}
    next_day = document(gold(start="2024-05-07"), name="t2")
    near = [texts[0], align(next_day, next_day.events, [found()])]
    alone = Clusters(same_event=(("t1", "t2"),), look_alikes=())
    assert score_joins(near, ids(near, ["e1", "e1"]), alone).other_wrong == Share(0, 1)
