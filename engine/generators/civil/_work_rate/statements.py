"""Work problems statement by statement: who works how long, what that makes, how fast one is beside another; then what follows.

Every stretch of work is a relation: the sum of everybody's rate times the time is a share of the whole. The whole is 1 where no amount is told.
"""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.reduced import N, named_of_any_sort, parse
from engine.generators.civil._problems.relations import number, recognition, times, total, unknown
from engine.generators.civil._problems.relations_working import Wording, told_in_words, working
from engine.generators.civil._work_rate.answers import Answers, Stretch, Told, part_of, people, rate_of
from engine.generators.civil._work_rate.forms import STATEMENTS
from engine.generators.civil._work_rate.words import SORTS, VOCABULARY
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_UNITS = {"d": "天", "h": "小时", "m": "分钟", "w": "周", "M": "个月", "c": "次"}
_AMOUNT = r"\d(?:\.\d+)?(个|件|页|套|棵|份|块|本|道|辆|包|米|千米|吨|万字|字|平方米|立方米|亩|升|张|篇|台|双|只|顶|条)"


def _stretch(told: Told, name: str, match: re.Match[str]) -> None:
    groups = match.groupdict()
    told.units.add(groups["unit"])
    flags = (groups.get("flags") or "") + (groups.get("flags2") or "")
    pre = groups["pre"] or ""
    if groups["value"] == "某" and groups.get("who") == "原":
        told.subject = "原"
        return
    if groups["value"] == "某":
        told.somehow, told.somehow_at = True, match.start()
        told.somewho = people(groups.get("who")) or {each: Fraction(1) for each in told.everyone}
        return
    time = None if groups["value"] == "?" else Fraction(groups["value"])
    if told.comings and not told.somehow and not groups.get("who") and not told.comings[-1][2] and "共" in pre + flags:
        told.total = time if time is not None and told.total is None else stay_out("how long in all")
        return
    if told.somehow and time is not None and "共" in pre + flags and told.total is None:
        if groups.get("who"):
            told.then_who = (
                people(groups["who"]) if patterns.search("[再余独]", pre + flags) and ",共" in match[0] else stay_out("in all of whom")
            )
        told.total = time
        return
    who: dict[str, Fraction] = {}
    if name == "heads":
        if groups["count"] == "?":
            told.asks.append((match.start(), "heads", ""))
        else:
            who = {"n": Fraction(groups["count"])}
    else:
        who = people(groups["who"])
        if groups["who"] in ("原", "实"):
            told.subject = groups["who"]
        if not who and "合" in flags:
            who = {each: Fraction(1) for each in told.everyone}
        if not who and told.stretches and "n" in told.stretches[-1].who and groups["after"]:
            who = dict(told.stretches[-1].who)
        if (
            (groups["value"] != "?" or "毕" in match[0])
            and not who
            and told.together
            and "共" not in pre + flags
            and "n" not in told.reduced
        ):
            who = people(told.together)
        if not who and told.named_last:
            who = {told.named_last: Fraction(1)}
        if not who and told.subject and "共" not in pre + flags:
            who = {told.subject: Fraction(1)}
            if told.subject == "原" and "先" in flags and groups.get("share") and any(each.who == who for each in told.stretches):
                who = {"实": Fraction(1)}  # `计划 30 天修完，前 10 天修了 40%`
        if len(who) > 1 and "独" in flags:
            stay_out("alone or together")
        if len(who) == 1 and groups["who"] and groups["who"] in told.everyone and "合" in pre + flags:
            # `再同时开乙管`: with those who are at work.
            if not told.stretches or not told.stretches[-1].opens:
                stay_out("together with whom")
            who = {**told.stretches[-1].who, **who}
        if (
            len(who) > 1
            and who != people(told.together)
            and not patterns.search("[合毕空]", flags + (groups.get("done") or "") + (groups.get("done1") or ""))
            and "先" not in flags
        ):
            stay_out("each or together")
    share = part_of(groups["share"], groups["percent"]) if groups.get("share") else None
    if share is not None and not 0 < share <= 1:
        stay_out("a share")
    if not who and told.heads_now is not None and not flags + pre.strip(",/"):
        who, told.heads_now = {"n": told.heads_now}, None
    told.stretches.append(
        Stretch(
            place=match.start(),
            who=who,
            time=time,
            share=None if share is None or patterns.search(r"余[^,。;]*$", match[0][: match.start("share") - match.start()]) else share,
            follows=bool(patterns.search("[余再后]", pre + flags)) or told.rest_next,
            opens="先" in flags or bool(groups["after"]),
            empties="空" in ((groups.get("done") or "") + (groups.get("done1") or "")),
            whole="共" in pre + flags,
            alone="独" in pre + flags,
            more="还" in pre + flags,
        )
    )  # fmt: skip


def _beside(told: Told, name: str, groups: dict[str, str | None]) -> None:
    """One's rate beside another's."""
    value = groups.get("value") or "0"
    if name in ("faster", "own-faster"):
        who, other = groups["who"] or "实", groups.get("other") or "原"
        more = part_of(value, groups["percent"])
        if not groups["percent"] and "/" not in value:
            stay_out("by how much")
        factor = 1 + more if groups["more"] in ("高", "多") else 1 - more
        if len(who) != 1 or factor <= 0:
            stay_out("who")
        told.subject = who if who == "实" else told.subject
        told.say(unknown(who), times(factor, unknown(other)), f"{_named(who)} = {decimal(factor, 4)} × {_named(other)}")
    elif name == "multiple":
        factor, others = part_of(value, "%" if groups["percent"] == "%" else None), people(groups["other"])
        together = " + ".join(others) if len(others) == 1 else f"({' + '.join(others)})"
        told.say(
            unknown(str(groups["who"])),
            times(factor, rate_of(others)),
            f"{groups['who']}的效率 = {decimal(factor, 4)} × {together}的效率",
        )
    elif name == "ratio":
        names, parts = list(people(groups["names"])), str(groups["values"]).split("∶")
        if len(names) != len(parts):
            stay_out("whose ratio")
        for each, part in zip(names[1:], parts[1:], strict=True):
            told.relations.equal(times(Fraction(parts[0]), unknown(each)), times(Fraction(part), unknown(names[0])))
        told.lines.append(f"效率之比 {'、'.join(names)} 为 {':'.join(parts)}")
    elif name == "same-work":
        told.units |= {str(groups["unit"]), str(groups["unit2"])}
        one, other = str(groups["one"]), str(groups["other"])
        told.say(
            times(Fraction(value), unknown(one)),
            times(Fraction(str(groups["value2"])), unknown(other)),
            f"{value} × {one} = {groups['value2']} × {other}",
        )
    else:
        who = groups["who"] or told.subject or ("实" if name == "rate-more" else stay_out("whose rate"))
        told.subject = who if who in ("原", "实") else told.subject
        told.units.add(str(groups["unit"]))
        told.amounts = True
        if name == "rate":
            told.named_last = who if told.rates_told == 0 and len(who) == 1 and who in told.everyone else ""
            told.rates_told += 1
            told.say(rate_of(people(who)), number(value), f"{who}每{_UNITS[str(groups['unit'])]}做 {value}")
        else:
            other = groups["other"] or "原"
            if len(who) != 1 or who == other:
                stay_out("who")
            more = Fraction(value) * (1 if groups["more"] == "多" else -1)
            told.say(unknown(who), total(unknown(other), number(more)), f"{who} = {other} {'+' if more > 0 else '−'} {value}")


def _made_by_heads(told: Told, match: re.Match[str]) -> None:
    """So many make so much in so long, all alike; one of the three may be asked.

    Raises:
        StayOut: two are asked.
    """
    groups = match.groupdict()
    told.amounts = True
    told.units.add(groups["unit"])
    values = {what: None if groups[what] == "?" else Fraction(groups[what]) for what in ("count", "value", "made")}
    open_ones = [what for what, value in values.items() if value is None]
    if len(open_ones) > 1:
        stay_out("two asked of one piece of work")
    told.by_heads.append((match.start(), values["count"], values["value"], values["made"]))


def _read(reduced: str) -> Told:
    told = Told(reduced, [each for each in "甲乙丙丁" if each in reduced])
    for name, match in parse(reduced, STATEMENTS):
        groups = match.groupdict()
        place, who = match.start(), groups.get("who") or ""
        asked = groups.get("value") == "?"
        told.named_last = told.named_last if name in ("word", "stretch") else ""
        if (
            name == "word"
            and (alone := patterns.fullmatch("、?([甲乙丙丁])", match[0]))
            and reduced[match.start() - 1 : match.start()] in ",;。"
        ):
            told.named_last = alone[1]
        elif name == "word" and match[0] == "原":
            told.subject = "原"
        elif name == "word" and match[0].startswith("余"):
            told.rest_next = True
        elif name == "ours":
            told.named_last = "原"
        elif name == "left-amount":
            if not told.stretches or told.stretches[-1].share is not None or told.stretches[-1].time is None:
                stay_out("left of what")
            told.stretches[-1].left = Fraction(groups["value"])
            told.amounts = True
        elif name == "now-heads":
            told.heads_now = Fraction(groups["count"])
        elif name == "ask-share":
            # How much is done by then: the stretches before make no whole.
            if not told.stretches or told.stretches[-1].time is None or told.stretches[-1].share is not None:
                stay_out("how much of what")
            told.stretches[-1].counted = True
            told.asks.append((place, "left-share" if groups["left"] else "done-share", ""))
        elif name in ("stretch", "heads"):
            _stretch(told, name, match)
            told.named_last, told.rest_next = "", False
        elif name == "pay":
            payee = who or (next(iter(told.stretches[-1].who)) if told.stretches and len(told.stretches[-1].who) == 1 else "")
            if not payee or len(payee) != 1 or payee in told.pay:
                stay_out("paid to whom")
            told.units.add(groups["unit"] or groups["unit2"])
            told.pay[payee] = Fraction(groups["value"])
            told.lines.append(f"{payee}每{_UNITS[str(groups['unit'] or groups['unit2'])]}费用 {groups['value']}")
            told.named_last = who
        elif name == "list":
            names, values = list(people(groups["names"])), patterns.findall(rf"({N})([dhmwM]?)", groups["values"])
            if len(names) != len(values) or not values[-1][1]:
                stay_out("whose time")
            for each, (value, unit) in zip(names, values, strict=True):
                told.units.add(unit or values[-1][1])
                told.stretches.append(Stretch(place, {each: Fraction(1)}, Fraction(value)))
        elif name == "share-done":
            if not told.stretches or told.stretches[-1].share is not None:
                stay_out("a share of what")
            if match[0][0] == "合" and len(told.stretches[-1].who) == 1:
                stay_out("what all did is not what one does alone")
            told.stretches[-1].share = part_of(groups["share"], groups["percent"])
        elif name == "heads-made":
            _made_by_heads(told, match)
        elif name == "equal-spells":
            told.equal_spells = told.somehow or stay_out("as long as what")
        elif name == "pairs-differ":
            longer = 1 + Fraction(groups["value"]) / 100 * (1 if groups["way"] == "多" else -1)
            one, other = people(groups["one"]), people(groups["other"])
            told.say(
                rate_of(other),
                times(longer, rate_of(one)),
                f"{'、'.join(one)}的用时是{'、'.join(other)}的 {decimal(longer, 4)} 倍",
            )
        elif name == "ask-differ":
            told.units |= {groups["unit"]} - {""}
            told.asks.append((place, "differ", f"{groups['one']}|{groups['other']}|{groups['way']}"))
        elif name == "behind":
            told.amounts = True
            told.behind = (who, groups["other"], Fraction(groups["value"]))
        elif name == "more-made":
            told.amounts = True
            told.more_made = (who, groups["other"], Fraction(groups["value"]))
        elif name == "earlier":
            told.units.add(groups["unit"])
            told.earlier.append((who, groups["other"], Fraction(groups["value"]) * (1 if groups["way"] == "前" else -1)))
        elif name == "ask-each":
            told.asks.append((place, "whole", ""))
        elif name == "rate" and asked:
            told.units.add(groups["unit"])
            told.asks.append((place, "rate", who or told.subject))
        elif name in ("faster", "own-faster", "multiple", "ratio", "same-work", "rate", "rate-more"):
            _beside(told, name, groups)
        elif name == "whole":
            told.amounts = True
            if "合" in groups["flags"]:
                told.together = who or "".join(told.everyone)
            elif who and not ("共" in match[0] and set(people(who)) == set(told.everyone)):
                stay_out("whose amount")
            told.say(unknown("W"), number(groups["value"]), f"总量 = {groups['value']}")
        elif name == "total-time":
            if told.total is not None:
                stay_out("two totals")
            told.units.add(groups["unit"])
            told.total = Fraction(groups["value"])
        elif name == "absent":
            told.units.add(groups["unit"])
            if who in told.absent:
                stay_out("away twice")
            told.absent[who] = None if asked else Fraction(groups["value"])
            if asked:
                told.asks.append((place, "absent", who))
        elif name == "sooner":
            told.units.add(groups["unit"])
            told.asks.append((place, "sooner", groups["way"])) if asked else stay_out("sooner by what is told")
        elif name in ("leaves", "joins"):
            told.comings.append((place, who, name == "joins"))
        elif name in ("more-heads", "fewer-heads"):
            told.more_heads.append((place, Fraction(groups["value"]) * (1 if name == "more-heads" else -1)))
        elif name == "rest":
            # Work without a time goes on to the end, if something was done before; otherwise it only names who works.
            if told.stretches and told.stretches[-1].opens:
                present = people(who) or {each: Fraction(1) for each in told.everyone}
                if len(present) > 1 and "独" in groups["flags"]:
                    stay_out("alone or together")
                told.stretches.append(Stretch(place, present, None, follows=True, to_the_end=True))
            elif told.somehow and who:
                told.then_who = people(who)
            elif "合" in groups["flags"]:
                told.together = who or "".join(told.everyone)
        elif name.startswith("ask-"):
            told.asks.append((place, "more-heads" if groups.get("more") else name.removeprefix("ask-"), who))
    if told.total is not None and not told.somehow and not told.absent and any(not joins for _, _, joins in told.comings):
        # Somebody leaves after a time that nobody tells.
        told.somehow, told.somewho = True, people(told.together) or {each: Fraction(1) for each in told.everyone}
    return told


def _sequences(told: Told) -> list[list[Stretch]]:
    """Stretches one after the other that together make the whole, or a told share of it."""
    result: list[list[Stretch]] = []
    for index, stretch in enumerate(told.stretches):
        last = told.stretches[index - 1] if index else None
        since = last.place if last else -1
        between = told.reduced[max(since, 0) : stretch.place]
        for _, who, joins in (event for event in told.comings if not told.somehow and since < event[0] < stretch.place):
            if last is None or joins == (who in last.who):
                stay_out("who comes or goes")
            present = {each: often for each, often in last.who.items() if each != who} | ({who: Fraction(1)} if joins else {})
            if stretch.who and stretch.who != present and set(stretch.who) != set(told.everyone):
                stay_out("who works")
            stretch.who, stretch.follows = present, True
        for _, more in (event for event in told.more_heads if since < event[0] < stretch.place):
            if last is None or "n" not in last.who:
                stay_out("more than whom")
            stretch.who, stretch.follows = {"n": last.who["n"] + more}, True
        if stretch.follows and not stretch.who and last is not None and "n" in last.who and stretch.time is None:
            stretch.who = dict(last.who)
        new_case = "/" in between or "/" in told.reduced[stretch.place : stretch.place + 2]
        if told.somehow and told.total is None and stretch.place > told.somehow_at:
            result.append([stretch])
        elif (stretch.follows or (result and result[-1][-1].opens)) and result and not (new_case and not stretch.follows):
            result[-1].append(stretch)
        elif stretch.follows and not new_case:
            stay_out("what came before")
        else:
            result.append([stretch])
    return result


_SUMS = re.compile(rf"([甲乙丙])先?({N}[dhmw])后?[、,再后]*(?!\1)([甲乙丙])再?({N}[dhmw]),?毕")


_HALF = re.compile(
    r"(?:现在?|原来?|已|此时|若|如果)?(?:水?[池箱缸])?(?:中|里|内)?(?:已|原|现)?(?:经)?有(?:半[池箱缸桶]|一半的?)水[,。]?(?:时)?"
)


_ORDINALS = re.compile(r"第?([一二])(?:工程|施工)?(?:队|组|车间|小组)(?!人)")
_FOUND_OPEN = re.compile(
    r"(?:后)?,?(?:才)?发现([甲乙丙])(?:没有?关|未关|忘了?关|忘记关|还?开着)(?:上|闭|好|掉)?,?(?:于是|便|就)?(?:马上|立即|立刻|赶紧|随即)(?:把|将)?(?:它|其)?关(?:上|闭|掉|好)?了?"
)


def _one_unit_of_time(plain: str) -> str:
    """The text with hours told in minutes, where both are told and minutes are asked for; or the other way about."""
    asked = patterns.findall(r"多少(小时|分钟)", plain)
    if len(set(asked)) != 1 or not {"小时", "分钟"} <= set(patterns.findall(r"\d(小时|分钟)", plain)) | set(asked):
        return plain
    factor = 60 if asked[0] == "分钟" else Fraction(1, 60)
    other = "小时" if asked[0] == "分钟" else "分钟"
    return patterns.sub(rf"(\d+(?:\.\d+)?){other}", lambda match: f"{decimal(Fraction(match[1]) * factor, 4)}{asked[0]}", plain)


def read_work(text: str) -> Recognition | None:
    """The problem as relations of rates; None where somebody takes turns or what is worked on grows."""
    plain, called = named_of_any_sort(VOCABULARY.plain(text), SORTS)
    if "丙" not in plain and patterns.search("[甲乙]", plain):
        plain = patterns.sub(r"(?:底部|池底)?(?:的)?(?:有)?(?:[一1]个|[一1]根)?(?:排水[口管孔阀]|出水[口管孔阀]|放水[口管])", "丙", plain)
    plain = _ORDINALS.sub(lambda match: "甲" if match[1] == "一" else "乙", plain) if not patterns.search("[甲乙]", plain) else plain
    plain = patterns.sub(
        r"([甲乙丙丁]、[甲乙丙丁])或(?:者)?([甲乙丙丁]、[甲乙丙丁])(合作[^,;。]{0,8}?\d+(?:天|小时|分钟)[^,;。]{0,3})(?=[,;。])",
        r"\1\3,\2\3",
        plain,
    )
    plain = _FOUND_OPEN.sub(r"后\1走", plain)
    plain = _one_unit_of_time(plain)
    filled = _HALF.search(plain)
    plain = _HALF.sub("", plain)
    reduced = VOCABULARY.reduce(plain)
    if patterns.search("[轮长永尽]", reduced):
        return None
    if "原" not in reduced:
        reduced = patterns.sub("实(?=[甲乙丙丁])", "/", reduced)
    reduced = patterns.sub(r"(?<![、甲乙丙丁])甲乙丙(丁?)[34]?(?=合|[,。;])", lambda m: f"甲、乙、丙{'、丁' if m[1] else ''}", reduced)
    reduced = patterns.sub(r"(?<![、甲乙丙丁])([甲乙丙丁])([甲乙丙丁])(?=合|[\d.?]+[dhmw]毕|独?毕)", r"\1、\2", reduced)
    reduced = patterns.sub(r"先([甲乙丙丁](?:、?[甲乙丙丁])*)(?=合?\d)", r"\1先", reduced)
    reduced = patterns.sub("共{2,}", "共", reduced)
    reduced = patterns.sub(r"(?:^|(?<=[,。;]))效∶?(?=\d+∶\d+(?!∶|\d))", "甲、乙效∶", reduced)  # `两组的效率之比是 3∶2`
    if "空" in reduced and "毕" not in reduced:
        reduced = reduced.replace("空", "毕")  # all of them empty it
    if len(_SUMS.findall(reduced)) > 1 or (
        "也" in plain and len(_SUMS.findall(reduced)) == 1 and patterns.search(r"合\d+[dhmw]毕", reduced)
    ):
        # Twice the same people one after the other: what each of them does adds up.
        reduced = _SUMS.sub(r"\1先\2,再\3\4毕", reduced)
    told = _read(reduced)
    told.units.discard("t")
    if told.pay and (kinds := set(patterns.findall(r"(?:\d|多少)(万?元)", plain))):
        told.pay_in_ten_thousands = "万元" in kinds if len(kinds) == 1 else stay_out("units of money")
    if filled:
        asked = [stretch for stretch in told.stretches if stretch.time is None]
        if len(asked) != 1 or asked[0].follows or asked[0].share is not None:
            stay_out("half of what")
        asked[0].share = Fraction(1, 2)
        told.lines.append("原有半池水")
    if len(told.units) > 1:
        stay_out("units")
    amount = (patterns.search(_AMOUNT.replace(r"\d(?:\.\d+)?", "多少"), plain) if told.by_heads else None) or patterns.search(
        _AMOUNT, plain
    )
    if not told.amounts:
        told.relations.equal(unknown("W"), number(1))
    answers = Answers(told, _UNITS[told.units.pop()] if told.units else "", amount[1] if amount else "份").all(_sequences(told))
    if any(patterns.match("进|注|入", name) for name in called.values()):
        emptying = {each for stretch in told.stretches if stretch.empties for each in stretch.who}
        if any(patterns.match("排|出|放", name) and sign not in emptying for sign, name in called.items()):
            stay_out("who empties")
    elif (
        patterns.search("排水管|出水管|放水管", plain)
        and patterns.search("进水管|注水管|入水管", plain)
        and not any(stretch.empties for stretch in told.stretches)
    ):
        stay_out("who empties")
    if any(stretch.empties for stretch in told.stretches) and not patterns.search("池|缸|箱|水|库", plain):
        stay_out("who empties")
    wording = Wording(_named)
    steps = working(told.relations, [value for _, value, _ in answers], wording, composed=True)
    whole = [] if told.amounts or not steps else ["把总量看作 1"]
    lines = told.lines or [line for line in told_in_words(told.relations, wording) if line != "总量 = 1"]
    return recognition(lines, answers, called, working=[*whole, *steps, *told.last_lines])


def _named(name: str) -> str:
    return {"W": "总量", "n": "每人的效率", "原": "原来的效率", "实": "实际的效率"}.get(name, f"{name}的效率")
