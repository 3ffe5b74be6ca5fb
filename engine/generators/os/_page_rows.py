"""Page tables with their bits of state in one wording: flat tables in rows, and no column that the question does not turn on."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.os._flat_tables import rows_put_back
from engine.generators.os._topic import Topic
from engine.generators.reading import INTEGER, stay_out, to_int

_COLUMNS = (
    r"(?:逻辑|虚)?页(?:面)?号",
    r"(?:物理)?(?:页框|页帧|块|帧|物理块|内存块|主存块|存储块|盘块)号",
    r"(?:状态|有效|存在|驻留|访问|引用|修改|使用)位",
    r"(?:装入|调入|访问)时[间刻]",
)
_STATE = (
    r"(?:其中|表中)?,?状态位(?:等于|为|是|取|=)?\s*[\"“”']?(?P<first>[01IO])[\"“”']?\s*(?:和|与|/|、|或)\s*[\"“”']?(?P<second>[01IO])[\"“”']?\s*(?:分别|依次)?(?:表示|代表)(?:该)?页面?"
    r"(?P<not>不)?(?:已)?在(?:内存|主存)?(?:中)?\s*(?:和|与|/|、|或)\s*(?:页面)?(?P<other>不)?(?:已)?在(?:内存|主存)(?:中)?[,;。]?"
)


def page_rows_spelling(text: str) -> str:
    """The text, normalised, with its page table in rows; where addresses are asked, without the bits of pages that are marked as absent anyway."""
    if not patterns.search(r"页(?:面)?号|虚页", text):
        return text
    text = _with_the_rest(rows_put_back(text, _COLUMNS, "页号"))
    if not patterns.search("物理地址|绝对地址", text) or patterns.search("淘汰|置换|换出", text):
        return text
    lines = text.split("\n")
    for at, line in enumerate(lines):
        head = line.split()
        if "状态位" not in head or not all(any(patterns.fullmatch(heading, cell) for heading in _COLUMNS) for cell in head):
            continue
        rows = []
        for other in lines[at + 1 :]:
            cells = other.split()
            if len(cells) != len(head):
                break
            rows.append(cells)
        there = _present(text)
        page, frame = 0, next((number for number, cell in enumerate(head) if patterns.fullmatch(_COLUMNS[1], cell)), None)
        if len(rows) < 2 or there is None or frame is None or not patterns.fullmatch(_COLUMNS[0], head[page]):
            return text
        state = head.index("状态位")
        if any((row[state] == there) != row[frame].isdigit() for row in rows):
            return text
        kept = "\n".join(f"{row[page]} {row[frame]}" for row in rows if row[frame].isdigit())
        before = patterns.sub(_STATE, "", "\n".join(lines[:at]))
        before = patterns.sub(
            rf"(?:假设|某|设)?(?:一个)?进程有\s*{len(rows)}\s*个页面,?(?:页(?:面)?号(?:为|是)?\s*0\s*[~～-]\s*{len(rows) - 1},?)?",
            "",
            before,
        )
        return "\n".join([before, f"{head[page]} {head[frame]}", kept, *lines[at + 1 + len(rows) :]])
    return text


def _with_the_rest(text: str) -> str:
    """The text with a word on the pages that no frame is told for, where it says how many pages there are."""
    told = patterns.search(r"(?:逻辑地址|编程)空间(?:共|有|为)+\s*(?P<pages>\d{1,2})\s*个?页(?:面)?[,。;]", text)
    listed = patterns.search(
        r"虚页(?:号)?\s*(?P<list>\d{1,2}(?:\s*[,、和]\s*\d{1,2})+)\s*(?:分别|依次)?对应(?:的)?(?:物理)?(?:页框|物理块|块|帧|页帧)号?\s*\d{1,3}(?:\s*[,、和]\s*\d{1,3})+",
        text,
    )
    if told is None or listed is None or patterns.search("未|不在|缺页|失效|中断|没有", text):
        return text
    pages = {int(page) for page in patterns.findall(r"\d+", listed["list"])}
    if len(pages) >= int(told["pages"]) or max(pages) >= int(told["pages"]):
        return text
    return f"{text[: listed.end()]},其余页面不在内存{text[listed.end() :]}"


def _present(text: str) -> str | None:
    """The state of a page that is in memory; None: not said."""
    said = patterns.search(_STATE, text)
    if said is None or bool(said["not"]) == bool(said["other"]):
        return None
    first, second = (said[name].replace("I", "1").replace("O", "0") for name in ("first", "second"))
    return None if first == second else second if said["not"] else first


def recognise_bits(text: str) -> Recognition | None:
    """Which page of a table with its bits of state, access and change makes room for one that is absent; None: another problem."""
    reading = Topic(text)
    if not reading.has("状态位") or not reading.has("淘汰|置换|换出"):
        return None
    present = _present(reading.rest)
    table = reading.take_table()
    if table is None or present is None:
        return None
    columns = table.by_heading(
        (
            (_COLUMNS[0], "page"),
            (_COLUMNS[1], "frame"),
            (r"状态位", "there"),
            (r"(?:访问|引用|使用)位", "used"),
            (r"修改位", "changed"),
        )
    )
    if not {"page", "there", "used", "changed"} <= columns.keys():
        return None
    if any(cell not in ("0", "1") for name in ("there", "used", "changed") for cell in columns[name]):
        return None
    reading.take_all(_STATE)
    frames = reading.take_one(rf"(?P<value>{INTEGER})\s*个(?:物理块|存储块|内存块|主存块|页框|页帧)", to_int)
    pages = reading.take_one(rf"进程有\s*(?P<value>{INTEGER})\s*个页面", to_int)
    reading.take_all(r"页(?:面)?号(?:为|是)?\s*0\s*[~～-]\s*\d{1,2}")
    missing = reading.take_one(r"访问的?(?:页面?|页号为)\s*(?P<value>\d{1,2})\s*(?:号)?(?:的)?(?:页面?)?", int)
    asked = reading.ask(
        (
            (
                r"(?:则)?(?:应该?|应当|将|要|会)*(?:首先|先)?(?:淘汰|换出|置换)(?:表中)?(?:的)?(?:页(?:面)?号)?(?:为|是)?(?:多少|几|哪一?个?|\(\s*\))(?:号)?(?:的)?(?:页面?)?",
                "evicted",
            ),
        )
    )
    reading.finish(
        "某 系统 采用 请求 分页 页式 存储 管理 方案 虚拟存储 假设 设 若 进程 给 该 分配 了 其 页表 页面 如下 下表 表 所示 中 的 当 该进程 不在内存 不在 内存 时 需要 应 访问 页 号"
    )
    rows = [
        {"page": page, "class": 2 * int(used) + int(changed)}
        for page, there, used, changed in zip(columns["page"], columns["there"], columns["used"], columns["changed"], strict=True)
        if there == present
    ]
    if not asked or missing is None or pages not in (None, len(columns["page"])) or frames not in (None, len(rows)):
        return None
    if str(missing) not in columns["page"] or any(row["page"] == str(missing) for row in rows) or not rows:
        return None
    classes = [int(str(row["class"])) for row in rows]
    if classes.count(min(classes)) > 1:
        stay_out("two pages alike")
    return Recognition(
        parameters={"state": "moments", "algorithms": ["NRU"], "rows": rows},
        understood=(
            (
                "在内存的页（访问位, 修改位）",
                "；".join(f"{row['page']}（{kind // 2}, {kind % 2}）" for row, kind in zip(rows, classes, strict=True)),
            ),
            ("缺的页", str(missing)),
        ),
    )
