"""Page tables with their bits of state in one wording: flat tables in rows, and no column that the question does not turn on."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.os._tables.flat_tables import rows_put_back
from engine.generators.os._tables.page_columns import COLUMNS

_COLUMNS = tuple(pattern for _, pattern in COLUMNS)
STATE = (
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
        there = state_of_page(text)
        page, frame = 0, next((number for number, cell in enumerate(head) if patterns.fullmatch(dict(COLUMNS)["frame"], cell)), None)
        if len(rows) < 2 or there is None or frame is None or not patterns.fullmatch(dict(COLUMNS)["page"], head[page]):
            return text
        state = head.index("状态位")
        if any((row[state] == there) != row[frame].isdigit() for row in rows):
            return text
        kept = "\n".join(f"{row[page]} {row[frame]}" for row in rows if row[frame].isdigit())
        before = patterns.sub(STATE, "", "\n".join(lines[:at]))
        before = patterns.sub(
            rf"(?:假设|某|设)?(?:一个)?进程有\s*{len(rows)}\s*个页面,?(?:页(?:面)?号(?:为|是)?\s*0\s*[~～-]\s*{len(rows) - 1},?)?",
            "",
            before,
        )
        return "\n".join([before, f"{head[page]} {head[frame]}", kept, *lines[at + 1 + len(rows) :]])
    return text


def _with_the_rest(text: str) -> str:
    """The text with a word on the pages that no frame is told for, where it says how many pages there are."""
    told = patterns.search(r"(?:程序|作业|进程)(?:共|有|长)+\s*(?P<pages>\d{1,2})\s*页长?[,。;]", text) or patterns.search(
        r"(?:逻辑地址|编程)空间(?:共|有|为)+\s*(?P<pages>\d{1,2})\s*个?页(?:面)?[,。;]", text
    )
    listed = patterns.search(
        r"(?:虚页(?:号)?|第)\s*(?P<list>\d{1,2}(?:\s*[,、和]\s*\d{1,2})+)\s*页?已?(?:经)?(?:分别|依次)?(?:已)?(?:经)?(?:被)?(?:对应(?:的)?|(?:调入|装入)(?:到|了)?(?:主存|内存)(?:的)?(?=\s*\d))(?:物理)?(?:(?:页框|物理块|块|帧|页帧)号?)?\s*(?P<frames>\d{1,3}(?:\s*[,、和]\s*\d{1,3})+)(?:\s*号?(?:页框|物理块|块|帧|页帧)中?)?",
        text,
    )
    if told is None or listed is None or patterns.search("未|不在|缺页|失效|中断|没有", text):
        return text
    pages = {int(page) for page in patterns.findall(r"\d+", listed["list"])}
    if len(pages) >= int(told["pages"]) or max(pages) >= int(told["pages"]):
        return text
    return f"{text[: listed.start()]}虚页{listed['list']}对应的页框号分别为{listed['frames']},其余页面不在内存{text[listed.end() :]}"


def state_of_page(text: str) -> str | None:
    """The state of a page that is in memory; None: not said."""
    said = patterns.search(STATE, text)
    if said is None or bool(said["not"]) == bool(said["other"]):
        return None
    first, second = (said[name].replace("I", "1").replace("O", "0") for name in ("first", "second"))
    return None if first == second else second if said["not"] else first
