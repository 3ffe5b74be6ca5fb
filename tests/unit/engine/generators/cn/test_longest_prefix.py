"""Longest prefix match and aggregation against the standard library's `ipaddress`, and textbook classics."""

from __future__ import annotations

import ipaddress

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators.cn.longest_prefix import Route, lookup, supernet
from engine.generators.cn.subnetting import Block, number_of

from ..every_kind import right_option, sample


def block(text: str) -> Block:
    address, _, prefix = text.partition("/")
    return Block(number_of(address), int(prefix))


def reference(routes: list[list[str]], destination: str) -> str:
    """The interface, found by walking from /32 down to /0."""
    table = {ipaddress.IPv4Network(network): interface for network, interface in routes}
    for prefix in range(32, -1, -1):
        network = ipaddress.IPv4Network(f"{destination}/{prefix}", strict=False)
        if network in table:
            return table[network]
    raise AssertionError(destination)


def covering(networks: list[str]) -> str:
    """The smallest network that holds them all, widened one bit at a time."""
    known = [ipaddress.IPv4Network(network) for network in networks]
    wide = known[0]
    while not all(network.subnet_of(wide) for network in known):
        wide = wide.supernet()
    return str(wide)


def test_textbook_classics() -> None:
    # Entries /23, /25 and /27 of 169.96.40.0 and a default: 169.96.40.5 leaves by the /27.
    nested = [Route(block(f"169.96.40.0/{prefix}"), f"S{number}") for number, prefix in enumerate((23, 25, 27), 1)]
    found = lookup([*nested, Route(block("0.0.0.0/0"), "S4")], number_of("169.96.40.5"))
    assert found is not None
    assert found.interface == "S3"
    # Tanenbaum: a table with 135.46.56.0/22, 135.46.60.0/22, 192.53.40.0/23 and a default.
    table = [
        Route(block(network), name)
        for network, name in (("135.46.56.0/22", "I0"), ("135.46.60.0/22", "I1"), ("192.53.40.0/23", "R1"), ("0.0.0.0/0", "R2"))
    ]
    answers = {"135.46.63.10": "I1", "135.46.57.14": "I0", "135.46.52.2": "R2", "192.53.40.7": "R1", "192.53.56.7": "R2"}
    for destination, interface in answers.items():
        found = lookup(table, number_of(destination))
        assert found is not None
        assert found.interface == interface
    # Four /21 from 35.230.32.0 to 35.230.56.0 become 35.230.32.0/19.
    assert str(supernet([block(f"35.230.{third}.0/21") for third in (32, 40, 48, 56)])) == "35.230.32.0/19"


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2**32 - 1), st.integers(8, 30)), min_size=1, max_size=5))
def test_supernet_agrees_with_ipaddress(blocks: list[tuple[int, int]]) -> None:
    networks = [Block(Block(address, prefix).network, prefix) for address, prefix in blocks]
    assert str(supernet(networks)) == covering([str(network) for network in networks])


def test_keys_agree_with_reference() -> None:
    for composed in sample("longest-prefix"):
        asked, shown = composed.parameters, right_option(composed)
        if asked["task"] == "interface":
            assert shown == reference(asked["routes"], asked["destination"])
        elif asked["task"] == "interfaces":
            assert shown == "、".join(reference(asked["routes"], destination) for destination in asked["destinations"])
        else:
            assert shown == covering(asked["networks"])
