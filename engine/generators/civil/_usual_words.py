"""Words of the civil-service exam that mean the same as a usual one; see `engine/generators/wording.py`."""

from __future__ import annotations

from engine.generators.wording import Usual

USUAL_WORDS: tuple[Usual, ...] = (
    Usual(r"往回(?:行驶|走|开|骑|赶|跑|行)(?:到|至)?(?=[甲乙A-Z家学公单]|$|[,，。;；])", "返回"),
    *(Usual(rf"[(（]?(?<![A-Za-z]){letter}[)）]\s*", f"({place})", r"(?:a|\(1)[)）][\s\S]+[bc][)）]") for place, letter in enumerate("abc", 1)),
)
