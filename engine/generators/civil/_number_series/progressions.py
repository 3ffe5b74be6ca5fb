"""Reading 等差数列 and 等比数列: any two facts that settle first term and step, and every term, sum, step or place asked for."""

from __future__ import annotations

import itertools
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._number_series.several_terms import places_of, spoken_terms, take_terms
from engine.generators.civil._problems.relations import Quantity, Relations, number, times, total, unknown
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_VALUE = r"(?P<value>-?\d+(?:/\d+|\.\d+)?)(?![\d/项])"
_IS = r"(?:的值|的大小)?(?:恰好|刚好|正好|恰|都|分别)*(?:为|是|=|:|等于|有)+\s*"
_TERM = rf"(?:(?P<k>\d+)?a(?P<i>\d+)|第(?P<i2>{INTEGER})项(?:a\d+)?)"
_SUM = rf"(?:前(?P<n>{INTEGER})项(?:的)?(?:之|总)?和(?:S\d+)?|S(?P<n2>\d+))"
_MEMBER = rf"(?:\d*a\d+|第{INTEGER}项(?:a\d+)?|前{INTEGER}项(?:的)?(?:之|总)?和(?:S\d+)?|S\d+|首项(?:a1)?|末项)"
_EQUATION = rf"(?P<left>-?{_MEMBER}(?:(?:\+|-|与|和|跟|加上?|、|减去?){_MEMBER})*)(?P<what>(?:的|之)+和|相加|的差|之差)?{_IS}{_VALUE}"
_LARGEST = 10_000
WORDS = """
数列 首项 它 某 一个 已知 等差 等比 等差数列 等比数列 公差 公比 前 项 项的和 之和 的和 和 求 该 该数列 这个数列 此数列 数 第 an Sn bn a s n d q 等于 中 各项 其 写出 若 如果 已知 则 及 以及 试求 求出 的值 值 记 记为 设 项和 且 满足 那么 分别 刚好 恰好 又 再 问 少 呢 老师
"""


def _quantity(text: str) -> Quantity:
    """A sum of terms and sums of an arithmetic series, in its first term and difference."""
    parts: list[Quantity] = []
    for sign, member in patterns.findall(rf"(^-?|\+|-|与|和|跟|加上?|、|减去?)({_MEMBER})", text):
        factor = -1 if sign in ("-", "减", "减去") else 1
        if term := patterns.fullmatch(_TERM, member):
            place = to_int(term["i"] or term["i2"])
            factor *= int(term["k"] or 1)
            parts.append(times(factor, total(unknown("a1"), times(place - 1, unknown("d")))))
        elif of_all := patterns.fullmatch(_SUM, member):
            count = to_int(of_all["n"] or of_all["n2"])
            parts.append(times(factor, total(times(count, unknown("a1")), times(count * (count - 1) // 2, unknown("d")))))
        elif member.startswith("首项"):
            parts.append(times(factor, unknown("a1")))
        else:
            stay_out(member)
    return total(*parts)


def _root(value: Fraction, degree: int) -> list[Fraction]:
    """Every rational `degree`-th root."""
    found = []
    for sign in (1, -1):
        top, bottom = (round(abs(part) ** (1 / degree)) for part in (value.numerator, value.denominator))
        root = Fraction(sign * top, bottom or 1)
        if root and root**degree == value:
            found.append(root)
    return found


def _arithmetic(facts: list[tuple[str, Fraction]]) -> list[tuple[Fraction, Fraction]]:
    relations = Relations()
    for left, value in facts:
        relations.equal(unknown("d") if left == "d" else _quantity(left), number(value))
    first, step = relations.value(unknown("a1")), relations.value(unknown("d"))
    if first is None or step is None:
        # Not settled, but perhaps what is asked is: `a4 + a9`, or a sum that only its middle decides.
        return []
    return [(first, step)]


def _geometric(facts: list[tuple[str, Fraction]], positive: bool) -> list[tuple[Fraction, Fraction]]:
    places: list[tuple[int, Fraction]] = []
    step: Fraction | None = None
    for left, value in facts:
        if left == "d":
            step = value
        elif term := patterns.fullmatch(_TERM, left):
            if term["k"]:
                stay_out("a multiple of a term")
            places.append((to_int(term["i"] or term["i2"]), value))
        elif left.startswith("首项"):
            places.append((1, value))
        else:
            stay_out("a sum of a geometric series is told")
    places = sorted(set(places))
    if any(not value for _, value in places):
        stay_out("a term of nought")
    if step is not None and len(places) == 1:
        steps = [step]
    elif step is None and len(places) == 2 and places[0][0] != places[1][0]:
        steps = _root(places[1][1] / places[0][1], places[1][0] - places[0][0])
    else:
        stay_out("what settles the series")
    steps = [each for each in steps if each > 0 or not positive]
    place, value = places[0]
    return [(value / each ** (place - 1), each) for each in steps if each not in (0, 1)]


def value_of(arithmetic: bool, first: Fraction, step: Fraction, wanted: str) -> Fraction:
    """`a5`, `s10`, `d`, `q`, `a1`, `n765` (how many terms sum to 765), `p95` (which place 95 has), `t3,4,5` (their sum), `m3,4,5` (their mean)."""
    if wanted in ("d", "q"):
        return step
    if wanted[0] in "tm":
        terms = [value_of(arithmetic, first, step, f"a{place}") for place in places_of(wanted)]
        return sum(terms, Fraction(0)) / (len(terms) if wanted[0] == "m" else 1)
    kind, figure = wanted[0], Fraction(wanted[1:])
    if kind in "as":
        count = int(figure)
        if not 1 <= count <= (_LARGEST if arithmetic else 40):
            stay_out("so many terms")
        if kind == "a":
            return first + (count - 1) * step if arithmetic else first * step ** (count - 1)
        return count * first + Fraction(count * (count - 1), 2) * step if arithmetic else first * (step**count - 1) / (step - 1)
    found = []
    term, summed = first, first
    for place in range(1, 2000 if arithmetic else 60):
        if (term if kind == "p" else summed) == figure:
            found.append(place)
        term = term + step if arithmetic else term * step
        summed += term
    return Fraction(found[0]) if len(found) == 1 else stay_out("which place")


def spoken(wanted: str) -> str:
    """What is asked, in words."""
    if wanted[0] in "tm":
        return spoken_terms(wanted)
    plain = {"d": "公差", "q": "公比", "a1": "首项"}
    if wanted in plain:
        return plain[wanted]
    what, figure = wanted[0], wanted[1:]
    return {"a": f"第 {figure} 项", "s": f"前 {figure} 项的和", "n": f"和为 {figure} 的项数", "p": f"{figure} 的项数"}[what]


_ASKS = (
    (rf"前(?:几|多少)项(?:的)?(?:之|总)?和{_IS}(?P<value>-?\d+)", "n"),
    (r"(?P<value>-?\d+)(?:是|为)(?:该|这个|此)?(?:数列)?(?:的|中的|它的)?第?(?:几|多少)项", "p"),
    (_SUM + r"(?:是|为|=|等于)?", "s"),
    (r"首项(?:a1)?", "a1"),
    (_TERM + r"(?:是|为|=|等于)?", "a"),
    (r"公差d?|公比q?|(?<![a-z])[dq](?![a-z])", "step"),
)


def read_progression(text: str) -> Recognition | None:
    """等差数列, 等比数列: terms, sums, the step, or how many terms.

    Raises:
        StayOut: something is not understood, or not settled.
    """
    if not patterns.search("等[差比]", text):
        return None
    # `1，4，7，…` goes on in the way that the text names.
    text = patterns.sub(r"(?<=\d)\s*[,，、]?\s*(?:…+|⋯+|\.{2,}|。{2,})", ",", text)
    text = patterns.sub(rf"(第{INTEGER}项)\s*(?=-?\d+(?![\d项]))", r"\1是", text)  # `第 2 项 6`
    text = patterns.sub(rf"(前{INTEGER}项)(?:的)?(?:全部)?(?:加起来|加在一起|相加|总共|加总)", r"\1和", text)
    if (last := patterns.search(r"(?:末项|最后一项)(?:是|为|等于)\s*(-?\d+)", text)) and patterns.search(
        r"(?:一?共|总共)?有?多少项|有几项|几项|项数", text.replace(last[0], "")
    ):
        # How many terms there are: which place the last one has.
        text = patterns.sub(
            r"(?:那么|则)?(?:这个|该|此)?(?:等差|等比)?(?:数列)?(?:一?共|总共)?(?:有)?(?:多少|几)项|(?:求)?(?:它的)?项数(?:是多少|为多少)?",
            f"{last[1]}是第几项",
            text.replace(last[0], "", 1),
        )
    text = _middle_term(patterns.sub("通项公式(?:中的?|里的?)?(?=首项|公差|公比)", "", text))
    story = Story(text)
    story.refuse(r"奇数|偶数|倒数|中项|积|每隔|等差且|大于|小于|第一个|负|最大|最小|至少|递推|通项|无穷|从第|平方|最接近|开始|另")
    story.rest = patterns.sub(r"\{?[ab]n\}?(?![A-Za-z0-9])", "", story.rest)
    if how_many := patterns.search(rf"(?:共|有)+(?P<n>{INTEGER})项(?=[,;。])", story.rest):
        # So many terms in all: the last is that one, and all of them add up to their sum.
        story.rest = story.rest.replace(how_many[0], "", 1).replace("末项", f"a{to_int(how_many['n'])}")
        story.rest = patterns.sub(
            "(?:各项|所有项|全部项|(?:这个|该|此)数列(?:各项|所有项)?)(?:的|之)?(?:总)?和|总和", f"S{to_int(how_many['n'])}", story.rest
        )
    kinds = story.take_words(((r"(?:一个|某)?等差数列", "arithmetic"), (r"(?:一个|某)?等比数列", "geometric")))
    if len(kinds) != 1:
        return None
    arithmetic = kinds[0] == "arithmetic"
    story.refuse("公比" if arithmetic else "公差")
    positive = bool(story.take(r"(?:各项|每一?项|所有项)(?:均|都)?(?:为|是)正数?|单调递增|递增"))
    facts: list[tuple[str, Fraction]] = []
    if listed := story.take(r"(?:的)?(?:前(?P<n>\d|[三四五])项)?(?:依次|分别)?(?:是|为|:)?\s*(?P<row>-?\d+(?:\s*[、,]\s*-?\d+){2,})(?!\d)"):
        row = [Fraction(each) for each in patterns.findall(r"-?\d+", listed["row"])]
        if listed["n"] and to_int(listed["n"]) != len(row):
            stay_out("how many terms")
        changes = {after - before if arithmetic else after / before for before, after in itertools.pairwise(row)}
        if len(changes) != 1:
            stay_out("no such row")
        facts += [("a1", row[0]), ("d", changes.pop())]
    for match in story.take_all(rf"(?:公差d?|公比q?|(?<![a-z])[dq](?![a-z]))(?:{_IS})?{_VALUE}"):
        facts.append(("d", Fraction(match["value"])))
    for match in story.take_all(rf"首项(?:a1)?(?:{_IS})?{_VALUE}"):
        facts.append(("a1", Fraction(match["value"])))
    asked = take_terms(story, facts, rf"(?:{_IS}{_VALUE})?", arithmetic)
    for pattern, what in _ASKS[:2]:
        asked += [(match.start(), what + match["value"]) for match in story.take_all(pattern)]
    for match in story.take_all(_EQUATION):
        members = patterns.findall(_MEMBER, match["left"])
        if len(members) > 1 and not match["what"] and not patterns.search(r"[+\-加减]", match["left"]):
            stay_out("whose value")
        if match["what"] and "差" in match["what"]:
            stay_out("a difference")
        if match["what"] and len(members) == 1:
            stay_out("a sum of which terms")
        facts.append((match["left"].lower().replace("s", "S"), Fraction(match["value"])))
    for pattern, what in _ASKS[2:]:
        for match in story.take_all(pattern):
            wanted = what
            if what == "s":
                wanted = f"s{to_int(match['n'] or match['n2'])}"
            elif what == "a":
                if match["k"]:
                    stay_out("a multiple is asked")
                wanted = f"a{to_int(match['i'] or match['i2'])}"
            elif what == "step":
                wanted = "d" if arithmetic else "q"
            asked.append((match.start(), wanted))
    if not asked or not (story.has("多少|几|求|\\?") or patterns.search(r"[=:为是]\s*(?:\(\s*\))?\s*$|\(\s*\)", text)):
        return None
    wanted_all = list(dict.fromkeys(wanted for _, wanted in sorted(asked)))
    if left := patterns.search(
        "(?:的|之)总?和|总和|相加|加起来|[到至]|平均|去掉|其余|其他|比|多多少|少多少|[几多]少?倍|几分之", story.rest
    ):
        stay_out(f"of terms: {left[0]}")
    story.finish(WORDS)
    if any(wanted in ("d", "q") and left == "d" for wanted in wanted_all for left, _ in facts):
        return None
    settled = _arithmetic(facts) if arithmetic else _geometric(facts, positive)
    kept: list[dict[str, object]] = []
    for wanted in wanted_all:
        if not settled:
            return _only_that(facts, wanted_all)
        if len({value_of(arithmetic, *each, wanted) for each in settled}) != 1:
            stay_out("more than one such series")
        begin, change = settled[0]
        kept.append({"task": "series", "kind": kinds[0], "first": str(begin), "change": str(change), "wanted": wanted})
    told = tuple((left if left != "d" else "公差" if arithmetic else "公比", str(value)) for left, value in facts)
    understood = (("数列", "等差" if arithmetic else "等比"), *told, ("求", "、".join(map(spoken, wanted_all))))
    return Recognition(parameters=kept[0] if len(kept) == 1 else {"task": "several", "questions": kept}, understood=understood)


def _middle_term(text: str) -> str:
    """`共有 9 项，中间一项是 12，这 9 项的和`: the fifth, and the sum of the first nine."""
    count = patterns.search(r"(?:共|有|前)+(\d+|[三五七九])项", text)
    if not count or not patterns.search("中间(?:的)?(?:那)?(?:一|1)?项", text):
        return text
    size = to_int(count[1])
    if size % 2 == 0:
        stay_out("which is the middle one")
    text = patterns.sub("(?:它的?|其|正)?中间(?:的)?(?:那)?(?:一|1)?项", f"第{(size + 1) // 2}项", text)
    return patterns.sub(
        rf"(?:这|它的?|该数列的?|各|所有|全部)(?:{count[1]})?项(?:的|之)?(?:总)?和", f"前{size}项和", text.replace(count[0], "", 1)
    )


def _only_that(facts: list[tuple[str, Fraction]], wanted: list[str]) -> Recognition:
    """An arithmetic series of which only what is asked is settled: `a4 + a9 = 38`, so `s12`.

    Raises:
        StayOut: nor is that.
    """
    relations = Relations()
    for left, value in facts:
        relations.equal(unknown("d") if left == "d" else _quantity(left), number(value))
    questions: list[dict[str, object]] = []
    for each in wanted:
        if each[0] not in "astm":
            stay_out("not settled")
        sought = "+".join(f"a{place}" for place in places_of(each)) if each[0] in "tm" else ("S" if each[0] == "s" else "a") + each[1:]
        found = relations.value(_quantity(sought))
        if found is None:
            stay_out("not settled")
        if each[0] == "m":
            found /= len(places_of(each))
        told = [[left, str(value)] for left, value in facts]
        questions.append({"task": "of-series", "facts": told, "value": str(found), "wanted": each})
    return Recognition(
        parameters=questions[0] if len(questions) == 1 else {"task": "several", "questions": questions},
        understood=(("数列", "等差"), *((left, str(value)) for left, value in facts), ("求", "、".join(map(spoken, wanted)))),
    )


def read_written_sum(text: str) -> Recognition | None:
    """`1+3+5+…+99`: the sum of an arithmetic row written out.

    Raises:
        StayOut: the row is none, or something else is said.
    """
    row = patterns.search(r"(?P<begin>\d+(?:\s*\+\s*\d+){2,})\s*\+\s*(?:…+|⋯+|\.{2,}|。{2,})\s*\+\s*(?P<end>\d+(?:\s*\+\s*\d+)*)", text)
    if row is None:
        return None
    begin, end = ([int(each) for each in patterns.findall(r"\d+", row[part])] for part in ("begin", "end"))
    steps = {after - before for part in (begin, end) for before, after in itertools.pairwise(part)}
    rest = patterns.sub(
        r"请?(?:求|计算|算)(?:一下|出)?|的?(?:和|值|结果)|(?:等于|是|为)?多少|几|[=?。,;:()\s]|数列|等差|呢|问|请",
        "",
        text.replace(row[0], ""),
    )
    if len(steps) != 1 or rest:
        stay_out(f"written sum: {rest}")
    step = steps.pop()
    if not step or (end[-1] - begin[0]) % step or (end[-1] - begin[0]) // step < len(begin) + len(end) - 1:
        stay_out("no such row")
    count = (end[-1] - begin[0]) // step + 1
    return Recognition(
        parameters={"task": "series", "kind": "arithmetic", "first": str(begin[0]), "change": str(step), "wanted": f"s{count}"},
        understood=(("等差数列", f"首项 {begin[0]}，公差 {step}，末项 {end[-1]}，共 {count} 项"), ("求", "各项的和")),
    )


_ROUND = r"(?:排|层|行|天|日|年|个月|月|周|圈|次|小时|分钟|秒|级|轮|站)"
_MORE = r"(?P<way>多|少|增加|减少|增长|增多|下降|降低)(?:了)?(?P<gap>[^\d\ue000,;。]{0,3}?)(?P<step>\d+(?:\.\d+)?)(?P<how>%|[\u4e00-\u9fff]{0,2}?)"


def read_rounds(text: str) -> Recognition | None:
    """So much in the first row, on the first day, in the first year, and in each one after it so much more: the last, the n-th, all together.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.rest = story.text = story.rest.replace("个月", "月")
    story.refuse("若干|最多|至少|平均|奇|偶|等[比差]|隔|倒|不|再|超过|达到|首次|如果|剩|停|其余")
    rounds = patterns.findall(rf"(?:每|后|下)(?:一|1)?({_ROUND})", story.text)
    if not rounds or len(set(rounds)) > 1:
        return None
    (kind,) = set(rounds)
    kind = {"日": "[天日]", "天": "[天日]"}.get(kind, kind)
    step = story.take(
        rf"(?:从第(?:二|2){kind}(?:起|开始),?)?(?:往后|以后|此后|之后|后面|其后|接着|后)?(?:的)?(?:每|后|下)(?:一|1)?{kind}(?P<gap1>[^\d\ue000,;。]{{0,8}}?)(?:都|均|总|要)*(?:比(?:它)?(?:前|上|下)(?:面)?(?:的)?(?:一|1)?个?{kind}(?P<gap2>[^\d\ue000,;。]{{0,5}}?)(?:都|均)?)?{_MORE}(?=[,;。?!的正恰刚]|$|\ue000|座|根|米|棵|个|千克|吨|件|块|页|元|人)"
    ) or story.take(
        rf"(?:以后|此后|之后|往后|后面)?(?:的)?每(?:一|1)?{kind}(?P<gap1>[^\d\ue000,;。]{{0,8}}?)(?:都|均)?是(?:前|上)(?:面)?(?:一|1)?个?{kind}(?P<gap2>[^\d\ue000,;。]{{0,5}}?)的(?P<step>\d+(?:\.\d+)?)(?P<how>倍)(?P<way>)"
    )
    if step is None:
        return None
    starts = story.take(
        rf"(?:第(?:一|1){kind}|最前面?(?:一|1)?{kind}|最上面?(?:一|1)?{kind}|最顶上?(?:一|1)?{kind}|首{kind})(?P<gap>[^\d\ue000,;。]{{0,8}}?)(?P<value>\d+(?:\.\d+)?)(?P<unit>[\u4e00-\u9fff]{{0,5}}?)(?=[,;。?!正座钢圆]|$)"
    )
    year = None
    if starts is None and kind == "年":
        starts = year = story.take(
            r"(?P<year>(?:19|20)\d\d)年(?P<gap>[^\d\ue000,;。]{0,8}?)(?P<value>\d+(?:\.\d+)?)(?P<unit>[\u4e00-\u9fff]{0,2}?)(?=[,;。])"
        )
    last = story.take(
        rf"最后(?:一|1)?{kind}(?P<gap>[^\d\ue000,;。]{{0,8}}?)(?P<value>\d+(?:\.\d+)?)(?P<unit>[\u4e00-\u9fff]{{0,2}}?)(?=[,;。?!正恰刚座])"
    )
    known = (
        None
        if starts or last
        else story.take(
            rf"第(?P<k>\d+|[二三四五六七八九十]+){kind}(?P<gap>[^\d\ue000,;。]{{0,5}}?)(?:有|为|是)?(?P<value>\d+(?:\.\d+)?)(?P<unit>[\u4e00-\u9fff]{{0,2}}?)(?=[,;。?!座])"
        )
    )
    ends = "" if kind == "年" else "|一共|总共|共|累计"
    count = story.take(
        rf"(?:一?共|总共|共有|连续|用了|有)*(?P<value>{INTEGER}){kind}(?:座位)?(?:正好|恰好|刚好)?(?:修完|完工|完成|做完|读完|看完|跑完|种完)?(?=[,;。]{ends})"
    )
    whole_year = count is None and kind == "月" and story.take(r"(?:全|一|1)年(?=一共|总共|共|累计)") is not None
    asks = _asked_of_rounds(story, kind, bool(year))
    story.take_all(rf"(?:正好|恰好|刚好)(?:修完|完工|完成|做完|读完|看完|跑完|种完|铺完)|(?:一|1){kind}比(?:一|1){kind}")
    story.finish(
        "剧场 剧院 电影院 礼堂 会场 报告厅 放映厅 影院 座位 座位数 排 有 共 某 一个 每次 个 从 起 层 行 一堆 钢管 堆放 体育馆 修 种植 种 水渠 渠 道 路 完 村 林场 树苗 灌溉 计划 修建 修了 种植量 跑步 跑 铺 看书 读 生产 后 最后 该 这 总数"
    )
    if not asks:
        return None
    factor = Fraction(step["step"])
    sign = -1 if patterns.match("少|减|下|降", step["way"] or "") else 1
    arithmetic = step["how"] not in ("%", "倍")
    change = sign * factor if arithmetic else factor if step["how"] == "倍" else 1 + sign * factor / 100
    first: Fraction | None = Fraction(starts["value"]) if starts else None
    total_rounds = to_int(count["value"]) if count else None
    if whole_year:
        total_rounds = 12
    if last is not None and first is not None and total_rounds is None and arithmetic and change:
        places = (Fraction(last["value"]) - first) / change + 1
        total_rounds = int(places) if places.denominator == 1 and places > 0 else stay_out("how many")
    elif last is not None and first is None and total_rounds is not None and arithmetic:
        first = Fraction(last["value"]) - (total_rounds - 1) * change
    elif last is not None:
        stay_out("what is last")
    elif known is not None:
        places_before = to_int(known["k"]) - 1
        first = Fraction(known["value"]) - places_before * change if arithmetic else stay_out("a term between")
    if first is None or first <= 0:
        stay_out("where it begins")
    kept: list[dict[str, object]] = []
    wanted_all = []
    for _, what in sorted(asks):
        wanted = what
        if year is not None and what[0] in "YZ":
            place = int(what[1:]) - int(year["year"]) + 1
            wanted = ("a" if what[0] == "Y" else "s") + str(place)
        elif what in ("all", "last", "count"):
            places_told = total_rounds if total_rounds is not None else stay_out("how many")
            wanted = f"s{places_told}" if what == "all" else f"a{places_told}" if what == "last" else f"p{last['value']}" if last else "?"
            if wanted == "?":
                stay_out("when")
        value_of(arithmetic, first, change, wanted)
        wanted_all.append(wanted)
        kept.append(
            {
                "task": "series",
                "kind": "arithmetic" if arithmetic else "geometric",
                "first": str(first),
                "change": str(change),
                "wanted": wanted,
            }
        )
    return Recognition(
        parameters=kept[0] if len(kept) == 1 else {"task": "several", "questions": kept},
        understood=(
            ("第一个", str(first)),
            ("每个" + ("多" if arithmetic else "是前一个的"), str(change)),
            ("求", "、".join(map(spoken, wanted_all))),
        ),
    )


def _asked_of_rounds(story: Story, kind: str, years: bool) -> list[tuple[int, str]]:
    asks: list[tuple[int, str]] = []

    def take(pattern: str, what: str) -> None:
        for match in story.take_all(pattern):
            asks.append((match.start(), what + (match.groupdict().get("place") or "")))

    if years:
        take(
            r"(?:19|20)\d\d年?(?:至|到|-|~|—)(?P<place>(?:19|20)\d\d)年(?:这?[三四五六3-6]年)?(?:间|里)?(?:一共|累计|总共|共|合计)(?P<gap>[^\d\ue000,;。]{0,8}?)多少[\u4e00-\u9fff]{0,2}",
            "Z",
        )
        take(r"(?P<place>(?:19|20)\d\d)年(?P<gap>[^\d\ue000,;。]{0,10}?)多少[\u4e00-\u9fff]{0,2}", "Y")
    take(rf"最后(?:一|1)?{kind}(?P<gap>[^\d\ue000,;。]{{0,8}}?)(?:多少|几)[\u4e00-\u9fff]{{0,3}}", "last")
    take(rf"第(?P<place>\d+){kind}(?P<gap>[^\d\ue000,;。]{{0,8}}?)(?:多少|几)[\u4e00-\u9fff]{{0,3}}", "a")
    take(rf"(?:一?共|总共|共有|有|用了|修了|用)+(?:多少|几)(?:个)?{kind}(?![\u4e00-\u9fff])", "count")
    take(
        r"(?:(?P<gap>[^\d\ue000,;。]{0,10}?)(?:一?共|总共|总计|累计|全部|合计|总数|总长|全长)(?P<gap2>[^\d\ue000,;。]{0,8}?)(?:多少|几)[\u4e00-\u9fff]{0,3}|(?:这条|整个|全)(?P<gap3>[^\d\ue000,;。]{1,6}?)(?:长|有)?多少[\u4e00-\u9fff]{0,3}长?)",
        "all",
    )
    return asks
