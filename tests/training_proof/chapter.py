"""The commands of `shangan train` that the documentation tells a person to run."""

import re
import shlex
from collections.abc import Sequence


def told_to_run(text: str) -> set[tuple[str, ...]]:
    """The commands of `shangan train` in a chapter, each as its words and the names of its options."""
    quoted = re.findall(r"```bash\n(.*?)```", text, re.DOTALL) + re.findall(r"`(shangan train [^`]+)`", text)
    lines = (line for block in quoted for line in block.splitlines())
    commands = (shlex.split(part, comments=True) for line in lines for part in line.split("#")[0].split("&&"))
    return {form(words[2:]) for words in commands if words[:2] == ["shangan", "train"]}


def form(words: Sequence[str]) -> tuple[str, ...]:
    """Without values, files and what says only how the answer is shown; the environments here are those without a GPU."""
    options = sorted(word for word in words if word.startswith("--") and word not in {"--json", "--cpu"})
    named = words[1:2] if words[0] == "environment" else []
    return (words[0], *named, *options)
