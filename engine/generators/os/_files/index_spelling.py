"""Problems of an index node in one wording: items that are named by their places, the name of a file, what an introduction says once more."""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import to_int

_ITEM = r"(?:i\.?_?addr|addr|i_?block|地址项|索引项|第)\s*[(\[]?\s*{}\s*[)\]]?\s*(?:号|项|个)?"
_LEVEL = r"(?P<level>直接|[一二三123单双]\s*(?:级|次|重)(?:间接|间址))(?:地址|寻址)?(?:索引)?(?:地址|寻址)?(?:项|块)?"
_RANGE = re.compile(
    rf"(?:其中|而|,)?(?P<list>{_ITEM.format(r'(?P<first>[0-9]{1,2})')}\s*(?:~|～|-|—|到|至)\s*{_ITEM.format(r'(?P<last>[0-9]{1,2})')})\s*(?:均|都|分别)?(?:为|是|采用|用作|用于|:)*\s*{_LEVEL}",
    re.IGNORECASE,
)
_SINGLE = re.compile(rf"(?:i\.?_?addr|addr|i_?block)\s*[(\[]?\s*\d{{1,2}}\s*[)\]]?\s*(?:为|是|采用|用作|用于|:)*\s*{_LEVEL}", re.IGNORECASE)
_ALL = re.compile(
    r"(?<=个地址项)\s*\(?\s*(?:i\.?_?addr|addr|i_?block)\s*[(\[]?\s*0\s*[)\]]?\s*(?:~|～|-|—|到|至)\s*(?:i\.?_?addr|addr|i_?block)?\s*[(\[]?\s*\d{1,2}\s*[)\]]?\s*\)?",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"(?:文件的?)?(?:逻辑块|逻辑盘块|逻辑数据块)(?:的)?号(?:码)?(?:分别|依次)?(?:为|是|:)\s*(?P<list>\d{1,7}(?:\s*[、,和与及]\s*\d{1,7}){1,4})(?:的)?(?:数据|信息|内容)?(?=[,。;时])"
)
_NAMES = {"1": "一", "2": "二", "3": "三", "单": "一", "双": "二"}
_TERMS = tuple(
    (re.compile(pattern, re.IGNORECASE), usual)
    for pattern, usual in (
        # Whose file system it is.
        (
            r"^(?!.{0,12}(?:采用|使用|压缩|加密|日志|镜像|网络|分布|虚拟|只读))[\u3400-\u9fff]{2,8}?(?:写|做|用|上|里|卡|机|头)?的(?:玩具|简易|教学|小型?)?文件系统",
            "某文件系统",
        ),
        (r"它在(?:该)?文件(?:中|里)?的第几个逻辑块(?:\(从0(?:开始)?(?:算|计|编号)?(?:起)?\))?", "它在第几个逻辑块"),
        (r"[,;](?:别的|其他的?|其余的?)(?:都|均)?不在(?:内存)?(?=[,;。])", ""),
        (r"\((?:均|都)?(?:字节)?(?:从偏移(?:量)?\s*0(?!\d)|偏移(?:量)?从\s*0(?!\d))\s*(?:开始)?(?:计算?|计数|编号|算)?(?:起)?\)", ""),
        (r"连接(?=文件|结构|分配)", "链接"),
        # What a word means.
        (r"\((?:即|也就是|就是|指)[^()\d]{4,60}\)", ""),
        (
            r"(?<![A-Za-z\d])[A-Za-z_][A-Za-z\d_]{0,24}\.(?:dll|txt|docx?|c|cpp|exe|dat|pdf|py|mp4|jpg|log|bin|h)\s*(?=文件|的)",
            "",
        ),
        (r"(?:文件存储)?采用(?:文件)?索引(?:节点|结点)(?:法|方式|方法)(?=[,。;])", "采用索引节点"),
        # That three levels are there at most is said once more by the items.
        (
            r"(?:采用|使用)?\s*(?:类)?\s*(?:UNIX|Linux)?(?:的)?\s*[三3]级(?:间接)?索引(?:结构|组织|分配|方式|文件)*(?=[,。;](?=[^。]{0,40}(?:地址项|直接)))",
            "采用索引结构",
        ),
        # The main table, place by place.
        (
            r"(?:主索引表|索引节点|主索引)(?:含有|有|包含|中有)*\s*\d{1,2}\s*个(?:块)?地址(?:指针|项)?,?\s*(?:其中)?,?前\s*(?P<direct>\d{1,2})\s*个(?:直接)?(?:指向|存放|为|是)*(?:盘块号|物理块|数据块|直接地址|盘块),?"
            r"(?:第\s*\d{1,2}\s*个)(?:指向|为|是)(?:一级索引表?|一次间接(?:地址)?),?(?:第\s*\d{1,2}\s*个)(?:指向|为|是)(?:二级索引表?|二次间接(?:地址)?),?(?:第\s*\d{1,2}\s*个)(?:指向|为|是)(?:三级索引表?|三次间接(?:地址)?)",
            r"有\g<direct>个直接地址项,1个一级间接地址项,1个二级间接地址项,1个三级间接地址项",
        ),
        (r"(?:文件的?)?(?:物理)?结构(?:采用|是|为)(?:的)?[三3]级索引的?\s*UNIX(?:的)?结构(?=[^。]{0,60}(?:地址项|直接))", "采用索引结构"),
        # A bitmap by its words, and in the unit that is asked.
        (
            r"(?:位示图|位图)按\s*(?P<bits>\d{1,2})\s*位的字组织",
            r"位示图的字长为\g<bits>位",
        ),
        (
            r"[,;]?(?:且)?第\s*i\s*(?:个)?字的?第\s*j\s*位\s*(?:\(\s*i、\s*j\s*均从\s*0\s*(?:开始)?(?:计|编号|计数)?\s*\))\s*对应(?:的)?块号(?:为)?\s*\d+\s*i\s*\+\s*j",
            ",字号、位号均从0开始",
        ),
        (r"(?<![\d.])(?:1|一)\s*个(?=(?:物理|磁)?盘块)", ""),
        (r"(?:1|一)\s*个\s*(?P<size>\d+\s*[TGM]B)\s*(?:的)?\s*(?P<disk>硬盘|磁盘)", r"\g<size>的\g<disk>"),
        (r"(?<=法)管理(?:磁盘块|盘块)(?:的)?空闲(?:情况|状态)", "管理磁盘空间"),
        (r"占用多少\s*[KMG]B\s*(?:的)?(?:磁盘)?(?:存储)?空间", "占用多少空间"),
        # The blank is the level, as the options say.
        (
            r"(?:则)?(?:系统)?(?:应|应该|要|需)?(?:分别|依次)?(?:采用|使用)(?:的是)?\s*(?:\(\s*\)|多少|几)(?=\s*[。;,?]|\s*$)",
            "分别采用哪级索引",
        ),
        (
            r"(?P<most>(?:文件|的)?最[大长](?:尺寸|长度|大小|文件)?(?:长度)?)\s*(?:不能|不会|不)超过(?:下列|以下|下面)(?:哪一?个|哪一?项|哪种|的?什么)(?:数值|值)?",
            r"\g<most>是多少",
        ),
    )
)


def _counted(found: re.Match[str]) -> str:
    level = patterns.sub(r"\s", "", found["level"])
    level = _NAMES.get(level[0], level[0]) + level[1:]
    if level != "直接":
        level = f"{level[0]}级间接"
    count = int(found["last"]) - int(found["first"]) + 1 if "last" in found.groupdict() else 1
    return f"{count}个{level}地址项," if count > 0 else found[0]


def index_spelling(text: str) -> str:
    """The text, normalised, with its items counted."""
    # A blank for the letter of the options behind blanks for the values.
    text = (
        patterns.sub(r"(?<=[。?])\s*\(\s*\)\s*$", "", normalise(text))
        if len(patterns.findall("多少|_{2,}|\\( *\\)", text)) > 1
        else normalise(text)
    )
    text = patterns.sub(
        r"(?<![一二三四五六七八九十第])(十[一二三四五]?|[二三]十)\s?个(?=地址项|地址指针|块指针|索引项)",
        lambda told: f"{to_int(told[1])}个",
        text,
    )
    for pattern, usual in _TERMS:
        text = pattern.sub(usual, text)
    text = _NUMBERS.sub(lambda found: "、".join(f"第{number}号逻辑块" for number in patterns.findall(r"\d+", found["list"])), text)
    if len(_RANGE.findall(text)) and _SINGLE.search(_RANGE.sub(" ", text)):
        text = _ALL.sub("", text)
        text = patterns.sub(r",\s*\n", ",", _SINGLE.sub(_counted, _RANGE.sub(_counted, text)))
        listed = patterns.search(r"(?:其中)?[,:。\s]*(?P<list>(?:\d+个(?:直接|[一二三]级间接)地址项,?\s*){2,4})", text)
        if listed is not None:
            total = sum(int(count) for count in patterns.findall(r"(\d+)个", listed["list"]))
            whole = patterns.search(rf"(?<=有|含|括)\s*{total}\s*个地址项(?=,每)", text[: listed.start()])
            if whole is not None:
                items = listed["list"].strip(" ,\n")
                text = f"{text[: whole.start()]}{items}。{text[whole.end() : listed.start()].lstrip(',')}。{text[listed.end() :]}"
    return text


def index_spelled(recogniser: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A recogniser that reads the text in `index_spelling`."""

    def recognise(text: str) -> Recognition | None:
        return recogniser(index_spelling(text))

    return recognise
