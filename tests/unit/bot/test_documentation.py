"""What the documentation says is what the code does."""

from pathlib import Path

import pytest

from bot.documentation import commands_table, content_table, documents, settings_table


@pytest.mark.parametrize("path", sorted(documents()), ids=lambda path: Path(path).name)
def test_generated_documents_are_up_to_date(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == documents()[path]


def test_the_tables_stand_in_the_readme() -> None:
    readme = next(text for path, text in documents().items() if Path(path).name == "README.md")
    assert content_table() in readme
    assert commands_table() in readme
    assert settings_table() in readme
