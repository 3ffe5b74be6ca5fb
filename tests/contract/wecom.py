"""WeCom as a peer of the contract suite."""

from __future__ import annotations

import contextlib
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.contract.peer import Heard, Traits
from tests.wire import wecom
from tests.wire.running import RunningBot

# What WeCom's apps render: a person sees the words without these.
_MARKS = re.compile(r"\*\*|^#{1,6} |^(?:> ?)+|`", re.MULTILINE)


class WeComPeer:
    """People of one company and their groups with the bot."""

    platform = "wecom"
    bot = RunningBot
    traits = Traits(buttons=True, signs=False, limit=wecom.LONGEST_TEXT, in_bytes=True)

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._service = wecom.FakeWeCom()
        self._open = contextlib.AsyncExitStack()
        self._said: dict[str, wecom.Said] = {}
        self.settings = {
            "WECOM_BOT_ID": self._service.bot_id,
            "WECOM_SECRET": self._service.secret,
            "WECOM_URL": self._service.url,
            "WECOM_CA": str(self._service.write_authority(Path(self._folder.name))),
        }

    async def connect(self, bot: RunningBot) -> None:
        """Open the service, whose door the bot may be waiting at."""
        await self._open.enter_async_context(wecom.running(Path(self._folder.name), self._service))
        await self._service.present(120)

    async def close(self) -> None:
        """Close the service."""
        await self._open.aclose()
        self._folder.cleanup()
        assert not [broken for broken in self._service.broken if "4711" not in broken and "freq" not in broken]

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
        """Say it; a reply quotes the words of what it answers."""
        quote = self._said[reply_to].text if reply_to is not None else None
        chat = None if group is None else f"wr{group}"
        return await self._service.say(text, f"u{person}", chat, mention=mention, msgid=event_id, image=image, quote=quote)

    async def press(self, heard: Heard, label: str, person: str = "1") -> None:
        """Press a button of its card."""
        await self._service.press(self._said[heard.message_id], label, f"u{person}")

    async def next(self, seconds: float = 20) -> Heard:
        """The next thing seen."""
        said = await self._service.next(seconds)
        number = str(said.number)
        self._said[number] = said
        is_group = said.chat.startswith("wr")
        return Heard(
            text=_MARKS.sub("", said.text),
            message_id=number,
            person=None if is_group else said.chat[1:],
            group=said.chat[2:] if is_group else None,
            images=int(said.kind == "image"),
            buttons=tuple(button["text"] for button in said.card["button_list"]) if said.card else (),
            answers=said.answers,
        )

    async def refuse_next(self, reason: str) -> None:
        """The bot may not speak there."""
        self._service.refuse_next(60011, reason)

    async def limit_next(self, seconds: float) -> None:
        """Too many messages; WeCom does not say how long to wait."""
        self._service.refuse_next(846607, "aibot msg freq out of limit")

    async def drop(self) -> None:
        """Cut the connection."""
        await self._service.drop()

    async def forge(self) -> int | None:
        """Not asked of WeCom, which the bot calls."""
        raise NotImplementedError

    async def hostile(self, frames: Iterable[bytes]) -> None:
        """Raw frames."""
        await self._service.hostile(frames)


def peer() -> WeComPeer:
    """A new company."""
    return WeComPeer()
