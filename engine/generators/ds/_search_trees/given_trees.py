"""Search trees that are told node by node: `根是 50，左孩子 30，右孩子 70，70 的左右孩子分别是 60、80`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.generators import patterns
from engine.generators.reading import stay_out

_KEY = r"(?<![\dA-Za-z.])\d{1,4}(?![\dA-Za-z.])"
_COLOUR = r"(?:\s*[(（]?[是为]?(?P<{0}>红|黑)色?(?:结点)?[)）]?)?"
_IS = r"的?(?:关键字|值)?\s*(?:分别|依次)?(?:是|为|有|:|：|=)?\s*"
_CHILD = r"(?:孩子|子结点|子节点|子女|儿子|孩|子(?!树))(?:结点|节点)?"
_OF = rf"(?:(?P<of>{_KEY})(?:这个)?(?:结点|节点)?[还又]?[有下]?(?:一?个)?(?:\s*的)?\s*|(?P<top>根)(?:结点|节点)?的\s*|其|它的?)?还?有?(?:一?个)?"
_NODE = "(?:结点|节点)"
_LEAF = (
    rf"(?P<leaf>\s*[(（](?:它们|两者|二者)?[均都皆]?[为是]?叶子?{_NODE}?[)）]|\s*[,，]?(?:且|它们|两者|二者)*[均都皆][为是]叶子?{_NODE}?)?"
)
_STATEMENT = re.compile(
    rf"(?:树?根{_NODE}?(?!的左|的右){_IS}(?P<root>{_KEY}){_COLOUR.format('rootcolour')}"
    rf"|{_OF}左\s*[、,，和]?\s*右(?:两个)?{_CHILD}{_IS}(?P<first>{_KEY}){_COLOUR.format('firstcolour')}\s*[、,，和与]\s*(?P<second>{_KEY}){_COLOUR.format('secondcolour')}"
    rf"|{_OF.replace('<of>', '<whose>').replace('<top>', '<apex>')}(?P<side>左|右){_CHILD}{_IS}(?P<child>{_KEY}){_COLOUR.format('childcolour')}){_LEAF}(?:[,，;；、。]|\s|和(?=\s*[左右]))*"
)
_NO_OTHERS = re.compile(r"[(（]?(?:都|均|此外|另外|其余)*(?:没有|无)(?:别的|其他|其它|更多)?的?(?:结点|节点|孩子)了?[)）]?[,，;；。]?")


@dataclass(frozen=True, slots=True)
class GivenTree:
    """A tree as told.

    Attributes:
        keys: in preorder.
        reds: the red keys; None where no colours are told.
    """

    keys: tuple[int, ...]
    reds: tuple[int, ...] | None


def take_given_tree(text: str) -> tuple[str, GivenTree | None]:
    """The text without the tree it tells node by node, and the tree; None where it tells none.

    Raises:
        StayOut: nodes that do not make one search tree, or of which some have no colour.
    """
    found = list(_STATEMENT.finditer(text))
    begin = next((number for number, match in enumerate(found) if match["root"]), len(found))
    found = found[begin:]
    if len(found) < 3 or patterns.search(r"[?？]|多少|哪", text[found[0].start() : found[-1].end()]):
        return text, None
    root = int(found[0]["root"])
    children: dict[int, dict[str, int]] = {root: {}}
    colours = {root: found[0]["rootcolour"]}
    subject = root
    leaves: set[int] = set()
    for match in found[1:]:
        if match["root"]:
            stay_out("two roots")
        named = match["of"] or match["whose"]
        subject = int(named) if named else root if match["top"] or match["apex"] else subject
        if match["child"]:
            pairs = [(match["side"], int(match["child"]), match["childcolour"])]
        else:
            pairs = [("左", int(match["first"]), match["firstcolour"]), ("右", int(match["second"]), match["secondcolour"])]
        for side, key, colour in pairs:
            if subject not in children or key in children or side in children[subject]:
                stay_out("nodes of no tree")
            children[subject][side] = key
            children[key] = {}
            colours[key] = colour
            if match["leaf"]:
                leaves.add(key)
    if any(children[key] for key in leaves):
        stay_out("a leaf with children")
    keys = _preorder(root, children)
    if any(
        (later < key) != (side == "左")
        for key, below in children.items()
        for side, at in below.items()
        for later in _preorder(at, children)
    ):
        stay_out("no search tree")
    if any(colours.values()) and not all(colours.values()):
        stay_out("a node without colour")
    spans = [match.span() for match in found]
    rest = "".join(sign if not any(start <= place < end for start, end in spans) else " " for place, sign in enumerate(text))
    reds = tuple(key for key in keys if colours[key] == "红") if all(colours.values()) else None
    return _NO_OTHERS.sub(" ", rest), GivenTree(tuple(keys), reds)


def _preorder(key: int, children: dict[int, dict[str, int]]) -> list[int]:
    return [key, *(each for side in ("左", "右") if side in children[key] for each in _preorder(children[key][side], children))]
