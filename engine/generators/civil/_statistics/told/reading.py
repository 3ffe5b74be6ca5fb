"""Reading a short text of statistics as a whole: what it tells, then what it asks; every clause must be one or the other."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._problems.relations_working import Wording, working
from engine.generators.civil._statistics.cues import MORE_WORD, RATE_WORD
from engine.generators.civil._statistics.material.periods import Period
from engine.generators.civil._statistics.told.answers import Answers
from engine.generators.civil._statistics.told.book import Book, shown
from engine.generators.civil._statistics.told.marks import ANY, FIGURE, Marked, Q, R, T, marked
from engine.generators.civil._statistics.told.meaning import Meanings
from engine.generators.civil._statistics.told.questions import Reader
from engine.generators.civil._statistics.told.statements import Statements
from engine.generators.civil._statistics.told.tables import tables_told
from engine.generators.civil._statistics.told.things import key_of
from engine.generators.civil._statistics.told.units import plain_unit, size_of
from engine.generators.civil._statistics.told.words import DOWN, SINCE, UP
from engine.generators.civil._statistics.values import digits_asked, in_other_units
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import stay_out
from engine.generators.remembering import remembering

_OTHER_SORTS = r"星期|周几|礼拜|相遇|追[上及赶]|相向|相背|迎面|跑道|注满|灌满|放[完空]|排[完空]|单[独开]|独自|顺水|逆水|概率|几率|可能性|整除|几种|多少种|方法|排列|抽屉|浓度|溶液|盐水|进价|标价|定价|打折|[一二三四五六七八九]折|利息"
"""Words of problems that others read."""
_WHOLE_YEAR = (
    r"(?<![比较与和同跟])(?:上年|去年|上一年)(?!同期|同月|同季|[末底]|\d|[上下]半年|第?[一二三四]季度|前|相比)[^,。;?？\n]*(?:多少|几)"
)
_NO_BARE_QUESTION = re.compile("[吗呢吧么谁哪啥怎何嘛否或若请谢]|如果|假[设如定]|还是|对不对|不变|保持|继续|同样|如下|不[对是行会懂]")
"""Words of a clause in front of a question mark that does not ask for an amount that it names."""
_TIMES_OF_DAY = ("小时", "天", "分钟", "分", "秒", "时", "日", "周")
_SHARES = ("share", "share-of-time", "mean-of-times", "angle", "share-change", "shares-differ", "ratio", "contribution", "pull")


@remembering
def read_told(text: str) -> tuple[Recognition, bool]:
    """What a text says to its questions, and whether they are about shares and means.

    Raises:
        StayOut: something is not understood, or does not follow.
    """
    text = _untitled(text)
    if "\n" in text:
        plain = patterns.sub("如下表(?=[^\\n]*\\n)", "如下", normalise(text))
        text = tables_told(plain)
        if text != plain:
            text = _dated_once(patterns.sub("(?:根据|由|据)?[上下]表(?:可知|中)?,?", "", text))
    if patterns.search(r"\||[如据见]图|图[\d中]|饼图|表格|[下上]表", text):
        stay_out("a table")
    if found := patterns.search(_OTHER_SORTS, text):
        stay_out(f"another sort of problem: {found[0]}")
    if patterns.search(r"\d月|季度|半年", text) and patterns.search(_WHOLE_YEAR, text):
        stay_out("of the whole year?")
    marks = marked(_to_the_end(text), digits_asked(text))
    if any(plain_unit(figure.unit) in _TIMES_OF_DAY for figure in marks.figures.values()):
        stay_out("how long something takes")
    told = Statements(marks)
    reader = Reader(told)
    meanings = Meanings(told.book)
    told.places = meanings.places = _places(marks.text)
    plain = _defined(_joined(marks), meanings)
    plain = _with_bare_questions(plain, marks)
    if not marks.asks and not patterns.search("哪一?个?年", plain):
        plain = _with_question(plain, marks)
    for sentence in patterns.split("[。?!;]", plain):
        if not sentence.strip(",: ") or patterns.fullmatch("[,:]?(?:试|请)?(?:求|计算|求出)[,: ]*", sentence):
            continue  # `试计算：` before its parts asks nothing itself
        if not patterns.search(Q, sentence) and patterns.match("[,:]?(?:试|请)?(?:求|计算|求出)(?!助|救|解|和)", sentence):
            sentence += marks.ask("")
        told.sentence()
        reader.sentence()
        clauses = [each for clause in patterns.split("[,:]|(?<=[^,])[()]", sentence) if (each := clause.strip('()" '))]
        for clause, following in zip(clauses, [*clauses[1:], ""], strict=True):
            if patterns.fullmatch(T, clause) and patterns.search(FIGURE, following) and not patterns.search(Q, following):
                told.clause(clause)
            elif not (told.book.facts and reader.most(clause)):
                _clause(clause, told, reader)
    if not reader.asked or not told.book.facts:
        stay_out("nothing told or asked")
    if reader.before:
        stay_out(f"before a question: {reader.before}")
    if "" in told.units and any(size_of(unit) != 1 for unit in told.units):
        stay_out("figures with and without a unit")
    told.book.close()
    return _answered(told, reader, meanings, marks)


def _untitled(text: str) -> str:
    """The text without what sort of problem it is (`饼图题：`), with its one place that has only a letter as `该市`, and `环比（与上月比）` as `比上月`."""
    text = patterns.sub(r"^[^,，;；。:：\d\n]{0,16}(?:题|问题|题目|数据|那种[^,，;；。:：\d\n]{1,6})[:：]\s*", "", text)
    lettered = set(patterns.findall(r"(?<![A-Za-z])[A-Z](?=[省市县区国州镇])", text))
    text = patterns.sub(
        r"(?:环比|同比)[(（](?:即|指)?(?:与|和|同|跟|较|比)(上个?季度|上个?月|(?:上年|去年)同期)(?:相比|比)?[)）]", r"比\1", text
    )
    if len(lettered) == 1:
        text = patterns.sub(rf"(?<![A-Za-z]){lettered.pop()}(?=[省市县区国州镇])", "该", text)
    return text


def _dated_once(text: str) -> str:
    """The text of a table without its only year, where only the question says of which year everything is."""
    text = patterns.sub(r"(?<=(?:19|20)\d\d)\s+(?=年)", "", text)
    years = patterns.findall(r"(?:19|20)\d\d年", text)
    first = text.find(years[0]) if years else 0
    if len(set(years)) == 1 and patterns.search(r"\d", text[:first]) and not patterns.search(r"[今去前明]年|上年", text[:first]):
        behind = text[first:].replace(years[0], "")
        return text[:first] + behind if not patterns.search(r"\d|从|到|至", patterns.sub(r"\d位小数", "", behind)) else text
    return text


def _to_the_end(text: str) -> str:
    """The text with `后 4 个月` behind `前 8 个月` as the months from September on.

    Raises:
        StayOut: it is not said which months are meant.
    """

    def months(found: re.Match[str]) -> str:
        first = patterns.search(r"前(\d+)个月", text[: found.start()])
        if first is None or not found["n"].isdecimal() or int(first[1]) + int(found["n"]) != 12:
            stay_out(f"which months: {found[0]}")
        return f"{int(first[1]) + 1}-12月"

    return patterns.sub(r"(?<![之以今此往然])后(?P<n>\d+|[两二三四五六七八九十]+)个月", months, text)


def _places(text: str) -> tuple[str, ...]:
    """What things are told of side by side: `甲商场`, `乙商场`."""
    found = patterns.findall(
        r"([A-Z甲乙丙丁戊])(市|省|县|区|国|厂|店|校|镇|村|班|组|队|公司|企业|商场|超市|车间|部门|单位|地区?|仓库|小区|农场|果园)", text
    )
    kinds = {kind for _, kind in found}
    for kind in sorted(kinds, key=len, reverse=True):
        letters = dict.fromkeys(letter for letter, each in found if each == kind)
        if len(letters) > 1:
            return tuple(letter + kind for letter in letters)
    return ()


def _joined(marks: Marked) -> str:
    """The text with what a period is compared with beside what is compared."""
    text = patterns.sub("(分别|依次)(?:为|是)?:", r"\1为", marks.text)
    text = patterns.sub(rf"({SINCE.replace('(?P<since>', '(?:')})(?:,)(?=[^,。?;]*{ANY})", r"\1", text)
    text = patterns.sub(
        rf"是?(?:{UP}|高)了?(?:,|、)?(?:还是|或者?|是)(?:{DOWN}|低)了?(?:呢)?,?(?:变化|变动|变|相差|幅度)?了?(?:是|约)?(?:多大)?(?={Q})",
        "变化",
        text,
    )
    text = patterns.sub(rf"[(](?:即|也就是|以{T}为基期)(?![^()]*{Q})[^()]*[)]", "", text)
    text = patterns.sub(
        rf"({Q}[^,。?;]*),(?:以及|并求)(?P<what>[^(),。?;\ue200-\uebff]*(?:{MORE_WORD}|{RATE_WORD}))(?:[(](?P<when>{T})[^()]*[)])?(?=[。?]|$)",
        lambda found: f"{found[1]},{found['when'] or ''}{found['what']}{marks.ask('')}",
        text,
    )
    text = patterns.sub(rf"({Q}[^,。?;]*),(?=(?:才|就|方|便)(?:能|可|会)?[^,。?;]*{T})", r"\1", text)
    text = patterns.sub(r"(?:^|(?<=[。,;:]))(?:请?问|求|问题|那么|则|试求|请?计算|资料|材料|比较)[:,]", "", text)
    return text


def _defined(text: str, meanings: Meanings) -> str:
    """The text without what it says a name is: `(生师比=在校生数÷专任教师数)`."""

    def take(found: re.Match[str]) -> str:
        name = patterns.sub("^.*[,;。]", "", found["name"])
        book = meanings.quotients if found["by"] in "÷/" or found["by"] == "除以" else meanings.differences
        book[name] = (found["one"], found["other"])
        return "。"

    def beside(found: re.Match[str]) -> str:
        book = meanings.quotients if found["by"] in "÷/" or found["by"] == "除以" else meanings.differences
        book[key_of(patterns.sub("^.*(?:的|[省市县区国])", "", found["name"]))] = (found["one"], found["other"])
        return str(found["name"])

    text = patterns.sub(
        r"(?P<name>[^()\ue200-\uebff,;。?=]{2,16})[(](?P<one>[^()\ue200-\uebff,;。?=]{2,12}?)(?P<by>÷|/|除以|-|减去?)(?P<other>[^()\ue200-\uebff,;。?=]{2,12})[)]",
        beside,
        text,
    )
    text = patterns.sub(
        r"[(]?(?P<name>[^()\ue200-\uebff,;。?=]{2,10})=(?P<one>[^()\ue200-\uebff,;。?=]{2,12}?)(?P<by>÷|/|除以|-|减去?)(?P<other>[^()\ue200-\uebff,;。?=]{2,12})(?:[)]|(?=[,;。?]|$))",
        take,
        text,
    )
    return patterns.sub(r"[(](?![^()]*[若除不扣剔含仅只])[^()\ue200-\uebff]{1,24}[)]", "", text)


def _with_bare_questions(text: str, marks: Marked) -> str:
    """The text with a sign for what its bare questions ask: `……，上半年产值？顺差增速？`."""

    def asking(found: re.Match[str]) -> str:
        bare = found[2]
        told = patterns.search(f"{FIGURE}|{Q}", bare) or patterns.search(Q, found[1])
        return found[0] if told or _NO_BARE_QUESTION.search(bare) else found[1] + bare + marks.ask("") + "?"

    return patterns.sub(r"((?:^|(?<=[。?!;]))(?:[^。?!;]*,)?)([^,。?!;]+)\?", asking, text)


def _with_question(text: str, marks: Marked) -> str:
    """A text that asks with its last clause, which has no word for it."""
    bare = patterns.sub("[咧呢啊呀吗嘛吧]+$", "", text.rstrip("。?:, "))
    if not patterns.search(r"(?:为|是|约|求[^,。]*|增长|下降|比重|占比|增速|增幅|增长率|贡献率|平均数|单产|比[^,。]*)$", bare):
        stay_out("nothing asked")
    return bare + marks.ask("")


def _clause(clause: str, told: Statements, reader: Reader) -> None:
    if asked := patterns.search(Q, clause):
        before = reader.before
        reader.before = ""
        if patterns.search(FIGURE, clause):
            cut = patterns.search(rf"{FIGURE}(?=[^{FIGURE[1:-1]}]*$)", clause[: asked.start()])
            if cut is None or patterns.search(FIGURE, clause[cut.end() :]):
                stay_out("a figure in a question")
            told.clause(clause[: cut.end()])
            clause = clause[cut.end() :]
        on = patterns.match(
            r"(?:那么|那|则)?(?:如果|若|假如|假设|要是)?(?:仍|还|继续|一直)?(?:照着?|按照?|保持|以|维持)(?:这个|这一|该|此|这样的?|这种|当前的?|目前的?|相同的?|同样的?)?的?(?:年均)?(?:增速|增长率|增长速度|速度|增幅|降速|降幅|增长量|增量)(?:不变)?(?:的话)?(?=[^,不])",
            clause,
        )
        if on is not None and reader.condition(on[0] + "保持" if patterns.match("如果|若|假|要是|照|按|以", on[0]) else "若" + on[0]):
            clause = clause[on.end() :]
        reader.ask(before + clause)
        return
    if reader.condition(clause):
        return
    if patterns.search("资料分析|[做刷算]题|算[不错]|不会[做算]", clause) and not patterns.search(ANY, clause):
        return  # talk
    if not patterns.search(FIGURE, clause):
        if (told.book.facts or reader.asked) and reader.date(clause):
            return
        if patterns.search("想知道|想了解|想问", clause):
            return  # what is asked, before it is
        told.clause(clause)
        return
    clause = patterns.sub("^(?:若(?!干)|如果|假[设如]|已知)", "", clause) if not reader.asked else clause
    if reader.asked and patterns.search("如果|若(?!干)|假[如设]|要是", clause):
        if _of_an_earlier_time(clause, told):
            pass  # `若 2022 年城镇化率为 63.8%`: told late, of a year nothing was told of
        elif any(fact.kind != "share" for fact in told.book.facts) or patterns.search("增|减|升|降|变|改|占|比", clause):
            stay_out("a condition behind a question")
        clause = patterns.sub("^(?:若|如果|假[设如])", "", clause)  # nothing but shares was told
    told.clause(clause)


def _of_an_earlier_time(clause: str, told: Statements) -> bool:
    """Whether a clause tells a share at a time before all that was told, and no more."""
    found = patterns.fullmatch(rf"(?:若|如果|假[设如]|要是)(?:已知)?(?P<then>{T})的?[^{ANY[1:-1]}]*占[^{ANY[1:-1]}]*{R}", clause)
    if found is None or patterns.search(f"{RATE_WORD}|{UP}|{DOWN}|变|改", clause):
        return False
    then = told.marks.period(found["then"])
    return not then.until and all(then.year < fact.period.year and then.year < fact.since.year + 1 for fact in told.book.facts)


def _answered(told: Statements, reader: Reader, meanings: Meanings, marks: Marked) -> tuple[Recognition, bool]:
    book = told.book
    book.relations.asked.clear()
    answering = Answers(book, meanings, told.now)
    if told.forward is not None:
        answering.go_on(told.forward, max([told.now, *(asked.period for asked in reader.asked if asked.period is not None)]))
    answers: list[Answer] = []
    values = []
    for place, asked in enumerate(reader.asked):
        values = answering.values(asked)
        answers.append((place, *values[0]))
    if any(size_of(unit) >= 10**4 for unit in told.units) and any(
        not unit and isinstance(value, Fraction) and abs(value) >= 10**4 for _, value, unit in answers
    ):
        stay_out("a long figure without its unit")
    wording = Wording(lambda key: _named(book, key), lambda key: _unit(book, key), fractions=False)
    steps = working(book.relations, [value for _, value, _ in answers], wording, composed=True)
    lines = list(dict.fromkeys(book.told_line(fact) for fact in book.facts))
    lines += [f"{shown(whole)} = {' + '.join(shown(part) for part in parts)}" for whole, parts in book.sums]
    found = recognition(lines, answers, {}, working=steps, digits=marks.digits, rounded=True)
    value, unit = values[0]
    if len(answers) == 1:
        if isinstance(value, Fraction) and (others := in_other_units(value, unit)):
            found = found.telling({"also": others})
        if len(values) > 1:
            other, its = values[1]
            found = found.telling({"otherwise": [str(other), its, isinstance(other, Fraction)]})
    only_told = all(asked.what == "value" for asked in reader.asked) and all(fact.kind == "value" for fact in book.facts)
    if only_told and not (reader.goes_on or told.forward or book.sums or meanings.quotients or meanings.made or meanings.rates):
        stay_out("nothing to compute")
    parts = any(
        fact.kind in ("share", "differ", "ratio") or (fact.kind == "multiple" and fact.other is not fact.thing) for fact in book.facts
    ) or bool(meanings.rates)
    return found, parts or any(asked.what in _SHARES for asked in reader.asked) or any(
        _is_mean(meanings, asked.names) for asked in reader.asked
    )


def _is_mean(meanings: Meanings, names: list[str]) -> bool:
    return any(patterns.search("均|每|单产|亩产|单位", name) for name in names)


def _thing(book: Book, key: str) -> str:
    return shown(book.things[int(key.partition("@")[0])])


def _named(book: Book, key: str) -> str:
    year, _, months = key.partition("@")[2].partition(":")
    first, _, last = months.partition("-")
    return f"{Period(int(year), int(first), int(last)).told()}{_thing(book, key)}"


def _unit(book: Book, key: str) -> tuple[Fraction, str]:
    unit = book.things[int(key.partition("@")[0])].unit
    return size_of(unit), unit
