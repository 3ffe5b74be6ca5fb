"""QQ's official bots: groups, private chats and guild channels through the open platform, over its gateway or its webhook."""

from adapters.qq.adapter import QQAdapter

__all__ = ["QQAdapter"]
