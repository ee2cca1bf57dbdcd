"""Word classes that the shallow tagger needs: closed classes whole, open classes by form.

The closed classes are those of Huddleston & Pullum (2002); irregular verbs and the common verbs of
news are listed with their principal parts, from which all forms are made.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import MappingProxyType

__all__ = [
    "ADJECTIVE_ENDINGS",
    "AUXILIARIES",
    "CLOSED",
    "MODALS",
    "POSSESSIVES",
    "RELATIVES",
    "VERB_FORMS",
    "verb_forms",
    "verbs",
]

POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my", "your", "whose"})

RELATIVES = frozenset({"who", "whom", "which", "whose", "where", "when", "that"})

MODALS = frozenset("will would shall should can could may might must ought".split())

ADJECTIVE_ENDINGS = ("al", "ive", "ous", "ful", "ic", "ary", "able", "ible", "ish", "less", "ese", "ean")

AUXILIARIES = MappingProxyType(
    dict.fromkeys(("be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re"), "be")
    | dict.fromkeys(("have", "has", "had", "having", "'ve", "’ve"), "have")
    | dict.fromkeys(("do", "does", "did"), "do")
    | {w: w for w in MODALS}
    | {"'ll": "will", "’ll": "will", "wo": "will", "ca": "can", "'d": "would", "’d": "would"}
)

_CLOSED_CLASSES = {
    "DET": "the a an this these those some any no every each another both all several many few other such "
    "either neither more most own",
    "ADP": "of in on at for with from by about into over after before during between among amongst against amid "
    "amidst despite under via within without through since until till toward towards near outside inside "
    "following including along around across behind beyond alongside upon per than as like unlike beside besides "
    "above below onto off out up down ahead according",
    "CCONJ": "and or but nor & plus",
    "SCONJ": "that if because while although though whether when where unless once so whereas how why",
    "PRON": "he she it they we i you him her them us who whom which what whose "
    "his its their our my your everyone nobody someone others one there nothing something",
    "ADV": "also just only now then later earlier soon recently already still yet again very too however meanwhile "
    "here even ever never always often thus therefore instead together ago almost about away back "
    "not twice once abroad overseas today yesterday tomorrow tonight far well long much less further "
    "himself herself itself themselves",
    "NUM": "one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion "
    "trillion half",
}

CLOSED = MappingProxyType({w: pos for pos, words in _CLOSED_CLASSES.items() for w in words.split()})

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
undertake undertook undertaken|win won won|withdraw withdrew withdrawn|write wrote written|
overthrow overthrew overthrown
"""

_REGULAR = """
accept accompany accuse acknowledge add address adopt affect agree aim allow announce answer appear appoint approve
argue arrive ask assert assess assume assure attack attempt attend avoid await back ban base believe bolster boost call
cancel carry cause chair challenge change claim close co-chair collapse comment commence complete concern conclude
condemn conduct confer confirm congratulate consider consult contact continue convene converse cooperate coordinate
cover create criticise criticize dash declare decide decline deepen defend defer delay deliver demand deny depart
describe detail develop discuss dispatch dominate drop embark emphasise emphasize end endorse engage enhance ensure
enter escalate establish evolve examine exchange expand expect explain explore express extend face fail falter finalise
finalize focus follow force gather greet halt happen head help highlight hope host identify impose improve include
increase indicate inform insist intend intensify invade invite involve issue join jump kick land last launch leverage
limit link list look lower maintain mark mediate mention move name need negotiate normalise normalize note notify
observe offer open oppose order organise organize outline overshadow participate pass pause permit persuade phone plan
play pledge plot point position possess postpone praise prepare present press pressure prevent proceed produce promise
promote propose protest prove provide publish pursue push quote raise reach reaffirm receive recall recognise recognize
record refer reflect refuse regard reiterate reject relate release remain remark repeat replace reply report represent
request require reschedule resolve respond restart restore resume return reveal review reward say schedule scrap secure
seem serve settle share shelve sign signal skip stall start state stay stop strengthen stress strive suggest summon
support suspend talk target telephone tell terminate tour trade travel try turn underline underscore unveil urge use
veto video-call violate visit voice vote vow wait walk want warn welcome withhold work worry wrap
"""

VERB_FORMS = ("VB", "VBZ", "VBG", "VBD", "VBN")


def verb_forms(lemma: str) -> Iterator[tuple[str, str]]:
    """Each ``(form, Penn tag)`` of a verb: ``visit`` → visit VB, visits VBZ, visiting VBG, visited VBD, VBN."""
    past, participle = _irregular().get(lemma, (_ed(lemma), _ed(lemma)))
    yield from zip((lemma, _s(lemma), _ing(lemma), past, participle), VERB_FORMS, strict=True)
    if lemma in _BRITISH:
        yield from ((lemma + "led", "VBD"), (lemma + "led", "VBN"), (lemma + "ling", "VBG"))


@cache
def _irregular() -> MappingProxyType[str, tuple[str, str]]:
    rows = (row.split() for row in _IRREGULAR.replace("\n", "").split("|"))
    return MappingProxyType({lemma: (past, participle) for lemma, past, participle in rows})


@cache
def verbs() -> MappingProxyType[str, tuple[tuple[str, str], ...]]:
    """Every known form → its ``(lemma, tag)`` readings."""
    table: dict[str, tuple[tuple[str, str], ...]] = {}
    for lemma in sorted({*_irregular(), *_REGULAR.split()}):
        for form, tag in verb_forms(lemma):
            table[form] = (*table.get(form, ()), (lemma, tag))
    return MappingProxyType(table)


def _s(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "go", "do")):
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
    "get set sit put cut run win begin plan stop drop ban scrap wrap plot skip confer refer defer".split()
)
_BRITISH = frozenset({"cancel", "travel", "signal", "label"})  # doubled in British spelling, single in American


def _doubled(lemma: str) -> str:
    return lemma + lemma[-1] if lemma in _DOUBLING else lemma
