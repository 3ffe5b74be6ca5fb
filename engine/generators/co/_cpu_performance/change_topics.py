"""A program changed by factors, and a part made faster."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.laws.clauses import NUMBER, SHARE, TIME, to_hertz, to_seconds
from engine.generators.laws.measures import duration
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, about, counted, in_units, percentage
from engine.generators.patterns import caseless
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import stay_out, to_int, to_share

_BY = r"(?:提高|提升|加快|增加|快)(?:了)?"


_TO = r"(?:提高|提升|提速|加快|变|加速|快|改进|优化|改善)(?:后)?(?:到|至|为|成)(?:了)?(?:原来的?)?"


def _speed(match: re.Match[str]) -> Fraction:
    """How many times as fast: `提高 60%` is 1.6, `提高到 3 倍` 3, `加速 10 倍` 10.

    Raises:
        StayOut: "快了 3 倍" has two readings.
    """
    text = match[0]
    number = patterns.search(rf"{NUMBER}\s*(?P<unit>%|倍)|(?P<word>[一两二三四五六七八九十]+)\s*倍", text)
    if number is None:
        return stay_out(text)
    value = Fraction(to_int(number["word"])) if number["word"] else Fraction(patterns.sub(r"[\s%倍]", "", number[0]))
    if number["unit"] == "%":
        return 1 + value / 100 if patterns.search(_BY, text) and not patterns.search("[到至为成]", text) else value / 100
    if value == 1 and patterns.search(_BY, text) and not patterns.search("[到至为成]", text):
        return Fraction(2)
    if patterns.search(r"(?:提高|提升|增加|快)(?:了)?\s*[\d一两二三四五六七八九十]", text):
        stay_out(text)
    return value


_FACTOR = rf"(?:{NUMBER}\s*(?:%|倍)|[一两二三四五六七八九十]+倍)"


_PART = r"(?:这|该|此|可|被|能|那)*(?:可?(?:改进|加速|增强|优化|并行)(?:化)?(?:的)?|这|该|此)?(?:部分|部件|[\u4e00-\u9fff]{2,6}?(?:运算|操作|处理|计算|部件|单元|模块|功能|法器)|浮点(?:运算)?(?:部件|单元|指令)?|CPU|乘法(?:部件|器|运算|指令)?|除法(?:部件|运算|指令)?|图形(?:部分|处理)?|求平方根(?:的)?(?:操作|运算|部件)?|FPSQR|FP|并行部分|I/O|访存|磁盘|程序部分|模块|函数|运算器)(?:的)?(?:处理|执行|运行|运算|计算|操作)?(?:的)?(?:速度|性能|部分|时间|指令|部件|单元|功能)?"


_WHOLE = r"(?:整体|总|系统|整机|全程|整个(?:系统|程序)?|程序(?:整体)?|总体|全系统)(?:的)?(?:性能|速度|执行速度|运行速度)?"


def _first_number(text: str) -> Fraction:
    found = patterns.search(NUMBER, text)
    return Fraction(found[0]) if found else stay_out(text)


_THING = r"(?:某|这|该|此|其)*(?:一)?(?:个)?(?:部件|功能|部分|模块)"
_PLAINLY = (
    # `将系统中某一功能的处理速度加快 10 倍`: as textbooks of this law have it, 10 times as fast.
    (
        rf"(?:将|把)?(?:某|该|一个)?(?:计算机|机器)?(?:系统|机器)?(?:中)?(?:的)?{_THING}(?:的)?(?:处理|执行|运行|运算|操作)?(?:的)?速度(?:加快|提高到|提升到|加快到)(?:了|到|为)*(?:原来的?)?\s*(?P<n>\d+(?:\.\d+)?)\s*倍",
        r"部件加速\g<n>倍",
    ),
    (
        rf"(?:且|但|而)?(?:该|此|这|其)?(?:{_THING})?(?:的)?(?:原(?:来|有)?)?(?:的)?(?:处理|执行|运行|操作)?时间(?:仅|只|约)*(?:为|是|占)(?:了)?(?:整个|总|全部|系统)*(?:系统|程序|任务)?(?:的)?(?:总)?(?:执行|运行|处理)?(?:总)?时间的\s*(?P<n>\d+(?:\.\d+)?\s*%)",
        r"部件占总时间的\g<n>",
    ),
    (
        r"(?:则)?(?:采用|采取|使用)(?:了)?(?:该|此|这种|这个)?(?:加快|加速|增强|改进)(?:功能)?(?:的)?(?:措施|方法|方式|技术|功能方法)?(?:以|之)?后,?(?:能|可|会|可以)?(?:使)?(?:得)?(?=整个|系统|程序|总)",
        "",
    ),
    (
        r"(?:能|可|会)?(?:使)?(?:整个)?(?:计算机)?系统(?:的)?(?:整体)?性能(?:能|将|可|会)?(?:提高|提升|改善)(?:了|到)?多少(?!倍|%)",
        "求整个系统的加速比是多少",
    ),
)


_COMPUTES_AND_WAITS = (
    r"(?:假定|假设|设|若|同时)?(?:原(?:来|有)?(?:的)?)?(?:处理器|CPU|程序|系统)?(?:有)?\s?(?P<n>\d{1,2})\s?%(?:的)?时间(?:用于|用在|花在|在)(?:计算|运算)"
    r"[,;]?(?:另外|其余|另|而|有|的)*\s?(?P<rest>\d{1,2})\s?%(?:的)?时间(?:用于|用在|花在|在)?(?:等待)?I/O(?:操作|请求)?"
)
_FASTER_PROCESSOR = r"(?:如果)?(?:新(?:的)?|增强(?:后)?(?:的)?|替换后的?)(?:处理器|CPU)(?:的)?(?:运算|处理|计算|执行)*速度(?:是|为|提高到|达到)+(?:原来的?|原(?:来|有)?处理器的?)\s*(?P<n>\d+(?:\.\d+)?)\s*倍"
_OPERATION = rf"(?:若|如果)?(?:将|把|使)?(?:该|这|此)(?:种|个)?(?:操作|部分|功能|部件)(?:的)?(?:执行)?(?:时间)?(?:由|从)\s?(?P<old>{TIME})(?:缩短|减少|降低|下降|改进)?(?:为|到|至)\s?(?P<new>{TIME})"


def _in_parts(text: str) -> str:
    """A processor that computes and waits, or an operation whose two times are told, in the same words."""
    waits, faster = caseless(_COMPUTES_AND_WAITS).search(text), caseless(_FASTER_PROCESSOR).search(text)
    if waits and faster and int(waits["n"]) + int(waits["rest"]) == 100:
        text = text.replace(waits[0], f"部件占总时间的{waits['n']}%").replace(faster[0], f"部件加速{faster['n']}倍")
        return patterns.sub(r"(?:某一?|一台)?计算机用于Web服务(?:系统)?,", "", text)
    operation = caseless(_OPERATION).search(text)
    if operation is None:
        return text
    old, new = to_seconds(operation["old"]), to_seconds(operation["new"])
    part = patterns.search(
        rf"其中(?:有)?\s?(?P<time>{TIME})(?:的)?(?:时间)?(?:用于|花在|用在)(?:某(?:一|个|种)?操作|[\u4e00-\u9fff]{{2,6}})", text
    )
    if part is None or to_seconds(part["time"]) != old or not 0 < new < old or not is_exact(old / new, 6):
        return text
    return text.replace(operation[0], f"部件加速{decimal(old / new, 6)}倍").replace(part[0], f"其中{part['time']}")


def _plainly(text: str) -> str:
    """The textbook's way to tell the part, its share and its speed in the words of the others."""
    text = _in_parts(text)
    for written, known in _PLAINLY:
        text = caseless(written).sub(known, text)
    return text


AMDAHL = Topic(
    name="a part made faster",
    about=r"加速|阿姆达尔|Amdahl|提高|提升|改进|倍|优化|快",
    prepared=_plainly,
    guard=r"占(?:总|全部|所有)?(?:的)?指令|(?:改进|加速|优化|提速)后[^,。;]{0,12}占|占(?:改进|加速|优化|新)|新(?:的)?(?:运行|执行|总)?时间|CPI|MIPS|Hz|流水|命中|Cache|条指令|两(?:种|个)?方案|方案[一二AB12]|编译|主频|功耗|分别",
    told=(
        Told(
            "times",
            rf"(?:执行|运行)?(?:时间)?(?:由|从)(?:原来的)?\s*(?P<old>{TIME})(?:降|减少?|缩短|变|降低|下降|减小)(?:到|为|至|成)\s*(?P<new>{TIME})",
            lambda match: (to_seconds(match["old"]), to_seconds(match["new"])),
        ),
        Told(
            "unlimited",
            rf"(?:若|如果|假如|即使|当|把|将)?(?:{_PART}|它|其)?(?:的)?(?:速度|性能)?(?:改进|提高|加速|做|变)?(?:到|得|成|为)?(?:无限|无穷)(?:地)?(?:快|大|高|提高)?|(?:这|该)?部分(?:的)?(?:执行)?时间(?:降|减少|缩短|变|趋)?(?:为|到|成|于|近于)(?:0|零)(?![.\d])|(?:{_PART})(?:不(?:再)?(?:花|占|需要?)(?:任何)?时间)",
            1,
        ),
        Told(
            "factor",
            r"快(?:了)?\s*(?P<value>\d+(?:\.\d+)?)\s*倍\(?(?:,)?(?:也就是|即|就是)(?:速度)?(?:变|提高|加快)?(?:为|到|成|是)?(?:原来的?)\s*(?P=value)\s*倍\)?",
            lambda match: Fraction(match["value"]),
        ),
        Told(
            "faster",
            rf"(?:改进|优化|加速)?(?:后|以后|之后)?(?:的)?{_PART}(?:的)?(?:速度|性能)?(?:要|能|可以|可|会|得|比原来|比以前|比改进前)*快(?:了)?\s*(?P<value>\d+(?:\.\d+)?|[二两三四五六七八九十]+)\s*倍",
            lambda match: Fraction(match["value"]) if patterns.match(r"\d", match["value"]) else Fraction(to_int(match["value"])),
        ),
        Told(
            "overall",
            rf"(?:要|想|希望|使|让|若|欲|期望|目标|得到|达到|获得|把|将)*(?:使|让|得|把|将)?{_WHOLE}(?:的)?(?:加速比)?(?:要|想|能|得|希望|需|可|须)*(?:达到?|获得|得到|{_TO}|为|是|快到|快|加速到?)(?:了)?(?:原来的?)?\s*(?P<value>{_FACTOR}|{NUMBER}(?![\d.%]|\s*(?:s|秒|ms)))|(?:总|整体|全局|系统)?加速比(?:要|想|需|能|须)*(?:达到?|为|到|是|=)\s*(?P<other>{NUMBER})(?![\d.%])",
            lambda match: _overall(match),
        ),
        Told(
            "factor",
            r"(?:(?:理想情况下)?(?:用|采用|使用))?\s*(?P<cores>\d+)\s*(?:个)?(?:核|处理器|CPU核)(?:心)?(?:CPU)?(?:相对|相对于|比)?(?:单核)?(?:的)?",
            lambda match: int(match["cores"]),
        ),
        Told(
            "factor",
            rf"(?:改进|升级|优化|加速|改造|改善)(?:以|之)?后(?:,)?(?:的|其|它)?(?:处理|执行|运行)?(?:速度|性能)(?:能|可以|可|被|将)*{_TO}\s*{_FACTOR}|(?:把|将)?(?:{_PART})(?:换成|改成|改为|换为|改进成)(?:速度)?(?:更)?快(?:了)?(?:一|1)倍的?(?:{_PART})?",
            lambda match: Fraction(2) if patterns.search("快(?:了)?[一1]倍", match[0]) else _speed(match),
        ),
        Told(
            "factor",
            rf"{_PART}(?:单独)?(?:的)?(?:执行|处理)?(?:速度|性能)?(?:被|能|可以|可|要|若|得|都|已|改进|优化|改善|用硬件|后|以后)*(?:{_TO}|{_BY}|加速|缩短到原来的1/|快)(?:了|比?原来的?)?\s*{_FACTOR}(?:速度|快|速)?|(?:把|将|给|使)(?:它|其|这部分|该部分|这段|这个|这一部分)(?:的)?(?:速度|性能)?(?:{_TO}|{_BY}|加速)(?:了|原来的?)?\s*{_FACTOR}|(?:部件|局部)?加速比(?:为|是|=)\s*{NUMBER}(?:倍)?(?=.*(?:总|整体|系统|全局))|加速\s*{_FACTOR}",
            lambda match: _speed(match) if patterns.search("倍|%", match[0]) else _first_number(match[0]),
        ),
    ),
    passed=(
        r"\(?(?:不考虑|忽略|不计)(?:I/O|其他|其余|其它)(?:部分)?(?:的)?(?:速度|时间|性能)?(?:的)?(?:变化|影响|改变)?\)?|(?:其余|其他|其它|剩下|剩余|I/O|别的|另外)(?:的)?(?:部分|时间|速度|都|均|是|为)*(?:保持)?(?:不变|没变|不改|维持原样|不动)",
        r"(?:剩下|其余|剩余)(?:的)?(?:都|均|全)?(?:是|为)(?:I/O|[\u4e00-\u9fff]{2,6}(?:、|和|及)?)+(?:的)?(?:时间)?",
        r"(?:再|重新)(?:跑|运行|执行)一遍",
        r"(?<=计算机)\s*[A-Z](?![A-Za-z\d])|(?<=[程机]序)\s*[A-Z](?![A-Za-z\d])|(?<=机器)\s*[A-Z](?![A-Za-z\d])|(?<=某机)\s*[A-Z](?![A-Za-z\d])|(?<=运行|执行)\s*[A-Z](?=要|需|所|的|共|$)",
        r"阿姆达尔(?:定律)?(?:\(Amdahl(?:定律)?\))?(?:那个)?|Amdahl(?:'?s)?(?:定律|law)?",
    ),
    roles=(
        Role(
            name="total",
            quantity=TIME,
            read=to_seconds,
            before=r"(?:总共|总|一共|共|程序)(?:的)?(?:执行|运行)?(?:时间)?(?:花|用|需要?|要|跑)*|原来(?:跑|运行|执行|花|用|需要?|要)*|运行|执行(?:时间)?|时间|跑",
            alone=True,
        ),
        Role(
            name="part_time",
            quantity=TIME,
            read=to_seconds,
            before=r"(?:其中|里面|有)?(?:CPU|浮点(?:运算)?|乘法|除法|这部分|该部分|可加速部分|可改进部分|图形|访存)(?:的)?(?:操作|指令|运算|处理)?(?:的)?(?:执行|占|用|花|耗|耗时)*(?:时间)?|其中",
            after=r"(?:是|为|属于|用于|花在|用在|花费在)+(?:CPU|浮点(?:运算)?|乘法|除法|访存|图形)(?:的)?(?:处理|运算|操作)?(?:上)?(?:的)?(?:时间)?",
        ),
        Role(
            name="share",
            quantity=SHARE,
            read=to_share,
            before=r"占(?:用|据|了|到|整个|总|程序|系统|全部|执行|运行|的|时间)*|比例(?:为|是)?|时间的|部分",
            after=r"(?:的)?(?:时间|执行时间|运行时间)(?:用于|花在|用在|花|是|在)?|可(?:以)?(?:加速|改进|并行|优化)",
            alone=True,
        ),
    ),
    asks=(
        (
            r"(?:核数|处理器数)?(?:趋于|趋向)?(?:无穷|无限)(?:大|多)?(?:个)?(?:处理器|核)?(?:时)?,?(?:最大|极限)?(?:的)?(?:加速比)?(?:的)?(?:上限|极限)(?:是|为)?(?:多少)?|(?:整体|总|系统|最大|极限|理论)*(?:的)?加速比(?:的)?(?:上限|极限|最大值?|最多)(?:是|为)?(?:多少)?|(?:最大|极限)(?:总|整体|系统)?加速比(?:又)?(?:是|为)?(?:多少)?|(?:最多|极限|上限)(?:又|还|能|可以?|会|加速|快|提高)*(?:是|到|达到?|为)*(?:多少|几)(?:倍)?",
            "limit",
        ),
        (
            rf"(?:则|那么|求|问)?(?:{_WHOLE}|整体|总|全局|系统|最终)?(?:的)?(?:性能)?加速比(?:是|为|约|等于|达到?|多大)*(?:多少)?|{_WHOLE}(?:会|将|能|可以|可)?(?:提高|提升|快|加速|变)(?:了|到|为|成)*(?:原来的?)?(?:多少|几)(?:倍)?|(?:整体|总|整个|系统|程序)+(?:的)?(?:性能|速度)(?:提高|提升)(?:到|为|了)*(?:原来的?)?(?:多少|几)?倍?",
            "overall",
        ),
        (
            rf"{_PART}(?:的)?(?:速度|性能)?(?:要|得|需要?|应该?|必须|须|至少)*(?:加速|提速|提高|提升|快|改进)(?:到|了|为)*(?:原来的?)?(?:多少|几)倍|(?:需要?|要|得)(?:把|将)?(?:它|其|这部分|该部分|部件)?(?:的)?(?:速度)?(?:加速|提高|提升)(?:到)?(?:多少|几)倍|(?:部件|局部)加速比(?:是|为|应|至少)*(?:多少|多大)",
            "factor",
        ),
        (
            r"(?:一?共|总共|可以?|能|将|会|执行|运行|程序|总|的|时间|以?后|现在|此时|改进后|优化后|加速后)*(?:节省|节约|缩短|省|减少|少[用花]|快)[了下掉去]?出?(?:的)?(?:执行|运行)?(?:时间)?(?:是|为)?(?:多少|几)\s*个?(?:秒|s|ms|毫秒|时间)",
            "saved",
        ),
        (
            r"(?:改进|加速|优化)后(?:的)?(?:乘法|除法|浮点|图形|访存|[这该](?:一)?部分|它)(?:的)?(?:运算|操作|指令|部分)?(?:本身)?(?:的)?(?:执行|运行)?(?:用时|时间|要|需要?|用|花)(?:是|为)?(?:多少|几|多长|多久)?\s*(?:秒|时间)?(?=[?。,]|$)",
            "part_new",
        ),
        (
            r"(?:再|现在|改进后|优化后|此时|新的?|这时|之后|后)*(?:的)?(?:跑|运行|执行|程序|总|一遍|需要?|用|花|要|得|完成|所需)*(?:时间)?(?:变成|变为|是|为|要|得|需要?)*(?:多少|几)\s*个?(?:秒|s|ms|毫秒|时间)|(?<!\ue000)(?<!\ue000的)(?<!\ue000的总)(?<!\ue000总)(?<!执行)(?<!运行)(?!\ue000)(?:再|现在|改进后|优化后|加速后|此时|新的?|这时|之后|后|则|跑|运行|执行|该|程序|总|一遍|需要?|用|花|要|完成|所需|所|耗费|花费|耗|的|P|整个|\ue000)*(?:时间|用时)(?:变成|变为|是|为|降为|缩短到|约|需要?|要)*(?:多少|多长|几)?\s*(?:秒|s|ms)?(?=[,;。?(及和与、]|$)|(?<!\ue000)(?<!\ue000的)(?<!\ue000的总)(?:执行|运行|总)(?:的)?时间(?:变成|变为|是|为|降为|缩短到)*(?:多少|多长)?|多长时间|多久",
            "new",
        ),
        (
            r"(?:该|此|这)?(?:部件|部分|功能)(?:的)?(?:原来|原先)?(?:的)?(?:所)?占(?:用)?(?:的)?(?:执行|运行)?(?:时间)?(?:的)?(?:比例|百分比|比重)(?:应|至少|需|为|是)*(?:多少)|(?:这|该|此|可(?:改进|加速|并行)(?:的)?)(?:部分)(?:的)?(?:时间)?(?:至少|应|要|需|必须|得)*(?:占|占比|比例)(?:用|到|了|总|整个|程序|执行|时间|的)*(?:多少|几成|百分之几|百分之多少|比例)?",
            "share",
        ),
    ),
    laws=(
        Law("share", ("part_time", "total"), lambda part, total: part / total if part < total else None, "占的比例为这部分的时间 ÷ 总时间"),
        Law("factor", ("faster",), lambda faster: faster, convention="“快 N 倍”按速度是原来的 N 倍"),
        Law("overall", ("times",), lambda times: times[0] / times[1], "加速比为原来的时间 ÷ 改进后的时间"),
        Law("overall", ("share", "unlimited"), lambda share, _: 1 / (1 - share), "部分的时间趋于 0，加速比趋于 1 ÷ (1 − 占的比例)"),
        Law(
            "overall",
            ("share", "factor"),
            lambda share, factor: 1 / (1 - share + share / factor),
            "加速比为 1 ÷ [(1 − 占的比例) + 占的比例 ÷ 部分的加速比]",
        ),
        Law(
            "new",
            ("total", "share", "factor"),
            lambda total, share, factor: total * (1 - share + share / factor),
            "改进后的时间为不变的部分加上缩短的部分",
        ),
        Law(
            "part_new",
            ("total", "share", "factor"),
            lambda total, share, factor: total * share / factor,
            "改进后这部分的时间为它原来的时间 ÷ 部分的加速比",
        ),
        Law(
            "saved",
            ("total", "share", "factor"),
            lambda total, share, factor: total * share * (1 - 1 / factor),
            "节省的时间为这部分原来的时间减去加速后的时间",
        ),
        Law(
            "factor",
            ("overall", "share"),
            lambda overall, share: share / (1 / overall - (1 - share)) if 1 / overall > 1 - share else None,
            "由加速比 = 1 ÷ [(1 − 占的比例) + 占的比例 ÷ 部分的加速比] 反解",
        ),
        Law("share", ("overall", "factor"), lambda overall, factor: (1 - 1 / overall) / (1 - 1 / factor), "由加速比公式反解占的比例"),
        Law("limit", ("share",), lambda share: 1 / (1 - share), "部分的时间趋于 0，加速比趋于 1 ÷ (1 − 占的比例)"),
    ),
    shown={
        "times": Quantity("前后的时间", lambda times: f"{duration(times[0])}、{duration(times[1])}"),
        "total": Quantity("原来的时间", duration, in_units),
        "part_time": Quantity("可改进部分的时间", duration, in_units),
        "share": Quantity(
            "可改进部分占", percentage, lambda value: (decimal(value, 3), decimal(value, 2), f"{value.numerator}/{value.denominator}")
        ),
        "factor": Quantity("部分加速", counted("倍"), lambda value: (decimal(value, 2),)),
        "faster": Quantity("部分快", counted("倍")),
        "overall": Quantity(
            "加速比", about, lambda value: (decimal(value, 2), decimal(value, 1), f"{value.numerator}/{value.denominator}")
        ),
        "limit": Quantity("加速比上限", about, lambda value: (decimal(value, 2), decimal(value, 1))),
        "new": Quantity("改进后的时间", duration, in_units),
        "part_new": Quantity("这部分改进后的时间", duration, in_units),
        "saved": Quantity("节省的时间", duration, in_units),
    },
    words=" 部分 可加速部分 可改进部分 程序 测试程序 系统 整体 总时间 CPU时间 I/O时间 I/O CPU 时间 执行时间 运行时间 速度 性能 浮点 浮点运算 乘法 除法 图形 改进 优化 加速 定律 想 想要 希望 这部分 该部分 加速比 部件 花在 用在 上 快 速度提升 后 以后 只 采取 措施 并行 串行 其余串行 单核 多核 核 核数 理想情况 硬件 一遍 再跑 剩下 原来",
    idle=frozenset({"unlimited", "total"}),
    check=lambda facts: _sensible(facts),
)


def _overall(match: re.Match[str]) -> Fraction:
    text = match["value"] or match["other"]
    return _speed(match) if patterns.search("倍|%", text) else Fraction(text)


def _sensible(facts: Facts) -> None:
    if not 0 < facts.get("share", Fraction(1, 2)) < 1 or facts.get("factor", Fraction(2)) <= 1 or facts.get("overall", Fraction(2)) <= 1:
        stay_out("no improvement")


_UP = r"(?:涨|提高|提升|增加|加快|上升|升高|增大|升|增)"


_DOWN = r"(?:减少|降低|下降|缩短|缩减|减小|减|降)"


_CHANGE = rf"(?:会|将|被|也|而|都|均|了|则|却|反而)*(?P<verb>{_UP}|{_DOWN}|变|成)?(?:了)?(?P<to>到了?|为|至|成)?(?:(?P<of>(?:原来|原先|以前|原有|优化前|之前)(?:的)?))?\s*(?P<amount>{NUMBER}\s*(?:%|倍)|[一两二三四五六七八九十]+倍)"


_FROM = (
    r"(?:由|从)(?:原来的?)?\s*(?P<old>{0})\s*(?:提高|提升|增加|升|上升|降低|降|下降|减少|变|改|缩短|增|减)(?:到|为|至|成)\s*(?P<new>{0})"
)


def ratio_of(match: re.Match[str]) -> Fraction:
    """What a change multiplies by.

    Raises:
        StayOut: "raised by 3 times" has two readings.
    """
    groups = match.groupdict()
    if groups.get("old"):
        read = to_hertz if "Hz" in match["old"] or "兆" in match["old"] else Fraction
        return read(patterns.sub("〔.〕", "", match["new"])) / read(patterns.sub("〔.〕", "", match["old"]))
    verb, amount = match["verb"] or "", match["amount"]
    by = not (match["to"] or match["of"] or verb in ("变", "成"))
    if "倍" in amount:
        text = amount.replace("倍", "").strip()
        value = Fraction(text) if patterns.fullmatch(r"[\d.]+", text) else Fraction(to_int(text))
        if by:
            return Fraction(2) if value == 1 and patterns.fullmatch(_UP, verb) else stay_out(match[0])
        return value
    share = to_share(amount)
    if not by:
        return share
    return 1 + share if patterns.fullmatch(_UP, verb) else 1 - share if patterns.fullmatch(_DOWN, verb) else stay_out(match[0])


def changes_of(name: str, word: str, quantity: str) -> tuple[Told, ...]:
    """The wordings of a change of a quantity called `word`, told as the factor `name`."""
    return (
        Told(name, rf"{word}(?:平均)?{_FROM.format(quantity)}", ratio_of),
        Told(name, rf"{word}{_CHANGE}", ratio_of),
        Told(name, rf"{word}(?:都|均|也|保持|维持)*(?:不变|没变|没动|没有变化|相同|不改)", 1),
    )
