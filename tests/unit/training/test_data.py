"""The data step on an exam made on the spot: what becomes a row, what is removed, and that the report says so."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from engine.asking import Citation, Question
from engine.asking.citing import UNCONFIRMED, checked
from engine.asking.notes import messages_for
from engine.errors import TrainingError
from engine.exams import Exam, load_exams
from tests.wire.running import PROJECT
from training.data.building import Built, build
from training.data.reporting import as_markdown, report
from training.data.sources import note_rows, sections
from training.settings import DataSettings, load_training_settings, settings_path

EVERYTHING = DataSettings(general_share=0.5, held_out=0.1)


def _write(path: Path, rows: Sequence[Mapping[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def _sources(built: Built) -> set[str]:
    return {row.source for row in (*built.train, *built.held_out)}


def test_the_bank_is_learnt_without_its_evaluation_set(tiny: Exam) -> None:
    built = build(tiny, EVERYTHING)
    assert {"t-1", "t-2"} <= _sources(built)
    assert "t-3" not in _sources(built)
    row = next(row for row in (*built.train, *built.held_out) if row.source == "t-1")
    assert row.turns[0].input.endswith("A. 页号和页内偏移\nB. 段号和段内偏移\nC. 块号和扇区号\nD. 行号和列号")
    assert row.turns[0].output == "答案：A（页号和页内偏移）\n\n页号查表，偏移照抄。\n\n- B：那是分段"


def test_the_system_message_is_the_one_that_serving_sends(tiny: Exam) -> None:
    """Training with another system message than serving is what the seed did."""
    question = Question("分页是怎么回事？", tiny)
    for row in note_rows(tiny):
        told = json.loads(row.turns[0].input)
        citations = [
            Citation(passage["number"], "", tuple(passage["place"].split(" > ")), None, passage["text"], 1.0)
            for passage in told["passages"]
        ]
        asked = Question(told["question"], tiny)
        (_, served_system), (_, served_input) = messages_for(asked, citations)
        assert (row.system, row.turns[0].input) == (served_system, served_input)
    (_, served_system), _ = messages_for(question, [])
    for row in build(tiny, EVERYTHING).train:
        assert row.system == served_system or (row.kind != "note" and row.system == tiny.description.system_prompt.strip())
        assert served_system.startswith(row.system)


@pytest.mark.parametrize("name", ["408", "civil"])
def test_answers_from_the_notes_pass_the_check_that_served_answers_pass(name: str) -> None:
    """Every citation names a passage that was shown and holds what is said."""
    exam = load_exams(PROJECT / "data" / "exams")[name]
    unconfirmed = 0
    rows = list(note_rows(exam))
    for row in rows:
        told = json.loads(row.turns[0].input)
        passages = [f"{passage['place']}\n{passage['text']}" for passage in told["passages"]]
        answer = row.turns[0].output
        unconfirmed += UNCONFIRMED in checked(answer, passages)
        assert checked(answer, passages).replace(UNCONFIRMED, "") == answer
    assert unconfirmed <= 0.01 * len(rows), "the check itself errs on a few sentences with several semicolons"


def test_the_notes_of_a_point_are_found_with_their_place(tiny: Exam) -> None:
    found = sections(tiny)
    assert [section.point for section in found] == ["a.one.paging", "a.one.tlb", "b.one.tree"]
    assert found[0].place == "小考 笔记 > 甲科 > 第一章 > 分页"
    row = next(row for row in note_rows(tiny) if row.source == "a.one.paging#0")
    assert row.turns[0].output.count("[") == 3, "the paragraph and both items cite; the table does not"


def test_what_repeats_is_removed_and_the_exam_s_own_row_stays(tiny: Exam, tmp_path: Path) -> None:
    own = build(tiny, EVERYTHING)
    imported = _write(
        tmp_path / "own.jsonl",
        [
            {"input": "二叉树的每个结点都有两个孩子", "output": "对"},  # the bank's own but for the full stop, and answered otherwise
            {"input": "什么是 B 树？", "output": "多路平衡查找树。"},
            {"input": "什么是 B+ 树？", "output": "关键字都在叶子上的多路平衡查找树。"},
            {"input": "什么是　Ｂ树？", "output": "多路平衡查找树。"},
            {"input": "系统有 5 个页框，按先进先出算法，访问序列为 1、2、3、4，一共缺页几次？", "output": "4 次。"},
            {"input": "系统有 6 个页框，按先进先出算法，访问序列为 1、2、3、4，一共缺页几次？", "output": "4 次。"},
            {"input": "系统有 5 个页框，按先进先出算法，访问序列为 1、2、3、4，总共缺页几次？", "output": "4 次。"},
        ],
    )
    built = build(tiny, EVERYTHING.model_copy(update={"imported": (imported,), "similarity": 0.8}))
    assert _sources(built) - _sources(own) == {"own.jsonl:2", "own.jsonl:3", "own.jsonl:5", "own.jsonl:6"}
    figures = report(built)
    assert [(entry["removed"], entry["kept"], entry["same_answer"]) for entry in figures["repeated_questions"]] == [
        ("own.jsonl:1", "t-2", False),
        ("own.jsonl:4", "own.jsonl:2", True),
    ]
    assert [(entry["removed"], entry["kept"]) for entry in figures["nearly_repeated_questions"]] == [("own.jsonl:7", "own.jsonl:5")]


def test_self_introductions_are_capped_the_exam_s_own_first(tiny: Exam, tmp_path: Path) -> None:
    own = _write(
        tmp_path / "identity.jsonl", [{"input": "你是谁？", "output": "我是上岸。"}, {"input": "你叫什么名字", "output": "上岸。"}]
    )
    seed = _write(
        tmp_path / "seed.jsonl",
        [{"input": "请做一下自我介绍", "output": "我是小助手。"}] * 30 + [{"input": "请介绍一下你自己", "output": "我是小助手。"}],
    )
    built = build(tiny, EVERYTHING.model_copy(update={"identity": (own,), "imported": (seed,), "identity_cap": 3}))
    kept = {source for source in _sources(built) if source.startswith(("identity", "seed"))}
    assert kept == {"identity.jsonl:1", "identity.jsonl:2", "seed.jsonl:1"}
    assert len(built.over_cap) == 30


def test_general_conversation_is_mixed_in_up_to_its_share(tiny: Exam, tmp_path: Path) -> None:
    general = _write(
        tmp_path / "general.jsonl", [{"input": f"第 {n} 个日常话题，聊聊{chr(0x4E00 + n)}", "output": "好的。"} for n in range(50)]
    )
    built = build(tiny, EVERYTHING.model_copy(update={"general": (general,), "general_share": 0.25}))
    rows = (*built.train, *built.held_out)
    mixed_in = sum(row.kind == "general" for row in rows)
    assert 0 < mixed_in / len(rows) <= 0.25
    assert built.not_mixed_in == 50 - mixed_in


def test_a_row_that_asks_an_evaluation_question_is_a_leak(tiny: Exam, tmp_path: Path) -> None:
    leaking = _write(
        tmp_path / "leaking.jsonl",
        [
            {"input": "快表命中时，访问一个数据需要访问几次内存才能把它取到", "output": "一次"},
            {"input": "老师问：快表命中时，访问一个数据需要访问几次内存才能把它取到？我该怎么答？", "output": "一次"},
            {"input": "快表为什么快？", "output": "它在处理器里。"},
        ],
    )
    extra = _write(tmp_path / "ceval.jsonl", [{"id": "c-1", "question": "死锁的四个必要条件不包括哪一个？", "options": ["互斥", "剥夺", "循环等待", "占有并等待"], "answer": "B"}])  # fmt: skip
    more = _write(
        tmp_path / "more.jsonl",
        [{"input": "死锁的四个必要条件不包括哪一个？\nA. 互斥\nB. 剥夺\nC. 循环等待\nD. 占有并等待", "output": "B"}],
    )
    built = build(tiny, EVERYTHING.model_copy(update={"imported": (leaking, more), "evaluation": (extra,)}))
    assert [(leak.row.source, leak.set_name) for leak in built.leaks] == [
        ("leaking.jsonl:1", "tiny 评测集"),
        ("leaking.jsonl:2", "tiny 评测集"),
        ("more.jsonl:1", "ceval.jsonl"),
    ]
    assert {source for source in _sources(built) if source.startswith(("leaking", "more"))} == {"leaking.jsonl:3"}
    assert "重合而去掉的：3 行" in as_markdown(report(built))


def test_a_reworded_evaluation_question_is_a_leak_as_well(tiny: Exam, tmp_path: Path) -> None:
    reworded = _write(
        tmp_path / "reworded.jsonl", [{"input": "快表命中时，访问一个数据需要访问多少次内存才能把它取到？", "output": "一次"}]
    )
    built = build(tiny, EVERYTHING.model_copy(update={"imported": (reworded,)}))
    assert [leak.how for leak in built.leaks] == ["相似度 0.74"]


def test_an_evaluation_set_that_cannot_be_read_does_not_pass_for_a_clean_one(tiny: Exam, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text("{", encoding="utf-8")
    with pytest.raises(TrainingError, match="查不了泄漏"):
        build(tiny, EVERYTHING.model_copy(update={"evaluation": (broken,)}))


def test_the_same_settings_give_the_same_rows_in_the_same_order(tiny: Exam) -> None:
    first, second = build(tiny, EVERYTHING), build(tiny, EVERYTHING)
    assert [row.as_xtuner() for row in first.train] == [row.as_xtuner() for row in second.train]
    assert not {row.source for row in first.train} & {row.source for row in first.held_out}


@pytest.mark.parametrize("name", ["408", "civil"])
def test_the_settings_of_the_built_in_exams_can_be_used(name: str) -> None:
    exam = load_exams(PROJECT / "data" / "exams")[name]
    settings = load_training_settings(settings_path(exam.folder))
    assert (settings.finetune.max_length, settings.finetune.epochs, settings.finetune.evaluation_every) == (2048, 12, 90)
    built = build(exam, settings.data.model_copy(update={"generated": 1}))
    assert {"note", "general", "identity"} <= {row.kind for row in built.train}
    assert all(leak.how.startswith("相似度") for leak in built.leaks), "the bank repeats an evaluation question"


def test_settings_with_faults_are_reported_with_every_fault(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('device = "tpu"\n[finetune]\nepochs = 0\nspeed = 3\n[quantise]\ngroup_size = 64\n', encoding="utf-8")
    with pytest.raises(TrainingError) as caught:
        load_training_settings(path)
    assert all(place in str(caught.value) for place in ("device", "finetune.epochs", "finetune.speed", "quantise.group_size"))


def test_the_seed_s_rows_are_audited() -> None:
    """The figures that the seed's data is known to have."""
    from training.data.audit import audit
    from training.data.importing import read_rows

    path = PROJECT.parent / "shared" / "data" / "assistant408" / "xtuner_data" / "answer2.json"
    if not path.exists():
        pytest.skip("the shared test data is not here")
    found = audit(read_rows(path).rows)
    assert (found.rows, found.repeated_rows, found.repeated_questions, found.repeated_without_punctuation) == (363, 168, 169, 170)
    assert (found.identity_rows, found.without_system) == (130, 363)
