"""One parity bit: put before or behind a character's code, or found in it."""

from __future__ import annotations

import re
from typing import ClassVar

from engine.generators import patterns
from engine.generators.co._topic import Topic
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out

TASK = "parity bit"
_CODE = (
    r"(?P<bits>[01]{6,16})B?(?![0-9A-Za-z])|(?P<hex>[0-9A-F]{2})\s?H(?![0-9A-Za-z])|(?P<number>\d{1,3})(?:D(?![A-Za-z]))?(?![0-9A-Za-z.位])"
)


class Parity(Topic):
    """A code and its parity bit."""

    words: ClassVar[str] = (
        "已知 某 字符 字母 的 ASCII码 ASCII 码值 码 值 编码 用 十进制 二进制 十六进制 表示 为 若 如果 则 将 最高位 最低位 设置 设 作为 作 校验位 奇偶校验位 奇偶校验 采用 加上 增加 一位 在 后 之后 得到 结果 其 它 该 信息 数据 有效信息 信息位 代码 校验码 传送 传输 8位 7位 进行 所 求 应 添加 末尾 前面 最前面 后面 放在 位于 位"
    )
    refused: ClassVar[str] = r"海明|汉明|CRC|循环|码距|出错|是否正确|接收|收到|哪|下列|可能|错误|交叉|垂直|水平|矩阵|二维"


# Which of the options was sent with such a parity bit.
_WHICH = re.compile(
    r"(?:假定|假设|设|若)?(?:下列|以下)(?:各|的)?(?:字符码|代码|编码|数据|字符|信息|校验码|二进制数)(?:中)?(?:都|均)?(?:含?有|带有|加了)(?:一位)?奇偶校验位?[,、]?(?:但|且|并且|而且)?(?:都|均)?(?:没有|无|未发生|没)(?:发生)?(?:数据)?(?:错误|出错|差错)[,、]?(?:则|那么|其中)?(?:采用|使用|用|符合|属于)?(?:了)?(?P<what>[奇偶])校验(?:方式|编码)?(?:的)?(?:字符码|代码|编码|数据|字符|信息|校验码|二进制数)?(?:是|为|有)?\s?(?:\(\s*\)|多少|哪一?个)?[。?]?\s*$"
)


# `A is 41H, and F is stored`: the code of another letter.
_LETTER = re.compile(
    r"(?:大写|小写)?(?:英文)?字母\s?(?P<one>[A-Za-z])\s?的\s?ASCII\s?码(?:值)?\s?为\s?(?P<hex>[0-9A-F]{2})\s?H\s?[,。;]\s?(?:现|现在|今)?(?:将|有)?(?:英文)?字母\s?(?P<two>[A-Za-z])\s?(?:被)?(?:存)?放(?:在|于|到)?(?:某个?|一个)?(?:存储单元|内存单元|字节)?(?:中|里)?"
)


def _letters_code(match: re.Match[str]) -> str:
    code = int(match["hex"], 16)
    if code != ord(match["one"]) or match["one"].isupper() != match["two"].isupper():
        stay_out("another code than that of the letter")
    return f"字符的ASCII码为{ord(match['two']):07b}B"


def recognise(text: str) -> Recognition | None:
    """A code, odd or even parity, and the code with the bit or the bit itself asked."""
    text = patterns.sub(r"(?<=[奇偶])检验", "校验", text)
    if found := _WHICH.search(text):
        return (
            None
            if text[: found.start()].strip()
            else Recognition(parameters={"task": TASK, "which": found["what"]}, understood=(("求", f"{found['what']}校验的编码"),))
        )
    if len(set(patterns.findall(r"([奇偶])校验", text.replace("奇偶校验", "")))) != 1:
        return None
    odd = "奇校验" in text.replace("奇偶校验", "")
    text = patterns.sub(r"ASC[ⅠI]{1,2}|ASCⅡ", "ASCII", text)
    text = _LETTER.sub(_letters_code, text)
    problem = Parity(text)
    codes = problem.take_all(
        rf"(?:(?:ASCII码?|字符|编码|信息位?|数据位?|代码|有效信息|码值|码)(?:的)?(?:值|码)?)(?:的)?(?:用|以)?(?:十进制|二进制|十六进制)?(?:数)?(?:表示)?(?:值)?(?:为|是|:)\s?(?:{_CODE})"
    )
    places = problem.take_all(
        r"(?:将|把|设|以|若|如果|用)?(?:在)?(?:其)?(?:最|第8|字节)?(?P<where>最高位|最低位|高位|末尾|末位|最后|最前面|前面|后面)(?:一位)?(?:上)?(?:增加|添加|加上|加|设置|设|作|用|放|附加)*(?:为|成|是)?(?:一位|1位|一个|1个)?(?:[奇偶]校验(?:位)?|校验位)|(?:一位|1位)?(?:[奇偶]校验)(?:位)?(?:放在|位于|加在|在|为|设在|作为)(?P<where2>最高位|最低位|高位|末尾|最后|最前面|前面|后面)"
    )
    problem.take_all(r"(?:若|如果)?(?:采用|使用|用|按|进行)?(?:1位|一位)?[奇偶]校验(?!位(?:的值|为|是))(?:方式|方法|编码)?")
    bit = problem.take_asked(r"(?:则|其|该)?(?:奇偶|[奇偶])?校验位(?:的值|的取值)?(?:应)?(?:为|是)(?:多少|几|\(\s*\))?")
    whole = problem.take_asked(
        r"(?:则)?(?:该|此)?(?:存储单元|内存单元|字节)?(?:中|里)?存放的(?:二进制|十六进制)(?:数据|数|编码|代码)(?:是|为)\s*(?:多少|什么|\(\s*\)|$)?|(?:则)?(?:其|该字符|该|结果|得到|加上校验位后|校验码|整个)?(?:的)?(?:(?:二进制|十六进制)(?:形式|数)?(?:表示)?|编码|代码|校验码|8位代码|字节)(?:形式|结果)?(?:为|是)[:]?\s*(?:多少|什么|\(\s*\)|$)?"
    )
    problem.settle()
    if len(codes) != 1 or len(places) > 1 or (bool(bit) == bool(whole)) or (whole and not places):
        return None
    code = codes[0]
    decimal = code["number"]
    bits = code["bits"] or (f"{int(code['hex'], 16):07b}" if code["hex"] else f"{int(decimal):07b}")
    if (decimal or code["hex"]) and len(bits) > 7:
        return None
    where = (places[0]["where"] or places[0]["where2"]) if places else ""
    return Recognition(
        parameters={
            "task": TASK,
            "bits": bits,
            "odd": odd,
            "front": where in ("最高位", "高位", "最前面", "前面"),
            "whole": bool(whole),
            "hexadecimal": "十六进制" in whole[0][0] if whole else False,
        },
        understood=(("编码", bits), ("校验", "奇校验" if odd else "偶校验"), ("求", "加上校验位的编码" if whole else "校验位")),
    )


def solve(parameters: Parameters) -> Solution:
    """The bit that makes the number of ones odd or even, and the code with it."""
    if "which" in parameters:

        def fits(option: str) -> bool:
            plain = patterns.sub(r"[\s`]|B$", "", option)
            if not patterns.fullmatch("[01]{4,17}", plain):
                stay_out(option)
            return plain.count("1") % 2 == int(parameters["which"] == "奇")

        return Solution(answer="", steps=f"{parameters['which']}校验的编码中 1 的个数（连同校验位）是{parameters['which']}数。", fits=fits)
    bits = parameters["bits"]
    ones = bits.count("1")
    bit = str((ones + int(parameters["odd"])) % 2)
    what = "奇" if parameters["odd"] else "偶"
    steps = [f"编码 `{bits}` 中有 {ones} 个 1，{what}校验要使 1 的总数为{what}数，校验位为 {bit}。"]
    if not parameters["whole"]:
        return Solution(answer=bit, steps=paragraphs(*steps))
    code = bit + bits if parameters["front"] else bits + bit
    steps.append(f"加上校验位得 `{code}`。")
    hexed = f"{int(code, 2):02X}H" if len(code) == 8 else ""
    if parameters["hexadecimal"] and hexed:
        return Solution(answer=hexed, also=(code,), steps=paragraphs(*steps))
    return Solution(answer=code, also=(hexed,) if hexed else (), steps=paragraphs(*steps))
