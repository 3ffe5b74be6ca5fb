"""PDF: the outline as path, pages as places, paragraphs put together again, and what cannot be read."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from kb.loading import LoadingFailed, LoadingLimits, load, ocr


@dataclass(frozen=True)
class Text:
    """A line on a page: lower left corner in points, font size, characters."""

    x: float
    y: float
    text: str
    size: float = 10


PICTURE = "picture"
"""Stands for a page that is one grey picture, as a scan is."""


def write_pdf(
    path: Path,
    pages: Sequence[Sequence[Text] | str],
    outline: Sequence[tuple[int, str, int]] = (),
    trailer: str = "",
) -> Path:
    """A PDF of 400 × 600 points a page. Chinese needs no font: the reader knows the characters of Adobe-GB1.

    Args:
        outline: (level from 0, title, page from 1).
        trailer: more entries for the trailer dictionary.
    """
    objects: list[bytes] = []

    def add(body: str, stream: bytes | None = None) -> int:
        data = body.encode("ascii")
        if stream is not None:
            data = data[:-2] + b"/Length %d>>stream\n" % len(stream) + stream + b"\nendstream"
        objects.append(data)
        return len(objects)

    catalog = add("<<>>")
    tree = add("<<>>")
    descendant = add(
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
        "/DW 1000/W[1 95 500]/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -120 1000 880]"
        "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>>>"
    )
    font = add(f"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[{descendant} 0 R]>>")
    picture = add(
        "<</Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode>>",
        zlib.compress(b"\x80" * 64),
    )
    numbers = []
    for page in pages:
        if isinstance(page, str):
            content = "q 400 0 0 600 0 0 cm /P Do Q"
        else:
            content = "".join(
                f"BT /F {line.size} Tf 1 0 0 1 {line.x} {line.y} Tm <{line.text.encode('utf-16-be').hex()}> Tj ET\n" for line in page
            )
        stream = add("<<>>", content.encode("ascii"))
        numbers.append(
            add(
                f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 400 600]/Contents {stream} 0 R"
                f"/Resources<</Font<</F {font} 0 R>>/XObject<</P {picture} 0 R>>>>>>"
            )
        )
    objects[tree - 1] = f"<</Type/Pages/Count {len(numbers)}/Kids[{' '.join(f'{n} 0 R' for n in numbers)}]>>".encode()
    outlines = f"/Outlines {_write_outline(add, objects, outline, numbers)} 0 R" if outline else ""
    objects[catalog - 1] = f"<</Type/Catalog/Pages {tree} 0 R{outlines}>>".encode()

    data = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    data += f"trailer<</Size {len(objects) + 1}/Root {catalog} 0 R{trailer}>>\nstartxref\n{start}\n%%EOF".encode()
    path.write_bytes(bytes(data))
    return path


def _write_outline(
    add: Callable[[str], int], objects: list[bytes], outline: Sequence[tuple[int, str, int]], page_numbers: Sequence[int]
) -> int:
    """Add the outline's objects; the number of its root."""
    root = add("<<>>")
    items = [add("<<>>") for _ in outline]
    parents: list[int] = []
    children: dict[int, list[int]] = {root: []}
    for (level, _, _), item in zip(outline, items, strict=True):
        del parents[level:]
        parent = parents[-1] if parents else root
        children.setdefault(parent, []).append(item)
        children.setdefault(item, [])
        parents.append(item)
    for parent, kids in children.items():
        for index, item in enumerate(kids):
            _, title, page = outline[items.index(item)]
            links = f"/Parent {parent} 0 R"
            links += f"/Prev {kids[index - 1]} 0 R" if index else ""
            links += f"/Next {kids[index + 1]} 0 R" if index + 1 < len(kids) else ""
            inner = children[item]
            links += f"/First {inner[0]} 0 R/Last {inner[-1]} 0 R/Count {len(inner)}" if inner else ""
            dest = f"/Dest[{page_numbers[page - 1]} 0 R/Fit]" if page else ""
            objects[item - 1] = f"<</Title<feff{title.encode('utf-16-be').hex()}>{links}{dest}>>".encode()
    kids = children[root]
    objects[root - 1] = f"<</Type/Outlines/First {kids[0]} 0 R/Last {kids[-1]} 0 R/Count {len(kids)}>>".encode()
    return root


def column(*lines: str, top: float = 500, x: float = 50, step: float = 16) -> list[Text]:
    """Lines one below the other. A full line is 30 Chinese characters (300 points) wide."""
    return [Text(x, top - step * index, line) for index, line in enumerate(lines)]


FULL = "操作系统把物理内存分成大小相同的页框，把进程的地址空间分成同样大小的页，"
"""Cut to 30 characters it fills a line."""


def test_outline_gives_path_and_page(tmp_path: Path) -> None:
    path = write_pdf(
        tmp_path / "笔记.pdf",
        [
            column("操作系统讲义", "版权页"),
            [
                Text(50, 540, "第1章 内存管理", 16),
                *column("内存是稀缺的资源。"),
                Text(50, 440, "1.1 分页", 12),
                *column("页表记录映射。", top=420),
            ],
            column("快表保存最近用过的页表项。", "1.2 分段", "段有不同的长度。"),
        ],
        outline=[(0, "第1章  内存管理", 2), (1, "1.1 分页", 2), (1, "1.2 分段", 3)],
    )

    document = load(path)

    assert (document.title, document.format, document.pages, document.warnings) == ("笔记", "pdf", 3, [])
    assert [(section.path[1:], section.page, section.text) for section in document.sections] == [
        ((), 1, "操作系统讲义\n版权页"),
        (("第1章 内存管理",), 2, "内存是稀缺的资源。"),
        (("第1章 内存管理", "1.1 分页"), 2, "页表记录映射。"),
        (("第1章 内存管理", "1.1 分页"), 3, "快表保存最近用过的页表项。"),
        (("第1章 内存管理", "1.2 分段"), 3, "段有不同的长度。"),
    ]
    assert {section.path[0] for section in document.sections} == {"笔记"}


def test_an_entry_whose_heading_is_not_on_its_page_begins_at_the_top(tmp_path: Path) -> None:
    pages = [column("第一页的话。"), column("第二页的话。")]
    document = load(write_pdf(tmp_path / "a.pdf", pages, outline=[(0, "没有印出来的标题", 2)]))
    assert [(section.path, section.page) for section in document.sections] == [(("a",), 1), (("a", "没有印出来的标题"), 2)]


def test_an_entry_without_a_page_takes_that_of_its_first_part(tmp_path: Path) -> None:
    pages = [column("前言的话。"), column("死锁", "四个必要条件。")]
    document = load(write_pdf(tmp_path / "a.pdf", pages, outline=[(0, "第二章", 0), (1, "死锁", 2)]))
    assert document.sections[-1].path == ("a", "第二章", "死锁")
    assert document.sections[-1].text == "四个必要条件。"


def test_without_an_outline_every_page_is_a_section(tmp_path: Path) -> None:
    document = load(write_pdf(tmp_path / "讲义.pdf", [column("第一页。"), column("第二页。")]), title="数据结构讲义")
    assert [(section.path, section.page, section.text) for section in document.sections] == [
        (("数据结构讲义",), 1, "第一页。"),
        (("数据结构讲义",), 2, "第二页。"),
    ]


def test_lines_become_paragraphs(tmp_path: Path) -> None:
    lines = [
        *[Text(70, 500, FULL[:28]), Text(50, 484, FULL[:30]), Text(50, 468, "到此结束。")],
        *[Text(70, 452, FULL[:28]), Text(50, 436, "第二段也结束了。")],
    ]
    (section,) = load(write_pdf(tmp_path / "a.pdf", [lines])).sections
    assert section.text == f"{FULL[:28]}{FULL[:30]}到此结束。\n\n{FULL[:28]}第二段也结束了。"


def test_english_lines_are_joined_with_a_space_and_divided_words_made_whole(tmp_path: Path) -> None:
    lines = column(
        "the working set of a process is the collection of pages in mem-",
        "ory that it uses, and it changes slowly while the process is run",
        "ning.",
    )
    (section,) = load(write_pdf(tmp_path / "a.pdf", [lines])).sections
    assert "pages in memory that it uses" in section.text
    assert "process is run ning." in section.text


def test_a_paragraph_over_a_page_break_belongs_to_the_page_where_it_begins(tmp_path: Path) -> None:
    # Two lines alike, one right below the other, PDFium may take for one that is drawn twice.
    second = FULL[15:] + FULL[:15]
    pages = [column(FULL[:30], second[:30]), column("它在下一页说完。", "另起一行。")]
    sections = load(write_pdf(tmp_path / "a.pdf", pages)).sections
    assert [(section.page, section.text) for section in sections] == [(1, f"{FULL[:30]}{second[:30]}它在下一页说完。"), (2, "另起一行。")]


def test_lists_and_code_keep_their_lines(tmp_path: Path) -> None:
    lines = column("必要条件有四个：", "• 互斥", "• 占有并等待", "(3) 不可剥夺", "int a = 1;", "return a;")
    (section,) = load(write_pdf(tmp_path / "a.pdf", [lines])).sections
    assert section.text.split("\n") == [line.text for line in lines]


def test_running_heads_and_page_numbers_go(tmp_path: Path) -> None:
    bodies = ["进程是资源分配的单位。", "线程是调度的单位。", "协程由用户调度。", "中断由硬件引发。"]
    pages = [
        [Text(50, 570, "操作系统讲义 内部资料"), *column(body), Text(190, 30, str(number)), Text(300, 30, "仅供学习", 8)]
        for number, body in enumerate(bodies, 5)
    ]
    sections = load(write_pdf(tmp_path / "a.pdf", pages)).sections
    assert [section.text for section in sections] == bodies


def test_what_only_looks_like_a_page_number_stays(tmp_path: Path) -> None:
    pages = [[*column("本卷满分为"), Text(190, 30, "150")], [*column("考试时间为"), Text(190, 30, "180")]]
    sections = load(write_pdf(tmp_path / "a.pdf", pages)).sections
    assert [section.text.split()[-1] for section in sections] == ["150", "180"]


def test_titles_of_slides_stay_although_they_recur(tmp_path: Path) -> None:
    pages = [[Text(50, 560, "页面置换算法", 24), *column(f"第 {name} 种算法的做法。", "细节略。")] for name in "甲乙丙"]
    sections = load(write_pdf(tmp_path / "a.pdf", pages)).sections
    assert all(section.text.startswith("页面置换算法\n\n") for section in sections)


def test_a_printed_table_of_contents_is_left_out(tmp_path: Path) -> None:
    contents = column("第一章 绪论 ........................ 1", "第二章 进程 ........................ 23")
    sections = load(write_pdf(tmp_path / "a.pdf", [contents, column("正文。")])).sections
    assert [section.text for section in sections] == ["正文。"]


def test_compatibility_characters_are_made_common_ones(tmp_path: Path) -> None:
    (section,) = load(write_pdf(tmp_path / "a.pdf", [column("\u2f64\u6237\u6001与内核态")])).sections
    assert section.text == "用户态与内核态"


def test_progress_is_told_page_by_page(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    load(write_pdf(tmp_path / "a.pdf", [column("页。")] * 3), progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.skipif(ocr.available(), reason="the ocr extra is installed")
def test_scanned_pages_are_named_when_nobody_can_read_them(tmp_path: Path) -> None:
    document = load(write_pdf(tmp_path / "a.pdf", [column("有字的一页，够长的一行。"), PICTURE, PICTURE, []]))
    assert document.warnings == [
        '有 2 页是扫描的图片，已跳过（第 2、3 页）。要读它们请安装 OCR 组件：pip install "shangan[ocr]"，再重新添加。'
    ]
    assert [section.page for section in document.sections] == [1]


@pytest.mark.skipif(ocr.available(), reason="the ocr extra is installed")
def test_a_scanned_book_without_ocr_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LoadingFailed, match=r"2 页都是扫描的图片.*没有入库.*shangan\[ocr\]"):
        load(write_pdf(tmp_path / "a.pdf", [PICTURE, PICTURE]))


@pytest.mark.skipif(ocr.available(), reason="the ocr extra is installed")
def test_a_picture_without_ocr_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "题目.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(LoadingFailed, match=r"shangan\[ocr\]"):
        load(path)


@pytest.mark.skipif(not ocr.available(), reason='reading scans needs: pip install "shangan[ocr]"')
def test_a_scanned_page_is_read(tmp_path: Path) -> None:
    import pypdfium2

    printed = pypdfium2.PdfDocument(write_pdf(tmp_path / "print.pdf", [[Text(50, 500, "PAGE TABLE", 30), Text(50, 440, "TLB 128", 30)]]))
    image = tmp_path / "scan.png"
    printed[0].render(scale=2).to_pil().save(image)
    printed.close()
    document = load(image)
    assert "PAGE TABLE" in document.sections[0].text
    assert document.warnings == ["文字由图片识别得来，可能有错字。"]


def test_a_password_is_named(tmp_path: Path) -> None:
    secret = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'ab' * 32}>/U<{'cd' * 32}>>>/ID[<00><00>]"
    with pytest.raises(LoadingFailed, match=r"加了密码.*没有入库.*去掉密码"):
        load(write_pdf(tmp_path / "a.pdf", [column("秘密")], trailer=secret))


@pytest.mark.parametrize("content", [b"%PDF-1.7\nnothing", b"not at all a PDF", bytes(range(256)) * 40], ids=["head only", "text", "junk"])
def test_a_broken_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    with pytest.raises(LoadingFailed, match=r"打不开.*没有入库"):
        load(path)


def test_a_file_cut_short_gives_what_is_left_or_an_error(tmp_path: Path) -> None:
    whole = write_pdf(tmp_path / "a.pdf", [column("第一页的内容在这里。"), column("第二页的内容在这里。")]).read_bytes()
    for length in range(len(whole) // 8, len(whole), len(whole) // 8):
        path = tmp_path / f"{length}.pdf"
        path.write_bytes(whole[:length])
        with suppress(LoadingFailed):
            assert load(path).sections


def test_no_page_and_blank_pages_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LoadingFailed, match="或者一页也没有"):
        load(write_pdf(tmp_path / "none.pdf", []))
    with pytest.raises(LoadingFailed, match="没有读到文字"):
        load(write_pdf(tmp_path / "blank.pdf", [[], []]))


def test_too_many_pages_are_refused_before_any_is_read(tmp_path: Path) -> None:
    told: list[int] = []
    path = write_pdf(tmp_path / "a.pdf", [column("页。")] * 4)
    with pytest.raises(LoadingFailed, match=r"有 4 页，超过了上限 3 页.*loading\.pages"):
        load(path, limits=LoadingLimits(pages=3), progress=lambda done, total: told.append(done))
    assert told == []


def test_a_page_tree_that_lies_about_its_size_does_no_harm(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [column("唯一的一页在这里。")])
    path.write_bytes(path.read_bytes().replace(b"/Count 1/Kids", b"/Count 2000000000/Kids"))
    assert [section.text for section in load(path).sections] == ["唯一的一页在这里。"]


def test_an_outline_that_runs_in_a_circle_ends(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [column("甲", "正文一。"), column("乙", "正文二。")], outline=[(0, "甲", 1), (0, "乙", 2)])
    data = path.read_bytes()
    first, last = re.search(rb"/Outlines/First (\d+) 0 R/Last (\d+) 0 R", data).groups()  # type: ignore[union-attr]
    path.write_bytes(data.replace(b"/Prev " + first + b" 0 R/Dest", b"/Next " + first + b" 0 R/Dest"))
    assert first != last
    assert [section.path[-1] for section in load(path).sections] == ["甲", "乙"]
