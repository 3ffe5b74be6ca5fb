"""Reading problems about codes of numbers: one number after another, each with what is asked of it, in the order of the text."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from engine.generators import patterns
from engine.generators.co._topic import Topic
from engine.generators.kind import Missing, Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import INTEGER, stay_out, to_int

HEX = r"(?<![0-9A-Za-z.])(?:0x[0-9A-Fa-f]{1,16}|[0-9A-Fa-f]{1,16}\s?[Hh])(?![0-9A-Za-z.])"
BITS = r"(?<![0-9A-Za-z.])[01]{1,4}(?:[ .,]?[01]{1,4}){0,15}B?(?![0-9A-Za-z.])"
_KINDS = {"补": "two", "反": "ones", "原": "sign", "移": "excess"}
SIGN_BIT = r"\(?(?:其中)?含\s?(?:1|一)\s?(?:位|个)数符\)?|\(?(?:其中)?(?:含|包括|包含|有|其中|最高位为)+(?:(?:1|一)(?:位|个)(?:为|是)?)?(?:符号位?)(?:1位|一位)?\)?|\(?(?:1|一)位(?:为)?符号位?\)?"


class Codes(Topic):
    """A problem about the codes of numbers."""

    words: ClassVar[str] = (
        "补码 原码 反码 移码 补 原 反 机器数 机器码 编码 整数 带符号 有符号 带符号数 有符号数 带符号整数 有符号整数 无符号 无符号数 无符号整数 定点 定点数 定点整数 定点小数 小数 纯小数 二进制 十六进制 16进制 2进制 十进制 表示 表示法 形式 真值 值 数 负数 正数 字长 机器字长 位 变量 型 计算机 机器 机 内存 寄存器 内容 存放 存储 存 "
        "对应 写成 写作 转成 转换成 换成 化成 用 采用 以 含 符号位 能 所能 它 它的 x 整型 int 里 中 放 放着 初值 做 执行 运算 操作 存于 存在 之后 后 再 说 写 一个 某 数值 分别 结果 得到 变成 数据 符号 给出 个 减法 加法 相加 相减 补码减法 补码加法 加减 加减法 补码运算 补码加减 之和 之差 输出 两个寄存器 寄存器内容 指令 减法指令 加法指令 程序 程序段 代码 表示的 保存 单元 所代表的 所表示的 是 成"
    )
    shortened = (
        # `FFFF FFDEH` is one code.
        (r"(?<![0-9A-Za-z])([0-9A-F]{4})\s+([0-9A-F]{4})\s?H(?![0-9A-Za-z])", r"\1\2H"),
        *Topic.shortened,
    )
    refused: ClassVar[str] = (
        r"模为|(?:几|多少)个[01](?!\d)|BCD|浮点|单精度|双精度|阶码|尾数|Booth|float|double|754|校验|CRC|海明|乘法|除法|证明|电路|Verilog|地址|循环移位|带进位"
    )


def width_told(problem: Codes) -> int | None:
    """The length of the numbers that a text tells; None where it does not."""
    problem.take_all(SIGN_BIT)
    return problem.take_one(
        (
            rf"(?:机器)?(?:字长|位数|长度)(?:均|都)?(?:为|是|=|:|取)*(?P<value>{INTEGER})\s*(?:位|bit)",
            rf"(?<![\d.A-Za-z移第])(?:用|采用|以|按|取|为|是|n\s*=|\()*(?P<value>{INTEGER})\s*(?:位|bit)(?!小数|得|扩)\)?(?:的)?(?=补|原|反|移|寄存器|二进制|机器|整数|带符号|有符号|字长|定点|,|。|;|\)|$|数|无符号|\s|的|里|码|单元|存)",
            r"(?<![A-Za-z])n\s*=\s*(?P<value>\d{1,2})(?!\d)(?:时)?",
        ),
        to_int,
    )


# "作为无符号数、补码、原码时": each kind with its own word.
_SORT = r"(?:无符号|带符号|有符号|补码|原码|反码|移码)(?:整?数)?(?:表示)?"
# "若它表示无符号整数，真值是多少？若是补码呢？"
_SUPPOSED = re.compile(
    rf"(?:若|如果|要是|假如|假设)(?:它|其|该数|这个数|该内容|内容)?(?:表示(?:的)?(?:是)?|代表|是|为|作为)(?:一个)?(?P<kind>{_SORT})(?:时|的话)?[,]?(?:则|那么)?(?:其|它)?(?:的)?(?:真值|值|十进制(?:真)?值)?(?:又|则)?(?:(?:是|为|等于)(?:多少|几)|呢)"
)
# "若机器数 BAH 为原码": the code first, its kind behind.
_KIND_BEHIND = re.compile(
    rf"(?:机器数|机器码|机器代码|编码|代码|内容)?\s?(?P<code>{HEX})\s?(?:为|是)(?P<kind>[补原反移])码(?:表示)?(?=[,;]|时|的)"
)
# "其原码对应的真值": what the bits are worth in that code.
_OF_ITS_CODE = re.compile(r"(?:则)?(?:其|它|该)?(?P<kind>[原补反移])码(?:所)?(?:对应|代表|表示)的(?:十进制)?真值")
_LISTED = re.compile(
    rf"(?P<as>(?<=[0-9A-F]H)(?:为|是|作)|当成|当作|看成|看作|视为|解释为|解释成|理解为|作为|(?:当(?:它|其)?)?(?:分别)?表示(?:为|成)?|(?:当(?:它|其)?)(?:分别)?(?:为|是))(?P<kinds>{_SORT}(?:(?:[、,和与及]|以及){_SORT})+)"
)


# "-x 的反码", "右移一位后，它的反码": codes of the number that comes out, which are not read.
_OF_ANOTHER = re.compile(
    r"(?<![A-Za-z0-9)=:])-\s*x\s*\)?\s*的?\s*[原反移](?!位)|(?<![A-Za-z0-9)=:])-\s*[a-wyz](?![a-z0-9])|"
    r"移(?:动)?\s?\w?\s?位?(?:之|以)?后[,]?(?:则|那么)?(?:其|它|x|该数|此数)的?[原反补移]码|先[^,;。]{0,8}[左右]移",
    re.IGNORECASE,
)


def recognise(text: str) -> Recognition | None:
    """Numbers as codes or values, and for each its codes, its value, what it is shifted, extended or read in another way."""
    if patterns.search(r"移[^,;。?]{0,8}[,，]?(?:再|然后|接着)[^,;。?]{0,8}[左右]移", text):
        return None  # one shift after the other: not both of the number that is told
    if _OF_ANOTHER.search(normalise(text)):
        stay_out("a code of another number than the one that is told")
    text = _LISTED.sub(
        lambda found: "、".join(
            f"{found['as'] if '表示' not in found['as'] and found['as'][-1] not in '为是' else '看作'}{one}"
            for one in patterns.split(r"[、,和与及]|以及", found["kinds"])
            if one
        ),
        text,
    )
    text = patterns.sub(r"\(([01]{3,}(?:\.[01]+)?)\)\s?2(?!\d)", r"\1", patterns.sub(r"\(1/(\d)\)\s*([xX])(?![A-Za-z0-9])", r"\2/\1", text))
    text = _OF_ITS_CODE.sub(r"看作\g<kind>码的真值", text)
    text = _KIND_BEHIND.sub(r"\g<kind>码为\g<code>", text)
    if len(_SUPPOSED.findall(text)) > 1:
        text = _SUPPOSED.sub(lambda found: f"看作{found['kind']}是多少", text)
    problem = Codes(text)
    problem.refuse(
        r"最[大小](?:的)?(?:正|负|整|数|值)|范围|个不同|相加|相减|之和|之差|(?<![A-Za-z\d])[A-Za-z]\d?\s*[+-]\s*[A-Za-z]\d?(?![A-Za-z\d])|加法器|(?:\d|[一二三四五六七])\s*个“?1(?!\d)|unsigned|char|float|可能|右移(?:后|会|时|是否|有没有|有无|发生)*溢出"
    )
    extensions = problem.take_asked(
        rf"(?:把它|将它|将其|把其)?(?:做|进行|经)?(?P<how>符号|零|0|带符号)?扩展(?:到|成|为)(?P<to>{INTEGER})\s*位(?:后|之后)?(?:的)?(?:机器数|补码)?(?:是|为)?(?:多少|什么|啥)?"
    )
    if extensions:  # `零扩展又是什么`: to the same width
        again = problem.take_asked(
            r"(?P<how>符号|零|0)扩展(?!到|成|为)(?:呢|(?:的话|后)?(?:又|则|结果)*(?:是|为|得)?(?:多少|什么|啥|怎样)?)"
        )
    else:
        again = []
    width = width_told(problem)
    for word, length in (("short", 16), ("int", 32)):
        if problem.take_all(rf"(?<![A-Za-z]){word}(?:\s+int)?(?![A-Za-z])(?:型|类型)?(?:的)?(?:变量)?"):
            width = length if width in (None, length) else stay_out("two lengths")
    events: list[tuple[int, str, Any]] = [(match.start(), "extend", (to_int(match["to"]), match["how"] or "")) for match in extensions]
    events += [(match.start(), "extend", (to_int(extensions[-1]["to"]), match["how"])) for match in again]
    # What is asked.
    for match in problem.take_asked(
        r"(?P<how>逻辑|算术|算数)?(?P<way>[左右])移(?:动|位)?(?P<n>\d+|[一二两三四五六七八])?\s*(?:位)?(?:\(符号(?:位)?不动\))?(?:(?:以|之)?后)?(?:[,]?(?:则|那么)?(?:该|此)?(?=寄存器|结果))?(?:的)?(?:寄存器(?:里|中)?的?)?(?:机器数|内容|补码|结果|值\(十进制\)|值)?(?:\(十进制\))?(?:分别|各)?(?:变成|变为|得到|得|是|为)*(?:多少|什么|啥)?"
    ):
        if match["how"] or match["n"]:
            events.append(
                (
                    match.start(),
                    "shift",
                    (
                        (match["how"] or "算术").replace("数", "术"),
                        match["way"],
                        to_int(match["n"]) if match["n"] else 1,
                        bool(patterns.search("值|十进制", match[0])),
                    ),
                )
            )
    for match in problem.take_asked(
        r"(?:当成|当作|看成|看作|视为|解释为|解释成|当|按|理解为|作为)(?:是|一个)?(?P<how>无符号|带符号|有符号|补码|原码|反码|移码)(?:表示)?(?:的)?(?:整?数)?(?:来?(?:看|解释|理解))?(?:,|时|的话)?(?:又|则|它)?(?:的)?(?:真值|值|十进制)?(?:是|为|等于)*(?:多少|几|什么|啥)?"
    ):
        events.append(
            (
                match.start(),
                "as",
                {"无": "plain", "带": "two", "有": "two", "补": "two", "原": "sign", "反": "ones", "移": "excess"}[match["how"][0]],
            )
        )
    for match in problem.take_asked(
        r"(?<![0-9A-Za-z])(?P<sign>-)?\s*(?:(?<=-)x(?!\s*[/*×])|(?<=-\s)x(?!\s*[/*×])|x\s*/\s*(?P<over>[248])|(?P<times>[248])\s*[*×]?\s*x|x\s*[*×]\s*(?P<more>[248])|1\s*/\s*(?P<under>[248])\s*[*×]?\s*x)(?![A-Za-z0-9])\s*(?:用)?(?:\ue000)*(?:的)?(?:补码?|机器数)?(?:表示)?(?:是|为|=)*(?:多少|什么|\?)?"
    ):
        events.append(
            (
                match.start(),
                "factor",
                f"{'-' if match['sign'] else ''}{match['times'] or match['more'] or 1}/{match['over'] or match['under'] or 1}".replace(
                    "-1/1", "-1"
                ),
            )
        )
    for match in problem.take_asked(
        r"(?:x)?(?:再)?(?:取负\(求补\)|取负|求补|取相反数|求负|变号|求反、?加1|(?:依次)?(?:做|进行)?:?求反、加\s?1|按位取反(?:再|后|,|、|末位)*加\s?1|相反数)(?:以?后)?(?:的)?(?:寄存器的?内容|机器数|补码|结果)?(?:及|和)?"
    ):
        events.append((match.start(), "negate", None))
    problem.take_asked(
        r"(?:时|的话)[,]?(?:其|它)?(?:所)?(?:等价|对应|表示|代表)(?:的)?十进制(?:整数|数|真值|值)?(?:分别|各|依次)*(?:是|为)?(?:多少)?"
    ) if any(what == "as" for _, what, _ in events) else None
    given = rf"(?P<name>(?<![A-Za-z0-9])-?[A-Za-z]\d?(?![A-Za-z0-9]))?(?:\(\d+位\)|\ue000)*(?:的)?(?P<kind>补码?|原码?|反码?|移码?|机器数|机器码|寄存器(?:里|中|的内容)?|内容|初值)?(?:\ue000|\(偏置\s*\d+\)|整数|表示|形式|内容|的|数|里|中|放|着|存|它|初值|机器数)*(?:为|是|=|:|\s)*(?P<code>{HEX}|{BITS})"
    codes = []
    bias = problem.take_one(r"\(?偏置(?:值|常数)?(?:为|是|=)*\s*(?P<value>\d+)\)?", int)
    for match in patterns.finditer(given, problem.rest, re.IGNORECASE):
        plain = patterns.sub(r"[\s,B]", "", match["code"])
        hexed = bool(patterns.match(HEX, match["code"], re.IGNORECASE))
        if not hexed and len(plain.replace(".", "")) < 4:
            continue
        if not hexed and not patterns.search("[补原反移]", text) and "寄存器" not in text:
            continue
        if patterns.search(r"[-+]$", problem.rest[: match.start("code")].rstrip()):
            continue  # a signed binary value
        codes.append(match)
    problem.take_spans([match.span() for match in codes])
    for match in codes:
        kind = next((_KINDS[sign] for sign in "补原反移" if match["kind"] and sign in match["kind"]), None)
        events.append((match.start("code"), "code", (match["code"], kind, match["name"] or "")))
    values = []
    for match in problem.take_all(
        r"(?:(?<![A-Za-z0-9])(?P<name>[a-z])\s*(?:的)?(?:真值|值)?(?:=|为|是|:)+\s*|(?:十进制)?(?:整数|数|真值)?(?:\ue000)*\s*)?(?<![0-9A-Za-z.+-])(?<!\d,)(?!(?<=\()\d\))(?P<v>[-+]?\d+(?:\.\d+)?)(?P<b>\s?B)?(?![0-9A-Za-z.]|\s*[位个])"
    ):
        if patterns.fullmatch(r"-0+(?:\.0+)?", match["v"]):
            stay_out("minus nought has two codes")
        values.append(match)
        events.append((match.start("v"), "value", (match["v"], bool(match["b"]))))
    if not codes and not values:
        return None
    for match in problem.take_asked(
        r"(?:它|这个数|x|原数|其)?(?:所)?(?:表示|对应|代表)?(?:的)?(?:真值|十进制(?:真值|数值|值|数|整数)?|(?:所|它)?(?:表示|代表|对应)的(?:数值?|值)|(?<=的)值(?=是|为|多|几|\()|(?<![A-Za-z0-9])x(?:的值)?(?=是多少|等于|是几|=\s*\?))(?:\(十进制\))?(?:各|分别)?(?:是|为|等于|=)*(?:多少|几|什么|啥|\?)?"
    ):
        if (codes or patterns.search("多少|几|什么|啥", match[0])) and not patterns.match(
            r"\s*(?:数|表示|写出)", problem.rest[match.end() :][:3]
        ):
            events.append((match.start(), "ask value", None))
    for match in problem.take_asked(r"(?<![A-Za-z0-9])x\s*=\s*(?:多少|\?|\s(?=\s)|(?=[,;。]|$))"):
        if codes:
            events.append((match.start(), "ask value", None))
    for match in problem.take_asked(
        r"(?<![A-Za-z0-9])(?:x|它|其)?(?:的)?(?:\ue000)*(?P<kind>补|原|反|移)(?:码)?(?:表示)?(?:(?:分别|各)?(?:是|为|=)*(?:多少|什么|啥|几|\?))?(?=$|[\s,;。?、和与及:的表写是为(\ue000用=怎咋如呢])"
    ):
        if match["kind"] and match[0].strip():
            events.append((match.start(), "ask code", _KINDS[match["kind"]]))
    machine = problem.take_asked(r"(?:机器数(?!字长)|机器码|机内码|内存中?的?(?:内容|表示))(?:是|为)?(?:多少|什么|啥)?")
    for match in problem.take_asked(
        r"(?:是否|有没有|有无|会不会|判断)?(?:左移一位)?(?:发生|产生|丢失)?(?:了)?(?:溢出(?:了)?(?:没有?(?!溢出))?|有效位|OF)(?:是|为)?(?:多少|几)?(?:吗)?"
    ):
        events.append((match.start(), "ask overflow", None))
    problem.take_all(
        r"(?:用|写成|以|换成|转成|再转|表示成|的|写)*(?:十六进制|16进制|二进制|2进制|十进制)(?:数)?(?:形式)?(?:表示|写出|怎么写|形式|的)*(?:是|为)?(?:啥|多少|什么)?|(?<![A-Za-z0-9])x(?![A-Za-z0-9])|(?:两者|它)?(?:与|和)?(?:\ue000)*有(?:什么|何)数值关系|分别(?:是|为|变成|变为)(?:多少|啥|什么)|得(?:到)?什么数?|(?<![A-Za-z0-9])(?:R|A|AC|X)(?![A-Za-z0-9])|(?:又|则|各)(?:是|为)(?:多少|几|啥|什么)|呢"
    )
    problem.settle()
    return _understood(problem, events, width, bias, bool(machine))


def _understood(
    problem: Codes, events: list[tuple[int, str, Any]], width: int | None, bias: int | None, machine: bool
) -> Recognition | None:
    """The numbers of the text in order, each with what is asked of it."""
    events.sort(key=lambda event: event[0])
    subjects: list[dict[str, Any]] = []
    pending: list[tuple[str, Any]] = []
    for _, what, data in events:
        if what in ("code", "value"):
            if what == "value" and subjects and subjects[0]["given"][0] == "code":
                return None
            subjects.append({"given": (what, data), "asked": pending})
            pending = []
        elif subjects:
            subjects[-1]["asked"].append((what, data))
        else:
            pending.append((what, data))
    if not subjects or len(subjects) > 3:
        return None
    if machine and not any(what in ("ask code", "shift", "factor", "extend", "negate") for one in subjects for what, _ in one["asked"]):
        subjects[-1]["asked"].append(("ask code", "two"))
    questions: list[dict[str, Any]] = []
    understood: list[tuple[str, str]] = []
    complement = "补" in problem.text
    for number, one in enumerate(subjects):
        what, data = one["given"]
        if not one["asked"]:
            if number + 1 < len(subjects) or number == 0:
                return None
            one["asked"] = subjects[number - 1]["asked"]
        if number and ("ask overflow", None) in subjects[number - 1]["asked"] and one["asked"][-1][0] == "shift":
            one["asked"].append(("ask overflow", None))  # `and that code, shifted likewise?`
        if what == "code":
            text, kind, _ = data
            bits = _bits(text, width)
            kind = kind or ("two" if complement or patterns.search("带符号|有符号|int|算[术数][左右]移", problem.text) else "")
            # `the complement of x is B4H` names the kind once; to be read in several ways it has none.
            if not kind and not all(task in ("as", "shift", "extend") for task, _ in one["asked"]):
                return None
            if kind in ("sign", "ones", "excess") and any(task in ("factor", "negate") for task, _ in one["asked"]):
                stay_out("a multiple of what another code stands for")
            if kind == "excess" and bias not in (None, 1 << len(bits.replace(".", "")) - 1):
                return None
            questions.append({"bits": bits, "kind": kind or "plain", "asked": _tasks(one["asked"], given=kind)})
            if patterns.search("算术移位|算术右移", problem.text):
                questions[-1]["shifting"] = True
            understood.append(({"two": "补码", "sign": "原码", "ones": "反码", "excess": "移码"}.get(kind, "机器数"), bits))
        else:
            text, binary = data
            asked = _tasks(one["asked"], given=None)
            if not asked or any(task[0] in ("as", "value") for task in asked):
                return None
            if "." in text:
                whole, part = text.lstrip("+-").split(".")
                if whole != "0" or set(part) - set("01") or len(part) < 2:
                    return None
                places = (width or len(part) + 1) - 1
                if places < len(part):
                    return None
                value, length, scale = int(part, 2) << places - len(part), places + 1, places
            else:
                plain = text.lstrip("+-")
                if (
                    len(plain) > 1
                    and set(plain) <= set("01")
                    and not binary
                    and "十进制" not in problem.text
                    and len(plain) > 2
                    and plain != "100"
                ):
                    if "二进制" not in problem.text:
                        return None
                    binary = True
                value, length, scale = int(plain, 2 if binary else 10), width or 0, 0
            value = -value if text.startswith("-") else value
            understood.append(("数", text))
            if not length:
                return Recognition(
                    parameters={}, understood=tuple(understood), missing=(Missing("bits", "机器数是几位的？", "字长 {} 位"),)
                )
            questions.append({"value": value, "width": length, "scale": scale, "asked": asked})
    if any(not question["asked"] for question in questions):
        return None
    return Recognition(parameters={"task": "codes", "questions": questions}, understood=tuple(understood))


def _bits(text: str, width: int | None) -> str:
    """A code's bits, the point of a fraction kept.

    Raises:
        StayOut: not of the width that is told.
    """
    plain = patterns.sub(r"[\s,]", "", text)
    if patterns.fullmatch(r"0x[0-9A-Fa-f]+|[0-9A-Fa-f]+[Hh]", plain):
        digits = plain.lower().removeprefix("0x").removesuffix("h")
        if width is not None and 4 * len(digits) == width + 4:
            digits = digits.removeprefix("0")
        bits = f"{int(digits, 16):0{4 * len(digits)}b}"
    else:
        bits = plain.upper().removesuffix("B")
    if width not in (None, len(bits.replace(".", ""))) or not 3 <= len(bits) <= 65 or ("." in bits and bits.index(".") != 1):
        stay_out(f"{text}: not of {width} bits")
    return bits


def _tasks(asked: list[tuple[str, Any]], given: str | None) -> list[list[Any]]:
    """What is asked as (task, how); a code that is given is not asked."""
    tasks: list[list[Any]] = []
    for what, data in asked:
        if what == "ask code":
            if data == given:
                continue
            tasks.append(["code", data])
        elif what == "ask value":
            tasks.append(["value", None])
        elif what == "ask overflow":
            if not tasks or tasks[-1][0] not in ("shift", "factor", "negate", "value"):
                stay_out("overflow of what")
            tasks.append(["overflow", None])
        elif what == "shift" and tasks and tasks[-1][0] == "factor":
            continue  # x/2 by an arithmetic shift: said twice
        else:
            tasks.append([what, data])
    if any(task == "as" for task, _ in tasks):
        tasks = [task for task in tasks if task[0] != "value"]  # each way of reading it has its own value
    kept: list[list[Any]] = []
    for task in tasks:
        if task not in kept:
            kept.append(task)
    return kept


# "其中 1 位符号位，31 位表示尾数": so many places besides the sign.
_PLACES = re.compile(
    r"[,(]?(?:其中)?(?:符号位?(?:为|占|是)?1位|1位(?:为|表示|作|作为)?(?:数)?符(?:号)?位?),?(?:(?:尾数|数值)(?:部分|位)?(?:为|占|是|有)?(?P<n>\d{1,2})位|(?P<m>\d{1,2})位(?:为|表示|作|作为)?(?:尾数|数值)(?:部分|位)?)\)?"
)


def _without_places(text: str) -> tuple[str, int | None]:
    """A text without the sentence of how many places there are beside the sign, and how many."""
    text = patterns.sub(r"(?<=\d) (?=位)|(?<=位) (?=\d)|(?<=[为是占]) (?=\d+ ?位)|2的(?=补码)", "", text)
    found = _PLACES.findall(text)
    places = {int(one or other) for one, other in found}
    return _PLACES.sub(",", text), places.pop() if len(places) == 1 else None


def extent(text: str) -> Recognition | None:
    """The range of so many bits in a code, its ends, how many numbers it holds, or the ends with a number of ones."""
    text, places = _without_places(text)
    problem = Codes(text)
    problem.refuse(
        r"规格化|[正负](?:整|小)?数(?:的)?(?:表示|取值|数值)?(?:的)?范围|相加|相减|加法|溢出|[A-Za-z]\s*=\s*-|(?:十六进制|二进制|16进制)(?:的)?(?:机器数|编码|表示)|的机器数(?![,]?采用)|机器数(?:和|与|、|及)(?:真值|值)"
    )
    ones = problem.take(
        rf"(?:由)?(?P<a>{INTEGER})\s*个(?:1|“1”|数字1)(?:和|与|、)(?P<b>{INTEGER})\s*个(?:0|“0”)(?:组成|构成)(?:的)?"
    ) or problem.take(rf"(?:由)?(?P<b>{INTEGER})\s*个0(?:和|与|、)(?P<a>{INTEGER})\s*个1(?:组成|构成)(?:的)?")
    negative = bool(problem.take_all(r"1\s*x{3}\s*x{4}|1x{7}|负(?=数的?补码)"))
    problem.take_all(r"\(?共\s*(?:8|16)\s*位\)?") if ones else None
    width = width_told(problem)
    if places is not None and width not in (None, places + 1):
        stay_out("places beside the sign")
    width = places + 1 if places is not None else width
    if width is None and ones:
        width = to_int(ones["a"]) + to_int(ones["b"])
    fraction = bool(problem.take_all(r"(?:定点|纯)?小数"))
    both = bool(fraction and problem.has("整数"))
    asked: list[tuple[int, str, str]] = []
    kinds = [(match.start(), _KINDS.get(match[0][0], "plain")) for match in patterns.finditer("补码|原码|反码|移码|无符号", problem.rest)]
    if width is None or not 4 <= width <= 64 or (not kinds and not patterns.search("定点|带符号|有符号|符号位", problem.text)):
        return None
    for pattern, name in (
        (r"(?:分别)?(?:能|可以?|可)?(?:表示|有)?(?:多少|几)(?:个)?(?:不同)?(?:的)?(?:数(?!值)|整数|编码)", "count"),
        (
            r"(?:所)?(?:能|可)?表示(?:的)?(?:(?:不同)(?:的)?(?:数据|数|整数|数值|编码)(?:的个数)?|(?:数据|数|整数)(?:的)?个数)(?:是|有|为|共)?(?:多少|几)?(?:个)?",
            "count",
        ),
        (r"(?:数|整数|数据|数值|真值)?(?:的)?(?:可?表示|取值|数值)?(?:的)?(?:数的?)?范围", "range"),
        (r"(?:非零|非0)?(?:的)?最小(?:的)?(?:非零|非0)?(?:的)?正(?:整|小)?数|(?:非零|非0)最小正数|最小非零正数", "least positive"),
        (r"最小(?:的)?(?:负)?(?:整?(?:数|值|真值)|\ue000{2})(?:的真值)?", "least"),
        (r"最大(?:的)?正?(?:整?(?:数|值|真值)|\ue000{2})(?:的真值)?", "most"),
        (r"最大(?:的)?负(?:整)?数|绝对值最小的负数", "most negative"),
    ):
        for match in problem.take_asked(pattern):
            asked.append((match.start(), name, ""))
    problem.take_all("补码|原码|反码|移码|无符号|整数|n位")
    problem.settle()
    if not asked:
        return None
    asked.sort()
    if not kinds and ones is None:
        # The greatest is the same in every signed code; of the others both ways are told.
        kinds = [(0, "two" if {name for _, name, _ in asked} == {"most"} else "unsaid")]
    names = [name for _, name, _ in asked]
    if ones is not None:
        if {kind for _, kind in kinds} != {"two"} or fraction or to_int(ones["a"]) + to_int(ones["b"]) != width:
            return None
        if "most" in names and negative and "least" in names and patterns.search("最大负", problem.text):
            names = ["most negative" if name == "most" else name for name in names]
        return Recognition(
            parameters={"task": "ones", "ones": to_int(ones["a"]), "width": width, "negative": negative, "asked": names},
            understood=(("补码", f"{width} 位，{to_int(ones['a'])} 个 1"),),
        )
    if "most negative" in names:
        return None
    of = list(dict.fromkeys(kind for _, kind in kinds))
    pairs: list[list[str]] = []
    if len(of) == 1 or len(set(names)) == 1:
        pairs = [[kind, name] for kind in of for name in dict.fromkeys(names)]
    elif len(of) == len(names):
        pairs = [[kind, name] for kind, name in zip(of, names, strict=True)]
    else:
        return None
    if fraction and any(kind in ("plain", "excess") for kind, _ in pairs):
        return None
    if both and (set(names) != {"range"} or len(of) != 1 or problem.text.find("整数") > problem.text.find("小数")):
        return None
    return Recognition(
        parameters={"task": "extents", "width": width, "fraction": fraction, "asked": pairs} | ({"both": True} if both else {}),
        understood=(("字长", f"{width} 位{'整数和小数' if both else '小数' if fraction else '整数'}"), ("求", "表示范围")),
    )
