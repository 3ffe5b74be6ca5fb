"""Hamming problems as certification papers set them: how many redundant bits a message needs, and which check bits check a data bit of a layout."""

from __future__ import annotations

import re
from typing import ClassVar

from engine.generators import patterns
from engine.generators.co._hamming_code.reading import Hamming
from engine.generators.co._hamming_code.simulator import check_bits
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

TASK = "plain hamming"
_LAYOUT = re.compile(r"(?<![A-Za-z0-9])(?P<row>(?:[DP]\d{1,2}\s*[,、]?\s*){5,24})(?![A-Za-z0-9])")
_CHECKED = re.compile(
    r"(?:则|那么)?(?:其中)?(?:的)?数据位\s?D(?P<bit>\d{1,2})\s?(?:应)?(?:由|受|被)\s?(?:\(\s*\)|\s{2,3}|哪些|哪几个|哪几位|多少)?\s?(?:校验位)?(?:来)?(?:进行)?校验"
)
_COUNT = re.compile(
    r"(?:则|那么)?(?:至少|最少|必须|必需|应当?|应该|需要?|要|为此)*(?:加入|增加|添加|附加|加|设置|使用|采用|插入|有)*(?:的)?(?:至少|最少)?(?:\s?\(\s?\d?\s?\)|\s{2,3}|\s?多少|\s?几)\s?(?:位|个|比特|bit)(?:的)?(?:冗余|校验|检验|监督|附加)(?:位|码|比特)?|"
    r"(?:至少|最少|必须|必需|应当?|需要?|要|所需)*(?:加入|增加|添加|附加|加|设置)?(?:的)?(?:\(冗余\)|冗余|校验|检验|监督|附加)(?:位|码)?(?:的)?(?:位数|个数|数目|数)(?:至少|最少|应)?(?:为|是)\s?(?:\(\s?\d?\s?\)|\s{2,3}|多少|几)?(?:位|个)?"
)


class PlainHamming(Hamming):
    """A problem of sizes or of a layout."""

    words: ClassVar[str] = (
        f"{Hamming.words} 数据码字 信息序列 信息码字 序列 比特 冗余 冗余位 方法 校验方法 一种 纠错码 纠错编码 若想 构成 才能 以实现 实现 仅考虑 考虑 情况 必须 加入 附加 增加 添加 若干 其 是 为 使得 由 值 决定 决定于 某些 被校位 被校数据 变化 根据 找到 从而 "
        "在 数据位 之间 特定 位置 通过 扩大 码距 来 多组 奇偶 利用 性 基于 进行 以 位数据 为例 表示 其中 第 位序 从右至左 右至左 等于 即 因此 用 的 数据信息 信息 Di Pj Dk 分布 如下 设有 已知 若 现 要 对于 对 长度 长 位"
    )
    refused: ClassVar[str] = (
        r"纠(?:正)?(?:出)?(?:两|2|二|双|多|三|3)(?:位|个)|SECDED|双检|检双|CRC|循环|概率|误码率|生成多项式|出错|收到|接收|编码结果|码字为多少|海明码(?:为|是)(?!一种)|两组|分别"
    )


# What a paper says of the code before it asks: how it works, worked through for another bit.
_TOLD = re.compile(
    r"(?:海明码|海明校验码|汉明码|海明码校验)(?:是)?(?:一种)?[^。;?]{0,80}(?:纠错码|纠错编码|特定位置上?|校验位的值决定于|扩大码距|检错和纠错)[^。;?]{0,160}[。;]|"
    r"\(从右至左[^()]{0,120}(?:\([^()]{0,20}\)[^()]{0,40})?\)|(?:例如|如)?[,]?数据位\s?D\d{1,2}\s?由\s?(?:P\d\s?[、,和]?\s?){2,4}(?:来)?(?:进行)?校验(?:\([^()]{0,90}\))?|其中,?\s?D[ijk]\s?\([^()]{0,16}\)\s?(?:表示|为)数据位[,、]?\s?P[ijk]\s?\([^()]{0,16}\)\s?(?:表示|为)校验位"
)


def recognise(text: str) -> Recognition | None:
    """The number of check bits for so much data, the check bits of a data bit, or both."""
    if not patterns.search("海明|汉明|hamming|纠", text, re.IGNORECASE):
        return None
    problem = PlainHamming(_TOLD.sub(" ", text))
    double = bool(
        problem.take_all(
            r"(?:能|并|且|可以?|同时|又|够|、|和)*(?:发现|检测|检出|检查|检)(?:出)?(?:两|2|二|双)(?:位|个)(?:错误|错|差错|出错)?"
        )
    )
    problem.take_all(
        r"(?:若|仅|只)?(?:仅|只)?(?:考虑|能够|能|可以?|要|想|并)*(?:检测|发现)?(?:和|并)?(?:纠正|纠)(?:出)?(?:一|1|单)(?:位|个)(?:错误|错|差错|出错)?(?:的)?(?:情况)?|(?:以|才能|便于|从而|能)*(?:实现)?(?:海明码|汉明码)(?:的)?纠错(?=[。,;?]|$)|以?实现纠错"
    )
    problem.take_all(rf"(?:以)?\s?{INTEGER}\s?位数据为例")
    layout = problem.take(_LAYOUT.pattern)
    checked = problem.take_asked(_CHECKED.pattern)
    if checked and layout is None:
        return None
    data = problem.take_one(r"(?:数据|信息)(?:码字|序列|位|码|字)?(?:为|是|:)\s?(?P<value>[01]{4,32})(?![01位])", len)
    told = problem.take_one(
        (
            rf"(?:数据|信息|有效信息|数据信息)(?:序列|码字|位|码)?(?:的)?(?:长度|位数)?(?:为|是|有|共)?\s?(?P<value>{INTEGER})\s?(?:位|比特|bit)(?!冗余|校验)",
            rf"(?P<value>{INTEGER})\s?(?:位|比特|bit)(?:的)?(?:有效)?(?:数据|信息)(?!为例)(?:位|码|序列)?",
        ),
        to_int,
    )
    if data is not None and told is not None and data != told:
        return None
    data = data if data is not None else told
    count = problem.take_asked(_COUNT.pattern)
    problem.settle()
    if (not checked and (data is None or not count or len(count) > 1)) or len(checked) > 1 or (layout is not None and not checked):
        return None
    parameters: dict[str, object] = {"task": TASK, "double": double}
    understood: list[tuple[str, str]] = []
    if count:
        if data is None or not 1 <= data <= 4096:
            return None
        parameters["data"] = data
        understood.append(("信息位", f"{data} 位"))
        understood.append(("能力", "纠正一位错、发现两位错" if double else "纠正一位错"))
    if checked and layout is not None:
        parameters["layout"] = patterns.findall(r"[DP]\d{1,2}", layout["row"])
        parameters["bit"] = f"D{int(checked[0]['bit'])}"
        understood.append(("排列", "".join(patterns.findall(r"[DP]\d{1,2}", layout["row"]))))
        understood.append(("求", f"校验 D{int(checked[0]['bit'])} 的校验位"))
    return Recognition(parameters=parameters, understood=tuple(understood))


def solve(parameters: Parameters) -> Solution:
    """The number of check bits, and the check bits whose positions add up to the data bit's."""
    answers: list[str] = []
    also: list[str] = []
    steps: list[str] = []
    if "data" in parameters:
        data = parameters["data"]
        bits = check_bits(data)
        steps.append(f"设校验位 k 位，要满足 2^k ≥ {data} + k + 1，k 最小为 {bits}。")
        if parameters["double"]:
            bits += 1
            steps.append(f"还要发现两位错，再加一位总校验位，共 {bits} 位。")
        answers.append(f"{bits} 位")
        also.append(str(bits))
    if "layout" in parameters:
        row, bit = parameters["layout"], parameters["bit"]
        if len(set(row)) != len(row) or bit not in row:
            stay_out("a layout without the bit")
        places = {name: len(row) - place for place, name in enumerate(row)}
        checks = {place: name for name, place in places.items() if name[0] == "P"}
        if any(place & (place - 1) for place in checks) or set(checks) != {1 << one for one in range(len(checks))}:
            stay_out("check bits elsewhere than at the powers of two")
        position = places[bit]
        if position not in {place for name, place in places.items() if name[0] == "D"} or position >= 1 << len(checks):
            stay_out("a position that the check bits do not reach")
        names = [checks[1 << one] for one in reversed(range(len(checks))) if position >> one & 1]
        powers = [str(1 << one) for one in reversed(range(len(checks))) if position >> one & 1]
        answers.append("".join(names))
        also += ["".join(names), "、".join(names)]
        steps.append(f"{bit} 从右数在第 {position} 位，{position} = {' + '.join(powers)}，所以由 {'、'.join(names)} 校验。")
    return Solution(answer="；".join(answers), also=tuple(also), steps=paragraphs(*steps))
