"""How many resources of one type keep processes from deadlock, how many processes they bear, how much each may need.

The bound of the textbooks (Silberschatz, Operating System Concepts, exercises on deadlock): with m resources of one type, taken and
returned one at a time, there is no deadlock exactly if the sum of (need - 1) over the processes is less than m; at the worst
every process holds all but one of what it needs.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.drawings.model import Cell, Drawing, Grid, Row
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import listed, paragraphs
from engine.generators.reading import INTEGER, SEPARATOR, Reading, stay_out, to_int

POINT = "os.process.deadlock-prevention"


def least_resources(needs: Sequence[int]) -> int:
    """The fewest resources with which processes of these needs cannot deadlock."""
    return sum(need - 1 for need in needs) + 1


def most_processes(resources: int, need: int) -> int:
    """The most processes of equal need (at least 2) that cannot deadlock on so many resources."""
    return (resources - 1) // (need - 1)


def largest_need(resources: int, processes: int) -> int:
    """The largest equal need of so many processes that cannot deadlock on so many resources; never more than there are."""
    return min(resources, (resources - 1) // processes + 1)


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _least(chance, [chance.between(2, 12)] * chance.between(3, 14), "least")
    if difficulty == 2:
        return _processes(chance) if chance.one_in(2) else _need(chance)
    needs = [chance.between(2, 7) for _ in range(chance.between(3, 5))]
    if len(set(needs)) < 2:
        return None
    return _least(chance, needs, "least-different") if chance.one_in(2) else _holding(chance, needs)


_RULE = "每次只申请一个，得不到就等待，用完后全部归还"


def _options(values: Sequence[tuple[int, str]], unit: str) -> list[Wrong]:
    return [Wrong(f"{value} {unit}", why) for value, why in values if value > 0]


def _least(chance: Chance, needs: list[int], task: str) -> Generated:
    right, count = least_resources(needs), len(needs)
    same = len(set(needs)) == 1
    thing = chance.choice(("资源", "打印机", "磁带机"))
    described = (
        f"{count} 个进程都需要同类{thing}，每个最多需要 {needs[0]} 个"
        if same
        else f"{count} 个进程共享同类{thing}，最大需求依次为 {listed(needs, '、')} 个"
    )
    wrong = [
        (sum(needs), "以为要满足所有进程的最大需求"),
        (right - 1, "忘了再加 1 个，正好落在死锁的边缘"),
        (right + 1, "多算了 1 个"),
        (max(needs), "以为只要能满足一个进程"),
        (right + count - 1 if right + count - 1 != sum(needs) else right + 2, "每个进程都多留了 1 个"),
        (count + 1, "没有计入每个进程的需求"),
        (sum(needs) - 1, "只从总需求中减去 1"),
        (right - 2, "少算了 2 个"),
    ]
    return Generated(
        point=POINT,
        stem=f"{described}，{_RULE}。为保证不发生死锁，系统至少应有的{thing}数为",
        right=f"{right} 个",
        wrong=_options(wrong, "个"),
        steps=_working(needs),
        parameters={"task": task, "needs": needs} if not same else {"task": task, "processes": count, "need": needs[0]},
        drawing=_drawing(needs) if count <= 8 and max(needs) <= 12 else None,
    )


def _working(needs: Sequence[int]) -> str:
    terms = f"{len(needs)} × ({needs[0]} − 1)" if len(set(needs)) == 1 else " + ".join(f"({need} − 1)" for need in needs)
    return paragraphs(
        "最坏的情况是每个进程都拿到只差 1 个的资源，谁也不归还。",
        "此时只要还剩 1 个，就有进程能得到全部资源，运行结束后归还，其余进程便可依次完成。",
        f"至少需要 {terms} + 1 = {least_resources(needs)} 个",
    )


def _processes(chance: Chance) -> Generated:
    resources, need = chance.between(6, 24), chance.between(2, 6)
    right = most_processes(resources, need)
    wrong = [
        (resources // need, "用资源数除以每个进程的需求"),
        (right + 1, "没有留出最后 1 个资源" if resources % (need - 1) == 0 else "除不尽时向上取了整"),
        (right - 1, "少算了 1 个进程"),
        (resources - need, "用资源数减去每个进程的需求"),
        (resources // (need - 1) if resources % (need - 1) == 0 else right + 2, "没有留出最后 1 个资源"),
        (resources - need + 1, "以为只要满足一个进程，其余各拿 1 个"),
        (right + 3, "多算了 3 个进程"),
    ]
    return Generated(
        point=POINT,
        stem=f"系统有同类资源 {resources} 个，由若干个进程共享，每个进程最多需要 {need} 个，{_RULE}。不会发生死锁的进程数最多为",
        right=f"{right} 个",
        wrong=_options(wrong, "个"),
        steps=paragraphs(
            f"设有 $n$ 个进程。最坏的情况是每个进程都已有 {need} − 1 = {need - 1} 个。",
            f"不死锁要求 $n × {need - 1} + 1 ≤ {resources}$，即 $n ≤ ({resources} - 1)/{need - 1}$。",
            f"取整 ⌊{resources - 1}/{need - 1}⌋ = {right}，最多 {right} 个",
        ),
        parameters={"task": "most-processes", "resources": resources, "need": need},
        drawing=_drawing([need] * min(right, 8)),
    )


def _need(chance: Chance) -> Generated | None:
    processes = chance.between(3, 8)
    resources = chance.between(processes + 1, processes * 5)
    right = largest_need(resources, processes)
    if right < 2:
        return None
    wrong = [
        (resources // processes, "把资源平均分给各进程"),
        (right + 1, "没有留出最后 1 个资源"),
        (right - 1, "少算了 1 个"),
        (resources - processes + 1, "以为其余进程各拿 1 个就够了"),
        (resources - processes, "用资源数减去进程数"),
        (right + 2, "多算了 2 个"),
        (right - 2, "少算了 2 个"),
    ]
    return Generated(
        point=POINT,
        stem=f"系统有同类资源 {resources} 个，供 {processes} 个进程共享，各进程的最大需求相同，{_RULE}。不会发生死锁时，每个进程的最大需求最多为",
        right=f"{right} 个",
        wrong=_options(wrong, "个"),
        steps=paragraphs(
            f"设每个进程最多需要 $x$ 个。最坏的情况是 {processes} 个进程都已有 $x - 1$ 个。",
            f"不死锁要求 ${processes}(x - 1) + 1 ≤ {resources}$，即 $x ≤ ({resources} - 1)/{processes} + 1$。",
            f"⌊{resources - 1}/{processes}⌋ + 1 = {right}，最多 {right} 个",
        ),
        parameters={"task": "largest-need", "resources": resources, "processes": processes},
        drawing=_drawing([right] * processes),
    )


def _holding(chance: Chance, needs: list[int]) -> Generated | None:
    """How many resources the system may lend out at most while a deadlock is still possible, asked as one more process of equal need."""
    extra = chance.between(2, 4)
    resources = least_resources(needs) + chance.between(1, 9)
    spare = resources - least_resources(needs)
    right = spare // (extra - 1)
    if right < 2:
        return None
    wrong = [
        (spare // extra, "用余下的资源数除以每个新进程的需求"),
        (right + 1, "没有留出最后 1 个资源"),
        (right - 1, "少算了 1 个进程"),
        (max(0, resources - sum(needs)) // extra, "以为要满足所有进程的最大需求"),
        (resources // (extra - 1), "没有考虑原有的进程"),
        (right + 2, "多算了 2 个进程"),
        (spare, "没有计入每个新进程的需求" if extra > 2 else "重复计算了余下的资源"),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"系统有同类资源 {resources} 个，{len(needs)} 个进程的最大需求依次为 {listed(needs, '、')} 个，{_RULE}。"
            f"再加入最大需求都为 {extra} 个的进程，仍保证不发生死锁，最多可加入的进程数为"
        ),
        right=f"{right} 个",
        wrong=_options(wrong, "个"),
        steps=paragraphs(
            f"原有进程最坏时占有 {' + '.join(f'({need} − 1)' for need in needs)} = {sum(needs) - len(needs)} 个，连同必须留出的 1 个，共 {least_resources(needs)} 个。",
            f"余下 {resources} − {least_resources(needs)} = {spare} 个，每个新进程最坏时占有 {extra} − 1 = {extra - 1} 个。",
            f"⌊{spare}/{extra - 1}⌋ = {right}，最多可加入 {right} 个",
        ),
        parameters={"task": "joining", "resources": resources, "needs": needs, "extra": extra},
        drawing=_drawing(needs),
    )


def _drawing(needs: Sequence[int]) -> Drawing:
    widest = max(needs)
    rows = tuple(
        Row(
            f"P{number}",
            tuple(Cell("■", "new") if i < need - 1 else Cell("缺", "bad") if i == need - 1 else Cell("") for i in range(widest)),
        )
        for number, need in enumerate(needs, 1)
    )
    return Grid(
        title="最坏的情况：每个进程只差 1 个",
        note="再有 1 个资源，就有进程能完成并归还",
        corner="进程",
        columns=tuple(str(i + 1) for i in range(widest)),
        rows=rows,
    )


# --- solver ------------------------------------------------------------------------------------------------------------------------

_RES = r"(?:同类|该类|这类|同一类|相同的?|这种|该|互斥|临界|此类)?(?:的)?(?:可重用)?(?:资源|打印机|设备|磁带机|磁带驱动器|绘图仪|扫描仪|单位资源|缓冲区|工具|笔|扳手|刀具)"
_UNIT = r"(?:个|台|支|把|件|块|份|套)"
_WHO = r"(?:(?:并发)?(?:的)?(?:进程|线程|作业|任务)|人|同学|学生|工人|用户)"
_LIST = rf"\d+(?:{SEPARATOR}(?:和\s*)?\d+|\s*和\s*\d+)+"


def _recognise(text: str) -> Recognition | None:
    reading = Reading(text)
    reading.take_all(r"(?:某|一)?台?机器(?:上)?(?=有)")
    reading.take_all(
        r"[Nn]=(?=\d+个(?:并发)?进程)|(?<=[\u4e00-\u9fff])R\d?(?=资源|类资源)|供若干个?(?:并发)?进程(?:共享)?(?:使用)?|(?:被|由)(?=[NnMm]?个?进程)"
    )
    reading.refuse(
        r"围|圆桌|相邻|左|右|餐|银行家|安全序列|Available|Allocation|哲学家|两类|多类|两种|已(?:经)?分配|已占有|当前|剩余|优先级|剥夺|有序"
    )
    reading.take_all(
        r"每次(?:只|仅)?(?:能|可|允许)?(?:申请|请求)(?:一个|1个)(?:资源)?|得不到(?:就|则)?等待|用完后?(?:全部|再|才)?归还|逐个申请|若干个?(?=(?:并发)?进程)|[NnMmKk]个?(?=(?:并发)?进程)"
        rf"|(?:一次|每次|每回)(?:只|仅)?(?:能|可以?|允许)?(?:拿|取|领|申请|请求|借)(?:一|1){_UNIT}(?:{_RES})?"
        rf"|(?:{_RES})?(?:都)?(?:是|必须|要)?(?:互斥|独占)(?:地)?(?:使用|用|访问|占用)?(?:的)?"
    )
    letter = reading.take(
        rf"(?:每个?|各个?)(?:{_WHO})(?:对(?:{_RES}))?(?:的)?(?:最大|最多|至多)?(?:资源)?(?:需求|需要|申请|请求|使用|要|用)(?:量|数)?(?:都|均)?(?:相同|一样|相等)?,?(?:都|均)?(?:为|是|设为)?"
        rf"(?P<letter>[xkmyw])(?:{_UNIT})?(?:{_RES})?(?:相同|一样|相等)?(?=,|;|。|$|时|、)"
    )
    of_letter = (
        reading.take(
            rf"(?:求|问|则|那么)?(?:{letter['letter']})(?:的)?(?:值)?(?:最大|最多|至多|不超过)(?:值)?(?:能|可以?|应)?(?:取到?|为|是|等于|达到)*(?:多少|几)?"
        )
        if letter
        else None
    )
    if letter and not of_letter:
        return None
    unknown = reading.take(rf"(?:共|有)?(?<![A-Za-z])(?P<letter>[mnkr])\s*{_UNIT}\ue000*(?:互斥)?(?:使用)?(?:的)?(?:{_RES})")
    of_unknown = (
        reading.take(
            rf"(?:{_RES})?(?:的)?(?:总)?(?:数|数量|数目)?(?<![A-Za-z]){unknown['letter']}(?:的)?(?:值)?(?:至少|最少|最小)(?:值)?(?:应该?|要|需要?|得)?(?:为|是|有|取|等于)*(?:多少|几)?"
        )
        if unknown
        else None
    )
    needs = reading.take(
        rf"(?:最大(?:资源)?需求量?|最多(?:分别)?需要|需要的?(?:该类)?资源数|分别需要|对(?:该)?资源的(?:最大)?需求量?)(?:依次|分别|数|量|各)*(?:为|是|:)?(?P<value>{_LIST})\s*(?:个|台)?(?:{_RES})?"
    )
    each = reading.take_one(
        (
            rf"(?:每个|各个?|且每个|每一个|每(?=人|位))(?:{_WHO})?(?:都|均|各|对)?(?:{_RES}的?)?(?:最大需求(?:量|数)?|至多|最多|最大|都|均)*(?:需要?|要求|要|使用|用|申请|请求|使用到|同时使用|可申请|可以申请|为|是|需求)+(?P<value>{INTEGER})\s*{_UNIT}?(?:{_RES})?",
            rf"(?:都|均)(?:最多|至多)?(?:需要?|要|使用|申请)+(?:{_RES})?(?P<value>{INTEGER})\s*{_UNIT}(?:{_RES})?",
            rf"(?:每个|各)?进程(?:对(?:{_RES}))?(?:的)?(?:最大)?需求(?:量|数)?(?:都|均)?(?:为|是)?(?P<value>{INTEGER})\s*(?:个|台)?",
        ),
        to_int,
    )
    processes = reading.take_one(
        rf"(?:由|被|供|有|共有|存在)*(?P<value>{INTEGER})\s*[个名位](?:{_WHO})(?:共享|竞争|同时|共用)?(?:使用)?", to_int
    )
    resources = reading.take_one(
        (
            rf"(?:某|一)?(?:系统)?(?:中|内)?(?:共|只|拥)?有(?P<value>{INTEGER})\s*{_UNIT}(?:{_RES})",
            rf"(?:{_RES})(?:的)?(?:总)?(?:共)?(?:数(?:目|量)?)?(?:共)?(?:为|是|有)(?P<value>{INTEGER})\s*{_UNIT}?",
            rf"(?:{_RES})(?:总数|共|一共)?(?P<value>{INTEGER})\s*{_UNIT}",
            rf"(?:共享|竞争|共用|争用|争夺|抢)(?:使用)?(?P<value>{INTEGER})\s*{_UNIT}(?:{_RES})",
            rf"(?<![再还又每0-9])(?P<value>{INTEGER})\s*{_UNIT}(?:{_RES})(?=,|;|。|被|由|供|给|分给|\ue000)",
        ),
        to_int,
    )
    safe = r"(?:(?:系统)?(?:中|就)?(?:保证|确保|使|为了?|要使|若要|要|才能|才|可以|可|能)*(?:系统)?(?:一定|肯定|都)?(?:不会|不|不可能|避免|防止|没有)(?:再)?(?:发生|产生|出现|导致|引起)?(?:的)?死锁(?:的)?(?:危险|可能|现象)?)"
    reading.take_all(safe)
    asked = reading.take_words(
        (
            (
                rf"(?:系统)?(?:至少|最少)(?:应该?|要|需要?|得|必须)?(?:有|提供|配置|配备|准备|备|放|买|具有|拥有|多少|几)*{_UNIT}?(?:的)?(?:{_RES})?(?:数|数目|数量)?|(?:{_RES})(?:的)?(?:最少|最小)(?:数|数目|数量|值)|(?:最少|最小)(?:的)?(?:{_RES})(?:数|数目|数量)?(?:目)?",
                "least",
            ),
            (
                rf"(?:最多|至多|最大)(?:能|可|可以|允许|有|支持|是|为|可有|允许有)*(?:多少|几)?(?:个)?(?:并发)?(?:的)?进程(?:数|数目|个数)?(?:n|N|m|M|K|k)?(?:最大值?|最多)?|进程(?:的)?(?:个|总)?数(?:目|量)?(?:n|N|m|M|K|k)?(?:最多|最大|至多)(?:值)?|(?:最多|至多)(?:能|可以?)?允许(?:多少|几)个进程|当?[NnMmKk](?:的值)?(?:最多|最大|至多|不超过)(?:能|可以?|应)?(?:取|为|是|等于)?(?:多少|几)?(?:时)?|(?:最多|至多)(?:能|可以?|允许)*(?:让|供|支持)?(?:多少|几)[个名位](?:{_WHO})(?:同时|并发|共享|使用|用|竞争)*",
                "most",
            ),
            (
                r"(?:每个|各)进程(?:的)?(?:最大需求(?:量|数)?)?(?:最多|最大|至多)(?:能|可以?|允许)?(?:申请|请求|需要|使用|为|是)*(?:多少|几)(?:个|台)?(?:资源)?",
                "need",
            ),
        )
    )
    reading.finish(
        "系统 进程 资源 同类 个 台 共享 竞争 使用 某种 某类 该类 类 打印机 设备 磁带机 申请 最大 需求 数 数目 数量 值 并发 并发进程 都 都需要 均 需要 有 拥有 应 提供 使 它们 这些 互斥 的同类资源 个数 最大需求 这样 这样的 同时运行 运行 写字 工作 干活 完成任务 争用 争夺 最小值 最大值 这类资源 类资源"
    )
    if of_unknown:
        asked = ["least", *(one for one in asked if one != "least")]
    if of_letter:
        asked = [*asked, "need"]
    if len(asked) != 1:
        return None
    counts = [int(part) for part in "".join(s if s.isdigit() else " " for s in needs["value"]).split()] if needs else []
    understood: list[tuple[str, str]] = []
    if asked == ["least"]:
        if resources is not None:
            return None
        if counts and each is None:
            if processes not in (None, len(counts)):
                return None
        elif each is not None and processes is not None and not counts:
            counts = [each] * processes
        else:
            return None
        if not 1 <= len(counts) <= 100 or any(not 1 <= need <= 1000 for need in counts):
            return None
        if len(set(counts)) == 1:
            understood += [("进程数", str(len(counts))), ("每个进程最多需要", f"{counts[0]} 个")]
        else:
            understood.append(("各进程的最大需求", listed(counts, "、")))
        return Recognition(parameters={"asked": "least", "needs": counts}, understood=tuple(understood))
    if resources is None or counts or not 1 <= resources <= 10_000:
        return None
    understood.append(("资源数", str(resources)))
    if asked == ["most"]:
        if each is None or processes is not None or not 2 <= each <= resources:
            return None
        understood.append(("每个进程最多需要", f"{each} 个"))
        return Recognition(parameters={"asked": "most", "resources": resources, "need": each}, understood=tuple(understood))
    if processes is None or each is not None or processes < 1:
        return None
    understood.append(("进程数", str(processes)))
    return Recognition(parameters={"asked": "need", "resources": resources, "processes": processes}, understood=tuple(understood))


_CONVENTION = "资源同类、可重复使用，每次申请 1 个，得不到就等待，最大需求不超过资源总数"


def _solve(parameters: Parameters) -> Solution:
    if parameters["asked"] == "least":
        needs = list(parameters["needs"])
        return Solution(
            answer=f"{least_resources(needs)} 个",
            steps=_working(needs),
            conventions=(_CONVENTION,),
            drawing=_drawing(needs) if len(needs) <= 8 and max(needs) <= 12 else None,
        )
    resources = int(parameters["resources"])
    if parameters["asked"] == "most":
        need = int(parameters["need"])
        right = most_processes(resources, need)
        steps = paragraphs(
            f"设有 $n$ 个进程，最坏时各有 {need - 1} 个。不死锁要求 $n × {need - 1} + 1 ≤ {resources}$。",
            f"$n$ 最大为 ⌊{resources - 1}/{need - 1}⌋ = {right}。",
        )
        return Solution(answer=f"{right} 个", steps=steps, conventions=(_CONVENTION,))
    processes = int(parameters["processes"])
    right = largest_need(resources, processes)
    if right == resources and processes > 1 and (resources - 1) // processes + 1 > resources:
        stay_out("a need larger than what there is")
    steps = paragraphs(
        f"设每个进程最多需要 $x$ 个，最坏时各有 $x - 1$ 个。不死锁要求 ${processes}(x - 1) + 1 ≤ {resources}$。",
        f"$x$ 最大为 ⌊{resources - 1}/{processes}⌋ + 1 = {right}。",
    )
    return Solution(answer=f"{right} 个", steps=steps, conventions=(_CONVENTION,))


KIND = Kind(
    name="deadlock-free-resources",
    title="不死锁的资源数",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"死锁", recognise=_recognise, solve=_solve),
)
