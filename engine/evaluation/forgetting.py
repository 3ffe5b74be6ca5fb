"""The forgetting gate: a model that was fine-tuned for an exam is not published if it has become worse at everything else.

The rule is a one-sided test of non-inferiority: the lower 95% confidence bound of the paired change in accuracy must lie above
-`margin`. A drop that is real but small passes; a change that was measured too coarsely to exclude a large drop does not, and the verdict
says which of the two it was. Why this way round: Blackwelder 1982, "Proving the null hypothesis" in clinical trials; ICH E9, 3.3.2.

    two of our own runs        the same questions one by one: Agresti and Min 2005 for the bound, McNemar's exact test beside it
    two tables of accuracies   the same subjects (C-Eval's 52, averages left out), each counting once as in C-Eval's own average: Student's
                               paired t for the bound, Wilcoxon's exact signed-rank test beside it, which needs no normal distribution
"""

from __future__ import annotations

import csv
import io
import math
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, stdev
from typing import Any

from engine.errors import ShanganError
from engine.evaluation.paired import McNemar, signed_rank_p, student_t_quantile
from engine.evaluation.runs import Run, load_run

MARGIN = 3.0
"""Points of accuracy that may be lost: one question in 33. About twice the standard error of an unchanged model on C-Eval's 1,346 validation
questions, so that such a one passes; the project's own choice."""

CONFIDENCE = 0.95
"""Of the one-sided bound."""

FEWEST_SUBJECTS = 10
"""With fewer the t bound says little about general ability."""

OWN_PREFIX = "shangan-"
"""Begins the names of an exam's own sets in OpenCompass's tables: what a model was trained for says nothing about what it forgot."""

_NOTHING = "-"
"""In a row's version: it sums up others, whatever its metric is called; in its metric as well: there is no result."""
_Z = 1.644854
"""One-sided 95% quantile of the normal distribution."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the second model may be published, and why.

    Attributes:
        before, after, change, bound: accuracies, their difference and its lower one-sided bound, in points of 100.
        p_worse: one-sided probability of such a loss if there were none.
        pairs: questions or subjects compared.
        unit: 题 or 科.
        test: the names of both tests.
    """

    before: float
    after: float
    change: float
    bound: float
    p_worse: float
    pairs: int
    unit: str
    test: str
    margin: float

    @property
    def passes(self) -> bool:
        """Whether a loss of `margin` or more is excluded."""
        return self.bound > -self.margin

    @property
    def reason(self) -> str:
        """For people: the figures and what follows from them."""
        figures = (
            f"{self.pairs} {self.unit}配对：{self.before:.2f} → {self.after:.2f}，变化 {self.change:+.2f} 分，"
            f"单侧 95% 下界 {self.bound:+.2f} 分（{self.test}，变差的 p = {self.p_worse:.2g}），允许下降不到 {self.margin:g} 分。"
        )
        if self.passes:
            return f"通过：没有忘掉原来会的。{figures}"
        if self.p_worse < 1 - CONFIDENCE:
            return f"不通过：通用能力退步了，这个模型不发布。{figures}调低学习率或轮数、多掺通用对话，或换一个更早的检查点。"
        return f"不通过：还不能说明没有退步，这个模型先不发布。{figures}用更多的题再测一次。"

    def as_data(self) -> dict[str, Any]:
        """For JSON."""
        figures = {name: round(getattr(self, name), 4) for name in ("before", "after", "change", "bound", "margin")}
        return {
            "passes": self.passes, **figures, "p_worse": self.p_worse, "pairs": self.pairs, "unit": self.unit, "test": self.test,
            "reason": self.reason,
        }  # fmt: skip


def judge_files(before: Path, after: Path, margin: float = MARGIN) -> Verdict:
    """Compare two run files, or two CSV files of OpenCompass.

    Raises:
        ShanganError: a file cannot be read, or the two did not measure the same.
    """
    tables = [path.suffix.lower() == ".csv" for path in (before, after)]
    if all(tables):
        return judge_subjects(read_accuracies(before), read_accuracies(after), margin)
    if any(tables):
        raise ShanganError("一个是 CSV 成绩表，一个是逐题的记录，没法配对。两个都给同一种。")
    return judge_runs(load_run(before), load_run(after), margin)


def judge_runs(before: Run, after: Run, margin: float = MARGIN) -> Verdict:
    """By question."""
    first, second = before.plain(), after.plain()
    if not first or first.keys() != second.keys() or any(first[id].key != second[id].key for id in first):
        raise ShanganError(
            f"两次测的不是同一套题（{len(first)} 题和 {len(second)} 题，共同的 {len(first.keys() & second.keys())} 题），没有比较。"
            "用同样的文件各测完一遍再来。"
        )
    for name in ("answerer", "scoring", "notes", "max_tokens"):
        if before.settings.get(name) != after.settings.get(name):
            raise ShanganError(f"两次测法不同（{name}：{before.settings.get(name)} 和 {after.settings.get(name)}），没有比较。")
    test = McNemar.of([first[id].right for id in first], [second[id].right for id in first])
    # Agresti and Min 2005: half an observation added to each of the four cells.
    total = test.total + 2
    change = (test.won - test.lost) / total
    error = math.sqrt(test.won + test.lost + 1 - (test.won - test.lost) ** 2 / total) / total
    return Verdict(
        100 * fmean(answer.right for answer in first.values()),
        100 * fmean(answer.right for answer in second.values()),
        100 * test.change,
        100 * (change - _Z * error),
        test.p_worse,
        test.total,
        "题",
        "Agresti–Min 区间，McNemar 精确检验",
        margin,
    )


@dataclass(frozen=True, slots=True)
class Accuracies:
    """A table of accuracies in points of 100, by subject, with the version (a hash of the prompts) each was measured with."""

    path: Path
    values: dict[str, float]
    versions: dict[str, str]


def judge_subjects(before: Accuracies, after: Accuracies, margin: float = MARGIN) -> Verdict:
    """By subject, each with the same weight."""
    if missing := sorted(before.values.keys() ^ after.values.keys()):
        raise ShanganError(f"两张表的科目不同，没有比较。只在一边的有：{'、'.join(missing[:10])}（共 {len(missing)} 个）。")
    if changed := sorted(name for name in before.values if before.versions[name] != after.versions[name]):
        raise ShanganError(f"有 {len(changed)} 科两次用的提示词版本不同（如 {changed[0]}），没有比较。用同一份配置各测一遍再来。")
    if len(before.values) < FEWEST_SUBJECTS:
        raise ShanganError(f"只有 {len(before.values)} 科，至少要 {FEWEST_SUBJECTS} 科才看得出通用能力。")
    changes = [after.values[name] - before.values[name] for name in before.values]
    count = len(changes)
    error = stdev(changes) / math.sqrt(count)
    return Verdict(
        fmean(before.values.values()),
        fmean(after.values.values()),
        fmean(changes),
        fmean(changes) - student_t_quantile(CONFIDENCE, count - 1) * error,
        signed_rank_p(changes),
        count,
        "科",
        "配对 t 的下界，Wilcoxon 符号秩精确检验",
        margin,
    )


def read_accuracies(path: Path) -> Accuracies:
    """Read OpenCompass's summary (`dataset,version,metric,mode,<model>`); rows that sum up others are left out, and an exam's own sets.

    Raises:
        ShanganError: listing every fault of the file.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ShanganError(f"读不了 {path}：{getattr(error, 'strerror', None) or error}。请检查文件名。") from None
    rows = list(csv.reader(io.StringIO(text, newline="")))
    if not rows or rows[0][:4] != ["dataset", "version", "metric", "mode"] or len(rows[0]) != 5:
        raise ShanganError(f"{path} 不是 OpenCompass 一个模型的成绩表（表头应是 dataset,version,metric,mode,模型名），没有比较。")
    values: dict[str, float] = {}
    versions: dict[str, str] = {}
    faults = []
    for number, row in enumerate(rows[1:], 2):
        sums_up = len(row) == 5 and row[1] == _NOTHING != row[2]
        if not row or row[0].startswith(OWN_PREFIX) or sums_up:
            continue
        try:
            name, version, _, _, score = row
            value = float(score)
        except ValueError:
            faults.append(f"第 {number} 行：没有成绩（{','.join(row)[:60]}）")
            continue
        if not 0 <= value <= 100:
            faults.append(f"第 {number} 行：{score} 不在 0 到 100 之间")
        if name in values:
            faults.append(f"第 {number} 行：{name} 出现了两次")
        values[name], versions[name] = value, version
    if faults:
        raise ShanganError(f"{path} 有 {len(faults)} 处不合要求，没有比较：\n" + "\n".join(f"  {fault}" for fault in faults))
    return Accuracies(path, values, versions)
