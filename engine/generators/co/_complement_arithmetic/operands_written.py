"""Sums of codes as books also write them: fractions of a power of two (`x = 11/16`), and the unit that adds, which changes nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import INTEGER, stay_out, to_int

_UNIT = re.compile(
    r"(?:在|由|用|送入|经|通过)(?:该|此|其|某|一个)?(?:(?P<width>\d+)\s*位)?(?:的)?(?:补码|定点|整数)?(?:加减法?|加/减法?|加法|加减运算|加/减运算)(?:运算)?(?:部件|器|电路|单元|线路)(?:中|里|内|上)?(?:,)?(?=执行|进行|完成|计算|做|实现|求)(?:执行|进行|完成|做|实现)?"
)
# `－ 7 的 8 位反码`: the sign set apart from its number, where nothing stands before it that it could be taken from.
_SIGN_APART = re.compile(
    r"(?:(?<=[是为数值求将把于和与及、,;:=(的题。\n])|^|(?<=[是为数值求将把于和与及、,;:=(的题。] )|(?<=[\u4e00-\u9fff] ))-\s+(?=\d)(?!\d+\s*[.、)]\s*\D)"
)
_BORROW = re.compile(
    r"\((?:其中|注:?)?(?:做|作|进行)?(?:减法)?(?:运算)?(?:时)?,?\s*CF\s*=\s*1\s*(?:时)?(?:表示|意味着|代表|即|为)(?:减法|相减)?(?:时)?(?:有|产生|发生)(?:了)?借位\)"
)
# `-76 按补码形式存放在 8 位寄存器中，寄存器的内容是`: its code.
_STORED = re.compile(
    r"(?:若)?(?:按|用|以|采用)(?:二进制)?(?P<kind>[补原反移])码(?:的)?(?:形式)?(?:表示)?(?:后)?,?(?:并)?(?:存放|存储|保存|存|放)(?:在|于|到|入)*(?:一个|某)?\s*"
    r"(?P<width>\d+)\s*位(?:的)?(?:通用)?(?:寄存器|存储单元|内存单元|单元)(?:[A-Z]\d?)?(?:中|里|内)?[,;。]?(?:则|那么|问|试问|请问)*"
    r"(?:该|此|这个)?(?:寄存器|存储单元|内存单元|单元)(?:[A-Z]\d?)?(?:中|里)?(?:的)?内容"
)
_SHARE = re.compile(r"(?<![\d.A-Za-z/])(?P<sign>[-+]?)\s*(?P<part>\d{1,3})\s*/\s*(?P<whole>2|4|8|16|32|64|128)(?![\d.A-Za-z/])")
_PLACES = re.compile(
    rf"(?:,|且|,?其中)?(?:小数|数值|尾数)(?:部分|位)?(?:都|均)?(?:取|为|是|用|占|有)?\s*(?P<places>{INTEGER})\s*位(?:二进制)?(?:小数)?(?![\d.])"
)


# "减法指令 sub R1, R2, R3 的功能为 (R1)-(R2)→R3，该指令执行后将生成标志……若……，则该减法指令执行后": what it does said once.
_INSTRUCTION = re.compile(
    r"(?:减法|加法)?(?:指令)?\s?(?P<code>sub|add)\s+(?P<one>R\d)\s?,\s?(?P<two>R\d)\s?(?:,\s?R\d)?\s?(?:指令)?的?\(?功能(?:为|是)\s?\(?(?P=one)\)?\s?[-+]\s?\(?(?P=two)\)?\s?→\s?\(?R\d\)?"
    r"\)?[,。;]\s?(?:该(?:减法|加法)?指令执行(?:后|时)(?:将|会)?(?:生成|产生|设置|影响)[^。;?\d]{0,40}标志[^。;?\d]{0,16}[。;])?",
    re.IGNORECASE,
)
_EXECUTED = re.compile(r"(?:执行该(?:减法|加法)?指令|该(?:减法|加法)?指令执行)(?:后|之后)")


# Questions of an overflow and of a flag as people put them, and as they are read.
_ASKED = (
    (
        re.compile(
            r"溢(?:出)?(?:没|不)(?:有)?溢出?(?!的)|(?:是)?(?:正溢出|负溢出|上溢|下溢)[、,或]?(?:还是)?(?:正溢出|负溢出|上溢|下溢)(?:[、,或]|还是)+(?:没有|不|未)(?:发生)?溢出"
        ),
        "是否溢出",
    ),
    (re.compile(r"(?<=求)(?:差|和)(?=和|、|及|与|以及)"), "结果的机器数"),
    (re.compile(r"(?<=[求出])(?:差|和)的(?:十六进制|16进制)(?=和|、|及|与|以及|,|。)"), "结果的机器数"),
    (re.compile(r"(?<=[A-Za-z][-+][A-Za-z])的(?:十六进制|16进制)(?=和|、|及|与|以及|,|。)"), "的机器数"),
    (
        re.compile(
            r"(?:分别)?(?:视作|视为|当作|看作|看成)(?P<kinds>(?:(?:无符号(?:整)?数|[原补反移]码)[、,和与及]*){2,4})(?:时)?(?:,)?(?:所)?(?:能|可)?表示的?数?的?(?:取值)?范围"
        ),
        r"用\g<kinds>表示的范围分别是多少",
    ),
    (re.compile(r"(?<=[原反补移]码)(?:和|与|及|以及)(?=(?:原码|反码|补码|移码|无符号(?:整)?数)时)"), "、"),
    (re.compile(r"分别代表(?=原码|补码|反码|移码)"), "分别表示"),
    (re.compile(r"等价的(?=十进制)|所表示的(?=十进制整数各)"), "对应的"),
    (re.compile(r"补码整数\s?(?=0x|[0-9A-F]+H)"), "补码"),
    (
        re.compile(
            r"(?<=扩展[为成到]\d\d\s位)应该?(?=[是为])|(?<=扩展[为成到]\s\d\d\s位)应该?(?=[是为])|(?<=扩展[为成到]\d\d位)应该?(?=[是为])"
        ),
        "",
    ),
    (re.compile(r"\(?符号位\s?1\s?位,数值位?\s?\d+\s?位,共\s?(?P<all>\d+)\s?位\)?"), r"(\g<all>位)"),
    (
        re.compile(r"(?:化|转换|转化)(?:成|为)二进制数?,(?:再|并|然后)?(?=写出|求出?)(?P<what>写出|求出?)(?:各自的?|其|它的)?"),
        r",\g<what>其",
    ),
    (re.compile(r"写出(?:运算|计算)结果(?=[,。;])"), "写出结果"),
    (re.compile(r"是\s?(?:1|一)\s?还是\s?(?:0|零)"), "是多少"),
    (re.compile(r"\(\s?(?:SUB|ADD)\s?,(?=CF)"), "("),
)


def _with_operation(text: str) -> str:
    """A subtraction or addition of registers that is described first, said where it is executed."""
    found = _INSTRUCTION.search(text)
    if found is None:
        return text
    rest = f"{text[: found.start()]}{text[found.end() :]}"
    sign = "-" if found["code"].lower() == "sub" else "+"
    return _EXECUTED.sub(f"执行{found['one']}{sign}{found['two']}后", rest) if len(_EXECUTED.findall(rest)) == 1 else text


def _with_binary_fractions(text: str) -> str:
    """`x = -13/16` as `x = -0.1101`, with the places that are told.

    Raises:
        StayOut: a number has more places than there are, or is no fraction.
    """
    found = list(_SHARE.finditer(text))
    if len(found) != 2 or "补" not in text or not patterns.search(r"[A-Za-z]\s*[-+]\s*[A-Za-z]", text):
        return text
    values = [Fraction(int(match["part"]), int(match["whole"])) for match in found]
    places = max(value.denominator for value in values).bit_length() - 1
    told = {to_int(match["places"]) for match in _PLACES.finditer(text)}
    if len(told) > 1 or any(number < places for number in told) or any(value >= 1 for value in values) or places < 2:
        stay_out("places of the fractions")
    places = told.pop() if told else max(int(match["whole"]) for match in found).bit_length() - 1
    text = _SHARE.sub(
        lambda match: f"{match['sign']}0.{int(Fraction(int(match['part']), int(match['whole'])) * 2**places):0{places}b}", text
    )
    return _PLACES.sub("", text)


def written_plainly(reader: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A reader of sums that is given binary fractions, and no unit that adds."""

    def read(text: str) -> Recognition | None:
        text = _with_operation(_SIGN_APART.sub("-", patterns.sub(r"[ \t]{2,}", " ", normalise(text))))
        for pattern, known in _ASKED:
            text = pattern.sub(known, text)
        text = _BORROW.sub("(CF=1表示有借位)", _UNIT.sub(lambda unit: f"字长{unit['width']}位,执行" if unit["width"] else "执行", text))
        # `short 型 x 的机器数 9B7EH y 的机器数 5C21H, 执行 z=x-y z 的机器数是`: marks left out.
        text = patterns.sub(r"(?<![A-Za-z])(?P<name>[a-z])\s?的?(?P<code>机器数|补码)\s?(?=[0-9A-F]{2,8}H)", r"\g<name>的\g<code>为", text)
        text = patterns.sub(r"(?<=[0-9A-F]H)\s(?=[a-z]的)|(?<=[a-z][-+][a-z])\s(?=[a-z]的)", ",", text)
        # `[X]补 + [Y]补 = ?`: of their sum.
        text = patterns.sub(
            r"(?<![A-Za-z\d+-])\[?([A-Za-z])\]?\s?补\s?([-+])\s?\[?([A-Za-z])\]?\s?补(?=\s?(?:=\s?(?:\?|多少|$)|\?|[,。;]|为|是|的值|并|$))",
            r"[\1\2\3]补",
            text,
        )
        text = _STORED.sub(r"的\g<width>位\g<kind>码", text)
        return reader(_with_binary_fractions(text))

    return read
