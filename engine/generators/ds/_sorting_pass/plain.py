"""Problems about sorting in the words of books and papers, put into those that the readers know."""

from __future__ import annotations

from collections.abc import Callable

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.reading import StayOut

_PLAIN = (
    (
        r"以?第[一1]个(?:元素|关键字|记录)(?:为|作为?)(?:分界|划分)(?:元素|值)?的?快速(?:排序)?的?一趟扫描",
        "以第一个元素为枢轴的快速排序一趟",
    ),
    # `after one pass the data are arranged as ...; the sorting used is ( )`
    (r"(?:则|那么)?所?(?:采用|使用|用)的是?(?:\(\s*\)\s*)?排序法?(?=是|为|\(|[。?]?\s*$)", "则采用的排序方法"),
    (
        r"(?:进行|经过?|执行|完成)?了?[一1]趟(?:排序|扫描|处理)?(?:\([^()]{0,40}\))?(?:之?后),?(?:数据|元素|关键字|记录|序列)?的?(?:排列|次序|顺序|序列)?(?:变[为成]|成为|为)(?=\s*\(?-?\d)",
        "一趟排序后变为",
    ),
    (r"[,;。]?\s*(?:得到)?新的?序列[为是:]?\s*(?=\(?[-A-Za-z\d]+\s*,)", ",一趟排序后变为"),
    (
        r",?\s*[则它这]?(?:该序列)?是(?:下列|以下|下面)?的?\(?\s*\)?\s*(?:排序)?(?:算法|方法|排序)?的?(?:一趟|第一趟)(?:排序|扫描|处理)?的?(?:结果|序列)",
        ",则采用的排序方法是",
    ),
    (r"(?<=[^,;。]{2})[是为]对?(?:排序)?的?初始建堆的结果", "建成初始堆"),
    # What a pass is called, as every reader takes it: all that is not yet in its place goes through once.
    (
        r"在?(?:排序)?的?(?:过程中)?,?对(?:所有)?(?:尚未|还没有?|未)(?:确定|到达|放到)最终位置的(?:所有|全部)?(?:元素|关键字|记录)都?(?:进行|做|作)?了?一[遍次]处理(?:称为|称作|叫做?)(?:排序的)?一个?趟(?:排序)?[。,;]",
        "",
    ),
    # `which of the following is the row after the first pass of ...`
    (
        r"(?:下列|下面|以下)的?(?:各|四个)?(?:序列|选项|关键字序列)?中?,?(?:哪一?个|哪项|哪一项|\(\s*\))(?:序列|选项)?[是为](?P<what>[^,。?;]{4,40}?)的?(?P<row>结果|序列)(?=[\s?。()]*$)",
        r"\g<what>的\g<row>是",
    ),
    (r"(?:初始|起始)(?:步长|增量|间隔)(?=\s*(?:为|是|取|=)?\s*\d)", "第1趟增量"),
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
