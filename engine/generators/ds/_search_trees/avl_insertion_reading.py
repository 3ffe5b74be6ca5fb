"""Reading problems about AVL trees: keys inserted one by one, and the fewest nodes of a height."""

from __future__ import annotations

from typing import Any

from engine.generators import patterns
from engine.generators.ds._blanks import prepared
from engine.generators.ds._clauses import WEAK, every_part_asked, finish, in_parts, opened, parts_numbered
from engine.generators.ds._search_trees.avl_facts_reading import NAMED, facts
from engine.generators.ds._search_trees.facts import SEARCH_TREE
from engine.generators.ds._search_trees.facts import facts as search_tree_facts
from engine.generators.ds._search_trees.given_trees import take_given_tree
from engine.generators.ds._search_trees.parts import each_tree, is_plain_tree, plain
from engine.generators.ds._search_trees.questions import Question, questions_about_keys, questions_about_tree
from engine.generators.ds._search_trees.same_asked import with_same_asked
from engine.generators.ds._search_trees.tree_reading import FIRST, read_given_tree, read_insertions, shown, staged
from engine.generators.ds._stories import settle_story
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.patterns import caseless
from engine.generators.reading import stay_out

_OWN = """
此次 这次 该次 此次调整 一路上 一路 关键字 依次 插入 插 插进 插进去 插到 塞 塞进 放进 加入 逐个 挨个 一个个 一个一个 个个 顺次  再 又 后 之后 完 时 失衡结点 失衡的结点 失衡点 不平衡结点 失去平衡 高度 先后 按顺序 按序 按此顺序 顺序 次序 先后顺序 输入 输入序列 输入顺序 元素 结点 树 树中 二叉 二叉树 该树 数据 空树 原树 新树 空 为空 空的
最终 最后 开始 遍历 遍历序列 一棵 棵 调整后 平衡 调整 平衡调整 平衡化 平衡处理 重新平衡 恢复平衡 操作 按字母序 失衡 引起 导致 旋转 旋转之后 根 建树 建好 建完 建成后 插完 全部插完 插完之后 整个过程 过程 类型 型 数 整数 层次 保存 值 最低 不平衡 使得 保持 已 已经 已含 刚 属于 应 分别 英文单词 单词 发生 出现 做 得到的 全部 完成后 恢复 恢复平衡 当前 表 构造平衡二叉排序树 排序树 哪种 依次做了
"""
_SORT = r"(?:LL|RR|LR|RL)"
_DOUBLE_ONCE = r"(?:LR|RL)型?(?:\s*[、和与,]\s*(?:RL|LR)型?)?(?:旋转|调整)?[都均各也只]*[算计记][作为成]?\s*[一1]次|(?:单旋转?)?[、和与]?双旋转?[都均各也只仅]*[按以]?[算计记按视]?[作为成]?[一1]次(?:平衡)?(?:调整|旋转)?(?:计算?|算|记)?"
_DOUBLE_TWICE = r"(?:LR|RL)型?(?:\s*[、和与,]\s*(?:RL|LR)型?)?(?:旋转|调整)?[都均各]?[算计记][作为成]?\s*[两二2]次|双旋转?[都均各]?[算计记][作为成]?[两二2]次"
_UNBALANCED = (
    r"(?:(?:最低|最小|最先|首先|距.{0,6}最近)的?)+(?:失衡|失去平衡|不平衡)的?(?:结点|子树的?树?(?:根(?:结点)?)?)的?(?:关键字|值)?(?:分别)?[是为]?(?:谁|哪个|几|多少)?"
    r"|失去平衡的最[小低]子树的?(?:根(?:结点)?)?|(?<!首次)(?:失衡|失去平衡|不平衡)的?(?:结点|点)的?(?:关键字|值)?[是为](?:谁|哪个|几|多少|哪一个)|哪个结点(?:先|首先|会)?(?:失衡|失去平衡|不平衡)|以?(?:谁|哪个结点)为根的子树(?:失衡|失去平衡)"
)
_ACTION = r"(?:平衡)?(?:旋转|调整|失衡|不平衡)"
_TURNING = (
    (
        "first-at",
        r"(?:首次|第一次|最先|最早)(?:出现|发生|产生|形成)的?最[小低]的?(?:不平衡|失衡|失去平衡)的?子树的?树?根(?:结点)?(?:\([^()]{0,40}\))?(?:的关键字|的值)?[是为]?(?:哪个|谁|多少|几)?",
    ),
    (
        "causes",
        rf"当?插入到?(?:(?:关键字|元素)?的?值)?[为是]?(?:\(\s*\)|多少)的?(?:结点|元素|关键字)[时后],?(?:需要?|要|会|应)*(?:进行|做|发生)?{_ACTION}(?:调整)?|插入了?(?:哪些|哪几个)(?:关键字|结点|元素|数)?[时后]?(?:会|需要?|要|引起|引发|导致|发生|做|进行)*了?{_ACTION}|(?:哪些|哪几个|哪几次)(?:关键字|结点|元素|数)?的?(?:插入)?[时后]?(?:会|需要?|要|引起|引发|导致|发生|做|进行)+了?{_ACTION}",
    ),
    (
        "first",
        rf"(?:插入)?到?(?:哪一?个|几)(?:关键字|结点|元素|数)?的?(?:插入)?[时后]?(?:会|引起|导致|发生|出现)*(?:第一次|首次|最先|最早)(?:发生|出现|引起|需要?)?{_ACTION}|(?:第一次|首次|最先|最早)(?:发生|出现|引起|导致)?的?{_ACTION}(?:是|发生|出现)?在?由?(?:插入)?(?:哪一?个|谁|几)(?:关键字|结点|元素|数)?(?:时|后|引起)?",
    ),
    (
        "turn-count:double",
        r"(?:一共|总共|共|有)*(?:做|进行)?了?(?:多少|几)次双旋转?(?:\([^)]*\))?|双旋转?(?:\([^)]*\))?(?:一共|总共|共|有)*(?:做|进行)?了?(?:(?:多少|几)次|次数)",
    ),
    (
        "turn-count:single",
        r"(?:一共|总共|共|有)*(?:做|进行)?了?(?:多少|几)次单旋转?(?:\([^)]*\))?|单旋转?(?:\([^)]*\))?(?:一共|总共|共|有)*(?:做|进行)?了?(?:(?:多少|几)次|次数)",
    ),
    (
        "turn-count:{}",
        rf"(?P<sort>{_SORT})型?的?(?:旋转|调整|失衡)?(?:一共|总共|共|有|发生|做|进行|出现)*了?的?(?:(?:多少|几)次|次数)|(?:多少|几)次(?P<sort2>{_SORT})型?的?(?:旋转|调整|失衡)?",
    ),
    (
        "turn-count:{}",
        r"(?:一共|总共|共|有|需要?|要|做|进行|发生|经过)*了?(?:多少|几)次(?P<sort3>左旋|右旋)转?|(?P<sort4>左旋|右旋)转?(?:操作)?(?:一共|总共|共|有|做|进行|发生)*了?的?(?:(?:多少|几)次|次数)",
    ),
    (
        "adjust-count",
        r"(?:一共|总共|共|各|分别)*(?:会|应该?|需要?|要)*(?:做|进行|发生|执行|经过|产生)*了?(?:多少|几)次(?:平衡)?(?:调整|失衡)(?!\(旋转)(?:操作)?|(?:平衡)?调整了?的?总?(?:次数|(?:多少|几)次)|失衡了?的?(?:次数|(?:多少|几)次)",
    ),
    (
        "turn-count",
        r"(?:一共|总共|共|需要?|要)*(?:调整\(旋转\)|旋转\(调整\))了?(?:多少|几)次|(?:一共|总共|共|各|分别)*(?:会|应该?|需要?|要)*(?:做|进行|发生|执行|经过|产生)*了?(?:多少|几)次(?:平衡)?(?:旋转|调整\(旋转\))(?:操作)?|(?:一共|总共|共|需|要|得)*(?:旋?转|旋转调整)了?的?总?(?:多少|几)[次回]|旋转(?:操作)?的?总?次数|旋转(?:操作)?(?:一共|总共|共|进行了?|发生了?)+(?:多少|几)次",
    ),
    (
        "turn-need",
        r"(?:是否|用不用|要不要|需不需要|会不会|有没有|是不是)(?:要|需要?|会|发生|产生|进行|做|导致|引起)*(?:平衡)?(?:旋转|调整|失衡|失去平衡)|(?:会|要|需要?|用|应该?)(?:做|进行|发生)?(?:平衡)?(?:旋转|转|调整|失衡)了?[吗不么]",
    ),
    (
        "turn",
        r"(?:[\s,、;]|它们|并|且)*(?:各|分别|依次)次?是?[由因](?:插入)?了?(?:哪个|哪些|哪几个|什么)(?:关键字|结点|元素)?的?(?:插入)?[而所]?(?:引起|导致|造成|引发)的?[、,和并\s]*(?:各|分别)*(?:属于|是|为)?(?:什么|哪种|何种|哪一种)?(?:类型|型)?的?(?:旋转|调整|失衡)?",
    ),
    (
        "turn",
        rf"(?:依次|分别|各)*(?:会|应该?|需要?|要)*(?:做|进行|发生|执行|采用|用|产生|作|属于|是|为)*了?的?是?(?:哪些?|哪种|哪几种|哪一种|什么|何种|什么样的)(?:类型|型)?的?{_ACTION}(?:操作|处理|类型)?|{_ACTION}(?:操作)?的?(?:类型|方式)?(?:依次|分别|应)*(?:属于|是|为)(?:什么|哪种|哪些|哪几种|哪一种|何种)(?:类型|型)?的?(?:旋转|调整)?|(?:进行|做|采取)?的?{_ACTION}(?:操作)?的?(?:类型|方式|名称|种类)|每次(?:失衡|不平衡|失去平衡|插入)?[后时]?(?:的|所?(?:做|作|进行|需|需要|应|应做|需要做)的?)*(?:旋转|调整)的?(?:类型|方式)?(?:分别)?[是为]?(?:什么|哪种|哪些)?|(?:进行|做|发生)的(?:旋转|调整)(?:分别)?[是为]?|(?:属于|是|为)(?:什么|哪种|何种|哪一种)(?:类型|型)(?=[,。?;]|$)|(?:属于|是)?(?:什么|哪种|何种|哪一种)型的?(?:旋转|调整|失衡)?|怎么(?:旋转|转|调整)",
    ),
)


def _goes_on(text: str, first: int, place: int) -> bool:
    """Whether what is asked at `place` goes on with the first rotation, asked before in the same sentence."""
    between = text[first : place + 6]
    return (
        first < place
        and not patterns.search(r"[。;?!\n]", text[first:place])
        and not patterns.search("依次|分别|各次|每次|各是|全部|所有", between)
    )


_DRAWN = r"(?:请|试|并|要求|再|最后)*[画给写求]出所?(?:构造|建立|得到|建成|生成)?的?(?:一棵|这棵|该|此|最终|最后)?的?(?:平衡)?的?(?:二叉)?(?:排序|查找|搜索)?(?:二叉)?(?:树|AVL树)的?(?:结构|形态|形状|示意图|图)?(?=[\s,;。?]|$)"
_MADE = r"(?:请|试|并|要求)*(?:构造|建立|生成|创建|构建|建成|建)[出成立]?(?:一棵|这棵|该|此|相应的?)?的?(?:平衡)?的?(?:二叉)?(?:排序|查找|搜索)?(?:二叉)?(?:树|AVL树)的?(?=[\s,;。?]|$)"


def recognise(text: str) -> Recognition | None:
    """A problem about insertions into one or several trees, or about what such trees can be; None where it is something else."""
    text = plain(text)
    if patterns.search("平衡|AVL", text) and "红黑" not in text and (found := each_tree(text, _recognise)) is not None:
        return found
    return _recognise(text)


@every_part_asked
def _recognise(text: str) -> Recognition | None:
    text = with_same_asked(prepared(text))
    if (found := search_tree_facts(text) or facts(text)) is not None:
        return found
    plain_tree = is_plain_tree(text)
    # The subtree that a node is the root of, where its children are asked; and that trees are mended at once.
    text = patterns.sub(r"以\s*(\d{1,4})\s*为根(?:结点|节点)?的(?:这棵?)?子树的(?=左|右)", r"\1的", text)
    text = patterns.sub(
        r"(?:若|如果|假设|要求|并|且)?(?:每次|每当|一旦|当)?(?:插入后)?(?:出现|发生)?(?:失衡|不平衡)(?:之?后|时)?[都就均则便要需]*(?:立即|马上|及时|随即|当即)(?:进行)?(?:平衡)?(?:调整|旋转|处理)(?:使其平衡|为平衡|恢复平衡)?(?=[,，。;；])",
        "",
        text,
    )
    text = patterns.sub(r"(?:有|含有?|具有)[两2二]个(?:孩子|子结点|子节点|子女)的(?:结点|节点)", "度为2的结点", text)
    text = patterns.sub(r"(?:只有|仅有|有)[一1]个(?:孩子|子结点|子节点|子女)的(?:结点|节点)", "度为1的结点", text)
    # `After 10 is inserted`, and lists that have a name.
    text = patterns.sub(r"(?<![\d、\s])(?<!\d,)(?<!\d，)(\d{1,4})\s*被?(?:插入|插进去|放进去)[之以]?后", r"插入\1后", text)
    text = patterns.sub(r"(?<![A-Za-z])[A-Za-z]\s*=\s*[\[({]?(?=\d+\s*[,、，])", " ", text)
    text, told_tree = take_given_tree(text)
    reading = opened(text, ranges=True)
    once = bool(reading.take_all(_DOUBLE_ONCE))
    twice = bool(reading.take_all(_DOUBLE_TWICE))
    reading.take_all(rf"\(?填?{_SORT}型?(?:\s*[/、,或和]\s*{_SORT}型?){{1,3}}[里中]?(?:选一个|选哪个|哪个|哪种|四选一)?\)?")
    reading.refuse(
        r"发生了?(?:什么(?!类型|旋转|调整)|怎样|啥)|之和|总和|相加|乘积|相差|之差|之比|之积|红黑|B\s*-?\s*树|删除|删去|删掉|结点[xabc]|祖先|最坏|递归|函数|重复|相同关键字"
    )
    if plain_tree and (
        not patterns.search("插入|构造|建立|生成|输入|次序|顺序|画出|逐个|建成", text)
        or patterns.search(r"[中后]序[^,;。?!]{0,8}[为是:]\s*\(?\d", reading.text)
    ):
        return None
    drawn = [Question(match.start(), "tree") for match in reading.take_all(_DRAWN)]
    if not (reading.take_all(SEARCH_TREE if plain_tree else NAMED) or drawn):
        return None
    if reading.take_all(
        r"(?:下列|以下|下面)?(?:关键字)?(?:插入)?(?:次序|序列)?中?,?依次插入(?:初始为)?空的?(?=\ue000)"
    ) and reading.take_all(r"时?(?:不需要|不用|不会|不必|无需)(?:做|进行|发生)?(?:任何)?(?:平衡)?(?:旋转|调整)的?是?"):
        finish(reading, _OWN, WEAK)
        return Recognition(parameters={"task": "without-turns"}, understood=(("求", "不需要旋转的插入次序"),))
    reading.refuse(r"最少|最多|至少|至多|最大高度|最小高度")
    reading.take_all(r"[后,]?[均都]?(?:没有|未|没)(?:发生)?(?:失衡|不平衡|失去平衡|调整)(?=[,。;])")
    given_tree = read_given_tree(reading)
    if told_tree is not None:
        if given_tree is not None or told_tree.reds is not None:
            stay_out("two trees, or colours")
        given_tree = ("pre", told_tree.keys)
    turning = []
    for name, pattern in _TURNING:
        for match in reading.take_all(pattern):
            sort = next((group for group in match.groupdict().values() if group), "")
            what, _, of = name.format(sort).partition(":")
            turning.append(Question(match.start(), what, of))
    last_turn = reading.take_all(r"最后的?一次(?:平衡)?(?:调整|旋转|失衡)?时?(?!插入)")
    where = [Question(match.start(), "unbalanced") for match in reading.take_all(_UNBALANCED)]
    questions = questions_about_keys(reading)
    of_tree = questions_about_tree(reading)
    insertions = read_insertions(reading, given_tree)
    if insertions is None:
        return None
    reading.take_all(
        r"(?:初始时?(?:状态)?[均都]?为?|一棵|一个)?空(?!指针|链)的?树?|初始时?|从空树(?:开始|出发)|空树|[TA](?=中)|LR\+RL算一起|\(?左高?减右高?\)?|先做?(?:左旋|右旋)再做?(?:左旋|右旋)|旋转完(?:之后)?|转完(?:以后|之后)?|\(\d+是\d+的[左右]孩子\)"
    )
    reading.take_all(FIRST)
    reading.refuse("线索|先(?!后|序)")
    settle_story(reading, [each.place for each in (*questions, *of_tree, *turning, *where)], _OWN, WEAK, parted=in_parts(text))
    firsts = [each.place for each in turning if each.name == "first"]
    if len(firsts) == 1:
        # `inserting ... unbalances it first, which calls for a rotation of type ...`: the rotation is the first one.
        turning = [each for each in turning if each.name != "turn" or not _goes_on(reading.text, firsts[0], each.place)]
    if not (questions or of_tree or turning or where) or (drawn and (plain_tree or parts_numbered(text) > 1)):
        # What is to be drawn is told where nothing else is asked, or where the tree is one without rotations to show it.
        of_tree += drawn[:1] or [Question(match.start(), "tree") for match in list(caseless(_MADE).finditer(reading.text))[:1]]
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
    if plain_tree:
        parameters["plain"] = True
    if once or twice:
        parameters["double"] = 2 if twice else 1
    return Recognition(parameters=parameters, understood=understood)
