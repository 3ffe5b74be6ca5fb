"""Reading and solving series: terms and sums of 等差、等比数列, seats in rows, and rows of numbers that every known rule continues alike."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from engine.generators.civil._number_series_rules import continuations, fillings
from engine.generators.civil._story import Story, one_reading
from engine.generators.kind import Parameters, Recognition, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_NUMBER = r"(?P<value>-?\d+)"
_WORDS = """
数列 首项 它 某 一个 已知 等差 等比 等差数列 等比数列 公差 公比 前 项 项的和 之和 的和 和 求 该 该数列 数 第 an Sn a s 等于 中 各项 其 写出
"""


def _series(text: str) -> Recognition | None:
    """等差数列, 等比数列: from as much as settles it, a term, a sum, the difference or the first term."""
    story = Story(text)
    story.refuse(
        r"奇数|偶数|倒数|中项|和为\d|积|各项|每隔|等差且|大于|小于|第一个|负|最大|最小|至少|递推|通项|无穷|从第|(?<!公)差是|的差|平方|最接近|开始"
    )
    story.rest = re.sub(r"\{?an\}?(?![A-Za-z0-9])", "", story.rest)
    kinds = story.take_words(((r"(?:一个|某)?等差数列", "arithmetic"), (r"(?:一个|某)?等比数列", "geometric")))
    if len(kinds) != 1:
        return None
    facts: dict[str, int] = {}

    def tell(name: str, value: str) -> None:
        if facts.setdefault(name, int(value)) != int(value):
            stay_out(f"{name} twice")

    for match in story.take_all(rf"首项(?:a1)?(?:为|是|=|:)*\s*{_NUMBER}"):
        tell("a1", match["value"])
    for match in story.take_all(
        rf"第(?P<place>{INTEGER})项(?:a\d+)?(?:为|是|=|:|等于)+\s*{_NUMBER}|(?<![a-z])a(?P<place2>\d+) ?= ?(?P<value2>-?\d+)"
    ):
        tell(f"a{to_int(match['place'] or match['place2'])}", match["value"] or match["value2"])
    for match in story.take_all(
        rf"前(?P<place>{INTEGER})项(?:的)?(?:之)?(?:总)?和(?:S\d+)?(?:为|是|=|:|等于)+\s*{_NUMBER}|(?<![a-z])s(?P<place2>\d+) ?= ?(?P<value2>-?\d+)"
    ):
        tell(f"s{to_int(match['place'] or match['place2'])}", match["value"] or match["value2"])
    for match in story.take_all(rf"公差(?:d)?(?:为|是|=|:)*\s*{_NUMBER}|(?<![a-z])d ?= ?(?P<value2>-?\d+)"):
        tell("d", match["value"] or match["value2"])
    for match in story.take_all(rf"公比(?:q)?(?:为|是|=|:)*\s*{_NUMBER}|(?<![a-z])q ?= ?(?P<value2>-?\d+)"):
        tell("q", match["value"] or match["value2"])
    total = story.take(
        rf"(?:它的|其|该数列)?(?:的)?前(?P<value>{INTEGER})项(?:的)?(?:总|之)?和(?:s\d+)?(?:是|为|等于)?多少|(?<![a-z])s(?P<other>\d+)(?:是|为|=|等于)?(?:多少)"
    )
    term = story.take(
        rf"(?:它的|其|该数列)?(?:的)?第(?P<value>{INTEGER})项(?:a\d+)?(?:是|为|等于)?多少|(?<![a-z])a(?P<other>\d+)(?:是|为|=|等于)?多少"
    )
    change = story.take(r"(?:它的|其|该数列的)?(?P<what>公差|公比|首项)(?:[dq]|a1)?(?:是|为|等于)?多少")
    story.finish(_WORDS)
    asked = [each for each in (total, term, change) if each]
    if len(asked) != 1:
        return None
    if change:
        wanted = {"公差": "d", "公比": "q", "首项": "a1"}[change["what"]]
    else:
        wanted = ("s" if total else "a") + str(to_int(asked[0]["value"] or asked[0]["other"]))
    arithmetic = kinds[0] == "arithmetic"
    if ("q" in facts and arithmetic) or ("d" in facts and not arithmetic) or len(facts) != 2 or wanted in facts:
        return None
    if (wanted == "d" and not arithmetic) or (wanted == "q" and arithmetic):
        return None
    if arithmetic:
        first, step = _settled(facts)
    else:
        if "a1" not in facts or "q" not in facts:
            return None
        first, step = Fraction(facts["a1"]), Fraction(facts["q"])
        if step in (0, 1):
            return None
    if first.denominator != 1 or step.denominator != 1:
        stay_out("no whole numbers")
    if not change and not 1 <= int(wanted[1:]) <= (10_000 if arithmetic else 40):
        return None
    return Recognition(
        parameters={"task": "series", "kind": kinds[0], "first": int(first), "change": int(step), "wanted": wanted},
        understood=(
            ("数列", "等差" if arithmetic else "等比"),
            *((_spoken(name), str(value)) for name, value in facts.items()),
            ("求", _spoken(wanted)),
        ),
    )


def _spoken(name: str) -> str:
    plain = {"d": "公差", "q": "公比", "a1": "首项"}
    return plain.get(name) or (f"前 {name[1:]} 项的和" if name[0] == "s" else f"第 {name[1:]} 项")


def _settled(facts: dict[str, int]) -> tuple[Fraction, Fraction]:
    """First term and difference from two facts: x·a1 + y·d = z each.

    Raises:
        StayOut: they do not settle it.
    """
    rows = []
    for name, value in facts.items():
        if name == "d":
            rows.append((0, 1, value))
        else:
            place = int(name[1:])
            rows.append((1, place - 1, value) if name[0] == "a" else (place, place * (place - 1) // 2, value))
    (a, b, c), (x, y, z) = rows
    determinant = a * y - b * x
    if not determinant:
        stay_out("not settled")
    return Fraction(c * y - b * z, determinant), Fraction(a * z - c * x, determinant)


def _seats(text: str) -> Recognition | None:
    """Rows of which each has so many more than the one before."""
    story = Story(text)
    story.refuse("若干|最多|至少|倍|平均|奇|偶|等比")
    rows = story.take(rf"(?:共|一共|总共)?(?:有)?(?P<value>{INTEGER})(?:排|层|行)(?:座位)?(?=[,。;])")
    first = story.take(
        rf"(?:第一|第1|最前面?一?|最上面?一?)(?:排|层|行)(?:有|放|是|共)*(?P<value>{INTEGER})(?:个|根|张|块)?(?:座位?|钢管|圆木)?"
    )
    more = story.take(
        rf"(?:从第[二2](?:排|层|行)(?:起|开始),?)?(?:往后|以后|后面|后|下面)?(?:每|后|下)(?:1|一)?(?:排|层|行)(?:都|总)?(?:比(?:它)?(?:前|上)(?:面)?(?:的)?(?:1|一)?(?:排|层|行))?(?:都)?多(?P<value>{INTEGER})(?:个|根|张|块)?(?:座位?)?"
    )
    last = story.take(rf"最后(?:1|一)?(?:排|层|行)(?:有|是|共)*(?P<value>{INTEGER})(?:个|根)?(?:座位?)?")
    asked = story.take(
        r"(?:这个|该)?(?:剧场|剧院|电影院|礼堂|会场|影院|报告厅|体育馆|教室)?(?:一?共|总共)(?:有|可坐)*多少(?:个|人|根)?(?:座位?|人)?(?P<all>)|(?:最后(?:1|一)?|第(?P<place>\d+))(?:排|层|行)(?:有)?多少(?:个|根)?(?:座位?)?|(?:共|一共)?有?多少个座位(?P<all2>)"
    )
    story.finish("剧场 剧院 电影院 礼堂 会场 报告厅 座位 排 有 共 某 一个 每次 个 从 起 层 行 一堆 钢管 堆放 体育馆")
    if not (rows and more and asked) or bool(first) == bool(last):
        return None
    count, step = to_int(rows["value"]), to_int(more["value"])
    start = to_int(first["value"]) if first else to_int(last["value"]) - (count - 1) * step if last else 0
    if start <= 0 or count > 1000:
        return None
    everything = asked["all"] is not None or asked["all2"] is not None
    place = int(asked["place"]) if asked["place"] else count
    return Recognition(
        parameters={
            "task": "series",
            "kind": "arithmetic",
            "first": start,
            "change": step,
            "wanted": f"s{count}" if everything else f"a{place}",
        },
        understood=(
            ("第一排", str(start)),
            ("每排多", str(step)),
            ("排数", str(count)),
            ("求", "总数" if everything else f"第 {place} 排"),
        ),
    )


_RULE_TOLD = (
    r"它的规律是:(?:相邻两项的差\(后项减前项\)成等[差比]数列|从第二项起,每一项等于前一项乘以同一个整数,再加上\(或减去\)同一个整数|"
    r"从第三项起,每一项等于前一项的若干\(整数\)倍加上再前一项的若干\(整数\)倍,两个倍数各自不变|奇数位上的数成等[差比]数列,偶数位上的数成等[差比]数列|"
    r"相邻两项作差,对所得的差再作差,第二次得到的数成等差数列)"
)
_TERM = r"-?\d+(?:/\d+|\.\d+)?(?![\d.])"
_BLANK = r"(?:\(\s*(?:\?|x|空)?\s*\)|_{2,}|\?+|\[\s*\]|x(?![a-zA-Z0-9=+]))"
_ITEM = rf"(?:{_TERM}|{_BLANK})"
_ROW = re.compile(rf"(?<![\d/.,A-Za-z])(?<!第)(?:{_ITEM})(?:\s*[,、;，]\s*{_ITEM}|\s+{_ITEM}|(?<=\d)\({{1}}\s*\)){{3,}}", re.IGNORECASE)
_NEXT = r"下一个|下一项|接下来|接着|后面|再往后|下个|之后|下一位|往下|后边"


def _row(text: str) -> Recognition | None:
    """A row with a number missing, at its end or before: where every rule that it keeps fills it alike."""
    raw = Reading(text).text
    rows = list(_ROW.finditer(raw))
    if len(rows) != 1:
        return None
    found = rows[0]
    items = re.findall(_ITEM, found[0], re.IGNORECASE)
    rest = raw[: found.start()] + "多少" + raw[found.end() :]
    blanks = [place for place, item in enumerate(items) if not re.fullmatch(_TERM, item)]
    asks_next = re.search(_NEXT, rest) is not None
    if len(blanks) > 1 or (not blanks and not asks_next):
        return None
    remarks = re.sub(_RULE_TOLD, "", Story(rest).text)
    # What stands around a row is talk, or the hint how to look at it; a figure, another question or a condition is more.
    if found_more := re.search(
        r"其中|结果|重复|遍|不(?![到出会懂知对难了明])|[甲乙]|只|仅|除(?!以)|再|\d|第[一二三四五六七八九十几]|和是|的和|之和|总和|求和|另外|还有几|平均|中位|概率|不是|不能|除外|倒数|若|如果|元|人(?!家)|多少.*多少.*多少",
        remarks.replace("有没有人", ""),
    ):
        stay_out(found_more[0])
    terms = [item for place, item in enumerate(items) if place not in blanks]
    if len(terms) > 15 or len(terms) < 4:
        return None
    inner = blanks[0] if blanks and blanks[0] < len(items) - 1 else None
    fractions = [each.split("/") for each in terms]
    in_decimals = len(terms) >= 5 and inner is None and all(re.fullmatch(r"\d+\.\d+", term) for term in terms)
    if in_decimals and (halves := _by_halves(terms)) is not None:
        return halves
    parts: list[list[Fraction]] = [[Fraction(each[0]) for each in fractions]]
    if any(len(each) == 2 for each in fractions):
        parts.append([Fraction(each[1]) if len(each) == 2 else Fraction(1) for each in fractions])
    if any(not each for each in parts[-1]) and len(parts) > 1:
        return None
    checked, weak = 0, False
    shown: list[str] = []
    words: list[str] = []
    for part in parts:
        found_values = _every_value(part, inner, 2)
        if not found_values:
            # One number to check it: enough where the options say what is meant, and only there.
            found_values, weak = _every_value(part, inner, 1), True
        values = {value for value, _, _ in found_values}
        if len(values) != 1:
            stay_out(f"continuations: {sorted(values)}")
        value = values.pop()
        if value.denominator != 1 and (len(parts) > 1 or not all("." in term or value.denominator in (2, 4, 5, 10) for term in terms)):
            stay_out("no whole number")
        checked += max(spare for _, _, spare in found_values)
        shown.append(decimal(value, 4) if len(parts) == 1 else str(value))
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
    if inner is None:
        return list(continuations(part, least))
    return list(fillings([*part[:inner], None, *part[inner:]], least))


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


def _solve(parameters: Parameters) -> Solution:
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
        row = [str(each) for each in parameters["terms"]]
        filled = [each if re.fullmatch(_TERM, each) else following for each in row]
        filled = filled if filled != row else [*row, following]
        labels = ("分子", "分母") if "/" in following else ("整数部分", "小数部分") if "halves" in parameters else ("",)
        steps = paragraphs(
            *(f"{label}{'：' if label else ''}{rule}。" for label, rule in zip(labels, parameters["rule"], strict=True)),
            f"补全后为 {'，'.join(filled)}，所求是 {following}。",
        )
        if not parameters["bare"]:
            return Solution(answer=following, steps=steps, conventions=("取最简单的规律",))

        # A bare row can be continued as one likes; the options say what is meant.
        def is_it(option: str) -> bool:
            number = re.fullmatch(r"-?\d+(?:/\d+)?", option.strip().replace("−", "-"))
            return number is not None and Fraction(number[0]) == Fraction(following)

        return Solution(answer=following, steps=steps, fits=is_it)
    first, change, wanted = (parameters[name] for name in ("first", "change", "wanted"))
    if wanted in ("d", "q", "a1"):
        value = first if wanted == "a1" else change
        return Solution(
            answer=str(value),
            steps=f"由已知的两个条件列方程，首项为 {first}，{_spoken('d' if parameters['kind'] == 'arithmetic' else 'q')}为 {change}。",
        )
    count = int(wanted[1:])
    total = wanted[0] == "s"
    if parameters["kind"] == "arithmetic":
        last = first + (count - 1) * change
        steps_ = [f"第 {count} 项为 {first} + {count - 1} × {change} = {last}。"]
        value = last
        if total:
            value = count * (first + last) // 2
            steps_.append(f"前 {count} 项的和为 ({first} + {last}) × {count} ÷ 2 = {value}。")
    else:
        last = first * change ** (count - 1)
        steps_ = [f"第 {count} 项为 {first} × {change}^{count - 1} = {last}。"]
        value = last
        if total:
            value = first * (change**count - 1) // (change - 1)
            steps_.append(f"前 {count} 项的和为 {first} × ({change}^{count} − 1) ÷ ({change} − 1) = {value}。")
    # A power of a negative number is written with brackets.
    working = re.sub(r"(?<![\d)]) ?× (-\d+)", r" × (\1)", paragraphs(*steps_)) if change < 0 else paragraphs(*steps_)
    return Solution(answer=str(value), steps=working)


SOLVER = Solver(
    hint=r"等差|等比|规律|\d\s*[,，、]\s*-?\d+(?:[/.]\d+)?\s*[,，、]|\d [\d/]+ \d|排|层|九宫格|第一行",
    recognise=one_reading(_series, _seats, _row, _nine),
    solve=_solve,
)
