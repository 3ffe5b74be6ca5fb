"""Reading and solving short programs on the five-stage pipeline: the cycles that data hazards cost, and the cycles of all instructions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.co._pipeline_performance.hazards import Instruction, total_cycles
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.clauses import Clauses
from engine.generators.laws.words import COMMON
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out

_OPERATION = r"(?:add[iu]?|sub[iu]?|and[i]?|or[i]?|xor[i]?|nor|mul|slt[i]?|sll|srl|lw|load|ld|sw|store|st|beq|bne)"
_LINE = re.compile(
    rf"(?:I\s*\d\s*[:.、]?\s*)?(?<![A-Za-z])(?P<op>{_OPERATION})\s+(?P<operands>[rRxXtsFf$]\w{{0,2}}\d\s*,\s*(?:-?\d*\s*\(\s*\w{{2,3}}\s*\)|[\w$-]{{1,4}})(?:\s*,\s*[\w$-]{{1,4}})?)",
    re.IGNORECASE,
)
# `I1: R3 ← (R1) + (R2)`, an instruction told as what it does.
_TRANSFER = re.compile(
    r"(?P<to>[rR]\d{1,2})\s*(?:←|<-|<=|=)\s*\(?(?P<one>[rR]\d{1,2})\)?\s*[-+*×∧∨&|]\s*\(?(?P<two>[rR]\d{1,2})\)?(?![\w(+*×-])"
)
_LOADS = ("lw", "load", "ld")
_STORES = ("sw", "store", "st")
_WORDS = """ 五段 五级 流水 流水线 寄存器 写口 读口 需要 阻塞 要 等到 五段流水 五段流水线 五级流水线 取指 译码 译码/取数 取数 执行 访存 写回 IF ID EX MEM M WB 段 指令 后面 紧跟 后面紧跟 一条 条 数据冒险 数据相关 冒险 相关 由 引起 总 停顿 阻塞 停 拍 周期 时钟周期 全程 全部 三条 跑完 执行完 共 总停顿周期数 笔记 写 的 结果 使用 用 它 其 这段 程序 代码 经典 中 如果 要 由数据冒险引起 标准 RISC MIPS 顺序 序列 指令序列 代码段 程序段 下列 如下 以下 依次 按序 发射 """


def _parsed(text: str) -> tuple[list[Instruction], list[tuple[int, int]], bool]:
    """The instructions with registers by number, their places, and whether one stores or branches."""
    program: list[Instruction] = []
    places: list[tuple[int, int]] = []
    plain = True
    numbers: dict[str, int] = {}

    def register(name: str) -> int:
        return numbers.setdefault(name.strip().lower().lstrip("$"), len(numbers))

    for match in _LINE.finditer(text):
        op, operands = match["op"].lower(), match["operands"]
        names = patterns.findall(r"(?<![\w-])[rRxXtsFf$][a-z]?\d{1,2}(?!\w)", operands)
        places.append(match.span())
        if op in _STORES or op in ("beq", "bne"):
            plain = False
            program.append(Instruction("sw", -len(program) - 1, tuple(register(name) for name in names)))
        else:
            if not names:
                stay_out(match[0])
            sources = tuple(register(name) for name in names[1:])
            program.append(Instruction("lw" if op in _LOADS else "add", register(names[0]), sources))
    return program, places, plain


def recognise(text: str) -> Recognition | None:
    """Instructions, whether results are forwarded, whether a register written is read in the same cycle; stalls or cycles."""
    text = text if _LINE.search(text) else _TRANSFER.sub(r"add \g<to>,\g<one>,\g<two>", text)
    reading = Clauses(patterns.sub(r"\n", ";", patterns.sub(r"(?:#|//)[^\n;]*(?=\n|;|$)|;\s*R\d+\s*(?:←|<-)[^\n;]*", "", text)))
    reading.refuse(r"部分|双发射|超标量|乱序|重命名|延迟槽|预测|画|时空图|调度|重排|六段|四段|7级|八级")
    no_forwarding = reading.take_all(
        r"(?:没有?|无|不(?:采用|用|使用|考虑|带)|未(?:采用|用))(?:使用|采用)?(?:任何)?(?:数据)?(?:转发|旁路|定向)(?:技术|通路|机制|\((?:旁路|转发)\))*"
    )
    forwarding = reading.take_all(r"(?:全程|带|有|采用|用|使用|设有|全部)*(?:数据)?(?:转发|旁路|定向)(?:技术|通路|机制|\((?:旁路|转发)\))*")
    reading.take_all(
        r"每(?:个)?段(?:占|用|需要?)*(?:1|一)个(?:时钟)?周期|(?:发生|出现|遇到|有)(?:数据)?相关(?:时)?,?(?:则)?(?:用|由|通过|采用)(?:硬件)?(?:阻塞|停顿|暂停|插入气泡)(?:后续指令)?(?:的)?(?:方法|方式|办法)?(?:来)?(?:解决|处理)?|遇(?:到)?(?:数据)?相关(?:时)?由?(?:硬件)?(?:插入气泡|阻塞|停顿)?(?:后续指令)?|由?硬件(?:插入气泡)?阻塞(?:后续指令)?"
    )
    reading.take_all(r"(?:按序|顺序|单)(?:发射|流出)(?:的)?|按序(?:执行|完成)")
    half = reading.take_all(
        r"(?:寄存器(?:堆|文件)?)?(?:的)?写(?:操作|回|入)?(?:在)?(?:WB)?(?:段|阶段|级)?(?:的)?(?:时钟)?前半(?:个)?(?:时钟)?(?:周期|拍)?(?:完成|进行)?[、,和及与而]*(?:寄存器(?:堆|文件)?)?(?:的)?读(?:操作|出)?(?:在)?(?:ID)?(?:段|阶段|级)?(?:的)?(?:时钟)?后半(?:个)?(?:时钟)?(?:周期|拍)?(?:完成|进行)?|"
        r"(?:同一?(?:个)?|一个)?(?:时钟)?周期(?:内|里)?(?:的)?前半(?:个|段)?(?:时钟)?(?:周期|拍)?写(?:回|入)?(?:寄存器)?[、,和]*后半(?:个|段)?(?:时钟)?(?:周期|拍)?读(?:出|取)?(?:寄存器)?|(?:寄存器(?:堆|文件)?)?(?:可|能|可以|支持)?(?:在)?(?:同一?个?|一个)(?:时钟)?周期(?:内|里|中)?(?:可|能|可以)?(?:先写后读|前写后读|写后读)|(?:寄存器(?:堆|文件)?)(?:支持|采用|可)?先写后读|"
        r"(?:寄存器(?:堆|文件)?)?(?:在)?(?:同一?(?:个)?周期|一个周期)?(?:内|里|中)?(?:可以?)?(?:的)?(?:先写后读|(?:写口?)?(?:在)?(?:时钟)?前半(?:个)?(?:周期|拍)?(?:写(?:入|回)?)?(?:寄存器)?[、,和]*(?:读口?)?(?:在)?(?:后|下)半(?:个)?(?:周期|拍)?(?:可)?(?:读出?)?|写后半可读)(?:同周期)?(?:可以)?(?:\(同周期先写后读\))?"
    )
    half += reading.take_all(
        r"(?:写(?:入|回)?寄存器(?:堆)?)(?:的)?(?:操作)?在WB(?:段|阶段|级)?(?:的)?前半(?:个)?(?:时钟)?(?:周期|拍)?(?:内|里)?(?:完成|进行)?[、,;和及与而]*(?:读(?:取|出)?寄存器(?:堆)?)(?:的)?(?:操作)?在ID(?:段|阶段|级)?(?:的)?后半(?:个)?(?:时钟)?(?:周期|拍)?(?:内|里)?(?:完成|进行)?"
    )
    if half:
        reading.take_all(
            r"(?:因此|所以|故)?I\s*\d(?:的)?ID(?:段|级)?(?:必须|要|可以?|最早)*(?:等到|等|与|和|在)\s*I\s*\d(?:的)?WB(?:段|级)?(?:在)?(?:同(?:一个?)?周期)(?:进行)?"
        )
    if bool(no_forwarding) == bool(forwarding):
        return None
    rest = reading.rest
    program, places, plain = _parsed(rest)
    reading.take_spans(places)
    loose = reading.take(
        r"(?P<op>load|lw|取数指令|取数)(?:指令)?(?:后面?|之后)?(?:紧?跟(?:着)?|下一条)(?:一条|的是)?(?:立即)?(?:使?用(?:到)?)?(?:它|其|该)?(?:的)?结果(?:的)?(?:的)?(?:add|加法|ALU|运算)?(?:指令)?"
    )
    if loose and not program:
        program = [Instruction("lw", 1, (2,)), Instruction("add", 3, (1, 4))]
    if len(program) < 2 or (forwarding and not plain) or (not forwarding and not half):
        return None
    reading.take_all(r"I\s*\d\s*(?:[~-]|到|至|和|与|、)\s*I\s*\d|I\s*\d\s*[:.]?")
    reading.take_all(r"(?:下列|以下|这|上述|有)*[二两三四五六2-9]条(?:指令)?(?!.{0,8}(?:多少|几))")
    asked = reading.asked(
        (
            (
                r"(?:I\s*\d)?(?:被|会|需|要|总共|一共|共|总|需要?|插入)*(?:停顿?|阻塞|暂停|等待|插入)(?:周期|拍|气泡)?(?:总)?(?:数)?(?:是|为)?(?:多少|几)?(?:个)?(?:时钟)?(?:拍|周期|气泡)?(?:数)?(?:是|为)?(?:多少)?",
                "stalls",
            ),
            (
                r"(?:(?:这)?[二两三四五2-9]条|整个|整段|该|全部|所有)*(?:指令|程序段?|序列|代码)*(?:全部|都)?(?:跑完|执行完毕?|执行|完成|做完|运行完)*(?:总共|一共|共|总)(?:需要?|要|用|花)*(?:多少|几)(?:个)?(?:时钟)?(?:拍|周期)",
                "cycles",
            ),
        )
    )
    reading.finish(COMMON + _WORDS)
    if not asked:
        return None
    return Recognition(
        parameters={
            "task": "hazards",
            "program": [[one.op, one.target, list(one.sources)] for one in program],
            "forwarding": bool(forwarding),
            "asked": asked,
        },
        understood=(
            ("指令", f"{len(program)} 条"),
            ("转发", "有" if forwarding else "没有，寄存器同一周期先写后读"),
            ("求", "、".join({"stalls": "停顿的周期", "cycles": "总周期数"}[name] for name in asked)),
        ),
    )


def _program(told: Sequence[Sequence[object]]) -> list[Instruction]:
    return [Instruction(str(op), int(str(target)), tuple(sources)) for op, target, sources in told]  # type: ignore[arg-type]


def solve(parameters: Parameters) -> Solution:
    """Each instruction is decoded when its operands can be read, or forwarded; see `hazards.decode_cycles`."""
    program = _program(parameters["program"])
    cycles = total_cycles(program, parameters["forwarding"])
    smooth = len(program) + 4
    shown = {"stalls": f"停顿 {cycles - smooth} 个周期", "cycles": f"共 {cycles} 个周期"}
    answer = "，".join(shown[name] for name in parameters["asked"])
    return Solution(
        answer=answer,
        steps=paragraphs(
            f"没有停顿时 {len(program)} 条指令用 {smooth} 个周期。",
            f"有数据相关，实际用 {cycles} 个周期，停顿 {cycles - smooth} 个周期：{answer}",
        ),
        also=(f"{cycles - smooth}", f"{cycles - smooth} 拍") if parameters["asked"] == ["stalls"] else (f"{cycles}", f"{cycles} 拍"),
        conventions=("五段流水线 IF、ID、EX、MEM、WB",),
    )
