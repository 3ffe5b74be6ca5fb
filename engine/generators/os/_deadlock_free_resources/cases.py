"""Several cases of resources of one type, and in which of them there may be a deadlock: told in the text, or in the options."""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.os._scenery import SCENERY
from engine.generators.os._topic import Topic
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import INTEGER, stay_out, to_int

_CASE = re.compile(
    rf"(?:情况|情形|方案|组)?\s*(?P<name>(?:(?<=情况)|(?<=情形)|(?<=方案)|(?<=[\s,;。:(])|^)\s*(?:\d|[ABCDEⅠⅡⅢⅣ一二三四五]))\s*[).、:]*\s*"
    rf"(?:共|有)?(?P<processes>{INTEGER})\s*个(?:并发)?(?:进程|作业|线程)\s*[,;、]?\s*(?:且|并)?(?:每个|各|单个)(?:进程|作业|线程)?(?:的)?(?:都|均|最多|最大|至多|所|需要?|要|求|请|申|的|资源|需求|量|数|为|是|使用|有|:)*\s*(?P<need>{INTEGER})\s*(?:个|台)?(?:资源)?\s*"
    rf"[,;、]?\s*(?:系统)?(?:的|中|共|有|资源|总|数|量|为|是|:)+\s*(?P<resources>{INTEGER})\s*(?:个|台)?(?:资源)?"
)
_REMARKS = (
    r"(?:而且|并且|且)?(?:所有|每个|各)?(?:进程)?(?:都|均)?(?:严格)?(?:按照?|以)?(?:一次|每次)(?:只|仅)?(?:一个|1个)(?:的)?(?:方式)?(?:申请|请求)?(?:或|和|与|、)?(?:申请|请求|释放|归还)*(?:资源)?|"
    r"(?:在此系统中|系统中|其中)?,?(?:每个)?(?:进程)?(?:所)?(?:需要?|请求|申请)(?:的)?(?:资源)?(?:量|数|数量)(?:都|均)?(?:不|没有?)(?:会)?(?:超过|大于|多于)(?:系统)?(?:的)?资源(?:的)?(?:总量|总数)|"
    r"(?:所有|全部)?(?:的)?资源(?:都|均|全)?(?:是|为|属)?(?:于)?(?:相同|同一|同种|同)(?:的)?(?:类型|类|种)(?:的)?"
)
_ASKED = (
    (r"(?:不会|不可能|不|没有?|不存在)(?:发生|产生|出现|导致|引起)?(?:的)?死锁", "never"),
    (r"(?:可能|会|能|有可能|存在|将)*(?:发生|产生|出现|导致|引起)?(?:的)?死锁", "may"),
)


_ROLE_ROW = r"(?m)^[ |]*(?:{names})[ |]+(?P<cells>\d{{1,4}}(?:[ |]+\d{{1,4}}){{1,7}})[ |]*$"


def _listed(text: str) -> str:
    """`(1) m=3,n=2,w=2 (2) m=3,n=3,w=2` as the table that says the same."""
    mark = r"\s*[(（]?\s*(\d)\s*[)）.、:：]?\s*"
    one = rf"{mark}m\s*=\s*(\d+)\s*[,，、;]\s*n\s*=\s*(\d+)\s*[,，、;]\s*w\s*=\s*(\d+)\s*[,，;；。]?"
    rows = patterns.findall(one, text)
    if len(rows) < 2 or [int(row[0]) for row in rows] != list(range(1, len(rows) + 1)):
        return text
    columns = list(zip(*rows, strict=True))
    table = "\n".join(f"{name} {' '.join(column)}" for name, column in zip(("", "m", "n", "w"), columns, strict=True))
    return f"{patterns.sub(one, '', text)}\n{table.strip()}"


def _table_of_cases(text: str) -> Recognition | None:
    """The cases in the columns of a table with a row for each letter; None: another problem."""
    text = _listed(text)
    rows = {}
    for role, names in (("resources", "m"), ("processes", "n"), ("need", "w")):
        found = patterns.search(_ROLE_ROW.format(names=names), text)
        if found is None:
            return None
        rows[role] = [int(cell) for cell in patterns.findall(r"\d+", found["cells"])]
        text = text[: found.start()] + text[found.end() :]
    count = len(rows["need"])
    if any(len(row) != count for row in rows.values()):
        return None
    head = patterns.search(r"(?m)^[ |]*\(?1\)?(?:[ |]+\(?[2-8]\)?){1,7}[ |]*$", text)
    if head is None or [int(cell) for cell in patterns.findall(r"\d", head[0])] != list(range(1, count + 1)):
        return None
    reading = Topic(text[: head.start()] + text[head.end() :])
    told = [
        reading.take(pattern)
        for pattern in (
            r"(?:R类|[某同]类|R)?(?:的)?(?:互斥)?资源(?:R)?\s*m\s*[个台]|m\s*[个台](?:同类|R类|互斥)?资源(?:R)?",
            r"n\s*个(?:并发)?进程",
            r"(?:每个?|各)(?:个)?进程(?:对)?(?:R)?(?:类)?(?:资源)?(?:R)?(?:的)?(?:最大|最多)?(?:需求|需要?)(?:量|数)?(?:为|是)?\s*w\s*个?",
        )
    ]
    asked = reading.ask(_ASKED)
    reading.take_all(
        rf"(?:那么?|则)?当?\s*m\s*、\s*n\s*、\s*w\s*(?:分别|依次)*取(?:(?:下表|表)(?:中)?(?:的)?(?:各)?|(?:下列|以下)(?:哪些|哪几组|哪组)?)值时|(?:对于)?(?:下)?表(?:中)?的?\(?1\)?\s*[~～-]\s*\(?{count}\)?\s*(?:种)?(?:情况)?"
    )
    reading.finish_knowing(
        SCENERY + "系统 中 有 现有 资源 进程 互斥使用 共享 竞争 若 每个 如果 设 哪些 哪几种 情况 可能 会 对于 时 则 下 ( ) 的"
    )
    if None in told or len(asked) != 1:
        return None
    cases: list[list[int | str]] = [
        [str(number + 1), rows["processes"][number], rows["need"][number], rows["resources"][number]] for number in range(count)
    ]
    if any(int(need) < 1 or int(need) > int(there) or int(processes) < 1 for _, processes, need, there in cases):
        return None
    return _seen(cases, asked == ["may"])


def _seen(cases: list[list[int | str]], may: bool) -> Recognition:
    return Recognition(
        parameters={"cases": cases, "may": may},
        understood=(
            (
                "各种情况（进程数, 每个最多需要, 资源数）",
                "；".join(f"{name}：{count}, {need}, {there}" for name, count, need, there in cases),
            ),
            ("问", "可能死锁的" if may else "不会死锁的"),
        ),
    )


def recognise_cases(text: str) -> Recognition | None:
    """In which of the cases told there may be a deadlock, or cannot be; None: another problem."""
    text = normalise(text)
    if (table := _table_of_cases(text)) is not None:
        return table
    rows = list(_CASE.finditer(text))
    if len(rows) < 2 or "死锁" not in text:
        return None
    reading = Topic(_CASE.sub(" ", text))
    reading.take_all(_REMARKS)
    asked = reading.ask(_ASKED)
    reading.take_all(
        r"(?:下表|下列|以下|下面)?(?:列出|给出)?的?(?:各种|几种|各|[四五三]种)?(?:情况|情形)(?:中|下)?,?|(?:有)?(?:哪些|哪几种|哪几个|哪一?种|哪一?个)(?:情况|情形)?(?:下)?"
    )
    reading.finish_knowing(SCENERY + "系统 资源 进程 类型 相同 同类 共享 竞争 可能 会 某 已知 所有 申请 释放 方式 都 是 需要")
    if len(asked) != 1:
        return None
    names = [patterns.sub(r"\s", "", row["name"]) for row in rows]
    if len(set(names)) != len(names):
        return None
    counts = [[to_int(row[key]) for key in ("processes", "need", "resources")] for row in rows]
    if any(count < 1 or not 1 <= need <= there for count, need, there in counts):
        return None
    return _seen([[name, *count] for name, count in zip(names, counts, strict=True)], asked == ["may"])


def solve_cases(parameters: Parameters) -> Solution:
    """Each case by the worst distribution: every process one short."""
    may = bool(parameters["may"])
    steps, chosen = ["最坏时每个进程都还差 1 个，各占 $w - 1$ 个；资源数不少于 $n(w - 1) + 1$ 时不会死锁。"], []
    for name, count, need, there in parameters["cases"]:
        least = count * (need - 1) + 1
        never = there >= least
        steps.append(
            f"情况 {name}：{count} × ({need} − 1) + 1 = {least}，资源数 {there} {'≥' if never else '<'} {least}，{'不会死锁' if never else '可能死锁'}。"
        )
        if never != may:
            chosen.append(str(name))
    answer = f"情况 {listed(chosen, '、')}" if chosen else "都不会" if may else "都可能"
    return Solution(
        answer=answer,
        also=("".join(chosen), listed(chosen, "、"), listed((f"情况{name}" for name in chosen), "、")) if chosen else (),
        steps=paragraphs(*steps),
        conventions=("资源同类、可重复使用，每次申请 1 个，得不到就等待",),
    )


_PLAYS = (
    (
        "processes",
        r"(?P<letter>[A-Za-z])\s*个(?:并发|竞争|用户|的)*(?:进程|作业|线程)|(?:进程|作业|线程)(?:的)?(?:个)?数(?:目|量)?(?:为)?\s*(?P<other>[A-Za-z])",
    ),
    (
        "need",
        r"(?:每个?|各)(?:进程|作业|线程)(?:都|均|最多|最大|至多|分别|所)*(?:需要?|要求?|申请|请求|使用|的|需求|量|数|为|是)+\s*(?P<letter>[A-Za-z])(?:\s*[个台](?:单位)?(?:的)?)?",
    ),
    (
        "resources",
        r"(?P<letter>[A-Za-z])\s*[个台](?:单位的?|可用的?|互斥的?|互斥使用的?|同类的?|相同的?|这样的?)*(?:存储器|内存|主存|外围)?(?:资源|打印机|磁带机|设备)",
    ),
)
_NUMBERS = (
    ("processes", r"(?<![\d.])(?P<value>\d+|[两二三四五六七八九十])\s*个(?:并发|竞争|用户|的)*(?:进程|作业|线程)"),
    (
        "need",
        r"(?:每个?|各)(?:进程|作业|线程)(?:都|均|最多|最大|至多|所)*(?:需要?|要求?|申请|请求|使用)+\s*(?P<value>\d+|[两二三四五六七八九十])\s*[个台]",
    ),
    (
        "resources",
        r"(?<![\d.])(?P<value>\d+|[两二三四五六七八九十])\s*[个台](?:单位的?|可用的?|互斥的?|互斥使用的?|同类的?|相同的?)*(?:存储器|内存|主存|外围)?(?:资源|打印机|磁带机|设备)",
    ),
)


def recognise_values(text: str) -> Recognition | None:
    """`4 resources, n processes that each need i: when is there no deadlock`, with values of the letters as options; None: another problem."""
    reading = Topic(normalise(text))
    letters: dict[str, str] = {}
    known: dict[str, int] = {}
    for role, pattern in _PLAYS:
        found = {
            match["letter"] or match.groupdict().get("other") for match in reading.take_all(rf"(?<![A-Za-z\d])(?:{pattern})(?![A-Za-z\d])")
        }
        if len(found) > 1:
            return None
        if found:
            letters[str(found.pop()).lower()] = role
    for role, pattern in _NUMBERS:
        value = None if role in letters.values() else reading.take_one(pattern, to_int)
        if value is not None:
            known[role] = value
    if len(letters) < 2 or set(letters.values()) | set(known) != {"processes", "need", "resources"}:
        return None
    asked = reading.ask(_ASKED)
    reading.take_all(r"(?:那么?|则)?当\s*(?:\(\s*\)|几|多少)?\s*(?:时)")
    reading.finish_knowing(
        SCENERY
        + "系统 资源 进程 同类 共享 竞争 互斥 使用 如果 单位 的 时 时候 存储器 取值 值 下列 哪组 哪一组 哪个 为 情况 可能 会 发生 供 给 被 每个 要求 需要"
    )
    if len(asked) != 1:
        return None
    return Recognition(
        parameters={"asked": ["values"], "letters": letters, "known": known, "may": asked == ["may"]},
        understood=(
            ("已知", "、".join(f"{_NAMES[role]} {value}" for role, value in known.items()) or "无"),
            ("问", f"{'、'.join(letters)} 取哪组值{'可能' if asked == ['may'] else '不会'}死锁"),
        ),
    )


_NAMES = {"processes": "进程数", "need": "每个进程最多需要", "resources": "资源数"}


def fits_values(parameters: Parameters) -> Callable[[str], bool]:
    """Whether an option's values of the letters are those asked for."""
    letters, known, may = dict(parameters["letters"]), dict(parameters["known"]), bool(parameters["may"])

    def fits(option: str) -> bool:
        said = {letter.lower(): int(value) for letter, value in patterns.findall(r"([A-Za-z])\s*[=\-:为]\s*(\d+)", option)}
        if set(said) != set(letters):
            stay_out(f"not the values: {option}")
        values = known | {letters[letter]: value for letter, value in said.items()}
        if not values["need"] >= 1:
            stay_out(f"no need: {option}")
        never = values["need"] <= values["resources"] and values["processes"] * (values["need"] - 1) + 1 <= values["resources"]
        return bool(never) != may

    return fits


def solve_values(parameters: Parameters) -> Solution:
    """Which option's values never deadlock (or may)."""
    may = bool(parameters["may"])
    return Solution(
        answer="",
        steps=f"设 $n$ 个进程各需 $w$ 个，最坏时各占 $w - 1$ 个；资源数不少于 $n(w - 1) + 1$ 时不会死锁，否则可能死锁。逐项代入，合适的只有{'可能' if may else '不会'}死锁的一项。",
        fits=fits_values(parameters),
        conventions=("资源同类、可重复使用，每次申请 1 个，得不到就等待",),
    )
