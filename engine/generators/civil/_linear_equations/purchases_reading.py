"""Lists of so many of each with what they come to (`3 支签字笔、7 支圆珠笔和 1 支铅笔共 32 元`), and another list asked for.

What one of each comes to is unknown; a list is a sum of them. The things are called as the text calls them.
"""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._linear_equations.answering import answered, unknowns_are_possible
from engine.generators.civil._linear_equations.wording import clauses_of
from engine.generators.civil._problems.relations import Quantity, Relations, number, times, total, unknown
from engine.generators.civil._problems.relations_working import Wording
from engine.generators.civil._problems.wording import COUNTERS
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_COUNT = r"(?:\d+|[一两二三四五六七八九十])"
_COUNTER = rf"(?:{COUNTERS}|[名位头只套])"
_NAME = r"[^\d,;。?!、和与及跟共花需用付重卖得的各一两单有装运多买则]{1,6}"
_ITEM = rf"{_COUNT}{_COUNTER}(?:同样|相同|这样|同种)?的?{_NAME}"
_LIST = rf"{_ITEM}(?:(?:[、和与及跟]|,(?=买|{_COUNT}{_COUNTER}{_NAME}[,、和共]))(?:买了?|购买了?)?{_ITEM})*"
_EACH = rf"(?:(?:同样|相同)?的?{_NAME}(?:[、和与及]{_NAME})+|[三两3]种[\u4e00-\u9fff]{{0,3}}|每种)各?(?:买|购买|要|选)?{_COUNT}{_COUNTER}"
_SUM = "(?:一共|总共|共计|合计|共)?"
_PURCHASE = re.compile(
    rf"(?P<list>{_LIST}|{_EACH}),?则?{_SUM}(?:需要?|要|花费?|用|付|支付|卖|重|价格|售价|得|应付)*(?:去|了)?{_SUM}(?:为|是)?(?P<value>\d+(?:\.\d+)?|多少)(?P<unit>元|钱|千克|吨|克|角)钱?"
)
_PARTS = re.compile(rf"(?P<count>{_COUNT}){_COUNTER}(?:同样|相同|这样|同种)?的?(?P<name>{_NAME})")
_OTHERWISE = re.compile(r"[折优惠券%倍半比多少剩找退送赠免每均余涨降便宜原批按超满除不没无非若干另再又先后最利润/\d甲乙丙丁]|其中|打包")
_LEADS = re.compile("有?[甲乙丙丁、]+[两三四23]种[\u4e00-\u9fff]{2}|如果|若|超市|需要|优质|(?<=[,。])乙|甲|丙|小.|一共|为了")


def read_purchases(text: str) -> Recognition | None:
    """What the list asked for comes to; None where there are not two lists.

    Raises:
        StayOut: something else is told, or it does not follow.
    """
    said = patterns.sub(rf"([甲乙丙丁])({_COUNT}{_COUNTER})", r"\2\1", ",".join(clauses_of(text)))
    found = list(_PURCHASE.finditer(said))
    names = list(dict.fromkeys(item["name"] for each in found for item in _PARTS.finditer(each["list"])))
    if len(found) < 3 or len(names) < 2:
        return None
    if (otherwise := _OTHERWISE.search(_LEADS.sub("", _PURCHASE.sub("", said)))) is not None:
        stay_out(f"{otherwise[0]} beside the lists")
    if any(one != other and one in other for one in names for other in names):
        stay_out(f"one in another: {names}")
    if len({each["unit"].replace("钱", "元") for each in found}) != 1:
        stay_out("units")
    unit = found[0]["unit"].replace("钱", "元")
    relations = Relations()
    asked: list[tuple[list[str], list[Quantity], str]] = []
    for each in found:
        comes_to = _comes_to(each["list"], names)
        if each["value"] == "多少":
            asked.append(([""], [comes_to], unit))
        else:
            relations.equal(comes_to, number(each["value"]))
    if len(asked) != 1:
        stay_out("what is asked")
    unknowns_are_possible(relations, unit)
    return answered(relations, asked, Wording(name=lambda name: f"每{name}", unit=lambda name: (Fraction(1), unit)))


def _comes_to(said: str, names: list[str]) -> Quantity:
    """What a list comes to; `三种各一件` is one of each.

    Raises:
        StayOut: it names what no other list has.
    """
    items = [(item["name"], item["count"]) for item in _PARTS.finditer(said)]
    if not items:
        count = patterns.findall(_COUNT, patterns.sub("^[三两3]种", "", said))[-1]
        meant = [name for name in names if name in said] or names
        if len(patterns.split("[、和与及]", said)) not in (1, len(meant)):
            stay_out(f"other names: {said}")
        items = [(name, count) for name in meant]
    return total(*(times(int(count) if count.isdigit() else to_int(count), unknown(name)) for name, count in items))
