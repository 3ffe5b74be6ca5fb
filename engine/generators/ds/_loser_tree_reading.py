"""Reading problems about loser trees: the tree of given keys before and after keys are replaced, and figures of a k-way merge."""

from __future__ import annotations

import re
from typing import Any

from engine.generators.ds._clauses import WEAK, every_part_asked, finish, opened, refuse_open_questions
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, SEQUENCE, Reading, stay_out, to_int

_SMALLER_WINS = r"(?:关键字|值)?(?:较)?(?:小的|小者|较小者|小)(?:为)?(?:胜|获胜|胜者|优胜)(?:出)?|(?:按|以)?(?:升序|从小到大)(?:的)?(?:次序|顺序)?(?:进行)?(?:归并|排序|输出)?|选最小"
_RULE = (
    r"\(?(?:其中)?(?:败者树)?(?:叶(?:子)?(?:结点)?)?\s*b?_?\s*i?\s*(?:结点)?(?:的)?(?:双亲|父亲?|父母)(?:结点)?(?:的)?(?:下标|编号)?\s*(?:为|是|=)?\s*(?:结点)?\s*(?:ls)?\s*[\[⌊(]*\s*i\s*\+\s*(?P<ways>\d+|k)\s*\)?\s*(?:/|÷|除以)\s*2(?:的商)?\s*[\]⌋)]*\(?(?:取整|向下取整|的整数部分|整除|除法取整)*\)?\)?",
    r"结点t的双亲是结点t除以2的商|\(?(?:除法)?(?:向下)?取整\)?",
    r"\(?(?:按|用|采用|就是)?(?:严蔚敏|教材|课本)(?:的)?(?:教材|书)?(?:上|里)?(?:那种)?(?:的)?(?:方式|方法|写法|规则|约定|存储方式)?(?:建立|建|存储)?",
    r"(?:,|\()?(?:其中)?ls\[?0\]?(?:存放|放|记录?|保存|存|记下|是|为)(?:的)?(?:的是)?(?:冠军|优胜者|胜者|最终胜者|最小)(?:的)?(?:段号|归并段号|编号|归并段)?",
    r"(?:,|\()?ls\[?1\]?(?:\.\.|~|到|-)(?:ls)?\[?(?:\d+|k-1)\]?(?:存放|记录?|保存|存)(?:各)?(?:次)?(?:的)?(?:败者|失败者)(?:的)?(?:段号|归并段号|编号)?|\(?(?:ls)?(?:中)?(?:存|记)(?:的是)?段号\)?",
)
_OWN = """
值 最小值 数组是多少 画出
首 首关键字 队头 各段队头 五个段当前记录 当前记录 冠军下面 下面的 根结点 段号是几 关键字几 哪个段 选最小 最多 比 每选出 段号 那段 重构之后 这一趟 这一趟比较次数 算 叶子 建好败者树 败者树里 父结点 那种 书上
败者树 败者 树 归并 归并段 多路 多路归并 平衡归并 平衡 路 建立 建 构造 建成 建好 好 选 选出 选择 最小 最小的 最小关键字 关键字最小 关键字 记录 段 段号 各归并段 各段 首记录 当前首记录 当前 叶结点 叶子 叶子结点 叶结点的 外部排序 外排序 初始归并段 初始 一趟 做 写出 依次 从左到右 次 冠军 优胜者 胜者 根 根结点 根处 树根 处 树根处 的败者 失败者 结点 记录的 记录了 记录的是 记录的是哪个段号 哪个段 哪个段号 中 第一个 输出 被输出 后 段读入 读入 下一个 下一个记录 调整 调整败者树 调整后 重新 新 新的 然后 该段 该归并段 重构 需要 比较 关键字比较 比较次数 总比较次数 总的 从 个 时 每 每次 个记录 内部归并 总 得到一个记录 每得到一个记录 计 按 取整 一次 是哪个 段为 号 所在 哪一段 哪段 接 编号 使用 利用 写 数组 ls 对应 假设 放 内存 里 排好
升序 排序 有序 除了 叶子 内部 当前 第二个 归并排序 从 到 再 则 b 首 均 一组 先 比赛 比 比赛场数 用 该 那段 后 时 需 内 升序归并 按升序归并 按升序 一共 条 参加 一趟 每 得到 记录数 处 胜者 继续 向上 那 补 路数 是否 忽略 建树 和 段结束 段尾 小 取整 归并时 所有 各段第一个数 第一个数 各 号段 数值
"""


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """A problem about a loser tree; None where it is something else."""
    if (runs := _of_runs(text)) is not None:
        return runs
    reading = opened(re.sub(r"(?<=\d)\s*(?:\.{2,}|…+)\s*(?=(?:ls|b)?\d)", "~", text))
    if "败者树" not in reading.text:
        return None
    if reading.has(r"亚军|第二名|季军|胜者树|大的胜|大者胜|最大(?:的)?关键字|降序|∞|虚段|缓冲|区别|删除"):
        stay_out("another tree")
    stated = {match["ways"] for pattern in _RULE for match in reading.take_all(pattern) if match.groupdict().get("ways")} - {"k"}
    paired = reading.take_all(
        r"b?0(?:与|和)b?1(?:为|作)?一组(?:,|、)?b?2(?:与|和)b?3(?:为|作)?一组(?:先)?(?:比赛|比较|比)?|b?0(?:与|和)b?1同父(?:,|、|结点)*b?2(?:与|和)b?3同父(?:结点)?"
    )
    keyed = reading.has(r"(?<![A-Za-z])b?\[?\d\]?\s*[=:]\s*\d") or reading.has(SEQUENCE)
    if not keyed:
        return _figures(reading)
    found = _tree(reading)
    ways = len(found.parameters["keys"]) if found is not None else 0
    if found is not None and ((stated and stated != {str(ways)}) or (paired and ways % 2)):
        stay_out("the parents' rule of another tree")
    return found


_RUN_KEYS = r"(?<![A-Za-z\d])(?:b|归并段|段)\s*\[?(?P<run>\d)\]?\s*[:=]?\s*\(?(?P<keys>\d+(?:\s*[,、]\s*\d+)+)\)?(?:\s*[,、]?\s*(?:…+|\.{2,}))?|(?<![A-Za-z\d])b(?P<run2>\d)\s*[:=]\s*(?P<keys2>\d+)\s*[,、]?\s*(?:…+|\.{2,})"


def _of_runs(text: str) -> Recognition | None:
    """Runs told with several keys each: what is put out first, and from which run; None where they are not."""
    told = [(int(match["run"] or match["run2"]), match["keys"] or match["keys2"]) for match in re.finditer(_RUN_KEYS, text)]
    if len(told) < 3 or [run for run, _ in told] != list(range(len(told))) or all("," not in keys and "、" not in keys for _, keys in told):
        return None
    open_ended = bool(re.search(r"…|\.\.", text))
    reading = opened(re.sub(_RUN_KEYS, "", text))
    reading.take_all(_SMALLER_WINS)
    reading.refuse("大的胜|大者胜|降序|胜者树|从大到小")
    asked = [
        (match.start(), name, match.groupdict().get("count"))
        for name, pattern in (
            (
                "sources",
                rf"前\s*(?P<count>{INTEGER})\s*个(?:被)?(?:输出|选出)(?:的)?(?:关键字|记录)?(?:各|分别|依次)*(?:来自|出自|属于)(?:哪(?:一)?个?(?:归并)?段|几号段)|(?:输出|选出)的?前\s*(?P<count2>{INTEGER})\s*个(?:关键字|记录)?(?:各|分别|依次)*(?:来自|出自)(?:哪(?:一)?个?(?:归并)?段|几号段)",
            ),
            (
                "outputs",
                rf"(?:依次)?(?:输出|选出)(?:的)?前\s*(?P<count>{INTEGER})\s*个(?:关键字|记录|元素|数)?(?:分别|依次)?(?:是|为)?(?:什么|哪些|多少)?|前\s*(?P<count2>{INTEGER})\s*个(?:被)?(?:输出|选出)(?:的)?(?:关键字|记录|元素|数)?(?:分别|依次)?(?:是|为)?(?:什么|哪些|多少)?",
            ),
            (
                "first",
                r"(?:输出|选出)(?:了)?(?:第一个|一个|冠军)(?:记录|关键字)?(?:并|且|后)*(?:重构|调整)?(?:完)?(?:之?后|,)+(?:新的)?(?:ls\[?0\]?|冠军(?:段号|的段号)?)(?:的值|中)?(?:是|为)?(?:几|多少|哪个|谁)?",
            ),
        )
        for match in reading.take_all(pattern)
    ]
    count = reading.take_one((rf"(?P<value>{INTEGER})\s*路", rf"(?P<value>{INTEGER})\s*个?(?:有序)?(?:归并段|段)"), to_int)
    refuse_open_questions(reading)
    finish(reading, _OWN + " 分别 各段 依次为 归并时 里面 按 的 分别为 内容", WEAK)
    if not asked or count not in (None, len(told)):
        return None
    runs = [[int(key) for key in re.findall(r"\d+", keys)] for _, keys in told]
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
    r"(?:将|把|,)?(?:建好败者树)?(?:冠军|优胜者|胜者)?\s*(?:\(?关键字)?(?P<old>\d+)?\)?\s*(?:被)?(?:输出|取走|选出|送出)(?:冠军)?(?:\s*\d+(?=之?后))?(?:之?后|,|。)*(?:从|由|在)?(?:它|其|该|冠军)?(?:所在的?|那)?(?:归并)?(?:段)?\s*b?(?P<run>\d)?\s*(?:段|归并段|号段)?(?:的|又|再|接着|中|里)*(?:读入|补入|进来|调入|输入|补上)?(?:的)?(?:下一个?|后继|新|一个)*(?:记录|元素)?(?:的)?(?:关键字)?(?:是|为|:)?\s*(?P<new>\d+)(?:之?后|时)?",
    r"(?:从|由|在)?(?:它|其|该|冠军|胜者)?(?:所在的?|那)?(?:归并)?(?:段)?\s*b?(?P<run>\d)?\s*(?:号)?(?:段|归并段)?(?:的|又|再|接着|中|里)*(?:读入|补入|进来|调入|输入|补上|补充)(?:的)?(?:下一个?|后继|新|一个)*(?:记录|元素)?(?:的)?(?:关键字)?(?:是|为|:)?\s*(?P<new>\d+)(?:之?后|时)?",
)
_ASKED = (
    (
        "array",
        r"(?:写出|求|给出)?(?:此时|调整后|各|的|初始)*(?:ls\s*\[?0\]?\s*(?:~|-+|—+|到|至|\.\.)\s*(?:ls)?\s*\[?\d\]?)(?:的)?(?:内容|值)?(?:\((?:存)?段号\))?(?:的值|各为|依次|分别|是|为|各是)*|ls(?:数组)?(?:的)?(?:各(?:元素|值|结点)|内容|值|数组)",
    ),
    (
        "root",
        r"(?:决赛|最后一场|最后一轮|根处)(?:里|中|上)?(?:,)?(?:输给|败给|输)(?:了)?(?:冠军|胜者)?(?:的)?(?:那个|那|归并)?(?:段|者|选手)?",
    ),
    (
        "root",
        r"(?:树)?根(?:结点|处|上)?(?:处|中|里)?(?:所)?(?:记录|记|存放|存|保存|留下)?(?:的)?(?:失败者|败者|输家)(?:的)?(?:关键字|段号|归并段)?|根(?:结点)?(?:中|处|里)?(?:记录|记|存放|保存)(?:的)?(?:是)?(?:哪个|什么|谁)?",
    ),
    (
        "node",
        r"ls\s*\[?(?P<node>\d)\]?(?:结点)?(?:\(?(?:树)?根(?:结点)?处?(?:的)?(?:败者)?\)?)?(?:\((?:冠军|胜者)\))?(?:中|处)?(?:记录|记|存|存放|保存)?(?:的)?(?:是|为|值)?(?:哪个|什么|多少|几)?(?:段号|段)?",
    ),
    ("adjusts", r"(?:重构|调整|重新调整|这次调整)(?:时|中|过程中)?(?:共|一共|需要?|要|进行|经过|发生)*(?:比较|比)(?:了)?(?:几|多少)次"),
    (
        "winner",
        r"(?:新的?)?(?<!输给)(?<!败给)(?:冠军|优胜者|胜者|最终胜者)(?:是)?(?:来自|出自|所在)?(?:于)?(?:的)?(?:关键字|段号|归并段)?(?:是|为)?(?:多少|谁|几|哪个)?|第[一二三四1-4]个(?:被)?(?:输出|选出)(?:的)?(?:关键字|记录|元素|段)?|(?:首先|最先|先)(?:被)?(?:输出|选出)(?:的)?(?:是)?(?:关键字|记录)?|(?:下一个|接着|随后)(?:被)?(?:输出|选出)(?:的)?(?:是)?(?:关键字|记录)?",
    ),
)


def _tree(reading: Reading) -> Recognition | None:
    """Keys of the runs, what replaces the winner, and what is asked before and after that."""
    ways = reading.take_one((rf"(?<![A-Za-z])(?:k\s*=\s*)?(?P<value>{INTEGER})\s*路", r"(?<![A-Za-z])k\s*=\s*(?P<value>\d+)"), to_int)
    runs = reading.take_one(
        rf"(?<![下第\dA-Za-z])(?P<value>{INTEGER})\s*个?(?:有序)?(?:归并段|段(?!号)|叶(?:子)?(?:结点)?|叶子|(?<=个)(?:记录|关键字))", to_int
    )
    pairs = (
        reading.take_all(r"(?<![A-Za-z])b?\[?(?P<run>\d)\]?\s*[=:]\s*(?P<key>\d+)(?!\d)")
        if not reading.has(r"b?\d\s*~\s*b?\d\s*[=:]")
        else []
    )
    reading.take_all(
        r"\(?b\[?0\]?\s*(?:~|-+|—+|到|至)\s*b?\[?(?P<last>\d)\]?(?:各?(?:归并段)?(?:的)?)?=?\)?|\(?(?:归并)?段(?:号)?\s*(?:为|是|从)?\s*0\s*(?:~|-|到|至)\s*段?\s*\d\)?"
    )
    lists = [] if pairs else reading.take_all(SEQUENCE)
    replaced = [match for pattern in _REPLACED for match in reading.take_all(pattern)]
    replaced.sort(key=lambda match: match.start())
    places: list[tuple[int, str]] = []
    for name, pattern in _ASKED:
        for match in reading.take_all(pattern):
            node = match.groupdict().get("node")
            places.append((match.start(), f"node:{node}" if node is not None else name))
    reading.take_all(_SMALLER_WINS)
    refuse_open_questions(reading)
    finish(reading, _OWN, WEAK)
    keys: list[int] = [int(match["key"]) for match in pairs] or (
        [int(number) for number in re.findall(r"\d+", lists[0][0])] if len(lists) == 1 else []
    )
    if pairs and [int(match["run"]) for match in pairs] != list(range(len(pairs))):
        stay_out("runs in another order")
    if not 3 <= len(keys) <= 10 or len(set(keys)) != len(keys) or any(each not in (None, len(keys)) for each in (ways, runs)):
        return None
    return _stages(keys, replaced, sorted(places), reading)


def _stages(keys: list[int], replaced: list[re.Match[str]], places: list[tuple[int, str]], reading: Reading) -> Recognition | None:
    """What is asked before and after each replacement.

    Raises:
        StayOut: the winner that is put out is another, or the next key cannot be.
    """
    at = [match.start() for match in replaced]
    asked: list[str] = []
    for place, name in places:
        stage = sum(start <= place for start in at)
        if name == "node:0":
            name = "winner"
        if name == "node:1":
            name = "root"
        if name.startswith("node") and int(name[5:]) >= len(keys):
            return None
        if name == "adjusts" and not stage:
            stage = 1
        asked.append(f"{name}@{stage}")
    if replaced and len(places) == sum(name == "winner" for _, name in places) and len(set(asked)) > 1:
        # "冠军" in "输出冠军后" is told, not asked.
        asked = [each for each in asked if not each.endswith("@0") or re.search("第一个|首先|最先", reading.text)]
    stages = {int(each.partition("@")[2]) for each in asked}
    asked = [
        each for each in dict.fromkeys(asked) if not (each.startswith(("node", "root")) and f"array@{each.partition('@')[2]}" in asked)
    ]
    asked = [each for each in asked if not (each.startswith("winner") and f"array@{each.partition('@')[2]}" in asked)]
    if not asked or max(stages) > len(replaced):
        return None
    parameters: dict[str, Any] = {"task": "tree", "keys": keys, "asked": asked}
    understood: tuple[tuple[str, str], ...] = (("各段的关键字", listed(keys)),)
    if replaced:
        now, news = list(keys), []
        for match in replaced:
            least = min(range(len(now)), key=now.__getitem__)
            if (match.groupdict().get("old") is not None and int(match["old"]) != now[least]) or (
                match["run"] is not None and int(match["run"]) != least
            ):
                stay_out("another winner")
            new = int(match["new"])
            if new < now[least] or new in now:
                stay_out("the next key")
            now[least] = new
            news.append(new)
        parameters["new"] = news
        understood = (*understood, ("输出后读入", listed(news)))
    told = reading.text[reading.text.rfind("冠军") :]
    if re.search(r"来自|段号|哪(?:一)?个?(?:归并)?段|几号段|出自", told):
        parameters["run_asked"] = not re.search("关键字", told)
    parameters["keyed"] = "关键字" in reading.text[reading.text.rfind("根") :] if "根" in reading.text else False
    return Recognition(parameters=parameters, understood=understood)


# --- figures -----------------------------------------------------------------------------------------------------------------------

_LOG = r"(?:⌈|\[|上取整|\(?ceil\(?)?\s*log_?(?:2|₂)?\s*_?\(?(?P<of>k|m|\d+)\)?\s*(?:⌉|\]|\))?"
_BY_RULE = rf"\(?(?:按照?|取|即|为|用|公式|\s)*(?:每(?:得到|选出|输出)一个记录(?:需)?(?:要)?比较)?\s*(?:\(?\s*n\s*-\s*1\s*\)?\s*[×*·.]?\s*)?{_LOG}(?:次)?(?:、|,|和)?(?:共|有)?(?:\(\s*n\s*-\s*1\s*\)\s*(?:个)?(?:记录)?(?:计|次|趟)?)?(?:,)?(?:(?:其中)?[mk](?:为|是)(?:初始)?(?:归并段|归并路)(?:数|总数|个数)?)?\)?"
_PER_RECORD = r"(?:按)?(?:每|每次)(?:选出|输出|得到|选)(?:一个)?(?:最小)?(?:记录|关键字)?(?:的)?(?:关键字)?(?:需要?|要)?(?:比较|比较次数|比)(?:次数)?(?:为|是|等于|约)?(?:树高|败者树(?:的)?(?:高度|树高)|一个树高|⌈log)"
_TIMES = r"(?:(?:需要?|要|做|进行|最多|至多|得|不超过|共|一共|总共|还|只|约)*(?:关键字)?(?:的)?(?:比较|比)(?:的)?(?:(?:多少|几)次|(?:几|多少)场|(?:总)?次数(?:不超过|最多|至多)?(?:是|为|约为)?(?:多少)?)|(?:需要?|要|进行|做|最多|至多|共|总共|一共|约)*(?:多少|几)次(?:关键字)?(?:的)?比较|(?:多少|几)场(?:比较|比赛)|(?<=比)[,，]?(?:需要?|要|得)(?:多少|几)次|(?:最多)?走(?:多少|几)层(?:\\((?:比较?)(?:多少|几)次\\))?|重赛(?:多少|几)场|(?<=最小)(?:又)?(?:是|要)(?:多少|几)次)"
_PLAIN = rf"(?:如果|若|要是|假如)?(?:不用|不采用|不使用|没有|不借助)败者树(?:的话|时)?(?:,|、|而是|而|就)*(?:用)?(?:直接|逐个|普通(?:方法)?|简单|依次|两两|顺序|挨个|一个个)*(?:地)?|(?:普通|顺序|直接|逐个)(?:方法|选择|比较)?(?=(?:从|在)?\s*{INTEGER})|直接(?:挑|选|找)(?=最小)"
_SELECT = r"(?:(?:每次?)?(?:选(?:出|取|择)?|得到|输出|找出|找|选一个)(?:一个|关键字|一|1)?(?:个)?(?:的)?(?:最小)?(?:的)?(?:关键字|记录|元素|值|者)*(?:的)?(?:记录)?(?:后)?(?:(?:,)?(?:重新)?选出最小(?:的)?(?:关键字|记录))?(?:时)?)|每次(?:调整|重构|选择)|(?:调整|重构)一次|一次(?:调整|重构)|从(?:一个)?叶(?:子)?(?:结点)?到根|每次(?=\ue000)|(?:内部)?比较一个记录|冠军被?取走(?:,)?补上新值后|每次(?:要)?(?=比)|(?<=\ue000)最小"


def _figures(reading: Reading) -> Recognition | None:
    """Comparisons of choosing, building and merging, and numbers of nodes, from the number of ways; None where none is asked.

    Raises:
        StayOut: the way of counting is not told and would matter.
    """
    both = reading.take(
        rf"k\s*由\s*(?P<from>{INTEGER})\s*(?:增大|增加|变|改|提高)(?:为|到|成)\s*(?P<to>{INTEGER})(?:时)?,?(?:每(?:次)?(?:选出|输出|得到)一个(?:最小)?记录(?:的|时)?(?:关键字)?比较次数)(?:由|从)(?:多少|几)次?(?:变为|变成|增加到|到|变)(?:多少|几)次?"
    )
    if both is not None:
        reading.take_all(r"(?<![A-Za-z])k\s*路(?:平衡)?(?:归并)?")
        finish(reading, _OWN, WEAK)
        pair = [to_int(both["from"]), to_int(both["to"])]
        return Recognition(parameters={"task": "change", "ways": pair}, understood=(("归并路数", f"{pair[0]} → {pair[1]}"),))
    inverse = reading.take(
        rf"(?:每(?:输出|选出|得到)一个记录)?[,、]?(?:向上调整(?:时)?)?(?:需要?|要)?(?:比较|比)\s*(?P<times>{INTEGER})\s*次(?=.{{0,24}}(?:多少|几)路)"
    )
    told = reading.take_all(rf"(?:比较|比)\s*(?:要|了)?(?:较)?\s*(?P<times>{INTEGER})\s*次(?:对(?:吧|吗|不对))?")
    by_rule = reading.take_all(_BY_RULE)
    per_record = reading.take_all(_PER_RECORD)
    reading.take_all(
        r"(?:,|、)?(?:忽略|不计|不考虑|不含)(?:建树|建立败者树|建败者树|段结束|建树和段结束|段结束的?情况)+(?:的?比较|的?开销)?|\(?不(?:含|包括|计)冠军(?:结点)?\)?|(?:按)?(?:\(?n-1\)?)?[乘×*]?以?每次(?:的)?比较次数来?算?"
    )
    plain = reading.take_all(_PLAIN)
    building = reading.take_all(
        rf"(?:初始)?(?:建树|建立|建成|建|构造|创建)(?:这棵|一棵|该)?(?:初始)?(?:败者树)?(?:时|的时候|过程中?)?(?:,)?(?:总共|一共|共|总)*{_TIMES}"
    )
    nodes = [
        (match.start(), name)
        for name, pattern in (
            (
                "inner",
                r"(?:除了?叶子?(?:结点)?(?:外|之外)?)?,?(?:内部|非叶)(?:\(?败者\)?)?(?:记录|存放|保存|的)*(?:败者)?(?:的)?结点(?:的)?(?:一共|共|总共)?(?:有)?(?:(?:多少|几)个?|个数|数)|(?:记录|存放|保存)败者的结点(?:一共|共)?(?:有)?(?:(?:多少|几)个?|个数|数)|败者结点(?:一共|共)?(?:有)?(?:多少|几)个|(?:多少|几)个(?:内部|非叶|败者)(?:败者)?结点",
            ),
            (
                "with-winner",
                r"(?:加上|连同?|算上|包括|含)(?:冠军)?(?:那个|结点)?(?:ls\[?0\]?)?(?:冠军)?(?:结点)?(?:在内)?(?:一共|共|总共)?(?:有)?(?:多少|几)个(?:结点)?",
            ),
            ("leaves", r"叶子?(?:结点)?(?:一共|共|总共)?(?:有)?(?:(?:多少|几)个|个数|数)|(?:多少|几)个叶子?(?:结点)?"),
        )
        for match in reading.take_all(pattern)
    ]
    times = [] if inverse else reading.take_all(_TIMES)
    reading.refuse(r"不|置换|(?<!到)根|虚|高度(?!为)")
    which = reading.take_all(r"(?:是)?(?:多少|几)路(?:归并)?") if inverse else []
    reading.take_all(
        r"(?:现在?|后来|那|如果|若)?(?:改|换)(?:成|为|用)+(?=败者树)|(?<=败者树)(?:之?后)?(?:就)?(?:只|仅)(?:需要?|要|用)?|\(?树为满的?\)?"
    )
    ways = reading.take_one(
        (
            rf"(?P<value>{INTEGER})\s*路",
            r"(?:归并)?路数\s*k?\s*(?:=|为|是)\s*(?P<value>\d+)",
            r"(?<![A-Za-z])k\s*=\s*(?P<value>\d+)",
            rf"(?:从|在|对)\s*(?P<value>{INTEGER})\s*(?:个|路)(?:关键字|记录|归并段|段|元素)+(?:的)?(?:当前|首)?(?:关键字|记录)?(?:之)?(?:中|里|间)",
        ),
        to_int,
    )
    if ways is not None:
        reading.take_all(r"(?<![A-Za-z0-9])k\s*路")
    one = reading.take_all(_SELECT)
    runs = reading.take_one((rf"(?P<value>{INTEGER})\s*个(?:初始)?(?:归并段|有序段|段)",), to_int)
    records = reading.take_one(
        (r"(?:共|有|总共)*(?:n\s*=\s*)?(?P<value>\d+|[一二三四五六七八九十百千]{2,})\s*[个条]?记录", r"n\s*=\s*(?P<value>\d+)"), to_int
    )
    whole = bool(re.search("总", "".join(match[0] for match in times))) or records is not None
    refuse_open_questions(reading)
    finish(reading, _OWN + " 选最小 最小 普通方法 普通 方法 呢 败者树呢 k ( ) 过程 每次 选出 最小记录 满 次", WEAK)
    if inverse is not None:
        levels = to_int(inverse["times"])
        if not which or ways is not None or not 1 <= levels <= 20 or "满" not in reading.text:
            return None
        return Recognition(parameters={"task": "ways", "levels": levels}, understood=(("每次比较", f"{levels} 次"), ("求", "归并路数")))
    if ways is None or not 2 <= ways <= 10**6:
        return None
    if records is not None:
        return _total(reading, ways, runs, records, by_rule, bool(per_record)) if times and not (plain or building or nodes) else None
    if by_rule or runs not in (None, ways) or (whole and not (building or plain or one)):
        return None
    asked = [*nodes, *((match.start(), "build") for match in building)]
    for match in plain:
        after = [each for each in times if each.start() > match.start()]
        given = [each for each in told if each.start() > match.start() and (not after or each.start() < after[0].start())]
        if given:
            if to_int(given[0]["times"]) != ways - 1:
                stay_out("another way of choosing the least")
        else:
            asked.append((match.start(), "plain"))
            times = [each for each in times if not after or each is not after[0]]
    stated = [to_int(each["times"]) for each in told]
    if any(value not in (ways - 1, (ways - 1).bit_length()) for value in stated):
        stay_out("another number of comparisons")
    if times or (plain and re.search("用败者树呢|败者树呢", reading.text)):
        if not (one or building or plain):
            return None
        asked.append((times[0].start() if times else 10**6, "one"))
    names = list(dict.fromkeys(name for _, name in sorted(asked)))
    if not names:
        return None
    if names == ["one"]:
        return Recognition(
            parameters={"task": "one", "ways": ways}, understood=(("归并路数", str(ways)), ("求", "选出一个最小记录的比较次数"))
        )
    return Recognition(parameters={"task": "figures", "ways": ways, "asked": names}, understood=(("归并路数", str(ways)),))


def _total(
    reading: Reading, ways: int, runs: int | None, records: int, by_rule: list[re.Match[str]], per_record: bool
) -> Recognition | None:
    """Comparisons of merging so many records.

    Raises:
        StayOut: the way of counting is not told.
    """
    single = "一趟" in reading.text or (runs is not None and runs <= ways)
    if per_record and not by_rule:
        if not single:
            stay_out("several passes")
        return Recognition(
            parameters={"task": "all", "records": records, "of": ways, "each": True},
            understood=(("记录", str(records)), ("每个记录比较", f"⌈log₂{ways}⌉ 次")),
        )
    minus_one = re.search(r"n\s*-\s*1", reading.text)
    if not by_rule and not (minus_one and single):
        stay_out("how the comparisons are counted")
    of = by_rule[0]["of"].lower() if by_rule else "k"
    base = {"k": ways, "m": runs}[of] if of in "km" else to_int(of)
    if base is None:
        stay_out("the number of runs")
    if base == ways and not single:
        stay_out("several passes")
    return Recognition(
        parameters={"task": "all", "records": records, "of": base},
        understood=(("记录", str(records)), ("每个记录比较", f"⌈log₂{base}⌉ 次")),
    )
