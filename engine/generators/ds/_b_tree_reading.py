"""Reading problems about B-trees: keys inserted into an empty tree, and the bounds of keys, nodes and height."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.ds._blanks import prepared
from engine.generators.ds._clauses import WEAK, every_part_asked, finish, opened, refuse_open_questions
from engine.generators.ds._search_tree_questions import Question
from engine.generators.ds._search_trees import FIRST, read_insertions, shown, staged
from engine.generators.ds._stories import settle_story
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, SEQUENCE, Reading, stay_out, to_int

_NODE = r"(?:结点|节点)"
_FAILURE = rf"(?:最下面|最底下|最下层|最底层|最后)?(?:的)?(?:一层)?(?:叶子?(?:{_NODE})?(?:那?一?层)?[/、,(即或]*)?(?:所谓的)?(?:(?:查找)?失败|外部|空)(?:的)?(?:叶子?)?(?:{_NODE})?(?:所在)?(?:的)?(?:那一?层|这一?层|一?层)?\)?"
_NOT_COUNTED = (
    rf"\(?(?:设|其中|注:?|这里|此处|所有)*(?:B树)?(?:的)?(?:高度?|层数|树高|层次|深度)?(?:中|里)?(?:均|都|也)*(?:不(?:包?含|包括|计入?|算上?|考虑|把|加)|未含|除去?)(?:最下面|最底层|最底下|下面)?(?:的)?{_FAILURE}(?:算在内|计算在内|在内|算进去|算入|除外)?\)?"
    rf"|\(?(?:其中)?叶子?{_NODE}(?:是|为|即)(?:查找)?失败{_NODE},?(?:均|都|也)?(?:不(?:计入?|算|算入|包括在)(?:高度|层数|树高)?(?:内|中)?)\)?"
    rf"|\(?(?:外部|底下|最下面|那层|那一层)(?:的)?(?:那层)?空(?:的)?(?:失败)?{_NODE}(?:的)?(?:那一?|这一?)?层?(?:均|都|也)?不(?:计|算)(?:在内)?\)?"
    rf"|\(?{_FAILURE}(?:均|都|也)?不(?:计算在|包含在|计入?|算入|算在|算|计)(?:高度|层数|树高)?(?:内|里|之内|中)?\)?"
    rf"|\(?(?:B树)?(?:的)?(?:高度?|层数|树高|深度)?(?:均|都|也)*(?:不(?:包?含|包括|计入?|算上?|考虑)|未含|除去?)(?:最下面|最底层|最底下|下面)?(?:的)?叶子?{_NODE}(?:所在)?(?:的)?(?:那一?|这一?|一)?(?:查找)?(?:失败)?层(?:算在内|在内|除外)?\)?"
    rf"|\(?叶子?{_NODE}(?:所在)?(?:的)?(?:那一?|这一?|一)?层(?:均|都|也)?不(?:计算在|包含在|计入?|算入|算在|算|计)(?:高度|层数|树高)?(?:内|里|之内|中)?\)?"
    r"|\(?(?:均|都|也|这里|注:?)*不(?:包?含|包括|计入?|算上?|考虑|加)(?=[^,;。)]{0,16}(?:失败|外部|叶|空))(?:最下面|最底层|最底下|最下层|下面|最后|查找|失败|外部|空|叶子?|结点|所在|[那这一层的、/或和(即])+\)?(?:算在内|计算在内|在内|除外)?\)?"
    rf"|\(?(?:其中)?叶子?{_NODE}(?:是|指|即|为)(?:的)?(?:查找)?失败{_NODE}\)?"
)
_KEYS = r"(?:关键字|关键码|元素|数据|记录|key)"
_OWN = """
关键字 关键码 元素 数据 依次 插入 插 插到 插进 插进去 塞 塞进 放进 放入 逐个 挨个 一个一个 一个个  再 又 后 之后 完 时 先后 按顺序 顺序 次序 序列 一棵 棵 B树 B-树 树 结点 节点 最后 最终 构造 建立 建树 建成 建 空 空树 空的 初始 开始 从空树 全部 完成后 插完 插完后 插完之后 插完以后
过程 整个过程 中 里 小题 允许 层 高 高度 深度 阶 m n 数 总数 数目 个数 又 只 整数 情形 能 放 存 组织 索引 采用 过程中 各是 最后B树 的那个 该树 调整 共 发生 保持 包含 保存 装 容纳 画出来 都 分别 内部 内 所在 所在结点 那个 情况 分裂 含 有 为 取值 范围 的范围 已 已经 此时 则 满足 每 多少
"""
_SPLITTING = (
    rf"\(?(?:当)?(?:{_NODE})?(?:内)?(?:的)?{_KEYS}数?(?:达到|为|等于|超过|大于)(?:m|\d+)(?:-1)?(?:个)?(?:时|后)?(?:就)?(?:发生)?分裂,?\s*(?:第|将|把|取)*⌈\s*(?:\d+|m)\s*/\s*2\s*⌉(?:个)?{_KEYS}?(?:上移|上升|提升)?\)?|(?:{_NODE})?(?:溢出|分裂)?(?:时)?,?(?:将|把|取|由)?第⌈(?:m|\d+)/2⌉个(?:{_KEYS})?(?:上移|提升|上升)?"
    rf"|\(?(?:当|若|如果)?(?:{_NODE})?(?:内|中)?(?:的)?(?:{_KEYS}(?:个?数)?)?(?:发生|溢出|分裂|满了?|上溢|超出|过多|需要?|时|要)*(?:的时候|时|后)?,?(?:都|均|总是|则|就)?(?:将|把|取|由|以)?(?:其)?(?:正)?中间(?:位置)?(?:的)?(?:那个)?(?:的)?(?:{_KEYS})?(?:向上|往上)?(?:上移|上升|提升|升到?|提到?|移到?|送到?|送)(?:至|到|入|进)?(?:其)?(?:双亲|父亲?)?(?:{_NODE})?(?:中|里)?\)?"
    rf"|\(?(?:{_NODE})?(?:溢出|分裂|满)(?:时|后)?,?(?:将|把|取|由)?第\s*(?P<middle>{INTEGER})\s*个{_KEYS}?(?:上移|上升|提升|升到?(?:双亲|父{_NODE})|提到(?:双亲|父{_NODE}))\)?"
)
_INSERTED = (
    (
        "split-need",
        rf"(?:会不会|是否|有没有|是不是|要不要)(?:会)?(?:引起|发生|导致|产生|进行)?(?:{_NODE})?(?:的)?分裂|(?:会|要)(?:引起|发生|导致|产生)?(?:{_NODE})?分裂(?:吗|么|不)",
    ),
    (
        "causes",
        rf"分裂(?:是)?(?:发生|出现)在插(?:入)?(?:哪些|哪几个)(?:数|{_KEYS})?(?:的)?(?:时候?|后)?|(?:分裂)?(?:是)?(?:发生)?(?:在)?(?:插入?)?(?:哪些|哪几个|哪几次)(?:{_KEYS}|数)?(?:的)?(?:插入)?(?:时候?|后)?(?:会|引起|导致|发生|出现)*(?:了)?(?:{_NODE})?分裂|(?:分别|各|都)?(?:是)?(?:由|在)?(?:插入)?(?:哪些|哪几个|哪几次)(?:{_KEYS}|数)?(?:的)?(?:插入)?(?:时|后)?(?:所)?(?:引起|导致|造成|发生)(?:的)?",
    ),
    (
        "first-cause",
        rf"(?:第一次|第1次|首次|最先|最早)(?:的)?(?:{_NODE})?(?:的)?分裂(?:是)?(?:发生|出现)?(?:在)?(?:由)?插入?(?:哪(?:一)?个|谁|几)(?:{_KEYS}|数)?(?:的)?(?:时候?|后|引起的?)?|插入?(?:到)?(?:哪(?:一)?个|谁|几)(?:{_KEYS}|数)?(?:时候?|后)?(?:会)?(?:第一次|第1次|首次|最先|最早)(?:发生|出现|引起|导致)?(?:{_NODE})?(?:的)?分裂",
    ),
    (
        "promoted",
        rf"(?:是)?(?:哪(?:一)?个|谁)(?:{_KEYS}|数|元素)?(?:会|将|应该?|要)*(?:被)?(?:提|上移|上升|提升|升|挤|送)(?:到|至|上|去|入)*(?:父|双亲|根|上一?层)?(?:{_NODE})?(?:中|里)?(?:去)?",
    ),
    (
        "row:2",
        rf"(?:根{_NODE}?的)?左(?:、|和|与)?右(?:两个?)?(?:孩子|子树|子结点)(?:{_NODE})?(?:中|里)?(?:的)?(?:{_KEYS})?(?:分别|各|都|依次)*(?:包含|含有?|有|是|为|存放)*(?:哪些|什么|哪几个)?(?:{_KEYS})?",
    ),
    (
        "splits",
        rf"(?:一共|总共|共|发生|产生|进行|过程|要|会|引起|需要?)*(?:了)?(?:多少|几)次(?:{_NODE})?(?:的)?分裂|(?:{_NODE})?分裂(?:操作)?(?:了)?(?:一共|总共|共|发生|进行)*(?:了)?(?:的)?(?:总)?(?:次数|(?:多少|几)次)|次{_NODE}分裂",
    ),
    (
        "row-count",
        rf"第\s*(?P<of>{INTEGER})\s*层(?:上|里|中)?(?:的)?(?:一共|共|总共)?(?:有|含)?(?:(?:几|多少)个{_NODE}|{_NODE}(?:的)?(?:个数|数目|总数|数(?!据)))(?:是|为)?(?:多少|几)?",
    ),
    (
        "row",
        rf"第\s*(?P<of>{INTEGER})\s*层(?:上|里|中)?(?:的)?(?:各|都|有|是|为)*(?:哪些|哪几个|什么|全部|所有)*(?:{_NODE}|{_KEYS})*(?:从左(?:到|至|往)右)?(?:分别|依次|都|各)*(?:有|是|为)?(?:哪些|哪几个|什么|谁)?(?:{_NODE}|{_KEYS})?",
    ),
    (
        "levels",
        rf"(?:写出|给出|列出|画出)?(?:每一?层|各层|逐层)(?:上|的|分别|各)*(?:{_NODE}(?:里|中|内)?的?{_KEYS})?(?:有|是)?(?:哪些|什么)?(?:{_KEYS}|{_NODE})*(?:分别)?(?:是|有)?(?:哪些|什么)?(?=[?,。;]|$)|(?:最终|最后)的?(?:B树|树)(?:长|是)?(?:什么样子?)|(?:画出|给出|写出)(?:最终|最后|全部|插入(?:完(?:成)?)?(?:之?后|以后)?|建成|得到|所得)*(?:的)?(?:这棵|该|此)?(?:B\s*-?\s*)?树(?!的|根|中|里|上|各|每|叶|高|第)(?:\(?(?:按层|逐层|从上到下|自上而下)(?:依次)?(?:写出|给出|列出)(?:各|每个|所有)?(?:个)?(?:结点|关键字)?(?:的关键字)?\)?|\((?:也)?可?(?:以)?用?文字(?:逐层|按层|分层)?(?:地)?(?:描述|表示|说明|叙述|写出)(?:即可)?\))?",
    ),
    (
        "with",
        rf"(?:{_KEYS})?\s*(?P<of>\d{{1,4}})\s*(?:所在|在)(?:的)?(?:那个|哪个)?(?:叶子?)?{_NODE}(?:里|中|内)?(?:的)?(?:都|共|一共|还)?(?:含有?|有|包含|存放?)?(?:的)?(?:哪些|哪几个|什么|全部|所有)?(?:的)?(?:{_KEYS})?(?:有|是|为)?(?:哪些|什么)?|(?:和|与|跟)\s*(?P<of2>\d{{1,4}})\s*(?:在)?(?:同一个?{_NODE})(?:里|中)?(?:的)?(?:{_KEYS})?(?:还)?(?:有|是)(?:哪些|哪个|谁)?",
    ),
    (
        "leaf-list",
        rf"(?:所有|全部|各|每个)?(?:的)?叶子?(?:{_NODE})(?:从左(?:到|至|往)右)?(?:的)?(?:{_KEYS})?(?:分别|依次|各|都)*(?:有|是|为|含)(?:哪些|什么)(?:{_KEYS})?",
    ),
    (
        "leaves",
        rf"最(?:底|下)(?:面)?(?:的)?(?:一)?层(?:\([^()\d]{{0,8}}\))?(?:{_NODE})?(?:的)?(?:有)?(?:(?:多少|几)个{_NODE}|(?:{_NODE})?(?:的)?(?:总)?个?数(?:目)?)|(?:多少|几)个?叶子?(?:{_NODE})|叶子?(?:{_NODE})(?:的)?(?:个数|数目|数|(?:一共|总共|共|有)+(?:多少|几)个)",
    ),
    (
        "root",
        rf"(?:整棵)?(?:(?<![B-])树)?(?:的)?(?<!除)根{_NODE}?(?:上|里|中|内)?(?:面)?(?:所)?(?:的|包含的?|含有的?|含|保存的?|存放的?|有)*(?:哪些|哪几个)?{_KEYS}?(?:是|有)?(?:哪些|哪几个|什么|谁)?",
    ),
    (
        "height",
        r"(?:树)?(?:的)?(?:高度|深度|树高|层数|(?<=树)高|(?<=树的)高)(?:有)?(?:是|为)?(?:多少层|几层)?|(?:有|共|一共|总共)+(?:几|多少)层|树有几层|(?<=[,、;。后终])(?:有)?几层(?=[?,。;呢啊]|$)",
    ),
    ("nodes", rf"(?:共|一共|总共|有)*(?:多少|几)个{_NODE}|{_NODE}(?:的)?(?:总数|总个数|个数|数目)"),
    (
        "depth",
        rf"(?:{_KEYS})?(?P<of>\d{{1,4}})在(?:第)?(?:几|哪一?)层|查找(?:{_KEYS})?(?P<of2>\d{{1,4}})(?:时)?(?:需要?|要|共|会)*(?:访问|读取?|查找|经过)(?:了)?(?:多少|几)个{_NODE}",
    ),
)


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """A problem about a tree of a stated order; None where it is something else."""
    text = patterns.sub(r"(?<=最[底下]层)\((?:即|也就是)?(?:终端|叶子?)(?:结点|节点)(?:所在)?(?:的)?(?:那?一?层)?\)", "", prepared(text))
    text = patterns.sub(r"(?<=最[底下]层)(?:上)?(?:一共|总共|共)(?=有(?:几|多少)个)", "", text)
    if not patterns.search(r"B\s*[-—]?\s*树", text):
        text = text.replace("2-3树", "3阶B树")
    reading = opened(text, ranges=True)
    if (page := _page(text)) is not None:
        return page
    reading.refuse(
        r"发生(?:了)?(?:什么|怎样|啥)|之和|总和|相加|乘积|相差|之差|之比|之积|B\s*\+|B\s*\*|B加|2-3-4|2-4树|删除|删去|删掉|合并|借|先序|前序|中序|原有|如图|下图"
    )
    two_three = reading.take_all(r"\(?(?:即|也就是|也称|又称|或称|也叫)*2-3树\)?") if reading.has("B") else []
    order = _order(reading)
    if two_three and order != 3:
        stay_out("2-3 trees are of order 3")
    if order is None and patterns.search("失败|外部", text) and not reading.has("阶"):
        order = 3  # failure nodes are one more than keys in trees of any order
        if not patterns.search(rf"失败{_NODE}.*{_KEYS}|{_KEYS}.*(?:失败|外部)(?:的)?(?:外部)?{_NODE}", reading.text):
            return None
    if order is None or not 3 <= order <= 512:
        return None
    _pass_explained_order(reading, order)
    reading.take_all(rf"\(?除(?:了)?(?:最下面|最底层)?(?:的)?{_FAILURE}(?:以?外|之外)\)?")
    reading.take_all(_NOT_COUNTED)
    reading.take_all(r"\(?(?:含|包括|连同|算上)根(?:结点)?(?:所在)?(?:的)?(?:那一?层|一层)?(?:在内)?\)?(?=最|至|共|,|。|\)|$)")
    reading.take_all(rf"\(?(?:其中)?(?:失败|叶|外部)(?:{_NODE})?(?:为|在|是)第\s*{INTEGER}\s*层\)?")
    reading.take_all(
        rf"(?:查找|检索|搜索)(?:时)?(?:其中)?(?:任|某|任意|给定)?(?:意|何)?(?:一)?(?:个)?{_KEYS}?(?:时|的过程中)?,?(?=[^,;。?\n]{{0,16}}(?:磁盘|盘|外存|访问|检查))"
    )
    # Every node that is visited is read from the disk: the most accesses are the greatest height.
    reading.take_all(
        r"(?:若|设|假设|已知)?(?:根(?:结点)?)?(?:不在内存|初始(?:时)?不在内存)(?:中)?(?=[,。;])|(?:每个|一个)结点(?:占|存放?在|为)?(?:一|1)个?(?:磁盘块|盘块|物理块)(?=[,。;])"
    )
    if reading.has(SEQUENCE) or reading.has(r"(?<![A-Za-z])[A-Z](?:\s*[,、 ]\s*[A-Z](?![A-Za-z])){3,}"):
        return _inserted(reading, order)
    return _bounds(reading, order)


def _pass_explained_order(reading: Reading, order: int) -> None:
    """Take what only says once more what the order means: `each node holds at most 4 keys` of a tree of order 5.

    Raises:
        StayOut: it says something else.
    """
    half = (order + 1) // 2
    for match in reading.take_all(
        rf"\(?(?:即|也就是说?|其中|规定)?,?(?:根(?:{_NODE})?(?:除外|以外)的?|除(?:了)?根(?:{_NODE})?(?:以?外)?,?(?:的)?)?(?:每个?|任一|任何|各|所有|一个)?(?:非根)?{_NODE}(?:中|里|内)?(?:的)?(?:{_KEYS}数?)?(?:可以?|能|应|都|含|有|存|放|存放|包含|容纳|为){{0,3}}(?P<bound>至多|最多|不超过|至少|不少于|最少)(?:可以?|能|应|都|含|有|存|放|存放|包含|容纳|为){{0,3}}\s*(?P<value>{INTEGER})\s*(?:个|棵)(?P<what>{_KEYS}|子树|孩子|分支|指针|子女|)\)?"
    ):
        children = match["what"] and not patterns.fullmatch(_KEYS, match["what"])
        bound = half if match["bound"] in ("至少", "不少于", "最少") else order
        if to_int(match["value"]) != bound - (0 if children else 1):
            stay_out("another order")


def _order(reading: Reading) -> int | None:
    return reading.take_one(
        (
            rf"(?<![\d第.])(?:m\s*=\s*)?(?P<value>{INTEGER})\s*阶(?:的)?(?:平衡)?\s*B\s*-?\s*树",
            r"(?<![A-Za-z])m\s*=\s*(?P<value>\d+)(?:阶)?(?:的)?(?=B\s*-?\s*树)",
            rf"B\s*-?\s*树(?:的)?,?(?:阶数?)(?:m)?(?:为|是|=)\s*(?P<value>{INTEGER})(?:阶)?",
            rf"B\s*-?\s*树,?(?:的)?(?:阶数)?(?:是|为)?\s*(?P<value>{INTEGER})\s*阶",
            rf"(?<![\d第.])(?P<value>{INTEGER})\s*阶(?=\ue000|,)",
            rf"阶(?:数)?\s*m?\s*(?:=|为|是)\s*(?P<value>{INTEGER})",
            *((r"(?<![A-Za-z])m\s*=\s*(?P<value>\d+)",) if reading.take_all(r"(?<![A-Za-z])m\s*阶(?:的)?(?=\s*B)") else ()),
        ),
        to_int,
    )


def _large(text: str) -> int:
    """A number that may be told in ten thousands."""
    return to_int(text.rstrip("万 ")) * (10_000 if text.endswith("万") else 1)


def _page(text: str) -> Recognition | None:
    """The greatest order whose node fits into a page; None where that is not asked.

    Raises:
        StayOut: sizes are missing, or something else is said.
    """
    if not patterns.search(r"[页块]", text) or not patterns.search(r"指针", text) or not patterns.search(r"B\s*-?\s*树", text):
        return None
    reading = opened(text)
    sizes = {
        name: reading.take_one(
            rf"(?:每个|一个|各)?{words}(?:的)?(?:大小)?(?:占用?|为|是|长)?\s*(?P<value>\d+\s*(?:KB|B|字节))|(?P<other>\d+\s*(?:KB|B|字节))(?:的)?{words}",
            str,
        )
        for name, words in (("key", _KEYS), ("pointer", r"(?:子树)?指针"))
    }
    page = reading.take_one(r"(?P<value>\d+\s*(?:KB|B|字节))(?:大小)?(?:的)?(?:磁盘)?(?:页面?|块)", str) or reading.take_one(
        r"(?:磁盘)?(?:页面?|块)(?:的)?(?:大小)?(?:为|是)?\s*(?P<value>\d+\s*(?:KB|B|字节))", str
    )
    asked = reading.take_all(
        r"(?:阶数?)?\s*m\s*(?:的)?(?:值)?(?:最大|至多|最多)(?:值)?(?:取|为|是|可取|能取|可以是?)*(?:多少|几)?|最大(?:的)?阶数?\s*m?(?:是|为)?(?:多少)?|(?:最多|至多)(?:是|为|能是?)?(?:多少|几)阶"
    )
    reading.take_all(
        r"\(?(?:含|每个结点有)?m个(?:子树)?指针[、,和]m-1个关键字(?:[,,、]?(?:其他|其它)(?:信息)?(?:均)?(?:忽略|不计))?\)?|(?:其他|其它)(?:信息)?(?:均)?(?:忽略|不计)(?:不计)?|(?<![A-Za-z])m\s*阶|B\s*-?\s*树"
    )
    refuse_open_questions(reading)
    finish(reading, _OWN + " 正好 占 占用 磁盘 页 磁盘页 一个 m ( ) 每个 大小 刚好 存放在 一页 放入 放在 占满 块 磁盘块 对应", WEAK)
    key, pointer = sizes["key"], sizes["pointer"]
    if key is None or pointer is None or page is None or not asked:
        stay_out("sizes of a page")
    total, each, link = (int(patterns.sub(r"\D", "", told)) * (1024 if "K" in told.upper() else 1) for told in (page, key, pointer))
    return Recognition(
        parameters={"task": "page", "page": total, "key": each, "pointer": link},
        understood=(("页", f"{total} B"), ("关键字", f"{each} B"), ("指针", f"{link} B")),
    )


def _inserted(reading: Reading, order: int) -> Recognition | None:
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
    reading.take_all(rf"(?:当)?(?:插入\s*\d+\s*(?:时|后),?)?根?{_NODE}(?:会|将|要)?(?:发生|产生)(?:第[一二三四]次)?(?:了)?分裂(?=[,;。])")
    for name, pattern in _INSERTED:
        for match in reading.take_all(pattern):
            groups = match.groupdict()
            of = groups.get("of") or groups.get("of2") or name.partition(":")[2]
            name = name.partition(":")[0]
            questions.append(Question(match.start(), name, str(to_int(of)) if of else ""))
    insertions = read_insertions(reading)
    if insertions is None or len(insertions.keys) > 60:
        return None
    reading.take_all(r"(?:初始(?:时)?(?:为)?)?空(?!指针|链)(?:的|树)?|初始(?:时)?为?")
    if patterns.search("最少|最多|至少|至多", reading.rest):
        stay_out("bounds of a tree that is told")
    reading.take_all(FIRST)
    reading.refuse("线索|先(?!后|序)")
    settle_story(reading, [each.place for each in questions], _OWN, WEAK)
    asked = staged(questions, insertions, reading)
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


_PARTS = (
    ("least", r"至少|最少|最小值?|最低|最矮|下限|起码"),
    ("most", r"至多|最多|最大值?|最高|最深|上限|最坏(?:的)?(?:情况|情形)?下?"),
    ("both", r"(?:取值)?范围|(?:应)?满足(?=[\s()。?]*$)"),
    (
        "each",
        rf"(?:(?:每个|任一|任意|一个|其他|其余|所有|各)*根(?:{_NODE})?(?:以外|之外|外)的(?:每个|任一|任意|一个|其他|其余|所有|各|非叶|内部|分支)*{_NODE})|(?:每个|任一|任意|一个|其他|其余|其它|所有|各)*(?:除(?:了)?根(?:{_NODE})?(?:以?外|之外)?|非根)(?:的)?,?(?:每个|任一|任意|一个|其他|其余|其它|所有|各)*(?:的)?(?:(?:非(?:叶子?|终端|失败)|内部|分支)(?=(?:的)?{_NODE}))?(?:的)?(?:{_NODE})?|(?:其余|其他|其它)(?:的)?(?:每个|各|非叶子?|非终端|非失败|内部|分支)*{_NODE}",
    ),
    ("any", rf"(?:每个|每一个|任一|任意一?个?|一个|单个|各)(?:非叶子?|非终端|非失败|内部|分支)?(?:的)?{_NODE}"),
    ("tree", r"(?:该|这一?棵?|整棵?|此|全)(?:B\s*-?\s*)?树(?:中|里|内|上)?"),
    ("root", rf"根(?:{_NODE})?"),
    ("failure", rf"(?<!非)(?:叶子?{_NODE}?[/(、即或]*)?(?:查找)?\(?(?:失败|外部)\)?(?:的)?(?:\(?(?:失败|外部)\)?)?(?:的)?{_NODE}\)?"),
    (
        "visits",
        rf"(?:需要?|要|会|所需|所)*(?:的)?(?:读|访问|启动|存取|读写|检查|经过)(?:取|了)?(?:的)?(?:(?:多少|几)次)?(?:磁盘|盘|外存|{_NODE})(?:的)?(?:总?次数|个数|数目|数|(?:多少|几)次)?|(?:访问|检查|经过|读取?)(?:的)?(?:多少|几)个{_NODE}",
    ),
    ("nodes", rf"(?:非(?:叶子?|终端|失败))?{_NODE}(?:的)?(?:数目|个数|数)?"),
    ("keys", _KEYS),
    ("children", r"(?:棵)?(?:子树|孩子|分支|指针|子女)"),
    ("height", r"高度|树高|深度|层数|多少层|几层|(?<=[最树])高"),
)
_NOUNS = ("failure", "nodes", "keys", "children", "height")


def _bounds(reading: Reading, order: int) -> Recognition | None:
    """The least or the most of something in any tree of this order, or of so many levels, keys or nodes.

    Raises:
        StayOut: what is asked is not plain.
    """
    reading.take_all(
        rf"\((?:根{_NODE}?)?(?:非叶(?:子)?(?:{_NODE})?|不是叶(?:子)?(?:{_NODE})?)(?:时|的话)?\)|\(?(?:若|如果|当)?根(?:{_NODE})?(?:不是|非)叶(?:子)?(?:{_NODE})?(?:时)?\)?,?"
    )
    # The level of the failure nodes counted in: one level more.
    counted_in = bool(
        reading.take_all(
            rf"\(?(?:树高|高度|层数|深度)?(?:均|都)?(?:包括|包含|含|算上|计入)(?:最底层|最下层|最下面)?(?:的)?(?:叶子?{_NODE}?|失败{_NODE}|叶子?{_NODE}\(失败{_NODE}\))(?:所在)?(?:的)?(?:那一?|这一?)?层(?:在内)?\)?(?=[,;。)\s]|该|则|那么|其)"
        )
    )
    reading.refuse(
        rf"含(?:有)?(?:最底层)?(?:的)?{_FAILURE}|包括|算上|计入|(?<!非)叶(?!子?(?:{_NODE})?[/(、即或]*(?:查找)?(?:失败|外部))|平均|查找(?!失败)|比较|分裂|插入|第"
    )
    given: dict[str, int] = {}
    failing = reading.take_one(
        (
            rf"(?P<value>{INTEGER})个(?:叶子?{_NODE}[/(、即或]*)?(?:查找)?(?:失败|外部){_NODE}\)?",
            rf"(?:失败|外部){_NODE}(?:的)?(?:个?数|数目)?(?:为|是|有|=)(?P<value>{INTEGER})个?",
        ),
        to_int,
    )
    reading.take_all(r"(?<![A-Za-z])n\s*=\s*(?=\ue000)")
    height = reading.take_one(
        (
            rf"(?:高度?|深度|树高|层数)(?:h)?\s*(?:\ue000*)\s*(?:为|是|=|有|等于)?\s*(?P<value>{INTEGER})(?!\s*阶)(?:层)?(?:的)?",
            rf"(?:共|一共|总共|有)*(?P<value>{INTEGER})层(?:高)?(?:的)?",
        ),
        to_int,
    )
    nodes = reading.take_one(
        (
            rf"(?:含有?|有|包含|共)*(?P<value>{INTEGER})个非(?:叶子?|终端|失败){_NODE}",
            rf"非(?:叶子?|终端|失败)(?:{_NODE})(?:的)?(?:总)?(?:个?数|数目)?(?:共|一共|总共|有|为|是)*(?P<value>{INTEGER})个?",
        ),
        to_int,
    )
    count = reading.take_one(
        (
            rf"(?:含有?|有|包含|存放?|存储|容纳|具有|装)?(?:了)?(?<![\d.])(?P<value>{INTEGER}|\d+\s*万)\s*个{_KEYS}(?:的)?",
            rf"{_KEYS}(?:的)?(?:总?数|个数|数目|数量)(?:n)?(?:为|是|=)(?P<value>{INTEGER})",
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
    finish(reading, _OWN + " 最大 可达 可达到 达到 子树 孩子 棵 可以 几棵 多少棵 非叶 树 一棵 最坏 会 能 应 m阶 ( ) 数 目", WEAK)
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
                if at >= end and patterns.fullmatch(r"(?:可|能|会|要|有|含|需|存|放)*(?:多少|几)(?:[个棵].|棵)", text[end : at + 1])
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
