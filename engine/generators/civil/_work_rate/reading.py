"""Reading work problems: everyone's own time, then who works how long, together, in turns, with somebody away, in pairs, by heads."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.story import NUMBER, Story
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, stay_out, to_int

_NAMES = (
    r"[ABCabc](?=管|队|机|车间|、|和|两|三|独|单|,)",
    r"(?:老|小)[王李张刘赵陈明红刚华强林周]|师傅|师父|徒弟|[王李张刘赵]师傅|第一(?:工程)?队|第二(?:工程)?队|一队|二队",
    r"进水管|注水管|排水管|出水管|放水管",
)
_TEAM = r"(?:工程队|施工队|工程公司|施工方|装修队|修路队|建筑队|车间|生产线|小组|水管|抽水机|机器|打字员|工人|同学|号|队|组|管|公司|机|人)"
WHO = r"[甲乙丙丁]"
_LIST = rf"{WHO}(?:[、和与,及]?{WHO}){{1,3}}"
_UNIT = r"(?P<unit>天|小时|日|分钟|月|周)"
_VALUE = rf"(?P<value>{NUMBER})"
_OBJECT = r"(?:这项|该项|这件|这份|这批|该批|此项|这个|整个|全部|该|一项|同样的|同一)?(?:工程|工作|任务|零件|活儿?|项目|文件|稿件|书稿|水池|空池|池子|满池水|满池|池水|一池水|水|公路|管道|蓄水池|泳池|作业|房间?|货物|订单)?"
_DO = rf"(?:来)?(?:做|完成|干|施工|修建|修|加工|打|录入|承担|建设|搬运|运|开|打开|注水|放水|注|排水|抽水|装修|铺设?|粉刷|翻译|校对|抄写|生产|改造|清理|处理)?{_OBJECT}"
_TAKES = r"(?:所?需要?(?:的)?(?:时间|天数)?(?:是|为)?|要|用|得|花|需时|耗时|的时间是|只要|只需)*"
_DONE = rf"(?:可以|可|就能|才能|能够?|才|就可以?|恰好|刚好)*(?:将|把)?{_OBJECT}(?:全部)?(?P<done>完成|做完|完工|干完|修完|竣工|注满|灌满|放满|充满|排空|放完|放空|排完|排净|抽完|抽干|加工完|打完|录完|录入完|搞定|满|建成|运完|铺完|刷完|做好|干好|弄完|装满)?{_OBJECT}"
_ALONE = r"(?:单独|独立|独自|一个人|单干|自己|单开|单做)"
_TOGETHER = r"(?:一起|共同|同时|一块儿?|齐心)?(?:合作|合干|合做|合修|联手|协作|合开|一起做|一起干|共同做|共同完成|一块做|一块干|同时做|同时开|齐开|同时打开|一起开|全开|同时开放|同时施工|合力|一起|共同|同时)(?:来)?"
_EMPTIES = r"排|放[完空]|抽|出水"
_WORDS = """
两根 三根 两根进水管 两台 甲 乙 丙 丁 一项工程 一项工作 一件工作 一批零件 一项任务 某项工程 某工程 工程 工作 任务 零件 稿件 文件 书稿 项目 公路 一条 一段 一份 一批 这项 该项 该 两队 三队 两人 三人 两个人 三个人 两管 三管 两个 三个 队 组 人 管 水池 空水池 一个 池 装有 装 有 进水管 排水管 出水管 注水管 水管 放水 进水 排水 完成 做 干 做完 完工 开工 施工 加工 录入 修 修建 建 建设 搬运 装修 打字 翻译 生产
合作 共同 一起 同时 由 让 请 交给 单独 独立 独自 需要 需 用 要 了 就 才 能 可以 继续 接着 剩下 剩下的 余下 余下的 其余 剩余 剩余的 其余的 部分 工程量 工作量 效率 工作效率 各自 不变 每天 工人 师傅 徒弟 从开始到结束 从开工到完工 从开始到完工 如果 若 打开 开 将 把 满 空 注满 房子 教室 大楼 桥梁 水渠 隧道 地铁 道路 绿化 设备 订单 产品 服装 书 蓄水池 游泳池 水箱
"""


def _workers(text: str) -> tuple[Story, dict[str, str]]:
    """The text with those who work named 甲, 乙, 丙, 丁 in their order; what each was called."""
    story = Story(text)
    plain = story.rest
    called: dict[str, str] = {}
    if not patterns.search(r"[甲乙]", plain):
        # Whatever people, teams or pipes are called, one sort of names is used for all.
        pattern = next((each for each in _NAMES if len(set(patterns.findall(each, plain))) > 1), None)
        if pattern is not None:
            sign = pattern[: pattern.index("(?=")] if pattern is _NAMES[0] else pattern
            for name in patterns.findall(sign, plain):
                if name not in called:
                    called[name] = "甲乙丙丁"[len(called)] if len(called) < 4 else stay_out("many work")
            plain = patterns.sub(sign, lambda match: called[match[0]], plain)
    plain = patterns.sub(rf"(?:单开|单独开(?:放)?|只开|只打开|单独打开)({WHO})(?:{_TEAM})?", r"\1单独", plain)
    plain = patterns.sub(rf"开({WHO})(?=\d)", r"\1单独", plain)
    plain = patterns.sub(rf"({WHO})(?:{_TEAM})", r"\1", plain)
    plain = patterns.sub(r"师徒(?:两|二)?个?人?(?=合作|一起|共同|同时|一块)", "两人", plain)
    plain = patterns.sub(
        rf"({WHO})一人|({WHO})(?:自己|一个人)(?=做|干|完|要|需|单独)", lambda match: (match[1] or match[2]) + "单独", plain
    )
    story.rest = story.text = plain
    return story, {who: name for name, who in called.items()}


def _alone(story: Story) -> tuple[dict[str, Fraction], str]:
    """Everybody's own time (negative: the pool is emptied), and the unit; taken.

    Raises:
        StayOut: somebody has two, or units differ.
    """
    found: dict[str, Fraction] = {}
    units: set[str] = set()

    def add(who: str, value: str, unit: str, empties: bool) -> None:
        if who in found or Fraction(value) <= 0:
            stay_out("alone twice")
        found[who] = Fraction(value) * (-1 if empties else 1)
        units.add({"日": "天"}.get(unit, unit))

    listed = rf"(?P<who>{_LIST})(?:[两三四]个?{_TEAM}|二人|[两三]个?人)?(?:分别|各自)?(?:的)?{_ALONE}?(?:{_DO})(?:的)?(?:时间)?(?:分别|各)?{_TAKES}(?:分别|各)?{_TAKES}(?P<values>{NUMBER}(?:天|小时|日|分钟|月)?(?:[、和与,]{NUMBER}(?:天|小时|日|分钟|月)?){{1,3}}){_DONE}"
    for match in story.take_all(listed):
        names, values = patterns.findall(WHO, match["who"]), patterns.findall(rf"({NUMBER})(天|小时|日|分钟|月)?", match["values"])
        unit = values[-1][1]
        if len(names) != len(values) or not unit or not patterns.search("独|分别|各|单", match[0]):
            stay_out("whose time")
        for name, (value, its) in zip(names, values, strict=True):
            add(name, value, its or unit, bool(patterns.search(_EMPTIES, match["done"] or "")))
    pattern = rf"(?<!先)(?:由|让|若由|如果由)?(?P<who>{WHO})(?P<alone>{_ALONE})?{_DO}(?P<takes>{_TAKES}){_VALUE}{_UNIT}{_DONE}"
    for match in list(patterns.finditer(pattern, story.rest)):
        before = story.rest[max(0, match.start() - 4) : match.start()]
        if (
            patterns.search(rf"{WHO}[、和与及]?$", before)
            or not (match["alone"] or match["takes"] or match["done"])
            or patterns.search("先|合作|再", match[0])
        ):
            continue
        if (
            patterns.match(r"后|之后|以后|,?(?:然后|接着|再由|剩|余|其余)", story.rest[match.end() :])
            and not match["done"]
            and not match["takes"]
        ):
            continue
        add(match["who"], match["value"], match["unit"], bool(patterns.search(_EMPTIES, match[0])))
        story._mark(match)
    if not found and patterns.search(rf"^[^甲乙先]{{0,12}}{WHO}\d", story.rest):
        # `甲 10 天，乙 15 天`: nothing else is said of anybody.
        for match in list(patterns.finditer(rf"(?P<who>{WHO}){_VALUE}{_UNIT}(?=[,;。]|{WHO})", story.rest)):
            add(match["who"], match["value"], match["unit"], False)
            story._mark(match)
    if len(units) != 1:
        stay_out("units")
    return found, units.pop()


def _names(text: str) -> str:
    """Those named in a phrase, in order; `两人合作` names nobody."""
    return "".join(dict.fromkeys(patterns.findall(WHO, text)))


def _asked(story: Story, unit: str) -> tuple[str, str]:
    """(`left` | `all` | `plain`, the words before), of the time asked, taken.

    Raises:
        StayOut: no time is asked, or in another unit.
    """
    match = story.take(
        r"(?P<how>(?:还|再|还再|一共|总共|共|前后|从开工到完工|从开始到完工|从开始到结束|那么|正好|大约|合作|做|干|才能?)*(?:需要?|要|用|得|花|做|干)*(?:了)?)多少(?P<unit>天|小时|日|分钟|时间|月)?"
    )
    if match is None:
        stay_out("no time asked")
    if match["unit"] not in (None, "时间") and {"日": "天"}.get(match["unit"], match["unit"]) != unit:
        stay_out("units")
    how = match["how"]
    whole = patterns.search(
        r"共|前后|从开工|从开始|总的?(?:工期|时间|用时|天数|时长)|[前先]后", story.text[max(0, match.start() - 14) : match.end()]
    )
    return (
        "left"
        if patterns.search("还|再", how)
        else "joint"
        if not whole and patterns.search("合作|一起|共同", story.text[max(0, match.start() - 8) : match.start()])
        else "all"
        if whole
        else "plain"
    ), how


def _recognition(task: str, times: dict[str, Fraction], unit: str, called: dict[str, str], asked: str, **more: object) -> Recognition:
    return Recognition(
        parameters={"task": task, "alone": {who: str(value) for who, value in sorted(times.items())}, "unit": unit, **more},
        understood=(
            *(
                (f"{called.get(who, who)}单独{'排空' if value < 0 else ''}", f"{decimal(abs(value), 4)} {unit}")
                for who, value in sorted(times.items())
            ),
            ("求", asked),
        ),
    )


def _together(text: str) -> Recognition | None:
    """All work, or some; or some work first and then others come or go: the time that is left, or in all."""
    story, called = _workers(text)
    story.refuse(r"休息|请假|轮流|交替|效率|提高|倍|人数|缺席|停工|原计划|提前|工资|报酬|钱|牛|草|因故离开又|速度")
    share = Fraction(1)
    if portion := story.take(
        r"(?:完成|做完|做)(?:这项)?(?:工程|工作|任务)?(?:的|总量的|总量)?(?P<share>\d/\d{1,2})(?=需|要|,|多少|\ue000)"
    ):
        del portion
        stay_out("a part")
    pattern = rf"(?:先)?(?:由|让)?(?P<who>{_LIST}|{WHO}|两[人队管]|三[人队管]|他们)?(?:[两三]{_TEAM}|二人|[两三]个?人)?(?P<first>先)?(?P<how>{_TOGETHER}|{_ALONE})?(?P<first2>先)?{_DO}了?(?P<value>{NUMBER}){_UNIT}(?P<then>后|之后|以后)?(?=,|;|。|{WHO}|\ue000|剩|余|其|再|然|接|由|还)"
    segments: list[tuple[str, Fraction, str]] = []
    alone_story_rest = story.rest
    times, unit = _alone(story)
    del alone_story_rest
    for match in story.take_all(pattern):
        if {"日": "天"}.get(match["unit"], match["unit"]) != unit:
            stay_out("units")
        who = _names(match["who"] or "")
        if not who:
            if not match["how"] or patterns.search("独|单", match["how"]):
                stay_out("who")
            who = "".join(sorted(times))
        elif len(who) > 1 and match["how"] and patterns.search("独|单", match["how"]):
            stay_out("alone or together")
        if segments and not (
            match["first"] or match["then"] or patterns.search("再|又|接着|然后", story.text[max(0, match.start() - 3) : match.start() + 1])
        ):
            stay_out("in what order")
        segments.append((who, Fraction(match["value"]), match[0]))
    gone = story.take(
        rf"(?P<who>{WHO})(?:因故|因病|因事|由于工作需要|临时|有事)?(?:被)?(?:离开|调走|退出|撤出|走了|撤走|另有任务离开|因故离开|关闭|有事离开|中途离开|先离开)(?:了)?"
    )
    joined = story.take(
        rf"(?:这时|此时|再由|由|然后)?(?P<who>{WHO})(?:也|来|又|再|中途)*(?:加入|参加|加入进来|参与|参加进来|赶来帮忙|来帮忙|一起做)(?:进来|施工)?"
    )
    rest = story.take(
        rf"(?:剩下|剩余|余下|其余|余)(?:的)?(?:部分|工程|工作|任务|零件|工作量|活)?(?:全部)?(?:都)?(?:由|让|给|交给|交由|再由)?(?P<who>{_LIST}|{WHO}(?![、和与]))?(?P<both>[两三](?:{_TEAM})|两人|三人|[两三]个人)?(?P<how>{_TOGETHER}|{_ALONE})?(?:继续)?{_DO}"
    )
    final = rest or story.take(
        rf"(?:再|然后|接着)?(?:由|让|若|如果)?(?P<who>{_LIST}|{WHO}(?={_ALONE}))?(?P<both>[两三](?:{_TEAM})|[两三]个?人|他们)?(?P<how>{_TOGETHER}|{_ALONE})(?:继续)?{_DO}"
    )
    asked, _ = _asked(story, unit)
    if final is None and not (gone or joined):
        return None
    if len(times) < 2:
        return None
    everyone = "".join(sorted(times))
    who = _names(final["who"] or "") if final else ""
    if final and (named := patterns.match(_LIST, story.rest[final.end() :])):
        who = _names(named[0])  # `同时打开甲、乙两管`: not the third
    if gone:
        if not segments:
            return None
        left = "".join(each for each in segments[-1][0] if each != gone["who"])
        if gone["who"] not in segments[-1][0] or (who and who != left):
            stay_out("who stays")
        who = left
    elif joined:
        if not segments:
            return None
        who = "".join(sorted(set(segments[-1][0] + joined["who"])))
        if final and _names(final["who"] or "") not in ("", who):
            stay_out("who joins")
    elif final and not who:
        if final["how"] and patterns.search("独|单", final["how"]):
            return None
        counted = patterns.search("[两三]", final["both"] or "")
        if counted and {"两": 2, "三": 3}[counted[0]] != len(times):
            stay_out("who")
        who = everyone
    who = "".join(sorted(who))
    if len(who) > 1 and final and final["how"] and patterns.search("独|单", final["how"]):
        stay_out("alone or together")
    if not who or not set(who) <= set(times) or any(not set(each) <= set(times) for each, _, _ in segments):
        return None
    if set(who) | {each for some, _, _ in segments for each in some} != set(times):
        stay_out("somebody does nothing")
    story.take_all(rf"(?:{_LIST})(?:[两三]{_TEAM}|[两三]个?人)?|{WHO}|再|又|先|后|现|开始时?|起初")
    story.finish(_WORDS)
    if asked == "left" and not segments:
        stay_out("what has been done before?")
    if segments and asked == "plain" and not rest:
        stay_out("left or in all")
    if any(patterns.match("进|注", name) for name in called.values()):
        # A pipe called by what it does empties, whatever word tells of its time.
        times = {each: -abs(value) if patterns.match("排|出|放", called.get(each, "")) else value for each, value in times.items()}
    if patterns.search("排水管|出水管|放水管", text) and patterns.search("进水管|注水管", text) and min(times.values()) > 0:
        stay_out("who empties")
    if any(value < 0 for value in times.values()) and not patterns.search("池|缸|箱|水", "".join((story.text, *called.values()))):
        stay_out("who empties")
    del share
    return _recognition(
        "segments",
        times,
        unit,
        called,
        "一共的时间" if segments and asked == "all" else "还要的时间" if segments else "合作的时间",
        segments=[[each, str(value)] for each, value, _ in segments],
        last=who,
        total=asked == "all",
    )


def _absence(text: str) -> Recognition | None:
    story, called = _workers(text)
    if not story.has("休息|请假|停工|缺席|离开了"):
        return None
    story.refuse(r"轮流|交替|效率|提高|倍|人数|原计划|提前|先|工资|钱|牛|草")
    away = story.take_all(
        rf"(?:其中|但|期间|中途|途中)*(?P<who>{WHO})(?:中途|途中|因故|因事|因病|有事|生病|中间|期间)*(?:休息|请假|停工|缺席|离开)(?:了)?(?P<value>{NUMBER}){_UNIT}"
    )
    story.take_all(rf"(?:而)?(?P<who>{WHO})(?:没有?|未|一直没|一直未|不)(?:休息|请假|停工|缺席|离开)|{WHO}一直(?:在)?(?:工作|施工|干)")
    total = story.take(
        rf"(?:一共|总共|共|前后共?|结果|最后)+(?:用了?|花了?|经过)?(?P<value>{NUMBER}){_UNIT}(?:才|就)?(?:完成|完工|做完)?|(?P<value2>{NUMBER})(?P<unit2>天|小时)(?:才|后)?(?:完成任务|完工)"
    )
    times, unit = _alone(story)
    units = [match["unit"] for match in away] + ([total["unit"] or total["unit2"]] if total else [])
    if len(times) != 2 or any({"日": "天"}.get(each, each) != unit for each in units):
        return None
    asked_away = story.take(rf"(?P<who>{WHO})(?:中途|途中|因故|因事|有事)*(?:休息|请假|停工|缺席|离开)(?:了)?多少(?:天|小时|日)")
    if total:
        if not asked_away or len(away) > 1:
            return None
        story.take_all(_TOGETHER + r"|其中|期间|但")
        story.finish(_WORDS + " 中途 途中 因故 若干天 也")
        value = Fraction(total["value"] or total["value2"])
        return _recognition(
            "away",
            times,
            unit,
            called,
            f"{asked_away['who']}休息的时间",
            total=str(value),
            away={match["who"]: match["value"] for match in away},
            who=asked_away["who"],
        )
    if not away or asked_away:
        return None
    asked, _ = _asked(story, unit)
    if asked != "all":
        stay_out("in all?")
    both = story.take(_TOGETHER)
    story.take_all(rf"{_LIST}(?:[两三]{_TEAM}|[两三]个?人)?|{WHO}|但|期间|其中|开始")
    story.finish(_WORDS + " 中途 途中 因故 因事 从开工到完工 从开始到完成")
    if both is None or len({match["who"] for match in away}) != len(away):
        return None
    return _recognition("absence", times, unit, called, "一共的时间", away={match["who"]: match["value"] for match in away})


def _heads(text: str) -> Recognition | None:
    """So many people so many days: other numbers of people or days, or a change on the way."""
    story = Story(text)
    story.refuse(r"[甲乙]|休息|效率提高|倍|每小时|牛|草")
    first = story.take(
        rf"(?:由|安排|派|原计划|计划|原定|让|有)*(?:由|安排|派)*(?P<heads>{INTEGER})(?:名|个|位)?(?:工人|人|民工|装修工)(?:施工|工作|合作|一起|同时|来)?(?:做|干|修|加工|完成|种)?(?:这项工程)?(?:用|需要?|要|花|工作|干|做|计划|原计划)*(?P<days>{NUMBER})(?P<unit>天|小时|日)(?P<gap>[^\d,;。\ue000多]{{0,12}})"
    )
    if not first:
        return None
    worked = story.take(rf"(?:施工|工作|干|做|开工|进行|修)+(?:了)?(?P<days>{NUMBER})(?:天|小时|日)(?:后|之后|以后|时)")
    early = story.take(
        rf"(?:要求?|需要?|必须|准备|希望|想|决定)?(?:比(?:原计划|原定|计划)(?:的?时间)?)?提前(?P<days>{NUMBER})(?:天|小时|日)(?:完成|完工)?"
    )
    within = story.take(rf"(?:要求?|需要?|必须|准备|希望|想)*(?:在)?(?P<days>{NUMBER})(?:天|小时|日)(?:之?内)?(?:完成|完工|干完|做完|修完)")
    changed = story.take(
        rf"(?P<way>增加|减少|增派|调来|调走|又来了?|再来|新来|抽走|撤走|走了|离开了?)(?:了)?(?P<heads>{INTEGER})(?:名|个|位)?(?:工人|人)?"
    )
    others = (
        story.take(
            rf"(?:若|如果|那么|改)?(?:由|用|派|安排)?(?P<heads>{INTEGER})(?:名|个|位)?(?:工人|人)(?:来|去|一起|同时)?(?:做|干|修|完成)?(?=[^\d]{{0,8}}多少天)"
        )
        if not changed
        else None
    )
    asked = story.take(
        r"(?:还)?(?:需要?|要|应|应该|至少)*(?P<how>增加|增派|再增加|再派|再来|添)(?:了)?多少(?:名|个|位)?(?:工人|人)?|(?:共|一共)?(?:需要?|要|用)*多少(?P<people>名|个|位)?(?:工人|人)|(?P<still>还|再|还要再)?(?:要|需要?|用)*多少(?P<unit>天|小时|日)"
    )
    if not asked:
        return None
    story.take_all(
        r"(?:假定|假设|设|如果|若)?(?:每名|每个|每位|各个?|所有)?(?:工人|人)?(?:的)?(?:工作)?效率(?:都)?(?:相同|一样|不变|相等)|接到通知|原计划|计划"
    )
    story.finish(_WORDS + " 某工地 工地 工人 修完 水渠 由于 天气 原因 接到 通知 每名 完成 修路 种树 剩下的")
    heads, days = to_int(first["heads"]), Fraction(first["days"])
    done = Fraction(worked["days"]) if worked else Fraction(0)
    if done >= days or (early and within):
        return None
    left = heads * (days - done)
    if asked["unit"]:
        if early or within or bool(changed) == bool(others) or asked["unit"] != first["unit"]:
            return None
        if changed:
            now = heads + to_int(changed["heads"]) * (-1 if patterns.search("减|走|抽|撤|离", changed["way"]) else 1)
        else:
            assert others is not None
            now = to_int(others["heads"])
        if now <= 0 or (worked and not asked["still"]):
            return None
        value, unit = left / now, first["unit"]
    else:
        if changed or others or not (early or within):
            return None
        time = (
            days - Fraction(early["days"]) - done if early else Fraction(within["days"]) if within and not worked else stay_out("from when")
        )
        if time <= 0:
            return None
        value, unit = left / time - (heads if asked["how"] else 0), "人"
        if value.denominator != 1 or value <= 0:
            stay_out("no whole number of people")
    return Recognition(
        parameters={"task": "heads", "heads": heads, "days": str(days), "done": str(done), "value": str(value), "unit": unit},
        understood=(
            ("原来", f"{heads} 人 {decimal(days)} {first['unit']}"),
            ("已做", f"{decimal(done)} {first['unit']}"),
            ("求", "增加的人数" if asked["how"] else "时间" if asked["unit"] else "人数"),
        ),
    )


def _ratio(text: str) -> Recognition | None:
    """Efficiency compared, one's own time told: together."""
    story, called = _workers(text)
    if not story.has("效率"):
        return None
    story.refuse(r"休息|轮流|交替|提高|提升|降低|人数|先|提前|原计划|转|参与|下降")
    ratio = (
        story.take(r"甲(?:[、和与,])?乙(?:[、和与,])?丙(?:三人|三队|的)*(?:工作)?效率(?:之)?比(?:为|是)?(?P<a>\d+):(?P<b>\d+):(?P<c>\d+)")
        or story.take(r"甲(?:[、和与,])?乙(?:两人|两队|的)*(?:工作)?效率(?:之)?比(?:为|是)?(?P<a>\d+):(?P<b>\d+)")
        or story.take(
            r"(?P<who>甲|乙)(?:的)?(?:工作)?效率(?:是|为)(?P<other>甲|乙)(?:的)?(?P<times>\d+(?:\.\d+)?倍|两倍|\d+/\d+|\d+%|一半)"
        )
    )
    if not ratio:
        return None
    times, unit = _alone(story) if story.has(rf"{WHO}[^\d\ue000]{{0,12}}{NUMBER}(?:天|小时|日)") else ({}, "")
    both = story.take(rf"(?:甲乙)?(?:两人|两队)?{_TOGETHER}?{_DO}{_TAKES}{_VALUE}{_UNIT}{_DONE}") if not times else None
    if both:
        times, unit = {}, both["unit"]
    wanted = story.take(
        rf"(?:如果|若)?(?:由)?(?P<who>甲(?:[、和与,])?乙(?:[、和与,]?丙)?|[甲乙丙])?(?:[两三](?:人|队|个?人))?(?P<how>{_TOGETHER}|{_ALONE}){_DO}"
    )
    if wanted is None:
        return None
    asked, _ = _asked(story, unit)
    story.take_all(WHO)
    story.finish(_WORDS + " 倍")
    if asked == "left":
        return None
    if ratio.groupdict().get("a"):
        rates = {"甲": Fraction(ratio["a"]), "乙": Fraction(ratio["b"])}
        if ratio.groupdict().get("c"):
            rates["丙"] = Fraction(ratio["c"])
    else:
        word = ratio["times"]
        factor = (
            Fraction(2)
            if word == "两倍"
            else Fraction(1, 2)
            if word == "一半"
            else Fraction(word.rstrip("倍%")) / (100 if word.endswith("%") else 1)
        )
        if ratio["who"] == ratio["other"]:
            return None
        rates = {ratio["who"]: factor, ratio["other"]: Fraction(1)}
    if len(times) > 1 or (both is None) == (not times):
        return None
    if times:
        ((who, own),) = times.items()
        scale = 1 / own / rates[who]
    else:
        assert both is not None
        scale = 1 / Fraction(both["value"]) / sum(rates.values())
    alone = {who: 1 / (rate * scale) for who, rate in rates.items()}
    target = "".join(sorted(_names(wanted["who"] or "".join(rates))))
    if not set(target) <= set(rates) or (len(rates) == 3 and both):
        return None
    if both and len(target) > 1:
        return None
    return _recognition("segments", alone, unit, called, "、".join(target) + "的时间", segments=[], last=target, total=False)


READERS = (
    _together,
    _absence,
    _heads,
    _ratio,
)
