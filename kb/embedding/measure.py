"""How fast an embedder is on this machine, measured the same way for each, so that two embedders of one run can be compared. Which texts, and
what the figures are held against, is left to the caller (`shangan eval`, `make bench`).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import numpy as np

from kb.embedding.protocol import Embedder


def measure(
    embedder: Embedder,
    texts: Sequence[str],
    queries: Sequence[str],
    clock: Callable[[], float] = time.perf_counter,
) -> dict[str, float]:
    """Speed of `embedder`, tokenising included, the first call (which reads files and warms caches) excluded.

    Args:
        texts: passages, embedded in one call, as an index does.
        queries: embedded one at a time, as a conversation does.
        clock: seconds, monotonic.

    Returns:
        `passages_per_second`, and `query_p50_ms` and `query_p95_ms`, milliseconds.

    Raises:
        ValueError: `texts` or `queries` is empty.
    """
    if not texts or not queries:
        raise ValueError("measuring needs at least one text and one query")
    embedder.queries(queries[:1])
    embedder.passages(texts[:1])
    begin = clock()
    embedder.passages(texts)
    passages_per_second = len(texts) / (clock() - begin)
    durations = []
    for query in queries:
        begin = clock()
        embedder.queries([query])
        durations.append(1000 * (clock() - begin))
    p50, p95 = np.percentile(durations, [50, 95])
    return {"passages_per_second": passages_per_second, "query_p50_ms": float(p50), "query_p95_ms": float(p95)}
