"""Inclusion and exclusion: two sets, three sets by their common parts, three sets by how many have exactly two, and the least common part.

|A∪B| = |A| + |B| − |A∩B|; |A∪B∪C| = |A| + |B| + |C| − (|A∩B| + |B∩C| + |A∩C|) + |A∩B∩C|; with x in exactly two sets and y in all three,
|A| + |B| + |C| − x − 2y are in any (三集合非标准型).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from engine.drawings.venn import Venn
from engine.generators.chance import Chance
from engine.generators.civil._inclusion_exclusion.simulator import both_of_two as both_of_two
from engine.generators.civil._inclusion_exclusion.simulator import in_any_by_exactly_two as in_any_by_exactly_two
from engine.generators.civil._inclusion_exclusion.simulator import in_any_of_three as in_any_of_three
from engine.generators.civil._inclusion_exclusion.simulator import least_common as least_common
from engine.generators.civil._inclusion_exclusion.solving import SOLVER
from engine.generators.civil._problems.problems import Candidates, wrong_quantities
from engine.generators.kind import Generated, Kind
from engine.generators.markdown import paragraphs

POINT = "quantity.counting.inclusion-exclusion"


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
        drawing=_drawing(theme[2:4], {0: neither, 1: only_first, 2: only_second, 3: both}, 3 if ask_both else 0),
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
        drawing=_drawing(theme[2:], parts, 0 if ask_none else 7),
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
        drawing=Venn(
            title="三个人数相加，每一部分各算了几次",
            note="红色是所求的部分",
            sets=theme[2:],
            parts={bits: str(bits.bit_count()) for bits in range(8)},
            asked=(3, 5, 6) if ask_two else (1, 2, 4),
        ),
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


def _drawing(sets: Sequence[str], parts: Mapping[int, int], asked: int) -> Venn:
    """The parts with their sizes."""
    return Venn(
        title="把全体分成互不重复的几部分",
        note="红色是所求的部分",
        sets=tuple(sets),
        parts={bits: str(count) for bits, count in parts.items()},
        asked=(asked,),
    )


KIND = Kind(
    name="inclusion-exclusion",
    title="容斥原理",
    points=(POINT,),
    versions={1: _write},
    solver=SOLVER,
)
