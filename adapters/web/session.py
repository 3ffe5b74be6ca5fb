"""What was said in each browser's conversation, kept in memory so that a reloading phone finds everything again.

Bounded on every side: it is what the page shows, not a record. The durable truth (events, attempts, deliveries) is elsewhere. How a
message is drawn is `view`'s business, how it reaches a browser `page`'s.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias
from uuid import uuid4

from engine.messages import Attachment, Block, Choice, Choices, File, Image, Incoming, Reply, Text

Shown: TypeAlias = Block | Attachment
Listener: TypeAlias = Callable[["Message"], None]

MAX_MESSAGES = 200
MAX_BYTES = 16 * 1024 * 1024
"""Of pictures and files that one conversation holds; the newest message is kept whatever its size."""
MAX_CONVERSATIONS = 500


@dataclass(slots=True)
class Message:
    """One bubble.

    Attributes:
        blocks: what it shows; a person's own uploads are `Attachment`s.
        at: when it was said (UTC).
        reply_to: the id of the message it quotes.
        state: a person's message is `waiting` until the first answer to it and `failed` if it could not be handed over; a bot's is
            `growing` until its last revision. `settled` otherwise.
        chosen: for each block of choices that was answered, the place of the option.
        incoming: the event behind a person's message.
    """

    id: str
    author: Literal["bot", "person"]
    blocks: tuple[Shown, ...]
    at: datetime
    reply_to: str | None = None
    state: Literal["settled", "waiting", "failed", "growing"] = "settled"
    chosen: dict[int, int] = field(default_factory=dict)
    incoming: Incoming | None = None

    @property
    def text(self) -> str:
        """The words of all its text blocks."""
        return "\n\n".join(block.markdown for block in self.blocks if isinstance(block, Text))

    @property
    def bytes_held(self) -> int:
        """How many bytes of pictures and files it keeps in memory."""
        return sum(len(block.content) for block in self.blocks if isinstance(block, Image | File))


class Conversation:
    """The messages between one browser session and the bot, oldest first, and whoever is watching them."""

    def __init__(self, max_messages: int = MAX_MESSAGES, max_bytes: int = MAX_BYTES) -> None:
        self._messages: OrderedDict[str, Message] = OrderedDict()
        self._listeners: list[Listener] = []
        self._streams: dict[tuple[str | None, str], str] = {}
        self._max_messages = max_messages
        self._max_bytes = max_bytes

    def __iter__(self) -> Iterator[Message]:
        return iter(self._messages.values())

    def __len__(self) -> int:
        return len(self._messages)

    def get(self, message_id: str | None) -> Message | None:
        """The message of that id, unless it never was or has been dropped as too old."""
        return None if message_id is None else self._messages.get(message_id)

    @property
    def watchers(self) -> int:
        """How many pages show this conversation."""
        return len(self._listeners)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Have `listener` called with every message that is added or changed, until the returned function is called."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def say(self, incoming: Incoming, blocks: tuple[Shown, ...], at: datetime) -> bool:
        """Show what the person said. False if this event is here already, so that a request sent twice counts once."""
        if incoming.id in self._messages:
            return False
        quoted = incoming.reply_to if incoming.kind != "button" else None
        self._add(Message(incoming.id, "person", blocks, at, quoted, "waiting", incoming=incoming))
        return True

    def settle(self, incoming_id: str, state: Literal["settled", "waiting", "failed"]) -> None:
        """Note what became of a person's message; nothing happens if it is gone or already so."""
        message = self._messages.get(incoming_id)
        if message and message.author == "person" and message.state != state:
            message.state = state
            self._tell(message)

    def answer(self, reply: Reply, at: datetime, event_id: str | None = None) -> Message:
        """Show what the bot says: a new message, or the next revision of the one that its stream began."""
        stream = None if reply.stream is None else (event_id, reply.stream)
        message = self.get(self._streams.get(stream)) if stream else None
        state: Literal["settled", "growing"] = "settled" if reply.final else "growing"
        if event_id is not None:
            self.settle(event_id, "settled")
        if message is None:
            message = Message(uuid4().hex, "bot", reply.blocks, at, state=state)
            self._add(message)
        else:
            message.blocks, message.state = reply.blocks, state
            self._tell(message)
        if stream:
            if reply.final:
                self._streams.pop(stream, None)
            else:
                self._streams[stream] = message.id
        return message

    def option(self, message_id: str, block: int, option: int) -> Choice | None:
        """The choice in that place, None if there is none (any more)."""
        message = self._messages.get(message_id)
        if message is None or not 0 <= block < len(message.blocks):
            return None
        choices = message.blocks[block]
        if not isinstance(choices, Choices) or not 0 <= option < len(choices.options):
            return None
        return choices.options[option]

    def choose(self, message_id: str, block: int, option: int) -> bool:
        """Mark the option as chosen. False if that row was answered before: it counts once."""
        message = self._messages[message_id]
        if block in message.chosen:
            return False
        message.chosen[block] = option
        self._tell(message)
        return True

    def _add(self, message: Message) -> None:
        self._messages[message.id] = message
        held = sum(kept.bytes_held for kept in self)
        while len(self._messages) > self._max_messages or (held > self._max_bytes and len(self._messages) > 1):
            _, oldest = self._messages.popitem(last=False)
            held -= oldest.bytes_held
            self._streams = {stream: kept for stream, kept in self._streams.items() if kept != oldest.id}
        self._tell(message)

    def _tell(self, message: Message) -> None:
        for listener in tuple(self._listeners):
            listener(message)


class Sessions:
    """The conversations by session id; of those that nobody watches, the ones unused longest are let go."""

    def __init__(self, max_conversations: int = MAX_CONVERSATIONS) -> None:
        self._conversations: OrderedDict[str, Conversation] = OrderedDict()
        self._max_conversations = max_conversations

    def open(self, session_id: str) -> Conversation:
        """The conversation of that session, begun if there is none."""
        conversation = self._conversations.setdefault(session_id, Conversation())
        self._conversations.move_to_end(session_id)
        if len(self._conversations) > self._max_conversations:
            idle = (key for key, kept in self._conversations.items() if not kept.watchers and key != session_id)
            if (longest := next(idle, None)) is not None:
                del self._conversations[longest]
        return conversation

    @property
    def watchers(self) -> int:
        """How many pages are open."""
        return sum(conversation.watchers for conversation in self._conversations.values())
