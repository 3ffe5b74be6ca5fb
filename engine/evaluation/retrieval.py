"""How well passages are found: recall, reciprocal rank and nDCG over a collection in BEIR's layout.

The search code is the knowledge base's own; the collection is held in memory, so that nobody's library is touched.
"""

from __future__ import annotations

import csv
import json
import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import ShanganError
from engine.evaluation.intervals import Share
from kb.embedding import Embedder
from kb.holdings import Holdings
from kb.passages import Passage
from kb.search import SearchScope, rank

DEPTH = 10


@dataclass(frozen=True, slots=True)
class Collection:
    """Passages, queries, and which passages answer which query (ids as in the files)."""

    passages: Mapping[str, Passage]
    queries: Mapping[str, str]
    relevant: Mapping[str, frozenset[str]]


def read_beir(folder: Path) -> Collection:
    """Read `corpus.jsonl`, `queries.jsonl` and every `qrels/*.tsv` below `folder`.

    Raises:
        ShanganError: a file is missing or faulty; the message names it and its line.
    """
    passages: dict[str, Passage] = {}
    for number, row in enumerate(_rows(folder / "corpus.jsonl")):
        title = str(row.get("title") or "")
        passages[str(row["_id"])] = Passage((title,) if title else (), str(row["text"]), number)
    queries = {str(row["_id"]): str(row["text"]) for row in _rows(folder / "queries.jsonl")}
    relevant: dict[str, set[str]] = {}
    files = sorted((folder / "qrels").glob("*.tsv"))
    if not files:
        raise ShanganError(f"{folder} 里没有 qrels/*.tsv，不是 BEIR 格式的数据，没有测。")
    for path in files:
        with path.open(encoding="utf-8", newline="") as lines:
            for line in csv.DictReader(lines, delimiter="\t"):
                if int(line["score"]) > 0:
                    relevant.setdefault(line["query-id"], set()).add(line["corpus-id"])
    return Collection(passages, queries, {query: frozenset(found) for query, found in relevant.items()})


def _rows(path: Path) -> list[dict[str, Any]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ShanganError(f"读不了 {path}：{error.strerror}。BEIR 格式要有 corpus.jsonl、queries.jsonl 和 qrels/。") from error
    rows = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                rows.append(json.loads(line))
            except ValueError:
                raise ShanganError(f"{path} 第 {number} 行不是 JSON，没有测。") from None
    return rows


def evaluate_retrieval(collection: Collection, embedder: Embedder | None) -> dict[str, Any]:
    """Recall@1/5/10, MRR@10, nDCG@10 of the fused search and of each retriever alone, and the embedder's speed.

    Without an embedder only BM25 is measured.
    """
    ids, passages = list(collection.passages), list(collection.passages.values())
    queries = {name: text for name, text in collection.queries.items() if name in collection.relevant}
    figures: dict[str, Any] = {"passages": len(passages), "queries": len(queries), "embedder": embedder.name if embedder else None}
    vectors = None
    times: list[float] = []
    query_vectors: dict[str, Any] = {}
    if embedder is not None:
        embedder.queries(["预热"])
        began = time.perf_counter()
        vectors = embedder.passages([passage.searchable for passage in passages])
        figures["passages_per_second"] = round(len(passages) / (time.perf_counter() - began), 1)
        for name, text in queries.items():
            began = time.perf_counter()
            query_vectors[name] = embedder.queries([text])[0]
            times.append((time.perf_counter() - began) * 1000)
        p50, p95 = np.percentile(times, [50, 95])
        figures |= {"query_p50_ms": round(float(p50), 2), "query_p95_ms": round(float(p95), 2)}
    holdings = Holdings.of(passages, vectors)
    everything = holdings.visible(SearchScope(None))
    runs: dict[str, dict[str, list[str]]] = {"bm25": {}}
    for name, text in queries.items():
        lexical = holdings.scores(text, None, everything)
        runs["bm25"][name] = [ids[hit.position] for hit in rank(lexical, holdings.texts, DEPTH)]
        if embedder is not None and vectors is not None:
            runs.setdefault("dense", {})[name] = [ids[i] for i in np.argsort(-(vectors @ query_vectors[name]), kind="stable")[:DEPTH]]
            scores = holdings.scores(text, query_vectors[name], everything)
            runs.setdefault("fused", {})[name] = [ids[hit.position] for hit in rank(scores, holdings.texts, DEPTH)]
    retrievers = {name: measures(found, collection.relevant) for name, found in runs.items()}
    return {**figures, "retrievers": retrievers, **retrievers["fused" if "fused" in retrievers else "bm25"]}


def measures(found: Mapping[str, Sequence[str]], relevant: Mapping[str, frozenset[str]]) -> dict[str, Any]:
    """Recall@1/5/10 with 95% intervals, MRR@10 and nDCG@10 (binary gains, log2 discount; Järvelin and Kekäläinen 2002)."""
    total = len(found)
    result: dict[str, Any] = {}
    for depth in (1, 5, 10):
        hits = sum(len(relevant[query] & set(ranked[:depth])) / len(relevant[query]) for query, ranked in found.items())
        share = Share(hits, total)
        result[f"recall@{depth}"] = round(share.value, 4)
        result[f"recall@{depth}_interval"] = [round(bound, 4) for bound in share.interval]
    reciprocal = gain = 0.0
    for query, ranked in found.items():
        places = [place for place, passage in enumerate(ranked[:DEPTH], 1) if passage in relevant[query]]
        reciprocal += 1 / places[0] if places else 0
        best = sum(1 / math.log2(place + 1) for place in range(1, min(DEPTH, len(relevant[query])) + 1))
        gain += sum(1 / math.log2(place + 1) for place in places) / best
    result["mrr@10"] = round(reciprocal / total, 4) if total else 0.0
    result["ndcg@10"] = round(gain / total, 4) if total else 0.0
    return result
