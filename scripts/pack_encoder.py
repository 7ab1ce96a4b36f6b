# SPDX-License-Identifier: Apache-2.0
"""Pack a trained encoder for the package: an ONNX graph whose large tables are kept in bytes, and the pieces it knows.

    python -m scripts.pack_encoder WEIGHTS.pt VOCABULARY.json WORDS.json

Needs torch and onnx, which the package does not: run it in an environment of its own with `src` on the path. WEIGHTS
is what scripts/train_encoder.py writes, VOCABULARY the base model's tokenizer.json, WORDS the words that it writes
beside the weights. Pieces that no English word of these lists needs are left out.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from tocsin.linking import word_senses
from tocsin.reading.likely import encoder, pieces
from tocsin.reading.likely.encoder import LONGEST

HEADS, WIDE, LARGE, EARLY = 12, 384, 10_000, 3
SHORT = 3
"""Pieces of so many letters are always kept, so that any word can be put together."""


class Forward(nn.Module):  # type: ignore[misc]
    """The arithmetic of the layers that are kept (BERT, Devlin et al. 2019), for one sentence."""

    def __init__(self, held: dict[str, Tensor], kept: list[int]) -> None:
        super().__init__()
        name = "b.embeddings."
        self.words = nn.Parameter(held[name + "word_embeddings.weight"][kept])
        rest = held[name + "position_embeddings.weight"][:LONGEST] + held[name + "token_type_embeddings.weight"][0]
        self.places = nn.Parameter(rest)
        self.held = nn.ParameterDict(
            {key.replace(".", "_"): nn.Parameter(value) for key, value in held.items() if "_embeddings." not in key}
        )

    def _of(self, name: str) -> Tensor:
        return self.held[name.replace(".", "_")]

    def _linear(self, name: str, given: Tensor) -> Tensor:
        return torch.matmul(given, self._of(name + ".weight").T.contiguous()) + self._of(name + ".bias")

    def _norm(self, name: str, given: Tensor) -> Tensor:
        weight, bias = self._of(name + ".weight"), self._of(name + ".bias")
        return nn.functional.layer_norm(given, (WIDE,), weight, bias, 1e-12)

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor]:
        """Give the log odds of each kind, and of each piece to be of the action and of whom."""
        size = ids.shape[1]
        state = self._norm("b.embeddings.LayerNorm", self.words[ids] + self.places[:size][None])
        for layer in range(EARLY):
            at = f"b.encoder.layer.{layer}."
            asked, keyed, given = (
                self._linear(at + f"attention.self.{one}", state)
                .reshape(-1, size, HEADS, WIDE // HEADS)
                .transpose(1, 2)
                for one in ("query", "key", "value")
            )
            weight = torch.softmax(asked @ keyed.transpose(-1, -2) / (WIDE // HEADS) ** 0.5, dim=-1)
            met = (weight @ given).transpose(1, 2).reshape(-1, size, WIDE)
            state = state + self._linear(at + "attention.output.dense", met)
            state = self._norm(at + "attention.output.LayerNorm", state)
            inner = nn.functional.gelu(self._linear(at + "intermediate.dense", state))
            state = self._norm(at + "output.LayerNorm", state + self._linear(at + "output.dense", inner))
        pooled = torch.cat([state.mean(1), state.max(1).values], 1)
        return self._linear("ce", pooled), self._linear("te", state)


def needed(vocabulary: dict[str, int], words: list[str]) -> list[str]:
    """Give the pieces that are kept, in the base model's order."""
    by_all = pieces.Pieces(list(vocabulary))
    kept = {piece for word in words for piece in by_all.split(word)}
    kept |= {
        piece for piece in vocabulary if re.fullmatch(rf"(##)?[a-z0-9]{{1,{SHORT}}}|\W", piece) and piece.isascii()
    }
    kept |= {*pieces.SPECIAL}
    return [piece for piece in sorted(vocabulary, key=vocabulary.__getitem__) if piece in kept]


def in_bytes(model: onnx.ModelProto) -> None:
    """Keep large tables as bytes: words with a scale a row, layers with a scale a column, these reckoned as bytes too.

    A layer's weights have seven bits, so that no processor's sums of bytes overflow: all of them reckon the same.
    """
    graph = model.graph
    gathered = {node.input[0] for node in graph.node if node.op_type == "Gather"}
    multiplied = {node.input[1] for node in graph.node if node.op_type == "MatMul"}
    tables = {one.name: numpy_helper.to_array(one) for one in graph.initializer if one.name in gathered | multiplied}
    large = {name: table for name, table in tables.items() if table.size > LARGE and table.dtype == np.float32}
    for name, table in large.items():
        axis, most = (1, 127) if name in gathered else (0, 63)
        scale = np.maximum(np.abs(table).max(axis=axis, keepdims=True), 1e-8) / most
        small = np.rint(table / scale).astype(np.int8)
        scale = (scale if axis else scale[0]).astype(np.float32)
        graph.initializer.remove(next(one for one in graph.initializer if one.name == name))
        graph.initializer.extend(
            [numpy_helper.from_array(small, name + "_bytes"), numpy_helper.from_array(scale, name + "_scale")]
        )
    nodes, counted = [*graph.node], set[str]()
    del graph.node[:]
    for node in nodes:
        if node.op_type == "Gather" and node.input[0] in large:
            graph.node.extend(_looked_up(node))
        elif node.op_type == "MatMul" and node.input[1] in large:
            graph.node.extend(_multiplied(node, counted))
        else:
            graph.node.append(node)


def _looked_up(node: onnx.NodeProto) -> list[onnx.NodeProto]:
    """Give what looks rows up in a table of bytes."""
    (name, ids), out = node.input, node.output[0]
    return [
        helper.make_node("Gather", [name + "_bytes", ids], [out + "_b"], axis=0),
        helper.make_node("Cast", [out + "_b"], [out + "_f"], to=TensorProto.FLOAT),
        helper.make_node("Gather", [name + "_scale", ids], [out + "_s"], axis=0),
        helper.make_node("Mul", [out + "_f", out + "_s"], [out]),
    ]


def _multiplied(node: onnx.NodeProto, counted: set[str]) -> list[onnx.NodeProto]:
    """Give what multiplies by a table of bytes; what is given is turned into bytes once (`counted`)."""
    (given, name), out = node.input, node.output[0]
    small = given + "_b"
    told = [small, small + "s", small + "z"]
    made = [] if given in counted else [helper.make_node("DynamicQuantizeLinear", [given], told)]
    counted.add(given)
    return [
        *made,
        helper.make_node("MatMulInteger", [small, name + "_bytes", small + "z"], [out + "_i"]),
        helper.make_node("Cast", [out + "_i"], [out + "_f"], to=TensorProto.FLOAT),
        helper.make_node("Mul", [small + "s", name + "_scale"], [out + "_s"]),
        helper.make_node("Mul", [out + "_f", out + "_s"], [out]),
    ]


def main(weights: str, vocabulary: str, listed: str) -> None:
    """Write the package's files."""
    held = torch.load(weights, map_location="cpu")
    known = json.loads(Path(vocabulary).read_text(encoding="utf-8"))["model"]["vocab"]
    plain = json.loads(Path(listed).read_text(encoding="utf-8"))
    dictionary = word_senses.WORDS.read_text(encoding="utf-8").split()
    kept = needed(known, [*plain, *dictionary])
    encoder.PIECES.write_text("\n".join(kept) + "\n", encoding="utf-8")
    encoder.PLAIN.write_text("\n".join(sorted(plain)) + "\n", encoding="utf-8")
    model = Forward(held, [known[piece] for piece in kept]).eval()
    torch.onnx.export(
        model,
        (torch.ones(1, 7, dtype=torch.long),),
        str(encoder.MODEL),
        input_names=["ids"],
        output_names=["kinds", "marks"],
        dynamic_axes={"ids": {1: "pieces"}, "marks": {1: "pieces"}},
        opset_version=17,
        dynamo=False,
    )
    made = onnx.load(encoder.MODEL)
    in_bytes(made)
    onnx.checker.check_model(made)
    onnx.save(made, encoder.MODEL)
    print(len(kept), "pieces,", len(plain), "words,", encoder.MODEL.stat().st_size, "bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
