"""Every platform's peer. Another platform is another entry."""

from __future__ import annotations

import importlib

from tests.contract.peer import Peer

PLATFORMS: tuple[str, ...] = ("web", "onebot", "qq", "qq_webhook", "discord", "weixin", "wecom", "terminal")
"""Names of modules in this folder, each with a `peer()`."""


def open_peer(platform: str) -> Peer:
    """A new peer of `platform`."""
    peer: Peer = importlib.import_module(f"tests.contract.{platform}").peer()
    return peer
