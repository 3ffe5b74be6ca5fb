"""Traditional characters as simplified ones, which all readers know."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

# Characters that only traditional texts have, and of which no problem is without one.
_TRADITIONAL = re.compile("[個價們問單圖場塊學對幾後從應數時條樣為無種經與處號見計記設該這過錢長間開關隊題體點]")

# What is called otherwise where traditional characters are written; the longer before the shorter. OpenCC's own phrases would also change
# words that texts converted from simplified characters have (`序列`, `程序`).
_TERMS = (
    ("位元组", "字节"),
    ("档案", "文件"),
    ("磁碟", "磁盘"),
    ("硬碟", "硬盘"),
    ("资料", "数据"),
    ("快取记忆体", "高速缓存"),
    ("记忆体", "内存"),
    ("快取", "缓存"),
    ("程式", "程序"),
    ("执行绪", "线程"),
    ("演算法", "算法"),
    ("伫列", "队列"),
    ("网路", "网络"),
    ("频宽", "带宽"),
    ("位址", "地址"),
    ("伺服器", "服务器"),
    ("十六进位", "十六进制"),
    ("十进位", "十进制"),
    ("二进位", "二进制"),
)


def simplified(text: str) -> str:
    """The text in simplified characters and the terms that go with them; a text in them already stays as it is."""
    if not _TRADITIONAL.search(text):
        return text
    text = _converter().convert(text)
    for term, usual in _TERMS:
        text = text.replace(term, usual)
    return text


@cache
def _converter() -> OpenCC:
    # Its dictionaries take a twentieth of a second, which most people never need.
    from opencc import OpenCC

    return OpenCC("t2s")
