"""Books' ways of saying that the service of a page fault takes longer where the replaced page was modified, brought into one wording."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.os._clauses import SHARE, TIME
from engine.generators.quantities import decimal

_FAULT = r"(?:缺页|页面?错误|页面?故障|页面?失效)(?:中断|异常)?"
_CHANGE = r"(?:置换|替换|淘汰|换出|换下)"
_PAGE = rf"(?:(?:被|所|要|需)*{_CHANGE}(?:出去)?(?:的|了)?(?:那个|那一个|一个)?(?:页面|页)|被{_CHANGE}者)"
_NOT = r"(?:从|还|并|都)?(?:没有?|未)(?:被|曾|经|有)*(?:修改|改动|写)(?:过)?"
_DONE = r"(?:是|已经|已|被|曾|都)*(?<!未)(?:修改|改动|写)过?"
_ONE = rf"{_CHANGE}(?:出去)?(?:的是|的|了|掉)?(?:一个|一张|某个)?"
_FREE = r"(?:有|存在)?(?:一个|一块)?(?:可用|空闲|空)?的?(?:空闲|空|可用)?的?(?:页框|页帧|帧|页面|页|物理块|内存块|存储块)(?:可用|空闲)?[,、]?(?:或者?是?|或)"
_CLEAN = rf"(?:{_FREE})?(?:{_PAGE}{_NOT}|{_ONE}{_NOT}的(?:页面|页))"
_DIRTY = rf"(?:{_PAGE}{_DONE}|{_ONE}{_DONE}的?(?:页面|页))"
_TAKES = (
    rf"(?:了|时|的话|的情况下)?[,，]?(?:则|那么|就)?(?:它|系统|其)?(?:处理|服务)?(?:这|该|此)?(?:一个|一次|1次)?(?:{_FAULT})?(?:的)?(?:处理|服务)?(?:时间)?"
    r"(?:因[^,;。\d]{0,24}而)?(?:仅|只|共|约|大约|需要?|要|得|花费?|用|耗时|为|是)*\s*"
)
_BOTH = re.compile(
    rf"(?:(?:处理|服务)(?:一个|一次|1次)?{_FAULT}(?:时)?[,:]?)?(?:若|如果|当|在|假如|要是)?{_CLEAN}{_TAKES}(?P<clean>{TIME})"
    rf"[,;。]?(?:而|但)?(?:若|如果|当|在|假如|要是)?{_DIRTY}{_TAKES}(?P<dirty>{TIME})"
)
_SHARE = re.compile(
    rf"{_PAGE}(?:中|里|当中)?(?:约|大约)?有?\s*(?P<one>{SHARE})\s*(?:的(?:页面?|概率|可能性?|机会))?(?:是|会|曾)?{_DONE}(?:的)?"
    rf"|(?:其中)?(?:约|大约|有)*\s*(?P<two>{SHARE})\s*(?:的)?{_PAGE}{_DONE}(?:的)?"
    rf"|{_PAGE}{_DONE}的(?:概率|可能性|比例)(?:为|是)?\s*(?P<three>{SHARE})"
)
# With every entry at hand, nothing is looked up in memory.
_AT_HAND = re.compile(
    r"(?:假设|设)?所有(?:要?访问的?)?(?:的)?页表项?(?:均|都|已)?(?:放|存)?在\s*(?:TLB|快表)\s*中[,;]?(?:且\s*(?:TLB|快表)\s*中(?:存储|存|记录)?有?页面?是否在(?:主存|内存)(?:中)?的(?:信息|标志))?"
)


def with_two_services(text: str) -> str:
    """The text with the two services of a page fault, and the share of modified pages, in the usual words; as it is where there are none."""
    both, share = _BOTH.search(text), _SHARE.search(text)
    if both is None or share is None:
        return text
    text = _SHARE.sub(lambda found: f"{found['one'] or found['two'] or found['three']}的被置换页是修改过的", text, count=1)
    text = _BOTH.sub(lambda found: f"缺页时被置换页未修改需{found['clean'].strip()},修改过需{found['dirty'].strip()}", text, count=1)
    return _AT_HAND.sub("页表在寄存器中", patterns.sub(rf"{_FAULT}(?=率|的?概率)", "缺页", text))


_FOUND = r"(?:快表|TLB|联想存储器|联想寄存器)(?:中|里)?(?:能|可以?)?(?:直接)?(?:检索|查找?|找|命中)到?(?:了)?(?:该|所需|CPU给出的?|要访问的?|相应的?)*(?:页号|页表项|页面?|页)?(?:时|的话)?"


def in_usual_terms(text: str) -> str:
    """The text with hits and misses by these names, per mille as per cent, and the two tables of paged segments as two levels."""
    text = patterns.sub(rf"(?:若|如果|当)?(?:不能|不可|未能|没有?能?|未)(?:够)?(?:在)?{_FOUND}[,，]", "快表未命中时", text)
    text = patterns.sub(rf"(?:若|如果|当)?(?:能|可以?|能够)(?:在)?{_FOUND}[,，]", "快表命中时", text)
    # `75%的页表引用发生在快表中`, `在快表中查找页表项所花时间为0`.
    text = patterns.sub(
        r"(?<=%)(?P<what>(?:的)?[^,，;；。\d%]{0,8}?)(?:发生|出现|命中)在(?P<where>快表|TLB|联想(?:存储器|寄存器))(?:中|里|上)?",
        r"\g<what>在\g<where>中找到",
        text,
    )
    text = patterns.sub(
        r"在(?P<where>快表|TLB|联想(?:存储器|寄存器))(?:中|里)?(?P<verb>查找|检索|查询|搜索)(?:一个)?(?:页表项|表项|页表)?(?:所)?(?:花费?|用|需|耗)的?时间",
        r"\g<where>\g<verb>时间",
        text,
    )
    if "有效" in text:  # the mean of the memory alone
        text = patterns.sub(r"平均((?:内存|主存)(?:访问|存取)时间)(?=(?:为|是)\s*\d)", r"\1", text)
    text = patterns.sub(r"(\d+(?:\.\d+)?)\s*‰", lambda found: f"{decimal(Fraction(found[1]) / 10, 6)}%", text)
    return patterns.sub(
        r"段页式(?:存储|虚拟存储)?(?:管理)?(?:的)?(?:系统|方式)?(?:中|里)?[,，]?(?:其|若|假设)?(?:段表(?:和|与|、|及)页表(?:均|都|全部|全)*(?:存?放|保存|存储|驻留)*在(?:内存|主存)(?:中|里)?)",
        "采用两级页表的系统中,页表放在内存中",
        text,
    )
