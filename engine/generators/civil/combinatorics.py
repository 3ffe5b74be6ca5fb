"""Counting: some stand together, some stand apart, choosing with a condition, equal things shared out, everybody somewhere, derangements.

捆绑法, 插空法, 分类与分步, 隔板法, 错位排列, as every introduction to 排列组合 has them. People differ from each other, equal things do not.
"""

from __future__ import annotations

from math import comb, factorial, perm

from engine.generators.chance import Chance
from engine.generators.civil._problems import Candidates, opened, wrong_quantities
from engine.generators.kind import Generated, Kind, Parameters, Recognition, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

POINT = "quantity.counting.permutation"


def stand_together(people: int, bound: int) -> int:
    """Orders of so many people in a row in which `bound` certain ones stand side by side (捆绑法)."""
    return factorial(people - bound + 1) * factorial(bound)


def stand_apart(people: int, separate: int) -> int:
    """Orders in which of `separate` certain ones no two stand side by side (插空法)."""
    others = people - separate
    return factorial(others) * perm(others + 1, separate)


def chosen(men: int, women: int, take: int, least: int) -> int:
    """Ways of choosing `take` people with at least `least` women."""
    return sum(comb(women, number) * comb(men, take - number) for number in range(least, min(women, take) + 1))


def shared(things: int, boxes: int, least: int) -> int:
    """Ways of putting equal things into different boxes, at least `least` in each (隔板法)."""
    left = things - boxes * (least - 1)
    return comb(left - 1, boxes - 1) if left >= boxes else 0


def posted(people: int, places: int) -> int:
    """Ways of sending different people to different places, at least one to each: inclusion and exclusion over the places left empty."""
    return sum((-1) ** empty * comb(places, empty) * (places - empty) ** people for empty in range(places + 1))


def derangements(count: int) -> int:
    """Orders in which nobody has his own: D(n) = (n − 1)(D(n − 1) + D(n − 2))."""
    before, now = 1, 0
    for number in range(2, count + 1):
        before, now = now, (number - 1) * (now + before)
    return now if count else 1


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


# --- solving -----------------------------------------------------------------------------------------------------------------------

_ASKED = r"(?:一?共)?(?:则|那么|问)?(?:不同的)?(?:一?共)?(?:有)?(?:不同的)?(?:排法|站法|坐法|排队方法|排列方法|选法|挑选方法|选择方法|分法|分配方法|放法|方法|方案)?(?:一?共)?有?(?:多少|几)(?:种|个)?(?:不同的?)?(?:的)?(?:排法|站法|坐法|排列|排队方法|排队方式|排列方法|排列方式|选法|选择方法|分法|分配方法|放法|方法|方案|方式|情况)?|(?:不同的)(?:站法|选法|分法)有(?=[\s()。]*$)"
_NAMES = {"甲乙": 2, "甲乙丙": 3, "甲乙丙丁": 4}


def _recognise(text: str) -> Recognition | None:
    reading = opened(text)
    reading.refuse(
        r"排头|排尾|两端|首位|末位|中间|正中|左边|右边|左侧|右侧|顺序|圆|环|围|不能站|不站|男女相间|相间|不同的(?:球|小球|书|文件|苹果)|至多|最多|不超过|不少于|不能同时|同时入选|必须(?:入选|参加)|必选|担任|正副|队长|职务|数字|奇偶|奇数|偶数|概率|允许|可以空|相同的盒|第"
    )
    asked = reading.take(_ASKED)
    row = reading.take(
        rf"(?:有)?(?P<value>{INTEGER})(?:个|名|位)?(?:人|同学|学生|职工|员工|小朋友|朋友|运动员)(?:站|排|坐)(?:成|在)?(?:一排|一列|成一排|成一列|一行)(?:照相|拍照|合影)?"
    )
    if row is not None:
        close = reading.take(
            r"(?:其中|要求)*,?(?P<who>甲(?:、|和|与|,)?乙(?:(?:、|和|与|,)?丙)?(?:(?:、|和|与|,)?丁)?)(?:[两二三四](?:个)?人)?(?P<how>必须|一定要?|要|应该?|不能?|不可以?|互不|均不|都不|不得)?(?:挨着|相邻|排在一起|站在一起|挨在一起)(?:\(彼此挨在一起\))?"
        )
        reading.finish("人 站 一排 照相 要求 其中", story=True)
        if close is None or asked is None:
            return None
        names = "".join(sign for sign in close["who"] if sign in "甲乙丙丁")
        how = close["how"] or ""
        if names not in _NAMES:
            return None
        apart = "不" in how
        if apart and names != "甲乙" and how != "互不":
            return None  # "不相邻" of three may mean that they are not all together
        count, certain = to_int(row["value"]), _NAMES[names]
        if not certain < count <= 12 or (apart and certain > count - certain + 1):
            return None
        return Recognition(
            parameters={"task": "apart" if apart else "together", "people": count, "certain": certain},
            understood=(("站成一排", f"{count} 人"), ("条件", f"{'、'.join(names)}{'互不相邻' if apart else '相邻'}")),
        )
    boxes = reading.take(
        rf"(?:把|将)?(?P<things>{INTEGER})(?:个|份|本|台|块|张|支|颗|枚)(?:完全)?(?:相同|一样)的[\u4e00-\u9fff]{{1,4}}?,?(?:全部)?(?:分给|放入|放进|分到|分配给|发给)(?:到)?(?P<boxes>{INTEGER})(?:个|名|位)(?:不同的?)?(?:人|盒子|部门|班级|班|小朋友|单位|学校|箱子|抽屉|科室)(?:里|中)?"
    )
    if boxes is not None:
        least = reading.take(
            rf"(?:要求)?(?:每个?)(?:人|盒子|盒|部门|班级|班|小朋友|单位|学校|箱子|抽屉|科室)(?:里|中)?(?:都|均)?(?:至少)(?:要|有|放|分得?到?|分|发|得到)*\s*(?P<value>{INTEGER})(?:个|份|本|台|块|张|支|颗|枚)(?:[球书苹果糖文件]{{1,2}})?"
        )
        reading.finish("要求 把 将", story=True)
        if least is None or asked is None:
            return None
        things, holders, at_least = to_int(boxes["things"]), to_int(boxes["boxes"]), to_int(least["value"])
        if holders < 2 or at_least < 1 or shared(things, holders, at_least) == 0:
            return None
        return Recognition(
            parameters={"task": "shared", "things": things, "boxes": holders, "least": at_least},
            understood=(("相同的东西", f"{things} 份"), ("分给", f"{holders} 个"), ("每个至少", f"{at_least} 份")),
        )
    men = reading.take(
        rf"男(?:生|职工|员工|同学|士|干部|医生|教师|队员|性)?(?:有)?\s*(?P<a>{INTEGER})(?:名|人|个|位)|(?P<b>{INTEGER})(?:名|个|位)?男(?:生|职工|员工|同学|士|干部|医生|教师|队员|性)?"
    )
    women = reading.take(
        rf"女(?:生|职工|员工|同学|士|干部|医生|教师|队员|性)?(?:有)?\s*(?P<a>{INTEGER})(?:名|人|个|位)|(?<!至少)(?<!至少有)(?<!恰有)(?<!恰好有)(?P<b>{INTEGER})(?:名|个|位)?女(?:生|职工|员工|同学|士|干部|医生|教师|队员|性)?"
    )
    take = reading.take(
        rf"(?:从(?:中|他们中|这些人中|里面)?(?:任意)?)?(?:任)?(?:选出?|挑选?出?|抽调|抽取|选取)\s*(?P<value>{INTEGER})(?:名|个|位)?(?:人|代表|同学|学生|职工)?(?:参加[\u4e00-\u9fff]{{2,4}}|组成[\u4e00-\u9fff]{{2,4}})?"
    )
    need = reading.take(
        rf"(?:要求|其中|且)*,?(?P<how>至少|恰好?|正好|刚好)(?:要|有|选)*\s*(?P<value>{INTEGER})(?:名|个|位)?(?P<who>女|男)(?:生|职工|员工|同学|士|干部|医生|教师|队员|性)?(?:参加)?"
    )
    reading.finish("某单位 某班 某医院 某校 某学校 单位 班 要求 从 中 其中 组成 代表", story=True)
    if not (men and women and take and need and asked):
        return None
    numbers = {"男": to_int(men["a"] or men["b"]), "女": to_int(women["a"] or women["b"])}
    counted = to_int(need["value"])
    size = to_int(take["value"])
    if size > sum(numbers.values()) or counted > min(size, numbers[need["who"]]) or counted < 1:
        stay_out("numbers")
    exactly = need["how"] != "至少"
    other = numbers["男" if need["who"] == "女" else "女"]
    if exactly and size - counted > other:
        return None
    return Recognition(
        parameters={
            "task": "exactly" if exactly else "at-least",
            "wanted": numbers[need["who"]],
            "others": other,
            "take": size,
            "number": counted,
            "who": need["who"],
        },
        understood=(
            ("男", f"{numbers['男']} 人"),
            ("女", f"{numbers['女']} 人"),
            ("选出", f"{size} 人"),
            ("条件", f"{'恰有' if exactly else '至少有'} {counted} 名{need['who']}的"),
        ),
    )


def _solve(parameters: Parameters) -> Solution:
    task = parameters["task"]
    if task == "together":
        people, certain = parameters["people"], parameters["certain"]
        value = stand_together(people, certain)
        steps = [
            f"捆绑法：{people - certain + 1} 个元素排列，{people - certain + 1}! = {factorial(people - certain + 1)}；内部 {certain}! = {factorial(certain)}。"
        ]
        steps.append(f"{factorial(people - certain + 1)} × {factorial(certain)} = {value}，即 {value} 种。")
    elif task == "apart":
        people, certain = parameters["people"], parameters["certain"]
        value, others = stand_apart(people, certain), people - certain
        steps = [
            f"插空法：其余 {others} 人先排，{others}! = {factorial(others)}；{others + 1} 个空里依次放入 {certain} 人，有 {perm(others + 1, certain)} 种。"
        ]
        steps.append(f"{factorial(others)} × {perm(others + 1, certain)} = {value}，即 {value} 种。")
    elif task == "shared":
        things, boxes, least = parameters["things"], parameters["boxes"], parameters["least"]
        value, left = shared(things, boxes, least), things - boxes * (least - 1)
        steps = [f"先各给 {least - 1} 份，还剩 {things} − {boxes} × {least - 1} = {left} 份。"] if least > 1 else []
        steps.append(f"隔板法：{left - 1} 个空隙里插 {boxes - 1} 块板，有 {value} 种。")
    else:
        wanted, others, take, number = (parameters[each] for each in ("wanted", "others", "take", "number"))
        who = parameters["who"]
        kinds = [number] if task == "exactly" else range(number, min(wanted, take) + 1)
        parts = [(each, comb(wanted, each), comb(others, take - each)) for each in kinds if take - each <= others]
        value = sum(one * other for _, one, other in parts)
        steps = [f"{who} {each} 人：{one} × {other} = {one * other} 种。" for each, one, other in parts]
        steps.append(f"一共 {value} 种。")
    return Solution(answer=f"{value} 种", steps=paragraphs(*steps))


KIND = Kind(
    name="combinatorics",
    title="排列组合",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"种|方法|排法|站法|选法|分法", recognise=_recognise, solve=_solve),
)
