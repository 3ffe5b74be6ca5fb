"""WeChat's XML: a flat `<xml>` element of named texts, read without trust and written so that any text survives."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias
from xml.parsers.expat import ExpatError

import xmltodict

LARGEST = 64 * 1024
"""Bytes. A text message has at most 2,048; the longest event is a few thousand."""

Fields: TypeAlias = Mapping[str, "str | Fields"]
"""What is written: names with a text or with further names."""

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class DocumentError(Exception):
    """Not a document of WeChat's form."""


def read_document(content: bytes) -> dict[str, str]:
    """The texts of a document by name; what is nested deeper, repeated or empty is left out.

    Raises:
        DocumentError: no well-formed `<xml>` element, one that declares entities, or one above `LARGEST`.
    """
    if len(content) > LARGEST:
        raise DocumentError("too large")
    try:
        root = xmltodict.parse(content, encoding="utf-8", xml_attribs=False, strip_whitespace=True)
    except (ExpatError, ValueError, LookupError, RecursionError) as error:
        raise DocumentError(f"not well-formed: {type(error).__name__}") from None
    fields = root.get("xml") if isinstance(root, dict) else None
    if not isinstance(fields, dict):
        raise DocumentError("no <xml> element")
    return {name: text for name, text in fields.items() if isinstance(text, str)}


def write_document(fields: Fields) -> str:
    """`fields` as a document; characters that XML cannot hold are dropped."""
    return f"<xml>{_written(fields)}</xml>"


def _written(fields: Fields) -> str:
    return "".join(f"<{name}>{_cdata(value) if isinstance(value, str) else _written(value)}</{name}>" for name, value in fields.items())


def _cdata(text: str) -> str:
    return "<![CDATA[" + _NOT_XML.sub("", text).replace("]]>", "]]]]><![CDATA[>") + "]]>"
