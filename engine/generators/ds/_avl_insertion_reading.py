"""Reading problems about AVL trees: keys inserted one by one, and the fewest nodes of a height."""

from __future__ import annotations

from typing import Any

from engine.generators.ds._clauses import finish, opened, refuse_open_questions
from engine.generators.ds._search_trees import (
    Question,
    questions_about_keys,
    questions_about_tree,
    read_given_tree,
    read_insertions,
    shown,
    staged,
)
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_NAMED = r"(?:平衡二叉(?:排序|搜索|查找|树)*树?|(?:自)?平衡(?:的)?(?:二叉)?(?:查找|排序|搜索)?树|AVL树?)(?:\s*\(?\s*(?:AVL|平衡二叉树)(?:树)?\s*\)?)?(?:[TA](?![A-Za-z]))?"
_OWN = """
关键字 依次 插入 插 插进 插进去 插到 塞 塞进 放进 加入 逐个 挨个 一个个 一个一个 个个 顺次 先 再 又 后 之后 完 时 失衡结点 失衡的结点 失衡点 不平衡结点 失去平衡 高度 先后 按顺序 按序 按此顺序 顺序 次序 先后顺序 输入 输入序列 输入顺序 元素 结点 树 树中 二叉 二叉树 该树 数据 空树 原树 新树 空 为空 空的
最终 最后 开始 遍历 遍历序列 一棵 棵 调整后 平衡 调整 平衡调整 平衡化 平衡处理 操作 按字母序 失衡 引起 导致 旋转 旋转之后 根 建树 建好 建完 建成后 插完 全部插完 插完之后 整个过程 过程 类型 型 数 整数 层次 保存 值 最低 不平衡 使得 保持 已 已经 已含 刚 属于 应 分别 英文单词 单词 发生 出现 做 得到的 全部 完成后 恢复 恢复平衡 当前 每次 表 构造平衡二叉排序树 排序树 哪种 依次做了
"""
_SORT = r"(?:LL|RR|LR|RL)"
_DOUBLE_ONCE = r"(?:单旋(?:转)?)?[、和与]?双旋(?:转)?(?:都|均|各|也|只)*(?:算|计|记)(?:作|为|成)?(?:一|1)次"
_DOUBLE_TWICE = r"双旋(?:转)?(?:都|均|各)?(?:算|计|记)(?:作|为|成)?(?:两|二|2)次"
_UNBALANCED = (
    r"(?:(?:最低|最小|最先|首先|距.{0,6}最近)(?:的)?)+(?:失衡|失去平衡|不平衡)(?:的)?(?:结点|子树(?:的)?(?:树)?(?:根(?:结点)?)?)(?:的)?(?:关键字|值)?(?:分别)?(?:是|为)?(?:谁|哪个|几|多少)?"
    r"|失去平衡的最[小低]子树(?:的)?(?:根(?:结点)?)?|(?<!首次)(?:失衡|失去平衡|不平衡)(?:的)?(?:结点|点)(?:的)?(?:关键字|值)?(?:是|为)(?:谁|哪个|几|多少|哪一个)|哪个结点(?:先|首先|会)?(?:失衡|失去平衡|不平衡)|(?:以)?(?:谁|哪个结点)为根的子树(?:失衡|失去平衡)"
)
_ACTION = r"(?:平衡)?(?:旋转|调整|失衡|不平衡)"
_TURNING = (
    (
        "causes",
        rf"插入(?:了)?(?:哪些|哪几个)(?:关键字|结点|元素|数)?(?:时|后)?(?:会|需要?|要|引起|引发|导致|发生|做|进行)*(?:了)?{_ACTION}|(?:哪些|哪几个|哪几次)(?:关键字|结点|元素|数)?(?:的)?(?:插入)?(?:时|后)?(?:会|需要?|要|引起|引发|导致|发生|做|进行)+(?:了)?{_ACTION}",
    ),
    (
        "first",
        rf"(?:插入)?(?:到)?(?:哪(?:一)?个|几)(?:关键字|结点|元素|数)?(?:的)?(?:插入)?(?:时|后)?(?:会|引起|导致|发生|出现)*(?:第一次|首次|最先|最早)(?:发生|出现|引起|需要?)?{_ACTION}|(?:第一次|首次|最先|最早)(?:发生|出现|引起|导致)?(?:的)?{_ACTION}(?:是|发生|出现)?(?:在)?(?:由)?(?:插入)?(?:哪(?:一)?个|谁|几)(?:关键字|结点|元素|数)?(?:时|后|引起)?",
    ),
    (
        "turn-count:double",
        r"(?:一共|总共|共|有)*(?:做|进行)?(?:了)?(?:多少|几)次双旋(?:转)?(?:\([^)]*\))?|双旋(?:转)?(?:\([^)]*\))?(?:一共|总共|共|有)*(?:做|进行)?(?:了)?(?:(?:多少|几)次|次数)",
    ),
    (
        "turn-count:single",
        r"(?:一共|总共|共|有)*(?:做|进行)?(?:了)?(?:多少|几)次单旋(?:转)?(?:\([^)]*\))?|单旋(?:转)?(?:\([^)]*\))?(?:一共|总共|共|有)*(?:做|进行)?(?:了)?(?:(?:多少|几)次|次数)",
    ),
    (
        "turn-count:{}",
        rf"(?P<sort>{_SORT})型?(?:的)?(?:旋转|调整|失衡)?(?:一共|总共|共|有|发生|做|进行|出现)*(?:了)?(?:的)?(?:(?:多少|几)次|次数)|(?:多少|几)次(?P<sort2>{_SORT})型?(?:的)?(?:旋转|调整|失衡)?",
    ),
    (
        "adjust-count",
        r"(?:一共|总共|共|各|分别)*(?:会|应该?|需要?|要)*(?:做|进行|发生|执行|经过|产生)*(?:了)?(?:多少|几)次(?:平衡)?(?:调整|失衡)(?!\(旋转)(?:操作)?|(?:平衡)?调整(?:了)?(?:的)?(?:总)?(?:次数|(?:多少|几)次)|失衡(?:了)?(?:的)?(?:次数|(?:多少|几)次)",
    ),
    (
        "turn-count",
        r"(?:一共|总共|共|各|分别)*(?:会|应该?|需要?|要)*(?:做|进行|发生|执行|经过|产生)*(?:了)?(?:多少|几)次(?:平衡)?(?:旋转|调整\(旋转\))(?:操作)?|(?:一共|总共|共|需|要|得)*(?:旋?转|旋转调整)(?:了)?(?:的)?(?:总)?(?:多少|几)(?:次|回)|旋转(?:操作)?(?:的)?(?:总)?次数",
    ),
    (
        "turn-need",
        r"(?:是否|用不用|要不要|需不需要|会不会|有没有|是不是)(?:要|需要?|会|发生|产生|进行|做|导致|引起)*(?:平衡)?(?:旋转|调整|失衡|失去平衡)|(?:会|要|需要?|用|应该?)(?:做|进行|发生)?(?:平衡)?(?:旋转|转|调整|失衡)(?:了)?(?:吗|不|么)",
    ),
    (
        "turn",
        rf"(?:依次|分别|各)*(?:会|应该?|需要?|要)*(?:做|进行|发生|执行|采用|用|产生|作|属于|是|为)*(?:了)?(?:的)?(?:是)?(?:哪些?|哪种|哪几种|哪一种|什么|何种|什么样的)(?:类型|型)?(?:的)?{_ACTION}(?:操作|处理|类型)?|{_ACTION}(?:操作)?(?:的)?(?:类型|方式)?(?:依次|分别|应)*(?:属于|是|为)(?:什么|哪种|哪些|哪几种|哪一种|何种)(?:类型|型)?(?:的)?(?:旋转|调整)?|(?:进行|做|采取)?(?:的)?{_ACTION}(?:操作)?(?:的)?(?:类型|方式|名称|种类)|(?:进行|做)的(?:旋转|调整)(?:分别)?(?:是|为)?|(?:属于|是)?(?:什么|哪种|何种|哪一种)型(?:的)?(?:旋转|调整|失衡)?|怎么(?:旋转|转|调整)",
    ),
)


def recognise(text: str) -> Recognition | None:
    """A problem about insertions, or about the fewest nodes; None where it is something else."""
    reading = opened(text, ranges=True)
    once = bool(reading.take_all(_DOUBLE_ONCE))
    twice = bool(reading.take_all(_DOUBLE_TWICE))
    reading.take_all(rf"\(?{_SORT}型?(?:\s*[/、,或]\s*{_SORT}型?){{1,3}}(?:里|中)?(?:选一个|选哪个|哪个|哪种|四选一)?\)?")
    reading.refuse(
        r"红黑|B\s*-?\s*树|删除|删去|删掉|结点[xabc]|左子树(?!\(?(?:的)?(?:高|减|深))|右子树(?!的?(?:高|深))|祖先|最坏|递归|函数|重复|相同关键字"
    )
    if not reading.take_all(_NAMED):
        return None
    bounds = _bounds(reading)
    if bounds is not None:
        return bounds
    reading.refuse(r"最少|最多|至少|至多|最大高度|最小高度")
    reading.take_all(r"(?:后|,)?(?:均|都)?(?:没有|未|没)(?:发生)?(?:失衡|不平衡|失去平衡|调整)(?=[,。;])")
    given_tree = read_given_tree(reading)
    turning = []
    for name, pattern in _TURNING:
        for match in reading.take_all(pattern):
            sort = next((group for group in match.groupdict().values() if group), "")
            what, _, of = name.format(sort).partition(":")
            turning.append(Question(match.start(), what, of))
    last_turn = reading.take_all(r"最后(?:的)?一次(?:平衡)?(?:调整|旋转|失衡)?(?:时)?(?!插入)")
    where = [Question(match.start(), "unbalanced") for match in reading.take_all(_UNBALANCED)]
    questions = questions_about_keys(reading)
    of_tree = questions_about_tree(reading)
    insertions = read_insertions(reading, given_tree)
    if insertions is None:
        return None
    reading.take_all(
        r"(?:初始(?:时)?(?:状态)?(?:均|都)?为?|一棵|一个)?空(?:的)?(?:树)?|初始(?:时)?|从空树(?:开始|出发)|空树|[TA](?=中)|LR\+RL算一起"
    )
    refuse_open_questions(reading)
    finish(reading, _OWN)
    asked = staged([*questions, *of_tree, *turning, *where], insertions, reading)
    if not asked:
        return None
    if insertions.marks or insertions.added == 1:
        own = ("turn", "turn-need", "unbalanced")
        single = insertions.added == 1 or insertions.marks[-1][1] == insertions.keys[-1]
        asked = [f"{each}@{insertions.keys[-1]}" if each in own and single and not last_turn else each for each in asked]
    if last_turn:
        if "turn" not in asked:
            stay_out("the last rotation")
        asked = ["last-turn" if each == "turn" else each for each in asked]
    parameters: dict[str, Any] = {"keys": list(insertions.keys), "asked": asked}
    if insertions.names:
        parameters["names"] = list(insertions.names)
    understood: tuple[tuple[str, str], ...] = (("插入次序", shown(insertions)),)
    if insertions.given is not None:
        order, given = insertions.given
        parameters |= {"given": list(given), "given_order": order}
        understood = ((f"原树的{'先序' if order == 'pre' else '层序'}", listed(given)), *understood)
    if once or twice:
        parameters["double"] = 2 if twice else 1
    return Recognition(parameters=parameters, understood=understood)


def _bounds(reading: Reading) -> Recognition | None:
    """The fewest nodes of a height, or the greatest height of so many nodes; None where neither is asked.

    Raises:
        StayOut: the height is counted from 0, or something else is said.
    """
    # Every inner node leaning is the tree with the fewest nodes.
    leaning = reading.take_all(
        r"(?:且|,)*(?:其)?(?:所有|每个|各|全部)?(?:的)?非(?:叶子?|终端)(?:结点|节点)(?:的)?平衡因子(?:均|都|全)?(?:为|是)1"
    )
    fewest = reading.take_all(
        r"(?:至少|最少)(?:得|要|需要?|应该?|含|有|包含|具有|含有|拥有|可以)*(?:的)?(?:多少|几)?(?:个)?(?:结点|节点|元素)(?:的)?(?:总?数|个数|数目)?(?:是|为)?(?:多少|几)?(?:个)?"
        r"|(?:结点|节点)(?:的)?(?:总)?(?:个数|数目?|数量)(?:至少|最少)(?:是|为|有)?(?:多少|几)?(?:个)?|最[少小](?:的)?(?:结点|节点)(?:个)?数(?:目|量)?"
    )
    if leaning and not fewest:
        fewest = reading.take_all(
            r"(?:结点)(?:的)?(?:总)?(?:数|个数|数目)|(?:共|一共|总共)?有?(?:多少|几)个?结点|(?:共|一共|总共)?有结点(?:多少|几)个?"
        )
    reading.take_all(r"\(?(?:设|约定|其中)?(?:只有|仅有)?(?:一个)?(?:根)?结点(?:时|的树)?(?:的)?(?:高度|深度)?(?:为|是|算)1(?:层)?\)?")
    tallest = reading.take_all(
        r"最大(?:的)?(?:高度|深度|层数)|(?:高度|深度)最大|(?:高度|深度)(?:最多|至多)|最[高多深](?:可|能|可以|可能)?(?:有|到|达)?(?:多少|几)层|(?:最高|最深)(?:多少|几)?层?"
    )
    if not fewest and not tallest:
        return None
    level = reading.take_one(
        (
            rf"(?:高度|深度|树高|层数|高)(?:h)?\s*(?:为|是|=|有|达到?|等于)?\s*(?P<value>{INTEGER})(?:层)?",
            rf"(?P<value>{INTEGER})层(?:高)?",
        ),
        to_int,
    )
    count = reading.take_one(rf"(?P<value>{INTEGER})个(?:结点|节点|元素|关键字)|n\s*=\s*(?P<other>\d+)", to_int)
    finish(reading, "结点 节点 二叉树 树 平衡 高度 深度 一棵 时 数 总数 个 关键字 高 层")
    if fewest and not tallest and level is not None and count is None and 1 <= level <= 40:
        return Recognition(
            parameters={"task": "fewest", "levels": level}, understood=(("高度", f"{level}（根为第 1 层）"), ("求", "最少的结点数"))
        )
    if tallest and not fewest and count is not None and level is None and 1 <= count <= 10**9:
        return Recognition(
            parameters={"task": "tallest", "count": count}, understood=(("结点", f"{count} 个"), ("求", "最大高度（根为第 1 层）"))
        )
    stay_out("a bound without its number")
