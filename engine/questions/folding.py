"""Folding text so that two ways of typing the same thing compare equal: width, case, spaces and punctuation.

Nothing that carries meaning is folded away: digits, signs and the boundaries between numbers stay, so that `1.5` never equals
`15`, `1, 23` never equals `12, 3` and `2¹⁰` never equals `210`.
"""

from __future__ import annotations

import re
import unicodedata

_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ"
_SUPERSCRIPT_RUN = re.compile(f"[{_SUPERSCRIPTS}]+")
_PLAIN = str.maketrans(_SUPERSCRIPTS, "0123456789+-()n")

_LATEX_SIGNS = {
    "times": "×", "cdot": "×", "div": "÷", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠", "approx": "≈",
    "to": "→", "rightarrow": "→", "oplus": "⊕", "pm": "±", "sqrt": "√", "infty": "∞", "sum": "∑", "cup": "∪", "cap": "∩", "in": "∈",
    "left": "", "right": "", "mathrm": "", "text": "", "mathbf": "", "operatorname": "", "quad": "", "displaystyle": "",
}  # fmt: skip
_LATEX_COMMAND = re.compile(r"\\([A-Za-z]+)")
_SIGNS = str.maketrans({"−": "-", "–": "-", "‐": "-", "∗": "*", "＊": "*", "，": ",", "％": "%"})

_POINT, _COLON, _FACTORIAL, _GONE = "\ue000", "\ue001", "\ue002", "\0"
_KEPT_PUNCTUATION = set("-/%&#@*") | {_POINT, _COLON, _FACTORIAL}


class _Folding(dict[int, str]):
    """Code point -> itself, or the mark of something dropped; decided once for each character seen."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        category = unicodedata.category(character)
        kept = character in _KEPT_PUNCTUATION or category[0] in "LNM" or category == "Sm" or character == "^"
        self[code] = character if kept else _GONE
        return self[code]


_folding = _Folding()


def fold(text: str) -> str:
    """`text` in NFKC and lower case, without spaces, brackets and punctuation; superscripts as `^n`, common LaTeX commands as signs.

    Between two digits whatever is dropped becomes one comma; `.` and `:` stay there.
    """
    text = _LATEX_COMMAND.sub(lambda match: _LATEX_SIGNS.get(match[1], match[1]), text)
    text = with_carets(text)
    text = unicodedata.normalize("NFKC", text).casefold().translate(_SIGNS).replace("**", "")
    text = re.sub(r"(?<=\d)\.(?=\d)", _POINT, text)
    text = re.sub(r"(?<=\d):(?=\d)", _COLON, text)
    text = re.sub(r"(?<![a-z])([a-z]|\d|\))!", rf"\1{_FACTORIAL}", text)
    text = re.sub(r"(?<![0-9a-z)])-(?![0-9a-z(])", "", text)  # a dash of prose or of a list, not a minus sign
    text = text.translate(_folding)
    text = re.sub(f"(?<=\\d){_GONE}+(?=\\d)", ",", text)
    return text.replace(_GONE, "").replace(_POINT, ".").replace(_COLON, ":").replace(_FACTORIAL, "!").replace("*", "×")


def with_carets(text: str) -> str:
    """`text` with superscripts as `^n`, which NFKC would otherwise run into the base: `2¹⁰` would become 210."""
    return _SUPERSCRIPT_RUN.sub(lambda match: "^" + match[0].translate(_PLAIN), text)


_SAME_WORDING = (("以下", "下列"), ("下面", "下列"), ("下述", "下列"), ("哪一项", "哪个"), ("哪一个", "哪个"), ("哪项", "哪个"))
_PARTICLES = str.maketrans("", "", "的了吗呢吧啊呀")


def fold_loosely(text: str) -> str:
    """`fold`, then without particles and with the usual phrases of a question (以下, 下列, 哪项, 哪个) made one.

    Only wording that cannot change what is asked is folded: 先序 and 后序 stay as different as 5 and 6.
    """
    folded = fold(text).translate(_PARTICLES)
    for phrase, same in _SAME_WORDING:
        folded = folded.replace(phrase, same)
    return folded


def slug(text: str, *, ascii_only: bool = False) -> str:
    """`text` as part of an id: lower case, runs of anything else than letters, digits and `_` as one `-`; may be empty."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[^a-z0-9_]+" if ascii_only else r"[^\w]+", "-", text).strip("-_")[:40].strip("-_")
