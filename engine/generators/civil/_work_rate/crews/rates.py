"""How fast somebody is beside others, how much he does in a unit of time, and how much faster he works from now on."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, constant, less, plus, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._travel.journeys.pieces import Piece
from engine.generators.civil._work_rate.crews.course import CREW, UNITS, WHOLE, Course
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_NOBODY = r"(?:原?计划|预计|原定|实际上?|实际|现在|后来|如果|若|要是|每|平均|以后|之后|结果|而|但|,|可以?|能)*(?:先?\d+(?:\.\d+)?(?:天|小时|分钟),?)?(?:平均|比原来|比之前)*每"
"""What may stand before how much is made, where nobody is named who makes it."""


def part_of_it(told: Mention) -> Fraction:
    """A share, a percentage or a multiple as a number."""
    if told.value in ("一半", "半数"):
        return Fraction(1, 2)
    return Fraction(told.value) / (100 if told.kind == "percent" else 1)


def rate_of(name: str) -> Term:
    """What somebody does in a unit of time at first."""
    return symbol(f"{name}的效率")


def compare(course: Course, piece: Piece) -> None:
    """How fast one is beside others; how much longer than others he needs."""
    while piece.has("W") and (found := piece.take("(n)(n)(n)?(n)?N?[NW=dw]*(q)")):
        _ratio(course, [each.value for each in found[:-1]], found[-1])
    if found := piece.take("N?W(q)"):
        _ratio(course, course.names, found[0])
    while found := piece.take("(n)W*=?(n)W([*/])") or piece.take("(n)W=?(n)W?([*/])"):
        one, other, told = found
        _times(course, one.value, other.value, part_of_it(told))
    while found := (piece.take("(n)W*>(n)W*([+-])([*/])") if piece.has("W") or patterns.search("快|慢", piece.text) else None):
        one, other, sign, told = found
        _times(course, one.value, other.value, 1 + part_of_it(told) * (1 if sign.kind == "up" else -1))
    while found := (piece.take("(n)W*(n)N?W*=") if piece.has("W") else None):
        _times(course, found[0].value, found[1].value, Fraction(1))
    while found := (piece.take("(n)(t)w?=?(n)(t)w?=?") if piece.has("=") else None):
        one, its, other, others = found
        course.equations.equal(
            product_of(rate_of(one.value), course.duration(its)), product_of(rate_of(other.value), course.duration(others))
        )
        course.lines.append(f"{one.value} {its.text}的工作量等于{other.value} {others.text}的")
    while found := piece.take("(n)[od]*\\|=?(n)[od|]*([*/])"):
        one, other, told = found
        course.equations.equal(course.own_time([one.value]), scaled(course.own_time([other.value]), part_of_it(told)))
        course.lines.append(f"{one.value}单独做的时间是{other.value}的 {decimal(part_of_it(told), 4)} 倍")
    if found := piece.take("(n)(n)?[gov]*d?\\|?>(n)(n)?[govd|]*([+\\-el])[vd]*([tT])") if not piece.has("pWSJ") else None:
        way, told = found[-2:]
        at = piece.text.find("比")
        named = [each.value for each in found[:-2]]
        after = [each for each in named if piece.text.find(each, at) > at]
        first = [each for each in named if piece.text.find(each) < at]
        if course.open or not after or not first or set(first) & set(after):
            stay_out("longer than whom")
        apart = less(course.own_time(first), course.own_time(after))
        if told.kind == "ask-time":
            course.asks.append((scaled(apart, 1 if way.kind in ("up", "overdue") else -1), {}, f"time:{told.unit}"))
            piece.drop("od")
            return
        course.equations.equal(scaled(apart, 1 if way.kind in ("up", "overdue") else -1), course.duration(told))
        course.lines.append(f"{'、'.join(first)}单独做比{'、'.join(after)}{way.text.removesuffix('用')}用 {told.text}")
        piece.drop("od")


def _times(course: Course, one: str, other: str, factor: Fraction) -> None:
    if factor <= 0:
        stay_out("how fast")
    course.equations.equal(rate_of(one), scaled(rate_of(other), factor))
    course.lines.append(f"{one}的效率是{other}的 {decimal(factor, 4)} 倍")


def _ratio(course: Course, names: list[str], told: Mention) -> None:
    parts = [Fraction(each) for each in patterns.split(r"\s*[∶:]\s*", told.value)]
    if len(names) != len(parts):
        stay_out("a ratio of whom")
    for name, part in zip(names[1:], parts[1:], strict=True):
        course.equations.equal(scaled(rate_of(name), parts[0]), scaled(rate_of(names[0]), part))
    course.lines.append(f"{'、'.join(names)}的效率比 {told.value}")


def tell_amounts(course: Course, piece: Piece) -> None:
    """How much somebody does in a unit of time, how much more than another, how much there is."""
    while found := piece.take("(n)[g]*>(n)p([+-])(u)") or piece.take("(n)g*p>(n)([+-])(u)"):
        one, other, sign, told = found
        more = _in_unit(course, piece, told)
        course.equations.equal(less(rate_of(one.value), rate_of(other.value)), scaled(more, 1 if sign.kind == "up" else -1))
        course.lines.append(f"{one.value}每{course.unit}比{other.value}{sign.text} {told.text}")
    while found := piece.take("(n)[go]*p[gv]*(u)"):
        course.equations.equal(rate_of(found[0].value), _in_unit(course, piece, found[1]))
        course.lines.append(f"{found[0].value}每{course.unit} {found[1].text}")
    if found := piece.take("p>?a?([+-])(u)") if not course.names else None:
        sign, told = found
        if not course.open:
            course.begin()
        course.case_rate = plus(rate_of(CREW), scaled(_in_unit(course, piece, told), 1 if sign.kind == "up" else -1))
        course.crew = {CREW: constant(1)}
        course.lines.append(f"每{course.unit}{sign.text} {told.text}")
    if found := piece.take("(a?)(v?)p[gv]*(u)") if not piece.has("nNh") and not course.names else None:
        per = _in_unit(course, piece, found[-1])
        if not patterns.match(_NOBODY, piece.text):
            stay_out("who makes so many")
        if course.rate_told:
            if course.open:
                stay_out("from when")
            course.begin()
            course.case_rate = per
        else:
            course.rate_told = True
            course.equations.equal(rate_of(CREW), per)
        course.crew = {CREW: constant(1)}
        if found[0].kind == "planned":
            piece.mentions.append(found[0])
        course.lines.append(f"每{course.unit} {found[-1].text}")
    if found := piece.take("(n)>(n)([+-])(u)") if not piece.has("p") else None:
        one, other, sign, told = found
        if not course.open and piece.has("gN"):
            course.work({name: constant(1) for name in course.names}, course.new(), "一起做完")
            piece.drop("gNdk")
        if course.open:
            course.close()
        if not course.spells or one.value == other.value:
            stay_out("more than when")
        more = less(course.done_by(one.value), course.done_by(other.value))
        course.equations.equal(scaled(more, 1 if sign.kind == "up" else -1), constant(Fraction(told.value)))
        course.lines.append(f"{one.value}比{other.value}{sign.text} {told.text}")
    if found := piece.take("^[wO]+(u)$") or (piece.take("^(u)$") if not course.spells and not course.open else None):
        course.equations.equal(symbol(WHOLE), constant(Fraction(found[0].value)))
        course.lines.append(f"总量 {found[0].text}")


def _in_unit(course: Course, piece: Piece, told: Mention) -> Term:
    """An amount in the problem's unit of time."""
    units = {UNITS.get(each, each) for each in patterns.findall("每(天|日|小时|分钟|周|月|次)", piece.text)}
    if len(units) != 1:
        stay_out("in which time")
    unit = units.pop()
    if course.mixed and unit == "小时":
        return constant(Fraction(told.value) / 60)
    if unit != course.unit:
        stay_out("units")
    return constant(Fraction(told.value))


def speed_up(course: Course, piece: Piece) -> None:
    """Somebody, or everybody, works faster or slower from now on; as before again."""
    if piece.drop("b"):
        course.factors, course.again = {}, True
    while found := piece.take("(n?)(N?)W>?a?([+-])([/*])") or (
        piece.take("(n?)(N?)>?a?([+-])W(/)")
        if patterns.search("(?:提高|增加|提升|降低|减少)了?[^,;。的]{0,4}(?:效率|工效)", piece.text)
        else None
    ):
        sign, told = found[-2:]
        names = [each.value for each in found[:-2] if each.kind == "name"] or [""]
        if names == [""] and piece.has("n"):
            stay_out("who works faster")
        factor = 1 + part_of_it(told) * (1 if sign.kind == "up" else -1)
        if patterns.search(r"(?:[高加升快低少降慢减]|变)了?(?:到|至|为|成)[^,;。\d]{0,4}(?:\d|一半)", piece.text):
            factor = part_of_it(told)
        if factor <= 0:
            stay_out("how fast")
        for name in names:
            course.factors[name] = course.factors.get(name, Fraction(1)) * factor
        course.lines.append(f"{'、'.join(each for each in names if each)}效率变为 {decimal(factor, 4)} 倍")
