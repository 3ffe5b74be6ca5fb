r"""Formulas between `$` as a tree that a template can set: the part of LaTeX that questions and notes use.

Only data leaves this module: nothing of a formula is ever read as typst's own markup. What is not understood is no tree, and the
caller shows the formula as it was typed.
"""

from __future__ import annotations

import re
from typing import Any, TypeAlias

Node: TypeAlias = dict[str, Any]
r"""`kind`: row (`items`), number, letter, word, operator (`text`), sign (`text`, `spacing`), fraction (`over`, `under`), root (`of`),
bar (`of`), attach (`base`, `above`, `below`), choose (`over`, `under`)."""

_SIGNS: dict[str, tuple[str, str]] = {
    **{
        name: (sign, "binary")
        for name, sign in {
            "times": "×", "div": "÷", "cdot": "·", "pm": "±", "oplus": "⊕", "otimes": "⊗", "land": "∧", "lor": "∨", "wedge": "∧", "vee": "∨",
            "cup": "∪", "cap": "∩", "ast": "∗", "setminus": "∖", "odot": "⊙",
        }.items()
    },
    **{
        name: (sign, "relation")
        for name, sign in {
            "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "equiv": "≡", "sim": "∼", "to": "→",
            "rightarrow": "→", "leftarrow": "←", "Rightarrow": "⇒", "Leftrightarrow": "⇔", "leftrightarrow": "↔", "in": "∈", "notin": "∉",
            "subset": "⊂", "subseteq": "⊆", "ll": "≪", "gg": "≫", "propto": "∝", "mid": "∣", "implies": "⇒", "iff": "⇔",
        }.items()
    },
    **{name: (sign, "opening") for name, sign in {"lfloor": "⌊", "lceil": "⌈", "langle": "⟨", "lvert": "|", "{": "{"}.items()},
    **{name: (sign, "closing") for name, sign in {"rfloor": "⌋", "rceil": "⌉", "rangle": "⟩", "rvert": "|", "}": "}"}.items()},
    **{
        name: (sign, "normal")
        for name, sign in {
            "infty": "∞", "dots": "…", "ldots": "…", "cdots": "⋯", "vdots": "⋮", "%": "%", "_": "_", "&": "&", "#": "#", "$": "$", "neg": "¬",
            "lnot": "¬", "prime": "′", "circ": "∘", "emptyset": "∅", "varnothing": "∅", "forall": "∀", "exists": "∃", "partial": "∂",
            "because": "∵", "therefore": "∴",
        }.items()
    },
}  # fmt: skip
_GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "ϕ", "varphi": "φ", "chi": "χ",
    "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
}  # fmt: skip
_OPERATORS = frozenset(
    ("log", "ln", "lg", "min", "max", "gcd", "lim", "sin", "cos", "tan", "exp", "mod", "bmod", "det", "dim", "arg", "Pr", "sup", "inf")
)
_LARGE = {"sum": "∑", "prod": "∏", "int": "∫", "bigcup": "⋃", "bigcap": "⋂"}
_WORDS = frozenset(("text", "mathrm", "textbf", "mathbf", "mathit", "textit", "operatorname", "texttt", "mathtt"))
_SPACES = {",": " ", ";": " ", ":": " ", " ": " ", "!": "", "quad": "  ", "qquad": "    ", "displaystyle": "", "limits": ""}
_PLAIN_SIGNS = {
    "+": "binary",
    "-": "binary",
    "*": "binary",
    "=": "relation",
    "<": "relation",
    ">": "relation",
    "(": "opening",
    "[": "opening",
}
_PLAIN_SIGNS |= {")": "closing", "]": "closing", ",": "punctuation", ";": "punctuation"}

_TOKEN = re.compile(r"\\([A-Za-z]+|.)|(\d+(?:\.\d+)?)|([A-Za-z])|([{}^_&])|(\s+)|(.)", re.DOTALL)


class _Unknown(Exception):
    """Something that is not understood."""


def tree(latex: str) -> Node | None:
    """The formula, without its `$`; None where it is not understood."""
    try:
        reader = _Reader(latex)
        node = reader.row(end=None)
    except _Unknown:
        return None
    return node


class _Reader:
    def __init__(self, latex: str) -> None:
        # (class, text): command, number, letter, brace, other; spaces mean nothing in a formula.
        names = ("command", "number", "letter", "brace", "space", "other")
        self._source = latex
        self._tokens = [(names[(match.lastindex or 1) - 1], match[match.lastindex or 1], match.end()) for match in _TOKEN.finditer(latex)]
        self._position = 0
        self._depth = 0

    def _peek(self) -> tuple[str, str]:
        while self._position < len(self._tokens) and self._tokens[self._position][0] == "space":
            self._position += 1
        return self._tokens[self._position][:2] if self._position < len(self._tokens) else ("end", "")

    def row(self, end: str | None) -> Node:
        self._depth += 1
        if self._depth > 20:
            raise _Unknown
        items: list[Node] = []
        while True:
            kind, text = self._peek()
            if kind == "end":
                if end is not None:
                    raise _Unknown
                break
            if kind == "brace" and text == "}":
                if end != "}":
                    raise _Unknown
                self._position += 1
                break
            if kind == "brace" and text in "^_":
                self._position += 1
                slot, argument = ("above" if text == "^" else "below"), self._argument()
                base: Node = items.pop() if items else {"kind": "row", "items": []}
                attached: Node = base if base["kind"] == "attach" and slot not in base else {"kind": "attach", "base": base}
                attached[slot] = argument
                items.append(attached)
                continue
            node = self._one()
            if node is not None:
                items.append(node)
        self._depth -= 1
        return items[0] if len(items) == 1 else {"kind": "row", "items": items}

    def _argument(self) -> Node:
        kind, text = self._peek()
        if (kind, text) == ("brace", "{"):
            self._position += 1
            return self.row("}")
        node = self._one()
        if node is None:
            raise _Unknown
        return node

    def _one(self) -> Node | None:
        kind, text = self._peek()
        self._position += 1
        if kind == "number":
            return {"kind": "number", "text": text}
        if kind == "letter":
            return {"kind": "letter", "text": text}
        if kind == "brace":
            if text == "{":
                return self.row("}")
            raise _Unknown
        if kind == "command":
            return self._command(text)
        if kind == "end":
            raise _Unknown
        if text in _PLAIN_SIGNS:
            return {"kind": "sign", "text": "−" if text == "-" else text, "spacing": _PLAIN_SIGNS[text]}
        known = dict(_SIGNS.values())
        return {"kind": "sign", "text": text, "spacing": known[text]} if text in known else {"kind": "word", "text": text}

    def _command(self, name: str) -> Node | None:
        if name in _SIGNS:
            return {"kind": "sign", "text": _SIGNS[name][0], "spacing": _SIGNS[name][1]}
        if name in _GREEK:
            return {"kind": "letter", "text": _GREEK[name]}
        if name in _OPERATORS:
            return {"kind": "operator", "text": name.removeprefix("b") if name == "bmod" else name}
        if name in _LARGE:
            return {"kind": "large", "text": _LARGE[name]}
        if name in ("frac", "dfrac", "tfrac", "binom"):
            over, under = self._argument(), self._argument()
            return {"kind": "choose" if name == "binom" else "fraction", "over": over, "under": under}
        if name in ("sqrt", "overline", "bar"):
            return {"kind": "root" if name == "sqrt" else "bar", "of": self._argument()}
        if name in _WORDS:
            return {"kind": "word", "text": self._raw()}
        if name in ("left", "right", "big", "Big", "bigl", "bigr"):
            if self._peek() == ("other", "."):
                self._position += 1
            return None
        if name in _SPACES:
            return {"kind": "word", "text": _SPACES[name]} if _SPACES[name] else None
        raise _Unknown

    def _raw(self) -> str:
        """The words between the braces that follow, as they stand."""
        if self._peek() != ("brace", "{"):
            raise _Unknown
        start = self._tokens[self._position][2]
        while self._position < len(self._tokens) and self._tokens[self._position][1] != "}":
            self._position += 1
        if self._position == len(self._tokens):
            raise _Unknown
        end = self._tokens[self._position][2] - 1
        self._position += 1
        words = self._source[start:end]
        if "\\" in words.replace("\\_", "").replace("\\%", "").replace("\\ ", ""):
            raise _Unknown
        return words.replace("\\", "")
