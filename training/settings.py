"""What one exam's training is told: `data/exams/<exam>/training/settings.toml`, read with every fault named.

The defaults of `[finetune]` are the seeds' configuration (`internlm2_chat_7b_qlora_oasst1_e3` with 2048, 12 epochs, every 90). No
setting says how large the model is: every step reads that from the model itself.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from engine.errors import TrainingError


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class DataSettings(_Frozen):
    """What the rows are made of.

    Attributes:
        generated: questions of each generated kind.
        imported: files of rows to take in; relative to the settings file.
        identity: files of rows in which the model says who it is.
        identity_cap: rows of that sort that are kept, the imported ones included.
        general: files of everyday conversation, against forgetting.
        general_share: of all rows, at most.
        evaluation: files whose questions must not be in the data, besides the exam's own evaluation set.
        held_out: share of the rows that is kept back to choose a checkpoint by.
        similarity: Jaccard similarity from which two questions count as nearly the same.
        seed: of every choice.
    """

    generated: int = Field(default=20, ge=0, le=2000)
    imported: tuple[Path, ...] = ()
    identity: tuple[Path, ...] = ()
    identity_cap: int = Field(default=8, ge=0)
    general: tuple[Path, ...] = ()
    general_share: float = Field(default=0.15, ge=0, lt=1)
    evaluation: tuple[Path, ...] = ()
    held_out: float = Field(default=0.05, gt=0, le=0.5)
    similarity: float = Field(default=0.85, ge=0.5, le=1)
    seed: int = 408


class FinetuneSettings(_Frozen):
    """QLoRA, as the seeds did it.

    Attributes:
        evaluation_every: iterations between two samples of the model's answers in the log.
        evaluation_questions: how many of the exam's own questions are asked then.
        checkpoints: how many are kept over the whole run, at even distances; the best on the held-out rows is taken.
        deepspeed: ZeRO-2 (needs a GPU); the seeds' way.
    """

    max_length: int = Field(default=2048, ge=64)
    epochs: int = Field(default=12, ge=1)
    batch_size: int = Field(default=1, ge=1)
    accumulate: int = Field(default=16, ge=1)
    learning_rate: float = Field(default=2e-4, gt=0)
    warmup: float = Field(default=0.03, ge=0, lt=1)
    lora_rank: int = Field(default=64, ge=1)
    lora_alpha: int = Field(default=16, ge=1)
    lora_dropout: float = Field(default=0.1, ge=0, lt=1)
    evaluation_every: int = Field(default=90, ge=1)
    evaluation_questions: int = Field(default=2, ge=1, le=20)
    checkpoints: int = Field(default=12, ge=1)
    deepspeed: bool = True
    seed: int = 408


class QuantiseSettings(_Frozen):
    """AWQ in 4 bits. TurboMind takes no other group size than 128.

    Attributes:
        samples: pieces of our own calibration text.
        length: of each, in tokens.
    """

    bits: Literal[4] = 4
    group_size: Literal[128] = 128
    samples: int = Field(default=128, ge=1)
    length: int = Field(default=2048, ge=32)


class ServeSettings(_Frozen):
    """How the model is served.

    Attributes:
        cache_share: of the GPU memory left after the weights, for keys and values.
        cache_bits: 8 halves the room of keys and values; 0 keeps them in 16 bits.
    """

    host: str = "127.0.0.1"
    port: int = Field(default=23333, ge=1, le=65535)
    name: str = "internlm2"
    session_length: int = Field(default=8192, ge=256)
    cache_share: float = Field(default=0.4, gt=0, lt=1)
    cache_bits: Literal[0, 4, 8] = 8


class TrainingSettings(_Frozen):
    """Everything about one exam's training.

    Attributes:
        base: the folder of the model to start from (InternLM2 with its code and tokenizer); relative to where the command runs. A model that was
            fine-tuned before is as good as any.
        device: where the tools run.
    """

    base: Path = Path("var/models/internlm2-chat-7b")
    device: Literal["cuda", "cpu"] = "cuda"
    data: DataSettings = DataSettings()
    finetune: FinetuneSettings = FinetuneSettings()
    quantise: QuantiseSettings = QuantiseSettings()
    serve: ServeSettings = ServeSettings()


def settings_path(exam_folder: Path) -> Path:
    """Where an exam's settings of training stand."""
    return exam_folder / "training" / "settings.toml"


def load_training_settings(path: Path) -> TrainingSettings:
    """Read a settings file; the files it names are taken relative to it.

    Raises:
        TrainingError: listing every fault, each with its place.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise TrainingError(f"没有训练设置 {path}。照着 data/exams/408/training/settings.toml 写一份即可。") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TrainingError(f"{path} 读不懂：{error}。请按提示的位置修改。") from None
    try:
        settings = TrainingSettings.model_validate(raw)
    except ValidationError as error:
        faults = "\n".join(f"  {'.'.join(map(str, fault['loc']))}：{fault['msg']}" for fault in error.errors())
        raise TrainingError(f"{path} 有 {error.error_count()} 处不合要求，什么也没有做：\n{faults}") from None
    data = settings.data
    placed = {
        field: tuple(_placed(name, path.parent) for name in getattr(data, field))
        for field in ("imported", "identity", "general", "evaluation")
    }
    missing = [str(name) for names in placed.values() for name in names if not name.is_file()]
    if missing:
        raise TrainingError(f"{path} 里写的文件找不到：{'、'.join(missing)}。什么也没有做。")
    return settings.model_copy(update={"data": data.model_copy(update=placed)})


def _placed(name: Path, folder: Path) -> Path:
    return name if name.is_absolute() else folder / name
