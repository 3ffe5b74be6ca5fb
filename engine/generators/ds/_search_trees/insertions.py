"""Reading problems about search trees that keys are inserted into one by one: the list of keys, and the answers in a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.generators import patterns
from engine.generators.ds._clauses import MANY, count_of, refuse_negative
from engine.generators.reading import SEQUENCE, Reading, stay_out, to_ints

KEY_WORDS = r"(?:关键字|关键码|关键词|元素|结点|节点|整数|数字|数据|数|字母|键值?|值)"
_LETTERS = r"(?<![A-Za-z0-9])[A-Za-z](?:\s*[,、 →]\s*[A-Za-z](?![A-Za-z0-9])){2,}(?![A-Za-z0-9])"
_ASCENDING = r"[按从以]*(?:从?小到大|由小到大|递增|升序|增序)的?(?:顺序|次序)?地?"
_DESCENDING = r"(?:按|从|以|这样)*(?:从?大到小|由大到小|递减|降序|倒着|倒序|逆序)的?(?:顺序|次序)?地?"


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys in the order of their insertion.

    Attributes:
        values: numbers; letters are told by their places in the alphabet.
        lettered: whether they are letters.
    """

    values: tuple[int, ...]
    lettered: bool


def read_keys(reading: Reading, least: int = 3) -> Keys | None:
    """The one list of keys, taken; None where there is none.

    Raises:
        StayOut: there are two lists, a key comes twice, or another number of keys is stated.
    """
    refuse_negative(reading)
    found = {to_ints(match[0]) for match in reading.take_all(SEQUENCE)}
    lettered = False
    if not found:
        found = {tuple(ord(letter) - 64 for letter in patterns.findall("[A-Z]", match[0].upper())) for match in reading.take_all(_LETTERS)}
        lettered = True
        reading.take_all(r"\(?[按以依]?照?(?:字母|字典|英文字母)表?的?(?:顺?序|次序|先后)*(?:进行)?(?:比较|的?大小(?:比较)?)?(?:大小)?\)?")
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


def bare(answers: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Other wordings of answers given together: the bare values in a row."""
    values = [value for _, value in answers]
    joined = [", ".join(values), "；".join(values), "和".join(values)]
    if len(values) == 1 and patterns.fullmatch(r"[A-Z](?:, [A-Z])+", values[0]):
        joined.append(values[0].replace(", ", ""))
    if len(values) == 1 and (average := patterns.fullmatch(r"(\d+/\d+) [≈=] (\d[\d.]*)", values[0])):
        joined += average.groups()
    return tuple(joined)
