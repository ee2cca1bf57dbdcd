"""Sides that a clause leaves to the story, and those that it does not."""

import pytest

from communique.running import code_text
from communique.types import EventClaim

QUARREL = "Chile expelled the Peruvian ambassador on Monday."


def told(text: str, kind: str) -> list[EventClaim]:
    return [event for event in code_text(text, language="en").events if event.kind == kind]


def countries(claim: EventClaim, role: str) -> list[str | None]:
    return [p.actor.country for p in claim.participants if p.role == role]


def test_the_actor_left_out_of_a_passive_is_the_other_side() -> None:
    (claim,) = told(f"{QUARREL} All imports from Peru were banned too.", "trade-measure")
    assert (countries(claim, "actor"), countries(claim, "target")) == (["CHL"], ["PER"])


def test_the_target_of_a_recall_is_the_other_side() -> None:
    (claim,) = told(f"{QUARREL} Peru then called its own envoy home.", "recall")
    assert (countries(claim, "actor"), countries(claim, "target")) == (["PER"], ["CHL"])


def test_an_agreement_that_names_nobody_is_that_of_the_two_sides() -> None:
    (claim,) = told("Kenya and Peru held talks in Oslo on Monday. A treaty was signed.", "agreement")
    assert sorted(map(str, countries(claim, "party"))) == ["KEN", "PER"]


def test_heads_of_state_who_sign_are_those_who_met() -> None:
    text = "The presidents of Kenya, Peru and Chile met in Oslo on Monday. The heads of state signed a declaration."
    (claim,) = told(text, "agreement")
    assert sorted(map(str, countries(claim, "party"))) == ["CHL", "KEN", "PER"]


def test_what_is_implied_stands_where_it_was_told() -> None:
    text = f"{QUARREL} All imports from Peru were banned too."
    (claim,) = told(text, "trade-measure")
    actor = next(p for p in claim.participants if p.role == "actor")
    assert actor.evidence.text == "Chile"
    assert text[actor.evidence.start : actor.evidence.end] == "Chile"


def test_who_condemns_a_deed_condemns_whose_it_was() -> None:
    (claim,) = told(f"{QUARREL} Norway criticised the decision.", "condemnation")
    assert (countries(claim, "actor"), countries(claim, "target")) == (["NOR"], ["CHL"])


@pytest.mark.parametrize("words", ["urged both claimants to talk", "called on the two neighbours to talk"])
def test_words_to_both_are_for_the_two_told_of(words: str) -> None:
    (claim,) = told(f"{QUARREL} Norway {words}.", "demand")
    assert (countries(claim, "actor"), sorted(map(str, countries(claim, "target")))) == (["NOR"], ["CHL", "PER"])


def test_a_threat_that_names_nobody_is_aimed_at_the_other_side() -> None:
    (claim,) = told(f"{QUARREL} It has threatened to cut off the power.", "threat")
    assert (countries(claim, "actor"), countries(claim, "target")) == (["CHL"], ["PER"])


def test_each_accuses_the_other() -> None:
    (claim,) = told(
        f"{QUARREL} Shots were heard in Lima on Friday, and each accused the other of a breach.", "accusation"
    )
    assert sorted(str(p.actor.country) for p in claim.participants) == ["CHL", "PER"]


def test_a_body_is_concerned_over_whom_all_blame() -> None:
    text = "Chile condemned Peru on Monday. Kenya accused Peru of theft. The African Union voiced concern."
    claim = told(text, "condemnation")[-1]
    assert countries(claim, "target") == ["PER"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("All imports from Peru were banned too.", "trade-measure"),  # nothing was told before
        ("Kenya, Peru and Chile met in Oslo on Monday. All imports from Peru were banned too.", "trade-measure"),
    ],
)
def test_what_the_story_does_not_tell_stays_open(text: str, kind: str) -> None:
    assert told(text, kind) == []


def test_a_state_that_has_no_part_in_the_story_gives_it_no_other_side() -> None:
    (claim,) = told(f"{QUARREL} Officials asked the Kenyan ambassador to leave.", "expulsion")
    assert (countries(claim, "actor"), countries(claim, "target")) == (["CHL"], ["PER"])


def test_it_is_who_does_the_like_in_the_story() -> None:
    claims = told(f"{QUARREL} It asked the Kenyan ambassador to leave.", "expulsion")
    assert [countries(claim, "actor") for claim in claims] == [["CHL"], ["CHL"]]
    assert [countries(claim, "target") for claim in claims] == [["PER"], ["KEN"]]


def test_a_number_alone_is_of_those_told_of() -> None:
    text = "Chile expelled four Peruvian diplomats on Monday. Kenya said it would expel 13."
    assert [countries(claim, "target") for claim in told(text, "expulsion")] == [["PER"], ["PER"]]


def test_what_one_side_agreed_to_lift_is_a_term_of_the_accord() -> None:
    text = "Kenya and Peru made a truce on Monday. In it Kenya agreed to lift some curbs on exports."
    assert told(text, "sanction-lifted") == []


TALKS = "Kenya and Peru held talks in Oslo on May 3, 2024."
FAR = " Nobody knew how long the matter would take." * 8


def sides(claim: EventClaim) -> list[str]:
    return sorted(str(p.actor.country) for p in claim.participants)


def test_what_sort_a_treaty_is_of_names_no_side() -> None:
    (claim,) = told(f"{TALKS} An extradition treaty was signed in Oslo.", "agreement")
    assert sides(claim) == ["KEN", "PER"]


@pytest.mark.parametrize(
    "text",
    [
        f"{TALKS} Two rounds of talks were held in Lima in March 2023.",
        f"{TALKS} The next talks will take place in Nairobi on June 12, 2024.",
    ],
)
def test_an_encounter_that_names_nobody_is_one_of_the_two_sides(text: str) -> None:
    first, other = told(text, "talks")
    assert sides(first) == sides(other) == ["KEN", "PER"]
    assert first.start != other.start


def test_a_summit_that_names_nobody_is_one_of_the_leaders() -> None:
    text = (
        "President William Ruto of Kenya and President Dina Boluarte of Peru met in Oslo on May 3, 2024. "
        "The next summit will be held in Lima in June 2024."
    )
    (claim,) = [c for c in told(text, "summit") if c.status == "planned"]
    assert [p.actor.name for p in claim.participants] == ["William Ruto", "Dina Boluarte"]


@pytest.mark.parametrize(
    "text",
    [
        f"{TALKS} A cabinet meeting was held in Lima in March 2023.",
        f"{TALKS} An emergency meeting took place in Geneva in March 2023.",
        f"{TALKS} Another meeting would be good.",
        "A meeting was held in Lima in March 2023.",
    ],
)
def test_a_meeting_of_others_is_not_one_of_the_two_sides(text: str) -> None:
    assert [claim for claim in told(text, "meeting") if claim.place is None or claim.place.name != "Oslo"] == []


def test_far_from_its_sides_an_agreement_is_of_the_two_of_whom_most_is_told() -> None:
    text = f"{TALKS} Kenya recalled its ambassador from Peru.{FAR} A trade agreement was signed in 2019."
    (claim,) = told(text, "agreement")
    assert sides(claim) == ["KEN", "PER"]


def test_far_from_several_pairs_an_agreement_stays_open() -> None:
    text = f"{TALKS} Chile recalled its ambassador from Mali.{FAR} A trade agreement was signed in 2019."
    assert told(text, "agreement") == []


def test_pledges_are_to_whom_the_others_are() -> None:
    text = "Kenya pledged $5 million in aid to Haiti on Monday. Peru promised a loan of $2 million for many years."
    peru = told(text, "aid")[1]
    assert (countries(peru, "actor"), countries(peru, "target")) == (["PER"], ["HTI"])


def test_what_leaders_held_was_a_summit_if_another_is_to_follow() -> None:
    ruto, boluarte = "President William Ruto of Kenya", "President Dina Boluarte of Peru"
    text = f"{ruto} and {boluarte} met in Oslo on Monday. Another summit will be held in Lima in June."
    assert [claim.status for claim in told(text, "summit")] == ["happened", "planned"]
    ministers = text.replace("President", "Foreign Minister")
    assert [claim.status for claim in told(ministers, "meeting")] == ["happened"]


def test_both_sides_told_of_are_those_of_the_story() -> None:
    (claim,) = told(
        "Kenya and Peru held talks in Oslo on Monday. Soldiers of both armies clashed in June 2020.", "clash"
    )
    assert sorted(map(str, countries(claim, "party"))) == ["KEN", "PER"]


def test_one_who_agrees_alone_makes_no_agreement() -> None:
    assert told("Kenya and Peru held talks in Oslo on Monday. Peru agreed to lower its duties.", "agreement") == []


def test_a_third_side_welcomes_what_two_did() -> None:
    (claim,) = told("Kenya and Peru signed a truce on Monday. The African Union welcomed the accord.", "support")
    assert sorted(map(str, countries(claim, "target"))) == ["KEN", "PER"]


def test_what_the_other_side_imposed_is_its_own() -> None:
    (claim,) = told(f"{QUARREL} Peru condemned the sanctions as illegal.", "condemnation")
    assert (countries(claim, "actor"), countries(claim, "target")) == (["PER"], ["CHL"])


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Lima slammed the move as hostile.", "condemnation"),
        ("Peru warned that it would hit back.", "threat"),
        ("Peru promised a tough response.", "threat"),
        ("Peru said that the accusations were false.", "rejection"),
        ("Peru said the decision was regrettable.", "condemnation"),
        ("Peru said it was an unfriendly act.", "condemnation"),
        ("Peru denies any wrongdoing.", "denial"),
        ("Peru would not accept the ultimatum.", "rejection"),
        ("Peru accused its neighbour of lying.", "accusation"),
        ("Peru voiced outrage.", "condemnation"),
    ],
)
def test_what_is_said_of_an_act_is_said_of_who_did_it(words: str, kind: str) -> None:
    (claim,) = told(f"Chile expelled 12 Peruvian diplomats on Monday. {words}", kind)
    assert (countries(claim, "actor"), countries(claim, "target"), claim.status) == (["PER"], ["CHL"], "happened")


@pytest.mark.parametrize("words", ["Peru warned that prices would rise.", "Peru condemned a robbery in Lima."])
def test_what_is_said_of_something_else_is_said_of_nobody(words: str) -> None:
    events = code_text(f"Chile expelled 12 Peruvian diplomats on Monday. {words}", language="en").events
    assert [event.kind for event in events] == ["expulsion"]


def test_a_third_state_condemns_the_sides_of_a_pact() -> None:
    (claim,) = told("Kenya and Ghana signed a pact in Accra on Monday. Peru condemned the pact.", "condemnation")
    assert sorted(map(str, countries(claim, "target"))) == ["GHA", "KEN"]


def test_nobody_says_by_whom_it_was_condemned() -> None:
    assert told(f"{QUARREL} The Chilean attack was condemned.", "condemnation") == []


def test_missiles_are_of_the_side_that_attacks_elsewhere() -> None:
    claim = told("Chad bombed Niger on Monday. Overnight missiles struck the airport of Niamey in Niger.", "strike")[-1]
    assert (countries(claim, "actor"), countries(claim, "target")) == (["TCD"], ["NER"])


def test_missiles_of_which_nothing_else_is_told_are_of_nobody() -> None:
    assert told("Chad and Niger held talks. Missiles struck the port of Odesa.", "attack") == []


def test_the_head_of_a_body_condemns_the_attack_told_of() -> None:
    (claim,) = told(
        "Chad bombed Niger on Monday. UN Secretary-General António Guterres condemned the attack.", "condemnation"
    )
    assert countries(claim, "target") == ["TCD"]


def test_who_condemns_an_attack_has_not_met_the_attacker() -> None:
    (claim,) = told("Kenya and Peru held talks on Monday. Kenya condemned the attack.", "condemnation")
    assert (countries(claim, "actor"), countries(claim, "target")) == (["KEN"], [])


@pytest.mark.parametrize(
    "sentence", ["Ruto arrived on Monday for a three-day visit.", "Ruto began his visit on Monday."]
)
def test_a_visit_goes_where_the_visitor_meets_others(sentence: str) -> None:
    meeting = "Kenyan President William Ruto held talks with Ghanaian President John Mahama in Accra on Tuesday."
    (visit,) = told(f"{meeting} {sentence}", "visit")
    assert (countries(visit, "visitor"), countries(visit, "host")) == (["KEN"], ["GHA"])


@pytest.mark.parametrize("agreed", ["The countries agreed to restore trade.", "It was agreed that trade would resume."])
def test_what_is_agreed_is_so_by_the_two_told_of(agreed: str) -> None:
    meeting = "Spanish Foreign Minister José Manuel Albares met Algerian Foreign Minister Ahmed Attaf in Algiers."
    (claim,) = told(f"{meeting} {agreed}", "agreement")
    assert sorted(map(str, countries(claim, "party"))) == ["DZA", "ESP"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chile froze Peruvian assets. It also banned exports of chips to Peru.", "trade-measure"),
        ("Chile slapped sanctions on Peru, recalling its ambassador to the country.", "recall"),
        ("Chile imposed tariffs on Peru in May. Chile lifted them on Sunday.", "sanction-lifted"),
    ],
)
def test_pronouns_are_of_the_two_sides(text: str, kind: str) -> None:
    (claim,) = told(text, kind)
    assert (countries(claim, "actor"), countries(claim, "target")) == (["CHL"], ["PER"])


def test_talks_are_not_between_those_of_whom_one_only_judges_the_other() -> None:
    """Peru condemns what Chile did: "consultations will be held" of others than these two."""
    judged = "Peru condemned Chile's missile test on Friday."
    assert not told(f"{judged} Consultations will be held at the international level.", "talks")
    (claim,) = told(f"{QUARREL} Talks will be held in Lima on Friday.", "talks")
    assert sorted(map(str, countries(claim, "party"))) == ["CHL", "PER"]


def test_a_person_is_no_it() -> None:
    """The prime minister criticises a state, and "it" did something: she is not it."""
    text = "Peru's Prime Minister Ana Rao called Chile's threats - it also tested a missile last month - absurd."
    assert not any("PER" in countries(claim, "actor") for claim in told(text, "show-of-force"))


def test_a_civil_war_is_not_between_two_states_told_of() -> None:
    assert not told(f"{QUARREL} Five years earlier civil war had broken out.", "clash")


def test_sanctions_of_which_none_tells_by_whom_are_not_those_of_a_partner() -> None:
    text = "Kenya and Peru held talks in Oslo on Monday. Amid sanctions imposed on Peru both want more trade."
    assert not told(text, "sanction")
    (claim,) = told("Kenya and Peru held talks in Oslo on Monday. Sanctions were imposed on Peru in 2019.", "sanction")
    assert countries(claim, "target") == ["PER"]


DEMANDED = "Chile demanded the return of the ship from Peru."


@pytest.mark.parametrize(
    "answer",
    [
        "Peru said no.",
        "Peru ruled it out.",
        "Peru turned it down.",
        "Peru shrugged it off.",
        "Peru has so far refused.",
        "Peruvian President Ana Rao refused to say sorry.",
    ],
)
def test_an_answer_is_for_who_asked(answer: str) -> None:
    (claim,) = told(f"{DEMANDED} {answer}", "rejection")
    assert (countries(claim, "actor"), countries(claim, "target")) == (["PER"], ["CHL"])


@pytest.mark.parametrize(
    "text",
    [
        "Peru said no ship was lost.",
        "Peruvian President Ana Rao refused to say where it was.",
        "Peru turned the lights down.",
        "Nobody said no.",
    ],
)
def test_what_is_no_answer(text: str) -> None:
    assert told(f"{DEMANDED} {text}", "rejection") == []


def test_a_request_that_names_nobody_is_for_the_other_side() -> None:
    (claim,) = told(f"{QUARREL} Peru then asked for more time.", "request")
    assert (countries(claim, "actor"), countries(claim, "target")) == (["PER"], ["CHL"])


def test_a_request_to_somebody_unknown_is_for_nobody_told_of() -> None:
    text = f"{QUARREL} Peru then asked a bank in Paris for a loan."
    assert all(countries(claim, "target") != ["CHL"] for claim in told(text, "request"))


def test_support_that_names_nobody_is_for_the_side_dealt_with() -> None:
    (claim,) = told("Chile and Peru signed a treaty on Monday. Chile voiced its support.", "support")
    assert (countries(claim, "actor"), countries(claim, "target")) == (["CHL"], ["PER"])


def test_condolences_to_families_are_for_no_state() -> None:
    text = "Chile and Peru signed a treaty on Monday. Chile conveyed its condolences to the families of those killed."
    assert told(text, "support") == []


@pytest.mark.parametrize(
    "text",
    [
        "Peru's president, Ana Rao, called the step unfair.",
        "Peru protested strongly.",
        "Peruvian Foreign Minister Ana Rao branded it an insult.",
        "Peru regretted the move.",
        "Peru denounced the treatment of its ambassador.",
    ],
)
def test_who_judges_a_deed_judges_whose_it_was(text: str) -> None:
    (claim,) = told(f"{QUARREL} {text}", "condemnation")
    assert (countries(claim, "actor"), countries(claim, "target")) == (["PER"], ["CHL"])


def test_a_third_side_hails_whose_step_it_was() -> None:
    (claim,) = told(f"{QUARREL} Norway applauded the step.", "support")
    assert (countries(claim, "actor"), countries(claim, "target")) == (["NOR"], ["CHL"])


def test_a_third_side_hails_both_for_what_they_agreed_on() -> None:
    text = "Chile and Peru signed a treaty on Monday. Norway hailed it as a model for the region."
    (claim,) = told(text, "support")
    assert sorted(map(str, countries(claim, "target"))) == ["CHL", "PER"]


def test_a_deed_told_in_its_own_words_is_of_those_who_did_it() -> None:
    text = f"Kenya and Uganda held joint military exercises last week. {QUARREL} Tanzania denounced the exercises."
    (claim,) = told(text, "condemnation")
    assert sorted(map(str, countries(claim, "target"))) == ["KEN", "UGA"]


@pytest.mark.parametrize(
    "text",
    [
        "Peruvian President Ana Rao applauded the band.",
        "The Peruvian president praised her mother.",
        "Peru regretted the death of the poet.",
    ],
)
def test_who_is_no_side_of_the_story_is_not_judged_in_it(text: str) -> None:
    kinds = {event.kind for event in code_text(f"{QUARREL} {text}", language="en").events}
    assert kinds == {"expulsion"}


def test_what_a_state_rejects_in_news_of_dealings_is_told_though_not_whose_it_was() -> None:
    text = (
        "Kenya and Uganda signed a pact on Monday. Peru, Chile and Mali met on Friday. Peru dismissed the very thought."
    )
    (claim,) = told(text, "rejection")
    assert (countries(claim, "actor"), countries(claim, "target")) == (["PER"], [])


def test_what_somebody_at_home_rejects_is_no_dealing() -> None:
    text = "Kenya and Uganda signed a pact on Monday. Ana Rao, the head of a bank, dismissed the thought."
    assert told(text, "rejection") == []


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("On Tuesday China pledged another $2 million in aid.", {"KEN"}),
        ("At the same time, as in Djibouti, China has pledged $2 million in aid.", {"KEN", "DJI"}),
    ],
)
def test_a_sentence_that_names_another_does_not_take_the_side_of_the_story(text: str, targets: set[str]) -> None:
    claims = told(f"China gave Kenya $5 million in aid on Monday. Kenya thanked China. {text}", "aid")
    aided = [countries(claim, "target") for claim in claims]
    assert {code for codes in aided for code in codes} == targets
    assert all(len(codes) < 2 for codes in aided)


def test_a_third_measure_is_aimed_at_the_one_that_has_dealings_with_several() -> None:
    text = "Malta imposed tariffs on Laos. Peru imposed sanctions on Laos in May. Norway halted its aid, too."
    (claim,) = told(text, "aid-cut")
    assert (countries(claim, "actor"), countries(claim, "target")) == (["NOR"], ["LAO"])


def test_in_a_quarrel_of_two_a_third_state_is_not_known_to_aim_at_either() -> None:
    claims = told(f"{QUARREL} Norway halted its aid, too.", "aid-cut")
    assert all(countries(claim, "target") == [] for claim in claims)


def test_an_envoy_of_no_known_state_is_summoned_by_the_side_that_acts() -> None:
    (claim,) = told(f"{QUARREL} The ministry had already summoned Ambassador Ana Rao.", "summon")
    assert countries(claim, "actor") == ["CHL"]
    assert "PER" in countries(claim, "target")


def test_ministers_of_no_known_state_sign_for_the_two_that_met() -> None:
    text = (
        "The presidents of Kenya and Peru met in Oslo. Interior ministers Rao Silva and Ana Kim initialled the accord."
    )
    (claim,) = told(text, "agreement")
    assert {"KEN", "PER"} <= set(countries(claim, "party"))


def test_when_something_is_said_is_not_what_is_said() -> None:
    text = (
        "Kenyan President Ana Rao flew to Peru. “Our road was hard,” she told her hosts, years after Peru lost its war."
    )
    assert not told(text, "accusation")
