"""A pool with pipes that fill and pipes that empty, where the flow of each, or the water that is there already, is told."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import recognition
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_N = r"\d+(?:\.\d+)?(?:/\d+)?"
_UNIT = r"(?:立方米|方|吨|升|毫升|千克)"
_TIME = r"(?:小时|分钟|秒|天)"
_IN, _OUT = r"(?:进|注|灌|流入|放入|加)", r"(?:排|出|放(?!满)|流出|漏|抽)"
_PIPE = r"(?:[甲乙丙丁]?(?:进|注|入|灌|排|出|放)水?[管口]|[甲乙丙丁](?:(?:进|注|入|灌|排|出|放)?水?管)?|(?:进|注|入|灌|排|出|放)水管[甲乙丙丁](?:管)?)"
_POOL = r"(?:(?:蓄|储)?水?(?:池|箱|缸|槽|塔|库)|游泳池)(?:子)?"
_FULL = r"(?:可以?|能|才|就|会|把|将|它|整个|正好|恰好|刚好|空池|空箱|水池|水箱)*(?:[注灌放加装蓄]满|满)(?:水)?(?:了)?(?:整|空)?(?:池|箱|水池|水箱)?(?:水)?"
_EMPTY = r"(?:可以?|能|才|就|会|把|将|它|水|正好|恰好|刚好|一?满池水?|水池|水箱|池水|一池水)*(?:[排放抽流漏](?:空|完|尽|光|干|净)|空)(?:了)?(?:整|一?满)?(?:池|箱|水池|水箱)?(?:的)?(?:水)?"
_FLOWS = re.compile(rf"每{_TIME}[^,;。\d]{{0,8}}{_N}{_UNIT}")
_THERE = re.compile(
    rf"(?:原|已|现|本来|里|中|内)(?:来|在|经)?有(?:水|{_N}|一半|半)|有水{_N}|有{_N}{_UNIT}的?水|有(?:{_N}|一半|半)(?:池|箱)?的?水|半[池箱缸]水|[池箱缸库塔槽]有水|有水(?=[,;。])"
)
_FORGOTTEN = re.compile("忘(?:记|了)*关")
_HARMLESS = """
一个 某 水池 水箱 蓄水池 水缸 池 池子 箱 池中 箱中 池里 池内 箱里 有 装有 装 安装 有一 一根 一个 一条 两根 两个 管 水管 进水管 排水管 出水管 注水管 放水管 甲 乙 丙 甲管 乙管 丙管 和 现在 现 如果 若 水 的 个 根 条 现有 另有 它 同时 这时 经过 甲乙 乙丙 甲乙丙
"""


def fills_and_empties(plain: str) -> bool:
    """Whether a pool has pipes of both sorts and flows or water there are told: nobody else reads that."""
    if not patterns.search(_POOL, plain) or not (
        patterns.search(rf"{_IN}水|[注灌放]满", plain)
        and patterns.search(rf"{_OUT}水|[排放漏流]{_N}|[排放抽漏流](?:空|完|光|尽|干)", plain)
    ):
        return False
    return bool(_FLOWS.search(plain) or _THERE.search(plain) or _FORGOTTEN.search(plain))


def read_pool(text: str) -> Recognition | None:
    """How long it takes to fill or to empty the pool with all pipes open; None where nothing fills or empties it.

    Raises:
        StayOut: something else is told, or it is never full.
    """
    story = Story(text)
    if not fills_and_empties(story.text):
        return None
    units = set(patterns.findall(_TIME, story.text))
    if len(units) != 1:
        stay_out("units of time")
    (time,) = units
    asked = story.take(
        rf"(?:(?:若|如果|现在?|当)?(?P<who>(?:[甲乙丙丁][、和]?)*)(?P<count>[两三四]?)(?:所有|全部|进出水|进、?[排出]水)?(?:个|根|条)?(?:水?管)?(?:子)?(?:同时?|一起|全部|都|齐|全)+(?:打)?开(?:放|着)?(?P<count2>[两三四]?)(?:个|根)?(?:水?管)?,?)"
        rf"(?:则|那么|需要?|要|经过?|用|过|问)*多少{time}后?(?:{_POOL})?(?:(?P<full>{_FULL})|(?P<empty>{_EMPTY}))"
    )
    if asked is None:
        stay_out("what is asked of the pool")
    story.refuse(r"先|再|然后|以?后|轮流|关|停|坏|故障|休息|多(?!少)|倍|%|:|比|效率|提高|降低|减少|增加|平均|最|至少|一半时|蒸发|雨|[泉渗]")
    ways: dict[str, int] = {}
    for match in story.take_all(
        r"(?P<who>[甲乙丙丁](?:[、和][甲乙丙丁]|[甲乙丙丁])*)(?:[两三]?个?管)?(?:都|均|是|为|负责|用来|用于)*(?:(?P<fills>进|注)|(?:排|出|放))水管?(?=[,;。\ue000甲乙丙丁])"
    ):
        for who in patterns.findall("[甲乙丙丁]", match["who"]):
            ways[who] = 1 if match["fills"] else -1
    flows: list[tuple[str, int, Fraction]] = []
    kinds: set[str] = set()

    def way_of(who: str, verb: str) -> int:
        sign = patterns.search("[甲乙丙丁]", who)
        told = {ways[sign[0]]} if sign and sign[0] in ways else set()
        for said in (patterns.sub("[甲乙丙丁]", "", who), verb):
            told |= {1} if patterns.search(_IN, said) else {-1} if patterns.search(_OUT, said) else set()
        return told.pop() if len(told) == 1 else stay_out("which way the water goes")

    for match in story.take_all(
        rf"(?P<who>{_PIPE}(?:打开)?)每{time}(?:可以?|能)?(?P<verb>(?:{_IN}|{_OUT})?)(?:水|入|出|进)*(?:量)?(?:为|是)?(?P<value>{_N})(?P<unit>{_UNIT})(?:的?水)?"
    ):
        flows.append((match["who"], way_of(match["who"], match["verb"]), Fraction(match["value"])))
        kinds.add(match["unit"])
    alone = rf"(?:如果|若)?(?:[空满](?:池|箱)水?的?时候?,?)?(?:单独?(?:打?开(?:放)?)?|只(?:打)?开)?(?P<who>{_PIPE})单?独?(?:打?开(?:放)?)?,?(?:需要?|要|用)?(?P<value>{_N}){time}(?:(?P<full>{_FULL})|(?P<empty>{_EMPTY}))(?=[,;。\ue000])"
    shares = [(match["who"], 1 if match["full"] else -1, Fraction(match["value"])) for match in story.take_all(alone)]
    if bool(flows) == bool(shares):
        stay_out("how the pipes run")
    for who, way, value in shares:
        if value <= 0 or (way < 0 and way_of(who, "排") > 0) or (way > 0 and way_of(who, "进") < 0):
            stay_out("which way the water goes")
    names = [who for who, _, _ in flows or shares]
    if len(set(names)) != len(names) or set(ways) - {sign for who in names for sign in patterns.findall("[甲乙丙丁]", who)}:
        stay_out("which pipes")
    meant = patterns.findall("[甲乙丙丁]", asked["who"])
    counted = {"两": 2, "三": 3, "四": 4}.get(asked["count"] or asked["count2"], len(names))
    if counted != len(names) or (meant and len(meant) != len(names)):
        stay_out("all of the pipes")
    holds = there = None
    if holding := story.take(
        rf"(?:{_POOL}|池|箱)?(?:的)?(?:总)?(?:容积|容量|池容|蓄水量|能装水|可装水|能装|可蓄水|可容水)(?:共)?(?:为|是)?(?P<value>{_N})(?P<unit>{_UNIT})(?:的?水)?(?:的(?={_POOL}))?"
    ) or story.take(rf"(?P<value>{_N})(?P<unit>{_UNIT})(?:的)?(?:容量|容积)?(?:的)?(?:空)?(?={_POOL})"):
        holds = Fraction(holding["value"])
        kinds.add(holding["unit"])
    where = rf"(?:(?:{_POOL}|池|箱)(?:中|里|内)?)?"
    if had := story.take(
        rf"{where}(?:原来?|已经?|现在?|本来|目前)*(?:存有?|蓄有?|有)(?:了)?水?(?P<value>{_N})(?P<unit>{_UNIT})(?:的)?(?:水)?"
    ):
        there = Fraction(had["value"])
        kinds.add(had["unit"])
    elif had := story.take(
        rf"{where}(?:原来?|已经?|现在?|本来|目前)*有(?:了)?(?:满池(?:水)?的?|全池的?|容积的?|水池的?)?(?P<value>{_N}|一半|半)(?:池|箱)?(?:的)?水"
    ):
        there = Fraction(1, 2) if had["value"] in ("一半", "半") else Fraction(had["value"])
        if not 0 < there < 1:
            stay_out("how much is there")
        there = there * (holds if flows and holds else 1) if shares or holds else stay_out("how much it holds")
    if story.take(r"空(?:的)?(?=水?[池箱缸])|(?:水?[池箱缸](?:子|中|里)?)(?:原来|原本|现在|是|为)?空(?:的)?(?:时)?"):
        if there is not None:
            stay_out("how much is there")
        there = Fraction(0)
    if there is None and _THERE.search(story.text):
        stay_out("how much is there")
    if len(kinds) > 1 or (shares and (holds is not None or kinds)):
        stay_out("units of water")
    story.take_all(r"(?:有)?(?:一|1|两|三)?(?:个|根|条)?(?:甲|乙|丙|甲、?乙|甲、?乙、?丙)(?:[两三]?个?(?:水?管))?(?=,|\ue000)")
    story.finish(_HARMLESS)
    rate = sum((way * value if flows else Fraction(way) / value for _, way, value in flows or shares), Fraction(0))
    whole = holds if flows else Fraction(1)
    if len(names) < 2 or not {1, -1} <= {way for _, way, _ in flows or shares}:
        stay_out("which pipes")
    if asked["full"]:
        if whole is None:
            stay_out("how much it holds")
        amount = whole - (there or Fraction(0))
    else:
        if there is None and flows and whole is None:
            stay_out("how much is there")
        amount = -(there if there is not None else whole or Fraction(0))
    if not rate or not amount or amount / rate <= 0 or (whole and there and there > whole):
        stay_out("never")
    spent = amount / rate
    unit = kinds.pop() if kinds else ""
    lines = [
        *(
            f"{who}每{time}{'进' if way > 0 else '排'}水 {value} {unit}"
            if flows
            else f"{who}单独{'注满' if way > 0 else '排空'} {value} {time}"
            for who, way, value in flows or shares
        ),
        *([f"容量 {decimal(whole)} {unit}"] if flows and whole else []),
        *([f"原有 {there} {unit}".strip() + ("" if unit else " 池水")] if there else []),
        f"同时打开，求{'注满' if asked['full'] else '排空'}的时间",
    ]
    each = " ".join(
        f"{'+' if way > 0 else '−'} {value if flows else 1 / value}" for _, way, value in sorted(flows or shares, key=lambda flow: -flow[1])
    ).removeprefix("+ ")
    working = [
        f"每{time}水量的变化：{each} = {str(rate).replace('-', '−')}",
        f"要变化 {abs(amount)}，{abs(amount)} ÷ {f'({abs(rate)})' if rate.denominator > 1 else abs(rate)} = {spent}",
    ]
    return recognition(lines, [(0, spent, time)], {}, working=working)
