"""Reading problems about the mean time of an access by their quantities and their questions, each found for itself; see `access_model`."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.os._clauses import NUMBER, SHARE, TIME, to_nanoseconds
from engine.generators.os._inquiry import Inquiry
from engine.generators.os._tlb_access_time.access_model_words import (
    ACCESS,
    ASKED_FOR,
    LABELS,
    MEMORY,
    NO,
    QUESTIONS,
    ROLES,
    SAVE,
    TABLE,
    TLB,
    WORDS,
)
from engine.generators.os._tlb_access_time.fault_service_wording import in_usual_terms, with_two_services
from engine.generators.os._tlb_access_time.spelling import without_page_size, written_out
from engine.generators.quantities import decimal
from engine.generators.reading import to_int, to_share


def _named(text: str) -> str:
    """The text with each letter that stands for what is asked (`needs a time T1`, later `T1 is`) put where it is described."""
    for letter in dict.fromkeys(patterns.findall(r"(?<![A-Za-z])([Tt][\d₁₂]?)(?![A-Za-z\d])", text)):
        marks = list(patterns.finditer(rf"(?<![A-Za-z]){letter}(?![A-Za-z\d])", text))
        if len(marks) == 2 and patterns.search(r"(?:时间|多久|耗时)(?:为|是|记为|记作|设为|=)?\s*$", text[: marks[0].start()]):
            text = text[: marks[0].start()] + "是多少" + text[marks[0].end() : marks[1].start()] + text[marks[1].end() :]
    # `缺页率为p。(1)当p=0.001时`: the letter is another name of the rate.
    if patterns.search(r"缺页(?:率|概率|的概率)\s*(?:为|是|记为|设为|用)?\s*\(?p(?![A-Za-z\d])", text):
        text = patterns.sub(r"(缺页(?:率|概率|的概率))\s*(?:为|是|记为|设为|用)?\s*\(?p\)?(?:表示)?(?![A-Za-z\d])(?=\s*=)", r"\1", text)
        text = patterns.sub(r"(缺页(?:率|概率|的概率))\s*(?:为|是|记为|设为|用)?\s*\(?p\)?(?:表示)?(?![A-Za-z\d])", r"\1", text)
        text = patterns.sub(r"(?<![A-Za-z(\-−×*·])p(?=\s*(?:=|最|不|应|的|至|约|≤|<|为|是|可))", "缺页率", text)
    if (one := patterns.search(r"命中(?:率|概率)(?:为|是|设为)?\s*([hαx])(?![A-Za-z\d=])(?!\s*=\s*\d)", text)) is not None:
        text = patterns.sub(
            rf"(?<![A-Za-z]){one[1]}(?=\s*(?:至少|最少|最小|应该?|要|需要?)*(?:是|为|等于|=|取)?\s*(?:多少|几))", "命中率", text
        )
        text = patterns.sub(r"(命中(?:率|概率))(?:为|是|设为)?\s*[hαx](?![A-Za-z\d=])", r"\1", text, count=1)
        text = patterns.sub(rf"(?:求|问|则)\s*(?<![A-Za-z]){one[1]}(?![A-Za-z])(?:的?值)?", "求命中率", text)
    text = patterns.sub(r"\(\s*(?:单位[:为]?)?\s*(ns|μs|us|ms)\s*\)(?=\s*[。?？]?\s*$)", r"多少\1", text)
    if letter_of := patterns.search(r"命中(?:率|概率)(?:为|是|设为|=)?\s*(?P<letter>[a-zα])(?![A-Za-z\d=])(?!\s*=\s*\d)", text):
        text = text.replace(letter_of[0], "命中率")
        text = patterns.sub(
            rf"(?<![A-Za-z\d]){letter_of['letter']}\s*(?=(?:至少|最少|最小)(?:应|要|需|该)*(?:为|是|达到)?(?:多少|几))", "命中率", text
        )
        text = patterns.sub(rf"(?:求|问|则)\s*(?<![A-Za-z]){letter_of['letter']}(?![A-Za-z])(?:的?值)?", "求命中率", text)
    return text


def _pass_over(reading: Inquiry) -> None:
    """Take the remarks that leave the usual model as it is."""
    reading.take_all(
        r"(?:在)?(?:未|不|没有)(?:发生)?缺页的(?:情况|前提|条件)(?:下)?|(?:若|如果|假设|假定|设)?(?:均|都|且|并)?(?:不考虑|不计|忽略|不会发生|不会出现|不发生|不出现|不会产生|不产生|没有|不会|无)(?:发生)?(?:任何)?缺页(?:的)?(?:情况|中断|异常|处理|影响)?(?:的)?(?:时间|开销)?(?:发生)?(?:的)?(?:情况)?"
        r"|(?:(?<=[,;。、 (])|^)(?:且|并且)?(?:不|无|没有?)(?:会)?缺页(?=[,;。、? )])|(?:且|并且|假设|设)?(?:所有|要访问的|被访问的|各|所访问的?|访问的|该|需要的|相关)*(?:的)?页(?:面)?(?:均|都|全|总)?(?:已|已经)?(?:在|装入|调入|驻留在?)(?:了)?(?:内存|主存)(?:中|里)?"
    )
    reading.take_all(
        rf"(?:(?:不计|忽略|不考虑|不算)(?:对)?(?:装入|更新|填充|修改)(?:{TLB})?(?:的)?(?:时间|开销)|(?:不计|忽略|不考虑|不算)(?:对)?{TLB}(?:的)?(?:更新|装入|填充)(?:的)?(?:时间|开销)|(?:{TLB})?(?:的)?(?:更新|装入|填充)(?:{TLB})?(?:的)?(?:时间|开销)?{SAVE}|(?:没有|无|不考虑|不使用|不含)(?:其他|其它|别的|高速|cache|的)*(?:缓存|cache|高速缓冲)(?:的)?(?:影响)?|其(?:他|它|余)(?:的)?(?:时间|开销|因素|条件)?(?:均|都)?(?:{SAVE}|不变))"
    )
    reading.take_all(
        rf"(?:并|且|然后|再)?(?:更新|装入|填入|写入){TLB}(?!的时间|时间|[^,;。?!]{{0,12}}\d)|(?:若|如果)?(?:{TLB})?命中(?:则|就|便|后|时)?(?:立即|马上)?(?:停止|终止|中止|取消)(?:对)?{ACCESS}?{TABLE}(?:的)?(?:查找|访问)?"
    )
    reading.take_all(
        rf"(?:且|并且|其)?{TABLE}(?:全部|全|均|都)*(?:常驻|驻留|存放|保存|存储|存|放|位于|只|仅|被)*(?:在|于)(?:内存|主存)(?:中|里|之中)?"
    )


def recognise_model(text: str) -> Recognition | None:
    """A problem about the mean time of an access as understood; None: another problem."""
    text = patterns.sub(rf"(?:要是|如果|若|假如)?{NO}(?:快表|TLB)(?:的话)?呢", "没有快表时需要多少时间", text)
    reading = Inquiry(written_out(_named(without_page_size(with_two_services(in_usual_terms(text))))))
    reading.refuse(
        r"再查(?:找)?(?:一次|一遍|两次)*(?:快表|TLB)|(?<!高速)(?<!不考虑)cache|段|多道|虚拟机|\d\s*个?(?:表)?项|项数|[KM]B|字节|地址(?:为|是)|[0-9A-F]+H(?![A-Za-z0-9])|(?:两|二|2)级(?:的)?TLB|L[12]|初始|前\d|指令.{0,6}长|(?:取|读)出?(?:一|1)条指令.{0,4}[读取存写]|ASID|(?<![未不没有])命中(?:时|后)?,?(?:也|仍|还|同样)(?:要|需|得|会)|依次访问(?!页目录|页表|各级|[一二三]级)|阻塞|切换"
    )
    # Both every time is another model.
    reading.refuse(rf"(?:每次|总是?|都|均)(?:要|需要?|得)?(?:先|首先){ACCESS}{TLB},?(?:再|后|然后)+(?:去|到)?{ACCESS}")
    for match in reading.take_all(
        r"(?:页表)?(?:只有|采用|使用|为|是|共|有|改为|改用|换成)*(?<!第)(?P<value>[一二两三四单1-4])级(?:的)?(?:页表|分页)?(?:结构|机制|系统)?"
    ):
        reading.tell(
            "levels", match.start(), "一二三四".find(match["value"].replace("两", "二").replace("单", "一")) + 1 or int(match["value"])
        )
    reading.take_all(
        r"(?:且|并|,)?(?:不考虑|忽略|不计|不用|没有|无|不使用|不含)(?:快表|TLB|和|与|、|及|查|页表|访问|查找|的|时间|开销|影响)+(?=[,;。)?]|$)"
        if "缺页" in reading.text
        else "(?!)"
    )
    _pass_over(reading)
    serial = reading.take_all(
        rf"(?:先|首先){ACCESS}{TLB},?(?:再|后|然后)+(?:去|到)?{ACCESS}(?:{MEMORY})?(?:中|里)?(?:的)?{TABLE}"
        rf"|(?:先|首先){ACCESS}{TLB},?(?:若|如果|当)?(?:{TLB})?(?:(?:没有|没|未|不|缺失|失效)(?:命中|找到|查到)?,?(?:时|则|的话|了|后)*,?(?:再|才|就|然后|还要)*(?:依次|逐级)?(?:去|到)?{ACCESS}?(?:{MEMORY})?(?:中|里)?(?:的)?(?:{ACCESS})?(?:的)?{TABLE}?(?:的方式)?)?"
        rf"|(?:{TLB})?(?:没有|没|未|不)命中(?:时|则|的话|了|后|,)*(?:再|才|就|然后|还要|还需|要|需要?)+(?:依次|逐级)?(?:去|到)?{ACCESS}?(?:{MEMORY})?(?:中|里)?(?:的)?(?:{ACCESS})?(?:的)?{TABLE}"
    )
    serial += reading.take_all(
        rf"(?<=\ue000)\(?(?:两者|二者)?(?:并)?(?:不|不是|非)同时(?:进行|查)?\)?(?=[,;。)]|$)|(?:{TLB})?(?:的)?(?:查找|访问|检索)?(?:和|与|及)?(?:{ACCESS}|{MEMORY}|{TABLE}|的|整个|过程)*(?:是|为|采用|使用|按)?(?:串行|顺序)(?:地|的|进行|查找|访问|查询|检索|方式|执行|查|访存)*(?=[,;。?)]|$)"
    )
    parallel = reading.take_all(
        rf"(?:{ACCESS}?{TLB}(?:和|与|及|跟|、)(?:{ACCESS})?(?:{MEMORY})?(?:中的?)?(?:的)?{TABLE}?)?(?:的)?(?:查找|访问)?(?:是|可以|可)?(?:同时|并行|并发|一起)(?:地)?(?:进行|开始|发起|启动)*(?:的)?{ACCESS}?(?:{MEMORY})?(?:中的)?(?:{TLB}(?:和|与|及|跟|、)(?:{ACCESS})?(?:{MEMORY})?(?:中)?(?:的)?{TABLE})?"
    )
    if parallel and serial:
        return None
    ignored = reading.take_all(
        rf"(?:假设|假定|设)?(?:在{TLB}(?:中|里)?)(?:查找|检索|查询)(?:一个)?页表项的时间(?:可以|可)?(?:{SAVE}|(?:为|是)0)|当?(?:所需|要找|要访问)?(?:的)?页表项在{TLB}(?:中|里)(?:时)?,?(?:则)?其?(?:查找|访问|检索)(?:的)?时间(?:可以|可|为)*{SAVE}|(?:忽略|不计|不考虑|不算)(?:对)?{ACCESS}?{TLB}(?:的)?{ACCESS}?(?:的)?(?:时间|开销|耗时)|{ACCESS}?{TLB}(?:的)?{ACCESS}?(?:的)?(?:自身)?(?:的)?(?:时间|开销|耗时)?(?:短到|很短|极短)?(?:,)?(?:可以|可|均)?{SAVE}"
    )
    reading.take_all(
        rf"(?:(?:未|没有?|不)命中时)?(?:{TLB})?(?:的)?(?:查找|访问|查询|检索)(?:的)?时间(?:也|均|都|仍|要|应|需)*(?:计入|计算在内|算在内|算上|考虑在内)|\(?(?:缺页率)?p?(?:很小|极小|非常小)\)?"
    )
    registers = reading.take_all(
        rf"(?<![第级]){TABLE}(?:存放|保存|放|全部|常驻|存|都|完全|驻留)*(?:在|于)(?:一组|快速|高速|专用|专门|硬件|的)*寄存器(?:中|里|组)?"
    )
    reading.take_all(
        rf"\(?(?:按|用|采用|公式|即|由)*\s*(?:EAT\s*=\s*)?\(1-p\)\s*[·×*]?\s*(?:ma|t|访存(?:时间)?|{MEMORY}(?:访问|存取)?时间|T|[\d.]+\s*(?:ns|μs|us)?)\s*\+\s*p\s*[·×*]?\s*(?:缺页)?(?:处理|服务)?(?:时间|S|t|[\d.]+\s*(?:ms|μs|us|ns)?)(?:来)?(?:算|计算)?\)?|\(?(?:已经?)?(?:包?含|包括)(?:了)?(?:调页|调入|换入|换出|置换|替换|淘汰|读盘|启动|磁盘|传送|写回|全部|所有|中断|处理|最后|最终|更新|重新|重启|再次|执行|访存|访问|{MEMORY}|页表|{TLB}|指令|一次|和|与|及|、|的|时间|开销|进程)+(?:在内)?\)?"
    )
    reading.refuse(
        r"(?<!联想)(?<!相联)寄存器|占[^,;。]{0,14}(?:百分之|百分比|比例|几分之|多少%)|(?<!不)(?<!不需)考虑(?:了|到)?(?:访问|查找?)?页表|先(?:要|需)?写回"
    )
    reading.take_all(
        rf"(?:比|较|与)(?:不加|未加|没加|没有|无|不用|不使用|未采用|加之前|原来)(?:{TLB})?(?:时|之?前|的情况|相比)*(?=[^,;。?!]{{0,8}}(?:快|减少|缩短|降低|节省|慢|提高))"
    )
    relative = reading.take(
        rf"(?:不超过|不大于|小于|等于|为|是|达到|降到)(?:一次)?(?:{ACCESS}?{MEMORY}{ACCESS}*|访存)(?:的)?(?:时间|周期)?的\s*(?P<value>{NUMBER})\s*倍"
    )
    worse = reading.take(
        rf"(?:(?:因|由)?缺页)?(?:而)?(?:造成|引起|导致|带来|使)?(?:的)?(?:系统)?性能(?:的)?(?:下降|降低|损失)(?:应|要)?(?:不超过|不大于|控制在|小于|低于)\s*(?P<value>{SHARE})(?:以内)?"
    )
    reading.tell_each(
        "rate",
        r"(?:平均)?每\s*(?P<value>10\s*\^\s*\d+|\d+)\s*次(?:内存|主存)?(?:访问|访存)(?:内存)?(?:中|就)?(?:会|平均)?(?:有|发生|产生|出现|生成)(?:一|1)次(?:缺页|页面?错误|页面?故障)",
        lambda value: Fraction(1, 10 ** int(value.split("^")[1]) if "^" in value else int(value)),
    )
    twice = rf"(?:访问?|读)(?P<value>[两二三四五2-5])次{MEMORY}|(?:访问?|读){MEMORY}(?P<other>[两二三四五2-5])次|(?P<last>[两二三四五2-5])次(?:访存|访问{MEMORY})"
    for match in reading.take_all(rf"(?:若|如果|当)?(?:{TLB})?(?:不|未|没有?)命中(?:的话|时|则|就|,)*(?:共|总共)?(?:需要?|要)?(?:{twice})"):
        reading.tell("accesses", match.start(), to_int(match["value"] or match["other"] or match["last"]))
    reading.take_all(
        rf"(?:若|如果|当)?(?:{TLB})?(?:未|没有?|不)命中(?:时|的话|则|就|,)*(?:需要?|要|得)?(?:再|另|额外|多)+(?:花|用|访问|加)*(?:一|1)次(?:访存|访问?{MEMORY}|{MEMORY}(?:访问)?)(?:中)?(?:的)?(?:页表)?"
        if reading.known("levels") in (None, 1)
        else "(?!)"
    )
    reading.tell_each("hit", rf"命中率(?:从|由)\s*(?P<value>{SHARE})(?=\s*(?:提高|上升|增加|提升|变|升|改善)*(?:到|至|为))", to_share)
    reading.tell_each("hit", rf"(?<=\ue000)\s*(?:提高|上升|增加|提升|变|升|改善)+(?:到|至|为)\s*(?P<value>{SHARE})", to_share)
    reading.tell_each(
        "without",
        rf"{NO}{TLB}(?:时|的时候|的情况下|的话)?,?(?:每次)?(?:访问|存取|读取|取)?(?:一个|一次|1个)?(?:数据|单元)?(?:需要?|要|得)?(?:共)?(?:进行)?"
        rf"(?:(?:两|二|2)次(?:访存|访问{MEMORY}|访{MEMORY}|{MEMORY}访问|{MEMORY})|(?:访问?{MEMORY}|访存)(?:两|二|2)次),?(?:一?共|总共|合计)(?:需要?|要|用|花费?|耗时|是|为)*(?P<value>{TIME})",
        to_nanoseconds,
    )
    for fell in reading.take_all(
        rf"(?:有效|平均)(?:访问|访存|存取)?(?:的)?时间(?:就)?(?:从|由)(?P<first>{TIME})(?:降|减|缩短|下降|减少)(?:低)?(?:到|至|为)(?P<second>{TIME})"
    ):
        reading.tell("without", fell.start(), to_nanoseconds(fell["first"]))
        reading.tell("wanted", fell.start(), to_nanoseconds(fell["second"]))
    half = rf"{NO}{TLB}(?:时|的时候|的情况下|的话)?,?(?!(?:[^,;。?!\d]{{0,6}}(?:访问|读取?|存取)(?:一次)?(?:内存|主存)|[^,;。?!\d]{{0,6}}(?:内存|主存)(?:的)?(?:访问|存取|读写|周期)|访存))[^,;。?!\d]{{0,16}}?(?:需要?|要|用|花费?|耗时|是|为|时间)+(?P<value>{TIME})"
    bare = reading.take_one(half, to_nanoseconds)
    reading.tell_roles(ROLES)
    asked = reading.inquire(QUESTIONS)
    reading.take_all(
        rf"(?:且|并|而)?(?:系统)?(?:中)?{NO}{TLB}(?:的)?(?:情况下|时|情况)?|(?:TLB)?miss(?:时|后)?|(?:结果)?(?:取整(?:数)?|用科学计数法(?:表示)?)"
    )
    reading.finish(WORDS, danger="磁盘|并行|更新|串行|重[新启]|逐级(?!访问|查)|实际|[二两三四]次|反复")
    level = reading.known("levels") or 1 if {"accesses", "without"} & reading.told.keys() or bare is not None else 1
    if "accesses" in reading.told and reading.known("accesses") != level + 1:
        return None
    if "without" in reading.told:
        if bare is not None or level != 1:
            return None
        bare = reading.known("without")
    if bare is not None:
        if reading.known("memory") not in (None, bare / (level + 1)):
            return None
        reading.tell("memory", 0, bare / (level + 1))
    if ignored:
        if "tlb" in reading.told:
            return None
        reading.tell("tlb", 0, Fraction(0))
    return _understood(
        reading,
        asked,
        bool(parallel),
        bool(registers),
        Fraction(relative["value"]) if relative else 1 + to_share(worse["value"]) if worse else None,
    )


def _understood(
    reading: Inquiry, asked: list[tuple[int, str]], parallel: bool, registers: bool, relative: Fraction | None
) -> Recognition | None:
    for place, clean in reading.told.get("clean", []):
        # The service is a mixture of two.
        dirty, share = reading.known("dirty"), reading.known("share")
        if dirty is None or share is None or len(reading.told["clean"]) > 1 or "service" in reading.told:
            return None
        reading.tell("service", place, (1 - share) * clean + share * dirty)
    if {"dirty", "share"} & reading.told.keys() and "clean" not in reading.told:
        return None
    for place, miss in reading.told.get("miss", []):
        if all(hit != 1 - miss for _, hit in reading.told.get("hit", [])):
            reading.tell("hit", place, 1 - miss)
    faults = "service" in reading.told or any(name == "service" for _, name in asked)
    if registers and "levels" in reading.told:
        return None  # which of the levels stands in registers
    if faults and patterns.search(rf"{TABLE}(?:存放|保存|放|全部|常驻|存|都|驻留|位于)*(?:在|于)?(?:内存|主存)", reading.text):
        return None  # whether looking it up counts
    if faults and patterns.search(r"额外|附加|另(?:外)?(?:再)?(?:加|需)", reading.text):
        return None  # on top of the access, or in all
    if faults and "rate" not in reading.told and "tlb" not in reading.told and not patterns.search(TLB, reading.text, re.IGNORECASE):
        # Without a TLB, what is hit is memory.
        for place, hit in reading.told.pop("hit", []):
            reading.tell("rate", place, 1 - hit)
    if faults and ("hit" in reading.told or "tlb" in reading.told or "levels" in reading.told):
        return None  # which accesses the rate is of, textbooks say differently
    if not faults and "rate" in reading.told:
        return None
    asked = asked or ([(len(reading.text), "mean")] if "hit" in reading.told or "rate" in reading.told else [])
    model: list[tuple[str, dict[str, Any]]] = []
    for place, name in asked:
        case = {key: reading.value_for(key, place) for key in ("memory", "tlb", "hit", "levels", "service", "rate", "wanted")}
        case["levels"] = 0 if registers else case["levels"] or 1
        case["parallel"] = parallel
        if relative is not None and case["memory"] is not None:
            if case["wanted"] is not None:
                return None
            case["wanted"] = relative * case["memory"]
        if name == "again":
            if not model:
                return None
            name = "mean" if model[-1][0] == "bare" and case["hit"] is not None else model[-1][0]
        if name == "access":
            # A single access: the mean where the TLB was told of by then, else the time without one.
            name = "mean" if faults or ("hit" in reading.told and not _later(reading, place)) else "bare"
            if model and model[-1][0] == name and len(asked) > 1:
                continue
        if (
            name == "mean"
            and _later(reading, place)
            and patterns.search(
                rf"(?:增加|增设|加入?|加上|引入|采用|设置|配置|使用|有)(?:了|上)?{TLB}", reading.text[place:], re.IGNORECASE
            )
        ):
            name = "bare"
        if name == "mean" and not faults and case["hit"] is None and not patterns.search(TLB, reading.text, re.IGNORECASE):
            name = "bare"
        if name == "accesses":
            # How many accesses one takes: only where there is no TLB, or none is told of, is it one number.
            if faults or (case["hit"] is not None and not _later(reading, place)):
                return None
            if (
                patterns.search(TLB, reading.text, re.IGNORECASE)
                and not patterns.search(rf"{NO}{TLB}", reading.text, re.IGNORECASE)
                and not _later(reading, place)
            ):
                return None
        needs = {
            "bare": ("memory",), "accesses": (), "rate": ("memory", "service", "wanted"), "service": ("memory", "rate", "wanted"), "hit": ("memory", "tlb", "wanted"), "memory": ("tlb", "hit", "wanted"),
            "tlb": ("memory", "hit", "wanted"), "hit-time": ("memory", "tlb"), "miss-time": ("memory", "tlb"),
        }.get(name, ("memory", "service", "rate") if faults else ("memory", "tlb", "hit"))  # fmt: skip
        if name in ("rate", "hit", "memory", "tlb", "service") and model and case[name] is not None:
            # `To keep it below 220 ns, how large may the rate be`: what was told for an earlier question is not told for this one.
            wanted_at = [at for at, _ in reading.told.get("wanted", [])]
            if wanted_at and max(at for at, _ in reading.told[name]) < min(wanted_at):
                case[name] = None
        lacking = [need for need in needs if case[need] is None]
        if len(lacking) == 1 and lacking[0] in ASKED_FOR and [name for _, name in asked] == ["mean"] and not faults:
            return Recognition(parameters={}, understood=_figures(reading), missing=(ASKED_FOR[lacking[0]],))
        if lacking or (name in ("rate", "hit", "memory", "tlb", "service") and case[name] is not None):
            return None
        if (faults and name not in ("mean", "rate", "service", "ratio", "slower-percent", "saved-percent", "extra")) or (
            name in ("slower-percent", "extra") and not faults
        ):
            return None
        if case["tlb"] is not None and case["memory"] is not None and case["tlb"] >= case["memory"]:
            return None
        if any(case[share] is not None and not 0 < case[share] < 1 for share in ("hit", "rate")):
            return None
        plain: dict[str, Any] = {key: (str(value) if isinstance(value, Fraction) else value) for key, value in case.items()}
        hits = list(dict.fromkeys(value for _, value in reading.told.get("hit", [])))
        if name in ("saved", "saved-percent", "share-percent", "ratio") and len(hits) > 1:
            if (
                len(hits) > 2
                or case["hit"] != hits[1]
                or not patterns.search("提高|上升|增加|提升|改善|降|变|改|到|至", reading.text)
                or patterns.search(NO, reading.text)
            ):
                return None
            plain["earlier"] = {**plain, "hit": str(hits[0])}
        if (name, plain) not in model:
            model.append((name, plain))
    for key in ("memory", "tlb", "hit", "levels", "service", "rate", "wanted"):
        # A figure that no answer was computed with bears a condition that nobody knows: `filling the TLB takes 5 ns`.
        told = {str(value) for _, value in reading.told.get(key, [])}
        if told - {str(one.get(key)) for _, plain in model for one in (plain, plain.get("earlier", {}))}:
            return None
    names = {name for name, _ in model}
    if patterns.search(rf"{NO}{TLB}(?:时|的时候),?[^,;。?!\d]*[,;。?]", reading.text, re.IGNORECASE) and names <= {
        "mean",
        "hit",
        "miss-time",
        "hit-time",
    }:
        return None
    used = {"bare": {"memory"}, "accesses": {"memory"}}
    # A told figure that no answer needs belongs to a question that was not understood.
    if (
        not model
        or names == {"accesses"}
        or ("wanted" in reading.told or relative is not None) != bool(names & {"rate", "hit", "memory", "tlb", "service"})
    ):
        return None
    if names <= used.keys() and {"hit", "tlb"} & reading.told.keys() and "bare" in names and not patterns.search(NO, reading.text):
        return None
    unit = (
        patterns.search(r"(?:多少|几|单位(?:为|是|:)?)\s*(?P<asked>μs|us|微秒|ms|毫秒|ns|纳秒)", reading.text)
        # The mean is nearer to the time of memory than to that of a fault.
        or (patterns.search(r"(?P<asked>μs|us|微秒|ns|纳秒)", reading.text) if faults else None)
        or patterns.search(r"(?P<asked>μs|us|微秒|ms|毫秒|ns|纳秒)", reading.text)
    )
    shown = {"us": "μs", "微秒": "μs", "毫秒": "ms", "纳秒": "ns"}
    understood = (
        []
        if faults
        else [
            ("页表", f"{'在寄存器中' if registers else str(model[0][1]['levels']) + ' 级'}"),
            ("查找方式", "快表和页表同时查" if parallel else "先查快表，未命中再查页表"),
        ]
    )
    understood += _figures(reading)
    return Recognition(
        parameters={
            "access": "model",
            "model": [list(item) for item in model],
            "unit": shown.get(unit["asked"], unit["asked"]) if unit else "ns",
        },
        understood=tuple(understood),
    )


def _figures(reading: Inquiry) -> tuple[tuple[str, str], ...]:
    """What is told, in words."""
    found = []
    for key, label, of in LABELS:
        if values := list(dict.fromkeys(value for _, value in reading.told.get(key, []))):
            shown = (f"{decimal(value * 100, 4)}%" if of == "%" else f"{decimal(value, 8)} {of}".strip() for value in values)
            found.append((label, "、".join(shown)))
    return tuple(found)


def _later(reading: Inquiry, place: int) -> bool:
    """Whether the TLB's hit ratio is told only after this place's clause."""
    end = next((clause.end for clause in reading.clauses() if clause.start <= place <= clause.end), place)
    return "hit" in reading.told and all(at > end for at, _ in reading.told["hit"])
