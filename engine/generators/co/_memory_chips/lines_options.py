"""`某存储器容量为 32K×16 位,则( )`: which of the options says its address and data lines."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.co._memory_chips.words import SHAPE, log, shape, show_shape
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import stay_out

TASK = "lines among options"
_WHOLE = re.compile(
    rf"(?:若|设|已知)?(?:某|一个|一)?(?:计算机)?(?:半导体)?(?:[SD]?RAM)?(?:存储器|存储器芯片|存储芯片|芯片|主存)(?:的)?(?:存储)?(?:容量)(?:为|是)(?P<shape>{SHAPE}),?(?:则|那么)?(?:它的?|其|该存储器的?)?(?:\(\)|多少|(?:地址线和数据线(?:的)?(?:根数|条数|数目)?(?:分别|各)?(?:为|是)(?:\(\)|多少)?))?[。?]?",
    re.IGNORECASE,
)
_OPTION = re.compile(
    r"(?:其|它的?)?地址(?:总)?线(?:为|有|是)?(?P<address>\d{1,3})(?:根|条|位)?[,、;和]?(?:其|它的?)?数据(?:总)?线(?:为|有|是)?(?P<data>\d{1,3})(?:根|条|位)?"
)


def recognise(text: str) -> Recognition | None:
    """The size of a memory and nothing else."""
    found = _WHOLE.fullmatch(patterns.sub(r"\s+", "", normalise(text)))
    if found is None:
        return None
    size = shape(found["shape"])
    if log(size[0]) is None:
        return None
    return Recognition(
        parameters={"task": TASK, "address": int(log(size[0]) or 0), "data": int(size[1])},
        understood=(("存储器", show_shape(size)), ("求", "地址线和数据线的根数")),
    )


def solve(parameters: Parameters) -> Solution:
    """The option with both numbers."""
    address, data = parameters["address"], parameters["data"]

    def fits(option: str) -> bool:
        found = _OPTION.fullmatch(patterns.sub(r"[\s。]", "", option))
        if found is None:
            stay_out(option)
        return (int(found["address"]), int(found["data"])) == (address, data)

    return Solution(
        answer=f"地址线 {address} 根，数据线 {data} 根",
        steps=f"地址线根数为字数的对数，即 {address} 根；数据线根数为每个字的位数，即 {data} 根。",
        fits=fits,
    )
