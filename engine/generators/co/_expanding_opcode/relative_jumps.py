"""Relative addressing of jumps: the displacement that leads from one address to another, and the address that a displacement leads to.

After Tang, Computer Organization (addressing modes): the program counter points behind the whole instruction when the displacement, a two's
complement, is added to it.
"""

from __future__ import annotations

import re
from typing import Any, ClassVar

from engine.generators import patterns
from engine.generators.co._topic import Topic
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out, to_int

TASK = "relative jump"
_ADDRESS = r"(?<![0-9A-Za-z.])(?P<{0}>0x[0-9A-F]{{2,8}}|[0-9A-F]{{2,8}}\s?H|\d{{1,6}}(?:\(十进制\)|D)?)(?![0-9A-Za-z.])"
_HERE = rf"(?:当前)?(?:PC|程序计数器)(?:\(PC\))?(?:的)?(?:当前)?(?:的)?(?:值|内容)?(?:为|是|=)\s?{_ADDRESS.format('here')}|(?:该|某|当前)?(?:转移)?(?:指令)?(?:的)?(?:第[一1]个?字节)?(?:所在|存放在|存放于|位于|的|(?<=指令)(?=地址))(?:的)?(?:主存|内存|存储器)?(?:的)?(?:单元)?(?:地址|首地址|起始地址)?(?:为|是|=)?\s?{_ADDRESS.format('at')}"
_THERE = rf"(?:要求|需要?|欲|要|若要|应|想)?(?:使程序)?(?:转移|跳转|转|转向|跳)(?:到|至|向)\s?(?:地址)?\s?{_ADDRESS.format('there')}(?:\s?(?:地址|单元|处))?|(?:转移)?目标地址(?:为|是|=)\s?{_ADDRESS.format('target')}"
_OFFSET = r"(?:相对)?(?:位移量?|偏移量)(?:字段)?(?:的)?(?:内容|值)?(?:为|是|=)\s?(?P<offset>[0-9A-F]{2}\s?H|0x[0-9A-F]{2}(?![0-9A-F])|[-+]?\d{1,3}(?![0-9A-FH])|[0-9A-F]{4}\s?H)(?![0-9A-Za-z])"


class Jumps(Topic):
    """A jump relative to the program counter."""

    words: ClassVar[str] = (
        "相对寻址 相对 寻址 转移指令 转移 指令 无条件 无条件转移 条件转移 跳转指令 占 由 组成 字节 操作码 操作码字段 位移量 相对位移量 偏移量 字段 补码 用补码表示 补码表示 机器 计算机 字长 主存 内存 存储器 按字节编址 采用 CPU 从 取出 取 每当 当 时 即 自动 自动完成 自动加 加 "
        "假定 假设 设 若 某 该 则 取指令 取指 成功 成功转移 后 之后 的 内容 机器代码 代码 当前 PC PC值 程序计数器 问 第二字节 第三字节 第一字节 第一个字节 第二个字节 要求 转移到 地址 执行 用 表示 十六进制 十进制 低8位 高8位 均 格式 方式 双字节 双字节指令 完成 并 每 一次 使 和"
    )
    refused: ClassVar[str] = (
        r"变址|基址|间接|间址|按字编址|流水|Cache|条件码|标志|堆栈|子程序|CALL|中断|取出该?指令后(?:的)?PC|此时PC|范围|最[大小远]|大端|小端|左移|[高低](?:字节|位|8位)在[前后低高]|原码|反码|移码|下一?条指令|后才|[才尚还]未"
    )


def recognise(text: str) -> Recognition | None:
    """The instruction's length, where it stands, and where it leads or what its displacement is, once or several times."""
    if not patterns.search("相对", text) or not patterns.search("转移|跳转|JMP", text):
        return None
    problem = Jumps(_plain(text))
    length = _length(problem)
    low_stored = bool(
        problem.take_all(
            r"(?:数据)?(?:在)?(?:主存|存储器|内存)(?:中)?(?:的)?(?:数据)?(?:采用|用|按)?(?:以)?低(?:地址)?字节(?:的)?(?:地址)?(?:为|作为?)字地址(?:的)?(?:存放)?(?:方式|方法)?"
        )
    )
    both = bool(
        problem.take_all(
            r"第[二2](?:个)?(?:字节)?[、,和]第?[三3](?:个)?字节(?:组成|构成|是|为)(?:一个)?\(?(?:用)?(?:补码)?(?:表示)?(?:的)?\)?(?:16\s?位)?(?:的)?(?:补码)?(?:的)?(?:相对)?(?:位移量|偏移量)(?!应?[为是]\s*(?:\(\s*\)|多少|什么|[。;]|$))(?:\(补码(?:表示)?\))?|后(?:面)?(?:两|二|2)个?字节(?:组成|是|为)(?:16位)?(?:的)?(?:相对)?(?:位移量|偏移量)"
        )
    )
    whole = both and not low_stored
    high_last = bool(problem.take_all(r"第[三3]个?字节(?:是|为)(?:相对)?(?:位移量|偏移量)(?:\(补码表示\))?(?:的)?高8位"))
    low_first = bool(problem.take_all(r"第[二2]个?字节(?:是|为)(?:相对)?(?:位移量|偏移量)(?:\(补码表示\))?(?:的)?低8位"))
    if both and low_stored:
        low_first = high_last = True
    problem.take_all(
        r"(?:其中)?第[一1]个?字节(?:是|为)?操作码(?:字段)?|第[二2]个?字节(?:是|为)?(?:用?补码表示的)?(?:相对)?(?:位移量|偏移量)(?:字段)?|\(?(?:用|以)?补码(?:表示|形式)?\)?"
    )
    problem.take_all(
        r"(?:且|并)?(?:每当|当|每|假定|假设)?(?:每)?[^,。;]?(?:CPU)?(?:每)?(?:从存储器|从主存|取指令时|取指时)*[,]?(?:每)?(?:取出?|取)(?:第)?(?:一|1)?个?字节(?:时|后)?[.,]?(?:即|就|则|便|均|都)?(?:自动)?(?:完成|使|执行)?\(?(?:PC)?\)?\s?(?:自动)?(?:加\s?1|\+\s?1)(?:→|->|送)?\(?(?:PC)?\)?(?:的操作)?|PC(?:自动)?加\s?1"
    )
    bits = problem.take_one(
        r"(?:相对)?(?:位移量?|偏移量)(?:字段)?(?:部分)?(?:的)?(?:长度)?(?:为|是|占|用|采用|有|长)*\s?(?P<value>8|16)\s?位(?:二进制)?(?:的)?(?:补码)?(?:表示|整数|数)?",
        int,
    )
    added = problem.take_one(
        r"(?:且|并)?(?:每)?(?:当)?(?:CPU)?(?:从(?:存储器|主存|内存))?(?:取出?(?:完)?(?:该|本|一)?(?:条)?(?:转移)?指令|取指(?:令)?)(?:之)?后[,]?(?:\(?PC\)?)(?:的)?(?:值|内容)?(?:即|便|就)?(?:自动)?(?:已)?(?:加|\+|增加?)\s?(?P<value>[1-8一二三四])(?![0-9A-Za-z])",
        to_int,
    )
    # `JMP *+8`: from the instruction's own address.
    stars = problem.take_all(r"(?:当)?(?:执行)?[\"“(]?(?:JMP|JR|BR)\s?\*\s?(?P<by>[-+]\s?\d{1,3})[\")”]?\s?(?:指令)?(?:和|与|、)?")
    here = _places(problem, _HERE, ("here", "at"))
    there = _places(problem, _THERE, ("there", "target"))
    offsets = problem.take_all(_OFFSET)
    questions = problem.take_asked(
        r"(?:则|那么|,)?(?:该|此)?(?:转移)?(?:指令)?(?:的)?(?:第[二2](?:个)?字节(?:(?:、|和|与)第[三3](?:个)?字节|、三字节)?|第[二2](?:个)?(?:字节)?(?:、|和)第?[三3](?:个)?字节(?:(?:组成|构成)的(?:相对)?(?:位移量|偏移量))?|(?:相对)?(?:位移量|偏移量)(?:字段)?)(?:的)?(?:内容|机器代码|代码|值)?(?:各|又|分别)?(?:应该?)?(?:为|是|等于)*(?:多少|什么)?"
    )
    targets = problem.take_asked(
        r"(?:则|那么|,)?(?:该|此)?(?:转移)?(?:指令)?(?:成功)?(?:转移)?(?:后)?(?:的)?(?:转移)?(?:目标地址|PC的(?:内容|值)(?=为|是|等)|转移地址)(?:应)?(?:为|是|等于)*(?:多少|什么)?"
    )
    wanted = ["offset"] * bool(questions) + ["target"] * bool(targets)
    problem.settle()
    if length is None or len(wanted) != 1 or not 2 <= length <= 4 or added not in (None, length):
        return None
    if bits is None and length < 4:
        bits = 8 * (length - 1)
    # Which byte comes first matters where the bytes of the displacement are asked.
    if wanted == ["offset"] and ((length == 3) != (whole or (high_last and low_first)) or bits != 8 * (length - 1)):
        return None
    jumps: list[list[int]] = []
    if wanted == ["offset"]:
        if stars and not there and len(here) <= 1:
            jumps = [[0, int(patterns.sub(r"\s", "", match["by"]))] for match in stars]
        elif here and len(here) == len(there) and not stars and not offsets:
            jumps = [[one, other] for one, other in zip(here, there, strict=True)]
        elif len(here) == 1 and there and not stars and not offsets:
            jumps = [[here[0], other] for other in there]
    elif len(here) == len(offsets) == 1 and not there and not stars:
        jumps = [[here[0], _signed(offsets[0]["offset"], bits)]]
    asking = [match for match in questions if patterns.search(r"多少|什么|[为是]$", match[0])]
    if length == 3 and any(
        patterns.search(r"第[二三23]个?字节", match[0]) and not patterns.search(r"第[二2].*[三3]", match[0]) for match in asking
    ):
        return None  # one byte of the two
    if not jumps or (len(jumps) > 1 and len(asking) != len(jumps) and not patterns.search("各|分别", text)):
        return None
    return Recognition(
        parameters={"task": TASK, "length": length, "wanted": wanted[0], "jumps": jumps, "whole": whole},
        understood=(
            ("转移指令", f"{length} 字节，相对寻址"),
            (
                "求",
                "、".join(f"从 {_hex(one)} 转移到 {_hex(other)} 的位移量" for one, other in jumps)
                if wanted == ["offset"]
                else "转移的目标地址",
            ),
        ),
    )


def _plain(text: str) -> str:
    text = patterns.sub(r"\s*=\s*", "=", text)
    text = patterns.sub(r"(?<=\d)\s?bytes?(?![A-Za-z])", "字节", text, flags=re.IGNORECASE)
    text = patterns.sub(
        r"(?:该|此)地址(?:处|单元)?的指令(?=\s?(?:JMP|目标))|(?:JMP|JR|BR)\s?\*\s?[A-Za-z]\s?(?:\(\*表示相对寻址\))?(?:的)?(?=目标地址)",
        "",
        text,
    )
    return patterns.sub(r"取指(?:令)?(?:之)?前(?:的)?(?=PC)", "当前", text)


def _length(problem: Jumps) -> int | None:
    return problem.take_one(
        (r"(?:转移指令|指令)?(?:长度)?(?:均|都)?(?:占用?|由|为|长)\s?(?P<value>[一二两三四1-4])\s?(?:个)?字节(?:组成|构成)?",),
        lambda said: 2 if said == "双" else to_int(said),
    )


def _places(problem: Jumps, pattern: str, names: tuple[str, ...]) -> list[int]:
    found = []
    for match in problem.take_all(pattern):
        text = next(match[name] for name in names if match[name])
        found.append(_number(text))
    return found


def _number(text: str) -> int:
    if text.lower().startswith("0x"):
        return int(text, 16)
    plain = patterns.sub(r"\s|\(十进制\)|D$", "", text) if not text.rstrip().upper().endswith("H") else patterns.sub(r"\s", "", text)
    return int(plain[:-1], 16) if plain[-1] in "hH" else int(plain)


def _signed(text: str, bits: int | None) -> int:
    plain = patterns.sub(r"\s", "", text)
    if plain.isdecimal() or plain[0] in "+-":
        return int(plain)
    plain = f"{plain[2:]}H" if plain.lower().startswith("0x") else plain
    if bits is None or 4 * (len(plain) - 1) != bits:
        stay_out("a displacement of another length")
    value = int(plain[:-1], 16)
    return value - (1 << bits) if value >> bits - 1 else value


def _hex(value: int) -> str:
    return f"{value:04X}H"


def solve(parameters: Parameters) -> Solution:
    """Every jump's displacement or target."""
    length = parameters["length"]
    answers: list[str] = []
    steps: list[str] = [f"取出 {length} 字节的指令后 PC 已经加 {length}，位移量以此时的 PC 为准。"]
    if parameters["wanted"] == "target":
        here, offset = parameters["jumps"][0]
        target = here + length + offset
        if target < 0:
            stay_out("below the first address")
        steps.append(f"取完指令 PC 为 {_hex(here + length)}，目标地址为 {_hex(here + length)} 加位移量 {offset}，得 {_hex(target)}")
        return Solution(answer=_hex(target), steps=paragraphs(*steps))
    bits = 8 * (length - 1)
    for here, there in parameters["jumps"]:
        offset = there - here - length
        if not -(1 << bits - 1) <= offset < 1 << bits - 1:
            stay_out("too far")
        code = f"{offset % (1 << bits):0{bits // 4}X}"
        answers.append(f"{code}H" if length == 2 or parameters.get("whole") else f"第二字节 {code[2:]}H，第三字节 {code[:2]}H")
        steps.append(f"位移量为目标地址减去取完指令后的 PC，即 {offset}，补码为 {code}H")
    plain: list[Any] = [answer.replace("第二字节 ", "").replace("第三字节 ", "") for answer in answers]
    return Solution(
        answer="；".join(answers),
        also=("、".join(plain), "，".join(plain)),
        steps=paragraphs(*steps),
        conventions=("题中的当前 PC（或指令地址）指取这条转移指令之前，执行转移时 PC 已指向下一条指令",),
    )
