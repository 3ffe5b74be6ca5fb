"""Statistics told in ordinary words: each figure gets its role from the words that run up to it, whatever their order.

What stands before a figure is a name and then a run of cues (`同比`, `增速`, `为`, `约`, `增长了`, ...); the cues say whether it is a value, a rate,
an increase, a share or a multiple, the name what of. Nothing is passed over: what is no cue belongs to the name, and a name that is asked
for must be one that was told.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import minus, number, times
from engine.generators.civil._statistics.cues import (
    FALL,
    FIGURE,
    FILL,
    MORE_WORD,
    RANGE,
    RATE_WORD,
    RISE,
    SHARE_WORD,
    SINCE,
    TAIL,
    TO,
    YEARLY,
    Said,
)
from engine.generators.civil._statistics.figures import Figures, said, split_unit
from engine.generators.civil._statistics.names import LEAD, THIS_YEAR, WHOLE, clean
from engine.generators.civil._statistics.shares import share, share_changed
from engine.generators.civil._statistics.text import CONDITION
from engine.generators.reading import StayOut, stay_out

_RATIO = re.compile(
    r"(?P<one>[^\d]{1,14}?)(?:与|和|跟|、)(?P<other>[^\d]{1,14}?)(?:的|之)*(?:比例|比值|比)(?:为|是|约|等于)*(?P<a>\d+(?:\.\d+)?)∶(?P<b>\d+(?:\.\d+)?)"
)
_ROUGHLY = r"(?:左右|上下|多(?=$)|余(?=$))?"
_YEAR = r"⟦(?P<year>-?\d+)⟧"
Asking = Callable[[Figures, str], bool]


def tell(figures: Figures, clause: str, ask: Asking) -> None:
    """Takes in a clause: facts one after the other, and at its end what is asked (`ask` says whether it understands that).

    Raises:
        StayOut: it is not understood.
    """
    if among := patterns.fullmatch(
        r"(?:在)?(?:(?P<place>[^\d⟦⟧,;。?%]{0,12})⟦(?P<year>-?\d+)⟧的?)?(?P<name>[^\d⟦⟧,;。?%]{2,20})(?:中|里|当中|之中)",
        patterns.sub("^其中", "", clause),
    ):
        if patterns.match("[这此]|其(?!他|余)|上述|[前后]者", among["name"]):
            stay_out("among which")
        if among["year"]:
            set_year(figures, int(among["year"]))
        figures.whole = figures.among = figures.key(among["name"], new=not _known(figures, among["name"]))
        return
    if clause.startswith("其中"):
        if figures.last == "share" and figures.subject in figures.within and figures.subject not in dict(figures.valued):
            stay_out("of the part told last, or of its whole")
        figures.whole = figures.parent = figures.valued[-1][0] if figures.valued else figures.subject
    rest = patterns.sub(LEAD, "", clause)
    while rest:
        if patterns.search("多少|几|哪|谁", rest) and ask(figures, rest):
            break
        if rest[0] in "、和及与的":
            rest = rest[1:]
            continue
        if not patterns.match(RANGE, rest) and (year := patterns.match(_YEAR, rest)) and not patterns.match(r"⟦-?\d+⟧的\d", rest):
            set_year(figures, int(year["year"]))
            rest = patterns.sub(r"^[,的]", "", rest[year.end() :])
            continue
        if not FIGURE.search(rest) and not patterns.search("多少|几", rest):
            _without_figure(figures, rest, ask)
            break
        rest = _one(figures, rest)
    figures.year = figures.spoken


def _known(figures: Figures, name: str) -> bool:
    try:
        figures.key(name)
    except StayOut:
        return False
    return True


def set_year(figures: Figures, year: int) -> None:
    """⟦2022⟧ is that year from here on; ⟦-1⟧ the one before it in this clause, or before 今年 where no year is ever said."""
    if year > 1900:
        figures.year = figures.spoken = year
    elif figures.explicit:
        figures.year += year or stay_out("this year among years")
    else:
        figures.year = figures.spoken = THIS_YEAR + year


def _absolute(figures: Figures, year: int) -> int:
    before = figures.year + (year or stay_out("this year among years")) if figures.explicit and year <= 1900 else THIS_YEAR + year
    return year if year > 1900 else before


def _without_figure(figures: Figures, rest: str, ask: Asking) -> None:
    """A clause that tells no figure: a name that the next ones are about, `持平`, something asked without 多少, or nothing understood."""
    if level := patterns.fullmatch(
        r"(?P<name>.*?)(?:想|要|已|又|将|能)*(?:恢复|回到|回升|回落|升回|降回)(?:到|至)?⟦(?P<year>-?\d+)⟧(?:的)?(?:同期)?(?:的)?(?:水平|规模)?",
        rest,
    ):
        name = figures.of(level["name"])
        figures.relations.equal(figures.at(name, figures.year), figures.at(name, _absolute(figures, int(level["year"]))))
        figures.lines.append(f"{said(name, figures.year)}恢复到{said('', _absolute(figures, int(level['year'])))}的水平")
        _is_told(figures, name)
        return
    if flat := patterns.fullmatch(r"(?P<name>.*?)(?:同比)?(?:基本|大致)?(?:持平|保持不变|不变|没有变化|没变)", rest):
        figures.grows(figures.key(flat["name"], new=bool(clean(flat["name"]))), figures.year, Fraction(0))
        return
    if left := patterns.fullmatch(r"(?:其余|剩余|剩下|其他|余下)(?:的|部分|均|都|全部|全)*(?:为|是|属于)(?P<name>[^\d⟦⟧]+)", rest):
        figures.rest = figures.key(left["name"], new=True)
        told_now = [each for each, at in figures.valued if at == figures.year]
        if len(told_now) > 1 and len({figures.units.get(each) for each in told_now}) == 1 and not figures.parts:
            figures.parts[told_now[0]] = told_now[1:]
        figures.told.append((figures.rest, figures.year))
        return
    if figures.asked or patterns.search(f"{RATE_WORD}|{MORE_WORD}|{SHARE_WORD}|{YEARLY}|人均|平均|变化方向", rest):
        # `求增速，以及年均增长量`: asked, too.
        if not ask(figures, rest + "多少"):
            stay_out(f"also asks: {rest}")
        return
    if patterns.search("显示|表明|发布|公布|统计|如下|所示|材料|问题|情况$", rest) and not CONDITION.search(rest):
        return
    rest = patterns.sub(RANGE, "", rest)
    if patterns.fullmatch(r"[^\d⟦⟧]{2,20}", rest) and not CONDITION.search(rest) and not patterns.search("同比|占|变|改", rest):
        figures.subject = figures.key(rest, new=True) if clean(rest) else figures.subject
        return
    stay_out(f"{rest}?")


def _said(figures: Figures, rest: str) -> Said | None:
    match = FIGURE.search(rest)
    if match is None:
        return None
    before = rest[: match.start()]
    since = start = None
    if years := patterns.search(RANGE, before):
        if not patterns.search(_YEAR, before[years.end() :]):  # else the heading of a row of years
            start, end = (_absolute(figures, int(years[each])) for each in ("from", "to"))
            figures.year = end
        before = before[: years.start()] + before[years.end() :]
    elif since_told := patterns.search(SINCE, before):
        since = _absolute(figures, int(since_told["since"]))
        before = before[: since_told.start()] + "同比" + before[since_told.end() :]
    if before.startswith("同比"):
        before = before.removeprefix("同比") + "同比"
    while year := patterns.search(_YEAR + "(?:的)?", before):
        if patterns.search("[比较与和占是为到至跟同]$", before[: year.start()]):
            return None
        set_year(figures, int(year["year"]))
        before = before[: year.start()] + before[year.end() :]
    if found := patterns.search("中途|额外|另外|又有|除去|除了|不算|不含|不包括|每隔|例外", before):
        stay_out(found[0])
    tail = TAIL.fullmatch(before)
    assert tail is not None
    numeral = match["value"]
    if "/" in numeral and numeral.endswith("/0"):
        stay_out(numeral)
    return Said(tail["name"], tail["cues"], before, since, start, Fraction(numeral), match, rest[match.end() :])


def _one(figures: Figures, rest: str) -> str:
    """Takes one fact from the beginning of a clause; what follows it."""
    if match := _RATIO.match(rest):
        one, other = (figures.key(match[each], new=True) for each in ("one", "other"))
        if not Fraction(match["b"]):
            stay_out("nought")
        figures.relations.equal(
            figures.at(one, figures.year), times(Fraction(match["a"]) / Fraction(match["b"]), figures.at(other, figures.year))
        )
        figures.lines.append(f"{one}与{other}之比 {match['a']}:{match['b']}")
        figures.told += [(one, figures.year), (other, figures.year)]
        return rest[match.end() :]
    if match := patterns.match(
        r"(?:这?[两三二四](?:者|项|类|部分)的?[^\d⟦⟧]{0,6})?(?:同比)?(?:分别|各)(?:同比)?(?P<cues>[^\d⟦⟧]{0,8}?)(?P<rates>-?\d+(?:\.\d+)?%(?:[、和与及]-?\d+(?:\.\d+)?%)+)",
        rest,
    ):
        return _rates_in_row(figures, match, rest)
    # `是2020年的1.25倍`: of the same thing in another year.
    if match := patterns.match(
        r"(?P<lead>[^\d⟦⟧]*)(?:⟦(?P<year>-?\d+)⟧)?(?P<name>[^\d⟦⟧]*?)(?:是|为|相当于|等于|达到?了?)(?:了)?⟦(?P<since>-?\d+)⟧(?:的)?(?:同期|水平)?(?:的)?(?P<value>\d+(?:\.\d+)?)(?P<unit>倍|%)",
        rest,
    ):
        if match["year"]:
            set_year(figures, int(match["year"]))
        factor = Fraction(match["value"]) / (100 if match["unit"] == "%" else 1)
        name = figures.of(match["lead"] + match["name"])
        figures.grows(name, figures.year, (factor - 1) * 100, _absolute(figures, int(match["since"])))
        return rest[match.end() :]
    told = _said(figures, rest)
    if told is None:
        stay_out(f"{rest}?")
    kind = told.match
    if kind["percent"] or "/" in kind["value"]:
        _percent(figures, told)
    elif kind["points"]:
        _points(figures, told)
    elif kind["times"]:
        _times(figures, told)
    else:
        _value(figures, told)
    after = patterns.sub(rf"^{_ROUGHLY}", "", rest[kind.end() :])
    return patterns.sub(rf"^(?:的)?(?:{RATE_WORD}|速度)(?:{RISE}|{FALL}|递增)?", "", after) if kind["percent"] else after


def _rates_in_row(figures: Figures, match: re.Match[str], rest: str) -> str:
    rates = patterns.findall(r"-?\d+(?:\.\d+)?", match["rates"])
    names = list(dict.fromkeys(name for name, at in figures.valued if at == figures.year))[-len(rates) :]
    if len(names) != len(rates):
        stay_out("whose rates")
    if patterns.search("占|比重", match["cues"]) or not patterns.search(f"{RISE}|{FALL}", match["cues"]):
        stay_out(match[0])
    for name, rate in zip(names, rates, strict=True):
        figures.grows(name, figures.year, Fraction(rate) * (-1 if patterns.search(FALL, match["cues"]) else 1))
    return rest[match.end() :]


def _percent(figures: Figures, told: Said) -> None:
    percent = told.value * (1 if told.match["percent"] else 100)
    before = told.before
    year = figures.year
    if match := patterns.fullmatch(
        rf"(?P<part>.*?)(?P<part_more>的?(?:{MORE_WORD}|增长))?对(?P<whole>.+?)(?:{MORE_WORD}|增长|增加|增产|上升)?的?贡献率(?:{FILL}|达)*",
        before,
    ):
        part, whole = figures.key(match["part"], new=True), figures.key(match["whole"], new=True)
        figures.relations.equal(_increase(figures, part), times(percent / 100, _increase(figures, whole)))
        figures.lines.append(f"{part}对{whole}增长的贡献率 {told.value}%")
        figures.told += [(part, year), (whole, year)]
        return
    if "占" in before or told.has(SHARE_WORD):
        share(figures, told, percent)
        return
    if compared := patterns.fullmatch(
        r"(?P<one>.*?)(?<!同)(?:比|较)(?P<other>[^\d]{1,16}?)(?P<way>多|少|高|低|大|小)(?:了|出|约)*", patterns.sub("同比", "", before)
    ):
        one = figures.of(compared["one"])
        other = _other(figures, compared["other"], one)
        sign = -1 if compared["way"] in "少低小" else 1
        figures.relations.equal(figures.at(one, year), times(1 + sign * percent / 100, figures.at(other, year)))
        figures.lines.append(f"{one}比{other}{compared['way']} {told.value}%")
        _is_told(figures, one)
        return
    if equal := patterns.fullmatch(r"(?P<one>.*?)(?:是|为|相当于|等于|达到?)(?P<other>[^\d]{1,16}?)的", before):
        _multiple(figures, equal["one"], equal["other"], percent / 100, f"{told.value}%")
        return
    alike = not clean(told.name) and figures.last_rated == figures.subject is not None and patterns.fullmatch(rf"(?:{FILL})*", told.cues)
    goes_on = alike or (told.has(YEARLY) and patterns.match(f"的?(?:{RATE_WORD}|{RISE}|速度|递增)", told.after))
    if not (told.has(f"{RATE_WORD}|{RISE}|{FALL}|同比") or goes_on) or patterns.search("人均$|平均$", told.name):
        stay_out(f"{percent}% of what")
    name = figures.of(told.name)
    rate = percent * told.sign
    if told.has(YEARLY) or (told.start is not None and told.start != year - 1 and told.has("每年")):
        start = told.start
        if start is None and patterns.search("每年|逐年|年均|平均每年", told.before) and figures.forward is None and figures.told:
            figures.forward = rate  # from here on
            figures.subject = name
            return
        if start is None and not figures.told and not figures.explicit:
            figures.forward = rate
            figures.is_index(name)
            return
        if start is None:
            stay_out("growth over which years")
        for each in range(start + 1, year + 1):
            figures.grows(name, each, rate)
        return
    since = told.since if told.since is not None else told.start
    if since is not None and since >= year:
        stay_out("since when")
    figures.grows(name, year, rate, None if since in (None, year - 1) else since)


def _increase(figures: Figures, name: str) -> dict[str, Fraction]:
    return minus(figures.at(name, figures.year), figures.at(name, figures.year - 1))


def _other(figures: Figures, name: str, like: str) -> str:
    """What something is compared with; `全省` beside a figure of a county is the province's."""
    return figures.key(WHOLE + like, new=True) if clean(name) == WHOLE else figures.beside(name, like=like)


def _is_told(figures: Figures, name: str) -> None:
    figures.whole = None
    figures.told.append((name, figures.year))
    figures.subject = name


def _multiple(figures: Figures, one: str, other: str, factor: Fraction, shown: str) -> None:
    name = figures.of(one)
    beside = figures.beside(other, like=name)
    figures.relations.equal(figures.at(name, figures.year), times(factor, figures.at(beside, figures.year)))
    figures.lines.append(f"{name}是{beside}的 {shown}")
    _is_told(figures, name)


def _times(figures: Figures, told: Said) -> None:
    equal = patterns.fullmatch(r"(?P<one>.*?)(?:是|为|相当于|等于|达到?)(?P<other>[^\d]{1,16}?)的?", told.before)
    if equal and clean(equal["other"]):
        _multiple(figures, equal["one"], equal["other"], told.value, f"{told.value} 倍")
        return
    if compared := patterns.fullmatch(
        r"(?P<one>.*?)(?<!同)(?:比|较)(?P<other>[^\d]{1,16}?)(?P<way>多|高)(?:了|出|约)*", patterns.sub("同比", "", told.before)
    ):
        _multiple(figures, compared["one"], compared["other"], 1 + told.value, f"{1 + told.value} 倍")
        return
    if not told.has(RISE) or told.sign < 0:
        stay_out("times what")
    to = told.has(TO)
    figures.grows(
        figures.of(told.name),
        figures.year,
        (told.value - 1 if to else told.value) * 100,
        None if told.since in (None, figures.year - 1) else told.since,
    )


def _points(figures: Figures, told: Said) -> None:
    year = figures.year
    if pull := patterns.fullmatch(
        rf"(?P<part>.*?)(?:的?增长)?拉动(?:了)?(?P<whole>.*?)(?:增长|上升|提高|{RATE_WORD})?(?:{FILL})*", told.before
    ):
        part, whole = figures.of(pull["part"]), figures.key(pull["whole"], new=True)
        figures.relations.equal(_increase(figures, part), times(told.value / 100, figures.at(whole, year - 1)))
        figures.lines.append(f"{part}拉动{whole}增长 {told.value} 个百分点")
        figures.told += [(part, year), (whole, year)]
        return
    shares = "占" in told.before or told.has(SHARE_WORD)
    beside = patterns.fullmatch(
        rf"(?P<one>.*?)(?:的)?(?:同比)?(?:{RATE_WORD})?(?:同比)?(?:比|较)(?P<other>[^\d]{{2,16}}?)(?:的)?(?:{RATE_WORD})?(?P<way>高|低|快|慢|回落|放缓|下降|提高|加快|提升|上升)(?:出|了|约)*",
        told.before.removesuffix("同比"),
    )
    if beside and not shares:
        _rates_apart(figures, beside, told.value)
        return
    if not told.has(f"{RISE}|{FALL}"):
        stay_out("points of what")
    change = told.value * (-1 if patterns.search(FALL, patterns.sub(RATE_WORD, "", told.cues)) else 1)
    change = -change if (falls := told.has("降幅|跌幅|下降率|下降幅度")) else change  # what falls faster has a lower rate
    since = told.since if told.since is not None else year - 1
    if shares or (figures.shared and not told.has(RATE_WORD) and figures.last == "share"):
        share_changed(figures, told, change, since)
        return
    name = (
        figures.key(told.name, new=True)
        if clean(told.name) and not patterns.fullmatch(r"(?:其|且|而|但|该|此|这一?)*", clean(told.name))
        else figures.subject
    )
    if name is None:
        stay_out("points of which rate")
    if (name, year) not in figures.rates:
        # The rate of the year before follows from its figures: this year's is so much above it.
        before = figures.relations.ratio(figures.at(name, since), figures.at(name, since - 1))
        if before is None or since >= year:
            stay_out("points of which rate")
        figures.grows(name, year, (before - 1) * 100 + change)
        figures.subject = name
        return
    rate = figures.rates[name, year]
    if falls and max(rate, rate - change) >= 0:
        stay_out("how much it falls, of what grows")
    figures.grows(name, since, rate - change)
    figures.subject = name


def _rates_apart(figures: Figures, match: re.Match[str], points: Fraction) -> None:
    """The rate of one thing beside that of another."""
    one, year = figures.of(match["one"]), figures.year
    period = re.compile(r"^(?:第[一二三四]季度|[上下]半年|前三季度|\d{1,2}月(?:份)?)")
    if (whole := period.fullmatch(match["other"])) or not patterns.fullmatch("[高低快慢]", match["way"]):
        # `增速比第一季度回落 1.5 个百分点`: of the same thing in another part of the year.
        if not whole or not period.match(one):
            stay_out("points of which rate")
        other = figures.key(match["other"] + period.sub("", one), new=True)
    else:
        other = figures.key(match["other"] + (one if match["other"] == WHOLE else ""), new=True)
    above = points * (-1 if match["way"] in ("低", "慢", "回落", "放缓", "下降") else 1)
    if (one, year) in figures.rates:
        figures.grows(other, year, figures.rates[one, year] - above)
    elif (other, year) in figures.rates:
        figures.grows(one, year, figures.rates[other, year] + above)
    else:
        stay_out("which rate is known")
    figures.subject = one


def _value(figures: Figures, told: Said) -> None:
    year, unit = figures.year, told.match["unit"] or ""
    if compared := patterns.fullmatch(
        r"(?P<one>.*?)(?<!同)(?:比|较)(?P<other>[^\d]{1,16}?)(?P<way>多|少|高|低)(?:了|出|约)*", patterns.sub("同比", "", told.before)
    ):
        one = figures.of(compared["one"])
        other = _other(figures, compared["other"], one)
        more = told.value * _factor(unit) * (-1 if compared["way"] in "少低" else 1)
        figures.relations.equal(minus(figures.at(one, year), figures.at(other, year)), number(more))
        figures.units.setdefault(one, unit)
        figures.lines.append(f"{one}比{other}{compared['way']} {told.value} {unit}")
        _is_told(figures, one)
        return
    if patterns.search("占", told.before):
        stay_out(told.before)
    if patterns.fullmatch(r".*?(?:分别|各)", told.before) or patterns.search("[比较]$", told.name):
        stay_out(told.before)
    moves = patterns.sub(TO, "", told.cues)
    if patterns.search(f"{MORE_WORD}|{RISE}|{FALL}", moves) and not patterns.search(RATE_WORD, moves):
        _increased(figures, told, unit)
        return
    if rest := patterns.fullmatch(r"(?:其余|其他|剩余|剩下|余下)(?:的|部分)*(?P<what>.*)", told.name):
        figures.rest = figures.key(f"其余{rest['what']}", new=True)
        figures.is_value(figures.rest, year, told.value, unit)
        return
    subject = figures.subject or ""
    if not clean(told.name) and "人均" in subject and split_unit(unit)[1] in ("人", "名") and (subject, year) in figures.valued:
        figures.is_value(figures.key(subject.partition("人均")[0] + "人数", new=True), year, told.value, unit)
        return
    name = figures.of(told.name)
    if told.has("同比") and told.since is None and not told.has(TO):
        stay_out("compared, but how")
    if told.start is not None:
        stay_out("of several years")
    if (name, year) in figures.valued:
        stay_out(f"two values of {name}")
    whole = figures.whole or figures.parent
    if whole is not None and name != whole and figures.units.get(whole, unit) == unit:
        figures.within.setdefault(name, whole)
    figures.is_value(name, year, told.value, unit or figures.units.get(name, ""))


def _increased(figures: Figures, told: Said, unit: str) -> None:
    year = figures.year
    name = figures.of(told.name)
    if told.has(YEARLY):
        stay_out("so much a year")
    if split_unit(figures.units.get(name, unit))[1] not in ("", split_unit(unit)[1]):
        stay_out("more of something else")
    since = told.since if told.since is not None else told.start if told.start is not None else year - 1
    years = {at for each, at in figures.valued if each == name and at < year}
    if since == year - 1 and not told.has("同比") and years and year - 1 not in years:
        stay_out("more than when")
    more = told.value * _factor(unit) * told.sign
    figures.relations.equal(minus(figures.at(name, year), figures.at(name, since)), number(more))
    figures.units.setdefault(name, unit)
    figures.lines.append(f"{said(name, year)}比{said('', since) or '上年'}{'增加' if more > 0 else '减少'} {told.match['value']} {unit}")
    _is_told(figures, name)


def _factor(unit: str) -> Fraction:
    return Fraction(split_unit(unit)[0])
