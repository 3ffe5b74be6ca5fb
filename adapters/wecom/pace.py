"""WeCom's pace: 30 messages a minute in one conversation, replies and pushes together."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable

MESSAGES, SECONDS = 30, 61.0
"""One second more than WeCom says: messages do not all travel equally fast."""
LONGEST_WAIT = 10.0
"""Seconds; who would wait longer is told to come back."""
_MOST_CHATS = 10_000


class TooFastError(Exception):
    """The conversation has had its share for now."""


class Pace:
    """When each conversation had its last messages: a moving window, because a leaky bucket of 30 lets nearly 60 pass in its first minute.

    Args:
        clock: seconds.
        sleep: waits so many seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._clock = clock
        self._sleep = sleep
        self._turns: OrderedDict[str, deque[float]] = OrderedDict()

    async def turn(self, chat: str) -> None:
        """Wait until `chat` may have another message.

        Raises:
            TooFastError: that takes more than ten seconds.
        """
        until = self._clock() + LONGEST_WAIT
        turns = self._turns.setdefault(chat, deque(maxlen=MESSAGES))
        self._turns.move_to_end(chat)
        if len(self._turns) > _MOST_CHATS:
            self._turns.popitem(last=False)
        while len(turns) == MESSAGES and (free := turns[0] + SECONDS) > (now := self._clock()):
            if free > until:
                raise TooFastError
            await self._sleep(free - now)
        turns.append(self._clock())
