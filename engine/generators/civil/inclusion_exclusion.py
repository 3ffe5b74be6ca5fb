"""Inclusion and exclusion: two sets, three sets by their common parts, three sets by how many have exactly two, and the least common part.

|A∪B| = |A| + |B| − |A∩B|; |A∪B∪C| = |A| + |B| + |C| − (|A∩B| + |B∩C| + |A∩C|) + |A∩B∩C|; with x in exactly two sets and y in all three,
|A| + |B| + |C| − x − 2y are in any (三集合非标准型).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil

from engine.drawings.model import Cell, Drawing, Grid, Row
from engine.generators.chance import Chance
from engine.generators.civil._problems import Candidates, opened, wrong_quantities
from engine.generators.kind import Generated, Kind, Parameters, Recognition, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

POINT = "quantity.counting.inclusion-exclusion"


def both_of_two(total: int, first: int, second: int, neither: int) -> int:
    """How many are in both sets."""
    return first + second - (total - neither)


def in_any_of_three(sizes: Sequence[int], pairs: Sequence[int], all_three: int) -> int:
    """How many are in at least one set; `pairs`: the sizes of the common parts of two, those in all three included."""
    return sum(sizes) - sum(pairs) + all_three


def in_any_by_exactly_two(sizes: Sequence[int], exactly_two: int, all_three: int) -> int:
    """How many are in at least one set; `exactly_two`: in two sets and not in the third."""
    return sum(sizes) - exactly_two - 2 * all_three


def least_common(total: int, sizes: Sequence[int]) -> int:
    """The fewest who can be in all the sets: those who miss any one are at most all the misses together."""
    return max(0, total - sum(total - size for size in sizes))


# --- questions ---------------------------------------------------------------------------------------------------------------------

_THEMES = (
    ("某班", "名学生", "参加了数学兴趣小组", "参加了英语兴趣小组", "参加了科技兴趣小组"),
    ("某单位", "名职工", "会打乒乓球", "会打羽毛球", "会打篮球"),
    ("某小区", "户居民", "订阅了日报", "订阅了晚报", "订阅了周刊"),
    ("某次调查中", "名受访者", "去过北京", "去过上海", "去过广州"),
    ("某公司", "名员工", "懂英语", "懂日语", "懂法语"),
)


def _write(chance: Chance, difficulty: int) -> Generated | None:
    theme = chance.choice(_THEMES)
    # Eight parts of a Venn diagram, drawn first: everything told is counted from them.
    parts = {bits: chance.between(2, 18) for bits in range(8)}
    parts[7] = chance.between(2, 8)
    if difficulty == 1:
        return _two(chance, theme, parts)
    if difficulty == 2:
        return _three(chance, theme, parts)
    return _exactly(chance, theme, parts) if chance.one_in(2) else _least(chance, theme)


def _two(chance: Chance, theme: tuple[str, ...], parts: dict[int, int]) -> Generated:
    only_first, only_second, both, neither = parts[1] + parts[5], parts[2] + parts[4], parts[3] + parts[7], parts[0]
    first, second, total = only_first + both, only_second + both, only_first + only_second + both + neither
    ask_both = chance.one_in(2)
    right = both if ask_both else neither
    unit = theme[1][0]
    candidates: Candidates
    if ask_both:
        candidates = [
            (first + second - total, "没有考虑两样都不的人"),
            (
                total - first - second + neither if total > first + second else first + second - total + 2 * neither,
                "两样都不的人加减弄反了",
            ),
            (total - neither, "算成了至少有一样的人数"),
            (abs(first - second), "把两个人数相减"),
            (only_first, "算成了只有前一样的人数"),
            (only_second, "算成了只有后一样的人数"),
        ]
    else:
        candidates = [
            (abs(total - first - second), "没有加上重复计算的人"),
            (total - first, "只减去了第一个集合"),
            (total - second, "只减去了第二个集合"),
            (total - both, "只减去了两样都有的人"),
            (abs(total - first - second - both), "重复的人应当加回，却又减了一次"),
            (total - only_first - only_second, "只减去了恰有一样的人"),
        ]
    candidates += [
        (right + 1, "计算时多算了 1"),
        (right - 1, "计算时少算了 1"),
        (right + 2, "计算时多算了 2"),
        (right - 2, "计算时少算了 2"),
    ]
    told = f"两样都不符合的有 {neither} {unit}" if ask_both else f"两样都符合的有 {both} {unit}"
    asked = "则两样都符合的有" if ask_both else "则两样都不符合的有"
    if ask_both:
        steps = paragraphs(
            f"至少符合一样的有 {total} − {neither} = {total - neither} {unit}。",
            f"{first} + {second} 把两样都符合的算了两次：{first} + {second} − {total - neither} = {both}，即 {both} {unit}",
        )
    else:
        steps = paragraphs(
            f"至少符合一样的有 {first} + {second} − {both} = {first + second - both} {unit}。",
            f"都不符合的有 {total} − {first + second - both} = {neither}，即 {neither} {unit}",
        )
    return Generated(
        point=POINT,
        stem=f"{theme[0]}共有 {total} {theme[1]}，其中{theme[2]}的有 {first} {unit}，{theme[3]}的有 {second} {unit}，{told}，{asked}",
        right=f"{right} {unit}",
        wrong=wrong_quantities(candidates, unit),
        steps=steps,
        parameters={
            "task": "both" if ask_both else "neither",
            "total": total,
            "first": first,
            "second": second,
            **({"neither": neither} if ask_both else {"both": both}),
        },
        drawing=_drawing((f"只{theme[2]}", f"只{theme[3]}", "两样都是", "两样都不是"), (only_first, only_second, both, neither)),
    )


def _three(chance: Chance, theme: tuple[str, ...], parts: dict[int, int]) -> Generated | None:
    sizes = [sum(count for bits, count in parts.items() if bits >> each & 1) for each in range(3)]
    pairs = [sum(count for bits, count in parts.items() if bits & mask == mask) for mask in (3, 6, 5)]
    all_three, none, total = parts[7], parts[0], sum(parts.values())
    ask_none = chance.one_in(2)
    right = none if ask_none else all_three
    union = total - none
    unit = theme[1][0]
    candidates: Candidates
    if ask_none:
        candidates = [
            (total - (sum(sizes) - sum(pairs)), "三样都符合的人没有加回来"),
            (abs(total - sum(sizes) + sum(pairs) + all_three), "三样都符合的人加减弄反了"),
            (abs(total - (sum(sizes) - sum(pairs) - 2 * all_three)), "把“两样都”当成了“恰好两样”"),
            (abs(total - sum(sizes)), "没有考虑重复计算"),
            (abs(total - sum(sizes) + all_three), "只去掉了三样都符合的一次"),
        ]
    else:
        candidates = [
            (abs(sum(sizes) - sum(pairs) - total), "没有考虑三样都不符合的人"),
            (abs(sum(sizes) - sum(pairs) - union) // 2, "用了“恰好两样”的公式"),
            (abs(sum(sizes) - union), "没有减去两样都符合的人"),
            (sum(pairs) - union if sum(pairs) > union else union - sum(pairs), "没有计各集合的人数"),
            (min(pairs), "以为等于最小的两样都符合的人数"),
        ]
    candidates += [(right + shift, f"计算时{'多' if shift > 0 else '少'}算了 {abs(shift)}") for shift in (1, -1, 2, -2, 3, -3)]
    told = f"三样都符合的有 {all_three} {unit}" if ask_none else f"三样都不符合的有 {none} {unit}"
    asked = "则三样都不符合的有" if ask_none else "则三样都符合的有"
    listed = " + ".join(map(str, sizes))
    common = " + ".join(map(str, pairs))
    if ask_none:
        steps = paragraphs(
            f"至少符合一样的有 ({listed}) − ({common}) + {all_three} = {union} {unit}。",
            f"都不符合的有 {total} − {union} = {none}，即 {none} {unit}",
        )
    else:
        steps = paragraphs(
            f"至少符合一样的有 {total} − {none} = {union} {unit}。",
            f"三集合公式：{union} 等于 ({listed}) − ({common}) 再加三样都符合的人数；({listed}) − ({common}) = {sum(sizes) - sum(pairs)}。",
            f"三样都符合的有 {union} − {sum(sizes) - sum(pairs)} = {all_three}，即 {all_three} {unit}"
            if sum(sizes) >= sum(pairs)
            else f"三样都符合的有 {all_three} {unit}",
        )
    return Generated(
        point=POINT,
        stem=(
            f"{theme[0]}共有 {total} {theme[1]}，{theme[2]}的有 {sizes[0]} {unit}，{theme[3]}的有 {sizes[1]} {unit}，{theme[4]}的有 {sizes[2]} {unit}；"
            f"前两样都符合的有 {pairs[0]} {unit}，后两样都符合的有 {pairs[1]} {unit}，第一样和第三样都符合的有 {pairs[2]} {unit}（都包括三样都符合的）。{told}，{asked}"
        ),
        right=f"{right} {unit}",
        wrong=wrong_quantities(candidates, unit),
        steps=steps,
        parameters={
            "task": "none-of-three" if ask_none else "all-of-three",
            "total": total,
            "sizes": sizes,
            "pairs": pairs,
            **({"all": all_three} if ask_none else {"none": none}),
        },
    )


def _exactly(chance: Chance, theme: tuple[str, ...], parts: dict[int, int]) -> Generated | None:
    sizes = [sum(count for bits, count in parts.items() if bits >> each & 1) for each in range(3)]
    two, all_three, none, total = parts[3] + parts[5] + parts[6], parts[7], parts[0], sum(parts.values())
    one = total - none - two - all_three
    ask_two = chance.one_in(2)
    right = two if ask_two else one
    union = total - none
    unit = theme[1][0]
    candidates: Candidates
    if ask_two:
        candidates = [
            (sum(sizes) - union - all_three, "三样都符合的人只多算了一次（其实多算了两次）"),
            (sum(sizes) - total - 2 * all_three, "没有考虑三样都不符合的人"),
            (sum(sizes) - union, "没有去掉三样都符合的人"),
            (sum(sizes) - union + all_three, "用了“两样都”的公式"),
            (sum(sizes) - union - 3 * all_three, "三样都符合的人减了三次"),
            (one, "算成了恰好符合一样的人数"),
        ]
    else:
        candidates = [
            (union - two, "没有去掉三样都符合的人"),
            (sum(sizes) - 2 * two - 2 * all_three, "三样都符合的人只减了两次（其实算了三次）"),
            (total - two - all_three, "没有考虑三样都不符合的人"),
            (sum(sizes) - two - all_three, "重复的人只减了一次"),
            (two, "算成了恰好符合两样的人数"),
            (union, "算成了至少符合一样的人数"),
        ]
    candidates += [(right + shift, f"计算时{'多' if shift > 0 else '少'}算了 {abs(shift)}") for shift in (1, -1, 2, -2, 3, -3)]
    listed = " + ".join(map(str, sizes))
    if ask_two:
        told = f"三样都符合的有 {all_three} {unit}，三样都不符合的有 {none} {unit}"
        asked = "则恰好符合两样的有"
        steps = paragraphs(
            f"至少符合一样的有 {total} − {none} = {union} {unit}。",
            f"三个人数相加，恰好符合两样的多算 1 次，三样都符合的多算 2 次：{listed} = {sum(sizes)}。",
            f"恰好符合两样的有 {sum(sizes)} − {union} − 2 × {all_three} = {two}，即 {two} {unit}",
        )
    else:
        told = f"恰好符合两样的有 {two} {unit}，三样都符合的有 {all_three} {unit}"
        asked = "则恰好符合一样的有"
        steps = paragraphs(
            f"三个人数相加，恰好一样的算 1 次，恰好两样的算 2 次，三样都符合的算 3 次：{listed} = {sum(sizes)}。",
            f"恰好符合一样的有 {sum(sizes)} − 2 × {two} − 3 × {all_three} = {one}，即 {one} {unit}",
        )
    return Generated(
        point=POINT,
        stem=(
            f"{theme[0]}共有 {total} {theme[1]}，{theme[2]}的有 {sizes[0]} {unit}，{theme[3]}的有 {sizes[1]} {unit}，{theme[4]}的有 {sizes[2]} {unit}；{told}，{asked}"
        ),
        right=f"{right} {unit}",
        wrong=wrong_quantities(candidates, unit),
        steps=steps,
        parameters={
            "task": "exactly-two" if ask_two else "exactly-one",
            "total": total,
            "sizes": sizes,
            "all": all_three,
            **({"none": none} if ask_two else {"two": two}),
        },
    )


def _least(chance: Chance, theme: tuple[str, ...]) -> Generated | None:
    """The fewest who can be in all of three sets."""
    total = chance.between(50, 200, 5)
    sizes = [chance.between(total * 2 // 3, total - 3) for _ in range(3)]
    right = least_common(total, sizes)
    if right < 5 or len(set(sizes)) < 3:
        return None
    unit = theme[1][0]
    misses = [total - size for size in sizes]
    candidates: Candidates = [
        (min(sizes), "算成了最多有几个三样都符合"),
        (sizes[0] + sizes[1] - total, "只考虑了前两样"),
        (sizes[1] + sizes[2] - total, "只考虑了后两样"),
        (total - max(misses), "只减去了最多的一种不符合"),
        (sum(sizes) - total, "三个集合的重复只减了一次总数"),
        (ceil(sum(sizes) / 3), "把三个人数取了平均"),
        (max(misses), "算成了不符合的人数"),
        (right + 5, "计算时多算了 5"),
        (right - 5, "计算时少算了 5"),
        (right - 2, "计算时少算了 2"),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"{theme[0]}共有 {total} {theme[1]}，{theme[2]}的有 {sizes[0]} {unit}，{theme[3]}的有 {sizes[1]} {unit}，{theme[4]}的有 {sizes[2]} {unit}，"
            "则三样都符合的至少有"
        ),
        right=f"{right} {unit}",
        wrong=wrong_quantities(candidates, unit),
        steps=paragraphs(
            f"从反面想：不符合各样的分别有 {total} − {sizes[0]} = {misses[0]}、{total} − {sizes[1]} = {misses[1]}、{total} − {sizes[2]} = {misses[2]} {unit}。",
            f"要使三样都符合的最少，就让这些人互不重复，一共 {' + '.join(map(str, misses))} = {sum(misses)} {unit}。",
            f"三样都符合的至少有 {total} − {sum(misses)} = {right}，即 {right} {unit}",
        ),
        parameters={"task": "least-common", "total": total, "sizes": sizes},
    )


def _drawing(names: Sequence[str], counts: Sequence[int]) -> Drawing:
    return Grid(
        title="把全体分成互不重复的几部分",
        columns=tuple(names),
        rows=(Row("人数", tuple(Cell(str(count), "new" if place == 2 else "plain") for place, count in enumerate(counts))),),
    )


# --- solving -----------------------------------------------------------------------------------------------------------------------

_VERB = r"(?:参加|喜欢|会|懂|订阅|订|报名|选修|选|爱好|爱|看过|去过|做对|答对|掌握|通过|买|获得|学习)"
_NAME = r"[\u4e00-\u9fffA-Z]{1,9}?"
_COUNT = rf"(?P<value>{INTEGER})(?:个|名|户|位)?(?:人|学生|同学|职工|员工|家庭)?"
_SET = (
    rf"(?:有)?{_COUNT}(?:只)?(?P<verb>{_VERB})(?:了)?(?P<name>{_NAME})(?:的)?(?=[,;。、?]|$)",
    rf"(?P<verb>{_VERB})(?:了)?(?P<name>{_NAME})的(?:人|学生|同学|职工|员工)?(?:有|为|是|共有)?\s*{_COUNT}",
)
_BOTH = r"(?:两|二|这两)(?:样|项|种|科|门|题|者|个小组|组|个|道题|种报纸|项活动)?(?:活动|小组|运动|语言|报纸|题|课程|课|考试)?"


def _recognise(text: str) -> Recognition | None:
    reading = opened(text)
    reading.refuse(r"只(?:有|参加|喜欢|会|懂)|三|至多|至少|最多|最少|恰|%|分之|一半|倍|丙|仅|不超过|比|平均|男|女|其余|剩")
    neither = reading.take(
        rf"(?:有)?{_COUNT}(?:对)?{_BOTH}(?:都|均)(?:没有?|不|未){_VERB}?(?:对)?(?:的)?|{_BOTH}(?:都|均)(?:没有?|不|未)(?:符合|{_VERB})?(?:对)?的(?:人|学生|同学|员工|职工)?(?:有|为|是|共)*\s*{_COUNT.replace('value', 'other')}"
    )
    both = reading.take(
        rf"(?:有)?{_COUNT}{_BOTH}(?:都|均)(?:符合|{_VERB})(?:的)?|{_BOTH}(?:都|均)(?:符合|{_VERB})的(?:人|学生|同学|员工|职工)?(?:有|为|是|共)*\s*{_COUNT.replace('value', 'other')}"
    )
    asked = reading.take(
        rf"(?:则|那么|问)?{_BOTH}(?:都|均)(?P<not>没有?|不|未)?(?:符合|{_VERB})?(?:对)?(?:了)?的(?:人|学生|同学|员工|职工)?(?:共)?(?:有|是)(?:多少|几|(?=[\s()。?]*$))(?:个|名|户|位)?(?:人|学生|同学|员工|职工)?|(?:则|问|有)*(?:多少|几)(?:个|名|户|位)?(?:人|学生|同学|员工|职工){_BOTH}(?:都|均)(?P<nots>没有?|不|未)?(?:符合|{_VERB})(?:对)?(?:了)?"
    )
    sets: dict[str, int] = {}

    def take_sets(pattern: str) -> None:
        for match in reading.take_all(pattern):
            name = match["verb"] + match["name"]
            if re.search(r"[都均和与或]", match["name"]) or name in sets:
                stay_out("sets")
            sets[name] = to_int(match["value"])

    take_sets(_SET[1])
    total = reading.take(rf"(?:一?共)?(?:有)?(?P<value>{INTEGER})(?:个|名|户|位)?(?:人|学生|同学|职工|员工|居民|受访者|家庭)(?=[,;。其]|$)")
    take_sets(_SET[0])
    reading.finish("某班 某班级 某单位 某公司 某小区 某校 全班 班 调查 某次 学生 同学 职工 员工 其中 有 的 共 每人", story=True)
    if asked is None or total is None or len(sets) != 2 or (neither is None) == (both is None):
        return None
    ask_neither = bool(asked["not"] or asked["nots"])
    if ask_neither != (both is not None):
        return None
    first, second = sets.values()
    known = neither or both
    assert known is not None
    value = to_int(known["value"] or known["other"])
    count = to_int(total["value"])
    common = value if ask_neither else both_of_two(count, first, second, value)
    outside = count - (first + second - common)
    if not 0 <= common <= min(first, second) or outside < 0 or max(first, second) > count:
        stay_out("numbers")
    names = list(sets)
    return Recognition(
        parameters={"task": "neither" if ask_neither else "both", "total": count, "first": first, "second": second, "known": value},
        understood=(
            ("总数", str(count)),
            (names[0], str(first)),
            (names[1], str(second)),
            ("两样都是" if ask_neither else "两样都不是", str(value)),
            ("求", "两样都不是" if ask_neither else "两样都是"),
        ),
    )


def _solve(parameters: Parameters) -> Solution:
    total, first, second, known = (parameters[name] for name in ("total", "first", "second", "known"))
    if parameters["task"] == "both":
        value = both_of_two(total, first, second, known)
        steps = [f"至少是一样的有 {total} − {known} = {total - known}。", f"两样都是的有 {first} + {second} − {total - known} = {value}。"]
    else:
        union = first + second - known
        value = total - union
        steps = [f"至少是一样的有 {first} + {second} − {known} = {union}。", f"两样都不是的有 {total} − {union} = {value}。"]
    return Solution(answer=f"{value}", also=tuple(f"{value} {unit}" for unit in ("人", "名", "户", "个")), steps=paragraphs(*steps))


KIND = Kind(
    name="inclusion-exclusion",
    title="容斥原理",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"都|均", recognise=_recognise, solve=_solve),
)
