"""Adding files to books: which files, which of them changed, reading them, handing their passages to SQL.

A file is unchanged while its hash is; so adding the same folder again, or going on after a kill, reads only what is new. Vectors are
left to `kb.filling`, running and reporting jobs to `kb.library`.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

from kb.books import BookDescription, Books, SourceFile
from kb.loading import SUPPORTED_SUFFIXES, Document, LoadingFailed
from kb.passages import Passage
from kb.splitting import split
from kb.terms import readable

PASSAGES_FORMAT = 1
"""Raised whenever the same file would become other passages: what was added before is then read again at the next occasion."""

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".bmp"})
"""Taken when named, not when they lie in a folder: there they illustrate the text."""


class Loader(Protocol):
    """Reads one file, as `kb.loading.process.load_in_child` does."""

    def __call__(self, path: Path, title: str | None) -> Awaitable[Document]:
        """Raises `LoadingFailed`."""
        ...


@dataclass(frozen=True, slots=True)
class AddRequest:
    """What is to be added: each path is a book of its own, a folder with every readable file below it, unless `title` makes them one book.

    Attributes:
        vectors: a folder of vectors that need not be computed (`kb.builtin`).
        owner, exam, subject, scenes: as in `BookDescription`.
    """

    paths: tuple[Path, ...]
    owner: str
    title: str | None = None
    exam: str | None = None
    subject: str | None = None
    scenes: tuple[str, ...] | None = None
    vectors: Path | None = None

    def to_json(self) -> dict[str, Any]:
        """As a job carries it."""
        return asdict(self) | {
            "paths": [str(path) for path in self.paths],
            "scenes": None if self.scenes is None else list(self.scenes),
            "vectors": None if self.vectors is None else str(self.vectors),
        }

    @classmethod
    def from_json(cls, payload: dict[str, Any]) -> AddRequest:
        """Back from `to_json`."""
        scenes = payload["scenes"]
        return cls(
            paths=tuple(Path(path) for path in payload["paths"]),
            owner=payload["owner"],
            title=payload["title"],
            exam=payload["exam"],
            subject=payload["subject"],
            scenes=None if scenes is None else tuple(scenes),
            vectors=None if payload["vectors"] is None else Path(payload["vectors"]),
        )

    def description(self, path: Path) -> BookDescription:
        """The book that `path` goes into."""
        title = " ".join(readable(self.title or (path.name if path.is_dir() else path.stem) or str(path)).split())
        return BookDescription(self.owner, title[:200], self.exam, self.subject, self.scenes)


@dataclass(slots=True)
class Outcome:
    """What adding did so far: counts of passages, ids of passages that are gone, and per file what was not taken or only in part."""

    files: int = 0
    new: int = 0
    stayed: int = 0
    repeated: int = 0
    unchanged_files: int = 0
    gone: list[int] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    name: str
    origin: str


async def add_files(
    request: AddRequest,
    books: Books,
    loader: Loader,
    report: Callable[[int, int], Awaitable[None]],
    outcome: Outcome,
) -> None:
    """Bring the books of `request` up to date with their files.

    A file that cannot be read is a fault and the others go in. A file that vanished from a folder leaves its book.

    Args:
        report: called with (files done, files in all).
        outcome: filled as work goes on, so that it is true even if this raises.

    Raises:
        Whatever the database raises; everything committed before stays.
    """
    wanted: list[tuple[BookDescription, list[_File]]] = []
    for path in request.paths:
        files = await asyncio.to_thread(_files, path)
        if not files:
            readable_formats = "、".join(sorted(suffix.lstrip(".") for suffix in SUPPORTED_SUFFIXES))
            outcome.faults.append(f"{path}：" + (f"里面没有能读的文件（{readable_formats}）。" if path.is_dir() else "找不到这个文件。"))
        wanted.append((request.description(path), files))
    total = sum(len(files) for _, files in wanted)
    await report(0, total)
    done = 0
    for path, (description, files) in zip(request.paths, wanted, strict=True):
        await _drop_vanished(path, description, files, books, outcome)
        await books.describe(description)
        for file in files:
            if await _add_file(file, description, books, loader, outcome, is_folder=path.is_dir()):
                await report(done + 1, total)
            done += 1
        await _read_again(description, files, books, loader, outcome, is_folder=path.is_dir())
    outcome.files = total
    await report(total, total)


async def is_current(request: AddRequest, books: Books) -> bool:
    """Whether adding would change nothing: every file is there, unchanged, and none that was there has vanished."""
    for path in request.paths:
        description = request.description(path)
        known = await books.sources(description.owner, description.title)
        files = await asyncio.to_thread(_files, path)
        present = {file.name: await asyncio.to_thread(_hash, file.path) for file in files}
        if present != {name: source.file_hash for name, source in known.items()}:
            return False
    return True


async def _drop_vanished(path: Path, description: BookDescription, files: Sequence[_File], books: Books, outcome: Outcome) -> None:
    if not path.is_dir():
        return
    known = await books.sources(description.owner, description.title)
    present = {file.name for file in files}
    vanished = [name for name, source in known.items() if source.origin == _origin(path) and name not in present]
    outcome.gone += await books.drop_sources(description.owner, description.title, vanished)


async def _read_again(
    description: BookDescription, files: Sequence[_File], books: Books, loader: Loader, outcome: Outcome, *, is_folder: bool
) -> None:
    """Read files whose repeated passages were left out because of a text that has left the book since."""
    known = await books.sources(description.owner, description.title)
    for file in files:
        if file.name in known and not known[file.name].file_hash:
            await _add_file(file, description, books, loader, outcome, is_folder=is_folder)


async def _add_file(file: _File, description: BookDescription, books: Books, loader: Loader, outcome: Outcome, *, is_folder: bool) -> bool:
    """Whether anything was read; an unchanged file is not."""
    try:
        file_hash = await asyncio.to_thread(_hash, file.path)
    except OSError as error:
        outcome.faults.append(f"{file.name}：读不了（{error.strerror or error}）。请检查文件和权限后再试。")
        return True
    known = (await books.sources(description.owner, description.title)).get(file.name)
    if known is not None and known.file_hash == file_hash:
        outcome.unchanged_files += 1
        return False
    if known is None and (other := await books.other_book_with(description, file_hash)) is not None:
        outcome.faults.append(f"{file.name}：和《{other}》里的一个文件完全相同，没有重复入库。")
        return True
    try:
        document = await loader(file.path, None if is_folder else description.title)
        passages = await asyncio.to_thread(passages_of, document, description.title if is_folder else None)
    except LoadingFailed as error:
        outcome.faults.append(f"{file.name}：{error.happened}{error.next_step}")
        return True
    warnings = tuple(readable(warning) for warning in document.warnings)
    outcome.faults += [f"{file.name}：{warning}" for warning in warnings]
    stored = await books.put_source(description, SourceFile(file.name, file.origin, file_hash, document.pages, warnings), passages)
    outcome.new += stored.new
    outcome.stayed += stored.stayed
    outcome.repeated += stored.repeated
    outcome.gone += stored.gone
    return True


def passages_of(document: Document, book_title: str | None) -> list[Passage]:
    """The passages of a document, fit for every database, below the title of the folder's book if there is one."""
    above = () if book_title is None else (book_title,)
    return [
        replace(passage, path=(*above, *(readable(heading) for heading in passage.path)), text=readable(passage.text))
        for passage in split(document.sections)
        if passage.text.strip()
    ]


def _files(path: Path) -> list[_File]:
    """The files of a book in a fixed order; hidden ones and links inside a folder are left out."""
    if path.is_file():
        return [_File(path, readable(path.name)[-500:], "")]
    return [
        _File(file, readable(file.relative_to(path).as_posix())[-500:], _origin(path))
        for file in sorted(_below(path))
        if file.suffix.lower() in SUPPORTED_SUFFIXES - _PICTURES
    ]


def _below(folder: Path) -> Iterator[Path]:
    try:
        entries: Iterable[Path] = list(folder.iterdir())
    except OSError:  # not there, or not ours to read: what can be read is taken
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.is_symlink():
            continue
        if entry.is_dir():
            yield from _below(entry)
        elif entry.is_file():
            yield entry


def _origin(path: Path) -> str:
    return readable(str(path.resolve()))


def _hash(path: Path) -> str:
    digest = hashlib.sha256(f"{PASSAGES_FORMAT}\n".encode())
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
