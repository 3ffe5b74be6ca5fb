"""Reading stacks, and consecutive numbers that add up to so much."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._number_series.progressions import WORDS, spoken
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int


def read_stack(text: str) -> Recognition | None:
    """A stack: so many in the top row, so many in the bottom one, each with so many more than the one above: how many rows, how many altogether.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    row = r"(?:层|排|行)"
    top = story.take(
        rf"(?:最上(?:面|边)?|最前(?:面)?|顶上?|第(?:一|1))(?:的)?(?:一|1)?{row}(?P<gap>[^\d\ue000,;。]{{0,4}}?)(?P<n>\d+)(?:根|个|座|人|块|支|只|张|本|盆|棵|件|节|袋)?"
    )
    bottom = story.take(
        rf"(?:最下(?:面|边)?|最后(?:面)?|底)(?:的)?(?:一|1)?{row}(?P<gap>[^\d\ue000,;。]{{0,4}}?)(?P<n>\d+)(?:根|个|座|人|块|支|只|张|本|盆|棵|件|节|袋)?"
    )
    step = story.take(
        rf"(?:且|,)*(?:每)?相邻(?:的)?(?:两|2){row}(?:之间)?(?:都|均)?(?:只)?(?:相)?差(?P<n>\d+|一)(?:根|个|座|人|块|支|只|张|本|盆|棵|件|节|袋)?|(?:且|,)*(?:下面|后面|往下|从上到下)?(?:的)?每(?:一|1)?{row}(?:都|均)?比(?:它)?(?:上|前)(?:面)?(?:的)?(?:一|1)?{row}(?:都|均)?多(?P<n2>\d+|一)(?:根|个|座|人|块|支|只|张|本|盆|棵|件|节|袋)?"
    )
    asked = story.take(
        rf"(?P<gap>[^\d\ue000,;。]{{0,8}}?)(?:一?共|总共|合计|共计)+(?:有|是)*多少(?P<what>{row}|根|个座位|个|座|人|块|支|只|张|本|盆|棵|件|节|袋)"
    )
    if not (top and bottom and step and asked) or patterns.search("若|如果|至少|最多|平均|倍", text):
        return None
    story.finish(WORDS + " 一堆 钢管 堆放 堆成 堆 梯形 木头 圆木 剧场 座位 一个 剧院 排 层")
    first, last, more = int(top["n"]), int(bottom["n"]), to_int(step["n"] or step["n2"])
    if not more or (last - first) % more or last <= first:
        return None
    count = (last - first) // more + 1
    wanted = f"p{last}" if patterns.fullmatch(row, asked["what"]) else f"s{count}"
    return Recognition(
        parameters={"task": "series", "kind": "arithmetic", "first": str(first), "change": str(more), "wanted": wanted},
        understood=(
            ("第一层", str(first)),
            ("最后一层", f"{last}，每层多 {more}，共 {count} 层"),
            ("求", "层数" if wanted[0] == "p" else "总数"),
        ),
    )


_RUN = r"(?P<n>\d+|[三四五六七八九十]+)个(?:连续|相邻)的?(?P<what>自然数|正整数|整数|奇数|偶数|数|双数|单数)|(?:连续|相邻)(?:的)?(?P<n2>\d+|[三四五六七八九十]+)个(?P<what2>自然数|正整数|整数|奇数|偶数|数|双数|单数)"


def read_consecutive(text: str) -> Recognition | None:
    """So many consecutive numbers that add up to so much (or whose mean is so much): the largest, the smallest, the one in the middle, the k-th.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    run = story.take(_RUN)
    if run is None:
        return None
    story.refuse("积|平方|倍|除|整除|倒数|日历|页|另|若|如果|两个|概率")
    told = story.take(
        r"(?:的|之)*(?:总)?(?P<of>和|平均数|平均值|平均)(?:恰好|刚好|正好)?(?:为|是|等于|=)*(?P<value>\d+(?:\.\d+)?)(?![\d.])"
    )
    asked = story.take(
        r"(?:其中|那么|则|,|这|\d*|[三四五六七八九十]|个|数|中)*(?:的)?(?:(?P<most>最大|最小|中间)(?:的|那|一)*(?:个)?(?:自然数|正整数|整数|奇数|偶数|数)?|第(?P<k>\d+|[一二三四五六七八九十]+)个(?:自然数|正整数|整数|奇数|偶数|数)?)(?:(?:等于|是|为)?多少|(?=\ue000|$))"
    )
    if not told or not asked or not story.text:
        return None
    story.take_all("多少")
    story.finish(WORDS + " 从小到大 排列 排 按 的 个")
    count = to_int(run["n"] or run["n2"])
    what = run["what"] or run["what2"]
    step = 2 if patterns.match("[奇偶双单]", what) else 1
    value = Fraction(told["value"])
    mean = value / count if told["of"] == "和" else value
    first = mean - Fraction(step * (count - 1), 2)
    if asked["k"]:
        place = to_int(asked["k"])
    elif asked["most"] == "中间":
        place = (count + 1) // 2 if count % 2 else stay_out("no middle one")
    else:
        place = count if asked["most"] == "最大" else 1
    even = patterns.match("[偶双]", what) is not None
    if not 1 <= place <= count or first.denominator != 1 or first < 0 or (step == 2 and (first % 2 == 0) != even):
        stay_out("no such numbers")
    return Recognition(
        parameters={"task": "series", "kind": "arithmetic", "first": str(first), "change": str(step), "wanted": f"a{place}"},
        understood=((f"{count} 个连续{what}", f"{'和' if told['of'] == '和' else '平均数'}为 {value}"), ("求", spoken(f"a{place}"))),
    )
