"""Reading and solving series: terms and sums of 等差、等比数列, seats in rows, and rows of numbers that every known rule continues alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import lru_cache

from engine.generators import patterns
from engine.generators.civil._number_series.further_rules import by_two_halves, by_wider_fractions, further_continuations, handed_on
from engine.generators.civil._number_series.later_terms import read_later_term, without_dots
from engine.generators.civil._number_series.options import cheapest, cheapest_pair
from engine.generators.civil._number_series.progressions import (
    read_progression,
    read_rounds,
    read_written_sum,
    spoken,
    value_of,
)
from engine.generators.civil._number_series.rules import PLAIN, continuations, fillings
from engine.generators.civil._number_series.several_terms import places_of, solve_terms
from engine.generators.civil._number_series.stacks import read_consecutive, read_stack
from engine.generators.civil._number_series.stories import solve_story
from engine.generators.civil._number_series.stories_reading import read_story
from engine.generators.civil._problems.several import solve_each
from engine.generators.civil._problems.story import Story, in_turn, one_reading
from engine.generators.kind import Parameters, Recognition, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import Reading, stay_out

_RULE_TOLD = (
    r"它的规律是:(?:相邻两项的差\(后项减前项\)成等[差比]数列|从第二项起,每一项等于前一项乘以同一个整数,再加上\(或减去\)同一个整数|"
    r"从第三项起,每一项等于前一项的若干\(整数\)倍加上再前一项的若干\(整数\)倍,两个倍数各自不变|奇数位上的数成等[差比]数列,偶数位上的数成等[差比]数列|"
    r"相邻两项作差,对所得的差再作差,第二次得到的数成等差数列)"
)
_TERM = r"-?\d+(?:/\d+|\.\d+)?(?![\d.])"
_BLANK = r"(?:\(\s*(?:\?|x|空)?\s*\)|_{2,}|\?+|\[\s*\]|x(?![a-zA-Z0-9=+]))"
_ITEM = rf"(?:{_TERM}|{_BLANK})"
_ROW = re.compile(
    rf"(?<![\d/.,A-Za-z])(?<!第)(?!(?<=[\u4e00-\u9fff])\?)(?:{_ITEM})(?:\s*[,、;，]\s*{_ITEM}|\s+{_ITEM}|(?<=\d)\({{1}}\s*\)){{3,}}",
    re.IGNORECASE,
)
# The number of the problem glued to the row: `4.1/3, 1/2, ...`, `3.1.10, 4.21, ...`, `12 1, 3, 3, ...`.
_NUMBER_OF_PROBLEM = r"^\s*\(\d{1,2}\)\s*(?=-?\d|\(\s*\))|^\s*\d{1,3}[.、](?=-\d)|^\s*\d{1,2}、(?=\d+\s*,[^、]*$)|^\s*\d{1,3}[.、](?=\d+(?:/\d+|\.\d+)\s*[,，、;])|^\s*\d{1,3}\s+(?=-?\d+(?:\s?[,，、;]\s?-?\d+){2})"
_NEXT = r"下一个|下一项|接下来|接着|后面|再往后|下个|之后|下一位|往下|后边"


def _row(text: str) -> Recognition | None:
    """A row with a number missing, at its end or before: where every rule that it keeps fills it alike."""
    raw = _without_units(patterns.sub(_NUMBER_OF_PROBLEM, "", Reading(without_dots(text)).text))
    rows = list(_ROW.finditer(raw))
    if len(rows) != 1:
        return None
    found = rows[0]
    items = patterns.findall(_ITEM, found[0], re.IGNORECASE)
    rest = raw[: found.start()] + "多少" + raw[found.end() :]
    blanks = [place for place, item in enumerate(items) if not patterns.fullmatch(_TERM, item)]
    asks_next = patterns.search(_NEXT, rest) is not None
    if len(blanks) == 2:
        return _two_more(items, Story(rest).text)
    if not blanks and patterns.fullmatch(r"[\s,。:;?、]*多少[\s,。:;?、]*", rest):
        # Nothing but a row before its options.
        return _by_options(items, [[Fraction(each) for each in items]], None, items) if len(items) > 3 and "/" not in found[0] else None
    if len(blanks) > 1 or (not blanks and not asks_next):
        return None
    remarks = patterns.sub(_RULE_TOLD, "", Story(rest).text)
    # What stands around a row is talk, or the hint how to look at it; a figure, another question or a condition is more.
    if found_more := patterns.search(
        r"其中|结果|重复|遍|不(?![到出会懂知对难了明])|[甲乙]|只|仅|除(?!以)|再|\d|第[一二三四五六七八九十几]|和是|的和|之和|总和|求和|另外|还有几|平均|中位|概率|不是|不能|除外|从大到小|从小到大|下下|逆|倒|若|翻(?!倍)|反|中途|设备|工作|其余|其他|条件|注意|规定|必须|假设|同时|如果|元|人(?!家)|多少.*多少.*多少",
        patterns.sub(
            r"[,，]\s*-?\d+\s*(?:吧|吗|对吗|对不对)?\s*\?\s*$|有没有人|反正|(?:但)?我(?:自己)?(?:只|就)?(?:看出来?|发现|知道|觉得|试过?了?|猜|以为|算出来?)[^,;。?!]*|(?:我)?只(?:会|知道|能)(?:看|找|做|想到|用)?(?:作差|做差|差|等差|等比|相减)",
            "",
            remarks,
        ),
    ):
        stay_out(found_more[0])
    if not blanks and (several := patterns.search(r"[两三四几]个数|[两三四]项|各[是为]|分别", remarks)):
        stay_out(several[0])  # more than the next
    terms = [item for place, item in enumerate(items) if place not in blanks]
    if len(terms) > 15 or len(terms) < (3 if blanks else 4):
        return None
    inner = blanks[0] if blanks and blanks[0] < len(items) - 1 else None
    if len(terms) == 3:
        return _by_options(items, [], inner, terms)
    fractions = [each.split("/") for each in terms]
    in_decimals = len(terms) >= 5 and inner is None and all(patterns.fullmatch(r"\d+\.\d+", term) for term in terms)
    if in_decimals and (halves := _by_halves(terms)) is not None:
        return halves
    parts: list[list[Fraction]] = [[Fraction(each[0]) for each in fractions]]
    if any(len(each) == 2 for each in fractions):
        parts.append([Fraction(each[1]) if len(each) == 2 else Fraction(1) for each in fractions])
    if any(not each for each in parts[-1]) and len(parts) > 1:
        return None
    whole = len(parts) == 1
    if not whole and (handed := handed_on(parts[0], parts[1], inner)) is not None:
        missing, words_of = handed
        return Recognition(
            parameters={"task": "row", "terms": items, "next": missing, "rule": list(words_of), "bare": False},
            understood=(
                ("数列", "，".join(items)),
                ("规律", "；".join(words_of)),
                ("求", "所缺的数" if inner is not None else "下一个数"),
            ),
        )
    shown: list[str] = []
    words: list[str] = []
    weak = False
    for part in parts:
        found_values = _every_value(part, inner, 2)
        plain = [each for each in _every_value(part, inner, 1) if each[1] in PLAIN] if len(part) == 4 else []
        if plain and found_values and not {each[0] for each in plain} & {each[0] for each in found_values}:
            # 1, 4, 9, 16: its differences are primes, too, but nobody means that.
            found_values, weak = plain, weak or len(plain) == 1
        if not found_values and whole and inner is None and len(part) > 4:
            found_values = list(further_continuations(part, 3))
        if not found_values:
            # One number to check it: enough where the options say what is meant, and only there.
            found_values, weak = _every_value(part, inner, 1), True
        values = {value for value, _, _ in found_values if _shown_like(value, terms, whole)}
        if len(values) != 1 or (weak and whole and inner is None and len(terms) < 5 and found_values[0][1] not in PLAIN):
            return _by_options(items, parts, inner, terms)
        value = values.pop()
        shown.append(decimal(value, 4) if whole else str(value))
        words.append(found_values[0][1])
    return Recognition(
        parameters={
            "task": "row",
            "terms": items,
            "next": "/".join(shown),
            "rule": words,
            "bare": weak and len(terms) < 5 - (inner is None and _sure(parts)),
        },
        understood=(("数列", "，".join(items)), ("规律", "；".join(words)), ("求", "所缺的数" if inner is not None else "下一个数")),
    )


def _two_more(items: list[str], rest: str) -> Recognition | None:
    """A row of which two numbers are missing: only the options say which pairs may be meant."""
    terms = [item if patterns.fullmatch(_TERM, item) else None for item in items]
    if patterns.search(r"\d|[甲乙]|若|不", rest) or len(items) < 7 or None in terms[:3]:
        return None
    return Recognition(
        parameters={"task": "two-more", "terms": terms},
        understood=(("数列", "，".join(items)), ("求", "所缺的两个数，由选项定")),
    )


_UNIT = re.compile(r"(?<=\d) ?([号人个元页岁点分件台])(?=\s*[,、，])")


def _without_units(text: str) -> str:
    """`43 号、31 号、21 号、( )号` as a bare row, and without the remark which numbers may be written."""
    if len(set(found := _UNIT.findall(text))) == 1 and len(found) >= 3:
        text = patterns.sub(rf"(?<=[\d)]) ?{found[0]}(?=\s*[,、，]|\s*(?:$|[。?]))", "", text)
        text = patterns.sub(r"\(\s+\)", "( )", text)
        count = "零一二三四五六七八九十"[min(len(found), 9)]
        following = "零一二三四五六七八九十"[min(len(found), 9) + 1]
        text = patterns.sub(rf"前{count}个[^,;。?\d]{{0,12}},|第{following}个(?=[^,;。?\d]{{0,12}}吗?\?)", "", text)
    return patterns.sub(
        r"\((?:注意?|提示|说明):?[^()]{0,16}(?:只能|只可以?|请|须)?(?:填写?|写|为|是)[^()]{0,16}(?:自然数|整数|数字)[^()]{0,4}\)", "", text
    )


def _shown_like(value: Fraction, terms: list[str], whole: bool) -> bool:
    """Whether a number is whole, or has a point as the others have."""
    return value.denominator == 1 or (whole and all("." in term or value.denominator in (2, 4, 5, 10) for term in terms))


def _by_options(items: list[str], parts: list[list[Fraction]], inner: int | None, terms: list[str]) -> Recognition:
    """Every number that some rule makes the missing one: options say which is meant.

    Raises:
        StayOut: no rule is kept.
    """
    rules: dict[str, str] = {}
    if len(parts) == 1:
        found = [*_every_value(parts[0], inner, 2), *_every_value(parts[0], inner, 1)]
        if inner is None:
            found += further_continuations(parts[0], 2)
            likely = {value for value, _, _ in found}
            rarer = [each for each in further_continuations(parts[0], 1) if each[0] not in likely]
            # A number that a far-fetched rule gives is one of very few, or it says nothing.
            found += rarer if len({value for value, _, _ in rarer}) <= 3 else []
        for value, words, _ in found:
            if _shown_like(value, terms, True):
                rules.setdefault(decimal(value, 4), words)
    if len(parts) == 2:
        tops, bottoms = ({value: words for value, words, _ in _every_value(part, inner, 2)} for part in parts)
        if 0 < len(tops) * len(bottoms) <= 6 and all(value.denominator == 1 and value for value in (*tops, *bottoms)):
            rules |= {f"{top}/{bottom}": f"分子：{tops[top]}；分母：{bottoms[bottom]}" for top in tops for bottom in bottoms}
    if inner is None and len(parts) == 1:
        rules |= {str(value): "各数的前后两段各成一列" for value in sorted(by_two_halves(terms))}
    if inner is None and any("/" in term for term in terms):
        row = [Fraction(term) for term in terms]
        plain = {value for value, _, _ in continuations(row)}
        rules |= {str(value): "分子、分母各成一列" for value in sorted(plain or by_wider_fractions(row))}
    return Recognition(
        parameters={
            "task": "row",
            "terms": items,
            "next": next(iter(rules), ""),
            "rule": list(rules.values()),
            "values": list(rules),
            "bare": True,
        },
        understood=(("数列", "，".join(items)), ("求", "所缺的数" if inner is not None else "下一个数，由选项定")),
    )


def _by_halves(terms: list[str]) -> Recognition | None:
    """`1.1, 2.4, 3.9, 4.16`: what stands before the points is one row and what stands after them another."""
    following, words = [], []
    for half in zip(*(term.split(".") for term in terms), strict=True):
        if any(digits.startswith("0") and digits != "0" for digits in half):
            return None
        found = list(continuations([Fraction(digits) for digits in half]))
        values = {value for value, _, _ in found}
        if len(values) != 1 or next(iter(values)).denominator != 1 or next(iter(values)) < 0:
            return None
        following.append(str(values.pop()))
        words.append(found[0][1])
    if list(continuations([Fraction(term) for term in terms])):
        return None
    return Recognition(
        parameters={"task": "row", "terms": terms, "next": ".".join(following), "rule": words, "bare": False, "halves": True},
        understood=(("数列", "，".join(terms)), ("规律", "整数部分和小数部分各成一列"), ("求", "下一个数")),
    )


def _sure(parts: list[list[Fraction]]) -> bool:
    """Whether four numbers say enough: squares or cubes, or numbers that grow by a rule of few numbers."""
    return all(abs(part[-1]) > 20 for part in parts)


def _every_value(part: list[Fraction], inner: int | None, least: int) -> list[tuple[Fraction, str, int]]:
    return [each for each in _all_values(tuple(part), inner) if each[2] >= least]


@lru_cache(maxsize=8)
def _all_values(part: tuple[Fraction, ...], inner: int | None) -> tuple[tuple[Fraction, str, int], ...]:
    """Every value that a rule gives with at least one number to check it; asked for again by the same row."""
    if inner is None:
        return tuple(continuations(part, 1))
    return tuple(fillings([*part[:inner], None, *part[inner:]], 1))


_GRID_RULES: tuple[tuple[str, Callable[[int, int, int], int]], ...] = (
    ("a × b × k", lambda a, b, k: a * b * k),
    ("a × b + k", lambda a, b, k: a * b + k),
    ("(a + b) × k", lambda a, b, k: (a + b) * k),
    ("a + b + k", lambda a, b, k: a + b + k),
    ("a² + b² + k", lambda a, b, k: a * a + b * b + k),
    ("a² − b + k", lambda a, b, k: a * a - b + k),
    ("a² + b + k", lambda a, b, k: a * a + b + k),
    ("a × b + a + k", lambda a, b, k: a * b + a + k),
    ("a × b + b + k", lambda a, b, k: a * b + b + k),
    ("a × b − a + k", lambda a, b, k: a * b - a + k),
    ("a × b − b + k", lambda a, b, k: a * b - b + k),
    ("a × k + b", lambda a, b, k: a * k + b),
    ("a × k − b", lambda a, b, k: a * k - b),
    ("a + b × k", lambda a, b, k: a + b * k),
)


def _nine(text: str) -> Recognition | None:
    """Three rows of three, the third of each got from the other two alike."""
    story = Story(text)
    rows = story.take_all(r"第[一二三123]行(?:是|为|:)?\s*(?P<a>\d+)[\s,、]+(?P<b>\d+)[\s,、]+(?P<c>\d+|\?|多少|x|\(\s*\))")
    if len(rows) != 3 or [row["c"].isdigit() for row in rows] != [True, True, False]:
        return None
    story.take_all(
        r"每行(?:的)?第三个数?(?:都)?(?:由|是由|与|和)?(?:前两个数?|前面两个数?)(?:按同一规律)?(?:得到|得出|运算得到|计算得到|有关)?"
    )
    story.take_all(r"\?是多少|\?|多少")
    story.finish("九宫格 数字 规律 问 是 填 应 该 找 按 下面 表格 数 字")
    told = [(int(row["a"]), int(row["b"])) for row in rows]
    values = {}
    for words, rule in _GRID_RULES:
        for k in range(-20, 21):
            if k == 0 and "× k" in words:
                continue
            if all(rule(*pair, k) == int(row["c"]) for pair, row in zip(told[:2], rows[:2], strict=True)):
                values[rule(*told[2], k)] = words.replace("k", str(k))
    if not values:
        stay_out("no rule")
    return Recognition(
        parameters={"task": "grid", "values": sorted(values), "rules": [values[each] for each in sorted(values)]},
        understood=(("前两行", "；".join(f"{row['a']}、{row['b']} → {row['c']}" for row in rows[:2])), ("求", "第三行的第三个数")),
    )


def _one_of_options(parameters: Parameters) -> Solution:
    """A row that several rules continue: the options say what is meant."""
    values, rules = [Fraction(each) for each in parameters["values"]], parameters["rule"]
    told = "；".join(f"{rule}，所求是 {value}" for value, rule in zip(parameters["values"], rules, strict=True))

    def is_one(option: str) -> bool:
        number = patterns.fullmatch(r"-?\d+(?:/\d+|\.\d+)?", _joined(option))
        return number is not None and Fraction(number[0]) in values

    return Solution(
        answer=parameters["next"],
        steps=told + ("。" if len(values) == 1 else "；选项中只有一个符合。"),
        fits=is_one,
        among=_completing(parameters["terms"]),
    )


def _joined(option: str) -> str:
    """An option's number in one piece: `1 951`."""
    return patterns.sub(r"(?<=\d) (?=\d{3}$)|(?<=^\d) (?=\d$)|(?<=\d)\.$", "", option.strip().replace("−", "-"))


def _completing(items: Sequence[str]) -> Callable[[Sequence[str]], tuple[int, str] | None]:
    """Which of the options completes the row, and the working."""

    def chosen(options: Sequence[str]) -> tuple[int, str] | None:
        said = [_joined(option) for option in options]
        found = {}
        for row in (list(items), *_without_number(items)):
            blanks = [place for place, item in enumerate(row) if not patterns.fullmatch(_TERM, item)]
            place = blanks[0] if blanks else len(row)
            terms = [item for item in row if patterns.fullmatch(_TERM, item)]
            if (best := cheapest(terms, place, said)) is not None:
                filled = "，".join([*terms[:place], said[best[0]], *terms[place:]])
                found[best[0]] = f"规律：{best[1]}。补全后为 {filled}，所求是 {said[best[0]]}。"
        return next(iter(found.items())) if len(found) == 1 else None

    return chosen


def _two_more_solved(row: Sequence[str | None]) -> Solution:
    """The pair of numbers of the options that completes the row."""

    def chosen(options: Sequence[str]) -> tuple[int, str] | None:
        pairs = [patterns.findall(r"-?\d+", option.replace("−", "-")) for option in options]
        if any(len(pair) != 2 for pair in pairs):
            return None
        whole = [each or "" for each in row]
        rows = [list(row), *([each or None for each in other] for other in _without_number(whole))]
        found = [(best, each) for each in rows if (best := cheapest_pair(each, pairs)) is not None]
        if len({best[0] for best, _ in found}) != 1:
            return None
        best, told = found[0]
        missing = iter(pairs[best[0]])
        filled = "，".join(next(missing) if each is None else each for each in told)
        return best[0], f"规律：{best[1]}。补全后为 {filled}，所求是 {'、'.join(pairs[best[0]])}。"

    return Solution(answer="由选项定", steps="逐个选项代入，看哪一个使整列成规律。", fits=lambda option: False, among=chosen)


def _without_number(items: Sequence[str]) -> list[list[str]]:
    """The row again where its first number may be two: `4.16, 29, 55` is the fourth problem, and its row begins with 16."""
    first = patterns.fullmatch(r"[1-9]\d?\.(\d+(?:/\d+|\.\d+)?)", items[0])
    if first is None or len(items) < 5 or any("." in item for item in items[1:] if "." not in first[1]):
        return []
    return [[first[1], *items[1:]]]


def _solve(parameters: Parameters) -> Solution:
    if parameters["task"] == "two-more":
        return _two_more_solved(parameters["terms"])
    if parameters["task"] == "grid":
        values, rules = parameters["values"], parameters["rules"]
        steps = (
            "每行前两个数为 a、b，第三个数为 "
            + "；或 ".join(f"{rule}，所求是 {value}" for value, rule in zip(values, rules, strict=True))
            + "。"
        )
        if len(values) == 1:
            return Solution(answer=str(values[0]), steps=steps, conventions=("取最简单的规律",))
        # Several rules fit; the options say which is meant.
        return Solution(answer=str(values[0]), steps=steps, fits=lambda option: option.strip() in map(str, values))
    if parameters["task"] == "row":
        following = parameters["next"]
        if "values" in parameters:
            return _one_of_options(parameters)
        row = [str(each) for each in parameters["terms"]]
        filled = [each if patterns.fullmatch(_TERM, each) else following for each in row]
        filled = filled if filled != row else [*row, following]
        labels = ("分子", "分母") if "/" in following else ("整数部分", "小数部分") if "halves" in parameters else ("",)
        steps = paragraphs(
            *(f"{label}{'：' if label else ''}{rule}。" for label, rule in zip(labels, parameters["rule"], strict=True)),
            f"补全后为 {'，'.join(filled)}，所求是 {following}。",
        )
        if not parameters["bare"]:
            return Solution(answer=following, steps=steps, conventions=("取最简单的规律",), among=_completing(parameters["terms"]))

        # A bare row can be continued as one likes; the options say what is meant.
        def is_it(option: str) -> bool:
            number = patterns.fullmatch(r"-?\d+(?:/\d+)?", _joined(option))
            return number is not None and Fraction(number[0]) == Fraction(following)

        return Solution(answer=following, steps=steps, fits=is_it, among=_completing(parameters["terms"]))
    if parameters["task"] == "row-story":
        return solve_story(parameters)
    if parameters["task"] == "of-series":
        value = Fraction(parameters["value"])
        steps_of = f"设首项为 a1、公差为 d，由已知条件得 {spoken(parameters['wanted'])}为 {value}。"
        return Solution(answer=str(value), steps=steps_of)
    return _solve_series(parameters)


def _solve_series(parameters: Parameters) -> Solution:
    first, change = (Fraction(parameters[name]) for name in ("first", "change"))
    wanted, arithmetic = parameters["wanted"], parameters["kind"] == "arithmetic"
    value = value_of(arithmetic, first, change, wanted)
    shown = str(value) if value.denominator == 1 or not is_exact(value) else decimal(value)
    known = f"首项为 {first}，{'公差' if arithmetic else '公比'}为 {change}。"
    if wanted in ("d", "q", "a1") or wanted[0] in "np":
        return Solution(answer=shown, steps=f"由已知条件，{known}{spoken(wanted)}为 {shown}。")
    if wanted[0] in "tm":
        terms = [value_of(arithmetic, first, change, f"a{place}") for place in places_of(wanted)]
        return solve_terms(wanted, terms, arithmetic, known)
    count = int(wanted[1:])
    last = value_of(arithmetic, first, change, f"a{count}")
    if arithmetic:
        steps_ = [f"第 {count} 项为 {first} + {count - 1} × {change} = {last}。"]
        if wanted[0] == "s":
            steps_.append(f"前 {count} 项的和为 ({first} + {last}) × {count} ÷ 2 = {value}。")
    else:
        steps_ = [f"第 {count} 项为 {first} × {change}^{count - 1} = {last}。" if change.denominator == 1 else f"第 {count} 项为 {last}。"]
        if wanted[0] == "s":
            steps_.append(
                f"前 {count} 项的和为 {first} × ({change}^{count} − 1) ÷ ({change} − 1) = {value}。"
                if change.denominator == 1
                else f"前 {count} 项的和为 {value}。"
            )
    # A power of a negative number is written with brackets.
    working = patterns.sub(r"(?<![\d)]) ?× (-\d+)", r" × (\1)", paragraphs(*steps_)) if change < 0 else paragraphs(*steps_)
    return Solution(answer=shown, also=(str(value),) if shown != str(value) else (), steps=working)


SOLVER = Solver(
    hint=r"\d\s*\+\s*\d+\s*\+|等差|等比|每一?(?:天|日|年|个月|月|周|圈|次|小时|分钟|秒|级|轮|站)|规律|\d\s*[,，、]\s*-?\d+(?:[/.]\d+)?\s*[,，、]|\d [\d/]+ \d|排|层|九宫格|第一行|连续|相邻|比(?:其|它|他)?前|依次",
    recognise=in_turn(
        one_reading(read_progression, read_stack, read_consecutive, read_written_sum, read_rounds, read_later_term, _row, _nine),
        one_reading(read_story),
    ),
    solve=solve_each(_solve),
)
