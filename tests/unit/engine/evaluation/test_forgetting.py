"""The gate lets an unchanged model pass, refuses one that forgot, and says which kind of doubt it has."""

import random
from pathlib import Path

import pytest

from engine.errors import ShanganError
from engine.evaluation.forgetting import Accuracies, judge_files, judge_runs, judge_subjects, read_accuracies
from engine.evaluation.runs import Answered, Run
from tests.wire.running import PROJECT

SEED = PROJECT.parent / "shared" / "data" / "assistant408" / "opencompass"


def run(rights: list[bool], **settings: object) -> Run:
    answers = {(f"q{n}", 0): Answered(f"q{n}", "s", 0, "ABCD", "A", "A" if right else "B") for n, right in enumerate(rights)}
    return Run(settings, "a run", answers)


def write_csv(path: Path, accuracies: dict[str, float], version: str = "abc") -> Path:
    rows = [f"{name},{version},accuracy,gen,{value:.2f}" for name, value in accuracies.items()]
    path.write_text("\n".join(["dataset,version,metric,mode,some_model", *rows, "ceval,-,naive_average,gen,1.00"]) + "\n", encoding="utf-8")
    return path


def test_the_seeds_own_model_is_refused() -> None:
    if not SEED.is_dir():
        pytest.skip("the shared test data is not here")
    before = read_accuracies(SEED / "before_train.csv")
    assert len(before.values) == 52, "averages are no subjects"
    verdict = judge_files(SEED / "before_train.csv", SEED / "after_train.csv")
    assert not verdict.passes
    assert (round(verdict.before, 2), round(verdict.after, 2), verdict.pairs) == (53.45, 45.96, 52)
    assert verdict.bound < verdict.change < -7
    assert verdict.p_worse < 0.001
    assert "退步" in verdict.reason
    assert judge_files(SEED / "after_train.csv", SEED / "before_train.csv").passes, "what got better is published"


@pytest.mark.parametrize("metric", ["accuracy", "naive_average"], ids=["OpenCompass 0.5", "as the seeds' had it"])
def test_rows_that_sum_up_others_are_no_subjects_whatever_their_metric(tmp_path: Path, metric: str) -> None:
    path = write_csv(tmp_path / "table.csv", {"ceval-law": 40.0, "ceval-logic": 60.0})
    path.write_text(path.read_text(encoding="utf-8") + f"ceval-stem,-,{metric},gen,50.00\n", encoding="utf-8")
    assert read_accuracies(path).values == {"ceval-law": 40.0, "ceval-logic": 60.0}
    path.write_text(path.read_text(encoding="utf-8") + "ceval-physician,-,-,-,-\n", encoding="utf-8")
    with pytest.raises(ShanganError, match="没有成绩（ceval-physician"):
        read_accuracies(path)


def test_by_question_an_unchanged_model_passes_and_a_worse_one_does_not() -> None:
    chance = random.Random(0)
    before = [chance.random() < 0.6 for _ in range(1346)]
    assert judge_runs(run(before), run(before)).passes
    # Ten answers in a hundred come out differently, without a direction.
    noisy = judge_runs(run(before), run([right if chance.random() > 0.1 else chance.random() < 0.6 for right in before]))
    assert noisy.passes, noisy.reason
    worse = judge_runs(run(before), run([right and chance.random() > 0.12 for right in before]))
    assert not worse.passes and worse.change < -6 and "退步" in worse.reason


def test_too_few_questions_prove_nothing() -> None:
    few = [True, False] * 10
    verdict = judge_runs(run(few), run(few))
    assert not verdict.passes
    assert "更多的题" in verdict.reason
    assert judge_runs(run(few * 20), run(few * 20)).passes


def test_a_small_loss_passes_and_the_margin_is_what_was_said() -> None:
    before = {f"subject-{n}": 60.0 + n % 7 for n in range(52)}
    after = {name: value - 1 - (n % 3 - 1) for n, (name, value) in enumerate(before.items())}

    first, second = (Accuracies(Path("x.csv"), values, dict.fromkeys(values, "abc")) for values in (before, after))
    assert judge_subjects(first, second).passes
    assert not judge_subjects(first, second, margin=1).passes


def test_what_did_not_measure_the_same_is_not_compared(tmp_path: Path) -> None:
    accuracies = {f"subject-{n}": 50.0 for n in range(12)}
    first = write_csv(tmp_path / "first.csv", accuracies)
    fewer = write_csv(tmp_path / "fewer.csv", dict(list(accuracies.items())[:-1]))
    other = write_csv(tmp_path / "other.csv", accuracies, version="def")
    short = write_csv(tmp_path / "short.csv", dict(list(accuracies.items())[:3]))
    faulty = tmp_path / "faulty.csv"
    faulty.write_text("dataset,version,metric,mode,m\na,1,accuracy,gen,-\nb,1,accuracy,gen,101\nb,1,accuracy,gen,3\n", encoding="utf-8")
    for a, b, told in (
        (first, fewer, "科目不同"),
        (first, other, "版本不同"),
        (short, short, "只有 3 科"),
        (first, faulty, "3 处"),
        (first, tmp_path / "nowhere.csv", "读不了"),
        (first, tmp_path / "run.jsonl", "没法配对"),
    ):
        with pytest.raises(ShanganError, match=told):
            judge_files(a, b)
    with pytest.raises(ShanganError, match="同一套题"):
        judge_runs(run([True] * 3), run([True] * 4))
    with pytest.raises(ShanganError, match="notes"):
        judge_runs(run([True] * 3, notes=""), run([True] * 3, notes="408"))
