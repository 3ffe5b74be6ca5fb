"""Messages between two or more parties, time downwards: frames and their acknowledgements, handshakes, forwarding hop by hop."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, ClassVar

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

    def data(self) -> dict[str, Any]:
        """With how far along its way a message's label stands, from 0 to 1."""
        # Between two parties nearer to the sender, so that what goes there and what comes back have their labels apart.
        share = 0.35 if len(self.parties) == 2 else 0.5
        return {**asdict(self), "label_share": share}
