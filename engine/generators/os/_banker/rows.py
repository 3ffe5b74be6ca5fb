"""Amounts of resources told in rows of words, as the vectors and the single amounts that the banker's readers know."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.os._exam_spelling import without_named_figure


def one_by_one(text: str) -> str:
    """Amounts of one kind told for all processes in a row, process by process: `P1、P2和P3需要的资源数分别为4、3和1`."""
    name = r"(?:[A-Z]\d{0,2}|[甲乙丙丁戊])"
    joint = r"\s*[、,，和与及]\s*(?:和)?"

    def each(match: re.Match[str]) -> str:
        names, amounts = patterns.findall(name, match["names"]), patterns.findall(r"\d+", match["amounts"])
        if len(names) != len(amounts):
            return match[0]
        label = "已分配" if match["held"] else "最大需求"
        return ",".join(f"{one}{label}{amount}个" for one, amount in zip(names, amounts, strict=True))

    return patterns.sub(
        rf"(?<![A-Za-z\d])(?P<names>{name}(?:{joint}{name}){{1,6}})\s*(?:三个|四个|五个|这些)?(?:进程)?(?:对(?:该|此|这)?(?:类|种)?资源)?(?:的)?"
        rf"(?:(?P<held>已(?:经)?(?:申请到|分配到?|获得|占有|占用|得到)|现(?:已)?占有|占有)|(?:最多|总共|最大)?(?:所)?(?:需要?|需求|要求)(?:使用|申请)?)(?:的)?(?:该类|同类|这类|此类)?(?:资源|设备)?(?:的)?(?:总)?(?:数目|数量|数|个数)?(?:分别|依次)(?:为|是|:)?\s*"
        rf"(?P<amounts>\d+\s*[个台]?(?:{joint}\d+\s*[个台]?){{1,6}})",
        each,
        text,
    )


_AMOUNT = r"\s*类?(?:的)?(?:资源)?(?:有|为|是|:)?\s*\d+\s*[个台]?"
_BY_NUMBER = re.compile(
    rf"(?<![A-Za-z\d])(?:R1{_AMOUNT}(?:\s*(?:[,、和]|以及)\s*R[2-6]{_AMOUNT}){{1,5}}|A\s*类(?:的)?(?:资源)?(?:有|为|是|:)?\s*\d+\s*[个台](?:\s*(?:[,、和]|以及)\s*[B-F]\s*类(?:的)?(?:资源)?(?:有|为|是|:)?\s*\d+\s*[个台]){{1,5}})"
)


def by_number(text: str) -> str:
    """`R1类2个、R2类6个和R3类1个` as a vector; what is wanted so is a request."""

    def vector(found: re.Match[str]) -> str:
        pairs = patterns.findall(r"(R\d|[A-F])\s*类?(?:的)?(?:资源)?(?:有|为|是|:)?\s*(\d+)", found[0])
        names = [name for name, _ in pairs]
        wanted = [f"R{place + 1}" if names[0] == "R1" else "ABCDEF"[place] for place in range(len(names))]
        return f"({','.join(amount for _, amount in pairs)})" if names == wanted else found[0]

    text = _BY_NUMBER.sub(vector, text)
    text = patterns.sub(
        r"(?P<names>[A-F](?:\s*[、,和]\s*[A-F]){1,5})(?P<kinds>\s*(?:这)?[两二三四五]类资源)各(?:有)?\s*(?P<each>\d+)\s*[个台]",
        lambda found: (
            f"{found['names']}{found['kinds']},资源总数为({','.join([found['each']] * len(patterns.findall('[A-F]', found['names'])))})"
        ),
        text,
    )
    text = patterns.sub(r"在\s*\(?[1-9]\)?\s*的基础上", "在此基础上", text)
    # A list of names with commas is one clause.
    text = patterns.sub(
        r"(?<![A-Za-z\d<])P\d(?:\s*[,，]\s*P\d){2,6}(?=\s*(?:共享|竞争|使用|这|对|的|都|,?\s*系统))",
        lambda run: "、".join(patterns.findall(r"P\d", run[0])),
        text,
    )
    text = patterns.sub(r"(?:对这[两三四五六]类资源的)?(?:拥有量|拥有的数量)(?:分别)?(?:为|是|:)*\s*(?=\()", "资源总数为", text)
    return patterns.sub(r"(?<=提出)(?:需要|要)\s*(?=\()", "请求", patterns.sub(r"(?<=能否)去(?=满足)", "", text))


_FREE = "可用资源"
_MANY = r"(?:数量|数目|总数|总量|数|量|矩阵|向量)?"
_KINDS = (
    (_FREE, rf"(?:Available|Avail)|(?:系统)?(?:当前|现有|此时)?(?:可用|剩余|可利用|空闲)(?:的)?(?:资源)?{_MANY}(?:\(?Available\)?)?"),
    ("尚需", rf"Need|(?:还|尚|仍)(?:需要?|缺)(?:求|分配)?(?:的)?(?:资源)?{_MANY}(?:\(?Need\)?)?"),
    (
        "已分配",
        rf"Alloc(?:ation|ated)?|(?:当前|目前|现)?已(?:经)?(?:分配|占有?用?|获得)(?:到)?的?(?:资源)?{_MANY}(?:\(?Allocation\)?)?|(?:当前|目前)?(?:占有|占用)(?:的)?(?:资源)?{_MANY}|(?:资源)?分配(?:资源)?{_MANY}",
    ),
    (
        "最大需求",
        rf"Max(?:imum)?|Claim|(?:对?资源)?(?:的)?最大(?:的)?(?:资源)?(?:需求|需要|要求|请求)(?:的)?(?:资源)?{_MANY}(?:\(?Max\)?)?|最大值|(?:资源)?(?:总)?需求(?:资源)?(?:总?数|总?量)?",
    ),
)
_FREE_TABLE = re.compile(
    r"(?:\n?\s*表\s*\d[^\n|]{0,24})?\n\s*\|(?P<letters>[ |]*(?:R\d|[A-F])(?:[ |]+(?:R\d|[A-F])){1,5}[ |]*)\|?\s*\n(?:\s*\|[ :|-]+\|\s*\n)?\s*\|\s*(?:剩余|可用|空闲)(?:的)?(?:资源)?(?:数|数量|量|数目)?\s*\|(?P<free>\s*\d+(?:\s*\|\s*\d+){1,5})\s*\|"
)


def free_row_told(text: str) -> str:
    """A table of its own for what is left (`| 剩余资源数 | 2 | 3 | 3 |`) told in words."""
    found = _FREE_TABLE.search(text)
    if found is None or len(patterns.findall(r"R\d|[A-F]", found["letters"])) != len(patterns.findall(r"\d+", found["free"])):
        return text
    return f"{text[: found.start()]}\n可用资源为({','.join(patterns.findall(r'[0-9]+', found['free']))})。{text[found.end() :]}"


_TOKEN = re.compile(
    r"\(\d\)(?=\s?[\u4e00-\u9fff])|\(\s*\d+(?:\s*[,，、 ]\s*\d+)*\s*\)|\d+(?:[,，]\d+)+(?![\d.])|[^\s|。:：;；,，、?？()（）/]+"
)
_NAME = re.compile(r"(?:进程)?\s?(P\d|[A-F]|[甲乙丙丁戊])", re.IGNORECASE)
_LETTER = re.compile(r"R\d|[A-HX-Z]")
_FIGURES = re.compile(r"(?!\(\d\)$)[\d(),，、 ]*\d[\d(),，、 ]*")
_FILLING = re.compile(r":?-{2,}:?|(?:进程|作业|客户|资源)(?:名称?|号|编号|情况|类型|种类|类别)?|Process(?:es)?|名称|情况", re.IGNORECASE)


def matrices_from_rows(text: str) -> str:
    """The tables of a text told process by process, however their lines and cells are parted: `进程 Allocation Max A B A B P1 2 1 5 5 …`, in
    lines, between bars, a cell a line, or in one line; only the first row may say what is free.
    """
    done = 0
    while (table := _table(text, done)) is not None:
        start, end, told = table
        text = f"{text[:start].rstrip(' |(')}\n{told}。\n{text[end:].lstrip(' |')}"
        done = start + len(told)
    return without_named_figure(text) if done else text


def _table(text: str, done: int) -> tuple[int, int, str] | None:
    """Where a table begins and ends behind a place, and what it tells."""
    tokens = list(_TOKEN.finditer(text, done))
    at = 0
    while at < len(tokens):
        rows, end = _rows(tokens, at)
        if len(rows) > 1 and (columns := _columns([token[0] for token in tokens[:at]])) is not None:
            back, kinds, width = columns
            told = _told(rows, kinds, width)
            if told is not None:
                return tokens[at - back].start(), tokens[end - 1].end(), told
        at = max(end, at + 1)
    return None


def _rows(tokens: Sequence[re.Match[str]], at: int) -> tuple[list[tuple[str, list[str]]], int]:
    """The rows that begin at a token, each a name and figures, and where they end."""
    rows: list[tuple[str, list[str]]] = []
    end = at
    while end < len(tokens) and (name := _NAME.fullmatch(tokens[end][0])):
        figures: list[str] = []
        end += 1
        while end < len(tokens) and _FIGURES.fullmatch(tokens[end][0]):
            figures += patterns.findall(r"\d+", tokens[end][0])
            end += 1
        if not figures:
            return rows, end - 1
        rows.append((name[1].upper(), figures))
    return rows, end


def _told(rows: Sequence[tuple[str, list[str]]], kinds: Sequence[str], width: int | None) -> str | None:
    """What rows of figures tell under their headings; None where they do not come out even."""
    if len({name for name, _ in rows}) != len(rows):
        return None
    digits = {len(figure) for _, figures in rows for figure in figures}
    if len(digits) == 1 and digits != {1} and len(rows[0][1]) == len(kinds):
        # `P0 0012 0000`: a digit for each kind; `12 10` may be that or two numbers.
        if digits == {2} and not any(figure.startswith("0") for _, figures in rows for figure in figures):
            return None
        rows = [(name, list("".join(figures))) for name, figures in rows]
    full = sum(kind != _FREE for kind in kinds)
    counts = [len(figures) for _, figures in rows]
    if not full or (width is None and counts[-1] % full):
        return None
    width = width or counts[-1] // full
    if any(count != width * full for count in counts[1:]) or counts[0] != width * len(kinds):
        return None
    said = []
    for place, (name, figures) in enumerate(rows):
        here = kinds if not place else [kind for kind in kinds if kind != _FREE]
        told = {kind: f"({','.join(map(str, figures[at * width : (at + 1) * width]))})" for at, kind in enumerate(here)}
        said.append(name + ",".join(f"{kind}{vector}" for kind, vector in told.items() if kind != _FREE))
        if _FREE in told:
            said.insert(0, f"可用资源为{told[_FREE]}")
    return ";".join(said)


def _columns(words: Sequence[str]) -> tuple[int, list[str], int | None] | None:
    """How many words at the end of a text are the headings of a table, which matrices its columns are, and how many kinds of resources there
    are, where that is said.
    """
    kinds: list[str] = []
    letters: list[str] = []
    joint: list[tuple[str, str]] = []
    back = count = 0
    for word in reversed(words):
        count += 1
        if _FILLING.fullmatch(word):
            back = count if kinds or joint else back
            continue
        if _LETTER.fullmatch(word):
            letters.insert(0, word)
        elif (kind := _kind(word)) is not None:
            if kinds[:1] != [kind]:  # `最大需求(Max)`
                kinds.insert(0, kind)
        elif (letter := _LETTER.findall(word)) and len(letter) == 1 and (kind := _kind(_LETTER.sub("", word, count=1))) is not None:
            joint.insert(0, (kind, letter[0]))  # `已分配A资源数量 已分配B资源数量 需求A资源总量 需求B资源总量`: each column for itself
        else:
            break
        back = count if kinds or joint else back
    if joint:
        told = list(dict.fromkeys(kind for kind, _ in joint))
        names = list(dict.fromkeys(letter for _, letter in joint))
        even = joint == [(kind, letter) for kind in told for letter in names]
        return (back, told, len(names)) if even and not kinds and not letters else None
    if not kinds or len(set(kinds)) != len(kinds):
        return None
    width = len(set(letters)) or None
    if width and letters != letters[:width] * len(kinds):
        return None
    return back, kinds, width


def _kind(word: str) -> str | None:
    return next((kind for kind, pattern in _KINDS if patterns.fullmatch(pattern, word, re.IGNORECASE)), None)
