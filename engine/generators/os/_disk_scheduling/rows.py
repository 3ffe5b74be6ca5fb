"""Requests told by cylinder, head and sector: the arm goes to the nearest cylinder, then the sectors of that cylinder as they come by."""

from __future__ import annotations

from itertools import groupby, permutations, product

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.os._topic import Topic
from engine.generators.reading import stay_out

_COLUMNS = (
    (r"(?:请求|访问)?(?:序列|序号|次序|编号|进程|请求|号)", "name"),
    (r"(?:柱面|磁道)号?", "cylinder"),
    (r"(?:磁头|盘面)号?", "head"),
    (r"扇区号?", "sector"),
)
_WORDS = "在 磁盘 调度 管理 中 应 先 进行 移臂 移臂调度 再 旋转 旋转调度 假设 若 如果 当前 磁盘移动臂 移动臂 磁头 位于 号 柱面 上 进程 的 请求 序列 请求序列 如下 如下表 下表 所示 如下表所示 采用 最短 优先 算法 那么 系统 响应 响应序列 应 为 访问 用户 处于 对 时 将 有 现 其 信息 各 顺序 次序 则 管理系统 读写 又 某 "
_MANY = 24


def recognise_rows(text: str) -> Recognition | None:
    """The order of such requests as understood; None: another problem."""
    if "扇区" not in text or "柱面" not in text or not patterns.search("最短移臂|最短寻道|最短寻找|SSTF", text):
        return None
    reading = Topic(text)
    reading.refuse(r"转速|毫秒|ms|转/|rpm|扫描|电梯|先来先")
    table = reading.take_table()
    if table is None:
        return None
    columns = table.by_heading(_COLUMNS)
    if not {"name", "cylinder", "sector"} <= columns.keys():
        return None
    arm = reading.take_one(
        r"(?:磁盘)?(?:移动臂|磁头|磁臂)?(?:当前|正|现在)*(?:位于|处于|在|停在)(?:第)?\s*(?P<value>\d+)\s*号?(?:柱面|磁道)(?:上|处)?", int
    )
    reading.take_all(r"最短移臂(?:调度)?|最短寻道(?:时间)?(?:优先)?|最短寻找时间优先|SSTF")
    asked = reading.ask(
        ((r"(?:系统)?(?:的)?(?:响应|服务|访问|执行)(?:的)?(?:序列|顺序|次序)(?:应该?|将)?(?:为|是)?(?:多少|几|什么)?", "order"),)
    )
    reading.finish_knowing(_WORDS)
    rows = [{name: cell.strip() for name, cell in zip(columns, cells, strict=True)} for cells in zip(*columns.values(), strict=True)]
    if not asked or arm is None or not all(cell.isdigit() for row in rows for name, cell in row.items() if name != "name"):
        return None
    if len({row["name"] for row in rows}) != len(rows):
        return None
    requests = [[row["name"], int(row["cylinder"]), int(row["sector"]), int(row.get("head", "0"))] for row in rows]
    return Recognition(
        parameters={"times": "rows", "arm": arm, "requests": requests},
        understood=(
            ("移动臂", f"{arm} 号柱面"),
            ("请求（柱面，扇区）", "；".join(f"{name} ({cylinder},{sector})" for name, cylinder, sector, _ in requests)),
        ),
    )


def solve_rows(parameters: Parameters) -> Solution:
    """Nearest cylinder next; sectors ascending; those of the same sector in any order."""
    at = int(parameters["arm"])
    requests = [(str(name), int(cylinder), int(sector), int(head)) for name, cylinder, sector, head in parameters["requests"]]
    left = {cylinder for _, cylinder, _, _ in requests}
    parts: list[list[tuple[str, ...]]] = []
    lines = []
    while left:
        nearest = sorted(left, key=lambda cylinder: abs(cylinder - at))
        if len(nearest) > 1 and abs(nearest[0] - at) == abs(nearest[1] - at):
            stay_out("two nearest cylinders")
        at = nearest[0]
        left.remove(at)
        here = sorted((one for one in requests if one[1] == at), key=lambda one: (one[2], one[3]))
        lines.append(f"{at} 号柱面：" + "，".join(f"{name}（扇区 {sector}）" for name, _, sector, _ in here))
        for _, same in groupby(here, key=lambda one: one[2]):
            parts.append(list(permutations([one[0] for one in same])))
    orders = []
    for choice in product(*parts):
        orders.append([name for part in choice for name in part])
        if len(orders) > _MANY:
            stay_out("too many orders")
    spelled = [join.join(order) for order in orders for join in ("-", "→", "、", "", ",")]
    return Solution(
        answer="-".join(orders[0]),
        also=tuple(spelled),
        steps=paragraphs("先移到最近的柱面，同一柱面内按扇区号从小到大：", *lines),
        conventions=("同一柱面内按扇区号递增的次序转到磁头下；同一扇区的几个请求先后均可",),
    )
