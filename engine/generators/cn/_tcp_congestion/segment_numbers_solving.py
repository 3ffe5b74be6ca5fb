"""TCP's numbers: every byte has one, an acknowledgement names the next byte wanted, SYN and FIN take one each.

After RFC 9293 and Xie Xiren, 计算机网络 (TCP 报文段的首部): the sequence number of a segment is that of its first byte; acknowledgements are
cumulative.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.patterns import caseless
from engine.generators.reading import stay_out

_MODULUS = 2**32
_CUMULATIVE = "确认号是期望收到的下一个字节的序号，确认是累积的"
_ONE_EACH = "SYN 和 FIN 各占一个序号"


def first_bytes(seq: Mapping[int, int], length: Mapping[int, int], total: int) -> dict[int, int]:
    """The number of the first byte of every segment, and of the byte behind the last, as far as they follow.

    Raises:
        StayOut: what is told contradicts itself.
    """
    found = dict(seq)
    changed = True
    while changed:
        changed = False
        for place in range(1, total + 1):
            if place not in length:
                continue
            for known, other, value in (
                (place, place + 1, length[place]),
                (place + 1, place, -length[place]),
            ):
                if known in found:
                    if other not in found:
                        found[other] = found[known] + value
                        changed = True
                    elif found[other] != found[known] + value:
                        stay_out("numbers and lengths contradict each other")
    return found


def acknowledged(first: Mapping[int, int], received: Sequence[int]) -> int:
    """The acknowledgement when these segments have arrived: the first byte that is missing.

    Raises:
        StayOut: it does not follow.
    """
    place = 1
    while place in received:
        place += 1
    return first[place] if place in first else stay_out("the number of the missing byte does not follow")


def _stream(parameters: Parameters) -> Solution:
    answers, steps = [], []
    for one in parameters["questions"]:
        seq = {int(place): value for place, value in one["seq"].items()}
        length = {int(place): value for place, value in one["length"].items()}
        total, received = one["total"], one["received"]
        if "acknowledged" in one:
            seq = seq | {len(received) + 1: one["acknowledged"]}
        first = first_bytes(seq, length, total)
        if any(first[place] >= first[place + 1] for place in first if place + 1 in first):
            stay_out("numbers that do not grow")
        if one["what"] == "ack":
            value = acknowledged(first, received)
            missing = next(place for place in range(1, total + 2) if place not in received)
            steps.append(
                f"收到了第 {'、'.join(map(str, received)) or '0'} 个段，"
                + (f"第 {missing} 个段还没有收到，" if missing <= total else "")
                + f"下一个要的字节的序号为 {value}，确认号就是 {value}。"
            )
            answers.append(f"{value}")
        elif one["what"] == "seq":
            if one["place"] not in first:
                stay_out("the number does not follow")
            steps.append(
                f"第 {one['place']} 个段的序号是它第一个字节的序号 {first[one['place']]}。"
                if one["place"] <= total
                else f"下一个段从下一个字节开始：{first[total]} + {first[total + 1] - first[total]} = {first[total + 1]}。"
            )
            answers.append(f"{first[one['place']]}")
        else:
            place = one["place"]
            if place not in first or place + 1 not in first or place > total:
                stay_out("the length does not follow")
            steps.append(
                f"第 {place} 个段的数据从 {first[place]} 号到 {first[place + 1] - 1} 号，共 {first[place + 1]} − {first[place]} = {first[place + 1] - first[place]} B。"
            )
            answers.append(f"{first[place + 1] - first[place]} B")
    labels = {"ack": "确认号", "seq": "序号", "length": "数据"}
    several = len(answers) > 1
    answer = "，".join(
        f"{labels[one['what']]} {said}" if several else said for one, said in zip(parameters["questions"], answers, strict=True)
    )
    return Solution(
        answer=answer,
        also=("，".join(answers), "、".join(answers)) if several else (),
        steps=paragraphs(*dict.fromkeys(steps), f"所以答案是 {answer}。"),
        conventions=(_CUMULATIVE,),
    )


def _reply(parameters: Parameters) -> Solution:
    numbers = {"seq": parameters["ack"], "ack": (parameters["seq"] + parameters["length"]) % _MODULUS}
    labels = {"seq": "序号", "ack": "确认号"}
    asked = parameters["asked"]
    answer = "，".join(f"{labels[name]} {numbers[name]}" if len(asked) > 1 else f"{numbers[name]}" for name in asked)
    both = [(one, two) for one, two in (("seq", "ack"), ("ack", "seq"))] if len(asked) > 1 else []
    return Solution(
        answer=answer,
        also=(
            "、".join(f"{numbers[name]}" for name in asked),
            *(f"{one}={numbers[one]},{two}={numbers[two]}" for one, two in both),
            *(f"{labels[one]}={numbers[one]}，{labels[two]}={numbers[two]}" for one, two in both),
        ),
        steps=paragraphs(
            f"收到的段的确认号 {parameters['ack']} 是对方期望的下一个字节，所以回复的段的序号为 {numbers['seq']}。",
            f"收到的数据从 {parameters['seq']} 号起共 {parameters['length']} B，下一个字节为 {parameters['seq']} + {parameters['length']} = {parameters['seq'] + parameters['length']} 号，所以确认号为 {numbers['ack']}。",
            f"所以答案是 {answer}。",
        ),
        conventions=(_CUMULATIVE,),
    )


def _opened(parameters: Parameters) -> Solution:
    first, second, asked = parameters["first"], parameters["second"], parameters["asked"]
    if "second" in asked:
        return Solution(
            answer=f"SYN=1，ACK=1，确认号 {first + 1}",
            steps=paragraphs(f"接受连接的段 SYN 和 ACK 都为 1，确认号为 {first} + 1 = {first + 1}；序号由对方自己选，可以是任何数。"),
            conventions=(_ONE_EACH,),
            fits=lambda option: _accepts(option, first + 1),
        )
    known = {
        "third ack": (
            "确认号",
            None if second is None else second + 1,
            f"第三次握手的确认号为对方初始序号加 1：{second} + 1 = {(second or 0) + 1}。",
        ),
        "third seq": ("序号", first + 1, f"SYN 占一个序号，第三次握手的序号为 {first} + 1 = {first + 1}。"),
        "second ack": ("确认号", first + 1, f"第二次握手的确认号为请求方初始序号加 1：{first} + 1 = {first + 1}。"),
    }
    found = [known[name] for name in asked]
    if any(value is None for _, value, _ in found):
        stay_out("the other's first number is not told")
    answer = "，".join(f"{label} {value}" if len(found) > 1 else f"{value}" for label, value, _ in found)
    return Solution(
        answer=answer,
        also=("、".join(f"{value}" for _, value, _ in found),),
        steps=paragraphs(*(why for _, _, why in found), f"所以答案是 {answer}。"),
        conventions=(_ONE_EACH,),
    )


def _accepts(option: str, number: int) -> bool:
    """Whether an option such as `SYN=1, ACK=1, seq=5, ack=8` is a segment that accepts the connection."""
    said = {name: int(value) for name, value in caseless(r"((?-i:SYN|ACK|seq|ack))\s*=\s*(\d+)").findall(option)}
    if set(said) != {"SYN", "ACK", "seq", "ack"}:
        stay_out("an option that says something else")
    return said["SYN"] == said["ACK"] == 1 and said["ack"] == number


def _closed(parameters: Parameters) -> Solution:
    first, last = parameters["first"], parameters["last"]
    count = last - first - 1
    return Solution(
        answer=f"{count} B",
        also=(f"{count}", f"{count} 字节"),
        steps=paragraphs(
            f"SYN 占了 {first} 号，数据从 {first + 1} 号开始；FIN 是 {last} 号，数据到 {last - 1} 号为止，共 {last} − {first} − 1 = {count} B。"
        ),
        conventions=(_ONE_EACH,),
    )


def solve(parameters: Parameters) -> Solution:
    """The numbers that are asked."""
    solvers: dict[str, Any] = {"stream": _stream, "reply": _reply, "opened": _opened, "closed": _closed}
    found: Solution = solvers[parameters["task"]](parameters)
    return found
