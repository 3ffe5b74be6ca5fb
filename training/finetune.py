"""The fine-tuning step: QLoRA by xtuner, then the checkpoint with the least loss on the held-out rows is published."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from engine.errors import TrainingError
from training import environments, memory
from training.configuration import changes
from training.processes import run_inside
from training.publishing import Manifest, code_version, folder_digest, is_done, key_of, making, publish, require_whole
from training.workspace import Workspace

STEP = "finetune"
_INSIDE = Path(__file__).parent / "inside"


def finetune(workspace: Workspace) -> Manifest:
    """Train, choose and publish; goes on from the last checkpoint where an earlier run was stopped.

    Raises:
        TrainingError: data or base model are not whole, the memory or the disk will not do, or the training itself failed.
    """
    settings = workspace.settings
    told = settings.finetune
    data = require_whole(workspace.data, "data", workspace.command("data"))
    environment = environments.require(workspace.home, "xtuner", settings.device)
    base = settings.base.resolve()
    shape = memory.read_shape(base)
    made_of = {"data": data.digest, "base": folder_digest(base)}
    versions = environment.versions() | {
        "code": code_version(
            *(_INSIDE / name for name in ("finetune.py", "choose.py", "configuration.py")), Path(__file__).with_name("configuration.py")
        )
    }
    recorded = told.model_dump(mode="json") | {"device": settings.device, "base": str(base)}
    key = key_of(STEP, recorded, made_of, versions)
    if (done := is_done(workspace.checkpoints, key)) is not None:
        workspace.say("已经微调好，没有变化。")
        return done
    needed = sum(memory.finetune_bytes(shape, settings).values()) * (1 if settings.device == "cuda" else 1.5)
    memory.require_memory(needed, settings.device, "微调", "可以把 [finetune] 的 max_length 或 lora_rank 调小，或关掉占显存的程序。")
    memory.require_disk(workspace.checkpoints, 1.1 * told.checkpoints * memory.checkpoint_bytes(shape, settings), "微调的检查点")
    asked = json.loads((workspace.data / "evaluation_questions.json").read_text(encoding="utf-8"))
    with making(workspace.checkpoints, key, resumable=True) as part:
        request = {
            "work": str(part),
            "device": settings.device,
            "deepspeed": told.deepspeed,
            "seed": told.seed,
            "changes": changes(settings, base=base, rows=workspace.data / "train.jsonl", system=asked["system"], questions=asked["questions"]),
            **{name: getattr(told, name) for name in ("accumulate", "epochs", "batch_size", "checkpoints", "warmup", "max_length")},
        }  # fmt: skip
        trained = run_inside(environment, "finetune", request, workspace=workspace, work=part, what="微调")
        workspace.say("训练完了，正在用留出的数据挑检查点 …")
        chosen = run_inside(
            environment,
            "choose",
            {
                "work": str(part),
                "device": settings.device,
                "held_out": str(workspace.data / "held_out.jsonl"),
                "checkpoints": trained["checkpoints"],
            },
            workspace=workspace,
            work=part,
            what="挑检查点",
        )
        figures = trained | chosen
        _keep(part, chosen["best"], figures)
        return publish(
            part, workspace.checkpoints, step=STEP, key=key, made_of=made_of, settings=recorded, versions=versions, figures=_summary(figures)
        )  # fmt: skip


def _keep(part: Path, best: str, figures: dict[str, Any]) -> None:
    """Leave what is published: the chosen checkpoint, its configuration, the model's sample answers, the figures."""
    if not (part / best).exists():
        raise TrainingError(f"选中的检查点 {best} 不在 {part} 里，没有发布。再运行一次，会从最后的检查点继续。")
    samples = part / "samples"
    samples.mkdir(exist_ok=True)
    for path in part.glob("*/vis_data/eval_outputs_iter_*.txt"):
        shutil.copyfile(path, samples / path.name)
    (part / "figures.json").write_text(json.dumps(figures, ensure_ascii=False, indent=2), encoding="utf-8")
    kept = {best, "xtuner_config.py", "samples", "figures.json", "key.json"}
    for path in part.iterdir():
        if path.name not in kept:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _summary(figures: dict[str, Any]) -> dict[str, Any]:
    losses = [entry["loss"] for entry in figures["losses"]]
    return {
        "rows": figures["rows"],
        "tokens": figures["tokens"],
        "iterations": figures["iterations"],
        "rows_cut_at_max_length": figures["rows_cut_at_max_length"],
        "first_loss": losses[0] if losses else None,
        "last_loss": losses[-1] if losses else None,
        "held_out_loss": figures["held_out_loss"],
        "chosen": figures["best"],
        "configuration_fields": figures["configuration"]["fields"],
        "configuration_differences": len(figures["configuration"]["differences"]),
    }
