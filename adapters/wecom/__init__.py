"""WeCom 智能机器人 (AI bot) over its long connection."""

from adapters.wecom.adapter import WeComAdapter

__all__ = ["WeComAdapter"]
