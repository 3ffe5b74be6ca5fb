"""What travels between a platform and the engine.

An adapter turns a wire event into `Incoming` and a `Reply` into wire calls. Nothing here knows an exam, a database or a
platform's protocol; adapters import this module and nothing else of the project.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar, Literal, Protocol, TypeAlias, runtime_checkable

from pydantic import ConfigDict, TypeAdapter

SceneKind: TypeAlias = Literal["private", "group", "channel"]
Role: TypeAlias = Literal["member", "admin", "owner"]
IncomingKind: TypeAlias = Literal["message", "button", "join", "file"]


@dataclass(frozen=True, slots=True)
class Scene:
    """A conversation: one private chat, group or channel of one bot account on one platform.

    Attributes:
        platform: the adapter's name, such as `onebot` or `web`; no `/` in it.
        account: the bot's own id there; no `/` in it.
        kind: private, group or channel.
        id: the conversation's id on the platform; may hold any character.
    """

    platform: str
    account: str
    kind: SceneKind
    id: str

    def __str__(self) -> str:
        return f"{self.platform}/{self.account}/{self.kind}/{self.id}"

    @classmethod
    def parse(cls, text: str) -> Scene:
        """Read back what `str(scene)` wrote.

        Raises:
            ValueError: `text` is not of that form.
        """
        parts = text.split("/", 3)
        if len(parts) != 4 or parts[2] not in ("private", "group", "channel"):
            raise ValueError(f"not a scene: {text!r}")
        return cls(parts[0], parts[1], parts[2], parts[3])  # type: ignore[arg-type]

    @property
    def is_private(self) -> bool:
        """True where only one person reads what the bot says."""
        return self.kind == "private"


@dataclass(frozen=True, slots=True)
class Sender:
    """A person on a platform.

    Attributes:
        id: stable on the platform. Where ids are per bot account, the adapter makes them unique by adding the account.
        name: what others call them in this scene; text from outside.
        role: their role in this scene; the person of a private chat is its owner.
    """

    id: str
    name: str = ""
    role: Role = "member"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file or image that came with a message: where to fetch it, or the bytes' place on this machine.

    Attributes:
        size: bytes, as the platform tells.
        client: where the platform's own client is (a host name or address): the only private one that `url` may lead to.
    """

    name: str
    url: str | None = None
    path: Path | None = None
    size: int | None = None
    client: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One event from a platform.

    Attributes:
        id: the platform's id of this event, unique within (platform, account); a redelivered event has the same one.
        text: what was said, without the mention of the bot itself.
        mentions_bot: the bot was mentioned by name or @.
        reply_to: the id of the message this one replies to, as it appeared in `Sent.message_ids`.
        choice: for a button, the `Choice.value` that was pressed.
        reply_deadline: after this the platform no longer takes a reply to this event (UTC); None: no limit.
        context: what only the platform knows and needs for replying (plain JSON, opaque to everybody else).
    """

    id: str
    scene: Scene
    sender: Sender
    kind: IncomingKind = "message"
    text: str = ""
    images: tuple[Attachment, ...] = ()
    files: tuple[Attachment, ...] = ()
    mentions_bot: bool = False
    reply_to: str | None = None
    choice: str | None = None
    reply_deadline: datetime | None = None
    context: Mapping[str, Any] = field(default_factory=dict)

    @property
    def event_key(self) -> str:
        """`platform/account/id`: the same for an event however often it is delivered."""
        return f"{self.scene.platform}/{self.scene.account}/{self.id}"

    def to_json(self) -> str:
        """This event as JSON, for the inbox."""
        return _INCOMING.dump_json(self).decode()

    @classmethod
    def from_json(cls, text: str | bytes) -> Incoming:
        """Read back what `to_json` wrote."""
        return _INCOMING.validate_json(text)


_INCOMING: TypeAdapter[Incoming] = TypeAdapter(Incoming)


_BASE64 = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")


@dataclass(frozen=True, slots=True)
class Text:
    """Words for a person: Markdown, with formulas between `$` and code in fences."""

    markdown: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One button. `label` is shown (such as `A`), `value` comes back in `Incoming.choice`."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Choices:
    """A row of buttons. `hint` says what to type instead; so do the words before it, so that a platform without buttons leaves the row out."""

    options: tuple[Choice, ...]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture. `alt` is said where a picture cannot be shown."""

    __pydantic_config__: ClassVar[ConfigDict] = _BASE64
    content: bytes
    alt: str
    media_type: str = "image/png"


@dataclass(frozen=True, slots=True)
class File:
    """A file to hand over."""

    __pydantic_config__: ClassVar[ConfigDict] = _BASE64
    name: str
    content: bytes
    media_type: str = "application/octet-stream"


Block: TypeAlias = Text | Choices | Image | File


@dataclass(frozen=True, slots=True)
class Reply:
    """Something the bot says.

    An answer that grows is a stream of replies with the same `stream` name: each holds the whole text so far, and the
    last has `final=True`. Platforms that cannot edit a message are given the last one only.

    Attributes:
        ephemeral: only the sender need see it, where the platform can do that.
        to: `scene`: say it where the event came from; `sender`: say it to the person alone.
        stream: names the growing answer within one event; None: a message of its own.
        final: no further revision follows.
        unprompted: it stands for what comes when nobody has spoken, so it is not to go out as an answer to somebody's recent message.
    """

    blocks: tuple[Block, ...]
    ephemeral: bool = False
    to: Literal["scene", "sender"] = "scene"
    stream: str | None = None
    final: bool = True
    unprompted: bool = False

    @classmethod
    def of(cls, markdown: str, *blocks: Block, ephemeral: bool = False, stream: str | None = None, final: bool = True) -> Reply:
        """A reply of one text, then `blocks`."""
        return cls((Text(markdown), *blocks), ephemeral=ephemeral, stream=stream, final=final)

    @property
    def text(self) -> str:
        """The Markdown of all text blocks, a blank line between them."""
        return "\n\n".join(block.markdown for block in self.blocks if isinstance(block, Text))

    def to_json(self) -> str:
        """This reply as JSON, for the outbox."""
        return _REPLY.dump_json(self).decode()

    @classmethod
    def from_json(cls, text: str | bytes) -> Reply:
        """Read back what `to_json` wrote."""
        return _REPLY.validate_json(text)


_REPLY: TypeAdapter[Reply] = TypeAdapter(Reply)


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a platform can show.

    Attributes:
        max_length: of one message, in `unit`s.
        edit: a message that was sent can be changed, so that answers are seen growing.
        code: code in fences is shown as code, even if the rest of Markdown (tables, formulas) is not.
        messages_per_minute: how fast one account may send there; None: the platform or its library sees to that.
    """

    max_length: int
    unit: Literal["characters", "bytes"] = "characters"
    markdown: bool = False
    buttons: bool = False
    images: bool = True
    files: bool = False
    edit: bool = False
    code: bool = False
    messages_per_minute: float | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform took it. `message_ids` are the ids that a reply to it will name."""

    message_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deferred:
    """The platform does not take it now; it may at `until` (UTC; None: with the person's next message).

    Attributes:
        rest: what of the reply is still to be shown, where a part of it was; None: all of it.
    """

    until: datetime | None = None
    reason: str = ""
    rest: Reply | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """The platform said no; nothing was shown. `reason` is its own error, word for word."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """It was handed over but no answer came: it may or may not have been shown, so it is never sent again."""

    reason: str = ""


Receipt: TypeAlias = Sent | Deferred | Refused | Unknown


AdapterState: TypeAlias = Literal["on", "waiting", "off", "failed"]


@dataclass(frozen=True, slots=True)
class AdapterStatus:
    """How an adapter is, for the start-up table and `/healthz`.

    Attributes:
        state: `on`: connected; `waiting`: on, nobody has connected yet; `off`: not configured; `failed`: see `detail`.
        detail: one Chinese sentence: who is connected, or which setting is missing, or what went wrong.
    """

    state: AdapterState
    detail: str = ""


Handle: TypeAlias = Callable[[Incoming], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Argument:
    """One thing a command can be given, for platforms that show a field to fill in.

    The fields' values in their order, with spaces between them, are what a person would type behind the command's name.

    Attributes:
        name: Chinese.
        alias: English; lower-case ASCII.
        summary: what to fill in.
        number: the least and the most of a whole number; None: it is text.
        choices: the only values there are; empty: any.
        suggested: what fits can be asked for while somebody types (`Suggest`).
    """

    name: str
    alias: str
    summary: str
    required: bool = False
    number: tuple[int, int] | None = None
    choices: tuple[str, ...] = ()
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class CommandDescription:
    """A command as a platform's own menu shows it. `administers`: it is for those who run the scene."""

    name: str
    alias: str
    summary: str
    arguments: tuple[Argument, ...] = ()
    administers: bool = False


Suggest: TypeAlias = Callable[[str, str, str, Mapping[str, str], Scene, Sender], Awaitable[Sequence[str]]]
"""Called with a command's name, an argument's name, what was typed into it so far, the other arguments by name, where and by whom; best first. Nothing is kept of it."""


class Adapter(Protocol):
    """What every adapter is. It is handed `Handle` when it is built and calls it once an event."""

    platform: str

    def capabilities(self, scene: Scene) -> Capabilities:
        """What can be shown in `scene`."""
        ...

    def reaches(self, scene: Scene) -> bool:
        """True if something could be sent to `scene` now (its account is connected)."""
        ...

    async def send(self, reply: Reply, scene: Scene, in_reply_to: Incoming | None = None) -> Receipt:
        """Show `reply` in `scene`, as an answer to `in_reply_to` or, without it, as a push. Never raises for what a platform does."""
        ...

    def status(self) -> AdapterStatus:
        """How it is now."""
        ...


@runtime_checkable
class Connecting(Protocol):
    """What an adapter is besides, if it keeps a connection of its own."""

    async def run(self) -> None:
        """Connect and stay connected until cancelled; returns or raises once the connection cannot be had or kept. It is called again after a while.

        Raises:
            CredentialsRefused: it will not be called again.
        """
        ...


class CredentialsRefused(Exception):
    """The platform does not know this bot's id, token or secret: trying again would not help. The text is one Chinese sentence for the owner."""
