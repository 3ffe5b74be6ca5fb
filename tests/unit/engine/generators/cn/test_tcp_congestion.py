"""TCP's congestion window against a sender that counts acknowledgements, and textbook classics."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators.cn.tcp_congestion import Event, rounds

from ..every_kind import right_option, sample


def by_acknowledgements(count: int, threshold: int, events: dict[int, Event], window: int = 1) -> list[tuple[int, int]]:
    """(window, threshold) of each round, every acknowledged segment moving the window by itself as in RFC 5681."""
    history = []
    exact = Fraction(window)
    for number in range(count):
        sent = int(exact)
        history.append((sent, threshold))
        if number in events:
            threshold = max(sent // 2, 2)
            exact = Fraction(1 if events[number] == "timeout" else threshold)
            continue
        for _ in range(sent):
            exact += 1 if exact < threshold else Fraction(1, sent)
        # A round that reaches the threshold is stopped there: the rest of its acknowledgements count from the next round.
        if sent < threshold:
            exact = min(exact, Fraction(threshold))
    return history


def test_textbook_classics() -> None:
    # 1 KB segments, timeout at 16 KB: after four successful round trips 9 KB.
    assert rounds(6, 100, {0: "timeout"}, 16)[5].window == 9
    # Timeout at 8 KB: after ten round trips the window is 10 KB or more, the receiver's 10 KB holds.
    assert min(10, rounds(12, 100, {0: "timeout"}, 8)[11].window) == 10
    # Xie Xiren: threshold 16, timeout when the window is 24, threshold 12 then; three duplicate acknowledgements at 16 make it 8.
    trace = rounds(30, 16, {12: "timeout", 21: "duplicates"})
    assert [item.window for item in trace[:13]] == [1, 2, 4, 8, 16, 17, 18, 19, 20, 21, 22, 23, 24]
    assert [item.window for item in trace[13:23]] == [1, 2, 4, 8, 12, 13, 14, 15, 16, 8]
    assert (trace[13].threshold, trace[22].threshold) == (12, 8)
    # The well-known exercise with 1, 2, 4, 8, 16, 32, 33, ..., 42, 21, ..., 26, 1, 2, 4, 8: threshold 32, then 21, then 13.
    trace = rounds(26, 32, {15: "duplicates", 21: "timeout"})
    assert [item.window for item in trace] == [1, 2, 4, 8, 16, *range(32, 43), *range(21, 27), 1, 2, 4, 8]
    assert (trace[17].threshold, trace[23].threshold) == (21, 13)


@settings(max_examples=80, deadline=None)
@given(
    st.integers(2, 40),
    st.dictionaries(st.integers(0, 24), st.sampled_from(["timeout", "duplicates"]), max_size=3),
)
def test_windows_agree_with_counted_acknowledgements(threshold: int, events: dict[int, Event]) -> None:
    assert [(item.window, item.threshold) for item in rounds(25, threshold, events)] == by_acknowledgements(25, threshold, events)


def test_keys_agree_with_reference() -> None:
    for composed in sample("tcp-congestion"):
        asked, shown = composed.parameters, right_option(composed)
        if asked["task"] in ("after-timeout", "receiver"):
            window = by_acknowledgements(asked["later"] + 2, 10**6, {0: "timeout"}, asked["window"])[-1][0]
            assert shown == f"{min(window, asked.get('receive', window)) * asked['mss_kb']} KB"
        elif asked["task"] == "window-at":
            assert shown == f"{by_acknowledgements(asked['asked'], asked['threshold'], {asked['when'] - 1: 'duplicates'})[-1][0]} MSS"
        elif asked["task"] == "rounds":
            windows = [window for window, _ in by_acknowledgements(80, asked["threshold"], {})]
            assert shown == f"{sum(window < asked['target'] for window in windows)} 个"
        else:
            events: dict[int, Event] = {asked["first"] - 1: "duplicates", asked["second"] - 1: "timeout"}
            window, threshold = by_acknowledgements(asked["asked"], asked["threshold"], events)[-1]
            assert shown == f"{window} MSS、{threshold} MSS"


@pytest.mark.parametrize("recovery", [True, False])
def test_tahoe_restarts_and_reno_halves(recovery: bool) -> None:
    after = rounds(7, 16, {5: "duplicates"}, recovery=recovery)[6]
    assert after.window == (8 if recovery else 1)
    assert after.threshold == 8
