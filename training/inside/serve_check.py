"""Whether a quantised model would be served as it was trained: engine, format, chat template, end of the answer. Nothing is loaded."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from training.inside.request import read_request, write_result

TRAINED_WITH = "<|im_start|>system\n{system}<|im_end|>\n<|im_start|>user\n{user}<|im_end|>\n<|im_start|>assistant\n"
"""xtuner's `PROMPT_TEMPLATE.internlm2_chat`, with which the rows were written."""


def main() -> None:
    """Look at everything and report every fault."""
    request = read_request()
    folder = Path(request["folder"])
    faults = list(model_faults(folder))
    if request["engine"]:
        faults += engine_faults(folder)
    write_result(request, {"faults": faults})


def model_faults(folder: Path) -> list[str]:
    """What of the folder itself would be served wrong."""
    from transformers import AutoTokenizer

    faults: list[str] = []
    configuration: dict[str, Any] = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    made = configuration.get("quantization_config") or {}
    if (made.get("quant_method"), made.get("bits"), made.get("group_size")) != ("awq", 4, 128):
        faults.append(f"量化方式是 {made or '没有量化'}，TurboMind 要 AWQ、4 bit、每组 128")
    tokenizer = AutoTokenizer.from_pretrained(folder, trust_remote_code=True)
    stop = tokenizer.convert_tokens_to_ids("<|im_end|>")
    ends = configuration.get("eos_token_id")
    if stop not in (ends if isinstance(ends, list) else [ends]):
        faults.append(f"config.json 的 eos_token_id 是 {ends}，里面没有 <|im_end|>（{stop}），模型会停不下来")
    messages = [{"role": "system", "content": "甲"}, {"role": "user", "content": "乙"}]
    try:
        shown = tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)
    except Exception as error:
        faults.append(f"tokenizer 没有能用的对话模板（{error}）")
    else:
        if shown.removeprefix(tokenizer.bos_token or "") != TRAINED_WITH.format(system="甲", user="乙"):
            faults.append(f"tokenizer 的对话模板和训练时不一样：{shown!r}")
    return faults


def engine_faults(folder: Path) -> list[str]:
    """Why TurboMind would not run here; lmdeploy itself would take another engine and say nothing."""
    import torch
    from lmdeploy import turbomind
    from lmdeploy.archs import autoget_backend

    if not torch.cuda.is_available():
        return ["这台机器没有可用的 CUDA，TurboMind 不能运行（lmdeploy 会悄悄换成别的引擎）"]
    if not turbomind.is_available():
        return ["lmdeploy 的 TurboMind 装不起来，请重建环境：shangan train environment lmdeploy"]
    chosen = autoget_backend(str(folder), trust_remote_code=True)
    return [] if chosen == "turbomind" else [f"lmdeploy 对这个模型会用 {chosen} 而不是 TurboMind"]


if __name__ == "__main__":
    main()
