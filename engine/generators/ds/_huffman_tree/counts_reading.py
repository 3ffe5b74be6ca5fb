"""Reading problems about Huffman trees without weights: numbers of nodes from one another, and which options are prefix codes."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.ds._clauses import WEAK, opened, refuse_open_questions
from engine.generators.ds._settling import settle
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_GIVEN = (
    (
        "leaves",
        rf"(?:有|共有?|含有?|包含|是)*(?:n\s*=\s*)?(?<![\d.第])(?P<value>{INTEGER})\s*[个种](?:不同的?)?(?:叶子?结点|叶子|叶|字符|符号|权值|关键字|字母)|叶子?(?:结点)?(?:个?数|个数|数目)?(?:共?有|为|是|=)(?P<value2>{INTEGER})个?|叶子?(?:结点)?(?:共|一共)?(?P<value3>{INTEGER})个",
    ),
    (
        "total",
        rf"(?:总共|一共|共|有|含|总计|包含)*(?<![\d.第])(?P<value>{INTEGER})\s*个总?结点|(?:结点总数|总结点数|(?<![叶子支部])(?:结点数|结点个数|结点))(?:总共|一共|共|有|为|是|=)*(?P<value2>{INTEGER})个?",
    ),
    (
        "inner",
        rf"(?P<value>{INTEGER})\s*个(?:非叶子?结点|分支结点|度为[2二]的结点|内部结点)|(?:非叶子?结点|分支结点|度为[2二]的结点)(?:个?数)?(?:共?有|为|是|=)?(?P<value2>{INTEGER})个?",
    ),
)
_WANTED = (
    (
        "inner",
        r"(?:非叶子?结点|分支结点|非终端结点|度为(?P<degree>[2-9二三四五六]|m)的结点|内部结点)的?总?(?:个?数|个数|数目|数量)?[有是为]?(?:多少|几)?个?|(?:多少|几)个(?:非叶子?结点|分支结点|度为(?P<degree2>[2-9二三四五六])的结点)",
    ),
    (
        "leaves",
        r"(?<![A-Za-z])n(?=[\s。?]*$)|(?<![A-Za-z])n的?(?:值|取值|大小)(?:应该?|等于|为|是)*(?:多少|几)?|(?<![A-Za-z])n\s*(?:=|等于|为|是)+\s*(?:多少|几|\?|\(\s*\)|(?=[\s。?]*$))|(?:叶子?结点|叶子|叶)的?总?(?:个?数|个数|数目|数量)?[有是为]?(?:多少|几)?个?|(?:多少|几)个(?:不同的?)?(?:叶子?结点|叶子|字符|码字|编码|符号)|(?:用于编码的)?(?:不同的?)?(?:字符|码字|编码|符号|权值)的?(?:个数|总数|数目|(?:一共|总共|共|有)+(?:多少|几)个)",
    ),
    (
        "total",
        r"(?:结点)的?(?:总数|总个数|个数|总)[有是为]?(?:多少|几)?个?|(?:总共|一共|共|总)有?的?(?:多少|几)个结点|(?:多少|几)个结点|总结点(?:数|个数)?[有是为]?(?:多少|几)?个?",
    ),
)


_FINISH = "哈夫曼树 树 结点 叶子 共 构造 编码 总 数 个 字符 中 含 得到 能 权值 互不相同 码字 关键字 若 里面 里 二叉 时 分别 一棵 棵 n 里 叶结点数 有几个 若 叶结点数n 二叉哈夫曼树"
_TITLES = {"leaves": "叶结点", "total": "结点总数", "inner": "非叶结点", "merges": "合并次数", "ones": "度为 1 的结点"}
_MERGES = (
    r"(?:要|需要?|共|一共|总共|经过|进行)*(?:合并|归并)了?(?:多少|几)次|(?:多少|几)次(?:合并|归并)|(?:合并|归并)的?总?次数[是为]?(?:多少)?"
)


_N_IS = re.compile(r"(?<=[为是数有])\s*n\s*=\s*(?=\d)")


def nodes(reading: Reading) -> Recognition | None:
    """Numbers of nodes from another; None where that is not what is asked.

    Raises:
        StayOut: something else is said.
    """
    if not patterns.search("哈夫曼", reading.text) or patterns.search(
        r"\d\s*[,、;]\s*\d|\d \d|WPL|带权|权值?(?:为|是|分别)|长度|频|概率|次数", reading.text
    ):
        return None
    trial = opened(
        patterns.sub(
            r"\(n\s*(?:≥|>=|>)\s*\d\)|(?:权值?|频率)?[均都各互]?不相?[同等]的?(?:权值)?(?=字符|字母|符号|元素|叶|权值|结点|关键字|[,。])",
            "",
            _N_IS.sub("", patterns.sub(r"n_?0\s*个(?:度为0的结点|叶子?结点)[,，]\s*n_?0\s*=\s*(\d+)", r"\1个叶结点", reading.text)),
        )
    )
    trial.take_all(r"\(?(?:且|并且)?(?:没有|不含|无)虚(?:叶子?)?结点\)?")
    ways = (
        trial.take_one(
            (
                rf"(?P<value>{INTEGER})\s*叉的?(?:正则|严格)?的?树?(?=哈夫曼|树|,|\()",
                rf"(?<![出入])度为\s*(?:m\s*=\s*)?(?P<value>{INTEGER})的(?=哈夫曼)",
                rf"(?<![A-Za-z])[mk]\s*(?:=|为|取)\s*(?P<value>{INTEGER})" if patterns.search("度为[mk]|[mk]叉", trial.text) else r"(?!)",
            ),
            to_int,
        )
        or 2
    )
    if ways > 2 or patterns.search(r"(?<![A-Za-z])[mk]\s*=", trial.text):
        trial.take_all(r"(?<![出入])度为\s*[mk]\s*的?(?=哈夫曼)|(?<![A-Za-z])[mk]\s*叉(?=哈夫曼|树)")
    trial.take_all(r"\(?n\s*(?:≥|>=|>)\s*\d\)?|正则|严格|(?:总共|一共|共|有)*(?<![A-Za-z])n\s*个结点")
    none = trial.take_all(r"度为[1一]的结点的?(?:个?数|数目)?[有是为]?(?:多少|几)个?|(?:多少|几)个度为[1一]的结点")
    height = trial.take_one(rf"(?:高度|深度|高)[为是]?\s*(?P<value>{INTEGER})层?", to_int)
    trial.take_all(r"(?:若|如果|当|设)?(?:一棵树)?若?n_?0\s*(?:=|为)\s*(?=\d)")
    trial.take_all(r"\(?(?:只[有含])?度为\s*[0零]\s*[和与、或]\s*(?:度为)?(?:m|\d+|[二三四五])\s*(?:的结点)?(?:两种结点)?\)?")
    given = {}
    numbered = trial.take_all(r"(?<![A-Za-z\d])n\s*(?:=|为|取)\s*(?P<value>\d+)\s*时?(?:个叶子?(?:结点)?)?")
    for name, pattern in sorted(_GIVEN, key=lambda each: each[0] != "inner"):
        found = trial.take_all(pattern)
        values = {to_int(next(value for value in match.groupdict().values() if value)) for match in found}
        if len(values) == 1:
            given[name] = values.pop()
        elif values:
            stay_out("two numbers")
    plain_zero = patterns.search(r"n_?0\s*=\s*(\d+)", trial.text)
    if plain_zero and not given:
        trial.take_all(r"(?<=\ue000)\d+|=\s*\d+")
        given["leaves"] = int(plain_zero[1])
    if numbered:
        leaves = trial.take_all(r"有?(?<![A-Za-z])n\s*个(?:不同的?)?(?:叶子?(?:结点)?|字符|权值|符号)") or any(
            "叶" in match[0] for match in numbered
        )
        if not leaves and not patterns.search(r"^个?(?:不同的?)?(?:叶|字符|权值)", trial.rest[numbered[0].end() :].lstrip("个")):
            stay_out("n of what")
        trial.take_all(r"(?<=\ue000)个?叶子?(?:结点)?")
        if given:
            stay_out("two numbers")
        given["leaves"] = int(numbered[0]["value"])
    merges = trial.take_all(_MERGES)
    wanted = []
    for name, pattern in _WANTED:
        for match in trial.take_all(pattern)[:1]:
            degree = match.groupdict().get("degree") or match.groupdict().get("degree2")
            if degree not in (None, "m") and to_int(str(degree)) != ways:
                stay_out("nodes of another degree")
            wanted.append((match.start(), name))
    wanted += [(match.start(), "merges") for match in merges[:1]]
    wanted += [(match.start(), "ones") for match in none[:1]]
    names = [name for _, name in sorted(wanted)]
    if patterns.search(r"(?<![A-Za-z])n\s*个结点", trial.text) and names == ["leaves"] and "leaves" in given:
        names = ["total"]
    bounds = [name for name, pattern in (("least", "最少|至少"), ("most", "最多|至多")) if trial.take_all(pattern)]
    if height is not None and not given and names == ["leaves"] and bounds and ways == 2:
        settle(trial, _FINISH)
        return Recognition(
            parameters={"task": "height", "levels": height, "asked": bounds},
            understood=(("高度", f"{height}（根为第 1 层）"), ("求", "叶结点个数")),
        )
    if len(given) != 1 or not names or set(names) & set(given) or bounds or height is not None:
        return None
    trial.take_all(r"哈夫曼(?:树|编码树|编码|算法)?|二叉树|构造|进行|对|编码|二?叉树?|\(\ue000*\)")
    refuse_open_questions(trial)
    trial.refuse(r"不|度为|高度|深度|第|层|空指针|指针")
    settle(trial, _FINISH)
    name, value = next(iter(given.items()))
    if not 2 <= ways <= 100 or value < 1 or value > 10**9 or (ways > 2 and "merges" in names):
        return None
    spare = {"leaves": (value - 1) % (ways - 1), "total": (value - 1) % ways, "inner": 0}[name]
    if spare:
        stay_out("no such tree without a dummy")
    return Recognition(
        parameters={"task": "nodes", "ways": ways, "given": name, "value": value, "asked": names},
        understood=(
            (_TITLES[name], str(value)),
            *((("叉数", str(ways)),) if ways > 2 else ()),
            ("求", "、".join(_TITLES[each] for each in names)),
        ),
    )


_PATHS = r"从根分别到达?两个叶子?结点的?路径上的?权值序列"


def paths(reading: Reading) -> Recognition | None:
    """Which two paths of weights can belong to one Huffman tree (408 of 2015); None where that is not asked."""
    trial = opened(reading.text)
    told = trial.take_all(rf"(?:下列|以下)?(?:选项)?(?:给出的)?是?{_PATHS}")
    asked = trial.take_all(r"(?:其中)?(?:能|可能|可以)?(?:属于|来自)于?同一棵哈夫曼树的?是?")
    if not told or not asked:
        return None
    settle(trial, _FINISH)
    return Recognition(parameters={"task": "paths"}, understood=(("求", "属于同一棵哈夫曼树的两条路径"),))


def coded(text: str) -> Recognition | None:
    """A given code: a text to be decoded or encoded, or the length of a text with so many of each letter; None where no code is given.

    Raises:
        StayOut: something else is said, or the code is none.
    """
    reading = opened(text)
    pairs = reading.take_all(r"(?<![A-Za-z0-9])(?P<name>[A-Za-z])\s*(?:[:=-]|为|是|编码为|\()\s*(?P<code>[01]{1,10})(?![0-9.])\)?")
    codes = {match["name"]: match["code"] for match in pairs}
    if not pairs:
        given = (
            reading.take(
                r"(?P<names>[A-Za-z](?:\s*[,、 ]?\s*[A-Za-z](?![A-Za-z])){2,}|[A-Z]{3,10})\s*(?:这?[\d三四五六七八九]个)?(?:字符|字母)?的?(?:哈夫曼)?(?:编码|码字|码)(?:分别|依次|各)+[为是:]?\s*(?P<codes>[01]{1,8}(?:\s*[,、 ]\s*[01]{1,8}){2,})(?![01])"
            )
            or reading.take(
                r"(?P<names>[A-Za-z](?:\s*[,、 ]\s*[A-Za-z](?![A-Za-z])){2,})[^0-9A-Za-z\n;。?]{0,8}(?:,|。|;|若|且|其|各|每个|对应|相应|的|个|字符|字母|它们|它){0,8}(?:哈夫曼)?(?:编码|码字|码)(?:分别|依次|各)+[为是:]?\s*(?P<codes>[01]{1,8}(?:\s*[,、 ]\s*[01]{1,8}){2,})(?![01])"
            )
            or reading.take(
                r"(?:编码|码)(?:分别|依次)?[为是]?\s*(?P<codes>[01]{1,8}(?:\s*[,、 ]\s*[01]{1,8}){2,})\s*(?:分别|依次)?(?:给|对应|表示|代表|是)?(?:字符)?\s*(?P<names>[A-Za-z](?:\s*[,、 ]?\s*[A-Za-z](?![A-Za-z])){2,}|[A-Z]{3,10})"
            )
        )
        if given is None:
            return None
        names, values = patterns.findall("[A-Za-z]", given["names"]), patterns.findall("[01]+", given["codes"])
        if len(names) != len(values):
            stay_out("names and codes")
        codes = dict(zip(names, values, strict=True))
    if len(codes) < 3 or len(codes) != len(pairs or codes) or len(set(codes.values())) != len(codes):
        return None
    reading.take_all(
        r"由?\s*(?<![A-Za-z0-9])[A-Za-z](?:\s*[、,]\s*[A-Za-z](?![A-Za-z0-9:=])){1,12}\s*这?(?:[\d一二三四五六七八]+[个种])?(?:字符|字母)?(?:组成|构成)的?"
    )
    bits = reading.take_all(r"(?<![0-9.,、 ])[01]{5,80}(?![0-9.])")
    letters = reading.take_all(r"(?<![A-Za-z])[A-Za-z]{3,40}(?![A-Za-z])") if not bits else []
    letters = [match for match in letters if set(match[0]) <= set(codes)]
    counts = reading.take_all(r"(?<![\d.])\d+(?:\s*[,、 ]\s*\d+){2,}(?![\d.])")
    decode = reading.take_all(
        r"的?(?:译码|解码|译)(?:结果|出来|成|为|后)*[是为]?(?:什么|哪个)?(?:字符串|电文)?|(?:怎么|如何)译|对应的(?:字符串|原文|电文|字符序列)[是为]?(?:什么)?|原文[是为]?(?:什么)?"
    )
    reading.take_all(r"(?:哈夫曼|二进制)?编码(?:序列|串|流)(?=\s*[为是:]?\s*\ue000)")
    encode = reading.take_all(r"的?(?:哈夫曼)?编码后?(?:结果|序列)[是为]?(?:什么)?|编码后[是为](?:什么)")
    length = reading.take_all(
        r"(?:编码)?的?(?:总长度?|总位数|总码长|编码总长)[是为]?(?:多少|几)?(?:位|bit|比特)?|(?:一共|总共|共)(?:要|需要?|占)?(?:多少|几)(?:位|bit|比特)"
    )
    reading.take_all(r"(?:其|各字符|分别)?(?:出现)?(?:次数|频次|频数)(?:分别|依次)?[为是]?")
    reading.take_all(r"哈夫曼(?:树|编码)?表?")
    refuse_open_questions(reading)
    settle(
        reading,
        _FINISH + " 编码表 编码 码 已知 电文 报文 序列 收到 接收 二进制 二进制串 串 比特串 位串 字符 分别 给 前缀 前缀码 表 ( ) 位 出现",
        WEAK,
    )
    parameters: dict[str, object] = {"codes": codes}
    understood = (("编码", "，".join(f"{name}: {code}" for name, code in codes.items())),)
    if decode and len(bits) == 1 and not (letters or counts or length or encode):
        return Recognition(parameters={"task": "decode", "bits": bits[0][0], **parameters}, understood=understood)
    if encode and len(letters) == 1 and not (bits or counts or length or decode):
        return Recognition(parameters={"task": "encode", "letters": letters[0][0], **parameters}, understood=understood)
    if length and len(counts) == 1 and not (bits or letters or decode or encode):
        numbers = [int(number) for number in patterns.findall(r"\d+", counts[0][0])]
        if len(numbers) == len(codes):
            return Recognition(parameters={"task": "length", "counts": numbers, **parameters}, understood=understood)
    return stay_out("what of this code")


def prefix_codes(reading: Reading) -> Recognition | None:
    """Which of the options is, or is not, a prefix code; None where that is not what is asked."""
    text = patterns.sub(
        rf"(?:设|若|已知|某)?有?{INTEGER}\s*个(?:不同的?)?(?:字符|字母|符号)的?(?:有|可有|分别有|采用)?(?:如下|以下|下列)的?{INTEGER}\s*[种个组](?=编码)",
        "下列",
        reading.text,
    )
    if not patterns.search(r"前缀编?码", text) or patterns.search(r"\d", text):
        return None
    trial = opened(text)
    asked = trial.take(
        r"(?:下列|以下|下面)?的?(?:各组)?(?:二进制)?(?:编码|码)?(?:方案|集合)?[中里]?,?(?:哪一?[个组项]?)?的?(?P<not>不(?:是|属于|能作为|满足|符合))?(?:是|属于)?(?:二进制)?前缀编?码(?:要求|特性)?的?[是为]?(?:哪一?[个组项]?)?"
    )
    settle(trial, "编码 组 集合 项 一组")
    if asked is None:
        return None
    wanted = asked["not"] is None
    return Recognition(
        parameters={"task": "prefix", "wanted": wanted}, understood=(("求", "是前缀编码的一项" if wanted else "不是前缀编码的一项"),)
    )


_KINDS = {"inner": r"(?:非叶子?|分支|非终端|内部|度为[2二]的)结点", "leaves": r"叶子?结点|叶子|终端结点", "total": "结点"}
_ANY_KIND = "|".join(_KINDS.values())
_OF_N = re.compile(
    rf"(?:已知|设|若|假设|在)*(?:一棵|某棵?|某一棵|任意一?棵?)?哈夫曼树T?[中上里]?,?(?:共|一共|总共)?(?:有|含有?|具有)n个(?P<given>{_ANY_KIND}),?(?:则|那么)?(?:该|此|这棵|它)?(?:哈夫曼)?树?[中上里]?(?:一共|总共|共)?(?:有|含有?)?(?:\(\s*\)|多少|几)个(?P<asked>{_ANY_KIND})[。?()\s]*"
)


def of_n(reading: Reading) -> Recognition | None:
    """The numbers of nodes of a tree with n leaves, or n inner nodes; None where that is not all that the text says."""
    found = _OF_N.fullmatch(patterns.sub(r"\s+", "", reading.text))
    if found is None:
        return None
    given, asked = (
        next(name for name, pattern in _KINDS.items() if patterns.fullmatch(pattern, found[group])) for group in ("given", "asked")
    )
    if given == "total" or given == asked:
        return None
    return Recognition(
        parameters={"task": "of-n", "given": given, "asked": asked}, understood=((_TITLES[given], "n 个"), ("求", _TITLES[asked]))
    )
