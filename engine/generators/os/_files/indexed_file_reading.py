"""Reading problems about mixed indexes: how many addresses of each level, the sizes, and what is asked of the file."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.os._topic import Topic
from engine.generators.reading import INTEGER, stay_out, to_int

LEVEL_NAMES = ("直接", "一级间接", "二级间接", "三级间接")
_ITEM = r"(?:的)?(?:地址项|索引指针|索引项|地址索引|索引地址|索引|地址指针|指针|地址|块指针|盘块号|寻址|块号|块|盘块)"
_NEXT = r"(?:地址项)?(?:是|为)?(?:直接|[一二两三四单123]级|[一二三]次|[一二三双]重)"


def written_out(text: str) -> str:
    """Levels in their full words: `1个一间`, `10直接+1一级`, `前10块直接寻址，后面一次间址`."""
    digits = {
        "一": "一级间接",
        "二": "二级间接",
        "两": "二级间接",
        "三": "三级间接",
        "1": "一级间接",
        "2": "二级间接",
        "3": "三级间接",
        "单": "一级间接",
    }
    text = patterns.sub(r"(?<=偏移量)\s*\((?:按|以)字节(?:编址|为单位|计)\)", "", text)
    text = patterns.sub(r"(?<![A-Za-z])i\.?_?addr\s*[(\[]?\s*(\d+)\s*[)\]]?", r"第\1项", text)
    # `10项一次间址` behind `0～9项直接` is the item of that number, not ten of them.
    if (first := patterns.search(r"第?0\s*(?:项)?\s*(?:~|～|-|到|至)\s*第?(\d+)\s*(?:号)?项?[^,，;；。]{0,6}直接", text)) is not None or (
        first := patterns.search(r"前()(\d+)[个项](?:地址项|地址|项)?(?:是|为|用作|作)?直接", text)
    ) is not None:
        last = int(first[1]) if first[1] else int(first[2])
        for number in range(last + 1, last + 6):
            text = patterns.sub(
                rf"(?<![\d第.])第?\s*{number}\s*号?项?(?:地址项|地址)?(?:是|为|用作|作)?(?=(?:一|二|三|单|双|1|2|3)(?:级|次|重)(?:间接|间址)?)",
                f"第{number}项",
                text,
            )
    text = patterns.sub(r"(?<![级次\d个项])(?<!个 )直接\s*(\d+)(?:个|项|块)?(?=[\s,、，一二三]|$)", r"\1个直接地址项", text)
    text = patterns.sub(
        r"(?<![\d个项第])(?<!个 )([一二三])(?:间(?![接址])|(?:级|次)(?:间接|间址)?(?:索引|地址)?)(?:有)?\s*(\d+)(?:个|项)?(?=[\s,、，二三]|$)",
        lambda match: f"{match[2]}个{digits[match[1]]}地址项",
        text,
    )
    text = patterns.sub(
        r"(?:前)?\s*(\d+)\s*[个块](?:数据块)?(?:都|是|为|用|采用)?直接(?:寻址|地址|指针|索引)?[,，]?(?:后面|其余|之后|剩下|其它|其他)(?:的)?(?:都|再)?(?:走|用|采用|是|为)?(?:一个)?(一|二)[次级]间[址接]",
        lambda match: f"{match[1]}个直接地址项、1个{digits[match[2]]}地址项",
        text,
    )
    text = patterns.sub(
        r"(\d+)\s*个?\s*(?:(直接)|([一二三单])(?:间(?![接址])|[级次](?:间接|间址)?(?!页表|索引(?:结构|分配)))|([123])级(?:间接|间址)?)(?:地址项|地址索引|索引地址|索引项|地址|指针|索引|块)?",
        lambda match: f"{match[1]}个{'直接' if match[2] else digits[match[3] or match[4]]}地址项",
        text,
    )
    # `其中直接地址项8个`: the number behind.
    text = patterns.sub(
        rf"(?<![级次\d个项])(?<!个 )直接{_ITEM}(?:项)?\s*(?:有|为|是|共|各)?\s*(\d+)\s*个(?!{_NEXT})(?=[\s,、;。和])",
        r"\1个直接地址项",
        text,
    )
    return patterns.sub(r"(?<=地址项)\s*(?:\+|加上?)\s*(?=\d+个)", "、", text)


def with_plain_offsets(text: str) -> str:
    """The text with an offset in KB, or as a product of 1024 (`300KB`, `300×1024`), as a number of bytes."""
    text = patterns.sub(
        r"(?<![\d.×*])(\d{1,7})\s*[×*xX]\s*1024(?:\s*[×*xX]\s*(1024))?(?!\d|\s*[×*+])",
        lambda match: str(int(match[1]) * 1024 * int(match[2] or 1)),
        text,
    )
    return patterns.sub(
        r"(偏移(?:量|地址|位置)?(?:为|是|在|=|:)*\s*|第\s*)(\d{1,7})\s*([KM])B?(?=\s*(?:字节)?(?:的)?(?:处|位置|地方|[,，;；。)]|那个))",
        lambda match: (match[1] if match[1].startswith("偏移") else "偏移") + str(int(match[2]) << (10 if match[3].upper() == "K" else 20)),
        text,
    )


def places_of(reading: Topic) -> list[tuple[int, tuple[str, int]]]:
    """Bytes and blocks of the file that are read, with where they stand: (offset or number, value); the last byte as ("last", 0)."""
    number = r"(?P<value>\d+)"
    found: list[tuple[int, tuple[str, int]]] = []
    for match in reading.take_all(
        rf"(?:文件)?(?:内)?(?:的)?(?:(?:逻辑)?(?:字节)?偏移(?:量|地址|位置)?|逻辑字节(?:号|地址)?)(?:为|是|在|=|:)*\s*{number}(?![\d.]|\s*[KMG])(?P<more>(?:\s*(?:B|字节)?\s*[、,和]\s*\d+(?!\s*[\dKMGB]))*)\s*(?:B|字节)?(?:处|的位置)?|(?:文件)?(?:的)?第\s*(?P<other>\d+)\s*(?:个)?字节(?:处)?(?:的数据)?"
    ):
        values = [match["value"] or match["other"], *patterns.findall(r"\d+", match.groupdict().get("more") or "")]
        found += [(match.start() + at, ("offset", int(value))) for at, value in enumerate(values)]
    for match in reading.take_all(
        r"(?:文件)?(?:的)?逻辑块(?:的)?(?:编)?号(?:分别|依次|各)*(?:为|是|:)*\s*(?P<list>\d+(?:\s*[、,和与]\s*\d+)+)(?!\d|\s*[KMGB])(?:的(?:逻辑)?块|时)?"
    ):
        found += [(match.start() + at, ("number", int(value))) for at, value in enumerate(patterns.findall(r"\d+", match["list"]))]
    for match in reading.take_all(
        rf"(?:文件)?(?:的)?第\s*{number}\s*(?:号|个)?(?:逻辑|数据|文件)?块(?:\(?(?:从0开始(?:编号|计数|算)?)\)?)?|逻辑块号?(?:为|是)?\s*(?P<other>\d+)|(?P<third>\d+)号(?:逻辑|数据|文件)块"
    ):
        found.append((match.start(), ("number", int(match["value"] or match["other"] or match["third"]))))
    if last := reading.take(r"(?:读|访问)?(?:文件的?)?最后一个字节(?:处)?"):
        found.append((last.start(), ("last", 0)))
    return sorted(found, key=lambda item: (item[1][0] == "last", item[0]))


def addresses_of(reading: Topic) -> dict[int, int]:
    """How many addresses of each level; levels that are not told are absent."""
    found: dict[int, int] = {}
    degree = r"(?:[一二三]级|[一二三]次|[一二三双]重|[123]级)(?:间接|间址)?"
    if listed := reading.take(
        rf"第\s*(?P<numbers>{INTEGER}(?:\s*[、,和]\s*{INTEGER})+)\s*[项个](?:地址项|地址)?(?:依次|分别)*(?:为|是|用作|作)?(?P<degrees>{degree}(?:\s*[、,和]\s*{degree})+)(?:间接|间址)?{_ITEM}?"
    ):
        degrees = [_degree(word) for word in patterns.findall(degree, listed["degrees"])]
        if len(degrees) != len(patterns.findall(INTEGER, listed["numbers"])) or len(set(degrees)) != len(degrees):
            stay_out("ordinals that do not pair")
        found.update(dict.fromkeys(degrees, 1))
    if joined := reading.take(
        rf"一[级次]?\s*[、,和]\s*二[级次]?(?P<third>\s*[、,和]\s*三)?[级次](?:间接|间址)?(?:{_ITEM})?各有?(?:一|1)个?(?:{_ITEM})?"
    ):
        found.update(dict.fromkeys((1, 2, 3) if joined["third"] else (1, 2), 1))
    if span := reading.take(
        rf"第?\s*(?P<first>\d+)\s*(?:项|个)?\s*(?:~|-|到|至)\s*第?\s*(?P<last>\d+)\s*(?:号)?[项个]?(?:地址项|地址)?(?:都|均)?(?:是|为|用作|作)?直接(?:{_ITEM})?"
    ):
        found[0] = int(span["last"]) - int(span["first"]) + 1
    for level, word in (
        (3, r"(?:三级|三次|3级)(?:间接|间址)?|三重间接"),
        (2, r"(?:二级|两级|二次|2级)(?:间接|间址)?|二重间接|双重间接"),
        (1, r"(?:一级|一次|单级|1级)(?:间接|间址)?|一重间接|单重间接"),
        (0, r"直接"),
    ):
        if level in found:
            continue
        item = f"(?:{_ITEM})?"
        if level and (ordinals := reading.take_all(rf"第\s*{INTEGER}\s*[项个](?:地址)?(?:项)?(?:是|为|用作|作)?(?:{word})(?:地址)?{item}")):
            found[level] = len(ordinals)
            continue
        if level and (each := patterns.search(rf"(?:{word})[^,。;]{{0,14}}各有?(?P<value>{INTEGER})个?", reading.rest)):
            found[level] = to_int(each["value"])
            continue
        value = reading.take_one(
            (
                rf"(?:前)?(?P<value>{INTEGER})\s*[个项](?:地址项|索引项|地址)?(?:是|为|用于|用作)?(?:{word})(?:地址)?{item}(?:块)?",
                rf"(?:{word})(?:地址)?{item}(?:块)?(?:的?个?数)?(?:分别)?(?:各)?(?:有|为|是|共|:|=)*(?P<value>{INTEGER})\s*[个项](?!{_NEXT})",
                rf"(?:{word})(?:地址)?{item}(?:块)?(?:的?个?数)?(?:分别)?(?:各)?(?:有|为|是|共|:|=)*(?P<value>{INTEGER})(?!\s*[\dKMGB个项级次]|{_NEXT})",
            ),
            to_int,
        )
        if value is not None:
            found[level] = value
    reading.take_all(
        rf"(?:(?:[一二三123]级|[一二三]次)(?:间接|间址)?(?:{_ITEM})?(?:、|和|与|及|,)?)+(?:{_ITEM})?各有?(?:{INTEGER})个?(?:{_ITEM})?"
    )
    reading.take_all(r"(?<=\ue000)(?:加上?|外加|再加)(?:上)?(?=\ue000)")
    reading.take_all(r"\(?没有直接(?:地址|索引)?(?:项)?(?:和|与|、)一级间接(?:地址|索引)?(?:项)?\)?")
    return found


def _degree(word: str) -> int:
    return {"一": 1, "1": 1, "二": 2, "双": 2, "2": 2, "三": 3, "3": 3}[word[0]]
