"""Which of the options' operations overflows, of codes that are told by name."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.co._complement_arithmetic.code.reading import BITS, HEX, Codes
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, to_int

_NAME = r"(?<![A-Za-z0-9])[A-Za-z]\d?(?![A-Za-z0-9])"
_DECIMAL = r"(?<![0-9A-Za-z.])[-+]?\d+(?![0-9A-Za-z.]|\s*(?:位|个|bit))"
_FRACTION = r"(?<![0-9A-Za-z.])[-+]?(?:0|1|00|01|10|11)\.[01]{2,}B?(?![0-9A-Za-z.])"
_VALUE = rf"\(?(?:{HEX}|(?<![0-9A-Za-z.])[01]{{1,4}}(?: [01]{{4}})+B?(?![0-9A-Za-z.])|{_FRACTION}|{_DECIMAL}|{BITS})\)?"
_SAYS = r"(?:变量|型|寄存器|中|的|真值|内容|机器数|补码|补|变补|值|初值|现|当前|数|十进制|表示|分别|依次|各|存放|存储|保存|存|放|有|着|了|内|里|无符号|带符号|有符号|整数|定点|\(\d+位\))*"


def _name(text: str) -> str:
    return text.strip("() ").lower()


def recognise(text: str) -> Recognition | None:
    """The width, the codes, and whether the operation that overflows or one that does not is looked for."""
    problem = Codes(text)
    problem.refuse(r"小数|变形|双符号|模4|\d\.\d|原码|反码|无符号|unsigned")
    width = problem.take_one(
        (rf"(?:机器)?字长(?:均|都)?(?:为|是|=|:)*(?P<value>{INTEGER})\s*位", rf"(?<![\d.A-Za-z])(?P<value>{INTEGER})\s*(?:位|bit)"), to_int
    )
    values: dict[str, list[str]] = {}
    for match in problem.take_all(rf"(?P<a>{_NAME})(?P<s>{_SAYS})\s*(?:=|为|是|:)\s*(?P<v>{_VALUE})"):
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
