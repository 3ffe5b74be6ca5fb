"""Reading problems about Huffman trees without weights: numbers of nodes from one another, given codes, and which options are prefix codes."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.ds._clauses import opened
from engine.generators.ds._mentions import Mention, mentions, sorts
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, StayOut, stay_out, to_int

_N = rf"(?<![A-Za-z\d.])(?:(?:[nm]\s*=\s*)?{INTEGER}|[nm](?:\([nm]\s*≥\s*\d\))?)"
_MANY = r"(?:多少|几|\(\s*\))"
_SIGN = r"(?:(?:互不相同|不同|权值均不相同)的?)?(?:叶子?结点|叶子|叶|字符|符号|权值|码字)"
_INNER = r"(?:非叶子?结点|分支结点|非终端结点|内部结点|度为[2-9二三四五六m]的?结点)"
_IS = r"(?:共有|总数|个数|数目|数|为|是|有|=)"
_CODES = r"[01]{1,10}(?:\s*(?:[,、 ]|和|与)\s*[01]{1,10})+"
_NAMES = r"[A-Za-z](?:\s*[,、 ]\s*[A-Za-z](?![A-Za-z])){2,}"
_LEXICON = (
    # --- what is told
    ("rule", r"字符集|[nm]\s*个权值构造的哈夫曼树共有2[nm]\s*-\s*1\s*个结点,"),
    ("inner", rf"{_N}\s*个{_INNER}|{_INNER}{_IS}+\s*{_N}"),
    ("leaves", rf"{_N}\s*个{_SIGN}|叶子?(?:结点)?{_IS}*\s*{_N}个?|n_?0\s*=\s*\d+"),
    ("total", rf"{_N}\s*个结点|(?:总结点|结点总){_IS}+\s*{_N}|结点{_IS}+\s*\d+"),
    (
        "ways",
        rf"{INTEGER}\s*叉(?:的)?(?:正则|严格)?(?=哈夫曼|的|树)|度为\s*(?:m\s*=\s*)?(?:{INTEGER}|m)的?(?=哈夫曼)|(?<![A-Za-z])m\s*=\s*\d+",
    ),
    ("letter", r"(?<![A-Za-z])[nm]\s*(?:=|为|取)\s*\d+"),
    ("height", rf"高度(?:为|是)?\s*{INTEGER}"),
    ("longest", rf"(?:哈夫曼)?编码的?长度只?(?:允许)?(?:不超过|小于等于|至多为?|≤)\s*{INTEGER}位?"),
    ("pair", r"(?<![A-Za-z0-9])[A-Za-z]\s*[:=]\s*[01]{1,10}(?![0-9.])"),
    ("names", _NAMES),
    ("bits", r"(?<![0-9.,、 ])[01]{6,80}(?![0-9.])"),
    ("codes", _CODES),
    ("counts", r"(?<![\d.])\d+(?:\s*[,、 ]\s*\d+){2,}(?![\d.])"),
    ("paths", r"从根分别到达?两个叶结点的?路径上的?权值序列"),
    # --- what is asked
    ("which_inner", rf"{_INNER}的?(?:个数|数目|数)?|{_MANY}个{_INNER}"),
    (
        "which_leaves",
        rf"叶子?(?:结点)?的?(?:个数|数目|数)?|{_MANY}个(?:不同的?)?(?:{_SIGN})|(?:不同的?)?(?:{_SIGN})的?(?:个数)?|(?:不同的?)?编码个数|n(?:的值|等于|为)?",
    ),
    ("which_total", rf"总的?结点数?目?|结点的?(?:总数|个数)|(?:一共|总共|共|有)*{_MANY}个结点"),
    ("which_merges", rf"(?:一共|共)?合并{_MANY}次"),
    ("which_ones", r"度为1的结点"),
    ("which_nulls", rf"(?:{_MANY}个)?空指针域?"),
    ("least", r"最少|至少"),
    ("most", r"最多|至多"),
    ("decode", r"(?:的)?(?:译码|解码|译)(?:结果)?"),
    ("length", r"编码总长(?:度)?"),
    ("more", rf"还可以(?:最多)?[对给]?{_MANY}个字符|最多还可以对{_MANY}个字符"),
    ("one_tree", r"(?:能)?属于同一棵哈夫曼树"),
    ("prefix", r"(?:不)?是前缀编?码"),
    ("whole", r"正则|严格|(?:没有|不含)虚(?:叶子?)?结点"),
    ("huffman", r"哈夫曼(?:编码树|树|编码表?|算法)?(?:\(二叉\))?|二叉链表|编码(?:表|序列|方案)?|[二三四]叉(?:树)?"),
    ("number", rf"{INTEGER}[个种](?!结点)"),
    ("which", rf"\(\s*\)|{_MANY}个?(?:位|bit|比特)?|什么|怎么"),
)
_OWN = """
一棵 总共 共 一共 树 里 中 里面 它 对 给 能 可以 得到 不同 的 其 该 那 在 由 构造 用于 用 若 生成 对应 相应 若干个 进行 被 各 出现次数 次数 字符集 电文 文本 一段 组成 下列选项 下列 选项 给出 是 已 两个字符 已知 除了 确定 外 则 拿 做 呢 时 符号 互不相同
作为 存储结构 总数 有 如下 以下 并 为 分别 依次 字符 采用 结点 叶子结点 的值 表 外 已对 二叉 这 要求 均 编 那么 只 就 n_0 设 假设 根 最 层 总
"""
_LOST = "多少 几 几个 多少个 什么 哪 哪个 最后结果 是多少 为多少 等于多少 是几 是什么 怎么"
_TITLES = {"leaves": "叶结点", "total": "结点总数", "inner": "非叶结点", "merges": "合并次数", "ones": "度为 1 的结点", "nulls": "空指针"}


def small_problem(text: str) -> Recognition | None:
    """A problem of nodes or given codes; None where weights are told, or something else is asked."""
    if patterns.search(r"WPL|带权|频|概率|权值?(?:为|是|分别|集)", text) and not patterns.search("路径上的?权值序列", text):
        return None
    try:
        found = mentions(opened(text).rest, _LEXICON, _OWN, _LOST)
    except StayOut:
        return None
    for read in (_nodes, _given_code, _spare, _options):
        if (seen := read(found, sorts(found))) is not None:
            return seen
    return None


def _figure(mention: Mention) -> int | str:
    """The figure of a mention, or the letter that stands for it."""
    if found := patterns.search(
        rf"(?<![A-Za-z0-9])(?:[nm]\s*=\s*)?(?:{INTEGER})(?!叉链)", patterns.sub(r"度为[2二]|\([^()]*\)", "", mention.text)
    ):
        return to_int(patterns.findall(INTEGER, found[0])[0])
    letter = patterns.search("[nm]", mention.text)
    return letter[0] if letter else stay_out("how many")


def _nodes(found: list[Mention], said: set[str]) -> Recognition | None:
    """Numbers of nodes from one another."""
    told = [(sort, _figure(mention)) for mention in found if (sort := mention.sort) in ("leaves", "inner", "total")]
    letters = {mention.text[0]: _figure(mention) for mention in found if patterns.fullmatch(r"[nm]\s*(?:=|为|取)\s*\d+", mention.text)}
    wanted = list(dict.fromkeys(mention.sort.removeprefix("which_") for mention in found if mention.sort.startswith("which_")))
    bounds = [mention.sort for mention in found if mention.sort in ("least", "most")]
    allowed = {"rule", "leaves", "inner", "total", "ways", "letter", "whole", "huffman", "which", "end", "height", "least", "most"}
    if not said <= {*allowed, *(f"which_{name}" for name in _TITLES)} or "huffman" not in said or not (wanted or len(told) > 1):
        return None
    heights = [to_int(patterns.findall(INTEGER, mention.text)[0]) for mention in found if mention.sort == "height"]
    if heights or bounds:
        if not (heights and bounds) or told or wanted != ["leaves"] or "ways" in said:
            return None
        return Recognition(
            parameters={"task": "height", "levels": heights[0], "asked": bounds},
            understood=(("高度", f"{heights[0]}（根为第 1 层）"), ("求", "叶结点个数")),
        )
    figures = {(sort, value) for sort, value in told if isinstance(value, int)}
    named = {(sort, str(value)) for sort, value in told if not isinstance(value, int)}
    if len(figures) > 1 or len(named) > 1:
        stay_out("two numbers")
    letter = next(iter(named))[1] if named else None
    ways = _ways([mention for mention in found if mention.sort == "ways" and not (letter == "m" and mention.text[0] == "m")], letters)
    if not figures and letter in letters:
        figures = {(next(iter(named))[0], int(letters[letter]))}
    if figures and letter != "m":
        name, value = next(iter(figures))
        wanted = wanted or [sort for sort, _ in named]
        wanted = [each for each in wanted if each != name]
        return _of_figures(ways, name, value, wanted) if wanted and "nulls" not in wanted else None
    if letter is None or ways != 2:
        return None
    given = next(iter(named))[0]
    wanted = [each for each in wanted if each != given]
    if len(wanted) == 1 and letter == "n" and wanted[0] in ("leaves", "inner", "total"):
        return Recognition(
            parameters={"task": "of-n", "given": given, "asked": wanted[0]},
            understood=((_TITLES[given], "n 个"), ("求", _TITLES[wanted[0]])),
        )
    if given != "leaves" or not wanted or set(wanted) - {"total", "inner", "ones", "nulls"}:
        return None
    return Recognition(
        parameters={"task": "lettered", "letter": letter, "value": next(iter(figures))[1] if figures else None, "asked": wanted},
        understood=(("叶结点", f"{letter} 个"), ("求", "、".join(_TITLES[name] for name in wanted))),
    )


def _ways(told: list[Mention], letters: dict[str, int | str]) -> int:
    """How many children an inner node has."""
    ways = {
        to_int(patterns.findall(INTEGER, mention.text)[0])
        for mention in told
        if patterns.search(INTEGER, mention.text.replace("度为m的", ""))
    }
    if not ways and told:
        ways = {int(letters["m"])} if "m" in letters else stay_out("of how many ways")
    return ways.pop() if len(ways) == 1 else 2 if not ways else stay_out("of how many ways")


def _of_figures(ways: int, name: str, value: int, wanted: list[str]) -> Recognition | None:
    if not 2 <= ways <= 100 or not 1 <= value <= 10**9 or (ways > 2 and "merges" in wanted):
        return None
    if {"leaves": (value - 1) % (ways - 1), "total": (value - 1) % ways, "inner": 0}[name]:
        stay_out("no such tree without a dummy")
    return Recognition(
        parameters={"task": "nodes", "ways": ways, "given": name, "value": value, "asked": wanted},
        understood=(
            (_TITLES[name], str(value)),
            *((("叉数", str(ways)),) if ways > 2 else ()),
            ("求", "、".join(_TITLES[each] for each in wanted)),
        ),
    )


_OF_GIVEN_CODES = "pair names codes bits counts decode length huffman which end number rule which_leaves"


def _given_code(found: list[Mention], said: set[str]) -> Recognition | None:
    """A given code: a text to be decoded, or the length of a text with so many of each letter."""
    if not said <= {*_OF_GIVEN_CODES.split()}:
        return None
    texts = {sort: [mention.text for mention in found if mention.sort == sort] for sort in said}
    codes: dict[str, str] = dict(patterns.split(r"\s*[:=]\s*", pair)[:2] for pair in texts.get("pair", ()))
    if not codes and len(texts.get("names", ())) == len(texts.get("codes", ())) == 1:
        names, values = patterns.findall("[A-Za-z]", texts["names"][0]), patterns.findall("[01]+", texts["codes"][0])
        codes = dict(zip(names, values, strict=True)) if len(names) == len(values) else stay_out("names and codes")
    if len(codes) < 3 or len(set(codes.values())) != len(codes):
        return None
    understood = (("编码", "，".join(f"{name}: {code}" for name, code in codes.items())),)
    if "decode" in said and len(texts.get("bits", ())) == 1 and not said & {"counts", "length"}:
        return Recognition(parameters={"task": "decode", "bits": texts["bits"][0], "codes": codes}, understood=understood)
    counts = [int(count) for count in patterns.findall(r"\d+", texts["counts"][0])] if "counts" in said else []
    if "length" in said and len(counts) == len(codes) and not said & {"decode", "bits"}:
        return Recognition(parameters={"task": "length", "counts": counts, "codes": codes}, understood=understood)
    return stay_out("what of this code")


def _spare(found: list[Mention], said: set[str]) -> Recognition | None:
    """How many more codes of at most so many bits there can be beside some that are told."""
    if not said <= {"longest", "codes", "more", "leaves", "most", "huffman", "number", "end", "which"} or not said >= {
        "longest",
        "codes",
        "more",
    }:
        return None
    longest = to_int(patterns.findall(INTEGER, next(mention for mention in found if mention.sort == "longest").text)[-1])
    told = patterns.findall("[01]+", next(mention for mention in found if mention.sort == "codes").text)
    if not 1 <= longest <= 12 or any(len(code) > longest for code in told):
        stay_out("codes longer than allowed")
    if any(one != other and other.startswith(one) for one in told for other in told) or len(set(told)) != len(told):
        stay_out("no prefix code")
    return Recognition(
        parameters={"task": "spare", "longest": longest, "codes": told},
        understood=(("编码长度", f"不超过 {longest}"), ("已有编码", listed(told, "、")), ("求", "最多还能编码的字符数")),
    )


def _options(found: list[Mention], said: set[str]) -> Recognition | None:
    """Which two paths of weights can belong to one tree (408 of 2015), or which option is, or is not, a prefix code."""
    if said >= {"paths", "one_tree"} and said <= {"paths", "one_tree", "which", "end"}:
        return Recognition(parameters={"task": "paths"}, understood=(("求", "属于同一棵哈夫曼树的两条路径"),))
    if "prefix" not in said or not said <= {"prefix", "huffman", "which", "end", "number", "leaves", "which_leaves"}:
        return None
    wanted = not any(mention.text.startswith("不") for mention in found if mention.sort == "prefix")
    return Recognition(
        parameters={"task": "prefix", "wanted": wanted}, understood=(("求", "是前缀编码的一项" if wanted else "不是前缀编码的一项"),)
    )
