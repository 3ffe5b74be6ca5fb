"""Answers to problems of intervals, by the simulator, with the working."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.civil._intervals.columns_reading import read_column, read_seen, read_surplus
from engine.generators.civil._intervals.rows_reading import read_respaced, read_row
from engine.generators.civil._intervals.simulator import (
    MORE_THAN_GAPS,
    Ends,
    around,
    common_spacing,
    gaps_of,
    marching,
    squares,
    things,
    unmoved,
)
from engine.generators.civil._intervals.squares_reading import read_polygon, read_square, read_two_polygons
from engine.generators.civil._intervals.steps_reading import read_cuts, read_steps, read_two_climbers
from engine.generators.civil._intervals.words import METRES
from engine.generators.civil._problems.story import in_turn
from engine.generators.kind import Parameters, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import stay_out

_ENDS: dict[Ends, str] = {
    "both": "两端都有：数目 = 间隔数 + 1",
    "one": "只有一端有：数目 = 间隔数",
    "none": "两端都没有：数目 = 间隔数 − 1",
    "closed": "首尾相接：数目 = 间隔数",
}
_SECONDS = {"秒": 1, "分钟": 60, "小时": 3600}


def _shown(value: Fraction | int) -> str:
    """A number as it is written.

    Raises:
        StayOut: it has more than four decimals.
    """
    if not is_exact(Fraction(value), 4):
        stay_out("a number that does not come out even")
    return decimal(value, 4)


def _gaps(length: Fraction, spacing: Fraction) -> int:
    """How many gaps a length has.

    Raises:
        StayOut: it does not come out even.
    """
    try:
        return gaps_of(length, spacing)
    except ValueError as uneven:
        stay_out(str(uneven))


def _more(number: int) -> str:
    """`+ 1`, `− 1`, or nothing."""
    return f" {'+' if number > 0 else '−'} {abs(number)}" if number else ""


def _in_unit(value: Fraction, unit: str) -> Fraction:
    return value / METRES[unit]


def _row(parameters: Parameters) -> Solution:
    ends: Ends = parameters["ends"]
    length, spacing, count = (None if parameters[name] is None else Fraction(parameters[name]) for name in ("length", "spacing", "count"))
    sides, between, unit = parameters["sides"], parameters["between"], parameters["unit"]
    more = MORE_THAN_GAPS[ends]
    lines = [_ENDS[ends] + "。"]
    if length is not None and spacing is not None:
        gaps = _gaps(length, spacing)
        each = things(length, spacing, ends)
        lines.append(f"间隔数：{_shown(length)} ÷ {_shown(spacing)} = {gaps}。")
        if between is not None:
            answer: Fraction = Fraction(gaps * between * sides)
            lines.append(
                f"每个间隔里种 {between} {unit}：{gaps} × {between}{' × 2' if sides == 2 else ''} = {answer}，即 {answer} {unit}。"
            )
        else:
            answer = Fraction(each * sides)
            lines.append(f"一{'侧' if sides == 2 else '共'}：{gaps}{_more(more)} = {each}，即 {each} {unit}。")
            if sides == 2:
                lines.append(f"两侧：{each} × 2 = {answer}，即 {answer} {unit}。")
    else:
        assert count is not None
        each_side = count / sides
        gaps = int(each_side) - more
        if each_side.denominator != 1 or gaps < 1:
            stay_out("how many on a side")
        if sides == 2:
            lines.append(f"每侧：{count} ÷ 2 = {each_side}。")
        lines.append(f"间隔数：{each_side}{_more(-more)} = {gaps}。")
        if spacing is not None:
            answer = _in_unit(spacing * gaps, unit)
            lines.append(f"长度：{_shown(spacing)} × {gaps} = {_shown(spacing * gaps)} 米。")
        else:
            assert length is not None
            answer = _in_unit(length / gaps, unit)
            _shown(answer)
            lines.append(f"间距：{_shown(length)} ÷ {gaps} = {_shown(length / gaps)} 米。")
    if answer < 1 and unit not in METRES:
        stay_out("nothing stands there")
    conventions = ("题目说的是两座建筑之间，按两端都不种计算",) if parameters["buildings"] and ends == "none" else ()
    return _solution(f"{_shown(answer)} {unit}", lines, conventions, also=_in_other_lengths(answer, unit))


def _in_other_lengths(value: Fraction, unit: str) -> tuple[str, ...]:
    if unit not in METRES:
        return ()
    others = ((value * METRES[unit] / METRES[other], other) for other in METRES if other != unit)
    return tuple(f"{decimal(other, 4)} {name}" for other, name in others if is_exact(other, 4))


def _respaced(parameters: Parameters) -> Solution:
    ends: Ends = parameters["ends"]
    old, new, sides, unit = Fraction(parameters["old"]), Fraction(parameters["new"]), parameters["sides"], parameters["unit"]
    lines = []
    if parameters["length"] is not None:
        length = Fraction(parameters["length"])
    else:
        count, more = parameters["count"], MORE_THAN_GAPS[ends]
        if count % sides:
            stay_out("how many on a side")
        length = (count // sides - more) * old
        lines.append(
            f"长度：({count // sides}{_more(-more)}) × {_shown(old)} = {_shown(length)} 米。"
            if more
            else f"长度：{count // sides} × {_shown(old)} = {_shown(length)} 米。"
        )
    _gaps(length, old)
    gaps = _gaps(length, new)
    lines.append(_ENDS[ends] + "。")
    if parameters["asked"] == "count":
        number = things(length, new, ends) * sides
        lines.append(
            f"现在的间隔数：{_shown(length)} ÷ {_shown(new)} = {gaps}，每侧 {gaps}{_more(MORE_THAN_GAPS[ends])} = {number // sides}。"
        )
    elif parameters["asked"] in ("fewer", "more"):
        wide, narrow = max(old, new), min(old, new)
        if (wide / narrow).denominator != 1 or (new > old) != (parameters["asked"] == "fewer"):
            stay_out("some are moved as well")
        before, after = things(length, old, ends), things(length, new, ends)
        number = abs(before - after) * sides
        lines.append(f"每侧原来有 {before}，现在有 {after}，相差 {number // sides}。")
    else:
        common = common_spacing(old, new)
        if ends != "closed" and (length / common).denominator != 1:
            stay_out("the far end")
        kept = _gaps(length, common)
        number = (unmoved(length, old, new, ends) - (2 if parameters["without_ends"] and ends == "both" else 0)) * sides
        more = MORE_THAN_GAPS[ends] - (2 if parameters["without_ends"] and ends == "both" else 0)
        lines += [
            f"{_shown(old)} 和 {_shown(new)} 的最小公倍数是 {_shown(common)}，离起点的距离是它的倍数的不必移动。",
            f"{_shown(length)} ÷ {_shown(common)} = {kept}，每侧有 {kept}{_more(more)} = {number // sides}。",
        ]
    if sides == 2:
        lines.append(f"两侧：{number // sides} × 2 = {number}。")
    return _solution(f"{number} {unit}", lines)


def _steps(parameters: Parameters) -> Solution:
    each = Fraction(parameters["takes"]) / parameters["gaps"]
    unit, times = parameters["unit"], parameters["times"]
    what = {"cut": "锯一次", "stroke": "每两下之间", "floor": "每一层", "post": "每个间隔"}[parameters["sort"]]
    lines = [
        {
            "cut": "锯的次数比段数少 1。",
            "stroke": "间隔数比敲的下数少 1。",
            "floor": "走过的层数是两个楼层之差。",
            "post": "间隔数是两个序号之差。",
        }[parameters["sort"]],
        f"{what}：{_shown(Fraction(parameters['takes']))} ÷ {parameters['gaps']} {'=' if is_exact(each, 4) else '≈'} {decimal(each, 4)} {unit}。",
    ]
    if parameters["asked_gaps"] is not None:
        answer = each * parameters["asked_gaps"] * times
        lines.append(f"{parameters['asked_gaps']} 个间隔{f'，{times} 根' if times > 1 else ''}：共 {_shown(answer)} {unit}。")
        return _solution(f"{_shown(answer)} {unit}", lines, also=_in_other_times(answer, unit))
    gaps = Fraction(parameters["asked_takes"]) / each
    if gaps.denominator != 1 or times > 1:
        stay_out("between two marks")
    answer = gaps + parameters["more"]
    if parameters["piece"] is not None:
        long, unit = answer * Fraction(parameters["piece"]), parameters["piece_unit"]
        lines.append(f"共 {gaps} 次，锯成 {answer} 段，长 {answer} × {_shown(Fraction(parameters['piece']))} = {_shown(long)} {unit}。")
        return _solution(f"{_shown(long)} {unit}", lines, also=_in_other_lengths(long, unit))
    name = {"cut": "段" if parameters["more"] else "次", "stroke": "下", "floor": "层", "post": ""}[parameters["sort"]]
    lines.append(f"{_shown(Fraction(parameters['asked_takes']))} {unit}有 {gaps} 个间隔，{gaps}{_more(parameters['more'])} = {answer}。")
    said = (
        f"第 {answer} {parameters['item']}"
        if parameters["sort"] == "post"
        else f"第 {answer} 层"
        if parameters["sort"] == "floor"
        else f"{answer} {name}"
    )
    return _solution(said, lines, also=(f"{answer} {name}".strip(), str(answer)))


def _in_other_times(value: Fraction, unit: str) -> tuple[str, ...]:
    if unit not in _SECONDS:
        return ()
    others = ((value * _SECONDS[unit] / _SECONDS[other], other) for other in _SECONDS if other != unit)
    return tuple(f"{decimal(other, 4)} {name}" for other, name in others if is_exact(other, 4))


def _cuts(parameters: Parameters) -> Solution:
    folds, cuts, pieces = parameters["folds"], parameters["cuts"], parameters["pieces"]
    if folds == 0:
        if cuts is None:
            return _solution(f"{pieces - 1} 次", [f"次数比段数少 1：{pieces} − 1 = {pieces - 1}。"])
        return _solution(f"{cuts + 1} 段", [f"段数比次数多 1：{cuts} + 1 = {cuts + 1}。"])
    if cuts is None or folds > 10:
        stay_out("folded")
    # A rope folded so often lies in that many strands; every cut goes through all of them.
    strands = 2**folds
    answer = strands * cuts + 1
    return _solution(
        f"{answer} 段",
        [
            f"对折 {folds} 次后有 {strands} 股，剪 {cuts} 刀把绳子剪了 {strands} × {cuts} = {strands * cuts} 处。",
            f"段数比剪的处数多 1：{strands * cuts} + 1 = {answer}。",
        ],
    )


def _climbers(parameters: Parameters) -> Solution:
    first, second, later = (floor - 1 for floor in parameters["floors"])
    climbed = Fraction(later * second, first)
    if climbed.denominator != 1:
        stay_out("between two floors")
    return _solution(
        f"第 {climbed + 1} 层",
        [
            f"到第 {first + 1} 层走了 {first} 层，另一人同时走了 {second} 层。",
            f"到第 {later + 1} 层走了 {later} 层，另一人走了 {later} × {second} ÷ {first} = {climbed} 层，到第 {climbed} + 1 = {climbed + 1} 层。",
        ],
        also=(f"{climbed + 1} 层", str(climbed + 1)),
    )


def _square(parameters: Parameters) -> Solution:
    facts: dict[str, int] = {}
    lines: list[str] = []
    if (first := parameters["first"]) is not None:
        before = _square(first)
        facts["all"] = int(before.answer.split()[0])
        lines += before.steps.splitlines()[:-1]
    for name, value in parameters["facts"]:
        if facts.setdefault(name, value) != value:
            stay_out("told twice")
    found = list(squares(parameters["hollow"], facts))
    said = []
    for name, unit in zip(parameters["asked"], parameters["units"], strict=True):
        answers = {values.get(name) for values in found}
        if len(answers) != 1 or None in answers or name in facts:
            stay_out(f"{name} is not certain")
        said.append((answers.pop(), unit))
    values = found[0]
    side = values["outer-side"]
    if "left-over" in facts:
        both = facts["left-over"] + facts["lacks"]
        lines.append(f"增加一行一列要 {facts['left-over']} + {facts['lacks']} = {both} 人，每边原有 ({both} − 1) ÷ 2 = {side} 人。")
    elif "less-row" in facts:
        lines.append(f"一行一列共 2 × 每边 − 1 人：每边 ({facts['less-row']} + 1) ÷ 2 = {side} 人。")
    elif "more-row" in facts:
        lines.append(f"增加一行一列要 2 × 每边 + 1 人：每边 ({facts['more-row']} − 1) ÷ 2 = {side} 人。")
    elif "from-all" in facts:
        lines.append(f"每边有 {facts['from-all']} × 2 − 1 = {side} 人。")
    elif "outer" in facts:
        lines.append(f"最外层 = (每边 − 1) × 4：每边 {facts['outer']} ÷ 4 + 1 = {side}。")
    else:
        lines.append(f"最外层每边 {side}，最外层共 ({side} − 1) × 4 = {values['outer']}。")
    if parameters["hollow"]:
        layers = values["layers"]
        total = values["all"]
        lines.append(f"相邻两层相差 8，最内层 {values['inner']}，有 {layers} 层，共 ({side} − {layers}) × {layers} × 4 = {total}。")
    elif "left-over" in facts:
        lines.append(f"总数：{side} × {side} + {facts['left-over']} = {values['all']}。")
    else:
        lines.append(f"实心方阵共 {side} × {side} = {values['all']}。")
    if "outside-more" in parameters["asked"]:
        lines.append(f"外面再加一层，每边 {side + 2}，要 ({side + 2} − 1) × 4 = {values['outside-more']}。")
    return _solution("；".join(f"{value} {unit}" for value, unit in said), lines)


def _polygon(parameters: Parameters) -> Solution:
    corners, unit = parameters["corners"], parameters["unit"]
    if "sides" in parameters:
        sides, spacing = [Fraction(each) for each in parameters["sides"]], Fraction(parameters["spacing"])
        number = sum(_gaps(each, spacing) for each in sides)
        summed = " + ".join(_shown(each) for each in sides)
        lines = [
            *((f"棵数最少，间距是各边长的最大公约数 {_shown(spacing)} 米。",) if parameters["least"] else ()),
            f"角上都有，首尾相接：数目 = 间隔数 = ({summed}) ÷ {_shown(spacing)} = {number}。",
        ]
        return _solution(f"{number} {unit}", lines)
    if parameters["total"] is None:
        each = parameters["each"]
        number = around(each, corners)
        return _solution(f"{number} {unit}", [f"角上的属于两条边，只数一次：({each} − 1) × {corners} = {number}。"])
    if parameters["total"] % corners:
        stay_out("sides that differ")
    number = parameters["total"] // corners + 1
    return _solution(f"{number} {unit}", [f"角上的属于两条边：每边 {parameters['total']} ÷ {corners} + 1 = {number}。"])


def _two_polygons(parameters: Parameters) -> Solution:
    more, less, fewer, unit = (parameters[name] for name in ("more", "less", "fewer", "unit"))
    found = [side for side in range(fewer + 2, 2000) if around(side, more) == around(side - fewer, less)]
    if len(found) != 1:
        stay_out("not certain")
    number = around(found[0], more)
    return _solution(
        f"{number} {unit}",
        [
            f"设共有 x {unit}，两种图形每边各有 x ÷ {more} + 1 和 x ÷ {less} + 1 {unit}。",
            f"相差 {fewer}：x ÷ {more} − x ÷ {less} = {fewer}，x = {fewer} × {more} × {less} ÷ ({less} − {more}) = {number}。",
        ],
    )


def _column(parameters: Parameters) -> Solution:
    rows, each, spacing = parameters["rows"], Fraction(parameters["each"]), Fraction(parameters["spacing"])
    length = marching(rows, spacing, each)
    lines = []
    if parameters["files"] > 1:
        lines.append(f"每列：{parameters['number']} ÷ {parameters['files']} = {rows}。")
    own = f"{_shown(each)} × {rows} + " if each else ""
    lines.append(f"有 {rows} − 1 = {rows - 1} 个间隔，全长 {own}{_shown(spacing)} × {rows - 1} = {_shown(length)} 米。")
    unit = parameters["unit"]
    if parameters["bridge"] is None:
        answer = _in_unit(length, unit)
        return _solution(f"{_shown(answer)} {unit}", lines, also=_in_other_lengths(answer, unit))
    bridge, speed = Fraction(parameters["bridge"]), Fraction(parameters["speed"])
    time = (length + bridge) / speed / _SECONDS[unit]
    lines.append(f"通过时走了 {_shown(length)} + {_shown(bridge)} = {_shown(length + bridge)} 米，要 {_shown(time)} {unit}。")
    return _solution(f"{_shown(time)} {unit}", lines, also=_in_other_times(time, unit))


def _seen(parameters: Parameters) -> Solution:
    gaps, spacing, seconds = parameters["count"] - 1, Fraction(parameters["spacing"]), Fraction(parameters["seconds"])
    length, per = parameters["unit"].split("/")
    answer = gaps * spacing / METRES[length] / seconds * _SECONDS[per]
    return _solution(
        f"{_shown(answer)} {parameters['unit']}",
        [
            f"{parameters['count']} 个之间有 {parameters['count']} − 1 = {gaps} 个间隔，走了 {_shown(spacing)} × {gaps} = {_shown(spacing * gaps)} 米。",
            f"用了 {_shown(seconds)} 秒，速度是 {_shown(answer)} {parameters['unit']}。",
        ],
        also=(f"{_shown(answer)} {length}",),
    )


def _surplus(parameters: Parameters) -> Solution:
    one, other = (Fraction(each) for each in parameters["spacings"])
    more, rows = parameters["more"], parameters["rows"]
    # rows × (length ÷ spacing + 1) + left over is the same number of saplings
    ways = rows * (1 / one - 1 / other)
    if not ways:
        stay_out("one spacing")
    length = (more[1] - more[0]) / ways
    own = rows * MORE_THAN_GAPS[parameters["ends"]]
    counts = {rows * length / spacing + own + left for spacing, left in zip((one, other), more, strict=True)}
    number = counts.pop()
    if length <= 0 or counts or number.denominator != 1 or number < 1:
        stay_out("no road is so long")
    answer, unit = (
        (number, parameters["unit"]) if parameters["asked"] == "count" else (_in_unit(length, parameters["unit"]), parameters["unit"])
    )
    way = [
        f"{rows} × (L ÷ {_shown(spacing)}{_more(MORE_THAN_GAPS[parameters['ends']])}){_more(left)}"
        for spacing, left in zip((one, other), more, strict=True)
    ]
    return _solution(
        f"{_shown(answer)} {unit}",
        [
            f"设平均每行长 L 米，共 {rows} 行，{_ENDS[parameters['ends']].split('：')[0]}：棵数 = {way[0]} = {way[1]}。",
            f"解得 L = {_shown(length)}，棵数是 {_shown(number)}。",
        ],
        conventions=() if parameters["ends_told"] else ("路的两端都种",),
    )  # fmt: skip


def _solution(answer: str, lines: list[str], conventions: tuple[str, ...] = (), also: tuple[str, ...] = ()) -> Solution:
    return Solution(
        answer=answer,
        steps=paragraphs(*lines, f"所以答案是 {answer}。"),
        conventions=conventions,
        also=tuple(each for each in also if each != answer),
    )


_BY_TASK = {
    "row": _row, "respaced": _respaced, "steps": _steps, "cuts": _cuts, "climbers": _climbers, "square": _square,
    "polygon": _polygon, "two-polygons": _two_polygons, "column": _column, "seen": _seen, "surplus": _surplus,
}  # fmt: skip


def solve(parameters: Parameters) -> Solution:
    """The answer to a problem as read.

    Raises:
        StayOut: it does not come out.
    """
    return _BY_TASK[parameters["task"]](parameters)


SOLVER = Solver(
    hint=r"隔|距|相邻|车站|锯|剪|截|敲|楼|层|方阵|方队|正方形|边形|三角形|纵队|列队|每\s*\d+\s*(?:米|m)|第\s*\d+\s*[棵根盏面]",
    recognise=in_turn(
        read_row,
        read_respaced,
        read_steps,
        read_cuts,
        read_two_climbers,
        read_square,
        read_polygon,
        read_two_polygons,
        read_column,
        read_seen,
        read_surplus,
    ),
    solve=solve,
)
