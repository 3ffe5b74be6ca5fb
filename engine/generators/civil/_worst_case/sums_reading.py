"""Reading different whole numbers whose sum or mean is told: what is known of some of them by their places, and how large or small one can be.

Every number has a role by the words beside it: how many there are, their sum or mean, the middle one, the one at a place, the lowest and
the highest that any may be, how many reach a mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.story import Story
from engine.generators.civil._worst_case.amounts_reading import with_ranks
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int, to_share

_LARGE = "多高大重快长贵好强"
_SMALL = "少低小轻慢短差弱"
_N = r"(?:\d+|[一二两三四五六七八九十]+)"
_M = r"(?:名|个|本|人|台|棵|分|件|家|张|颗|块|份|位|辆|千克|公斤|斤|岁|元|万元|亿元|吨|米|厘米|株|篇|票|套|箱|支|所|间|项|处|种|座|组|门|天|年|条|盆|粒|枚|场|次|户|只|朵|束|头|首|幅|队|道|层|排|节|桶|袋|盒|瓶|亩|公顷|平方米|册|枝|粒|吨)"
_WHAT = r"(?:的?(?:那|这)?(?:一|1)?(?:个|名|位|人|天|家|项|组|块|份)?(?:数|人|学生|同学|员工|工人|职工|选手|小朋友|孩子)?)"
_RANK = (
    rf"(?:最(?P<sup{{0}}>[{_LARGE}{_SMALL}])(?:的|(?=数|分|者|\d))|(?:排名?在?|名列|位列|位居|排)?(?P<back{{0}}>倒数)?第(?P<k{{0}}>[一二三四五六七八九十]+|\d+)(?P<dir{{0}}>[{_LARGE}{_SMALL}])?(?:名|位)?(?:的)?|"
    rf"(?P<last{{0}}>最后一名|最末(?:的)?|最后(?:的)?)|(?P<middle{{0}}>(?:正|最)?中间的))"
)
_BOUND = rf"(?:(?P<few>至少|最少)|(?P<much>至多|最多)|最(?:(?P<up>[{_LARGE}])|(?P<down>[{_SMALL}])))"
_MAY = r"(?:可能|可以|能够?|会|应该?|要|为|是|有|得|了|考|完成|分到?|分得|得到|拿到?|捐|种|栽|生产|做|重|达到?|参加|招|卖|销售|搬|写|买|获得?|达)"
_DIFFERENT = r"(?:(?:各|互|都|均|两两|彼此)不(?:相)?(?:同|等|一样)|不(?:一样|(?:相)?同)(?=[,;。?)]|的正?整数|的自然数))"
_LEFT = re.compile(
    r"\d|至少|至多|最[多少高低大小]|不(?!知|同的)|相同|半|除(?!以)|另|再|还剩|倍|比|如果[^,;。]*(?:只|都)|保证|偶数|奇数|连续|并列|质数|合数"
)


@dataclass
class _Told:
    """What is told of the row, of which the first is the largest."""

    fixed: list[tuple[re.Match[str], int]] = field(default_factory=list)
    low: int | None = None
    high: int | None = None
    mark: int | None = None
    below: Fraction | int | None = None  # how many (or which share) do not reach the mark
    times: int | None = None  # how many times the smallest the largest is


def _place(match: re.Match[str], mark: str, count: int) -> int:
    """Which place a rank means, 1 the largest."""
    groups = match.groupdict()
    if sup := groups[f"sup{mark}"]:
        return 1 if sup in _LARGE else count
    if groups[f"last{mark}"]:
        return count
    if groups[f"middle{mark}"]:
        return (count + 1) // 2 if count % 2 else stay_out("no middle one")
    place = to_int(groups[f"k{mark}"])
    if not 1 <= place <= count:
        stay_out("no such place")
    backwards = bool(groups[f"back{mark}"]) != ((groups[f"dir{mark}"] or "多") in _SMALL)
    return count + 1 - place if backwards else place


def _bounds(story: Story, told: _Told) -> None:
    each = r"(?:每(?:个|人|名|位|天|家|项|组|块)?(?P<gap>[^,;。?\d\ue000]{0,6}?)|(?:所有|全部)[^,;。?\d\ue000]{0,4}?)(?:都|均|的)*"
    if low := story.take(
        rf"(?:且|并且|并|,)*{each}(?:至少|最少|不少于|不低于|不小于)(?:{_MAY})*(?P<n>{_N}){_M}(?P<gap2>[^,;。?\d]{{0,4}}?)(?=[,;。])"
    ):
        told.low = to_int(low["n"])
    if high := story.take(
        rf"(?:且|并且|并|,)*{each}(?:至多|最多|不超过|不多于|不高于)(?:{_MAY})*(?P<n>{_N}){_M}(?P<gap2>[^,;。?\d]{{0,4}}?)(?=[,;。])"
    ):
        told.high = to_int(high["n"])
    if story.take(r"百分制(?:的)?"):
        told.high = 100
    if top := story.take(
        r"(?:试卷)?(?:总分|满分)(?:均|都)?(?:为|是)?(?P<n>\d+)分?(?=[,;。的)])(?=[^?]*平均)|满分(?:均|都)?(?:为|是)?(?P<n2>\d+)分?|(?P<n3>\d+)分制"
    ):
        told.high = int(top["n"] or top["n2"] or top["n3"])
    if mark := story.take(r"(?:及格|合格|达标)(?:线|分数线|分数)?(?:均|都)?(?:为|是)?(?P<n>\d+)分?"):
        told.mark = int(mark["n"])
        share = story.take(r"(?:及格|合格|达标)率(?:均|都)?(?:为|是)?(?P<n>\d+(?:\.\d+)?%)")
        few = story.take(rf"(?:有|只有|恰有|仅有)?(?P<n>{_N})(?:人|名)(?P<gap>[^,;。?\d]{{0,4}}?)(?:不及格|没(?:有)?及格|未及格|不合格)")
        if bool(share) == bool(few):
            stay_out("how many reach the mark")
        told.below = 1 - to_share(share["n"]) if share else to_int(few["n"]) if few else None


def _sum(story: Story, text: str) -> tuple[str, Fraction] | None:
    """`sum` or `mean` and the number; None where neither word stands beside one."""
    if mean := story.take(
        rf"(?:的|,)*平均(?:分数?|数|值|成绩|年龄|体重|身高|每(?:个|人|名|位|家|所|天|年)?)?(?P<gap>[^,;。?\d]{{0,8}}?)(?:是|为|有|得|等于)*(?P<n>\d+(?:\.\d+)?)(?:{_M})?(?P<gap2>[\u4e00-\u9fff]{{0,4}}?)(?=[,;。])"
    ):
        return "mean", Fraction(mean["n"])
    if total := story.take(
        rf"(?:的|,)*(?:总和|之和|总得?分|总重量?|总数|总量|总年龄|(?:年龄|体重|分数|得分|成绩)和|的和|和(?=是|为))(?:一共|共)?(?:是|为|等于|有)*(?P<n>\d+)(?:{_M})?"
    ):
        return "sum", Fraction(total["n"])
    del text
    return None


def read_alike_amounts(text: str) -> Recognition | None:
    """Things given out to as many people as one likes, at most so many to each: how many people at least get the same number.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    things = story.take(
        rf"(?:把|将|有|现有|要)*(?P<n>\d+){_M}(?P<gap>[\u4e00-\u9fff]{{1,5}}?)(?:,)?(?:随意|任意|全部|都|随机|要)*(?:分给|发给|奖给|分发给|送给|分到)(?:了)?(?:若干|一些|许多|一群)(?:个|名|位)?(?P<gap2>[\u4e00-\u9fff]{{1,4}}?)(?=[,;。])"
    )
    most = story.take(
        rf"(?:但|且|规定|要求|其中|,)*每(?:个|名|位)?(?P<gap>[\u4e00-\u9fff]{{1,4}}?)?(?:得到的?|分到的?|拿到的?)?(?:都|均)?(?:不(?:得|能|可|许)?(?:超过|多于)|(?:最多|至多)(?:不超过|只能|能|可以?)?)(?:得到?|分到?|拿到?|有)?(?P<n>{_N}){_M}(?P<gap2>[\u4e00-\u9fff]{{0,3}}?)(?=[,;。])"
    )
    asked = story.take(
        rf"(?:那么|则|,)*(?:其中)?(?:至少|最少)(?:会|将)?有多少(?:个|名|位)?(?P<gap>[\u4e00-\u9fff]{{0,4}}?)(?:得到|分到|拿到|分得)?(?:的)?(?P<gap2>[\u4e00-\u9fff]{{0,4}}?)(?:{_M}数|数量|个数)?(?:是|会)?(?:相同|一样多?|同样多)(?:的)?"
    )
    if not (things and most and asked):
        return None
    story.finish("同学 学生 小朋友 孩子 书 图书 苹果 糖果 糖 得到 分到 的 人 每人")
    total, high = int(things["n"]), to_int(most["n"])
    if not 2 <= high <= 100:
        return None
    return Recognition(
        parameters={"task": "alike-amounts", "things": total, "most": high, "unit": "人"},
        understood=(("东西", str(total)), ("每人至多", str(high)), ("求", "至少多少人得到的一样多")),
    )


def read_filled_alike(text: str) -> Recognition | None:
    """Boxes with at least and at most so many in each: how many of them at least hold the same number.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    holder = r"(?P<u>箱|筐|袋|盒|捆|包|桶|摞|组)"
    boxes = story.take(
        rf"(?:某?[\u4e00-\u9fff]{{0,4}}?)(?:有|运来|进了|购进|收了)?(?P<n>\d+){holder}(?P<thing>[\u4e00-\u9fff]{{1,4}}?),(?:每(?P=u))(?P=thing)?(?:中|里)?(?:至少|最少|不少于)(?:有|装有?|放)?(?P<low>\d+)(?:{_M})(?:(?P=thing))?,(?:但)?(?:每(?P=u))?(?:至多|最多|不超过|不多于)(?:有|装有?|放)?(?P<high>\d+)(?:{_M})(?:(?P=thing))?(?=[,;。])"
    )
    if boxes is None:
        return None
    unit, thing = boxes["u"], boxes["thing"]
    many = rf"{thing}(?:的)?(?:{_M}数|数量|数)(?:都|是|为)*(?:相同|一样多?|同样多)"
    asked = story.take(
        rf"(?:现)?(?:将|把){many}的{unit}子?(?:算作|归为|作为|看作|当作|分为)(?:一|1)类[,。;](?:设)?(?:其中)?{unit}子?数(?:量)?最多的(?:一|那)?类有n(?:个|只)?{unit}?子?,(?:则|那么|问)?n的最小值(?:为|是)?多少"
    ) or story.take(rf"(?:那么|则|问|其中|,)*(?:至少|最少)(?:会|将)?有多少{unit}(?:子)?(?:的)?{many}(?:的)?")
    if asked is None:
        return None
    story.finish("")
    low, high = int(boxes["low"]), int(boxes["high"])
    if not 0 < low < high or high - low > 5000:
        return None
    return Recognition(
        parameters={"task": "boxes", "things": int(boxes["n"]), "boxes": high - low + 1, "unit": unit},
        understood=(
            ("共", f"{boxes['n']} {unit}"),
            ("每" + unit, f"{low}～{high}，{high - low + 1} 种可能"),
            ("求", "个数相同的至少几" + unit),
        ),
    )


def read_sums(text: str) -> Recognition | None:
    """How large or small one of different whole numbers can be.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(with_ranks(patterns.sub("相异(?:的)?", "不同的", text)))
    story.refuse(r"概率|颜色|多少种|方法|男|女|保证|确保|整除|可以相同|可能相同|允许|比例|利润|百分点|连续|选票")
    story.rest = story.text = patterns.sub(
        r"(?<![\d.])(?:每|一|1)(?:个)?(?:(?:小时|分钟)(?:内|里)?|[月天](?=共|一共|总共|内|里))", "", story.text
    )
    story.take_all(
        r"(?:且|并且|已知|而且|但|,)*每(?:个|名|位)?(?:人|[\u4e00-\u9fff]{2})(?:都)?[只仅](?:能|可|可以)?(?:参加|报|选|去)(?:了)?(?:其中)?(?:的)?(?:一|1)(?:项|个|门|种)(?:[\u4e00-\u9fff]{2})?(?=[,;。])"
    )
    many = story.take(rf"(?<![第\d])(?P<n>{_N})个(?:各不相同|互不相同|不同)的(?P<kind>正整数|自然数|整数)") or story.take(
        rf"(?<![第\d])(?P<n>{_N})个(?P<kind>正整数|自然数|整数)(?=[^,;。]{{0,6}}(?:各|互|都|均)不)"
    )
    different = bool(many and "不" in many[0])
    for whole in story.take_all(
        rf"(?:并且|且|而且|,)*(?:每(?:个|人|名|位|家|项|天)?|各|他们|所有人?|彼此)?(?P<gap>[^,;。?\d\ue000不]{{0,10}}?)(?:都|均|是|为)*(?:各不相同的|互不相同的)?(?:正)?(?:整数|自然数)(?:,|且|并且|而且)*(?:{_DIFFERENT})?(?=[,;。])"
    ):
        different = different or bool(patterns.search("不", whole[0]))
    if story.take_all(
        rf"(?:并且|且|要求|而且|其中|假设|若|如果|已知|,)*(?:每(?:个|人|名|位|家|所|项|块|组|种|处|支|天|年)?|任意两人|各|它们|他们|彼此)?(?P<gap>[^,;。?\d\ue000]{{0,14}}?)(?:都|均|也|是|为)*{_DIFFERENT}(?:的整数)?(?:(?:且|并且|,)?(?:都|均)?(?:为|是)(?:正)?整数)?且?(?=[,;。\ue000]|$)"
    ):
        different = True
    if not different:
        return None
    asked = story.take(
        rf"(?:则|那么|此|这|该|问|,)*(?:\d+个(?:正)?整数中)?{_RANK.format('')}{_WHAT}?(?P<gap>[^,;。?\d]{{0,12}}?),?(?:的)?{_BOUND}(?:{_MAY})*(?P<gap2>[^,;。?\d]{{0,6}}?)(?:{_MAY})*多少(?:{_M})?"
    ) or story.take(
        rf"(?:则|那么|这|该|问|,)*{_RANK.format('')}{_WHAT}?(?P<gap>[^,;。?\d]{{0,8}}?)的最(?:(?P<up>大)|(?P<down>小))值(?:{_MAY})*(?:多少)?(?P<few>(?!))?(?P<much>(?!))?"
    )
    if asked is None:
        return None
    told = _Told()
    if times := story.take(
        rf"(?:其中|已知|且|而|,)*(?P<gap>[^,;。?\d最]{{0,8}}?)最[{_LARGE}]的?(?P<gap2>[^,;。?\d最]{{0,8}}?)(?:恰好|正好|刚好|恰)?(?:是|为|等于)(?P<gap3>[^,;。?\d最]{{0,8}}?)"
        rf"最[{_SMALL}]的?(?P<gap4>[^,;。?\d最]{{0,8}}?)的(?P<n>{_N})倍(?=[,;。])"
    ):
        told.times = to_int(times["n"])
    _bounds(story, told)
    for match in story.take_all(
        rf"(?:其中|已知|如果|若|且|,|这\d+个数中)*{_RANK.format('')}{_WHAT}?(?P<gap>[^,;。?\d]{{0,8}}?)(?:(?:{_MAY})+|(?<=最[{_LARGE}{_SMALL}]))(?P<n>\d+)(?:{_M})?(?P<gap2>[^,;。?\d]{{0,4}}?)(?=[,;。])"
    ):
        told.fixed.append((match, int(match["n"])))
    middle = story.take(r"(?:且|,|其)*中位数(?:是|为|等于)?(?P<n>\d+)")
    how = _sum(story, text)
    if many:
        story.take_all(rf"(?:这|此)?{many['n']}个(?:不同的)?(?:正整数|自然数|整数|数)(?:的|中)?")
    numbers = [
        to_int(each[1]) for each in patterns.finditer(rf"(?<![\d.第])({_N}){_M}", story.rest) if not patterns.fullmatch("[一1]", each[1])
    ]
    numbers = list(dict.fromkeys(numbers))
    if many:
        numbers.insert(0, to_int(many["n"])) if to_int(many["n"]) not in numbers else None
    if len(numbers) != (1 if how else 2):
        return None
    count = min(numbers)
    total = Fraction(max(numbers)) if how is None else how[1] * count if how[0] == "mean" else how[1]
    story.take_all(rf"(?<![\d.第]){_N}{_M}")
    if found := _LEFT.search(patterns.sub(r"\ue000+", "", story.rest)):
        stay_out(f"sums: {found[0]}")
    if not 2 <= count <= 40 or total.denominator != 1 or total <= count:
        return None
    return _recognised(story, told, count, int(total), asked, middle, positive=bool(many and many["kind"] == "正整数"))


def _recognised(
    story: Story, told: _Told, count: int, total: int, asked: re.Match[str], middle: re.Match[str] | None, *, positive: bool
) -> Recognition | None:
    marks = patterns.search("得分|分数|成绩|总分|平均分|满分|百分制|考试|测验|及格", story.text) is not None
    low = told.low if told.low is not None else 0 if marks else 1
    lows, highs = [low] * count, [told.high if told.high is not None else total] * count
    fixed = [(_place(match, "", count), value) for match, value in told.fixed]
    if middle:
        if count % 2 == 0:
            stay_out("no middle one")
        fixed.append(((count + 1) // 2, int(middle["n"])))
    if len({place for place, _ in fixed}) != len(fixed):
        stay_out("a place twice")
    for place, value in fixed:
        lows[place - 1] = highs[place - 1] = value
    if told.mark is not None and told.below is not None:
        below = told.below * count if isinstance(told.below, Fraction) else Fraction(told.below)
        if below.denominator != 1 or not 0 <= below < count:
            stay_out("how many reach the mark")
        for place in range(count):
            if place < count - below:
                lows[place] = max(lows[place], told.mark)
            else:
                highs[place] = min(highs[place], told.mark - 1)
    place = _place(asked, "", count)
    if place in [each for each, _ in fixed]:
        stay_out("told already")
    least = bool(asked["few"] or asked["down"])
    return Recognition(
        parameters={
            "task": "row-sum",
            "total": total,
            "lows": lows,
            "highs": highs,
            "place": place,
            "least": least,
            "free": told.low is None and not marks and not positive,
            **({"times": told.times} if told.times else {}),
        },
        understood=(
            ("总和", str(total)),
            ("个数", f"{count}，各不相同"),
            *(("已知", f"第 {each} 大的是 {value}") for each, value in sorted(fixed)),
            *((("条件", f"最大的是最小的 {told.times} 倍"),) if told.times else ()),
            *((("每个至多", str(told.high)),) if told.high is not None else ()),
            *((("及格线", f"{told.mark} 分"),) if told.mark is not None else ()),
            ("求", f"第 {place} 大的{'最小' if least else '最大'}是多少"),
        ),
    )
