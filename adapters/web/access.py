"""Who may use the page: whoever entered the token once, which the signed session cookie then remembers.

Without a token everybody may, which is right for a page that only this machine can reach.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import MutableMapping
from typing import Any, Literal, TypeAlias

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

Session: TypeAlias = MutableMapping[str, Any]
Verdict: TypeAlias = Literal["admitted", "wrong", "too many"]

_WRONG_TRIES = RateLimitItemPerMinute(10, 5)
"""Wrong tokens that one address may send: 10 in 5 minutes, so that a token of 8 random letters outlasts any patience."""

_REMEMBERED = "web-access"


class Access:
    """The door. `session` is the content of the signed cookie, with the session's `id` in it."""

    def __init__(self, token: str | None) -> None:
        self._token = token
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    @property
    def is_open(self) -> bool:
        """True if no token is asked for."""
        return not self._token

    def allows(self, session: Session) -> bool:
        """True if this session may use the page. A changed token shuts everybody out until they enter the new one."""
        if not self._token:
            return True
        return hmac.compare_digest(str(session.get(_REMEMBERED, "")), self._proof(self._token, session))

    def admit(self, session: Session, given: str, address: str) -> Verdict:
        """Let the session in if `given` is the token. After too many wrong ones from `address` even the right one has to wait."""
        if not self._token:
            return "admitted"
        if not self._limiter.test(_WRONG_TRIES, address):
            return "too many"
        if not hmac.compare_digest(given.strip().encode(), self._token.encode()):
            self._limiter.hit(_WRONG_TRIES, address)
            return "wrong"
        session[_REMEMBERED] = self._proof(self._token, session)
        return "admitted"

    @staticmethod
    def _proof(token: str, session: Session) -> str:
        # Not the token itself: the cookie is signed, not encrypted.
        return hmac.new(token.encode(), str(session.get("id", "")).encode(), hashlib.sha256).hexdigest()
