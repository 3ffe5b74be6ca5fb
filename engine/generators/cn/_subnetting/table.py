"""A table to be filled in: an address and its mask are told, and of the rows that are blank each asks one thing of them."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.cn._addresses.blocks import Block, dotted, number_of, prefix_of
from engine.generators.cn._addresses.subnet_words import IP
from engine.generators.cn._subnetting.problem import Subnets
from engine.generators.cn._subnetting.subnets import drawing_of, working
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import stay_out

_BLANK = r"(?:\(?\s*\d{1,2}\s*\)?(?![\d.])|\(\s*\)|多少|[?])"
_GAP = r"[ \t|:]*\n?[ \t|:]*"
_LABELS = (
    (r"(?:IP)?地址(?:的)?(?:类别|类型)|网络类别|类别", "class"),
    (r"(?:子网内?的?)?可用(?:的)?(?:IP)?地址(?:的)?范围", "range"),
    (r"(?:子网内?|网络内?)?(?:的)?第一个(?:的)?可用(?:的)?(?:IP)?地址|(?:子网内?的?)?最小(?:的)?可用(?:的)?(?:IP)?地址", "first"),
    (r"(?:子网内?|网络内?)?(?:的)?最后一个(?:的)?可用(?:的)?(?:IP)?地址|(?:子网内?的?)?最大(?:的)?可用(?:的)?(?:IP)?地址", "last"),
    (r"受限广播地址|有限广播地址", "limited"),
    (r"(?:直接|定向|子网)?广播地址", "broadcast"),
    (r"(?:子网|网络)(?:地址|号)", "network"),
    (r"主机(?:号|地址|ID)", "host"),
)
_ROW = "|".join(f"(?P<{name}>{label})" for label, name in _LABELS)


def recognise(text: str) -> Recognition | None:
    """The address, its mask and the blank rows in their order."""
    if not patterns.search(r"填写|填入|填表|补充完整|完成下表|填空|下表", text):
        return None
    # `(1)` at the end of a row is its blank, not the number of a part.
    text = patterns.sub(r"(?m)^([ |]*)IP(?=\s*\d)", r"\1IP地址 ", _on_lines(normalise(text)))
    problem = Subnets(patterns.sub(r"(?m)\(\s*\d{1,2}\s*\)[ |]*$", "?", text))
    told = problem.take(rf"(?m)^[ |]*IP(?:地址)?{_GAP}(?P<ip>{IP})[ |]*\n[ |]*(?:子网)?掩码{_GAP}(?P<mask>{IP})[ |]*(?=\n)")
    if told is None:
        return None
    rows = problem.take_asked(rf"(?m)^[ |]*(?:{_ROW}){_GAP}{_BLANK}[ |]*$")
    problem.take_all(
        r"(?:请)?(?:计算)?(?:并|后)?(?:填写|填入|完成|补充完整|填)(?:下表|下列表格|表格|表)?(?:中的?(?:空白|空缺)(?:处)?(?:的内容)?)?|下表|(?m:^\s*(?:问题|题目|填空题?|综合题?|应用题|\s)+$)|\|(?:\s*[:-]+\s*\|)+"
    )
    problem.settle()
    if len(rows) < 2:
        return None
    try:
        address, prefix = number_of(told["ip"]), prefix_of(number_of(told["mask"]))
    except ValueError:
        stay_out(told[0])
    asked = [next(name for _, name in _LABELS if row[name]) for row in rows]
    if not 8 <= prefix <= 30 or len(set(asked)) != len(asked) or not 1 <= address >> 24 <= 223:
        return None
    return Recognition(
        parameters={"task": "table", "address": dotted(address), "prefix": prefix, "asked": asked},
        understood=(("地址", dotted(address)), ("子网掩码", told["mask"])),
    )


def _on_lines(text: str) -> str:
    """A table that was pasted in one line with its rows on lines of their own."""
    text = patterns.sub(r"(?<=[\u4e00-\u9fff]) (?=IP)|(?<=IP) (?=地址)", "", text)
    if not patterns.search(rf"IP\s*(?:地址)?{_GAP}{IP}[ |]*(?:子网)?掩码", text):
        return text
    labels = "|".join(patterns.sub(r"\(\?P<\w+>", "(?:", label) for label, _ in _LABELS)
    text = patterns.sub(rf"[ |]*(?=IP地址{_GAP}{IP})", "\n", text)
    return patterns.sub(rf"[ |]+(?=IP\s*(?:地址)?{_GAP}{IP}|(?:子网)?掩码{_GAP}{IP}|(?:{labels}){_GAP}{_BLANK}(?:[ |]|$))", "\n", text)


def solve(parameters: Parameters) -> Solution:
    """Every blank row, in the table's order."""
    block = Block(number_of(parameters["address"]), parameters["prefix"])
    octet = block.address >> 24
    host = dotted(block.address - block.network)
    said = {
        "class": ("地址类别", f"{'A' if octet < 128 else 'B' if octet < 192 else 'C' if octet < 224 else 'D' if octet < 240 else 'E'} 类"),
        "network": ("网络地址", dotted(block.network)),
        "broadcast": ("直接广播地址", dotted(block.broadcast)),
        "limited": ("受限广播地址", "255.255.255.255"),
        "host": ("主机号", host),
        "host number": ("主机号", str(block.address - block.network)),
        "first": ("第一个可用地址", dotted(block.network + 1)),
        "range": ("可用地址范围", f"{dotted(block.network + 1)}～{dotted(block.broadcast - 1)}"),
        "last": ("最后一个可用地址", dotted(block.broadcast - 1)),
    }
    rows = [said[name] for name in parameters["asked"]]
    if parameters["asked"] == ["class"]:
        letter = rows[0][1]
        return Solution(
            answer=letter,
            also=(letter[0], f"{letter[0]}类地址", f"{letter[0]}类"),
            steps=f"第一个字节是 {octet}，所以是 {letter}地址。",
            conventions=("地址类别按第一个字节：1～126 为 A 类，128～191 为 B 类，192～223 为 C 类，224～239 为 D 类",),
        )
    return Solution(
        answer="；".join(f"{label} {value}" for label, value in rows),
        also=("；".join(value for _, value in rows), "、".join(value for _, value in rows)),
        steps=paragraphs(working(block), f"主机号是地址去掉网络前缀后剩下的部分：{host}。"),
        conventions=("主机号全 0、全 1 的地址不分配给主机", "地址类别按第一个字节：1～126 为 A 类，128～191 为 B 类，192～223 为 C 类"),
        drawing=drawing_of(block),
    )
