"""4 bits by lmdeploy's own `auto_awq`, calibrated on the exam's rows as the model sees them when it is served; then compared.

lmdeploy loads its calibration sets from a hub; here `get_calib_loaders` is replaced, so that nothing is looked up. What is published
is dequantised again and must give the merged model's logits.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from training.inside.request import read_request, write_result

PACKED = (0, 2, 4, 6, 1, 3, 5, 7)
"""AWQ packs eight outputs into 32 bits in this order."""


def main() -> None:
    """Quantise, put the stop word into the configuration, compare."""
    request = read_request()
    folder, merged = Path(request["folder"]), Path(request["merged"])
    import torch
    from lmdeploy.lite.apis import auto_awq, calibrate

    def own_text(_name: str, tokenizer: Any, nsamples: int = 128, seed: int = 0, seqlen: int = 2048) -> list[Any]:
        return [torch.tensor([ids]) for ids in samples(request["calibration"], tokenizer, nsamples, seqlen, seed)]

    calibrate.get_calib_loaders = own_text
    auto_awq.auto_awq(
        str(merged), work_dir=str(folder), calib_samples=request["samples"], calib_seqlen=request["length"], w_bits=request["bits"],
        w_group_size=request["group_size"], device=request["device"], dtype="float16", trust_remote_code=True,
    )  # fmt: skip
    for left in folder.glob("*_stats.pth"):
        left.unlink()
    stop = stop_at_the_turn_s_end(folder, merged)
    figures = compare(folder, merged, request)
    quantization = json.loads((folder / "config.json").read_text(encoding="utf-8"))["quantization_config"]
    write_result(request, {"quantization": quantization, "stop_tokens": stop, **figures})


def samples(path: str, tokenizer: Any, count: int, length: int, seed: int) -> list[list[int]]:
    """`count` pieces of `length` tokens of our own conversations, drawn by `seed`; the text is begun again where it is too short."""
    rows = [json.loads(line)["messages"] for line in Path(path).read_text(encoding="utf-8").splitlines()]
    random.Random(seed).shuffle(rows)
    ids: list[int] = []
    while len(ids) < count * length:
        for messages in rows:
            ids += tokenizer(tokenizer.apply_chat_template(messages, tokenize=False), add_special_tokens=False)["input_ids"]
            if len(ids) >= count * length:
                break
    return [ids[start : start + length] for start in range(0, count * length, length)]


def stop_at_the_turn_s_end(folder: Path, merged: Path) -> list[int]:
    """Put `<|im_end|>` among the end tokens, so that an engine that knows no InternLM2 template stops there; returns them."""
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(merged, trust_remote_code=True)
    turn_s_end = tokenizer.convert_tokens_to_ids("<|im_end|>")
    if turn_s_end is None or turn_s_end == tokenizer.unk_token_id:
        raise ValueError("the tokenizer has no <|im_end|>: this is no InternLM2 chat model")
    ends: list[int] = []
    for name in ("config.json", "generation_config.json"):
        path = folder / name
        settings = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        known = settings.get("eos_token_id", tokenizer.eos_token_id)
        ends = list(dict.fromkeys([*(known if isinstance(known, list) else [known]), turn_s_end]))
        path.write_text(json.dumps({**settings, "eos_token_id": ends}, ensure_ascii=False, indent=2), encoding="utf-8")
    for code in merged.glob("*.py"):
        if not (folder / code.name).exists():
            (folder / code.name).write_bytes(code.read_bytes())
    return ends


def compare(folder: Path, merged: Path, request: dict[str, Any]) -> dict[str, Any]:
    """Cosine of the logits of the published weights, dequantised, and of the merged model's, over calibration text held apart by its seed."""
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    device = request["device"]
    tokenizer = AutoTokenizer.from_pretrained(folder, trust_remote_code=True)
    pieces = samples(request["calibration"], tokenizer, request["compared"], min(request["length"], 512), seed=1)
    # On a CPU half precision is slow and coarse; on a GPU two 7B models in fp32 would not fit.
    kind = torch.float16 if device == "cuda" else torch.float32
    model = AutoModelForCausalLM.from_pretrained(merged, torch_dtype=kind, trust_remote_code=True, low_cpu_mem_usage=True)

    def logits() -> list[Any]:
        model.to(device).eval()
        with torch.no_grad():
            return [model(torch.tensor([ids], device=device)).logits[0].float().cpu() for ids in pieces]

    expected = logits()
    model.to("cpu")
    weights = dequantised(folder, kind)
    missing, unexpected = model.load_state_dict(weights, strict=False)
    wrong = [name for name in (*missing, *unexpected) if not name.endswith("inv_freq")]
    if wrong:
        raise ValueError(f"the quantised model does not hold what the merged one does: {wrong[:5]}")
    cosines = torch.cat([torch.nn.functional.cosine_similarity(one, other, dim=-1) for one, other in zip(expected, logits(), strict=True)])
    agreeing = [float((one.argmax(-1) == other.argmax(-1)).float().mean()) for one, other in zip(expected, logits(), strict=True)]
    return {
        "quantised_maps": sum(1 for path in folder.glob("*.safetensors") for name in _names(path) if name.endswith(".qweight")),
        "compared_tokens": len(cosines),
        "mean_cosine": float(cosines.mean()),
        "least_cosine": float(cosines.min()),
        "same_first_choice": sum(agreeing) / len(agreeing),
    }


def dequantised(folder: Path, kind: Any) -> dict[str, Any]:
    """Every weight of a published folder, the quantised ones as (q - zero) * scale in the layout of `nn.Linear`."""
    from safetensors import safe_open

    weights: dict[str, Any] = {}
    for path in sorted(folder.glob("*.safetensors")):
        with safe_open(path, framework="pt") as file:
            names = list(file.keys())
            for name in names:
                if name.endswith(".qweight"):
                    stem = name.removesuffix(".qweight")
                    parts = (file.get_tensor(f"{stem}.{part}") for part in ("qweight", "qzeros", "scales"))
                    weights[f"{stem}.weight"] = unpacked(*parts).to(kind)
                elif not name.endswith((".qzeros", ".scales")):
                    weights[name] = file.get_tensor(name).to(kind)
    return weights


def unpacked(qweight: Any, qzeros: Any, scales: Any) -> Any:
    """(outputs, inputs) in fp32 of a map whose qweight is (inputs, outputs / 8), qzeros (groups, outputs / 8), scales (groups, outputs)."""
    group = qweight.shape[0] // scales.shape[0]
    values, zeros = _nibbles(qweight), _nibbles(qzeros)
    return ((values - zeros.repeat_interleave(group, 0)) * scales.float().repeat_interleave(group, 0)).t().contiguous()


def _nibbles(packed: Any) -> Any:
    import torch

    taken = torch.stack([(packed >> (4 * place)) & 15 for place in range(8)], dim=-1)
    ordered = torch.empty_like(taken)
    ordered[..., list(PACKED)] = taken
    return ordered.reshape(packed.shape[0], -1).float()


def _names(path: Path) -> list[str]:
    from safetensors import safe_open

    with safe_open(path, framework="pt") as file:
        return list(file.keys())


if __name__ == "__main__":
    main()
