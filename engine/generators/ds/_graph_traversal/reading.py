"""Traversals of a graph whose edges, lists of neighbours or matrix a text tells: which sequence, which sequences there can be, how many."""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.ds._blanks import prepared
from engine.generators.ds._clauses import opened, refuse_dangerous
from engine.generators.ds._graphs.graphs import Matrix, natural, read_matrix
from engine.generators.ds._mentions import END, Mention, clauses_of, mentions, sorts
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import stay_out

_V = r"(?:[A-Za-z]\d{1,2}|[A-Za-z](?![A-Za-z])|\d{1,2})(?!\d)"
_FREE = r"(?<![A-Za-z0-9])"
_POINT = r"(?:顶点|结点|点)"
_MANY = r"(?:多少|几|\(\s*\)|_+)"
_KIND = r"(?:搜索|遍历|优先|查找|周游|访问|算法|策略|方法|方式|过程|法|的|进行)*"
_NUMBERED = r"(?:顶点|结点|邻接点|邻居)?的?(?:编号|序号|标号|号码|下标|字母表?|字典|数字|名称|值)的?"
_UP = r"(?:从小到大|由小到大|自小到大|小到大|递增|升序|(?<=字母)(?:先后)?(?:顺序|次序)|(?<=字母表)(?:先后)?(?:顺序|次序)|(?<=字典)(?:顺序|次序|序))"
_DOWN = r"(?:从大到小|由大到小|自大到小|大到小|递减|降序)"
_LEXICON = (
    ("neighbours", rf"{_FREE}{_V}\s*:\s*{_V}(?:\s*[,、→ ]\s*{_V})*(?=\s*(?:[;。\n]|$))"),
    ("edge", rf"[(<]\s*{_V}\s*,\s*{_V}\s*[)>]|{_FREE}{_V}\s*(?:-+|—+|→|->)\s*{_V}(?![A-Za-z0-9]|\s*(?:-|—|→))"),
    (
        "set",
        rf"(?:顶点(?:集合?|序列|集)?|结点(?:集合?|集)?|(?<![A-Za-z])V)V?\s*(?:分别|依次|编号|有|=|为|是|从|:)+\s*{_V}\s*(?:~|-+|到|至)\s*{_V}(?![A-Za-z0-9])",
    ),
    (
        "set",
        rf"(?:顶点(?:集合?|序列|集)?|结点(?:集合?|集)?|(?<![A-Za-z])V)V?\s*(?:分别|依次|有|=|为|是|:)+\s*{_V}(?:\s*[,、 ]\s*{_V}(?![A-Za-z0-9]|\s*[=(:]))+",
    ),
    ("sets", r"顶点集合?(?:\s*V)?[和各与及、]+[边弧]集合?(?:\s*[EG](?![A-Za-z]))?(?:分别)?(?:如下|为|是|有)*"),
    ("edges", r"[边弧]的?集合?E?\s*(?:分别|有|=|为|是|:)*|(?<![A-Za-z])E\s*(?:\(G\))?\s*(?:=|为|是|:)+"),
    ("directed", r"有向(?:连通)?图?"),
    ("undirected", r"无向(?:连通)?图?|连通(?:无向)?图"),
    ("tree", r"(?:深度|广度|宽度)优先(?:搜索|遍历)?的?生成树|生成树|生成森林"),
    ("both", rf"(?:深度|广度)优先?(?:和|与|及|以及|、)(?:广度|宽度|深度)优先{_KIND}"),
    ("dfs", rf"深度优先{_KIND}(?:\(?DFS\)?)?{_KIND}|(?<![A-Za-z])DFS(?![A-Za-z]){_KIND}"),
    ("bfs", rf"(?:广度|宽度)优先{_KIND}(?:\(?BFS\)?)?{_KIND}|(?<![A-Za-z])BFS(?![A-Za-z]){_KIND}"),
    (
        "start",
        rf"(?:若|如果|假设|设)?[从由以自](?:图中|图G|图)?的?{_POINT}?\s*{_V}\s*号?{_POINT}?\s*(?:开始|出发|起|为|作为|作|的|出发点|起始|初始|起点|源点|始点|始|点|根)+",
    ),
    ("start", rf"(?:起点|源点|出发点|起始点|始点|初始点|起始{_POINT})[为是选取:]*\s*{_V}"),
    ("small", rf"[按依以照]*{_NUMBERED}的?{_UP}的?(?:顺序|次序|排列|依次)*"),
    ("large", rf"[按依以照]*{_NUMBERED}的?{_DOWN}的?(?:顺序|次序|排列|依次)*"),
    (
        "small",
        rf"(?:优先|先|首先)?(?:访问|选择|考虑|取|选)?{_NUMBERED}[较更最]?(?:小|靠前)[的者]*(?:{_POINT}|邻接点|邻居)?(?:优先|先)?(?:访问)?",
    ),
    (
        "large",
        rf"(?:优先|先|首先)?(?:访问|选择|考虑|取|选)?{_NUMBERED}[较更最]?(?:大|靠后)[的者]*(?:{_POINT}|邻接点|邻居)?(?:优先|先)?(?:访问)?",
    ),
    ("matrix", r"邻接矩阵"),
    ("list", r"邻接链?表"),
    ("impossible", r"(?:不可能|不能|得不到|无法)(?:是|为|得到|成为|产生|出现|的)*|不(?:是|属于)|(?:错误|不正确)的?"),
    ("possible", r"(?:可能|能够?|可以|正确|合法)(?:是|为|得到|产生|的)*|符合"),
    ("those", r"(?:给出|列出)?的?(?:下列|下面|以下|如下)?的?(?:\d|[两三四五六七八])\s*个(?:顶点|遍历)?序列[中里]?"),
    (
        "ask_count",
        rf"(?:不同的?)?(?:(?:{_POINT}|遍历|访问|搜索)*序列)?的?(?:个数|总数|种数|数目)[共为是有]*{_MANY}?[个种]?"
        rf"|(?:不同的?)?(?:(?:{_POINT}|遍历|访问|搜索|的)*序列)?的?(?:一共|总共|共)?[有是为]?(?:多少|几|\(\s*\)|_+)\s*[个种](?:不同的?)?(?:(?:{_POINT}|遍历|访问|搜索|的)*序列)?",
    ),
    ("sequence", rf"(?:{_POINT}|遍历|访问|搜索|周游|的|各)*(?:序列|次序|顺序)(?:分别|依次|有|为|是)*(?:{_MANY}|什么)?"),
    (
        "candidate",
        rf"{_FREE}(?:(?:[A-Za-z]\d)(?:,?[A-Za-z]\d){{3,}}|[A-Za-z]{{4,10}}|\d{{4,10}}|{_V}(?:\s*[,、 ]\s*{_V}(?![A-Za-z0-9])){{3,}})(?![A-Za-z0-9])",
    ),
    ("which", rf"哪一?[个种些]|{_MANY}"),
    (
        "graph",
        r"(?:该|此|这个|一个|某个?|已知|设)?(?:带权)?图(?:\s*G(?![A-Za-z]))?(?:\s*=\s*\(\s*V\s*,\s*E\s*\))?[中的]?|(?<![A-Za-z])G(?![A-Za-z])(?:\s*=\s*\(\s*V\s*,\s*E\s*\))?",
    ),
    ("stored", r"(?:采用|用|使用|以|按)?(?:数组|链式|顺序)?(?:表示|存储|存放)(?:结构)?时?"),
    ("sign", r"="),
)
_OWN = """
顶点 结点 边 弧 各 其 其中 每个 每 该 对 从 出发 进行 得到 到 按 采用 用 使用 时 当 它 则 的 所 上 中 有 为 是 若 如果 设 已知 假定 假设 分别 写出 给出 求 列出 下列 下面 以下 序列 邻接点 邻居 链接 排列 排序 排好 存放
访问 遍历 搜索 优先 依次 先后 次序 顺序 结果 一种 一个 某 选择 选项 一次 首先 连通 集合 如下 所示 表 项 表项 链表 表中 个 示意 规定 约定 同一 同一个 各个 结点链表 表结点 表示 存储 并 并且 且 要求 唯一 由 能 可以 多个 多个邻接点 等到 等到的 按照 图 图中 情况 情况下
"""
_LOST = "多少 几 几个 多少个 哪 哪个 哪些 可能 能 能够 可以 不同 最多 最少 个数 数目 数字 唯一"


def _names_of(text: str) -> list[str]:
    return patterns.findall(_V, text)


def recognise(text: str) -> Recognition | None:
    """What is asked of the traversals of a graph; None where it is something else.

    Raises:
        StayOut: not all of the text is understood.
    """
    text = patterns.sub(r"(?<=序列)中?(?:正确|合法)的?(?:一个|一项)?(?=[是为(?])", "可能的", text)
    reading = opened(prepared(patterns.sub(r"[⟨〈《]", "<", patterns.sub(r"[⟩〉》]", ">", text))))
    refuse_dangerous(reading)
    reading.refuse(r"权|二叉树|森林|回溯|非递归|栈|队列|最短|拓扑|关键路径|如图|下图|图\d|删除|增加|去掉|加上|高度|深度为")
    matrix = read_matrix(reading)
    found = mentions(reading.rest, _LEXICON, _OWN, _LOST)
    said = sorts(found)
    ways = _ways(found)
    if not ways:
        return None
    names, neighbours, told_in_order = _graph(found, matrix, said, reading.text)
    place = {f"V{name}": number for number, name in enumerate(names) if name.isdigit()}
    place |= {name.upper(): number for number, name in enumerate(names)}
    starts = {_names_of(mention.text)[-1].upper() for mention in found if mention.sort == "start"}
    if len(starts) > 1 or any(start not in place for start in starts):
        stay_out("where it starts")
    start = place[starts.pop()] if starts else None
    asked = _asked(found, said)
    rules = _rules(found, said, told_in_order)
    candidates = _candidates(found, place)
    if "tree" in said or asked is None:
        return None
    if candidates and not (asked in ("count", "possible", "impossible") and len(ways) == 1):
        stay_out("sequences of which something else is asked")
    shown = "、".join(f"{names[one]}：{listed((names[each] for each in neighbours[one]), '、')}" for one in range(len(names)))
    return Recognition(
        parameters={
            "names": names,
            "neighbours": neighbours,
            "start": start,
            "ways": ways,
            "asked": asked,
            "rules": rules,
            "candidates": candidates,
        },
        understood=(
            ("邻接点", shown),
            ("起点", "未说" if start is None else names[start]),
            ("遍历", "、".join("深度优先" if way == "dfs" else "广度优先" for way in ways)),
            ("邻接点的次序", "、".join(_RULES[rule] for rule in rules) or "未说"),
            ("求", _ASKED[asked]),
        ),
    )


_RULES = {"told": "如所给", "small": "从前到后", "large": "从后到前"}
_ASKED = {"sequence": "遍历序列", "count": "有多少个", "possible": "可能的序列", "impossible": "不可能的序列"}


def _ways(found: Sequence[Mention]) -> list[str]:
    ways: list[str] = []
    for mention in found:
        if mention.sort == "both":
            ways += ["dfs", "bfs"] if mention.text.startswith("深") else ["bfs", "dfs"]
        elif mention.sort in ("dfs", "bfs"):
            ways.append(mention.sort)
    return list(dict.fromkeys(ways))


def _graph(found: Sequence[Mention], matrix: Matrix | None, said: set[str], text: str) -> tuple[list[str], list[list[int]], bool]:
    """The names of the vertices, the neighbours of each, and whether their order is that of lists that were told."""
    stated = [_names_of(patterns.sub(r"^[^:=为是有]*?(?=[:=为是有])|^V", "", mention.text)) for mention in found if mention.sort == "set"]
    if len(stated) > 1:
        stay_out("two sets of vertices")
    if stated and any(mention.sort == "set" and patterns.search("[~到至]|\\w-", mention.text) for mention in found):
        stated = [_between(*stated[0])]
    lists = [_names_of(mention.text) for mention in found if mention.sort == "neighbours"]
    pairs = [_names_of(mention.text) for mention in found if mention.sort == "edge"]
    if bool(lists) + bool(pairs) + (matrix is not None) != 1:
        stay_out("no graph, or two")
    if matrix is not None:
        return _of_matrix(matrix, stated, said)
    mentioned = [name for row in (*lists, *pairs) for name in row]
    fold = str.upper if any(name != name.lower() for name in mentioned) else str.lower
    names = [fold(name) for name in stated[0]] if stated else sorted({fold(name) for name in mentioned}, key=natural)
    place = {name: number for number, name in enumerate(names)}
    if len(place) != len(names) or any(fold(name) not in place for name in mentioned) or not 3 <= len(names) <= 12:
        stay_out("other vertices")
    neighbours: list[list[int]] = [[] for _ in names]
    if lists:
        heads = [fold(row[0]) for row in lists]
        if len(set(heads)) != len(heads) or len(lists) < 3:
            stay_out("a list twice")
        for head, *rest in lists:
            neighbours[place[fold(head)]] = [place[fold(name)] for name in rest]
        if "directed" not in said and any(one not in neighbours[other] for one, row in enumerate(neighbours) for other in row):
            stay_out("directed or not")
        return names, neighbours, True
    if len(pairs) < 2:
        stay_out("a graph without edges")
    arrows = ["<" in mention.text or "→" in mention.text or "->" in mention.text for mention in found if mention.sort == "edge"]
    directed = "directed" in said or all(arrows)
    if any(arrows) != all(arrows) or ("undirected" in said and (directed or any(arrows))):
        stay_out("directed or not")
    for tail, head in pairs:
        one, other = place[fold(tail)], place[fold(head)]
        if one == other or other in neighbours[one]:
            stay_out("an edge twice")
        neighbours[one].append(other)
        if not directed:
            neighbours[other].append(one)
    return names, [sorted(row) for row in neighbours], False


def _between(first: str, last: str) -> list[str]:
    """The names from the first to the last: `a~f`, `v1~v6`."""
    if first.isalpha() and last.isalpha():
        return [chr(code) for code in range(ord(first), ord(last) + 1)]
    stem = patterns.sub(r"\d", "", first)
    if stem != patterns.sub(r"\d", "", last):
        stay_out("names")
    return [f"{stem}{number}" for number in range(int(first[len(stem) :]), int(last[len(stem) :]) + 1)]


def _of_matrix(matrix: Matrix, stated: list[list[str]], said: set[str]) -> tuple[list[str], list[list[int]], bool]:
    size = len(matrix.rows)
    names = list(matrix.names) if matrix.names else stated[0] if stated else []
    if len(names) != size or not 3 <= size <= 12 or any(cell not in (0, 1, None) for row in matrix.rows for cell in row):
        stay_out("names of the rows")
    if matrix.directed and "undirected" in said:
        stay_out("not symmetric")
    return names, [[other for other in range(size) if row[other]] for row in matrix.rows], True


def _rules(found: Sequence[Mention], said: set[str], told_in_order: bool) -> list[str]:
    """In which order neighbours are looked at, each way of storing them in turn; empty where nothing says."""
    rules = [mention.sort for mention in found if mention.sort in ("small", "large")]
    if len(set(rules)) > 1:
        stay_out("two orders of neighbours")
    rule = rules[0] if rules else None
    if told_in_order:
        if rule == "large":
            stay_out("two orders of neighbours")
        return ["small" if rule == "small" else "told"]
    stored = list(dict.fromkeys(mention.sort for mention in found if mention.sort in ("matrix", "list")))
    if not stored:
        return [rule] if rule else []
    each = ["small" if way == "matrix" else rule for way in stored]
    if stored == ["matrix"] and rule == "large":
        stay_out("a matrix backwards")
    return [way for way in each if way] if all(each) else []


def _asked(found: Sequence[Mention], said: set[str]) -> str | None:
    if "impossible" in said:
        return "impossible" if "ask_count" not in said else stay_out("how many that are none")
    if "ask_count" in said:
        return "count"
    if "sequence" not in said:
        return None
    clause = clauses_of([each for each in found if each.sort != END or each.text in "。;?!"])[-1]
    return "possible" if "possible" in sorts(clause) or "which" in sorts(clause) else "sequence"


def _candidates(found: Sequence[Mention], place: dict[str, int]) -> list[list[int]]:
    """The sequences that the text lists."""
    listed_ones = []
    for mention in found:
        if mention.sort != "candidate":
            continue
        glued = patterns.fullmatch(r"[A-Za-z]+|\d+", mention.text)
        row = [place.get(name.upper()) for name in (mention.text if glued else _names_of(mention.text))]
        if None in row:
            stay_out("a sequence of other vertices")
        listed_ones.append([each for each in row if each is not None])
    return listed_ones
