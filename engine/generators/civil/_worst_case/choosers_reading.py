"""Reading people who each choose some of several sorts: how many of them at least choose alike, or how many make sure of it."""

from __future__ import annotations

from math import comb

from engine.generators import patterns
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_N = r"(?:\d+|[一二两三四五六七八九十]+)"
_M = r"(?:种|门|项|个|本|份|类|样|块|件|支|颗|粒|枚)"
_WHO = r"(?:个|名|位)?(?:人|户|同学|学生|小朋友|职工|员工|党员|顾客|会员|读者|家庭|人家)(?:家)?"
_DOES = r"(?:选修|选择|选|报名参加|报名|报|参加|订阅|订|借阅|借|买|拿取?|取|摸|抽|领取?|去)"
_ALIKE = r"(?:的)?(?P<gap>[^,;。?\d\ue000]{0,12}?)(?:种类|类型|类别|品种|情况|组合|颜色|报纸|课程|项目|答案)?(?:也|是|都|完全|均|全)*(?:相同|一样|一致)(?:的)?(?:(?:[二两三四五2-5])(?:天|种|门|项|本))?"
_WORDS = "学校 学院 图书馆 图书室 仓库 体育用品 体育 用品 小区 某班 班 来 从中 有 共有 里 去 开设 开办 设有 提供 出版 了 课外 学习班 兴趣班 兴趣小组 培训 图书 书 报纸 报刊 课 课程 活动 球 糖果 糖 水果 买来 许多 很多 若干 规定 要求 其中 这些 中 借阅 参加 学习 他们 都 所 的 拿球 借书 订报 人家 户 同学 学生 名 组 为 一组 每次 大小相同 箱子 里 口袋 袋子 颜色 玻璃珠 珠子 小球"


_SURVEYED = (
    (
        rf"(?:^|(?<=[,;。]))[^,;。\d至最]{{2,14}}?(?:都|均)在(?P<names>(?:[\u4e00-\u9fff]{{1,5}}[、和与及]){{2,7}}[\u4e00-\u9fff]{{1,4}}?)(?P<n>[三四五六七八])(?:个|种|门|项)(?:[\u4e00-\u9fff]{{0,4}}?)(?:中|里)(?:都)?(?:{_DOES})(?:了)?(?:至少|最少)(?:一|1){_M}",
        r"有\g<names>\g<n>种,每人至少选1种最多选\g<n>种",
    ),
    (
        r"(?:如果|若|现)?(?:要|想)?(?:在|从)[^,;。\d]{2,10}(?:中|里)(?:随机|任意)(?:抽取|抽|选取|选)[^,;。\d]{1,6}?(?:进行)?(?:调查|访问|采访|访谈)[,。]",
        "",
    ),
    (r"(?:调查|抽取|访问|采访|抽查)多少(?:个|名|位)(?:样本|人|会员|成员|居民|对象)", "有多少人"),
    (r"(?<=保证)(?:抽取的|调查的)?样本(?:中|里)(?=有)", ""),
    (r"(?P<n>\d+)(?:名|位|个)(?:会员|成员|居民|样本)(?=(?:报|选|订|参加)[^,;。]{0,10}(?:相同|一样|一致))", r"\g<n>人"),
)
"""What a survey of members is, as choices of people."""


def read_choosers(text: str) -> Recognition | None:
    """How many of so many choose alike at least, or how many make sure that so many do.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    if not story.has("相同|一样|一致"):
        return None
    story.rest = story.text = patterns.sub(
        rf"(?:在)?(?:周|星期)一(?:至|到)(?:周|星期)[日天](?:中|里)?(?:任意|任)?选(?P<n>{_N})天(?:休息|值班|上班)?",
        lambda match: f"从7种中选{match['n']}种",
        story.rest,
    )
    for pattern, told in _SURVEYED:
        story.rest = story.text = patterns.sub(pattern, told, story.rest)
    story.refuse("概率|属相|生日|投票|选票|候选|扑克|(?:颜色|种类)(?:各|互)?不(?:相)?同|两人都|满分|得分")
    aim = story.take(
        rf"(?:才能?|就能?|可以|,)*(?:保证|确保|一定|必定?|(?:无论|不论|不管)(?:如何|怎样|怎么)(?:安排|选|参加),都)(?:一定|必|会|至少|有|不少于)*(?P<n>{_N})(?:{_WHO}|组|次)?(?:选了?|参加(?:的)?)?(?P<who>[\u4e00-\u9fff]{{0,3}}?){_ALIKE}(?=[,。;?]|$)"
    )
    asks_alike = (
        None if aim else story.take(rf"(?:那么|则|可以|,)*(?:其中|保证)*(?:至少|最少)(?:会|将|可以)?(?:有)?多少{_WHO}{_ALIKE}(?=[,。;?]|$)")
    )
    asks_people = (
        story.take(
            rf"(?:那么|则|应|,)*(?:至少|最少)(?:要|需要?|得|应|有|去|摸出|取出|有)*多少(?:{_WHO}|组|次)(?P<gap>[^,;。?\d\ue000]{{0,4}})"
        )
        if aim
        else None
    )
    if bool(aim and asks_people) == bool(asks_alike):
        return None
    people = [] if aim else story.take_all(rf"(?:共有?|有|全班|某班)*(?P<n>\d+){_WHO}")
    days = story.take(
        rf"(?:[\u4e00-\u9fff]{{0,4}}?(?:允许|规定|让|要求))?(?:员工|职工|每人|每名[\u4e00-\u9fff]{{2}}|大家)?从7种中选(?P<n>{_N})种"
    )
    if days:
        told, kinds = "种", 7
        fewest = most = to_int(days["n"])
    else:
        fewest, at_most, told = _how_many_each(story)
        kinds = _how_many_kinds(story)
        most = kinds if at_most is None else at_most
    if not 0 <= fewest <= most <= kinds or most == 0:
        stay_out("how many each")
    # Two of one sort are possible where single things are taken, not where sorts are subscribed to or attended.
    again = patterns.search("[个本块件支颗粒枚]", told) is not None and patterns.search("订|报|参加|选|去", told) is None
    ways = sum(comb(kinds + each - 1 if again else kinds, each) for each in range(fewest, most + 1))
    known = (
        ("种类", f"{kinds} 种"),
        ("每人", f"{fewest}～{most} 种" if fewest != most else f"{most} 种"),
        ("不同的选法", f"{ways} 种{'，可以选同一种' if again else ''}"),
    )
    if aim:
        story.finish(_WORDS)
        unit = found[1] if (found := patterns.search("多少(人|名|位|个|组|次|户)", story.text)) else "人"
        return Recognition(
            parameters={"task": "choices", "ways": ways, "wanted": to_int(aim["n"]), "kinds": kinds, "unit": unit},
            understood=(*known, ("求", "保证有人选得相同")),
        )
    if len({each["n"] for each in people}) != 1:
        stay_out("how many people")
    story.finish(_WORDS)
    return Recognition(
        parameters={"task": "boxes", "things": int(people[0]["n"]), "boxes": ways, "unit": "户" if "户" in people[0][0] else "人"},
        understood=(("人数", people[0]["n"]), *known, ("求", "至少多少人选得相同")),
    )


def _how_many_each(story: Story) -> tuple[int, int | None, str]:
    """The fewest and the most that each chooses (None: all sorts), and the words.

    Raises:
        StayOut: nothing is said of it.
    """
    each = rf"(?:规定|要求)?(?:每|每一|各|任何|任意)?(?:{_WHO})(?:从中|中)?(?:都|可以?|能|必须|只能|要|最多)*"
    nobody = story.take(rf"\(?(?:也)?(?:可以|允许)(?:都)?不{_DOES}?\)?")
    if span := story.take(
        rf"(?:每{_WHO}|{each})?(?:至少|最少)(?P<verb>{_DOES})(?:其中)?(?P<a>{_N}){_M}(?P<gap>[\u4e00-\u9fff]{{0,2}}?)[,、]?(?:且|但|也)?(?:至多|最多)(?:能|可以?)?(?:{_DOES})?(?P<b>{_N}){_M}(?P<gap2>[\u4e00-\u9fff]{{0,2}}?)(?=[,。;])"
    ):
        return to_int(span["a"]), to_int(span["b"]), span[0]
    if most := story.take(
        rf"(?:规定|要求)?每{_WHO}(?:至多|最多)(?:能|可以?)?(?:{_DOES})(?:其中)?(?P<b>{_N}){_M}(?P<gap>[\u4e00-\u9fff]{{0,2}}?)(?=[,。;(\ue000])"
    ):
        if (
            not nobody
            and not story.take(rf"在(?:{_DOES})(?:书|报|课|球)?的(?=\d)")
            and not patterns.search(f"(?:都|来)(?:{_DOES})", story.text)
        ):
            stay_out("whether none may be chosen")
        return 0 if nobody else 1, to_int(most["b"]), most[0]
    if nobody:
        stay_out("none may be chosen")
    if any_of := story.take(
        rf"(?:每{_WHO}|他们|大家)?(?:都)?(?:{_DOES})(?:了)?(?P<gap>[^,;。?\d\ue000]{{0,30}}?)(?:中)?的(?:一|1){_M}或(?:几|多少|若干){_M}"
    ):
        # The sorts stand between: they are put back to be counted.
        start, end = any_of.span("gap")
        story.rest = story.rest[:start] + any_of["gap"] + story.rest[end:]
        return 1, None, any_of[0].replace(any_of["gap"], "")
    if fixed := story.take(
        rf"(?:每{_WHO}|每次)(?:从中|都|可以?|必须|只能|要|任意|任|随意|随机)*(?:{_DOES})(?:出)?(?P<n>{_N}){_M}(?P<gap>[\u4e00-\u9fff]{{0,3}}?)(?=[,。;])"
    ):
        return to_int(fixed["n"]), to_int(fixed["n"]), fixed[0]
    stay_out("how many each")


def _how_many_kinds(story: Story) -> int:
    """How many sorts there are: named, counted, or both.

    Raises:
        StayOut: not said, or said differently.
    """
    name = r"(?:[A-Z]|[\u4e00-\u9fff]{1,6}?)"
    listed = story.take(
        rf"(?P<names>(?:{name}[、和与及]){{1,7}}{name})(?:这|共)?(?P<n>{_N})(?:种|类|门|项|个)(?P<gap>[\u4e00-\u9fff]{{0,6}}?)(?=[,。;]|\ue000|若干|供)"
    )
    if listed:
        if len(patterns.split("[、和与及]", listed["names"])) != to_int(listed["n"]):
            stay_out("how many sorts")
        story.take_all(r"各?若干(?:颗|个|粒|本)?")
        return to_int(listed["n"])
    if counted := story.take(
        rf"(?:共|有)*(?P<n>{_N})(?:种|类|门|项)(?:不同)?(?:的)?(?P<gap>[\u4e00-\u9fff]{{1,6}}?)(?=[,。;]|\ue000|各?若干|供|可)"
    ):
        story.take_all(r"各?若干(?:颗|个|粒|本)?")
        return to_int(counted["n"])
    if named := story.take(
        r"(?:有|许多|很多|的)(?P<names>(?:[\u4e00-\u9fffA-Z]{1,6}?[、和与及]){1,5}[\u4e00-\u9fffA-Z]{1,4}?)(?=[,。;]|\ue000)"
    ):
        return len(patterns.split("[、和与及]", named["names"]))
    if named := story.take(r"(?P<names>(?:[\u4e00-\u9fffA-Z]{1,6}、){1,5}[\u4e00-\u9fffA-Z]{1,6})(?=\ue000|[,。;]|$)"):
        return len(patterns.split("、", named["names"]))
    stay_out("how many sorts")
