"""Traditional characters as simplified ones, and Taiwan's terms as the mainland's, which all readers know."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

# Characters that only traditional texts have, and of which no problem is without one.
_TRADITIONAL = re.compile("[個價們問單圖場塊學對幾後從應數時條樣為無種經與處號見計記設該這過錢長間開關隊題體點]")


# What Taiwan calls things, in simplified characters; the longer term before the shorter.
_TERMS = {
    "快取记忆体": "Cache",
    "快取": "Cache",
    "主记忆体": "主存",
    "记忆体": "存储器",
    "汇流排": "总线",
    "时脉": "时钟",
    "频宽": "带宽",
    "位元组": "字节",
    "位元": "位",
    "位址": "地址",
    "资料": "数据",
    "管线": "流水线",
    "暂存器": "寄存器",
    "程式": "程序",
    "硬碟": "硬盘",
    "磁碟": "磁盘",
    "网路": "网络",
    "封包": "分组",
    "讯框": "帧",
    "伫列": "队列",
    "堆叠": "栈",
    "中央处理器": "CPU",
    "档案": "文件",
    "执行绪": "线程",
    "演算法": "算法",
    "伺服器": "服务器",
    "十六进位": "十六进制",
    "十进位": "十进制",
    "二进位": "二进制",
}
_TERM = re.compile("|".join(_TERMS))


# How some sites garble a character: `數(shù)字`.
_SPELLED = re.compile(r"(?<=[\u4e00-\u9fff])\((?=[a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}\)")


def without_spelling(text: str) -> str:
    """The text without how characters are pronounced, in brackets behind them."""
    return _SPELLED.sub("", text)


def simplified(text: str) -> str:
    """The text in simplified characters and the mainland's terms; a text in such characters already stays as it is."""
    if not _TRADITIONAL.search(text):
        return text
    return _TERM.sub(lambda term: _TERMS[term[0]], _converter().convert(text))


@cache
def _converter() -> OpenCC:
    # Its dictionaries take a twentieth of a second, which most people never need.
    from opencc import OpenCC

    return OpenCC("t2s")
