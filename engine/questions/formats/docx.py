"""The lines of a Word document as a reader sees them: with the numbers Word draws itself, with powers and indices, table cells in order.

What cannot be turned into text (pictures, formula objects) is named in `Line.lost`, so that nobody imports half a question.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from engine.errors import QuestionFileError
from engine.questions.formats.layout import Line

MAX_UNPACKED = 200_000_000
"""Bytes of all parts of the file: a larger one is not a question paper, but perhaps a zip bomb."""

_SUPERSCRIPT = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
_SUBSCRIPT = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")
_CHINESE_DIGITS = "零一二三四五六七八九"


def read_docx(path: Path) -> list[Line]:
    """Every line of the document's body; `Line.number` counts paragraphs from 1, those in tables included.

    Raises:
        QuestionFileError: not a Word document, or one too large.
    """
    check_unpacked_size(path, "Word 文档（.docx）")
    try:
        return list(_lines(Document(str(path))))
    except Exception as error:  # python-docx checks nothing: a damaged package fails wherever it happens to
        raise QuestionFileError(
            f"{path.name} 打不开：不是完好的 Word 文档（{error}）。用 Word 另存为 .docx 再试，原有的题没有动。"
        ) from None


def check_unpacked_size(path: Path, what: str) -> None:
    """Refuse a file that is no zip archive, or that unpacks to more than `MAX_UNPACKED`.

    Raises:
        QuestionFileError: naming the file and what it should be.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, OSError) as error:
        raise QuestionFileError(f"{path.name} 打不开：不是完好的{what}（{error}）。另存一份再试，原有的题没有动。") from None
    if size > MAX_UNPACKED:
        raise QuestionFileError(
            f"{path.name} 展开后有 {size // 1_000_000} MB，超过 {MAX_UNPACKED // 1_000_000} MB，没有读。拆成几份再导入。"
        )


def _lines(document: WordDocument) -> Iterator[Line]:
    numbering = _Numbering(document)
    for number, element in enumerate(document.element.body.xpath(".//w:p[not(ancestor::w:txbxContent)]"), start=1):
        paragraph = Paragraph(element, cast(Any, document))
        text = numbering.label(paragraph) + _text(paragraph)
        lost = _lost(element)
        style = paragraph.style.name if paragraph.style is not None else None
        heading = bool(style) and str(style).casefold().startswith(("heading", "title", "标题"))
        for position, line in enumerate(text.split("\n")):
            yield Line(number, line, heading, lost if position == 0 else "")


def _text(paragraph: Paragraph) -> str:
    # By xpath, because Paragraph.runs passes over hyperlinks, content controls and tracked insertions.
    own = "ancestor::w:p[1]"
    parts: list[str] = []
    for element in paragraph._p.xpath(".//w:r[not(ancestor::w:del)]"):
        if element.xpath(own)[0] is not paragraph._p:
            continue  # of a text box inside this paragraph
        run = Run(element, paragraph)
        text = run.text
        if text.strip() and run.font.superscript:
            text = _raised(text.strip(), _SUPERSCRIPT, "^")
        elif text.strip() and run.font.subscript:
            text = _raised(text.strip(), _SUBSCRIPT, "_")
        parts.append(text)
    return "".join(parts)


def _raised(text: str, table: dict[int, int], sign: str) -> str:
    if all(ord(character) in table for character in text):
        return text.translate(table)
    return sign + (text if len(text) == 1 else f"({text})")


def _lost(element: Any) -> str:
    kinds = {
        "图片": ".//w:drawing | .//w:pict",
        "公式对象": ".//*[local-name()='oMath']",
        "嵌入对象": ".//w:object",
    }
    return "、".join(kind for kind, path in kinds.items() if element.xpath(path))


class _Numbering:
    """The numbers of automatic lists, which Word keeps apart from the text (ECMA-376 part 1, 17.9)."""

    def __init__(self, document: WordDocument) -> None:
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}  # (abstract list, level) -> format, text, start
        self._abstract: dict[str, str] = {}
        self._restarts: dict[tuple[str, int], int] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._styles = {style.style_id: style for style in document.styles}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):  # a document without lists
            return
        for abstract in root.findall(qn("w:abstractNum")):
            name = abstract.get(qn("w:abstractNumId"))
            for level in abstract.findall(qn("w:lvl")):
                values = {tag: level.find(qn(f"w:{tag}")) for tag in ("numFmt", "lvlText", "start")}
                form, text, start = (_value(values[tag]) for tag in ("numFmt", "lvlText", "start"))
                self._levels[name, int(level.get(qn("w:ilvl")))] = (form or "decimal", text or "", int(start or 1))
        for num in root.findall(qn("w:num")):
            identifier = num.get(qn("w:numId"))
            self._abstract[identifier] = _value(num.find(qn("w:abstractNumId"))) or ""
            for override in num.findall(qn("w:lvlOverride")):
                start = _value(override.find(qn("w:startOverride")))
                if start:
                    self._restarts[identifier, int(override.get(qn("w:ilvl")))] = int(start)

    def label(self, paragraph: Paragraph) -> str:
        """What Word draws before the paragraph, such as `3. ` or `B. `; empty where there is no list or only a bullet."""
        place = self._place(paragraph)
        if place is None:
            return ""
        identifier, level = place
        abstract = self._abstract.get(identifier)
        if abstract is None or (abstract, level) not in self._levels:
            return ""
        counters = self._counters.setdefault(abstract, {})
        if (restart := self._restarts.pop((identifier, level), None)) is not None:
            counters[level] = restart - 1
        form, text, start = self._levels[abstract, level]
        counters[level] = counters.get(level, start - 1) + 1
        for deeper in [other for other in counters if other > level]:
            del counters[deeper]
        if form in ("bullet", "none"):
            return ""
        for other in range(level + 1):
            other_form, _, other_start = self._levels.get((abstract, other), ("decimal", "", 1))
            text = text.replace(f"%{other + 1}", _numeral(counters.get(other, other_start), other_form))
        return text + " " if text else ""

    def _place(self, paragraph: Paragraph) -> tuple[str, int] | None:
        """(list, level) of the paragraph itself or of its style; None outside lists."""
        properties = paragraph._p.pPr
        style_id = _value(properties.find(qn("w:pStyle"))) if properties is not None else None
        style = self._styles.get(style_id) if style_id else None
        for _ in range(12):  # styles build on one another; a malformed file may let them go round
            number = properties.find(qn("w:numPr")) if properties is not None else None
            if number is not None:
                identifier = _value(number.find(qn("w:numId")))
                level = _value(number.find(qn("w:ilvl")))
                return (identifier, int(level or 0)) if identifier and identifier != "0" else None
            if style is None:
                return None
            properties = cast(Any, style).element.find(qn("w:pPr"))
            style = cast(Any, style).base_style if hasattr(style, "base_style") else None
        return None


def _value(element: Any) -> str | None:
    return None if element is None else cast("str | None", element.get(qn("w:val")))


def _numeral(number: int, form: str) -> str:
    if form in ("upperLetter", "lowerLetter") and number > 0:
        letter = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if form == "upperLetter" else letter.lower()
    if (
        form in ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "taiwaneseCountingThousand")
        and 0 < number < 100
    ):
        tens, ones = divmod(number, 10)
        return ("" if tens == 0 else "十" if tens == 1 else _CHINESE_DIGITS[tens] + "十") + (
            _CHINESE_DIGITS[ones] if ones or not tens else ""
        )
    return str(number)
