"""Answers to statistics whose options have to be seen first: which of those named is the most, or an amount where a rate could be meant as well."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

from engine.generators import patterns
from engine.generators.choices.approximating import roughly
from engine.generators.choices.choosing import letters_of
from engine.generators.choices.options import OPTION_LETTERS
from engine.generators.civil._problems.relations import solution
from engine.generators.civil._statistics.material.names import Thing, core, explained, nearest, place_of, sort_of, tag
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.pasted.normalising import normalise
from engine.generators.quantities import decimal


def solve_statistics(parameters: Parameters) -> Solution:
    """The answers of a recognition of statistics."""
    if "ranking" in parameters:
        return _ranked(parameters)
    found = solution(parameters)
    if "otherwise" not in parameters:
        return found
    value, unit, counted = parameters["otherwise"]
    amount = solution({**parameters, "answers": [[value, unit, counted]], "working": []})

    def among(options: Sequence[str]) -> tuple[int, str] | None:
        # `年均增长约` of options in 亿元 asks for an amount.
        if not all(
            patterns.search(rf"\d\s*[万亿]*{patterns.sub('^[万亿]+', '', unit)}(?:以[上下内]|左右)?$", option.strip()) for option in options
        ):
            return None
        letters = letters_of(options, (amount.answer, *amount.also)) or roughly(options, (amount.answer, *amount.also), OPTION_LETTERS)
        return (OPTION_LETTERS.index(letters[0]), amount.steps) if len(letters) == 1 else None

    return replace(found, among=among)


def _named(parameters: Parameters) -> Callable[[str], list[Fraction]]:
    """A function from what an option names to the values of all that it may mean."""
    things: list[Thing] = []
    for number, (own, place, scope, parent, unit) in enumerate(parameters["things"]):
        things.append(Thing(number, own, place, things[parent] if 0 <= parent < number else None, scope, unit))
    of = {number: Fraction(value) for number, value in parameters["values"]}
    noun = patterns.sub(r"^(?:在)?(?:各|几|[二三四五六七八九十]|\d)(?:个|大|类|种)?", "", place_of(parameters["noun"])[1])
    sort = tag(noun)

    def values(name: str) -> list[Fraction]:
        # `财产险` of `各险种赔付额` is 财产险赔付, not 财产险收入: with as much of the noun as is told
        for start in range(len(noun) - 1):
            if fits := nearest(things, name + noun[start:]):
                return [of[thing.number] for thing in fits if thing.number in of]
        fits = nearest(things, name)
        if noun and any(
            len(core(thing.own)) > len(core(name)) and not explained(core(noun)[-2:], core(thing.own + thing.context)) for thing in fits
        ):
            return []
        return [of[thing.number] for thing in fits if thing.number in of and (not sort or sort_of(thing) in ("", sort))]

    return values


_NONE_OF_THEM = re.compile("(?:无法|不能|难以)(?:判断|确定|比较)|以上(?:都|均)?(?:不是|不对|不正确)")
"""An option that names none of what is compared; it stands last."""


def _ranked(parameters: Parameters) -> Solution:
    """The one among the options that is the most (or the least), or the only one that rose; without options it is not known which are compared."""
    sign = -1 if parameters["least"] else 1
    only = parameters.get("only", False)
    named = _named(parameters)

    def among(options: Sequence[str]) -> tuple[int, str] | None:
        values: list[Fraction] = []
        options = [option for option in options if not _NONE_OF_THEM.fullmatch(option.strip())]
        for option in options:
            fits = named(patterns.sub(r"\s|[。,;]+$", "", normalise(option)))
            if len(fits) != 1:
                return None
            values.append(fits[0])
        best = max(range(len(options)), key=lambda place: sign * values[place])
        if values.count(values[best]) > 1 or (only and [sign * value > 0 for value in values].count(True) != 1):
            return None
        lines = "；".join(f"{option} {decimal(value, 2)}{parameters['measured']}" for option, value in zip(options, values, strict=True))
        steps = paragraphs(
            "由题意：" + "；".join(parameters["told"]) + "。",
            f"{parameters['what']}依次为：{lines}。",
            f"比重{parameters['way']}的是{options[best]}。" if only else f"最{parameters['way']}的是{options[best]}。",
        )
        return best, steps

    return Solution(answer="", steps="", fits=lambda option: False, among=among)
