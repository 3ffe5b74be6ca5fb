"""Reading problems about Huffman trees: weights, letters with frequencies or a text, and what is asked of the tree and its code."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.ds._clauses import WEAK, every_part_asked, in_parts, opened, refuse_open_questions
from engine.generators.ds._huffman_tree.asked import ASKED, CODE, ENDING, LONG, OTHER_FIXED, TOLD_FIXED
from engine.generators.ds._huffman_tree.bounds import lettered, short, spare
from engine.generators.ds._huffman_tree.counts_reading import coded, nodes, of_n, paths, prefix_codes
from engine.generators.ds._huffman_tree.plain import BUILT, DESIGN, TREE, plain_wording
from engine.generators.ds._settling import settle
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, Reading, StayOut, stay_out, to_int

_LEAF = r"(?:字符|字母|符号|信源符号|叶子?结点|叶子|权值?|结点|数|带权结点|关键字|权重|整数|元素)"
_CHINESE_NAMES = "甲乙丙丁戊己庚辛壬癸"
_NAME = rf"(?:(?<![A-Za-z0-9])[A-Za-z](?![A-Za-z])|[{_CHINESE_NAMES}])"
_NAMED_WEIGHT = rf"(?<![A-Za-z0-9])(?P<name>[A-Za-z{_CHINESE_NAMES}](?:\d(?=\s*[:=(]))?)\s*(?:[:=(]|为|是|出现|占|-)*\s*(?P<weight>\d+(?:\.\d+)?%?)(?![\d.%])\s*次?\)?"
_NUMBER = r"(?<![\d.])\d+(?:\.\d+)?%?"
_WEIGHTS = rf"{_NUMBER}(?:\s*(?:,|、|;|\s|和|以及)\s*{_NUMBER}){{2,}}"
_MOST_NAMES = 30
_OWN = """
次 各 必要时 每个非叶恰3个孩子 每字符 比特 存储 码长 几位 使用频率 百分数 所有非叶结点权值之和 就等于 等于 最终答案 权值 权 权重 叶子结点 叶结点 叶子 结点 集合 构造 构建 建立 生成 的树 树 编码 权值集合 整数 数据 作为 W w 一组 组 字符 电文 次数 出现 出现次数 频次 频度 频率 字母 采用 依次为 依次 带权 画出 该 建 造 一棵 棵 这棵 字符集 符号 报文 文本 通信 系统 传输 只 由 组成 哈夫曼 最优 位 bit 比特 二进制 二进制位 二叉树 二叉 某二叉树 外部 带权外部
不含码表 码表 压缩 编码后 后 的总 总 编完 整段电文 整个电文 段 那个 频数 字符里面 里面 字符串 串 单词 最小 路径 长度 取 T 信源 消息 文件 信息 出来 并 设计 方案 个 每个 每个字符 若干 节省 比 形成 个位 和 都 通信系统 中 只用 使用 分别 前缀 前缀码 最佳 最短 的和 各 各字符 对应 全部 用 其 是多少位 里面 拿 做 去建 去 所有 合并 规则 每次 挑 两个 最小的 整棵 整棵树 各叶子 内 只由 仅由 仅 仅用 只有
约定 规定 时 则 若 得到 相应 可 表 权值表 字符权值表 这道 表示 长 传送 发送 一段 压缩后 最终
"""
_SUBTREE = r"(?:子树|孩子|边|枝|分支|支|儿子)?的?根?(?:结点)?的?(?:权值?)?"
_LESS_LEFT = rf"左{_SUBTREE}[要应总均都]*(?:(?:小于|不大于|<|≤|<=)(?:等于)?右{_SUBTREE}|较?小)(?:[,、]?右{_SUBTREE}较?大)?|权值?较?小的(?:结点|子树|一个)?[在放作为做]+左{_SUBTREE}"
_MORE_LEFT = rf"左{_SUBTREE}(?:(?:大于|不小于|>|≥|>=)(?:等于)?右{_SUBTREE}|较?大)(?:[,、]?右{_SUBTREE}较?小)?|权值?较?大的(?:结点|子树)?[在放作为做]+左{_SUBTREE}"
_ZERO_LEFT = rf"左{_SUBTREE}(?:上|标|记|取|用|编码?|为|是|赋)*0[,、]?(?:右{_SUBTREE}(?:上|标|记|取|用|编码?|为|是|赋)*1)"
_ONE_LEFT = rf"左{_SUBTREE}(?:上|标|记|取|用|编码?|为|是|赋)*1[,、]?(?:右{_SUBTREE}(?:上|标|记|取|用|编码?|为|是|赋)*0)"


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """Weights and what is asked of their tree, or a count of nodes; None where it is something else."""
    text = patterns.sub(
        r"(?<![\d:])\d+(?:\s*:\s*\d+){2,}(?![\d:])", lambda match: match[0].replace(":", ","), text
    )  # `in the ratio 5:9:12`
    text = patterns.sub(r"(?<![A-Za-z])n\s*个[^,，。;；\d]{2,16}2n\s*[-−]\s*1\s*个结点[,，。;；]", "", text)  # the rule told once more
    text = plain_wording(text)
    reading = opened(text)
    if "哈夫曼" not in text:  # the shortest code is Huffman's
        text = patterns.sub(
            r"(?:设计|构造)(?:一套|一种|一组)?(?:不等长|变长)?的?(?:二进制)?(?:前缀)?编码[,，]?使得?(?:上述|该|此|这段)*(?:正文|电文|报文|文本)?的?编码后?的?总?(?:长度)?最短",
            "用哈夫曼编码",
            text,
        )
        reading = opened(text)
    if (counted := of_n(reading)) is not None:
        return counted
    for first in (short, spare, lettered):
        try:
            if (seen := first(text)) is not None:
                return seen
        except StayOut:
            continue  # another reader may know what this one does not
    if (code := coded(text)) is not None:
        return code
    for other in (paths, nodes, prefix_codes):
        if (found := other(reading)) is not None:
            return found
    reading.take_all(
        r"\(?(?:如果|若|当)?(?:结点|叶子|权值|个数)?(?:不够|不足|不满)(?:时|的话)?[就则可用以]*(?:补充|补上|补|添加|增加|加|附加)[入上]?(?:若干)?个?"
        r"(?:权值?[为是]?0的?|0权值?的?|空|虚)+权?的?[虚空]?(?:叶子?)?(?:结点)?\)?"
    )
    reading.take_all(
        r"\(?每个非叶子?(?:结点)?[都均恰有好]*\d个孩子,?|(?:WPL)?就?等于所有非叶结点的?权值之和|列出?式子|第[一1]步\d+\+\d+=\d+,?(?:后面呢)?"
    )
    reading.take_all(r"\(?(?:不(?:含|包括|计|算|考虑)编?码表(?:本身)?的?(?:大小|长度)?)\)?")
    reading.take_all(
        r"\(?(?:结果)?[均都]?(?:四舍五入)?保留到?(?:小数点后)?[一二两三四1-4]位(?:小数)?\)?|最终(?:答案|结果)[是为]?多少|必要时补0权(?:叶子?)?|,?后面呢|列出?式子"
        r"|\(?每个非叶子?(?:结点)?[都均恰有好]*\d个孩子,?\)?|(?:WPL)?就?等于所有非叶结点的?权值之和|第[一1]步\d+\+\d+=\d+"
    )
    # `A text of 100 letters` says what the counts add up to, `three bits each in a code of equal lengths` what is compared with.
    text_of = rf"(?:总共|一共|共|含|有|由)*(?<![\d.第])(?P<value>{INTEGER})个(?:字符|字母)(?:的|长的|组成的|构成的)?(?:电文|报文|文本|文件|消息|文章|字符串|短文)"
    in_all = rf"(?:总共|一共|共|总计|合计)+(?P<value>{INTEGER})个(?:字符|字母)(?=[,。;])"
    letters = reading.take_one((text_of, in_all) if reading.has(r"种(?:不同的?)?(?:字符|字母)") else text_of, to_int)
    sides = read_sides(reading)
    ways = reading.take_one(
        (
            rf"(?:不是(?:普通的)?[二2]叉,?而是)?(?P<value>{INTEGER})\s*[叉元](?=的?(?:哈夫曼|最优树|最优|编码|树))",
            rf"(?<![出入])度为(?P<value>{INTEGER})的(?=哈夫曼)",
            r"(?P<value>[三四五六3-6])进制(?=的?(?:哈夫曼|编码|码)|\(\s*(?:\ue000|[三四五六3-6]叉))",
        ),
        to_int,
    )
    reading.take_all(r"(?<=\ue000)\(\s*\ue000*\s*\)")
    fits = reading.take_all(
        r"(?:(?:各|每个|对应)?的?(?:字符)?集?中?(?:各|每个)?(?:字符|字母)?的?哈夫曼编码|哈夫曼编码)(?:方案)?(?:集合)?可能的?[是为]?|(?<=下列)可能的?[是为]?(?=哈夫曼编码)"
    )
    designed = [] if fits else reading.take_all(DESIGN)
    made = reading.take_all(TREE)
    built = [] if fits or designed else reading.take_all(BUILT)
    places = [*((match.start(), "design") for match in designed[:1]), *_of_single_codes(reading)]
    reading.take_all(rf"[只仅]?可能会?(?:出现|使用|用到|有)(?=\s*{INTEGER}种)")
    reading.refuse(r"(?<!最优)(?:[三四五六七八九kmn\d]\s*[路元])|(?<![长高深频])度为[^2二]|最佳归并|外存|字典序|唯一|到根|归并|带权中|可能")
    chances = bool(reading.take_all(r"(?:出现|使用|相对)?的?(?:概率|几率)"))
    rates = patterns.search("频率", reading.text) is not None and not patterns.search("次", reading.text)
    least = reading.has(r"最小的?(?:带权|WPL|\(|权)|(?:WPL)?(?:最小|最短)[是为]")
    shortest = bool(reading.take_all(r"(?:当|若|使|要使|令)?(?:其|该树|树)?的?带权路径总?长度(?:\(?WPL\)?)?(?:达到|取得?)?最小值?时"))
    own_bits: list[int] = [to_int(match["bits"]) for match in reading.take_all(TOLD_FIXED)]
    own_bits += [to_int(match["bits"]) for match in reading.take_all(OTHER_FIXED)]
    for name, pattern in ASKED:
        for match in reading.take_all(pattern):
            groups = match.groupdict()
            if name in ("saving", "fixed", "fixed-each", "saving-each"):
                own_bits += [to_int(bits)] if (bits := groups["bits"] or groups["bits2"] or groups["bits3"]) else []
            if groups.get("percent") or (
                name == "saving" and patterns.search("保留|精确|百分", reading.text) and not patterns.search("位|bit|比特", match[0][-3:])
            ):
                name = "saving-percent"
            of = (
                f":{to_int(groups['step'])}"
                if groups.get("step")
                else f":{groups['than']} {to_int(groups['bits'])}"
                if groups.get("than")
                else f":{groups['leaf']}"
                if groups.get("leaf")
                else ""
            )
            places.append((match.start(), name + of))
    reading.take_all(
        r"(?:现|现在|若|如果|今)*[对将把]?[该此这段些份]*(?:电文|报文|文本|文件|信息|数据|字符)?[改采使][为成]?用哈夫曼(?:方法|算法)?(?:进行)?(?:编码|压缩)(?:之?后|的话)?"
    )
    named = patterns.search("哈夫曼|最优二?叉?树", reading.text) is not None
    reading.take_all(r"哈夫曼(?:树|编码树|编码|算法)?(?:\s*\(\s*哈夫曼(?:树|编码)?\s*\))?|最优二?叉?树")
    reading.take_all(r"最小的?(?=\ue000|\(|权)|(?:最小|最短)[是为](?:多少)?")
    reading.refuse("平均|等长|定长|第")
    per_hundred = bool(reading.take_all(r"\(?(?:单位)?[为是:]?%\)?(?!\d)")) if not reading.has(r"\d\s*%") else False
    string = (
        reading.take(r"(?:字符串|串|文本|单词|电文|报文|正文|文字|消息)[为是:]?\s*(?P<string>[A-Za-z]{4,40})(?![A-Za-z0-9])")
        if not reading.has(r"(?<![A-Za-z])\d")
        else None
    )
    names, numbers = read_weights(reading, string)
    same = reading.take_all(rf"这?{INTEGER}?个?都?(?:一样|相同|相等)的?(?:权值?)?")
    if same and len(set(numbers)) != 1:
        stay_out("not all the same")
    count = reading.take_one(
        (rf"[这共有]*(?<![\d.第])(?P<value>{INTEGER})个(?:不同的?)?{_LEAF}(?:组成|构成)?", rf"(?P<value>{INTEGER})种(?:不同的?)?{_LEAF}"),
        to_int,
    )
    reading.take_all(r"\(\s*\)|叉树?")
    reading.refuse("叶子?(?:结点)?(?:一共|总共|共)?有?(?:几|多少)个|(?:几|多少)个叶")
    refuse_open_questions(reading)
    settle(reading, _OWN, WEAK)
    singles = [each for each in places if each[1].startswith("code:")]
    if names and len(singles) == len(names) and len(sides) < 2:
        # The codes of all of them, whichever: `write the codes of a, b, c and d`.
        places = [(singles[0][0], "design"), *(each for each in places if each not in singles)]
    if designed and not in_parts(text) and len(places) > 1 and not patterns.search("试|请|并|写|给|求|及|和", designed[0][0]):
        places = [each for each in places if each[1] != "design"]  # a code is designed, of which something else is asked
    if (made or built) and not places and not fits:
        # What is made is asked for where nothing else is.
        if made and patterns.search(r"(?:给出|写出|求出?|列出|确定)[^,;。?]{0,20}编码(?!树|长|的?平均)", reading.text):
            stay_out("codes that are asked")
        places = [(made[0].start(), "tree") if made else (built[0].start(), "design")]
    elif made and in_parts(text) and not fits:
        places.append((made[0].start(), "tree"))  # a drawing that is one of the numbered tasks
    asked = [name for _, name in sorted(places)]
    asked = ["fits"] if fits and not asked else list(dict.fromkeys(asked)) if not fits else stay_out("options and more")
    # Any binary tree with such leaves is meant where the least weighted path length is asked; WPL of mere weights is a Huffman tree's.
    named = named or shortest or {"wpl", "average"} <= set(asked)  # both are asked of no other code
    plain = asked == ["wpl"] and (least or ways is not None or not patterns.search("二叉树|归并", reading.text))
    if not (named or plain or sides) or not asked or len(numbers) < 2:
        return None
    if count is not None and count != len(numbers) and {"bits", "saving", "saving-percent", "fixed"} & set(asked):
        # `A text of 100 letters, made of a to f`: the counts' sum.
        count = None if sum(Fraction(number.rstrip("%")) for number in numbers) == count else count
    if letters is not None and sum(Fraction(number.rstrip("%")) for number in numbers) != letters:
        stay_out("a text of another length")
    if any(stated is not None and stated != len(numbers) for stated in (count, len(names) if names else None)):
        stay_out("another number of weights")
    if string:
        names = sorted(set(string["string"]))
    return weighed(
        numbers, [_placed(each, names, numbers) for each in asked], ways or 2, per_hundred, chances, rates, names, sides, own_bits
    )


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
