"""What a question about a statistical material asks: the value of a thing, its growth, a share, a mean, a comparison, of which period and since when."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._statistics.cues import MORE_WORD, RATE_WORD, SHARE_WORD, UNIT
from engine.generators.civil._statistics.material.asking import COMPARED, Question, read_wording
from engine.generators.civil._statistics.material.choosing import Choice, choice_of
from engine.generators.civil._statistics.material.names import clean
from engine.generators.civil._statistics.material.periods import SIGN, Calendar, Period
from engine.generators.reading import stay_out

_UNIT_ASKED = re.compile(
    rf"(?P<ask>多少|几|\( *\)|_+)(?:个)?(?P<unit>%|百分点|个百分点|倍|万?标箱|{UNIT}(?:/[\u4e00-\u9fff]{{1,3}})?|(?:万|千)?元)?"
)
_HEADING = re.compile(
    r"^\s*(?:(?:问题|题目?|例题?|练习|问|材料|第)\s*\d{0,3}(?!\d)\s*[:.、题]?|\(?\d{1,3}\)?\s*[.、:)](?!\d)|\(\d{1,2}\)[.、]?|[.、]|请?根据(?:上述|以上|上面)?(?:材料|资料)?[,:]?|\d{1,3}\s+(?=(?:19|20)\d\d年)|\d{1,2}(?=[\u4e00-\u9fff](?<![年月日个家万亿元季]))|\((?:19|20)\d\d[^()]{0,14}\)|(?:单选|多选|不定项选择|选择|单项选择)题?|\d{1,3}[.、:](?=\s*(?:19|20)\d\d年)|请?问[:,]?|则|那么|求|试问|可知|:|,|\s)+"
)


def split(text: str) -> tuple[str, str]:
    """The material and its question, the last sentence.

    Raises:
        StayOut: there is no material.
    """
    pieces = [piece for piece in patterns.split(r"(?<=[。?!;])(?!\s*\n)|(?<=\n)", text) if patterns.search(r"\w", piece)]
    if len(pieces) == 1:
        pieces = patterns.split(r",(?=则|那么|请?问|求)", pieces[0])
    if len(pieces) == 1 and (last := patterns.search(r",(?=(?:与[^,;。?\d]{0,4})?(?:19|20)\d\d年[^\d]*$)", pieces[0])) is not None:
        pieces = [pieces[0][: last.start()] + "。", pieces[0][last.end() :]]  # `……，2014 年甲占乙的比重约为( )`
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


def asked(text: str, calendar: Calendar, standing: Period) -> Question | Choice:
    """The question of a text.

    Raises:
        StayOut: it is not understood.
    """
    text = patterns.sub(r"\((?=[^()]*[\u4e00-\u9fffA-Za-z])[^()\d]{1,40}\)", "", text)
    text = patterns.sub(r"\(? ?(?:结果)?(?:均)?保留[^()]{0,12}\)?", "", text)
    while (heading := _HEADING.match(text)) is not None and heading.end():
        text = text[heading.end() :]
    text = patterns.sub("^(?:如果)?(?:不扣除|不考虑)价格因素(?:的影响)?,", "", text)
    calendar.now, calendar.this_year = standing, standing.year
    if (choice := choice_of(text, calendar)) is not None:
        return choice
    calendar.now, calendar.this_year = standing, standing.year
    marked = calendar.marked(text)
    question = Question()
    marked = _condition(marked, calendar, question)
    marked = _NEAREST.sub("约", marked)
    marked = patterns.sub(
        rf"(?P<way>[高大]|[低小])于(?P<than>{SIGN}(?:的|同期|水平|末|底)*)(?=的(?:[\u4e00-\u9fff]{{0,2}}[是有为])?[:( )。]*$)",
        lambda found: f"比{found['than']}{'高' if found['way'] in '高大' else '低'}",
        marked,
    )
    if patterns.search(
        r"若(?!干)|如果|假[如设定]|要是|哪|谁|[几多]少?个(?:省|市|月|地区|年|国家)|正确|说法|能够推出|最(?![大小多少快慢高低]的)|排名|第几|由[高大]到|依次|超过|以上的|高于.{0,8}的有",
        marked,
    ):
        stay_out("a condition, or a choice")
    marked, units = _unit(marked)
    if patterns.search(rf"\?[,、]?(?:和|与|以?及|还有)[^?]*(?:{RATE_WORD}|{MORE_WORD}|{SHARE_WORD})[^?]*$", marked):
        stay_out("several things asked")
    question.unit = units
    question.since, question.period, plain = _periods(marked, calendar, question)
    read_wording(plain, question)
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
    rf"(?:如果|若|假设|假如|假定|按照?|照|以)(?P<period>{SIGN})?[^,?]{{0,30}}?(?:(?P<rate>增长速度|增速|增长率|增幅|速度)|(?P<more>增长?量|增加量|增长额|增加额|增加的?数量))[^,?]{{0,14}}?(?P<same>不变|计算|增长|发展|相同|一样|相等|一致)?,"
)


def _condition(marked: str, calendar: Calendar, question: Question) -> str:
    """The question without what says that a rate was, or stays, the same."""
    if (same := _SAME_RATE.match(marked)) is not None and same["period"]:
        period = calendar.of(same["period"])
        other = calendar.of(same["other"]) if same["other"] and patterns.fullmatch(SIGN, same["other"]) else period.years_before(1)
        question.keeps = (period, other)
        return patterns.sub("^(?:那么?|则),?", "", marked[same.end() :])
    if (on := _GOES_ON.match(marked)) is not None and patterns.search("不变|保持|按|照|同|相等|一样|一致", on[0]):
        signs = [calendar.of(sign) for sign in patterns.findall(SIGN, on[0])]
        if len(signs) > 2 or any(period.until for period in signs):
            stay_out("which years go on alike")
        question.goes_on = "more" if on["more"] else "rate"
        question.alike = tuple(signs)
        return patterns.sub("^(?:那么?|则),?", "", marked[on.end() :])
    return marked


def _unit(text: str) -> tuple[str, str]:
    """The text with its asking word as `?`, and the unit asked for."""
    unit = ""
    found = _UNIT_ASKED.search(text)
    if found is not None:
        unit = found["unit"] or ("个" if found[0].endswith("个") else "")
        unit = "百分点" if unit == "个百分点" else unit
        if patterns.search("百分之$", text[: found.start()]):
            unit = "%"
        text = text[: found.start()].removesuffix("百分之") + "?" + text[found.end() :]
    if patterns.search("[几多]少?", text.replace("多少", "?")) and len(patterns.findall("多少|几", text)) > 0:
        stay_out("several things asked")
    return text, unit


_COMPARED = re.compile(
    rf"(?:与|和|同|跟|比|较|相比|相较于?|相对于?|对比)(?P<sign>{SIGN})(?:的|同期|同月|年|水平|末|底|之)*(?:相比较?|比较|来看|时)?,?|(?P<same>同比)|(?P<month>环比)|(?P<other>{SIGN})(?:相比|比较)(?!{SIGN}),?"
)


_OF_THEN = re.compile(rf"(?:是|为|相当于|等于|达到?了?)(?P<sign>{SIGN})(?:的|同期|水平|总?[量额值数]){{0,3}}(?=大?约?[?]+[:( )。]*$)")
"""`2023 年产量是 2020 年的多少倍`."""


def _periods(text: str, calendar: Calendar, question: Question) -> tuple[Period | None, Period | None, str]:
    """(since when, of when, the text with a sign for the comparison)."""
    since: Period | None = None
    monthly = False
    for match in patterns.finditer(_COMPARED.pattern, text):
        if match["sign"] or match["other"]:
            since = calendar.of(match["sign"] or match["other"])
        monthly = monthly or match["month"] is not None
    if question.unit in ("倍", "%") and (of := _OF_THEN.search(text)) is not None:
        since = calendar.of(of["sign"])
        text = text[: of.start("sign")] + COMPARED + text[of.end() :]
    plain = _COMPARED.sub(COMPARED, text)
    found = [calendar.of(sign) for sign in patterns.findall(SIGN, plain)]
    if len(set(found)) > 1:
        if len(found) > 2 or since is not None or patterns.search(rf"{SIGN}.*(?:占|是|为|相当于)[^占是为]*?{SIGN}", plain) is None:
            stay_out("several periods")
        question.other = found[1]  # `2019 年甲占 2018 年乙的比重`
    period = found[0] if found else None
    plain = patterns.sub(rf"{SIGN}(?:间|期间|的|,)*", "", plain)
    if since is not None and since.until:
        stay_out("since several years")
    if monthly and period is not None:
        since = period.just_before()
    if COMPARED in plain and since is None and period is not None and not period.until:
        since = period.years_before(1)
    return since, period, patterns.sub(rf"{COMPARED}+", COMPARED, plain)
