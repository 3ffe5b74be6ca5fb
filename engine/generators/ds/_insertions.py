"""Reading problems about search trees that keys are inserted into one by one: the keys, and what is asked of the tree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from engine.generators.ds._binary import Binary, height, inorder, leaves, level_order, postorder, preorder
from engine.generators.ds._clauses import MANY, count_of, refuse_negative
from engine.generators.markdown import listed
from engine.generators.reading import SEQUENCE, Reading, stay_out, to_int, to_ints

KEY_WORDS = r"(?:关键字|关键码|关键词|元素|结点|节点|整数|数字|数据|数|字母|键值?|值)"
_LETTERS = r"(?<![A-Za-z0-9])[A-Za-z](?:\s*[,、 →]\s*[A-Za-z](?![A-Za-z0-9])){2,}(?![A-Za-z0-9])"
_ASCENDING = r"(?:按|从|以)*(?:从?小到大|由小到大|递增|升序|增序)(?:的)?(?:顺序|次序)?(?:地)?"
_DESCENDING = r"(?:按|从|以|这样)*(?:从?大到小|由大到小|递减|降序|倒着|倒序|逆序)(?:的)?(?:顺序|次序)?(?:地)?"
_KEY = r"(?<![A-Za-z0-9.])(?P<key>\d{1,4}|[A-Za-z])(?![A-Za-z0-9.])"

AFTER = (
    r"(?:在)?(?:当)?(?:再)?(?:插(?:入)?(?:完|到|进)?)(?:了)?(?:最后)?(?:的)?(?:一个)?(?:关键字|元素|结点|节点|数)?\s*(?P<key>\d+|[A-Za-z](?![A-Za-z]))\s*(?:这个)?(?:关键字|元素|结点|节点|数)?(?:之?后|时|以后|的时候)(?!\s*[,、]\s*\d)"
    r"|(?:在)?插入(?:完)?(?:关键字|元素|结点)?\s*(?P<causing>\d+)\s*(?=(?:会|将)?(?:引起|导致|造成|使).{0,4}(?:失衡|不平衡)|,?(?:会|要|需|是否|用不用|该)(?:不要|不会|需要|要)?(?:做|进行)?(?:旋|转|调整))"
    r"|(?:在|当)?(?:插入)?第\s*(?P<ordinal>[一二三四五六七八九十]+|\d+)\s*个(?:关键字|元素|结点|节点|数)?(?:被)?(?:插入|加入|放入)?(?:进去|去|完)?(?:之?后|时|以后|的时候)"
)
"""After which insertion: groups `key`, `causing`, and `ordinal`, its place among the insertions."""

TURNS = (
    r"(?:依次|分别|一共|总共|共|各)*(?:会|应该?|需要?|要)*(?:做|进行|发生|执行|经过|用|产生|作|属于)*(?:了)?(?:的)?(?:是)?(?:哪些?|哪种|哪几种|哪一种|什么|何种|什么样的|(?:多少|几)次)(?:类型|型)?(?:的)?(?:平衡)?(?:旋转|调整)(?:操作|处理|类型)?"
    r"|(?:应该?|需要?|要)*(?:做|进行|执行|采用|作)*(?:的)?(?:平衡)?(?:旋转|调整)(?:操作)?(?:的)?(?:类型|方式|次数|总次数)(?:依次|分别)*(?:应)?(?:是|为)?(?:什么|哪种|哪些|哪几种|多少)?"
    r"|(?:一共|总共|共|需|要|得)*(?:旋?转|调整)(?:\(旋转\)|\(调整\))?(?:了)?(?:多少|几)(?:次|回)|(?:是|属于)?(?:哪种|什么|何种)(?:类型)?(?:的)?(?:失衡|不平衡)(?:类型)?|(?:做|进行|发生)(?:了)?(?:多少|几)次(?:旋转|调整)"
    r"|(?:会|要|需要?|用|应该?)(?:做|进行|发生)?(?:平衡)?(?:旋转|转|调整)(?:了)?(?:吗|不)"
    r"|(?:是否|用不用|要不要|需不需要|会不会|有没有|是不是)(?:要|需要?|会|发生|产生|进行|做)*(?:平衡)?(?:旋转|调整)"
)
"""What is asked of the rotations."""


def keys_after(places: Sequence[re.Match[str]], keys: Keys) -> set[int | None]:
    """The keys after whose insertion something is asked, from the matches of `AFTER`; None for one that is not among the keys.

    Raises:
        StayOut: there are not so many keys.
    """
    found: set[int | None] = set()
    for match in places:
        if match["ordinal"] is None:
            found.add(keys.number(match["key"] or match["causing"]))
        elif 1 <= (place := to_int(match["ordinal"])) <= len(keys.values):
            found.add(keys.values[place - 1])
        else:
            stay_out("fewer keys")
    return found


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys in the order of their insertion.

    Attributes:
        values: numbers; letters are told by their places in the alphabet.
        lettered: whether they are letters.
    """

    values: tuple[int, ...]
    lettered: bool

    def number(self, text: str) -> int | None:
        """The value that a text tells; None where it is of the other sort."""
        if self.lettered:
            return ord(text.upper()) - 64 if len(text) == 1 and text.isalpha() else None
        return int(text) if text.isdigit() else None


def told_key(value: int | str, lettered: bool) -> str:
    """A key as a person wrote it."""
    return chr(64 + int(value)) if lettered else str(value)


def read_keys(reading: Reading, least: int = 3) -> Keys | None:
    """The one list of keys, taken; None where there is none.

    Raises:
        StayOut: there are two lists, a key comes twice, or another number of keys is stated.
    """
    refuse_negative(reading)
    found = {to_ints(match[0]) for match in reading.take_all(SEQUENCE)}
    lettered = False
    if not found:
        found = {tuple(ord(letter) - 64 for letter in re.findall("[A-Z]", match[0].upper())) for match in reading.take_all(_LETTERS)}
        lettered = True
        reading.take_all(
            r"\(?(?:按|以|依)?(?:照)?(?:字母|字典|英文字母)(?:表)?(?:的)?(?:顺?序|次序|先后)*(?:进行)?(?:比较|的?大小(?:比较)?)?(?:大小)?\)?"
        )
    if not found:
        return None
    if len(found) > 1:
        stay_out("two lists of keys")
    values = found.pop()
    if len(set(values)) != len(values) or not least <= len(values) <= MANY:
        stay_out("keys")
    # How the list is sorted may be said of it; of another list it would be another order of insertion.
    for pattern, ordered in ((_ASCENDING, sorted(values)), (_DESCENDING, sorted(values, reverse=True))):
        if reading.take_all(pattern) and list(values) != ordered:
            stay_out("in another order")
    if count_of(reading, KEY_WORDS) not in (None, len(values)):
        stay_out("another number of keys")
    return Keys(values, lettered)


# --- what is asked of the tree -----------------------------------------------------------------------------------------------------

_ENDING = r"(?:遍历)?(?:的)?(?:结点|节点)?(?:序列|结果|次序|顺序)*"
_NODE = r"(?:在树(?:里|中)?)?(?:这个?|该)?(?:所在)?(?:的)?(?:那个)?(?:结点|节点)?(?:所在的?(?:结点|节点)?)?(?:的)?"
_BEFORE = r"(?:关键字|结点|节点|键值?为?|值为|元素)*(?:为)?\s*"
_CHILD = r"(?:孩子|子结点|子节点|子女|儿子|孩|子)(?:结点|节点)?"
_TREE_QUESTIONS = (
    ("level", rf"(?:从上到下(?:逐层|按层)?|自上而下(?:逐层|按层)?)?(?:的)?(?:层序|层次|逐层|按层次?|广度优先){_ENDING}"),
    ("pre", rf"(?:先序|前序|先根|前根)(?:次序)?{_ENDING}"),
    ("in", rf"(?:中序|中根){_ENDING}"),
    ("post", rf"(?:后序|(?<!最)后根){_ENDING}"),
    (
        "height",
        r"(?:树)?(?:的)?(?:高度|深度|树高|(?<=树)高|(?<=树的)高|层数)(?:有)?(?:是|为)?(?:多少层|几层)?|(?:有|共|一共|总共)+(?:几|多少)层",
    ),
    (
        "leaf-list",
        r"(?:树)?(?:中)?(?:的)?(?:有)?(?:哪些|哪几个)(?:是)?叶子?(?:结点|节点)?|叶子?(?:结点|节点)?(?:分别|都|各)*(?:有|是|为)?(?:哪些|哪几个|谁|什么)",
    ),
    ("leaves", r"(?:树)?(?:中)?(?:的)?(?:叶子?(?:结点|节点)?|终端结点)(?:的)?(?:总)?(?:个数|数目|数量|总数|数)?|叶子"),
    (
        "root",
        r"(?:树)?(?:的)?(?<!子树的)根(?!据)(?:结点|节点)?(?:处|上|里|中|内)?(?:保存|存放|包含|含有)?(?:的)?(?:关键字|关键码|值|元素|数据|数)?",
    ),
)


Asked: TypeAlias = list[tuple[int, str]]
"""(place in the text, question): `root`, `level`, `pre`, `in`, `post`, `height`, `leaves`, `leaf-list`, and of a key `left:24`, `right:24`,
`parent:24`, `depth:24`.
"""


def read_key_questions(reading: Reading) -> Asked:
    """What is asked of single keys, taken. To be called before the list of keys is read: `…, 53, 24 的左孩子` names 24 once more."""
    places: Asked = []
    for match in reading.take_all(
        rf"{_BEFORE}{_KEY}{_NODE}(?:左右(?:两个|两)?|左\s*(?:孩子|子结点|子节点|子女)?\s*[、,和与]\s*右){_CHILD}(?:中|里)?"
    ):
        places += [(match.start(), f"left:{match['key']}"), (match.start(), f"right:{match['key']}")]
    for match in reading.take_all(rf"{_BEFORE}{_KEY}{_NODE}(?P<side>[左右]){_CHILD}(?:中|里)?"):
        places.append((match.start(), f"{'left' if match['side'] == '左' else 'right'}:{match['key']}"))
    for match in reading.take_all(rf"{_BEFORE}{_KEY}{_NODE}(?:双亲|父亲|父母?|爸爸|爹)(?:结点|节点)?"):
        places.append((match.start(), f"parent:{match['key']}"))
    for match in reading.take_all(
        rf"{_BEFORE}{_KEY}{_NODE}(?:在|位于|处于|处在)(?:树(?:的)?)?(?:第)?(?:几|哪一?)层|(?:查找|搜索)(?:关键字)?\s*(?P<other>\d+)(?:时)?,?(?:需要?|要|应)?(?:进行|经过)?(?:比较|比)(?:多少|几)次"
    ):
        places.append((match.start(), f"depth:{match['key'] or match['other']}"))
    for match in reading.take_all(rf"(?:树)?根(?:结点)?(?:的)?(?P<side>[左右]){_CHILD}"):
        places.append((match.start(), "left:" if match["side"] == "左" else "right:"))
    return places


def read_tree_questions(reading: Reading) -> Asked:
    """What is asked of the whole tree, taken."""
    return [(found[0].start(), name) for name, pattern in _TREE_QUESTIONS if (found := reading.take_all(pattern))]


def in_order(places: Asked) -> list[str]:
    """The questions in the text's order."""
    return [name for _, name in sorted(places, key=lambda place: place[0])]


def answered(question: str, tree: Binary, lettered: bool) -> tuple[str, str]:
    """(the answer in a few words, the bare value) of one of `read_tree_questions`, keys told as the person wrote them.

    Raises:
        StayOut: a key that is not in the tree.
    """

    def told(keys: Sequence[str]) -> list[str]:
        return [told_key(key, lettered) for key in keys]

    walks = {"level": ("层序", level_order), "pre": ("先序", preorder), "in": ("中序", inorder), "post": ("后序", postorder)}
    if question in walks:
        name, walk = walks[question]
        keys = listed(told(walk(tree)))
        return f"{name}：{keys}", keys
    if question == "height":
        return f"高度 {height(tree)}", str(height(tree))
    if question == "leaves":
        return f"叶结点 {leaves(tree)} 个", str(leaves(tree))
    if question == "leaf-list":
        own = [
            node for node in level_order(tree) if (found := _below(tree, node)) is not None and found.left is None and found.right is None
        ]
        ends = [key for key in inorder(tree) if key in own]
        return f"叶结点 {listed(told(ends), '、')}", listed(told(ends))
    if question == "root":
        return f"根结点 {told_key(tree.key, lettered)}", told_key(tree.key, lettered)
    what, _, key = question.partition(":")
    key = key or told_key(tree.key, lettered)
    number = str(ord(key.upper()) - 64) if lettered and key.isalpha() else key
    at = _below(tree, number)
    if at is None:
        stay_out("a key that is not in the tree")
    shown = told_key(number, lettered)
    if what == "depth":
        level = _depth(tree, number)
        return f"{shown} 在第 {level} 层（查找它比较 {level} 次）", str(level)
    if what == "parent":
        above = next((node for node in level_order(tree) if number in _children(tree, node)), None)
        return (f"{shown} 的双亲是 {told_key(above, lettered)}", told_key(above, lettered)) if above else (f"{shown} 是根，没有双亲", "无")
    child = at.left if what == "left" else at.right
    side = "左" if what == "left" else "右"
    return (
        (f"{shown} 的{side}孩子是 {told_key(child.key, lettered)}", told_key(child.key, lettered))
        if child
        else (f"{shown} 没有{side}孩子", "无")
    )


def _below(tree: Binary | None, key: str) -> Binary | None:
    if tree is None or tree.key == key:
        return tree
    return _below(tree.left, key) or _below(tree.right, key)


def _children(tree: Binary, key: str) -> list[str]:
    node = _below(tree, key)
    return [child.key for child in (node.left, node.right) if child is not None] if node else []


def _depth(tree: Binary, key: str, level: int = 1) -> int:
    if tree.key == key:
        return level
    found = [_depth(child, key, level + 1) for child in (tree.left, tree.right) if child is not None and _below(child, key) is not None]
    return found[0]


def bare(answers: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Other wordings of answers given together: the bare values in a row."""
    values = [value for _, value in answers]
    joined = [", ".join(values), "；".join(values), "和".join(values)]
    if len(values) == 1 and re.fullmatch(r"[A-Z](?:, [A-Z])+", values[0]):
        joined.append(values[0].replace(", ", ""))
    return tuple(joined)
