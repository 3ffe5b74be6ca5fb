"""Reading problems about red-black trees: keys inserted into an empty tree, and the bounds of height and nodes."""

from __future__ import annotations

from typing import Any

from engine.generators import patterns
from engine.generators.ds._blanks import prepared
from engine.generators.ds._clauses import WEAK, every_part_asked, finish, in_parts, opened, part_numbers, refuse_open_questions
from engine.generators.ds._search_trees.given_trees import take_given_tree
from engine.generators.ds._search_trees.questions import WHICH_THEY_ARE, Question, questions_about_keys, questions_about_tree, take_at
from engine.generators.ds._search_trees.same_asked import with_same_asked
from engine.generators.ds._search_trees.tree_reading import FIRST, read_insertions, shown, staged
from engine.generators.ds._stories import settle_story
from engine.generators.kind import Recognition
from engine.generators.patterns import caseless
from engine.generators.reading import INTEGER, stay_out, to_int

_NODE = r"(?:结点)?"
_OWN = """
关键字 依次 插入 插 插进 插进去 插到 塞 塞进 放进 加入 逐个 挨个 一个个 一个一个 连续 连续地  再 又 后 之后 完 时 先后 按顺序 按序 顺序 次序 插入次序 插入顺序 输入 序列 元素 结点 树 树中 该树 数据 空树 红黑 红黑树 各 各结点 每个结点 每个 结点颜色 颜色 连颜色 带颜色 一起 及颜色 插出来 插出来的 黑板 黑板上
最终 最后 开始 遍历 遍历序列 一棵 棵 调整后 调整 平衡 平衡调整 操作 旋转 旋转之后 染色 变色 重新着色 着色 根 树根 建树 建好 建完 建成后 插完 全部插完 插完之后 整个过程 过程 类型 数 整数 保存 值 完成后 全部 标出 标注 注明 标 并标明 也标上 它的 其 总共 新结点 分别 需要 要 情况 已 已经 刚 全 那些 哪些结点 变成 当前 结构
"""
# Empty leaves are no nodes here, however that is said; and which letters stand for the colours.
_NO_EMPTY_LEAVES = (
    r"\(?(?:注:?|其中|均|都|只|这里|结点数?)?(?:不|忽略|无需|不用|不必|不再|省略)(?:包?含|包括|考虑|计入?|算上?|画出?|统计|数|标出|显示)*(?:其|所有|全部|外部|空|虚构|哨兵|NIL|NULL|叶子?|结点|的|黑色?|[、/和或(])+(?:在内|除外|计算在内)?\)*"
    r"|\(?(?:叶子?(?:结点)?(?=[(\s]*(?:外部|空|NIL|NULL)))?[(\s]*(?:外部|空|虚构|哨兵|NIL|NULL)(?:空|叶子?|结点|的|[、/和或(])*\)?[均都也]?(?:不(?:计|算|考虑|画|包括|统计)|忽略|省略)(?:入|在内|数|算在内|不计)?\)?"
)
_SIGNS = r"\(?(?:其中|用|以|约定|分别用|注:?)*\s*(?:[BRbr]|黑|红)\s*(?:表示|代表|为|是|记为|=|:|-|标)?\s*(?:[BRbr]|黑|红)色?(?:结点)?\s*[,、;/和与]?\s*(?:[BRbr]|黑|红)\s*(?:表示|代表|为|是|记为|=|:|-|标)?\s*(?:[BRbr]|黑|红)色?(?:结点)?(?:表示|标注|标明|标出)?\)?"
_COLOURS_OF_ALL = r"(?:所有|全部|各|每个|每一个)个?(?:结点|关键字)(?:各|都|分别)*的?[是为]?(?:什么)?颜?色(?:分别)?[是为]?(?:什么)?|(?:此时|最终)?各?结点颜色(?=[?。]|$)"
_TURNING = (
    (
        "turn-need",
        r"(?:是否|用不用|要不要|需不需要|会不会|有没有|是不是)(?:要|需要?|会|发生|产生|进行|做)*(?:旋转|调整)|(?:会|要|需要?|用|应该?)(?:做|进行|发生)?(?:旋转|转)了?[吗不么]",
    ),
    ("recolourings", r"(?:一共|总共|共)?(?:进行|发生|做)?了?(?:多少|几)次(?:变色|染色|改色|着色)|(?:变色|染色)的?次数"),
    (
        "turn-count",
        r"(?:一共|总共|共|各)?(?:需要?|要|进行|发生|做|经过)*了?(?:多少|几)次单?旋转|旋?转了?的?总?(?:次数|(?:多少|几)次)[是为]?(?:多少)?",
    ),
    (
        "turn",
        r"[时后]?(?:进行|做|发生)的(?:旋转|调整)(?:类型)?(?:分别)?[是为]?(?:什么)?|(?:做|进行|发生|执行|作|属于|用|应该?|需要?|是)*了?的?(?:哪些?|哪种|什么|何种|怎样|怎么)(?:类型|样)?的?(?:旋转|调整)(?:操作|处理)?|(?:旋转|调整)的?(?:类型|方式|操作)?(?:分别)?[是为](?:什么|哪种|怎样的?)",
    ),
)


_DRAWN = r"(?:请|试|并|要求|再|最后)*[画给写]出(?:所|最终|最后|该|此|这棵|一棵|得到|建立|构造|创建|生成|插入(?:完成)?后?|的|相应){0,8}红黑树的?(?:形态|结构|图)?的?(?:这个|整个|全)?(?:创建|建立|构造|插入|生成)?的?(?:这个|整个|全)?(?:过程)?(?=[\s,;。?]|$)"
_MADE = r"(?:构造|建立|生成|创建|构建|建成|插入)[出成立]?到?(?:一棵|这棵|该|此|相应的?)?(?:初始时?为?)?(?:空的?)?红黑树中?"


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """The keys and what is asked of the tree, or a bound; None where it is something else."""
    text = patterns.sub(r"用\s*[(（]?[RBrb]\s*[/、]\s*[BRrb][)）]?\s*(?=标|注|表示)", "", text)
    text, told_tree = take_given_tree(with_same_asked(prepared(text)))
    # `After 10 is inserted`, and lists that have a name.
    text = patterns.sub(r"(?<![\d、\s])(?<!\d,)(?<!\d，)(\d{1,4})\s*被?(?:插入|插进去|放进去)[之以]?后", r"插入\1后", text)
    text = patterns.sub(r"(?<![A-Za-z])[A-Za-z]\s*=\s*[\[({]?(?=\d+\s*[,、，])", " ", text)
    text = patterns.sub(r"(?<![一-龥])?([红黑])点(?!数)", r"\1结点", text)
    reading = opened(caseless(_NO_EMPTY_LEAVES).sub("", text.replace("节点", "结点")), ranges=True)
    drawn = [Question(match.start(), "tree") for match in reading.take_all(_DRAWN)]
    if not (reading.take_all(r"红黑树?(?:T(?![A-Za-z]))?|RB(?:树|-?Tree)") or drawn):
        return None
    if (bound := _bound(text)) is not None:
        return bound
    choice = reading.take(
        r"(?:则|那么)?(?:下列|以下|下面)[各的]?(?:结点|关键字|选项)*[中里]?,?的?(?:结点|关键字)?中?,?(?:最终|最后)?的?(?:颜色)?(?:为|是|属于)(?P<colour>红|黑)色?的?(?:结点)?的?[是有]?(?:哪一?个)?(?=[\s()。?:]*$)"
    )
    reading.take_all(_SIGNS)
    signs = reading.take_all(
        r"\(?(?:其中)?[红黑]色?的?(?:结点)?就?[标写记用][成为作上]?\s*[RB],?[红黑]色?的?(?:结点)?就?[标写记用][成为作上]?\s*[RB]\)?"
    )
    # `What tree is it? Give its level order`: the second says what is wanted of the first.
    reading.take_all(
        r"(?:结果|最后|最终|得到的?)*[是为]?(?:什么样|怎样|怎么样|什么样子)的(?:一棵)?树[?,。](?=[^?。]{0,6}(?:写出|给出|画出|列出))"
    )
    reading.refuse(r"[红黑]色?的?(?:叶|分支|内部|非叶|非终端)|(?:叶|分支|内部)子?(?:结点)?[中里]?的?[红黑]")
    reading.refuse(r"(?<!不)(?:计入|包括|算上|算|计)(?:外部)?的?(?:空|外部|NIL)的?叶")
    reading.take_all(
        r"\(?(?:设|其中|约定|规定)?(?:每个)?新(?:插入)?的?(?:结点|元素)?(?:总是|都|均|默认|一律|先|初始|为|是)*[着涂染标]?[成为上作]?是?红色?的?(?:结点)?(?:插入)?\)?(?=[,。;:)\s]|$)"
        r"|(?:不|忽略|不考虑|不计|不算|不画)*(?:含|考虑|计|算|画)?(?:外部)?的?(?:空|外部|NIL|虚构的?)的?叶子?(?:结点)?(?:不(?:计|算|考虑|画)(?:在内)?)?|\(?(?:变色|染色|着色|换色|改色)的?不[算计](?:在内)?\)?"
    )
    reading.refuse(
        r"发生了?(?:什么|哪些|怎样|啥)|之和|总和|相加|乘积|相差|之差|之比|之积|删除|删去|删掉|AVL|平衡二叉|B\s*-?\s*树|性质|已有|原有|原来|叔|爷|祖父|最少|最多|至少|至多|自顶向下|左倾|左偏|外部|空结点|重复|黑板上画"
    )
    reading.take_all(r"\(?(?:其中)?从根(?:结点)?(?:开始|往下)?[数起算]+,?\)?|(?<![A-Za-z])T(?=中|的|里|[,。])")
    reading.take_all(r"(?:老师)?黑板上?的?|\(?(?:左右旋|左旋和?右旋|左旋、右旋|单旋)(?:各|都|分别)[算计]作?一次\)?")
    # The subtree that a node asked about is the root of says nothing more.
    reading.take_all(r"在?以\s*\d{1,4}\s*为根(?:结点)?的(?:这棵?)?子树[中里内]?,?(?=(?:关键字|结点)?\s*\d)")
    with_colours = bool(
        reading.take_all(r"(?<=结点)(?<!根结点)的?(?:及其?|和其?|与其?|以及其?)(?:它们的?|各自的?|相应的?|对应的?)?的?颜色")
    )
    questions = []
    if patterns.search(r"不(?:含|包括|包含|计|算)[^,。;]{0,8}(?:空|外部|NIL|叶)", text) and not patterns.search(
        "不(?:含|包括|计|算)根", text
    ):
        questions += [
            Question(match.start(), "black-height")
            for match in reading.take_all(
                r"从?根(?:结点)?到达?(?:任一|任意|任何|每个|某个|各|一个)*(?:空|外部|NIL)?叶?子?\(?空?\)?(?:结点)?的?(?:任一|任意|每|一)?条?(?:简单)?路径[上中]?[的所]?[各都]?(?:含有?|有|包含|经过)?的?(?:几个|多少个)?黑色?结点的?(?:个?数|数目|数量)?(?:[(,]+(?:含|包括|包含|计|算上)根(?:结点)?(?:在内)?)?\)?[是为有]?(?:多少|几)?个?"
            )
        ]
    for match in reading.take_all(
        rf"树?根{_NODE}的?(?:关键字|值)?[是为]?(?:谁|几|多少|哪个|什么)?(?:[,、?\s]|又|和|与|并|及|是|为|其)*的?(?:颜色|什么颜?色|哪种颜色)"
    ):
        questions += [Question(match.start(), "root"), Question(match.start(), "with-colour")]
    coloured = bool(
        reading.take_all(
            r"[并及和且]*(?:标明|注明|标出|标上|带上?|写上|标注|标|连同?|写明)(?:各|每个?|所有)?个?(?:结点)?的?(?:颜色|红黑色?)"
        )
    )
    questions += [Question(match.start(), "colours") for match in reading.take_all(_COLOURS_OF_ALL)]
    counted = reading.take_all(rf"(?<![\d第])这?(?P<count>{INTEGER})个(?:结点|关键字)的?(?:各|都|分别)+的?[是为](?:什么|哪种|何种)颜?色")
    questions += [Question(match.start(), "colours") for match in counted]
    questions += questions_about_keys(reading, colours=True)
    for colour, name in (("红", "red"), ("黑", "black")):
        for what, pattern in (
            (
                "list",
                rf"(?:全部|所有|哪些|哪几个|有哪些)的?{_NODE}[是为]?的?{colour}色?的?{_NODE}|{colour}色?的?(?:关键字|结点|数)?(?:都|分别|依次|变成|变为|会|是|有|为|成)*了?(?:哪些|哪几个|谁|什么)|(?<!个)(?<!几)(?<!多少){colour}色?的?结点的?(?:关键字)?(?:都|分别|依次)*[有是为](?=[\s()。:?]*$)",
            ),
            (
                "count",
                rf"(?:有|共有|一共)*(?:几|多少)个?(?<!外部){colour}色?的?结点|(?<!外部){colour}色?的?结点的?(?:总?个?数|个数|数目|数量)[是为有]?(?:(?:多少|几)个?)?|(?<!外部){colour}色?的?结点(?:一共|总共|共)?有?(?:多少|几)个|(?:多少|几)个{_NODE}[是为]{colour}色?的?",
            ),
            ("list", rf"(?<!外部){colour}色?的?结点"),
        ):
            for match in reading.take_all(pattern):
                questions.append(Question(match.start(), f"{name}-{what}"))
                if what == "count" and take_at(reading, match.end(), WHICH_THEY_ARE):
                    questions.append(Question(match.end(), f"{name}-list"))
    turning = [Question(match.start(), name) for name, pattern in _TURNING for match in reading.take_all(pattern)]
    if any(each.name == "turn-need" for each in turning):
        turning = [each for each in turning if each.name in ("turn-need", "turn-count")]
    questions += [
        Question(match.start(), "black-height")
        for match in reading.take_all(r"[树根]?的?黑色?高度?(?:\(?不?(?:含|包括|计)(?:根|自身)?[^)]{0,4}\))?(?!度)")
    ]
    coloured = (
        coloured
        or bool(signs)
        or with_colours
        or bool(
            reading.take_all(
                r"(?:各|每个|所有)?结点[都均也]?[标注][上明出注]?是?(?:红|黑|颜色)(?:[/、或和与]?是?黑)?色?|\(?[并及和且]*(?:标明|注明|标出|标上|带上?|写上|标注|标|连同?|含|写明)(?:各|每个?)?个?(?:结点)?的?(?:颜色|红黑色?)\)?|(?:各|每个)?(?:结点)?的?(?:颜色)"
            )
        )
    )
    of_tree = questions_about_tree(reading)
    if coloured and not {"level", "pre", "in", "post", "levels", "row"} & {each.name for each in of_tree}:
        stay_out("colours of what")
    reading.take_all(r"(?:树|\ue000)?是(?:一[种棵])?(?:近似|弱)?自?平衡的?(?:二叉(?:查找|排序|搜索)?树)?(?=[,。;])")
    insertions = read_insertions(reading, None if told_tree is None else ("pre", told_tree.keys))
    if insertions is None:
        return None
    if any(to_int(match["count"]) != len(insertions.keys) for match in counted):
        stay_out("the colours of some")
    reading.take_all(r"(?:初始时?(?:状态)?[均都]?为?|一棵|一个)?空(?!指针|链)的?树?|初始时?|(?<!个)是谁")
    reading.take_all(FIRST)
    reading.refuse("线索|先(?!后|序)")
    settle_story(reading, [each.place for each in (*questions, *of_tree, *turning)], _OWN, WEAK, parted=in_parts(text))
    numbers = part_numbers(text)
    of_part = len(numbers) > 1 and patterns.search(_DRAWN, text[numbers[0][0] :]) is not None
    if drawn and (not (questions or of_tree or turning) or of_part):
        of_tree += drawn[:1]
    elif (
        not (questions or of_tree or turning or reading.has(r"多少|几|哪|什么|谁|[?]"))
        and choice is None
        and caseless(_MADE).search(reading.text)
    ):
        of_tree.append(Question(len(reading.text), "tree"))  # what is made is asked for where nothing else is
    with_colour = any(each.name == "with-colour" for each in questions)
    questions = [each for each in questions if each.name != "with-colour"]
    asked = staged([*questions, *of_tree, *turning], insertions, reading)
    if choice is not None and not asked and not insertions.names and told_tree is None:
        return Recognition(
            parameters={"task": "choice", "keys": list(insertions.keys), "red": choice["colour"] == "红"},
            understood=(("插入次序", shown(insertions)), ("求", f"哪个结点为{choice['colour']}色")),
        )
    if not asked or insertions.names or choice is not None:
        return None
    if insertions.added or insertions.marks:
        asked = [f"{each}@{insertions.keys[-1]}" if each in ("turn", "turn-need") else each for each in asked]
    parameters: dict[str, Any] = {"keys": list(insertions.keys), "asked": asked}
    if told_tree is not None:
        if told_tree.reds is None:
            stay_out("a tree without colours")
        parameters |= {"given": list(told_tree.keys), "reds": list(told_tree.reds)}
    if coloured:
        parameters["coloured"] = True
    if with_colour:
        parameters["with_colour"] = True
    return Recognition(parameters=parameters, understood=(("插入次序", shown(insertions)),))


_BLACK_HEIGHT = (
    r"[\(,]*(?:其中|这里)?(?:结点的?)?黑高度?(?:是?指|为|是|即|定义为|就是)*从(?:该|某个?|一个)?根?结点(?:出发)?,?\(?,?(?:不(?:含|包括|包含|计)(?:该结点|自身|它本身|本身|它|自己))\)?,?到达?(?:任一|任意|某个?|其|一个|每个)*(?:空|外部|NIL)?叶子?(?:结点)?的?"
    r"(?:任[一意](?:一?条)?)?(?:简单)?的?路径上(?:所有)?的?黑色?结点的?[总个]?数目?,?\(?(?:(?:但|其中)?(?:含|包括|计入)(?:空|外部|NIL)叶?子?(?:结点)?|(?:空|外部|NIL)叶?子?(?:结点)?也?(?:计入|算|计算在内|算在内|计))?\)?"
)
"""The usual definition, which counts the empty leaf, not the node itself: for a black root as many as with the root and without the leaf."""
_BOUNDS = (
    ("most", r"至多|最多|最大值?|上限|不超过"),
    ("least", r"至少|最少|最小值?"),
    ("nodes", r"(?:多少|几)?个?(?:内部)?结点的?(?:总?数|个数)?"),
)


def _bound(text: str) -> Recognition | None:
    """A bound told by one number: nodes of a black height, the height of so many nodes, the longest path; None where none is asked.

    Raises:
        StayOut: another way of counting, or something else is said.
    """
    if patterns.search(r"\d\s*[,、]\s*\d+\s*[,、]\s*\d|\d \d+ \d|插入", text):
        return None
    trial = opened(text)
    trial.take_all(r"红黑树?")
    trial.take_all(_BLACK_HEIGHT)
    # Without the black root and with the empty leaf there are as many as with the root and without the leaf.
    usual = trial.take_all(
        r"\(?(?:其中)?(?:黑高)?度?[均都]?不(?:计|含|包括|包含|算)根(?:结点)?(?:本身|自身|自己)?[,、]?[但而]?要?(?:计|含|包括|包含|算)[入上]?(?:外部|空|NIL|叶|子|结点|的|[(])+\)?\)?"
    )
    text = text if not usual else ""
    if "不含根" in text or "不包括根" in text or "不算根" in text or "不计根" in text:
        stay_out("a black height without the root")
    trial.take_all(
        r"\(?(?:其中|高度)*(?:从根(?:结点)?(?:开始)?数?(?:黑结点|起)*,?)?(?:含|包括|包含)?根?(?:在内)?[,、]?不(?:含|包括|计|算)(?:外部|空|NIL|叶|子|结点|的)+,?(?:从根(?:结点)?(?:开始)?数?(?:黑结点|起)*,?)?(?:含|包括|包含)?根?(?:在内)?\)?"
    )
    ceiling = trial.take_all(
        r"(?:高度)?\s*h?\s*(?:不超过|≤|<=|最多为?|(?<=上界)|(?<=上限))\s*2\s*[×*]?\s*log_?(?:2|₂)?\s*\(\s*n\s*\+\s*1\s*\)"
    )
    shortest = trial.take_one(rf"最短的?路径的?(?:长度?)?[有为是含]*\s*(?P<value>{INTEGER})\s*(?:条边)?(?!\s*个)", to_int)
    longest = trial.take_all(r"最长的?路径的?(?:长度?)?(?:最多|至多|不超过)?[有是为]?(?:多少|几)?(?:条边)?")
    black = trial.take_one(rf"黑色?高度?(?:bh)?\s*(?:\ue000*)\s*(?:是|为|=|等于)*\s*(?P<value>{INTEGER})", to_int)
    count = trial.take_one((r"(?<![\d.])n\s*=\s*(?P<value>\d+)", rf"(?P<value>{INTEGER})个(?:内部)?(?:结点|关键字)"), to_int)
    all_black = trial.take_all(r"且?[全都均]部?[为是]?黑色?的?(?:结点)?")
    tallest = trial.take_all(
        r"(?:高度|树高)的?(?:上限|上界|最大值?|最高|最多|不超过)[是为]?(?:多少|几)?层?|最大的?(?:高度|树高)|最[高多][有是]?(?:多少|几)层"
    )
    height = [] if tallest else trial.take_all(r"其?(?:高度|树高)[是为]?(?:多少|几)?")
    words = [name for name, pattern in _BOUNDS for _ in trial.take_all(pattern)[:1]]
    if (black is None and count is None and shortest is None) or not (words or tallest or height or longest):
        return None
    refuse_open_questions(trial)
    finish(
        trial,
        "结点 内部 内部结点 含有 n 个 树 高度 h 时 那 高 一棵 来着 上限 的 棵 含 里 ( ) 根 到 某 叶 外部 外部结点 叶子 路径 边 条 有 最 从 根到 则 任一 全黑",
    )
    if black is not None and count is None and shortest is None and "nodes" in words and not tallest and not height and 1 <= black <= 15:
        asked = [name for name in ("least", "most") if name in words]
        return Recognition(
            parameters={"task": "of-black-height", "black": black, "asked": asked} if asked else stay_out("least or most"),
            understood=(("黑高", f"{black}（从根起的黑结点数，不计外部结点）"), ("求", "内部结点数")),
        )
    if count is not None and black is None and shortest is None:
        if tallest and ceiling and 1 <= count <= 10**9:
            return Recognition(
                parameters={"task": "ceiling", "count": count}, understood=(("内部结点", f"{count} 个"), ("求", "高度的上限 2log₂(n+1)"))
            )
        if height and all_black and not words[:-1] and (count + 1) & count == 0:
            return Recognition(
                parameters={"task": "all-black", "count": count}, understood=(("全黑的内部结点", f"{count} 个"), ("求", "高度"))
            )
    if shortest is not None and longest and black is None and count is None and 1 <= shortest <= 1000:
        return Recognition(
            parameters={"task": "longest", "shortest": shortest}, understood=(("最短路径", f"{shortest} 条边"), ("求", "最长路径"))
        )
    stay_out("a bound without its number")
