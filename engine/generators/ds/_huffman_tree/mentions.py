"""Problems about Huffman trees read by their mentions: weights told in any way, and what is asked of the tree and its code in any words."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.ds._clauses import every_part_asked, in_parts, opened
from engine.generators.ds._huffman_tree.plain import plain_wording
from engine.generators.ds._huffman_tree.reading import read_sides, read_weights, weighed
from engine.generators.ds._mentions import mentions, sorts
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_LEAF = r"(?:字符|字母|符号|叶子?结点|叶子|结点|权值?)"
_OF_ALL = rf"(?:(?:这|上述)?(?:\d+|[两二三四五六七八九十]+)?个?(?:各|每|相应|对应|各个|每个|所有|全部|不同)*(?:权重?值?|频率)?的?{_LEAF}所?(?:对应|相应)?的?)?"
_FIXED = (
    rf"(?:用|采用|若用|使用)?(?:{INTEGER}|3)?\s*位?(?:二进制数?)?(?:\(?0~\d+\)?)?的?(?:二进制)?(?:等长|定长|固定长度)的?(?:二进制)?编码"
)
_LEXICON = (
    (
        "fixedwith",
        rf"(?:若|如果)?(?:用|采用|使用)\s*(?P<bits>{INTEGER})\s*位的?(?:二进制数?|二进制位)?(?:\(\s*0\s*(?:~|-)\s*\d+\s*\))?[对给]?(?:这|上述)?(?:{INTEGER}个)?(?:{_LEAF})?(?:进行)?(?:等长|定长)?的?(?:编码)?",
    ),
    ("ratio", r"(?:哈夫曼编码)?的?(?:平均)?(?:码长|编码长度|长度)[是为占](?:等长|定长)编码的?(?:长度)?的?百分之(?:几|多少)"),
    (
        "saving",
        r"(?:它|哈夫曼编码)?(?:可以?|能)?[使将把]?(?:电文|报文|总长|电文总长|编码)*(?:长度)?(?:平均)?(?:压缩|节省|缩短|减少)了?(?:百分之)?(?:多少|几)(?:%)?|压缩[率比](?=是|为|\(|多)",
    ),
    ("average", r"(?:哈夫曼编码)?的?平均(?:编码长度|码长|长度)|(?:编码|码)的平均长度"),
    ("bits", r"(?:电文|报文|文本|编码|哈夫曼编码)?后?的?(?:电文|报文|编码)?的?总的?(?:编码)?(?:长度|码长|位数)(?!\(?WPL)"),
    (
        "wpl",
        r"(?:电文总长度|其|该|此|树的?|它的?|最小的?)?(?:加权|带权)的?路径的?总?长度(?:之和)?(?:\(?WPL\)?)?(?:的值)?|(?:电文总长度)?\(?WPL\)?(?:的?值)?",
    ),
    (
        "design",
        rf"试?[为给对](?:这|上述|以上)?(?:{INTEGER})?个?{_LEAF}(?:设计|构造|进行)出?(?:相应的?)?(?:哈夫曼|不等长|前缀)?编码|设计出?(?:相应|一个|一套)?的?(?:哈夫曼|前缀|不等长)编码",
    ),
    ("codes", rf"{_OF_ALL}所?(?:对应|相应)?的?(?:哈夫曼)?编码表?(?!树|长|的?平均|算法|方法|后|问题|规则|为|是0|总|时)"),
    ("height", r"(?:树的?|哈夫曼树的?|其)(?:高度|深度)"),
    ("total", r"(?:树[中的]?|其|哈夫曼树[中的]?)?(?:共|一共)?有?的?结点的?(?:总个?数|总数|个数)"),
    (
        "tree",
        r"[试请]?先?(?:画出|构造|建立|生成|画|构造出|给出|设计)(?:你所构造|相应|对应|一棵|一颗|出|的|该|此|其|你|所|构造|它|对应的){0,6}(?:哈夫曼|最优二叉)(?:编码)?树的?(?:结构|形态|图)?",
    ),
    ("huffman", r"哈夫曼(?:树|编码树|编码|算法|方法)?|最优二叉树"),
    ("chances", r"(?:出现|使用)?的?(?:概率|几率)"),
    ("rates", r"(?:出现|使用)?的?(?:频率|频度|频数|次数)"),
    ("count", rf"(?:由|共|有|这|仅|仅由|含|使用|近由)*{INTEGER}[个种](?:不同的?|带权)*{_LEAF}(?:组成|构成)?"),
    ("count", rf"这?{INTEGER}个(?=出现)"),
    ("which", r"\(\s*\)|_+|多少|几|什么"),
)
_OWN = """
字符 字母 符号 叶子 叶结点 叶子结点 结点 权 权值 权重 一份 一段 某 通信 用于通信 电文 报文 中 共 使用 它们 出现 依次 分别 各 以 作为 为 的 由 字符集 集合 构成 组成 这些 给定 设 假设 已知 试 求 其 求出 给出 写出 请 计算 画出 计算出 以及 并 并求 对应 相应 相应权重值 权重值 字母在电文中 字符在电文中 次 如下 表 下表 所示 如下表所示 位 回答下面的问题 各个 按照 编码 要求 规定 约定 仅 仅由 近由 这 则 该 此 若 对 总长 棵 一棵 位二进制 个
"""
_LOST = "多少 几 几个 多少个 什么 哪 最后结果 画出 写出 给出 是多少 为多少 编码"


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """Weights and what is asked of their tree; None where it is something else."""
    if not patterns.search("哈夫曼|霍夫曼|赫夫曼|huffman|最优二叉树|WPL", text, 2):
        return None
    text = patterns.sub(r"(?<![\d:])\d+(?:\s*:\s*\d+){2,}(?![\d:])", lambda match: match[0].replace(":", ","), text)
    for small, large, said in (("小", "大", "小"), ("大", "小", "大")):
        text = patterns.sub(
            rf"{small}值?的?[在作为做]?左(?:子树|边)[,、]{large}值?的?[在作为做]?右(?:子树|边)", f"左子树{said}于右子树", text
        )
    reading = opened(plain_wording(text))
    sides = read_sides(reading)
    names, numbers = read_weights(reading, None)
    if len(numbers) < 3 or (names and len(names) != len(numbers)):
        return None
    found = mentions(reading.rest, _LEXICON, _OWN, _LOST)
    mentioned = sorts(found)
    if not mentioned & {"huffman", "tree", "design", "codes"}:
        return None
    bits: list[int] = []
    asked: list[str] = []
    for mention in found:
        if mention.sort == "count" and to_int(patterns.findall(INTEGER, mention.text)[0]) != len(numbers):
            stay_out("another number of leaves")
        elif mention.sort == "fixedwith":
            bits.append(to_int(patterns.findall(INTEGER, mention.text)[0]))
        elif mention.sort in ("wpl", "average", "bits", "codes", "design", "height", "total", "ratio"):
            asked.append(mention.sort)
        elif mention.sort == "saving":
            asked.append("saving-percent")
        elif mention.sort == "tree" and in_parts(text):
            asked.append("tree")
    if bits and not {"ratio", "saving-percent"} & set(asked):
        stay_out("a code of equal lengths of which nothing is asked")
    if "tree" in mentioned and not asked:
        asked = ["tree"]
    asked = list(dict.fromkeys("codes" if each == "design" else each for each in asked))
    if not asked or ({"ratio", "saving-percent"} & set(asked) and not bits):
        return None
    if len(sides) < 2:
        asked = ["design" if each == "codes" else each for each in asked]  # any of the codes
    chances = "chances" in mentioned
    return weighed(numbers, asked, 2, False, chances, "rates" in mentioned and "次" not in text, names, sides, bits)
