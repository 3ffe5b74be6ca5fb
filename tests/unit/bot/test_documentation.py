"""What the documentation says is what the code does."""

from pathlib import Path

import pytest

from bot.documentation import documents


@pytest.mark.parametrize("path", sorted(documents()), ids=lambda path: Path(path).name)
def test_generated_documents_are_up_to_date(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == documents()[path]
