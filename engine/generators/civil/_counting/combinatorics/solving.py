"""Solving counts of ways, each by its textbook formula or by trying every way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import comb, factorial, perm, prod

from engine.generators import patterns
from engine.generators.alternatives import but_not
from engine.generators.civil._counting.arranging.reading import read_arranging
from engine.generators.civil._counting.arranging.simulator import arranged
from engine.generators.civil._counting.assigning.reading import read_assigning
from engine.generators.civil._counting.assigning.simulator import count_assignments
from engine.generators.civil._counting.combinatorics.reading import READERS
from engine.generators.civil._counting.combinatorics.simulator import derangements
from engine.generators.civil._counting.implied import but_implied
from engine.generators.civil._counting.papers import COUNTED
from engine.generators.civil._counting.papers_reading import COUNTING_PAPER_READERS
from engine.generators.civil._counting.plain import all_asked, but_subtle
from engine.generators.civil._counting.purchases_reading import read_purchases
from engine.generators.civil._counting.samples.reading import read_sample_ways
from engine.generators.civil._counting.samples.simulator import sample_ways
from engine.generators.civil._counting.stages_reading import read_stages
from engine.generators.civil._counting.teams_reading import TEAM_READERS, equal_teams, some_kinds
from engine.generators.civil._counting.told_counts import TOLD_COUNTED, TOLD_READERS
from engine.generators.civil._counting.turns_reading import TURN_READERS
from engine.generators.civil._counting.values.laid_digits import read_laid_count
from engine.generators.civil._counting.values.reading import read_values_count
from engine.generators.civil._counting.values.simulator import count_values
from engine.generators.civil._problems import unread
from engine.generators.civil._problems.heeded import IN_CHANCES, heeding
from engine.generators.civil._problems.several import each_question, solve_each
from engine.generators.civil._problems.story import in_turn, one_reading
from engine.generators.kind import Parameters, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out

_Found = tuple[int, list[str]]


def _circle(parameters: Parameters) -> _Found:
    people, certain = parameters["people"], parameters["certain"]
    value = factorial(people - certain) * factorial(certain)
    return value, [
        f"环形排列，{people - certain + 1} 个元素有 {people - certain}! = {factorial(people - certain)} 种，相邻的人内部 {certain}! = {factorial(certain)}，共 {value} 种。"
    ]


def _families(parameters: Parameters) -> _Found:
    pairs, circle = parameters["pairs"], parameters["circle"]
    units = factorial(pairs - 1) if circle else factorial(pairs)
    value = units * 2**pairs
    return value, [
        f"每对看成一个，{'环形' if circle else ''}排列有 {units} 种，每对内部可以交换 2^{pairs} = {2**pairs}，{units} × {2**pairs} = {value}。"
    ]


def _derange(parameters: Parameters) -> _Found:
    right = parameters.get("right", 0)
    if right:
        count = parameters["count"]
        value = comb(count, right) * derangements(count - right)
        return value, [
            f"先选出对的 {right} 个：{comb(count, right)} 种，其余 {count - right} 个全错：{derangements(count - right)} 种，共 {value} 种。"
        ]
    row = [derangements(each) for each in range(1, parameters["count"] + 1)]
    return row[-1], [f"错位排列，D(n) = (n − 1)(D(n − 1) + D(n − 2))：依次为 {'、'.join(map(str, row))}。"]


def _values(parameters: Parameters) -> _Found:
    every, fits = count_values(parameters)
    return fits, [f"一共 {every} 个（种），列举（或分类）得符合的有 {fits} 个（种）。"]


def _plain(parameters: Parameters) -> _Found:
    total, take = parameters["total"], parameters["take"]
    value = perm(total, take) if parameters["ordered"] else comb(total, take)
    return value, [f"{'排列' if parameters['ordered'] else '组合'}数：从 {total} 个里取 {take} 个，有 {value} 种。"]


def _inserted(parameters: Parameters) -> _Found:
    old, new = parameters["old"], parameters["new"]
    if parameters["apart"]:
        return perm(old + 1, new), [f"插空：{old + 1} 个空里放 {new} 个，互不相邻，{perm(old + 1, new)} 种。"]
    factors = [old + 1 + each for each in range(new)]
    return perm(old + new, new), [
        f"逐个插入，依次有 {'、'.join(map(str, factors))} 个位置，{' × '.join(map(str, factors))} = {perm(old + new, new)}。"
    ]


def _lamps(parameters: Parameters) -> _Found:
    lit = parameters["all"] - parameters["out"]
    gaps = lit - 1 if parameters["ends"] else lit + 1
    if gaps < 0:
        stay_out("no lamp is left")
    value = comb(gaps, parameters["out"])
    return value, [
        f"亮着的 {lit} 盏有 {gaps} 个空{'（两端不能放）' if parameters['ends'] else ''}，选 {parameters['out']} 个放熄灭的灯，有 {value} 种。"
    ]


def _stages(parameters: Parameters) -> _Found:
    teams, groups, best, third = (parameters[name] for name in ("teams", "groups", "best", "third"))
    steps, value, left = [], 0, teams
    if groups:
        each = comb(teams // groups, 2)
        value, left = groups * each, groups * best
        steps.append(f"每组 {teams // groups} 个两两比赛 {each} 场，{groups} 组共 {value} 场，{left} 个进入淘汰赛。")
    value += left - 1 + third
    steps.append(f"淘汰赛每场淘汰一个，决出冠军要 {left - 1} 场{'，再加一场决第三名' if third else ''}，一共 {value} 场。")
    return value, steps


def _grid(parameters: Parameters) -> _Found:
    a, b = parameters["a"], parameters["b"]
    return comb(a + b, a), [f"最短路线共走 {a + b} 格，其中 {a} 格是横向的：从 {a + b} 步里选 {a} 步，有 {comb(a + b, a)} 种。"]


def _stairs(parameters: Parameters) -> _Found:
    ways = [1]
    for step in range(1, parameters["steps"] + 1):
        ways.append(sum(ways[step - size] for size in parameters["sizes"] if size <= step))
    terms = " + ".join(f"f(n − {size})" for size in sorted(parameters["sizes"]))
    return ways[-1], [f"递推 f(n) = {terms}：从 1 级起依次为 {'、'.join(map(str, ways[1:]))}。"]


def _passes(parameters: Parameters) -> _Found:
    people = parameters["people"]
    home = [1]
    for number in range(parameters["passes"]):
        home.append((people - 1) ** number - home[-1])
    return home[-1], [f"传 n 次后球在甲处的传法 a(n) = {people - 1}^(n − 1) − a(n − 1)：依次为 {'、'.join(map(str, home[1:]))}。"]


def _colours(parameters: Parameters) -> _Found:
    colours, regions = parameters["colours"], parameters["regions"]
    if parameters["ring"]:
        value = (colours - 1) ** regions + (-1) ** regions * (colours - 1)
        return value, [f"环形涂色：(k − 1)^n + (−1)^n × (k − 1)，k 为 {colours}，n 为 {regions}，得 {value}。"]
    value = colours * (colours - 1) ** (regions - 1)
    return value, [
        f"第一个有 {colours} 种涂法，以后每个与前一个不同，各有 {colours - 1} 种：{colours} × {colours - 1}^{regions - 1} = {value}。"
    ]


def _diagonals(parameters: Parameters) -> _Found:
    sides = parameters["n"]
    value = sides * (sides - 3) // 2
    return value, [f"每个顶点引出 {sides - 3} 条，每条算了两次：{sides} × {sides - 3} ÷ 2 = {value}。"]


def _points(parameters: Parameters) -> _Found:
    points, line = parameters["n"], parameters["line"]
    size = 3 if parameters["what"] == "triangles" else 2
    value = comb(points, size)
    if parameters["what"] == "triangles" and line:
        return value - comb(line, 3), [f"任取 3 点 {value} 种，减去共线的 {comb(line, 3)} 种，得 {value - comb(line, 3)}。"]
    if parameters["what"] == "lines" and line:
        return value - comb(line, 2) + 1, [f"任取 2 点 {value} 种，共线的 {comb(line, 2)} 种只算 1 条，得 {value - comb(line, 2) + 1}。"]
    return value, [f"任取 {size} 点，有 {value} 种。"]


def _product(parameters: Parameters) -> _Found:
    ways = [comb(count, take) for count, take in zip(parameters["from"], parameters["take"], strict=True)]
    return prod(ways), [f"分步：{' × '.join(map(str, ways))} = {prod(ways)}。"]


def _teams(parameters: Parameters) -> _Found:
    matches = parameters["matches"]
    teams = next((each for each in range(2, 200) if comb(each, 2) == matches), 0)
    return teams, [f"n 个两两一次共 n(n − 1) ÷ 2 = {matches}，n = {teams}。"]


def _blocks(parameters: Parameters) -> _Found:
    groups, size = parameters["groups"], parameters["size"]
    if sizes := parameters.get("sizes"):
        value = factorial(groups) * prod(map(factorial, sizes))
        inside = " × ".join(f"{each}!" for each in sizes)
        return value, [f"捆绑法：{groups} 组整体排列 {groups}! 种，各组内部 {inside}，{groups}! × {inside} = {value}。"]
    value = factorial(groups) * factorial(size) ** groups
    return value, [
        f"捆绑法：{groups} 组整体排列 {groups}! = {factorial(groups)}，每组内部 {size}! = {factorial(size)}，{factorial(groups)} × {factorial(size)}^{groups} = {value}。"
    ]


def _routes(parameters: Parameters) -> _Found:
    """Each way in stages is a product, different ways are added."""
    ways = [prod(each) for each in parameters["routes"]]
    told = " + ".join(" × ".join(map(str, each)) for each in parameters["routes"])
    how = "分步用乘法" if len(ways) == 1 else "分类用加法" if all(len(each) == 1 for each in parameters["routes"]) else "分步相乘，分类相加"
    return sum(ways), [f"{how}：{told} = {sum(ways)}。"]


def count_pairs(pairs: int, take: int, what: str) -> _Found:
    """Ways of taking some of so many different pairs: with no pair, exactly one, or at least one among them."""
    none = comb(pairs, take) * 2**take
    if what == "none":
        return none, [f"没有成双的：选 {take} 双，每双取一只，{comb(pairs, take)} × 2^{take} = {none}。"]
    if what == "exact":
        rest = comb(pairs - 1, take - 2) * 2 ** (take - 2)
        return pairs * rest, [f"先选成双的一双 {pairs} 种，再从其余各双里每双至多取一只，{rest} 种：{pairs} × {rest} = {pairs * rest}。"]
    total = comb(2 * pairs, take)
    return total - none, [f"一共 {total} 种，没有成双的 {none} 种，{total} − {none} = {total - none}。"]


def _pairs(parameters: Parameters) -> _Found:
    return count_pairs(parameters["pairs"], parameters["take"], parameters["what"])


def _group_matches(parameters: Parameters) -> _Found:
    groups, size = parameters["groups"], parameters["size"]
    return groups * comb(size, 2), [f"每组 {size} 个两两一场，{comb(size, 2)} 场，{groups} 组共 {groups * comb(size, 2)} 场。"]


_HOW = COUNTED | TOLD_COUNTED
_TASKS: dict[str, tuple[Callable[[Parameters], _Found], str]] = {
    "circle": (_circle, "种"),
    "families": (_families, "种"),
    "derange": (_derange, "种"),
    "plain": (_plain, "种"),
    "inserted": (_inserted, "种"),
    "lamps": (_lamps, "种"),
    "stages": (_stages, "场"),
    "product": (_product, "种"),
    "teams": (_teams, "个"),
    "grid": (_grid, "条"),
    "stairs": (_stairs, "种"),
    "passes": (_passes, "种"),
    "values": (_values, "种"),
    "laid": (_values, "个"),
    "colours": (_colours, "种"),
    "diagonals": (_diagonals, "条"),
    "points": (_points, "个"),
    "routes": (_routes, "种"),
    "blocks": (_blocks, "种"),
    "pairs": (_pairs, "种"),
    "group-matches": (_group_matches, "场"),
    "assigning": (count_assignments, "种"),
    "arranging": (arranged, "种"),
    "sample": (sample_ways, "种"),
    "equal-teams": (equal_teams, "种"),
    "some-kinds": (some_kinds, "种"),
    "counted": (lambda parameters: _HOW[parameters["how"]](*parameters["arguments"]), "种"),
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
    if parameters.get("unit"):
        return Solution(
            answer=str(value), also=tuple(f"{value} {each}" for each in ("次", "场", "张", "盘", "人")), steps=paragraphs(*steps)
        )
    return Solution(
        answer=f"{value} {unit}",
        conventions=("旋转后相同的坐法算同一种",) if parameters["task"] == "circle" else tuple(parameters.get("conventions", ())),
        also=(str(value), *(f"{value} {each}" for each in ("个", "种", "条", "组", "支", "人"))),
        steps=paragraphs(*steps),
    )


_READ = each_question(
    in_turn(
        but_subtle(
            in_turn(
                one_reading(*READERS),
                one_reading(*COUNTING_PAPER_READERS),
                one_reading(read_purchases, *TURN_READERS),
                one_reading(read_sample_ways, *TEAM_READERS),
                one_reading(read_assigning),
                one_reading(read_values_count, read_laid_count, read_stages),
                one_reading(*TOLD_READERS),
            ),
            _solve,
        ),
        one_reading(read_arranging),
    )
)

SOLVER = Solver(
    hint=r"(?s:^(?!.*(?:概率|几率|机率|可能性)).*多少)|位数|种|法|握|循环|淘汰|多少个|几个|方案|贺卡|比赛|方式|多少条|几条|多少组|几组|路线|几支|多少支|顺序|多少套|几套",
    recognise=but_not(unread.IN_ARRANGEMENTS)(heeding(all_asked(but_implied(_READ)), solve_each(_solve), IN_CHANCES)),
    solve=solve_each(_solve),
)
