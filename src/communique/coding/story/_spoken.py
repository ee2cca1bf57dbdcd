"""Acts done by what is said: statements → drafts of demands, judgements, refusals, promises and threats.

A frame of the codebook needs a verb of its own ("urged"), or one of saying over the clause; but much of what a state
demands or refuses is told in the second clause of a statement, before the words of saying, or behind "according to".
Only who speaks for a state or body to others does such an act, and only where no other draft tells of one there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from communique.codebook import SpokenAct, sayings
from communique.codebook import spoken as entries
from communique.coding.drafting import Draft, side, speaks_abroad, stands_alone, topics
from communique.coding.speech import Clause, clauses
from communique.coding.story._cast import Cast, named
from communique.coding.story._implied import Sides, Story, as_aimed
from communique.coding.story._spoken_acts import aims
from communique.coding.times import belongs, when
from communique.coding.tree import Tree
from communique.coding.triggers import codes, kind_named
from communique.linking import Linked, Mention
from communique.linking.times import Bound, TimeExpression
from communique.parsing import Sentence
from communique.types import EventClaim, Participant, Span, Statement

__all__ = ["with_spoken"]

_WORDS = frozenset({"statement"})
_REPROOFS = frozenset({"condemnation", "rejection", "accusation", "denial"})
_JUDGING = frozenset({"condemnation", "rejection"})
_BESIDE = 1
_SAID = 12  # sentences within which one reproof of the same side is told once, unless another names whom it is for
_REACH = 300  # characters


def with_spoken(
    linked: Linked, said: Sequence[Statement], found: Sequence[Draft], trees: Mapping[int, Tree]
) -> list[Draft]:
    """The drafts with those of what is done by the statements, in the order of their sentences."""
    around = _Around(linked, found, Story(found), named(linked), trees)
    new = [draft for statement in said for draft in _Speech(around, statement).drafts()]
    return sorted((*found, *new), key=_sentence) if new else list(found)


def _sentence(draft: Draft) -> int:
    return draft.sentence


class _Around(msgspec.Struct, frozen=True):
    """A document with its drafts, the story that they tell, and who is named in it."""

    linked: Linked
    found: Sequence[Draft]
    story: Story
    named: Sequence[Mention]
    trees: Mapping[int, Tree]

    def sentence(self, offset: int) -> int:
        """The number of the sentence in which a character stands."""
        return bisect_right(self.linked.parse.sentences, offset, key=_first) - 1


def _first(sentence: Sentence) -> int:
    return sentence.start


class _Speech(msgspec.Struct, frozen=True):
    """One statement in its document."""

    around: _Around
    said: Statement

    def drafts(self) -> Iterator[Draft]:
        """The acts that it does, each kind once."""
        speaker, evidence = self.said.speaker, self.said.speaker_evidence
        jest = self.said.cue in entries().jests
        if speaker is None or evidence is None or jest or not speaks_abroad(speaker):
            return
        cast, done = Cast(self.around.named, speaker), set[str]()
        addressed = self._addressed(cast)
        if addressed is not None:
            yield addressed
            return
        for clause in (c for part in self.said.content for c in clauses(self.around.linked.parse.sentences, part)):
            act = self._act(clause, cast) if clause.is_said else None
            draft = self._draft(act[0], clause, act[1], cast) if act is not None and act[0].kind not in done else None
            if draft is not None:
                done.add(draft.claim.kind)
                yield draft

    def _addressed(self, cast: Cast) -> Draft | None:
        """What the word of saying does by itself: "told Rao that it was late and urged Peru to"."""
        said = self.said
        kind = entries().addressed.get(said.cue or "")
        if kind is None or said.cue_evidence is None or said.addressee_evidence is None or self._is_document():
            return None
        words = said.addressee_evidence
        names = {side(p.actor): p for p in cast.others(words.start, words.end)}
        number = self.around.sentence(said.cue_evidence.start)
        if not names or self._is_told_by(said.cue_evidence) or self._is_known(kind, number, cast, names, by_name=True):
            return None
        claim = self._claim(kind, Span.of(self._text, said.cue_evidence.start, words.end), number)
        draft = _with(Draft(claim=claim, sentence=number, current=True, abroad=True), tuple(names.values()))
        return draft if stands_alone(draft.claim) else None

    def _is_document(self) -> bool:
        """Whether a document speaks, of which it is not sure whose it is."""
        evidence = self.said.speaker_evidence
        return evidence is not None and not sayings().documents.isdisjoint(evidence.text.lower().split())

    def _is_told_by(self, cue: Span) -> bool:
        """Whether a whole draft holds the word of saying."""
        there = (draft.claim for draft in self.around.found if draft.claim.evidence.overlaps(cue))
        return any(stands_alone(claim) for claim in there)

    def _act(self, clause: Clause, cast: Cast) -> tuple[SpokenAct, list[Participant]] | None:
        """The first act of the codebook that a clause does, with whom it names as the one it is aimed at."""
        crossed = bool(cast.others(self.said.evidence.start, clause.start))
        told = ((act, aims(act, clause, cast, crossed=crossed)) for act in entries().acts)
        return next(((act, aimed) for act, aimed in told if aimed is not None), None)

    def _draft(self, act: SpokenAct, clause: Clause, aimed: Sequence[Participant], cast: Cast) -> Draft | None:
        number = self.around.sentence(clause.start)
        names = {side(p.actor): p for p in reversed(aimed)}
        meant = names or (self._meant(act, number, cast) if self._names_nobody(clause, cast) else {})
        if not meant or self._is_told(clause, by_name=bool(names)):
            return None
        if self._is_known(act.kind, number, cast, meant, by_name=bool(names)):
            return None
        claim = self._claim(act.kind, Span.of(self._text, clause.start, clause.end), number)
        draft = Draft(claim=claim, sentence=number, current=True, abroad=bool(names))
        whole = _with(draft, tuple(reversed(names.values()))) if names else as_aimed(draft, meant)
        return whole if stands_alone(whole.claim) else None

    def _names_nobody(self, clause: Clause, cast: Cast) -> bool:
        """Whether no word but the first, and the speaker's own side, has a capital: it would name somebody unknown."""
        own = cast.own(clause.start, clause.end)
        text = self.around.linked.document.text
        later = (s for word, s in zip(clause.words[1:], clause.starts[1:], strict=True) if word != "i")
        return not any(text[s].isupper() and not any(m.span.start <= s < m.span.end for m in own) for s in later)

    def _meant(self, act: SpokenAct, number: int, cast: Cast) -> Sides:
        """Whom a clause that names nobody is aimed at; a third side judges what others imposed, or agreed on."""
        spoken_to = self.said.addressee_evidence if act.leaves == "partner" else None
        if spoken_to is not None and (aimed := cast.others(spoken_to.start, spoken_to.end)):
            return {side(p.actor): p for p in aimed}
        pair = self.around.story.main(cast.side) if act.leaves is not None else {}
        if not pair and act.leaves == "partner":
            pair = self.around.story.partners(number, {cast.side}) or self.around.story.beside(number, cast.side)
        if not pair and act.kind in _JUDGING:
            pair = self.around.story.imposer(number, {cast.side}) or self.around.story.agreed(number, {cast.side})
        return {key: p for key, p in pair.items() if key != cast.side}

    def _is_told(self, clause: Clause, *, by_name: bool) -> bool:
        """Whether a draft tells what the clause, or the words of saying before it, tell; by name, a whole one."""
        cue = self.said.cue_evidence
        near = cue is not None and clause.start - _REACH <= cue.start < clause.start
        start = cue.start if cue is not None and near else clause.start
        stretch = Span(start, clause.end, "")
        there = (draft.claim for draft in self.around.found if draft.claim.evidence.overlaps(stretch))
        return any(stands_alone(claim) if by_name else bool(claim.participants) for claim in there)

    def _is_known(self, kind: str, number: int, cast: Cast, meant: Sides, *, by_name: bool) -> bool:
        """Whether another draft tells, near by, that the same side said so of the same one."""
        for draft in self.around.found:
            claim = draft.claim
            if claim.family not in _WORDS or cast.side not in _of_role(claim, "actor"):
                continue
            same = not meant.keys().isdisjoint(_of_role(claim, "target"))
            near = abs(draft.sentence - number)
            again = not by_name and claim.kind in _REPROOFS and kind in _REPROOFS and near <= _SAID
            if (near <= _BESIDE and stands_alone(claim) and not self._is_of_another(kind, claim)) or (
                same and (claim.kind == kind or again)
            ):
                return True
        return False

    def _is_of_another(self, kind: str, claim: EventClaim) -> bool:
        """Whether somebody else of the same side does another sort of act."""
        actors = {p.actor for p in claim.participants if p.role == "actor"}
        apart = kind != claim.kind and not {kind, claim.kind} <= _REPROOFS
        return apart and self.said.speaker not in actors and all(actor.kind == "person" for actor in actors)

    @property
    def _text(self) -> str:
        return self.around.linked.document.text

    def _claim(self, kind: str, words: Span, number: int) -> EventClaim:
        linked, speaker, evidence = self.around.linked, self.said.speaker, self.said.speaker_evidence
        assert speaker is not None
        assert evidence is not None
        sentence = linked.parse.sentences[number]
        dates = when(self._times(sentence, number), published=linked.document.published, tense="past")
        return EventClaim(
            **codes(kind_named(kind)),
            status="happened",
            start=dates.start,
            end=dates.end,
            clues=dates.clues,
            place=None,
            participants=(Participant("actor", speaker, evidence),),
            topics=topics(linked.document.text, sentence.start, sentence.end),
            attribution=next(iter(self.said.via), None),
            evidence=words,
        )

    def _times(self, sentence: Sentence, number: int) -> list[TimeExpression]:
        """The expressions of time of the words of saying, which are none of what is said."""
        own = [t for t in self.around.linked.times if sentence.start <= t.span.start < sentence.end]
        own = [t for t in own if not (isinstance(t.value, Bound) and t.value.bound == "since")]
        beside = [t for t in own if not any(part.overlaps(t.span) for part in self.said.content)]
        tree, cue = self.around.trees.get(number), self.said.cue_evidence
        verbs = frozenset(i for i, t in enumerate(tree.tokens) if cue.overlaps(t)) if tree and cue else frozenset()
        return [t for t in beside if belongs(tree, t, verbs, frozenset())] if tree and verbs else beside


def _with(draft: Draft, added: tuple[Participant, ...]) -> Draft:
    claim = msgspec.structs.replace(draft.claim, participants=(*draft.claim.participants, *added))
    return msgspec.structs.replace(draft, claim=claim)


def _of_role(claim: EventClaim, role: str) -> set[str]:
    return {side(p.actor) for p in claim.participants if p.role == role}
