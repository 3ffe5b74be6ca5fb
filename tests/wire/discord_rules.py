"""What Discord demands of messages and slash commands, from its documentation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

CONTENT, EMBED, EMBEDS = 2000, 4096, 6000
"""Characters of a message's content, of one embed's description, of all embeds together."""

_NAME = re.compile(r"^[-_'\w]{1,32}$")


def message_fault(body: dict[str, Any], files: int = 0) -> tuple[int, str] | None:
    """Code and text of what is wrong with a message; None: nothing."""
    content, embeds, components = body.get("content") or "", body.get("embeds") or [], body.get("components") or []
    if not (content or embeds or files or body.get("attachments")):
        return 50006, "Cannot send an empty message"
    descriptions = [embed.get("description") or "" for embed in embeds]
    buttons = [row["components"] for row in components]
    identifiers = [button["custom_id"] for row in buttons for button in row]
    wrong = (
        len(content) > CONTENT
        or len(embeds) > 10
        or any(len(text) > EMBED for text in descriptions)
        or sum(map(len, descriptions)) > EMBEDS
        or len(components) > 5
        or any(not 1 <= len(row) <= 5 for row in buttons)
        or len(set(identifiers)) != len(identifiers)
        or any(not 1 <= len(identifier) <= 100 for identifier in identifiers)
        or any(not 1 <= len(button.get("label") or "") <= 80 for row in buttons for button in row)
        or files > 10
    )
    return (50035, "Invalid Form Body") if wrong else None


def command_faults(commands: list[dict[str, Any]]) -> list[str]:
    """Everything wrong with a set of slash commands."""
    faults = []
    names = [command["name"] for command in commands]
    if len(set(names)) != len(names) or len(names) > 100:
        faults.append("names are not unique or too many")
    for command in commands:
        faults += [f"{command['name']}: {fault}" for fault in _faults(command)]
        options = command.get("options", [])
        if len(options) > 25 or len({option["name"] for option in options}) != len(options):
            faults.append(f"{command['name']}: options")
        required = [option.get("required", False) for option in options]
        if required != sorted(required, reverse=True):
            faults.append(f"{command['name']}: required options must come first")
        for option in options:
            faults += [f"{command['name']} {option['name']}: {fault}" for fault in _faults(option)]
            choices = option.get("choices") or []
            if len(choices) > 25 or len({choice["name"] for choice in choices}) != len(choices) or (choices and option.get("autocomplete")):
                faults.append(f"{command['name']} {option['name']}: choices")
    return faults


def _faults(thing: dict[str, Any]) -> Iterator[str]:
    names = [thing["name"], *(thing.get("name_localizations") or {}).values()]
    yield from (f"name {name!r}" for name in names if not _NAME.match(name) or name != name.lower())
    descriptions = [thing["description"], *(thing.get("description_localizations") or {}).values()]
    yield from (f"description {text!r}" for text in descriptions if not 1 <= len(text) <= 100)
