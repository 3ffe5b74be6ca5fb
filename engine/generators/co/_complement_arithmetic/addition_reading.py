"""Reading sums and differences of codes: operands with or without names, in any notation, one operation or several, and the flags asked."""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.co._complement_arithmetic.code.reading import BITS, HEX, Codes
from engine.generators.kind import Missing, Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_NAME = r"(?<![A-Za-z0-9])[A-Za-z]\d?(?![A-Za-z0-9])"
_DECIMAL = r"(?<![0-9A-Za-z.])[-+]?\d+(?![0-9A-Za-z.]|\s*(?:位|个|bit))"
_FRACTION = r"(?<![0-9A-Za-z.])[-+]?(?:0|1|00|01|10|11)\.[01]{2,}B?(?![0-9A-Za-z.])"
VALUE = rf"\(?(?:{HEX}|(?<![0-9A-Za-z.])[01]{{1,4}}(?: [01]{{4}})+B?(?![0-9A-Za-z.])|{_FRACTION}|{_DECIMAL}|{BITS})\)?"
_OP = r"\s*(?P<op>[-+加减])(?:去|上)?\s*"
_AND = r"\s*(?:和|与|及|、|,|以及)\s*"
_SAYS = r"(?:变量|型|寄存器|中|的|真值|内容|机器数|补码|补|变补|值|初值|现|当前|数|十进制|表示|分别|依次|各|存放|存储|保存|存|放|有|着|了|内|里|无符号|带符号|有符号|整数|定点|\(\d+位\))*"
_FLAGS = (
    (
        r"(?:说明|判断|指出)?(?:结果)?是(?:正溢出|负溢出|上溢|下溢)(?:[、,或]|还是)*(?:正溢出|负溢出|上溢|下溢)?(?:[、,或]|还是)*(?:没有|不|未)?(?:发生)?溢出|溢(?:出)?(?:了)?(?:没|不)(?:有)?溢出?|(?:是否|会不会|有无|有没有|判断|及)?(?:产生|发生|出现|属于|是)?(?:哪一?种|什么|何种)?(?:正|负|上|下)?溢出(?:标志)?(?:位)?(?:情况|类型|没有|与否|吗|了)*(?:\(?(?:OF|V)\)?)?(?:位)?|(?<![A-Za-z])OF(?![A-Za-z])",
        "OF",
    ),
    (r"(?:进位?/?借?位|借位)(?:标志)?(?:位)?(?:\(?(?:CF|C)\)?)?|(?<![A-Za-z])CF(?![A-Za-z])", "CF"),
    (r"符号(?:标志)(?:位)?\(?(?:SF|S|N)?\)?|(?<![A-Za-z])[SN]F(?![A-Za-z])", "SF"),
    (r"零(?:标志)(?:位)?\(?(?:ZF|Z)?\)?|(?<![A-Za-z])ZF(?![A-Za-z])", "ZF"),
)


def _name(text: str) -> str:
    return text.strip("() ").lower()


def operation(text: str) -> Recognition | None:
    """x ± y, once or more; the codes of the results, their values and the flags."""
    problem = Codes(text)
    problem.refuse(r"(?<![A-Za-z])[A-Za-z]\d?\s*[×*÷/]\s*[A-Za-z]\d?(?![A-Za-z])")
    problem.refuse(r"(?<![A-Za-z])[A-Za-z]\s?[原反移]\s?(?:=|为|是)")
    problem.refuse(rf"(?<![-+]){_NAME}的真?值\s*(?:以及|和|与|、|及)")
    problem.refuse(
        r"原码|反码|移码|BCD|乘|移位|左移|右移|扩展|截断|三个|连加|进位加|带进位|char\s+\w+\s*=|short\s+\w+\s*=|int\s+\w+\s*=|求补|求反|取反"
    )
    double = bool(
        problem.take_all(
            r"(?:采用|用|使用|按)?(?:双符号位?|变形补码|模4补码|两位符号位?|2位符号位?)(?:\((?:双符号位|变形补码|模4补码|双符号|两位符号位?)\))?(?:的)?(?:补码)?(?:表示)?(?:法|方法|形式)?(?:运算)?"
        )
    )
    problem.take_all(
        r"\(?(?:其中)?(?:含|包括|包含|有|其中)*(?:(?:1|一)(?:位|个)(?:为|是)?)(?:符号位?)(?:1位|一位)?\)?|\(?(?:含|包括)(?:符号位?)(?:1位|一位)?\)?"
    )
    borrow = problem.take_all(
        r"\(?(?:减法)?(?:的)?CF\s*(?:=\s*1)?(?:时|就|则)?(?:表示|意味着|代表|即|为|是|按|=)+(?:有|产生|发生)?借位(?:算|计|计算)?\)?"
    )
    instruction = {match[0].upper() for match in problem.take_all(r"(?<![A-Za-z])(?:SUB|ADD)(?![A-Za-z])(?!\s+[A-Za-z]\d?\s*,)(?:指令)?")}
    width = problem.take_one(
        (
            rf"(?:机器)?字长(?:均|都)?(?:为|是|=|:)*(?P<value>{INTEGER})\s*位",
            rf"(?<![\d.A-Za-z])(?:用|采用|以|均为|都是|是)?(?P<value>{INTEGER})\s*(?:位|bit)(?:二进制)?(?:的)?(?:整数)?(?:定点)?(?:带符号|有符号|无符号)?(?:整数)?(?:补码|寄存器|机器数|加法器|运算器|计算机|机器|机|字长|整数|ALU|数据|数|二进制)?",
            r"(?<![A-Za-z])unsigned\s*char(?![A-Za-z])",
        )[:2],
        to_int,
    )
    unsigned = bool(problem.has("无符号")) and not patterns.search("(?:看成|看作|当作|视为|按|解释为|把结果分别看作)无符号", problem.text)
    if problem.take_all(r"(?<![A-Za-z])unsigned\s*char(?![A-Za-z])(?:型)?(?:的)?"):
        width, unsigned = 8, True
    if problem.take_all(r"(?<![A-Za-z])short(?:\s*int)?(?![A-Za-z])(?:型|类型)?(?:的)?(?:变量)?"):
        width = 16 if width in (None, 16) else stay_out("short of another length")
    values: dict[str, tuple[str, str]] = {}

    def put(name: str, value: str, says: str) -> None:
        entry = (value.strip("() "), "code" if patterns.search("机器数|补|内容|寄存器", says) else "")
        if values.setdefault(name, entry) != entry:
            stay_out("two values for one name")

    inline = [
        match
        for match in problem.take_asked(rf"(?<![=为是])(?P<v>{VALUE}){_OP}(?P<w>{VALUE})(?!\s*[-+]?\d)")
        if not patterns.match(r"[-+]?\d+\.", match["v"]) or "." in match["w"]
    ]
    for match in problem.take_all(
        rf"(?P<a>{_NAME})(?P<s>{_SAYS}){_AND}(?P<b>{_NAME})(?P<t>{_SAYS})\s*(?:为|是|=|:)?\s*(?P<v>{VALUE}){_AND}(?P<w>{VALUE})"
    ):
        put(_name(match["a"]), match["v"], match["s"] + match["t"])
        put(_name(match["b"]), match["w"], match["s"] + match["t"])
    for match in problem.take_all(rf"(?P<a>{_NAME})(?P<s>{_SAYS})\s*(?:=|为|是|:)\s*(?P<v>{VALUE})"):
        put(_name(match["a"]), match["v"], match["s"])
    operations: list[tuple[int, tuple[str, str], tuple[str, str], str, tuple[str, str]]] = []
    for match in inline:
        operations.append((match.start(), (match["v"].strip("() "), ""), (match["w"].strip("() "), ""), match["op"], ("x", "y")))
    for match in problem.take_asked(
        rf"(?:{_NAME}\s*(?:←|<-|=)\s*)?(?P<a>{_NAME})(?:变?补)?{_OP}(?P<b>{_NAME})(?:变?补)?(?:的补码)?|(?<![A-Za-z])(?P<code>sub|add)\s+(?P<c>{_NAME})\s*,\s*(?P<d>{_NAME})(?:\s*,\s*(?P<e>{_NAME}))?"
    ):
        if match["code"]:
            first, second = (match["d"], match["e"]) if match["e"] else (match["c"], match["d"])
            sign = "+" if match["code"].lower() == "add" else "-"
        else:
            first, second, sign = match["a"], match["b"], match["op"]
        first, second = _name(first), _name(second)
        if first not in values or second not in values:
            return None
        operations.append((match.start(), values[first], values[second], sign, (first, second)))
    for match in list(patterns.finditer(rf"(?P<v>{VALUE}){_AND}(?P<w>{VALUE})", problem.rest, re.IGNORECASE)) if inline else ():
        told = {value.strip("() ").upper() for value in (match["v"], match["w"])}
        if told == {operations[0][1][0].upper(), operations[0][2][0].upper()}:
            problem.take_spans([match.span()])
    if not operations and not values:
        pair = problem.take(rf"(?P<v>{VALUE}){_AND}(?P<w>{VALUE})")
        sign = "+" if problem.take_all("相加|之和|求和|做加法|加法器|的和|加起来") else "-" if problem.take_all("相减|之差|做减法") else ""
        if not pair or not sign:
            return None
        mark = "code" if patterns.search("补码|机器数|寄存器|加法器|输入", problem.text) else ""
        operations.append((pair.start(), (pair["v"].strip("() "), mark), (pair["w"].strip("() "), mark), sign, ("x", "y")))
    distinct: dict[tuple[Any, ...], Any] = {}
    for place, one, other, sign, names in sorted(operations):
        distinct.setdefault((one, other, sign.replace("减", "-").replace("加", "+")), names)
        del place
    if not 1 <= len(distinct) <= 2 or len(values) > 2:
        return None
    if instruction and {sign for _, _, sign in distinct} != {"-" if word[0] == "S" else "+" for word in instruction}:
        return None
    problem.take_all(
        rf"(?:送|存|放|写)(?:回|到|入|进)*(?:\d+位|\ue000)*(?:寄存器)?{_NAME}(?:中|里)?|(?<![A-Za-z0-9])(?:{'|'.join(map(re.escape, values)) or 'x'})(?![A-Za-z0-9])|{_NAME}(?=的?(?:内容|值|机器数|是|等于))|存回(?=是|\ue000)?"
    )
    judged = bool(
        problem.take_asked(
            r"(?:若|如果)?(?:都|均)?(?:看成|看作|当作|视为)(?:是)?无符号数?,?(?:则)?(?:运算)?结果(?:是否|还)?(?:正确|对)(?:吗)?"
        )
    )
    asked: list[tuple[int, str]] = []
    readings = False
    for pattern, name in _FLAGS:
        asked += [(match.start(), name) for match in problem.take_asked(pattern)]
    if every := problem.take_asked(r"(?:各|所有|四个|4个)(?:状态)?标志位?(?:的值)?|标志位?(?:各|分别|全)*(?:是|为|写出来)?(?:多少|什么)?"):
        asked = asked or [(every[0].start(), name) for name in ("OF", "SF", "ZF", "CF")]
    for match in problem.take_asked(
        r"(?:把|将)?(?:结果)?(?:分别)?(?:看作|看成|当作|视为|按|解释为)(?P<one>无符号|带符号|有符号)(?:整数|数)?(?:\(补码\))?(?:(?:和|与|、|及)(?P<other>无符号|带符号|有符号)(?:整数|数)?(?:\(补码\))?)?(?:,)?(?:其)?(?:的)?(?:真?值)?(?:依次|分别|各)?(?:是|为|等于)?(?:多少|几)?"
    ):
        asked += [(match.start(), "plain" if match[side].startswith("无") else "value") for side in ("one", "other") if match[side]]
        readings = True
    for match in problem.take_asked(
        r"(?:再|若|如果|又)?(?:看作|看成|当作|视为)?(?:带符号|有符号)(?:数|整数)?(?:又|则)?(?:等于|是|为)+(?:多少|几)?|(?:结果|和|差|x\+y)?(?:的)?真值(?:是|为)?(?:多少|几)?|(?:十进制)(?:值|数|结果)?(?:是|为)?(?:多少|几)?"
    ):
        asked.append((match.start(), "value"))
    sign_bits = problem.take_asked(r"(?:结果)?(?:的)?(?:两位|双)?符号位(?:是|为)*(?:几|多少|什么)?")
    for match in problem.take_asked(
        r"(?:求|输出的?|运算|寄存器里?|结果|[的])*(?:结果|和(?=的|是|为|$|[,。?])|差(?=的|是|为|$|[,。?])|机器数|内容|值)(?:\((?:用)?(?:十六|二)进制(?:数)?(?:表示)?\))?(?:各|分别|应|寄存器|里|用十六进制表示)*(?:是|为|等于|写出)?(?:多少|什么|几|啥)?|(?:得|等于|是|为)(?:多少|几)|(?:的)?十六进制"
    ):
        asked.append((match.start(), "code"))
    problem.take_all(r"(?:是|写|全|都|各)(?:1|一)(?:还是|或)(?:0|零)|(?:还是|或)0|全?写出来|又?各?是?(?:多少|几)|借位")
    problem.settle()
    wanted = list(dict.fromkeys(name for _, name in sorted(asked)))
    if not wanted and not sign_bits and not judged:
        if not problem.has(r"\?|求|算|=\s*$") and not patterns.search(r"求|计算|\?|多少|算", problem.text):
            return None
        wanted = ["code"]
    terms = []
    fractions = {"." in one[0] for key in distinct for one in key[:2]}
    if len(fractions) != 1 or (borrow and not wanted):
        return None
    if fractions == {True}:
        return _fractions(list(distinct.items()), width, double, wanted, bool(sign_bits))
    if double:
        lengths = {len(patterns.sub(r"\D", "", one[0])) for key in distinct for one in key[:2]}
        codes = [patterns.sub(r"\s", "", one[0]) for key in distinct for one in key[:2]]
        if (
            len(distinct) != 1
            or len(lengths) != 1
            or not all(patterns.fullmatch("(?:00|11)[01]{3,}", code) for code in codes)
            or next(iter(distinct))[2] != "+"
        ):
            return None
        return Recognition(parameters={"task": "double", "codes": codes}, understood=(("运算", "双符号位补码相加"),))
    lengths = {
        len(patterns.sub(r"\s|B", "", one[0])) for key in distinct for one in key[:2] if patterns.fullmatch(BITS, one[0], re.IGNORECASE)
    }
    binary = all(patterns.fullmatch(BITS, one[0], re.IGNORECASE) for key in distinct for one in key[:2])
    if width is None and binary and len(lengths) == 1:
        width = lengths.pop()
    if (
        width is None
        and all(patterns.fullmatch(HEX, one[0], re.IGNORECASE) for key in distinct for one in key[:2])
        and patterns.search("补码|机器数", problem.text)
    ):
        digits = {len(patterns.sub(r"^0x|[Hh\s]", "", one[0])) for key in distinct for one in key[:2]}
        width = 4 * digits.pop() if len(digits) == 1 else None
    for (one, other, sign), shown in distinct.items():
        marked = [
            [
                value,
                "code"
                if mark or (binary and width is not None and len(patterns.sub(r"\s|B", "", value)) == width)
                else "unsigned"
                if unsigned
                else "",
            ]
            for value, mark in (one, other)
        ]
        if unsigned and not all(patterns.fullmatch(r"\d+", value) or patterns.fullmatch(HEX, value, re.IGNORECASE) for value, _ in marked):
            return None
        if unsigned:
            marked = [[value, "unsigned"] for value, _ in marked]
        terms.append({"operands": marked, "names": list(shown), "subtracting": sign == "-"})
    understood = tuple(
        (
            "运算",
            f"{term['names'][0]} {'-' if term['subtracting'] else '+'} {term['names'][1]}（{term['operands'][0][0]}、{term['operands'][1][0]}）",
        )
        for term in terms
    )
    parameters: dict[str, object] = {
        "task": "operations",
        "terms": terms,
        "asked": wanted,
        "judged": judged,
        "unsigned": unsigned and not readings,
        "readings": readings,
    }
    if width is None:
        return Recognition(parameters=parameters, understood=understood, missing=(Missing("bits", "机器数是几位的？", "字长 {} 位"),))
    if not 4 <= width <= 64:
        return None
    parameters["bits"] = width
    return Recognition(parameters=parameters, understood=(("字长", f"{width} 位"), *understood))


def _fractions(operations: list[tuple[Any, Any]], width: int | None, double: bool, asked: list[str], sign_bits: bool) -> Recognition | None:
    """Sums of binary fractions, with one or two sign bits; given as signed numbers or as codes with two sign bits."""
    if len(operations) != 1 or set(asked) - {"code", "OF", "value"}:
        return None
    (one, other, sign), _ = operations[0]
    numbers = []
    for text, mark in (one, other):
        whole, _, digits = text.upper().removesuffix("B").lstrip("+-").partition(".")
        if len(whole) == 2:
            if text[0] in "+-" or not double or whole[0] != whole[1]:
                return None
            number = int(digits, 2) - ((1 << len(digits)) if whole[0] == "1" else 0)
        elif whole == "0" and not (mark == "code" and text[0] in "+-"):
            number = int(digits, 2) * (-1 if text.startswith("-") else 1)
        elif whole == "1" and mark == "code" and text[0] not in "+-":
            number = int(digits, 2) - (1 << len(digits))
        else:
            return None
        numbers.append((number, len(digits)))
    if numbers[0][1] != numbers[1][1] or width not in (None, numbers[0][1] + 1, numbers[0][1] + 2):
        return None
    return Recognition(
        parameters={
            "task": "fractions",
            "x": numbers[0][0],
            "y": numbers[1][0],
            "places": numbers[0][1],
            "subtracting": sign == "-",
            "single": not double,
            "judged": "OF" in asked or sign_bits,
        },
        understood=(("表示", "双符号位补码" if double else "一位符号位补码"), ("运算", f"{one[0]} {sign} {other[0]}")),
    )


def overflowing(text: str) -> Recognition | None:
    """Which of the options' operations overflows; several named codes are given."""
    problem = Codes(text)
    problem.refuse(r"小数|变形|双符号|模4|\d\.\d|原码|反码|无符号|unsigned")
    width = problem.take_one(
        (rf"(?:机器)?字长(?:均|都)?(?:为|是|=|:)*(?P<value>{INTEGER})\s*位", rf"(?<![\d.A-Za-z])(?P<value>{INTEGER})\s*(?:位|bit)"), to_int
    )
    values: dict[str, list[str]] = {}
    for match in problem.take_all(rf"(?P<a>{_NAME})(?P<s>{_SAYS})\s*(?:=|为|是|:)\s*(?P<v>{VALUE})"):
        if _name(match["a"]) in values:
            return None
        values[_name(match["a"])] = [match["v"].strip("() "), "code" if patterns.search("机器数|补|内容|寄存器", match["s"]) else ""]
    wanted = "fine" if problem.take_asked(r"(?:不会|不|未|没有)(?:发生|产生|出现)?溢出(?:的)?(?:运算|操作)?(?:的)?(?:是|有|为)?") else ""
    if problem.take_asked(r"(?:会|将|可能|能)?(?:发生|产生|出现)?溢出(?:的)?(?:运算|操作)?(?:的)?(?:是|有|为)?(?:哪(?:一)?(?:个|组|项))?"):
        wanted = "" if wanted else "overflow"
    problem.take_all(
        r"(?<![A-Za-z])[xyXY](?:、|和|与|,)[xyXY](?:取)?|(?:取)?(?:下列|以下)?(?:哪|何)(?:一)?(?:个|组|项|种)(?:值)?(?:时)?|对应|采用|实现|定点|进行|时"
    )
    problem.take_all(rf"(?<![\d.]){INTEGER}个|下列|以下|下面|(?:各)?(?:运算|操作|式子|表达式)(?:中)?|若|存放在|一个")
    problem.settle()
    if not wanted or width is None or (len(values) == 1):
        return None
    return Recognition(
        parameters={"task": "which", "bits": width, "operands": values, "wanted": wanted},
        understood=(("字长", f"{width} 位补码"), *((name, value[0]) for name, value in values.items())),
    )


def two_signs(text: str) -> Recognition | None:
    """What two sign bits mean."""
    problem = Codes(text)
    if not problem.take_all(r"(?:采用|用|使用)?(?:双符号位?|变形补码|模4补码|两位符号位?)(?:的)?(?:补码)?"):
        return None
    found = problem.take(r"(?:运算)?(?:结果)?(?:的)?(?:两个|双|两位)?符号位(?:分别)?(?:为|是|:)*\s*(?P<bits>[01]{2})(?![\d.])(?:时)?")
    asked = problem.take_asked(r"(?:则|说明|表示|意味着|结果|运算)+(?:是|为|:)?(?:什么)?(?:情况)?")
    problem.settle()
    if not found or not asked:
        return None
    return Recognition(parameters={"task": "signs", "bits": found["bits"]}, understood=(("双符号位", found["bits"]),))
