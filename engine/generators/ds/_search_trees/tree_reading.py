"""Reading problems about search trees that keys are inserted into: the insertions in order, and what is asked after which of them.

A question is told as `name`, `name:of` (a key, a level, a sort of rotation) and, where it is asked of the tree half way, `name:of@key`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.generators import patterns
from engine.generators.ds._search_trees.insertions import Keys, read_keys
from engine.generators.ds._search_trees.questions import NAME, Question
from engine.generators.markdown import listed
from engine.generators.reading import SEQUENCE, Reading, stay_out, to_int, to_ints

_STAGE = rf"(?:在|当|把|将|若|如果|一旦|并)*(?P<more>再|又|接着|然后|继续|随后|此时|之后|最后)?[向往在]?(?:其|该树|它|里面?|树)?[中里面]?再?(?:插入?|放入?|加(?:入|上|进|一?个)|添加)(?:完|到|进|上|好|一?个)?了?(?:最后)?的?(?:那个|那一个|一个|这个|个|新)?的?(?:关键字|元素|结点|数)?为?\s*(?P<key>{NAME})(?!\s*(?:[,、 ]|→|->)\s*(?:\d|[A-Z](?![a-z]*\s*的)))(?:这个?)?(?:关键字|元素|结点|数)?(?:进去|完成|完)?(?:之?后|以后|时|的时候|那一?次|这一?次|那一?步)?"
_BEFORE = rf"在?(?:插入?|放入?|加入?)(?:关键字|结点)?\s*(?P<key>{NAME})?(?:之前|以前|前)(?!序)"
_ORDINAL = r"[在当]?(?:插入)?第\s*(?P<ordinal>[一二三四五六七八九十]+|\d+)\s*个(?:关键字|元素|结点|数)?被?(?:插入|加入|放入)?(?:进去|去|完)?(?:之?后|时|以后|的时候)"
_LAST = r"(?:[在当]?(?:插入)?最[后末]的?一个(?:关键字|元素|结点|数)?被?(?:插入)?(?:进去|去|完)?(?:之?后|时|以后|的时候)?|最后一次插入[时后]?)(?!先|改|换|不|(?:结点|关键字|元素|数)?[是为]?(?:谁|哪|什么|几|多少))"
_FINAL = re.compile(
    "最终|最后(?!一)|全部|所有|整个|建好|建成|建完|插完|插入完|完成后|都插|整棵|总共|一共|共(?=做|进行|发生|旋|转|需|经过)|整个"
)
_SENTENCE = re.compile(r"[。;?!\n]")
FIRST = r"先(?=\s*(?:\ue000|依次|按|插入?\s*\ue000|放入?\s*\ue000|建|把|将|由|用))"
"""What only begins an account: `先 11 2 14, 再插 4`."""
_LISTING = r"\s*(?P<list>\d+(?:\s*[,、和 ]\s*\d+)+)"
_FURTHER = rf"(?:现(?=再|又|依次插)|再|又|接着|然后|继续|随后|之后)[向往在]?(?:其|该树|它|里面?)?[中里面]?(?:再|依次|陆续|顺次|先后|分别|继续)*(?:插入?|放入?|加入)(?:关键字|结点|元素|数)*{_LISTING}"
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
        rf"(?P<order>先序|先根|层序|层次)(?:遍历)?的?(?:序列|结果)?(?:打出来|写出来|给出|输出|给你)?[为是:]*\s*(?:\(|\{{)?(?P<keys>{SEQUENCE})(?:\)|\}})?"
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
                r"[以按依]?照?(?:英文)?(?:单词|字母|月份(?:缩写|英文)?)?的?(?:字典|字母)表?(?:顺?序|次序)(?:为|作为|的)?(?:比较)?(?:大小)?"
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
        if written and insertions.number(written) not in insertions.keys:
            stay_out("before a key that is not inserted")
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
