"""Reading numbers told by remainders (`除以 5 余 3`, `每排 8 人多 1 人`), within what range, and what of them is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from engine.generators import patterns
from engine.generators.civil._problems.problems import EXAM_TALK
from engine.generators.civil._problems.wording import COUNTERS, SUSPECT, plain_wording
from engine.generators.civil._remainders.simulator import Congruence
from engine.generators.kind import Recognition
from engine.generators.reading import Reading, StayOut, stay_out, to_int

_UNIT = rf"(?:{COUNTERS[3:-1]}|人|名|位|只|头|棵|元|道|题|页|岁)"
_N = r"\d{1,4}"
_LIST = rf"{_N}(?:(?:、|和|,|或|与|还是){_N})*"
_DIVIDED = rf"(?:除以|被(?={_N}(?:(?:、|和|,|或|与){_N})*除)|除(?={_N}[余都均也]))(?P<divisors>{_LIST})(?:除)?"
_OVER = r"(?:都|均|各|也|则|就|会|还|正好)*(?:余数?(?:都|均)?(?:是|为)?|多出?|剩下?|还剩|余下)(?P<over>\d{1,4})"
_SHORT = r"(?:都|均|各|也|则|就|会|还)*(?:少|缺|差|不足|不够)(?P<short>\d{1,4})"
_EVEN = r"(?:都|均|也|则|就|会|可以)*(?P<even>(?:正好|恰好|刚好)(?:分完|排完|装完|整除|站满|排满|坐满|装满|分尽|完)?|没有剩余|无剩余|整除)"
_LEFT = rf"(?:{_OVER}|{_SHORT}|{_EVEN})(?:{_UNIT})?"
_TOLD = (
    rf"{_DIVIDED},?{_LEFT}",
    rf"(?:能|可以?)?(?:同时)?(?:被(?P<divisors>{_LIST})(?P<even>整除)|是(?P<divisors2>{_LIST})的(?:公)?倍数)",
    rf"(?:若|如果|假如|要是)?(?:按|以)?每(?:{_UNIT}|排|行|组|队|箱|次|堆|包|列|桌|车|袋)(?:分给?|站|坐|排|装|放|有|数|拿|种|分成?)?"
    rf"(?P<divisors>{_LIST})(?:{_UNIT})?,?{_LEFT}",
    rf"(?P<divisors>{_N})(?:{_UNIT})?一(?:排|行|组|队|箱|堆|包|列|数|袋),?{_LEFT}",
)
_TELLING = tuple(re.compile(pattern) for pattern in _TOLD)
_SAID = (
    (rf"(?P<n>{_N})({_UNIT})(?P=n)\2地?(?:数|分|拿|装)", r"除以\g<n>"),
    (rf"(?<=\d)({_UNIT}?)(?:或|或者|和|与|、)每(?:{_UNIT}|排|行|组|队|箱|次|堆|包|列|桌|车|袋)(?:站|坐|排|装|放|分)?(?=\d)", r"\1或"),
    (rf"(?<=每.)({_N}){_UNIT}或(?={_N})", r"\1或"),
    ("物(?:几何|多少)", "物最少多少"),  # the classic asks for the least
)
"""`3 个 3 个地数`, `每行 12 人或每行 16 人`, in the words that are read."""
_DIGITS = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_RANGES: tuple[tuple[str, str], ...] = (
    (r"(?P<digits>[两二三四五])位(?:自然|正整|整)?数", "digits"),
    (rf"(?:在|介于)?(?P<low>\d{{1,5}}){_UNIT}?(?:-|~|至|到|和|与)(?P<high>\d{{1,5}}){_UNIT}?(?:之间|以内)", "between"),
    (rf"(?:不超过|不多于|不大于|至多有?|最多有?)(?P<high>\d{{1,5}}){_UNIT}?", "most"),
    (rf"(?:不足|不到|小于|少于)(?P<below>\d{{1,5}}){_UNIT}?", "below"),
    (rf"(?:超过|多于|大于)(?P<above>\d{{1,5}}){_UNIT}?", "above"),
    (rf"(?<!\d)(?P<high>\d{{1,5}}){_UNIT}?(?:以内|以下)", "most"),
)
_LEAST = r"最小|最少|至少"
_GREATEST = r"最大|最多"
_HOW_MANY = r"(?:这样|满足|符合)[^,;。?]{0,14}(?:有|共有?)多少个?|的(?:自然|正整|整)?数(?:一共|共)?有?多少个|(?:有|共)多少个(?:这样)?的?(?:自然|正整|整)?数"
_HARMLESS = re.compile(
    r"一个|(?:自然|正整|整)数|某个?数|某数|数|这样的?|满足|符合|条件|那么|则|已知|同时|并且|且|一共|总共|共|有|的|是|为|它|这个?|该|人数|总数|问|求|请|学生|同学|员工|士兵|战士|糖果?|苹果|橘子|球|棋子|图书|书|果|"
    r"某班|某校|班|某单位|单位|学校|一批|一堆|一筐|一些|一箱|一盒|一队|物|不知其|今|若干|需要|排队|分组|站队|体操|表演|参加|多少|"
    + _UNIT
    + r"|如果|若|在|之间|\s"
)
_BINDS = re.compile(rf"{SUSPECT}|\d|[和积商方立各位]")


@dataclass(slots=True)
class _Told:
    congruences: list[Congruence] = field(default_factory=list)
    low: int = 1
    high: int | None = None


def read_remainders(text: str) -> Recognition | None:
    """What is told of a number by its remainders, and what is asked.

    Raises:
        StayOut: something is left unread, or the question does not single out a number.
    """
    plain = patterns.sub(EXAM_TALK, "", plain_wording(Reading(text).text))
    for pattern, usual in _SAID:
        plain = patterns.sub(pattern, usual, plain)
    told = _Told()
    left = _take_remainders(plain, told)
    left = _take_range(left, told)
    asks = [way for way, pattern in (("least", _LEAST), ("greatest", _GREATEST), ("count", _HOW_MANY)) if patterns.search(pattern, left)]
    if not patterns.search("多少", left) or len(told.congruences) < 2:
        return None
    if len(asks) > 1:
        stay_out(f"asks for several: {asks}")
    ask = asks[0] if asks else "only"
    unit = next(iter(patterns.findall(rf"多少({_UNIT})", left)), "") if ask != "count" else "个"
    left = patterns.sub(rf"{_LEAST}|{_GREATEST}|{_HOW_MANY}", "", left)
    if found := _BINDS.search(_HARMLESS.sub("", left)):
        stay_out(f"left: {found[0]} in {left}")
    if ask in ("count", "greatest") and told.high is None:
        stay_out("without end")
    return Recognition(
        parameters={"congruences": [list(each) for each in told.congruences], "low": told.low, "high": told.high, "ask": ask, "unit": unit},
        understood=(
            (
                "条件",
                "；".join(
                    f"除以 {divisor} 余 {remainder}" if remainder else f"是 {divisor} 的倍数" for divisor, remainder in told.congruences
                ),
            ),
            *(
                (("范围", f"{told.low}～{told.high}" if told.high is not None else f"不小于 {told.low}"),)
                if told.high is not None or told.low > 1
                else ()
            ),
            ("求", {"least": "最小的一个", "greatest": "最大的一个", "count": "有多少个", "only": "这个数"}[ask]),
        ),
    )


def _take_remainders(plain: str, told: _Told) -> str:
    left = plain
    for pattern in _TELLING:
        while (match := pattern.search(left)) is not None:
            groups = match.groupdict()
            if patterns.search("或|还是", match[0]) and not patterns.search("都|均", match[0]):
                stay_out(f"one or the other: {match[0]}")
            divisors = [int(each) for each in patterns.findall(r"\d+", groups.get("divisors") or groups.get("divisors2") or "")]
            remainder = int(groups.get("over") or 0) - int(groups.get("short") or 0)
            for divisor in divisors:
                if divisor < 2 or abs(remainder) >= divisor:
                    stay_out(f"remainder {remainder} of {divisor}")
                told.congruences.append((divisor, remainder % divisor))
            left = left[: match.start()] + left[match.end() :]
    return left


def _take_range(plain: str, told: _Told) -> str:
    left = plain
    for pattern, kind in _RANGES:
        match = patterns.search(pattern, left)
        if match is None:
            continue
        if kind == "digits":
            digits = _DIGITS[match["digits"]]
            told.low, told.high = max(told.low, 10 ** (digits - 1)), min(told.high or 10**digits, 10**digits - 1)
        elif kind == "between":
            told.low, told.high = int(match["low"]), int(match["high"])
        elif kind == "above":
            told.low = int(match["above"]) + 1
        else:
            told.high = int(match["high"]) if kind == "most" else int(match["below"]) - 1
        left = left[: match.start()] + left[match.end() :]
    return left


def numbers_in_words(text: str) -> str:
    """`三三数之剩二` with figures, where the classic is told in words."""

    def counted(match: re.Match[str]) -> str:
        try:
            return f"除以{to_int(match['divisor'])}余{to_int(match['over'])}"
        except StayOut:
            return match[0]

    return patterns.sub(r"(?P<divisor>[三五七])(?P=divisor)数之[,，]?(?:剩|余)(?P<over>[一二三四五六])", counted, text)
