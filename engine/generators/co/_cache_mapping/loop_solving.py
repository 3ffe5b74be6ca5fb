"""Loops over an array: read from the program, run on the cache, and how often it hits."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.co._cache_mapping.words import LINE, MISS, WORDS
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.clauses import HEXADECIMAL, SIZE, Clauses, to_bytes, to_code
from engine.generators.laws.settling import settle
from engine.generators.laws.topic import about, percentage
from engine.generators.laws.words import COMMON
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, stay_out, to_count, to_int

_MOST = 1 << 16  # accesses; a longer loop is left alone
# The signs [ ] { } < are gone from a normalised text: `for(i=0;i<64;i++) s+=a[i];` is `for(i=0;i64;i++) s+=ai;`.
FOR = r"for\s*\(\s*(?:int\s+)?(?P<v>[a-z])\s*=\s*(?P<start>\d+)\s*[;,\s]\s*(?P=v)\s*(?P<last>=?)\s*(?P<end>\d+)\s*[;,\s]\s*(?:(?P=v)\s*\+\+|\+\+\s*(?P=v)|(?P=v)\s*(?:\+=\s*(?P<step>\d+)|=\s*(?P=v)\s*\+\s*(?P<step2>\d+)))\s*\)"
"""A loop's head."""
SIZES = {"int": 4, "float": 4, "double": 8, "short": 2, "char": 1, "long": 4}
"""The bytes of C's types."""
_NAME = r"(?<![A-Za-z0-9])(?P<name>[A-Za-z])"


def recognise(text: str) -> Recognition | None:
    """A loop or two nested ones over one array; hit rate, miss rate, hits, misses, accesses."""
    text = _as_loop(patterns.sub(r"(?<=for)\s+(?=\()", "", text))
    loops = list(patterns.finditer(FOR, text, re.IGNORECASE))
    if not 1 <= len(loops) <= 2 or (len(loops) == 2 and not patterns.fullmatch(r"\s*", text[loops[0].end() : loops[1].start()])):
        return None
    body = patterns.match(
        r"\s*(?P<code>[A-Za-z][A-Za-z0-9]*(?:\s[a-z0-9])?\s*(?:[-+*/]?=|\+\+)[^;。\u3400-\u9fff]{0,40}?|[A-Za-z]+\s*\+\+)\s*(?:;|[,。]|(?=\s*[\u3400-\u9fff])|\s{2}|\n|$)",
        text[loops[-1].end() :],
    )
    if body is None:
        return None
    variables = [loop["v"].lower() for loop in loops]
    accesses, array, order = accesses_of(body["code"], variables)
    reading = Clauses(text[: loops[0].start()] + " " + text[loops[-1].end() + body.end() :])
    reading.refuse(
        r"虚|页|TLB|快表|二级|L1|L2|预取|两遍|两次|再(?:次)?执行|矩阵|转置|列优先|按列|另一个数组|两个数组|不命中时|写不分配|非写分配|不按写分配|victim|伪相联"
    )
    dimensions = [int(loop["end"]) + bool(loop["last"]) for loop in loops]
    element = _element(reading, array, dimensions)
    hexadecimal = reading.take(
        rf"(?:数组)?(?:{array})?(?:的)?(?:首|起始|开始)?(?:地址)?(?:从|为|是|:|在|存放在|=)*(?:地址)?\s*(?P<value>{HEXADECIMAL})(?:处|单元)?(?:开始|起)?(?:连续)?(?:存放|存储)?"
    )
    ways = reading.take_one(rf"(?P<value>{INTEGER})\s*-?(?:路|way)(?:的)?(?:组)?(?:相联|关联)?(?:映射|映像)?(?:方式)?", to_int)
    direct = bool(reading.take_all(r"(?:采用|用)?直接(?:映射|映像|相联)(?:方式)?(?:的)?|直映"))
    full = bool(reading.take_all(r"(?:采用|用)?全(?:相联|相连|关联)(?:映射|映像)?(?:方式)?(?:的)?"))
    reading.take_all(
        r"(?:其中)?(?:变量|循环变量)?[a-z]+(?:[、和,与][a-z]+)*等?(?:都|均)?(?:分配|存放|放|保存|存|位于)?(?:在|于)?(?:CPU)?(?:的)?寄存器(?:中|里|内)?|(?:采用|使用)?写(?:回|直达|分配)(?:法|策略|方式)?(?:\+?写分配(?:法)?)?|"
        r"(?:只|仅)(?:算|计|考虑|关心)(?:对)?(?:数组)?[a-z]?(?:的)?(?:数据)?访问|(?:不考虑|忽略)(?:对)?(?:指令|其他变量|其它变量|变量|其他)(?:的)?(?:访问|取指)?|(?:\(?即?|每次|每个元素|都|是|,)*先读后写(?:[a-z][ijk])?\)?|(?:Cache|缓存)?(?:够|足够)大(?:,)?放得下|(?:一开始|刚开始|开始|初始)(?:时)?(?:Cache)?(?:全)?(?:是|为)?空(?:的)?|(?:数组)?(?:起始地址|首地址)?对齐(?:到|于)(?:块|行)(?:的)?边界|从(?:块|行)(?:的)?边界(?:开始|起)(?:放|存)?|(?:即)?每个元素(?:先读后写|一读一写|(?:先)?读(?:写各)?一次(?:写一次)?|读写各一次)|"
        r"(?:首地址|起始地址|首址|起始位置|数组)?(?:与|和|在|按|恰好|正好|位于|为)*(?:主存|Cache)?(?:块|行)(?:的)?(?:边界|首|起始处|开头)(?:处|上)?(?:对齐|开始)?(?:连续)?(?:存放|存储)?|块对齐|(?:按)?(?:行)(?:优先)?(?:方式)?(?:存放|存储)|按行优先|"
        r"(?:Cache|初始|开始|一开始|初始时|时|状态)*(?:为|是)?空(?:的)?|冷启动|初始(?:时)?全(?:部)?不命中|(?<![A-Za-z])C(?![A-Za-z])(?:语言)?(?:程序段?|代码段?|语句)?[:：]?|\(?(?:不|不会|没有)(?:发生|产生|有)?冲突\)?|int\s+[a-z]+\s*=\s*0\s*;?|语言(?:程序段?|代码|语句)?|(?:数据区|容量)?(?:足够|充分|够)大"
    )
    values = reading.assign(
        (
            Role(
                name="block",
                quantity=SIZE,
                read=to_bytes,
                before=r"(?:主存|Cache|每个?|一个?)*(?:块|行)(?:的)?(?:大小|长度?|容量)?",
                after=r"(?:的)?(?:一)?(?:个)?(?:块|行)(?!号)",
            ),
            Role(
                name="data",
                quantity=SIZE,
                read=to_bytes,
                before=r"(?:Cache|数据)+(?:区)?(?:的)?(?:总)?(?:容量|大小)?|数据区(?:容量|大小)?|容量",
                after=r"(?:的)?(?:数据)?Cache",
                alone=True,
            ),
            Role(name="lines", quantity=LINE, read=to_count, alone=True),
        )
    )
    asked: list[tuple[int, str]] = []
    for pattern, name in (
        (r"(?:访问|数组|Cache|的|对|数据|该|程序段?|循环|执行|平均)*命中率(?:约|大约)?(?:是|为|等于)*(?:多少)?\s*%?", "rate"),
        (rf"(?:访问|数组|Cache|的|对|数据|该|程序段?|循环|执行|平均)*{MISS}率(?:约|大约)?(?:是|为|等于)*(?:多少)?\s*%?", "miss rate"),
        (
            rf"(?:共|总共|一共|发生|Cache|的)*{MISS}(?:的)?(?:次数|了?(?:多少|几)次)(?:是|为)?(?:多少)?|(?:多少|几)次(?:Cache)?{MISS}",
            "misses",
        ),
        (r"(?:共|总共|一共|Cache|的)*命中(?:的)?(?:次数|了?(?:多少|几)次)(?:是|为)?(?:多少)?", "hits"),
        (r"(?:共|总共|一共|的)*(?:访存|访问)(?:的)?(?:次数|(?:多少|几)次)(?:是|为)?(?:多少)?", "accesses"),
    ):
        here = [match for match in patterns.finditer(pattern, reading.rest, re.IGNORECASE) if patterns.search("率|次", match[0])]
        asked += [(match.start(), name) for match in here]
        reading.mark_asked([match.span() for match in here])
        reading.take_all(pattern)
    reading.take_all(rf"(?<![A-Za-z])(?:{array}|{'|'.join(variables)}|sum|s)(?![A-Za-z0-9])|%|(?<![A-Za-z])C(?![A-Za-z])")
    settle(
        reading,
        COMMON
        + WORDS
        + " 程序段 循环 语句 数组 元素 变量 分配 连续 存放 依次 数据 高速缓存 高速缓存器 缓存 程序 系统 这个 执行该循环 循环体 对齐 边界",
    )
    if not asked or "block" not in values or element is None or [direct, full, ways is not None].count(True) > 1:
        return None
    capacity = values.get("data")
    if "lines" in values:
        if capacity not in (None, values["lines"] * values["block"]):
            return None
        capacity = values["lines"] * values["block"]
    parameters = {
        "task": "loop",
        "loops": [[int(loop["start"]), end, int(loop["step"] or loop["step2"] or 1)] for loop, end in zip(loops, dimensions, strict=True)],
        "order": order,
        "accesses": accesses,
        "element": element,
        "base": to_code(hexadecimal["value"]) if hexadecimal else 0,
        "block": values["block"],
        "capacity": capacity,
        "ways": 1 if direct else 0 if full else ways,
        "asked": list(dict.fromkeys(name for _, name in sorted(asked))),
    }
    return Recognition(
        parameters=parameters,
        understood=(
            ("循环", "、".join(f"{start}～{end - 1}" + (f"，步长 {step}" if step > 1 else "") for start, end, step in parameters["loops"])),
            ("每次循环", f"访问数组 {accesses} 次"),
            ("元素", f"{element} B"),
            ("块", f"{values['block']} B"),
        ),
    )


# A statement on one element, and what says how many there are: `循环里 a[i]=a[i]+32`, `int a[1024]`, `i 从 0 到 1023`.
_STATEMENT = re.compile(
    r"(?:对)?(?:每个元素|各元素|所有元素)?(?:(?:在)?(?:for)?循环(?:体)?(?:里|中|内|体)?(?:就|只有?|是|执行|一句|语句|的|:|为)*|(?:依次|逐个|顺序)(?:执行|做|进行)?)\s*"
    r"(?P<code>(?<![A-Za-z])(?P<name>[a-z])\s*(?P<v>[ijk])\s*(?:=\s*(?P=name)\s*(?P=v)\s*[-+*/]\s*\d+|[-+*/]=\s*\d+|\+\+))(?![A-Za-z\d])\s*;?"
)
_LENGTH = re.compile(r"(?:长度|(?<![块行])大小)(?:为|是)?\s*(?P<n>\d+)(?!\s*[KMG]?B)(?:的)?|(?P<m>\d+)\s*个(?:int|float|元素)")
_RANGE = re.compile(r"(?<![A-Za-z])[ijk]\s*(?:从|由|=)\s*0\s*(?:到|至|~|-)\s*(?P<last>\d+)")


def _as_loop(text: str) -> str:
    """`对长度为 1024 的数组依次执行 a[i]=a[i]+32` as a loop."""
    body = _STATEMENT.search(text)
    if patterns.search(r"for\s*\(", text) or body is None:
        return text
    counts: set[int] = set()
    plain = text.replace(body[0], " @ ")
    if declared := patterns.search(rf"(?<![A-Za-z]){body['name']}\s*(?P<n>\d+)(?![A-Za-z\d])", plain):
        counts.add(int(declared["n"]))
    if found := _RANGE.search(plain):
        counts.add(int(found["last"]) + 1)
        plain = plain.replace(found[0], "")
    if not counts and (found := _LENGTH.search(plain)):
        counts.add(int(found["n"] or found["m"]))
        plain = plain.replace(found[0], "")
    if len(counts) != 1:
        return text
    return plain.replace("@", f"for({body['v']}=0;{body['v']}{counts.pop()};{body['v']}++) {body['code']}; ")


def accesses_of(code: str, variables: list[str]) -> tuple[int, str, list[int]]:
    """How often the body touches the element, the array's name, and the order of its indices.

    Raises:
        StayOut: not one element of one array.
    """
    plain = patterns.sub(r"\s", "", code).lower()
    reference = re.compile(rf"(?<![a-z0-9])(?P<name>[a-z])(?P<index>[{''.join(variables)}]{{{len(variables)}}})(?![a-z0-9])")
    found = list(reference.finditer(plain))
    if not found or len({(match["name"], match["index"]) for match in found}) != 1 or found[0]["name"] in variables:
        stay_out("not one element")
    index = found[0]["index"]
    if len(set(index)) != len(variables):
        stay_out("an index twice")
    # What else stands there may be plain variables and numbers; `ai+1` beside another array could be a[i+1].
    rest = reference.sub("@", plain)
    if not patterns.fullmatch(r"(?:@|[a-z]{1,6}|\d+|[-+*/=().]|\+=)+", rest) or patterns.search(r"[a-z][ijk]\d|@\d|\d@", rest):
        stay_out(code)
    sides = patterns.match(r"(.*?)([-+*/]?=|\+\+)(.*)", rest)
    if sides is None:
        stay_out(code)
    left, sign, right = sides.groups()
    count = right.count("@")
    if left == "@":
        if sign == "=" and not count and right and not patterns.fullmatch(r"[a-z0-9.]+", right):
            stay_out(code)
        count += 1 if sign == "=" else 2
    elif "@" in left or (sign == "=" and "@" in right and patterns.search(r"@[-+]\d", right)):
        stay_out("an element or its neighbour")
    return count, found[0]["name"], [variables.index(letter) for letter in index]


def _element(reading: Clauses, array: str, dimensions: list[int]) -> int | None:
    """The bytes of an element.

    Raises:
        StayOut: the array is of another size than the loops.
    """
    del dimensions
    told = reading.take(
        r"(?:每个?(?:数组)?元素|sizeof\s*\(?(?:int|float|double|short|char)\)?|(?<![A-Za-z])(?:int|float|double|short|char)(?:型)?(?:数据|变量|元素)?)(?:的)?(?:长度?)?(?:按|占|为|是|=|\()*\s*(?P<n>[1248])\s*(?:B|字节)?(?:/元素)?\)?(?![A-Za-z0-9])|(?:按)?\s*(?P<m>[1248])\s*(?:B|字节)/元素"
    )
    kinds = {
        match["t"].lower()
        for match in reading.take_all(
            rf"(?:数组)?(?:{array})?(?:是|为)?(?<![A-Za-z])(?P<t>int|float|double|short|char|long)(?![A-Za-z])(?:型|类型)?(?:的)?(?:数组)?\s*(?:{array}\s*\d+(?:\s\d+)?(?![A-Za-z\d]))?(?:数组)?(?:{array}(?![A-Za-z]))?"
        )
    }
    bytes_told = reading.take(r"\((?P<n>[1248])\s*(?:B|字节)\)|(?<=\ue000)\s*(?:型)?(?:占|为|是|按)\s*(?P<m>[1248])\s*(?:B|字节)")
    reading.take_all(rf"(?:数组)?(?<![A-Za-z]){array}\s*\d+(?:\s\d+)?(?![A-Za-z\d])")
    sizes = {int(match["n"] or match["m"]) for match in (told, bytes_told) if match is not None}
    if len(sizes) > 1 or len(kinds) > 1:
        stay_out("two sizes of an element")
    return sizes.pop() if sizes else SIZES[kinds.pop()] if kinds else None


def misses_of(blocks: list[int], sets: int, ways: int, lru: bool) -> int:
    """How many of the blocks are not there when they are accessed; as `simulator.run`, for long loops."""
    lines: list[dict[int, None]] = [{} for _ in range(sets)]
    count = 0
    for block in blocks:
        held = lines[block % sets]
        if block in held:
            if lru:
                del held[block]
                held[block] = None
            continue
        count += 1
        if len(held) == ways:
            del held[next(iter(held))]
        held[block] = None
    return count


def _hits(parameters: Parameters, ways: int | None, lines: int | None, lru: bool = True) -> tuple[int, int]:
    """(accesses, misses); no `lines`: as many as there are blocks."""
    ranges = [range(start, end, step) for start, end, step in parameters["loops"]]
    order, width = parameters["order"], parameters["loops"][-1][1]
    total = parameters["accesses"]
    for one in ranges:
        total *= len(one)
    if not 0 < total <= _MOST:
        stay_out("too long a loop")
    blocks: list[int] = []
    for outer in ranges[0]:
        for inner in ranges[1] if len(ranges) > 1 else (0,):
            values = (outer, inner)
            place = values[order[0]] * width + values[order[1]] if len(order) > 1 else outer
            blocks.append((parameters["base"] + place * parameters["element"]) // parameters["block"])
    if lines is None:
        misses = len(set(blocks))
    else:
        sets = 1 if not ways else lines // ways
        misses = misses_of(blocks, sets, ways or lines, lru)
    return total, misses


def solve(parameters: Parameters) -> Solution:
    """Every element's first touch of an iteration is looked up in the cache; further touches of it hit."""
    if len(parameters["loops"]) > 1 and parameters["order"] != [0, 1] and parameters["loops"][0][1] != parameters["loops"][1][1]:
        stay_out("how long a row is")
    if parameters["block"] % parameters["element"] or parameters["base"] % parameters["element"]:
        stay_out("elements across blocks")
    capacity, ways = parameters["capacity"], parameters["ways"]
    if capacity is None:
        results = {_hits(parameters, 1, 1), _hits(parameters, None, None)}
    else:
        lines = capacity // parameters["block"]
        if lines * parameters["block"] != capacity or lines < 1 or (ways and lines % ways):
            stay_out("lines")
        choices = [ways] if ways is not None else [1, 0]
        results = {_hits(parameters, way, lines, lru) for way in choices for lru in ((True,) if way == 1 else (True, False))}
    if len(results) != 1:
        stay_out("the result depends on what is not said")
    total, misses = results.pop()
    rate = Fraction(total - misses, total)
    said = {
        "rate": (f"命中率 {percentage(rate)}", percentage(rate)),
        "miss rate": (f"缺失率 {percentage(1 - rate)}", percentage(1 - rate)),
        "misses": (f"缺失 {misses} 次", f"{misses}"),
        "hits": (f"命中 {total - misses} 次", f"{total - misses}"),
        "accesses": (f"访问 {total} 次", f"{total}"),
    }
    answer = "，".join(said[name][0] if len(parameters["asked"]) > 1 else said[name][1] for name in parameters["asked"])
    short = "，".join(said[name][1] for name in parameters["asked"])
    part = rate if parameters["asked"] == ["rate"] else 1 - rate
    return Solution(
        answer=answer,
        also=(
            short,
            *(decimal(part, places) for places in (2, 3, 4)),
            *(f"{decimal(part * 100, places)}%" for places in (1, 2)),
            about(part),
        )
        if parameters["asked"] in (["rate"], ["miss rate"])
        else (short,),
        steps=paragraphs(
            f"一个主存块有 {parameters['block']}/{parameters['element']} = {parameters['block'] // parameters['element']} 个元素。",
            f"共访问 {total} 次，缺失 {misses} 次：{answer}",
        ),
        conventions=("数组从块的边界开始，Cache 初始为空，写缺失时也调入（写分配）",),
    )
