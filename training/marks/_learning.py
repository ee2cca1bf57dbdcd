"""Teaching the network, and measuring it on what it has not seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from random import Random

import torch
from torch import Tensor, nn

from communique.coding.marks import distances
from training.marks._examples import Sentence
from training.marks._network import KINDS, ROLES, STATUSES, Network

__all__ = ["learn", "measure"]

_ROUNDS = 5
_BATCH = 32
_RATE, _RATE_OF_HEADS, _DECAY = 2e-4, 1e-3, 0.01
_WARMING = 60  # steps
_LEAST = 0.02  # of the rate, at the end
_SMOOTHING = 0.03
_OF_ACTS, _OF_STATUS = 0.1, 0.3  # weights; the loss of acts is summed over the words of a sentence
_SEED = 20


def learn(sentences: Sequence[Sentence]) -> Network:
    """Tune MiniLM but for the vectors of its pieces and its first layer, and learn the heads."""
    torch.manual_seed(_SEED)
    drawn = Random(_SEED)
    network = Network()
    for frozen in (network.encoder.embeddings, network.encoder.encoder.layer[0]):
        frozen.requires_grad_(False)
    steps = _ROUNDS * (len(sentences) // _BATCH + 1)
    optimizer, rate = _optimizer(network, steps)
    for _ in range(_ROUNDS):
        network.train()
        for batch in _batches(sentences, drawn):
            with torch.autocast("cpu", torch.bfloat16):
                words = network.words(batch)
            _loss(network, words.float(), batch).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            rate.step()
            optimizer.zero_grad()
    network.eval()
    return network


def _optimizer(network: Network, steps: int) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LambdaLR]:
    tuned = [p for p in network.encoder.parameters() if p.requires_grad]
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": tuned, "lr": _RATE}, {"params": heads, "lr": _RATE_OF_HEADS}]
    optimizer = torch.optim.AdamW(groups, weight_decay=_DECAY, fused=True)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / _WARMING) * max(_LEAST, 1 - step / steps)
    )
    return optimizer, rate


def _batches(sentences: Sequence[Sentence], drawn: Random) -> list[list[Sentence]]:
    """Sentences of about one length together, in an order of chance."""
    ordered = sorted(sentences, key=lambda s: len(s.words) + 6 * drawn.random())
    batches = [ordered[k : k + _BATCH] for k in range(0, len(ordered), _BATCH)]
    return drawn.sample(batches, len(batches))


def _loss(network: Network, words: Tensor, batch: Sequence[Sentence]) -> Tensor:
    rows = [(n, at) for n, s in enumerate(batch) for at in s.telling]
    right = [KINDS.index(batch[n].acts[at].kind) if at in batch[n].acts else 0 for n, at in rows]
    scores = network.kinds_of(_at(words, rows))
    acts = nn.functional.cross_entropy(scores, torch.tensor(right), label_smoothing=_SMOOTHING)
    total = acts * len(rows) / len(batch) * _OF_ACTS
    pairs = list(_pairs(batch))
    if pairs:
        total = total + nn.functional.cross_entropy(
            _scores(network, words, pairs), torch.tensor([p[-1] for p in pairs])
        )
    told = [(n, at, act.status) for n, s in enumerate(batch) for at, act in s.acts.items() if act.status in STATUSES]
    if told:
        places, statuses = [(n, at) for n, at, _ in told], [STATUSES.index(str(status)) for *_, status in told]
        scores = network.statuses_of(_at(words, places))
        total = total + _OF_STATUS * nn.functional.cross_entropy(scores, torch.tensor(statuses))
    return total


def _at(words: Tensor, places: Sequence[tuple[int, int]]) -> Tensor:
    """The vectors of words, each told by its sentence and its place there."""
    return words[[n for n, _ in places], [at for _, at in places]]


_Pair = tuple[int, int, int, int, int, int]
"""The sentence, the words of the act and of the name, the kind, how near they stand, the role."""


def _pairs(batch: Sequence[Sentence]) -> Iterator[_Pair]:
    for n, sentence in enumerate(batch):
        for at, act in sentence.acts.items():
            for number, (name, step) in enumerate(zip(sentence.names, distances(at, sentence.names), strict=True)):
                yield n, at, name, KINDS.index(act.kind), step, ROLES.index(act.parts.get(number, "none"))


def _scores(network: Network, words: Tensor, pairs: Sequence[_Pair]) -> Tensor:
    n, at, name, kind, step, _ = (list(column) for column in zip(*pairs, strict=True))
    return network.parts_of(words[n, at], torch.tensor(kind), words[n, name], torch.tensor(step))


def measure(network: Network, sentences: Sequence[Sentence], sure: float) -> Mapping[str, float]:
    """Precision and recall of the words that tell of acts, given with a chance of at least ``sure``; kinds; roles."""
    given = right = held = kinds = parts = told = named = 0
    with torch.no_grad():
        for batch in (sentences[k : k + _BATCH] for k in range(0, len(sentences), _BATCH)):
            words = network.words(batch)
            for n, sentence in enumerate(batch):
                chances = torch.softmax(network.kinds_of(words[n]), -1)
                found = {at for at in sentence.telling if 1 - float(chances[at, 0]) >= sure}
                given, held = given + len(found), held + len(sentence.acts)
                right += len(found & sentence.acts.keys())
                best = {at: KINDS[1 + int(chances[at, 1:].argmax())] for at in found & sentence.acts.keys()}
                kinds += sum(sentence.acts[at].kind == kind for at, kind in best.items())
            if pairs := list(_pairs(batch)):
                roles = _scores(network, words, pairs).argmax(-1).tolist()
                parts += sum(role == pair[-1] != 0 for role, pair in zip(roles, pairs, strict=True))
                told, named = told + sum(r != 0 for r in roles), named + sum(p[-1] != 0 for p in pairs)
    return {
        "precision": right / max(1, given),
        "recall": right / max(1, held),
        "kind": kinds / max(1, right),
        "parts.precision": parts / max(1, told),
        "parts.recall": parts / max(1, named),
    }
