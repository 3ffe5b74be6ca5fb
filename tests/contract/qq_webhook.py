"""QQ's open platform as a peer of the contract suite, over its webhook."""

from __future__ import annotations

from tests.contract.qq import QQPeer


def peer() -> QQPeer:
    """A new platform that calls the bot."""
    return QQPeer(webhook=True)
