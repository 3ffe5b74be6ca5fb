"""The command line `shangan`: a module for each group of commands, put together here."""

from __future__ import annotations

import sys

import typer

from bot.cli import ask, bank, evaluate, exam, generate, knowledge, pushes, run, train

app = typer.Typer(
    name="shangan", help="上岸：住在群聊里的备考搭子。", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)
app.command("run")(run.run)
app.command("chat")(run.chat)
app.command("doctor")(run.doctor)
app.command("pushes")(pushes.pushes)
app.command("ask")(ask.ask)
app.command("generate")(generate.generate)
app.command("solve")(generate.solve)
app.add_typer(knowledge.app, name="kb")
app.add_typer(bank.app, name="bank")
app.add_typer(evaluate.app, name="eval")
app.add_typer(exam.app, name="exam")
app.add_typer(train.app, name="train")

if sys.platform == "win32":
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console speaks another encoding by default
            stream.reconfigure(encoding="utf-8", errors="replace")
