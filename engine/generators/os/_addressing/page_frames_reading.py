"""Reading a page table: the frames of pages, from a table, two rows, lists or pairs, and which pages are not in memory."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.clauses import Clauses as GeneralClauses
from engine.generators.reading import SEPARATOR, stay_out, to_int

FRAME = r"(?:物理|内存|主存|存储|实)?(?:页框|页帧|块|帧|盘块|页架|物理页|框)(?:号)?"
_LIST = rf"\d+(?:{SEPARATOR}(?:和\s*)?\d+|\s*和\s*\d+)+"
HEXADECIMAL = r"(?:(?<![0-9A-Za-z])0x[0-9a-f]+H?|(?<![0-9a-zA-Z])[0-9a-f]+\s?H)(?![a-zA-Z0-9])"
_NUMBER = r"(?:(?<![0-9A-Za-z])0x[0-9A-F]+|(?<![0-9A-Za-z])[0-9A-F]+H(?![A-Za-z0-9])|(?<![0-9A-Za-z])\d+(?![0-9A-Za-z]))"

_NOWHERE = ("-", "—", "--", "/", "×", "无")
"""What stands for the frame of a page that is not in memory."""


def number(text: str) -> int:
    """A decimal number, a hexadecimal one as 0x... or ...H, or a binary one in groups of four."""
    text = patterns.sub(r"\(.*?\)", "", text.strip())
    if patterns.fullmatch(r"[01]{4}(?: [01]{4}){2,7}B?", text):
        return int(text.replace(" ", "").removesuffix("B"), 2)
    text = text.replace(" ", "")
    if text.lower().startswith("0x"):
        return int(text[2:].upper().removesuffix("H"), 16)
    if text.upper().endswith("H"):
        return int(text[:-1], 16)
    return to_int(text)


def page_table(problem: GeneralClauses) -> tuple[dict[int, int], set[int]]:
    """Page -> frame, from a table, two lists, or pairs; and the pages said not to be in memory."""
    marked = list(patterns.finditer(r"(?m)^[^\S\n]*(?P<page>\d+)[^\S\n]+(?P<bit>[01])[^\S\n]+(?P<frame>\d+|-)[^\S\n]*$", problem.rest))
    headed = patterns.search(r"页号\s*,?\s*(?:有效位|存在位|状态位)\s*,?\s*(?:页框|块|帧)", problem.rest)
    if marked and headed:
        problem.take_all(r"页号\s*,?\s*(?:有效位|存在位|状态位)\s*,?\s*(?:页框|块|帧)号?")
        problem.take_spans([row.span() for row in marked])
        found = {int(row["page"]): int(row["frame"]) for row in marked if row["bit"] == "1" and row["frame"] != "-"}
        return _paired(list(found), list(found.values())), {int(row["page"]) for row in marked if row["bit"] == "0"}
    if row := problem.take(
        rf"(?m)^[ |]*页(?:面)?号[ |]*(?P<pages>\d+(?:[ |]+\d+)+)[ |]*\n(?:[ |:-]+\n)?[ |]*(?:{FRAME})[ |]*(?P<frames>\d+(?:[ |]+\d+)+)[ |]*$"
    ):
        return _paired(
            [int(part) for part in patterns.findall(r"\d+", row["pages"])], [int(part) for part in patterns.findall(r"\d+", row["frames"])]
        ), set()
    if read := problem.take_table():
        # A cross instead of a frame: the table's pattern ends where the figures do.
        crossed = {int(row["page"]) for row in problem.take_all(r"(?m)^[ |]*(?P<page>\d{1,2})[ |]+[xX×/\-—][ |]*$")}
        columns = read.by_heading(
            (
                (r"(?:逻辑|虚拟?)?页(?:面)?(?:号|块)?(?:\(.*\))?", "page"),
                (rf"{FRAME}(?:\(.*\))?", "frame"),
                (r"(?:有效|存在|状态|合法|驻留)位?(?:\(.*\))?|[PV]位?", "valid"),
                (r"访问(?:位|字段)?|引用位|A位?", "used"),
                (r"修改位|M位?|脏位", "modified"),
                (r"(?:外存|辅存|磁盘)(?:块号|地址)|盘块号", "disk"),
            )
        )
        pages, frames = columns.get("page", ()), columns.get("frame", ())
        valid = columns.get("valid", ("1",) * len(pages))
        nowhere = {bit.strip() for frame, bit in zip(frames, valid, strict=True) if frame.strip() in _NOWHERE}
        if nowhere == {"1"} and "valid" in columns:  # a state of 1 is that of a page without a frame
            if any(bit.strip() == "1" and frame.strip() not in _NOWHERE for frame, bit in zip(frames, valid, strict=True)):
                stay_out("a state that does not tell")
            valid = tuple("1" if bit.strip() == "0" else "0" for bit in valid)
        found, absent = {}, crossed
        unmarked = bool(patterns.search("十六进制", problem.text)) and any(patterns.search("[A-Fa-f]", frame) for frame in frames)
        for page, frame, bit in zip(pages, frames, valid, strict=True):
            if bit.strip() in ("0", "无效", "否") or frame.strip() in _NOWHERE:
                absent.add(number(page))
            elif unmarked and patterns.fullmatch(r"[0-9A-Fa-f]+", frame):
                found[number(page)] = int(frame, 16)
            elif patterns.fullmatch(r"\d+|[0-9A-Fa-f]+H|0[xX][0-9A-Fa-f]+", frame):
                found[number(page)] = number(frame)
            else:
                stay_out(frame)
        return _paired(list(found), list(found.values())), absent
    return _pairs(problem), set()


def _pairs(problem: GeneralClauses) -> dict[int, int]:
    problem.take_all(
        r"(?:的)?(?:对应关系|对照)(?:如下|分别)?(?:所示)?(?:为|是|:)*|(?:页表|映射)(?:的)?(?:内容|情况)?(?:如下|为|是|:)+|(?:虚页号|页号|逻辑页号)(?:和|与|→)(?:物理页号|页框号|块号|物理块号)(?:的)?(?:对照|对应)?(?:关系)?(?:为|是|:)*"
    )
    if row := problem.take(
        r"\[?(?P<list>\d+(?:\s*,\s*\d+){1,15})\]?(?:分别)?(?:给|对应|是|为)第?0\s*(?:~|-|到|至)\s*(?P<last>\d+)(?:号)?页(?:的块号)?"
    ):
        frames = [int(part) for part in patterns.findall(r"\d+", row["list"])]
        return _paired(list(range(len(frames))), frames) if int(row["last"]) + 1 == len(frames) else stay_out("a list of another length")
    if row := problem.take(
        rf"(?:作业|进程|程序)?(?:的)?(?:(?:各|所有)页(?:依次|分别)|(?<!页)(?<!页面)(?:依次|顺序)(?=放|存|装|占)|(?<=页,)(?:依次|分别|各)(?=放|存|装|占)|(?<=个页面)(?:被)?(?:依次|分别|各)(?:被)?(?=放|存|装|占|分配))(?:放|存放|装入|装|在|存|于|到|主存|内存|的|第)+(?P<list>{_LIST})\s*(?:号)?(?:{FRAME})(?:中|里)?"
    ):
        frames = [int(part) for part in patterns.findall(r"\d+", row["list"])]
        return _paired(list(range(len(frames))), frames)
    beside = (
        r"页(?:面)?号\s*(?P<page>\d+)\s*[,、:]?\s*(?:对应)?(?:的)?(?:物理|内存|主存)?(?:块|页框|帧)号\s*(?:为|是)?\s*(?P<frame>\d+)(?!\d)"
    )
    if len(patterns.findall(beside, problem.rest)) > 1:  # `页号0,块号3;页号1,块号7`
        each = problem.take_all(beside)
        return _paired([int(pair["page"]) for pair in each], [int(pair["frame"]) for pair in each])
    lists = problem.take(
        rf"(?:页表(?:中|里)?)?(?:的)?(?:第|逻辑页|虚页|页号|页)*(?:为)?(?P<pages>{_LIST})\s*号?(?:,?\s*(?:这|共)?(?:[两二三四五六七八]|[2-8])个?)?(?:的)?(?:逻辑|虚)?(?:页面|页)?,?(?:依次|分别|各|已|被)*(?:对应|存放在?|存在|分配到?|装入到?|装到|装在|放在|放入|放到|在|分配到?|映射到?|存于|调入|进|占|位于)+(?:了)?(?:的|于)?(?:内存|主存)?(?:的)?(?:第)?(?:{FRAME})?(?:分别|依次)?(?:为|是|:)?(?:第)?(?P<frames>{_LIST})\s*(?:号)?(?:{FRAME})?(?:中|里|内)?"
    )
    if lists:
        return _paired(
            [int(part) for part in patterns.findall(r"\d+", lists["pages"])],
            [int(part) for part in patterns.findall(r"\d+", lists["frames"])],
        )
    counted = problem.take(
        rf"(?:第0页(?:开始|起)|从第?0(?:号)?页(?:开始|起)|(?:第|页号|页面|逻辑页|虚页)?0(?:号)?(?:页)?[~\-到至]第?(?P<last>\d+)(?:号)?(?:逻辑)?(?:页|页面)?)(?:依次|分别|各|已|被|的)*(?:对应|存放在?|装入到?|装在|放在|在|分配到?|映射到?|存于|调入|的)*(?:的)?(?:内存|主存)?(?:的)?(?:第)?(?:{FRAME})?(?:分别|依次)?(?:为|是|:)?(?:第)?(?P<frames>{_LIST})\s*(?:号)?(?:{FRAME})?(?:中|里|内)?"
    )
    if counted:
        told = [int(part) for part in patterns.findall(r"\d+", counted["frames"])]
        if counted["last"] and int(counted["last"]) + 1 != len(told):
            stay_out("pages and frames do not pair")
        return _paired(list(range(len(told))), told)
    if row := problem.take(
        rf"(?:被|均|都|已)*(?:依次|分别|各|顺序)(?:被|地)?(?:装入|装到|装在|放入|放在|放到|存放|存入|存于|分配|调入|映射)(?:到|在|于|了)?(?:内存|主存)?(?:中)?(?:的)?(?:第)?(?:{FRAME})?(?:为|是)?\s*(?P<list>{_LIST})\s*(?:号)?(?:{FRAME})?(?:中|里)?"
    ):
        frames = [int(part) for part in patterns.findall(r"\d+", row["list"])]
        listed = list(
            patterns.finditer(
                r"页(?:面)?号(?:分别|依次)?(?:为|是)\s*0\s*(?:~|-|到|至|、\s*1[\d、\s]*?、|,\s*1[\d,\s]*?,)\s*(\d+)", problem.text
            )
        )
        if listed and int(listed[-1][1]) + 1 != len(frames):
            stay_out("pages and frames do not pair")
        return _paired(list(range(len(frames))), frames)
    page = rf"(?:逻辑|虚拟?)?(?:第|页号|页面|页)?\s*(?P<page>{_NUMBER})\s*(?:号)?(?:逻辑|虚)?(?:页面|页)?"
    frame = rf"(?:第)?\s*(?:{FRAME})?(?:为|是|=)?\s*(?P<frame>{_NUMBER})\s*(?:号)?(?:{FRAME})?"
    verb = rf"(?:(?:被|已)?(?:的(?=块号|页框号|物理块号|帧号)|对应(?:于|着|的)?|对|装入|装|存放|存|放|调入|映射|分配|落)(?:到|在|于|至|入|了|的)*(?:内存|主存)?(?:的)?|在(?:内存|主存)?(?:的)?(?=第|物理|页框|块|{_NUMBER}\s*(?:号|块|页框|帧)))"
    for link, least in ((r"\s*(?:->|→|—>|=>)\s*", 1), (verb, 1), (r"\s*[-:]\s*", 2)):
        # A lone 0-3 may be a range.
        if len(list(patterns.finditer(page + link + frame, problem.rest, re.IGNORECASE))) >= least:
            pairs = problem.take_all(page + link + frame)
            numbers = [value for match in pairs for value in (match["page"], match["frame"])]
            if any(patterns.fullmatch(HEXADECIMAL, value, re.IGNORECASE) for value in numbers) and any(
                value.isdigit() and int(value) > 9 for value in numbers
            ):
                stay_out("hexadecimal and unmarked numbers in one page table")
            return _paired([number(match["page"]) for match in pairs], [number(match["frame"]) for match in pairs])
    return {}


def _paired(pages: list[int], frames: list[int]) -> dict[int, int]:
    if len(pages) != len(frames) or len(set(pages)) != len(pages) or len(set(frames)) != len(frames):
        stay_out("pages and frames do not pair")
    return dict(zip(pages, frames, strict=True))
