"""Counting: some stand together, some stand apart, choosing with a condition, equal things shared out, everybody somewhere, derangements.

捆绑法, 插空法, 分类与分步, 隔板法, 错位排列, as every introduction to 排列组合 has them. People differ from each other, equal things do not.
"""

from __future__ import annotations

from math import comb, factorial, perm

from engine.generators.civil._combinatorics import shared, stand_apart, stand_together
from engine.generators.civil._problems import opened
from engine.generators.kind import Parameters, Recognition, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

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


SOLVER = Solver(hint=r"种|方法|排法|站法|选法|分法", recognise=_recognise, solve=_solve)
