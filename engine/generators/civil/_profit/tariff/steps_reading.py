"""What is paid by steps, of whatever: every part of an amount at its own rate, as a price for a unit, a share or a discount.

`不超过 800 元的不纳税，超过 800 元不超过 4000 元的部分纳税 10%` and `12 吨以内每吨 2 元，超过的部分每吨 3 元` are one thing: a row of parts with
rates. Two of the three that a bill has (the steps, the amount, what is paid) tell the third; what pays and for what are open words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from engine.generators import patterns
from engine.generators.civil._problems.reduced import opened
from engine.generators.civil._problems.relations import recognition
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_N = r"\d+(?:\.\d+)?"
_UNIT = r"(?:立方米|千瓦时|千米|千克|小时|分钟|吨|度|方|件|张|页|克|元|[MG]B|[MG])"
_NONE = r"不(?:需要?|用|必|予)?(?:缴|交|纳|征|收|享受|打)?(?:税|费|折|优惠)|免(?:税|征|费|收)|按?原价|没有?优惠|无优惠"
_RATE = (
    rf"(?:每{_UNIT}(?:的)?[^,;。\d%折]{{0,6}}(?P<price>{_N})元|[^,;。\d%折]{{0,8}}?(?P<price2>{_N})元(?:/|每|[一1]){_UNIT}|"
    rf"[^,;。\d%折]{{0,8}}?(?P<share>{_N})%(?:的税率?|的税费|征税|纳税|计税)?|[^,;。\d%折]{{0,8}}?(?P<fold>{_N})折(?:优惠)?|[^,;。\d%折]{{0,4}}?(?P<none>{_NONE}))"
)
_OF_IT = r"(?:的)?(?:这)?(?P<part>部分)?(?:的)?,?"
_STEPS = (
    re.compile(rf"(?:超过|超出|高于|大于)?(?P<low>{_N}){_UNIT}?(?:以上)?(?:但|而|且|,)*(?:至|到|~|-|—|不超过|未超过)+(?P<high>{_N})(?P<unit>{_UNIT})(?:以内|以下)?(?:\(含[^()]{{0,8}}\))?{_OF_IT}{_RATE}"),
    re.compile(rf"(?:不超过|未超过|不足|低于|在)(?P<high>{_N})(?P<unit>{_UNIT})(?:以内|以下|之内|内)?(?:\(含[^()]{{0,8}}\))?{_OF_IT}{_RATE}"),
    re.compile(rf"(?P<high>{_N})(?P<unit>{_UNIT})(?:及以下|以内|以下|之内|内)(?:\(含[^()]{{0,8}}\))?{_OF_IT}{_RATE}"),
    re.compile(rf"(?:超过|超出|高于|大于)(?P<low>{_N})?(?P<unit>{_UNIT})?(?:以上)?{_OF_IT}{_RATE}"),
    re.compile(rf"(?P<low>{_N})(?P<unit>{_UNIT})以上{_OF_IT}{_RATE}"),
)  # fmt: skip
_PAYS = r"(?:纳税|交税|缴税|税款|税费|税|付款?|支付|交|缴纳?|花费?|[水电气车话运]费|费用)"
_CLOSED = re.compile(
    r"[不没无未非否除只仅但却每各另再又先后前早晚减增半比差倍若假占最至止必须禁止允许满赠送返免券红租息存贷抵扣折税率%\d两三四五六七八九]|[甲乙丙]|平均|分别|优惠"
)


@dataclass(frozen=True, slots=True)
class _Step:
    """A part of the amount, and what is paid for a unit of it."""

    low: Fraction
    high: Fraction | None
    rate: Fraction


def _steps(plain: str) -> tuple[list[_Step], str, str, str]:
    """The steps, their unit, in what they are told, and the text without them."""
    found: list[tuple[re.Match[str], int]] = []
    place = 0
    while place < len(plain):
        matches = [(match, order) for order, pattern in enumerate(_STEPS) if (match := pattern.match(plain, place)) is not None]
        if matches:
            best = max(matches, key=lambda pair: pair[0].end())
            found.append(best)
            place = best[0].end()
        else:
            place += 1
    if len(found) < 2:
        return [], "", "", plain
    steps: list[_Step] = []
    units, told = set(), set()
    rest = plain
    for match, order in found:
        groups = match.groupdict()
        low = Fraction(groups["low"]) if groups.get("low") else (steps[-1].high or stay_out("beyond what")) if order > 2 else Fraction(0)
        high = Fraction(groups["high"]) if groups.get("high") else None
        if groups.get("unit"):
            units.add(groups["unit"])
        kind = next(name for name in ("price", "price2", "share", "fold", "none") if groups.get(name))
        value = Fraction(1) if kind == "none" else Fraction(groups[kind])
        if kind != "none":
            told.add(kind.rstrip("2"))
        if low and kind in ("share", "fold") and not groups["part"]:
            stay_out("a rate of all, or of a part")
        steps.append(_Step(low, high, value if kind != "none" else Fraction(-1)))
        rest = rest.replace(match[0], "□", 1)
    if len(units) != 1 or len(told) != 1:
        stay_out("steps of one kind")
    kind = told.pop()
    free = Fraction(1) if kind == "fold" else Fraction(0)
    scale = {"price": Fraction(1), "share": Fraction(1, 100), "fold": Fraction(1, 10)}[kind]
    rows = [_Step(step.low, step.high, free if step.rate < 0 else step.rate * scale) for step in steps]
    for one, other in pairwise(rows):
        if one.high != other.low or one.high is None:
            stay_out("steps with a gap")
    if rows[0].low != 0 or rows[-1].high is not None:
        stay_out("steps without an end")
    return rows, units.pop(), kind, rest


def _paid(steps: list[_Step], amount: Fraction) -> Fraction:
    return sum(
        (step.rate * (min(amount, step.high if step.high is not None else amount) - step.low) for step in steps if amount > step.low),
        Fraction(0),
    )


def _amount(steps: list[_Step], paid: Fraction) -> Fraction:
    for step in steps:
        before = _paid(steps, step.low)
        if step.rate and paid > before and (step.high is None or paid <= _paid(steps, step.high)):
            return step.low + (paid - before) / step.rate
    stay_out("no such amount")


def read_steps(text: str) -> Recognition | None:
    """A bill by steps: what is paid for an amount, or for how much so much is paid.

    Raises:
        StayOut: the steps have gaps, or more is told than one bill.
    """
    plain = patterns.sub(r"\s+|[“”\"]", "", opened(text))
    steps, unit, kind, rest = _steps(plain)
    if not steps:
        return None
    if found := patterns.search("税后|实得|实发|到手|还剩|节省|节约了|少付|多付|便宜|平均|返|再打", rest):
        stay_out(found[0])
    facts = list(patterns.finditer(rf"(?P<value>{_N})(?P<unit>{_UNIT})", rest))
    asks = list(patterns.finditer(rf"多少(?P<unit>{_UNIT}|钱)?", rest))
    if len(facts) != 1 or len(asks) != 1:
        stay_out("one bill")
    fact, ask = facts[0], asks[0]

    def pays(at: re.Match[str]) -> bool:
        clause = patterns.split("[,;。?]", rest[: at.start()])[-1]
        return patterns.search(rf"{_PAYS}[^,;。]{{0,6}}$", clause) is not None

    told_paid = fact["unit"] == "元" and (unit != "元" or pays(fact))
    asked_paid = (ask["unit"] in ("元", "钱", None)) and (unit != "元" or pays(ask)) and (ask["unit"] is not None or pays(ask))
    if told_paid == asked_paid or (not told_paid and fact["unit"] != unit) or (told_paid and ask["unit"] not in (unit, None)):
        stay_out("what is told, and what is asked")
    left = rest[: fact.start()] + rest[fact.end() : ask.start()] + rest[ask.end() :]
    left = patterns.sub(
        r"\(\d\)|假设|假定|每(?:户|家|人)?每?(?:月|年|次|天)|一(?=部|户|个|次|篇|张|位)|本月|上个?月|[下某]个?月|\d{1,2}月份?|[纳交缴]税|税款|税费|税额|税后?收入|不足|方[法式案]|标准|(?<=□)[,;。]|分段|阶梯|超额|"
        + _PAYS,
        "",
        left,
    )
    if found := _CLOSED.search(left):
        stay_out(f"{found[0]} in {left}")
    value = Fraction(fact["value"])
    answer = _paid(steps, value) if asked_paid else _amount(steps, value)
    lines = [
        f"{decimal(step.low)} {unit}{'以上' if step.high is None else f'到 {decimal(step.high)} {unit}'}的部分{'按' if kind != 'price' else f'每{unit}'} {decimal(step.rate, 4)}{' 元' if kind == 'price' else ''}"
        for step in steps
    ]
    lines.append(f"{'付' if told_paid else '共'} {decimal(value, 4)} {fact['unit']}")
    parts = []
    amount = value if asked_paid else answer
    for step in steps:
        if amount > step.low:
            upper = amount if step.high is None else min(amount, step.high)
            parts.append(f"{decimal(step.rate, 4)} × ({decimal(upper, 4)} − {decimal(step.low)})")
    working = [f"{' + '.join(parts)} = {decimal(value if told_paid else answer, 4)}"]
    return recognition(lines, [(ask.start(), answer, "元" if asked_paid else unit)], {}, working=working)
