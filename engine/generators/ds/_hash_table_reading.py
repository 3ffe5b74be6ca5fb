"""Reading problems about hash tables: the function, the collisions' method, the keys, and which lengths or addresses are asked."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from engine.generators.ds._clauses import finish, opened, refuse_negative
from engine.generators.kind import Missing, Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, SEQUENCE, stay_out, to_int, to_ints

METHODS = {"linear": "线性探测法", "quadratic": "二次探测法（增量 1², −1², 2², −2², …）", "chaining": "链地址法"}
_SQUARES = r"\(?(?:其中)?(?:探测)?(?:增量|步长)?(?:序列)?(?:di?)?(?:为|取|是|依次|=|:)*\s*(?:1\^?2\s*[,、]\s*-1\^?2\s*[,、]\s*2\^?2\s*[,、]\s*-2\^?2|±1\^?2\s*[,、]\s*±2\^?2)(?:\s*[,、]?\s*(?:\.{2,}|…+))?(?:[,、]?(?:±|k)\S{0,6}k?\^?2)?\)?"
# The same with the squares worked out.
_WORKED_SQUARES = r"\(?(?:其中)?(?:探测)?(?:增量|步长)?(?:序列)?(?:di?)?(?:为|取|是|依次|=|:|：)*\s*(?:\+?1\s*[,、，]\s*[-−]1\s*[,、，]\s*\+?4\s*[,、，]\s*[-−]4(?:\s*[,、，]\s*\+?9\s*[,、，]\s*[-−]9)?|±1\s*[,、，]\s*±4(?:\s*[,、，]\s*±9)?)(?!\s*[,、，]\s*[-+±\d])(?:\s*[,、，]?\s*(?:\.{2,}|…+|等等?))?\)?"
_OWN = """
次序 插入次序 插入顺序 又是 又 关键字 关键字序列 序列 依次 插入 插 装入 装填 填入 填 存储 存入 存 放入 放 放进 进去 散列 到 构造 建立 处理 解决 冲突 处理冲突 解决冲突 除留余数法 法 表 集合 元素 记录 数据 查找 查 一组 方法 采取 长度 表长 函数 画出 构建 建 H key 的表 顺序 地址 存进 存进去 放进去 把 造 造出 都 挨个 逐个 放进去 散列存储 存储空间 除法 进行 下标 键 键值 整数 数 一维 一维数组 数组 维 按顺序 最后 散列法 地址空间 空间 空 空表 初始 为空 等概率 概率 相等 时 结果 它 会 结点 三个 接着 已经 已经依次 已依次 计算 求得 所构造 散列表 构造的 的 哈希表 哈希函数 散列函数 总共 算 各 保留 小数 核对答案 长 里 答案
"""


_METHOD = (
    (r"(?:开放(?:定址|地址)法?(?:中的|的|\(|,)?)?线性(?:探测|探查|再散列|再探测|探测再散列)(?:再散列)?(?:法)?(?:的方法)?\)?", "linear"),
    (r"(?:链地址|拉链|链接|分离链接|链式地址)(?:法)?", "chaining"),
)
_FUNCTION = r"(?:[Hh]\w{0,3}\s*\(\s*[A-Za-z]+\s*\)|散列函数|哈希函数)\s*(?:=|为|是|:)*\s*"
_KEY_WORDS = r"(?:关键字|关键码|元素|键值|键|数据)"
_EMPTY_PLACE = (
    r"(?:查找)?(?:失败|不成功)?(?:时)?(?:,)?(?:和|与|比较?到|遇到|探测到)?空(?:位置?|单元|地址|格|槽|位子|桶)(?:的)?(?:那(?:一)?次)?(?:的)?(?:比较|探测)?"
    r"(?:也|都)?(?:要)?(?:算|计|记|作为)(?:作|为|入|上)?(?:了)?(?:一|1)?次?(?:比较|探测)?(?:次数)?"
)
_NULL_POINTER = (
    r"(?:查找)?(?:失败|不成功)?(?:时)?(?:,)?(?:和|与|比较?到|遇到)?空指针(?:的)?(?:那(?:一)?次)?(?:的)?(?:比较)?(?:也|都)?(?:要)?"
)


def recognise(text: str) -> Recognition | None:
    # "9, 14, 等概率下" is no list that goes on, and an index range no ellipsis.
    text = re.sub(r"[,，]?\s*(?:在)?等概率(?:的)?(?:查找)?(?:情况|条件|前提)?下?", ",", text)
    text = re.sub(r"装填\(载\)因子|装载因子", "装填因子", text)
    text = re.sub(
        r"(?<![A-Za-z])([A-Za-z]{1,3})\s*(?:除以|对|模)\s*(\d+)\s*(?:后)?(?:所得|得到|取|求|的)*余(?:数|的结果|法)?", r"\1%\2 ", text
    )
    small = _small_problem(text)
    if small is not None:
        return small
    squares = re.search(_SQUARES, text) is not None or re.search(_WORKED_SQUARES, text) is not None
    text = re.sub(_WORKED_SQUARES, "", re.sub(_SQUARES, "", text))
    reading = opened(re.sub(r"(?<!\d)0\s*(?:\.{2,3}|…+)\s*(?=\d)", "0~", text))
    quadratic = bool(reading.take_all(r"(?:平方|二次)(?:探测|探查|再散列)(?:再散列)?(?:法)?"))
    if quadratic != squares:
        stay_out("squares of which signs")
    later = reading.take(
        rf"(?:再|接着|然后|现在?|现要|又|此时|最后)*(?:要)?(?:存|插|放|填)(?:入|进)?(?:一个)?(?:{_KEY_WORDS})?(?:为)?\s*(?P<key>\d+)(?!\s*[,、 ]\s*\d)(?!\d)(?:这个)?(?:{_KEY_WORDS})?(?:时)?(?:,|则|那么)*(?:它|其|该{_KEY_WORDS})?(?:会|应|将|被|要)*(?:存|放|插|散列|填)?(?:放|入|到|在)*(?:了)?(?:的)?(?:哪个|哪)?(?:散列)?(?:地址|位置|下标|单元)(?:应该?)?(?:是|为)?"
    )
    reading.take_all(_EMPTY_PLACE)
    null_pointer = None
    if reading.take_all(_NULL_POINTER + r"(?:算|计|记)(?:作|为|入|上)?(?:了)?(?:一|1)次(?:比较)?"):
        null_pointer = True
    if reading.take_all(_NULL_POINTER + r"不(?:算|计|记)(?:作|为|入|在内)?(?:比较)?(?:次数)?(?:内)?"):
        if null_pointer:
            stay_out("null pointers counted and not counted")
        null_pointer = False
    at_end = reading.take_all(
        r"(?:新(?:结点|节点|元素|关键字)?)?(?:采用|都|均|总是|总)?(?:插(?:入)?|放|挂|接|加)(?:在|到|入)?(?:了)?(?:相应|对应)?(?:单?链表?)?的?(?:末|表|链)?尾(?:部|端|上)?|(?:采用)?尾插法?"
    )
    decimals = reading.take_one(r"(?:结果)?(?:四舍五入)?保留(?:到)?(?:小数点后)?(?P<value>[一二两三四]|[1-4])位(?:小数)?", to_int)
    load = reading.take_one(r"(?:要求)?装[填载]因子\s*α?\s*(?:为|是|=)\s*(?P<value>0\.\d+)", Fraction)
    reading.take_all(r"(?:一个)?(?:下标|地址|编号)?(?:是)?从0开始(?:编号)?(?:的)?(?:一维数组)?")
    reading.refuse(
        r"删除|装[填载]因子|填充因子|二次|平方|双散列|再哈希|伪随机|溢出区|不(?!成功|考虑|用)|字母|首字母|月|最多|最少|第|某个|从大到小|降序|递减|有序|头插|表头|头部|最大的?质|素数|空指针|步长|位置探测|每(?!个)|质数|折叠|平方取中"
    )
    if later is None:
        reading.refuse(r"已")
    methods = reading.take_words(_METHOD)
    key_asked = reading.take_all(
        rf"(?:问|求|则|那么)?(?:{_KEY_WORDS})?(?:为)?(?P<key>\d+)(?:这个)?(?:{_KEY_WORDS})?(?:最[后终]|应该?|会|将|被|要)*(?:的)?(?:存储|存放|存|放|散列|哈希|落|插|填|装)?(?:到|在|入)?(?:了|的)?(?:哪(?:个|一个|里|儿)?|几号|(?:的)?什么)?(?:散列|哈希|存储|存放)?(?:地址|位置|下标|单元)(?:中|里|上)?(?:是|为)?(?:多少|几|哪个|什么|哪里|哪儿)?"
    )
    compared_too = reading.take_all(
        r"(?:查找|找|查)(?:到)?(?:它|该关键字|这个关键字)(?:时)?(?:需要?|要|得)?(?:进行)?(?:比较?|探测)(?:了)?(?:多少|几)次"
    )
    compared = reading.take_all(
        rf"(?:查找|搜索|查)(?:{_KEY_WORDS})?(?:为)?(?P<key>\d+)(?:时)?(?:,)?(?:成功)?(?:所)?(?:需要?|要|应)?(?:依次)?(?:与关键字)?(?:进行)?(?:比较|探测|比)(?:的)?(?:关键字)?(?:(?:多少|几)次|(?:的)?次数(?:是|为)?(?:多少|几)?)"
    )
    length_asked = reading.take_all(r"(?:所)?(?:构造)?(?:的)?(?:散列|哈希)?表(?:的)?(?:长度?|大小)(?:m)?(?:是|为)(?:多少|几)")
    reading.take_all(r"(?<![A-Za-z])H[AT]?(?=\s*0~)")
    named = reading.take_all(r"(?:散列|哈希|Hash|杂凑)(?:表|函数)?(?:\s*H[AT]?(?=0~))?")
    function = reading.take_all(
        r"h\w{0,3}\s*\(\s*(?P<x>[A-Za-z]+)\s*\)\s*=\s*\(?\s*(?:(?P<factor>\d+)\s*[*×]?\s*)?\(?\s*(?P=x)\s*\)?\s*(?:[*×]\s*(?P<later>\d+)\s*)?\)?\s*(?:%|mod)\s*(?P<value>\d+)"
    )
    factors = {int(match["factor"] or match["later"] or 1) for match in function}
    divisors = {int(match["value"]) for match in function}
    stated = reading.take_one(
        (
            r"(?:用|以|把|拿)?(?:关键字|关键码|键值?|(?<![A-Za-z])key|(?<![A-Za-z])[kx])?(?:除以|模|对)\s*(?P<value>\d+)(?:后)?(?:所得|得到|取|求|的)*余数?",
            r"(?:除留余数法,?)?(?:除数|模|对)\s*p?\s*(?:为|取|是|=)?\s*(?P<value>\d+)(?:取[余模]|求余)?",
            r"(?<![A-Za-z])(?:key|k|x)\s*(?:%|mod)\s*(?P<value>\d+)",
            r"(?<![A-Za-z0-9])p\s*(?:=|取|为)\s*(?P<value>\d+)",
        ),
        to_int,
    )
    divisors |= {stated} if stated is not None else set()
    if len(factors) > 1 or len(divisors) > 1:
        stay_out("two functions")
    divisor, factor = next(iter(divisors), None), next(iter(factors), 1)
    if reading.has(r"[%*+]|(?<![A-Za-z])mod(?![A-Za-z])"):
        stay_out("another function")
    length = reading.take_one(
        (
            rf"(?:表|数组)的?(?:总)?长(?:度)?\s*m?\s*(?:为|是|=|:)?\s*(?P<value>{INTEGER})",
            rf"(?:表|数组)?(?:的)?(?:长度|大小|容量)\s*m?\s*(?:为|是|=|:)?\s*(?P<value>{INTEGER})",
            rf"(?:表)?长\s*m?\s*(?:为|是|=|:)?\s*(?P<value>{INTEGER})(?:的)",
            rf"(?<=\ue000)长(?:度)?\s*(?:为|是|=|:)?\s*(?P<value>{INTEGER})",
            rf"(?<![A-Za-z0-9])m\s*=\s*(?P<value>{INTEGER})",
        ),
        to_int,
    )
    last = reading.take_one(
        r"(?:(?:散列|存储)?地址(?:空间|范围|区间)?(?:为|是|从)?)?\s*\(?\s*(?:地址|下标|编号)?(?:从|为|是)?\s*(?<!\d)0\s*(?:~|-|到|至)\s*(?P<value>\d+)\s*\)?",
        to_int,
    )
    if last is not None:
        if length not in (None, last + 1):
            stay_out("two lengths")
        length = last + 1
    refuse_negative(reading)
    found = reading.take_all(SEQUENCE)
    if load is not None and len(found) == 1:
        places = len(to_ints(found[0][0])) / load
        if places.denominator != 1 or length not in (None, places):
            stay_out("load factor")
        length = int(places)
    count = reading.take_one(rf"(?:这|共)?(?:有)?(?P<value>{INTEGER})个(?:{_KEY_WORDS}|记录|数|整数)", to_int)
    asked = reading.take_words(
        (
            (
                r"(?:查找|搜索)?(?:失败|不成功)(?:时|情况下|情况)?(?:的)?(?:平均(?:查找|搜索|比较|探测)(?:长度|次数)|ASL)?",
                "failure",
            ),
            (
                r"(?:查找|搜索)?成功(?:时|情况下|情况|和失败)?(?:的)?(?:平均(?:查找|搜索|比较|探测)(?:长度|次数)|ASL)?",
                "success",
            ),
        )
    )
    if _asks_both(reading.text):
        asked = ["success", "failure"]
    average = (
        reading.take_all(
            r"平均(?:查找|搜索|比较|探测|探查)(?:的)?(?:长度|次数)|平均(?:要|需要?)?(?:比较|探测|查找)(?:多少|几)次|(?<![A-Za-z])ASL(?:成功|失败|success|fail|succ|unsucc)?(?![A-Za-z])"
        )
        or "平均" in reading.text
        or "ASL" in reading.text.upper()
    )
    reading.take_all(r"(?:初始)?(?:为)?空(?!间)的?|各散列地址(?=,)|(?:线性表)?\(\s*\)")
    finish(reading, _OWN)
    methods = [*methods, *(["quadratic"] if quadratic else [])]
    keys_asked = [int(match["key"]) for match in key_asked]
    if later is not None:
        keys_asked.append(int(later["key"]))
    keys_compared = [int(match["key"]) for match in compared]
    if compared_too:
        if len(keys_asked) != 1 or keys_compared:
            stay_out("which key is looked for")
        keys_compared = list(keys_asked)
    if (not named and not (methods and divisor)) or len(methods) != 1 or len(found) != 1:
        return None
    if average and not asked:
        asked = ["success", "failure"]  # both are called so; the answer names them
    if bool(asked) != bool(average) or not (asked or keys_asked or keys_compared):
        return None
    keys = list(to_ints(found[0][0]))
    if later is not None:
        keys.append(int(later["key"]))
        count = None if count is None else count + 1
    if len(set(keys)) != len(keys) or (count is not None and count != len(keys)):
        stay_out("keys")
    method = methods[0]
    if (at_end or null_pointer is not None) and method != "chaining":
        stay_out("chains in an open table")
    if (keys_asked or keys_compared) and (method == "chaining" or not set(keys_asked + keys_compared) <= set(keys)):
        stay_out("a key that is not in the table, or a chain's address")
    understood: tuple[tuple[str, str], ...] = (("关键字", listed(keys)), ("冲突处理", METHODS[method]))
    parameters: dict[str, Any] = {"keys": keys, "method": method, "asked": asked}
    if length_asked:
        if load is None:
            stay_out("the length is asked, not given")
        parameters["length_asked"] = True
    parameters |= {"factor": factor} if factor != 1 else {}
    parameters |= {"places": keys_asked} if keys_asked else {}
    parameters |= {"compared": keys_compared} if keys_compared else {}
    parameters |= {"null_pointer": True} if null_pointer else {}
    parameters |= {"decimals": decimals} if decimals is not None else {}
    if divisor is None:
        return Recognition(
            parameters=parameters, understood=understood, missing=(Missing("divisor", "散列函数对几取余？", "H(key)=key%{}"),)
        )
    parameters["divisor"] = divisor
    function_shown = f"H(key) = key mod {divisor}" if factor == 1 else f"H(key) = {factor} × key mod {divisor}"
    understood = (("散列函数", function_shown), *understood)
    if method == "quadratic" and "failure" in asked:
        stay_out("lengths of a search with squares")
    if method != "chaining":
        if length is None:
            return Recognition(
                parameters=parameters, understood=understood, missing=(Missing("length", "散列表的长度是多少？", "表长为{}"),)
            )
        parameters["length"] = length
        understood = (*understood, ("表长", str(length)))
    if not 2 <= divisor <= 1000:
        return None
    if method != "chaining" and not (divisor <= parameters["length"] <= 1000 and len(keys) <= parameters["length"]):
        return None
    if method == "linear" and "failure" in asked and len(keys) == parameters["length"]:
        return None
    return Recognition(parameters=parameters, understood=understood)


def _asks_both(text: str) -> bool:
    """Whether both averages are asked in one phrase."""
    return re.search(r"成功(?:时|情况)?(?:和|与|、|及|以及|,)(?:查找)?(?:失败|不成功)", text) is not None


def _small_problem(text: str) -> Recognition | None:
    """The probes of keys that all collide, or the length that a load factor asks for; None where it is neither."""
    if not re.search("同义词", text) and not re.search("装[填载]因子", text):
        return None
    if re.search(r"mod|%|\d\s*[,、]\s*\d+\s*[,、]\s*\d", text, re.IGNORECASE):
        return None
    reading = opened(text)
    words = rf"(?:{_KEY_WORDS}|记录|关键词|同义词|数|结点)"
    count = reading.take_one(rf"(?<![\d.])(?P<value>{INTEGER})\s*个(?:互为同义词的)?(?:{words})", to_int)
    same = reading.take_all(
        r"(?:彼此|全部|都|均)?互为同义词(?:的)?|(?<=个)同义词(?=用|的|,|采)|(?:散列|哈希)(?:函数)?(?:地址|值)(?:都|均|全)?相同"
    )
    if same or (count is not None and "个同义词" in reading.text):
        linear = reading.take_all(r"线性(?:探测|探查)(?:再散列)?(?:法)?")
        asked = reading.take_all(
            r"(?:总共|一共|总)*(?:至少|最少)?(?:需要?|要|得)*(?:进行|做)?(?:的)?(?:总)?(?:多少|几|\(\s*\))?次?(?:的)?(?:探测|探查)(?:的)?(?:总)?(?:次数|(?:多少|几)次)?|(?:至少|最少)(?:需要?|要|得)?(?:进行|做)?"
        )
        reading.take_all(rf"这?(?:{INTEGER})个(?:{words})|一个空|空")
        finish(reading, _OWN)
        if not linear or not asked or count is None or not 2 <= count <= 1000:
            return None
        return Recognition(
            parameters={"task": "synonyms", "count": count}, understood=(("互为同义词的关键字", f"{count} 个"), ("冲突处理", "线性探测法"))
        )
    load = reading.take_one(r"装[填载]因子(?:α)?(?:要求|要|规定|至少|不超过)*(?:为|是|=|取)*\s*(?P<value>0\.\d+|1/2|[23]/[345])", Fraction)
    asked = reading.take_all(r"(?:散列|哈希)?表(?:的)?(?:长度?|大小|容量)(?:m)?(?:得|要|应该?|需要?|至少)*(?:开|取|设)?(?:为|是)?")
    finish(reading, _OWN + " 要求 规定 开 得 取 设 应 至少")
    if load is None or count is None or not asked or not 1 <= count <= 10**6 or (count / load).denominator != 1:
        return None
    return Recognition(
        parameters={"task": "length", "count": count, "load": str(load)},
        understood=(("关键字", f"{count} 个"), ("装填因子", str(float(load)))),
    )
