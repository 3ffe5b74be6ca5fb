"""What the open platform counts: replies to each message, their numbers, and where the bot may speak unasked.

Kept in memory. After a restart the count begins anew and the platform's own refusal tells where it stood; numbers go on rising,
because they are made of the time since the message came.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from engine.messages import Incoming, Scene

MOST_REPLIES = 5
"""To one message."""

PUSHES_PER_MINUTE = 30
"""Of a bot without certification; 60 with it."""

REMEMBERED = 20_000
"""Messages whose replies are counted."""

SPENT = timedelta(seconds=10)
"""Before its end a window counts as closed: an answer takes a moment to arrive."""

_PLATFORM_ZONE = ZoneInfo("Asia/Shanghai")


@dataclass
class _Count:
    used: int = 0
    number: int = 0


class Windows:
    """Replies to messages."""

    def __init__(self) -> None:
        self._counts: OrderedDict[str, _Count] = OrderedDict()
        self._open: dict[str, OrderedDict[str, tuple[Mapping[str, Any], datetime]]] = {}

    def opened(self, incoming: Incoming) -> None:
        """A message came, which can be replied to for a while."""
        key = key_of(incoming.context)
        if key is None or incoming.reply_deadline is None:
            return
        windows = self._open.setdefault(str(incoming.scene), OrderedDict())
        windows[key] = (incoming.context, incoming.reply_deadline)
        while len(windows) > MOST_REPLIES:
            windows.popitem(last=False)
        if len(self._open) > REMEMBERED:
            self._open.pop(next(iter(self._open)))

    def find(self, scene: Scene, now: datetime) -> Mapping[str, Any] | None:
        """The newest message of `scene` that still takes a reply, as its context."""
        for context, deadline in reversed(self._open.get(str(scene), OrderedDict()).values()):
            if deadline - SPENT > now and self.left(context) > 0:
                return context
        return None

    def left(self, context: Mapping[str, Any]) -> int:
        """How many replies it still takes."""
        count = self._counts.get(key_of(context) or "")
        return MOST_REPLIES - (count.used if count else 0)

    def use(self, context: Mapping[str, Any]) -> None:
        """A reply was taken."""
        self._count(context).used += 1

    def close(self, context: Mapping[str, Any]) -> None:
        """The platform takes no more."""
        self._count(context).used = MOST_REPLIES

    def number(self, context: Mapping[str, Any], now: datetime) -> int:
        """The next `msg_seq`: higher than every one before, also than those of an earlier run."""
        count = self._count(context)
        received = context.get("received")
        since = int(now.timestamp() * 1000) - received if isinstance(received, int) else 0
        count.number = max(count.number + 1, since)
        return count.number

    def _count(self, context: Mapping[str, Any]) -> _Count:
        key = key_of(context) or ""
        count = self._counts.setdefault(key, _Count())
        self._counts.move_to_end(key)
        while len(self._counts) > REMEMBERED:
            self._counts.popitem(last=False)
        return count


def key_of(context: Mapping[str, Any]) -> str | None:
    """The message or event that a reply names."""
    key = context.get("msg_id") or context.get("event_id")
    return key if isinstance(key, str) else None


class Pushes:
    """Speaking unasked: where it was refused today, and how many went out in the last minute."""

    def __init__(self) -> None:
        self._refused: dict[str, tuple[datetime, str]] = {}
        self._sent: deque[datetime] = deque()

    def refused(self, scene: Scene, words: str, now: datetime) -> None:
        """Not again today (the platform's day)."""
        tomorrow = now.astimezone(_PLATFORM_ZONE).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
        self._refused[str(scene)] = (tomorrow, words)

    def allowed(self, scene: Scene) -> None:
        """Somebody there has switched it on."""
        self._refused.pop(str(scene), None)

    def refusal(self, scene: Scene, now: datetime) -> str | None:
        """The platform's words, if it refused today."""
        until, words = self._refused.get(str(scene), (now, ""))
        if until > now:
            return words
        self._refused.pop(str(scene), None)
        return None

    def free_at(self, now: datetime) -> datetime | None:
        """When the next may go out; None: now, and it is counted."""
        while self._sent and self._sent[0] <= now - timedelta(minutes=1):
            self._sent.popleft()
        if len(self._sent) >= PUSHES_PER_MINUTE:
            return self._sent[0] + timedelta(minutes=1)
        self._sent.append(now)
        return None
