"""Reading and solving the mean CPI of a pipeline that some instructions stop: branches, or those that a prediction gets wrong."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.clauses import Role
from engine.generators.co._clauses import FREQUENCY, NUMBER, SHARE, Clauses, to_hertz
from engine.generators.co._measures import frequency
from engine.generators.kind import Missing, Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import INTEGER, to_count, to_share

_BRANCH = r"(?:条件)?(?:转移|分支|跳转)(?:类)?(?:指令)?"
_HARMLESS = """
流水线 指令流水线 流水 CPU 处理器 计算机 主频 时钟频率 指令 转移 分支 跳转 转移指令 分支指令 条件转移 条件转移指令 停 停顿 暂停 阻塞 损失 浪费 代价 延迟 导致 引起 造成 都 会 每条 每次 条 一条 平均 实际 有效 理想 理想情况下 理想CPI 占 比例 所占 全部 所有 总数 的 时 预测 预测错误 预测失败 错误 失败 准确 准确率 正确率 错误率 采用 分支预测 静态 动态 其他 其余 指令没有 基本CPI 为 程序 执行 运行 中 个 周期 拍 时钟 需要 需 要 MIPS 数 速度 每秒 级 段 标量 单发射 问 用 数据 无 不考虑
"""


def recognise(text: str) -> Recognition | None:
    """The ideal CPI, the share of branches, what each of them costs, how often a prediction fails; CPI and MIPS."""
    reading = Clauses(text)
    reading.refuse(
        r"缺失|命中|Cache|load|取数|数据相关|数据冒险|访存|转发|旁路|延迟槽|超标量|多发射|加速比|吞吐|TLB|BTB|提前|改进|减少|提高|成功的?概率|发生转移|不发生|跳转成功|未跳转|实际跳"
    )
    depth = reading.take_all(rf"{INTEGER}(?:级|段)(?=流水|指令流水)")
    del depth
    values = reading.assign(
        (
            Role(name="hertz", quantity=FREQUENCY, read=to_hertz, alone=True),
            Role(name="wrong", quantity=SHARE, read=to_share, before=r"(?:预测)?(?:错误|失败|失误|出错)(?:的)?(?:率|概率|比例)|预测错的?"),
            Role(name="correct", quantity=SHARE, read=to_share, before=r"(?:预测)?(?:准确|正确|成功|命中)(?:率|的?概率)"),
            Role(
                name="share",
                quantity=SHARE,
                read=to_share,
                before=rf"{_BRANCH}(?:的)?(?:所)?(?:占|比例|频率)*",
                after=rf"(?:的)?(?:指令)?(?:是|为)?{_BRANCH}",
            ),
            Role(
                name="penalty",
                quantity=rf"(?<![\d.A-Za-z]){INTEGER}\s*个?(?:时钟|机器)?(?:周期|拍|节拍)",
                read=to_count,
                before=r"停顿?|暂停|阻塞|损失|代价|浪费|延迟|开销|惩罚|多花|额外|排空",
                alone=True,
            ),
            Role(
                name="ideal",
                quantity=rf"{NUMBER}(?![\d.A-Za-z%]|\s*[个条拍级段])",
                read=Fraction,
                before=r"(?:理想|基本|无停顿|没有停顿)(?:情况|时|的)*(?:下)?(?:的)?CPI|理想(?:的)?(?:情况)?(?:下)?,?(?:的)?CPI|CPI",
            ),
        )
    )
    asked = reading.asked(
        (
            (r"MIPS(?:数|值|速率)?", "mips"),
            (r"(?:实际|平均|有效|最终)*(?:的)?CPI", "cpi"),
        )
    )
    reading.take_all(rf"(?:每|一)(?:条|次){_BRANCH}|{_BRANCH}")
    reading.finish(_HARMLESS)
    if (
        not asked
        or "share" not in values
        or "penalty" not in values
        or "ideal" not in values
        or ("wrong" in values and "correct" in values)
    ):
        return None
    failing = values.get("wrong", 1 - values["correct"] if "correct" in values else Fraction(1))
    if failing == 1 and "预测" in reading.text:
        return None
    if not 0 < values["share"] < 1 or values["ideal"] < 1:
        return None
    parameters: dict[str, object] = {
        "task": "stalled",
        "ideal": str(values["ideal"]),
        "share": str(values["share"]),
        "failing": str(failing),
        "penalty": values["penalty"],
        "asked": asked,
    }
    understood = [
        ("理想 CPI", decimal(values["ideal"], 3)),
        ("转移指令", f"{decimal(values['share'] * 100, 3)}%"),
        ("每次停顿", f"{values['penalty']} 个周期"),
    ]
    if failing != 1:
        understood.append(("预测错误", f"{decimal(failing * 100, 3)}%"))
    missing = []
    if "hertz" in values:
        parameters["hertz"] = str(values["hertz"])
        understood.append(("主频", frequency(values["hertz"])))
    elif "mips" in asked:
        missing.append(Missing("hertz", "主频是多少（如 500MHz）？", "主频为 {}"))
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


def solve(parameters: Parameters) -> Solution:
    """CPI = ideal CPI + share × part that stops × cycles lost."""
    ideal, share, failing = (Fraction(parameters[name]) for name in ("ideal", "share", "failing"))
    cpi = ideal + share * failing * parameters["penalty"]
    factor = "" if failing == 1 else f" × {decimal(failing, 4)}"
    lines = [f"平均 CPI = {decimal(ideal, 3)} + {decimal(share, 4)}{factor} × {parameters['penalty']}，为 {decimal(cpi, 4)}。"]
    said = []
    for task in parameters["asked"]:
        if task == "cpi":
            said.append(f"CPI {'为' if is_exact(cpi, 4) else '约为'} {decimal(cpi, 4)}")
        else:
            rate = Fraction(parameters["hertz"]) / cpi / 10**6
            lines.append(f"MIPS 数为主频 ÷ (CPI × 10^6)，{decimal(rate)}。")
            said.append(f"{'' if is_exact(rate) else '约 '}{decimal(rate)} MIPS")
    return Solution(answer="，".join(said), steps=paragraphs(*lines, "，".join(said)), conventions=("除此之外没有停顿",))
