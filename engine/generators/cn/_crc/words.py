"""How books and pasted papers write polynomials and what is asked of a code, brought to the wordings that `reading` knows."""

from __future__ import annotations

from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless

_POWERS = {"平方": "2", "二": "2", "立方": "3", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8"}
_REWRITTEN = (
    # `x4(x的4次方)`: the power once more in words.
    (r"(?<![A-Za-z])x\s*\^?\s*(\d{1,2})\s*\((?:即|指)?x的\1次(?:方|幂)\)", r"x^\1"),
    (r"(?<![A-Za-z])x的?(\d{1,2})次(?:方|幂)", r"x^\1"),
    # What a polynomial is to bits, told before one of them is asked for.
    (
        r"(?:在)?(?:CRC|循环冗余)*(?:码)?(?:的)?(?:计算|校验)?(?:中)?,?(?:可以?)?(?:将|把)?一个二进制位?串(?:可以)?与一个(?:只含有?|只有)0(?:或|和|、)1两个系数的(?:一元)?多项式(?:之间)?建立(?:一一)?对应关系[。,;](?:例如|如|比如)?,?",
        "",
    ),
    (r"二进制数串", "二进制串"),
    (r"(?<=对应的多项式)(?:是|为)?\s*\(\s*\)", "为多少"),
    (r"一串(?:二进制)?数据(?=\s*[01]{4,})", "发送数据"),
    (r"(?:已知)?(?:校验|检验)(?:所)?(?:使用|采用|用)的?(?:二进制数|比特串|位串|除数)(?:为|是)?(?=\s*[01]{3,})", "除数为"),
    (r"要?(?:有|求有|求写出)(?:计算|演算)(?:的)?过程", ""),
    # Asked beside the frame, the code is what is put behind the data.
    (r"CRC\s?码(?=\s*(?:和|与|及|以及|、)[^,;。?!]{0,10}(?:帧|码字|比特串))", "CRC校验码"),
    (r"(?<=对应的)(?:二进制)?代码", "二进制串"),
    (r"(?:外加|附加|另加|增加|添加)(?:的)?(?=(?:冗余|校验)位)", ""),
    (r"(?<=x)\s*\*\*\s*(?=\d)", "^"),
    (r"(?<=\+)\s*l(?=[,。;)\s]|$)", "1"),  # typed for a one
    (r"考虑(?:以下|如下|下面)?(?:的)?(?=消息|报文|数据|比特|信息)", ""),
    # How a code is made, with letters for the numbers.
    (r"(?:若|设|如果)?(?:数据信息|信息|数据|信息位|报文)(?:为|有|长)n(?:位|比特)[^。\d]*k[^。]*?(?:编码|码字|数据)[^。]{0,6}。", ""),
    (r"(?<=[为是:=])\s*([01]) (?=[01]{4,}(?![01 ]))", r"\1"),
    # A power that stood above the line: `x 4 + x 3 + 1`.
    (r"(?<![A-Za-z])x\s+(\d{1,2})(?=\s*\+\s*(?:x|1(?!\d)))", r"x^\1"),
    (r"(?<![A-Za-z])([GPMRTg])\s+\(\s*x\s*\)", r"\1(x)"),
    # An item's mark before bits would be read as one more of them.
    (r"(?m)^\s*[1-9][ .、)]\s*(?=[01]{5,}\s*$)", ""),
    (
        r"(?:多少|\(\s*\))?\s*\(?填?(?:有|是)(?:或者?|/|还是)(?:无|否|没有)\)?\s*(?:多少|\(\s*\))?(?=(?:传输)?(?:差错|错误|出错))",
        "有无",
    ),
    # What the receiver divides is all that was sent.
    (r"(?:接收(?:端|方|器)|收方|接收时)(?:做除法时|检验时|进行除法时|计算时)?(?:的|所用的?|使用的?)*被除数", "实际发送的比特串"),
    # The result of a check of a message is its remainder.
    (
        r"(?:对|用|为)?(?:该|此|这个?|上述)?(?:消息|报文|数据|信息|它)?(?:M)?(?:进行|做|作|的)*(?:循环冗余(?:校验|检验)|CRC(?:校验|检验)?)(?:\((?:CRC|循环冗余(?:校验|检验)码?)\))?(?:计算)?(?:后)?的?(?:结果|值)(?=\s*(?:是|为|应|等于|\(|$|[?。:]))",
        ",CRC校验码",
    ),
    (r"(?:写出|给出)(?:编码|计算)(?:的)?过程(?:及|和|以及|与|、)(?=编码|结果|最后|最终)", "写出"),
    (r"编码后的?结果", "编码后的码字"),
    (
        r"\(?(?:需要|要求|请)?(?:写出|给出|列出)(?:详细的?|具体的?|必要的?)?(?:计算|演算|解题|求解)?(?:过程|步骤)(?:(?:和|及|以及|与|、)结果)?\)?(?=\s*(?:[。;)]|$))",
        "",
    ),
)

HARMLESS = (
    "那种 循环码 收发双方 群里有人吗 这个数据 中间 太多 照算 要是 换成 编成 对答案 FCS 12位 选择题 选不出来 我选不出来 检验序列 上述 上述校验位 里 对应 内容 采用 使用 数据 信息 信息码字 码字 信息位 发送 接收 比特串 比特 位串 校验 检验 差错 差错检测 差错控制 通信 链路层 数据链路层 帧 报文 对应 模2除法 除法 运算 进行 传输 校验位 站 生成 计算 序列 信息序列 的多项式 信道 最终 发往 发往信道 待传送 待发送 要发送 原始 余数 "
    "传输过程 过程中 过程 中 收到 双方 做 检查 利用 后面 应 附加 添加 末尾 去 除 用 经 编码 后 得到 判断 二进制 串 接收到 结果 校验码 发 码 位 一个 带 含 包括 包含 已经 里 冗余 循环 什么 该 写一下 给的 对应 数据帧 出错 没 吗 现 说明 认为 无误 方 端 传送 传 要 "
    "循环冗余码 循环冗余 编成 编成的 编出 编出来 下 完整 写成 先 补0 补零 补 模2 模2运算 模二 各自 下面 两个 接收到的序列 按 除错 除 是收下 这帧 接收端拿到 拿到 约定 约定的 比特序列 本身 整数 取 某系统 系统 作 当 作为 把 求得 根据 某码字 某帧 首部 上 加上 加 内容 长度 长 位长 填 空 bit 传来 传过来 得 到底 除数 被除 被除数 一位 甲 乙 传错 "
    "十六进制 十六进制值 二进制位串 规定 最后 真正 发出 出去 整个 最高次 次 次数 为0 不为0 共 总 总长 长 码长 一共"
)
"""What a clause may hold that changes nothing of a code."""


def plain(text: str) -> str:
    """The text with powers, items and questions in the spelling of `reading`."""
    text = text.replace("〔", "(").replace("〕", ")")
    text = normalise(text)
    text = caseless(r"(?:循环冗余|CRC)(?:的)?[校检]验和").sub("CRC校验码", text)
    text = caseless(r"(?<=x)\s*(?=\^)|(?<=x\^)\s+").sub("", text)
    text = caseless(r"(?<![A-Za-z])x的?(平方|立方|[二三四五六七八](?=次[方幂]))(?:次[方幂])?").sub(
        lambda power: f"x^{_POWERS[power[1]]}", text
    )
    if "发现" in text or "检测出" in text:  # `若最后两个 1 都变成 0 呢`: the same once more
        text = caseless(r"((?:若|如果|假如)[^。;?]{2,24}?(?:变成|变为|成为|出错|取反)\s*[01]?)\s*呢").sub(r"\1,能否发现", text)
    for pattern, wording in _REWRITTEN:
        text = caseless(pattern).sub(wording, text)
    return text
