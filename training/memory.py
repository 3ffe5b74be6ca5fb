"""How much memory a step will need, from the base model's own config.json, so that it can be refused before anything is loaded."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from engine.errors import TrainingError
from training.settings import TrainingSettings

GB = 1e9
_CONTEXT = 0.9 * GB
"""What CUDA, cuBLAS and the allocator take for themselves."""
_NF4 = 0.52
"""Bytes a weight: 4 bits, and the doubly quantised scales of blocks of 64 (Dettmers et al., QLoRA, 2023: 0.127 bits a weight)."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What of a decoder's config.json decides its memory.

    Attributes:
        linear: weights in the layers' linear maps: what is quantised, and what LoRA is put beside.
        lora_width: sum of (inputs + outputs) over those maps and the output: times the rank, the LoRA weights.
        other: weights of embeddings and output.
    """

    hidden: int
    intermediate: int
    layers: int
    heads: int
    vocabulary: int
    linear: int
    lora_width: int
    other: int

    @property
    def weights(self) -> int:
        """All of them."""
        return self.linear + self.other


def read_shape(folder: Path) -> Shape:
    """Read `folder/config.json`.

    Raises:
        TrainingError: it is no model's folder, or not an InternLM2's.
    """
    try:
        raw = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        hidden, intermediate, layers = raw["hidden_size"], raw["intermediate_size"], raw["num_hidden_layers"]
        heads, vocabulary = raw["num_attention_heads"], raw["vocab_size"]
        groups = raw.get("num_key_value_heads") or heads
        architecture = raw["architectures"][0]
    except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
        raise TrainingError(
            f"{folder} 里没有可用的模型（config.json：{error}）。请把 base 指向下载好的模型目录，见 docs/training.md。"
        ) from None
    if architecture != "InternLM2ForCausalLM":
        raise TrainingError(f"{folder} 是 {architecture}，这里只训练 InternLM2（对话模板、停止词都按它来）。")
    attention = hidden + 2 * groups * (hidden // heads)
    # wqkv, wo; w1, w3, w2
    maps = [(hidden, attention), (hidden, hidden), (hidden, intermediate), (hidden, intermediate), (intermediate, hidden)]
    return Shape(
        hidden, intermediate, layers, heads, vocabulary,
        linear=layers * sum(inputs * outputs for inputs, outputs in maps),
        lora_width=layers * sum(inputs + outputs for inputs, outputs in maps) + hidden + vocabulary,  # xtuner adapts the output too
        other=2 * vocabulary * hidden,
    )  # fmt: skip


def finetune_bytes(shape: Shape, settings: TrainingSettings) -> dict[str, float]:
    """Bytes by what they are for. For a 7B at 2,048 tokens and rank 64 it says about 16 GB; not compared with a run on a GPU.

    Weights in NF4; embeddings and output in fp32, as peft's `prepare_model_for_kbit_training` makes them; LoRA weights, gradients, fp32
    copies and Adam's moments at 16 bytes (Rajbhandari et al., ZeRO, 2020); one checkpointed hidden state a layer; one layer
    recomputed with its attention scores; logits, their fp32 copy and gradient.
    """
    told = settings.finetune
    tokens = told.batch_size * told.max_length
    return {
        "weights": _NF4 * shape.linear + 4 * shape.other,
        "lora": 16 * told.lora_rank * shape.lora_width,
        "layers": 2 * tokens * shape.hidden * shape.layers,
        "one layer": tokens * (8 * shape.hidden + 8 * shape.intermediate) + 8 * told.batch_size * shape.heads * told.max_length**2,
        "logits": 10 * tokens * shape.vocabulary,
        "tools": _CONTEXT,
    }


def merge_bytes(shape: Shape) -> float:
    """The whole model in 16 bits, and one map more."""
    return 2 * shape.weights + 4 * shape.hidden * shape.intermediate + _CONTEXT


def checkpoint_bytes(shape: Shape, settings: TrainingSettings) -> float:
    """A checkpoint on the disk: LoRA weights with the optimiser's state."""
    return 14 * settings.finetune.lora_rank * shape.lora_width


def free_memory(device: str) -> float | None:
    """Bytes that are free: of the largest GPU, or of this machine; None where nobody can tell."""
    if device == "cpu":
        import psutil

        return float(psutil.virtual_memory().available)
    command = ["nvidia-smi", "--query-gpu=memory.free", "--format=csv,noheader,nounits"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True)
        return max(float(line) for line in done.stdout.split()) * 1024**2
    except (OSError, subprocess.SubprocessError, ValueError):
        return None


def require_memory(needed: float, device: str, what: str, advice: str, free: float | None = None) -> None:
    """Stop before anything is loaded if it will not fit.

    Args:
        free: bytes; None: ask the machine.

    Raises:
        TrainingError: with what is needed, what is free, and what to change; also where there is no GPU at all.
    """
    free = free_memory(device) if free is None else free
    place = "显存" if device == "cuda" else "内存"
    if free is None:
        raise TrainingError(f"{what}要用显卡，但这台机器上没有可用的 NVIDIA 显卡（nvidia-smi 问不到），还没有加载任何东西。")
    if needed > free:
        raise TrainingError(
            f"{what}大约需要 {needed / GB:.1f} GB {place}，现在只有 {free / GB:.1f} GB 空闲，所以没有开始，什么也没有加载。{advice}"
        )


def require_disk(folder: Path, needed: float, what: str) -> None:
    """Stop if the disk will not hold the result.

    Raises:
        TrainingError: with what is needed and what is free.
    """
    place = folder
    while not place.exists():
        place = place.parent
    free = shutil.disk_usage(place).free
    if needed > free:
        raise TrainingError(
            f"{what}要在 {os.fspath(folder)} 写大约 {needed / GB:.1f} GB，磁盘只剩 {free / GB:.1f} GB，所以没有开始。腾出空间再来。"
        )
