"""Banker's problems as papers set them, brought into the form that the reader of states knows: tables whose line ends were lost in copying,
the same number of every kind, and requests told kind by kind.
"""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.os._banker.amounts import named_amounts, numbers_of_parts_gone, vectors_in_a_row
from engine.generators.os._exam_spelling import with_items_numbered, without_named_figure

_KINDS = r"(?P<kinds>(?<![A-Za-z\d])(?:[A-F](?![A-Za-z\d])(?:\s*[,、和]\s*[A-F](?![A-Za-z\d])){1,5}|R\d(?:\s*[,、和]\s*R\d){1,5}))"
_KIND = r"(?:[A-F]|R[1-6])"
_ONE_KIND = rf"(?:\d+\s*[个台]\s*(?:资源)?{_KIND}(?![A-Za-z\d])\s*类?型?(?:资源)?|(?<![A-Za-z\d])(?:资源)?{_KIND}\s*类?型?(?:资源)?\s*(?:各|为|=|:)?\s*\d+\s*[个台])"
_REQUEST = re.compile(
    rf"(?P<lead>(?:提出|发出|又|再|还|想|要求|申请|请求|需要?|要|分配|的|了|对)*(?:申请|请求|需要?|要求|要|分配))(?:了|分配|资源|的|再|得到|获得)*\s*(?P<list>{_ONE_KIND}(?:\s*[、,，和及与]*\s*{_ONE_KIND}){{0,5}})"
)


def with_rows_apart(text: str) -> str:
    """A table's rows apart where copying ran them together: `R3P0 3 2 3 5P1 4 0 3 5`, `P12344P22131`."""
    if len(patterns.findall(r"[\dA-Za-z\u4e00-\u9fff]P\d \d+(?: \d+){2,}", text)) > 1:
        text = patterns.sub(r"(?<=[\dA-Za-z\u4e00-\u9fff])(?=P\d \d+(?: \d+){2,})", "\n", text)
    for width in (4, 6, 8, 9, 10, 12):
        if glued := patterns.search(rf"P([01])\d{{{width}}}(?:P[1-6]\d{{{width}}}){{1,5}}(?!\d)", text):
            rows = patterns.findall(rf"P(\d)(\d{{{width}}})", glued[0])
            if [int(number) for number, _ in rows] == list(range(int(glued[1]), int(glued[1]) + len(rows))):
                lines = "".join(f"\nP{number} {' '.join(digits)}" for number, digits in rows)
                return f"{text[: glued.start()]}{lines}\n{text[glued.end() :]}"
    return text


def _kinds_of(text: str) -> list[str]:
    found = [match["kinds"] for match in patterns.finditer(rf"{_KINDS}(?=\s*(?:这)?[\d两二三四五六]?\s*(?:类|种|型|\)|资源))", text)]
    letters = max((patterns.findall(r"[A-F](?!\w)|R\d", one) for one in found), key=len, default=[])
    return letters if letters and letters[0] in ("A", "R1", "R0") else []


def _with_requests_as_vectors(text: str) -> str:
    """`申请2个A类资源和1个C类资源` as `请求(2,0,1)`, where the kinds are A to C."""
    kinds = _kinds_of(text)
    if len(kinds) < 2:
        return text

    def vector(match: re.Match[str]) -> str:
        amounts: dict[str, str] = {}
        for one in patterns.findall(_ONE_KIND, match["list"]):
            name = patterns.search(rf"(?<![A-Za-z\d]){_KIND}|(?<=[个台]){_KIND}|(?<=[个台] ){_KIND}", one)
            number = patterns.search(r"(?<![A-Za-z\d])\d+(?=\s*[个台])", one)
            if name is None or number is None or name[0] not in kinds or name[0] in amounts:
                return match[0]
            amounts[name[0]] = number[0]
        before = patterns.split(r"[,，;；。?？!\n]", text[: match.start()])[-1]
        if not patterns.search(r"(?:P\d|进程\s*[A-Z\d])", before) or patterns.search("最多|最大|已|还需|尚需|总共", before):
            return match[0]
        return f"提出请求({','.join(amounts.get(kind, '0') for kind in kinds)})"

    return _REQUEST.sub(vector, text)


def _with_labels_at_pairs(text: str) -> str:
    """`Allocation与Need如下：P0(0,1)(2,1)；P1(1,0)(1,2)` with each vector behind its label."""
    label = r"(Allocation|Alloc|Need|Max|已分配(?:资源)?|已占有?(?:资源)?|还需(?:资源)?|尚需(?:资源)?|最大需求)"
    heading = patterns.search(
        rf"{label}(?:矩阵|向量|量|数)?\s*(?:与|和|及|、|,|，|/)\s*{label}(?:矩阵|向量|量|数)?(?:分别|依次|各)*(?:如下|为|是|列于下)*\s*[:：]",
        text,
        re.IGNORECASE,
    )
    vector = r"[(（]\s*\d+(?:\s*[,，、]\s*\d+)*\s*[)）]"
    pair = rf"(?<![A-Za-z\d])([A-Z]\d?|[甲乙丙丁])\s*[:：]?\s*({vector})\s*[,，、/]?\s*({vector})(?!\s*[,，、/]?\s*[(（])"
    if heading is None or len(patterns.findall(pair, text)) < 2:
        return text
    plain = {"a": "已分配", "n": "还需", "m": "最大需求", "已": "已分配", "还": "还需", "尚": "还需", "最": "最大需求"}
    first, second = (plain[one[0].lower()] for one in heading.groups())
    return patterns.sub(pair, rf"\1{first}\2{second}\3；", text[: heading.start()] + text[heading.end() :])


def _with_digits(text: str) -> str:
    """`又申请一台` with its number in digits."""
    return patterns.sub(
        r"(?<=申请|请求|要求|分给|得到)(了|到|得到|再要|再)?\s?([一两二三四五六])(?=\s?[个台](?!进程|作业|用户))",
        lambda amount: f"{amount[1] or ''}{'零一二三四五六'.find(amount[2].replace('两', '二'))}",
        text,
    )


def as_the_reader_knows(text: str) -> str:
    """The text with its tables, totals and requests in the usual form."""
    text = _with_labels_at_pairs(_with_digits(vectors_in_a_row(named_amounts(numbers_of_parts_gone(with_items_numbered(text))))))
    text = patterns.sub(r"(?<=[处状])在(?=[非不]?安全|什么状态)", "于", text).replace("非安全", "不安全")
    text = patterns.sub(
        r"[,;。]?(?:若|如果|要是)(?:系统)?(?:是|处于)*(?:不安全)(?:状态)?(?:的)?[,;](?:(?:则)?(?:请|试)?(?:简要)?(?:地)?(?:说明|给出)(?:其)?(?:原因|理由))?(?=[。;\n]|$)",
        "",
        text,
    )
    # Asked for and given: whether that was safe is what is asked.
    text = patterns.sub(r"(请求|申请)(?:并|且)(?:得到|获得|分得|分到)(?:了)?", r"\1", text)
    text = patterns.sub(r"(申请|请求)\s?(\d+\s?[个台](?:资源)?)(?:并|且)(?:得到|获得)(?:了)?(?:满足|分配|批准)", r"\1\2", text)
    # `(1) 现在安全吗？(2) 如果再把 2 个分给 P3 呢？`: the same question.
    if patterns.search(r"安全[^。?？]{0,6}[?？]", text):
        text = patterns.sub(
            r"(?:如果|若|要是)(?:系统)?再把\s*(\d+)\s*([个台])(?:资源)?分(?:配)?给\s*(?:进程)?\s*(P\d)\s*呢(?=\s*[?？]\s*$)",
            r"如果再分给\3 \1\2,系统安全吗",
            text,
        )
    # How it is in general, before the figures of this system.
    text = patterns.sub(
        r"(?:某|设|假设)?系统(?:中)?有(?:某?同?类)?(?:互斥)?(?:的)?资源\s?m\s?个\s?[,，]\s?(?:可)?(?:以)?供\s?n\s?个进程(?:共享|互斥)?(?:使用)?\s?[,，。](?![\s\S]*(?<![A-Za-z])[mn](?![A-Za-z]))",
        "",
        text,
    )
    # `共有17个A、5个B、20个C`
    text = patterns.sub(
        r"(?:共有|共|有)\s?\d+\s?[个台]\s?(?:资源)?A(?:类)?(?:资源)?(?:\s?[、,，和]\s?\d+\s?[个台]\s?(?:资源)?[B-F](?:类)?(?:资源)?(?![A-Za-z\d])){1,5}",
        lambda told: f"资源总数({','.join(patterns.findall(r'[0-9]+', told[0]))})",
        text,
    )
    # `A/B/C 共 10/5/7`
    text = patterns.sub(
        rf"(?P<kinds>(?<![A-Za-z\d]){_KIND}(?:/{_KIND}){{1,5}})\s*(?:的)?(?:类)?(?:资源)?(?:总数|总量|数量)?(?:分别|依次|各)?(?:共|有|为|是|=|:)*\s*(?P<list>\d+(?:/\d+){{1,5}})",
        lambda told: f"{told['kinds'].replace('/', '、')},资源总数({told['list'].replace('/', ',')})",
        text,
    )
    # `最大需求量(R1 R2 R3)`: how the columns are called.
    text = patterns.sub(r"(?<=[\u3400-\u9fffA-Za-z])\s?\(\s*R\s?1(?:[\s,、/]*R\s?\d){1,5}\s*\)", "", text)
    text = patterns.sub(r"(?<=[类种])\s+(?=资源)", "", with_rows_apart(text))
    if patterns.search(r"(?m)^[ |]*(?:进程)?\s*[A-Z]\d?[ |:]+\(?\d+[\s|,]+\d", text):
        # The rows name the processes.
        text = patterns.sub(
            r"(?<=进程)\s*(?:\(\s*(?:为|是)?\s*P\d(?:\s*[,、和]\s*P\d){1,6}\s*\)|P\d(?:\s*[,、和]\s*P\d){1,6}(?=\s?(?:共享|竞争|使用|对|和|,|。)))",
            "",
            without_named_figure(text),
        )
    # The same number of each kind.
    text = patterns.sub(
        rf"{_KINDS}(?P<between>\s*(?:这)?[\d两二三四五六]\s*(?:类|种)(?:不同)?资源)\s*(?:各|均|都)(?:为|有|是)*\s*(?P<each>\d+)\s*[个台]",
        lambda told: f"{told['kinds']}{told['between']},资源总数({','.join([told['each']] * len(patterns.findall(_KIND, told['kinds'])))})",
        text,
    )
    # `5个可分配资源`, five numbers a row: so many kinds.
    if (told := patterns.search(r"(?<![\d.])([2-6])\s*个(?=可(?:供)?分配(?:的)?资源)", text)) and patterns.search(
        rf"(?m)^\s*[A-Z]\d?(?:\s+\d+){{{2 * int(told[1])}}}\s*$", text
    ):
        text = f"{text[: told.start()]}{told[1]}类{text[told.end() :]}".replace("类可分配资源", "类资源").replace(
            "类可分配的资源", "类资源"
        )
    # `三类资源A(17)、B(5)、C(20)`
    text = patterns.sub(
        rf"(?P<kinds>(?:类|种)(?:不同|互斥)?(?:的)?资源)\s*[,，:：(]?\s*(?P<list>{_KIND}\s?\(\d+(?:个)?\)(?:\s*[,、和]?\s*{_KIND}\s?\(\d+(?:个)?\)){{1,5}})",
        lambda told: f"{told['kinds']},资源总数({','.join(patterns.findall(r'(?<=[(])[0-9]+', told['list']))})",
        text,
    )
    # What there is to be had before anything of T0 is told is what there is at all.
    text = patterns.sub(
        rf"(?P<before>{_KINDS}\s*[,，]\s*)可用(?:的)?资源(?:数|总数|数量)?(?:分别)?(?:为|是|有)\s*(?P<list>\d+(?:\s*[,、和]\s*\d+){{1,5}})(?=[。;]\s*(?:在|设)?\s*T0\s*时刻)",
        lambda told: f"{told['before']}资源总数({','.join(patterns.findall(r'[0-9]+', told['list']))})",
        text,
    )
    text = patterns.sub(
        r"(?:如果|若|当)?(?:这些)?进程按(?:照)?(?:几|多少|\s*\(\s*\)|_+)\s*(?:的)?(?:序列|顺序|次序)(?:来)?(?:执行|推进|运行|完成)?[,，]?(?:那么|则)?(?:系统)?(?:的)?(?:状态)?(?:就|处于)*是?安全(?:状态)?的?",
        "安全序列是几",
        text,
    )
    return _with_requests_as_vectors(text)
