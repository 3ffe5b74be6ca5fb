"""Reading problems about binary exponential backoff."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.cn import _units as units
from engine.generators.cn._collision.words import HARMLESS
from engine.generators.cn._told.told import Told
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_ASKED = (
    (r"最短和最长等待时间", "shortest and wait"),
    (r"(?:退避|等待)?(?:时间)?(?:可能)?(?:的)?(?:取值|选择|值|随机数)(?:可能)?(?:有|共有|共)(?:多少|几)(?:种|个)(?:可能)?|(?:有|共)?(?:多少|几)种(?:可能的?)?(?:取值|选择|等待时间)", "choices"),
    (r"(?<![A-Za-z])[kr]\s*∈\s*\??", "range"),
    (r"(?:退避|等待)(?:的)?时间(?:的)?(?:最大值|上限|最[大长多](?:为|是)?)(?!(?:为|是|要|需)*\s*(?:多少|几)?\s*个)|最[大长](?:的)?(?:退避|等待)(?:的)?时间", "wait"),
    (r"最[大长](?:的)?退避(?:时间)?(?:是)?(?:多少|多久)?", "wait"),
    (r"(?:站点?)?(?:会|要|将)?(?:在|从)?0(?:到|~|至|-)(?:几|多少)(?:之间|里|中)?(?:随机)?(?:选择?|取|选取|抽)?(?:一个)?(?:随机)?(?:整)?(?:数)?", "most"),
    (r"(?:随机数)?(?:k|r)?(?:的)?(?:可能)?(?:取值|值)?(?:的)?(?:上限|最大值?|最大(?:能|可以)?取(?:到)?|最大取值)(?:是|为)?(?=多少|几|$|[?。])|(?:k|r|随机数)(?:的)?(?:取值)?(?:最大|最多)(?:能|可以|可)?(?:取)?(?:到)?(?:是|为)?(?:多少|几)", "most"),
    (r"(?:从)?(?:多大|什么|哪个?|何种|哪些|怎样)?(?:的)?(?:范围|集合|区间|数(?:字)?(?:里|中))(?:里|中|内|是)?(?:取|选|选取|选择|抽)?|k(?:的)?(?:取值)?(?:的)?(?:可以|可能)?(?:取)?(?:哪些|什么|的)?(?:值|取值)|(?:随机数|r|k)(?:的)?(?:可能)?(?:取值|值)?(?:范围|集合|有哪些)|(?:可能|可以)?(?:的)?(?:取值|退避值|随机数)(?:有)?(?:多少|几)(?:个|种)", "range"),
    (r"(?:最多|最长|最久)(?:要|会|需要?)?(?:等待?|退避|推迟)(?:的)?(?:多久|多长时间|多少时间|多少(?:μs|us|微秒|ms)|时间)", "wait"),
    (r"(?:退避|等待|推迟)(?:的)?时间最[多大长](?:可?能?|会|要|需)?(?:为|是)?\s*(?:\(\s*\)|多少|几)?\s*个(?:争用期|时隙)", "slots"),
    (r"(?:可能)?(?:要|需要?|会)?(?:等待?|退避)的?最[大长多](?:的)?时间(?:是|为|有)?(?:多少|几)个?(?:时间片|争用期|时隙|时槽)", "slots"),
    (r"(?:最[多大长])(?:的)?(?:可能)?(?:要|需要?|会|能)?(?:退避|等待|等|推迟|延迟)(?:的)?(?:多少|几)个?(?:争用期|时隙|时间片|基本退避时间)|(?:最[多大长])(?:的)?(?:要|需要?)?(?:等待?|退避)?(?:多少|几)个(?:争用期|时隙)", "slots"),
    (r"(?:对应|即)?(?:是)?多少(?:微秒|μs|us)|最[多大长](?:的)?(?:可能)?(?:要|需要?|会)?(?:的)?(?:退避|等待|等|推迟|延迟)?(?:的)?(?:时间|多久|多长时间|多少(?:μs|us|微秒|ms))|(?:退避|等待|推迟)(?:的)?(?:时间)?(?:最[长大多])(?:的)?(?:时间)?", "wait"),
)  # fmt: skip
_WAITS = r"(?:站点?|[A-Z甲乙]|需要?|需|要|应当?|会|将|则|该|其|再|还)*(?:推迟|延迟|延后|等待?|退避|等候)(?:的)?(?:时间)?(?:是|为|应)*(?:多久|多长(?:的)?时间|多少(?:时间|μs|微秒|us|ms|毫秒)?|时间|(?=$|[?。]))(?:后)?"


def backoff(problem: Told) -> Recognition | None:
    """Binary exponential backoff: which random numbers after so many collisions, and how long the wait is at most."""
    problem.refuse("概率|帧长|距离|放弃|平均")
    problem.find(
        "collisions",
        rf"(?:第|\ue000|连续|已经?|发生|经历|经过|遭遇|遇到|了|都|又|冲突|碰撞)+(?:了)?(?P<value>{INTEGER})次(?:的)?(?:发生)?(?:冲突|碰撞|重传)?(?:后|之后|时|前)?|(?:冲突|碰撞)(?:了)?(?P<other>\d+|[一二三四五六七八九十]+)次",
        lambda match: to_int(match["value"] or match["other"]),
    )
    problem.find(
        "collisions", rf"(?<![\d.第]){INTEGER}次(?:冲突|碰撞)(?:之?后|时)", lambda match: to_int(patterns.split("次", match[0])[0])
    )
    problem.find(
        "chosen",
        r"(?:随机(?:整)?数|(?<![A-Za-z])[rkRK](?![A-Za-z])|(?:选|取|抽)(?:到|中|得|出|取|择)(?:的)?|倍数)(?:随机|整|数|值|恰好|恰|正好|正|刚好|的|了|选|取|到|中|得|为|是|=|:|\(|\)|[rkRK](?![A-Za-z])|\s)*(?P<value>\d{1,4})(?![\d.]|\s*(?:次|个站|~|到|至|-|、|,\s*\d))",
        lambda match: int(match["value"]),
    )
    problem.tell((
        Role(name="slot", quantity=units.TIME, read=units.seconds, before=r"争用期(?:2τ)?|基本退避时间|时隙|往返(?:传播)?(?:延迟|时间)|2\s*τ"),
        Role(name="rate", quantity=units.RATE, read=units.bits_per_second, before=r"速率|带宽", alone=True),
    ))  # fmt: skip
    problem.tell(
        (
            Role(
                name="slot bits",
                quantity=units.LENGTH,
                read=units.bits,
                before="争用期|时隙|基本退避时间",
                after="(?:的)?(?:争用期|时隙|基本退避时间)|(?:发送)?时间",
            ),
        )
    )
    asked = problem.ask(_ASKED)
    problem.goals = [
        (place, part) for place, name in problem.goals for part in (("shortest", "wait") if name == "shortest and wait" else (name,))
    ]
    if problem.values("one of"):
        places = [fact.place for fact in problem.told if fact.name == "one of"]
        problem.goals = sorted([*problem.goals, *((place, "chance of one") for place in places)])
        asked = [name for _, name in problem.goals]
    if problem.values("chosen"):
        asked = problem.ask(((_WAITS, "chosen wait"),))
    problem.take_all("CSMA/?CD(?:协议)?")
    problem.take_all(
        r"(?:截断)?二进制指数(?:类型)?(?:的)?退避(?:算法)?|指数退避(?:算法)?|退避(?:算法|时间)?|2\s*τ|(?:冲突|碰撞)(?:了)?|随机(?:数)?|争用期|(?<![A-Za-z])[kr](?![A-Za-z])"
    )
    problem.done(HARMLESS + " 选取 选 取 等待 数 整数 站点 帧 从 里 下次 下一次 重发 再次 发送 之前 时 重传 倍数")
    told = []
    for unit in problem.units():
        collisions = unit.known.get("collisions")
        if collisions is None and unit.asked != ["chosen wait"]:
            return None
        if collisions is not None and not 1 <= collisions <= 15:
            return None
        slot = unit.known.get("slot")
        if slot is None and "slot bits" in unit.known:
            if "rate" not in unit.known:
                return None
            slot = unit.known["slot bits"] / unit.known["rate"]
        if slot is None and unit.known.get("rate") in (10**7, 10**8):
            slot = Fraction(512) / unit.known["rate"]
        # `争用期记为 2τ`: the wait in these, where no figure is told.
        symbol = slot is None and "rate" not in unit.known and patterns.search(r"2\s*τ", problem.text) is not None
        if {"wait", "chosen wait", "shortest"} & set(unit.asked) and slot is None and not symbol:
            return None
        chosen = unit.known.get("chosen")
        if (chosen is not None) != ("chosen wait" in unit.asked) or (chosen or 0) > 2 ** min(collisions or 10, 10) - 1:
            return None
        if "chance of one" in unit.asked and (collisions is None or unit.known["one of"] > 2 ** min(collisions, 10) - 1):
            return None
        told.append(
            {"backoff": collisions, "asked": unit.asked, "slot": None if slot is None else str(slot), "chosen": chosen, "symbol": symbol}
        )
    if not told or not asked:
        stay_out("nothing asked")
    return Recognition(
        parameters={"units": told},
        understood=tuple(("冲突", f"第 {one['backoff']} 次") for one in told if one["backoff"]) or (("取到", f"{told[0]['chosen']}"),),
    )
