"""Reading rows and duties as exam papers put them: some together, not at the ends, not on a certain day, two not in certain towns; and things
shared out within bounds.
"""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._counting.combinatorics.words import ASKED, WAY, WORDS
from engine.generators.civil._problems.background import pass_over_background
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_N = r"(?:\d+|[一二两三四五六七八九十]+)"
_PEOPLE = r"(?:名|位|个)"


def _opened(text: str) -> Story:
    story = Story(text)
    story.refuse("概率|可能性|几率|圆桌|围")
    return story


def _finish(story: Story, words: str = "") -> None:
    if (
        story.take(rf"(?:则)?有不同的(?:{WAY})有多少种|(?:分别|各)?{ASKED}") is None
        and story.take(rf"(?:则|那么|,)*[\u4e00-\u9fff]{{0,8}}?(?:{WAY})(?:一?共)?(?:有)?(?:多少种)?(?:多少)?") is None
    ):
        stay_out("no ways asked")
    story.take_all(rf"(?:不同的)?{WAY}(?=[,;。?]|$)|多少种?(?=[,;。?]|$)")
    pass_over_background(story)
    story.finish(f"{WORDS} {words}")


def _counted(name: str, arguments: list[object], *understood: tuple[str, str], **more: object) -> Recognition:
    return Recognition(parameters={"task": "counted", "how": name, "arguments": arguments, **more}, understood=understood)


def read_two_sorts_in_row(text: str) -> Recognition | None:
    """People of two sorts in a row: those of one side by side, or none of them at the ends.

    Raises:
        StayOut: something is not understood.
    """
    story = _opened(text)
    row = story.take(
        rf"(?:现有|有|将|由)*(?P<n>{_N}){_PEOPLE}(?:获奖)?(?P<a>[\u4e00-\u9fff]{{1,4}}?)(?:和|与|、|及)(?P<m>{_N}){_PEOPLE}(?:获奖)?(?P<b>[\u4e00-\u9fff]{{1,4}}?)(?:站|排)(?:成|在)?(?:一|1)(?:排|列|行)(?:照相|拍照|合影|留念)*"
    )
    if row is None:
        return None
    sorts = {row["a"]: to_int(row["n"]), row["b"]: to_int(row["m"])}
    who = "|".join(map(re.escape, sorted(sorts, key=len, reverse=True)))
    together = story.take(
        rf"(?:若|如果|要求|且|,)*(?:要求)?(?:(?P<n>{_N}){_PEOPLE})?(?P<who>{who})(?:必须|都|要|恰好)*(?:站|坐|排)?(?:相邻|(?:站|坐|排)在一起|在一起)"
    )
    ends = (
        None
        if together
        else story.take(
            rf"(?:若|如果|要求|且|,)*(?:要求)?(?:(?P<n>{_N}){_PEOPLE})?(?P<who>{who})(?:都|均)?不(?:能|得)?(?:站|坐|排)?(?:在)?两端"
        )
    )
    found = together or ends
    if found is None or len(sorts) != 2:
        return None
    story.refuse("不(?!同)|且|相邻|两端|中间|甲")
    some = sorts[found["who"]]
    if found["n"] and to_int(found["n"]) != some:
        stay_out("some of them")
    size = sum(sorts.values())
    if not 2 <= size <= 12 or (together and some < 2):
        stay_out("how many")
    _finish(story, "照相 站法 排法 合影 留念 同学 老师 学生 家长")
    return _counted(
        "row-together" if together else "row-not-at-ends",
        [size, some],
        ("排成一排", "、".join(f"{name} {count} 名" for name, count in sorts.items())),
        ("条件", found[0].strip(",")),
    )


def read_duty_days(text: str) -> Recognition | None:
    """So many people, one for each day, some of whom not on a certain day.

    Raises:
        StayOut: something is not understood.
    """
    story = _opened(text)
    plan = story.take(
        rf"(?:安排|让|派)?(?P<n>{_N})(?:位|名|个)?(?:工作人员|员工|职工|干部|教师|医生|人)(?:在|于|从)?(?:星期|周)一(?:至|到)(?:星期|周)(?P<last>[四五六日])(?:轮流)?值班"
    )
    barred = story.take(
        r"(?:若|如果|其中|且|,)*(?P<who>(?:[甲乙丙丁](?:、|和|与)?)+)(?:[两三二2-3](?:人|位))?(?:都|均)?(?:不能|不得|不可以?|不)(?:被)?(?:安排)?(?:在)?(?:星期|周)(?P<day>[一二三四五六日])(?:值班)?"
    )
    if not plan or not barred:
        return None
    story.refuse("不能|不得|必须|星期|周[一二三四五六日]|且(?!不重复)|或")
    story.take_all(r"(?:每人|每天)(?:只)?(?:值班?)?(?:一|1)(?:天|人)(?:且不重复)?|且不重复|(?:每人|每天)(?:安排)?(?:一|1)(?:人|天)")
    days = "一二三四五六日".index(plan["last"]) + 1
    people = to_int(plan["n"])
    some = len(patterns.findall("[甲乙丙丁]", barred["who"]))
    if people != days or "一二三四五六日".index(barred["day"]) >= days or some >= people:
        stay_out("how many days")
    _finish(story, "单位 排班 值班")
    return _counted("roles", [people, days, some, days - 1], ("值班", f"{people} 人 {days} 天"), ("条件", barred[0].strip(",")))


def read_two_barred(text: str) -> Recognition | None:
    """Some chosen for as many towns, one not for one town and another not for another.

    Raises:
        StayOut: something is not understood.
    """
    story = _opened(text)
    barred = story.take(
        r"(?:其中|若|如果|,)*(?P<one>[甲乙丙丁])(?:同学|人|医生|老师)?(?:不(?:能|得|可|愿)?(?:到|去))(?P<a>[\u4e00-\u9fff]{1,4}?)[,、](?:且|而|但)?(?P<two>[甲乙丙丁])(?:同学|人|医生|老师)?(?:不(?:能|得|可|愿)?(?:到|去))(?P<b>[\u4e00-\u9fff]{1,4}?)(?=[,;。])"
    )
    chosen = story.take(
        rf"(?:从)?(?:[\u4e00-\u9fff]{{0,6}}?)(?:的)?(?P<n>{_N})(?:名|位|个)(?:优秀)?[\u4e00-\u9fff]{{1,4}}?(?:中)(?:选|选出|选派|挑选|派)(?P<k>{_N})(?:人|名|位|个)(?:[\u4e00-\u9fff]{{0,3}}?)(?:分别)?(?:到|去)(?P<gap>[\u4e00-\u9fff]{{0,4}}?)(?P<m>{_N})(?:个)?(?:城市|地区|乡镇|学校|省|地)"
    )
    if not barred or not chosen or barred["one"] == barred["two"]:
        return None
    story.refuse("不(?!同)|必须|至少|且")
    places, people = to_int(chosen["k"]), to_int(chosen["n"])
    if to_int(chosen["m"]) != places or not 2 <= places < people:
        stay_out("how many")
    _finish(story, "派遣 参加 高校 西部 毕业生 优秀 支教 建设")
    return _counted(
        "two-barred",
        [people, places, barred["a"] == barred["b"]],
        ("共", f"{people} 人，选 {places} 人分到 {places} 处"),
        ("条件", barred[0].strip(",")),
    )


_GIVEN = r"(?:任务|工作|名额|指标|项目|奖品|文件|公文|材料|学习材料|宣传册|课题|订单|案件|苹果|糖果|树苗|电脑)"


def read_bounded_shares(text: str) -> Recognition | None:
    """Things taken as alike shared out, at least and perhaps at most so many to each.

    Raises:
        StayOut: something is not understood.
    """
    story = _opened(text)
    story.rest = story.text = patterns.sub(
        rf"(?:接到|收到|订阅|领到|有)(?:了)?(?P<n>\d+)(?P<m>份|项|个|件)(?P<what>{_GIVEN})(?:的)?(?:处理)?(?:任务)?,?(?:要|现要|准备)?(?=分配给|分给|发放给|发给|交给)",
        r"\g<n>\g<m>\g<what>",
        story.rest,
    )
    things = story.take(
        rf"(?:要|现|将|把|有)*(?P<n>\d+)(?:份|项|个|件|台|棵)(?P<alike>完全相同的?|相同的?|同样的?)?(?P<what>{_GIVEN})(?:的)?(?:全部|都|,)*(?:分配给|分给|发放给|发给|交给)(?:(?:[甲乙丙丁](?:、|和)?)+)?(?P<k>{_N})(?:个|名|位)(?P<who>[\u4e00-\u9fff]{{1,4}}?)(?:处理|办理|完成)?(?=[,;。])"
    )
    least = story.take(
        rf"(?:假如|如果|要求|且|,)*(?:每|各)(?:个|名|位|所|人)?[\u4e00-\u9fff]{{0,12}}?(?:至少|不(?:得|能)?少于|不(?:得|能)?低于)(?:要|有|分得|分到|分配|得到|发放|处理)*(?P<n>{_N})(?:份|项|个|件)(?:{_GIVEN})?"
    )
    most = story.take(rf"(?:,|、|且|也|又|但)*(?:至多|最多|不(?:得|能)?(?:多于|超过))(?P<n>{_N})(?:份|项|个|件)(?:{_GIVEN})?")
    if not things or not least:
        return None
    story.refuse("至少|至多|最多|不同的(?:任务|文件|公文|材料|项目)|不得|各不相同")
    _finish(story, "办公室 工作人员 单位 部门 发放 分配 处理 订阅 接到")
    count, boxes, low = int(things["n"]), to_int(things["k"]), to_int(least["n"])
    high = to_int(most["n"]) if most else count
    if not 2 <= boxes <= 6 or low * boxes > count or high * boxes < count:
        stay_out("how many")
    return _counted(
        "bounded-shares" if most else "shared-out",
        [count, boxes, low, high] if most else [count, boxes, low],
        (things["what"], f"{count} 个，看作相同"),
        ("分给", f"{boxes} 个，每个 {low}～{high}" if most else f"{boxes} 个，每个至少 {low}"),
        conventions=[f"{things['what']}看作相同，只看每个分到几个"],
        by_options=not things["alike"] and things["what"] not in ("名额", "指标"),
    )


ROW_PAPER_READERS = (read_two_sorts_in_row, read_duty_days, read_two_barred, read_bounded_shares)
