"""What a problem of subnets tells, put together: the block, how it is divided, and what is asked of it or of its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.cn._addresses.asking import OF_EACH, all_addresses, all_together, counts, of_each
from engine.generators.cn._addresses.blocks import Block, dotted, prefix_for
from engine.generators.cn._addresses.subnet_words import USABLE
from engine.generators.kind import Recognition

# What divides a network, where nothing says into how many parts.
_DIVIDED = re.compile(
    r"(?:对其|对该网络|对它|将其|把它)(?:进行|作|做)?(?:子网)?划分|(?<!没有)(?<!未)(?<!不)划分(?:了)?子网|(?<!没有)(?<!未)(?<!不)进行(?:了)?子网划分"
)


def _class_of_whole(address: int) -> str | None:
    """The class of a whole classful network; none for 192.168.0.0, by which most mean more than a class C network."""
    octet = address >> 24
    letter, prefix = ("A", 8) if 1 <= octet <= 126 else ("B", 16) if 128 <= octet <= 191 else ("C", 24)
    whole = octet <= 223 and Block(address, prefix).network == address and address >> 8 != 0xC0A800
    return letter if whole else None


def settled(
    text: str,
    *,
    blocks: Sequence[tuple[int, int]],
    masks: set[int],
    addresses: Sequence[int],
    asked: Sequence[str],
    classful: str | None = None,
    every: bool = False,
    need: int | None = None,
    parts: int | None = None,
    borrowed: int | None = None,
    low: int | None = None,
    kth: int | None = None,
    from_zero: bool = False,
    span: bool = False,
    used: int = 0,
    most_hosts: bool = False,
) -> Recognition | None:
    """The block and what is asked of it, where everything told fits together; None where it does not, or is not enough."""
    # `IP 地址 123.4.5.11 所在的子网`, where the block is divided.
    inside = addresses[0] if blocks and len(addresses) == 1 and addresses[0] != blocks[0][0] else None
    if inside is not None and (
        parts is None or kth is not None or not set(asked) <= {"network", "block", "broadcast", "range", "first", "last", "mask", "prefix"}
    ):
        return None
    if not asked or len(set(blocks)) > 1 or len(masks) > 1 or len(addresses) > 1:
        return None
    base, prefix = blocks[0] if blocks else (addresses[0] if addresses else None, None)
    mask = next(iter(masks), None)
    if patterns.search("(?:没有|未|不)(?:进行|作|做|经过?)?(?:任何)?(?:的)?(?:子网划分|划分子网)", text):
        if prefix is not None or mask is not None or base is None or not 1 <= base >> 24 <= 223:
            return None
        mask = 8 if base >> 24 < 128 else 16 if base >> 24 < 192 else 24
    if low is not None:
        if mask not in (None, 32 - low):
            return None
        mask = 32 - low
    if parts is not None and classful is None and (prefix, mask, low, borrowed) == (None, None, None, None) and base is not None:
        classful = _class_of_whole(base)  # a network that is told without its class
    natural = {"A": 8, "B": 16, "C": 24}.get(classful or "")
    if (
        borrowed is not None
        and classful is None
        and prefix is None
        and mask is None
        and base is not None
        and not set(asked) - {"mask", "prefix"}
    ):
        # Bits of the host number are borrowed from the network that the address's class gives.
        prefix = 8 if base >> 24 < 128 else 16 if base >> 24 < 192 else 24
        base = Block(base, prefix).network
    if natural and base is not None and prefix is None:
        octet = base >> 24
        if natural != (8 if 1 <= octet <= 126 else 16 if 128 <= octet <= 191 else 24 if 192 <= octet <= 223 else 0):
            return None
        if Block(base, natural).network == base:
            prefix = natural
        elif patterns.search("类网络?(?!地址)", text):
            return None
    elif natural and base is None:
        prefix = natural
    if (
        mask is not None
        and prefix is None
        and base is not None
        and natural is None
        and ((every and "subnets" in asked) or _DIVIDED.search(text))
    ):
        # A whole classful network and the mask by which it is divided.
        whole = 8 if base >> 24 < 128 else 16 if base >> 24 < 192 else 24
        if Block(base, whole).network != base or mask < whole:
            return None
        prefix = whole
    dividing = prefix is not None and (
        parts is not None or need is not None or borrowed is not None or (mask is not None and mask > prefix)
    )
    # Whether the subnets of zeros and ones count is not said: options may tell.
    either = bool(classful and dividing and "subnets" in asked and not every and (mask is None or mask - (prefix or 0) > 1))
    if either and (set(asked) - {"bits", "subnets", "hosts"} or asked == ["bits"]):
        return None
    if dividing and kth is None and "hosts" in asked and all_together(text):
        return None
    inner = mask if prefix is None else prefix
    if dividing and prefix is not None:
        if base is not None and Block(base, prefix).network != base:
            return None
        found: set[int] = set()
        if parts is not None:
            power = (parts - 1).bit_length()
            if parts < 2 or (classful and not every and parts > (1 << power) - 2):
                return None
            if parts & (parts - 1) and ("subnets" in asked or "list" in asked):
                return None
            if parts & (parts - 1) and not (
                classful
                or need
                or kth is not None
                or patterns.search("等长|等分|均分|借(?:用)?(?:几|多少)|平均|平分|均匀|定长|相[等同]|一样|至少", text)
            ):
                return None
            found.add(prefix + power)
        if borrowed is not None:
            found.add(prefix + borrowed)
        if mask is not None:
            found.add(mask)
        if need is not None:
            fitting = prefix_for(need)
            if found:
                if len(found) > 1 or fitting < min(found) or (fitting != min(found) and not most_hosts):
                    return None
            else:
                found.add(fitting)
        if len(found) != 1:
            return None
        inner = found.pop()
        if not prefix < inner <= 30:
            return None
    elif need is not None:
        if mask is not None or prefix not in (None, natural) or parts is not None or borrowed is not None:
            return None
        inner = prefix_for(need)
        if natural is not None and inner < natural:
            return None
    elif (mask is not None and prefix is not None and mask != prefix) or parts is not None or borrowed is not None:
        return None
    if inner is None or not 1 <= inner <= 30:
        return None
    named = {"network", "block", "broadcast", "lowest", "highest", "range", "first", "last", "host part", "index", "list"} & set(asked)
    if named and base is None:
        return None
    if "class c" in asked and (dividing or inner > 24):
        return None
    bits = inner - (prefix or inner) if dividing else 0
    # `每个子网的地址范围`: of each of the parts.
    each = dividing and kth is None and 1 <= bits <= 4 and named <= OF_EACH and of_each(text)
    if inside is not None:
        if not dividing or base is None or prefix is None or Block(inside, prefix).network != base:
            return None
        base = inside
        asked = ["block" if task == "network" else task for task in asked]
    elif dividing and named - {"list"} and not each:
        number = 1 << bits if kth == -1 else kth if kth is None or not from_zero else kth + 1
        if number is None and mask is not None and not (parts or need or borrowed) and base is not None:
            return None
        if number is None or not 1 <= number <= 1 << bits or base is None:
            return None
        base = base + ((number - 1) << 32 - inner)
    elif kth is not None or (not dividing and {"subnets", "bits", "list"} & set(asked)):
        return None
    if "index" in asked and not from_zero:
        return None
    if patterns.search("二进制表示|用二进制", text):
        return None
    understood = [
        ("地址" if base is not None else "子网", dotted(base) if base is not None else f"/{inner}"),
        ("子网掩码", f"{dotted(Block(0, inner).mask)}，即 /{inner}"),
    ]
    if parts is not None:
        power = 1 << (parts - 1).bit_length()
        understood.append(("子网", f"等分为 {parts} 个" if power == parts else f"要 {parts} 个等长的子网，实际分成 {power} 个"))
    if need is not None:
        understood.append(("每个子网", f"至少 {need} 台主机，取能容纳它们的最小子网"))
    total = patterns.search(rf"{USABLE}|主机|台|机器|电脑|设备|分配|分派|指派|可[\u4e00-\u9fff]{{1,4}}地址", text) is None
    tasks = [
        "span" if task == "range" and span else "size" if task == "hosts" and (total or all_addresses(text)) else task for task in asked
    ]
    if used and "hosts" not in tasks:
        return None
    if "hosts" in asked and (both := counts(text)):
        tasks = [each for task in tasks for each in (both if task in ("hosts", "size") else [task])]
    parameters = {"address": dotted(base or 0), "prefix": inner, "bits": bits, "asked": tasks, "used": used}
    return Recognition(
        parameters=parameters
        | ({"each": True} if each and named - {"list"} else {})
        | ({"shown": parts} if each and parts is not None and parts & (parts - 1) and patterns.search(rf"{parts}个", text) else {})
        | ({"either": True} if either else {}),
        understood=tuple(understood),
    )
