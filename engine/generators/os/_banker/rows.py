"""Amounts of resources told in rows of words, as the vectors and the single amounts that the banker's readers know."""

from __future__ import annotations

import re

from engine.generators import patterns


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


_KINDS = (
    ("可用资源", r"Available|可用(?:资源)?(?:数|量)?|剩余(?:资源)?(?:数|量)?|可利用(?:资源)?(?:数)?"),
    ("尚需", r"Need|(?:还|尚|仍)(?:需要?|缺)(?:资源)?(?:数量?|量)?"),
    (
        "已分配",
        r"Alloc(?:ation|ated)?|已(?:经)?(?:分配|占有?|获得)的?(?:资源)?(?:数量?|量)?|(?:当前|目前)?占有(?:资源)?(?:数|量)|分配(?:资源)?(?:数|量)?",
    ),
    ("最大需求", r"Max(?:imum)?|Claim|(?:资源)?最大(?:资源)?(?:需求|需要)(?:数|量)?|最大值|(?:资源)?(?:总)?需求(?:资源)?(?:总?数|总?量)?"),
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


_RUN = re.compile(r"(?<![^\s])(?P<rows>(?:(?:P\d|[A-E])(?: +\d+){2,12} +){1,6}(?:P\d|[A-E])(?: +\d+){2,12})(?![\d.])")
_LETTERS = re.compile(r"(?P<letters>(?:R\d|[A-F])(?: +(?:R\d|[A-F])){1,14}) *$")


def matrix_from_a_line(text: str) -> str:
    """A table of which a page has made one line (`进程 Allocation Max A B A B P1 2 1 5 5 …`) told process by process."""
    run = _RUN.search(text)
    if run is None or "\n" in text[max(0, run.start() - 2) : run.start()]:
        return text
    rows = [
        (name, [int(figure) for figure in patterns.findall(r"\d+", figures)])
        for name, figures in patterns.findall(r"(P\d|[A-E])((?: +\d+)+)", run["rows"])
    ]
    before = text[: run.start()]
    columns = _columns(before)
    if columns is None or len({name for name, _ in rows}) != len(rows):
        return text
    start, kinds, width = columns
    least = width * sum(kind != "可用资源" for kind in kinds)
    if any(len(figures) not in (least, width * len(kinds)) for _, figures in rows) or (
        "可用资源" in kinds and len(rows[0][1]) != width * len(kinds)
    ):
        return text
    said = []
    for place, (name, figures) in enumerate(rows):
        here = kinds if len(figures) == width * len(kinds) else [kind for kind in kinds if kind != "可用资源"]
        told = {kind: f"({','.join(map(str, figures[at * width : (at + 1) * width]))})" for at, kind in enumerate(here)}
        said.append(name + ",".join(f"{kind}{vector}" for kind, vector in told.items() if kind != "可用资源"))
        if place == 0 and "可用资源" in told:
            said.insert(0, f"可用资源为{told['可用资源']}")
    return f"{before[:start].rstrip()}\n{';'.join(said)}。\n{text[run.end() :].lstrip()}"


def _columns(before: str) -> tuple[int, list[str], int] | None:
    """Where the headings of a table begin at the end of a text, which matrices its columns are, and how many kinds of resources there are."""
    letters = _LETTERS.search(before)
    if letters is not None:
        names = letters["letters"].split()
        width = len(set(names))
        if len(names) % width or names != names[:width] * (len(names) // width):
            return None
        count, head = len(names) // width, patterns.split(r"[\s:：,，。]+", before[: letters.start()].strip())
        kinds = [_kind(word) for word in head[-count:]]
        if None in kinds or len(set(kinds)) != count:
            return None
        start = before.rindex(head[-count], 0, letters.start())
        if len(head) > count and patterns.fullmatch("进程|Process", head[-count - 1]):
            start = before.rindex(head[-count - 1], 0, start)
        return start, [str(kind) for kind in kinds], width
    # `已分配A资源数量 已分配B资源数量 需求A资源总量 需求B资源总量`: each column for itself.
    words = before.split()
    found: list[tuple[str, str]] = []
    while words and (letter := patterns.findall(r"(?<![A-Za-z\d])(R\d|[A-F])(?![A-Za-z\d])", words[-1])):
        kind = _kind(patterns.sub(r"R\d|[A-F]", "", words[-1]))
        if kind is None or len(letter) != 1:
            break
        found.insert(0, (kind, letter[0]))
        words.pop()
    told = list(dict.fromkeys(kind for kind, _ in found))
    if len(told) < 2 or len(found) % len(told):
        return None
    width = len(found) // len(told)
    if [kind for kind, _ in found] != [kind for kind in told for _ in range(width)]:
        return None
    if words and patterns.fullmatch("进程|Process", words[-1]):
        words.pop()
    start = len(before)
    for word in reversed(before.split()[len(words) :]):
        start = before.rindex(word, 0, start)
    return start, told, width


def _kind(word: str) -> str | None:
    return next((kind for kind, pattern in _KINDS if patterns.fullmatch(pattern, word, re.IGNORECASE)), None)
