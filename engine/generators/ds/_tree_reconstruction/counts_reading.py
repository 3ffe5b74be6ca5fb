"""Reading numbers of nodes of trees: by degrees, of complete trees, the most and the fewest, of forests."""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.ds._clauses import finish, opened, refuse_open_questions
from engine.generators.ds._tree_reconstruction.counts import BOUND_NAMES, COMPLETE_NAMES, TOTAL, named
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_OWN = """
树 二叉树 完全二叉树 一棵 棵 颗 该 此 其 结点 个 数 个数 数目 中 上 里 共 共有 总共 具有 有 含 含有 若 设 已知 假定 则 那么 在 的 是 为 应该 高度 深度 度 编号 根结点 从根 这一层 开始 每一层 每层 从左到右 从上到下 依次 进行 对 将 对结点 层 按层 按层次 按层序 结点编号 只 非空 森林 边 它 对应 由 转换 变换 得 得到 所 对应的 结点总数 结点数 各 层次 次序 顺序 自上而下 自左至右 同一层 连续 非空二叉树
"""


_HAS = r"(?:共有?|总共有?|一共有?|含有?|具有|有|是|为|=)*"


_LEAF = r"(?<!非)(?:叶子?结点|叶子|终端结点|度(?:数)?(?:为|是)0的结点)"


_HOW_MANY = r"(?:多少|几)\s*个?"


_NUMBER_OF = rf"(?:的)?(?:总)?(?:个数|数目|总数|数量|数)?(?:应该?|就)?(?:是|为|有|共有?)*(?:{_HOW_MANY})?"


def recognise(text: str) -> Recognition | None:
    """Figures of a tree and one number of nodes that is asked; None where it is something else."""
    if not patterns.search("树|森林", text) or patterns.search(
        r"[先前中后层]序|哈夫曼|排序树|查找树|搜索树|平衡|B树|线索|堆|红黑|\bB\s*-", text
    ):
        return None
    for read in (_of_forest, _of_complete, _full_of_height, _full_of_count, _bounds, _by_degrees):
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


_QUESTIONS = (
    (
        rf"(?:有|共有?)?{_HOW_MANY}{_LEAF}|{_LEAF}(?:一共|共)?有{_HOW_MANY}|{_LEAF}(?:的)?(?:总)?(?:个数|数目|总数|数量|数)(?:应该?)?(?:是|为|有)*(?:{_HOW_MANY})?(?=[\s()。?,]*(?:$|\n|,|;|。))",
        "leaves",
    ),
    (rf"(?:共|总共|一共)?有?{_HOW_MANY}结点|(?:总的?)?结点(?:的)?(?:总个?数|总数目)(?:是|为)*(?:{_HOW_MANY})?", TOTAL),
    (rf"(?:有|共有?)?{_HOW_MANY}度(?:数)?(?:为|是)(?P<of>{INTEGER})的结点", "degree"),
    (rf"(?<![深高])度(?:数)?(?:为|是)\s*(?P<of>{INTEGER})\s*的结点{_NUMBER_OF}(?=[\s()。?]*(?:$|\n))", "degree"),
)


def _by_degrees(reading: Reading) -> Recognition | None:
    """Numbers of nodes of some degrees, and one that follows."""
    if not reading.has("(?<![深高])度(?:数)?(?:为|是|或|要么)|叶"):
        return None
    binary = bool(reading.take_all(r"(?:非空)?(?:的)?二叉树"))
    full = reading.take_all(
        r"(?:且|而|其中|,)*(?:这些|所有|各|每个|任一)?结点的度(?:数)?(?:或|要么|不是|只[有能]|只可能)*(?:为|是)?\s*0\s*,?(?:或者?|要么|就是|和)(?:为|是)?\s*2(?!\d)|(?:且|而|其中|,)*(?:没有|无|不含|不存在)度(?:数)?(?:为|是)1的结点"
    )
    most = reading.take_one(
        (rf"(?<!结点)(?<![深高])度(?:数)?(?:为|是)\s*(?P<value>{INTEGER})\s*的(?:一棵)?树(?:T)?", r"(?P<value>[三四五六3-6])叉树"), to_int
    )
    asked = _asked(reading, _QUESTIONS)
    told: dict[str, int] = {}
    for pattern in (
        rf"(?<![\d第])(?P<count>{INTEGER})\s*个(?:结点)?(?:的)?度(?:数)?(?:为|是)\s*(?P<degree>{INTEGER})的结点",
        rf"度(?:数)?(?:为|是)\s*(?P<degree>{INTEGER})的结点(?:的)?(?:个数|数目|数量|数)?{_HAS}\s*(?P<count>{INTEGER})\s*个?",
    ):
        for match in reading.take_all(pattern):
            name = f"degree:{to_int(match['degree'])}"
            if told.setdefault(name, to_int(match["count"])) != to_int(match["count"]):
                stay_out("two numbers of one degree")
    leaves = reading.take_one(
        (rf"(?<![\d第])(?P<value>{INTEGER})\s*个{_LEAF}", rf"{_LEAF}(?:的)?(?:个数|数目|数量|数){_HAS}\s*(?P<value>{INTEGER})\s*个?"),
        to_int,
    )
    total = reading.take_one(
        (rf"(?<![\d第])(?P<value>{INTEGER})\s*个结点", rf"(?:总)?结点(?:的)?(?:总)?(?:个数|数){_HAS}\s*(?P<value>{INTEGER})\s*个?"), to_int
    )
    reading.take_all("T(?![A-Za-z])")
    _closed(reading)
    told |= {} if leaves is None else {"degree:0": leaves}
    told |= {"degree:1": 0} if full else {}
    told |= {} if total is None else {TOTAL: total}
    wanted = ["degree:0" if name == "leaves" else name for name in asked]
    degrees = [int(name.partition(":")[2]) for name in (*told, *wanted) if ":" in name]
    if len(wanted) != 1 or wanted[0] in told or not (binary or most or any(degrees)):
        return None
    top = 2 if binary else most if most is not None else max(degrees)
    if max(degrees, default=0) > top or not told:
        stay_out("a degree that the tree has not")
    return Recognition(
        parameters={"task": "counts", "what": "degrees", "top": top, "told": told, "asked": wanted[0]},
        understood=(*((named(name), str(value)) for name, value in told.items()), ("求", named(wanted[0]))),
    )


_PLACE = rf"编号(?:为|是)\s*(?P<of>{INTEGER})\s*的(?:结点)?(?:,?(?:它|其)的?)?(?:的)?"


_OF_COMPLETE = (
    (rf"(?:编号)?(?:最大的|最后一个)(?:分支|非叶子?|非终端)结点(?:的)?编号{_NUMBER_OF}", "last-inner"),
    (rf"{_PLACE}(?:双亲|父亲|父)(?:结点)?(?:的)?编号{_NUMBER_OF}", "parent"),
    (rf"{_PLACE}左(?:孩子|儿子|子)(?:结点)?(?:的)?编号{_NUMBER_OF}", "left"),
    (rf"{_PLACE}右(?:孩子|儿子|子)(?:结点)?(?:的)?编号{_NUMBER_OF}", "right"),
    (rf"(?:有)?{_HOW_MANY}结点只有(?:非空)?左(?:子树|孩子)|只有(?:非空)?左(?:子树|孩子)的结点{_NUMBER_OF}", "left-only"),
    (rf"(?:有)?{_HOW_MANY}结点只有(?:非空)?右(?:子树|孩子)|只有(?:非空)?右(?:子树|孩子)的结点{_NUMBER_OF}", "right-only"),
    (rf"(?:有|共有?)?{_HOW_MANY}{_LEAF}|{_LEAF}{_NUMBER_OF}", "leaves"),
    (
        rf"(?:有|共有?)?{_HOW_MANY}度(?:数)?(?:为|是)(?P<of>{INTEGER})的结点|度(?:数)?(?:为|是)(?P<of2>{INTEGER})的结点{_NUMBER_OF}",
        "degree",
    ),
    (r"(?:高度|深度)(?:是|为)*(?:多少)?|(?:有|共有?)(?:多少|几)层", "height"),
)


def _of_complete(reading: Reading) -> Recognition | None:
    """A complete binary tree with so many nodes."""
    if not reading.take_all(r"(?:一棵)?完全二叉树"):
        return None
    for read in (_leaves_in_row, _of_leaves, _of_height):
        if (found := read(reading)) is not None:
            return found
    base = reading.take_one(
        r"(?:(?:根(?:结点)?(?:的)?)?编号(?:为|是|从)+|从)\s*(?P<value>[01])(?:开始)?(?:编号)?(?!\d)(?!的?(?:结点)?的?[双左右父])", to_int
    )
    asked = _asked(reading, _OF_COMPLETE)
    total = reading.take_one(
        (rf"(?<![\d第])(?P<value>{INTEGER})\s*个结点", rf"结点(?:的)?(?:总)?(?:个数|数){_HAS}\s*(?P<value>{INTEGER})\s*个?"), to_int
    )
    reading.take_all(
        r"(?:将|对)?(?:从)?(?:这一层|根)?(?:开始)?,?(?:按)?(?:每一?层|层次?)?(?:序)?(?:上)?(?:的)?(?:从上到下|自上而下|从左(?:到|至)右|自左(?:到|至|向)右|依次|、|,)*(?:对|给)?(?:结点|各结点)?(?:进行)?(?:连续)?编号"
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
    leaves_of_row = reading.take(
        rf"(?:的)?第\s*(?P<row>{INTEGER})\s*层(?:上|中|里)?[\s\ue000()]*(?:有|含有?)\s*(?P<leaves>{INTEGER})\s*个{_LEAF}"
    )
    if leaves_of_row is None:
        return None
    asked = reading.take(
        rf"(?:该|此)?(?:完全)?(?:二叉树)?(?:的)?结点(?:的)?(?:总)?(?:个数|数)(?P<most>最多|最少|至多|至少)(?:是|为|有)?{_NUMBER_OF}|(?P<most2>最多|最少|至多|至少)有?{_HOW_MANY}结点"
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


def _of_height(reading: Reading) -> Recognition | None:
    """The most, or the fewest, nodes of a complete tree of a height; None where that is not asked."""
    height = reading.take(rf"(?:高度?|深度)(?:为|是)\s*(?P<value>{INTEGER})\s*(?:层)?的?(?=[\s\ue000中]|,)")
    asked = (
        reading.take(
            rf"(?:上|中|里|的)*(?:结点(?:的)?(?:总)?(?:个数|数))?(?P<most>最多|至多|最少|至少)(?:含?有|是|为|具有)*(?:{_HOW_MANY})?(?:结点)?(?=[\s()。?]*$)"
        )
        if height is not None
        else None
    )
    if height is None or asked is None:
        return None
    _closed(reading)
    rows, most = to_int(height["value"]), asked["most"] in ("最多", "至多")
    if not 1 <= rows <= 30:
        return None
    return Recognition(
        parameters={"task": "counts", "what": "most" if most else "fewest-complete", "of": rows},
        understood=(("完全二叉树的高度", str(rows)), ("求", f"结点数{'最多' if most else '最少'}")),
    )


def _of_leaves(reading: Reading) -> Recognition | None:
    """The most, or the fewest, nodes of a complete tree with so many leaves; None where that is not asked."""
    asked = reading.take(
        rf"(?P<most>最多|最少|至多|至少)(?:有|是|为)?{_HOW_MANY}结点|结点(?:的)?(?:总)?(?:个数|数)(?P<most2>最多|最少|至多|至少)(?:是|为|有)?(?:{_HOW_MANY})?"
    )
    leaves = reading.take_one(rf"(?<![\d第])(?P<value>{INTEGER})\s*个{_LEAF}(?:的)?", to_int) if asked is not None else None
    if asked is None or leaves is None:
        return None
    _closed(reading)
    most = (asked["most"] or asked["most2"]) in ("最多", "至多")
    return Recognition(
        parameters={"task": "counts", "what": "of-leaves", "leaves": leaves, "most": most},
        understood=(("完全二叉树的叶子", f"{leaves} 个"), ("求", f"结点数{'最多' if most else '最少'}")),
    )


def _full_of_count(reading: Reading) -> Recognition | None:
    """The greatest depth of so many nodes where no node has one child."""
    if not reading.take_all(r"(?:只有|仅有|只含|没有)度(?:为|是)(?:0\s*(?:和|或|与|、)\s*2(?:的结点)?|1的结点)(?:的)?"):
        return None
    total = (
        reading.take_one(rf"(?:其)?结点(?:的)?(?:总)?(?:个数|数)(?:为|是)\s*(?P<value>{INTEGER})", to_int)
        if reading.has("个数|结点数")
        else None
    )
    asked = reading.take(r"(?:该|此)?(?:非空)?(?:的)?(?:二叉树)?(?:的)?最大(?:的)?(?:深度|高度)(?:是|为)(?:多少)?")
    reading.take_all("(?:非空)?的?二叉树")
    if total is None or asked is None or total % 2 == 0:
        return None
    _closed(reading)
    return Recognition(
        parameters={"task": "counts", "what": "full-depth", "of": total},
        understood=(("二叉树", f"{total} 个结点，没有度为 1 的结点"), ("求", "最大的深度")),
    )


def _full_of_height(reading: Reading) -> Recognition | None:
    """The fewest nodes of height h where no node has one child."""
    if not reading.take_all(
        r"(?:且|而|其中|,)*(?:这些|所有|各|每个|任一)?结点的度(?:或|要么|只有|只可能)*(?:为|是)?\s*0\s*,?(?:或者?|要么|和)(?:为|是)?\s*2(?!\d)(?:的结点)?"
    ):
        return None
    if not reading.take(r"(?:高度?|深度)(?:为|是)\s*h(?![A-Za-z])") or not reading.take(
        rf"(?:最少|至少)(?:含?有|是|为)?{_HOW_MANY}结点|结点(?:个)?数(?:最少|至少)(?:为|是)?"
    ):
        return None
    reading.take_all("(?:非空)?的?二叉树")
    _closed(reading)
    return Recognition(
        parameters={"task": "counts", "what": "full-h"}, understood=(("二叉树", "高度为 h，没有度为 1 的结点"), ("求", "最少的结点数"))
    )


def _bounds(reading: Reading) -> Recognition | None:
    """The most nodes of a level or of a height, the least height of so many nodes."""
    if not reading.take_all(r"(?:非空)?(?:的)?二叉树") or reading.has("(?<![深高])度(?:数)?(?:为|是)|完全|满"):
        return None  # a complete tree has other bounds
    row = reading.take(
        rf"(?:在)?(?:的|上|中|里)*第\s*(?P<row>{INTEGER})\s*层[\s\ue000()]*(?:的|上|中|里)*(?:的)?(?:结点(?:的)?(?:总)?(?:个数|数目|数))?(?:最多|至多)(?:有|是|为)*(?:{_HOW_MANY}(?:结点)?)?"
    )
    height = reading.take_one(rf"(?:深度|高度?)(?:h|k)?(?:为|是|=)\s*(?P<value>{INTEGER})\s*(?:层)?的?", to_int)
    count = reading.take(
        rf"(?:上|中|里|的)*(?:结点(?:的)?(?:总)?(?:个数|数目|数))?(?P<most>最多|至多|最少|至少)(?:有|是|为|含有?)*(?:{_HOW_MANY})?(?:个)?(?:结点)?(?=[\s()。?]*$)"
    )
    total = reading.take_one(
        (
            rf"(?<![\d第])(?P<value>{INTEGER})\s*个结点(?:的)?",
            rf"(?:的)?结点(?:的)?(?:总)?(?:个数|数)(?:为|是|=)\s*(?P<value>{INTEGER})(?!\d)",
        ),
        to_int,
    )
    least = (
        reading.take(
            rf"(?:该|此)?(?:的)?(?:(?P<end>最小|最大)(?:的)?(?:高度|深度)|(?:高度?|深度)(?:h)?(?P<end2>最小|至少|最大|至多)?)(?:h)?(?:是|为)*(?:{_HOW_MANY}|多少)?(?=[\s()。?]*$)"
        )
        if total is not None
        else None
    )
    _closed(reading)
    if row is not None and total is not None and height is None and least is None:
        return Recognition(
            parameters={"task": "counts", "what": "in-row", "row": to_int(row["row"]), "total": total},
            understood=(("二叉树的结点数", str(total)), ("求", f"第 {to_int(row['row'])} 层最多的结点数")),
        )
    if row is not None and height is None and total is None and least is None:
        return _bound("row", to_int(row["row"]))
    if height is not None and count is not None and row is None and total is None:
        return _bound("most" if count["most"] in ("最多", "至多") else "fewest", height)
    if total is not None and least is not None and height is None and row is None and count is None:
        end = least["end"] or least["end2"]
        return _bound("heights" if end is None else "lowest" if end in ("最小", "至少") else "highest", total)
    return None


def _bound(what: str, of: int) -> Recognition | None:
    if not 1 <= of <= (30 if what in ("row", "most", "fewest") else 10**7):
        return None
    return Recognition(parameters={"task": "counts", "what": what, "of": of}, understood=(("求", "二叉树" + BOUND_NAMES[what].format(of)),))


def _of_forest(reading: Reading) -> Recognition | None:
    """Trees of a forest from its nodes and edges, and nodes without a right child in the binary tree of a tree."""
    if reading.has(r"(?:无|没有)右(?:孩子|子树|指针)|右(?:孩子|指针|子树)(?:域)?为空"):
        total = reading.take_one(rf"(?<![\d第])(?P<value>{INTEGER})\s*个结点", to_int)
        leaves = reading.take_one(
            (rf"(?<![\d第])(?P<value>{INTEGER})\s*个{_LEAF}", rf"{_LEAF}(?:的)?(?:个数|数目|数量|数){_HAS}\s*(?P<value>{INTEGER})"), to_int
        )
        inner = reading.take(r"(?:F)?(?:中|里)?(?:有|含)?\s*n\s*个(?:非终端|分支|非叶子?)结点")
        asked = reading.take(
            rf"(?:该|此)?(?:树|森林)?(?:F)?(?:所)?(?:对应|转换)?(?:的|成的)?(?:二叉树)?(?:T|B)?(?:中|里)?(?:的)?(?:无右孩子|右指针(?:域)?为空|没有右孩子|右子树为空)(?:的)?结点{_NUMBER_OF}"
        )
        reading.take_all(r"(?:设)?F是一?个?森林,?B是由F(?:变换|转换)?(?:得|得到|而来)?的二叉树|[FBT](?![A-Za-z])")
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
    if not reading.take_all(r"(?:一个)?森林(?:F)?"):
        return None
    edges = reading.take_one(rf"(?<![\d第])(?P<value>{INTEGER})\s*条边", to_int)
    total = reading.take_one(rf"(?<![\d第])(?P<value>{INTEGER})\s*个结点", to_int)
    asked = reading.take(
        r"(?:F)?(?:中|里)?(?:包含|含有?|有)?(?:的)?树(?:的)?(?:个数|棵数|数目)(?:是|为)*(?:多少)?|(?:包含|含有?|有|由)(?:多少|几)\s*(?:个|棵)树(?:组成|构成)?"
    )
    reading.take_all("F(?![A-Za-z])")
    _closed(reading)
    if edges is None or total is None or asked is None or not 0 <= edges < total:
        return None
    return Recognition(
        parameters={"task": "counts", "what": "trees", "edges": edges, "total": total},
        understood=(("结点数", str(total)), ("边数", str(edges)), ("求", "森林中树的棵数")),
    )
