"""What xtuner 0.2.0 and its pinned transformers lack on a CPU, so that the same steps run there with a tiny model.

Call `stand_in()` before anything else is imported. On a GPU none of this is touched.
"""

from __future__ import annotations

import importlib
import importlib.machinery
import os
import sys
import types
from typing import Any


def stand_in() -> None:
    """Put the missing pieces in place."""
    _torchvision()
    # torch 2.6 and later read weights only; mmengine's checkpoints, which this project wrote itself, hold its counters as well.
    os.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "1"
    import torch

    if not hasattr(torch.cpu, "is_bf16_supported"):
        torch.cpu.is_bf16_supported = lambda: False
    import bitsandbytes.nn.modules as modules

    # On AVX512-BF16 processors an evaluation forward repacks the NF4 weights, and training after it has no gradients.
    modules.has_avx512bf16 = lambda: False
    # One process speaks with nobody: no need to compile shared-memory communication first. (`import ... as` would find torch itself.)
    communication: Any = importlib.import_module("deepspeed.comm.torch")
    communication.build_shm_op = lambda: None
    import transformers.integrations.bitsandbytes as integration

    # transformers 4.48 asks for the multi-backend preview; bitsandbytes 0.50 computes on the CPU by itself.
    integration._validate_bnb_multi_backend_availability = lambda raise_exception: True
    import transformers.quantizers.quantizer_bnb_4bit as quantizer

    quantizer.validate_bnb_backend_availability = lambda raise_exception=False: True


def _torchvision() -> None:
    """xtuner imports torchvision for its picture models, which nothing here uses, and there is none for this torch."""
    for name in ("torchvision", "torchvision.transforms", "torchvision.transforms.functional"):
        module: Any = types.ModuleType(name)
        module.__spec__ = importlib.machinery.ModuleSpec(name, None)
        module.__path__ = []
        module.__version__ = "0"  # logged by mmengine
        sys.modules.setdefault(name, module)
    sys.modules["torchvision.transforms.functional"].InterpolationMode = None  # type: ignore[attr-defined]
