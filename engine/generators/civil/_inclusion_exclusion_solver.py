"""Inclusion and exclusion: two sets, three sets by their common parts, three sets by how many have exactly two, and the least common part.

|A∪B| = |A| + |B| − |A∩B|; |A∪B∪C| = |A| + |B| + |C| − (|A∩B| + |B∩C| + |A∩C|) + |A∩B∩C|; with x in exactly two sets and y in all three,
|A| + |B| + |C| − x − 2y are in any (三集合非标准型).
"""

from __future__ import annotations

import re

from engine.generators.civil._inclusion_exclusion import both_of_two
from engine.generators.civil._problems import opened
from engine.generators.kind import Parameters, Recognition, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

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


SOLVER = Solver(hint=r"都|均", recognise=_recognise, solve=_solve)
