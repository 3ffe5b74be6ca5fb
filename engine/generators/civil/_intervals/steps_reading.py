"""Reading what goes from mark to mark in equal steps: sawing, striking, climbing, walking past posts.

So many pieces, strokes, floors or posts have one gap fewer; each gap takes the same. A text is reduced to what has gaps and what they take, in
pairs: one pair is told, of the other one half is asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._intervals.words import DECIMAL, ITEM, LENGTH, METRES, OPEN, TIME, N, Told, metres, whole
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_CUT = r"(?:平均)?(?:锯|剪|截|切|砍|裁|分|断|劈)(?:成|为|开|断)*(?:了)?(?:相等的?|同样长?的?|等长的?|长度相等的?|平均)?(?:的)?"
_WHO = r"小(?![时段节木路区块组孩学朋])[\u4e00-\u9fff]|老(?![师人板家])[\u4e00-\u9fff]|[甲乙丙丁]|[挂闹座时台]钟|[哥弟姐妹爸妈]"
_FLOOR = r"(?:层楼?|楼)"
_CLIMB = r"(?:走|爬|跑|上|步行|乘电梯|登)*(?:楼梯|楼)?"


@dataclass(frozen=True)
class Gaps:
    """Something with gaps.

    Attributes:
        place: where in the text.
        sort: cut, stroke, floor or post.
        gaps: how many; None: asked.
        more: how much more than the gaps is told or asked of marks (`锯成 4 段` has 3 gaps; `从 2 楼到几楼` is 2 more).
        said: as written.
    """

    place: int
    sort: str
    gaps: int | None
    more: int
    said: str


@dataclass(frozen=True)
class Amount:
    """What gaps take: a number of a unit; None: asked."""

    place: int
    value: Fraction | None
    unit: str


def _number(said: str) -> int | None:
    return None if said in ("多少", "几") else whole(said)


_ASKED_OR = rf"(?:{N}|多少)"


def _gaps(told: Told) -> list[Gaps]:
    found: list[Gaps] = []

    def add(match: re.Match[str], sort: str, gaps: int | None, more: int) -> None:
        found.append(Gaps(match.start(), sort, gaps, more, match[0].strip()))

    for match in told.take_all(
        rf"(?:锯|剪|截|切)(?:断|下|开)?(?:了)?(?P<n>{N}|多少)(?:次|刀|下)|(?:每|平均每)(?:锯|剪|截|切)(?:断|下|开)?(?:一|1)?(?:次|段|刀|下)|每(?:一)?次(?:锯|剪|截|切)?|(?:锯|剪|截|切)(?:断|下|开)?(?:一|1)(?:次|刀)"
    ):
        n = _number(match["n"]) if match["n"] else 1
        add(match, "cut", n, 0)
    for match in told.take_all(rf"{_CUT}(?:(?![下出掉]){OPEN}){{0,2}}?(?P<n>{_ASKED_OR})(?:小)?(?:段|截|节|份)"):
        n = _number(match["n"])
        add(match, "cut", None if n is None else n - 1, 1)
    for match in told.take_all(
        rf"(?:(?P<hour>{N})(?:点钟?|时)(?:整|时)?,?(?:时钟|挂钟|钟)?)?(?:敲|打|撞|响|鸣)(?:钟|响)?(?:了|过)?(?P<n>{_ASKED_OR})(?:下|声|次)(?:钟)?(?:敲完|钟声)?"
    ):
        n = _number(match["n"])
        if match["hour"] and n != whole(match["hour"]):
            stay_out("strokes of another hour")
        add(match, "stroke", None if n is None else n - 1, 1)
    for match in told.take_all(r"每(?:相邻)?(?:两|2)(?:下|声)(?:钟声?)?(?:之?间)?的?(?:相隔|间隔|隔|相距)?(?:时间)?(?:是|为)?"):
        add(match, "stroke", 1, 0)
    for match in told.take_all(
        rf"(?:从|由)?(?:第)?(?P<a>{N}){_FLOOR}{OPEN}{{0,5}}?(?:到|至)(?:了)?(?:第)?(?P<b>{_ASKED_OR}){_FLOOR}(?!高)"
    ):
        a, b = whole(match["a"]), _number(match["b"])
        if b is not None and a == b:
            stay_out("the same floor")
        add(match, "floor", None if b is None else abs(b - a), a)
    ends = {each.said[-1:]: each for each in found if each.sort == "floor"}
    for match in told.take_all(rf"(?:家|住|办公室|教室|宿舍){OPEN}{{0,4}}?(?:在|的)?(?:第)?(?P<b>{N}){_FLOOR}"):
        way = told.take(rf"(?:从|由)?(?:(?:第)?(?:1|一){_FLOOR}|楼下|底楼){OPEN}{{0,5}}?(?:到家|回家|回到家|走回家)|回家")
        if way is not None and whole(match["b"]) > 1:
            add(way, "floor", whole(match["b"]) - 1, 1)
        elif way is not None or not ends or any(whole(match["b"]) != (each.gaps or 0) + each.more for each in ends.values()):
            stay_out("who lives there")
    if any(each.sort == "floor" and each.more == 1 for each in found):  # `从 1 楼到 4 楼……，到 8 楼呢`
        for match in told.take_all(rf"{_CLIMB}(?:到|至)(?:了)?(?:第)?(?P<b>{N}){_FLOOR}(?!高)"):
            add(match, "floor", whole(match["b"]) - 1, 1)
    told.take_all(rf"(?:楼房?|大厦|塔|大楼)?(?:一?共有?|总共有?|高|有)(?:{N})层(?:高)?(?=[,;。])")
    for match in told.take_all(
        rf"(?:相邻(?:的)?(?:两|2)(?:层|个楼层)|(?:每|平均每|各)(?:上|爬|走|相邻)?(?:一|1)?(?:个)?(?:{_FLOOR}|(?:两|2)层))(?:楼)?(?:楼梯)?(?:之?间)?(?:都)?|(?:上|爬)(?:一|1|每)层楼?"
    ):
        add(match, "floor", 1, 0)
    for match in told.take_all(
        rf"(?:从)?第(?P<a>{N})(?:{ITEM})({OPEN}{{0,4}}?)?{_CLIMB}(?:到|至|和|与)(?:第)(?P<b>{_ASKED_OR})(?:{ITEM})(?:(?:(?!多少|要|需|用|花){OPEN}){{0,4}}?(?=[,;。?\d]|用|时|要|需|花))?"
    ):
        a, b = whole(match["a"]), _number(match["b"])
        add(match, "post", None if b is None else b - a, a)
    if any(each.sort == "post" and each.more == 1 for each in found):  # `从第 1 棵走到第 9 棵……，走到第 20 棵`
        for match in told.take_all(rf"{_CLIMB}(?:到|至)(?:了)?第(?P<b>{N})(?:{ITEM})(?:树|灯|路灯|电线杆|杆)?"):
            add(match, "post", whole(match["b"]) - 1, 1)
    for match in told.take_all(rf"(?:走|跑|行)?(?:到|至)(?:了)?第多少(?P<item>{ITEM})(?:{OPEN}{{0,4}}?(?=[,;。?]|$))?"):
        found.append(Gaps(match.start(), "post", None, 1, match["item"]))
    for match in told.take_all(rf"(?:走|跑|爬|上)(?:到|至)(?:了)?(?:第)?多少{_FLOOR}"):
        add(match, "floor", None, 1)
    return sorted(found, key=lambda each: each.place)


def _amounts(told: Told) -> list[Amount]:
    found: list[Amount] = []
    unit = rf"{TIME}|级(?:台阶|楼梯)?|个?台阶|步"
    does = r"(?:共|一共|总共|需要?|要|用|花|走|有|费|约|能|可|可以|恰好|正好|完|过|了|时间|登|爬|敲|锯|各|级数)*"
    for match in told.take_all(rf"{does}(?P<n>{DECIMAL}|多少)(?:个)?(?P<u>{unit}|时间)(?:的?时间)?(?:能|可|可以)?(?:敲完|锯完|完成|走完)?"):
        u = {"级台阶": "级", "级楼梯": "级", "个台阶": "级", "台阶": "级"}.get(match["u"], match["u"])
        value = None if match["n"] == "多少" else Fraction(match["n"])
        if match["u"] == "时间" and value is not None:
            stay_out("a time without a unit")
        found.append(Amount(match.start(), value, u))
    return sorted(found, key=lambda each: each.place)


def read_steps(text: str) -> Recognition | None:
    """Two pairs of gaps and what they take, one half of the second asked.

    Raises:
        StayOut: something is not understood.
    """
    told = Told(text)
    if told.has("对折|往返|来回|下楼|地下|负[\\d一二三]|顶楼|夹层"):
        return None
    if len(set(patterns.findall(_WHO, told.text))) > 1:  # each at a pace of his own
        stay_out("two who do it")
    pieces = _pieces_by_length(told)
    several = told.take(rf"(?P<n>{N})(?:根|条|段|块)(?:同样长?|一样|相同|完全相同)?(?:的)?{OPEN}{{0,5}}?(?:各|都|均|每根|每条)")
    gaps, amounts = _gaps(told), _amounts(told)
    if pieces is not None:
        gaps = sorted([*(each for each in gaps if each.gaps == 1 and each.more == 0), pieces[0]], key=lambda each: each.place)
    if len({each.sort for each in gaps}) != 1:
        stay_out(f"gaps of {[each.said for each in gaps]}")
    sort = gaps[0].sort
    if sort == "post" and not amounts:
        amounts = _distances(told)
    told.take_all(r"锯完(?:这|整)?(?:根|条)?|敲完(?:了)?|完成|才?能?到|到达|一共|总共|共|全部")
    if sort == "cut":
        told.take_all(rf"{DECIMAL}{LENGTH}长的?|长{DECIMAL}{LENGTH}(?:的)?") if pieces is None else None
    told.close(r"点钟?|时钟|挂钟|座钟|大钟|钟楼|钟|楼梯|台阶|上楼|住|家|恰好|需要?|小段|走|[一1]根|[一1]口")
    if several is not None and sort != "cut":
        stay_out("several")
    if len(gaps) == 1 and not amounts and gaps[0].sort == "cut":
        stay_out("only cuts")
    (known, by), (asked, of) = _pairs(gaps, amounts)
    if (asked.gaps is None) == (of.value is None) or known.gaps is None or by.value is None:
        stay_out("what is asked")
    unit = by.unit if of.unit == "时间" else of.unit
    if by.unit != unit and not {by.unit, unit} <= {"秒", "分钟", "小时"}:
        stay_out(f"{by.unit} and {unit}")
    seconds = {"秒": 1, "分钟": 60, "小时": 3600}
    scale = Fraction(seconds.get(by.unit, 1), seconds.get(unit, 1))
    parameters = {
        "task": "steps",
        "sort": sort,
        "gaps": known.gaps,
        "takes": str(by.value * scale),
        "unit": unit,
        "asked_gaps": asked.gaps,
        "asked_takes": None if of.value is None else str(of.value),
        "more": asked.more if asked.gaps is not None or asked.more or known.sort != "post" else 1,
        "piece": None if pieces is None or not pieces[2] else str(pieces[1]),
        "piece_unit": "" if pieces is None else pieces[2],
        "item": asked.said if asked.gaps is None else "",
        "times": whole(several["n"]) if several is not None else 1,
    }
    return Recognition(
        parameters=parameters,
        understood=(
            ("已知", f"{known.gaps} 个间隔用 {float(by.value):g} {by.unit}"),
            ("问", f"{asked.gaps} 个间隔用多少{unit}" if asked.gaps is not None else f"{float(of.value or 0):g} {unit}能到第几个"),
            *((("根数", several["n"]),) if several is not None else ()),
        ),
    )


def _pairs(gaps: list[Gaps], amounts: list[Amount]) -> tuple[tuple[Gaps, Amount], tuple[Gaps, Amount]]:
    """What is told and what is asked, each with its gaps and what they take.

    Raises:
        StayOut: they are not two pairs in a row.
    """
    if len(gaps) != 2 or len(amounts) != 2:
        stay_out(f"{len(gaps)} with gaps, {len(amounts)} amounts")
    if ones := [each for each in gaps if each.gaps == 1 and not each.more]:
        # `每锯一次要 2 分钟`: what one takes stands right behind it, the rest is wherever it is.
        after = [each for each in amounts if each.place > ones[0].place]
        others = [each for each in gaps if each is not ones[0]]
        if not after or any(ones[0].place < each.place < after[0].place for each in others):
            stay_out("what one takes")
        pairs = [(ones[0], after[0]), (others[0], next(each for each in amounts if each is not after[0]))]
    elif max(gaps[0].place, amounts[0].place) > min(gaps[1].place, amounts[1].place):
        stay_out("not in pairs")
    else:
        pairs = list(zip(gaps, amounts, strict=True))
    asked = [each for each in pairs if each[0].gaps is None or each[1].value is None]
    if len(asked) != 1:
        stay_out("what is asked")
    return next(each for each in pairs if each is not asked[0]), asked[0]


def _pieces_by_length(told: Told) -> tuple[Gaps, Fraction, str] | None:
    """`长 12 米的钢管锯成每段 2 米的小段`: six pieces; how long one is, and in which unit the length of all is asked for, if it is."""
    if not told.has("锯|截|剪|切|分"):
        return None
    piece = told.take(
        rf"(?:{_CUT})(?:每(?:小)?段长?(?:为|是)?(?P<p>{DECIMAL})(?P<u>{LENGTH})(?:长)?(?:的)?(?:小|短)?(?:段|木料)?|(?P<p2>{DECIMAL})(?P<u2>{LENGTH})(?:长)?的?(?:小|短)?段?)"
        rf"|每隔?(?P<p3>{DECIMAL})(?P<u3>{LENGTH})(?:锯|截|剪|切)(?:成)?(?:为)?(?:一|1)(?:段|次|下)"
    )
    if piece is None:
        return None
    place = next(name for name in ("p", "p2", "p3") if piece[name])
    each = metres(piece[place], piece[place.replace("p", "u")])
    asks = told.take(rf"(?:原来)?(?:长|总长|全长|长度)(?:是|为)?多少(?P<u>{LENGTH})?")
    whole_length = told.only(
        rf"(?P<l>{DECIMAL})(?P<lu>{LENGTH})(?:长)?的", rf"(?:长|全长)(?:是|为)?(?P<l>{DECIMAL})(?P<lu>{LENGTH})(?:的)?"
    )
    if asks is not None and whole_length is None:
        unit = asks["u"] or "米"
        return Gaps(piece.start(), "cut", None, 1, piece[0]), each / METRES[unit], unit
    if whole_length is None or asks is not None:
        stay_out("how long the whole is")
    number = metres(whole_length["l"], whole_length["lu"]) / each
    if number.denominator != 1 or number < 2:
        stay_out("pieces that do not come out even")
    return Gaps(piece.start(), "cut", int(number) - 1, 1, piece[0]), each, ""


def _distances(told: Told) -> list[Amount]:
    """Posts and the way between them."""
    found = [
        Amount(match.start(), None if match["n"] == "多少" else metres(match["n"], match["u"]), "米")
        for match in told.take_all(rf"(?:相距|相隔|距离)?(?P<n>{DECIMAL}|多少)(?P<u>{LENGTH})")
    ]
    return found


def read_cuts(text: str) -> Recognition | None:
    """How many cuts for so many pieces, how many pieces by so many cuts, also of a rope that is folded.

    Raises:
        StayOut: something is not understood.
    """
    told = Told(text)
    folds = told.only(rf"(?:连续)?对折(?:了)?(?P<n>{N})次(?:之?后)?")
    if folds is None and told.take(r"对折,?再对折(?P<third>,?再对折)?(?:之?后)?"):
        stay_out("folded again and again")
    cuts = told.only(
        rf"(?:再|然后)?(?:从|在)?(?:绳子|它|线绳)?(?:的)?(?:正?中间|中点)?(?:处)?(?:将其|把它)?(?:锯|剪|截|切)(?:断|开|了)*(?P<n>{N}|多少)(?:次|刀|下)"
    )
    if folds is not None and cuts is None and told.take(r"从(?:正)?中间(?:把它|将其|将绳子)?(?:剪|截|切)(?:断|开)"):
        cut_once = True
    else:
        cut_once = False
    pieces = told.only(
        rf"(?:共|被|可以?|能|一共|总共|得到|会|能)*(?:{_CUT}|(?<=得到)|(?<=共有))(?P<n>{_ASKED_OR})(?:小)?(?:段|截|节)(?:绳子|绳)?"
    )
    told.close(r"(?:一|1)(?:根|条)|需要?|可以|中间|中点|连续")
    number = 1 if cut_once else None if cuts is None or cuts["n"] == "多少" else whole(cuts["n"])
    if (cuts is None and not cut_once) or pieces is None or (number is None) == (pieces["n"] == "多少"):
        stay_out("cuts and pieces")
    parameters = {
        "task": "cuts",
        "folds": 0 if folds is None else whole(folds["n"]),
        "cuts": number,
        "pieces": _number(pieces["n"]),
    }
    understood = (
        *((("对折", f"{folds['n']} 次"),) if folds is not None else ()),
        ("剪（锯）的次数", "所问" if parameters["cuts"] is None else f"{parameters['cuts']} 次"),
        ("段数", "所问" if parameters["pieces"] is None else f"{parameters['pieces']} 段"),
    )
    return Recognition(parameters=parameters, understood=understood)


def read_two_climbers(text: str) -> Recognition | None:
    """Two who climb at their own paces: when one is at a floor, the other is at another; where is he later?

    Raises:
        StayOut: something is not understood.
    """
    told = Told(text)
    pace = rf"(?P<who{{0}}>[甲乙丙]|小.|[\u4e00-\u9fff]{{{{2}}}}?)(?:恰好|刚好|正好|才|能|可以)*{_CLIMB}(?:到|至)(?:了)?(?:第)?(?P<n{{0}}>{{1}}){_FLOOR}(?:的?时候|时)?"
    found = told.take(
        rf"(?:当)?{pace.format(1, N)},?(?:那么)?{pace.format(2, N)}[^\d]*?(?:当|问|那么|如果|,)*{pace.format(3, N)},?(?:那么|问|则)?{pace.format(4, '多少')}"
    )
    if found is None or found["who1"] != found["who3"] or found["who2"] != found["who4"] or found["who1"] == found["who2"]:
        return None
    told.close(r"两|比赛|爬楼梯|爬楼|楼梯|上楼|楼")
    floors = [whole(found[f"n{place}"]) for place in (1, 2, 3)]
    if min(floors) < 2:
        stay_out("on the first floor")
    return Recognition(
        parameters={"task": "climbers", "floors": floors},
        understood=(
            ("已知", f"{found['who1']}到第 {floors[0]} 层时，{found['who2']}到第 {floors[1]} 层"),
            ("问", f"{found['who1']}到第 {floors[2]} 层时，{found['who2']}到第几层"),
        ),
    )
