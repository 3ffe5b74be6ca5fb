"""Lists of distances brought to one shape: ranges of networks written out, and several networks' figures beside their names."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.patterns import caseless

_NETWORK = r"(?<![A-Za-z0-9.])(?:(?:N|Net|网络?)\s?-?\d{1,2}|\d{1,3}(?:\.\d{1,3}){3}(?:\s*/\s*\d{1,2})?)(?![\d.])"
_JOINED = r"\s*(?:、|,|和|与|及|以及|;)\s*"
_FAR = r"(?:\d{1,3}|∞|不可达)"
_HOP = r"(?:(?-i:[A-Z])\d{0,2}(?![A-Za-z0-9])|直连|直接交付|-)"
_WAY = r"(?:距离|跳数|度量值?|代价|开销|延迟|时延)"
_EACH = r"(?:分别|依次|各|为|是|=|:|有|\s)*"
_NETWORKS = rf"(?P<names>{_NETWORK}(?:{_JOINED}{_NETWORK})+)"

# What the columns of the lists that follow are.
_COLUMNS = (
    r"\(?(?:这|其中|表中|上述|以下)?(?:的)?(?:[两二三23]列)(?:数据|内容)?(?:分别|依次|各)?(?:表示|代表|为|是|:)*\s*目的网络[、,和与\s]*(?:距离|跳数)(?:[、,和与\s]*下一跳(?:路由器)?)?\)?|"
    r"\(?(?:即|格式(?:为|是)|表示(?:为)?|按|形式(?:为|是))?(?:目的网络|网络)[、,/]\s*(?:距离|跳数)(?:[、,/]\s*下一跳(?:路由器)?)?(?:的(?:形式|格式|顺序))?\)?(?=\s*[:。]?\s*\n)|"
    r"\(?(?:请|并)?(?:详细)?(?:说明|写出|给出)(?:其中)?(?:每一?个?|各|详细|具体|必要)?(?:的)?(?:计算)?(?:步骤|过程|理由|依据)\)?(?=\s*(?:[。;)]|$))"
)
_RANGE = r"(?P<name>(?<![A-Za-z])(?:N|Net|网络)\s?)(?P<first>\d)\s*(?:~|—+|至|…+|\.{2,}|-)\s*(?:(?P=name))?(?P<last>\d)(?![\d.])"
# `到 N1、N2 的（距离，下一跳）分别为 (3，A)、(5，X)`.
_PAIRS = rf"{_NETWORKS}的?(?:\(?\s*{_WAY}\s*[,、和与及]\s*下一跳(?:路由器)?\s*\)?){_EACH}(?P<pairs>\(\s*{_FAR}\s*,\s*{_HOP}\s*\)(?:\s*[、,;和]?\s*\(\s*{_FAR}\s*,\s*{_HOP}\s*\))+)"
# `到 N1、N2 的距离分别为 3、5，下一跳分别为 A、X`.
_LISTS = (
    rf"{_NETWORKS}(?:这[两三四五六]个网络)?的?(?:最短|当前|已知)?{_WAY}{_EACH}(?P<fars>{_FAR}(?:{_JOINED}{_FAR})+)(?![\d.])"
    rf"(?:\s*[,、;]?\s*(?:且|并且|而|对应的?|相应的?|其)*下一跳(?:路由器)?(?:分别|依次|各|都|均|为|是|=|:|\s)*(?P<hops>{_HOP}(?:{_JOINED}{_HOP})*))?"
)


def one_shape(text: str) -> str:
    """The text with `N1～N4` written out and with each network's distance and next hop beside its name."""
    text = caseless(
        r"(?:按照?|根据|依据|用|利用|由|通过)?(?:贝尔曼-?福特|Bellman\s*[-—和]?\s*Ford)\s*(?:方程|公式|算法|等式)?(?:计算)?,?"
    ).sub("", text)
    text = caseless(_COLUMNS).sub("", text)
    text = caseless(_RANGE).sub(_written_out, text)
    text = caseless(_PAIRS).sub(_beside_pairs, text)
    return caseless(_LISTS).sub(_beside_lists, text)


def _written_out(found: re.Match[str]) -> str:
    first, last = int(found["first"]), int(found["last"])
    if first >= last:
        return found[0]
    return "、".join(f"{found['name']}{number}" for number in range(first, last + 1))


def _names(text: str) -> list[str]:
    return caseless(_NETWORK).findall(text)


def _beside_pairs(found: re.Match[str]) -> str:
    names, pairs = _names(found["names"]), caseless(rf"\(\s*({_FAR})\s*,\s*({_HOP})\s*\)").findall(found["pairs"])
    if len(names) != len(pairs):
        return found[0]
    return "、".join(_entry(name, far, hop) for name, (far, hop) in zip(names, pairs, strict=True))


def _beside_lists(found: re.Match[str]) -> str:
    names, fars = _names(found["names"]), caseless(_FAR).findall(found["fars"])
    hops = caseless(_HOP).findall(found["hops"] or "")
    if len(hops) == 1 and patterns.search("都|均", found[0][found[0].rfind("下一跳") :]):
        hops *= len(names)
    if len(names) != len(fars) or len(hops) not in (0, len(names)):
        return found[0]
    return "、".join(_entry(name, far, hops[number] if hops else "") for number, (name, far) in enumerate(zip(names, fars, strict=True)))


def _entry(name: str, far: str, hop: str) -> str:
    if not hop:
        return f"{name}为{far}"
    return f"{name}为{far},直连" if hop in ("直连", "直接交付", "-") else f"{name}为{far},下一跳{hop}"
