"""The whole chain on a CPU with a tiny random InternLM2, by the commands and the code that train the 7B on a GPU.

`make train-proof` runs this; it is part of `make prove`. The tools' environments are built once below `var/environments`.
"""

import csv
import json
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.training_proof.chapter import form, told_to_run
from tests.training_proof.machine import Machine, the_command, the_tool
from tests.wire.running import PROJECT
from training import environments
from training.publishing import require_whole

pytestmark = [
    pytest.mark.prove,
    pytest.mark.skipif(sys.platform != "linux", reason="the training tools run on Linux"),
]

NEXT = {"finetune": ("convert",), "convert": ("merge",), "merge": ("quantise",), "quantise": ("serve", "--check")}


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """The environments built, the settings written."""
    machine = Machine(tmp_path_factory.mktemp("training"))
    machine.run("environment", "xtuner", "--cpu")
    machine.run("environment", "lmdeploy", "--cpu")
    machine.tell(epochs=2, checkpoints=4, deepspeed="false")
    yield machine
    sys.stdout.write("\n" + json.dumps({"seconds": machine.seconds, "figures": machine.figures}, ensure_ascii=False, indent=2) + "\n")


@pytest.fixture(scope="module")
def more(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """A person's own data, everyday conversation, and a file of questions that must stay out: one of them is in the person's data."""
    folder = tmp_path_factory.mktemp("own")
    leaked = ["进程和程序最根本的区别是什么？", "动态与静态", "大小", "语言", "位置", "A", ""]
    own = [
        {"input": "行测和申论先做哪个？", "output": "先做行测。"},
        {"input": leaked[0], "output": "动态与静态。"},
        {"input": "没有答案的题"},
    ]
    general = [{"input": "今天好累", "output": "辛苦了，先歇一会儿。"}]
    for name, rows in (("own.json", own), ("general.json", general)):
        (folder / name).write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    with (folder / "ceval.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["id", "question", *"ABCD", "answer", "explanation"], [0, *leaked]])
    return ("--import", str(folder / "own.json"), "--general", str(folder / "general.json"), "--evaluation", str(folder / "ceval.csv"))


@pytest.fixture(scope="module")
def rows(machine: Machine, more: tuple[str, ...]) -> dict[str, Any]:
    """The manifest of the data step, made with the person's own data after it was made without."""
    machine.step("data", label="data without more")
    machine.run("audit", more[1])
    return machine.step("data", *more)


@pytest.fixture(scope="module")
def base(machine: Machine, rows: dict[str, Any]) -> dict[str, Any]:
    """The tiny random InternLM2, its tokenizer made of the exam's own text."""
    folder = Path(rows["folder"])
    text = machine.home / "text.txt"
    lines = (folder / "train.jsonl").read_text(encoding="utf-8").splitlines()[:400]
    text.write_text("\n".join(f"{turn['system']}\n{turn['input']}\n{turn['output']}" for line in lines for turn in json.loads(line)["conversation"]), encoding="utf-8")  # fmt: skip
    return machine.inside(
        "xtuner-cpu",
        "tiny_model",
        {"folder": str(machine.base), "text": str(text), "vocabulary": 2000, "hidden": 128, "layers": 2, "seed": 408},
    )


@pytest.fixture(scope="module")
def with_zero2(machine: Machine, base: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The manifests of a short fine-tuning under DeepSpeed's ZeRO-2, as on a GPU, and of its conversion. (In bf16, slow on most CPUs.)"""
    machine.tell(epochs=1, checkpoints=1, deepspeed="true")
    made = machine.step("finetune", label="finetune (ZeRO-2)"), machine.step("convert", label="convert (ZeRO-2)")
    machine.tell(epochs=2, checkpoints=4, deepspeed="false")
    return made


@pytest.fixture(scope="module")
def finetuned(machine: Machine, with_zero2: object) -> dict[str, Any]:
    return machine.step("finetune")


@pytest.fixture(scope="module")
def adapter(machine: Machine, finetuned: dict[str, Any]) -> dict[str, Any]:
    return machine.step("convert")


@pytest.fixture(scope="module")
def merged(machine: Machine, adapter: dict[str, Any]) -> dict[str, Any]:
    return machine.step("merge", "--device", "cpu")


@pytest.fixture(scope="module")
def quantised(machine: Machine, merged: dict[str, Any]) -> dict[str, Any]:
    return machine.step("quantise")


def test_the_configuration_is_the_seeds_field_by_field(machine: Machine, finetuned: dict[str, Any]) -> None:
    """xtuner's own file, with the seeds' changes, the exam's data and what a CPU lacks; any other difference would have stopped the step."""
    figures = json.loads((Path(finetuned["folder"]) / "figures.json").read_text(encoding="utf-8"))
    found = {entry["field"]: entry["here"] for entry in figures["configuration"]["differences"]}
    assert figures["configuration"]["stock"] == "internlm2_chat_7b_qlora_oasst1_e3"
    assert found["max_length"] == 640 and found["max_epochs"] == found["train_cfg.max_epochs"] == 2
    assert found["train_dataset.dataset.path"] == "json" and found["train_dataset.dataset_map_fn"] is None
    assert "model.llm.quantization_config.bnb_4bit_quant_type" not in found, "NF4 stays"


def test_zero_2_trains_and_its_checkpoint_converts(with_zero2: tuple[dict[str, Any], dict[str, Any]]) -> None:
    finetuned, adapter = with_zero2
    assert any("optim_states" in name for name in finetuned["files"]), "a checkpoint of DeepSpeed is a folder"
    assert adapter["figures"]["zero_maps"] == 0


def test_the_loss_falls_and_the_best_checkpoint_is_taken(finetuned: dict[str, Any]) -> None:
    figures = finetuned["figures"]
    assert figures["last_loss"] < 0.9 * figures["first_loss"]
    held_out = figures["held_out_loss"]
    assert held_out[figures["chosen"]] == min(loss for name, loss in held_out.items() if name != "before")
    assert held_out[figures["chosen"]] < held_out["before"]
    assert len(held_out) == 1 + 4


def test_the_adapter_is_not_zero(adapter: dict[str, Any]) -> None:
    figures = adapter["figures"]
    assert figures["zero_maps"] == 0
    assert figures["maps"] == 2 * 5 + 1, "five maps in each of two layers, and the output"
    assert figures["norm_of_b"] > 0


def test_the_merged_model_differs_from_the_base(merged: dict[str, Any]) -> None:
    assert merged["figures"]["changed_tensors"] == 2 * 5 + 1
    assert merged["figures"]["largest_relative_change"] > 0


def test_the_quantised_model_is_awq_and_agrees_with_the_merged_one(quantised: dict[str, Any]) -> None:
    figures = quantised["figures"]
    made = figures["quantization"]
    assert (made["quant_method"], made["bits"], made["group_size"]) == ("awq", 4, 128)
    assert figures["mean_cosine"] > 0.99
    assert figures["quantised_maps"] == 2 * 5


def test_the_quantised_model_would_be_served_as_it_was_trained(machine: Machine, quantised: dict[str, Any]) -> None:
    assert "都对" in machine.run("serve", "--check")
    assert "TurboMind 不能运行" in machine.run("serve", code=1)
    printed = machine.run("serve", "--print")
    found = machine.inside("lmdeploy-cpu", "signatures", {"command": printed.strip().splitlines()[-1], "folder": quantised["folder"]})
    assert found["faults"] == []
    assert found["parsed"]["model_format"] == "awq" and found["parsed"]["enable_prefix_caching"] is True


@pytest.mark.parametrize("name", ["xtuner-cpu", "lmdeploy-cpu"])
def test_an_environment_holds_what_is_pinned_and_nothing_else(machine: Machine, name: str) -> None:
    folder = machine.home / "environments" / name
    pinned = environments.Environment(name, folder, environments.REQUIREMENTS / f"{name}.txt").versions()
    command = [str(folder / "bin" / "python"), "-I", "-m", "pip", "list", "--format", "json"]
    listed = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    found = {re.sub(r"[-_.]+", "-", entry["name"]).lower(): entry["version"].removesuffix("+cpu") for entry in listed}
    assert {**found, "pip": ""} == {"setuptools": found["setuptools"], **pinned, "pip": ""}


def test_the_person_s_own_data_is_in_and_what_must_stay_out_is_out(rows: dict[str, Any]) -> None:
    folder = Path(rows["folder"])
    text = "".join((folder / name).read_text(encoding="utf-8") for name in ("train.jsonl", "held_out.jsonl"))
    assert "先做行测。" in text and "辛苦了，先歇一会儿。" in text
    assert "进程和程序最根本的区别" not in text and rows["figures"]["leaks"] >= 1
    assert "own.json 第 3 行" in (folder / "report.md").read_text(encoding="utf-8"), "a row without an answer is named"


def test_what_is_done_is_not_done_again(machine: Machine, quantised: dict[str, Any], more: tuple[str, ...]) -> None:
    for command in (("data", *more), ("finetune",), ("convert",), ("merge",), ("quantise",)):
        assert "没有变化" in machine.run(*command, label="done already"), command


def test_half_made_input_is_refused(machine: Machine, quantised: dict[str, Any]) -> None:
    shard = next(machine.result("merge").glob("*.safetensors"))
    whole = shard.read_bytes()
    try:
        shard.write_bytes(whole[: len(whole) // 2])
        assert shard.name in machine.run("quantise", code=1)
    finally:
        shard.write_bytes(whole)


@contextmanager
def as_if_never_made(result: Path) -> Iterator[Path]:
    """A published folder out of the way, and afterwards back in its place: what was made of it fits it and nothing else."""
    kept = result.with_name(f"{result.name}-before")
    result.rename(kept)
    try:
        yield kept
    finally:
        shutil.rmtree(result, ignore_errors=True)
        kept.rename(result)


def trained_until(part: Path) -> int:
    """The iteration of the last checkpoint that was written to its end; 0 without one."""
    try:
        return int(Path((part / "last_checkpoint").read_text(encoding="utf-8")).stem.removeprefix("iter_"))
    except FileNotFoundError:
        return 0


@pytest.mark.parametrize("step", ["finetune", "convert", "merge", "quantise"])
def test_a_step_killed_at_a_random_moment_goes_on_or_starts_cleanly(machine: Machine, quantised: dict[str, Any], step: str) -> None:
    """SIGKILL somewhere between start and end, of the command and then of the tool below it; nothing is published, and the next run is whole."""
    result = machine.result(step)
    part, log = result.with_name(f".{result.name}.part"), machine.home / "training" / "408" / "logs" / f"{step}.log"
    before, usual, chance = require_whole(result, step, ""), machine.seconds[step], random.Random(f"408 {step}")
    with as_if_never_made(result):
        for victim, moment in ((the_command, chance.uniform(0.1, 0.6) * usual), (the_tool, chance.uniform(0.2, 0.9) * usual)):
            machine.interrupt(step, moment, victim)
            while result.exists():  # this time it was quicker than the first
                require_whole(result, step, "")
                shutil.rmtree(result)
                moment /= 2
                machine.interrupt(step, moment, victim)
            assert "还没有" in machine.run(*NEXT[step], code=1), "the next step takes nothing half made"
        left, told = trained_until(part), log.stat().st_size
        machine.step(step, label=f"{step} (after two kills)")
        after = require_whole(result, step, "")
        assert not part.exists()
        if step == "finetune":
            resumed = "resumed epoch" in log.read_bytes()[told:].decode()
            assert resumed == (0 < left < before.figures["iterations"]), f"it goes on from iteration {left}"
            assert after.figures["iterations"] == before.figures["iterations"]
            assert after.figures["last_loss"] == pytest.approx(before.figures["last_loss"], rel=0.1)
        else:
            assert after.figures == before.figures


def test_a_fine_tuning_killed_after_a_checkpoint_goes_on_from_it(machine: Machine, quantised: dict[str, Any]) -> None:
    result = machine.result("finetune")
    part, log = result.with_name(".finetuned.part"), machine.home / "training" / "408" / "logs" / "finetune.log"

    def after_a_checkpoint(process: psutil.Process) -> psutil.Process | None:
        return process if trained_until(part) else None

    with as_if_never_made(result) as kept:
        machine.interrupt("finetune", 0, after_a_checkpoint)
        assert not result.exists()
        left, told = trained_until(part), log.stat().st_size
        machine.step("finetune", label="finetune (after a kill behind a checkpoint)")
        assert re.search(rf"resumed epoch: \d+, iter: {left}\b", log.read_bytes()[told:].decode())
        again, first = (json.loads((folder / "figures.json").read_text(encoding="utf-8"))["losses"] for folder in (result, kept))
        assert [entry["iteration"] for entry in again] == [entry["iteration"] for entry in first], "every iteration is there, once"
        assert again[-1]["loss"] == pytest.approx(first[-1]["loss"], rel=0.1)


def test_every_command_of_the_chapter_was_run_here(machine: Machine, quantised: dict[str, Any]) -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    chapter = readme[readme.index("## 训练自己的模型") : readme.index("## 测出来的数")]
    told = told_to_run(chapter) | told_to_run((PROJECT / "docs" / "training.md").read_text(encoding="utf-8"))
    assert len(told) >= 13
    assert told - {form(words) for words in machine.ran} == set()
