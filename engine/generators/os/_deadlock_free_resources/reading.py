"""Reading problems about resources of one type and deadlock: of resources, processes and needs what is told, whatever the order, and
every bound that is asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.os._deadlock_free_resources.letters import letters_as_told
from engine.generators.os._scenery import SCENERY
from engine.generators.os._topic import Topic, parted
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import INTEGER, stay_out, to_count, to_int

_RES = r"(?:同类|该类|这类|同一类|同种|同一种|这些|某类|某种|一类|一种|相同的?|这种|该种?|互斥|临界|此类|共享|独占)*(?:的)?(?:可重用|互斥使用的?|同类)?(?:类型)?(?:资源实例|实例|资源|打印机|设备|磁带机|磁带驱动器|绘图仪|扫描仪|单位资源|(?:共享)?(?:内存)?缓冲区|缓冲块|内存块|工具|笔|扳手|刀具|显卡|GPU|驱动器|光驱|投影仪|机器|电锯|筷子|叉子|R\d?类?资源|(?<!死)锁)(?:[A-Z](?![A-Za-z\d]))?"
_UNIT = r"(?:个|台|支|把|件|块|份|套|条|张|根|类)"
_WHO = r"(?:(?:并发|用户|竞争|合作|独立|活跃|这样|这种|相互|的)*(?:执行)?(?:的)?(?:进程|线程|作业|任务|程序|客户)|人|同学|学生|工人|用户|师傅|哲学家|车辆?|汽车|小组)"
_COUNT = rf"(?<![\d.第\-])(?!一)(?:{INTEGER})\s*(?:[个台支把件块份套条张根名位辆](?!类)|(?=进程|线程|人))"
_BARE = rf"(?<=[为是有共=:达数量求用要取到])\s*(?:{INTEGER})(?!\s*[个台支把件块份套名位条张根类种次\d\-~]|进程)"
_LIST = rf"\d+\s*{_UNIT}?(?:\s*(?:、|,|和|及|,\s*和)\s*\d+\s*{_UNIT}?)+"
_WANT = r"(?<![争共])(?:需求(?:量|数|上限)?|需要|使用|申请|请求|占用|占|要用|要求|用到|要|用|需|拿|吃)"
_NAME = r"(?:进程\s*)?(?<![A-Za-z\d])(?:[A-HP]\d?|甲|乙|丙|丁|戊)(?![A-Za-z\d])"

_NEED = rf"(?:且|而)?(?:每个?|各个?|每一个|每位|每名|单个|一个)(?:{_WHO})?(?:[\u4e00-\u9fff]{{1,4}}(?:时|期间|过程中)|(?:运行|执行|完成|工作|干活|做)(?:时|期间|过程中|完|下来|任务|工作|一次)*)?(?:对)?(?:{_RES})?(?:的)?(?:都|均|各|总共|一共|最大|最多|至多|最多会|顶多|峰值|同时|可能|可以|会|能)*(?:的)?(?:资源|同时|可|会)*(?:{_WANT}|同时)+(?:都|均|最多|至多)*(?:{_RES})?|(?:都|均|各)(?:最多|至多|同时|要)*(?:{_WANT})+(?:{_RES})?|各(?:最多|至多|顶多)(?=\s*\d)|最大(?:的)?(?:资源)?(?:需求|申请|请求)(?:量|数)?|最多{_WANT}+(?:{_RES})?|每个?(?:{_WHO})?(?:都|均)?(?:最多|至多|最大|顶多)(?:是|为)?"

_ROLES = (
    Role(name="processes", quantity=_COUNT, read=to_count, before=rf"{_WHO}(?:的)?(?:个)?(?:总)?数(?:目|量)?"),
    Role(name="need", quantity=_COUNT, read=to_count, before=_NEED),
    Role(
        name="resources",
        quantity=_COUNT,
        read=to_count,
        before=rf"(?<!需)(?<!只)(?<!对)(?:{_RES})(?:的)?(?:总|共|一共|数量|数目|总数|总量|可用)*|(?<!需)(?:共|一共|总共|只|仅|配|拥|具|设)?有|共享|竞争|共用|争用|争夺|抢|总数|总量|配(?:备|置)?|准备|备",
        after=rf"(?:数量有限的)?(?:{_RES})|(?:就|才|都)?(?:够|行不行|够不够|可以|行)",
    ),
    Role(name="processes", quantity=_BARE, read=to_count, before=rf"{_WHO}(?:的)?(?:个)?(?:总)?数(?:目|量)?"),
    Role(name="need", quantity=_BARE, read=to_count, before=_NEED),
    Role(
        name="resources", quantity=_BARE, read=to_count, before=rf"(?<!对)(?<!对该)(?:{_RES})(?:的)?(?:总|数量|数目|数|总数|总量)+|资源总数"
    ),
)

_CAN = r"(?:再|会|至于|出现|发生|产生|导致|引起|可能|任何|陷入|进入|形成|造成|了|的)*"
_SAFE = rf"(?:不会?|没有?|不可能|绝不|永不|避免|防止|杜绝|免于?|无|不致|肯定不|一定不|未){_CAN}死锁|(?:确保|保证|绝对|才能|是|就|可)*(?:系统)?(?:的)?安全(?:的)?(?!序列|状态|性)"
_DANGER = rf"(?:可能|有可能|就|才|便|会|能|开始|要){{1,3}}{_CAN}死锁"
_MIGHT = r"(?:发生|产生|出现|导致|引起|陷入|存在|有)?(?:的)?死锁"
_WHETHER = (
    rf"(?:会不会|会否|是否(?:会|可能|有可能|能|可以)?|有没有可能|有无可能|可不可能|可能不可能|能不能|有没有|能否)(?:一定|肯定|保证|避免|确保|绝对|有?可能)*(?:不)?(?:会)?(?:{_MIGHT})"
    rf"|(?:系统)?(?:有无|是否有|是否存在|有没有|存在)?(?:死锁)的?(?:可能(?:性)?|危险)(?:存在|有)?(?:吗|么)|(?:会|可能|有可能|能|一定)(?:不)?(?:会)?(?:{_MIGHT})(?:的)?(?:吗|么|嘛|不(?=[,。?]|$))|死锁(?:了)?(?:吗|么|不(?=[,。?]|$))|(?:会|存在|有)死锁(?:的)?(?:可能|危险)(?:性)?(?:吗|么)|{_CAN}(?:死锁)(?:的)?(?:可能)?(?:与否|还是不会)|(?:就|都)?(?:够(?:了)?)?,?(?:绝|肯定|一定)*(?:不会?|没有?){_CAN}死锁,?(?:对吗|对不对|对么|吗|么|是吗|对吧)|(?<=\ue000)(?:就)?(?:行不行|够不够|行吗|够吗|可以吗)|(?<=\ue000)呢(?=[?。]|$)"
)
_MIN = r"至少|最少|最小|起码|不少于|下限|最低|不低于|得有|达到"
_MAX = r"最多|至多|最大|顶多|不超过|不能超过|不可超过|别超过|不得超过|上限|最高"
_TARGETS = (
    (
        "need",
        rf"(?:每个|每|各|单个)(?:{_WHO})?[^,;。?!\ue000]{{0,14}}(?:多少|几)|(?:每个|各)(?:{_WHO})[^,;。?!\ue000]{{0,10}}(?:最大|最多)(?:的)?(?:资源)?(?:需求|申请|请求)|最大(?:的)?(?:资源)?需求(?:量|数)?",
    ),
    ("processes", rf"{_WHO}(?:的)?(?:个|总)?数|(?:多少|几)(?:[个名位])?{_WHO}|(?:最大|最多)(?:的)?{_WHO}"),
    (
        "resources",
        rf"{_RES}(?:的)?(?:最少|最小|至少|总)*(?:的)?(?:个|台)?数|(?:多少|几){_UNIT}(?:这样的?|这种)?{_RES}|(?:最少|最小)(?:的)?{_RES}|总数",
    ),
)


@dataclass(slots=True)
class _Told:
    """What a text tells; `letters`: what each of its letters stands for."""

    processes: int | None = None
    needs: list[int] = field(default_factory=list)
    need: int | None = None
    resources: list[int] = field(default_factory=list)
    letters: dict[str, str] = field(default_factory=dict)


_ONE_MORE = re.compile(
    r"[,;。?!]\s*(?:那么?|现在)?(?:如果|若是?|要是|假如)?(?:此时|现在)?(?:再|又)(?:来|增加|加|多|添)(?:了|入|上)?(?P<count>[一二两三1-3])个(?:相同|同样|这样|一样)?的?(?:进程)(?:,)?(?:呢|(?:还|会|是否|会不会|又|仍|能否|能|可能|发生|是|否)*死锁(?:吗|呢)?)\s*[?。]?\s*$"
)


def recognise_one_more(text: str) -> Recognition | None:
    """Whether there may be a deadlock, and whether with one more process of the sort; None: another problem."""
    text = normalise(text)
    more = _ONE_MORE.search(text)
    if more is None or (seen := recognise(text[: more.start()] + "?")) is None or seen.parameters["asked"] != ["whether"]:
        return None
    needs = list(seen.parameters["needs"])
    if not needs or len(set(needs)) > 1 or len(seen.parameters["resources"]) != 1:
        return None
    count = "一二三".find(more["count"].replace("两", "二")) + 1 or int(more["count"])
    later = {**seen.parameters, "needs": needs + needs[:1] * count, "processes": len(needs) + count}
    return Recognition(
        parameters={"parts": [dict(seen.parameters), later]},
        understood=(*seen.understood, ("再问", f"再增加 {count} 个同样的进程")),
    )


def recognise(text: str) -> Recognition | None:
    """A problem about resources of one type as understood; None where it is another problem."""
    text = patterns.sub(r"(?<![A-Za-z])[A-Z]\s*类\s*(?=资源|设备)", "同类", text)
    text = patterns.sub(
        r"资源\s*(?P<name>R?)(?:的)?可用(?:数|数量|总数)(?:为|是)\s*(?P<count>\d+)\s*个?(?=[,，。;；])", r"资源\g<name>有\g<count>个", text
    )
    text = patterns.sub(
        r"(?<=[?？,，。])\s*(?:如果|若)?(?:只)?(?:给|换成|改为|有|增加到|减少到)\s*(\d+)\s*个(?:资源)?呢", r"资源\1个呢", text
    )
    text = patterns.sub(r"(?:互相|相互)*(?:卡死|等死|锁死|僵住|僵持|卡住|干等)", "死锁", parted(normalise(text)))
    text = letters_as_told(text)
    reading = Topic(_in_plain_words(text))
    reading.refuse(
        r"去掉|去除|剔除|删除|之和|总和|加起来|合计|围|圆桌|相邻|左|右|进餐|就餐|用餐|银行家|安全序列|Available|Allocation|两类|多类|两种|三类|[两三]种|已(?:经)?(?:分配|占|获|得|拿)|已占有|当前|剩余|剥夺|抢占|有序|静态|一次性|同时(?:被|供|由|给|让)|按(?:照)?(?:编|序)?号|总能|一次[^,;。\d]{0,6}(?:全部|所有)|预先|条件是|必要条件|释放后|又加|破坏|剩|(?:一定|必然|必|肯定|必定)(?:会|要)?(?:发生|出现|产生)?死锁"
    )
    if reading.has("哲学家") and not reading.take(
        r"\(?(?:把(?:筷子|叉子|它们)?)?(?:当成|当作|看作|看成|视为|按)同(?:一)?类资源(?:来)?(?:算|看|考虑|处理)?\)?"
    ):
        return None
    reading.take_all(
        rf"(?:且|并且)?(?:{_RES})?(?:只能|仅能|只允许)?(?:每次|一次|每回)(?:都)?(?:只|仅|最多)?(?:能|可以?|允许)?(?:申请|请求|拿|领|取|借)(?:(?:或|和|、|或者)(?:释放|归还))?(?:一|1)?{_UNIT}?(?:{_RES})?(?=[,;。)]|$|为)|边(?:用|使用)边申请|边申请边(?:用|使用)|得不到(?:资源)?(?:就|则|时)?(?:等待|等着|阻塞)|(?:且|并)?(?:一|1){_UNIT}(?:一|1){_UNIT}(?:地)?(?:拿|取|领|申请)|(?:拿到|得到|申请到|占有|占用)(?:后|的|了)*(?:资源)?(?:就)?(?:不|不会|不肯|未用完不)(?:放手|松手|放下|释放|放开|归还)|(?:用完|运行完|结束|完成)(?:之?后|才)?(?:就|全部|再|才|一起|一次性|一并)*(?:归还|释放)(?:全部)?(?:资源)?|(?:且|并)?(?:逐个|逐一|一个一个(?:地)?|一个个)(?:地)?申请"
        rf"|(?:且)?申请(?:一|1)次(?:一|1){_UNIT}|(?:{_RES})?(?:都)?(?:是|必须|要|只能)?(?:互斥|独占)(?:地)?(?:使用|用|访问|占用)(?:的)?|(?:某|一)?台?机器(?:上)?(?=有)|(?:若|如果)?(?:在)?(?:任意|任何|各种)(?:的)?(?:推进|申请|执行|调度)?(?:的)?(?:顺序|次序|情况)(?:下|中)?"
        # `however the processes go on`: what "no deadlock" means anyway.
        rf"|(?:系统)?(?:无论|不论|不管)(?:各|这些|系统|每)*(?:个)?(?:{_WHO})?(?:怎样|如何|怎么|(?:以|按|按照)?(?:何种|什么样?|哪种|怎样)的?(?:次序|顺序|方式|速度)(?:去|来)?)(?:地)?(?:交替|向前|异步|并发)*(?:推进|申请|请求|运行|执行|调度|前进)(?:资源)?"
    )
    reading.take_all(r"[,;]\s*(?:请)?(?:为什么|为何|说明理由|并说明理由|请说明理由|给出理由)(?=\s*[?。]|$)")
    told = _told(reading)
    known = {"processes": told.processes, "need": told.need or told.needs, "resources": told.resources}
    unknown_letter = {role: letter for letter, role in told.letters.items() if not known[role]}
    whether = reading.ask(((_WHETHER, "whether"),))
    extra = reading.ask(
        (
            (
                rf"(?:至少|最少|起码|要|需要?|得|应)*(?:(?:再|还)|(?=增加|增添|追加|补充))(?:要|需要?|得|至少|最少)*(?:增加|加|添|补充?|增添|追加|配|买|增)(?:上)?(?:多少|几){_UNIT}?(?:{_RES}|[A-Z](?![A-Za-z]))?(?:才|就|可|能|来)*(?:避免|行|够|可以|保证|确保)?",
                "extra",
            ),
        )
    )
    bounds = _bounds(reading, unknown_letter)
    if bounds:
        reading.take_all(
            r"(?:则|问)?(?<![A-Za-z\d])[a-zA-Z]?(?:应该?|该|能|可以?)*(?:取|等于|为|是)(?:值)?(?:为|到)?(?:几|多少)(?=[?。,;]|$)"
        )
    for letter in told.letters:
        reading.take_all(rf"(?<![A-Za-z\d]){letter}(?![A-Za-z\d])")
    if patterns.search(rf"{_RES}R(?![A-Za-z\d])", reading.text):
        reading.take_all(r"(?<![A-Za-z\d])R(?![A-Za-z\d])")
    reading.take_all(rf"{_RES}(?:的)?(?:数(?:目|量)?)?")
    reading.finish_knowing(
        SCENERY
        + "永远 永不 始终 若干台 若干个 几个 几台 系统 进程 线程 资源 同类 同一类 同一种 个 台 共享 竞争 使用 某种 某类 该类 类 打印机 设备 申请 最大 需求 需求量 数 数目 数量 值 并发 需要 有 拥有 配置 配备 准备 互斥 个数 台数 同时 同时运行 组 两组 三组 都 都是 是同一类资源 "
        "运行 写字 工作 干活 争用 争夺 抢 最小值 最大值 每个 每 各 任何情况下 任何 任意 无论如何 绝对 一定 肯定 确保 仅有 只有 仅 死锁 危险 可能性 现象 必须 允许 支持 放 备 买 容纳 最坏情况 最坏 情况下 同种 单类 供 让 能够 会 才 就 人 工具 总数 总量 总 临界 类型 取值 的值 取 相同 相等 都相同 都相等 未知 数未知 集合 进程集合 "
        "要用 某系统 多少 若 若会 管理员说 条件 了 够 可避免 即可避免 就能避免 避免 等 再 增加 对 都为 均相同 且 恰好 时 的时候 没错 永远不 谁对 最多 至少 最少 至多 顶多 最小 ",
        ordinary_questions=False,
    )
    return _understood(told, bool(whether), bool(extra), bounds)


def _in_plain_words(text: str) -> str:
    """The text with 资源 and 进程 for whatever is shared and whoever shares it: `同类型的连接`, `每个厨师`."""
    text = patterns.sub(r"\(\s*(?:其中)?[a-zA-Z]\s*[≤<]=?\s*[a-zA-Z]\s*\)", "", text)
    text = patterns.sub(r"\(?\s*(?:其中)?1\s*[≤<]=?\s*[a-zA-Z]\s*[≤<]=?\s*[a-zA-Z]\s*\)?", "", text)
    ends = r"(?=[,，。;；、(（)）:：]|总|一?共|可|供|被|由|和|数|的|来|给|分|并|就|才|,|$)"
    for pattern, plain in (
        (rf"(?:同一?类型?|同一?种|相同|一样|同型号|同质)(?:的|型)*([\u4e00-\u9fff]{{1,4}}?){ends}", "资源"),
        (
            r"每[个名位]([\u4e00-\u9fff]{1,4}?)(?=最多|至多|都|均|运行|完成|做|工作|要|需|同时|各|在|的?最大|执行|必须|每次|对|可能|申请|会|干活|开工)",
            "进程",
        ),
    ):
        for noun in dict.fromkeys(patterns.findall(pattern, text)):
            known = patterns.search(r"资源|进程|线程|任务|作业|程序|设备|需求|类型|时刻|哲学家|最|每|都|均|申请|同时|的|要|需", noun)
            if not known and not patterns.fullmatch(_RES, noun) and not patterns.fullmatch(_WHO, noun):
                text = text.replace(noun, plain)
    return text


def _told(reading: Topic) -> _Told:
    told = _Told()
    told.letters = _letters(reading)
    for match in reading.take_all(
        r"(?:若|当|其中|设|已知|且|令|取)?(?<![A-Za-z\d])(?P<letter>[A-Za-z])\s*(?:=|取|为)\s*(?P<value>\d+)(?![\d.])(?:\s*(?:个|台)(?:进程|资源)?)?(?:时)?"
    ):
        role = told.letters.get(match["letter"].lower()) or {
            "m": "resources",
            "n": "processes",
            "k": "processes",
            "w": "need",
            "p": "processes",
            "r": "resources",
            "x": "need",
        }.get(match["letter"].lower(), "")
        value = int(match["value"])
        if role == "resources":
            told.resources.append(value)
        elif role == "processes":
            told.processes = value
        elif role == "need":
            told.need = value
        else:
            stay_out(f"{match['letter']} stands for something else")
    if both := reading.take(
        rf"(?<![\d.])(?P<count>{INTEGER})\s*[个名位](?:各|都|均|每个|分别)*(?:最多|至多|最大)?(?:{_WANT})+(?P<need>{INTEGER})\s*{_UNIT}?(?:{_RES})?的(?:并发)?(?:{_WHO})"
    ):
        told.processes, told.need = to_int(both["count"]), to_int(both["need"])
    # Whole groups: `4 processes of at most 2 each, 2 of at most 4 each`; and one by one: `A at most 2, B 5`.
    wants = r"(?:每个|各|都|均|分别|最多|至多|最大|顶多|需求|需要?|要|用|使用|申请|为|是|同时){1,5}"
    group = rf"(?:其中|其余|剩下|另外?)?(?:的)?(?P<count>(?<![\d.])(?:{INTEGER}))\s*(?:[个名位](?:{_WHO})?|(?={_WHO}){_WHO}){wants}(?P<need>{INTEGER})\s*{_UNIT}?(?:{_RES})?"
    groups = list(patterns.finditer(group, reading.rest))
    if len(groups) > 1:
        if any(one[0].startswith("其中") for one in groups[1:]) and not groups[0][0].startswith("其中"):
            stay_out("some of a group want something else")
        reading.take_spans([match.span() for match in groups])
        for one in groups:
            told.needs += [to_int(one["need"])] * to_int(one["count"])
    else:
        single = rf"{_NAME}{wants}(?P<value>\d+)\s*{_UNIT}?(?:{_RES})?"
        singles = list(patterns.finditer(single, reading.rest))
        if len(singles) > 1:
            reading.take_spans([match.span() for match in singles])
            told.needs = [int(one["value"]) for one in singles]
    if not told.needs and (
        needs := reading.take(
            rf"(?:对)?(?:{_RES}|R)?(?:的)?(?:最大|最多|至多|总共)?(?:的)?(?:分别|各自?|依次)*(?:最多|至多|最大)?(?:资源)?(?:{_WANT}|需求)[^,;。?!\d\ue000]{{0,12}}(?P<value>{_LIST})(?:的)?(?:{_RES})?"
        )
    ):
        told.needs = [int(number) for number in patterns.findall(r"\d+", needs["value"])]
    people = reading.take_one(
        rf"(?P<value>(?<![\d.第])\d+|(?<!第)[零一二两三四五六七八九十百]+)\s*(?:个|名|位|辆)?(?:{_WHO})(?!数)", to_int
    )
    also = [
        int(match["value"] or match["next"])
        for match in reading.take_all(
            rf"(?<=[,;])(?:要是|如果|若|那)?(?:有)?(?P<value>\d+){_UNIT}(?:的话)?呢|(?<=\?)\s*(?P<next>\d+){_UNIT}(?:的话)?呢"
        )
    ]
    values = reading.assign([role for role in _ROLES if role.name != "need" or not told.needs])
    if told.need is None:
        told.need = values.get("need")
    elif values.get("need") not in (None, told.need):
        stay_out("two needs")
    if "resources" in values:
        if told.resources and told.resources != [values["resources"]]:
            stay_out("two numbers of resources")
        told.resources = [values["resources"]]
    told.resources += also
    counts = [count for count in (told.processes, people, values.get("processes")) if count is not None]
    names = reading.take(
        r"(?<![A-Za-z])[A-Z]\d(?:\s*[、,和 ]\s*[A-Z]\d)+(?!\d)|(?<![A-Za-z\d])[A-Z](?:\s*[、,和]\s*[A-Z]){1,6}(?![A-Za-z\d])|(?:甲|乙|丙|丁|戊)(?:\s*[、,和]?\s*(?:乙|丙|丁|戊)){1,4}"
    )
    if names:
        counts.append(len(patterns.findall(r"[A-Z]\d?|[甲乙丙丁戊]", names[0], re.IGNORECASE)))
    if ranged := reading.take(r"(?<![A-Za-z])(?P<letter>[PJTp])(?P<first>\d)\s*(?:~|-|到|至|…+)\s*(?P=letter)?(?P<last>\d)(?!\d)"):
        counts.append(int(ranged["last"]) - int(ranged["first"]) + 1)
    if told.needs:
        counts.append(len(told.needs))
    if len(set(counts)) > 1:
        stay_out("numbers of processes that do not agree")
    told.processes = counts[0] if counts else None
    if told.needs and told.need is not None:
        stay_out("needs told twice")
    if not told.needs and told.need is not None and told.processes is not None:
        if told.processes > 1000:
            stay_out("too many")
        told.needs = [told.need] * told.processes
    return told


def _letters(reading: Topic) -> dict[str, str]:
    """What each letter stands for, by the words beside it; those words are taken."""
    found: dict[str, str] = {}
    letter = r"(?P<letter>(?<![A-Za-z\d])[A-Za-z](?![A-Za-z\d]))"
    for role, pattern in (
        (
            "processes",
            rf"{letter}\s*[个名位](?={_WHO})|{_WHO}(?:的)?(?:个)?数(?:目|量)?(?:为|是|:)?\s*(?P<other>(?<![A-Za-z\d])[A-Za-z](?![A-Za-z\d]))",
        ),
        (
            "need",
            rf"(?:每个?(?:{_WHO})?)?(?:的)?(?:最大|最多|至多)?(?:的)?(?:资源)?(?<!争)(?<!共享)(?:{_WANT})(?:量|数|都|均|相同|一样|同样|,|为|是|设)*(?P<other>(?<![A-Za-z\d])[A-Za-z](?![A-Za-z\d=]))(?:\s*[个台])?",
        ),
        (
            "resources",
            rf"(?<!要)(?<!用){letter}\s*{_UNIT}\s*(?:{_RES})|(?:{_RES})(?:的)?(?:总|个|台)?(?:数|数量|数目)?(?:为|是|共有|共|有)?(?P<other>(?<![A-Za-z\d])[A-Za-z](?![A-Za-z\d]))(?!\s*[个名位]?{_WHO})\s*{_UNIT}?",
        ),
    ):
        spans = []
        for match in patterns.finditer(pattern, reading.rest, re.IGNORECASE):
            name = (match.groupdict().get("letter") or match.groupdict().get("other") or "").lower()
            raw = match.groupdict().get("letter") or match.groupdict().get("other") or ""
            if raw in ("R", "") or (role == "resources" and name in ("a", "b", "c")):
                continue
            if found.setdefault(name, role) != role:
                stay_out(f"{name} stands for several things")
            spans.append(match.span())
        if role == "need":
            reading.take_spans(spans)
    return found


def _bounds(reading: Topic, letters: dict[str, str]) -> list[tuple[bool, str | None, str | None]]:
    """The bounds asked for: whether the safe one, `min`, `max` or `all` (None: not said), and of what (None: not said)."""
    before = reading.rest
    tokens: list[tuple[int, str]] = []
    for name, pattern in (
        ("safe", _SAFE),
        ("danger", _DANGER),
        ("min", _MIN),
        ("max", _MAX),
        ("which", r"(?<![A-Za-z])[A-Za-z]\s*(?:应|应该)?(?:取值?)?为?(?:多少|几)(?=时)"),
        ("all", r"(?:列出)?所有(?:可能)?的|取(?:何值|哪些值|什么值)|\([a-zA-Z]\s*[≥>]=?\s*1\)"),
    ):
        tokens += [(match.start(), name) for match in reading.take_all(pattern)]
    reading.questions += [(at, at + 1) for at, _ in tokens]
    # `For which n is there none`: all of them, where nothing says the least or the greatest.
    others = {name for _, name in tokens} - {"which"}
    tokens = sorted((at, "all" if name == "which" else name) for at, name in tokens if name != "which" or others == {"safe"})
    polarities = [name for _, name in tokens if name in ("safe", "danger")]
    marks = [name for _, name in tokens if name in ("min", "max", "all")]

    def target(piece: str) -> str | None:
        piece = piece.replace("\ue000", "")
        for role, letter in letters.items():
            if patterns.search(rf"(?<![A-Za-z\d]){letter}(?![A-Za-z\d])", piece, re.IGNORECASE):
                return role
        return next((role for role, pattern in _TARGETS if patterns.search(pattern, piece)), None)

    if not marks and patterns.search(r"(?:多少|几)(?:个|台)?[^,;。?!\d]{0,4}(?:就|才)", before):
        marks = ["min"]  # `几个就不会死锁`
    if not polarities:
        # "May it deadlock with 7? How many at least?": at least, not to.
        return [(True, "min", target(reading.rest))] if marks and set(marks) == {"min"} else [(True, None, None)] if marks else []
    if len(set(polarities)) == 1 and len(set(marks)) <= 1:
        return [(polarities[0] == "safe", marks[0] if marks else None, target(reading.rest))]
    # Two questions: each piece of the text names its own state and its own bound.
    asked = []
    start = 0
    for mark in [*patterns.finditer(r"以及|[,;?!。]|(?<=值)和", before), None]:
        end = mark.start() if mark else len(before)
        here = [name for at, name in tokens if start <= at < end]
        if here:
            state = [name for name in here if name in ("safe", "danger")]
            bound = [name for name in here if name not in ("safe", "danger")]
            if len(set(state)) != 1 or len(set(bound)) > 1:
                stay_out("bounds that do not tell")
            asked.append((state[0] == "safe", bound[0] if bound else None, target(reading.rest[start:end])))
        start = mark.end() if mark else end
    return asked


def _understood(told: _Told, whether: bool, extra: bool, bounds: list[tuple[bool, str | None, str | None]]) -> Recognition | None:
    if any(not 1 <= value <= 10_000 for value in (*told.needs, *told.resources, told.processes or 1, told.need or 1)):
        return None
    known = {
        name for name, value in (("processes", told.processes), ("need", told.need or told.needs), ("resources", told.resources)) if value
    }
    if len(known) < 2 or not (whether or extra or bounds):
        return None
    tasks: list[str] = []
    if whether or extra:
        if len(known) < 3 or not told.needs or any(max(told.needs) > resources for resources in told.resources):
            return None
        tasks += ["whether"] * whether
    elif len(told.resources) > 1:
        return None
    unknown = ({"processes", "need", "resources"} - known).pop() if len(known) == 2 else "resources" if whether or extra else None
    if unknown is None:
        return None
    if extra and bounds and all(safe for safe, *_ in bounds):
        bounds = []  # "how many more, so that there is none": one question
    for safe, mark, target in bounds:
        if target not in (None, unknown):
            return None
        if mark == "all":
            if not safe or len(bounds) > 1:
                return None
            if unknown == "processes":
                tasks.append("processes:all")
                continue
            mark = None  # `for which m`: from some number on, or up to one
        right = "min" if safe == (unknown == "resources") else "max"
        if mark is None and len(bounds) == 1:
            tasks.append(f"{unknown}:{'safe' if safe else 'danger'}-range")
            continue
        if mark is None and len(bounds) > 1 and not safe and unknown != "resources":
            mark = "min"  # "from how many on may there be a deadlock"
        if mark != right:
            return None
        tasks.append(f"{unknown}:{'safe' if safe else 'danger'}")
    if extra:
        tasks.append("extra")
    if not tasks or len(set(tasks)) != len(tasks):
        return None
    if unknown == "processes" and (told.need is None or not 2 <= told.need <= told.resources[0]):
        return None
    if unknown == "need" and told.needs:
        return None
    if unknown == "resources" and not 1 <= len(told.needs) <= 1000:
        return None
    understood = []
    if told.resources:
        understood.append(("资源数", listed(told.resources, "、")))
    if told.needs and len(set(told.needs)) > 1:
        understood.append(("各进程的最大需求", listed(told.needs, "、")))
    else:
        if told.processes is not None:
            understood.append(("进程数", str(told.processes)))
        if told.needs or told.need:
            understood.append(("每个进程最多需要", f"{told.need or told.needs[0]} 个"))
    return Recognition(
        parameters={
            "asked": tasks,
            "needs": told.needs,
            "need": told.need or 0,
            "processes": told.processes or 0,
            "resources": told.resources,
        },
        understood=tuple(understood),
    )


def recognise_choice(text: str) -> Recognition | None:
    """`Which of these values of m, n and w may deadlock`: a question that only its options make one."""
    text = normalise(text)
    letters = {letter.lower() for letter in patterns.findall(r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])", text)} - {"r"}
    if letters != {"m", "n", "w"} or patterns.search(r"\d|银行家|安全序列|[A-Za-z]{2,}", text):
        return None
    told = {
        "m": rf"(?:{_RES}|资源|数量|数目|总数)[^,;。?]{{0,8}}m(?![A-Za-z])|m个?[^,;。?]{{0,8}}(?:{_RES}|资源)|m[^,;。?]{{0,3}}资源",
        "n": r"n个?[^,;。?]{0,6}(?:进程|用户|作业)|(?:进程|用户|作业)[^,;。?]{0,6}n(?![A-Za-z])|n[^,;。?]{0,10}(?:进程|用户)",
        "w": r"(?:需求|需要|申请|使用|要求)[^,;。?]{0,8}w(?![A-Za-z])|w[^,;。?]{0,12}(?:需求|需要)",
    }
    if not all(patterns.search(pattern, text, re.IGNORECASE) for pattern in told.values()):
        return None
    question = next((clause for clause in reversed(patterns.split(r"[,;。?\n]", text)) if "死锁" in clause), "")
    if not patterns.search(r"下列|下面|以下|哪|取值", text[-len(question) - 40 :]) or patterns.search(
        "同时|另外|释放|归还|抢占|预防|检测", text
    ):
        return None
    may = not patterns.search(r"(?:不会|不可能|没有|不|避免|防止|无)(?:再)?(?:发生|出现|产生|导致)?(?:系统)?(?:的)?死锁", question)
    return Recognition(
        parameters={"asked": ["fits"], "may": may},
        understood=(("问", "哪一组数可能死锁" if may else "哪一组数不会死锁"),),
    )
