"""Reading and solving inclusion and exclusion: everything told is a sum of parts of the Venn diagram, and what is asked must follow from it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators.civil._inclusion_exclusion import both_of_two, in_any_by_exactly_two, in_any_of_three, least_common
from engine.generators.civil._story import Story, one_reading
from engine.generators.kind import Parameters, Recognition, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

_VERB = r"(?:参加|喜欢看|喜欢|会说|会打|会下|会骑|会|懂|掌握|订阅|订购|订|报名参加|报名|报|选修|选择|选|爱好|爱看|爱|看过|看|去过|做对|答对|通过|购买|买|获得|学习|使用|拥有|能说|说|玩|养|吃|喝|打)(?:了|过)?"
_STATE = r"(?:合格|及格|优秀|达标|满分|通过|获奖|过关|得优|得奖|良好)"
_PEOPLE = r"(?:人|学生|同学|职工|员工|学员|会员|家庭|居民|教师|老师|游客|顾客|受访者|干部|党员|队员|用户|户|读者|观众|考生|工人|市民|村民|人数|代表|志愿者|家长|业主)"
_M = rf"(?:个|名|位|户|家)?{_PEOPLE}?"
_HEADS = rf"(?:(?:名|位|户|个|家)?{_PEOPLE}|个|名|位)"
_NAME = r"[\u4e00-\u9fffA-Z]{1,10}?"
_SORT = r"(?:样|项|种|科|门|题|者|类|组|个|道|份|本|部)?(?:都|均)?(?:兴趣小组|小组|活动|运动|语言|报纸|题目?|课程?|考试|项目|球类|班|电影|杂志|书|测试|科目|社团|电视台|节目|景点|城市|书籍|刊物|产品|软件|APP|培训班|培训|兴趣班|球)?"
_COUNT = rf"(?:共|一共)?(?:有|为|是|达|占)*(?P<value>{INTEGER}|多少){_M}"
_BAD_NAME = re.compile(r"[的都均和与或及、只不没未两三四二同时恰仅至少其]|任何")
_WORDS = """
班里 考 道题 电影 三部电影 的人数 某班 某班级 某单位 某公司 某小区 某校 某机关 全班 班 班里 单位 学校 公司 年级 某年级 班上 调查 进行调查 情况 课外活动情况 课外活动 某次 抽样 学生 同学 职工 员工 学员 其中 有 的 共 每人 全体 对 活动 考试 测试 测验 技能测试 参加 结果 报纸 订阅 订阅情况 小组 兴趣小组 课程 运动 项目 中 里 外语 培训班 语言 爱好 体育 人 名 位 户 人数 学会 会员 统计 已知 喜欢 的人 问卷 期末 期中 三项 两项 三种 两种 三门 两门 三科 两科 三个 两个 每人至少 去 组织 报名 考核 理论 实操 科目 题目 道题
"""


@dataclass
class _Told:
    """Names of the sets, and numbers of people in sums of parts; a part is a number whose bits say in which sets it lies."""

    names: list[str]
    facts: list[tuple[frozenset[int], int, str]] = field(default_factory=list)
    asked: list[tuple[frozenset[int], str]] = field(default_factory=list)

    @property
    def parts(self) -> range:
        return range(1 << len(self.names))

    def add(self, parts: Sequence[int], value: str, what: str) -> None:
        if value == "多少":
            self.asked.append((frozenset(parts), what))
        else:
            self.facts.append((frozenset(parts), to_int(value), what))


def _bits(part: int) -> int:
    return part.bit_count()


def _sets(story: Story) -> list[tuple[str, str]]:
    """Names of sets with their numbers, taken in the order of the text."""
    found: list[tuple[int, str, str]] = []
    forward = (
        rf"(?<![只仅不没未都均又同时])(?P<verb>{_VERB})(?P<name>{_NAME})(?:的)?{_PEOPLE}?(?:共|一共)?(?:有|为|是|达)*(?P<value>\d+|[一二两三四五六七八九十百]{{2,}}){_M}(?=[,;。、?和:]|$|\()",
        rf"(?P<name>{_NAME})(?P<verb>{_STATE})(?:的)?{_PEOPLE}?(?:共)?(?:有|为|是|达)*(?P<value>\d+){_M}(?=[,;。、?和:]|$)",
        rf"(?:有)?(?P<value>\d+|[一二两三四五六七八九十百]{{2,}})(?:个|名|位|户)?{_PEOPLE}(?P<verb>{_VERB})(?P<name>{_NAME})(?:的)?(?=[,;。、?:]|$)",
        rf"(?:有)?(?P<value>\d+)(?:个|名|位|户)?{_PEOPLE}(?P<name>{_NAME})(?P<verb>{_STATE})(?=[,;。、?:]|$)",
    )
    for pattern in forward:
        for match in list(re.finditer(pattern, story.rest)):
            name = re.sub(r"^(?:其中|已知|而)", "", match["name"])
            if (
                _BAD_NAME.search(match["name"])
                or not name
                or re.search(r"[只仅不没未都均]$", story.rest[max(0, match.start() - 1) : match.start()])
            ):
                continue
            if re.fullmatch(_SORT, name) or re.search(r"同时|既|又|也|但|而", story.rest[max(0, match.start() - 3) : match.start()]):
                continue
            if match["verb"].startswith("有") and pattern is forward[0]:
                continue
            found.append((match.start(), name, match["value"]))
            story._mark(match)
    found.sort()
    if len(found) == 1 or (len(found) and len(found) < 3):
        # `会英语的有 56 人，日语 43 人`: the verb said once.
        for match in list(
            re.finditer(rf"(?<=[,、;])(?:而)?(?P<name>[\u4e00-\u9fff]{{1,6}}?)(?:的)?(?:有)?(?P<value>\d+){_M}(?=[,;。、?]|$)", story.rest)
        ):
            if not _BAD_NAME.search(match["name"]) and not re.search(r"共|总|合计|男|女|人", match["name"]):
                found.append((match.start(), match["name"], match["value"]))
                story._mark(match)
    if len(found) < 2:
        # `跑步 60，跳绳 50，游泳 40`: names and numbers alone.
        before = story.rest
        alone: list[tuple[int, str, str]] = []
        run = rf"(?:(?<=[,、;:。])|^|(?<=\d))(?:其中)?(?P<name>[\u4e00-\u9fffA-Z]{{1,8}}?)(?:的)?(?:有|是)?(?P<value>\d+)(?:个|名|位)?{_PEOPLE}?(?=[,、;。]|$|[\u4e00-\u9fff]{{1,6}}\d|[A-Z])"
        for match in list(re.finditer(run, story.rest)):
            if not _BAD_NAME.search(match["name"]) and not re.search(r"共|总|合计|男|女|人|还有|有$|班里|考|做对$", match["name"]):
                alone.append((match.start(), match["name"], match["value"]))
                story._mark(match)
        if len(found) + len(alone) < 2:
            story.rest = before
        else:
            found += alone
    if len(found) < 2:
        listed = story.take(
            rf"(?:{_VERB})?(?:的)?(?:人数)?(?:分别|依次)?(?:有|是|为)*(?P<values>\d+(?:[、, ]\d+){{1,3}})(?:{_PEOPLE})?(?=[,;。]|$)"
        )
        if listed:
            values = re.findall(r"\d+", listed["values"])
            kinds = re.search(rf"(?P<number>[两二三四2-4]){_SORT[:60].split('(?:都')[0]}", story.text)
            if kinds is None or to_int(kinds["number"]) != len(values):
                stay_out("how many sorts")
            return [(f"第{place}样", value) for place, value in zip("一二三四", values, strict=False)]
    return [(name, value) for _, name, value in sorted(found)]


def _venn(text: str) -> Recognition | None:
    story = Story(text)
    story.refuse(r"%|\d/\d|一半|倍|多\d|少\d|平均|男|女|其余|剩|不超过|比.{0,8}[多少]\d|最多|至多|整除|倍数|之和|相等|差")
    least = story.has("至少(?!有?一|参加|会|喜欢|订)[^,;。]{0,6}多少|至少有多少|至少多少|最少(?:有)?多少")
    story.rest = re.sub(r"(?:啥|什么)(?:也|都)没(?=[参报喜会看])", "都没", story.rest)
    story.rest = re.sub(r"全(?:都|部)?(?=看|报|对|会|参加|没|不|选|订|做|去|喜|合格|通过|及格|优)", "都", story.rest)
    story.rest = story.text = re.sub(r"(?<=[道题])都对", "都做对", story.rest)
    total = story.take(
        rf"(?:一?共|总共|合计|总人数|全班|全校|全年级)(?:有|为|是|是有)?(?P<value>{INTEGER})(?:个|名|位|户)?{_PEOPLE}(?:参加[\u4e00-\u9fff]{{2,8}}(?=[,;。]))?"
    )
    if total is None:
        number_of = re.search(rf"(?P<value>\d+|[一二三四五六七八九十百]{{2,}})(?:个|名|位|户)?{_PEOPLE}", story.rest)
        # The number_of number of people, where nothing before it says whose it is.
        if (
            number_of
            and not re.search(r"(?:总共|一共|全班)(?:有)?多少", story.rest)
            and not re.search(rf"的(?:有|为|是)?$|[A-Z]|{_VERB}", story.rest[: number_of.start()].split(",")[-1])
            and not re.match(rf"{_VERB}[^,]{{1,8}},\d+", story.rest[number_of.end() :])
        ):
            story.rest = story.rest[: number_of.start()] + story.rest[number_of.start() :].replace(
                number_of[0], "\ue000" * len(number_of[0]), 1
            )
            total = number_of
            story.take_all(r"(?<=\ue000)参加[\u4e00-\u9fff]{2,8}(?=[,;。])")
    sets = _sets(story)
    names = [name for name, _ in sets]
    if not 2 <= len(names) <= 4 or len(set(names)) != len(names):
        stay_out(f"sets: {names}")
    told = _Told(names)
    for place, (name, value) in enumerate(sets):
        told.add([part for part in told.parts if part >> place & 1], value, name)
    everything = (1 << len(names)) - 1
    number = {2: "[两二2]", 3: "[三3]", 4: "[四4]"}[len(names)]
    shared = _shared_end(names)
    letters = all(re.match("[A-Z]", name) for name in names)
    patterns = (
        [rf"{name[0]}(?:{re.escape(name[1:])})?(?:班|组)?" if len(name) > 1 else name for name in names]
        if letters
        else [rf"{re.escape(name.removesuffix(shared))}(?:{re.escape(shared)})?" if shared else re.escape(name) for name in names]
    )
    which = "|".join(sorted(patterns, key=len, reverse=True))
    verb = rf"(?:{_VERB}|{_STATE}|符合)?"
    several = rf"(?:这|其中)?{number}{_SORT}"
    if total and not least and to_int(total["value"]) < max(to_int(value) for _, value in sets):
        stay_out("total")

    def take(pattern: str, parts: Sequence[int], what: str) -> None:
        for form in (
            rf"(?:{pattern})(?:的)?(?:{_PEOPLE})?(?:数)?{_COUNT}",
            rf"(?:还)?(?:有)?(?P<value>{INTEGER}|多少){_HEADS}(?:是)?(?:{pattern})(?=[,;。、?]|$)",
        ):
            for match in story.take_all(form):
                told.add(parts, match["value"], what)

    none, one, two, three = ([part for part in told.parts if _bits(part) == count] for count in range(4))
    for first, second in itertools.combinations(range(len(names)), 2):
        one_name, other_name = patterns[first], patterns[second]
        for a, b in ((one_name, other_name), (other_name, one_name)):
            x, y = (first, second) if a == one_name else (second, first)
            common = [part for part in told.parts if part >> first & 1 and part >> second & 1]
            only = [part for part in told.parts if part >> x & 1 and not part >> y & 1]
            minus = r"(?:而|但|却|又|,)?(?:不|没有?|未)"
            take(rf"(?:只|仅)?{verb}{a}(?:{_STATE})?{minus}{verb}{b}(?:{_STATE})?", only, f"是{names[x]}而不是{names[y]}")
            if len(names) == 3:
                third = 3 - first - second
                just = [part for part in common if not part >> third & 1]
                take(rf"(?:只|仅){verb}{a}[、和与及]{b}(?:{several}|两{_SORT})?", just, f"只是{names[first]}和{names[second]}")
            take(
                rf"(?:同时|既){verb}{a}(?:和|、|与|及|又|也|并且)*{verb}{b}(?:这?两{_SORT})?(?:都)?{verb}|{verb}{a}[、和与及]{verb}{b}(?:这?两{_SORT})?(?:都|均|同时){verb}"
                + (rf"|(?:都|均){verb}{a}[、和与及]{b}" if len(names) > 2 else ""),
                common,
                f"{names[first]}和{names[second]}都是",
            )
            if len(names) > 2:
                take(rf"{verb}{a}[、和与及]{b}(?:两{_SORT})?", common, f"{names[first]}和{names[second]}都是")
            if letters:
                take(rf"(?:同时)?{verb}{names[first][0]}(?:和|、)?{names[second][0]}(?=的)", common, f"{names[first]}和{names[second]}都是")
    if len(names) == 3:
        story.take_all(r"\(都(?:含|包括|包含)(?:了)?三个都[\u4e00-\u9fff]{0,2}的\)")
        story.take_all(r"\((?:都|均)?(?:包括|包含|含)三[样项种]都[\u4e00-\u9fff]{1,4}的\)")
        for words, mask in ((rf"前两{_SORT}", 3), (rf"后两{_SORT}", 6), (rf"第一{_SORT}和第三{_SORT}", 5)):
            take(rf"{words}(?:都|均){verb}", [part for part in told.parts if part & mask == mask], f"{words[:2]}两样都是")
        for order in itertools.permutations(patterns):
            take(rf"(?:同时)?{verb}{order[0]}[、和与及]{order[1]}[、和与及]{order[2]}(?:三{_SORT})?(?:都|均)?{verb}", [7], "三样都是")
    no = r"(?:没有?|不|未|没能)"
    take(
        rf"(?:{several}|什么|哪{_SORT})?(?:都|均|全都|全){no}{verb}(?:对|任何)?(?:一{_SORT})?|一{_SORT}(?:也|都|均){no}{verb}(?:对)?|{no}{verb}任何(?:一)?{_SORT}|(?:{several})?{verb}(?:都|均){no}{verb}",
        none,
        "都不是",
    )
    take(rf"(?:{several})?(?:恰好?|正好|刚好|仅仅?|只)(?:有)?{verb}(?:其中)?(?:的)?(?:对)?[两二2]{_SORT}(?:{_STATE})?", two, "恰有两样")
    take(rf"(?:{several})?(?:恰好?|正好|刚好|仅仅?|只)(?:有)?{verb}(?:其中)?(?:的)?(?:对)?(?:一|1){_SORT}(?:{_STATE})?", one, "恰有一样")
    take(rf"(?:至少|最少){verb}(?:其中)?(?:的)?[两二2]{_SORT}(?:{_STATE})?", [*two, *three, *([15] if len(names) > 3 else [])], "至少两样")
    take(rf"(?:至少|最少){verb}(?:其中)?(?:的)?(?:一|1){_SORT}(?:{_STATE})?", [part for part in told.parts if part], "至少一样")
    for place, name in enumerate(names):
        take(rf"(?:只|仅){verb}{patterns[place]}(?:{_STATE})?(?:一{_SORT})?", [1 << place], f"只是{name}")
    story.take_all(rf"(?:考|答|做)?(?:了)?{number}道(?:题|选择题|题目)(?=[,;。])")
    if least:
        least_asked = story.take(
            rf"(?:{several})?(?:都|均|全部?|全都){verb}(?:对)?(?:的)?(?:{_PEOPLE})?(?:至少|最少)(?:有|是)?多少{_M}|(?:至少|最少)(?:有)?多少{_M}(?:{several})?(?:都|均){verb}(?:{several})?"
        )
        story.finish(_WORDS)
        if not least_asked or total is None or len(told.facts) != len(names) or told.asked:
            return None
        count = to_int(total["value"])
        sizes = [to_int(value) for _, value in sets]
        if max(sizes) > count:
            stay_out("numbers")
        return Recognition(
            parameters={"task": "least-common", "total": count, "sizes": sizes},
            understood=(
                ("总数", str(count)),
                *((name, str(size)) for name, size in zip(names, sizes, strict=True)),
                ("求", "都是的至少有多少"),
            ),
        )
    take(
        rf"(?:{several})(?:都|均|全都?|全部){verb}(?:对)?|(?:都|均){verb}(?:{several})|{verb}(?:{several})(?:都|均)?|(?:都|均){verb}",
        [everything],
        "都是",
    )
    if story.take(
        rf"(?:每人|每个人|每名[\u4e00-\u9fff]{{2}}|每位[\u4e00-\u9fff]{{2}}|所有人)(?:都|均)?(?:至少){_VERB}?(?:其中)?(?:的)?(?:一){_SORT}"
    ):
        told.facts.append((frozenset(none), 0, "都不是"))
    asks_total = story.take(
        rf"(?:这个)?(?:班|单位|公司|全班|学校|该班|该单位)?(?:一?共|总共|总人数)(?:有|为|是)?多少{_M}|(?:全班|总人数|该班|这个班)(?:有)?多少{_M}"
    )
    if asks_total:
        told.asked.append((frozenset(told.parts), "总数"))
    elif total:
        told.facts.append((frozenset(told.parts), to_int(total["value"]), "总数"))
    story.take_all(which)
    story.finish(_WORDS)
    if len(told.asked) != 1:
        return None
    target, what = told.asked[0]
    coefficients = _combination([parts for parts, _, _ in told.facts], target, len(told.parts))
    if coefficients is None or any(
        not each and name not in (*names, "总数") for (_, _, name), each in zip(told.facts, coefficients, strict=True)
    ):
        stay_out("not settled, or something told is not needed")
    settled = sum((Fraction(number_) * each for (_, number_, _), each in zip(told.facts, coefficients, strict=True)), Fraction(0))
    if settled.denominator != 1 or settled < 0 or not _possible(told, int(settled), target):
        stay_out("numbers")
    return Recognition(
        parameters={
            "task": "venn",
            "facts": [[name, number_] for _, number_, name in told.facts],
            "coefficients": [str(each) for each in coefficients],
            "value": int(settled),
            "what": what,
            "check": _check(told, what),
        },
        understood=(*((name, str(number_)) for _, number_, name in told.facts), ("求", what)),
    )


def _shared_end(names: Sequence[str]) -> str:
    """The last sign of all names, where they have one in common and more before it: 甲报、乙报 are also called 甲、乙."""
    ends = {name[-1] for name in names}
    return ends.pop() if len(ends) == 1 and all(len(name) > 1 for name in names) else ""


def _check(told: _Told, what: str) -> int | None:
    """The answer by the textbook's formula, where it is one of the usual questions."""
    numbers = {name: number for _, number, name in told.facts}
    sizes = [numbers.get(name, -1) for name in told.names]
    if len(told.names) == 2 and "总数" in numbers and what == "都是" and "都不是" in numbers:
        return both_of_two(numbers["总数"], sizes[0], sizes[1], numbers["都不是"])
    if len(told.names) == 3 and "总数" in numbers and what == "都不是":
        pairs = [numbers[name] for name in numbers if name.endswith("都是") and name not in ("都是", "三样都是", "都不是")]
        all_three = numbers.get("都是", numbers.get("三样都是"))
        if len(pairs) == 3 and all_three is not None:
            return numbers["总数"] - in_any_of_three(sizes, pairs, all_three)
        if "恰有两样" in numbers and all_three is not None:
            return numbers["总数"] - in_any_by_exactly_two(sizes, numbers["恰有两样"], all_three)
    return None


def _combination(facts: Sequence[frozenset[int]], target: frozenset[int], size: int) -> list[Fraction] | None:
    """How often each fact must be taken so that together they make the target, part by part; None where they cannot, or not in one way."""
    rows = [[Fraction(part in fact) for fact in facts] + [Fraction(part in target)] for part in range(size)]
    row = 0
    for column in range(len(facts)):
        pivot = next((each for each in range(row, size) if rows[each][column]), None)
        if pivot is None:
            return None
        rows[row], rows[pivot] = rows[pivot], rows[row]
        rows[row] = [value / rows[row][column] for value in rows[row]]
        for each in range(size):
            if each != row and rows[each][column]:
                rows[each] = [value - rows[each][column] * other for value, other in zip(rows[each], rows[row], strict=True)]
        row += 1
    if any(each[-1] for each in rows[row:]):
        return None
    return [rows[place][-1] for place in range(len(facts))]


def _possible(told: _Told, value: int, target: frozenset[int]) -> bool:
    """Whether nothing told is contradicted at sight: no part larger than what holds it."""
    known = [(parts, number) for parts, number, _ in told.facts] + [(target, value)]
    return all(number <= other for parts, number in known for wider, other in known if parts < wider)


def _multiples(text: str) -> Recognition | None:
    """Numbers up to a limit that are (or are not) multiples of one or another."""
    story = Story(text)
    story.refuse(r"余|质数|合数|奇数|偶数|平方|之和|位数")
    span = story.take(
        r"(?:在|从)?(?P<from>\d+)?(?:到|至|~|-|—)?(?P<to>\d+)(?:的)?(?:这\d+个)?(?:全部|所有)?(?:中|之间|之中|以内|内)?的?(?:全部|所有)?(?:的)?(?:自然数|正整数|整数|数)(?:中|里|之中)?"
    ) or story.take(r"(?:在|从)?(?P<from>\d+)?(?:到|至|~|-|—)?(?P<to>\d+)(?:以内|之间|之中|中|里)(?:的)?(?:,)?")
    if span is None:
        return None
    divisors = [
        int(match["value"])
        for match in story.take_all(
            r"(?:(?:能|可以)?(?:同时)?被)?(?<!\d)(?P<value>\d{1,2})(?=的倍数|整除|[、和或与]\d{1,2}(?:整除|的倍数)|[、和或与]\d{1,2}[、和或与]\d{1,2}(?:整除|的倍数)|也)"
        )
    ]
    text_ = story.text
    neither = bool(re.search(r"既不[^,;。]{2,8}[也又]不|不能被[^,;。]{1,8}(?:也|又)不能被|既不能|都不能|都不是|也不是", text_))
    either = bool(re.search(r"或", text_)) and not neither
    both = bool(re.search(r"既(?!不)[^,;。]{2,8}又|同时", text_)) and not neither
    asked = story.take(r"(?:的)?(?:自然数|数|整数)?(?:共|一共)?(?:有)?多少个?(?:数)?")
    if len(divisors) not in (2, 3) or neither + either + both != 1 or not asked or len(set(divisors)) != len(divisors):
        return None
    story.take_all(
        r"既不是|也不是|又不是|既不能被|也不能被|又不能被|不能被|能被|的倍数|整除|既能?被?|又能?被?|既是|又是|或者?|都不是|都不能被|也|同时|不是|是|被|能|[、和与](?=\ue000)"
    )
    story.finish("的 数 个 有 共 自然数 全部 所有 正整数 整数")
    if re.search(r"既不能?被?[^,;。]{1,6}又[^不]", text_) or re.search(r"不是[^,;。]{1,6}但是?", text_):
        stay_out("one and not the other")
    low, high = int(span["from"] or 1), int(span["to"])
    if not low < high <= 100_000 or min(divisors) < 2:
        return None
    return Recognition(
        parameters={
            "task": "multiples",
            "low": low,
            "high": high,
            "divisors": divisors,
            "how": "neither" if neither else "either" if either else "both",
        },
        understood=(
            ("范围", f"{low}～{high}"),
            ("除数", "、".join(map(str, divisors))),
            ("求", "都不能整除的" if neither else "能被其一整除的" if either else "都能整除的"),
        ),
    )


def _solve(parameters: Parameters) -> Solution:
    task = parameters["task"]
    if task == "least-common":
        total, sizes = parameters["total"], parameters["sizes"]
        value = least_common(total, sizes)
        misses = [total - size for size in sizes]
        steps = [
            f"不是各样的分别有 {'、'.join(map(str, misses))}，互不重复时一共 {' + '.join(map(str, misses))} = {sum(misses)}。",
            f"都是的至少有 {total} − {sum(misses)}，即 {value}。" if value else "都是的可以没有。",
        ]
    elif task == "multiples":
        low, high, divisors, how = (parameters[name] for name in ("low", "high", "divisors", "how"))
        inside = range(low, high + 1)
        hits = [sum(number % each == 0 for each in divisors) for number in inside]
        value = sum({"neither": hit == 0, "either": hit > 0, "both": hit == len(divisors)}[how] for hit in hits)
        counts = [sum(number % each == 0 for number in inside) for each in divisors]
        steps = [
            f"{'、'.join(f'{each} 的倍数有 {count} 个' for each, count in zip(divisors, counts, strict=True))}，同时是几个数的倍数的算重了，用容斥原理。",
            f"所求有 {value} 个。",
        ]
    else:
        value = parameters["value"]
        if parameters["check"] not in (None, value):
            stay_out("two ways, two answers")
        terms = []
        for (name, number), coefficient in zip(parameters["facts"], parameters["coefficients"], strict=True):
            each = Fraction(coefficient)
            if not each:
                continue
            factor = "" if abs(each) == 1 else f"{abs(each)} × "
            terms.append(f"{'−' if each < 0 else '+'} {factor}{number}（{name}）")
        steps = [f"把各人数写成互不重复的几部分之和，相加减：{' '.join(terms).removeprefix('+ ')}。", f"{parameters['what']}的有 {value}。"]
    return Solution(answer=f"{value}", also=tuple(f"{value} {unit}" for unit in ("人", "名", "户", "个", "位")), steps=paragraphs(*steps))


SOLVER = Solver(hint=r"都|均|同时|既|恰|只|整除|倍数|至少", recognise=one_reading(_venn, _multiples), solve=_solve)
