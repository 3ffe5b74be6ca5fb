"""Reading problems about search trees that keys are inserted into: the insertions in order, and what is asked after which of them.

A question is told as `name`, `name:of` (a key, a level, a sort of rotation) and, where it is asked of the tree half way, `name:of@key`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.generators import patterns
from engine.generators.ds._insertions import Keys, read_keys
from engine.generators.markdown import listed
from engine.generators.patterns import caseless
from engine.generators.reading import INTEGER, SEQUENCE, Reading, stay_out, to_int, to_ints

_NODE = r"(?:结点)?"
_NAME = r"(?<![A-Za-z0-9.])(?:\d{1,4}|[A-Za-z][a-z]{0,9})(?![A-Za-z0-9.])"
_CHILD = r"(?:孩子|子结点|子女|儿子|孩|子(?!树|序))(?:结点)?"
_COLOUR = r"(?:是|为)?(?:什么|哪种|何种)?颜?色(?:的)?|(?:是|为)?红(?:色)?(?:的)?(?:还是|还|或|是)黑(?:色)?(?:的)?(?:结点)?|(?:什么|哪种|何种)(?:颜色|色)"
_PROPERTIES = (
    ("children", rf"左\s*[、和与,]?\s*右(?:两个|两)?{_CHILD}"),
    ("left", rf"左{_CHILD}"),
    ("right", rf"右{_CHILD}"),
    ("of-whom", rf"(?:是|为)?(?:谁|哪个(?:结点)?)的(?:左|右|什么|哪个)?(?:还是右)?{_CHILD}"),
    ("children", rf"(?<![左右]){_CHILD}"),
    ("parent", r"(?:双亲|父亲|父母|父结点|爸爸|爸|爹|父)(?:结点)?"),
    ("sibling", r"兄弟(?:结点)?"),
    (
        "depth",
        r"(?:在|位于|处于|处在)(?:树(?:的|里|中)?)?(?:第)?(?:几|哪一?)层|(?:所在)?(?:的)?层(?:次(?!遍历|序|的遍历)|数|号)|(?:在)?(?:的)?深度",
    ),
    ("factor", r"平衡因子(?:\(?左(?:子树)?(?:的)?(?:高度?|深度)?减去?右(?:子树)?(?:的)?(?:高度?|深度)?\)?)?"),
    ("colour", _COLOUR),
)
_ASK = r"(?:(?:的)?(?:关键字|值)?(?:分别|各|依次|应该?|会|最[后终]|变成|变)*(?:是|为|等于|有)?(?:哪个结点|哪一个|哪个|哪些|哪几个|谁|什么|几|多少|结点)?)"
_GLUE = rf"(?:(?:的)?(?:关键字|值)(?=和|与|及|以及|、))?{_ASK}(?:和|与|、|以及|及|,|又|并且|还有|跟)*(?:其|它|他|该结点)?(?:的)?"
_PROPERTY = "|".join(pattern for _, pattern in _PROPERTIES)
_CHAIN = rf"(?:{_PROPERTY})(?:{_GLUE}(?:{_PROPERTY})){{0,5}}{_ASK}"
_SUBJECT = rf"(?:(?:关键字|结点|键值?|值|元素)*(?:为)?\s*(?P<keys>{_NAME}(?:\s*(?:和|与|及|跟)\s*(?:结点|关键字)?\s*{_NAME}|\s*[、,]\s*{_NAME}(?=(?:\s*(?:[、,]|和|与|及)\s*{_NAME}){{0,4}}\s*(?:这)?[两三四五]个)|(?<=\d)\s*、\s*\d{{1,4}}(?!\d)){{0,4}})(?:这个?点?|那个?点?|这?[两三四五]个|各自?)?(?:在树(?:里|中)?)?(?:所在)?(?:的)?(?:那个)?{_NODE}|(?P<root>(?:树)?根(?:结点)?)|(?P<it>(?:它|其|该结点|这个结点|那个结点)))"
# The child of a child: `30 的右孩子的左孩子`, or `右孩子的左孩子` of the node just asked about.
_GRANDCHILD = rf"(?:(?:关键字|结点)?(?P<key>(?<![\d.])\d{{1,4}})(?:所在)?(?:的)?(?:结点)?(?:的)|(?P<root>根(?:结点)?(?:的)?)|(?:其|它的?|该)?(?<![\d的]))(?P<upper>左|右){_CHILD}的(?P<lower>左|右){_CHILD}(?:又|则|还)?{_ASK}"
_ABOUT = rf"{_SUBJECT}(?:(?:分别|最[后终]|此时|各|现在)*(?:的)?)(?P<chain>{_CHAIN})"

# `The root's key and its left child`: the root is asked, and what is asked of it.
_ROOT_BEFORE = re.compile(rf"根(?:结点)?(?:的)?(?:关键字|值)?{_ASK}(?:和|与|及|以及|、|,|又|还有)*$")

_WHOLE = (
    (
        "levels",
        r"(?:每一?层|各层|逐层)(?:上|的|分别)*(?:有|是)?(?:哪些|什么)?(?:关键字|结点)*(?:分别)?(?:是|有)?(?:哪些|什么)?(?=[?,。;]|$)",
    ),
    (
        "level",
        r"(?:从上到下(?:逐层|按层)?|自上而下(?:逐层|按层)?)?(?:的)?(?:层序|层次|逐层|按层次?|广度优先)(?:遍历)?(?:的)?(?:结点)?(?:序列|结果|次序|顺序)*",
    ),
    ("pre", r"(?:先序|[先前]根(?=遍历|次?序))(?:次序)?(?:遍历)?(?:的)?(?:结点)?(?:序列|结果|次序|顺序)*"),
    ("in", r"(?:中序|中根(?=遍历|次?序))(?:次序)?(?:遍历)?(?:的)?(?:结点)?(?:序列|结果|次序|顺序)*"),
    ("post", r"(?:后序|(?<!最)后根(?=遍历|次序))(?:次序)?(?:遍历)?(?:的)?(?:结点)?(?:序列|结果|次序|顺序)*"),
    (
        "row-count",
        rf"第\s*(?P<of>{INTEGER})\s*层(?:上|里|中)?(?:的)?(?:一共|共|总共)?(?:有|含)?(?:(?:几|多少)个(?:结点|关键字)|(?:结点|关键字)(?:的)?(?:个数|数目|总数|数(?!据)))(?:是|为)?(?:多少|几)?",
    ),
    (
        "row",
        rf"第\s*(?P<of>{INTEGER})\s*层(?:上|里|中)?(?:的)?(?:都|有|是|为)*(?:哪些|哪几个|什么|全部|所有)*(?:结点|关键字)*(?:从左(?:到|至|往)右)?(?:分别|依次|都|各)*(?:有|是|为)?(?:哪些|哪几个|什么|谁)?(?:结点|关键字)?",
    ),
    ("asl-failure", r"(?:查找)?(?:失败|不成功)(?:时|情况下)?(?:的)?(?:平均查找长度|ASL|平均比较次数)|ASL失败"),
    (
        "asl",
        r"(?:在)?(?:等概率(?:的)?(?:情况|条件|前提)?下?)?(?:,)?(?:的)?(?:查找)?(?:成功)?(?:时|情况下)?(?:的)?(?:平均查找长度|(?<![A-Za-z])ASL(?![A-Za-z])(?:成功)?|平均比较次数|平均(?:要|需要?)?比较(?:几|多少)次)(?!失败)",
    ),
    (
        "height",
        r"(?:树)?(?:的)?(?:高度|树高|(?<=树)高|(?<=树的)高|层数|深度)(?:有)?(?:是|为)?(?:多少层|几层|几)?|(?:有|共|一共|总共)+(?:几|多少)层|几层(?:高)?",
    ),
    ("factors", r"(?:各|每个|每一个|所有|全部)(?:个)?结点(?:的)?平衡因子(?:分别|各)*(?:是|为)?(?:多少|几)?"),
    (
        "unbalanced-list",
        r"平衡因子(?:不(?:等于|为|是)0|非0)的结点(?:分别)?(?:有|是)(?:哪些|哪几个|谁)|(?:哪些|哪几个)结点(?:的)?平衡因子(?:不(?:等于|为|是)0|非0)",
    ),
    (
        "unbalanced-count",
        r"(?:有)?(?:多少|几)?个?(?:结点(?:的)?)?平衡因子(?:不(?:等于|为|是)0|非0)(?:的)?(?:分支|非叶(?:子)?|内部)?(?:结点)?(?:的)?(?:个?数|数目|数量)?(?:是|为|有|共有)?(?:(?:几|多少)个?)?",
    ),
    (
        "balanced-list",
        r"平衡因子(?:为|是|等于|=)\s*(?P<of>-?[01])\s*的(?!叶)(?P<inner>分支|非叶(?:子)?|内部|非终端)?结点(?:分别)?(?:有|是)(?:哪些|哪几个|谁)|(?:哪些|哪几个)(?P<inner2>分支|非叶(?:子)?|内部|非终端)?结点(?:的)?平衡因子(?:是|为|等于|=)\s*(?P<of2>-?[01])",
    ),
    (
        "balanced",
        r"(?:有)?(?:多少|几)?个?平衡因子(?:为|是|等于|=)\s*(?P<of>-?[01])\s*的(?!叶)(?P<inner>分支|非叶(?:子)?|内部|非终端)?(?:结点)?(?:有|共有)?(?:的)?(?:个?数|数目|数量|总数)?(?:是|为|有)?(?:(?:几|多少)个?)?|(?:有)?(?:多少|几)个(?P<inner2>分支|非叶(?:子)?|内部|非终端)?结点(?:的)?平衡因子(?:为|是|等于|=)\s*(?P<of2>-?[01])",
    ),
    (
        "inner-list",
        r"(?:所有|全部|哪些|哪几个|有哪些)(?:的)?(?:是)?(?:非叶(?:子)?|分支|内部|非终端)结点|(?:非叶(?:子)?|分支|内部|非终端)结点(?:分别|都|各)*(?:有|是|为)(?:哪些|哪几个|谁)",
    ),
    (
        "inner",
        r"(?:有)?(?:多少|几)?个?(?:非叶(?:子)?|分支|内部|非终端)结点(?:的)?(?:总)?(?:个数|数目|数量|总数|数)?(?:一共|共)?(?:是|为|有)?(?:(?:几|多少)个?)?",
    ),
    (
        "degree-list",
        r"度(?:为|是)(?P<of3>1|2|一|二)的结点(?=(?:和|与|及|、|以及)叶子?(?:结点)?(?:分别|各|都)*(?:有|是)(?:哪些|哪几个|谁))|(?:哪些|哪几个)(?:结点)?(?:是)?度(?:为|是)(?P<of>1|2|一|二)(?:的)?(?:结点)?|度(?:为|是)(?P<of2>1|2|一|二)的(?:结点)?(?:分别)?(?:有|是)(?:哪些|哪几个|谁)",
    ),
    (
        "degree",
        r"(?:有)?(?:多少|几)?个?度(?:为|是)(?P<of>1|2|一|二)的(?:结点)?(?:的)?(?:个?数|数目|数量)?(?:有|共有|是|为)?(?:(?:几|多少)个?)?",
    ),
    (
        "leaf-both",
        r"(?:树)?(?:中)?(?:的)?叶子?(?:结点)?(?:一共|共)?(?:有)?(?:几|多少)个[,?、;和](?:它们|又)?(?:分别|都|各)*(?:是|有|为)(?:哪些|哪几个|谁|什么)(?:结点)?",
    ),
    (
        "leaf-list",
        r"叶子?(?:结点)?(?:的)?(?:按)?(?:从左(?:到|至|往)右)(?:依次|分别|的|顺序|次序|排列)*(?:有|是|为)(?=[\s()?？。,，;；]|$)|叶子?(?:结点)?(?:依次|分别)(?:有|是|为)(?=[\s()?？。,，;；]|$)|(?:指出|写出|列出|给出|标出)(?:它|其|该树|树|的|所有|全部|中|里)*叶(?!子?(?:结点)?\s*(?:的)?(?:个|数|总|有(?:多少|几)|共))子?(?:结点)?|叶子?(?:结点)?(?=(?:和|与|及|、|以及)(?:度(?:为|是)[12一二]的|非叶|分支|\ue000)\S{0,6}(?:分别|各|都)*(?:有|是)?(?:哪些|哪几个|谁))|叶子?(?:结点)?(?=(?:和|与|及|、|以及)\ue000+)(?!.{0,12}(?:几|多少)个)|(?:树)?(?:中)?(?:的)?(?:有)?(?:哪些|哪几个)(?:结点)?(?:是)?叶子?(?:结点)?|(?:所有|全部)(?:的)?叶子?(?:结点)?|叶子?(?:结点)?(?:从左(?:到|至|往)右)?(?:分别|都|各|依次)*(?:有|是|为)?(?:哪些|哪几个|谁|什么)",
    ),
    (
        "leaf-both",
        r"(?:其中|其|且|,)*叶子?(?:结点)?(?:分别|依次)?(?:为|是)多少(?=[,，。;；?？\s]|$)",
    ),
    (
        "leaves",
        r"(?:树)?(?:中)?(?:的)?(?:多少|几)?个?(?:叶子?(?:结点)?|终端结点)(?:的)?(?:总)?(?:个数|数目|数量|总数|数)?(?:有)?(?:(?:几|多少)个)?",
    ),
    (
        "search-path",
        rf"(?:查找|搜索|查)(?:关键字|结点)?\s*(?P<of>{_NAME})(?:时)?,?(?:依次|要|会|先后)*(?:和|与|跟)(?:哪些|哪几个)(?:关键字|结点|数)?(?:进行)?(?:比较|比)(?:过)?|(?:查找|搜索)\s*(?P<of2>{_NAME})(?:的)?(?:查找)?路径",
    ),
    (
        "depth",
        rf"(?:查找|搜索|查)(?:关键字|结点|元素)?\s*(?P<of>{_NAME})(?:时)?,?(?:的时候)?(?:总共|一共|共|需要?|要|应|得|关键字|进行|经过|过程中)*(?:比较?|比较)(?:了)?(?:的)?(?:(?:多少|几)次|次数)(?:关键字)?(?:的)?(?:比较)?|(?:查找|搜索|查)(?:关键字)?\s*(?P<of3>{_NAME})(?:时)?,?(?:需要?|要|得|共|进行)*(?:(?:多少|几)次(?:关键字|结点)?(?:的)?(?=比较)|(?:和|与)(?:多少|几)个(?:结点|关键字))(?:的)?(?:关键字)?(?:进行)?比较|(?:查找|搜索|查)(?:关键字)?\s*(?P<of2>{_NAME})(?:的)?(?:时)?(?:关键字)?比较次数",
    ),
    (
        "root",
        r"(?:整棵?)?(?:树)?(?:的)?(?<!子树的)根(?!据)(?:结点)?(?:处|上|里|中|内)?(?:保存|存放|包含|含有|变成|变为|换成)?(?:的)?(?:关键字|值|元素|数据|数)?",
    ),
    (
        "size",
        r"(?<![叶色终端])(?<!的)结点(?:的)?(?:总数|个数)|(?:共|一共|总共)?(?:有)?(?:多少|几)个结点",
    ),
)
_STAGE = rf"(?:在|当|把|将|若|如果|一旦|并)*(?P<more>再|又|接着|然后|继续|随后|此时|之后|最后)?(?:向|往|在)?(?:其|该树|它|里面?|树)?(?:中|里|面)?(?:再)?(?:插(?:入)?|放(?:入)?|加(?:入|上|进|一?个)|添加)(?:完|到|进|上|好|一?个)?(?:了)?(?:最后)?(?:的)?(?:那个|那一个|一个|这个|个|新)?(?:的)?(?:关键字|元素|结点|数)?(?:为)?\s*(?P<key>{_NAME})(?!\s*(?:[,、 ]|→|->)\s*(?:\d|[A-Z](?![a-z]*\s*的)))(?:这个?)?(?:关键字|元素|结点|数)?(?:进去|完成|完)?(?:之?后|以后|时|的时候|那一?次|这一?次|那一?步)?"
_BEFORE = rf"(?:在)?(?:插入?|放入?|加入?)(?:关键字|结点)?\s*(?P<key>{_NAME})?(?:之前|以前|前)(?!序)"
_ORDINAL = r"(?:在|当)?(?:插入)?第\s*(?P<ordinal>[一二三四五六七八九十]+|\d+)\s*个(?:关键字|元素|结点|数)?(?:被)?(?:插入|加入|放入)?(?:进去|去|完)?(?:之?后|时|以后|的时候)"
_LAST = r"(?:(?:在|当)?(?:插入)?最[后末](?:的)?一个(?:关键字|元素|结点|数)?(?:被)?(?:插入)?(?:进去|去|完)?(?:之?后|时|以后|的时候)?|最后一次插入(?:时|后)?)(?!先|改|换|不|(?:结点|关键字|元素|数)?(?:是|为)?(?:谁|哪|什么|几|多少))"
_FINAL = re.compile(
    "最终|最后(?!一)|全部|所有|整个|建好|建成|建完|插完|插入完|完成后|都插|整棵|总共|一共|共(?=做|进行|发生|旋|转|需|经过)|整个"
)
_SENTENCE = re.compile(r"[。;?!\n]")
WHICH_THEY_ARE = r"\s*[,、;?。]?\s*(?:请|并|又|且|它们|各|分别|都|依次|写出|指出|列出|其|即){0,4}(?:(?:是|为|有)(?:哪些|哪几个|什么|谁)(?:关键字|结点|元素|数)*|(?<=写出|列出|指出)(?:它们|这些|其)?(?:的)?(?:关键字|结点))"
"""What asks of things just counted which they are."""
FIRST = r"先(?=\s*(?:\ue000|依次|按|插入?\s*\ue000|放入?\s*\ue000|建|把|将|由|用))"
"""What only begins an account: `先 11 2 14, 再插 4`."""
_LISTING = r"\s*(?P<list>\d+(?:\s*[,、和 ]\s*\d+)+)"
_FURTHER = rf"(?:现(?=再|又|依次插)|再|又|接着|然后|继续|随后|之后)(?:向|往|在)?(?:其|该树|它|里面?)?(?:中|里|面)?(?:再|依次|陆续|顺次|先后|分别|继续)*(?:插(?:入)?|放(?:入)?|加入)(?:关键字|结点|元素|数)*{_LISTING}"
_WORDS = r"(?<![A-Za-z])[A-Z][a-z]{2,9}(?:\s*[,、]\s*[A-Z][a-z]{2,9}){2,}(?![A-Za-z])"


@dataclass(slots=True)
class Insertions:
    """What is inserted.

    Attributes:
        keys: all keys in order; words and letters by their ranks.
        names: what the ranks stand for, the least first; empty for numbers.
        given: the traversal (`pre` or `level`) that tells the tree before, with its keys; None for an empty tree.
        marks: (place in the text, key) of every mention of a single insertion.
        added: how many of the last keys are told apart from the others ("再插入").
        added_at: where the list of keys and where the first of those stand in the text.
    """

    keys: tuple[int, ...]
    names: tuple[str, ...] = ()
    given: tuple[str, tuple[int, ...]] | None = None
    marks: list[tuple[int, int]] = field(default_factory=list)
    added: int = 0
    added_at: tuple[int, int] | None = None

    def number(self, text: str) -> int:
        """The value of a key as written.

        Raises:
            StayOut: it is none of the keys.
        """
        if self.names:
            folded = [name.lower() for name in self.names]
            return folded.index(text.lower()) + 1 if text.lower() in folded else stay_out(f"no key: {text}")
        return int(text) if text.isdigit() else stay_out(f"no key: {text}")

    def stage(self, place: int, reading: Reading) -> int | None:
        """The key after whose insertion something at that place of the text is asked; None: after all of them.

        Raises:
            StayOut: the text may mean the stage of an earlier sentence.
        """
        # Asked before anything is said of further keys, in a sentence of its own.
        before_more = self.added_at is not None and self.added_at[0] < place < self.added_at[1] and self.added < len(self.keys)
        if before_more and self.added_at is not None and _SENTENCE.search(reading.text, place, self.added_at[1]):
            return self.keys[-self.added - 1]
        starts = [0, *(mark.end() for mark in _SENTENCE.finditer(reading.text, 0, place))]
        end = _SENTENCE.search(reading.text, place)
        before = [(at, key) for at, key in self.marks if starts[-1] <= at <= place]
        final = [mark.start() for mark in _FINAL.finditer(reading.text, starts[-1], place + 4)]
        if before and (not final or final[-1] < before[-1][0]):
            key = before[-1][1]
        elif final:
            return None
        elif after := [key for at, key in self.marks if place < at < (end.start() if end else len(reading.text))]:
            key = after[0]
        else:
            earlier = [key for at, key in self.marks if at < place]
            if earlier and earlier[-1] != self.keys[-1]:
                stay_out("the tree half way, or at the end")
            return None
        return None if key == self.keys[-1] else key


def read_given_tree(reading: Reading) -> tuple[str, tuple[int, ...]] | None:
    """The tree before the insertions as its preorder or level order tells it, taken; None where it begins empty."""
    found = reading.take(
        rf"(?P<order>先序|先根|层序|层次)(?:遍历)?(?:的)?(?:序列|结果)?(?:打出来|写出来|给出|输出|给你)?(?:为|是|:)*\s*(?:\(|\{{)?(?P<keys>{SEQUENCE})(?:\)|\}})?"
    )
    return None if found is None else ("level" if found["order"].startswith("层") else "pre", to_ints(found["keys"]))


def read_insertions(reading: Reading, given: tuple[str, tuple[int, ...]] | None = None) -> Insertions | None:
    """The insertions, taken; None where there is no list of keys. To be called after `questions_about_keys`.

    `given`: the tree before, from `read_given_tree`.

    Raises:
        StayOut: another list, a key twice, an insertion before the list that is not in it.
    """
    further = reading.take(_FURTHER)
    earlier = [(match.start(), match["key"]) for match in reading.take_all(_BEFORE)]
    marks: list[tuple[int, str, bool]] = [(match.start(), match["key"], bool(match["more"])) for match in reading.take_all(_STAGE)]
    ordinals = reading.take_all(_ORDINAL)
    lasts = reading.take_all(_LAST)
    place = next((match.start() for match in patterns.finditer(rf"{SEQUENCE}|{_WORDS}", reading.rest)), -1)
    names: tuple[str, ...] = ()
    keys: tuple[int, ...] = ()
    if given is None:
        words = reading.take(_WORDS)
        if words is not None:
            told = patterns.findall("[A-Za-z]+", words[0])
            names = tuple(sorted({word.lower() for word in told}))
            keys = tuple(names.index(word.lower()) + 1 for word in told)
            names = tuple(next(word for word in told if word.lower() == name) for name in names)
            reading.take_all(
                r"(?:以|按|依)?(?:照)?(?:英文)?(?:单词|字母|月份(?:缩写|英文)?)?(?:的)?(?:字典|字母)(?:表)?(?:顺?序|次序)(?:为|作为|的)?(?:比较)?(?:大小)?"
            )
            if reading.has(SEQUENCE) or len(set(keys)) != len(keys):
                stay_out("keys")
        else:
            found_keys = read_keys(reading)
            if found_keys is None:
                return None
            keys, names = _ranked(found_keys)
    elif reading.has(SEQUENCE):
        stay_out("two lists of keys")
    insertions = Insertions(keys, names, given)
    present = {*keys, *(given[1] if given else ())}
    after_all = [match.start() for match in reading.take_all(r"(?<![^\s,;。?:])(?:插入|放|加)(?:之后|以后|后|完)(?!\d)")]
    built_before = given is not None or patterns.search("已|原(?!来)|得到|建成|建好|现|构成|组成|当前|再", reading.text) is not None
    added: list[int] = []
    for at, written, more in sorted(marks):
        key = insertions.number(written)
        if key in present or key in added:
            if more and key not in added:
                stay_out("a key twice")
        elif at < place or names or further is not None or not (more or built_before):
            stay_out(f"no such insertion: {key}")
        else:
            added.append(key)
        insertions.marks.append((at, key))
    if further is not None:
        added += to_ints(further["list"])
    insertions.keys = (*keys, *added)
    insertions.added = len(added)
    first_added = [at for at, key in insertions.marks if key in added] + ([further.start()] if further is not None else [])
    if added and given is None:
        insertions.added_at = (place, min(first_added))
    if not insertions.keys or len({*present, *added}) != len(present) + len(added):
        stay_out("a key twice")
    for match in ordinals:
        number = to_int(match["ordinal"])
        insertions.marks.append((match.start(), insertions.keys[number - 1]) if 1 <= number <= len(insertions.keys) else stay_out("keys"))
    insertions.marks += [(match.start(), insertions.keys[-1]) for match in lasts]
    for at, written in earlier:
        if written is None and insertions.added != 1:
            stay_out("before which insertion")
        number = insertions.keys.index(insertions.number(written)) if written else len(insertions.keys) - 1
        insertions.marks.append((at, insertions.keys[number - 1] if number else stay_out("the tree before is not told here")))
    insertions.marks += [(at, insertions.keys[-1]) for at in after_all]
    insertions.marks.sort()
    return insertions


def _ranked(found: Keys) -> tuple[tuple[int, ...], tuple[str, ...]]:
    if not found.lettered:
        return found.values, ()
    ordered = sorted(found.values)
    return tuple(ordered.index(value) + 1 for value in found.values), tuple(chr(64 + value) for value in ordered)


def shown(insertions: Insertions) -> str:
    """The keys in the order of their insertion, as written."""
    return listed(insertions.names[key - 1] if insertions.names else key for key in insertions.keys)


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


_SUBTREES = r"(?:根(?:结点)?的|(?:整棵)?树的|其|它的)?(?P<sides>左\s*[、,和与]?\s*右|左|右)子树(?:中|里|上)?(?:各|分别)*(?:的)?(?P<what>先序|中序|后序|层序|层次|高度|深度|(?:共|各|一共)?(?:有|含)?(?:(?:多少|几)个?结点|结点(?:数|个数|总数))|根(?:结点)?)(?:遍历)?(?:序列)?(?:各|分别)*(?:有|是|为)?(?:多少|几|什么|谁|哪个)?(?:个)?"
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


def staged(questions: Sequence[Question], insertions: Insertions, reading: Reading) -> list[str]:
    """The questions in the text's order, each with the key after whose insertion it is asked."""
    told, since = [], 0
    single = insertions.keys[: len(insertions.keys) - insertions.added]
    for question in sorted(questions, key=lambda each: each.place):
        between = {key for at, key in insertions.marks if since <= at <= question.place and key in single}
        if len(between) > 1:
            stay_out("after two insertions")
        since = question.place
        stage = insertions.stage(question.place, reading)
        of = question.of
        if of and insertions.names and not of.isdigit():
            of = str(insertions.number(of))
        told.append(question.name + (f":{of}" if of else "") + (f"@{stage}" if stage is not None else ""))
    stages = {int(each.partition("@")[2]) if "@" in each else insertions.keys[-1] for each in told}
    last = max((question.place for question in questions), default=0)
    if any(at > last and key not in stages for at, key in insertions.marks):
        stay_out("a further insertion, of which nothing else is asked")
    return list(dict.fromkeys(told))
