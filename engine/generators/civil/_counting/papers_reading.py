"""Reading counts that exam papers ask again and again; tried where the readers of usual wordings do not understand a problem."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._counting.combinatorics.words import ASKED, WAY, WORDS
from engine.generators.civil._problems.background import pass_over_background
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_N = r"(?:\d+|[一二两三四五六七八九十]+)"
_ONE = r"(?:个|名|位|只|件|本|封|辆|台|间|把|顶|张|盆|盏|项|种|支|棵|份|人|所|家|条|部)"
_WORDS = WORDS + " 进行 完成 负责 分别 选择 可以 有 不同 顺序 人员 情况 下属 员工 开发 每人 参与 参赛 项目 小组"


def _opened(text: str) -> Story:
    story = Story(text)
    story.refuse("概率|可能性|几率")
    return story


def _asked(story: Story) -> None:
    if (
        story.take(rf"(?:分别|各)?{ASKED}") is None
        and story.take(rf"(?:则|那么|,)*[\u4e00-\u9fff]{{0,8}}?(?:{WAY})(?:一?共)?(?:有)?(?:多少种)?(?:多少)?") is None
    ):
        stay_out("no ways asked")
    story.take_all(rf"(?:不同的)?{WAY}(?=[,;。?]|$)|多少种?(?=[,;。?]|$)")


def _finish(story: Story, words: str = "") -> None:
    pass_over_background(story)
    story.finish(f"{_WORDS} {words}")


def _counted(name: str, arguments: list[object], *understood: tuple[str, str]) -> Recognition:
    return Recognition(parameters={"task": "counted", "how": name, "arguments": arguments}, understood=understood)


_PLACE = r"[\u4e00-\u9fffA-Z]{1,8}?"
_MEANS = r"(?:条|种|班|趟|列|次|路|架)"


def read_routes_added(text: str) -> Recognition | None:
    """Ways between places told in any order, some straight and some over others.

    Raises:
        StayOut: something is not understood.
    """
    story = _opened(patterns.sub("(?<=[\u4e00-\u9fff])(?:可以?)?直[接达](?=到)", "", text))
    story.refuse("不(?!同)|返回|往返|至少|最多|必须|如果|若|下图|如图")
    goal = story.take(
        rf"(?:则|那么|某人|小[\u4e00-\u9fff]|要|,|问)*从(?P<a>{_PLACE})到(?P<b>{_PLACE})(?:的)?(?:一?共|总共)?(?:可以|能)?(?:有)?(?:多少(?:种|条)(?:不同)?(?:的)?[\u4e00-\u9fff]{{0,5}}|(?:不同的?)?(?:路线|走法|乘车法|出行选择|方法|方式)(?:一?共)?(?:有)?(?:多少)?(?:种|条)?)(?=[?。:]|$)"
    )
    if goal is None:
        return None
    ways: list[list[object]] = []
    for leg in story.take_all(
        rf"(?:某市|,|又|且)*从(?P<a>{_PLACE})到(?P<b>{_PLACE})(?:每天|每日|分别|共|可乘|可以?坐|有)+(?:[\u4e00-\u9fff]{{0,4}}?)(?P<list>(?:{_N}{_MEANS}(?:不同的?)?[\u4e00-\u9fff]{{0,5}}?[、,和])*{_N}{_MEANS}(?:不同的?)?(?:[\u4e00-\u9fff]{{0,5}}?))(?=[,;。])"
    ):
        for number in patterns.findall(rf"({_N}){_MEANS}", leg["list"]):
            ways.append([leg["a"], leg["b"], to_int(number)])
    ends = {str(end) for way in ways for end in way[:2]}
    if not ways or not {goal["a"], goal["b"]} <= ends or len(ends) > 6:
        return None
    _finish(story, "某市 出行 直达 班车 路线 道路")
    return _counted(
        "routes",
        [ways, goal["a"], goal["b"]],
        ("路线", "；".join(f"{one}到{other} {number} 种" for one, other, number in ways)),
        ("求", f"从{goal['a']}到{goal['b']}"),
    )


_APART = r"(?:互|都|均|各|两两|彼此)*不(?:能|得|可以?|许|相)?(?:够)?(?:相邻|挨着|挨在一起|坐在一起|站在一起|排在一起|放在一起|在一起|连续(?:进行)?|相连)"


def read_apart(text: str) -> Recognition | None:
    """A row in which some do not stand side by side, or not all together.

    Raises:
        StayOut: something is not understood.
    """
    story = _opened(text)
    story.refuse("圆桌|至少|两端|首尾|排头|开头|第[一二三\\d]|选出|挑选|甲|必须(?!不)|或者")
    whole_not = story.take(
        rf"(?:若|如果|要求|假设|且|,|比赛时|[\u4e00-\u9fff]{{0,3}}时)*(?:要求)?(?P<n>{_N})(?P<m>{_ONE})(?P<who>[\u4e00-\u9fff]{{1,5}}?)不(?:能|得)?(?:全|全部|都)(?:连|站|坐|排|相邻|挨)(?:在一起|着)?"
    )
    apart = (
        None
        if whole_not
        else story.take(rf"(?:若|如果|要求|假设|且|,|其中)*(?:要求|这)?(?P<n>{_N})(?P<m>{_ONE})(?P<who>[\u4e00-\u9fff]{{1,5}}?){_APART}")
    )
    found = whole_not or apart
    if found is None:
        return _two_named_apart(story)
    bound, who = to_int(found["n"]), found["who"]
    sorts = {
        each["name"]: to_int(each["n"])
        for each in story.take_all(
            rf"(?:将|把|由|有|和|、|其中|与|每支[\u4e00-\u9fff]{{1,4}})*(?:有)?(?P<n>{_N})(?:名|位|个|盆|只|棵|本)(?P<alike>同样的?|相同的?|完全相同的?|优秀)?(?P<name>[\u4e00-\u9fff]{{1,4}}?)(?=[,;。和、坐站排组摆放成])"
        )
    }
    alike = patterns.search("同样的|(?<!不)相同的", story.text) is not None
    story.take_all(r"(?:坐|站|摆放?|排)(?:成|着|在)*(?:一|1)(?:排|列|行)|组成|摆放|假设|比赛时")
    if who not in sorts or sorts[who] != bound or len(sorts) != 2:
        stay_out("who")
    (other,) = (name for name in sorts if name != who)
    total = sorts[other]
    among = patterns.search(rf"其中[^,;。\d]{{0,6}}?{_N}{_ONE}{re.escape(who)}", story.text) is not None
    size = total if among else total + bound
    _asked(story)
    _finish(story, "花 红花 黄花 男职工 女职工 员工 参赛队伍 队伍 站位 座次 职工大会 举办 拔河 比赛 单位")
    if not 2 <= bound < size <= 12:
        stay_out("how many")
    if alike:
        if whole_not or among:
            stay_out("alike, and not all together")
        return _counted(
            "alike-apart", [bound, total], ("排成一排", f"{who} {bound} 个、{other} {total} 个，同类相同"), ("条件", found[0].strip(","))
        )
    return _counted(
        "row-not-together" if whole_not else "row-apart", [size, bound], ("排成一排", f"{size} 个"), ("条件", found[0].strip(","))
    )


def _two_named_apart(story: Story) -> Recognition | None:
    """`由五个部分组成……若观看视频和阅读文章不能连续进行`: two named ones of a list apart."""
    listed = story.take(
        rf"(?P<gap>[^,;。?\d\ue000]{{0,10}}?)(?:由|有|包括)(?P<names>(?:[\u4e00-\u9fff]{{2,6}}、)+[\u4e00-\u9fff]{{2,6}}?)(?P<n>{_N})个(?:部分|环节|步骤|节目|项目|内容)(?:组成|构成)?"
    )
    if listed is None:
        return None
    names = listed["names"].split("、")
    pair = story.take(rf"(?:若|如果|要求|且|,)*(?P<a>[\u4e00-\u9fff]{{2,6}}?)(?:和|与|、)(?P<b>[\u4e00-\u9fff]{{2,6}}?){_APART}")
    if pair is None or pair["a"] not in names or pair["b"] not in names or to_int(listed["n"]) != len(names):
        stay_out("which two")
    story.take_all(
        rf"(?:某?[\u4e00-\u9fff]{{2}})?(?:要)?先后(?:学|做|完成|进行)完?(?:这{_N}个(?:部分|环节|步骤|节目|项目|内容))?|(?:该|这名)[\u4e00-\u9fff]{{2}}"
    )
    _asked(story)
    _finish(story, "学习 学习平台 内容 部分 顺序 选择 学员")
    return _counted("row-apart", [len(names), 2], ("排列", f"{len(names)} 个"), ("条件", pair[0].strip(",")))


def read_met(text: str) -> Recognition | None:
    """So many handshakes: how many people.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    shaken = story.take(r"(?:有人统计|统计|据统计)?(?:一?共|总共)?(?:握|握了|握过)手?(?:了)?(?P<n>\d+)次(?:手)?")
    two = story.take(r"(?:两两|每(?:两|2)(?:个)?人|任意(?:两|2)人)(?:之间)?(?:都|均|彼此|互相|相互|只|各)*(?:握手|握)(?:一|1)?次?(?:手)?")
    asked = story.take(
        r"(?:到会|参加会议|与会|参会|那么|则|,)*(?:的)?(?:一?共|总共)?(?:有)?(?:多少人|多少名(?:代表|人))|(?:参加[^,;。]{0,4}|与会|到会)?(?:的)?人数(?:为|是)?多少"
    )
    if not shaken or not two or not asked:
        return None
    _finish(story, "参加 会议 的 人 彼此")
    return Recognition(
        parameters={"task": "counted", "how": "met", "arguments": [int(shaken["n"])], "unit": "人"},
        understood=(("两两握手", f"{shaken['n']} 次"), ("求", "人数")),
    )


def read_majority(text: str) -> Recognition | None:
    """Some chosen, of one sort at least as many as of the others.

    Raises:
        StayOut: something is not understood.
    """
    story = _opened(text)
    whole = story.take(
        rf"(?:共?有)(?P<kind>职工|员工|人员|教师|成员|学生)?(?P<n>{_N})(?:人|名)(?P<kind2>职工|员工|人员|教师|成员|学生)?,其中(?:有)?(?P<what>[\u4e00-\u9fff]{{2,5}}?)(?:有)?(?P<m>{_N})(?:人|名)"
    )
    taken = story.take(
        rf"(?:现|要|,)*(?:从(?:整个|全)?[\u4e00-\u9fff]{{1,3}}(?:中|里)?)?(?:选出|选派|选|抽调|派出?)(?P<k>{_N})(?:人|名)(?:[\u4e00-\u9fff]{{0,6}}?)(?=,)"
    )
    more = story.take(
        r"(?:要求|且|,|其中)*(?P<a>[\u4e00-\u9fff]{2,5}?)(?:的)?(?:人数)?(?P<how>不少于|不低于|多于|大于)非(?P<b>[\u4e00-\u9fff]{2,5}?)(?:的)?(?:人数|次数|数量)?(?=[,;。?])"
    )
    if not whole or not taken or not more or more["a"] != whole["what"] or more["b"] != whole["what"]:
        return None
    _asked(story)
    _finish(story, "培训 选人 单位 参加 " + whole["what"])
    total, mine, take = to_int(whole["n"]), to_int(whole["m"]), to_int(taken["k"])
    if not 0 < mine < total or not 2 <= take <= total:
        stay_out("how many")
    return _counted(
        "majority",
        [mine, total, take, more["how"].startswith("不")],
        ("共", f"{total} 人，{whole['what']} {mine} 人"),
        ("选", f"{take} 人，{more[0].strip(',')}"),
    )


def read_lamps_on(text: str) -> Recognition | None:
    """Lamps in a row, so many on, of two neighbours at least one on.

    Raises:
        StayOut: something is not understood.
    """
    story = _opened(text)
    total = story.take(rf"(?:一?共|总共|有)+(?P<n>{_N})盏(?:路灯|灯)")
    burning = story.take(rf"(?:计划|决定|打算)?(?:只|仅)?(?P<how>打开|开启|点亮|关闭|关掉)(?:其中的?)?(?P<n>{_N})盏(?:路灯|灯)?")
    rule = story.take(
        r"(?:但|要求|,)*(?:任意)?相邻的?(?:两|2)盏(?:路灯|灯)?(?:中)?至少(?:有)?(?:一|1)盏(?:是)?(?:开启|打开|点亮|亮)(?:的|着)?"
    )
    if not total or not burning or not rule:
        return None
    _asked(story)
    story.take_all(r"为了节约用电|(?:但)?(?:为了)?不影响(?:行路|行车|行人)?安全|(?:某条)?道路(?:的)?(?:一|1)侧|开灯|关灯")
    _finish(story, "路灯 开灯 关灯 道路")
    count, said = to_int(total["n"]), to_int(burning["n"])
    on = said if burning["how"] not in ("关闭", "关掉") else count - said
    if not 0 < on < count <= 60:
        stay_out("how many")
    return _counted("lamps", [count, on], ("灯", f"{count} 盏，亮 {on} 盏"), ("条件", "相邻两盏至少亮一盏"))


_DIGITS = r"(?:由|用)?(?:数字)?(?P<row>\d(?:[、,]\s*\d)+)(?:这|共)?(?:(?:\d+|[一二三四五六七八九])个(?:数字|数)?)?"


def read_laid_digits(text: str) -> Recognition | None:
    """The sum of all numbers laid of some digits.

    Raises:
        StayOut: something is not understood.
    """
    story = _opened(text)
    digits = story.take(_DIGITS)
    laid = story.take(
        r"(?:可以|能|,)*(?:组成|构成|得到)(?:一个|1个)?(?:没有|无|不含|数字不)重复(?:数字)?(?:的)?(?:所有)?(?:的)?(?P<n>[一两二三四五六七八2-8])位数"
    )
    if not digits or not laid:
        return None
    row = [int(each) for each in patterns.findall(r"\d", digits["row"])]
    places = to_int(laid["n"])
    if len(set(row)) != len(row) or not 2 <= places <= len(row):
        stay_out("digits")
    if story.take(r"(?:的)?(?:之)?(?:总)?和(?:是|为|等于)?(?:多少)?"):
        _finish(story)
        return Recognition(
            parameters={"task": "counted", "how": "sum-of-numbers", "arguments": [row, places], "unit": "和"},
            understood=(("数字", "、".join(map(str, row))), ("求", f"所有没有重复数字的 {places} 位数之和")),
        )
    return None


COUNTING_PAPER_READERS = (
    read_routes_added,
    read_apart,
    read_met,
    read_majority,
    read_lamps_on,
    read_laid_digits,
)
