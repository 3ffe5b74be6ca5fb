"""A conversation as Markdown: what was said and heard, without what differs from run to run for no reason (codes, dates, how long ago)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tests.contract.peer import Heard

# Each with what stands in its place. The rest of a conversation differs in the questions drawn.
_PASSING = (
    (re.compile(r"(配对 )\d{6}\b"), r"\1〔配对码〕"),
    (re.compile(r"(还有 \**)\d+(\** 天)"), r"\1…\2"),
)
_PARAGRAPHS = re.compile(r"\n{3,}")
_FENCE = re.compile(r"^\s*```")
_MARKUP = re.compile(r"(\${1,2}[^$\n]+\${1,2})|([\\`*_<#])")
_OWN_LINE = re.compile(r"\s*(?:[-*] |\d+\. |\||>|```)")


@dataclass
class Transcript:
    """One platform's section.

    Args:
        title: of the platform.
        markdown: the platform's messages are Markdown themselves, and are shown as it shows them.
        verbatim: its messages are shown letter for letter, as on a terminal.
    """

    title: str
    markdown: bool = False
    verbatim: bool = False
    _parts: list[str] = field(default_factory=list)
    _heard: dict[str, int] = field(default_factory=dict)

    def scene(self, title: str) -> None:
        """From here on the conversation is somewhere else."""
        self._parts.append(f"### {title}")

    def say(self, words: str, who: str = "你") -> None:
        """A person says or does something."""
        self._parts.append(f"**{who}**：{steady(words)}")

    def hear(self, heard: Heard, who: str = "你") -> None:
        """The bot says something to `who`; a revision stands in the place of what it revises."""
        quoted = self._quoted(heard, who)
        if heard.revised and heard.message_id in self._heard:
            self._parts[self._heard[heard.message_id]] = quoted
            return
        self._heard[heard.message_id] = len(self._parts)
        self._parts.append(quoted)

    def __str__(self) -> str:
        """The section."""
        parts = [f"## {self.title}"]
        for part in self._parts:
            # Two quotations in a row would be read as one.
            parts += ["<!-- -->", part] if part.startswith(">") and parts[-1].startswith(">") else [part]
        return "\n\n".join(parts)

    def _quoted(self, heard: Heard, who: str) -> str:
        words = steady(heard.text)
        if self.verbatim:
            return "\n".join(["```text", *filter(None, [words, "〔图片〕" * heard.images]), "```"])
        lines = _lines(words, self.markdown) if words else []
        shown = (
            "〔图片〕" * heard.images,
            "".join(f"〔{label}〕" for label in heard.buttons),
            f"（只有{who}看得见）" if heard.ephemeral else "",
        )
        for extra in filter(None, shown):
            lines += ["", extra] if lines else [extra]
        return "\n".join(f"> {line}".rstrip() for line in lines)


def steady(text: str) -> str:
    """`text` without codes and counted days, with at most one empty line in a row."""
    for passing, instead in _PASSING:
        text = passing.sub(instead, text)
    return _PARAGRAPHS.sub("\n\n", "\n".join(line.rstrip() for line in text.strip().splitlines()))


def _lines(text: str, markdown: bool) -> list[str]:
    """Lines that a Markdown page shows one below the other, as chats do."""
    lines, fenced = text.split("\n"), False
    shown = []
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if markdown and _FENCE.match(line):
            fenced = not fenced
        # A formula stays a formula, which the page sets.
        kept = line if markdown else _MARKUP.sub(lambda match: match[1] or f"\\{match[2]}", line)
        # A backslash at the end of a list's item or of a table's row would be shown.
        breaks = line and after and not fenced and not _FENCE.match(line) and not _OWN_LINE.match(after)
        shown.append(kept + "\\" if breaks else kept)
    return shown
