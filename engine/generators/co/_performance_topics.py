"""CPU performance told by its topic: instructions, cycles and clock in any order, mixes of instructions, and a part made faster."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from engine.generators.clauses import Role
from engine.generators.co._clauses import FREQUENCY, NUMBER, POWER, SHARE, TIME, to_hertz, to_large, to_seconds
from engine.generators.co._measures import duration, frequency
from engine.generators.co._topic import Facts, Law, Quantity, Told, Topic, about, counted, percentage
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, compiled, stay_out, to_int, to_share

# --- a mix of instructions -----------------------------------------------------------------------------------------------------------

_KIND = r"(?:(?!其余|其他|其它|剩下|剩余|共|总)(?:[A-Za-z/]{1,6}(?=类|型|指令|\s|占|有|:|\d|:|[(（]|[\u3400-\u9fff])|[\u3400-\u9fff]{1,8}?))?(?:类|型|类型)?(?:的)?(?:指令|操作|运算)?"
_AMOUNT = rf"(?:{NUMBER}\s*%|{POWER}\s*条(?!指令数))"
_COUNT = r"(?:条数|数量|频率|频度|比例|占比|数目|出现|使用|所占|占|有|共|执行|的|了|为|是|约|=|:|\(|,|\s)*"
_LINK = r"(?:其|它|平均|每条|的|指令|需要?|执行|时钟|周期数|周期|CPI|为|是|=|:|各|用|要|花|占|耗|均|都|个|数|\s|[,、(])*"
_COST = r"(?<![\d.])\d+(?:\.\d+)?(?![\d.]|\s*(?:%|条|[kKMG]?Hz|ns|ms|s(?![A-Za-z])|秒|类|种|×|万|亿|倍|级|段|位|\^))\s*(?:个)?(?:时钟|机器)?(?:周期|拍|T(?![A-Za-z]))?(?:数)?\)?"
_GROUP = rf"{_KIND}{_COUNT}(?P<amount>{_AMOUNT})(?:的)?(?:{_LINK})(?P<cost>{_COST})"
_GROUP_BACK = rf"{_KIND}{_LINK}(?P<cost>{_COST})(?:,|、|\(|\s)*(?:出现|使用)?(?:频率|频度|比例)?(?:占|有|共|执行|的|为|是|=|:|\s)*(?P<amount>{_AMOUNT})\)?"
_REST = rf"(?:其余|其他|其它|剩下|剩余|余下)(?:的)?(?:各类|所有)?(?:指令)?(?:都|均|全|各)?{_COUNT}(?:平均|每条|需要?|要|用|花|的|为|是|CPI|=|:|都|均|\s)*(?P<cost>(?<![\d.])\d+(?:\.\d+)?(?![\d.]|\s*%)\s*(?:个)?(?:时钟|机器)?(?:周期|拍|T)?)"


def _groups(match: re.Match[str]) -> tuple[Fraction, ...]:
    """Amounts and cycles by turns; amounts are parts of 1 (a rest is -1) or counts."""
    found: list[Fraction] = []
    text = match[0]
    pattern = _GROUP if match.re.pattern == _MIX else _GROUP_BACK
    for group in compiled(f"(?:{pattern})|(?:{_REST.replace('cost', 'other')})").finditer(text):
        if group["amount"]:
            share = "%" in group["amount"]
            found.append(to_share(group["amount"]) if share else to_large(re.sub(r"\s*条.*", "", group["amount"])))
            cost = group["cost"]
        else:
            found.append(Fraction(-1))
            cost = group["other"]
        number = re.match(r"\d+(?:\.\d+)?", cost)
        found.append(Fraction(number[0]) if number else stay_out(cost))
    amounts = found[::2]
    if not re.search("CPI|周期|拍|时钟|T", match.string) or len({amount > 1 for amount in amounts if amount >= 0}) > 1:
        stay_out("no mix")
    if Fraction(-1) in amounts:
        rest = 1 - sum((amount for amount in amounts if amount >= 0), Fraction(0))
        if amounts.count(Fraction(-1)) > 1 or not 0 < rest < 1:
            stay_out("rest")
        found[2 * amounts.index(Fraction(-1))] = rest
    total = sum(found[::2], Fraction(0))
    if total != 1 and all(amount <= 1 for amount in found[::2]):
        stay_out("parts of the mix do not make a whole")
    return tuple(found)


def _lists(match: re.Match[str]) -> tuple[Fraction, ...]:
    """Amounts in one list and cycles in another, in the same order."""
    amounts = [one[0] for one in re.finditer(_AMOUNT, match["amounts"], re.IGNORECASE)]
    costs = [Fraction(number) for number in re.findall(r"\d+(?:\.\d+)?", match["costs"])]
    if len(amounts) != len(costs) or len({"%" in amount for amount in amounts}) > 1:
        stay_out("lists of different lengths")
    values = [to_share(amount) if "%" in amount else to_large(re.sub(r"\s*条.*", "", amount)) for amount in amounts]
    if "%" in amounts[0] and sum(values) != 1:
        stay_out("parts of the mix do not make a whole")
    return tuple(one for pair in zip(values, costs, strict=True) for one in pair)


_BETWEEN = r"(?:[,;、。\s]|和|与|而)*"
_MIX = rf"(?:{_GROUP.replace('?P<amount>', '?:').replace('?P<cost>', '?:')}{_BETWEEN}){{1,8}}(?:{_REST.replace('?P<cost>', '?:')})?"
_MIX_BACK = rf"(?:{_GROUP_BACK.replace('?P<amount>', '?:').replace('?P<cost>', '?:')}{_BETWEEN}){{2,8}}"


def _mean(mix: Sequence[Fraction]) -> Fraction:
    amounts, cycles = mix[::2], mix[1::2]
    return sum((amount * cycle for amount, cycle in zip(amounts, cycles, strict=True)), Fraction(0)) / sum(amounts)


def _counted(mix: Sequence[Fraction]) -> Fraction | None:
    return sum(mix[::2], Fraction(0)) if mix[0] > 1 else None


def _mix_told(mix: Sequence[Fraction]) -> str:
    pairs = zip(mix[::2], mix[1::2], strict=True)
    return "、".join(f"{decimal(amount, 3) + ' 条' if amount > 1 else percentage(amount)}的 {decimal(cycle, 3)}" for amount, cycle in pairs)


def _large(value: Fraction) -> str:
    if value < 10**6:
        return about(value)
    power = len(str(int(value))) - 1
    return f"{about(value / 10**power, 3)}×10^{power}"


def _times(value: Fraction) -> Sequence[str]:
    return tuple(f"{decimal(value * 10**power, 4)} {unit}" for power, unit in ((0, "s"), (3, "ms"), (6, "μs"), (9, "ns"), (0, "秒")))


def _to_condition(text: str) -> Fraction:
    return to_large(re.sub(r"\s*(?:条|个).*", "", text))


_SHOWN = {
    "hertz": Quantity("主频", frequency),
    "period": Quantity("时钟周期", duration, _times),
    "mix": Quantity("指令和周期数", _mix_told),
    "cpi": Quantity("平均 CPI", about, lambda value: (decimal(value, 2), decimal(value, 1))),
    "mips": Quantity("", lambda value: f"{about(value, 2)} MIPS", lambda value: (decimal(value, 1), decimal(value, 2), decimal(value, 3))),
    "time": Quantity("CPU 时间", duration, _times),
    "instructions": Quantity("指令条数", lambda value: f"{_large(value)} 条"),
    "cycles": Quantity("时钟周期数", lambda value: f"{_large(value)} 个"),
    "each": Quantity("每条指令的时间", duration, _times),
    "machine": Quantity("每条指令", counted("个机器周期")),
    "clocks": Quantity("每个机器周期", counted("个时钟周期")),
    "machine_time": Quantity("机器周期", duration, _times),
    "second": Quantity("每秒执行指令", lambda value: f"{_large(value)} 条", lambda value: (f"{decimal(value / 10**6, 2)} 百万条",)),
}
_MACHINE_CYCLE = r"(?:CPU|机器)周期"
_EACH_HAS = r"(?:平均)?(?:含有?|包含|包括|占|需要?|有|由|用|要|花|为|是|等于|=|:)*(?:平均)?\s*"
_WORDS = """ 指令 程序 测试程序 基准程序 标准测试程序 主频 时钟 CPI MIPS cpi mips CPU时间 执行时间 运行时间 用户 编译 编译器 目标代码 高级语言 目标机 微机 处理机 每秒 百万条 条指令 类 各类 型 各类指令 种 类型 指令类型 比例 频度 执行速度 平均执行速度 平均指令执行速度 指令执行速度 速度 统计 如下 表 拍 时钟周期数 周期数 总周期数 有效 有效CPI 平均CPI 机器周期 指令周期 时钟脉冲 混合 组成 段 跑完 一段 一段程序 程序段 A机 B机 甲机 乙机 该程序 该机 晚上好 请教 各 类指令 传送 分支 转移 算术 逻辑 运算 整数 浮点 跑 Q P 计算 数据 标准 存取 load store Load Store ALU 每 秒 兆 """

QUANTITIES = Topic(
    name="instructions and clock",
    about=r"CPI|MIPS|主频|时钟周期|Hz|机器周期|拍",
    guard=r"存取周期|访存周期|阿姆达尔|Amdahl|加速|流水|缺失|命中|Cache|停顿|冒险|中断|DMA|总线|优化|提高|减少|增加|变成|降到|原来|快多少|哪(?:台|个)|[之的]比[^例]|倍|存储器|浮点次|FLOPS|峰值|多核|四核|双核|I/O|周期挪用|虚拟|TLB|替换|流出|发射|超标量|空闲|一半",
    told=(
        Told("kinds", rf"(?<![\d.第])(?P<value>{INTEGER})\s*(?:类|种)(?:型|不同)*(?:的)?指令", lambda match: to_int(match["value"])),
        Told(
            "mix",
            rf"(?P<amounts>(?:{_KIND}{_COUNT}{_AMOUNT}(?:的)?(?:指令)?{_BETWEEN}){{2,8}})(?:指令|各类|它们|其|对应|相应|的|平均|每条|三类|四类|两类|,|\s)*(?:CPI|(?:时钟)?周期数)(?:分别|依次|各|为|是|=|:|\s)*(?P<costs>\d+(?:\.\d+)?(?:\s*[、,和与/ ]+\s*\d+(?:\.\d+)?)+)(?![\d.%]|\s*(?:[条×万亿]|[kMG]?Hz|ns|s))",
            lambda match: _lists(match),
        ),
        Told("mix", _MIX, _groups),
        Told(
            "machine",
            rf"(?:每|一|1)条指令(?:的)?(?:执行|指令周期)?{_EACH_HAS}(?P<value>{NUMBER}|{INTEGER})\s*个{_MACHINE_CYCLE}|指令周期(?:平均)?{_EACH_HAS}(?P<other>{NUMBER}|{INTEGER})\s*个{_MACHINE_CYCLE}",
            lambda match: _plain(match),
        ),
        Told(
            "clocks",
            rf"(?:每个?|一个?|1个?){_MACHINE_CYCLE}(?:平均)?{_EACH_HAS}(?P<value>{NUMBER}|{INTEGER})\s*个(?:时钟)?(?:周期|脉冲|节拍|时钟)(?:周期|脉冲)?|{_MACHINE_CYCLE}(?:平均)?(?:含|包含|等于|=|为|由)\s*(?P<other>{NUMBER}|{INTEGER})\s*个(?:时钟)(?:周期|脉冲)",
            lambda match: _plain(match),
        ),
        Told(
            "cpi",
            rf"(?:平均)?CPI(?:平均)?(?:为|是|=|:|取|约|\s)*(?P<value>{NUMBER})(?![\d.A-Za-z%条]|\s*(?:[GMk]?Hz|条)|\s*(?:和|、|与)\s*\d+(?:\.\d+)?(?![\d.]*\s*(?:×|[GMk]?Hz|条|ns|s|万|亿)))|(?:每|一)条(?:指令)?(?:平均)?(?:的)?(?:执行)?(?:需要?|用|花|要|占|耗)*\s*(?P<other>{NUMBER})\s*(?:个)?(?:时钟)?(?:周期|拍|T(?![A-Za-z]))",
            lambda match: _plain(match),
        ),
    ),
    passed=(r"换成(?=主频)", r"(?:那)?(?:换成)?\s*[AB]机(?:呢)?", r"(?<=机)[AB](?=主频)"),
    roles=(
        Role(name="hertz", quantity=FREQUENCY, read=to_hertz, alone=True),
        Role(
            name="mips_told", quantity=rf"{NUMBER}\s*MIPS", read=lambda text: Fraction(text.upper().replace("MIPS", "").strip()), alone=True
        ),
        Role(name="period", quantity=TIME, read=to_seconds, before=r"(?:时钟|主频)(?:的)?周期(?:时间|长度)?|每拍|节拍"),
        Role(name="machine_time", quantity=TIME, read=to_seconds, before=r"机器周期(?:时间)?"),
        Role(
            name="time_told",
            quantity=TIME,
            read=to_seconds,
            before=r"时间(?:目标|要求)?|用时|耗时|运行了?|执行|花了?|用了?|跑了?|需要?|共",
            alone=True,
        ),
        Role(name="instructions_told", quantity=rf"{POWER}\s*条(?:机器)?(?:指令)?", read=_to_condition, alone=True),
        Role(
            name="cycles_told",
            quantity=rf"{POWER}\s*个(?:CPU)?(?:时钟)?周期",
            read=_to_condition,
            before=r"共|总共|用|花|需要?|耗费?|经过|消耗|执行",
        ),
    ),
    asks=(
        (
            r"(?:平均)?(?:指令)?(?:的)?(?:平均)?(?:执行|运算)?(?:速度|速率)(?:是|为|约|各)*(?:多少)?(?:MIPS)?|MIPS(?:数|值|速率)?(?:是|为|约|各)*(?:多少)?|(?:多少|几)\s*(?:个)?MIPS|每秒(?:钟)?(?:能|可|可以)?(?:平均)?(?:执行)?(?:多少|几)?(?:百万)条(?:指令)?",
            "mips",
        ),
        (r"每秒(?:钟)?(?:能|可|可以|平均)*(?:执行|完成|跑)?(?:多少|几)条(?:指令)?", "second"),
        (
            r"(?:一|每)条指令(?:的)?(?:平均)?(?:执行)?(?:时间|要|需要?|用|花)*(?:是|为)?(?:多少|几)\s*个?(?:ns|μs|纳秒|微秒|时间)|(?:平均)?(?:每条)?指令(?:的)?(?:平均)?(?:执行)?(?:时间)|平均指令周期|指令周期(?:是|为)?(?:多少|多长)?",
            "each",
        ),
        (r"机器周期(?:是|为)?(?:多少|多长)(?:时间|ns|μs)?", "machine_time"),
        (
            r"(?:平均|有效|综合|实际)*(?:的)?CPI(?:值)?(?:是|为|约|不能超过|不得超过|最多|至多|最大|应)*(?:多少)?|(?:每|一)条(?:指令)?(?:平均)?(?:需要?|用|要|执行|的)*(?:多少|几)个(?:时钟)?(?:周期|时钟|拍)数?",
            "cpi",
        ),
        (r"(?:主频|时钟频率)(?:应|是|为|至少|要|得)*(?:多少|多高|多大)?", "hertz"),
        (
            r"(?:程序)?(?:的)?(?:CPU|总|执行|运行|所需|完成|跑完|用户)+(?:的)?(?:CPU)?(?:程序)?(?:所需|需要?|需)?(?:的)?(?:总)?时间(?:\(?(?:ms|s|μs|ns)\)?)?(?:是|为|约)*(?:多少|多长)?(?:ms|s|μs|秒|毫秒)?|(?:需要?|要|用|花|跑完|跑|执行完|完成|运行完?)+(?:多少|几)\s*个?(?:s|秒|ms|毫秒|微秒|μs)|多长时间|多少时间|多久",
            "time",
        ),
        (r"(?:共|总共)?(?:执行|包含|有)?(?:了)?(?:的)?(?:指令(?:总)?(?:条)?数|(?:多少|几)条(?:机器)?指令)", "instructions"),
        (r"(?:总)?(?:的)?时钟周期(?:总)?数|总周期数|(?:多少|几)个(?:时钟)?周期", "cycles"),
    ),
    laws=(
        Law("hertz", ("period",), lambda period: 1 / period),
        Law("hertz", ("machine_time", "clocks"), lambda time, clocks: clocks / time),
        Law("instructions", ("instructions_told",), lambda count: count),
        Law("instructions", ("mix",), _counted, "指令条数为各类之和"),
        Law("time", ("time_told",), lambda time: time),
        Law("mips", ("mips_told",), lambda rate: rate),
        Law("cycles", ("cycles_told",), lambda count: count),
        Law("cpi", ("mix",), _mean, "平均 CPI 为各类的比例 × CPI 之和"),
        Law(
            "cpi",
            ("machine", "clocks"),
            lambda machine, clocks: Fraction(machine * clocks),
            "CPI 为每条指令的机器周期数 × 每个机器周期的时钟周期数",
        ),
        Law("cpi", ("cycles_told", "instructions"), lambda cycles, count: cycles / count, "CPI 为时钟周期数 ÷ 指令条数"),
        Law("cpi", ("time_told", "hertz", "instructions"), lambda time, hertz, count: time * hertz / count, "CPI 为时间 × 主频 ÷ 指令条数"),
        Law("cpi", ("hertz", "mips_told"), lambda hertz, rate: hertz / rate / 10**6, "CPI 为主频 ÷ (MIPS × 10^6)"),
        Law("mips", ("hertz", "cpi"), lambda hertz, cpi: hertz / cpi / 10**6, "MIPS 为主频 ÷ (CPI × 10^6)"),
        Law("mips", ("instructions", "time_told"), lambda count, time: count / time / 10**6, "MIPS 为指令条数 ÷ (时间 × 10^6)"),
        Law("second", ("hertz", "cpi"), lambda hertz, cpi: hertz / cpi, "每秒的条数为主频 ÷ CPI"),
        Law("each", ("cpi", "hertz"), lambda cpi, hertz: Fraction(cpi) / hertz, "每条指令的时间为 CPI ÷ 主频"),
        Law("each", ("mips_told",), lambda rate: 1 / (rate * 10**6), "每条指令的时间为 1 ÷ (MIPS × 10^6)"),
        Law("machine_time", ("clocks", "hertz"), lambda clocks, hertz: Fraction(clocks) / hertz, "机器周期为时钟周期数 ÷ 主频"),
        Law("time", ("instructions", "cpi", "hertz"), lambda count, cpi, hertz: count * cpi / hertz, "CPU 时间为指令条数 × CPI ÷ 主频"),
        Law("time", ("cycles", "hertz"), lambda cycles, hertz: cycles / hertz, "CPU 时间为时钟周期数 ÷ 主频"),
        Law("time", ("instructions", "mips_told"), lambda count, rate: count / (rate * 10**6), "CPU 时间为指令条数 ÷ (MIPS × 10^6)"),
        Law("cycles", ("instructions", "cpi"), lambda count, cpi: count * cpi, "时钟周期数为指令条数 × CPI"),
        Law("cycles", ("time", "hertz"), lambda time, hertz: time * hertz, "时钟周期数为时间 × 主频"),
        Law("instructions", ("time_told", "hertz", "cpi"), lambda time, hertz, cpi: time * hertz / cpi, "指令条数为时间 × 主频 ÷ CPI"),
        Law("instructions", ("time_told", "mips"), lambda time, rate: time * rate * 10**6, "指令条数为 MIPS × 10^6 × 时间"),
        Law("hertz", ("mips_told", "cpi"), lambda rate, cpi: rate * cpi * 10**6, "主频为 MIPS × 10^6 × CPI"),
        Law("hertz", ("instructions", "cpi", "time_told"), lambda count, cpi, time: count * cpi / time, "主频为指令条数 × CPI ÷ 时间"),
        Law("hertz", ("cycles_told", "time_told"), lambda count, time: count / time, "主频为时钟周期数 ÷ 时间"),
        Law("period", ("hertz",), lambda hertz: 1 / hertz),
    ),
    shown=_SHOWN
    | {
        "time_told": Quantity("时间", duration),
        "mips_told": Quantity("MIPS", lambda value: f"{about(value)} MIPS"),
        "instructions_told": _SHOWN["instructions"],
        "cycles_told": _SHOWN["cycles"],
    },
    words=_WORDS,
    idle=frozenset({"kinds"}),
    check=lambda facts: stay_out("kinds") if "kinds" in facts and 2 * facts["kinds"] != len(facts.get("mix", ())) else None,
    conventions=("1 MIPS 为每秒 10^6 条指令",),
)


def _plain(match: re.Match[str]) -> Fraction:
    text = next(group for group in match.groups() if group)
    return Fraction(text) if re.fullmatch(r"[\d.]+", text) else Fraction(to_int(text))


# --- a part made faster --------------------------------------------------------------------------------------------------------------

_BY = r"(?:提高|提升|加快|增加|快)(?:了)?"
_TO = r"(?:提高|提升|加快|变|加速|快|改进|优化|改善)(?:后)?(?:到|至|为|成)(?:了)?(?:原来的?)?"


def _speed(match: re.Match[str]) -> Fraction:
    """How many times as fast: `提高 60%` is 1.6, `提高到 3 倍` 3, `加速 10 倍` 10.

    Raises:
        StayOut: "快了 3 倍" has two readings.
    """
    text = match[0]
    number = re.search(rf"{NUMBER}\s*(?P<unit>%|倍)|(?P<word>[一两二三四五六七八九十]+)\s*倍", text)
    if number is None:
        return stay_out(text)
    value = Fraction(to_int(number["word"])) if number["word"] else Fraction(re.sub(r"[\s%倍]", "", number[0]))
    if number["unit"] == "%":
        return 1 + value / 100 if re.search(_BY, text) and not re.search("[到至为成]", text) else value / 100
    if value == 1 and re.search(_BY, text) and not re.search("[到至为成]", text):
        return Fraction(2)
    if re.search(r"(?:提高|提升|增加|快)(?:了)?\s*[\d一两二三四五六七八九十]", text):
        stay_out(text)
    return value


_FACTOR = rf"(?:{NUMBER}\s*(?:%|倍)|[一两二三四五六七八九十]+倍)"
_PART = r"(?:这|该|此|可|被|能|那)*(?:可?(?:改进|加速|增强|优化|并行)(?:化)?(?:的)?|这|该|此)?(?:部分|部件|浮点(?:运算)?(?:部件|单元|指令)?|CPU|乘法(?:部件|器|运算|指令)?|除法(?:部件|运算|指令)?|图形(?:部分|处理)?|求平方根(?:的)?(?:操作|运算|部件)?|FPSQR|FP|并行部分|I/O|访存|磁盘|程序部分|模块|函数|运算器)(?:的)?(?:处理|执行|运行|运算|计算|操作)?(?:的)?(?:速度|性能|部分|时间|指令)?"
_WHOLE = r"(?:整体|总|系统|整机|全程|整个(?:系统|程序)?|程序(?:整体)?|总体|全系统)(?:的)?(?:性能|速度|执行速度)?"

AMDAHL = Topic(
    name="a part made faster",
    about=r"加速|阿姆达尔|Amdahl|提高|提升|改进|倍|优化|快",
    guard=r"占(?:总|全部|所有)?(?:的)?指令|(?:改进|加速|优化|提速)后[^,。;]{0,12}占|占(?:改进|加速|优化|新)|新(?:的)?(?:运行|执行|总)?时间|CPI|MIPS|Hz|流水|命中|Cache|条指令|两(?:种|个)?方案|方案[一二AB12]|编译|主频|功耗|分别",
    told=(
        Told(
            "overall",
            rf"(?:要|想|希望|使|让|若|欲|期望|目标|得到|达到|获得|把|将)*(?:使|让|得|把|将)?{_WHOLE}(?:的)?(?:加速比)?(?:要|想|能|得|希望|需|可|须)*(?:达到?|获得|得到|{_TO}|为|是|快到|快|加速到?)(?:了)?(?:原来的?)?\s*(?P<value>{_FACTOR}|{NUMBER}(?![\d.%]|\s*(?:s|秒|ms)))|(?:总|整体|全局|系统)?加速比(?:要|想|需|能|须)*(?:达到?|为|到|是|=)\s*(?P<other>{NUMBER})(?![\d.%])",
            lambda match: _overall(match),
        ),
        Told(
            "factor",
            r"(?:(?:理想情况下)?(?:用|采用|使用))?\s*(?P<cores>\d+)\s*(?:个)?(?:核|处理器|CPU核)(?:心)?(?:CPU)?(?:相对|相对于|比)?(?:单核)?(?:的)?",
            lambda match: int(match["cores"]),
        ),
        Told(
            "factor",
            rf"{_PART}(?:单独)?(?:的)?(?:执行|处理)?(?:速度|性能)?(?:被|能|可|可以|要|若|得|都|已|改进|优化|改善|用硬件|后|以后)*(?:{_TO}|{_BY}|加速|缩短到原来的1/|快)(?:了|比?原来的?)?\s*{_FACTOR}(?:速度)?|(?:把|将|给|使)(?:它|其|这部分|该部分|这段|这个|这一部分)(?:的)?(?:速度|性能)?(?:{_TO}|{_BY}|加速)(?:了|原来的?)?\s*{_FACTOR}|(?:部件|局部)?加速比(?:为|是|=)\s*{NUMBER}(?:倍)?(?=.*(?:总|整体|系统|全局))|加速\s*{_FACTOR}",
            lambda match: _speed(match) if re.search("倍|%", match[0]) else Fraction(re.search(NUMBER, match[0])[0]),
        ),  # type: ignore[index]
    ),
    passed=(
        r"(?:其余|其他|其它|剩下|剩余|I/O|别的|另外)(?:的)?(?:部分|时间|都|均|是|为)*(?:保持)?(?:不变|没变|不改|维持原样|不动)",
        r"(?:剩下|其余|剩余)(?:的)?(?:都|均|全)?(?:是|为)I/O(?:的)?(?:时间)?",
        r"(?:再|重新)(?:跑|运行|执行)一遍",
        r"阿姆达尔(?:定律)?(?:\(Amdahl(?:定律)?\))?(?:那个)?|Amdahl(?:'?s)?(?:定律|law)?",
    ),
    roles=(
        Role(
            name="total",
            quantity=TIME,
            read=to_seconds,
            before=r"(?:总共|总|一共|共|程序)(?:的)?(?:执行|运行)?(?:时间)?(?:花|用|需要?|要|跑)*|原来(?:跑|运行|执行|花|用|需要?|要)*|运行|执行(?:时间)?|时间|跑",
            alone=True,
        ),
        Role(
            name="part_time",
            quantity=TIME,
            read=to_seconds,
            before=r"(?:其中|里面|有)?(?:CPU|浮点(?:运算)?|乘法|除法|这部分|该部分|可加速部分|可改进部分|图形|访存)(?:的)?(?:操作|指令|运算|处理)?(?:的)?(?:执行|占|用|花|耗|耗时)*(?:时间)?|其中",
        ),
        Role(
            name="share",
            quantity=SHARE,
            read=to_share,
            before=r"占(?:用|据|了|到|整个|总|程序|系统|全部|执行|运行|的|时间)*|比例(?:为|是)?|时间的|部分",
            after=r"(?:的)?(?:时间|执行时间|运行时间)(?:用于|花在|用在|花|是|在)?|可(?:以)?(?:加速|改进|并行|优化)",
            alone=True,
        ),
    ),
    asks=(
        (
            rf"(?:则|那么|求|问)?(?:{_WHOLE}|整体|总|全局|系统|最终)?(?:的)?(?:性能)?加速比(?:是|为|约|等于|达到?|多大)*(?:多少)?|{_WHOLE}(?:会|将|能|可|可以)?(?:提高|提升|快|加速|变)(?:了|到|为|成)*(?:原来的?)?(?:多少|几)(?:倍)?|(?:整体|总|系统|程序)(?:性能|速度)(?:提高|提升)(?:到|为|了)*(?:原来的?)?(?:多少|几)?倍?",
            "overall",
        ),
        (
            rf"{_PART}(?:的)?(?:速度|性能)?(?:要|得|需要?|应|必须|须|至少)*(?:加速|提高|提升|快|改进)(?:到|了|为)*(?:原来的?)?(?:多少|几)倍|(?:需要?|要|得)(?:把|将)?(?:它|其|这部分|该部分|部件)?(?:的)?(?:速度)?(?:加速|提高|提升)(?:到)?(?:多少|几)倍|(?:部件|局部)加速比(?:是|为|应|至少)*(?:多少|多大)",
            "factor",
        ),
        (
            r"(?:再|现在|改进后|优化后|此时|新的?|这时|之后|后)*(?:的)?(?:跑|运行|执行|程序|总|一遍|需要?|用|花|要|得|完成|所需)*(?:时间)?(?:变成|变为|是|为|要|得|需要?)*(?:多少|几)\s*个?(?:秒|s|ms|毫秒|时间)|(?:执行|运行|总)(?:的)?时间(?:变成|变为|是|为|降为|缩短到)*(?:多少|多长)?|多长时间|多久",
            "new",
        ),
        (
            r"(?:这|该|此|可(?:改进|加速|并行)(?:的)?)(?:部分)(?:的)?(?:时间)?(?:至少|应|要|需|必须|得)*(?:占|占比|比例)(?:用|到|了|总|整个|程序|执行|时间|的)*(?:多少|几成|百分之几|百分之多少|比例)?",
            "share",
        ),
        (
            r"(?:核数|处理器数)?(?:趋于|趋向)?(?:无穷|无限)(?:大|多)?(?:时)?(?:的)?(?:加速比)?(?:的)?(?:上限|极限)(?:是|为)?(?:多少)?|(?:整体|总|系统|最大|极限|理论)*(?:的)?加速比(?:的)?(?:上限|极限|最大值?|最多)(?:是|为)?(?:多少)?|(?:最大|极限)(?:总|整体|系统)?加速比",
            "limit",
        ),
    ),
    laws=(
        Law("share", ("part_time", "total"), lambda part, total: part / total if part < total else None, "占的比例为这部分的时间 ÷ 总时间"),
        Law(
            "overall",
            ("share", "factor"),
            lambda share, factor: 1 / (1 - share + share / factor),
            "加速比为 1 ÷ [(1 − 占的比例) + 占的比例 ÷ 部分的加速比]",
        ),
        Law(
            "new",
            ("total", "share", "factor"),
            lambda total, share, factor: total * (1 - share + share / factor),
            "改进后的时间为不变的部分加上缩短的部分",
        ),
        Law(
            "factor",
            ("overall", "share"),
            lambda overall, share: share / (1 / overall - (1 - share)) if 1 / overall > 1 - share else None,
            "由加速比 = 1 ÷ [(1 − 占的比例) + 占的比例 ÷ 部分的加速比] 反解",
        ),
        Law("share", ("overall", "factor"), lambda overall, factor: (1 - 1 / overall) / (1 - 1 / factor), "由加速比公式反解占的比例"),
        Law("limit", ("share",), lambda share: 1 / (1 - share), "部分的时间趋于 0，加速比趋于 1 ÷ (1 − 占的比例)"),
    ),
    shown={
        "total": Quantity("原来的时间", duration, _times),
        "part_time": Quantity("可改进部分的时间", duration, _times),
        "share": Quantity(
            "可改进部分占", percentage, lambda value: (decimal(value, 3), decimal(value, 2), f"{value.numerator}/{value.denominator}")
        ),
        "factor": Quantity("部分加速", counted("倍"), lambda value: (decimal(value, 2),)),
        "overall": Quantity(
            "加速比", about, lambda value: (decimal(value, 2), decimal(value, 1), f"{value.numerator}/{value.denominator}")
        ),
        "limit": Quantity("加速比上限", about, lambda value: (decimal(value, 2), decimal(value, 1))),
        "new": Quantity("改进后的时间", duration, _times),
    },
    words=" 部分 可加速部分 可改进部分 程序 测试程序 系统 整体 总时间 CPU时间 I/O时间 I/O CPU 时间 执行时间 运行时间 速度 性能 浮点 浮点运算 乘法 除法 图形 改进 优化 加速 定律 想 想要 希望 这部分 该部分 加速比 部件 花在 用在 上 快 速度提升 后 以后 只 采取 措施 并行 串行 其余串行 单核 多核 核 核数 理想情况 硬件 一遍 再跑 剩下 原来",
    check=lambda facts: _sensible(facts),
)


def _overall(match: re.Match[str]) -> Fraction:
    text = match["value"] or match["other"]
    return _speed(match) if re.search("倍|%", text) else Fraction(text)


def _sensible(facts: Facts) -> None:
    if not 0 < facts.get("share", Fraction(1, 2)) < 1 or facts.get("factor", Fraction(2)) <= 1 or facts.get("overall", Fraction(2)) <= 1:
        stay_out("no improvement")


# --- a program changed by factors ----------------------------------------------------------------------------------------------------

_UP, _DOWN = r"(?:提高|提升|增加|加快|上升|增大|升|增)", r"(?:减少|降低|下降|缩短|缩减|减小|减|降)"
_CHANGE = rf"(?:会|将|被|也|而|都|均|了)*(?P<verb>{_UP}|{_DOWN}|变|成)?(?:了)?(?P<to>到了?|为|至|成)?(?:(?P<of>(?:原来|原先|以前|原有|优化前|之前)(?:的)?))?\s*(?P<amount>{NUMBER}\s*(?:%|倍)|[一两二三四五六七八九十]+倍)"
_FROM = r"(?:由|从)(?:原来的?)?\s*(?P<old>{0})\s*(?:提高|提升|增加|升|上升|降低|降|下降|减少|变|改|缩短|增|减)(?:到|为|至|成)\s*(?P<new>{0})"


def _ratio(match: re.Match[str]) -> Fraction:
    """What a change multiplies by.

    Raises:
        StayOut: "raised by 3 times" has two readings.
    """
    groups = match.groupdict()
    if groups.get("old"):
        read = to_hertz if "Hz" in match["old"] or "兆" in match["old"] else Fraction
        return read(match["new"]) / read(match["old"])
    verb, amount = match["verb"] or "", match["amount"]
    by = not (match["to"] or match["of"] or verb in ("变", "成"))
    if "倍" in amount:
        text = amount.replace("倍", "").strip()
        value = Fraction(text) if re.fullmatch(r"[\d.]+", text) else Fraction(to_int(text))
        if by:
            return Fraction(2) if value == 1 and re.fullmatch(_UP, verb) else stay_out(match[0])
        return value
    share = to_share(amount)
    if not by:
        return share
    return 1 + share if re.fullmatch(_UP, verb) else 1 - share if re.fullmatch(_DOWN, verb) else stay_out(match[0])


def _changes(name: str, word: str, quantity: str) -> tuple[Told, ...]:
    return (
        Told(name, rf"{word}(?:平均)?{_FROM.format(quantity)}", _ratio),
        Told(name, rf"{word}{_CHANGE}", _ratio),
        Told(name, rf"{word}(?:都|均|也|保持|维持)*(?:不变|没变|没动|没有变化|相同|不改)", 1),
    )


CHANGED = Topic(
    name="a program changed",
    about=r"原来|变|提高|降|减少|增加|优化|换",
    guard=r"阿姆达尔|Amdahl|流水|命中|缺失|Cache|类|占|部分|I/O|两台|[AB]机|M2|P2|中断|总线|墙钟|分别|至少|最多|其中",
    told=(
        *_changes("count_factor", r"(?:程序)?(?:的)?(?:执行)?(?:的)?(?:动态)?指令(?:的)?(?:总)?(?:条)?数(?:目|量)?", r"\d+(?:\.\d+)?(?![\d.%])"),
        *_changes("cpi_factor", r"(?:平均)?CPI", r"\d+(?:\.\d+)?(?![\d.%])"),
        *_changes("clock_factor", r"(?:CPU)?(?:的)?(?:主频|时钟频率)", FREQUENCY),
    ),
    passed=(r"(?:换|更换|采用|使用|用)(?:了)?(?:新的?)?(?:编译器|编译程序|编译优化|优化)(?:以后|之后|后)?|(?:编译)?优化(?:以后|之后|后)?", r"(?:其他|其余)(?:条件|参数)?(?:都|均)?不变"),
    roles=(Role(name="old", quantity=TIME, read=to_seconds, before=r"时间|用时|运行|执行|耗时|需要?|花|原来", alone=True),),
    asks=(
        (r"(?:性能)?加速比(?:是|为)?(?:多少)?|(?:速度|性能)?(?:是|变为)?原来的(?:多少|几)倍(?!\d)|快(?:了)?(?:到原来的)?(?:多少|几)倍", "speedup"),
        (r"(?:现在|优化后|此时|之后|程序|这时|新|后|的|要|需要?|得|CPU|执行|运行|跑)*(?:时间)?(?:是|为|变为|变成|要|需要?)*(?:多少|多长|几)\s*个?(?:时间|秒|s|ms)?|(?:现在|优化后)(?:要|需要?)?(?:跑|运行|执行)(?:时间)?", "time"),
    ),
    laws=(
        Law("whole", ("count_factor", "cpi_factor", "clock_factor"), lambda count, cpi, clock: count * cpi / clock if (count, cpi, clock) != (1, 1, 1) else None, "CPU 时间为指令条数 × CPI ÷ 主频，各乘上变化的倍数"),
        Law("time", ("old", "whole"), lambda old, whole: old * whole, "新的时间为原来的时间 × 变化的倍数"),
        Law("speedup", ("whole",), lambda whole: 1 / whole, "加速比为原来的时间 ÷ 新的时间"),
        Law("count_factor", (), lambda: Fraction(1)),
        Law("cpi_factor", (), lambda: Fraction(1)),
        Law("clock_factor", (), lambda: Fraction(1)),
    ),
    shown={
        "old": Quantity("原来的时间", duration),
        "count_factor": Quantity("指令条数变为原来的", counted("倍")),
        "cpi_factor": Quantity("CPI 变为原来的", counted("倍")),
        "clock_factor": Quantity("主频变为原来的", counted("倍")),
        "whole": Quantity("时间变为原来的", counted("倍")),
        "time": Quantity("时间", duration, _times),
        "speedup": Quantity("加速比", about, lambda value: (decimal(value, 2), decimal(value, 1))),
    },
    words=_WORDS + " 原来 现在 优化 编译优化 新 运行 以后 后 换 加速比",
)

TOPICS = (QUANTITIES, CHANGED, AMDAHL)
