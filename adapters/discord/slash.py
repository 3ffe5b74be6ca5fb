"""Slash commands made from the descriptions the bot hands over: English names, shown in Chinese to Chinese clients, with suggestions while one types."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Protocol

import discord
from discord import app_commands

from adapters.discord.reading import interaction_role, scene_of
from engine.messages import Argument, CommandDescription, Sender, Suggest

log = logging.getLogger(__name__)

MOST_CHOICES, LONGEST_CHOICE, LONGEST_DESCRIPTION = 25, 100, 100
"""Discord's limits."""

_CHINESE = (discord.Locale.chinese, discord.Locale.taiwan_chinese)


class Used(Protocol):
    """Is told of a slash command that was used."""

    async def __call__(self, interaction: discord.Interaction[Any], text: str) -> None:
        """`text` is the command as it would be typed."""
        ...


class SlashCommands(app_commands.CommandTree[discord.Client]):
    """The tree of all commands; `sync` registers them with Discord."""

    async def interaction_check(self, interaction: discord.Interaction[discord.Client], /) -> bool:
        """False for an event that names no command; discord.py would stumble over it."""
        data: Any = interaction.data
        return isinstance(data, dict) and isinstance(data.get("name"), str)

    async def on_error(self, interaction: discord.Interaction[discord.Client], error: app_commands.AppCommandError, /) -> None:
        """Tell the person when Discord shows them a command of an older version; everything else is the log's."""
        log.warning("a slash command failed: %s", type(error).__name__)
        if not interaction.response.is_done():
            try:
                await interaction.response.send_message("这个命令刚更新过，重新打开 Discord（电脑上按 Ctrl+R）再试一次吧。", ephemeral=True)
            except discord.HTTPException as refusal:
                log.warning("and could not be answered: %s", refusal.code)


class ChineseNames(app_commands.Translator):
    """Gives Chinese clients the Chinese names."""

    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        """The Chinese name; None: this text is the same everywhere."""
        chinese = string.extras.get("chinese")
        return chinese if locale in _CHINESE and isinstance(chinese, str) else None


async def slash_commands(
    client: discord.Client, commands: Sequence[CommandDescription], used: Used, suggest: Suggest, account: Callable[[], str]
) -> SlashCommands:
    """The tree of `commands`.

    Args:
        account: the bot's own id, known once it is logged in.
    """
    tree = SlashCommands(
        client,
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=False),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    )
    await tree.set_translator(ChineseNames())
    for command in commands:
        tree.add_command(_command(command, used, suggest, account))
    return tree


def _command(command: CommandDescription, used: Used, suggest: Suggest, account: Callable[[], str]) -> app_commands.Command[Any, ..., None]:
    async def run(interaction: discord.Interaction[Any], **given: Any) -> None:
        values = [str(given[argument.alias]).strip() for argument in command.arguments if given.get(argument.alias) is not None]
        await used(interaction, " ".join([f"/{command.name}", *(value for value in values if value)]))

    async def suggested(interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        given = {argument.name: str(value) for argument in command.arguments if (value := _given(interaction, argument.alias)) is not None}
        focused = _focused(interaction)
        argument = next((each for each in command.arguments if each.alias == focused), None)
        if argument is None:
            return []
        sender = Sender(str(interaction.user.id), interaction.user.display_name, interaction_role(interaction))
        scene = scene_of(account(), interaction.user.id, interaction.channel_id or 0, interaction.guild_id is None)
        found = await suggest(command.name, argument.name, typed, given, scene, sender)
        return [app_commands.Choice(name=value, value=value) for value in found if 0 < len(value) <= LONGEST_CHOICE][:MOST_CHOICES]

    # discord.py reads the options from a function's signature; this one has those of the description.
    run.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            inspect.Parameter("interaction", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=discord.Interaction),
            *(_parameter(argument) for argument in command.arguments),
        ]
    )
    texts = [argument for argument in command.arguments if argument.suggested and argument.number is None and not argument.choices]
    wrappers: list[Callable[[Any], Any]] = []
    if command.arguments:
        wrappers += [
            app_commands.describe(**{each.alias: each.summary[:LONGEST_DESCRIPTION] or "…" for each in command.arguments}),
            app_commands.rename(**{each.alias: app_commands.locale_str(each.alias, chinese=each.name) for each in command.arguments}),
            app_commands.choices(
                **{
                    each.alias: [app_commands.Choice(name=value, value=value) for value in each.choices[:MOST_CHOICES]]
                    for each in command.arguments
                    if each.choices
                }
            ),
            app_commands.autocomplete(**{each.alias: suggested for each in texts}),
        ]
    if command.administers:
        wrappers.append(app_commands.default_permissions(manage_guild=True))
    callback: Callable[..., Awaitable[None]] = run
    for wrap in wrappers:
        callback = wrap(callback)
    return app_commands.Command(
        name=app_commands.locale_str(command.alias, chinese=command.name),
        description=command.summary[:LONGEST_DESCRIPTION],
        callback=callback,  # type: ignore[arg-type]
    )


def _parameter(argument: Argument) -> inspect.Parameter:
    annotation: Any = str if argument.number is None else app_commands.Range[int, argument.number[0], argument.number[1]]
    default = inspect.Parameter.empty if argument.required else None
    return inspect.Parameter(
        argument.alias,
        inspect.Parameter.KEYWORD_ONLY,
        default=default,
        annotation=annotation if argument.required else annotation | None,
    )


def _given(interaction: discord.Interaction[Any], name: str) -> Any:
    return getattr(interaction.namespace, name, None)


def _focused(interaction: discord.Interaction[Any]) -> str | None:
    data: Any = interaction.data or {}
    options = data.get("options", [])
    return next((option["name"] for option in options if isinstance(option, dict) and option.get("focused")), None)
