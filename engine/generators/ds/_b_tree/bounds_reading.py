"""Reading problems about B-trees that ask for bounds: the least and the most of keys, nodes and height, and what fits into a page."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.ds._b_tree.words import FAILURE, KEYS, NODE, OWN
from engine.generators.ds._clauses import WEAK, finish, opened, refuse_open_questions
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_PARTS = (
    ("least", r"至少|最少|最小值?|最低|最矮|下限|起码"),
    ("most", r"至多|最多|最大值?|最高|最深|上限|最坏的?(?:情况|情形)?下?"),
    ("both", r"(?:取值)?范围|应?满足(?=[\s()。?]*$)"),
    (
        "each",
        rf"(?:(?:每个|任一|任意|一个|其他|其余|所有|各)*根(?:{NODE})?(?:以外|之外|外)的(?:每个|任一|任意|一个|其他|其余|所有|各|非叶|内部|分支)*{NODE})|(?:每个|任一|任意|一个|其他|其余|其它|所有|各)*(?:除了?根(?:{NODE})?(?:以?外|之外)?|非根)的?,?(?:每个|任一|任意|一个|其他|其余|其它|所有|各)*的?(?:(?:非(?:叶子?|终端|失败)|内部|分支)(?=的?{NODE}))?的?(?:{NODE})?|(?:其余|其他|其它)的?(?:每个|各|非叶子?|非终端|非失败|内部|分支)*{NODE}",
    ),
    ("any", rf"(?:每个|每一个|任一|任意一?个?|一个|单个|各)(?:非叶子?|非终端|非失败|内部|分支)?的?{NODE}"),
    ("tree", r"(?:该|这一?棵?|整棵?|此|全)(?:B\s*-?\s*)?树[中里内上]?"),
    ("root", rf"根(?:{NODE})?"),
    ("failure", rf"(?<!非)(?:叶子?{NODE}?[/(、即或]*)?(?:查找)?\(?(?:失败|外部)\)?的?(?:\(?(?:失败|外部)\)?)?的?{NODE}\)?"),
    (
        "visits",
        rf"(?:需要?|要|会|所需|所)*的?(?:读|访问|启动|存取|读写|检查|经过)[取了]?的?(?:(?:多少|几)次)?(?:磁盘|盘|外存|{NODE})的?(?:总?次数|个数|数目|数|(?:多少|几)次)?|(?:访问|检查|经过|读取?)的?(?:多少|几)个{NODE}",
    ),
    ("nodes", rf"(?:非(?:叶子?|终端|失败))?{NODE}的?(?:数目|个数|数)?"),
    ("keys", KEYS),
    ("children", r"棵?(?:子树|孩子|分支|指针|子女)"),
    ("height", r"高度|树高|深度|层数|多少层|几层|(?<=[最树])高"),
)
_NOUNS = ("failure", "nodes", "keys", "children", "height")


def bounds(reading: Reading, order: int) -> Recognition | None:
    """The least or the most of something in any tree of this order, or of so many levels, keys or nodes.

    Raises:
        StayOut: what is asked is not plain.
    """
    reading.take_all(
        rf"\((?:根{NODE}?)?(?:非叶子?(?:{NODE})?|不是叶子?(?:{NODE})?)(?:时|的话)?\)|\(?(?:若|如果|当)?根(?:{NODE})?(?:不是|非)叶子?(?:{NODE})?时?\)?,?"
    )
    # The level of the failure nodes counted in: one level more.
    counted_in = bool(
        reading.take_all(
            rf"\(?(?:树高|高度|层数|深度)?[均都]?(?:包括|包含|含|算上|计入)(?:最底层|最下层|最下面)?的?(?:叶子?{NODE}?|失败{NODE}|叶子?{NODE}\(失败{NODE}\))(?:所在)?的?(?:那一?|这一?)?层(?:在内)?\)?(?=[,;。)\s]|该|则|那么|其)"
        )
    )
    reading.refuse(
        rf"含有?(?:最底层)?的?{FAILURE}|包括|算上|计入|(?<!非)叶(?!子?(?:{NODE})?[/(、即或]*(?:查找)?(?:失败|外部))|平均|查找(?!失败)|比较|分裂|插入|第"
    )
    given: dict[str, int] = {}
    failing = reading.take_one(
        (
            rf"(?P<value>{INTEGER})个(?:叶子?{NODE}[/(、即或]*)?(?:查找)?(?:失败|外部){NODE}\)?",
            rf"(?:失败|外部){NODE}的?(?:个?数|数目)?(?:为|是|有|=)(?P<value>{INTEGER})个?",
        ),
        to_int,
    )
    reading.take_all(r"(?<![A-Za-z])n\s*=\s*(?=\ue000)")
    height = reading.take_one(
        (
            rf"(?:高度?|深度|树高|层数)h?\s*(?:\ue000*)\s*(?:为|是|=|有|等于)?\s*(?P<value>{INTEGER})(?!\s*阶)层?的?",
            rf"(?:共|一共|总共|有)*(?P<value>{INTEGER})层高?的?",
        ),
        to_int,
    )
    nodes = reading.take_one(
        (
            rf"(?:含有?|有|包含|共)*(?P<value>{INTEGER})个非(?:叶子?|终端|失败){NODE}",
            rf"非(?:叶子?|终端|失败)(?:{NODE})的?总?(?:个?数|数目)?(?:共|一共|总共|有|为|是)*(?P<value>{INTEGER})个?",
        ),
        to_int,
    )
    count = reading.take_one(
        (
            rf"(?:含有?|有|包含|存放?|存储|容纳|具有|装)?了?(?<![\d.])(?P<value>{INTEGER}|\d+\s*万)\s*个{KEYS}的?",
            rf"{KEYS}的?(?:总?数|个数|数目|数量)n?(?:为|是|=)(?P<value>{INTEGER})",
            r"(?<![A-Za-z])n\s*=\s*(?P<value>\d+)",
        ),
        _large,
    )
    given |= {"height": height} if height is not None else {}
    given |= {"nodes": nodes} if nodes is not None else {}
    given |= {"count": count} if count is not None else {}
    given |= {"failing": failing} if failing is not None else {}
    if len(given) > 1 or not all(1 <= value <= 10**9 for value in given.values()) or given.get("height", 1) > 12:
        stay_out("two numbers")
    tokens = [(match.start(), match.end(), name) for name, pattern in _PARTS for match in reading.take_all(pattern)]
    visits = any(name == "visits" for _, _, name in tokens)
    tokens = [(start, end, "height" if name == "visits" else name) for start, end, name in tokens]
    tokens += [(match.start(), match.end(), "break") for match in patterns.finditer(r"[,;。?\n]", reading.text)]
    reading.refuse("访问|读|检查|磁盘|查找")
    asked = _asked_bounds(sorted(tokens), failing is not None, reading.rest, reading.text)
    refuse_open_questions(reading)
    finish(reading, OWN + " 最大 可达 可达到 达到 子树 孩子 棵 可以 几棵 多少棵 非叶 树 一棵 最坏 会 能 应 m阶 ( ) 数 目", WEAK)
    if not asked:
        return None
    known = next(iter(given), "")
    allowed = {
        "": {
            "any-keys-most",
            "any-children-most",
            "each-keys-least",
            "each-keys-most",
            "each-children-least",
            "each-children-most",
            "root-keys-least",
            "root-keys-most",
            "root-children-least",
            "root-children-most",
        },
        "height": {"tree-keys-least", "tree-keys-most", "tree-nodes-least", "tree-nodes-most", "tree-failure-least", "tree-failure-most"},
        "count": {"tree-height-least", "tree-height-most", "tree-failure", "tree-nodes-most"},
        "failing": {"tree-keys"},
        "nodes": {"tree-keys-least", "tree-keys-most"},
    }
    # What any node may hold is told by the order alone, beside what is told of the whole tree.
    if not set(asked) <= allowed[known] | allowed[""] or not set(asked) & allowed[known]:
        stay_out(f"asked: {asked}")
    if counted_in and (not set(asked) <= {"tree-height-least", "tree-height-most"} or "count" not in given):
        stay_out("levels with that of the failure nodes")
    if visits and asked != ["tree-height-most"]:
        stay_out("visits of a search, and more")
    given |= {"visits": True} if visits else {}
    given |= {"counted_in": True} if counted_in else {}
    told = {"height": "高度（不含失败结点）", "count": "关键字数", "nodes": "非叶结点数", "failing": "失败结点数"}
    return Recognition(
        parameters={"task": "bounds", "order": order, "asked": asked, **given},
        understood=(
            ("阶", str(order)),
            *((told[name], str(value)) for name, value in given.items() if name not in ("visits", "counted_in")),
        ),
    )


def _asked_bounds(tokens: list[tuple[int, int, str]], failing: bool, rest: str, text: str) -> list[str]:
    """`scope-noun-bound` for every bound word: its noun is the nearest in its clause, or that of the clause before."""
    asked: list[str] = []
    scope, noun, pending = "tree", "", False
    clause: list[tuple[int, int, str]] = []
    for token in [*tokens, (10**9, 10**9, "break")]:
        if token[2] != "break":
            clause.append(token)
            continue
        before = len(asked)
        scopes = [name for _, _, name in clause if name in ("each", "root", "any")]
        scopes = scopes or [name for _, _, name in clause if name == "tree"]
        scopes = ["each"] if set(scopes) == {"each", "any"} or (scope == "each" and scopes == ["any"]) else scopes
        nouns = [each for each in clause if each[2] in _NOUNS]
        scope = scopes[-1] if scopes else scope
        pending = pending or bool(scopes and scope != "tree")
        if len(set(scopes)) > 1:
            stay_out("the root's or the other nodes'")
        bounds = [each for each in clause if each[2] in ("least", "most", "both")]
        pending = pending and not bounds
        for start, end, bound in bounds:
            near = sorted((max(at - end, start - until), name) for at, until, name in nouns)
            after = [
                name
                for at, _, name in nouns
                if at >= end and patterns.fullmatch(r"[可能会要有含需存放]*(?:多少|几)(?:[个棵].|棵)", text[end : at + 1])
            ]
            if after:
                near = [(0, after[0])]
            if near and near[0][1] == "nodes" and len(near) > 1 and scope != "tree":
                near = near[1:]
            noun = near[0][1] if near else noun
            if not noun:
                stay_out("least or most of what")
            asked += [f"{scope}-{noun}-{each}" for each in (("least", "most") if bound == "both" else (bound,))]
        if not bounds and [name for _, _, name in nouns] and nouns[-1][2] == "failure":
            asked.append("tree-failure")
        if not bounds and [name for _, _, name in nouns] == ["keys"] and failing:
            asked.append("tree-keys")
        if nouns and not bounds:
            if len(asked) == before and patterns.search("几|多少|哪", rest[clause[0][0] : token[0]]):
                stay_out("a number that has no bounds")
            noun = nouns[-1][2]
        clause = []
    return stay_out("what of these nodes") if pending else list(dict.fromkeys(asked))


def _large(text: str) -> int:
    """A number that may be told in ten thousands."""
    return to_int(text.rstrip("万 ")) * (10_000 if text.endswith("万") else 1)


def page(text: str) -> Recognition | None:
    """The greatest order whose node fits into a page; None where that is not asked.

    Raises:
        StayOut: sizes are missing, or something else is said.
    """
    if not patterns.search(r"[页块]", text) or not patterns.search(r"指针", text) or not patterns.search(r"B\s*-?\s*树", text):
        return None
    reading = opened(text)
    sizes = {
        name: reading.take_one(
            rf"(?:每个|一个|各)?{words}的?(?:大小)?(?:占用?|为|是|长)?\s*(?P<value>\d+\s*(?:KB|B|字节))|(?P<other>\d+\s*(?:KB|B|字节))的?{words}",
            str,
        )
        for name, words in (("key", KEYS), ("pointer", r"(?:子树)?指针"))
    }
    page = reading.take_one(r"(?P<value>\d+\s*(?:KB|B|字节))(?:大小)?的?(?:磁盘)?(?:页面?|块)", str) or reading.take_one(
        r"(?:磁盘)?(?:页面?|块)的?(?:大小)?[为是]?\s*(?P<value>\d+\s*(?:KB|B|字节))", str
    )
    asked = reading.take_all(
        r"(?:阶数?)?\s*m\s*的?值?(?:最大|至多|最多)值?(?:取|为|是|可取|能取|可以是?)*(?:多少|几)?|最大的?阶数?\s*m?[是为]?(?:多少)?|(?:最多|至多)(?:是|为|能是?)?(?:多少|几)阶"
    )
    reading.take_all(
        r"\(?(?:含|每个结点有)?m个(?:子树)?指针[、,和]m-1个关键字(?:[,,、]?(?:其他|其它)(?:信息)?均?(?:忽略|不计))?\)?|(?:其他|其它)(?:信息)?均?(?:忽略|不计)(?:不计)?|(?<![A-Za-z])m\s*阶|B\s*-?\s*树"
    )
    refuse_open_questions(reading)
    finish(reading, OWN + " 正好 占 占用 磁盘 页 磁盘页 一个 m ( ) 每个 大小 刚好 存放在 一页 放入 放在 占满 块 磁盘块 对应", WEAK)
    key, pointer = sizes["key"], sizes["pointer"]
    if key is None or pointer is None or page is None or not asked:
        stay_out("sizes of a page")
    total, each, link = (int(patterns.sub(r"\D", "", told)) * (1024 if "K" in told.upper() else 1) for told in (page, key, pointer))
    return Recognition(
        parameters={"task": "page", "page": total, "key": each, "pointer": link},
        understood=(("页", f"{total} B"), ("关键字", f"{each} B"), ("指针", f"{link} B")),
    )
