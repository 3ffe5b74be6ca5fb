"""Base model and adapter as one model in 16 bits, by xtuner's own `merge`; then every tensor is compared with the base's."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.inside import cpu
from training.inside.request import read_request, write_result


def main() -> None:
    """Merge and compare."""
    request = read_request()
    if request["device"] == "cpu":
        cpu.stand_in()
    folder, base = Path(request["folder"]), Path(request["base"])
    from xtuner.tools.model_converters import merge

    sys.argv = ["merge.py", str(base), request["adapter"], str(folder), "--safe-serialization", "--device", request["device"]]
    merge.main()
    before = dict(_places(base))
    changed, same, largest = 0, 0, 0.0
    for name, place in _places(folder):
        new, old = _tensor(place, name).float(), _tensor(before.pop(name), name).float()
        if new.shape != old.shape:
            raise ValueError(f"{name} has the shape {tuple(new.shape)}, the base's is {tuple(old.shape)}")
        if not new.isfinite().all():
            raise ValueError(f"{name} has values that are no numbers")
        difference = float((new - old).norm() / old.norm().clamp_min(1e-12))
        changed, same = (changed + 1, same) if difference > 0 else (changed, same + 1)
        largest = max(largest, difference)
    if before:
        raise ValueError(f"the merged model lacks {', '.join(sorted(before)[:5])}")
    write_result(request, {"changed_tensors": changed, "unchanged_tensors": same, "largest_relative_change": largest})


def _places(folder: Path) -> Iterator[tuple[str, Path]]:
    """(tensor's name, file) of a model in shards, safetensors or older."""
    shards = sorted(folder.glob("*.safetensors"))
    if shards:
        from safetensors import safe_open

        for path in shards:
            with safe_open(path, framework="pt") as weights:
                yield from ((name, path) for name in weights.keys())  # noqa: SIM118 (no dict)
    else:
        for path in sorted(folder.glob("pytorch_model*.bin")):
            yield from ((name, path) for name in _loaded(path))


_kept: dict[Path, Any] = {}


def _loaded(path: Path) -> Any:
    import torch

    if path not in _kept:
        _kept.clear()  # one shard at a time
        _kept[path] = torch.load(path, map_location="cpu", weights_only=True, mmap=True)
    return _kept[path]


def _tensor(path: Path, name: str) -> Any:
    if path.suffix == ".safetensors":
        from safetensors import safe_open

        with safe_open(path, framework="pt") as weights:
            return weights.get_tensor(name)
    return _loaded(path)[name]


if __name__ == "__main__":
    main()
