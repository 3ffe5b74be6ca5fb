"""Markdown for platforms without it: plain text that keeps what matters, and which pieces it cannot keep."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

_PARSER = MarkdownIt("commonmark").enable("table")
_BLANK_LINES = re.compile(r"\n{3,}")


def to_plain(markdown: str) -> str:
    """`markdown` as a person would type it into a chat: no marks, lists with dots, code and tables kept line by line."""
    # Formulas are set aside: their underscores and asterisks mean something else.
    formulas: list[str] = []

    def aside(match: re.Match[str]) -> str:
        formulas.append(match.group())
        return f"\ue000{len(formulas) - 1}\ue001"

    text = "".join(_blocks(_PARSER.parse(_FORMULA.sub(aside, markdown))))
    text = re.sub(r"\ue000(\d+)\ue001", lambda match: _plain_formula(formulas[int(match.group(1))]), text)
    return _BLANK_LINES.sub("\n\n", text).strip()


def plain_formulas(markdown: str, escaped: bool = False) -> str:
    """`markdown` with its formulas written plainly, for a platform that has Markdown but no formulas; code stays as it is.

    Args:
        escaped: the platform reads CommonMark with its escapes, so that what a formula has of Markdown's own marks can be kept.
    """

    def plain(match: re.Match[str]) -> str:
        if match[1]:
            return match[1]
        formula = _plain_formula(match[2])
        return _MARK.sub(r"\\\g<0>", formula) if escaped else formula

    return _CODE_OR_FORMULA.sub(plain, markdown)


_FORMULA = re.compile(r"\$\$.+?\$\$|\$[^$\n]+?\$", re.DOTALL)
_CODE_OR_FORMULA = re.compile(r"(^```.*?^```|`[^`\n]+`)|(\$\$.+?\$\$|\$[^$\n]+?\$)", re.DOTALL | re.MULTILINE)
_LINE_END = re.compile(r"\n[ \t]*(?:> ?)*")
"""With the marks of the quotation in which the formula stands."""
_MARK = re.compile(r"[\\`*_|<>\[\]#~&]")
"""What CommonMark may take for its own."""
_FORMULA_WORDS = {
    r"\times": "×",
    r"\cdot": "·",
    r"\div": "÷",
    r"\leq": "≤",
    r"\le": "≤",
    r"\geq": "≥",
    r"\ge": "≥",
    r"\neq": "≠",
    r"\ne": "≠",
    r"\approx": "≈",
    r"\lfloor": "⌊",
    r"\rfloor": "⌋",
    r"\lceil": "⌈",
    r"\rceil": "⌉",
    r"\to": "→",
    r"\rightarrow": "→",
    r"\infty": "∞",
    r"\sum": "∑",
    r"\log": "log",
    r"\ln": "ln",
    r"\bmod": " mod ",
    r"\qquad": "  ",
    r"\sqrt": "√",
    r"\dots": "…",
    r"\sim": "∼",
    r"\neg": "¬",
    r"\land": "∧",
    r"\lor": "∨",
    r"\ll": "≪",
    r"\leftarrow": "←",
    r"\lvert": "|",
    r"\rvert": "|",
    r"\langle": "⟨",
    r"\rangle": "⟩",
    r"\subseteq": "⊆",
    r"\eta": "η",
    r"\max": "max",
    r"\min": "min",
    r"\cdots": "⋯",
    r"\ldots": "…",
    r"\pm": "±",
    r"\in": "∈",
    r"\cup": "∪",
    r"\cap": "∩",
    r"\oplus": "⊕",
    r"\Theta": "Θ",
    r"\Omega": "Ω",
    r"\Delta": "Δ",
    r"\alpha": "α",
    r"\beta": "β",
    r"\gamma": "γ",
    r"\delta": "δ",
    r"\varepsilon": "ε",
    r"\epsilon": "ε",
    r"\theta": "θ",
    r"\lambda": "λ",
    r"\mu": "μ",
    r"\pi": "π",
    r"\rho": "ρ",
    r"\sigma": "σ",
    r"\tau": "τ",
    r"\varphi": "φ",
    r"\phi": "φ",
    r"\omega": "ω",
    r"\quad": " ",
    r"\left": "",
    r"\right": "",
    r"\%": "%",
    r"\,": " ",
    r"\{": "{",
    r"\}": "}",
}
_COMMAND = re.compile(r"\\(?:[A-Za-z]+|.)")
_FRACTION = re.compile(r"\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}")
_NAMED = re.compile(r"\\(?:text|mathrm|mathit|mathbf|operatorname)\{([^{}]*)\}")


def _plain_formula(formula: str) -> str:
    inner = _LINE_END.sub(" ", formula.strip("$")).strip()
    inner = _NAMED.sub(r"\1", inner)
    while (simpler := _FRACTION.sub(r"(\1)/(\2)", inner)) != inner:
        inner = simpler
    inner = _COMMAND.sub(lambda match: _FORMULA_WORDS.get(match[0], match[0]), inner)
    return re.sub(r"([_^])\{([^{}]{1,3})\}", r"\1\2", inner)


def _blocks(tokens: list[Token]) -> Iterator[str]:
    depth = 0
    counters: list[int] = []
    row: list[str] = []
    for index, token in enumerate(tokens):
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            depth += 1
            counters.append(int(token.attrGet("start") or 1) if kind == "ordered_list_open" else 0)
        elif kind in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
            counters.pop()
            if not depth:
                yield "\n"
        elif kind == "list_item_open":
            mark = f"{counters[-1]}. " if counters[-1] else "· "
            counters[-1] += bool(counters[-1])
            yield "  " * (depth - 1) + mark
        elif kind == "inline":
            text = _inline(token.children or [])
            if tokens[index - 1].type in ("th_open", "td_open"):
                row.append(text)
            elif tokens[index - 1].type == "heading_open":
                yield f"【{text}】\n"
            else:
                yield text + ("\n" if depth else "\n\n")
        elif kind in ("fence", "code_block"):
            yield token.content.rstrip("\n") + "\n\n"
        elif kind == "tr_close":
            yield " | ".join(row) + "\n"
            row = []
        elif kind in ("table_close", "blockquote_close"):
            yield "\n"
        elif kind == "hr":
            yield "—————\n\n"
        elif kind == "html_block":
            yield token.content


def _inline(children: list[Token]) -> str:
    parts = []
    for child in children:
        if child.type in ("text", "code_inline", "html_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif child.type == "image":
            parts.append(f"［图：{child.content}］")
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class Piece:
    """A top-level block of a Markdown text. `is_lost`: plain text would not keep what it shows."""

    markdown: str
    is_lost: bool


def pieces(markdown: str, shows_code: bool = False) -> list[Piece]:
    """`markdown` block by block: tables, code of some lines and formulas that plain text cannot write are marked as lost.

    A quotation's blocks are pieces of their own, without its marks, which plain text does not show either.

    Args:
        shows_code: where the text goes, fenced code is shown as such and not lost.
    """
    lines = markdown.split("\n")
    found: list[Piece] = []
    for token in _PARSER.parse(markdown):
        if token.level or token.map is None or token.nesting < 0:
            continue
        own = lines[token.map[0] : token.map[1]]
        text = "\n".join(own).strip("\n")
        if token.type == "blockquote_open":
            found += pieces("\n".join(_QUOTE.sub("", line) for line in own), shows_code)
        elif text:
            found.append(Piece(text, _is_lost(token, text, shows_code)))
    return found


LONGEST_PLAIN_CODE = 2
"""Lines of code that read well in any font."""


def _is_lost(token: Token, text: str, shows_code: bool) -> bool:
    if token.type in ("fence", "code_block"):
        return token.content.count("\n") > LONGEST_PLAIN_CODE and not (shows_code and token.type == "fence")
    if (
        ("\n```" in text and not shows_code)
        or token.type == "table_open"
        or ("|" in text and any(_TABLE_RULE.match(line) for line in text.splitlines()))
    ):
        return True  # also inside a list or a quotation
    return any(re.search(r"[\\{}]|\n", _plain_formula(formula)) for formula in _FORMULA.findall(_INLINE_CODE.sub("", text)))


_QUOTE = re.compile(r"^ {0,3}> ?")
_TABLE_RULE = re.compile(r"^[\s>]*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$")
_INLINE_CODE = re.compile(r"`[^`\n]+`")
