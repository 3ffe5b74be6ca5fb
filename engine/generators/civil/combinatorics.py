"""Counting: some stand together, some stand apart, choosing with a condition, equal things shared out, everybody somewhere, derangements.

捆绑法, 插空法, 分类与分步, 隔板法, 错位排列, as every introduction to 排列组合 has them. People differ from each other, equal things do not.
"""

from __future__ import annotations

from math import comb, factorial, perm

from engine.generators.chance import Chance
from engine.generators.civil._counting.combinatorics.simulator import chosen as chosen
from engine.generators.civil._counting.combinatorics.simulator import derangements as derangements
from engine.generators.civil._counting.combinatorics.simulator import posted as posted
from engine.generators.civil._counting.combinatorics.simulator import shared as shared
from engine.generators.civil._counting.combinatorics.simulator import stand_apart as stand_apart
from engine.generators.civil._counting.combinatorics.simulator import stand_together as stand_together
from engine.generators.civil._counting.combinatorics.solving import SOLVER
from engine.generators.civil._problems.problems import Candidates, wrong_quantities
from engine.generators.kind import Generated, Kind
from engine.generators.markdown import paragraphs

POINT = "quantity.counting.permutation"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    first_half = chance.one_in(2)
    if difficulty == 1:
        return _together(chance) if first_half else _chosen(chance, exactly=True)
    if difficulty == 2:
        return _apart(chance) if first_half else _chosen(chance, exactly=False)
    return (_shared, _shared, _shared, _posted, _deranged)[chance.below(5)](chance)


def _question(task: str, stem: str, right: int, candidates: Candidates, steps: str, parameters: dict[str, object]) -> Generated:
    """Near misses by a factor are added, so that there are smaller and larger ones."""
    candidates = [
        *candidates,
        (right * 2, "多乘了一个 2"),
        (right // 2 if right % 2 == 0 else 0, "少乘了一个 2"),
        (right * 3, "多乘了一个 3"),
    ]
    return Generated(
        point=POINT,
        stem=stem,
        right=f"{right} 种",
        wrong=wrong_quantities(candidates, "种"),
        steps=steps,
        parameters={"task": task, **parameters},
    )


def _row(chance: Chance, count: int, certain: int, together: bool) -> tuple[str, str, str]:
    """A row of so many with a condition on some: the stem, what those are called, and what is counted."""
    scene = chance.below(3)
    if scene == 0:
        who = "甲、乙两人" if certain == 2 else "甲、乙、丙三人" if certain == 3 else "甲、乙、丙、丁四人"
        rule = "必须相邻（彼此挨在一起）" if together else "互不相邻"
        return f"{count} 个人站成一排照相，其中{who}{rule}，则不同的站法有", who, "人"
    if scene == 1:
        rule = "必须全部摆在一起" if together else "任何两本都不能相邻"
        return f"{count} 本不同的书在书架上摆成一排，其中 {certain} 本数学书{rule}，则不同的摆法有", "数学书", "本书"
    rule = "必须连续演出" if together else "任何两个都不能连续演出"
    return f"一台晚会有 {count} 个不同的节目依次演出，其中 {certain} 个舞蹈节目{rule}，则不同的节目顺序有", "舞蹈节目", "个节目"


def _together(chance: Chance) -> Generated:
    people, bound = chance.between(5, 10), chance.between(2, 4)
    right = stand_together(people, bound)
    candidates: Candidates = [
        (factorial(people - bound + 1), "捆在一起的内部没有排列"),
        (factorial(people - bound) * factorial(bound), "捆成的整体没有算作一个元素"),
        (factorial(people), "没有考虑必须相邻"),
        (stand_apart(people, bound), "算成了互不相邻"),
        (factorial(people - bound + 1) + factorial(bound), "分步应当相乘，却相加了"),
        (factorial(people) - right, "算成了不全相邻的排法"),
        (factorial(people - bound + 2) * factorial(bound), "元素个数多算了一个"),
    ]
    stem, who, noun = _row(chance, people, bound, True)
    units = people - bound + 1
    return _question(
        "together",
        stem,
        right,
        candidates,
        paragraphs(
            f"捆绑法：把{who}看成一个整体，与其余 {people - bound} {noun}一共 {units} 个元素，排法有 {units}! = {factorial(units)} 种。",
            f"整体内部有 {bound}! = {factorial(bound)} 种排法。",
            f"分步相乘：{factorial(units)} × {factorial(bound)} = {right}，即 {right} 种",
        ),
        {"people": people, "bound": bound},
    )


def _apart(chance: Chance) -> Generated | None:
    people, separate = chance.between(5, 10), chance.between(2, 4)
    if separate > people - separate + 1:
        return None
    right = stand_apart(people, separate)
    others = people - separate
    candidates: Candidates = [
        (factorial(others) * comb(others + 1, separate), "选了空位，没有排次序"),
        (factorial(others) * perm(others, separate), "空位少算了一个"),
        (factorial(others) * perm(others - 1, separate) if others > separate else 0, "没有算两端的空位"),
        (factorial(people) - stand_together(people, separate), "从总数里只减去了全部相邻的情况"),
        (stand_together(people, separate), "算成了相邻"),
        (perm(others + 1, separate), "其余的没有排列"),
        (factorial(people), "没有考虑不能相邻"),
    ]
    stem, who, noun = _row(chance, people, separate, False)
    gaps = others + 1
    return _question(
        "apart",
        stem,
        right,
        candidates,
        paragraphs(
            f"插空法：先排其余 {others} {noun}，有 {others}! = {factorial(others)} 种。",
            f"它们之间和两端一共 {gaps} 个空，选 {separate} 个依次放入{who}：{' × '.join(str(gaps - each) for each in range(separate))} = {perm(gaps, separate)} 种。",
            f"分步相乘：{factorial(others)} × {perm(gaps, separate)} = {right}，即 {right} 种",
        ),
        {"people": people, "separate": separate},
    )


def _chosen(chance: Chance, exactly: bool) -> Generated | None:
    men, women = chance.between(3, 9), chance.between(3, 9)
    where, kind = chance.choice((("某单位", "职工"), ("某班", "同学"), ("某医院", "医生"), ("某学校", "教师")))
    take = chance.between(3, 5)
    number = chance.between(1, 2)
    if number > min(women, take - 1) or take - number > men:
        return None
    right = comb(women, number) * comb(men, take - number) if exactly else chosen(men, women, take, number)
    everything = comb(men + women, take)
    candidates: Candidates = [
        (comb(women, number) * comb(men + women - number, take - number), "先选女的再从剩下的人里任选，有重复计数"),
        (perm(women, number) * perm(men, take - number), "把组合算成了排列"),
        (comb(women, number) + comb(men, take - number), "分步应当相乘，却相加了"),
        (comb(men, number) * comb(women, take - number) if women >= take - number else 0, "男女人数弄反了"),
        (everything, "没有考虑对人员的要求"),
        (everything - comb(men, take), "只排除了全是男的的情况" if number > 1 or exactly else "总数减错了一类"),
        (everything - right, "算成了不符合要求的选法"),
        (chosen(men, women, take, number + 1), "“至少”的起点弄错，少算了一类"),
        (comb(women, number) * comb(men, take - number), "只算了人数正好的一类"),
    ]
    words = f"恰有 {number} 名女{kind}" if exactly else f"至少有 {number} 名女{kind}"
    kinds = range(number, number + 1) if exactly else range(number, min(women, take) + 1)
    parts = [(each, comb(women, each), comb(men, take - each)) for each in kinds if take - each <= men]
    lines = [f"- 女 {each} 名、男 {take - each} 名：{of_women} × {of_men} = {of_women * of_men}。" for each, of_women, of_men in parts]
    sum_ = " + ".join(str(of_women * of_men) for _, of_women, of_men in parts)
    last = f"一共 {sum_} = {right}，即 {right} 种" if len(parts) > 1 else f"所以有 {right} 种"
    return _question(
        "exactly" if exactly else "at-least",
        f"{where}有男{kind} {men} 名、女{kind} {women} 名，从中选出 {take} 人组成工作组，要求{words}，则不同的选法有",
        right,
        candidates,
        paragraphs(f"按女{kind}的人数分类，各类里男女分别选，分步相乘：", "\n".join(lines), last),
        {"men": men, "women": women, "take": take, "number": number},
    )


def _shared(chance: Chance) -> Generated | None:
    boxes, least = chance.between(3, 5), chance.between(1, 6)
    things = boxes * least + chance.between(2, 9)
    right = shared(things, boxes, least)
    candidates: Candidates = [
        (comb(things - 1, boxes - 1), "没有考虑每个部门至少的数目，按至少 1 份计算"),
        (comb(things - boxes * least - 1, boxes - 1) if things > boxes * least else 0, "先各发足最低数目后，又按至少 1 份插板"),
        (comb(things + boxes - 1, boxes - 1), "按可以一份不得计算"),
        (comb(things - boxes * (least - 1), boxes - 1), "空隙多算了一个"),
        (comb(things - boxes * (least - 1) - 1, boxes), "板多插了一块"),
        (perm(things - boxes * (least - 1) - 1, boxes - 1), "板是一样的，不应排次序"),
        (right + 1, "漏减或多加了一种"),
        (right - 1, "少数了一种"),
        (right + boxes, "多算了几种"),
        (right - boxes, "少算了几种"),
    ]
    thing = chance.choice(("份相同的文件", "台相同的电脑", "本相同的书", "张相同的票"))
    left = things - boxes * (least - 1)
    first = (
        f"先给每个部门各 {least - 1} {thing[0]}，还剩 {things} − {boxes} × {least - 1} = {left} {thing[0]}，变成每个部门至少 1 {thing[0]}。"
        if least > 1
        else f"每个部门至少 1 {thing[0]}，可以直接插板。"
    )
    top = " × ".join(str(left - 1 - each) for each in range(boxes - 1))
    return Generated(
        point=POINT,
        stem=f"把 {things} {thing}分给 {boxes} 个不同的部门，每个部门至少分得 {least} {thing[0]}，则不同的分法有",
        right=f"{right} 种",
        wrong=wrong_quantities(candidates, "种"),
        steps=paragraphs(
            first,
            f"隔板法：{left} {thing[0]}排成一排有 {left - 1} 个空隙，插 {boxes - 1} 块板。",
            f"分法有 ({top}) ÷ {factorial(boxes - 1)} = {right}，即 {right} 种",
        ),
        parameters={"task": "shared", "things": things, "boxes": boxes, "least": least},
    )


def _posted(chance: Chance) -> Generated | None:
    places = chance.between(2, 4)
    people = places + chance.between(1, 3)
    if people > 6:
        return None
    right = posted(people, places)
    candidates: Candidates = [
        (places**people, "没有要求每处都有人"),
        (perm(people, places) * places ** (people - places), "先每处派一人再随意分，有重复计数"),
        (comb(people - 1, places - 1), "把人当成了没有区别的"),
        (right // factorial(places), "分好组后没有分配到各处"),
        (places**people - places, "只排除了都去一处的情况"),
        (comb(people, places) * factorial(places), "只派了每处一人，其余的人没有安排"),
        (right + factorial(places), "多算了一种分组"),
        (right - factorial(places), "少算了一种分组"),
    ]
    staff, place = chance.choice((("干部", "村"), ("教师", "学校"), ("志愿者", "社区"), ("医生", "乡镇")))
    lines = []
    for empty in range(places):
        lines.append(f"{comb(places, empty)} × {places - empty}^{people}")
    sum_ = lines[0].removeprefix("1 × ") + "".join(f" {'−' if number % 2 else '+'} {line}" for number, line in enumerate(lines[1:], 1))
    return _question(
        "posted",
        f"把 {people} 名{staff}派到 {places} 个不同的{place}，每人去一个{place}，每个{place}至少 1 人，则不同的派法有",
        right,
        candidates,
        paragraphs(
            f"先不管“至少 1 人”，每人有 {places} 种去处；再用容斥去掉有{place}没有人的情况。",
            f"{sum_} = {right}，即 {right} 种",
        ),
        {"people": people, "places": places},
    )


def _deranged(chance: Chance) -> Generated:
    people, own = chance.between(4, 6), chance.between(0, 2)
    wrong_ones = people - own
    right = comb(people, own) * derangements(wrong_ones)
    candidates: Candidates = [
        (derangements(wrong_ones), "没有选出哪几个人拿对"),
        (comb(people, own) * factorial(wrong_ones), "其余的人只是任意排列"),
        (comb(people, own) * (factorial(wrong_ones) - 1), "只排除了全部拿对的一种"),
        (comb(people, own) * derangements(wrong_ones + 1), "错位的人数多算了一个"),
        (comb(people, own) * derangements(wrong_ones - 1), "错位的人数少算了一个"),
        (factorial(people), "没有考虑要求"),
        (comb(people, own) * (wrong_ones - 1) ** wrong_ones, "每人都有同样多的选择，忽略了互相影响"),
        (derangements(people), "算成了全部拿错"),
        (comb(people, own) * (derangements(wrong_ones) + 1), "错位排列的数记错了"),
        (comb(people, own) * (derangements(wrong_ones) - 1), "错位排列的数记错了"),
    ]
    thing, one = chance.choice((("各写一张贺卡", "一张"), ("各带一把雨伞", "一把"), ("各交一本作业", "一本"), ("各准备一份礼物", "一份")))
    words = "每人拿到的都不是自己的" if own == 0 else f"恰有 {own} 人拿到自己的"
    known = "D(1) = 0，D(2) = 1，D(3) = 2，D(4) = 9，D(5) = 44，D(6) = 265"
    last = (
        f"所以有 {right} 种"
        if own == 0
        else f"先选出拿对的人，有 {comb(people, own)} 种：{comb(people, own)} × {derangements(wrong_ones)} = {right}，即 {right} 种"
    )
    return _question(
        "deranged",
        f"{people} 名同学{thing}放在一起，然后每人拿回{one}，{words}，则不同的拿法有",
        right,
        candidates,
        paragraphs(f"错位排列：{known}。", f"{wrong_ones} 个人都拿错，有 {derangements(wrong_ones)} 种。", last),
        {"people": people, "own": own},
    )


KIND = Kind(
    name="combinatorics",
    title="排列组合",
    points=(POINT,),
    versions={1: _write},
    solver=SOLVER,
)
