"""Problems about instructions and clocks in the words that their readers know."""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise

# `由一个 100 条指令构成的循环组成，该循环共执行 50 次`: so many instructions are executed.
_LOOP = re.compile(
    r"由(?:一个)?\s*(?P<body>\d+)\s*条指令(?:构成|组成)的(?:一个)?循环(?:组成|构成)?,(?:该|此|这个)?循环(?:共|总共|一共)?(?:重复)?(?:执行|运行)?(?:了)?\s*(?P<times>\d+)\s*次"
)
_MISSES_AS_A_CLASS = r"(?:存储器)?(?:访问|访存)缺失(?=(?:的)?(?:指令)?占\s*\d+(?:\.\d+)?\s*%\s*,(?:其)?(?:平均)?CPI)"


def written_plainly(read: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A reader of instructions and clocks that is given such wording."""

    def recognise(text: str) -> Recognition | None:
        plain = normalise(text)
        if (loop := _LOOP.search(plain)) and plain.count("循环") == 2:
            plain = f"{plain[: loop.start()]}共执行{int(loop['body']) * int(loop['times'])}条指令{plain[loop.end() :]}"
            plain = patterns.sub(r"(?:在)?(?:某)?(?:计算机)?系统\s?S(?:中|上)?|(?<=程序)\s?P(?![A-Za-z\d])", "", plain)
        return read(patterns.sub(_MISSES_AS_A_CLASS, "访存指令", plain))

    return recognise
