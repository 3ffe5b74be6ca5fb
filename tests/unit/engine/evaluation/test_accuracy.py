"""Runs: kept answer by answer, resumed, compared, shown as tables."""

import contextlib
import csv
import io
from pathlib import Path

import pytest

from engine.errors import ShanganError
from engine.evaluation.accuracy import report
from engine.evaluation.accuracy_tables import to_csv, to_markdown
from engine.evaluation.evidence import blind_runs
from engine.evaluation.items import Item, presentations
from engine.evaluation.runs import Answered, Choice, Run, load_run, open_run, run_name

ITEMS = [Item(f"q{n}", "网络" if n % 2 else "系统", f"第 {n} 题", ("甲", "乙", "最长的丙", "丁"), "ABCD"[n % 4]) for n in range(8)]
SHOWN = list(presentations(ITEMS, 0, 0))


def run(label: str, places: str, **settings: object) -> Run:
    answers = [Answered.of(one, Choice(place if place != "-" else None)) for one, place in zip(SHOWN, places, strict=True)]
    return Run(settings, label, {(answer.id, 0): answer for answer in answers})


def test_a_run_goes_on_where_it_was_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "runs" / "run.jsonl"
    with contextlib.suppress(KeyboardInterrupt), open_run(path, {"model": "m"}, "微调前") as file:
        file.add(Answered.of(SHOWN[0], Choice("A", "答案是 A")))
        file.add(Answered.of(SHOWN[1], Choice(None, "不知道")))
        raise KeyboardInterrupt
    with path.open("a", encoding="utf-8") as torn:
        torn.write('{"id": "q2", "subj')
    with open_run(path, {"model": "m"}, "微调前") as file:
        assert [answer.id for answer in file.run] == ["q0", "q1"]
        file.add(Answered.of(SHOWN[2], Choice("C")))
        with pytest.raises(ShanganError, match="另一个进程"), open_run(path, {"model": "m"}, "微调前"):
            pass
    assert [(answer.id, answer.place, answer.said) for answer in load_run(path)] == [
        ("q0", "A", "答案是 A"),
        ("q1", None, "不知道"),
        ("q2", "C", ""),
    ]
    with pytest.raises(ShanganError, match="model 不同"), open_run(path, {"model": "other"}, "x"):
        pass
    assert len(load_run(path).answered) == 3
    assert run_name({"model": "a/b", "seed": 1}) == run_name({"seed": 1, "model": "a/b"}) != run_name({"model": "a/b", "seed": 2})


def test_what_is_no_run_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text('{"id": 1}\n', encoding="utf-8")
    (tmp_path / "empty.jsonl").write_text("", encoding="utf-8")
    for name in ("x.jsonl", "empty.jsonl", "nowhere.jsonl"):
        with pytest.raises(ShanganError, match=name):
            load_run(tmp_path / name)


def test_the_figures_can_be_checked_by_hand() -> None:
    before, after = run("微调前", "AAAAAAAA"), run("微调后", "ABCDABC-")
    made = report([before, after], blind_runs(SHOWN), left_out=2)
    assert [result.total.hits for result in made.results] == [2, 7]
    assert {subject: (share.hits, share.total) for subject, share in made.results[1].subjects.items()} == {"系统": (4, 4), "网络": (3, 4)}
    assert made.results[1].unanswered == 1
    assert made.chance == 0.25
    first = made.comparisons[0]
    assert (first.first, first.test.won, first.test.lost) == ("微调前", 5, 0)
    assert {result.label: result.total.hits for result in made.baselines} == {
        "总选 A": 2,
        "总选 B": 2,
        "总选 C": 2,
        "总选 D": 2,
        "总选最长的": 2,
    }
    markdown = to_markdown(made)
    assert "| 科目 | 题 | 微调前 | 微调后 |" in markdown
    assert "| **合计** | 8 | 25.0%（7.1–59.1） | 87.5%（52.9–97.8） |" in markdown
    assert "1 题没有读出选项" in markdown and "2 题没有测" in markdown
    rows = list(csv.DictReader(io.StringIO(to_csv(made))))
    assert [row["accuracy"] for row in rows if row["run"] == "微调后"] == ["1.0000", "0.7500", "0.8750"]


def test_runs_over_other_questions_are_not_compared() -> None:
    other = Run({}, "别的", {("z", 0): Answered("z", "s", 0, "ABCD", "A", "A")})
    with pytest.raises(ShanganError, match="不是同一套题"):
        report([other, run("微调后", "ABCDABCD")])


def test_a_preference_for_a_place_shows_when_options_are_shuffled() -> None:
    shown = list(presentations(ITEMS, 3, seed=1))
    always_first = Run({}, "爱选 A", {(one.item.id, one.variant): Answered.of(one, Choice("A")) for one in shown})
    knowing = {(one.item.id, one.variant): Answered.of(one, Choice("ABCD"[one.order.index(one.item.key)])) for one in shown}
    biased, sound = report([always_first, Run({}, "真会", knowing)]).results
    assert biased.position is not None and sound.position is not None
    assert biased.position.places == {"A": 32, "B": 0, "C": 0, "D": 0}
    assert biased.position.consistent.hits < 4
    assert sound.position.consistent.value == sound.position.every.value == 1
    assert "打乱选项" in to_markdown(report([always_first]))
