"""Elements as texts name them, and words of problems about stacks that change nothing."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.reading import stay_out

NAME = r"[A-Za-z]\d{0,2}|\d{1,2}"
LIST = rf"(?:{NAME})(?:\s*(?:,|、|->|→|\s)\s*(?:{NAME})){{1,15}}|[A-Za-z]{{3,12}}|(?<!\d)\d{{3,9}}(?!\d)"
OWN = """
人 同学 学生 球 小球 只用一个栈 用一个栈 一个栈 合法不 不合法 联用 队列与栈联用 顺序执行 按序 操作串 操作序列 行 行不行 呢 还有 还 列全 写全 有些 S 栈S 单端 哪些 取值 种情况 情况 打头 种出来的次序 次序 出来 全部 排列 得到 能否 站 号 辆 节 车 辆车 调度 右侧 从右侧 左侧 从左侧 时 至少 初态 初始和结束栈都空 都空 结束 合法的 只能 一定 必然 相对次序 相对 随时出栈 直到元素都出栈 可以吗 若要 最后 个 起初 全 秒 序号 给定 已知部分
停留 可以停留 停 任何时候 栈 元素 队列 数据 数据元素 这些 个元素 依次 顺序 次序 序列 栈的 容量 种 入栈 出栈 操作 操作序列 经过 经 得到 初态 初始 空 为空 空栈 交替 交替进行 可交替进行 可以交替进行 随时 任意 任何时刻 时刻 都 所有 所有可能 可能 不同 不同的 互不相同 各不相同 合法 一共 可以 可 时 则 其 该栈 个数 总数 数目 允许 输入 输入序列 输出 输出序列 输入顺序 输出顺序 过程 过程中 期间 中间 中途 只 仅 一个栈 这个栈 元素们 数字 字母 字符 边进边出 可以边进边出 可进可出 进出 进 出 最后 得 用 通过 里 表示 代表 记 分别 用来 足够大 足够 大小 不限 容量不限 情况 列车 火车 车厢 编号 的 顺序地
"""


def names_of(text: str) -> tuple[str, ...]:
    """The elements of a list.

    Raises:
        StayOut: one comes twice.
    """
    parts = [part for part in patterns.split(r"\s*(?:,|、|->|→|\s)\s*", text) if part]
    names = tuple(parts) if len(parts) > 1 else tuple(text)
    if len(set(names)) != len(names):
        stay_out("an element twice")
    return names
