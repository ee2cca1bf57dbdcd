"""The network of `communique.coding.parts`, trained, measured and written as the package reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from communique.coding.parts import roles_of
from communique.coding.triggers import kind_named
from training.parts._examples import Pairing

__all__ = ["Network", "learn", "measure", "pack"]

ROLES = ("", "party", "visitor", "host", "actor", "target", "mediator")
_HIDDEN = 64
_BATCH = 128
_ROUNDS = 15
_RATE, _DECAY = 3e-3, 0.05
_DROPPED = 0.4
_SMOOTHING = 0.02
_LEAST = 2  # times that a sign must be seen
_SEED = 20


class Network(nn.Module):  # type: ignore[misc]  # torch is not there where types are checked
    """Signs between an act and a name → scores of the roles. ``signs`` are in the order of their rows."""

    def __init__(self, signs: Sequence[str]) -> None:
        super().__init__()
        self.signs = {sign: row for row, sign in enumerate(signs)}
        self.rows = nn.EmbeddingBag(len(signs), _HIDDEN, mode="sum")
        nn.init.normal_(self.rows.weight, std=0.05)
        self.bias = nn.Parameter(torch.zeros(_HIDDEN))
        self.dropout = nn.Dropout(_DROPPED)
        self.parts = nn.Linear(_HIDDEN, len(ROLES))

    def forward(self, batch: Sequence[Pairing]) -> Tensor:
        """Scores, pairings × roles; those that an act does not know are barred."""
        rows = [[self.signs[sign] for sign in p.signs if sign in self.signs] for p in batch]
        starts = torch.tensor([0, *np.cumsum([len(row) for row in rows])[:-1].tolist()])
        summed = self.rows(torch.tensor([place for row in rows for place in row], dtype=torch.long), starts)
        known = [roles_of(kind_named(p.kind)) for p in batch]
        barred = [[0.0 if not role or role in own else -1e4 for role in ROLES] for own in known]
        return self.parts(self.dropout(torch.relu(summed + self.bias))) + torch.tensor(barred)


def learn(pairings: Sequence[Pairing]) -> Network:
    """Train on pairings whose roles are known."""
    torch.manual_seed(_SEED)
    counts = Counter(sign for p in pairings for sign in p.signs)
    network = Network(sorted(sign for sign, count in counts.items() if count >= _LEAST))
    optimizer = torch.optim.AdamW(network.parameters(), lr=_RATE, weight_decay=_DECAY)
    steps = _ROUNDS * (len(pairings) // _BATCH + 1)
    rate = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.02, 1 - step / steps))
    for _ in range(_ROUNDS):
        for drawn in torch.randperm(len(pairings)).split(_BATCH):
            batch = [pairings[i] for i in drawn.tolist()]
            right = torch.tensor([ROLES.index(p.role.replace("none", "")) for p in batch])
            loss = nn.functional.cross_entropy(network(batch), right, label_smoothing=_SMOOTHING)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            rate.step()
    network.eval()
    return network


def measure(network: Network, pairings: Sequence[Pairing], sure: float) -> Mapping[str, float]:
    """Precision and recall of the roles given with a chance of at least ``sure``."""
    with torch.no_grad():
        chances = torch.softmax(network(pairings), -1).numpy()
    best = [1 + int(row[1:].argmax()) for row in chances]
    given = [ROLES[n] if row[n] >= sure else "none" for n, row in zip(best, chances, strict=True)]
    right = sum(role == p.role != "none" for role, p in zip(given, pairings, strict=True))
    told, held = (sum(role != "none" for role in roles) for roles in (given, [p.role for p in pairings]))
    return {"precision": right / max(1, told), "recall": right / max(1, held)}


def pack(network: Network, target: Path) -> None:
    """Write the weights in half precision, with the roles and the signs, a line each."""
    weights = {"rows": network.rows.weight, "rows_bias": network.bias,
               "parts": network.parts.weight.T, "parts_bias": network.parts.bias}  # fmt: skip
    arrays = {name: value.detach().numpy().astype("float16") for name, value in weights.items()}
    texts = {"roles": np.array("\n".join(ROLES)), "signs": np.array("\n".join(network.signs))}
    np.savez_compressed(target, allow_pickle=False, **arrays, **texts)
