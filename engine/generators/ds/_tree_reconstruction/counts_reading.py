"""Reading numbers of nodes of trees: by degrees, of complete trees, the most and the fewest, of forests."""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.ds._clauses import finish, opened, refuse_open_questions
from engine.generators.ds._tree_reconstruction.counts import COMPLETE_NAMES
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_OWN = """
树 二叉树 完全二叉树 一棵 棵 颗 该 此 其 结点 个 数 个数 数目 中 上 里 共 共有 总共 具有 有 含 含有 若 设 已知 假定 则 那么 在 的 是 为 应该 高度 深度 度 编号 根结点 从根 这一层 开始 每一层 每层 从左到右 从上到下 依次 进行 对 将 对结点 层 按层 按层次 按层序 结点编号 只 非空 森林 边 它 对应 由 转换 变换 得 得到 所 对应的 结点总数 结点数 各 层次 次序 顺序 自上而下 自左至右 同一层 连续 非空二叉树
"""


_HAS = r"(?:共有?|总共有?|一共有?|含有?|具有|有|是|为|=)*"


_LEAF = r"(?<!非)(?:叶子?结点|叶子|终端结点|度数?[为是]0的结点)"


_HOW_MANY = r"(?:多少|几)\s*个?"


_NUMBER_OF = rf"的?总?(?:个数|数目|总数|数量|数)?(?:应该?|就)?(?:是|为|有|共有?)*(?:{_HOW_MANY})?"


def recognise(text: str) -> Recognition | None:
    """Figures of a tree and one number of nodes that is asked; None where it is something else."""
    if not patterns.search("树|森林", text) or patterns.search(
        r"[先前中后层]序|哈夫曼|排序树|查找树|搜索树|平衡|B树|线索|堆|红黑|\bB\s*-", text
    ):
        return None
    for read in (_of_forest, _of_complete):
        if (found := read(opened(text))) is not None:
            return found
    return None


def _asked(reading: Reading, patterns_of: Sequence[tuple[str, str]]) -> list[str]:
    """What is asked, taken, in the order of the text."""
    found: list[tuple[int, str]] = []
    for pattern, name in patterns_of:
        for match in reading.take_all(pattern):
            groups = match.groupdict()
            of = groups.get("of") or groups.get("of2")
            found.append((match.start(), f"{name}:{to_int(of)}" if of else name))
    return [name for _, name in sorted(found)]


def _closed(reading: Reading) -> None:
    refuse_open_questions(reading)
    finish(reading, _OWN)


_PLACE = rf"编号[为是]\s*(?P<of>{INTEGER})\s*的(?:结点)?(?:\s*[A-Z](?![A-Za-z0-9]))?(?:,?[它其]的?)?的?"


_OF_COMPLETE = (
    (rf"(?:编号)?(?:最大的|最后一个)(?:分支|非叶子?|非终端)结点的?编号{_NUMBER_OF}", "last-inner"),
    (rf"{_PLACE}(?:双亲|父亲|父)(?:结点)?的?编号{_NUMBER_OF}", "parent"),
    (rf"{_PLACE}左(?:孩子|儿子|子)(?:结点)?的?编号{_NUMBER_OF}", "left"),
    (rf"{_PLACE}右(?:孩子|儿子|子)(?:结点)?的?编号{_NUMBER_OF}", "right"),
    (rf"有?{_HOW_MANY}结点只有(?:非空)?左(?:子树|孩子)|只有(?:非空)?左(?:子树|孩子)的结点{_NUMBER_OF}", "left-only"),
    (rf"有?{_HOW_MANY}结点只有(?:非空)?右(?:子树|孩子)|只有(?:非空)?右(?:子树|孩子)的结点{_NUMBER_OF}", "right-only"),
    (rf"(?:有|共有?)?{_HOW_MANY}{_LEAF}|{_LEAF}{_NUMBER_OF}", "leaves"),
    (rf"(?:有|共有?)?{_HOW_MANY}度数?[为是](?P<of>{INTEGER})的结点|度数?[为是](?P<of2>{INTEGER})的结点{_NUMBER_OF}", "degree"),
    (r"(?:高度|深度)[是为]*(?:多少)?|(?:有|共有?)(?:多少|几)层", "height"),
)


def _of_complete(reading: Reading) -> Recognition | None:
    """A complete binary tree with so many nodes."""
    if not reading.take_all(r"(?:一棵)?完全二叉树"):
        return None
    if (found := _leaves_in_row(reading)) is not None:
        return found
    base = reading.take_one(
        r"(?:(?:根(?:结点)?的?)?编号[为是从]+|从)\s*(?P<value>[01])(?:开始)?(?:编号)?(?!\d)(?!的?(?:结点)?的?[双左右父])", to_int
    )
    asked = _asked(reading, _OF_COMPLETE)
    total = reading.take_one(
        (rf"(?<![\d第])(?P<value>{INTEGER})\s*个结点", rf"结点的?总?(?:个数|数){_HAS}\s*(?P<value>{INTEGER})\s*个?"), to_int
    )
    reading.take_all(r"(?:依次)?[给对]?(?:它们|各结点|结点)?(?:编以|编上|编为|标以)?(?:从\s*[01]\s*开始的)?(?:连续)?的?自然数(?:编号)?")
    reading.take_all(
        r"[将对]?从?(?:这一层|根)?(?:开始)?,?按?(?:每一?层|层次?)?序?上?的?(?:从上到下|自上而下|从左[到至]右|自左[到至向]右|依次|、|,)*[对给]?(?:结点|各结点)?(?:进行)?(?:连续)?编号"
    )
    _closed(reading)
    numbered = [each for each in asked if each.partition(":")[0] in ("parent", "left", "right", "last-inner")]
    if not asked or (total is None and len(numbered) < len(asked)):
        return None
    if total is not None and not 1 <= total <= 10**7:
        return None
    return Recognition(
        parameters={"task": "counts", "what": "complete", "total": total, "base": 1 if base is None else base, "asked": asked},
        understood=(
            ("完全二叉树的结点数", str(total) if total is not None else "未说"),
            ("求", "、".join(COMPLETE_NAMES[each.partition(":")[0]] for each in asked)),
        ),
    )


def _leaves_in_row(reading: Reading) -> Recognition | None:
    """The most, or the fewest, nodes of a complete tree that has so many leaves in a level; None where that is not told."""
    leaves_of_row = reading.take(rf"的?第\s*(?P<row>{INTEGER})\s*层[上中里]?[\s\ue000()]*(?:有|含有?)\s*(?P<leaves>{INTEGER})\s*个{_LEAF}")
    if leaves_of_row is None:
        return None
    asked = reading.take(
        rf"[该此]?(?:完全)?(?:二叉树)?的?结点的?总?(?:个数|数)(?P<most>最多|最少|至多|至少)[是为有]?{_NUMBER_OF}|(?P<most2>最多|最少|至多|至少)有?{_HOW_MANY}结点"
    )
    _closed(reading)
    if asked is None:
        return None
    row, leaves = to_int(leaves_of_row["row"]), to_int(leaves_of_row["leaves"])
    most = (asked["most"] or asked["most2"]) in ("最多", "至多")
    if not 2 <= row <= 20 or not 1 <= leaves <= 2 ** (row - 1):
        stay_out("no such row")
    return Recognition(
        parameters={"task": "counts", "what": "leaves-in-row", "row": row, "leaves": leaves, "most": most},
        understood=(("完全二叉树", f"第 {row} 层有 {leaves} 个叶子"), ("求", f"结点数{'最多' if most else '最少'}")),
    )


def _of_forest(reading: Reading) -> Recognition | None:
    """Trees of a forest from its nodes and edges, and nodes without a right child in the binary tree of a tree."""
    if reading.has(r"(?:无|没有)右(?:孩子|子树|指针)|右(?:孩子|指针|子树)域?为空"):
        total = reading.take_one(rf"(?<![\d第])(?P<value>{INTEGER})\s*个结点", to_int)
        leaves = reading.take_one(
            (rf"(?<![\d第])(?P<value>{INTEGER})\s*个{_LEAF}", rf"{_LEAF}的?(?:个数|数目|数量|数){_HAS}\s*(?P<value>{INTEGER})"), to_int
        )
        inner = reading.take(r"F?[中里]?[有含]?\s*n\s*个(?:非终端|分支|非叶子?)结点")
        asked = reading.take(
            rf"[该此]?(?:树|森林)?F?所?(?:对应|转换)?(?:的|成的)?(?:二叉树)?[TB]?[中里]?的?(?:无右孩子|右指针域?为空|没有右孩子|右子树为空)的?结点{_NUMBER_OF}"
        )
        reading.take_all(r"设?F是一?个?森林,?B是由F(?:变换|转换)?(?:得|得到|而来)?的二叉树|[FBT](?![A-Za-z])")
        _closed(reading)
        if asked is None or (inner is None) == (total is None or leaves is None):
            return None
        if inner is not None:
            return Recognition(
                parameters={"task": "counts", "what": "no-right-n"}, understood=(("非终端结点", "n 个"), ("求", "右指针为空的结点数"))
            )
        assert total is not None and leaves is not None
        if not 1 <= leaves < total:
            stay_out("no such tree")
        return Recognition(
            parameters={"task": "counts", "what": "no-right", "total": total, "leaves": leaves},
            understood=(("结点数", str(total)), ("叶子数", str(leaves)), ("求", "对应的二叉树中无右孩子的结点数")),
        )
    if not reading.take_all(r"(?:一个)?森林F?"):
        return None
    edges = reading.take_one(rf"(?<![\d第])(?P<value>{INTEGER})\s*条边", to_int)
    total = reading.take_one(rf"(?<![\d第])(?P<value>{INTEGER})\s*个结点", to_int)
    asked = reading.take(
        r"F?[中里]?(?:包含|含有?|有)?的?树的?(?:个数|棵数|数目)[是为]*(?:多少)?|(?:包含|含有?|有|由)(?:多少|几)\s*[个棵]树(?:组成|构成)?"
    )
    reading.take_all("F(?![A-Za-z])")
    _closed(reading)
    if edges is None or total is None or asked is None or not 0 <= edges < total:
        return None
    return Recognition(
        parameters={"task": "counts", "what": "trees", "edges": edges, "total": total},
        understood=(("结点数", str(total)), ("边数", str(edges)), ("求", "森林中树的棵数")),
    )
