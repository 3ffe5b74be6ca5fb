"""Reading problems about hash tables that are told by figures only: load factors, lengths, divisors, and the probes of synonyms."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.ds._clauses import finish, opened, refuse_open_questions
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_KEY_WORDS = r"(?:关键字|关键码|元素|键值|键|数据|记录|关键词|同义词|数|结点)"
_OWN = """
足够长 足够大 足够 够长 够大 关键字 元素 表 散列表 哈希表 散列 哈希 存储 存放 存进 存到 放进 装进 存入 填入 装入 插入 存 放 放入 要 已存入 已经存入 存入了 已 已存 已存了 已有 表中 中 用 采用 处理 解决 冲突 处理冲突 法 装填因子 长度 表长 依次 初始 为空 初始为空 空 一个空 的 函数 相同 都 均 全 地址 散列地址 彼此 互为 设 应 取 得 开 设成 设为 要求 规定 至少 计划 准备 若 则 按 时 总共 一共 n 这 m 除留余数法 p 最好 合适 一般 通常 除数 里
"""
_LOAD = r"装[填载]因子\s*(?:α)?\s*(?:要求|要|规定|设成|设为|设定|取|定|控制在|至少|不超过)*(?:为|是|=|取|成)*\s*(?P<value>0\.\d+|1/2|[23]/[345]|\d+%)"


def small_problem(text: str) -> Recognition | None:
    """One figure of tables from others; None where that is not what is asked."""
    if (same := _same_address(text)) is not None:
        return same
    if (failing := _synonyms_failing(text)) is not None:
        return failing
    if patterns.search(r"(?:mod|%)\s*\d|\d\s*[,、 ]\s*\d+\s*[,、 ]\s*\d", text, re.IGNORECASE):
        return None
    if not patterns.search("同义词|装[填载]因子|除留余数|散列地址", text):
        return None
    reading = opened(text)
    reading.take_all(r"(?:散列函数)?取?(?:除留余数法)?[为:]?\s*(?<![A-Za-z])H\s*\(\s*(?:k|key)\s*\)\s*=\s*(?:k|key)\s*(?:%|mod)\s*p")
    count = reading.take_one(
        (
            rf"(?<![\d.])(?P<value>{INTEGER})\s*个(?:互为同义词的)?(?:{_KEY_WORDS})",
            r"(?<![A-Za-z])[nk]\s*(?:=|为|取)\s*(?P<value>\d+)\s*个?(?:关键字)?",
            rf"{_KEY_WORDS}[总个]?数?[目量]?(?:共|一共|有|为|是|=)*\s*(?P<value>{INTEGER})\s*个?(?![\d,、])",
        ),
        to_int,
    )
    if count is not None:
        reading.take_all(rf"[把将有]?(?<![A-Za-z])[nk]\s*个(?=(?:互为|都是)?{_KEY_WORDS})")
    return _synonyms(reading, count) or _loads(reading, count) or _divisor(reading)


def _same_address(text: str) -> Recognition | None:
    """Which of the options has the same address as a key; None where that is not asked."""
    if not patterns.search("同义|地址相同|(?:下列|以下|下面)[^,;。]{0,12}[与和跟][^,;。]{0,6}冲突", text):
        return None
    reading = opened(text)
    function = reading.take(
        r"(?:散列|哈希)?(?:函数)?[为是:]?\s*(?<![A-Za-z])H\w?\s*\(\s*(?P<x>[A-Za-z]+)\s*\)\s*=\s*(?P=x)\s*(?:%|mod)\s*(?P<divisor>\d+)"
    )
    asked = reading.take(
        rf"(?:下列|以下|下面)?的?各?(?:选项|{_KEY_WORDS})*[中里]?,?(?:哪个|哪一个)?[能会]?[与和跟同]\s*(?:关键字)?\s*(?P<key>\d+)\s*[互是]?[为是]?(?:同义词|同义|(?:散列|哈希)?地址相同|冲突|发生冲突)的?(?:关键字)?[是为]?(?:哪个|哪一个|\(\s*\))?"
    )
    if function is None or asked is None:
        return None
    reading.take_all(rf"(?:散列|哈希)?表长度?m?(?:为|是|=)?\s*{INTEGER}")
    refuse_open_questions(reading)
    finish(reading, _OWN)
    key, divisor = int(asked["key"]), int(function["divisor"])
    if divisor < 2:
        return None
    return Recognition(
        parameters={"task": "same-address", "key": key, "divisor": divisor},
        understood=(("散列函数", f"H(key) = key mod {divisor}"), ("求", f"与 {key} 互为同义词的关键字")),
    )


def _synonyms(reading: Reading, count: int | None) -> Recognition | None:
    same = reading.take_all(
        r"(?:彼此|全部|都|均)?互为同义词的?|(?<=个)同义词(?=用|的|,|采)|(?:具有|有)?(?:散列|哈希)?(?:函数)?(?:地址|值)[都均全]?相同|(?:具有|有)相同的?(?:散列|哈希)(?:函数)?(?:地址|值)的?|同义词"
    )
    if not same and (count is None or "同义词" not in reading.text):
        return None
    length = reading.take_one(rf"(?:散列|哈希)?表?的?长度?m?(?:为|是|=)?\s*(?P<value>{INTEGER})的?", to_int)
    if length is not None and count is not None and length < count:
        stay_out("more synonyms than places")
    linear = reading.take_all(r"线性(?:探测|探查)(?:再散列)?法?")
    asked = reading.take_all(
        r"(?:总共|一共|总)*(?:至少|最少)?(?:需要?|要|得)*(?:进行|做)?的?总?(?:多少|几|\(\s*\))?次?的?(?:探测|探查)的?总?(?:次数|(?:多少|几)次)?(?:至少|最少)?[是为]?|(?:至少|最少)(?:需要?|要|得)?(?:进行|做)?"
    )
    reading.take_all(rf"这?(?:{INTEGER}|n)\s*个(?:{_KEY_WORDS})")
    refuse_open_questions(reading)
    finish(reading, _OWN)
    if not linear or not asked or count is None or not 2 <= count <= 1000:
        return None
    return Recognition(
        parameters={"task": "synonyms", "count": count}, understood=(("互为同义词的关键字", f"{count} 个"), ("冲突处理", "线性探测法"))
    )


def _synonyms_failing(text: str) -> Recognition | None:
    """The average length of a search that fails in a table of nothing but synonyms; None where that is not asked."""
    if not patterns.search("(?:散列|哈希)?(?:值|地址)[都均]?(?:相同|相等|一样)|同义词", text) or patterns.search("链", text):
        return None
    reading = opened(text)
    asked = reading.take(
        r"(?:则|,|问:?|此时)*[该此]?(?:散列|哈希)?表?的?(?:等概率下)?(?:平均的?(?:不成功|失败)的?(?:查找|搜索)(?:次数|长度)|(?:查找|搜索)?(?:不成功|失败)时?的平均(?:查找|搜索)(?:次数|长度))[是为]?(?:多少)?"
    )
    if asked is None or not reading.take_all(r"线性(?:探测|探查)(?:冲突)?(?:解决|处理)?(?:策略|方法|再散列)?法?(?:处理冲突)?"):
        return None
    length = reading.take_one(rf"(?:散列|哈希)?表?的?(?:大小|长度?|容量)m?(?:为|是|=)\s*(?P<value>{INTEGER})的?", to_int)
    divisor = reading.take_one(
        r"(?:散列|哈希)?(?:函数)?[为是]?\s*(?<![A-Za-z])H\s*\(\s*[A-Za-z]+\s*\)\s*=\s*[A-Za-z]+\s*(?:%|mod)\s*(?P<value>\d+)", to_int
    )
    count = reading.take_one(
        (
            rf"(?:散列|哈希)?(?:函数)?(?:值|地址)[都均]?(?:相同|相等|一样)的?\s*(?P<value>{INTEGER})\s*个(?:{_KEY_WORDS})",
            rf"(?P<value>{INTEGER})\s*个(?:互为同义词的|(?:散列|哈希)?(?:函数)?(?:值|地址)[都均]?(?:相同|相等|一样)的)?(?:{_KEY_WORDS})",
        ),
        to_int,
    )
    refuse_open_questions(reading)
    finish(reading, _OWN + " 大小 连续 给定 冲突 策略 按照")
    if length is None or count is None or divisor not in (None, length) or not 1 <= count < length:
        stay_out("figures of synonyms")
    return Recognition(
        parameters={"task": "synonyms-failing", "count": count, "length": length},
        understood=(("表长", str(length)), ("互为同义词的关键字", f"{count} 个"), ("求", "查找失败的平均查找长度")),
    )


def _loads(reading: Reading, count: int | None) -> Recognition | None:
    """The load factor, the length or the number of keys, from the other two."""
    if "装" not in reading.text:
        return None
    load = reading.take_one(_LOAD, lambda told: Fraction(told.rstrip("%")) / (100 if told.endswith("%") else 1))
    length = reading.take_one(
        (
            rf"(?:有|含|共|提供)*(?P<value>{INTEGER})\s*个(?:存储)?(?:位置|单元|槽位?|地址|桶)",
            rf"(?:表|数组)的?总?(?:长度?|大小|容量)\s*m?\s*(?:为|是|=|:)?\s*(?P<value>{INTEGER})",
            rf"长度?m?(?:为|是|=)\s*(?P<value>{INTEGER})",
            r"(?<![A-Za-z])m\s*=\s*(?P<value>\d+)",
        ),
        to_int,
    )
    asked_load = reading.take_all(r"(?:此时)?的?装[填载]因子\s*(?:α)?\s*(?:是|为|等于)?(?:多少|几)?")
    asked_length = reading.take_all(
        r"(?:散列|哈希)?表的?(?:长度?|大小|容量)m?(?:最小|最少|得|要|应该?|需要?|至少)*[开取设定]?[为是成]?(?:多少|几)?(?:个单元)?|(?:至少|应|要|需要?)*(?:开|分配|准备)(?:多少|几)个(?:单元|位置)"
    )
    asked_count = reading.take_all(
        rf"[现已共]有(?:多少|几)个{_KEY_WORDS}|(?:最多|至多)?(?:能|可以?|可)?(?:存|放|存放|存储|装|容纳)[入了下]?(?:多少|几)个?{_KEY_WORDS}|(?:散列|哈希)?表[中里内][共现已]?(?:有|存有|存了|含有?)(?:多少|几)个?{_KEY_WORDS}"
    )
    refuse_open_questions(reading)
    finish(reading, _OWN)
    if load is not None and count is not None and length is None and asked_length and not (asked_load or asked_count):
        if (count / load).denominator != 1 or not 1 <= count <= 10**6:
            return None
        return Recognition(
            parameters={"task": "length", "count": count, "load": str(load)},
            understood=(("关键字", f"{count} 个"), ("装填因子", str(float(load)))),
        )
    if (
        load is None
        and count is not None
        and length is not None
        and asked_load
        and not (asked_length or asked_count)
        and 0 < count <= length
    ):
        return Recognition(
            parameters={"task": "load", "count": count, "length": length}, understood=(("关键字", f"{count} 个"), ("表长", str(length)))
        )
    if load is not None and length is not None and count is None and asked_count and not (asked_load or asked_length):
        if (length * load).denominator != 1:
            return None
        return Recognition(
            parameters={"task": "count", "length": length, "load": str(load)},
            understood=(("表长", str(length)), ("装填因子", str(float(load)))),
        )
    return stay_out("figures of a table")


def _divisor(reading: Reading) -> Recognition | None:
    """The divisor for a length: the greatest prime that is not greater."""
    length = reading.take_one(
        (
            rf"(?:表|数组)的?(?:长度?|大小|容量)\s*m?\s*(?:为|是|=|:)?\s*(?P<value>{INTEGER})",
            rf"长度?m?(?:为|是|=)\s*(?P<value>{INTEGER})(?=的)",
            r"(?<![A-Za-z])m\s*=\s*(?P<value>\d+)",
        ),
        to_int,
    )
    asked = reading.take_all(
        r"(?:除数|模数?)?\s*p?\s*(?:最好|应该?|一般|通常|宜)*(?:选|取|选取)[为择]?(?:多少|几|哪个[数值]?|什么值?|\(\s*\)|(?=[\s。?]*$))(?:最?(?:好|合适|恰当|合理))?"
    )
    refuse_open_questions(reading)
    finish(reading, _OWN)
    if length is None or not asked or not 3 <= length <= 10**5:
        return None
    return Recognition(parameters={"task": "divisor", "length": length}, understood=(("表长", str(length)), ("求", "除留余数法的除数 p")))
