"""The head that both pages share (look, theme before the first paint, what a browser may load) and the card that asks for the token."""

from __future__ import annotations

import hashlib
from html import escape
from pathlib import Path
from string import Template

STATIC = Path(__file__).parent / "static"
VIEWPORT = "width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
LOGO = (STATIC / "logo.svg").read_text(encoding="utf-8")

_VERSION = hashlib.sha256((STATIC / "chat.css").read_bytes() + (STATIC / "theme.js").read_bytes()).hexdigest()[:10]

# NiceGUI's page needs inline scripts and compiles its templates in the browser; everything else must come from this server.
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none'; form-action 'self'"
)

HEAD = f"""<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="theme-color" content="#f7f4ee">
<meta name="robots" content="noindex">
<script src="chat/static/theme.js?v={_VERSION}"></script>
<link rel="stylesheet" href="chat/static/chat.css?v={_VERSION}">
"""

_LOGIN = Template((Path(__file__).parent / "login.html").read_text(encoding="utf-8"))


def login_page(title: str, subtitle: str, problem: str = "") -> str:
    """The page with the login card; `problem` says why the last try did not work."""
    return _LOGIN.substitute(
        title=escape(title),
        subtitle=escape(subtitle),
        problem=escape(problem),
        viewport=VIEWPORT,
        head=HEAD,
        logo=LOGO,
    )
