"""Reading problems about binary trees told by two traversals, search trees told by one, and forests as their binary trees."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.ds._clauses import WEAK, count_of, every_part_asked, opened, parts_numbered, refuse_open_questions
from engine.generators.ds._search_trees.questions import Question, questions_about_keys, questions_about_tree
from engine.generators.ds._settling import settle
from engine.generators.ds._tree_reconstruction.further_questions import MIRRORED, further_questions
from engine.generators.ds._tree_reconstruction.possible_traversals import MOST_NODES
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_KEY = r"[A-Za-z0-9]"
_SEPARATOR = r"\s*(?:[,、 →]|->)\s*"
_SEQUENCE = rf"(?:(?:[A-Za-z]\d?|\d{{1,3}})(?:{_SEPARATOR}(?:[A-Za-z](?![A-Za-z])\d?|\d{{1,3}}))+|{_KEY}{{3,26}})(?![A-Za-z0-9])"
ORDERS = {
    "pre": r"(?:先序|前序|先根|前根|先)",
    "in": r"(?:中序|中根|中)",
    "post": r"(?:后序|(?<!最)后根|后)",
    "level": r"(?:层序|层次|按层|逐层|层)",
}
_WORDS = {"pre": r"(?:先序|前序|先根|前根)", "in": r"(?:中序|中根)", "post": r"(?:后序|(?<!最)后根)", "level": r"(?:层序|层次|按层|逐层)"}
_TITLES = {"pre": "先序", "in": "中序", "post": "后序", "level": "层序"}
# The traversals told by what they do, made their names before reading.
_DESCRIBED = (
    (r"包括\s*(?:\(\s*\)|多少|几)\s*棵树", "有多少棵树"),
    (r"[先前中后层]序(?:遍历)?(?:序列)?[和与、][先前中后层]序(?:遍历)?(?:序列)?(?:分别)?如下\s*[:,。]?\s*(?=[先前中后层]序)", ""),
    (r"(?:该|此|这棵)?(?:二叉)?树的?根的(?=左子树|右子树)", "根的"),
    (
        r"按?(?:从上到下|自上而下|从上往下|由上到下|自顶向下)(?:、|,|，|且|并|又)?(?:同一?层)?(?:每一?层)?(?:都|再|逐层)?(?:从左到右|自左[向至到]右|从左往右|由左到右)地?(?:逐层)?的?(?:顺序|次序)?(?:遍历|访问|读|看|数|排|列|走|扫)?(?:下来|出来|过去)?的?",
        "层序遍历",
    ),
    (r"[\"“(（]?根[-—→、\s]?左[-—→、\s]?右(?!孩|子|两)[\"”)）]?的?(?:顺序|次序)?(?:遍历|访问|走)?", "先序遍历"),
    (r"[\"“(（]?左[-—→、\s]?根[-—→、\s]?右[\"”)）]?的?(?:顺序|次序)?(?:遍历|访问|走)?", "中序遍历"),
    (r"[\"“(（]?左[-—→、\s]?右[-—→、\s]?根[\"”)）]?的?(?:顺序|次序)?(?:遍历|访问|走)?", "后序遍历"),
)
# Where nothing else is asked, the tree itself is.
_DRAWN = r"[请试并]*(?:画|构造|还原|恢复|给|写)出(?:该|此|这棵|这一棵|其|它|相应|对应|的)*(?:二叉(?:排序|搜索|查找)?)?树的?(?:形态|形状|结构|树形|图)?(?=[\s,;。?()]|$)"
_OWN = """
二叉树 二叉 树 遍历 序列 结点 一棵 棵 画出 恢复 还原 构造 确定 重建 画 这棵 该 相应 对应 遍历序列 遍历结果 写 唯一 唯一确定 能唯一确定 能 为单个字母 单个字母 在等概率情况下 等概率 情况下 次序 二叉排序树 二叉搜索树 二叉查找树 二叉 排序树 搜索树 查找树 BST T F 森林 与之对应 对应的 转换 转换成 转化 化成 转换得到 左孩子右兄弟 推出 反推 推 建树 则 分别 为 是 有 个 根 顺序 法 个数 以及 里 中 分别为 两个 共有 这 存储 用 互不相同 字母 表示 各结点 得 要 倒推 还原出来 出 还原成 整棵树 及
"""


_STORED = r"(?:该树|它|其)?(?:采用|使用|用|按|以)?(?:顺序存储(?:结构)?(?:方式)?|(?:一维)?数组(?:顺序)?存储)(?:方式|表示|时|存放)*,?[其各]?(?:结点|元素)?的?(?:存放|存储|排列)?(?:次序|顺序|序列|内容)?(?:依次)?[为是:]\s*(?P<keys>(?:[A-Za-z]\d?|\d{1,3})(?:\s*[,、 ]\s*(?:[A-Za-z]\d?|\d{1,3})(?![A-Za-z0-9])){2,}|[A-Z]{4,})"


_COMPLETE_TOLD = r"(?P<tree>完全二叉树)的(?P<order>先|前|后)序(?:遍历)?(?:序列)?[为是:]\s*(?P<keys>(?:[A-Za-z]|\d{1,3})(?:\s*[,、 ]\s*(?:[A-Za-z]|\d{1,3})(?![A-Za-z0-9])){2,}|[A-Za-z]{4,20}(?![A-Za-z]))"


def _of_complete(match: re.Match[str]) -> str:
    """A complete tree told by another traversal, told by its inorder sequence: its shape is known."""
    keys = patterns.findall(r"[A-Za-z]|\d{1,3}", match["keys"]) if patterns.search(r"[,、 ]", match["keys"]) else list(match["keys"])
    order: list[int] = []

    def visit(place: int) -> None:
        if place > len(keys):
            return
        order.extend([place] if match["order"] != "后" else [])
        visit(2 * place)
        visit(2 * place + 1)
        order.extend([place] if match["order"] == "后" else [])

    visit(1)
    at = dict(zip(order, keys, strict=True))

    def walked(place: int) -> list[str]:
        return [*walked(2 * place), at[place], *walked(2 * place + 1)] if place <= len(keys) else []

    return f"{match['tree']}的中序序列为{','.join(walked(1))}"


def _told_inorder(match: re.Match[str]) -> str:
    """A complete tree stored level by level, told by its inorder sequence."""
    keys = patterns.findall(r"[A-Za-z]\d?|\d{1,3}", match["keys"]) if patterns.search(r"[,、 ]", match["keys"]) else list(match["keys"])

    def walked(place: int) -> list[str]:
        return [*walked(2 * place), keys[place - 1], *walked(2 * place + 1)] if place <= len(keys) else []

    return f"其中序序列为 {','.join(walked(1))}"


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """Two traversals of a tree (one of a search tree) and what else is asked of it; None where it is something else."""
    text = patterns.sub(_STORED, _told_inorder, text) if "完全二叉树" in text else text
    text = patterns.sub(_COMPLETE_TOLD, _of_complete, text) if patterns.search("完全二叉树的[先前后]序", text) else text
    text = patterns.sub(
        r"(?<=[A-Za-z0-9])\s*的二叉树(?:一?共)?有\s*(?:\(\s*\)|多少|几)?\s*[棵种个]?(?=[\s()。?]*$)", ",这样的二叉树共有多少棵", text
    )
    for other in (extended, shapes_of, possible_of):
        if (found := other(text)) is not None:
            return found
    for pattern, name in _DESCRIBED:
        text = patterns.sub(pattern, name, text)
    text = patterns.sub(r"([A-Za-z0-9]{3,26})\s*\(\s*(先序|前序|中序|后序|层序)(?:遍历)?\s*\)", r"\2\1", text)
    text = patterns.sub(r"按层次?从左[到至往]右[是为]?", "层序为", text)
    text = patterns.sub(r"(序)(?:遍历)?(?:序列)?(?:给你|如下|给出)(?=[:：为是\s])", r"\1", text)
    text = patterns.sub(
        r"按?字母表?顺序从?([A-Za-z])\s*(?:到|~|-|至)\s*([A-Za-z])(?![A-Za-z])",
        lambda match: "".join(chr(code) for code in range(ord(match[1]), ord(match[2]) + 1)),
        text,
    )
    # `层序加中序这种我总画错`: of what sort the problem is.
    text = patterns.sub(
        r"(?:先序|前序|中序|后序|层序)(?:遍历)?(?:加上?|\+|和|与)(?:先序|前序|中序|后序|层序)(?:遍历)?(?:还原|重建|求树|建树|推树|构造)*(?:这种|这类|的题)(?:题|题目)?[^,，。;；?？\n\d]{0,10}(?=[,，。;；…\n]|\.{2,})",
        "",
        text,
    )
    both = patterns.search(
        rf"(先序|前序|中序|后序)(?:遍历)?(?:序列)?[和与、](先序|前序|中序|后序)(?:遍历)?(?:序列)?(?:完全|恰好|正好|都|均|一样|相同|一致|同|是|为|的|,|，)+\s*({_SEQUENCE})",
        text,
    )
    if both is not None:
        text = f"{text[: both.start()]}{both[1]}为{both[3]}，{both[2]}为{both[3]}{text[both.end() :]}"
    text = patterns.sub(
        r"(?:只有|仅有|有且只有|有且仅有|恰有|有)(?P<number>一|1|两|2)个(?:孩子|子女|子结点|子节点)的(?=结点|节点)",
        lambda match: f"度为{'1' if match['number'] in '一1' else '2'}的",
        text,
    )
    # A tree turned into a binary tree is a forest of one tree.
    of_tree = patterns.search(r"(?<!叉)树的?(?:先根|后根)", text) is not None and patterns.search("二叉树", text) is not None
    text = patterns.sub(r"([单双])分支的?结点", lambda match: f"度为{'1' if match[1] == '单' else '2'}的结点", text)
    text = patterns.sub(r"(?<=二叉树)\s*[BT](?=\s*[,，的中。])", "", text)
    reading = opened(text)
    reading.take_all(r"\(?(?:如果|若)?(?:没有|不存在)(?:的话)?[就则请]?[写填答](?:\"|“)?无\)?")
    drawn = reading.take_all(_DRAWN)
    reading.take_all(r"\(?(?:结点|关键字)?的?(?:值|关键字)?的?大小(?:关系)?按照?(?:英文)?字母表?的?(?:先后)?(?:顺序|次序)\)?")
    searching = bool(
        reading.take_all(
            r"(?:一棵)?二叉(?:排序|搜索|查找)树(?!吗)(?:\s*\(?(?:二叉(?:排序|搜索|查找)树|BST)\)?)?|(?<![A-Za-z])BST(?![A-Za-z])"
        )
    ) or any(patterns.search("排序|搜索|查找", match[0]) for match in drawn)
    further = further_questions(reading)
    turned_back = any(each.name == "forest" for each in further)
    forest = ("森林" in reading.text and not turned_back) or (
        of_tree and patterns.search("先根", reading.text) is not None and patterns.search("后根", reading.text) is not None
    )
    full = reading.take_all(
        r"(?:其中|且|,)*(?:每个|任一|所有|各)的?结点(?:要么|或者?|都)*(?:没有|无)孩子,?(?:要么|或者?)*有(?:两个?|2个?)孩子的?|(?:其中|且)?(?:每个|所有|任一|各)?(?:非叶|分支|内部|非终端)子?结点(?:都|均|恰|恰好|正好)*[有含](?:两个?|2个?|左右两个?)孩子的?|(?:其中|且)?(?:树中)?(?:只有|没有|不存在)度为(?:0和(?:度为)?2|1)的结点|(?:严格|正则)的?二叉树"
    )
    complete = reading.take_all(r"(?:一棵)?完全二叉树") if not searching else []
    mirror = reading.take_all(MIRRORED)
    reading.take_all(r"[将把对]?(?:它|该|这棵|此|其)*(?:二叉)?树?(?:进行)?[先前中后]序线索化(?:之?后|,)*") if any(
        each.name.startswith(("neighbour", "thread")) for each in further
    ) else None
    failing = reading.take_all(r"查找(?:不成功|失败)时?的?平均查找长度") if searching else []
    reading.refuse(
        r"之和|总和|相加|乘积|相差|之差|之比|之积|满二叉|完全|形态是|形状是|线索|平衡|堆|哈夫曼|左右子树交换|交换|镜像|不同形|可能|不(?!同|相同)|祖先|删除|插入|双亲表示"
    )
    places = [
        Question(
            match.start(),
            f"nth-{next(name for name, pattern in _WORDS.items() if patterns.fullmatch(pattern, match['order']))}",
            match["of"],
        )
        for match in reading.take_all(
            rf"(?P<order>{'|'.join(_WORDS.values())})(?:遍历)?(?:序列|结果)?[中里]?的?第\s*(?P<of>\d+|[一二三四五六七八九十]+)\s*个(?:访问)?的?(?:结点|元素|字符)?[是为]?(?:谁|什么|哪个)?"
        )
    ]
    for match in reading.take_all(
        rf"(?P<order>{'|'.join(_WORDS.values())})(?:遍历)?(?:序列|结果)?[中里]?的?(?P<end>最后|最前|前)面?(?P<of>[一二三四五六两\d])个(?:结点|字符|元素)?(?:依次|分别)?[是为]?(?:什么|谁|哪些)?"
    ):
        name = next(name for name, pattern in _WORDS.items() if patterns.fullmatch(pattern, match["order"]))
        places.append(Question(match.start(), f"{'last' if match['end'] == '最后' else 'first'}-{name}", match["of"]))
    given = _given(reading)
    shapes = (
        reading.take_all(
            r"(?:满足(?:条件|要求)的?|这样的|符合(?:条件|要求)的?|具有.{0,6}的)?(?:不同(?:形态)?的?)?(?:二叉树)?的?(?:形态)?(?:共|一共|总共|有|能|可以|得到|构造|确定|画)*出?(?:多少|几)[棵种](?:不同的?)?(?:二叉树|树|形态)?"
        )
        if not forest and set(given) == {"pre", "post"}
        else []
    )
    places += [Question(match.start(), "shapes") for match in shapes[:1]]
    places += [*further, *questions_about_keys(reading)]
    trees = (
        reading.take_all(r"(?:F|森林|该森林)?[中里]?的?(?:共有|共|一共|有|含有?)*(?:几|多少)棵树?|(?:森林)?[中里]?的?树的(?:棵数|个数)")
        if forest
        else []
    )
    places += [Question(match.start(), "trees") for match in trees[:1]]
    places += [Question(match.start(), "asl-failure") for match in failing[:1]]
    places += questions_about_tree(reading)
    if drawn and (not places or parts_numbered(text) > len(places)):
        places.append(Question(drawn[0].start(), "tree"))
    count = count_of(reading, "结点")
    reading.take_all(r"[有共]?是?(?:哪个结点|谁|哪些)(?=[?。]|$)")
    refuse_open_questions(reading)
    settle(reading, _OWN, WEAK)
    asked = [f"{each.name}:{_place(each)}" if each.of else each.name for each in sorted(places, key=lambda each: each.place)]
    asked = list(dict.fromkeys(asked))
    if {name.partition(":")[0] for name in asked} & (
        _OF_OTHERS - (_OF_SEARCHES if searching and set(given) in ({"pre"}, {"post"}) else set())
    ):
        return None
    if mirror and (forest or min(each.place for each in places or [Question(0, "")]) < mirror[0].start()):
        stay_out("before the sides are exchanged, or after it")
    turned = patterns.search(r"二叉树[^?]*(?:转换|转化|还原|变换|变|转)[成为回](?:相应|对应|与之对应|的)*森林", reading.text)
    if turned is None:
        turned = patterns.search(r"二叉树[TB]?所?对应的森林", reading.text)
    if forest and turned is not None and asked == ["trees"] and "in" in given and len(given) == 2:
        forest = False
    if forest:
        return _of_forest(reading, given, asked)
    if complete and set(given) == {"in"} and asked and "in" not in asked:
        return Recognition(
            parameters={"task": "complete", "inorder": list(given["in"]), "asked": asked, **({"mirror": True} if mirror else {})},
            understood=(("完全二叉树的中序", joined(given["in"])),),
        )
    if searching and len(given) == 1:
        ((kind, sequence),) = given.items()
        if kind == "in":
            return None
        numbers = all(key.isdigit() for key in sequence)
        given["in"] = tuple(sorted(sequence, key=(int if numbers else str)))
    if len(given) != 2 or not asked or (set(asked) & (set(given) - ({"in"} if searching else set())) and not mirror):
        return None
    if count not in (None, len(next(iter(given.values())))):
        stay_out("another number of nodes")
    if "in" not in given and mirror:
        stay_out("which tree is exchanged")
    if "in" not in given:
        return _of_pre_and_post(given, asked)
    if full or complete or "shapes" in asked:
        stay_out("more than two traversals")
    kind = next(name for name in given if name != "in")
    return Recognition(
        parameters={
            "given": kind,
            "sequence": list(given[kind]),
            "inorder": list(given["in"]),
            "asked": asked,
            **({"mirror": True} if mirror else {}),
        },
        understood=((_TITLES[kind], joined(given[kind])), ("中序", joined(given["in"]))),
    )


_OF_SEARCHES = {"asl", "asl-failure"}
_OF_OTHERS = {"unbalanced-list", "asl", "asl-failure", "balanced", "balanced-list", "factor", "search-path", "colour", "levels"}


def _place(question: Question) -> str:
    return str(to_int(question.of)) if question.name.startswith(("nth", "last-", "first-")) else question.of


# Words between the name of a traversal and its sequence; none that denies it or speaks of a place in it.
_BETWEEN = r"(?:[^,;。?!0-9A-Za-z先前中后层不没非未若第若\ue000\n]{0,10}(?:是|为|:|=|得到?|出|出来|成|如下)\s*:?\s*)?"


def _given(reading: Reading) -> dict[str, tuple[str, ...]]:
    """The traversals the text tells, taken.

    Raises:
        StayOut: one is told twice.
    """
    given: dict[str, tuple[str, ...]] = {}
    both = reading.take(
        rf"(?P<one>{_WORDS['pre']}|{_WORDS['in']}|{_WORDS['post']}|{_WORDS['level']})(?:遍历)?(?:序列|结果)?[和与、及](?P<two>{_WORDS['pre']}|{_WORDS['in']}|{_WORDS['post']}|{_WORDS['level']})(?:遍历)?的?(?:序列|结果)?(?:分别|依次)+[为是:]*\s*(?P<first>{_SEQUENCE})\s*[和与,、;及]\s*(?P<second>{_SEQUENCE})"
    )
    if both is not None:
        for word, sequence in ((both["one"], both["first"]), (both["two"], both["second"])):
            name = next(name for name, pattern in _WORDS.items() if patterns.fullmatch(pattern, word))
            given[name] = _keys(sequence)
    for name, word in ORDERS.items():
        found = reading.take_one(
            rf"{word}(?:次序)?(?:遍历)?的?(?:结点)?(?:序列|结果|次序|顺序)*(?:分别)?\s*(?:为|是|:|=|得到|得)*\s*{_BETWEEN}(?P<value>{_SEQUENCE})",
            _keys,
        )
        if found is not None:
            if name in given:
                stay_out("a traversal twice")
            given[name] = found
    return given


def extended(text: str) -> Recognition | None:
    """A preorder with a sign for every empty subtree; None where there is none.

    Raises:
        StayOut: it does not tell a tree, or something else is said.
    """
    found = patterns.search(r"(?<![A-Za-z0-9])([A-Za-z0-9](?:\s*,?\s*[A-Za-z0-9#*^]){4,60})(?![A-Za-z0-9])", text)
    if found is None or not patterns.search("[#*^]", found[1]) or not patterns.search("先序|前序|先根", text):
        return None
    sign = patterns.search("[#*^]", found[1])
    assert sign is not None
    signs = [each for each in found[1] if not each.isspace() and each not in ",，"]
    reading = opened(
        patterns.sub(
            r"[#*^∅φ]\s*(?:表示|代表|为|是)(?:空(?:结点|子树|指针|树)?)|空(?:结点|子树|指针|树)?[用以]\s*[#*^]\s*(?:表示|代替)?",
            "",
            text.replace(found[0], "\n"),
        )
    )
    reading.take_all(
        r"\(?(?:带空结点的|扩展的?|带虚结点的|补空(?:结点)?的?)?(?:先序|先根)(?:遍历)?(?:扩展)?(?:序列|串)?(?:为|是|:|\(\s*\))*(?=[\s:,(])|扩展|\(\s*\)"
    )
    reading.refuse("线索|交换|镜像|删除|插入|森林")
    places = [*questions_about_keys(reading), *questions_about_tree(reading)]
    refuse_open_questions(reading)
    settle(reading, _OWN + " 扩展 建立 创建 输入 按 带空 对应 空 字符 字符串 串 结点", WEAK)
    asked = list(dict.fromkeys(f"{each.name}:{each.of}" if each.of else each.name for each in sorted(places, key=lambda each: each.place)))
    if not asked or {name.partition(":")[0] for name in asked} & _OF_OTHERS:
        return None
    return Recognition(
        parameters={"task": "extended", "signs": signs, "empty": sign[0], "asked": asked}, understood=(("扩展先序", "".join(signs)),)
    )


_ANY_ORDER = r"(?P<{}>先序|前序|先根|中序|后序|层序|层次)(?:遍历)?的?(?:序列|结果|次序)?"
_POSSIBLE = (
    rf"(?:则|那么)?(?:该|此|这棵|它的?|其|树|二叉树|的|对应|相应)*{_ANY_ORDER.format('asked')}(?:,|:|下列|以下|下面|选项|中|里|的|一定|绝){{0,5}}(?P<no>不)?(?:可能|会|可以)的?(?:是|为|得到|出现)*(?:哪一?[个项])?",
    rf"(?:则|那么)?(?:下列|以下|下面|选项|中|里|,|序列|各|的|哪个|哪一个|哪项){{0,6}}(?P<no>不)?(?:可能|会|可以)(?:是|为|成为|作为|属于)*(?:该|此|这棵|其|它|树|二叉树|的|对应|相应)*{_ANY_ORDER.format('asked')}的?[是有为]?(?:哪一?[个项])?",
)


def possible_of(text: str) -> Recognition | None:
    """Which of the options can, or cannot, be a traversal of a tree of which others are told; None where that is not asked."""
    if not patterns.search("可能|不会|可以是|可以为", text) or patterns.search(
        "几|多少|排序树|搜索树|查找树|完全|满二叉|森林|平衡|线索", text
    ):
        return None
    reading = opened(text)
    found = next((match for pattern in _POSSIBLE if (match := reading.take(pattern)) is not None), None)
    if found is None:
        return None
    wanted = next(name for name, pattern in _WORDS.items() if patterns.fullmatch(pattern, found["asked"]))
    given = _given(reading)
    if not given or wanted in given or ("in" not in {*given, wanted} and len(next(iter(given.values()))) > MOST_NODES):
        return None
    count = count_of(reading, "结点")
    refuse_open_questions(reading)
    settle(reading, _OWN, WEAK)
    if count not in (None, len(next(iter(given.values())))):
        stay_out("another number of nodes")
    return Recognition(
        parameters={
            "task": "possible",
            "given": {name: list(keys) for name, keys in given.items()},
            "wanted": wanted,
            "possible": not found["no"],
        },
        understood=(
            *((_TITLES[name], joined(keys)) for name, keys in given.items()),
            ("求", f"{'不' if found['no'] else ''}可能的{_TITLES[wanted]}"),
        ),
    )


def shapes_of(text: str) -> Recognition | None:
    """How many binary trees there are of so many nodes, or with one given traversal; None where that is not asked."""
    if (
        len(
            patterns.findall(
                "先序|前序|中序|后序|层序",
                patterns.sub(
                    r"(?:先序|前序|中序|后序)(?=(?:遍历)?(?:序列)?(?:一共|共)?(?:可能)?有?(?:多少|几)种)|(?:可能的?|不同的?)(?:先序|前序|中序|后序)",
                    "",
                    text,
                ),
            )
        )
        > 1
    ):
        return None
    reading = opened(text)
    one = reading.take(rf"(?:先序|中序|后序)(?:遍历)?(?:序列)?[为是:]*\s*(?P<keys>{_SEQUENCE})(?:固定|一定|确定|不变)?")
    asked = reading.take_all(
        r"(?:可能的?|不同的?|能|可以|构成|有|一共|总共|共)*(?:中序|先序|后序)?(?:遍历)?(?:序列)?的?(?:一共|共|总共)?(?:可能)?(?:有|是|构成|得到)*(?:多少|几)(?:种|棵|个(?!不同的?结点|结点))(?:不同的?)?(?:形态|形状|可能|二叉树|树|中序(?:序列)?)?(?:的二叉树)?"
    )
    count = reading.take_one(rf"(?P<value>{INTEGER})\s*个(?:不同的?|相同的?)?结点", to_int)
    if not asked or len(asked) > 1 or (one is None and count is None) or "唯一" in text:
        return None
    if one is None and not patterns.search("形态|形状|不同", text):
        return None
    reading.refuse("树高|高度|深度|平衡|完全|满|查找|排序|搜索|度为|叶|森林|[^叉]树的个数")
    refuse_open_questions(reading)
    settle(reading, _OWN + " 固定 形态 不同 可能 不同形态 组成 构成 能构成 含 有", WEAK)
    number = len(_keys(one["keys"])) if one is not None else count
    if number is None or (count is not None and count != number) or not 1 <= number <= 30:
        stay_out("another number of nodes")
    return Recognition(parameters={"task": "shapes", "count": number}, understood=(("结点", f"{number} 个"), ("求", "二叉树的形态数")))


def _of_pre_and_post(given: dict[str, tuple[str, ...]], asked: list[str]) -> Recognition | None:
    """A preorder and a postorder: how many trees have both, the root's children, or all where there is only one tree."""
    if set(given) != {"pre", "post"}:
        return None
    return Recognition(
        parameters={"task": "pre-and-post", "preorder": list(given["pre"]), "postorder": list(given["post"]), "asked": asked},
        understood=(("先序", joined(given["pre"])), ("后序", joined(given["post"]))),
    )


def _of_forest(reading: Reading, given: dict[str, tuple[str, ...]], asked: list[str]) -> Recognition | None:
    """A forest by its preorder and its inorder, which books also call its postorder: its binary tree's inorder."""
    if set(given) == {"pre", "post"}:
        given = {"pre": given["pre"], "in": given["post"]}
    if set(given) != {"pre", "in"} or not asked or not set(asked) <= {"trees", "post", "level", "height"}:
        return None
    if set(asked) - {"trees"} and not patterns.search(r"(?:T|二叉树)的?[后层高深]", reading.text):
        stay_out("the forest's or its binary tree's")
    return Recognition(
        parameters={"given": "pre", "sequence": list(given["pre"]), "inorder": list(given["in"]), "asked": asked, "forest": True},
        understood=(("森林的先根", joined(given["pre"])), ("森林的中根（后根）", joined(given["in"]))),
    )


def joined(keys: tuple[str, ...] | list[str]) -> str:
    """A sequence as it is usually written: single signs together."""
    return "".join(keys) if all(len(key) == 1 for key in keys) else ", ".join(keys)


def _keys(text: str) -> tuple[str, ...]:
    parts = [part for part in patterns.split(r"[,、 →\->]+", text) if part]
    keys = tuple(parts) if len(parts) > 1 else tuple(text)
    if len(set(keys)) != len(keys):
        stay_out("a key twice")
    return keys
