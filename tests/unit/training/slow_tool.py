"""Stands in for a tool that works for a while in an environment of its own: says where it is, then waits, answers or fails."""

import os
import time
from pathlib import Path

from training.inside.request import read_request, write_result

if __name__ == "__main__":
    request = read_request()
    Path(request["pid"]).write_text(str(os.getpid()), encoding="utf-8")
    print("Iter(train) [ 10/100]  lr: 1e-4  eta: 0:01:30  time: 1.0  loss: 2.5", flush=True)  # noqa: T201
    time.sleep(request["seconds"])
    if request["fail"]:
        raise SystemExit("torch.OutOfMemoryError: CUDA out of memory")
    write_result(request, {"done": True, "offline": os.environ["HF_HUB_OFFLINE"]})
