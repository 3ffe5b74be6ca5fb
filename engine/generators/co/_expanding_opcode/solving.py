"""Reading expanding-opcode problems by their parts: how many instructions each number of addresses has, and which one is asked for."""

from __future__ import annotations

from engine.generators.clauses import Role
from engine.generators.kind import Missing, Recognition
from engine.generators.laws.clauses import BITS, Clauses
from engine.generators.reading import INTEGER, stay_out, to_count

NAMES = {3: "三地址", 2: "二地址", 1: "一地址", 0: "零地址"}
_SIGNS = {3: "三|3", 2: "二|两|双|2", 1: "一|单|1", 0: "零|无|0|O"}
_NUMBER = rf"(?<![\d.A-Za-z第])(?!一[条种个]){INTEGER}\s*(?:条|种|个)(?!操作数|地址|\ue000)"
_HARMLESS = """
计算机 机器 指令 指令系统 指令集 指令格式 格式 格式的指令 定长 固定 长度 指令字 指令字长 字长 扩展操作码 操作码 扩展 技术 编码 设计 已 已经 已有 现有 一台 某机 条 定长指令字 字 结构 安排 支持 具有 方案 法 操作码扩展 条指令 各 字段 机 每条 包含 含 所有 剩下 剩余 全部 允许 现在 某指令系统 采用扩展操作码 条数 数 求出
定义 设置 规定 使用 用 占用 占 操作码可变长 可变长 可变 操作码长度 长度可变 可扩展 长度可扩展 地址码 地址 地址字段 地址码字段 操作数 操作数地址 每个 每个地址码 每个地址 每个操作数 均 都 还 还可以 还能 还可 可 能 最多 至多 最大 最大可能 至少 尽可能多 多少 几 则 若 种 个 三种 两种 四种 表示 按字节编址 必须 是 为 字节 整数倍 的整数倍 且 并且 只有 仅有 条二地址指令 类型 类 有 位长 主存 指令条数 通用寄存器 16位 指令格式 可扩展 多少条 剩下 都 做 搞 已经有 有 充分利用 全都 用完 其余 定 定了 定为 已经定了 已定 用了 用掉 用掉了 占了 拿来 拿来做 用来做 的编码 码点 一条 地址段 排 安排了 编了 编排 各占 个地址 字段
"""


def _level(level: int) -> str:
    sign = f"(?:{_SIGNS[level]})"
    return rf"{sign}\s*(?:个)?(?:操作数)?地址(?:码)?(?:的)?(?:格式)?(?:的)?(?:指令)?(?:的)?(?:条数|数量|数目)?|{sign}\s*(?:个)?操作数(?:的)?(?:指令)?(?:的)?(?:条数|数量|数目)?"


_ANY = r"(?:三|3|二|两|双|2|一|单|1|零|无|0)\s*(?:个)?(?:操作数(?:地址)?|地址(?:码)?)(?:指令)?"


def recognise(text: str) -> Recognition | None:
    """Lengths, counts by number of addresses; the most of another, or the shortest instruction."""
    reading = Clauses(text)
    reading.refuse(
        r"变长指令|指令(?:字)?(?:长度)?可变长|立即数|固定长度(?:的)?操作码|定长操作码|固定操作码|操作码(?:字段)?(?:的)?(?:长度|位数)?(?:是|为)?固定|哈夫曼|霍夫曼|平均码长|预留|保留|留出|留下|能否|是否|可行|另外|另有|不同时|概率|频度|至少有|最少有|半字长|单字长和|双字长|主存单元|偏移"
    )
    whole_bytes = reading.take_all(
        r"(?:且|并且)?(?:指令)?(?:字长|长度)?(?:必须|必|要求|应|需)?(?:是|为)?(?:字节|8(?:位)?)(?:的)?(?:整数)?倍"
    )
    reading.take_all(
        rf"(?:指令)?(?:系统)?(?:中)?(?:只|共|仅|共计)?(?:含有?|有|包含|包括|支持|设有|具有|分为?|存在|采用)(?:{_ANY}(?:格式)?[、,和及与]*){{2,4}}(?:共)?(?:[二两三四234]种)(?:格式|类型|形式|不同)*(?:的)?(?:指令)?(?:格式)?"
        rf"|(?:{_ANY}[、和及与]+){{1,3}}{_ANY}(?:[二两三四234]种)(?:的)?(?:指令)?(?:格式)?|(?:{_ANY}[、和及与]+){{1,3}}{_ANY}(?=指令?格式|并存|混合|混编)"
        rf"|除(?:了)?{_ANY}(?:之)?(?:外|以外)(?:不再|没有|无|不)(?:设置|设|有|安排|存在|含有?)*(?:其他|别的|其它)(?:的)?(?:格式|类型)?(?:的)?(?:指令)?|(?:不含|没有|无|不设|不考虑)(?:其他|其它|别的)(?:格式|类型)?(?:的)?指令"
    )
    absent = [
        level
        for level in (3, 2, 1, 0)
        if reading.take_all(
            rf"(?:没有|没|无|不设|不含|不要|不需要|不考虑)(?:设|有|安排)?(?:{_level(level)}|{_SIGNS[level]}(?:操作数|地址))(?:的)?(?:指令)?"
        )
    ]
    registers = reading.take_one(rf"(?P<value>{INTEGER})\s*个(?:通用)?寄存器", to_count)
    if registers is not None and not reading.take_all(
        r"(?:每个)?操作数(?:地址)?(?:都|均|全|全部)*(?:在|为|用|是|存放在|来自|采用)(?:通用)?寄存器(?:中|里|内)?|(?:全|都|均)?(?:采用|用)?寄存器(?:直接)?寻址(?:方式)?"
    ):
        return None
    reading.refuse("寄存器|寻址")
    reading.take_all(
        r"(?:剩下|剩余|其余|余下|多出来|腾出来|没用完|没用掉|未用)(?:的)?(?:编码|码点|操作码|状态|组合|码)*(?:全部?|都|均)*(?:拿|用)?(?:来|去)?(?:做|作|扩展|扩展成|扩展为|用作|用于|给|留给|设计成?|分配给|安排|编)*(?=[零无0一单1二两2双])"
    )
    reading.take_all(
        r"[二两三四2-4]种(?:不同)?(?:的)?(?:指令)?(?:格式|类型)(?:的)?(?:指令)?|(?:剩下|剩余|其余|余下)(?:的)?(?:编码)?(?:全|都|均|全部)*(?:做|作|用作|用于|给|留给|设计成|是|为)*(?=[一二两三单双零无])"
    )
    roles = [
        Role(
            name="word",
            quantity=BITS,
            read=to_count,
            before=r"指令(?:系统)?(?:的)?(?:字)?(?:的)?(?:长度?|字长)?(?:固定)?|字长|定长",
            after=r"(?:字?长)?(?:的)?(?:固定|定长)?(?:长度)?(?:的)?(?:指令|机器)",
        ),
        Role(
            name="address",
            quantity=BITS,
            read=to_count,
            before=r"(?:操作数)?(?:的)?地址(?:码字段|码|字段|域|部分)?(?:的)?(?:长度|字段|位数|部分)*(?:均|都|各)?|操作数(?:字段)?",
            after=r"(?:的)?(?:操作数)?地址(?:码|字段)|(?:来)?(?:表示)?(?:一个|每个)?(?:操作数)?地址",
        ),
    ]
    roles += [
        Role(name=str(level), quantity=_NUMBER, read=to_count, before=_level(level), after=rf"(?:是|的)?(?:{_level(level)})")
        for level in (3, 2, 1, 0)
    ]
    # The address length is often told of "两个地址字段": no count.
    reading.take_all(r"每个?(?:操作数)?(?=地址)|[二两三](?:个)?地址(?:码)?字段(?:的)?(?=长度|均|都|各)")
    values = reading.assign(roles)
    reading.take_all(r"[二两三](?:个)?(?=\ue000)")
    if registers is not None:
        if "address" in values or registers & (registers - 1) or registers < 2:
            return None
        values["address"] = registers.bit_length() - 1
    counts = {level: values[str(level)] for level in (3, 2, 1, 0) if str(level) in values}
    shortest = reading.asked(
        (
            (
                r"(?:该|此)?(?:指令系统)?(?:的)?(?:机器)?指令(?:字)?(?:长度|字长|长|的长度)(?:至少|最少|最短)?(?:应该|应|需要|需|要|可以?)*(?:至少|最少|最短)?(?:应|要|需)?(?:为|是|有)*(?:多少|几)?位?|(?:最短|最小)(?:的)?指令(?:字)?长度?",
                "shortest",
            ),
        )
    )
    asked = [int(name) for name in reading.asked(tuple((_level(level), str(level)) for level in (3, 2, 1, 0)))]
    for level in absent:
        if counts.setdefault(level, 0) != 0:
            return None
    asked = [level for level in asked if level not in counts]
    if len(asked) == 1:  # "零地址指令,最多还能做几条": the number asked for stands apart from its name
        reading.take_all(
            r"(?:最多|至多|最大|顶多)(?:还|又|能|可以|可|够|再|有|做|安排|设计|定义|设|编|容纳|扩展出?|扩充|支持|排|放|到|凑|出)*(?:多少|几)(?:条|种|个)|(?:还|又)(?:能|可以|可|够|再|有|做|安排|设计|定义|设|编|容纳|扩展出?|支持|排|放|凑|出)+(?:多少|几)(?:条|种|个)"
        )
    reading.finish(_HARMLESS)
    word, address = values.get("word"), values.get("address")
    if shortest and word is None and not asked:
        if (
            address is None
            or len(counts) < 2
            or any(level not in counts for level in range(min(counts), max(counts)))
            or not 1 <= address <= 24
        ):
            return None
        if "至少" not in reading.text and "最短" not in reading.text and "最少" not in reading.text:
            return None
        return Recognition(
            parameters={
                "task": "shortest",
                "address": address,
                "counts": [[level, counts[level]] for level in sorted(counts, reverse=True)],
                "bytes": bool(whole_bytes) or "字节编址" in reading.text,
            },
            understood=(
                ("指令", "，".join(f"{NAMES[level]} {counts[level]} 条" for level in sorted(counts, reverse=True))),
                ("每个地址码", f"{address} 位"),
                ("求", "最短的指令字长" + ("（字节的整数倍）" if whole_bytes or "字节编址" in reading.text else "")),
            ),
        )
    if len(asked) != 1 or whole_bytes or not counts:
        return None
    if not reading.text or not any(
        word_ in reading.text for word_ in ("最多", "至多", "最大", "几个", "多少", "几条", "几种", "能有", "还能", "还可")
    ):
        return None
    want = asked[0]
    top = max([want, *counts])
    if any(level not in counts for level in range(want + 1, top + 1)) or any(level not in counts for level in range(min(counts), want)):
        return None
    parameters: dict[str, object] = {"asked": want, "counts": [[level, counts[level]] for level in sorted(counts, reverse=True)]}
    understood = [("已有指令", "，".join(f"{NAMES[level]} {counts[level]} 条" for level in sorted(counts, reverse=True)))]
    missing = []
    for name, value, label, ask, form in (
        ("word", word, "指令字长", "指令字长是多少位？", "指令字长 {} 位"),
        ("address", address, "每个地址码", "每个地址码占几位？", "每个地址码占 {} 位"),
    ):
        if value is None:
            missing.append(Missing(name, ask, form))
        else:
            parameters[name] = value
            understood.append((label, f"{value} 位"))
    understood.append(("求", f"{NAMES[want]}指令的最多条数"))
    if (word is not None and word > 64) or (address is not None and not 1 <= address <= 24):
        stay_out("lengths")
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))
