"""A new exam's folder, laid out from `data/exam-template`: it passes `bank check`, and can be asked and practised at once."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

from engine.errors import ExamError
from engine.exams import Exam, load_exam

TEMPLATE = Path(__file__).resolve().parents[1] / "data" / "exam-template"
_ID = re.compile(r"[a-z][a-z0-9-]{1,30}")


def lay_out(exams: Path, identifier: str, name: str, day: date) -> Exam:
    """Make `exams/<identifier>` for the exam `name` that is held on `day`; nothing that exists is touched.

    Raises:
        ExamError: the id will not do, or the folder is there already.
    """
    if not _ID.fullmatch(identifier):
        raise ExamError(f"{identifier!r} 做不了考试的 id：用小写字母开头，只含小写字母、数字和连字符，2 到 31 个字符，比如 teacher-2027。")
    if not name.strip() or '"' in name or "\\" in name or not name.isprintable():
        raise ExamError(f"{name!r} 做不了考试的名字：写在一行里，不带引号和反斜杠，比如 教师资格证。")
    folder = exams / identifier
    if folder.exists():
        raise ExamError(f"{folder} 已经有了，什么都没有改。换一个名字，或直接编辑那里的文件。")
    words = {"{{id}}": identifier, "{{name}}": name.strip(), "{{date}}": day.isoformat()}
    unfinished = folder.with_name(f".{identifier}")  # no exam yet: nobody loads half a folder
    shutil.rmtree(unfinished, ignore_errors=True)
    for source in sorted(path for path in TEMPLATE.rglob("*") if path.is_file()):
        text = source.read_text(encoding="utf-8")
        for mark, word in words.items():
            text = text.replace(mark, word)
        target = unfinished / source.relative_to(TEMPLATE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    unfinished.rename(folder)
    return load_exam(folder)
