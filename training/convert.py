"""The conversion step: the chosen checkpoint becomes a LoRA adapter that any tool reads."""

from __future__ import annotations

import shutil
from pathlib import Path

from engine.errors import TrainingError
from training import environments
from training.processes import run_inside
from training.publishing import Manifest, code_version, is_done, key_of, making, publish, require_whole
from training.workspace import Workspace

STEP = "convert"


def convert(workspace: Workspace) -> Manifest:
    """Convert and publish.

    Raises:
        TrainingError: the fine-tuning's result is not whole, or the adapter changes nothing.
    """
    finetuned = require_whole(workspace.checkpoints, "finetune", workspace.command("finetune"))
    environment = environments.require(workspace.home, "xtuner", workspace.settings.device)
    made_of = {"finetune": finetuned.digest}
    versions = environment.versions() | {"code": code_version(Path(__file__).parent / "inside" / "convert.py")}
    key = key_of(STEP, {}, made_of, versions)
    if (done := is_done(workspace.adapter, key)) is not None:
        workspace.say("适配器已经转换好，没有变化。")
        return done
    with making(workspace.adapter, key) as part:
        work = part / "work"
        request = {
            "device": workspace.settings.device,
            "configuration": str(workspace.checkpoints / "xtuner_config.py"),
            "checkpoint": str(workspace.checkpoints / finetuned.figures["chosen"]),
            "folder": str(part),
        }
        figures = run_inside(environment, "convert", request, workspace=workspace, work=work, what="转换")
        shutil.rmtree(work)
        if figures["zero_maps"] or not figures["maps"]:
            raise TrainingError(
                f"适配器里有 {figures['zero_maps']} 个矩阵还是零，等于没有学到，没有发布。请看微调的 loss 有没有下降：{workspace.checkpoints / 'figures.json'}"
            )
        return publish(part, workspace.adapter, step=STEP, key=key, made_of=made_of, settings={}, versions=versions, figures=figures)
