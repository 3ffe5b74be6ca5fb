"""Reading problems about the faults of a program that runs through an array of rows and columns: see `states`."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.os._clauses import SIZE, to_bytes
from engine.generators.os._page_replacement.states_reading import WORDS
from engine.generators.os._topic import Topic
from engine.generators.reading import INTEGER, to_int

_AIM = re.compile(
    r"(?:一|某)个?进程要?(?:为|对|将)(?:该)?(?:矩阵|数组)(?:进行)?清(?:零|0)(?:操作)?[,，。]|(?:系统)?按需调入(?:矩阵|数组)(?:的)?数据[,，。]|若?(?:该)?进程按如下[两二]种方式(?:进行)?编程[:：。,，]?"
)
_LATER = re.compile(
    r"[,;。\n]\s*(?:\(?2\)?[.、]?\s*)?(?:若|如果)每页(?:面)?(?:只能?|仅能?|可|能)*(?:存放?|放)\s*(?P<count>\d+)\s*个(?:整数|元素|字)(?:时)?[,，]"
    r"(?:则)?(?:会是什么情况|(?:情况|结果)?(?:又)?(?:会)?(?:是)?(?:如何|怎样|怎么样|什么|多少)|缺页(?:次数)?(?:又)?(?:各|分别)?(?:是|为)多少次?)[?。]?\s*$"
)


def _with_one_page_size(text: str) -> tuple[str, int | None]:
    """The text without `and if a page holds only 100?`, and that number."""
    text = _AIM.sub("", text)
    later = _LATER.search(text)
    if later is None:
        return text, None
    return patterns.sub(r"(?m)^\s*\(?1\)?[.、]\s*(?=若|如果)", "", text[: later.start()]) + "?", int(later["count"])


def recognise_arrays(text: str) -> Recognition | None:
    """A program that runs through an array of rows and columns; None: another problem."""
    text = patterns.sub(r"(?<=\d)\s*\.\.\s*(?=\d)", "~", text)
    text = patterns.sub(r"先行后列", "行优先", patterns.sub(r"先列后行", "列优先", text))
    text = patterns.sub(
        r"(?:若)?(?:分配给(?:一个|该|某)?(?:进程|作业)的)?(?:内存|物理)块数为\s*(?:3|三)\s*,\s*其中(?:一|1)块(?:用来|用于)(?:装入|存放)程序(?:和|与|及)?(?:变量)?[ij、,和与]*,\s*(?:另外|其余)(?:两|二|2)块(?:专门)?(?:用来|用于)(?:存放|装入)数组(?:\(不作他用\))?",
        "分配2个数据页框",
        text,
    )
    text = patterns.sub(
        r"(?:且|并且)?程序段?已(?:经)?在内存[,，]?(?:但)?(?:数组|数据)页面?尚未装入(?:内存)?|(?:试)?就(?:下列|如下)程序[,，](?:计算)?(?:执行时)?的?(?=缺页)|(?:试)?(?:分别)?就程序\s?A(?:和|与|、)(?:程序)?\s?B的?执行(?:过程|进程)(?=计算缺页)",
        "",
        text,
    )
    text = patterns.sub(
        r"(?:VAR\s*)?[A-Z]\s*:\s*ARRAY\s*[01]~(\d+)\s*,\s*[01]~(\d+)\s*OF\s*INTEGER", r"数组A \1×\2", text, flags=re.IGNORECASE
    )
    text = patterns.sub(r"(?:有)?(?:一个)?二维数组(?=数组)|对一?采用LRU置换算法的页式虚拟存储器?系统[,，](?:假设)?", "", text)
    text = patterns.sub(r"(?<![A-Za-z])(?:FOR|TO|DO)(?![A-Za-z])", lambda word: word[0].lower(), text)
    text = patterns.sub(r"矩阵", "数组", text)
    text = patterns.sub(r"页面大小为(?=每页)|(?:在)?(?:该)?程序执行(?:时|过程中)[,，]?(?=(?:内存|主存))", "", text)
    text = patterns.sub(
        r"(?:若)?(?:内存|主存)(?:中)?(?:只|仅)?有(?:一|1)个(?:存储块|页框|物理块|页)(?:用来|用于)(?:存放|放|装)数组(?:信息|元素|数据)?",
        "分配1个数据页框",
        text,
    )
    text = patterns.sub(r"连续存放[,，](?=每)", "存储,", text)
    text = patterns.sub(
        r"(?:将)?数组(?:初始化|清零|清0)(?:为0)?的?程序(?:段)?(?:描述)?如下[:：]?|(?m:^)\s*int\s*[a-zA-Z]\s*(?:(?:\[\d+\]){1,2}|\d{4,8})\s*;|(?m:^)\s*int\s*i\s*,\s*j\s*;",
        "",
        text,
    )
    text = patterns.sub(
        r"(?:以|按)?(?P<way>[行列])(?:优先|为主序?|主序)(?:的)?(?:方式|顺序|次序)?(?:进行)?(?:来)?(?:存储|存放|存)(?!取)",
        r"按\g<way>存储",
        text,
    )
    text = patterns.sub(
        r"(?P<name>程序|代码)(?:段)?\s*[一二甲乙12AB]\s*(?:、|和|与|,)\s*(?:程序|代码)(?:段)?\s*[一二甲乙12AB](?:执行)?(?:的)?(?:过程(?:中)?)?(?:各|分别)(?:会|将)?",
        "各会",
        text,
    )
    # One of the frames is the program's; the others are the array's.
    text = patterns.sub(
        r"(?:\d|[三四五])\s*个(?:页框|物理块|帧|页)[,，]?\s*(?:其中)?第?\s*(?:1|一)\s*个(?:页框|物理块|帧)?(?:用于|用来)?(?:存放|放|装)(?:了)?程序(?:代码)?(?:,?(?:且|并)?(?:已(?:经)?|常驻)在?(?:内存|主存)(?:中)?)?[,，]\s*(?:其余|另外?|剩下)(?:的)?\s*(?P<count>\d|[两二三四])\s*个(?:页框|物理块|帧)?(?:用于|用来)?(?:存放|放|装)数据",
        r"\g<count>个数据页框",
        text,
    )
    text = patterns.sub(
        r"(?:物理)?(?:内存|主存)(?:中)?(?:共|只|仅)?有[三3]个?(?:页面?|页框|物理块)[,，]\s*(?:其中)?[一1]个?(?:页面?|页框|物理块)?(?:用来|用于)?(?:存放|放|装)程序[,，]\s*(?:其余|另外?|剩下)(?:的)?[两二2]个?(?:页面?|页框|物理块)(?:用来|用于)?(?:存放|放|装)数据",
        "分配2个数据页框",
        text,
    )
    text = patterns.sub(
        r"(?:物理)?(?:内存|主存|存储)?(?:共|只|仅)?有?\s*(?:3|三)\s*个?(?:页面?|页框|物理块)[,，]\s*(?:系统)?(?:用)?其中(?:的)?\s*(?:1|一)\s*个?(?:页面?|页框|物理块|块)(?:已?用来|已?用于)?(?:存放|放|装)(?:了)?程序[,，](?:且|并)?(?:已经?(?:调入|装入|在内存)[,，])?(?:其余|其他|另外?|剩下)(?:的)?\s*(?:2|[两二])\s*个?(?:页面?|页框|物理块|块)(?:均|都|为)?(?:空闲|存放数据)(?:,初始为空)?",
        "分配2个数据页框",
        text,
    )
    text = patterns.sub(
        r"(?:一个|该|某)?(?:进程|作业|程序)(?:分得|分到|有)\s*(?P<count>[2-9])\s*(?:页|个(?:页框|物理块))(?:的)?(?:内存|主存)?(?:空间)?[,，](?P<page>每页[^,;。]{0,16}个(?:整数|元素|字)[,;。])\s*其中(?:第)?\s*(?:1|一)\s*(?:个)?页(?:框)?(?:用来|用于)?(?:存放|放|装)程序[,，](?:且|并)?(?:假定|假设)?程序已(?:经)?(?:装入|调入|在)(?:内存|主存)(?:中)?",
        lambda told: f"{told['page']}分配{int(told['count']) - 1}个数据页框",
        text,
    )
    text = patterns.sub(
        r"(?:有一?个?)?(?:虚存|虚拟存储)?(?:系统)?[,，]?按(?P<way>[行列])存(?:储|放)(?:数组|矩阵)的?(?:各)?元素", r"数组按\g<way>存储", text
    )
    text = patterns.sub(
        r"(?:假设|假定|设)?程序已(?:经)?在内存(?:中)?占用?(?:了)?(?:一|1)页[,，](?:其余|另外|剩下)[两二2]页(?:为|均)?空闲", "", text
    )
    text, later = _with_one_page_size(text)
    reading = Topic(text)
    size = reading.take(
        r"(?:int|整型|整数|二维)?(?:的)?(?:数组)?\s*[A-Za-z]?\s*(?:\[\s*)?(?<!\d)(?P<rows>\d{2,4})\s*(?:\]?\s*\[|×|\*|x|X)\s*(?P<columns>\d{2,4})(?:\s*\])?(?:的)?(?:整型|整数|二维)?(?:数组)?"
    ) or reading.take(r"(?:int\s*)?[A-Za-z]\s*(?P<both>\d{4,8})(?=按|,|数组|的)")
    if size is None or not reading.has("数组|\ue000"):
        return None
    if "both" in size.re.groupindex:
        digits = size["both"]  # A[100][100] has lost its brackets
        half = len(digits) // 2
        if len(digits) % 2 or digits[:half] != digits[half:]:
            return None
        rows = columns = int(digits[:half])
    else:
        rows, columns = int(size["rows"]), int(size["columns"])
    if rows * columns > 300_000:
        return None
    by_row, by_column = (
        reading.take_all(
            rf"(?:数组)?(?:元素)?(?:在内存中)?(?:按|以){way}(?:优先|为主序?|序)?(?:的)?(?:顺序|次序)?(?:存放|存储|存|排列)(?:的|在内存中?)*(?!取)"
        )
        for way in ("行", "列")
    )
    if bool(by_row) == bool(by_column):
        return None
    per_page = reading.take_one(
        (
            r"(?:每个?|一)页(?:面)?(?:大小)?(?:可(?:以)?|能|为|是|有)?(?:存|放|存放|装|容纳|含)?\s*(?P<value>\d+)\s*个?(?:整数|元素|字|单元|数|整型数)(?!节)",
            r"页面大小(?:为|是|=)*\s*(?P<value>\d+)\s*个?(?:字|元素|整数)(?!节)",
        ),
        int,
    )
    if per_page is None:
        page_bytes = reading.take_one(rf"(?:每个?|一)?页面?(?:的)?(?:大小|长度|长)?(?:为|是|=)*\s*(?P<value>{SIZE})", to_bytes)
        element = reading.take_one(
            rf"(?:每个?|一个)?(?:int|整数|整型|元素|整型数|数组元素)(?:型)?(?:占|占用|为|长)+\s*(?P<value>{SIZE})", to_bytes
        )
        if page_bytes is None or element is None or page_bytes % element:
            return None
        per_page = page_bytes // element
    reading.take_all(r"(?:每|一)个?(?:整数|元素|整型数)(?:占|占用|为|存)?(?:1|一)个?(?:字|单元)")
    frames = reading.take_one(
        (
            rf"(?:为|给)?(?:该)?(?:数据|数组|它|该数组)*(?:区)?(?:只)?(?:分配|分|给|用|分得)(?:了|给)?(?:数据|数组)?(?:的)?\s*(?P<value>{INTEGER})\s*个?(?:数据)?(?:页框|物理块|页面|帧|页|块)",
            rf"(?P<value>{INTEGER})\s*个?(?:数据)?(?:页框|物理块|帧)",
        ),
        to_int,
    )
    reading.take_all(
        r"LRU|FIFO|最近最久未使用|先进先出|(?:置换)?算法|程序(?:代码)?(?:已|常驻|全)*(?:在|装入)?内存(?:中)?|(?:数据)?(?:初始|开始)(?:时)?(?:均|都)?(?:未|不|没)(?:装入|在内存)"
    )
    loops: list[tuple[int, bool]] = []
    nests = list(
        patterns.finditer(
            r"for\W{0,3}(?:int\s*)?(?P<outer>[ij])\b[^A-Z]{1,60}?for\W{0,3}(?:int\s*)?(?P<inner>[ij])\b[^A-Z]{1,60}?(?P<array>[A-Za-z])(?=\s*\[?[ij]\]?\s*[,\[]?\s*[ij])\s*\[?(?P<one>[ij])\]?\s*[,\[]?\s*(?P<other>[ij])\]?\s*(?::?=\s*0)?\s*;?",
            reading.rest,
        )
    )
    if nests:
        if any({nest["outer"], nest["inner"]} != {"i", "j"} or {nest["one"], nest["other"]} != {"i", "j"} for nest in nests):
            return None
        reading.take_spans([nest.span() for nest in nests])
        loops += [(nest.start(), nest["one"] == nest["outer"]) for nest in nests]
        reading.take_all(r"(?:程序段?)\s*[甲乙AB12一二](?:\s*:)?")
    reading.take_all(
        r"\(?(?:程序|代码|指令)(?:代码)?(?:和|与|及|、|其他|其它|变量|数据|所占|占用?|的|页面?|放|存放)*(?:均|都|已|全)*(?:常驻|驻留在?|在)(?:内存|主存|另外?一?个?页(?:面|框)?)(?:中|里|上)?(?:,)?(?:不算|不计|不考虑)?\)?|(?:初始|开始)(?:时)?(?:数组|数据)?(?:均|都)?(?:未|不|没)(?:装入|在内存|调入)(?:内存)?|\((?:正好|恰好|刚好)(?:放|存|是)?(?:一|1)行\)"
    )
    outer = reading.take(
        r"外(?:层)?循环(?:变量)?(?:为|是)?\s*(?P<outer>[ij])\s*,?\s*内(?:层)?循环(?:变量)?(?:为|是)?\s*(?P<inner>[ij])"
    ) or reading.take(
        r"for\s*\(?\s*(?P<outer>[ij])[^ij;。]{0,40}(?:;[^ij]{0,6}[ij]\s*(?:<|<=)\s*\d+\s*;\s*[ij]\+\+\s*\)?)?\s*\{?\s*for\s*\(?\s*(?P<inner>[ij])\s*(?:=|:)?\s*\d+(?:\s*(?:\.\.|to|~|-)\s*\d+)?"
    )
    access = reading.take_all(
        r"(?:访问|处理|使用)?\s*(?<![A-Za-z])[A-Z]\s*\[?(?P<one>[ij])\]?\s*\[?(?P<other>[ij])\]?\s*(?:=\s*0)?(?![a-z])"
    )
    if outer and outer["outer"] != outer["inner"] and access:
        for match in access:
            if match["one"] == match["other"]:
                return None
            loops.append((match.start(), match["one"] == outer["outer"]))
    for way, row_outside in (("行", True), ("列", False)):
        loops += [
            (match.start(), row_outside)
            for match in reading.take_all(
                rf"(?:按|逐|一){way}(?:一{way})?(?:优先|地)?(?:的)?(?:顺序|次序)?(?:访问|遍历|清零|扫描|赋值|初始化)|按{way}(?=呢|的话)"
            )
        ]
    asked = reading.ask(
        (
            (
                r"(?:数据)?(?:会|将|共|产生|发生|引起|的)*(?:多少|几)次缺页(?:中断)?|缺(?:多少|几)次页|(?:数据)?(?:会|将)?(?:的)?缺页(?:中断)?(?:的)?(?:次数)?(?:是|为)?(?:多少|几)?次?",
                "faults",
            ),
            (r"(?<=\ue000)(?:呢|又(?:是)?)?(?:多少|几)次", "again"),
            (r"(?:若|如果)?(?:换成|改成|改为|换)(?=\ue000)(?:\ue000)+呢?", "again"),
        )
    )
    reading.finish(
        WORDS + "整型 整数 数组 程序 存放 每 元素 循环 外层 内层 主存 数据 执行 for 则 用 若 换成 改为 呢 将 全部 元素清零 次 按"
    )
    if per_page is None or frames is None or not loops or "faults" not in asked:
        return None
    if len(loops) > 1 and "again" not in asked and not nests and not reading.text.count("分别"):
        return None
    return Recognition(
        parameters={
            "state": "arrays",
            "rows": rows,
            "columns": columns,
            "by_row": bool(by_row),
            "per_page": per_page,
            "frames": frames,
            "loops": list(dict.fromkeys(loop for _, loop in sorted(loops))),
            **({"per_page_later": [later]} if later else {}),
        },
        understood=(
            ("数组", f"{rows}×{columns}，按{'行' if by_row else '列'}存放"),
            ("每页", f"{per_page} 个元素" + (f"，后来 {later} 个" if later else "")),
            ("页框", f"{frames} 个"),
        ),
    )
