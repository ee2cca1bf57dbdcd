"""The network as the package reads it: the layers in eight bits for ONNX Runtime, the rest as arrays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.marks._network import KINDS, ROLES, Network

__all__ = ["pack"]

_SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")


def pack(network: Network, words: Sequence[Sequence[str]], room: Path) -> None:
    """Write ``encoder.onnx`` and ``marks.npz``; of the pieces of words, the letters and those of ``words`` are kept."""
    _layers(network, room / "encoder.onnx")
    kept = _pieces(network, words)
    table = network.encoder.embeddings.word_embeddings.weight.detach().numpy()[list(kept.values())]
    scales = np.abs(table).max(axis=1) / 127
    arrays: dict[str, Any] = {name: array.astype("float16") for name, array in _heads(network)}
    np.savez_compressed(
        room / "marks.npz",
        rows=np.round(table / scales[:, None]).astype("int8"),
        scales=scales.astype("float32"),
        pieces=np.array("\n".join(kept)),
        kinds=np.array("\n".join(KINDS)),
        roles=np.array("\n".join(ROLES)),
        **arrays,
    )


class _Layers(nn.Module):  # type: ignore[misc]  # torch is not there where types are checked
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder = network.encoder

    def forward(self, embeds: Tensor, mask: Tensor) -> Tensor:
        layers = self.encoder(inputs_embeds=embeds, attention_mask=mask, output_hidden_states=True).hidden_states
        return torch.cat([layers[-1], layers[-3]], -1)


def _layers(network: Network, out: Path) -> None:
    network.encoder.config._attn_implementation = "eager"
    embeds, mask = torch.randn(2, 17, network.encoder.config.hidden_size), torch.ones(2, 17, dtype=torch.long)
    axes = {name: {0: "sentences", 1: "pieces"} for name in ("embeds", "mask", "vectors")}
    names = {"input_names": ["embeds", "mask"], "output_names": ["vectors"], "dynamic_axes": axes}
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(_Layers(network), (embeds, mask), str(whole), opset_version=17, dynamo=False, **names)
        quantize_dynamic(whole, out, weight_type=QuantType.QInt8, per_channel=True)


def _pieces(network: Network, words: Sequence[Sequence[str]]) -> dict[str, int]:
    """The pieces that are kept, with their rows in MiniLM's table."""
    rows = network.tokenizer.get_vocab()
    seen = {i for one in words for i in network.tokenizer(list(one), is_split_into_words=True)["input_ids"]}
    letters = (piece for piece in rows if len(piece.removeprefix("##")) == 1)
    kept = {*_SPECIAL, *letters, *(piece for piece, row in rows.items() if row in seen)}
    return {piece: row for piece, row in sorted(rows.items(), key=lambda pair: pair[1]) if piece in kept}


def _heads(network: Network) -> Iterator[tuple[str, NDArray[np.float32]]]:
    for name in ("acts", "act", "name", "hidden", "part"):
        layer = getattr(network, name)
        yield name, layer.weight.detach().numpy().T
        yield f"{name}_bias", layer.bias.detach().numpy()
    for name in ("of_kind", "of_distance"):
        yield name, getattr(network, name).weight.detach().numpy()
