"""The chosen checkpoint as a LoRA adapter in the Hugging Face layout, by xtuner's own `pth_to_hf`."""

from __future__ import annotations

import sys
from pathlib import Path

from training.inside import cpu
from training.inside.request import read_request, write_result


def main() -> None:
    """Convert, then look whether the adapter learnt anything."""
    request = read_request()
    if request["device"] == "cpu":
        cpu.stand_in()
    folder = Path(request["folder"])
    from xtuner.tools.model_converters import pth_to_hf

    sys.argv = ["pth_to_hf.py", request["configuration"], request["checkpoint"], str(folder), "--safe-serialization"]
    pth_to_hf.main()
    from safetensors import safe_open

    norms: dict[str, float] = {}
    with safe_open(folder / "adapter_model.safetensors", framework="pt") as weights:
        for name in weights.keys():  # noqa: SIM118 (no dict)
            norms[name] = float(weights.get_tensor(name).float().norm())
    # LoRA's B is zero before training: an adapter whose B is zero changes nothing.
    learnt = {name: norm for name, norm in norms.items() if "lora_B" in name}
    write_result(
        request,
        {
            "tensors": len(norms),
            "maps": len(learnt),
            "zero_maps": sum(norm == 0 for norm in learnt.values()),
            "norm_of_b": sum(learnt.values()),
        },
    )


if __name__ == "__main__":
    main()
