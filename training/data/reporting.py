"""The report of the data step, as data and as Markdown, so that a person can see what is learnt and what was left out and why."""

from __future__ import annotations

from typing import Any

from training.data.building import Built
from training.data.rows import KIND_NAMES, Row, counted_by_kind

SHOWN = 20
"""Examples of each sort in the Markdown; the JSON holds all."""


def report(built: Built) -> dict[str, Any]:
    """Everything that happened, as JSON values."""
    exact = [repeat for repeat in built.repeats if repeat.similarity == 1]
    near = [repeat for repeat in built.repeats if repeat.similarity < 1]
    return {
        "exam": built.exam.id,
        "train": {
            "rows": len(built.train),
            "characters": sum(row.characters for row in built.train),
            "kinds": counted_by_kind(built.train),
        },
        "held_out": {"rows": len(built.held_out), "kinds": counted_by_kind(built.held_out)},
        "imported": {name: audit.as_dict() for name, audit in built.audits.items()},
        "left_out_on_import": [str(fault) for one in built.imported for fault in one.left_out],
        "cleaned": built.cleaned,
        "identity_over_cap": len(built.over_cap),
        "repeated_questions": [
            {
                "removed": repeat.removed.source,
                "kept": repeat.kept.source,
                "question": repeat.removed.question,
                "same_answer": repeat.same_answer,
            }
            for repeat in exact
        ],
        "nearly_repeated_questions": [
            {
                "removed": repeat.removed.source,
                "kept": repeat.kept.source,
                "question": repeat.removed.question,
                "like": repeat.kept.question,
                "similarity": repeat.similarity,
            }
            for repeat in near
        ],
        "evaluation_sets": built.sets,
        "leaks": [{"row": leak.row.source, "set": leak.set_name, "question": leak.question_id, "how": leak.how} for leak in built.leaks],
        "general_not_mixed_in": built.not_mixed_in,
    }


def as_markdown(figures: dict[str, Any]) -> str:
    """The report for reading."""
    kinds: dict[str, int] = figures["train"]["kinds"]
    lines = [
        f"# {figures['exam']} 的训练数据",
        "",
        f"训练 {figures['train']['rows']} 行（{figures['train']['characters']} 字），留出 {figures['held_out']['rows']} 行用来挑检查点。",
        "",
        "| 来源 | 训练 | 留出 |",
        "| --- | --- | --- |",
        *(f"| {name} | {kinds.get(kind, 0)} | {figures['held_out']['kinds'].get(kind, 0)} |" for kind, name in KIND_NAMES.items()),
        "",
        f"清洗改动 {figures['cleaned']} 行；自我介绍超出上限去掉 {figures['identity_over_cap']} 行；问题重复去掉 {len(figures['repeated_questions'])} 行，"
        f"近似重复去掉 {len(figures['nearly_repeated_questions'])} 行；日常对话超出比例没有放进来 {figures['general_not_mixed_in']} 行。",
        "",
        "## 与评测集是否重合",
        "",
        *(f"- 查过 {name}：{size} 题" for name, size in figures["evaluation_sets"].items()),
        f"- 重合而去掉的：{len(figures['leaks'])} 行",
        *(f"  - {leak['row']} 与 {leak['set']} 的 {leak['question']}（{leak['how']}）" for leak in figures["leaks"][:SHOWN]),
    ]
    for name, audit in figures["imported"].items():
        lines += [
            "",
            f"## {name} 原来的样子",
            "",
            f"{audit['rows']} 行：整行重复 {audit['repeated_rows']} 行，问题重复 {audit['repeated_questions']} 行，"
            f"只看文字不看标点则 {audit['repeated_without_punctuation']} 行；同题不同答 {audit['contradictions']} 题；"
            f"自我介绍 {audit['identity_rows']} 行；没有系统提示 {audit['without_system']} 行；"
            f"回答最长 {audit['longest_answer']} 字，中位数 {audit['median_answer']} 字。",
        ]
    if figures["left_out_on_import"]:
        lines += ["", "## 导入时不能用的行", "", *(f"- {fault}" for fault in figures["left_out_on_import"][:SHOWN])]
    differing = [repeat for repeat in figures["repeated_questions"] if not repeat["same_answer"]]
    if differing:
        lines += ["", "## 同题不同答（留下的是先出现的，请人看一眼）", ""]
        lines += [f"- {_line(repeat['question'])}：留 {repeat['kept']}，去 {repeat['removed']}" for repeat in differing[:SHOWN]]
    if figures["nearly_repeated_questions"]:
        lines += ["", "## 近似重复", ""]
        lines += [
            f"- {repeat['similarity']:.2f} {_line(repeat['question'])}（像 {_line(repeat['like'])}）"
            for repeat in figures["nearly_repeated_questions"][:SHOWN]
        ]
    return "\n".join(lines) + "\n"


def _line(text: str, length: int = 40) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"


def calibration_texts(rows: tuple[Row, ...]) -> list[list[dict[str, str]]]:
    """The rows as chat messages, for calibrating the quantisation on what the model is used for."""
    return [
        [
            {"role": "system", "content": row.system},
            *(
                {"role": role, "content": content}
                for turn in row.turns
                for role, content in (("user", turn.input), ("assistant", turn.output))
            ),
        ]
        for row in rows
    ]
