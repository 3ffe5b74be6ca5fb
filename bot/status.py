"""Which platforms and models are on, and what is missing where one is off. For the start-up table, `/healthz` and `doctor`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from rich.table import Table

from bot.platforms import PLATFORMS
from bot.settings import Settings, unknown_settings
from engine.messages import AdapterStatus
from engine.models import missing_setting

_STATES = {
    "on": "[green]已开启[/green]",
    "waiting": "[yellow]等待连接[/yellow]",
    "off": "[dim]未开启[/dim]",
    "failed": "[red]出错[/red]",
    "unknown": "[yellow]不认识[/yellow]",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One platform, model or setting. `state` is as in `AdapterStatus`, or `unknown`: a setting that does not exist.

    `detail` says who is connected or which setting is missing.
    """

    name: str
    state: str
    detail: str


def setting_lines() -> list[Line]:
    """The settings that are none: mostly names with a slip, which would otherwise do nothing and say nothing."""
    return [
        Line(name, "unknown", "没有这项设置，写了不起作用" + (f"。是不是 {meant}？" if meant else ""))
        for name, meant in unknown_settings().items()
    ]


def platform_lines(statuses: Mapping[str, AdapterStatus], settings: Settings) -> list[Line]:
    """Every platform: how it is, or which setting is missing; one that `settings` switch on and `statuses` do not know is not running."""
    lines = []
    for platform in PLATFORMS:
        status = statuses.get(platform.name)
        if status is None:
            status = (
                AdapterStatus("waiting", "设置齐了，shangan run 启动后连接") if platform.is_on(settings) else platform.absence(settings)
            )
        lines.append(Line(platform.title, status.state, status.detail))
    lines.append(Line("终端", "off", "另开一个窗口运行 shangan chat"))
    return lines


def model_lines(settings: Settings, embedder: str | None) -> list[Line]:
    """The embedder, then every kind of language model."""
    lines = [
        Line("向量模型", "on", embedder)
        if embedder
        else Line("向量模型", "off", "没有可用的向量模型，只按关键词找书；运行 make setup 可装上")
    ]
    choice = settings.model_choice
    for kind, name, settings_needed in (
        ("openai", "语言模型 openai", "SHANGAN_MODEL=openai、SHANGAN_MODEL_URL、SHANGAN_MODEL_NAME"),
        ("turbomind", "语言模型 turbomind", "SHANGAN_MODEL=turbomind、SHANGAN_MODEL_PATH"),
    ):
        if choice.kind != kind:
            lines.append(Line(name, "off", f"需要设置 {settings_needed}"))
        elif missing := missing_setting(choice):
            lines.append(Line(name, "failed", f"缺少设置 {missing}"))
        else:
            lines.append(Line(name, "on", choice.name or str(choice.path)))
    if choice.kind == "none":
        lines.append(Line("语言模型 none", "on", "没有模型也能答：直接给出书里的原文和出处"))
    return lines


def table(lines: list[Line], title: str) -> Table:
    """The lines as a table for the terminal."""
    shown = Table(title=title, title_justify="left", title_style="bold", header_style="bold")
    for column in ("名称", "状态", "说明"):
        shown.add_column(column, overflow="fold")  # a setting's name is never cut short
    for line in lines:
        # A setting's name to a line, so that none is broken in two.
        shown.add_row(line.name, _STATES.get(line.state, line.state), line.detail.replace("、SHANGAN_", "\nSHANGAN_"))
    return shown


def as_data(lines: list[Line]) -> list[dict[str, Any]]:
    """The lines for JSON."""
    return [asdict(line) for line in lines]
