"""Reading problems about Huffman trees: weights, letters with frequencies or a text, and numbers of nodes."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from typing import Any

from engine.generators.ds._clauses import finish, opened
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_TREE = r"(?:哈夫曼|最优)"
_LEAF = r"(?:字符|字母|符号|信源符号|叶子?结点|叶子|权值?|结点|数|带权结点|关键字|权重|整数|元素)"
_NAMED_WEIGHT = r"(?<![A-Za-z0-9])(?P<name>[A-Za-z]\d?)\s*(?:[:=(]|为|是|出现|占)*\s*(?P<weight>\d+(?:\.\d+)?%?)(?![\d.%])\s*(?:次)?\)?"
_NUMBER = r"(?<![\d.])\d+(?:\.\d+)?%?"
_WEIGHTS = rf"{_NUMBER}(?:\s*(?:,|、|;|\s|和|以及)\s*{_NUMBER}){{2,}}"
_MOST_NAMES = 30
_OWN = """
权值 权 权重 叶子结点 叶结点 叶子 结点 集合 构造 构建 建立 生成 的树 树 编码 权值集合 整数 数据 作为 W w 一组 组 字符 电文 次数 出现 出现次数 频次 频度 频率 字母 采用 依次为 依次 带权 画出 该 建 造 一棵 棵 这棵 字符集 符号 报文 文本 通信 系统 传输 只 由 组成 哈夫曼 最优 位 bit 比特 二进制 二进制位 二叉树 二叉 某二叉树 外部 带权外部
不含码表 码表 压缩 编码后 后 的总 总 编完 整段电文 段 那个 频数 字符里面 里面 字符串 串 单词 最小 路径 长度 取 T 信源 消息 文件 信息 出来 并 设计 方案 个 每个 每个字符 若干 节省 比 形成 个位 和 都 通信系统 中 只用 使用 分别 前缀 前缀码 最佳 最短 的和 各 对应 全部 用 其 是多少位 里面 拿 做 去建 去 所有 合并 规则 每次 挑 两个 最小的 整棵 整棵树 各叶子 内 只由 仅由 仅 仅用 只有
"""


def recognise(text: str) -> Recognition | None:
    """Weights and what is asked of their tree, or a count of nodes; None where it is something else."""
    reading = opened(text)
    counted = _nodes(reading)
    if counted is not None:
        return counted
    reading.take_all(
        r"\(?(?:如果|若|当)?(?:结点|叶子|权值|个数)?(?:不够|不足|不满)(?:时|的话)?(?:就|则|可|用|以)*(?:补充|补上|补|添加|增加|加|附加)(?:入|上)?(?:若干)?(?:个)?"
        r"(?:权值?(?:为|是)?0的?|0权值?的?|空|虚)+(?:权)?(?:的)?(?:虚|空)?(?:叶子?)?(?:结点)?\)?"
    )
    reading.take_all(r"\(?(?:不(?:含|包括|计|算|考虑)(?:编)?码表(?:本身)?(?:的)?(?:大小|长度)?)\)?")
    ways = reading.take_one(
        (
            rf"(?P<value>{INTEGER})\s*(?:叉|元)(?=(?:的)?(?:哈夫曼|最优树|最优|编码|树))",
            rf"(?<![出入])度为(?P<value>{INTEGER})的(?=哈夫曼)",
        ),
        to_int,
    )
    plain = ways is not None
    fixed = reading.take_all(
        r"(?:比|相比|较|与|和|相对于)?(?:采用)?(?:(?:3|4|5|三|四|五)位)?(?:最短的?)?(?:等长|定长|固定长度)(?:的)?(?:二进制)?(?:编码|码)?(?:方案)?(?:相比|比较|来说)?(?:,|可以?|能|会|就|要)*(?:节省|节约|少|减少|缩短|省)(?:下)?(?:了)?(?:多少|几)?(?:位|比特|bit|个二进制位)?"
    )
    of = reading.take(
        r"(?:权值?|频数|频率|频次|次数|出现次数|概率)(?:为|是)?\s*(?P<weight>\d+(?:\.\d+)?%?)(?:的)?(?:那个|这个)?(?:叶子?结点|叶子|字符|结点|字母)?(?:的)?(?:哈夫曼)?(?:编码|码字|码)(?:的)?(?:长度?|位数|码长)(?:是|为)?(?:多少|几)?(?:位)?"
        r"|(?:字符|字母|符号)\s*(?P<name>[A-Za-z])(?![A-Za-z])(?:的)?(?:哈夫曼)?(?:编码|码字|码)(?:的)?(?:长度?|位数|码长)(?:是|为)?(?:多少|几)?(?:位)?"
    )
    reading.refuse(
        r"(?<!最优)(?:[三四五六七八九kmn\d]\s*(?:路|元))|(?<![长高深])度为|不(?!同)|最佳归并|外存|等长|定长|节省|左右|字典序|唯一|第|高度|深度|的编码(?:长度)?(?:是|为)|到根|归并|顺序(?!表)|带权中"
    )
    named = reading.take_all(r"哈夫曼(?:树|编码树|编码|算法)?(?:\s*\(\s*哈夫曼(?:树|编码)?\s*\))?|最优二?叉?树")
    least = reading.take_all(r"最小(?:的)?(?=带权|WPL|\(|权)|(?:WPL)?(?:最小|最短)(?:是|为)(?:多少)?")
    chances = bool(reading.take_all(r"(?:出现|使用|相对)?(?:的)?(?:概率|几率)")) or bool(
        re.search("频率", reading.text) and not re.search("次", reading.text)
    )
    asked = reading.take_words(
        (
            (
                r"(?:每个?(?:字符|字母|符号)的?)?(?:平均(?:编码|码|码字)(?:的)?(?:长度?|位数)|(?:编码|码字)(?:的)?(?:平均长度|平均码长)|平均(?:长度|位数|码长)|(?:每个?(?:字符|字母|符号))平均(?:要|需要?|用|占)?(?:多少|几)?(?:位|bit|比特)|平均(?:每个?(?:字符|字母|符号))?(?:要|需要?|用|占)?(?:多少|几)(?:位|bit|比特))(?:是|为)?(?:多少|几)?(?:位|bit|比特)?",
                "average",
            ),
            (
                r"(?:最[小优])?(?:的)?带权(?:\(?外部\)?)?路径(?:总)?长度?(?:\(?WPL\)?)?(?:之和)?|带权路径和|(?:最[小优])?(?<![A-Za-z])WPL(?![A-Za-z])(?:值)?",
                "wpl",
            ),
            (
                r"(?:电文|报文|文本|文件|信息|消息)?(?:的)?(?:编码)?(?:后)?(?:的)?(?:(?:最短)?总(?:的)?(?:编码)?(?:长度?|位数|比特数|码长|bit数?))(?:是|为)?(?:多少|几)?(?:个)?(?:位|bit|比特|二进制位)?"
                r"|(?:电文|报文|文本|文件|字符串|消息|编码后|编码)(?:的)?(?:编码)?(?:后)?(?:的)?(?:长度|长|位数)(?:是|为|有)?(?:多少|几)?(?:个)?(?:位|bit|比特|二进制位)?|(?:一共|总共|共|至少|最少|最短)+(?:要|需要?|用|占用?|有)?(?:多少|几)(?:个)?(?:位|bit|比特|二进制位)(?:二进制)?|(?:要|需要?|用|占用?)(?:多少|几)(?:个)?(?:位|bit|比特|二进制位)",
                "bits",
            ),
        )
    )
    reading.refuse("平均")
    per_hundred = bool(reading.take_all(r"\(?(?:单位)?(?:为|是|:)?%\)?(?!\d)")) if not reading.has(r"\d\s*%") else False
    if of is not None:
        asked = ["code-length"] if not asked else stay_out("a code and a sum")
    string = (
        reading.take(r"(?:字符串|串|文本|单词|电文|报文)(?:为|是|:)?\s*(?P<string>[A-Za-z]{4,40})(?![A-Za-z0-9])")
        if not reading.has(r"\d")
        else None
    )
    names = None if string else _stated_names(reading)
    letters = [match["name"] for match in re.finditer(_NAMED_WEIGHT, reading.rest)]
    numbers = [] if string else _named_weights(reading)
    lists = [] if string else reading.take_all(_WEIGHTS)
    if string:
        numbers = [str(count) for _, count in sorted(Counter(string["string"]).items())]
    elif bool(numbers) == bool(lists) or len(lists) > 1:
        stay_out("weights")
    if lists:
        numbers = re.findall(_NUMBER, lists[0][0])
    count = reading.take_one(
        (
            rf"(?:这|共|有)*(?<![\d.第])(?P<value>{INTEGER})个(?:不同的?)?{_LEAF}(?:组成|构成)?",
            rf"(?P<value>{INTEGER})种(?:不同的?)?{_LEAF}",
        ),
        to_int,
    )
    reading.take_all(r"\(\s*\)|叉(?:树)?")
    finish(reading, _OWN)
    # Any binary tree with such leaves is meant where the least weighted path length is asked.
    if not (named or (least and asked == ["wpl"]) or (plain and asked == ["wpl"])) or not asked or len(numbers) < 2:
        return None
    if any(stated is not None and stated != len(numbers) for stated in (count, names)):
        stay_out("another number of weights")
    if of is not None:
        return _code_length(numbers, of["weight"], of["name"], letters)
    return _weighed(numbers, asked, ways or 2, per_hundred, chances, bool(fixed), string["string"] if string else None)


def _weighed(
    numbers: list[str], asked: list[str], ways: int, per_hundred: bool, chances: bool, saved: bool, string: str | None
) -> Recognition | None:
    percents = {number.endswith("%") for number in numbers}
    if len(percents) > 1:
        stay_out("some in percent")
    exact = [Fraction(number.rstrip("%")) for number in numbers]
    scale = 10 ** max(len(number.rstrip("%").partition(".")[2]) for number in numbers)
    whole = [int(value * scale) for value in exact]
    shares = scale > 1 or percents == {True} or per_hundred
    if shares and sum(exact) != (100 if per_hundred or percents == {True} else 1):
        stay_out("shares do not sum up")
    if shares and ("bits" in asked or saved):
        stay_out("no total of shares")
    if chances and "bits" in asked:
        stay_out("frequencies are no counts")
    if not 2 <= len(numbers) <= _MOST_NAMES or min(whole) < 1 or not 2 <= ways <= 10 or len(numbers) < ways:
        return None
    if (ways > 2 and asked != ["wpl"]) or saved:
        stay_out("a code with other digits, or another code")
    parameters: dict[str, Any] = {"weights": whole, "asked": asked}
    parameters |= {"scale": scale} if scale > 1 else {}
    parameters |= {"ways": ways} if ways > 2 else {}
    understood = (("权值", listed([decimal(value, 6) for value in exact])), *((("叉数", str(ways)),) if ways > 2 else ()))
    if string is not None:
        understood = (("字符串", string), *understood)
    return Recognition(parameters=parameters, understood=understood)


def _code_length(numbers: list[str], weight: str | None, name: str | None, letters: list[str]) -> Recognition | None:
    if weight is not None:
        places = [place for place, number in enumerate(numbers) if number == weight]
    else:
        places = (
            [place for place, letter in enumerate(letters) if letter.upper() == str(name).upper()] if len(letters) == len(numbers) else []
        )
    if len(places) != 1:
        stay_out("which leaf")
    found = _weighed(numbers, ["code-length"], 2, False, False, False, None)
    if found is None:
        return None
    return Recognition(
        parameters={**found.parameters, "leaf": places[0]}, understood=(*found.understood, ("求", f"权 {numbers[places[0]]} 的编码长度"))
    )


def _named_weights(reading: Reading) -> list[str]:
    """The weights of a list `A:5, B:9, C:12`; none where there is no such list."""
    if len(re.findall(_NAMED_WEIGHT, reading.rest)) < 2:
        return []
    found = reading.take_all(_NAMED_WEIGHT)
    if len({match["name"] for match in found}) != len(found):
        stay_out("a name twice")
    return [match["weight"] for match in found]


def _stated_names(reading: Reading) -> int | None:
    """How many letters the text names: `a~f`, `A到H`, `a、b、c、d`, `abcdef`."""
    counts = [
        ord(match["last"]) - ord(match["first"]) + 1
        for match in reading.take_all(r"(?<![A-Za-z0-9])(?P<first>[A-Za-z])\s*(?:~|-+|—+|到|至)\s*(?P<last>[A-Za-z])(?![A-Za-z0-9])")
    ]
    counts += [
        len(re.findall("[A-Za-z]", match[0]))
        for match in reading.take_all(
            r"(?<![A-Za-z0-9])[A-Za-z](?:(?:\s*[,、]\s*| )[A-Za-z](?![A-Za-z0-9])){1,25}|(?<![A-Za-z0-9])(?:abc[d-z]*|ABC[D-Z]*)(?![A-Za-z0-9])"
        )
    ]
    if (len(counts) > 1 and len(set(counts)) > 1) or any(count < 2 for count in counts):
        stay_out("names")
    return counts[0] if counts else None


_GIVEN = (
    (
        "leaves",
        rf"(?:有|共有?|含有?|包含|是)*(?:n\s*=\s*)?(?<![\d.第])(?P<value>{INTEGER})\s*个(?:不同的?)?(?:叶子?结点|叶子|叶|字符|符号|权值|关键字)|叶子?(?:结点)?(?:个?数|个数|数目)?(?:为|是|有|=)(?P<value2>{INTEGER})个?",
    ),
    (
        "total",
        rf"(?:总共|一共|共|有|含|总计|包含)*(?<![\d.第])(?P<value>{INTEGER})\s*个(?:总)?结点|(?:结点总数|总结点数|结点数|结点个数|结点)(?:总共|一共|共|有|为|是|=)*(?P<value2>{INTEGER})个?",
    ),
    (
        "inner",
        rf"(?P<value>{INTEGER})\s*个(?:非叶(?:子)?结点|分支结点|度为(?:2|二)的结点|内部结点)|(?:非叶(?:子)?结点|分支结点|度为(?:2|二)的结点)(?:个?数)?(?:为|是|有|=)(?P<value2>{INTEGER})个?",
    ),
)
_WANTED = (
    (
        "inner",
        r"(?:非叶(?:子)?结点|分支结点|非终端结点|度为(?:2|二|m)的结点|内部结点)(?:的)?(?:总)?(?:个?数|个数|数目|数量)?(?:有|是|为)?(?:多少|几)?个?|(?:多少|几)个(?:非叶(?:子)?结点|分支结点|度为(?:2|二)的结点)",
    ),
    (
        "leaves",
        r"(?:叶子?结点|叶子|叶)(?:的)?(?:总)?(?:个?数|个数|数目|数量)?(?:有|是|为)?(?:多少|几)?个?|(?:多少|几)个(?:不同的?)?(?:叶子?结点|叶子|字符|码字|编码|符号)|(?:不同的?)?(?:字符|码字|编码|符号)(?:的)?(?:个数|总数|数目|有(?:多少|几)个)",
    ),
    (
        "total",
        r"(?:结点)(?:的)?(?:总数|总个数|个数|总)(?:有|是|为)?(?:多少|几)?个?|(?:总共|一共|共|总)(?:有)?(?:的)?(?:多少|几)个结点|(?:多少|几)个结点|总结点(?:数|个数)?(?:有|是|为)?(?:多少|几)?个?",
    ),
)


def _nodes(reading: Reading) -> Recognition | None:
    """One number of nodes from another; None where that is not what is asked.

    Raises:
        StayOut: something else is said.
    """
    if not re.search("哈夫曼", reading.text) or re.search(
        r"\d\s*[,、;]\s*\d|\d \d|WPL|带权|权值?(?:为|是|分别)|长度|频|概率|次", reading.text
    ):
        return None
    trial = opened(
        re.sub(r"(?:权值?|频率)?(?:均|都|各|互)?不(?:相)?(?:同|等)的?(?:权值)?(?=字符|叶|权值|结点|关键字|[,。])", "", reading.text)
    )
    ways = (
        trial.take_one(
            (rf"(?P<value>{INTEGER})\s*叉(?:的)?(?:树)?(?=哈夫曼|树|,|\()", rf"(?<![出入])度为(?P<value>{INTEGER})的(?=哈夫曼)"), to_int
        )
        or 2
    )
    trial.take_all(r"\(?(?:只(?:有|含))?度为\s*(?:0|零)\s*(?:和|与|、|或)\s*(?:度为)?(?:m|\d+|[二三四五])\s*(?:的结点)?(?:两种结点)?\)?")
    given = {}
    for name, pattern in sorted(_GIVEN, key=lambda each: each[0] != "inner"):
        found = trial.take_all(pattern)
        values = {to_int(match["value"] or match["value2"]) for match in found}
        if len(values) == 1:
            given[name] = values.pop()
        elif values:
            stay_out("two numbers")
    wanted = [name for name, pattern in _WANTED if trial.take_all(pattern)]
    if len(given) != 1 or len(wanted) != 1 or wanted[0] in given:
        return None
    trial.take_all(r"哈夫曼(?:树|编码树|编码|算法)?|二叉树|构造|进行|对|编码|(?:二)?叉(?:树)?")
    trial.refuse(r"不|度为|高度|深度|第|层|空指针|指针")
    finish(trial, "哈夫曼树 树 结点 叶子 共 构造 编码 总 数 个 字符 中 含 得到 能 权值 互不相同 码字 关键字 若 里面 里")
    name, value = next(iter(given.items()))
    if not 2 <= ways <= 100 or value < 1 or value > 10**9:
        return None
    spare = {"leaves": (value - 1) % (ways - 1), "total": (value - 1) % ways, "inner": 0}[name]
    if spare:
        stay_out("no such tree without a dummy")
    titles = {"leaves": "叶结点", "total": "结点总数", "inner": "非叶结点"}
    return Recognition(
        parameters={"task": "nodes", "ways": ways, "given": name, "value": value, "wanted": wanted[0]},
        understood=((titles[name], str(value)), *((("叉数", str(ways)),) if ways > 2 else ()), ("求", titles[wanted[0]])),
    )
