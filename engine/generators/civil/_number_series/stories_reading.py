"""Reading stories of things in a row each of which has as much more than the one before: marks, rows of seats, days, prizes.

What is told of one thing by its place, of the first or last few together, of all, and of the difference are linear relations of the first
number and the difference; what is asked must follow from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._number_series.progressions import WORDS, spoken
from engine.generators.civil._number_series.stories import Line, following
from engine.generators.civil._problems.background import pass_over_background
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_N = r"(?:\d+|[一二两三四五六七八九十]+)"
_U = r"(?:道|名|个|位|人|排|层|天|日|年|月|周|站|组|台|项|次|行|题|节|队|家|间|轮|级|条|块|辆|头|棵|本|件|场|期|关|圈|支|份|张|根|栋|座|枚|步|盏|车厢|单元|小组)"
_THING = r"(?:[\u4e00-\u9fff]{0,4}?)"
_LARGE, _SMALL = "多高大重长", "少低小轻短矮"
_UNIT = r"(?:分钟?|元|万元|个|人|米|厘米|千米|千克|斤|吨|岁|本|件|块|棵|张|座|盏|名|台|辆|根|朵|枚|页|字|步|公里|平方米|座位)?"
_VALUE = rf"(?P<v>\d+(?:\.\d+)?){_UNIT}(?![\d%/])"
_BE = r"(?:恰好|正好|刚好|共|一共|分别)?(?:为|是|有|得了?|等于|拿到|获得|达到?|考了?)*"
_SUM = r"(?:之和|总和|的和|总得?分数?|总数|总量|总重量?|总成绩|总人数|总钱数|总[\u4e00-\u9fff]{1,3}|一?共(?:有|得|计|生产|完成)?|合计|加起来|得分之和)"
_END = r"(?=[,;。?]|$)"


@dataclass
class _Told:
    count: int | None = None
    step: Fraction | None = None
    rising: bool | None = None  # whether places are counted from the smallest
    facts: list[tuple[Line, Fraction, str]] = field(default_factory=list)


def _step(story: Story, told: _Told) -> bool:
    """The difference, with its sign in the order in which places are counted; whether the row is said to be an arithmetic one."""
    if found := story.take(
        rf"(?:从第(?:二|2){_U}{_THING}(?:起|开始),?)?(?:除第(?:一|1){_U}{_THING}外,?)?(?:(?P<behind>后面?|下面?|以后|往后|之后)|(?P<ahead>前面?|上面?))?(?:的)?(?:每|任意)?(?:一|1)?{_U}{{1,2}}{_THING}(?:的)?(?P<gap>[^,;。?\d]{{0,8}}?)(?:都|均|总是|总|要)*比(?:其|它|他)?(?:(?P<ahead2>前面?|上面?)|(?P<behind2>后面?|下面?))(?:相邻)?(?:的)?(?:一|1)?{_U}{{1,2}}{_THING}(?:的)?(?P<gap2>[^,;。?\d]{{0,8}}?)(?:都|均|要)?(?P<way>多|少|高|低|大|小|长|短|重|轻|增加|减少)(?:了)?{_VALUE}"
    ):
        more = found["way"] in ("多", "高", "大", "长", "重", "增加")
        forward = found["ahead2"] is not None
        if (found["behind"] and found["behind2"]) or (found["ahead"] and found["ahead2"]):
            stay_out("which is before which")
        told.step = Fraction(found["v"]) * (1 if more == forward else -1)
        return True
    if found := story.take(
        rf"(?:从第(?:一|1){_U}{_THING}起,?)?(?:按|以)?(?:依次|逐{_U}|每{_U}(?:依次|递)?)(?:地)?(?P<way>递增|增加|多|递减|减少|少)(?:了)?{_VALUE}"
    ):
        told.step = Fraction(found["v"]) * (1 if found["way"] in ("递增", "增加", "多") else -1)
        return True
    falls = story.has("从高到低|从大到小|由高到低|由大到小|从多到少|由多到少|第一名|名次|排名|第\\d+名|第[一二三四五六七八九十]+名")
    rises = story.has("从低到高|从小到大|由低到高|由小到大|从少到多|由少到多|从矮到高")
    told.rising = rises if falls != rises else None
    if told.rising is None and not falls and not patterns.search(rf"第{_N}(?![\d多高大重长少低小轻短矮])", story.text):
        told.rising = False  # only `最大`, `第三大` are spoken of: it may be counted from either end
    near = story.take(
        rf"(?:且|并且|,|已知|每)*相邻(?:名次|的)?(?:两|2)(?:个|名|位)?{_U}?{_THING}(?:之间)?(?:的)?{_THING}(?:都|均)?(?:相)?差(?:距)?(?:都|均)?(?:为|是)?{_VALUE}"
    )
    if near:
        if told.rising is None:
            stay_out("rising or falling")
        told.step = Fraction(near["v"]) * (1 if told.rising else -1)
        return True
    return bool(story.take(r"(?:恰好|正好|刚好|,)*(?:能)?(?:依次)?(?:构成|组成|成|为|是|呈)(?:一个)?等差数列"))


def _places(match: re.Match[str], told: _Told) -> range:
    """The places meant: `前三名`, `后四排`, `第 5 名`, `最后一排`, `中间一名`, `全部`."""
    groups, count = match.groupdict(), told.count
    rising = told.step > 0 if told.step else told.rising
    if groups.get("front"):
        return range(to_int(groups["front"]))
    if groups.get("k"):
        place = to_int(groups["k"])
        if groups.get("dir"):
            if rising is None or (rising and count is None):
                stay_out("rising or falling")
            small = groups["dir"] in _SMALL
            place = place if small == rising else (count or 0) + 1 - place
        return range(place - 1, place)
    if groups.get("most"):
        small = groups["most"] in _SMALL
        if rising is None or (small != rising and count is None):
            stay_out("rising or falling")
        place = 1 if small == rising else count or 0
        return range(place - 1, place)
    if count is None:
        stay_out("how many")
    if groups.get("back"):
        return range(count - to_int(groups["back"]), count)
    if groups.get("backk"):
        place = count - to_int(groups["backk"])
        return range(place, place + 1)
    if groups.get("middle"):
        return range(count // 2, count // 2 + 1) if count % 2 else stay_out("no middle one")
    if groups.get("last"):
        return range(count - 1, count)
    return range(count)


_ONE = rf"(?:排名?(?:在|为)?|位列|名列)?(?:(?P<last>最后(?:的)?(?:一|1)?(?:{_U}{{1,2}}|名)|最末{_U})|(?P<middle>(?:正|最)?中间(?:的)?(?:那)?(?:一|1)?{_U})|倒数第(?P<backk>{_N})(?:{_U}){{0,2}}|第(?P<k>{_N})(?:(?P<dir>[{_LARGE}{_SMALL}])|(?:{_U}){{1,2}})?|最(?P<most>[{_LARGE}{_SMALL}])(?=的|{_THING}{_U}))(?:的)?"
_SOME = rf"(?:(?:前面?|最前面?|最高的|最大的|最多的)(?:的)?(?P<front>{_N})(?:{_U}){{1,2}}|(?:后面?|最后面?|最后|末)(?:的)?(?P<back>{_N})(?:{_U}){{1,2}})(?:的)?"


def _facts(story: Story, told: _Told) -> list[tuple[int, range, str]]:
    """What is told, kept in `told`; what is asked: where, of which places, `sum` or `mean`."""
    asked: list[tuple[int, range, str]] = []
    gap = r"(?P<gap>[^,;。?\d第前后]{0,8}?)"

    def each(subject: str, how: str) -> Iterator[tuple[re.Match[str], bool]]:
        word = {
            "sum": rf"(?:的)?{_SUM}",
            "mean": r"(?:的)?平均(?:得?分数?|成绩|数|值|每[\u4e00-\u9fff]{1,3}?|[\u4e00-\u9fff]{0,3}?)",
            "one": "",
        }[how]
        for match in story.take_all(
            rf"(?:其中|已知|如果|若|且|则|那么|问|,)*{subject}{gap}{word}(?P<gap2>[^,;。?\d第前后]{{0,6}}?){_BE}(?:{_VALUE}|(?P<ask>多少){_UNIT}){_END}"
        ):
            yield match, bool(match["ask"])

    for pair in story.take_all(
        rf"(?:其中|已知|如果|若|且|,)*第(?P<one>{_N})(?:{_U}){{0,2}}(?:的)?{gap}[、和与跟]第(?P<other>{_N})(?:{_U}){{0,2}}(?:的)?(?P<gap3>[^,;。?\d第前后]{{0,6}}?)(?:的)?{_SUM}{_BE}{_VALUE}{_END}"
    ):
        one, other = to_int(pair["one"]) - 1, to_int(pair["other"]) - 1
        told.facts.append((Line(Fraction(2), Fraction(one + other)), Fraction(pair["v"]), patterns.sub("[\ue000,]", "", pair[0])))
    for subject, hows in (
        (_SOME, ("sum", "mean")),
        (_ONE, ("one",)),
        (rf"(?:这|那|这些|该|此|全部|所有)*(?:{_N}{_U}{{1,2}})?", ("mean", "sum")),
    ):
        for how in hows:
            for match, asks in each(subject, how):
                places = _places(match, told)
                if asks:
                    asked.append((match.start(), places, how))
                    continue
                value = Fraction(match["v"]) * (len(places) if how == "mean" else 1)
                told.facts.append((Line.of(places), value, patterns.sub("[\ue000,]|^(?:其中|已知|如果|若|且)+", "", match[0])))
    if full := story.take(rf"(?P<gap>[^,;。?\d]{{0,8}}?)满分(?:为|是)?{_VALUE}"):
        told.facts.append((Line.of(_places(full, told)), Fraction(full["v"]), f"总分 {full['v']}"))
    return asked


def read_story(text: str) -> Recognition | None:
    """A row of things with a fixed difference: one of them, some, or all of them together.

    Raises:
        StayOut: something is not understood, or not settled.
    """
    story = Story(text)
    if not story.has(r"等差数列|比(?:其|它|他)?(?:前|后|上|下)|相邻|依次(?:递|多|少|增|减)"):
        return None
    story.refuse(r"等比|倍|平方|奇数|偶数|最多|至多|至少|最少|概率|%|折|速度|若干|一半|余下|剩|an|Sn|第[^,;。]{0,6}项")
    told = _Told()
    if not _step(story, told):
        return None
    quantity = story.take(rf"前(?P<n>{_N}){_U}{{1,2}}(?P<gap>[^,;。?\d\ue000]{{0,8}}?)(?=[\ue000])") or story.take(
        rf"(?:一?共|总共|共有|有|某[\u4e00-\u9fff]{{1,4}})*(?<![第前后\d])(?P<n>{_N}){_U}{{1,2}}(?P<gap>[\u4e00-\u9fff]{{0,4}}?)(?=[,;。的]|参|恰|依|按|从|得)"
    )
    told.count = to_int(quantity["n"]) if quantity else None
    if quantity and told.count and told.count > 1:
        story.take_all(rf"(?:这|那|该|全部|所有)*{told.count}{_U}{{1,2}}(?!\d)(?=[\u4e00-\u9fff])")
    asked = _facts(story, told)
    if len(asked) != 1 or (told.count is not None and not 2 <= told.count <= 1000):
        return None
    story.take_all(
        r"(?:按)?(?:从|由)[高低大小多少前后左右上下][到至][高低大小多少前后左右上下](?:的顺序)?(?:排列|依次)?|(?:分数|名次|成绩)?(?:依次)?(?:排列|排名)|(?:一|1)(?:张|份|次|场)"
    )
    pass_over_background(story)
    story.finish(WORDS + " 试卷 考卷 题 分值 分数 成绩 测试 竞赛 比赛 奖金 得分 座位 人数 名次 每 每一 技能 工人")
    _, places, how = asked[0]
    wanted = Line.of(places)
    if how == "mean":
        wanted = Line(Fraction(1), wanted.step / len(places))
    value = _settled(told, wanted)
    if value is None:
        stay_out("not settled")
    label = f"a{places[0] + 1}" if len(places) == 1 else f"s{places[-1] + 1}" if places[0] == 0 else ""
    words = spoken(label) if label else f"第 {places[0] + 1} 到第 {places[-1] + 1} 个的和"
    return Recognition(
        parameters={
            "task": "row-story",
            "facts": [[str(line.first), str(line.step), str(number), what] for line, number, what in told.facts],
            "step": None if told.step is None else str(told.step),
            "wanted": [str(wanted.first), str(wanted.step)],
            "words": words + ("的平均" if how == "mean" else ""),
        },
        understood=(
            *((("个数", str(told.count)),) if told.count else ()),
            ("等差", f"每个比前一个{'多' if told.step > 0 else '少'} {abs(told.step)}" if told.step else "公差未知"),
            *(("已知", what) for _, _, what in told.facts),
            ("求", words),
        ),
    )


def _settled(told: _Told, wanted: Line) -> Fraction | None:
    """What is asked, where it follows from what is told."""
    facts = [(line, value) for line, value, _ in told.facts]
    if told.step is not None:
        facts.append((Line(Fraction(0), Fraction(1)), told.step))
    return following(facts, wanted)
