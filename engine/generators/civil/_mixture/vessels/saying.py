"""Phrases in words, and what a text calls that which is dissolved."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._mixture.vessels.phrases import Phrase
from engine.generators.civil._mixture.vessels.world import Vessel

_SOLUTE = r"[^\W\d，,;。?多少为是和与的占比从往把将加入有要再取出各量倒放蒸发配成用现一两种杯瓶桶罐到含克升斤吨千毫份这那此里中内时]"


def solutes(text: str) -> set[str]:
    """What is dissolved, by the names of what it is dissolved in: 盐 of 盐水, 酒精 of 酒精溶液."""
    found = set(patterns.findall(rf"({_SOLUTE}{{1,3}}?)(?:水(?!分)|溶液)", text))
    found |= set(patterns.findall(rf"含有?({_SOLUTE}{{1,2}}?)(?:[量率])?(?=\d|多少|为|是)", text)) - {"水"}
    found |= set(
        patterns.findall(
            rf"\d(?:千克|毫升|克|升|斤)的?({_SOLUTE}{{1,3}})(?:放|溶|加|倒|和|与|、|,|进|入|解|于|在)+\d*[.\d]*(?:千克|毫升|克|升|斤)?的?清?水",
            text,
        )
    )
    found |= {patterns.sub("^[食白]", "", each) for each in found}
    pure_only = set(patterns.findall(rf"纯({_SOLUTE}{{1,2}})", text))
    strong = set(patterns.findall(rf"%的({_SOLUTE}{{1,3}})(?!溶|水)(?=[\d,;。?和与、各倒加混稀])", text))
    return {each for each in found - strong - {"清", "纯", "净", "海", "混合", "药", "汽", "自来", "开"} if each not in pure_only}


def bare(phrase: Phrase) -> Phrase:
    """A phrase without the ratio that stands beside it."""
    phrase.ratio = ()
    return phrase


def percent(phrase: Phrase) -> str:
    assert phrase.strength is not None
    return f"{phrase.strength} 元" if phrase.price else f"{float(phrase.strength * 100):g}%"


def said(phrase: Phrase, vessel: Vessel | None = None) -> str:
    parts = [vessel.name if vessel else ""]
    if phrase.strength is not None:
        parts.append(("含水 " if phrase.wet else "") + percent(phrase))
    if phrase.water and not phrase.words:
        parts.append("水")
    elif phrase.words and not vessel:
        parts.append(phrase.text)
    if phrase.mass is not None:
        parts.append(phrase.mass.text)
    if phrase.inner is not None:
        parts.append(f"溶质 {phrase.inner.text}")
    return " ".join(each for each in parts if each)


def solvents(text: str) -> set[str]:
    """The other part of an alloy of two, of which the share of one is told."""
    found: set[str] = set()
    for one, other in patterns.findall(r"([\u4e00-\u9fff])[、和与]?([\u4e00-\u9fff])(?:金属)?合金", text):
        shares = [each for each in (one, other) if patterns.search(rf"含{each}|{each}的?含量", text)]
        if len(shares) == 1:
            rest = other if shares[0] == one else one
            found |= {rest, f"金属{rest}"}
    return found
