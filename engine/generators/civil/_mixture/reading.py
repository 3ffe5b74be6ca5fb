"""Reading solutions: mixing, water added or boiled off, solute added, how much of each, pouring out and filling up, exchanging."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.story import NUMBER, Story
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, stay_out, to_int

_LIQUID = r"(?:食盐水|白糖水|盐水|糖水|酒精溶液|酒精|消毒液|消毒水|药水|农药|盐溶液|糖溶液|食盐溶液|硫酸溶液|氯化钠溶液|溶液|果汁|糖浆|蜂蜜水|饮料|葡萄糖溶液|硫酸|盐酸|液体)"
_UNIT = r"(?:千克|克|毫升|升|吨|斤)"
_MASS = rf"(?P<mass>{NUMBER})(?P<unit>{_UNIT})"
_STRENGTH_WORD = r"(?:质量分数|质量百分比浓度|百分比浓度|浓度|含盐量|含糖量|含盐率|含糖率|含盐|含糖|酒精度|度数|酒精浓度|纯度|含量)"
_STRENGTH = rf"(?P<strength>{NUMBER})%"
_IS = r"(?:分别)?(?:为|是|有|共|重|=|:|约为)*"
_SAME = r"(?:的)?(?:同种|同类|这种|该种|同一种)?(?:的)?"
_PART = (
    rf"{_MASS}(?:的)?{_LIQUID}?,?(?:其)?(?:的)?{_STRENGTH_WORD}?{_IS}{_STRENGTH}(?:{_STRENGTH_WORD})?{_SAME}{_LIQUID}?",
    rf"{_STRENGTH_WORD}?{_IS}{_STRENGTH}(?:{_STRENGTH_WORD})?{_SAME}{_LIQUID}?(?:有|共|重|为|各)?{_MASS}",
)
_WORDS = """
盐水 糖水 食盐水 酒精 溶液 药水 消毒液 同种 同样 两种 一种 盐 糖 食盐 白糖 清水 水 纯水 浓度 的浓度 含盐量 含糖量 含盐率 质量 质量分数 重量 均匀 并搅匀 并搅拌均匀 搅匀 搅拌 搅拌均匀 充分 混合 混合后 溶解 完全溶解 充分溶解 杯 一杯 一瓶 一桶 一份 瓶 桶 容器 烧杯 杯子 水杯 杯中 容器中 容器内 瓶中 实验室 实验员 配制 配成 配制成 配 兑 得到 所得 变成 变为 成 使 使其 其 把 将 有 加入 加 倒入 再 甲 乙 两杯 两瓶 两个 分别 中 里 里面 原来 现在 若 倒掉 新 后 后的 这时 此时 这 该 混在一起 倒在一起 合在一起 一起
"""
_ASKS_STRENGTH = rf"(?:所得|得到的?|得的|后的?|新|混合后|混合液|这时|此时|现在|最终|最后|后来|变化后|其)*(?:的)?(?:{_LIQUID}|混合液|混合溶液|混合物|杯中|容器中|瓶中|桶中|里)*(?:{_LIQUID})?(?:的)?(?:质量分数|{_STRENGTH_WORD})(?:会|将)?(?:变成|变为|变|成|降为|降到|降低到|是|为)?多少%?"


def _portions(story: Story) -> tuple[list[tuple[Fraction, Fraction]], set[str]]:
    """Masses and strengths told together, taken in the order of the text; and their units."""
    found = []
    for pattern in _PART:
        for match in story.take_all(pattern):
            found.append((match.start(), Fraction(match["mass"]), Fraction(match["strength"]), match["unit"]))
    found.sort()
    if any(not 0 <= strength < 100 or mass <= 0 for _, mass, strength, _ in found):
        stay_out("numbers")
    return [(mass, strength) for _, mass, strength, _ in found], {unit for _, _, _, unit in found}


def _told(portions: list[tuple[Fraction, Fraction]], unit: str) -> tuple[str, str]:
    return ("溶液", "，".join(f"{decimal(mass)} {unit} {decimal(strength)}%" for mass, strength in portions))


def _mix(text: str) -> Recognition | None:
    """Portions together, then water or solute added or water boiled off: the strength."""
    story = Story(text)
    story.refuse(
        r"倒出|取出|倒掉|倒进|互换|交换|[两二三四\d]次|饱和|溶解度|温度|密度|若干|一部分|剩下|洒|同样多|等量|蒸发后加|一半|比例|之比|适量|一些|又|先后|再次|一半|多少[千毫]?[克升]"
    )
    portions, units = _portions(story)
    if not 1 <= len(portions) <= 4:
        return None
    water = story.take_all(
        rf"(?:再|然后)?(?:加入|加|倒入|兑入|兑|加进|注入|放入|掺入|加了|混入)(?:了)?(?:清水|纯净?水|蒸馏水|水)?{_MASS}(?:的)?(?:清水|纯净?水|蒸馏水|水(?!果)|(?P<solute>食盐|盐|白?糖|纯酒精|纯盐|溶质))?|(?:加入|加|兑|倒入)(?:了)?(?P<solute2>食盐|盐|白?糖|纯酒精)(?P<mass2>{NUMBER})(?P<unit2>{_UNIT})"
    )
    boiled = story.take_all(rf"(?:再|然后)?(?:蒸发|挥发|蒸)(?:掉|了|去)*(?:水)?{_MASS}(?:的)?(?:水分?)?")
    story.take_all(r"(?:混合|混在一起|混合在一起|混合均匀|倒在一起|配成|搅匀|完全混合|充分混合)(?:后|之后|以后|起来)?")
    asked = story.take(_ASKS_STRENGTH) or story.take(rf"(?:变成|变为|是|得到)(?:了)?多少%(?:的{_LIQUID})?")
    if asked is None:
        return None
    change, solute = Fraction(0), Fraction(0)
    for match in water:
        kind = match["solute"] or match["solute2"]
        value = Fraction(match["mass"] or match["mass2"])
        units.add(match["unit"] or match["unit2"])
        if not kind and "水" not in match[0]:
            stay_out("what is added")
        if kind:
            solute += value
        else:
            change += value
    for match in boiled:
        change -= Fraction(match["mass"])
        units.add(match["unit"])
    if len(units) != 1 or len(water) + len(boiled) > 1 or (len(portions) == 1 and not water and not boiled):
        stay_out("units" if len(units) != 1 else "changes")
    story.take_all(r"分别|再")
    story.finish(_WORDS)
    unit = units.pop()
    total = sum(mass for mass, _ in portions) + change + solute
    if total <= 0 or sum(mass * strength for mass, strength in portions) + solute * 100 >= total * 100:
        return None
    understood = [_told(portions, unit)]
    if change:
        understood.append(("加水" if change > 0 else "蒸发", f"{decimal(abs(change))} {unit}"))
    if solute:
        understood.append(("加溶质", f"{decimal(solute)} {unit}"))
    return Recognition(
        parameters={
            "task": "mix",
            "portions": [[str(m), str(s)] for m, s in portions],
            "water": str(change),
            "solute": str(solute),
            "unit": unit,
        },
        understood=(*understood, ("求", "浓度")),
    )


_TARGET = rf"(?:要|想|准备|打算)?(?:把|将|使|让)?(?:它|其|这种)?(?:的)?{_LIQUID}?(?:的)?(?:{_STRENGTH_WORD})?(?:要)?(?:变为|变成|成为|弄成|搞成|变到|变|降到|降为|降低到|降至|下降到|稀释为|稀释成|稀释到|稀释至|提高到|提高为|达到|升到|增加到|配成|配制成|配制|得到|浓缩成|浓缩到|浓缩为|混合成|混合后得到|混合得到|混合成为|制成|调成|到|成|为|勾兑成)(?:{_STRENGTH_WORD})?{_IS}(?P<wanted>{NUMBER})%(?:的{_LIQUID})?"


def _reach(text: str) -> Recognition | None:
    """One portion and a wanted strength: water to add, to boil off, solute, or another solution to add."""
    story = Story(text)
    story.refuse(
        r"倒出|取出|倒掉|互换|交换|[两二三四\d]次|饱和|溶解度|温度|密度|若干|剩下|洒|同样多|等量|一半|比例|之比|适量|一些|又|再次|先"
    )
    story.rest = patterns.sub(r"\((?:不加水|不再加水|只加盐)\)", "", story.rest)
    portions, units = _portions(story)
    if len(portions) != 1 or len(units) != 1:
        return None
    target = story.take(_TARGET)
    if target is None:
        return None
    other = story.take(rf"{_STRENGTH_WORD}?{_IS}(?P<strength>{NUMBER})%(?:的)?(?:{_LIQUID})?(?=多少)") or story.take(
        rf"(?:加入?|倒入|兑入?|掺入?|混入)多少{_UNIT}(?:的)?{_STRENGTH_WORD}?{_IS}(?P<strength>{NUMBER})%(?:的)?{_LIQUID}?"
    )
    asked = (other and not story.has("多少")) or story.take(
        rf"(?P<how>加入?|兑入?|倒入|加进|注入|掺入?|放入?|溶解|蒸发掉?|蒸发去|蒸掉|蒸发)?(?:掉|了)?(?P<what>清水|纯净?水|水|食盐|盐|白?糖|纯酒精|溶质)?多少(?:{_UNIT})?(?:的)?(?P<what2>清水|纯净?水|蒸馏水|水|食盐|盐|白?糖|纯酒精|溶质)?"
    )
    if not asked:
        return None
    added = story.take_all(
        r"(?:再)?(?:加入|加|蒸发掉|蒸发)(?:一些|一部分|一定量|一定量的)?(?:的)?(?:清水|水|盐|糖|食盐)(?:后)?|一部分(?:的)?(?:清)?水|蒸发(?:掉)?"
    )
    story.take_all("混合|再|从")
    story.finish(_WORDS + " 需 至少 应")
    (mass, strength), wanted, unit = portions[0], Fraction(target["wanted"]), units.pop()
    if not 0 < wanted < 100 or wanted == strength:
        return None
    if other:
        with_strength = Fraction(other["strength"])
        # Between the two, or no amount does it.
        if not min(strength, with_strength) < wanted < max(strength, with_strength):
            return None
        what = "other"
    else:
        assert isinstance(asked, re.Match)
        words = asked[0] + "".join(match[0] for match in added)
        solute = patterns.search("盐|糖|纯酒精|溶质", (asked["what"] or "") + (asked["what2"] or ""))
        boil = "蒸" in words
        if "水" not in words and not solute:
            stay_out("what is added")
        if boil and (solute or patterns.search("加|兑", words)):
            stay_out("boil or add")
        what = "solute" if solute else "boil" if boil else "water"
        with_strength = Fraction(100) if solute else Fraction(0)
        if boil != (what == "boil") or (what == "water") != (wanted < strength):
            return None
    return Recognition(
        parameters={
            "task": "reach",
            "what": what,
            "mass": str(mass),
            "strength": str(strength),
            "wanted": str(wanted),
            "with": str(with_strength),
            "unit": unit,
        },
        understood=(
            _told(portions, unit),
            ("要变为", f"{decimal(wanted)}%"),
            ("求", {"water": "加的水", "boil": "蒸发的水", "solute": "加的溶质", "other": f"加的 {decimal(with_strength)}% 的溶液"}[what]),
        ),
    )


def _each(text: str) -> Recognition | None:
    """Two strengths, a total and a wanted strength: how much of each."""
    story = Story(text)
    story.refuse(r"倒出|取出|倒掉|互换|交换|次|饱和|溶解度|若干|剩下|洒|一半|比例|又|再|蒸发|先")
    whole = (
        story.take(rf"{_MASS}(?:的)?(?:{_STRENGTH_WORD})?{_IS}(?P<wanted>{NUMBER})%(?:的)?{_LIQUID}?(?=[,;。]|多少|,)")
        if story.has("配|得到|混合成|制成|要|可得")
        else None
    )
    whole = whole or story.take(
        rf"(?:配成|配制成?|得到|可得|得|混合成|制成|混合得到|调成)(?:{_STRENGTH_WORD})?{_IS}(?P<wanted>{NUMBER})%(?:的)?{_LIQUID}?{_MASS}"
    )
    if whole is None:
        return None
    pair = story.take(
        rf"(?:{_STRENGTH_WORD})?(?:分别)?{_IS}(?P<one>{NUMBER})%(?:的)?{_LIQUID}?(?:和|与|、|及)(?:{_STRENGTH_WORD})?{_IS}(?P<other>{NUMBER})%(?:的)?(?:两种)?(?:同类|同种|不同)?(?:的)?{_LIQUID}?"
    )
    asked = story.take(
        rf"(?:这?两种{_LIQUID}?)?(?:应|应该|需要?|要)*各(?:自)?(?:需要?|应|取|用|要)*多少(?:{_UNIT})?(?:混合)?(?P<both>)"
    ) or story.take(
        rf"(?:{_STRENGTH_WORD})?{_IS}(?P<of>{NUMBER})%(?:的)?{_LIQUID}?(?:应|应该|需要?|要|取|用)*多少{_UNIT}?|(?:应|应该|需要?|要|取|用)*(?:取|用|需要?)(?:{_STRENGTH_WORD})?{_IS}(?P<of2>{NUMBER})%(?:的)?{_LIQUID}?多少{_UNIT}?|(?:取|用|需要?)多少{_UNIT}(?:{_STRENGTH_WORD})?{_IS}(?P<of3>{NUMBER})%(?:的)?{_LIQUID}?"
    )
    pair = pair or story.take(
        rf"甲(?:的)?(?:{_STRENGTH_WORD})?{_IS}(?P<one>{NUMBER})%(?:的)?,?乙(?:的)?(?:{_STRENGTH_WORD})?{_IS}(?P<other>{NUMBER})%"
    )
    if pair is None or asked is None:
        return None
    story.take_all("混合(?:后)?|分别|各")
    story.finish(_WORDS + " 用 取 要 现 需 需要 现要 两种不同浓度的 不同浓度")
    one, other, wanted, total = Fraction(pair["one"]), Fraction(pair["other"]), Fraction(whole["wanted"]), Fraction(whole["mass"])
    if not min(one, other) < wanted < max(one, other):
        return None
    of = next((Fraction(value) for name, value in asked.groupdict().items() if name != "both" and value), None)
    if of is not None and of not in (one, other):
        return None
    return Recognition(
        parameters={
            "task": "each",
            "one": str(one),
            "other": str(other),
            "wanted": str(wanted),
            "total": str(total),
            "of": None if of is None else str(of),
            "unit": whole["unit"],
        },
        understood=(
            ("两种浓度", f"{decimal(one)}%、{decimal(other)}%"),
            ("要配成", f"{decimal(total)} {whole['unit']} {decimal(wanted)}%"),
            ("求", "各需多少" if of is None else f"{decimal(of)}% 的需要多少"),
        ),
    )


def _pour(text: str) -> Recognition | None:
    """Poured out and filled up with water, so many times."""
    story = Story(text)
    if not story.has("倒出|取出|倒掉|舀出|倒|喝"):
        return None
    story.refuse(r"蒸发|互换|交换|另一|乙|倒入.{0,4}盐水|倒入等量.{0,3}盐|剩下|洒|加入.{0,6}盐(?!水)")
    if shares := story.take_all(
        r"(?:再|又|先|第[一二]次)*(?:倒出|倒掉|取出|倒|舀出|喝掉|喝了|喝)(?:了|其中的?|总量的|溶液的)*(?P<share>\d/\d{1,2}|一半)(?:的?(?:溶液|盐水|酒精|药水))?(?:后)?"
    ):
        return _pour_shares(story, [Fraction(match["share"].replace("一半", "1/2")) for match in shares])
    portions, units = _portions(story)
    if len(portions) != 1:
        return None
    (mass, strength), unit = portions[0], units.pop()
    out = story.take_all(
        rf"(?:第[一二三]次)?(?:从(?:中|杯中|容器中|瓶中|里面)?)?(?:又|再|先|每次)*(?:从(?:中|杯中|容器中|瓶中))?(?:倒出|取出|倒掉|舀出)(?:了)?(?:{_LIQUID})?{_MASS}(?:的)?(?:{_LIQUID})?(?:后)?"
    )
    fill = story.take_all(
        rf"(?:再|又|然后|并)*(?:往[杯容瓶桶][子器]?[中里]?|向[杯容瓶桶][子器]?[中里]?)?(?:(?:倒入|加入?|注入|兑入?|加满|补充|倒进|装满|注满|补满|倒满)(?:等量的?)?(?:{_MASS}(?:的)?)?(?:清水|纯净?水|蒸馏水|水)|用(?:等量的?)?(?:清水|纯净?水|蒸馏水|水))(?:将|把)?(?:其|杯子?|它|容器|瓶子?|桶)?(?:加满|倒满|装满|补满|注满|充满|添满)?"
    )
    times = story.take(
        rf"(?:这样|如此|像这样|照此|按此)(?:反复|重复|操作|进行|做|共|一共|连续)*(?:了)?(?P<value>{INTEGER})次|(?:反复|重复|连续|一共|共)(?:进行|操作|做)*(?:了)?(?P<value2>{INTEGER})次"
    )
    asked = story.take(_ASKS_STRENGTH)
    if not out or not fill or asked is None or ("第二次" in story.text and "第一次" not in story.text):
        return None
    if any(match["unit"] != unit or Fraction(match["mass"]) >= mass for match in out):
        return None
    unequal = any(Fraction(match["mass"]) != Fraction(out[0]["mass"]) for match in out)
    if unequal and (times or any(match["mass"] for match in fill) or len(out) != len(fill)):
        return None
    if not unequal and any(
        match["mass"] and (Fraction(match["mass"]) != Fraction(out[0]["mass"]) or match["unit"] != unit) for match in fill
    ):
        return None
    filled = all(patterns.search("满|等量|补", match[0]) or match["mass"] for match in fill)
    if not filled or len(fill) < len(out):
        return None
    by_amount = all(match["mass"] or patterns.search("等量", match[0]) for match in fill)
    if not by_amount and not patterns.search("装满|盛满|一满|(?:容器|杯子?|瓶子?|桶)[里中内]?(?:有|装|盛)", story.text):
        stay_out("is it full?")
    number = to_int(times["value"] or times["value2"]) if times else len(out)
    if len(out) not in (1, 2, number) or (times is None and len(out) != len(fill)) or not 1 <= number <= 6:
        return None
    if times and len(out) == 1 and not patterns.search("这样|如此|照此|按此|重复|反复", times[0]):
        stay_out("how often")
    if times and patterns.match("重复|再|又", times[0]) and not patterns.search("共", times[0]):
        stay_out("how often")
    story.take_all(r"装满|盛满|搅拌(?:均匀)?后?|搅匀后?|(?:倒|加|装|补|注)满|再|又|然后|等量的?|第[一二三]次|反复|操作")
    story.finish(_WORDS)
    if Fraction(out[0]["mass"]) >= mass:
        return None
    if unequal:
        left = Fraction(1)
        for match in out:
            left *= 1 - Fraction(match["mass"]) / mass
        return Recognition(
            parameters={
                "task": "pour-shares",
                "strength": str(strength),
                "shares": [str(Fraction(match["mass"]) / mass) for match in out],
                "left": str(left),
            },
            understood=(_told(portions, unit), ("倒出并加水", "，".join(match["mass"] for match in out)), ("求", "浓度")),
        )
    return Recognition(
        parameters={"task": "pour", "mass": str(mass), "strength": str(strength), "out": out[0]["mass"], "times": number, "unit": unit},
        understood=(
            _told(portions, unit),
            ("每次倒出并加水", f"{decimal(Fraction(out[0]['mass']))} {unit}"),
            ("次数", f"{number} 次"),
            ("求", "浓度"),
        ),
    )


def _pour_shares(story: Story, shares: list[Fraction]) -> Recognition | None:
    """Shares of a full vessel poured out, and water filled up each time."""
    story.take(rf"{_MASS}(?:的)?")
    strength = story.take(rf"(?:{_LIQUID})?(?:的)?(?:{_STRENGTH_WORD})?{_IS}(?P<value>{NUMBER})%(?:的)?{_LIQUID}?")
    fills = story.take_all(
        r"(?:再|又|然后)*(?:用(?:清)?水)?(?:加满|倒满|补满|装满|注满)(?:清)?水?|(?:再|又|然后)*(?:加|倒)入?(?:清)?水(?:至|到)?(?:加|倒|装)?满"
    )
    asked = story.take(_ASKS_STRENGTH)
    if (
        not strength
        or len(fills) != len(shares)
        or not asked
        or not patterns.search("满|一杯|一瓶", patterns.split("倒|喝", story.text)[0])
    ):
        return None
    story.take_all("满|再|又|后")
    story.finish(_WORDS + " 现在 一满瓶 用")
    if any(not 0 < share < 1 for share in shares) or not 0 < Fraction(strength["value"]) < 100:
        return None
    left = Fraction(1)
    for share in shares:
        left *= 1 - share
    return Recognition(
        parameters={"task": "pour-shares", "strength": strength["value"], "shares": [str(share) for share in shares], "left": str(left)},
        understood=(("浓度", f"{strength['value']}%"), ("每次倒出并加水", "，".join(map(str, shares))), ("求", "浓度")),
    )


def _exchange(text: str) -> Recognition | None:
    """The same amount is taken from each of two and poured into the other, so that both come to one strength: the amount."""
    story = Story(text)
    if not story.has("等量|相同质量|同样多|相等|交换|互换"):
        return None
    story.refuse(r"蒸发|清水|加水|加入|次|丙|剩下|洒|一半")
    portions, units = _portions(story)
    if len(portions) != 2 or len(units) != 1:
        return None
    (first, one), (second, other) = portions
    unit = units.pop()
    even = story.take(
        r"(?:两个?[杯瓶容桶份](?:器|溶液)?(?:中|里)?(?:的)?(?:盐水|糖水|溶液|酒精)?(?:的)?)?浓度(?:恰好|正好|都|变得)*(?:相等|相同|一样)|(?:得到)?浓度(?:相同|相等)的"
    )
    asked = story.take(
        rf"(?:从)?(?:每[杯瓶桶]|两[杯瓶桶]|各|每个(?:容器|杯子))?(?:中)?(?:应|各|需要?|要|分别)*(?:取出|倒出|交换|互换|取|倒)(?:了)?(?:的)?(?:{_LIQUID}|溶液)?(?:质量)?(?:是|为)?多少{_UNIT}?"
    )
    story.take_all(
        r"(?:现)?(?:从|由|在)?(?:甲、?乙)?两[杯瓶桶个]容?器?(?:中|里)?(?:各|分别)?(?:取出|倒出|取)(?:等量|相同质量|质量相同|质量相等|同样多|一样多)的?(?:一部分)?(?:溶液|盐水|糖水|酒精)?|(?:然后)?(?:分别|相互|互相)?(?:倒入|放入|加入|倒进|交换到)(?:对方|另一[杯瓶桶个])(?:杯|容器|瓶|的杯)?(?:中|里)?|(?:把|将)?(?:取出的|倒出的)(?:溶液)?|(?:溶液)?(?:互换|交换)(?:后)?|混合(?:均匀)?后?|每杯|各"
    )
    if not even or not asked:
        return None
    story.finish(_WORDS + " 恰好 正好 从 倒入")
    if one == other:
        return None
    return Recognition(
        parameters={"task": "exchange", "first": str(first), "second": str(second), "unit": unit},
        understood=(_told(portions, unit), ("条件", "互换后浓度相等"), ("求", "取出的质量")),
    )


def _same_again(text: str) -> Recognition | None:
    """The strength after water once and twice, the same amount each time: after the third time."""
    story = Story(text)
    if not story.has("同样多|等量|同样的水|相同质量|一样多|同样质量|同样"):
        return None
    story.refuse(rf"倒出|取出|蒸发|盐(?!水|溶)(?!率|量)|糖(?!水|溶)(?!率|量)|{_MASS}")
    first = story.take(rf"(?:{_LIQUID})?(?:的)?{_STRENGTH_WORD}(?:为|是)(?P<strength>{NUMBER})%(?=,?(?:再|若|如果)?加|,往)")
    steps = story.take_all(
        rf"(?:第[一二1-2]次)?(?:往(?:里|其中|容器中)?)?(?:再|又)*(?:加入|加|倒入)(?:了)?(?:一定量的?|适量的?|一些|一杯|一定质量的?|同样多的?|等量的?|相同质量的?|一样多的?|同样的?|同量的?)+(?:清)?水(?:后)?,?(?:这时|此时)?(?:{_LIQUID})?(?:的)?(?:{_STRENGTH_WORD})?(?:变为|变成|为|是|降为|降到|降低为|降至)(?P<strength>{NUMBER})%"
    )
    asked = story.take(
        rf"(?:若|如果)?(?:第[三3]次)?(?:再|又)*(?:加入|加|倒入)(?:了)?(?:同样多的?|等量的?|相同质量的?|一样多的?|同样的?)+(?:清)?水(?:后)?,?(?:这时|此时)?(?:(?:{_LIQUID})?(?:的)?(?:{_STRENGTH_WORD})?(?:将|会)?(?:变为|变成|变|为|是|降为|降到|降至)?多少%?)"
    )
    if first:
        steps.insert(0, first)
    if len(steps) != 2 or not asked:
        return None
    story.take_all(r"第[一二三123]次")
    story.finish(_WORDS + " 盛有 装有 一容器内")
    one, other = (Fraction(match["strength"]) for match in steps)
    if not 0 < other < one < 100:
        return None
    return Recognition(
        parameters={"task": "same-again", "one": str(one), "other": str(other)},
        understood=(("两次加水后", f"{decimal(one)}%、{decimal(other)}%"), ("求", "第三次加水后的浓度")),
    )


READERS = (
    _mix,
    _reach,
    _each,
    _pour,
    _exchange,
    _same_again,
)
