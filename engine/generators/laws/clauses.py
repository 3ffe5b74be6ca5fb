"""Computer-organization problems read by their parts: the quantities of the family and what chats shorten; see `engine.generators.clauses`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import ClassVar

from engine.generators import clauses, patterns
from engine.generators.laws import measures
from engine.generators.reading import INTEGER, stay_out

NUMBER = r"(?<![\d.A-Za-z^×])\d+(?:\.\d+)?"
POWER = r"(?<![\d.A-Za-z^])(?:10\^\d{1,2}(?!\d)|\d+(?:\.\d+)?\s*(?:[×xX*]\s*10\s*\^?\s*\d{1,2}|百万|千万|万|亿|千|[KMG](?![A-Za-z]))?)"
"""A large number: `2×10^8`, `300万`, `1.2亿`, `500K`; `to_large` reads it."""

FREQUENCY = rf"{NUMBER}\s*(?:[kKMG]?Hz|兆赫兹?|吉赫兹?|千赫兹?|赫兹)"
TIME = rf"{NUMBER}\s*(?:个)?(?:ns|μs|us|ms|ps|s(?![A-Za-z])|纳秒|微秒|毫秒|皮秒|秒钟?|us)(?![A-Za-z])"
RATE = rf"{NUMBER}\s*(?:[KkMG]?(?:B|字节)\s*(?:/\s*s(?:ec)?|/\s*秒|每秒)|[KMG]?Bps|兆字节(?:/|每)秒|[KkMG]?(?:bit|b|位|比特)\s*(?:/\s*s|/\s*秒|每秒)|[KkMG]?bps)(?![A-Za-z])"
SIZE = rf"{NUMBER}\s*(?:[KMG]i?(?:(?-i:B)(?:yte)?s?|字节)|(?-i:[kmg]b)|(?-i:B)(?:ytes?)?|bytes?|个?[KMG]?字节|兆字节|千字节)(?![A-Za-z/])"
BITS = rf"(?<![\d.A-Za-z第^]){INTEGER}\s*(?:个)?(?:位|bits?|比特|(?-i:b))(?![A-Za-z/置]|数(?!据))"
SHARE = (
    rf"(?:{NUMBER}\s*%|百分之{INTEGER}|(?<![\d./A-Za-z])\d{{1,2}}/\d{{1,2}}(?![\d./A-Za-z])|[二三四五六七八九十]分之[一二三四五六七八九])"
)
TIMES = rf"(?:{NUMBER}|[一二两三四五六七八九十百]+)\s*倍"
HEXADECIMAL = r"(?<![0-9A-Za-z.])(?:0x[0-9A-Fa-f]{1,16}H?|(?:\d[0-9A-Fa-f]*|[A-Fa-f][0-9A-Fa-f]*)\s?[Hh])(?![0-9A-Za-z])"

# What people shorten in a chat, and the full wording.
_SHORTENED = (
    (r"(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])", ","),
    (r"(?<=[A-Za-z0-9%)]) +(?=[\u3400-\u9fff])", " "),
    (r"俩(?:个)?", "两个"),
    (r"仨(?:个)?", "三个"),
    (r"((?:主频|时钟|频率|cpu)(?:频率)?(?:为|是|有|=|:|\s)*\d+(?:\.\d+)?)\s*([MG])(?![A-Za-z\d×*/])", r"\1\2Hz"),
    (r"(?<=\d)(\s*[MG])(?=的?(?:主频|cpu|处理器))", r"\1Hz"),
    (r"(\d\s*|[一二两三四五六七八九十百千])个时钟(?!周期|频率|沿|信号)", r"\1个时钟周期"),
    (r"((?:位宽|总线宽度?|宽度|字长)(?:为|是|=|:|\s)*)(\d+)(?![\d.A-Za-z×*/%位根条个字]|\s*(?:位|bit|根|条|个|字))", r"\1\2位"),
    (r"(?<![A-Za-z])(CPI|MIPS)(?=\d)", r"\1 "),
    (r"(?:时延|延时)", "延迟"),
    (
        r"\d+(?:\.\d+)?\s*(?P<unit>[^\W\d]{1,4})[,。 ]*(?:不对|打错了?|说错了?|写错了?|记错了?)[,。!~ ]*(?:应该|应当|哦|啊)*(?:是|为)\s*(?P<said>\d+(?:\.\d+)?)\s*(?P=unit)",
        r"\g<said>\g<unit>",
    ),
    (
        r"每秒(?:钟)?((?:能|可以?|最多|要|需要?|产生|传送|传输|传|发送|输入|输出|送)*\s*\d+(?:\.\d+)?\s*[KMG]?(?:B|字节|bits?|b))(?![A-Za-z/\d])",
        r"\1/s",
    ),
    (
        r"\d+(?:\.\d+)?\s*[KMGkmnμ]?(?:bit|Hz|[A-Za-z])(?:/s)?[.,。…~\s]*(?:更正|纠正|改正|订正)(?:一下|为|是|成|:|,|\s)*(?=\d+(?:\.\d+)?\s*[A-Za-z])",
        "",
    ),
    # The one device of a text may have a letter; of two of them the letters stay, and are refused.
    (r"(设备|外设)\s*([A-Z])(?![A-Za-z\d/])(?![\s\S]*(?:设备|外设)\s*(?!\2)[A-Z](?![A-Za-z\d/]))", r"\1"),
    (r"(?<=\d)\s*乘(?:以)?\s*(?=10\s*(?:的|\^))", "×"),
    (r"(?<![\d.])10\s*的\s*(\d{1,2})\s*次(?:方|幂)", r"10^\1"),
    (r"(?<=Hz的)U(?![A-Za-z])", "CPU"),
    # What a person takes back: only what is said at last holds.
    (
        r"(?P<one>\d+)\s*(?P<unit>[^\W\d]{1,4})[^\d,;。?!\n]{0,6}?(?:还是|或者?)\s*(?P<other>\d+)\s*(?P=unit)[^\d,;。?!\n]{0,6}?(?:来着|忘了|记不清了?|不记得了?)[.,。?!…~\s]*"
        r"(?:反正|应该|好像|大概|哦|对|记得|想起来了|按|就|算|是|当|,)+(?P<said>(?P=one)|(?P=other))\s*(?P=unit)",
        r"\g<said>\g<unit>",
    ),
)


_CONDITION = re.compile(r"额外|还要(?!求)|要再|再(?:多|访问|加|等|留)|损坏|坏了|多留|没有执行|不算(?!上?其)")


# What a question nobody took would ask for.
_ASKABLE = re.compile(
    r"地址线|数据线|时钟周期|存取周期|吞吐率|加速比|效率|带宽|容量|频率|位数|命中率|缺失率|CPI|MIPS|片数|总时间|单周期|多久|多长时间|怎么画"
)


_CLAUSE = re.compile(r"[,;。?!\n]")
_WANTS = re.compile(r"多少|几(?!乎|种工|段流|级流)|什么|如何|怎么办|怎样|哪|何[值种处]|是否|能否|呢\s*$")
_DEMANDS = re.compile(
    r"\s*(?:请|试|并|再|还|同时|最后|分别|各|且|,|\d|[()])*(?:求出?|计算出?|写出|给出|指出|说明|画出|判断)(?!题|机|助|教|解|大|救)"
)
_GOES_ON = re.compile(r"[\ue000\s数值位]*(?:\([^()]*\))?\s*(?:和|与|及|以及|、|并|跟|还有)+(?P<tail>.*)")
_PLAIN = " 各题 下列 以下 如下 下列各题 下列问题 问题 各问 各量 结果 过程 步骤 理由 单位 小数 保留 位 一位 两位 三位 有效数字 取 整数 约 近似 分别 其 值 数值 请 大概 数 个 的 是 为 多少 几 什么 各 又 则 那么 此时 这时 分析 试 算 解 一下 对 吗 呢 题 怎么 怎样 如何 哪里 出 错 了 不对 为啥 表示 用 以 按 十进制 十六进制 二进制 形式 写 列 公式 计算过程 写出过程 即可 就行 该 它 这 那 这题 这个 那个 所 要 需 需要 应 应该 会 能 可 可以 有 没有 在 里 中 上 下 时 后 前 再 还 也 都 均 请问 求 问 谁 会 做 帮 看看 大佬 麻烦 老师 谢谢 求助 急 在线等 我 你 同学 室友 答案 书上 选 哪个 哪一个 正确 对的 对不对"


class Clauses(clauses.Clauses):
    """A problem of this family."""

    shortened: ClassVar[Sequence[tuple[str, str]]] = _SHORTENED

    def __init__(self, text: str) -> None:
        self._asked_at: set[int] = set()
        super().__init__(text)

    def asked(self, words: Sequence[tuple[str, str]]) -> list[str]:
        """As elsewhere; where the patterns matched is kept for `nothing_else_asked`."""
        before = self.rest
        names = super().asked(words)
        self._asked_at |= {place for place, (old, new) in enumerate(zip(before, self.rest, strict=True)) if old != new}
        return names

    def mark_asked(self, spans: Sequence[tuple[int, int]]) -> None:
        """What stands at those places asks."""
        for start, end in spans:
            self._asked_at |= set(range(start, end))

    def nothing_else_asked(self, always: bool = False) -> None:
        """Give up where a clause asks for something of which nothing was understood, or a list of what is asked goes on.

        `always`: also in a part of a text in which nothing was understood to ask.

        Raises:
            StayOut: it does.
        """
        if not (self._asked_at or always):
            return
        plain = clauses.passing_over(_PLAIN + self.ordinary)
        rest = clauses.without_rounding(self.rest)
        start = 0
        for mark in [*_CLAUSE.finditer(rest), None]:
            end = mark.start() if mark else len(rest)
            clause, places = rest[start:end], [place for place in self._asked_at if start <= place < end]
            if places:
                tail = _GOES_ON.match(clause[max(places) + 1 - start :])
                if tail and "\ue000" not in tail["tail"] and len(left := patterns.sub(r"[^\w%]+", "", plain(tail["tail"]))) > 1:
                    stay_out(f"also asks: {left}")
                if found := patterns.search(r"\ue000\s*(\w*(?:[块行组区段]号|标记|地址|[位行块组]数))\s*\ue000", clause):
                    stay_out(f"also asks: {found[1]}")
            elif (_WANTS.search(clause) or _DEMANDS.match(clause)) and len(
                left := patterns.sub(r"[^\w%]+", "", plain(clause).replace("\ue000", ""))
            ) > 1:
                stay_out(f"also asks: {left}")
            start = end + 1

    def no_condition_left(self) -> None:
        """Give up where a clause of which nothing was taken makes a condition of ordinary words, or asks for something.

        Raises:
            StayOut: it does.
        """
        self.refuse("额外(?!开销)|损坏|要再访问")
        for clause in patterns.split(r"[,;。?!:\n]", self.rest):
            if patterns.search("多少|多[长久]|怎么画|[几哪]", clause) and (found := _ASKABLE.search(clause)):
                stay_out(f"also asks: {found[0]} in {clause}")
            if "\ue000" not in clause and (found := _CONDITION.search(clause)):
                stay_out(f"{found[0]} in {clause}")
        self.nothing_else_asked()

    def finish(self, harmless: str = "", story: bool = False) -> None:
        """As elsewhere, and give up as `no_condition_left` does.

        Raises:
            StayOut: something is left that could change the answer.
        """
        self.no_condition_left()
        super().finish(harmless, story)


def to_large(text: str) -> Fraction:
    """`2×10^8`, `300万`, `1.2亿`, `500K` -> the number.

    Raises:
        StayOut: not such a number.
    """
    text = text.replace(" ", "")
    for word, factor in (
        ("百万", 10**6),
        ("千万", 10**7),
        ("万", 10**4),
        ("亿", 10**8),
        ("千", 10**3),
        ("K", 10**3),
        ("M", 10**6),
        ("G", 10**9),
    ):
        if text.upper().endswith(word):
            return Fraction(text[: -len(word)]) * factor
    if match := patterns.fullmatch(r"10\^(\d+)", text):
        return Fraction(10 ** int(match[1]))
    if match := patterns.fullmatch(r"([\d.]+)[×xX*]10\^?(\d+)", text):
        return Fraction(match[1]) * Fraction(10 ** int(match[2]))
    try:
        return Fraction(text)
    except ValueError:
        stay_out(f"not a number: {text}")


def to_hertz(text: str) -> Fraction:
    """`1.2 GHz`, `500 兆赫` -> hertz."""
    return measures.to_hertz(
        patterns.sub(r"(兆|吉|千)?赫兹?", lambda found: {"兆": "M", "吉": "G", "千": "k", None: ""}[found[1]] + "Hz", text)
    )


def to_seconds(text: str) -> Fraction:
    """`20 ns`, `30 秒钟` -> seconds."""
    return measures.to_seconds(text.replace("钟", "").replace("个", ""))


def to_bytes(text: str) -> int:
    """`64 KB`, `32 个字节`, `8 bytes` -> bytes; K is 1024."""
    return measures.to_bytes(patterns.sub(r"(?i)bytes?", "B", text.replace("个", "").replace("兆字节", "MB").replace("千字节", "KB")))


def to_rate(thousand: int) -> Callable[[str], Fraction]:
    """A reader of `4 MB/s`, `8 Mbps`, `9600 B/s` -> bytes a second; K, M, G are powers of `thousand`."""

    def read(text: str) -> Fraction:
        plain = (
            text.replace(" ", "").replace("兆字节", "MB").replace("字节", "B").replace("比特", "b").replace("位", "b").replace("bit", "b")
        )
        match = patterns.match(r"([\d.]+)([KkMG]?)(B|b)", plain)
        if match is None:
            stay_out(f"no rate: {text}")
        scale = Fraction(thousand ** (" KMG".index(match[2].upper() or " ")))
        return Fraction(match[1]) * scale / (8 if match[3] == "b" else 1)

    return read


def to_code(text: str) -> int:
    """`0x1A`, `2A3FH` -> the number."""
    return int(text.lower().removeprefix("0x").replace(" ", "").removesuffix("h"), 16)
