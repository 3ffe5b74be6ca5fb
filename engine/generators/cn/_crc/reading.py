"""Reading CRC problems by their parts: polynomials and bit strings, each with the role its clause gives it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.cn._crc.flips import FLIPPED, Flip
from engine.generators.cn._crc.words import HARMLESS, plain
from engine.generators.cn._told.changed_conditions import told_in
from engine.generators.cn._told.told import Told, Unit
from engine.generators.kind import Missing, Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_REFUSED = (
    r"(?:数据|信息|报文|最|前)(?:的)?(?:前面|之前|开头|前端)(?!带0)|不补|不加0|海明|汉明|奇偶|检验和|校验和|反码|初值|反转|取反|概率|突发|检错能力|漏检|"
    r"(?:出错|错误|差错)的?(?:位置|是第?几位)|哪一?位(?:出|有|发生)?(?:了)?(?:差?错)|先(?:发|传)(?:送|出|输)?的?(?:是)?最?(?:低|高)位|"
    r"零比特|字节填充|HDLC|PPP|标志字段|几位(?:错|差)|寄存器|硬件|电路|[1-9]个(?:错|差错)|C语言|查表|函数|或[01]{3}|哪些|原来的数据|(?<=[01])(?:后接|后跟|后面?(?:加|接|跟)上?)(?:上述|该|此)|能检测出?(?:几|多少)|可以检测|最?低位(?:开始|起)*(?:先|进行)?(?:发|送|传|参)|(?:低|高)位(?:在[前后]|先)"
)
_TERM = r"(?:x(?:\s*\^?\s*\d{1,2})?)"
_POLYNOMIAL = rf"(?<![A-Za-z0-9]){_TERM}(?:\s*\+\s*{_TERM})*\s*\+\s*(?:1(?!\d)|{_TERM})(?![A-Za-z])"
_BITS = r"(?<![\d.A-Za-z^])(?:[01]{3,}|[01]{2}(?=除|做除|作除|为除))(?:[ ,]+[01]{2,})*(?![\d.A-Za-z])(?!\s*(?:位|个|字节|B|bit|帧))|(?<![\d.A-Za-z])[01](?: [01]){3,}(?![\d.A-Za-z])"
_HEXADECIMAL = r"(?<![\dA-Za-z])(?:0x[0-9A-Fa-f]{1,8}|[0-9A-F]{1,8}H)(?![\dA-Za-z])"
_GENERATOR = r"(?:生成多项式|[GP]\(x\))(?:所)?(?:对应)?(?:的)?(?:二进制|位串|比特串|系数|序列|代码|码)+|即|也就是|生成多项式|生成(?:码|串|比特串|位串)|(?<![A-Za-z])[GPg]\s*\(\s*x\s*\)|除数|除以|CRC多项式|多项式|(?<![A-Za-z])[GPg](?=为|是|=|:|\s)"
_RECEIVED = r"(?:收到|接收到|拿到|接收(?:方|端)?(?:收到)?(?:的)?|接到|检验|检查|待检)(?:了)?(?:的)?(?:[^,。;?]{0,6}?(?:比特串?|位串|信息|数据|帧|码字|报文|序列|码|字))?|(?<![A-Za-z])R\s*\(\s*x\s*\)|(?:某)?码字(?=\s*[01]{6,}\s*里)"
_MESSAGE = (
    r"(?:要|待|需要?|所|欲|准备)?(?:发送|发|传送|传输|传)(?:的)?(?:数据|信息|报文|比特串?|序列|消息|位串|帧|二进制|码)*|(?:原始|有效|信息|数据)(?:数据|信息|位|码字?|比特串?|序列|帧|块)*|报文|被除(?:的)?数据|码字|消息|比特串|位串|"
    r"(?<![A-Za-z])[MDKTm]\s*\(\s*x\s*\)|(?<![A-Za-z])[MDKm](?=为|是|=|:|\s)|信息码"
)
_ASKED = (
    (
        r"(?:并)?(?:验证|验算|检验|检查|看)(?:一下|下)?(?:接收(?:方|端))?(?:用除数)?(?:去)?(?:除(?:出来|得|后)?)?(?:的)?(?:余数|结果)?(?:是不是|是否|会不会|应)(?:为|是|等于)?(?:0|零)|(?:接收(?:方|端))?除(?:出来|后)的?余数(?:是不是|是否)(?:为|是|等于)?(?:0|零)",
        "verify",
    ),
    (
        r"(?:校验|检验|冗余)(?:位|码)(?:应)?(?:是|有|为|占|共)*(?:多少|几)(?:位|个(?:比特|bit)),?(?:分别|各|值)?(?:是|为)(?:什么|多少|啥)|(?:校验|检验|冗余)(?:位|码)(?:的)?(?:位数|长度)(?:和|与|及)(?:其)?(?:内容|值|取值)",
        "width and value",
    ),
    (
        r"(?:发送(?:方|端)?(?:的)?|原来?的?|原始)(?:的)?(?:数据|信息)(?:的)?(?:比特(?:序列|串)|位串|序列|部分|位)?(?:和|与|及)(?:其)?(?:CRC)?(?:[校检]验码|[校检]验位|冗余码)(?:的)?(?:比特(?:序列|串)|位串|序列)?",
        "original and tail",
    ),
    (
        r"(?:[校检]验码|[校检]验位|冗余码|冗余位)(?:和|与|及|、)(?:其)?(?:信息码|信息位|数据位|原始数据|有效信息|信息)(?=分别|各|是|为)",
        "tail and original",
    ),
    (
        r"(?:信息码|信息位|数据位)(?:和|与|及|、)(?:其)?(?:CRC)?(?:[校检]验码|[校检]验位|冗余码|冗余位)(?=分别|各|是|为)",
        "original and tail",
    ),
    (
        r"(?:其中的?|其|它的|写出)(?:有效|原始|真正的?|发送的?)?(?:数据|信息)(?:位|部分|比特串?|序列)?(?=(?:应)?(?:是|为)|\?|$|[。;,])|(?:有效|原始)(?:数据|信息)(?:位|部分|比特串?|序列)?(?=(?:应)?(?:是|为)(?:什么|多少|啥)|\?|$|[。;,])|(?:发送(?:方|端)?(?:的)?|原来?的?|原始)(?:的)?(?:数据|信息)(?:的)?(?:比特(?:序列|串)|位串|序列|部分|位)?(?=(?:应)?(?:是|为)(?:什么|多少|啥|_)|\?|$)",
        "original",
    ),
    (
        r"(?:编码后|(?:加上?|附加|带上?|添上?|连同)(?:了)?(?:CRC|FCS|校验|检验|冗余)(?:校验)?(?:码|位)?(?:以?后|之后)?)(?:的)?(?:总共|一共|共|总长(?:度)?)?(?:要|会)?(?:发送|传输|发)?(?:有|是|为)?(?:多少|几)(?:个)?(?:位|比特|bit)",
        "total width",
    ),
    (
        r"(?:补|添|加)(?:零|0)?(?:后|上)*(?:的)?(?:被除式|被除数)(?:一共|总共|共|有)*(?:是)?(?:多少|几)(?:个)?(?:位|比特)|(?:被除式|被除数)(?:一共|总共|共|有|的长度)*(?:多少|几)位",
        "dividend length",
    ),
    (
        r"(?:模2除法)?(?:要|需要?|应|先)*(?:在)?(?:数据|后面|末尾|信息位|信息)*(?:后面|末尾|后)?(?:补|添|加)(?:多少|几)(?:个)?(?:0|零)|(?:补|添)(?:0|零)(?:的)?(?:个数|数目)",
        "zeros",
    ),
    (r"(?:被除数|补(?:0|零)后的?(?:数据|序列|比特串|被除数))(?=是|为|多少|什么)", "dividend"),
    (
        r"(?:校验|检验|冗余|FCS|CRC|校验码|检验序列)(?:位|码|校验码)*(?:的)?(?:应|共|有|占|是|要|需|长度)*(?:为)?(?:多少|几)(?:个)?(?:位|比特|bit)|(?:校验|检验|冗余)(?:位|码)(?:\((?:余数|冗余[位码]|FCS|[校检]验[位码])\))?(?:的)?(?:位数|长度|个数)|(?:多少|几)(?:个)?位(?:的)?(?:校验|检验|冗余)(?:位|码)?|(?:余数|FCS)(?:有|是|应)?(?:多少|几)位|(?:余数|FCS|校验码)(?:的)?(?:位数|长度)",
        "width",
    ),
    (
        r"(?:信息位|数据位|原始数据|有效信息|数据|信息)(?:的)?(?:有|是|占|长度|共)*(?:为)?(?:多少|几)(?:个)?(?:位|比特|bit)|(?:信息位|数据位)(?:的)?(?:位数|个数|长度)",
        "data width",
    ),
    (
        r"(?:加上FCS后|加上校验码后|加校验位后|最终|整个|发送的?|总的?)*(?:帧长|码字|码长|CRC码|总长|帧)(?:的)?(?:长度?|总长)?(?:一共|共|有|是|为|多长)*(?:多少|几)(?:个)?(?:位|比特|bit|字节|B)|帧长(?:度)?(?:是|为)?(?=多少|几|\s*$|[?。])",
        "total width",
    ),
    (r"(?:编码效率|码率|信息位占码字(?:的)?比例|编码(?:的)?效率)(?:\([^()]*\))?", "efficiency"),
    (
        r"(?:对应|所对应)(?:的)?(?:二进制(?:比特)?(?:串|数|序列|代码|码|位串|除数)?|除数|比特串|位串|系数)(?:\([^()]*\))?(?=是|为|多少|什么|啥)|除数(?:\(二进制\))?(?:是|为)(?=多少|什么|啥)|写成二进制|对应(?:的)?(?:除数|二进制)",
        "generator bits",
    ),
    (
        r"(?:用|以|写成|写为|表示成|表示为|化成)?(?:信息)?(?:的)?多项式(?:(?<![A-Za-z])[MDK]\s*\(x\))?(?:表示出来|表示|的形式|形式)|(?:对应|写成|表示成)(?:的)?多项式(?:是|为)?(?=什么|多少|怎么|\s*$|[,;?。])",
        "polynomial",
    ),
    (r"(?:其|它的?)?最高(?:次|次幂|次数|幂次)(?:项)?(?:是)?(?:多少|几)?(?:次)?", "degree"),
    (
        r"(?:是否|能否|能不能|可否|会不会|可以|能)?(?:被)?(?:接收(?:方|端))?(?:发现|检测出来?|检测到|检出|查出)(?:这个|该|此|这种|到)?(?:错误|差错|错)?(?:吗|么|不)?",
        "detected",
    ),
    (
        r"(?:是|该|应该?|会|要)?(?:收下|接收|接受)(?:还是|或)(?:丢掉|丢弃|拒绝|扔掉|重传)|(?:丢掉|丢弃)(?:还是|或)(?:收下|接收|接受)|(?:能否|是否|会不会)(?:接收|接受|收下|丢弃|通过)",
        "check",
    ),
    (
        r"CRC码(?:字)?\((?:信息位?|数据位?)(?:加|和|\+|与)(?:校验位|冗余码|冗余位)\)|(?:实际|最终|最后|应该?|所|要|编码后|完整|被)*(?:的)?(?:发送|传输|传送|发往信道|发出去?)(?:出去|到线路上|到信道上|到信道|的)*(?:的)?(?:完整)?(?:的)?(?:比特串|位串|帧|码字|比特序列|数据帧|数据|序列|信息|编码|位序列|二进制串|串|是什么|是啥|的是)|(?:编)(?:成|出来?|出)的?(?:CRC|\d{1,2}位)?(?:码字|码|序列)|(?:带校验(?:位)?的?|完整的?|整个|最终的?|编码后的?|带冗余码的?)+(?:码字|帧|发送序列|编码|CRC码)|(?:CRC)?(?:编码后|编码)(?:的)?(?:实际)?(?:发送|码字|结果|序列)|(?:最后|实际|真正|最终)+(?:在)?(?:线路上|信道上)?(?:传输?|传送|发送?)(?:出去)?的(?:比特串|数据|码|序列)?(?:是)?(?:什么|啥|多少)?|(?:应当?|该|需要?|要|须)(?:传输|发送|传送)的(?:消息|报文|信息|数据|码|串)|发送序列|发送帧|整帧|整个帧|全帧|CRC码字|帧(?:是|为)(?:什么|啥|多少)|发(?:送|出|出去|出去的)?(?:的)?(?:是)?(?:什么|啥)|发出去的?(?:是|串|整个串)?(?:什么|啥)?|码字(?=是|为|\(|$|[?。])",
        "frame",
    ),
    (r"(?<![A-Za-z])CRC(?:编)?码(?:\(循环冗余(?:校验)?码\))?(?=是|为|多少|怎么|\s*[?。(;,]|\s*$)", "code"),
    (
        r"CRC(?:位|比特|冗余位)(?:\s*[RF](?![A-Za-z(]))?(?![数长])|(?:应该?)?(?:添加|附加|加|跟|缀|补)在?(?:数据|信息|报文)?(?:的)?(?:后面|之后|末尾|尾部)(?:的)?(?:余数|校验位|校验码|冗余码|检验序列)?|(?:CRC)?(?:循环)?(?:冗余)?(?:校验|检验|冗余)(?:位|码|序列|比特|字段|值)(?:\((?:FCS|余数|帧检验序列|CRC)\))?(?:的)?(?:内容|十六进制)?(?:值)?|余数|FCS(?:字段)?|校验序列|帧(?:检验|校验)序列|CRC(?:值|是多少|是啥|是什么)|(?<![A-Za-z])R(?=为|是|\s*=\s*\?)|CRC(?:校验|检验)码(?=是|为|多少|$|[?。])",
        "remainder",
    ),
    (
        r"(?:是否|有无|有没有|能否|可否|判断|哪个|哪些)(?:认为|说明|判断|判定)?(?:它|其|该帧|这帧|数据|传输(?:过程)?(?:中)?|接收)?(?:中)?(?:是否|有没有)?(?:有|无|没有|产生|出现|发生|存在|传输)*(?:了)?(?:传输)?(?:差错|错误|无误|错|出错|误码|正确)|(?:出|有)(?:没有?|没)?(?:出)?错(?:了)?(?:没有?|吗|么|没)?|(?:对不对|正确吗|错没错|传错了吗|有没有错|传错没)|(?:正确|错误)与否|哪个(?:有|出)?错",
        "check",
    ),
)
# `接收方收到比特串（ ）时，可以断定传输中未发生错误`: the word itself is to be chosen.
_FILLED_IN = re.compile(
    r"(?:接收|收)到(?:的)?(?:了)?(?:下列|下面|以下)?(?:的)?(?:比特串|比特序列|位串|序列|数据|码字|帧|信息|报文)*(?:是|为)?\s*(?:时|,|,?则|后|的时候|如果|若)*(?:接收(?:端|方))?(?:可以?|能够?|就)*(?:断定|认为|判断|判定|认定|说明|确定|知道)(?:出)?"
    r"(?:其|它|该?(?:数据|帧|比特串))?(?:在)?(?:传输|传送)?(?:的)?(?:过程)?(?:中|时)?(?:(?P<good>(?:没有?|未|无|并未|不曾)(?:发生|出现|产生)?(?:了)?(?:传输)?(?:差错|错误|错|误码))|(?P<bad>(?:有|出现|发生|产生|存在)(?:了)?(?:传输)?(?:差错|错误|错|误码)|出错))"
)


def _generator_of(text: str) -> str:
    powers = []
    for term in patterns.sub(r"\s", "", text).lower().split("+"):
        powers.append(0 if term == "1" else int(term[1:].lstrip("^") or 1))
    if len(set(powers)) != len(powers) or max(powers) > 32:
        stay_out(text)
    return "".join("1" if power in powers else "0" for power in range(max(powers), -1, -1))


def _compact(text: str) -> str:
    return patterns.sub(r"[ ,]", "", text)


def _bits_of(text: str) -> str:
    digits = patterns.sub(r"0x|H$", "", text, flags=re.IGNORECASE)
    return f"{int(digits, 16):0{4 * len(digits)}b}"


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve`; None or `StayOut` where a bit string or a word is not understood."""
    problem = Told(plain(text), short_rates=False)
    counted = problem.take_all(
        r"(?:先后|依次|分别)*(?:收到|接收到|接到)(?:了|的)?(?P<value>[两二三四2-4])个?(?:比特串|位串|码字|序列|帧|数据|报文|比特序列)+(?=[\s:为是,]*[01]{4})"
    )
    counted += (
        problem.take_all(r"(?:这|上述|该)?(?P<value>[两三四2-4])个?(?:比特串|位串|码字|序列|帧|数据|报文|比特序列)(?=[除是有的各])")
        if counted
        else []
    )
    problem.take_all(r"(?<![A-Za-z])A\s*[01]+\s*B\s*[01]+\s*C\s*[01]+\s*D\s*[01]+")
    problem.take_all(r"前面带0|中间0太多")
    if patterns.search(r"收到(?:的|了)?(?:信息|数据)", problem.text):
        problem.find(
            "sum",
            r"(?:(?:检查|校验|检验)和(?:CRC)?|CRC(?:校验)?和|CRC(?:校验|检验)?码|FCS|校验码|冗余码|校验位)(?:为|是|=|:)+(?P<value>[01]{2,32})(?![01\d])",
            lambda match: match["value"],
        )
    problem.refuse(_REFUSED)
    bytewise = problem.has("字节")
    if standard := problem.take(r"CRC-?(?P<value>4|5|7|8|10|12|16|32)(?!\d)|CRC-?(?P<ccitt>CCITT)"):
        problem.note("standard", int(standard["value"] or 16), standard.start())
    flips = [Flip.of(match) for match in problem.take_all(FLIPPED)]
    problem.find(
        "damaged",
        r"\(?(?:即)?,?(?:此时|这时)?(?:数据|信息|报文|接收到的(?:数据|帧)?|收到的(?:数据|帧)?|码字|帧)(?:变为|变成|成为|成了)(?:了)?(?P<value>[01]{4,})\)?",
        lambda match: match["value"],
    )
    problem.take_all(r"\(?(?:用|以|写成|表示为)?(?:两|2|四|4)位(?:的)?(?:十六进制|16进制)(?:数)?(?:表示|形式|给出)?\)?")
    problem.take_all(r"\(指(?:的是)?(?:数据|信息)(?:部分|位)?的最后一(?:位|个1)\)")
    if patterns.search(r"\(指", problem.rest):
        stay_out("of what is it the last bit?")
    if_good = bool(
        problem.take_all(
            r"(?:如果|若|假如|要是|当)(?:传输|接收|数据|它)?(?:中|过程中)?(?:(?:未|没有?|无)(?:出现|发生|有|检测出|检出)*(?:差错|错误|出错|错|误)|(?:传输)?(?:正确|无误))(?:的话)?"
        )
    )
    problem.find(
        "zeros told",
        rf"(?:先)?(?:在?(?:数据|信息位|信息|其|末尾|后面|最后|右边|M)*(?:后面?)?)(?:补|添|加)(?:上)?(?P<value>{INTEGER})个(?:0|零)(?:之?后)?",
        lambda match: to_int(match["value"]),
    )
    problem.find(
        "tail",
        r"\(?(?:其中)?(?:校验位|校验码|余数)(?:在|是|为)(?:最)?后(?:面)?(?P<value>\d{1,2})位\)?|\(?(?:其中)?(?:里)?(?:的)?(?:(?:最)?后|末)(?:尾)?(?:的)?(?P<other>\d{1,2})(?:位|比特)(?:是|为)(?:CRC|循环冗余)?(?:校验位|校验码|检验码|检验位|冗余码|冗余位|余数)\)?"
        r"|\((?:其中|已)?(?:包?含|包括)(?:有|了)?(?:(?:最)?后(?:面)?(?:的)?)?(?P<third>\d{1,2})(?:位|比特|个)(?:的)?(?:CRC|循环冗余)?(?:校验位|校验码|检验码|检验位|冗余码|冗余位|校验比特)(?:在内)?\)",
        lambda match: int(match["value"] or match["other"] or match["third"]),
    )
    problem.find(
        "length",
        r"(?<![\d(])(?P<value>\d{1,2})(?:位|比特)(?:的)?(?:数据流|比特流|数据|信息|信息位|数据位)(?=[是为:]?\s*[01]{3})",
        lambda match: int(match["value"]),
    )
    if code := problem.take(r"\((?P<n>\d{1,2}),(?P<k>\d{1,2})\)(?:循环码|CRC码|码)(?:那种)?"):
        problem.note("total", int(code["n"]), code.start())
    problem.find(
        "length",
        r"\(?共?(?P<value>\d{1,2})(?:位|比特)\)(?=[,。;])|\(共(?P<other>\d{1,2})位\)|数据位有(?P<third>\d{1,2})位:",
        lambda match: int(match["value"] or match["other"] or match["third"]),
    )
    problem.take_all(r"(?:然后|再|用)?(?:做|进行|作|使用|采用)?(?:模-?2|模二)(?:的)?(?:除法?|运算|除)(?:计算)?(?:之?后)?(?:得到)?")
    problem.take_all(
        r"(?:进行)?(?:传输|传送)?(?:以便?|用来|用以|用于|来)?(?:防止|避免|检测|检查|检验|发现)(?:传输|传送)?(?:过程)?(?:中)?(?:的|可能|发生|出现|产生)*(?:错误|差错|误码)(?=[,。;])"
    )
    problem.take_all(
        r"(?:双方)?(?:约定|商定)(?:的|好的)?|\((?:余数|FCS)\)|(?<=余数)\(FCS\)|(?:求|得)?(?:出)?[45三四五](?=位(?:冗余码|校验码|校验位))"
    )
    problem.find(
        "total",
        rf"(?:CRC码|码字|编码后)?(?<!信息)(?<!数据)(?<!信息位)(?<!数据位)(?<!信息的)(?<!数据的)(?:总长|码长|总长度|长度|长)(?:度)?(?:为|是|有)?(?P<value>{INTEGER})\s*(?:位|比特|bit)|(?:码字|CRC码)(?:共|有|是|为)(?P<other>{INTEGER})位",
        lambda match: to_int(match["value"] or match["other"]),
    )
    problem.find(
        "degree told",
        rf"(?:生成)?多项式(?:的)?(?:最高次|最高次数|次数|阶数|阶)?(?:为|是|有)*(?P<value>{INTEGER})(?:次|阶)(?:的)?|(?:次数|最高次(?:幂|项|方|数)?|最高幂次?|最高阶|阶数)(?:为|是)(?P<other>\d{{1,2}})(?!\d|次幂)",
        lambda match: to_int(match["value"] or match["other"]),
    )
    problem.find(
        "degree told",
        r"(?<![A-Za-z])(?:n|r|k)\s*=\s*(?P<value>\d{1,2})(?:位|比特)?(?:的)?(?:FCS|校验码|校验位|冗余码|冗余位|CRC)",
        lambda match: int(match["value"]),
    )
    problem.find(
        "degree told",
        rf"(?:冗余位|校验位|检验位)(?:数)?(?:为|有|是|占|共)+(?P<value>{INTEGER})(?:位|比特|bit|个)(?!\s*[?。]?\s*[01]{{2}})",
        lambda match: to_int(match["value"]),
    )
    problem.find(
        "divisor length",
        rf"除数(?:是|为|有|共)*(?P<value>{INTEGER})(?:位|比特)(?:的)?(?:二进制)?(?:串|数)?",
        lambda match: to_int(match["value"]),
    )
    problem.find("data length", r"(?:信息|数据)(?:位数|位长度)(?:为|是|=)*(?P<value>\d+)(?![\d])", lambda match: int(match["value"]))
    problem.find(
        "data length",
        rf"(?:信息位|数据位|信息|数据|首部)+(?:的)?(?:一共|共|有|是|为|长|长度)*(?P<value>{INTEGER})\s*(?:位|比特|bit|字节|B)(?!:)",
        lambda match: to_int(match["value"]),
    )
    problem.tell((
        Role(name="message", quantity=_POLYNOMIAL, read=_generator_of, before=r"(?:信息|数据|报文|发送|消息)(?:序列|码|位)?(?:所)?(?:对应)?的?多项式|(?<![A-Za-z])[MDKm]\s*\(\s*x\s*\)|信息多项式"),
        Role(name="generator", quantity=_POLYNOMIAL, read=_generator_of, before=_GENERATOR, after="作?为?(?:生成多项式|除数)|去?(?:检验|校验|除)(?!序列|位|码)|这个生成多项式", alone=True),
        Role(name="message", quantity=_HEXADECIMAL, read=_bits_of, before=_MESSAGE, alone=True),
        Role(name="generator", quantity=_BITS, read=_compact, before=_GENERATOR, after="(?:作为|作|为|当作?|做)(?:生成多项式|除数)|去除|(?:来|去)?做(?:模-?2|模二)?(?:除法?|运算)"),
        Role(name="received", quantity=_BITS, read=_compact, before=_RECEIVED),
        Role(name="dividend told", quantity=_BITS, read=_compact, before=r"被除(?:的)?(?:数|式)"),
        Role(name="message", quantity=_BITS, read=_compact, before=_MESSAGE, after="(?:后面)?补0", alone=True),
    ))  # fmt: skip
    long = problem.take(
        r"(?:下列|以下|下面)?(?:哪一?个|[4四]个)?(?:CRC)?(?:校验|检验)(?:比特序列|序列|码|位)(?:中)?,?(?:只有)?(?:哪一?个)?(?:是)?(?:有)?可能(?:是)?(?:正确|合法)的?(?:是)?(?:哪一?个)?"
    )
    if bytewise and problem.has(r"(?:总共|一共|共|总长度?)(?:有|是|为)?(?:多少|几)个?(?:位|比特|bit)"):
        stay_out("told in bytes, asked in bits")
    # `what is sent with the check bits added` asks only for what is sent.
    problem.take_all(
        r"(?:添加|加上|附加|带上|添上)(?:了|上)?(?:CRC)?(?:循环)?(?:冗余)?(?:校验|检验|冗余)(?:码|位)(?:以?后|之后),?(?=[^,。;?]{0,12}(?:传输|发送|传送|发出))"
    )
    asked = problem.ask(_ASKED)
    problem.take_all(
        r"(?:CRC|循环冗余)(?:循环冗余)?(?:校验|检验|检错|编码)?(?:码)?(?:\((?:CRC|循环冗余(?:校验|检验)(?:码)?)\))?(?:技术|方法|方式|编码)?|(?:生成)?多项式|(?<![A-Za-z])[GPMDKTRgm](?:\s*\(\s*x\s*\))?(?![A-Za-z])|FCS|余数(?:不?为0)?|差错检测|接收(?:端|方)|发送(?:端|方)|二进制|十六进制"
    )
    flawed = problem.take(
        r"(?:则|那么)?(?:接收(?:端|方))?(?:收到|接收到|接收)?(?:的)?(?:下列|以下|下面)(?:哪一?个|各|4个|四个|几个)?(?:接收到?的?|收到的?)?(?:码字|比特串|比特序列|二进制序列|位串|序列|数据|帧|信息|选项|报文)*(?:中|里)?,?(?:经|通过|经过)?(?:CRC)?(?:校验|检验|检查|检测)?(?:后)?(?:可以?|能)?(?:认为|判断|判定|判)?(?:为|是)?(?:传输)?(?:(?P<good>没有?(?:出现|检[出测]出?|发生)?(?:传输)?(?:差错|错误|出错|错)|无(?:差错|错误|错|误)|未(?:出错|出现差错|发生差错)|正确|合法|能?通过(?:校验|检验))|(?P<bad>(?:有|出现|发生|存在)(?:了)?(?:差错|错误|错)|出错|错误|不正确|不合法|不能通过(?:校验|检验)))(?:的)?(?:码字|比特串|序列|数据|帧)?(?:的)?(?:是|为|有)?(?:哪一?(?:个|项)|\(\s*\))?(?=\s*(?:$|[?。:(]))"
    )
    flawed = flawed or problem.take(_FILLED_IN.pattern)
    divisible = flawed or problem.take(
        r"(?:下列|以下)?(?:哪个|哪一个|哪项)(?:选项)?(?:能|可以|可)?(?:被)?(?:生成多项式)?\ue000*(?:整除|通过检验)|(?:能|可以)被(?:生成多项式)?\ue000*整除(?:的是)?"
    )
    if divisible is not None:
        problem.take_all(r"\(?即?接收(?:方|端)?判为无差错\)?|无差错|判为")
    problem.done(HARMLESS)
    hexadecimal = "十六进制" in problem.text
    if long is not None and not asked and divisible is None:
        # Of options of so many lengths one has as many bits as a remainder has.
        found = problem.values("generator")
        if len(found) != 1 or problem.values("message") or problem.values("received"):
            return None
        return Recognition(parameters={"units": [], "as long as": found[0]}, understood=(("生成多项式", found[0]),))
    if divisible is not None and not asked:
        if len(found := problem.values("generator")) != 1 or problem.values("received"):
            return None
        bad = flawed is not None and flawed["bad"] is not None
        return Recognition(parameters={"units": [], "divisible": found[0], "flawed": bad}, understood=(("除数", found[0]),))
    if not asked or divisible is not None:
        return None
    if len(problem.values("message")) > 1 and not problem.values("received") and patterns.search("(?:接收|收)到", problem.text):
        problem.told = [replace(fact, name="received") if fact.name == "message" else fact for fact in problem.told]
    if len(problem.values("message")) == 1 and not problem.values("received") and {"check", "original"} & set(asked) and not flips:
        # `收到带有校验码的数据序列为 1010110011`: what is received has the name of a message.
        place = next(fact.place for fact in problem.told if fact.name == "message")
        if patterns.search("(?:接收|收|接)到|接收(?:方|端)", problem.text[problem.clause_at(place)[0] : place]):
            problem.told = [replace(fact, name="received") if fact.name == "message" else fact for fact in problem.told]
    if counted:
        # `先后收到两个帧：… 和 …`: only the first stands beside the word that says so.
        problem.told = [replace(fact, name="received") if fact.name == "message" else fact for fact in problem.told]
    received = problem.values("received")
    if any(len(received) != to_int(match["value"]) for match in counted):
        stay_out("another number of words")
    if len(received) > 1:
        return _several(problem, received, asked)
    questions = problem.units()
    for unit in questions[1:]:
        # `若接收端收到 …，有无差错`: the message of the first question is not what is checked.
        if not flips and "received" in (mine := told_in(problem, unit)) and "message" not in mine:
            unit.known.pop("message", None)
    if flips:  # what was sent and what arrives are one question's two parts
        questions = [replace(questions[0], asked=[name for unit in questions for name in unit.asked])]
        if len({tuple((name, value) for name, value in sorted(unit.known.items()) if name != "damaged") for unit in problem.units()}) > 1:
            return None
        if damaged := problem.values("damaged"):
            questions[0].known["damaged"] = damaged[0]
    told = [_unit(unit, flips, problem.goals, bytewise, hexadecimal, problem.text) for unit in questions]
    if any(one is None for one in told):
        return None
    return _result([one | {"if good": if_good} for one in told if one is not None], problem.text)


def _several(problem: Told, received: list[str], asked: list[str]) -> Recognition | None:
    """Several words checked with one generator."""
    generators = problem.values("generator")
    if len(generators) != 1 or set(asked) - {"check", "remainder"} or problem.values("message"):
        return None
    return _result([{"asked": ["check"], "received": word, "generator": generators[0]} for word in received], problem.text)


def _unit(
    unit: Unit, flips: list[Flip], goals: list[tuple[int, str]], bytewise: bool, hexadecimal: bool, text: str
) -> dict[str, Any] | None:
    known, asked = dict(unit.known), list(dict.fromkeys(unit.asked))
    generator, received, message = known.get("generator"), known.get("received"), known.get("message")
    both = {
        "width and value": ["width", "remainder"],
        "code": ["remainder", "frame"],
        "original and tail": ["original", "tail"],
        "tail and original": ["tail", "original"],
    }
    asked = list(dict.fromkeys(part for name in asked for part in both.get(name, [name])))
    if "check" in asked and received is None and patterns.search(r"CRC(?:编)?码(?:为|是|:)|码字(?:为|是|:|\s)*[01]{4}", unit.text):
        received, message = message, None
    if received is None or flips:
        asked = ["frame" if name == "original" else name for name in asked]
    if "tail" in asked and (received is None or flips):
        return None
    if "sum" in known:
        if received is None or generator is None or len(known["sum"]) != len(generator) - 1:
            return None
        known.setdefault("data length", len(received))
        received += known["sum"]
    if generator is not None and (len(generator) < 2 or generator[0] != "1"):
        return None
    if "dividend told" in known:
        # What is divided has its zeros already, unless they are still to be added.
        if message is not None or received is not None or generator is None:
            return None
        message, zeros = known["dividend told"], len(generator) - 1
        if "zeros told" not in known and not patterns.search("(?:补|添|加)(?:上)?(?:0|零)", text):
            if set(asked) - {"remainder"} or len(message) <= zeros or "1" in message[-zeros:]:
                return None
            message = message[:-zeros]
    if received is not None and message is not None and not flips:
        return None
    degree = len(generator) - 1 if generator is not None else None
    if "tail" in known and received is None and message is not None:
        received, message = message, None
    for name, offset in (("degree told", 0), ("divisor length", -1), ("standard", 0)):
        if name in known:
            if degree not in (None, known[name] + offset):
                return None
            degree = known[name] + offset
    word = received if received is not None else message
    if "zeros told" in known and (degree is None or known["zeros told"] != degree or received is not None):
        return None
    if "total" in known and word is not None and degree is not None and known["total"] != len(word) + (degree if received is None else 0):
        return None
    if "length" in known and (word is None or known["length"] != len(word)):
        return None
    if "tail" in known and (received is None or generator is None or known["tail"] != len(generator) - 1):
        return None
    if word is not None and (len(word) > 64 or (generator is not None and len(word) < len(generator) - 1)):
        return None
    flip = None
    if "damaged" in known and len(flips) != 1:
        return None
    if flips:
        if message is None or generator is None or set(asked) - {"detected", "remainder", "check", "frame", "width"}:
            return None
        # "余数是多少?传输中最后一个 1 变成 0,能否发现?": the remainder that was sent, then what arrives.
        flips = sorted(flips, key=lambda one: one.place)
        asked = list(dict.fromkeys(name for place, name in goals if place < flips[0].place))
        if {"check", "detected"} & set(asked):
            return None
        for number, (match, until) in enumerate(zip(flips, [*(one.place for one in flips[1:]), 10**6], strict=True)):
            here = {name for place, name in goals if match.place <= place < until}
            if not here or here - {"detected", "remainder", "check"} or (match.to == "1" and "1" in match.ones):
                return None
            asked.append(f"detected {number}")
        flip = [{"what": one.what, "ones": one.ones, "places": list(one.places), "side": one.side, "to": one.to} for one in flips]
    elif "detected" in asked:
        if received is None:
            return None
        asked = list(dict.fromkeys("check" if name == "detected" else name for name in asked))
    if received is not None and not flip:
        if {"frame", "dividend", "zeros", "polynomial"} & set(asked):
            return None
        asked = list(dict.fromkeys("check" if name == "remainder" else name for name in asked))
    elif "check" in asked:
        return None
    if "generator bits" in asked and "polynomial" in asked and not patterns.search(r"[01]{3,}\s*(?:所)?对应的?(?:信息)?多项式", text):
        return None  # of which of the two is the polynomial asked?
    counted = {"zeros", "width", "data width", "total width", "dividend length", "efficiency"}
    if not set(asked) & (counted | {"polynomial", "degree", "generator bits"}) and "standard" in known and generator is None:
        return None
    return {
        "asked": asked,
        "message": message,
        "damaged": known.get("damaged"),
        "received": received,
        "generator": generator,
        "degree": degree,
        "total": known.get("total") if "data width" in asked else None,
        "data": known.get("data length"),
        "flip": flip,
        "bytes": bytewise,
        "hexadecimal": hexadecimal,
    }


def _result(told: list[dict[str, Any]], text: str) -> Recognition | None:
    understood: list[tuple[str, str]] = []
    for one in told:
        for name, label in (("message", "数据"), ("received", "收到的比特串"), ("generator", "除数")):
            if one.get(name) is not None:
                understood.append((label, one[name]))
        if one.get("generator") is None and one.get("degree") is not None:
            understood.append(("生成多项式", f"{one['degree']} 次"))
    missing: tuple[Missing, ...] = ()
    if (
        len(told) == 1
        and told[0]["generator"] is None
        and len(told[0]["asked"]) == 1
        and told[0]["asked"][0] in ("remainder", "frame", "check")
    ):
        if patterns.search(r"多项式|除数", text):
            return None
        if told[0]["message"] is None and told[0]["received"] is None:
            return None
        missing = (Missing("generator", "生成多项式（或除数）是什么？写成比特串，如 10011。", "除数为 {}"),)
    return Recognition(parameters={"units": told}, understood=tuple(dict.fromkeys(understood)), missing=missing)
