"""Problems for which one writes down equations: sums, differences and multiples, ages, two sorts of pieces, so much for each, moves.

Every unknown stands in linear relations with the others; the art is to find the sentence that gives each.
"""

from __future__ import annotations

from fractions import Fraction

from engine.generators.chance import Chance
from engine.generators.civil._linear_equations.simulator import solved as solved
from engine.generators.civil._linear_equations.solving import SOLVER
from engine.generators.civil._problems.problems import Candidates, wrong_quantities
from engine.generators.kind import Generated, Kind
from engine.generators.markdown import paragraphs

POINT = "quantity.methods.equations"
AGES = "quantity.applied.calendar-cycle"

_PAIRS = (
    ("苹果树", "梨树", "棵", "果园里"),
    ("故事书", "科技书", "本", "图书角"),
    ("篮球", "足球", "个", "器材室"),
    ("男职工", "女职工", "人", "某单位"),
)
_SORTS = (
    ("大船", "小船", "条", "坐", "人", "某旅行团租了"),
    ("大客车", "小客车", "辆", "坐", "人", "某单位外出租了"),
    ("大货车", "小货车", "辆", "运", "吨", "某仓库调来"),
)
_SHARED = (("小朋友", "人", "糖果", "颗", "分"), ("员工", "人", "手册", "本", "发"), ("同学", "人", "练习本", "本", "发"))


def _write(chance: Chance, difficulty: int) -> Generated | None:
    first_half = chance.one_in(2)
    if difficulty == 1:
        return _multiple(chance) if first_half else _sorts(chance)
    if difficulty == 2:
        return _sharing(chance) if first_half else _ages(chance)
    return _moved(chance) if first_half else _percent(chance)


def _multiple(chance: Chance) -> Generated | None:
    """A sum, and one so many times the other and a little more or less."""
    more_of, less_of, unit, where = chance.choice(_PAIRS)
    factor, extra, less = chance.between(2, 5), chance.between(2, 15), chance.between(12, 90)
    sign = 1 if chance.one_in(2) else -1
    sum_of = less * (factor + 1) + sign * extra
    values = solved([({"多": 1, "少": 1}, sum_of), ({"多": 1, "少": -factor}, sign * extra)])
    ask_more = chance.one_in(2)
    right = values["多"] if ask_more else values["少"]
    way = "多" if sign > 0 else "少"
    candidates: Candidates = [
        (values["少"] if ask_more else values["多"], f"算成了{less_of if ask_more else more_of}的数量"),
        (Fraction(sum_of + sign * extra, factor + 1) * (factor if ask_more else 1), f"“{way} {extra}”加减弄反了"),
        (Fraction(sum_of, factor + 1) * (factor if ask_more else 1), f"没有考虑“{way} {extra}”"),
        (Fraction(sum_of - sign * extra, factor) * (factor - 1 if ask_more else 1), "总份数没有加上一份自己"),
        (right + extra, f"多加了 {extra}"),
        (right - extra, f"多减了 {extra}"),
        (right + factor, "计算有误"),
        (right - factor, "计算有误"),
        (right + 2 * factor, "计算有误"),
    ]
    rest = sum_of - sign * extra
    return Generated(
        point=POINT,
        stem=f"{where}共有{more_of}和{less_of} {sum_of} {unit}，{more_of}比{less_of}的 {factor} 倍{way} {extra} {unit}，则{more_of if ask_more else less_of}有",
        right=f"{right} {unit}",
        wrong=wrong_quantities(candidates, unit),
        steps=paragraphs(
            f"设{less_of}有 x {unit}，则{more_of}有 {factor}x {'+' if sign > 0 else '−'} {extra} {unit}。",
            f"x + {factor}x {'+' if sign > 0 else '−'} {extra} = {sum_of}，即 {factor + 1}x = {rest}，x = {rest} ÷ {factor + 1} = {values['少']}。",
            f"{more_of}有 {sum_of} − {values['少']} = {values['多']} {unit}，{less_of}有 {values['少']} {unit}，所以答案是 {right} {unit}",
        ),
        parameters={"task": "multiple", "sum": sum_of, "factor": factor, "extra": sign * extra, "ask": "more" if ask_more else "less"},
    )


def _sorts(chance: Chance) -> Generated | None:
    """Two sorts of pieces (the problem of chickens and rabbits)."""
    large, small, unit, does, measure, where = chance.choice(_SORTS)
    worths = sorted(chance.sample(range(3, 13), 2), reverse=True)
    counts = [chance.between(3, 20), chance.between(3, 20)]
    pieces, amount = sum(counts), worths[0] * counts[0] + worths[1] * counts[1]
    values = solved([({"大": 1, "小": 1}, pieces), ({"大": worths[0], "小": worths[1]}, amount)])
    ask_large = chance.one_in(2)
    right, other = (values["大"], values["小"]) if ask_large else (values["小"], values["大"])
    if right == other:
        return None
    apart = worths[0] - worths[1]
    candidates: Candidates = [
        (other, f"算成了{small if ask_large else large}的数量"),
        (Fraction(amount, worths[0] if ask_large else worths[1]), f"当成全是{large if ask_large else small}"),
        (Fraction(pieces, 2), "当成两种一样多"),
        (abs(Fraction(amount - worths[1] * pieces, worths[0])), "除以了一种的数量，应当除以两种的差"),
        (abs(Fraction(worths[0] * pieces - amount, worths[1])), "除以了一种的数量，应当除以两种的差"),
        (right + 1, "计算时多算了 1"),
        (right - 1, "计算时少算了 1"),
        (right + 2, "计算时多算了 2"),
        (right - 2, "计算时少算了 2"),
        (abs(right - other), "算成了两种的差"),
    ]
    assumed, gap = (worths[1] * pieces, amount - worths[1] * pieces) if ask_large else (worths[0] * pieces, worths[0] * pieces - amount)
    return Generated(
        point=POINT,
        stem=(
            f"{where}{large}和{small}共 {pieces} {unit}，每{unit}{large}{does} {worths[0]} {measure}，每{unit}{small}{does} {worths[1]} {measure}，"
            f"正好共{does} {amount} {measure}，则{large if ask_large else small}有"
        ),
        right=f"{right} {unit}",
        wrong=wrong_quantities(candidates, unit),
        steps=paragraphs(
            f"假设 {pieces} {unit}都是{small if ask_large else large}，共{does} {worths[1] if ask_large else worths[0]} × {pieces} = {assumed} {measure}。",
            f"与实际相差 {max(assumed, amount)} − {min(assumed, amount)} = {gap} {measure}，每换一{unit}相差 {worths[0]} − {worths[1]} = {apart} {measure}。",
            f"{large if ask_large else small}有 {gap} ÷ {apart} = {right}，即 {right} {unit}",
        ),
        parameters={"task": "sorts", "pieces": pieces, "worths": worths, "amount": amount, "ask": "large" if ask_large else "small"},
    )


def _sharing(chance: Chance) -> Generated | None:
    """So much for each leaves some, more is not enough."""
    who, who_unit, what, unit, does = chance.choice(_SHARED)
    few = chance.between(3, 9)
    many = few + chance.between(1, 4)
    sharers, left = chance.between(6, 40), chance.between(2, 60)
    stock = few * sharers + left
    short = many * sharers - stock
    if short == 0 or abs(short) > 60 or short == -left:
        return None
    apart = many - few
    values = solved([({"总": 1, "人": -few}, left), ({"总": 1, "人": -many}, -short)])
    ask_stock = chance.one_in(2)
    right = values["总"] if ask_stock else values["人"]
    wrong_way = Fraction(abs(left - short), apart)
    candidates: Candidates = [
        (values["人"] if ask_stock else values["总"], "算成了人数" if ask_stock else f"算成了{what}的数量"),
        (few * wrong_way + left if ask_stock else wrong_way, "两次的余与缺加减弄反了"),
        (many * sharers if ask_stock else Fraction(left + short, many), "没有减去缺少的" if ask_stock else "应当除以两次每人数量的差"),
        (few * sharers if ask_stock else Fraction(left + short, few), "没有加上剩余的" if ask_stock else "应当除以两次每人数量的差"),
        (right + apart, "计算有误"),
        (right - apart, "计算有误"),
        (right + 2, "计算时多算了 2"),
        (right - 2, "计算时少算了 2"),
        (right + 1, "计算时多算了 1"),
        (right - 1, "计算时少算了 1"),
    ]
    second = f"还缺 {short} {unit}" if short > 0 else f"还剩 {-short} {unit}"
    sign = f"{left} + {short}" if short > 0 else f"{left} − {-short}"
    said_unit = unit if ask_stock else who_unit
    last = (
        f"{what}有 {few} × {sharers} + {left} = {stock}，即 {stock} {unit}"
        if ask_stock
        else f"检验：{few} × {sharers} + {left} = {stock}，{many} × {sharers} {'−' if short > 0 else '+'} {abs(short)} = {stock}，所以有 {sharers} {who_unit}"
    )
    return Generated(
        point=POINT,
        stem=f"把一批{what}{does}给一些{who}，每人{does} {few} {unit}，则剩 {left} {unit}；每人{does} {many} {unit}，则{second}。则{what if ask_stock else who}共有",
        right=f"{right} {said_unit}",
        wrong=wrong_quantities(candidates, said_unit),
        steps=paragraphs(
            f"每人多{does} {many} − {few} = {apart} {unit}，一共多用了 {sign} = {left + short} {unit}。",
            f"所以共有 {left + short} ÷ {apart} = {sharers} 人。",
            last,
        ),
        parameters={"task": "sharing", "few": few, "many": many, "left": left, "short": short, "ask": "stock" if ask_stock else "sharers"},
    )


def _ages(chance: Chance) -> Generated | None:
    """So many times as old now, fewer times in some years."""
    old, young = chance.choice((("父亲", "儿子"), ("母亲", "女儿"), ("爷爷", "孙子")))
    now, then = chance.between(3, 9), chance.between(2, 4)
    age, years = chance.between(3, 14), chance.between(2, 30)
    if then >= now or now * age + years != then * (age + years) or not 22 <= now * age - age <= (60 if old == "爷爷" else 42):
        return None
    if old == "爷爷" and now * age < 52:
        return None
    values = solved([({"老": 1, "小": -now}, 0), ({"老": 1, "小": -then}, (then - 1) * years)])
    ask_old = chance.one_in(2)
    right = values["老"] if ask_old else values["小"]
    candidates: Candidates = [
        (values["小"] if ask_old else values["老"], f"算成了{young if ask_old else old}的年龄"),
        (right + years, f"算成了 {years} 年后的年龄"),
        (Fraction(then * years, now - then) * (now if ask_old else 1), f"只有{old}长了 {years} 岁，年龄差变了"),
        (Fraction(years, now - then) * (now if ask_old else 1), f"{young}的年龄没有随年数增长"),
        (values["老"] - values["小"], "算成了年龄差"),
        (right + 1, "计算时多算了 1 岁"),
        (right - 1, "计算时少算了 1 岁"),
        (right + 2, "计算时多算了 2 岁"),
        (right - 2, "计算时少算了 2 岁"),
    ]
    return Generated(
        point=AGES,
        stem=f"今年{old}的年龄是{young}的 {now} 倍，{years} 年后{old}的年龄是{young}的 {then} 倍，则今年{old if ask_old else young}的年龄是",
        right=f"{right} 岁",
        wrong=wrong_quantities(candidates, "岁"),
        steps=paragraphs(
            f"设{young}今年 x 岁，则{old}今年 {now}x 岁；{years} 年后分别为 x + {years} 岁和 {now}x + {years} 岁。",
            f"{now}x + {years} = {then}(x + {years})，即 {now - then}x = {then} × {years} − {years} = {(then - 1) * years}，x = {(then - 1) * years} ÷ {now - then} = {age}。",
            f"{young}今年 {age} 岁，{old}今年 {now} × {age} = {now * age} 岁，所以答案是 {right} 岁",
        ),
        parameters={"task": "ages", "now": now, "then": then, "years": years, "ask": "old" if ask_old else "young"},
    )


def _moved(chance: Chance) -> Generated | None:
    """A move one way makes both alike, one the other way makes one a multiple of the other."""
    one, other, unit, what = chance.choice(
        (("甲仓库", "乙仓库", "吨", "粮食"), ("甲班", "乙班", "人", "学生"), ("甲车间", "乙车间", "人", "工人"))
    )
    there, back, factor = chance.between(4, 20), chance.between(2, 16), chance.between(2, 5)
    smaller = Fraction(2 * there + back * (factor + 1), factor - 1)
    if smaller.denominator != 1 or not back < smaller < 160:
        return None
    values = solved([({"甲": 1, "乙": -1}, 2 * there), ({"甲": 1, "乙": -factor}, -factor * back - back)])
    ask_one = chance.one_in(2)
    right = values["甲"] if ask_one else values["乙"]
    apart, piece = 2 * there, "名" if unit == "人" else unit
    candidates: Candidates = [
        (values["乙"] if ask_one else values["甲"], f"算成了{other if ask_one else one}"),
        (Fraction(there + back * (factor + 1), factor - 1) + (there if ask_one else 0), f"两处相差的是 2 × {there}，不是 {there}"),
        (Fraction(apart + back * factor, factor - 1) + (apart if ask_one else 0), f"{one}增加的 {back} 没有计入"),
        (Fraction(apart + back, factor - 1) + (apart if ask_one else 0), f"{other}减少的 {back} 没有乘 {factor}"),
        (right + back, f"多加了 {back}"),
        (right - back, f"多减了 {back}"),
        (right + there, f"多加了 {there}"),
        (right - there, f"多减了 {there}"),
        (right + 2, "计算时多算了 2"),
        (right - 2, "计算时少算了 2"),
    ]
    small = values["乙"]
    return Generated(
        point=POINT,
        stem=(
            f"如果从{one}调 {there} {piece}{what}到{other}，则两处{what}相等；如果从{other}调 {back} {piece}{what}到{one}，则{one}的{what}是{other}的 {factor} 倍。"
            f"{one if ask_one else other}原有{what}"
        ),
        right=f"{right} {unit}",
        wrong=wrong_quantities(candidates, unit),
        steps=paragraphs(
            f"从{one}调出 {there} {unit}后相等，所以{one}比{other}多 2 × {there} = {apart} {unit}。设{other}原有 x {unit}，则{one}原有 x + {apart} {unit}。",
            f"x + {apart} + {back} = {factor}(x − {back})，即 {factor - 1 if factor > 2 else ''}x = {apart} + {back} + {factor} × {back} = {apart + back + factor * back}，"
            + (f"x = {apart + back + factor * back} ÷ {factor - 1} = {small}。" if factor > 2 else f"x = {small}。"),
            f"{one}原有 {small} + {apart} = {small + apart} {unit}，所以答案是 {right} {unit}",
        ),
        parameters={"task": "moved", "there": there, "back": back, "factor": factor, "ask": "one" if ask_one else "other"},
    )


def _percent(chance: Chance) -> Generated | None:
    """Two groups of which one grows and the other shrinks by a share, and the change of all."""
    where, one, other = chance.choice((("某公司", "男员工", "女员工"), ("某学校", "男生", "女生")))
    down, up = chance.choice((4, 5, 6, 8, 10, 12)), chance.choice((4, 5, 6, 8, 10, 15))
    first, second = chance.between(50, 600, 25), chance.between(50, 600, 25)
    fewer, more = Fraction(first * down, 100), Fraction(second * up, 100)
    change = more - fewer
    if fewer.denominator != 1 or more.denominator != 1 or change == 0 or down == up or abs(change) > 60:
        return None
    everybody = first + second
    values = solved([({"甲": 1, "乙": 1}, everybody), ({"甲": Fraction(-down, 100), "乙": Fraction(up, 100)}, change)])
    ask_first = chance.one_in(2)
    now = values["甲"] * (100 - down) / 100 if ask_first else values["乙"] * (100 + up) / 100
    before = values["甲"] if ask_first else values["乙"]
    candidates: Candidates = [
        (before, "算成了去年的人数"),
        (values["乙"] * (100 + up) / 100 if ask_first else values["甲"] * (100 - down) / 100, f"算成了今年的{other if ask_first else one}"),
        (values["乙"] if ask_first else values["甲"], f"算成了去年的{other if ask_first else one}"),
        (before * (100 + down) / 100 if ask_first else before * (100 - up) / 100, "增加和减少弄反了"),
        (now + abs(change), f"多加了 {abs(change)}"),
        (now - abs(change), f"多减了 {abs(change)}"),
        (now + 5, "计算有误"),
        (now - 5, "计算有误"),
        (now + 10, "计算有误"),
        (now - 10, "计算有误"),
    ]
    people = "员工" if one.endswith("员工") else "学生"
    way = "增加" if change > 0 else "减少"
    total_up = Fraction(everybody * up, 100)
    return Generated(
        point=POINT,
        stem=(
            f"{where}去年有{people} {everybody} 人，今年{one}人数比去年减少 {down}%，{other}人数比去年增加 {up}%，{people}总数比去年{way} {abs(change)} 人，"
            f"则今年{one if ask_first else other}有"
        ),
        right=f"{now} 人",
        wrong=wrong_quantities(candidates, "人"),
        steps=paragraphs(
            f"设去年{one}有 x 人，则{other}有 {everybody} − x 人，总数的变化为 {up}% × ({everybody} − x) − {down}% × x = {'' if change > 0 else '−'}{abs(change)}。",
            f"{up}% × {everybody} {'−' if change > 0 else '+'} {abs(change)} = ({up}% + {down}%) × x，x = {_shown(total_up - change)} ÷ {_shown(Fraction(up + down, 100))} = {first}。",
            f"今年{one}有 {first} × {100 - down}% = {first - fewer} 人，{other}有 {second} × {100 + up}% = {second + more} 人，所以答案是 {now} 人",
        ),
        parameters={
            "task": "percent",
            "all": everybody,
            "down": down,
            "up": up,
            "change": int(change),
            "ask": "first" if ask_first else "second",
        },
    )


def _shown(value: Fraction) -> str:
    return f"{float(value):g}"


KIND = Kind(
    name="linear-equations",
    title="列方程（和差倍比、鸡兔同笼、盈亏、年龄）",
    points=(POINT, AGES),
    versions={1: _write},
    solver=SOLVER,
)
