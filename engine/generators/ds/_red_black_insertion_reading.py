"""Reading problems about red-black trees: keys inserted into an empty tree."""

from __future__ import annotations

from typing import Any

from engine.generators.ds._clauses import finish, opened
from engine.generators.ds._insertions import AFTER, TURNS, in_order, keys_after, read_key_questions, read_keys, read_tree_questions
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import stay_out

_KEY = r"(?<![A-Za-z0-9.])(?P<key>\d{1,4})(?![A-Za-z0-9.])"
_NODE = r"(?:结点|节点)"
_COLOUR = r"(?:是|为)?(?:什么|啥|哪种|何种)?(?:颜色|色)(?:的)?(?!结点|节点)(?:是|为)?(?:什么|啥|红还是黑|红色还是黑色)?"
_OWN = """
关键字 依次 插入 插 插进 插进去 插到 塞 塞进 放进 加入 逐个 挨个 一个个 一个一个 先后 按顺序 按序 顺序 次序 插入次序 插入顺序 输入 序列 元素 结点 节点 树 树中 该树 数据 空树 红黑 红黑树 各 各结点 每个结点 每个节点 每个 结点颜色 各节点 颜色 连颜色 带颜色 一起 及颜色
最终 开始 遍历 遍历序列 一棵 棵 调整后 调整 平衡 平衡调整 操作 旋转 旋转之后 染色 变色 重新着色 根 树根 建树 建好 建完 建成后 插完 全部插完 插完之后 整个过程 过程 类型 数 整数 保存 关键码 值 完成后 全部 标出 标注 注明 标 并标明 也标上 它的 其 总共 新结点 分别 需要 要 着色 情况
"""


def recognise(text: str) -> Recognition | None:
    """The keys and what is asked of the tree; None where it is something else."""
    reading = opened(text, ranges=True)
    if not reading.take_all(r"红黑(?:树)?(?:T(?![A-Za-z]))?|RB(?:树|-?Tree)"):
        return None
    reading.take_all(
        r"\(?(?:设|其中|约定|规定)?(?:每个)?新(?:插入)?(?:的)?(?:结点|节点|元素)?(?:总是|都|均|默认|一律|先|初始|为|是)*(?:着|涂|染|标)?(?:成|为|上|作)?(?:是)?红(?:色)?(?:的)?(?:结点|节点)?(?:插入)?\)?(?=[,。;:)\s]|$)"
        r"|(?:不|忽略|不考虑|不计|不算|不画)*(?:含|考虑|计|算|画)?(?:空|外部|NIL|虚构的?)(?:的)?叶子?(?:结点|节点)(?:不(?:计|算|考虑|画)(?:在内)?)?"
    )
    last_key = reading.take_all(AFTER)
    reading.refuse(
        r"删除|删去|删掉|黑高|AVL|平衡二叉|B\s*-?\s*树|性质|已有|原有|原来|兄弟|叔|爷|祖父|第[\d一二三四五六七八九]|最少|最多|至少|至多|自顶向下|左倾|左偏|叶子?(?:结点|节点)|外部|空结点|重复|再插入.{0,8}\d.{0,6}[,、]"
    )
    reading.take_all(r"\(?(?:变色|染色|着色|换色|改色)(?:的)?不(?:算|计)(?:在内)?\)?")
    turns = reading.take_all(TURNS)
    places = read_key_questions(reading)
    for match in reading.take_all(
        rf"(?:{_NODE}|关键字)?{_KEY}(?:这个)?(?:所在)?(?:的)?(?:{_NODE})?(?:的)?(?:最[后终])?(?:{_COLOUR}|(?:是|为)红(?:色)?(?:的)?还是黑(?:色)?(?:的)?)(?:和|与|及|以及|、|,)*(?:(?P<both>(?:其|它的?)?(?:双亲|父亲?)(?:{_NODE})?(?:的)?(?:关键字|值)?)|(?P<children>(?:其|它的?)?(?:左右(?:两个|两)?|左(?:孩子)?(?:、|和|与|,)右)(?:孩子|子结点|子女))(?:{_NODE})?)?"
    ):
        places.append((match.start(), f"colour:{match['key']}"))
        if match["both"]:
            places.append((match.start() + 1, f"parent:{match['key']}"))
        if match["children"]:
            places += [(match.start() + 1, f"left:{match['key']}"), (match.start() + 2, f"right:{match['key']}")]
    for match in reading.take_all(
        rf"(?:树)?根(?:{_NODE})?(?:的)?(?:是|为)?(?P<who>谁|几|多少|哪个|什么)?(?:,|、|又|和|与|并|及|是|为)*(?:的)?{_COLOUR}"
    ):
        places += [(match.start(), "root")] * bool(match["who"]) + [(match.start() + 1, "colour:")]
    keys = read_keys(reading)
    if keys is None or keys.lettered:
        return None
    for colour, name in (("红", "red"), ("黑", "black")):
        listing = reading.take_all(
            rf"(?:全部|所有|哪些|哪几个|有哪些)(?:的)?(?:{_NODE})?(?:是|为)?(?:的)?{colour}(?:色)?(?:的)?(?:{_NODE})?|{colour}(?:色)?(?:的)?{_NODE}(?:都|分别)*(?:有|是)(?:哪些|哪几个|谁)|(?<!个)(?<!几)(?<!多少){colour}(?:色)?(?:的)?{_NODE}(?:的)?(?:关键字)?(?:都|分别|依次)*(?:有|是|为)(?=[\s()。:?]*$)"
        )
        counting = reading.take_all(
            rf"(?:有|共有|一共|几个|多少个|多少|几)*{colour}(?:色)?(?:的)?{_NODE}(?:总?个?数|个数|数目|数量)?|(?:多少|几)个(?:{_NODE})?(?:是|为){colour}(?:色)?(?:的)?"
        )
        places += [(found[0].start(), f"{name}-{what}") for what, found in (("list", listing), ("count", counting)) if found]
    coloured = bool(
        reading.take_all(
            r"(?:并|及|和|且)*(?:标明|注明|标出|标上|带上?|写上|标注|连同?|含)?(?:各|每个?)?(?:个)?(?:结点|节点)?(?:的)?(?:颜色|红黑色?)"
        )
    )
    of_tree = read_tree_questions(reading)
    if coloured and not {"level", "pre", "in", "post"} & {question for _, question in of_tree}:
        stay_out("colours of what")
    places += of_tree
    reading.take_all(r"(?:初始(?:时)?(?:状态)?(?:均|都)?为?|一棵|一个)?空(?:的)?(?:树)?|初始(?:时)?")
    finish(reading, _OWN)
    asked = in_order(places)
    numbers = keys_after(last_key, keys)
    if numbers and (len(numbers) > 1 or not numbers <= set(keys.values) or (asked and numbers != {keys.values[-1]})):
        stay_out("the tree half way")
    if not asked and not turns:
        return None
    parameters: dict[str, Any] = {"keys": list(keys.values), "asked": asked}
    if coloured:
        parameters["coloured"] = True
    if turns:
        parameters["counted"] = any(sign in match[0] for match in turns for sign in ("几次", "多少次", "次数", "几回"))
        first = not asked or turns[0].start() < min(place for place, _ in places)
        parameters["asked"] = ["rotations", *asked] if first else [*asked, "rotations"]
        if numbers:
            parameters["rotation_of"] = numbers.pop()
        elif not parameters["counted"]:
            stay_out("which insertion's rotation")
    return Recognition(parameters=parameters, understood=(("插入次序", listed(keys.values)),))
