"""Delays against closed formulas and a hop-by-hop recursion, and textbook classics."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators.cn.transmission_delay import forward, same_links, total

from ..every_kind import right_option, sample


def arrival(packet: int, link: int, times: list[Fraction], delays: list[Fraction]) -> Fraction:
    """When packet number `packet` is all across link number `link`, from the end backwards."""
    ready = arrival(packet, link - 1, times, delays) if link else Fraction(0)
    free = arrival(packet - 1, link, times, delays) - delays[link] if packet else Fraction(0)
    return max(ready, free) + times[link] + delays[link]


def test_textbook_classics() -> None:
    # 980000 bytes in packets of 1000 bytes with 20 of header, 100 Mbit/s, two routers: 80.16 ms.
    assert same_links(980_000 // 980, Fraction(8000), Fraction(10**8), 3) == Fraction(8016, 100_000)
    # 8 Mb over one router at 10 Mbit/s: 1600 ms as one message, 801 ms in packets of 10 kb.
    assert same_links(1, Fraction(8 * 10**6), Fraction(10**7), 2) == Fraction(1600, 1000)
    assert same_links(800, Fraction(10_000), Fraction(10**7), 2) == Fraction(801, 1000)
    # Xie Xiren: 10^7 bits at 100 kbit/s over 1000 km: 100 s to send, 5 ms on the way.
    assert total(forward(1, Fraction(10**7), [Fraction(10**5)], [Fraction(5, 1000)])) == 100 + Fraction(5, 1000)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 5), st.lists(st.tuples(st.integers(1, 20), st.integers(0, 20)), min_size=1, max_size=4))
def test_forwarding_agrees_with_the_recursion(packets: int, links: list[tuple[int, int]]) -> None:
    rates, delays = [Fraction(rate) for rate, _ in links], [Fraction(delay) for _, delay in links]
    history = forward(packets, Fraction(60), rates, delays)
    assert total(history) == arrival(packets - 1, len(links) - 1, [60 / rate for rate in rates], delays)
    # In one formula: every link once, and the slowest for each packet more.
    assert total(history) == sum(60 / rate for rate in rates) + sum(delays) + (packets - 1) * max(60 / rate for rate in rates)


def test_keys_agree_with_reference() -> None:
    for composed in sample("transmission-delay"):
        asked, shown = composed.parameters, Fraction(right_option(composed).split()[0]) / 1000
        if asked["task"] == "one-link":
            assert abs(shown - Fraction(asked["bits"], asked["rate"]) - Fraction(asked["distance"], 2 * 10**8)) <= Fraction(1, 200_000)
        elif asked["task"] == "two-links":
            times = [Fraction(asked["bits"], rate) for rate in asked["rates"]]
            assert shown == arrival(asked["packets"] - 1, 1, times, [Fraction(delay) for delay in asked["propagation"]])
        else:
            bits = asked.get("bits", asked.get("packet_bytes", 0) * 8)
            packets = asked.get("packets") or -(-asked["data_bytes"] // (asked["packet_bytes"] - asked["header_bytes"]))
            # Each router sends every packet on: what the last link sends begins one packet later for each.
            last = Fraction(0)
            for _ in range(asked["routers"]):
                last += Fraction(bits, asked["rate"])
            assert shown == last + packets * Fraction(bits, asked["rate"])
