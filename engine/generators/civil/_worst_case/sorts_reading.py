"""Reading how many must be taken to be sure, by parts: how many there are of each sort, what is to be sure, and the question.

Each part is found by its own shape, wherever it stands; what is left over may hold no figure and no condition. Tried where the reader of
usual wordings does not understand a problem.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from engine.generators import patterns
from engine.generators.civil._problems.background import pass_over_background
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_M = r"(?:个|束|只|根|张|枚|颗|块|粒|支|双|副|辆|台|人|名|位|件|本|朵|份|条|瓶|袋|盒|包|封|杯|片|户|票|盆|项|棵|尾|节|头|匹|串|册|把|套|幅|株)"
_N = r"(?:\d+|[一二两三四五六七八九十百]+)"
_COLOURS = "红黄蓝白黑绿紫橙灰粉"
_SORT_WORD = r"(?:颜色|品种|口味|味道|花色|型号|款式|品牌|牌子|专业|种类|类别|类型|身高|体重|年龄|岁数|分数|得分|成绩|号码|编号|数字|公司|单位|部门|班级|学校|国家|属相|规格|等级|图案|点数)"
_THING = r"(?:小?球|木球|玻璃球|珠子|玻璃珠|木块|筷子?|袜子?|手套|花卉|鲜花|糖果?|水果|卡片|棋子|职员|职工|教师|学生|果冻|饮料|铅笔|鱼|票|奖券|图书|书)"
_PLENTY = 999
_LEAST = r"(?:至少|最少|起码|最小)"
_DRAW = r"(?:取|拿|摸|抽|选|捞|搬|抓|挑|找)(?:取|出|到|得|中)?"
_SURE = r"(?:保证|确保|肯定|一定|必定|必然|必须|必)"
_ASKED = (
    rf"(?:一次|从中|那么|则|应该?|需要?|问|请|,)*{_LEAST}(?:应该?|需要?|必须|要|得|从中|一次|再)*(?:从(?:中|里面|[^,;。?\d]{{1,10}}中))?(?:{_DRAW})?(?:了)?"
    rf"(?P<gap>[^,;。?\d\ue000]{{0,4}}?)多少(?P<unit>{_M})?(?P<gap2>[^,;。?\d\ue000才就能保确]{{0,6}}?)(?=才|就|能|可|,|。|\?|保证|确保|\ue000|$)"
)
_UNKNOWN = rf"(?:任意|任)?(?:{_DRAW})(?:[a-z]|若干|一些){_M}(?:小?球|[\u4e00-\u9fff]{{0,2}}?)(?=[,;。?\ue000])|(?P<x>[a-z])的最小值(?:是|为|等于)?(?:多少)?"
_BLIND = r"(?:如果)?(?:你)?(?:在)?(?:黑暗(?:中|里)?(?:伸手(?:到[^,;。\d]{1,4}(?:里|中))?)?|(?:光线|灯光)(?:很|太|较)?(?:暗|昏暗)|(?:看不[清见]|不(?:能|许|可)?看)颜色|(?:闭(?:着|上)?|蒙(?:着|上|住)?)眼睛?)|任意地?|随机地?|随意地?|随便|一次性?"
_ALIKE_THINGS = r"(?:(?:除颜色外)?(?:大小|形状|质地|材质|同样|外形|重量|规格|手感)(?:[、和](?:大小|形状|质地|材质))*(?:都|完全|均)*(?:相同|一样)?(?:但)?[,、]?(?:颜色不(?:相)?同)?(?:的)?(?:一些|若干)?(?=木|小?球|玻璃|珠|筷|袜|糖|的|,|卡))"
# Of what there is only one, when and where it was, in what order names stand.
_APART = (
    r"(?:在)?(?:一|1)(?:只|个)(?=鱼缸|布袋|口袋|袋子|盒子|箱子|抽屉|笼子|篮子)|[一二三四五六七八九]年级|(?:在)?(?:19|20)\d\d年(?:[^,;。\d]{0,30}?(?:中|里))?(?=,)|"
    r"分别(?:排名?|位列|位居)(?:前|第)?(?:\d+|[一二三四五])(?:位|名)?|另外还有|另外|此外|还有|"
    r"(?:如果|若)?(?:任意)?从这些[\u4e00-\u9fff]{1,3}中(?:任意)?(?:选|取|抽|拿)(?:出)?若干(?:人|个|名|条|件)|(?<=的)(?:一些|若干)(?=[\u4e00-\u9fff]{1,3},其中)|"
    r"(?:原有的?|现有的?)?(?:\d+|[二三四五六七八九十])个(?:节目|小组|班|剧组)的[\u4e00-\u9fff]{2}(?:中|里)(?=,)"
)
_SAME = rf"(?:{_SORT_WORD}(?:也|都|完全|是|为|均)*(?:相同|一样|一致)|(?:来自|属于|出自|是)?(?:同|相同|一样)的?(?:一)?(?:种|个|家|类)?{_SORT_WORD}|同色|相同|一样)"
_IN = rf"(?:在)?(?:(?:被)?(?:{_DRAW})的?(?:[\u4e00-\u9fff]{{0,4}}?)|这(?:[a-z]|些|几)?{_M}?[\u4e00-\u9fff]{{0,3}}|这些[\u4e00-\u9fff]{{0,3}}|其)?(?:里面|中间|当中|里|中)?"
_HAVING = r"(?:能|会|可以|恰好|必|一定|肯定|都|总|,)*(?:有|得到|取到|取出|拿到|摸到|摸出|抽到|出现|含有?|包含|选到|凑成|配成|凑出)?"


def _sorts(story: Story) -> dict[str, int]:
    """How many there are of each sort; sorts of which nobody says how many have plenty.

    Raises:
        StayOut: names and numbers do not agree.
    """
    found: dict[str, int] = {}

    def add(name: str, count: int) -> None:
        if name in found:
            stay_out("a sort twice")
        found[name] = count

    if span := story.take(
        r"(?:[\u4e00-\u9fff]{0,4}?)最(?:矮|低|小|轻|短)(?:的|分|得分)*(?:人|学生|同学|一个)?(?:是|为|有)?(?P<low>\d+)(?P<u>厘米|岁|分|千克|克|米)(?:,|、|而|且)*[\u4e00-\u9fff]{0,4}?最(?:高|大|重|长)(?:的|分|得分)*(?:人|学生|同学|一个)?(?:是|为|有)?(?P<high>\d+)(?P=u)?"
    ):
        if not story.take(
            r"\(?(?:[^,;。()\d]{0,6}?)(?:都|均)?(?:按|取|以|是|为)?整(?:数|厘米|岁|分)?(?:[^,;。()\d]{0,4}?)\)?(?=[,;。)\ue000]|$)"
        ):
            stay_out("whole numbers?")
        low, high = int(span["low"]), int(span["high"])
        if not low < high < low + 500:
            stay_out("which numbers")
        return {f"{value}{span['u']}": _PLENTY for value in range(low, high + 1)}
    name = r"[\u4e00-\u9fffA-Z\d]{1,8}?"
    for each in story.take_all(
        rf"(?P<names>(?:{name}[、和与及]){{1,8}}{name}|[{_COLOURS}](?:色)?(?:[、和与]?[{_COLOURS}]色?)+)(?:这)?(?:的)?(?:(?P<kinds>{_N})(?:种|类|色|个)(?:不同)?(?:的)?(?:{_SORT_WORD})?(?:的)?)?(?P<gap>(?:{_SORT_WORD}|{_THING}|的)*)(?:,)?(?:(?:每种|每个|每类)(?P<gap2>[\u4e00-\u9fff]{{0,3}}?)(?:各|都)?|各自|各|分别|都)(?:有|是|装)?(?P<n>{_N}){_M}"
    ):
        told = patterns.sub(
            r"^.*?(?:有|其中|分别(?:是|为)|购买|购进|编号(?:为|是)?|标有|标上|写有|号码(?:为|是)?|混有|装有|装着|放着|放有)(?=.)",
            "",
            each["names"],
        )
        names = (
            patterns.findall(f"[{_COLOURS}](?:色)?", told)
            if patterns.fullmatch(rf"(?:[{_COLOURS}]色?[、和与及]?)+[\u4e00-\u9fff]?", told)
            else _listed(told)
        )
        if each["kinds"] and to_int(each["kinds"]) != len(names):
            stay_out("how many sorts")
        for one in names:
            add(one, to_int(each["n"]))
    if not found and (
        each_kind := story.take(
            rf"(?P<kinds>{_N})(?:种|类|个)(?:不同|不同的)?(?:的)?(?:{_SORT_WORD})?(?:的)?(?P<gap>[\u4e00-\u9fff]{{0,6}}?)(?P<listed>(?:,分别(?:是|为)(?P<names>[^,;。\d]{{3,30}}))?)(?:,|、)?(?:(?:每种|每个|每类|每样)(?P<gap2>[\u4e00-\u9fff]{{0,4}}?)(?:各|都)?|各自|各|分别)(?:有|是|为)*(?P<n>{_N}){_M}"
        )
    ):
        count = to_int(each_kind["kinds"])
        names = _listed(each_kind["names"]) if each_kind["names"] else [f"第{place + 1}种" for place in range(count)]
        if len(names) != count:
            stay_out("how many sorts")
        for one in names:
            add(one, to_int(each_kind["n"]))
    _singly(story, found)
    if not found and (
        plenty := story.take(
            rf"(?:(?P<names>[{_COLOURS}]色?(?:[、和与]?[{_COLOURS}]色?)+)(?:等)?)?(?P<kinds>{_N})(?:种|个|类)(?:不同)?(?:的)?{_SORT_WORD}(?:的)?(?:单色)?(?P<gap>[\u4e00-\u9fff]{{0,3}}?)(?:(?:各|都)?(?:有)?(?:若干|很多|许多|足够多)(?:{_M})?)?(?=[,;。从]|$)"
        )
    ):
        count = to_int(plenty["kinds"])
        names = patterns.findall(f"[{_COLOURS}]", plenty["names"]) if plenty["names"] else [f"第{place + 1}种" for place in range(count)]
        if len(names) != count:
            stay_out("how many sorts")
        for one in names:
            add(one, _PLENTY)
    return found


def _listed(text: str) -> list[str]:
    return [patterns.sub(r"(?:口味|颜色|品种|专业)?的?$", "", each) for each in patterns.split("[、和与及]", text)]


def _singly(story: Story, found: dict[str, int]) -> None:
    """Sorts told one by one, names before their numbers or numbers before their names, and how many they are altogether."""
    question = patterns.search(rf"{_LEAST}|{_SURE}|多少", story.rest)
    head = story.rest[: question.start()] if question else story.rest
    quantities = [
        each
        for each in patterns.finditer(rf"(?P<n>{_N})(?P<m>{_M})(?P<after>[^\d,;。?、和与及\ue000]{{0,8}})", head)
        # `一个布袋`, `三个公司`: a container, so many sorts.
        if (not patterns.fullmatch(r"[一两]", each["n"]) or patterns.match(f"[{_COLOURS}]", each["after"]))
        and not patterns.match(rf"(?:不同的?)?{_SORT_WORD}|节目|布袋|口袋|盒子|箱子", each["after"])
    ]
    if not quantities:
        return
    values = [to_int(each["n"]) for each in quantities]
    total = None
    known = sum(found.values())
    if (
        len(values) > 1
        and values[0] == sum(values[1:]) + known
        and patterns.search("其中|包括|分别|有|含|\ue000", head[quantities[0].end() : quantities[1].start()])
    ):
        total, quantities = quantities[0], quantities[1:]
    elif found and len(values) == 1 and values[0] == known:
        total, quantities = quantities[0], []
    if total is not None:
        story.take_spans([(total.start(), total.end("m"))])
    if not quantities:
        return
    if found and not patterns.search("另外|此外|还有", story.text):
        stay_out("more than the sorts told")
    for place, each in enumerate(quantities):
        # Some of those just told are no sort of their own.
        if patterns.search("其中", head[quantities[place - 1].end() if place else 0 : each.start()]) and (place or found):
            stay_out("some of a sort")
    named: list[tuple[str, re.Match[str]]] = []
    for each in quantities:
        start = max((mark.end() for mark in patterns.finditer(r"[,;。?、和与及:\ue000]", head[: each.start()])), default=0)
        before = patterns.sub(
            r"(?:有|是|为|共|申请|提交|取得|得到|得|购买|装|放|报名|参加|了|的|数量|人数|各)+$",
            "",
            patterns.sub(r"^.*?(?:其中|含有?|包括|装有|装着|放有|放着|里有|中有|另外?|还有)+", "", head[start : each.start()]),
        )
        before = patterns.sub(r"^(?:有|另外|还)+", "", before)
        named.append((before or "", each))
    if all(before for before, _ in named):
        names = [before for before, _ in named]
    elif all(not before for before, _ in named):
        names = [patterns.sub(r"^(?:是|的|为)+", "", each["after"]) for _, each in named]
        # `10个26岁`: the name is a number itself.
        for place, (_, each) in enumerate(named):
            if not names[place] and (age := patterns.match(r"\d+岁", head[each.end() :])):
                names[place] = age[0]
    else:
        stay_out("names and numbers")
    if any(len(patterns.findall(f"[{_COLOURS}]", one)) > 1 for one in names):
        stay_out("sorts together")
    names = [_stem(each) for each in names]
    if any(not one or len(one) > 8 or patterns.search("[有在装放取拿]", one) for one in names):
        stay_out("a sort without a name")
    for one, (_, each) in zip(names, named, strict=True):
        if one in found:
            stay_out("a sort twice")
        found[one] = to_int(each["n"])
    taken = [(each.start(), each.end("m")) for _, each in named]
    for one, (before, each) in zip(names, named, strict=True):
        if not before:
            taken.append((each.end("m"), each.end() if each["after"] else each.end() + len(one)))
        else:
            place = head.rfind(before, 0, each.start())
            taken.append((place, place + len(before)))
    story.take_spans(taken)
    story.take_all(r"(?<=\ue000)(?:提交|申请|取得|报名|参加|购买)(?:了)?(?=\ue000)")


def _stem(name: str) -> str:
    """A sort's name without the thing it is a sort of."""
    if colour := patterns.search(f"[{_COLOURS}]", name):
        return colour[0]
    return (
        patterns.sub(r"(?:色)?(?:的)?(?:专业|专业的)?(?:教师|老师|学生|人|球|小球|乒乓球|零件|产品|味|口味|糖|花|专业)?$", "", name) or name
    )


def _wanted(aim: str, sorts: Mapping[str, int], pairs: bool) -> dict[str, object]:
    """What is to be sure: so many alike, so many of one sort, so many sorts.

    Raises:
        StayOut: not understood.
    """
    counts, names = list(sorts.values()), list(sorts)
    aim = patterns.sub(
        rf"^{_IN}(?=(?:{_LEAST})?(?:能|会|可以|必|一定|肯定|都|总)*(?:有|得到|取到|拿到|摸到|抽到|出现|含|包含|选到|凑|配|[一二两三四五六七八九十\d每所]))",
        "",
        aim,
    )
    begin = rf"(?:{_LEAST}|不少于)?{_HAVING}(?:{_LEAST}|不少于)?(?:有)?"
    tail = r"[\u4e00-\u9fff]{0,6}?"
    if apart := patterns.fullmatch(
        rf"{begin}(?:(?P<n>{_N})(?:双|副|对)颜色(?:各)?不(?:相)?同的?(?:袜子|筷子|手套)?|颜色(?:各)?不(?:相)?同的?(?P<n2>{_N})(?:双|副|对)(?:袜子|筷子)?)",
        aim,
    ):
        if not pairs:
            stay_out("what is a pair")
        return {"task": "pairs-apart", "counts": counts, "wanted": to_int(apart["n"] or apart["n2"]), "told": apart[0]}
    if pair := patterns.fullmatch(rf"{begin}(?:一|1)(?:双|副|对)(?:的)?(?:{tail})(?:{_SAME})(?:的)?(?:袜子|筷子|手套)?", aim):
        return {"task": "same", "counts": counts, "wanted": 2, "told": pair[0]}
    if same := patterns.fullmatch(
        rf"{begin}(?P<n>{_N})(?:{_M})?(?P<what>{tail})(?:的)?(?:{_SORT_WORD}为?)?(?:{_SAME})(?:的)?(?P<thing>{tail})", aim
    ):
        if patterns.search("[不没]", same["what"] + same["thing"]):
            stay_out(aim)
        wanted = to_int(same["n"])
        if patterns.search("双|副|对", same[0]):
            stay_out("pairs alike")
        if not 2 <= wanted <= max(counts):
            stay_out("so many alike")
        return {"task": "same", "counts": counts, "wanted": wanted, "told": same[0]}
    if every := patterns.fullmatch(
        rf"{begin}(?:(?P<n>{_N})(?:种|类)|这(?P<n2>{_N})(?:种|类)|(?:每|各|所有|全部)(?:的)?(?:种|类)?)(?:不同)?(?:的)?(?:{_SORT_WORD})?(?:的)?{tail}(?:都|全|各)*(?:能)?(?:有|取到|拿到|摸到|齐|出现|抽到)*(?:一{_M})?",
        aim,
    ):
        number = every["n"] or every["n2"]
        kinds = to_int(number) if number else len(counts)
        if not 2 <= kinds <= len(counts) or _PLENTY in counts:
            stay_out("so many sorts")
        return {"task": "kinds", "counts": counts, "wanted": kinds, "told": every[0]}
    if certain := patterns.fullmatch(
        rf"{begin}(?:(?P<n>{_N}){_M}(?:是)?)?(?P<name>\d{{2}}岁|(?:(?![和与及且或][^,]|[同异])[\u4e00-\u9fff]){{1,10}}?)(?:的)?(?:演员|学生|职工|员工|教师|老师|人|球|鲜花|花卉|果冻|糖果?|产品|零件|乒乓球|奖券)?(?:出现|被取出)?",
        aim,
    ):
        if patterns.search("[各都每]", certain["name"]):
            stay_out("several sorts")  # `黑白各有两颗`
        fitting = [place for place, each in enumerate(names) if _stem(certain["name"]) == each]
        if len(fitting) != 1 or _PLENTY in counts:
            stay_out("of which sort")
        wanted = to_int(certain["n"]) if certain["n"] else 1
        if not 1 <= wanted <= counts[fitting[0]]:
            stay_out("so many of it")
        return {"task": "certain", "counts": counts, "colour": fitting[0], "wanted": wanted, "told": certain[0]}
    stay_out(f"what is sure: {aim}")


_HARMLESS = """
木箱 纸箱 箱 布袋 袋子 口袋 袋 盒子 箱子 抽屉 鱼缸 篮子 仓库 里 里面 中 当中 装 装有 装着 装在 放 放着 放在 放有 混放 混杂 混杂地 放在一起 混在一起 一起 伸手 球 小球 木球 玻璃球 珠子 玻璃珠 袜子 筷子 手套 卡片 糖果 鱼 果冻 花卉 鲜花 花 颜色
大小 质地 形状 同样 相同 完全 它们 这些 分别 口味 品种 专业 编号 号码 数字 编 标 标有 标上 写有 编上 上 报名 参加 此次 次 读书会 高校 教师 专利 申请 演员 节目 要求 需要 组委会 挑选 选出 请 帮忙 计算 一下 算 一次 从 购买 购进 市场 买 布置 会场 布展区 搬运 运送 纸箱 打包 好 用 均 装车 再 由 工人 达到 目的 这样 学生 班 同学 小学 年级 身高 人 若干 许多 很多 各种 是 为 了 现在 现 想 已知 有 共 共有 的 条 个
"""


def read_sure(text: str) -> Recognition | None:
    """How many must be taken to be sure of something.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    if not story.has(r"保证|确保|一定|必定|必然|肯定"):
        return None
    story.refuse(
        r"概率|增加|后来|放回|左手|右手|左右|男|女|尺码|票|期望|平均|钥匙|扑克|副牌|张牌|差|和是|和为|之和|乘积|倍|余数|质数|属相|生肖|生日|出生|相邻|相连|连续|每人|每名|每位|每个(?:人|学生|同学)|或|并且|而且|且|大小[两二2]|借|订|投|坏了|如果再|已经|[拿取摸抽]走|先[拿取摸抽]|别的|规定|不得|弃权|作废"
    )
    story.refuse(r"每[种类色样][^,;。?\d]{0,6}?(?:至少|不少于|各|都)有?[两三四五六七八九]")  # so many of each: `read_free_sure` knows
    story.take_all(_BLIND)
    story.take_all(_ALIKE_THINGS)
    story.take_all(_APART)
    aimed = list(
        patterns.finditer(
            rf"(?:才能?|就能?|能够?|可以?|为了?|要想?|想|如果|若|需要|,)*(?:{_SURE})(?:了)?(?P<aim>[^,;。?]{{2,40}})|才能?(?P<aim2>有[^,;。?]{{2,40}})",
            story.rest,
        )
    )
    if len(aimed) != 1 or "多少" in aimed[0][0]:
        stay_out("what is sure")
    aim = aimed[0]["aim"] or aimed[0]["aim2"]
    if patterns.fullmatch("(?:能)?(?:达到|满足|符合)(?:上述)?(?:要求|目的|条件)", aim) and (
        goal := story.take(rf"(?:想|要|若要|如果要)(?:从[^,;。\d]{{1,8}}中)?{_DRAW}(?P<aim>[^,;。?]{{3,20}})(?=[,;。])")
    ):
        aim = "取出" + goal["aim"]
    story.take_spans([aimed[0].span()])
    asked = story.take(r"(?P<x>[a-z])的最小值(?:是|为|等于)?(?:多少)?") or story.take(_ASKED)
    if asked is None:
        return None
    story.take_all(_UNKNOWN)
    unit = asked.groupdict().get("unit") or ""
    try:
        sorts = _sorts(story)
        if any(patterns.search("每|任[选取意]", name) for name in sorts):
            stay_out("what each time is drawn")
    except ValueError:
        stay_out("sorts")
    if len(sorts) < 2 or min(sorts.values()) < 1:
        stay_out("sorts")
    # `黑球、白球共 10 个`: a colour that is named must be one of the sorts.
    named = set(patterns.findall(f"[{_COLOURS}](?=色|[\u4e00-\u9fff]?球|[、和与])", story.text))
    if any(name in _COLOURS for name in sorts) and not named <= {name[0] for name in sorts}:
        stay_out("a colour apart")
    wanted = _wanted(patterns.sub("[\ue000]", "", aim), sorts, story.text.find("筷") >= 0 or story.text.find("袜") >= 0)
    story.take_all(
        rf"(?:这|从这|共)?{_N}(?:种|个)(?:不同)?(?:的)?(?:{_SORT_WORD})?(?=的|[\u4e00-\u9fff]{{0,6}}\ue000)"
        if _same_count(story, len(sorts))
        else r"(?!)"
    )
    pass_over_background(story)
    story.finish(_HARMLESS + " " + " ".join(sorts))
    known = "，".join(f"{name} {'很多' if count == _PLENTY else count}" for name, count in list(sorts.items())[:8])
    return Recognition(
        parameters={**wanted, "unit": unit},
        understood=(("已知", known + (f"……共 {len(sorts)} 种" if len(sorts) > 8 else "")), ("求", f"保证{wanted['told']}")),
    )


def _same_count(story: Story, size: int) -> bool:
    """Whether every number of sorts that is left is that of the sorts found."""
    said = [to_int(each["n"]) for each in patterns.finditer(rf"(?P<n>{_N})(?:种|个)(?=[\u4e00-\u9fff]{{1,4}})", story.rest)]
    return bool(said) and all(each == size for each in said)
