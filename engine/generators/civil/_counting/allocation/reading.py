"""Reading things shared out over places: how many, alike or not, to how many places, and every condition, each by a sentence of its own.

What a place is called is found first (`4 所中学`), then what is said of each place, of some places and of those told by name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from engine.generators import patterns
from engine.generators.civil._counting.combinatorics.words import WORDS, asked_ways
from engine.generators.civil._problems.background import pass_over_background
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_N = r"(?:\d+|[一二两三四五六七八九十]+)"
_C = r"(?:名|个|位|本|件|封|张|幅|只|辆|盒|支|台|份|块|颗|枚|粒|套|箱|瓶|盆|朵|根|项|间|所|家|座|门|条|批|组|口|把|棵|种|处|类|节|堆|队)"
PERSONS = r"(?:人|学生|同学|员工|职工|志愿者|教师|老师|医生|护士|干部|代表|选手|队员|党员|专家|大学生|毕业生|实习生|小朋友|孩子|成员|技术员|工程师|警察|民警|记者|公务员|选调生|村官|社工|业务员|销售员|律师|法官|研究生|博士|硕士|宣讲员|讲解员|网格员|游客|旅客|客人|乘客|顾客|运动员|工人|新人|嘉宾|科员|厨师|战士|医务人员|工作人员|人员|学员|特派员)"
"""Every word for people who are sent somewhere."""

_HOLDERS = r"(?:盒子?|箱子?|抽屉|篮子|袋子?|杯子|碗|笼子|筐|瓶子)"
_ALIKE = r"(?:完全|大小|形状|质地|、|都|均)*(?:相同|一样|一模一样|没有区别|无区别|同样)的?"
_APART = r"(?:各|互|都|均)*(?:不(?:相)?同|不一样|有区别|各异)的?"
_FREELY = r"(?:可以|全部|全|都|随机|任意|随意|要|需|被|将|准备|决定|平均|均匀|分别|现|现要|需要|拟|计划)*"
_MOVE = r"(?:分配|分派|分发|发放|派发|下发|分装|安排|派遣|派往|派出|派|委派|选派|调往|调|放置|放|投|装|送|寄|发|捐赠|捐|赠|奖励|奖|去往|去|前往|到|赴|入住|住|坐|进|插|报名参加|参加|报名|报|加入|摆|给|存|塞|填报|分)"
_TO = r"(?:配)?(?:给|到|入|进|往|去|在|至|成|为)*(?:了)?"
_WORK = r"(?:支教|服务|工作|实习|锻炼|调研|帮扶|宣讲|值班|支援|义诊|培训|挂职|参观|学习|旅游|就餐|比赛|活动|检查|指导|驻点|慰问|走访|督导|调查|讲座|宣传|任职|就职|任教|轮岗|扶贫|驻村|监考|巡视|执勤|采访|防疫|救援|救灾|交流|住宿|施工|出差|开展工作|扶贫工作)"
_EACH = r"(?:每(?:一)?(?:个|所|名|位|家|间|只|辆|台|项|门|座|条|支|组|处|堆|队|人)?|各(?:个)?)"
_GETS = r"(?:要|能|都|均|必须|应|需|得|会|可以?|只能|只)*(?:有|放|分配|分到|分得|分|安排|发放|得到|得|拿到|拿|获得|获|装|放入|去|派|接收|接受|发|住|坐|参加|入住|保证|报|配备|配|包含|含)*(?:入|进)?(?:了)?"
_NAME = r"(?:[甲乙丙丁戊己]|小(?!组|区|学|时|球|朋|孩|盒|伙)[\u4e00-\u9fff]|老[王李张刘赵周陈])"
_NAMES = rf"{_NAME}(?:[、和与跟,及]?{_NAME})*"


@dataclass
class _Plan:
    things: int
    alike: bool | None
    places: int
    called: list[str] = field(default_factory=list)  # names of the places, where they have some
    unnamed: bool = False  # groups, or boxes that are alike
    thing: str = ""
    place: str = ""
    names: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    freely: bool = False  # whether it is said that they go wherever they like
    evenly: bool = False
    apart: bool = False  # whether the places are said to be different


def _listed(text: str) -> list[str]:
    return [each for each in patterns.split("[、和与及,]", text) if each]


def _plan(story: Story) -> _Plan | None:
    """What is shared out and over how many places; taken."""
    thing = rf"(?<![\d第每各])(?P<n>{_N})(?:{_C})?(?P<alike>{_ALIKE})?(?P<apart>{_APART})?(?P<thing>[\u4e00-\u9fffA-Z]{{0,8}}?)"
    one_name = r"[\u4e00-\u9fffA-Z]{1,6}"
    place = (
        rf"(?:(?P<names>(?:[甲乙丙丁戊]|[A-F])(?:[、和,]?(?:[甲乙丙丁戊]|[A-F])){{1,4}}|{one_name}(?:[、和]{one_name}){{1,4}}?)(?:等|这|共)?(?:(?P<m2>{_N})(?:{_C})?)?(?P<called2>[\u4e00-\u9fff]{{0,4}}?)|"
        rf"(?P<where>[\u4e00-\u9fff]{{0,8}}?)(?P<m>{_N})(?:{_C}|(?=[人组堆队份]))(?P<alike2>{_ALIKE})?(?P<apart2>{_APART})?(?P<called>[\u4e00-\u9fff]{{1,8}}?))"
    )
    tail = rf"(?:里面|里|中|去|上|内)?(?:(?:进行|去|做|参加|从事|开展|来)*[\u4e00-\u9fff]{{0,4}}?{_WORK})?(?=[,;。?(]|$)"
    nothing = "".join(f"(?P<{name}>(?!))?" for name in ("names", "m2", "called2", "where", "alike2", "apart2"))
    found = story.take(
        rf"(?P<m>{_N})(?:{_C})?(?P<called>{PERSONS})(?:来)?{_FREELY}(?:分|领|抢)(?P<n>{_N})(?:{_C})(?P<alike>{_ALIKE})?(?P<apart>{_APART})?(?P<thing>[\u4e00-\u9fff]{{1,5}}?)(?=[,;。?(]|$){nothing}"
    )
    found = found or story.take(rf"(?:将|把|有|现有|安排|让)?{thing},?(?:{_APART})?{_FREELY}{_MOVE}{_TO}{place}{tail}")
    found = found or story.take(
        rf"{_FREELY}(?:分配|安排|派遣|派出|派|选派)(?P<n>{_N})(?:{_C})?(?P<alike>{_ALIKE})?(?P<apart>{_APART})?(?P<thing>[\u4e00-\u9fff]{{1,6}}?){_FREELY}(?:分别)?(?:到|去|往|给|赴|前往|担任|参加)+{place}{tail}"
    )
    if found is None:
        return None
    alike = True if found["alike"] or patterns.search("名额|指标", found["thing"] or "") else None
    if (
        found["apart"]
        or patterns.search(f"{PERSONS}|^(?:书)?信$", found["thing"] or "")
        or (not found["thing"] and patterns.search(rf"{found['n']}人", found[0]))
    ):
        alike = False if alike is None else stay_out("alike or not")
    if patterns.search("选(?!手|调)|挑|取|抽|站|排|围|握|赛|其中|每", found["thing"] or "") or patterns.search(
        "每|其中|[两三四五]", found["where"] or ""
    ):
        return None
    named = _listed(found["names"]) if found["names"] else []
    if len(named) == 1 or (named and all(patterns.fullmatch("[甲乙丙丁戊A-F]{2,5}", each) for each in named)):
        named = patterns.findall("[甲乙丙丁戊A-F]", found["names"])
    places = to_int(found["m"]) if found["m"] else len(named)
    if (found["m2"] and to_int(found["m2"]) != len(named)) or len(set(named)) != len(named):
        stay_out("which places")
    called = patterns.sub("^不同的?", "", found["called"] or found["called2"] or "")
    plan = _Plan(to_int(found["n"]), alike, places, named, thing=found["thing"] or "人", place=called)
    plan.unnamed = bool(found["alike2"])
    if patterns.search("分成|分为|编成", found[0]) and not named:
        plan.unnamed = True
    plan.freely = patterns.search("任意|随意", found[0]) is not None
    plan.apart = found["apart2"] is not None
    plan.evenly = patterns.search("平均|均匀", found[0]) is not None
    return plan


def _of_places(match: re.Match[str], plan: _Plan) -> None:
    """Give up where what is said of each is said of the things, not of the places."""
    noun = match["gap"] or ""
    of_persons = patterns.search("每(?:人|名|位)", match[0]) is not None
    persons = patterns.search(PERSONS, plan.thing) is not None
    if (noun and plan.thing.endswith(noun)) or (of_persons and persons and patterns.search(PERSONS, plan.place) is None):
        stay_out("of each of which")


def _bounds(story: Story, plan: _Plan) -> tuple[list[int], list[int], dict[str, Any]]:
    """The fewest and the most that each place gets, and other conditions on the numbers."""
    low, high = 0, plan.things
    more: dict[str, Any] = {}
    gap = r"(?P<gap>[\u4e00-\u9fff]{0,8}?)"
    begin = r"(?:要求|并且|且|若|如果|保证|使得?|其中|规定|但|,)*"
    end = r"(?=[,;。?()]|$|则|那|共|有|的)"
    both = rf"{begin}{_EACH}{gap}(?:里|中)?"
    count = rf"(?P<n>{_N})(?:{_C})?(?P<gap2>[\u4e00-\u9fff]{{0,5}}?)"
    if span := story.take(
        rf"{both}{_GETS}(?P<first>至少|最少|不少于|至多|最多|不超过|不多于){_GETS}(?P<n>{_N})(?:{_C})?(?P<gap2>[\u4e00-\u9fff]{{0,4}}?)[,、]?(?:且|但|并且)?{_GETS}(?P<second>至少|最少|不少于|至多|最多|不超过|不多于){_GETS}(?P<n2>{_N})(?:{_C})?(?P<gap3>[\u4e00-\u9fff]{{0,4}}?){end}"
    ):
        _of_places(span, plan)
        first, second = to_int(span["n"]), to_int(span["n2"])
        if ("少" in span["first"] and "不超" not in span["first"] and "多" not in span["first"]) == (
            "少" in span["second"] and "多" not in span["second"]
        ):
            stay_out("which bounds")
        low, high = (first, second) if patterns.search("至少|最少|不少", span["first"]) else (second, first)
        more["bounded"] = True
    elif least := story.take(rf"{both}{_GETS}(?:至少|最少|不少于|起码){_GETS}{count}{end}"):
        _of_places(least, plan)
        low = to_int(least["n"])
        more["bounded"] = True
    if "bounded" not in more and (
        some := story.take(
            rf"{both}(?:都|均|必须|要|也|不)*(?:有人|不空|非空|不为空|不能为?空|不可空|有(?:书|球|糖|{PERSONS})(?![、和与及]))(?:去)?|{begin}(?:没有|不(?:能|允许|许|得)?有?|无)空的?{_HOLDERS}"
        )
    ):
        low, more["bounded"] = 1, bool(some)
    if high == plan.things and (most := story.take(rf"{both}{_GETS}(?:至多|最多|不超过|不多于){_GETS}{count}{end}")):
        _of_places(most, plan)
        high = to_int(most["n"])
        more["bounded"] = True
    if "bounded" not in more and (
        exact := story.take(
            rf"{begin}{_EACH}(?P<gap>(?!人|名|位)[\u4e00-\u9fff]{{0,6}}?)(?:里|中)?(?:都|各|恰好|正好|刚好|只能|只|均|要|,)*{_GETS}{count}{end}"
        )
    ):
        _of_places(exact, plan)
        low = high = to_int(exact["n"])
        more["bounded"] = True
    if "bounded" not in more and (plan.evenly or story.take("平均|均匀|均分")):
        if plan.things % plan.places:
            stay_out("not even")
        low = high = plan.things // plan.places
        more["bounded"] = True
    if empty := story.take(
        rf"{begin}(?:恰好?|正好|刚好|只|仅)(?:有)?(?P<n>{_N})个(?:空{_HOLDERS}|{_HOLDERS}(?:是|为)?(?:空(?:的)?|不放|没有放?|里没有)(?P<gap>[\u4e00-\u9fff]{{0,2}}))"
    ):
        more["empty"] = to_int(empty["n"])
        more["bounded"] = True
    elif story.take(
        rf"{begin}(?:可以|允许|可)(?:有)?(?:的|有的|某些|部分)?{_HOLDERS}?(?:为)?(?:空(?:着|的)?(?:{_HOLDERS})?|没有人|不分配)|任意(?=放|分|\ue000)|不限(?:人数|数量)"
    ):
        more["free"] = True
    if plan.freely and "bounded" not in more:
        more["free"] = True
    if sizes := _sizes(story, plan):
        more["sizes"] = sizes
        more["bounded"] = True
    lows, highs = [low] * plan.places, [high] * plan.places
    for one in story.take_all(
        rf"{begin}(?P<place>{'|'.join(map(re.escape, plan.called)) or '(?!)'})(?:{re.escape(plan.place)}|[\u4e00-\u9fff]{{1,2}})?(?:{_GETS})(?P<how>至少|最少|至多|最多|恰好?|正好|只能?)?{_GETS}(?P<n>{_N})(?:{_C}|人)(?P<gap2>[\u4e00-\u9fff]{{0,4}}?){end}"
    ):
        spot, value, how = plan.called.index(one["place"]), to_int(one["n"]), one["how"] or ""
        if "多" not in how:
            lows[spot] = max(lows[spot], value)
        if "少" not in how:
            highs[spot] = min(highs[spot], value)
        more["bounded"] = True
        plan.told.append(one[0].strip(","))
    return lows, highs, more


def _sizes(story: Story, plan: _Plan) -> list[int] | None:
    """`其中 1 名同学 2 本，另两人 3 本`, `一人得 1 本、一人得 2 本、一人得 3 本`."""
    who = r"(?:其中|另外?|有|,|、|和)*(?P<many>[一1两2二三3四4])(?:个|名|位|人|组|堆|份|所)(?P<gap>[\u4e00-\u9fff]{0,2}?)(?:各|得|分|有|分到|得到|是|为)*(?P<n>\d+|[一二两三四五六七八九])(?:本|件|人|名|个|张|块|位|支|份)(?=[,;。、?]|$|另|其)"
    found = list(patterns.finditer(who, story.rest))
    if len(found) < 2:
        return None
    sizes = [to_int(each["n"]) for each in found for _ in range(to_int(each["many"]))]
    if len(sizes) != plan.places or sum(sizes) != plan.things:
        return None
    story.take_all(who)
    return sizes


def _named(story: Story, plan: _Plan) -> tuple[list[list[int]], list[list[int]], list[list[int]]]:
    """Where those told by name may be; which of them are together and which apart."""
    allowed: dict[str, list[int]] = {}
    together: list[list[int]] = []
    apart: list[list[int]] = []

    def of(text: str) -> list[int]:
        found = patterns.findall(_NAME, text)
        if len(set(found)) != len(found) or any(each in plan.called for each in found):
            stay_out("who is where")
        for each in found:
            if each not in plan.names:
                plan.names.append(each)
                allowed[each] = list(range(plan.places))
        return [plan.names.index(each) for each in found]

    begin = r"(?:要求|并且|且|若|如果|其中|但|规定|已知|,)*"
    same = r"(?:在)?(?:(?:分|安排|分配|分到|去|被分|派)*(?:在|到|往)?(?:一起|同一?个?(?:组|地方|[\u4e00-\u9fff]{1,4}?)|一(?:个)?组))"
    for found in story.take_all(
        rf"{begin}(?P<who>{_NAMES})(?:[两二三2-4](?:个|名|位)?人?)?(?P<how>(?:都|必须|要|一定|得|需)*(?:不(?:能|可以?|得|在|愿意?|想)?)?(?:都|被)*){same}(?=[,;。?]|$)"
    ):
        group = of(found["who"])
        if len(group) < 2:
            stay_out("with whom")
        if "不" in found["how"]:
            if len(group) > 2:
                stay_out("not all together, or no two")
            apart.append(group)
        else:
            together.append(group)
        plan.told.append(found[0].strip(","))
    if plan.called:
        places = "|".join(map(re.escape, sorted(plan.called, key=len, reverse=True)))
        for found in story.take_all(
            rf"{begin}(?P<who>{_NAMES})(?:[两二三2-4]人)?(?:因故)?(?:(?P<no>(?:都)?不(?:能|可以?|得|愿意?|想|会|适合)?)|(?P<must>(?:都)?(?:必须|一定要?|只能|须|只|要)))(?:被)?(?:安排|分配|派往|派|分|去|到|在|参加|从事|做|报)*(?:到|往|去|在)?(?P<place>{places})(?:{re.escape(plan.place)}|[\u4e00-\u9fff]{{1,3}})?(?=[,;。?]|$)"
        ):
            spot = plan.called.index(found["place"])
            for each in of(found["who"]):
                name = plan.names[each]
                allowed[name] = [place for place in allowed[name] if (place != spot) == bool(found["no"])]
            plan.told.append(found[0].strip(","))
    return [allowed[name] for name in plan.names], together, apart


def _numbered(story: Story) -> list[int]:
    """`编号为 1、2、3 的盒子，每个盒子里的球数不小于其编号`: the fewest in each; nothing where that is not said."""
    run = patterns.search(
        r"(?:编号|标号)(?:分别)?(?:为|是)?(?P<row>1(?:[、,]\d){1,6})(?:号)?(?:的)?|(?:编号|标号)(?:分别)?(?:为|是)?1(?:到|至|~|-)(?P<high>\d)(?:号)?(?:的)?",
        story.text,
    )
    bound = patterns.search(
        r"(?:要求|且|并|使得?|,)*(?:每|各)(?:个|只)?[\u4e00-\u9fff]{0,4}?(?:里|中)?(?:放|装)?(?:入)?(?:的)?(?:小?球|东西)?(?:的)?(?:个数|数量|数目|数)?(?:都|均)?(?:不(?:能)?(?:小于|少于|低于)|大于等于)(?:其|它的?|该|所在|盒子?的?|相应的?|对应的?)*(?:编号|标号)(?:数)?",
        story.text,
    )
    if run is None or bound is None:
        return []
    story.rest = story.text = story.text.replace(bound[0], "").replace(run[0], "")
    return list(range(1, int(run["high"]) + 1)) if run["high"] else [int(each) for each in patterns.findall(r"\d", run["row"])]


def read_allocation(text: str) -> Recognition | None:
    """Things shared out over places.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    numbers = _numbered(story)
    story.refuse("概率|可能性|男|女|相邻|编号|顺序|先后|依次|排成|圆|轮流|两批|总和|倍|奇数|偶数|放回|之和|若干")
    named_first = story.take(rf"(?:现有|有|将|把)*(?P<who>{_NAMES})等(?=\d)")
    plan = _plan(story)
    if plan is None or not 1 <= plan.places <= 8 or not 1 <= plan.things <= 40:
        return None
    if named_first:
        plan.names += patterns.findall(_NAME, named_first["who"])
    lows, highs, more = _bounds(story, plan)
    if numbers:
        if len(numbers) != plan.places or more.get("bounded"):
            stay_out("numbered places")
        lows, more["bounded"] = numbers, True
        plan.called = [f"{number}号" for number in numbers]
        plan.told.append("每个不少于它的编号")
    before = list(plan.names)
    plan.names = []
    allowed, together, apart = _named(story, plan)
    if set(before) - set(plan.names) and not set(plan.names) <= set(before):
        stay_out("who is spoken of")
    story.take_all(
        r"(?:每|一)(?:人|名|位|个|封|本|件)(?P<gap>[\u4e00-\u9fff]{0,4}?)(?:只能|只|都|恰好?|仅|必须|限|能|可以?|要|也|均)*(?:去|到|在|分到|分配到?|参加|服务|安排|报|投|放|选择?|进|派往|给)(?:往|入|进|到)?(?:其中)?(?:一|1)(?:个|所|家|处|项|门|位|间|人)?(?P<gap2>[\u4e00-\u9fff]{0,4}?)(?=[,;。?()]|$)"
    )
    asked_ways(story)
    pass_over_background(story)
    story.finish(f"{WORDS} {plan.thing} {plan.place} 支教 实习 锻炼 服务 岗位 地点 不同的 方法 空 里 中 技术")
    if (
        plan.alike
        and not plan.called
        and not plan.unnamed
        and not min(lows)
        and not plan.apart
        and patterns.fullmatch(_HOLDERS, plan.place)
    ):
        stay_out("whether the boxes are alike")
    if plan.alike is None or (plan.alike and (plan.names or together or apart)):
        stay_out("alike or not")
    bounded, free = more.pop("bounded", False), more.pop("free", False)
    if plan.alike and not bounded and not free and (patterns.search(PERSONS, plan.place) or plan.apart or plan.called):
        # Nothing is said of how many each gets: that somebody may get nothing, if the options say so.
        more |= {"by_options": True, "conventions": ["可以有一份也分不到的"]}
    elif bool(bounded) == bool(free) and not together:
        stay_out("how many each")
    parameters: dict[str, Any] = {
        "task": "allocation",
        "things": plan.things,
        "alike": plan.alike,
        "places": plan.places,
        "lows": lows,
        "highs": highs,
        "allowed": allowed,
        "together": together,
        "apart": apart,
        "unnamed": plan.unnamed,
        **more,
    }
    each = (
        f"每处 {lows[0]}～{highs[0]}"
        if len(set(lows)) == len(set(highs)) == 1
        else "；".join(f"{name} {low}～{high}" for name, low, high in zip(plan.called, lows, highs, strict=True))
    )
    return Recognition(
        parameters=parameters,
        understood=(
            (("相同的东西" if plan.alike else "不同的人或物"), str(plan.things)),
            ("分到", f"{plan.places} 处{'（没有区别）' if plan.unnamed else ''}"),
            ("个数", "、".join(map(str, more["sizes"])) if "sizes" in more else each),
            *((("空着", str(more["empty"])),) if "empty" in more else ()),
            *((("条件", "；".join(plan.told)),) if plan.told else ()),
        ),
    )
