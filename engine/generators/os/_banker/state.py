"""What a problem for the banker's algorithm tells: labels (greatest need, held, still needed, free, total, request) and the vectors or numbers after them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeAlias

from engine.generators import patterns
from engine.generators.os._banker.rows import by_number, free_row_told, matrices_from_rows, one_by_one
from engine.generators.os._tables.flat_tables import without_captions
from engine.generators.os._topic import Topic
from engine.generators.reading import stay_out

Vector: TypeAlias = tuple[int, ...]

_UNIT = r"(?:个|台|件|套|份|块|万(?:元)?|单位)"
_RES = r"(?:(?<![A-Za-z])[A-Z]类(?=资源\d)|某类|同类|该类|某种|一类|同一类|这类|各类|单类|单一|同种)*(?:的)?(?:资源|磁带机|打印机|设备|磁带驱动器|绘图仪|内存块)"
_NOW = r"(?:现在|目前|当前|此时|此刻|现|T0时刻|这时|已经|已)"
_WORDS = {
    "request": r"(?:若|如果|假如|要是)(?:先|再|只)?(?:分|借|批|分配|发|贷)给(?=\s*(?:进程|客户)?\s*(?:[A-Z]\d?|甲|乙|丙|丁)\s*\(?\d)|(?:申请|请求)再(?:拨|借|贷|要|分)(?:付|给)?|(?:先|再|又)?给(?=\s*(?:进程|客户)?\s*(?:[A-Z]\d?|甲|乙|丙|丁)\s*(?:再|分配|批|借|分))|(?:发出|提出)(?:了)?(?:资源)?(?:请求|申请)?(?=Request|请求|申请|\()|(?:又|再)(?:来|想|还)?(?:要|申请|请求)(?:了|资源)?|(?:再|又|此时|现在|这时)*(?:提出|发出|提交|发)?(?:了)?(?:资源|新的?)?(?:请求|申请)(?:向量|资源|了)*(?:Request\d?(?:\(\w+\))?)?|Request\d?(?:\(\w+\))?",
    "need": r"(?:还)?要再(?:拿|要|用|申请)?|尚缺|尚需量|(?:还|尚|仍)(?:需要?|差|缺|要)(?:申请)?(?=\s*\(?\d)|(?<![还尚仍最])缺(?=\s*\(?\d)|(?:各进程)?(?:最多)?(?:尚|还|仍)(?:各自?|分别|总共|最多)*(?:需要|需求|需|要|缺|差)(?:的)?(?:资源)?(?:数目|数量|数|量|矩阵)?(?:Need)?|(?:各进程(?:的)?)?需求矩阵(?:Need)?|(?:需求|需要)(?:量)?\(?Need\)?|Need(?:矩阵)?",
    "greatest": r"(?<![还尚仍再])(?:分别|各自?)(?:总共|一共|最多|最大)?(?:需要?|要)(?:的)?(?:总)?(?:资源|经费|资金|贷款)?(?:数|数量)?(?:分别)?(?:为|是|:)?(?=\s*\(?\d)|(?:最高|最大|总|贷款|信贷|借款)*(?:额度|限额)(?:分别|各|依次)*(?:为|是)?(?=\s*\(?\d)|(?<!还)(?<!能)(?:最多|至多|最高)(?=\s*\(?\d)|(?<![还尚仍只需又再会])要(?=\s*\d)|最大(?:各|分别|依次)*(?=\s*\(?\d)|最大(?:为|是|:)?(?=\s*P\d\s*\()|(?:对?(?:该|此|这)?(?:类|种)?(?:资源)?的?)?(?:最大(?:的)?(?:资源)?(?:需求|需要|要求|申请|请求|需)(?:总)?(?:数目|数量|量|数|矩阵|向量)?(?:Max)?|(?:总共|一共|最多|至多|总计)(?:分别|各|会|都)*(?:(?:需要?|要)(?:借|贷|用|申请)?|用(?=\s*\(?\d)|借(?=\s*\(?\d)|申请(?=\s*\(?\d))(?:的)?(?:资源)?(?:数|量)?|最大(?=\s*(?:为|是|=|:)?\s*\(?\d)|总需求(?:量|数)?|Max(?:矩阵)?|Claim(?:矩阵)?)",
    "held": rf"(?:已经?|现已?|目前|当前)*(?:借|贷|分配|分|发放|发)给(?:了)?(?=\s*(?:客户|进程|作业)?\s*(?:[A-Z]\d?|甲|乙|丙|丁)\s*\(?\d)|(?<![A-Za-z可试])分配(?:了|到|给它)?(?:资源)?(?=\s*\()|(?:已经?|当前|目前|现在|现)*(?:申请|请求)(?:到|得)(?:了)?(?=\s*\(?\d)|占[用有](?:量|数|情况)?:?(?=\s|[A-Z]|$)|(?:现在|目前|此刻|当前|手里|手上)*(?:已经?|现)(?:各|分别|依次)*(?:有|得|借|分|贷|用|领|持|握|拿|占|获|拨|投)(?:了|到|着|出|付|入|给)?(?=\s*\(?\d)|(?:现在|目前)?(?:各|分别)?(?:拿着|占着|持着|手里有|现有)|(?<![还尚仍])(?:借|贷|占|领)(?:了|着|到)?(?=\s*\(?\d)|Alloc(?:ated)?(?![A-Za-z])|{_NOW}*(?:系统)?(?:已经?|{_NOW})(?:分别|各自?|依次|为它们)*(?:分配|占有?用?|占用|获得|得到|拿到?|拥有|持有|分到|分得|分给|手里有)(?:了|到|的|给它们|给各进程|各进程)*(?:资源)?(?:数目|数量|数|量|矩阵)?(?:Allocation)?|(?:手上|手里|手头)(?:现在|目前|已经)?(?:分别|各)?(?:有|拿着|占着)(?:了)?|占(?:有|用|着)?(?:了)?(?=\s*\(?\d)|(?:手上|手里|先|都|只|目前)?(?<![A-Za-z没未])(?:(?:拿|借|领|持)(?:到|着|走|去|有)?(?:了)?|(?:分|得|抢)(?:到|了)+)(?=\s*\(?\d)|Allocation(?:矩阵)?|分配矩阵(?:Allocation)?|占有(?:资源)?(?:数|量)",
    "free": r"(?:资源向量)?(?:剩余|剩|余)(?:量|下)?(?=\s*(?:为|是|=|:)?\s*\(?\d)|(?:系统)?(?:当前|此时|现在|目前|此刻)?(?:的)?(?:可用|剩余|可利用|空闲|可分配)(?:的)?(?:各类)?(?:资源)?(?:向量|数目|数量|数|量)?(?:\(?Available\)?)?|Available(?:向量)?|(?:还)?(?:能用|可以用)的(?:资源)?|(?:现在|目前|当前|此时)?(?:还|只)?(?:剩下?|余下?)(?:的)?(?:资源)?",
    "total": r"(?<![A-Za-z\d])R\s*=\s*(?=\()|资金池|(?:各类)?(?:资源)?(?:的)?(?:总数|总量|拥有量|总共|一共|总资源|资源总)(?:向量|量|数)?(?:有)?(?=[^,;。?!几多]{0,6}[\d(])",
}
_NAME = r"(?<![A-Za-z\d])(?:[A-Z]\d{0,2}|甲|乙|丙|丁|戊)(?![A-Za-z\d])"
_VECTOR = r"\(\s*\d+(?:\s*[,、 ;]\s*\d+){0,5}\s*\)|(?<=[=:为剩有是])\s*\d+(?: \d+){1,5}(?![\d.])"
_NUMBER = rf"(?<![\d.A-Za-z])\d+(?![\d.])\s*{_UNIT}?(?:{_RES})?"
_TOKEN = re.compile(
    "|".join(
        [rf"(?P<{key}>{word})" for key, word in _WORDS.items()]
        + [
            rf"(?P<range>{_NAME}\s*(?:~|-|—|到|至)\s*{_NAME})",
            rf"(?P<name>{_NAME})",
            rf"(?P<vector>{_VECTOR})",
            rf"(?P<number>{_NUMBER})",
            r"(?P<stop>[。?!\n])",
        ]
    ),
    re.IGNORECASE,
)


@dataclass(slots=True)
class Told:
    """What was read: rows of each matrix with the names they were given, single vectors, and the names in their order."""

    rows: dict[str, list[tuple[str | None, Vector]]] = field(default_factory=dict)
    single: dict[str, Vector] = field(default_factory=dict)
    roster: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    requests: list[tuple[int, str | None, Vector]] = field(default_factory=list)


def spelled_out(text: str) -> str:
    """Vectors put into brackets where their place tells that they are: `A已分1,2还需2,1`, `P1 1 0 2；`, `已分配与还需：P1 (1,0)/(2,2)`."""
    text = by_number(one_by_one(matrices_from_rows(without_captions(free_row_told(text)))))
    # `(A,B,C,D)四种资源`, `Allocation(A,B,C,D)`: how the columns are called.
    columns = r"[(（]\s*[A-F](?:\s*[,，、]\s*[A-F]){1,5}\s*[)）]"
    text = patterns.sub(rf"{columns}(?=\s*(?:这)?[两二三四五六2-6]\s*(?:种|类)资源)|{columns}(?=\s*\|)", "", text)
    text = patterns.sub(rf"((?:Max|Allocation|Need|Available|Alloc)(?:ed)?)\s*{columns}", r"\1", text, flags=re.IGNORECASE)
    name = r"(?<![A-Za-z\d])(?:[A-Z]\d{0,2}|[甲乙丙丁戊])"
    text = patterns.sub(r"(?<![A-Za-z\d])R(?=(?:一?共|总共)(?:有)?\d)", "资源", text)
    text = patterns.sub(r"资源(?:一?共|总共|各)(?:有)?\s*(?=\(\s*\d+\s*[,，、])", "资源总数", text)
    text = patterns.sub(r"(?<=资源总数)(\([\d,，、 ]+\))\s*个", r"\1", text)
    # The rows of a matrix: `4 3 2 / 2 2 4`.
    text = patterns.sub(
        r"(?<![\d.])\d+(?: \d+)+(?: ?/ ?\d+(?: \d+)+)+(?![\d.])",
        lambda rows: "".join(f"({','.join(row.split())})" for row in rows[0].split("/")),
        text,
    )
    text = _labelled_once(text, name)
    text = patterns.sub(rf"(?<!\n)({name})\s+(\d+(?: \d+){{1,5}})(?=\s*(?:[;；,，。]|$)|\n(?![A-Z]\d))", r"\1(\2)", text)
    # A matrix whose brackets are lost: as many numbers in a row as there are kinds of resources.
    if (kinds_said := patterns.search(r"(?<![第\d])([三四五3-5])(?:类|种)(?:不同)?(?:类型)?(?:的)?资源", text)) is not None:
        # `P0 0012 P1 1000`: a digit for each kind of resource.
        digits = "零一二三四五".find(kinds_said[1]) if not kinds_said[1].isdigit() else int(kinds_said[1])
        run = rf"(?<![\d,.，(（])(\d{{{digits}}})(?![\d,.，)）])"
        if len(patterns.findall(run, text)) > 4:
            text = patterns.sub(run, lambda match: f"({','.join(match[1])})", text)
    elif (told := patterns.search(r"\(\s*\d+((?:\s*[,，、 ]\s*\d+){2,4})\s*\)", text)) is not None:
        # As many digits as a vector in brackets has numbers, behind a name each.
        digits = len(patterns.findall(r"\d+", told[0]))
        run = rf"({name}\s*[:：=为]\s*)(\d{{{digits}}})(?![\d.)）]|[,，]\d)"
        if len(patterns.findall(run, text)) > 4:
            text = patterns.sub(run, lambda match: f"{match[1]}({','.join(match[2])})", text)
    if said := patterns.search(r"(?<![第\d])([两二三四五2-5])(?:类|种)(?:不同)?(?:类型)?(?:的)?资源", text):
        # Brackets of brackets are lost before.
        many = "零一二三四五".find(said[1].replace("两", "二")) if not said[1].isdigit() else int(said[1])
        text = patterns.sub(
            rf"((?:Max|Allocation|Need|Alloc|Available)(?:矩阵|向量)?\s*(?:为|是|=|:|：)\s*)(\d+(?:\s*[,，]\s*\d+){{{many - 1}}})(?=[,，;；。\s]*(?:[^\d\s,，;；。]|$))",
            r"\1(\2)",
            text,
        )
    if patterns.search("需求矩阵|分配矩阵", text):
        # Rows of both matrices: `P0 分配 0 0 3 2 需求 0 0 1 2`.
        text = patterns.sub(r"(?<=[\s\d])分配\s*[:：]?\s*(?=\d+(?: \d+)+\s*需求)", "已分配", text)
        text = patterns.sub(r"(?<=\d)\s*需求\s*[:：]?\s*(?=\d+(?: \d+)+)", " 尚需", text)
        text = patterns.sub(r"(已分配|尚需)(\d+(?: \d+)+)", r"\1(\2)", text)
    if (
        lettered := patterns.search(
            r"(?<![A-Za-z])([A-D])\s*[、,和]\s*([A-D])(?:\s*[、,和]\s*([A-D]))?\s*(?:这)?(?:[两二三23])(?:类|种)资源", text
        )
    ) is not None:
        # `已占 A2 B1`: an amount of each kind beside its letter.
        letters = [letter for letter in lettered.groups() if letter]
        text = patterns.sub(
            r"(?<![A-Za-z\d])" + r"\s*[,，、]?\s*".join(rf"{letter}\s*(\d+)" for letter in letters) + r"(?!\d)",
            lambda match: f"({','.join(match.groups())})",
            text,
        )
    labels = r"(?:Max|Alloc(?:ation)?|Need|Available|最大(?:需求)?|已分配?|已占有?|还需要?|尚需|还差|占用|尚缺|剩余|还剩|剩)"
    text = patterns.sub(rf"(?<![A-Za-z])({labels})\s*[:：=为]?\s*(\d+(?: \d+){{1,5}})(?=\s*(?:[;；,，。\n]|$))", r"\1(\2)", text)
    text = patterns.sub(rf"({labels}|\s)([A-E]|P\d)\s*(\d(?:,\d){{1,5}})(?=[\s;；。]|$)", r"\1\2(\3)", text)
    text = patterns.sub(rf"({labels})(\d(?:,\d){{1,5}})(?=[\s;；。]|$)", r"\1(\2)", text)
    row = rf"{name}(?:已|还|占|分|借|需|缺|差|要|配|有|了){{1,4}}\d+,\d"
    if len(patterns.findall(row, text)) > 1:
        text = patterns.sub(r"(?<=[分需占有缺差得要余剩配求])\s*(\d+(?:,\d+)+)(?![\d.])", r"(\1)", text)
    if order := patterns.search(
        r"\(?斜杠前(?:面)?(?:的)?是(已分配|已占|尚需|还需|最大需求)\S{0,2}[,，]?\s*(?:斜杠)?后(?:面)?(?:的)?是(已分配|已占|尚需|还需|最大需求)\S{0,1}?\)?(?=[。,;]|系统|$)",
        text,
    ):
        text = text.replace(order[0], "")
        first, second = order[1], order[2]
        text = patterns.sub(rf"({name})\s*(\([\d,、 ]+\))\s*/\s*(\([\d,、 ]+\))", rf"\1{first}\2{second}\3", text)
        text = patterns.sub(r"分配(?:与|和)需求\s*:", "", text)
    return text


def _labelled_once(text: str, name: str) -> str:
    """`P0: Allocation(0,1), Need(2,1)；P1: (1,0), (1,2)` with the first one's labels at every other's vectors."""
    vector = r"\(\s*\d+(?:\s*[,，]\s*\d+)*\s*\)"
    label = r"(Allocation|Alloc|Need|Max|已分配|已占有?|还需要?|尚需|最大需求)"
    first = patterns.search(
        rf"{name}\s*[:：(（]?\s*{label}\s*[=:：为]?\s*{vector}\s*[,，;；、]?\s*{label}\s*[=:：为]?\s*{vector}", text, re.IGNORECASE
    )
    if first is None:
        return text
    bare = rf"({name})\s*[:：为]?\s*({vector})\s*[,，、/]\s*({vector})(?!\s*[,，、/]\s*\()"
    return text[: first.end()] + patterns.sub(bare, rf"\1{first[1]}\2，{first[2]}\3", text[first.end() :], flags=re.IGNORECASE)


def vector_of(text: str) -> Vector:
    return tuple(int(part) for part in patterns.findall(r"\d+", text))


def tokens(reading: Topic) -> Told:
    """Labels and what follows them, taken in the order of the text."""
    told = Told()
    if glued := reading.take(r"甲乙(?:丙丁戊|丙丁|丙)?(?=[两二三四五2-5]?(?:个|家|位|名)?(?:进程|公司|客户|企业)|\ue000|的|最)"):
        told.roster = list(glued[0])
    _slashed(reading, told)
    entries: dict[str, list[tuple[int, str | None, str | None, Vector]]] = {}
    occurrences: dict[str, int] = {}
    spans: list[tuple[int, int]] = []
    names: list[tuple[int, int]] = []
    run: list[str] = []
    label = ""
    subject: str | None = None
    between: str | None = None
    broken = True
    for match in _TOKEN.finditer(reading.rest):
        key = match.lastgroup or ""
        if key == "stop":
            label, broken = "", True
        elif key in _WORDS:
            label, between, broken = key, None, True
            occurrences[key] = occurrences.get(key, 0) + 1
            spans.append(match.span())
            told.asked.add(key)
            told.places[key] = match.span()
        elif key == "range":
            first, last = patterns.findall(_NAME, match[0].upper())
            letter = first[0]
            if letter != last[0] or not first[1:].isdigit() or not last[1:].isdigit():
                stay_out(match[0])
            told.roster = [f"{letter}{number}" for number in range(int(first[1:]), int(last[1:]) + 1)]
            spans.append(match.span())
            broken = True
        elif key == "name":
            name = match[0].upper()
            run = [name] if broken else [*run, name]
            broken = False
            if len(run) > 1 and (not told.roster or set(run) != set(told.roster)) and len(run) > len(told.roster):
                told.roster = list(run)
            subject = between = name
            names.append(match.span())
        else:
            value = vector_of(match[0])
            broken = True
            if not label or (key == "number" and label == "request" and len(value) != 1):
                continue
            if key == "number" and label in ("free", "total") and ";" in reading.rest[told.places[label][1] : match.start()]:
                continue
            if label in ("free", "total"):
                if key == "vector" and told.single.get(label, value) != value:
                    stay_out(f"{label} told twice")
                told.single[label] = told.single.get(label, ()) + value if key == "number" else value
            elif label == "request":
                told.requests.append((match.start(), subject, value))
            else:
                entries.setdefault(label, []).append((occurrences[label], between, subject, value))
                between = None
            told.asked.discard(label)
            spans.append(match.span())
    for key, found in entries.items():
        if occurrences[key] > 1 and len({entry[0] for entry in found}) == len(found) > 1:
            told.rows[key] = [(name, value) for _, _, name, value in found]
        elif len({entry[0] for entry in found}) > 1:
            stay_out(f"{key} told several times")
        else:
            told.rows[key] = [(name, value) for _, name, _, value in found]
    # A name in a clause of its own ("P1 已完成") is told something else of.
    ends = [-1, *(match.start() for match in patterns.finditer(r"[,;。?!\n]", reading.rest)), len(reading.rest)]
    for start, end in names:
        left, right = max(at for at in ends if at < start), min(at for at in ends if at >= end)
        if (
            any(left < at[0] < right for at in spans)
            or sum(left < at[0] < right for at in names) > 1
            or patterns.match(r"[,、]\s*[A-Z]\d", reading.rest[right : right + 6])
        ):
            spans.append((start, end))
    reading.take_spans(spans)
    return told


def vectors_by_type(reading: Topic) -> None:
    """`A 类 1 个、B 类 2 个` written as `(1,2)`."""

    def written(match: re.Match[str]) -> str:
        pairs = patterns.findall(r"([A-Z])\s*类?(?:资源)?(?:有|为|是|=|:)?\s*(\d+)", match[0])
        letters = [letter for letter, _ in pairs]
        if letters != sorted(set(letters)) or letters[0] != "A":
            stay_out(match[0])
        return f"({','.join(number for _, number in pairs)})"

    letter = r"(?:资源)?(?<![A-Za-z\d])(?:[A-F]|R[1-6])(?![A-Za-z\d])\s*类?(?:型)?(?:资源)?"
    amount = r"(?:(?:的)?(?:数量|总数|总量|个数|数目|总共|共有|一共|共|有|为|是|=|:|各)+\s*\d+\s*[个台]?|\(\s*(?:共)?\d+\s*[个台]\s*\))"

    def totals(match: re.Match[str]) -> str:
        pairs = patterns.findall(r"([A-F]|R[1-6])(?![A-Za-z\d])\D*?(\d+)\s*[个台]?", match[0], re.IGNORECASE)
        names = [name.upper() for name, _ in pairs]
        before = patterns.split(r"[,;。?!\n]", reading.rest[: match.start()])[-1]
        if names != sorted(set(names)) or names[0] not in ("A", "R1") or patterns.search("剩|可用|空闲|Avail", before, re.IGNORECASE):
            return match[0]
        return f"资源总数({','.join(number for _, number in pairs)})"

    reading.rest = patterns.sub(rf"{letter}{amount}(?:\s*[、,和;]?\s*{letter}{amount}){{1,5}}", totals, reading.rest)
    reading.rest = patterns.sub(
        r"(?:(?<![A-Za-z])[A-Z]\s*类(?:资源)?(?:有|为|是|=|:)?\s*\d+\s*[个台]?[、,和 ]?){2,}", written, reading.rest
    )


def _slashed(reading: Topic, told: Told) -> None:
    """`已分配/尚需：P0 (2,0)/(3,2)；P1 ...`: two labels, then for each process its two vectors."""
    keys = "|".join(rf"(?P<{key}{place}>{_WORDS[key]})" for place in "a" for key in ("need", "greatest", "held"))
    again = keys.replace("a>", "b>")
    vector = r"(?:\(\s*\d+(?:\s*[,、 ]\s*\d+){0,5}\s*\)|(?<![\d.])\d+(?=\s*[/,;、。\n]|$)(?![\d.]))"
    row = rf"(?:进程)?{_NAME}\s*(?:为|是|=|:)?\s*{vector}\s*[/,、和]\s*{vector}"
    match = reading.take(
        rf"(?:{keys})\s*(?:/|、|和|与|,)\s*(?:{again})(?:\([A-Z](?:\s*,\s*[A-Z])*\))?(?:依次|分别|各|情况|如下|为|是|:|\s)*(?P<rows>{row}(?:\s*[,、;]?\s*{row})+)"
    )
    if match is None:
        return
    labels = [name[:-1] for name, value in match.groupdict().items() if value and name != "rows"]
    rows = [patterns.match(rf"(?:进程)?({_NAME})", part, re.IGNORECASE) for part in patterns.findall(row, match["rows"], re.IGNORECASE)]
    vectors = patterns.findall(vector, match["rows"])
    names = [one[1].upper() for one in rows if one]
    first = min(labels, key=lambda key: match.start(f"{key}a") if match.group(f"{key}a") else len(reading.rest))
    second = next(key for key in labels if key != first)
    told.rows[first] = [(name, vector_of(value)) for name, value in zip(names, vectors[::2], strict=True)]
    told.rows[second] = [(name, vector_of(value)) for name, value in zip(names, vectors[1::2], strict=True)]


def matrices_of(told: Told) -> tuple[list[str], dict[str, list[Vector]]] | None:
    """The processes' names and the rows of each matrix in their order."""
    named = [[name for name, _ in rows] for rows in told.rows.values()]
    heard = [names for names in named if all(names)]
    if any(any(names) and not all(names) for names in named):
        return None
    count = len(next(iter(told.rows.values())))
    if any(len(rows) != count for rows in told.rows.values()):
        return None
    roster: list[str] = [str(name) for name in heard[0]] if heard else list(told.roster)
    if not roster:
        roster = [f"P{number + 1}" for number in range(count)]
    if len(roster) != count or len(set(roster)) != count or any(names != roster for names in heard):
        return None
    return roster, {key: [value for _, value in rows] for key, rows in told.rows.items()}


def wanted(text: str, start: int, end: int) -> bool:
    """Whether a label without a value is asked for: after "find", before "how many" or the end of a question, or all that a part says."""
    before = patterns.split(r"[,;。?!\n]", patterns.sub(r":\s*\n\s*", ":", text[:start]))[-1]
    return (
        bool(patterns.search("求|写|算|给出|列|问|确定", before))
        or bool(
            patterns.match(r"(?:向量|矩阵|资源)*(?:分别|各)?(?:的)?(?:内容|值)?(?:是|为|有|=)?(?:多少|什么|几|怎样|如何|\?)", text[end:])
        )
        or bool(
            patterns.fullmatch(
                r"(?:此时|这时|当前|此刻|该?时刻|系统|各个?|进程|P\d|的|和|与|、|向量|矩阵|Need|Available|\ue000|\s)*", before
            )
            and patterns.match(r"(?:向量|矩阵|资源|\s)*(?:[;。?\n和与、]|$)", text[end:])
        )
    )
