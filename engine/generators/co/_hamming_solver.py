"""Reading and solving problems about Hamming codes; the code itself is `hamming_code`'s."""

from __future__ import annotations

import re

from engine.generators.co._clauses import Clauses
from engine.generators.co._hamming import check_bits, data_of, encode, flipped, is_check, members, syndrome
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

HINT = r"海明|汉明|Hamming"

_LEFT = r"P1[,、\s]*P2[,、\s]*D1[,、\s]*P3(?:[,、\s]*[PD]\d)*|(?:最)?左(?:起|边|侧|端)?(?:的)?(?:第?一位)?(?:为|是)(?:海明码|汉明码)?(?:的)?第?(?:1|一)位|左(?:起|边)(?:的)?第?(?:1|一)位(?:为|是)[CPH]1|(?:从|由|自)左(?:边)?(?:到|往|至|向)右(?:边)?|(?:从)?左(?:边)?起|最左(?:边|侧|面|端)?(?:的)?(?:一位)?(?=为|是|第|$|,|;|。|\))|(?:第(?:1|一)位|P1|H1)在(?:最)?左(?:边|侧|端|面)?|(?:最)?左边?(?:的)?第?(?:1|一)位(?:为|是)(?:P1|H1)"
# "位号从左边 1 开始", "从左数第 1 位开始编号": the side, then the first number.
_NUMBERED = r"(?:位号|编号|位序|序号|码位|下标|位置)?(?:是|为)?(?:从|自|由|按|以)?(?:最)?{0}(?:边|侧|端|面|手边)?(?:数|起|往{1}|向{1}|到{1}|至{1}|边)*(?:的)?,?(?:从|由|以|是|为|按)*(?:第)?(?:1|一)(?:位|号)?(?:为|是)?(?:最低编号|最小编号|编号最小|开始|起|编起|数起|算起|编号|编)+(?:编号|编|计数|数|往{1}|依次|递增)*"
_RIGHT = r"(?:从|由|自)右(?:边)?(?:到|往|至|向)左(?:边)?|(?:从)?右(?:边)?起|最右(?:边|侧|面|端)?|(?:第(?:1|一)位|P1|H1)在(?:最)?右(?:边|侧|端|面)?|(?:最)?右边?(?:的)?第?(?:1|一)位(?:为|是)(?:P1|H1)|最低位|[HD](?P<top>\d+)\s*(?:~|到|至|…)\s*[HD]1(?!\d)|(?:[HDP]\d[、,]?)*D[3-9](?:[、,]?D\d)*[、,]?D1(?!\d)"
_PUT = r"(?:[从由自]左[到往至向]右|依次|分别|顺序|各位|各|按|放置|放|填入|填|置|位于|位置|安排|插入|占据?|为|是|于|入|到|在|的|位|均|:|=|\(|\ue000)*"
_PLACES = r"第?\s*(?P<places>\d+(?:位?\s*[,、和及 ]\s*第?\d+)+)(?:号)?(?:位置|位|上)*"
_ONE_ERROR = r"(?:单个|一个|一位|1位|单|1个|一|单位|单比特)(?:的)?(?:错误|错码|差错|出错|误码|错)"
_TWO = rf"(?:能|可以?|够|要求|希望|若|既|且|并|同时|又)*(?:检测|检查|发现|检出|检)(?:出)?(?:两位|2位|二位|两个|双|双位)(?:的)?(?:错误|错码|差错|错)(?:,)?(?:能|可以?|够|且|并|并且|同时|又|和|、)*(?:纠正|纠)(?:出)?{_ONE_ERROR}|(?:能|可以?|够|要求|希望|若|既|且|并|同时|又)*(?:纠正|纠)(?:出)?{_ONE_ERROR}(?:,)?(?:能|可以?|够|且|并|并且|同时|又|和|、)*(?:检测|检查|发现|检出|检)(?:出)?(?:两位|2位|二位|两个|双|双位)(?:的)?(?:错误|错码|差错|错)"
_CODE = rf"(?:{HINT})(?:校验(?!位))?(?:码|编码)?(?:\(Hamming(?: ?Code)?\))?"


def recognise(text: str) -> Recognition | None:
    """A problem that asks for check bits, a code word, or the wrong position."""
    reading = Clauses(text)
    double = reading.take_all(r"\(?SEC\s*-?\s*DED\)?")
    if double:
        reading.take_all(_TWO)
    else:
        double = reading.take_all(
            rf"(?:要求|若要|希望|若想|想要|为了|欲)(?:求)?(?:所采用的|所用的)?(?:海明)?(?:校验)?码?(?:能|能够|可以|可)*{_TWO}"
        )
    reading.refuse(
        r"CRC|循环|码距|扩展|总校验|全校验|SEC|[两二双2]\s*(?:位|个|比特)(?:的)?(?:错|误|差)|检测?[两二双2]|概率|效率|海明距离|汉明距离|取反|右移|左移"
    )
    left, right = reading.take_all(_NUMBERED.format("左", "右")), reading.take_all(_NUMBERED.format("右", "左"))
    left += reading.take_all(_LEFT.replace("|$", ""))
    right += reading.take_all(_RIGHT)
    reading.take_all(
        r"(?:位号|编号|位序|序号|码位)?(?:均|都)?(?:从|由|以)第?(?:1|一)(?:位|号)?(?:开始|起|编起|算起|往后)(?:编号|编|计数|数|算)*"
    )
    if left and right:
        return None
    reading.take_all(_CODE)
    parities = reading.take_words(
        (
            (
                r"(?:采用|用|按|使用|以)?配偶(?:原则|配置|校验)*|(?:采用|用|按|使用|以)?偶(?:校验|检验|性)(?:方式|法|配置|原则)*(?:\(even\))?",
                "even",
            ),
            (r"(?:采用|用|按|使用|以)?配奇(?:原则|配置|校验)*|(?:采用|用|按|使用|以)?奇(?:校验|检验|性)(?:方式|法|配置|原则)*", "odd"),
        )
    )
    if len(parities) > 1:
        return None
    reading.take_all(
        r"(?:能|可以?|要求|若|只|并|且|能够)*(?:检测|检查|发现|检出)?(?:和|并|与|及|、|且|/)?(?:检|纠正|纠|定位|指出)(?:/?纠错)?(?:单个|一个|一位|1位|单|1个|一|单位)(?:的)?(?:错误|错码|差错|出错|错)|纠错|检错|检/纠错|检、纠错|检错和纠错|(?<!哪)(?:只|最多|至多|仅)(?:有)?(?:一|1)(?:位|个)(?:出?错|错误|差错)|(?<!哪)(?:单|一)位(?:出错|错误|差错|错)|检/纠|(?<!哪)(?:只|最多|至多|顶多|仅|只会|会|可能|若|有|出现)+(?:发生|出现|有)?(?:错|出错|坏)(?:了)?(?:一|1)(?:位|个)|(?<!哪)(?:只|最多|至多|顶多|仅|若|有|会)+(?:一|1)(?:位|个)(?:有|会|发生|出现)?(?:出?错|错误|差错)|单比特(?:错误|差错|错)?"
    )
    reading.take_all(
        r"2(?:的)?\^?(?:n|i|k)?(?:的)?(?:整数)?(?:次)?(?:幂|方)(?:次)?(?:的)?(?:位置|位|处|编号)*(?:上)?|2\^[nik](?:的)?(?:位置|位|处)*(?:上)?"
    )
    reading.take_all(
        r"(?:校验位(?:数)?)?[kr]?(?:满足)?2\^?[kr]\s*(?:>=|≥|=)\s*[nkm]\s*\+\s*[kr]\s*\+\s*1|(?<=最少|至少|校验)[kr](?=是|为|等)"
    )
    shape = reading.take(r"\(\s*(?P<n>\d+)\s*,\s*(?P<k>\d+)\s*\)")
    span = reading.take(r"(?:依次|编号|为|从)*(?:第|编号)?\s*1\s*位?\s*(?:~|到|至|-)\s*第?\s*(?P<n>\d+)\s*(?:位|号)?")
    checks = reading.take_all(rf"(?:校验位|检验位|检测位|监督位|冗余位|校验码|P1\s*[、,]?\s*P2(?:\s*[、,]?\s*P[348])*){_PUT}{_PLACES}")
    checks += reading.take_all(
        r"(?:校验位|检验位|监督位)(?:分别|依次|放|置|在|位于|为|是|填|于|占|:)*(?P<places>[HP]\d+(?:\s*[,、和及 ]?\s*[HP]\d+)+)(?:位|处|上)?"
    )
    checks += reading.take_all(rf"{_PLACES}(?:均|都|是|为|放|作|做|作为|用作|置|放置|安排|,)*(?:校验位|检验位|检测位|监督位|冗余位)")
    holders = reading.take_all(rf"(?:有效信息|信息|数据|其余|D1\s*[、,]?\s*D2(?:\s*[、,]?\s*D\d)*)(?:码|各位|位)?{_PUT}{_PLACES}")
    word = reading.take(
        r"(?<![\dA-Za-z.])(?P<bits>[01]{3,}(?: [01]{3,})*|[01](?: [01]){3,})(?:B(?![A-Za-z]))?(?![\dA-Za-z.]|\s*(?:位|个|比特|bit))"
    )
    bits = word["bits"].replace(" ", "") if word else ""
    received = reading.take_all(
        r"(?:接收端|接收方|对方|目的端|接收|收|读出|传送后|传输后|传过来|传来|送来|发来|发过来)(?:到|得)?(?:的|了)?"
    )
    length = reading.take_one(rf"(?P<value>{INTEGER})\s*(?:位|比特|bit)(?:的)?(?=\ue000|码字|编码|码)(?:码字|编码|码)?", to_int)
    data = reading.take_one(
        (
            rf"(?:长度?(?:为|是)?)?(?P<value>{INTEGER})\s*(?:位|个|比特|bit)(?:长)?(?:的)?(?:二进制)?(?:有效)?(?:信息|数据|代码|字符)(?:位|码)?",
            rf"(?:信息|数据|有效信息)(?:位|码)?(?:的)?(?:位数|长度|长)?(?:有|为|是|共|:|=)*\s*(?P<value>{INTEGER})\s*(?:位|个|比特|bit)",
            r"(?:信息|数据|有效信息)(?:位|码)?(?:的)?(?:位数|长度|长)?(?:[nkm])?(?:有|为|是|共|:|=)*(?<=[=为是])\s*(?P<value>[1-9]\d{0,2})(?!\d)(?=,|、|;|。|$)",
            r"(?:数据|存储|机器)?(?:字长|字)(?:为|是|:)?(?P<value>\d+)\s*(?:位|bit)",
            r"长度?(?:为|是)?(?P<value>\d+)\s*(?:位|比特|bit)(?:的)?(?:信息|数据)",
        ),
        to_int,
    )
    given = reading.take_one(
        (
            rf"(?P<value>{INTEGER})\s*(?:位|个)(?:校验位|校验码|监督位|校验)",
            r"校验位(?:的)?(?:位数|个数)?(?:有|为|是|共|=)+\s*(?P<value>\d+)\s*(?:位|个)",
        ),
        to_int,
    )
    asks_wrong = reading.take_all(
        r"(?:问|则|那么)?(?:是)?(?:哪一?位|第几位|哪个位|哪位|几号位)(?:发生|出|有|出现)*(?:了)?(?:错误|差错|问题|错)?|(?:出错|错误|错)(?:的)?(?:位置|位)?(?:是|在|为)*(?:第几位|哪一?位|哪|多少)?|(?:判断|检查|检测)?(?:是否|有没有|有无)(?:有|出|发生)?(?:错误|错|差错)|(?:纠正|改正|纠错|校正)(?:后|之后)?(?:的)?(?:正确)?(?:的)?(?:码字|编码|数据|信息|结果|码)?|正确(?:的)?(?:码字|编码|数据|信息|码|应|为|是)+(?:什么|多少)?"
    )
    asks_sent = reading.asked(
        (
            (
                r"(?:原(?:来|始|本)?的?|(?:欲|要|所|实际|正确|被)?(?:发送|传送|传输)(?:的|端)?|正确的?)(?:有效)?(?:数据|信息|码字|代码)(?:位|码)?",
                "data",
            ),
        )
    )
    asks_total = reading.take_all(
        r"(?:编码后|编码|码字)(?:的)?(?:总)?(?:长度|位数|长)(?:至少|最少)?(?:是|为)?(?:多少|几)?位?|码长|总(?:位数|长度)|(?:总共|一共)(?:多少|几)位"
    )
    asks_data = reading.take_all(
        r"(?:最多|至多)(?:可|能|够|以|对|为|给|校验|保护|支持|编码|纠正|表示|带|有|容纳|为)*(?:多少|几)(?:位|个)(?:的)?(?:有效)?(?:信息|数据)(?:位|码)?|(?:信息|数据)位?(?:最多|至多)(?:可|能|以|有|为|是)*(?:多少|几)?(?:位|个)?"
    )
    asks_count = reading.take_all(
        r"(?:至少|最少)?(?:需要?|应|要|设置|加|加入|增加|添加|设|用|有|附加)*(?:的)?(?:至少|最少)?(?:多少|几)(?:位|个)(?:的)?(?:校验位?|监督位|检验位|冗余位)码?|(?:校验(?:位|码)|监督位|检验位|冗余位)(?:的)?(?:位数|个数|数目|数量|数|长度)?(?:至少|最少|需要?|应该?|为|是|要|有|得)*(?:多少|几)?(?:位|个)?(?![\d第])"
    )
    reading.take_all(r"(?:求|写出|得到|是|为)?(?:编码)?(?:后|结果)?(?:的)?(?:完整)?(?:码字|编码|编码结果|编码后|码|代码)")
    reading.finish(
        "提供保护 保护 提供 需增加 增加 添加 附加 校验位数 检测位 配置 海明码 汉明 汉明码 待 欲 待传送 欲传送 要传送 原则 左起 右起 填入 依次填入 自左至右 自左向右 从左到右 存储器 字长 数据字 存储字 字长为 码位 按位 位序 采用 采用海明校验码 校验码 海明校验 希望 所采用 能够 发现 检错 纠错 纠正 能力 规则 对 位序号 序号 分别 传来 收端 发端 方 接收 收到 接到 端 无误 出错 出错位 错误 该码 该码字 一位 单个 最少 至少 位数 为 按 高位 低位 用来 插 插入 放在 其他 其它 剩下 剩余 上 问 海明 码 码字 编码 编成 校验 校验位 信息 信息位 数据 数据位 有效 有效信息 二进制 位 各位 位置 编号 序列 传送 传输 发送 发来 进行 做 放 填 置 从 所 是 组成 生成 代码 字 最左 端 其余 顺序 按序 放置 依序 错 串 比特 完整 写 指出 出来 待校验 待校验的 正确 指明 说明 求出 填进去 填进 放进去 塞进 位号 做出 做成 码位 传过来 传来 收来 左边 整数次幂 最低编号 校验位号 H D 最终 假定 最左边 最左侧"
    )
    if shape:
        length = length or int(shape["n"])
        if data not in (None, int(shape["k"])) or length != int(shape["n"]):
            return None
        data = int(shape["k"])
    asking = bool(asks_wrong or asks_sent), bool(asks_total), bool(asks_data)
    if not bits:
        if checks or holders or received or span or asks_wrong or asks_sent or right or sum(asking) > 1:
            return None
        if asks_data:
            if double or given is None or data is not None or not 2 <= given <= 12:
                return None
            return Recognition(
                parameters={"task": "data", "checks": given}, understood=(("校验位", f"{given} 位"), ("求", "最多的信息位数"))
            )
        if data is None or given is not None or length is not None or not 1 <= data <= 4096 or not (asks_total or asks_count):
            return None
        if double and asks_total:
            return None
        task = "both" if asks_total and asks_count else "total" if asks_total else "count"
        return Recognition(
            parameters={"task": task, "data": data, "double": bool(double)},
            understood=(
                ("信息位", f"{data} 位"),
                (
                    "求",
                    {
                        "total": "码字总长",
                        "count": "校验位数（纠正一位错、发现两位错）" if double else "校验位数（纠正一位错）",
                        "both": "校验位数和码字总长",
                    }[task],
                ),
            ),
        )
    if double or asks_total or asks_data or ((asks_wrong or asks_sent) and not received and not length and not span):
        return None
    locating = bool(asks_wrong or asks_sent)
    if received and not locating:
        return None
    total = len(bits) if locating else len(bits) + check_bits(len(bits))
    kept = total - sum(is_check(position) for position in range(1, total + 1))
    powers = [position for position in range(1, total + 1) if is_check(position)]
    others = [position for position in range(1, total + 1) if not is_check(position)]
    for matches, expected in ((checks, powers), (holders, others)):
        if any([int(number) for number in re.findall(r"\d+", match["places"])] != expected for match in matches):
            stay_out("other positions")
    if length not in (None, total) or data not in (None, kept) or given not in (None, total - kept) or (span and int(span["n"]) != total):
        return None
    order = "left" if left or holders else "right" if right else "both"
    odd = parities == ["odd"]
    return Recognition(
        parameters={"task": "locate" if locating else "encode", "bits": bits, "odd": odd, "order": order, "parity_said": bool(parities)},
        understood=(
            ("收到的码字" if locating else "数据", bits),
            ("校验", "奇校验" if odd else "偶校验"),
            ("编号", {"left": "第 1 位在左", "right": "第 1 位在右", "both": "没有说第 1 位在左还是在右，两种都算"}[order]),
        ),
    )


def distance(text: str) -> Recognition | None:
    """What a code of a stated distance detects at most, and what it corrects at most."""
    reading = Clauses(text)
    far = reading.take_one(rf"(?:最小)?(?:码距|海明距离|汉明距离)(?:d)?(?:为|是|=|:)*\s*(?P<value>{INTEGER})(?![\d.]|位)", to_int)
    if far is None:
        return None
    apart = reading.take_all(
        r"\(?(?:分开问|分别考虑|单独考虑|分开算|分别问)?(?:,|、)?(?:不是|并非)同时(?:检错和纠错|检测和纠正)?\)?|\(?(?:分开问|分别考虑|单独考虑|分开算)\)?"
    )
    reading.refuse("同时|并|既|且|CRC|至少")
    asked = reading.asked(
        (
            (r"(?:最多|至多)?(?:可|能|可以|能够)*(?:检测|检查|检出|发现|检)(?:出)?(?:多少|几)(?:位|个)(?:错误|错|差错|出错)*", "detect"),
            (r"(?:最多|至多)?(?:可|能|可以|能够)*(?:纠正|纠|改正)(?:出)?(?:多少|几)(?:位|个)(?:错误|错|差错|出错)*", "correct"),
        )
    )
    reading.finish("海明 海明码 汉明码 编码 校验码 某 码 分别 最多 至多 一种 检错 纠错")
    if not asked or not 1 <= far <= 20 or (len(asked) > 1 and not apart and "分别" not in reading.text and "最多" not in reading.text):
        return None
    return Recognition(parameters={"task": "distance", "far": far, "asked": asked}, understood=(("码距", str(far)),))


def _solve_distance(parameters: Parameters) -> Solution:
    far = parameters["far"]
    said = {"detect": f"最多检测 {far - 1} 位错", "correct": f"最多纠正 {(far - 1) // 2} 位错"}
    answer = "，".join(said[name] for name in parameters["asked"])
    return Solution(
        answer=answer,
        steps=paragraphs(f"码距 d = {far}：只检错最多 d − 1 = {far - 1} 位，只纠错最多 ⌊(d − 1)/2⌋，即 {(far - 1) // 2} 位。", answer),
        conventions=("检错和纠错分别算，不是同时",),
    )


def solve(parameters: Parameters) -> Solution:
    """The answer, with the same functions as the questions."""
    task = parameters["task"]
    if task == "distance":
        return _solve_distance(parameters)
    if task == "data":
        checks = parameters["checks"]
        right = (1 << checks) - checks - 1
        return Solution(answer=f"{right} 位", steps=f"2^k ≥ n + k + 1，k = {checks} 时 n 最大为 {1 << checks} − {checks} − 1 = {right} 位")
    if task in ("count", "total", "both"):
        data = parameters["data"]
        checks = check_bits(data)
        lines = [
            f"纠正一位错要求 2^k ≥ n + k + 1，n = {data}。",
            f"满足它的最小的 k 是 {checks}：2^{checks} = {1 << checks}，{data} + {checks} + 1 = {data + checks + 1}。",
        ]
        if parameters["double"]:
            return Solution(
                answer=f"{checks + 1} 位",
                steps=paragraphs(*lines, f"另加一位总校验位以发现两位错，校验位至少 {checks + 1} 位"),
                conventions=("发现两位错、纠正一位错（SEC-DED）：纠一位错的校验位再加一位总校验位",),
            )
        if task == "count":
            return Solution(
                answer=f"{checks} 位",
                steps=paragraphs(*lines, f"校验位至少 {checks} 位"),
                conventions=("纠正一位错，不另加区分两位错的总校验位",),
            )
        total = f"码字共 {data} + {checks} = {data + checks} 位"
        if task == "both":
            return Solution(
                answer=f"校验位 {checks} 位，码字共 {data + checks} 位", steps=paragraphs(*lines, f"校验位至少 {checks} 位，{total}")
            )
        return Solution(
            answer=f"{data + checks} 位", steps=paragraphs(*lines, total), conventions=("纠正一位错，不另加区分两位错的总校验位",)
        )
    bits, odd, order = parameters["bits"], parameters["odd"], parameters["order"]
    conventions = ["校验位在编号为 2 的幂的位，其余各位依次放数据"]
    if not parameters["parity_said"]:
        conventions.append("题目没有说奇偶，按偶校验")
    answers, also, steps = [], [], []
    for side in ("left", "right") if order == "both" else (order,):
        code = bits if side == "left" else bits[::-1]
        note = "" if order != "both" else ("第 1 位在左时：" if side == "left" else "第 1 位在右时：")
        if task == "encode":
            made = encode(code, odd)
            shown = made if side == "left" else made[::-1]
            steps.append(
                note
                + "；".join(
                    f"第 {check} 位校验第 {'、'.join(map(str, members(len(made), check)))} 位，为 {made[check - 1]}"
                    for check in range(1, len(made) + 1)
                    if is_check(check)
                )
                + f"。码字 `{shown}`"
            )
            answers.append(note + shown)
            also.append(shown)
            continue
        wrong = syndrome(code, odd)
        if wrong > len(code):
            stay_out("more than one wrong bit")
        if not wrong:
            answers.append(f"{note}没有出错，数据为 {data_of(code) if side == 'left' else data_of(code)[::-1]}")
            steps.append(f"{note}各组校验都满足，没有出错")
            continue
        fixed = flipped(code, wrong)
        shown, data = (fixed, data_of(fixed)) if side == "left" else (fixed[::-1], data_of(fixed)[::-1])
        failed = [check for check in range(1, len(code) + 1) if is_check(check) and wrong & check]
        steps.append(
            f"{note}不满足的是第 {'、'.join(map(str, failed))} 位的校验组，编号相加得 {wrong}：第 {wrong} 位出错，改正为 `{shown}`"
        )
        answers.append(f"{note}第 {wrong} 位出错，纠正后为 {shown}，数据为 {data}")
        also += [f"第 {wrong} 位", f"{wrong}", shown, data]
    return Solution(answer="；".join(answers), steps=paragraphs(*steps), also=tuple(also), conventions=tuple(conventions))
