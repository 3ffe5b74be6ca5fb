"""Solutions statement by statement: the mass of every portion and of what is dissolved in it are linear; a strength is their ratio."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._mixture.forms import STATEMENTS
from engine.generators.civil._mixture.pouring import move, pour, repeat
from engine.generators.civil._mixture.vessels import Mixing
from engine.generators.civil._mixture.words import VOCABULARY
from engine.generators.civil._problems.reduced import N, parse
from engine.generators.civil._problems.relations import Answer, Quantity, number, recognition, times, total, unknown
from engine.generators.civil._problems.relations_working import Wording, working
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out


def _mass(mixing: Mixing, text: str, place: int) -> Quantity:
    if text != "?":
        return number(text)
    mass = mixing.new("x")
    mixing.asks.append((place, "mass", mass, number(1)))
    return mass


def _portion(mixing: Mixing, name: str, match: re.Match[str]) -> None:
    groups = match.groupdict()
    who, place = groups.get("who") or "", match.start()
    strength = Fraction(groups["strength"])
    if not 0 < strength <= 100:
        stay_out("a strength")
    mass: Quantity
    if name == "weak" and who:
        mass = mixing.new("m")
    elif name == "weak":
        known = [each for each in mixing.portions if each[1] == strength]
        if known:
            return
        mass = mixing.new("m")
    else:
        if groups["mass"] == "?" and not who:
            known = [each for each in mixing.portions if each[1] == strength]
            if known:
                mixing.asks.append((place, "mass", known[0][2], number(1)))
                return
        mass = _mass(mixing, groups["mass"], place)
    salt = times(strength / 100, mass)
    mixing.lines.append(
        f"{who or '溶液'}浓度 {decimal(strength, 4)}%" + (f"、质量 {groups['mass']}" if groups.get("mass") not in (None, "?") else "")
    )
    mixing.portions.append((who, strength, mass, salt))
    if who and not groups.get("add"):
        if who in mixing.vessels:
            stay_out("twice")
        mixing.vessels[who] = (mass, salt)
        mixing.named = True
        return
    if (not mixing.vessels and not groups.get("add")) or not mixing.vessels:
        mixing.vessels[""] = (mass, salt)
        mixing.old = mixing.vessels[""]
    else:
        mixing.put(mass, salt)


def _statement(mixing: Mixing, name: str, match: re.Match[str], last_goal: list[str]) -> None:
    groups = match.groupdict()
    place = match.start()
    if name == "weak" and mixing.doses and mixing.changed and not groups["who"] and not groups["add"]:
        mixing.holds(Fraction(groups["strength"]))  # what has become of it, not another portion
        return
    if name == "fill" and mixing.full is None and "同" in match[0]:
        name, groups = "dose", {"same": "同"}  # as much as before, and nothing has been poured out
    if name in ("portion", "weak", "add-liquid"):
        _portion(mixing, name, match)
    elif name in ("pair", "pair-who"):
        if {Fraction(groups["one"]), Fraction(groups["other"])} == {strength for _, strength, _, _ in mixing.portions}:
            return  # the two spoken of before
        for who, strength in (("甲", groups["one"]), ("乙", groups["other"])):
            mass = mixing.new("m")
            salt = times(Fraction(strength) / 100, mass)
            mixing.portions.append((who, Fraction(strength), mass, salt))
            mixing.vessels[who] = (mass, salt)
        mixing.named, mixing.mixed = name == "pair-who", True
        mixing.lines.append(f"两种浓度 {groups['one']}%、{groups['other']}%")
    elif name == "list":
        names, values = patterns.findall("[甲乙丙]", groups["names"]), patterns.findall(N, groups["values"])
        if len(names) != len(values):
            stay_out("whose strength")
        for each, strength_told in zip(names, values, strict=True):
            mass = mixing.new("m")
            salt = times(Fraction(strength_told) / 100, mass)
            mixing.portions.append((each, Fraction(strength_told), mass, salt))
            mixing.vessels[each] = (mass, salt)
            mixing.lines.append(f"{each}浓度 {strength_told}%")
        mixing.named = True
    elif name == "dissolve":
        if mixing.vessels or mixing.portions:
            stay_out("dissolved beside what")
        salt = number(groups["salt"] or groups.get("salt2") or "0")
        mixing.vessels[""] = (total(number(groups["water"]), salt), salt)
        mixing.lines.append(f"溶质 {groups['salt'] or groups.get('salt2')}，水 {groups['water']}")
        mixing.changed = True
    elif name == "vessel-water":
        mixing.vessels[groups["who"] or groups["who2"]] = (number(groups["mass"] or groups["mass2"]), {})
        mixing.named = True
        mixing.lines.append("水 " + (groups["mass"] or groups["mass2"]))
    elif name == "equal-list":
        values = patterns.findall(N, groups["values"])
        for who, strength in zip("甲乙丙丁", values, strict=False):
            mass = unknown("m")
            mixing.portions.append((who, Fraction(strength), mass, times(Fraction(strength) / 100, mass)))
            mixing.vessels[who] = (mass, times(Fraction(strength) / 100, mass))
        mixing.mixed = True
        mixing.lines.append("质量相等，浓度 " + "、".join(f"{value}%" for value in values))
    elif name == "ratio":
        parts = (groups["values"] or groups["values2"]).split("∶")
        names = patterns.findall("[甲乙丙]", groups["names"]) or [who for who, _, _, _ in mixing.portions]
        masses = [mixing.vessels[each][0] for each in names if each in mixing.vessels]
        if not groups["names"]:
            masses = [mass for _, _, mass, _ in mixing.portions]
        if len(masses) != len(parts):
            stay_out("whose ratio")
        for part, mass in zip(parts[1:], masses[1:], strict=True):
            mixing.relations.equal(times(Fraction(parts[0]), mass), times(Fraction(part), masses[0]))
        mixing.mixed = True
        mixing.lines.append(f"质量比 {':'.join(parts)}")
    elif name == "mass":
        if groups["mass"] == "?":
            if groups["add"]:
                mixing.asks.append((place, "mass", (mixing.old or mixing.state())[0], number(1)))
            elif groups["who"] and groups["who"] in mixing.vessels:
                mixing.asks.append((place, "mass", mixing.vessels[groups["who"]][0], number(1)))
            else:
                mixing.asks.append((place, "mass", mixing.state()[0], number(1)))
            return
        if mixing.vessels and not groups["who"] and any("不含水" in line for line in mixing.lines) and mixing.old is not None:
            if mixing.relations.value(mixing.old[0]) is not None:
                stay_out("which mass")
            mixing.relations.equal(mixing.old[0], number(groups["mass"]))
            mixing.lines.append(f"原来的质量 {groups['mass']}")
            return
        if mixing.vessels and not groups["who"]:
            stay_out("which mass")
        mass, salt = number(groups["mass"]), mixing.new("S")
        mixing.vessels[groups["who"]] = (mass, salt)
        mixing.named = mixing.named or bool(groups["who"])
        mixing.old = (mass, salt)
        mixing.lines.append(f"质量 {groups['mass']}")
    elif name in ("water", "ask-water") and "?" in match[0] and mixing.doses == 1:
        # `加水稀释成 15%，要加多少水`: the water spoken of before.
        mixing.asks.append((place, "mass", unknown("dose"), number(1)))
    elif name in ("water", "solute", "ask-water"):
        mass = _mass(mixing, groups["mass"] or groups["mass2"], place)
        mixing.lines.append(
            "加" + ("溶质" if name == "solute" else "水") + (f" {groups['mass'] or groups.get('mass2')}" if "?" not in match[0] else "")
        )
        mixing.put(mass, mass if name == "solute" else {})
    elif name == "times-strength":
        mixing.strength_ratio = Fraction(groups["value"])
        mixing.lines.append(f"甲的浓度是乙的 {groups['value']} 倍")
    elif name == "ask-dose":
        if mixing.doses != 1:
            stay_out("how much of which water")
        mixing.asks.append((place, "mass", unknown("dose"), number(1)))
    elif name == "boil-dose":
        mixing.lines.append("蒸发一些水")
        mixing.put(times(-1, mixing.new("b")), {})
    elif name == "water-like":
        mass = next((kept for its, _, kept, _ in mixing.portions if its == groups["who"]), {}) or stay_out("as much as what")
        mixing.lines.append(f"加与{groups['who']}等质量的水")
        mixing.mixed = True
        mixing.put(mass, {})
    elif name == "dose":
        if mixing.doses and not groups["same"]:
            stay_out("as much as before?")
        mixing.doses += 1
        mixing.lines.append("加一份水")
        mixing.put(unknown("dose"), {})
    elif name == "ask-also":
        if not mixing.asks or mixing.asks[-1][1] != "strength" or groups["who"] not in mixing.vessels:
            stay_out("what else is asked")
        mass, salt = mixing.vessels[groups["who"]]
        mixing.asks.append((place, "strength", salt, mass))
    elif name == "boil":
        mass = _mass(mixing, groups["mass"], place)
        mixing.lines.append("蒸发" + (f" {groups['mass']}" if groups["mass"] != "?" else ""))
        mixing.put(times(-1, mass), {})
    elif name == "target":
        if mixing.target is not None:
            stay_out("two targets")
        mixing.target = (
            number(groups["mass"]) if groups["mass"] != "?" else stay_out("how much of it"),
            times(Fraction(groups["strength"]) / 100, number(groups["mass"])),
        )
        mixing.lines.append(f"配成 {groups['mass']}，浓度 {groups['strength']}%")
    elif name == "result":
        strength = Fraction(groups["strength"])
        if "混" in match[0] and not groups.get("who"):
            mixing.mixed = mixing.changed = True
        who = groups.get("who") or (last_goal[0] if last_goal else "")
        if who:
            if who not in mixing.vessels:
                stay_out("whose strength")
            mass, salt = mixing.vessels[who]
            mixing.relations.equal(salt, times(strength / 100, mass))
            mixing.lines.append(f"{who}的浓度成为 {groups['strength']}%")
        elif mixing.answered and not mixing.changed:
            mixing.pending = strength  # of what is done to it next
        elif mixing.changed or mixing.mixed or len(mixing.portions) > 1:
            mixing.holds(strength)
        elif mixing.pending is None and mixing.vessels:
            mixing.pending = strength
        elif not mixing.vessels and not mixing.portions and not mixing.asks and 0 < strength <= 100:
            mass = mixing.new("m")  # so strong it is at first
            mixing.vessels[""] = mixing.old = (mass, times(strength / 100, mass))
            mixing.lines.append(f"溶液浓度 {groups['strength']}%")
        else:
            stay_out("when is it so strong")
    elif name == "dry":
        if mixing.vessels:
            stay_out("dried twice")
        mass = number(groups["mass"]) if groups["mass"] else mixing.new("m")
        mixing.vessels[""] = mixing.old = (mass, times(1 - Fraction(groups["strength"]) / 100, mass))
        mixing.lines.append(f"不含水的部分占 {decimal(100 - Fraction(groups['strength']))}%")
    elif name == "drier":
        mass, salt = mixing.state()
        now = mixing.new("M")
        mixing.vessels = {"": (now, salt)}
        mixing.relations.equal(salt, times(1 - Fraction(groups["strength"]) / 100, now))
        mixing.lines.append(f"后来不含水的部分占 {decimal(100 - Fraction(groups['strength']))}%")
    elif name in ("pour", "fill"):
        pour(mixing, name, groups)
    elif name in ("move", "swap"):
        move(mixing, name, groups)
        last_goal[:] = [groups["goal"]] if name == "move" else []
    elif name == "times":
        repeat(mixing, int(Fraction(groups["value"])))
    elif name == "swap-unknown":
        if len(mixing.vessels) != 2:
            stay_out("what is exchanged")
        mixing.swapped = True
    elif name == "equal-strength" and mixing.swapped:
        # What is exchanged makes both like everything mixed: of each the share that the other has of the whole.
        one, other = (mixing.relations.value(mass) or stay_out("of how much") for mass, _ in mixing.vessels.values())
        mixing.relations.equal(unknown("exchanged"), number(one * other / (one + other)))
        mixing.mixed = True
        mixing.lines.append(f"互换后浓度相等，取出 {decimal(one)} × {decimal(other)} ÷ ({decimal(one)} + {decimal(other)})")
    elif name == "ask-swap" and mixing.swapped:
        mixing.asks.append((place, "mass", unknown("exchanged"), number(1)))
    elif name == "equal-water":
        if mixing.vessels.keys() != {"甲", "乙"} or mixing.watered:
            stay_out("to what as much water")
        mixing.watered = True
        mixing.doses = 1
    elif name == "equal-strength" and mixing.watered:
        # (what is dissolved) ÷ (mass + water) is the same in both.
        (one, of_one), (other, of_other) = (
            tuple(mixing.relations.value(each) or stay_out("of how much") for each in mixing.vessels[who]) for who in "甲乙"
        )
        if of_one == of_other:
            stay_out("never equal")
        water = (of_other * one - of_one * other) / (of_one - of_other)
        mixing.relations.equal(unknown("dose"), number(water))
        mixing.lines.append(f"{decimal(of_one, 4)} ÷ ({decimal(one, 4)} + 水) = {decimal(of_other, 4)} ÷ ({decimal(other, 4)} + 水)")
        mixing.mixed = True
    elif name == "ask-common":
        if not (mixing.swapped and mixing.mixed):
            stay_out("how strong which")
        mass, salt = mixing.state()
        mixing.asks.append((place, "strength", salt, mass))
    elif name in ("equal-strength", "ask-swap"):
        stay_out("equal by what")
    elif name == "mix":
        mixing.mixed = True
        mixing.changed = True
    elif name == "ask-strength":
        who = groups["who"] or ""
        if who and who not in mixing.vessels:
            stay_out("whose strength")
        old = "旧" in match[0]
        portion = next(((mass, salt) for its, _, mass, salt in mixing.portions if its == who and _ is None), None) if who else None
        mass, salt = portion or (
            mixing.vessels[who]
            if who
            else (mixing.old or stay_out("what was before"))
            if old
            else mixing.vessels[last_goal[0]]
            if last_goal
            else mixing.state()
        )
        mixing.asks.append((place, "strength", salt, mass))
        mixing.answered, mixing.changed = True, False
    elif name == "ask-pair":
        wanted = [Fraction(groups["one"]), Fraction(groups["other"])]
        if sorted(wanted) != sorted(strength for _, strength, _, _ in mixing.portions if strength is not None):
            stay_out("of which")
        mixing.asks += [(place, "mass", mass, number(1)) for each in wanted for _, strength, mass, _ in mixing.portions if strength == each]
    elif name == "ask-each":
        if len(mixing.portions) != 2:
            stay_out("of which each")
        mixing.asks += [(place, "mass", mass, number(1)) for _, _, mass, _ in mixing.portions]
    elif name == "ask-old":
        if groups.get("who") or groups.get("who2"):
            groups["who"] = groups.get("who") or groups.get("who2")
            kept = next((mass for its, _, mass, _ in mixing.portions if its == groups["who"]), None)
            mixing.asks.append((place, "mass", kept or stay_out("what was before"), number(1)))
        else:
            mixing.asks.append((place, "mass", (mixing.old or stay_out("what was before"))[0], number(1)))
    elif name == "salt":
        if groups["mass"] == "?" or not (mixing.vessels or mixing.portions):
            stay_out("salt in what")
        mixing.relations.equal(mixing.state()[1], number(groups["mass"]))
        mixing.lines.append(f"溶质 {groups['mass']}")
    elif name == "ask-of":
        told = [mass for _, its, mass, _ in mixing.portions if its == Fraction(groups["strength"])]
        if len(told) != 1:
            stay_out("of which")
        mixing.asks.append((place, "mass", told[0], number(1)))
    elif name == "ask-salt":
        mixing.asks.append((place, "mass", (mixing.old or stay_out("what was before"))[1], number(1)))
    elif name == "ask-ratio":
        if len(mixing.portions) != 2:
            stay_out("whose ratio")
        mixing.asks.append((place, "ratio", mixing.portions[0][2], mixing.portions[1][2]))


def read_mixing(text: str) -> Recognition | None:
    """The problem as relations of masses."""
    plain = VOCABULARY.plain(text)
    if told_unit := patterns.search(r"(?<=\d)(千克|克|毫升|升|吨|斤)", plain):
        plain = patterns.sub(r"(?:质量|重量|体积)(?:是|为)?多少(?!克|千克|升|毫升|吨|斤|g)", f"质量多少{told_unit[1]}", plain)
    again = patterns.search(r"再(?:这样|如此|照此)?(?:反复|重复|操作|进行|做)", plain) is not None
    reduced = patterns.sub("液{2,}", "液", VOCABULARY.reduce(plain))
    reduced = patterns.sub("混{2,}", "混", reduced)
    reduced = patterns.sub(r"(?<![\d.])2(?=浓)", "", reduced) if patterns.match("2浓", reduced) else reduced
    reduced = patterns.sub(rf"(?<![甲乙丙浓])({N})%([甲乙丙])液", r"\2浓\1%液", reduced)
    reduced = patterns.sub(r"现?(?:甲、乙)?各?(?:出|取)同液?,(?:甲出加乙,乙出加甲|乙出加甲,甲出加乙)", "各出同换", reduced)
    reduced = patterns.sub(r"甲、乙\d?(?=液?浓同)", "", reduced)
    # `salt is added, it becomes 20%; how much is added`: the salt spoken of before.
    reduced = patterns.sub(r"蒸水?,(?=[浓成]*\d[^,;。]*,蒸\?g)", ",", reduced)
    reduced = patterns.sub(r"加质,(?=浓?成[^,;。]+,加质\?g)", "", reduced)
    # `50 g of salt into 200 g of a solution`: the solution is there first.
    reduced = patterns.sub(rf"^取?({N}g[质水])加({N}g浓{N}%液|浓{N}%液{N}g)", r"\2,加\1", reduced)
    if again and "次" in reduced:
        stay_out("how often in all")
    before = plain.partition("第二次")[0]
    once_before = len(patterns.findall("加|倒|蒸", before)) == 1 and "再" not in before
    if "第二次" in plain and not patterns.search("第一次|先", before) and not once_before and reduced.count("出") < 2:
        stay_out("what happened first")
    if ("%" not in reduced and not patterns.match(rf"取?{N}g[质水](?:加|、)", reduced)) or (
        "g" not in reduced and "∶" not in reduced and "浓" not in reduced
    ):
        return None
    units = set(patterns.findall(r"(?<=[\d少几])(千克|克|毫升|升|吨|斤)", plain))
    if len(units) > 1:
        stay_out("units")
    mixing = Mixing()
    last_goal: list[str] = []
    for name, match in parse(reduced, STATEMENTS):
        _statement(mixing, name, match, last_goal)
    if mixing.pending is not None or (mixing.full is not None and not mixing.asks):
        stay_out("a strength of something to come")
    if mixing.strength_ratio is not None:
        if not {"甲", "乙"} <= mixing.vessels.keys():
            stay_out("whose strength")
        (one, of_one), (other, of_other) = (mixing.vessels[each] for each in "甲乙")
        masses = [mixing.relations.value(each) for each in (one, other)]
        if masses[0] is None or masses[1] is None:
            stay_out("of how much")
        mixing.relations.equal(times(masses[1], of_one), times(mixing.strength_ratio * masses[0], of_other))
    if mixing.target is not None:
        mass, salt = (total(*(each[index] for each in mixing.vessels.values())) for index in (0, 1))
        mixing.relations.equal(mass, mixing.target[0])
        mixing.relations.equal(salt, mixing.target[1])
    elif len(mixing.vessels) > 1 and not mixing.mixed and not last_goal and not patterns.search("换", reduced):
        stay_out("kept apart")
    unit = units.pop() if units else ""
    answers: list[Answer] = []
    for place, what, above, below in mixing.asks:
        value = mixing.certain(above, below)
        if value <= 0 or (what == "strength" and value > 1):
            stay_out("numbers")
        if what == "ratio":
            answers.append((place, f"{value.numerator}:{value.denominator}", ""))
        else:
            answers.append((place, value * 100 if what == "strength" else value, "%" if what == "strength" else unit))
    wording = Wording(mixing.called, fractions=False)
    return recognition(mixing.lines, answers, {}, working=working(mixing.relations, [value for _, value, _ in answers], wording))
