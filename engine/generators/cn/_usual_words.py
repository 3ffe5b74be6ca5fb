"""Words of computer networks that mean the same as a usual one; see `engine/generators/wording.py`."""

from __future__ import annotations

from engine.generators.wording import Usual

USUAL_WORDS: tuple[Usual, ...] = ()
