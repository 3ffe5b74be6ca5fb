"""Reading problems about where elements of an array or a matrix are stored, by their mentions."""

from __future__ import annotations

from typing import Any

from engine.generators import patterns
from engine.generators.ds._array_address.places import FULL, LOWER, TRIDIAGONAL, UPPER, stored
from engine.generators.ds._blanks import prepared
from engine.generators.ds._clauses import every_part_asked, opened, refuse_dangerous
from engine.generators.ds._mentions import Mention, clauses_of, mentions, sorts
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_NAME = r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])\s*"
_GAP = r"\s*(?:~|\.{2,3}|…+|:|至|到|-)\s*"
_SPAN = rf"\d+{_GAP}\d+"
_INDEX = r"-?\d+"
_CALLED = rf"(?:(?<![A-Za-z])LOC\s*\(?\s*)?(?:{_NAME}|(?<=C)\s*)"
# `A(3,5)`, `a3,5`, `a35`, `LOC(5,5)`, `LOC(A(3,5))`
_ELEMENT = (
    rf"(?:(?:数组|矩阵)?(?:元素|结点)\s*)?(?:(?<![A-Za-z])LOC\s*\(\s*(?:{_NAME}\(?)?\s*|{_NAME}\(\s*)"
    rf"{_INDEX}\s*(?:[,，]\s*{_INDEX}\s*){{1,2}}\)+|(?:元素\s*)?{_NAME}\d+\s*,\s*\d+|(?:元素\s*)?(?<![A-Za-z])[a-z]\s*(?:[1-9]{{2}}|\(\s*\d{{2}}\s*\))(?![\d,])"
)
_CELL = rf"{_NAME}\(?\d+\)?(?!\d|\s*,\s*\d|\()"
_UNITS = r"(?:字节|存储单元|存储字|内存单元|单元|地址空间|存储空间|存储位置|空间|字符|字|Byte|B)(?:空间|的存储空间)?"
_LAID = r"(?:序|优先|为主序?|主序|先|顺序)"
_ORDER = r"(?:{side}{laid}+(?:方式|顺序|次序)?|(?:按|逐|依){side}(?:{laid}+)?(?:的?(?:方式|顺序|次序))?)"
_TOLD = r"\s*(?:是|为|=)\s*"
_FIGURE = r"\d[0-9A-F]*H(?![A-Za-z])|\d+(?![0-9A-Za-z])"
_PLACE = r"(?:(?:存储|存放|内存)?的?(?:首|起始|开始|物理)?地址|(?:存储|存放)的?位置|(?:首|起始)?位置|下标)"
LEXICON = (
    (
        "reach",
        r"\(?(?:其中)?\s*[01]\s*≤\s*i\s*≤\s*j\s*≤\s*\d+\s*\)?|\(?(?:其中)?\s*[01]\s*≤\s*[ij]\s*[,、]\s*[ij]\s*≤\s*\d+\s*\)?|\(?[01]\s*≤\s*j\s*≤\s*i\s*≤\s*\d+\s*\)?",
    ),
    (
        "rows",
        rf"\(?(?:其中)?(?:(?:其|数组的?)?行下?标?\s*i?|(?<![A-Za-z])i)的?(?:取值)?(?:值|范围)?的?(?:从|是|为|=|:|范围)*\s*{_SPAN}|\(?(?:其中)?\s*\d+\s*≤\s*i\s*≤\s*\d+\s*\)?",
    ),
    (
        "columns",
        rf"(?:(?:其|数组的?)?列下?标?\s*j?|(?<![A-Za-z])j)的?(?:取值)?(?:值|范围)?的?也?(?:从|是|为|=|:|范围)*\s*{_SPAN}\)?|\(?\d+\s*≤\s*j\s*≤\s*\d+\s*\)?",
    ),
    ("line", rf"(?:一维(?:数组)?|数组|向量)?\s*(?:{_NAME}|(?:SA|sa))\(\s*[01]{_GAP}\d+\s*\)"),
    ("bounds", rf"(?:array|(?:{_NAME})=\s*array|{_NAME})?\s*\(\s*{_SPAN}\s*(?:[,，]\s*{_SPAN}\s*){{1,2}}\)"),
    ("sizes", rf"(?:[二三]维)?(?:数组|矩阵|int|float|double|char|array)\s*(?:{_NAME})?\(\s*\d+\s*(?:[,，×x*]\s*\d+\s*){{1,2}}\)"),
    (
        "named",
        rf"(?:[二三]维)?(?:数组|矩阵|元素)\s*{_NAME}\(\s*[a-zA-Z]\s*,\s*[a-zA-Z]\s*\)|的?(?:元素)?\s*{_NAME}\(?\s*i\s*,\s*j\s*\)?|(?<![A-Za-z])a_?ij(?![A-Za-z])",
    ),
    ("from_0", r"\(?(?:行标?[、和,]?列(?:下?标)?|行下标[、和]列下标|其?下标)[均都]?从0开始(?:编号|计数)?\)?(?!的?一维)"),
    ("from_1", r"\(?(?:行标?[、和,]?列(?:下?标)?|行下标[、和]列下标|其?下标)[均都]?从1开始(?:编号|计数)?\)?(?!的?一维)"),
    ("zero", r"C语言(?:中)?的?(?=一维)|下标从0开始的?(?=一维)"),
    ("unit", r"下标从1开始的?(?=一维)"),
    ("square", r"\d+\s*[×*x]\s*\d+\s*的?|\d+\s*行\s*[、,和]?\s*\d+\s*列的?|(?<!\d)\d+\s*阶的?"),
    ("lower", r"(?:主对角线)?以?下三角(?:形)?(?:矩阵(?!\s*[A-Za-z]\())?(?:部分)?"),
    ("upper", r"(?:主对角线)?以?上三角(?:形)?(?:矩阵(?!\s*[A-Za-z]\())?(?:部分)?"),
    ("symmetric", rf"(?:实)?对称(?:矩阵(?!\s*{_NAME}\())?"),
    ("tridiagonal", rf"三对角(?:线)?(?:带状)?(?:矩阵(?!\s*{_NAME}\())?"),
    ("both", r"(?:按|以)?行(?:序|优先|为主)*[和或、与]按?列(?:序|优先|为主序?)*(?:的?方式|的?顺序)?"),
    ("by_rows", _ORDER.format(side="行", laid=_LAID)),
    ("by_columns", _ORDER.format(side="列", laid=_LAID)),
    ("characters", r"(?:由|是)*\s*\d+\s*个字符(?:组成|构成)?的?(?:字符)?串"),
    ("character", rf"每?个?字符[占需]\s*(?:一|1)\s*个?{_UNITS}"),
    (
        "size",
        rf"(?:其中)?每个?(?:数据|数组)?元素用?的?(?:相邻的?|长度|大小|均|各|都|需要?|占用?|占据|用|为|是|存储)*\s*(?:\d+|[一两二三四五六八])\s*个?(?:{_UNITS}|(?=[,。;]))|(?:元素)?(?:长度|大小)为\s*\d+\s*个?(?:{_UNITS})",
    ),
    (
        "maps",
        rf"(?:{_ELEMENT})\s*(?:存[入放储]?[在于到]?|对应)\s*(?:一维数组|数组)?{_CELL}|{_CELL}\s*中?(?:存[放储]?|对应|存的是)\s*(?:{_ELEMENT})",
    ),
    ("first", rf"(?:{_ELEMENT})[为是]第一个?元素[,,]?其?{_PLACE}{_TOLD}(?:{_FIGURE})"),
    ("known", rf"(?:{_ELEMENT})\s*的?(?:{_PLACE}|存放)[为是在=]*\s*(?:{_FIGURE})|(?:{_ELEMENT}){_TOLD}(?:{_FIGURE})"),
    (
        "base",
        rf"(?:(?:数组|内存|第一个元素|首元素|矩阵|存储器?|{_NAME})的?)*(?:(?:存储|存放|内存)?的?(?:首|起始|基|开始)?(?:地)?址|起始存储位置(?:\(基地址\))?)\s*(?:BASE|BA|SA|LOC)?\s*(?:是|为|=)?\s*(?:{_FIGURE}|(?<![A-Za-z])(?:BA|SA|S|BASE)(?![A-Za-z(]))",
    ),
    ("that_is", r"\(即?该?元素的?下标\s*i\s*=\s*\d+\s*,\s*j\s*=\s*\d+\s*\)"),
    ("ordinal", r"第\s*\d+\s*个(?:数据|数组)?元素"),
    ("last", rf"最后一个(?:数据|数组)?元素(?!\s*{_NAME}\(?\d)"),
    ("that_is", rf"最后一个(?:数据|数组)?元素|第一个(?:数据|数组)?元素(?=\s*{_NAME}\()"),
    ("element", _ELEMENT),
    ("same", rf"(?:的?(?:起始|存储|首)?地址)?[与和同](?:当)?(?:{_NAME})?按?"),
    (
        "total",
        rf"(?:(?:整个|该|此|这个)?(?:数组|{_NAME})(?:一共|总共|共)?(?:需要?|占用?|占)(?:用|据)?(?:的?(?:存储|内存)?空间)?(?:的?(?:大小|总数))?(?:共|为|是)*(?:多少|几|\(\s*\))个?{_UNITS})|(?:(?:数组|{_NAME})的?)*(?:体积|存储量)(?:\(即存储量\))?|存放(?:该|此)?(?:数组|{_NAME})(?:共|至少)*需要?(?:多少|几|\(\s*\))个?{_UNITS}",
    ),
    ("count", r"(?:一维)?(?:数组|向量)\s*(?:[A-Z]\s*)?的?(?:长度|大小)(?:至少)?(?:应?[为是])"),
    ("place", rf"存放?[在于]\s*{_NAME}\(\s*(?:多少)?\s*\)|(?<![A-Za-z])k(?![A-Za-z])|(?:的?第一个?字节的?)?{_PLACE}"),
    ("alike", r"相同"),
    ("which", r"\(\s*\)|_+|多少|几|什么|哪里?|=\s*\??"),
    ("name", rf"{_NAME}"),
)
OWN = """
数组 二维数组 二维 三维数组 矩阵 一维数组 一维 向量 元素 数据元素 数组元素 存储 存放 存入 压缩 压缩存储 方式 存储方式 连续 顺序 顺序存放 顺序存储 依次 采用 用 按 以 若 将 把 其 其中 设 有 有一个 一个 的 是 为 从 中 在 到 开始 各 对 对于 所有 全部 部分 主对角线 包括
对角线 内存 存储器 当 时 则 这 该 每个 对应 非零元素 元素的 组成 行 存储到 起 上 里 已知 假设 假定 存于 存在 内 也 并 且 含 与 和 需 试 求 计算 编号 元素存储 单元 存储空间 上述 按字节编址 编址 这样 改为 改用 改成 改按 又
"""
LOST = "多少 几 什么 哪 哪里 最后 是多少 为多少 下标 位置 地址 相同 首地址"


_OF_SEVERAL_DIMENSIONS = "bounds sizes square rows columns element known first maps by_rows by_columns line"


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """What is asked of elements that are stored one after another; None where it is something else.

    Raises:
        StayOut: not all of the text is understood.
    """
    text = patterns.sub(r"(?<=[=从为])\s*(\d+)\s*,\s*\d+\s*(?:,\s*\d+\s*)*,?\s*(?:\.{2,}|…+)\s*,?\s*(\d+)", r"\1~\2", text)
    text = patterns.sub(r"(?<=[(,])\s*(\d+)\s*(?:\.{2,3}|…+)\s*(?=\d)", r"\1~", text)
    text = patterns.sub(r"(?<=[\d)])\(10\)|[,。;]?\s*脚注\(\s*(?:10)?\s*\)表示用?(?:10|十)进制(?:数)?(?:表示)?", "", text)
    text = patterns.sub(r"小于等于|<=|⩽|≦", "≤", text)
    reading = opened(prepared(text))
    refuse_dangerous(reading)
    reading.refuse(r"稀疏|三元组|十字链表|五对角|[两多]个数组|循环右移|逆序|反向|从高地址|十六进制|常数|队列|链")
    found = mentions(reading.rest, LEXICON, OWN, LOST)
    said = sorts(found)
    shape, symmetric = part_of(said)
    bounds = [(1, 10**5)] if "ordinal" in said else _bounds(found, shape)
    if "ordinal" in said and said & {*_OF_SEVERAL_DIMENSIONS.split()}:
        stay_out("an array of one dimension")
    known = [(_index(mention.text), _figure(mention.text)) for mention in found if mention.sort in ("known", "first")]
    known += [_maps(mention.text) for mention in found if mention.sort == "maps"]
    size = _size(found)
    base, line = _base(found), _line(found)
    if line is not None and (base is not None or size != 1):
        stay_out("a line of which an address is told as well")
    if "maps" in said and (size != 1 or base is not None):
        stay_out("places and addresses")
    if "first" in said and bounds and any(index != tuple(least for least, _ in bounds) for index, _ in known):
        stay_out("which element is the first")
    asked = _asked(found)
    if not asked:
        return None
    for task in asked:
        if task["task"] == "address" and bounds and task["index"] != "last":
            index = tuple(task["index"])
            if not stored(shape, index, bounds) and symmetric:
                index = (index[1], index[0])
            if not stored(shape, index, bounds):
                stay_out("an element that is not stored")
            task["index"] = list(index)
    parameters: dict[str, Any] = {
        "shape": shape,
        "symmetric": symmetric,
        "bounds": bounds and [list(pair) for pair in bounds],
        "size": size,
        "asked": asked,
    }
    if patterns.search(r"\dH(?![A-Za-z])", text):
        parameters["hexadecimal"] = True
    if any("字节" in mention.text for mention in found if mention.sort == "size"):
        parameters["unit"] = "字节"
    if line is not None:
        parameters["base"] = line
        parameters["line"] = True
    elif base is not None:
        parameters["base"] = base
    if known:
        parameters["known"] = [[list(index), value] for index, value in known]
    if any(task["task"] == "address" for task in asked) and "base" not in parameters and not known:
        stay_out("from which address")
    return Recognition(
        parameters=parameters,
        understood=(
            ("存储", {FULL: "整个数组", LOWER: "下三角", UPPER: "上三角", TRIDIAGONAL: "三条对角线"}[shape]),
            *((("下标", "，".join(f"{least}～{most}" for least, most in bounds)),) if bounds and "ordinal" not in said else ()),
            *((("一维数组从", str(line)),) if line is not None else (("每个元素", f"{size} 个单元"),)),
            *((("首地址", str(base)),) if base is not None else ()),
            *(("地址", f"({', '.join(map(str, index))})：{value}") for index, value in known),
            (
                "次序",
                "、".join(
                    dict.fromkeys({True: "按行", False: "按列", None: "未说"}[order] for task in asked for order in task.get("orders", ()))
                )
                or "未说",
            ),
        ),
    )


def part_of(said: set[str]) -> tuple[str, bool]:
    """The part that is stored, and whether the matrix is symmetric, of which the lower triangle is stored where nothing else is said."""
    parts = said & {"lower", "upper", "tridiagonal"}
    if len(parts) > 1 or ("tridiagonal" in said and "symmetric" in said):
        stay_out("two parts of a matrix")
    if parts:
        return {"lower": LOWER, "upper": UPPER, "tridiagonal": TRIDIAGONAL}[parts.pop()], "symmetric" in said
    return (LOWER, True) if "symmetric" in said else (FULL, False)


def _numbers(text: str) -> list[int]:
    return [int(figure) for figure in patterns.findall(r"\d+", text)]


def _bounds(found: list[Mention], shape: str) -> list[tuple[int, int]] | None:
    """The bounds of every dimension; None where they are not told.

    Raises:
        StayOut: two things are told of them, or from where they count is not.
    """
    told: set[tuple[tuple[int, int], ...]] = set()
    spans: dict[str, tuple[int, int]] = {}
    orders: set[tuple[int, ...]] = set()
    plain: set[tuple[tuple[int, int], ...]] = set()
    for mention in found:
        figures = _numbers(mention.text)
        if mention.sort == "bounds":
            told.add(tuple((figures[place], figures[place + 1]) for place in range(0, len(figures), 2)))
        elif mention.sort == "reach":
            told.add(((figures[0], figures[-1]),) * 2)
        elif mention.sort == "sizes":
            plain.add(tuple((0, size - 1) for size in figures))
        elif mention.sort in ("rows", "columns"):
            if mention.sort in spans and spans[mention.sort] != (figures[0], figures[1]):
                stay_out("two ranges of an index")
            spans[mention.sort] = (figures[0], figures[1])
        elif mention.sort == "square":
            orders.add(tuple(figures) if len(figures) > 1 else (figures[0],) * 2)
    if spans:
        if len(spans) != 2:
            stay_out("one range of two")
        told.add((spans["rows"], spans["columns"]))
    if not told:
        told = plain
    else:  # `A[6][6]` with indices from 1 to 6 tells its size
        orders |= {tuple(most + 1 for _, most in pairs) for pairs in plain}
    if len(told) > 1 or len(orders) > 1:
        stay_out("two sizes")
    sizes = orders.pop() if orders else None
    if not told and sizes:
        told.add(tuple((least, least + size - 1) for least, size in zip(_origin(found, sizes, shape), sizes, strict=True)))
    if not told:
        return None
    bounds = list(told.pop())
    if sizes and tuple(most - least + 1 for least, most in bounds) != sizes:
        stay_out("bounds of another size")
    if any(least > most or most > 10**5 for least, most in bounds) or (shape != FULL and (len(bounds) != 2 or bounds[0] != bounds[1])):
        stay_out("bounds")
    return bounds


def _origin(found: list[Mention], sizes: tuple[int, ...], shape: str) -> tuple[int, ...]:
    """The least indices of a matrix of a size: told, those of the first element, or such that every element has a place.

    Raises:
        StayOut: they may be others.
    """
    told = {int(mention.sort == "from_1") for mention in found if mention.sort in ("from_0", "from_1")}
    elements = [_index(mention.text) for mention in found if mention.sort in ("first", "known", "element", "maps")]
    told |= {0 for index in elements if 0 in index}
    told |= {1 for index in elements if any(at == size for at, size in zip(index, sizes, strict=False))}
    for mention in found:
        if mention.sort == "first":
            told.add(_index(mention.text)[0])
        elif mention.sort == "maps" and _maps(mention.text)[1] in (0, 1) and _maps(mention.text)[0] in ((0, 0), (1, 1)):
            told.add(_maps(mention.text)[0][0])
    if not told and shape == FULL and any(mention.sort == "known" for mention in found):
        told.add(1)  # from the address of another element only the distance counts
    if len(told) != 1:
        stay_out("from where the indices count")
    return (told.pop(),) * len(sizes)


def _maps(text: str) -> tuple[tuple[int, ...], int]:
    """An element and its index in the array of one dimension."""
    element = patterns.search(_ELEMENT, text)
    cell = patterns.search(_CELL, text[: element.start()] + text[element.end() :]) if element else None
    if element is None or cell is None:
        stay_out("which element is where")
    return _index(element[0]), _numbers(cell[0])[0]


def _index(text: str) -> tuple[int, ...]:
    """The indices of an element; two digits that are glued are two of them."""
    part = patterns.search(rf"{_ELEMENT}", text)
    figures = _numbers(part[0] if part else text)
    if len(figures) == 1:
        figures = [int(digit) for digit in str(figures[0])]
    return tuple(figures)


def _figure(text: str) -> int:
    figure = patterns.findall(r"(\d[0-9A-F]*H|\d+)\s*$", text)[-1]
    return int(figure[:-1], 16) if figure.endswith("H") else int(figure)


def _size(found: list[Mention]) -> int:
    """How many units an element takes; 1 where nothing is said."""
    told = set()
    for mention in found:
        if mention.sort == "size":
            figures = _numbers(mention.text)
            told.add(figures[0] if figures else to_int(patterns.findall("[一两二三四五六八]", mention.text)[-1]))
        elif mention.sort == "characters":
            told.add(_numbers(mention.text)[0])
    if len(told) > 1:
        stay_out("two sizes of an element")
    return told.pop() if told else 1


def _base(found: list[Mention]) -> int | str | None:
    told: set[int | str] = set()
    for mention in found:
        if mention.sort == "base":
            name = patterns.search(r"(?:BASE|BA|SA|S)$", mention.text)
            told.add(name[0] if name else _figure(mention.text))
    if len(told) > 1:
        stay_out("two addresses of the first element")
    return told.pop() if told else None


def _line(found: list[Mention]) -> int | None:
    """The index in the array of one dimension at which the first element stands."""
    told = {_numbers(mention.text)[0] for mention in found if mention.sort == "line"}
    told |= {int(mention.sort == "unit") for mention in found if mention.sort in ("zero", "unit")}
    if len(told) > 1:
        stay_out("two lines")
    return told.pop() if told else None


def laid_out(found: list[Mention]) -> list[bool]:
    """In which orders the elements are stored: by rows, by columns."""
    return list(dict.fromkeys(mention.sort == "by_rows" for mention in found if mention.sort in ("by_rows", "by_columns")))


def _asked(found: list[Mention]) -> list[dict[str, Any]]:
    """What is asked, in order, each with the orders of storing that it is asked for."""
    asked: list[dict[str, Any]] = []
    orders: list[bool] = []
    fresh = True
    last: list[Any] = []
    for clause in clauses_of(found):
        kinds = sorts(clause)
        elements = [list(_index(mention.text)) for mention in clause if mention.sort == "element"] + (["last"] if "last" in kinds else [])
        elements += [_numbers(mention.text)[:1] for mention in clause if mention.sort == "ordinal"]
        last = elements or last
        told = [name == "by_rows" for name in ("by_rows", "by_columns") for mention in clause if mention.sort == name]
        told = [True, False] if "both" in kinds else list(dict.fromkeys(told))
        if kinds >= {"by_rows", "by_columns", "alike"} and elements:
            first = next(mention.sort == "by_rows" for mention in clause if mention.sort in ("by_rows", "by_columns"))
            asked.append({"task": "alike", "index": elements[0], "orders": [first]})
            continue
        if told:
            orders = told if fresh else list(dict.fromkeys(orders + told))
            fresh = False
        if "alike" in kinds and elements and asked == [] and "which" in kinds and len(orders) == 2 and orders[0] != orders[1]:
            asked.append({"task": "alike", "index": elements[0], "orders": [orders[0]]})
        elif kinds & {"total", "count"}:
            asked.append({"task": "total" if "total" in kinds else "count"})
        elif "place" in kinds or any(mention.sort == "element" and "LOC" in mention.text for mention in clause):
            if not last:
                stay_out("the place of which element")
            asked += [{"task": "address", "index": element, "orders": list(orders) or [None]} for element in last]
            fresh = True
    return asked
