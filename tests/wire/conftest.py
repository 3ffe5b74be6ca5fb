"""One running bot for the tests of a module; those that stop or kill theirs start their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.wire.running import RunningBot, running_bot


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningBot]:
    """The real bot, open to everybody on loopback, with short questions for groups."""
    with running_bot(tmp_path_factory.mktemp("home"), ANSWER_SECONDS="5") as running:
        yield running


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder for a bot of one's own."""
    return tmp_path / "home"
