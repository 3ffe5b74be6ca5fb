"""Reading how many are in which sets, whatever these are called: only the words that say how sets combine are known beforehand."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._counting.common_parts import common_beginning, common_end
from engine.generators.civil._inclusion_exclusion.combining import COUNTED, Descriptions
from engine.generators.civil._inclusion_exclusion.names import Names
from engine.generators.civil._inclusion_exclusion.told import CLASSIFIER, UNIT, Told, listed, minded_units, told_of
from engine.generators.civil._inclusion_exclusion.wording import above_marks, chosen_by_both, contraries, each_in_words, remarks, upright
from engine.generators.civil._problems.story import Story
from engine.generators.civil._problems.wording import SUSPECT
from engine.generators.kind import Recognition
from engine.generators.reading import StayOut, stay_out, to_int, to_share

_OTHER_MATTER = (
    r"请假|缺[席考勤]|未到|作废|翻倍|翻番|后来|退出|离开|又来|改为|调整|原来|去年|如果再|假如|平均|多少种(?:不同)?的?[\u4e00-\u9fff]{0,3}(?:法|方案|方式)|"
    r"分钟|概率|可能性|整除|倍数|星期|\d月|\d日|\d元|千米|小时|浓度|溶液|利润|同比|增长|下降|骰|取出|排成|保证|确保|新增|增加|减少|若再|剩|轮流|每隔|开关|"
    r"\d%是[^,;。?]{1,12}[,。][^,;。?]*占全部|(?:19|20)\d\d年(?!级)[^。]{0,30}\d[万亿]|约(?=\d)|\d多|余人|左右|将近|得分|总分|多少分|多少次|多少场|转到|替换|交换"
)
_TOTAL = r"一?共|总共|总计|合计|全(?:班|校|年级|村|厂|公司|体|组|院|部)|总(?:人数|户数|数)?|调查|走访|抽[查检]|采访|询问|访问|统计|检[查测]"
_COMBINED = rf"(?<![一两二三四])只|仅|恰|刚好|正好|都|均|全(?!班|校|体|部|公司|年级|村|厂|院)|(?<=[\u4e00-\u9fff])(?<![有占])全部(?=[一两二三四]?个?{CLASSIFIER}|项目|课程|活动|科目)|皆|同时|共同|重叠|既|又|也|且|并|或|至少|最少|至多|最多|任何|任意|任一|[和与、]|及(?!格)|但|[一两二三四]个?{CLASSIFIER}|兼|齐|别的|其他"
_NOT = r"不|没有?|未|无(?!人|线)|非|错"
_HEAD = r"^(?:其中|已知|而|且|还|有|又|在|共|·|这些?人?[中里]|他们[中里]|[\u4e00-\u9fff]{1,6}(?:当?中|里)·?(?:有)?)+"
_PEOPLE = r"(?:人|人数|[学考新]生|同学|职[工员]|员工|居民|家庭|用户|客户|业主|住户|村民|市民|教师|老师|队员|会员|成员|游客|乘客|读者|观众|顾客|选手|干部|工人|人员|户)"


_PLACE = (
    r"(?:某|本|该|这个?|我们?)(?:个|一)?(?:班级?|校|系|厂|村|店|年级|单位|公司|部门|学校|小区|社区|机关|高校|企业|学院)(?:里|中|内|的)?"
)


def _bare(about: str, text: str = "") -> str:
    """A description without what stands around it in every sentence."""
    told = patterns.sub(r"^(?:其中|已知|而|且|还|有|又|·)+", "", about)
    told = patterns.sub(rf"^(?:{_PLACE}|{_PEOPLE})·?(?:有)?(?=[\u4e00-\u9fffA-Z]{{2,}})", "", told)
    told = patterns.sub(rf"(?:·|的|了)*(?:{_PEOPLE}(?:中|里)?|总|共|数|有)*$", "", told)
    if (cut := patterns.fullmatch(r"(.{2,})的([^的]{1,4})", told)) and text.count("的" + cut[2]) > 1:
        return cut[1]  # what is counted, as `答对的题目`
    return told


def _plain(about: str, text: str, sets: Sequence[str] = ()) -> bool:
    """Whether a description names no more than one set; `都市报` and `全运会` do as well, where they recur and are like the others."""
    told = patterns.sub("第[一二三四]", "第", about)
    if not patterns.search(_COMBINED, told):
        return True
    if patterns.search(_COMBINED, patterns.sub("[都全同均](?=[\u4e00-\u9fff]{2})", "", told)):
        return False
    name = _bare(about)
    for other in sets:
        begin, end = common_beginning([name, other]), common_end([name, other])
        if (begin or end) and text.count(name[len(begin) :]) > 1:
            return True
    return False


def opened(text: str) -> str:
    """The text in the wording that `told_of` and `Names` know, figures that belong to names told apart."""
    text = upright(text)
    if text.count(" ") > 2 and not patterns.search("[,;。]", text):  # spaces instead of commas
        text = patterns.sub(r"(?<=[\u3400-\u9fff%?\d]) +(?=\S)", ",", text)
    rest = Story(text).rest.replace("\ue000", "")
    rest = chosen_by_both(above_marks(patterns.sub(r"[《》“”\"]", "", rest)))
    rest = patterns.sub(r"(?<=[,;。])(?:该|本|这个?)?(?:单位|公司|学校|班级?|机关|部门|社区|企业|厂)[内里中](?=有\d)", "", rest)
    rest = patterns.sub(r"(?<=[\u4e00-\u9fff])\((?P<what>(?:一|任)[^(),;]{0,6}[不没未][^(),;]{0,6})\)(?=的)", r"·\g<what>", rest)
    rest = patterns.sub(r"(?<=[,;。:·])[^,;。:·\d一]{1,4}·(?=[一任])", "", rest)
    rest = patterns.sub(r"\((?:其中)?有(?:的|些)人?(?:也|还)[^()]*\)", "", patterns.sub(r"^\d{1,2}、(?=\d)", "", rest))
    rest = each_in_words(contraries(remarks(rest)))
    rest = patterns.sub(
        rf"([一二三四五六七八九十百]{{2,}}|[五六七八九十])(?=(?:名|位|户|人|个{_PEOPLE}))|(?<=有)[两二三四](?=(?:名|位|户|人)(?:[,;。?]|$))",
        lambda match: str(to_int(match[0])),
        rest,
    )
    units = [*patterns.findall(rf"多少({UNIT})", rest), *(["人"] if "人数" in rest else [])]
    unit = units[-1] if units else "人"
    people = "[人名位]" if unit in "人名位" else rf"(?:[人名位]|{unit})"
    # `3 种都`, `其中 2 项`: a number of sets.
    rest = patterns.sub(
        rf"(?<![\d.第])([1-4])(?={CLASSIFIER})(?!{people}(?!都|均|全|皆))", lambda match: "一两三四"[int(match[1]) - 1], rest
    )
    # `2 频道`, `100 米跑`: a figure in a name.
    counts = rf"{UNIT}|[%/.:\d,;。?户的]|$"

    def named(match: re.Match[str]) -> str:
        again = int(match[0]) < 20 and len(patterns.findall(rf"\d{match['after']}", rest)) > 1
        clause = patterns.split("[,;。?!]", rest[: match.start()])[-1] + patterns.split("[,;。?!]", rest[match.end() :])[0]
        other = patterns.search(rf"\d(?:{UNIT}|%)|多少", clause)
        same = rest.count(match[0] + match["after"]) > 1 and match["after"] not in "有为是"
        return match[0].translate(_WIDE) if same or (again and other) or match.string[match.start() - 1] == "第" else match[0]

    return patterns.sub(rf"(?<![\d./:])\d+(?!{counts})(?=(?P<after>[\u4e00-\u9fffA-Z]))", named, rest)


_PERSON = {"名": "人", "位": "人", "道题": "道", "批次": "批"}
_WIDE = {ord("0") + digit: "⓪①②③④⑤⑥⑦⑧⑨"[digit] for digit in range(10)}  # no number any more


def _sets_counted(text: str) -> tuple[int, int]:
    """Of how many sets the text speaks (0 where it does not say), and of how many at least."""
    strong = rf"[一两二三四]个?{CLASSIFIER}[^,;。\d]{{0,5}}(?:都|均|全|皆|也|同时)"
    counted = [COUNTED[match[0][0]] for match in patterns.finditer(strong, text) if match[0][0] != "一"]
    named = [COUNTED[match[1]] for match in patterns.finditer(rf"[、和与][^,;。\d、和与]{{1,8}}?这?([两二三四])个?{CLASSIFIER}", text)]
    some = [COUNTED[match[1]] for match in patterns.finditer(rf"([两二三四])个?{CLASSIFIER}", text)]
    return max([*counted, *named], default=0), max(some, default=0)


def _whole_by_words(each: Told) -> bool:
    about = _bare(each.about)
    if each.ahead and patterns.fullmatch(r"[^,;。]{1,12}(?:当?中|里)", about):
        return True
    return (
        not about
        or patterns.search(rf"{_TOTAL}|总面积", each.about) is not None
        or patterns.fullmatch(
            r"(?:(?:某|本|该|这|我|全|一个|[初高小大]?[一二三四五六七八九十])[^,]{0,8})?(?:班|校|单位|公司|社团|机关|年级|小区|社区)(?:里|中|内|有)?",
            about,
        )
        is not None
    )


def _first_whole(told: Sequence[Told]) -> Told | None:
    """The first number where its words are of several sets and none is greater than any other: who is in all of them cannot be so many."""
    first = next((each for each in told if not each.asked), None)
    if first is None or first.other or first.share or first.each or not first.value.isdigit():
        return None
    others = [int(each.value) for each in told if each is not first and each.value.isdigit() and not each.other]
    if patterns.search(r"只|仅|恰|刚好|正好|不|没|未|无|非|错|至多|最多|或", first.about) or not (others or "、" in first.about):
        return None
    return first if not others or (int(first.value) > max(others) and (len(others) > 1 or patterns.search(_TOTAL, first.about))) else None


def _wholes_and_sets(told: Sequence[Told], size: int, text: str) -> tuple[list[Told], list[str]]:
    """Which statements tell of all, and the descriptions of the sets.

    Raises:
        StayOut: it is not clear.
    """
    first = _first_whole(told)
    wholes = [
        each
        for each in told
        if not each.other
        and not each.share
        and not each.each
        and not patterns.search(_NOT, each.about)
        and ((_plain(each.about, text) and _whole_by_words(each)) or (each is first and not _plain(each.about, text)))
    ]
    said = [about for each in told if each not in wholes and not each.each for about in (each.about, each.other) if about]
    clean = [_bare(about, text) for about in said if _plain(about, text)]
    plain = [about for about in said if _plain(about, text, clean)]
    described = list(dict.fromkeys(_bare(about, text) for about in plain if not patterns.search(_NOT, about)))
    turned = dict.fromkeys(patterns.sub(_NOT, "", _bare(about, text)) for about in plain if patterns.search(_NOT, about))
    described += [each for each in turned if each not in described and len(described) < (size or 2)]
    described = [each for each in described if each and not _of_several(each, described)]
    if first is not None and first not in wholes and len(described) in (3, 4, 5) and _bare(first.about, text) == described[0]:
        rest = described[1:]
        if (
            len(rest) == size
            or (not size and text.count(described[0]) <= 1 and all(text.count(each) > 1 for each in rest))
            or (not size and _alike(rest) and not _alike(described))
        ):
            return [*wholes, first], rest
    size = size or len(described)
    if len(described) < size:
        for about in said:
            alone = patterns.fullmatch(r"(?:只|仅)能?(?P<what>[^一两二三四都均全不没未和与及、]{1,10})", _bare(about, text))
            if alone and not any(alone["what"] in other or other in alone["what"] for other in described):
                described.append(alone["what"])
    if len(described) != size or size not in (2, 3, 4):
        stay_out(f"sets: {described} for {size}")
    return wholes, described


def _of_several(told: str, described: Sequence[str]) -> bool:
    """Whether a description names two of the others: `海外硕士` beside `海外学者` and `硕士`."""
    others = [each for each in described if each != told]
    begin = common_beginning([each for each in described if each])
    if sum(bool(each[len(begin) :]) and each[len(begin) :] in told[len(begin) :] for each in others) > 1:
        return True  # `AB` beside `A` and `B`
    inside = [each for each in others if each and each in told]
    return bool(inside) and any(
        each[at : at + 2] in told.replace(inside[0], "·") for each in others if each not in inside for at in range(len(each) - 1)
    )


def _alike(described: Sequence[str]) -> bool:
    return bool(common_beginning(described) or common_end(described))


def _with_topics(told: Sequence[Told]) -> list[Told]:
    """Each with the clause before it where it is told apart by that (`在第一次考试中，有 26 人及格`) or of some of them only."""
    joined = []
    for place, each in enumerate(told):
        alike = [other for other in told if other is not each and other.topic and _bare(other.about) == _bare(each.about)]
        combined = patterns.search(rf"{_COMBINED}|{_NOT}", each.topic)
        if each.topic and each.share and (combined or place):
            each = replace(each, within=each.topic, other=each.topic, value="1/2" if each.value == "一半" else each.value)
        elif each.topic and (alike or combined or (place and not patterns.search(_TOTAL, each.topic))):
            each = replace(each, about=f"{patterns.sub('^(?:在|若|如果)+', '', each.topic)}·{each.about}")
        joined.append(each)
    return joined


def read_open(text: str) -> Recognition | None:
    """How many are in some part of two, three or four sets.

    Raises:
        StayOut: something is not understood, or is not settled.
    """
    story = opened(text)
    if found := patterns.search(_OTHER_MATTER, story):
        stay_out(f"another matter: {found[0]}")
    if patterns.search("男|女", story):
        stay_out("men and women")
    told, clauses, before = told_of(listed(story))
    if not any(each.asked for each in told) or all(each.asked for each in told):
        return None
    told = _with_topics(told)
    minded_units(each.unit for each in told if not each.share)
    size, least = _sets_counted(story)
    wholes, described = _wholes_and_sets(told, size, story)
    names = Names(described, story)
    reading = Descriptions(names, story, "，".join(each.about for each in wholes))
    for place, name in enumerate(described):
        if reading.signs(name).lstrip("+I") != "abcd"[place]:
            stay_out(f"{name} means {reading.signs(name)}")
    single = [each.about for each in told if each not in wholes and not each.each and _plain(each.about, story, described)]
    reading.flipped = bool(single) and all(patterns.search(_NOT, about) for about in single)
    if len(names) < least:
        stay_out(f"{least} sets")
    if not size and not ((least or wholes) and _alike(described)):
        said = [reading.signs(about) for each in told if each not in wholes for about in (each.about, each.other) if about]
        if any(sum(sign in each for each in said) < 2 for sign in "abcd"[: len(names)]):
            stay_out("a set apart")
    return _Reading(reading, told, wholes, clauses, before).recognised()


class _Reading:
    """The statements of a text as equations of the parts."""

    def __init__(
        self, reading: Descriptions, told: Sequence[Told], wholes: Sequence[Told], clauses: Sequence[str], before: Sequence[int]
    ) -> None:
        self.reading, self.told, self.wholes, self.clauses, self.before = reading, told, wholes, clauses, before
        self.size = len(reading.parts)
        self.facts: list[tuple[list[Fraction], Fraction, str]] = []
        self.asked: list[dict[str, object]] = []
        self.shown: list[tuple[str, str]] = []
        said = [reading.signs(about) for each in told if each not in wholes for about in (each.about, each.other) if about]
        all_told = any(
            patterns.fullmatch(f".*{len(reading.names)}.*A.*|.*A.*{len(reading.names)}.*", signs) and "N" not in signs.upper()
            for signs in said
        )
        ones = any(patterns.fullmatch("[OE]1|1[OE]?", signs) for signs in said)
        self.exact = len(reading.names) > 2 and (all_told or ones)

    def recognised(self) -> Recognition | None:
        """The equations and what is asked.

        Raises:
            StayOut: something is not understood.
        """
        if not self.wholes and all(each.share or each.asked or each.other for each in self.told):
            self.facts.append(([Fraction(1)] * self.size, Fraction(100), "总数"))
        none_told = False
        meanings = {}
        for place, each in enumerate(self.told):
            if each in self.wholes:
                continue
            meanings[place] = [self.reading.meant(said, self.exact) for said in (each.about, each.other) if said] if not each.each else []
            if each.within:
                meanings[place][0] &= self.reading.meant(each.within, self.exact)
            none_told = none_told or any(0 in meant and len(meant) < self.size // 2 for meant in meanings[place])
        for place, clause in enumerate(self.clauses):
            none_told = self._heard(clause, self.before[place]) or none_told
        for place, each in enumerate(self.told):
            if each in self.wholes:
                self._whole(each, none_told)
            elif each.each:
                self._pairs(each)
            else:
                self._part(each, meanings[place])
        if not self.asked or not any(value for _, value, _ in self.facts):
            return None
        asked = [one for number, one in enumerate(self.asked) if one not in self.asked[:number]]
        return Recognition(
            parameters={
                "task": "sets",
                "facts": [[[str(one) for one in line], str(value), what] for line, value, what in self.facts],
                "asked": asked,
            },
            understood=(*self.shown, ("求", "；".join(str(each["what"]) for each in asked))),
        )

    def _row(self, meant: frozenset[int]) -> list[Fraction]:
        return [Fraction(part in meant) for part in range(self.size)]

    def _ask(self, each: Told, line: Sequence[Fraction], what: str) -> None:
        shares = not self.wholes and all(other.share or other.asked for other in self.told)
        self.asked.append(
            {
                "row": [str(one) for one in line],
                "what": what,
                "bound": each.bound,
                "percent": "%" in each.value or (shares and not each.unit),
                "unit": next((unit for other in (each, *self.told) if (unit := _PERSON.get(other.unit, other.unit))), "人"),
            }
        )

    def _whole(self, each: Told, none_told: bool) -> None:
        """All of them; where they are told as those who take part, nobody is in none."""
        parts = frozenset(self.reading.parts)
        names = self.reading.names
        predicates = [
            piece[place : place + 2]
            for piece in (patterns.sub("^.*[者中里]", "", names.verb) + names.begin, names.end[-2:])
            for place in range(len(piece) - 1)
        ]
        if len(names.begin) == 1 and names.begin not in "会有是能在" and patterns.search("都|均", each.about):
            predicates.append(names.begin)
        takes_part = (
            any(piece in each.about for piece in predicates)
            or self._all_are_some(each.about)
            or (not each.asked and patterns.search("报名|参赛", each.about) is not None)
        )
        if (least := patterns.search("至少|最少", each.about)) and not each.asked:
            if self.reading.meant(each.about[least.start() :]) != parts - {0}:
                stay_out(each.about)
            takes_part, none_told = True, False
        if each.each or (each.bound and not each.asked):
            stay_out("how many at least")
        if each.bound and not each.about:
            stay_out("the least of what?")
        if each.bound:
            self._ask(each, self._row(parts - {0}), "总数")
            return
        if each.asked:
            if not none_told and not takes_part:
                stay_out("nobody is in none?")
            self._ask(each, self._row(parts if none_told and not takes_part else parts - {0}), "总数" if none_told else "至少一样的")
            return
        self.facts.append(([Fraction(1)] * self.size, Fraction(each.value), "总数"))
        self.shown.append(("总数", each.value))
        if takes_part and not none_told:
            self.facts.append((self._row(frozenset({0})), Fraction(0), "一样都没有的"))

    def _all_are_some(self, about: str) -> bool:
        """`英语、法语、日语教师共 27 人`: each of them is in some set."""
        if patterns.search("调查|询问|采访|抽查|考试|测[试验]|对", about):
            return False
        try:
            signs = self.reading.signs(about)
        except StayOut:
            return False
        return patterns.fullmatch(rf"[a-d](?:&[a-d]){{{len(self.reading.names) - 1}}}T?", signs) is not None

    def _pairs(self, each: Told) -> None:
        """`任意两种都会的各有 5 人`."""
        signs = self.reading.signs(each.about)
        if each.asked or each.share or not patterns.fullmatch("Y?2A|Y2", signs.strip("+")):
            stay_out(f"each: {each.about}")
        for one, other in itertools.combinations(range(len(self.reading.names)), 2):
            mask = 1 << one | 1 << other
            self.facts.append(
                (self._row(frozenset(part for part in self.reading.parts if part & mask == mask)), Fraction(each.value), "每两样都")
            )
        self.shown.append((each.about, f"各 {each.value}"))

    def _part(self, each: Told, meanings: Sequence[frozenset[int]]) -> None:
        what = patterns.sub(r"·|的$|(?:的)?(?:人数|人|共)$", "", each.about) or each.about
        line = self._row(meanings[0])
        if each.other:
            other = self._row(meanings[1])
            factor = (
                Fraction(1) if each.difference else to_share(each.value) if patterns.search("[%/]", each.value) else Fraction(each.value)
            )
            line = [one - factor * two for one, two in zip(line, other, strict=True)]
            if each.difference:
                what = f"{what}比{each.other}多"
        if each.asked:
            self._ask(each, line, what)
        elif each.other and not each.difference:
            more = f"再加 {each.plus}" if each.plus else ""
            self.shown.append(("条件", f"{what}是{each.other}的 {each.value}{'' if '%' in each.value else ' 倍'}{more}"))
            self.facts.append((line, Fraction(each.plus), f"{what}是{each.other}的 {each.value}"))
        elif each.share:
            share = Fraction(1, 2) if each.value == "一半" else to_share(each.value)
            self.shown.append((what, each.value))
            self.facts.append(([one - share for one in line], Fraction(0), what))
        else:
            self.shown.append((what, each.value))
            self.facts.append((line, Fraction(each.value), what))

    def _heard(self, clause: str, before: int) -> bool:
        """A clause without a number, with `before` numbers before it; whether it tells that nobody is in none.

        Raises:
            StayOut: it may tell something that is not understood.
        """
        clause = patterns.sub(r"^\d\)|^(?:已知|其中|且|而|前提是|条件是|规定|要求)+", "", clause)
        if patterns.fullmatch(
            r"(?:另外|此外|又|还|已知|知道|得知|发现)*|(?:只|仅)?(?:考虑|有|讨论|涉及|开设|开)?(?:了)?(?:这|以下|下列)[一两二三四].{1,4}",
            clause,
        ):
            return False
        if patterns.fullmatch("(?:可以?|能|允许)?(?:多选|弃权|也|可以?|兼报|[一两]项或多项|参加|选择|任意|任何)+", clause):
            return False
        bound = patterns.search("至少|至多|最多|最少", clause)
        if bound and patterns.search("每|所有|全体|大家|学生|人|可|限|规定", clause[: bound.start()]):
            if before:
                self.reading.signs(clause[: bound.start()])
            meant = self.reading.meant(clause[bound.start() :])
            self._nobody(frozenset(self.reading.parts) - meant)
            return 0 not in meant
        if nobody := patterns.match(rf"(?:没有?一?个?(?:人|名|位|户)|无人|没人)(?:{_PEOPLE})?(?!以)", clause):
            self._nobody(self.reading.meant(clause[nobody.end() :]))
            return False
        if patterns.match(r"(?:其余|其他|剩下|余下)", clause) and patterns.search(_NOT, clause):
            if self.reading.meant(patterns.sub(rf"^(?:其余|其他|剩下|余下)的?(?:{_PEOPLE})?", "", clause)) != {0}:
                stay_out(clause)
            return False
        if patterns.search(r"(?:只能|要么|或者)?(?P<what>[\u4e00-\u9fff]{2,4}?)或(?:者)?(?:是)?不(?P=what)", clause):
            return False  # one or the other
        if before == 0 and not patterns.search(r"每|限|必|至|(?<![一两二三四])只|仅|恰|不|没|未|无|除|若|如果|最", clause):
            return False  # the story
        if patterns.search(_COMBINED, patterns.sub(rf"[一两二三四]个?{CLASSIFIER}|[和与及、]", "", clause)) or patterns.search(
            "[两三四]个?(?:人|名)以上", clause
        ):
            stay_out(f"a condition: {clause}")
        left = patterns.sub(rf"[一两二三四]个?{CLASSIFIER}|[a-d]|{'|'.join(map(re.escape, self.reading.names.forms))}", "", clause)
        if found := patterns.search(
            rf"{SUSPECT}|\d", patterns.sub("同学|同意|不同|第|统计|如下|如图|最终|最后|比赛|超市|配合|配音", "", left)
        ):
            stay_out(f"{found[0]} in {clause}")
        return False

    def _nobody(self, empty: frozenset[int]) -> None:
        self.facts.append((self._row(empty), Fraction(0), "一样都没有的" if empty == {0} else "没有人的那几部分"))
        self.shown.append(("条件", "没有人一样都没有" if empty == {0} else "有的部分没有人"))
