"""Reading problems about external merging: passes, ways, dummy runs, and the best merge tree with what follows from it."""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.ds._clauses import WEAK, every_part_asked, opened, refuse_open_questions
from engine.generators.ds._external_merge.lists_by_twos_reading import OWN, lists_by_twos
from engine.generators.ds._external_merge.merging_by_letters import files_at_a_time, inner_nodes_of_letters
from engine.generators.ds._external_merge.replacement_selection_reading import replacement_selection
from engine.generators.ds._inquiring import Question, inquire
from engine.generators.ds._settling import settle
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, SEQUENCE, Reading, stay_out, to_int

_RUN = r"(?:初始|有序)?的?(?:归并段|顺串|有序段|有序子文件|有序文件|子文件|游程|有序表|段)"
MOST_ALONE = 1000
"""So many records may begin as runs of their own, where nothing is said of runs."""
_BIG = r"(?:\d+(?:\.\d+)?\s*万|\d{1,3}(?:,\d{3})+|\d+|[一二三四五六七八九十百千万两]+)"
_TWICE = (
    r"(?:若|如果|设|假设|每次|归并时|其中|且)*[每各]个?(?:块|记录|个?物理块|一?块)的?[都均]?(?:要|需要?)?(?:读写|读、写|读和写|读与写|读及写|读一次和写一次|读入和写出|读一次,?写一次|读入?写出?)(?:都|均|分别)?各?(?:[一1]次)?(?:磁盘)?[各都均]?[算计记]?[作为]?[一1]?次?(?:I/?O)?(?:操作)?"
    r"|(?:若|设|假设)?(?:每次|每)?[读写][或和与、][写读][一1]?个?(?:物理|磁盘)?(?:块|记录)[都均各]?[计算记][作为]?[一1]次(?:访问外存|访外|I/?O|访问|读写|磁盘访问)?|(?:每次|每)?读[取入出]?[一1]?个?(?:块|记录)?(?:、|和|与|,|或|/)?写[回出入]?[一1]?个?(?:块|记录)?(?:都|均|也|各|分别)*要?[算计记][作为成]?[一1]次(?:I/?O|磁盘访问|读写|访问)?|\(读\+写\)|(?:每个?记录|一个记录)占?用?(?:一个|1个|一)?(?:磁盘|物理)?块|\(?[1一]个?记录算?[1一]次\)?|读写各[一1]次"
)
_ASKED = (
    ("most-ways", r"(?:最多|至多)(?:可|能|可以)?(?:做|进行|用|采用)?(?:多少|几)路(?:归并|合并)?"),
    (
        "most-runs",
        rf"{_RUN}(?:数|个数)?(?:最多|至多)(?:可|能|可以)?[有为是]?(?:多少|几)个?|(?:最多|至多)(?:能|可|可以)?(?:处理|归并|合并)(?:多少|几)个{_RUN}",
    ),
    (
        "last",
        r"最后一次(?:归并|合并)后?(?:得到|产生|形成)?的?(?:多长的?|(?:归并)?段的?长度?|(?:归并)?段有?多长)的?(?:归并段|段)?[是为]?(?:多少)?",
    ),
    ("root", r"(?:归并)?树?的?根(?:结点)?的?权值?[是为]?(?:多少)?"),
    (
        "ways",
        r"(?:归并)?的?路数\s*k?\s*(?:至少|最少|最小)(?:要|需要?|应|应该|可以|得)*(?:为|是|取|得|取为|设为)?(?:多少|几)?|(?:至少|最少|最小)(?:要|得|需要?|应|应该)?(?:采用|用|做|进行)?(?:几|多少)路(?:平衡)?(?:归并|合并)?(?:排序)?|的?最[小少](?:归并)?路数[是为]?"
        r"|(?<![A-Za-z])[km]\s*的?值?(?:至少|最少|最小)值?(?:要|需要?|应|应该|可以)?[为是取得]?(?:多少|几)?|(?:归并)?路数\s*k?\s*的?最小值[是为]?",
    ),
    (
        "wpl",
        r"(?:最[优小]|最佳)?(?:归并树)?的?(?:最小)?(?:\(?(?:归并树)?的?带权路径长度(?:之和)?\)?|(?<![A-Za-z])WPL(?![A-Za-z]))+(?:\s*\(\s*(?:归并树)?的?(?:带权路径长度|WPL)\s*\))?(?:最小)?值?[是为]?(?:多少)?",
    ),
    (
        "io",
        r"(?:总|总共|一共|共|需要?|要|做|进行|发生|有)*(?:多少|几)次的?(?:磁盘|外存|物理)?(?:读写|I/?O|访存)(?:操作)?|对?(?:外存)?的?(?:总|总共|一共|共|需要?|要)*的?(?:磁盘|外存|对外存的?)?总?的?(?:读写|读\+写|读、写|I/?O|IO|访存|访问磁盘|访问外存)(?:外存|磁盘)?(?:操作)?总?的?块?的?总?(?:块次数|块次|次数|记录数|块数|总次数|(?:多少|几)(?:块次|次|个?块|个?记录))(?:\(?读\+写\)?)?[是为]?(?:多少)?",
    ),
    (
        "reads",
        r"(?:总|总共|一共|共)*的?(?:读|读入|读取|读出|写|写出)的?(?:记录|块|元素)的?总?(?:数|个数|次数)[是为]?(?:多少)?|(?:总|总共|一共|共)+(?:要|需要?)?(?:读|读入|写)了?(?:多少|几)[个条]?(?:记录|块)|(?:最少|至少|总|总共|一共|共|要|需要?)*移动了?(?:多少|几)[个条次]?记录|(?:最少|至少|最小|总|总共|一共|共|要|需要?)*的?(?:记录的?移动|移动记录)(?:\(?(?:读入|读)\)?)?的?总?(?:次数|个数|数)[是为]?(?:多少)?|(?:最少|至少|总|总共|一共|共|要|需要?)*移动记录(?:多少|几)[个条次]|移动的?记录总?数(?:最少|最小)?[是为]?(?:多少)?",
    ),
    (
        "merges",
        r"(?:归并|合并)(?:操作)?(?:一共|总共|共)?(?:需要?|要|进行|做)*了?(?:多少|几)次|(?:共|一共|总共|需要?|要|进行|做)*(?:多少|几)次(?:归并|合并)|(?:归并|合并)的?次数[是为]?(?:多少)?",
    ),
    (
        "first",
        r"(?:第一次|首次|最先|第1次)(?:归并|合并)的?(?:是|包括|包含|选[取择]?|应选)?的?(?:哪[几两三四]?个?(?:段|表|归并段|些)?|哪些(?:归并)?段?|哪几段)(?:长度)?",
    ),
    ("step", rf"第\s*(?P<of>{INTEGER})\s*次(?:归并|合并)后?(?:得到|产生|生成|形成)?的?新?的?(?:归并)?段?的?长度?[是为]?(?:多少)?"),
    (
        "dummy-need",
        r"(?:是否|要不要|需不需要|用不用|需要不需要)(?:需要?|要|应)?(?:加|补|添加|补充|设|增加)*上?(?:长度为0的)?虚(?:归并)?段|(?:需要?|要|用)(?:加|补|添加|补充)虚(?:归并)?段[吗么不]",
    ),
    (
        "dummies",
        r"(?:需要?|要|得|应)?(?:补充|增加|添加|加|附加|补|设)*的?(?:多少|几)个(?:长度为0的)?虚(?:归并)?段|(?:补充|增加|添加|加|附加|补|设|需要?|要)*的?(?:长度为0的)?虚(?:归并)?段[\ue000\s]*的?(?:个数|数目|数量|数|[要需]?[补加]?有?(?:多少|几)个|几个)(?:是|为|=)?(?:多少|几)?",
    ),
    ("dummies", r"(?<=[,;。?])[那则]?(?:要|需要?|应)?[补加](?:多少|几)个"),
    (
        "passes",
        r"(?:归并|合并)?的?总?趟数(?:就|会|将|分别|要)*[由从](?:多少|几)趟?(?:减|变|降|增|改|增加|减少|下降)[为到成至]?(?:多少|几)趟?",
    ),
    ("passes", r"(?:归并|合并)?的?总?趟数[是为]?(?:多少|几)?|(?:归并|合并)?(?:多少|几)趟"),
    (
        "left",
        rf"(?:第\s*(?P<of>{INTEGER}|一|二|三)\s*趟(?:归并)?(?:之?后|完|结束后?|做完)),?还?(?:剩|剩下|有|得到|余下|剩余)*的?(?:多少|几)个?{_RUN}?",
    ),
    (
        "runs",
        rf"(?:能|可以?|会|将)?(?:共|一共|总共)?(?:生成|产生|得到|形成|有)?了?(?:大约|约)?(?:多少|几)个{_RUN}|{_RUN}的?(?:个数|数目|数量|有?(?:多少|几)个)[是为]?(?:多少)?",
    ),
)


def _with_letters(text: str) -> str:
    """`m 个归并段做 k 路归并，m=50，k=4` with the figures in the places of the letters."""
    for letter, unit in (("m", "个"), ("r", "个"), ("k", "路"), ("m", "路")):
        told = patterns.findall(rf"(?<![A-Za-z]){letter}\s*=\s*(\d+)(?!\s*[个路\d])", text)
        if len(told) == 1 and patterns.search(rf"(?<![A-Za-z]){letter}\s*{unit}", text):
            text = patterns.sub(rf"(?:若|当|设|其中|且|而)?(?<![A-Za-z]){letter}\s*=\s*{told[0]}时?\s*,?", "", text)
            text = patterns.sub(rf"(?<![A-Za-z]){letter}\s*(?={unit})", told[0], text)
    return text


_LEAST = r"(?:至少|最少|最小)?[^,;。?\d\ue000]{0,6}?"
_QUESTIONS = (
    Question(name="most-ways", key=r"(?:最多|至多)[^,;。?\d\ue000]{0,8}(?:多少|几)路(?:归并)?"),
    Question(
        name="ways",
        key=rf"{_LEAST}(?:多少|几)路(?:平衡)?的?(?:归并)?|路数[^,;。?\d\ue000]{{0,4}}(?:至少|最少|最小)?[^,;。?\d\ue000]{{0,4}}(?:多少|几)|(?:至少|最少|最小)的?(?:归并)?路数",
    ),
    Question(name="passes", key=r"(?:多少|几)[^,;。?\d\ue000]{0,2}趟|趟数"),
    Question(
        name="io",
        key=r"(?:磁盘|外存)?的?(?:读写|I/O|访问外存|访问磁盘|存取)[^,;。?\d\ue000]{0,8}(?:次数|块数|多少次|几次|多少块|几块)(?:记录)?|(?:多少|几)[次块](?:磁盘)?(?:读写|I/O)",
    ),
    Question(
        name="reads",
        key=r"(?:读|写|移动)[^,;。?写读\d\ue000]{0,6}(?:记录|次|块)[^,;。?\d\ue000]{0,3}(?:数|多少|几)(?:最少|至少|最小)?",
        unless="读写|读和写|读、写",
    ),
    Question(name="wpl", key=r"带权(?:外部)?路径长度|WPL|(?:归并)?的?(?:最小|最优)?总?(?:代价|费用)"),
    Question(
        name="dummies",
        key=r"虚段[^,;。?\d\ue000]{0,6}(?:多少|几)[^,;。?\d\ue000]{0,1}|(?:多少|几)[^,;。?\d\ue000]{0,6}虚段|虚段的?(?:个数|数目|数量)",
    ),
    Question(
        name="runs",
        key=rf"(?:多少|几)个[^,;。?\d\ue000]{{0,4}}{_RUN}|{_RUN}的?(?:个数|数目|总数|数量|数)(?=\s*(?:[;。?,]|$|是|为|有)?(?:多少|几|[;。?,]|$))",
    ),
    Question(name="merges", key=r"归并[^,;。?趟\d\ue000]{0,4}(?:多少|几)次|(?:多少|几)次[^,;。?\d\ue000]{0,3}归并"),
)


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """A problem about runs to be merged; None where it is something else."""
    for other in (inner_nodes_of_letters, files_at_a_time, lists_by_twos, replacement_selection):
        if (found := other(text)) is not None:
            return found
    text = patterns.sub(r"空的?归并段|空段", "虚段", patterns.sub("初始段", "初始归并段", text))
    text = patterns.sub(r"(?<![(\d])长度为\s*0\s*的(?:初始)?(?:归并)?段", "虚段", _with_letters(text))
    text = patterns.sub(r"(?:归并)?(?:顺串|归并串|有序串|游程)", "归并段", text)
    text = patterns.sub(r"I/?O(?:操作|访问)", "I/O", text, flags=re.IGNORECASE)
    groups = list(patterns.finditer(_GROUP, text))
    if len(groups) > 1:
        text = _spelled_out(text, groups)
    # What the lengths are counted in.
    text = patterns.sub(
        r"(?<=长度)\((?:单位|所占的?|所含)?[:为]?(?:物理|磁盘)?(?:块|记录)个?数?\)|(\d(?:\s*[,、和]\s*\d+){2,})\s*[个条](?:记录|元素)",
        r"\1",
        text,
    )
    reading = opened(text)
    buffers = reading.take(
        rf"(?:内存|缓冲区?)[中里]?(?:最多)?(?:能|可以?|共)?(?:容纳|有|设|开|放)?\s*(?P<value>{INTEGER})\s*个(?:缓冲块|缓冲区|缓冲)(?:\((?:其中)?[一1]个(?:作|用作|用于|做)?输出(?:缓冲区?)?\)|,(?:其中)?[一1]个(?:作|用作|用于|做)?输出(?:缓冲区?)?)"
    )
    reading.take_all(
        r"(?:每个)?缓冲区(?:每个)?(?:占|大小为)[一1]块|\(?留[一1]块[作做]?输出\)?|(?:每趟|一趟)都?(?:要|需要?)?读写(?:全部|所有)的?(?:数据|记录)(?:一遍)?|仅(?:归并|合并)阶段|\((?:就是|即)?WPL\)|最佳顺序|最优顺序|补充虚段后"
    )
    passes_told = reading.take_one(
        rf"(?:归并|总)?趟数s?(?:\s*(?:为|是|=|要求为|限定为|定为|不能?超过|不得超过|不大于|不多于|≤|<=|小于等于|控制在|限制在|至多为?|最多为?|在))?\s*(?P<value>{INTEGER})(?!\s*[个路\d])\s*趟?(?:以内|之内|内)?",
        to_int,
    )
    blocks = reading.take_one(rf"(?:磁盘)?文件(?:共|一共|总共)?[有占]?\s*(?P<value>{_BIG})\s*个?(?:磁盘)?块", _number)
    doubled = reading.take(
        r"(?:平均情况下)?,?(?:置换[- ]?选择(?:排序)?)?(?:得到的?|产生的?|生成的?)?(?:初始)?归并段的?(?:平均)?长度[是为](?:内存)?(?:工作区)?(?:的?大小|容量)?\s*w?的?[2两二]倍"
    )
    made = _made_runs(reading, 2 if doubled else 1, blocks)
    places: list[tuple[int, str]] = []
    reading.take_all(r"\(即?(?:权|长度)[为是]?0的?(?:归并段|虚段|段)?\)|(?<!个)(?:权|长度)为?0的?(?:虚段)?(?=虚|\ue000|,|$)")
    reading.take_all(
        r"(?:它们|各段|各归并段|每段|各自)?所?(?:占用?|含有?|包含|有)?的?(?:物理|磁盘)?块的?个?数(?:分别|依次|各)*[为是:]?(?=\s*\d+\s*[,、])"
    )
    reading.take_all(
        r"\(?(?:其中)?(?:不算|不计|不含|不包括|不包含|除去|除了)(?:生成|产生|形成|建立)(?:初始)?(?:归并)?段的?[那这]?一?[趟遍次]?(?:扫描|内排序|在内|外)?\)?"
    )
    reading.take_all(r"(?:归并)?(?:趟数)?[sS]?\s*=\s*⌈?\s*log_?\s*\(?[mk]\)?\s*\(?[rmn]\)?\s*⌉?|(?<![A-Za-z])[mk]路归并(?=趟数|\ue000)")
    reading.take_all(r"(?:长度)?(?:各|分别)?为若干记录的?|\(?(?:生成|产生)初始归并段(?:的过程)?不[算计](?:在内)?\)?")
    reading.take_all(_TWICE)
    if not patterns.search("读写|I/O|读|写|访问", reading.text):
        reading.take_all(r"每个?(?:物理|磁盘)?块可?以?能?(?:存|放|存放|有|含|容纳)\s*\d+\s*[个条]?记录")
    fewer = reading.take(
        rf"[从由]\s*(?P<one>{INTEGER})\s*路(?:平衡)?(?:归并)?(?:改|变|换|增加|增|提高)[为成到至用]\s*(?P<other>{INTEGER})\s*路(?:平衡)?(?:归并)?[后时]?,?(?:归并)?的?总?趟数(?:会|可|可以|将)?(?:减少|少|降低|节省)了?(?:多少|几)趟?"
    )
    for name, pattern in _ASKED:
        for match in reading.take_all(pattern):
            of = match.groupdict().get("of")
            if name == "reads" and reading.text[match.start() - 1 : match.start()] == "读":
                stay_out("records read and written, counted together")
            places.append((match.start(), f"{name}:{to_int(of)}" if of else name))
    places += inquire(reading, _QUESTIONS, [place for place, _ in places])
    asked = list(dict.fromkeys("wpl" if name == "reads" else name for _, name in sorted(places)))
    reading.take_all(
        r"[把将]?两个?(?:有序)?(?:表|文件|段)(?:归并|合并)(?:成一个(?:文件|表|段)?)?|(?:合并|归并)[为成]一个(?:文件|表|段)?|每次合并移动的记录数等于两文件记录数之和|\(?(?:最佳|最优)次序\)?|(?:最少|至少)(?=\ue000)"
    )
    changed = reading.take(
        rf"(?:若|如果|要是|那|而)*[改换][为成用作做]+\s*(?P<value>{INTEGER})\s*路(?:平衡)?(?:归并)?(?:呢|的话|时|则|又|,)*(?:是|需要?|要)*(?:(?:几|多少)趟)?(?:归并)?呢?"
    )
    several = reading.take(rf"(?P<ways>{INTEGER}\s*路(?:归并)?(?:\s*[、,和与及]?\s*{INTEGER}\s*路(?:归并)?)+)(?:平衡)?(?:归并)?")
    ways = _ways(reading, text) if several is None else None
    if changed is not None and (ways is None or asked != ["passes"]):
        stay_out("what changes with the ways")
    if buffers is not None:
        ways = to_int(buffers["value"]) - 1 if ways is None else stay_out("two numbers of ways")
    reading.refuse(
        r"依次(?:两两)?(?:归并|合并)|顺序(?:归并|合并)|从左到右|次序|先后|不(?=是|能|用|采|含|做)|缓冲|败者|胜者|置换|秒|时间|至少|最多|路数|最少|第|次数|块数|趟数|读写(?=[^一]|$)|删除|多相|平均|并行|通道|若干(?!记录)|未满|前\d|前[一二三四五六七八九十]"
    )
    reading.take_all(r"(?<=\ue000)\s*记录(?=\s*[\ue000(?。,;]|$)")
    if made is None:
        reading.refuse(r"(?<!个)记录(?!数)(?!\))" if not any(name == "reads" for _, name in places) else r"(?!)")
    lengths = reading.take_all(rf"\d+(?:\s*[,、和]\s*\d+){{2,}}|{SEQUENCE}")
    counts = [
        to_int(next(value for value in match.groupdict().values() if value))
        for match in reading.take_all(
            rf"(?P<value>{INTEGER})\s*个?\ue000*(?:长度|大小)?[各都均]?(?:不等|不同|不一|相同|相等|一样|等长)?的?{_RUN}|{_RUN}的?(?:个数|总数|数目|数量|数|共|有|共有)*\s*[rmn]?\s*(?:=|为|是|有|共)\s*(?P<value2>{INTEGER})个?(?![\d,、 ]*[,、 和]\d)|{_RUN}的?(?:个数|总数|数目|数量|数)\s*(?P<value4>{INTEGER})(?!\s*[,、 和]\s*\d)|{_RUN}\s*(?P<value5>\d+)\s*个(?!\s*[,、]?\s*\d+\s*[,、])|(?:若|如果|要是)[有是为](?P<value3>{INTEGER})个(?=呢)"
        )
    ]
    passes_given = reading.take_one(
        rf"(?:用|想|要|要求|需要|希望|若|如果|允许|经过?|只|仅|做|进行|通过|在|最多|至多|不能?超过|不得超过|不多于|限定|限制)*\s*(?P<value>{INTEGER})\s*趟(?:之?内)?(?:归并|合并)?[就能可要]?(?:完成?|结束|排好|排序?完?|搞定)?",
        to_int,
    )
    if passes_told is not None:
        passes_given = passes_told if passes_given in (None, passes_told) else stay_out("two numbers of passes")
    refuse_open_questions(reading)
    settle(reading, OWN, WEAK)
    if made is not None:
        if any(count not in (1, made) for count in counts):
            stay_out("another number of runs")
        counts = [made]
    if fewer is not None:
        if asked or lengths or len(counts) != 1 or ways is not None:
            return None
        pair = [to_int(fewer["one"]), to_int(fewer["other"])]
        if not 2 <= pair[0] < pair[1] <= 1000:
            return None
        return Recognition(
            parameters={"task": "several-ways", "runs": counts[0], "all_ways": pair, "fewer": True},
            understood=(("初始归并段", f"{counts[0]} 个"), ("归并路数", listed(pair, " → "))),
        )
    if not asked:
        return None
    if lengths:
        return _best_tree(lengths, counts, ways, passes_given, asked)
    if asked == ["most-runs"] and ways is not None and passes_given is not None and not counts:
        return Recognition(
            parameters={"task": "most-runs", "ways": ways, "passes": passes_given},
            understood=(("归并路数", str(ways)), ("趟数", str(passes_given))),
        )
    if several is not None or changed is not None:
        numbers = (
            [to_int(told) for told in patterns.findall(rf"({INTEGER})\s*路", several["ways"])]
            if several is not None
            else [ways or 0, to_int(changed["value"])]
            if changed is not None
            else []
        )
        if asked != ["passes"] or len(counts) != 1 or not all(2 <= each <= 1000 for each in numbers):
            return None
        return Recognition(
            parameters={"task": "several-ways", "runs": counts[0], "all_ways": numbers},
            understood=(("初始归并段", f"{counts[0]} 个"), ("归并路数", listed(numbers, "、"))),
        )
    return _by_count(counts, ways, passes_given, asked, made is not None, blocks, buffers is not None)


_GROUP = r"(?<!\d)(?P<many>\d+)\s*个?(?:归并段|段)?的?长度?[均都各]?[为是]\s*(?P<length>\d+)(?:个?(?:块|记录))?"


def _spelled_out(text: str, groups: list[re.Match[str]]) -> str:
    """`8 段长度为 2；7 段长度为 5` as one list of lengths.

    Raises:
        StayOut: too many to be listed.
    """
    lengths = [match["length"] for match in groups for _ in range(int(match["many"]))]
    if len(lengths) > 40:
        stay_out("so many runs")
    return f"{text[: groups[0].start()]}长度分别为{','.join(lengths)}{text[groups[-1].end() :]}"


def _ways(reading: Reading, text: str) -> int | None:
    """How many runs are merged at a time, taken.

    Raises:
        StayOut: two numbers are told.
    """
    found = {
        to_int(match["value"])
        for pattern in (
            rf"(?:归并)?路数k?\s*(?:为|是|=|取|定为)?\s*(?P<value>{INTEGER})(?!\s*时?最)",
            rf"(?:k\s*=\s*)?(?P<value>{INTEGER})\s*[-—]?\s*[路叉阶]的?(?:平衡|最佳)?(?:归并|最佳归并|合并)?(?:排序|树|段)?",
            r"(?<![A-Za-z])k\s*=\s*(?P<value>\d+)",
        )
        for match in reading.take_all(pattern)
    }
    if found:
        reading.take_all(r"(?<![A-Za-z])k\s*路(?:最佳|平衡)?(?:归并)?")
    if reading.take_all(r"两两(?:进行)?(?:归并|合并)?") or (
        not found and patterns.search("两个?(?:有序)?(?:表|文件|段)(?:归并|合并)", text)
    ):
        found.add(2)
    if len(found) > 1:
        stay_out("two numbers of ways")
    return next(iter(found), None)


def _best_tree(
    lengths: list[re.Match[str]], counts: list[int], ways: int | None, passes_given: int | None, asked: list[str]
) -> Recognition | None:
    """What is asked of the best merge tree of runs with these lengths."""
    names = {name.partition(":")[0] for name in asked}
    if (
        len(lengths) != 1
        or passes_given is not None
        or ways is None
        or not names <= {"wpl", "io", "dummies", "dummy-need", "merges", "first", "step", "root", "last"}
    ):
        return None
    given = [int(number) for number in patterns.findall(r"\d+", lengths[0][0])]
    if any(count not in (1, len(given)) for count in counts):
        stay_out("another number of runs")
    if not 2 <= ways <= 30 or not ways <= len(given) <= 40 or min(given) < 1 or "-" in lengths[0][0]:
        return None
    return Recognition(
        parameters={"task": "wpl", "runs": len(given), "ways": ways, "lengths": given, "asked": asked},
        understood=(("归并段长度", listed(given)), ("归并路数", str(ways))),
    )


def _by_count(
    counts: list[int], ways: int | None, passes_given: int | None, asked: list[str], made: bool, blocks: int | None, buffered: bool
) -> Recognition | None:
    """What is asked of so many runs (of several numbers of runs, where one thing is asked)."""
    runs = counts[0] if counts else None
    if runs is None or any(not 2 <= count <= 10**6 for count in counts):
        return None
    if asked == ["runs"] and made:
        return Recognition(parameters={"task": "made", "runs": runs}, understood=(("求", "初始归并段的个数"),))
    if asked == ["runs", "ways"] and made and ways is None and passes_given is not None and 1 <= passes_given <= 20 and len(counts) == 1:
        return Recognition(
            parameters={"task": "ways", "runs": runs, "passes": passes_given, "asked": asked},
            understood=(("求", "初始归并段的个数和归并路数"), ("趟数", str(passes_given))),
        )
    if asked == ["passes", "ways"] and ways is not None and passes_given is not None and 1 <= passes_given <= 20 and len(counts) == 1:
        return Recognition(
            parameters={"task": "passes-and-ways", "runs": runs, "ways": ways, "passes": passes_given, "asked": asked},
            understood=(("初始归并段", f"{runs} 个"), ("归并路数", str(ways)), ("另要求的趟数", str(passes_given))),
        )
    if asked == ["ways"]:
        if ways is not None or passes_given is None or not 1 <= passes_given <= 20 or len(counts) > 1:
            return None
        return Recognition(
            parameters={"task": "ways", "runs": runs, "passes": passes_given},
            understood=(("初始归并段", f"{runs} 个"), ("趟数", str(passes_given))),
        )
    names = {name.partition(":")[0] for name in asked}
    if ("io" in names and blocks is None) or ("most-ways" in names and not buffered):
        return None
    known = {"passes", "dummies", "dummy-need", "merges", "left", "runs", "io", "most-ways"}
    if ways is None or passes_given is not None or not names <= known or not 2 <= ways <= 1000:
        return None
    if ("runs" in names and not made) or (len(counts) > 1 and len(asked) > 1):
        return None
    if {"dummies", "dummy-need"} & names and ways == 2:
        stay_out("a binary tree needs none")
    parameters: dict[str, Any] = {"task": "counted", "runs": runs, "ways": ways, "asked": asked}
    if "io" in names:
        parameters["blocks"] = blocks
    if len(set(counts)) > 1:
        parameters["others"] = list(dict.fromkeys(counts))[1:]
    return Recognition(
        parameters=parameters,
        understood=(("初始归并段", "、".join(f"{count} 个" for count in dict.fromkeys(counts))), ("归并路数", str(ways))),
    )


def _number(text: str) -> int:
    plain = text.replace(",", "").replace(" ", "")
    if plain.endswith("万") and patterns.fullmatch(r"\d+(?:\.\d+)?万", plain):
        value = float(plain[:-1]) * 10_000
        return int(value) if value == int(value) else stay_out("a broken number")
    return to_int(plain)


def _size(per_run: re.Match[str]) -> str:
    return next(value for name, value in per_run.groupdict().items() if name.startswith("size") and value)


def _made_runs(reading: Reading, times: int = 1, blocks: int | None = None) -> int | None:
    """How many runs sorting in memory makes of the records, from what is said of both, taken; None where they are not.

    Raises:
        StayOut: only one of them is said.
    """
    per_run = reading.take(
        rf"(?:内存缓冲区?|内存|工作区|内存工作区|主存)的?(?:工作区)?(?:每次|一次|中)*(?:最多|只|仅|恰好)?(?:能|可以?)?(?:容纳|容|存放?|装|放|排|排序|处理|对)?[入下]?\s*(?:w\s*=\s*)?(?P<size>{_BIG})\s*[个条块]?(?:记录)?(?:进行|做)?(?:内部排序|内排序|排序)?(?:得到|生成|形成|产生)?(?:一个|1个)?(?:初始归并段)?"
        rf"|(?:每次)?(?:内部?排序)?(?:可|能|可以)?(?:得到?|生成|产生)?的?长度?为?\s*(?!0)(?P<size4>{_BIG})\s*[个条]?(?:记录)?的(?:初始)?归并段"
        rf"|(?:初始)?(?:归并段|每段)的?(?:长度|长|含|包含|有)*[均都]?(?:为|是|=)?\s*(?P<size2>{_BIG})\s*[个条]记录"
        rf"|每个?(?:初始)?(?:归并段|段)(?:含|有|包含|长度?|为|是|长)*\s*(?P<size3>{_BIG})\s*[个条]?(?:记录)?"
    )
    total = reading.take(
        rf"(?:文件|数据|共|有|含|中|待排序)*\s*(?<![\d.])(?<!\d,)(?P<total>{_BIG})\s*[个条](?:待排序)?的?记录的?(?:大文件|文件)?|记录[共有为是]*\s*(?P<total5>{_BIG})\s*[个条]|(?<![A-Za-z])n\s*=\s*(?P<total4>\d+)\s*[个条]的?记录的?(?:大文件|文件)?|文件[共有]*\s*(?P<total3>{_BIG})\s*条(?!\s*记录)|记录总?数(?:为|是|=)\s*(?P<total2>\d+)(?!\d|\s*[,、]\s*\d)"
    )
    if times > 1 and per_run is None:
        per_run = reading.take(r"(?<![A-Za-z])w\s*=\s*(?P<size>\d+)(?P<size2>(?!))?(?P<size3>(?!))?")
    if total is None and per_run is not None and blocks is not None:
        size = _number(_size(per_run))
        return -(-blocks // size) if 1 <= size < blocks else stay_out("blocks")
    if (
        per_run is not None
        and total is None
        and reading.has(rf"{INTEGER}\s*个(?:初始|有序|的)*(?:归并段|段)|归并段(?:数|个数|共|有|为|是|=)*\s*{INTEGER}\s*个")
    ):
        return None  # how many runs there are is told
    if per_run is None and total is not None and reading.has("路数") and not reading.has("归并段|内存|工作区|缓冲|段|顺串"):
        count = _number(next(value for value in total.groupdict().values() if value))
        return count if 2 <= count <= MOST_ALONE else stay_out("so many records without a run")
    if per_run is None or total is None:
        if per_run is not None or total is not None:
            stay_out("records without the size of a run")
        return None
    size, all_ = (_number(_size(per_run)), _number(next(value for value in total.groupdict().values() if value)))
    if not 1 <= size < all_:
        stay_out("records")
    return -(-all_ // (size * times))
