"""Fine-tuning by xtuner's own `tools/train.py`, with a checkpoint at even distances and a resume after a kill.

Before the model is loaded the rows are tokenised and packed: how many iterations that makes decides when checkpoints are written.
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any

from training.inside import configuration, cpu
from training.inside.request import read_request, write_result


def main() -> None:
    """Train; the checkpoints lie in `work`, named by iteration."""
    request = read_request()
    if request["device"] == "cpu":
        cpu.stand_in()
    work = Path(request["work"])
    path = work / "xtuner_config.py"
    planned = plan(request, path)
    arguments = ["train.py", str(path), "--work-dir", str(work), "--seed", str(request["seed"])]
    if request["deepspeed"]:
        (work / "zero2.json").write_text(json.dumps(zero2(), indent=2), encoding="utf-8")
        arguments += ["--deepspeed", str(work / "zero2.json")]
    if (checkpoint := last_checkpoint(work)) is not None:
        arguments += ["--resume", str(checkpoint)]
    from xtuner.tools import train

    sys.argv = arguments
    if checkpoint is None or iteration_of(checkpoint) < planned["iterations"]:
        train.main()
    write_result(request, {**planned, "losses": losses(work), "checkpoints": [entry.name for entry in checkpoints(work)]})


def plan(request: dict[str, Any], path: Path) -> dict[str, Any]:
    """Write the configuration; returns what training will do: rows, tokens, sequences, iterations, when it saves."""
    from mmengine.config import Config
    from xtuner.registry import BUILDER

    changes = dict(request["changes"])
    configuration.write(path, changes)
    rows = Config.fromfile(path).train_dataset
    rows.pack_to_max_length = False
    single = BUILDER.build(rows)
    packed = BUILDER.build(Config.fromfile(path).train_dataset)
    accumulate, epochs = request["accumulate"], request["epochs"]
    each_epoch = math.ceil(len(packed) / request["batch_size"])
    iterations = each_epoch * epochs
    every = math.ceil(iterations / request["checkpoints"])
    every = min(iterations, math.ceil(every / accumulate) * accumulate)  # whole steps of the optimiser only
    changes |= {"save_steps": every, "save_total_limit": -1}
    changes |= {"default_hooks.checkpoint.interval": every, "default_hooks.checkpoint.max_keep_ckpts": -1}
    warmup = request["warmup"] * epochs
    if int(warmup * each_epoch) < 2:  # a warm-up of one step would leave the learning rate at its start for ever
        end = 2.5 / each_epoch  # counted in epochs and rounded down to 2 steps
        changes |= {"param_scheduler.0.end": end, "param_scheduler.1.begin": end}
    differences = configuration.write(path, changes)
    lengths = single["length"]
    return {
        "rows": len(single),
        "tokens": sum(lengths),
        "rows_cut_at_max_length": sum(length >= request["max_length"] for length in lengths),
        "sequences": len(packed),
        "iterations": iterations,
        "checkpoint_every": every,
        "configuration": {
            "stock": configuration.STOCK,
            "fields": len(configuration.flat(configuration.stock().to_dict())),
            "differences": differences,
        },
    }


def zero2() -> dict[str, Any]:
    """xtuner's own ZeRO-2 with the precision that this machine has; its "auto" takes none without a GPU and then fails."""
    import torch
    from xtuner.configs import cfgs_name_path

    stage: dict[str, Any] = json.loads(Path(cfgs_name_path["deepspeed_zero2"]).read_text(encoding="utf-8"))
    bf16 = not torch.cuda.is_available() or torch.cuda.is_bf16_supported()
    stage["fp16"]["enabled"], stage["bf16"]["enabled"] = not bf16, bf16
    return stage


def checkpoints(work: Path) -> list[Path]:
    """Every checkpoint by iteration; a file, or a folder under DeepSpeed."""
    return sorted(work.glob("iter_*.pth"), key=iteration_of)


def iteration_of(checkpoint: Path) -> int:
    """`iter_90.pth` -> 90."""
    return int(checkpoint.stem.removeprefix("iter_"))


def last_checkpoint(work: Path) -> Path | None:
    """The last one that was written to its end: mmengine names it only then."""
    try:
        named = Path((work / "last_checkpoint").read_text(encoding="utf-8").strip())
    except OSError:
        return None
    here = work / named.name
    return here if here.exists() else None


def losses(work: Path) -> list[dict[str, float]]:
    """{iteration, loss} as logged, over all runs of this work folder; what a resumed run did again counts once."""
    found: dict[int, float] = {}
    for path in sorted(work.glob("*/vis_data/scalars.json")):
        for line in path.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            if "loss" in entry:
                found[int(entry.get("step", entry.get("iter", 0)))] = float(entry["loss"])
    return [{"iteration": iteration, "loss": loss} for iteration, loss in sorted(found.items())]


if __name__ == "__main__":
    main()
