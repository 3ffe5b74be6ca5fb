"""`shangan eval`: measuring."""

import typer

app = typer.Typer(help="测量：检索与拒答。", no_args_is_help=True)
