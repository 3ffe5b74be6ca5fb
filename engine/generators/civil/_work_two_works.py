"""Two works at once: one works at each, a third helps with the one first and then with the other, and both are done at the same time."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators.civil._relations import recognition
from engine.generators.civil._story import Story
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_TEAM = r"(?:工程队|施工队|队|组|公司)?"
_DOES = r"(?:单独)?(?:负责|承担|承建|参与|建设|施工|修建|做|干|修|搬运|搬|完成|在)"
_WORK = r"(?:工程|项目|任务|工作|仓库|工地|地)?"
_WORDS = """
三队 三人 两项 两个 工程 项目 任务 工作 仓库 同样 一样 同时 开工 完工 开始 完成 结束 负责 甲队 乙队 丙队 先 再 然后 转而 去 帮 帮助 参与 天后 天 小时 那么 期间 一段时间 结果 最后 共 的 做完 工程队 施工 单独 需要 需 用
"""


def read_two_works(text: str) -> Recognition | None:
    """How long the third helps with one of two works.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(re.sub(r"(?<![A-Za-z])([AB])(?=、|和|两|工程|项目|仓库|任务|工地|,|。|;)", r"\1", text))
    plain = story.rest
    if not re.search(r"[甲乙丙].*[AB]|[AB].*[甲乙丙]", plain) or "丙" not in plain:
        return None
    story.refuse(r"休息|请假|停工|提高|降低|加快|增加|减少|丁|轮流|一半|不(?:一样|同|等)")
    rates: dict[str, Fraction] = {}
    if ratio := story.take(
        r"甲、?乙、?丙(?:三)?(?:个|支)?(?:人|工程队|施工队|队|组)?(?:的)?(?:工作|施工)?效率(?:之)?(?:的)?比(?:例)?(?:是|为)?(\d+)[:∶比](\d+)[:∶比](\d+)"
    ):
        rates = {who: Fraction(ratio[place + 1]) for place, who in enumerate("甲乙丙")}
    works: dict[str, Fraction] = {}
    unit = found[1] if (found := re.search(r"多少(天|小时)", plain)) else stay_out("nothing asked")
    for match in story.take_all(
        rf"(?:若|如果)?(?P<work>[AB]){_WORK}(?:由|如果由|若由)?(?P<who>[甲乙丙]){_TEAM}(?:单独)?(?:{_DOES})?(?:需要?|要|用)?(?P<n>\d+)(?:天|小时)(?:完成|完工|做完|完)?|(?P<who2>[甲乙丙]){_TEAM}(?:单独)?(?:完成|做|干|修)(?P<work2>[AB]){_WORK}(?:需要?|要|用)+(?P<n2>\d+)(?:天|小时)"
    ):
        work, who = match["work"] or match["work2"], match["who"] or match["who2"]
        if work in works or who not in rates:
            stay_out("how much work")
        works[work] = rates[who] * int(match["n"] or match["n2"])
    equal = story.take(
        rf"(?:现|将|有|把|,)*A、?B(?:两|2)(?:项|个)(?:工作|工程)量(?:都)?(?:相同|相等|一样|同样)的?[\u4e00-\u9fff]{{0,8}}?(?:工程|项目|任务)(?:交给|分给|由)?(?:这)?(?:三)?(?:个)?(?:队|人)?(?:完成|承担)?|(?:(?:两|2)(?:项|个)?{_WORK}|A、?B(?:两|2)?(?:项|个)?{_WORK})(?:的)?(?:工作|工程)?量?(?:都)?(?:相同|相等|一样|同样)(?:多|大)?"
    )
    place: dict[str, str] = {}
    for match in story.take_all(rf"(?:现|由|让|,|若)*(?P<who>[甲乙丙]){_TEAM}(?:单独)?(?:{_DOES})+(?P<work>[AB]){_WORK}(?=[,;。])"):
        place[match["who"]] = match["work"]
    helped = story.take(
        rf"(?P<who>[甲乙丙]){_TEAM}(?:先|开始|最初)(?:去)?(?:帮助?|协助|{_DOES})?(?P<first>[甲乙丙AB]){_TEAM}{_WORK}(?:做|干|施工|工作|完成)?(?:若干|一些|几|多少|一段)?(?:天|时间|小时)?(?:后)?[,]?(?:之后|然后|后来|最后|后|再|又|转而|转去|去)+(?:去)?(?:帮助?|协助|{_DOES})?(?P<then>[甲乙丙AB]){_TEAM}{_WORK}(?:做|干|施工|工作|完成)?"
    )
    if helped is None or len(place) != 2 or set(place.values()) != {"A", "B"}:
        return None

    def work_of(told: str) -> str:
        return told if told in "AB" else place.get(told) or stay_out("helps whom")

    helper, first, then = helped["who"], work_of(helped["first"]), work_of(helped["then"])
    asked = story.take(
        rf"(?P<who>[甲乙丙])?{_TEAM}(?:在)(?P<about>[AB]){_WORK}(?:中|上|里)?(?:参与|参加)?(?:施工|工作|建设|干|做)(?:了)?多少(?:天|小时)"
    ) or story.take(
        rf"(?P<who>[甲乙丙])?{_TEAM}(?:在|帮助?|协助|与)?(?:{_DOES})?(?P<about>[甲乙丙AB]){_TEAM}{_WORK}(?:一起|共同|合作)?(?:做|干|施工|工作|完成)?(?:了)?(?:的(?:时间|天数)(?:是|为)?)?多少(?:天|小时)"
    )
    total = story.take(
        r"(?:结果|最后|,)*(?:经过|用了?|共用?|一共用?|耗时|历时|用时)?(?P<n>\d+)(?:天|小时)(?:后|时)?(?:两(?:项|个)?(?:工程|项目|任务)?)?(?:同时|全部|都)*(?:完工|完成|做完|结束)(?:任务)?|(?:一?共|总共)(?:用|耗时|历时)(?:了)?(?P<n2>\d+)(?:天|小时)"
    )
    story.take_all(
        r"(?:[,]|结果|最后)?(?:两|2)(?:项|个)?(?:工程|项目|任务)?(?:同时|一起|恰好同时|刚好同时)(?:开工|开始|完工|完成|做完|结束|施工)(?:并且?|,且|,)?(?:同时(?:完工|完成|做完|结束))?|(?:同时|一起)(?:开工|开始|完工|完成|做完|结束)"
    )
    if not asked or len(rates) != 3 or helper in place or first == then or (asked["who"] not in (None, helper)):
        return None
    story.finish(_WORDS)
    everybody = sum(rates.values(), Fraction(0))
    if equal and total and not works:
        works = dict.fromkeys("AB", Fraction(int(total["n"] or total["n2"])) * everybody / 2)
    if set(works) != {"A", "B"} or (total and equal and set(works.values()) != {int(total["n"] or total["n2"]) * everybody / 2}):
        stay_out("how much work")
    time = sum(works.values(), Fraction(0)) / everybody
    if total and int(total["n"] or total["n2"]) != time:
        stay_out("what is told contradicts itself")
    own = {work: rates[who] for who, work in place.items()}
    spent = {work: (works[work] - own[work] * time) / rates[helper] for work in "AB"}
    if min(spent.values()) < 0:
        stay_out("numbers")
    about = work_of(asked["about"])
    lines = [
        f"效率 {'、'.join(f'{who} {decimal(rate)}' for who, rate in rates.items())}",
        f"总量 {decimal(sum(works.values(), Fraction(0)))}，三个一起做，共 {decimal(time)} {unit}",
        f"{about} 中{next(who for who, work in place.items() if work == about)}做了 {decimal(own[about] * time)}，其余由{helper}做",
    ]
    return recognition(lines, [(0, spent[about], unit)], {})
