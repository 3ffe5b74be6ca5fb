"""Reading how many are in which sets: every number with the description beside it, then what the descriptions mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._counting.common_parts import common_beginning, common_end
from engine.generators.civil._inclusion_exclusion.regions import PEOPLE, SORT, STATE, VERB, Regions
from engine.generators.civil._inclusion_exclusion.statements import Statement, statements_of
from engine.generators.civil._inclusion_exclusion.wording import SIZES, opened, remarks, spread
from engine.generators.kind import Recognition
from engine.generators.reading import StayOut, stay_out, to_share

_WHOLE = re.compile(
    rf"^(?:这个|该|全|整个|我们|本|某|一)?(?:[\u4e00-\u9fff]{{0,16}}?)(?:共|一共|总共|总计|合计|全(?:班|校|年级|村|厂|公司|部门|体|组|院)|总(?:人数|数)?|调查|走访|抽查|采访|询问|访问|统计)(?:调查|走访|采访)?(?:了|到)?(?:的)?(?:有|为|是)?(?:{PEOPLE})?(?:参加(?:了)?)?$"
)
_EVENT = re.compile(
    r"(?:一共|共)?(?:参加|接受|进行|参与|来)(?:了)?(?:这次|某次|一次|本次|该次|此次|某|一个|期末|期中)?(?:技能|业务|体能|专业|年度|季度|岗位|综合|学科|满意度)*(?:考试|测试|测验|调查|活动|问卷|比赛|竞赛|体检|培训|联欢|考核|抽查|聚会|面试|评选|问卷调查|旅游|质量抽检|抽检|质量检测|检测|检验|检查|质量抽查|质检)?(?:活动)?$"
)
_PEOPLE_ONLY = re.compile(rf"^(?:[\u4e00-\u9fffA-Z]{{0,14}}?)(?:有|共有|里有|上有|中有|的)?(?:{PEOPLE})?$")
_EVERYBODY = re.compile(rf"^[^,]{{0,8}}?(?:每|所有|全部|全体|大家|任何|任意|没有?一?个?(?:人|{PEOPLE})|无人|没人)")
_LIMITED = re.compile(r"^(?:只|仅)?(?:考虑|有|讨论|涉及|开设|开)?(?:了)?(?:这|以下|下列)[一两二三四]")


_COMPLEX = re.compile(
    rf"都|均|全(?!班|校|体|运会|国|省|市|球|民)|且(?=[A-Z])|同时|既|又|也|只|仅|恰|刚好|正好|至少|最少|至多|最多|不|没|未|无(?!人机)|任何|[一两二三四]{SORT}|或|以上|并且|而且|重叠|但|错"
)


def _is_whole(statement: Statement, first: bool, parted: bool) -> bool:
    """Whether a statement tells (or asks) how many there are altogether; `parted`: `其中` follows it."""
    told = patterns.sub("^(?:一个|某个|一支)(?=[\u4e00-\u9fff])", "", statement.description)
    if "%" in statement.value:
        return False
    if first and patterns.fullmatch(
        rf"(?:考|做|答|参加|解|报名?|选修?|订阅?|学)(?:了)?[一两二三四]{SORT}|(?:报名|报名参加|参加)(?:了)?[两三]{SORT}(?:的)?(?:培训|竞赛|考试|测试|课程|比赛|活动)",
        told,
    ):
        return True
    if first and patterns.fullmatch(
        rf"[\u4e00-\u9fff]{{0,8}}?(?:做|考|参加|学习?|选修|报名参加|进行|开展)(?:了)?[\u4e00-\u9fffA-Z]{{1,5}}(?:[、和与][\u4e00-\u9fffA-Z]{{1,5}})+(?:这)?[两三四]{SORT}(?:的)?(?:实验|考试|测试|竞赛|活动|培训)?",
        told,
    ):
        return True
    if _COMPLEX.search(patterns.sub("一共|总共|全班|全校|全体", "共", told)):
        return False
    if (
        first
        and "题" in statement.unit
        and patterns.search("同答|共同|回答|共答|一起答|解答|做", told)
        and patterns.search("人|同学", told)
    ):
        return True
    if told in ("", "共", "总", "一共") and (first or statement.asked):
        return True
    if first and parted and patterns.fullmatch(rf"[\u4e00-\u9fff]{{0,8}}有[\u4e00-\u9fff]{{0,3}}{PEOPLE}", told):
        return True
    if _WHOLE.match(told) or _EVENT.search(told):
        return True
    if (
        first
        and patterns.search(PEOPLE, statement.unit)
        and patterns.fullmatch(r"[\u4e00-\u9fff]{0,8}某(?:个)?(?:班|班级|年级|系|学院|单位|公司|部门|机关|社区|小区|村|车间)", told)
    ):
        return True
    if (
        first
        and patterns.match("[某全]|我们|单位|公司|学校", told)
        and patterns.search("学生|职工|员工|居民|乘客|游客", statement.unit)
        and not told.endswith("的")
    ):
        return True
    if statement.asked:
        return bool(patterns.search("共|总|全班|全校|^(?:这个?|该|全|我们|本)?(?:班|单位|公司|学校|年级|小区|部门)里?$", told)) or (
            _EVENT.search(told) is not None
        )
    return (
        first
        and not told.endswith("的")
        and not patterns.match("[A-Z]", told)
        and bool(_PEOPLE_ONLY.match(told))
        and not patterns.search(rf"{VERB}|{STATE}", patterns.sub(rf"调查|有$|有一|有(?={PEOPLE}$)|学校|选手", "", told))
    )


_ALL_DO = r"都(?:订|参加|报名?|买|选|借|看)(?:阅|购|修)?(?:了|过)?(?:报纸|杂志|报刊|课外书|兴趣小组|小组|课程|比赛|活动|社团|运动会|项目)$"
"""`96 名学生都订了报纸`: how many there are, and that nobody is in none."""


def _too_many_for_a_part(first: Statement, statements: Sequence[Statement], text: str) -> bool:
    """Whether the first number is more than any other and its description tells of all the sets, as `100 名职工订阅甲、乙、丙三种报纸`: who is in
    all of them cannot be more than who is in one.
    """
    told = first.description
    of_these = patterns.search(rf"(?<!\d){first.value}[^,;。\d]{{0,8}}[,;。]其中", text) is not None and not _COMPLEX.search(told)
    if first.value.isdigit() and (of_these or patterns.search(_ALL_DO, told)):
        others = [int(each.value) for each in statements if each is not first and each.value.isdigit() and not each.other]
        return len(others) >= 2 and int(first.value) > max(others)
    if not first.value.isdigit() or patterns.search("都|均|全(?!班|校|体|公司|院)|同时|恰|只|仅|不|没|未|至少|至多|最多|以上|既|又", told):
        return False
    if not patterns.search(rf"[两三四]{SORT}|[、和与]|调查|询问|采访|走访|抽查", told) or patterns.search("的$", told):
        return False
    others = [int(each.value) for each in statements if each is not first and each.value.isdigit() and not each.other]
    return len(others) >= 2 and int(first.value) > max(others)


def _stands_apart(first: Statement, statements: Sequence[Statement]) -> bool:
    """Whether the first number is at least as much as any other and the others have something in common that its description lacks, as in
    `对 120 种食品进行抽查，甲剂达标的有 68 种，乙剂达标的有 77 种`.
    """
    if not first.value.isdigit() or first.description.endswith("的") or _COMPLEX.search(first.description):
        return False
    others = [each for each in statements if each is not first and not each.other and each.value.isdigit()]
    plain = [
        patterns.sub(r"^(?:其中|已知|而|且|还|有)+|(?:人数|的)+$", "", each.description)
        for each in others
        if not _COMPLEX.search(each.description) and not patterns.search("[、和与]", each.description)
    ]
    if len(plain) < 2 or not all(plain) or len(set(plain)) < len(plain) or int(first.value) < max(int(each.value) for each in others):
        return False
    begin, end = common_beginning(plain), common_end(plain)
    told = patterns.sub(r"(?:人数|的)+$", "", first.description)
    return bool(begin or end) and not (begin and begin in told) and not (end and told.endswith(end))


def _named_again(statement: Statement, statements: Sequence[Statement]) -> bool:
    """Whether a part is told with the same name: `书法 25 人，…，书法和绘画都报的 10 人`."""
    name = statement.description
    return len(name) > 1 and any(
        each is not statement and name in each.description and _COMPLEX.search(each.description.replace(name, "")) for each in statements
    )


# The others are in none: nothing that the numbers do not say.
_OTHERS_NONE = rf"(?:[,。;])(?:其余|其他|剩下|剩余|余下)(?:的)?(?:{PEOPLE})?(?:则|就)?(?:(?:一|任何一?)?(?:{SORT})?(?:也|都|均)*(?:没有?|未|不)(?:参加|选|报名?|订|喜欢|看|会|做对|答对|报)?(?:任何)?(?:一{SORT})?(?:过)?)(?=[,。;])"


def read_sets(text: str) -> Recognition | None:
    """How many are in some part of two, three or four sets.

    Raises:
        StayOut: something is not understood, or is not settled.
    """
    story = opened(text)
    story.rest = patterns.sub(_OTHERS_NONE, "", story.rest)
    if ("男" in story.rest and "非男" not in story.rest) or patterns.search(
        r"包[括含][^,;。]{1,10}在内|但[未没不][^,;。]{1,12}人中|约(?=\d)|\d多|余人|左右|将近|女|坏|新的|旧的|一半是新|请假|缺[席考勤]|未到|作废|重复计|其余|剩|翻倍|翻番|后来|退出|离开|又有|又来|改为|调整|原来|去年|转到|如果再|假如|平均|多少种(?:不同)?的?[\u4e00-\u9fff]{0,3}(?:法|方案|方式)|分钟|概率|可能性|整除|倍数|星期|周[一二三四五六日]|\d月|\d[日号]|\d元|千米|小时|浓度|溶液|利润|同比|增长|下降|骰|摸(?!底|排|清)|取出|排成|保证|确保|老年|新增|后来|增加|减少|如果再|若再"
        r"|其中[\s\S]*其中的\d|中的[^,;。?]{1,12}占(?:全部|全体|所有|总)|\d%是[^,;。?]{1,12}[,。][^,;。?]*占全部|(?:19|20)\d\d年(?!级)[^。]{0,30}\d[万亿]",
        story.rest,
    ):
        stay_out("another matter")
    told = spread(remarks(story.rest))
    statements, clauses = statements_of(told)
    if not statements:
        return None
    first_fact = next((each for each in statements if not each.asked), None)
    parted = len(statements) > 1 and statements[1].description.startswith("其中")
    wholes = [
        each
        for each in statements
        if not each.other
        and not _named_again(each, statements)
        and (
            _is_whole(each, each is first_fact, parted)
            or (each is first_fact and (_too_many_for_a_part(each, statements, told) or _stands_apart(each, statements)))
        )
    ]
    parts = [each for each in statements if each not in wholes]
    simple: list[str] = []
    for each in parts:
        for description in (each.description, each.other):
            plain = patterns.sub(r"(?:的)?(?:人数?|面积)?$", "", patterns.sub(r"^(?:其中|已知|而|且|还)+", "", description))
            if each.asked and (each.together or not _more_sets(parts, simple)):
                continue
            if (
                plain
                and not patterns.search("(?<![会懂有A-Za-z])[A-Z]{2}(?![A-Za-z])", plain)
                and not _COMPLEX.search(patterns.sub("第[一二三四]", "第", plain))
                and not patterns.search("[、和与]", plain)
                and plain not in simple
            ):
                simple.append(plain)
    regions = _regions(simple, parts, story.text)
    regions.story = told
    regions.whole = "，".join(each.description for each in wholes if not each.asked)
    for each in list(parts):
        # `一共多少人投了简历`: whoever is in any set; everybody, where nobody is in none.
        if (
            each.asked
            and each.together
            and not each.other
            and not _COMPLEX.search(regions.mentions(each.description))
            and regions.mentions(each.description) == each.description
        ):
            parts.remove(each)
            wholes.append(each)
    _all_used(regions, statements, clauses)
    everything = frozenset(regions.parts)
    size = len(everything)
    exact = sum(bool(patterns.search(r"(?:只|仅|恰好?|刚好)[^,]{0,4}一", each.description)) for each in parts) == 1 and sum(
        bool(patterns.search("[一两二三四]" + SORT, each.description)) for each in parts
    ) >= len(regions.names) - (1 if len(regions.names) > 2 else 0)
    every = rf"[三四]{SORT}"
    if len(regions.names) == 3 and any(
        patterns.search(every, each.description) and patterns.search("都|均|全|同时", each.description) for each in parts
    ):
        # Whoever is in all three is told apart: `选择两种考试参加的` are in two and no more.
        exact = exact or any(
            patterns.search(
                rf"(?:参加|选择?|报名?|订|看|买|会|做对|对|有)(?:了|过)?(?:其中)?(?:的)?两{SORT}|同时(?:有)?两{SORT}|两{SORT}同时",
                each.description,
            )
            for each in parts
        )
    anybody = _anybody(wholes, parts, regions, exact)
    if not wholes and all("%" in each.value or each.asked or each.other for each in parts) and not all(each.asked for each in parts):
        facts: list[tuple[list[Fraction], Fraction, str]] = [([Fraction(1)] * size, Fraction(100), "总数")]
    else:
        facts = []

    def row(meant: frozenset[int]) -> list[Fraction]:
        return [Fraction(part in meant) for part in range(size)]

    if _all_take_part(wholes, parts, clauses, regions, exact) or _all_are_some(wholes, parts, clauses, regions, exact):
        facts.append(([Fraction(part == 0) for part in range(size)], Fraction(0), "一样都没有的"))
    asked: list[dict[str, object]] = []
    told_of: list[tuple[str, str]] = []
    for each in statements:
        if each.asked and patterns.search("[、,又](?:最[多少]|至[多少])(?:又|是|有|为|=)*$", each.description):
            stay_out("two bounds asked")
        meant = everything - {0} if each in anybody else everything if each in wholes else regions.meant(each.description, exact)
        what = "至少一样的" if each in anybody else "总数" if each in wholes else _short(each.description)
        line = row(meant)
        if each.other:
            other = row(regions.meant(each.other, exact))
            if each.more:
                line = [one - two for one, two in zip(line, other, strict=True)]
                what = f"{_short(each.description)}比{_short(each.other)}多"
            else:
                line = [one - to_share(each.value) * two for one, two in zip(line, other, strict=True)]
        if each.asked:
            asked.append(
                {
                    "row": [str(one) for one in line],
                    "what": what,
                    "bound": each.bound,
                    "percent": "%" in each.value or (each.unit == "" and "占" in each.description),
                    "unit": _unit(each.unit),
                }
            )
        elif each.other and not each.more:
            told_of.append(
                (
                    "条件",
                    f"{what}是{_short(each.other)}的 {each.value}{'' if '%' in each.value else ' 倍'}{f'再加 {each.plus}' if each.plus else ''}",
                )
            )
            facts.append((line, Fraction(each.plus), f"{what}是{_short(each.other)}的 {each.value}"))
        elif "%" in each.value or "/" in each.value or each.value == "一半":
            share = Fraction(1, 2) if each.value == "一半" else to_share(each.value)
            told_of.append((what, each.value))
            facts.append(([one - share for one in line], Fraction(0), what))
        else:
            told_of.append((what, each.value))
            facts.append((line, Fraction(each.value), what))
    left = []
    for clause in clauses:
        if _EVERYBODY.match(clause) and patterns.search(r"至少|至多|最多|都|没|无|不|有", clause):
            _everybody(clause, regions, facts, size)
        elif patterns.search(r"(?:只|仅)能?[^,]{0,4}一", clause) or (
            _COMPLEX.search(regions.mentions(clause))
            and not _LIMITED.match(clause)
            and patterns.search(f"{SORT}|{VERB}", clause)
            and not patterns.fullmatch(rf"(?:某|一次|考试|测验|共)*(?:{VERB})?[一两二三四]{SORT}(?:{PEOPLE})?", clause)
            and _COMPLEX.search(patterns.sub(rf"[一两二三四]{SORT}", "", clause))
        ):
            left.append(clause)
        elif not _LIMITED.match(clause):
            left.append(
                patterns.sub(rf"[一两二三四]{SORT}", "", regions.mentions(clause)).translate({0xE100 + sign: None for sign in range(4)})
            )
    story.rest = ",".join(left)
    story.finish(_WORDS)
    asked = [one for number, one in enumerate(asked) if one not in asked[:number]]  # of those asked, how many are asked?
    if not asked or not any(value for _, value, _ in facts):
        return None  # of how many is not said
    return Recognition(
        parameters={
            "task": "sets",
            "facts": [[[str(one) for one in line], str(value), what] for line, value, what in facts],
            "asked": asked,
        },
        understood=(
            *told_of,
            ("求", "；".join(str(each["what"]) for each in asked)),
        ),
    )


_WORDS = "甲 乙 丙 班里 桌上 考 题 测验 共 道 不同形状 形状 桌布 食堂 调查 公司 招聘 统计 会员 报课 情况 阳光小学 单位 参加了 学习 活动 小组 每人 订阅 报纸 中 的"


def _all_used(regions: Regions, statements: Sequence[Statement], clauses: Sequence[str]) -> None:
    """Give up where a set is named once only and nothing speaks of all sets: it belongs to another story."""
    told = [*(text for each in statements for text in (each.description, each.other)), *clauses]
    if len(regions.names) < 3 or any(patterns.search(f"[一两二三四]{SORT}|都|均|全|至少|任何", each) for each in told):
        return
    mentions = "".join(regions.mentions(each) for each in told)
    if any(mentions.count(chr(0xE100 + place)) < 2 for place in range(len(regions.names))):
        stay_out("a set apart")


def _anybody(wholes: Sequence[Statement], parts: Sequence[Statement], regions: Regions, exact: bool) -> list[Statement]:
    """`一共有多少人投了简历` where neither everybody nor those in no set are told: whoever is in any set."""
    found = [
        each
        for each in wholes
        if patterns.search(
            "投了|报了|报名|订了|买了|选了|喜欢|获奖|获得|参加运动会|参赛|参加比赛|参加(?:了)?活动|盖住|覆盖|遮住", each.description
        )
    ]
    if any(not each.asked for each in wholes):
        # `订阅报纸的总人数`, where everybody is told before: those who take any.
        return [
            each
            for each in wholes
            if each.asked
            and patterns.search(
                r"(?:订阅|订|参加|报名|选修|加入|购买|喜欢|会)[^,每]{0,6}?的(?:总)?(?:人数|人|同学|学生)共?$", each.description
            )
        ]
    if not found:
        return []
    told = [each for each in parts if not each.asked and not each.other]
    return [] if any(0 in regions.meant(each.description, exact) for each in told) else found


def _all_take_part(wholes: Sequence[Statement], parts: Sequence[Statement], clauses: Sequence[str], regions: Regions, exact: bool) -> bool:
    """`有 28 人报名参加比赛`, and nothing is said of those in no set: there are none."""
    if not any(
        not each.asked
        and patterns.search(
            _ALL_DO + "|上网方式|出行方式|报名|参赛|参加(?:了)?(?:比赛|运动会|兴趣小组|社团|小组|竞赛|选修课)", each.description
        )
        for each in wholes
    ):
        return False
    if any(patterns.search("[不没未无]|至少|都", clause) and patterns.search("[一任]", clause) for clause in clauses):
        return False
    return not any(0 in regions.meant(said, exact) for each in parts for said in (each.description, each.other) if said)


def _all_are_some(wholes: Sequence[Statement], parts: Sequence[Statement], clauses: list[str], regions: Regions, exact: bool) -> bool:
    """`英语、法语、日语教师共 27 人`, `结果发现他们喜欢看球赛和电影、戏剧`: each of them is in some set; such a clause is taken."""
    named = rf"[^,;。\ue100-\ue103]{{0,12}}[\ue100-\ue103](?:[、和与及][\ue100-\ue103]){{{len(regions.names) - 1}}}"
    if any(0 in regions.meant(said, exact) for each in parts for said in (each.description, each.other) if said):
        return False
    for clause in clauses:
        if patterns.fullmatch(
            rf"(?:结果|调查|统计)*(?:发现|显示|表明)?(?:他们|她们|这些人|这些学生)(?:都|均)?(?:喜欢看?|爱看|爱好|会){named}",
            regions.mentions(clause).replace("看", ""),
        ):
            clauses.remove(clause)
            return True
    return any(
        not each.asked
        and patterns.fullmatch(
            rf"(?!.*(?:调查|询问|采访|抽查)){named}(?:教师|老师|翻译|运动员|选手|队员|爱好者|会员)(?:一?共|总共|共计)?",
            regions.mentions(each.description),
        )
        for each in wholes
    )


def _more_sets(parts: Sequence[Statement], simple: Sequence[str]) -> bool:
    """Whether there are more sets than those with a number: the one asked for is another."""
    counted = [match[1] for each in parts for match in patterns.finditer(rf"([两二三四]){SORT}", each.description)]
    return max((SIZES[each] for each in counted), default=0) > len(simple)


_ROW_OF_NAMES = re.compile(rf"(?P<names>(?:[A-Z甲乙丙丁][、和与]?){{2,4}})(?:这)?(?P<n>[两三四]){SORT}")
_ROW_OF_WORDS = re.compile(rf"(?P<names>(?:[\u4e00-\u9fff]{{2,8}}[、和与]){{1,3}}[\u4e00-\u9fff]{{2,4}}?)(?:这)?(?P<n>[两三四]){SORT}")


def _regions(simple: list[str], parts: Sequence[Statement], told: str) -> Regions:
    if len(simple) < 2 and (rows := [patterns.findall("[A-Z甲乙丙丁]", row["names"]) for row in _ROW_OF_NAMES.finditer(told)]):
        names = max(rows, key=len)
        if len(names) == len(set(names)) and set(patterns.findall("(?<![A-Za-z])[A-Z甲乙丙丁](?![A-Za-z])", told)) == set(names):
            return Regions(names)
    if len(simple) < 2 and (row := _ROW_OF_WORDS.search(told)):
        words = [patterns.sub(rf"^.*?(?:{VERB})", "", each) for each in patterns.split("[、和与]", row["names"])]
        if len(words) == SIZES[row["n"]] and all(word and told.count(word) > 1 for word in words):
            return Regions(words)
    if len(simple) > 4 or len(simple) < 2:
        # Names that stand in no plain description: `只参加 A 的有 10 人，只参加 B 的有 12 人`.
        alone = [
            match[1]
            for each in parts
            for said in (each.description, each.other)
            if (
                match := patterns.fullmatch(
                    rf"(?:其中|则|那么|而|某班|某校|某单位|某公司)*(?:只|仅)((?:{VERB})?[^、和与一两二三四]{{1,8}}?)(?:的)?(?:{PEOPLE})?",
                    said,
                )
            )
        ]
        for each in alone:
            if each not in simple and len(simple) < 4:
                simple = [*simple, each]
    if not 2 <= len(simple) <= 4:
        stay_out(f"sets: {simple}")
    return Regions(simple)


def _everybody(clause: str, regions: Regions, facts: list[tuple[list[Fraction], Fraction, str]], size: int) -> None:
    """`每人至少参加一项`: nobody is in none; `每人至多两项`, `没有人三项都参加` likewise."""
    body = patterns.sub(
        rf"^.{{0,8}}?(?:每|所有|全部|全体|大家|任何|任意|没有?一?个?|无)(?:一)?(?:个|名|位|户)?(?:{PEOPLE})?(?:必须|都|均|要)*", "", clause
    )
    nobody = bool(patterns.search(r"没有?一?个?(?:人|名|位|户)|无人|没人", clause))
    meant = regions.meant(body)
    empty = meant if nobody else frozenset(regions.parts) - meant
    facts.append(([Fraction(part in empty) for part in range(size)], Fraction(0), "一样都没有的" if empty == {0} else _short(clause)))


def _short(description: str) -> str:
    return patterns.sub(rf"^(?:其中|已知|而|且|还)+|(?:的)?(?:{PEOPLE})?$", "", description) or description


def _unit(unit: str) -> str:
    for each in ("道", "本", "种", "篇", "册", "平方厘米", "平方分米", "平方米", "户", "家庭", "名", "位"):
        if each in unit:
            return {"家庭": "户", "名": "人", "位": "人"}.get(each, each)
    return "人"


__all__ = ["StayOut", "read_sets"]
