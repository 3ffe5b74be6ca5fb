"""Reading problems about Huffman trees: weights, letters with frequencies or a text, and what is asked of the tree and its code."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.ds._clauses import every_part_asked, in_parts, opened
from engine.generators.ds._huffman_tree.counts_reading import small_problem
from engine.generators.ds._huffman_tree.lexicon import LEXICON, LOST, OWN
from engine.generators.ds._huffman_tree.plain import plain_wording
from engine.generators.ds._mentions import END, Mention, mentions, sorts
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_CHINESE_NAMES = "甲乙丙丁戊己庚辛壬癸"
_NAME = rf"(?:(?<![A-Za-z0-9])[A-Za-z](?![A-Za-z])|[{_CHINESE_NAMES}])"
_NAMED_WEIGHT = rf"(?<![A-Za-z0-9])(?P<name>[A-Za-z{_CHINESE_NAMES}](?:\d(?=\s*[:=(]))?)\s*(?:[:=(]|为|是|出现|占|-)*\s*(?P<weight>\d+(?:\.\d+)?%?)(?![\d.%])\s*次?\)?"
_NUMBER = r"(?<![\d.])\d+(?:\.\d+)?%?"
_WEIGHTS = rf"{_NUMBER}(?:\s*(?:,|、|;|\s|和|以及)\s*{_NUMBER}){{2,}}"
_MOST_NAMES = 30
_SUBTREE = r"(?:子树|孩子|边|枝|分支|支|儿子)?的?根?(?:结点)?的?(?:权值?)?"
_LESS_LEFT = rf"左{_SUBTREE}[要应总均都]*(?:(?:小于|不大于|<|≤|<=)(?:等于)?右{_SUBTREE}|较?小)(?:[,、]?右{_SUBTREE}较?大)?|权值?较?小的(?:结点|子树|一个)?[在放作为做]+左{_SUBTREE}"
_MORE_LEFT = rf"左{_SUBTREE}(?:(?:大于|不小于|>|≥|>=)(?:等于)?右{_SUBTREE}|较?大)(?:[,、]?右{_SUBTREE}较?小)?|权值?较?大的(?:结点|子树)?[在放作为做]+左{_SUBTREE}"
_ZERO_LEFT = rf"左{_SUBTREE}(?:上|标|记|取|用|编码?|为|是|赋)*0[,、]?(?:右{_SUBTREE}(?:上|标|记|取|用|编码?|为|是|赋)*1)"
_ONE_LEFT = rf"左{_SUBTREE}(?:上|标|记|取|用|编码?|为|是|赋)*1[,、]?(?:右{_SUBTREE}(?:上|标|记|取|用|编码?|为|是|赋)*0)"


CODE = r"的?(?:哈夫曼)?(?:编码|码字|码)"
LONG = r"(?:的?(?:长度?|位数|码长)[是为]?(?:多少|几)?位?|(?:是|有|用|需要?)?(?:多少|几)个?(?:位|bit|比特))"
ENDING = r"(?:分别|各|依次)*[是为]?(?:什么|多少|几)?位?"
_AS_NAMED = "wpl average lengths longest shortest codes design height total inner root merges dummies compare ratio storage fits"
_ASKED = {
    **{name: name for name in _AS_NAMED.split()},
    "inner_sum": "inner-sum",
    "inner_list": "inner-list",
    "longest_list": "longest-list",
    "root_children": "root-children",
}
"""What a mention asks for by itself."""


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """Weights and what is asked of their tree, or a count of nodes; None where it is something else."""
    text = patterns.sub(
        r"(?<![\d:])\d+(?:\s*:\s*\d+){2,}(?![\d:])", lambda match: match[0].replace(":", ","), text
    )  # `in the ratio 5:9:12`
    for small, large, left in (("小", "大", "小"), ("大", "小", "大")):
        text = patterns.sub(
            rf"{small}值?的?(?:在|作|为|做)?左(?:子树|边)?[,、]?{large}值?的?(?:在|作|为|做)?右(?:子树|边)?(?![01])",
            f"左子树{left}于右子树",
            text,
        )
    text = plain_wording(text)
    if (small_one := small_problem(text)) is not None:
        return small_one
    parted = in_parts(text)
    reading = opened(text)
    sides = read_sides(reading)
    singles = _of_single_codes(reading)
    string = (
        reading.take(r"(?:字符串|串|文本|单词|电文|报文|正文|文字|消息)(?:为|是|:)?\s*(?P<string>[A-Za-z]{4,40})(?![A-Za-z0-9])")
        if not reading.has(r"(?<![A-Za-z\d])\d+(?![\d位])")
        else None
    )
    of_text = reading.take_one(
        r"(?:(?:一篇|一份)?(?:文件|报文|电文)?含?(?P<value>\d{2,})个(?:字符|字母)的?(?:报文|电文|文件)?)(?=[,中])", to_int
    )
    names, numbers = read_weights(reading, string)
    if len(numbers) < 2 or (names and len(names) != len(numbers)) or "不是" in patterns.sub("不是(?:普通的)?二叉", "", text):
        return None
    found = mentions(reading.rest, LEXICON, OWN, LOST)
    said = sorts(found)
    if not (said & {"huffman", "tree", "design", "codes", "fits", "wpl", "shortest_code"} or "哈夫曼" in text):
        return None
    bits, asked = _asked(found, singles, parted, reading.text)
    if of_text is not None and sum(Fraction(number.rstrip("%")) for number in numbers) != of_text:
        stay_out("a text of another length")
    for mention in found:
        if mention.sort == "count" and to_int(patterns.findall(INTEGER, mention.text)[0]) not in (len(numbers), len(names) or len(numbers)):
            stay_out("another number of weights")
    if "same" in said and len(set(numbers)) != 1:
        stay_out("not all the same")
    ways = {
        to_int(patterns.findall(INTEGER, mention.text)[-1]) if "进制" not in mention.text else to_int(mention.text[0])
        for mention in found
        if mention.sort == "ways"
    }
    if len(ways) > 1 or (bits and not asked):
        stay_out("of how many ways")
    if names and len(singles) == len(names) and len(sides) < 2 and {name for _, name in singles} == {f"code:{name}" for name in names}:
        asked = ["design", *(name for name in asked if not name.startswith("code:"))]  # the codes of all of them, whichever
    if len(sides) < 2:
        asked = ["design" if name == "codes" else name for name in asked]
    if not asked or ("fits" in asked and len(asked) > 1):
        return None
    if asked == ["wpl"] and not (said & {"huffman", "tree", "made"} or ways or "最小" in text or not patterns.search("二叉树|归并", text)):
        return None
    if string:
        names = sorted(set(string["string"]))
    rates = "rates" in said and "often" not in said
    percent = "percent" in said or any(patterns.search("%|百分", mention.text) for mention in found if mention.sort == "rates")
    per_hundred = percent and not any("%" in number for number in numbers)
    return weighed(
        numbers,
        [_placed(each, names, numbers) for each in dict.fromkeys(asked)],
        ways.pop() if ways else 2,
        per_hundred,
        "chances" in said,
        rates,
        names,
        sides,
        bits,
    )


def _asked(found: Sequence[Mention], singles: Sequence[tuple[int, str]], parted: bool, text: str) -> tuple[list[int], list[str]]:
    """(the lengths of a code of equal lengths that are told, what is asked in order).

    Raises:
        StayOut: a code of equal lengths of which nothing is asked.
    """
    bits: list[int] = []
    asked: list[tuple[int, str]] = list(singles)
    designed: list[int] = []
    equal: int | None = None
    for clause in clauses_of_sentences(found):
        here = sorts(clause)
        for mention in clause:
            name = mention.sort
            if name == END:
                equal = None if mention.text in "。?\n" else equal
            elif name == "equal":
                bits += [to_int(figure) for figure in patterns.findall(rf"({INTEGER})\s*位", mention.text)]
                equal = mention.start
                if "another" in here:
                    asked.append((mention.start, "equal-lengths"))
                    equal = None
            elif name == "saving":
                whole = patterns.search("[几少]个?(?:位|bit|比特|二)", mention.text) is not None
                if whole and "平均" in mention.text and "每" not in mention.text:
                    stay_out("of the whole, or of each sign")
                share = patterns.search("百分|%|平均", mention.text) or patterns.search("保留|精确|百分", text)
                sort = "saving-each" if "每" in mention.text else "saving-percent" if share and not whole else "saving"
                asked.append((mention.start, sort))
                equal = None
            elif name == "ratio":
                asked.append((mention.start, "ratio"))
                equal = None
            elif name == "bits" or (name in ("length", "which") and equal is not None and ("bits" not in here)):
                if equal is not None and "saving" in here:
                    continue
                if equal is None:
                    asked.append((mention.start, "bits"))
                elif name != "which":
                    asked.append((mention.start, "fixed" if name == "bits" else "fixed-each"))
                    equal = None
            elif name in ("step", "step_pair"):
                asked.append((mention.start, f"{name.replace('_', '-')}:{to_int(patterns.findall(INTEGER, mention.text)[0])}"))
            elif name == "same_depth":
                asked.append((mention.start, f"same-depth:{patterns.findall('[A-Za-z]', mention.text)[0]}"))
            elif name == "of_length":
                than = patterns.search(
                    rf"(?:编码长度|码长|位数|长度)(?P<than>\D*?)\s*(?P<bits>{INTEGER})\s*(?:位|bit|比特)?的", mention.text
                )
                many = "many" if here & {"number", "which"} and patterns.search("个数|多少|几个", text[mention.start :]) else "which"
                asked.append(
                    (mention.start, f"{many}-of-length:{than['than']} {to_int(than['bits'])}" if than else stay_out("which length"))
                )
            elif name == "tree":
                asked += [(mention.start, "tree")] if parted else []
            elif name == "design" and not parted and not patterns.search("试|请", mention.text):
                designed.append(mention.start)  # a code is made, of which something else may be asked
            elif name in _ASKED:
                asked.append((mention.start, _ASKED[name]))
    names = [name for _, name in sorted(asked)] or ["design"] * bool(designed)
    if not names and any(mention.sort == "tree" for mention in found):
        names = ["tree"]
    if "longest-list" in names and any(mention.sort == "length" for mention in found):
        names.insert(names.index("longest-list") + 1, "longest")
    return bits, names


def clauses_of_sentences(found: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions clause by clause, each with the mark that ends it."""
    clauses: list[list[Mention]] = [[]]
    for mention in found:
        clauses[-1].append(mention)
        if mention.sort == END:
            clauses.append([])
    return clauses


def read_sides(reading: Reading) -> dict[str, bool]:
    """Where the lesser weight and where 0 goes, as far as the text says, taken.

    Raises:
        StayOut: it says both.
    """
    said = {}
    for name, yes, no in (("less_left", _LESS_LEFT, _MORE_LEFT), ("zero_left", _ZERO_LEFT, _ONE_LEFT)):
        found = [bool(reading.take_all(yes)), bool(reading.take_all(no))]
        if all(found):
            stay_out("both ways")
        if any(found):
            said[name] = found[0]
    return said


def _of_single_codes(reading: Reading) -> list[tuple[int, str]]:
    """(place, question) of what is asked of single leaves: `code:a`, `length:a`, `length=7` (of the leaf with weight 7)."""
    places = []
    for match in reading.take_all(
        rf"(?:权值?|频数|频率|频次|次数|出现次数|概率)[为是]?\s*(?P<weight>\d+(?:\.\d+)?%?)的?(?:那个|这个)?(?:叶子?结点|叶子|叶|字符|结点|字母)?(?:{CODE}{LONG}|到根(?:结点)?的?(?:路径|距离)(?:长度)?[是为]?(?:多少|几)?|(?:所在)?的?(?:路径)的?长度(?:\(从根到该?叶子?(?:结点)?的?(?:分支|边)(?:数|的条数)\))?[是为]?(?:多少|几)?)"
    ):
        places.append((match.start(), f"length={match['weight']}"))
    for match in reading.take_all(
        r"(?:权值?|频数|频率|频次|次数)[为是]?\s*(?P<weight>\d+(?:\.\d+)?%?)的?(?:那个|这个)?(?:叶子?结点|叶子|叶|字符|结点)?(?:在|位于|处于)(?:树的|树中)?第?(?:几|多少|哪一?)层"
    ):
        places.append((match.start(), f"level={match['weight']}"))
    for match in reading.take_all(
        rf"(?:权值?|频数|频率|频次|次数)[为是]?\s*(?P<weight>\d+(?:\.\d+)?%?)的?(?:那个|这个)?(?:叶子?结点|叶子|叶|字符|结点|字母)?{CODE}(?!长|位|的长){ENDING}"
    ):
        places.append((match.start(), f"code={match['weight']}"))
    for match in reading.take_all(
        rf"(?<![对给为将])(?<![A-Za-z{_CHINESE_NAMES}][,、])(?:字符|字母|符号)*\s*(?P<names>{_NAME}(?:\s*[、,和与及]\s*{_NAME}){{0,9}})(?:这?[几两三]个)?(?:字符|字母)?(?:各自?|分别|对应)?(?P<of>的)?(?:哈夫曼)?(?:编码|码字|码)(?P<long>{LONG})?{ENDING}"
    ):
        names = patterns.findall(rf"[A-Za-z{_CHINESE_NAMES}]", match["names"])
        if len(names) > 1 and not match["of"]:
            stay_out("letters that are coded, or whose code is asked")
        places += [(match.start() + number, f"{'length' if match['long'] else 'code'}:{name}") for number, name in enumerate(names)]
    return places


def read_weights(reading: Reading, string: re.Match[str] | None) -> tuple[list[str], list[str]]:
    """The leaves' names (none where they are not told) and their weights as written, taken.

    Raises:
        StayOut: there are none, or two lists.
    """
    if string is not None:
        counted = Counter(string["string"])
        stated = _stated_names(reading)
        if stated and sorted(stated) != sorted(counted):
            stay_out("other letters than the text's")
        return [], [str(count) for _, count in sorted(counted.items())]
    if subscripted := _subscripted_names(reading):
        lists = reading.take_all(_WEIGHTS)
        return subscripted, patterns.findall(_NUMBER, lists[0][0]) if len(lists) == 1 else stay_out("weights")
    if len(patterns.findall(_NAMED_WEIGHT, reading.rest)) >= 2:
        ranges = _stated_names(reading, ranges_only=True)
        found = reading.take_all(_NAMED_WEIGHT)
        names = [match["name"] for match in found]
        if len(set(names)) != len(names) or reading.has(_WEIGHTS) or (ranges and len(ranges) != len(names)):
            stay_out("a name twice, or two lists")
        _stated_names(reading)
        return names, [match["weight"] for match in found]
    names = _stated_names(reading)
    lists = reading.take_all(_WEIGHTS)
    if len(lists) != 1:
        stay_out("weights")
    return names, patterns.findall(_NUMBER, lists[0][0])


def _subscripted_names(reading: Reading) -> list[str]:
    """The names of a row `c1, c2, …, c8`, taken; none where there is no such row."""
    row = reading.take(r"\(?(?<![A-Za-z0-9])([A-Za-z])1(?:\s*[,、]\s*\1\d{1,2}){2,}\)?(?![0-9=:])")
    if row is None:
        return []
    names = patterns.findall(r"[A-Za-z]\d+", row[0])
    if [int(name[1:]) for name in names] != list(range(1, len(names) + 1)):
        stay_out("names")
    return names


def _stated_names(reading: Reading, ranges_only: bool = False) -> list[str]:
    """The letters the text names: `a~f`, `A到H`, `a、b、c、d`, `abcdef`, `甲乙丙丁`; taken."""
    lists = [
        [chr(code) for code in range(ord(match["first"]), ord(match["last"]) + 1)]
        for match in reading.take_all(r"(?<![A-Za-z0-9])(?P<first>[A-Za-z])\s*(?:~|-+|—+|到|至)\s*(?P<last>[A-Za-z])(?![A-Za-z0-9])")
    ]
    if not ranges_only:
        lists += [
            patterns.findall(rf"[A-Za-z{_CHINESE_NAMES}]", match[0])
            for match in reading.take_all(
                rf"(?<![A-Za-z0-9])[A-Za-z](?:(?:\s*(?:[,、]|和|与|及)\s*| )[A-Za-z](?![A-Za-z0-9])){{1,25}}|(?<![A-Za-z0-9])(?:abc[d-z]*|ABC[D-Z]*)(?![A-Za-z0-9])|[{_CHINESE_NAMES}](?:[、,]?[{_CHINESE_NAMES}])+"
            )
        ]
    if any(len(names) < 2 or len(set(names)) != len(names) or names != lists[0] for names in lists):
        stay_out("names")
    return lists[0] if lists else []


def _placed(asked: str, names: list[str], numbers: list[str]) -> str:
    """A question of one leaf with the leaf's place for its name or weight.

    Raises:
        StayOut: there is no such leaf, or not only one.
    """
    if "=" in asked:
        places = [place for place, number in enumerate(numbers) if number == asked.partition("=")[2]]
        return f"{asked.partition('=')[0]}:{places[0]}" if len(places) == 1 else stay_out("which leaf")
    name, _, of = asked.partition(":")
    if name not in ("code", "length", "same-depth"):
        return asked
    folded = [each.lower() for each in names]
    return f"{name}:{folded.index(of.lower())}" if folded.count(of.lower()) == 1 else stay_out("which leaf")


def weighed(
    numbers: list[str],
    asked: list[str],
    ways: int,
    per_hundred: bool,
    chances: bool,
    rates: bool,
    names: list[str],
    sides: dict[str, bool],
    own_bits: list[int],
) -> Recognition | None:
    """The problem of these weights.

    Raises:
        StayOut: shares that are none, or a total of which nothing is said.
    """
    if {"design", "codes"} <= set(asked):
        asked = [each for each in asked if each != ("design" if len(sides) == 2 else "codes")]  # the same, asked twice
    percents = {number.endswith("%") for number in numbers}
    if len(percents) > 1:
        stay_out("some in percent")
    exact = [Fraction(number.rstrip("%")) for number in numbers]
    scale = 10 ** max(len(number.rstrip("%").partition(".")[2]) for number in numbers)
    whole = [int(value * scale) for value in exact]
    shares = scale > 1 or percents == {True} or per_hundred
    if shares and sum(exact) != (100 if per_hundred or percents == {True} else 1):
        stay_out("shares do not sum up")
    totals = {"bits", "saving", "fixed"} & set(asked)  # a share of the total is the same of any text
    if shares and totals:
        stay_out("no total of shares")
    if totals and (chances or (rates and sum(exact) == 100 and totals != {"bits"})):
        stay_out("frequencies are no counts")
    if not 2 <= len(numbers) <= _MOST_NAMES or min(whole) < 1 or not 2 <= ways <= 10 or len(numbers) < ways:
        return None
    if ways > 2 and not set(asked) <= {"wpl", "dummies", "merges"}:
        stay_out("a code with other digits")
    parameters: dict[str, Any] = {"weights": whole, "asked": asked}
    parameters |= {"scale": scale} if scale > 1 else {}
    parameters |= {"relative": True} if "saving-percent" in asked and (shares or chances or (rates and sum(exact) == 100)) else {}
    parameters |= {"counted": True} if totals and rates and sum(exact) == 100 else {}
    parameters |= {"ways": ways} if ways > 2 else {}
    parameters |= {"names": names} if names else {}
    parameters |= {"sides": sides} if sides else {}
    if own_bits:
        if len(set(own_bits)) > 1 or 2 ** own_bits[0] < len(numbers):
            stay_out("a code of equal lengths that is too short")
        parameters["fixed"] = own_bits[0]
    told = [decimal(value, 6) for value in exact]
    labelled = [f"{name} {value}" for name, value in zip(names, told, strict=True)] if names else told
    understood = (("权值", listed(labelled)), *((("叉数", str(ways)),) if ways > 2 else ()))
    return Recognition(parameters=parameters, understood=understood)
