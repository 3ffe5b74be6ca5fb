"""QQ through OneBot 11: a client (NapCat, LLOneBot, Lagrange) connects to our reverse websocket."""

from adapters.onebot.adapter import OneBotAdapter

__all__ = ["OneBotAdapter"]
