"""What becomes of words from outside on the web page: Markdown as people and models write it in Chinese, and nothing that runs."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.web.rendering import render

HARMLESS = {"p", "br", "strong", "em", "s", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "hr", "a", "code", "pre"}
HARMLESS |= {"div", "span", "table", "thead", "tbody", "tr", "th", "td", "button"}
ATTRIBUTES = {"class", "href", "rel", "target", "tabindex", "type", "aria-label", "start", "style", "title"}


class Tags(HTMLParser):
    """Every tag with its attributes, as a browser would find them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def assert_harmless(html: str) -> None:
    for tag, attributes in Tags(html).found:
        assert tag in HARMLESS, html
        assert set(attributes) <= ATTRIBUTES, html
        assert (attributes.get("href") or "https:").lower().startswith(("http:", "https:", "mailto:")), html
        assert (attributes.get("style") or "text-align:left").startswith("text-align:"), html


ATTACKS = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "<svg/onload=alert(1)>",
    "[点我](javascript:alert(1))",
    "[点我](JaVaScRiPt:alert(1))",
    "[点我](&#106;avascript:alert(1))",
    "[点我](data:text/html;base64,PHNjcmlwdD4=)",
    "[点我](vbscript:x)",
    "<javascript:alert(1)>",
    "[a]\n\n[a]: javascript:alert(1)",
    "![x](javascript:alert(1))",
    '![" onerror="alert(1)](https://a.example/x.png)',
    '[x](https://a.example/" onclick="alert(1))',
    '[x](https://a.example "title\\" onclick=alert(1)")',
    '```"><script>alert(1)</script>\n<b>\n```',
    "$</span><script>alert(1)</script>$",
    "$$\n</span><img src=x onerror=alert(1)>\n$$",
    "> <iframe src=//a.example></iframe>",
    "| <b onclick=x> |\n| --- |\n| <script> |",
    "<!-- --><style>*{display:none}</style>",
    "<a href='javascript:alert(1)'>x</a>",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_that_runs_gets_through(attack: str) -> None:
    assert_harmless(render(attack))


@settings(max_examples=150)
@given(
    st.lists(st.one_of(st.sampled_from([*ATTACKS, "**", "`", "$", "\n\n", "> ", "- ", "<", ">", '"', "[", "](", ")"]), st.text(max_size=8)))
)
def test_no_mixture_of_marks_gets_through_either(pieces: list[str]) -> None:
    html = render("".join(pieces))
    assert_harmless(html)
    html.encode()


def test_raw_html_is_shown_as_it_was_written() -> None:
    assert Tags(render("头文件 <stdio.h> 与 <b>粗</b>")).words.strip() == "头文件 <stdio.h> 与 <b>粗</b>"


def test_a_picture_by_address_is_a_link_so_that_reading_fetches_nothing() -> None:
    html = render("![示意图](https://books.example/a.png)")
    assert "<img" not in html
    assert 'href="https://books.example/a.png"' in html
    assert "示意图</a>" in html


def test_links_open_elsewhere_and_tell_nobody() -> None:
    assert '<a href="https://a.example/" rel="noopener noreferrer nofollow" target="_blank">原文</a>' in render(
        "[原文](https://a.example/)"
    )


@pytest.mark.parametrize(
    ("markdown", "strong"),
    [
        ("**注意：**这里", "注意："),
        ("是**“进程”**的", "“进程”"),
        ("**答对了。**选 C", "答对了。"),
        ("见**（重点）**TLB", "（重点）"),
        ("普通的 **bold** text", "bold"),
    ],
)
def test_bold_works_next_to_chinese_punctuation(markdown: str, strong: str) -> None:
    assert f"<strong>{strong}</strong>" in render(markdown)


def test_a_lonely_asterisk_stays_an_asterisk() -> None:
    assert Tags(render("2 * 3 * 4，甲 * 乙")).words.strip() == "2 * 3 * 4，甲 * 乙"


def test_lines_stay_lines_as_in_any_chat() -> None:
    assert render("A. 1 次\nB. 2 次") == "<p>A. 1 次<br />\nB. 2 次</p>\n"


def test_formulas_are_marked_for_the_browser_with_their_source() -> None:
    html = render("有 2$^n$ 个，$a_1 * b_1 * c$。\n\n$$\n\\frac{a}{b} < 1\n$$")
    assert '2<span class="math inline">^n</span>' in html
    assert '<span class="math inline">a_1 * b_1 * c</span>' in html
    assert '<span class="math block">\\frac{a}{b} &lt; 1</span>' in html


def test_a_dollar_amount_is_no_formula() -> None:
    assert "math" not in render("从 $ 到 $ 之间")


def test_tables_scroll_in_a_box_of_their_own() -> None:
    html = render("| 情况 | 次数 |\n| --- | ---: |\n| 命中 | 1 |")
    assert html.startswith('<div class="table"')
    assert "<th>情况</th>" in html
    assert '<td style="text-align:right">1</td>' in html


def test_code_is_highlighted_and_can_be_copied() -> None:
    html = render("```c\nint a = 1 < 2;\n```")
    assert '<span class="kt">int</span>' in html
    assert 'class="copy"' in html
    assert "&lt;" in html


def test_an_unknown_language_is_shown_plain() -> None:
    assert "<code>甲 &lt;- 乙\n</code>" in render("```伪代码\n甲 <- 乙\n```")


def test_a_citation_is_a_quotation() -> None:
    assert render("> **《操作系统笔记》3.2**\n> 快表").startswith("<blockquote>")
