"""What is said in the response to WeChat's own request, while that request still waits.

WeChat holds a request open for five seconds and takes one message as the response (a passive reply); a request that times out is
delivered twice more. An `Exchange` is one event with all its deliveries: what the bot says meanwhile is gathered into one message,
and every delivery of the event is given the same response. This module knows neither HTTP nor WeChat's API.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta

REMEMBERED = timedelta(minutes=2)
"""How long an event's response is kept for another delivery; WeChat's last comes after 10 seconds."""

DELIVERIES = 3
"""How often WeChat delivers an event that is not answered in time."""

GAP = 3.0
"""Seconds in which the next delivery follows one that timed out."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that WeChat has been given."""

    media_id: str


@dataclass(slots=True, eq=False)
class Exchange:
    """One event, its waiting requests, and what is said to them.

    Attributes:
        event: the event's id.
        person: the sender's OpenID.
        account: the account's own id in WeChat's messages (`gh_...`).
        limit: bytes of a text.
        said: the text or picture gathered so far.
        deliveries: how often the event came.
    """

    event: str
    person: str
    account: str
    began: datetime
    limit: int
    said: str | Picture | None = None
    deliveries: int = 0
    _waiting: int = 0
    _released: asyncio.Event = field(default_factory=asyncio.Event)
    _came: asyncio.Condition = field(default_factory=asyncio.Condition)
    _written: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def is_open(self) -> bool:
        """True while something can still be said in the response."""
        return not self._released.is_set()

    @property
    def room(self) -> int:
        """Bytes of a text that still fit; 0 beside a picture."""
        if self.said is None:
            return self.limit
        return 0 if isinstance(self.said, Picture) else max(0, self.limit - len(self.said.encode()) - 2)

    async def is_heard(self) -> bool:
        """True if a request waits for what is said; one that is due to be delivered again is waited for."""
        if self.is_open and not self._waiting and 0 < self.deliveries < DELIVERIES:
            async with self._came:
                try:
                    async with asyncio.timeout(GAP):
                        await self._came.wait_for(lambda: self._waiting > 0 or not self.is_open)
                except TimeoutError:
                    self.release()
        return self.is_open and self._waiting > 0

    def say(self, what: str | Picture) -> bool:
        """Gather `what` into the response; False: it does not fit in."""
        if not self.is_open:
            return False
        if self.said is None:
            self.said = what
            return True
        if isinstance(what, Picture) or isinstance(self.said, Picture):
            return False
        together = f"{self.said}\n\n{what}"
        if len(together.encode()) > self.limit:
            return False
        self.said = together
        return True

    def release(self) -> None:
        """Nothing more is said: let the waiting requests go."""
        self._released.set()

    async def listen(self, seconds: float) -> bool:
        """Wait as one more delivery until everything is said. False: the time was up before that; the exchange is still open."""
        self._waiting += 1
        async with self._came:
            self._came.notify_all()
        try:
            async with asyncio.timeout(seconds):
                await self._released.wait()
        except TimeoutError:
            return False
        finally:
            self._waiting -= 1
        return True

    def written(self) -> None:
        """A response has gone out."""
        self._written.set()

    async def until_written(self, seconds: float = 1.0) -> None:
        """Wait for the response to be on its way, so that what follows by the API does not overtake it."""
        self.release()
        try:
            async with asyncio.timeout(seconds):
                await self._written.wait()
        except TimeoutError:
            return


class Exchanges:
    """The exchanges of one account."""

    def __init__(self) -> None:
        self._exchanges: dict[str, Exchange] = {}

    def deliver(self, event: str, person: str, account: str, limit: int, now: datetime) -> Exchange:
        """The exchange of an event that was delivered; a new one where `deliveries` is 1."""
        while self._exchanges and (oldest := next(iter(self._exchanges.values()))).began < now - REMEMBERED:
            self._exchanges.pop(oldest.event).release()
        exchange = self._exchanges.get(event)
        if exchange is None:
            exchange = self._exchanges[event] = Exchange(event, person, account, now, limit)
        exchange.deliveries += 1
        return exchange

    def of_event(self, event: str) -> Exchange | None:
        """The exchange of an event, if it is remembered."""
        return self._exchanges.get(event)

    def open_with(self, person: str) -> Exchange | None:
        """The oldest exchange with `person` in which something can still be said."""
        return next((exchange for exchange in self._exchanges.values() if exchange.person == person and exchange.is_open), None)
