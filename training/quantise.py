"""The quantisation step: the merged model in 4 bits (AWQ), calibrated on the exam's own rows, compared with what it was made of."""

from __future__ import annotations

import shutil
from pathlib import Path

from engine.errors import TrainingError
from training import environments, memory
from training.processes import run_inside
from training.publishing import Manifest, code_version, is_done, key_of, making, publish, require_whole
from training.workspace import Workspace

STEP = "quantise"
COMPARED = 4
"""Pieces of text over which the logits are compared."""
LEAST_COSINE = 0.9
"""Mean cosine of the logits below which the weights were packed wrong, not merely made coarse: a sound 4-bit model is above 0.98."""


def quantise(workspace: Workspace) -> Manifest:
    """Quantise, compare and publish.

    Raises:
        TrainingError: the merged model or the data are not whole, the memory will not do, or the result does not agree.
    """
    settings = workspace.settings
    told = settings.quantise
    merged = require_whole(workspace.merged, "merge", workspace.command("merge"))
    data = require_whole(workspace.data, "data", workspace.command("data"))
    environment = environments.require(workspace.home, "lmdeploy", settings.device)
    made_of = {"merged": merged.digest, "calibration": data.files["calibration.jsonl"][1]}
    versions = environment.versions() | {"code": code_version(Path(__file__).parent / "inside" / "quantise.py")}
    recorded = told.model_dump(mode="json")
    key = key_of(STEP, recorded, made_of, versions)
    if (done := is_done(workspace.quantised, key)) is not None:
        workspace.say("已经量化好，没有变化。")
        return done
    shape = memory.read_shape(workspace.merged)
    memory.require_memory(memory.merge_bytes(shape), settings.device, "量化后的核对", "关掉占显存的程序再来，或加 --device cpu（慢）。")
    memory.require_disk(workspace.quantised, 0.7 * shape.linear + 2.2 * shape.other, "量化后的模型")
    with making(workspace.quantised, key) as part:
        work = part / "work"
        request = {
            "device": settings.device, "merged": str(workspace.merged), "folder": str(part), "calibration": str(workspace.data / "calibration.jsonl"),
            "samples": told.samples, "length": told.length, "bits": told.bits, "group_size": told.group_size, "compared": COMPARED,
        }  # fmt: skip
        figures = run_inside(environment, "quantise", request, workspace=workspace, work=work, what="量化")
        shutil.rmtree(work)
        made = figures["quantization"]
        if (made["quant_method"], made["bits"], made["group_size"]) != ("awq", told.bits, told.group_size):
            raise TrainingError(f"量化出来的是 {made}，不是 TurboMind 要的 AWQ 4 bit、每组 128，没有发布。")
        if figures["mean_cosine"] < LEAST_COSINE:
            raise TrainingError(
                f"量化后的模型和量化前对不上（logits 余弦 {figures['mean_cosine']:.4f}，应在 {LEAST_COSINE} 以上），没有发布。"
                "多半是工具版本不对，请重建环境：shangan train environment lmdeploy"
            )
        return publish(
            part, workspace.quantised, step=STEP, key=key, made_of=made_of, settings=recorded, versions=versions, figures=figures
        )
