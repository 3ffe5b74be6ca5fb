"""Reading problems about a channel's limits by their parts: bandwidth, rate, baud, levels and S/N, whichever of them is asked."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators.clauses import Role
from engine.generators.cn import _units as units
from engine.generators.cn._clauses import Problem
from engine.generators.kind import Missing, Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import DECIMAL, INTEGER, compiled, normalise, stay_out, to_int, to_share

_REFUSED = (
    r"采样|抽样|PCM|量化|曼彻斯特|提高|增加|增大|减少|减小|降低|升到|扩大|误码|延迟|分组|CDMA|码片|脉冲|滚降|ASK|FSK|TDM|FDM|时分|频分|复用|奇偶|起始位|停止位|字符|编码效率|4B/5B|两条|哪个|比较|"
    r"变为|变成|翻倍|一半|不变|倍频|单边带|归零|传播|距离|调频|时隙|帧|曲线|若.{0,12}再"
)
_RATIO_NAME = r"(?:信噪功率比|信噪比|(?:平均)?信号(?:的)?(?:平均)?功率(?:与|和|/)噪声(?:的)?(?:平均)?功率之?比|(?<![A-Za-z])S/N(?![A-Za-z])|(?<![A-Za-z])SNR(?![A-Za-z]))"
_IS = r"(?:的|值|比值|约|为|是|等于|只有|有|=|:|\(|\)|S/N|SNR|\s)*"
_DECIBELS = rf"(?<![\d.]){DECIMAL}\s*(?:dB|分贝)(?![A-Za-z])"
_BAUD = rf"(?<![\d.]){DECIMAL}\s*[kKMG]?\s*(?:波特|Bauds?|码元/(?:s|秒)|码元每秒)(?![A-Za-z率])"

_LEVELS = (
    rf"(?P<value>{INTEGER})\s*(?:个|种)(?:不同的?|离散(?:的)?|有效(?:的)?|信号|有效离散|可能的?)*(?:信号|码元|离散)?(?:的)?(?:等级|电平|状态|码元|电压|离散值|符号|信号|值|幅度值|取值|相位(?!,|、|且|每|各|和))(?:的)?(?:信号|码元|调制)?",
    rf"(?:信号)?(?:的)?(?:离散)?(?:等级|电平|状态|信号状态)(?:个)?数?(?:V|M|N|L)?(?:为|是|有|=|:|\s)+(?P<value>{INTEGER})(?!\d|\.)(?:个|级|种)?",
    rf"(?P<value>{INTEGER})\s*(?:级|元|进制|电平|相)(?:的)?(?:离散|数字)?(?:的)?(?:电平|信号|码元|调制|传输|相移键控)?(?![位,、])",
)
_QAM = (
    rf"(?P<phases>{INTEGER})\s*(?:个|种)?(?:不同(?:的)?)?相位[,、;]?(?:且|并且|而|和|,|、|的)?(?:每个|每种|每一个|每一?|各|一个)?(?:相位)?(?:下|上|都|又|再|的|,)*(?:对应|具有|有|可取|取|含)?(?P<amplitudes>{INTEGER})\s*(?:个|种)?(?:不同(?:的)?)?(?:振幅|幅度|幅值|幅)",
)
_PRESET = r"(?<![A-Za-z0-9])(?P<value>4|8|16|32|64|128|256|1024)\s*-?\s*(?:QAM|PSK)"
_NAMED = {"qpsk": 4, "bpsk": 2, "二进制": 2, "二元": 2}

_ASKED = (
    (rf"(?:至少|最小|最低|最少)?(?:需要?|要|应|所需)*(?:的|多大的?)*{_RATIO_NAME}(?:\(?(?:S/N|SNR)\)?)?(?:至少|最小|最低)?", "ratio"),
    (
        r"(?:至少|最少|最多)?(?:需要?|要|采用|用|有)*(?:多少|几)(?:个|种)?(?:不同的?)?(?:离散)?(?:的)?(?:信号)?(?:电平|等级|状态|离散值|码元状态|级)|(?:离散|码元|信号)?(?:的)?(?:离散)?(?:电平|状态|等级)(?:个)?(?:的)?(?:数目?|种类数?|种数|个数)",
        "levels",
    ),
    (
        r"(?:每个?|一个)(?:码元|信号|波特)(?:可以?|能|应|需要?|要)*(?:携带|表示|承载|传送)(?:的)?(?:信息量)?(?:多少|几)?(?:个)?(?:比特|bit|位)?",
        "bits",
    ),
    (
        r"(?:极限|最大|最高)?(?:的)?码元(?:的)?(?:传输)?(?:速率|速度)|(?:极限|最大|最高)?(?:的)?波特率|调制速率|多少波特|每秒.{0,8}(?:多少|几)个?码元",
        "baud",
    ),
    (r"(?:信道|链路|线路|最小|最低|需要的?|所需的?|至少|频带|频率)*(?:的)?(?:带宽|频带宽度|频宽)", "bandwidth"),
    (
        r"(?:理论|极限|最大|最高|最快|实际|可能|信道|信息|数据|通信|链路)*(?:上)?(?:的)?(?:极限|最大|最高|信息|数据)*(?:的)?(?:数据|信息)?(?:的)?(?:传输|传送|传)?(?:的)?(?:速率|速度|率|能力)(?!为理|是理)|(?:信道)?(?:的)?(?:极限)?容量|比特率|能?(?:跑|传)(?:到)?多快|(?:极限|上限)(?:值)?(?=是|为|多少|\s|\(|$|[,。?;!])|最快(?:能)?(?:跑|传)?多少|多少(?:kbps|kb/s|bps|b/s|Mbps|Mb/s)",
        "rate",
    ),
)


def _hertz_written(text: str) -> str:
    """`带宽 4k` in a problem about S/N or levels is in Hz, `波特率 1200` in baud."""
    text = compiled(r"((?:波特率|码元速率)(?:为|是|=|:|\s)*\d+(?:\.\d+)?)(?![\d.]|\s*[A-Za-z波])").sub(r"\1波特", normalise(text))
    return compiled(r"((?:带宽|频带|频宽)(?:为|是|只有|有|=|:|\s)*\d+(?:\.\d+)?)\s*k(?![A-Za-z])").sub(r"\1kHz", text)


def _baud(text: str) -> Fraction:
    prefix = re.search(r"[\d.]\s*([kKMG])", text)
    return _leading(text) * Fraction(1000) ** (" KMG".index(prefix[1].upper()) if prefix else 0)


def _leading(text: str) -> Fraction:
    """The number at the beginning of a text that a pattern matched."""
    found = re.match(DECIMAL, text)
    return Fraction(found[0]) if found else stay_out(text)


def _levels(problem: Problem) -> int | None:
    found: list[int] = []
    for pattern in _QAM:
        found += [to_int(match["phases"]) * to_int(match["amplitudes"]) for match in problem.take_all(pattern)]
    found += [to_int(match["value"]) for match in problem.take_all(_PRESET)]
    found += [
        _NAMED[match[0].lower()]
        for match in problem.take_all(r"(?<![A-Za-z])(?:QPSK|BPSK)(?![A-Za-z])|二进制(?=信号|码元|电平|数据)|二元(?=信号|码元)")
    ]
    if not found:
        for pattern in _LEVELS:
            found += [to_int(match["value"]) for match in problem.take_all(pattern)]
    return found[0] if len(set(found)) == 1 else None if not found else -1


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve_limits`."""
    problem = Problem(_hertz_written(text), short_rates=False)
    problem.refuse(_REFUSED)
    share = problem.take_one(
        rf"(?:实际)?[^,。;?]{{0,16}}?(?:速率|速度|能力)(?:约|只|能|可|仅)*(?:为|是|达到|到|有)(?:其|该链路|该信道|这个)?(?:理论|极限|最大)[^,。;?\d]{{0,12}}(?:的)?(?P<value>{DECIMAL}\s*%)",
        to_share,
    )
    plain = bool(
        problem.take_all(
            r"\(?(?:用|写|求|是|按)?比值(?:形式|表示)?[,(]*(?:而?不是(?:dB|分贝)(?:数|值)?)?\)?|\(?不是(?:dB|分贝)(?:值|数)?\)?"
        )
    )
    decibels = problem.take_one(
        rf"(?:{_RATIO_NAME}{_IS}|(?<=\ue000))?(?P<value>{_DECIBELS})(?:的?{_RATIO_NAME})?",
        _leading,
    )
    ratio = problem.take_one(rf"{_RATIO_NAME}{_IS}(?P<value>\d+(?:\.\d+)?)(?!\s*(?:dB|分贝|%|\d|\.\d|:))(?:倍|:1)?", Fraction)
    in_decibels = bool(problem.take_all(r"(?:多少|几|\()?(?:个)?(?:dB|分贝)(?:数)?(?:表示)?"))
    levels = _levels(problem)
    if levels == -1:
        return None
    values = problem.assign(
        (
            Role(name="bandwidth", quantity=units.FREQUENCY, read=units.hertz, before=r"(?:频率)?(?:带宽|频带宽度|频宽|通频带|频带)(?:W|B|H)?", after="(?:的)?(?:带宽|信道|链路)", alone=True),
            Role(name="rate", quantity=units.RATE, read=units.bits_per_second, before=r"(?:数据|信息)?(?:传输|传送)?(?:速率|率|速度)|容量|达到|跑|传", after="(?:的)?(?:数据)?(?:传输)?(?:速率|速度)", alone=True),
            Role(name="baud", quantity=_BAUD, read=_baud, before=r"波特率|码元(?:传输)?(?:速率|速度)|调制速率", alone=True),
        )
    )  # fmt: skip
    noiseless = bool(
        problem.take_all(
            r"(?:一条)?(?:理想(?:的)?)?(?:无噪声|没有噪声|无噪音|没噪声|没有噪音|无噪(?!声|音)|(?:在)?(?:不考虑|忽略|不计)热?噪声|忽略噪声|理想低通|无热噪声|理想(?=信道|的信道|条件|情况|状态))(?:的)?(?:影响|干扰)?(?:情况下?|条件下?|时)?"
        )
    )
    nyquist = bool(problem.take_all(r"奈(?:奎斯特|氏)(?:第一|第二)?(?:公式|定理|准则)?"))
    shannon = bool(problem.take_all(r"香农(?:第一|第二)?(?:公式|定理|准则)?"))
    noisy = bool(problem.take_all(r"(?:受|有)?(?:高斯|随机)?(?:白|热)?噪声(?:的)?(?:干扰)?|有噪"))
    asked = problem.asked(_ASKED)
    problem.take_all(
        r"(?:信道|频率|频带)?带宽|(?:数据|信息|信号|码元)?(?:传输|传送)?(?:速率|率|速度)|波特率|信号功率|噪声功率|功率|比特率|单位(?:是|为)?(?:用)?(?:kbps|kb/s|bps|b/s|Mbps|Mb/s)|\(?(?:单位)?(?:kbps|kb/s|bps|b/s|Mbps|Mb/s)\)?(?=[,。;?)!]|$|\()"
    )
    problem.finish(
        "表示数据 表示 来 对于 载波 载波信号 信号传输 有效 信道 低通 话音 电话 模拟 数字 语音 基带 带宽 速率 数据率 数据传输率 信号 码元 电平 等级 状态 调制 调制技术 调制方式 调制解调器 极限 理论 理论上 最大 无差错 正交振幅 QAM PSK 正交幅度调制 幅度调制 传输 传送 容量 "
        "信噪比 比值 取整 该链路 该信道 这条链路 这条信道 离散 离散的 每个 能 达到 上 每码元 为了 若 若要 想要 要想 实现 携带 比特 bit 位 不同的 种 公式 定理 实际 带 话路 线路上 信道上 传数据 为 相位 振幅 幅度 kb/s kbps bps 干扰 功率"
    )
    bandwidth, rate, baud = values.get("bandwidth"), values.get("rate"), values.get("baud")
    known = {"bandwidth": bandwidth, "rate": rate, "baud": baud, "levels": levels, "ratio": decibels if decibels is not None else ratio}
    asked = [name for name in asked if name == "bits" or known[name] is None]
    if "bits" in asked and "levels" in asked:
        asked.remove("bits")
    noise = known["ratio"] is not None
    if len(asked) != 1 or (decibels is not None and ratio is not None) or (noiseless and (noise or (noisy and shannon))):
        return None
    task = asked[0]
    if ratio is not None and not (
        ratio > 100 or plain or "倍" in problem.text or ((ratio + 1).denominator == 1 and int(ratio + 1).bit_count() == 1)
    ):
        return None  # 信噪比 30 without a unit: most who write so mean decibels
    if (nyquist and (noise and levels is None)) or (shannon and not noise and task != "ratio"):
        return None
    if levels is not None and not 2 <= levels <= 4096:
        return None
    if (share is not None and task != "rate") or (in_decibels and task != "ratio"):
        return None
    given = {name for name, value in known.items() if value is not None}
    allowed = {
        "rate": ({"bandwidth", "levels"}, {"bandwidth", "ratio"}, {"bandwidth", "levels", "ratio"}, {"baud", "levels"}),
        "ratio": ({"bandwidth", "rate"},),
        "levels": ({"bandwidth", "rate"}, {"baud", "rate"}),
        "bits": ({"baud", "rate"}, {"bandwidth", "rate"}),
        "baud": ({"rate", "levels"}, {"bandwidth"}),
        "bandwidth": ({"rate", "levels"}, {"rate", "ratio"}),
    }
    missing: list[Missing] = []
    if task == "rate" and given in ({"levels"}, {"ratio"}, {"levels", "ratio"}) and not problem.has("波特"):
        missing.append(Missing("bandwidth", "信道的带宽是多少（写上单位 Hz、kHz）？", "带宽 {}"))
    elif given not in allowed[task]:
        return None
    if task in ("levels", "bits") and bandwidth is not None and not (noiseless or nyquist):
        return None
    if task == "baud" and bandwidth is not None and not (noiseless or nyquist):
        return None
    if task in ("ratio",) and (noiseless or nyquist):
        return None
    if task == "ratio" and (rate is None or bandwidth is None or (rate / bandwidth).denominator != 1):
        return None  # how it is rounded is not said
    if any(value is not None and value <= 0 for value in known.values()) or (decibels is not None and decibels > 100):
        return None
    said = (
        ("带宽", bandwidth, "Hz"),
        ("速率", rate, "bps"),
        ("码元速率", baud, "波特"),
        ("离散等级", Fraction(levels) if levels is not None else None, "个"),
        ("信噪比", decibels, "dB"),
        ("信噪比", ratio, "（比值，不是分贝）"),
        ("实际所占", share * 100 if share is not None else None, "%"),
    )
    return Recognition(
        parameters={
            "asked": task,
            **{name: str(value) for name, value in (("bandwidth", bandwidth), ("rate", rate), ("baud", baud), ("decibels", decibels), ("ratio", ratio), ("share", share)) if value is not None},
            **({"levels": levels} if levels is not None else {}),
            "in_decibels": in_decibels,
            "plain": plain,
        },
        understood=tuple((label, f"{decimal(value, 3)} {unit}".replace(" （", "（").replace(" %", "%")) for label, value, unit in said if value is not None),
        missing=tuple(missing),
    )  # fmt: skip
