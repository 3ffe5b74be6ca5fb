"""Reading problems about Hamming codes by what they tell and ask: a code word made or checked, a syndrome told, how many bits a code needs."""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.co._hamming_code.reading import BITS
from engine.generators.co._hamming_code.simulator import check_bits
from engine.generators.kind import Recognition
from engine.generators.laws.clauses import Clauses
from engine.generators.laws.settling import settle
from engine.generators.laws.words import COMMON
from engine.generators.patterns import caseless
from engine.generators.reading import INTEGER, stay_out, to_int

_WORDS = """
海明码 汉明码 海明 汉明 海明校验码 海明校验 海明编码 汉明校验 校验码 校验 校验位 检验位 监督位 冗余位 信息位 数据位 信息 数据 有效信息 有效数据 码字 编码 编码后 位号 编号 位置 位 二进制 字长 传送 发送 接收 接收端 接收方 收方 收到 读出 送来 依次 填 放 放在 位于 分别 其余 顺序 偶校验 奇校验 偶 奇 配偶 配奇 原则 纠正 纠错 检错 代码 完整
出错 有错 错误 错 正确 纠 判断 若 有误 传输 过程 一位 配置 编制 得到 得 写出 通信 系统 通信系统 内存 服务器 字符 ASCII码 ASCII 能力 具有 欲 待 串 数据串 应 求 各位 码 原 原始 高位 低位 左边 次序 原次序 按 至少 最少 扩展 按偶校验 按奇校验 为使 使 其 单比特 比特 bit 长度 长 码长 总长 总位数 全校验位 全校验 总校验位
"""
_POSITIONS = r"(?:第)?\s*1(?:号)?(?:位)?\s*[、,和]\s*(?:第)?2(?:号)?(?:位)?\s*[、,和]\s*(?:第)?4(?:号)?(?:位)?(?:\s*[、,和]\s*(?:第)?8(?:号)?(?:位)?)?(?:\s*[、,和]\s*(?:第)?16)?\s*(?:号)?(?:位)?(?:上|置|处)?(?!\d)"
_CHECKS = r"(?:P1\s*[、,和]?\s*P2\s*[、,和]?\s*P[34](?:\s*[、,和]?\s*P[48])?(?:\s*[、,和]?\s*P(?:5|16))?)"
_PLACED = rf"(?:且)?(?:其中)?(?:校验位|检验位|监督位|冗余位)?\s*{_CHECKS}?(?:分别|依次|各|均)*(?:位于|放在|放置在|放|处于|在|占据?|设在|插在|插入|安排在|置于|为)*(?:海明码|码字)?(?:的)?(?:中)?{_POSITIONS}"
_DATA_PLACED = r"(?:各)?(?:信息位|数据位|有效信息位|信息|数据|其余(?:各)?位|其他位)?(?:D\d\s*(?:~|到|至)\s*D\d{1,2})?(?:分别|依次|按|原|次序|顺序|从左到右|从左至右|自左向右|自左至右|由高到低|从高到低|由左到右)*(?:地)?(?:放|填|置|位于|在|占|存放|排)+(?:入|在|于|到)?(?:其余|其他|剩下的?|剩余的?|海明码的?)?(?:各)?(?:位(?:置)?)?(?:第)?(?:\s*3\s*[、,]\s*5\s*[、,]\s*6\s*[、,]\s*7(?:\s*[、,]\s*9)?(?:\s*[、,]\s*10)?(?:\s*[、,]\s*11)?(?:\s*[、,]\s*12)?\s*位)?(?:\(?从低位号到高位号\)?)?"
_LEFT = r"(?:位号|编号|位序|序号|码位|各位|海明码)?(?:均|都)?(?:从|自|由|按|以)?(?:最)?左(?:边|侧|端)?(?:起|开始|数|到右|至右|往右|向右|依次|位号|编号|分别|为|是|从|的|第|各位|,)*(?:D1\s*(?:~|到|至)\s*D\d{1,2}|(?:第)?(?:1|一)(?:号)?(?:位)?(?:\s*(?:~|到|至|-)\s*(?:第)?\d{1,2}(?:号)?(?:位)?)?(?:开始)?(?:编号|起)?)?|(?:左起)?第(?:1|一)位(?:在)?(?:最)?左(?:边|侧|端)?"
_ONE = r"(?<!哪)(?<!第)(?:若|如果|假设|假定|设|且|且假设)?(?:至多|最多|仅|只|至多只|只可能|只会|仅仅)*(?:有|会|可能|发生|出现)*(?<!哪)(?<!第)(?:一|1|单)(?:位|个|比特)(?:数据|信息|码)?(?:会|可能|发生|出现)?(?:出错|错误|错|差错|有误|传错)(?:的话)?"
_FIX_ONE = r"(?:要求|能够|能|可以?|具有|采用|用|为了|为使其|以便|并|且|为|使其?|不仅|不但|既|来|对|实现|达到|的)*(?:检测|发现|检出|检)?(?:并|和|与)?(?:纠正|纠|纠出|定位)(?:其中)?(?:的)?(?:一|1|单|任意一)(?:位|个|比特)?(?:的)?(?:出?错|错误|差错)(?:的)?(?:能力)?|单(?:位|比特)?纠错|SEC(?![A-Za-z-])"
_FIND_TWO = r"(?:若|如果|要|还|要求|同时|并|且|又|也|能|够|能够|可以|可|以便|希望|进一步|再|而且|来|增加|具有|的)*(?:检测|检出|检查|发现|检|查出|发觉)(?:出)?(?:两|二|2|双)(?:位|个|比特)?(?:同时)?(?:的)?(?:出?错|错误|差错)(?:的)?(?:能力)?|检双错|SEC-?DED|双(?:位)?检错"


def code(text: str) -> Recognition | None:
    """The data of a code word to be made, or a code word received.

    Raises:
        StayOut: something is not understood.
    """
    reading = Clauses(text)
    reading.refuse("校验哪|哪些位|哪几位")
    # How many check bits a word needs is another question, though the word is written out.
    if patterns.search(
        r"(?:\(\s*\)|多少|几)\s*(?:个|位|比特|bit)?(?:的)?(?:冗余|校验|检验|监督)|(?:冗余|校验|检验|监督)位(?:的)?(?:位数|个数)", text
    ):
        return None
    reading.refuse(
        r"CRC|循环|为什么|证明|两位(?:同时)?出?错|2位(?:同时)?出?错|码距|电路|效率|右(?:起|边|往左|向左|到左|至左)|从高到低编号|最右|(?<![A-Za-z])H\d|D4\s*D3|从低到高|由低到高(?!连续)|为何|哪个校验"
    )
    strings = [
        match
        for match in caseless(BITS).finditer(reading.rest)
        if "=" not in reading.rest[max(0, match.start() - 1) : match.start()] or True
    ]
    told = reading.take(
        r"(?:指误字|校正因子|故障字|校验结果|综合值|检错结果|检测字|伴随式)?(?:为|是|:)?\s*(?P<names>(?:[SGEHC]\d?\s*){3,5})\s*(?:=|为|是)\s*(?P<bits>[01]{3,5})(?!\d)"
    )
    if told is not None:
        return _syndrome(reading, told)
    if len(strings) != 1:
        return None
    bits = patterns.sub(r"[\sB]", "", strings[0][0])
    reading.take_spans([strings[0].span()])
    reading.take_all(_PLACED)
    left = reading.take_all(_LEFT)
    reading.take_all(_DATA_PLACED)
    odd, even = (
        bool(reading.take_all(r"(?:采用|按|用|以)?(?:配)?奇(?:校验|性)?(?:原则)?(?:配置|编制|编码)?")),
        bool(reading.take_all(r"(?:采用|按|用|以)?(?:配)?偶(?:校验|性)?(?:原则)?(?:配置|编制|编码)?")),
    )
    if odd and even:
        return None
    received = bool(patterns.search(r"接收|收到|收方|读出|收端|传来|出错|有错|错误|纠错|纠正", reading.text))
    reading.take_all(_ONE)
    length = len(bits)
    for match in reading.take_all(r"\(\s*(?P<n>\d{1,2})\s*,\s*(?P<k>\d{1,2})\s*\)(?=海明|汉明|码)"):
        if length not in (int(match["n"]), int(match["k"])):
            stay_out(f"another size: {match[0]}")
    for match in reading.take_all(
        rf"\(?(?<![\d.])(?P<n>{INTEGER}|\(\d+,\d+\)|\d+,\d+)\)?\s*(?:位)?(?:的)?(?:二进制)?(?:有效)?(?P<what>海明码|汉明码|海明校验码|信息位?|数据位?|数据|有效信息|校验位|码字|代码)"
    ):
        numbers = [int(one) for one in patterns.findall(r"\d+", match["n"])] or [to_int(match["n"])]
        sizes = {length, length - _inner(length), length + check_bits(length), _inner(length), check_bits(length)}
        if any(number not in sizes for number in numbers):
            stay_out(f"another size: {match[0]}")
        # The number of data bits may be what is asked for with its size: "正确的 4 位信息".
        if "信息" in match["what"] or "数据" in match["what"] or "码" in match["what"]:
            reading.rest = (
                reading.rest[: match.start("what")]
                + reading.text[match.start("what") : match.end("what")]
                + reading.rest[match.end("what") :]
            )
    for match in reading.take_all(
        r"(?:其中)?(?:有效)?(?:信息|数据|校验)(?:位|码)?(?:为|有|是|共|占)?\s*(?P<n>\d{1,2})\s*(?:位|个)(?=[,、;。]|校验)"
    ):
        if int(match["n"]) not in {_inner(length), length - _inner(length)}:
            stay_out(f"another size: {match[0]}")
    asked: list[tuple[int, str]] = []
    kinds: tuple[tuple[str, str], ...] = (
        (
            r"(?:至少|最少|共)?(?:需要?|应|要|有|设|加|附加|设置)+(?:多少|几)(?:个|位)(?:校验|检验|监督)位|(?:校验|检验|监督)位(?:的)?(?:位数|个数|数目)(?:是|为)?(?:多少|几)?",
            "count",
        ),
        (
            rf"(?:求|则|各|三个|四个|校验位|\s)*{_CHECKS}(?:的值)?(?:各|分别|依次)*(?:是|为|等于)?(?:多少|几|什么)?|(?:求|写出|各|三个|四个|3个|4个|其|的)*(?:校验位|检验位)(?:的)?(?:值|取值)?(?:各|分别|依次)*(?:是|为|等于)(?:多少|几|什么)?",
            "checks",
        ),
        (
            r"(?:是否|有没有|有无|判断|检查|指出|哪(?:一)?位|第(?:几|多少)位|何处|出|有|的|接收|传输|代码|码字|数据|是|其|错|误|了|位置|若有错?|,|、|说明)*(?:出错|有错|错误|错|有误|正确)(?:位)?(?:的)?(?:是|在|位置|位|发生在|号|为|哪|没有|吗|与否|了|,)*(?:第?(?:几|多少|哪(?:一)?)(?:位|个)?)?(?:出错|错)?",
            "position",
        ),
        (
            r"(?:纠正|纠错|改正|恢复|正确|还原|修正|原来|原|的|后|问|写出|请|发送|传送|\d位|\ue000|四位|有效)*(?:信息位?|数据位?|有效信息|有效数据|信息码|数据信息)(?:\(第?3[、,]5[、,]6[、,]7位\))?(?:是|为|应为|应是|各|值)*(?:什么|多少)?",
            "data",
        ),
        (
            r"(?:纠正|纠错|改正|正确|修正|原来|求|其|试|写出|的|后|编码|完整|对应|相应|生成|该|\d+位|\ue000|应|得到?|传送|发送)*(?:海明校验码|海明码|汉明码|校验码|码字|编码|代码|海明编码)(?:是|为|应为|应是|结果)*(?:什么|多少)?|(?:纠正|改正)后(?:为|是|得到?)?(?:什么|多少)?",
            "code",
        ),
    )
    before = reading.rest
    for pattern, name in kinds:
        for match in caseless(pattern).finditer(reading.rest):
            if match[0].strip("\ue000 ,、") and _asks(before, match.start(), match.end()):
                asked.append((match.start(), name))
                reading.mark_asked([match.span()])
        reading.take_all(pattern)
    reading.take_all(r"(?<![A-Za-z])(?:P\d{1,2}|D\d{1,2}|H\d{1,2})(?:[、,和~]*(?:P|D|H)\d{1,2})*")
    settle(reading, COMMON + _WORDS)
    names = list(dict.fromkeys(name for _, name in sorted(asked)))
    if not names:
        return None
    parameters: dict[str, Any] = {
        "bits": bits,
        "odd": odd,
        "order": "left" if left or patterns.search("从左|自左|左起|左到右|左至右|左向右|最左|D1", reading.text) else "both",
        "parity_said": odd or even,
    }
    if not received:
        names = [name for name in names if name in ("code", "checks", "count")]
        if not names or names == ["count"] or not 3 <= length <= 26:
            return None
        parameters |= {"task": "encode", "wanted": names}
    else:
        if {"checks", "count"} & set(names) or length < 5 or _inner(length) < 2:
            return None
        names = ["fixed" if name == "code" else name for name in names]
        parameters |= {"task": "correct", "asked": names}
    return Recognition(
        parameters=parameters,
        understood=(("收到的码字" if received else "数据", bits), ("校验", "奇校验" if odd else "偶校验")),
    )


def _inner(length: int) -> int:
    """The number of data bits in a code word of so many bits."""
    return sum(1 for position in range(1, length + 1) if position & (position - 1))


def _asks(text: str, start: int, end: int) -> bool:
    """Whether the sentence around a place asks, or one before it does."""
    closing = min((place for mark in ";。?!\n" if (place := text.find(mark, end)) >= 0), default=len(text))
    opening = max(text.rfind(mark, 0, start) for mark in ";。?!\n") + 1
    sentence = text[opening:closing]
    return (
        bool(patterns.search(r"多少|几|哪|求|何|什么|试|写出|判断|是否|指出|给出|计算", sentence))
        or text[closing : closing + 1] == "?"
        or not text[closing:].strip("。;? \n")
    )


def _syndrome(reading: Clauses, told: re.Match[str]) -> Recognition | None:
    """The wrong position from a syndrome."""
    names = [int(number) for number in patterns.findall(r"\d", told["names"])]
    bits = told["bits"]
    if len(names) != len(bits):
        return None
    powers = [1 << number for number in range(len(bits))]
    if sorted(names) == powers or sorted(names) in (list(range(1, len(bits) + 1)), list(range(len(bits)))):
        order = sorted(names)
    else:
        return None
    position = sum(powers[order.index(name)] for name, bit in zip(names, bits, strict=True) if bit == "1")
    reading.take_all(_PLACED)
    reading.take_all(_ONE)
    reading.take_all(
        rf"(?<![\d.])(?:{INTEGER})\s*位(?:的)?(?:有效)?(?:信息位?|数据位?|校验位|海明码|汉明码|海明校验码)|采用(?:偶|奇)校验|(?:偶|奇)校验"
    )
    asked = reading.take_all(
        r"(?:则|说明|可知|表明)?(?:出错|错误|有错)(?:的)?(?:位)?(?:是|在|为|发生在)*(?:第?(?:几|多少|哪(?:一)?)(?:位|个)?)?|(?:哪(?:一)?|第几)位(?:出)?错"
    )
    settle(reading, COMMON + _WORDS + " 加 构成 某次 算得 算出 次 组成 后 接收后")
    if not asked:
        return None
    return Recognition(
        parameters={"task": "syndrome", "wrong": position, "none": False}, understood=(("校正因子", bits), ("求", "出错的位"))
    )


def size(text: str) -> Recognition | None:
    """How many check bits so many data bits need, with or without the detection of two errors; the length of the code word.

    Raises:
        StayOut: something is not understood.
    """
    reading = Clauses(text)
    reading.refuse(r"放在|哪[些几]|CRC|循环|码距|奇偶校验码|纠正两位|纠两位|纠2位|三位|效率|百分|比例|占总|冗余|[01]{4,}")
    data = reading.take_all(
        rf"(?:每个)?(?<![\d.第]){INTEGER}\s*位(?:的)?(?:二进制)?(?:有效)?(?:信息位?|数据位?|数据|字(?!长)|编码|代码|字符)|(?:信息位?|数据位?|数据|信息|有效信息|字长|字符)(?:的)?(?:长度|位数)?(?:为|是|有|长|取|=|共)+\s*{INTEGER}\s*位|(?:字符|数据|信息|ASCII码(?:字符)?)\(\s*{INTEGER}\s*位\)"
    )
    values = {to_int(found[0]) for match in data if (found := patterns.search(r"\d+|[一二三四五六七八九十百]+(?=\s*位)", match[0]))}
    if len(values) != 1:
        return None
    number = values.pop()
    one = reading.take_all(_FIX_ONE)
    two = reading.take_all(_FIND_TWO)
    extended = reading.take_all(
        r"\(?(?:在纠一位错的基础上|在此基础上|另外?|若|如果)?(?:再)?(?:另外?)?(?:增加|增设|附加|加上?|添加)(?:1|一)(?:位|个)(?:的)?(?:全|总|整体|奇偶)+校验位?(?:以便|用于|来|以)?\)?"
    )
    if patterns.search("扩展", reading.text) and not (two or extended):
        return None
    asked: list[tuple[int, str]] = []
    for pattern, name in (
        (
            r"(?:若|如果|而)?(?:改?采用|改?用|使用)?奇偶校验(?:码)?(?:时|则|其|需要?|的|应|至少|设置|,)*(?:(?:多少|几)(?:个|位)(?:校验|检验)位|(?:校验|检验)位(?:的)?(?:位数|个数)?(?:需要?|至少|为|是|有|要)*(?:多少|几)(?:个|位)?)",
            "parity",
        ),
        (
            r"(?:码字|海明码|汉明码|编码|校验码|编码后|此时|的|总)*(?:总长度?|码长|总位数|(?<=码字)长度|(?<=码)长度|(?<=码的)长度|(?<=编码)长度)(?:是|为|共|应|至少|一共)*(?:多少|几)?(?:位)?|(?:整个)?(?:码字|海明码|编码后)(?:共|总共|一共|的|长)*(?:有|为|是)?(?:(?:多少|几)位|多长)",
            "total",
        ),
        (
            r"(?:每个\d+位字)?(?:至少|最少|应|需要|需|要|总共|共|一共|增添|增加|添加|附加|设置|设|的|用|则|那么|采用|还|,)*(?:多少|几)(?:个|位)(?:海明)?(?:校验位?|检验位|冗余位|监督位)?|(?:所需|需要|至少|最少|应|增加|附加|添加|设置|最小|海明|的|需)*(?:校验位|检验位|冗余位|监督位)(?:的)?(?:位数|个数|数目|数)?(?:至少|应|需|最少|是|为|要|有|共)*(?:多少|几)?(?:个|位)?",
            "count",
        ),
    ):
        before = reading.rest
        found_here = [match for match in caseless(pattern).finditer(before) if _asks(before, match.start(), match.end())]
        reading.mark_asked([match.span() for match in found_here])
        asked += [(match.start(), name) for match in found_here]
        reading.take_all(pattern)
    reading.refuse("奇偶校验(?!位)")
    reading.take_all(r"(?<=\ue000)[位个]|采用(?:偶|奇)校验|(?:偶|奇)校验|基础上")
    settle(
        reading,
        COMMON
        + _WORDS
        + " 若 还 要求 不仅 而且 还要 在 基础 上 再 增加 以便 检测 则 每个 字 附加 增添 通信系统 传送 欲传送 进行 保护 采用的 纠",
    )
    if not asked or not (one or two or extended or patterns.search("海明|汉明|Hamming", reading.text)) or not 2 <= number <= 4096:
        return None
    later = min((match.start() for match in (*two, *extended)), default=None)
    asked.sort()
    parts = [
        [
            name,
            name != "parity"
            and later is not None
            and (place > later or asked[0][0] > later or (place == asked[-1][0] and len(asked) == 1)),
        ]
        for place, name in asked
    ]
    if later is not None and not any(double for _, double in parts):
        parts = [[name, name != "parity"] for name, _ in parts]
    kept: list[list[Any]] = []
    for part in parts:
        if part not in kept:
            kept.append(part)
    return Recognition(
        parameters={"task": "needs", "data": number, "asked": kept},
        understood=(("数据", f"{number} 位"), ("能力", "纠一位错" + ("，检两位错" if later is not None else ""))),
    )
