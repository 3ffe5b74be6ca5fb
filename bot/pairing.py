"""The pairing code: whoever can read the bot's start-up output is its owner."""

from __future__ import annotations

import hmac
import secrets

MOST_WRONG_TRIES = 10
"""With a million codes, guessing succeeds once in a hundred thousand starts."""


class Pairing:
    """A six-digit code, new with every start, void after too many wrong tries."""

    def __init__(self) -> None:
        self.code = f"{secrets.randbelow(10**6):06}"
        self._wrong = 0

    def matches(self, code: str) -> bool:
        """True for the right code while it is valid."""
        if self._wrong >= MOST_WRONG_TRIES:
            return False
        right = hmac.compare_digest(code.encode("utf-8", "replace"), self.code.encode())
        self._wrong += not right
        return right
