"""What is asked of a search tree: of single nodes, and of the whole tree or its subtrees.

A question is told as `name` or `name:of` (a key, a level, a sort of rotation).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.generators import patterns
from engine.generators.patterns import caseless
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_NODE = r"(?:结点)?"
NAME = r"(?<![A-Za-z0-9.])(?:\d{1,4}|[A-Za-z][a-z]{0,9})(?![A-Za-z0-9.])"
_CHILD = r"(?:孩子|子结点|子女|儿子|孩|子(?!树|序))(?:结点)?"
_COLOUR = r"[是为]?(?:什么|哪种|何种)?颜?色的?|[是为]?红色?的?(?:还是|还|或|是)黑色?的?(?:结点)?|(?:什么|哪种|何种)(?:颜色|色)"
_PROPERTIES = (
    ("children", rf"左\s*[、和与,]?\s*右(?:两个|两)?{_CHILD}"),
    ("left", rf"左{_CHILD}"),
    ("right", rf"右{_CHILD}"),
    ("of-whom", rf"[是为]?(?:谁|哪个(?:结点)?)的(?:左|右|什么|哪个)?(?:还是右)?{_CHILD}"),
    ("children", rf"(?<![左右]){_CHILD}"),
    ("parent", r"(?:双亲|父亲|父母|父结点|爸爸|爸|爹|父)(?:结点)?"),
    ("sibling", r"兄弟(?:结点)?"),
    ("depth", r"(?:在|位于|处于|处在)(?:树[的里中]?)?第?(?:几|哪一?)层|(?:所在)?的?层(?:次(?!遍历|序|的遍历)|数|号)|在?的?深度"),
    ("factor", r"平衡因子(?:\(?左(?:子树)?的?(?:高度?|深度)?减去?右(?:子树)?的?(?:高度?|深度)?\)?)?"),
    ("colour", _COLOUR),
)
_ASK = r"(?:的?(?:关键字|值)?(?:分别|各|依次|应该?|会|最[后终]|变成|变)*(?:是|为|等于|有)?(?:哪个结点|哪一个|哪个|哪些|哪几个|谁|什么|几|多少|结点)?)"
_GLUE = rf"(?:的?(?:关键字|值)(?=和|与|及|以及|、))?{_ASK}(?:和|与|、|以及|及|,|又|并且|还有|跟)*(?:其|它|他|该结点)?的?"
_PROPERTY = "|".join(pattern for _, pattern in _PROPERTIES)
_CHAIN = rf"(?:{_PROPERTY})(?:{_GLUE}(?:{_PROPERTY})){{0,5}}{_ASK}"
_SUBJECT = rf"(?:(?:关键字|结点|键值?|值|元素)*为?\s*(?P<keys>{NAME}(?:\s*[和与及跟]\s*(?:结点|关键字)?\s*{NAME}|\s*[、,]\s*{NAME}(?=(?:\s*(?:[、,]|和|与|及)\s*{NAME}){{0,4}}\s*这?[两三四五]个)|(?<=\d)\s*、\s*\d{{1,4}}(?!\d)){{0,4}})(?:这个?点?|那个?点?|这?[两三四五]个|各自?)?(?:在树[里中]?)?(?:所在)?的?(?:那个)?{_NODE}|(?P<root>树?根(?:结点)?)|(?P<it>(?:它|其|该结点|这个结点|那个结点)))"
# The child of a child: `30 的右孩子的左孩子`, or `右孩子的左孩子` of the node just asked about.
_GRANDCHILD = rf"(?:(?:关键字|结点)?(?P<key>(?<![\d.])\d{{1,4}})(?:所在)?的?(?:结点)?的|(?P<root>根(?:结点)?的?)|(?:其|它的?|该)?(?<![\d的]))(?P<upper>左|右){_CHILD}的(?P<lower>左|右){_CHILD}[又则还]?{_ASK}"
_ABOUT = rf"{_SUBJECT}(?:(?:分别|最[后终]|此时|各|现在)*的?)(?P<chain>{_CHAIN})"

# `The root's key and its left child`: the root is asked, and what is asked of it.
_ROOT_BEFORE = re.compile(rf"根(?:结点)?的?(?:关键字|值)?{_ASK}(?:和|与|及|以及|、|,|又|还有)*$")

_WHOLE = (
    ("levels", r"(?:每一?层|各层|逐层)(?:上|的|分别)*[有是]?(?:哪些|什么)?(?:关键字|结点)*(?:分别)?[是有]?(?:哪些|什么)?(?=[?,。;]|$)"),
    (
        "level",
        r"(?:从上到下(?:逐层|按层)?|自上而下(?:逐层|按层)?)?的?(?:层序|层次|逐层|按层次?|广度优先)(?:遍历)?的?(?:结点)?(?:序列|结果|次序|顺序)*",
    ),
    ("pre", r"(?:先序|[先前]根(?=遍历|次?序))(?:次序)?(?:遍历)?的?(?:结点)?(?:序列|结果|次序|顺序)*"),
    ("in", r"(?:中序|中根(?=遍历|次?序))(?:次序)?(?:遍历)?的?(?:结点)?(?:序列|结果|次序|顺序)*"),
    ("post", r"(?:后序|(?<!最)后根(?=遍历|次序))(?:次序)?(?:遍历)?的?(?:结点)?(?:序列|结果|次序|顺序)*"),
    (
        "row-count",
        rf"第\s*(?P<of>{INTEGER})\s*层[上里中]?的?(?:一共|共|总共)?[有含]?(?:(?:几|多少)个(?:结点|关键字)|(?:结点|关键字)的?(?:个数|数目|总数|数(?!据)))[是为]?(?:多少|几)?",
    ),
    (
        "row",
        rf"第\s*(?P<of>{INTEGER})\s*层[上里中]?的?[都有是为]*(?:哪些|哪几个|什么|全部|所有)*(?:结点|关键字)*(?:从左[到至往]右)?(?:分别|依次|都|各)*[有是为]?(?:哪些|哪几个|什么|谁)?(?:结点|关键字)?",
    ),
    ("asl-failure", r"(?:查找)?(?:失败|不成功)(?:时|情况下)?的?(?:平均查找长度|ASL|平均比较次数)|ASL失败"),
    (
        "asl",
        r"在?(?:等概率的?(?:情况|条件|前提)?下?)?,?的?(?:查找)?(?:成功)?(?:时|情况下)?的?(?:平均查找长度|(?<![A-Za-z])ASL(?![A-Za-z])(?:成功)?|平均比较次数|平均(?:要|需要?)?比较(?:几|多少)次)(?!失败)",
    ),
    (
        "height",
        r"树?的?(?:高度|树高|(?<=树)高|(?<=树的)高|层数|深度)有?[是为]?(?:多少层|几层|几)?|(?:有|共|一共|总共)+(?:几|多少)层|几层高?",
    ),
    ("factors", r"(?:各|每个|每一个|所有|全部)个?结点的?平衡因子(?:分别|各)*[是为]?(?:多少|几)?"),
    (
        "unbalanced-list",
        r"平衡因子(?:不(?:等于|为|是)0|非0)的结点(?:分别)?[有是](?:哪些|哪几个|谁)|(?:哪些|哪几个)结点的?平衡因子(?:不(?:等于|为|是)0|非0)",
    ),
    (
        "unbalanced-count",
        r"有?(?:多少|几)?个?(?:结点的?)?平衡因子(?:不(?:等于|为|是)0|非0)的?(?:分支|非叶子?|内部)?(?:结点)?的?(?:个?数|数目|数量)?(?:是|为|有|共有)?(?:(?:几|多少)个?)?",
    ),
    (
        "balanced-list",
        r"平衡因子(?:为|是|等于|=)\s*(?P<of>-?[01])\s*的(?!叶)(?P<inner>分支|非叶子?|内部|非终端)?结点(?:分别)?[有是](?:哪些|哪几个|谁)|(?:哪些|哪几个)(?P<inner2>分支|非叶子?|内部|非终端)?结点的?平衡因子(?:是|为|等于|=)\s*(?P<of2>-?[01])",
    ),
    (
        "balanced",
        r"有?(?:多少|几)?个?平衡因子(?:为|是|等于|=)\s*(?P<of>-?[01])\s*的(?!叶)(?P<inner>分支|非叶子?|内部|非终端)?(?:结点)?(?:有|共有)?的?(?:个?数|数目|数量|总数)?[是为有]?(?:(?:几|多少)个?)?|有?(?:多少|几)个(?P<inner2>分支|非叶子?|内部|非终端)?结点的?平衡因子(?:为|是|等于|=)\s*(?P<of2>-?[01])",
    ),
    (
        "inner-list",
        r"(?:所有|全部|哪些|哪几个|有哪些)的?是?(?:非叶子?|分支|内部|非终端)结点|(?:非叶子?|分支|内部|非终端)结点(?:分别|都|各)*[有是为](?:哪些|哪几个|谁)",
    ),
    (
        "inner",
        r"有?(?:多少|几)?个?(?:非叶子?|分支|内部|非终端)结点的?总?(?:个数|数目|数量|总数|数)?(?:一共|共)?[是为有]?(?:(?:几|多少)个?)?",
    ),
    (
        "degree-list",
        r"度[为是](?P<of3>1|2|一|二)的结点(?=(?:和|与|及|、|以及)叶子?(?:结点)?(?:分别|各|都)*[有是](?:哪些|哪几个|谁))|(?:哪些|哪几个)(?:结点)?是?度[为是](?P<of>1|2|一|二)的?(?:结点)?|度[为是](?P<of2>1|2|一|二)的(?:结点)?(?:分别)?[有是](?:哪些|哪几个|谁)",
    ),
    ("degree", r"有?(?:多少|几)?个?度[为是](?P<of>1|2|一|二)的(?:结点)?的?(?:个?数|数目|数量)?(?:有|共有|是|为)?(?:(?:几|多少)个?)?"),
    (
        "leaf-both",
        r"树?中?的?叶子?(?:结点)?(?:一共|共)?有?(?:几|多少)个[,?、;和](?:它们|又)?(?:分别|都|各)*[是有为](?:哪些|哪几个|谁|什么)(?:结点)?",
    ),
    (
        "leaf-list",
        r"叶子?(?:结点)?的?按?(?:从左[到至往]右)(?:依次|分别|的|顺序|次序|排列)*[有是为](?=[\s()?？。,，;；]|$)|叶子?(?:结点)?(?:依次|分别)[有是为](?=[\s()?？。,，;；]|$)|(?:指出|写出|列出|给出|标出)(?:它|其|该树|树|的|所有|全部|中|里)*叶(?!子?(?:结点)?\s*的?(?:个|数|总|有(?:多少|几)|共))子?(?:结点)?|叶子?(?:结点)?(?=(?:和|与|及|、|以及)(?:度[为是][12一二]的|非叶|分支|\ue000)\S{0,6}(?:分别|各|都)*[有是]?(?:哪些|哪几个|谁))|叶子?(?:结点)?(?=(?:和|与|及|、|以及)\ue000+)(?!.{0,12}(?:几|多少)个)|树?中?的?有?(?:哪些|哪几个)(?:结点)?是?叶子?(?:结点)?|(?:所有|全部)的?叶子?(?:结点)?|叶子?(?:结点)?(?:从左[到至往]右)?(?:分别|都|各|依次)*[有是为]?(?:哪些|哪几个|谁|什么)",
    ),
    ("leaf-both", r"(?:其中|其|且|,)*叶子?(?:结点)?(?:分别|依次)?[为是]多少(?=[,，。;；?？\s]|$)"),
    ("leaf-both", r"(?<![多少几个数])叶子?(?:结点)?(?=[,，。;；?？、\s]|$)"),  # bare: how many, and which
    ("leaves", r"树?中?的?(?:多少|几)?个?(?:叶子?(?:结点)?|终端结点)的?总?(?:个数|数目|数量|总数|数)?有?(?:(?:几|多少)个)?"),
    (
        "search-path",
        rf"(?:查找|搜索|查)(?:关键字|结点)?\s*(?P<of>{NAME})时?,?(?:依次|要|会|先后)*[和与跟](?:哪些|哪几个)(?:关键字|结点|数)?(?:进行)?(?:比较|比)过?|(?:查找|搜索)\s*(?P<of2>{NAME})的?(?:查找)?路径",
    ),
    (
        "depth",
        rf"(?:查找|搜索|查)(?:(?:数据)?元素|关键字|结点)?\s*(?P<of>{NAME})时?,?(?:的时候)?(?:总共|一共|共|需要?|要|应|得|关键字|进行|经过|过程中)*(?:比较?|比较)了?的?(?:(?:多少|几)次|次数)(?:关键字)?的?(?:比较)?|(?:查找|搜索|查)(?:(?:数据)?元素|关键字)?\s*(?P<of3>{NAME})时?,?(?:需要?|要|得|一共|总共|共|进行)*(?:(?:多少|几)次(?:关键字|结点|元素)?(?:之?间)?的?(?=比较)|[和与](?:多少|几)个(?:结点|关键字))的?(?:关键字)?(?:进行)?比较|(?:查找|搜索|查)(?:关键字)?\s*(?P<of2>{NAME})的?时?(?:关键字)?比较次数",
    ),
    (
        "root",
        r"(?:整棵?)?树?的?(?<!子树的)根(?!据)(?:结点)?[处上里中内]?(?:保存|存放|包含|含有|变成|变为|换成)?的?(?:关键字|值|元素|数据|数)?",
    ),
    ("size", r"(?<![叶色终端])(?<!的)结点的?(?:总数|个数)|(?:共|一共|总共)?有?(?:多少|几)个结点"),
)
WHICH_THEY_ARE = r"\s*[,、;?。]?\s*(?:请|并|又|且|它们|各|分别|都|依次|写出|指出|列出|其|即){0,4}(?:[是为有](?:哪些|哪几个|什么|谁)(?:关键字|结点|元素|数)*|(?<=写出|列出|指出)(?:它们|这些|其)?的?(?:关键字|结点))"
"""What asks of things just counted which they are."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing asked: where, which, and of what (a key as written, empty for the root; a level; a degree)."""

    place: int
    name: str
    of: str = ""


def questions_about_keys(reading: Reading, colours: bool = False) -> list[Question]:
    """What is asked of single nodes, taken. To be called before the list of keys is read: `…, 53, 24 的左孩子` names 24 once more.

    Raises:
        StayOut: something is asked of "it", and it is not said which node that is.
    """
    found: list[Question] = []
    last: Sequence[str] | None = None
    related = False  # whether the question before was of a child, a parent or a sibling
    grandchildren = reading.take_all(_GRANDCHILD)
    for match in sorted([*reading.take_all(_ABOUT), *grandchildren], key=lambda each: each.start()):
        if match in grandchildren:
            below = "".join("l" if side == "左" else "r" for side in (match["upper"], match["lower"]))
            subject = match["key"] or ("" if match["root"] else last[0] if last is not None and len(last) == 1 else stay_out("which node"))
            found.append(Question(match.start(), f"below-{below}", subject))
            last = [subject]
            continue
        if match["keys"]:
            subjects: Sequence[str] = patterns.findall(r"\d+|[A-Za-z]+", match["keys"])
        elif match["root"] or (last is None and _ROOT_BEFORE.search(reading.text, 0, match.start())):
            subjects = [""]
        else:
            subjects = last if last is not None else stay_out("which node")
        last = subjects
        for subject in subjects:
            place, chain = match.start("chain"), match["chain"]
            relation, before_related = False, related
            for number, (name, link) in enumerate(_tokens(chain)):
                if name == "colour":
                    if not colours:
                        stay_out("colours")
                    if (
                        relation
                        and patterns.search("[和与]", link)
                        and not patterns.search("[其它]|的(?:关键字|值)(?:和|与|及|以及)$", link)
                    ):
                        stay_out("whose colour")
                    if relation:  # the colour of the child just asked for, which is told with it
                        name = "with-colour"
                if (
                    relation
                    and number
                    and patterns.search(rf"(?:{_CHILD}|双亲|父亲|父母|父结点|兄弟(?:结点)?)的(?=左|右|双亲|父|兄弟|孩子|平衡|层)", chain)
                ):
                    stay_out("a relation of a relation")
                relation = relation or name in ("left", "right", "children", "parent", "sibling")
                if match["it"] and not number and before_related:
                    # `The right child of the root is ( ), its colour ( )` asks the colour of the child; of anything else it is not plain.
                    if name != "colour" or len(subjects) > 1:
                        stay_out("whose")
                    name = "with-colour"
                names = ("left", "right") if name == "children" else (name,)
                found += [Question(place + number, each, subject) for each in names]
                related = relation
    return found


def _tokens(chain: str) -> list[tuple[str, str]]:
    """The properties that a chain of them names, each with what stands before it."""
    tokens: list[tuple[str, str]] = []
    at = end = 0
    while at < len(chain):
        for name, pattern in _PROPERTIES:
            if match := caseless(pattern).match(chain, at):
                tokens.append((name, chain[end:at]))
                at = end = match.end()
                break
        else:
            at += 1
    return tokens


_SUBTREES = r"(?:根(?:结点)?的|(?:整棵)?树的|其|它的)?(?P<sides>左\s*[、,和与]?\s*右|左|右)子树[中里上]?(?:各|分别)*的?(?P<what>先序|中序|后序|层序|层次|高度|深度|(?:共|各|一共)?[有含]?(?:(?:多少|几)个?结点|结点(?:数|个数|总数))|根(?:结点)?)(?:遍历)?(?:序列)?(?:各|分别)*[有是为]?(?:多少|几|什么|谁|哪个)?个?"
_OF_SUBTREE = {"先序": "pre", "中序": "in", "后序": "post", "层序": "level", "层次": "level", "高度": "height", "深度": "height"}


# What counts nodes, and what lists the same.
_LISTS = {
    "leaves": "leaf-list",
    "inner": "inner-list",
    "degree": "degree-list",
    "balanced": "balanced-list",
    "unbalanced-count": "unbalanced-list",
}


def take_at(reading: Reading, place: int, pattern: str) -> bool:
    """Take what stands at that place of what is left, where it is of the pattern; whether it is."""
    found = caseless(pattern).match(reading.rest, place)
    if found is None or not found[0]:
        return False
    reading.rest = reading.rest[:place] + "\ue000" * len(found[0]) + reading.rest[found.end() :]
    return True


def questions_about_tree(reading: Reading) -> list[Question]:
    """What is asked of the whole tree or of the root's subtrees (`left-pre`, `right-size`), taken."""
    found = []
    for match in reading.take_all(_SUBTREES):
        what = _OF_SUBTREE.get(match["what"], "root" if match["what"].startswith("根") else "size")
        sides = [side for side, sign in (("left", "左"), ("right", "右")) if sign in match["sides"]]
        found += [Question(match.start() + number, f"{side}-{what}") for number, side in enumerate(sides)]
    for name, pattern in _WHOLE:
        for match in reading.take_all(pattern):
            groups = match.groupdict()
            of = groups.get("of") or groups.get("of2") or groups.get("of3") or ""
            of = {"一": "1", "二": "2"}.get(of, of)
            which = f"inner-{name}" if groups.get("inner") or groups.get("inner2") else name
            if name in ("row", "row-count"):
                of = str(to_int(of))
            question = Question(match.start(), which, of)
            if not any((each.name, each.of) == (which, of) for each in found):
                found.append(question)
            if name in _LISTS and take_at(reading, match.end(), WHICH_THEY_ARE):
                found.append(Question(match.end(), which.removesuffix(name) + _LISTS[name], of))
    return found
