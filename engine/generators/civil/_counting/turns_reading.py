"""Reading rotas in which nobody's turns come one after another, choices from different groups, things put away in turn, families in rows."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._counting.assigning.words import PERSON as PERSONS
from engine.generators.civil._counting.combinatorics.words import WORDS, asked_ways
from engine.generators.civil._problems.background import pass_over_background
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_N = r"(?:\d+|[一二两三四五六七八九十]+)"
_C = r"(?:名|个|位|人|本|只|件|张|盆|支|台|份|颗|枚|块|把)"
_NAMES = r"(?P<names>[甲乙丙丁戊A-E](?:[、和]?[甲乙丙丁戊A-E]){1,4}|小[\u4e00-\u9fff](?:[、和]小[\u4e00-\u9fff]){1,4})"
_DUTY = r"(?:值班|值日|值勤|轮班|上班|加班|巡逻|守夜|坐班|值守)"


def _opened(text: str, more: str = "") -> Story:
    story = Story(text)
    story.refuse(f"概率|可能性|几率{more}")
    return story


def _counted(how: str, arguments: list[object], *understood: tuple[str, str]) -> Recognition:
    return Recognition(parameters={"task": "counted", "how": how, "arguments": arguments}, understood=understood)


def read_turns(text: str) -> Recognition | None:
    """`甲、乙、丙三人在 6 天内值班，每人 2 天且不连续`.

    Raises:
        StayOut: something is not understood.
    """
    story = _opened(text, "|至少|至多|最多|不能在|只能|必须(?!不)")
    apart = story.take(
        r"(?:要求|规定|但|且|并且|,)*(?:每人|同一(?:个)?人|任何人|任意一人|每个人|都|均)*(?:的)?(?:值班)?(?:都|均)?(?:不|不能|不可以?|不得|不允许|不会)(?:能|得)?(?:有人)?(?:连续|连着|相邻|在连续|在相邻)(?:的)?(?:安排|值班|值日|值勤|上班)?(?:两天|2天)?(?:值班|值日|值勤|上班)?(?=[,;。?]|$|问|则|的)"
    )
    if apart is None or not story.has(_DUTY):
        return None
    people = story.take(rf"{_NAMES}(?:这|共)?(?:(?P<n>{_N})(?:名|个|位)?(?:人|{PERSONS}))?")
    if people is None:
        return None
    count = len(patterns.findall(r"[甲乙丙丁戊A-E]|小[\u4e00-\u9fff]", people["names"]))
    if people["n"] and to_int(people["n"]) != count:
        stay_out("how many people")
    span = story.take(
        r"(?:在|于|从)?(?:(?P<m>\d{1,2})月)?(?P<low>\d{1,2})(?:日|号)?(?:至|到|~|-|—)(?:(?P<m2>\d{1,2})月)?(?P<high>\d{1,2})(?:日|号)(?:期间)?(?:这(?P<n>\d+)天)?|(?:在|于)?(?:未来|接下来|今后|连续|国庆|春节|假期)*(?:的)?(?P<days>\d+|[一二两三四五六七八九十]+)天(?:假期|长假)?(?:内|里|中|假期|时间)*"
    )
    each = story.take(
        rf"(?:要求|规定|其中|且|并且|,)*(?:每人|每个人|每名[\u4e00-\u9fff]{{2}}|各|每位[\u4e00-\u9fff]{{2}})(?:都|均|各)*(?:需要?|要|安排)?{_DUTY}?(?P<n>{_N})天{_DUTY}?"
    )
    if span is None or each is None or (span["m2"] and span["m2"] != span["m"]):
        return None
    days = to_int(span["days"]) if span["days"] else int(span["high"]) - int(span["low"]) + 1
    if span["n"] and int(span["n"]) != days:
        stay_out("how many days")
    share = to_int(each["n"])
    story.take_all(r"(?:且|,)*每天(?:只|仅|安排|有|由|恰好|需要?|要)*(?:一|1)(?:个|名|位)?人(?:值班|值日|值勤|上班)?")
    if share * count != days or not 2 <= share <= 4 or days > 14:
        stay_out("how many days each")
    asked_ways(story)
    pass_over_background(story)
    story.refuse("不|没|未|除|若|如果")
    story.finish(WORDS + " 值班 值日 轮流 轮班 上班 期间 每天 一人 放假 国庆 假期 办公室 安排表 员工 职工 每人")
    return _counted("turns-apart", [[share] * count], ("人数", f"{count} 人，每人 {share} 天"), ("条件", "同一人不连续"))


def read_from_groups(text: str) -> Recognition | None:
    """`3 个科室分别有 7、9、6 名职工，抽调 2 名来自不同科室的`.

    Raises:
        StayOut: something is not understood.
    """
    story = _opened(text, "|至少|至多|最多|男|女|必须|甲|职务|分别担任|分别负责")
    take = story.take(
        rf"(?:现|要|需要?|从|其|中|准备|打算|,)*(?:抽调|选派|选出|选取|选择|挑选|抽取|派出|选|派|抽)(?:出)?(?P<n>{_N})(?:{_C})(?:来自|属于)?(?P<way>不同|同一(?:个)?)(?:的)?(?P<what>[\u4e00-\u9fff]{{1,4}}?)的(?P<gap>[\u4e00-\u9fff]{{1,4}}?)(?P<to>(?:参加|参与|去|到|前往|组成)[^,;。?\d两三四各别]{{0,12}}?)?(?=[,;。?]|问|$)"
    )
    if take is None or take["way"] != "不同":
        return None
    groups = story.take(
        rf"(?P<m>{_N})(?:个|支|家|所|间)(?:不同的?)?(?P<gap>[\u4e00-\u9fff]{{1,6}}?)(?:人数|员工|职工)?(?:分别|依次)(?:有|是|为)?(?P<sizes>\d+(?:{_C})?(?:[、,和与]\d+(?:{_C})?)+)(?P<who>[\u4e00-\u9fff]{{0,4}}?)(?=[,;。]|\ue000)"
    )
    if groups is None or not groups["gap"].endswith(take["what"]):
        return None
    sizes = [int(each) for each in patterns.findall(r"\d+", groups["sizes"])]
    number = to_int(take["n"])
    if len(sizes) != to_int(groups["m"]) or not 2 <= number <= len(sizes):
        stay_out("how many groups")
    asked_ways(story)
    pass_over_background(story)
    story.finish(WORDS + " 挑选 共 调研 下属 某机关 现在")
    return _counted("different-groups", [sizes, number], ("各组人数", "、".join(map(str, sizes))), ("选出", f"{number} 个，来自不同的组"))


def read_put_away_in_turn(text: str) -> Recognition | None:
    """`从 5 个不同的小球中选 2 个放入第一个盒子，再选 2 个放入第二个盒子`.

    Raises:
        StayOut: something is not understood.
    """
    story = _opened(text, "|至少|至多|最多|必须|相同的(?!方法)|甲|若|如果|放回")
    things = story.take(
        rf"(?:从|有|现有)*(?P<n>{_N})(?:{_C})(?:各不相同|互不相同|不同)的?(?P<what>[\u4e00-\u9fff]{{1,3}}?)(?:中|里)?(?=[,;。选取任拿挑])"
    )
    if things is None:
        return None
    steps = story.take_all(
        rf"(?:先|再|然后|又|并|,|从剩下的?(?:[\u4e00-\u9fff]{{1,3}})?中|任意?|随机)*(?:选|取|拿|挑)(?:出)?(?P<n>{_N})(?:{_C})(?:[\u4e00-\u9fff]{{1,2}})?,?(?:放|装)(?:入|进|到)(?:在)?(?P<where>第(?:[一二三四]|\d)个|另(?:外)?一?个|[甲乙丙A-C])(?P<holder>[\u4e00-\u9fff]{{1,3}}?)(?:里|中)?(?=[,;。?]|问|则|共|$)"
    )
    if len(steps) < 2 or len({each["where"] for each in steps}) != len(steps):
        return None
    takes = [to_int(each["n"]) for each in steps]
    count = to_int(things["n"])
    if sum(takes) > count or count > 30:
        stay_out("more than there are")
    asked_ways(story)
    pass_over_background(story)
    story.finish(WORDS)
    return _counted("taken-in-turn", [count, takes], ("共", f"{count} 个"), ("依次取", "、".join(map(str, takes))))


def read_families_in_rows(text: str) -> Recognition | None:
    """Families that sit side by side, each in one of several rows of seats.

    Raises:
        StayOut: something is not understood.
    """
    story = _opened(text, "|至少|至多|两端|父母|孩子坐|中间")
    families = story.take(
        rf"(?P<n>{_N})个(?P<size>{_N})口之家(?:一起)?(?:出行)?(?:去|来)?(?:旅游|旅行|出游|看电影|看演出|聚餐|就餐|吃饭|看戏|听音乐会)?"
    )
    rows = story.take_all(rf"(?:其中|另|,)*(?:一|另一?|1|前|后)排(?:有)?(?P<n>{_N})个?座位?")
    if families is None or len(rows) != 2:
        return None
    told = story.take(
        r"(?:要求|如果|若|且|,)*(?:同一(?:个)?家庭(?:的)?(?:成员|人)?|每家(?:人)?|每个家庭(?:的)?(?:成员)?)(?:都|均|只能|必须|要|应|需|被|安排)*(?:坐)?在同一排(?:座位)?(?:上)?(?:且|并且|,)?(?:相邻|挨着|连着)(?:而坐|就坐|就座|坐|的座位)?"
    )
    if told is None:
        return None
    story.take_all(r"(?:他们)?(?:被)?(?:安排)?(?:坐)?在(?:两|2)排(?:相对)?的?座位(?:上)?")
    asked_ways(story)
    pass_over_background(story)
    story.refuse("不(?!同)")
    story.finish(WORDS + " 他们 那么 一起 出行 旅游 被安排")
    count, size = to_int(families["n"]), to_int(families["size"])
    seats = [to_int(each["n"]) for each in rows]
    if not 2 <= count <= 4 or not 2 <= size <= 5 or max(seats) > 12:
        stay_out("how many")
    return _counted(
        "families-in-rows",
        [count, size, seats],
        ("家庭", f"{count} 个，每家 {size} 人"),
        ("座位", "、".join(f"{each} 个" for each in seats)),
    )


TURN_READERS = (read_turns, read_from_groups, read_put_away_in_turn, read_families_in_rows)
