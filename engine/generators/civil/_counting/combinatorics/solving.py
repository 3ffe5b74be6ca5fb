"""Solving counts of ways, each by its textbook formula or by trying every way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.generators import patterns
from engine.generators.alternatives import but_not
from engine.generators.civil._counting.arranging.reading import read_arranging
from engine.generators.civil._counting.arranging.simulator import arranged
from engine.generators.civil._counting.assigning.reading import read_assigning
from engine.generators.civil._counting.assigning.simulator import count_assignments
from engine.generators.civil._counting.derangement_reading import read_derangement
from engine.generators.civil._counting.each_choosing import with_each_choosing
from engine.generators.civil._counting.evenly import shared_evenly
from engine.generators.civil._counting.forms import reader_of
from engine.generators.civil._counting.forms_of_choices import CHOICE_FORMS
from engine.generators.civil._counting.forms_of_figures import FIGURE_FORMS
from engine.generators.civil._counting.forms_of_rows import ROW_FORMS
from engine.generators.civil._counting.formulas import FORMULAS
from engine.generators.civil._counting.implied import but_implied
from engine.generators.civil._counting.plain import all_asked, but_subtle
from engine.generators.civil._counting.samples.reading import read_sample_ways
from engine.generators.civil._counting.samples.simulator import sample_ways
from engine.generators.civil._counting.values.laid_digits import read_laid_count
from engine.generators.civil._counting.values.reading import read_values_count
from engine.generators.civil._counting.values.simulator import count_values
from engine.generators.civil._problems import unread
from engine.generators.civil._problems.heeded import IN_CHANCES, heeding
from engine.generators.civil._problems.several import each_question, solve_each
from engine.generators.civil._problems.story import in_turn, one_reading
from engine.generators.kind import Parameters, Recognition, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out

_Found = tuple[int, list[str]]


def _values(parameters: Parameters) -> _Found:
    every, fits = count_values(parameters)
    return fits, [f"一共 {every} 个（种），列举（或分类）得符合的有 {fits} 个（种）。"]


_TASKS: dict[str, tuple[Callable[[Parameters], _Found], str]] = {
    "values": (_values, "种"),
    "laid": (_values, "个"),
    "assigning": (count_assignments, "种"),
    "arranging": (arranged, "种"),
    "sample": (sample_ways, "种"),
    "counted": (lambda parameters: FORMULAS[parameters["how"]](*parameters["arguments"]), "种"),
}


def _by_readings(parameters: Parameters, count: Callable[[Parameters], _Found], unit: str) -> Solution:
    """What may be meant in several ways (things alike or not): the options say which, if they say one of them."""
    found = [(f"{means}。", *count({**parameters, **more})) for means, more in parameters["readings"]]

    def among(options: Sequence[str]) -> tuple[int, str] | None:
        said = [patterns.sub(r"\D", "", option) for option in options]
        meant = {value: paragraphs(means, *steps) for means, value, steps in found if str(value) in said}
        if len(meant) != 1:
            return None
        value, steps = next(iter(meant.items()))
        return said.index(str(value)), steps

    def unsaid(option: str) -> bool:
        stay_out(f"meant either way: {option}")

    means, value, steps = found[0]
    return Solution(answer=f"{value} {unit}", steps=paragraphs(means, *steps), fits=unsaid, among=among)


def _solve(parameters: Parameters) -> Solution:
    count, unit = _TASKS[parameters["task"]]
    if parameters.get("readings"):
        return _by_readings(parameters, count, unit)
    value, steps = count(parameters)
    if not value:
        stay_out("no way at all")
    unit = parameters.get("unit", unit)
    turned = parameters.get("how") == "blocks" and parameters["arguments"][1]
    return Solution(
        answer=f"{value} {unit}".strip(),
        conventions=("旋转后相同的坐法算同一种",) if turned else tuple(parameters.get("conventions", ())),
        also=(str(value), *(f"{value} {each}" for each in ("个", "种", "条", "组", "支", "人", "次", "场", "张", "盘"))),
        steps=paragraphs(*steps),
    )


_READ = each_question(
    in_turn(
        but_subtle(
            in_turn(
                one_reading(read_derangement, *map(reader_of, (*ROW_FORMS, *CHOICE_FORMS, *FIGURE_FORMS))),
                one_reading(read_sample_ways),
                one_reading(read_assigning),
                one_reading(read_values_count, read_laid_count),
            ),
            _solve,
        ),
        one_reading(read_arranging),
    )
)


def _read(text: str) -> Recognition | None:
    """As the readers, with what everybody gets where it is shared out evenly."""
    return _READ(shared_evenly(text))


SOLVER = Solver(
    hint=r"(?s:^(?!.*(?:概率|几率|机率|可能性)).*多少)|位数|种|法|握|循环|淘汰|多少个|几个|方案|贺卡|比赛|方式|多少条|几条|多少组|几组|路线|几支|多少支|顺序|多少套|几套",
    recognise=but_not(unread.IN_ARRANGEMENTS)(
        heeding(all_asked(with_each_choosing(but_implied(_read), solve_each(_solve))), solve_each(_solve), IN_CHANCES)
    ),
    solve=solve_each(_solve),
)
