"""Two sign bits: what a pair means, and which pair an overflow of two numbers of one sign shows."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import stay_out

TASK = "sign bits"
_TWO = r"(?:双符号位?|变形补码|模4补码|两位符号位|2位符号位|两个符号位)"
_PAIR = re.compile(
    rf"(?:在)?(?:补码)?(?:的)?(?:加减法|加减运算|加法|运算)?(?:运算)?(?:中)?[,]?(?:若|如果|当)?(?:采用|用|使用)?{_TWO}(?:法)?(?:的)?(?:补码)?(?:进行)?(?:运算)?(?:来)?(?:判断|判别)?(?:是否)?(?:溢出)?(?:时)?[,]?(?:若|如果|当)?(?:运算)?(?:结果)?(?:的)?(?:{_TWO}|符号位)?\s?(?:S1\s?S2|S[f0]\s?S[f1]?|Sf1\s?Sf2)?\s?(?:=|为|是)\s?(?P<bits>[01]{{2}})\s?(?:时|,则)?[,]?(?:则)?(?:(?:表示|说明|意味着|表明)(?:运算)?(?:结果)?|(?<=则))\s?(?:\(\s*\)|多少|什么)?[。?]?"
)
_OVERFLOW = re.compile(
    rf"(?:若|如果|当)?(?:采用|用|使用)?{_TWO}(?:时|表示)?[,]?(?:则)?两个?(?P<sign>正|负)数相加(?:时)?(?:产生|发生|出现)?(?:了)?溢出(?:的)?(?:特征|标志)?(?:时)?[,:]?(?:是|为)?[,]?(?:其|结果的?)?(?:双|两位)?符号位(?:为|是)?\s?(?:\(\s*\)|多少|什么)?[。?]?"
)
_MEANS = {"00": ("结果为正数，没有溢出", "正"), "11": ("结果为负数，没有溢出", "负"), "01": ("正溢出", "正"), "10": ("负溢出", "负")}


def recognise(text: str) -> Recognition | None:
    """A pair of sign bits whose meaning is asked, or an overflow whose pair is asked; nothing else in the text."""
    plain = patterns.sub(r"\s+", "", normalise(text))
    if found := _PAIR.fullmatch(plain):
        return Recognition(parameters={"task": TASK, "bits": found["bits"]}, understood=(("双符号位", found["bits"]), ("求", "表示什么")))
    if found := _OVERFLOW.fullmatch(plain):
        return Recognition(
            parameters={"task": TASK, "sign": found["sign"]}, understood=(("运算", f"两个{found['sign']}数相加溢出"), ("求", "双符号位"))
        )
    return None


def solve(parameters: Parameters) -> Solution:
    """Equal bits are the sign; 01 overflows upwards, 10 downwards."""
    steps = "双符号位相同时没有溢出，00 为正、11 为负；01 是正溢出（结果太大），10 是负溢出（结果太小），左边的一位是真正的符号。"
    if "sign" in parameters:
        bits = "01" if parameters["sign"] == "正" else "10"
        return Solution(answer=bits, steps=f"{steps}两个{parameters['sign']}数相加溢出时双符号位为 {bits}。")
    if parameters["bits"] not in _MEANS:
        stay_out("no pair")
    means, sign = _MEANS[parameters["bits"]]
    overflow = {"正": "上溢", "负": "下溢"}[sign]
    also = (
        (
            f"结果为{sign}数，无溢出",
            f"结果为{sign}，无溢出",
            f"结果为{sign}数，不溢出",
            f"{sign}数，无溢出",
            "无溢出",
            "没有溢出",
            f"运算结果正确，为{sign}数",
        )
        if "没有" in means
        else (
            f"结果{means}",
            f"{means}出",
            f"发生{means}",
            f"产生了{means}",
            f"产生了{means}（{overflow}）",
            f"产生{means}",
            f"运算结果{means}",
            f"结果为{means}",
            overflow,
        )
    )
    return Solution(answer=means, also=also, steps=steps)
