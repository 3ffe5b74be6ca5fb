"""Papers' words for what is arranged, put as the readers know them: institutions, what is done at places, mornings and afternoons.

Nouns are open; what is put otherwise is told by closed words alone, and only where it says the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.civil._counting.assigning.words import PERSON, PLACE, UNIT, N
from engine.generators.civil._counting.restated_draws import restated_draws
from engine.generators.reading import to_int

_CJK = "[\u4e00-\u9fff]"
_NOUN = r"[^\d,;。?!:()、\s和与及每各任都均不没至最其若且或]"
_FAR = 20  # signs of a printed line at least
_COLOURS = "赤红橙黄绿青蓝紫黑白粉灰"


def _unwrapped(text: str) -> str:
    """Without the spaces that ends of printed lines leave within words."""
    last = 0

    def joined(space: re.Match[str]) -> str:
        nonlocal last
        far, last = space.start() - last > _FAR, space.end()
        return "" if far else space[0]

    text = patterns.sub(
        r"(?<=\d) (?=[\u4e00-\u9fff])|(?<=[、,\u4e00-\u9fff]) (?=[A-Z](?![A-Za-z]))|(?<=[、,\u4e00-\u9fff][A-Z]) (?=[、,\u4e00-\u9fff])",
        "",
        text,
    )
    return patterns.sub(r"(?<=[\u4e00-\u9fff,]) (?=[\u4e00-\u9fff])", joined, text)


_AIM = r"(?:了|保证|确保|加强|提高|提升|增强|庆祝|迎接|响应|推进|推动|深入|贯彻|落实|丰富|做好|纪念|弘扬|促进|方便|进一步|更好|切实|全面|有效|支持|配合|解决|开展|宣传|营造|改善|缓解|打造|助力|服务|加快)"
# What says nothing of who goes where: a purpose, a beginning at one time, how things are packed.
_TALK = re.compile(
    rf"(?:^|(?<=[,;。]))(?:为{_AIM}(?![^,]*(?:[甲乙丙丁戊]|小{_CJK}|入选|参加|在内|靠))(?:{_NOUN}){{2,30}},|(?:若|如果|假设|假如)?同时(?:开始|进行|开展|出发){_CJK}{{0,6}},"
    rf"|每[盆箱盒件本袋份台瓶](?:都|均)?(?:已|被)?用{_CJK}{{1,6}}(?:打包|包装|装|封装|包)(?:好|完毕)?,|抽签决定(?:出场|比赛|发言|参赛|演讲)?(?:的)?[顺次]序,)|(?:进入|入围|晋级)(?:总?决赛|复赛|半决赛)(?=,)"
    rf"|既(?=不|没有)|(?:若|如果|且)?不(?:考虑|计较?){_CJK}{{0,6}}?(?:挑选|选择|选取|取菜)的?(?:次序|顺序|先后),"
)
_ANY = re.compile(rf"(?<![取选抽摸出拿挑])任(?:一|何一|意一)(?=(?:{UNIT})?{_CJK}{{1,6}}?(?:都|均|保证|至少|最少|必须))")
_DECK = re.compile(r"52张的?扑克牌\((?:不含|没有|去掉|除去)大小王\)|(?:去掉|不含|除去|没有)大小王的(?:52张)?扑克牌")
_SURE = re.compile(r"(?<!才)(?<!能)(?<!能够)(?<!可)(?:保证|确保)(?=(?:在)?(?:每|各|至少|最少))")
# `对 4 栋楼开展检查`, and those who do so.
_DONE_AT = re.compile(
    rf"(?:对|为|给)(?:{_CJK}{{0,8}}的|辖区内?的?|下属的?|本[市区县]的?)?(?P<places>{N}(?:{UNIT}){_CJK}{{0,4}}?{PLACE})(?:同时)?(?:开展|进行|实施|提供){_CJK}{{2,12}}(?=[,;。])"
)
_DOERS = re.compile(rf"(?:该|这){_CJK}{{0,4}}?(?P<who>{N}(?:名|个|位)?{PERSON})(?:共同)?负责(?:此次|这次|本次)?{_CJK}{{2,10}}(?=[,;。])")
_RANGE = re.compile(
    rf"(?P<what>(?:不同的?)?{_CJK}{{0,4}}(?:[顺次]序|[方办]?[式法案]))的?(?:种数|总数)?在(?:以下|下列|下面)?哪个?(?:范围|区间)之?内?"
)
_SAME_POST = re.compile(
    rf"(?P<take>(?:任|随机)?(?:选|挑|抽|推选|任选)(?:出|取|派|举)?{N}(?:名|个|位)?(?:人|{PERSON})?)(?:共同)?担任(?P<post>[^\d,;。、和与及每各分一二三正副不]{{2,6}}),"
)


# `第一个去或最后一个去`, `乙在连续两天值班`, `调研路线`: the place in the row, the days, the order.
_PLACED = re.compile(r"(?P<at>第[一二三四五六]个|最后一个)(?:去|出场|发言|检查|视察|调研|参观|表演|进行)(?=或)")
_DAYS_BY = re.compile(r"(?:安排)?(?:在|于)?(?:相邻|连续)的?(?:[两2]天|日期)(?:值班|值日|值勤|上班)?")
_ORDER_OF = re.compile(r"(?<!条)(?P<what>调研|参观|视察|走访|检查|巡视|考察|慰问|巡查|拜访)(?:的)?路线")


def _in_a_row(text: str) -> str:
    text = _ORDER_OF.sub(r"\g<what>顺序", _PLACED.sub(r"\g<at>", text))
    if patterns.search("[顺次]序", text) and not patterns.search("概率|可能性", text):
        for noun in dict.fromkeys(
            patterns.findall(rf"{N}(?:个|场|门|项|家|所){_CJK}{{0,4}}?({_CJK}{{2}})(?=[,;。视调参检考走巡演发进])", text)
        ):
            # `甲社区`, `乙、丙两单位` of so many 社区, 单位
            text = patterns.sub(rf"(?<=[甲乙丙丁戊己庚])(?:[两三](?:个|场|门|项|家|所)?)?{noun}", "", text)
    for noun in dict.fromkeys(patterns.findall(rf"{N}(?:名|位){_CJK}{{0,4}}?({_CJK}{{2}})(?=[,中选派到分去赴])", text)):
        text = patterns.sub(rf"(?<=[甲乙丙丁戊己庚]){noun}", "", text)  # `甲教师` of so many 教师
    if not patterns.search("(?:周|星期)[一二三四五](?:到|至)", text) or not patterns.search("每人(?:值班?|轮流)?(?:一|1)天", text):
        return text
    return patterns.sub("轮流(?=值)", "", _DAYS_BY.sub("相邻", text))


_GIVES_ONE = re.compile(
    rf"(?P<list>(?:[甲乙丙丁戊己庚A-H]|{_NOUN}{{2,4}}?)(?:[、和与](?:[甲乙丙丁戊己庚A-H]|{_NOUN}{{2,4}}?))+)(?:这|共)?(?P<n>{N})(?:个|家|支|所|名|位)(?P<who>{PLACE}|{PERSON})各(?:自)?(?:只|都)?(?:有|出|派出?|报送?|准备|表演|选送|提交|推荐|带来)(?:了)?(?:一|1)(?P<unit>{UNIT})(?P<what>{_CJK}{{1,3}}?)(?=[,;。]|参|进|演|展)"
)


def _one_of_each(text: str) -> str:
    """`甲、乙、丙三个部门各出一个节目`, `甲部门的节目`: the things by the names of those who give them."""
    found = _GIVES_ONE.search(text)
    if found is None or len(patterns.split("[、和与]", found["list"])) != to_int(found["n"]):
        return text
    names = "|".join(map(re.escape, patterns.split("[、和与]", found["list"])))
    tail = patterns.sub(rf"(?P<name>{names})(?:{found['who']}|{found['who'][0]})?的?{found['what']}", r"\g<name>", text[found.end() :])
    return f"{text[: found.start()]}{found['list']}这{found['n']}{found['unit']}{found['what']}{tail}"


_ALL_DIFFER = re.compile(rf"\((?:各|每)(?:{UNIT}){_CJK}{{0,3}}?(?:均|都|各|互)*不(?:相)?同\)")


def _said_to_differ(text: str) -> str:
    """`(各幅画均不相同)`: of everything that is counted."""
    if _ALL_DIFFER.search(text) is None:
        return text
    plain = _ALL_DIFFER.sub("", text)
    first = patterns.split("[,;。]", plain)[0]
    return patterns.sub(rf"(?P<n>{N}(?:{UNIT}))(?!不同|人|排|行)(?={_CJK})", r"\g<n>不同的", first) + plain[len(first) :]


_ONE_EATS = re.compile(
    r"(?:每(?:位|名|个)|某(?:个|位|名)?)(?:顾客|客人|就餐者|食客|员工|职工|人)(?:只能|须|需要?|要|必须|可以?|想|从中|要求)*(?:从中)?(?=选)"
)


def _of_a_menu(text: str) -> str:
    """`有 4 种肉类……每位顾客选 2 种肉类`: what one of them chooses."""
    if patterns.search(rf"{N}(?:名|位|个)?(?:顾客|客人|就餐者|员工|职工|人)", text) or not patterns.search(rf"有{N}种", text):
        return text
    text = patterns.sub("(?<=[类菜汤食品果料])(?:可供|供)(?:其|顾客)?选择", "", text)

    def each(found: re.Match[str]) -> str:
        return found["n"] + found["noun"] if patterns.search(rf"种{found['noun']}", text[: found.start()]) else found[0]

    return patterns.sub(rf"(?P<n>{N}种)不同的(?P<noun>{_CJK}{{1,4}}?)(?=[、,和与及])", each, _ONE_EATS.sub("从中", text))


_BODY = re.compile(rf"组成(?:一?[个支])?(?P<body>{_CJK}{{2,8}}?)(?=,)")
_OF_A_BODY = re.compile(
    rf"(?:组建|组成|成立)(?:一|1)?(?:支|个)?(?:由)?(?P<k>{N})(?:名|个)?人(?:组成)?的?{_CJK}{{2,10}},(?:要|现|拟)*从(?P<pool>[^,;。]*?)中(?:进行)?(?:选拔|挑选|选派|选取|产生|抽调)(?=,)"
)


def _of_that_body(text: str) -> str:
    """`组成督查组，要求督查组中……`: among those chosen."""
    text = _OF_A_BODY.sub(r"从\g<pool>中选\g<k>人", text)
    found = _BODY.search(text)
    if found is None:
        return text
    ends = "|".join(found["body"][at:] for at in range(len(found["body"]) - 1))
    return text[: found.end()] + patterns.sub(rf"(?:该|这个|这支|此)?(?:{ends})(?:成员)?(?:中|里|内)", "其中", text[found.end() :])


# `为 3 个年级购置 10 套器材`, `负责 3 个片区的配送`, `大厅有 3 个窗口，……到这 3 个窗口`.
_BOUGHT_FOR = re.compile(
    rf"(?:给|为)(?P<places>{N}(?:{UNIT}){_CJK}{{0,3}}?{PLACE})(?:购置|购买|采购|准备|配备|添置|订购|购进)(?:了)?(?P<things>{N}(?:{UNIT}){_CJK}{{2,10}})(?=[,;。])"
)
_IN_CHARGE = re.compile(rf"负责(?P<places>{N}(?:{UNIT}){_CJK}{{0,4}}?{PLACE})的{_CJK}{{2,6}}(?=[,;。])")
_HAS_PLACES = re.compile(
    rf"(?:^|(?<=[,。])){_CJK}{{2,12}}?(?:共|设|设置|开设)?有(?P<p>{N}(?:{UNIT}){_CJK}{{0,3}}{PLACE}),(?=[^。]*?(?:到|在|给|至)这(?P=p))"
)
_WITHIN = re.compile(r"(?:需要?|计划|打算)?(?:在|于)?(?:一|1)(?:周|个月)(?:之)?内(?=到|去|对|前往)")


def _of_places(text: str) -> str:
    text = _HAS_PLACES.sub("", _WITHIN.sub("", text))
    return _IN_CHARGE.sub(r"负责\g<places>", _BOUGHT_FOR.sub(r"将\g<things>分给\g<places>", text))


# `3 件不合格`, `均合格`; `至少答对 2 道即可晋级`, of whom can do 6 of them.
_FIT = re.compile(r"(?<=[件个台只])(?P<of>不?合格)(?=[,。的])|(?P<all>都|均|全部?)(?:是|为)?(?P<of2>不?合格)(?=的)")
_PASSES = re.compile(
    rf"(?P<total>{N})道(?P<kind>{_CJK}{{0,3}}题)中(?P<draw>[^,;。]*?{N}道){_CJK}{{0,3}},(?:规定|要求)?至少(?:答对|做对|会做|答出)(?:其中的?)?(?P<k>{N})道题?(?:才|即|就|方)?(?:可以?|能|算|为)*(?P<pass>晋级|通过|及格|合格|过关|入选|录取)[,;。](?:已知|若|如果|现)*(?P<who>{_CJK}{{1,4}}?)(?:只|能)?(?:会做|会答|答对|会|掌握)(?:了)?(?:其中的?)?(?P<m>{N})道题?,(?:则|那么|问|求)*(?:他|她|(?P=who))?(?:能够?)?(?P=pass)"
)


def _of_quality(text: str) -> str:
    text = _FIT.sub(lambda each: f"均为{each['of2']}品" if each["all"] else f"{each['of']}品", text)
    return _PASSES.sub(r"有\g<total>道题,其中\g<m>道会题,从中\g<draw>,则至少有\g<k>道会题", text)


_DONE = "参观|检查|调研|视察|发言|出场|汇报|走访|表演|演讲|考察|去"
# Independence in any words; a title before a name; one of each of so many sorts; what is bought is chosen; an empty place.
_SAME_IN_SHORT: tuple[tuple[str, str], ...] = (
    (
        rf"(?:,|且|并且|假设|设)*(?:[甲乙丙]|、|和|[两三二各每](?:人|天|次|名|个|项)?|他们|选手)*{_CJK}{{0,4}}?(?:是否|能否){_CJK}{{1,6}}?(?:互不影响|相互独立|彼此独立|互相独立)(?=[,;。])",
        ",互不影响",
    ),
    (
        rf"(?:,|且|并且|假设|设)*(?:[甲乙丙]|、|和|[两三二各每](?:人|天|次|名|个|项)?|他们)*{_CJK}{{1,4}}?与否(?:互不影响|相互独立|彼此独立|互相独立)(?=[,;。])",
        ",互不影响",
    ),
    (r"(?<=[中,、和与且若])(?:副|正)?(?:[\u4e00-\u9fff]长|主任|书记|委员)(?=[小老][\u4e00-\u9fff])", ""),
    (rf"(?P<n>{N})种不同的(?P<noun>{_CJK}{{1,4}}?)各(?:一|1)(?P<unit>{UNIT})", r"\g<n>\g<unit>不同的\g<noun>"),
    (rf"(?:打算|准备|想|要)*(?:购买|选购|买)(?={N}种(?:[,;。]|{_CJK}{{1,3}},))", "从中选"),
    (r"(?<=[\u4e00-\u9fff])必(?:买|选)(?=[,;。])", "必须选"),
    (
        rf"(?:一|1)(?:个|支|名|位)(?P<who>{_CJK}{{0,4}}?(?:团|组|队|领导|干部|游客|评委))(?=要|需|依次|计划|准备|将|打算|先后|逐一)",
        r"某\g<who>",
    ),
    (rf"(?<=教授|老师|医生|主任)的{_CJK}{{2}}(?=都|均|必须|不|要|安排)", ""),
    (rf"(?:抽到|抽中|选出|选中|取出|取到)的{_CJK}{{1,4}}?(?:中|里)(?=既?有|至少|恰|至多)", "其中"),
    (r"上午[、和]下午各(?:安排|有|举行)?(?P<n>\d)(?P<unit>场|节|门|个|次|项)", r"上午\g<n>\g<unit>,下午\g<n>\g<unit>"),
    (rf"(?P<how>不能|必须|只能|不得|要)(?:最先|最早)(?:被)?(?:{_DONE})", r"\g<how>排在第一个"),
    (rf"(?P<how>不能|必须|只能|不得|要)最后(?:被)?(?:{_DONE})", r"\g<how>排在最后一个"),
    (
        rf"(?P<how>恰好?有{N}个{PLACE})(?:没有|未)(?:被)?(?:分到|分得|分配到?|有)(?:任何)?(?:[\u4e00-\u9fff]{{0,3}}{PERSON})(?=的|[,。])",
        r"\g<how>为空",
    ),
    (
        rf"每天(?:只)?(?:供应|安排|开设|提供|播放|讲|上)?(?:一|1)(?P<unit>种|道|门|项|节|场|个){_CJK}{{0,3}}?(?:且|,)?(?:互)?不(?:能)?重复",
        r"每天1\g<unit>",
    ),
)


def _in_short(text: str) -> str:
    for pattern, other in _SAME_IN_SHORT:
        text = patterns.sub(pattern, other, text)
    return text


_WITH_TASK = re.compile(rf"(?:一|1|另一)组(?P<n>{N})人(?:负责|去|参加|到){_CJK}{{2,6}}(?=,)")


def _without_tasks(text: str) -> str:
    """`一组 3 人负责清扫，一组 4 人负责宣传`: groups of different sizes are told apart by them already."""
    sizes = [to_int(each["n"]) for each in _WITH_TASK.finditer(text)]
    return _WITH_TASK.sub(r"一组\g<n>人", text) if len(sizes) > 1 and len(set(sizes)) == len(sizes) else text


_KNOWN_PART = re.compile(
    rf"(?P<all>{N}(?:名|个|位){PERSON})(?P<take>(?:中|里)[^,;。]*{N}(?:名|个|位)?人),已知(?:该|这|其)(?:个)?{_CJK}{{0,4}}?中?有(?P<part>{N}(?:名|个|位){_CJK}{{1,4}})(?=,)"
)


# `每个村都有第一书记`, of so many of them: somebody.
_ALL_HAVE = re.compile(
    rf"(?P<each>每(?:{UNIT})?{_CJK}{{1,6}}?(?:都|均)(?:必须|要|应当?|需)*(?:有|分到|分得))(?P<who>{_CJK}{{2,6}})(?=[,;。])"
)


def _somebody_at_each(text: str) -> str:
    text = patterns.sub("第一(?=书记|责任人)", "", text)

    def each(found: re.Match[str]) -> str:
        told = patterns.search(rf"(?:{N})(?:名|个|位){_CJK}{{0,4}}{found['who']}", text[: found.start()])
        return f"{found['each'].removesuffix('分到').removesuffix('分得').removesuffix('有')}有人" if told else found[0]

    return _ALL_HAVE.sub(each, text)


def _without_post(text: str) -> str:
    """Those who are all chosen for the same post are only chosen."""
    found = _SAME_POST.search(text)
    if found is None or "分别" in text:
        return text
    return patterns.sub(rf"(?:选出|当选|抽出)的{re.escape(found['post'])}中", "选出的人中", text.replace(found[0], f"{found['take']},", 1))


_SHARES = re.compile(
    rf"(?P<names>{_NOUN}{{1,6}}?(?:[、和与]{_NOUN}{{1,6}}?)+|有)(?P<n>{N})(?:个|所|家|支)(?P<noun>{PLACE})(?:,|的|各)?(?:人数|员工数?|职工数?|在职人数)(?:依次|分别)(?:有|为|是)*(?P<counts>\d+(?:人|名)?(?:[、,和与]\s?\d+(?:人|名)?)+)"
)


def _with_shares(text: str) -> str:
    """`A、B 两个部门，人数分别为 3、4 人`: so many of each."""

    def each(found: re.Match[str]) -> str:
        names = patterns.split("[、和与]", patterns.sub("^.*有", "", found["names"]))
        counts = patterns.findall(r"\d+", found["counts"])
        if names == [""] and not patterns.search("[甲乙丙丁]", text):
            names = list("甲乙丙丁戊己"[: len(counts)])
        if not len(names) == len(counts) == to_int(found["n"]):
            return found[0]
        head = found["names"][: found["names"].find("有") + 1]
        return head + "、".join(f"{name}{found['noun']}{count}人" for name, count in zip(names, counts, strict=True))

    return _SHARES.sub(each, text)


_SKILLED = re.compile(
    rf"(?P<n>{N})(?P<unit>名|个|位)(?P<noun>{_NOUN}{{1,6}}),其中(?:有)?(?P<k>{N})(?:名|个|位)?人?(?P<verb>擅长|精通|熟悉|负责|从事|只?会)(?P<a>{_NOUN}{{2,8}}),(?:其余|其他|剩下|另外|余下)(?:的)?(?:(?P<m>{N})(?:名|个|位)?)?人?(?:均|都)?(?P=verb)(?P<b>{_NOUN}{{2,8}})(?=[,;。])"
)


def _with_skills(text: str) -> str:
    """`6 名专家，其中 4 名擅长农业，其余擅长法律`: so many of each of two sorts."""
    found = _SKILLED.search(text)
    if found is None:
        return text
    total, some = to_int(found["n"]), to_int(found["k"])
    if not 0 < some < total or (found["m"] and to_int(found["m"]) != total - some):
        return text
    noun, unit = found["noun"], found["unit"]
    text = text.replace(found[0], f"{some}{unit}{found['a']}{noun}、{total - some}{unit}{found['b']}{noun}", 1)
    said = rf"(?:{found['verb']})(?P<what>{re.escape(found['a'])}|{re.escape(found['b'])})(?:的(?:{re.escape(noun)}|人))?"
    return patterns.sub(said, rf"\g<what>{noun}", text)


_GROUPED = re.compile(
    rf"分成(?P<n>{N})个?(?:小?组|小分队),?(?:分别|各自)?(?:到|去|前往|赴)(?P<where>(?P<names>[甲乙丙丁A-D](?:[、和][甲乙丙丁A-D])+)?(?P<m>{N})(?P<unit>个|所|家|座)?(?P<place>{PLACE}))[^,;。\d]{{0,12}}(?=,每)"
)


def _to_places(text: str) -> str:
    """`分成 3 个小组到 3 个县指导工作，每组……`: to the places, so many to each."""
    found = _GROUPED.search(text)
    if found is None or to_int(found["n"]) != to_int(found["m"]):
        return text
    text = text.replace(found[0], f"分到{found['where']}", 1)
    return patterns.sub("每个?小?(?:组|分队)", f"每{found['unit'] or '个'}{found['place']}", text)


_NAMES = "(?:[甲乙丙丁戊己A-F]|小[\u4e00-\u9fff])"
_COUNTED_AGAIN = re.compile(
    rf"(?P<list>{_NAMES}(?:[、和与] ?{_NAMES})+) ?(?P<n>{N})(?:{UNIT})(?!人){_CJK}{{1,4}}?(?=(?:都|均)?(?:不|必须|只能|要|应|需|安排))"
)


def _counted_once(text: str) -> str:
    """`A、B、C 三场讲座不能……`: the names alone."""

    def each(found: re.Match[str]) -> str:
        return found["list"] if len(patterns.findall(_NAMES, found["list"])) == to_int(found["n"]) else found[0]

    return _COUNTED_AGAIN.sub(each, text)


_ONE_BY_ONE = re.compile(
    rf"(?:(?:依次|先后)(?:取|摸|抽)出的?{_CJK}{{0,3}}?(?:依次|恰好?|分别)*(?:是|为)|(?:取|摸|抽)出的?{_CJK}{{0,3}}?(?:的?颜色)?(?:恰好)?(?:依次|先后)(?:是|为))(?P<list>[{_COLOURS}]色?球?(?:[、,和][{_COLOURS}]色?球?)+)"
)


def _in_turns(text: str) -> str:
    """`依次是黑、红、白球`: which is the first, the second, the third."""

    def each(found: re.Match[str]) -> str:
        colours = patterns.findall(rf"[{_COLOURS}]", found["list"])
        return (
            ",".join(
                f"第{'一二三四五六'[place]}次是{colour}{'球' if f'{colour}球' in text else '色'}" for place, colour in enumerate(colours)
            )
            if len(colours) < 7
            else found[0]
        )

    return _ONE_BY_ONE.sub(each, text)


# `分成 3 组，分别到 3 个年级听课`: where a group goes matters to no chance of who is in one.
_SOMEWHERE = re.compile(
    rf"(?P<groups>(?:分|组)成(?P<n>{N})个?(?:小组|组|队),每(?:个)?(?:小组|组|队){N}人),(?:分别|各自)(?:到|去|赴|前往)(?P<m>{N})(?:{UNIT}){_CJK}{{1,8}}(?=[,;。])"
)


def _wherever(text: str) -> str:
    def each(found: re.Match[str]) -> str:
        return found["groups"] if to_int(found["n"]) == to_int(found["m"]) else found[0]

    return _SOMEWHERE.sub(each, text) if patterns.search("概率|可能性", text) else text


_HALVES = re.compile(
    rf"(?:其中|有|,|安排|在)*上午(?:安排|有|举行|进行)?(?P<a>{N})(?P<unit>场|节|门|个|次|项)?[、,和]?下午(?:安排|有|举行|进行)?(?P<b>{N})(?P=unit)?"
)
_HALF = re.compile(r"(?P<half>上午|下午)(?:(?:的)?第(?P<k>[一二三四五])(?:场|节|门|个|次|项)?)?")


def _of_a_day(text: str) -> str:
    """`上午 4 场，下午 2 场`: a row in which the first are in the morning."""
    found = _HALVES.search(text)
    if found is None:
        return text
    first, size = to_int(found["a"]), to_int(found["a"]) + to_int(found["b"])
    every = patterns.search(rf"(?P<n>{N})(?P<unit>场|节|门|个|次|项|位|名)(?P<noun>{_CJK}{{1,6}}?)(?=,)", text[: found.start()] + ",")
    if every is None or to_int(every["n"]) != size or not 2 <= size <= 9:
        return text
    noun = every["noun"].removeprefix("不同的")
    head, told = text[: every.start()], text[every.start() : every.end()]
    if "、" not in patterns.split("[,;。]", head)[-1]:  # nobody says that two of them are alike
        told = told.replace(noun, f"不同的{noun}", 1)
    body = f"{patterns.sub(f'(?:(?:1|一)天)?(?:要|需)?安排(?={_CJK}{{1,4}}、)|(?:1|一)天(?=要|需|安排|共|有)', '有', head)}{told}{text[every.end() : found.start()].removesuffix(',')}排成一排{text[found.end() :]}"
    if title := patterns.search(rf"[甲乙丙丁戊A-F](?P<title>{_CJK}{{0,3}})的{re.escape(noun)}", body):
        body = patterns.sub(rf"(?<=[甲乙丙丁戊A-F]){title['title']}(?:的{re.escape(noun)})?", "", body)

    def spots(half: re.Match[str]) -> str:
        start, end = (1, first) if half["half"] == "上午" else (first + 1, size)
        if half["k"]:
            at = start + "一二三四五".index(half["k"])
            return f"第{at}个" if at <= end else half[0]
        return "或".join(f"第{at}个" for at in range(start, end + 1))

    return _HALF.sub(spots, body)


_COLOURED = re.compile(
    rf"(?P<names>[{_COLOURS}]色?(?:[、和][{_COLOURS}]色?)+)(?P<n>{N})(?P<unit>盏|面|个|只|种|盆|枚|张|辆|本|支|朵)(?:不同)?(?:颜色)?的?(?P<noun>{_CJK}{{1,3}}?)(?=,|摆|排|按|挂|放|插|站|各1|各一)"
)


def _of_one_colour(text: str) -> str:
    """`红、黄、蓝三盏彩灯`, `红灯`: one of each colour, called by its colour."""
    found = _COLOURED.search(text)
    if found is None:
        return text
    names = patterns.findall(rf"[{_COLOURS}]", found["names"])
    if patterns.search("[涂刷染漆]", text) or len(set(names)) != len(names) or len(names) != to_int(found["n"]) or len(names) < 3:
        return text
    unit = "件" if found["unit"] == "种" else found["unit"]
    head, tail = text[: found.start()], text[found.end() :]
    tail = patterns.sub(rf"(?P<c>[{''.join(names)}])色?的?(?:{re.escape(found['noun'])}|{re.escape(found['noun'][-1])})", r"\g<c>色", tail)
    tail = patterns.sub(rf"(?:这)?(?:{N})(?:{UNIT})?{re.escape(found['noun'])}(?:符合要求)?的?|按1?一?定的?顺序", "", tail)
    for number, name in enumerate(names):
        tail = tail.replace(f"{name}色", "甲乙丙丁戊己庚辛壬癸"[number])
    return f"{head}{'、'.join('甲乙丙丁戊己庚辛壬癸'[: len(names)])}这{len(names)}{unit}{found['noun']}{tail}"


_SAYINGS: tuple[Callable[[str], str], ...] = (
    _unwrapped,
    restated_draws,
    lambda text: _DECK.sub("52张扑克牌", _SURE.sub("", _ANY.sub("每", _TALK.sub("", text)))),
    lambda text: _DOERS.sub(r"\g<who>", _DONE_AT.sub(r"到\g<places>检查", text)),
    _somebody_at_each,
    _in_a_row,
    _one_of_each,
    _said_to_differ,
    _of_a_menu,
    _in_short,
    _without_tasks,
    _of_that_body,
    _of_places,
    _of_quality,
    lambda text: _KNOWN_PART.sub(r"\g<all>,其中有\g<part>,从\g<take>", text),
    lambda text: _RANGE.sub(r"\g<what>共有多少种", text),
    _without_post,
    _with_shares,
    _with_skills,
    _to_places,
    _counted_once,
    _in_turns,
    _wherever,
    _of_a_day,
    _of_one_colour,
)


def restated(text: str) -> str:
    """A normalised text in the words that the readers of counts and chances know."""
    for saying in _SAYINGS:
        text = saying(text)
    return text
