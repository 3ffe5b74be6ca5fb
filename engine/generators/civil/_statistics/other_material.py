"""What a long material tells of other things than the one question asks about, taken out: exams print a whole report before a question.

Only facts go: a clause that runs up to a figure and whose name is not the asked one's, what is told of the same thing behind it, and sentences
without any figure. A clause that could bind (`若`, `不含`, `扣除`, ...) stays, and so does everything that asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from engine.generators import patterns
from engine.generators.civil._statistics.cues import FALL, FILL, MORE_WORD, RATE_WORD, RISE, SHARE_WORD
from engine.generators.civil._statistics.figures import bare_name
from engine.generators.civil._statistics.names import clean
from engine.generators.civil._statistics.text import UNIT
from engine.generators.reading import close_up

_PART_OF_YEAR = r"(?:1 ?[-~—–至到] ?(?:[2-9]|1[0-2])月(?:份)?|上半年|下半年|前三季度|第?[一二三四1-4]季度|(?:1[0-2]|[1-9])月(?:份|末)?)"
_YEAR = r"(?<!\d)(?:19|20)\d\d(?:年(?:末|底|全年|度)?|(?=[末底]))"
_WHEN = re.compile(rf"{_YEAR}(?:,)?(?:的)?(?:{_PART_OF_YEAR})?|{_PART_OF_YEAR}|[去今上前本]年(?:同期|末|底|度)?|十[一二三四]五(?:期间|末)?")
_ASKS = re.compile(r"多少|几(?!何)|[?]|\( *\)?$|(?:为|是|约|有|了|占|共|达)\s*[:( ]*$")
_BINDS = re.compile(
    r"若|假[设如定]|如果|不含|不包括|不计|扣除|剔除|除去|除外|例外|规定|约定|保持|按[^,;。]{0,8}(?:计算|折算|折合)|注[:1-9]|折合|相当于|其余|剩余"
)
_TELLS = re.compile(
    r"[中里内]$|半|分之|[一二三四五六七八九]成(?![为立功本效果员就熟绩交])|倍|翻番|其中|另|除|不(?!断)|未(?!来)|没|取消|合并|调整|口径|绝收|受灾|重复"
)
"""What a sentence without a figure may still tell of the others."""
_FIGURE = re.compile(rf"\d+(?:\.\d+)?\s*(?:%|个?百分点|倍|{UNIT})")
_CUES = re.compile(
    rf"(?:同比|环比|(?:比|较)(?:上年|去年|上年同期|去年同期|年初|上年末)|{RATE_WORD}|{SHARE_WORD}|{MORE_WORD}|{RISE}|{FALL}|{FILL}|到|其中|一共|名义|实际|[比较])+$"
)
_SINCE = re.compile(r"(?:同比|环比|(?:[比较与和同]|相比|相较于?)(?:(?:上|去)年(?:同期|末|底)?|年初|上期|上月|上季度?)(?:相比)?)")
_COMPARED = re.compile(rf"(?:[比较与和同跟]|相比于?|相较于?)于?{_YEAR}")
_RATE_BESIDE = re.compile(
    rf"^(?:其)?(?:同比)?(?:{RATE_WORD}|比重|占比)?(?:同比)?(?:比|较)(?:(?:19|20)\d\d年)?(?:{_PART_OF_YEAR}|上年全年|上年|去年|上年同期|去年同期|全国|全国平均水平|上月|上季度|上半年)"
    rf"(?:同比)?(?:{RATE_WORD})?(?:{RISE}|{FALL}|快|慢|回升|回落|加快|放缓|高|低)(?:了|出|约)*\d+(?:\.\d+)?个?百分点$|^同比分别(?:{RISE}|{FALL})(?:了|约)*\d+(?:\.\d+)?个?百分点(?:[、和与及]\d+(?:\.\d+)?个?百分点)+$"
)
_BETWEEN = re.compile(r"占|(?<!同)比(?!重|例|上)|[与和及、的在中除对,每]|平均|人均|较|同期|其余|问题|材料|请问|:")


@dataclass(slots=True)
class _Topic:
    """What is told of one thing in a row, from a clause that names it on."""

    name: str
    clauses: list[str]
    year: str
    inside: bool


def _question(sentences: list[str], ends: list[str]) -> int | None:
    """The place of the only sentence that asks, the last one."""
    asking = [
        place
        for place, (sentence, end) in enumerate(zip(sentences, ends, strict=True))
        if sentence.strip(" ,:")
        and (_ASKS.search(sentence.strip()) or "?" in end or patterns.search(r"(?:^|[,:])\s*(?:请?问|求)", sentence))
    ]
    last = max((place for place, sentence in enumerate(sentences) if patterns.search(r"\w", sentence)), default=None)
    return last if last is not None and asking in ([], [last]) else None


def asked_names(question: str) -> list[str]:
    """What a question speaks of: names, without years, comparisons and words of asking."""
    text = _WHEN.sub("", patterns.sub(r"^\s*(?:\(?\d{1,2}\)?[.、]|[^,:]{0,6}:)\s*", "", question))
    text = patterns.sub(rf"多少[^,;。?]*|几[^,;。?]*|同比|{RATE_WORD}|{SHARE_WORD}|{MORE_WORD}", ",", text)
    parts = (patterns.sub(rf"(?:{RISE}|{FALL}|{FILL}|所|变化|总|还是)+$", "", clean(part)) for part in _BETWEEN.split(text))
    return [part for part in parts if len(part) > 1]


_PLACE = re.compile(r"(?P<place>[\u4e00-\u9fff]{1,6}(?:地区|省|市|自治区|县|国家?))(?P<noun>[\u4e00-\u9fff]{2,16})?")


def _in_full(name: str, noun: str) -> tuple[str, str]:
    """A place's figure in full: behind `东部地区投资 3 亿元` a `中部地区 2 亿元` is an investment, too. The name, and what is told of places from here on."""
    place = _PLACE.fullmatch(name)
    if place is None:
        return name, noun
    return (name, place["noun"]) if place["noun"] else (name + noun, noun)


def _topics(sentence: str, year: str, noun: str) -> tuple[list[_Topic], str, str]:
    """The topics of a sentence, the year spoken of at its end, and what is told of places."""
    found: list[_Topic] = []
    lead = ""
    for clause in sentence.split(","):
        if not clause.strip():
            continue
        if years := patterns.findall(rf"{_YEAR}(?:的)?(?:{_PART_OF_YEAR})?", _COMPARED.sub("", clause)):
            year = years[-1]
        if clause.strip() == "其中":
            lead = "其中"
            continue
        bare = _WHEN.sub("·", _SINCE.sub("同比", clause))
        figure = _FIGURE.search(bare)
        if figure is None:
            if bare.replace("·", "").strip():
                found.append(_Topic("", [clause], year, inside=False))
            else:
                lead = clause + ","
            continue
        name = clean(_CUES.sub("", patterns.sub(r"·|\s|其中", "", bare[: figure.start()])))
        if name or not found or not found[-1].name:
            name, noun = _in_full(name, noun)
            if noun and name and name not in clause:
                clause = clause.replace(name.removesuffix(noun), name, 1)
            found.append(_Topic(name or "?", [lead + clause], year, inside=(lead + clause).lstrip().startswith("其中")))
        else:
            found[-1].clauses.append(("其中" if lead.startswith("其中") else "") + clause)
        lead = ""
    return found, year, noun


def _related(topic: _Topic, asked: list[str]) -> bool:
    """Whether a told name is one that is asked about, or it is told in short; or one of the same clause is."""
    told = bare_name(topic.name)
    return any(len(told) < 2 or told in each or bare_name(each) in told or each in topic.clauses[0] for each in asked)


def without_unasked(text: str) -> Iterator[str]:
    """The text without what binds nothing and is of other things; first only without sentences that tell no figure, then of the asked names only."""
    seen = {close_up(text)}
    text = close_up(patterns.sub(r"\((?:其中)?(?:不含|不包括|含|包括|不计)[^()]{1,30}\)", "", text))
    parts = patterns.split(r"([。?!;\n]+)", text)
    sentences, ends = parts[::2], [*parts[1::2], ""]
    place = _question(sentences, ends)
    if place is None or place == 0:
        return
    question = sentences[place] + "".join(ends[place : place + 1])
    asked = asked_names(sentences[place])
    if not asked:
        return
    for strict, beside in ((False, True), (False, False), (True, True), (True, False)):
        kept: list[str] = []
        year = noun = ""
        passed: list[str] = []
        hangs = False
        for sentence in sentences[:place]:
            topics, year_after, noun = _topics(sentence, year, noun)
            if told := _told(topics, asked, passed, strict=strict, beside=beside, monthly="环比" in question):
                hangs = hangs or (bool(passed) and _NARROWS.search(told) is not None)
                kept.append(told)
            year = year_after
        pruned = "".join(kept) + "\n" + question
        if kept and not hangs and pruned not in seen:
            seen.add(pruned)
            yield pruned


_TO_THE_MONTH_BEFORE = re.compile(r"^环比[^,;。]*\d")


_NARROWS = re.compile("(?:^|,)(?:其中|[^,]*(?:这|此|后者)[^,]{0,6}[中里])")
"""What speaks of a part told before: where that one is passed over, it would be taken to speak of the whole."""


def _told(topics: list[_Topic], asked: list[str], passed: list[str], *, strict: bool, beside: bool, monthly: bool) -> str:
    """A sentence of what is kept; `strict`: only of the asked names; `beside`: with how a rate differs from other rates;
    shares that are passed over are added to `passed`; `monthly`: with what is compared with the month before, which a question about years does not ask for.
    """
    told = ""
    dropped = False
    for topic in topics:
        binds = _BINDS.search(",".join(topic.clauses)) is not None or (not topic.name and _TELLS.search(topic.clauses[0]) is not None)
        if not binds and (not topic.name or (strict and topic.name != "?" and not _related(topic, asked))):
            dropped = dropped or topic.name != ""
            passed += [clause for clause in topic.clauses if patterns.search("占(?!用|地)|比[重例]|份额", clause)]
            continue
        said = ",".join(
            clause
            for clause in topic.clauses
            if _BINDS.search(clause)
            or ((beside or not _RATE_BESIDE.search(clause.strip())) and (monthly or not _TO_THE_MONTH_BEFORE.search(clause.strip())))
        )
        if not binds and not patterns.search(r"\d", _WHEN.sub("", said)):
            continue
        if dropped and topic.inside and not passed:
            said = patterns.sub("^其中,?", "", said.strip())
        if topic.year and not patterns.search(_YEAR, said) and (dropped or not told):
            said = f"{topic.year},{said}"
        told += said + ","
    return told.rstrip(",") + "。" if told else ""
