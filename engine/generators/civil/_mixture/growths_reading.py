"""Two parts that grow at rates of their own, and all of them together at another (`混合增长率`): their ratio, or how many there are.

What the parts were stands in the ratio of the rates' distances from the common one (十字交叉), what they are in that ratio times what each grew by.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_UP = "增[长加产]|提高|上升"
_WAY = f"(?:{_UP}|减[少产]|下降|降低)了?"
_PERCENT = r"(\d+(?:\.\d+)?)%"
_GREW = re.compile(rf"(?P<name>[^,;。\d%]*?)(?:分别)?(?P<way>{_WAY}){_PERCENT}(?:(?:和|、|与){_PERCENT})?")
_BESIDE_A_RATE = re.compile(
    r"\d+年后|(?:同比|环比|(?:比|较|与)(?:去年|上年度?|前一?年|上一年)(?:同期)?(?:相比)?)|今年|去年|本年|其中|而且?|已知|如果|若|将(?:会)?|会|分别|都|全年|现在"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年(?:度)?")
_WHOLE = re.compile("总|全|合计|共|两|整个")
_OTHER = re.compile(r"[\d倍均%]|[增减升降]|[不没除另再又剩先最]|各|率|单价|利润|折|提前|每|[到至](?=\d)")
_AMOUNT = re.compile(r"(?P<value>\d+(?:\.\d+)?)(?P<unit>万?(?:人口?|名|吨|台|件|亿?元|辆|套|本|公斤|千克|亩))")
_LATER = re.compile(r"(?:\d+|几)年后|明年|将")


def read_growths(text: str) -> Recognition | None:
    """The ratio of two parts, or how many there are of one; None where no two parts and a whole grow.

    Raises:
        StayOut: something else is told, or nobody says at which time what is asked.
    """
    plain = Story(text).text
    years = sorted(set(_YEAR.findall(plain)))
    if len(patterns.findall(_PERCENT, plain)) != 3 or len(years) > 2 or not patterns.search(_WAY, plain):
        return None
    clauses = [clause for clause in patterns.split(r"[,;。?!:\n]", plain) if clause not in ("", "多少")]
    parts: dict[str, Fraction] = {}
    whole: Fraction | None = None
    left: list[str] = []
    before = ""
    for clause in clauses:
        bare = _BESIDE_A_RATE.sub("", _YEAR.sub("", clause))
        found = _GREW.search(bare)
        if found is None:
            left.append(clause)
            before = bare or before
            continue
        sign = 1 if patterns.search(_UP, found["way"]) else -1
        rates = [sign * Fraction(rate) / 100 for rate in found.groups()[2:] if rate]
        name = found["name"]
        if len(rates) == 2:
            named = patterns.search(
                r"(?P<one>[^,;。的和与、]{1,6})[和与、](?P<other>[^,;。的和与、]{1,6}?)(?:两[\u4e00-\u9fff]{1,3})?$", before + name
            )
            if named is None and (named := patterns.search(r"(?P<one>[甲乙A-D])[和与、](?P<other>[甲乙A-D])", before + name)) is None:
                stay_out("which parts")
            for side, rate in zip(("one", "other"), rates, strict=True):
                parts[_known_as(named[side])] = rate
            left.pop()
        elif _WHOLE.search(name):
            if whole is not None:
                stay_out("two wholes")
            whole = rates[0]
        else:
            parts[_known_as(name) or stay_out("of what")] = rates[0]
        if (rest := bare.replace(found[0], "")) and _OTHER.search(rest):
            stay_out(f"not read: {clause}")
    if len(parts) != 2 or whole is None:
        return None
    (one, first), (other, second) = parts.items()
    if one in other or other in one or not min(first, second) < whole < max(first, second):
        stay_out("which parts, or rates")
    ratio = (whole - second) / (first - whole)
    amount, unit, question = _rest(left, parts)
    at_end = _at_end(question, plain, years)
    lines = [f"{name}{'增长' if rate >= 0 else '减少'} {decimal(abs(rate) * 100)}%" for name, rate in (*parts.items(), ("总数", whole))]
    working = [
        f"变化前 {one} : {other} = ({decimal(whole * 100)} − {decimal(second * 100)}) : ({decimal(first * 100)} − {decimal(whole * 100)}) = {ratio.numerator}:{ratio.denominator}"
    ]
    grown = ratio * (1 + first) / (1 + second)
    working.append(f"变化后 {one} : {other} = {grown.numerator}:{grown.denominator}")
    if patterns.search("之比|的比|比例|比值", question):
        if amount is not None or [name for name in sorted(parts, key=question.find) if name in question] != [one, other]:
            stay_out("the ratio of what")
        asked = grown if at_end else ratio
        return recognition(lines, [(0, f"{asked.numerator}:{asked.denominator}", "")], {}, working=working)
    meant = [name for name in parts if name in question]
    if amount is None or len(meant) != 1:
        stay_out("how many of what")
    value, told_at_end = amount
    base = value / (1 + whole) if told_at_end else value
    share = ratio / (1 + ratio) if meant[0] == one else 1 / (1 + ratio)
    answer = base * share * ((1 + parts[meant[0]]) if at_end else 1)
    if answer.denominator > 1 and unit in ("人", "名", "台", "件", "辆", "套", "本"):
        stay_out("a part of one")
    answers: list[Answer] = [(0, answer, unit.replace("人口", "人"))]
    return recognition([*lines, f"总数 {decimal(value)} {unit}"], answers, {}, working=working)


def _known_as(name: str) -> str:
    """What a part is called wherever it is named: its letter, 男 or 女, or its first two signs."""
    letter = patterns.search("[甲乙丙丁A-D]|^[男女]", name)
    return letter[0] if letter else patterns.sub("^(?:某|该|的|种植的?)+", "", name)[:2]


def _rest(left: Sequence[str], parts: dict[str, Fraction]) -> tuple[tuple[Fraction, bool] | None, str, str]:
    """The amount told of the whole, and whether after it grew; its unit; the question.

    Raises:
        StayOut: more is told.
    """
    amount, unit, question = None, "", ""
    for clause in left:
        if "多少" in clause:
            if question:
                stay_out("two questions")
            question = clause
            continue
        if found := _AMOUNT.search(clause):
            if amount is not None or any(name in clause for name in parts) or not patterns.search("今年|现有|去年|共|总", clause):
                stay_out(f"not read: {clause}")
            amount, unit = (Fraction(found["value"]), patterns.search("今年", clause) is not None), found["unit"]
            clause = clause.replace(found[0], "")
        if bound := _OTHER.search(_YEAR.sub("", patterns.sub(r"\d+年后|现有", "", clause))):
            stay_out(f"{bound[0]} in {clause}")
    return amount, unit, question or stay_out("nothing asked")


def _at_end(question: str, plain: str, years: Sequence[str]) -> bool:
    """Whether what is asked is asked of the time after the growth.

    Raises:
        StayOut: nobody says so.
    """
    later = _LATER.search(plain) is not None
    said = _YEAR.search(question)
    if said is not None:
        return len(years) == 1 or said[1] == years[-1]
    if patterns.search("去年|上年|原来|原有|前一年", question) or (later and patterns.search("现有|现在|目前|今年", question)):
        return False
    if not later and patterns.search("今年|本年|现在|目前", question):
        return True
    return stay_out("asked of which time")
