"""Loops over an array in C: their heads, what their statement touches, and statements that are told in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from engine.generators import patterns
from engine.generators.patterns import caseless
from engine.generators.reading import stay_out

# The signs [ ] { } < are gone from a normalised text: `for(i=0;i<64;i++) s+=a[i];` is `for(i=0;i64;i++) s+=ai;`.
_FOR = r"for\s*\(\s*(?:int\s+)?(?P<v>[a-z])\s*=\s*(?P<start>\d+)\s*[;,\s]\s*(?P=v)\s*(?P<last>=?)\s*(?P<end>\d+)\s*[;,\s]\s*(?:(?P=v)\s*\+\+|\+\+\s*(?P=v)|(?P=v)\s*(?:\+=\s*(?P<step>\d+)|=\s*(?P=v)\s*\+\s*(?P<step2>\d+)))\s*\)"
_BODY = re.compile(
    r"\s*(?P<code>[A-Za-z][A-Za-z0-9]*(?:\s[a-z0-9])?\s*(?:[-+*/]?=|\+\+)[^;。\u3400-\u9fff]{0,40}?|[A-Za-z]+\s*\+\+)\s*(?:;|[,。]|(?=\s*[\u3400-\u9fff])|\s{2}|\n|$)"
)
_LABEL = re.compile(r"(?:程序段?|代码段?|函数|算法|方案|循环)\s*(?P<name>[A-D]|[1-4]|[一二甲乙])(?![A-Za-z\d])")
# A statement on one element, and what says how many there are: `循环里 a[i]=a[i]+32`, `int a[1024]`, `i 从 0 到 1023`.
_STATEMENT = re.compile(
    r"(?:对)?(?:每个元素|各元素|所有元素)?(?:(?:在)?(?:for)?循环(?:体)?(?:里|中|内|体)?(?:就|只有?|是|执行|一句|语句|的|:|为)*|(?:依次|逐个|顺序)(?:执行|做|进行)?)\s*"
    r"(?P<code>(?<![A-Za-z])(?P<name>[a-z])\s*(?P<v>[ijk])\s*(?:=\s*(?P=name)\s*(?P=v)\s*[-+*/]\s*\d+|[-+*/]=\s*\d+|\+\+))(?![A-Za-z\d])\s*;?"
)
_LENGTH = re.compile(r"(?:长度|(?<![块行])大小)(?:为|是)?\s*(?P<n>\d+)(?!\s*[KMG]?B)(?:的)?|(?P<m>\d+)\s*个(?:int|float|元素)")
_RANGE = re.compile(r"(?<![A-Za-z])[ijk]\s*(?:从|由|=)\s*0\s*(?:到|至|~|-)\s*(?P<last>\d+)")


@dataclass(slots=True)
class Code:
    """The programs found in a text, each with its label, loops, order of indices and accesses; their array; the text without them."""

    programs: list[dict[str, Any]]
    array: str
    left: str


def programs_of(text: str) -> Code:
    """Every loop, or nest of two, over one array.

    Raises:
        StayOut: loops that are not understood.
    """
    text = _as_loop(patterns.sub(r"(?<=for)\s+(?=\()", "", text))
    programs: list[dict[str, Any]] = []
    names: set[str] = set()
    spans: list[tuple[int, int]] = []
    loops = list(caseless(_FOR).finditer(text))
    place = number = 0
    while number < len(loops):
        nest = [loops[number]]
        if number + 1 < len(loops) and not text[nest[0].end() : loops[number + 1].start()].strip():
            nest.append(loops[number + 1])
        number += len(nest)
        body = _BODY.match(text, nest[-1].end())
        if body is None:
            stay_out("a loop without a statement")
        touched, name, order = _accesses(body["code"], [loop["v"].lower() for loop in nest])
        label = [found["name"] for found in _LABEL.finditer(text, place, nest[0].start())]
        ranges = [[int(loop["start"]), int(loop["end"]) + bool(loop["last"]), int(loop["step"] or loop["step2"] or 1)] for loop in nest]
        programs.append({"label": f"程序{label[-1]}" if label else "", "loops": ranges, "order": order, "accesses": touched})
        names.add(name)
        spans.append((nest[0].start(), body.end()))
        place = body.end()
    if len(names) > 1 or (len(programs) > 1 and not all(program["label"] for program in programs)):
        stay_out("not loops over one array, or one loop after the other on the same cache")
    for start, end in reversed(spans):
        text = f"{text[:start]} {text[end:]}"
    return Code(programs, names.pop() if names else "", text)


def _as_loop(text: str) -> str:
    """`对长度为 1024 的数组依次执行 a[i]=a[i]+32` as a loop."""
    body = _STATEMENT.search(text)
    if patterns.search(r"for\s*\(", text) or body is None:
        return text
    counts: set[int] = set()
    plain = text.replace(body[0], " @ ")
    if declared := patterns.search(rf"(?<![A-Za-z]){body['name']}\s*(?P<n>\d+)(?![A-Za-z\d])", plain):
        counts.add(int(declared["n"]))
    if found := _RANGE.search(plain):
        counts.add(int(found["last"]) + 1)
        plain = plain.replace(found[0], "")
    if not counts and (found := _LENGTH.search(plain)):
        counts.add(int(found["n"] or found["m"]))
        plain = plain.replace(found[0], "")
    if len(counts) != 1:
        return text
    return plain.replace("@", f"for({body['v']}=0;{body['v']}{counts.pop()};{body['v']}++) {body['code']}; ")


def _accesses(code: str, variables: list[str]) -> tuple[int, str, list[int]]:
    """How often the body touches the element, the array's name, and the order of its indices.

    Raises:
        StayOut: not one element of one array.
    """
    plain = patterns.sub(r"\s", "", code).lower()
    reference = re.compile(rf"(?<![a-z0-9])(?P<name>[a-z])(?P<index>[{''.join(variables)}]{{{len(variables)}}})(?![a-z0-9])")
    found = list(reference.finditer(plain))
    if not found or len({(match["name"], match["index"]) for match in found}) != 1 or found[0]["name"] in variables:
        stay_out("not one element")
    index = found[0]["index"]
    if len(set(index)) != len(variables):
        stay_out("an index twice")
    # What else stands there may be plain variables and numbers; `ai+1` beside another array could be a[i+1].
    rest = reference.sub("@", plain)
    if not patterns.fullmatch(r"(?:@|[a-z]{1,6}|\d+|[-+*/=().]|\+=)+", rest) or patterns.search(r"[a-z][ijk]\d|@\d|\d@", rest):
        stay_out(code)
    sides = patterns.match(r"(.*?)([-+*/]?=|\+\+)(.*)", rest)
    if sides is None:
        stay_out(code)
    left, sign, right = sides.groups()
    count = right.count("@")
    if left == "@":
        if sign == "=" and not count and right and not patterns.fullmatch(r"[a-z0-9.]+", right):
            stay_out(code)
        count += 1 if sign == "=" else 2
    elif "@" in left or (sign == "=" and "@" in right and patterns.search(r"@[-+]\d", right)):
        stay_out("an element or its neighbour")
    return count, found[0]["name"], [variables.index(letter) for letter in index]
