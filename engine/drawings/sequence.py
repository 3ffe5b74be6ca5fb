"""Messages between two or more parties, time downwards: frames and their acknowledgements, handshakes, forwarding hop by hop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.drawings.model import Drawing, Mark, Tone


@dataclass(frozen=True, slots=True)
class Message:
    """One message: from party number `sender` at `sent` to `receiver` at `received` (the last bit), being put on the line for `duration`."""

    label: str
    sender: int
    receiver: int
    sent: float
    received: float
    duration: float = 0
    tone: Tone = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence(Drawing):
    """A message sequence chart. `marks` name moments on the left; `unit` is the time's."""

    template: ClassVar[str] = "sequence"

    parties: tuple[str, ...]
    messages: tuple[Message, ...]
    marks: tuple[Mark, ...] = ()
    unit: str = ""

    @property
    def alt(self) -> str:
        """Message by message."""
        told = (
            f"{self.parties[message.sender]}→{self.parties[message.receiver]} {message.label}（{message.sent:g}～{message.received:g} {self.unit}）"
            for message in self.messages
            if message.label
        )
        return f"{self.title}：" + "；".join(told)
