"""A clause as a row of tokens: numbers, the closed words that compare, add, move and ask, and between them the story's own names.

Each token has a sign of one letter, so that what a clause says is a pattern over its signs:

    x a name             n a number, with its unit    f a share (1/3, 20%)     k a multiple (3 倍)       r a ratio (3:5)
    t 比                 m 多                         l 少                     i 是, 有, 相当于          o 的
    c 和, 与, 、         s 之和                       d 相差                   e 相等                    T 共
    q 多少 (its unit)    P 原来                       N 现在, 今年             J 如果                    g 各
    u 比去年, 比原来
    M 乘以, 除以 (its word)
    F 从                 V out of it, B into it (of a move); - less of it, + more of it
    y so many years on or back; z how many years on or back
    ; what comes before is said (`后`, `则`): another clause begins
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from engine.generators.civil._problems.wording import COUNTERS

_UNIT = rf"(?:万|亿)?(?:千克|公斤|平方米|公顷|元|吨|岁|人|名|位|页|道|题|分(?![钟之])|票|户|株|棵|只|头|字|亩|天|组|队|{COUNTERS[3:-1]})"
_NUMBER = r"\d+(?:\.\d+)?"

Form = TypeVar("Form")

_DOES = "捐|买|做|种|收集|得|花|吃|看|读|采|挖|养|存|生产|加工|运|拿|带|写|栽|摘|考|付|用|借|卖|投|订|产"
"""What is done so much more of: `比乙多捐 50 元`."""

_WORDS: tuple[tuple[str, str], ...] = (
    ("z", r"(?:再过)?(?:经过)?多少年(?:以|之)?(?P<way>后|前)?"),
    ("y", rf"(?:再过)?(?P<value>{_NUMBER})年(?:以|之)?(?P<way>后|前)|(?:再)?过了?(?P<value2>{_NUMBER})年"),
    ("q", rf"(?:大约|约)?多少(?P<unit>倍|%|{_UNIT})?"),
    (
        "r",
        r"(?:之|的)?(?:数量|人数|年龄|重量|质量)?(?:之|的)?比(?:例)?(?:是|为)?(?P<value>\d+(?::\d+)+)|(?:是|为)?(?P<value2>\d+(?::\d+)+)",
    ),
    ("f", r"(?P<value>\d+/\d+)|(?P<value2>\d+(?:\.\d+)?)%|(?P<half>一半|半数)"),
    ("k", rf"(?P<value>{_NUMBER})倍"),
    ("n", rf"(?P<value>{_NUMBER})(?P<unit>{_UNIT})?"),
    (";", "(?:以|之)?后(?![来一])|则|那么|(?<=[\\u4e00-\\u9fff\\d])时候?(?!间)"),
    ("J", "若|如果|假如|假设|要是|当"),
    ("u", "比(?:去年|上年|原来|原先|过去|以前)(?:的)?"),
    ("P", "去年|上年|原来|原先|原本|本来|起初|最初|开始时?|原有(?=[\\d多])|原"),
    ("N", "现在|现有(?=[\\d多])|今年|目前|此时|这时候?|那时候?|后来|如今|这样"),
    (
        "s",
        "(?:之|的)?(?:总和|(?<=[之的])和)(?=[为是等,共多比占的相恰正刚\\d]|$)|加起来|合起来|的?(?:人数|数量|年龄|岁数)?之?和(?=[为是等]?[\\d多])|之和(?=[比占的是恰正刚])",
    ),
    ("d", "(?:之|的)差|相差|差(?=[\\d多]|[是为]\\d)"),
    ("T", "一共|总共|共计|合计|总计|共(?!同)"),
    ("e", "(?:正好|恰好|刚好)?(?:相等|同岁|同样[多大重高]|相同|一样(?:多|大|重|高)?|同样)"),
    ("t", "比"),
    ("m", f"(?:还|要)?(?:多出?(?:{_DOES})?|(?:大|重|长|高|贵|年长)(?=\\d|了?多少))了?"),
    ("l", f"(?:还|要)?(?:少(?:{_DOES})?|(?:小|轻|短|低|矮|便宜|年轻)(?=\\d|了?多少))了?"),
    ("M", "(?:的?(?:个数|数量|人数|本数|数))?(?:乘以|除以)"),
    ("F", "从|由"),
    ("V", "(?:调|运|取|拿|搬|转|移|抽|倒|分|借|送|划|拨|支援)(?:出|走|给|去|运)?了?(?=\\d|多少)|给出?了?(?=\\d|多少)"),
    (
        "B",
        "(?:调|运|转|移|搬|拿|放|倒|存|划|送|分|借|拨|支援)(?:到|给|进|入|往|至)了?(?![\\d多])|到|给了?|放入|加入(?=[甲乙丙丁A-D])|进(?=[甲乙丙丁A-D])",
    ),
    ("-", "减少|(?:卖|运|取|调|转|拿|借|花|用|吃|飞|走|搬|送|付|支|倒|放|跑|开)(?:出|走|掉|去|完)了?|减去|花了|用了|卖了|走了|少了"),
    ("+", "增加|(?:转|运|飞|买|调|搬|跑|招|走|开|新)(?:来|进|入|收)了?|存入|放入|加入|加上|添加?|又来了?|买了|多了"),
    ("g", "分别|各自|各"),
    ("i", "(?:正好|恰好|刚好|约|还)?(?:等于|相当于|是|为|占|有|达到?|剩(?:下|余)?)了?"),
    ("o", "的"),
    ("c", "和|与|、|跟|及|以及|同(?=[甲乙丙丁A-D])"),
)
_HARMLESS = (
    "已知|请问|试问|问|求|其中|又知|知道|如图|于是|结果|正好|恰好|刚好|还(?!剩)|就|便|都|也|才|能|会|可以|一个|这个|那个|该|某|中|里|之间|以下|下列|"
    "且|而且|并且|而|但|但是|若干|算上|呢|吗|了|着"
)
_TOKEN = re.compile(
    "|".join(f"(?P<s{place}>{re.sub(r'[(][?]P<', f'(?P<v{place}_', pattern)})" for place, (_, pattern) in enumerate(_WORDS))
    + f"|(?P<harmless>{_HARMLESS})"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a clause.

    Attributes:
        sign: its letter.
        text: as said.
        value: of a number, share, multiple; of years back negative; 0 otherwise.
        unit: of a number, or of what is asked; for years the way, `后` or `前`.
        ratio: the parts of a ratio.
    """

    sign: str
    text: str
    value: Fraction = Fraction(0)
    unit: str = ""
    ratio: tuple[Fraction, ...] = ()


def tokens(clause: str) -> list[Token]:
    """The tokens of a clause without its marks; what no closed word covers is a name."""
    found: list[Token] = []
    name, place = "", 0

    def close() -> None:
        nonlocal name
        if name:
            found.append(Token("x", name))
            name = ""

    while place < len(clause):
        match = _TOKEN.match(clause, place)
        if match is None:
            name += clause[place] if not clause[place].isspace() else ""
            place += 1
            continue
        place = match.end()
        if match["harmless"] is not None:
            continue
        close()
        found.append(_token(match))
    close()
    if all(token.sign != "t" for token in found):  # `共重 60 千克`, `高 20`: nothing is compared
        found = [token for token in found if token.sign not in "ml" or token.text[-1:] in "多少出了" or "多" in token.text]
    return found


def _token(match: re.Match[str]) -> Token:
    which = next(each for each in range(len(_WORDS)) if match[f"s{each}"] is not None)
    sign = _WORDS[which][0]
    groups = {name.split("_", 1)[1]: value for name, value in match.groupdict().items() if name.startswith(f"v{which}_") and value}
    value = groups.get("value") or groups.get("value2") or ""
    if sign == "r":
        return Token(sign, match[0], ratio=tuple(Fraction(part) for part in value.split(":")))
    if sign == "f":
        share = Fraction(1, 2) if "half" in groups else Fraction(value) / (100 if match[0].endswith("%") else 1)
        return Token(sign, match[0], share)
    if sign == "y":
        way = groups.get("way", "后")
        return Token(sign, match[0], Fraction(value) * (1 if way == "后" else -1), way)
    if sign == "z":
        return Token(sign, match[0], unit=groups.get("way", "后"))
    return Token(sign, match[0], Fraction(value) if value else Fraction(0), groups.get("unit", ""))


def signs(row: Sequence[Token]) -> str:
    """The signs of a row of tokens."""
    return "".join(token.sign for token in row)


def form_of(row: Sequence[Token], forms: Sequence[tuple[re.Pattern[str], Callable[..., Form]]]) -> Form | None:
    """What the first form makes of a row whose pattern over the signs fits all of it; None where none does.

    A form gets the tokens of its pattern's groups by their names; alternatives of one group are told apart by a 2 or 3 behind its name.
    """
    said = signs(row)
    for pattern, form in forms:
        if (match := pattern.fullmatch(said)) is not None:
            parts = {name.rstrip("23"): row[match.start(name) : match.end(name)] for name in match.groupdict() if match[name] is not None}
            return form(**parts)
    return None
