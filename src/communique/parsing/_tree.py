"""Chunks → a tree in Universal Dependencies, by a deterministic shallow grammar.

One pass from left to right with one clause open at a time. It covers the clause types in which news
tells of diplomacy: subject–verb–object with prepositional phrases, passives, infinitives after a
governing verb, relative clauses, coordination, appositions, fronted adverbials and reporting clauses.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.parsing._chunks import Chunk, chunks, is_time
from communique.parsing._lexicon import POSSESSIVES, RELATIVES
from communique.parsing._records import Token

__all__ = ["attach"]

# Nouns whose complements follow in a prepositional phrase: "talks with", "a visit to", "the meeting between".
_RELATIONAL = frozenset(
    "visit trip tour travel journey talk meeting summit call conversation negotiation discussion consultation "
    "dialogue contact agreement deal tie relation relationship cooperation invitation arrival conference encounter "
    "audience exchange briefing phone-call session round stop stopover mission delegation reception".split()
)
_RELATIONAL_PREPOSITIONS = frozenset({"with", "between", "among", "to", "by", "from", "on", "about", "over"})
_TITLES = frozenset(
    "president minister counterpart king queen leader chancellor secretary premier ambassador envoy emir sultan prince "
    "chairman speaker commissioner representative mr ms mrs".split()
)
_INFINITIVE_NOUNS = frozenset(
    "invitation offer request permission call plan decision intention wish hope readiness promise desire".split()
)
_CONJUNCTIVE = frozenset({"as", "after", "before", "since", "until", "till"})
_SAYING = frozenset(
    "say announce tell report state confirm add declare note explain write quote cite claim according stress".split()
)


def attach(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tagged tokens of one sentence with heads and relations; exactly one is its own head (``root``)."""
    grammar = _Grammar(tokens)
    for chunk in grammar.chunks:
        grammar.take(chunk)
    return grammar.finish()


class _Grammar:
    """The open clause while a sentence is read; everything here lives for one sentence only."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.chunks = tuple(chunks(tokens))
        self.heads = [-1] * len(tokens)
        self.deps = [""] * len(tokens)
        self.at = -1  # index of the chunk being read
        self.root = -1
        self.verb = -1  # head of the clause's verb group
        self.free = -1  # noun phrase that waits for its verb
        self.noun = -1  # the last noun phrase
        self.object_of = -1  # verb that has its object already
        self.preposition = -1
        self.conjunction = -1
        self.subordinator = -1
        self.antecedent = -1
        self.fronted: list[int] = []
        self.inverted = -1  # verb of saying whose subject follows: "…," said the ministry
        self.opening = False  # whether the root so far opens the sentence as a subordinate clause
        self.outer: list[tuple[int, int]] = []  # (verb, waiting subject) of clauses that a modifier interrupts

    # -- reading ---------------------------------------------------------------------------------

    def take(self, chunk: Chunk) -> None:
        """Attach one chunk."""
        self.at += 1
        if chunk.kind == "np":
            self._inside(chunk)
            self._noun_phrase(chunk)
        elif chunk.kind == "vg":
            self._verb_group_inside(chunk)
            self._verb_group(chunk)
        elif chunk.kind == "prep":
            self.preposition = chunk.head
        elif chunk.kind == "cc":
            self.conjunction = chunk.head
        elif chunk.kind == "sub":
            self._subordinate(chunk)
        elif chunk.kind == "adv" and self.verb >= 0:
            self._edge(chunk.head, self.verb, "advmod")
        elif self.tokens[chunk.head].text in (":", ";"):
            self.verb = self.free = self.noun = -1  # "Somalia: …" is a label, and a new clause begins

    def finish(self) -> tuple[Token, ...]:
        """Close the sentence: what found no governor hangs on the root."""
        waiting = self.free if self.free >= 0 else max(self.noun, 0)
        root = self.root if self.root >= 0 else waiting
        for index in self.fronted:
            self._edge(index, self.verb if self.verb >= 0 else root, "obl")
        self.heads[root], self.deps[root] = root, "root"
        return tuple(
            Token(
                token.text,
                token.start,
                token.end,
                token.lemma,
                token.pos,
                token.tag,
                self.heads[i] if self.heads[i] >= 0 else root,
                self.deps[i] or ("punct" if token.pos == "PUNCT" else "dep"),
            )
            for i, token in enumerate(self.tokens)
        )

    def _edge(self, child: int, head: int, dep: str) -> None:
        if child != head and not self._above(child, head):
            self.heads[child], self.deps[child] = head, dep

    def _above(self, index: int, below: int) -> bool:
        """Whether ``index`` governs ``below``: an edge from it upwards would close a circle."""
        while self.heads[below] >= 0 and self.heads[below] != below:
            below = self.heads[below]
            if below == index:
                return True
        return False

    def _next(self, offset: int = 1) -> Chunk | None:
        place = self.at + offset
        return self.chunks[place] if place < len(self.chunks) else None

    def _before(self) -> Chunk | None:
        """The chunk before, over adverbs."""
        place = self.at - 1
        while place >= 0 and self.chunks[place].kind == "adv":
            place -= 1
        return self.chunks[place] if place >= 0 else None

    # -- noun phrases ----------------------------------------------------------------------------

    def _inside(self, chunk: Chunk) -> None:
        owner_start = chunk.start
        for index in range(chunk.start, chunk.end):
            token = self.tokens[index]
            if token.pos == "POSS":
                owner = index - 1
                self._edge(index, owner, "case")
                for inner in range(owner_start, owner):
                    self._edge(inner, owner, self._modifier(inner))
                self._edge(owner, chunk.head, "nmod:poss")
                owner_start = index + 1
        for index in range(owner_start, chunk.end):
            if index != chunk.head:
                self._edge(index, chunk.head, self._modifier(index))

    def _modifier(self, index: int) -> str:
        token = self.tokens[index]
        if token.text.lower() in POSSESSIVES:
            return "nmod:poss"
        return {"DET": "det", "ADJ": "amod", "NUM": "nummod", "ADV": "advmod"}.get(token.pos, "compound")

    def _noun_phrase(self, chunk: Chunk) -> None:
        head = chunk.head
        if self.preposition >= 0 and self._opens_clause():
            self.subordinator, self.preposition = self.preposition, -1
            if self.free >= 0:
                self._suspend()
            self._wait(head)
        elif self.preposition >= 0:
            self._prepositional(head)
        elif self._begins_clause() and not self._object_in_relative():
            self._wait(head)
        elif self.conjunction >= 0 and self.noun >= 0:
            self._edge(self.conjunction, head, "cc")
            self._edge(head, self._coordinate(head), "conj")
            self.conjunction = -1
        elif is_time(self.tokens[head]) and not self._subject_ahead() and not self._of_follows():
            self._adverbial(head, "obl:tmod")
        else:
            self._bare(head)
        self.noun = head

    def _opens_clause(self) -> bool:
        """ "as Clinton opened a visit": a conjunction that looks like a preposition."""
        before = self.chunks[self.at - 2] if self.at >= 2 else None
        apart = before is not None and before.kind == "comma"
        if self.tokens[self.preposition].text.lower() not in _CONJUNCTIVE or (self.free >= 0 and not apart):
            return False
        ahead = self.chunks[self.at + 1 : self.at + 4]
        verb = next((i for i, c in enumerate(ahead) if c.kind == "vg"), None)
        if verb is None or ahead[verb].form != "finite":
            return False
        return all(c.kind in ("prep", "np") for c in ahead[:verb]) and (verb == 0 or ahead[0].kind == "prep")

    def _begins_clause(self) -> bool:
        """A finite verb follows at once and this clause has its verb already."""
        after = self._next()
        finite = after is not None and after.kind == "vg" and after.form == "finite"
        return finite and (self.verb >= 0 or self.conjunction >= 0) and self.antecedent < 0 and self.free < 0

    def _object_in_relative(self) -> bool:
        """ "The minister who chairs the committee visited": the verb ahead belongs to the subject outside."""
        before = self._before()
        return bool(self.outer) and before is not None and before.kind == "vg"

    def _of_follows(self) -> bool:
        """ "Three days of talks" is no adverbial."""
        after = self._next()
        return after is not None and after.kind == "prep" and self.tokens[after.head].text.lower() == "of"

    def _subject_ahead(self) -> bool:
        after = self._next()
        return after is not None and after.kind == "vg" and self.verb < 0 and self.free < 0

    def _coordinate(self, head: int) -> int:
        """The conjunct to the left: the last noun, or its governor where that is alike and it is not."""
        noun = self.noun
        above = noun
        while self._titled(self.at) and above >= 0 and self.tokens[above].pos in ("NOUN", "PROPN"):
            if self._titled_head(above):
                return above  # "President Museveni of Uganda and his counterpart Paul Kagame"
            above = self.heads[above]
        time = is_time(self.tokens[head]) or self.tokens[head].pos == "NUM"
        while not time and is_time(self.tokens[noun]) and self.heads[noun] >= 0:
            above = self.heads[noun]
            if self.tokens[above].pos not in ("NOUN", "PROPN"):
                break
            noun = above
        return noun

    def _titled(self, place: int) -> bool:
        chunk = self.chunks[place]
        return any(t.text.lower() in _TITLES for t in self.tokens[chunk.start : chunk.end])

    def _titled_head(self, head: int) -> bool:
        return any(c.head == head and self._titled(i) for i, c in enumerate(self.chunks))

    def _wait(self, head: int) -> None:
        if self.free >= 0 and self.verb < 0:
            self._edge(head, self.free, "appos")
            return
        self.free = head

    def _adverbial(self, head: int, dep: str) -> None:
        if self.verb >= 0 and self.free < 0:
            self._edge(head, self.verb, dep)
        elif self.free >= 0:
            self._edge(head, self.free, "nmod:tmod" if dep == "obl:tmod" else "nmod")
        else:
            self.fronted.append(head)

    def _prepositional(self, head: int) -> None:
        word = self.tokens[self.preposition].text.lower()
        self._edge(self.preposition, head, "case")
        self.preposition = -1
        noun = self._phrase_before()
        waits = self.verb < 0 and self.free >= 0 and self._relational(self.free)
        if word != "of" and noun >= 0 and waits and not self._relational(noun):
            noun = self.free  # "the summit in Geneva on June 16 with Rao"
        lemma = self.tokens[noun].lemma.lower() if noun >= 0 else ""
        relational = lemma in _RELATIONAL and word in _RELATIONAL_PREPOSITIONS
        if noun >= 0 and (word == "of" or relational or (self.verb < 0 and self.free >= 0)):
            self._edge(head, noun, "nmod")
        elif self.antecedent >= 0 and self.verb < 0:
            self.fronted.append(head)
        else:
            self._adverbial(head, "obl")

    def _relational(self, head: int) -> bool:
        return self.tokens[head].lemma.lower() in _RELATIONAL

    def _phrase_before(self) -> int:
        """The noun phrase that ends right before the preposition, else -1."""
        place = self.at - 2
        if place < 0 or self.chunks[place].kind != "np":
            return -1
        return self.chunks[place].head

    def _bare(self, head: int) -> None:
        before = self._before()
        after_verb = before is not None and before.kind == "vg"
        if after_verb and self.inverted == self.verb:
            self._edge(head, self.verb, "nsubj")
            self.inverted = -1
        elif self.verb >= 0 and after_verb and self.object_of != self.verb:
            self._edge(head, self.verb, "obj")
            self.object_of = self.verb
        elif before is not None and before.kind in ("comma", "punct") and self._joins(head):
            self._edge(head, self.noun, self._apposition_or_list(head))
        elif self.verb >= 0 and self.noun >= 0 and before is not None and before.kind == "np":
            self._edge(head, self.noun, "appos")
        else:
            self._wait(head)

    def _joins(self, head: int) -> bool:
        """Whether a phrase after a comma goes with the noun before the comma."""
        place = self.at - 2
        beside = place >= 0 and self.chunks[place].kind == "np" and not self._timelike(self.noun)
        top = self.noun
        while top >= 0 and top not in self.fronted:
            top = self.heads[top]
        return beside and self.noun >= 0 and top < 0

    def _timelike(self, index: int) -> bool:
        """A time word, or a number coordinated to one ("April 8 and 9")."""
        above = self.heads[index]
        number = self.tokens[index].pos == "NUM" and above >= 0
        return is_time(self.tokens[index]) or (number and is_time(self.tokens[above]))

    def _apposition_or_list(self, head: int) -> str:
        """A list where "and" or a further comma and "and" follow, else an apposition."""
        rest = self.chunks[self.at + 1 : self.at + 4]
        if rest and rest[0].kind == "cc":
            return "conj"
        if len(rest) >= 3 and rest[0].kind == "comma" and (rest[1].kind == "cc" or rest[2].kind == "cc"):
            return "conj"
        names = self.tokens[head].pos == "PROPN" and self.tokens[self.noun].pos == "PROPN"
        return "conj" if names and rest and rest[0].kind == "vg" else "appos"

    # -- verbs -----------------------------------------------------------------------------------

    def _verb_group_inside(self, chunk: Chunk) -> None:
        for index in range(chunk.start, chunk.end):
            if index != chunk.head:
                self._edge(index, chunk.head, self._auxiliary(index, chunk))

    def _auxiliary(self, index: int, chunk: Chunk) -> str:
        token = self.tokens[index]
        if token.pos == "AUX":
            return "aux:pass" if chunk.passive and token.lemma == "be" else "aux"
        return "mark" if token.text.lower() == "to" else "advmod"

    def _verb_group(self, chunk: Chunk) -> None:
        if chunk.form == "finite" and self.free < 0 and self.conjunction < 0 and self.outer:
            self.verb, self.free = self.outer.pop()
        governor, dep = self._governor(chunk)
        if governor >= 0:
            self._edge(chunk.head, governor, dep)
        elif self.root < 0:
            self.root = chunk.head
            self.opening = chunk.form in ("gerund", "participle") or self._subordinates()
        if self.subordinator >= 0:
            self._subordinator(chunk)
        if dep == "acl" and self.free >= 0 and chunk.form == "infinitive" and not self._finite_ahead():
            self.root, self.free = self.free, -1  # a headline: "Rao to visit Oslo"
        elif dep == "acl" and self.free >= 0:
            self._suspend()
        elif self.free >= 0 and chunk.form != "infinitive":
            passive = chunk.passive or chunk.form == "participle"
            self._edge(self.free, chunk.head, "nsubj:pass" if passive else "nsubj")
            self.free = -1
        self._open(chunk.head)

    def _suspend(self) -> None:
        """A modifier interrupts the clause: its subject waits for the next finite verb."""
        self.outer.append((self.verb, self.free))
        self.free = -1

    def _open(self, verb: int) -> None:
        for index in self.fronted:
            self._edge(index, verb, "obl")
        self.fronted = []
        if self.conjunction >= 0:
            self._edge(self.conjunction, verb, "cc")
        if self.preposition >= 0:
            self._edge(self.preposition, verb, "mark")
        self.verb, self.conjunction, self.preposition, self.antecedent = verb, -1, -1, -1

    def _governor(self, chunk: Chunk) -> tuple[int, str]:
        """What a verb group hangs on, and how; ``-1`` makes it the root."""
        if self.antecedent >= 0:
            return self.antecedent, "acl:relcl"
        if chunk.form == "infinitive":
            if self.verb >= 0 and self.noun >= 0 and self.tokens[self.noun].lemma in _INFINITIVE_NOUNS:
                return self.noun, "acl"
            return (self.verb, "xcomp") if self.verb >= 0 else (max(self.free, self.noun), "acl")
        if chunk.form in ("gerund", "participle"):
            return self._participle_governor()
        if self.verb < 0:
            return self.root, "parataxis"
        if (
            self.opening
            and chunk.form == "finite"
            and self.free >= 0
            and self.conjunction < 0
            and self.subordinator < 0
        ):
            return self._main_clause(chunk.head)
        if self._reports(chunk):
            self._edge(self.root, chunk.head, "ccomp")
            self.root = chunk.head
            return -1, ""
        if self.conjunction >= 0:
            return self.verb, "conj"
        return self.verb, "ccomp" if self._clausal() == "ccomp" else "advcl"

    def _subordinates(self) -> bool:
        return self.subordinator >= 0 and self.tokens[self.subordinator].text.lower() != "that"

    def _main_clause(self, head: int) -> tuple[int, str]:
        """ "After meeting Rao, Silva flew": what came before depends on the clause that now begins."""
        self._edge(self.root, head, "advcl")
        self.root, self.opening = head, False
        return -1, ""

    def _participle_governor(self) -> tuple[int, str]:
        before = self._before()
        if self.conjunction >= 0 and self.verb >= 0:
            return self.verb, "conj"
        if before is not None and before.kind == "np" and (self.free != before.head or self._finite_ahead()):
            return before.head, "acl"
        if before is not None and before.kind == "comma" and self.free >= 0 and self._finite_ahead():
            return self.free, "acl"
        return (self.verb, "advcl") if self.verb >= 0 else (-1, "")

    def _finite_ahead(self) -> bool:
        return any(c.kind == "vg" and c.form == "finite" for c in self.chunks[self.at + 1 :])

    def _reports(self, chunk: Chunk) -> bool:
        """ ", the ministry said": a reporting clause after what it reports."""
        saying = self.tokens[chunk.head].lemma in _SAYING
        if not saying or self.subordinator >= 0 or self.conjunction >= 0 or self.root < 0:
            return False
        before, after = self._before(), self._next()
        inverted = before is not None and before.kind in ("comma", "punct") and after is not None
        if self.free < 0 and inverted and after is not None and after.kind == "np":
            self.inverted = chunk.head
        return self.free >= 0 or self.inverted == chunk.head

    def _clausal(self) -> str:
        if self.subordinator < 0:
            return "ccomp"
        word = self.tokens[self.subordinator].text.lower()
        return "ccomp" if word in ("that", "whether", "how", "why") else "advcl"

    # -- subordinate clauses ---------------------------------------------------------------------

    def _subordinate(self, chunk: Chunk) -> None:
        word = self.tokens[chunk.head].text.lower()
        noun = self.noun if self._follows_noun() else -1
        if word == "that" and self._content_follows():
            noun = -1
        if word in RELATIVES and noun >= 0:
            self._relative(chunk.head, noun)
        else:
            self.subordinator = chunk.head
            self.preposition = -1

    def _content_follows(self) -> bool:
        """ "said on Monday that Rama met": after a verb of saying, "that" with a subject of its own opens content."""
        after = self._next()
        saying = self.verb >= 0 and self.tokens[self.verb].lemma in _SAYING
        return saying and after is not None and after.kind != "vg"

    def _follows_noun(self) -> bool:
        place = self.at - 1
        while place >= 0 and self.chunks[place].kind in ("comma", "prep"):
            place -= 1
        return place >= 0 and self.chunks[place].kind == "np"

    def _relative(self, pronoun: int, noun: int) -> None:
        self.antecedent = noun
        if self.preposition >= 0:
            self._edge(self.preposition, pronoun, "case")
            self.preposition = -1
            self.fronted.append(pronoun)
        if self.free >= 0:
            self._suspend()
        after = self._next()
        if after is not None and after.kind == "vg":
            self.free = pronoun

    def _subordinator(self, chunk: Chunk) -> None:
        self._edge(self.subordinator, chunk.head, "mark")
        self.subordinator = -1
