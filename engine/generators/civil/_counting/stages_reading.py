"""Reading ways of doing something by one of several means, or in several stages: `火车 3 班、汽车 4 班`, `三种肉里选一种、四种菜里选两种`."""

from __future__ import annotations

import re
from math import comb

from engine.generators import patterns
from engine.generators.civil._counting.combinatorics.words import WAY
from engine.generators.civil._counting.samples.reading import only_talks
from engine.generators.civil._problems.background import only_introduces
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_N = r"(?:\d+|[一二两三四五六七八九十]+)"
_STAGE = re.compile(
    rf"(?:以及|和|及|再|并|从|准备|打算|想|要|挑选?|选择?|点|,|、)*(?P<n>{_N})(?P<u>种|个|名|本|件|道|款|条|位|双|顶|支|类)(?:不同的?)?(?P<a>[\u4e00-\u9fff]{{1,6}}?)(?:中|里)(?:的|任?选(?:择|出|取)?|挑选?出?|取出?|任取)*(?P<k>{_N})(?:种|个|名|本|件|道|款|条|位|双|顶|支|类)(?:不同的?)?(?P<b>[\u4e00-\u9fff]{{0,6}}?)(?=[,;。、]|以及|和|及|$)"
)


def read_stages(text: str) -> Recognition | None:
    """So many of one sort, then so many of another, each chosen without order.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.refuse("概率|可能性|至少|至多|不能|必须|相同|或|若(?!不考虑)|排成|顺序(?!不)|先后")
    plain = patterns.sub(r"(?:若|如果)?不考虑[^,;。]{0,8}(?:次序|顺序|先后),?", "", story.rest)
    stages = list(_STAGE.finditer(plain))
    if len(stages) < 2 or len({each["a"] for each in stages}) != len(stages):
        return None
    if any(each["b"] and each["b"] not in each["a"] and each["a"] not in each["b"] for each in stages):
        return None
    left = _STAGE.sub(",", plain)
    asked = patterns.search(rf"(?:一?共|他|她|可以|能)*(?:有)?多少种?(?:不同的?)?(?:的)?(?:选择方法|搭配方法|{WAY})", left)
    if asked is None:
        return None
    left = left[: asked.start()] + "," + left[asked.end() :]
    for clause in patterns.split(r"[,;。?!]", left):
        rest = patterns.sub(r"则|那么|他|她|小[\u4e00-\u9fff]|准备|挑选|就餐|套餐|组成|各", "", clause)
        if rest and not only_talks(clause) and not only_introduces(rest):
            stay_out(f"{rest} in {clause}")
    ways = [[comb(to_int(each["n"]), to_int(each["k"]))] for each in stages]
    if any(not each[0] for each in ways):
        stay_out("more than there are")
    return Recognition(
        parameters={"task": "routes", "routes": [[each[0] for each in ways]]},
        understood=(*((each["a"], f"{each['n']} 选 {each['k']}") for each in stages), ("求", "分步相乘")),
    )
