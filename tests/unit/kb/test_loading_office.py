"""DOCX, PPTX and HTML: headings, slides, tables; and packages that are not what they seem."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pptx
import pytest

from kb.loading import SUPPORTED_SUFFIXES, LoadingFailed, LoadingLimits, load

QUESTIONS = Path(__file__).resolve().parents[3] / ".." / "shared" / "data" / "assistant408" / "test_data"


def test_word_headings_tables_and_signs(tmp_path: Path) -> None:
    path = tmp_path / "笔记.docx"
    written = docx.Document()
    written.add_heading("操作系统", 1)
    written.add_heading("死锁", 2)
    written.add_paragraph("四个必要条件，记作 a_1*b_2。")
    table = written.add_table(2, 2)
    for cell, text in zip((cell for row in table.rows for cell in row.cells), ["算法", "特点", "FIFO", "简单"], strict=True):
        cell.text = text
    written.save(str(path))

    document = load(path)

    assert (document.title, document.format, document.warnings) == ("操作系统", "docx", [])
    (_, section) = document.sections
    assert section.path == ("操作系统", "死锁")
    assert section.text == "四个必要条件，记作 a_1*b_2。\n\n| 算法 | 特点 |\n| --- | --- |\n| FIFO | 简单 |"


def test_slides_are_pages(tmp_path: Path) -> None:
    path = tmp_path / "课件.pptx"
    deck = pptx.Presentation()
    for title, body in [("进程", "进程是程序的一次执行。\n# 不是标题"), ("线程", "线程是调度的单位。"), ("", "没有标题的一页。")]:
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = body
    slide.notes_slide.notes_text_frame.text = "讲到这里休息。"
    deck.save(str(path))
    told: list[tuple[int, int]] = []

    document = load(path, title="操作系统课件", progress=lambda done, total: told.append((done, total)))

    assert (document.format, document.pages, told[-1]) == ("pptx", 3, (3, 3))
    assert [(section.path, section.page, section.text) for section in document.sections] == [
        (("操作系统课件", "进程"), 1, "进程是程序的一次执行。\n\n# 不是标题"),
        (("操作系统课件", "线程"), 2, "线程是调度的单位。"),
        (("操作系统课件",), 3, "没有标题的一页。\n\n备注：\n讲到这里休息。"),
    ]
    with pytest.raises(LoadingFailed, match=r"有 3 页，超过了上限 2 页.*loading\.pages"):
        load(path, limits=LoadingLimits(pages=2))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_web_pages_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "page.html"
    declared = "gb2312" if encoding == "gb18030" else encoding
    path.write_bytes(
        f"<html><head><meta charset='{declared}'><title>分页 - 笔记</title><style>p{{}}</style></head><body><h2>页表</h2>"
        "<p>映射<a href='#x'>页号</a>。</p><pre><code>int a;</code></pre><script>alert(1)</script></body></html>".encode(encoding)
    )
    document = load(path)
    assert (document.title, document.format) == ("分页 - 笔记", "html")
    assert [(section.path, section.text) for section in document.sections] == [(("分页 - 笔记", "页表"), "映射页号。\n\n```\nint a;\n```")]


def test_a_zip_bomb_is_refused_by_its_own_declaration(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package, package.open("word/document.xml", "w") as part:
        for _ in range(12):
            part.write(b"\x00" * 1024 * 1024)
    assert path.stat().st_size < 20_000
    with pytest.raises(LoadingFailed, match=r"解压后有 12 MB，超过了上限 10 MB.*loading\.memory_mb"):
        load(path, limits=LoadingLimits(memory_mb=10))


@pytest.mark.parametrize("suffix", [".docx", ".pptx"])
@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"not a zip", r"打不开.*没有入库"),
        (b"PK\x03\x04 cut short", r"打不开.*没有入库"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), r"加了密码.*旧版.*没有入库"),
    ],
    ids=["text", "cut", "old or encrypted"],
)
def test_a_broken_package_is_refused(tmp_path: Path, suffix: str, content: bytes, message: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(content)
    with pytest.raises(LoadingFailed, match=message):
        load(path)


def test_packages_of_another_kind_or_with_broken_parts_are_refused(tmp_path: Path) -> None:
    other, broken = tmp_path / "other.docx", tmp_path / "broken.docx"
    with zipfile.ZipFile(other, "w") as package:
        package.writestr("mimetype", "application/epub+zip")
    with zipfile.ZipFile(broken, "w") as package:
        package.writestr("word/document.xml", "<w:document><unclosed>")
    with pytest.raises(LoadingFailed, match=r"没有 \.docx 文档该有的内容"):
        load(other)
    with pytest.raises(LoadingFailed, match="可能已经损坏"):
        load(broken)


def test_files_that_are_not_taken_at_all(tmp_path: Path) -> None:
    empty, large, old = tmp_path / "a.pdf", tmp_path / "b.txt", tmp_path / "c.doc"
    empty.touch()
    large.write_bytes(b"a" * 3 * 1024 * 1024)
    old.write_bytes(b"x")
    with pytest.raises(LoadingFailed, match="空的"):
        load(empty)
    with pytest.raises(LoadingFailed, match=r"有 3\.0 MB，超过了上限 2 MB.*loading\.file_mb"):
        load(large, limits=LoadingLimits(file_mb=2))
    with pytest.raises(LoadingFailed, match=r"\.doc .*另存成 \.docx"):
        load(old)
    with pytest.raises(LoadingFailed, match="找不到"):
        load(tmp_path / "gone.md")
    assert {".md", ".markdown", ".txt", ".pdf", ".docx", ".pptx", ".html", ".png", ".jpg"} <= SUPPORTED_SUFFIXES


def test_a_document_without_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    docx.Document().save(str(path))
    with pytest.raises(LoadingFailed, match="没有读到文字"):
        load(path)


def test_real_word_documents() -> None:
    if not QUESTIONS.is_dir():
        pytest.skip("the shared question files are not on this machine")
    documents = [load(path) for path in sorted(QUESTIONS.glob("*.docx"))]
    assert len(documents) == 4
    assert all(document.sections and not document.warnings for document in documents)
    text = "".join(section.text for document in documents for section in document.sections)
    assert len(text) > 20_000
    assert "\\*" not in text
