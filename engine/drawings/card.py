"""A question, or any Markdown, as a card: what a platform without tables, formulas or code can still show.

Markdown becomes plain data (blocks and spans) that the template sets; a formula becomes a tree (`engine.drawings.formula`), or stays as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.token import Token

from engine.drawings.formula import tree
from engine.drawings.model import Drawing
from engine.questions.model import KIND_NAMES, LETTERS, Question

Span: TypeAlias = dict[str, Any]
"""`style` plain, strong, code or formula; `text`, and for a formula its `tree`."""

Block: TypeAlias = dict[str, Any]
"""`kind` heading, paragraph, item (`mark`, `depth`), code, table (`rows` of cells, the first the headings), quote or rule; `spans` or `text`."""

_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")
_FORMULA = re.compile(r"\$\$(.+?)\$\$|\$([^$\n]+?)\$", re.DOTALL)
_CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
_ASIDE = re.compile("\ue000(\\d+)\ue001")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Drawing):
    """Blocks below a heading.

    Attributes:
        heading: small, above the title: where the question belongs.
        blocks: the text.
        options: (letter, its blocks), set apart.
        words: the card in words, for those who cannot see it.
    """

    template: ClassVar[str] = "card"

    heading: str = ""
    blocks: tuple[Block, ...] = ()
    options: tuple[tuple[str, tuple[Block, ...]], ...] = ()
    words: str = ""

    @property
    def alt(self) -> str:
        """The text as Markdown."""
        return self.words


def card(question: Question, heading: str = "", *, number: int = 1, total: int = 1) -> Card:
    """A question with its options as a card. `heading`: where it belongs, such as subject and knowledge point."""
    counted = f"第 {number}/{total} 题 " if total > 1 else ""
    options = tuple((letter, blocks_of(option)) for letter, option in zip(LETTERS, question.options, strict=False))
    words = "\n".join([question.stem, *(f"{letter}. {option}" for letter, option in zip(LETTERS, question.options, strict=False))])
    return Card(
        title=f"{counted}{KIND_NAMES[question.kind]}题", heading=heading, blocks=blocks_of(question.stem), options=options, words=words
    )


def markdown_card(markdown: str, title: str = "", heading: str = "") -> Card:
    """Any Markdown as a card."""
    return Card(title=title, heading=heading, blocks=blocks_of(markdown), words=markdown)


def blocks_of(markdown: str) -> tuple[Block, ...]:
    """Markdown as blocks."""
    # Formulas are set aside while Markdown is read: their underscores and asterisks mean something else. Not those in code.
    formulas: list[str] = []

    def aside(match: re.Match[str]) -> str:
        formulas.append(match[1] or match[2])
        return f"\ue000{len(formulas) - 1}\ue001"

    text = _ASIDE.sub("", markdown)
    parts, last = [], 0
    for code in _CODE.finditer(text):
        parts += [_FORMULA.sub(aside, text[last : code.start()]), code[0]]
        last = code.end()
    parts.append(_FORMULA.sub(aside, text[last:]))
    return tuple(_blocks(_PARSER.parse("".join(parts)), formulas))


def _blocks(tokens: Sequence[Token], formulas: Sequence[str]) -> Iterator[Block]:
    lists: list[int | None] = []
    mark: str | None = None
    rows: list[list[list[Span]]] = []
    kind = "paragraph"
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(int(token.attrGet("start") or 1) if token.type == "ordered_list_open" else None)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            number = lists[-1]
            mark = "•" if number is None else f"{number}."
            lists[-1] = None if number is None else number + 1
        elif token.type == "heading_open":
            kind = "heading"
        elif token.type == "blockquote_open":
            kind = "quote"
        elif token.type in ("heading_close", "blockquote_close"):
            kind = "paragraph"
        elif token.type == "table_open":
            rows = []
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "table_close":
            yield {"kind": "table", "rows": rows}
            rows = []
        elif token.type in ("fence", "code_block"):
            yield {"kind": "code", "text": token.content.rstrip("\n")}
        elif token.type == "hr":
            yield {"kind": "rule"}
        elif token.type == "html_block":
            yield {"kind": "paragraph", "spans": _split(token.content.strip(), "plain", formulas)}
        elif token.type == "inline":
            spans = _spans(token, formulas)
            if rows:
                rows[-1].append(spans)
            elif lists:
                yield {"kind": "item", "mark": mark or "", "depth": len(lists) - 1, "spans": spans}
                mark = None
            else:
                yield {"kind": kind, "spans": spans}


def _spans(inline: Token, formulas: Sequence[str]) -> list[Span]:
    spans: list[Span] = []
    strong = 0
    for token in inline.children or ():
        if token.type == "strong_open":
            strong += 1
        elif token.type == "strong_close":
            strong -= 1
        elif token.type == "code_inline":
            spans.append({"style": "code", "text": token.content})
        elif token.type == "softbreak":
            spans.append({"style": "plain", "text": " "})
        elif token.type == "hardbreak":
            spans.append({"style": "plain", "text": "\n"})
        elif token.type == "image":
            spans.append({"style": "plain", "text": token.content})
        elif token.content:
            spans += _split(token.content, "strong" if strong else "plain", formulas)
    return spans


def _split(text: str, style: str, formulas: Sequence[str]) -> list[Span]:
    spans: list[Span] = []
    last = 0
    for match in _ASIDE.finditer(text):
        if match.start() > last:
            spans.append({"style": style, "text": text[last : match.start()]})
        formula = formulas[int(match[1])]
        spans.append({"style": "formula", "text": formula, "tree": tree(formula)})
        last = match.end()
    if last < len(text):
        spans.append({"style": style, "text": text[last:]})
    return spans
