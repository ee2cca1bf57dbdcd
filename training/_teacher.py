"""The teacher: a pretrained encoder with a biaffine parser on it, which parses newswire for the small model to learn.

MiniLM-L6 (Wang et al. 2020; Apache-2.0) is tuned on UD English EWT with the parser of Dozat & Manning (2017)
on top: words are the mean of their word pieces, of all layers, beside the shape that the uncased encoder
does not see. It is too slow for users (some 2,000 words a second) and is not shipped.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

from training._annotated import Annotated, Tree

__all__ = ["Labels", "Parser", "Teacher", "load", "train"]

_EPOCHS = 7
_BATCH = 700  # words
_ENCODER_RATE = 1.5e-4
_HEADS_RATE = 1.5e-3
_WARMUP = 200  # steps
_LONGEST = 100  # words of a sentence to learn from
_IGNORE = -100
_FORBIDDEN = -1e4
_PIECES_A_WORD = 8


class Labels(msgspec.Struct, frozen=True):
    """The tags and relations that the teacher knows, in order of their numbers."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    deps: tuple[str, ...]


class _Batch(msgspec.Struct, frozen=True):
    """Sentences as tensors: word pieces, their mask, the word that each is of (-1: none), shapes, lengths."""

    pieces: Tensor
    mask: Tensor
    words: Tensor
    shapes: Tensor
    lengths: tuple[int, ...]


class Teacher(nn.Module):  # type: ignore[misc]  # torch is not there where types are checked
    """Scores tags, arcs and relations of a batch of sentences. Position 0 of the governors is the root."""

    def __init__(self, encoder: nn.Module, labels: Labels) -> None:
        super().__init__()
        width, layers = encoder.config.hidden_size, encoder.config.num_hidden_layers
        hidden, arc, relation = 400, 400, 128
        self.encoder = encoder
        self.mix = nn.Parameter(torch.zeros(layers + 1))
        self.shape = nn.Embedding(8, 16)
        self.project = nn.Linear(width + 16, hidden)
        self.dropout = nn.Dropout(0.33)
        self.upos, self.xpos = nn.Linear(hidden, len(labels.upos)), nn.Linear(hidden, len(labels.xpos))
        self.arc_word, self.arc_governor = nn.Linear(hidden, arc), nn.Linear(hidden, arc)
        self.relation_word, self.relation_governor = nn.Linear(hidden, relation), nn.Linear(hidden, relation)
        self.root = nn.Parameter(torch.randn(hidden) * 0.01)
        self.arc_weights = nn.Parameter(torch.zeros(arc + 1, arc))
        self.relation_weights = nn.Parameter(torch.zeros(len(labels.deps), relation + 1, relation + 1))
        nn.init.xavier_normal_(self.arc_weights)

    def forward(self, batch: _Batch) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Scores of UPOS, XPOS and arcs (sentence × word × governor), and the two sides of the relations."""
        words = self._words(batch)
        governors = torch.cat([self.root.expand(words.shape[0], 1, -1), words], 1)
        arcs = (
            _with_one(self._layer(self.arc_word, words))
            @ self.arc_weights
            @ self._layer(self.arc_governor, governors).transpose(1, 2)
        )
        sides = self._layer(self.relation_word, words), self._layer(self.relation_governor, governors)
        return self.upos(words), self.xpos(words), arcs.masked_fill(_impossible(batch, arcs), _FORBIDDEN), *sides

    def relations(self, words: Tensor, governors: Tensor, heads: Tensor) -> Tensor:
        """Scores of the relations to the given ``heads``."""
        chosen = governors.gather(1, heads.unsqueeze(-1).expand(-1, -1, governors.shape[-1]))
        return torch.einsum("bni,lij,bnj->bnl", _with_one(words), self.relation_weights, _with_one(chosen))

    def _layer(self, layer: nn.Linear, values: Tensor) -> Tensor:
        return self.dropout(functional.leaky_relu(layer(values), 0.1))

    def _words(self, batch: _Batch) -> Tensor:
        layers = self.encoder(
            input_ids=batch.pieces, attention_mask=batch.mask, output_hidden_states=True
        ).hidden_states
        weights = torch.softmax(self.mix, 0)
        mixed = sum(weight * layer for weight, layer in zip(weights, layers, strict=True)).float()
        pooled = _pooled(mixed, batch.words, batch.shapes.shape[1])
        shaped = torch.cat([pooled, self.shape(batch.shapes)], -1)
        return self.dropout(torch.relu(self.project(self.dropout(shaped))))


def _with_one(values: Tensor) -> Tensor:
    return torch.cat([values, torch.ones_like(values[..., :1])], -1)


def _pooled(pieces: Tensor, words: Tensor, longest: int) -> Tensor:
    """The mean of each word's pieces."""
    index = torch.where(words < 0, longest, words)
    total = pieces.new_zeros(len(pieces), longest + 1, pieces.shape[-1])
    total.scatter_add_(1, index.unsqueeze(-1).expand_as(pieces), pieces)
    count = pieces.new_zeros(len(pieces), longest + 1).scatter_add_(
        1, index, torch.ones_like(index, dtype=pieces.dtype)
    )
    return (total / count.clamp(min=1).unsqueeze(-1))[:, :longest]


def _impossible(batch: _Batch, arcs: Tensor) -> Tensor:
    """Arcs from beyond the end of a sentence and from a word to itself."""
    beyond = torch.arange(arcs.shape[2])[None, :] > torch.tensor(batch.lengths)[:, None]
    itself = torch.eye(arcs.shape[2], dtype=torch.bool)[1:]
    return beyond[:, None, :] | itself


class _Reader:
    """Sentences → batches, with the encoder's word pieces."""

    def __init__(self, encoder: Path) -> None:
        self._tokenizer = AutoTokenizer.from_pretrained(encoder)

    def batches(self, sentences: Sequence[Annotated], size: int, shuffle: random.Random | None) -> Iterator[list[int]]:
        """Indices of sentences of about one length, ``size`` words at a time."""
        jitter = [shuffle.random() * 6 if shuffle else 0.0 for _ in sentences]
        order = sorted(range(len(sentences)), key=lambda i: len(sentences[i].words) + jitter[i])
        found: list[list[int]] = [[]]
        filled = 0
        for index in order:
            found[-1].append(index)
            filled += len(sentences[index].words)
            if filled >= size:
                found.append([])
                filled = 0
        full = [batch for batch in found if batch]
        if shuffle:
            shuffle.shuffle(full)
        return iter(full)

    def batch(self, sentences: Sequence[Annotated]) -> _Batch:
        """Tensors of some sentences, padded to the longest."""
        rows = [self._pieces(sentence.words) for sentence in sentences]
        pieces = _padded([row[0] for row in rows], 0)
        lengths = tuple(len(sentence.words) for sentence in sentences)
        mask = _padded([[1] * len(row[0]) for row in rows], 0)
        shapes = _padded([[_shape(word) for word in sentence.words] for sentence in sentences], 0)
        return _Batch(pieces, mask, _padded([row[1] for row in rows], -1), shapes, lengths)

    def _pieces(self, words: Sequence[str]) -> tuple[list[int], list[int]]:
        ids, of = [self._tokenizer.cls_token_id], [-1]
        for index, word in enumerate(words):
            found = self._tokenizer.encode(word, add_special_tokens=False)[:_PIECES_A_WORD]
            ids += found or [self._tokenizer.unk_token_id]
            of += [index] * (len(found) or 1)
        return [*ids, self._tokenizer.sep_token_id], [*of, -1]


def _padded(rows: Sequence[Sequence[int]], filler: int) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[filler] * (longest - len(row))] for row in rows])


def _shape(word: str) -> int:
    """What the uncased encoder does not see, as one of eight classes."""
    if word.isdigit():
        return 1
    if any(c.isdigit() for c in word):
        return 2
    if not any(c.isalpha() for c in word):
        return 3
    if word.isupper():
        return 4 if len(word) > 1 else 5
    if word[0].isupper():
        return 6
    return 7 if word.lower() != word else 0


def train(sentences: Sequence[Annotated], encoder: Path, target: Path, seed: int = 0) -> None:
    """Tune the encoder in the folder ``encoder`` on sentences with trees, and write the teacher to ``target``."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    short = [s for s in sentences if s.tree is not None and len(s.words) <= _LONGEST]
    labels = _labels([s.tree for s in short if s.tree is not None])
    teacher, reader = Teacher(_encoder(encoder), labels), _Reader(encoder)
    teacher.encoder.embeddings.requires_grad_(False)
    steps = _EPOCHS * len(list(reader.batches(short, _BATCH, None)))
    optimizer, schedule = _optimizer(teacher, steps)
    for epoch in range(_EPOCHS):
        teacher.train()
        for number, batch in enumerate(reader.batches(short, _BATCH, chance)):
            loss = _step(teacher, reader, labels, [short[i] for i in batch], optimizer)
            schedule.step()
            if number % 100 == 0:
                print(f"teacher: epoch {epoch + 1} of {_EPOCHS}, batch {number}, loss {loss:.3f}", flush=True)
    torch.save({"state": teacher.state_dict(), "labels": msgspec.to_builtins(labels)}, target)


def load(encoder: Path, path: Path) -> Parser:
    """The teacher that ``train`` wrote."""
    saved = torch.load(path)
    labels = msgspec.convert(saved["labels"], Labels)
    teacher = Teacher(_encoder(encoder), labels)
    teacher.load_state_dict(saved["state"])
    return Parser(teacher.eval(), _Reader(encoder), labels)


class Parser:
    """A trained teacher that parses."""

    def __init__(self, teacher: Teacher, reader: _Reader, labels: Labels) -> None:
        self._teacher, self._reader, self._labels = teacher, reader, labels

    def parse(self, sentences: Sequence[Annotated]) -> Iterator[tuple[int, Tree, float]]:
        """``(index, tree, confidence)`` of each sentence, in any order; a greedy tree, which may have circles.

        The confidence is the mean log probability of the arcs, 0.0 at best.
        """
        for batch in self._reader.batches(sentences, 2 * _BATCH, None):
            with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
                yield from self._batch(batch, self._reader.batch([sentences[i] for i in batch]))

    def _batch(self, indices: Sequence[int], batch: _Batch) -> Iterator[tuple[int, Tree, float]]:
        upos, xpos, arcs, words, governors = self._teacher(batch)
        sure, heads = torch.log_softmax(arcs.float(), -1).max(-1)
        deps = self._teacher.relations(words, governors, heads).argmax(-1)
        for row, index in enumerate(indices):
            length = batch.lengths[row]
            found = [values[row, :length].tolist() for values in (upos.argmax(-1), xpos.argmax(-1), heads, deps)]
            yield index, self._tree(*found), float(sure[row, :length].mean())

    def _tree(self, upos: list[int], xpos: list[int], heads: list[int], deps: list[int]) -> Tree:
        labels = self._labels
        return Tree(
            upos=tuple(labels.upos[i] for i in upos),
            xpos=tuple(labels.xpos[i] for i in xpos),
            heads=tuple(head - 1 if head else index for index, head in enumerate(heads)),
            deps=tuple(_relation(labels.deps[dep], head) for dep, head in zip(deps, heads, strict=True)),
        )


def _relation(dep: str, head: int) -> str:
    """The root's relation is ``root``, and no other's."""
    if head == 0:
        return "root"
    return "parataxis" if dep == "root" else dep


def _encoder(path: Path) -> nn.Module:
    """Without dropout of its own, which is slow on a processor; the parser on top has enough."""
    return AutoModel.from_pretrained(
        path, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0, attn_implementation="eager"
    )


def _labels(trees: Sequence[Tree]) -> Labels:
    return Labels(
        upos=tuple(sorted({tag for tree in trees for tag in tree.upos})),
        xpos=tuple(sorted({tag for tree in trees for tag in tree.xpos})),
        deps=tuple(sorted({dep for tree in trees for dep in tree.deps})),
    )


def _optimizer(teacher: Teacher, steps: int) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """AdamW, with a warm-up and then a straight line down to nothing."""
    encoder = [p for p in teacher.encoder.parameters() if p.requires_grad]
    known = {id(p) for p in teacher.encoder.parameters()}
    heads = [p for p in teacher.parameters() if id(p) not in known]
    groups = [{"params": encoder, "lr": _ENCODER_RATE}, {"params": heads, "lr": _HEADS_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, step / _WARMUP) * max(0.0, 1 - step / steps)
    )
    return optimizer, schedule


def _step(
    teacher: Teacher,
    reader: _Reader,
    labels: Labels,
    sentences: Sequence[Annotated],
    optimizer: torch.optim.Optimizer,
) -> float:
    """One step down; the loss before it."""
    trees = [s.tree for s in sentences if s.tree is not None]
    upos = _padded([[labels.upos.index(tag) for tag in tree.upos] for tree in trees], _IGNORE)
    xpos = _padded([[labels.xpos.index(tag) for tag in tree.xpos] for tree in trees], _IGNORE)
    heads = _padded([[0 if h == i else h + 1 for i, h in enumerate(tree.heads)] for tree in trees], _IGNORE)
    deps = _padded([[labels.deps.index(dep) for dep in tree.deps] for tree in trees], _IGNORE)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        upos_scores, xpos_scores, arcs, words, governors = teacher(reader.batch(sentences))
        relations = teacher.relations(words, governors, heads.clamp(min=0))
    tags = 0.5 * _loss(upos_scores, upos) + 0.5 * _loss(xpos_scores, xpos)
    loss = tags + _loss(arcs, heads) + _loss(relations, deps)
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(teacher.parameters(), 5.0)
    optimizer.step()
    return float(loss.detach())


def _loss(scores: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(scores.float().flatten(0, 1), gold.flatten(), ignore_index=_IGNORE)
