"""A long report read for what one question asks: clause after clause, and what is not understood is left aside, as long as it is of other things.

Exams print whole paragraphs of statistics before a question that needs two figures of them. Every clause is tried; one that is not understood
makes whoever it is of unknown, so that nothing after it is taken for another's. What is asked must then be a figure by its own name, of its
own year and part of the year, and no clause that was left aside may speak of it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import ONE, recognition, times, total
from engine.generators.civil._statistics.asks import Ask, kept_asks
from engine.generators.civil._statistics.cues import FALL, FIGURE, RATE_WORD, RISE, SHARE_WORD, SINCE, TAIL
from engine.generators.civil._statistics.dated import Dated, headed
from engine.generators.civil._statistics.facts import tell
from engine.generators.civil._statistics.figures import Figures, bare_name
from engine.generators.civil._statistics.most import measured
from engine.generators.civil._statistics.names import clean
from engine.generators.civil._statistics.parts import SIGN, before, months_after, part_of, parts_marked, parts_told
from engine.generators.civil._statistics.reading import SHARES, answered, digits_asked, understood
from engine.generators.civil._statistics.text import FORBIDDEN, idle, prepared
from engine.generators.civil._statistics.wholes import complete
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import StayOut, close_up, stay_out
from engine.generators.remembering import remembering

_HEADING = re.compile(
    r"^\s*(?:\([^()]{0,16}(?:19|20)\d\d[^()]{0,12}\)|(?:【|\[)[^】\]]{1,12}(?:】|\])|(?:问题|题目?|例题?|练习)\s*\d{0,3}\s*[:.、]|(?:材料节选)|\d{1,3}\s*[.、](?=\s*(?:(?:19|20)\d\d|\D)))\s*"
)
_BINDS = re.compile(
    r"(?<![分])若(?!干)|假[设如定]|如果|不含|不包括|不计|剔除|除去|除外|规定|约定|注[:1-9]|折合|口径|其余|剩余|调整[后前]|另"
)
"""What a clause may say that changes other clauses' figures."""
_MOVES = rf"(?:{RISE}|{FALL}|加快|放缓|回升|回落|提速|收窄|扩大|快|慢|高|低)(?:了|出|约)*"
_BESIDE = re.compile(
    rf"(?:其|且|但|而|也)?(?:同比)?(?:{RATE_WORD}|{SHARE_WORD})?(?:同比)?(?:比|较|高于|低于|快于|慢于)"
    rf"(?:(?:⟦-?\d+⟧)?{SIGN}(?:的?{RATE_WORD})?|(?:全国|全省|全市|举国)(?:的?平均)?(?:水平)?(?:{RATE_WORD})?|[^\d⟦⟧,;。]{{2,16}}?(?:{RATE_WORD}))"
    rf"(?:同比)?(?:{RATE_WORD})?(?:{_MOVES})?\d+(?:\.\d+)?个?百分点"
)
"""How a rate or share differs from that of another part of the year or of a larger whole."""
_OF_WHAT = re.compile(rf"^((?:⟦-?\d+⟧|{SIGN})*)(?:在|从)[^,\d⟦⟧]{{2,14}}(?:中|看|方面)(?=[^,\d⟦⟧]{{3,}}\d)")
_ABOVE = re.compile(r"(?P<way>[高低快慢])于(?P<whom>[^\d⟦⟧,;。]{2,16})(?=\d)")
_TO_THE_PART_BEFORE = re.compile(
    rf"(?P<name>[^\d⟦⟧]*?)(?:环比|(?:比|较)上(?:个)?[月季](?:度|份)?)(?P<way>{RISE}|{FALL})(?:了|约)*(?P<value>\d+(?:\.\d+)?)%"
)
_TURNED = re.compile(
    rf"(?P<name>[^\d⟦⟧]*?)(?:{RATE_WORD})?(?:由|从)(?:⟦-1⟧|同比)的?(?P<way>{RISE}|{FALL}|负?增长)(?P<value>\d+(?:\.\d+)?)%(?:转为|变为|转变为|转至|变成|变化为)"
    rf"(?P<then_way>{RISE}|{FALL})(?P<then>\d+(?:\.\d+)?)%"
)
_REAL = re.compile(
    r"(?:扣除(?:价格|物价)(?:上涨|变动)?因素(?:影响)?(?:后)?)|(?:同比)?实际(?:同比)?(?:增长|增速|下降)(?:为|了|率)?(?:\d+(?:\.\d+)?%)?"
)
"""The rate in the prices of the year before, beside the nominal one that the figures grow by."""
_CLASS = re.compile(
    r"(?<![\d.])\d+(?:[-~—至]\d+)?(?:万|亿)?(?:人|元|岁|平方米|吨|套|小时|天|千瓦|亩|公顷|张|米|千米|升|排量|座)(?:及其?)?(?:以上|以下|以内)(?=的?[\u4e00-\u9fff])"
)
"""What sort of things is meant (`50人以上专业会议`): part of a name."""
_NUMERALS = str.maketrans("0123456789", "〇一二三四五六七八九")
_ASKS = "\ue0f0"
"""Stands before the question, so that it is found again."""
_CLAUSE = re.compile(r"[,;。?!:\n]+|(?<=[元吨人次户件台个辆%亩时])[、和及与](?=[^\d、]{2,20}?\d)")


class _Report:
    """Figures of a report, and the clauses of it that were not understood."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures
        self.aside: list[str] = []
        self.doubtful: set[str] = set()

    def read(self, sentence: str) -> None:
        """Takes in one sentence; what stands in brackets is told beside, and those spoken of are the same after it."""
        years = Dated()
        for place, piece in enumerate(patterns.split(r"[()]", sentence)):
            figures = self.figures
            spoken = figures.subject, figures.whole, figures.part, figures.shared, figures.last
            for clause in _CLAUSE.split(piece):
                before = len(self.figures.valued)
                if clause:
                    self._clause(clause)
                    years.told(self.figures, clause, before)
            if place % 2 and patterns.search(r"\d", piece):
                figures = self.figures
                figures.subject, figures.whole, figures.part, figures.shared, figures.last = spoken
        years.ended(self.figures)

    def _clause(self, clause: str) -> None:
        if _BINDS.search(clause):
            self._left(clause)
            stay_out(clause)
        if _REAL.fullmatch(clause):
            return
        clause = _OF_WHAT.sub(r"\1", clause)
        told = _ABOVE.sub(lambda found: f"比{found['whom']}{found['way']}", self._placed(clause))
        if not told or idle(told):
            return
        if self.figures.subject is None and (figure := FIGURE.search(told)) is not None:
            tail = TAIL.fullmatch(patterns.sub(r"⟦-?\d+⟧的?", "", patterns.sub(SINCE, "", told[: figure.start()])))
            if tail is None or not clean(tail["name"]):
                self._left(told)
                return
        trial = self.figures.copy()
        try:
            if patterns.search(SIGN, told) or patterns.search(FORBIDDEN.replace("环比|", "").replace("|以上|以下", ""), told):
                stay_out(told)
            if (month := _TO_THE_PART_BEFORE.fullmatch(told)) is not None:
                _since_before(trial, month)
            elif (turned := _TURNED.fullmatch(told)) is not None:
                _turned(trial, turned)
            elif "环比" in told:
                stay_out(told)
            else:
                tell(trial, told, lambda figures, rest: False)
        except StayOut as objection:
            if _BESIDE.fullmatch(clause):
                return
            if (twice := patterns.match("two (?:values|rates) of (.*)", str(objection))) is not None:
                self.doubtful.add(twice[1])
            self._left(told)
            return
        self.figures = trial

    def _placed(self, clause: str) -> str:
        """The clause without the part of the year that it is of, which the figures know from here on."""
        signs = [sign for sign in patterns.finditer(SIGN, clause) if not patterns.search("[比较与和同于]$", clause[: sign.start()])]
        if len(signs) == 1:
            self._now(signs[0][0])
            at = signs[0].start()
            return clause[:at] + patterns.sub("^的", "", clause[at + 1 :])
        if not signs and patterns.match(r"(?:在|到|截[止至])?⟦(?:19|20)\d\d⟧", clause):
            self._now("")
        return clause

    def _now(self, part: str) -> None:
        figures = self.figures
        if part == figures.part:
            return
        figures.part = part
        if figures.subject is not None:
            bare = patterns.sub(SIGN, "", figures.subject)
            figures.subject = part + bare
            if figures.subject not in figures.names:
                figures.names.append(figures.subject)

    def _left(self, clause: str) -> None:
        """Nothing is known of whom the next clauses are."""
        self.aside.append(clause)
        self.figures.subject = self.figures.whole = self.figures.shared = self.figures.last_rated = None
        self.figures.last = ""


def _since_before(figures: Figures, match: re.Match[str]) -> None:
    """A rate since the month or quarter before."""
    name = figures.of(match["name"]) if match["name"] or figures.subject else stay_out("of what")
    sign, back = before(part_of(name)) if part_of(name) else ("", 0)
    if not sign:
        stay_out("since when")
    earlier = sign + patterns.sub(SIGN, "", name)
    if earlier not in figures.names:
        figures.names.append(earlier)
    if name in figures.units:
        figures.units.setdefault(earlier, figures.units[name])
    rate = _signed(match["way"], match["value"])
    figures.relations.equal(figures.at(name, figures.year), times(1 + rate / 100, figures.at(earlier, figures.year - back)))
    figures.lines.append(f"{name}环比{match['way']} {match['value']}%")


def _signed(way: str, value: str) -> Fraction:
    return Fraction(value) * (-1 if patterns.fullmatch(f"(?:{FALL}|负增长)", way) else 1)


def _turned(figures: Figures, match: re.Match[str]) -> None:
    """Last year's rate and this year's."""
    name = figures.of(match["name"])
    figures.grows(name, figures.year - 1, _signed(match["way"], match["value"]))
    figures.grows(name, figures.year, _signed(match["then_way"], match["then"]))


def _split(text: str) -> tuple[list[str], str]:
    """The sentences told and the one that asks, the last."""
    sentences = [each for each in patterns.split(r"[。;?!]+|\n+", text) if patterns.search(r"[\w\ue100-\ue1ff]", each)]
    if len(sentences) < 2:
        stay_out("no report")
    question = sentences[-1]
    while len(sentences) > 2 and patterns.search(",\\s*$", sentences[-2]):
        question = sentences[-2] + question
        sentences.pop(-2)
    return sentences[:-1], question


@remembering
def read_report(text: str) -> tuple[Recognition, bool]:
    """What a report says to its question, and whether shares are what it is about.

    Raises:
        StayOut: what is asked is not understood, not told, or may be changed by what was left aside.
    """
    text = patterns.sub(r",\s*\n\s*", ",", normalise(text))
    sentences, question = _split(close_up(text))
    while heading := _HEADING.match(question):
        question = question[heading.end() :]
    material = "。".join(_HEADING.sub("", sentence) for sentence in sentences)
    if patterns.search(r"多少|几(?![乎何])|[哪谁]|[?]|\( *\)", material) or len(patterns.findall(r"\d[%\u4e00-\u9fff]", material)) < 4:
        stay_out("no report")
    plain, mark, asked = prepared(parts_marked(f"{material}。{_ASKS}{question}"), strict=False).partition(_ASKS)
    if not mark:
        stay_out("where the question begins")
    plain, asked = (_CLASS.sub(lambda found: found[0].translate(_NUMERALS), each) for each in (plain, asked))
    report = _Report(Figures(explicit=bool(patterns.search(r"⟦(?:19|20)\d\d⟧", plain)), selected=True))
    for sentence in patterns.split("[。?!\n]", plain):
        report.read(sentence)
    figures = report.figures
    if not figures.told:
        stay_out("nothing told")
    wrong = report.doubtful | set(figures.settle_rates())
    asks: list[Ask] = []
    signs = patterns.findall(SIGN, asked)
    if len(signs) > 1:
        stay_out("several parts of the year asked for")
    if signs or patterns.search(r"⟦(?:19|20)\d\d⟧", asked):
        figures.part = signs[0] if signs else ""
    asked = patterns.sub(SIGN, "", asked)
    asked_told = len(figures.told)
    figures.subject = None
    for clause in headed(patterns.split(r"[,;。?!:\n()]", asked)):
        if clause and not idle(clause) and not _AMONG_OPTIONS.fullmatch(clause):
            tell(figures, _asked_plainly(clause), kept_asks(asks))
    if len(figures.told) > asked_told or not asks:
        stay_out("what is asked")
    for ask in asks:
        _without_the_last_month(figures, clean(ask.said("name")))
    if not any(part_of(name) for name in figures.names):
        complete(figures, [clean(ask.said(each)) for ask in asks for each in ("name", "part", "whole", "one", "other")])
    if [ask.what for ask in asks] == ["most"]:
        return _ranking(figures, asks[0], wrong), False
    found = answered(figures, asks, digits_asked(text))
    names = {key.rpartition("@")[0] for one, other, _ in figures.relations.asked for key in (*one, *other) if key != ONE}
    for name in names:
        bare = bare_name(patterns.sub(SIGN, "", name))
        if name in wrong:
            stay_out(f"told twice: {name}")
        for clause in report.aside:
            if len(bare) > 1 and bare in bare_name(clause) and patterns.search(r"\d", patterns.sub("⟦-?\\d+⟧", "", clause)):
                stay_out(f"left aside: {clause}")
    shares = any(ask.what in SHARES for ask in asks)
    return _in_words(found, names), shares


def _without_the_last_month(figures: Figures, name: str) -> None:
    """The first months are those with the one behind them less that one, where both are told."""
    if not figures.part or not name or figures.part + name in figures.names:
        return
    month, longer = months_after(figures.part)
    if not month or not all(part + name in figures.names for part in (month, longer)):
        return
    figures.names.append(figures.part + name)
    figures.units.setdefault(figures.part + name, figures.units.get(longer + name, ""))
    for year in {at - back for _, at in figures.told for back in (0, 1)}:
        figures.relations.equal(
            figures.at(longer + name, year), total(figures.at(figures.part + name, year), figures.at(month + name, year))
        )
        figures.told.append((figures.part + name, year))


_SAME_AGAIN = re.compile(
    r"(?P<now>⟦-?\d+⟧,?)(?P<name>[^\d⟦⟧比较]{2,24})(?P<than>比|较)(?P<then>⟦-?\d+⟧)的?(?P<again>[^\d⟦⟧]{2,24}?)(?=增|减|多|少|上升|下降|提高|降低|变)"
)
_TOP = re.compile(r"(?P<what>[^哪谁]*最[高快大多长低慢小少短])(?:的|者)[^\d多]{0,6}多少")
_AMONG_OPTIONS = re.compile(r"(?:在)?(?:以下|下列|下述|下面|上述|以上|题中|其)[^\d⟦⟧]{0,14}(?:中|里)")


def _asked_plainly(clause: str) -> str:
    """A clause of the question in the words that are understood."""
    if patterns.search(FORBIDDEN.replace("最[大小高低快慢多少]|", ""), clause):
        stay_out(clause)
    if (top := _TOP.fullmatch(clause)) is not None:
        return "哪个" + top["what"]
    if (again := _SAME_AGAIN.search(clause)) is not None and again["name"].endswith(again["again"]):
        clause = clause[: again.start("again")] + clause[again.end("again") :]
    clause = patterns.sub(rf"(?<=[\u4e00-\u9fff])((?:{RATE_WORD})同比)多少$", r"\1变化多少个百分点", clause)
    return clause


_MEASURES = {"rate": ("增长率", "%"), "more": ("增长量", ""), "value": ("数值", ""), "share": ("数值", "")}


def _ranking(figures: Figures, ask: Ask, wrong: set[str]) -> Recognition:
    """What is compared, by all names that options may have for it."""
    stem, measure = clean(ask.said("name")), ask.said("measure")
    year = int(ask.said("year") or ask.year)
    ranking: list[list[str]] = []
    names = set()
    for name, at in dict.fromkeys(figures.told):
        value = measured(figures, measure, name, at, (name, at)) if name and measure != "share" else None
        if value is None or name in wrong:
            continue
        if measure == "rate":
            value = (value - 1) * 100
        bare = patterns.sub(SIGN, "", name)
        if at == year and part_of(name) == figures.part and bare.endswith(stem) and bare != stem:
            ranking += [[label, str(value)] for label in {bare, bare.removesuffix(stem)}]
            names.add(name)
        elif bare == stem and part_of(name):
            ranking += [[f"{label}{parts_told(part_of(name)).replace(' ', '')}", str(value)] for label in ("", f"{at}年")]
            names.add(name)
        elif bare == stem:
            ranking.append([f"{at}年", str(value)])
            names.add(name)
    if len(names) < 2 and len(ranking) < 2:
        stay_out("nothing to compare")
    told, unit = _MEASURES[measure]
    found = recognition(figures.lines, [(0, ask.said("way"), "")], {}, rounded=True)
    found = _in_words(found, names)
    more = {
        "ranking": ranking,
        "least": ask.said("way") in ("低", "慢", "小", "少", "短"),
        "way": ask.said("way"),
        "what": told,
        "measured": unit,
    }
    return found.telling(more)


def _in_words(found: Recognition, names: set[str]) -> Recognition:
    """The recognition with the lines of what was asked about only, parts of the year in words."""
    bare = {patterns.sub(SIGN, "", name) for name in names}
    lines = [parts_told(line) for line in found.parameters["told"] if any(name in line for name in bare)]
    lines = list(dict.fromkeys(lines or map(parts_told, found.parameters["told"])))
    return replace(
        found,
        parameters={**found.parameters, "told": lines, "working": [parts_told(line) for line in found.parameters["working"]]},
        understood=(("条件", "；".join(lines)),),
    )


def read_growth_of_report(text: str) -> Recognition | None:
    """Figures, rates and increases that a report tells of."""
    found, shares = read_report(text) if not understood(text) else (None, False)
    return None if shares else found


def read_shares_of_report(text: str) -> Recognition | None:
    """Shares, means, contributions, multiples that a report tells of."""
    found, shares = read_report(text) if not understood(text) else (None, False)
    return found if shares else None
