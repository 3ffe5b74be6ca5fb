"""Adding, changing, removing and finding books, with real files, a real loader in its child process, SQLite and Chroma."""

import os
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from sqlalchemy import func, select

from engine.storage.database import Database
from kb.builtin import save_vectors
from kb.catalogue import PassageRow, PassageText
from kb.embedding import EmbeddingFailed
from kb.gate import CoverageGate, Gates
from kb.gate_fitting import ScopeTexts, fit_scope
from kb.holdings import NoSuchBook
from kb.jobs import JobStatus
from kb.library import Library
from kb.loading import Document, load
from kb.search import SearchScope
from tests.unit.kb.conftest import OpenLibrary
from tests.unit.kb.hashing import HashEmbedder

ROOT = Path(__file__).resolve().parents[3]
EVERYTHING = SearchScope(scene=None)


async def in_this_process(path: Path, title: str | None) -> Document:
    """A quick loader for tests that are not about loading."""
    return load(path, title)


@pytest.fixture
async def library(open_library: OpenLibrary) -> Library:
    return await open_library(loader=in_this_process)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A folder of three chapters."""
    folder = tmp_path / "操作系统"
    (folder / "2").mkdir(parents=True)
    (folder / "1.md").write_text(
        "# 内存\n\n## 分页\n\n页表把页号映射到页框号。\n\n## 快表\n\n快表缓存最近用过的页表项。\n", encoding="utf-8"
    )
    (folder / "2" / "disk.md").write_text("# 磁盘\n\n## 调度\n\n最短寻道优先可能让远处的请求饿死。\n", encoding="utf-8")
    (folder / "2" / "notes.txt").write_text("银行家算法先试着分配，再找安全序列。", encoding="utf-8")
    (folder / "cover.png").write_bytes(b"not looked at")
    (folder / ".hidden.md").write_text("# 看不见", encoding="utf-8")
    return folder


async def _done(library: Library, job: int) -> JobStatus:
    await library.run_pending_jobs()
    status = await library.job(job)
    assert status is not None
    return status


async def _added(library: Library, *paths: Path, **fields: object) -> JobStatus:
    return await _done(library, await library.add(paths, **fields))  # type: ignore[arg-type]


async def _found(library: Library, text: str, scope: SearchScope = EVERYTHING) -> list[str]:
    return [hit.passage.text for hit in (await library.search(text, scope)).hits]


async def _counts(database: Database) -> tuple[int, int, int]:
    """Passages, of which embedded, and texts."""
    async with database.reading() as connection:
        passages = await connection.scalar(select(func.count()).select_from(PassageRow))
        embedded = await connection.scalar(select(func.count(PassageRow.embedded_by)))
        texts = await connection.scalar(select(func.count()).select_from(PassageText))
    return passages or 0, embedded or 0, texts or 0


async def test_a_folder_is_one_book_whose_passages_know_their_place(library: Library, book: Path) -> None:
    status = await _added(library, book)
    assert (status.state, status.faults) == ("done", ())
    (info,) = await library.books(EVERYTHING)
    assert (info.title, info.owner, info.scenes, info.sources) == ("操作系统", "host", ("*",), 3)
    assert info.embedded == info.passages > 0
    (best, *_) = (await library.search("快表缓存最近用过的页表项", EVERYTHING)).hits
    assert best.passage.path[0] == "操作系统" and "快表" in best.passage.searchable
    assert best.book_title == "操作系统" and best.dense is not None and best.lexical > 0


async def test_each_path_is_a_book_of_its_own_unless_they_share_a_title(library: Library, book: Path) -> None:
    await _added(library, book / "1.md", book / "2")
    assert [info.title for info in await library.books(EVERYTHING)] == ["1", "2"]
    await _added(library, book / "1.md", book / "2", title="合订本", owner="7")
    info, *_ = await library.books(EVERYTHING)
    assert (info.owner, info.title, info.sources) == ("7", "合订本", 3)


async def test_adding_again_reads_and_embeds_only_what_changed(
    library: Library, embedder: HashEmbedder, book: Path, database: Database
) -> None:
    await _added(library, book)
    before, embedder.embedded = await _counts(database), []
    again = await _added(library, book)
    assert "3 个没有变化" in again.message and "新增 0 段" in again.message
    assert await _counts(database) == before and embedder.embedded == []

    (book / "1.md").write_text(
        "# 内存\n\n## 分页\n\n页表把页号映射到页框号。\n\n## 快表\n\n命中时不必再访问内存里的页表。\n", encoding="utf-8"
    )
    (book / "2" / "notes.txt").unlink()
    await _added(library, book)
    assert len(embedder.embedded) == 1 and "命中时" in embedder.embedded[0]
    assert not any("最近用过" in text for text in await _found(library, "快表缓存最近用过的页表项"))
    assert not any("银行家" in text for text in await _found(library, "银行家算法"))
    assert (await library.books(EVERYTHING))[0].sources == 2


async def test_a_file_that_cannot_be_read_is_reported_and_the_others_go_in(library: Library, book: Path) -> None:
    (book / "0.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    (book / "9.md").write_bytes(b"")
    status = await _added(library, book, Path("/nowhere/at/all.md"))
    assert status.state == "done"
    assert len(status.faults) == 3
    assert any(fault.startswith("0.pdf：") for fault in status.faults) and any(fault.startswith("9.md：") for fault in status.faults)
    assert (await library.books(EVERYTHING))[0].sources == 3


async def test_the_same_text_is_stored_once_and_shown_once(library: Library, book: Path, database: Database) -> None:
    shutil.copy(book / "2" / "notes.txt", book / "3.txt")
    status = await _added(library, book)
    assert "1 段重复" in status.message
    await _added(library, book / "2" / "notes.txt", title="笔记", scenes=("qq:1:group:5",), owner="7")
    passages, _, texts = await _counts(database)
    assert passages == texts + 1
    found = await _found(library, "银行家算法 安全序列")
    assert sum("银行家" in text for text in found) == 1


async def test_a_repeated_text_survives_when_its_first_place_goes(library: Library, book: Path) -> None:
    shutil.copy(book / "2" / "notes.txt", book / "3.txt")
    await _added(library, book)
    (book / "2" / "notes.txt").unlink()
    await _added(library, book)
    assert any("银行家" in text for text in await _found(library, "银行家算法"))


async def test_a_file_that_another_book_of_the_owner_holds_is_said_and_not_stored(library: Library, book: Path, database: Database) -> None:
    await _added(library, book)
    before = await _counts(database)
    status = await _added(library, book / "1.md")
    assert await _counts(database) == before
    assert "《操作系统》" in status.faults[0] and "没有重复入库" in status.faults[0]


async def test_a_private_copy_does_not_count_as_present_elsewhere(library: Library, book: Path) -> None:
    await _added(library, book, scenes=("qq:1:group:5",))
    await _added(library, book / "1.md", scenes=("qq:1:group:6",))
    assert await _found(library, "快表", SearchScope("qq:1:group:6"))


async def test_a_group_never_sees_anothers_book(library: Library, book: Path) -> None:
    mine, theirs = "qq:1:group:5", "qq:1:group:6"
    await _added(library, book, scenes=(mine,))
    await _added(library, _file(book.parent / "公共.md", "# 公共\n\n## 网络\n\n三次握手建立连接。\n"))
    for text in ("快表缓存最近用过的页表项", "操作系统", "三次握手建立连接"):
        assert not any("页" in found or "银行家" in found or "寻道" in found for found in await _found(library, text, SearchScope(theirs)))
    assert any("快表缓存" in text for text in await _found(library, "快表缓存", SearchScope(mine)))
    assert [info.title for info in await library.books(SearchScope(theirs))] == ["公共"]
    with pytest.raises(NoSuchBook, match="没有找到") as refusal:
        await library.search("快表", SearchScope(theirs, book="操作系统"))
    assert "《公共》" in str(refusal.value)


async def test_ranking_does_not_depend_on_books_that_may_not_be_seen(library: Library, book: Path) -> None:
    await _added(library, book)
    before = (await library.search("页表 快表", SearchScope("a"))).hits
    other = "".join(f"## {number}\n\n页表、快表和页框号，第 {number} 遍：{'页表' * number}。\n\n" for number in range(2, 30))
    await _added(library, _file(book.parent / "别人的.md", other), scenes=("b",))
    after = (await library.search("页表 快表", SearchScope("a"))).hits
    assert [(hit.passage, hit.lexical) for hit in after] == [(hit.passage, hit.lexical) for hit in before]
    assert [hit.score for hit in after] == pytest.approx([hit.score for hit in before], abs=1e-5)


async def test_a_book_can_be_shared_and_taken_back(library: Library, book: Path) -> None:
    await _added(library, book, scenes=("a",))
    (info,) = await library.books(EVERYTHING)
    await library.share(info.id, ["b"])
    assert not await _found(library, "快表", SearchScope("a")) and await _found(library, "快表", SearchScope("b"))
    await _added(library, book)  # brings it up to date; who may see it stays
    assert not await _found(library, "快表", SearchScope("a"))


async def test_search_can_be_narrowed_to_exam_book_and_subject(library: Library, book: Path) -> None:
    await _added(library, book / "1.md", title="内存", exam="408", subject="os")
    await _added(
        library, _file(book.parent / "note.md", "# 讲义\n\n## 快表 {#os.memory.tlb}\n\n快表就是 TLB。\n"), title="讲义", exam="408"
    )
    await _added(library, _file(book.parent / "civil.md", "# 申论\n\n快表不是公文。\n"), title="申论", exam="civil")
    assert not any("公文" in text for text in await _found(library, "快表", SearchScope(None, exam="408")))
    assert await _found(library, "快表", SearchScope(None, book="《讲义》")) == ["快表就是 TLB。"]
    about_os = await _found(library, "快表", SearchScope(None, subject="os"))
    assert (
        any("TLB" in text for text in about_os)
        and any("缓存" in text for text in about_os)
        and not any("公文" in text for text in about_os)
    )
    assert await _found(library, "快表", SearchScope(None, subject="net")) == []


async def test_removing_a_book_leaves_nothing_of_it(library: Library, book: Path, database: Database) -> None:
    await _added(library, book)
    (info,) = await library.books(EVERYTHING)
    status = await _done(library, await library.remove(info.id))
    assert "《操作系统》" in status.message
    assert await _counts(database) == (0, 0, 0)
    assert await _found(library, "快表") == []
    assert (await _done(library, await library.remove(info.id))).message == "这本书已经不在了。"


async def test_a_book_is_found_by_its_words_before_it_has_vectors(open_library: OpenLibrary, embedder: HashEmbedder, book: Path) -> None:
    class Failing(HashEmbedder):
        def passages(self, texts: object) -> NDArray[np.float32]:
            raise EmbeddingFailed("向量计算进程意外退出")

    library = await open_library(embedder=Failing(), loader=in_this_process)
    status = await _added(library, book)
    assert status.state == "done" and "先用关键词检索" in status.message
    assert (await library.status()).vectors_missing
    (best, *_) = (await library.search("快表缓存", EVERYTHING)).hits
    assert best.dense is None and "快表" in best.passage.text
    library = await open_library(loader=in_this_process)  # the next start fills them in
    await library.run_pending_jobs()
    assert (await library.status()).embedded == (await library.status()).passages
    assert (await library.search("快表缓存", EVERYTHING)).hits[0].dense is not None


async def test_vectors_that_were_lost_are_filled_in_again(open_library: OpenLibrary, book: Path, tmp_path: Path) -> None:
    library = await open_library(loader=in_this_process)
    await _added(library, book)
    await library.close()
    shutil.rmtree(tmp_path / "chroma")
    library = await open_library(loader=in_this_process)
    assert (await library.status()).embedded == 0
    await library.run_pending_jobs()
    assert (await library.search("快表缓存", EVERYTHING)).hits[0].dense is not None


async def test_another_embedders_vectors_are_not_used(open_library: OpenLibrary, book: Path) -> None:
    class Other(HashEmbedder):
        name = "hash-2"

    await _added(await open_library(loader=in_this_process), book)
    library = await open_library(embedder=Other(), loader=in_this_process)
    assert (await library.search("快表缓存", EVERYTHING)).hits[0].dense is None


async def test_a_reader_that_does_not_own_the_index_searches_by_words(open_library: OpenLibrary, database: Database, book: Path) -> None:
    owner = await open_library(loader=in_this_process)
    reader = Library(database)
    job = await reader.add([book])
    with pytest.raises(RuntimeError):
        await reader.run_pending_jobs()
    await owner.run_pending_jobs()
    status = await reader.job(job)
    assert status is not None and status.state == "done"
    assert any("快表" in text for text in await _found(reader, "快表缓存"))


@pytest.mark.parametrize("text", ["", "   ", "\x00\x00", "\ud800\udfff"])
async def test_an_empty_question_finds_nothing(library: Library, book: Path, text: str) -> None:
    await _added(library, book)
    findings = await library.search(text, EVERYTHING)
    assert findings.hits == () and findings.nearest is None and findings.verdict == "not_covered"


@pytest.mark.parametrize("text", ["？！", "快表" * 50_000, "a\x00b快表\ud800", "%_'\";--", "\U0001f4da" * 3000])
async def test_a_hostile_question_gets_an_answer(library: Library, book: Path, text: str) -> None:
    await _added(library, book)
    for hit in (await library.search(text, EVERYTHING)).hits:
        assert np.isfinite(hit.score)


async def test_an_empty_library_finds_nothing(library: Library) -> None:
    findings = await library.search("快表", EVERYTHING)
    assert findings.hits == () and findings.nearest is None


async def test_hostile_files_do_no_harm(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "books"
    folder.mkdir()
    (folder / "nul.md").write_bytes("# 标\x00题\n\n正文\x00里有空字符。\n".encode())
    (folder / "many.md").write_text("# 题\n\n" + "## 节\n\n同一段话，讲的是页表。\n\n" * 500, encoding="utf-8")
    (folder / "\U0001f4da'; DROP TABLE books; --.md").write_text("# <script>\n\n快表。\n", encoding="utf-8")
    status = await _added(library, folder)
    assert status.state == "done"
    assert any("页表" in text for text in await _found(library, "页表")) and any("快表" in text for text in await _found(library, "快表"))


async def test_a_full_disk_keeps_what_was_committed_and_says_so(library: Library, database: Database, book: Path) -> None:
    await _added(library, book / "1.md")
    before = await _counts(database)
    _file(book / "big.md", "".join(f"## {number}\n\n{os.urandom(400).hex()}\n\n" for number in range(2000)))
    async with database.reading() as connection:
        pages = (await connection.exec_driver_sql("PRAGMA page_count")).scalar_one()
    from sqlalchemy import event

    def bound(connection: object, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages + 40}")  # type: ignore[attr-defined]

    event.listen(database.engine.sync_engine, "checkout", bound)
    status = await _added(library, book / "big.md")
    event.remove(database.engine.sync_engine, "checkout", bound)
    assert status.state == "failed" and "磁盘满了" in status.message and "腾出磁盘空间" in status.message
    assert await _counts(database) == before
    assert any("快表" in text for text in await _found(library, "快表缓存"))


def _file(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


async def test_built_in_notes_come_with_their_vectors(library: Library, embedder: HashEmbedder, tmp_path: Path) -> None:
    exam = tmp_path / "408"
    (exam / "notes" / "os").mkdir(parents=True)
    _file(exam / "notes" / "os" / "1.md", "# 操作系统\n\n## 快表 {#os.memory.tlb}\n\n快表缓存最近用过的页表项。\n")
    save_vectors("408 笔记", exam, embedder)
    embedder.embedded.clear()
    job = await library.add_notes("408", "408 笔记", exam)
    assert job is not None and (await _done(library, job)).state == "done"
    assert embedder.embedded == []
    (best, *_) = (await library.search("快表缓存什么", SearchScope("qq:1:group:5", exam="408", subject="os"))).hits
    assert best.passage.anchor == "os.memory.tlb" and best.dense is not None
    assert (await library.books(EVERYTHING))[0].owner == "exam:408"

    assert await library.add_notes("408", "408 笔记", exam) is None
    _file(exam / "notes" / "os" / "2.md", "# 操作系统\n\n## 抖动 {#os.memory.thrashing}\n\n页面刚换出又要换入。\n")
    job = await library.add_notes("408", "408 笔记", exam)
    assert job is not None and (await _done(library, job)).state == "done"
    assert len(embedder.embedded) == 1 and "抖动" in embedder.embedded[0]


async def test_a_reranker_has_the_last_word_on_the_order(open_library: OpenLibrary, book: Path) -> None:
    class Shortest:
        name = "shortest first"

        def score(self, query: str, passages: Sequence[str]) -> list[float]:
            return [-float(len(passage)) for passage in passages]

    library = await open_library(reranker=Shortest(), loader=in_this_process)
    await _added(library, book)
    hits = (await library.search("快表缓存最近用过的页表项", EVERYTHING, limit=2)).hits
    assert len(hits) == 2 and hits[0].score == -len(hits[0].passage.searchable) > hits[1].score


async def test_the_gates_have_their_say(open_library: OpenLibrary, book: Path) -> None:
    concepts, chatter = ("页表", "快表", "进程", "死锁", "磁盘", "管程"), ("奶茶", "显卡", "面试", "房租", "快递", "火锅")
    texts = ScopeTexts(
        inside=tuple(f"{word}{asked}" for word in concepts for asked in ("是什么", "怎么实现", "有什么用")),
        outside=tuple(f"{word}{said}" for word in chatter for said in ("太贵了", "谁有推荐", "今天好多人")),
        terms=concepts,
    )
    gates = Gates(fit_scope({"408": texts}, HashEmbedder()), CoverageGate((0.0, 4.0, -4.0), (4.0, -4.0)))
    library = await open_library(gates=gates, loader=in_this_process)
    scope = SearchScope(None, exam="408")
    before = await library.search("快表怎么实现", scope)
    assert before.scope is not None and before.scope.accepted and before.verdict == "not_covered"

    await _added(library, book)
    asked = await library.search("快表缓存最近用过的页表项", scope)
    assert asked.verdict == "answer" and asked.coverage is not None and asked.coverage.accepted
    assert (await library.search("快表怎么实现", scope)).scope == before.scope  # books do not move it
    stray = await library.search("奶茶谁有推荐", scope)
    assert stray.verdict == "out_of_scope" and stray.nearest is not None
    assert (await library.search("奶茶谁有推荐", SearchScope(None, exam="civil"))).scope is None
    await _added(library, _file(book.parent / "pottery.md", "# 陶艺\n\n釉烧的温度约 1250 摄氏度，比素烧高。\n"), title="陶艺")
    named = await library.search("釉烧的温度", replace(scope, book="陶艺"))  # one passage, and none of its own book to stand out from
    assert named.scope is None and named.verdict == "answer"
    assert (await library.search("快表缓存最近用过的页表项", replace(scope, book="陶艺"))).verdict == "not_covered"
