"""Counts for Prometheus, per platform: events taken, replies sent and their fate, how long an answer took, how an adapter is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import get_args

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from engine.messages import AdapterState, AdapterStatus, Receipt

_SECONDS = (0.005, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """The counts of one bot.

    Args:
        statuses: how every adapter is now, by platform.
    """

    def __init__(self, statuses: Callable[[], Mapping[str, AdapterStatus]]) -> None:
        self._registry = CollectorRegistry()
        self._events = Counter("shangan_events", "Events taken from a platform", ("platform", "kind"), registry=self._registry)
        self._sends = Counter(
            "shangan_sends", "Messages handed to a platform, by what it said", ("platform", "outcome"), registry=self._registry
        )
        self._answers = Histogram(
            "shangan_answer_seconds",
            "From an event taken to its answer handed over",
            ("platform",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._registry.register(_States(statuses))

    def took(self, platform: str, kind: str) -> None:
        """An event came in."""
        self._events.labels(platform, kind).inc()

    def sent(self, platform: str, receipt: Receipt) -> None:
        """A platform answered a send."""
        self._sends.labels(platform, type(receipt).__name__.lower()).inc()

    def answered(self, platform: str, seconds: float) -> None:
        """An event is done with."""
        self._answers.labels(platform).observe(seconds)

    def text(self) -> bytes:
        """Everything in Prometheus' text format."""
        return generate_latest(self._registry)


class _States(Collector):
    def __init__(self, statuses: Callable[[], Mapping[str, AdapterStatus]]) -> None:
        self._statuses = statuses

    def collect(self) -> Iterator[Metric]:
        """One gauge a platform and state: 1 for the state it is in."""
        states = GaugeMetricFamily("shangan_adapter_state", "1 for the state an adapter is in", labels=("platform", "state"))
        for platform, status in self._statuses().items():
            for state in get_args(AdapterState):
                states.add_metric((platform, state), float(status.state == state))
        yield states
