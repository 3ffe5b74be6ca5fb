"""How a question about a statistical material is worded: what it asks, by the words that say so, and of which things.

One reader for each thing that can be asked, tried in turn; the first whose wording it is fills in the question.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from engine.generators import patterns
from engine.generators.civil._statistics.cues import FALL, MORE_WORD, RATE_WORD, RISE
from engine.generators.civil._statistics.material.names import clean
from engine.generators.civil._statistics.material.periods import Period
from engine.generators.reading import stay_out

COMPARED = "¤"
"""Stands in a question for a comparison with another period."""
SPOKEN_OF = "·"
"""Stands for the only thing that a material is about, where its question names none."""
WAYS = rf"(?:{RISE}|{FALL}|变化|变动|加快|放缓|回落|快|慢|大|小|波动)"
"""Which way something goes, or differs."""
_SHARE = r"(?:比重|比例|份额|百分比|比率|百分之)"
_DIRECTION = re.compile(rf"(?:是|到底)?(?:{RISE})[了高]?[,、/]?(?:还是|或者?)(?:{FALL})[了低]?[呢吗]?[?]?$")
_END = re.compile(
    rf"(?:{COMPARED}|约|大约|为|是|等于|可?达到?|可(?=\\?)|又(?=[是为])|预计|的|了|:|,|\?|将|应|可能|最?接近(?:于)?|大概|左右|共|\s|在|以下|下列|哪个|选项|数值|计)+$"
)


@dataclass(slots=True)
class Question:
    """One question.

    Attributes:
        what: `most` (of what the options name), `value`, `rate`, `more`, `move` (a rate or an increase: the unit says which), `rate-change`, `share`, `share-change`,
            `shares-differ`, `ratio`, `differ`, `differ-change`, `rates-differ`, `mean`, `mean-move`, `contribution`, `pull`, `yearly`, `yearly-more`.
        names: of the things it is about, in the order in which they are said.
        period: asked for; None where it says none.
        since: compared with.
        unit: that the answer is wanted in; empty where the question does not say.
        way: the word it moves or differs by.
        keeps: two periods whose rates are said to be the same.
        goes_on: what is said to hold on, the last `rate` or the last increase (`more`); empty where nothing is.
        alike: the years of which that is said.
        other: the period of what something is a share or a multiple of, where that is another.
        measure: `more` or `rate` where increases or rates are compared, not values.
        direction: whether only which way it went is asked.
    """

    what: str = ""
    names: list[str] = field(default_factory=list)
    period: Period | None = None
    since: Period | None = None
    unit: str = ""
    way: str = ""
    keeps: tuple[Period, Period] | None = None
    goes_on: str = ""
    alike: tuple[Period, ...] = ()
    measure: str = ""
    direction: bool = False
    other: Period | None = None


@dataclass(frozen=True, slots=True)
class _Wording:
    """A question's text with a sign for what is compared with, the same without it, whether there is one, and whether a rate is compared."""

    text: str
    bare: str
    compared: bool
    moved: bool


def read_wording(text: str, question: Question) -> None:
    """Fills in what is asked and of which things.

    Raises:
        StayOut: the wording is not understood.
    """
    compared = COMPARED in text
    text = text.strip("。 ")
    if (direction := _DIRECTION.search(text)) is not None:
        text, question.direction = text[: direction.start()] + "变化", True
    if not question.unit and patterns.search(r"[^是为](?:是|为|相当于)[^是为]{2,24}的[?约( ):,]*$", text):
        question.unit = "倍"
    then = patterns.fullmatch(rf"(?P<name>[^{COMPARED}]+?)(?:约|大约)?(?:是|为|相当于|等于|达到?了?){COMPARED}[的约?]*", text)
    if then is not None and question.unit in ("倍", "%"):
        question.what, question.names = "ratio", [then["name"]]
        return
    chosen = _CHOSEN.search(text) is not None
    moved = patterns.search(rf"(?:{RATE_WORD}){COMPARED}[:约大概是为?() ]*$", text) is not None  # `增速比上年同期：`
    text = _END.sub("", patterns.sub(rf"(?:约|大约|大概|左右)(?=\?|$|{WAYS})", "", text)).strip("?,: ")
    if patterns.fullmatch(rf"(?:{COMPARED}|的|同比)*(?:{RATE_WORD}|{MORE_WORD}|{RISE}|{FALL}|变化)?了?", text):
        text = SPOKEN_OF + text
    wording = _Wording(text, text.replace(COMPARED, ""), compared, moved)
    if chosen:
        _risen(wording, question)
        return
    for reader in _READERS:
        if reader(wording, question):
            return
    question.what, question.names = "value", [wording.bare]


def _contribution(wording: _Wording, question: Question) -> bool:
    found = patterns.fullmatch(rf"(?P<part>.+?)对(?P<whole>.+?)(?:{WAYS})?(?:量)?的?(?:增长)?(?:的)?贡献率", wording.bare)
    if found is not None:
        question.what, question.names = "contribution", [patterns.sub("的?(?:增长量?|增加量?|增量)$", "", found["part"]), found["whole"]]
        return True
    found = patterns.fullmatch(rf"(?P<part>.+?)(?:拉动|带动)了?(?P<whole>.+?)(?:{RISE})(?:了)?\??", wording.bare)
    if found is not None:
        question.what, question.names = "pull", [found["part"], found["whole"]]
    return found is not None


_SHARES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?P<whole>[^占]+?)(?:中|里),?(?P<part>(?!所占)[^占,]+?)(?:所)?占(?:的)?(?:{_SHARE})?(?P<rest>.*)$",
        rf"^(?P<part>[^占]+?)在(?P<whole>[^占]+?)(?:中|里)(?:所)?(?:占|的)(?:的)?(?:{_SHARE})?(?P<rest>.*)$",
        rf"^(?P<part>[^占]+?)(?:所)?占(?:据|到)?(?P<whole>[^占]*?)(?:的)?{_SHARE}(?P<rest>.*)$",
        r"^(?P<part>[^占]+?)(?:所)?占(?P<whole>[^占]*?)的?(?P<rest>\??)$",
        rf"^(?P<whole>[^占,]{{3,}}?)(?:中(?![央部小东西国等])|里),?(?P<part>[^占,]{{2,}}?)的?(?:{_SHARE}|占比)(?P<rest>.*)$",
        rf"^(?P<part>[^占]+?)的?(?:{_SHARE}|占比)(?P<rest>.*)$",
    )
)


def _share(wording: _Wording, question: Question) -> bool:
    text = patterns.sub(r"(?<=占)([^占]{2,}?)的?(?:所占|占)?比(?:重|例)?(?=[^占]*$)", r"\1的比重", wording.text)
    text = text.replace("占比重", "占比").replace("所占比", "占比").replace("的占比", "占比").replace("占比", "占比重")
    matches = [match for pattern in _SHARES if (match := pattern.search(text)) is not None]
    found = next(iter(matches), None)
    if found is not None and found.re is _SHARES[0] and len(matches) > 1 and patterns.match("(?:全部|全体|所有|总)", found["rest"]):
        found = matches[-1] if matches[-1].groupdict().get("whole") else next(each for each in matches[1:] if each.groupdict().get("whole"))
    if found is None:
        return False
    part, whole, rest = found["part"], found.groupdict().get("whole") or "", found["rest"]
    question.names = [part.replace(COMPARED, ""), whole.replace(COMPARED, "") or "·"]
    rest = patterns.sub(rf"{COMPARED}|了|约|\?|个百分点|百分点|的|是|为|,", "", rest)
    grown = [patterns.fullmatch(rf"(?P<name>.+?)的?(?:同比)?(?P<more>{MORE_WORD}|增产量?)", each.rstrip("所")) for each in question.names]
    if not rest and not wording.compared and all(grown):  # `增产量中，秋粮增产所占的比重`
        question.what = "contribution"
        question.names = [each["name"] + "产量" * ("增产" in each["more"]) for each in grown if each is not None]
        return True
    if (beside := patterns.fullmatch(rf"(?:比|较|高于|低于)(?P<other>[^比较]+?)(?P<way>{WAYS})?(?:出)?", rest)) is not None:
        question.what, question.way = "shares-differ", beside["way"] or ("低" if "低于" in rest else "高")
        question.names.append(beside["other"])
        return True
    moved = patterns.fullmatch(rf"(?P<way>{WAYS})?(?:还是|或)?(?:{WAYS})?(?:{WAYS})?", rest) or stay_out(rest)
    changed = wording.compared or moved["way"]
    question.what, question.way = ("share-change", moved["way"] or "变化") if changed else ("share", "")
    return True


def _yearly(wording: _Wording, question: Question) -> bool:
    if not patterns.search("年均|年平均|平均每年|每年平均", wording.bare) or question.period is None or not question.period.until:
        return False
    name = patterns.sub("年均|年平均|平均每年|每年平均|同比", "", wording.bare)
    counted = r"的(?:数[量额]|金额|[\u4e00-\u9fff]数)"  # `年均增加的件数`
    moved = patterns.fullmatch(rf"(?P<name>.+?)的?(?P<how>{RATE_WORD}|{MORE_WORD}|{RISE}|{FALL})(?:了)?(?P<counted>{counted})?", name)
    if moved is None:
        stay_out("a mean of years")
    question.what = "yearly-more" if moved["counted"] or patterns.fullmatch(MORE_WORD, moved["how"]) else "yearly"
    question.names, question.way = [moved["name"]], moved["how"]
    return True


def _measured(question: Question) -> bool:
    """Takes off the names what is compared of the things: their increases, or their rates."""
    pattern = rf"(?P<name>.+?)(?:的|同比|{COMPARED})*(?:(?P<more>{MORE_WORD})|(?P<rate>{RATE_WORD}))(?:的|大?约|大概)*"
    found = patterns.fullmatch(pattern, question.names[0])
    if found is None:
        return True
    question.measure = "more" if found["more"] else "rate"
    question.names[0] = found["name"]
    for place, name in enumerate(question.names[1:], 1):
        its = patterns.fullmatch(pattern, name)
        if its is not None and (its["more"] is None) != (found["more"] is None):
            stay_out("two measures")
        question.names[place] = its["name"] if its is not None else name
    return True


def _ratio(wording: _Wording, question: Question) -> bool:
    if question.unit == "倍":
        found = patterns.fullmatch(rf"(?P<one>.+?)(?:是|为|相当于|达到?){COMPARED}?(?P<other>.*?)的?\??倍?", wording.text)
        if found is not None:
            question.what, question.names = "ratio", [found["one"], found["other"]]
            if not clean(found["other"].replace(COMPARED, "")):
                question.names.pop()
            return _measured(question)
    return _quotient(wording, question)


def _quotient(wording: _Wording, question: Question) -> bool:
    found = patterns.fullmatch(
        r"(?P<one>.+?)(?:与|和|同|跟)(?P<other>[^占]+?)(?:之间)?的?(?:之比|比值|比例|(?<!占)比)(?:关系)?", wording.bare
    )
    if found is not None and "占" not in wording.bare:
        question.what, question.names = "ratio", [found["one"], found["other"]]
        return _measured(question)
    return False


def _rates_differ(wording: _Wording, question: Question) -> bool:
    found = patterns.fullmatch(
        rf"(?P<one>.+?)的?(?:同比)?(?:{RATE_WORD})(?:比|较|高于|低于|快于|慢于)(?P<other>.+?)(?:的)?(?:同比)?(?:{RATE_WORD})?(?P<way>{WAYS})?(?:了|出)?",
        wording.bare,
    )
    if found is not None:
        question.what, question.names = "rates-differ", [found["one"], found["other"]]
        question.way = found["way"] or ("慢" if patterns.search("低于|慢于", wording.bare) else "快" if question.unit else "高低")
    return found is not None


def _differ(wording: _Wording, question: Question) -> bool:
    if (grown := patterns.fullmatch(r"(?P<one>.+?)(?:比|较)(?P<other>.+?)(?P<way>多|少)[增减][^比较]?", wording.bare)) is not None:
        if "减" in wording.bare[grown.end("way") :]:
            stay_out("which of them fell more")
        question.what, question.names, question.way, question.measure = "differ", [grown["one"], grown["other"]], grown["way"], "more"
        return True  # `甲比乙同比多增`: their increases are compared
    found = patterns.fullmatch(
        rf"(?P<one>.+?)(?:比|较|高于|低于|多于|少于)(?P<other>.+?)(?P<way>多|少|高|低|大|小)?(?:了|出)?(?:{MORE_WORD})?", wording.bare
    )
    if found is not None and (found["way"] or "于" in wording.bare):
        question.what, question.names = "differ", [found["one"], found["other"]]
        question.way = found["way"] or ("少" if patterns.search("低于|少于", wording.bare) else "多")
        return _measured(question)
    if found is not None and not wording.compared and not question.unit:  # the options say which is more, and by how much
        question.what, question.names, question.way = "differ", [found["one"], found["other"]], "变化"
        return True
    found = patterns.fullmatch(r"(?P<one>.+?)(?:与|和)(?P<other>.+?)(?:相差|之差|的差值?|差额?)", wording.bare)
    if found is not None and "进出口差额" not in wording.bare:
        question.what, question.names, question.way = "differ", [found["one"], found["other"]], "差"
        return True
    return False


def _trade_balance(wording: _Wording, question: Question) -> bool:
    found = patterns.fullmatch(
        r"(?P<lead>.*?)(?:(?P<trade>贸易|外贸)?(?P<side>顺差|逆差)|进出口差额|(?:进出口)?贸易差额|净(?P<net>出口|进口)[量额]?)(?P<rest>.*)",
        wording.bare,
    )
    if found is None:
        return False
    side = {"出口": "顺差", "进口": "逆差"}.get(found["net"] or "", found["side"])
    lead = patterns.sub("(?:进出口|贸易|外贸)$", "", found["lead"])
    names = [lead + "出口", lead + "进口"] if found["net"] else [lead + "出口额", lead + "进口额"]
    question.names = names[::-1] if side == "逆差" else names
    question.what, question.way = ("differ-change" if wording.compared else "differ"), "多"
    if found["rest"] and (
        not patterns.fullmatch(rf"额?(?:{WAYS})?", found["rest"]) or (found["net"] and not question.unit and "增长" in found["rest"])
    ):
        stay_out(found["rest"])
    return True


_MEAN = re.compile(
    r"人均|平均每|(?<![上下业人家用])单位(?=项目|企业|产品|农户|职工|投资[^额])|户均|每家|每人|每户|每件|每吨|每亩|每辆|每台|每个|每名|每位|每平方米|每公顷|单位面积|亩产|均价|单价|平均价格|平均(?:销售|出口|进口|交易|成交|票)?价|月均|日均|平均(?!每)"
)


def _mean(wording: _Wording, question: Question) -> bool:
    if _MEAN.search(wording.bare) is None:
        return False
    question.names = [wording.bare]
    moves = wording.compared or patterns.search(rf"(?:{RATE_WORD}|{WAYS})$", wording.bare)
    question.what = "mean-move" if moves else "mean"
    moved = patterns.fullmatch(rf"(?P<name>.*?)的?(?P<way>{RATE_WORD}|{WAYS})?", wording.bare)
    question.way = moved["way"] or "" if moved else ""
    return True


def _growth(wording: _Wording, question: Question) -> bool:
    bare = wording.bare
    if (found := patterns.fullmatch(rf"(?P<name>.+?)的?(?P<how>{RATE_WORD})(?P<change>{WAYS})?", bare)) is not None:
        question.what = "rate-change" if found["change"] or question.unit == "百分点" or wording.moved else "rate"
        question.names, question.way = [found["name"]], found["change"] or found["how"]
        return True
    if (found := patterns.fullmatch(rf"(?P<name>.+?)的?(?P<how>{MORE_WORD})", bare)) is not None:
        question.what, question.names, question.way = "more", [found["name"]], found["how"]
        return True
    found = patterns.fullmatch(rf"(?P<name>.+?)的?(?P<way>{WAYS})(?:了|的|出)?(?:幅度|数量|金额|百分比)?", bare)
    if found is not None and (wording.compared or patterns.fullmatch(rf"{RISE}|{FALL}|变化|变动", found["way"])):
        question.what, question.names, question.way = "move", [found["name"]], found["way"]
        return True
    if wording.compared:
        question.what, question.names, question.way = "move", [bare], "变化"
    return wording.compared


_CHOSEN = re.compile(
    rf"占[^占?]+(?:{_SHARE}|占比)[^?]*?(?:{RISE}|{FALL}|高|低)的(?:(?:行业|产品|地区|企业|项目|部分|选项|种类|类别)?(?:是|有|为))?[:( )。?]*$"
)
"""`占全部收入的比重比上年上升的是`: which of the options."""
_RISEN = re.compile(
    rf"(?:(?:以下|下列|下述|下面|上述)[^,占]{{0,10}}(?:中|里)?,?)?(?P<part>[^占]*?)占(?P<whole>[^占]+?)的?(?:{_SHARE}){COMPARED}?[有所了出现]*(?P<way>{RISE}|{FALL}|高|低)"
)


def _risen(wording: _Wording, question: Question) -> None:
    found = _RISEN.fullmatch(wording.text)
    if found is None:
        stay_out("which of them")
    question.what, question.unit, question.way = "most", "share", found["way"]
    question.names = [found["part"].replace(COMPARED, "") or "·", found["whole"].replace(COMPARED, "")]


_MOST = re.compile(
    rf"^(?:在)?(?:(?:以下|下列|下述|下面|上述|其|材料)[^,]{{0,14}}?(?:中|里)?(?:的)?,?)?(?P<name>.*?)的?(?:同比)?(?P<measure>{RATE_WORD}|{MORE_WORD}|增长|增加|下降|减少)?(?:幅度)?最(?P<way>[大小多少快慢高低])的?(?:[^,]{{0,6}})?(?:是|为)?$"
)


def _most(wording: _Wording, question: Question) -> bool:
    found = _MOST.match(wording.bare)
    if found is None:
        return False
    measure, way = found["measure"] or "", found["way"]
    if measure in ("下降", "减少") or patterns.search("[降减跌]幅", measure):
        stay_out("which fell most")
    if patterns.search("增产量|产量", wording.bare) and not patterns.search("产量", found["name"] or ""):
        found_name = (found["name"] or "") + "产量"
    else:
        found_name = found["name"] or "·"
    rate = patterns.fullmatch(RATE_WORD, measure) is not None or way in "快慢"
    more = patterns.fullmatch(MORE_WORD, measure) is not None or (measure in ("增长", "增加") and not rate)
    question.what, question.names, question.way = "most", [found_name], way
    question.unit = "rate" if rate else "more" if more else "value"
    return True


_READERS: tuple[Callable[[_Wording, Question], bool], ...] = (
    _most,
    _contribution,
    _quotient,
    _share,
    _yearly,
    _ratio,
    _rates_differ,
    _differ,
    _trade_balance,
    _mean,
    _growth,
)
