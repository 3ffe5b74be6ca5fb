"""Reading the figures of a hash table: its function, and its length."""

from __future__ import annotations

from engine.generators.ds._hash_table.words import FUNCTION
from engine.generators.reading import INTEGER, Reading, stay_out, to_int


def function_of(reading: Reading) -> tuple[int | None, int, int]:
    """(divisor, factor, addend) of the function, taken.

    Raises:
        StayOut: there are two functions, or one of another sort.
    """
    found = {
        (int(match["value"]), int(match["factor"] or match["later"] or 1), int(match["addend"] or 0))
        for match in reading.take_all(FUNCTION)
    }
    stated = reading.take_one(
        (
            r"[用以把拿]?(?:关键字|关键码|键值?|(?<![A-Za-z])key|(?<![A-Za-z])[kx])?(?:除以|模|对)\s*(?P<value>\d+)后?(?:所得|得到|取|求|的)*余数?",
            r"(?:除留余数法,?)?\(?(?:除数|模|对)\s*p?\s*(?:为|取|是|=)?\s*(?P<value>\d+)(?:取[余模]|求余)?\)?",
            r"(?<![A-Za-z])(?:key|k|x|关键字)\s*(?:%|mod)\s*(?P<value>\d+)",
            r"(?<![A-Za-z0-9])p\s*(?:=|取|为)\s*(?P<value>\d+)",
        ),
        to_int,
    )
    if len(found) > 1 or (stated is not None and any(each[0] != stated for each in found)):
        stay_out("two functions")
    if reading.has(r"[%*+]|(?<![A-Za-z])mod(?![A-Za-z])"):
        stay_out("another function")
    return next(iter(found)) if found else (stated, 1, 0)


def length_of(reading: Reading) -> int | None:
    """The length of the table, taken; None where it is not told.

    Raises:
        StayOut: two lengths.
    """
    length = reading.take_one(
        (
            rf"(?:表|数组)的?总?长度?也?\s*m?\s*(?:为|是|取|设为|按|=|:)*\s*(?P<value>{INTEGER})",
            rf"(?:表|数组)?的?(?:长度|大小|容量)\s*m?\s*(?:为|是|=|:)?\s*(?P<value>{INTEGER})",
            rf"表?长\s*m?\s*(?:为|是|=|:)?\s*(?P<value>{INTEGER})的",
            rf"(?<=\ue000)长度?\s*(?:为|是|=|:)?\s*(?P<value>{INTEGER})",
            rf"(?<![A-Za-z0-9])m\s*=\s*(?P<value>{INTEGER})",
        ),
        to_int,
    )
    last = reading.take_one(
        r"(?:(?:散列|存储)?地址(?:空间|范围|区间)?[为是从]?)?\s*\(?\s*(?:地址|下标|编号)?[从为是]?\s*(?<!\d)0\s*(?:~|-|到|至)\s*(?P<value>\d+)\s*\)?",
        to_int,
    )
    if last is not None and length not in (None, last + 1):
        stay_out("two lengths")
    return last + 1 if last is not None else length
