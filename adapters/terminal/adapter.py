"""A chat in the terminal: lines in, Markdown out, answers seen growing where the terminal can."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.live import Live
from rich.markdown import Markdown
from rich.markup import escape

from engine.messages import AdapterStatus, Capabilities, Choices, File, Handle, Image, Incoming, Receipt, Reply, Scene, Sender, Sent

SCENE = Scene("terminal", "local", "private", "me")
PERSON = Sender("me", "我", "owner")


class TerminalAdapter:
    """The terminal as a platform.

    Args:
        console: where replies are shown.
        files: the folder in which pictures and files are put.
    """

    platform = "terminal"

    def __init__(self, handle: Handle, console: Console, files: Path) -> None:
        self._handle = handle
        self._console = console
        self._files = files
        self._live: Live | None = None

    def capabilities(self, scene: Scene) -> Capabilities:
        """Markdown; growing answers only where a person watches."""
        return Capabilities(max_length=100_000, markdown=True, images=True, files=True, edit=self._console.is_terminal)

    def reaches(self, scene: Scene) -> bool:
        """True for the one conversation there is."""
        return scene == SCENE

    def status(self) -> AdapterStatus:
        """Always on."""
        return AdapterStatus("on", "shangan chat")

    async def send(self, reply: Reply, scene: Scene, in_reply_to: Incoming | None = None) -> Receipt:
        """Show `reply`."""
        shown = Markdown(reply.text)
        if reply.stream is not None and self._console.is_terminal:
            if self._live is None:
                self._live = Live(shown, console=self._console, auto_refresh=False, vertical_overflow="visible")
                self._live.start()
            self._live.update(shown, refresh=True)
            if reply.final:
                self._live.stop()
                self._live = None
        else:
            self._console.print(shown)
        for block in reply.blocks:
            if isinstance(block, Image | File):
                self._keep(block)
            elif isinstance(block, Choices) and block.hint:
                self._console.print(f"[dim]{escape(block.hint)}[/dim]")
        return Sent((uuid.uuid4().hex,))

    def _keep(self, block: Image | File) -> None:
        self._files.mkdir(parents=True, exist_ok=True)
        name = Path(block.name).name if isinstance(block, File) else f"{uuid.uuid4().hex[:8]}.{block.media_type.split('/')[-1]}"
        path = self._files / name
        path.write_bytes(block.content)
        self._console.print(f"[dim]已存到 {escape(str(path))}[/dim]")

    async def say(self, text: str) -> None:
        """Hand one typed line to the bot and wait until it is answered."""
        await self._handle(Incoming(id=uuid.uuid4().hex, scene=SCENE, sender=PERSON, text=text))

    async def run(self, read_line: Callable[[], str], farewells: Sequence[str] = ("退出", "exit", "quit")) -> None:
        """Read lines until one of `farewells`, end of input or Ctrl-C."""
        while True:
            try:
                line = await asyncio.to_thread(read_line)
            except (EOFError, KeyboardInterrupt):
                return
            if line.strip() in farewells:
                return
            if line.strip():
                await self.say(line)
