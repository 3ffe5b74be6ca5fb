"""One question of several masks, addresses or blocks that are listed behind it: each is read as if it were the only one."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping
from typing import Any

from engine.generators import patterns
from engine.generators.cn._addresses.blocks import number_of, prefix_of
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import StayOut

_LISTED = re.compile(
    r"(?:以下|下列|下面|如下)(?:各|这?几|[两三四五六2-6])?个?(?:的)?(?P<noun>(?:子网|网络|地址)*掩码|(?:CIDR)?地址块|(?:IP)?地址|网络地址|网络)"
)
_ITEM = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?:\s?/\s?\d{1,2})?(?![\d.])")
_PREFIXES = re.compile(
    r"(?:所)?(?:相)?(?:对应|应)的(?:网络)?前缀(?:的)?(?:长度)?(?:各|分别|都)*(?:有|是|为)?(?:多少|几)(?:个)?(?:位|比特)?(?:长)?[?。]?"
)
_BETWEEN = re.compile(r"(?:\(\s*[1-9]\s*\)|[1-9]\s*[)、.]|[\s,;、。和与及:])*")


_MASK = r"255(?:\.\d{1,3}){3}(?![\d.])"
# `…掩码 A，求网络地址。若掩码改为 B，网络地址又是什么`: twice the same address.
_OTHER_MASK = re.compile(
    rf"(?P<first>[^。?;]*?(?<![\d.])(?P<mask>{_MASK})[^。?;]*[。?;])\s*(?:\(?2\)?[.、]?\s*)?(?:在(?:上例|上题|上面|此例)(?:中)?,?)?(?:若|如果|假如|现|当)?(?:将|把)?(?:其|该)?(?:子网|网络|地址)*掩码(?:改|换|变)(?:为|成|用)?\s*(?P<other>{_MASK}),?(?:则|那么)?(?P<ask>[^。?;]+[。?]?)\s*"
)


def with_other_mask(recognise: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A recogniser of an address with one mask and then with another, by one of a single mask."""

    def read(text: str) -> Recognition | None:
        found = _OTHER_MASK.fullmatch(normalise(text).strip())
        if found is None or len(patterns.findall(_MASK, found["first"])) != 1:
            return None
        told = found["first"][: found.end("mask") - found.start("first")].replace(found["mask"], found["other"])
        asked = patterns.sub("^(?:又|仍|再)|(?<=[址号围数])(?:又|仍)(?=[是为有])", "", found["ask"])
        seen = []
        for single in (found["first"], f"{told},{asked}"):
            try:
                one = recognise(single)
            except StayOut:
                return None
            if one is None or not one.confident:
                return None
            seen.append(one)
        labels = [f"掩码为 {mask} 时，" for mask in (found["mask"], found["other"])]
        return Recognition(
            parameters={"task": "listed", "each": [dict(one.parameters) for one in seen], "labels": labels},
            understood=tuple(dict.fromkeys(pair for one in seen for pair in one.understood)),
        )

    return read


def each_listed(recognise: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A recogniser of such a question, by one of a single item."""

    def read(text: str) -> Recognition | None:
        text = normalise(text)
        listed = _LISTED.search(text)
        if listed is None:
            return None
        items = list(_ITEM.finditer(text, listed.end()))
        if not 2 <= len(items) <= 8 or _ITEM.search(text, 0, listed.start()):
            return None
        between = [text[one.end() : other.start()] for one, other in itertools.pairwise(items)] + [text[items[-1].end() :]]
        if not all(_BETWEEN.fullmatch(gap) for gap in between):
            return None
        opening = patterns.sub(r"(?:\(\s*1\s*\)|\b1\s*[)、.])?\s*$", "", text[: items[0].start()])
        if listed["noun"].endswith("掩码") and _PREFIXES.fullmatch(opening[listed.end() :].strip(" :,\n")):
            return _prefixes([item[0] for item in items])
        found = []
        for item in items:
            single = patterns.sub("分别|各自|各", "", f"{opening[: listed.start()]}{listed['noun']}{item[0]}{opening[listed.end() :]}")
            single = patterns.sub(r"(?:试|请)*(?:辨认|辨别|识别|判断|判别|指出|说出)", "求", single)
            try:
                seen = recognise(single.strip(" :,\n"))
            except StayOut:
                return None
            if seen is None or not seen.confident:
                return None
            found.append(seen)
        return Recognition(
            parameters={"task": "listed", "each": [dict(seen.parameters) for seen in found]},
            understood=tuple(dict.fromkeys(pair for seen in found for pair in seen.understood)),
        )

    return read


def _prefixes(masks: list[str]) -> Recognition | None:
    """How long the prefixes are that masks stand for: also of such as no network of a class has."""
    try:
        lengths = [prefix_of(number_of(mask)) for mask in masks]
    except ValueError:
        return None
    return Recognition(
        parameters={"task": "prefixes", "masks": masks, "lengths": lengths}, understood=(("掩码", "、".join(masks)), ("求", "前缀长度"))
    )


def solve_prefixes(parameters: Parameters) -> Solution:
    """The number of ones in each mask."""
    pairs = list(zip(parameters["masks"], parameters["lengths"], strict=True))
    answer = "、".join(f"/{length}" for _, length in pairs)
    return Solution(
        answer=answer,
        also=(answer.replace("/", ""), "、".join(f"{length} 位" for _, length in pairs)),
        steps=paragraphs(*(f"{mask} 写成二进制，前面有 {length} 个 1，前缀 {length} 位。" for mask, length in pairs)),
    )


def solving_listed(parameters: Mapping[str, Any], solve: Callable[[Parameters], Solution]) -> Solution:
    """The answers to each, in order."""
    found = [solve(each) for each in parameters["each"]]
    answers = [one.answer for one in found]
    labels = parameters.get("labels") or [""] * len(answers)
    return Solution(
        answer="；".join(label + answer for label, answer in zip(labels, answers, strict=True)),
        also=("、".join(answers), "、".join(one.also[0] if one.also else one.answer for one in found)),
        steps=paragraphs(*(one.steps for one in found)),
        conventions=tuple(dict.fromkeys(convention for one in found for convention in one.conventions)),
    )
