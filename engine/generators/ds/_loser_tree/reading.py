"""Reading problems about loser trees: the tree of given keys before and after keys are replaced, and figures of a k-way merge."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.ds._clauses import WEAK, every_part_asked, opened, refuse_open_questions
from engine.generators.ds._loser_tree.figures_reading import HARMLESS, figures
from engine.generators.ds._loser_tree.stages import stages
from engine.generators.ds._loser_tree.told_reading import NAMED_ARRAY, REST_OF_NODES, WINNERS_KEPT
from engine.generators.ds._settling import settle
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, SEQUENCE, Reading, stay_out, to_int

_SMALLER_WINS = r"[取以]?(?:关键字)?[最较]?小[的者][为是获](?:优胜者|胜者|冠军|优胜|胜)|(?:关键字|值)?较?(?:小的|小者|较小者|小)为?(?:胜|获胜|胜者|优胜)出?|[按以]?(?:升序|从小到大)的?(?:次序|顺序)?(?:进行)?(?:归并|排序|输出)?|选最小"
_RULE = (
    REST_OF_NODES,
    NAMED_ARRAY,
    r"\(?(?:其中)?(?:败者树)?(?:叶子?(?:结点)?)?\s*b?_?\s*i?\s*(?:结点)?的?(?:双亲|父亲?|父母)(?:结点)?的?(?:下标|编号)?\s*(?:为|是|=)?\s*(?:结点)?\s*(?:ls)?\s*[\[⌊(]*\s*i\s*\+\s*(?P<ways>\d+|k)\s*\)?\s*(?:/|÷|除以)\s*2(?:的商)?\s*[\]⌋)]*\(?(?:取整|向下取整|的整数部分|整除|除法取整)*\)?\)?",
    r"结点t的双亲是结点t除以2的商|\(?(?:除法)?(?:向下)?取整\)?",
    r"\(?(?:按|用|采用|就是)?(?:严蔚敏|教材|课本)的?(?:教材|书)?[上里]?(?:那种)?的?(?:方式|方法|写法|规则|约定|存储方式)?(?:建立|建|存储)?",
    r"(?:,|\()?(?:其中)?ls\[?0\]?(?:存放|放|记录?|保存|存|记下|是|为)的?(?:的是)?(?:冠军|优胜者|胜者|最终胜者|最小)的?(?:段号|归并段号|编号|归并段)?",
    r"(?:,|\()?ls\[?1\]?(?:\.\.|~|到|-)(?:ls)?\[?(?:\d+|k-1)\]?(?:存放|记录?|保存|存)各?次?的?(?:败者|失败者)的?(?:段号|归并段号|编号)?|\(?(?:ls)?中?[存记](?:的是)?段号\)?",
)
_FROM_ZERO = r"b\[?0|段\s*0|0\s*(?:号|~|～|-|到)|第\s*0"
"""What says that the runs are counted from 0."""
_NUMBERED = r"\(?(?:依次|分别)?(?:为|是|作为|对应)?第?\s*0\s*号?[路段]?\s*(?:~|-+|—+|到|至)\s*第?\s*\d+\s*号?[路段](?=[,)。])"
_NEIGHBOURS = r"相邻的?[两2]?(?:路|段|个叶子?(?:结点)?)?先?(?:两两)先?(?:比赛|比较|相比)|(?:叶子?(?:结点)?)?[按从]?相邻两两(?:比赛|比较)"


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """A problem about a loser tree; None where it is something else."""
    if (runs := _of_runs(text)) is not None:
        return runs
    counted = patterns.search(_FROM_ZERO, text) is not None
    if patterns.search("第几路", text) and not counted:
        return None  # whether the first of them is 0 or 1 is not said
    if len(set(patterns.findall(r"(?<![A-Za-z])[RFLSr]_?\[?(\d)", text))) > 2:
        text = patterns.sub(r"(?<![A-Za-z])[RFLSr]_?(?=\[?\d)", "b", text)
    if counted:
        text = patterns.sub(r"第\s*(\d)\s*号?(?:路|归并段|段)", r"段\1", text)
    text = patterns.sub(r"[在于]?(?:第几|哪一?|几号)个?路(?!归并|败者)", "哪个段", text)
    reading = opened(patterns.sub(r"(?<=\d)\s*(?:\.{2,}|…+)\s*(?=(?:ls|b)?\d)", "~", text))
    if "败者树" not in reading.text:
        return None
    reading.refuse(WINNERS_KEPT)
    reading.take_all(_NEIGHBOURS)
    reading.take_all(
        r"\(?(?:叶子?结点)?(?:按|按照|采用)?教材的?编号|\(?b\[?\d\]?的双亲[为是]\s*ls\s*\[?\(?\d\s*\+\s*\d\)?\s*/\s*2\s*\]?(?:\s*=\s*ls\[?\d\]?)?\)?"
    )
    if counted:
        reading.take_all(_NUMBERED)
    if reading.has(r"亚军|第二名|季军|胜者树|大的胜|大者胜|最大的?关键字|降序|∞|虚段|缓冲|区别|删除"):
        stay_out("another tree")
    stated = {match["ways"] for pattern in _RULE for match in reading.take_all(pattern) if match.groupdict().get("ways")} - {"k"}
    paired = reading.take_all(
        r"b?0[与和]b?1[为作]?一组[,、]?b?2[与和]b?3[为作]?一组先?(?:比赛|比较|比)?|b?0[与和]b?1同父(?:,|、|结点)*b?2[与和]b?3同父(?:结点)?"
    )
    reading.take_all(
        r"b\[?0\]?(?:\s*[、,]\s*b\[?\d\]?){2,}(?:这?[\d三四五六七八][个路条](?:归并)?段)?(?=各|当前|的|首|,|分别|依次|现|此时|关键字|记录)"
    )
    for pair in reading.take_all(
        r"b?(?P<one>\d)\s*[与和、]\s*b?(?P<other>\d)(?:在|位于)?[左右](?:侧|边|半边|子树)?先?(?:比较|比赛|比)?|b(?P<one2>\d)\s*[与和、]\s*b(?P<other2>\d)先?(?:为一组|一组|同父|比赛|比较|先比|比)"
    ):
        one, other = int(pair["one"] or pair["one2"]), int(pair["other"] or pair["other2"])
        if one % 2 or other != one + 1:
            stay_out("other pairs")
    reading.take_all(
        r"(?:胜者|优胜者)(?:\((?:较小者|小者)\))?(?:之间)?再(?:相互|两两)?(?:比较|比赛|比)|(?<=\ue000)\s*\((?:较小者|小者)\)再(?:比较|比赛|比)"
    )
    keyed = reading.has(r"(?<![A-Za-z])b?\[?\d\]?\s*[=:]\s*\d") or reading.has(SEQUENCE)
    if not keyed:
        return figures(reading)
    found = _tree(reading)
    ways = len(found.parameters["keys"]) if found is not None else 0
    if found is not None and ((stated and stated != {str(ways)}) or (paired and ways % 2)):
        stay_out("the parents' rule of another tree")
    return found


_RUN_KEYS = r"(?<![A-Za-z\d])(?:b|归并段|段)\s*\[?(?P<run>\d)\]?\s*[:=]?\s*\(?(?P<keys>\d+(?:\s*[,、]\s*\d+)+)\)?(?:\s*[,、]?\s*(?:…+|\.{2,}))?|(?<![A-Za-z\d])b(?P<run2>\d)\s*[:=]\s*(?P<keys2>\d+)\s*[,、]?\s*(?:…+|\.{2,})"


def _named_runs(match: re.Match[str]) -> str:
    """`3,8、1,9、5,6` as runs with their numbers."""
    return ";".join(f"b{number}:{keys.strip()}" for number, keys in enumerate(patterns.split("[、;]", match[0])))


def _of_runs(text: str) -> Recognition | None:
    """Runs told with several keys each: what is put out first, and from which run; None where they are not."""
    text = patterns.sub(r"(?<![A-Za-z])[RrSF]_?(?=\d\s*[:=])", "b", text)
    text = patterns.sub(r"(?<![\d,])\d+(?:,\s*\d+)+(?:\s*[、;]\s*\d+(?:,\s*\d+)+){2,}(?!\s*,?\d)", _named_runs, text)
    told = [(int(match["run"] or match["run2"]), match["keys"] or match["keys2"]) for match in patterns.finditer(_RUN_KEYS, text)]
    if len(told) < 3 or [run for run, _ in told] != list(range(len(told))) or all("," not in keys and "、" not in keys for _, keys in told):
        return None
    open_ended = bool(patterns.search(r"…|\.\.", text))
    reading = opened(patterns.sub(_RUN_KEYS, "", text))
    reading.take_all(_SMALLER_WINS)
    reading.refuse("大的胜|大者胜|降序|胜者树|从大到小")
    asked = [
        (match.start(), name, match.groupdict().get("count") or match.groupdict().get("count2"))
        for name, pattern in (
            (
                "sources",
                rf"前\s*(?P<count>{INTEGER})\s*个被?(?:输出|选出)的?(?:关键字|记录)?(?:各|分别|依次)*(?:来自|出自|属于)(?:哪一?个?(?:归并)?段|几号段)|(?:输出|选出)的?前\s*(?P<count2>{INTEGER})\s*个(?:关键字|记录)?(?:各|分别|依次)*(?:来自|出自)(?:哪一?个?(?:归并)?段|几号段)",
            ),
            (
                "outputs",
                rf"(?:依次)?(?:输出|选出)的?前\s*(?P<count>{INTEGER})\s*个(?:关键字|记录|元素|数)?(?:分别|依次)?[是为]?(?:什么|哪些|多少)?|前\s*(?P<count2>{INTEGER})\s*个被?(?:输出|选出)的?(?:关键字|记录|元素|数)?(?:分别|依次)?[是为]?(?:什么|哪些|多少)?",
            ),
            (
                "first",
                r"(?:输出|选出)了?(?:第一个|一个|冠军)(?:记录|关键字)?[并且后]*(?:重构|调整)?完?(?:之?后|,)+(?:新的)?(?:ls\[?0\]?|冠军(?:段号|的段号)?)(?:的值|中)?[是为]?(?:几|多少|哪个|谁)?",
            ),
        )
        for match in reading.take_all(pattern)
    ]
    count = reading.take_one((rf"(?P<value>{INTEGER})\s*路", rf"(?P<value>{INTEGER})\s*个?(?:有序)?(?:归并段|段)"), to_int)
    refuse_open_questions(reading)
    settle(reading, HARMLESS + " 分别 各段 依次为 归并时 里面 按 的 分别为 内容", WEAK)
    if not asked or count not in (None, len(told)):
        return None
    runs = [[int(key) for key in patterns.findall(r"\d+", keys)] for _, keys in told]
    keys = [key for run in runs for key in run]
    if len(set(keys)) != len(keys) or any(run != sorted(run) for run in runs):
        stay_out("runs that are not sorted")
    names = []
    for _, name, number in sorted(asked):
        names.append(name if name == "first" else f"{name}:{to_int(number) if number else stay_out('how many')}")
    return Recognition(
        parameters={"task": "runs", "runs": runs, "open": open_ended, "asked": names},
        understood=(("归并段", "；".join(listed(run) for run in runs)),),
    )


# --- trees of given keys -----------------------------------------------------------------------------------------------------------

_REPLACED = (
    r"[将把,]?(?:建好败者树)?(?:冠军|优胜者|胜者)?\s*(?:\(?关键字)?(?P<old>\d+)?\)?\s*被?(?:输出|取走|选出|送出)(?:冠军|关键字|记录)*(?:\s*(?P<old2>\d+)(?=[之以]?后|,))?(?:[之以]?后|,|。)*[从由在]?(?:它|其|该|冠军)?(?:所在的?|那)?(?:归并)?段?\s*b?(?P<run>\d)?\s*(?:段|归并段|号段)?(?:的|又|再|接着|中|里)*(?:(?:读入|补入|补进|进来|调入|输入|补上|换入|换成|进入)的?(?:下一个?|后继|新|一个)*|的?(?:下一个?|后继|新|一个)+)(?:记录|元素)?的?(?:关键字)?[是为:]?\s*(?P<new>\d+)(?:之?后|时)?",
    r"[从由在]?(?:它|其|该|冠军|胜者)?(?:所在的?|那)?(?:归并)?段?\s*b?(?P<run>\d)?\s*号?(?:段|归并段)?(?:的|又|再|接着|中|里)*(?:读入|补入|补进|进来|调入|输入|补上|补充|换入|换成)的?(?:下一个?|后继|新|一个)*(?:记录|元素)?的?(?:关键字)?[是为:]?\s*(?P<new>\d+)(?:之?后|时)?",
    r"(?:已知|设|若|且|,)*(?:(?:冠军|优胜者|胜者|它|其|该)(?:所在的?)?|第\s*(?P<ordinal>\d+|[一二三四五六七八九十])\s*个?|b|R|段)?\s*(?P<run>\d)?\s*号?(?:归并)?段?[中里]?的?(?:下一个?|后继|后一个?|紧接着的)的?(?:记录|元素)?的?(?:关键字)?[是为:]\s*(?P<new>\d+)(?:之?后|时)?",
)
_ASKED = (
    (
        "array",
        r"ls\[?0\]?\s*、\s*ls\[?1\]?(?:\s*[、和]\s*ls\[?\d\]?)+的?(?:内容|值)?|(?:写出|求|给出)?(?:此时|调整后|各|的|初始)*(?:ls\s*\[?0\]?\s*(?:~|-+|—+|到|至|\.\.)\s*(?:ls)?\s*\[?\d\]?)的?(?:内容|值)?(?:\(存?段号\))?(?:的值|各为|依次|分别|是|为|各是)*|ls(?:数组)?的?(?:各(?:元素|值|结点)|内容|值|数组)",
    ),
    (
        "losers",
        r"ls\[?1\]?\s*、\s*ls\[?2\]?(?:\s*[、和]\s*ls\[?\d\]?)+[中里]?(?:记录|存放|保存)?的?(?:败者)?的?(?:段号|归并段)?(?:各|分别|依次)*[是为]?(?:多少|什么|几)?|(?:写出|求|给出)?(?:此时|调整后|各|的|初始)*ls\s*\[?1\]?\s*(?:~|-+|—+|到|至|\.\.)\s*(?:ls)?\s*\[?\d\]?的?(?:内容|值)?(?:\(存?段号\))?(?:的值|各|依次|分别|变成|变为|应该?|为|是)*(?:多少|什么|几)?",
    ),
    (
        "root",
        r"(?:树?根(?!据)|最后的?一[场轮次](?:比赛|比较)?|决赛|最后一战)[^,。;?!]{0,16}?(?:失?败者|输家|输者|输的(?:一方|那个)?|落败[者方]?)的?(?:关键字|段号|归并段|段)?(?:是|为|来自)?(?:哪一?个|什么|多少|几)?(?:关键字|段号|归并段|段)?",
    ),
    ("root", r"(?:决赛|最后一场|最后一轮|根处)[里中上]?,?(?:输给|败给|输)了?(?:冠军|胜者)?的?(?:那个|那|归并)?(?:段|者|选手)?"),
    (
        "root",
        r"树?根(?:结点|处|上)?[处中里]?所?(?:记录|记|存放|存|保存|留下)?的?(?:失败者|败者|输家)的?(?:关键字|段号|归并段)?|根(?:结点)?[中处里]?(?:记录|记|存放|保存)的?是?(?:哪个|什么|谁)?",
    ),
    (
        "node",
        r"ls\s*\[?(?P<node>\d)\]?(?:结点)?(?:\(?树?根(?:结点)?处?的?(?:败者)?\)?)?(?:\((?:冠军|胜者)\))?[中处]?(?:记录|记|存|存放|保存)?的?[是为值]?(?:哪个|什么|多少|几)?(?:段号|段)?",
    ),
    (
        "adjusts",
        r"(?:重构|调整|重新调整|这次调整|重赛)(?:这棵|该|此)?(?:败者树)?(?:时|中|过程中|过程)?,?(?:又|还|共|一共|需要?|要|进行|经过|发生)*(?:比较|比)了?(?:几|多少)次|(?:重构|调整|重新调整|这次调整|重赛)(?:这棵|该|此)?(?:败者树)?(?:时|中|过程中|过程)?,?(?:又|还|共|一共|需要?|要|进行|经过|发生|做)*(?:几|多少)次(?:关键字)?的?(?:比较|比赛)",
    ),
    (
        "winner",
        r"(?:新的?)?(?<!输给)(?<!败给)(?<!决出)(?<!产生)(?<!选出)(?:冠军|优胜者|胜者|最终胜者)(?!之?后|再|\(较?小|被?(?:取走|输出|选出|送出|移走)(?:之?后|,))是?(?:来自|出自|所在)?于?的?(?:关键字|段号|归并段)?[是为]?(?:多少|谁|几|哪个)?|(?:随后|接着|然后)?第[一二三四1-4]个被?(?:输出|选出)的?(?:关键字|记录|元素|段)?|(?:首先|最先|先)被?(?:输出|选出)的?是?(?:关键字|记录)?|(?:下一个|接着|随后)被?(?:输出|选出)的?是?(?:关键字|记录)?",
    ),
)


def _tree(reading: Reading) -> Recognition | None:
    """Keys of the runs, what replaces the winner, and what is asked before and after that."""
    ways = reading.take_one(
        (rf"(?<![A-Za-z第\d])(?:k\s*=\s*)?(?P<value>{INTEGER})\s*路(?!的?(?:当前|首|关键字))", r"(?<![A-Za-z])k\s*=\s*(?P<value>\d+)"),
        to_int,
    )
    runs = reading.take_one(
        rf"(?<![下第\dA-Za-z])(?P<value>{INTEGER})\s*[个条]?(?:初始|有序|已排序|的){{0,2}}(?:归并段|段(?!号)|叶子?(?:结点)?|叶子|(?<=个)(?:记录|关键字))",
        to_int,
    )
    pairs = (
        reading.take_all(r"(?<![A-Za-z])b?\[?(?P<run>\d)\]?\s*[=:]\s*(?P<key>\d+)(?!\d)")
        if not reading.has(r"b?\d\s*(?:~|到|至|-)\s*b?\d\s*[=:]")
        else []
    )
    reading.take_all(
        r"\(?b\[?0\]?\s*(?:~|-+|—+|到|至)\s*b?\[?(?P<last>\d)\]?(?:各?(?:归并段)?的?)?=?\)?|\(?(?:归并)?段号?\s*[为是从]?\s*0\s*(?:~|-|到|至)\s*段?\s*\d\)?"
    )
    lists = [] if pairs else reading.take_all(SEQUENCE)
    replaced = [match for pattern in _REPLACED for match in reading.take_all(pattern)]
    replaced.sort(key=lambda match: match.start())
    reading.take_all(_SMALLER_WINS)
    places: list[tuple[int, str, str]] = []
    for name, pattern in _ASKED:
        for match in reading.take_all(pattern):
            node = match.groupdict().get("node")
            places.append((match.start(), f"node:{node}" if node is not None else name, match[0]))
    reading.take_all(_SMALLER_WINS)
    reading.refuse("(?:失?败者|输家|输者)(?!树|结点|\ue000)")
    refuse_open_questions(reading)
    settle(reading, HARMLESS, WEAK)
    keys: list[int] = [int(match["key"]) for match in pairs] or (
        [int(number) for number in patterns.findall(r"\d+", lists[0][0])] if len(lists) == 1 else []
    )
    if pairs and [int(match["run"]) for match in pairs] != list(range(len(pairs))):
        stay_out("runs in another order")
    if not 3 <= len(keys) <= 10 or len(set(keys)) != len(keys) or any(each not in (None, len(keys)) for each in (ways, runs)):
        return None
    return stages(keys, replaced, sorted(places), reading)
