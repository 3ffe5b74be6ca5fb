"""A topic of problems told declaratively: what a text may tell, what it may ask, the laws between them, and how each is shown.

`read` takes what a text tells and asks wherever it stands; `solve` works the asked out of the told by the laws. A text may ask several
times, each time after changing something ("若改为 64 位，带宽又是多少"): every such part is a scene that begins with what was told before.
What is told and plays no part, what is asked and cannot be worked out, and anything left in the text that could change an
answer gives the reading up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import Any, TypeAlias

from engine.generators.clauses import Role
from engine.generators.co._clauses import Clauses
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import StayOut, compiled, normalise, stay_out

Value: TypeAlias = Fraction | int | tuple[Fraction, ...]
Facts: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Quantity:
    """How a quantity is called and shown.

    Attributes:
        show: its value with the unit.
        others: the same value in other wordings.
    """

    label: str
    show: Callable[[Any], str]
    others: Callable[[Any], Sequence[str]] = lambda value: ()


@dataclass(frozen=True, slots=True)
class Law:
    """How one quantity follows from others.

    Attributes:
        gives: the quantity.
        needs: what `compute` takes, in order.
        compute: the value; None where it does not apply.
        words: the law in words, for the working.
        convention: what is said where the law was used.
    """

    gives: str
    needs: tuple[str, ...]
    compute: Callable[..., Any]
    words: str = ""
    convention: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A phrase that tells a quantity, with its value or a reader of the match.

    Attributes:
        several: each match tells some of the values of a tuple.
    """

    name: str
    pattern: str
    read: Callable[[re.Match[str]], Any] | int = 1
    several: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """See the module.

    Attributes:
        name: the `task` of its parameters.
        about: a pattern that a text of this topic holds.
        guard: what the whole text may not hold.
        refuse: what would make it another problem, if it is not a part of what is told or passed.
        told: phrases, taken in this order before the quantities of `roles`.
        marks: (quantity, pattern): 1 where the whole text holds the pattern; nothing is taken.
        passed: phrases that change nothing.
        asks: (pattern, quantity).
        laws: the first that can be worked out is used.
        words: harmless words, separated by spaces.
        idle: what may be told and play no part.
        combine: further quantities from those told.
        check: gives up (`StayOut`) where the told or the result make no sense.
    """

    name: str
    about: str
    asks: Sequence[tuple[str, str]]
    laws: Sequence[Law]
    shown: Mapping[str, Quantity]
    roles: Sequence[Role] = ()
    guard: str = r"(?!)"
    refuse: str = r"(?!)"
    told: Sequence[Told] = ()
    marks: Sequence[tuple[str, str]] = ()
    passed: Sequence[str] = ()
    words: str = ""
    idle: frozenset[str] = field(default_factory=frozenset)
    conventions: Sequence[str] = ()
    combine: Callable[[Facts], Facts] = lambda facts: {}
    check: Callable[[Facts], None] = lambda facts: None


_NUMBERED = re.compile(r"(?:(?<=^)|(?<=[\s,;。:?!]))\(\s*[1-9一二三四五六]\s*\)|(?<=\n)\s*[1-9]\s*[.、)](?!\d)|(?<=[;。?:])\s*[1-9]\)")
_SENTENCE = re.compile(r"(?<=[;。?!\n])")
_CHANGED = re.compile(r"若|如果|要是|假如|假设|改|换|变|提高|降低|增加|减少|[又再]")

# Not a computation, or more than one.
_WORDS_WANTED = re.compile(
    r"证明|为什么|为何|为啥|区别|优缺点|缺点|原理|简述|论述|谈谈|说说看法|举例|编程|代码|程序实现|画出|画图|示意图|连接图|连线图|如图|下图|见图|图中|图示|推导|一定(?:更|越|就)|列表比较|哪[个种台]更"
)

_FIGURE = r"[-约]?\s*\d+(?:\.\d+)?(?:\s*[×*]\s*10\^?\d+)?\s*(?:%|[KMGkmgnuμ]?[A-Za-z/]{1,5}|Δt|条/秒|条|位|片|次|个|秒|毫秒|微秒|纳秒|根|倍|组|行|号)?(?:\s*(?:和|、|,|跟|与|或|还是)\s*\d+(?:\.\d+)?\s*(?:%|[KMGkmgnuμ]?[A-Za-z/]{1,5}|条|位|片|次|个|根|倍)?)?"
_WHO = r"(?:我|本人|室友|舍友|同桌|同学|朋友|群友|别人|有人|他们?|她|书上|书后|课本|答案|标准答案|参考答案|标答|解析|网上|老师|AI|ai|gpt|GPT|chatgpt|搜到的?|题库|群里)"
# What somebody made of the problem is not a part of it.
_CLAIMS = (
    rf"(?:但是?|可是?|不过|为啥|怎么|为什么)?{_WHO}(?:的)?(?:答案|结果|解析)?(?:上|里|自己|这边|一直|总是|老是|就是|好像|怎么|都|却|也|直接|用计算器)*(?:写|给|说|讲|算|做|得|选|填|蒙|猜|觉得|感觉|认为|以为)?(?:了|的|出来|出|到|得|着)*(?:的)?(?:答案|结果|都|就)?(?:应该|大概|好像|竟然|却|等于|是|为|=|:|成|写的?)*\s*{_FIGURE}(?=[\s,;。?!)呀啊吗呢]|$|对|不|跟|和|但|可|我|怎么|为|咋|是|哪|差|,)",
    r"(?:跟|和)?(?:答案|我|书上|标答|解析)?(?:算(?:出来|的|得)?|结果)?(?:的)?(?:跟|和)?(?:答案|书上|标答|解析)?(?:总|就|老|都|正好|刚好)*(?:差|少|多|大|小)(?:了)?(?:整整)?(?:[一二两三四五六七八九十\d]+(?:倍|位|个|片|条|根|ns)|一半|好多|一点)(?=[\s,;。?!呀啊吗呢]|$)",
    rf"(?:这个|结果|答案|那)?(?:是不是|是否|难道|应该)(?:就|应该|应|加起来|等于|为|是|得|直接)*\s*{_FIGURE}(?:吗|吧|呀|啊|呢|对吗|对不对)?(?=[\s,;。?!]|$)",
    rf"(?:我|答案)?(?:写|填|选|得)?(?:的)?(?:是)?\s*{_FIGURE}\s*(?:对吗|对么|对不对|是对的吗|正确吗|错哪了?|哪里错了?)",
)
_UNITS = r"(?<![A-Za-z])(?:[KMG]i?B/s|[KMG]b/s|[KMG]bps|MIPS|[MG]Hz|ns|μs|us|ms|s|KB|MB|GB|B|%|位|秒|毫秒|微秒|纳秒|次/秒|条/s|条/秒|M条/s)(?![A-Za-z/\d])"
_SOURCES = (
    rf"\({_UNITS}(?:[,、][^()\d]{{0,10}})?\)|(?:写成|换成|化成|折合成?|折成){_UNITS}|{_UNITS}(?=是多少|为多少)",
    r"\(?按\s*10\^?[369]\s*(?:字节|B)?(?:算|计)?\)?",
    r"(?<=[为是约达])\s*(?:ns|μs|us|ms|s|秒|%|[KMG]?B/s|[KMG]?b/s|MIPS|位|片|条|次|根|[KMG]?B|个|MHz|GHz)(?=[,;。(\s]|$)",
    r"(?:请)?(?:用|以)(?:百分数|百分比|十进制|二进制)(?:表示)?(?=[,;。)?]|$)",
    r"转发[:,]?[『「]?|[『』]|(?:有人|谁|有没有人)(?:会)?(?:做|算|解)(?:出来|对|得出)?(?:了)?(?:吗|么|嘛|过)?|服了这题|(?:问|来)个(?:总线|流水线|缓存|存储器|存储|指令|中断)?的(?=[:,])|求正确答案|(?:早|晚上?好|早上好|中午好|下午好|嗨|哈喽)[~～,!]?(?=问|想|请|求|各|大|老)",
    r"(?:其他|其它|其余|别的|余下)(?:的)?(?:条件|参数|因素|指标|量|都|均|全|全部)*(?:都|均|全)?(?:不变|相同|一样|不考虑|忽略|忽略不计|不计)",
    r"(?:不考虑|忽略|不计|不管)(?:其他|其它|别的|额外)(?:的)?(?:任何)?(?:因素|开销|影响|延迟|时间|情况|损耗)?",
    r"(?:结果|答案|小数)?(?:都|均|请)?(?:四舍五入)?(?:保留|精确)(?:到)?(?:小数点后)?(?:[一二两三四五1-5]位)?(?:有效)?(?:小数|数字|整数)(?:位)?(?:即可|就行)?|保留\s*[1-5]位|[一二两三四1-4]位(?:小数|有效数字)|百分数保留(?:一|两|1|2)位小数|\(百分数\)|取整数?|分数(?:也|就)?(?:行|可以|可)",
    r"(?:答案|结果)?(?:用|以)(?:[KMG]?B/s|[KMG]?bps|[KMG]?Hz|MIPS|ns|μs|us|ms|KB|MB|位|秒|百分[数比])(?:为单位|作单位|表示)?|(?<=[(,;。])(?:单位)(?:是|为|用|取)?(?:[KMG]?B/s|[KMG]?b/s|[KMG]?bps|[KMG]?Hz|MIPS|ns|μs|us|ms|s|KB|MB|位|秒)",
    r"\((?:ns|μs|us|ms|s|MB/s|GB/s|Mbps|bps|MHz|GHz|MIPS|KB|MB|B|%|位|秒|毫秒|微秒|纳秒)\)",
    r"(?:按|取|设)?\s*1?\s*[KMG](?:B/s)?\s*=\s*10\^?[369]|(?:带宽|速率|传输率)?(?:的)?单位(?:里|中)?(?:的)?(?:K|M|G)(?:取|按|为|是)?(?:10\^?[369]|1000)",
)

COMMON = """
计算机 微机 微型机 主机 机器 处理机 处理器 微处理器 CPU cpu 单片机 嵌入式 台式机 笔记本 系统 该机 某机 本机 主板 主存 内存 主存储器 存储器 存储 芯片 总线 时钟 时钟频率 主频 频率 工作频率 周期 时钟周期 指令 指令集 指令系统 程序 数据 地址 字 字节 位 字长 单元
速度 速率 时间 性能 效率 平均 平均值 均值 比 比值 之比 比例 百分比 占比 传输 传送 执行 运行 跑 处理 完成 工作 读 写 读出 写入 读取 访问 操作 输入 输出 花 花费 消耗 用时 耗时 所需 所用 占用 占 需 需要 要 用 采用 选用 使用 利用 配 配有 装 装有 设有 具有 含有 含 包含 包括
一个 每个 每 每次 一次 每条 一条 各 各自 分别 依次 均 都 全 全部 所有 总 总共 共 一共 总的 最大 最小 最高 最低 最多 最少 至少 至多 平均每 大约 约 左右 其中 其 其它 它 它们 两者 二者 该 此 这 那 这样 这种 这个 那么 此时 这时 于是 则 即 也就是 也即 就是 就 才 再 又 还 也 而 且 并 和 与 及 以及 或 从 由 到 至 在 中 里 内 上 下 时 后 前 之间 之前 之后 以后 以内 内部 同时 能 可 可以 能够 会 将 应 应当 应该 得 为 是 有 等于 相当于 达到 达 采取 进行 按 按照 以 用来 用于 对 对于 把 将 被 给 使 让 令 来 去 做 问 求 试求 求出 计算 给出 写出 算 算出 算一下 说明 回答 答 解 请 试 若 如果 要是 假设 假定 设 已知 某 某个 某台 某种 一台 一种 一款 一条 一块 一段 一组 一般 型号 规格 参数 如下 情况 条件 理想 理论 理论上 实际 实际上 正常 连续 不断 一直 持续 全程 整个 完整 单位 结果 答案 数 数量 个数 数目 次数 多少 多大 多长 几 多久 怎么 怎样 如何 咋 嘛 呀 啊 哦 呢 吗 吧 的 地 得 了 着 过
课上 课本 课件 作业 老师 同学 考试 期末 复习 习题 思考题 王道 天勤 真题 模拟 自测 判断题 计算题 填空 选择 笔记 急 在线等 谢谢 感谢 求助 请教 大佬 各位 有没有人 有人 帮 看看 看 帮忙 没听懂 没懂 听不懂 不懂 不会 不太会 没思路 没看懂 没做出来 算不对 对不上 数来数去 都不一样 不一样 总是错 老是错 错了 纠结 搞混 分不清 头秃 头疼 绝望 崩溃 救命 呜呜 哭了 裂开 麻了 但 但是 不过 而 转发 复习到 有个题 参数如下 卡住 有谁 做过 这种题 好难 太难了 难 这块 那块 这里 这儿 一块 一直 完全 有点 懵 晕 想不通 不明白 弄不明白 搞不明白 搞不懂
"""
"""Ordinary words of the family; what a condition, a negation or a change is made of is not among them."""


@dataclass(slots=True)
class Scene:
    """What one part of a text tells and asks."""

    facts: Facts
    asked: list[str]
    unit: str = ""


# The unit an answer is wanted in.
_UNIT = re.compile(
    r"(?:多少|几|约|为|是|以|用|单位|\(|:|求|时间|带宽|率)\s*(?P<unit>[KMG]i?B/s|[KMG]b/s|[KMG]bps|[MG]Hz|[nmμp]s|s|毫秒|微秒|纳秒|秒|[KMG]i?B|K?bit|Kb|亿条|条/秒)(?![A-Za-z/\d])"
)


def recogniser(topic: Topic) -> Callable[[str], Recognition | None]:
    """A recogniser of the topic's problems."""

    def recognise(text: str) -> Recognition | None:
        plain = re.sub(r"\(\s*\)(?!;)", "多少", normalise(re.sub(r"_{2,}", "多少", text)))
        if not compiled(topic.about).search(plain):
            return None
        if compiled(topic.guard).search(plain):
            return None
        if found := _WORDS_WANTED.search(without_claims(plain)):
            stay_out(found[0])
        scenes = _scenes(topic, plain)
        marked = {name: 1 for name, pattern in topic.marks if compiled(pattern).search(plain)}
        for scene in scenes:
            scene.facts = marked | scene.facts
        for scene in scenes:
            _worked(topic, scene)
        if any(one.asked == other.asked and one.facts == other.facts for one, other in pairwise(scenes)):
            stay_out("the same twice: something was not understood")
        told = {name for scene in scenes for name in scene.facts}
        used = {name for scene in scenes for name in _worked(topic, scene)[1]}
        if spare := told - used - topic.idle - set(marked):
            stay_out(f"told for nothing: {spare}")
        parameters = {
            "task": topic.name,
            "scenes": [
                {"facts": {name: stored(value) for name, value in scene.facts.items()}, "asked": scene.asked, "unit": scene.unit}
                for scene in scenes
            ],
        }
        understood = [
            (topic.shown[name].label, topic.shown[name].show(value)) for name, value in scenes[0].facts.items() if name in topic.shown
        ]
        for before, scene in pairwise(scenes):
            understood += [
                (f"然后{topic.shown[name].label}", topic.shown[name].show(value))
                for name, value in scene.facts.items()
                if before.facts.get(name) != value and name in topic.shown
            ]
        understood.append(("求", "；".join("、".join(topic.shown[name].label for name in scene.asked) for scene in scenes)))
        return Recognition(parameters=parameters, understood=tuple(understood))

    return recognise


def solver(topics: Sequence[Topic]) -> Callable[[Parameters], Solution | None]:
    """Solves what the topics' recognisers read; None for another task."""
    by_name = {topic.name: topic for topic in topics}

    def solve(parameters: Parameters) -> Solution | None:
        topic = by_name.get(parameters.get("task", ""))
        return None if topic is None else _solution(topic, parameters["scenes"])

    return solve


def _solution(topic: Topic, scenes: Sequence[Mapping[str, Any]]) -> Solution:
    answers, lines, conventions, also = [], [], list(topic.conventions), []
    for number, told in enumerate(scenes, 1):
        scene = Scene({name: restored(value) for name, value in told["facts"].items()}, list(told["asked"]), told["unit"])
        known, _, laws = _worked(topic, scene)
        if len(scenes) > 1:
            lines.append(f"（{number}）")
        lines += [line for law in laws if (line := _line(topic, law, known))]
        conventions += [law.convention for law in laws if law.convention and law.convention not in conventions]
        shown = [topic.shown[name] for name in scene.asked]
        answers.append(
            "，".join(f"{one.label} {_shown(one, known[name], scene.unit)}" for one, name in zip(shown, scene.asked, strict=True))
        )
        if len(scenes) == 1 and len(shown) == 1:
            answers = [_shown(shown[0], known[scene.asked[0]], scene.unit)]
            also = [shown[0].show(known[scene.asked[0]]), *shown[0].others(known[scene.asked[0]])]
    answer = "；".join(answers)
    return Solution(answer=answer, steps=paragraphs(*lines, answer), also=tuple(also), conventions=tuple(dict.fromkeys(conventions)))


def _shown(quantity: Quantity, value: Any, unit: str) -> str:
    """A value in the unit that was asked for, where it has one."""
    shown = quantity.show(value)
    if not unit or shown.endswith(f" {unit}"):
        return shown
    return next((other for other in quantity.others(value) if other.endswith(f" {unit}")), shown)


def _line(topic: Topic, law: Law, known: Facts) -> str:
    if not law.words:
        return ""
    told = "、".join(f"{topic.shown[name].label} {topic.shown[name].show(known[name])}" for name in law.needs if name in topic.shown)
    result = f"得 {topic.shown[law.gives].show(known[law.gives])}。" if law.gives in topic.shown else ""
    return f"{law.words}：{told}，{result}" if told else f"{law.words}：{result}"


def _worked(topic: Topic, scene: Scene) -> tuple[Facts, set[str], list[Law]]:
    """All that was worked out, which told facts were used, and the laws in their order.

    Raises:
        StayOut: something asked cannot be worked out, or was told.
    """
    known: Facts = topic.combine(scene.facts) | scene.facts
    used: set[str] = set()
    laws: list[Law] = []

    def find(name: str, on_the_way: frozenset[str]) -> bool:
        if name in known:
            if name in scene.facts:
                used.add(name)
            return True
        for law in topic.laws:
            if law.gives != name or name in on_the_way:
                continue
            before = (dict(known), set(used), list(laws))
            if all(find(need, on_the_way | {name}) for need in law.needs):
                value = law.compute(*(known[need] for need in law.needs))
                if value is not None:
                    known[name] = value
                    laws.append(law)
                    return True
            known.clear()
            known.update(before[0])
            used.clear()
            used.update(before[1])
            laws[:] = before[2]
        return False

    for name in scene.asked:
        if name in scene.facts or not find(name, frozenset()):
            stay_out(f"not worked out: {name}")
    topic.check(known)
    return known, used, laws


def worked(topic: Topic, facts: Facts, name: str) -> Any:
    """One quantity worked out; None where it cannot be."""
    if name in facts:
        return facts[name]
    try:
        return _worked(topic, Scene(facts, [name]))[0][name]
    except StayOut:
        return None


def without_claims(text: str) -> str:
    """The text without what somebody made of the problem."""
    for claim in _CLAIMS:
        text = compiled(claim).sub(" ", text)
    return text


def _scenes(topic: Topic, text: str) -> list[Scene]:
    """The parts of a text that ask, each with what holds in it.

    Raises:
        StayOut: a part is not understood, or what still holds after a change is not clear.
    """
    try:
        return _one_by_one(topic, text)
    except StayOut as refusal:
        first = re.search(r"[?]|多少|几", text)
        later = text[first.end() :] if first else ""
        if _CHANGED.search(later) and len([part for part in _SENTENCE.split(later) if part.strip()]) > 1:
            raise
        try:
            facts, asked = read(topic, _NUMBERED.sub(" ", text), {})
        except StayOut as other:
            stay_out(f"{refusal} / {other}")
        if not asked:
            raise
        return [Scene(facts, asked, _unit(text))]


def _one_by_one(topic: Topic, text: str) -> list[Scene]:
    marked = [piece for piece in _NUMBERED.split(text) if piece.strip()]
    scenes: list[Scene] = []
    facts: Facts = {}
    changed: set[str] = set()
    gathered = ""
    pieces = [sentence for piece in marked for sentence in _SENTENCE.split(piece) if sentence.strip()]
    for number, piece in enumerate(pieces):
        gathered += piece
        asks = re.search(r"[?]|多少|几|求|何|\(\s*\)|试|计算(?!机)|(?:为|是|需|等于)\s*$", piece.strip("。; \n"))
        if not asks and number < len(pieces) - 1:
            continue
        new, asked = read(topic, gathered, facts)
        if (
            not asked
            and piece.rstrip().endswith("?")
            and re.search(r"多少|几|百分|[率比]|时间|何|[能可]", piece)
            and number < len(pieces) - 1
        ):
            stay_out(f"asks something else: {piece}")
        if not asked and number < len(pieces) - 1:
            continue  # "问：" or "求下面各问"
        if not asked and not scenes:
            stay_out("nothing asked")
        told_again = {name for name, value in new.items() if name in facts and facts[name] != value}
        if told_again and not _CHANGED.search(gathered) and asked and len(marked) < 3:
            stay_out(f"told twice: {told_again}")
        if changed and changed - set(new) and _CHANGED.search(gathered) and new:
            stay_out("whether the change before still holds is not said")
        if scenes and not asked and new:
            if not (told_again or _CHANGED.search(gathered)):
                stay_out("told after the question")
            asked = scenes[-1].asked
        facts = {**facts, **new}
        changed |= told_again
        if asked:
            scenes.append(Scene(dict(facts), asked, _unit(gathered)))
        gathered = ""
    if gathered.strip() and not scenes:
        stay_out("nothing asked")
    return scenes


def _unit(text: str) -> str:
    return {"秒": "s", "毫秒": "ms", "微秒": "μs", "纳秒": "ns"}.get(found[-1], found[-1]) if (found := _UNIT.findall(text)) else ""


# A clause of which nothing was taken may tell the background ("指令采用流水方式"), but not a condition made of ordinary words.
_CONDITIONAL = re.compile(r"每|再|还|[又另多少加没不无全都先已留慢快]|额外|同时|其中|必须|等待|占用|启动|除|只|仅|两|一半|损坏")
_TECHNICAL = re.compile(
    r"周期|时钟|访问|主存|内存|存储|执行|指令|传|数据|地址|总线|[行组块片条根拍段]|芯片|设备|中断|时间|启动|流水|寄存器|CPU|命中|等待|Cache",
    re.IGNORECASE,
)


def _no_bare_condition(rest: str) -> None:
    """Give up where a clause that told nothing sets a condition.

    Raises:
        StayOut: it does.
    """
    for clause in re.split(r"[,;。?!:\n]", rest):
        if "\ue000" not in clause and _CONDITIONAL.search(clause) and _TECHNICAL.search(clause):
            stay_out(f"a condition: {clause}")


_ASKING = re.compile(r"多少|[几何哪求问试各]|什么|计算|给出|写出|分别|(?:为|是|约|需|要|达|应|取|得|能|可|等于)\s*$")


def _is_question(text: str, start: int, end: int) -> bool:
    """Whether what is named there is asked for: in a clause with a word of asking, or one that says little else."""
    opening = max(text.rfind(mark, 0, start) for mark in ",;。?!:\n") + 1
    closing = min((place for mark in ",;。?!\n" if (place := text.find(mark, end)) >= 0), default=len(text))
    clause = text[opening:closing]
    beside = re.sub(r"[\ue000\s()的和与、及吗呢啊呀了其它该此]|以及|现在|这时|此时|然后", "", text[opening:start] + text[end:closing])
    return bool(_ASKING.search(clause)) or text[closing : closing + 1] == "?" or len(beside) <= 4


def _clause(text: str, start: int, end: int) -> str:
    """The clause around a place."""
    opening = max(text.rfind(mark, 0, start) for mark in ",;。?!\n") + 1
    closing = min((place for mark in ",;。!\n" if (place := text.find(mark, end)) >= 0), default=len(text))
    return text[opening:closing]


# What problems ask for: a part of a list of questions that names one and was not understood asks for something else.
_ASKABLE = re.compile(r"时间|[率比数量度]|周期|容量|带宽|位|地址|范围|速|次|开销|间隔|延迟|片|根|条(?!件)")


def _nothing_else(before: str, after: str) -> None:
    """Give up where a clause asks more than was understood.

    Raises:
        StayOut: there are more question words than questions, or one of a list of questions is not understood.
    """
    start = 0
    for mark in re.finditer(r"[,;。?!\n]|$", before):
        clause, left = before[start : mark.start()], after[start : mark.start()]
        taken = [bool(one != other) for one, other in zip(clause, left, strict=True)]
        shown = "".join(letter if here else " " for letter, here in zip(clause, taken, strict=True))
        bare = [run for run in shown.split() if not re.search("多少|[几哪]", run)]
        if len(re.findall(r"多少|几(?!乎)|哪", left)) > len(bare):
            stay_out(f"asks more: {clause}")
        if re.match(r"\s*(?:请|试|并|再|分别|如|则|那么|问|各)*(?:求|计算|算|问|写出|给出)", clause):
            place = 0
            for part in re.split(r"(、|和|与|以及|及)", left):
                here = taken[place : place + len(part)]
                rest = re.sub("\ue000", "", part)
                if not any(here) and _ASKABLE.search(rest):
                    stay_out(f"also asks: {part}")
                place += len(part)
        start = mark.end()


def _asked(topic: Topic, reading: Clauses, told: set[str]) -> list[str]:
    """What is asked; the bare name of what is told asks nothing.

    Raises:
        StayOut: what is told is asked, too.
    """
    text = reading.rest
    asked = []
    names = reading.asked(topic.asks)
    _nothing_else(text, reading.rest)
    for name in names:
        if name in told:
            places = [match.span() for pattern, other in topic.asks if other == name for match in compiled(pattern).finditer(text)]
            clauses = [_clause(text, *place) for place in places]
            if any(re.search("多少|[几何哪求]|什么|多大|多长|多高|计算|[?]|至少|最[高低大小]", clause) for clause in clauses):
                stay_out(f"told and asked: {name}")
        else:
            matches = [match for pattern, other in topic.asks if other == name for match in compiled(pattern).finditer(text)]
            words = [match[0] for match in matches]
            if not any(_is_question(text, *match.span()) for match in matches):
                stay_out(f"only mentioned: {name}")
            if sum(1 for word in words if re.search("多少|[几哪]", word)) > 1:
                stay_out(f"asked twice: {name}")
            asked.append(name)
    return asked


def read(topic: Topic, text: str, before: Facts) -> tuple[Facts, list[str]]:
    """What a part of a text tells and asks.

    Raises:
        StayOut: something in it is not understood.
    """
    text = without_claims(text)
    reading = Clauses(text)
    for pattern in _SOURCES:
        reading.take_all(pattern)
    facts: Facts = {}
    for told in topic.told:
        for match in reading.take_all(told.pattern):
            value = told.read(match) if callable(told.read) else told.read
            if told.several:
                facts[told.name] = (*facts.get(told.name, ()), *value)
            elif facts.setdefault(told.name, value) != value:
                stay_out(f"{told.name} twice")
    before_passing = reading.rest
    for pattern in topic.passed:
        reading.take_all(pattern)
    passed = [one != other for one, other in zip(before_passing, reading.rest, strict=True)]
    reading.refuse(topic.refuse)
    for name, value in reading.assign(topic.roles).items():
        if facts.setdefault(name, value) != value:
            stay_out(f"{name} twice")
    asked = _asked(topic, reading, {*facts, *before})
    _no_bare_condition("".join(" " if here else letter for letter, here in zip(reading.rest, passed, strict=True)))
    reading.finish(COMMON + topic.words)
    return {name: restored(stored(value)) for name, value in facts.items()}, list(dict.fromkeys(asked))


def stored(value: Any) -> Any:
    """A value as JSON."""
    return [str(one) for one in value] if isinstance(value, tuple) else str(value)


def restored(value: Any) -> Any:
    """A value from JSON."""
    return tuple(Fraction(one) for one in value) if isinstance(value, list) else Fraction(value)


def about(value: Fraction | int, digits: int = 3) -> str:
    """A value, with 约 where it is rounded."""
    return f"{'' if is_exact(Fraction(value), digits) else '约 '}{decimal(value, digits)}"


def percentage(value: Fraction) -> str:
    """A share in per cent."""
    return f"{about(Fraction(value) * 100)}%"


def counted(unit: str) -> Callable[[Any], str]:
    """Shows a number with a unit: `4 片`."""
    return lambda value: f"{about(value)} {unit}"
