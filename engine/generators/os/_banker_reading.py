"""Reading problems for the banker's algorithm: labels (greatest need, held, still needed, free, total) and the vectors or numbers after them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.os._clauses import Clauses
from engine.generators.reading import INTEGER, Table, stay_out, to_int

Vector: TypeAlias = tuple[int, ...]

_UNIT = r"(?:个|台|件|套|份|块|单位)"
_RES = r"(?:(?<![A-Za-z])[A-Z]类(?=资源\d)|某类|同类|该类|某种|一类|同一类|这类|各类|单类|单一|同种)*(?:的)?(?:资源|磁带机|打印机|设备|磁带驱动器|绘图仪)"
_NOW = r"(?:现在|目前|当前|此时|此刻|现|T0时刻|这时|已经|已)"
_WORDS = {
    "request": r"(?:又|再)(?:来|想|还)?(?:要|申请|请求)(?:了|资源)?|(?:再|又|此时|现在|这时)*(?:提出|发出|提交|发)?(?:了)?(?:资源|新的?)?(?:请求|申请)(?:向量|资源|了)*(?:Request\d?(?:\(\w+\))?)?|Request\d?(?:\(\w+\))?",
    "need": r"(?:各进程)?(?:尚|还|仍)(?:各自?|分别|总共|最多)*(?:需要|需求|需|要|缺|差)(?:的)?(?:资源)?(?:数目|数量|数|量|矩阵)?(?:Need)?|(?:各进程(?:的)?)?需求矩阵(?:Need)?|(?:需求|需要)(?:量)?\(?Need\)?|Need(?:矩阵)?",
    "greatest": r"(?:对?(?:该|此|这)?(?:类|种)?(?:资源)?的?)?(?:最大(?:的)?(?:资源)?(?:需求|需要|要求|申请|请求|需)(?:总)?(?:数目|数量|量|数|矩阵|向量)?(?:Max)?|(?:总共|一共|最多|至多|总计)(?:分别|各|会|都)*(?:需要?|要|用(?=\s*\(?\d)|借(?=\s*\(?\d)|申请(?=\s*\(?\d))(?:的)?(?:资源)?(?:数|量)?|最大(?=\s*(?:为|是|=|:)?\s*\(?\d)|总需求(?:量|数)?|Max(?:矩阵)?|Claim(?:矩阵)?)",
    "held": rf"{_NOW}*(?:系统)?(?:已经?|{_NOW})(?:分别|各自?|依次|为它们)*(?:分配|占有?用?|占用|获得|得到|拿到?|拥有|持有|分到|分得|分给|手里有)(?:了|到|的|给它们|给各进程|各进程)*(?:资源)?(?:数目|数量|数|量|矩阵)?(?:Allocation)?|(?:手上|手里|手头)(?:现在|目前|已经)?(?:分别|各)?(?:有|拿着|占着)(?:了)?|占(?:有|用|着)?(?:了)?(?=\s*\(?\d)|(?:手上|手里|先|都|只|目前)?(?<![A-Za-z没未])(?:(?:拿|借|领|持)(?:到|着|走|去|有)?(?:了)?|(?:分|得|抢)(?:到|了)+)(?=\s*\(?\d)|Allocation(?:矩阵)?|分配矩阵(?:Allocation)?|占有(?:资源)?(?:数|量)",
    "free": r"(?:系统)?(?:当前|此时|现在|目前|此刻)?(?:的)?(?:可用|剩余|可利用|空闲|可分配)(?:的)?(?:各类)?(?:资源)?(?:向量|数目|数量|数|量)?(?:\(?Available\)?)?|Available(?:向量)?|(?:还)?(?:能用|可以用)的(?:资源)?|(?:现在|目前|当前|此时)?(?:还|只)?(?:剩下?|余下?)(?:的)?(?:资源)?",
    "total": r"(?:各类)?(?:资源)?(?:的)?(?:总数|总量|总共|一共)(?:向量)?(?:有)?",
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
class _Told:
    """What was read: rows of each matrix with the names they were given, single vectors, and the names in their order."""

    rows: dict[str, list[tuple[str | None, Vector]]] = field(default_factory=dict)
    single: dict[str, Vector] = field(default_factory=dict)
    roster: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    request: tuple[str | None, Vector] | None = None


def _vector_of(text: str) -> Vector:
    return tuple(int(part) for part in re.findall(r"\d+", text))


def recognise(text: str) -> Recognition | None:
    """A state and what is asked of it; None where it is another problem."""
    reading = Clauses(text)
    reading.take_all(r"(?<![A-Za-z])Work\s*=\s*(?=Available)")
    _vectors_by_type(reading)
    reading.refuse(r"死锁检测|化简|资源分配图|剥夺|撤销|如图|坏了|故障|释放|归还|\d\s*\?")
    reading.refuse(r"安全序列(?:的|有|共|共有)*(?:个数|数目|数量|多少|几)|(?:多少|几)[个种]安全序列|所有(?:的)?安全序列|尚未给出|未给出")
    types = None
    for match in reading.take_all(
        rf"(?:(?<![A-Za-z\d])(?P<letters>[A-Z]\d?(?:\s*[,、和/及]\s*[A-Z]\d?){{0,5}})\s*)?(?:这)?(?P<count>{INTEGER})\s*(?:类|种)(?:不同)?(?:的)?(?:互斥)?(?:同类)?资源(?:\s*\(?(?P<after>[A-Z]\d?(?:\s*[,、和/及]\s*[A-Z]\d?){{1,5}})\)?(?![A-Za-z\d(]))?"
    ):
        count = to_int(match["count"])
        letters = match["letters"] or match["after"]
        if types not in (None, count) or (letters and len(re.findall(r"[A-Z]\d?", letters, re.IGNORECASE)) != count):
            stay_out("kinds of resources that do not agree")
        types = count
    reading.take_all(
        r"(?<=资源)(?<=\ue000)[A-F]{2,5}(?![A-Za-z\d])|(?<=\ue000)[A-F]{2,5}(?![A-Za-z\d])|资源(?:类)?\s*[\(:]?\s*[A-Z]\d?(?:\s*[,、/ ]\s*[A-Z]\d?){1,5}\s*\)?(?![A-Za-z\d(])"
    )
    table = _tabled(reading)
    processes = reading.take_one(rf"(?:共|有)?(?P<value>{INTEGER})\s*(?:个|道)(?:并发)?(?:的)?(?:进程|作业)", to_int)
    totals = reading.take_one(
        (
            rf"(?<!需)(?<!已)(?:系统)?(?:中|内)?(?:总共|一共|具|拥|共)?有\s*(?P<value>\d+)\s*{_UNIT}\s*{_RES}",
            rf"(?<![A-Za-z\d需要])(?:总共|一共|共计|共|就)\s*(?P<value>\d+)\s*{_UNIT}\s*{_RES}",
            rf"(?:竞争|共享|争用|使用)\s*(?P<value>\d+)\s*{_UNIT}\s*{_RES}",
            rf"(?:具|拥|共|总共)?有{_RES}\s*(?:共)?(?P<value>\d+)\s*{_UNIT}",
            rf"{_RES}(?:的)?(?:总数|总量|总共|一共|共)(?:有|为|是|=|:)*\s*(?P<value>\d+)(?!\d)\s*{_UNIT}?(?!\s*[,、]\s*\d)",
            rf"(?<![\ue000\d]){_RES}\s*(?P<value>\d+)\s*{_UNIT}",
            rf"(?:(?<=[,;。\n])|^|(?<=系统))\s*(?P<value>\d+)\s*{_UNIT}\s*{_RES}(?=[,;。]|由|被|供|给)",
        ),
        _vector_of,
    )
    told = _tokens(reading)
    if table is not None:
        if told.rows:
            return None
        told.rows = {key: list(zip(table[0], rows, strict=True)) for key, rows in table[1].items() if key in ("greatest", "held", "need")}
        told.roster = list(table[0])
        if "free" in table[1]:
            told.single.setdefault("free", table[1]["free"][0])
    if totals is not None:
        if "total" in told.single:
            return None
        told.single["total"] = totals
    asked = reading.take_words(
        (
            (
                r"(?:可用|剩余|空闲)(?:资源)?(?:的)?(?:数目|数量|数)?(?:至少|最少|最小)(?:应该?|要|需要?)?(?:为|是|有)*(?:多少|几)个?|\ue000+(?:至少|最少|最小)(?:应该?|要|需要?)?(?:为|是|有)*(?:多少|几)(?:个|台)?|(?:至少|最少)(?:还|应|需|要|有|剩|余)*(?:多少|几)(?:个|台)(?:可用|空闲)?(?:的)?(?:资源)?",
                "least",
            ),
            (
                r"(?:系统)?(?:能否|是否(?:能够?|可以?|应该?)?|可否|能不能|可不可以|会不会|要不要)(?:立即|马上)?(?:将|把)?(?:资源)?(?:满足|分配|实施分配|同意|得到满足|批准|答应|给|响应)(?:给它|它|给他|资源|该|此|这次|这个|P\d|的|\ue000)*(?:请求|申请)?|(?:能|可以|会|该不该|该)(?:立即|马上)?(?:满足|分配|得到满足|批准|给|同意|答应)(?:给它|它|的|\ue000)*(?:请求)?(?:吗|么|嘛|不)|(?:请求|申请|\ue000+)(?:能否|能不能|是否能?)(?:被)?(?:满足|批准|得到满足)",
                "grant",
            ),
            (
                r"(?:此时|当前|现在|这时)?(?:系统)?(?:是)?(?:处于)?安全(?:状态)?还是不安全(?:状态)?|(?:如果|若|要是)?(?:是)?安全(?:的话)?,?(?:请|则|就|试|并)?(?:给出|写出|求|找出|列出)?(?:出)?(?:一个|其中一个|其)?(?:可能的)?(?:安全)?序列(?:是|为)?(?:啥|什么|多少|怎样)?|安全(?:状态)?(?:吗|么|嘛|不(?=[,。?]|$)|与否)|安全性(?!算法|检查|检测)(?:如何)?|"
                r"(?:请?判断)?(?:该|此|这个)?(?:系统)?(?:此时|当前|这时|此刻)?(?:的)?(?:状态)?(?:是否|是不是|是否是|可否)(?:处于|处在)?安全(?:状态)?(?:的)?|安全?不安全(?:状态)?|(?:求|给出|写出|找出)?(?:一个)?(?:可能的)?安全序列|判断(?:系统)?(?:是否)?安全",
                "safe",
            ),
        )
    )
    reading.finish(
        "单种资源 单种 单类资源 占用 需求 需求情况 占用情况 三种资源 请用 请 系统 银行家 算法 银行家算法 资源 类 类资源 进程 时刻 T0 某时刻 状态 分配 情况 资源分配 表 如表 向量 矩阵 此状态 该状态 当前 采用 各进程 各 每个 资源 数量 数目 资源情况 安全性 检查 "
        "该时刻 T0时刻 安全状态 安全 避免 死锁 个 有 序列 进程序列 竞争 共享 使用 同类 同类资源 某类 类型 资源类型 这些 刻 剩 它 请求 申请 判断 是否 用银行家算法 预防 表格 此刻 现 时 该请求 处于 系统处于 它们 对 台 应 数 分配给它 状态下 最大 需求 若此时 此时 "
    )
    return _understood(told, asked, types, processes)


def _tokens(reading: Clauses) -> _Told:
    """Labels and what follows them, taken in the order of the text."""
    told = _Told()
    if glued := reading.take(r"甲乙(?:丙丁戊|丙丁|丙)?(?=[两二三四五2-5]?(?:个)?进程|\ue000|的|最)"):
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
        elif key == "range":
            first, last = re.findall(_NAME, match[0].upper())
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
            value = _vector_of(match[0])
            broken = True
            if not label or (key == "number" and label == "request" and len(value) != 1):
                continue
            if label in ("free", "total"):
                told.single[label] = told.single.get(label, ()) + value if key == "number" else value
            elif label == "request":
                if told.request is not None:
                    stay_out("two requests")
                told.request = (subject, value)
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
    ends = [-1, *(match.start() for match in re.finditer(r"[,;。?!\n]", reading.rest)), len(reading.rest)]
    for start, end in names:
        left, right = max(at for at in ends if at < start), min(at for at in ends if at >= end)
        if (
            any(left < at[0] < right for at in spans)
            or sum(left < at[0] < right for at in names) > 1
            or re.match(r"[,、]\s*[A-Z]\d", reading.rest[right : right + 6])
        ):
            spans.append((start, end))
    reading.take_spans(spans)
    return told


def _vectors_by_type(reading: Clauses) -> None:
    """`A 类 1 个、B 类 2 个` written as `(1,2)`."""

    def written(match: re.Match[str]) -> str:
        pairs = re.findall(r"([A-Z])\s*类?(?:资源)?(?:有|为|是|=|:)?\s*(\d+)", match[0])
        letters = [letter for letter, _ in pairs]
        if letters != sorted(set(letters)) or letters[0] != "A":
            stay_out(match[0])
        return f"({','.join(number for _, number in pairs)})"

    reading.rest = re.sub(
        r"(?:资源)?(?<![A-Za-z\d])A\s*(?:类)?(?:资源)?(?:共|有|共有)+\s*(\d+)\s*[个台]?[、,和;]?\s*B\s*(?:类)?(?:资源)?(?:共|有|共有)+\s*(\d+)\s*[个台]?(?:[、,和;]?\s*C\s*(?:类)?(?:资源)?(?:共|有|共有)+\s*(\d+)\s*[个台]?)?(?!\s*[、,和;]?\s*D)",
        lambda match: f"资源总数({','.join(number for number in match.groups() if number)})",
        reading.rest,
    )
    reading.rest = re.sub(r"(?:(?<![A-Za-z])[A-Z]\s*类(?:资源)?(?:有|为|是|=|:)?\s*\d+\s*[个台]?[、,和 ]?){2,}", written, reading.rest)


def _slashed(reading: Clauses, told: _Told) -> None:
    """`已分配/尚需：P0 (2,0)/(3,2)；P1 ...`: two labels, then for each process its two vectors."""
    keys = "|".join(rf"(?P<{key}{place}>{_WORDS[key]})" for place in "a" for key in ("need", "greatest", "held"))
    again = keys.replace("a>", "b>")
    vector = r"\(\s*\d+(?:\s*[,、 ]\s*\d+){0,5}\s*\)"
    row = rf"(?:进程)?{_NAME}\s*(?:为|是|=|:)?\s*{vector}\s*[/,、和]\s*{vector}"
    match = reading.take(
        rf"(?:{keys})\s*(?:/|、|和|与|,)\s*(?:{again})(?:\([A-Z](?:\s*,\s*[A-Z])*\))?(?:依次|分别|各|情况|如下|为|是|:|\s)*(?P<rows>{row}(?:\s*[,、;]?\s*{row})+)"
    )
    if match is None:
        return
    labels = [name[:-1] for name, value in match.groupdict().items() if value and name != "rows"]
    rows = [re.match(rf"(?:进程)?({_NAME})", part, re.IGNORECASE) for part in re.findall(row, match["rows"], re.IGNORECASE)]
    vectors = re.findall(vector, match["rows"])
    names = [one[1].upper() for one in rows if one]
    first = min(labels, key=lambda key: match.start(f"{key}a") if match.group(f"{key}a") else len(reading.rest))
    second = next(key for key in labels if key != first)
    told.rows[first] = [(name, _vector_of(value)) for name, value in zip(names, vectors[::2], strict=True)]
    told.rows[second] = [(name, _vector_of(value)) for name, value in zip(names, vectors[1::2], strict=True)]


def _tabled(reading: Clauses) -> tuple[tuple[str, ...], dict[str, list[Vector]]] | None:
    """The names and matrices of a table, taken: lines of a name and numbers below a line of headings, or a table of cells."""
    lines = reading.rest.split("\n")
    for at, line in enumerate(lines):
        keys = [match.lastgroup for match in _TOKEN.finditer(line) if match.lastgroup in ("greatest", "held", "need", "free")]
        if len(set(keys)) < 2 or len(keys) != len(set(keys)):
            continue
        rows: list[tuple[str, list[str]]] = []
        last = at
        for number in range(at + 1, len(lines)):
            row = re.fullmatch(rf"[\s|]*(?:进程)?\s*({_NAME})[\s|:,]+([\d\s|,()、]+?)[\s|]*", lines[number], re.IGNORECASE)
            if row:
                rows.append((row[1].upper(), re.findall(r"\d+", row[2])))
                last = number
            elif rows or not re.fullmatch(r"[\s|:\-A-Za-z\d,]*", lines[number]):
                break
        if len(rows) < 2:
            continue
        with_free = "free" in keys
        full = len(keys) - (1 if with_free else 0)
        counts = [len(cells) for _, cells in rows]
        width = counts[-1] // full if counts[-1] % full == 0 else 0
        if not width or any(count != width * full for count in counts[1:]) or counts[0] not in (width * full, width * len(keys)):
            continue
        if len(keys) == full == len(rows[0][1]) and {len(cell) for _, cells in rows for cell in cells} == {len(rows[0][1][0])} != {1}:
            # 0012 0000: a digit for each type.
            width = len(rows[0][1][0])
            rows = [(name, [digit for cell in cells for digit in cell]) for name, cells in rows]
            counts = [len(cells) for _, cells in rows]
        if width == 1 and len({len(cell) for _, cells in rows for cell in cells}) == 1 and len(rows[0][1][0]) > 1:
            continue  # 753 010: digits run together
        matrices: dict[str, list[Vector]] = {str(key): [] for key in keys}
        for number, (_, cells) in enumerate(rows):
            here = keys if len(cells) == width * len(keys) else [key for key in keys if key != "free"]
            if number and len(here) != full:
                return None
            for place, key in enumerate(here):
                matrices[str(key)].append(tuple(int(cell) for cell in cells[place * width : (place + 1) * width]))
        if with_free and len(matrices["free"]) != 1:
            return None
        start = sum(len(line) + 1 for line in lines[:at])
        end = sum(len(line) + 1 for line in lines[: last + 1]) - 1
        # A word before the headings on their line belongs to the sentence above; headings alone are the table's.
        reading.take_spans([(start, end)])
        return tuple(name for name, _ in rows), matrices
    read = reading.take_table()
    return None if read is None else _cells(read)


def _cells(read: Table) -> tuple[tuple[str, ...], dict[str, list[Vector]]]:
    heading = r"(?:\(.*\))?"
    columns = read.by_heading(
        (
            (r"(?:进程|作业)(?:名|号|编号)?", "name"),
            *((rf"(?:{_WORDS[key]}){heading}", key) for key in ("need", "greatest", "held", "free")),
            (rf"需求(?:量|矩阵)?{heading}", "need"),
        )
    )
    if "name" not in columns or len({"greatest", "held", "need"} & columns.keys()) < 2:
        stay_out("a table without what is needed")
    matrices: dict[str, list[Vector]] = {
        name: [_vector_of(cell) for cell in columns[name]] for name in ("greatest", "held", "need") if name in columns
    }
    if any(not re.fullmatch(r"\(?\s*\d+(?:\s*[, 、]\s*\d+)*\s*\)?|\d+", cell) for name in matrices for cell in columns[name]):
        stay_out("a cell that is not a vector")
    # Without separators (753) every digit is one type; that is only so where all rows look alike.
    if all(len(vector) == 1 for rows in matrices.values() for vector in rows):
        widths = {len(cell.strip("() ")) for name in matrices for cell in columns[name]}
        if len(widths) == 1 and widths != {1}:
            matrices = {name: [tuple(map(int, cell.strip("() "))) for cell in columns[name]] for name in matrices}
    given = [cell for cell in columns.get("free", ()) if cell.strip()]
    if len(given) == 1:
        matrices["free"] = [_vector_of(given[0])]
    return tuple(columns["name"]), matrices


def _matrices(told: _Told) -> tuple[list[str], dict[str, list[Vector]]] | None:
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


def _fits(one: Vector, other: Vector) -> bool:
    return all(a <= b for a, b in zip(one, other, strict=True))


def _understood(told: _Told, asked: list[str], types: int | None, processes: int | None) -> Recognition | None:
    if len(told.rows) < 2 or "held" not in told.rows or (found := _matrices(told)) is None:
        return None
    names, matrices = found
    held, greatest, need = matrices["held"], matrices.get("greatest"), matrices.get("need")
    width = len(held[0])
    if any(len(vector) != width for rows in matrices.values() for vector in rows) or any(len(one) != width for one in told.single.values()):
        return None
    if greatest is None:
        assert need is not None
        greatest = [tuple(a + b for a, b in zip(*pair, strict=True)) for pair in zip(held, need, strict=True)]
    if any(not _fits(has, most) for has, most in zip(held, greatest, strict=True)):
        return None
    needs = [tuple(a - b for a, b in zip(*pair, strict=True)) for pair in zip(greatest, held, strict=True)]
    if need is not None and need != needs:
        return None
    free = told.single.get("free")
    if (total := told.single.get("total")) is not None:
        left = tuple(most - sum(row[column] for row in held) for column, most in enumerate(total))
        if min(left) < 0 or free not in (None, left):
            return None
        free = left
    if processes not in (None, len(names)) or types not in (None, width) or not 2 <= len(names) <= 7:
        return None
    tasks = list(asked)
    # A label that nothing was told for is what is asked: "求可用资源向量和需求矩阵".
    tabulated = [key for key in ("free", "need") if key in told.asked and key not in told.rows and key not in told.single]
    if "least" in asked:
        if free is not None or width != 1 or set(asked) - {"least", "safe"} or told.request is not None:
            return None
        return Recognition(
            parameters={
                "names": names,
                "greatest": [list(row) for row in greatest],
                "held": [list(row) for row in held],
                "free": [0],
                "asked": ["least"],
            },
            understood=(_described(names, greatest, held),),
        )
    if not tasks and not tabulated:
        return None
    if free is None or ("grant" in tasks) != (told.request is not None) or (total is None and "free" in tabulated):
        return None
    parameters: dict[str, object] = {
        "names": names,
        "greatest": [list(row) for row in greatest],
        "held": [list(row) for row in held],
        "free": list(free),
    }
    if tabulated and not (tabulated == ["need"] and tasks):
        parameters["asked"] = [*tabulated, *(["safe"] if tasks else [])]
        if "grant" in tasks:
            return None
    understood = [("可用", _shown(free)), _described(names, greatest, held)]
    if told.request is not None:
        who, wanted = told.request
        if who not in names or len(wanted) != width:
            return None
        parameters["request"] = [names.index(who), list(wanted)]
        understood.append(("请求", f"{who} {_shown(wanted)}"))
    return Recognition(parameters=parameters, understood=tuple(understood))


def _shown(vector: Vector) -> str:
    return f"({listed(vector, ',')})" if len(vector) > 1 else str(vector[0])


def _described(names: Sequence[str], greatest: Sequence[Vector], held: Sequence[Vector]) -> tuple[str, str]:
    rows = (f"{name} {_shown(most)}/{_shown(has)}" for name, most, has in zip(names, greatest, held, strict=True))
    return "各进程（最大/已分配）", "；".join(rows)
