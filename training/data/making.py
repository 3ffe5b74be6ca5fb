"""The data step as it is run: build the rows, write them and the report, publish them with a manifest."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from engine.generators import kinds
from training.data.building import Built, build
from training.data.reporting import as_markdown, calibration_texts, report
from training.data.rows import Row
from training.publishing import Manifest, code_version, hash_file, is_done, key_of, making, publish
from training.workspace import Workspace

STEP = "data"


def make_data(workspace: Workspace) -> Manifest:
    """Make the training rows, unless they are there already and nothing they depend on has changed.

    Raises:
        TrainingError, ExamError: a file cannot be used; nothing was published.
    """
    settings = workspace.settings.data
    told = settings.model_dump(mode="json") | {"evaluation_questions": workspace.settings.finetune.evaluation_questions}
    made_of = {path.as_posix(): hash_file(path) for path in _inputs(workspace)}
    versions = {"python": platform.python_version(), "code": code_version(*sorted(Path(__file__).parent.glob("*.py")))} | {
        f"generator {name}": str(kind.version) for name, kind in kinds(workspace.exam.id).items()
    }
    key = key_of(STEP, told, made_of, versions)
    if (done := is_done(workspace.data, key)) is not None:
        workspace.say("训练数据已经做好，没有变化。")
        return done
    with making(workspace.data, key) as part:
        built = build(workspace.exam, settings, workspace.settings.finetune.evaluation_questions)
        figures = write(built, part)
        summary = {"train": figures["train"], "held_out": figures["held_out"], "leaks": len(figures["leaks"])}
        return publish(part, workspace.data, step=STEP, key=key, made_of=made_of, settings=told, versions=versions, figures=summary)


def write(built: Built, folder: Path) -> dict[str, Any]:
    """Write rows and report into `folder`; returns the report."""
    figures = report(built)
    _write_lines(folder / "train.jsonl", (row.as_xtuner() for row in built.train))
    _write_lines(folder / "held_out.jsonl", (row.as_xtuner() for row in built.held_out))
    _write_lines(folder / "calibration.jsonl", ({"messages": messages} for messages in calibration_texts(built.train)))
    _write_json(folder / "evaluation_questions.json", {"system": _system(built.train), "questions": list(built.evaluation_questions)})
    _write_json(folder / "report.json", figures)
    (folder / "report.md").write_text(as_markdown(figures), encoding="utf-8")
    return figures


def _system(rows: Iterable[Row]) -> str:
    return next((row.system for row in rows if row.kind == "bank"), next(iter(rows)).system)


def _inputs(workspace: Workspace) -> list[Path]:
    exam, data = workspace.exam, workspace.settings.data
    return [exam.folder / "exam.toml", *exam.question_files, *exam.notes, *data.imported, *data.identity, *data.general, *data.evaluation]


def _write_lines(path: Path, rows: Iterable[object]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
