"""Whether an answer passes over what is asked beside another thing, in a few words: "移动道数，平均寻道？", "A-B 溢出与否，CF 是？".

Such a request has no word of asking of its own, so it does not look like a question. It is taken out once, as `passed_over` does with questions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from engine.generators import patterns
from engine.generators.guards.passed_over import ASKS, NO_VALUE, bare, not_missed, speaks_of

_CLAUSE = re.compile(r"[^,;。?!\n]+[,;。?!\n]*")
# A quantity as the whole of a clause, or as its end.
_QUANTITY = (
    "率|次数|道数|个数|块数|位数|项数|层数|片数|趟数|条数|尾数|指数|余数|偏移量|移动量|深度|高度|长度|速度|真值|阶码|补码|原码|反码|移码|机器数|地址|时间|时延|寻道|"
    "序列|表达式|结果|与否|部分|范围|掩码|网关|[二八十六]进制|标志"
)
_REQUEST = re.compile(rf"(?:[^,;。?!\n\d]{{0,10}}(?:{_QUANTITY})(?:是|为)?|[A-Za-z])[,;?、]*\s*$")
_TELLS = re.compile(
    r"^\s*(?:采?用|按照?|照[此这]|若|如果|设|当|在|不|忽略|考虑|保留|其余|其他|已知|要求|每|以|由|从|对|把|将|则|假[设定]|给定|根据|先|再|且|并|算法|例|问|满|剩下|留给|也不)|"
    r"[是为有取没无]|给出|表示|指向|如[下图]|相同|允许|可以|[这那]|一[次个]"
)
_NO_OTHER = re.compile("还是|到[A-Za-z]")
# A row of things in Chinese words, the last of them what a clause ends with.
_ROW = re.compile(
    r"(?P<row>[\u4e00-\u9fff]{2,12}(?:(?:、|和|与|及|以及|还有)[\u4e00-\u9fff]{2,12})+?)(?:的?值|各|分别|是|为|呢|多少|几|什么|[个位次])*(?=[?。;,\n]|$)"
)
_JOIN = re.compile("、|以及|还有|(?<![总饱])和(?!数)|(?<!参)与(?!否)|及(?!格)")
_MORE = re.compile(r"(?:,|\s)(?:以及|还有)[^,;。?]{0,8}[\u4e00-\u9fff]{2,10}(?=[。?]?\s*$)")


def request_passed_over(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """The words of a normalised text that ask for something beside another thing and that its answer says nothing to; None where there are none.

    `answer_to`: the answer to another text, by the same kind.
    """
    told = len(patterns.split("[；，]", answer))
    for start, end in _requests(text, told):
        words = text[start:end]
        if (len(bare(words)) < 2 and "最终" not in words) or NO_VALUE.search(words.strip()) or speaks_of(answer, words):
            continue
        if not_missed(text[:start] + text[end:], answer, answer_to):
            return words
    return None


def _requests(text: str, told: int) -> Iterator[tuple[int, int]]:
    """What may be asked for beside something else: a clause that asks last in its sentence, one that is a quantity and no more, a thing of a row.

    `told`: how many things the answer says.
    """
    figure = patterns.search(r"\d", text)
    clauses = [clause.span() for clause in _CLAUSE.finditer(text, figure.start() if figure else 0)]
    for number, (start, end) in enumerate(clauses):
        clause = text[start:end]
        if patterns.search(r"\d", clause):
            continue
        others = [other for other in clauses if other[0] != start]
        elsewhere = any(ASKS.search(text, *other) for other in others)
        if ASKS.search(clause) and "?" in clause and not _NO_OTHER.search(clause):
            before = text[slice(*clauses[number - 1])] if number else ""
            if (elsewhere and told < text.count("?")) or (told == 1 and _REQUEST.match(before) and not _TELLS.search(before)):
                yield start, end
        elif (
            elsewhere
            and told == 1
            and not ASKS.search(clause)
            and "(" not in clause
            and _REQUEST.match(clause)
            and not _TELLS.search(clause)
        ):
            yield start, end
    more = _MORE.search(text)
    if more is not None and not ASKS.search(text[: more.start()]):
        yield more.span()
    for row in _ROW.finditer(text, figure.start() if figure else 0):
        start, end = row.span("row")
        things = []
        for join in _JOIN.finditer(text, start, end):
            things.append((start, join.end()))
            start = join.end()
        asks = "?" in text[row.end() : row.end() + 1] or not text[row.end() :].strip("。 \n")
        if (
            things
            and asks
            and len(things) + 1 > told
            and not patterns.search("之后的|收集", row["row"])
            and not _TELLS.search(row["row"])
            and patterns.search(rf"(?:{_QUANTITY}|结点|网络|广播)$", row["row"])
        ):
            yield things[0][0] + text[slice(*things[0])].rfind("的") + 1, things[0][1]
            yield from ((left - 1, right - 1) for left, right in things[1:])
            yield things[-1][1] - 1, end
