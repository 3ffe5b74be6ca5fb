"""Reading a loser tree that is told part by part: keys, what comes in after the winner, and questions known by their words."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.ds._clauses import WEAK, every_part_asked, opened
from engine.generators.ds._inquiring import Question, inquire
from engine.generators.ds._loser_tree.figures_reading import HARMLESS
from engine.generators.ds._loser_tree.stages import stages
from engine.generators.ds._settling import settle
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, SEQUENCE, Reading, stay_out, to_int

_OWN = """
几号段 几号 同一段 同一个段 第几段 第几路 第几 该叶结点 初始 时 首 首记录 首元素 首关键字 各 各段 当前 现在 现 叶 叶结点 叶子 结点 从 到 根 处 非叶 内部 存 记录 冠军 败者 段 段号 归并段 归并段号 号 内容 值 分别 建成 建好 建立 调整 重新 重新调整 再次 再次调整 重构 重赛 输出 取走 送来 补 补上来 该 该段 它 一个 最小 最小的 最小值 以后 之后 后 然后 一路 路 哪一路 一共 又问 又 问 这次 此次 送入 教材 方法 规则 按 采用 使用 用 严蔚敏 书 依次 关键字 记录的 各为 时候 做 进行 有序段 升序 内
"""
_QUESTIONS = (
    Question(name="array", key=r"ls0\s*(?:~|到|至|-+)\s*(?:ls)?\d+|ls(?:数组|的各|[中里]?的?内容|各)"),
    Question(name="losers", key=r"ls1\s*(?:~|到|至|-+)\s*(?:ls)?\d+"),
    Question(name="root", key=r"(?:ls1\s*\(?)?(?:树?根(?:结点)?[处上中里]?|决赛|最后一?[场次轮]?|最后与)[^,;。?到]{0,14}(?:败者|输|败)的?"),
    Question(name="node", key=r"ls\d(?!\d)"),
    Question(
        name="adjusts", key=r"(?:多少|几)[次场](?:关键字)?的?比[较赛]|比[较赛]?了?(?:关键字)?(?:多少|几)[次场]|比较次数|重赛(?:多少|几)场"
    ),
    Question(
        name="winner",
        key=r"(?:新的?)?(?:冠军|优胜者|胜者)|(?:下一个|接着|随后|首先|最先|第[一二三四1-4]个)被?(?:输出|选出)的?|(?:输出|选出)的?第[一二三四1-4]个",
    ),
)
_NEXT = re.compile(r"下一|后继|后一|补|读入|调入|输入|送来|送入|进来|换|接着|接上|新(?:记录|关键字|元素|值)|替")
REST_OF_NODES = r"(?:其余|其他|其它)的?各?个?(?:非叶子?|内部)?结点[中里则]?(?:记录|记|存放|存|保存)(?:着|的是)?各?[次场]?(?:比赛)?的?败者的?(?:所在)?的?(?:归并)?(?:段号|段)"
WINNERS_KEPT = (
    r"(?:其余|其他|其它|非叶|内部|各|ls\[?[1-9]\]?)[^,;。?\d]{0,8}(?:存放?|记录?|保存|放)[^,;。?\d]{0,4}(?<!优)(?<!最终)胜者|之和|总和"
)
"""What makes it a tree of winners, or asks for sums."""
NAMED_ARRAY = r"(?<=败者树)\s*\(?ls\[?0\]?\s*~\s*(?:ls)?\[?\d\]?\)?(?=选|来|,|进行|从|对|归并|完成)"
"""The tree's own name, `the loser tree ls[0..4]`, asks nothing."""
_STRUCTURE = (
    r"(?:叶子?(?:结点)?)?b(?:i|0\s*~\s*b?\d)?(?:结点)?的?(?:双亲|父亲?|父母)(?:结点)?的?(?:下标|编号)?(?:为|是|=)*(?:结点)?(?:ls)?\s*\(?\s*i\s*\+\s*(?P<ways>\d+)\s*\)?\s*(?:/|÷)\s*2\s*\)?(?:\(向?下取整\)|取整|向下取整)*",
    r"ls\(?0\)?[^,;。?\d]{0,6}(?:冠军|优胜者|胜者)[^,;。?\d]{0,8}(?=[,;。)])",
    REST_OF_NODES,
    NAMED_ARRAY,
    r"ls\(?1\)?\s*(?:~|到|至|-)\s*(?:ls)?\d[^,;。?\d]{0,14}败者[^,;。?(\d]{0,6}(?=[,;。()])",
    r"ls0\s*~\s*(?:ls)?\d(?:为|是|存放?)?(?:非叶|内部)结点|(?:非叶|内部)结点(?:为|是|记作|用)?ls0\s*~\s*(?:ls)?\d",
    r"叶子?结点b?0\s*~\s*b?\d(?:当前)?(?:分别|依次)*[为是]?",
    r"(?:[两2各]个?)?胜者(?:之间)?再(?:相互)?(?:比较|比赛|比)",
    r"\(\s*0\s*(?:~|到|至|-)\s*\d\s*号(?:段|路|归并段)?\)",
    r"\(?段号[为从]?\s*0\s*(?:~|到|至|-)\s*\d\)?",
)


@every_part_asked
def tree_told(text: str) -> Recognition | None:
    """The tree's keys, the keys that come in, and what is asked; None where it is something else.

    Raises:
        StayOut: something in the text is not understood.
    """
    if "败者树" not in text:
        return None
    text = patterns.sub(r"(?<=\d)\s*(?:\.{2,}|…+)\s*(?=(?:ls|b)?\d)", "~", text)
    if len(set(patterns.findall(r"(?:归并)?段\s*(\d)(?!\d)", text))) > 2:
        text = patterns.sub(r"(?:归并)?段\s*(\d)(?!\d)", r"b\1", text)
    reading = opened(text)
    reading.refuse(WINNERS_KEPT)
    reading.refuse(r"亚军|第二名|季军|胜者树|大的胜|大者胜|最大|降序|从大到小|∞|虚段|缓冲|区别")
    if patterns.search("第几[路段个]", reading.text) and not patterns.search(r"b0|段号[为从]?\s*0", reading.text):
        stay_out("whether the first run is 0 or 1")
    ways_told = {match["ways"] for pattern in _STRUCTURE for match in reading.take_all(pattern) if match.groupdict().get("ways")}
    for pair in reading.take_all(r"b(?P<one>\d)\s*[与和、]\s*b?(?P<other>\d)先?(?:为一组|一组|同父|比赛|比较|先比|比)"):
        if int(pair["one"]) % 2 or int(pair["other"]) != int(pair["one"]) + 1:
            stay_out("other pairs")
    reading.take_all(r"b0\s*(?:~|到|至|-)\s*b?\d的?(?:关键字)?(?:分别|依次)*(?:是|为|:|=)?")
    pairs = reading.take_all(r"(?<![A-Za-z])b(?P<run>\d)[段路]?的?(?:当前|首)*(?:关键字|记录)?\s*(?:=|:|为|是)\s*(?P<key>\d+)(?!\d)")
    lists = [] if pairs else reading.take_all(SEQUENCE)
    ways = reading.take_one(
        (
            rf"(?<![第哪下\d])(?!一路)(?P<value>{INTEGER})\s*路",
            rf"(?<![下第哪\d])(?!一)(?P<value>{INTEGER})\s*[个条](?:初始|有序|升序|的)*(?:归并段|段)",
        ),
        to_int,
    )
    keys = [int(match["key"]) for match in pairs] or (
        [int(key) for key in patterns.findall(r"\d+", lists[0][0])] if len(lists) == 1 else []
    )
    if pairs and [int(match["run"]) for match in pairs] != list(range(len(pairs))):
        stay_out("runs in another order")
    if not 3 <= len(keys) <= 10 or len(set(keys)) != len(keys) or ways not in (None, len(keys)):
        return None
    if ways_told - {str(len(keys))} or (patterns.search("同父|一组|相比", reading.text) and len(keys) not in (4, 8)):
        stay_out("the parents' rule of another tree")
    places = [
        (place, f"node:{reading.text[place + 2]}" if name == "node" else name, reading.text[place : place + 12])
        for place, name in inquire(reading, _QUESTIONS)
    ]
    reading.refuse(r"(?:失?败者|输家|输者)(?!树|结点|\ue000)")  # of which something is asked that no question knows
    replaced = _coming_in(reading, keys)
    settle(reading, f"{HARMLESS} {_OWN}", WEAK)
    if not places:
        return None
    return stages(keys, replaced, sorted(places), reading)


_NEW = re.compile(r"(?P<run>(?!))?(?P<new>\d+)")


def _coming_in(reading: Reading, keys: list[int]) -> list[re.Match[str]]:
    """The keys that come in after a winner, taken with the run they come from and the winner that is named.

    Raises:
        StayOut: another run than the winner's is named.
    """
    found: list[re.Match[str]] = []
    now = list(keys)
    start = 0
    for clause in patterns.finditer(r"[^,;。?!\n]+", reading.rest):
        start, end = clause.span()
        numbers = list(patterns.finditer(r"(?<![A-Za-z\d~])[段b]?(\d+)(?![\d~])", reading.rest[start:end]))
        if not numbers:
            continue
        least = min(range(len(now)), key=now.__getitem__)
        values = [
            number
            for number in numbers
            if not patterns.match("[段b]", number[0]) and not patterns.match(r"\s*[号段路]", reading.rest[start + number.end() : end])
        ]
        runs = [number for number in numbers if number not in values]
        if any(int(number[1]) != least for number in runs) or len(values) > 2:
            continue
        if len(values) == 2 or (len(values) == 1 and not _NEXT.search(clause[0])):
            if int(values[0][1]) != now[least] or not patterns.search("输出|取走|选出|送出", clause[0]):
                continue
            reading.take_spans([(start + values[0].start(), start + values[0].end())])
            values = values[1:]
        for number in runs:
            reading.take_spans([(start + number.start(), start + number.end())])
        if values and _NEXT.search(clause[0]):
            match = _NEW.search(reading.text, start + values[0].start(1))
            assert match is not None
            found.append(match)
            now[least] = int(values[0][1])
            reading.take_spans([(start + values[0].start(), start + values[0].end())])
            reading.take_spans(
                [mark.span() for mark in re.compile(r"下一个?|后继|补(?:上来?|入|进)?|读入|新").finditer(reading.rest, start, end)]
            )
    return found
