"""What of xtuner's configuration is changed for one fine-tuning: the seeds' changes, the exam's data, and the settings.

`inside/configuration.py` applies the changes to xtuner's own file and refuses if any other field differs.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from training.settings import TrainingSettings

DROP = "(dropped)"
"""As a change's value: the field is left out. The same word as in `inside/configuration.py`."""

_TOKENIZERS = (
    "tokenizer",
    "train_dataset.tokenizer",
    "train_dataloader.dataset.tokenizer",
    "custom_hooks.0.tokenizer",
    "custom_hooks.1.tokenizer",
)
_DATASETS = ("train_dataset", "train_dataloader.dataset")


def changes(settings: TrainingSettings, *, base: Path, rows: Path, system: str, questions: list[str]) -> dict[str, Any]:
    """Dotted field -> value. The intervals of saving depend on the tokens and are added inside.

    Args:
        base: folder of the model to start from.
        rows: `train.jsonl` of the data step.
        system: what EvaluateChatHook puts before the questions; the same that the rows have.
        questions: the exam's own, asked every `evaluation_every` iterations.
    """
    told = settings.finetune
    changed: dict[str, Any] = {
        "pretrained_model_name_or_path": str(base),
        "model.llm.pretrained_model_name_or_path": str(base),
        "data_path": str(rows),
        "max_length": told.max_length,
        "max_epochs": told.epochs,
        "train_cfg.max_epochs": told.epochs,
        "batch_size": told.batch_size,
        "train_dataloader.batch_size": told.batch_size,
        "accumulative_counts": told.accumulate,
        "optim_wrapper.accumulative_counts": told.accumulate,
        "lr": told.learning_rate,
        "optim_wrapper.optimizer.lr": told.learning_rate,
        "warmup_ratio": told.warmup,
        "param_scheduler.0.end": told.warmup * told.epochs,
        "param_scheduler.1.begin": told.warmup * told.epochs,
        "param_scheduler.1.end": told.epochs,
        "model.lora.r": told.lora_rank,
        "model.lora.lora_alpha": told.lora_alpha,
        "model.lora.lora_dropout": told.lora_dropout,
        "evaluation_freq": told.evaluation_every,
        "evaluation_inputs": questions,
        "SYSTEM": system,
        "custom_hooks.1.every_n_iters": told.evaluation_every,
        "custom_hooks.1.evaluation_inputs": questions,
        # The hook formats its system message once for itself and once with the question.
        "custom_hooks.1.system": system.replace("{", "{{").replace("}", "}}"),
        "randomness.seed": told.seed,
    }
    changed |= {f"{place}.pretrained_model_name_or_path": str(base) for place in _TOKENIZERS}
    for place in _DATASETS:
        changed |= {
            f"{place}.dataset.path": "json",
            f"{place}.dataset.data_files": {"train": str(rows)},
            f"{place}.max_length": told.max_length,
            f"{place}.dataset_map_fn": None,
            # xtuner cuts the rows into 32 parts and packs each for itself: what does not fill a sequence is lost in every part.
            f"{place}.map_num_proc": 1,
        }
    if settings.device == "cpu":
        changed |= _ON_A_CPU
    return changed


_ON_A_CPU: dict[str, Any] = {
    "model.llm.torch_dtype": "torch.float32",
    "model.llm.quantization_config.bnb_4bit_compute_dtype": "torch.float32",
    "optim_wrapper.type": "mmengine.optim.OptimWrapper",
    "optim_wrapper.loss_scale": DROP,
    "optim_wrapper.dtype": DROP,
    "env_cfg.dist_cfg.backend": "gloo",
    "custom_hooks.1.max_new_tokens": 40,
}
"""No half precision and no NCCL on a CPU, and sample answers cut short; everything else is the same."""
