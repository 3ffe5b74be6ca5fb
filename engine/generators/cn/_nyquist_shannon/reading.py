"""Reading problems about a channel's limits by their parts: bandwidth, rate, baud, levels, S/N and samples, whichever of them is asked."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.cn import _units as units
from engine.generators.cn._nyquist_shannon.rounding import LOGARITHM, digits_wanted, logarithms_given
from engine.generators.cn._nyquist_shannon.text import written_out
from engine.generators.cn._told.changed_conditions import forget_what_changes, told_in
from engine.generators.cn._told.told import Told, Unit
from engine.generators.kind import Missing, Recognition
from engine.generators.patterns import caseless
from engine.generators.quantities import decimal
from engine.generators.reading import DECIMAL, INTEGER, stay_out, to_int, to_share

_REFUSED = r"误码|带通(?!滤波器)|延迟|分组|CDMA|码片|脉冲|滚降|时分|频分|复用|奇偶|起始位|停止位|字符|编码效率|两条|倍频|单边带|归零|传播|距离|调频|时隙|帧|曲线|衰落|文件|如图|矛盾|对不对[,、]?差|(?:带宽|信道|频带|容量|链路)[^,。;?]{0,6}(?:平均|平|均|等)分|(?:用户|站点?|路)[^,。;?]{0,6}(?:平分|均分|共享|分享)|各占一半"
RATIO_NAME = r"(?:信噪功率比|信噪比|信道比|(?:平均)?信号(?:的)?(?:平均)?功率(?:与|和|/)噪声(?:的)?(?:平均)?功率之?比|(?<![A-Za-z])S/N(?![A-Za-z])|(?<![A-Za-z])SNR(?![A-Za-z]))"
_IS = r"(?:的|值|比值|比|约|均值|为|是|等于|只有|有|=|:|\(|\)|S/N|SNR|\s)*"
_DECIBELS = rf"(?<![\d.]){DECIMAL}\s*(?:dB|分贝)(?![A-Za-z])"
BAUD = rf"(?<![\d.]){DECIMAL}\s*[kKMG]?\s*(?:波特|Bauds?|码元/(?:s|秒)|码元每秒|个码元每秒)(?![A-Za-z率])"
POWER = rf"(?<![\d.]){DECIMAL}\s*(?:m|μ|u|毫|微|k|千)?(?:W|瓦)(?![A-Za-z])"

LEVELS = (
    rf"(?!一个|1个|一种)(?P<value>{INTEGER})\s*(?:个|种)(?:不同的?|变化(?:的)?|离散(?:的)?|有效(?:的)?|物理|信号|有效离散|可能的?)*(?:信号|码元|离散)?(?:的)?(?:等级|电平|状态|码元|电压|离散值|符号|信号|值|点|星座点|信号点|幅度值|幅值|幅度|振幅|取值|相位(?!,|、|且|每|各|和))(?:的)?(?:信号|码元|调制)?",
    rf"(?:信号|码元)?(?:的)?(?:离散)?(?:等级|电平|状态|信号状态)(?:个)?数?(?:V|M|N|L)?(?:为|是|有|=|:|\s)+(?P<value>{INTEGER})(?!\d|\.)(?:个|级|种)?",
    rf"(?<!位)(?P<value>{INTEGER})\s*(?:级|元|进制|电平|相位|相)(?:的)?(?:离散|数字)?(?:的)?(?:电平|信号|码元|调制|传输|相移键控|移相)?(?![位,、])",
    r"(?:采样)?量化(?:等)?级(?:数|别)?(?:为|是|有|=|:)+(?P<value>\d+)(?:个|级)?",
    r"(?:量化为|量化成|分为|分成)?(?P<value>\d+)(?:级(?:量化)?|个?量化(?:等)?级)",
)
GRID = (
    rf"(?P<phases>{INTEGER})\s*(?:个|种)?(?:不同(?:的)?)?相(?:位|移|调制)?[,、;]?(?:且|并且|而|和|,|、|的|\*|×|x|乘)?(?:每个|每种|每一个|每一?|各|一个)?(?:相位?)?(?:下|上|都|又|再|的|各|分别|,)*(?:对应|具有|有|可取|取|含|配)?(?P<amplitudes>{INTEGER})\s*(?:个|种)?(?:不同(?:的)?)?(?:振幅|幅度|幅值|幅)",
)
PRESET = r"(?<![A-Za-z0-9])(?P<value>2|4|8|16|32|64|128|256|512|1024|4096)\s*-?\s*(?:QAM|PSK|DPSK|ASK|FSK)|(?<![A-Za-z0-9])(?:QAM|PSK)-?(?P<after>2|4|8|16|32|64|128|256|1024)(?!\d)"
NAMED_LEVELS = {"qpsk": 4, "bpsk": 2, "二进制": 2, "二元": 2, "四进制": 4, "八进制": 8}

_TIMES = rf"(?:(?P<factor>{DECIMAL}|[两三四五])倍|(?P<percent>{DECIMAL}\s*%)|(?P<doubled>1倍|一倍))"
_GROWN = rf"(?:速率|容量|极限|传输率)[^,。;?]{{0,10}}?(?:(?P<twice>翻一?(?:倍|番)|加倍)|(?:增加|提高|增大|提升|增长|再增加|再提高)(?:了)?(?:{_TIMES})|(?:变为|提高到|增加到|达到|是|成为|变成|增大到|提升到)(?:原来|原先|之前)的?(?P<whole>{DECIMAL}|[两三四五])倍)"

_RATE_NAME = r"(?:(?:数据|信息|信道|最大|最高|极限|理论|比特|实际)*(?:的)?(?:数据|信息)?(?:的)?(?:传输|传送|传|通信)?(?:速率|速度|数据率|容量|传输率|信息率|能力))"
_BOTH_LIMITS = r"(?:准则|定理|公式)?(?:的|给出的)?(?:极限|上限)?(?:速率)?(?:与|和|、|及|以及)"
ASKED = (
    (r"相位(?:的)?(?:数目?|个数|种数)(?:至少|最少)?(?:应该?|需要?|要|取)*(?:为|是|有)?", "phases"),
    (rf"(?:按照?|用|由)?奈(?:奎斯特|氏){_BOTH_LIMITS}香农(?:公式|定理|准则)?(?:的|给出的|算的?)?(?:分别)?(?:求|计算|算|得)?(?:出)?(?:{_RATE_NAME}|极限|上限)?(?:数据)?(?:传输)?(?:速率)?", "nyquist, shannon"),
    (rf"(?:按照?|用|由)?香农{_BOTH_LIMITS}奈(?:奎斯特|氏)(?:公式|定理|准则)?(?:的|给出的|算的?)?(?:分别)?(?:求|计算|算|得)?(?:出)?(?:{_RATE_NAME}|极限|上限)?(?:数据)?(?:传输)?(?:速率)?", "shannon, nyquist"),
    (r"(?:大?约|会|能|将)?(?:增加|提高|增大|提升|增长|多)(?:了)?(?:百分之(?:多少|几)|(?:的)?(?:百分比|比例))", "gain share"),
    (r"(?:大?约|会|能|将)?(?:增加|提高|增大|提升|增长|多)(?:了)?(?:百分之)?(?:多少|几)", "gain"),
    (rf"(?:{RATIO_NAME})?(?:\(?(?:S/N|SNR)\)?)?(?:应该?|要|需要?|得)?(?:提高|提升|增加|增大|升|变|扩大)(?:到|为|成|至)?(?:约|大约)?(?:原来的?)?(?:多少|几)倍|(?:它|新的?|{RATIO_NAME})?(?:约|大约)?(?:应该?|要|需要?)?(?:是|为)(?:原来|原先|原|之前)的?(?:{RATIO_NAME})?的?(?:多少|几)倍", "ratio times"),
    (rf"{RATIO_NAME}(?:\(?(?:S/N|SNR)\)?)?(?:\(?(?:用|以|换算成|的)?(?:dB|分贝)(?:表示|数|值)?\)?)?(?:应该?|要|需要?|得)?(?:提高|提升|增加|增大|升|变)(?:到|为|成|至)(?:多少|几|什么值|多大)|(?:提高|提升|增加|增大|升)(?:到|为|成|至)(?:多少|几|什么值?|多大)(?:倍)?", "new ratio"),
    (rf"(?:至少|最小|最低|最少)?(?:需要?|要|应|所需|求)*(?:的|多大的?|多少的?)*{RATIO_NAME}(?:\(?(?:S/N|SNR)\)?)?(?:至少|最小|最低)?", "ratio"),
    (r"(?:相当于|等于|合|换算成|折合|化成|换成|用)?(?:是)?(?:多少|几)(?:个)?(?:dB|分贝)(?![A-Za-z])|(?:换算成|化成|换成|用|以)(?:dB|分贝)(?:表示|为单位)?|(?:dB|分贝)(?:值|数)", "decibels"),
    (r"(?:至少|最少|最多)?(?:需要?|要|得|采用|用|有|取)*(?:多少|几)(?:个|种)?(?:不同的?)?(?:离散)?(?:的)?(?:有效)?(?:信号|码元)?(?:的)?(?:离散)?(?:电平|等级|状态|离散值|码元状态|级|种(?![类])|信号|取值|进制)(?:数)?|(?:离散|码元|信号|有效)*(?:的)?(?:离散)?(?:电平|状态|等级|取值|离散值)(?:个)?(?:的)?(?:数目?|种类数?|种数|个数|数量)|几进制", "levels"),
    (r"每个?载波信号(?:必须|需要?|要|应)?(?:携带|表示|传送)(?:多少|几)(?:个)?(?:比特|bit|位)(?:的)?(?:二进制)?(?:数据|信息)?", "bits"),
    (r"(?:每个?|一个|1个)(?:码元|信号|波特|符号)(?:可以?|能|应|需要?|要)*(?:携带|表示|承载|传送|带|传)(?:的)?(?:信息量)?(?:多少|几)?(?:个)?(?:比特|bit|位)?(?:数|的信息量)?|(?:每个?|一个)(?:码元|符号)(?:是|含|要|有)?(?:多少|几)(?:个)?(?:比特|bit|位)", "bits"),
    (r"(?:该信道|应)?(?:所)?(?:采用)?的?(?:QAM|PSK)(?:调制)?(?:方案|方式|技术)(?=是|为|应|\s|$|\()", "levels"),
    (r"(?:至少|起码|最少)?(?:需要?|要)?(?:用|采用)?多大的?(?:传输)?速率的信道(?:才能传输)?", "rate"),
    (r"每秒(?:钟)?(?:的)?(?:采样|抽样|取样)(?:的)?次数", "sampling"),
    (r"(?:采样|抽样|取样)(?:的)?(?:频率|速率|率)(?:至少|最低|最小)?|每秒(?:至少)?(?:采样|抽样|取样)(?:多少|几)次", "sampling"),
    (r"(?:采样|抽样)(?:的)?(?:周期|间隔)(?:最大|最长)?", "sampling period"),
    (r"(?:极限|最大|最高|线路上?的?|信道)*(?:的)?码元(?:的)?(?:传输)?(?:速率|速度)(?:的)?(?:极限值?|上限)?|(?:极限|最大|最高)?(?:的)?(?:波特率|信号传输速率|信号变化速率|信号变化率|调制速率)|多少(?:个)?波特|每秒.{0,8}(?:多少|几)个?码元|(?:最多|最高|最大)?(?:多少|几)(?:个)?码元(?:每秒|/s|/秒)", "baud"),
    (r"(?:至少|最少|最小|需要?|要)*(?:多大|多少|多宽)(?:的)?(?:信道|频率|链路)?带宽|(?:信道|链路|线路|最小|最低|需要的?|所需的?|至少|频带|频率)*(?:的)?(?:带宽|频带宽度|频宽|频带)", "bandwidth"),
    (rf"(?:按照?|用|由|根据|依据)?(?:奈(?:奎斯特|氏)(?:准则|定理|公式)?)(?:的|给出的|算|得到的|计算)*(?:{_RATE_NAME}|极限|上限)", "nyquist"),
    (rf"(?:按照?|用|由|根据|依据)?(?:香农(?:准则|定理|公式)?)(?:的|给出的|算|得到的|计算|容量)*(?:{_RATE_NAME}|极限|上限)", "shannon"),
    (r"(?:大约|约)?(?:最)?(?:接近|约为)(?:的|于)?(?:是|值是|值为|值)?(?=\s*$|\s*[:?。(_])", "about"),
    (rf"实际(?:上)?(?:的)?(?:大概|大约|约|能)?(?:{_RATE_NAME}|是|有|能)?(?:多少)?", "actual"),
    (r"(?:理论|极限|最大|最高|最快|可能|信道|信息|数据|通信|链路)*(?:上)?(?:的)?(?:极限|最大|最高|信息|数据)*(?:的)?(?:数据|信息)?(?:的)?(?:传输|传送|传|比特|信息)?(?:的)?(?:速率|速度|(?<!频)(?<!效)率|能力)(?!为理|是理)|(?:信道|香农)?(?:的)?(?:极限)?容量|比特率|(?:能|可以?|最[快多大高])*(?:跑|传|达|到)+(?:到)?(?:多快|多少|多大)|(?:香农|奈氏|理论)?(?:极限|上限)(?:值)?|(?:每|一)秒(?:钟)?(?:能|可以|可|会)?(?:产生|传输?|传送|发送?)?(?:多少|几)(?:个)?(?:比特|bit|位)|最快(?:能)?(?:跑|传)?多少", "rate"),
)  # fmt: skip

HARMLESS = (
    "有限带宽 ASK FSK PAM 星座图 星座 那种 PSK DPSK QAM 包含 变化 信号变化速率 上限 包含 获得 可以获得 时 不计噪声 dB 分贝 都要 到底 取哪个值 取哪个 哪个值 表示数据 表示 来 对于 载波 载波信号 信号传输 有效 信道 低通 话音 电话 电话线 电话线路 电话信道 电话系统 模拟 数字 语音 基带 宽带 带宽 频带 速率 数据率 数据传输率 信号 码元 电平 等级 状态 调制 调制技术 调制方式 调制解调器 极限 理论 理论上 最大 无差错 正交振幅 QAM PSK 正交幅度调制 幅度调制 相位调制 传输 传送 容量 "
    "信噪比 比值 该链路 该信道 这条链路 这条信道 离散 离散的 每个 能 达到 上 每码元 为了 若 若要 想要 要想 实现 携带 比特 bit bits 位 不同的 种 公式 定理 准则 实际 带 话路 线路上 信道上 传数据 为 相位 振幅 幅度 kb/s kbps bps Mbps b/s 干扰 功率 kHz Hz 波特 "
    "电视 电视频道 频道 一路 路 一个 每 每个 样本 数字化 模拟信号 模拟数据 数字信号 数字话音 话音信号 声音 音频 最高频率 频率 编码 采样 抽样 取样 量化 量化级 按奈奎斯特采样频率 采样定理 采样频率 脉冲编码调制 PCM T1 E1 的话 线路 链路 光纤 双绞线 高斯白噪声 噪声 高斯噪声 加性高斯噪声 才 才能 同一信道 同一 不变 不低于 以 速度 至少 多大 用 按 理想 条件 无码间串扰 码间串扰 "
    "从 到 取值 取 可取 可以 某种 采用 使用 最高 能不能 曼彻斯特 周期 宽度 通信系统 系统 网 以太网 数据 传多快 物理层"
)


def baud_of(text: str) -> Fraction:
    """A text that `BAUD` matched."""
    prefix = patterns.search(r"[\d.]\s*([kKMG])", text)
    return _leading(text) * Fraction(1000) ** (" KMG".index(prefix[1].upper()) if prefix else 0)


def _leading(text: str) -> Fraction:
    """The number at the beginning of a text that a pattern matched."""
    found = patterns.match(DECIMAL, text)
    return Fraction(found[0]) if found else stay_out(text)


def watts(text: str) -> Fraction:
    """A text that `POWER` matched."""
    scale = {
        "m": Fraction(1, 1000),
        "毫": Fraction(1, 1000),
        "μ": Fraction(1, 10**6),
        "u": Fraction(1, 10**6),
        "微": Fraction(1, 10**6),
        "k": Fraction(1000),
        "千": Fraction(1000),
    }
    unit = patterns.sub(r"[\d.\s]", "", text)
    return _leading(text) * scale.get(unit[0], Fraction(1))


def _note_levels(problem: Told, sampled: bool) -> None:
    name = "sample levels" if sampled else "levels"
    for pattern in GRID:
        problem.find("levels", pattern, lambda match: to_int(match["phases"]) * to_int(match["amplitudes"]))
    problem.find("levels", PRESET, lambda match: to_int(match["value"] or match["after"]))
    problem.find(
        "levels",
        r"(?<![A-Za-z])(?:QPSK|BPSK)(?![A-Za-z])|(?<!位)(?:二进制|四进制|八进制)(?=信号|码元|电平|数据|传输|调制)|二元(?=信号|码元)",
        lambda match: NAMED_LEVELS[match[0].lower()],
    )
    for pattern in LEVELS:
        problem.find(name, pattern, lambda match: to_int(match["value"]))


def _note_noise(problem: Told) -> tuple[bool, bool]:
    """S/N as a ratio, in decibels or as two powers; whether the text says that it is no decibels, and whether it wants decibels."""
    plain = bool(
        problem.take_all(
            r"\(?(?:用|写|求|是|按)?(?:功率)?比值(?:形式|表示)?[,(]*(?:而?不是(?:dB|分贝)(?:数|值)?)?[!]?\)?|\(?[,]?(?:注意)?(?:这个)?(?:是倍数)?(?:并|且)?(?:不|非)是?(?:dB|分贝)(?:值|数)?[!]?\)?|\(?(?:线性|倍数)(?:值)?\)?(?=[,。)?])"
        )
    )
    problem.find(
        "decibels",
        rf"(?:{RATIO_NAME}{_IS}|(?<=\ue000))?(?P<value>{_DECIBELS})(?:的?{RATIO_NAME})?",
        lambda match: _leading(match["value"]),
    )
    problem.find(
        "ratio",
        rf"{RATIO_NAME}{_IS}(?:从)?(?P<value>\d+(?:\.\d+)?)(?!\s*(?:dB|分贝|%|\d|\.\d|Hz|kHz))(?:倍|\s*:\s*1(?!\d))?",
        lambda match: Fraction(match["value"]),
    )
    problem.find(
        "ratio",
        rf"信号(?:的)?(?:平均)?功率(?:是|为)噪声(?:的)?(?:平均)?功率的(?P<value>{DECIMAL})倍",
        lambda match: Fraction(match["value"]),
    )
    problem.tell((
        Role(name="signal", quantity=POWER, read=watts, before=r"信号(?:的)?(?:平均)?(?:功率)?|(?<![A-Za-z])S"),
        Role(name="noise", quantity=POWER, read=watts, before=r"噪声(?:的)?(?:平均)?(?:功率)?|(?<![A-Za-z])N"),
    ))  # fmt: skip
    return plain, bool(patterns.search("dB|分贝", problem.rest, re.IGNORECASE))


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve`; None or `StayOut` where a quantity or a word is not understood."""
    problem = Told(written_out(text), short_rates=False)
    logarithms = logarithms_given(list(caseless(LOGARITHM).finditer(problem.rest)))
    if None in logarithms:
        stay_out("a logarithm that is none")
    problem.take_all(LOGARITHM)
    problem.drop_names()
    problem.take_all(
        r"\(?(?:最后|结果|应|要)?(?:取|以)(?:奈(?:奎斯特|氏))?(?:(?:准则|定理)?(?:与|和|、)香农(?:定理|公式)?)?(?:两者|二者|两个(?:结果|极限|上限))?(?:之?中)?(?:的)?(?:较小|小|最小)(?:者|值|的)?(?:为准|为答案)?\)?|\(?(?:同时)?(?:考虑|满足)奈(?:奎斯特|氏)(?:准则|定理)?(?:与|和|、)香农(?:定理|公式)?(?:的限制|的要求)?\)?"
    )
    problem.refuse(_REFUSED)
    problem.find(
        "symbols",
        r"每秒(?:采样|抽样|取样)(?P<value>\d+(?:\.\d+)?)\s*(?P<kilo>[k千])?次",
        lambda match: Fraction(match["value"]) * (1000 if match["kilo"] else 1),
    ) if problem.has("每个?(?:信号|码元)[^,。;]{0,8}级") else None
    problem.find(
        "more amplitudes", rf"再加(?:上)?(?P<value>{INTEGER})种(?:不同的?)?(?:振幅|幅度|幅值)", lambda match: to_int(match["value"])
    )
    band = "~" if patterns.search(r"Hz\s*(?:~|-|到|至)|\d\s*(?:~|-|到|至|～)\s*\d+\s*k?Hz", text) else ""
    sampled = problem.has("采样|抽样|取样|PCM|量化|脉冲编码|样本")
    problem.find(
        "share",
        rf"(?:实际)?[^,。;?\n]{{0,16}}?(?:速率|速度|能力|数据率)?(?:约|只|能|可|仅|大约)*(?:为|是|达到|到|有|占)(?:其|该链路|该信道|这个)?(?:理论|极限|最大|香农|奈氏)[^,。;?\d]{{0,14}}(?:的)?(?P<value>{DECIMAL}\s*%|一半|{DECIMAL}倍)(?:左右)?",
        lambda match: Fraction(1, 2) if match["value"] == "一半" else to_share(match["value"].rstrip("倍")),
    )
    change = _change(problem)
    plain, _ = _note_noise(problem)
    problem.find(
        "samples bits",
        rf"(?:每个?|一个|1个)?(?:样本|采样(?:点|值)?|样值|抽样值|样点)(?:用|采用|以|为|是|由|编码为|占)*(?P<value>{INTEGER})\s*(?:个)?(?:位|bits?|比特)(?:二进制数?)?(?:编码|量化|表示|来表示)?|(?<![\d.])(?P<other>{INTEGER})\s*(?:位|bits?|比特)(?:的)?(?:量化|编码|采样)",
        lambda match: to_int(match["value"] or match["other"]),
    )
    problem.find("amplitudes", rf"每种相位的幅度数为(?P<value>{INTEGER})(?!\d)", lambda match: to_int(match["value"]))
    _note_levels(problem, sampled)
    problem.find(
        "bits",
        rf"(?:每个?|一个|1个)?(?:码元|符号|信号)(?:可以?|能)?(?:携带|表示|承载|传送|带|传|含)?(?:的)?(?:信息量)?(?:为|是|有)?(?<![\d.])(?P<value>{INTEGER})\s*(?:个)?(?:比特|bits?|位)(?:信息|数据)?",
        lambda match: to_int(match["value"]),
    )
    # `若要使码元速率与数据速率相等`: a symbol for each bit.
    problem.find(
        "bits",
        r"(?:若|如果)?(?:要求|要想|想要?|要使|要|使|让)*(?:得)?(?:码元|波特|调制)(?:传输)?(?:速率|率)(?:(?:与|和|跟)(?:数据|信息|比特)(?:传输)?(?:速率|率)(?:在数值上)?(?:相等|相同|一样)|等于(?:数据|信息|比特)(?:传输)?(?:速率|率))",
        lambda _: 1,
    )
    problem.tell((
        Role(name="sampling", quantity=units.FREQUENCY, read=units.hertz, before=r"(?:采样|抽样|取样)(?:的)?(?:频率|速率|率)(?:为|是)?", after=r"(?:的)?(?:频率)?(?:进行)?(?:采样|抽样|取样)"),
        Role(name="top", quantity=units.FREQUENCY, read=units.hertz, before=r"(?:最高|最大)(?:的)?(?:信号)?频率(?:分量)?|频率(?:最高)?"),
        Role(name="bandwidth", quantity=units.FREQUENCY, read=units.hertz, before=r"(?:频率)?(?:带宽|频带宽度|频宽|通频带|频带)(?:W|B|H)?", after="(?:的)?(?:带宽|信道|链路|低通|话音|语音|模拟)", alone=True),
        Role(name="rate", quantity=units.RATE, read=units.bits_per_second, before=r"(?:数据|信息)?(?:传输|传送)?(?:速率|率|速度)|容量|达到|跑|传", after="(?:的)?(?:数据)?(?:传输)?(?:速率|速度)", alone=True),
        Role(name="baud", quantity=BAUD, read=baud_of, before=r"波特率|码元(?:传输)?(?:速率|速度)|调制速率", alone=True),
        Role(name="period", quantity=units.TIME, read=units.seconds, before=r"(?:码元|符号|信号)(?:的)?(?:周期|宽度|长度|间隔|持续时间)|每(?:个)?(?:码元|符号)(?:持续|占|宽|长)*", after="(?:的)?码元周期"),
    ))  # fmt: skip
    manchester = bool(problem.take_all(r"(?:差分)?曼彻斯特(?:编码)?"))
    four_five = bool(problem.take_all(r"4B/?5B(?:编码)?"))
    noiseless = problem.find(
        "noiseless",
        r"(?:一条)?(?:理想(?:的)?)?(?:无噪声?|没有?任?何?噪[声音]|不考虑(?:热)?噪声|忽略(?:热)?噪声|不计(?:热)?噪声|无噪音|理想低通|无热噪声|理想(?=信道|的信道|条件|情况|状态|的))(?:的)?(?:影响|干扰)?(?:情况下?|条件下?|时)?",
    )
    least = patterns.search(r"无噪声[^。?]{0,30}(?:不小于|不低于|大于等于|至少等于|不少于)[^。?]{0,40}信噪比", problem.text) is not None
    if least:
        problem.take_all(r"(?:不小于|不低于|大于等于|不少于)|条件下的?(?:的)?(?:极限)?(?:数据)?(?:传输)?速率|极限(?:数据)?(?:传输)?速率")
    named = (bool(patterns.search("奈(?:奎斯特|氏)", problem.text)) and not sampled, "香农" in problem.text)
    asked = problem.ask(ASKED) or problem.ask(((r"多少(?:kbps|kb/s|bps|b/s|Mbps|Mb/s)|传多少|问(?:kbps|bps|b/s|kb/s|Mbps)", "rate"),))
    problem.take_all(r"(?:用|由|根据|按照?|依据|利用)?(?:奈(?:奎斯特|氏)|香农)(?:第一|第二)?(?:公式|定理|准则|极限)?")
    problem.take_all(
        r"(?:信道|频率|频带)?带宽|(?:数据|信息|信号|码元)?(?:传输|传送)?(?:速率|率|速度)|波特率|信号功率|噪声功率|功率|比特率|单位(?:是|为)?(?:用)?(?:kbps|kb/s|bps|b/s|Mbps|Mb/s)|\(?(?:单位)?:?(?:kbps|kb/s|bps|b/s|Mbps|Mb/s|dB|分贝|kHz|Hz)\)?(?=[,。;?)!]|$|\()|(?:受|有)?(?:高斯|随机|加性)*(?:白|热)?噪声(?:的)?(?:干扰|影响)?|有噪"
    )
    problem.done(HARMLESS, least=("levels", "bits", "bandwidth", "ratio"), most=("rate", "nyquist", "shannon"))
    if not asked:
        return None
    context = {
        "plain": plain,
        "several": len(problem.units()) > 1,
        "noiseless": noiseless,
        "nyquist": named[0],
        "shannon": named[1],
        "sampled": sampled,
        "noisy": "噪声" in problem.text
        and not noiseless
        and not any(fact.name in ("ratio", "decibels", "signal") for fact in problem.told),
        "line": manchester,
        "four_five": four_five,
        "band": bool(band),
        "least": least,
        "change": change,
        "logarithms": [[str(number), str(value)] for number, value in filter(None, logarithms)],
        "digits": digits_wanted(problem.text),
    }
    questions = problem.units()
    forget_what_changes(problem, questions, {"levels": ("bits",), "bits": ("levels",)})
    for unit in questions[1:]:
        if {"ratio", "decibels"} & told_in(problem, unit) and not {"ratio", "decibels"} & set(questions[0].known):
            unit.known.pop("noiseless", None)  # the noise that was left out so far
    told = [parameters_of(unit, context, problem.text) for unit in questions]
    if any(one is None for one in told):
        return None
    return together([one for one in told if one is not None])


def _change(problem: Told) -> dict[str, str] | None:
    """How the limit or the noise is changed: "从 30 dB 提高到 40 dB", "速率翻一倍", "速率达到 37.2 kb/s" where another was told."""
    if problem.has("(?:多少|几)倍"):
        wanted = rf"(?:要求|想要?|要使|若使|使|让|希望)[^,。;?\d]{{0,16}}?(?:速率|容量)[^,。;?\d]{{0,6}}?(?:到|为)\s*(?P<new>{units.RATE})"
        target = caseless(wanted).search(problem.rest)
        earlier = caseless(units.RATE).search(problem.rest, 0, target.start()) if target else None
        if target is not None and earlier is not None:
            problem.take_spans([target.span()])
            return {"factor": str(units.bits_per_second(target["new"]) / units.bits_per_second(earlier[0]))}
    match = problem.take(
        rf"(?:{RATIO_NAME}{_IS})?(?:从|由)?(?P<old>{DECIMAL})\s*(?:dB|分贝)?(?:提高|提升|增加|增大|升|升高|变|改善)(?:到|至|为)(?:了)?(?P<new>{DECIMAL})\s*(?P<unit>dB|分贝)?(?![\dA-Za-z])"
    )
    if match is not None:
        return {"old": match["old"], "new": match["new"], "unit": "decibels" if match["unit"] else "ratio"}
    if match := problem.take(_GROWN):
        if match["twice"] or match["doubled"]:
            factor = Fraction(2)
        elif match["percent"]:
            factor = 1 + to_share(match["percent"])
        elif match["factor"]:
            factor = 1 + Fraction(to_int(match["factor"]) if not patterns.match(r"\d", match["factor"]) else match["factor"])
        else:
            factor = Fraction(to_int(match["whole"]) if not patterns.match(r"\d", match["whole"]) else match["whole"])
        return {"factor": str(factor)}
    return None


def parameters_of(unit: Unit, context: dict[str, Any], text: str) -> dict[str, Any] | None:
    """A question's parameters; None where what is told does not fit together."""
    known: dict[str, Any] = dict(unit.known)
    if known.pop("noiseless", False) is not context["noiseless"] and context["several"]:
        context = context | {"noiseless": not context["noiseless"]}
    if "more amplitudes" in known:
        if "levels" not in known:
            return None
        known["levels"] *= known.pop("more amplitudes")
    if "symbols" in known:
        if "bandwidth" not in known or "baud" in known:
            return None
        known["baud"] = min(known.pop("symbols"), 2 * known["bandwidth"])
    unit.asked = [part for name in unit.asked for part in name.split(", ")]
    nyquist, shannon = "奈" in unit.text, "香农" in unit.text
    if nyquist or shannon:
        context = context | {"nyquist": nyquist, "shannon": shannon}
    elif context["several"]:
        context = context | {"nyquist": False, "shannon": False}
    # "最大速率约为": said behind what is asked, it asks nothing of its own.
    others = [name for name in unit.asked if name != "about"]
    asked = [
        name
        for name in others or ["actual"]
        if (name == "bandwidth" and context["band"])
        or name in ("new ratio", "ratio times", "actual", "nyquist", "shannon", "decibels")
        or name not in known
    ]
    if "signal" in known and "noise" in known and known["noise"]:
        known["ratio"] = known.pop("signal") / known.pop("noise")
        context = context | {"plain": True}
        asked = [name for name in asked if name != "ratio"] or asked
    if ("signal" in known) or ("noise" in known):
        return None
    change = context["change"]
    if change is not None:
        if "factor" in change and not ({"ratio", "new ratio", "decibels", "ratio times"} & set(asked)):
            return None
        if "factor" in change:
            asked = ["new ratio", "ratio times"] if {"ratio", "new ratio"} & set(asked) and "ratio times" in asked else asked[-1:]
            asked = asked if "ratio times" in asked else ["new ratio"]
        elif "old" in change:
            if not patterns.search(r"(?:增加|提高|增大|提升|多|增长)(?:了)?(?:多少|几|百分之)", text):
                return None
            asked = [next((name for name in asked if name == "gain share"), "gain")]
        if "factor" in change and "ratio" in known:
            context = context | {"plain": True}
    if "ratio times" in asked and (change is None or "factor" not in change):
        return None
    if {"gain", "gain share"} & set(asked) and (change is None or "old" not in change):
        return None
    if {"ratio", "decibels"} & set(asked) and {"rate", "bandwidth"} <= set(known):
        # What S/N a rate needs: one that was told before is another.
        known.pop("ratio", None)
        known.pop("decibels", None)
    both = {name for name in asked if name in ("ratio", "decibels", "new ratio")}
    # "S/N 应为多少？合多少 dB", "分别用比值和分贝表示": both are wanted.
    in_both = (
        bool(both)
        and patterns.search(
            r"(?:合|即|相当于|等于|换算[成为]|折合[成为]?|化[成为])(?:是)?(?:多少|几)(?:个)?(?:dB|分贝)|(?:分别|各)用(?:功率)?(?:比值|倍数)(?:和|与|、)(?:分贝|dB)",
            unit.text,
            re.IGNORECASE,
        )
        is not None
    )
    if both == {"ratio", "decibels"}:
        asked = [name for name in asked if name != "decibels"]
    if "decibels" in asked and "ratio" not in known and "decibels" in known and len(asked) > 1:
        asked.remove("decibels")
    ratio, decibels = known.get("ratio"), known.get("decibels")
    if ratio is not None and not (
        ratio > 100
        or context["plain"]
        or patterns.search(r"倍|\d\s*:\s*1|S/N\s*=|比值", text)
        or ((ratio + 1).denominator == 1 and int(ratio + 1).bit_count() == 1)
    ):
        return None  # 信噪比 30 without a unit: most who write so mean decibels
    if shannon != nyquist and (ratio is not None or decibels is not None if shannon else "levels" in known or "bits" in known):
        asked = [("shannon" if shannon else "nyquist") if name == "rate" and "share" not in known else name for name in asked]
    levels = known.get("levels")
    if levels is not None and not 2 <= levels <= 4096:
        return None
    if "share" in known and not {"actual", "rate"} & set(asked):
        return None
    if (
        "share" in known
        and asked == ["rate"]
        and patterns.search("最大|最高|极限|理论", unit.text[unit.text.rstrip(" ,。?").rfind(",") + 1 :])
    ):
        return None  # the limit, or what is reached of it?
    if ("top" in known and not context["sampled"]) or ("share" in known and context["sampled"]):
        return None
    if "actual" in asked:
        if "share" not in known:
            asked = [name for name in asked if name != "actual"] or ["rate"]
            if asked != ["rate"]:
                return None
        elif patterns.search("最大|极限", unit.text) and unit.text.count("速率") <= 3:
            asked = [name for name in asked if name != "rate"]
    if context["noiseless"] and (ratio is not None or decibels is not None) and not context["least"]:
        return None
    if (
        not asked
        or any(isinstance(value, Fraction | int) and value <= 0 for name, value in known.items() if name != "decibels")
        or (decibels is not None and decibels > 100)
    ):
        return None
    return {
        "asked": asked,
        "known": {name: str(value) for name, value in known.items()},
        "words": {
            "decibels": bool(patterns.search("(?:比|SNR|S/N).*(?:dB|分贝)", unit.text, re.IGNORECASE | re.DOTALL))
            if both & {"ratio", "decibels"} and not in_both
            else False,
            "plain": bool(both) and context["plain"] and not in_both,
            "limit": patterns.search(r"极限[^,。;?]{0,6}(?:码元|波特)|(?:码元|波特)[^,。;?]{0,6}极限", unit.text) is not None,
            "hertz": patterns.search(r"(?:多少|几)\s*(?:Hz|赫)", unit.text, re.IGNORECASE) is not None,
        },
        **{
            name: context[name]
            for name in (
                "noiseless",
                "nyquist",
                "shannon",
                "sampled",
                "line",
                "four_five",
                "least",
                "change",
                "noisy",
                "logarithms",
                "digits",
            )
        },
    }


def together(told: list[dict[str, Any]]) -> Recognition:
    """The recognition of the questions' parameters."""
    said = {
        "bandwidth": ("带宽", "Hz"),
        "rate": ("速率", "bps"),
        "baud": ("码元速率", "波特"),
        "levels": ("离散等级", "个"),
        "bits": ("每码元", "bit"),
        "decibels": ("信噪比", "dB"),
        "ratio": ("信噪比", "（比值，不是分贝）"),
        "top": ("最高频率", "Hz"),
        "sampling": ("采样频率", "Hz"),
        "sample levels": ("量化级", "个"),
        "samples bits": ("每个样本", "bit"),
    }
    understood = []
    for one in told:
        for name, (label, unit) in said.items():
            if name in one["known"]:
                understood.append((label, f"{decimal(Fraction(one['known'][name]), 3)} {unit}".replace(" （", "（")))
        if "share" in one["known"]:
            understood.append(("实际所占", f"{decimal(Fraction(one['known']['share']) * 100)}%"))
    missing: tuple[Missing, ...] = ()
    if len(told) == 1 and told[0]["asked"] in (["rate"], ["shannon"], ["nyquist"]) and not told[0]["sampled"] and told[0]["change"] is None:
        given = set(told[0]["known"]) - {"share"}
        if given in ({"levels"}, {"ratio"}, {"decibels"}, {"levels", "ratio"}, {"levels", "decibels"}) and not told[0]["line"]:
            missing = (Missing("bandwidth", "信道的带宽是多少（写上单位 Hz、kHz）？", "带宽 {}"),)
    return Recognition(parameters={"units": told}, understood=tuple(dict.fromkeys(understood)), missing=missing)
