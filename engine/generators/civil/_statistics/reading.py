"""Reading statistics: growth with its figures, rates and increases; shares, means, contributions and multiples; the mean of a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.reduced import opened
from engine.generators.civil._problems.relations import Answer, minus, recognition
from engine.generators.civil._problems.relations_working import Query, Wording, working
from engine.generators.civil._statistics.answers import Answering
from engine.generators.civil._statistics.asks import Ask, kept_asks
from engine.generators.civil._statistics.cues import MORE_WORD, RATE_WORD, SHARE_WORD
from engine.generators.civil._statistics.dated import Dated, headed
from engine.generators.civil._statistics.facts import tell
from engine.generators.civil._statistics.figures import Figures
from engine.generators.civil._statistics.names import clean
from engine.generators.civil._statistics.other_material import without_unasked
from engine.generators.civil._statistics.text import KEEP, UNIT, N, idle, prepared, refuse_sizes
from engine.generators.civil._statistics.values import in_other_units
from engine.generators.civil._statistics.wholes import complete
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.quantities import decimal, relation
from engine.generators.reading import StayOut, stay_out
from engine.generators.remembering import remembering

_ASKS_MORE = "also asks"
_DIGITS = {"一": 1, "两": 2, "二": 2, "三": 3, "1": 1, "2": 2, "3": 3}


def digits_asked(text: str) -> int | None:
    if found := patterns.search(r"(?:保留|精确到)(?:到)?(?:小数点后)?([一两二三1-3])位", text):
        return _DIGITS[found[1]]
    if found := patterns.search(r"\(([一两二三1-3])位小数\)", text):
        return _DIGITS[found[1]]
    return 0 if patterns.search("(?:保留|取|精确|四舍五入)(?:为|到|成)?整", text) else None


def _clauses(plain: str, ended: Callable[[], None]) -> Iterator[str]:
    """Clause after clause; `ended` is called behind the last one of a sentence."""
    for sentence in patterns.split(r"[。?!\n]", plain):
        yield from patterns.split(r"[,;:()]", sentence)
        ended()


SHARES = ("proportion", "differ", "ratio", "angle", "share", "share-change", "mean", "mean-growth", "contribution", "pull", "multiple")


def _read(text: str) -> tuple[Recognition, bool]:
    plain = prepared(text)
    if found := patterns.search(r"\d+个[^\d,;。]{0,8}(?:主产|主要|重点)[^\d,;。]{0,4}(?:省|市|区|县)", plain):
        stay_out(f"of those alone: {found[0]}")
    if patterns.search(r"贡献率(?:为|达到?|是)?\d", plain) and patterns.search(r"(?:拉动|带动)[^,;。]{2,24}\d[\d.]*个?百分点", plain):
        stay_out("one increase told twice, rounded")
    digits = digits_asked(text)
    places = list(
        dict.fromkeys(
            patterns.findall(
                r"[A-Z甲乙丙丁](?:市|省|县|国|区|地区?|企业|公司|厂|店|校|镇|村|部门|车间|班|组|队)|第[一二三四](?:车间|小组|组|班|分店|工厂|厂|部门)",
                plain,
            )
        )
    )
    figures = Figures(explicit=bool(patterns.search(r"⟦(?:19|20)\d\d⟧", plain)), places=places if len(places) > 1 else [])
    asks: list[Ask] = []
    kept = kept_asks(asks)
    differences: list[tuple[str, str, str]] = []
    pending_name = ""
    years = Dated()
    among = ""
    for clause in headed(_clauses(plain, lambda: years.ended(figures))):
        if patterns.fullmatch("在?[其此这](?:之|当)?中", clause):
            among = "其中"
            continue
        clause, among = among + clause, ""
        if asks and patterns.fullmatch(rf"(?:和|与|及)[^\d]*(?:{RATE_WORD}|{MORE_WORD}|{SHARE_WORD})", clause):
            stay_out(f"{_ASKS_MORE}: {clause}")
        if not clause or idle(clause):
            continue
        if patterns.match("若|如果|假如|假设|要是", clause) and patterns.search("使|导致|虚|扣|剔|误|漏|多算|少算|重复", clause):
            stay_out(clause)  # what would make the figures others
        if difference := patterns.fullmatch(
            r"(?P<name>[^\d=]{2,10})=(?P<one>[^\d减]{2,10})减(?P<other>[^\d减]{2,10})", patterns.sub("⟦-?\\d+⟧", "", clause)
        ):
            differences.append((difference["name"], difference["one"], difference["other"]))
            pending_name = clause.partition("=")[0]
            continue
        if pending_name:
            clause, pending_name = pending_name + clause, ""
        if patterns.fullmatch(KEEP, clause):
            figures.keeps = True
            continue
        before = len(figures.valued)
        tell(figures, clause, kept)
        years.told(figures, clause, before)
    if not asks or not figures.told:
        stay_out("nothing told or asked")
    for name, one, other in differences:
        figures.names += [name] if name not in figures.names else []
        figures.units.setdefault(name, figures.units.get(figures.ending_in(one), ""))
        for year in {year for _, year in figures.told} | {year - 1 for _, year in figures.told}:
            figures.relations.equal(
                figures.at(name, year), minus(figures.at(figures.ending_in(one), year), figures.at(figures.ending_in(other), year))
            )
        figures.lines.append(f"{name} = {one} − {other}")
    if figures.settle_rates():
        stay_out("what is told contradicts itself")
    complete(figures, [clean(ask.said(each)) for ask in asks for each in ("name", "part", "whole", "one", "other")])
    shares = any(ask.what in SHARES for ask in asks) or "占" in plain or "比重" in plain
    return answered(figures, asks, digits), shares


def answered(figures: Figures, asks: list[Ask], digits: int | None) -> Recognition:
    """What is asked, from the figures.

    Raises:
        StayOut: it does not follow from what is told.
    """
    figures.relations.asked.clear()  # what was only tried
    answering = Answering(figures)
    answering.keep_growing(asks)
    answers: list[Answer] = []
    formulas: list[str] = []
    for place, ask in enumerate(asks):
        before = len(figures.relations.asked)
        value, unit = answering.answer(ask)
        formulas += _formula(ask.what, figures.relations.asked[before:])
        answers.append((place, value, unit))
    wording = Wording(figures.said, figures.unit_of, fractions=False)
    steps = working(figures.relations, [value for _, value, _ in answers], wording, composed=True)
    steps += formulas if steps else []
    found = recognition(figures.lines, answers, {}, working=steps, digits=digits, rounded=True)
    if len(answers) == 1 and isinstance(value, Fraction) and (others := in_other_units(value, unit)):
        found = found.telling({"also": others})
    other = _otherwise(answering, asks)
    return found if other is None else found.telling({"otherwise": other})


_OTHERWISE = {"more": "rate", "rate": "more", "yearly": "yearly-more", "mean-growth": "mean-more"}


def _otherwise(answering: Answering, asks: Sequence[Ask]) -> list[str | bool] | None:
    """The amount where a rate was taken to be asked for, or the rate for an amount: `增长约` says neither, the options will."""
    if len(asks) != 1 or asks[0].what not in _OTHERWISE or asks[0].said("unit") or asks[0].said("percent") or asks[0].said("direction"):
        return None
    try:
        value, unit = answering.answer(replace(asks[0], what=_OTHERWISE[asks[0].what]))
    except StayOut:
        return None
    if not isinstance(value, Fraction) and "|" not in value:
        return None
    return [str(value), unit, isinstance(value, Fraction)]


def _formula(asked: str, queries: Sequence[Query]) -> list[str]:
    """The last line where an answer is more than one ratio."""
    ratios = [ratio for _, _, ratio in queries]
    if asked == "yearly" and len(queries) == 1:
        end, start = (int(next(iter(quantity)).rpartition("@")[2]) for quantity in queries[0][:2])
        value = Fraction(float(ratios[0]) ** (1 / (end - start)) - 1)
        return [f"年均增长率 = {decimal(ratios[0], 4)} 开 {end - start} 次方 − 1 ≈ {decimal(value, 4)}"]
    if len(ratios) != 2:
        return []
    one, other = (decimal(ratio, 4) for ratio in ratios)
    if asked == "mean-growth":
        value = ratios[0] / ratios[1] - 1
        return [f"平均数的增长率 = {one} ÷ {other} − 1 {relation(value, 4)} {decimal(value, 4)}"]
    if asked == "share-change":
        value = ratios[0] - ratios[1]
        return [f"比重的变化 = {one} − {other} {relation(value, 4)} {decimal(value, 4)}"]
    if asked == "points":
        value = ratios[0] - ratios[1]
        return [f"增速的变化 = {one} − {other} {relation(value, 4)} {decimal(value, 4)}"]
    return []


_LIST = re.compile(rf"(?:(?:{N})(?:{UNIT}|分)?(?:[、,和 ]|以及){{1,2}}){{2,}}{N}(?:{UNIT}|分|厘米|米|岁)?")


def read_list_mean(text: str) -> Recognition | None:
    """Figures in a row: their mean."""
    plain = opened(text)
    found = list(_LIST.finditer(plain))
    if len(found) != 1 or not patterns.search(r"平均[^\d]{0,12}多少|均值[^\d]{0,4}多少", plain):
        return None
    if patterns.search(
        "去掉|最高|最低|增长|增速|利润率|占比|%|加权|提高|下降|又|再|如果|若|中位|前|后|比|但|假设|注意|每隔|另外|规定|反|翻|额外|同时|重来|除外",
        plain,
    ):
        stay_out("more than a mean")
    asked = patterns.search(
        r"(?:平均|均值)(?:每(?:个|一)?(?:季度|月|天|日|年|周|人|次|位|名))?的?(?P<of>[\u4e00-\u9fff]{2,12}?)(?:大约|约|是|为|有)*多少",
        plain,
    )
    if asked and not any(asked["of"][place : place + 2] in plain[: asked.start()] for place in range(len(asked["of"]) - 1)):
        stay_out("the mean of something else")
    values = patterns.findall(N, found[0][0])
    rest = plain[: found[0].start()] + plain[found[0].end() :]
    others = patterns.findall(r"\d+(?:\.\d+)?", patterns.sub(r"(?:19|20)\d\d年|1[~—-]\d{1,2}月|\d{1,2}月", "", rest))
    if any(number != str(len(values)) for number in others):
        stay_out("other numbers")
    unit = patterns.search(rf"({UNIT}|分|厘米|米|岁)$", found[0][0]) or patterns.search(r"平均(分)", plain)
    mean = sum((Fraction(value) for value in values), Fraction(0)) / len(values)
    digits = digits_asked(text)
    line = f"({' + '.join(values)}) ÷ {len(values)}"
    return recognition([line], [(0, mean, unit[1] if unit else "")], {}, rounded=True, digits=digits)


@remembering
def _read_material(text: str) -> tuple[Recognition, bool]:
    """As `_read`; where the whole is not understood, without what a long material tells of other things.

    Raises:
        StayOut: that is not understood either; the objection is the one to the whole.
    """
    refuse_sizes(text)
    try:
        return _read(text)
    except StayOut as objection:
        if str(objection).startswith(_ASKS_MORE):
            raise  # left out, it would be passed over
        for shorter in without_unasked(normalise(text)):
            try:
                return _read(shorter)
            except StayOut:
                continue
        raise objection


def understood(text: str) -> bool:
    """Whether the whole of a text is understood, as growth or as shares."""
    try:
        _read_material(text)
    except StayOut:
        return False
    return True


def read_growth(text: str) -> Recognition | None:
    """Figures, rates and increases."""
    found, shares = _read_material(text)
    return None if shares else found


def read_shares(text: str) -> Recognition | None:
    """Shares, means, contributions, multiples."""
    found, shares = _read_material(text)
    return found if shares else None
