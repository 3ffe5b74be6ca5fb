"""Reading problems about Hamming codes: how many bits, a code word made or checked, groups, syndromes, distances."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from engine.generators import patterns
from engine.generators.co._hamming_code.simulator import check_bits, is_check
from engine.generators.co._topic import Topic
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

HINT = r"海明|汉明|Hamming|码距|SEC|校验位|校验结果|H7|P1\s*P2|校正因子|纠错码|监督位|[奇偶]校验"
BITS = r"(?<![0-9A-Za-z.])(?:[01]{3,}(?: [01]{3,})*|[01](?: [01]){3,})(?:B(?![A-Za-z]))?(?![0-9A-Za-z.]|\s*(?:位|个|比特|bit))"
_LEFT = r"(?:(?:位号|编号|位序|序号)\s*1\s*(?:~|到|至|-)\s*\d{1,2}(?:位)?(?=从?左))?(?:位号|编号|位序|序号|码位|下标|位置)?(?:从|自|由|按|以)?(?:最)?左(?:起|数|边|侧|端|面|手边|到右|至右|往右|向右|开始|依次|位号|位置|编号|各位|数|为|是|按|从|的|,)*(?:(?:海明码|汉明码)(?:的)?)?(?:(?:第)?(?:1|一)(?:号|位)*(?!\d|\s*[、,]\s*\d|\s+\d)(?:(?:~|到|至|-)\s*第?\d{1,2}(?:位|号)*)?)?(?:为|是)*(?:[PHC]1|最低编号)?(?:开始|起)?(?:编号|编)?|(?:第(?:1|一)位|P1|H1)在(?:最)?左(?:边|侧|端|面)?|P1[,、\s]*P2[,、\s]*D1[,、\s]*P[34](?:[,、\s]*[PD]\d)*"
_RIGHT = r"(?:从|自|由)?(?:最)?右(?:起|数|边|侧|端|面)*(?:的)?(?:开始|起|数|到左|至左|往左|向左|编号)*(?:第?(?:1|一)(?:号)?位)?(?:为|是)?(?:[PHC]1)?|(?:第(?:1|一)位|P1|H1)在(?:最)?右(?:边|侧|端|面)?|从高到低(?:写|排列|依次)?|由高到低"
_ROW = r"(?<![A-Za-z0-9])(?P<row>[HMRC])(?P<from>\d{1,2})\s*(?:~|到|至|-|…+|\.{2,})\s*(?P=row)(?P<to>\d{1,2})(?!\d)|(?<![A-Za-z0-9])(?P<all>(?:[HM]\d{1,2}\s*){3,})"
_ONE = r"(?:单个|一个|一位|1位|单|1个|一|单位|单比特|1bit)(?:的)?(?:错误|错码|差错|出错|误码|错)"
_DETECT = r"(?:检测|检查|发现|检出|检)出?"
_TWO = r"(?:两位|2位|二位|两个|双|双位|2个)(?:的)?(?:错误|错码|差错|错)"


class Hamming(Topic):
    """A problem of Hamming codes."""

    words: ClassVar[str] = (
        "海明码 汉明码 海明 汉明 海明校验码 海明校验 海明编码 校验码 校验 校验位 检验位 监督位 冗余位 信息位 数据位 信息 数据 有效信息 有效数据 有效 码字 编码 编码后 码 代码 位号 编号 位置 位 二进制 字长 字 存储器 存储 主存 采用 使用 配置 配偶 配奇 原则 奇校验 偶校验 "
        "纠错 检错 纠正 检测 发现 能力 纠 检 错 错误 差错 出错 能 可 要求 进行 传输 传送 发送 接收 接收端 接收方 收方 收到 收 读出 送来 传来 发来 得到 依次 填 填入 放 放在 位于 占 置 插 插入 插在 安排 分别 其余 其他 其它 剩下 顺序 从低到高 由低到高 低到高 从高到低 高位 低位 数据位由低到高 左起 右起 组成 构成 生成 形成 做成 编成 "
        "SEC DED SECDED 单纠错 纠一位错 只 最多错一位 最多 只可能错一位 一位错 一位 单错 至少 最少 需要 应 结果 对 进行编码 待校验 待 欲 设 则 完整 写 指出 判断 恢复 改正 改正后 正确 校正 排列 高 低 字符 ASCII码 ASCII 手机打字见谅 外加 外 每字 实际 给 老师留 求 若 各 组 管 负责 每组 各组 算出来 算得 集合 码字集 集 单独使用 分开考虑 传 原来 原 端 整个 串 按 填其余位置 填其余 范围 用满 才够 够用 用 取 值 取值 最小 最小取值 位数 提供保护 提供 保护 编 编完 配 配的 传的 原传 偶性 奇性 检/纠错 检 反过来 出来 老师留的题 说出"
    )
    shortened = (
        *Topic.shortened,
        (r"([A-Z]\d{1,2})\s*(?:…+|\.{2,}|⋯+)\s*(?=[A-Z]\d)", r"\1~"),
        (r"(\d)\s*(?:…+|\.{2,}|⋯+)(?=[,;。)])", r"\1号起"),
        (r"even\s*parity", "偶校验"),
        (r"odd\s*parity", "奇校验"),
    )
    refused: ClassVar[str] = r"CRC|循环|交织|缩短|证明|Verilog|为什么|概率|看不清|或者?奇|还是奇|[01]\?|\?[01]"


def take_capability(problem: Hamming) -> int | None:
    """Where it is said that two errors are to be detected as well; that one is to be corrected goes without saying."""
    double = problem.take_all(
        rf"\(?(?:在纠一位错的基础上|在此基础上|若|如果|另外?)*再?(?:另外?)?(?:增加|增设|附加|加上?|添加)(?:一|1)(?:位|个)的?(?:全|总)校验位?(?:以便|用于|用来)?(?:{_DETECT}{_TWO})?\)?|(?:再加|外加|带|加)?(?:双位检错)?\(?SEC\s*-?\s*/?DED\)?|(?:再)?加?双位?检错|(?:检测?|检出|发现)双(?:位)?错|双错检测|检双|(?:并|且|又|同时|还|既|能|可|要求?|够|以|若|希望)*{_DETECT}{_TWO}|(?:纠一检二|纠1检2|纠一位检两位|检两位错|检2位错)"
    )
    problem.take_all(
        rf"(?:采用|用|的|若|要|要求|希望|能够|能|可以?|只|仅|不仅|使其|并|且|且能|来|既|进行|做|以|才能|够|最多|只能|单|一种|为了?)*(?:检测|检查|发现|检出)?(?:和|并|与|及|、|且|/)?(?:检|纠正|纠|定位|指出|纠出)(?:/?纠错)?{_ONE}(?:的|能力)*|\(?SEC\)?(?![A-Za-z])|(?<!哪)(?:只|最多|至多|仅|顶多|只会|只可能|会|可能|若|有|出现|假定|假设|设)+(?:有|会|发生|出现)?(?:一|1)(?:位|个)(?:出?错|错误|差错|坏)|\(?(?:按|以)(?:一|1)(?:位|个)(?:出?错|错误)(?:考虑|处理|计)\)?|(?<!哪)(?:最多|至多|只|仅|只可能)(?:会)?(?:错|出错|坏)(?:了)?(?:一|1)(?:位|个)|单纠错|检错/纠错|检错和纠错|(?<!能)纠错(?!后)|\(?纠一位错\)?"
    )
    if problem.take_all(r"\(?扩展(?:海明码|汉明码)\)?") and not double:
        stay_out("extended in a way that is not said")
    return double[0].start() if double else None


def groups(text: str) -> Recognition | None:
    """Which check bits check a position, or which positions a check bit covers."""
    problem = Hamming(text)
    take_capability(problem)
    problem.take_all(r"奇校验|偶校验|从第?1(?:位)?(?:开始)?编号|\(从1编号\)|从1开始编号")
    length = problem.take_one(
        (
            rf"(?P<value>{INTEGER})\s*位(?:的)?(?:海明码|汉明码|码字)",
            r"(?:H|M)(?P<value>\d+)(?:\s*H\d)+\s*H1(?!\d)",
            rf"(?:海明码)?(?:共|总长)(?P<value>{INTEGER})位",
        ),
        to_int,
    )
    problem.take_all(rf"\(?{INTEGER}位(?:数据|信息)\)?")
    problem.take_all(
        rf"(?:数据|信息|校验|检验)(?:位|码)(?:数)?(?:为|有|是)\s*{INTEGER}\s*位|(?:校验位|检验位)?(?:P\d{{1,2}}[、,和\s]*)+(?:分别|依次|各)*(?:位于|在|放在|占|处于|为)+(?:海明码)?(?:的)?(?:第)?(?:(?:第)?\d{{1,2}}[、,和]*)+(?:号)?位(?:置)?(?:上)?"
    )
    cover = problem.take_asked(
        r"(?:则|那么?)?(?:第)?(?P<n>[PHC]?\d{1,2})(?:号)?(?:位)?(?:的)?(?:校验位|检验位)?(?:\([PH]\d在H(?P<h>\d)\))?(?:所)?(?:覆盖|负责|校验|检查|管|包括|参与校验)(?:的)?(?:是|了)?(?:哪些|哪几个|哪几)(?:位置|位|个)?"
    )
    more = problem.take_asked(r"(?:第)?(?P<n>[PHC]?\d{1,2})(?:号)?(?:位)?(?:的)?(?:校验位)?的?呢") if cover else []
    checks = problem.take_asked(
        r"(?:(?:数据位)?\s*D\d+\s*(?:放在|位于|在)(?:海明码的)?)?(?:(?:位号|编号)(?:为|是)?\s*(?P<c>\d{1,2})(?!\d)|第\s*(?P<a>\d{1,2})\s*位|H(?P<b>\d{1,2}))(?:\(H\d+\))?(?:\(从1编号\)|\ue000)*(?:的)?(?:数据位)?[,]?(?:那么|则)?(?:D\d+)?(?:由|被|参与|受|属于)(?:了)?(?:哪几个|哪些|哪几)(?:校验位|组|校验组)(?:\(写位号\))?(?:来)?(?:(?:共同)?(?:校验|检验)|的校验|校验)?"
    )
    wrong = problem.take_asked(
        r"(?:该|这一?)位(?:出错|错)(?:时|了)?(?:的)?(?:校正因子|校验字|故障字|指误字|综合征|伴随式)(?:\(?二进制(?:4位)?\)?)?(?:为|是)?(?:何|多少|什么)?"
    )
    problem.settle()
    if bool(cover) == bool(checks) or len(checks) > 1 or (wrong and not checks):
        return None
    if checks:
        position = int(checks[0]["a"] or checks[0]["b"] or checks[0]["c"])
        if is_check(position):
            return None
        return Recognition(parameters={"task": "checks", "position": position, "wrong": bool(wrong)}, understood=(("位号", str(position)),))
    positions = []
    for match in [*cover, *more]:
        name = match["n"]
        number = int(patterns.sub(r"\D", "", name))
        if name[0].upper() in "PC" and not ("h" in match.groupdict() and match["h"]):
            return None  # P3 stands at 3 or at 4
        if "h" in match.groupdict() and match["h"]:
            number = int(match["h"])
        if not is_check(number):
            return None
        positions.append(number)
    if length is None or any(position > length for position in positions):
        return None
    return Recognition(
        parameters={"task": "members", "length": length, "positions": positions},
        understood=(("码长", f"{length} 位"), ("校验位", "、".join(map(str, positions)))),
    )


def told_syndrome(text: str) -> Recognition | None:
    """The groups' results told: which position is wrong."""
    problem = Hamming(text)
    take_capability(problem)
    row = problem.take(r"(?<![A-Za-z0-9])(?P<names>(?:[SPEGC]\d\s*[、,]?\s*){2,5})(?:=|为|是|:)\s*(?P<bits>[01]{2,5})(?![01])")
    single = list(
        patterns.finditer(
            r"(?<![A-Za-z0-9=])(?P<name>[SPEGC]\d)\s*(?:=|为|是)\s*(?P<bit>[01])(?![01.])(?:\(组?[^()]{0,30}\))?", problem.rest
        )
    )
    if row:
        names = patterns.findall(r"[A-Za-z]\d", row["names"])
        bits = row["bits"]
        if len(names) != len(bits):
            return None
        told = [(int(name[1:]), bit) for name, bit in zip(names, bits, strict=True)]
    elif len(single) >= 2:
        told = [(int(match["name"][1:]), match["bit"]) for match in single]
        problem.take_spans([match.span() for match in single])
    else:
        return None
    problem.take_all(
        "(?:下面|以下)?给出校验结果|各组(?:的)?(?:校验)?结果|(?:接收方|收方|接收端)?设?计算(?:得(?:到|出)?)?(?:的)?(?:校正|校验|监督)?(?:因子|字|子)?"
    )
    numbers = sorted(number for number, _ in told)
    powers = [1 << place for place in range(len(told))]
    if numbers == powers:
        wrong = sum(number for number, bit in told if bit == "1")
    elif numbers == list(range(1, len(told) + 1)):
        # P1, P2, P3 by their order: the third group is that of position 4; said so, or there is no P4 that could be meant.
        if len(told) > 2 and not row and not patterns.search(r"P3管第?4|P1最低|组\s*8|E4|S4", problem.text):
            return None
        wrong = sum(1 << number - 1 for number, bit in told if bit == "1")
    else:
        return None
    none = problem.take_asked(r"(?:如果|若)?(?:[PSE]\d=)+0(?:呢)?") if single else []
    length = problem.take_one(rf"(?:接收)?(?P<value>{INTEGER})\s*位(?:的)?(?:海明码|码|汉明码)(?:字)?", to_int)
    problem.take_all(
        r"\(P3管第?4(?:位)?组,?P1最低\)|偶校验|奇校验|\d\s*位(?:信息|数据)位?(?:加\s*\d\s*位校验位(?:构成)?)?|校验位(?:分别)?(?:位于|在|放|为)?\s*(?:第)?1\s*[、,]\s*2\s*[、,]\s*4(?:\s*[、,]\s*8)?(?:位)?|(?:收到|接收)(?:的)?"
    )
    asked = problem.take_asked(
        r"(?:请)?(?:问|说出|指出|则)?(?:是)?(?:哪一?位|第几位|几号位)(?:发生|出|有|出现)*(?:了)?(?:错误|差错|错)?|(?:出错|错误|错)(?:的)?(?:位号|位置|位)(?:是|为)?(?:多少|哪)?|出错的(?:位)?(?:是|为)(?:第?(?:几|多少)位?|\s+(?=。|$))"
    )
    problem.settle()
    if not asked or (length is not None and wrong > length):
        return None
    return Recognition(
        parameters={"task": "syndrome", "wrong": wrong, "none": bool(none)},
        understood=(("校验结果", "".join(bit for _, bit in sorted(told, reverse=True))),),
    )


def _several(
    problem: Hamming,
    words: list[str],
    odd: bool,
    even: bool,
    right: bool,
    check_places: list[re.Match[str]],
    data_places: list[re.Match[str]],
) -> Recognition | None:
    """The code words of several data words of one length."""
    problem.refuse("收到|接收|出错|正确的|纠|距离|码距|集合")
    asked = problem.take_asked(
        r"(?:分别)?(?:求|写出|给出|编出|配置|生成)?(?:它们|各自|其)?(?:所)?(?:对应)?(?:的)?(?:海明|汉明)(?:校验)?(?:码|编码)(?:分别|各)?(?:是|为)?(?:多少|什么)?"
    )
    problem.take_all(r"(?:以下|下列|如下)?(?:\d|[二三四五六两])?(?:组|个)?(?:数据|信息|代码)|(?<=\ue000)\s*(?:和|与)")
    problem.settle()
    total = len(words[0]) + check_bits(len(words[0]))
    powers = [position for position in range(1, total + 1) if is_check(position)]
    others = [position for position in range(1, total + 1) if not is_check(position)]
    for matches, expected in ((check_places, powers), (data_places, others)):
        if any(sorted(int(number) for number in patterns.findall(r"\d+", match["places"])) != expected for match in matches):
            stay_out("other positions")
    if not asked:
        return None
    return Recognition(
        parameters={"task": "many", "words": words, "odd": odd, "order": "right" if right else "left"},
        understood=(("数据", "、".join(words)), ("校验", "奇校验" if odd else "偶校验" if even else "没有说，按偶校验")),
    )


def _explained(bits: str, odd: bool, order: str, flip: int, said: bool) -> Recognition | None:
    """A code word made from data, one bit of it inverted: what the receiver finds."""
    if flip > len(bits) + check_bits(len(bits)):
        return None
    return Recognition(
        parameters={"task": "explain", "bits": bits, "odd": odd, "order": order, "flip": flip, "parity_said": said},
        understood=(("数据", bits), ("校验", "奇校验" if odd else "偶校验"), ("出错", f"第 {flip} 位")),
    )


# `数据 10101101 共 8 位`: the length of the data, not of the code word.
_DATA_LENGTH = re.compile(
    r"(?P<data>(?:信息|数据)位?\s*(?:为|是|:)?\s*(?P<bits>[01]{3,}))\s*,?\s*(?:一共|总共|共)(?:有)?\s*(?P<n>\d{1,2})\s*位(?=[,;。])"
)


def _of_that_length(match: re.Match[str]) -> str:
    return match["data"] if int(match["n"]) == len(match["bits"]) else stay_out("data of another length")


def code_word(text: str) -> Recognition | None:
    """A code word to be made from data, or one received to be checked."""
    if patterns.search(r"(?:纠正|纠错|改正)后的?\s*(?:[四4]|\d+)\s*位(?!有效|信息|数据)", text):
        return None  # of the bits of a code word, only the data
    problem = Hamming(_DATA_LENGTH.sub(_of_that_length, text))
    problem.refuse(r"(?:有|是|为|发生|出现)(?:两|2|二|双|三|多)(?:位|个)(?:同时)?(?:出?错|错误|差错)")
    problem.refuse(r"(?:若|如果|假如|要是)(?:同时)?(?:有|发生)?(?:两|2|二)(?:位|个)(?:同时)?(?:都)?(?:出)?错")
    double = take_capability(problem) is not None
    problem.refuse(r"错(?:了)?(?:两|2|二|多)(?:位|个)|纠(?:正)?(?:出)?(?:两|2|二|多)位|总校验|整体(?:偶|奇)?校验|再加一位")
    if shape := problem.take(r"\(\s*(?P<all>7|12|15)\s*,\s*(?P<data>4|8|11)\s*\)(?=海明|汉明|码)"):
        lengths = {len(found) for found in patterns.findall(r"(?<![01A-Za-z])[01]{3,}(?![01])", problem.rest)}
        if not lengths <= {int(shape["all"]), int(shape["data"])}:
            stay_out("a code of another length")
    left = right = False
    named: list[str] = []
    for match in problem.take_all(_ROW):
        if match["row"]:
            right = right or int(match["from"]) > int(match["to"])
            left = left or int(match["from"]) < int(match["to"])
            named.append(match["from"] if int(match["from"]) > int(match["to"]) else match["to"])
        else:
            numbers = [int(number) for number in patterns.findall(r"\d+", match["all"])]
            if numbers == list(range(numbers[0], numbers[0] - len(numbers), -1)):
                right = True
            elif numbers == list(range(numbers[0], numbers[0] + len(numbers))):
                left = True
            else:
                problem.rest = problem.rest[: match.start()] + match[0] + problem.rest[match.end() :]
    data_row = problem.take_all(
        r"(?<![A-Za-z0-9])\(?D(?P<a>\d{1,2})\s*(?:~|到|至|-|…+|\.{2,})\s*D(?P<b>\d)\)?|(?<![A-Za-z0-9])\(?(?P<all>(?:[Db]\d{1,2}\s*){3,})\)?"
    )
    high_first = any(
        (match["a"] and int(match["a"]) > int(match["b"]))
        or (match["all"] and (number := [int(n) for n in patterns.findall(r"\d+", match["all"])]) == sorted(number, reverse=True))
        for match in data_row
    )
    left = bool(problem.take_all(_LEFT)) or left
    right = bool(problem.take_all(_RIGHT)) or right
    if left and right:
        return None
    odd = bool(problem.take_all(r"(?:采用|用|按|使用|以|在)?(?:配奇|奇校验|奇检验|奇性)(?:原则|配置|校验|方式|下)*"))
    even = bool(problem.take_all(r"(?:采用|用|按|使用|以|在)?(?:配偶|偶校验|偶检验|偶性原则|偶性)(?:原则|配置|校验|方式|下)*"))
    if odd and even:
        return None
    problem.take_all(r"编号为2的幂的位是校验位")
    problem.take_all(
        r"2(?:的)?\^?(?:n|i|k)?(?:的)?(?:整数)?(?:次)?(?:幂|方)(?:次)?(?:的)?(?:位置|位|处|编号)*(?:上)?|2\^[nik](?:的)?(?:位置|位|处)*(?:上)?"
    )
    put = r"(?:\ue000|分别|依次|顺序|各位|各|按|放置|放|填入|填|置|位于|位置|安排|插入|插在|占据?|为|是|于|入|到|在|的|位|均|:|=|\s|由低到高|由高到低|从低到高|左数|由|起|数据|D\d)*"
    places = r"(?:第|[HPM])?\s*(?P<places>\d+(?:(?:位|号)?\s*(?:[,、和及]\s*|\s+)(?:第|[HPM])?\s*\d+)+)(?:号)?(?:位置|位|上|处|起)*"
    check_places = problem.take_all(
        rf"(?:校验位?|检验位|检测位|监督位|P1\s*[、,]?\s*P2(?:\s*[、,]?\s*P[348])*(?!\s*[、,]?\s*P\d))(?:\s*[CP]\d(?:\s*[、,和]?\s*[CP]\d)+(?=\s*[分依各位放在插占置设]))?{put}{places}"
    )
    check_places += problem.take_all(rf"{places}(?:均|都|是|为|放|作|做|作为|用作|置|放置|,)*(?:校验位|检验位|监督位)")
    check_places += problem.take_all(r"(?:校验)(?:位)?在?(?P<places>H8?H?4H2H1)")
    data_places = problem.take_all(rf"(?:有效信息|信息|数据|其余|D0?1?)(?:码|各位|位)?{put}{places}")
    data_places += problem.take_all(
        rf"(?:从高位到低位|按顺序|各位|顺序|分别|依次|\ue000|\s)*(?:放置|放|填|置|插|安排|占据?|位于)(?:入|到|在|于|的|\ue000|(?:海明|汉明)(?:校验)?码|码字)*{places}"
    )
    flips = [
        int(match["a"])
        for match in problem.take_all(
            r"(?:然后|若|如果|假设|传输中|传送时|同时|在|,)*(?:H|第)\s*(?P<a>\d{1,2})\s*位?(?:发生)?(?:翻转|取反|出错|变反)(?:了)?"
        )
    ]
    if pair := problem.take(r"(?:若|如果)?(?:同时)?(?:翻转|取反)第?\s*(?P<a>\d{1,2})\s*(?:位)?(?:和|与|、)第?\s*(?P<b>\d{1,2})\s*位"):
        flips += [int(pair["a"]), int(pair["b"])]
    suggested = problem.take_all(rf"(?:是|为)\s*(?P<bits>{BITS})\s*(?:吗|么|对吗|对不对)")
    problem.take_all(r"(?:数据|信息)位?由(?:低到高|高到低)(?:依次)?填(?:入)?(?:其余|剩余|其他)(?:的)?(?:位置|位)")
    words = problem.take_all(BITS)
    several = [patterns.sub(r"[ B]", "", match[0].upper()) for match in words]
    if 2 <= len(several) <= 6 and len({len(one) for one in several}) == 1 and not flips and not suggested:
        return _several(problem, several, odd, even, right, check_places, data_places)
    if len(words) != 1 or not patterns.search(r"海明|汉明|hamming|H7|H1|P1\s*P2", problem.text, re.IGNORECASE):
        return None
    bits = patterns.sub(r"[ B]", "", words[0][0].upper())
    before_word = problem.text[: words[0].start()]
    received = bool(
        problem.take_all(r"(?:接收端|接收方|对方|目的端|接收|收|读出|传送后|传输后|传过来|传来|送来|发来|发过来)(?:到|得)?(?:的|了)?")
    )
    correct_word = bool(problem.take_all(r"正确无误|无误"))
    is_code = (
        bool(patterns.search(r"(?:海明码|汉明码|码字)(?:\([^()]*\))?(?:校验)?(?:字)?(?:为|是|:|\s|[,]?(?:收到)?)*$", before_word))
        or bool(named and not received and patterns.search(r"H\d\s*=\s*$", before_word))
        or bool(patterns.search(r"H1\s*=\s*$", before_word))
    )
    if not right and problem.has(r"\(?1\s*(?:~|到|至|-)\s*\d+\s*位"):
        left = True
    length = problem.take_one(
        (
            rf"(?P<value>{INTEGER})\s*(?:位|比特|bit)(?:的)?(?=海明码|汉明码)",
            rf"(?P<value>{INTEGER})\s*(?:位|比特|bit)(?:的)?(?:码字|编码|码)(?:字)?",
            rf"共\s*(?P<value>{INTEGER})\s*位",
            r"位号\s*1\s*(?:~|到|至|-)\s*(?P<value>\d+)",
            r"\(?1\s*(?:~|到|至|-)\s*(?P<value>\d+)位",
        ),
        to_int,
    )
    sent = problem.take_asked(
        rf"(?:(?:纠正|纠错|改正)后的?|恢复|求|写出|给出|正确的?|原(?:来|始|本)?(?:传|发)?(?:送)?的?|发送的?)+(?P<n>{INTEGER})\s*(?:位|个)(?:的)?(?:有效)?(?:数据|信息)(?:位|码)?(?:\(第[\d、,]+位\))?(?:是|为)?(?:啥|多少|什么)?"
    )
    size = problem.take_one(
        (
            rf"(?P<value>{INTEGER})\s*(?:位|个|比特|bit)(?:长)?(?:的)?(?:这)?(?:二进制)?(?:有效)?(?:ASCII码|信息|数据|字)(?:位|码)?",
            rf"(?:其中)?(?:信息|数据)(?:有|为|是)?(?P<value>{INTEGER})位",
        ),
        to_int,
    )
    checks_told = problem.take_one(r"(?:校验|检验)(?:位|码)(?:有|为|是)?\s*(?P<value>\d)\s*位", to_int)
    asked: list[tuple[int, str]] = [(match.start(), "data") for match in sent]
    if sent:
        size = size or to_int(sent[0]["n"])
    for pattern, name in (
        (
            r"(?:试|并|请)?(?:说明|写出|分析|叙述|给出|简述|指出)(?:接收端|其|它)?(?:的)?(?:检错)?(?:和|与|、)?(?:纠错|\ue000+)(?:的)?过程",
            "explain",
        ),
        (r"(?:来)?(?:确定|配置)(?:其)?(?:海明|汉明)(?:校验)?码", "made"),
        (
            r"(?:至少|最少|共)?(?:需要?|应|要|有|设|加|附加|设置)+(?:多少|几)(?:个|位)(?:校验|检验|监督)位|(?:校验|检验|监督)位(?:的)?(?:位数|个数|数目|数)(?:是|为)?(?:多少|几)?|(?:校验|检验)位(?:需要?|要|有|应有)(?:多少|几)(?:个|位)",
            "count",
        ),
        (
            r"(?:求|计算|写出|给出)?(?:[PHC]\d\s*[、,和]?\s*){2,5}(?:的)?(?:值|取值)?(?:各|分别|依次)*(?:是|为|等于|取|=)+(?:多少|什么|几)|(?:求|计算|写出|给出)(?:[PC]\d\s*[、,和]?\s*){2,5}(?:的)?(?:值|取值)?",
            "checks",
        ),
        (r"(?:各(?:个)?)?(?:校验|检验)位(?:P\d)*(?:的)?(?:值|取值)(?:分别|各)*(?:是|为)?(?:多少|什么|几)?", "checks"),
        (r"(?:求|写出|的)*校验位(?:\s*(?:C\d){3,5})?(?:的值|取值)?(?:分别|各)*(?:是|为)?(?:多少|什么|几)?(?=$|[。?,;])", "checks"),
        (
            r"(?:收方|接收方|接收端)?(?:算出的?|计算出的?|得到的?)?(?:校验字|校正因子|故障字|指误字|综合征|伴随式)(?:\s*(?:P\d){3})?(?:是|为)?(?:多少|什么)?",
            "syndrome",
        ),
        (r"(?:收方)?(?:按单错处理)?(?:会)?误判(?:为)?第几位(?:出错)?", "misjudged"),
        (
            r"(?:(?:是否|有没有|有无)(?:有|出|发生)?(?:错误|错|差错),若有错,)?(?:出错|错误|有错|错)(?:的|了的)?(?:是|在|位于)?第\s*(?:几|多少)?\s*号?位|(?:问|则|那么)?(?:是)?(?:哪一?位|第几位|哪个位|几号位)(?:发生|出|有|出现)*(?:了)?(?:错误|差错|问题|错)?|(?:出错|错误|错)(?:的)?(?:位置|位)(?:是|在|为)*(?:第几位|哪一?位|哪|多少)?|(?:是否|有没有|有无)(?:有|出|发生)?(?:错误|错|差错)|(?:出)?错(?:误)?(?:发生|出)?在(?:哪里|哪儿|哪一?位|第几位|哪)|(?:指出|判断)错(?:误)?位(?:置)?",
            "position",
        ),
        (
            r"(?:恢复|改正后|纠正后|纠错后|正确的?|改正|原(?:来|始|本)?(?:传|发)?(?:送)?的?|欲发送的?|发送的?|并|写出|它的|其|求|的|出)*(?:\d位)?(?:有效)?(?:数据|信息)(?:位|码)?(?:D4D3D2D1|\(\d位\)|\ue000)*(?:是|为)?(?:啥|多少|什么)?(?=$|[。?,;\s(\ue000]|哪)|恢复\s*\ue000+",
            "data",
        ),
        (
            r"(?:纠正|改正|纠错|校正)(?:后|之后)?(?:的)?(?:正确)?(?:的)?(?:码字|编码|结果|码)?(?:是|为)?(?:多少|什么)?|正确(?:的)?(?:码字|编码|码)(?:应|为|是)*(?:什么|多少)?",
            "fixed",
        ),
        (
            r"(?:求|写出|做成|编成|得到|的|其|它的|完整)*(?:\d+位)?(?:海明|汉明)(?:校验)?(?:码|编码)(?:是|为|应)?(?:什么|多少)?(?!校验|\()|(?:结果|码字|编码)(?:是|为)?(?:多少|什么)?(?=$|[。?,;])|写出\s*\ue000+",
            "code",
        ),
        (
            r"(?:(?:配置|编出|编成|求出?|写出|给出|得到|计算)(?:其|它|完整|相应|对应|\ue000|\s|的)*|(?<=\ue000)\s*的\ue000*)(?:海明|汉明)(?:校验)?(?:码|编码)(?!的|校验)",
            "code",
        ),
        (r"编完(?:之?后)?(?:是|长)?(?:啥|什么)样?", "code"),
    ):
        asked += [(match.start(), name) for match in problem.take_asked(pattern)]
    problem.take_all(
        r"(?:\d+位)?(?:海明|汉明)(?:校验)?(?:码|编码)?|[HPM]\d{1,2}(?:\s*[、,]?\s*[HPM]\d{1,2})*|\(字符.?\)|(?:偶|奇)校验(?=下|时)|'?5'?(?=\))"
    )
    problem.settle()
    if any(name in ("checks", "count") for _, name in asked):
        # `a Hamming code with odd parity; the check bits?`: the code word beside is named, not asked for.
        asked = [
            (place, name)
            for place, name in asked
            if name != "code"
            or patterns.match(
                r"[^,;。?!]{0,4}(?:求|写|完整|编成|配置)|(?:海明|汉明)?(?:校验)?(?:码字|编码|码)(?:应)?[是为](?:多少|什么)",
                problem.text[place:],
            )
        ]
    names = list(dict.fromkeys(name for _, name in sorted(asked)))
    if "explain" in names:
        if len(flips) != 1 or received or double or not set(names) <= {"explain", "made", "code"}:
            return None
        return _explained(bits, odd, "left" if left else "right" if right else "both", flips[0], odd or even)
    names = [name for name in names if name != "made"]
    locating = received or bool(is_code and set(names) & {"position", "data", "fixed", "misjudged"}) or correct_word
    if double or (not names and not suggested):
        return None
    total = len(bits) if locating else len(bits) + check_bits(len(bits))
    kept = total - sum(is_check(position) for position in range(1, total + 1))
    powers = [position for position in range(1, total + 1) if is_check(position)]
    others = [position for position in range(1, total + 1) if not is_check(position)]
    for matches, expected in ((check_places, powers), (data_places, others)):
        for match in matches:
            numbers = sorted(int(number) for number in patterns.findall(r"\d+", match["places"]))
            if numbers != expected and not (
                expected is others and numbers == expected[: len(numbers)] and "号起" in problem.text[match.start() : match.end() + 2]
            ):
                stay_out("other positions")
    if length not in (None, total) or size not in (None, kept) or checks_told not in (None, total - kept):
        return None
    order = (
        "left" if left else "right" if right or (high_first and not data_places) else "left" if data_places and not high_first else "both"
    )
    parameters: dict[str, Any] = {"bits": bits, "odd": odd, "order": order, "parity_said": odd or even}
    if suggested:
        if locating or set(names) - {"code"} or len(suggested) != 1:
            return None
        return Recognition(parameters={**parameters, "task": "encode", "suggested": suggested[0]["bits"]}, understood=(("数据", bits),))
    if flips or "misjudged" in names or "syndrome" in names:
        if order == "both" or not flips or any(flip > total for flip in flips):
            return None
        if not set(names) <= {"code", "data", "syndrome", "misjudged", "position"}:
            return None
        return Recognition(
            parameters={
                **parameters,
                "task": "flip",
                "flips": flips,
                "given": "code" if locating or correct_word else "data",
                "asked": [name for name in names if name != "position"],
            },
            understood=(("码字" if locating else "数据", bits),),
        )
    if locating:
        wanted = [name for name in names if name in ("position", "data", "fixed")]
        if not wanted or "checks" in names:
            return None
        return Recognition(
            parameters={**parameters, "task": "locate", "asked": wanted},
            understood=(
                ("收到的码字", bits),
                ("校验", "奇校验" if odd else "偶校验"),
                ("编号", {"left": "第 1 位在左", "right": "第 1 位在右", "both": "没有说第 1 位在左还是在右，两种都算"}[order]),
            ),
        )
    if is_code or set(names) & {"position", "fixed"} or not set(names) <= {"code", "checks", "data", "count"}:
        return None
    return Recognition(
        parameters={**parameters, "task": "encode", "wanted": [name for name in names if name != "data"] or ["code"]},
        understood=(
            ("数据", bits),
            ("校验", "奇校验" if odd else "偶校验"),
            ("编号", {"left": "第 1 位在左", "right": "第 1 位在右", "both": "没有说第 1 位在左还是在右，两种都算"}[order]),
        ),
    )
