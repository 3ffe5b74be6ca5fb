"""What every platform's fake can do, so that one suite runs over all of them.

A peer speaks its platform's real protocol to the bot, which runs as a process of its own. What a person there would see comes back as
`Heard`. Persons and groups are strings of digits, which the peer maps to ids of its platform.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from tests.wire.running import RunningBot


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing the bot said.

    Attributes:
        text: its words as a person reads them.
        message_id: as a reply to it names it.
        person: to whom, in private.
        group: in which group.
        images: how many pictures it holds.
        buttons: their labels.
        answers: the event or message it answers, where the platform has that.
        ephemeral: only the person it answers sees it.
        revised: it takes the place of an earlier one with the same id.
    """

    text: str
    message_id: str
    person: str | None = None
    group: str | None = None
    images: int = 0
    buttons: tuple[str, ...] = ()
    answers: str | None = None
    ephemeral: bool = False
    revised: bool = False


@dataclass(frozen=True, slots=True)
class Traits:
    """What a platform has; the suite asks of each what it can do.

    Attributes:
        limit: the longest text of one message, in the platform's own unit as `measure` counts it.
        keeps_connection: there is a connection that can drop and come back.
        signs: requests or connections carry a signature or token that can be forged.
        redelivers: the platform may deliver an event twice.
        pairs: its people become the bot's owners by the code that the bot shows when it starts.
        serves: the bot has a server, with `/healthz` and `/metrics`.
    """

    groups: bool = True
    buttons: bool = False
    push: bool = True
    images_in: bool = True
    refuses: bool = True
    limits_rate: bool = True
    keeps_connection: bool = True
    signs: bool = True
    redelivers: bool = True
    pairs: bool = True
    serves: bool = True
    limit: int = 4500
    in_bytes: bool = False

    def measure(self, text: str) -> int:
        """The length of `text` in the platform's unit."""
        return len(text.encode()) if self.in_bytes else len(text)


class Peer(Protocol):
    """A fake of one platform with the bot's account on it and people to talk to it.

    Attributes:
        bot: how its bot is started.
        settings: what the bot is started with (environment names without the prefix).
    """

    platform: str
    traits: Traits
    bot: type[RunningBot]
    settings: dict[str, str]

    async def connect(self, bot: RunningBot) -> None:
        """Return once people and bot can talk."""
        ...

    async def close(self) -> None:
        """End it."""
        ...

    async def say(
        self,
        text: str,
        person: str = "1",
        group: str | None = None,
        *,
        mention: bool = False,
        reply_to: str | None = None,
        event_id: str | None = None,
        image: bytes | None = None,
    ) -> str:
        """Somebody says something; the event's id. The same `event_id` again is the same event delivered again."""
        ...

    async def press(self, heard: Heard, label: str, person: str = "1") -> None:
        """Somebody presses a button."""
        ...

    async def next(self, seconds: float = 20) -> Heard:
        """The next thing the bot says.

        Raises:
            TimeoutError: it says nothing.
        """
        ...

    async def refuse_next(self, reason: str) -> None:
        """The next send is refused in the platform's own way; `reason` is in its error."""
        ...

    async def limit_next(self, seconds: float) -> None:
        """The next send is answered with 429 or its like, to be tried again after `seconds`."""
        ...

    async def drop(self) -> None:
        """Cut the connection; returns once the bot has it again."""
        ...

    async def forge(self) -> int | None:
        """Send something with a wrong signature or token: the HTTP status that came back; None: the connection was closed without one."""
        ...

    async def hostile(self, frames: Iterable[bytes]) -> None:
        """Send raw frames or bodies as they are. The connection must live on."""
        ...


@dataclass
class Listening:
    """Waits for what concerns one conversation; what is said elsewhere meanwhile is kept for later."""

    peer: Peer
    _kept: list[Heard] = field(default_factory=list)

    async def hear(self, person: str = "1", group: str | None = None, seconds: float = 20) -> Heard:
        """The next thing said to `person` in private, or in `group`."""
        for heard in self._kept:
            if _concerns(heard, person, group):
                self._kept.remove(heard)
                return heard
        while True:
            heard = await self.peer.next(seconds)
            if _concerns(heard, person, group):
                return heard
            self._kept.append(heard)


def _concerns(heard: Heard, person: str, group: str | None) -> bool:
    return heard.group == group if group is not None else heard.group is None and heard.person == person
