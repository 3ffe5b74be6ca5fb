"""What a web page, Markdown, LaTeX and the line ends of print leave in a problem's text, made plain."""

from __future__ import annotations

import re

from engine.generators import patterns

# A line of print that ended within a word leaves a space in it.
_WORDS = (
    "快速 排序 输出 输入 作为 结果 序列 元素 关键 结点 节点 散列 线性 探测 冲突 函数 地址 查找 遍历 先序 中序 后序 层序 二叉 平衡 深度 高度 权值 编码 路径 长度 次数 个数 成功 失败 失配 模式 队列 循环 栈顶 队头 队尾 "
    "图中 顶点 拓扑 邻接 最小 最短 最大 最多 最少 平均 假设 采用 使用 进行 经过 需要 分别 依次 下列 以下 则该 得到 存储 单元 内存 磁盘 页面 进程 系统 数据 网络 主机 地址 指令 周期 时间 速率 带宽 容量 大小 总共 至少 至多 应为 等于 表示 "
    "子树 根结 叶子 叶结 完全 有序 无序 顺序 次序 权路 带权 哈夫 生成 邻接 矩阵 事件 活动 工程 关键 插入 删除 调整 旋转 比较 交换 移动 划分 枢轴 归并 希尔 冒泡 基数 初始 记录 文件 表达 后缀 前缀 中缀 运算 操作 "
    "入栈 出栈 进栈 退栈 栈中 队中 入队 出队 数组 下标 位置 概率 相等 失效 主存 缓存 命中 字节 物理 逻辑 虚拟 分页 分段 进制 补码 原码 浮点 定点 尾数 阶码 报文 分组 时延 帧长 窗口 子网 掩码 路由 端口 信道 应答 确认 出现 试问 分片 重传 发送 接收 传播 帧头"
)
_BROKEN_WORD = re.compile("|".join(sorted({f"{word[0]} {word[1]}" for word in _WORDS.split()})))
_BRACKETS = {
    "langle": "<",
    "rangle": ">",
    "infty": "∞",
    "pm": "±",
    "lceil": "⌈",
    "rceil": "⌉",
    "lfloor": "⌊",
    "rfloor": "⌋",
    "log": "log",
    "bmod": " mod ",
    "mod": " mod ",
    "left": "",
    "right": "",
}
_BRACKET = re.compile(rf"\\({'|'.join(sorted(_BRACKETS, key=len, reverse=True))})(?![A-Za-z])")
_SUBSCRIPT = re.compile(r"(?<=[A-Za-z])_(?:\{(\d{1,3})\}|(\d)(?!\d))")


_OPTION_ROW = r"[ \t]*\|?[ \t]*{}[ \t]*[.．、]?[ \t]*\|[ \t]*(?P<{}>[^|\n]+?)[ \t]*\|[ \t]*(?:\n|$)"
_OPTION_TABLE = re.compile(
    r"(?m)(?:^[ \t]*\|(?:[^|\n]*(?:编号|选项|序号|字母)[^|\n]*|\s*)\|[^|\n]*(?:选项|内容|答案)[^|\n]*\|[ \t]*\n[ \t]*\|[ :-]+\|[ :-]+\|[ \t]*\n|(?<![|\s])\s*^)"
    + "".join(_OPTION_ROW.format(letter, letter) for letter in "ABCD")
    + r"\s*\Z"
)
_TYPST_ROWS = re.compile(r"(?m)(?:^[ \t]*(?:\[[^\[\]\n]{0,40}\],[ \t]*){1,8}\[[^\[\]\n]{0,40}\],[ \t]*\n?){2,40}")
_SIGNS = (
    ("times|cdot", "×"),
    ("rightarrow|to", "→"),
    ("[cl]?dots", "…"),
    ("leq?(?:slant)?", "≤"),
    ("geq?(?:slant)?", "≥"),
    ("neq?", "≠"),
    ("approx", "≈"),
    ("sim", "~"),
    ("div", "÷"),
)


# Before a problem's number; in a chat they end sentences, and stay.
_EMOJI = re.compile("(?m)^[ \\t]*[\U0001f000-\U0001faff\u2705\u2728\u274c\u2753\u2757\u2b50\ufe0f]+[ \\t]*")


def without_markup(text: str) -> str:
    """The text without what a web page, Markdown or LaTeX writes around its words: escapes, breaks, options set as a table."""
    text = patterns.sub(r"(?<=[A-Za-z0-9)])\^([-+]?(?:\d{1,3}|[a-z]))\^(?!\d)", r"^\1", text)  # `x^4^`: a superscript of Markdown
    text = _EMOJI.sub("", patterns.sub(r"(?m)^[ \t]*```[ \t]*\w*[ \t]*$\n?", "", text))
    text = _without_typst(text)
    if not any(sign in text for sign in "\\<|&"):
        return text
    text = (
        patterns.sub(r"<\s*br\s*/?\s*>", "\n", text, flags=re.IGNORECASE).replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">")
    )
    text = patterns.sub(r"(?:\s*</?(?:p|div|li|h[1-6])(?:\s[^<>]{0,80})?>\s*)+", "\n", text, flags=re.IGNORECASE).strip()
    text = patterns.sub(r"</?(?:font|span|b|strong|em|i|u|center|ul|ol)(?:\s[^<>]{0,80})?>", "", text, flags=re.IGNORECASE)
    text = patterns.sub(r"<sup>\s*([-+]?\w{1,8})\s*</sup>", r"^\1", text)
    text = patterns.sub(r"<sub>\s*(\w{1,8})\s*</sub>", r"\1", text)
    text = _OPTION_TABLE.sub(lambda rows: "\n" + "".join(f"{letter}. {rows[letter]}\n" for letter in "ABCD"), text)
    text = patterns.sub(r"\\underline\s*\{(?:[\s~]|\\(?:q?quad|hspace\*?\{[^{}]*\}|[,;! ]))*\}", "____", text)
    text = patterns.sub(r"\\(?:up)?mu\s*(?=s(?![A-Za-z])|(?![A-Za-z]))", "μ", text)
    text = patterns.sub(
        r"\s*_\s?(?:\{\s*\\circ\s*\}|\\circ(?![A-Za-z]))\s*(?:\$|(?=$|\s))", lambda stop: ("$" if "$" in stop[0] else "") + "。", text
    )
    text = patterns.sub(r"\\\(\s*(\S(?:(?!\\\))[^\n]){0,80}?)\s*\\\)|\\\[\s*(\S(?:(?!\\\])[^\n]){0,80}?)\s*\\\]", _formula, text)
    if "$" in text:
        text = patterns.sub(r"\\[ ,;]", " ", text.replace("\\!", ""))  # spaces of a formula; elsewhere escaped signs
    return patterns.sub(r"\\(?=[.()\[\]*#+\-!_%&{}$|~>])", "", text)


def _without_typst(text: str) -> str:
    """The rows of a table of Typst (`[0], [5],`) as Markdown writes them, and no spaces of its making."""
    if "[" in text:
        plain = _TYPST_ROWS.sub(_typst_rows, text)
        # What the text calls its figure is that table.
        text = text if plain == text else patterns.sub(r"如?下图所示的(?=(?:[段页]|快)?表)|(?<=表)如下图所示", "如下的", plain)
    return patterns.sub(r"#[hv]\((?:\d+(?:\.\d+)?(?:em|pt|cm|mm|fr|%))\)", " ", text) if "#" in text else text


def _typst_rows(found: re.Match[str]) -> str:
    """Rows of as many cells each; others are as they were."""
    rows = [patterns.findall(r"\[\*?([^\[\]\n]{0,40}?)\*?\]", line) for line in found[0].strip().splitlines()]
    if len({len(row) for row in rows}) > 1:
        return found[0]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join(["", lines[0], f"|{' --- |' * len(rows[0])}", *lines[1:], ""])


def _formula(found: re.Match[str]) -> str:
    """What stands between LaTeX's marks of a formula; brackets that Markdown only escaped stay brackets."""
    inside = found[1] or found[2]
    spaced = patterns.fullmatch(r"\\\(\s.*\s\\\)", found[0]) and not patterns.search(r"[\u4e00-\u9fff]{2}", inside)
    alone = patterns.fullmatch("[A-Za-z]", inside) and patterns.match(r"\s*[个条阶位层叉]", found.string[found.end() : found.end() + 4])
    if not (spaced or alone or patterns.search(r"[=^_+×÷*/<>]|\\[a-z]", inside)):
        return found[0]
    inside = patterns.sub(r"\\[ ,;]", " ", inside)
    return f" {inside} "


def with_words_closed(text: str) -> str:
    """The text without the spaces that ends of printed lines left within words."""
    return _BROKEN_WORD.sub(lambda word: word[0].replace(" ", ""), text)


def without_latex(text: str) -> str:
    """LaTeX's environments, brackets, signs and fractions as plain ones, and figures below a letter behind it: `v_{10}` is v10."""
    if "\\begin{" in text:
        text = patterns.sub(r"\\(?:begin|end)\{(?:aligned|align\*?|gathered|cases|array|equation\*?)\}(?:\{[^{}]{0,20}\})?", " ", text)
        text = patterns.sub(r"\\\\|(?<!\\)&", " ", text).replace("{}", "")
    text = _BRACKET.sub(lambda sign: _BRACKETS[sign[1]], text)
    text = patterns.sub(r"(?<=[\d)])_(?:\{10\}|10)(?!\d)", "", text)  # the base of decimal figures
    text = patterns.sub(r"\\([{}%_&#$])", r"\1", text)
    text = _SUBSCRIPT.sub(lambda below: below[1] or below[2], text)
    for command, sign in _SIGNS if "\\" in text else ():
        text = patterns.sub(rf"\\(?:{command})(?![A-Za-z])", sign, text)
    text = patterns.sub(
        r"\\(?:text|mathrm|mathit|mathbf|mathsf|rm|operatorname)\s?\{([^{}]*)\}", lambda inner: inner[1].replace("~", " "), text
    )
    text = patterns.sub(r"\\(?:mu|upmu)(?![A-Za-z])\s*", "μ", text)
    text = patterns.sub(r"\\(?:tau)(?![A-Za-z])", "τ", text)
    text = patterns.sub(r"\\(?:Delta|triangle|vartriangle|bigtriangleup)(?![A-Za-z])\s*", "Δ", text)
    return patterns.sub(r"\\[dt]?frac\s?\{(\d+)\}\s?\{(\d+)\}", r"\1/\2", text)
