"""Programs that walk an array by loops or in words: the code, the cache, and what is asked of both."""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.co._cache_mapping.loops_code import programs_of
from engine.generators.co._cache_mapping.loops_solving import TASK, solve
from engine.generators.co._cache_mapping.words import LINE, MISS, WORDS
from engine.generators.kind import Recognition
from engine.generators.laws.clauses import BITS, HEXADECIMAL, SIZE, Clauses, to_bytes, to_code
from engine.generators.laws.settling import settle
from engine.generators.laws.words import COMMON
from engine.generators.patterns import caseless
from engine.generators.quantities import size
from engine.generators.reading import INTEGER, stay_out, to_count, to_int

# The signs [ ] { } < are gone from a normalised text: `int a[64][16];` is `int a64 16;`, and `a[i][j]` is `ai j`.
_DECLARED = r"(?<![A-Za-z])(?P<type>int|short|char|float|double|long)(?:型|类型)?(?:的)?(?:二维)?(?:数组|矩阵)?\s*(?P<name>[A-Za-z])\s?(?P<rows>\d{1,4})\s(?P<columns>\d{1,4})(?![\d.])(?:\s*=\s*\d+)?\s*;?"
_SAID = r"(?P<rows>\d{1,4})\s*(?:行)?\s*[×xX*]\s*(?P<columns>\d{1,4})\s*(?:列)?(?:的)?(?:二维)?(?P<type>int|short|char|float|double|整)(?:型)?(?:二维)?(?:数组|矩阵)\s*(?P<name>[A-Za-z])?(?![A-Za-z])"
_AROUND_CODE = (
    r"(?<![A-Za-z])(?:int|float|double|long|short)\s+[A-Za-z]\w{0,5}(?:\s*=\s*\d+)?(?:\s*,\s*[A-Za-z]\w{0,5}(?:\s*=\s*\d+)?)*\s*;",
)
_SIZES = {"int": 4, "整": 4, "float": 4, "double": 8, "short": 2, "char": 1, "long": 4}
_TYPE = r"(?<![A-Za-z])(?:int|float|double|short|char|long)(?![A-Za-z])"
_BY = r"(?:(?:按|以){0}(?:为主)?(?:序)?(?:优先)?(?:的)?(?:顺序|次序|方式)?(?:依次|逐个|地)*(?:遍历|访问|读取?|扫描|求和|累加)|{0}优先(?:遍历|访问)|(?:按|以){0}(?:优先)?(?:时|的)?(?=(?:和|与|、|及)(?:按|以)?[行列](?:优先)?(?:的)?(?:顺序|次序|方式)?(?:遍历|访问|读|扫描)))"


def _worded(reading: Clauses, rows: int, columns: int) -> list[dict[str, Any]]:
    """The walks that are told in words, each element touched once."""
    programs = []
    for word, order in (("行", [0, 1]), ("列", [1, 0])):
        if reading.take_all(_BY.format(word)):
            ranges = [[0, rows, 1], [0, columns, 1]]
            programs.append({"label": f"按{word}访问", "loops": ranges if order == [0, 1] else ranges[::-1], "order": order, "accesses": 1})
    return programs


_OTHERWISE = re.compile(r"命中率(?:是|为)?多少\s*[?。;,]\s*(?:若|如果|那|换成|改成|改为)*按(?P<other>[行列])优先(?:的话)?呢")


def _both_walks(text: str) -> str:
    """`by rows: the hit rate? and by columns?` as one question of two walks.

    Only of a square array: whether the walk or the storage goes the other way makes no difference then.
    """
    found = _OTHERWISE.search(text)
    if found is None or not patterns.search(_BY.format("列" if found["other"] == "行" else "行"), text[: found.start()]):
        return text
    return f"{text[: found.start()]}按{found['other']}优先求和,命中率各多少{text[found.end() :]}"


def recognise(text: str) -> Recognition | None:
    """One or two programs over an array, a cache, and its hit rates; with them its size and the lines of elements.

    Raises:
        StayOut: something is not understood.
    """
    declared = [match for pattern in (_DECLARED, _SAID) for match in caseless(pattern).finditer(text)]
    if len({(match["rows"], match["columns"], match["type"].lower()) for match in declared}) > 1:
        return None
    rows, columns = (int(declared[0]["rows"]), int(declared[0]["columns"])) if declared else (None, None)
    for pattern in (_DECLARED, _SAID):
        text = caseless(pattern).sub(" 数组 ", text)
    text = _both_walks(text) if rows == columns else text
    code = programs_of(text)
    if not code.programs and not declared:
        return None
    text = code.left
    for pattern in _AROUND_CODE:
        text = caseless(pattern).sub(" ", text)
    text = patterns.sub(
        r"指令\s*Cache\s*(?:和|与|、)\s*数据\s*Cache\s*(?:是)?(?:分离|分开)(?:的)?[,;。]?(?:两者|二者)?(?=均|都|各)", "数据Cache", text
    )
    text = patterns.sub(r"(?<=数据Cache)(?:均|都|各)(?=[有为含])", "", text)
    reading = Clauses(text)
    array = (code.array or declared[0]["name"] or "a").lower()
    reading.refuse(
        r"虚|页|TLB|快表|二级|L1|L2|预取|两遍|两次|再(?:次)?执行|转置|乘|步长|写不分配|非写分配|不按写分配|另一个数组|两个数组|不命中时|victim|伪相联|时间(?!更|较|最|短|长|少|快)|周期"
    )
    programs = code.programs or _worded(reading, rows or 0, columns or 0)
    if not 1 <= len(programs) <= 2:
        return None
    elements, place = _elements_asked(reading, array)
    element = _element(reading, array, declared[0]["type"].lower() if declared else "")
    rowwise = bool(
        reading.take_all(
            r"(?:数组|矩阵)?(?:元素)?(?:是)?(?:按|以)?行(?:优先|主序|为主序?)?(?:的)?(?:方式|顺序|次序)?(?:连续)?(?:存放|存储)|(?:按|以)行(?:优先|为主)"
        )
    )
    columnwise = bool(
        reading.take_all(
            r"(?:数组|矩阵)?(?:元素)?(?:是)?(?:按|以)?列(?:优先|主序|为主序?)?(?:的)?(?:方式|顺序|次序)?(?:连续)?(?:存放|存储)|(?:按|以)列(?:优先|为主)"
        )
    )
    if (rowwise and columnwise) or (columnwise and rows is None):
        stay_out("how the array is stored")
    base = reading.take_one(
        (
            rf"(?:数组|矩阵)?\s*(?:{array})?(?:的)?(?:其)?(?:首|起始|开始)(?:地址|址)(?:为|是|在|=|:)*\s*(?P<value>{HEXADECIMAL}|\d+)\s*(?:\(?(?:十进制|十六进制)数?\)?)?",
            rf"(?:数组)?(?:{array})?(?:的)?(?:地址)?(?:从|存放在|在)(?:地址)?\s*(?P<value>{HEXADECIMAL})(?:处|单元)?(?:开始|起)?(?:连续)?(?:存放|存储)?",
        ),
        lambda found: to_code(found) if patterns.search("[xXHh]", found) else int(found),
    )
    ways = reading.take_one(rf"(?P<value>{INTEGER})\s*-?(?:路|way)(?:的)?(?:组)?(?:相联|关联)?(?:映射|映像)?(?:方式)?", to_int)
    direct = bool(reading.take_all(r"(?:采用|用)?直接(?:映射|映像|相联)(?:方式)?(?:的)?|直映"))
    full = bool(reading.take_all(r"(?:采用|用)?全(?:相联|相连|关联)(?:映射|映像)?(?:方式)?(?:的)?"))
    if [ways is not None, direct, full].count(True) > 1:
        stay_out("two mappings")
    policy = reading.take_words(
        (
            (r"(?:采用|使用)?(?:LRU|最近最少使用|近期最少使用)(?:\(LRU\))?(?:替换)?(?:算法|策略)?", "LRU"),
            (r"(?:采用|使用)?(?:FIFO|先进先出)(?:替换)?(?:算法|策略)?", "FIFO"),
        )
    )
    controls = bool(
        reading.take_all(
            r"(?:若|如果)?(?:不(?:考虑|计|算|含|包括)|忽略)(?:用于|用来)?(?:Cache)?(?:的)?(?:一致性(?:维护)?|替换(?:算法|策略)?|和|与|、|及)+(?:的)?(?:控制位|位)"
        )
    )
    for passed in _PASSED:
        reading.take_all(passed)
    values = reading.assign(_ROLES)
    asked = _asked(reading, [(place, "elements")] if elements else [], several=len(programs) > 1)
    reading.take_all(
        rf"(?:程序段?|代码段?|算法|方案|循环)\s*[A-D1-4一二甲乙](?![A-Za-z\d])(?:和[A-D1-4甲乙](?![A-Za-z\d]))?|(?<![A-Za-z])(?:{array}|[ijks]|sum|[AB])(?![A-Za-z0-9])|%"
    )
    settle(reading, COMMON + WORDS + _WORDS)
    block, capacity = values.get("block"), values.get("data")
    if not asked or block is None or element is None:
        return None
    if "lines" in values:
        if capacity not in (None, values["lines"] * block):
            stay_out("lines and capacity")
        capacity = values["lines"] * block
    if "memory" in values and "address" not in values:
        values["address"] = values["memory"].bit_length() - 1 if values["memory"] & (values["memory"] - 1) == 0 else stay_out("memory")
    if "total" in asked and (not controls or "address" not in values):
        return None
    parameters: dict[str, Any] = {
        "task": TASK,
        "programs": programs,
        "rows": rows,
        "columns": columns,
        "columnwise": columnwise,
        "element": element,
        "base": base or 0,
        "block": block,
        "capacity": capacity,
        "ways": 1 if direct else 0 if full else ways,
        "policy": policy[0] if len(policy) == 1 else "",
        "address": values.get("address"),
        "elements": elements,
        "array": array,
        "asked": asked,
    }
    solve(parameters)
    stored = f"{rows} 行 {columns} 列，每个元素 {element} B，按{'列' if columnwise else '行'}存放"
    return Recognition(
        parameters=parameters,
        understood=(
            ("数组", stored if rows else f"每个元素 {element} B"),
            ("程序", "，".join(f"{program['label'] or '循环'}{_walk(program)}" for program in programs)),
            ("Cache", f"{'没有说有几行' if capacity is None else f'{capacity // block} 行'}，每块 {size(block)}"),
            ("求", "、".join(_NAMES[name] for name in asked)),
        ),
    )


def _walk(program: dict[str, Any]) -> str:
    if len(program["loops"]) < 2:
        start, end, step = program["loops"][0]
        return f"（{start}～{end - 1}{f'，步长 {step}' if step > 1 else ''}）"
    return "" if program["label"].startswith("按") else "（逐行访问）" if program["order"] == [0, 1] else "（逐列访问）"


_NAMES = {
    "rate": "命中率",
    "miss rate": "缺失率",
    "misses": "缺失次数",
    "hits": "命中次数",
    "accesses": "访问次数",
    "total": "总容量",
    "elements": "元素所在的行",
    "faster": "哪个更快",
}
_WORDS = " 语句 依次 高速缓存器 缓存 系统 这个 执行该循环 循环体 对齐 边界 程序 伪代码 功能相同 两个 两段 功能 代码 程序段 循环 数组 二维数组 元素 变量 分配 连续 存放 数据 高速缓存 编译 编译时 类型 类型数据 补码 表示 理由 计算过程 要求 说明 回答 下列 各自 语言 C 二维 矩阵 行数 访问 执行 对 该 分别 主存地址空间 大小 指令Cache 一个"
_PASSED = (
    r"(?:某|一台)?(?:32|64|16)\s*位(?:计算)?机(?:器)?(?=[按,上中的])",
    r"(?:其中)?(?:程序)?(?:编译时)?,?(?:变量|循环变量)?(?:常数|(?<![A-Za-z])[a-z]{1,3})(?:\s*[、和,与]\s*(?:常数|[a-z]{1,3}))*等?(?:变量)?(?:都|均)?(?:分配|存放|放|保存|存|位于)?(?:在|于)?(?:CPU)?(?:的)?(?:通用)?寄存器(?:中|里|内)?",
    r"(?:主存|存储器)?(?:均|都)?(?:按|以)字节(?:编址|寻址)|(?:采用|使用)?写(?:回|直达|分配)(?:法|策略|方式)?",
    r"(?:Cache|初始|开始|一开始|初始时|时|状态)*(?:为|是)?空(?:的)?|\(?(?:Cache)?(?:行号|组号|编号)?(?:均|都)?从0(?:开始|起)(?:编号|计)?\)?",
    r"(?:首地址|起始地址|首址|起始位置|数组)?(?:与|和|在|按|恰好|正好|位于|为|从|对齐到|对齐于)*(?:主存|Cache)?(?:块|行)(?:的)?(?:边界|首|起始处|开头)(?:处|上)?(?:对齐|开始|起)?(?:连续)?(?:存放|存储|放|存)?|块对齐",
    r"(?:只|仅)(?:算|计|考虑|关心)(?:对)?(?:访问)?(?:数组)?[a-z]?(?:的)?(?:数据)?(?:访问)?|(?:不考虑|忽略)(?:对)?(?:指令|其他变量|其它变量|变量|其他)(?:的)?(?:访问|取指)?|"
    r"(?:\(?即?|每次|每个元素|都|是|,)*先读后写(?:[a-z][ijk])?\)?|(?:即)?每个元素(?:一读一写|只读一次|(?:先)?读(?:写各)?一次(?:写一次)?|读写各一次)|\+?写分配(?:法|策略)?",
    r"(?:Cache|缓存|数据区|容量)*(?:够|足够|足以|充分)(?:大)?(?:,)?(?:放得下|容纳)?(?:数组[a-z]?)?|\(?(?:不|不会|没有)(?:发生|产生|有)?冲突\)?|冷启动|初始(?:时)?全(?:部)?不命中|(?<![A-Za-z])C(?![A-Za-z])(?:语言)?(?:程序段?|代码段?|语句)?:?",
)
_ROLES = (
    Role(
        name="memory",
        quantity=SIZE,
        read=to_bytes,
        before=r"(?:主存|内存)(?:的)?(?:地址空间|容量|大小|空间)*(?:大小)?|地址空间(?:大小)?",
    ),
    Role(
        name="block",
        quantity=SIZE,
        read=to_bytes,
        before=r"(?:主存|Cache|每个?|一个?|数据)*(?:块|行)(?:的)?(?:大小|长度?|容量)?",
        after=r"(?:的)?(?:块|行)(?!号)",
    ),
    Role(
        name="data",
        quantity=SIZE,
        read=to_bytes,
        before=r"(?:Cache|数据)+(?:区)?(?:的)?(?:总)?(?:容量|大小)?|数据区(?:容量|大小)?|容量",
        after=r"(?:的)?(?:数据)?Cache",
        alone=True,
    ),
    Role(
        name="address",
        quantity=BITS,
        read=to_count,
        before=r"(?:主存|内存|物理)?地址(?:长度|线|总线)?",
        after=r"(?:的)?(?:主存|物理|内存)?地址",
    ),
    Role(name="lines", quantity=LINE, read=to_count, before=r"Cache(?:的)?(?:数据区)?|共有|总共|共|有", after=r"(?:的)?Cache", alone=True),
)


def _element(reading: Clauses, array: str, kind: str) -> int | None:
    """The bytes of an element; as C has them where they are not said.

    Raises:
        StayOut: two sizes.
    """
    said = set()
    for match in reading.take_all(
        rf"(?:每个?(?:数组)?元素|sizeof\s*\(?{_TYPE}\)?|(?:{_TYPE}|整)(?:型|类型)?(?:的)?(?:数据|变量|元素|整数)?|整数|按)(?:的)?(?:长度?|大小)?(?:均|都)?(?:占用?|为|是|=|用|\(|按)*\s*(?P<n>\d{{1,2}})\s*(?P<unit>B(?![A-Za-z])|字节|位|bit)?(?:补码)?(?:表示)?(?:/元素)?\)?(?![A-Za-z0-9])"
    ):
        bits, number = (match["unit"] or "").lower() in ("位", "bit"), int(match["n"])
        said.add(number // 8 if bits and number % 8 == 0 else number if not bits else stay_out("part of a byte"))
    kinds = {
        match["t"].lower()
        for match in reading.take_all(
            rf"(?:数组)?(?:{array})?(?:是|为)?(?P<t>{_TYPE})(?:型|类型)?(?:的)?(?:数组)?\s*(?:{array}\s*\d+(?:\s\d+)?(?![A-Za-z\d]))?(?:数组)?(?:{array}(?![A-Za-z]))?"
        )
    } | ({kind} if kind else set())
    for match in reading.take_all(r"\((?P<n>[1248])\s*(?:B|字节)\)|(?<=\ue000)\s*(?:型)?(?:占|为|是|按)\s*(?P<m>[1248])\s*(?:B|字节)"):
        said.add(int(match["n"] or match["m"]))
    reading.take_all(rf"(?:数组)?(?<![A-Za-z]){array}\s*\d+(?:\s\d+)?(?![A-Za-z\d])")
    if len(said) > 1 or len(kinds) > 1:
        stay_out("two sizes of an element")
    return said.pop() if said else _SIZES.get(kinds.pop()) if kinds else None


def _elements_asked(reading: Clauses, array: str) -> tuple[list[list[int]], int]:
    """The elements whose lines are asked for, and where."""
    one = rf"(?:{array})\s?(?P<i{{0}}>\d{{{{1,4}}}}) (?P<j{{0}}>\d{{{{1,4}}}})"
    match = reading.take(
        rf"(?:数组)?(?:元素)?\s*{one.format(1)}(?:\s*(?:和|与|、|及)\s*{one.format(2)})?(?:各自|分别|各|这两个元素)*(?:所在|所?对应|所?映射到?|装入|存放|位于|所属|的|主存块|在|到|应|会|将|于|主存)*(?:Cache)?(?:中)?(?:的)?(?:哪一?行|行号|组号|哪一?组|第几行|第几组)(?:各|分别)*(?:是|为)?(?:多少)?(?:\(Cache行号从0开始\))?"
    )
    if match is None:
        return [], 0
    reading.mark_asked([match.span()])
    return [[int(match[f"i{number}"]), int(match[f"j{number}"])] for number in (1, 2) if match[f"i{number}"] is not None], match.start()


_OF = r"(?:程序段?|代码段?|算法|循环|两个?|两段|两种(?:方式|情况)?|下|[AB]|和|与|、|的|数据|访问|Cache|数组|对|该|执行|各|分别|按行|按列|访问方式|时|平均|程序|执行|[a-z](?=的))*"


def _asked(reading: Clauses, found: list[tuple[int, str]], several: bool) -> list[str]:
    """What is asked, in its order, with what was found before."""
    for pattern, name in (
        (r"(?:该|此)?(?:数据)?(?:Cache|缓存)(?:的)?(?:总容量|总位数|总存储容量)(?:应|为|是|有)*(?:多少)?(?:位|字节)?", "total"),
        (rf"{_OF}命中率(?:各|分别|大约|约)*(?:是|为)?(?:多少)?\s*%?", "rate"),
        (rf"{_OF}{MISS}率(?:各|分别|大约|约)*(?:是|为)?(?:多少)?\s*%?", "miss rate"),
        (rf"{_OF}{MISS}(?:的)?(?:次数|了?(?:多少|几)次)(?:各|分别)*(?:是|为)?(?:多少)?|(?:多少|几)次(?:Cache)?{MISS}", "misses"),
        (r"(?:共|总共|一共|Cache|的)*命中(?:的)?(?:次数|了?(?:多少|几)次)(?:是|为)?(?:多少)?", "hits"),
        (r"(?:共|总共|一共|的)*(?:访存|访问)(?:的)?(?:次数|(?:多少|几)次)(?:是|为)?(?:多少)?", "accesses"),
        (
            r"(?:请问|问)?(?:哪|那)(?:一)?(?:个|段|种)?(?:程序|代码|方式)?(?:段)?(?:的)?(?:执行|运行|访问)?(?:的|得)?(?:时间|速度)?(?:更|较|比较|最)?(?:短|快|少)",
            "faster",
        ),
    ):
        for match in reading.take_all(pattern):
            found.append((match.start(), name))
            reading.mark_asked([match.span()])
    order = [name for _, name in sorted(found, key=lambda one: one[0])]
    if several and len(order) != len(set(order)):
        stay_out("asked twice")
    return list(dict.fromkeys(order))
