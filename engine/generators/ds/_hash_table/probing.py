"""How probing goes, told as a formula, in the words that the reading of hash tables knows."""

from __future__ import annotations

import re

_X = r"\(\s*[A-Za-z]{1,5}\s*\)"
_INDEX = r"[ijk]"
# `Hi = (H(key) ± i^2) mod 17`, `hk=(h0+k^2)%11`, `Hi=(H(key)+di) MOD m`
_FORMULA = re.compile(
    rf"(?:(?:第\s*{_INDEX}\s*次)?(?:冲突|探测)?[后时]?的?(?:探测|散列|哈希)?(?:地址|序列|函数|公式)[为是:]?\s*)?"
    rf"(?<![A-Za-z])h\w{{0,3}}\s*(?:{_X})?\s*=\s*\(\s*h\w{{0,3}}\s*(?:{_X})?\s*(?P<sign>±|\+/?-|\+)\s*"
    rf"(?:(?P<square>{_INDEX}\s*\^?\s*2|{_INDEX}\s*[*×]\s*{_INDEX})|(?P<step>d{_INDEX}?)|(?P<plain>{_INDEX}))\s*\)\s*(?:%|mod)\s*(?:(?P<modulus>\d+)|m|表长|HT\.?长?度?)"
    rf"(?:\s*[,;]?\s*\(?\s*{_INDEX}\s*=\s*[01]\s*,\s*[12][^;。)(]{{0,24}}\)?)?",
    re.IGNORECASE,
)
# `H0 is the first address, H1, H2, …, Hk those of the first, …, the k-th collision`
_NAMED = re.compile(
    rf"(?:其中)?,?H0\s*[为是](?:初始|原始)?的?(?:散列|哈希)?地址[,;]\s*(?:H\w\s*[、,]\s*){{1,4}}(?:(?:\.{{2,}}|…)\s*[、,]?\s*)?H{_INDEX}\s*(?:分别|依次|各)*[为是]?"
    rf"(?:第\s*\w\s*次(?:冲突|探测)?\s*[、,]?\s*|(?:\.{{2,}}|…)\s*[、,]?\s*){{2,7}}(?:冲突)?[时后]?所?(?:探测|散列)?到?的?(?:散列)?地址[。,;]",
    re.IGNORECASE,
)
_NOT_BOTH_SIGNS = re.compile(r"[,;]?\s*\(?注意?[:,]?\s*不是\s*±\s*[ijk]\s*\^?2\)?")
# Steps of a second function: `di = i((7k) mod 10 + 1)`.
_OWN_STEPS = re.compile(
    rf"(?<![A-Za-z])d{_INDEX}?\s*=\s*{_INDEX}\s*[*×·]?\s*\(\s*\(?\s*(?P<factor>\d*)\s*[*×·]?\s*(?P<x>k|key)\s*\)?\s*(?:%|mod)\s*(?P<value>\d+)\s*\+\s*(?P<first>\d+)\s*\)\s*(?:,?\s*\(\s*{_INDEX}\s*=\s*1[^()]{{0,20}}\))?",
    re.IGNORECASE,
)
_BOTH_SIGNS = "1^2,-1^2,2^2,-2^2,..."
_ONE_SIGN = "1^2,2^2,3^2,..."
_SQUARES_NAMED = re.compile("平方|二次")


def with_probing_told(text: str) -> str:
    """The text with a list of increments for every such formula."""
    text = _NAMED.sub("", _NOT_BOTH_SIGNS.sub("", text))
    text = _OWN_STEPS.sub(lambda found: f"采用双散列法,h2(k)={found['first']}+({found['factor'] or 1}*k)%{found['value']} ", text)
    named = _SQUARES_NAMED.search(text) is not None

    def told(found: re.Match[str]) -> str:
        length = f"(表长{found['modulus']})" if found["modulus"] else ""
        if found["step"] or (found["plain"] and found["sign"] == "+"):
            return length
        if found["plain"]:
            return found[0]
        return f"{'' if named else '二次探测法,'}增量{_ONE_SIGN if found['sign'] == '+' else _BOTH_SIGNS}{length}"

    return _FORMULA.sub(told, text)
