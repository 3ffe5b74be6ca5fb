"""The cycles that branches and other hazards cost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.co._pipeline_performance.words import SERIAL, duration
from engine.generators.laws.clauses import FREQUENCY, NUMBER, POWER, SHARE, TIME, to_hertz, to_large, to_seconds
from engine.generators.laws.measures import frequency
from engine.generators.laws.topic import Law, Quantity, Told, Topic, about, counted, in_units, percentage
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, stay_out, to_count, to_int, to_share

_BRANCH = r"(?:条件)?(?:转移|分支|跳转)(?:类)?(?:指令)?"


_LOST = rf"(?<![\d.A-Za-z]){INTEGER}\s*个?(?:时钟|机器)?(?:周期|拍|节拍)"


_KIND = rf"(?:(?:数据)?(?:load/store|load|store|lw|sw|取数|存数|装入|访存)(?:类)?(?:指令)?|{_BRANCH}|(?:整数|浮点)?(?:乘法|除法|乘除法?)(?:类)?(?:指令)?)"


_GAP = r"(?:[^%;。?!\d未]|(?<!\d)1(?=条))"


_LOSS = (
    rf"(?:程序|指令|其)?(?:中|里)?(?:的|有)?(?:{_KIND}(?:(?!预测|准确|正确|错误|失败|命中){_GAP}){{0,10}}?(?P<share>{SHARE})|(?P<share2>{SHARE})(?:的|是|为)*(?:指令)?(?:的|是|为)*{_KIND})"
    rf"(?:(?P<before>{_GAP}{{0,24}}?)(?P<part>{SHARE})(?P<after>{_GAP}{{0,30}}?)|(?:(?!预测){_GAP}){{0,24}}?)"
    rf"(?:停顿?|冲刷|浪费|损失|阻塞|代价|惩罚|暂停|多花|延迟|等待?|插入|额外(?:花费|增加|需要?)?|开销)(?:为|是|掉|了|:|=|约|各|会|要)*\s*(?P<lost>{INTEGER})\s*个?(?:时钟|机器|停顿)?(?:周期|拍|节拍|气泡)\)?"
)


def _loss_told(match: re.Match[str]) -> tuple[Fraction, Fraction, Fraction]:
    """The share of a kind of instruction, the part of it that stalls, and for how long."""
    part = to_share(match["part"]) if match["part"] else Fraction(1)
    if patterns.search("半|分之|[几两三四五六七八九]成|[多少]数", match[0]):
        stay_out(match[0])  # a part that is told in words
    said = (match["before"] or "") + (match["after"] or "")
    if patterns.search("正确|准确|成功|命中", said):
        if not patterns.search("错|失败|失误|不(?:正确|准确|成功|命中)|否则", match["after"] or ""):
            stay_out(match[0])
        part = 1 - part
    return to_share(match["share"] or match["share2"]), part, Fraction(to_int(match["lost"]))


def _lost(losses: Sequence[Fraction]) -> Fraction:
    """The mean cycles lost: shares, parts of them and cycles by turns."""
    return sum((losses[place] * losses[place + 1] * losses[place + 2] for place in range(0, len(losses), 3)), Fraction(0))


_STAGE = r"(?:流水(?:线)?)?(?:阶段|功能段|流水段|段|级)"


STALLS = Topic(
    name="cycles lost",
    about=r"流水[\s\S]*(?:分支|转移|跳转)[\s\S]*第|停顿|阻塞|惩罚|损失|暂停|气泡|代价|浪费|排空|冲刷|停\s*\d+\s*个?(?:时钟)?(?:拍|周期)",
    guard=r"缺失|命中率|Cache|延迟槽|延迟(?:分支|转移)|超标量|TLB|BTB|转发|旁路|提前|改进|减少|提高(?!(?:了|到|为)*\s*(?:多少|\(|[?。]|$))",
    prepared=lambda text: patterns.sub(r"(?<=[,;中有的])(?:一半|半数)(?=的|是|会|被|要|没|发生|预测)", "50%", text),
    refuse=r"成功|跳转成功|发生转移|未发生|不发生|实际跳",
    told=(
        Told("losses", _LOSS, lambda match: _loss_told(match), several=True),
        Told(
            "flat",
            r"(?:load-use|数据相关|数据冒险|其他|访存|缓存)?(?:的)?(?:停顿|阻塞)?平均每(?:条)?指令(?:停顿|损失|阻塞)?\s*(?P<value>\d+(?:\.\d+)?)\s*(?:拍|个?(?:时钟)?周期)",
            lambda match: Fraction(match["value"]),
        ),
        Told(
            "ideal",
            r"(?:其余|其他|其它|理想|基本|无停顿|没有停顿|正常|平时)(?:指令|情况|时|的|都|均|下)*(?:的)?CPI(?:为|是|=|:|都|均|\s)*(?P<value>\d+(?:\.\d+)?)(?![\d.%])|(?:其余|其他|其它)(?:指令)?(?:都|均)?(?:为|是|用|需要?)?\s*(?P<other>\d+)\s*个?(?:时钟)?周期",
            lambda match: Fraction(match["value"] or match["other"]),
        ),
        Told(
            "taken",
            rf"(?:其中|分支(?:指令)?(?:中|的)?|转移(?:指令)?(?:中|的)?)(?:有)?\s*(?P<value>{SHARE})(?:的)?(?:分支|转移)?(?:指令)?(?:会|将|实际)?(?:发生|成功|执行|真正)?(?:转移|跳转)(?:成功)?",
            lambda match: to_share(match["value"]),
        ),
        Told(
            "taken_off",
            rf"(?:{_BRANCH})(?:中)?(?:的)?(?:有)?(?P<value>{SHARE})(?:的)?(?:会|要|需要?)?(?:预测)?(?:错误|失败|出错|预测错)",
            lambda match: to_share(match["value"]),
        ),
        Told(
            "depth",
            rf"(?<![\d.第])(?P<value>{INTEGER})\s*(?:个)?{_STAGE}(?:的)?(?:指令)?(?=流水)",
            lambda match: to_int(match["value"]),
        ),
        Told(
            "balanced",
            rf"(?:所有|各|各个|每个|全部)(?:的)?{_STAGE}(?:的)?(?:时间|延迟|执行时间)?(?:都|均|完全|是)*(?:平衡|均衡|相等|相同|等长)(?:的)?",
            1,
        ),
        Told(
            "stall",
            rf"(?:若|如果|假设|有|其中)*(?P<share>{SHARE})(?:的)?指令(?:会|都|将|均|分别|平均)*(?:导致|引起|造成|产生|引发|遇到|带来)(?:了)?\s*(?P<lost>{INTEGER})\s*个?(?:流水线|时钟)?(?:的)?(?:停顿|阻塞|暂停|气泡)?(?:的)?(?:时钟)?(?:周期|拍)?(?:的)?(?:停顿|阻塞|气泡)?",
            lambda match: (Fraction(to_share(match["share"])), Fraction(to_int(match["lost"]))),
        ),
        Told(
            "fetch",
            rf"(?:指令)?(?:获取|取指令?)(?:发生|进行|完成)?(?:在|于)?(?:流水线)?(?:的)?第\s*(?:一|1)\s*(?:个)?{_STAGE}",
            1,
        ),
        Told(
            "known",
            rf"{_BRANCH}(?:都|均)?(?:在|于)?(?:流水线)?(?:的)?第\s*(?P<value>[二三四五六2-6])\s*(?:个)?{_STAGE}(?:才)?(?:末|结束时)?(?:计算|得出|确定|求出|得到|判断|完成|评估|产生|知道|解析|出|目标|地址|条件|结果|并|和|与|及|转移|分支|方向|的|是否|成立|发生)*",
            lambda match: to_int(match["value"]),
        ),
        Told(
            "waits",
            rf"(?:处理器|CPU|流水线|系统)?(?:在)?(?:取到|遇到|译出|碰到)?{_BRANCH}(?:之)?后(?:会|就|将|必须|要)*(?:停止|暂停|不再|停顿)(?:获取|取)?(?:新|后续|下一条)?(?:的)?(?:指令)?,?(?:直到|直至|等到)(?:该|此)?{_BRANCH}?(?:的)?(?:结果|方向|目标地址|目标|条件)(?:和|与|、|结果|方向|目标地址)*(?:被|已|都)*(?:确定|知道|得出|明确|已知|产生)(?:为止)?",
            1,
        ),
        Told(
            "one",
            r"(?:若|如果|假设)?(?:其余|其他|其它|每条|各条|所有)?(?:的)?指令(?:平均)?(?:都|均|只)*(?:需要?|用|花|占)\s*(?:一|1)\s*个(?:时钟)?周期(?:完成)?|(?:其余|其他|理想|基本|没有停顿)(?:指令|时|情况|的|下)*CPI(?:为|是|=)\s*1(?![.\d])",
            1,
        ),
        Told(
            "some",
            rf"(?:其中|里面?|中间?)(?:共)?(?:有)?\s*(?P<value>{INTEGER})\s*条(?:指令)?(?:的)?(?:是|为|属于)?(?:{_KIND})",
            lambda match: to_int(match["value"]),
        ),
        Told(
            "penalty",
            rf"(?:每|一)(?:条|次|个)(?:{_KIND})(?:都|均|会|要|需要?|将|使|让|流水线)*(?:造成|导致|引起|带来|产生|浪费|损失|停顿?|暂停|阻塞|多花|多用|额外|等待?)+(?:了|流水线|花费?|停顿|阻塞)*\s*(?P<value>{INTEGER})\s*个?(?:时钟)?(?:周期|拍)(?:的)?(?:停顿|损失|阻塞|延迟)?",
            lambda match: to_int(match["value"]),
        ),
        Told(
            "count",
            rf"(?:连续|共|执行|处理|跑|运行|完成)+(?:了|完|一段)?\s*(?P<value>{INTEGER})\s*条(?:指令)?(?:的程序)?",
            lambda match: to_int(match["value"]),
        ),
    ),
    passed=(
        r"(?:假设|假定)?(?:流水线)?(?:没有|不计|无|忽略|不考虑)(?:任何)?(?:时钟周期|时钟|段间寄存器|锁存器|寄存器|锁存|切换)(?:的)?(?:额外)?(?:开销|延迟)",
        r"(?:每|各)(?:个)?(?:功能)?[段级](?:都|均|为|是|占|需要?|要|用|花)*(?:一|1)个?(?:时钟)?周期(?!\s*\d)",
        r"\((?:[A-Z]{1,3}[、,/ ]*){3,6}\)|(?:其他|其它|其余)情况(?:下)?(?=\ue000)",
        r"(?:采用|使用|用)?(?:总是|静态)?预测(?:分支|转移)?不(?:发生)?(?:转移|跳转|分支)?(?:的)?(?:策略|方法|技术|方式)?|(?:采用|使用)?(?:not-taken|不转移预测)(?:策略)?",
        rf"(?:指令)?流水(?:线)?(?:的)?深度(?:为|是)?\s*\d+|{INTEGER}\s*[级段](?:指令)?流水(?:线)?|分支在第\s*\d+\s*段得出目标|IF段(?:和|与)MEM段共用一个单端口存储器(?:\(结构冒险\))?|没有预测|(?:其余|其他)(?:指令)?(?:均|都)?(?:无|没有)(?:阻塞|停顿)",
    ),
    roles=(
        Role(name="hertz", quantity=FREQUENCY, read=to_hertz, alone=True),
        Role(name="cycle", quantity=TIME, read=to_seconds, before=r"(?:时钟)?周期|每[段级]|周期"),
        Role(
            name="many",
            quantity=rf"{POWER}\s*条",
            read=lambda text: to_large(text.rstrip("条 ")),
            before=r"程序|执行(?:了)?|共",
        ),
        Role(
            name="wrong", quantity=SHARE, read=to_share, before=r"(?:预测)?(?:错误|失败|失误|出错)(?:的)?(?:率|概率|比例)|预测错的?|错误率"
        ),
        Role(name="correct", quantity=SHARE, read=to_share, before=r"(?:预测)?(?:准确|正确|成功|命中)(?:率|的?概率)"),
        Role(
            name="share",
            quantity=SHARE,
            read=to_share,
            before=rf"(?:{_BRANCH})(?:的)?(?:所)?(?:占|比例|频率)*|指令(?:里|中)(?:有)?",
            after=rf"(?:的)?(?:指令)?(?:是|为)?(?:{_BRANCH})",
        ),
        Role(
            name="penalty",
            quantity=_LOST,
            read=to_count,
            before=r"停顿?|暂停|阻塞|损失|代价|浪费|冲刷|延迟|开销|惩罚|多花|额外|排空|带来|造成",
            after=r"(?:的)?(?:停顿|阻塞|损失|代价|惩罚|气泡|延迟|开销)",
            alone=True,
        ),
        Role(name="ideal_cpi", quantity=rf"{NUMBER}(?![\d.A-Za-z%]|\s*[个条拍级段])", read=Fraction, before=r"CPI(?:为|是|=|:|\s)*"),
    ),
    asks=(
        (r"MIPS(?:数|值|速率)?(?:约|为|是)*(?:多少)?", "mips"),
        (r"每秒(?:实际)?(?:可|能|可以)?(?:完成|执行)(?:多少|几)\s*(?:亿)?条(?:指令)?", "second"),
        (r"(?:实际)?吞吐率(?:约)?(?:是|为)?(?:多少)?(?:\s*MIPS)?", "mips"),
        (r"(?:实际|平均|有效|最终)*(?:的)?CPI(?:是|为|变为|约)*(?:多少)?", "cpi"),
        (r"(?:每条指令)?平均(?:停顿|损失|浪费)(?:多少)?(?:个)?周期", "lost"),
        (
            rf"(?:与|和|跟|相对于?|相比|比|较)*(?:{SERIAL}|非流水线?)(?:的)?(?:执行|方式|处理器|机器|实现)?(?:相比|的)*(?:速度|性能)?(?:的)?(?:提升|提高|加速比|加速|快)(?:了|为|是|到|约)*(?:多少|几)?(?:倍)?|加速比(?:是|为|约)*(?:多少)?",
            "speedup",
        ),
        (
            r"(?:该|此|这个)?(?:程序)?(?:的)?(?:总)?(?:的)?(?:执行|运行)(?:总)?时间(?:是|为|约)*(?:多少|多长)?(?:秒)?|总时间(?:是|为)?(?:多少)?",
            "time",
        ),
        (r"(?:共|一共|总共|需要?|要|用|花)*(?:多少|几)个?(?:时钟)?周期|(?:总)?(?:时钟)?周期(?:总)?数(?:是|为)?(?:多少)?", "cycles"),
        (
            r"(?:总|执行|运行|全部|所需|共|一共|的)*时间(?:是|为|约|要|需要?)*(?:多少|多长)?|(?:共|一共|总共|需要?|要|用|花)*(?:多久|多长时间|多少时间|(?:多少|几)\s*(?:ns|ps|μs))",
            "time",
        ),
    ),
    laws=(
        Law("base", ("ideal",), lambda value: value),
        Law("base", ("ideal_cpi",), lambda value: value),
        Law("base", ("ideally_one",), lambda _: Fraction(1), convention="没有停顿时 CPI 为 1"),
        Law("failing_told", ("wrong",), lambda value: value),
        Law("failing_told", ("taken_off",), lambda value: value),
        Law("failing_told", ("taken", "not_taken"), lambda taken, _: taken, "预测不转移，转移时就是预测失败"),
        Law("failing_told", ("correct",), lambda value: 1 - value),
        Law("failing", ("failing_told",), lambda value: value),
        Law("failing", ("unpredicted",), lambda _: Fraction(1)),
        Law("lost", ("losses", "flat", "unpredicted"), lambda losses, flat, _: _lost(losses) + flat, "每条指令平均停顿为各类停顿之和"),
        Law("lost", ("losses", "flat", "parted"), lambda losses, flat, _: _lost(losses) + flat, "每条指令平均停顿为各类停顿之和"),
        Law("lost", ("losses", "parted"), lambda losses, _: _lost(losses), "每条指令平均停顿为各类的比例 × 停顿的比例 × 停顿的周期数之和"),
        Law("parted", ("losses",), lambda losses: 1 if len(losses) > 3 or losses[1] != 1 else None),
        Law("lost", ("losses", "unpredicted"), lambda losses, _: _lost(losses), "每条指令平均停顿为各类的比例 × 停顿的周期数之和"),
        Law(
            "lost",
            ("losses", "failing_told"),
            lambda losses, failing: losses[0] * failing * losses[2] if len(losses) == 3 and losses[1] == 1 else None,
            "每条指令平均停顿为转移指令的比例 × 预测错误的比例 × 每次停顿的周期数",
        ),
        Law(
            "lost",
            ("share", "failing", "penalty", "flat"),
            lambda share, failing, penalty, flat: share * failing * penalty + flat,
            "每条指令平均停顿为各类停顿之和",
        ),
        Law(
            "lost",
            ("share", "failing", "penalty"),
            lambda share, failing, penalty: share * failing * penalty,
            "每条指令平均停顿为转移指令的比例 × 停顿的比例 × 每次停顿的周期数",
        ),
        Law("penalty", ("known", "waits"), lambda stage, _: stage - 1, "到第 k 段才知道结果，停顿 k − 1 个周期"),
        Law("lost", ("stall",), lambda stall: stall[0] * stall[1], "每条指令平均停顿为停顿的比例 × 停顿的周期数"),
        Law(
            "speedup",
            ("depth", "balanced", "lost"),
            lambda depth, _, lost: depth / (1 + lost),
            "各段平衡时，加速比为段数 ÷（1 + 每条指令平均停顿的周期数）",
        ),
        Law("cycle", ("hertz",), lambda hertz: 1 / hertz),
        Law("some", ("share", "count"), lambda share, count: share * count, "停顿的条数为条数 × 比例"),
        Law(
            "cycles",
            ("depth", "count", "some", "penalty"),
            lambda depth, count, some, penalty: depth + count - 1 + some * penalty if some <= count else None,
            "周期数为段数 + 条数 − 1，再加停顿的周期数",
        ),
        Law("time", ("cycles", "cycle"), lambda cycles, cycle: cycles * cycle, "时间为周期数 × 时钟周期"),
        Law("time", ("many", "cpi", "cycle"), lambda count, cpi, cycle: count * cpi * cycle, "执行时间为指令条数 × 平均 CPI × 时钟周期"),
        Law("mips", ("count", "time"), lambda count, time: count / time / 10**6, "吞吐率为条数 ÷ 时间"),
        Law("cpi", ("base", "lost"), lambda base, lost: base + lost, "实际 CPI 为理想 CPI 加平均停顿"),
        Law("mips", ("hertz", "cpi"), lambda hertz, cpi: hertz / cpi / 10**6, "MIPS 为主频 ÷ (CPI × 10^6)"),
        Law("second", ("hertz", "cpi"), lambda hertz, cpi: hertz / cpi, "每秒完成的条数为主频 ÷ CPI"),
    ),
    marks=(
        ("not_taken", r"预测(?:分支|转移)?不(?:发生)?(?:转移|跳转|分支)|not-taken"),
        ("unpredicted", r"^(?![\s\S]*(?<!没有)(?<!无)(?<!不)预测)"),
        ("ideally_one", r"流水|其余(?:均|都)?(?:无|没有)"),
    ),
    shown={
        "depth": Quantity("流水线", counted("段")),
        "count": Quantity("指令", counted("条")),
        "some": Quantity("造成停顿的", counted("条")),
        "cycle": Quantity("时钟周期", duration, in_units),
        "cycles": Quantity("时钟周期数", counted("个")),
        "stall": Quantity("停顿", lambda stall: f"{percentage(stall[0])} 的指令停顿 {stall[1]} 个周期"),
        "speedup": Quantity("加速比", about, lambda value: (decimal(value, 1), decimal(value, 2), f"{decimal(value, 2)} 倍")),
        "known": Quantity("知道分支结果的段", lambda value: f"第 {value} 段"),
        "time": Quantity("执行时间", duration, lambda value: (*in_units(value), f"{decimal(value, 2)} 秒", f"{decimal(value, 1)} 秒")),
        "many": Quantity("指令", counted("条")),
        "share": Quantity("转移指令占", percentage),
        "wrong": Quantity("预测错误", percentage),
        "taken_off": Quantity("预测错误", percentage),
        "taken": Quantity("发生转移", percentage),
        "correct": Quantity("预测正确", percentage),
        "failing": Quantity("停顿的比例", percentage),
        "penalty": Quantity("每次停顿", counted("个周期")),
        "ideal": Quantity("理想 CPI", about),
        "ideal_cpi": Quantity("理想 CPI", about),
        "base": Quantity("理想 CPI", about),
        "lost": Quantity("平均停顿", counted("个周期")),
        "cpi": Quantity("CPI", lambda value: about(value, 4), lambda value: (decimal(value, 2),)),
        "mips": Quantity("", lambda value: f"{about(value, 2)} MIPS", lambda value: (decimal(value, 0),)),
        "second": Quantity("每秒完成", lambda value: f"{about(value / 10**8, 2)} 亿条"),
        "losses": Quantity(
            "停顿",
            lambda values: "、".join(
                f"{percentage(values[place] * values[place + 1])} 停 {values[place + 2]} 拍" for place in range(0, len(values), 3)
            ),
        ),
        "flat": Quantity("另外平均每条停顿", counted("拍")),
        "hertz": Quantity("主频", frequency),
    },
    words=" 流水线 转移 分支 跳转 条件转移 转移指令 分支指令 条件转移指令 预测 分支预测 预测错误 错误 失败 惩罚 代价 停顿 阻塞 周期 损失 CPI 理想 理想情况 实际 有效 其余 其他 指令 每条 每次 带来 造成 引起 时 MIPS 整数 里 中 准确率 正确率 冲刷 结构冒险 数据冒险 控制冒险 没有预测 没有 存储器 单端口 共用 取指 冲突 程序 无停顿 无阻塞 级流水 级 段 深度 处理器 一款 得出目标 得出 指令流水 每次分支 预测失败率 拍 条件分支 运行 工作 运行频率 发生 总执行时间 总时间 阶段 具有 一个 了 里面 应用程序 速度 执行 考虑 上",
    idle=frozenset({"depth", "fetch", "one", "known"}),
    conventions=("除此之外没有停顿",),
    check=lambda facts: stay_out("prediction") if "failing" in facts and facts["failing"] == 1 and "wrong" in facts else None,
)
