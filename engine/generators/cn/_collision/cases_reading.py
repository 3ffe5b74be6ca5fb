"""Reading the other CSMA/CD problems: filling, proportions, equal choices, giving up, two stations that begin at told times."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.cn import _units as units
from engine.generators.cn._collision.words import HARMLESS, SHORTEST, roles
from engine.generators.cn._told.told import Told
from engine.generators.kind import Recognition
from engine.generators.patterns import caseless
from engine.generators.reading import INTEGER, to_int


def padded(problem: Told) -> Recognition | None:
    """How many bytes fill a frame that is too short."""
    data = problem.take(
        r"(?:数据(?:部分|字段)?|IP数据报|净荷|载荷)(?:只|仅|共|一共|有|长度?|为|是|含有?|包含|的|\s)*(?P<value>\d+)\s*(?:B|字节)"
    )
    frame = (
        problem.take(r"(?P<value>\d+)\s*(?:B|字节)的(?:以太网)?帧|帧长(?:为|是|只有)*(?P<other>\d+)\s*(?:B|字节)")
        if data is None and not problem.has("数据(?!帧|报)|载荷|净荷")
        else None
    )
    problem.take_all(
        r"\(?(?:首部|头部|帧头)\s*14\s*(?:B|字节)|[、,和]?\s*(?:FCS|尾部|CRC)(?:为|是)?\s*4\s*(?:B|字节)\)?|\(?从目的MAC算到FCS\)?|最[短小]帧(?:长)?(?:为|是)?64\s*(?:B|字节)"
    )
    problem.ask(((r"(?:需要?|要|应)?(?:填充|补|差|缺)(?:多少|几)(?:个)?字节(?:才|到)?|填充(?:字段|字节)?(?:的)?(?:长度|数)?", "padding"),))
    problem.take_all(r"(?:才|到|满足|达到)*(?:最短帧长|合法长度)(?:的要求)?|(?:才)?(?:能)?(?:满足|达到)")
    problem.done(HARMLESS + " 要发一个 发一个 只有 部分 数据部分 满足 才 一个 某站 首部")
    given = data or frame
    if given is None or not problem.goals:
        return None
    length = int(given["value"] or given.groupdict().get("other") or 0)
    least = 46 if data is not None else 64
    if not 0 < length < least:
        return None
    return Recognition(
        parameters={"units": [{"padding": least - length, "least": least, "length": length}]},
        understood=(("数据" if data is not None else "帧长", f"{length} B"),),
    )


def scaled(problem: Told) -> Recognition | None:
    """Rate, frame and distance in proportion: two change or stay, the third is asked."""
    if not patterns.search(r"(?:变为|是|为|到|成)原来|原来的(?:多少|几)", problem.text):
        return None
    for change in caseless(
        rf"(?:由|从)?(?P<old>{units.RATE})(?:提高|升级|升|增加|改|换|变|降低|降|增大|提升)(?:到|至|为|成)了?(?P<new>{units.RATE})"
    ).finditer(problem.text):
        times = units.bits_per_second(change["new"]) / units.bits_per_second(change["old"])
        problem.rest = problem.rest[: change.start()] + f"变为{times}倍".ljust(len(change[0])) + problem.rest[change.end() :]
    if caseless(units.RATE).search(problem.rest):
        return None
    names = (
        ("rate", r"(?:数据)?(?:传输)?(?:速率|数据率|带宽)"),
        ("frame", SHORTEST),
        ("distance", r"(?:允许的)?(?:最[远大长](?:的)?)?(?:距离|电缆长度|总线长度|长度)"),
    )
    factors: dict[str, Fraction] = {}
    for name, words in names:
        match = problem.take(
            rf"{words}(?:若|也|都|则|将|的)*(?:(?P<same>不变|保持不变|相同|仍(?:然)?(?:为|是)\s*\d+\s*(?:B|字节|bit|比特|m|米|km))|(?P<twice>翻倍|加倍|增加一倍|提高一倍|翻一番)|(?P<half>减半|(?:减少|降为|缩短|缩短为|减为|降低|缩短到|缩小)(?:了)?(?:原来的)?一半)|(?:提高|增加|变|扩大|降低|缩短|减少|增大)(?:到|为|成)(?:原来的)?\s*(?:(?P<times>\d+|[两三四五十])倍|(?P<above>\d)/(?P<below>\d)))"
        )
        if match is not None:
            factors[name] = (
                Fraction(1)
                if match["same"]
                else Fraction(2)
                if match["twice"]
                else Fraction(1, 2)
                if match["half"]
                else Fraction(to_int(match["times"]))
                if match["times"]
                else Fraction(int(match["above"]), int(match["below"]))
            )
    problem.take_all("CSMA/?CD")
    asking = r"(?:应|要|会|将|则|需|能|可以|的)*(?:变为|是|为|变成|减为|增为|变|缩短到|提高到)?原来的(?=\s*(?:多少|几|\(|_|[。?;]|$))"
    problem.ask(tuple((words + asking, name) for name, words in names if name not in factors))
    wanted = list(dict.fromkeys(name for _, name in problem.goals))
    if patterns.search(r"(?:其[他它余]|别的)(?:的)?(?:条件|参数|因素)?(?:都|均|保持)*不变", problem.text):
        factors |= {name: Fraction(1) for name, _ in names if name not in (*factors, *wanted)}
    if len(wanted) != 1 or len(factors) != 2:
        return None
    problem.done(HARMLESS + " 而 若 变为 原来的 倍 允许的 允许")
    if not problem.goals:
        return None
    return Recognition(
        parameters={"units": [{"scale": wanted[0], "factors": {name: str(value) for name, value in factors.items()}}]},
        understood=tuple(
            ({"rate": "速率", "frame": "最短帧长", "distance": "距离"}[name], "不变" if value == 1 else f"变为原来的 {value} 倍")
            for name, value in factors.items()
        ),
    )


def same_choice(problem: Told) -> Recognition | None:
    """Two stations choose the same random number after a collision."""
    problem.refuse(r"成功|三个?站|[3-9]个?站|k次内|前\d+次|至少|平均")
    problem.take_all(r"第i次重传尝试的冲突概率为2\^-\(i-1\)|求前两次…*算了")
    top = problem.take(r"\{?0\s*[,、~到至-]\s*(?P<top>\d+)\}?(?:的)?(?:中|里|之间)?(?:随机数)?")
    if failures := _failures(problem):
        return failures
    number = problem.take(rf"第(?P<value>{INTEGER})次(?:冲突|碰撞|退避|重传)(?:后|之后|时)?")
    problem.ask(
        (
            (
                r"(?:它们|两站|取到|选到)?(?:再次|又|仍|取到|选到|再)*(?:发生)?(?:冲突|碰撞|相同|一样|同一个数)(?:的)?(?:概率|可能性)",
                "chance",
            ),
        )
    )
    problem.drop_names()
    problem.take_all(r"(?:二进制)?(?:指数)?退避(?:算法)?|两(?:个)?站(?:点)?|从冲突后开始|同时发送|随机数|冲突|重传")
    problem.tell((Role(name="rate", quantity=units.RATE, read=units.bits_per_second, before="速率", alone=True),))
    problem.done(HARMLESS + " 都 从 中 取 各 选 再次 它们 直接问 承上知识点 知识点 连续 各取 取到 第一次 两")
    if not problem.goals or (top is None and number is None):
        return None
    choices = int(top["top"]) + 1 if top is not None else 2 ** min(to_int(number["value"]) if number else 1, 10)
    if top is not None and number is not None and choices != 2 ** min(to_int(number["value"]), 10):
        return None
    return Recognition(parameters={"units": [{"choices": choices}]}, understood=(("随机数", f"0～{choices - 1}"),))


def _failures(problem: Told) -> Recognition | None:
    """`第 1 次重传失败的概率、第 2 次重传失败的概率`: two stations choose alike once more."""
    if not problem.has("(?:两|2)个站|两站|只有两"):
        return None
    problem.take_all(r"重传次数(?:记)?(?:为|是)?\s*[ik]|(?<![A-Za-z])[ik]\s*=\s*1(?:,2,3)?|,\s*[23](?=,)")
    problem.ask(((rf"第(?P<k>{INTEGER})次重传(?:仍|又|也)?失败的概率", "{k}"),))
    asked = [to_int(name) for _, name in problem.goals]
    if not asked:
        return None
    problem.take_all(
        r"(?:按|用|采用)?(?:截断)?(?:二进制)?指数(?:类型)?退避(?:算法)?(?:进行)?(?:重传)?|(?:同时)?(?:发送数据|发送)|(?:产生|发生)(?:了)?(?:碰撞|冲突)"
    )
    problem.done(HARMLESS + " 以太网上 只有两个站 它们 于是 按 进行 重传 同时 记为 试")
    return Recognition(
        parameters={"units": [{"choices": 2 ** min(number, 10)} for number in asked]},
        understood=(("问", "、".join(f"第 {number} 次重传失败的概率" for number in asked)),),
    )


def given_up(problem: Told) -> Recognition | None:
    """After how many collisions Ethernet gives a frame up."""
    problem.ask(
        (
            (
                r"(?:最多)?(?:退避)?(?:重传|冲突|碰撞|重试|尝试)(?:了)?(?:到)?(?:多少|几)次(?:还|仍|都|后|就)*(?:失败|不成功|没成功|冲突)?(?:后|就|时)*",
                "tries",
            ),
        )
    )
    problem.take_all(
        r"(?:就|才|会|便)*(?:丢弃|放弃)(?:该帧|发送|重传|重发)?|(?:并)?向(?:上层|高层|上级)(?:协议)?(?:报错|报告(?:错误|差错)?)|(?:还|仍|都)*(?:失败|不成功)|CSMA/?CD"
    )
    problem.done(HARMLESS)
    return Recognition(parameters={"units": [{"tries": True}]}, understood=(("问", "冲突多少次后放弃"),)) if problem.goals else None


_NET = r"以太网|802\.3|基带(?:总线)?(?:的)?CSMA/?CD"


def standard_shortest(problem: Told) -> Recognition | None:
    """The shortest frame of Ethernet, where nothing is told from which it could be computed."""
    figures = patterns.sub(r"802\.3|\(\s*\)", "", problem.text)
    rates = [units.bits_per_second(rate) for rate in caseless(units.RATE).findall(figures)]
    if (rates not in ([10**7], [10**8]) and not (not rates and "802.3" in problem.text)) or patterns.search(
        r"\d", caseless(units.RATE).sub("", figures)
    ):
        return None
    if not patterns.search(_NET, problem.text) or not problem.has(SHORTEST):
        return None
    problem.take_all(rf"{units.RATE}的?|(?:IEEE)?\s*802\.3|{_NET}网?|MAC|标准的?")
    if not problem.ask(((SHORTEST, "frame"),)):
        return None
    problem.take_all(r"CSMA/?CD(?:协议)?")
    problem.done(HARMLESS + " MAC 网 标准 规定")
    return Recognition(
        parameters={"units": [{"standard": 64}]},
        understood=(("网络", f"{units.show_rate(rates[0])} 以太网" if rates else "IEEE 802.3"), ("求", "最短帧长")),
    )


def started(problem: Told) -> Recognition | None:
    """Two stations begin at told times: when each of them notices the collision."""
    begin = r"(?:站点?|主机|结点|节点)?(?:都|也|又|先|在|于|当|时刻)*(?:t\s*=\s*)?(?P<time>0(?![.\d])(?:\s*时刻?)?|{})(?:时刻?|后)?(?:也|又)?(?:开始)?(?:发送|发)(?:数据|帧)?"
    matches = list(caseless(rf"(?P<who>(?-i:[AB])|甲|乙){begin.format(units.TIME)}").finditer(problem.text))
    if len(matches) != 2 or not matches[0]["time"].startswith("0") or matches[0]["who"] == matches[1]["who"]:
        return None
    problem.take_spans([match.span() for match in matches])
    first, second = matches[0]["who"], matches[1]["who"]
    when = r"(?:在|于|会|要)?(?:什么时候|何时|什么时刻|多久(?:之?后)?|几时|哪个时刻|经过多久|经过多长时间)?(?:能|才|会)?(?:检测|发现|知道)(?:到)?(?:发生)?(?:了)?(?:冲突|碰撞)(?:的时刻|的时间)?"
    later = units.seconds(matches[1]["time"])
    problem.ask(
        (
            (rf"{first}(?:站)?(?:{when}|呢)", "first"),
            (rf"{second}(?:站)?(?:{when}|呢)", "second"),
            (rf"(?:{first}(?:、|和){second}|两站|双方)(?:分别|各|各自)?{when}", "each"),
        )
    )
    problem.tell(roles())
    asked = [name for _, name in problem.goals]
    if "each" in asked:
        asked = ["first", "second"]
    problem.drop_names()
    problem.take_all(r"(?:发生)?(?:冲突|碰撞)")
    problem.done(HARMLESS + " t 什么时候 何时")
    facts = {fact.name: fact.value for fact in problem.told}
    delay = facts.get("delay") or (facts["distance"] / facts["speed"] if {"distance", "speed"} <= set(facts) else None)
    if delay is None or not 0 <= later < delay or not asked:
        return None
    return Recognition(
        parameters={"units": [{"begun": [first, second], "asked": asked, "later": str(later), "delay": str(delay)}]},
        understood=(("单向时延", units.show_time(delay)), (f"{second} 开始发送", units.show_time(later))),
    )
