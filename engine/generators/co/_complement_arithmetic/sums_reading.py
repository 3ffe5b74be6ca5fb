"""Reading sums and differences of two named numbers, each with its codes and values, and what is asked of them and of the result."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.co._complement_arithmetic.code.reading import HEX, Codes
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_NAME = r"(?<![A-Za-z0-9])(?:[A-Za-z]\d?|[A-D][LXH]|reg\d|r\d)(?![A-Za-z0-9])"
_BINARY = r"(?<![0-9A-Za-z.])[-+]?[01]{1,4}(?:[ ,]?[01]{4}){1,8}B?(?![0-9A-Za-z.])|(?<![0-9A-Za-z.])[-+]?[01]{4,32}B?(?![0-9A-Za-z.])"
_DECIMAL = r"(?<![0-9A-Za-z.])[-+]?\s?\d+(?![0-9A-Za-z.]|\s*(?:位|个|bit))"
_VALUE = rf"\(?(?:{HEX}|{_BINARY}|{_DECIMAL})\)?"
_AND = r"\s*(?:和|与|及|、|,|以及|跟)\s*"
_SAYS = r"[^\d,;。?!:\n+\-=]{0,24}?"
_IS = r"\s*(?:=|为|是|:|存的是|放的是|内容是|存(?:放|有|着)(?:的是)?)+\s*(?:补码)?\s*"
_TARGET = rf"\(?(?P<one>{_NAME})\)?(?:变?补)?(?:的)?\s*(?P<sign>[-+加减])(?:去|上)?\s*\(?(?P<minus>-)?(?P<two>{_NAME})\)?(?:变?补)?"
_FLAG = {
    "OF": r"(?:[、,和与及]|是否|会不会|有无|有没有|是不是|判断|说明|指出)*(?:产生|发生|出现)?(?:哪一?种|什么|何种)?(?:正|负|上|下)?溢出(?:标志)?(?:位)?(?:\(?OF\)?)?(?:位)?(?:的)?(?:情况|类型|没有|没|与否|吗|了|值)*(?:溢出)?|(?<![A-Za-z])(?:OF|V)(?![A-Za-z])(?:标志)?",
    "CF": r"(?:进位?/?借?位|借位|进位)(?:标志)?(?:位)?(?:\(?(?:CF|C)\)?)?(?:的值)?|(?<![A-Za-z])(?:CF)(?![A-Za-z])(?:\((?:借位|进位)\))?",
    "SF": r"符号(?:标志)(?:位)?\(?(?:SF|S|N)?\)?|(?<![A-Za-z])[SN]F(?![A-Za-z])",
    "ZF": r"(?:零|结果为零)(?:标志)(?:位)?\(?(?:ZF|Z)?\)?|(?<![A-Za-z])ZF(?![A-Za-z])",
}
_AS_UNSIGNED = r"(?:若|如果)?(?:把|将)?(?:它们|两个?数|两者|二者)?(?:都|均)?(?:看成|看作|当作|视为|作为)无符号(?:整)?数(?:的话|时)?,?(?:则|那么)?(?:运算|计算)?(?:的)?结果(?:是否)?正确(?:吗|与否|么)?"
_CODE = r"(?:运算|计算)?(?:结果)?(?:的)?(?:机器数|补码|机器码|内容|编码|存储内容|补(?!码))(?:表示|形式|形式表示)?|(?:运算|计算)?结果(?!的?(?:真值|是否|有|会|溢|值|解释|符号|如何|按|为零))|(?:十六进制|二进制)(?:表示|结果|机器数)"
_WORTH = r"(?:运算|计算)?(?:结果)?(?:的)?(?:十进制)?(?:真值|十进制(?:真值|数值|数|值|结果)?|实际值)|(?<![OCSZV]F)(?:(?<=[A-Za-z])的值(?!域)|(?<=\ue000)的值(?=(?:以?及|和|与)(?:其)?(?:相应|对应)?的?\ue000))"
_SIGN_BITS = r"\(?(?:其中)?(?:含|包括|包含|有|其中)*(?:(?:1|一)(?:位|个)(?:为|是)?)(?:符号位?)(?:1位|一位)?\)?|\(?(?:含|包括|连|连同)(?:符号位?)(?:1位|一位)?\)?"


_POINTED = re.compile(r"(?<![\d.A-Za-z+-])[01]\.[01]{2,31}(?![\d.])")
_UNNAMED = re.compile(
    r"(?:其中)?[,:]?(?:一个|被加数|被减数|第一个)(?:数)?(?:是|为)\s*(?P<one>[-+]?\d+)(?![\d.A-Za-z位])\s*[,、]?(?:和|而)?(?:另)?(?:一个|加数|减数|第二个)(?:数)?(?:是|为)\s*(?P<two>[-+]?\d+)(?![\d.A-Za-z位])"
)


_ALONE = (
    rf"(?:{HEX}|(?<![0-9A-Za-z.])[01]{{4}}(?: [01]{{4}})*B?(?![0-9A-Za-z.])|(?<![0-9A-Za-z.])-?\d{{1,5}}(?![0-9A-Za-z.]|\s*(?:位|个|bit)))"
)
_NAMELESS = re.compile(
    rf"(?<![A-Za-z=0-9.])(?P<v>\({_ALONE}\)|{_ALONE})\s*(?P<op>[-+])\s*(?P<w>\({_ALONE}\)|{_ALONE})(?!\s*[-+*/×])", re.IGNORECASE
)
_INPUTS = re.compile(
    rf"(?:两个)?输入(?:端)?(?:的)?(?:数据|内容)?(?:分别)?(?:为|是)\s*(?P<v>{_ALONE})\s*(?:和|与|、)\s*(?P<w>{_ALONE})(?P<how>[,。;][^,。;]{{0,6}}输出的?和)",
    re.IGNORECASE,
)
_NAMELESS_PAIR = re.compile(
    rf"(?<![A-Za-z=0-9.])(?P<v>{_ALONE})\s*(?:和|与|、)\s*(?P<w>{_ALONE})\s?(?:这)?(?:两个?数)?(?P<how>相加|相减|求和|之和|之差)",
    re.IGNORECASE,
)


def _named(text: str) -> str:
    """`35H - 9CH`, `the sum of -1 and 1`: as if the numbers had names, where none has."""
    if patterns.search(rf"{_NAME}\s*(?:=|为|是)\s*\(?[-+]?[0-9A-F]|(?<![A-Za-z]){_NAME}\s*[-+]\s*{_NAME}", text):
        return text
    found = [match for pattern in (_NAMELESS, _NAMELESS_PAIR, _INPUTS) for match in pattern.finditer(text)]
    told = {(match["v"].strip("()"), match["w"].strip("()"), _sign_of(match)) for match in found}
    if len(told) != 1:
        return text
    (one, other, sign), first = told.pop(), min(match.start() for match in found)
    code = "的补码" if patterns.search("补码|机器数|寄存器|加法器", text) and {*one, *other} <= set("01 B") else ""
    for match in sorted(found, key=lambda match: -match.start()):
        told_first = f",x{code}={one},y{code}={other}," if match.start() == first else ""
        result = ",问结果的机器数" if "输出" in match[0] else ""
        text = f"{text[: match.start()]}{told_first}x{sign}y{result}{text[match.end() :]}"
    # `the two contents 1234H and 5678H` beside it
    return patterns.sub(
        rf"(?:分别)?(?:内容|存放|存着?)?(?:为|是)?\s?{re.escape(one)}\s*(?:和|与|、)\s*{re.escape(other)}(?=[,。;])", "", text
    )


def _sign_of(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return groups.get("op") or ("+" if patterns.search("加|和", groups["how"]) else "-")


def _without_points(text: str) -> tuple[str, bool]:
    """Codes of fractions (`1.0101100`) as those of whole numbers: sums of both are the same, bit by bit."""
    found = _POINTED.findall(text)
    if (
        len(found) != 2
        or len({len(one) for one in found}) != 1
        or "补" not in text
        or patterns.search(r"真值|十进制|原码|变形|双符号", text)
    ):
        return text, False
    return _POINTED.sub(lambda code: code[0].replace(".", ""), text), True


_SIZED = re.compile(rf"(?<![A-Za-z0-9])int(?P<bits>8|16|32)(?:_?t)?(?:型|类型)?(?:的)?(?:变量|整数)?\s*(?={_NAME}\s*=)")
_BOTH_CODES = re.compile(
    rf"(?P<before>(?P<one>{_NAME})\s*=\s*{_DECIMAL}\s*[,、;]\s*(?P<two>{_NAME})\s*=\s*{_DECIMAL}[^=]*?)两个?数的(?P<code>机器数|补码)(?=[、,和])"
)


def _by_name(match: re.Match[str]) -> str:
    """`两数的机器数` by the names of the two."""
    return f"{match['before']}{match['one']}、{match['two']}的{match['code']}"


def sums(text: str) -> Recognition | None:
    """Two named numbers, x ± y once or more; the codes and values of numbers and results, and the flags."""
    text, point = _without_points(text)
    # `one is 105, the other 38`: as if they had names.
    text = _named(_UNNAMED.sub(r",x=\g<one>,y=\g<two>", text))
    text = _BOTH_CODES.sub(_by_name, _SIZED.sub(r"字长\g<bits>位,", text))
    problem = Codes(text)
    as_unsigned = problem.take_asked(_AS_UNSIGNED)
    problem.refuse(
        r"BCD|乘|除|移位|左移|右移|扩展|截断|三个|连加|进位加|带进位|无符号|求反|取反|移码|反码|原码(?!和|、|转|求)|哪[个组种些]|下列|(?<![\d.])\d+\.\d|最[大小]|范围"
    )
    problem.refuse(r"(?<![A-Za-z])[A-Za-z]\s?[原反移]\s?(?:=|为|是)")  # `[x]原`: another code, whatever is said besides
    # A type that is only named says how long the numbers are; a program is read elsewhere.
    lengths_said = {
        {"int": 32, "short": 16}[match["type"].lower()]
        for match in problem.take_all(r"(?<![A-Za-z])(?P<type>int|short)(?![A-Za-z])(?:型|类型)(?:的)?(?:变量|整数)?")
    }
    problem.refuse(r"char|short|int|unsigned")
    problem.refuse(r"(?<![A-Za-z])[A-Za-z]\d?\s*[×*÷/]\s*[A-Za-z]\d?(?![A-Za-z])")
    double = bool(
        problem.take_all(
            r"(?:注意)?(?:采用|用|使用|按|以)?(?:双符号位?|变形补码|模4补码|两位符号位?|2位符号位?)(?:的)?(?:\((?:双符号位?|变形补码|模4补码|两位符号位?)\)|变形补码|模4补码|补码)?(?:的)?(?:表示)?(?:法|方法|形式)?(?:运算|计算)?"
        )
    )
    total = problem.take(rf"\(?(?:连|连同|含|包括)(?:两位|双|2位)?符号位?(?:在内)?(?:共|一共|总共)?\s*(?P<n>{INTEGER})\s*位\)?")
    one_sign = bool(problem.take_all(_SIGN_BITS))
    problem.take_all(
        r"\(?(?:在)?(?:减法)?(?:中|时)?(?:的)?(?:CF|C)\s*(?:在减法中)?(?:=\s*1)?(?:时|就|则)?(?:表示|意味着|代表|即|为|是|按|=)+(?:有|产生|发生)?借位(?:算|计|计算)?\)?|\(?功能(?:为|是|:)*\(?R\d\)?\s*[-+]\s*\(?R\d\)?\s*(?:→|->)\s*R\d\)?"
    )
    width = problem.take_one(
        (
            rf"(?:机器)?字长(?:均|都)?(?:为|是|=|:)*\s*(?P<value>{INTEGER})\s*位",
            rf"(?<![\d.A-Za-z第后前])(?:用|采用|以|均为|都是|是|为|在)?(?P<value>{INTEGER})\s*(?:位|bit)(?!小数|得)(?:二进制)?(?:的)?(?:整数)?(?:定点)?(?:带符号|有符号)?(?:整数)?(?:补码|寄存器|机器数|加法器|运算器|计算机|机器|机|字长|整数|ALU|数据|数|二进制)*",
        ),
        to_int,
    )
    if total is not None:
        width = to_int(total["n"])
    if lengths_said:
        width = lengths_said.pop() if width in (None, *lengths_said) and len(lengths_said) == 1 else stay_out("two lengths")
    operands: dict[str, tuple[str, str]] = {}

    both_codes = patterns.search(r"(?:均|都)(?:为|是|用)?\s*(?:\d+\s*位)?(?:二进制)?补码", problem.text) is not None

    def put(name: str, value: str, says: str) -> None:
        entry = (patterns.sub(r"[() ,]", "", value), "code" if both_codes or patterns.search("机器数|补|内容|寄存器|存放", says) else "")
        if operands.setdefault(name.lower(), entry) != entry:
            stay_out("two values for one name")

    register = "寄存器" if patterns.search(r"寄存器|(?<![A-Za-z])R\d", problem.text) else ""
    for match in problem.take_all(
        rf"\(?(?P<a>{_NAME})\)?(?P<s>{_SAYS}){_AND}\(?(?P<b>{_NAME})\)?(?P<t>{_SAYS}){_IS}(?P<v>{_VALUE}){_AND}(?P<w>{_VALUE})"
    ):
        put(match["a"], match["v"], match["s"] + match["t"])
        put(match["b"], match["w"], match["s"] + match["t"])
    for match in problem.take_all(rf"\(?(?P<a>{_NAME})\)?(?P<s>{_SAYS}){_IS}(?P<v>{_VALUE})(?!\s*[-+]\s*\(?[\dA-Za-z])"):
        put(match["a"], match["v"], match["s"])
    if len(operands) != 2:
        return None
    # What is asked, in order: results, numbers, and what is wanted of them.
    events: list[tuple[int, str, str]] = []
    destination = ""
    for match in problem.take_all(
        rf"(?<![A-Za-z])(?P<code>sub|add)\s+(?P<c>{_NAME})\s*,\s*(?P<d>{_NAME})(?:\s*,\s*(?P<e>{_NAME}))?(?:指令)?(?:\(?\(?{_NAME}\)?\s*(?:←|=|:=)\s*\(?{_NAME}\)?\s*[-+]\s*\(?{_NAME}\)?\)?)?"
    ):
        names = [match["d"], match["e"]] if match["e"] else [match["c"], match["d"]]
        if [name.lower() for name in names] != list(operands):
            return None
        destination = match["c"].lower()
        events.append((match.start(), "result", "+" if match["code"].lower() == "add" else "-"))
    for match in problem.take_asked(rf"(?:(?P<to>{_NAME})\s*(?:←|:=|=)\s*)?{_TARGET}(?:\s*(?:→|->)\s*(?P<into>{_NAME}))?"):
        names = [match["one"].lower(), match["two"].lower()]
        sign = "+" if match["sign"] in "+加" else "-"
        sign = {"+": "-", "-": "+"}[sign] if match["minus"] else sign
        if names != list(operands) and not (sign == "+" and names[::-1] == list(operands)):
            return None
        destination = (match["to"] or match["into"] or destination).lower()
        events.append((match.start(), "result", sign))
        if problem.text.startswith("的值", match.end()) and not problem.text.startswith("域", match.end() + 2):
            events.append((match.end(), "aspect", "value"))
        wanted = patterns.search(r"(?:求|计算|算|给出|写出)(?:出|一下)?[^,;。?!:\n\d]{0,6}$", problem.text[: match.start()])
        if patterns.search(r"补\s*$", match[0]) or (wanted and problem.text[match.end() : match.end() + 1] != "的"):
            events.append((match.start() + 1, "itself", sign))
    for pattern, sign in (
        (r"(?:二者|两者|两数|将?它们|将?两个?数)?(?:相加|求和|之和|做加法|加起来|的和(?=的|是|为|,|。|$))", "+"),
        (r"(?:两数|它们)?(?:相减|做减法|之差)", "-"),
    ):
        events += [(match.start(), "result", sign) for match in problem.take_asked(pattern)]
    problem.take_all(
        r"\(?(?:均|都|已)?(?:为|是)?(?:二进制|十进制)(?:的)?真值(?:表示)?\)|(?:均|都)(?:为|是|用)?(?:二进制|十进制)?(?:的)?真值"
    )
    if sent := problem.take(rf"(?:结果|和|差)?(?:送|存|放|写)(?:回|到|入|进)*(?:寄存器)?\s*(?P<to>{_NAME})(?:中|里)?"):
        destination = sent["to"].lower()
    for name, pattern in _FLAG.items():
        events += [(match.start(), "aspect", name) for match in problem.take_asked(pattern)]
    events += [(match.start(), "aspect", "unsigned") for match in as_unsigned]
    every = problem.take_asked(r"(?:各|所有|四个|4个)?(?:状态|条件)?标志(?:位)?(?:的值)?")
    if every and not any(what == "aspect" and name in _FLAG for _, what, name in events):
        events += [(every[0].start(), "aspect", name) for name in ("OF", "SF", "ZF", "CF")]
    explained = bool(problem.take_all(r"\(?(?:按|以|将)?(?:溢出后的?)?(?:机器数|补码)(?:来)?解释(?:的话)?\)?"))
    events += [(match.start(), "aspect", "value") for match in problem.take_asked(_WORTH)]
    events += [(match.start(), "aspect", "code") for match in problem.take_asked(_CODE)]
    for match in problem.take_asked(r"得(?:到)?(?:的)?(?:是)?(?:多少|几|什么|啥)|等于(?:多少|几)"):
        events += [(match.start(), "aspect", "code"), (match.start() + 1, "aspect", "value")]
    for match in problem.take_asked(rf"(?P<minus>-)?\(?(?P<name>{_NAME})\)?(?P<blank>\s*=\s*(?:多少|\(\s*\)))?"):
        if match["name"].lower() in operands:
            events.append((match.start(), "number", ("-" if match["minus"] else "") + match["name"].lower()))
            if match["blank"]:
                events.append((match.start() + 1, "aspect", "code"))
    problem.take_all(
        rf"(?<=\ue000)的值(?!域)|(?<![A-Za-z]){_NAME}(?![A-Za-z])|[=→]|(?:各|分别|又)?(?:是|为)(?:多少|几|啥|什么)|(?:均|都)?(?:为|是)?(?:二进制|十进制)(?:真值|数)?|(?:如何|怎样|怎么)(?:判断)?|(?:用|以|按|写成)*(?:十六进制|二进制|十进制|16进制)(?:数)?(?:表示|写出|形式)?|(?<![A-Za-z])H(?![A-Za-z])"
    )
    problem.settle()
    asks = patterns.search(r"求|试|计算(?!机)|写出|给出|则|执行|问|多少|几|是否|判断|做|算|分别为", problem.text)
    last = asks.start() if asks else len(problem.text.rstrip("。;?! "))
    begin = max([problem.text.rfind(mark, 0, last) for mark in ",;。?!:\n"]) + 1
    # "x-y 的机器数, ZF 是几": the list of what is asked begins before the word that asks.
    if found := patterns.search(
        rf"(?:{_NAME})\s*[-+]\s*(?:{_NAME})\s*的?(?:结果)?(?:的)?(?:机器数|补码|真值|值)\s*(?=[,、])", problem.text[:begin], re.IGNORECASE
    ):
        begin = found.start()
    events = [event for event in events if event[1] in ("result", "itself") or event[0] >= begin]
    asked = [
        [target, name]
        for target, name in _asked(sorted(events), destination)
        if target not in operands or (name == "code") == (_kind(*operands[target], problem.text, _decimal_beside(operands)) != "code")
    ]
    signs = {sign for _, what, sign in events if what == "result"}
    if not signs or not asked:
        return None
    binary = all(patterns.fullmatch(r"[-+]?[01]{4,}B?", value) for value, _ in operands.values())
    told: list[list[str]] = []
    beside = _decimal_beside(operands)
    for name, (value, mark) in operands.items():
        told.append([name, _kind(value, mark or ("code" if register else ""), problem.text, beside), value])
    lengths = {len(value.strip("+-B")) for value, _ in operands.values()}
    if width is None and binary and len(lengths) == 1:
        kinds = {kind for _, kind, _ in told}
        width = lengths.pop() + (0 if kinds == {"code"} else 2 if double else 1)
    if width is None and all(patterns.fullmatch(HEX, value, re.IGNORECASE) for value, _ in operands.values()):
        digits = {len(patterns.sub(r"^0x|[Hh]$", "", value)) for value, _ in operands.values()}
        width = 4 * digits.pop() if len(digits) == 1 and (register or patterns.search("补|机器数", problem.text)) else None
    if width is None or not 4 <= width <= 64:
        return None
    return Recognition(
        parameters={
            "task": "sums",
            "bits": width,
            "operands": told,
            "asked": asked,
            "double": double,
            **({"one sign told": True} if double and one_sign else {}),
            "explained": explained,
            **({"point": True} if point else {}),
            "called": called[1].lower()
            if (called := patterns.search(r"(?:结果|之?和|之?差)(?:记?为|是|存入|送入?)?\s*([A-Za-z])(?![A-Za-z0-9])", problem.text))
            else "",
            "base": "hex"
            if not binary
            or patterns.search("十六进制|16进制", problem.text)
            or any(patterns.fullmatch(HEX, value, re.IGNORECASE) for value, _ in operands.values())
            or patterns.search(r"=\s*(?:多少)?\s*H|(?:为|是)(?:多少)?\s*H(?![A-Za-z])", problem.text)
            else "bin",
        },
        understood=(
            ("字长", f"{width} 位"),
            *((name, value) for name, _, value in told),
            ("运算", "、".join("加" if sign == "+" else "减" for sign in sorted(signs))),
        ),
    )


def _decimal_beside(operands: dict[str, tuple[str, str]]) -> bool:
    """Whether one of the numbers can only be decimal: then the other is, too."""
    return any(patterns.fullmatch(r"[-+]?\d*[2-9]\d*", value) for value, _ in operands.values())


def _kind(value: str, mark: str, text: str, decimal_beside: bool) -> str:
    """What the digits of a number are: a code, a decimal value, or a binary one.

    Raises:
        StayOut: binary or decimal is not said.
    """
    if patterns.fullmatch(HEX, value, re.IGNORECASE):
        return "code"
    if patterns.fullmatch(r"[-+]?[01]{3,}B?", value):
        if decimal_beside and mark != "code" and value.lstrip("+-")[0] != "0" and len(value) < 6:
            return "decimal"
        if value[0] in "+-":
            told = patterns.search("二进制(?:真值|数)|(?:真值|均为|都是)[^,;。]{0,4}二进制", text)
            return "binary" if value[1] == "0" or len(value) > 6 or told or value.endswith("B") else stay_out(f"{value}: binary or decimal")
        if mark == "code":
            return "code"
        return "binary" if "二进制" in text and "真值" in text else stay_out(f"{value}: a code or a value")
    return "decimal"


def _asked(events: list[tuple[int, str, str]], destination: str) -> list[list[str]]:
    """(target, aspect) in order: an aspect belongs to the results or numbers that stand before it."""
    asked: list[list[str]] = []
    results: list[str] = []
    targets: list[str] = []
    fresh = False  # a name since the last aspect
    together = len({name for _, what, name in events if what == "result"}) > 1 and all(
        sum(1 for _, what, name in events if what == "aspect" and name == flag) < 2 for flag in _FLAG
    )
    for _, what, name in events:
        if what == "itself":
            if [name, "code"] not in asked:
                asked.append([name, "code"])
        elif what == "result":
            if name not in results:
                results.append(name)
            targets = [*targets, name] if fresh and targets and targets[0] in ("+", "-") else [name]
            fresh = True
        elif what == "number":
            if name == destination and results:
                targets = [results[-1]]
            else:
                targets = [*targets, name] if fresh and targets and targets[0] not in ("+", "-") else [name]
            fresh = True
        else:
            if name in _FLAG and together:
                targets = list(results)
            elif name in _FLAG and targets and targets[0] not in ("+", "-"):
                targets = results[-1:]
            for target in targets or ["result"]:
                if [target, name] not in asked:
                    asked.append([target, name])
            fresh = False
    every = results or []
    expanded: list[list[str]] = []
    for target, name in asked:
        for one in every if target == "result" else [target]:
            if [one, name] not in expanded:
                expanded.append([one, name])
    for result in every:
        if not any(target == result for target, _ in expanded):
            expanded.append([result, "code"])
    return expanded
