"""The command line `shangan`: every subcommand in a module of its own, errors shown as they are, exit 1 on bad input."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import typer
from rich.console import Console

from engine.errors import ShanganError

P = ParamSpec("P")
T = TypeVar("T")

out = Console()
err = Console(stderr=True)

app = typer.Typer(
    name="shangan", help="上岸：住在群聊里的备考搭子。", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)


def shown_errors(function: Callable[P, Coroutine[Any, Any, T]]) -> Callable[P, T]:
    """Run a coroutine as a command: errors meant for people are shown and end with exit code 1, Ctrl-C with 130."""

    @wraps(function)
    def command(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return asyncio.run(function(*args, **kwargs))
        except ShanganError as error:
            err.print(str(error), style="red", markup=False, highlight=False)
            raise typer.Exit(1) from None
        except KeyboardInterrupt:
            err.print("已停下，做完的都留着。", style="yellow")
            raise typer.Exit(130) from None

    return command


def fail(message: str) -> typer.Exit:
    """Show what is wrong with the input; `raise fail(...)`."""
    err.print(message, style="red", markup=False, highlight=False)
    return typer.Exit(1)


if sys.platform == "win32":
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console speaks another encoding by default
            stream.reconfigure(encoding="utf-8", errors="replace")

# Imported last: each module adds its commands to `app`.
from bot.cli import ask, bank, evaluate, knowledge, run  # noqa: E402

app.add_typer(knowledge.app, name="kb")
app.add_typer(bank.app, name="bank")
app.add_typer(evaluate.app, name="eval")

__all__ = ["app", "ask", "run"]
