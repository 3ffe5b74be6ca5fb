"""Reading problems about how many bits a Hamming code has, and what a code of a distance detects and corrects."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.co._hamming_code.reading import BITS, Hamming, take_capability
from engine.generators.co._hamming_code.simulator import check_bits
from engine.generators.kind import Recognition
from engine.generators.patterns import caseless
from engine.generators.reading import INTEGER, to_int

HOW_MANY = r"校验位(?:码)?(?:的)?(?:个数|位数|数目)|(?:几|多少)(?:位|个)(?:校验|监督)位|校验位(?:需要?|要|有|至少)*(?:几|多少)(?:位|个)"
"""Words that ask for the number of check bits, not for the bits."""
_BITS_THEMSELVES = re.compile(
    r"校验位(?:P\d|[、,和])*(?:的)?(?:取?值|分别|各(?:是|为))|(?:写出|求出?|给出|完整|编成|编出|得到|对应)[^,;。?!]{0,8}(?:海明码|汉明码|码字|编码)|(?:海明码|汉明码|码字)(?:是|为)(?:多少|什么)|出错|有错|哪一?位"
)


# What certification papers call them: `信息序列`, `比特冗余位`.
_SAME = (
    (re.compile(r"(?:数据|信息)(?:码字|序列)"), "信息位"),
    (re.compile(r"\(\s*\d?\s*\)(?=\s*(?:比特|位|个)\s?(?:冗余|校验)位)"), "多少"),
    (re.compile(r"\s*(?:比特|位|个)\s?冗余位"), "位校验位"),
    (re.compile(r"(?:必须|至少|需要?|要)+(?:加入?|增加|添加|附加)\s*(?=多少|几)"), "需要"),
    (re.compile(r"(?:若|如果)?(?:想|要)(?:构成|得到)(?=能)|(?:若|如果)(?:想|要)(?=能)"), "要求"),
)


def sizes(text: str) -> Recognition | None:
    """How many check bits, how long the code, how much data, the efficiency."""
    for said, known in _SAME:
        text = said.sub(known, text)
    if patterns.search(HOW_MANY, text) and not _BITS_THEMSELVES.search(text):  # of bits that are written out only their number matters
        text = patterns.sub(
            r"(?:(?:有效)?(?:信息|数据)(?:位|码)?(?:为|是|:|\s)*)?(?:[DdBb]\d){3,}\s*(?:=|为|是)\s*(?P<a>[01]{4,32})(?![01])|(?:有效)?(?:信息|数据)(?:位|码)?(?:为|是|:|\s)*(?P<b>[01]{4,32})(?![01])",
            lambda found: f"{len(found['a'] or found['b'])}位信息",
            text,
        )
    problem = Hamming(text)
    parity = problem.take_asked(
        rf"(?:若|如果|而)?改?(?:采用|使用|用)奇偶校验(?:码|时)?,?(?:则|其)*(?:{HOW_MANY}|校验位(?:至少)?(?:为|是)?(?:多少|几)位)"
    )
    if problem.has("奇偶") and (not problem.has("海明|汉明|hamming|纠") or problem.has("奇偶校验(?!位)")):
        return None  # one bit of parity, whatever it checks
    double_at = take_capability(problem)
    double = double_at is not None
    problem.refuse(r"错(?:了)?(?:两|2|二|多)(?:位|个)|纠(?:正)?(?:出)?(?:两|2|二|多)[位个]|总校验|整体(?:偶|奇)?校验|再加一位")
    problem.take_all(
        r"(?:校验位数?)?[kr]?(?:的)?(?:最小取值)?(?:满足)?2\^?[kr]\s*(?:>=|≥|=)\s*[nkm]\s*\+\s*[kr]\s*\+\s*1|\(?(?:校验位/数据位|信息位/总位数?|信息位/码长|校验位/信息位)\)?|\(?百分数?(?:保留)?[一二两12]位(?:小数)?\)?|[,]?(?:保留)?[一二两12]位小数|百分数|百分之几"
    )
    data = problem.take_one(
        (
            rf"(?:长度?(?:为|是)?)?(?P<value>{INTEGER})\s*(?:位|个|比特|bit)(?:长)?(?:的)?(?:二进制)?(?:有效)?(?:信息|数据|代码|字符|ASCII码|字(?!节))(?:位|码)?",
            rf"(?:信息|数据|有效信息)(?:位|码)?(?:的)?(?:位数|长度|长)?(?:[nkm])?(?:有|为|是|共|:|=|\s)*(?P<value>{INTEGER})\s*(?:位|个|比特|bit)(?!校验)",
            r"(?:信息|数据|有效信息)(?:位|码)?(?:的)?(?:位数|长度|长)?\s*[nkm]?\s*(?:为|是|=)+\s*(?P<value>[1-9]\d{0,2})(?!\d)",
            r"(?:数据|存储|机器)?(?:字长|数据宽|位宽|宽)(?:为|是|:)?\s*(?P<value>\d+)\s*(?:位|bit)",
            r"(?:长度|长)(?:为|是)?(?P<value>\d+)\s*(?:位|比特|bit)的(?:信息|数据)",
            r"(?:信息|数据|字符)\((?P<value>\d+)位\)",
        ),
        to_int,
    )
    given = problem.take_one(
        (
            rf"(?P<value>{INTEGER})\s*(?:位|个)(?:校验位|校验码|监督位|校验)(?!位?(?:数|至少))",
            rf"(?:校验位|检验位)(?:的)?(?:位数|个数)?(?:有|为|是|共|=|只给|只有|给)*\s*(?P<value>{INTEGER})\s*(?:位|个)",
            r"(?<![A-Za-z])[rk]\s*=\s*(?P<value>\d{1,2})(?!\d)(?:的)?(?:海明码)?",
        ),
        to_int,
    )
    length = problem.take_one(
        (
            rf"(?P<value>{INTEGER})\s*位(?:长)?(?:的)?(?:海明码|汉明码|海明校验码|码字)(?:字)?",
            rf"(?:海明码|汉明码|码字)(?:的)?(?:总)?(?:长度?|码长|位数)(?:为|是|有|共)*\s*(?P<value>{INTEGER})\s*位",
        ),
        to_int,
    )
    words = problem.take_one(r"(?P<value>\d+)\s*K\s*字(?:的存储体|的存储器)?", int)
    problem.take_all(rf"\(?用满{INTEGER}位才够(?:用)?的范围\)?|(?:则)?(?:至少)?(?:需要?)?(?:增加|附加|添加)(?:的)?")
    least_most = problem.take_asked(
        r"(?:信息|数据)位(?:数)?(?:最少(?:和|与|、|到)?最多|范围)(?:可以?)?(?:是|为|有)*(?:多少|几)?(?:位)?|最少(?:和|、)最多(?:可以?是)?(?:多少|几)(?:位)?(?:信息|数据)?"
    )
    found: list[tuple[int, str]] = [(match.start(), "parity") for match in parity]
    for pattern, name in (
        (r"(?:编码)?效率(?:是|为)?(?:多少)?|信息率|编码率", "rate"),
        (
            r"(?:校验位|检验位|冗余位)(?:的)?(?:位数)?占(?:整个)?(?:码字|编码|海明码)?(?:的)?(?:总)?(?:长度?|位数|码长|码字|总数)(?:的)?(?:百分之(?:多少|几)|比例|百分比|多少)(?:是|为)?(?:多少)?",
            "share",
        ),
        (
            r"(?:信息位|数据位)(?:的)?(?:位数)?占(?:整个)?(?:码字|编码|海明码)?(?:的)?(?:总)?(?:长度?|位数|码长|码字|总数)(?:的)?(?:百分之(?:多少|几)|比例|百分比|多少)(?:是|为)?(?:多少)?",
            "rate",
        ),
        (r"冗余(?:率|度)(?:是|为)?(?:多少)?", "redundancy"),
        (
            r"(?:总共|一共|总容量|共)?(?:有|是)?(?:多少|几)K?(?:bit|位)(?!校验)(?=$|[?。,])(?<=Kbit)|(?:存储体)?(?:总共|一共)(?:多少|几)\s*K(?:bit|位|b)",
            "capacity",
        ),
        (
            r"(?:有|含|包含|包括|其中|里)*(?:多少|几)(?:位|个)(?:是|为)?(?:有效)?(?:信息|数据)(?:位|码)|(?:信息|数据)(?:位|码)(?:有|是|为|占)*(?:多少|几)(?:位|个)|(?:最多|至多)(?:可|能|够|以|对|为|给|校验|保护|支持|编码|纠正|表示|带|有|容纳)*(?:多少|几)(?:位|个)(?:的)?(?:有效)?(?:信息|数据)?(?:位|码)?(?:做单纠错|做)?|(?:信息|数据)位?(?:最多|至多)(?:可|能|以|有|为|是)*(?:多少|几)?(?:位|个)?",
            "data",
        ),
        (
            r"(?:它们|校验位)?(?:分别|各|都)?(?:应该?|需要?|要)?(?:设置|安排|放置|放|位于|设)(?:在)?(?:哪些|哪几个|哪几|什么)(?:个)?(?:位置|位)(?:上)?",
            "places",
        ),
        (
            r"(?:总共|一共|共)?(?:至少|最少)?(?:需要?|应|要|设置|加|加入|增加|增添|添加|设|用|有|附加|取|为)*(?:的)?(?:至少|最少)?(?:多少|几)(?:位|个)?(?:的)?(?:海明|汉明)?(?:校验位?|监督位|检验位|冗余位)(?:码)?|(?:所需的?)?(?:海明)?(?:校验(?:位|码)?|监督位|检验位|冗余位)(?:的)?(?:位数|个数|数目|数量|数)(?:[kr])?(?:的)?(?:最小取值)?(?:至少|最少)?(?:需要?|应该?|为|是|要|有|得)*(?:多少|几)?(?:位|个)?|(?:校验位|监督位|检验位)(?:(?:多少|几)[位个]|(?=\s*(?:[?]|$)))|(?:校验位|监督位|检验位)(?:码)?(?:总共|需要?|要|应|得|至少|最少|为|是|取)+(?:多少|几|\(\s*\))?(?:位|个)?|(?<![A-Za-z])[kr](?:至少|最少|最小)?(?:为|是|取|等于)+(?:多少|几)?|(?:至少|最少)(?:需要?|应|要)?(?:多少|几)(?:位|个)?(?:校验)?",
            "count",
        ),
        (
            r"(?:编码后?|码字|所得码字|海明码|总|每字|实际|全部|一共|总共|共|的|编码|后|存|是|有)*(?:的)?(?:码长|总长度?|总位数|(?<=码字)长度|(?<=编码)长度|(?<=码字的)长度|(?<=海明码)长度)(?:至少|最少)?(?:是|为)?(?:多少|几)?(?:位)?|(?:总共|一共|编码后?|每字|实际|编码|后|存|是|共|总)+(?:是|存|为|有)?(?:(?:多少|几)位(?!校验)|多长)",
            "total",
        ),
    ):
        # `总长至少几位`: of the whole length.
        found += [
            (match.start(), name)
            for match in problem.take_asked(pattern)
            if name != "count" or not patterns.search(r"(?:总长度?|码长|总位数)\s*$", problem.text[: match.start()])
        ]
    found.sort()
    if any(name == "places" for _, name in found) and (double_at is not None or not any(name in ("count", "total") for _, name in found)):
        return None
    asked = list(dict.fromkeys(name for _, name in found))
    problem.settle()
    if least_most and given is not None and not asked and data is None and not double:
        return Recognition(parameters={"task": "span", "checks": given}, understood=(("校验位", f"{given} 位"),))
    if length is not None:
        # The code word's length is told: what is no check bit is data.
        inside = length - (length.bit_length() if length > 2 else length)
        if (
            double
            or data is not None
            or given not in (None, length - inside)
            or words is not None
            or inside < 1
            or not asked
            or "total" in asked
        ):
            return None
        if check_bits(inside) + inside != length:
            return None
        return Recognition(
            parameters={"task": "sizes", "data": inside, "double": False, "asked": asked, "words": None},
            understood=(("码长", f"{length} 位"), ("能力", "纠正一位错")),
        )
    if asked == ["data"]:
        if double or given is None or data is not None or not 2 <= given <= 12:
            return None
        return Recognition(parameters={"task": "data", "checks": given}, understood=(("校验位", f"{given} 位"), ("求", "最多的信息位数")))
    if (
        data is None
        or given is not None
        or least_most
        or "data" in asked
        or not asked
        or not 1 <= data <= 4096
        or ("capacity" in asked) != (words is not None)
    ):
        return None
    # `How many? And how many to detect two errors as well?`: what is asked before is asked of a code that corrects one.
    later = [
        double_at is not None and (place > double_at or not patterns.search("[?;。]|,(?:若|如果)?[再还]", text[place : double_at + 2]))
        for place, _ in found
    ]
    if "parity" in asked or len(set(later)) > 1:
        if not {"count", "total", "parity"} >= set(asked):
            return None
        parts = list(dict.fromkeys((name, name != "parity" and two) for (_, name), two in zip(found, later, strict=True)))
        return Recognition(
            parameters={"task": "needs", "data": data, "asked": [list(part) for part in parts]},
            understood=(("信息位", f"{data} 位"), ("能力", "纠正一位错" + ("，再加上发现两位错" if double else ""))),
        )
    return Recognition(
        parameters={"task": "sizes", "data": data, "double": double, "asked": asked, "words": words},
        understood=(("信息位", f"{data} 位"), ("能力", "纠正一位错、发现两位错" if double else "纠正一位错")),
    )


_FAR = r"(?:所需的?)?(?:最小)?(?:码距|海明距离|汉明距离)(?:的)?(?:最小|至少|最少)?(?:值)?(?:需要?|应|得|要)?(?:是|为|取|达到)*(?:多少|几)"


def _each_least(problem: Hamming, needed: list[re.Match[str]]) -> Recognition | None:
    """Two ends, each with the distance it needs asked for by itself; None where one distance is to serve both."""
    places = [match.start() for match in caseless(_FAR).finditer(problem.rest)]
    if len(places) != 2 or not needed[0].start() < places[0] < needed[1].start() < places[1]:
        return None
    problem.take_asked(_FAR)
    problem.settle()
    counts = [("t" if match["what"].startswith("纠") else "e", to_int(match["n"])) for match in needed]
    return Recognition(
        parameters={"task": "least", "each": [2 * count + 1 if what == "t" else count + 1 for what, count in counts]},
        understood=(("要求", "；".join(f"{'纠' if what == 't' else '检'} {count} 位" for what, count in counts)),),
    )


def distance(text: str) -> Recognition | None:
    """What a code of a stated distance detects and corrects, or the distance of a set of code words."""
    problem = Hamming(text)
    found = [match[0].replace(" ", "") for match in patterns.finditer(BITS, problem.rest)]
    many = problem.has("集合|码字集|码字(?:有|为|是|:)|码字集合|合法码字|有效码字")
    far = None
    if len(found) == 2 and problem.take_asked(
        r"(?:(?:之间)?(?:的)?(?:最小)?(?:码距|海明距离|汉明距离|距离)(?:是|为)?(?:多少|几)?)(?=[?。,;]|$)"
    ):
        # The distance of two words.
        problem.take_all(BITS)
        problem.take_all(r"(?:两个)?(?:码字|编码|代码)|之间|(?<=\ue000)\s*(?:和|与)")
        problem.settle()
        if len(found[0]) != len(found[1]):
            return None
        apart_by = sum(one != other for one, other in zip(*found, strict=True))
        return Recognition(parameters={"task": "apart", "words": found, "far": apart_by}, understood=(("码字", "、".join(found)),))
    if many and len(found) > 1:
        problem.take_all(BITS)
        if len({len(word) for word in found}) != 1 or len(set(found)) != len(found):
            return None
    elif needed := problem.take_all(
        rf"(?:要|想|能|若|为|够|可以?|希望|既|又|并|且|,|、|同时|至少|还)*(?P<what>纠正?|检测|检出?|发现)(?:出)?(?:[ted]\s*=\s*)?(?P<n>{INTEGER})\s*(?:位|个)(?:的)?(?:错误|错|差错)(?:的编码)?(?:\(?检错能力(?:不小于|不低于|大于|大于等于)纠错能力\)?)?"
    ):
        if len(needed) == 2 and (both_asked := _each_least(problem, needed)):
            return both_asked
        wants = {("t" if match["what"].startswith("纠") else "e"): to_int(match["n"]) for match in needed}
        asked_far = problem.take_asked(
            r"(?:所需的?)?(?:最小)?(?:码距|海明距离|汉明距离)(?:的)?(?:最小|至少|最少)?(?:值)?(?:需要?|应|得|要)?(?:是|为|取|达到)*(?:多少|几)?"
        )
        problem.settle()
        if not asked_far or len(wants) != len(needed) or (len(wants) == 2 and wants["e"] < wants["t"]):
            return None
        least = wants["t"] + wants["e"] + 1 if len(wants) == 2 else 2 * wants["t"] + 1 if "t" in wants else wants["e"] + 1
        return Recognition(
            parameters={"task": "least", "far": least, "wants": wants},
            understood=(("要求", "、".join(f"{'纠' if name == 't' else '检'} {count} 位" for name, count in wants.items())),),
        )
    else:
        far = problem.take_one(
            rf"(?:最小)?(?:码距|海明距离|汉明距离|距离)\s*d?\s*(?:min)?(?:为|是|=|:)*\s*(?P<value>{INTEGER})(?![\d.]|位)", to_int
        )
        if far is None:
            return None
    apart = problem.take_all(
        r"\(?(?:分开问|分别考虑|单独考虑|分开算|分别问|单独使用|不同时)?(?:,|、)?(?:不是|并非)同时(?:检错和纠错|检测和纠正)?\)?|\(?(?:分开问|分别考虑|单独考虑|分开算|单独使用|各自单独)\)?|只用来?"
    )
    together = problem.take_all(r"同时(?:还)?(?:能)?|的同时")
    asked: list[tuple[int, str]] = []
    for pattern, name in (
        (r"(?:最小)?(?:码距|海明距离|汉明距离)(?:是|为)?(?:多少|几)?", "distance"),
        (
            r"(?:只)?(?:用来|用于)?(?:检错|检测)?(?:时)?(?:最多|至多)?(?:可|能|可以|能够)*(?:检测|检查|检出|发现|检)(?:出)?(?:多少|几)(?:位|个)(?:错误|错|差错|出错)*",
            "detect",
        ),
        (
            r"(?:只)?(?:用来|用于)?(?:纠错)?(?:时)?(?:最多|至多)?(?:可|能|可以|能够)*(?:纠正|纠|改正)(?:出)?(?:多少|几)(?:位|个)(?:错误|错|差错|出错)*",
            "correct",
        ),
    ):
        asked += [(match.start(), name) for match in problem.take_asked(pattern)]
    names = [name for _, name in sorted(asked)]
    problem.take_all(r"(?:检|纠)(?=错)|检错|纠错|的编码|编码|或者?")
    problem.settle()
    if not names or (far is None) != ("distance" in names):
        return None
    if far is None:
        far = min(sum(one != other for one, other in zip(a, b, strict=True)) for place, a in enumerate(found) for b in found[place + 1 :])
    if not 1 <= far <= 20 or (together and (set(names) != {"detect", "correct"} or far > 4)):
        return None
    if (
        {"detect", "correct"} <= set(names)
        and not together
        and not apart
        and not patterns.search("分别|最多|只|各|[几少]位.*[,、;?].*[几少]位", problem.text)
        and not many
    ):
        return None
    return Recognition(
        parameters={"task": "distance", "far": far, "asked": names, "together": bool(together)}, understood=(("码距", str(far)),)
    )
