"""The merging step: base model and adapter become one model in 16 bits."""

from __future__ import annotations

import shutil
from pathlib import Path

from engine.errors import TrainingError
from training import environments, memory
from training.processes import run_inside
from training.publishing import Manifest, code_version, folder_digest, is_done, key_of, making, publish, require_whole
from training.workspace import Workspace

STEP = "merge"


def merge(workspace: Workspace) -> Manifest:
    """Merge and publish.

    Raises:
        TrainingError: the adapter is not whole, belongs to another base model, or merging changed nothing.
    """
    settings = workspace.settings
    adapter = require_whole(workspace.adapter, "convert", workspace.command("convert"))
    finetuned = require_whole(workspace.checkpoints, "finetune", workspace.command("finetune"))
    environment = environments.require(workspace.home, "xtuner", settings.device)
    base = settings.base.resolve()
    shape = memory.read_shape(base)
    made_of = {"adapter": adapter.digest, "base": folder_digest(base)}
    if made_of["base"] != finetuned.made_of["base"]:
        raise TrainingError(f"{base} 不是微调时用的那个底座（内容不同），没有合并。把 base 改回原来的目录，或重新微调。")
    versions = environment.versions() | {"code": code_version(Path(__file__).parent / "inside" / "merge.py")}
    key = key_of(STEP, {}, made_of, versions)
    if (done := is_done(workspace.merged, key)) is not None:
        workspace.say("已经合并好，没有变化。")
        return done
    memory.require_memory(memory.merge_bytes(shape), settings.device, "合并", "也可以加 --device cpu，在内存里合并。")
    memory.require_disk(workspace.merged, 2.1 * shape.weights, "合并后的模型")
    with making(workspace.merged, key) as part:
        work = part / "work"
        request = {"device": settings.device, "base": str(base), "adapter": str(workspace.adapter), "folder": str(part)}
        figures = run_inside(environment, "merge", request, workspace=workspace, work=work, what="合并")
        shutil.rmtree(work)
        if not figures["changed_tensors"]:
            raise TrainingError("合并后的模型和底座一模一样，没有发布。请看适配器是不是空的：shangan train convert。")
        return publish(part, workspace.merged, step=STEP, key=key, made_of=made_of, settings={}, versions=versions, figures=figures)
