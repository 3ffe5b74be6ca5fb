"""Words of the civil-service exam that mean the same as a usual one; see `engine/generators/wording.py`."""

from __future__ import annotations

from engine.generators.wording import Usual

USUAL_WORDS: tuple[Usual, ...] = (
    Usual(r"往回(?:行驶|走|开|骑|赶|跑|行)(?:到|至)?(?=[甲乙A-Z家学公单]|$|[,，。;；])", "返回"),
    Usual(r"(?<![A-Za-z])A\s+B(?=[两二2])", "A、B"),
    Usual(r"(?<=[,，。(（])(?:假设|设|且)?(?:工人们?|人们|大家)的?(?:工作)?效率(?:都|均)?(?:一样|相同|相等)(?=[,，。)）])", "每人效率相同"),
    *(
        Usual(rf"[(（]?(?<![A-Za-z]){letter}[)）]\s*", f"({place})", r"(?:a|\(1)[)）][\s\S]+[bc][)）]")
        for place, letter in enumerate("abc", 1)
    ),
)
