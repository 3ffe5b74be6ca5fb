"""WeChat official accounts (公众号): WeChat posts messages to our web server; answers go back in the response or by its API."""

from adapters.weixin.adapter import WeixinAdapter

__all__ = ["WeixinAdapter"]
