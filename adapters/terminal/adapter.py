"""A chat in the terminal: lines in, Markdown out, answers seen growing where the terminal can."""

from __future__ import annotations

import re
import uuid
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.live import Live
from rich.markdown import Markdown
from rich.markup import escape

from adapters.markdown import plain_formulas
from engine.messages import AdapterStatus, Capabilities, File, Handle, Image, Incoming, Receipt, Reply, Scene, Sender, Sent

SCENE = Scene("terminal", "local", "private", "me")
PERSON = Sender("me", "我", "owner")
PROMPT = "[bold cyan]你[/bold cyan]: "

# Of C0 and C1 all but tabs and line ends: what a book says must not move the cursor or rename the window.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


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
        self._growing: str | None = None
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
        """Show `reply`. Buttons are left out: the words say what to type."""
        shown = Markdown(plain_formulas(_CONTROL.sub("", reply.text), escaped=True))
        if reply.stream is None or reply.stream != self._growing:
            self._grown()
        if reply.stream is not None and self._console.is_terminal:
            if self._live is None:
                self._growing = reply.stream
                self._live = Live(shown, console=self._console, auto_refresh=False, vertical_overflow="visible")
                self._live.start()
            self._live.update(shown, refresh=True)
        elif reply.text:
            self._console.print(shown)
        if reply.final:
            self._grown()
            for block in reply.blocks:
                if isinstance(block, Image | File):
                    self._keep(block)
        return Sent((uuid.uuid4().hex,))

    def _grown(self) -> None:
        """What was growing stays as it is: it is whole, or was cut off."""
        if self._live is not None:
            self._live.stop()
            self._live = self._growing = None

    def _keep(self, block: Image | File) -> None:
        self._files.mkdir(parents=True, exist_ok=True)
        name = Path(block.name).name if isinstance(block, File) else f"{uuid.uuid4().hex[:8]}.{block.media_type.split('/')[-1]}"
        path = self._files / name
        path.write_bytes(block.content)
        # Not wrapped, so that the path can be copied.
        self._console.print(f"[dim]已存到 {escape(_CONTROL.sub('', str(path)))}[/dim]", soft_wrap=True, highlight=False)

    async def say(self, text: str) -> None:
        """Hand one typed line to the bot and wait until it is answered."""
        try:
            await self._handle(Incoming(id=uuid.uuid4().hex, scene=SCENE, sender=PERSON, text=text))
        finally:
            self._grown()

    async def run(
        self,
        read_line: Callable[[], Awaitable[str | None]],
        say_what_is_due: Callable[[], Awaitable[None]],
        farewells: Sequence[str] = ("退出", "exit", "quit"),
    ) -> None:
        """Answer line after line until one of `farewells` or the end.

        Args:
            read_line: the next line; None: there will be none.
            say_what_is_due: called before each line, because nothing may be shown while somebody types.
        """
        while True:
            await say_what_is_due()
            self._console.print(PROMPT, end="")
            line = await read_line()
            if line is None:
                self._console.print()  # what comes next in this terminal begins on its own line
                return
            if line.strip() in farewells:
                return
            if line.strip():
                await self.say(line)
