"""Pasted problems made plain: headings go, blanks that are gone ask (`共分裂次` asks how often) or ask how many where they mean which (`应做多少型旋转`)."""

from __future__ import annotations

import re

from engine.generators import patterns

_END = r"(?=[,，。;；、?？!！)）\s]|时|$)"
_HEADING = re.compile(
    r"^\s*(?!.{0,8}[树表图网路序码])[一-龥]{0,6}?(?:易错题?|必考题?|高频题?|真题|例题|题库|改编题?|模拟题?|练习题?|习题|测试题?|原题|自编题?|变式题?|母题|好题|压轴题|送分题|典型题|基础题|综合题|填空题?|选择题)(?:改编|精选|摘抄|节选|集|练习)?\s*(?:第?\s*\d{1,5}(?:[-.]\d{1,3})*\s*题?)?\s*[:：.、]?(?=[一-龥A-Za-z（(])"
)
# Asks nothing.
_SEVERAL = re.compile("好几(?=[个条种])")
# In brackets: the same once more in other words.
_ONCE_MORE = re.compile(r"[(（](?:也就是说?|就是说|换句话说)[^()（）\d]{1,30}[)）]")
_BLANKS = (
    # How many: a measure without its number.
    (
        rf"(?<=[为是有共需要得做裂转含约行生突测较掉短长达到了衡色至少多去除])(?<!整)(?<!只要)(?<!多少)(?<!至)(?<!修多)(?<!选多)(?<!学多)(?<!上多)\s*(?=(?:次|个|条|棵|层|天|周|种|小时|万元|公里|分钟|门|趟|步){_END})",
        "多少",
    ),
    (
        r"(?<=[为是有共需要得做裂转含约行生了])\s*(?=(?:次(?:LL|RR|LR|RL|左旋|右旋|单旋|双旋|旋转|分裂|调整|探测|比较|冲突|染色|变色)|个(?:关键字|结点|顶点|学期|元素)|条(?:边|关键路径)|棵(?:最小)?生成树|种(?:不同)?的?(?:拓扑|次序|顺序|形态)))",
        "多少",
    ),
    # Which.
    (
        r"(?<=插入)(?:多少)?(?=(?:关键字|结点|元素)?时[,，]?[会将]?(?:第一次|首次|最先|最早)(?:发生|出现|引起|导致)?(?:失衡|不平衡|失去平衡|旋转|调整|分裂))",
        "哪个",
    ),
    (r"(?<=[做作属于是为行用])(?:多少)?(?=型的?(?:旋转|调整|失衡|平衡))", "哪种"),
    (r"(?<=[做作行])多少(?=的?(?:旋转|调整)(?!次))", "哪种"),
    (r"(?<=由)(?=(?:活动|工序|事件|边|顶点)(?:多少|几)(?:组成|构成))", "哪些"),
    (r"(?<=由哪些)(?P<noun>活动|工序|事件|边|顶点)(?:多少|几)(?=组成|构成)", r"\g<noun>"),
    (r"(?<=[由经])(?:多少)?(?=(?:活动|工序|事件|边|顶点)(?:组成|构成))", "哪些"),
)


# A picture in signs: lines of names, weights and strokes, of which a line holds at least one stroke between two ends.
_DRAWN = re.compile(r"[ \t]*(?:[A-Za-z]{0,2}\d{0,3}|[|/\\]|-{2,}|[ \t]){2,}[ \t]*")
_STROKE = re.compile(r"[|/\\]|-{2,}")
_EDGE = re.compile(r"[(<]\s*\w{1,3}\s*,\s*\w{1,3}\s*[)>]\s*[:=]?\s*\d+")


def without_picture(text: str) -> str:
    """The text without a graph drawn in signs, where its edges are told as well: `a---20----b` over `(a, b)20, (a, c)12`."""
    lines = text.split("\n")
    drawn = [place for place, line in enumerate(lines) if _STROKE.search(line) and _DRAWN.fullmatch(line)]
    if len(drawn) < 2 or len(_EDGE.findall(text)) < 3:
        return text
    first, last = drawn[0], drawn[-1]
    if not all(_DRAWN.fullmatch(line) for line in lines[first : last + 1]):
        return text
    return "\n".join([*lines[:first], *lines[last + 1 :]])


# The foreign word beside the Chinese one: `哈希(Hash)表`, `关键字(key)`, `散列(哈希)函数`.
_FOREIGN = re.compile(
    r"(?:(?<=哈希)|(?<=散列)|(?<=杂凑))\s?\((?:hash|哈希|散列|杂凑)\)|(?:(?<=关键字)|(?<=关键码))\s?\((?:key|关键码)\)|(?:(?<=装填)|(?<=装载))\(载\)(?=因子)|(?<=关键字)的?值(?=集合)",
    re.IGNORECASE,
)
# Where the row of the problem is from.
_FROM_EXAMPLE = re.compile(
    r"(?:对于?|设|用|将)?[上前]?(?:例题?|习题|练习)\s*\d+[.-]\d+\s*中?的(?=(?:关键字|序列|记录|数据|元素)[^,;。]{0,6}\(?\s*\d+\s*[,、])"
)
# A row that has a name, and what calls it so: `集合 K = {24, 15, 39}`, `依次取 K 中各值`.
_NAMED_ROW = re.compile(r"(?<![A-Za-z])(?P<name>[A-Z])\s*=\s*(?=\(?\s*\d+\s*[,、]\s*\d+\s*[,、])")


_OF_KEYS = re.compile(rf"(?:关键字|记录|关键码)[^,;。\d]{{0,6}}(?:集合?|序列)[为是:]?\s*{_NAMED_ROW.pattern}")


def _row_without_name(text: str) -> str:
    """The text without the only row's name, unless it names something else as well: `H(K) = K mod 13`."""
    names = _NAMED_ROW.findall(text)
    if len(names) != 1 or not (_OF_KEYS.search(text) or len(patterns.findall(rf"(?<![A-Za-z]){names[0]}(?![A-Za-z])", text)) > 1):
        return text
    name = names[0]
    plain = _NAMED_ROW.sub("", text, count=1)
    called = patterns.sub(
        rf"(?<![A-Za-z])(?:给定的?|集合|序列)?\s*{name}\s*中的?各?个?(?:值|关键字|元素|记录|数)|(?<=将给定的)\s*{name}(?![A-Za-z0-9(=])|(?<=[将把对由])\s*{name}(?=\s*(?:调整|建|构造|排序|进行|中))",
        "各关键字",
        plain,
    )
    return text if patterns.search(rf"(?<![A-Za-z]){name}(?![A-Za-z])", called) else called


def prepared(text: str) -> str:
    """The text as it is to be read: without headings and what is only said once more, with words of asking for blanks."""
    text = _row_without_name(_FROM_EXAMPLE.sub("", _FOREIGN.sub("", without_picture(text))))
    return asked_blanks(_SEVERAL.sub("多", _ONCE_MORE.sub(" ", _HEADING.sub(" ", text))))


def asked_blanks(text: str) -> str:
    """The text with words of asking where the blanks stood."""
    for pattern, word in _BLANKS:
        text = patterns.sub(pattern, word, text)
    return text
