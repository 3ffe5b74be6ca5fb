"""Semaphores among as many processes as a letter says, and those of producers and consumers: first values and how far they go."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.os._topic import Topic
from engine.generators.reading import stay_out, to_int

_WHO = r"(?:并发|互斥|合作|用户|相关)*(?:的)?(?:进程|线程)"
_SIZE = r"(?:[mnkMNK](?![A-Za-z])|\d{1,3}|[一二两三四五六七八九])"
_WORDS = (
    "系统 中 有 设有 设 共享 共用 竞争 使用 访问 互斥 临界资源 临界区 资源 一个 相同 同一 的 程序段 若 如果 用 使用 利用 采用 信号量 机制 方法 实现 解决 之间 问题 进行 管理 控制 则 那么 该 其 此 运行 过程 中 值 初值 初始值 为 是 取值 变化 范围 可能 每次 允许 进入 能 可 "
    "P V 操作 PV操作 互斥访问 对 来 S R 进程 并发 执行 其中 同类 最多 至多 同时 时 应 被 定义 设置 置 取 的话 假设 假定 记录型 整型 不考虑 保证 在 上 到 之 后 当 从 个 生产者 消费者 缓冲区 缓冲池 缓冲 容量 大小 单元 产品 放 存放 公共 有界 环形 组成 满 空 同步 表示 数 数目 个数 管程 描述 写出 分别 各 各个 初始 时刻 "
)
_QUESTIONS = (
    (r"(?:取值|变化|值的?)(?:的)?(?:变化|取值)?范围(?:是|为)?(?:多少|什么|几)?", "range"),
    (r"(?:的)?(?:可能)?(?:取)?(?:的)?最小(?:取)?值(?:可能|可以|应|会|能)*(?:是|为|到)?(?:多少|几)?", "least"),
    (r"(?:的)?(?:可能)?(?:取)?(?:的)?最大(?:取)?值(?:可能|可以|应|会|能)*(?:是|为|到)?(?:多少|几)?", "greatest"),
    (r"(?:的)?(?:初值|初始值)(?:应该?|应当|可)?(?:被)?(?:设置?|定义?|取|置|赋)?(?:是|为|成)?(?:多少|几)?", "initial"),
)


def _in_plain_words(text: str) -> str:
    """People who come into a hall, each a process, told as processes."""
    held = patterns.search(
        r"(?:任[何一]时刻)?(?:最多|至多)(?:可以?|能)?容纳\s*(?P<value>\d+)\s*[名位个](?P<who>购票者|读者|顾客|乘客|人|学生)(?:同时)?(?:进入|购票|阅读|在内)?",
        text,
    )
    if held is None:
        return patterns.sub(r"(?<=进入)它们的(?=临界区)", "", text)
    who = held["who"]
    text = text.replace(held[0], f"最多允许{held['value']}个进程同时进入临界区")
    text = patterns.sub(rf"[,，。]当[^,，。]{{0,8}}(?:少于|不足)\s*{held['value']}\s*[名位个]{who}时[,，][^。]{{0,40}}等待(?=。)", "", text)
    text = patterns.sub(rf"(?:若|如果)?(?:把|将)?(?:一个|每个)?{who}看作(?:是)?(?:一个)?进程[,，。]?", "", text)
    text = patterns.sub(rf"(?:若|如果)?(?:欲|想|要)?{who}(?:人数)?最多(?:为|有)?\s*([a-z])\s*[个名位](?:人)?", r"有\1个进程", text)
    text = patterns.sub(r"[(（]最大值和最小值[)）]", "", text)
    return patterns.sub(
        r"^某?(?:个)?(?:车站|医院|影院|图书馆)?(?:的)?(?:售票厅|阅览室|候诊室|大厅|自习室)[,，]|写出(?=信号量)|(?<=信号量)可能的?(?=(?:变化|取值)范围)",
        "",
        text,
    )


def recognise_letters(text: str) -> Recognition | None:
    """n processes and m of a resource, of which one at least is a letter; None: another problem."""
    if not patterns.search("信号量|信号灯|PV|P、V", text):
        return None
    if (
        queued := patterns.search(
            r"(?:初值|初始值)(?:为|是|=)?\s*\d+\s*[,，](?:则|那么)?当有\s*([a-zA-Z])\s*个(?:进程|线程)(?:在|正在)?(?:等待|排队|阻塞)(?:进入(?:临界区)?|使用)?时[,，](?:则)?(?:该|此)?(?:信号量)?S?(?:的)?(?:当前)?值(?:为|是)",
            text,
        )
    ) and not patterns.search(r"[两2]个信号量|生产者", text):
        return Recognition(parameters={"task": "queued", "count": queued[1].lower()}, understood=(("等待的进程", queued[1].lower()),))
    text = _in_plain_words(text)
    # That a letter is less than another, or at least so much, only says that there is something to wait for.
    text = patterns.sub(
        r"\(?\s*(?:其中)?(?:且)?[mnkMNK]\s*≥\s*[mnkMNK]\s*≥\s*1\s*\)|\(?\s*(?:其中)?(?:且)?[mnkMNK]\s*(?:<|≤|>|≥|小于|大于|不小于|不大于)(?:等于)?\s*(?:[mnkMNK]|\d{1,2})(?![A-Za-z\d])\s*\)?",
        "",
        text,
    )
    text = patterns.sub(r"(?<![A-Za-z])[mnk]\s?(?=个)", lambda one: one[0].strip().lower(), text)
    # One at a time, as everything that is shared so.
    text = patterns.sub(
        r"[,，]?\s*(?:假设|设|且|其中)?每[台个](?:打印机|设备|资源|扫描仪)(?:都|均)?(?:是|为|属于)(?:临界资源|独占设备)[,，]?\s*(?:都|均)?(?:必须|只能|需要?)(?:被)?(?:独占|互斥)(?:地)?(?:使用|访问)(?=[,，。])",
        "",
        text,
    )
    reading = Topic(text)
    most_waiting = reading.take(
        r"(?:则)?(?:处于|正在|在)?(?:等待|阻塞)(?:状态)?(?:的)?(?:进程|线程)?(?:数|个数|数目)?(?:最多|至多)(?:是|为|有|可达)*(?:多少|几)个?(?:进程|线程)?|(?:最多|至多)(?:会|可能)?有(?:多少|几)个(?:进程|线程)(?:处于|在|正在)?(?:等待|阻塞)(?:状态)?"
    )
    if most_waiting:
        reading.questions.append(most_waiting.span())
    below = reading.take(
        r"(?:若|如果|当)?(?:该|此)?信号量(?:的)?(?:S)?(?:当前)?值?(?:为|是|=)\s*-\s*(?P<letter>[a-z])(?:\s*\(\s*(?P=letter)\s*>?\s*0\s*\))?时[,，]?(?:则)?(?:等待|阻塞)(?:的)?(?:进程|线程)(?:数|个数|数目)?(?:是|为|有)*(?:多少|几)个?"
    )
    if below:
        reading.questions.append(below.span())
    waiting = reading.take(
        r"(?:若|如果|当)?(?:此时|某时刻)?(?:信号量)?\s*S?(?:的)?(?:当前)?(?:值)?(?:为|是|=)\s*-\s*(?P<value>\d+)(?:时)?,?(?:则|那么|表示)?(?:系统)?(?:中|里)?有(?:多少|几)个?(?:进程|线程)(?:在|正在)?(?:等待|阻塞|排队)(?:使用)?(?:打印机|设备|资源|缓冲区|磁带机|扫描仪)?"
    )
    if waiting:
        reading.questions.append(waiting.span())
    reading.refuse(r"生产者|消费者|读者|写者|哲学家|当前|现在|此时|执行了|次\s*P|次\s*V|等待.{0,6}(?:几|多少)|[两2]个信号量|empty|full")
    within = reading.take(
        rf"(?:如果|若|且|并且?|要求|规定)?(?:每次|同时|任[一何]时刻|任意时刻|一次)*(?:(?:最多|至多|只|仅)(?:允许|能|可以?|有|让)*|允许)\s*(?P<value>{_SIZE})\s*个(?:{_WHO})?(?:\s*)(?:同时)?(?:进入|访问|使用|执行|处于)(?:该|此|这|一个)?(?:临界区|程序段|资源|临界资源|代码段)?"
    )
    among = reading.take(rf"(?P<value>{_SIZE})\s*个{_WHO}")
    things = reading.take(
        rf"(?P<value>{_SIZE})\s*(?:个|台|份|套)(?:同类|相同|同种|互斥)*(?:的)?(?:临界资源|共享资源|资源|打印机|设备|扫描仪|缓冲区|磁带机)\s*R?(?![A-Za-z])"
    )
    reading.take_all(r"(?:且|并)?每个进程(?:每次)?(?:都|最多|只|仅)*(?:能|可)?(?:申请|请求|使用|占用|需要)(?:一|1)(?:个|台)(?:资源|设备)?")
    reading.take_all(
        r"(?:任[一何]|每个?)进程(?:在)?(?:任[一何意]|每一)?(?:时刻|时候)?(?:最多|至多)?(?:只能|只|仅能?)?(?:使用|占用|申请|用)\s*(?:1|一)\s*[台个](?:打印机|资源|设备|扫描仪|磁带机|绘图仪)?(?=[,;。])"
    )
    reading.take_all(r"(?:控制|管理)[mnk\d]{1,2}个(?:进程|线程)(?:使用|共享)?(?:打印机|设备|资源|扫描仪|磁带机|绘图仪)?")
    exclusive = bool(patterns.search("互斥|临界", text))
    asked = reading.ask(_QUESTIONS)
    reading.take_all(r"信号量\s*(?:S|mutex)(?![A-Za-z])|(?<![A-Za-z])(?:S|mutex)(?![A-Za-z])")
    reading.finish_knowing(_WORDS)
    if below and below["letter"].lower() in (among["value"] if among else "", things["value"] if things else ""):
        return None
    if among is None or not asked:
        return None
    capacity = within or things
    size = capacity["value"] if capacity else "1" if exclusive else None
    if size is None:
        return None
    size = size.lower() if size.isalpha() and size.isascii() else str(to_int(size))
    count = among["value"]
    count = count if count.isalpha() and count.isascii() else str(to_int(count))
    if size.isdigit() and count.isdigit():
        return None  # the story of one semaphore, told in figures
    if within and things and things["value"] not in ("1", "一"):
        return None
    return Recognition(
        parameters={
            "task": "letters",
            "count": count,
            "size": size,
            "asked": asked,
            **({"waiting": int(waiting["value"])} if waiting else {}),
            **({"below": below["letter"].lower()} if below else {}),
            **({"most_waiting": True} if most_waiting else {}),
        },
        understood=(("进程数", count), ("同时可用", size)),
    )


_PUT = {"m": 7, "n": 11, "k": 5, "w": 3}
"""Numbers put for the letters: two expressions that agree in them say the same."""


def _worth(expression: str) -> int:
    """What an expression in letters (`-(n-m)`) is worth with those numbers in their places.

    Raises:
        StayOut: it is none.
    """
    plain = patterns.sub(r"\s", "", expression).lower().replace("−", "-").replace("–", "-")
    if inner := patterns.fullmatch(r"-\(([^()]+)\)", plain):
        return -_worth(inner[1])
    plain = plain.removeprefix("(").removesuffix(")")
    terms = patterns.findall(r"([+-]?)([a-z]|\d+)", plain)
    if not terms or "".join(sign + term for sign, term in terms) != plain or any(term.isalpha() and term not in _PUT for _, term in terms):
        stay_out(expression)
    return sum((-1 if sign == "-" else 1) * (int(term) if term.isdigit() else _PUT[term]) for sign, term in terms)


def _states(option: str, count: str, size: str) -> bool:
    """Whether an option is the range of the values, whichever end stands first."""
    ends = patterns.split(r"[~～至到]|\.{2,}|…|—", patterns.sub(r"[\[\]]", "", option))
    if len(ends) != 2:
        stay_out(option)
    return {_worth(end) for end in ends} == {_worth(size), _worth(size) - _worth(count)}


def solve_letters(parameters: Parameters) -> Solution:
    """First value, least and greatest value, in letters."""
    if parameters["task"] == "queued":
        return Solution(
            answer=f"-{parameters['count']}",
            steps=f"有进程等待时，信号量的绝对值就是等待的进程数，值为 $-{parameters['count']}$。",
            conventions=("信号量为负时，绝对值是等待的进程数",),
        )
    count, size = str(parameters["count"]), str(parameters["size"])
    least = f"{size}-{count}"
    said = {"initial": f"初值 {size}", "least": f"最小值 {least}", "greatest": f"最大值 {size}", "range": f"取值范围 {least}～{size}"}
    other = f"-({count}-{size})"
    also = {
        "initial": (size,),
        "least": (least, other),
        "greatest": (size,),
        "range": (f"{least}~{size}", f"{other}~{size}", f"[{least},{size}]", f"{least}到{size}", f"{least}～{size}"),
    }
    asked = list(parameters["asked"])
    waiting = f"，等待的进程 {parameters['waiting']} 个" if parameters.get("waiting") else ""
    if parameters.get("most_waiting"):
        waiting += f"，最多 {count}-{size} 个进程等待"
    if parameters.get("below"):
        waiting += f"，等待的进程 {parameters['below']} 个"
    return Solution(
        answer="，".join(said[task] for task in asked) + waiting,
        fits=(lambda option: _states(option, count, size)) if asked == ["range"] and not waiting else None,
        answer_alone=True,
        also=() if waiting else also[asked[0]] if len(asked) == 1 else (),
        steps=paragraphs(
            f"初值为可同时使用的个数 {size}，没有进程申请时最大。",
            f"{count} 个进程都申请时，每个执行一次 P 操作，值最小：{least}（绝对值为等待的进程数）。",
        ),
        conventions=("信号量为负时，绝对值是等待的进程数", "每个进程每次只申请一个"),
    )
