"""A sentence's tree with the questions that coding asks of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from communique.codebook import word_classes
from communique.coding.tree._copulas import with_copulas_governing
from communique.coding.tree._heads import lies_under
from communique.coding.tree._titled import with_titled_in_a_row
from communique.coding.tree._whole_names import with_whole_names
from communique.linking import Mention
from communique.parsing import Sentence, Token, is_time

__all__ = ["Tree"]

_SUBJECTS = ("nsubj", "nsubj:pass")
_OBJECT_PRONOUNS = frozenset({"him", "them", "both"})
_ANSWERING = frozenset(
    "demand urge call appeal warn accuse blame condemn denounce criticise criticize deplore reject dismiss deny "
    "threaten vow pledge promise insist complain thank praise welcome express voice reiterate".split()
)
"""What somebody does in words who says something else first: "said that … and accused Peru"."""
_DASHES = frozenset({"-", "–", "—", "--"})
_TWO_WORDS = frozenset({("according", "to"), ("ahead", "of"), ("out", "of")})
_OWN_PRONOUNS = frozenset({"it", "they"})  # "Chile said it had recalled its envoy"
_OF_PERSONS = ("person", "title")
_CLAUSES = ("root", "ccomp", "parataxis")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
# Verbs whose object, not subject, does what the infinitive says: "invited Xi to visit" (object control).
_OBJECT_CONTROL = frozenset("invite ask urge allow permit persuade want order help lead send request expect".split())

_GIVEN_NOUNS = frozenset({"invitation", "offer", "request", "permission", "call"})
_WRITTEN = frozenset("statement letter message note communique declaration resolution appeal".split())
_CONTROL_NOUNS = _GIVEN_NOUNS | {"plan", "decision", "intention", "wish", "hope", "readiness", "promise", "desire"}
_ASKING = frozenset("call appeal demand request plea order warning ultimatum invitation proposal suggestion".split())
_TELLING = frozenset({"which", "who"})
_RELATIVE = frozenset({"which", "whom", "that"})
_GOING = frozenset({"go", "travel", "come", "fly", "arrive"})
_PLACING = frozenset({"sit", "stand", "be", "come"})
_TAKING = frozenset({"accept", "receive", "get", "have", "welcome", "decline", "reject"})


class Tree:
    """Read-only view of one parsed sentence; tokens are named by their index.

    ``mentions`` are the sentence's: a name with its title is one node of the tree.
    """

    def __init__(self, sentence: Sentence, mentions: Sequence[Mention] = ()) -> None:
        self.sentence = sentence
        self._mentions = mentions
        whole = with_whole_names(sentence.tokens, mentions)
        self.tokens = with_copulas_governing(with_titled_in_a_row(whole))
        self._deps = [token.dep for token in self.tokens]
        self._children: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                self._children[token.head].append(index)
        self._phrases: dict[int, Sequence[tuple[str, int]]] = {}
        self.envoys = frozenset(i for m in mentions if _is_of_envoy(m) for i in _heads(self.tokens, m))

    @cached_property
    def _persons(self) -> frozenset[int]:
        """The words that name persons."""
        return frozenset(i for m in self._mentions if m.form in _OF_PERSONS for i in _heads(self.tokens, m))

    def token(self, index: int) -> Token:
        """The token at ``index``."""
        return self.tokens[index]

    def children(self, index: int, *deps: str) -> list[int]:
        """Dependents of a token, all or those with one of ``deps``, in order."""
        found = self._children[index]
        if not deps or not found:
            return found
        told = self._deps
        if len(found) == 1:
            return found[:] if told[found[0]] in deps else []
        return [i for i in found if told[i] in deps]

    def parent(self, index: int) -> int | None:
        """The governor, None for the root."""
        head = self.tokens[index].head
        return None if head == index else head

    def upwards(self, index: int) -> Iterator[int]:
        """A token and all that govern it, up to the nearest verb, which is left out."""
        for _ in self.tokens:
            if self.tokens[index].pos in ("VERB", "AUX"):
                return
            yield index
            above = self.parent(index)
            if above is None:
                return
            index = above

    def behind(self, index: int, words: Collection[str]) -> list[int]:
        """What stands behind one of these prepositions, with all that is coordinated to it: "agreed to a truce"."""
        return [i for word, head in self.phrases(index) if word in words for i in self.with_conjuncts(head)]

    def with_conjuncts(self, index: int) -> list[int]:
        """A token and all that is coordinated to it."""
        found = [index]
        if not self._children[index]:
            return found
        inner = (c for name in self.children(index, "flat") for c in self.children(name, "conj"))  # "Mr Rao and Silva"
        for child in (*self._listed(index), *self.children(index, "conj"), *inner, *self.beside_lands(index)):
            found += [] if self._is_excluded(child) else self.with_conjuncts(child)
        return found

    def beside_lands(self, index: int) -> list[int]:
        """ "Leaders of nine states and President Rao": the parser joins to the states who is beside the heads."""
        if self.tokens[index].tag != "NNS":
            return []
        lands = [i for word, i in self.phrases(index) if word == "of" and i not in self._persons]
        return [i for land in lands for i in self.children(land, "conj") if i in self._persons]

    def _is_excluded(self, index: int) -> bool:
        """ "Rao, not Silva, went", "Rao rather than Silva": who is named only to be told apart."""
        before = [self.tokens[i].text.lower() for i in range(max(0, self.opening(index) - 2), index)]
        return "not" in before[-2:] or before[-2:] == ["rather", "than"]

    def _listed(self, index: int) -> list[int]:
        """In "Rao, Silva and Kim" the parser may take Silva for an apposition: a bare name with "and" behind it."""
        joined = self.children(index, "conj")
        names = [i for i in self.children(index, "appos") if self.tokens[i].pos == "PROPN"]
        bare = [i for i in names if not self.children(i, "det", "nmod:poss")]
        return [i for i in bare if self.children(i, "conj") or (joined and i < joined[-1])]

    def preposition(self, index: int) -> str:
        """The preposition of a phrase, lower case, ``""`` where it has none; conjuncts share it."""
        cases = [c for c in self._cases(index) if self.tokens[c].pos in ("ADP", "VERB", "SCONJ")]  # "following talks"
        if cases:
            word = self.tokens[cases[-1]].text.lower()
            before = self.tokens[cases[-1] - 1].text.lower() if cases[-1] else ""
            return f"{before} {word}" if (before, word) in _TWO_WORDS else word
        if self.tokens[index].dep == "conj":
            return self.preposition(self.tokens[index].head)
        token = self.tokens[index]
        if token.dep == "advcl" and token.pos == "NOUN":  # "After meeting with Rao, Silva left"
            return next((self.tokens[c].text.lower() for c in self.children(index, "mark")), "")
        return ""

    def _cases(self, index: int) -> list[int]:
        """The ``case`` words of a phrase; of a long name those that the parser hung on its first words."""
        if not self._children[index]:
            return []
        own = self.children(index, "case")
        inner = [] if own else [i for i in self.children(index, "compound", "amod") if i < index]
        return own or [c for i in inner[:1] for c in self._cases(i)]

    def opening(self, index: int) -> int:
        """The first token of a prepositional phrase: its preposition."""
        return min([index, *self._cases(index)])

    def phrases(self, index: int) -> Sequence[tuple[str, int]]:
        """``(preposition, head)`` of the prepositional phrases that depend on a token; they are asked for often."""
        known = self._phrases.get(index)
        if known is None:
            hung = (*self.children(index, "obl", "nmod"), *self._taken_for_names(index))
            below = ((self.preposition(child), child) for child in hung)
            known = self._phrases[index] = (*(phrase for phrase in below if phrase[0]), *self._stranded(index))
        return known

    def _taken_for_names(self, index: int) -> list[int]:
        """ "Its envoys to Peru": the parser may take where they are for a part of the noun's name."""
        common = self.tokens[index].pos == "NOUN"
        return [i for i in self.children(index, "flat") if common and self.children(i, "case")]

    def _stranded(self, verb: int) -> Iterator[tuple[str, int]]:
        """ "Peru, which he goes to on Monday": the preposition stands behind the verb, what it leads to before."""
        pronouns = [i for i in self.children(verb, "obj") if self.tokens[i].text.lower() in _RELATIVE and i < verb]
        if not pronouns:
            return
        last = [i for i in self.children(verb, "obl") if self.tokens[i].pos == "ADP" and i == verb + 1]
        if not last:
            return
        above = verb
        while self.tokens[above].dep == "conj" and self.tokens[above].head != above:
            above = self.tokens[above].head
        if self.tokens[above].dep == "acl:relcl":
            yield self.tokens[last[0]].text.lower(), self.tokens[above].head

    def subject(self, verb: int) -> list[int]:
        """Who does it: the verb's own subject or, through control and coordination, another verb's."""
        own = self._resumed(verb) or self.children(verb, *_SUBJECTS) or self._inverted(verb) or self._on_auxiliary(verb)
        if len(own) > 1 and self.tokens[own[0] + 1].text in _DASHES:
            own = own[1:]  # "Lima – A treaty was signed": the dateline is no subject
        own = [i for i in own if not self._cases(i)] or own  # "before hundreds of guests, Rao signed"
        own = [i for i in own if all(t.text != ":" for t in self.tokens[i:verb])] or own  # "More followed: Peru left"
        if own:
            return [i for one in self._row(own) for i in self._antecedents(one)]
        token = self.tokens[verb]
        head = self.parent(verb)
        lost = self._lost_subject(verb)
        if lost or head is None:
            return lost
        if (asked := self._whom_asked(verb)) is not None:
            return self.with_conjuncts(asked)
        if self._controlled(verb):
            objects = self.children(head, "obj")
            if objects and self.tokens[head].lemma in _OBJECT_CONTROL:
                return self.with_conjuncts(objects[0])
            return self.subject(head)
        if (teller := self._teller(verb, head)) is not None:
            return self.subject(teller)
        if blamed := self._blamed(verb, head):
            return blamed
        beside = token.dep in ("conj", "advcl") or self._participle(verb)
        if beside and self.tokens[head].pos in ("VERB", "AUX"):
            return [] if self._absolute(verb) else self._shared(verb, head)
        if token.dep == "acl" and self.tokens[head].lemma in _CONTROL_NOUNS:
            return self._holder(head)
        if token.dep == "acl" and token.tag == "VB" and (first := self._first_to_do(head)):
            return first
        if token.dep == "acl" and token.tag == "VB" and self.preposition(head) == "on":
            return self._traveller(head)
        if token.dep == "acl" and token.tag == "VBG" and (spent := self._spending(head)) is not None:
            return self.subject(spent)
        if token.dep == "acl" and token.tag == "VBG" and (author := self._author(head)):
            return author
        if token.dep == "acl" and token.tag == "VBG" and self.children(verb, "mark"):
            above = self.governing_verb(head)  # "met Rao on the sidelines of visiting Peru"
            return self.subject(above) if above is not None else []
        if token.dep in ("acl", "acl:relcl") and token.tag != "VBN":
            headline = token.tag == "VB" and self.tokens[head].dep == "root" and head == 0
            return [*self.with_conjuncts(head), *(self._beside_comma([head], verb) if headline else ())]
        return []

    def _blamed(self, verb: int, head: int) -> list[int]:
        """ "Thanked Peru for sending aid", "sanctioned Chile for arming rebels": who is thanked or punished."""
        marks = {self.tokens[i].text.lower() for i in self.children(verb, "mark")}
        if self.tokens[verb].tag != "VBG" or marks - {"for", "of"} or not marks:
            return []
        objects = [head] if self.tokens[head].dep == "obj" else self.children(head, "obj")
        return self.with_conjuncts(objects[0]) if objects and objects[0] < verb else []

    def call_for(self, verb: int) -> int | None:
        """ "Backed a call on Peru to leave", "a demand that Peru leave": the noun that asks for what the verb tells."""
        above = self.parent(verb)
        that = any(self.tokens[i].text.lower() == "that" for i in self.children(verb, "mark"))
        if above is not None and that and self.tokens[above].lemma in _ASKING and self.tokens[above].pos == "NOUN":
            return above
        whom = self._whom_asked(verb)
        return self.parent(whom) if whom is not None else None

    def _whom_asked(self, verb: int) -> int | None:
        """Whom a noun asks to do what the verb tells, right before it: "a call on Peru to leave"."""
        to = next(iter(self.children(verb, "mark")), 0) if self.infinitive(verb) else 0
        last = to - 1
        while last > 0 and self.tokens[last].dep in ("flat", "compound"):
            last = self.tokens[last].head
        asked = last > 0 and self.tokens[last].dep == "nmod" and self.preposition(last) in ("on", "upon", "to", "for")
        return last if asked and self.tokens[self.tokens[last].head].lemma in _ASKING else None

    def _spending(self, time: int) -> int | None:
        """ "Rao and Silva spent three days negotiating": the verb of which a time that is spent is the object."""
        above = self.parent(time)
        spent = above is not None and self.tokens[above].lemma == "spend" and self.tokens[time].dep == "obj"
        return above if spent and is_time(self.tokens[time]) else None

    def _author(self, noun: int) -> list[int]:
        """ "Peru issued a statement urging Chile to leave": who says what is written, where somebody puts it out."""
        above = self.parent(noun)
        put_out = self.tokens[noun].lemma in _WRITTEN and self.tokens[noun].dep == "obj" and above is not None
        return self.subject(above) if put_out and above is not None else []

    def _first_to_do(self, noun: int) -> list[int]:
        """ "Peru became the twelfth country to ratify it": whom the noun is said of, where a name says it."""
        above = self.parent(noun)
        if above is None or self.tokens[noun].dep != "xcomp" or self.tokens[above].lemma not in ("be", "become"):
            return []
        return [i for i in self.subject(above) if self.tokens[i].pos == "PROPN"]

    def _participle(self, verb: int) -> bool:
        """ "…, Rao said, accusing Silva": the parser may take it for what is said."""
        token = self.tokens[verb]
        bare = token.tag == "VBG" and not self.children(verb, "aux", "mark")
        return token.dep == "ccomp" and bare and self.tokens[verb - 1].text == ","

    def _traveller(self, noun: int) -> list[int]:
        """ "Rao, on a trip to meet Silva", "Rao left on a mission to end the war"."""
        above = self.parent(noun)
        if above is None:
            return []
        if self.tokens[above].pos in ("VERB", "AUX"):
            return self.subject(above)
        return self.with_conjuncts(above) if self.tokens[above].pos == "PROPN" else []

    def _row(self, subjects: Sequence[int]) -> Sequence[int]:
        """The first of several subjects with those that "and" joins to it: "Rao of Peru and Silva" may hang apart."""
        joined = (i for i in subjects[1:] if self.children(i, "cc") and self.tokens[i].dep in _SUBJECTS)
        return list(
            dict.fromkeys([*subjects[:1], *joined, *self._beside_comma(subjects, self.tokens[subjects[0]].head)])
        )

    def _beside_comma(self, subjects: Sequence[int], verb: int) -> Iterator[int]:
        """ "Peru, Chile agree", "to meet": in a headline a comma stands for "and" where the verb is that of several."""
        first = subjects[0]
        plural = self.tokens[verb].tag in ("VBP", "VB") and not self.children(verb, "aux", "cop")
        if not plural or self.tokens[first].tag != "NNP" or self.children(first, "conj", "nmod"):
            return
        for other in (*subjects[1:], *self.children(first, "appos")):
            start = min([other, *self.children(other, "compound", "amod")])
            if self.tokens[other].pos == "PROPN" and self.tokens[start - 1].text == ",":
                yield other

    def _teller(self, verb: int, head: int) -> int | None:
        """ "Rao said that Peru was behind it and demanded an answer": the verb of who says so demands it too."""
        asks = (
            self.tokens[verb].dep == "conj"
            and self._is_finite_past(verb, head)
            and self.tokens[verb].lemma in _ANSWERING
        )
        happened = self.tokens[head].tag == "VBD" and self.tokens[head].lemma != "be"  # "that Peru left and demanded"
        told = self.tokens[head].dep == "ccomp" and not happened
        above = self.parent(head)
        says = above is not None and self.tokens[above].lemma in ("say", "tell") and self.tokens[above].tag == "VBD"
        return above if asks and told and says else None

    def _is_finite_past(self, verb: int, head: int) -> bool:
        """Whether a verb is one in the past: of those that the tagger takes for participles, one that has an object.

        A participle shares its auxiliary: "that Peru had left and called on Chile to stay"; but not behind a comma.
        """
        if self.tokens[verb].tag != "VBN":
            return self.tokens[verb].tag == "VBD"
        aimed = bool(self.children(verb, "obj")) or any(word in ("on", "for", "to") for word, _ in self.phrases(verb))
        links = self.children(verb, "cc")
        apart = bool(links) and self.tokens[links[0] - 1].text == ","
        return aimed and not self.agents(verb) and (apart or self.tokens[head].tag != "VBN")

    def _shared(self, verb: int, head: int) -> list[int]:
        """Whose deed a verb is that stands under another: of the subject behind it only what comes behind that."""
        resumed = self._resumed(head)
        if not resumed or verb > resumed[0]:
            return self.subject(head)
        return [i for one in self.children(head, *_SUBJECTS) for i in self._antecedents(one)]

    def _resumed(self, verb: int) -> list[int]:
        """ "And Peru, which is neutral, said": whom a clause before a verb tells of is its subject."""
        if verb < 1 or self.tokens[verb - 1].text != "," or self.tokens[verb].tag not in _FINITE:
            return []
        comma = next((i for i in range(verb - 2, 0, -1) if self.tokens[i].text == ","), None)
        if comma is None or self.tokens[comma + 1].text.lower() not in _TELLING:
            return []
        named = comma - 1
        while self.tokens[named].dep in ("flat", "compound"):
            named = self.tokens[named].head
        joined = self.tokens[named].pos == "PROPN" and bool(self.children(named, "cc"))
        return [named] if joined and self.tokens[named].head not in self.children(verb, *_SUBJECTS) else []

    def _on_auxiliary(self, verb: int) -> list[int]:
        """ "Chile has so far refused": the parser may hang the subject on the auxiliary."""
        return [i for aux in self.children(verb, "aux") for i in self.children(aux, *_SUBJECTS)]

    def _inverted(self, verb: int) -> list[int]:
        """ "Around the table sat Rao": behind a verb that takes no object stands its subject."""
        told = self.tokens[verb].lemma in _PLACING and self.tokens[verb].tag in _FINITE
        before = [i for i in self.children(verb, "obl", "advmod", "xcomp") if i < verb]
        return [i for i in self.children(verb, "obj") if i > verb] if told and before else []

    def _absolute(self, verb: int) -> bool:
        """ "with most heading to Oslo": a participle that "with" opens has a subject of its own, found or not."""
        marks = [self.tokens[i].text.lower() for i in self.children(verb, "mark")]
        return self.tokens[verb].dep == "advcl" and "with" in marks

    def _lost_subject(self, verb: int) -> list[int]:
        """A finite clause has a subject, though the parser may take it for an apposition to what stands before it.

        "In a call with Rao, Silva said": Silva.
        """
        group = [verb, *self.children(verb, "aux", "aux:pass")]
        if not any(self.tokens[i].tag in _FINITE for i in group):
            return []
        if self.tokens[verb].dep not in _CLAUSES:
            return self._taken_for_object(min(group) - 1) if not self.children(verb, "mark", "nsubj") else []
        last = min(group) - 1
        while last > 0 and self.tokens[last].pos == "PUNCT":
            last -= 1
        if last == min(group) - 1 and (joined := self._taken_for_places(last)):
            return joined
        above: int | None = last
        while above is not None and 0 <= above < verb:
            if self.tokens[above].dep == "appos" and self.tokens[above].pos == "PROPN":
                return self.with_conjuncts(above)
            above = self.parent(above)
        return []

    def _taken_for_places(self, name: int) -> list[int]:
        """ "After talks in Lima, Peru and Chile signed": right before the verb, what the parser joins to the place."""
        token = self.tokens[max(0, name)]
        head = self.tokens[token.head]
        if (
            token.dep != "conj"
            or token.pos != "PROPN"
            or head.dep not in ("obl", "nmod")
            or not self.children(name, "cc")
        ):
            return []
        return self.children(token.head, "conj") if self.tokens[token.head + 1].text == "," else []

    def _taken_for_object(self, name: int) -> list[int]:
        """ "Peru expelled two envoys, and Chile recalled its own": the parser joins the subject to them."""
        token = self.tokens[max(0, name)]
        joined = token.dep == "conj" and token.head < name and self.tokens[token.head].dep in ("obj", "obl", "nmod")
        return [name] if joined and token.pos == "PROPN" and self.children(name, "cc") else []

    def _controlled(self, verb: int) -> bool:
        """Whether another verb lends its subject: an ``xcomp``, or an infinitive that the parser took for a clause."""
        token = self.tokens[verb]
        infinitive = token.dep == "ccomp" and any(self.tokens[i].text == "to" for i in self.children(verb, "mark"))
        return token.dep == "xcomp" or (infinitive and not self.children(verb, *_SUBJECTS))

    def _holder(self, noun: int) -> list[int]:
        """Whose plan or invitation it is: "his plan to visit", "accepted an invitation to visit"."""
        owners = self.children(noun, "nmod:poss")
        if owners and self.tokens[noun].lemma not in _GIVEN_NOUNS:
            return self.with_conjuncts(owners[0])
        verb = self.parent(noun)
        given = self.tokens[noun].lemma in _GIVEN_NOUNS
        if verb is None or (given and self.tokens[verb].lemma not in _TAKING):
            return []
        return self.subject(verb) if self.tokens[verb].pos in ("VERB", "AUX") else []

    def _antecedents(self, index: int) -> list[int]:
        """A relative pronoun stands for the noun that its clause modifies."""
        token = self.tokens[index]
        verb = self.tokens[token.head]
        if token.text.lower() in ("who", "which", "that", "whom") and verb.dep == "acl:relcl":
            return self.with_conjuncts(self._instead(self._before(index, verb.head)))
        if token.text.lower() in _OWN_PRONOUNS and (above := self._telling(index)) is not None:
            named = [i for i in self.subject(above) if self.tokens[i].pos != "PRON"]
            if token.text.lower() == "it" and verb.dep != "ccomp":  # "Rao said it would": her state would
                named = [i for i in named if i not in self._persons]
            return named or self.with_conjuncts(index)
        return self.with_conjuncts(index)

    def _instead(self, name: int) -> int:
        """ "Rao, not Silva, who went": of whom it is said."""
        beside = self.tokens[name].dep in ("conj", "appos") and self._is_excluded(name)
        return self.tokens[name].head if beside else name

    def _before(self, pronoun: int, noun: int) -> int:
        """The name right before a relative pronoun, where the parser hung its clause on a noun above the name."""
        last = pronoun - 1 - (self.tokens[pronoun - 1].text == ",")
        while self.tokens[last].dep in ("flat", "compound") and self.tokens[last].head != noun:
            last = self.tokens[last].head
        inside = self.tokens[last].pos == "PROPN" and self.tokens[noun].pos == "NOUN" and self.lies_under(last, noun)
        return last if inside and self.tokens[last].dep == "nmod" else noun

    def _telling(self, pronoun: int) -> int | None:
        """The verb whose subject "it" or "they" stands for as a subject: "Peru said it …", "the curbs it imposed"."""
        verb = self.tokens[pronoun].head
        token = self.tokens[verb]
        if self._goes_on(verb):
            return token.head
        if self.tokens[pronoun].text.lower() != "it" or not self.tokens[pronoun].dep.startswith("nsubj"):
            return None
        above = self.governing_verb(token.head) if token.dep == "acl:relcl" else token.head
        if token.dep not in ("advcl", "acl:relcl") or above is None or not above < verb:
            return None
        subjects = self.children(above, "nsubj")
        between = range(above, pronoun) if token.dep == "acl:relcl" else self.children(above, "obj", "iobj")
        rivals = [i for i in between if self.tokens[i].pos == "PROPN" and not is_time(self.tokens[i])]
        return above if len(subjects) == 1 and self.tokens[subjects[0]].pos == "PROPN" and not rivals else None

    def _goes_on(self, verb: int) -> bool:
        """Whether "it" is the subject of the verb above: "Peru said it …", "Peru followed, and it …"."""
        token = self.tokens[verb]
        above = self.tokens[token.head]
        others = [i for i in self.children(token.head, "obj", "obl") if not is_time(self.tokens[i])]
        alone = token.dep == "conj" and above.pos == "VERB" and not others
        return token.head != verb and (token.dep in ("ccomp", "parataxis") or alone)

    def owners(self, noun: int) -> list[int]:
        """Whose it is: "Rao's visit", "Rao and Silva, whose summit"."""
        return [o for i in self.children(noun, "nmod:poss") for o in self._owner(i)]

    def _owner(self, index: int) -> list[int]:
        """ "Whose" stands for the noun right before it, with all that is coordinated to that."""
        if self.tokens[index].text.lower() != "whose" or index < 2:
            return [index]
        above = index - 1 - (self.tokens[index - 1].pos == "PUNCT")
        while self.tokens[above].dep in ("flat", "conj", "appos") and self.tokens[above].head < index:
            above = self.tokens[above].head
        return self.with_conjuncts(above)

    def objects(self, verb: int) -> list[int]:
        """The direct objects of a verb, with all that is coordinated to them; a pronoun right behind it is one."""
        found = [i for head in self.children(verb, "obj") for i in self._antecedents(head)]
        behind = self.tokens[verb + 1].text.lower() if verb + 1 < len(self.tokens) else ""
        found = found or self._invited(verb) or self._said_of(verb)
        return found or [verb + 1] * (behind in _OBJECT_PRONOUNS)

    def _invited(self, verb: int) -> list[int]:
        """ "visited upon invitation Peru and Chile": the parser takes what is visited for an apposition."""
        asked = [i for _, i in self.phrases(verb) if self.tokens[i].lemma in ("invitation", "request")]
        named = [c for i in asked for c in self.children(i, "appos") if c == i + 1 or self.opening(c) == i + 1]
        return [i for c in named[:1] for i in self.with_conjuncts(c)]

    def _said_of(self, verb: int) -> list[int]:
        """ "declared two envoys personae non gratae": the parser takes whom it is said of for a subject."""
        return [i for p in self.predicates(verb) for s in self.children(p, "nsubj") for i in self.with_conjuncts(s)]

    def predicates(self, verb: int) -> list[int]:
        """What a verb says of its object: "declared Rao unwelcome in Oslo"; an infinitive or clause is none."""
        heads = [i for i in self.children(verb, "xcomp", "obj", "ccomp") if not self.children(i, "mark", "aux")]
        inner = [c for i in heads for c in self.children(i, "obj", "xcomp")]
        return [i for i in (*heads, *inner) if self.tokens[i].tag not in ("VBD", "VBZ", "VBG")]

    def agents(self, verb: int) -> list[int]:
        """Who does it, in the passive: "by Rao and Silva", "declared unwelcome by Oslo", "told to leave by Oslo"."""
        own = [i for top in (verb, *self.predicates(verb)) for i in self.behind(top, ("by",))]
        below = [] if own else [i for i in self.children(verb, "xcomp", "advcl") if self.infinitive(i)]
        below += [i for i in self.children(verb, "xcomp") if self.tokens[i].tag == "VBG"]  # "were sent packing by Rao"
        own = own or [i for top in self._manners(verb) for i in self.behind(top, ("by",))]
        return own or [i for top in below if not self.passive(top) for i in self.behind(top, ("by",))]

    def _manners(self, verb: int) -> list[int]:
        """Of a passive how it was done: the parser hangs who did it there in "was received with all honours by Rao".

        And as what: "was recognised as president by Peru".
        """
        passive = bool(self.children(verb, "aux:pass"))
        ways = [i for word, i in self.phrases(verb) if passive and word in ("with", "as")]
        return [i for i in ways if self.tokens[i].pos == "NOUN"]

    def passive(self, verb: int) -> bool:
        """Whether the verb is in the passive: its subject suffers the act."""
        participle = self.tokens[verb].dep == "acl" and self.tokens[verb].tag in ("VBN", "VBD")
        participle = participle and not self.children(verb, "nsubj")  # "a statement that Peru had armed them"
        participle = participle or self._pressed(verb)
        bare = bool(self.children(verb, "nsubj:pass")) and not self.children(verb, "aux")  # "Talks held in Oslo"
        return participle or bare or bool(self.children(verb, "aux:pass"))

    def _pressed(self, verb: int) -> bool:
        """ "Pressed by Rao, Silva left": a participle of another's act before what its sufferer does."""
        token = self.tokens[verb]
        alone = token.dep == "advcl" and token.tag == "VBN" and not self.children(verb, "aux", *_SUBJECTS)
        return alone and any(word == "by" for word, _ in self.phrases(verb))

    def governing_verb(self, index: int) -> int | None:
        """The nearest verb above a token."""
        above = self.parent(index)
        while above is not None and self.tokens[above].pos not in ("VERB", "AUX"):
            above = self.parent(above)
        return above

    def chain(self, index: int) -> list[int]:
        """The verbs over an infinitive: "is expected to arrive" → arrive, expected; "has no plans to go" → go, has."""
        found = [index]
        while (above := self._controller(found[-1])) is not None:
            found.append(above)
        return found

    def _controller(self, verb: int) -> int | None:
        token = self.tokens[verb]
        if self._controlled(verb) or self._is_purpose(verb):
            return token.head
        noun = self.tokens[token.head]
        having = noun.lemma in _CONTROL_NOUNS and self.tokens[noun.head].lemma == "have"
        return noun.head if token.dep == "acl" and having and noun.head != token.head else None

    def _is_purpose(self, verb: int) -> bool:
        """ "Went to Lima on Monday to see Rao": who went did so there and then."""
        token = self.tokens[verb]
        gone = self.tokens[token.head].lemma in _GOING and not self.children(verb, *_SUBJECTS)
        return token.dep == "advcl" and token.tag == "VB" and self.infinitive(verb) and gone

    def group(self, verb: int) -> list[Token]:
        """The verb with its auxiliaries and adverbs, in order."""
        parts = [verb, *self.children(verb, "aux", "aux:pass", "advmod", "mark")]
        return [self.tokens[i] for i in sorted(parts)]

    def lies_under(self, index: int, top: int) -> bool:
        """Whether ``top`` is ``index`` or governs it, at any distance."""
        return lies_under(self.tokens, index, top)

    def negated(self, verb: int) -> bool:
        """Whether "not" or "never" stands with the verb."""
        return any(self.tokens[i].lemma.lower() in ("not", "never") for i in self.children(verb, "advmod"))

    def infinitive(self, verb: int) -> bool:
        """Whether "to" stands before a verb."""
        return any(self.tokens[i].text.lower() == "to" for i in self.children(verb, "mark"))


def _is_of_envoy(mention: Mention) -> bool:
    """Whether a name by itself means a person whom the report calls an envoy: "summoned Rao"."""
    words = {word for actor in mention.actors if mention.form == "person" for word in (actor.office or "").split()}
    return not words.isdisjoint(word_classes()["envoy"]) if words else False


def _heads(tokens: Sequence[Token], mention: Mention) -> Iterator[int]:
    """The words of a mention that no other word of it governs."""
    named = [i for i, t in enumerate(tokens) if mention.span.start <= t.start < mention.span.end]
    yield from (i for i in named if tokens[i].head not in named or tokens[i].head == i)
