"""The forms of English verbs: the gate looks for them in the text before anything is parsed.

Irregular verbs are listed with their principal parts; all else follows the rules of spelling (Huddleston
& Pullum 2002, chapter 18).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import MappingProxyType

__all__ = ["VERB_FORMS", "same_in_past", "verb_forms"]

_IRREGULAR = """
arise arose arisen|become became become|begin began begun|break broke broken|bring brought brought|
build built built|buy bought bought|choose chose chosen|come came come|cut cut cut|deal dealt dealt|
draw drew drawn|drive drove driven|fall fell fallen|fight fought fought|find found found|fly flew flown|
forget forgot forgotten|get got got|give gave given|go went gone|grow grew grown|hear heard heard|
hold held held|keep kept kept|know knew known|lay laid laid|lead led led|leave left left|lend lent lent|
let let let|lie lay lain|lose lost lost|make made made|mean meant meant|meet met met|pay paid paid|
put put put|read read read|receive received received|ring rang rung|rise rose risen|run ran run|say said said|
see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|show showed shown|
sit sat sat|speak spoke spoken|spend spent spent|stand stood stood|strike struck struck|take took taken|
teach taught taught|tell told told|think thought thought|throw threw thrown|understand understood understood|
tear tore torn|undertake undertook undertaken|win won won|withdraw withdrew withdrawn|write wrote written|
overthrow overthrew overthrown|swear swore sworn|beg begged begged|have had had|shoot shot shot|sink sank sunk|
bid bade bidden|overrun overran overrun|do did done|forgive forgave forgiven|steal stole stolen|
freeze froze frozen|unfreeze unfroze unfrozen|withhold withheld withheld|uphold upheld upheld|forbid forbade forbidden|
hit hit hit|shut shut shut|quit quit quit|bear bore borne|rebuild rebuilt rebuilt|swing swung swung|
wind wound wound|flee fled fled|reset reset reset|overcome overcame overcome|oversee oversaw overseen|
retake retook retaken|burst burst burst|cast cast cast|catch caught caught|hurt hurt hurt|mislead misled misled|
bind bound bound|speed sped sped|spread spread spread|spring sprang sprung|overfly overflew overflown|
stick stuck stuck|feed fed fed|dig dug dug|fling flung flung|split split split|forsake forsook forsaken|
grind ground ground|sling slung slung|spin spun spun|shed shed shed|hang hung hung|blow blew blown|sweep swept swept|
bend bent bent|kneel knelt knelt|light lit lit|shrink shrank shrunk|sow sowed sown|sew sewed sewn|thrust thrust thrust|
upset upset upset|withstand withstood withstood|unwind unwound unwound
"""

VERB_FORMS = ("VB", "VBZ", "VBG", "VBD", "VBN")


def verb_forms(lemma: str) -> Iterator[tuple[str, str]]:
    """Each ``(form, Penn tag)`` of a verb: ``visit`` → visit VB, visits VBZ, visiting VBG, visited VBD, VBN."""
    past, participle = _irregular().get(lemma, (_ed(lemma), _ed(lemma)))
    yield from zip((lemma, _s(lemma), _ing(lemma), past, participle), VERB_FORMS, strict=True)
    if lemma in _BRITISH:
        yield from ((lemma + "led", "VBD"), (lemma + "led", "VBN"), (lemma + "ling", "VBG"))


@cache
def same_in_past() -> frozenset[str]:
    """Verbs whose past is as the verb itself: "cut", "shut"."""
    return frozenset(lemma for lemma, (past, _) in _irregular().items() if lemma == past)


@cache
def _irregular() -> MappingProxyType[str, tuple[str, str]]:
    rows = (row.split() for row in _IRREGULAR.replace("\n", "").split("|"))
    return MappingProxyType({lemma: (past, participle) for lemma, past, participle in rows})


def _s(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "go", "do", "eto")):
        return lemma + "es"
    return lemma[:-1] + "ies" if _consonant_y(lemma) else lemma + "s"


def _ed(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if _consonant_y(lemma):
        return lemma[:-1] + "ied"
    return _doubled(lemma) + "ed"


def _ing(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        return lemma[:-1] + "ing"
    return _doubled(lemma) + "ing"


def _consonant_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2] not in "aeiou"


_DOUBLING = frozenset(
    "get set jet sit put cut run win begin plan stop drop ban scrap wrap plot skip confer refer defer expel compel "
    "repel step pen ship commit permit submit admit rebut slam slap swap bar occur deter strip snub regret "
    "quip beg hit shut quit pin ram transfer airdrop bid dub overrun reset patrol readmit "
    "chat slip pop hop rub hug trim rap rip chip shun tap trek prod nab gun lob sup shrug "
    "annul bat bin cap clap dig drag drum embed extol flag gut incur kidnap kit outfit prop refit remit shred snap "
    "stem swat thin tip top transmit".split()
)
_BRITISH = frozenset(
    {
        "cancel",
        "travel",
        "signal",
        "label",
        "initial",
        "level",
        "channel",
        "dial",
        "quarrel",
        "counsel",
        "funnel",
        "parcel",
        "pummel",
    }
)  # doubled in British spelling, single in American


def _doubled(lemma: str) -> str:
    return lemma + lemma[-1] if lemma in _DOUBLING else lemma
