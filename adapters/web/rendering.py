"""Markdown to HTML that is safe to put into a page, whoever wrote the Markdown.

The parser never lets raw HTML through and only makes links to the web and to mail; pictures by address become links, so that reading
a message fetches nothing from elsewhere. Formulas are marked up here and set in the browser (`static/chat.js`, KaTeX), which also
sanitises once more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.common.utils import isWhiteSpace
from markdown_it.parser_inline import ParserInline
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.dollarmath import dollarmath_plugin
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

_CHINESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_CODE = HtmlFormatter(nowrap=True)


class _ChineseState(StateInline):
    """CommonMark takes `**` between a punctuation mark and a letter for no delimiter, which in Chinese, written without spaces,
    breaks `**注意：**这里`. Source of the amendment: github.com/tats-u/markdown-cjk-friendly, specification.md.
    """

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803
        scanned = super().scanDelims(start, canSplitWord)
        if not canSplitWord:
            return scanned
        end = start + scanned.length
        before = self.src[start - 1] if start > 0 else " "
        after = self.src[end] if end < self.posMax else " "
        chinese = bool(_CHINESE.match(before) or _CHINESE.match(after))
        return Scanned(
            scanned.can_open or (chinese and not isWhiteSpace(ord(after))),
            scanned.can_close or (chinese and not isWhiteSpace(ord(before))),
            scanned.length,
        )


class _ChineseInline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _ChineseState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _fence(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    words = tokens[index].info.split()
    code = tokens[index].content
    try:
        shown = highlight(code, get_lexer_by_name(words[0], stripnl=False), _CODE) if words else escape(code)
    except ClassNotFound:
        shown = escape(code)
    language = escape(words[0]) if words else ""
    return (
        f'<div class="code"><div class="code-bar"><span>{language}</span><button type="button" class="copy" aria-label="复制代码">'
        f'复制</button></div><pre tabindex="0"><code>{shown}</code></pre></div>\n'
    )


def _math(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    token = tokens[index]
    kind = "inline" if token.markup == "$" else "block"
    return f'<span class="math {kind}">{escape(token.content.strip())}</span>'


def _image(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    token = tokens[index]
    label = escape(self.renderInlineAsText(token.children, options, env) or "图片")
    return f'<a href="{escape(str(token.attrGet("src") or ""))}" rel="noopener noreferrer nofollow" target="_blank">{label}</a>'


def _link_open(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    tokens[index].attrSet("rel", "noopener noreferrer nofollow")
    tokens[index].attrSet("target", "_blank")
    return self.renderToken(tokens, index, options, env)


def _table_open(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    return '<div class="table" tabindex="0"><table>\n'


def _table_close(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    return "</table></div>\n"


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True})
    # Before anything is enabled or plugged in: that happens to the inline parser that is there.
    parser.inline = _ChineseInline()
    parser.enable(["table", "strikethrough"]).disable(["html_inline", "html_block"])
    dollarmath_plugin(parser, allow_labels=False, allow_space=False, allow_blank_lines=False, double_inline=True)
    parser.validateLink = lambda url: bool(_LINK.match(url))  # type: ignore[method-assign]
    for name, rule in {
        "fence": _fence,
        "code_block": _fence,
        "image": _image,
        "link_open": _link_open,
        "table_open": _table_open,
        "table_close": _table_close,
        "math_inline": _math,
        "math_inline_double": _math,
        "math_block": _math,
    }.items():
        parser.add_render_rule(name, rule)
    return parser


_PARSER = _parser()


def wire(text: str) -> str:
    """`text` without lone surrogates, which come from broken files and which no wire takes."""
    return text.encode("utf-8", "replace").decode()


@lru_cache(maxsize=512)
def render(markdown: str) -> str:
    """HTML of `markdown`: CommonMark with tables, strikethrough, highlighted fences and formulas between `$` or `$$`.

    Raw HTML comes out as text. Formulas become `<span class="math inline|block">` with their TeX as text, code gets a copy button.
    """
    return str(_PARSER.render(wire(markdown)))
