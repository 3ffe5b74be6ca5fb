"""Publishing the result of a step: made in a folder of its own, renamed into place when it is whole, never seen half made.

Beside the result lies `manifest.json`: which step with which settings made it of which inputs, in which versions, with which figures,
and the size and hash of every file. The next step checks all of it before it reads a byte.

    <work>/adapter/            a whole result with its manifest
    <work>/.adapter.part/      one that is being made, or was when the power went; `key.json` says of what
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from engine.errors import TrainingError

MANIFEST = "manifest.json"
_KEY = "key.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands in `manifest.json`.

    Attributes:
        step: `data`, `adapter`, ...
        key: hash over settings, inputs and versions; the same key means the same result need not be made again.
        made_of: the inputs' digests, by name.
        settings, versions, figures: as JSON values.
        files: relative path -> (bytes, sha256).
    """

    step: str
    key: str
    made_of: Mapping[str, str]
    settings: Mapping[str, Any]
    versions: Mapping[str, str]
    figures: Mapping[str, Any]
    files: Mapping[str, tuple[int, str]]
    made_at: str

    @property
    def digest(self) -> str:
        """One hash for all files: names and contents."""
        return _hash({name: list(entry) for name, entry in sorted(self.files.items())})

    def as_dict(self) -> dict[str, Any]:
        """As written."""
        return {
            "step": self.step,
            "key": self.key,
            "made_at": self.made_at,
            "made_of": dict(self.made_of),
            "settings": dict(self.settings),
            "versions": dict(self.versions),
            "figures": dict(self.figures),
            "files": {name: {"bytes": size, "sha256": digest} for name, (size, digest) in sorted(self.files.items())},
        }


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a published folder; None where there is none that can be read."""
    try:
        raw = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files = {name: (int(entry["bytes"]), str(entry["sha256"])) for name, entry in raw["files"].items()}
        named = {name: raw[name] for name in ("step", "key", "made_of", "settings", "versions", "figures", "made_at")}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return Manifest(files=files, **named)


def require_whole(folder: Path, step: str, make: str) -> Manifest:
    """The manifest of `folder`, after comparing every file with it.

    Args:
        step: what must have made it.
        make: the command that makes it, for the error.

    Raises:
        TrainingError: it is not there, is half made, or a file is missing or was changed; the message names every one.
    """
    manifest = read_manifest(folder)
    if manifest is None:
        state = "不完整（没有 manifest.json）" if folder.exists() else "还没有"
        raise TrainingError(f"{folder} {state}，这一步没有开始。请先运行：{make}")
    if manifest.step != step:
        raise TrainingError(f"{folder} 是 {manifest.step} 这一步做的，这里要的是 {step}。这一步没有开始。")
    faults = [fault for name, entry in manifest.files.items() if (fault := _fault(folder / name, name, entry)) is not None]
    if faults:
        listed = "\n".join(f"  {fault}" for fault in faults)
        raise TrainingError(f"{folder} 和它的 manifest.json 对不上，这一步没有开始：\n{listed}\n删掉这个目录，再运行：{make}")
    return manifest


def _fault(path: Path, name: str, entry: tuple[int, str]) -> str | None:
    size, digest = entry
    if not path.is_file():
        return f"{name}：没有了"
    if path.stat().st_size != size:
        return f"{name}：现在 {path.stat().st_size} 字节，应是 {size} 字节"
    return None if hash_file(path) == digest else f"{name}：内容变了"


def key_of(step: str, settings: Mapping[str, Any], made_of: Mapping[str, str], versions: Mapping[str, str]) -> str:
    """What a result depends on, as one hash."""
    return _hash({"step": step, "settings": dict(settings), "made_of": dict(made_of), "versions": dict(versions)})


def is_done(folder: Path, key: str) -> Manifest | None:
    """The manifest of `folder` if it was made with that key and its files have their sizes."""
    manifest = read_manifest(folder)
    if manifest is None or manifest.key != key:
        return None
    sizes = all((folder / name).is_file() and (folder / name).stat().st_size == size for name, (size, _) in manifest.files.items())
    return manifest if sizes else None


@contextmanager
def making(folder: Path, key: str, *, resumable: bool = False) -> Iterator[Path]:
    """A folder to make a result in: empty, or with what an interrupted run with the same key left if the step can go on from there.

    Only one process makes a result at a time. Nothing is published here: call `publish` when everything is in the folder.

    Raises:
        TrainingError: another process is making this result.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    part = folder.with_name(f".{folder.name}.part")
    try:
        with FileLock(folder.with_name(f".{folder.name}.lock"), timeout=0):
            old = _old(folder)
            if old.exists() and not folder.exists():  # killed between the two renames of `publish`
                old.replace(folder)
            if not (resumable and _left_with(part) == key):
                shutil.rmtree(part, ignore_errors=True)
            part.mkdir(parents=True, exist_ok=True)
            _write_json(part / _KEY, {"key": key})
            yield part
    except Timeout:
        raise TrainingError(f"另一个进程正在做 {folder}，这里没有开始。等它做完，或停掉它再试。") from None


def publish(
    part: Path,
    folder: Path,
    *,
    step: str,
    key: str,
    made_of: Mapping[str, str],
    settings: Mapping[str, Any],
    versions: Mapping[str, str],
    figures: Mapping[str, Any],
) -> Manifest:
    """Write the manifest into `part` and put it in the place of `folder`, whose old content goes only when the new is there."""
    (part / _KEY).unlink(missing_ok=True)
    paths = sorted(path for path in part.rglob("*") if path.is_file() and path != part / MANIFEST)
    files = {path.relative_to(part).as_posix(): (path.stat().st_size, hash_file(path)) for path in paths}
    manifest = Manifest(step, key, made_of, settings, versions, figures, files, datetime.now(UTC).isoformat(timespec="seconds"))
    for path in paths:
        _sync(path)
    _write_json(part / MANIFEST, manifest.as_dict())
    old = _old(folder)
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.replace(old)
    part.replace(folder)
    _sync(folder.parent)
    shutil.rmtree(old, ignore_errors=True)
    return manifest


def hash_file(path: Path) -> str:
    """sha256 in hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def code_version(*sources: Path) -> str:
    """12 hex digits over source files: a result made by other code is made again."""
    return _hash([hash_file(path) for path in sources])[:12]


def folder_digest(folder: Path) -> str:
    """One hash over names and contents of all files of a folder that this project did not make (a base model)."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.relative_to(folder).parts[0].startswith("."))
    return _hash({path.relative_to(folder).as_posix(): [path.stat().st_size, hash_file(path)] for path in paths})


def _old(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.old")


def _left_with(part: Path) -> str | None:
    try:
        return str(json.loads((part / _KEY).read_text(encoding="utf-8"))["key"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _hash(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True, ensure_ascii=False, default=str).encode()).hexdigest()


def _write_json(path: Path, value: object) -> None:
    """Whole or not at all, and on the disk before it has its name."""
    beside = path.with_name(path.name + ".new")
    with beside.open("w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False, indent=2)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _sync(path: Path) -> None:
    """Ask the disk to keep a file or a folder's entries; where a folder cannot be opened (Windows) there is nothing to do."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)
