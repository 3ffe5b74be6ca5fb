"""Hamming codes: how many check bits, setting them, and finding the wrong bit.

After Tanenbaum and Tang: positions are numbered from 1, check bits stand at the powers of two, and the check bit at 2^i covers the
positions whose number has bit i. Here position 1 is on the left; textbooks differ, so every question says so.
"""

from __future__ import annotations

from engine.drawings.model import Cell, Drawing, Grid, Row
from engine.generators.chance import Chance
from engine.generators.co._alternatives import first_reading
from engine.generators.co._hamming_code import layout as hamming_layout
from engine.generators.co._hamming_code import parity
from engine.generators.co._hamming_code import reading as hamming_reading
from engine.generators.co._hamming_code import received as hamming_received
from engine.generators.co._hamming_code import sizes_reading as hamming_sizes_reading
from engine.generators.co._hamming_code import solving as hamming_solver
from engine.generators.co._hamming_code.simulator import check_bits, data_of, encode, flipped, is_check, members, place, syndrome
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import numbered, paragraphs

POINT = "cn.link.error-control"  # where the syllabus has it

# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _count(chance) if chance.one_in(8) else _encode(chance, chance.between(6, 8), odd=chance.one_in(2))
    if difficulty == 2:
        return _encode(chance, chance.between(9, 11), odd=chance.one_in(3)) if chance.one_in(2) else _locate(chance, chance.between(4, 6))
    return _locate(chance, chance.between(7, 8)) if chance.one_in(2) else _correct(chance)


def _bits(chance: Chance, count: int) -> str:
    return "".join(str(chance.below(2)) for _ in range(count))


def _code(bits: str) -> str:
    return f"`{bits}`"


def _convention(length: int, odd: bool) -> str:
    return f"从左到右各位编号为 1～{length}，编号为 2 的幂的位是校验位，其余各位从左到右依次是数据位，采用{'奇' if odd else '偶'}校验"


def _count(chance: Chance) -> Generated | None:
    data = chance.between(4, 120)
    right = check_bits(data)
    plain = (data - 1).bit_length()
    wrong = [
        Wrong(f"{plain} 位", "只要求 2 的幂不小于数据位数，没有计入校验位本身"),
        Wrong(f"{right + 1} 位", "多算了区分两位错的一位总校验"),
        Wrong(f"{right - 1} 位", "校验位少了一位，区分不了所有单个错误"),
        Wrong(f"{right + 2} 位", "多算了两位"),
        Wrong(f"{right - 2} 位", "校验位少了两位"),
        Wrong(f"{right + 3} 位", "多算了三位"),
        Wrong(f"{max(1, right - 3)} 位", "校验位少了三位"),
    ]
    return Generated(
        point=POINT,
        stem=f"对 {data} 位数据用海明码编码，要求能纠正一位错，则至少需要校验位",
        right=f"{right} 位",
        wrong=wrong,
        steps=paragraphs(
            "k 位校验位要能区分无错和每一位出错：2^k ≥ n + k + 1。",
            f"n 为 {data}：k 取 {right - 1} 时 2^{right - 1} = {1 << right - 1} < {data + right}，"
            f"k 取 {right} 时 2^{right} = {1 << right} ≥ {data + right + 1}，至少需要 {right} 位",
        ),
        parameters={"task": "count", "data_bits": data},
    )


def _encode(chance: Chance, count: int, odd: bool) -> Generated | None:
    data = _bits(chance, count)
    right = encode(data, odd)
    checks = [1 << exponent for exponent in range(check_bits(count))]
    mirrored = encode(data[::-1], odd)[::-1]
    appended = data + "".join(right[check - 1] for check in checks)
    # Each check bit counts only the data bits beside it, the positions between two powers of two.
    runs = place(data)
    for check in checks:
        runs[check - 1] = sum(runs[check : 2 * check - 1]) % 2 ^ int(odd)
    wrong = [
        Wrong(_code(encode(data, not odd)), "奇校验和偶校验弄反了"),
        Wrong(_code("".join(map(str, runs))), "校验位管的位分错了组"),
        Wrong(_code(mirrored), "把位号从右往左编了"),
        Wrong(_code(appended), "校验位没有插在 2 的幂的位置"),
        Wrong(_code(flipped(right, chance.choice(checks))), "一个校验位算错了"),
        Wrong(_code("".join(map(str, place(data)))), "校验位没有计算，都填了 0"),
    ]
    wrong += [Wrong(_code(flipped(right, check)), f"编号 {check} 的校验位算错了") for check in checks]
    return Generated(
        point=POINT,
        stem=f"对数据 {_code(data)} 用海明码编码，{_convention(len(right), odd)}，则编码为",
        right=_code(right),
        wrong=wrong,
        steps=paragraphs(numbered(_setting(right, odd)), f"编码为 {_code(right)}"),
        parameters={"task": "encode" if count < 9 else "encode-long", "data": data, "odd": odd},
        drawing=_drawing(right, "海明码"),
    )


def _received(chance: Chance, count: int, odd: bool) -> tuple[str, int]:
    word = encode(_bits(chance, count), odd)
    position = chance.between(1, len(word))
    return flipped(word, position), position


def _locate(chance: Chance, count: int) -> Generated | None:
    """The number of the wrong bit."""
    odd = chance.one_in(3)
    received, right = _received(chance, count, odd)
    length = len(received)
    groups = [1 << exponent for exponent in range(check_bits(count))]
    reverse = sum(groups[len(groups) - 1 - i] for i, check in enumerate(groups) if right & check)
    values = [
        (reverse, "校验组的高低位排反了"),
        (syndrome(received, not odd), "奇校验和偶校验弄反了"),
        (length + 1 - right, "把位号从右往左编了"),
        (max(check for check in groups if right & check), "只看了一个不满足的校验组"),
        (bin(right).count("1"), "数成了不满足的校验组的个数"),
        (right + 1, "一个校验组的奇偶判断错了"),
        (right - 1, "一个校验组的奇偶判断错了"),
        (right ^ 4, "管第 4、5、6、7 等位的校验组判断错了"),
        (right ^ 2, "管第 2、3、6、7 等位的校验组判断错了"),
        (right ^ 1, "管奇数位的校验组判断错了"),
    ]
    return Generated(
        point=POINT,
        stem=f"某海明码{_convention(length, odd)}。收到的码字为 {_code(received)}，其中至多一位出错，则出错的位的编号为",
        right=f"第 {right} 位",
        wrong=[Wrong(f"第 {value} 位", why) for value, why in values if 1 <= value <= length],
        steps=paragraphs(numbered(_checking(received, odd)), f"不满足的校验组之和为 {right}，出错的是第 {right} 位"),
        parameters={"task": "locate" if count < 7 else "locate-long", "received": received, "odd": odd},
        drawing=_drawing(received, "收到的码字", right),
    )


def _correct(chance: Chance) -> Generated | None:
    """The data that was sent."""
    count = chance.between(7, 8)
    odd = chance.one_in(2)
    received, position = _received(chance, count, odd)
    right = data_of(flipped(received, position))
    length = len(received)
    other = syndrome(received, not odd)
    options = [(data_of(received), "没有纠正出错的位")]
    if 1 <= other <= length:
        options.append((data_of(flipped(received, other)), "奇校验和偶校验弄反了，纠错了另一位"))
    options.append((data_of(flipped(received, length + 1 - position)), "把位号从右往左编，纠正了另一位"))
    options.append((flipped(received, position)[-count:], "直接取了后面的几位，没有去掉中间的校验位"))
    options.append((flipped(received, position)[:count], "直接取了前面的几位，没有去掉中间的校验位"))
    options += [(flipped(right, place), "一个校验组判断错了，纠正了另一位") for place in chance.shuffled(range(1, count + 1))[:4]]
    if is_check(position) and chance.one_in(2):
        return None
    return Generated(
        point=POINT,
        stem=f"某海明码{_convention(length, odd)}。收到的码字为 {_code(received)}，其中至多一位出错，则发送的数据为",
        right=_code(right),
        wrong=[Wrong(_code(text), why) for text, why in options],
        steps=paragraphs(
            numbered(_checking(received, odd)),
            f"出错的是第 {position} 位，纠正后的码字为 {_code(flipped(received, position))}。",
            f"去掉编号为 2 的幂的校验位，数据为 {_code(right)}",
        ),
        parameters={"task": "correct", "received": received, "odd": odd},
        drawing=_drawing(received, "收到的码字", position),
    )


# --- working and drawing -----------------------------------------------------------------------------------------------------------


def _setting(code: str, odd: bool) -> list[str]:
    lines = []
    for exponent in range(check_bits(len(data_of(code)))):
        check = 1 << exponent
        others = members(len(code), check)[1:]
        ones = sum(int(code[position - 1]) for position in others)
        lines.append(
            f"第 {check} 位管第 {'、'.join(map(str, others))} 位，其中有 {ones} 个 1，连同校验位要有{'奇' if odd else '偶'}数个 1，填 {code[check - 1]}"
        )
    return lines


def _checking(code: str, odd: bool) -> list[str]:
    lines = []
    for exponent in range(len(code).bit_length()):
        check = 1 << exponent
        covered = members(len(code), check)
        ones = sum(int(code[position - 1]) for position in covered)
        good = ones % 2 == int(odd)
        lines.append(f"第 {'、'.join(map(str, covered))} 位有 {ones} 个 1，校验组 {check} {'满足' if good else '**不满足**'}")
    return lines


def _drawing(code: str, title: str, wrong: int = 0) -> Drawing:
    def tone(position: int) -> Cell:
        return Cell(code[position - 1], "bad" if position == wrong else "new" if is_check(position) else "plain")

    length = len(code)
    rows = [Row("码字", tuple(tone(position) for position in range(1, length + 1)))]
    for exponent in range(length.bit_length()):
        check = 1 << exponent
        rows.append(Row(f"校验组 {check}", tuple(Cell("●" if position & check else "") for position in range(1, length + 1))))
    return Grid(
        title=title,
        note="蓝色是校验位，红色是出错的位" if wrong else "蓝色是校验位，● 是每个校验组所管的位",
        corner="位号",
        columns=tuple(str(position) for position in range(1, length + 1)),
        rows=tuple(rows),
    )


_OWN = {hamming_layout.TASK: hamming_layout.solve, parity.TASK: parity.solve}


def _solve(parameters: Parameters) -> Solution:
    return _OWN.get(parameters.get("task", ""), hamming_solver.solve)(parameters)


# Several codes instead of one, and codes that are laid out in another way.
_UNREAD = (
    r"(?<![A-Za-z])P\d+\s?(?:这一?位)?(?:的?值)?(?:应?[是为]|等于)?(?:多少|几|什么|\?)(?<!、P\d是多少)|(?:翻转|变反|跳变|取反)后[^?]{0,12}出错(?:的)?位置|"
    r"(?:最低位|低位)在(?:最)?前|(?:每|各)组(?:数据|信息)|分(?:成|为)?[^,。;]{0,3}组|(?:每|各)(?:个)?(?:字节|组)[^,。;]{0,8}(?:单独|分别|各自|独立)|(?:单独|各自|分别)(?:进行)?编码|[两三](?:个|种)(?:相同)?的?(?:海明|汉明)"
    r"|(?:另|再)(?:外)?(?:附?加|有|设|增加?)\s?(?:1|一|[两2])\s?(?:位|个)[^,。;]{0,4}(?:奇偶|校验)(?!码|[^。;?]{0,14}(?:检|发现|纠))(?<!全校验)|校验位(?:都|均|全部|全|再)?(?:取反|求反)"
    r"|(?:校验位|监督位)(?:都|均|全部|全|集中)*(?:放|排|附|置)(?:在)?(?:最后|末尾|最前|前面|后面|信息位?之?[前后])|(?:为|是)(?:全|总)校验位|先[^,。;]{0,6}(?:逆序|循环|取反|移)"
)

KIND = Kind(
    name="hamming-code",
    title="海明码",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=hamming_reading.HINT,
        recognise=first_reading(
            hamming_sizes_reading.distance,
            hamming_reading.groups,
            hamming_reading.told_syndrome,
            hamming_sizes_reading.sizes,
            hamming_reading.code_word,
            hamming_received.recognise,
            parity.recognise,
            hamming_layout.recognise,
            unread=_UNREAD,
        ),
        solve=_solve,
    ),
)
