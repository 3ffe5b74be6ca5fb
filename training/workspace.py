"""Where one exam's training lies and what it is told: handed to every step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from engine.exams import Exam
from training.settings import TrainingSettings


def _silent(_: str) -> None:
    pass


@dataclass(frozen=True)
class Workspace:
    """One exam's training.

    Attributes:
        home: the bot's home; results lie in `home/training/<exam>/`, the tools' environments in `home/environments/`.
        say: told in a line what happens, for the person who waits.
    """

    exam: Exam
    settings: TrainingSettings
    home: Path
    say: Callable[[str], None] = _silent

    @property
    def folder(self) -> Path:
        """Where the results of the steps lie, each in a folder of its own."""
        return self.home / "training" / self.exam.id

    @property
    def data(self) -> Path:
        """Rows: `train.jsonl`, `held_out.jsonl`, `calibration.jsonl`, `report.json`, `report.md`."""
        return self.folder / "data"

    @property
    def checkpoints(self) -> Path:
        """The chosen checkpoint of the fine-tuning with its configuration."""
        return self.folder / "finetuned"

    @property
    def adapter(self) -> Path:
        """The LoRA adapter in the Hugging Face layout."""
        return self.folder / "adapter"

    @property
    def merged(self) -> Path:
        """The whole fine-tuned model in 16 bits."""
        return self.folder / "merged"

    @property
    def quantised(self) -> Path:
        """The model in 4 bits (AWQ), ready to be served."""
        return self.folder / "quantised"

    def command(self, step: str) -> str:
        """The command that runs a step, for error messages."""
        return f"shangan train {step} --exam {self.exam.id}"
