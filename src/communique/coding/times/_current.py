"""Whether a clause tells its event as news: a main verb in the past or the perfect, and not a pluperfect."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Literal

from communique.codebook import narration, narrative
from communique.codebook.calendar import CALENDAR_WORDS
from communique.coding.times._borrowed import came_there
from communique.coding.tree import Tree
from communique.parsing import Token

__all__ = ["heads_main_clause", "is_current", "is_recalled", "told_in"]

_LEAD = 450  # characters in which a perfect tells the news itself
_MAIN = frozenset({"root", "ccomp", "parataxis"})
_BARE_ARTICLES = frozenset({"a", "an", "their"})


def is_current(tree: Tree, anchors: Sequence[int]) -> bool:
    """Whether the clause tells the event as news: a main verb in the past or the perfect, not the pluperfect.

    "Said after talks with Rao" tells of talks just over; "said after the visit" only names one.
    """
    verbs = [a for a in anchors if tree.token(a).pos in ("VERB", "AUX") and not _describes(tree, a, anchors)]
    if not verbs:
        return any(asked(tree, anchors[0]) for asked in (_just_over, _occurs, _is_under_way))
    if any(_is_of_other_times(tree, v) for v in verbs):
        return False
    if all(_is_where(tree, v) or _is_of_same_day(tree, v) for v in verbs):
        return True
    if any(_said_after(tree, v) or _is_in_doing(tree, v) for v in verbs):
        return True
    return heads_main_clause(tree, tree.chain(verbs[0])[-1]) and not any(_recalled(tree, v) for v in verbs)


def _is_of_other_times(tree: Tree, verb: int) -> bool:
    """ "Has repeatedly urged Peru", "recently visited Peru": at many times or another one, not that of the news."""
    words = narration().words
    return any(tree.token(i).lemma in (*words["often"], *words["once"]) for i in tree.children(verb, "advmod"))


def _said_after(tree: Tree, verb: int) -> bool:
    """ "The palace said after the two had spoken": of the lead the talk is as new as what is said of it."""
    token = tree.token(verb)
    marks = {tree.token(i).text.lower() for i in tree.children(verb, "mark")}
    said = tree.token(token.head)
    reports = said.lemma in narration().words["reporting"] and said.tag == "VBD" and heads_main_clause(tree, token.head)
    return token.dep == "advcl" and marks == {"after"} and reports and tree.sentence.start < _LEAD


def _is_in_doing(tree: Tree, verb: int) -> bool:
    """ "Oslo followed within minutes, accusing Peru": a participle tells more of what the main verb tells as news."""
    token = tree.token(verb)
    bare = token.dep == "advcl" and token.tag == "VBG" and not tree.children(verb, "mark", "nsubj", "aux")
    above = token.head
    return bare and tree.token(above).tag == "VBD" and heads_main_clause(tree, above) and not _recalled(tree, above)


def _describes(tree: Tree, verb: int, anchors: Sequence[int]) -> bool:
    """ "Held talks covering trade": a participle behind the event's noun is not the verb that tells it."""
    token = tree.token(verb)
    return token.dep == "acl" and token.tag in ("VBG", "VBN") and token.head in anchors


def is_recalled(tree: Tree, anchors: Sequence[int]) -> bool:
    """Whether a pluperfect tells the event as one of an earlier time."""
    verbs = (a for a in anchors if tree.token(a).pos in ("VERB", "AUX"))
    return any(_recalled(tree, verb) for verb in verbs)


def told_in(tree: Tree, anchors: Sequence[int]) -> Literal["past", "perfect", "present"]:
    """The tense of the clause; the perfect tells of some time up to now, the present of now or of the news."""
    verbs = [a for a in anchors if tree.token(a).pos in ("VERB", "AUX")]
    now = [t for verb in verbs for t in tree.group(verb) if t.tag in ("VBZ", "VBP") or t.text.lower() == "will"]
    if any(t.lemma == "have" for t in now):
        return "perfect"
    return "present" if now else "past"


def heads_main_clause(tree: Tree, verb: int) -> bool:
    """Whether the verb heads a main clause, or is coordinated to one that does."""
    token = tree.token(verb)
    if token.dep == "conj":
        return heads_main_clause(tree, token.head)
    there = came_there(tree, verb)
    if there is not None:
        return heads_main_clause(tree, there)  # "flew to Lima, where he met Silva"
    if token.dep not in _MAIN and not _is_content(tree, verb) and not _is_beside(tree, verb):
        return False
    return token.head == verb or heads_main_clause(tree, _above(tree, verb))


def _is_beside(tree: Tree, verb: int) -> bool:
    """ "Peru is expelling four, and Chile said it would": a clause with a subject and no conjunction is a main one."""
    token, group = tree.token(verb), tree.group(verb)
    finite = any(t.tag in ("VBZ", "VBP", "VBD", "MD") for t in group)
    bare = not tree.children(verb, "mark") and bool(tree.children(verb, "nsubj", "nsubj:pass"))
    return token.dep == "advcl" and finite and bare


def _is_content(tree: Tree, verb: int) -> bool:
    """Whether it is what is said, also behind whom it is said to: "told a news conference that a pact was signed"."""
    token = tree.token(verb)
    marked = any(tree.token(i).lemma == "that" for i in tree.children(verb, "mark"))
    return token.dep == "ccomp" or (
        token.dep == "acl" and marked and tree.token(token.head).dep in ("obj", "iobj", "obl")
    )


def _above(tree: Tree, verb: int) -> int:
    """The verb above a clause, beyond the noun to which it may have been attached."""
    head = tree.token(verb).head
    return head if tree.token(verb).dep != "acl" else (tree.governing_verb(head) or head)


def _recalled(tree: Tree, verb: int) -> bool:
    """Whether a pluperfect tells of an earlier time."""
    if tree.token(verb).dep == "conj" and not tree.children(verb, "nsubj", "nsubj:pass", "aux"):
        return _recalled(tree, tree.token(verb).head)  # "had met Silva and pressed him"
    return _pluperfect(tree, verb) and not _shifted(tree, verb) and not _summed_up(tree, verb)


def _shifted(tree: Tree, verb: int) -> bool:
    """ "Told reporters that a pact had been signed": the perfect of the news, moved back by the report.

    Only in the lead, or of a decision, and not where the sentence has a day, which is that of the report.
    """
    reported = _is_content(tree, verb) and tree.token(_above(tree, verb)).tag == "VBD"
    in_lead = tree.sentence.start < _LEAD or tree.token(verb).lemma in narration().words["deciding"]
    return reported and in_lead and not any(t.text.lower() in CALENDAR_WORDS for t in tree.tokens)


def _summed_up(tree: Tree, verb: int) -> bool:
    """ "By the end of the day they had signed": a pluperfect that closes what the report tells of."""
    ends = [head for case, head in tree.phrases(verb) if case == "by" and tree.token(head).lemma == "end"]
    closed = narration().words["closed"]
    return any(tree.token(i).lemma in closed for end in ends for i in tree.children(end, "nmod"))


def _pluperfect(tree: Tree, verb: int) -> bool:
    if _parted(tree, verb) or any(_parted(tree, i) for i in tree.children(verb, "xcomp")):
        return True
    return any(t.lemma == "have" and t.tag == "VBD" and t.pos == "AUX" for t in tree.group(verb))


def _parted(tree: Tree, verb: int) -> bool:
    """ "Had himself spoken", of which the parse makes two verbs."""
    head = tree.token(tree.token(verb).head)
    return tree.token(verb).tag == "VBN" and head.lemma == "have" and head.tag == "VBD"


def _just_over(tree: Tree, noun: int) -> bool:
    verb = tree.governing_verb(noun)
    articles = {tree.token(i).text.lower() for i in tree.children(noun, "det", "nmod:poss")}
    if verb is None or tree.preposition(noun) != "after" or articles - _BARE_ARTICLES:
        return False
    return tree.token(verb).tag == "VBD" and heads_main_clause(tree, verb) and not _pluperfect(tree, verb)


def _is_under_way(tree: Tree, noun: int) -> bool:
    """ "Rao, who was on a visit to Lima, said": somebody says something meanwhile."""
    verb = tree.governing_verb(noun)
    return verb is not None and tree.preposition(noun) in ("on", "during") and _is_where(tree, verb)


def _is_where(tree: Tree, verb: int) -> bool:
    """ "Rao, who is in Lima", "who is paying a visit"."""
    token = tree.token(verb)
    helping = [tree.token(i) for i in tree.children(verb, "aux", "aux:pass")]
    going_on = token.tag == "VBG" and [t.tag for t in helping if t.lemma == "be"] in (["VBZ"], ["VBP"])
    going_on = going_on and len(helping) == 1 and tree.sentence.start < _LEAD
    return token.dep == "acl:relcl" and (going_on or (token.lemma == "be" and not helping))


def _is_of_same_day(tree: Tree, verb: int) -> bool:
    """ "Rao, who arrived earlier in the day, said": an aside about the day that is told of."""
    token = tree.token(verb)
    after = " ".join(t.text for t in takewhile(_is_no_mark, tree.tokens[verb + 1 :]))
    aside = token.dep == "acl:relcl" and token.tag == "VBD" and not tree.children(verb, "aux", "aux:pass")
    return aside and narrative()["same-day"].search(after) is not None


def _is_no_mark(token: Token) -> bool:
    return token.pos != "PUNCT"


def _occurs(tree: Tree, noun: int) -> bool:
    """ "A phone call came first": the event is the subject of a verb that tells that it was."""
    verb = tree.token(noun).head
    subject = tree.token(noun).dep == "nsubj" and tree.token(verb).lemma in narration().words["occurring"]
    return subject and tree.token(verb).tag == "VBD" and heads_main_clause(tree, verb)
