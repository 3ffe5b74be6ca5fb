"""Reading different amounts that add up to so much: the least the largest can be, the most that the one at a place can be.

How many there are altogether and of how many they are, what is told of one of them, and which one is asked for: each is found by the words
beside it, in any order; a number that is none of these leaves the problem alone.
"""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_WHAT = r"(?:总?得分|分数|成绩|体重|身高|年龄|数量|人数|重量|面积|票数|个数|棵数|本数|价格|产量|销量|捐款|收入|金额|规模|资历)"
_ALL_DIFFERENT = r"(?:(?:各|互|都|均|两两)不(?:相同|同|相等|一样))"
_DIFFERENT = r"(?:不(?:相)?同|不相等|不一样)"
_EACH = r"(?:每(?:个|人|名|家|位|所|项|块|组|种|处|支|天|年|间|座|辆)?|各|它们|他们|任意(?:两|2)(?:个|名|人|位|年|天|家|项)?|所[\u4e00-\u9fff]{1,2})"
_MEASURE = r"(?:名|个|本|人|台|棵|分|件|家|张|颗|块|份|位|辆|千克|岁|元|万元|吨|米|厘米|株|篇|票|套|箱|支|所|间|项|处|种|座|组|门|天|年|条|盆|粒|枚|场|次|户|只|箱)"
_NUMBER = r"(?<![\d.])(?:\d+(?:\.\d+)?|[二两三四五六七八九十]+)"
_RANK = r"(?P<rank>最多|最少|最高|最低|最大|最小|最重|最轻|最年长|最年轻|(?P<back>倒数)?第(?P<k>[一二三四五六七八九十]|\d+)(?P<few>少|低|小|轻)?(?:多|名|位|高|大|重|的)?)"
_LEFT = re.compile(
    r"\d|[二两三四五六七八九十]+"
    + _MEASURE
    + r"|至少|至多|最[多少高低大小]|不(?!知|同的)|相同|半|除|另|再|还剩|倍|比|若干|[拿取]走|放回|[拿取]出|弃权|退出|缺席|如果[^,;。]*(?:只|都)|保证|偶数|奇数|连续"
)


def _largest_and_smallest(text: str) -> str:
    """`体重最轻的最重可能是多少`: whatever is compared, the largest and the smallest are called 最多 and 最少."""
    bound = r"(?=(?:能|可能|可以|要|应|会|得|有|为|是|达到?|考|捐|栽|种)*(?:了)?(?:多少|几))"
    for pattern, word in (
        (rf"最(?:重|高|大|长|贵|晚|好){bound}", "最多"),
        (rf"最(?:轻|低|小|短|矮|便宜|差){bound}", "最少"),
        (
            rf"{_WHAT}?最(?:轻|低|小|短|矮|便宜|差|末)(?=的)|(?:排名|排在|名列)?(?:最后一名|倒数第一|最后|最末)(?=的)|最后一名|倒数第一",
            "最少",
        ),
        (rf"{_WHAT}?最(?:重|高|大|长|贵|好)(?=的)|第一名", "最多"),
    ):
        text = patterns.sub(pattern, word, text)
    return text


def with_ranks(text: str) -> str:
    """The text with a share that is named and said to be the largest (`已知研发部人数最多，则研发部最少有多少人`) called the largest, and what is
    said of things in front of them (`分成数量不等的 4 份`) said of them behind.
    """
    text = patterns.sub(
        rf"(?:不同(?:的)?(?:数量|个数|人数)|(?:数量|个数|人数|大小)(?:各|互)?不(?:相)?(?:同|等))的(?P<rest>(?={_NUMBER}?[\u4e00-\u9fff])[^,;。?]+)(?=[,;。])",
        r"\g<rest>,数量各不相同",
        text,
    )
    text = patterns.sub(
        rf"(?:已知|其中|如果|若|且|假设|,)*(?P<who>[^,;。?\d的最]{{2,8}}?)(?P<done>[\u4e00-\u9fff]{{2,3}}的)?的?{_WHAT}?最(?:多|高|大|重),(?:则|那么|问|,)*(?P=who)(?:(?P=done))?的?{_WHAT}?(?=(?:至少|最少|至多|最多))",
        ",最多的",
        text,
    )
    if patterns.search("比(?:其他|其它|其余|别的|另外)", text):
        text = patterns.sub(r"(?<=\d[个家所])不同的?(?=[\u4e00-\u9fff]{2})(?![正整自])", "", text)
    return patterns.sub(
        r"(?<=[,;。])(?P<lead>(?:则|那么|问|请问)*)(?:其中)?[一1]个(?P<what>[\u4e00-\u9fff]{1,4}?),?(?=(?:最多|至多)[^,;。?]*多少)",
        r"\g<lead>最多的\g<what>",
        text,
    )


def read_amounts(text: str) -> Recognition | None:
    """So many shared out, everybody another whole number: how many one of them has at least or at most.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(_largest_and_smallest(with_ranks(text)))
    story.rest = story.text = patterns.sub(
        r"(?:且|并且|已知|而且|但|,)*每(?:个|名|位)?(?:人|[\u4e00-\u9fff]{2})(?:都)?[只仅](?:能|可|可以)?(?:参加|报|选|去)(?:了)?(?:其中)?(?:的)?(?:一|1)(?:项|个|门|种)(?:[\u4e00-\u9fff]{2})?(?=[,;。])",
        "",
        story.text,
    )
    alone = story.take(
        r"(?:其中|假定|假设|已知|如果|若|要求|且|,)*(?P<gap>[^,;。?\d]{1,18}?)比(?:其他|其它|其余|别的|另外)(?:的)?(?:任何|所有|每个|各个?)?[\u4e00-\u9fff]{0,4}?(?:的)?(?:人数)?(?:都|均)?(?:要)?多(?=[,;。])"
    )
    begin = rf"(?:并且|且|要求|而且|其中|使|假设|若|如果|已知|条件是|,)*(?:{_EACH})?(?P<gap>[^,;。?\d\ue000]{{0,14}}?)(?:都|均|也|是|为)*(?:整数|正整数)?(?:且|,)?"
    end = r"(?:的(?:整数|正整数|自然数))?(?:且为整数)?(?=[,;。?]|的|$)"
    different = story.take(begin + _ALL_DIFFERENT + end) or story.take(
        rf"(?:任意|任何)(?:两|2)(?:个|名|人|位|年|天|家|项)(?P<gap>[^,;。?\d\ue000]{{0,14}}?)(?:都|均|也)*{_DIFFERENT}{end}"
    )
    if bool(alone) == bool(different):
        return None
    story.refuse(r"概率|颜色|多少种|方法|男|女|倍|保证|确保|若干|整除|中位|可以相同|可能相同|允许")
    asked = story.take(
        rf"{_RANK}(?P<gap>[^,;。?\d]{{0,14}}?),?(?P<how>至少|最少|至多|最多)(?P<gap2>[^,;。?\d]{{0,8}}?)多少{_MEASURE}?"
    ) or (alone and story.take(rf"(?P<gap>[^,;。?\d]{{1,14}}?)(?P<how>至少|最少)(?P<gap2>[^,;。?\d]{{0,8}}?)多少{_MEASURE}?"))
    if asked is None:
        return None
    who = patterns.sub(rf"的?(?:分得|分到|得到|拥有)?的?[\u4e00-\u9fff]{{0,4}}?{_WHAT}$|^(?:使|让)", "", alone["gap"]) if alone else ""
    if alone and not patterns.search(rf"最多|最高|最大|最重|这个?|该|它|{re.escape(who)}", asked[0]):
        stay_out("another one is asked for")
    least_each = story.take(
        rf"(?:且|并|,)*{_EACH}(?P<gap>[^,;。?\d\ue000]{{0,6}}?)(?:都|均)?(?:至少|不少于|不低于)(?:要|得)?(?:有|分到?|分得|得到?|分配|种|栽|参加|得分)*(?P<n>\d+|[一二两三四五六七八九十]){_MEASURE}(?P<gap2>[^,;。?\d]{{0,4}}?)(?=[,;。])"
    )
    story.take_all(rf"(?:且|并|要求|,)*{_EACH}(?P<gap>[^,;。?\d\ue000]{{0,6}}?)(?:都)?(?:必须|要|都)?有(?:人|树)(?=[,;。且])")
    if "平均" in story.text:
        story.rest = patterns.sub(r"总分(?=(?:为|是)?\d+分)", "满分", story.rest)
    bounds = story.take_all(r"(?:其中)?(?:得分)?(?:最多|最高)(?:的|分)?(?:也)?(?:不超过|不高于|不大于)(?P<n>\d+)分?")
    top = story.take(
        r"(?:试卷)?(?:为|是)?满分(?:为|是)?(?P<n>\d+)分?|(?P<n2>\d+)分(?:的)?(?:满分|制)|(?:均|都)?(?:不超过|不高于)(?P<n3>\d+)分"
    )
    known: dict[int, int] = {}
    told = story.take_all(
        rf"(?:如果|若|已知|其中|,)*{_RANK.replace('最多|最少|', '最多的|最少的|')}(?P<gap>[^,;。?\d]{{0,8}}?)(?:有|是|为|得|分到|种了?|栽了?|考了?|捐了?)+(?P<n>\d+)(?:{_MEASURE})?(?P<gap2>[^,;。?\d]{{0,4}}?)(?=[,;。])"
    )
    mean = story.take(
        rf"(?:的)?平均(?:每(?:个|人|名|家|所|天|年)?)?{_WHAT}?[\u4e00-\u9fff]{{0,3}}?(?:是|为|有|得|招|捐)*(?P<n>\d+(?:\.\d+)?)(?:{_MEASURE})?"
    )
    numbers = [
        (to_int(each[1]) if not each[1].isdigit() else int(each[1]))
        for each in patterns.finditer(rf"({_NUMBER}){_MEASURE}", patterns.sub("\ue000+", "\ue000", story.rest))
    ]
    total_word = patterns.search(r"(?:总和|之和|总分|总重|总数|总重量|总年龄|年龄和|体重和|和)(?:一共|共)?(?:是|为|等于)?(\d+)", story.rest)
    if total_word and int(total_word[1]) not in numbers:
        numbers.append(int(total_word[1]))
    numbers = list(dict.fromkeys(numbers))  # `四人……四人`
    if len(numbers) != (1 if mean else 2):
        return None
    count = min(numbers)
    if mean:
        whole = Fraction(mean["n"]) * count
        if whole.denominator != 1:
            return None
        total = int(whole)
    else:
        total = max(numbers)
    if not 2 <= count <= 30 or total <= count:
        return None
    story.take_all(rf"{_NUMBER}{_MEASURE}|(?:总和|之和|总分|和)(?:一共|共)?(?:是|为|等于)?\d+")
    if found := _LEFT.search(patterns.sub(r"\ue000+", "", story.rest)):
        stay_out(f"amounts: {found[0]}")
    for match in told:
        known[_place(match, count)] = int(match["n"])
    if alone:
        return Recognition(
            parameters={"task": "most-alone", "total": total, "count": count, "unit": "人"},
            understood=(("总数", str(total)), ("份数", str(count)), ("条件", "其中一份比其他的都多"), ("求", "这一份最少多少")),
        )
    low = to_int(least_each["n"]) if least_each else 1
    ceilings = [int(each["n"]) for each in bounds] + ([int(top["n"] or top["n2"] or top["n3"])] if top else [])
    highest = min(ceilings) if ceilings else None
    place = _place(asked, count)
    least = "少" in asked["how"]
    if place in known or not 1 <= place <= count or (least_each is None and highest is not None and not known and least and place == count):
        low = 0 if place not in known else stay_out("told already")
    return Recognition(
        parameters={
            "task": "amounts",
            "total": total,
            "count": count,
            "place": place,
            "least": least,
            "low": low,
            **({"fixed": [[each, value] for each, value in sorted(known.items())]} if known else {}),
            **({"top": highest} if highest else {}),
        },
        understood=(
            ("总数", f"{total}（{count} × {mean['n']}）" if mean else str(total)),
            ("份数", f"{count}，各不相同"),
            *((("最高不超过", str(highest)),) if highest else ()),
            *(("已知", f"第 {each} 多的 {value}") for each, value in sorted(known.items())),
            ("求", f"第 {place} 多的{'最少' if least else '最多'}多少"),
        ),
    )


def _place(match: re.Match[str], count: int) -> int:
    """Which place is meant, 1 the largest."""
    if match["k"]:
        place = to_int(match["k"])
        return count + 1 - place if match["back"] or match["few"] else place
    return count if patterns.search("少|低|小|轻", match["rank"]) else 1
