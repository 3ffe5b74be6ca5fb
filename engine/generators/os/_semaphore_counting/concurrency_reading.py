"""Reading the small problems beside the value of one semaphore: shared variables, precedence graphs, bounded buffers."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.os._topic import Topic
from engine.generators.reading import INTEGER, stay_out, to_int

_WORDS = (
    "并发 进程 线程 共享 变量 全局变量 执行 并发执行 一次 各 各自 都 指令 语句 程序 代码 机器指令 编译 成 编译成 取 改 存 读 写 算 运算 写回 寄存器 三条 三条指令 三步 两条 两个 两 对 加 减 乘 自增 自减 操作 结果 值 最后 最终 完成 完成后 结束 结束后 "
    "运行 同时 交错 可交错 读写 不 互斥 无互斥 初值 初始 取到 到 里 条 均 每条 内存 装入 放回 送回 取值 赋值 计算 先 再 然后 生产者 消费者 取出 改 每个 分 有 用 步 下 可能 情况 都可能 "
)


_COMMENT = re.compile(r"//[^\n]*")
_IN_REGISTERS = re.compile(
    r"(?:load|mov|ld)\s+(?P<register>R\w?\d?)\s*,\s*(?P<name>[A-Za-z]\w{0,6})\s*;?\s*(?P<operation>inc|dec|add|sub)\s+(?P=register)(?:\s*,\s*(?P<amount>\d+))?\s*;?\s*(?:store|st|mov|save)\s+(?P=name)\s*,\s*(?P=register)\s*;?",
    re.IGNORECASE,
)


def _in_statements(text: str) -> str:
    """Loading, counting and storing by instructions as the statement that they are, one process's each: `x=x+1`."""
    plain = _COMMENT.sub("", text)
    found = list(_IN_REGISTERS.finditer(plain))
    if len(found) < 2 or len({match["name"].lower() for match in found}) != 1:
        return text
    name = re.escape(found[0]["name"])
    for number, match in reversed(list(enumerate(found, 1))):
        sign = "+" if match["operation"].lower() in ("inc", "add") else "-"
        statement = f"进程P{number}执行{match['name']}={match['name']}{sign}{match['amount'] or 1};"
        plain = plain[: match.start()] + statement + plain[match.end() :]
    plain = patterns.sub(
        rf"(?:(?:进程)?[A-Z]\d?|(?:其中)?一个(?:进程)?|另一个(?:进程)?)\s?对\s?{name}\s?(?:进行)?(?:加|减)\s?1(?:操作|运算)?\s*[,，。;；]?|(?:(?:加|减)\s?1\s*(?:和|与|、)\s*(?:加|减)\s?1\s*(?:操作)?的?)?指令序列(?:分别)?如下(?:所示)?[。:：]?",
        "",
        plain,
    )
    # What it is then is asked of the options.
    return patterns.sub(
        rf"(?:这)?(?:两个|所有|全部)?(?:操作|进程)(?:都|均)?(?:执行)?(?:完成|完|结束)(?:之?后)?[,，]?\s*{name}\s*的值(?:为|是)?\s*(?:\(\s*\))?\s*[。?？]?\s*$",
        f"{found[0]['name']}的最终可能的值有哪些?",
        plain.strip(),
    )


def recognise_race(text: str) -> Recognition | None:
    """An unprotected shared variable that processes compute with; None: another problem."""
    reading = Topic(patterns.sub(r"(?<=[A-Za-z]):=", "=", _in_statements(text)))
    statement = (
        r"(?<![A-Za-z\d])(?P<left>[A-Za-z][A-Za-z\d]{0,6})\s*(?:=\s*(?P<right>[A-Za-z][A-Za-z\d]{0,6})\s*(?P<operator>[+\-*×])\s*(?P<operand>\d+)|(?P<twice>\+\+|--)|(?P<short>[+\-*])=\s*(?P<amount>\d+))(?!\d)"
        r"(?:\s*[,;]?\s*(?:再)?(?:写回|送回|放回|存回)?\s*(?P<back>[A-Za-z][A-Za-z\d]{0,6})\s*=\s*(?P<from>[A-Za-z][A-Za-z\d]{0,6})(?!\s*[+\-*×A-Za-z\d]))?"
    )
    found = list(patterns.finditer(statement, reading.rest))
    if len(found) < 2:
        return None
    names: set[str] = set()
    programs: list[list[tuple[str, int]]] = []
    ends: list[int] = []
    for match in found:
        name = match["right"] or match["left"]
        if match["right"] and match["right"] != match["left"] and not (match["back"] == match["right"] and match["from"] == match["left"]):
            return None  # another variable is written
        if match["back"] and match["back"] != name:
            return None
        names.add(name.lower())
        operator = match["operator"] or match["short"] or match["twice"][0]
        operand = int(match["operand"] or match["amount"] or 1)
        # Statements with nothing but a separator between them are one program's.
        between = reading.rest[ends[-1] : match.start()] if ends else "进程"
        if patterns.fullmatch(r"[\s,;]*", between):
            programs[-1].append((operator.replace("×", "*"), operand))
        else:
            programs.append([(operator.replace("×", "*"), operand)])
        ends.append(match.end())
    reading.take_spans([match.span() for match in found])
    if len(names) != 1 or not 2 <= len(programs) <= 4 or sum(map(len, programs)) > 8:
        return None
    name = names.pop()
    own = rf"(?<![A-Za-z\d]){re.escape(name)}(?![A-Za-z\d])"
    first = (
        reading.take_one(
            rf"{own}(?:的)?(?:初值|初始值|初始时?|初始化|原值|开始)?(?:设)?(?:为|是|=|\s)*(?P<value>-?\d+)(?!\s*[+*\d])|(?:初值|初始值|初始时?)(?:{own})?(?:设)?(?:为|是|=|\s)*(?P<other>-?\d+)",
            int,
        )
        if not reading.has(rf"(?:初值|初始值|初始时?)(?:{own})?(?:设)?(?:为|是|=|\s)*-?\d+")
        else reading.take_one(rf"(?:{own}(?:的)?)?(?:初值|初始值|初始时?)(?:{own})?(?:设)?(?:为|是|=|\s)*(?P<value>-?\d+)", int)
    )
    if first is None:
        return None
    reading.take_all(
        r"(?:并|且)?(?:没有?|不|无|未|均未)(?:加|使用|进行|采取|采用|有|做)*(?:任何)?(?:锁|互斥|同步|PV操作|信号量|保护|措施)+(?:措施|机制|地)?|(?:读写)?(?:可以?|允许|能)?(?:任意)?交错(?:执行)?|(?:任意|各种)(?:的)?(?:交错|次序|顺序)"
    )
    protected = bool(reading.take_all(r"(?:互斥地?(?:执行|访问|进行)|(?:都|各)?(?:加了?|用了?)(?:互斥)?锁|(?:是)?原子(?:操作|执行|的)?)"))
    reading.refuse(r"不算|循环|for|while|各?执行\s*(?:[2-9]|\d\d|[二两三四五六七八九十]|n)\s*次|if|信号量|P\(|V\(")
    asked = reading.ask(
        (
            (rf"(?:{own})?(?:的值)?(?:最后|最终)?(?:不可能|不会)(?:取到|得到|出现|为|是|取|有)?(?:的)?(?:值|结果)?(?:是)?", "impossible"),
            (
                rf"(?:{own})?(?:最后|最终)?(?:可能)?(?:的)?(?:值|结果)?(?:一?共)?(?:有|会有)?(?:多少|几)种(?:可能)?(?:的)?(?:值|结果|取值)?",
                "count",
            ),
            (rf"(?:{own})?(?:的)?(?:可能)?(?:的)?(?:值)?(?:最大|最大值)(?:的)?(?:可能)?(?:值)?(?:是|为)?(?:多少|几)?", "greatest"),
            (rf"(?:{own})?(?:的)?(?:可能)?(?:的)?(?:值)?(?:最小|最小值)(?:的)?(?:可能)?(?:值)?(?:是|为)?(?:多少|几)?", "least"),
            (
                rf"(?:最后|最终|并发完成后|执行(?:完|后)|结束后)?(?:{own})?(?:的)?(?:最后|最终|所有)?(?:的)?(?:可能|会)(?:的)?(?:取|出现|得到|是|为|有|等于)?(?:的)?(?:最终)?(?:值|结果|取值)?(?:的)?(?:集合)?(?:有|是|为)?(?:哪些|哪几个|什么|多少|几)?(?:值|个值)?",
                "values",
            ),
        )
    )
    reading.take_all(
        rf"(?:进程|线程|P|T)?\s*(?<![A-Za-z])(?:P|T)?[A-D1-4](?:、(?:P|T)?[A-D1-4])*(?![A-Za-z\d])(?:进程|线程)?(?=:|执行|做|对|\ue000|和|,|都|、|并|各)|{own}|(?<=[二两三])个?(?:并发)?进程"
    )
    reading.finish_knowing(_WORDS)
    if len(asked) != 1:
        return None
    return Recognition(
        parameters={
            "task": "race",
            "first": first,
            "name": name,
            "programs": [[list(one) for one in program] for program in programs],
            "protected": protected,
            "asked": asked[0],
        },
        understood=(
            ("初值", f"{name} = {first}"),
            ("进程", "；".join("，".join(f"{name} {operator} {operand}" for operator, operand in program) for program in programs)),
        ),
    )


def recognise_precedence(text: str) -> Recognition | None:
    """A precedence graph to be kept with semaphores; None: another problem."""
    reading = Topic(text)
    if not reading.has("信号量"):
        return None
    arc = r"(?<![A-Za-z\d])(?P<one>[A-Za-z]\d{0,2})\s*(?:→|先于|完成后才能(?:执行|开始)?|->)\s*(?P<other>[A-Za-z]\d{0,2})(?![A-Za-z\d])"
    arcs = [(match["one"].upper(), match["other"].upper()) for match in reading.take_all(arc)]
    if len(arcs) < 2 or len(set(arcs)) != len(arcs) or any(one == other for one, other in arcs):
        return None
    count = reading.take_one(rf"(?:这|共|一共)*(?P<value>{INTEGER})\s*条(?:有向)?(?:边|弧)", to_int)
    if count not in (None, len(arcs)):
        stay_out("another number of arcs")
    reading.take_all(r"(?:按|用)?每条?(?:有向)?边(?:用|设|对应)?(?:一个)?信号量")
    reading.refuse(r"[Pp]\(|V\(|合并|最少|至少|缓冲|互斥")
    asked = reading.ask(
        (
            (
                r"(?:一共|总共|共)?(?:需要?|要|应|须)?(?:设置?|用|有)?(?:多少|几)个(?:同步)?信号量|信号量(?:的)?(?:个数|数目|数量|数)(?:是|为)?(?:多少|几)?",
                "count",
            ),
            (r"(?:信号量|它们|其|各)?(?:的)?(?:初值|初始值)(?:都|均|各|分别)*(?:应|设)?(?:是|为)?(?:多少|几)?", "initial"),
        )
    )
    reading.finish_knowing(
        "前驱图 前趋图 前驱 前趋 关系 图 中 语句 进程 同步 实现 信号量 机制 用 有 按 边 程序段 并发 执行 顺序 次序 完成 保证 先后 六个 五个 四个 三个 "
    )
    if not asked:
        return None
    return Recognition(
        parameters={"task": "precedence", "arcs": [list(one) for one in arcs], "asked": asked},
        understood=(("前驱关系", "、".join(f"{one}→{other}" for one, other in arcs)),),
    )


def recognise_buffer(text: str) -> Recognition | None:
    """The semaphores empty, full and mutex of a bounded buffer; None: another problem."""
    # `empty 初值 8、full 初值 0` says of a buffer of 8 what it says anyway.
    if first := patterns.search(
        r"[,，]\s*empty\s*(?:的)?初值\s*(?:为|是|=)?\s*(?P<size>\d+)\s*[、,，]\s*full\s*(?:的)?初值\s*(?:为|是|=)?\s*0(?=\s*[,，。;])", text
    ):
        rest = text[: first.start()] + text[first.end() :]
        if patterns.search(rf"缓冲(?:区|池)?(?:共|共有|有|大小为|容量为)*\s*{first['size']}\s*个(?=[,，。;])", rest):
            text = rest
    reading = Topic(text)
    if not reading.has("缓冲") or not reading.has("empty|full|mutex"):
        return None
    buffer = r"(?:有界)?(?:空)?(?:缓冲区|缓冲池|缓冲单元|缓冲|单元|槽)"
    product = r"(?:产品|数据|消息|物品|item)"
    size = reading.take_one(
        (
            rf"(?:共|总共|一共)?(?:有|含|由|大小为|容量为|容量)?(?<!一)(?P<value>(?!一){INTEGER})\s*个?(?:空)?(?:的)?{buffer}(?:组成)?",
            rf"{buffer}(?:的)?(?:大小|容量|个数|数目|数量|数|共|有|含|为|是|n|=)*\s*(?P<value>{INTEGER})\s*(?:个)?(?:{buffer})?(?!{product}|\s*个?{product})",
        ),
        to_int,
    )
    put = reading.take_one(
        rf"(?:已|已经|成功|累计|一共|共|总共)*(?:放入|存入|生产|放|存)(?:了)?\s*(?P<value>{INTEGER})\s*(?:个|件|条)(?:{product})?", to_int
    )
    got = reading.take_one(
        rf"(?:已|已经|成功|累计|一共|共|总共|又)*(?:取走|取出|消费|拿走)(?:了)?\s*(?P<value>{INTEGER})\s*(?:个|件|条)(?:{product})?", to_int
    )
    inside = reading.take_one(
        (rf"(?:已|已经|此刻|现在|里|中|有|放了?|存了?|放入了?)*(?P<value>{INTEGER})\s*(?:个|件|条){product}",), to_int
    )
    if put is not None and got is not None:
        if inside is not None or put < got or reading.has("此后|之后又|随后|接着|又"):
            return None
        inside = put - got
    elif got is not None:
        return None
    elif put is not None:
        if inside is not None:
            return None
        inside = put
    firsts = reading.take(r"(?:的)?初值(?:分别|依次|各)*(?:为|是)?\s*(?P<empty>\d+)\s*(?:、|,|和|与)\s*0(?!\d)")
    if firsts and size not in (None, int(firsts["empty"])):
        return None
    producers = reading.take_one(rf"(?P<value>{INTEGER})\s*个?生产者(?:进程)?", to_int)
    consumers = reading.take_one(rf"(?P<value>{INTEGER})\s*个?消费者(?:进程)?", to_int)
    reading.take_all(
        r"(?:而|且|并)?(?:尚|还|均)?(?:未|没有?)(?:被)?(?:取走|取出|消费|拿走)|(?:没有?|无)(?:人|进程|任何进程)?(?:被|处于)?(?:阻塞|等待|正在存取)(?:态|状态|着|的)*|\(?每个进程(?:至多|最多)(?:阻塞在|只在)一处(?:阻塞)?\)?|(?:此刻|现在|这时)?(?:均|都|全部?|初始)?(?:为)?空(?:的)?(?=[,;。])|(?:初始|开始|最初)(?:时)?(?:缓冲区)?(?:全|都|均)?(?:为)?空"
    )
    full = reading.take(r"(?:缓冲区)?(?:已|全|都)*满(?:了)?(?=[,;。?])")
    meant = reading.take_all(r"\(?(?:表示|代表)?(?:空闲?|满)(?:的)?缓冲(?:区|单元)?(?:个?数|数量|数目)?\)?|\(?互斥\)?")
    name = r"(?P<names>(?:信号量)?\s*(?:empty|full|mutex)(?:\s*(?:、|,|和|与|及|/|以及)\s*(?:信号量)?(?:empty|full|mutex))*)"
    asked: list[tuple[int, str, str]] = []
    for task, pattern in (
        ("least", rf"{name}(?:的|可能|同一时刻|取|能|到|达到)*最小(?:值)?"),
        ("greatest", rf"{name}(?:的|可能|同一时刻|取|能|到|达到)*最大(?:值)?"),
        (
            "now",
            rf"(?:信号量)?{name}(?:\ue000|\(|\)|信号量|两个|三个)*(?:的)?(?:此时|现在|此刻|各|分别|当前)*(?:的)?(?P<first>初始?值|值)?(?:此时|现在|应|该|各自?|分别|设置?|定|为|是)*",
        ),
    ):
        for match in reading.take_all(pattern):
            reading.questions.append(match.span())
            asked += [
                (match.start() + number, task if not (match.groupdict().get("first") or "").startswith("初") else "first", one)
                for number, one in enumerate(patterns.findall("empty|full|mutex", match["names"].lower()))
            ]
    reading.refuse(r"P\(|V\(|wait|signal|又|再|之后|取走|放入")
    reading.finish_knowing(
        f"缓冲区 缓冲池 缓冲 共享 共用 公用 公共 使用 环形 有界 信号量的 设有 各个 最初 一般 生产者 消费者 生产者消费者 生产者-消费者 问题 信号量 各 多少 此刻 里 有 同一时刻 可能 到 各可能 值 分别 初值 设置 应 设 单元 互斥 同步 n 进程 一组 大小 里有 {' '.join(match[0] for match in meant)} 中 最小 最大 那 现在 一个"
    )
    tasks = {task for _, task, _ in asked}
    # Asked at two points of the story; a mention before that tells is none.
    wanted = [
        (task, one)
        for place, task, one in asked
        if patterns.search(
            "多少|几|值|最[大小]",
            patterns.split(r"[,;。?!\n]", reading.text[place:] if len(reading.text) == len(reading.rest) else "值")[0],
        )
    ]
    if len(set(wanted)) != len(wanted):
        return None
    if not asked or size is None or ("first" in tasks and len(tasks) > 1) or (full and inside is not None):
        return None
    if ("now" in tasks and inside is None and not full) or (inside or 0) > size or ("first" in tasks and (inside or full)):
        return None
    if ("least" in tasks) and (producers is None or consumers is None):
        return None
    pairs = list(dict.fromkeys(("now" if task == "first" else task, one) for _, task, one in sorted(asked)))
    return Recognition(
        parameters={
            "task": "buffer",
            "size": size,
            "inside": size if full else inside or 0,
            "producers": producers or 1,
            "consumers": consumers or 1,
            "asked": [list(pair) for pair in pairs],
        },
        understood=(("缓冲区", f"{size} 个"), ("产品", f"{size if full else inside or 0} 个")),
    )
