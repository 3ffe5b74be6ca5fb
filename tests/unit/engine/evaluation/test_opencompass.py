"""The OpenCompass configuration as it is written. That OpenCompass loads it is proved where OpenCompass is."""

import ast
import json
from pathlib import Path

import pytest

from engine.errors import ShanganError
from engine.evaluation.items import Item, ItemSet
from engine.evaluation.opencompass import ModelFolder, ServedModel, write_configuration

ITEMS = ItemSet(
    (
        Item("a", "数据结构", "栈顶是？", ("甲", "乙", "丙", "丁"), "B"),
        Item("b", "操作系统", "页是？", ("甲", "乙", "丙", "丁"), "D"),
    )
)


def test_a_configuration_is_python_with_the_questions_beside_it(tmp_path: Path) -> None:
    model = tmp_path / "merged 模型's"
    model.mkdir()
    (model / "config.json").write_text("{}", encoding="utf-8")
    path = write_configuration(tmp_path / "out", "408", ITEMS, ModelFolder(model))
    text = path.read_text(encoding="utf-8")
    ast.parse(text)
    assert "$" not in text
    assert "HuggingFacewithChatTemplate" in text and repr(model.resolve().as_posix()) in text
    row = json.loads((tmp_path / "out" / "408-1.jsonl").read_text(encoding="utf-8"))
    assert row == {"question": "栈顶是？", "A": "甲", "B": "乙", "C": "丙", "D": "丁", "answer": "B"}
    served = write_configuration(tmp_path / "out", "408", ITEMS, ServedModel("http://127.0.0.1:23333/v1", "internlm2")).read_text(
        encoding="utf-8"
    )
    assert "OpenAISDK" in served and "http://127.0.0.1:23333/v1" in served
    ast.parse(served)


def test_what_cannot_be_measured_is_refused(tmp_path: Path) -> None:
    served = ServedModel("http://127.0.0.1:1/v1", "m")
    with pytest.raises(ShanganError, match=r"config\.json"):
        write_configuration(tmp_path / "out", "408", ITEMS, ModelFolder(tmp_path))
    (tmp_path / "ceval" / "val").mkdir(parents=True)
    with pytest.raises(ShanganError, match="C-Eval 的目录（里面少了 dev、test）"):
        write_configuration(tmp_path / "out", "408", ITEMS, served, ceval=tmp_path / "ceval")
    with pytest.raises(ShanganError, match="四个选项"):
        write_configuration(tmp_path / "out", "408", ItemSet((Item("a", "s", "哪个", ("甲", "乙"), "A"),)), served)
    assert not (tmp_path / "out").exists()
