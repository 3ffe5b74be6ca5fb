"""The loss of every checkpoint on the held-out rows, and before training; the least is chosen.

The loss is the mean over the answers' tokens, the same that training lessens. What was measured is kept, so that a killed run goes on.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from training.inside import cpu
from training.inside.request import read_request, write_result


def main() -> None:
    """Measure and choose."""
    request = read_request()
    if request["device"] == "cpu":
        cpu.stand_in()
    import torch
    from mmengine.config import Config
    from xtuner.model.utils import guess_load_checkpoint
    from xtuner.registry import BUILDER

    work = Path(request["work"])
    remembered = work / "held_out_loss.json"
    found: dict[str, float] = json.loads(remembered.read_text(encoding="utf-8")) if remembered.is_file() else {}
    wanted = ["before", *request["checkpoints"]]
    if any(name not in found for name in wanted):
        configuration = Config.fromfile(work / "xtuner_config.py")
        rows = configuration.train_dataset
        rows.dataset.data_files = {"train": request["held_out"]}
        rows.pack_to_max_length = False
        dataset = BUILDER.build(rows)
        model = BUILDER.build(configuration.model)
        if request["device"] == "cuda":
            model.cuda()
        model.eval()
        for name in wanted:
            if name in found:
                continue
            if name != "before":
                state = guess_load_checkpoint(str(work / name))
                unexpected = model.load_state_dict(state, strict=False).unexpected_keys
                if unexpected:
                    raise ValueError(f"{name} holds weights that the model has not: {unexpected[:3]}")
            found[name] = _loss(torch, model, dataset, request["device"])
            beside = remembered.with_name(remembered.name + ".new")
            beside.write_text(json.dumps(found), encoding="utf-8")
            beside.replace(remembered)
            print(f"shangan: 留出数据上的 loss：{name} {found[name]:.4f}", flush=True)  # noqa: T201
    best = min(request["checkpoints"], key=lambda name: found[name])
    write_result(request, {"held_out_loss": {name: found[name] for name in wanted}, "best": best})


def _loss(torch: Any, model: Any, dataset: Any, device: str) -> float:
    total, tokens = 0.0, 0
    with torch.no_grad():
        for row in dataset:
            batch = {name: torch.tensor([row[name]], device=device) for name in ("input_ids", "labels")}
            counted = int((batch["labels"][:, 1:] >= 0).sum())
            if counted:
                with torch.autocast(device_type=device, dtype=torch.bfloat16, enabled=device == "cuda"):
                    loss = model(batch, mode="loss")["loss"]
                total, tokens = total + float(loss) * counted, tokens + counted
    if not tokens:
        raise ValueError("not one held-out row has an answer within max_length")
    return total / tokens


if __name__ == "__main__":
    main()
