"""The command line as a person uses it: real processes, real files, clear errors."""

import json
from pathlib import Path

import pytest

from tests.wire.running import PROJECT, RunningBot

SHARED = PROJECT.parent / "shared" / "data"


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> RunningBot:
    """A machine on which the bot is installed but not running."""
    return RunningBot(tmp_path_factory.mktemp("home"))


async def test_ask_answers_with_citations_as_json(machine: RunningBot) -> None:
    code, out, err = await machine.command("ask", "银行家算法怎么判断安全", "--json")
    assert code == 0, err
    answer = json.loads(out)
    assert answer["route"] == "passages"
    first = answer["citations"][0]
    assert "死锁避免与银行家算法" in [citation["path"][-1] for citation in answer["citations"]]
    assert set(first) == {"book", "path", "page", "text", "score"}
    assert answer["latency_ms"] > 0


async def test_a_book_goes_in_is_found_and_comes_out(machine: RunningBot, tmp_path: Path) -> None:
    book = tmp_path / "我的笔记.md"
    book.write_text("# 我的笔记\n\n## 打印机\n\n考场的打印机叫小白，它每分钟打印 77 页。\n", encoding="utf-8")
    code, out, _ = await machine.command("kb", "add", str(book))
    assert (code, "新增 1 段" in out) == (0, True)
    code, out, _ = await machine.command("kb", "add", str(book), "--json")
    assert "没有变化" in json.loads(out)["message"]
    _, out, _ = await machine.command("kb", "search", "小白一分钟能打多少", "-k", "1", "--json")
    assert json.loads(out)["hits"][0]["path"][-1] == "打印机"
    _, out, _ = await machine.command("kb", "list", "--json")
    assert "我的笔记" in [listed["title"] for listed in json.loads(out)]
    assert (await machine.command("kb", "remove", "我的笔记"))[0] == 0
    code, _, err = await machine.command("kb", "remove", "我的笔记")
    assert (code, "没有《我的笔记》" in err) == (1, True)


async def test_a_corrupt_pdf_is_reported_and_the_rest_goes_in(machine: RunningBot, tmp_path: Path) -> None:
    (tmp_path / "坏的.pdf").write_bytes(b"%PDF-1.7\nnot really")
    (tmp_path / "好的.md").write_text("# 好的\n\n这本是好的。", encoding="utf-8")
    code, out, err = await machine.command("kb", "add", str(tmp_path), "--title", "混合")
    assert code == 1
    assert "坏的.pdf" in err
    assert "新增 1 段" in out


async def test_the_400_questions_of_the_seed_project_are_imported(machine: RunningBot) -> None:
    files = sorted((SHARED / "assistant408" / "test_data").glob("*.docx"))
    if not files:
        pytest.skip("the shared test data is not here")
    code, out, err = await machine.command("bank", "import", *map(str, files), "--json")
    assert code == 0, err
    assert [row["added"] for row in json.loads(out)] == [100, 100, 100, 100]
    _, out, _ = await machine.command("bank", "import", *map(str, files), "--json")
    assert [row["already_there"] for row in json.loads(out)] == [100, 100, 100, 100]


async def test_a_file_with_ten_faults_is_reported_with_all_ten_and_nothing_is_taken(machine: RunningBot, tmp_path: Path) -> None:
    rows = [
        {"id": f"x-{n}", "point": "os.io.ssd", "kind": "single", "stem": f"第 {n} 题？", "options": ["甲", "乙"], "answer": "C"}
        for n in range(10)
    ]
    path = tmp_path / "faulty.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    code, out, _ = await machine.command("bank", "import", str(path), "--json")
    assert code == 1
    (result,) = json.loads(out)
    assert result["added"] == 0
    assert [fault["line"] for fault in result["faults"]] == list(range(1, 11))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("ask", ""), "想问什么"),
        (("ask", "长" * 20_000), "太长"),
        (("ask", "快表", "--exam", "mars"), "没有考试 mars"),
        (("ask", "快表", "--book", "没有的书"), "没有《没有的书》"),
        (("kb", "add", "no-such-file.pdf"), "找不到"),
        (("bank", "stats", "--exam", "mars"), "没有考试 mars"),
        (("kb", "search", "快表", "--book", "没有的书"), "没有找到《没有的书》"),
        (("solve", "3 个页框", "--exam", "mars"), "没有考试 mars"),
        (("solve", " "), "把题目写在后面"),
    ],
)
async def test_bad_input_ends_with_1_and_a_clear_message(machine: RunningBot, arguments: tuple[str, ...], told: str) -> None:
    code, out, err = await machine.command(*arguments)
    assert code == 1
    assert told in out + err
    assert "Traceback" not in err


async def test_the_shipped_bank_has_no_faults(machine: RunningBot) -> None:
    code, out, _ = await machine.command("bank", "check", "--exam", "408")
    assert code == 0, out


async def test_doctor_says_what_is_missing(machine: RunningBot) -> None:
    code, out, _ = await machine.command("doctor", "--json")
    assert code == 0
    assert {"平台", "模型", "内容"} == set(json.loads(out))
    machine.settings["MODEL"] = "turbomind"
    try:
        code, out, _ = await machine.command("doctor")
        assert (code, "SHANGAN_MODEL_PATH" in out) == (1, True)
    finally:
        del machine.settings["MODEL"]
    machine.settings["EXAM"] = "math"
    try:
        code, out, _ = await machine.command("doctor")
        assert (code, "SHANGAN_EXAM" in out) == (1, True)
    finally:
        del machine.settings["EXAM"]


async def test_reachable_from_outside_only_with_tokens(machine: RunningBot) -> None:
    machine.settings["HOST"] = "0.0.0.0"
    try:
        code, _, err = await machine.command("run")
        assert code == 1
        assert "SHANGAN_WEB_TOKEN 和 SHANGAN_ONEBOT_TOKEN" in err
    finally:
        del machine.settings["HOST"]


async def test_wrong_settings_are_all_named(machine: RunningBot) -> None:
    machine.settings |= {"ZONE": "Mars/Base", "PERSON_LIMIT": "many", "ANSWER_SECONDS": "1", "DAILY_CLOSE": "9 点", "MODEL": "gpt"}
    try:
        code, _, err = await machine.command("run")
        assert code == 1
        for name in ("SHANGAN_ZONE", "SHANGAN_PERSON_LIMIT", "SHANGAN_ANSWER_SECONDS"):
            assert name in err
        assert "SHANGAN_ANSWER_SECONDS = '1'：最小是 5" in err
        assert "SHANGAN_DAILY_CLOSE = '9 点'：应是一天里的时刻，如 21:00" in err
        assert "SHANGAN_MODEL = 'gpt'：只能是 none、openai、turbomind" in err
    finally:
        for name in ("ZONE", "PERSON_LIMIT", "ANSWER_SECONDS", "DAILY_CLOSE", "MODEL"):
            del machine.settings[name]
