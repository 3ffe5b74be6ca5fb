"""What problems of a channel's limits mention: bandwidth, noise, levels, symbols, samples and rates, and what is asked of them."""

from __future__ import annotations

from engine.generators.cn import _units as units
from engine.generators.cn._mentions import Lexicon
from engine.generators.cn._nyquist_shannon.reading import ASKED, BAUD, GRID, LEVELS, POWER, PRESET, RATIO_NAME
from engine.generators.reading import DECIMAL, INTEGER

_IS = r"(?:\s|的|值|比值|大小|均值|约|大约|只有|仅|高达|可?达到?|假定|假设|设|均|都|各|分别|S/N|SNR|=|是|为|有|取|等于|\()*"
_TO = r"(?:提高|增加|增大|扩大|提升|升高|升|降低|减小|减少|降|变|改|增|扩展|缩小|改进|改善)(?:到|为|至|成)"
_MANY = r"(?:多少|几|\(\s*\d{0,2}\s*\)|_+)"
_OLD = r"(?:原来|原先|原有|之前|改进前|改变前)"
_CHANNEL = r"(?:信道|链路|线路|系统|频带|频率|低通信道|传输介质|介质)"
_ASKED_HERE = {"gain share", "gain", "ratio times", "new ratio", "about", "actual", "sampling period"}

WORDS = (
    ("number", r"\(\s*[1-6]\s*\)(?=\s*[^\s,;。?]{2})(?<![为是到达约](?:\([1-6]\)))"),
    ("ask per symbol", rf"(?:的)?(?:数据|信息|比特)(?:传输)?(?:速率|率)(?:是|为)(?:码元(?:传输)?速率|波特率)的\s*{_MANY}\s*倍"),
    ("", r"(?:把|将)?(?:两种|ASK|PSK|FSK|和|与|及|调幅|调相|幅移键控|相移键控|调制|方式|模式|技术|、)*(?:结合|组合)(?:起来|在一起)(?:的)?"),
    # --- what changes
    ("new bandwidth", rf"(?:{_CHANNEL})?(?:的)?(?:带宽|频带宽度)(?:由|从)?(?:{units.FREQUENCY})?{_TO}(?:了)?\s*(?P<value>{units.FREQUENCY})"),
    ("new decibels", rf"{RATIO_NAME}(?:由|从)?(?:{DECIMAL}\s*(?:dB|分贝)?)?{_TO}(?:了)?\s*(?P<value>{DECIMAL})\s*(?:dB|分贝)"),
    ("new ratio", rf"{RATIO_NAME}(?:由|从)?(?:{DECIMAL})?{_TO}(?:了)?\s*(?P<value>{DECIMAL})(?![\d.]|\s*(?:dB|分贝))"),
    # --- figures
    ("", r"(?:采用|使用|用|按)?(?:了)?(?:正交|正交振幅|正交幅度|幅移键控|频移键控|相移键控|振幅|幅度|相位|多进制|多元)*(?:调制|键控)(?:技术|方式|方法|方案)?(?:的)?"),
    *(("grid", pattern) for pattern in GRID),
    ("preset", PRESET),
    ("named levels", r"(?<![A-Za-z])(?P<value>QPSK|BPSK)(?![A-Za-z])|(?<!位)(?P<value2>二进制|四进制|八进制)(?=信号|码元|电平|数据|传输|调制)|(?P<value3>二元)(?=信号|码元)"),
    ("decibels", rf"(?:{RATIO_NAME}{_IS}|(?<=噪声))?(?P<value>{DECIMAL})\s*(?:dB|分贝)(?![A-Za-z])(?:的?{RATIO_NAME})?"),
    ("ratio", rf"{RATIO_NAME}{_IS}(?P<value>\d+(?:\.\d+)?)(?![\d.]|\s*(?:dB|分贝|%|Hz|kHz))(?:倍|\s*:\s*1(?!\d))?"),
    ("ratio", rf"信号(?:的)?(?:平均)?功率(?:是|为)噪声(?:的)?(?:平均)?功率的(?P<value>{DECIMAL})倍"),
    ("signal", rf"(?:信号(?:的)?(?:平均|发送|接收)*(?:功率)?|(?<![A-Za-z])S){_IS}(?P<value>{POWER})"),
    ("noise", rf"(?:噪声(?:的)?(?:平均)?(?:功率)?|(?<![A-Za-z])N){_IS}(?P<value>{POWER})"),
    ("amplitudes", rf"每种相位的幅度数为(?P<value>{INTEGER})(?!\d)"),
    ("samples bits", rf"(?:每个?|一个|1个)?(?:样本|采样(?:点|值)?|样值|抽样值|样点)(?:用|采用|以|为|是|由|编码为|占)*(?P<value>{INTEGER})\s*(?:个)?(?:位|bits?|比特)(?:二进制数?)?(?:编码|量化|表示|来表示)?|(?<![\d.])(?P<value2>{INTEGER})\s*(?:位|bits?|比特)(?:的)?(?:量化|编码|采样)"),
    ("bits", rf"(?:每个?|一个|1个)?(?:码元|符号|信号|波特)(?:可以?|能)?(?:携带|表示|承载|传送|带|传|含|用)?(?:的)?(?:信息量)?(?:为|是|有)?(?<![\d.])(?P<value>{INTEGER})\s*(?:个)?(?:比特|bits?|位)(?:信息|数据)?"),
    *(("levels", pattern) for pattern in LEVELS),
    ("sampling", rf"(?:采样|抽样|取样)(?:的)?(?:频率|速率|率){_IS}(?P<value>{units.FREQUENCY})|(?P<value2>{units.FREQUENCY})(?:的)?(?:频率)?(?:进行)?(?:采样|抽样|取样)"),
    ("top", rf"(?:最高|最大)(?:的)?(?:信号)?频率(?:分量)?{_IS}(?P<value>{units.FREQUENCY})"),
    ("period", rf"(?:码元|符号|信号)(?:的)?(?:周期|宽度|长度|间隔|持续时间){_IS}(?P<value>{units.TIME})"),
    ("baud", rf"(?:波特率|(?:码元|信号)(?:的)?(?:传输)?(?:速率|速度)|调制速率)?{_IS}(?P<value>{BAUD})"),
    ("rate", rf"(?:为了?|要|若要|想要?|要求|使|让|保证|得)*(?:数据|信息|信道|比特|最大|最高|实际)*(?:的)?(?:数据)?(?:传输|传送|发送)?(?:的)?(?:速率|速度|数据率|率|容量)?(?:能|要)?{_IS}(?P<value>{units.RATE})(?:的)?(?:数据|速率|速度|信息)*"),
    ("bandwidth", rf"(?:{_CHANNEL})?(?:的)?(?:带宽|频带宽度|频宽|频带|通频带)?(?:W|B|H)?{_IS}(?P<value>{units.FREQUENCY})(?:的)?(?:带宽|频带)?"),
    ("share", rf"(?:实际)?[^,。;?\n]{{0,16}}?(?:速率|速度|能力|数据率)?(?:约|只|能|可|仅|大约)*(?:为|是|达到|到|有|占)(?:其|该链路|该信道|这个)?(?:理论|极限|最大|香农|奈氏)[^,。;?\d]{{0,14}}(?:的)?(?P<value>{DECIMAL}\s*%|一半|{DECIMAL}倍)(?:左右)?"),
    # --- conditions
    ("manchester", r"(?:采用|使用)?(?:差分)?曼彻斯特(?:编码)?"),
    ("noiseless", r"(?:一条)?(?:理想(?:的)?)?(?:在)?(?:无噪[声音]?|没有?任?何?噪[声音]|不考虑(?:热)?噪声|忽略(?:热)?噪声|不计(?:热)?噪声|理想低通|理想(?=信道|的信道|条件|情况|状态|的))(?:的)?(?:影响|干扰)?(?:情况下?|条件下?|时)?"),
    ("", r"(?:受|有)?(?:高斯|随机|加性)*(?:白|热)?噪声(?:的)?(?:干扰|影响|情况)?(?!功率)|有噪"),
    ("", r"(?:根据|按照?|由|用|利用|依据)?(?:奈奎斯特|奈氏|香农)(?:采样)?(?:第一|第二)?(?:公式|定理|准则)(?!.{0,6}极限)(?:可?[得知],?)?"),
    # --- what is asked
    ("ask levels", r"(?:该信道|应)?(?:所)?(?:采用|使用)?的?调制(?:方案|方式|技术)(?=(?:应该?)?(?:是|为)?\s*(?:\(|_|什么|哪|$))"),
    ("ask times", rf"(?:大?约|将|会|能|可以?)*(?:提高|增加|增大|变|提升|扩大)(?:到|为|成)(?:了)?{_OLD}的?\s*{_MANY}\s*倍|(?:大?约)?(?:为|是)(?:{_OLD})的?\s*{_MANY}\s*倍"),
    *((f"ask {name}", pattern) for pattern, name in ASKED if name not in _ASKED_HERE),
    ("ask other", r"(?:多少|几)\s*(?:条|次|台|帧|分组|元|钱|人|天|秒|ms|倍)"),
    ("blank", r"\(\s*\d{0,2}\s*\)|_+|多少|什么|几|多大|多高"),
)  # fmt: skip

_ORDINARY = """
有限带宽 信道 链路 线路 某信道 某链路 电话 电话线 电话线路 电话系统 电话信道 话音 语音 声音 音频 模拟 数字 信号 模拟信号 数字信号 载波 载波信号 低通 低通信道 理想低通信道 基带 频带 通信 通信链路 通信系统 通信信道 数据 数据通信 信息 码元 符号 比特 波特 电平 等级 状态 离散 传输 传送 发送 传播 信号传输 数字化 编码 采样 抽样 取样 量化 样本 调制 解调 调制解调器 调制技术 调制方式 QAM PSK ASK FSK DPSK PCM 采用 使用 利用 某 一个 一条 一路 每个 每种 每 各 各有 都 均 具有 有 的 为 是 在 下 上 中 里 条件 条件下 情况 情况下 下列 以下 下面 该 其 此 这 本题 则 那么 若 如果 假设 假定 设 已知 当 时 能 能够 可以 可 可能 达到 获得 得到 取得 应 应该 应当 必须 需要 需 要 为了 使 使得 让 求 求出 计算 试 试问 问 请问 分别 和 与 及 或 并 且 而 最大 最高 最小 最低 至少 最多 不低于 极限 理论 理论上 最终 约 大约 约为 带宽 频率 速率 速度 传输速率 数据速率 数据传输速率 波特率 信噪比 噪声 功率 典型 参数 典型参数 变化 不同 不同的 物理 有效 有效的 离散值 幅度 振幅 幅值 相位 种 个 级 位 bit bits kbps Mbps bps b/s kb/s Mb/s Hz kHz MHz dB 保持 不失真 无失真 恢复 原 电视 电视信号 视频 图像 用户 主机 网络 以太网 局域网 光纤 双绞线 同轴电缆 电缆 卫星 无线 远距离 通过 用 以 来 表示 携带 传 到 从 向 给 将 把 由 至 于 了 所 同时 同一 正确 因此 所以 由于 因为 试求 考虑
"""

LEXICON = Lexicon(WORDS, _ORDINARY)
