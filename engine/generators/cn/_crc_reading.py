"""Reading CRC problems by their parts: polynomials and bit strings, each with the role its clause gives it."""

from __future__ import annotations

import re

from engine.generators.clauses import Role
from engine.generators.cn._clauses import Problem
from engine.generators.kind import Missing, Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_REFUSED = (
    r"(?:数据|信息|报文|最|前)(?:的)?(?:前面|之前|开头|前端)|不补|不加0|海明|汉明|奇偶|检验和|校验和|CRC-?(?:8|12|16|32|CCITT)|反码|初值|反转|取反|十六进制|0x|概率|最后.{0,8}(?:变|错|出错|出现)|变成|变为|填充|突发|发现|检测出|检测到|检错能力|哪些|漏检|"
    r"零比特|字节填充|HDLC|PPP|标志字段|几位(?:错|差)|商|寄存器|硬件|电路|效率|开销|比例|[1-9]个(?:错|差错)"
)
_TERM = r"(?:x(?:\s*\^?\s*\d{1,2})?)"
_POLYNOMIAL = rf"(?<![A-Za-z0-9]){_TERM}(?:\s*\+\s*{_TERM})*\s*\+\s*(?:1(?!\d)|{_TERM})(?![A-Za-z])"
_BITS = r"(?<![\d.A-Za-z])[01]{2,}(?:[ ,]+[01]{2,})*(?![\d.A-Za-z])|(?<![\d.A-Za-z])[01](?: [01]){3,}(?![\d.A-Za-z])"
_GENERATOR = r"生成多项式|生成(?:码|串|比特串|位串)|(?<![A-Za-z])[GP]\s*\(\s*x\s*\)|除数|CRC多项式|多项式|(?<![A-Za-z])[GP](?=为|是|=|:|\s)"
_RECEIVED = r"(?:收到|接收到|接收(?:方|端)?(?:收到)?(?:的)?|接到)(?:了)?(?:的)?(?:[^,。;?]{0,4}(?:比特串?|位串|信息|数据|帧|码字|报文|序列|码|字))?|(?<![A-Za-z])R\s*\(\s*x\s*\)"
_MESSAGE = (
    r"(?:要|待|需要?|所|欲|准备)?(?:发送|发|传送|传输|传)(?:的)?(?:数据|信息|报文|比特串?|序列|消息|位串|帧|二进制|码)*|(?:原始|有效|信息|数据)(?:数据|信息|位|码字?|比特串?|序列|帧|块)*|报文|被除数|码字|消息|比特串|"
    r"(?<![A-Za-z])[MDK]\s*\(\s*x\s*\)|(?<![A-Za-z])[MD](?=为|是|=|:|\s)|信息码"
)
_ASKED = (
    (
        r"(?:实际|最终|最后|应该?|所|要|编码后)*(?:的)?(?:发送|传输|传送|发往信道|发出去?)(?:出去|到线路上|到信道上|到信道|的)*(?:的)?(?:比特串|位串|帧|码字|比特序列|数据帧|数据|序列|信息|编码|位序列|二进制串|串|是什么|是啥)|(?:CRC)?(?:编码后|编码)(?:的)?(?:实际)?(?:发送|码字|结果|序列)|(?:完整的?|整个|最终的?)(?:码字|帧|发送序列|编码)|发送序列|发送帧|帧(?:是|为)(?:什么|啥|多少)|发(?:送|出|出去|出去的)?(?:的)?(?:是)?(?:什么|啥)|发出去的?(?:是|串)?(?:什么|啥)?",
        "frame",
    ),
    (
        r"(?:应该?)?(?:添加|附加|加|跟|缀|补)在?(?:数据|信息|报文)?(?:的)?(?:后面|之后|末尾|尾部)(?:的)?(?:余数|校验位|校验码|冗余码|检验序列)?|(?:CRC)?(?:循环)?(?:冗余)?(?:校验|检验|冗余)(?:位|码|序列|比特|字段)(?:\((?:FCS|余数|帧检验序列|CRC)\))?|余数|FCS(?:字段)?|帧(?:检验|校验)序列|CRC(?:值|是多少|是啥|是什么)|R(?=为|是)",
        "remainder",
    ),
    (
        r"(?:是否|有无|有没有|能否|可否|判断)(?:认为|说明|判断|判定)?(?:它|其|该帧|数据|传输(?:过程)?(?:中)?|接收)?(?:中)?(?:是否)?(?:有|无|没有|产生|出现|发生|存在|传输)*(?:了)?(?:传输)?(?:差错|错误|无误|错|出错|误码|正确)|(?:出|有)(?:没有?|没)?(?:出)?错(?:了)?(?:没有?|吗|么|没)?|(?:对不对|正确吗|错没错|传错了吗|有没有错|传错没)|(?:正确|错误)与否",
        "check",
    ),
)


def _generator_of(text: str) -> str:
    powers = []
    for term in re.sub(r"\s", "", text).lower().split("+"):
        powers.append(0 if term == "1" else int(term[1:].lstrip("^") or 1))
    if len(set(powers)) != len(powers) or max(powers) > 32:
        stay_out(text)
    return "".join("1" if power in powers else "0" for power in range(max(powers), -1, -1))


def _compact(text: str) -> str:
    return re.sub(r"[ ,]", "", text)


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve`; None or `StayOut` where a bit string or a word is not understood."""
    problem = Problem(text, short_rates=False)
    problem.refuse(_REFUSED)
    zeros = problem.take_one(
        rf"(?:先)?(?:在?(?:数据|信息位|信息|其|末尾|后面|最后|右边|M)*(?:后面?)?)(?:补|添|加)(?:上)?(?P<value>{INTEGER})个(?:0|零)(?:之?后)?",
        to_int,
    )
    tail = problem.take_one(
        r"\(?(?:其中)?(?:校验位|校验码|余数)(?:在|是|为)(?:最)?后(?:面)?(?P<value>\d{1,2})位\)?|\(?(?:最)?后(?P<other>\d{1,2})位(?:是|为)(?:校验位|校验码|余数)\)?",
        lambda value: to_int(value) if value else -1,
    )
    length = problem.take_one(r"\(?共(?P<value>\d{1,2})(?:位|比特)\)?", to_int)
    problem.take_all(r"(?:然后|再|用)?(?:做|进行|作|使用|采用)?(?:模-?2|模二)(?:的)?(?:除法?|运算|除)(?:计算)?(?:之?后)?(?:得到)?")
    problem.take_all(r"(?:双方)?(?:约定|商定)(?:的|好的)?|\((?:余数|FCS)\)|(?<=余数)\(FCS\)")
    values = problem.assign(
        (
            Role(name="message polynomial", quantity=_POLYNOMIAL, read=_generator_of, before=r"(?:信息|数据|报文)(?:序列|码|位)?(?:所)?(?:对应)?的?多项式|(?<![A-Za-z])[MDK]\s*\(\s*x\s*\)|信息多项式"),
            Role(name="generator", quantity=_POLYNOMIAL, read=_generator_of, before=_GENERATOR, after="作?为?(?:生成多项式|除数)|去?(?:检验|校验|除)", alone=True),
            Role(name="divisor", quantity=_BITS, read=_compact, before=_GENERATOR, after="(?:作为|当|做)?除数|去除"),
            Role(name="received", quantity=_BITS, read=_compact, before=_RECEIVED),
            Role(name="message", quantity=_BITS, read=_compact, before=_MESSAGE, alone=True),
        )
    )  # fmt: skip
    asked = problem.asked(_ASKED)
    problem.take_all(
        r"(?:CRC|循环冗余)(?:循环冗余)?(?:校验|检验|检错|编码)?(?:码)?(?:\((?:CRC|循环冗余(?:校验|检验)(?:码)?)\))?(?:技术|方法|方式|编码)?|(?:生成)?多项式|(?<![A-Za-z])[GPMDKTR](?:\s*\(\s*x\s*\))?(?![A-Za-z])|FCS|余数(?:不?为0)?|差错检测|接收(?:端|方)|发送(?:端|方)"
    )
    problem.finish(
        "采用 使用 数据 信息 信息码字 码字 发送 接收 比特串 比特 位串 校验 检验 差错 差错检测 通信 链路层 数据链路层 帧 报文 对应 模2除法 运算 进行 传输 校验位 站 生成 计算 序列 信息序列 的多项式 信道 最终 发往 发往信道 待传送 待发送 要发送 原始 余数 "
        "传输过程 过程中 过程 中 收到 双方 做 检查 利用 后面 应 附加 添加 末尾 去 除 用 经 编码 后 得到 判断 二进制 串 接收到 结果 校验码 发 码 位 一个 带 含 包括 包含 已经 里 冗余 循环 什么 该 写一下 给的 对应 数据帧 出错 没 吗 现 说明 认为 无误 方 端 传送 传 要"
    )
    generator = values.get("generator") or values.get("divisor")
    if "generator" in values and "divisor" in values and values["generator"] != values["divisor"]:
        return None
    received, message = values.get("received"), values.get("message")
    if "message polynomial" in values:
        if message not in (None, values["message polynomial"]) or received is not None:
            return None
        message = values["message polynomial"]
    if received is not None and message is not None:
        return None
    word = received if received is not None else message
    if word is None or not asked or (zeros is not None and (generator is None or zeros != len(generator) - 1 or received is not None)):
        return None
    if length is not None and length != len(word):
        return None
    if received is not None:
        if "frame" in asked:
            return None
        task = "check"
    elif "check" in asked:
        return None
    else:
        task = "both" if set(asked) == {"frame", "remainder"} else asked[0]
    understood = [("收到的比特串" if received else "数据", word)]
    if generator is None:
        if task == "both" or re.search(r"多项式|除数", problem.text):
            return None
        return Recognition(
            parameters={"task": task, "word": word},
            understood=tuple(understood),
            missing=(Missing("generator", "生成多项式（或除数）是什么？写成比特串，如 10011。", "除数为 {}"),),
        )
    if len(generator) < 2 or generator[0] != "1" or len(word) < len(generator) - 1 or len(word) > 64:
        return None
    if tail is not None and (received is None or tail != len(generator) - 1):
        return None
    understood.append(("除数", generator))
    return Recognition(parameters={"task": task, "word": word, "generator": generator}, understood=tuple(understood))
