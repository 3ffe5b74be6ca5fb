"""Two sorts of which each piece counts for so much (`鸡兔同笼`, `答对一题得 5 分，答错一题扣 3 分`): how many there are of each.

The sorts are called as the text calls them. A number in the unit of what a piece counts for is the total of that, every other the number of
pieces, of all or of one sort.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._linear_equations.answering import answered
from engine.generators.civil._linear_equations.names import HARMLESS
from engine.generators.civil._linear_equations.wording import clauses_of
from engine.generators.civil._problems.relations import Quantity, Relations, number, recognition, times, total, unknown
from engine.generators.civil._problems.relations_working import Wording
from engine.generators.civil._problems.wording import COUNTERS, SUSPECT
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_PIECE = rf"(?:{COUNTERS[3:-1]}|道|题|道题|人|名|位|只|头|次|场|局)"
_NUMBER = r"\d+(?:\.\d+)?"
_LOSES = r"(?:要|就|则|还|应|被|需)?(?:倒|反)?(?:扣除?|赔偿?|罚|减|亏|损失)(?:去|掉)?了?"
_GAINS = (
    "(?:的|可以?|能|要|需要?|则|就|各|均|限|最多)*"
    "(?:得(?:分|到|工资)?|给|加|奖励?|坐|乘|载|运|装|住|卖|售|花|付|有|是|为|值|重|长|挣|赚|收|工资|售价|单价|价格|价钱|票价|搬|生产|做|种|栽|捐|交|缴|发|领|分|植|摘|采|吃|喝|用|需|写|印)?(?:了|为|是)?"
)
_NAME = r"[^\d,;。?!每共]{1,8}?"
_EACH = re.compile(
    rf"(?:每|1|一(?!共)){_PIECE}?(?P<name>{_NAME})(?:(?:1|一){_PIECE})?(?:(?P<loses>{_LOSES})|(?P<gains>{_GAINS}))(?P<value>{_NUMBER})(?P<unit>[\u4e00-\u9fff]{{1,5}})"
    rf"|(?P<name2>{_NAME})(?:每|1|一(?!共)){_PIECE}(?:题)?(?:(?P<loses2>{_LOSES})|(?P<gains2>{_GAINS}))(?P<value2>{_NUMBER})(?P<unit2>[\u4e00-\u9fff]{{1,5}})"
)
_NOTHING = re.compile(
    r"(?P<name>不答|未答|没答|不做|没做|未做|放弃|空题|未完成|弃权|平局?|平一场)(?:的|题|一题|每题|一道|的题|一场|者)*(?:则|均|都|也)?(?:不[得能]分?(?:也?不扣分?)?|不计分|不扣分?(?:也?不得分?)?|得?0分|不给分|不[得能]不扣|不记分)"
)
_ALL_DONE = re.compile(r"(?:全部?|都|每[题道]都?|所有题?目?都?)(?:作答|回答|答完?了?|做完?了?|完成)(?!对)")
_WRONG_OR_NONE = re.compile(
    "(?:答错或者?(?:不|未|没)答|(?:不|未|没)答或者?答错|做错或者?(?:不|没)做|(?:不|没)做或者?做错)(?:的|[1一每]题|[1一]道)*"
)
_LEGS = {
    "鸡": 2,
    "鸭": 2,
    "鹅": 2,
    "兔": 4,
    "猪": 4,
    "羊": 4,
    "狗": 4,
    "牛": 4,
    "马": 4,
    "猫": 4,
    "龟": 4,
    "鹤": 2,
    "蜘蛛": 8,
    "蜻蜓": 6,
    "蝉": 6,
    "蛐蛐": 6,
}
_WHEELS = {"三轮车": 3, "自行车": 2, "摩托车": 2, "小汽车": 4, "小轿车": 4, "轿车": 4, "汽车": 4}
_WORTH = rf"(?:可|能|各|每(?:人|名|个|张|件))*(?:坐|装|载|住|容纳)?(?P<value>{_NUMBER})(?P<unit>万元|[元角分人吨升](?![钟之]))"
_VALUES = re.compile(
    rf"(?:分?别?按|面值(?:为|是)?)?(?:{_WORTH.replace('<value>', '<first>').replace('<unit>', '<of>')})(?:一[张枚])?的?"
    rf"(?P<more>(?:[、,和与](?:{_WORTH.replace('?P<value>', '').replace('?P<unit>', '')})(?:一[张枚])?的?)+)(?=[两二三23]种|的|给予|奖励|,|$)(?:[两二三23]种)?"
)
_NAMED = "\ue011\ue012\ue013\ue014"
_MOST_PIECES = 500
_LEG = "[脚腿足]"
_BINDS = re.compile(rf"{SUSPECT}|[倍%]|[奇偶质合]数|整除|平均|相等|大于|小于|高于|低于")
_BOUND = re.compile(
    rf"(?:(?P<above>超过|多于|大于|不止)|(?P<below>不足|不到|少于|低于|小于)|(?P<most>不超过|至多|不多于)|(?P<least>不少于|至少|不低于))(?P<than>\d+){_PIECE}"
    rf"|(?P<tens>[一二三四五六七八九]?十|\d+0)[多几](?:{_PIECE})"
)
_WAYS = re.compile("多少种(?:不同)?的?(?:[\u4e00-\u9fff]{0,4}(?:方法|方式|方案|组合|可能|情况)|[付装分买租]法)")
_PIECES_ASKED = re.compile(rf"(?P<way>最多|最少|至少|一共|总共|共)[^,;。\d多]{{0,6}}多少(?P<unit>{_PIECE})")
_APART = re.compile(rf"(?:相差|差)多少(?P<unit>{_PIECE})?")
_HARMLESS_TOTAL = re.compile(
    "最多可?(?:容纳|坐)|超市|若(?=共)|向希望工程|同时就餐|两种规格|[两二三23]个?等级|调来|租了?|买了?|外出|按[^\\d,]{0,24}(?:支付|付给|计发)|停车场|加工厂?|支付|工厂|停放|花费|费用|运送|交给|交付|手工制作|一共|总共|共计|共有|正好|刚好|恰好|坐满|装满|合计|最后|最终|结果|后来|第一次|某次|一次|"
    "全部|完成|参加|参赛|规定|测试|得了?|花了?|总|共|都|满|只|个|元|付"
)


@dataclass(slots=True)
class _Sorts:
    """What each piece of a sort counts for.

    Attributes:
        worth: of each sort; less than nothing where it is taken off.
        unit: in which it is told.
        cue: the word of what is counted where the unit does not tell (`脚`).
    """

    worth: dict[str, Fraction] = field(default_factory=dict)
    unit: str = ""
    cue: str = ""


def read_sorts(text: str) -> Recognition | None:
    """How many pieces there are of each of two sorts.

    Raises:
        StayOut: a clause is not understood, or the numbers do not come out whole.
    """
    clauses = clauses_of(text)
    if any(_WRONG_OR_NONE.search(clause) for clause in clauses):
        if any(patterns.search("答错[^,;。]*多少|多少[^,;。]*答错|[不未没]答[^,;。]*多少", clause) for clause in clauses):
            stay_out("wrong, or not answered")
        clauses = [_WRONG_OR_NONE.sub("答错1题", clause) for clause in clauses]
    sorts, rest = _sorts(clauses)
    if len(sorts.worth) < 2:
        return None
    relations = Relations()
    names = list(sorts.worth)
    pieces, piece_unit, of_all, asked = False, "", False, []
    bounds: list[tuple[int, int]] = []
    asks: list[str] = []
    for clause in rest:
        for name in names:
            if patterns.search(r"\d", name):
                clause = clause.replace(name, _NAMED[names.index(name)])
        clause = left = patterns.sub("(?:在这?)?[一1]天(?:内|里|中)?", "", clause)
        if (bound := _BOUND.search(clause)) is not None:
            if any(name in clause for name in names) or (
                not patterns.search("总|共", clause) and any(part in clause for name in names for part in (name[:2], name[-2:]))
            ):
                stay_out(f"a bound of one sort: {clause}")
            bounds.append(_within(bound))
            clause = left = clause.replace(bound[0], "")
        if (ways := _WAYS.search(clause)) is not None and not patterns.search(r"\d", clause[: ways.start()]):
            asks.append("ways")
            continue
        if (pieces_asked := _PIECES_ASKED.search(clause)) is not None and not any(name in clause for name in names):
            asks.append({"最多": "most", "最少": "least", "至少": "least"}.get(pieces_asked["way"], "pieces"))
            piece_unit = piece_unit or pieces_asked["unit"]
            continue
        if (apart := _APART.search(clause)) is not None:
            asks.append("apart")
            piece_unit = piece_unit or apart["unit"] or ""
            continue
        if (
            asking := patterns.search(rf"(?P<before>[^\d,;。]*?)多少(?P<unit>{_PIECE})?(?P<after>[^\d,;。]*)", clause)
        ) is not None and not patterns.search(r"\d", clause):
            said = asking["before"] + asking["after"]
            for sign, name in zip(_NAMED, names, strict=False):
                said = said.replace(sign, name)
            asked.append((_asked(said, names), asking["unit"] or ""))
            continue
        for found in patterns.finditer(rf"(?P<before>[^\d]*?)(?P<value>{_NUMBER})(?P<unit>(?:万?{_PIECE})|[\u4e00-\u9fff]{{0,2}})", clause):
            around = found["before"] + found["unit"] + clause[found.end() : found.end() + 3]
            for name in names:
                around = around.replace(name, "")
            value = number(found["value"])
            is_total = patterns.search(sorts.cue, around) is not None if sorts.cue else clause[found.end("value") :].startswith(sorts.unit)
            if is_total:
                if of_all:
                    stay_out("two totals")
                of_all = True
                relations.equal(total(*(times(worth, unknown(name)) for name, worth in sorts.worth.items())), value)
            else:
                if pieces:
                    stay_out("two numbers of pieces")
                pieces, piece_unit = True, "只" if sorts.worth.keys() <= _LEGS.keys() else found["unit"][:1]
                relations.equal(total(*(unknown(name) for name in names)), value)
            left = left.replace(found["value"] + found["unit"], "", 1)
        for name in (*sorted(names, key=len, reverse=True), *_NAMED):
            left = left.replace(name, "")
        left = patterns.sub(sorts.cue, "", left) if sorts.cue else left
        if (bound := _BINDS.search(_HARMLESS_TOTAL.sub("", HARMLESS.sub("", left)))) is not None:
            stay_out(f"{bound[0]} in {clause}")
    if (asks or bounds or not pieces) and of_all:
        both = patterns.search("[两二2]种[^,;。]{0,4}都|都[要有买用选]|各至少", ",".join(clauses)) is not None
        return _enumerated(sorts, relations, bounds, asks, asked, piece_unit, both=both)
    if not asked or not pieces or not of_all:
        stay_out("not told enough")
    if len(names) > 2:
        _tried(relations, names)
    values = {name: relations.value(unknown(name)) for name in names}
    if any(value is None or value < 0 or value.denominator > 1 for value in values.values()):
        stay_out(f"how many: {values}")
    queries: list[tuple[list[str], list[Quantity], str]] = []
    for names_asked, unit in asked:
        if (
            unit
            and piece_unit
            and unit[:1] != piece_unit
            and {unit[:1], piece_unit} != {"道", "题"}
            and not {unit[:1], piece_unit} <= {*"人名位"}
        ):
            stay_out(f"asked in {unit}")
        queries.append((names_asked, [unknown(name) for name in names_asked], unit or piece_unit))
    unit = "题" if piece_unit == "道" else piece_unit
    return answered(relations, queries, Wording(name=lambda name: f"{name}的{unit}数", unit=lambda name: (Fraction(1), unit)))


def _tried(relations: Relations, names: list[str]) -> None:
    """Three sorts and two relations: the only whole numbers that fit, if there are no others.

    Raises:
        StayOut: none fit, or more than one.
    """
    if relations.value(unknown(names[0])) is not None:
        return
    fitting: list[Fraction] = []
    for count in range(_MOST_PIECES):
        tried = relations.copy()
        tried.equal(unknown(names[0]), number(count))
        values = [tried.value(unknown(name)) for name in names]
        if all(value is not None and value >= 0 and value.denominator == 1 for value in values):
            fitting.append(Fraction(count))
    if len(fitting) != 1:
        stay_out(f"so many ways: {len(fitting)}")
    relations.equal(unknown(names[0]), number(fitting[0]))


def _within(bound: re.Match[str]) -> tuple[int, int]:
    """The least and the most that a number of pieces may be."""
    if bound["tens"]:
        tens = int(bound["tens"]) if bound["tens"].isdigit() else 10 * ("一二三四五六七八九".find(bound["tens"][0]) + 1 or 1)
        step = 10 ** (len(str(tens)) - len(str(tens).rstrip("0")) or 1)
        return tens + 1, tens + min(step, 100) - 1
    than = int(bound["than"])
    if bound["above"]:
        return than + 1, _MOST_PIECES
    if bound["below"]:
        return 0, than - 1
    return (0, than) if bound["most"] else (than, _MOST_PIECES)


def _enumerated(
    sorts: _Sorts,
    relations: Relations,
    bounds: list[tuple[int, int]],
    asks: list[str],
    asked: list[tuple[list[str], str]],
    unit: str,
    *,
    both: bool,
) -> Recognition:
    """What whole numbers of pieces of two sorts allow, of each sort some (`不定方程`).

    Raises:
        StayOut: they do not settle what is asked.
    """
    names = list(sorts.worth)
    if len(names) != 2 or any(worth <= 0 for worth in sorts.worth.values()) or len(asks) + len(asked) != 1:
        stay_out("not told enough")
    fitting: list[dict[str, Fraction]] = []
    none_of_one = False
    for count in range(_MOST_PIECES):
        tried = relations.copy()
        tried.equal(unknown(names[0]), number(count))
        counts = {name: value for name in names if (value := tried.value(unknown(name))) is not None}
        if len(counts) < len(names) or counts[names[1]] < 0:
            break
        if counts[names[1]].denominator > 1:
            continue
        pieces = sum(counts.values(), Fraction(0))
        if all(least <= pieces <= most for least, most in bounds):
            none_of_one = none_of_one or (0 in counts.values() and not both)
            fitting += [counts] if 0 not in counts.values() else []
    lines = [f"{' + '.join(f'{decimal(worth)} × {name}的数量' for name, worth in sorts.worth.items())} = 总数", "都取正整数"]
    shown = "；".join("、".join(f"{name} {value}" for name, value in each.items()) for each in fitting[:8])
    working = [f"逐一试，符合的有：{shown}"] if shown else []
    if asks == ["ways"]:
        if none_of_one or not fitting:
            stay_out("none of one sort")
        return recognition(lines, [(0, Fraction(len(fitting)), "种")], {}, working=working)
    sums = [sum(each.values(), Fraction(0)) for each in fitting]
    if asks in (["most"], ["least"]) and sums and not none_of_one:
        return recognition(lines, [(0, max(sums) if asks == ["most"] else min(sums), unit)], {}, working=working)
    if len(fitting) != 1:
        stay_out(f"so many ways: {len(fitting)}")
    only = fitting[0]
    if asks == ["pieces"]:
        return recognition(lines, [(0, sums[0], unit)], {}, working=working)
    if asks:
        return recognition(lines, [(0, abs(only[names[0]] - only[names[1]]), unit)], {}, working=working)
    (wanted, asked_unit) = asked[0]
    if len(wanted) != 1:
        stay_out("several sorts")
    return recognition(lines, [(0, only[wanted[0]], asked_unit or unit)], {}, working=working)


def _asked(said: str, names: list[str]) -> list[str]:
    """The sorts asked for; all where none is named.

    Raises:
        StayOut: something else is asked.
    """
    found = [name for name in names if name in said]
    found = [
        name
        for name in found
        if not any(name != other and name in other and other in found and said.count(name) == said.count(other) for other in names)
    ]
    left = said
    for name in sorted(found, key=len, reverse=True):
        left = left.replace(name, "")
    if patterns.search("多|少|比|分|元|钱|倍|脚|腿|最|相差" + ("" if found else "|总|共"), left):
        stay_out(f"asks: {said}")
    if not found and not patterns.search("各|分别", said):
        stay_out(f"asks for which: {said}")
    return found or names


def _sorts(clauses: list[str]) -> tuple[_Sorts, list[str]]:
    """The sorts and the clauses that tell the rest."""
    sorts, rest = _Sorts(), []
    nothing = ""
    for clause in clauses:
        clause = patterns.sub(r"^([^\d每]{1,6}?)的?(?:单价|售价|票价)[为是]?(?=\d)", r"\1每件", clause)
        if (found := _NOTHING.search(clause)) is not None and not patterns.search(r"[1-9]", clause):
            nothing = found["name"]
            continue
        found = _EACH.fullmatch(
            patterns.sub(
                rf"^(?:已知|其中|规定|评分标准(?:是|为)?|如果|若|且|而)|的(?=[倒扣得])|^[^\d每]{{0,8}}(?=每[\u4e00-\u9fff]{{1,3}}?(?:一|1){_PIECE})|(?<=每)[\u4e00-\u9fff]{{0,3}}?(?:一|1){_PIECE}(?=[\u4e00-\u9fff]{{2,6}}?的?(?:被|要|应|则|就)?(?:得|倒?扣|赔|给|付))",
                "",
                clause,
            )
        )
        if found is None:
            rest.append(clause)
            continue
        name = _name(found["name"] or found["name2"])
        value = Fraction(found["value"] or found["value2"]) * (-1 if found["loses"] or found["loses2"] else 1)
        unit = found["unit"] or found["unit2"]
        if name in sorts.worth or (sorts.unit and sorts.unit != unit[: len(sorts.unit)]):
            stay_out(f"told twice, or in another unit: {clause}")
        sorts.worth[name], sorts.unit = value, sorts.unit or (unit if len(unit) > 2 else unit[:1])
    plain = "".join(clauses)
    if not sorts.worth:
        for table, cue in ((_LEGS, _LEG), (_WHEELS, "轮")):
            known = {
                name: Fraction(worth)
                for name, worth in table.items()
                if name in plain and not any(name != other and name in other and other in plain for other in table)
            }
            if len(known) == 2 and patterns.search(cue, plain):
                sorts.worth, sorts.cue = known, cue
        rest = [clause for clause in rest if patterns.search(r"\d|多少", clause)]
    elif nothing and not _ALL_DONE.search(plain):
        sorts.worth[nothing] = Fraction(0)
    if not sorts.worth and (values := _VALUES.search(",".join(clauses))) is not None:
        worths = [(values["first"], values["of"]), *patterns.findall(rf"({_NUMBER})(万元|[元角分人吨升])", values["more"])]
        if len({unit for _, unit in worths}) == 1:
            sorts.worth = {f"{value}{unit}": Fraction(value) for value, unit in worths}
            sorts.unit = values["of"]
            rest = patterns.split(",", ",".join(rest).replace(values[0], "", 1))
    rest = [clause for clause in rest if not _ALL_DONE.fullmatch(clause)]
    return sorts, rest


def _name(said: str) -> str:
    """`做对的题` and `做对` are one, and `做一个合格零件` is `合格零件`."""
    said = patterns.sub(rf"^[\u4e00-\u9fff]{{0,2}}(?:一|1){_PIECE}(?=.)", "", said)
    return patterns.sub(r"(?:的)?(?:题|题目|船|一)?$", "", said) if not said.endswith(("大船", "小船")) else said
