"""All forms of a verb from its lemma."""

import pytest

from communique.parsing._forms import VERB_FORMS, verb_forms


@pytest.mark.parametrize(
    "forms",
    [
        "visit visits visiting visited visited",
        "host hosts hosting hosted hosted",
        # -e, -ee, -y
        "arrive arrives arriving arrived arrived",
        "agree agrees agreeing agreed agreed",
        "carry carries carrying carried carried",
        "deny denies denying denied denied",
        "stay stays staying stayed stayed",
        # sibilants
        "reach reaches reaching reached reached",
        "discuss discusses discussing discussed discussed",
        # doubled and not
        "stop stops stopping stopped stopped",
        "confer confers conferring conferred conferred",
        "ban bans banning banned banned",
        "top tops topping topped topped",
        "annul annuls annulling annulled annulled",
        "dig digs digging dug dug",
        "offer offers offering offered offered",
        # irregular
        "meet meets meeting met met",
        "shoot shoots shooting shot shot",
        "step steps stepping stepped stepped",
        "hold holds holding held held",
        "speak speaks speaking spoke spoken",
        "fly flies flying flew flown",
        "begin begins beginning began begun",
        "go goes going went gone",
        "put puts putting put put",
        "withdraw withdraws withdrawing withdrew withdrawn",
    ],
)
def test_forms(forms: str) -> None:
    lemma, *_ = forms.split()
    assert list(verb_forms(lemma)) == list(zip(forms.split(), VERB_FORMS, strict=True))


def test_order_of_tags() -> None:
    assert VERB_FORMS == ("VB", "VBZ", "VBG", "VBD", "VBN")
