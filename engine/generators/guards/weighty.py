"""Whether an answer heeds the words of a question that name what is asked for: "最大正规格化数的阶码" is not the number itself.

Most words of a question can be left out without harm; a few never can, for with them another quantity is asked for. Where such a word can be taken
out, or exchanged for its contrary, and the answer stays the same to the letter and has not the word, nobody had heeded it. Nor can a count answer
which, nor a value whether.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from engine.generators import patterns

# Names of what is asked for.
_NAMES = (
    r"(?<=阶码|尾数|指数)真值(?!范围)|阶码|尾数|(?<!进制)指数|隐藏位|溢出(?!标志)|进位(?!标志)|进位标志(?![CO(位])|零标志(?![Z(位])|"
    r"(?<![A-Z])[COSZ]F(?![A-Z])|(?<![A-Za-z])P\d+(?=\s?的?值|\s?各|\s?分别[是为]|[、, ]P\d+[^,;。?放在]{0,6}(?:各|分别)[是为])|"
    "命中率|失效率|缺失率|缺页率|加速比(?!两位)|吞吐率|效率|(?<!最高)利用率(?!达|最|[^,;。?]{0,3}[最]|尽)|页内偏移量?|行号(?!从)|组号(?!从)|"
    r"趟数(?!不超)|广播|周转|双亲|入度|出度|最迟|码距|脏位|网关|缺失|之和(?!\)|[超大小多少高低]|比[上去前])|之差(?!\)|[超大小多少高低])|之积|相差|差值"
)
# What is made of a quantity, or done before it is asked for.
_DOINGS = (
    "(?:节省|节约|缩短|省)[了下掉去]?出?(?=多少|几)|(?<!最)少用了?(?=多少|几)|"
    "(?:变化|减少|降低|上升|下降|改善|相差|(?<![最至])[多少])了(?=多少|几)|变化(?=多少|几)|"
    "清空|[取拿退弹移][走掉](?=[后完了])|丢弃|(?<![插与和及、先])(?:出|入)队(?![列与和及、操])|插队|退出|用字节表示|以字节(?:为单位|计|表示)"
)
_TIMES = "起初|(?<!为)初始(?=[A-Za-z]+[([0-9 ])|(?<!为)初始 (?=[A-Za-z]+[([0-9])"
_WEIGHTY = re.compile(f"{_NAMES}|{_DOINGS}|{_TIMES}")
# What an answer says instead.
_SAID_AS = {
    "指数": "阶码",
    "阶码": "指数",
    "效率": "%",
    "命中率": "%",
    "失效率": "%",
    "吞吐率": "MIPS",
    "趟数": "趟",
    "变化": "增|减|升|降",
    "OF": "溢出",
    "进位标志": "CF",
    "零标志": "ZF",
    "用字节表示": " B",
}
_CONTRARIES = tuple(
    (re.compile(word), contrary)
    for word, contrary in (
        ("最后一(?=个?[片块趟段轮帧]的)", "第一"),
        ("最小(?=的(?:子网|空闲|分区|网段))", "最大"),
        ("最大(?=的(?:子网|空闲|分区|网段))", "最小"),
        ("(?<![没不未])命中(?![率的])", "不命中"),
    )
)
_IN_ALL = "一共|总共|总计|合计|共(?=能|有|可|需|要|多少|几)"
_ASKS = re.compile(r"多少|几|哪|什么|谁|啥|[?]|求|(?<!访)问|写出|给出|计算|指出|\(\s*\)")
_CLAUSE = re.compile(r"[^,;。?!\n]+[,;。?!\n]*")

_COUNT = re.compile(r"(?:结点|顶点|关键字|元素|活动|事件) \d+ 个$")
_COUNTED = re.compile(
    r"(?:几|多少)[^,;。?\n]{0,6}(?:结点|叶|关键字|顶点|元素)|(?:结点|叶子?|关键字|顶点|元素|活动|事件)[^,;。?\n]{0,10}(?:几|多少)|个数|数量"
)
_WHICH = re.compile(
    r"哪些|哪几个|(?:结点|顶点|关键字)(?:分别)?是谁|(?<![数量])(?:[一的]?[\u4e00-\u9fff]{2}|\d的)(?:结点|顶点|关键字)(?:分别)?(?:是|为)?\?"
)
_WHETHER = re.compile(
    r"(?<!在)(?<!在的)(?:吗|与否)(?=[,?])(?![,?]\s*(?:若|如果|不是|能的话|是多少|是什么|求|写))|(?<![标表][识志示明])是否(?!被)(?=[^,;。?互]{2,12}[,?])"
)
_YES_OR_NO = re.compile(
    "[是否能不可会有没无对错够安优最等唯算需√×才应该变]|溢出|越界|冲突|一样|相同|包含|引入|正确|合法|稳定|满足|成功|失败|出现"
)
_THAT_TOO = re.compile(r"\?\s*(?:那|而|那么)?[^,;。?\d]{1,12}呢\s*\??\s*$")
# Clauses that each ask for a number.
_VALUES = re.compile(
    r"[^,;。?!\n]*(?:(?<![第哥给过开了])几(?![乎何])|多少|多[大长])[^,;。?!\n\d]{0,5}[,?]|(?<=[,?])[^,;。?!\n\d]{0,4}(?:次数|个数|时间|总数)\?"
)
_FIGURE = r"\d+(?:\.\d+)?"


def weighty_word_passed_over(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """The word of a normalised text's question that its answer has nothing to do with; None where there is none.

    `answer_to`: the answer to another text, by the same kind.
    """
    for start, end in asking_clauses(text):
        in_all = patterns.search(_IN_ALL, text[start:end])
        if in_all is not None and patterns.fullmatch("(?:每|平均)[^；]*", answer) and not patterns.search("[每各均]", text[start:end]):
            return in_all[0]
        for word in _WEIGHTY.finditer(text, start, end):
            name = word[0].removesuffix("了")
            if patterns.search(r"\((?:即|也就是|又称)$", text[: word.start()]):
                continue  # another name of what stands before
            said = [name, *_SAID_AS.get(name, name).split("|")]
            if word[0] in text[word.end() :] or any(each in answer for each in said) or (word[0][0] == "P" and "校验位" in answer):
                continue
            if answer_to(text[: word.start()] + text[word.end() :]) == answer:
                return word[0]
        for pattern, contrary in _CONTRARIES:
            for word in pattern.finditer(text, start, end):
                ways = (contrary, "") if len(patterns.split("[，；]", answer)) > 1 else (contrary,)
                if word[0] not in answer and any(answer_to(text[: word.start()] + way + text[word.end() :]) == answer for way in ways):
                    return word[0]
    return None


def no_answer_to_it(text: str, answer: str, _: Callable[[str], str | None]) -> str | None:
    """The question of a normalised text that nothing in its answer can be an answer to: which, but a count is told; whether, but a value is
    told; `…呢`, or a second number, but only one thing is told. None where there is none.
    """
    parts = patterns.split("[；，]", answer)
    for start, end in asking_clauses(text):
        which = _WHICH.search(text, start, end)
        if which is not None and not _COUNTED.search(text) and any(_COUNT.search(part) for part in parts):
            return which[0]
    if len(parts) == 1 and len(_VALUES.findall(text)) > max(1, len(patterns.findall(_FIGURE, answer))):
        return text
    if patterns.fullmatch("[01]{5,}", answer) and (bits := patterns.search(r"P\d+\s?(?:各|分别)[是为](?:多少|几)", text)):
        return bits[0]  # a whole code word is none of its bits
    whether = _WHETHER.search(text)
    if whether is not None and not _YES_OR_NO.search(answer):
        return whether[0]
    that_too = _THAT_TOO.search(text)
    if that_too is not None and len(patterns.split("[；，、]", answer)) == 1:
        return that_too[0]
    return answer if patterns.search("：(?=；|$)", answer) else None


def asking_clauses(text: str) -> Iterator[tuple[int, int]]:
    """The clauses of a text that ask; the last ones, where none does."""
    clauses = [clause.span() for clause in _CLAUSE.finditer(text) if patterns.search(r"[\u4e00-\u9fffA-Za-z]", clause[0])]
    asking = [clause for clause in clauses if _ASKS.search(text, *clause)]
    last = max((figure.end() for figure in patterns.finditer(r"\d", text)), default=0)
    yield from asking or [clause for clause in clauses if clause[1] > last][-3:]
