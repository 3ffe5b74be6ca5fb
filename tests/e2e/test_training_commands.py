"""`shangan train` as a person uses it, as far as it goes without the tools."""

import json
from pathlib import Path

import pytest

from tests.wire.running import PROJECT, RunningBot

SHARED = PROJECT.parent / "shared" / "data"


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> RunningBot:
    """A machine on which the bot is installed but not running."""
    return RunningBot(tmp_path_factory.mktemp("home"))


async def test_the_data_step_makes_rows_and_a_report_once(machine: RunningBot, tmp_path: Path) -> None:
    own = tmp_path / "own.jsonl"
    own.write_text('{"input": "行测时间怎么分？", "output": "先易后难。"}\n{"input": "没有答案的题"}\n', encoding="utf-8")
    arguments = ("train", "data", "--exam", "civil", "--import", str(own), "--json")
    code, out, err = await machine.command(*arguments)
    assert code == 0, err
    manifest = json.loads(out)
    folder = Path(manifest["folder"])
    rows = [json.loads(line) for line in (folder / "train.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(rows) == manifest["figures"]["train"]["rows"] > 100
    assert all(row["conversation"][0]["system"].startswith("你是「上岸」") for row in rows)
    assert "own.jsonl 第 2 行" in (folder / "report.md").read_text(encoding="utf-8")
    _, out, err = await machine.command(*arguments)
    assert "没有变化" in err and json.loads(out)["made_at"] == manifest["made_at"]


async def test_a_step_out_of_order_says_what_to_run_first(machine: RunningBot) -> None:
    for step, first in (("finetune", "data"), ("convert", "finetune"), ("merge", "convert"), ("quantise", "merge")):
        code, _, err = await machine.command("train", step, "--exam", "408")
        assert (code, f"shangan train {first} --exam 408" in err) == (1, True)
    code, _, err = await machine.command("train", "serve", "--exam", "408")
    assert (code, "shangan train quantise --exam 408" in err) == (1, True)


async def test_the_seed_s_rows_are_audited(machine: RunningBot) -> None:
    path = SHARED / "assistant408" / "xtuner_data" / "answer2.json"
    if not path.exists():
        pytest.skip("the shared test data is not here")
    _, out, _ = await machine.command("train", "audit", str(path), "--json")
    found = json.loads(out)["answer2.json"]
    assert (found["repeated_rows"], found["repeated_questions"], found["repeated_without_punctuation"]) == (168, 169, 170)
