"""Numbers of nodes of a tree, told and asked in any order: quantities are read by their mentions, and the relations of trees give the rest.

Every tree has n = Σ nᵢ nodes and n − 1 = Σ i·nᵢ edges. A complete binary tree of n nodes has ⌈n/2⌉ leaves, one node of degree 1 where n is
even, and ⌊log₂n⌋ + 1 levels; in a strict binary tree no node has one child.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from engine.generators import patterns
from engine.generators.ds._clauses import every_part_asked, opened
from engine.generators.ds._mentions import Mention, clauses_of, mentions, sorts
from engine.generators.ds._tree_reconstruction.levels import BOUNDS, SHAPES, full_row, levels, named, of_levels, of_row
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

_NODE = r"(?:结点|节点)"
_OF = r"的?总?(?:个数|数目|总数|数量|数)?"
_DEGREE = rf"(?<![深高])度数?(?:为|是|=)?\s*(?P<degree>{INTEGER})\s*的{_NODE}"
_LINK = r"(?:(?:左右?|孩子|子树|的|或|和|右){0,6}(?:指针|链)域?)"
_LEXICON = (
    ("nonnull", rf"非(?:空|NULL)的?{_LINK}{_OF}"),
    ("nulls", rf"(?:空|NULL)的?{_LINK}{_OF}|值?为?(?:空|NULL)的{_LINK}{_OF}|{_LINK}(?:的值)?为(?:空|NULL)的{_OF}"),
    ("links", rf"(?<![空左右]){_LINK}的?(?:总个数|总数)"),
    (
        "linked",
        r"(?:采?用|以|按|使用)?二叉链[表式]?(?:作为|作|为|其|的|来|表示|存储|存放|结构)*|(?:采?用|以)(?:二叉)?链[表式](?:存储|结构|表示|作为|其|的)*(?=时|[,。])",
    ),
    (
        "zero",
        r"\(?(?:假定|假设|设|其中|规定|约定|若|令|注:?)*树?的?根(?:结点)?的?(?:所在)?的?(?:层号|层次|层数|层)?(?:为|是|在|算|记为|从)*\s*第?\s*0\s*层?(?:开始)?\)?",
    ),
    ("row", rf"(?:其|它|该树)?的?第\s*{INTEGER}\s*层[上中]?的?(?:{_NODE}{_OF})?"),
    (
        "listed",
        rf"(?<![深高])度数?(?:分别)?[为是]\s*\d(?:\s*[、,和与]\s*(?:度为)?\d)+\s*的?(?:{_NODE})?{_OF}(?:分别|依次|各)*[为是有]\s*\d+个?(?:\s*[、,和与]\s*\d+个?)+",
    ),
    (
        "strict",
        rf"(?:这些|所有|每个|各个?)?{_NODE}的度数?(?:要么|或者?)[是为]\s*0,?\s*(?:要么|或者?)[是为]\s*2|(?:没有|不存在|无)度[为是]1的{_NODE}|(?:只有|仅有)度[为是]0[和与或](?:度[为是])?2的{_NODE}|(?:严格|正则|真)的?二叉树|且?(?:所有|每个|各|任一)个?{_NODE}的度数?(?:或|要么|不是|只能|只|均|都)*[为是]?\s*0\s*,?(?:或者?|要么|就是|和)?[为是]?\s*2(?!\d)",
    ),
    ("complete", r"完全二叉树"),
    ("full", rf"满(?:二叉树|(?=(?:{INTEGER})[叉次]树))"),
    (
        "arity",
        rf"(?<![深高])度[为是]\s*{INTEGER}\s*的(?:一棵)?树(?:[TＴ](?![A-Za-z]))?|(?:[三四五六七八九十]|\d{{1,2}})\s*[叉次]树|(?:一棵)?树(?:[T](?![A-Za-z]))?的度[为是]\s*{INTEGER}",
    ),
    ("binary", r"二叉树"),
    ("tree", r"(?:一棵)?树(?:[T](?![A-Za-z]))?"),
    ("degree", _DEGREE + _OF),
    ("degree", rf"(?:只有|仅有|有且仅有)一个(?:孩子|子女|子树|子结点)的{_NODE}{_OF}|单分支{_NODE}{_OF}"),
    ("degree", rf"有?两个(?:孩子|子女|子树|子结点)的{_NODE}{_OF}|双分支{_NODE}{_OF}"),
    ("inner", rf"(?:非叶子?{_NODE}?|非终端{_NODE}|分支{_NODE}|内部{_NODE}){_OF}"),
    ("leaves", rf"(?:叶子?的?{_NODE}|叶子|终端{_NODE}){_OF}"),
    ("edges", r"(?:边|分支)的?(?:条数|总数|数目|数)?"),
    ("most", r"最大(?=的?(?:高度|深度))"),
    ("least", r"最小(?=的?(?:高度|深度))"),
    ("height", r"(?:高度|深度|高|层数)"),
    ("total", rf"{_NODE}的?(?:总个数|总数目?|个数|数目|数量|数)?|总{_NODE}(?:数|个数)"),
    ("most", r"最多|至多"),
    ("least", r"最少|至少"),
    ("amount", rf"(?:共|一共|总共)?有?(?:n\s*=\s*)?(?<![第\d.])(?:{INTEGER}\s*[个条层]|\d+(?!\s*[棵颗叉次]))(?![\d.])"),
    ("which", r"\(\s*\)|_+|多少个?|几个?|什么"),
)
_OWN = """
一棵 一颗 棵 颗 若 设 已知 在 一个 其 其中 该 此 则 那么 有 共有 含有 含 具有 的 为 是 应为 中 上 里 个 且 分别 各 非空 所有 总共 一共 求 问 根 规定 T 数 个数
"""
_LOST = "为多少 是多少 等于多少 是几 为几 是什么 多少 几 几个 多少个 什么 一个 一棵 一颗 哪 总 总的 全部 所有 整个 最后结果"
_ASKED_FIRST = 4096


def _value(mention: Mention) -> int:
    return to_int(patterns.findall(INTEGER, mention.text)[-1])


def _name(mention: Mention) -> str:
    """The quantity that a mention speaks of."""
    if mention.sort == "row":
        return f"row:{to_int(patterns.findall(INTEGER, mention.text)[0])}"
    if mention.sort != "degree":
        return "degree:0" if mention.sort == "leaves" else mention.sort
    if patterns.search("一个|单分支", mention.text):
        return "degree:1"
    return "degree:2" if patterns.search("两个|双分支", mention.text) else f"degree:{to_int(patterns.findall(INTEGER, mention.text)[0])}"


_QUANTITIES = {"degree", "leaves", "inner", "total", "edges", "height", "nulls", "nonnull", "links", "row"}


_SHAPES_OF_PREORDER = (
    r"(?:已知|设|若)?(?:某|一棵)?(?:结点)?的?[先前][序根](?:遍历)?(?:序列)?[为是](?P<keys>[A-Za-z](?:[,、]?[A-Za-z]){1,9})的?(?:不同|所有)?的?二叉树,?所?(?:具有|可能|共|一共|有|可以)*的?"
    r"(?:不同)?的?(?:形态|形状|树形)?的?(?:个数|数目|总数)?(?:共|一共)?[为是有]?(?:\(\)|多少|几)?[种棵个]?(?:不同)?的?(?:形态|形状)?[?。()]*"
)


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """Figures of a tree and what is asked; None where it is something else."""
    if shapes := patterns.fullmatch(_SHAPES_OF_PREORDER, patterns.sub(r"\s+", "", text)):
        keys = patterns.findall("[A-Za-z]", shapes["keys"])
        if len(set(keys)) == len(keys):
            return Recognition(
                parameters={"task": "shapes", "count": len(keys)}, understood=(("先序序列", "".join(keys)), ("求", "不同的二叉树有多少种"))
            )
    level = r",?(?:且|其中|其)*的?(?:每个|所有|各|任一)?的?非叶子?(?:结点)?的平衡因子[均都]?[为是]\s*0(?!\d)"
    if patterns.search(level, text):
        text = patterns.sub(r"平衡(?:二叉)?(?:排序|查找|搜索)?树", "满二叉树", patterns.sub(level, "", text))
    if not patterns.search("树|二叉链", text) or patterns.search(
        r"[先前中后层]序|哈夫曼|排序树|查找树|搜索树|平衡|B树|线索|堆|红黑|\bB\s*-|森林|编号|第\s*\w+\s*层[^,;。?!]*[叶度]|三叉链|双亲(?:指针|域)|数组",
        text,
    ):
        return None
    found = mentions(opened(text).rest, _LEXICON, _OWN, _LOST)
    said = sorts(found)
    told: dict[str, int] = {}
    asked: list[tuple[str, str]] = []
    arity: int | None = None
    clauses = clauses_of(found)
    for number, clause in enumerate(clauses):
        for mention in clause:
            if mention.sort == "arity":
                arity = _value(mention)
            elif mention.sort == "listed":
                figures = [int(figure) for figure in patterns.findall(r"\d+", mention.text)]
                if len(figures) % 2 or len(figures) < 4:
                    stay_out("numbers of which degrees")
                half = len(figures) // 2
                told |= {f"degree:{degree}": value for degree, value in zip(figures[:half], figures[half:], strict=True)}
        _pair(clause, number == len(clauses) - 1, told, asked)
    if not (told or any(name.startswith("row") for name, _ in asked)) or not asked or len(asked) > 3:
        return None
    if "zero" in said:
        if "height" in {*told, *(name for name, _ in asked)} or any(name.startswith("row") for name in told):
            stay_out("heights where the root is level 0")
        asked = [(f"row:{int(name[4:]) + 1}" if name.startswith("row") else name, bound) for name, bound in asked]
    links = {"nulls", "nonnull", "links"} & {*told, *(name for name, _ in asked)}
    if links and "linked" not in said and "binary" not in said:
        stay_out("how the tree is stored")
    if "linked" in said and not links:
        stay_out("of a list what")
    shape = next((shape for shape in ("complete", "full", "strict", "binary") if shape in said), "tree")
    shape = "binary" if shape == "tree" and "linked" in said else shape
    if arity is not None and shape == "full":
        shape, full = "tree", True
    else:
        full = False
    if any(name.startswith("row") for name in (*told, *(name for name, _ in asked))):
        return of_row(shape, 2 if shape != "tree" else arity, told, [(name, "most") if full else (name, bound) for name, bound in asked])
    if full:
        stay_out("figures of a full tree of another arity")
    if shape == "tree" and arity is not None and (set(told) == {"height"} or [name for name, _ in asked] == ["height"]):
        return of_levels(arity, any(mention.sort == "arity" and "度" in mention.text for mention in found), told, asked)
    if shape == "tree" and arity is None and not any(name.startswith("degree") and name[7:] not in "012" for name in told):
        return None
    if links and shape == "tree":
        stay_out("how the tree is stored")
    if shape in ("binary", "strict") and ("height" in told or any(name == "height" for name, _ in asked)):
        if (
            len(told) != 1
            or not set(told) <= {"height", "total"}
            or any(name not in ("height", "total") or not bound for name, bound in asked)
        ):
            return None
    elif "height" in told and shape not in ("complete", "full"):
        return None
    degrees = [int(name[7:]) for name in (*told, *(name for name, _ in asked)) if name.startswith("degree:")]
    top = 2 if shape != "tree" else max([*degrees, arity or 0])
    if degrees and max(degrees) > top:
        stay_out("a degree that the tree does not have")
    return Recognition(
        parameters={"task": "tree-mentions", "shape": shape, "top": top, "told": told, "asked": [list(each) for each in asked]},
        understood=(
            ("树", SHAPES[shape] if shape != "tree" else f"度为 {top} 的树"),
            ("已知", "，".join(f"{named(name)} {value}" for name, value in told.items())),
            ("求", "、".join(f"{BOUNDS[bound]}{named(name)}" for name, bound in asked)),
        ),
    )


def _pair(clause: Sequence[Mention], last: bool, told: dict[str, int], asked: list[tuple[str, str]]) -> None:
    """The quantities of a clause with their values, or asked."""
    kinds = sorts(clause)
    bound = "most" if "most" in kinds else "least" if "least" in kinds else ""
    used: set[int] = set()
    for place, mention in enumerate(clause):
        if mention.sort not in _QUANTITIES:
            continue
        before = place - 1 if place and clause[place - 1].sort == "amount" and place - 1 not in used else None
        behind = place + 1 if place + 1 < len(clause) and clause[place + 1].sort == "amount" else None
        counted = mention.text.endswith(("数", "数目", "个数", "高度", "深度", "高"))
        at = behind if behind is not None and (counted or before is None) else before
        if at is not None:
            used.add(at)
            name = _name(mention)
            if told.get(name, _value(clause[at])) != _value(clause[at]):
                stay_out("two values of one quantity")
            told[name] = _value(clause[at])
        elif mention.sort == "total" and "row" in kinds:
            continue  # `the nodes of the fourth level`
        elif "which" in kinds or last:
            asked.append((_name(mention), bound))
        else:
            stay_out(f"nothing is said of {mention.text}")
    if any(mention.sort == "amount" and place not in used for place, mention in enumerate(clause)):
        stay_out("a number of what")


def _figures(total: int) -> dict[str, int]:
    """The quantities of a complete binary tree."""
    leaves = (total + 1) // 2
    return {
        "total": total,
        "degree:0": leaves,
        "degree:1": 1 - total % 2 if total > 1 else 0,
        "degree:2": leaves - 1,
        "inner": total // 2,
        "edges": total - 1,
        "height": total.bit_length(),
        "nulls": total + 1,
        "nonnull": total - 1,
        "links": 2 * total,
        **{f"row:{row}": max(0, min(2 ** (row - 1), total + 1 - 2 ** (row - 1))) for row in range(1, total.bit_length() + 1)},
    }


def _trees(shape: str, told: Mapping[str, int]) -> Iterator[dict[str, int]]:
    """The complete or full binary trees that are as told."""
    for total in range(1, _ASKED_FIRST):
        if shape == "full" and total & (total + 1):
            continue
        figures = _figures(total)
        if all(figures.get(name) == value for name, value in told.items()):
            yield figures


def solve(parameters: Parameters) -> Solution:
    """What is asked, from the relations."""
    if parameters["asked"][0][0].startswith("row") and not 1 <= int(parameters["asked"][0][0][4:]) <= min(
        parameters["told"].get("height", 40), 40
    ):
        stay_out("no such level")
    if parameters["asked"][0][0].startswith("row") and (parameters["shape"] not in ("complete", "full") or not parameters["told"]):
        return full_row(parameters)
    if parameters["shape"] in ("complete", "full"):
        return _of_complete(parameters)
    if parameters["shape"] == "tree" and "height" in (*parameters["told"], parameters["asked"][0][0]):
        return levels(parameters)
    if parameters["shape"] in ("binary", "strict") and ("height" in parameters["told"] or parameters["asked"][0][0] == "height"):
        return _bounds(parameters)
    answers, steps = [], []
    for name, bound in parameters["asked"]:
        value = settled(parameters["top"], parameters["shape"] == "strict", parameters["told"], name)
        answers.append((name, value))
        steps.append(f"{named(name)}：由 n = Σ nᵢ 和 n − 1 = Σ i·nᵢ 得 {value}。")
        if bound:
            stay_out("a bound of what is settled")
    return Solution(
        answer=f"{answers[0][1]} 个" if len(answers) == 1 else "，".join(f"{named(name)} {value}" for name, value in answers),
        steps=paragraphs("结点总数 n 等于各度结点数之和，边数 n − 1 等于 Σ i·nᵢ。", *steps),
        also=("；".join(str(value) for _, value in answers), "，".join(str(value) for _, value in answers)),
    )


def _bounds(parameters: Parameters) -> Solution:
    """The most and the fewest levels of so many nodes, or nodes of so many levels, of any binary tree."""
    (name, value), *_ = parameters["told"].items()
    strict = parameters["shape"] == "strict"
    found = []
    for asked, bound in parameters["asked"]:
        if (asked == name) or value > 60 or (strict and name == "total" and value % 2 == 0):
            stay_out("what is told is asked, or no such tree")
        if asked == "height":
            found.append(((value + 1) // 2 if strict else value) if bound == "most" else value.bit_length())
        else:
            found.append(2**value - 1 if bound == "most" else 2 * value - 1 if strict else value)
    words = [f"{BOUNDS[bound]}{named(asked)} {each}" for (asked, bound), each in zip(parameters["asked"], found, strict=True)]
    return Solution(
        answer=str(found[0]) if len(found) == 1 else "，".join(words),
        steps=f"{'除根外每层只有两个结点' if strict else '每层只有一个结点'}时最高；各层都排满时最矮：h 层最多 2^h − 1 个结点，n 个结点至少有 ⌊log₂n⌋ + 1 层。",
        also=("；".join(map(str, found)), "，".join(map(str, found))),
        conventions=("高度以根为第 1 层",),
    )


def _of_complete(parameters: Parameters) -> Solution:
    found = list(_trees(parameters["shape"], parameters["told"]))
    if not found or found[-1]["total"] > _ASKED_FIRST // 2:
        stay_out("no such tree, or too large a one")
    answers: list[list[int]] = []
    for name, bound in parameters["asked"]:
        values = sorted({figures.get(name, 0) for figures in found})
        answers.append([values[-1]] if bound == "most" else [values[0]] if bound == "least" else values)
    if any(len(values) > 2 for values in answers):
        stay_out("not settled")
    shown = [" 或 ".join(map(str, values)) for values in answers]
    totals = [figures["total"] for figures in found]
    steps = (
        f"符合条件的{SHAPES[parameters['shape']]}的结点总数为 {totals[0]}"
        + (f"～{totals[-1]}" if len(totals) > 1 else "")
        + "；n 个结点的完全二叉树有 ⌈n/2⌉ 个叶子，n 为偶数时有一个度为 1 的结点，高度为 ⌊log₂n⌋ + 1。"
    )

    def among(options: Sequence[str]) -> tuple[int, str] | None:
        if len(answers) != 1:
            return None
        right = [
            place for place, option in enumerate(options) if patterns.findall(r"\d+", option) in ([str(value)] for value in answers[0])
        ]
        return (right[0], steps) if len(right) == 1 else None

    one = len(shown) == 1
    return Solution(
        answer=shown[0]
        if one
        else "，".join(f"{named(name)} {value}" for (name, _), value in zip(parameters["asked"], shown, strict=True)),
        steps=steps,
        among=among,
        also=("；".join(shown), *((f"{shown[0]} 个",) if one else ())),
        conventions=("高度以根为第 1 层",)
        if any(name == "height" for name, _ in parameters["asked"]) or "height" in parameters["told"]
        else (),
    )


def settled(top: int, strict: bool, told: Mapping[str, int], asked: str) -> int:
    """The value that the linear relations of a tree settle.

    Raises:
        StayOut: they do not, or it is no number of nodes.
    """
    names = ["total", "edges", "inner", "nulls", "nonnull", "links", *(f"degree:{degree}" for degree in range(top + 1))]
    if not {asked, *told} <= set(names):
        stay_out("more than numbers of nodes")
    rows: list[list[Fraction]] = []

    def add(terms: Mapping[str, int], value: int) -> None:
        rows.append([Fraction(terms.get(name, 0)) for name in names] + [Fraction(value)])

    add({"total": 1} | {f"degree:{degree}": -1 for degree in range(top + 1)}, 0)
    add({"edges": 1} | {f"degree:{degree}": -degree for degree in range(top + 1)}, 0)
    add({"total": 1, "edges": -1}, 1)
    add({"total": 1, "inner": -1, "degree:0": -1}, 0)
    if top == 2:
        add({"nulls": 1, "total": -1}, 1)
        add({"nonnull": 1, "edges": -1}, 0)
        add({"links": 1, "total": -2}, 0)
    if strict:
        add({"degree:1": 1}, 0)
    for name, value in told.items():
        add({name: 1}, value)
    order = [name for name in names if name != asked] + [asked]
    matrix = [[row[names.index(name)] for name in order] + [row[-1]] for row in rows]
    pivot = 0
    for column in range(len(order)):
        lead = next((line for line in range(pivot, len(matrix)) if matrix[line][column]), None)
        if lead is None:
            if column == len(order) - 1:
                stay_out("not settled")
            continue
        matrix[pivot], matrix[lead] = matrix[lead], matrix[pivot]
        matrix[pivot] = [value / matrix[pivot][column] for value in matrix[pivot]]
        for line in range(len(matrix)):
            if line != pivot and matrix[line][column]:
                factor = matrix[line][column]
                matrix[line] = [one - factor * other for one, other in zip(matrix[line], matrix[pivot], strict=True)]
        pivot += 1
    if any(not any(row[:-1]) and row[-1] for row in matrix):
        stay_out("no such tree")
    found = next(row[-1] for row in matrix if row[-2] == 1 and not any(row[:-2]))
    if found.denominator != 1 or found < (1 if asked in ("total", "degree:0") else 0):
        stay_out("no such tree")
    return int(found)
