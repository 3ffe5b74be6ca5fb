"""The parts of the documentation that are written by code: tables of commands and settings, `.env.example`.

`python -m bot.documentation` writes them, `--check` fails if they are not what the code says.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

from pydantic import SecretStr
from pydantic_core import PydanticUndefined

from bot.commands.table import COMMANDS
from bot.settings import PROJECT, Settings
from engine.exams import load_exams
from engine.questions.bank import Bank
from engine.questions.review import read_review
from engine.questions.stats import bank_stats


def commands_table() -> str:
    """Every command with its examples."""
    exam = load_exams(PROJECT / "data" / "exams")[_default("exam")]
    rows = ["| 命令 | 英文 | 做什么 | 例子 |", "| --- | --- | --- | --- |"]
    for command in COMMANDS:
        examples = "<br>".join(f"`{example}` {meaning}" for example, meaning in command.examples(exam))
        rows.append(f"| `/{command.name}` | `/{command.aliases[0]}` | {command.summary} | {examples} |")
    return "\n".join(rows)


def _default(name: str) -> str:
    value = Settings.model_fields[name].default
    if isinstance(value, SecretStr):
        value = value.get_secret_value()
    if isinstance(value, Path) and value.is_absolute():
        value = value.relative_to(PROJECT)
    return "" if value in (None, PydanticUndefined) else value.as_posix() if isinstance(value, Path) else str(value)


def settings_table() -> str:
    """Every setting with its default."""
    rows = ["| 设置 | 默认值 | 含义 |", "| --- | --- | --- |"]
    for name, field in Settings.model_fields.items():
        shown = f"`{_default(name)}`" if _default(name) else "空"
        rows.append(f"| `SHANGAN_{name.upper()}` | {shown} | {field.description} |")
    return "\n".join(rows)


def env_example() -> str:
    """`.env.example`: every setting, commented out, with its meaning."""
    lines = ["# 复制成 .env 再改。每一项都可以不写，不写就用这里的默认值。", ""]
    for name, field in Settings.model_fields.items():
        lines += [f"# {field.description}", f"# SHANGAN_{name.upper()}={_default(name)}", ""]
    return "\n".join(lines)


def content_table() -> str:
    """What each exam's folder holds."""
    rows = ["| 考试 | 知识点 | 有笔记的 | 题目 | 其中评测集 |", "| --- | --- | --- | --- | --- |"]
    for exam in load_exams(PROJECT / "data" / "exams").values():
        bank = Bank.load(exam)
        noted = sum(point.has_note for point in bank_stats(exam, bank).points)
        rows.append(f"| {exam.name} | {len(exam.points)} | {noted} | {len(bank)} | {len(bank.evaluation())} |")
    return "\n".join(rows)


def content_page() -> str:
    """`docs/content.md`: what every exam's bank holds, point by point."""
    pages = [bank_stats(exam, Bank.load(exam)).to_markdown() for exam in load_exams(PROJECT / "data" / "exams").values()]
    return "由 `python -m bot.documentation` 写成，数目与 `shangan bank stats` 的相同。\n\n" + "\n\n".join(pages) + "\n"


def review_pages() -> dict[Path, str]:
    """Each exam's `REVIEW.md`, computed from the records of its blind review."""
    return {
        exam.folder / "REVIEW.md": read_review(exam, Bank.load(exam)).to_markdown()
        for exam in load_exams(PROJECT / "data" / "exams").values()
        if (exam.folder / "review").is_dir()
    }


def _filled(text: str, blocks: Mapping[str, str]) -> str:
    for name, block in blocks.items():
        pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        text = pattern.sub(lambda match, block=block: f"{match.group(1)}{block}\n{match.group(2)}", text)  # type: ignore[misc]
    return text


def documents() -> dict[Path, str]:
    """What the generated files should hold."""
    readme = PROJECT / "README.md"
    blocks = {"commands": commands_table(), "settings": settings_table(), "content": content_table()}
    return {
        readme: _filled(readme.read_text(encoding="utf-8"), blocks),
        PROJECT / ".env.example": env_example(),
        PROJECT / "docs" / "content.md": content_page(),
        **review_pages(),
    }


def main(arguments: list[str]) -> int:
    """Write the documents, or with `--check` say which differ; the exit code."""
    different = [path for path, text in documents().items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    if "--check" in arguments:
        for path in different:
            sys.stderr.write(f"{path.name} 与代码不一致，运行 python -m bot.documentation 重新生成。\n")
        return 1 if different else 0
    for path in different:
        path.write_text(documents()[path], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
