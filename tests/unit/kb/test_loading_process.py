"""Reading in a child process: the same result, bounds that hold, and no child left behind."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psutil
import pypdfium2
import pytest

from kb.loading import Document, LoadingFailed, LoadingLimits, load
from kb.loading.child import ORPHANED
from kb.loading.process import load_in_child

ROOT = Path(__file__).resolve().parents[3]


def children() -> list[psutil.Process]:
    found = []
    for child in psutil.Process().children():
        with suppress(psutil.Error):  # it may end meanwhile
            found += [child] if "kb.loading.child" in child.cmdline() else []
    return found


@pytest.fixture
def slow_file(tmp_path: Path) -> Path:
    """A file that takes seconds to read."""
    path = tmp_path / "slow.md"
    path.write_text("## 标题\n\n一行 <b>文字</b> 与 `代码`。\n\n" * 200_000, encoding="utf-8")
    return path


async def test_it_reads_what_load_reads(tmp_path: Path) -> None:
    path = tmp_path / "笔记.md"
    path.write_text("# 操作系统 {#os}\n文\n## 分页 \U0001f600\n页表\n```c\n没有结束", encoding="utf-8")
    document = await load_in_child(path)
    assert document == load(path)
    assert isinstance(document, Document)
    assert document.sections[0].anchor == "os"


async def test_failures_and_titles_come_through(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(bytes(range(256)) * 20)
    with pytest.raises(LoadingFailed, match="不是文本") as caught:
        await load_in_child(path)
    assert caught.value.next_step.startswith("请")
    path.write_text("文", encoding="utf-8")
    assert (await load_in_child(path, "书名")).sections[0].path == ("书名",)


async def test_progress_is_told_on_the_loop(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    blank = pypdfium2.PdfDocument.new()
    for _ in range(5):
        blank.new_page(100, 100)
    blank.save(path)
    blank.close()
    told: list[tuple[int, int]] = []
    with pytest.raises(LoadingFailed, match="没有读到文字"):
        await load_in_child(path, progress=lambda done, total: told.append((done, total)))
    await asyncio.sleep(0)
    assert told == [(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]


async def test_time_is_bounded(slow_file: Path) -> None:
    with pytest.raises(LoadingFailed, match=r"时间太长，超过了上限 0\.3 秒.*没有入库.*loading\.seconds"):
        await load_in_child(slow_file, limits=LoadingLimits(seconds=0.3))
    assert children() == []


async def test_memory_is_bounded_where_a_zip_bomb_hides_its_size(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package, package.open("word/document.xml", "w") as part:
        part.write(b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>')
        for _ in range(60):
            part.write(b"<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 20_000)
        part.write(b"</w:body></w:document>")
    assert path.stat().st_size < 500_000
    with pytest.raises(LoadingFailed, match=r"内存太多，超过了上限 160 MB.*没有入库.*loading\.memory_mb"):
        await load_in_child(path, limits=LoadingLimits(memory_mb=160))
    assert children() == []


async def test_text_without_end_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    # The title of every section is the same long heading: the output is many times the file.
    path.write_text("# " + "长" * 5000 + "\n" + "## 节\n文\n" * 2000, encoding="utf-8")
    with pytest.raises(LoadingFailed, match=r"文字太多.*loading\.file_mb"):
        await load_in_child(path, limits=LoadingLimits(file_mb=1))


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not condition():
            await asyncio.sleep(0.02)


async def test_cancelling_ends_the_child(slow_file: Path) -> None:
    task = asyncio.create_task(load_in_child(slow_file))
    await until(lambda: bool(children()))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await until(lambda: not children())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has priority classes, no niceness")
async def test_the_child_gives_way(slow_file: Path) -> None:
    task = asyncio.create_task(load_in_child(slow_file))
    await until(lambda: any(child.nice() >= 10 for child in children()))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await until(lambda: not children())


async def test_a_crash_is_told(slow_file: Path, caplog: pytest.LogCaptureFixture) -> None:
    task = asyncio.create_task(load_in_child(slow_file))
    await until(lambda: bool(children()))
    children()[0].kill()
    with pytest.raises(LoadingFailed, match=r"中途退出.*没有入库"):
        await task
    assert "ended with status" in caplog.text


def test_the_child_ends_with_its_parent(slow_file: Path) -> None:
    request = json.dumps({"path": str(slow_file), "title": None, "limits": {}}) + "\n"
    finished = subprocess.run([sys.executable, "-m", "kb.loading.child"], input=request.encode(), cwd=ROOT, capture_output=True, timeout=30)
    assert finished.returncode == ORPHANED


def test_reading_markdown_imports_no_library_of_another_format(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# 标题\n文", encoding="utf-8")
    program = f"import sys; from pathlib import Path; from kb.loading import load; load(Path({str(path)!r})); print(*sys.modules)"
    finished = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True, timeout=30)
    heavy = {"pypdfium2", "markitdown", "lxml", "psutil", "numpy", "asyncio", "rapidocr", "langchain_text_splitters"}
    assert not heavy & set(finished.stdout.decode().split())
