import subprocess
import sys
import time
from pathlib import Path

from kb.ownership import CARD, IndexOwnership, current_owner

ROOT = Path(__file__).resolve().parents[3]


def test_one_process_owns_the_index_and_says_how_it_is_reached(tmp_path: Path) -> None:
    assert current_owner(tmp_path) is None
    owner = IndexOwnership.claim(tmp_path, "http://127.0.0.1:8408/kb", tmp_path / "token")
    assert owner is not None
    assert IndexOwnership.claim(tmp_path) is None
    card = current_owner(tmp_path)
    assert card is not None and (card.control_url, card.token_file) == ("http://127.0.0.1:8408/kb", str(tmp_path / "token"))
    owner.release()
    assert current_owner(tmp_path) is None
    again = IndexOwnership.claim(tmp_path)
    assert again is not None
    again.release()


def test_an_owner_that_was_killed_owns_nothing_any_more(tmp_path: Path) -> None:
    code = "import sys, time, pathlib, kb.ownership as o; owner = o.IndexOwnership.claim(pathlib.Path(sys.argv[1])); time.sleep(60)"
    process = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT)
    try:
        while not (tmp_path / CARD).is_file():
            time.sleep(0.02)
        assert IndexOwnership.claim(tmp_path) is None
        card = current_owner(tmp_path)
        assert card is not None and card.pid == process.pid
    finally:
        process.kill()
        process.wait()
    assert current_owner(tmp_path) is None
    owner = IndexOwnership.claim(tmp_path)
    assert owner is not None
    owner.release()


def test_a_spoilt_card_is_no_owner(tmp_path: Path) -> None:
    (tmp_path / CARD).write_text("{half a", encoding="utf-8")
    assert current_owner(tmp_path) is None
