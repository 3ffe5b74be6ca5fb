"""Bytes in memory: where each byte of a variable lies by the order of bytes, and where each member of a structure by its alignment.

After Bryant and O'Hallaron, Computer Systems, and Yuan, Computer Organization: little-endian puts the lowest byte at the lowest address; an
aligned member lies at a multiple of its own length, a structure takes a multiple of its longest member's.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

from engine.generators import patterns
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out

TASK, IMMEDIATE_TASK = "bytes in memory", "another immediate"
SIZES = {"char": 1, "short": 2, "int": 4, "float": 4, "long long": 8, "double": 8}
_KINDS_OF_FLOAT = {"float": ">f", "double": ">d"}


@dataclass(frozen=True, slots=True)
class Placed:
    """A member, where it begins after its structure's first byte and how many bytes it has."""

    name: str
    type: str
    offset: int
    size: int


def placed(members: list[tuple[str, str]], sizes: dict[str, int], aligned: bool) -> tuple[list[Placed], int]:
    """The members of a structure and how many bytes it takes.

    Raises:
        StayOut: the place depends on how a double is aligned.
    """
    offset, found = 0, []
    for number, (type_, name) in enumerate(members):
        size = sizes[type_]
        if aligned:
            # Some compilers align eight bytes to four.
            if size == 8 and (-offset % 8 != -offset % 4 or number + 1 < len(members)):
                stay_out("how eight bytes are aligned")
            offset += -offset % size
        found.append(Placed(name, type_, offset, size))
        offset += size
    longest = max(one.size for one in found)
    return found, offset + (-offset % longest if aligned else 0)


def bytes_of(value: str, type_: str, size: int) -> bytes:
    """A value's bytes, the highest first; `value` is a number in decimal or a code in hexadecimal (`0x...`, `...H`).

    Raises:
        StayOut: it is not of that size, or not exact.
    """
    plain = patterns.sub(r"\s", "", value)
    if found := patterns.fullmatch(r"0x([0-9A-Fa-f]+)|([0-9A-Fa-f]+)[hH]", plain):
        digits = found[1] or found[2]
        if len(digits.lstrip("0")) > 2 * size:
            stay_out(f"{value}: more than {size} bytes")
        return int(digits, 16).to_bytes(size, "big")
    if type_ in _KINDS_OF_FLOAT:
        packed = struct.pack(_KINDS_OF_FLOAT[type_], float(plain))
        if struct.unpack(_KINDS_OF_FLOAT[type_], packed)[0] != float(plain) or len(plain) > 15:
            stay_out("rounded")
        return packed
    number = int(plain)
    if not -(1 << 8 * size - 1) <= number < 1 << 8 * size:
        stay_out(f"{value}: more than {size} bytes")
    return (number % (1 << 8 * size)).to_bytes(size, "big")


def _address(value: int, digits: int) -> str:
    return f"{value:0{digits}X}H"


def solve(parameters: Parameters) -> Solution:
    """Each of what is asked, from the bytes at every address.

    Raises:
        StayOut: a byte that nobody wrote is asked for, or one of several alike.
    """
    base, digits, big = parameters["base"], parameters["digits"], parameters["big"]
    order = "大端" if big else "小端"
    members = [Placed(*one) for one in parameters["members"]]
    steps = []
    if len(members) > 1:
        steps += [f"{one.name} 占 {one.size} 个字节，从第 {one.offset} 个字节（从 0 数起）开始" for one in members]
        steps.append(f"共占 {parameters['total']} 个字节")
    written: dict[int, int] = {}
    for one in members:
        if one.name not in parameters["values"]:
            continue
        code = bytes_of(parameters["values"][one.name], one.type, one.size)
        laid = code if big else code[::-1]
        written |= {one.offset + place: byte for place, byte in enumerate(laid)}
        steps.append(
            f"{one.name} 的机器数为 {code.hex().upper()}H，{order}方式下从低地址到高地址依次为 {' '.join(f'{byte:02X}H' for byte in laid)}"
        )
    answers, kept = [], []
    for what, about in parameters["asked"]:
        said = _said(what, about, base, digits, big, members, written, parameters["total"])
        answers.append(said)
        kept.append(f"{_NAMES[what].format(about)} {said}")
    steps.append("；".join(kept))
    plain = [patterns.sub(r"(?<![0-9A-F])([0-9A-F]+)H", r"0x\1", one) for one in answers]
    return Solution(
        answer="，".join(answers),
        also=("、".join(answers), "、".join(plain), "，".join(plain), *([patterns.sub("H", "", answers[0])] if len(answers) == 1 else [])),
        steps=paragraphs(*steps),
        conventions=("每个成员的地址是其长度的整数倍，结构的长度是最长成员的整数倍",) if parameters["aligned"] and len(members) > 1 else (),
    )


_NAMES = {
    "content": "{} 单元的内容为",
    "address": "{} 的地址为",
    "byte": "{} 所在单元的地址为",
    "low": "{} 的最低有效字节的地址为",
    "high": "{} 的最高有效字节的地址为",
    "size": "{} 所占的字节数为",
    "row": "{} 从低地址到高地址依次为",
}


def _said(
    what: str, about: str, base: int | None, digits: int, big: bool, members: list[Placed], written: dict[int, int], total: int
) -> str:
    if what == "size":
        return f"{total} 字节"
    own = next((one for one in members if one.name == about), None)
    if what == "row":
        if own is None or own.offset not in written:
            stay_out(f"{about} has no value")
        return " ".join(f"{written[own.offset + place]:02X}H" for place in range(own.size))
    if base is None:
        stay_out("no address is told")
    if what == "content":
        place = int(about.rstrip("H"), 16) - base
        if place not in written:
            stay_out(f"nobody wrote {about}")
        return f"{written[place]:02X}H"
    if what == "byte":
        places = [place for place, byte in written.items() if byte == int(about.rstrip("H"), 16)]
        if len(places) != 1:
            stay_out(f"{about} lies at {len(places)} places")
        return _address(base + places[0], digits)
    if own is None:
        stay_out(f"no variable {about}")
    if what == "address":
        return _address(base + own.offset, digits)
    if own.size < 2:
        stay_out("one byte has no ends")
    return _address(base + own.offset + (own.size - 1 if (what == "low") == big else 0), digits)


_CODE_BYTES = r"(?P<code>[0-9A-F]{1,2}(?: [0-9A-F]{2}){4,11})"


def replaced(code: str, old: int, new: int, big: bool) -> str:
    """A machine instruction's bytes with another immediate of 32 bits.

    Raises:
        StayOut: the old one is not its last four bytes.
    """
    order = "big" if big else "little"
    found = bytes.fromhex(" ".join(one.zfill(2) for one in code.split()))
    if not found.endswith((old % (1 << 32)).to_bytes(4, "big" if big else "little")) or len(found) < 6:
        stay_out(f"{old} is not at the end of {code}, {order}-endian")
    last = (new % (1 << 32)).to_bytes(4, "big" if big else "little")
    return " ".join(f"{byte:02X}" for byte in found[:-4] + last)


IMMEDIATE = re.compile(
    rf"语句\s?(?:int\s)?(?P<name>[A-Za-z][A-Za-z0-9_]*)\s?=\s?(?P<old>-?\d+)\s?;?\s?(?:所)?(?:对应|编译(?:后|得到)?)?(?:的)?(?:指令)?(?:的)?(?:机器代码|机器码|机器指令|代码)(?:为|是)\s?{_CODE_BYTES}H?"
    r"\s?[,。;]\s?(?:则|那么|若|当)?(?:执行|把)?(?:语句)?\s?(?:int\s)?(?P=name)\s?=\s?(?P<new>-?\d+)\s?;?\s?(?:所)?(?:对应|编译(?:后|得到)?)?(?:的)?(?:指令)?(?:的)?(?:机器代码|机器码|机器指令|代码)(?:应)?(?:为|是)"
)
"""`int i = 0` is the machine code so and so: what is `int i = -64`?"""


def solve_immediate(parameters: Parameters) -> Solution:
    """The instruction with its other immediate."""
    code = replaced(parameters["code"], parameters["old"], parameters["new"], parameters["big"])
    last = code[-11:]
    return Solution(
        answer=code,
        also=(code.lstrip("0"), code.removeprefix(code[0]) if code[0] == parameters["code"][0] else code),
        steps=paragraphs(
            f"指令的最后 4 个字节是立即数 {parameters['old']}，按{'大端' if parameters['big'] else '小端'}方式存放。",
            f"{parameters['new']} 的 32 位补码为 {parameters['new'] % (1 << 32):08X}H，存放为 {last}。",
            f"机器代码为 {code}",
        ),
    )
