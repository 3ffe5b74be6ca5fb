"""What a text asks: each thing asked is found on its own, wherever it stands; and what people say beside it that asks nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from engine.generators import patterns
from engine.generators.reading import Reading


@dataclass(frozen=True, slots=True)
class Asked:
    """A thing asked: its name and the words that ask it."""

    name: str
    match: re.Match[str]


def take_asked(reading: Reading, forms: Sequence[tuple[str, str]]) -> list[Asked]:
    """The things asked, in the order of the text; taken. An earlier pattern takes first: longer wordings go before shorter ones.

    `forms`: (pattern, name).
    """
    found: list[Asked] = []
    for pattern, name in forms:
        found += [Asked(name, match) for match in reading.take_all(pattern)]
    return sorted(found, key=lambda asked: asked.match.start())


_USUAL = (
    "则 那么 问 请问 在 从 对于 对 下列 下面 以下 上述 所示 给出 各 四 四个 4个 个 组 选项 结果 中 里 上 的 , 哪 哪个 哪一个 一个 一 项 种 列 这 此 该 那 某 其 它 它们 作为 为 是 有 也 属于 时 可能 能够 能 可以 会 不 没 没有 无法 得到 得不到 "
    "产生 出现 实现 成立 正确 错误 合法 非法 序列 次序 顺序 关键字 关键字序列 元素 结点"
)
_NO = re.compile("不可能|不能|得不到|无法|不合法|非法|不会|不正确|错误|不是|不可以|没有可能|不属于|不成立")
_OTHER_NO = re.compile("不(?!可能|能|到|合法|会|正确|是|可以|属于|成立)|没(?!有可能)")
_POSSIBLE = re.compile("可能|能|得不到|合法|非法|无法|正确|错误|可以|不是|属于|成立|是")


@dataclass(frozen=True, slots=True)
class Choice:
    """A last question that asks which of the pasted options is so, or is not.

    Attributes:
        start: where it begins.
        words: the question itself.
        so: whether one that is so is looked for.
    """

    start: int
    words: str
    so: bool


@cache
def _only(words: str) -> re.Pattern[str]:
    known = r"4\s*个|" + "|".join(re.escape(word) for word in sorted({*_USUAL.split(), *words.split()}, key=len, reverse=True))
    return re.compile(rf"(?:(?<=[,;。:)\n\ue000])|^)\s*(?P<asked>(?:{known}|\s){{3,40}})(?P<end>[\s()。?:_]*)$")


def last_choice(text: str, words: str, must: str) -> Choice | None:
    """The text's last question, if it is made of nothing but usual words and `words` and holds `must`; None otherwise."""
    last = _only(words).search(text)
    if last is None or not patterns.search(must, last["asked"]) or not _POSSIBLE.search(last["asked"]) or _OTHER_NO.search(last["asked"]):
        return None
    return Choice(last.start("asked"), last["asked"], _NO.search(last["asked"]) is None)
