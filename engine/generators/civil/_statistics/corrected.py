"""Figures that a text tells and then corrects: nobody here counts them anew."""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.civil._statistics.printed import unwrapped
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_CORRECTED = re.compile(
    r"上修|下修|修正(?!案)|修订(?!数|后?的?数据|版)|更正|重复(?:统计|计算|计入)|[多少漏误错]算|[多少漏误错]报(?!刊|纸|道)|虚报|瞒报|[误错]计入|改计入|(?<!加计)扣除(?!价格|物价|非?经常)|"
    r"[若假如][^,，;；。]{0,6}(?:剔除|扣除|去掉)|(?:去掉|除去)最|"
    r"(?:^|[,，;；。\n])\s*(?:若|如果|假如|假设)(?:(?!保持|[按照以仍]|不变|相同|一样|延续|维持|继续|均为|[每][年月])[^,，;；。?？\d]){2,14}[,，;；。]|"
    r"单位(?:投资|产值|利润|销售|成交)额|口径[^,，;；。]{0,4}(?:有|变|调整(?!后)|不同|不一)"
)

_ABOUT_FIGURES = re.compile(
    r"(?:上述|上面|以上|该|此|这里|这个|这些|公布|原)的?(?:数据?|数字|数值|统计数?|基数|结果)(?!来源|显示|表明|分析)[^,，;；。]{0,12}(?:[多少漏含调按偏虚]|[不未没])"
    r"|实际(?:完成)?数(?!量|额)|公布数|追溯|[新旧原]口径|结转|一次性|归入|退回|撤销|划[出入]|并入|转[入出](?!口)|(?:不|未|没有?)再?(?:计入|纳入|统计|算入|算在|列入)|不计(?=[,，;；。])"
    r"|不在[^,，;；。]{0,6}(?:范围|之[内列])|漏[了掉]|[多漏](?:计|报(?!刊|纸|道))了?|带走|基数[^,，;；。]{0,6}(?:减|增加|调|变|改)"
)
"""What a clause says of the figures themselves: they are other than told."""
_HAPPENS = re.compile(
    r"(?:^|[,，;；。])\s*(?:(?:若|如果)再|先(?!进|天|锋)|后来|实际(?:只|仅|少|多)|平均每[人户]多|又有|另外?还?有)[^,，;；。?？\d]{0,6}\d|重复的"
)
_KEPT = re.compile(
    r"(?:利润|毛利)率[^,，;；。?？\d]{0,6}(?:不变|与[^,，;；。?？]{1,6}(?:相同|一样|持平))|(?:保持|维持)[^,，;；。?？\d]{0,8}(?:利润|毛利)率"
)
"""A rate of profit that is kept: the price follows from the cost, not from a growth of its own."""
_GROWS_MORE = re.compile(r"^(?![\s\S]*(?:新增|增加|增量))[\s\S]*?(?P<more>(?:同比|比[^,;。\d]{1,6})[多少]增[^\d,;。]{0,2}\d)")
"""`贷款余额 5200 亿元，同比多增 300 亿元`: its increase was larger, not the balance, where nothing says that an increase is told."""
_CHANCE = re.compile(r"概率|几率|可能性[^,，。]{0,4}(?:多少|几分之几|多大)")
_YEAR = re.compile(r"\d{4}\s*年|同比|环比|[上今去本]年")


_NUMBERED = re.compile(r"(?:^|(?<=[\s,，;；。:：?？!]))[(（]\s*(\d)\s*[)）]")
_ASKED = re.compile(r"^\s*(?:试|请)*(?:求|问|计算)|多少|几(?![乎何])|[?？]")


def _all_said(text: str, found: Recognition) -> None:
    """Every numbered question has its answer, and each its own.

    Raises:
        StayOut: one has none, or two have the same: a word of one of them was passed over.
    """
    parts = _NUMBERED.split(text)
    asked = [part for number, part in zip(parts[1::2], parts[2::2], strict=True) if _ASKED.search(part)]
    if len(asked) < 2:
        return
    questions = found.parameters.get("questions") or [found.parameters]
    answers = [tuple(answer[:2]) for each in questions for answer in each.get("answers", ())]
    if answers and (len(answers) < len(asked) or len(set(answers)) < len(answers)):
        stay_out("a question passed over")


def as_told(recognise: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A recogniser of texts whose figures stand as they are told."""

    def uncorrected(text: str) -> Recognition | None:
        text = patterns.sub(r"(?<![\d.])([1-9])\s?成(?![立员为分本交品功长型效份都绩])", r"\g<1>0%", text)
        if found := _CORRECTED.search(patterns.sub(r"[(（](?:已|均)?扣除[^()（）]{2,20}[)）]", "", text)):
            stay_out(f"figures that are corrected: {found[0]}")
        if found := _ABOUT_FIGURES.search(patterns.sub(r"[(（][^()（）\d]{2,30}[)）]", "", text)):
            stay_out(f"figures that are corrected: {found[0]}")
        if found := _GROWS_MORE.search(text):
            stay_out(f"an increase beside that of the year before: {found[0]}")
        if found := _KEPT.search(text):
            stay_out(f"more than growth: {found[0]}")
        if _CHANCE.search(text) and not _YEAR.search(text):
            stay_out("a chance, not a figure of statistics")
        if found := _HAPPENS.search(text):
            stay_out(f"something happens that changes figures: {found[0]}")
        found_all = recognise(unwrapped(text))
        if found_all is not None:
            _all_said(text, found_all)
        return found_all

    return uncorrected
