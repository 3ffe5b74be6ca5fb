"""Addresses and their parts in one spelling."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import stay_out

_PAGES = r"(?:逻辑|虚拟?)?页(?:面)?号?(?!框|帧)"
_FRAMES = r"(?:物理)?(?:页框|物理块|块|帧|页帧|内存块|主存块)号?"
_COLUMN = rf"{_PAGES}|{_FRAMES}"


def plain(text: str) -> str:
    """The text with the short names of the parts of an address written out, and hexadecimal numbers without spaces."""
    text = normalise(text)
    # `0→3，1→7（前面页号后面块号）` says what the pairs are.
    text = patterns.sub(
        rf"\(?(?:箭头)?(?:前|左)(?:面|者|边)?(?:的)?(?:是|为)?{_PAGES}[,，、]?(?:箭头)?(?:后|右)(?:面|者|边)?(?:的)?(?:是|为)?{_FRAMES}\)?(?=[,，。;]|$)",
        "",
        text,
    )
    text = patterns.sub(
        r"(?:一个)?由\s*(\d+)\s*个\s*(\d+\s*[KM]?(?:B|字节|字))(?:大小)?的(?:页面|页)(?:组成|构成)的((?:逻辑|虚拟|虚)(?:地址)?空间)",
        r"\3有\1页,每页\2",
        text,
    )
    text = patterns.sub(
        r"(?P<who>作业|进程|程序)(?:共|有|共有)?\s*(?P<pages>\d)\s*页[,，](?:分别|依次)?(?:被)?(?:分别|依次)?装入(?:到)?(?P<where>主存|内存)(?:的)?(?:第)?\s*(?P<list>\d+(?:\s*[、,]\s*\d+)+)\s*号?(?P<block>物理块|页框|块|帧)\s*\(页号(?:为)?0\s*[~～-]\s*(?P<last>\d)\)",
        lambda row: (
            f"{row['who']}有{row['pages']}页,页号为{'、'.join(str(page) for page in range(int(row['pages'])))},分别装入{row['where']}的{row['list']}{row['block']}"
            if int(row["last"]) + 1 == int(row["pages"]) == len(patterns.findall(r"[0-9]+", row["list"]))
            else row[0]
        ),
        text,
    )
    # `页号0对应块号3，页号1对应块号7`; `页表为2，3，1（依次为0～2页的块号）`.
    pair = r"页号?\s*(\d{1,2})\s*(?:对应|→|在|存放在|装入)(?:的)?(?:物理)?(?:块号|块|页框号|页框|帧号)\s*(\d{1,4})"
    text = patterns.sub(
        rf"{pair}(?:\s*[,;、，；]\s*{pair}){{1,15}}(?![\d号])",
        lambda row: "、".join(f"{page}→{frame}" for page, frame in patterns.findall(pair, row[0])),
        text,
    )
    text = patterns.sub(
        r"页表为\s*(?P<list>\d+(?:\s*[、,]\s*\d+)+)\s*\((?:依次|分别)(?:为|是)(?:第)?0\s*[~～-]\s*(?P<last>\d{1,2})\s*(?:号)?页(?:的)?(?:物理)?(?:块号|页框号)\)",
        lambda row: (
            f"页表为{'、'.join(f'{page}→{frame}' for page, frame in enumerate(patterns.findall(r'[0-9]+', row['list'])))}"
            if len(patterns.findall(r"[0-9]+", row["list"])) == int(row["last"]) + 1
            else row[0]
        ),
        text,
    )
    # `作业依次装入2、3、7号物理块，即页表为0→2……`: as many pages as blocks.
    text = patterns.sub(
        r"(?P<who>作业|进程|程序)(?:的各页)?(?:依次|分别|先后)(?:被)?装入(?:了|到)?(?:内存)?(?:的)?(?:第)?\s*(?P<list>\d+(?:\s*[、,]\s*\d+)+)\s*号?(?:物理块|页框|块|帧)[,;，；](?:即)?(?:其)?页表(?:如下|为|是|:|：)*",
        lambda row: f"{row['who']}共有{len(patterns.findall(r'[0-9]+', row['list']))}页,页表为:",
        text,
    )
    text = patterns.sub(r"((?:逻辑|虚拟|虚|物理)地址)\s*十进制(?:数)?\s*(?=\d)", r"十进制\1", text)
    text = patterns.sub(r"(?<![0-9A-Za-z])([0-9A-F]{4}) ([0-9A-F]{4}\s?H)(?![0-9A-Za-z])", r"\1\2", text)
    text = patterns.sub(r"(?<![0-9A-Za-z])(0[xX][0-9A-Fa-f]{4}) ([0-9A-Fa-f]{4})(?![0-9A-Za-z])", r"\1\2", text)
    text = patterns.sub(r"(?<![0-9A-Za-z])(\d[0-9A-F]*)\s*\(\s*(?:H|16|十六进制)\s*\)", r"\1H", text)
    text = patterns.sub(
        r"(?<![0-9A-Za-z])([01]{4}(?: [01]{4}){1,7})\s*\((?:二进制)(?:\d+位)?\)",
        lambda match: f"{int(match[1].replace(' ', ''), 2):X}H",
        text,
    )
    text = patterns.sub(r"(?<![0-9A-Za-z])(\d+)\s*(?:D(?![0-9A-Za-z])|\(\s*(?:D|10|十进制)\s*\))", r"\1", text)
    text = patterns.sub(r"(?<=地址)((?:分别|依次)?(?:为|是|:|：)?\s*)(?=\d*[2-9])(\d+)\s*(?:B|字节)(?![0-9A-Za-z/])", r"\1\2", text)
    text = patterns.sub(r"(?<=地址)\s*\(\s*(?:用|以)?十进制(?:数)?\s*\)\s*(?=\d)", "", text)
    text = patterns.sub(
        r"(?<![\d.])第?(\d{1,2})\s*(?:~|到|至)\s*第?(\d{1,2})\s*位(?:用来|用于)?(?:表示|用作|作为|作|是|为)(?=(?:段|页)(?:号|内))",
        r"\1~\2位为",
        text,
    )
    text = patterns.sub(r"(?<=地址)结构(?=(?:的)?(?:长度|长)(?:为|是)?\s*\d+\s*位)", "", text)
    text = patterns.sub(
        r"(?:第)?(?<![\d、.])(?P<pages>0(?:\s*[、,]\s*\d{1,2}){1,9})\s*(?:号)?页的(?:物理)?(?P<what>页框|物理块|块)号(?:分别|依次|各)*(?:为|是)\s*(?=\d)",
        r"页号\g<pages>对应页框号",
        text,
    )
    # `页表(页号-块号)：0-2，1-3` says what the pairs are.
    text = patterns.sub(
        rf"(?<![\d号HB 个])[(,]?\s*(?:格式|形式|写成)?(?:为|是|:)?(?:{_COLUMN})\s*(?:-+>?|→|/|—+>?|:|,|，|对|到|=)\s*(?:{_COLUMN})\s*[)）]?(?=\s*[:：]?\s*\d)",
        " ",
        text,
    )
    # A letter beside the name of what it stands for: `页长L=2048`, `页号P和位移W`.
    text = patterns.sub(r"(?<=[长号移量址小])\s*\(?[LABEPWDVSapwd]\)?(?=\s*(?:=|和|与|及|、|各|应|为|是|,|。|\?|$))", "", text)
    # `逻辑页(0,1,2)对应物理帧(3,4,6)`: rows in brackets; and the letter of an address.
    text = patterns.sub(
        r"(?:逻辑页|虚页|页号?)\s*\(\s*(?P<pages>\d{1,2}(?:\s*[,、]\s*\d{1,2}){1,9})\s*\)\s*(?:分别|依次)?对应(?:的|于)?(?:物理)?(?:页框|物理块|块|帧|页帧)号?\s*\(\s*(?P<frames>\d{1,4}(?:\s*[,、]\s*\d{1,4}){1,9})\s*\)",
        r"页号\g<pages>对应页框号\g<frames>",
        text,
    )
    text = patterns.sub(r"(?P<before>地址|[和与、])\s*(?<![A-Za-z0-9])[A-Z]\d\s*=\s*(?=\d{2,})", r"\g<before>", text)
    # An arrow for the word: `虚地址 → 物理地址`, `虚页 0,1,2 → 页框 5,8,3`; and a power beside the size.
    text = patterns.sub(r"(?<=[址H])\s*→\s*(?=(?:物理|实)地址)", "转换为", text)
    text = patterns.sub(
        r"(?:虚|逻辑)?页(?:面)?号?\s*(\d{1,2}(?:\s*[,、]\s*\d{1,2}){1,9})\s*→\s*(?:物理)?(?:页框|物理块|块|帧|页帧)号?\s*(?=\d)",
        r"页号\1对应页框号",
        text,
    )
    text = patterns.sub(r"(?<=\d[KM]B)\s*=\s*2\s*\^\s*\d{1,2}(?:B|字节)?(?=[,;。，；]|$)", "", text)
    # `虚页0-3装在块9、5、11、2`: a range, and no row of two.
    text = patterns.sub(
        r"(?<![\d、,])0\s*-\s*(\d{1,2})(?=\s*号?(?:虚|逻辑)?页?(?:分别|依次|各|被)*(?:装|放|存|在|对应|映射|调入))", r"0~\1", text
    )
    text = patterns.sub(r"(?<=多少)\s*\(?H\)?(?![A-Za-z])", "", text)
    text = patterns.sub(r"(?<=[是为])\s*H(?=\s*(?:[,;。，；]|$))", "多少", text)
    text = patterns.sub(r"(?m)^[ \t\u3000]+|[ \t\u3000]+$", "", text)
    text = patterns.sub(r"\([01]\s*(?:表示|:|=|为|代表)[^()\n]{0,16}\)", "", text)
    for short, full in (
        ("VPN", "页号"),
        ("PP[NO](?=H)|PPN|PFN", "页框号"),
        ("VPO|PPO", "页内偏移"),
        ("VA", "虚拟地址"),
        ("PA", "物理地址"),
    ):
        text = patterns.sub(rf"(?<![A-Za-z])(?:{short})(?![A-Za-z])", full, text)
    text = patterns.sub(
        r"\((?:均|都|全|请|地址|数字)*(?:用|以|为|是)?(?:十六进制|十进制|二进制|16进制|10进制|H)(?:数|形式|表示|作答|写法)*\)(?!\d)",
        " ",
        text,
    )
    text = patterns.sub(r"(?<=地址)(?:的)?有效位(?:数)?(?!\s*[为是=]\s*[01](?!\d))", "位数", text)
    return patterns.sub(r"虚拟页号|虚页(?=号)", lambda match: "页号" if match[0] == "虚拟页号" else "页", text)


def with_widths(text: str) -> str:
    """The text with `31~24位为段号` as a number of bits; the unit behind a blank is in every answer anyway."""
    text = patterns.sub(r"(?<=几|\)|_)\s*K(?=\s*[,，。;；])", "", text)
    return patterns.sub(
        r"(?:第)?(?<!\d)(\d{1,2})\s*位?\s*(?:~|～|-|到|至)\s*第?(\d{1,2})\s*位?\s*(?:表示|用作|作为?|是|为)\s*(段号|(?:段内)?页号|(?:页内|段内)(?:偏移量?|地址|位移量?))",
        lambda told: f"{told[3]}占{abs(int(told[1]) - int(told[2])) + 1}位",
        text,
    )


_WORDS_TOLD = re.compile(r"(?<![\d.A-Za-z])(\d+\s*[KM]?)\s*个?字(?![节长符段母])")


def words_as_bytes(text: str) -> tuple[str, bool]:
    """The text with `1024 字` as `1024 B`, and whether it was so: a text that tells words and no bytes gives every word an address.

    Raises:
        StayOut: words and bytes.
    """
    if _WORDS_TOLD.search(text) and patterns.search(r"字节|\d\s*[KMG]?B(?![A-Za-z])|字长|双字|半字", text):
        stay_out("words of which the bytes are not told")
    text, words = _WORDS_TOLD.subn(r"\1B", text)
    return text, bool(words)


def of_one_segment(text: str) -> str:
    """A problem of paged segments that tells the page table of one segment, with an address in that, as a problem of pages."""
    if (
        "段页" not in text
        or len(patterns.findall(r"号段的页表|段的页表|段\d+的页表", text)) != 1
        or len(patterns.findall("段内", text)) != 1
    ):
        return text
    inside = patterns.search(r"段内(?:地址|偏移量?|位移量?)(?:为|是|=)*\s*(?P<value>\d+)(?!\d|[A-Za-z])", text)
    limit = patterns.search(r"(?:段\d+|\d+号段)?(?:的)?段长(?:为|是|=)*\s*(?P<value>\d+)\s*(?P<unit>K?)B?(?![A-Za-z])", text)
    if inside is None or ("段长" in text and limit is None):
        return text
    if limit is not None:
        if int(inside["value"]) >= int(limit["value"]) * (1024 if limit["unit"] else 1):
            return text
        text = text.replace(limit[0], "")
    text = patterns.sub(r"(?:逻辑地址)?\s*\(\s*段号\s*S?\s*=?\s*\d+\s*[,，]\s*(?P<inside>段内[^()]*)\)", r"\g<inside>", text)
    text = patterns.sub(r"段号\s*S?\s*=?\s*\d+\s*[,，]?|(?:段表里)?(?:\d+号段|段\d+)的(?=页表)|段页式(?:的|系统)?[,，:：]?", "", text)
    return patterns.sub(r"段内(?:地址|偏移量?|位移量?)(?:为|是|=)*\s*(?=\d)", "逻辑地址", text)
