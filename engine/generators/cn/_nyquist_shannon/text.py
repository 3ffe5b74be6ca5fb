"""The text of a problem about a channel's limits in one spelling: units that are left out, ranges of frequencies, strokes lost in copying."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.cn import _units as units
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless
from engine.generators.quantities import decimal
from engine.generators.reading import DECIMAL


def _sampling_frequency(period: re.Match[str]) -> str:
    """A sampling period as its frequency."""
    time = units.seconds(period["time"])
    return f"采样频率为{decimal(1 / time)}Hz" if time and (1 / time).denominator == 1 else period[0]


def written_out(text: str) -> str:
    """`带宽 4k` in a problem about S/N or levels is in Hz, `波特率 1200` in baud; `300 Hz 到 3400 Hz` is a bandwidth."""
    text = patterns.sub(r"百兆(?=(?:快速)?以太网)", "100Mbps的", normalise(text))
    text = caseless(r"(?<![A-Za-z])Nyquist(?![A-Za-z])").sub("奈奎斯特", caseless(r"(?<![A-Za-z])Shannon(?![A-Za-z])").sub("香农", text))
    text = patterns.sub(
        r"每秒(?:钟)?(?:所)?(?:最多)?(?:能够?|可以?)(?:发送|传输|传送)的?(?:最大)?(?:比特|位)(?:的)?数(?:不会超过|不超过|最多)?(?:为|是|有)?",
        "最大数据传输速率为",
        text,
    )
    text = patterns.sub(r"(?:尼|乃)奎斯特", "奈奎斯特", text).replace("虑波", "滤波")
    # What sampling is for says nothing of its own.
    text = patterns.sub(
        r"(?:时|,)*(?:才|方|就)?能?够?(?:使得?|保证|让)?(?:得到|采样|恢复|还原)?(?:的)?(?:样本|采样|模拟|原|原始)?信号(?:能够?|可以)?(?:不失真|不会?产生失真|(?:被)?无失真(?:地)?(?:恢复|还原|重建))(?:地?(?:恢复|还原))?",
        "",
        text,
    )
    text = patterns.sub(r"(?<=[,。])\s*(?:信道)?两侧(?:都|均|各)?(?:为|是|有|使用|采用)(?=\s*\d+\s*种)", "有", text)
    text = patterns.sub(r"奈(?:圭|奎)?斯特(?=定理|准则|公式|[^,。]{0,4}采样)", "奈奎斯特", text)
    text = patterns.sub(r"最大限制的(?=数据|传输)", "最大", text)
    text = patterns.sub(r"脉码调制", "PCM", text)
    text = caseless(r"(?<=[为是])\s*\(\s*\)\s*[kKMG]?(?:bps|b/s|bit/s)(?=\s*(?:[。,;]|$))").sub("多少", text)
    # `发送一比特二进制信号所需时间为 0.05 ms`: a symbol for each bit.
    text = caseless(r"(?:发送|传输|传送)(?:一|1)个?(?:比特|位|bit)(?:的)?(?:二进制)?(?:信号|数据)?(?:所)?(?:需要?|用)(?:的)?时间").sub(
        "每个码元携带1比特,码元周期", text
    )
    text = caseless(
        r"(?:幅度.?相位复合调制(?:技术)?,?)?由\d+种(?:幅度|振幅|相位)(?:和|与|、)\d+种(?:幅度|振幅|相位)组成(?:的)?(\d+)种码元"
    ).sub(r"共\1种码元", text)
    text = patterns.sub(r"(\d+)种?(?:幅度|振幅)(?:和|、|,)?(\d+)种?相位(?:的)?(?=[^,。;]{0,4}调制)", r"\2个相位,每个相位有\1种振幅的", text)
    text = patterns.sub(
        r"(?:最大|最多)?(?:一共)?(?:可以?|能够?)?(?:组成|构成|表示)(?:\(\s*\)|多少|几)种(?:不同的?)?码元", ",有多少种码元状态", text
    )
    text = patterns.sub(r"码元(?:的)?宽度", "码元周期", text)
    # Ethernet of 10 Mbps has Manchester's code.
    if patterns.search("波特率|码元", text) and not patterns.search("曼彻斯特|Baud|波特(?!率)|4B", text):
        text = caseless(
            r"(?<![\d.])(10\s*(?:Mbps|Mb/s|Mbit/s))的?(?:标准的?|传统的?)?(?:IEEE\s*802\.?3\s*)?(?:标准的?)?(?:以太网|LAN|局域网)(?:在)?(?:物理)?(?:媒体|介质|线路)?上?"
        ).sub(r"\1的以太网采用曼彻斯特编码,", text)
    if "状态" in text or "电平" in text:
        text = caseless(r"每(?:隔)?\s*1/(\d+)\s*(?:s|秒)(?:钟)?\s*(?:采样|抽样|取样)一?1?次").sub(r"波特率\1波特", text)
    if (
        "以太网" in text
        and patterns.search("Baud|波特", text)
        and not patterns.search(r"曼彻斯特|4B|8B|5B|MLT|100\s?M|1000\s?M|快速|千兆|百兆", text)
    ):
        text = patterns.sub("以太网", "采用曼彻斯特编码的网", text, count=1)  # the Ethernet of old
    text = patterns.sub(r"(?:使用|采用)?的?带通滤波器的?(?=带宽)", "的", text)
    text = caseless(r"(\d)\s*波特率的").sub(r"\1波特的", text)
    text = patterns.sub(r"(?<=多少)个?码元(?:/秒|/s|每秒)", "波特", text)
    text = caseless(
        r"(?:无论|不论|不管)(?:采用|使用|用|是|以)?(?:何种|什么样?的?|哪种|怎样的?|何)(?:先进|复杂|高级)?(?:的)?(?:编码|调制|信号|方式|技术|和|或|与|方法)*,?"
    ).sub("", text)
    text = patterns.sub(r"(?<=定理)(?:可以?)?(?:知道?|得知?|算得|求得)(?=[,最极信该数])", "", text)
    text = caseless(r"(\d\s*[kKMG]?)(?:bits?|b) s(?![A-Za-z])").sub(r"\1bit/s", text)  # the stroke was lost
    text = caseless(
        r"((?:速率|速度|容量|带宽)(?:至少|最高|最大|提高到|达到|达|约|为|是|=|到|\s)*\d+(?:\.\d+)?\s*[kKMG]?)bits(?![A-Za-z/])"
    ).sub(r"\1bit/s", text)
    text = patterns.sub(r"(?<=速率)(?:将|会|都|也)?不(?:会|能|可能)?(?:超过|大于|高于)(?=\s*(?:\(|多少|$))", "最大为", text)
    text = patterns.sub(r"^1?\d(?=二进制信号)", "", text)  # a question's number, glued
    text = patterns.sub(r"(?<=[\u4e00-\u9fff]) ?(\d) (\d)(?= ?[种个])", r"\1\2", text)
    text = caseless(
        r"(?<=频率)((?:为|是|=|\s)*\d+(?:\.\d+)?\s*[kK千]?)\s*次/(?:s|秒)|(?<=频率)((?:为|是|=|\s)*\d+(?:\.\d+)?\s*[kK千]?)次每秒"
    ).sub(r"\1\2Hz", text)
    text = caseless(r"(?<=\d)\s*[k千]赫兹?").sub("kHz", text)
    text = caseless(r"(?<![\dA-Za-z])10{1,3}\s*BASE-?(?:T|TX|FX|5|2|F)4?(?:的)?(?=以太网|网)").sub("", text)
    text = caseless(r"(?<![A-Za-z])[BWH]\s*=\s*(?=\d+(?:\.\d+)?\s*[kM]?Hz)").sub("带宽=", text)
    text = caseless(r"(?<![A-Za-z])C\s*(?:=\s*\?|=?(?:是|为)?多少)").sub("信道容量=?", text)
    text = caseless(rf"(?:采样|抽样|取样)(?:的)?(?:周期|间隔)(?:为|是|=)*\s*(?P<time>{units.TIME})").sub(_sampling_frequency, text)
    text = caseless(
        r"(?:采用|使用)?相位幅度调制\s*(?:\(?PAM\)?)?(?:方法|方式|技术)?,?每(?:一)?(?:种|个)相位(?:的|有|取|上)*(?:不同)?(?:的)?(?:振幅|幅度|幅值)(?:数|个数|数目)?(?:为|是|有)*\s*(\d{1,2})(?:种|个)?"
    ).sub(r"每种相位的幅度数为\1", text)
    text = caseless(r"(?:差分)?DPSK|DQPSK").sub("PSK", text)
    text = caseless(r"(?<=\d)\s*兆赫兹?").sub("MHz", text)
    text = caseless(r"((?:波特率|码元(?:传输)?速率)(?:为|是|=|:|\s)*\d+(?:\.\d+)?)(?![\d.]|\s*[A-Za-z波])").sub(r"\1波特", text)
    text = caseless(r"((?:带宽|频带|频宽)(?:为|是|只有|有|=|:|\s)*\d+(?:\.\d+)?)\s*k(?![A-Za-z])").sub(r"\1kHz", text)

    sampled = patterns.search("采样|抽样|取样|PCM|样本", text) is not None

    def band(match: re.Match[str]) -> str:
        low, high = match["low"], match["high"]
        if not patterns.search("Hz", low, re.IGNORECASE):
            low += patterns.sub(r"[\d.\s]", "", high)
        if sampled:
            return f"最高频率{high}"
        width = units.hertz(high) - units.hertz(low)
        return f"带宽{decimal(abs(width))}Hz" if width else match[0]

    return caseless(
        rf"(?:(?:通频带|频带|频率|通带|频谱|带宽|音频)(?:的)?(?:范围)?|(?:能|可)?(?:通过|传输)(?:的)?(?:频率|信号))?(?:的)?(?:范围)?(?:为|是|在|从|:)*(?P<low>{DECIMAL}\s*(?:[kM]?Hz)?)\s*(?:~|-|—|到|至|～)\s*(?P<high>{units.FREQUENCY})(?:之间)?"
    ).sub(band, text)
