"""One wording for circular queues: index ranges, the names of the two indices, and elements that are queued by their names."""

from __future__ import annotations

import re

from engine.generators import patterns

AND = r"\s*[和与、,跟及]\s*"


_SENTENCE = re.compile(r"[^。;?!\n]*[。;?!\n]*")
_NUMBER = re.compile(r"^\s*\(?[1-9]\)\s*")
_STATE = re.compile(
    r"(?<![A-Za-z])(?:front|rear|length|count)\s*(?:==?|为|是)\s*\d+(?:\s*[,、和且]\s*(?:front|rear|length|count)\s*(?:==?|为|是)\s*\d+)*|队列?(?:已|正好|刚好)*满时",
    re.IGNORECASE,
)
_ASKS = re.compile(r"多少|(?<!第)几|哪|什么|求|[?]|写出|给出")
_OPERATION = re.compile(r"入队|出队|进队|删除|插入|取出")


def case_texts(text: str) -> list[str]:
    """The text for each of its questions, where one of them tells a state of its own; itself alone where none does."""
    sentences = [match[0] for match in _SENTENCE.finditer(text) if match[0].strip()]
    asking = [each for each in sentences if _ASKS.search(each)]
    if (
        len(asking) < 2
        or not any(_STATE.search(each) for each in asking)
        or any(_OPERATION.search(each) and not _STATE.search(each) for each in asking)
    ):
        return [text]
    told = "".join(each for each in sentences if each not in asking)
    texts = []
    for each in asking:
        common = _STATE.sub(" ", told) if _STATE.search(each) else told
        texts.append(common + "\n" + _NUMBER.sub("", each))
    return texts


def one_wording(text: str) -> str:
    """The text with index ranges and the names of the two indices written in one way."""
    if patterns.search(r"end1(?:指针)?(?:指向|为|是)(?:队头|队首)", text):
        text = patterns.sub("end1", "front", patterns.sub("end2", "rear", text))
        text = patterns.sub(r"(?:队列)?两端[均都]?(?:可以?|能)?(?:进行)?入队[和、与]出队(?:操作)?[,。;]?", "", text)
    # Before reading: an index range is not an ellipsis.
    text = patterns.sub(r"(?<!\d)0\s*(?:\.{2,3}|…+|~|-+|—+|至|到|:)\s*(\d+)(?:[\])]|(?!\d))", r"下标零起至\1。", text)
    text = patterns.sub(
        r"(下标零起至(\d+)。)\s*,?(?:一共|共|总共)?有?(\d+)个(?:单元|位置|元素空间)?",
        lambda match: match[1] if int(match[3]) == int(match[2]) + 1 else match[0],
        text,
    )
    text = patterns.sub(r"(?<!\d)0\s*(?:\.{2,3}|…+|~|-|至|到|:)\s*(?:m|n|maxsize|M|N)\s*-\s*1", "下标零起。", text, flags=re.IGNORECASE)
    text = patterns.sub(
        r"(?<![\d.])1\s*(?:\.{2,3}|…+|~|-+|—+|至|到|:)\s*(\d+)(?:[\])]|(?!\d))(?=\s*(?:\)|\(|[,;。作存当实表为的用里中循]|$))",
        r"下标一起至\1。",
        text,
    )
    text = patterns.sub(r"(?<![\d.])1\s*(?:\.{2,3}|…+|~|-|至|到|:)\s*(?:m|n|maxsize)(?![A-Za-z])", "下标一起。", text, flags=re.IGNORECASE)
    text = patterns.sub(r"环形缓冲区?|(?<=[\u4e00-\u9fff,。;])缓冲区(?=[里中])", "循环队列", text)
    text = patterns.sub(r"(读|写)(?:下标|位置|索引)(?=\s*[A-Za-z=为是])", r"\1指针", text) if "读" in text and "写" in text else text
    text = patterns.sub(r"环形数组|循环缓冲区?", "循环队列", text)
    text = patterns.sub(r"槽位?(?![\u4e00-\u9fff]*函数)", "单元", text)
    if "缓冲" in text:
        text = patterns.sub(r"条?消息|个?数据包|个?报文", "个元素", text)
    if patterns.search(r"(?<![A-Za-z])in\s*指[^,;。]{0,6}[写存放]", text) and patterns.search(
        r"(?<![A-Za-z])out\s*指[^,;。]{0,6}[读取]", text
    ):
        text = patterns.sub(r"(?<![A-Za-z])in(?![A-Za-z])", "rear", patterns.sub(r"(?<![A-Za-z])out(?![A-Za-z])", "front", text))
        text = patterns.sub(r"(?:下一个|下次)(?:要|将要?|待)?(?:读取?|取)出?的?(?:数据|元素)?的?(?:位置|单元|下标)", "队头元素", text)
    letters = [patterns.search(rf"{word}指针\s*(?:为|是|记为|用)?\s*([A-Za-z])(?![A-Za-z])", text) for word in "写读"]
    if letters[0] and letters[1] and letters[0][1] != letters[1][1]:
        pointers = {letters[0][1]: "rear", letters[1][1]: "front"}
        text = patterns.sub(r"(?<![A-Za-z])([A-Za-z])(?![A-Za-z])", lambda match: pointers.get(match[1], match[0]), text)
        text = patterns.sub(r"(?:下一个|下次)(?:要|将要?|待)?读[取出]?的?(?:数据|元素)?的?(?:位置|单元|下标)", "队头元素", text)
        text = patterns.sub(r"未读取?的?(?:数据|字节|元素)?", "元素", text)
    text = patterns.sub(r"(?<![A-Za-z])capacity\s*=\s*(?=\d)", "容量为", text)
    text = patterns.sub(r"(?<=[队列组])\s*size\s*=\s*(?=\d)", "容量为", text)
    text = patterns.sub(r"最后一个元素", "队尾元素", text)
    text = patterns.sub(
        r"(?:判断|判定)?(?:循环)?队列(?:\([^()]*\))?是否(?:已|为|已经)?满(?=的条件)",
        lambda match: patterns.sub(r"(?:判断|判定|是否(?:已|为|已经)?满)", "", match[0]) + "队满",
        text,
    )
    text = patterns.sub(
        r"front\s*(?:为|是|表示|记录)队头(?:元素)?(?:的|所在的?)?(?:下标|位置)", "front指向队头元素", text, flags=re.IGNORECASE
    )
    text = patterns.sub(r"写指针\s*(?=rear)|读指针\s*(?=front)", "", text, flags=re.IGNORECASE)
    text = patterns.sub(r"写指针", "尾指针", patterns.sub(r"读指针", "头指针", text)) if "读指针" in text and "写指针" in text else text
    text = patterns.sub(r"最[早先](?:入队|进队|进入队列|进来|存入|写入|放入)?的?(?:那个)?(?:元素|数据)", "队头元素", text)
    text = patterns.sub(r"最[晚后近新](?:一个)?(?:入队|进队|进入队列|进来|存入|写入|放入)的?(?:那个)?(?:元素|数据)", "队尾元素", text)
    text = patterns.sub(
        r"(?:下一个|下一次)(?:要|可以?|将要?)?(?:写入|存入|放入|写|存放?)的?(?:元素)?的?(?:位置|单元|下标)", "下一个待插入位置", text
    )
    text = patterns.sub(r"(?<![A-Za-z])(?:MAXN|maxn|MAX|QSIZE|QueueSize|MaxLen|maxlen)(?![A-Za-z])", "maxsize", text)
    text = patterns.sub(r"(?<![A-Za-z])[A-Z_]{1,8}SIZE(?![A-Za-z])", "maxsize", text)
    text = patterns.sub(r"(?<![A-Za-z])head(?![A-Za-z])", "front", text, flags=re.IGNORECASE)
    text = patterns.sub(r"(?<![A-Za-z])tail(?![A-Za-z])", "rear", text, flags=re.IGNORECASE)
    text = patterns.sub(r"队首", "队头", text)
    # `a,b,c,d依次入队`: so many elements.
    text = patterns.sub(
        r"(?:入队|进队)\s*(\d{1,3}(?:\s*[,、 ]\s*\d{1,3}){1,9})(?=\s*(?:[,;。]|$|后|之后|再|然后|共|这))",
        lambda match: f"入队{len(patterns.findall('[0-9]+', match[1]))}个元素",
        text,
    )
    named = r"(?<![A-Za-z0-9])[A-Za-z](?:\s*[,、 ]\s*[A-Za-z](?![A-Za-z0-9])){1,9}"
    text = patterns.sub(
        rf"(?:元素)?\s*({named})\s*这?(?:[一二两三四五六七八九十\d]个)?(?:元素)?(?:依次|先后|顺序|分别|都|逐个|陆续)*(?:入队|进队|插入)列?",
        lambda match: f"入队{len(patterns.findall('[A-Za-z]', match[1]))}个元素",
        text,
    )
    text = patterns.sub(
        rf"(?:元素)?\s*({named})\s*这?(?:[一二两三四五六七八九十\d]个)?(?:元素)?(?:依次|先后|顺序|分别|都|逐个|陆续)*(?:出队|退队)列?",
        lambda match: f"出队{len(patterns.findall('[A-Za-z]', match[1]))}个元素",
        text,
    )
    text = patterns.sub(
        rf"(?:入队|进队|(?<![\u4e00-\u9fff])入)\s*({named})(?!\s*=)",
        lambda match: f"入队{len(patterns.findall('[A-Za-z]', match[1]))}个元素",
        text,
    )
    text = patterns.sub(
        r"(?:头尾|首尾|队头队尾|队头、队尾|头、尾)指针(?:分别|依次)?[为是用]?\s*f\s*(\([^()]*\))\s*[和与、,]\s*r(?![A-Za-z])",
        r"头指针f,front\1和尾指针r,rear",
        text,
    )
    text = patterns.sub(r"(?:头尾|首尾|队头队尾)指针(?:分别|依次)?[为是用]?\s*f\s*[和与、,]\s*r(?![A-Za-z])", "头指针f和尾指针r", text)
    if patterns.search(r"头指针\s*为?\s*f(?![A-Za-z])", text):
        text = patterns.sub(r"(?<![A-Za-z])f(?![A-Za-z])", "front", text)
        text = patterns.sub(r"(?<![A-Za-z])r(?![A-Za-z])", "rear", text)
    text = patterns.sub(
        r"rear\s*\(\s*(?:指向)?(?P<place>(?:下一|后一|队尾)[^()]*)\)(?=的值|为|是|=|应)",
        r"rear指向\g<place>,rear",
        text,
        flags=re.IGNORECASE,
    )
    text = patterns.sub(
        r"front\s*\(\s*(?:指向)?(?P<place>队[头首](?:元素)?[^()\d]{0,8})\)(?=的值|为|是|应)",
        r"front指向\g<place>,front",
        text,
        flags=re.IGNORECASE,
    )
    text = patterns.sub(
        r"rear\s*(?:=\s*(?P<value>\d+))?\s*\(\s*(?:指向)?(?=下一|后一个?空)",
        lambda match: (f"rear={match['value']}," if match["value"] else "") + "rear指向",
        text,
        flags=re.IGNORECASE,
    )
    # `front=47是队头`, `rear=7(队尾元素的下一个位置)`
    text = patterns.sub(
        r"(?P<name>front|rear)\s*(?:=|为|是)\s*(?P<value>\d+)(?:\s*\(\s*(?:指向|指的?是|是|即|为)?|\s*,?\s*(?:指[向着在示]?|就是)|\s*是|\s+)(?=(?:队列?)?的?队?[头首尾](?!指针))",
        r"\g<name>=\g<value>,\g<name>指向",
        text,
        flags=re.IGNORECASE,
    )
    for name, word in (("front", "(?:队头|头)"), ("rear", "(?:队尾|尾)")):
        text = patterns.sub(
            rf"{name}(?:分别)?(?:为|是|作为|表示|指)?{word}部?(?:指针|指示器|游标)|{word}部?(?:指针|指示器|游标)[为是]?\s*\(?{name}\)?(?!\s*=)|{word}部?(?:指针|指示器|游标)(?=\s*{name})|{word}部?(?:指针|指示器|游标)",
            f"{name}",
            text,
            flags=re.IGNORECASE,
        )
        text = patterns.sub(rf"{name}\s*{name}", name, text, flags=re.IGNORECASE)
    return patterns.sub(
        rf"front{AND}rear(?:分别|依次|各)*(?:为|是|作为|表示|指)(?:队列的?)?(?:队头|头)(?:指针)?[和与、]?(?:rear|队尾指针|尾指针)|(?:头尾|首尾|队头队尾|队头、队尾)指针(?:分别)?[为是]?(?=\s*front)",
        "front和rear",
        text,
    )
