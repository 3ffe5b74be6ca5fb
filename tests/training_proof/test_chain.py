"""The whole chain on a CPU with a tiny random InternLM2, by the commands and the code that train the 7B on a GPU.

`make train-proof` runs this; it is part of `make prove`. The tools' environments are built once below `var/environments`.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.wire.running import PROJECT

pytestmark = [
    pytest.mark.prove,
    pytest.mark.skipif(sys.platform != "linux", reason="the training tools run on Linux"),
]

SETTINGS = """
base = "{base}"
device = "cpu"

[data]
generated = 0
identity = ["{exam}/training/identity.jsonl"]

[finetune]
max_length = 640
epochs = {epochs}
accumulate = 2
learning_rate = 0.01
lora_rank = 8
checkpoints = {checkpoints}
evaluation_every = 10000
deepspeed = {deepspeed}

[quantise]
samples = 8
length = 256
"""


class Machine:
    """A machine with the tools' environments and a tiny base model."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.base = home / "models" / "tiny"
        self.settings = home / "settings.toml"
        self.seconds: dict[str, float] = {}
        built = PROJECT / "var" / "environments"
        built.mkdir(parents=True, exist_ok=True)
        (home / "environments").symlink_to(built)
        # A part of the exam, so that the proof takes minutes: one file of questions, one chapter of notes.
        self.exam = home / "exams" / "408"
        for name in ("exam.toml", "questions/os-1.jsonl", "notes/os/1-intro.md", "training/identity.jsonl"):
            (self.exam / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(PROJECT / "data" / "exams" / "408" / name, self.exam / name)

    def tell(self, **told: object) -> None:
        """Write the settings of training."""
        self.settings.write_text(SETTINGS.format(base=self.base, exam=self.exam, **told), encoding="utf-8")

    @property
    def variables(self) -> dict[str, str]:
        return {
            **os.environ,
            "SHANGAN_HOME": str(self.home),
            "SHANGAN_EXAMS": str(self.exam.parent),
            "SHANGAN_EXAM": "408",
            "OMP_NUM_THREADS": "1",
        }

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "bot", "train", *arguments]
        return subprocess.Popen(
            command, cwd=PROJECT, env=self.variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
        )

    def run(self, *arguments: str, code: int = 0) -> str:
        """Run a command of the documentation; its output."""
        started = time.monotonic()
        process = self.start(*arguments)
        out, err = process.communicate()
        self.seconds[" ".join(arguments[:2])] = round(time.monotonic() - started, 1)
        assert process.returncode == code, (
            f"shangan train {' '.join(arguments)} ended with {process.returncode}:\n{out[-3000:]}\n{err[-6000:]}"
        )
        return out + err

    def step(self, name: str) -> dict[str, Any]:
        """Run a step and return its manifest."""
        out = self.run(name, "--settings", str(self.settings), "--json")
        manifest: dict[str, Any] = json.loads(out[out.index("{") : out.rindex("}") + 1])
        return manifest

    def inside(self, environment: str, module: str, request: dict[str, Any]) -> dict[str, Any]:
        """Run one of the proof's own modules in a tool's environment."""
        path = self.home / "request.json"
        path.write_text(json.dumps({**request, "result": str(self.home / "result.json")}), encoding="utf-8")
        python = self.home / "environments" / environment / "bin" / "python"
        command = [str(python), "-m", f"tests.training_proof.{module}", str(path)]
        variables = {**self.variables, "PYTHONPATH": str(PROJECT), "HF_HUB_OFFLINE": "1", "HF_MODULES_CACHE": str(self.home / "modules")}
        with subprocess.Popen(command, cwd=self.home, env=variables, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:  # fmt: skip
            assert process.stdout is not None
            shown = process.stdout.read()
            assert process.wait() == 0, shown[-4000:]
        result: dict[str, Any] = json.loads((self.home / "result.json").read_text(encoding="utf-8"))
        return result


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """The environments built, the data made, the tiny model lying there."""
    machine = Machine(tmp_path_factory.mktemp("training"))
    machine.run("environment", "xtuner", "--cpu")
    machine.run("environment", "lmdeploy", "--cpu")
    machine.tell(epochs=2, checkpoints=4, deepspeed="false")
    yield machine
    sys.stdout.write("\n" + json.dumps(machine.seconds, ensure_ascii=False, indent=2) + "\n")


@pytest.fixture(scope="module")
def rows(machine: Machine) -> dict[str, Any]:
    """The manifest of the data step."""
    return machine.step("data")


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
    made = machine.step("finetune"), machine.step("convert")
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
    return machine.step("merge")


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
    assert "都对" in machine.run("serve", "--check", "--settings", str(machine.settings))
    assert "TurboMind 不能运行" in machine.run("serve", "--settings", str(machine.settings), code=1)
    printed = machine.run("serve", "--print", "--settings", str(machine.settings))
    found = machine.inside("lmdeploy-cpu", "signatures", {"command": printed.strip().splitlines()[-1], "folder": quantised["folder"]})
    assert found["faults"] == []
    assert found["parsed"]["model_format"] == "awq" and found["parsed"]["enable_prefix_caching"] is True


def test_what_is_done_is_not_done_again(machine: Machine, quantised: dict[str, Any]) -> None:
    for step in ("data", "finetune", "convert", "merge", "quantise"):
        started = time.monotonic()
        machine.step(step)
        assert time.monotonic() - started < 60, step


def test_half_made_input_is_refused(machine: Machine, quantised: dict[str, Any]) -> None:
    shard = next((machine.home / "training" / "408" / "merged").glob("*.safetensors"))
    whole = shard.read_bytes()
    try:
        shard.write_bytes(whole[: len(whole) // 2])
        assert shard.name in machine.run("quantise", "--settings", str(machine.settings), code=1)
    finally:
        shard.write_bytes(whole)


@pytest.mark.parametrize("step", ["finetune", "convert", "merge", "quantise"])
def test_a_step_killed_at_a_random_moment_goes_on_or_starts_cleanly(machine: Machine, quantised: dict[str, Any], step: str) -> None:
    """SIGKILL, twice, somewhere between start and end; what is published afterwards is whole."""
    folder = (
        machine.home
        / "training"
        / "408"
        / {"finetune": "finetuned", "convert": "adapter", "merge": "merged", "quantise": "quantised"}[step]
    )
    manifest = folder / "manifest.json"
    usual = machine.seconds[f"{step} --settings"]
    manifest.rename(folder / "manifest.before")  # as if it had never been published
    chance = random.Random(f"408 {step}")
    try:
        for _ in range(2):
            process = machine.start(step, "--settings", str(machine.settings), "--json")
            try:
                process.communicate(timeout=chance.uniform(0.3, 0.9) * max(usual, 5))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.communicate()
                assert not manifest.exists(), "a half-made result was published"
    finally:
        (folder / "manifest.before").unlink(missing_ok=True)
    assert machine.step(step)["files"]
