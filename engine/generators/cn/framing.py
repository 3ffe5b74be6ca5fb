"""Framing with transparent data: zero bits behind five ones, PPP's escaped bytes, and how they are taken out again."""

from __future__ import annotations

from engine.drawings.model import Cell, Drawing, Grid, Row
from engine.generators.chance import Chance
from engine.generators.cn._framing import reading as framing_reading
from engine.generators.cn._framing.simulator import ESCAPE, FLAG, TURNED, escaped, restored, stuffed, unescaped, with_escapes, written
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out

POINT = "cn.link.framing"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    return (_stuff, _restore, _bytes)[difficulty - 1](chance)


def _bits(chance: Chance) -> str:
    """Bits with rows of five to seven ones among them."""
    parts = [str(chance.below(2)) * chance.between(1, 2)]
    for _ in range(2):
        parts += ["0", "1" * chance.between(5, 7), "0", "1" * chance.between(1, 4)]
    return "".join(parts)


def _drawing(title: str, rows: list[tuple[str, str]]) -> Drawing:
    width = max(len(bits) for _, bits in rows)
    return Grid(
        title=title,
        columns=tuple(str(number) for number in range(1, width + 1)),
        rows=tuple(Row(label, tuple(Cell(bit) for bit in bits.ljust(width))) for label, bits in rows),
        corner="位",
        wrap=16,
    )


def _stuff(chance: Chance) -> Generated | None:
    data = _bits(chance)
    right = stuffed(data)
    first = data.index("11111") + 5
    wrong = [
        (stuffed(data, 6), "数到六个连续的 1 才插入 0"),
        (stuffed(data, 4), "数到四个连续的 1 就插入 0"),
        (data[:first] + "0" + data[first:], "只在第一处插入了 0"),
        (data, "没有插入 0"),
        (data.replace("11111", "111110") + "0", "末尾多插入了一个 0"),
        (data.replace("111111", "1111101"), "只在六个连续的 1 中间插入 0"),
        (data.replace("11111", "111101"), "把 0 插在第四个 1 之后"),
    ]
    return Generated(
        point=POINT,
        stem=f"HDLC 用零比特填充实现透明传输。若要发送的数据比特串为 {data}，则经过零比特填充后为",
        right=right,
        wrong=[Wrong(text, why) for text, why in wrong if text != right],
        steps=paragraphs(
            f"从左往右数，每出现 5 个连续的 1，就在其后插入一个 0，再重新数起。插入 {len(right) - len(data)} 个 0，得到 {right}"
        ),
        parameters={"task": "stuff", "data": data},
        drawing=_drawing("零比特填充", [("数据", data), ("发送", right)]),
    )


def _restore(chance: Chance) -> Generated | None:
    right = _bits(chance)
    sent = stuffed(right)
    first = sent.index("111110") + 5
    wrong = [
        (sent[:first] + sent[first + 1 :], "只去掉了第一个插入的 0"),
        (sent.replace("1111", "111", 1), "去掉了一个 1"),
        (sent, "没有去掉插入的 0"),
        (sent.replace("11110", "1111"), "四个连续的 1 之后的 0 也去掉了"),
        (right[:-1] + "10"[int(right[-1])], "抄错了末位"),
        (right + "0", "多留了一个 0"),
        (sent.replace("111110", "11111", 1).replace("10", "1", 1), "去掉了不是插入的 0"),
    ]
    return Generated(
        point=POINT,
        stem=f"PPP 使用同步传输时采用零比特填充。若接收方收到的帧的数据部分为 {sent}，则删除发送方插入的 0 之后，数据为",
        right=right,
        wrong=[Wrong(text, why) for text, why in wrong if text != right],
        steps=paragraphs(
            f"从左往右数，每出现 5 个连续的 1，就把其后的一个 0 删去，再重新数起。删去 {len(sent) - len(right)} 个 0，得到 {right}"
        ),
        parameters={"task": "restore", "data": sent},
        drawing=_drawing("删去插入的 0", [("收到", sent), ("数据", right)]),
    )


def _bytes(chance: Chance) -> Generated | None:
    plain = [chance.choice((0x27, 0xFE, 0x65, 0x4A, 0x5D, 0x5E, 0xB3, 0x31)) for _ in range(3)]
    data = chance.shuffled([FLAG, ESCAPE, *plain])
    sent, right = written(escaped(data)), written(data)
    without = [byte for byte in escaped(data) if byte != ESCAPE]
    wrong = [
        (written(without), "只删去了 7D，没有把后一字节换回来"),
        (written([FLAG if byte == ESCAPE else ESCAPE if byte == FLAG else byte for byte in data]), "把 7E 和 7D 弄反了"),
        (written([FLAG if byte == ESCAPE else byte for byte in data]), "把 7D 5D 也还原成了 7E"),
        (written([ESCAPE if byte == FLAG else byte for byte in data]), "把 7D 5E 也还原成了 7D"),
        (written([byte for byte in data if byte != ESCAPE]), "把还原出的 7D 也删去了"),
        (sent, "没有还原"),
    ]
    return Generated(
        point=POINT,
        stem=f"一个 PPP 帧使用字节填充，其数据部分（十六进制）为 {sent}，则真正的数据为",
        right=right,
        wrong=[Wrong(text, why) for text, why in wrong if text != right],
        steps=paragraphs(f"7D 5E 还原为 7E，7D 5D 还原为 7D，其余字节不变，得到 {right}"),
        parameters={"task": "bytes", "data": sent},
        drawing=_drawing_of_bytes(escaped(data), data),
    )


def _drawing_of_bytes(sent: list[int], data: list[int]) -> Drawing:
    """The bytes sent above those that they stand for, an escape and the byte after it in one cell."""
    cells = [f"7D {byte ^ TURNED:02X}" if byte in (FLAG, ESCAPE) or byte < TURNED else f"{byte:02X}" for byte in data]
    return Grid(
        title=f"{len(sent)} 个字节还原为 {len(data)} 个",
        columns=tuple(str(number) for number in range(1, len(data) + 1)),
        rows=(Row("收到", tuple(Cell(cell) for cell in cells)), Row("数据", tuple(Cell(f"{byte:02X}") for byte in data))),
        corner="字节",
    )


# --- solving -----------------------------------------------------------------------------------------------------------------------


def _worked(row: Parameters) -> tuple[str, str]:
    """The working for a row of data, and what comes of it."""
    data, undone = row["data"], row["task"] == "restore"
    if row["form"] == "bits":
        found = restored(data) if undone else stuffed(data)
        if found is None:
            stay_out("six ones in a row")
        said = "就删去其后的一个 0" if undone else "就在其后插入一个 0"
        return f"{data} 从左往右数，每 5 个连续的 1 {said}，共 {abs(len(found) - len(data))} 个，得到 {found}。", found
    if row["form"] == "words":
        if undone:
            stay_out("words that arrived")
        shown = " ".join(with_escapes(data.split()))
        return f"在每个 FLAG 和 ESC 之前插入一个 ESC：{shown}。", shown
    values = [int(byte, 16) for byte in data.split()]
    if not undone and any(byte < TURNED for byte in values):
        stay_out("whether control characters are escaped")
    after = unescaped(values) if undone else escaped(values)
    if after is None or (undone and ESCAPE not in values):
        stay_out("no data of a frame")
    shown = written(after)
    if undone:
        return f"7D 后面的字节与 20（十六进制）异或，7D 删去（7D 5E 还原为 7E，7D 5D 还原为 7D）：{shown}。", shown
    return f"7E 换成 7D 5E，7D 换成 7D 5D：{shown}。", shown


def _solve(parameters: Parameters) -> Solution:
    steps, answers = [], []
    for row in parameters["rows"]:
        step, shown = _worked(row)
        steps.append(step)
        if row["counted"]:
            if row["form"] != "bits":
                stay_out("how many of what?")
            shown = f"插入 {len(shown) - len(row['data'])} 个 0，{shown}"
        answers.append(shown)
    only = answers[0] if len(answers) == 1 else ""
    grouped = " ".join(only[place : place + 8] for place in range(0, len(only), 8))
    return Solution(
        answer="；".join(answers), steps=paragraphs(*steps), also=(grouped, only.replace(" ", "")) if only and "个" not in only else ()
    )


KIND = Kind(
    name="framing",
    title="组帧与透明传输",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"(?:比特|位|字节|字符|0|零)填充|比特插入|PPP|HDLC|ESC|插入\"?0", recognise=framing_reading.recognise, solve=_solve),
)
