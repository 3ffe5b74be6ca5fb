"""Two works at once: one works at each, a third helps with the one first and then with the other, and both are done at the same time; or all
three do the one and then the other."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.reduced import named_of_any_sort
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._problems.story import Story
from engine.generators.civil._problems.wording import plain_wording
from engine.generators.civil._work_rate.words import SORTS
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import Reading, stay_out

_TEAM = r"(?:工程队|施工队|师傅|队|组|公司)?"
_DOES = r"(?:单独)?(?:负责|承担|承建|参与|参加|建设|施工|修建|搬运|加工|完成|做|干|修|搬|在)"
_WORK = r"(?:工程|项目|任务|工作|仓库|工地|地|批)?(?:零件)?"
_UNIT = r"(?:天|小时)"
_SPELL = r"(?:若干|一些|几|多少|一段)?(?:天|时间|小时)?"
_WORDS = """
三队 三人 两项 两个 两批 工程 项目 任务 工作 仓库 零件 同样 一样 同时 开工 完工 开始 完成 结束 负责 甲队 乙队 丙队 师傅 先 再 然后 转而 去 帮 帮助 参与 天后 天 小时 那么 期间 一段时间 结果 最后 共 的 做完 搬完 工程队 施工 单独 需要 需 用
"""


def _rates(story: Story) -> dict[str, Fraction]:
    """What each of the three does in a unit of time, by their ratio or by the time that each needs for one of two equal works."""
    if ratio := story.take(
        r"甲、?乙、?丙(?:三)?(?:个|支)?(?:人|工程队|施工队|队|组)?(?:的)?(?:工作|施工)?效率(?:之)?(?:的)?比(?:例)?(?:是|为)?(\d+)\s*[:∶比]\s*(\d+)\s*[:∶比]\s*(\d+)"
    ):
        return {who: Fraction(ratio[place + 1]) for place, who in enumerate("甲乙丙")}
    one = rf"{_TEAM}(?:单独)?(?:{_DOES})?(?:需要?|要|用)?(\d+){_UNIT}(?:完成|做完|搬完)?"
    if own := story.take(
        rf"(?:单独)?(?:{_DOES})(?:完)?(?:其中)?(?:一|1)(?:个|项|批)(?:这样的)?(?:仓库|工程|工作|任务)(?:(?:里|中)?的货物?)?,?甲{one}[,、]乙{one}[,、]丙{one}"
    ):
        return {who: 1 / Fraction(own[place + 1]) for place, who in enumerate("甲乙丙")}
    return {}


def read_two_works(text: str) -> Recognition | None:
    """How long the third helps with one of two works, or how long both take.

    Raises:
        StayOut: something is not understood.
    """
    text, called = named_of_any_sort(plain_wording(Reading(text).text), [sort for sort in SORTS if "ABC" not in sort])
    story = Story(text)
    plain = story.rest
    if not patterns.search(r"[甲乙丙].*[AB]|[AB].*[甲乙丙]", plain) or "丙" not in plain:
        return None
    story.refuse(r"休息|请假|停工|提高|降低|加快|增加|减少|丁|轮流|一半|不(?:一样|同|等)")
    by_ratio = "效率" in plain
    rates = _rates(story)
    works: dict[str, Fraction] = {}
    if len(rates) != 3:
        return None
    unit = found[1] if (found := patterns.search(r"多少(天|小时)", plain)) else stay_out("nothing asked")
    for match in story.take_all(
        rf"(?:若|如果)?(?P<work>[AB]){_WORK}(?:由|如果由|若由)?(?P<who>[甲乙丙]){_TEAM}(?:单独)?(?:{_DOES})?(?:需要?|要|用)?(?P<n>\d+){_UNIT}(?:完成|完工|做完|完)?|(?P<who2>[甲乙丙]){_TEAM}(?:单独)?(?:完成|做|干|修)(?P<work2>[AB]){_WORK}(?:需要?|要|用)+(?P<n2>\d+){_UNIT}"
    ):
        work, who = match["work"] or match["work2"], match["who"] or match["who2"]
        if work in works:
            stay_out("how much work")
        works[work] = rates[who] * int(match["n"] or match["n2"])
    equal = story.take(
        rf"(?:现)?有?(?:两|2)(?:个|项|批)(?:同样|相同|一样)(?:大)?的{_WORK}\s*A\s*[、和]?\s*B|(?:现|将|有|把|,)*A、?B(?:两|2)(?:项|个|批)?(?:工作|工程)?(?:量)?(?:都)?(?:相同|相等|一样|同样)的?[\u4e00-\u9fff]{{0,8}}?(?:工程|项目|任务|仓库|零件)(?:要|需要)?(?:搬空|搬完)?(?:交给|分给|由)?(?:这)?(?:三)?(?:个)?(?:队|人)?(?:完成|承担)?|(?:现|将|有|把|,)*(?:工作|工程|任务)?(?:总)?量(?:都|完全)?(?:相同|相等|一样|同样)的?A、?B(?:两|2)?(?:项|个|批)?{_WORK}|(?:(?:两|2)(?:项|个)?{_WORK}|A、?B(?:两|2)?(?:项|个)?{_WORK})(?:的)?(?:工作|工程)?量?(?:都)?(?:相同|相等|一样|同样)(?:多|大)?"
    )
    everybody = sum(rates.values(), Fraction(0))
    if not by_ratio:
        if not equal or works:
            stay_out("how much work")
        works = dict.fromkeys("AB", Fraction(1))
    if set(works) == {"A", "B"} and story.take(
        rf"(?:现|现在|若|由|让|,)*(?:三(?:个)?(?:队|人)|甲、?乙、?丙(?:三)?(?:队|人)?)(?:先)?(?:合作|一起|共同|合力)(?:先|,)*(?:先后|依次|完成|做|接连|连续)+A、?B(?:两|2)?(?:项|个)?{_WORK},?(?:则|那么)?(?:一共|总共|共)?(?:需要?|要|用)?(?:了)?多少{_UNIT}(?:才?能?完成)?"
    ):
        story.finish(_WORDS)
        time = sum(works.values(), Fraction(0)) / everybody
        return recognition(_told(rates, works, time, unit), [(0, time, unit)], called)
    story.take_all(r"(?:现|现在|今)?(?:有|将|把)?A、?B(?:两|2)?(?:项|个|批)?(?:工程|项目|任务|工作|仓库)?(?=[,;。])")
    place: dict[str, str] = {}
    for match in story.take_all(rf"(?:现|由|让|,|若|、)*(?P<who>[甲乙丙]){_TEAM}(?:单独)?(?:{_DOES})+(?P<work>[AB]){_WORK}(?=[,;。、同])"):
        place[match["who"]] = match["work"]
    helped = story.take(
        rf"(?P<who>[甲乙丙]){_TEAM}(?:先|开始|最初)?(?:去)?(?:帮助?|协助|{_DOES})?(?P<first>[甲乙丙AB]){_TEAM}{_WORK}(?:做|干|施工|工作|完成|搬运?)?{_SPELL}(?:后)?[,]?(?:中途|转向|之后|然后|后来|最后|后|再|又|转而|转去|去)+(?:去)?(?:帮助?|协助|{_DOES})?(?P<then>[甲乙丙AB]){_TEAM}{_WORK}(?:做|干|施工|工作|完成|搬运?)?"
    )
    if helped is None or len(place) != 2 or set(place.values()) != {"A", "B"}:
        return None

    def work_of(told: str) -> str:
        return told if told in "AB" else place.get(told) or stay_out("helps whom")

    helper, first, then = helped["who"], work_of(helped["first"]), work_of(helped["then"])
    asks = story.take_all(
        rf"(?P<who>[甲乙丙])?{_TEAM}(?:在)(?P<about>[AB]){_WORK}(?:中|上|里)?(?:参与|参加|施工|工作|建设|干|做)+(?:了)?多少{_UNIT}"
        rf"|(?P<who2>[甲乙丙])?{_TEAM}(?:在|帮助?|协助|与)?(?:{_DOES})?(?P<about2>[甲乙丙AB]){_TEAM}{_WORK}(?:一起|共同|合作)?(?:做|干|施工|工作|完成|搬运?)?(?:了)?(?:的(?:时间|天数)(?:是|为)?)?多少{_UNIT}"
    )
    in_all = story.take(rf"(?:三(?:个)?(?:人|队)|他们|完工|做完)?(?:一共|总共|共)(?:需要?|用|要|做|干)?(?:了)?多少{_UNIT}")
    total = story.take(
        rf"(?:结果|最后|,|恰|恰好|刚好|正好)*(?:经过|在第|用了?|共用?|一共用?|耗时|历时|用时)?(?P<n>\d+){_UNIT}(?:后|时)?(?:两(?:项|个|批)?(?:工程|项目|任务)?)?(?:同时|全部|都)*(?:完工|完成|做完|结束)(?:任务)?|(?:一?共|总共)(?:用|耗时|历时)(?:了)?(?P<n2>\d+){_UNIT}"
    )
    story.take_all(
        r"(?:[,]|结果|最后)?(?:两|2)(?:项|个|批)?(?:工程|项目|任务|零件|仓库(?:里|中)?的?货物?)?(?:同时|一起|恰好同时|刚好同时)(?:开工|开始|完工|完成|做完|搬完|结束|施工)(?:并且?|,且|,|、)?(?:同时(?:完工|完成|做完|结束))?|(?:同时|一起)(?:开工|开始|完工|完成|做完|搬完|结束)"
    )
    if not (asks or in_all) or helper in place or first == then:
        return None
    story.finish(_WORDS)
    days = Fraction(int(total["n"] or total["n2"])) if total else None
    if equal and days and not works:
        works = dict.fromkeys("AB", days * everybody / 2)
    if set(works) != {"A", "B"} or (days and equal and set(works.values()) != {days * everybody / 2}):
        stay_out("how much work")
    time = sum(works.values(), Fraction(0)) / everybody
    if days and days != time:
        stay_out("what is told contradicts itself")
    own = {work: rates[who] for who, work in place.items()}
    spent = {work: (works[work] - own[work] * time) / rates[helper] for work in "AB"}
    if min(spent.values()) < 0:
        stay_out("numbers")
    lines = _told(rates, works, time, unit)
    answers: list[Answer] = [(in_all.start(), time, unit)] if in_all else []
    for match in asks:
        if (match["who"] or match["who2"]) not in (None, helper):
            stay_out("who helps")
        about = work_of(match["about"] or match["about2"])
        answers.append((match.start(), spent[about], unit))
        lines.append(
            f"{about} 中{next(who for who, work in place.items() if work == about)}做了 {decimal(own[about] * time, 4)}，其余由{helper}做"
        )
    return recognition(lines, answers, called)


def _told(rates: dict[str, Fraction], works: dict[str, Fraction], time: Fraction, unit: str) -> list[str]:
    """What follows before anything is asked."""
    return [
        f"效率 {'、'.join(f'{who} {rate}' for who, rate in rates.items())}",
        f"总量 {decimal(sum(works.values(), Fraction(0)), 4)}，三个一起做，共 {decimal(time, 4)} {unit}",
    ]
