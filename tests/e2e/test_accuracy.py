"""Measuring accuracy as a person does it: real processes, real files, a real endpoint."""

from __future__ import annotations

import csv
import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engine import prompting
from engine.evaluation.runs import load_run
from engine.exams import load_exams
from tests import tool_environments
from tests.wire.model import fake_model
from tests.wire.running import PROJECT, RunningBot

SEED = PROJECT.parent / "shared" / "data" / "assistant408" / "opencompass"
OPTIONS = ["分段", "分页", "段页式", "可变分区"]
WAIT = 600.0


def write_questions(path: Path, keys: str) -> Path:
    rows = [
        {"id": f"q{n}", "subject": "操作系统", "question": f"第 {n} 题？", "options": OPTIONS, "answer": key} for n, key in enumerate(keys)
    ]
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return path


async def test_a_model_before_and_after_in_one_table_and_through_the_gate(tmp_path: Path) -> None:
    machine = RunningBot(tmp_path / "home")
    questions = write_questions(tmp_path / "q.jsonl", "BBBBAB" * 20)
    outputs = ("--markdown", str(tmp_path / "table.md"), "--csv", str(tmp_path / "table.csv"))
    with fake_model("页的大小固定。\n答案是：**B**") as model:
        machine.settings |= {"MODEL_URL": model.url, "MODEL_NAME": "base"}
        measured = ("eval", "accuracy", str(questions), "--model", "openai")
        before = tmp_path / "before.jsonl"
        code, _, err = await machine.command(*measured, "--label", "微调前", "--run", str(before), seconds=WAIT)
        assert code == 0, err
        assert all(request["temperature"] == 0 for request in model.requests)

        # The endpoint goes away in the middle: what was answered is kept, and only the rest is asked again.
        lines = before.read_text(encoding="utf-8").splitlines(keepends=True)
        before.write_text("".join(lines[:101]), encoding="utf-8")
        model.status, model.requests = 503, []
        code, _, err = await machine.command(*measured, "--label", "微调前", "--run", str(before), seconds=WAIT)
        assert code == 1 and "答过的都留着" in err and "Traceback" not in err
        assert len(load_run(before).answered) == 100
        model.status, model.requests = 200, []
        code, _, err = await machine.command(*measured, "--label", "微调前", "--run", str(before), seconds=WAIT)
        assert code == 0, err
        assert len(model.requests) == 20

        model.answer, model.requests = "选 (A)", []
        after = tmp_path / "after.jsonl"
        named = ("--model-name", "tuned", "--label", "微调后", "--run", str(after), "--compare", str(before))
        code, out, err = await machine.command(*measured, *named, *outputs, "--json", seconds=WAIT)
        assert code == 0, err
        assert "max_completion_tokens" not in model.requests[0], "an answer is not cut off"
    made: dict[str, Any] = json.loads(out)
    assert [run["total"]["value"] for run in made["runs"]] == [pytest.approx(100 / 120, abs=1e-4), pytest.approx(20 / 120, abs=1e-4)]
    assert (made["comparisons"][0]["won"], made["comparisons"][0]["lost"]) == (20, 100)
    assert "| 科目 | 题 | 微调前 | 微调后 |" in (tmp_path / "table.md").read_text(encoding="utf-8")
    assert "微调后,合计,120,20" in (tmp_path / "table.csv").read_text(encoding="utf-8-sig")
    code, out, _ = await machine.command("eval", "gate", str(before), str(after))
    assert (code, "退步" in out) == (1, True)
    code, out, err = await machine.command("eval", "gate", str(after), str(after))
    assert (code, "通过" in out) == (0, True), err


async def test_with_notes_the_model_reads_what_was_found(tmp_path: Path) -> None:
    rows = [{"id": "q", "subject": "操作系统", "question": "快表（TLB）缓存的是什么？", "options": OPTIONS, "answer": "B"}]
    (tmp_path / "q.jsonl").write_text(json.dumps(rows[0], ensure_ascii=False), encoding="utf-8")
    with fake_model("选 B") as model:
        machine = RunningBot(tmp_path / "home", {"MODEL": "openai", "MODEL_URL": model.url, "MODEL_NAME": "base"})
        code, out, err = await machine.command(
            "eval", "accuracy", str(tmp_path / "q.jsonl"), "--with-notes", "--shuffles", "2", "--json", seconds=WAIT
        )
        assert code == 0, err
        system, asked = model.requests[0]["messages"]
    assert len(model.requests) == 3
    assert "[1] 408 笔记 > " in asked["content"] and "快表" in asked["content"].split("[2]")[0]
    assert system["content"] == prompting.system(load_exams(PROJECT / "data" / "exams")["408"]), "as when it serves"
    (run,) = json.loads(out)["runs"]
    assert run["label"] == "base（带笔记）" and run["position"]["places"] == {"A": 0, "B": 3, "C": 0, "D": 0}


async def test_the_gate_refuses_the_seeds_own_model(tmp_path: Path) -> None:
    if not SEED.is_dir():
        pytest.skip("the shared test data is not here")
    code, out, _ = await RunningBot(tmp_path).command(
        "eval", "gate", str(SEED / "before_train.csv"), str(SEED / "after_train.csv"), "--json"
    )
    assert code == 1
    verdict = json.loads(out)
    assert (verdict["passes"], verdict["pairs"]) == (False, 52)


async def test_without_a_model_the_notes_answer_beside_the_baselines(tmp_path: Path) -> None:
    machine = RunningBot(tmp_path / "home")
    questions = write_questions(tmp_path / "q.jsonl", "BA")
    code, out, err = await machine.command("eval", "accuracy", str(questions), "--json", seconds=WAIT)
    assert code == 0, err
    made = json.loads(out)
    assert [run["label"] for run in made["runs"]] == ["只靠笔记"]
    assert [run["label"] for run in made["baselines"]] == [
        "总选 A",
        "总选 B",
        "总选 C",
        "总选 D",
        "总选最长的",
        "题干与选项的相似度（不看笔记）",
        "会算的算出来，其余看笔记",
    ]
    assert (made["questions"], made["chance"]) == (2, 0.25)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("accuracy", "no-such.jsonl"), "读不了"),
        (("accuracy", "--exam", "mars"), "没有考试 mars"),
        (("accuracy", "--answerer", "model"), "--model openai"),
        (("accuracy", "--shuffles", "2"), "次序不起作用"),
        (("accuracy", "--compare", "旧的=no-such.jsonl"), "no-such.jsonl"),
        (("gate", "a.csv", "b.jsonl"), "没法配对"),
        (("opencompass", "out"), "二选一"),
        (("opencompass", "out", "--model-path", "nowhere"), "config.json"),
    ],
)
async def test_bad_input_ends_with_1_and_a_clear_message(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    code, out, err = await RunningBot(tmp_path).command("eval", *arguments)
    assert code == 1
    assert told in out + err
    assert "Traceback" not in err


@pytest.fixture
def endpoint(tmp_path: Path) -> Iterator[str]:
    """A real OpenAI-compatible server with a real, very small model."""
    server = subprocess.Popen(
        [tool_environments.llama(), Path(__file__).with_name("llama_server.py"), tmp_path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with server:
        assert server.stdout is not None and server.stdin is not None
        yield server.stdout.readline().strip() + "/v1"
        server.stdin.close()


@pytest.mark.prove
@pytest.mark.parametrize(
    "way", [("--scoring", "generated", "--max-tokens", "48"), ("--scoring", "logits", "--shuffles", "1")], ids=["generated", "logits"]
)
async def test_a_real_endpoint_answers_twenty_questions_both_ways(endpoint: str, tmp_path: Path, way: tuple[str, ...]) -> None:
    machine = RunningBot(tmp_path / "home", {"MODEL": "openai", "MODEL_URL": endpoint, "MODEL_NAME": "gemma-3-270m"})
    questions = write_questions(tmp_path / "q.jsonl", "ABCD" * 5)
    run = tmp_path / "run.jsonl"
    code, out, err = await machine.command("eval", "accuracy", str(questions), *way, "--run", str(run), "--json", seconds=WAIT)
    assert code == 0, err
    result = json.loads(out)["runs"][-1]
    assert result["total"]["n"] == 20
    answers = list(load_run(run))
    if "logits" in way:
        assert len(answers) == 40 and result["position"] is not None
        assert sum(answer.place is not None for answer in answers) >= 20, "letters are among the likeliest tokens"
    else:
        assert len(answers) == 20 and all(answer.said for answer in answers)


_LOAD = """
import json, sys
from mmengine.config import Config
from opencompass.utils.build import build_dataset_from_cfg, build_model_from_cfg
cfg = Config.fromfile(sys.argv[1], format_python_code=False)
own = [d for d in cfg.datasets if d['abbr'].startswith('shangan-')]
read = [build_dataset_from_cfg(d) for d in own]
limits = {d['infer_cfg']['inferencer']['max_out_len'] for d in cfg.datasets}
shown = {
    'ceval': len(cfg.datasets) - len(own), 'own': [len(d.test) for d in read], 'first': dict(read[0].test[0]), 'limits': sorted(limits),
    'groups': [g['name'] for g in cfg.summarizer['summary_groups']], 'model': type(build_model_from_cfg(cfg.models[0])).__name__,
}
print(json.dumps(shown))
"""

_TOKENIZER = """
import sys
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import PreTrainedTokenizerFast
words = Tokenizer(models.WordLevel({'<unk>': 0}, unk_token='<unk>'))
words.pre_tokenizer = pre_tokenizers.Whitespace()
PreTrainedTokenizerFast(tokenizer_object=words, unk_token='<unk>').save_pretrained(sys.argv[1])
"""

_SUBJECTS = """
import json
from opencompass.configs.datasets.ceval.ceval_zero_shot_gen_bd40ef import ceval_subject_mapping
print(json.dumps(list(ceval_subject_mapping)))
"""


def in_opencompass(script: str, *arguments: Path) -> str:
    """Run a script in OpenCompass's environment, away from the hub; what it printed last."""
    command = [str(tool_environments.opencompass()), "-c", script, *map(str, arguments)]
    done = subprocess.run(command, cwd=arguments[0].parent, env=OFFLINE, capture_output=True, text=True, timeout=WAIT, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout.strip().rpartition("\n")[2]


OFFLINE = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | {
    "HF_HUB_OFFLINE": "1",
    "HF_DATASETS_OFFLINE": "1",
    "OPENAI_API_KEY": "none",
}


@pytest.fixture
def tokenizer(tmp_path: Path) -> Path:
    """A tokenizer by which OpenCompass measures prompts; without one it would download one."""
    in_opencompass(_TOKENIZER, tmp_path / "tokenizer")
    return tmp_path / "tokenizer"


@pytest.fixture
def ceval(tmp_path: Path) -> Path:
    """A folder laid out as C-Eval's, all 52 subjects, with two questions made up for each: B is right, and C."""
    folder = tmp_path / "ceval"
    question = ["一加一等于几？", "一", "二", "三", "四"]
    for subject in json.loads(in_opencompass(_SUBJECTS, folder)):
        for split in ("dev", "val", "test"):
            path = folder / split / f"{subject}_{split}.csv"
            path.parent.mkdir(parents=True, exist_ok=True)
            keys = [] if split == "test" else ["answer", "explanation"]
            with path.open("w", encoding="utf-8", newline="") as file:
                table = csv.writer(file)
                table.writerow(["id", "question", *"ABCD", *keys])
                table.writerows([number, *question, *([key, ""] if keys else [])] for number, key in enumerate("BC"))
    return folder


@pytest.mark.prove
async def test_opencompass_loads_the_configuration_and_our_questions(tmp_path: Path, tokenizer: Path) -> None:
    machine = RunningBot(tmp_path / "home")
    served = ("--model-url", "http://127.0.0.1:23333/v1", "--model-name", "internlm2", "--tokenizer", str(tokenizer))
    code, _, err = await machine.command("eval", "opencompass", str(tmp_path / "out"), *served)
    assert code == 0, err
    shown = json.loads(in_opencompass(_LOAD, tmp_path / "out" / "configuration.py"))
    assert (shown["ceval"], sum(shown["own"]), shown["limits"]) == (52, 240, [2048])
    assert set(shown["first"]) >= {"question", "A", "B", "C", "D", "answer"}
    assert {"ceval", "ceval-stem", "shangan-408"} <= set(shown["groups"])
    assert shown["model"] == "OpenAISDK"


@pytest.mark.prove
async def test_opencompass_measures_a_served_model_and_the_gate_reads_its_table(tmp_path: Path, tokenizer: Path, ceval: Path) -> None:
    """From the configuration to the verdict by the commands of the documentation; one model keeps its C-Eval, another forgets half of it."""
    machine = RunningBot(tmp_path / "home")
    program = tool_environments.opencompass().with_name("opencompass")
    tables: list[str] = []
    for answer in ("乙对，丙也说得通。\n答案是B", "我不知道。"):
        out = tmp_path / f"out-{len(tables)}"
        with fake_model(answer) as model:
            served = ("--model-url", model.url, "--model-name", "internlm2", "--tokenizer", str(tokenizer), "--ceval", str(ceval))
            code, _, err = await machine.command("eval", "opencompass", str(out), *served)
            assert code == 0, err
            command = [str(program), str(out / "configuration.py"), "--work-dir", str(out / "results")]
            done = subprocess.run(command, cwd=tmp_path, env=OFFLINE, capture_output=True, text=True, timeout=WAIT, check=False)
            assert done.returncode == 0, done.stderr[-3000:]
            assert len(model.requests) == 52 * 2 + 240
            assert {request["max_tokens"] for request in model.requests} == {2048}, "no answer is cut off"
        (table,) = out.glob("results/*/summary/*.csv")
        tables.append(str(table))
    rows = list(csv.reader(Path(tables[0]).read_text(encoding="utf-8").splitlines()))
    score = {name: float(value) for name, _, metric, _, value in rows[1:] if metric == "accuracy"}
    assert (score["ceval-law"], score["ceval"]) == (50, 50)
    assert score["shangan-408"] == pytest.approx(25, abs=1), "B is right as often as any other letter"
    code, out_text, err = await machine.command("train", "gate", tables[0], tables[0])
    assert (code, "52 科配对：50.00 → 50.00" in out_text) == (0, True), out_text + err
    code, out_text, err = await machine.command("train", "gate", *tables)
    assert (code, "52 科配对：50.00 → 0.00" in out_text) == (1, True), out_text + err
