"""Resources of one kind, processes and what each needs, told in any order: from any of them the others at which nobody can be deadlocked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from engine.generators import patterns
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, counted
from engine.generators.os._storage_measures import STRANGE
from engine.generators.reading import INTEGER, stay_out, to_int

_UNIT = r"(?:个|台|套|份|块|件)"
_RESOURCE = r"(?:(?:同类型|同类|相同|某类|某种|该类|这类|这种|此类|这样|互斥|独占型?|共享|临界|单位|的|R|A)*(?:资源|打印机|磁带机|磁带驱动器|绘图仪|扫描仪|设备|光驱|输出机|硬件)(?:资源|设备)?(?:R|A)?)"
_PROCESS = r"(?:并发|竞争的?|这样的|的|用户)*(?:进程|用户|作业|任务|线程|过程)"
_NEED = r"(?:都|均|各|至多|最多|最大|同时|可能|可以|可|能|需要?|要求?|必须|总共|一共|会|只)*(?:需要?|申请|使用|请求|要求?|用到?|占用?|需求)(?:使用|申请|占用|到|用)?(?:的)?(?:最大)?(?:数量|量)?(?:改为|为|是)?"
_MANY = r"(?:多少|几)"
_NO_DEADLOCK = r"(?<!会)(?:不会?|没有|不可能|不致?|避免|防止|无)(?:发生|产生|出现|引起|导致|进入|因[^,;。?]{0,10}而)?(?:发生|产生)?(?:系统)?死锁(?:状态)?(?:的(?:危险|可能))?"
_LETTER = r"(?<![A-Za-z])[NnMmKkWwXx](?![A-Za-z])"
_PLAIN = r"[^,;。?!:\d\n]"


def _value(match: re.Match[str]) -> Fraction:
    return Fraction(to_int(next(group for group in match.groups() if group)))


def _list(match: re.Match[str]) -> tuple[Fraction, ...]:
    return tuple(Fraction(number) for number in patterns.findall(r"\d+", match["list"]))


def _least_of(needs: Sequence[Fraction]) -> Fraction:
    return sum(needs, Fraction(0)) - len(needs) + 1


def _most_processes(resources: Fraction, need: Fraction) -> Fraction | None:
    return Fraction(int((resources - 1) / (need - 1))) if 1 < need <= resources else None


def _possible(resources: Fraction, least: Fraction) -> Fraction:
    return Fraction(int(resources < least))


def _check(facts: Facts) -> None:
    if "needs" in facts and "processes" in facts and len(facts["needs"]) != facts["processes"]:
        stay_out("a need for each process")
    if facts.get("need", 1) < 1 or facts.get("processes", 2) < 1:
        stay_out("nobody")


def _with_letters_told(text: str) -> str:
    """Letters of a story that a later clause gives values to, with the values in their places: `m个…供n个进程…。若m=12，n=4，则x最大为多少`."""
    told = patterns.search(
        r"(?:若|当|设|如果|假设)?(?<![A-Za-z(])([a-z])\s*=\s*(\d+)(?:\s*[,，、]\s*([a-z])\s*=\s*(\d+))?(?=\s*(?:时)?\s*[,，;；])", text
    )
    if told is None or patterns.search(r"\b[a-z]\s*=\s*\d", text[: told.start()] + text[told.end() :]):
        return text
    values = {told[1]: told[2], **({told[3]: told[4]} if told[3] else {})}
    before, after = text[: told.start()], text[told.end() :]
    if any(patterns.search(rf"(?<![A-Za-z]){letter}(?![A-Za-z])", after) for letter in values):
        return text
    # The bound itself, written out, and what a letter may be.
    before = patterns.sub(
        r"[,，]?\s*则?当\s*n\s*\(x-1\)\s*\+\s*1\s*≤\s*m时(?=[,，]?(?:系统)?(?:就)?不会(?:发生)?死锁)|[(（]\s*1\s*≤\s*[a-z]\s*≤\s*[a-z]\s*[)）]",
        "",
        before,
    )
    if any(len(patterns.findall(rf"(?<![A-Za-z]){letter}(?![A-Za-z])", before)) != 1 for letter in values):
        return text
    for letter, value in values.items():
        before = patterns.sub(rf"(?<![A-Za-z]){letter}(?![A-Za-z])", value, before)
    if patterns.search("多少|几|何值", before):
        return text
    return patterns.sub(r"(?:若|如果)?每个进程最多(?:申请|需要)\s*[a-z]\s*[个台](?:资源)?[,，]?", "", before).rstrip("。 ") + after


def _prepared(text: str) -> str:
    text = patterns.sub(r"(?<=[\u3400-\u9fff]) +(?=[A-Za-z\d])|(?<=[A-Za-z\d]) +(?=[\u3400-\u9fff])", "", text)
    text = _with_letters_told(text)
    if (taken := patterns.search(r"(?:若|如果|当)\s?n\s?取(?:该|此|这个|上述|上面的?)(?:最大)?值", text)) and (
        told := patterns.search(r"(\d+)\s?个(?:同类|该类)?资源[^。]*?每个进程(?:最多)?需要?\s?(\d+)\s?个", text[: taken.start()])
    ):
        # As many as the first question finds.
        most = _most_processes(Fraction(int(told[1])), Fraction(int(told[2])))
        text = f"{text[: taken.start()]}若有{most}个进程{text[taken.end() :]}" if most else text
    text = patterns.sub(r"[(（](?:资源)?(?:都|均)?(?:是)?逐个(?:地)?(?:申请|分配)[)）]", "", text)
    if patterns.search(r"资源\s?m\s?个|(?<![A-Za-z])m\s?个[^,，。;；]{0,6}资源", text):
        text = patterns.sub(r"(?:若|如果|当)\s?m\s?=\s?(\d+)(?=\s?时?[,，])", r"若系统有\1个资源", text)
    text = patterns.sub(r"(?:若|如果)(?:系统)?(?:中)?(?:只|仅)有?(?=\s?\d)", "若系统有", text)
    text = patterns.sub(
        r"[,，;；]?\s*(?:且|并且)?(?:这些|各|对)?(?:类)?(?:资源)?(?:的)?(?:分配|申请|释放|请求|归还|方式|和|与|及|、|是|都|均|只能|资源)*(?:一次(?:只能|仅|只)?(?:申请)?(?:一个|一台|1个)|逐个(?:地)?(?:进行|申请)?(?:的)?|一个一个(?:地)?(?:申请|进行)?)(?:的)?(?=[,，。;；)])",
        "",
        text,
    )
    text = patterns.sub(
        r"[,，]?\s*(?:一旦)?(?:某个?|当)?进程(?:一旦)?(?:获得|得到)(?:它|其|了)*(?:所需(?:要)?的?)?(?:全部|所有)(?:的)?(?:资源|设备)(?:后)?[,，]?(?:则|就|便|会)?(?:立即|马上|很快)?(?:运行完)?(?:归还|释放)(?:它的|其|所有|全部|的)*(?:资源|设备)?(?=[,，。;；])",
        "",
        text,
    )
    text = patterns.sub(
        r"(?:若|如果)?仅考虑(?:这|该)类资源[,，]?|(?:为什么|并?说明(?:理由|原因))(?=[?？。]|$)|(?<=死锁)[,，](?=[。?？]|$)", "", text
    )
    text = patterns.sub(
        r"[,，]?\s*(?:并且?|且)?(?:规定|限定)?(?:每个?进程)?(?:每)?(?:一)?次(?:仅|只|最多|至多)?(?:允许|能|可以?)?(?:申请|请求)(?:一|1)\s?[个台](?:资源|设备)?",
        "",
        text,
    )
    text = patterns.sub(
        r"(每个?进程)(?:最多|最大|至多)(?:所)?(?:需要?|申请|使用)(?:的)?(?:同类|该类)?(?:资源|设备)(?:数量|数目|个数|数)(?:为|是)\s?(\d+)(?!\d)",
        r"\1最多需要\2个资源",
        text,
    )
    text = patterns.sub(r"若干(?:个|道)?(?=进程|用户|作业|并发)", "", text)
    text = patterns.sub(r"(?<=[NnMmKkWwXx])为何值", "为多少", text)
    return patterns.sub(r"(?<=进程|用户)\s?[A-Z]\d?(?:\s?[、,，和及]\s?[A-Z]\d?){1,6}(?![A-Za-z\d])", "", text)


DEADLOCK = Topic(
    name="deadlock asked",
    knowing=True,
    about=r"死锁",
    refuse=STRANGE,
    # First, a demand that only some of the processes have.
    guard=r"其中(?:的|有)?(?:[一二两三几某]|[1-3])\s*个进程|可能(?:会)?(?:发生)?死锁的[^,;。]{0,8}(?:最多|最大)|银行家|安全序列|已占有|已分配|已获得|占有了|哲学家|信号量|P操作|PV|剩余|可用|两类|两种|R1|图中|下表|先后|编号|优先|预防|撤销|剥夺|抢占|检测|归还|释放(?!所)|另一类|不同类|同时(?:被|供|由|给|让)|可以?被[^,;。]{0,6}共[用享]|总能",
    told=(
        Told(
            "needs",
            r"(?:最大|最多)(?:的)?(?:资源)?(?:需求|需要|要求|申请|使用)(?:量|数|数量)?(?:的)?(?:分别|依次|各)*(?:为|是|:)*\s*(?P<list>\d+\s*个?(?:\s*[、,和及]\s*\d+\s*个?){1,6})",
            _list,
        ),
        Told(
            "needs",
            rf"(?:分别|依次)(?:最多|至多)?(?:需要?|申请|使用|要求|要)(?:使用)?\s*(?P<list>\d+\s*{_UNIT}?(?:\s*[、,和及]\s*\d+\s*{_UNIT}?){{1,6}})",
            _list,
        ),
        Told(
            "need",
            rf"(?:每(?:一)?个?|各个?|任一|一个)(?:{_PROCESS})?(?:对(?:该|这|此|R)*(?:类)?(?:资源)?(?:的)?)?{_NEED}\s*({INTEGER})\s*{_UNIT}",
            _value,
        ),
        Told(
            "need",
            rf"(?:每(?:一)?个?|各个?)(?:{_PROCESS})?(?:对)?(?:{_RESOURCE})?(?:的)?(?:最大)?(?:需求|需要)(?:量|数)?(?:改为|为|是)?\s*({INTEGER})\s*{_UNIT}?|(?:每(?:一)?个?|各个?)(?:{_PROCESS}){_NEED}{_RESOURCE}\s*({INTEGER})\s*{_UNIT}",
            _value,
        ),
        Told(
            "need",
            rf"(?<!竞争)(?<!共享)(?<!争)(?<!可供)(?<!互斥)(?:需要?|使用|申请|要求)(?:同时使用)?\s*({INTEGER})\s*{_UNIT}(?=(?:这样的|同类|该类)?{_RESOURCE}?(?:[,;。]|时|的进程|才))(?<!共有)",
            _value,
        ),
        Told("processes", rf"(?<![第\d])({INTEGER})\s*个{_PROCESS}", _value),
        Told("processes", rf"{_PROCESS}(?:的)?(?:数目|总数|数量|个数|数)(?:为|是|共)?\s*({INTEGER})", _value),
        Told("resources", rf"(?<![第\d每])({INTEGER})\s*{_UNIT}\s*{_RESOURCE}", _value),
        Told("resources", rf"{_RESOURCE}(?:的)?(?:总)?(?:数量|数目|总数|数|量|共|有|为|是|:)*\s*({INTEGER})\s*{_UNIT}?(?![\d、])", _value),
    ),
    passed=(
        rf"(?<=总数为)\s*{_LETTER}|(?<=资源){_LETTER}个(?=[,供])|{_LETTER}\s*个(?={_PROCESS})|{_LETTER}\s*{_UNIT}(?={_RESOURCE})|(?:若|如果)?(?:为|要|想)?(?:了)?(?:使|保证|确保)?(?:得)?(?:该|此)?(?:系统)?(?:一定|肯定|必然)?{_NO_DEADLOCK}",
    ),
    asks=(
        (
            rf"(?:系统|该|则|资源|打印机|总数)*(?<![A-Za-z])[MmRr](?![A-Za-z])\s*(?:至少|最少|最小)(?:应|要|需)?(?:取|为|是)?{_MANY}{_PLAIN}{{0,8}}|(?:系统|该|则|资源|打印机|总数)*(?<![A-Za-z])[MmRr](?![A-Za-z])\s*(?:≥|>=|大于等于|至少|最少)(?:为|取|是)?{_MANY}{_PLAIN}{{0,14}}|{_PLAIN}{{0,16}}(?:至少|最少|最小)(?:要|应|需要?|得|有|提供|配置|具有|准备)*{_PLAIN}{{0,10}}{_MANY}{_UNIT}?(?:这样的|同类|该类)*{_RESOURCE}?{_PLAIN}{{0,16}}|{_PLAIN}{{0,10}}(?:最少|最小|至少)(?:的)?(?:{_RESOURCE})(?:数|数目|总数|个数)?{_PLAIN}{{0,8}}",
            "least",
        ),
        (
            rf"{_PLAIN}{{0,6}}{_LETTER}(?:的)?(?:最小值|至少|最少|最小)?(?:为|取|是|等于)?(?:何值|{_MANY}|什么)(?:值)?(?:时)?[,]?(?:系统)?(?:就|才|将|则)?(?:可能|会|有可能)(?:会)?(?:发生|产生|出现)?死锁|{_PLAIN}{{0,8}}(?:可能|会)(?:会)?(?:发生|产生|出现|引起)死锁的{_LETTER}?(?:的)?(?:最小值|最小){_PLAIN}{{0,10}}",
            "danger",
        ),
        (
            rf"{_PLAIN}{{0,12}}(?:每个?|各)(?:{_PROCESS})?(?:最多|至多|最大)?(?:可以|能|允许|可)*(?:最多|至多)?(?:申请|请求|使用|需要?){_PLAIN}{{0,8}}(?:{_MANY}|最大值){_PLAIN}{{0,18}}|{_PLAIN}{{0,4}}(?<![A-Za-z])[WwXx](?![A-Za-z])(?:的)?(?:最大值?|最多)?(?:为|是)?{_MANY}{_PLAIN}{{0,10}}",
            "most_need",
        ),
        (
            rf"{_PLAIN}{{0,18}}(?:最多|至多|不超过|不大于|最大)(?:允许|可以?|能|容纳|有|为|是|的|取)*(?:{_MANY}个?(?:{_PROCESS})?|{_PROCESS}(?:数|个数)?(?:为|是)?{_MANY}?){_PLAIN}{{0,18}}|{_PLAIN}{{0,8}}{_LETTER}(?:的)?(?:最大)?(?:取值|值)?(?:的)?(?:最大)?(?:值)?(?:不超过|最大|应|可|可以|取|为|是|等于)*(?:{_MANY}|何值|什么)(?:值)?(?:时)?{_PLAIN}{{0,20}}|{_PLAIN}{{0,16}}(?:{_LETTER})(?:的)?(?:最大值|值|最大){_PLAIN}{{0,16}}|{_PLAIN}{{0,10}}{_PROCESS}(?:数|个数)(?:最多|至多|最大)?(?:为|是)?{_MANY}{_PLAIN}{{0,14}}",
            "most",
        ),
        (
            rf"{_PLAIN}{{0,12}}(?:会不会|是否会?|有无可能|有没有可能|有可能|可能|能否|会否|(?<!不)会)(?:因[^,;。?]{{0,12}}而)?(?:发生|产生|出现|引起|导致|陷入)?死锁{_PLAIN}{{0,6}}",
            "possible",
        ),
    ),
    laws=(
        Law("least", ("needs",), _least_of, "最坏情况是每个进程都差一个，再多一个就有进程能完成：需求之和 − 进程数 + 1"),
        Law(
            "least",
            ("processes", "need"),
            lambda processes, need: processes * (need - 1) + 1,
            "最坏情况是每个进程都差一个，再多一个就有进程能完成：n(w−1)+1",
        ),
        Law("most", ("resources", "need"), _most_processes, "要满足 n(w−1)+1 ≤ m，n 最大为 ⌊(m−1)/(w−1)⌋"),
        Law("danger", ("most",), lambda most: most + 1, "再多一个进程就可能死锁"),
        Law(
            "most_need",
            ("resources", "processes"),
            lambda resources, processes: Fraction(int((resources - 1) / processes)) + 1,
            "要满足 n(w−1)+1 ≤ m，w 最大为 ⌊(m−1)/n⌋+1",
        ),
        Law("possible", ("resources", "least"), _possible, "资源数不少于 n(w−1)+1（或需求之和 − 进程数 + 1）就不会死锁"),
    ),
    shown={
        "resources": Quantity("资源", counted("个")),
        "processes": Quantity("进程", counted("个")),
        "need": Quantity("每个进程需要", counted("个")),
        "needs": Quantity("各进程需要", lambda value: "、".join(map(str, value))),
        "least": Quantity("资源至少", counted("个"), lambda value: (str(value), f"{value} 台")),
        "most": Quantity("进程最多", counted("个"), lambda value: (str(value), f"n≤{value}", f"不超过 {value}", f"1～{value}")),
        "danger": Quantity("可能死锁的最少进程数", counted("个"), lambda value: (str(value), f"N≥{value}")),
        "most_need": Quantity("每个进程最多", counted("个"), lambda value: (str(value), f"{value} 台")),
        "possible": Quantity(
            "",
            lambda value: "可能死锁" if value else "不会死锁",
            lambda value: ("可能", "会", "有可能") if value else ("不会", "不可能", "不可能死锁", "不会发生死锁"),
        ),
    },
    words=(
        "系统 某系统 操作系统 计算机 计算机系统 资源 同类资源 该类资源 某类资源 进程 打印机 磁带机 设备 绘图仪 竞争 共享 使用 竞争使用 争用 这些 供 由 每个 每 各 任一 最多 至多 需要 申请 请求 要求 死锁 发生 产生 不会 会 可能 状态 最大 允许 保证 确保 使 使得 为 了 避免 防止 若干 多个 "
        "若 当 时 那么 则 系统中 数 数量 数目 总数 取值 值 该 同类 相同 类型 类 种 型 一种 并发 OS 同时 运行 参与 提供 至少 应 才能 能 已知 一定 肯定 必然 的危险 危险 无 没有 有无 因 而 仅 考虑"
    ),
    idle=frozenset(("processes",)),
    prepared=_prepared,
    check=_check,
)
