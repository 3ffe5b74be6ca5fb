"""The web chat: one page on this machine that speaks like every other platform, as an `engine.messages.Adapter`."""

from adapters.web.adapter import WebAdapter

__all__ = ["WebAdapter"]
