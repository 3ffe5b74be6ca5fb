"""A reference string run through policies of replacement, told in whatever words: the row of numbers is the string, a number of frames is the
frames, and a policy's name the policy.
"""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.os._general.account import NUMBER, Account, Asked
from engine.generators.reading import SEQUENCE, stay_out, to_int, to_ints

_POLICIES = (
    (r"最近最久未(?:被)?(?:使用|访问|用)(?:过)?|最近最少(?:被)?(?:使用|访问)|最久未(?:被)?(?:使用|访问)|LRU", "LRU"),
    (r"先进先出|先入先出|先来先出|FIFO", "FIFO"),
    (r"(?:最佳|最优|理想)(?:型|页面)*(?:置换|淘汰|替换)(?=算法|策略|法|、|,|和|与|时|的|\(|$)", "OPT"),
    (r"(?:最佳|最优|理想)(?:型|页面)?(?=置换|淘汰|替换|算法|策略|\(|、|和|与|,)|OPT(?:IMAL)?", "OPT"),
    (r"(?:简单|基本)的?(?:CLOCK|时钟)|(?<!改进型)(?<!改进的)(?<!改进)(?<!增强型)(?<!增强)(?:CLOCK|时钟)(?!周期|中断|频率)", "CLOCK"),
)
_FRAME = r"(?:物理块|内存块|主存块|存储块|存储器块|页框|页帧|页架|物理页面|物理页|物理帧|实页|帧|块)"
_HELD = r"(?:内存|主存|物理内存)"
_OUT = r"(?:淘汰|换出|置换|替换|调出)"
_FAULT = r"(?:缺页|页面?失效|页面?故障|失页|页面?中断|page\s*faults?)(?:中断|异常|错误)?"
_MANY = r"(?:多少|几)"
_COUNTED = r"(?:次数|总数|数目|数量|数)"
_RATE = r"(?:率|比率|比例|概率)"
_START = r"(?:一?开始|初始|最初|起初|开头|刚开始|起始|此前|运行前)"
_QUESTIONS = (
    Asked(
        name="final",
        needs=(
            r"最后|最终|(?:访问|运行|执行)?(?:完毕?|结束)(?:时|之?后)?",
            rf"{_HELD}|{_FRAME}|驻留|\ue000",
            r"(?:各|分别)*(?:是|存放?|放|装|有|留|驻留)*(?:的|着|了)?(?:是)?(?:哪|什么|页面?号?(?:是|为)?(?:多少|几|什么))(?:[一几二三四五\d]?个?)?(?:页面?)?(?:号)?",
        ),
        unless=rf"{_FAULT}|{_OUT}|命中",
    ),
    Asked(
        name="evicted",
        needs=(rf"(?:被|所)?{_OUT}(?!算法|策略|法)(?:的)?页面?号?", r"依次|先后|顺序|次序|序列|哪些"),
        unless=rf"{_FAULT}|命中|第|首次|最先|下一|次数|几次|多少次",
    ),
    Asked(name="hit-rate", needs=(rf"命中(?:的)?{_RATE}",)),
    Asked(name="rate", needs=(rf"{_FAULT}(?:的)?{_RATE}",)),
    Asked(name="hits", needs=(r"命中", rf"{_COUNTED}|{_MANY}次"), unless=rf"{_FAULT}|{_OUT}(?!算法)"),
    Asked(name="replacements", needs=(rf"(?:页面)?{_OUT}(?!算法|策略|法)(?:页面?)?", rf"{_COUNTED}|{_MANY}(?:次|页)"), unless=rf"{_FAULT}|命中"),
    Asked(name="faults", needs=(rf"{_FAULT}|缺(?={_MANY}次)", rf"{_COUNTED}|{_MANY}(?:次|回)页?|次{_FAULT}"), unless=r"命中|时间"),
)  # fmt: skip
_ABOUT = (
    rf"(?:页面?)?{_OUT}(?:算法|策略|法)|算法|策略|\ue000+|进程|作业|程序|系统|运行|执行|访问|过程|上述|该|其|会|发生|产生|出现|引起|页面?|算"
    r"|序列|走向|调度|(?<!平)均|情况|在|下|时|内|中|采用|使用|用|按|三种|两种|二者|两者|种|整个|全部|所|到|从|它|期间"
)
_TERMS = rf"{_FAULT}|{_OUT}|命中|队列|栈|驻留|页表|快表|TLB|内存|主存|{_FRAME}|磁盘|地址"
_FOREIGN = (
    r"改进|增强|二次|NRU|LFU|MFU|MRU|PBA|老化|未用|预调|预取|TLB|快表|工作集|最近访问|最不常用|最少使用次数|随机|地址|KB|字节|缓冲|修改位|脏|写回|"
    r"共享|全局|锁定|命中时指针|驻留集|抖动|时间片"
)


def recognise_replacing(text: str) -> Recognition | None:
    """Faults, replacements, hits and their rates; None: another problem."""
    account = Account(text)
    references = _string(account)
    if references is None:
        return None
    clock = _about_the_clock(account)
    policies = account.take_words(_POLICIES)
    if not policies or (clock and "CLOCK" not in policies):
        return None
    if len(account.parts) > 1 and any(
        patterns.search(pattern, account.text[account.parts[0] :], re.IGNORECASE) for pattern, _ in _POLICIES
    ):
        stay_out("parts of their own")
    frames = _frames(account)
    account.take_all(
        rf"[(,]?(?:其中)?(?:第一次|首次|初次|最初|{_START})?(?:的)?(?:几次)?(?:页面?)?(?:装入|调入|载入|装载)(?:空)?(?:页框|物理块|页面?|内存)?(?:时)?(?:的)?(?:情况)?(?:也|都|均|亦)*(?:要|应|须)?(?:算|计|记|视)(?:作|为|入|是)?(?:一次)?(?:缺页|页故障)(?:中断)?(?:次数)?\)?",
        rf"[(,]?(?:所有|全部|{_HELD}|{_FRAME}|\d个|各|该|中|\ue000|里|在|时|{_START}|进程|作业|的|,)*{_START}(?:时|状态|所有|全部|这些|各|{_HELD}|{_FRAME}|中|里|个|\d|三|四|五|的)*(?:全部?|都|均)*(?:为|是|处于)?空(?:的|闲|白|着|状态)*\)?",
        rf"[(,]?{_START}(?:时)?(?:,)?(?:各|所有|全部|{_HELD}|{_FRAME}|页面?|中|里|内|在)*(?:都|均|全|还|尚)*(?:没有|无|不在|未)(?:装入|调入|在)?(?:{_HELD}|任何|中|一个)*(?:页面?)?(?:装入|调入)?(?:{_HELD})?(?=[,;。)(]|$)\)?",
    )
    account.take_all(r"(?<=\ue000)\s*\(0(?:[、,]\s*[1-9]){1,6}(?:号)?\)")  # the numbers of the frames
    excluded = account.take(
        r"[(,]?(?:不计|不算|不包括|不含|不统计|不考虑|除去)(?:最初|初始|首次|第一次|初次|开始|前面)?(?:的)?(?:几次)?(?:装入|调入|载入)(?:空闲?)?(?:页框|物理块|页面?|内存)?(?:时)?(?:的)?(?:几次)?(?:缺页|中断)*\)?"
    )
    asked = list(dict.fromkeys(name for _, name in account.ask(_QUESTIONS, _TERMS, _ABOUT)))
    account.pass_over(
        rf"(?:页面?)?{_OUT}(?:算法|策略|法|次序)?|(?:分别|如果|若)?(?:系统)?(?:采用|使用|用|按|在|换用|改用)|分别|如果|若|三种|两种|(?:如|以)下(?:几|三|两|四)?种?|固定分配|局部(?:置换|淘汰)|请求(?:分页|调页|页式)|虚拟存储器?|(?:访问|引用|请求|给出)(?:的)?(?:次序|顺序)?|(?:依次|先后)(?=[^,;。]{{0,12}}\ue000)|一(?:进程|作业|程序|系统)"
    )
    account.finish(_FOREIGN, rf"{_TERMS}|页|访问|引用|序列|走向|框|进程|作业|分配")
    if not asked or frames is None or not all(1 <= count <= 12 for count in frames) or excluded:
        return None
    if "OPT" in policies and {"final", "evicted"} & set(asked):
        return None  # which of several pages that are not needed again goes is not said
    if len(frames) > 1 and len(policies) > 1 and "faults" not in asked:
        return None
    return Recognition(
        parameters={"algorithms": policies, "references": list(references), "asked": asked, "count_initial": True, "frames": list(frames)},
        understood=(
            ("页框数", listed(frames, "、")),
            ("算法", "、".join(policies)),
            ("访问序列", f"{listed(references)}（共 {len(references)} 次）"),
        ),
    )


def _string(account: Account) -> tuple[int, ...] | None:
    """The row of numbers, struck out; None where there is none.

    Raises:
        StayOut: there are two, or something besides a number stands in it.
    """
    found = [match for match in patterns.finditer(SEQUENCE, account.rest) if len(to_ints(match[0])) >= 6]
    if len(found) > 1:
        stay_out("two rows of numbers")
    if not found:
        return None
    if patterns.match(r"\s*[,、]?\s*(?:\d*[A-Za-z(]|\.|…)", account.rest[found[0].end() :]) and not patterns.match(
        r"\s*\(\s*[1-9]\s*\)|\s*,?\s*[(,]?\s*(?:FIFO|LRU|OPT|CLOCK)", account.rest[found[0].end() :]
    ):
        stay_out("a row that goes on")
    account.strike(*found[0].span())
    return to_ints(found[0][0])


def _frames(account: Account) -> tuple[int, ...] | None:
    """How many frames; several where they are cases of one question. None where it is not said.

    Raises:
        StayOut: numbers of frames that are said of different things.
    """
    joined = rf"(?P<value>{NUMBER}(?:\s*[个块]?\s*(?:和|与|、|或)\s*{NUMBER})?)"
    matches = account.take_all(
        rf"(?<![第\d.])(?:(?:分配|固定|共|只|仅|给|有|分得|拥有|占|占用|最多|可用)+(?:了)?)?\s*{joined}\s*个?(?:空闲?的?|可用的?|固定的?)?\s*(?:{_HELD}(?:的)?)?{_FRAME}(?:{_HELD})?(?!号)(?:时)?",
        rf"(?:{_HELD}(?:的)?)?{_FRAME}(?:的)?(?:个数|数目|数量|总数|数)?\s*(?:分别|固定)?(?:为|是|=|:|有|取|共)*\s*{joined}(?!\s*[,、]?\s*\d)\s*[个块]?(?:时)?",
        rf"{_HELD}(?:中|里)?(?:只|仅|共|可|最多)?(?:能|容纳|存放|装|放|分配|给)*(?:了)?\s*{joined}\s*个?页(?:面)?",
    )
    values = [tuple(to_int(part) for part in patterns.findall(NUMBER, match["value"])) for match in matches]
    if len(set(values)) > 1:
        stay_out(f"frames: {values}")
    return values[0] if values else None


_CLOCK_WORDS = r"访问位|使用位|引用位|指针|扫描"
_CLOCK_RULES = (
    r"(?:新?页面?)?(?:装入|调入|载入|换入)(?:新?页面?)?(?:时|后)?(?:[或和与、/]|及|也|都)*(?:再?(?:次)?(?:被)?(?:命中|访问|引用))?(?:时|后)?(?:都|均|就|,|其|该页)*(?:把|将)?(?:访问位|使用位|引用位)?(?:都|均)*(?:置|设)(?:为)?1",
    r"(?:页面?)?(?:再次)?(?:被)?命中(?:时|后)?(?:,)?(?:也|都|均|只|仅|则)*(?:把|将)?(?:访问位|使用位|引用位)?(?:也|都|均|只|仅|则)*(?:置|设)(?:访问位|使用位|引用位)?(?:为)?1",
    r"(?:时)?(?:,)?指针(?:保持)?不(?:动|移动?|变)",
    r"(?:指针)?(?:扫描|寻找|查找)?(?:时|到|过程中)?(?:,)?(?:若)?(?:遇到?|碰到|为)(?:访问位|使用位|引用位)?(?:为)?1(?:的(?:页面?|页框)?)?(?:时|则)?(?:就|,|把|将|其)*(?:清|置|改)(?:为)?(?:0|零)(?:后|并|再|,)*(?:继续|指针)?(?:前进|前移|后移|往下|下移|向前|扫描|移动)*",
    r"(?:遇到?|碰到)?(?:访问位|使用位)?(?:为)?0(?:的)?(?:页面?)?(?:则|就|时)?(?:淘汰|替换|置换)(?:之|它)?",
    rf"(?:每次)?(?:{_OUT}|装入|调入|[/或和、])+(?:新?页面?)?(?:之?后)?(?:,)?指针(?:随后|随即|则|就)?(?:指向|移到|移至|停在)(?:刚|被)?(?:{_OUT}|装入)?(?:的)?(?:页框|位置)?(?:的)?下一个?(?:页框|框|帧|块|位置)?",
    r"指针(?:随后|随即|然后|则|就|再)?(?:指向|移到|移至|停在|前移到)(?:的)?下一个?(?:页框|框|帧|块|位置)",
    r"指针(?:初始|最初|开始)?(?:时)?(?:从|指向|在|指在)第?(?:0号|一个|1个|首个|0)(?:页框|框|帧|块)?(?:开始|处|出发)?",
    r"(?:\d个?)?(?:页框|框|帧)?(?:排|组织|构|连|围)成(?:一个)?(?:环|圈|循环队列|环形(?:队列)?)",
)


def _about_the_clock(account: Account) -> bool:
    """Whether the text says how the clock works, which must be how it is run; what it says is struck out."""
    if not account.has(_CLOCK_WORDS):
        return False
    account.take_all(*_CLOCK_RULES)
    account.take_all(r"(?<=\ue000)[(),;而并且则]+(?=\ue000)")
    account.refuse(_CLOCK_WORDS)
    return True
