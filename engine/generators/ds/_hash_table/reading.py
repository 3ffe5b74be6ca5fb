"""Reading problems about hash tables: the function, the collisions' method, the keys, and what is asked of the table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from engine.generators import patterns
from engine.generators.ds._blanks import prepared
from engine.generators.ds._clauses import (
    WEAK,
    every_part_asked,
    in_parts,
    opened,
    refuse_negative,
    without_part_numbers,
)
from engine.generators.ds._hash_table.figures_reading import function_of, length_of
from engine.generators.ds._hash_table.hashing import fill
from engine.generators.ds._hash_table.homes import chains, keys_of_address, synonyms_of_n
from engine.generators.ds._hash_table.plain import each_method, plain
from engine.generators.ds._hash_table.probing import with_probing_told
from engine.generators.ds._hash_table.small_reading import small_problem
from engine.generators.ds._hash_table.words import (
    EMPTY_PLACE,
    KEY,
    KEY_WORDS,
    NULL_POINTER,
    OF_KEYS,
    OF_TABLE,
    SECOND,
    with_addresses,
)
from engine.generators.ds._stories import settle_story
from engine.generators.kind import Missing, Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, SEQUENCE, Reading, stay_out, to_int, to_ints, to_share

METHODS = {"linear": "线性探测法", "quadratic": "二次探测法（增量 1², −1², 2², −2², …）", "chaining": "链地址法"}
"""The methods that questions are written about."""
TITLES = {**METHODS, "double": "双散列法", "squares": "平方探测法（增量 1², 2², 3², …）"}
# Squares that are only added.
_PLUS_SQUARES = r"(?:限定|其中|规定|且|要求)*(?:探测)?(?:增量|步长)?(?:序列)?\s*(?:di?)?\s*的?(?:取值)?(?:为|取|是|依次|=|:)*\s*1\^?2\s*[,、]\s*2\^?2\s*(?:[,、]\s*3\^?2\s*)?[,、]\s*(?:\.{2,}|…+)\s*(?:[,、]\s*k\^?2\s*)?(?:\(\s*k\s*(?:≤|<=)\s*m\s*/\s*2\s*\))?"
_SQUARES = r"\(?(?:其中)?(?:探测)?(?:增量|步长)?(?:序列)?(?:di?)?\s*(?:为|取|是|依次|=|:)*\s*(?:1\^?2\s*[,、]\s*-1\^?2\s*[,、]\s*2\^?2\s*[,、]\s*-2\^?2|±1\^?2\s*[,、]\s*±2\^?2)(?:\s*[,、]\s*[-±]?[3-9]\^?2){0,8}(?:\s*[,、]?\s*(?:\.{2,}|…+))?(?:[,、]?(?:±|k)\S{0,6}k?\^?2)?\)?"
# The same with the squares worked out.
_WORKED_SQUARES = r"\(?(?:其中)?(?:探测)?(?:增量|步长)?(?:序列)?(?:di?)?\s*(?:为|取|是|依次|=|:|：)*\s*(?:\+?1\s*[,、，]\s*[-−]1\s*[,、，]\s*\+?4\s*[,、，]\s*[-−]4(?:\s*[,、，]\s*\+?9\s*[,、，]\s*[-−]9)?|±1\s*[,、，]\s*±4(?:\s*[,、，]\s*±9)?)(?!\s*[,、，]\s*[-+±\d])(?:\s*[,、，]?\s*(?:\.{2,}|…+|等等?))?\)?"
_OWN = """
仍 仍然 仍用 已 已有 已经 已按 已按顺序 已依次 除留余数 装 初空 送入 装进 放进 进 初 空表 写地址 只写 即可 各 各需 失败 成功 地址:关键字即可 全 初空 送入 装进 放进 进 插 各 初 空表 写每个关键字即可 写地址 即可 次序 插入次序 插入顺序 又是 又 关键字 关键字序列 序列 依次 插入 插 装入 装填 填入 填 存储 存入 存 放入 放 放进 进去 散列 到 构造 建立 处理 解决 冲突 处理冲突 解决冲突 除留余数法 法 表 集合 元素 记录 数据 查找 查 一组 方法 采取 长度 表长 函数 画出 构建 建 H key 的表 顺序 地址 存进 存进去 放进去 把 造 造出 都 挨个 逐个 放进去 散列存储 存储空间 除法 进行 下标 键 键值 整数 数 一维 一维数组 数组 维 按顺序 最后 散列法 地址空间 空间 空 空表 初始 为空 等概率 概率 相等 时 结果 它 会 结点 三个 接着 已经 已经依次 已依次 计算 求得 所构造 散列表 构造的 的 哈希表 哈希函数 散列函数 总共 算 各 保留 小数 核对答案 长 里 答案
探测 探查 位置 表中 已有 结点 地址为空 其余地址为空 取值 可能 一共 共 时 则 后 其 该 再 接着 此时 问 号 先后 单元 存在 个 内 表内 用 使用 规定 其中 其它 其他 当 增量 步长 依次存入 已存 已存了 已知 相同 一次 存储结构 写出 画出来 对应 冲突处理 产生 发生 三问 元素个数 单链表 链表 同义词链 最终
"""

_MADE = r"(?:构造|建立|造|填|画|给|写)[出成]?(?:一个|该|此|相应的?|对应的?)?(?:散列|哈希)(?:存储|查找)?表"
_METHOD = (
    (r"(?:双重?(?:散列|哈希)|再(?:散列|哈希)法?\(双散列\))(?:函数)?(?:探测)?法?", "double"),
    (r"(?:开放(?:定址|地址)法?(?:中的|的|\(|,)?)?线性(?:探测|探查|再散列|再探测|探测再散列)(?:再散列)?法?(?:的方法)?\)?", "linear"),
    (r"(?:链地址|拉链|链接|分离链接|链式地址|链表|开散列)法", "chaining"),
)


_TWO_METHODS = re.compile(
    r"分别(?:采用|用|使用|按|以|利用)*(?P<one>[^,;。、与和]{0,6}(?:线性|二次|平方|链地址|拉链|链接)[^,;。、与和(]{0,10}(?:[(（][^()（）]{0,16}[)）])?)\s*[和与、及]\s*(?P<other>[^,;。]{0,6}?(?:线性|二次|平方|链地址|拉链|链接)(?:探测|探查|再散列|法)*(?:[(（][^()（）]{0,16}[)）])?)来?"
)


def recognise(text: str) -> Recognition | None:
    """A table being filled, by one method or by each of two; None where it is something else."""
    text = plain(with_probing_told(text))
    if (two := _TWO_METHODS.search(text)) is None or not patterns.search("两种|各自|各为|各是", text[two.end() :]):
        return _of_both(each_method(text)) or _recognise(text)
    rest = patterns.sub(
        r"这?(?:求|计算)?两种(?:处理冲突的)?(?:方法|情况|散列表)下?的?(?:各自)?",
        lambda match: "求" if "求" in match[0] or "计算" in match[0] else "",
        text[two.end() :],
    )
    return _of_both([f"{text[: two.start()]}用{two[name]}{rest}" for name in ("one", "other")])


def _of_both(texts: Sequence[str]) -> Recognition | None:
    """The same asked for each of two methods; None where there are none."""
    cases = [each for each in map(_recognise, texts) if each is not None and each.confident]
    if len(cases) < 2:
        return None
    return Recognition(
        parameters={"task": "methods", "methods": [each.parameters for each in cases]},
        understood=tuple(dict.fromkeys(told for each in cases for told in each.understood)),
    )


@every_part_asked
def _recognise(text: str) -> Recognition | None:
    parted = in_parts(text)
    text = patterns.sub(r"[(（](?:不存在|不在表中|表中没有)[)）]", "", without_part_numbers(prepared(text)))
    # "9, 14, 等概率下" is no list that goes on, and an index range no ellipsis.
    text = patterns.sub(r"[,，]?\s*在?等概率的?(?:查找)?(?:情况|条件|前提)?[下时]?", ",", text)
    text = patterns.sub(r"装填\(载\)因子|装载因子|填充因子", "装填因子", text)
    text = patterns.sub(
        r"(?<![A-Za-z])([A-Za-z]{1,3})\s*(?:除以|对|模)\s*(\d+)\s*后?(?:所得|得到|取|求|的)*余(?:数|的结果|法)?", r"\1%\2 ", text
    )
    text = patterns.sub(
        r"开放(?:定址|地址)法?(?:的|中的)?(?=线性)|(?<=线性)探查|(?<=采用)开放定址",
        lambda match: "探测" if match[0] == "探查" else "",
        text,
    )
    text = (
        patterns.sub(r"(?<![A-Za-z])H\s*=\s*(?=[A-Za-z(]|\d+\s*[*×]?\s*[A-Za-z])", "H(key)=", text)
        if patterns.search(r"(?<![A-Za-z])H\s*=\s*key", text)
        else patterns.sub(r"(?<![A-Za-z])H\s*=\s*k\s*(?=%|mod)", "H(k)=k", text)
    )
    text = patterns.sub(
        r"\(?在?[不未](?:考虑)?(?:删除|进行删除)(?:任何)?(?:元素|关键字)?的?(?:情况|前提)?下?\)?|删除不考虑|不考虑删除|\(?头插[、和或]?尾插(?:不管|都行|均可|无所谓)\)?",
        "",
        text,
    )
    text = patterns.sub(r"(?<=拉链)(?!法)", "法", text)
    text = with_addresses(text)
    text = patterns.sub(
        r"(?:它们)?(?:各自|分别|各)(?:存放|存储|存|放)[在到于]了?(?:哪个|哪些|哪里|什么)(?:位置|地址|单元)?", "各关键字的存储地址", text
    )
    only_added = patterns.search(_PLUS_SQUARES, text) is not None
    text = patterns.sub(_PLUS_SQUARES, "", text)
    small = synonyms_of_n(text) or chains(text) or keys_of_address(text) or small_problem(text)
    if small is not None:
        return small
    squares = patterns.search(_SQUARES, text) is not None or patterns.search(_WORKED_SQUARES, text) is not None
    text = patterns.sub(_WORKED_SQUARES, "", patterns.sub(_SQUARES, "", text))
    reading = opened(patterns.sub(r"(?<!\d)0\s*(?:\.{2,3}|…+)\s*(?=\d)", "0~", text))
    reading.take_all(r"装填因子[那这]?(?:种|类|一类|一种|方面)的?题[目型]?")
    quadratic = bool(reading.take_all(r"(?:平方|二次)(?:探测|探查|再散列)(?:再散列)?法?"))
    if (squares or only_added) and (not quadratic or (squares and only_added)):
        stay_out("squares without their method, or of two sorts")
    notes = _notes(reading)
    reading.refuse(
        r"伪随机|溢出区|字母|首字母|月|最多|最少|某个|从大到小|降序|递减|有序|头插|表头|头部|素数|空指针|步长(?!=)|位置探测|质数|折叠|平方取中"
    )
    # How the second function steps, which the method itself says.
    reading.take_all(
        r"(?:第\s*i\s*次)?(?:冲突|探测)?[后时]?的?(?:探测|散列|哈希)?(?:地址|序列|函数)?[为是:]?\s*(?:h\w{0,3}|d)?i?\s*=?\s*\(\s*h\w{0,3}\s*\(\s*\w+\s*\)\s*\+\s*(?:i\s*[*×·]?\s*h\w{0,3}\s*\(\s*\w+\s*\)|d_?i?)\s*\)\s*(?:%|mod)\s*(?:m|\d+)(?:,?\s*\(?i\s*=\s*[01][^;。)]{0,20}\)?)?"
    )
    methods = [*reading.take_words(_METHOD), *(["squares" if only_added else "quadratic"] if quadratic else [])]
    second = reading.take(SECOND) if "double" in methods else None
    divisor, factor, addend = function_of(reading)
    length = length_of(reading)
    reading.take_all(r"(?:其|它们的?|各自的?)?(?:存储|存放)?(?:地址|位置)(?:分别|依次|各)*[为是]?(?=\s*(?:addr|地址)\s*\(\s*\d)")
    already = {
        int(match["key"]): int(match["at"])
        for match in reading.take_all(r"(?<![A-Za-z])(?:addr|地址)\s*\(\s*(?P<key>\d+)\s*\)\s*=\s*(?P<at>\d+)")
    }
    already |= _told_addresses(reading)
    for match in reading.take_all(
        r"(?:表|散列表|HT)?[中里]?的?(?:地址|下标|位置|单元)?为?\s*(?P<at>\d+(?:\s*[、,和]\s*\d+)*)\s*号?的?(?:单元|位置|地址|槽)?[都均]?(?:已经?)?[都均]?被?(?:占用|占据|占了?|有元素|存有元素|有(?:关键字|记录))了?"
    ):
        # What stands there is not told, and not asked for.
        already |= {-1 - int(at): int(at) for at in patterns.findall(r"\d+", match["at"])}
    reading.take_all(r"(?:散列|哈希|Hash|杂凑)(?:表|函数)?(?:\s*H[AT]?(?=0~))?(?=\ue000)|(?<![A-Za-z])[HT][AT]?(?=\s*\ue000)")
    reading.take_all(r"(?<![A-Za-z])HT(?![A-Za-z0-9(])")
    reading.take_all(r"(?:若|如果|现|而)*[改换][用成为](?=\ue000|拉链|链地址|线性|二次|平方)|同样的|相同的")
    further = reading.take_all(
        rf"(?:再|接着|然后|现在?|现要|又|此时|最后)+(?:要|将|把|向表中?|往表[中里])*[存插放填]?[入进]?(?:一个)?(?:{KEY_WORDS})?为?\s*(?P<key>{KEY})(?!\s*[,、 ]\s*(?!(?P=key)(?!\d))\d)(?:这个)?(?:{KEY_WORDS})?(?:存入|放入|插入|放进去|存进去|插进去)?[时后]?(?!的?时候?|[存放]|所?在)"
    )
    if already:
        further += reading.take_all(rf"[要将把]?(?:插入|存入|放入|填入)(?:一个)?(?:{KEY_WORDS})?\s*(?P<key>{KEY})(?!\s*[,、]\s*\d)[时后]?")
    places = _of_keys(reading, [(match.start(), int(match["key"])) for match in further])
    for name, pattern in OF_TABLE:
        for match in reading.take_all(pattern):
            of = match.groupdict().get("of")
            places.append((match.start(), f"{name}:{to_int(of)}" if of else name))
    reading.refuse(r"删除(?!\s*(?:关键字|关键码|元素|记录|了|掉)*为?\s*\d)")
    for key in {name.partition(":")[2] for _, name in places if patterns.match("(?:place|compared|clashes):", name)}:
        reading.take_all(
            rf"在?(?:散列|哈希)?表?[中里]?(?:插入|存入|放入|填入|查找)(?:{KEY_WORDS})?\s*(?<!\d){key}(?![\d,、])(?:时|后|的时候)"
        )
    named = reading.take_all(r"(?:散列|哈希|Hash|杂凑)(?:表|函数)?(?:\s*H[AT]?(?=0~))?(?!\S{0,2}地址是)") or bool(
        patterns.search("散列|哈希", reading.text)
    )
    average = (
        reading.take_all(
            r"平均(?:查找|搜索|比较|探测|探查)的?(?:长度|次数)|平均(?:要|需要?)?(?:比较|探测|查找)(?:多少|几)次|(?<![A-Za-z])ASL(?:成功|失败|success|fail|succ|unsucc)?(?![A-Za-z])"
        )
        or "平均" in reading.text
        or "ASL" in reading.text.upper()
    )
    refuse_negative(reading)
    deleted = reading.take_one(
        r"(?:再|又|然后|接着|之后|随后|最后|后|若|现|,)*(?:将|把|从(?:表|散列表|HT|其)中?)*(?:删除|删去|删掉|移除)[了掉]?(?:表中)?的?(?:关键字|关键码|元素|记录)?为?\s*(?P<value>\d+)的?(?:关键字|元素|记录)?(?:之后|后)?",
        to_int,
    )
    if deleted is not None:
        reading.take_all(r"\(?(?:采用|用|作|做|设)?(?:惰性|懒惰|逻辑)?(?:删除)只?时?[作做设用]?(?:一个)?(?:删除)?标记法?\)?|惰性删除")
    lists = reading.take_all(SEQUENCE)
    count = reading.take_one(rf"[这共]?有?(?P<value>{INTEGER})个(?:{KEY_WORDS}|数|整数)", to_int)
    reading.take_all(r"(?:初始)?为?空(?!间)的?|各散列地址(?=,)|(?:线性表)?\(\s*\)|(?:其余|其他|其它)(?:地址|单元|位置)[均都为是]*空")
    settle_story(reading, [place for place, _ in places], _OWN, WEAK, parted=parted)
    asked = list(dict.fromkeys(name for _, name in sorted(places)))
    lengths = [name for name in asked if name in ("success", "failure")]
    if average and (not lengths or _asks_both(reading.text)):
        if not lengths or set(lengths) == {"success"} or len(lengths) == 2:
            rest = [name for name in asked if name not in lengths]
            at = asked.index(lengths[0]) if lengths else 0
            asked = [*rest[:at], "success", "failure", *rest[at:]]
    elif lengths and not average:
        return None
    if not asked and not notes.get("length_asked") and patterns.search(_MADE, reading.text):
        asked = ["table"]  # what is made is asked for where nothing else is
    if (not named and not (methods and divisor)) or len(methods) != 1 or not (asked or notes.get("length_asked")):
        return None
    keys = list(to_ints(lists[0][0])) if len(lists) == 1 else list(already) if already and not lists else None
    if keys is None or (already and lists):
        return None
    if deleted is not None:
        if methods != ["linear"] or deleted not in keys or asked != ["failure"] or further or already:
            stay_out("what is deleted, or what of the rest is asked")
        notes["deleted"] = deleted
    added = [int(match["key"]) for match in further]
    mentioned = [int(name.partition(":")[2]) for name in asked if name.partition(":")[0] in ("place", "compared", "clashes")]
    new = [key for key in dict.fromkeys([*added, *mentioned]) if key not in keys]
    looked_for = [key for key in new if f"compared:{key}" in asked and f"place:{key}" not in asked and key not in added]
    if looked_for and patterns.search(r"查找?\s*(?:关键字)?\s*" + str(looked_for[0]), reading.text) and notes.get("empty"):
        asked = [f"missed:{name.partition(':')[2]}" if name == f"compared:{looked_for[0]}" else name for name in asked]
        new = [key for key in new if key != looked_for[0]]
    if new and (len(new) > 1 or not (added or already or patterns.search("再|接着|又|已", reading.text))):
        stay_out("a key that is not in the table")
    if any(key in keys for key in added):
        stay_out("a key twice")
    return _recognised(keys + new, already, methods[0], squares, second, (divisor, factor, addend), length, count, len(new), asked, notes)


def _told_addresses(reading: Reading) -> dict[int, int]:
    """Keys with their addresses, told as two lists; taken, empty where they are not.

    Raises:
        StayOut: lists of two lengths.
    """
    found = reading.take(
        rf"(?P<keys>{SEQUENCE})这?(?:{INTEGER}个)?(?:{KEY_WORDS})?,?(?:其|它们的?|存储|存放|散列|的)*(?:地址|位置|下标)(?:分别|依次)[是为]?\s*(?P<at>{SEQUENCE})"
    )
    if found is None:
        return {}
    keys, at = to_ints(found["keys"]), to_ints(found["at"])
    return dict(zip(keys, at, strict=True)) if len(keys) == len(at) == len(set(at)) else stay_out("keys and addresses")


def _notes(reading: Reading) -> dict[str, Any]:
    """How is counted, how chains grow, how results are rounded, and the load factor; taken.

    Raises:
        StayOut: null pointers counted and not counted.
    """
    notes: dict[str, Any] = {}
    reading.take_all(r"\(?分母[为取用是](?:散列地址数)?\s*\d+\)?")
    if reading.take_all(EMPTY_PLACE) or reading.take_all(
        r"\(?(?:含|包括|算上)(?:最后)?(?:探测?到)?的?空(?:位|单元)(?:那次)?\)?|\(?探测?到空(?:单元|位)(?:那一?次)?也?算\)?|\((?:不存在|不在表中)\)"
    ):
        notes["empty"] = True
    reading.take_all(r"\((?:不存在|不在表中)\)")
    if reading.take_all(NULL_POINTER + r"[算计记][作为入上]?了?[一1]次(?:比较)?"):
        notes["null_pointer"] = True
    if reading.take_all(NULL_POINTER + r"不[算计记](?:作|为|入|在内)?(?:比较)?(?:次数)?内?"):
        if "null_pointer" in notes:
            stay_out("null pointers counted and not counted")
        notes["null_pointer"] = False
    if reading.take_all(
        r"(?:新(?:结点|元素|关键字)?)?(?:采用|都|均|总是|总)?(?:插入?|放|挂|接|加)[在到入]?了?(?:相应|对应)?(?:单?链表?)?的?[末表链]?尾[部端上]?|(?:采用)?尾插法?"
    ):
        notes["at_end"] = True
    decimals = reading.take_one(r"(?:结果)?(?:四舍五入)?保留到?(?:小数点后)?(?P<value>[一二两三四]|[1-4])位(?:小数)?", to_int)
    notes |= {"decimals": decimals} if decimals is not None else {}
    load = reading.take_one(r"(?:要求)?装[填载]因子\s*α?\s*(?:为|是|=)\s*(?P<value>0\.\d+|[1-9]\s*/\s*[1-9]\d?|\d{2}%)", str)
    notes |= {"load": load} if load is not None else {}
    if reading.take_all(r"所?(?:构造)?的?(?:散列|哈希)?表的?(?:长度?|大小)m?[是为](?:多少|几)"):
        notes["length_asked"] = True
    reading.take_all(r"(?:一个)?(?:下标|地址|编号)?是?从0开始(?:编号)?的?(?:一维数组)?")
    reading.take_all(
        r"\(?(?:按|只按|分母[为取用是])(?:H|散列函数|哈希函数)?的?\s*\d+\s*个?(?:可能)?的?(?:取值|散列地址|地址)(?:算|计算|来算|考虑)?\)?"
    )
    reading.take_all(
        r"\(?(?:每次|每)?(?:探测|比较)到已?(?:占|有元素|占用)用?的?(?:单元|位置|地址)就?[算计记][作为]?[一1]次冲突\)?|(?:增量)?di?\s*=\s*i\s*[*×·]?\s*h2?\s*\(\s*\w+\s*\)"
    )
    return notes


def _of_keys(reading: Reading, added: Sequence[tuple[int, int]]) -> list[tuple[int, str]]:
    """(place, question) of what is asked of single keys: `place:58`, `compared:58`, `clashes:58`, `home:58`; taken.

    Raises:
        StayOut: something is asked of "it", and it is not said which key that is.
    """
    found: list[tuple[int, str, tuple[int, ...]]] = [(place, "", (key,)) for place, key in added]
    for name, pattern in OF_KEYS:
        for match in reading.take_all(pattern):
            told = match.groupdict().get("keys") or match.groupdict().get("keys2")
            keys = tuple(to_ints(told)) if told else ()
            found.append((match.start(), name, keys))
    places: list[tuple[int, str]] = []
    last: tuple[int, ...] = ()
    for place, name, keys in sorted(found):
        if not (keys or last) and name == "compared" and patterns.match("[,;]?共", reading.text[place:]):
            places.append((place, "all-probes"))
            continue
        last = keys or last or stay_out("which key")
        if not name:
            continue
        if name == "again":
            name = places[-1][1].partition(":")[0] if places else stay_out("what of it")
        if name == "both":
            places += [
                (place + 2 * number + later, f"{each}:{key}")
                for number, key in enumerate(last)
                for later, each in enumerate(("place", "compared"))
            ]
            continue
        places += [(place + number, f"{name}:{key}") for number, key in enumerate(last)]
    return places


def _recognised(
    keys: list[int],
    already: dict[int, int],
    method: str,
    squares: bool,
    second: re.Match[str] | None,
    function: tuple[int | None, int, int],
    length: int | None,
    count: int | None,
    new: int,
    asked: list[str],
    notes: dict[str, Any],
) -> Recognition | None:
    divisor, factor, addend = function
    if len(set(keys)) != len(keys) or (count is not None and count not in (len(keys), len(keys) - new)):
        stay_out("keys")
    if ("at_end" in notes or "null_pointer" in notes) and method != "chaining":
        stay_out("chains in an open table")
    names = {name.partition(":")[0] for name in asked}
    if method == "chaining" and names & {"place", "clashes", "all-clashes", "slot", "vacant"}:
        stay_out("a chain's address")
    if method != "chaining" and names & {"longest", "empty-chains", "chain", "chain-length"}:
        stay_out("chains in an open table")
    if (method == "double") != (second is not None):
        stay_out("the second function")
    understood: tuple[tuple[str, str], ...] = (("关键字", listed(keys)), ("冲突处理", TITLES[method]))
    parameters: dict[str, Any] = {"keys": keys, "method": method, "asked": asked}
    if "load" in notes:
        places = len(keys) / to_share(notes["load"])
        if places.denominator != 1 or length not in (None, places.numerator) or "load" in names:
            stay_out("load factor")
        length = places.numerator
    if notes.get("length_asked"):
        if "load" not in notes:
            stay_out("the length is asked, not given")
        parameters["asked"] = ["length", *asked]
    parameters |= {"factor": factor} if factor != 1 else {}
    parameters |= {"addend": addend} if addend else {}
    parameters |= {"already": [[key, at] for key, at in already.items()]} if already else {}
    parameters |= {"signs": False} if method == "quadratic" and not squares else {}
    parameters |= {"null_pointer": True} if notes.get("null_pointer") else {}
    parameters |= {"deleted": notes["deleted"]} if "deleted" in notes else {}
    parameters |= {"decimals": notes["decimals"]} if "decimals" in notes else {}
    if second is not None:
        parameters["second"] = [int(second["first"]), second["sign"], int(second["value"]), int(second["factor"] or 1)]
    if divisor is None:
        return Recognition(
            parameters=parameters, understood=understood, missing=(Missing("divisor", "散列函数对几取余？", "H(key)=key%{}"),)
        )
    parameters["divisor"] = divisor
    product = "key" if factor == 1 else f"{factor} × key"
    written = f"({product} + {addend})" if addend else product
    understood = (("散列函数", f"H(key) = {written} mod {divisor}"), *understood)
    if method in ("quadratic", "squares", "double") and "failure" in asked:
        stay_out("lengths of a search that fails with squares or a second function")
    if method != "chaining":
        if length is None and _whatever_length(parameters):
            length = divisor
            parameters["length_free"] = True
        if length is None:
            return Recognition(
                parameters=parameters, understood=understood, missing=(Missing("length", "散列表的长度是多少？", "表长为{}"),)
            )
        parameters["length"] = length
        understood = (*understood, ("表长", str(length)))
    elif "load" in names:
        parameters["length"] = length if length is not None else divisor
    if not 2 <= divisor <= 1000:
        return None
    if method != "chaining" and not (divisor <= parameters["length"] <= 1000 and len(keys) <= parameters["length"]):
        return None
    if method == "linear" and "failure" in asked and len(keys) == parameters["length"]:
        return None
    return Recognition(parameters=parameters, understood=understood)


def _whatever_length(parameters: dict[str, Any]) -> bool:
    """Whether the length that is not told changes nothing: no probing comes to the end of a table as long as the divisor."""
    if parameters["method"] != "linear" or "already" in parameters or "deleted" in parameters:
        return False
    if {name.partition(":")[0] for name in parameters["asked"]} - {"success", "table", "place", "compared", "clashes", "all-clashes"}:
        return False
    divisor = parameters["divisor"]
    if len(parameters["keys"]) > divisor:
        return False
    function = (parameters.get("factor", 1), parameters.get("addend", 0))
    short = fill(parameters["keys"], divisor, divisor, "linear", function[0], addend=function[1])
    return all(placed.probes[-1] >= placed.probes[0] for placed in short.placed)


def _asks_both(text: str) -> bool:
    """Whether both averages are asked in one phrase."""
    return patterns.search(r"成功(?:时|情况)?(?:和|与|、|及|以及|,)(?:查找)?(?:失败|不成功)", text) is not None
