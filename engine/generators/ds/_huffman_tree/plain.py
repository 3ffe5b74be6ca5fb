"""Problems about Huffman trees in the words of books and papers, put into those that the reading knows."""

from __future__ import annotations

from engine.generators import patterns

_PLAIN = (
    (r"[,。;]?\s*(?:不需要|不必|不用|无需|不要求)再?[画写]出(?:来|这棵|该|此|相应的?)?(?:哈夫曼|赫夫曼|霍夫曼)?树?(?=[,。;]|$)", ""),
    # What the set, the tree or the source is called: a letter that is no leaf.
    (r"(?<=字符集|字母表)\s*[A-Z](?=\s*(?:中|里|由|包含|含|有|共|的|,|上))", ""),
    (r"(?<=树|源|合)\s*[A-Z](?=\s*(?:中|里|包含|含|有|共|的|,))(?!\s*的(?:编码|权))", ""),
    (r"(?<=[为对])\s*[A-Z]\s*(?=(?:中的?各?个?(?:字符|字母|符号))|(?:设计|构造|建立|进行)的?(?:哈夫曼|一棵|编码))", ""),
    (r"\s*(?:不等长|非等长|变长|可变长度?)的?\s*(?=(?:哈夫曼|赫夫曼|霍夫曼|huffman|Huffman|HUFFMAN))", ""),
    (r"总的?(?:编码数|码数|码元数)(?!量)", "总码长"),
    (r"加权平均(?:码长|(?:编码|码)?长度)", "平均码长"),
    (r"(?<=哈夫曼树的)平均码长", "平均编码长度"),
    (
        r"(?:使用|采用|用|若用|如果用)?\s*0\s*(?:~|-|到|至)\s*7\s*的\s*二进制数?(?:表示)?(?:形式)?(?:是|作为|为)(?:另外?)?(?:一种)?(?:编码)?方案",
        "另一种方案是用3位等长编码",
    ),
    (r"请?(?:填写|完成|填)(?:如下|下列|下面|以下)?的?表格?,?", ""),
    (r"(?:字母|字符)在[该此]?(?:电文|报文|文本|文件)中?的?出现的?(频率|概率|次数|频度)", r"出现\1"),
    (r"(?:同时|并)?(?:求|计算)出?(?:相应|对应|该|此|这棵|其|它)的?(?:哈夫曼|赫夫曼|霍夫曼)树?的带权路径长度", "求带权路径长度"),
    (r"(?:求|计算)出?(?:该|此|这棵)?树?的?WPL值?", "求WPL"),
)


# Letters over their weights, as Markdown writes a table or with a cell in every line.
_TABLE = (
    r"\|\s*(?:字符|字母|符号|结点|叶子)\s*\|(?:\s*[A-Za-z]\s*\|)+\s*\n(?:\|?[-:| ]+\n)?\|\s*[一-龥]{1,6}\s*\|(?:\s*[\d.]+%?\s*\|)+",
    r"(?<=\n)(?:字符|字母|符号)(?:\n[A-Za-z]){3,}\n[一-龥]{1,6}(?:\n[\d.]+%?){3,}(?=\n)",
)


def plain_wording(text: str) -> str:
    """The text in the words that the reading knows."""
    for pattern, known in _PLAIN:
        text = patterns.sub(pattern, known, text)
    for pattern in _TABLE:
        text = patterns.sub(
            pattern, lambda rows: patterns.sub(r"(?:\s|[-:|])+(?=[\d.A-Za-z一-龥])", " ", rows[0]).rstrip(" |") + "\n", text
        )
    return text
