"""WeChat's XML: read without trust, written so that any text survives."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.weixin.documents import LARGEST, DocumentError, read_document, write_document

SAMPLES = Path(__file__).parents[5] / "shared" / "data" / "wechat" / "xml"

VALID = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1)


@given(VALID)
def test_any_text_survives(text: str) -> None:
    assert read_document(write_document({"Content": text}).encode()).get("Content", "") == text.strip()


@pytest.mark.parametrize("text", ["]]>", "a]]>b]]>]]", "<b>&amp;</b>", "x\0\x01\x0b\ufffey", "<!DOCTYPE html><!ENTITY a>"])
def test_texts_that_look_like_markup(text: str) -> None:
    kept = text.translate(dict.fromkeys(map(ord, "\0\x01\x0b\ufffe")))
    assert read_document(write_document({"Content": text, "Image": {"MediaId": "m"}}).encode()) == {"Content": kept}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"<xml>",
        b"<html><a>1</a></html>",
        b"<xml>text</xml>",
        b"<xml/>",
        b"\xff\xfe<xml/>",
        b"<xml><a>" + b"x" * LARGEST + b"</a></xml>",
        b'<!DOCTYPE x [<!ENTITY a "lol">]><xml><a>&a;</a></xml>',
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml><a>&a;</a></xml>',
        b'<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1/">%a;]><xml><a>1</a></xml>',
        b"<xml><a>&a;</a></xml>",
        "<xml><a>长</a></xml>".encode("gbk"),
    ],
)
def test_what_is_no_document_is_refused(content: bytes) -> None:
    with pytest.raises(DocumentError):
        read_document(content)


@given(st.binary(max_size=200))
def test_bytes_give_texts_or_an_error(content: bytes) -> None:
    try:
        fields = read_document(b"<xml>" + content + b"</xml>")
    except DocumentError:
        return
    assert all(isinstance(value, str) for value in fields.values())


def test_what_is_nested_deeply_is_left_out() -> None:
    depth = 5_000
    content = b"<xml><b>1</b>" + b"<a>" * depth + b"</a>" * depth + b"<c>1</c><c>2</c></xml>"
    assert read_document(content) == {"b": "1"}


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="needs ../shared/data/wechat/xml")
def test_published_samples_are_read() -> None:
    messages = [path for path in SAMPLES.glob("test_[pe]*.xml") if b"<xml>" in path.read_bytes()]
    assert len(messages) > 30
    for path in messages:
        fields = read_document(path.read_bytes().strip())
        assert "FromUserName" in fields, path.name
