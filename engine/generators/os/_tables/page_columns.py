"""The rows of a page table, whatever its columns are called and in whatever order they stand."""

from __future__ import annotations

from dataclasses import dataclass

from engine.generators import patterns

COLUMNS: tuple[tuple[str, str], ...] = (
    ("page", r"(?:逻辑|虚拟?)?页(?:面)?(?:号|码)?(?:\([^()]*\))?"),
    ("frame", r"(?:对应的?)?(?:物理|内存|主存|存储)?(?:页框|页帧|物理块|物理页|块|帧|页架|框)(?:号)?(?:\([^()]*\))?"),
    ("there", r"(?:有效|存在|状态|驻留|合法|中断)位?(?:\([^()]*\))?|[PV]位?"),
    ("used", r"(?:访问|引用|使用)(?:位|字段)?(?:\([^()]*\))?|[RA]位?"),
    ("changed", r"(?:修改|脏|改变)位?(?:\([^()]*\))?|[MD]位?"),
    ("loaded", r"(?:装入|调入)(?:时[间刻])"),
    ("last", r"(?:最近|最后|上次)?(?:一次)?访问(?:时[间刻])"),
    ("disk", r"(?:外存|辅存|磁盘)(?:块号|地址)?|盘块号"),
)
"""What may head a column of a page table."""

NOWHERE = frozenset({"-", "—", "--", "——", "/", "×", "x", "X", "无", "空", "null", "NULL", "Λ", "\\"})
"""What stands for the frame of a page that is not in memory."""

_CELL = r"[^\s|,;。?!]{1,12}"


@dataclass(frozen=True, slots=True)
class PageTable:
    """A page table: each column's cells, and where the table stands in its text."""

    columns: dict[str, tuple[str, ...]]
    start: int
    end: int


def page_table_rows(text: str) -> PageTable | None:
    """The text's only page table of at least two rows, a row a line; None where there is none, or more than one."""
    found: list[PageTable] = []
    lines = list(patterns.finditer(r"[^\n]*(?:\n|$)", text))
    for at, line in enumerate(lines):
        names = [_column(cell) for cell in _cells(line[0])]
        if (
            len(names) < 2
            or None in names
            or len(set(names)) != len(names)
            or not {"page"} <= set(names)
            or len(set(names) & {"frame", "there", "loaded"}) == 0
        ):
            continue
        rows: list[list[str]] = []
        end = line.end()
        for other in lines[at + 1 :]:
            cells = _cells(other[0])
            if cells and all(patterns.fullmatch(r":?-+:?", cell) for cell in cells) and "|" in other[0] and not rows:
                end = other.end()
                continue
            if len(cells) == len(names) - 1 and "|" not in other[0] and names[-1] == "frame":
                cells = [*cells, "-"]  # nothing stands where no frame is
            if len(cells) != len(names) or not cells[names.index("page")].rstrip("Hh").isalnum():
                break
            rows.append(cells)
            end = other.end()
        if len(rows) > 1:
            columns = {str(name): tuple(row[number] for row in rows) for number, name in enumerate(names)}
            found.append(PageTable(columns, line.start(), end))
    return found[0] if len(found) == 1 else None


def _cells(line: str) -> list[str]:
    line = line.strip()
    if "|" in line:
        return [cell.strip() for cell in line.strip("|").split("|")]
    cells = line.split()
    return cells if all(patterns.fullmatch(_CELL, cell) for cell in cells) else []


def _column(heading: str) -> str | None:
    return next((name for name, pattern in COLUMNS if patterns.fullmatch(pattern, heading)), None)


def state_of_there(text: str) -> str:
    """What a table marks a page with that is in memory: 1, unless the text says that 0 does."""
    said = patterns.search(
        r"(?P<one>[01])\s*(?:时)?(?:和|与|/|、|或)?\s*(?P<other>[01])?\s*(?:时)?(?:分别|依次)?(?:表示|代表|为)(?:该)?页?面?(?P<not>不|未|没有?)?(?:已)?(?:经)?(?:在|装入|调入)(?:内存|主存)",
        text,
    )
    if said is None:
        return "1"
    return said["one"] if not said["not"] else ("1" if said["one"] == "0" else "0")
