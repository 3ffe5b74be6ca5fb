"""Strict reading of a problem in ordinary Chinese, for solvers that must never be wrong.

A recogniser takes from a `Reading` what it understands: parameters, what is asked, conditions it knows. `finish` then looks at what
is left. A number, a Latin word or a phrase that nobody took could change the answer, so the reading is given up (`StayOut`);
only harmless words and whole clauses that speak of nothing technical ("老师好，我室友问我的") may be left. An unknown condition,
another algorithm or an unusual convention is therefore refused without being known by name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import NoReturn, TypeVar

from engine.generators import patterns
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless

T = TypeVar("T")

INTEGER = r"(?:\d+|[零〇一二两三四五六七八九十百千]+)"
"""A whole number in digits or in Chinese; `to_int` reads it."""

DECIMAL = r"(?:\d+(?:\.\d+)?)"

SEPARATOR = r"(?:\s*(?:,|、|;|->|→|—>|-(?=\d)|\s)\s*)"
SEQUENCE = rf"(?:\d+(?:{SEPARATOR}\d+){{2,}})"
"""At least three whole numbers in a row, separated by commas, 、, arrows or spaces; `to_ints` reads it."""

_TAKEN = "\ue000"
_CHINESE_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_CHINESE_UNITS = {"十": 10, "百": 100, "千": 1000}
_CLAUSE_END = re.compile(r"[,;。?!:\n、~…·|]+")

# A question that wants words, a comparison or a choice among statements, not a computed value.
_NOT_A_COMPUTATION = re.compile(
    r"证明|为什么|为何|何故|比较|区别|联系|定义|概念|什么是|是什么意思|原理|优缺点|优点|缺点|特点|简述|论述|谈谈|分析一?下?原因|举例|"
    r"编程|编写|代码|伪代码|实现一|叙述|说法|描述|正确的是|错误的是|不正确|哪些|适用|会不会|能不能(?!帮)|是否|对不对|判断|如何|改进|优化|影响|关系|推导|公式"
)

_POLITE = """
请问 求教 请教 问下大家 想请教 各位大佬 今天 刚才 刷到 遇到 看到 碰到 做到 这个 卡住了 不懂 没看懂 求大神 大神 帮看 帮我看看 试着 求助 求解 求 求出 试求 计算 算 算算 算出 算一下 一下 帮我 帮忙 帮算 麻烦 麻烦您 老师 老师好 同学 大佬 各位 大家 你好 您好 谢谢 谢谢老师 多谢 谢 感谢 急 在线等
这题 这道题 这个题 这道 题目 题 这道计算题 怎么做 怎么算 怎么求 咋算 咋做 不会做 不会 不太会 有道题 有一道题 一道题 一题 想问 想问下 想知道 问下 问 问一下 下 看看 看一下 告诉我
能不能帮我 能帮我 可以帮我 可不可以帮我 给我 帮 我想 我要 我 你 您 请 吗 呢 吧 啊 呀 哈 嘛 了 啦 哦 嗯 的话 的 地 得 试 试问 写出 给出 列出 详细 过程 步骤 结果 答案 解答 解
考研 考研题 408真题 408考研 考研408 真题 模拟题 习题 课后题 复习 王道 操作系统 计算机组成原理 计组 数据结构 计算机网络 计网
"""
_CONNECTING = """
某 某个 一个 一 个 已 经过 通过 之间 两种 三种 四种 几种 种 系统 采用 使用 用 利用 按 按照 根据 依照 依据 前提下 前提 的前提下 的情况下 假设 假定 假如 设 设有 若 如果 已知 给定 现有 现 有 存在 其 其中 为 是 等于 则 那么 于是 此时 这时 时候 时 后 之后
情况下 情况 条件下 条件 在 中 里 内 对 对于 关于 以 由 从 和 与 及 以及 跟 并 且 并且 而 同时 将 会 要 需 需要 应 应该 应为 可 可以 能 能够 可能
多少 几 多少个 几个 多大 多长 是什么 是多少 约 约为 大约 等于多少 为多少 多少呢 各 各是 各为 分别 分别是 分别为 分别是什么 各是什么 总 总共 一共 共 共有 总的
这个 那个 该 此 这 那 它 它的 下面 如下 如下所示 以下 下列 所示 上述 上面 问题 进行 执行 完成 产生 发生 得到 出现 所 到 至 来 去 给 当 整个
就 都 也 还 还有 又 然后 接着 依次 首先 现在 目前 当前 考虑 我们 一种 这种 试 尝试 需求 求得 得出 求解 多少次 该种 方式 方法 做法 例 例如 例题 比如 即 也就是 就是 其为
"""
# The unit an answer is wanted in: every answer states its own.
_UNIT_ASKED = re.compile(r"(?<=多少)\s*(?:[KMG]?B|字节|[mnuμ]?s|毫秒|微秒|纳秒|秒)(?![A-Za-z])")
_ROUNDING = re.compile(r"(?:结果|答案)?(?:请)?(?:均|都)?(?:精确到|保留到?)(?:小数点后)?(?:面)?[一二两三四1-4]位(?:有效)?(?:小数)?(?![\w])")
_CONDITION = re.compile(r"[若如假设除非但仅只不没无未均每另各先再必须允许禁止]")
_ASKING = re.compile(r"老师|大佬|学长|学姐|谢|这题|道题|帮忙|帮我|求助|各位|有人|有没有|室友|同桌|看不懂|不会做|公考|行测|国考|省考")
_COUNTING = re.compile(r"[0-9A-Za-zα-ωΑ-Ω%零〇一二两三四五六七八九十百千半双单]")
_TECHNICAL = re.compile(
    r"[页帧框块存磁柱道扇臂盘程业源配算略调度级占片址字节位表树图点边权栈队列串码机器器指令频拍周期线流水缓冲命中率速延迟带宽链路报包网段掩窗确认号量时间秒分数值目标序次]"
)


class StayOut(Exception):
    """The text is not of this kind, or something in it is not understood. Not an error: the solver leaves the text to others."""


def stay_out(why: str) -> NoReturn:
    """Give the reading up.

    Raises:
        StayOut: always.
    """
    raise StayOut(why)


def to_int(text: str) -> int:
    """A whole number in digits or Chinese: `12`, `三`, `两`, `十二`, `一百二十八`, `二〇四八`.

    Raises:
        StayOut: not such a number.
    """
    if text.isascii() and text.isdigit():
        return int(text)
    if text and all(sign in _CHINESE_DIGITS for sign in text):
        return int("".join(str(_CHINESE_DIGITS[sign]) for sign in text))
    total, digit = 0, None
    largest = 10_000
    for sign in text:
        if sign in _CHINESE_DIGITS:
            if digit:
                stay_out(f"not a number: {text}")
            digit = _CHINESE_DIGITS[sign]
        elif sign in _CHINESE_UNITS and _CHINESE_UNITS[sign] < largest:
            largest = _CHINESE_UNITS[sign]
            total += (1 if digit is None else digit) * largest
            digit = None
        else:
            stay_out(f"not a number: {text}")
    if not text:
        stay_out("not a number")
    return total + (digit or 0)


def to_ints(text: str) -> tuple[int, ...]:
    """The whole numbers of a sequence."""
    return tuple(int(number) for number in patterns.findall(r"\d+", text))


def to_count(text: str) -> int:
    """The whole number at the beginning of `5 台`, `十二个`.

    Raises:
        StayOut: there is none.
    """
    found = patterns.match(INTEGER, text.strip())
    return to_int(found[0]) if found else stay_out(text)


def to_share(text: str) -> Fraction:
    """`25%`, `百分之五`, `2/5`, `五分之二`, `九成`, `0.25` -> 1/4, 1/20, 2/5, 2/5, 9/10, 1/4.

    Raises:
        StayOut: divided by zero, or no number.
    """
    if "/" in text:
        part, whole = map(int, text.split("/"))
        return Fraction(part, whole) if whole else stay_out(text)
    if text.startswith("百分之"):
        return Fraction(to_int(text.removeprefix("百分之")), 100)
    if "分之" in text:
        parts, _, counted = text.partition("分之")
        return Fraction(to_int(counted), to_int(parts))
    if text.endswith("成"):
        return Fraction(to_int(text.removesuffix("成")), 10)
    if (number := patterns.match(DECIMAL, text)) is None:
        stay_out(text)
    return Fraction(number[0]) / (100 if "%" in text else 1)


_TABLES = (
    re.compile(r"(?m)^ ?\|.*\|(?: ?\n ?\|.*\|)+"),
    re.compile(
        r"(?m)^(?=[^\n|]*[^\W\d])(?:[^\s|,;。:?]+ ){1,9}[^\s|,;。:?]+(?:\n(?:(?:[^\s|,;。:?]|(?<=\d):(?=\d\d(?!\d)))+ ){1,9}[\d.]+){2,}(?=\n|$)"
    ),
)


def _rows(text: str) -> tuple[tuple[str, ...], ...]:
    rows = []
    for line in text.strip().splitlines():
        cells = tuple(cell.strip() for cell in line.strip().strip("|").split("|")) if "|" in line else tuple(line.split())
        if not all(patterns.fullmatch(r":?-+:?", cell) for cell in cells):
            rows.append(cells)
    return tuple(rows) if len({len(row) for row in rows}) == 1 and len(rows) > 1 else ()


def close_up(text: str) -> str:
    """Spaces between an ideograph and a letter or digit gone, as people set them or not; tables keep theirs."""
    tables = [match.span() for pattern in _TABLES for match in pattern.finditer(text) if _rows(match[0])]

    def closed(match: re.Match[str]) -> str:
        return match[0] if any(start <= match.start() < end for start, end in tables) else ""

    return patterns.sub(r"(?<=[\u3400-\u9fff]) +(?=[0-9A-Za-zμ])|(?<=[0-9A-Za-zμ%]) +(?=[\u3400-\u9fff])", closed, text)


@dataclass(frozen=True, slots=True)
class Table:
    """A table in a text, its headings on top or on the left."""

    rows: tuple[tuple[str, ...], ...]

    def by_heading(self, headings: Sequence[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
        """The cells below (or beside) each heading; `headings`: (pattern, name).

        Raises:
            StayOut: a heading fits no pattern, or two have one name.
        """
        for rows in (self.rows, tuple(zip(*self.rows, strict=True))):
            names = [
                next((name for pattern, name in headings if patterns.fullmatch(pattern, cell, re.IGNORECASE)), None) for cell in rows[0]
            ]
            if None not in names and len(set(names)) == len(names):
                return {str(name): tuple(row[column] for row in rows[1:]) for column, name in enumerate(names)}
        stay_out(f"headings {self.rows[0]}")


class Reading:
    """A text being read: what is taken is gone from `rest`, so that nothing is read twice and nothing is overlooked.

    Attributes:
        text: the normalised text, without the spaces between Chinese and Latin.
        rest: the same, with a mark for each character taken.

    Raises:
        StayOut: numbers that go on with dots or 等: what they are is not said.
    """

    def __init__(self, text: str) -> None:
        self.text = close_up(normalise(text))
        self.rest = self.text
        self.refuse(r"\d\s*[,、]?\s*(?:\.\.|…|等(?![于待分长值价]))")

    def has(self, pattern: str) -> bool:
        """Whether the pattern is in what is left; upper and lower case alike, as everywhere here."""
        return caseless(pattern).search(self.rest) is not None

    def refuse(self, pattern: str) -> None:
        """Give up where the pattern is in what is left.

        Raises:
            StayOut: it is.
        """
        if found := caseless(pattern).search(self.rest):
            stay_out(found[0])

    def take(self, pattern: str) -> re.Match[str] | None:
        """The pattern's first match, taken; None where there is none."""
        match = caseless(pattern).search(self.rest)
        if match is not None:
            self._mark(match)
        return match

    def take_all(self, pattern: str) -> list[re.Match[str]]:
        """Every match of the pattern, taken."""
        matches = [match for match in caseless(pattern).finditer(self.rest) if match[0]]
        for match in matches:
            self._mark(match)
        return matches

    def take_one(self, patterns: str | Sequence[str], read: Callable[[str], T], group: str = "value") -> T | None:
        """The value that a group of the patterns holds, everywhere they match taken; None where none matches.

        Raises:
            StayOut: two places say different things.
        """
        values: list[T] = []
        for pattern in [patterns] if isinstance(patterns, str) else patterns:
            values += [read(match[group]) for match in self.take_all(pattern)]
        if any(value != values[0] for value in values):
            stay_out(f"different values: {values}")
        return values[0] if values else None

    def take_words(self, words: Sequence[tuple[str, str]]) -> list[str]:
        """The names of the patterns that match, in the order of their first place in the text; all of it taken.

        `words`: (pattern, name); a pattern earlier in the list takes first, so the longer wording goes before the shorter.
        """
        places: dict[str, int] = {}
        for pattern, name in words:
            for match in self.take_all(pattern):
                places[name] = min(match.start(), places.get(name, match.start()))
        return sorted(places, key=lambda name: places[name])

    def take_spans(self, spans: Sequence[tuple[int, int]]) -> None:
        """What stands at those places, taken."""
        for start, end in spans:
            self.rest = self.rest[:start] + _TAKEN * (end - start) + self.rest[end:]

    def take_table(self) -> Table | None:
        """The text's table, taken: Markdown rows, or at least two lines of as many words below a line of headings; None where there is none.

        Raises:
            StayOut: there are two.
        """
        found = [(match, rows) for pattern in _TABLES for match in pattern.finditer(self.rest) if (rows := _rows(match[0]))]
        if not found:
            return None
        if len(found) > 1:
            stay_out("two tables")
        self._mark(found[0][0])
        return Table(found[0][1])

    def asks(self) -> bool:
        """Whether what is left still asks for something: where nothing that is asked was understood, that is a reason to stay out."""
        return self.has(r"多少|几|哪|什么|何|谁|求(?!解|助|教)|计算(?!题)|\?")

    def _mark(self, match: re.Match[str]) -> None:
        self.rest = self.rest[: match.start()] + _TAKEN * (match.end() - match.start()) + self.rest[match.end() :]

    def finish(self, harmless: str = "", story: bool = False) -> None:
        """Look at what is left.

        `harmless`: words of the kind that change nothing, separated by spaces. `story`: the problem is told in everyday words (people
        work, travel, buy), so that any clause may belong to it: only clauses that speak of asking are passed over.

        Raises:
            StayOut: something is left that could change the answer.
        """
        if found := _NOT_A_COMPUTATION.search(self.rest):
            stay_out(found[0])
        own = tuple(harmless.split())
        of_the_kind = any_of(own) if own else re.compile(r"(?!)")
        words = any_of((*own, *_POLITE.split(), *_CONNECTING.split()))
        for clause in _CLAUSE_END.split(_ROUNDING.sub("", _UNIT_ASKED.sub("", self.rest))):
            left = patterns.sub(r"[^\w\ue000%]+", "", words.sub(" ", clause))
            if not left.replace(_TAKEN, ""):
                continue
            left = left.replace(_TAKEN, "")
            idle = _TAKEN not in clause and not _COUNTING.search(left) and not of_the_kind.search(clause)
            if story and not _ASKING.search(clause):
                stay_out(left)
            if not idle or _TECHNICAL.search(clause) or _CONDITION.search(left):
                stay_out(left)


def harmless_words() -> tuple[str, ...]:
    """The words that change no problem's answer: of asking, and of connecting one condition with the next."""
    return (*_POLITE.split(), *_CONNECTING.split())


@cache
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all the words, the longest first; a Latin word or a number only whole."""
    parts = []
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        escaped = re.escape(word)
        parts.append(rf"(?<![0-9A-Za-z]){escaped}(?![0-9A-Za-z])" if word.isascii() else escaped)
    return re.compile("|".join(parts), re.IGNORECASE)
