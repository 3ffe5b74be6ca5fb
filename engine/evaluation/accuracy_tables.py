"""A report of accuracies as Markdown for people and as CSV for spreadsheets."""

from __future__ import annotations

import csv
import io

from engine.evaluation.accuracy import Report, Result
from engine.evaluation.intervals import Share


def to_markdown(report: Report) -> str:
    """By subject, runs beside each other (before, after, after with notes); then everything that they are held against."""
    last = report.results[-1]
    lines = ["| 科目 | 题 | " + " | ".join(_cell(result.label) for result in report.results) + " |"]
    lines.append("| --- | ---: |" + " ---: |" * len(report.results))
    for subject, share in last.subjects.items():
        cells = [_share(result.subjects.get(subject, Share(0, 0))) for result in report.results]
        lines.append(f"| {_cell(subject)} | {share.total} | " + " | ".join(cells) + " |")
    lines.append(f"| **合计** | {last.total.total} | " + " | ".join(_share(result.total) for result in report.results) + " |")
    lines += ["", f"括号里是 95% 区间（Wilson）。瞎猜的期望是 {report.chance:.1%}。"]
    if report.left_out:
        lines.append(f"不是单选的 {report.left_out} 题没有测。")
    for result in report.results:
        lines += _remarks(result)
    if report.comparisons:
        shares = {result.label: result.total for result in (*report.results, *report.baselines)}
        lines += [
            "",
            f"| {_cell(last.label)}，对比 | 它的正确率 | 多对 | 少对 | 变化 | McNemar p |",
            "| --- | ---: | ---: | ---: | ---: | ---: |",
        ]
        for one in report.comparisons:
            test = one.test
            lines.append(
                f"| {_cell(one.first)} | {_share(shares[one.first])} | {test.won} | {test.lost} | {test.change:+.1%} | {_p(test.p_two_sided)} |"
            )
    return "\n".join(lines) + "\n"


def to_csv(report: Report) -> str:
    """A row for each run and subject, and one for its total: `run,subject,questions,right,accuracy,low,high,unanswered`."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["run", "subject", "questions", "right", "accuracy", "low", "high", "unanswered"])
    for result in (*report.results, *report.baselines):
        for subject, share in (*result.subjects.items(), ("合计", result.total)):
            low, high = share.interval
            unanswered = result.unanswered if subject == "合计" else ""
            writer.writerow(
                [result.label, subject, share.total, int(share.hits), f"{share.value:.4f}", f"{low:.4f}", f"{high:.4f}", unanswered]
            )
    return text.getvalue()


def _remarks(result: Result) -> list[str]:
    remarks = []
    if result.unanswered:
        remarks.append(f"「{result.label}」有 {result.unanswered} 题没有读出选项，按错算。")
    if result.truncated:
        remarks.append(f"「{result.label}」有 {result.truncated} 题的回答被长度上限截断，放宽 --max-tokens 再测。")
    if (position := result.position) is not None:
        variants = "、".join(f"{share.value:.1%}" for share in position.variants)
        places = "、".join(f"{letter} {count}" for letter, count in position.places.items())
        remarks.append(
            f"「{result.label}」打乱选项：各次正确率 {variants}；每次都选同一项的占 {_share(position.consistent)}，"
            f"每次都对的占 {_share(position.every)}；选过的位置：{places}。"
        )
    return remarks


def _share(share: Share) -> str:
    if not share.total:
        return "—"
    low, high = share.interval
    return f"{share.value:.1%}（{100 * low:.1f}–{100 * high:.1f}）"


def _p(value: float) -> str:
    return f"{value:.3f}" if value >= 0.001 else "<0.001"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
