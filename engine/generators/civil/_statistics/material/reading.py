"""Reading a statistical material and its question: everything it tells as relations, the one thing asked computed from them."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import ONE, recognition
from engine.generators.civil._problems.relations_working import Wording, working
from engine.generators.civil._statistics.material.answers import Answering
from engine.generators.civil._statistics.material.choosing import Choice, Choosing
from engine.generators.civil._statistics.material.cues import scale
from engine.generators.civil._statistics.material.facts import Material
from engine.generators.civil._statistics.material.ledger import Ledger
from engine.generators.civil._statistics.material.names import Thing, Told, core
from engine.generators.civil._statistics.material.periods import Calendar, Period
from engine.generators.civil._statistics.material.questions import asked, split
from engine.generators.civil._statistics.material.tables import told_in_sentences
from engine.generators.civil._statistics.values import FALLS, digits_asked, in_other_units
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.quantities import decimal
from engine.generators.reading import close_up, stay_out
from engine.generators.remembering import remembering

_SHARES = ("share", "share-change", "shares-differ", "ratio", "mean", "mean-move", "contribution", "pull")


_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海"
    "|广州|深圳|杭州|南京|武汉|成都|西安|苏州|宁波|厦门|青岛|大连|沈阳|济南|郑州|长沙|合肥|福州|昆明|南昌|石家庄|太原|哈尔滨|长春"
)


_CALLED = re.compile(
    r"(?P<counter>(?<=\d)[个家户人])?(?P<full>[^,;。()\d]{3,24})\((?:以下)?(?:统一)?(?:简称|称)为?(?P<short>[^(),\d]{2,12})(?:,下同)?\)"
)
_IN_NAMES = str.maketrans("0123456789", "零一二三四五六七八九")
_SURVEY = re.compile(
    r"(?:据|根据|经)?对(?P<place>全[国省市])?(?P<lead>[^,;。\d的]{2,20})?(?P<number>\d[\d.]*万?[家户个])(?P<whom>[^,;。\d]{2,24}?)(?:的)?(?:抽样)?(?:调查|统计)(?:显示|表明)?,(?P<when>(?:19|20)\d\d年[^,;。\d]{0,8},)?"
)
_MADE_AND_SOLD = re.compile(
    r"(?P<name>(?!其中)[^,;。\d]{0,12}?)(?:累计)?产销(?:量)?(?:分别)?(?:为|达到?|完成)?(?P<one>\d[\d.]*[万亿]?[\u4e00-\u9fff])和(?P<other>\d[\d.]*[万亿]?[\u4e00-\u9fff])"
)


def _surveyed(text: str) -> str:
    """The text with `上述企业` named as those that were asked, and how many there are told of them."""
    found = _SURVEY.search(text)
    if found is None:
        return text
    whom = (found["lead"] or "") + found["whom"]
    return text.replace(found[0], f"{found['when'] or ''}{found['place'] or ''}{whom}{found['number']},").replace(f"上述{whom[-2:]}", whom)


def _trade_named(text: str) -> str:
    """The text with `全行业` named as the trade it is about; its income is no other figure than the trade's where that is told nowhere."""
    if "全行业" not in text:
        return text
    named = set(patterns.findall(r"(?:我国|全国|我省|全省|该省)的?([^\d,;。、的]{2,20}?业)(?![\u4e00-\u9fff]{0,6}业)", text))
    if len(named) != 1:
        return text
    trade = named.pop()
    if not patterns.search(rf"{trade}(?:共?实现|完成)?[^,;。\d]{{0,6}}收入\d", text):
        text = patterns.sub(rf"(全行业|{trade})的?(?:业务)?总?收入", r"\1", text)
    return text.replace("全行业", trade)


_QUOTIENTS = (
    (r"(?P<kind>主营业务|营业收入|营业|销售收入|销售|业务收入)?(?<!成本)(?<!资金)(?<!资产)利润率", "利润总额", "收入"),
    ("资产负债率", "负债总额", "资产总额"),
    ("(?:产品)?产销率", "销量", "产量"),
    ("(?:常住)?(?:人口)?城镇化率", "城镇常住人口", "常住人口"),
)
"""Rates that are one thing in another: by name, of what, in what."""


def _rate_defined(question: str, told: str) -> str:
    """The question with a rate that is not told as the share it is: `利润率(利润总额/主营业务收入)`."""
    defined = patterns.search(
        r"(?P<lead>[^,;。?()]*?)(?P<name>[\u4e00-\u9fff]{2,8}率)\((?:=|即)?(?P<part>[^()/÷]{2,12})[/÷](?P<whole>[^()/÷]{2,12})\)", question
    )
    if defined is not None:
        named = patterns.search(
            "|".join(f"(?:{pattern})" for pattern, _, _ in _QUOTIENTS).replace("(?P<kind>", "(?:"), defined["lead"] + defined["name"]
        )
        start = named.start() if named is not None and named.end() == len(defined["lead"] + defined["name"]) else len(defined["lead"])
        lead = defined["lead"][:start]
        return question.replace(defined[0], f"{lead}{defined['part']}占{_undated(lead)}{defined['whole']}的比重")
    shared = patterns.search(
        r"(?:(?![年月日])[\u4e00-\u9fff]){2,10}?(?:率|系数)\((?:即|指|是指|=)?(?P<part>[^()占,]{2,14})占(?P<whole>[^()占,]{2,14}?)的?(?:比重|比例|百分比)\)",
        question,
    )
    if shared is not None:
        part, whole = (f"人均{name}" if f"人均{name}" in told else name for name in (shared["part"], shared["whole"]))
        question = question.replace(shared[0], f"{part}占{whole}的比重")
    for pattern, part, whole in _QUOTIENTS:
        found = patterns.search(rf"(?P<lead>(?:^|(?<=[,;。?]))[^,;。?()]*?)(?:{pattern})", question)
        bare = patterns.search(pattern, question)
        rates = "利润率|负债率|产销率"
        told_so = patterns.search(rf"(?:{rates})[^;。]*百分点" if patterns.search("同比|[比较]|百分点", question) else rates, told)
        if found is not None and bare is not None and told_so is None:
            kind = patterns.sub("收入$", "", found.groupdict().get("kind") or "")
            part, whole = (each if each in told else each.replace("常住", "") for each in (part, whole))
            return question.replace(found[0], f"{found['lead']}{part}占{_undated(found['lead'])}{kind}{whole}的比重", 1)
    return question


def _defined_behind(text: str) -> str:
    """The text with what a rate is told behind its question put beside its name: `消费率约为多少?(消费率=支出÷收入)`."""
    found = patterns.search(
        r"(?<=[?。:)])\s*\(?(?:注:|其中,?)?(?P<name>[\u4e00-\u9fff]{2,8}率)\s*(?:=|是指)\s*(?P<part>[^()÷/,。]{2,14}?)\s*[÷/]\s*(?P<whole>[^()÷/,。]{2,14}?)\)?[。]?\s*$",
        text,
    )
    if found is None or found["name"] not in text[: found.start()]:
        return text
    before, _, behind = text[: found.start()].rpartition(found["name"])
    return f"{patterns.sub('平均$', '', before)}{found['part']}占{found['whole']}的比重{behind}"


def _undated(lead: str) -> str:
    """The words before a name without those of time."""
    return patterns.sub(r"(?:19|20)\d\d年(?:末|底|度|全年)?|(?:\d{1,2}[-~—至到])?\d{1,2}月(?:份)?|[上下]半年|前?[一二三四]季度", "", lead)


@remembering
def read_material(text: str) -> tuple[Recognition, bool]:
    """What a material says to its question, and whether it is about shares and means.

    Raises:
        StayOut: the question is not understood, or what it asks does not follow.
    """
    text, tables = told_in_sentences(normalise(text).replace("元人民币", "元"))
    text = patterns.sub(r",\s*\n\s*", ",", text)
    text = patterns.sub(r"(?<=\d)\. (?=\d)", ".", close_up(text)).replace("∶", ":")
    if len(lettered := set(patterns.findall(r"(?<![A-Za-z])[A-Z](?=[省市县区国州镇])", text))) == 1:
        text = patterns.sub(rf"(?<![A-Za-z]){lettered.pop()}(?=[省市县区国州镇])", "该", text)
    towns = set(patterns.findall(rf"(?:{_PROVINCES})省?([\u4e00-\u9fff]{{2,3}}市)", text))
    if len(towns) == 1:
        text = patterns.sub(rf"(?:(?:{_PROVINCES})省?)?{towns.pop()}", "该市", text)
    named = set(patterns.findall(rf"(?:{_PROVINCES})[省市]", text))
    if len(named) == 1:
        own = named.pop()
        text = text.replace(own, f"该{own[-1]}")
        text = patterns.sub(rf"{own[:-1]}(?=城镇|农村|居民|全[市省体]|地区|规模|进出口|外贸)", f"该{own[-1]}", text)
    if not patterns.search("多少岁|几岁", text):
        text = patterns.sub(
            r"(\d{1,2})\s?[-—–~至]\s?(\d{1,2})(?=\s?岁)", lambda ages: f"{ages[1]}至{ages[2]}".translate(_IN_NAMES), text
        )  # the name of those of an age
    if (short := _CALLED.search(text)) is not None and not patterns.search("季度|半年|年|月", short["short"]):
        text = text.replace(short[0], (short["counter"] or "") + short["full"])
        text = patterns.sub(rf"(?<![\u4e00-\u9fff]{{2}}){short['short']}|(?<=[省市国家每]){short['short']}", short["full"], text)
    text = patterns.sub(r"(?<=[,;。])产销量?(?=同比分别|分别(?:增长|下降))", "", text)
    text = _MADE_AND_SOLD.sub(r"\g<name>产量、\g<name>销量分别为\g<one>和\g<other>", text)
    if "旅游收入" in text or "旅游总收入" in text:
        text = patterns.sub("(?:总)?花费(?!者)", "收入", text)
    text = _surveyed(text)
    text = _defined_behind(_trade_named(text))
    told, question_text = split(text)
    question_text = _rate_defined(question_text, told)
    material = Material(Calendar())
    material.read(told)
    if not material.facts:
        stay_out("nothing told")
    latest = max(fact.period.year for fact in material.facts)
    if latest != material.standing.year and patterns.search(r"^(?!.*\d{4}年)(?:.*[^比较与和同跟])?[上去]一?年(?!增|下|相)", question_text):
        stay_out("the year before which")
    material.tables = tables
    ledger = Ledger(material)
    question = asked(question_text, material.calendar, material.standing)
    if isinstance(question, Choice):
        return _chosen(material, Choosing(ledger, question, material.standing))
    answering = Answering(ledger, question)
    ledger.relations.asked.clear()
    if question.what == "most":
        return _ranked(material, answering), False
    values = answering.answer()
    used = {thing.number for thing in answering.used}
    if used & ledger.doubtful:
        stay_out("told in two ways")
    for thing in answering.used:
        if any(core(thing.own) in core(clause) for clause in material.bound):
            stay_out("under a condition")
    names = {key for one, other, _ in ledger.relations.asked for key in (*one, *other) if key != ONE}
    lines = _lines(material, used | {int(key.partition("@")[0]) for key in names})
    wording = Wording(lambda key: _named(material, key), lambda key: _unit(material, key), fractions=False)
    steps = working(ledger.relations, [value for value, _ in values[:1]], wording, composed=True)
    value, unit = values[0]
    found = recognition(lines, [(0, value, unit)], {}, working=steps, digits=digits_asked(text), rounded=True)
    if isinstance(value, Fraction) and (others := in_other_units(value, unit)):
        found = found.telling({"also": others})
    if question.what in ("share-change", "shares-differ", "rates-differ", "rate-change") and unit == "个百分点":
        found = found.telling({"otherwise": [str(value), "%", isinstance(value, Fraction)]})  # said so, too
    if len(values) > 1:
        other, its = values[1]
        found = found.telling({"otherwise": [str(other), its, isinstance(other, Fraction)]})
    return found, question.what in _SHARES and not answering.told_mean


def _chosen(material: Material, choosing: Choosing) -> tuple[Recognition, bool]:
    """The one that is the most, or all that are so, or how many."""
    choice = choosing.choice
    if choice.compared == "most":
        values = choosing.values()
        most = max(values, key=lambda each: each[1] if choice.over else -each[1])
        if [value for _, value in values].count(most[1]) > 1:
            stay_out("two of them")
        names = [most[0]]
    else:
        names = [name for name, so in choosing.found() if so]
    if choosing.used & choosing.ledger.doubtful:
        stay_out("told in two ways")
    choosing.ledger.relations.asked.clear()
    if choice.counted:
        answer: tuple[int, Fraction | str, str] = (0, Fraction(len(names)), "个")
        also = [f"{len(names)}", f"{len(names)} 个{choice.noun}", f"{len(names)} {choice.noun}"]
    else:
        answer = (0, "、".join(names) or stay_out("none"), "")
        also = ["、".join(name.removesuffix("年") for name in names), f"{len(names)} 个", f"{len(names)}"]
    lines = [*_lines(material, choosing.used), f"符合的：{'、'.join(names) or '没有'}"]
    found = recognition(lines, [answer], {}, rounded=True).telling({"also": also})
    return found, bool(choosing.kinds & set(_SHARES))


_MEASURES = {"rate": ("增长率", "%"), "more": ("增长量", ""), "value": ("数值", ""), "share": ("增长率与整体增长率之差", "个百分点")}


def _ranked(material: Material, answering: Answering) -> Recognition:
    """What is compared, by all names that options may have for it."""
    question = answering.question
    ranking = answering.ranking()
    if len(ranking) < 2:
        stay_out("nothing to compare")
    said, unit = _MEASURES[question.unit]
    found = recognition(_lines(material, {thing.number for thing, _ in ranking}), [(0, question.way, "")], {}, rounded=True)
    more = {
        "ranking": True,
        "things": [
            [each.own, each.place, each.scope, -1 if each.parent is None else each.parent.number, each.unit] for each in material.things
        ],
        "values": [[thing.number, str(value)] for thing, value in ranking],
        "noun": "" if question.names[0] == "·" else question.names[0],
        "least": question.way in "低慢小少" or FALLS.fullmatch(question.way) is not None,
        "only": question.unit == "share",
        "way": question.way,
        "what": said,
        "measured": unit,
    }
    return found.telling(more)


def _thing(material: Material, key: str) -> Thing:
    return material.things[int(key.partition("@")[0])]


def _named(material: Material, key: str) -> str:
    year, _, months = key.partition("@")[2].partition(":")
    first, _, last = months.partition("-")
    return f"{Period(int(year), int(first), int(last)).told()}{_thing(material, key).full}"


def _unit(material: Material, key: str) -> tuple[Fraction, str]:
    unit = _thing(material, key).unit
    return scale(unit), unit


def _lines(material: Material, used: set[int]) -> list[str]:
    """What was told of the things used, and of what those are made up of that nothing is told of."""
    told = {fact.thing.number for fact in material.facts}
    used = set(used)
    for thing in reversed(material.things):
        if thing.number in used - told:
            used |= {each.number for each in (*thing.children, thing.parent) if each is not None}
    return list(
        dict.fromkeys(_line(fact) for fact in material.facts if fact.thing.number in used or (fact.other and fact.other.number in used))
    )


def _line(fact: Told) -> str:
    name, value = f"{fact.period.told()}{fact.thing.full}", fact.value
    if fact.kind == "value":
        return f"{name} {decimal(value / scale(fact.thing.unit), 4)} {fact.thing.unit}".strip()
    if fact.kind == "share" and fact.other is not None:
        return f"{name}占{fact.other.full} {decimal(value * 100, 4)}%"
    if fact.kind == "rate-gap" and fact.other is not None:
        return f"{name}增速比{fact.other.full}{'高' if value >= 0 else '低'} {decimal(abs(value), 4)} 个百分点"
    if fact.kind == "multiple" and fact.other is not None:
        return f"{name}是{fact.since.told() if fact.since != fact.period else ''}{fact.other.full}的 {decimal(fact.value, 4)} 倍"
    since = f"比 {fact.since.told()}" if fact.since != fact.period.years_before(1) else "同比"
    if fact.kind == "more" and fact.thing.unit != "%":
        return (
            f"{name}{since}{'增加' if value >= 0 else '减少'} {decimal(abs(value) / scale(fact.thing.unit), 4)} {fact.thing.unit}".strip()
        )
    if fact.kind == "rate":
        return f"{name}{since}{'增长' if value >= 0 else '下降'} {decimal(abs(value), 4)}%"
    what = {"rate-change": "增速", "more": ""}.get(fact.kind, "比重")
    return f"{name}{what}{since}{'提高' if value >= 0 else '降低'} {decimal(abs(value), 4)} 个百分点"
