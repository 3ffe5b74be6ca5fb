"""Reading problems about B-trees: keys inserted into an empty tree, and the bounds of keys, nodes and height."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.ds._b_tree.bounds_reading import bounds, page
from engine.generators.ds._b_tree.words import FAILURE, KEYS, NODE, OWN
from engine.generators.ds._blanks import prepared
from engine.generators.ds._clauses import WEAK, every_part_asked, opened
from engine.generators.ds._search_trees.questions import Question
from engine.generators.ds._search_trees.tree_reading import FIRST, Insertions, read_insertions, shown, staged
from engine.generators.ds._stories import settle_story
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, SEQUENCE, Reading, stay_out, to_int, to_ints

_NOT_COUNTED = (
    rf"\(?(?:设|其中|注:?|这里|此处|所有)*(?:B树)?的?(?:高度?|层数|树高|层次|深度)?[中里]?[均都也]*(?:不(?:包?含|包括|计入?|算上?|考虑|把|加)|未含|除去?)(?:最下面|最底层|最底下|下面)?的?{FAILURE}(?:算在内|计算在内|在内|算进去|算入|除外)?\)?"
    rf"|\(?(?:其中)?叶子?{NODE}[是为即](?:查找)?失败{NODE},?[均都也]?(?:不(?:计入?|算|算入|包括在)(?:高度|层数|树高)?[内中]?)\)?"
    rf"|\(?(?:外部|底下|最下面|那层|那一层)的?(?:那层)?空的?(?:失败)?{NODE}的?(?:那一?|这一?)?层?[均都也]?不[计算](?:在内)?\)?"
    rf"|\(?{FAILURE}[均都也]?不(?:计算在|包含在|计入?|算入|算在|算|计)(?:高度|层数|树高)?(?:内|里|之内|中)?\)?"
    rf"|\(?(?:B树)?的?(?:高度?|层数|树高|深度)?[均都也]*(?:不(?:包?含|包括|计入?|算上?|考虑)|未含|除去?)(?:最下面|最底层|最底下|下面)?的?叶子?{NODE}(?:所在)?的?(?:那一?|这一?|一)?(?:查找)?(?:失败)?层(?:算在内|在内|除外)?\)?"
    rf"|\(?叶子?{NODE}(?:所在)?的?(?:那一?|这一?|一)?层[均都也]?不(?:计算在|包含在|计入?|算入|算在|算|计)(?:高度|层数|树高)?(?:内|里|之内|中)?\)?"
    r"|\(?(?:均|都|也|这里|注:?)*不(?:包?含|包括|计入?|算上?|考虑|加)(?=[^,;。)]{0,16}(?:失败|外部|叶|空))(?:最下面|最底层|最底下|最下层|下面|最后|查找|失败|外部|空|叶子?|结点|所在|[那这一层的、/或和(即])+\)?(?:算在内|计算在内|在内|除外)?\)?"
    rf"|\(?(?:其中)?叶子?{NODE}[是指即为]的?(?:查找)?失败{NODE}\)?"
)
_SPLITTING = (
    rf"\(?当?(?:{NODE})?内?的?{KEYS}数?(?:达到|为|等于|超过|大于)(?:m|\d+)(?:-1)?个?[时后]?就?(?:发生)?分裂,?\s*[第将把取]*⌈\s*(?:\d+|m)\s*/\s*2\s*⌉个?{KEYS}?(?:上移|上升|提升)?\)?|(?:{NODE})?(?:溢出|分裂)?时?,?[将把取由]?第⌈(?:m|\d+)/2⌉个(?:{KEYS})?(?:上移|提升|上升)?"
    rf"|\(?(?:当|若|如果)?(?:{NODE})?[内中]?的?(?:{KEYS}(?:个?数)?)?(?:发生|溢出|分裂|满了?|上溢|超出|过多|需要?|时|要)*(?:的时候|时|后)?,?(?:都|均|总是|则|就)?[将把取由以]?其?正?中间(?:位置)?的?(?:那个)?的?(?:{KEYS})?(?:向上|往上)?(?:上移|上升|提升|升到?|提到?|移到?|送到?|送)[至到入进]?其?(?:双亲|父亲?)?(?:{NODE})?[中里]?\)?"
    rf"|\(?(?:{NODE})?(?:溢出|分裂|满)[时后]?,?[将把取由]?第\s*(?P<middle>{INTEGER})\s*个{KEYS}?(?:上移|上升|提升|升到?(?:双亲|父{NODE})|提到(?:双亲|父{NODE}))\)?"
)
# `画出……建树过程`, `画出删除后的 B 树`: the tree in writing.
_DRAWN = (
    rf"[请试并,]*[画写给]出(?:按照?(?:以下|下列|如下|此|该|这个|上述)?(?:次序|顺序))?(?:依次)?[向往在]?(?:\ue000|B\s*-?\s*树|即|空的?|中|里|上|初始)*(?:按照?(?:以下|下列|如下|此)?(?:次序|顺序))?(?:依次|逐个)?插入(?:以下|下列|如下|这些|各|上述)*(?:{KEYS})?的?(?:建树|生长|建立|插入|构造|生成)?的?全?过程"
    r"|[请试并,]*[画写给]出(?:最后|最终|该|此|相应|对应|所得|得到|建成|建立|构造|生成|插入|所|每一?步|每次|每删除一个(?:关键字)?|各步|各次|执行|删除|操作|完成|结束|之|后|的|这棵|一棵){0,9}(?:\ue000|B\s*-?\s*树|树)+的?(?:形态|状态|结构|示意图|图|变化)?(?!的|[中里上]|根|第|最|各|共|高)"
    r"|[请试并,]*[画写给]出(?:建树|生长|建立|插入|构造|生成)的?全?过程(?:及其?(?:最后|最终|所得|得到)的?(?:B\s*-?\s*树|树))?"
)
_MADE = r"(?:构造|建立|生成|创建|构建|建成|建)[出成立]?(?:一棵|这棵|该|此|相应的?|初始为|空的?)*\d\s*阶的?\s*B\s*-?\s*树"
_REMOVED = rf"(?:如果|若|假设|假如|然后|再|接着|此后|之后|随后|最后|请|试|现|又|,)*(?:再|又|先后|依次|分别|顺次|从(?:该|此|\ue000|B-?)*树?[中里]|从中|在(?:该|此|\ue000)*树?[中上]|将|把|继续|接着){{0,4}}(?:删除|删去|删掉)了?(?:{KEYS})?\s*(?P<keys>\d{{1,4}}(?:\s*[和与、,及]\s*\d{{1,4}})*)(?!\d)(?:之?后|时)?"
_INSERTED = (
    (
        "split-need",
        rf"(?:会不会|是否|有没有|是不是|要不要)会?(?:引起|发生|导致|产生|进行)?(?:{NODE})?的?分裂|[会要](?:引起|发生|导致|产生)?(?:{NODE})?分裂[吗么不]",
    ),
    (
        "causes",
        rf"分裂是?(?:发生|出现)在插入?(?:哪些|哪几个)(?:数|{KEYS})?的?(?:时候?|后)?|(?:分裂)?是?(?:发生)?在?(?:插入?)?(?:哪些|哪几个|哪几次)(?:{KEYS}|数)?的?(?:插入)?(?:时候?|后)?(?:会|引起|导致|发生|出现)*了?(?:{NODE})?分裂|(?:分别|各|都)?是?[由在]?(?:插入)?(?:哪些|哪几个|哪几次)(?:{KEYS}|数)?的?(?:插入)?[时后]?所?(?:引起|导致|造成|发生)的?",
    ),
    (
        "first-cause",
        rf"(?:第一次|第1次|首次|最先|最早)的?(?:{NODE})?的?分裂是?(?:发生|出现)?在?由?插入?(?:哪一?个|谁|几)(?:{KEYS}|数)?的?(?:时候?|后|引起的?)?|插入?到?(?:哪一?个|谁|几)(?:{KEYS}|数)?(?:时候?|后)?会?(?:第一次|第1次|首次|最先|最早)(?:发生|出现|引起|导致)?(?:{NODE})?的?分裂",
    ),
    (
        "promoted",
        rf"是?(?:哪一?个|谁)(?:{KEYS}|数|元素)?(?:会|将|应该?|要)*被?(?:提|上移|上升|提升|升|挤|送)[到至上去入]*(?:父|双亲|根|上一?层)?(?:{NODE})?[中里]?去?",
    ),
    (
        "row:2",
        rf"(?:根{NODE}?的)?左[、和与]?右(?:两个?)?(?:孩子|子树|子结点)(?:{NODE})?[中里]?的?(?:{KEYS})?(?:分别|各|都|依次)*(?:包含|含有?|有|是|为|存放)*(?:哪些|什么|哪几个)?(?:{KEYS})?",
    ),
    (
        "splits",
        rf"(?:一共|总共|共|发生|产生|进行|过程|要|会|引起|需要?)*了?(?:多少|几)次(?:{NODE})?的?分裂|(?:{NODE})?分裂(?:操作)?了?(?:一共|总共|共|发生|进行)*了?的?总?(?:次数|(?:多少|几)次)|次{NODE}分裂",
    ),
    (
        "row-count",
        rf"第\s*(?P<of>{INTEGER})\s*层[上里中]?的?(?:一共|共|总共)?[有含]?(?:(?:几|多少)个{NODE}|{NODE}的?(?:个数|数目|总数|数(?!据)))[是为]?(?:多少|几)?",
    ),
    (
        "row",
        rf"第\s*(?P<of>{INTEGER})\s*层[上里中]?的?[各都有是为]*(?:哪些|哪几个|什么|全部|所有)*(?:{NODE}|{KEYS})*(?:从左[到至往]右)?(?:分别|依次|都|各)*[有是为]?(?:哪些|哪几个|什么|谁)?(?:{NODE}|{KEYS})?",
    ),
    (
        "levels",
        rf"(?:写出|给出|列出|画出)?(?:每一?层|各层|逐层)(?:上|的|分别|各)*(?:{NODE}[里中内]?的?{KEYS})?[有是]?(?:哪些|什么)?(?:{KEYS}|{NODE})*(?:分别)?[是有]?(?:哪些|什么)?(?=[?,。;]|$)|(?:最终|最后)的?(?:B树|树)[长是]?(?:什么样子?)|(?:画出|给出|写出)(?:最终|最后|全部|插入(?:完成?)?(?:之?后|以后)?|建成|得到|所得)*的?(?:这棵|该|此)?(?:B\s*-?\s*)?树(?!的|根|中|里|上|各|每|叶|高|第)(?:\(?(?:按层|逐层|从上到下|自上而下)(?:依次)?(?:写出|给出|列出)(?:各|每个|所有)?个?(?:结点|关键字)?(?:的关键字)?\)?|\(也?可?以?用?文字(?:逐层|按层|分层)?地?(?:描述|表示|说明|叙述|写出)(?:即可)?\))?",
    ),
    ("tree", _DRAWN),
    (
        "with",
        rf"(?:{KEYS})?\s*(?P<of>\d{{1,4}})\s*(?:所在|在)的?(?:那个|哪个)?(?:叶子?)?{NODE}[里中内]?的?(?:都|共|一共|还)?(?:含有?|有|包含|存放?)?的?(?:哪些|哪几个|什么|全部|所有)?的?(?:{KEYS})?[有是为]?(?:哪些|什么)?|[和与跟]\s*(?P<of2>\d{{1,4}})\s*在?(?:同一个?{NODE})[里中]?的?(?:{KEYS})?还?[有是](?:哪些|哪个|谁)?",
    ),
    (
        "leaf-list",
        rf"(?:所有|全部|各|每个)?的?叶子?(?:{NODE})(?:从左[到至往]右)?的?(?:{KEYS})?(?:分别|依次|各|都)*[有是为含](?:哪些|什么)(?:{KEYS})?",
    ),
    (
        "leaves",
        rf"最[底下]面?的?一?层(?:\([^()\d]{{0,8}}\))?(?:{NODE})?的?有?(?:(?:多少|几)个{NODE}|(?:{NODE})?的?总?个?数目?)|(?:多少|几)个?叶子?(?:{NODE})|叶子?(?:{NODE})的?(?:个数|数目|数|(?:一共|总共|共|有)+(?:多少|几)个)",
    ),
    (
        "root",
        rf"(?:整棵)?(?:(?<![B-])树)?的?(?<!除)根{NODE}?[上里中内]?面?所?(?:的|包含的?|含有的?|含|保存的?|存放的?|有)*(?:哪些|哪几个)?{KEYS}?[是有]?(?:哪些|哪几个|什么|谁)?",
    ),
    (
        "height",
        r"树?的?(?:高度|深度|树高|层数|(?<=树)高|(?<=树的)高)有?[是为]?(?:多少层|几层)?|(?:有|共|一共|总共)+(?:几|多少)层|树有几层|(?<=[,、;。后终])有?几层(?=[?,。;呢啊]|$)",
    ),
    ("nodes", rf"(?:共|一共|总共|有)*(?:多少|几)个{NODE}|{NODE}的?(?:总数|总个数|个数|数目)"),
    (
        "depth",
        rf"(?:{KEYS})?(?P<of>\d{{1,4}})在第?(?:几|哪一?)层|查找(?:{KEYS})?(?P<of2>\d{{1,4}})时?(?:需要?|要|共|会)*(?:访问|读取?|查找|经过)了?(?:多少|几)个{NODE}",
    ),
)


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """A problem about a tree of a stated order; None where it is something else."""
    text = patterns.sub(r"(?<=最[底下]层)\((?:即|也就是)?(?:终端|叶子?)(?:结点|节点)(?:所在)?的?(?:那?一?层)?\)", "", prepared(text))
    text = patterns.sub(r"(?<=最[底下]层)上?(?:一共|总共|共)(?=有(?:几|多少)个)", "", text)
    if not patterns.search(r"\d\s*阶\s*的?\s*B\s*[-—]?\s*树", text):
        text = patterns.sub(r"2\s*-\s*3\s*树", "3阶B树", text)
    reading = opened(text, ranges=True)
    if (fitting := page(text)) is not None:
        return fitting
    removed = [(match.start(), to_ints(match["keys"])) for match in reading.take_all(_REMOVED)]
    reading.refuse(
        r"发生了?(?:什么|怎样|啥)|之和|总和|相加|乘积|相差|之差|之比|之积|B\s*\+|B\s*\*|B加|2-3-4|2-4树|(?<!执行)删除(?!后的?|之后)|删去|删掉|合并|借|先序|前序|中序|原有|如图|下图"
    )
    two_three = reading.take_all(r"\(?(?:即|也就是|也称|又称|或称|也叫)*2-3树\)?") if reading.has("B") else []
    order = _order(reading)
    if two_three and order != 3:
        stay_out("2-3 trees are of order 3")
    if order is None and patterns.search("失败|外部", text) and not reading.has("阶"):
        order = 3  # failure nodes are one more than keys in trees of any order
        if not patterns.search(rf"失败{NODE}.*{KEYS}|{KEYS}.*(?:失败|外部)的?(?:外部)?{NODE}", reading.text):
            return None
    if order is None or not 3 <= order <= 512:
        return None
    _pass_explained_order(reading, order)
    reading.take_all(rf"\(?除了?(?:最下面|最底层)?的?{FAILURE}(?:以?外|之外)\)?")
    reading.take_all(_NOT_COUNTED)
    reading.take_all(r"\(?(?:含|包括|连同|算上)根(?:结点)?(?:所在)?的?(?:那一?层|一层)?(?:在内)?\)?(?=最|至|共|,|。|\)|$)")
    reading.take_all(rf"\(?(?:其中)?(?:失败|叶|外部)(?:{NODE})?[为在是]第\s*{INTEGER}\s*层\)?")
    reading.take_all(
        rf"(?:查找|检索|搜索)时?(?:其中)?(?:任|某|任意|给定)?[意何]?一?个?{KEYS}?(?:时|的过程中)?,?(?=[^,;。?\n]{{0,16}}(?:磁盘|盘|外存|访问|检查))"
    )
    # Every node that is visited is read from the disk: the most accesses are the greatest height.
    reading.take_all(
        r"(?:若|设|假设|已知)?(?:根(?:结点)?)?(?:不在内存|初始时?不在内存)中?(?=[,。;])|(?:每个|一个)结点(?:占|存放?在|为)?[一1]个?(?:磁盘块|盘块|物理块)(?=[,。;])"
    )
    if reading.has(SEQUENCE) or reading.has(r"(?<![A-Za-z])[A-Z](?:\s*[,、 ]\s*[A-Z](?![A-Za-z])){3,}"):
        return _inserted(reading, order, removed)
    if removed:
        stay_out("a tree that is not told")
    return bounds(reading, order)


def _pass_explained_order(reading: Reading, order: int) -> None:
    """Take what only says once more what the order means: `each node holds at most 4 keys` of a tree of order 5.

    Raises:
        StayOut: it says something else.
    """
    half = (order + 1) // 2
    for match in reading.take_all(
        rf"\(?(?:即|也就是说?|其中|规定)?,?(?:根(?:{NODE})?(?:除外|以外)的?|除了?根(?:{NODE})?(?:以?外)?,?的?)?(?:每个?|任一|任何|各|所有|一个)?(?:非根)?{NODE}[中里内]?的?(?:{KEYS}数?)?(?:可以?|能|应|都|含|有|存|放|存放|包含|容纳|为){{0,3}}(?P<bound>至多|最多|不超过|至少|不少于|最少)(?:可以?|能|应|都|含|有|存|放|存放|包含|容纳|为){{0,3}}\s*(?P<value>{INTEGER})\s*[个棵](?P<what>{KEYS}|子树|孩子|分支|指针|子女|)\)?"
    ):
        children = match["what"] and not patterns.fullmatch(KEYS, match["what"])
        bound = half if match["bound"] in ("至少", "不少于", "最少") else order
        if to_int(match["value"]) != bound - (0 if children else 1):
            stay_out("another order")


def _order(reading: Reading) -> int | None:
    return reading.take_one(
        (
            rf"(?<![\d第.])(?:m\s*=\s*)?(?P<value>{INTEGER})\s*阶的?(?:平衡)?\s*B\s*-?\s*树",
            r"(?<![A-Za-z])m\s*=\s*(?P<value>\d+)阶?的?(?=B\s*-?\s*树)",
            rf"B\s*-?\s*树的?,?(?:阶数?)m?(?:为|是|=)\s*(?P<value>{INTEGER})阶?",
            rf"B\s*-?\s*树,?的?(?:阶数)?[是为]?\s*(?P<value>{INTEGER})\s*阶",
            rf"(?<![\d第.])(?P<value>{INTEGER})\s*阶(?=\ue000|,)",
            rf"阶数?\s*m?\s*(?:=|为|是)\s*(?P<value>{INTEGER})",
            *((r"(?<![A-Za-z])m\s*=\s*(?P<value>\d+)",) if reading.take_all(r"(?<![A-Za-z])m\s*阶的?(?=\s*B)") else ()),
        ),
        to_int,
    )


def _inserted(reading: Reading, order: int, removed: list[tuple[int, tuple[int, ...]]]) -> Recognition | None:
    """Keys inserted one by one, and what is asked of the tree.

    Raises:
        StayOut: something else is said, or another key goes up than usual.
    """
    splitting = reading.take_all(_SPLITTING)
    middles = {to_int(match["middle"]) for match in splitting if match["middle"]}
    if middles - {(order + 1) // 2}:
        stay_out("another key goes up")
    questions = []
    # That a node splits is told, not asked.
    reading.take_all(rf"当?(?:插入\s*\d+\s*[时后],?)?根?{NODE}[会将要]?(?:发生|产生)(?:第[一二三四]次)?了?分裂(?=[,;。])")
    for name, pattern in _INSERTED:
        for match in reading.take_all(pattern):
            if name == "tree" and patterns.search("根|第|层|叶", reading.text[match.start() : match.end() + 2]):
                continue  # of the tree something else is asked
            groups = match.groupdict()
            of = groups.get("of") or groups.get("of2") or name.partition(":")[2]
            name = name.partition(":")[0]
            questions.append(Question(match.start(), name, str(to_int(of)) if of else ""))
    insertions = read_insertions(reading)
    if insertions is None or len(insertions.keys) > 60:
        return None
    reading.take_all(r"(?:初始时?为?)?空(?!指针|链)[的树]?|初始时?为?")
    if patterns.search("最少|最多|至少|至多", reading.rest):
        stay_out("bounds of a tree that is told")
    reading.take_all(FIRST)
    reading.refuse("线索|先(?!后|序)")
    settle_story(reading, [each.place for each in questions], OWN, WEAK)
    later = [each for each in questions if removed and each.place > removed[0][0]]
    asked = staged([each for each in questions if each not in later], insertions, reading)
    if not questions and not removed and not reading.has(r"多少|几|哪|什么|谁|[?]") and patterns.search(_MADE, reading.text):
        asked = ["tree"]  # what is made is asked for where nothing else is
    if removed:
        return _removed(insertions, order, asked, later, removed)
    if not asked:
        return None
    if insertions.added == 1 or insertions.marks:
        asked = [f"{each}@{insertions.keys[-1]}" if each == "split-need" else each for each in asked]
    # `Does inserting 70 split a node, and how often?`
    for place in range(1, len(asked)):
        if (
            asked[place] == "splits"
            and asked[place - 1].startswith("split-need@")
            and not patterns.search("一共|总共|整个|全部", reading.text)
        ):
            asked[place] = f"splits@{asked[place - 1].partition('@')[2]}"
    names = {"names": list(insertions.names)} if insertions.names else {}
    return Recognition(
        parameters={
            "task": "inserted",
            "order": order,
            "keys": list(insertions.keys),
            "asked": asked,
            "stated": bool(middles) or any("⌈" in match[0] for match in splitting),
            **names,
        },
        understood=(("阶", str(order)), ("插入次序", shown(insertions))),
    )


def _removed(
    insertions: Insertions, order: int, asked: list[str], later: list[Question], removed: list[tuple[int, tuple[int, ...]]]
) -> Recognition | None:
    """Keys deleted again, and what is asked of the tree before and after.

    Raises:
        StayOut: a key that is not in the tree, or something between the deletions.
    """
    gone = [key for _, keys in removed for key in keys]
    if insertions.names or len(set(gone)) != len(gone) or not set(gone) <= set(insertions.keys) or len(gone) >= len(insertions.keys):
        stay_out("what is deleted")
    if any(removed[0][0] < each.place < removed[-1][0] for each in later) or not later:
        stay_out("asked between deletions, or not at all")
    return Recognition(
        parameters={
            "task": "inserted",
            "order": order,
            "keys": list(insertions.keys),
            "asked": [*asked, *(f"{each.name}{':' + each.of if each.of else ''}@removed" for each in later)],
            "removed": gone,
            "stated": False,
        },
        understood=(("阶", str(order)), ("插入", shown(insertions)), ("删除", "、".join(map(str, gone)))),
    )
