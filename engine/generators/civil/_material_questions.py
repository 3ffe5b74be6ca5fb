"""What a question about a statistical material asks: the value of a thing, its growth, a share, a mean, a comparison, of which period and since when."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from engine.generators import patterns
from engine.generators.civil._material_names import clean
from engine.generators.civil._material_periods import SIGN, Calendar, Period
from engine.generators.civil._statistics_cues import FALL, MORE_WORD, RATE_WORD, RISE
from engine.generators.civil._statistics_text import UNIT
from engine.generators.reading import stay_out

_SINCE = "¤"
"""Stands in a question for a comparison with another period."""
_ASKED = r"(?:多少|几|\( *\)|_+|\?)"
_DIRECTION = re.compile(rf"(?:是|到底)?(?:{RISE})[了高]?[,、/]?(?:还是|或者?)(?:{FALL})[了低]?[呢吗]?[?]?$")
_WAYS = rf"(?:{RISE}|{FALL}|变化|变动|加快|放缓|回落|快|慢|大|小|波动)"
_SHARE = r"(?:比重|比例|份额|百分比|比率|百分之)"
_END = re.compile(
    rf"(?:{_SINCE}|约|大约|为|是|等于|达到?|的|了|:|,|\?|将|应|可能|最?接近(?:于)?|大概|左右|共|\s|在|以下|下列|哪个|选项|数值|计)+$"
)
_UNIT_ASKED = re.compile(rf"(?P<ask>多少|几|\( *\)|_+)(?:个)?(?P<unit>%|百分点|个百分点|倍|{UNIT}|元/[\u4e00-\u9fff]{{1,4}}|(?:万|千)?元)?")
_HEADING = re.compile(
    r"^\s*(?:(?:问题|题目?|例题?|练习|问|材料|第)\s*\d{0,3}\s*[:.、题]?|\(?\d{1,3}\)?\s*[.、:)](?!\d)|\(\d{1,2}\)|请?根据(?:上述|以上|上面)?(?:材料|资料)?[,:]?|\d{1,3}\s+(?=(?:19|20)\d\d年)|\((?:19|20)\d\d[^()]{0,14}\)|(?:单选|多选|不定项选择|选择|单项选择)题?|\d{1,3}[.、:](?=\s*(?:19|20)\d\d年)|请?问[:,]?|则|那么|求|试问|可知|:|,|\s)+"
)


@dataclass(slots=True)
class Question:
    """One question.

    Attributes:
        what: `value`, `rate`, `more`, `move` (a rate or an increase: the unit says which), `share`, `share-change`, `ratio`, `differ`, `rates-differ`,
            `mean`, `mean-move`, `contribution`, `pull`, `yearly`, `yearly-more`, `share-differ`, `shares-differ`.
        names: of the things it is about, in the order in which they are said.
        period: asked for; None where it says none.
        since: compared with.
        unit: that the answer is wanted in; empty where the question does not say.
        way: the word it moves or differs by.
    """

    what: str
    names: list[str]
    period: Period | None = None
    since: Period | None = None
    unit: str = ""
    way: str = ""
    text: str = ""
    keeps: Period | None = None  # a period whose rate is that of the one before, or that goes on with the last rate
    direction: bool = False  # whether only which way it went is asked
    marks: list[str] = field(default_factory=list)


def split(text: str) -> tuple[str, str]:
    """The material and its question, the last sentence.

    Raises:
        StayOut: there is no material.
    """
    pieces = [piece for piece in patterns.split(r"(?<=[。?!;])|(?<=\n)", text) if patterns.search(r"\w", piece)]
    if len(pieces) == 1:
        pieces = patterns.split(r",(?=则|那么|请?问|求)", pieces[0])
    if len(pieces) < 2:
        stay_out("no material")
    question = pieces.pop()
    while len(pieces) > 1 and not patterns.search(r"[。?!;:]\s*$", pieces[-1]):
        if not patterns.search(r",\s*$", pieces[-1]) and len(patterns.findall(r"\d[%\u4e00-\u9fff]", pieces[-1])) > 3:
            break  # a material without a stop
        question = pieces.pop().strip() + question.strip()
    material = "".join(pieces)
    while (heading := _HEADING.match(material)) is not None and heading.end():
        material = material[heading.end() :]
    if patterns.search(r"多少|几(?![乎何])|(?<!。)[?]|\( +\)", material):
        stay_out("several questions")
    return material, question


def asked(text: str, calendar: Calendar, standing: Period) -> Question:
    """The question of a text.

    Raises:
        StayOut: it is not understood.
    """
    text = patterns.sub(r"\((?=[^()]*[\u4e00-\u9fffA-Za-z])[^()\d]{1,40}\)", "", text)
    text = patterns.sub(r"\(? ?(?:结果)?(?:均)?保留[^()]{0,12}\)?", "", text)
    while (heading := _HEADING.match(text)) is not None and heading.end():
        text = text[heading.end() :]
    calendar.now = standing
    marked = calendar.marked(text)
    question = Question("", [])
    marked = _condition(marked, calendar, question)
    marked = _NEAREST.sub("约", marked)
    if patterns.search(
        r"若(?!干)|如果|假[如设定]|要是|哪|谁|[几多]少?个(?:省|市|月|地区|年|国家)|正确|说法|能够推出|最|排名|第几|由[高大]到|依次|超过|以上的|高于.{0,8}的有",
        marked,
    ):
        stay_out("a condition, or a choice")
    marked, units = _unit(marked)
    question.unit = units
    question.since, question.period, plain = _periods(marked, calendar)
    question.text = plain
    _what(plain, question)
    question.names = [clean(name) for name in question.names]
    if not all(question.names) or any(len(name) > 40 for name in question.names):
        stay_out("of what")
    return question


_NEAREST = re.compile(
    r"(?:是|为|应为|约|介于|处于|属于)*(?:在|与|和|于)?(?:以下|下列|下面|下述)?哪(?:个|一个?)?(?:项|选项|范围|区间|数值?)?(?:之?内|之间)?(?:的)?(?:数据|数值|数字)?(?:之间|内)?(?:最为?接近)?(?=[?。:,( )]*$)"
)
_SAME_RATE = re.compile(
    rf"(?:如果|若|假设|假如|假定)(?P<period>{SIGN})?[^,?]{{0,24}}?(?:增长速度|增速|增长率|增幅)(?:与|同|和)(?P<other>{SIGN}|上一?年)?(?:的|同期|相比)*(?:持平|相同|一样|一致)(?:保持不变)?,"
)
_GOES_ON = re.compile(
    rf"(?:如果|若|假设|假如|假定|按照?|照)(?P<period>{SIGN})?[^,?]{{0,30}}?(?:增长速度|增速|增长率|增幅|速度)[^,?]{{0,8}}?(?:不变|计算|增长|发展)?,"
)


def _condition(marked: str, calendar: Calendar, question: Question) -> str:
    """The question without what says that a rate was, or stays, the same."""
    if (same := _SAME_RATE.match(marked)) is not None and same["period"]:
        period = calendar.of(same["period"])
        question.keeps = calendar.of(same["other"]) if same["other"] and patterns.fullmatch(SIGN, same["other"]) else period.years_before(1)
        if question.keeps.year > period.year:
            question.keeps = period
        return marked[same.end() :]
    if (on := _GOES_ON.match(marked)) is not None and patterns.search("不变|保持|按|照", on[0]):
        question.marks.append("goes on")
        return marked[on.end() :]
    return marked


def _unit(text: str) -> tuple[str, str]:
    """The text with its asking word as `?`, and the unit asked for."""
    unit = ""
    found = _UNIT_ASKED.search(text)
    if found is not None:
        unit = found["unit"] or ""
        unit = "百分点" if unit == "个百分点" else unit
        if patterns.search("百分之$", text[: found.start()]):
            unit = "%"
        text = text[: found.start()].removesuffix("百分之") + "?" + text[found.end() :]
    if patterns.search("[几多]少?", text.replace("多少", "?")) and len(patterns.findall("多少|几", text)) > 0:
        stay_out("several things asked")
    return text, unit


_COMPARED = re.compile(
    rf"(?:与|和|同|跟|比|较|相比|相较于?|相对于?|对比)(?P<sign>{SIGN})(?:的|同期|同月|年|水平|末|底|之)*(?:相比较?|比较|来看|时)?,?|(?P<same>同比)|(?P<month>环比)|(?P<other>{SIGN})(?:相比|比较),?"
)


def _periods(text: str, calendar: Calendar) -> tuple[Period | None, Period | None, str]:
    """(since when, of when, the text with a sign for the comparison)."""
    since: Period | None = None
    monthly = False
    for match in patterns.finditer(_COMPARED.pattern, text):
        if match["sign"] or match["other"]:
            since = calendar.of(match["sign"] or match["other"])
        monthly = monthly or match["month"] is not None
    plain = _COMPARED.sub(_SINCE, text)
    found = [calendar.of(sign) for sign in patterns.findall(SIGN, plain)]
    if len(set(found)) > 1:
        if len(set(found)) == 2 and since is None:
            stay_out("two periods")
        stay_out("several periods")
    period = found[0] if found else None
    plain = patterns.sub(rf"{SIGN}(?:间|期间|的|,)*", "", plain)
    if since is not None and since.until:
        stay_out("since several years")
    if monthly and period is not None:
        since = period.just_before()
    if _SINCE in plain and since is None and period is not None and not period.until:
        since = period.years_before(1)
    return since, period, patterns.sub(rf"{_SINCE}+", _SINCE, plain)


def _what(text: str, question: Question) -> None:
    """Fills in what is asked and of which things."""
    compared = _SINCE in text
    text = text.strip("。 ")
    if (direction := _DIRECTION.search(text)) is not None:
        text, question.direction = text[: direction.start()] + "变化", True
    text = _END.sub("", patterns.sub(rf"(?:约|大约|大概|左右)(?=\?|$|{_WAYS})", "", text)) + ("" if not text.endswith("?") else "")
    text = text.strip("?,: ")
    bare = text.replace(_SINCE, "")
    if (found := patterns.fullmatch(rf"(?P<part>.+?)对(?P<whole>.+?)(?:{_WAYS})?(?:量)?的?(?:增长)?(?:的)?贡献率", bare)) is not None:
        question.what, question.names = "contribution", [patterns.sub("的?(?:增长|增加)$", "", found["part"]), found["whole"]]
    elif (found := patterns.fullmatch(rf"(?P<part>.+?)(?:拉动|带动)了?(?P<whole>.+?)(?:{RISE})(?:了)?\??", bare)) is not None:
        question.what, question.names = "pull", [found["part"], found["whole"]]
    elif (
        (found := patterns.search(rf"^(?P<whole>[^占]+?)(?:中|里),?(?P<part>[^占,]+?)(?:所)?占(?:的)?(?:{_SHARE})?(?P<rest>.*)$", text))
        is not None
        or (
            found := patterns.search(
                rf"^(?P<part>[^占]+?)在(?P<whole>[^占]+?)(?:中|里)(?:所)?(?:占|的)(?:的)?(?:{_SHARE})?(?P<rest>.*)$", text
            )
        )
        is not None
        or (
            found := patterns.search(
                rf"^(?P<part>[^占]+?)(?:所)?占(?:据|到)?(?P<whole>[^占]*?)(?:的)?(?P<word>{_SHARE})(?P<rest>.*)$", text
            )
        )
        is not None
        or (found := patterns.search(r"^(?P<part>[^占]+?)(?:所)?占(?P<whole>[^占]*?)的?(?P<rest>\??)$", text)) is not None
        or (found := patterns.search(rf"^(?P<part>[^占]+?)的?(?:{_SHARE}|占比)(?P<rest>.*)$", text)) is not None
    ):
        _share(found, compared, question)
    elif patterns.search("年均|年平均|平均每年|每年平均", bare) and question.period is not None and question.period.until:
        name = patterns.sub("年均|年平均|平均每年|每年平均|同比", "", bare)
        moved = patterns.fullmatch(rf"(?P<name>.+?)的?(?P<how>{RATE_WORD}|{MORE_WORD}|{RISE}|{FALL})(?:了)?", name) or stay_out(
            "a mean of years"
        )
        question.what = "yearly-more" if patterns.fullmatch(MORE_WORD, moved["how"]) else "yearly"
        question.names, question.way = [moved["name"]], moved["how"]
    elif (mean := _mean(bare)) is not None:
        question.names = mean
        question.what = "mean-move" if compared or patterns.search(rf"(?:{RATE_WORD}|{_WAYS})$", bare) else "mean"
        moved = patterns.fullmatch(rf"(?P<name>.*?)的?(?P<way>{RATE_WORD}|{_WAYS})?", bare)
        question.way = moved["way"] or "" if moved else ""
    elif (
        found := patterns.fullmatch(r"(?P<one>.+?)(?:是|为|相当于|达到?)¤?(?P<other>.*?)的?\??倍?", text)
    ) is not None and question.unit == "倍":
        question.what, question.names = "ratio", [found["one"]] + ([found["other"]] if clean(found["other"].replace(_SINCE, "")) else [])
    elif (found := patterns.fullmatch(r"(?P<one>.+?)(?:与|和)(?P<other>.+?)(?:之比|的比值|的比)", bare)) is not None:
        question.what, question.names = "ratio", [found["one"], found["other"]]
    elif (
        found := patterns.fullmatch(
            rf"(?P<one>.+?)的?(?:同比)?(?:{RATE_WORD})(?:比|较|高于|低于|快于|慢于)(?P<other>.+?)(?:的)?(?:同比)?(?:{RATE_WORD})?(?P<way>{_WAYS})?(?:了|出)?",
            bare,
        )
    ) is not None:
        question.what, question.names = "rates-differ", [found["one"], found["other"]]
        question.way = found["way"] or ("慢" if patterns.search("低于|慢于", bare) else "快")
    elif (
        found := patterns.fullmatch(
            rf"(?P<one>.+?)(?:比|较|高于|低于|多于|少于)(?P<other>.+?)(?P<way>多|少|高|低|大|小)?(?:了|出)?(?:{MORE_WORD})?", bare
        )
    ) is not None and (found["way"] or "于" in bare):
        question.what, question.names = "differ", [found["one"], found["other"]]
        question.way = found["way"] or ("少" if patterns.search("低于|少于", bare) else "多")
    elif (
        found := patterns.fullmatch(r"(?P<one>.+?)(?:与|和)(?P<other>.+?)(?:相差|之差|的差值?|差额?)", bare)
    ) is not None and "进出口差额" not in bare:
        question.what, question.names, question.way = "differ", [found["one"], found["other"]], "差"
    elif (
        found := patterns.fullmatch(
            r"(?P<lead>.*?)(?:(?P<trade>贸易|外贸)?(?P<side>顺差|逆差)|进出口差额|(?:进出口)?贸易差额)(?P<rest>.*)", bare
        )
    ) is not None:
        lead = patterns.sub("(?:进出口|贸易|外贸)$", "", found["lead"])
        names = [lead + "出口额", lead + "进口额"]
        question.names = names[::-1] if found["side"] == "逆差" else names
        question.what, question.way = ("differ", "多") if not compared else ("differ-change", "多")
        if found["rest"] and not patterns.fullmatch(rf"额?(?:{_WAYS})?", found["rest"]):
            stay_out(found["rest"])
    elif (found := patterns.fullmatch(rf"(?P<name>.+?)的?(?P<how>{RATE_WORD})(?P<change>{_WAYS})?", bare)) is not None:
        question.what = "rate-change" if found["change"] or question.unit == "百分点" else "rate"
        question.names, question.way = [found["name"]], found["change"] or found["how"]
    elif (found := patterns.fullmatch(rf"(?P<name>.+?)的?(?P<how>{MORE_WORD})", bare)) is not None:
        question.what, question.names, question.way = "more", [found["name"]], found["how"]
    elif (found := patterns.fullmatch(rf"(?P<name>.+?)(?P<way>{_WAYS})(?:了|的|出)?(?:幅度|数量|金额|百分比)?", bare)) is not None and (
        compared or patterns.fullmatch(rf"{RISE}|{FALL}|变化|变动", found["way"])
    ):
        question.what, question.names, question.way = "move", [found["name"]], found["way"]
    elif compared:
        question.what, question.names, question.way = "move", [bare], "变化"
    else:
        question.what, question.names = "value", [bare]


def _share(found: re.Match[str], compared: bool, question: Question) -> None:
    groups = found.groupdict()
    part, whole, rest = groups["part"], groups.get("whole") or "", groups["rest"]
    question.names = [part.replace(_SINCE, ""), whole.replace(_SINCE, "") or "·"]
    rest_bare = patterns.sub(rf"{_SINCE}|了|约|\?|个百分点|百分点|的|是|为|,", "", rest)
    if (beside := patterns.fullmatch(rf"(?:比|较|高于|低于)(?P<other>[^比较]+?)(?P<way>{_WAYS})?(?:出)?", rest_bare)) is not None:
        question.what, question.way = "shares-differ", beside["way"] or ("低" if "低于" in rest_bare else "高")
        question.names.append(beside["other"])
        return
    moved = patterns.fullmatch(rf"(?P<way>{_WAYS})?(?:还是|或)?(?:{_WAYS})?(?:{_WAYS})?", rest_bare)
    if moved is None:
        stay_out(rest_bare)
    if compared or moved["way"]:
        question.what, question.way = "share-change", moved["way"] or "变化"
    else:
        question.what = "share"


_EACH = re.compile(
    r"^(?P<lead>.*?)(?:平均)?每(?P<of>一?(?:个|家|人|名|位|户|台|辆|件|吨|亩|公顷|所|张|间|人次|班|趟|座|万人|平方米|千克|套|部)?(?:[^\d的]{0,16}?))?(?:的|拥有|实现|完成|创造|贡献)?(?P<total>[^\d的]{2,24})$"
)


def _mean(text: str) -> list[str] | None:
    """[`mean`'s whole text] where a question asks for a mean."""
    if patterns.search(
        "人均|平均每|户均|每家|每人|每户|每件|每吨|每亩|每辆|每台|每个|每名|每位|每平方米|每公顷|单位面积|亩产|均价|单价|平均价格|平均(?:销售|出口|进口|交易|成交|票)?价|月均|日均|平均(?!每)",
        text,
    ):
        return [text]
    return None
