import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import numpy as np
import pytest

from kb.vectors import ChromaStore, VectorStoreError, collection_name

UNIT = np.eye(8, dtype=np.float32)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ChromaStore]:
    opened = ChromaStore(tmp_path / "chroma", "embedder-1", 8)
    yield opened
    opened.close()


def test_vectors_come_back_and_go(store: ChromaStore, tmp_path: Path) -> None:
    store.put([1, 2, 3], UNIT[:3], [1, 1, 2])
    store.put([2], UNIT[7:], [1])
    store.remove([3, 99])
    store.close()
    again = ChromaStore(tmp_path / "chroma", "embedder-1", 8)
    ids, vectors = again.get([2, 3, 1])
    assert dict(zip(ids.tolist(), vectors.argmax(axis=1).tolist(), strict=True)) == {1: 0, 2: 7}
    assert sorted(again.ids().tolist()) == [1, 2]
    again.close()


def test_vectors_of_two_embedders_are_never_mixed(store: ChromaStore, tmp_path: Path) -> None:
    store.put([1], UNIT[:1], [1])
    other = ChromaStore(tmp_path / "chroma", "embedder-2", 8)
    assert other.ids().tolist() == []
    other.close()


def test_a_folder_that_chroma_cannot_open_is_begun_anew(store: ChromaStore, tmp_path: Path) -> None:
    store.put([1], UNIT[:1], [1])
    store.close()
    (tmp_path / "chroma" / "chroma.sqlite3").write_bytes(b"not a database" * 1000)
    again = ChromaStore(tmp_path / "chroma", "embedder-1", 8)
    assert again.ids().tolist() == []
    again.put([1], UNIT[:1], [1])
    assert again.ids().tolist() == [1]
    again.close()


def test_a_failure_says_what_was_kept_and_what_to_do(store: ChromaStore) -> None:
    store.put([1], UNIT[:1], [1])
    with pytest.raises(VectorStoreError, match=r"没有丢.*请检查"):
        store.put([2], np.ones((1, 3), np.float32), [1])
    with pytest.raises(VectorStoreError):
        ChromaStore("http://127.0.0.1:9", "embedder-1", 8).ids()


@pytest.mark.parametrize("name", ["multilingual-e5-small-int8-1", "st:BAAI/bge-m3", "模型", "x", "-", "a" * 600])
def test_every_embedder_has_a_collection_name_that_chroma_takes(name: str) -> None:
    made = collection_name(name)
    assert 3 <= len(made) <= 512
    assert made.isascii() and made[0].isalnum() and made[-1].isalnum()
    assert made != collection_name(name + "2")


def test_a_server_keeps_vectors_like_a_folder_does(tmp_path: Path) -> None:
    command = Path(sys.executable).with_name("chroma")
    if not shutil.which(command):
        pytest.skip("chromadb's command is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    arguments = [str(command), "run", "--path", str(tmp_path / "server"), "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _until_it_answers(f"http://127.0.0.1:{port}")
            store = ChromaStore(f"http://127.0.0.1:{port}", "embedder-1", 8)
            store.put([1, 2], UNIT[:2], [1, 1])
            store.remove([1])
            assert store.ids().tolist() == [2]
            assert store.get([1, 2])[1].argmax(axis=1).tolist() == [1]
            store.close()
        finally:
            server.kill()


def _until_it_answers(url: str) -> None:
    deadline = time.monotonic() + 30
    while True:
        try:
            if httpx.get(f"{url}/api/v2/heartbeat", trust_env=False).is_success:
                return
        except httpx.HTTPError:
            assert time.monotonic() < deadline
            time.sleep(0.1)
