"""Reading problems about loser trees: building one, the next winner, and how many comparisons merging takes."""

from __future__ import annotations

import re
from typing import Any

from engine.generators.ds._clauses import finish, opened
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, SEQUENCE, Reading, stay_out, to_int

_RULE = (
    r"\(?(?:其中)?(?:叶(?:子)?(?:结点)?)?\s*b?_?\s*i?\s*(?:结点)?(?:的)?(?:双亲|父亲?|父母)(?:结点)?(?:为|是)\s*(?:结点)?\s*(?:ls)?\s*\[?\s*\(\s*i\s*\+\s*(?P<ways>\d+|k)\s*\)\s*(?:/|÷|除以)\s*2(?:的商)?\s*\]?(?:取整|向下取整|的整数部分|整除)*\)?",
    r"结点t的双亲是结点t除以2的商",
    r"\(?(?:按|用|采用|就是)?(?:严蔚敏|教材|课本)(?:的)?(?:教材|书)?(?:上|里)?(?:那种)?(?:的)?(?:方式|方法|写法|规则|约定|存储方式)?(?:建立|建|存储)?",
    r"(?:,|\()?(?:其中)?ls\[?0\]?(?:存放|记录?|保存|存|记下|是|为)(?:的)?(?:的是)?(?:冠军|优胜者|胜者|最终胜者|最小)(?:的)?(?:段号|归并段号|编号|归并段)?",
    r"(?:,|\()?ls\[?1\]?(?:\.\.|~|到|-)(?:ls)?\[?(?:\d+|k-1)\]?(?:存放|记录?|保存|存)(?:各)?(?:次)?(?:的)?(?:败者|失败者)(?:的)?(?:段号|归并段号|编号)?",
    r"关键字(?:较)?小的(?:为)?(?:胜|获胜|胜者|优胜)(?:出)?|(?:小者|较小者)(?:为)?胜",
)
_OWN = """
值 最小值 数组是多少 画出
首 首关键字 队头 各段队头 五个段当前记录 当前记录 冠军下面 下面的 根结点 段号是几 关键字几 哪个段 选最小 最多 比 每选出 段号 那段 重构之后 这一趟 这一趟比较次数 算 叶子 建好败者树 败者树里 父结点 那种 书上
败者树 败者 树 归并 归并段 多路 多路归并 平衡归并 平衡 路 建立 建 构造 建成 建好 好 选 选出 选择 最小 最小的 最小关键字 关键字最小 关键字 记录 段 段号 各归并段 各段 首记录 当前首记录 当前 叶结点 叶子 叶子结点 叶结点的 外部排序 外排序 初始归并段 初始 一趟 做 写出 依次 从左到右 次 冠军 优胜者 胜者 根 根结点 根处 树根 处 树根处 的败者 失败者 结点 记录的 记录了 记录的是 记录的是哪个段号 哪个段 哪个段号 中 第一个 输出 被输出 后 段读入 读入 下一个 下一个记录 调整 调整败者树 调整后 重新 新 新的 然后 该段 该归并段 重构 需要 比较 关键字比较 比较次数 总比较次数 总的 从 个 时 每 每次 个记录 内部归并 总 得到一个记录 每得到一个记录 计 按 取整 一次 是哪个 段为 号 所在 哪一段 哪段 接 编号 使用 利用 写 数组 ls 对应 假设 放 内存 里 排好
"""


def recognise(text: str) -> Recognition | None:
    """A problem about a loser tree; None where it is something else."""
    reading = opened(re.sub(r"(?<=\d)\s*(?:\.{2,}|…+)\s*(?=(?:ls|b)?\d)", "~", text))
    if "败者树" not in reading.text:
        return None
    for pattern in _RULE:
        for match in reading.take_all(pattern):
            if match.groupdict().get("ways") not in (None, "k") and not re.search(
                rf"{match['ways']}\s*(?:路|个)|五|四|六|七|八", reading.text
            ):
                stay_out("the parents' rule of another tree")
    counted = _comparisons(reading)
    if counted is not None:
        return counted
    reading.refuse(r"胜者树|大的胜|最大(?:的)?关键字|高度|删除|几层|∞|虚段|缓冲|区别|不")
    ways = reading.take_one(rf"(?:k\s*=\s*)?(?P<value>{INTEGER})\s*路", to_int)
    runs = reading.take_one(rf"(?<![下第\d])(?P<value>{INTEGER})\s*个(?:有序)?(?:归并段|段|叶(?:子)?(?:结点)?|叶子|记录|关键字)", to_int)
    pairs = reading.take_all(r"(?<![A-Za-z])b?\[?(?P<run>\d)\]?\s*[=:]\s*(?P<key>\d+)(?!\d)")
    reading.take_all(
        r"b\[?0\]?\s*(?:~|-+|—+|到|至)\s*b\[?(?P<last>\d)\]?(?:各?(?:归并段)?(?:的)?)?|\(?(?:归并)?段(?:号)?\s*(?:为|是|从)?\s*0\s*(?:~|-|到|至)\s*段?\s*\d\)?"
    )
    lists = [] if pairs else reading.take_all(SEQUENCE)
    replaced = reading.take(
        r"(?:将|把|,)?(?:建好败者树)?(?:冠军|优胜者|胜者)?\s*(?:\(?关键字)?(?P<old>\d+)?\)?\s*(?:被)?(?:输出|取走|选出|送出)(?:冠军)?(?:之?后|,|。)*(?:从|由|在)?(?:它|其|该|冠军)?(?:所在的?|那)?(?:归并)?(?:段)?\s*b?(?P<run>\d)?\s*(?:段|归并段|号段)?(?:的|又|再|接着|中|里)*(?:读入|补入|进来|调入|输入|补上)?(?:的)?(?:下一个?|后继|新|一个)*(?:记录|元素)?(?:的)?(?:关键字)?(?:是|为|:)?\s*(?P<new>\d+)"
    )
    array = reading.take(
        r"(?:写出|求|给出)?(?:此时|调整后|各|的)*(?:ls\s*\[?0\]?\s*(?:~|-+|—+|到|至|\.\.)\s*(?:ls)?\s*\[?\d\]?)(?:的值|各为|依次|分别|是|为|各是)*|ls(?:数组)?(?:的)?(?:各(?:元素|值|结点)|内容|值|数组)"
    )
    nodes = [
        int(match["node"])
        for match in reading.take_all(
            r"ls\s*\[?(?P<node>\d)\]?(?:结点)?(?:\(?(?:树)?根(?:结点)?处?(?:的)?(?:败者)?\)?)?(?:中|处)?(?:记录|记|存|存放|保存)?(?:的)?(?:是|为|值)?(?:哪个|什么|多少)?(?:段号|段)?"
        )
    ]
    root = reading.take_all(
        r"(?:树)?根(?:结点|处|上)?(?:处|中|里)?(?:所)?(?:记录|记|存放|存|保存|留下)?(?:的)?(?:失败者|败者|输家)(?:的)?(?:关键字|段号|归并段)?|根(?:结点)?(?:中|处|里)?(?:记录|记|存放|保存)(?:的)?(?:是)?(?:哪个|什么|谁)?"
    )
    winner = reading.take_all(
        r"(?:新的?)?(?:冠军|优胜者|胜者|最终胜者)(?:是)?(?:来自|出自|所在)?(?:于)?(?:的)?(?:关键字)?(?:是|为)?(?:多少|谁|几|哪个)?"
    )
    finish(reading, _OWN)
    keys: list[int] = [int(match["key"]) for match in pairs] or (
        [int(number) for number in re.findall(r"\d+", lists[0][0])] if len(lists) == 1 else []
    )
    if pairs and [int(match["run"]) for match in pairs] != list(range(len(pairs))):
        stay_out("runs in another order")
    if not 3 <= len(keys) <= 10 or len(set(keys)) != len(keys) or any(each not in (None, len(keys)) for each in (ways, runs)):
        return None
    return _tree(keys, replaced, array is not None, nodes, bool(root), bool(winner), reading)


def _tree(
    keys: list[int], replaced: re.Match[str] | None, array: bool, nodes: list[int], root: bool, winner: bool, reading: Reading
) -> Recognition | None:
    asked = ["winner"] * winner
    if replaced is not None and replaced["old"] is not None and not asked:
        return None
    asked += ["array"] * array + (["root"] if root or 1 in nodes else []) + [f"node:{node}" for node in nodes if node > 1 and not array]
    if array:
        asked = ["array"]
    asked = list(dict.fromkeys(asked))
    if not asked or any(node >= len(keys) for node in nodes):
        return None
    parameters: dict[str, Any] = {"task": "tree", "keys": keys, "asked": asked}
    understood: tuple[tuple[str, str], ...] = (("各段的关键字", listed(keys)),)
    if replaced is not None:
        least = min(range(len(keys)), key=keys.__getitem__)
        if (replaced["old"] is not None and int(replaced["old"]) != keys[least]) or (
            replaced["run"] is not None and int(replaced["run"]) != least
        ):
            stay_out("another winner")
        if int(replaced["new"]) < keys[least] or int(replaced["new"]) in keys:
            stay_out("the next key")
        parameters["new"] = int(replaced["new"])
        understood = (*understood, ("输出后读入", replaced["new"]))
    if (
        winner
        and asked == ["winner"]
        and re.search(r"来自|段号|哪(?:一)?个?(?:归并)?段|几号段|出自", reading.text[reading.text.rfind("冠军") :])
    ):
        parameters["run_asked"] = not re.search("关键字", reading.text[reading.text.rfind("冠军") :])
    # The tree's shape matters only where leaves do not fill the last level.
    parameters["keyed"] = "关键字" in reading.text[reading.text.rfind("根") :] if root else False
    return Recognition(parameters=parameters, understood=understood)


def _comparisons(reading: Reading) -> Recognition | None:
    """Comparisons of choosing the least of k, or of merging n records; None where neither is asked.

    Raises:
        StayOut: the way of counting is not told and would matter.
    """
    contrast = reading.take(
        rf"(?:如果|若|要是|假如)?(?:不用|不采用|不使用|没有)败者树(?:的话|时)?(?:,|、)?(?:而是|而|就)?(?:直接|逐个|普通|简单|依次|两两|顺序)*(?:地)?(?:从|在)\s*(?P<of>{INTEGER})\s*(?:个|路)(?:归并段|关键字|记录|段|元素)*(?:的)?(?:关键字|记录)?(?:里|中)?(?:找|选|挑)(?:出|取|择)?(?:一个)?最小(?:的)?(?:关键字|记录|元素|者)?(?:要|需要?|得)?(?:比较?)(?:较)?\s*(?P<times>{INTEGER})\s*次"
    )
    asked = reading.take_all(
        r"(?:总|总共|一共|共|需要?|要|进行|做|的)*(?:关键字)?(?:的)?(?:总)?(?:的)?比较(?:的)?(?:总)?次数(?:是|为|约为)?(?:多少)?|(?:需要?|要|进行|做|最多)*(?:多少|几|\(\s*\))次(?:关键字)?(?:的)?比较|(?:最多)?(?:要|需要?)?(?:比较?|比)(?:多少|几)次"
    )
    if not asked:
        return None
    log = r"(?:⌈|\[|上取整)?\s*log_?(?:2|₂)?\s*_?(?P<of>k|m|\d+)\s*(?:⌉|\])?"
    by_rule = reading.take_all(
        rf"\(?(?:按照?|取|即|为|用|公式|\s)*(?:每得到一个记录(?:需)?(?:要)?比较)?\s*(?:\(?\s*n\s*-\s*1\s*\)?\s*[×*·.]?\s*)?{log}(?:次)?(?:、|,|和)?(?:共|有)?(?:\(\s*n\s*-\s*1\s*\)\s*(?:个)?(?:记录)?(?:计|次|趟)?)?(?:,)?(?:(?:其中)?[mk](?:为|是)(?:初始)?(?:归并段|归并路)(?:数|总数|个数)?)?\)?"
    )
    if reading.has(r"(?<![A-Za-z])k\s*(?:=|为|是)\s*\d"):
        reading.take_all(r"(?<![A-Za-z0-9])k\s*路")
    reading.take_all(r"(?:现在?|后来|那|如果|若)?(?:改|换)(?:成|为|用)+(?=败者树)|(?<=败者树)(?:之?后)?(?:就)?(?:只|仅)(?:需要?|要|用)?")
    reading.refuse(r"胜者树|不(?!用)|直接|顺序比较|高度|置换")
    ways = reading.take_one(
        (
            rf"(?P<value>{INTEGER})\s*路",
            r"(?:归并)?路数\s*k?\s*(?:=|为|是)\s*(?P<value>\d+)",
            r"(?<![A-Za-z])k\s*=\s*(?P<value>\d+)",
            rf"(?:从|在|对)\s*(?P<value>{INTEGER})\s*(?:个|路)(?:关键字|记录|归并段|段|元素)+(?:的)?(?:当前|首)?(?:关键字|记录)?(?:之)?(?:中|里|间)",
        ),
        to_int,
    )
    runs = reading.take_one((rf"(?P<value>{INTEGER})\s*个(?:初始)?(?:归并段|有序段|段)",), to_int)
    records = reading.take_one((rf"(?:共|有|总共)*(?:n\s*=\s*)?(?P<value>{INTEGER})\s*个?记录", r"n\s*=\s*(?P<value>\d+)"), to_int)
    one = reading.take_all(
        r"(?:选(?:出|取|择)?|得到|输出|找出)(?:一个|关键字)?(?:的)?(?:最小)(?:的)?(?:关键字|记录|元素|值)*(?:的)?(?:记录)?(?:时)?|每次(?:调整|重构|选择)|(?:调整|重构)一次|一次(?:调整|重构)|(?:选(?:出|取)?|输出|得到)(?:一|1)个(?:最小)?(?:的)?(?:记录|关键字)"
    )
    if contrast is not None:
        of_both, times = to_int(contrast["of"]), to_int(contrast["times"])
        if times != of_both - 1 or ways not in (None, of_both) or records is not None:
            stay_out("another way of choosing the least")
        ways, one = of_both, [*one, contrast]
    finish(reading, _OWN)
    if ways is None or not 2 <= ways <= 10**6:
        return None
    if records is None:
        if not one or runs not in (None, ways) or by_rule:
            return None
        return Recognition(
            parameters={"task": "one", "ways": ways}, understood=(("归并路数", str(ways)), ("求", "选出一个最小记录的比较次数"))
        )
    single = "一趟" in reading.text or (runs is not None and runs <= ways)
    if not by_rule:
        stay_out("how the comparisons are counted")
    of = by_rule[0]["of"].lower()
    base = {"k": ways, "m": runs}[of] if of in "km" else to_int(of)
    if base is None:
        stay_out("the number of runs")
    if base == ways and not single:
        stay_out("several passes")
    return Recognition(
        parameters={"task": "all", "records": records, "of": base},
        understood=(("记录", str(records)), ("每个记录比较", f"⌈log₂{base}⌉ 次")),
    )
