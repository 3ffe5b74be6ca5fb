"""Intervals and squares (植树与方阵): things in a row or around a plot, sawing and climbing, people in squares, columns that march.

What is counted and the gaps between it differ by one, none or minus one, as the ends are; a square's layers differ by eight.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from engine.generators.chance import Chance
from engine.generators.civil._intervals.simulator import (
    MORE_THAN_GAPS,
    Ends,
    common_spacing,
    marching,
    outermost,
    square,
    things,
    unmoved,
)
from engine.generators.civil._intervals.solving import SOLVER
from engine.generators.civil._problems.problems import Candidates, wrong_quantities
from engine.generators.kind import Generated, Kind
from engine.generators.markdown import paragraphs

POINT = "quantity.applied.calendar-cycle"

_ROWS = (
    ("公路", "栽", "银杏树", "棵"),
    ("街道", "安装", "路灯", "盏"),
    ("河堤", "插", "彩旗", "面"),
    ("步道", "摆放", "鲜花", "盆"),
    ("跑道", "放置", "标志桶", "个"),
)
_ENDS: dict[Ends, str] = {"both": "两端都要{}", "one": "只在一端{}", "none": "两端都不{}"}
_RULES: dict[Ends, str] = {"both": "两端都有，比间隔数多 1", "one": "只有一端有，和间隔数相等", "none": "两端都没有，比间隔数少 1"}
_SAWN = (("木头", "锯"), ("钢管", "锯"), ("竹竿", "截"), ("铁丝", "剪"))
_CROWDS = (("学生", "人"), ("战士", "人"), ("运动员", "人"), ("舞蹈演员", "人"))


def _write(chance: Chance, difficulty: int) -> Generated | None:
    writers = {
        1: (_count, _equal_steps),
        2: (_spacing, _full_square, _one_row_less, _oblong),
        3: (_respaced, _hollow_square, _surplus, _crossing),
    }[difficulty]
    return chance.choice(writers)(chance)


def _sign(number: int) -> str:
    return f" {'+' if number > 0 else '−'} {abs(number)}" if number else ""


def _question(stem: str, right: int, unit: str, candidates: Candidates, steps: Sequence[str], parameters: dict[str, object]) -> Generated:
    return Generated(
        point=POINT,
        stem=stem,
        right=f"{right} {unit}",
        wrong=wrong_quantities(candidates, unit),
        steps=paragraphs(*steps),
        parameters=parameters,
    )


# --- one step --------------------------------------------------------------------------------------------------------------------


def _count(chance: Chance) -> Generated | None:
    """How many stand along a road, on one side or both."""
    place, verb, thing, unit = chance.choice(_ROWS)
    ends: Ends = chance.choice(("both", "one", "none"))
    spacing, gaps, sides = chance.between(3, 15), chance.between(12, 60), chance.between(1, 2)
    length, more = spacing * gaps, MORE_THAN_GAPS[ends]
    each = things(length, spacing, ends)
    right = each * sides
    candidates: Candidates = [
        (gaps * sides, "把间隔数当成了数目"),
        ((gaps + 1) * sides, "不看两端，一律加 1"),
        ((gaps - 1) * sides, "不看两端，一律减 1"),
        (each * (3 - sides), "一侧和两侧弄反了"),
        (gaps * sides + more, "两侧只加减了一次"),
        ((gaps + 2) * sides, "两端各多算了一次"),
        ((gaps - 2) * sides, "两端各少算了一次"),
        (right + 3, "数间隔时多数了 3 个"),
        (right - 3, "数间隔时少数了 3 个"),
    ]
    lines = [
        f"间隔数：{length} ÷ {spacing} = {gaps}。",
        f"{_RULES[ends]}：一侧{'' if not more else f' {gaps}{_sign(more)} ='} {each} {unit}。",
        f"{'两侧共' if sides == 2 else '所以一共'} {each} × {sides} = {right}，即 {right} {unit}",
    ]
    return _question(
        (
            f"在一条长 {length} 米的{place}{'两侧' if sides == 2 else '一侧'}{verb}{thing}，每隔 {spacing} 米{verb}一{unit}，"
            f"{_ENDS[ends].format(verb)}，则一共要{verb}多少{unit}？"
        ),
        right,
        unit,
        candidates,
        lines,
        {"task": "row-count", "length": length, "spacing": spacing, "ends": ends, "sides": sides},
    )


def _equal_steps(chance: Chance) -> Generated | None:
    """So many pieces, or floors, take so long; how long do more take."""
    sawing = chance.one_in(2)
    thing, verb = chance.choice(_SAWN)
    who = chance.choice(("小周", "快递员", "物业师傅", "小郑"))
    first, second = chance.between(3, 8), chance.between(7, 20)
    each = chance.between(2, 9) if sawing else chance.between(11, 30)
    if second in (first, 2 * first) or second < first + 2:
        return None
    takes, right, unit = (first - 1) * each, (second - 1) * each, "分钟" if sawing else "秒"
    what, steps = ("段数", "次数") if sawing else ("楼号", "层数")
    candidates: Candidates = [
        (Fraction(takes * second, first), f"把{what}当成了{steps}"),
        (second * each, f"按{what}乘每次的时间" if sawing else "按楼号乘每层的时间"),
        ((second + 1) * each, f"{steps}算成了{what}加 1"),
        ((second - 2) * each, f"{steps}多减了 1"),
        (Fraction(takes, first) * (second - 1), f"先前的时间按{what}平均"),
        (right + takes, "把先前用的时间也加上了"),
        (right - takes, "只算了比先前多用的时间"),
        ((second + 2) * each, "首尾各多算了一次"),
        ((second - first + 1) * each, f"两个{what}相减以后又加了 1"),
    ]
    if sawing:
        stem = f"把一根{thing}{verb}成 {first} 段要用 {takes} 分钟。如果每次所用的时间相同，那么把它{verb}成 {second} 段要用多少分钟？"
        lines = [
            f"{verb}的次数比段数少 1：{first} 段要 {first} − 1 = {first - 1} 次，每次 {takes} ÷ {first - 1} = {each} 分钟。",
            f"{second} 段要 {second} − 1 = {second - 1} 次。",
        ]
    else:
        stem = f"{who}从 1 楼走到 {first} 楼用了 {takes} 秒。照这样的速度，他从 1 楼走到 {second} 楼要用多少秒？"
        lines = [
            f"从 1 楼到 {first} 楼走了 {first} − 1 = {first - 1} 层，每层 {takes} ÷ {first - 1} = {each} 秒。",
            f"从 1 楼到 {second} 楼要走 {second} − 1 = {second - 1} 层。",
        ]
    return _question(
        stem,
        right,
        unit,
        candidates,
        (*lines, f"一共要 {each} × {second - 1} = {right}，即 {right} {unit}"),
        {"task": "sawing" if sawing else "climbing", "first": first, "takes": takes, "wanted": second},
    )


# --- backwards, or with corners ----------------------------------------------------------------------------------------------------


def _spacing(chance: Chance) -> Generated | None:
    """How far apart so many on both sides of a road are."""
    place, verb, thing, unit = chance.choice(_ROWS)
    ends: Ends = chance.choice(("both", "none"))
    right, gaps = chance.between(4, 25), chance.between(10, 50)
    more = MORE_THAN_GAPS[ends]
    length, each = right * gaps, gaps + more
    count = 2 * each
    naive: Candidates = [
        (Fraction(length, value), why)
        for value, why in (
            (each, "把数目当成了间隔数"),
            (count, "没有先除以 2 侧"),
            (each + more, "该减的加，该加的减"),
            (count - more, "先加减 1，没有除以 2 侧"),
        )
        if value > 0
    ]
    candidates: Candidates = [
        *naive,
        (2 * right, "长度按两侧算了两次"),
        (right + 1, "算出来以后多加了 1"),
        (right - 1, "算出来以后又减了 1"),
        (right + 2, "间隔数少算了，间距偏大"),
        (right - 2, "间隔数多算了，间距偏小"),
    ]
    return _question(
        (
            f"一条{place}长 {length} 米，{place}两侧一共{verb}了 {count} {unit}{thing}，{'两端都有' if ends == 'both' else '两端都没有'}，"
            f"每侧相邻两{unit}的间距相等，则相邻两{unit}{thing}相距多少米？"
        ),
        right,
        "米",
        candidates,
        (
            f"每侧：{count} ÷ 2 = {each} {unit}。",
            f"{_RULES[ends]}，所以间隔数是 {each}{_sign(-more)} = {gaps}。",
            f"间距：{length} ÷ {gaps} = {right}，即 {right} 米",
        ),
        {"task": "row-spacing", "length": length, "count": count, "ends": ends},
    )


def _full_square(chance: Chance) -> Generated | None:
    """How many a full square has of which the outermost layer is told."""
    who, unit = chance.choice(_CROWDS)
    side = chance.between(8, 30)
    outer, right = outermost(side), square(side)
    candidates: Candidates = [
        ((side - 1) ** 2, "每边算成了最外层人数除以 4"),
        ((side + 1) ** 2, "每边多加了 1"),
        ((side - 2) ** 2, "角上的人又减了一次"),
        (right - outer, "去掉了最外层"),
        (right + outer, "最外层又加了一次"),
        (outer * side, "最外层人数乘每边人数"),
        (side * (side - 1), "只有一个方向的人数加了 1"),
        (side * (side + 1), "有一个方向多算了 1"),
    ]
    return _question(
        f"一批{who}排成一个实心方阵，最外层一共有 {outer} {unit}，则这个方阵一共有多少{unit}？",
        right,
        unit,
        candidates,
        (
            f"角上的人属于两条边，最外层 = (每边 − 1) × 4，所以每边有 {outer} ÷ 4 + 1 = {side} {unit}。",
            f"方阵一共有 {side} × {side} = {right}，即 {right} {unit}",
        ),
        {"task": "full-square", "outermost": outer},
    )


def _one_row_less(chance: Chance) -> Generated | None:
    """A square without one row and one column has so many fewer."""
    who, unit = chance.choice(_CROWDS)
    side, less = chance.between(8, 30), chance.one_in(2)
    change = square(side) - square(side - 1) if less else square(side + 1) - square(side)
    right = square(side)
    candidates: Candidates = [
        ((side - 1) ** 2, "每边少算了 1"),
        ((side + 1) ** 2, "每边多算了 1"),
        (right - change, "算成了减少以后的人数"),
        (right + change, "又加了一次变化的人数"),
        (Fraction(change * change, 4), "没有考虑角上的人，直接除以 2"),
        ((side - 2) ** 2, "角上的人减了两次"),
        ((side + 2) ** 2, "角上的人加了两次"),
        (side * (side - 1), "只有一个方向算对了"),
        (side * (side + 1), "有一个方向多算了 1"),
    ]
    how = "减少一行和一列，则要减少" if less else "增加一行和一列，则要增加"
    sign = "+" if less else "−"
    return _question(
        f"一些{who}排成一个实心方阵，如果要使这个方阵{how} {change} {unit}，则这个方阵原来有多少{unit}？",
        right,
        unit,
        candidates,
        (
            f"行和列交叉处的人只算一次，{'减少' if less else '增加'}的人数 = 2 × 每边 {'−' if less else '+'} 1。",
            f"每边原来有 ({change} {sign} 1) ÷ 2 = {side} {unit}。",
            f"原来有 {side} × {side} = {right}，即 {right} {unit}",
        ),
        {"task": "one-row", "change": change, "less": less},
    )


def _oblong(chance: Chance) -> Generated | None:
    """How many stand around an oblong, the corners among them."""
    plot, verb, thing, unit = chance.choice(
        (("鱼塘", "栽", "柳树", "棵"), ("草坪", "插", "小旗", "面"), ("广场", "摆放", "鲜花", "盆"), ("果园", "立", "木桩", "根"))
    )
    spacing, along, across = chance.between(2, 8), chance.between(9, 25), chance.between(4, 8)
    length, width, right = spacing * along, spacing * across, 2 * (along + across)
    candidates: Candidates = [
        (right + 4, "四条边各按两端都有，角上的算了两次"),
        (right - 4, "角上的全没有算"),
        (right + 1, "首尾相接仍加了 1"),
        (right - 1, "首尾相接却减了 1"),
        (along + across, "只算了相邻的两条边"),
        (along + across + 2, "只算了两条边，又各加了 1"),
        (right + 2, "只有两条边加了 1"),
        (right - 2, "角上的只算了两个"),
        (along * across, "把面积当成了周长"),
    ]
    return _question(
        (
            f"一个长方形{plot}长 {length} 米、宽 {width} 米，要在{plot}四周每隔 {spacing} 米{verb}一{unit}{thing}，"
            f"四个角都{verb}，则一共要{verb}多少{unit}？"
        ),
        right,
        unit,
        candidates,
        (
            f"首尾相接，数目和间隔数相等；长和宽都是 {spacing} 的倍数，四个角上正好都有。",
            f"周长：({length} + {width}) × 2 = {2 * (length + width)} 米。",
            f"一共 {2 * (length + width)} ÷ {spacing} = {right}，即 {right} {unit}",
        ),
        {"task": "oblong", "length": length, "width": width, "spacing": spacing},
    )


# --- several steps -----------------------------------------------------------------------------------------------------------------


def _respaced(chance: Chance) -> Generated | None:
    """How many stay where they are when the spacing changes."""
    place, verb, thing, unit = chance.choice(_ROWS)
    old, new, times = chance.between(20, 60, 5), chance.between(20, 75, 5), chance.between(8, 24)
    common = int(common_spacing(old, new))
    if common in (old, new) or common > 450:
        return None
    length = common * times
    before, after = things(length, old, "both"), things(length, new, "both")
    right = unmoved(length, old, new, "both")
    candidates: Candidates = [
        (right - 1, "忘了起点的一个也不动"),
        (right - 2, "把两端的都去掉了"),
        (right + 1, "起点和终点各多加了 1"),
        (abs(before - after), "算成了前后数目之差"),
        (before - right, "算成了要移走的"),
        (after - right, "算成了要新添的"),
        (Fraction(length, old * new) + 1, "用两个间距的积代替最小公倍数"),
        (Fraction(length, old + new) + 1, "用两个间距的和代替最小公倍数"),
        (min(before, after), "以为少的全都不动"),
    ]
    return _question(
        (
            f"一条长 {length} 米的{place}一侧，从起点到终点原来每隔 {old} 米{verb}一{unit}{thing}，"
            f"现在要改成每隔 {new} 米{verb}一{unit}，则不需要移动的{thing}有多少{unit}？"
        ),
        right,
        unit,
        candidates,
        (
            f"离起点的距离既是 {old} 的倍数、又是 {new} 的倍数的不需要移动，{old} 和 {new} 的最小公倍数是 {common}。",
            f"{length} ÷ {common} = {times}，起点的一{unit}也不动。",
            f"不需要移动的有 {times} + 1 = {right}，即 {right} {unit}",
        ),
        {"task": "respaced", "length": length, "old": old, "new": new},
    )


def _hollow_square(chance: Chance) -> Generated | None:
    """How many a hollow square has."""
    who, unit = chance.choice(_CROWDS)
    layers, inner = chance.between(3, 6), chance.between(3, 12)
    side = inner + 2 * (layers - 1)
    outer, inside, right = outermost(side), outermost(inner), square(side, layers)
    candidates: Candidates = [
        (layers * outer, "各层都按最外层的人数算"),
        (layers * inside, "各层都按最内层的人数算"),
        (sum(outer - 4 * place for place in range(layers)), "以为相邻两层相差 4"),
        (right - inside, "少算了最内层"),
        (right - outer, "少算了最外层"),
        (right + outer, "最外层多算了一次"),
        (square(side + 2, layers), "每边多算了 2"),
        (right + 8, "层数算对，人数多了一层的差"),
        (right - 8, "层数算对，人数少了一层的差"),
        (square(side), "当成了实心方阵"),
    ]
    return _question(
        f"一些{who}排成一个空心方阵，最外层有 {outer} {unit}，最内层有 {inside} {unit}，则这个方阵一共有多少{unit}？",
        right,
        unit,
        candidates,
        (
            f"相邻两层相差 8 {unit}，层数是 ({outer} − {inside}) ÷ 8 + 1 = {layers}。",
            f"各层人数成等差数列，一共 ({outer} + {inside}) × {layers} ÷ 2 = {right}，即 {right} {unit}",
        ),
        {"task": "hollow-square", "outermost": outer, "innermost": inside},
    )


def _surplus(chance: Chance) -> Generated | None:
    """With one spacing saplings are left over, with another some are missing: how long is the road."""
    wide, narrow, times = chance.between(4, 12), chance.between(3, 10), chance.between(4, 15)
    if wide <= narrow or wide % narrow == 0:
        return None
    common = int(common_spacing(wide, narrow))
    right = common * times
    sparse, dense = (2 * things(right, spacing, "both") for spacing in (wide, narrow))
    left = chance.between(2, dense - sparse - 2) if dense - sparse > 4 else 0
    missing = dense - sparse - left
    if left < 2 or right < 60:
        return None
    per_metre = 2 * (Fraction(1, narrow) - Fraction(1, wide))
    candidates: Candidates = [
        (2 * right, "忘了公路有两侧"),
        (Fraction(right, 2), "两侧又除以了 2"),
        (Fraction(abs(missing - left)) / per_metre, "一多一缺应相加，却相减了"),
        (Fraction(left + missing + 4) / per_metre, "两端的棵数又加了一次"),
        (Fraction(left + missing - 4) / per_metre, "两端的棵数又减了一次"),
        (Fraction(missing) / per_metre, "只看了缺的棵数"),
        (right + common, "多算了一个最小公倍数"),
        (right - common, "少算了一个最小公倍数"),
        (right + wide, "多算了一个间隔"),
        (right - wide, "少算了一个间隔"),
    ]
    return _question(
        (
            f"在一条公路的两侧植树，路的两端都要植。若每隔 {wide} 米植一棵，则多 {left} 棵；若每隔 {narrow} 米植一棵，则缺 {missing} 棵。"
            "树苗的总数不变，则这条公路长多少米？"
        ),
        right,
        "米",
        candidates,
        (
            f"设公路长 L 米，树苗数 = 2 × (L ÷ {wide} + 1) + {left} = 2 × (L ÷ {narrow} + 1) − {missing}。",
            f"两种植法相差 {left} + {missing} = {left + missing} 棵，即 2 × L ÷ {narrow} − 2 × L ÷ {wide} = {left + missing}。",
            f"解得 L = {right}，公路长 {right} 米",
        ),
        {"task": "surplus", "wide": wide, "narrow": narrow, "left": left, "missing": missing},
    )


def _crossing(chance: Chance) -> Generated | None:
    """How long a column takes to cross a bridge."""
    files, rows, spacing = chance.between(3, 6), chance.between(20, 60), chance.between(1, 2)
    who, unit = chance.choice(_CROWDS)
    speed, right = chance.between(50, 80, 5), chance.between(3, 9)
    length = marching(rows, spacing)
    bridge = speed * right - int(length)
    if bridge < 40:
        return None
    number = files * rows
    candidates: Candidates = [
        (Fraction(bridge, speed), "没有算队伍的长度"),
        (Fraction(bridge + rows * spacing, speed), "间隔数算成了人数"),
        (Fraction(bridge + (number - 1) * spacing, speed), "没有除以列数"),
        (Fraction(bridge - int(length), speed), "桥长减去了队伍的长度"),
        (Fraction(bridge + 2 * int(length), speed), "队伍的长度算了两次"),
        (right + 1, "多算了 1 分钟"),
        (right - 1, "少算了 1 分钟"),
        (right + 2, "队伍和桥各多算了 1 分钟"),
        (right - 2, "队伍和桥各少算了 1 分钟"),
    ]
    return _question(
        (
            f"{number} 名{who}排成 {files} 路纵队，前后相邻两{unit}之间的距离是 {spacing} 米，队伍以每分钟 {speed} 米的速度通过一座长 {bridge} 米的桥，"
            "从排头上桥到排尾离桥需要多少分钟？"
        ),
        right,
        "分钟",
        candidates,
        (
            f"每路 {number} ÷ {files} = {rows} {unit}，有 {rows} − 1 = {rows - 1} 个间隔，队伍长 {spacing} × {rows - 1} = {length} 米。",
            f"一共要走 {bridge} + {length} = {bridge + int(length)} 米。",
            f"需要 {bridge + int(length)} ÷ {speed} = {right}，即 {right} 分钟",
        ),
        {"task": "crossing", "number": number, "files": files, "spacing": spacing, "speed": speed, "bridge": bridge},
    )


KIND = Kind(
    name="intervals",
    title="植树与方阵",
    points=(POINT,),
    versions={1: _write},
    solver=SOLVER,
)
