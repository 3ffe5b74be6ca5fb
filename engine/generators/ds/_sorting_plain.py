"""Problems about sorting in the words of books and papers, put into those that the readers know."""

from __future__ import annotations

from collections.abc import Callable

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.reading import StayOut

_PLAIN = (
    # `after one pass the data are arranged as ...; the sorting used is ( )`
    (r"(?:则|那么)?(?:所)?(?:采用|使用|用)的(?:是)?(?:\(\s*\)\s*)?排序(?:法)?(?=是|为|\(|[。?]?\s*$)", "则采用的排序方法"),
    (
        r"(?:进行|经过?|执行|完成)?(?:了)?(?:一|1)趟(?:排序|扫描|处理)?(?:\([^()]{0,40}\))?(?:之?后),?(?:数据|元素|关键字|记录|序列)?(?:的)?(?:排列|次序|顺序|序列)?(?:变(?:为|成)|成为|为)(?=\s*\(?-?\d)",
        "一趟排序后变为",
    ),
    (r"[,;。]?\s*(?:得到)?新(?:的)?序列(?:为|是|:)?\s*(?=\(?[-A-Za-z\d]+\s*,)", ",一趟排序后变为"),
    (
        r",?\s*(?:则|它|这)?(?:该序列)?是(?:下列|以下|下面)?(?:的)?\(?\s*\)?\s*(?:排序)?(?:算法|方法|排序)?(?:的)?(?:一趟|第一趟)(?:排序|扫描|处理)?(?:的)?(?:结果|序列)",
        ",则采用的排序方法是",
    ),
    (r"(?<=[^,;。]{2})(?:是|为)(?:对)?(?:排序)?(?:的)?初始建堆的结果", "建成初始堆"),
)


def plain_wording(text: str) -> str:
    """The text in the words that the readers know."""
    for pattern, known in _PLAIN:
        text = patterns.sub(pattern, known, text)
    return text


def in_plain_words(recognise: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A recogniser that reads the text in those words where it does not understand its own."""

    def recognised(text: str) -> Recognition | None:
        try:
            if (seen := recognise(text)) is not None:
                return seen
            refusal = None
        except StayOut as stayed:
            refusal = stayed
        if (plain := plain_wording(text)) != text:
            return recognise(plain)
        if refusal is not None:
            raise refusal
        return None

    return recognised
