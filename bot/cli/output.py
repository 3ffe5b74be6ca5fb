"""How the command line speaks: two consoles, and errors that are meant for people."""

from __future__ import annotations

import asyncio
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


def shown_errors(function: Callable[P, Coroutine[Any, Any, T]]) -> Callable[P, T]:
    """Run a coroutine as a command: errors meant for people are shown and end with exit code 1, Ctrl-C with 130."""

    @wraps(function)
    def command(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return asyncio.run(function(*args, **kwargs))
        except ShanganError as error:
            raise fail(str(error)) from None
        except KeyboardInterrupt:
            err.print("已停下，做完的都留着。", style="yellow")
            raise typer.Exit(130) from None

    return command


def fail(message: str) -> typer.Exit:
    """Show what is wrong; `raise fail(...)` ends with exit code 1."""
    err.print(message, style="red", markup=False, highlight=False, soft_wrap=True)
    return typer.Exit(1)
