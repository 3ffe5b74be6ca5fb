"""What finding an entry of the page table costs with a TLB beside the table in memory: the time of the TLB if it hits, that of the table if it does not
(Tanenbaum, Modern Operating Systems, problems on memory management: 100h + 500(1 - h) = 200).
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.os._clauses import SHARE, TIME, to_nanoseconds
from engine.generators.os._topic import Topic
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out, to_share

_TLB = r"(?:快表|TLB|联想(?:寄存器|存储器)|相联(?:存储器|寄存器)|转换检测缓冲区)"
_LOOK = r"(?:查询|查找|查|读取?|检索|访问)"
_COSTS = r"(?:的)?(?:时间|开销|一次)*(?:要花|需要?花?|花费?|要|为|是)+"
_MEAN = r"(?:有效(?:访问)?|平均(?:访问|查找|查询)?)(?:的)?(?:时间|开销)"
_WORDS = "在 某 页式 分页 系统 计算机 中 存放 了 最活跃的 最活跃 活跃 的 页表项 页表 并且 并 将 把 全部 都 存储 保存 放 主存 内存 中 当 时 问 则 求 假设 若 为了 减少 这 开销 使用 采用 有 它"


_TRANSLATION = r"(?:查找|查询|检索|查)(?:一个)?页表项(?:的|所需的?|需要的)*(?:平均|有效)(?:的)?时间|地址(?:变换|转换)(?:的|所需的?|需要的)*(?:平均|有效)(?:的)?时间|(?:平均|有效)(?:的)?地址(?:变换|转换)(?:的)?时间"


def of_accesses(recogniser: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """The reader for problems about the time of a whole access, kept from those about the translation of the address alone."""

    def recognise(text: str) -> Recognition | None:
        if patterns.search(_TRANSLATION, text):
            stay_out("the time of the translation alone")
        return recogniser(text)

    return recognise


def recognise_lookup(text: str) -> Recognition | None:
    """The mean of both times, or the hit ratio for a mean; None: another problem."""
    reading = Topic(text)
    if not reading.has(_TLB):
        return None
    tlb = reading.take_one(rf"{_LOOK}(?:一次)?{_TLB}{_COSTS}\s*(?P<value>{TIME})", to_nanoseconds)
    table = reading.take_one(
        (
            rf"{_LOOK}(?:一次)?(?:主存|内存)?(?:中|里)?(?:的)?页表(?:项)?{_COSTS}\s*(?P<value>{TIME})",
            rf"从(?:内存|主存)?(?:中|里)?(?:的)?页表(?:中|里)?{_LOOK}(?:一个字|一项|一个表项|一个页表项){_COSTS}\s*(?P<value>{TIME})",
        ),
        to_nanoseconds,
    )
    wanted = reading.take_one(rf"{_MEAN}(?:降到|降为|减少到|达到|为|是|等于)+\s*(?P<value>{TIME})", to_nanoseconds)
    hit = reading.take_one(rf"(?:{_TLB})?(?:的)?命中率(?:为|是|达到)+\s*(?P<value>{SHARE})", to_share)
    asked = reading.ask(
        (
            (rf"{_MEAN}(?:是|为)?(?:多长|多少|多久|几)?", "mean"),
            (rf"(?:{_TLB})?(?:的)?命中率(?:应|要|需|至少)*(?:为|是|达到)?(?:多少|几)(?:时)?", "hit"),
        )
    )
    reading.refuse("缺页|访存|级|字的时间")
    reading.take_all(_TLB)
    reading.finish(_WORDS)
    if tlb is None or table is None or len(asked) != 1 or not tlb < table:
        return None
    if (asked == ["mean"]) != (hit is not None and wanted is None) or (asked == ["hit"]) != (wanted is not None and hit is None):
        return None
    if wanted is not None and not tlb < wanted < table:
        return None
    return Recognition(
        parameters={
            "lookup": [str(tlb), str(table)],
            "hit": str(hit) if hit is not None else "",
            "wanted": str(wanted) if wanted is not None else "",
        },
        understood=(
            ("查快表", f"{decimal(tlb)} ns"),
            ("查内存中的页表", f"{decimal(table)} ns"),
            ("命中率", f"{decimal(hit * 100)}%") if hit is not None else ("平均", f"{decimal(wanted or Fraction(0))} ns"),
        ),
    )


def solve_lookup(parameters: Parameters) -> Solution:
    """Either from the other."""
    tlb, table = (Fraction(value) for value in parameters["lookup"])
    shown = (decimal(tlb), decimal(table))
    conventions = ("所求为查到页表项的时间：命中时只花查快表的时间，未命中时花查页表的时间",)
    if parameters["hit"]:
        hit = Fraction(parameters["hit"])
        mean = hit * tlb + (1 - hit) * table
        return Solution(
            answer=f"{decimal(mean)} ns",
            steps=f"{decimal(hit)} × {shown[0]} + (1 − {decimal(hit)}) × {shown[1]} = {decimal(mean)} ns。",
            conventions=conventions,
        )
    wanted = Fraction(parameters["wanted"])
    hit = (table - wanted) / (table - tlb)
    return Solution(
        answer=f"{decimal(hit * 100)}%",
        also=(decimal(hit),),
        steps=f"设命中率为 h：{shown[0]}h + {shown[1]}(1 − h) = {decimal(wanted)}，h = ({shown[1]} − {decimal(wanted)}) / ({shown[1]} − {shown[0]}) = {decimal(hit * 100)}%。",
        conventions=conventions,
    )
