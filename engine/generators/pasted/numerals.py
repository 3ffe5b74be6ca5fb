"""Small counts in figures or in words: `八人` and `8人`, `两台` and `2台` are the same, but a reader may know only one of them."""

from __future__ import annotations

from collections.abc import Iterator

from engine.generators import patterns

_COUNTED = (
    r"(?:个|位|名|人|条|次|台|只|块|页|片|根|张|件|天|小时|分钟|种|项|段|级|路|组|趟|层|棵|辆|本|道|门|盏|瓶|桶|杯|箱|支|队|颗|秒|年|倍|座|家|户|份|套|所|间|"
    r"把|枚|盒|袋|堆|行|列|排|圈|站|字节|进程|结点|顶点)"
)
# Readers that pass over ordinary words would pass over `其中低三位保留`, too.
_TECHNICAL = r"字节|片|个任务|位(?!同学|老师|学生|选手|顾客|客人|嘉宾|员工|职工|专家|队员|工人|教师|男|女|小朋友|候选|朋友|乘客|评委|代表)"
_WORDS = "零一两三四五六七八九十"


def other_numerals(text: str) -> Iterator[str]:
    """The text with its small counts in figures, and with them in words, each where that changes it."""
    for other in (_in_figures(text), _in_words(text)):
        if other != text:
            yield other


def _in_figures(text: str) -> str:
    return patterns.sub(
        rf"(?<![第几数十百千万一二两三四五六七八九点.\d周期月年每])([二两三四五六七八九])(?= ?{_COUNTED})",
        lambda count: str("零一二三四五六七八九".index(count[1].replace("两", "二"))),
        text,
    )


def _in_words(text: str) -> str:
    return patterns.sub(
        rf"(?<![第\d.,、:=+\-*/^(~A-Za-z])([2-9]|10) ?(?=(?!{_TECHNICAL}){_COUNTED}(?![号\d]))", lambda count: _WORDS[int(count[1])], text
    )
