"""What is poured out of vessels, filled up, poured from one into another, or exchanged."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.civil._mixture.vessels import Mixing
from engine.generators.civil._problems.relations import Quantity, number, times, total
from engine.generators.reading import stay_out


def pour(mixing: Mixing, name: str, groups: dict[str, str | None]) -> None:
    """Something is poured out, or filled up with water."""
    if name == "fill":
        if mixing.full is None and not mixing.vessels:
            return  # a full vessel
        if mixing.full is None:
            stay_out("filled up with what has been poured out?")
        mass, salt = mixing.state()
        mixing.vessels = {"": (mixing.full, salt)}
        mixing.full = None
        mixing.changed = True
        mixing.lines.append("用水加满")
        del mass
        return
    mass, salt = mixing.state()
    if mixing.full is not None:
        stay_out("poured out twice")
    if groups.get("share"):
        share = Fraction(str(groups["share"])) / (100 if groups["percent"] else 1)
    else:
        whole = mixing.relations.value(mass)
        if whole is None or groups["mass"] == "?":
            stay_out("of how much")
        share = Fraction(str(groups["mass"])) / whole
    if not 0 < share < 1:
        stay_out("a share")
    mixing.full = mass
    mixing.vessels = {"": (times(1 - share, mass), times(1 - share, salt))}
    mixing.lines.append(f"倒出 {share}")


def repeat(mixing: Mixing, count: int) -> None:
    """The same pouring and filling up, so often in all."""
    pours = [line for line in mixing.lines if line.startswith("倒出")]
    if len(pours) == count:
        return
    if not pours or len(pours) > count or len(set(pours)) > 1 or mixing.full is not None or mixing.lines[-1] != "用水加满":
        stay_out("how often")
    share = Fraction(pours[0].removeprefix("倒出 "))
    mass, salt = mixing.state()
    mixing.vessels = {"": (mass, times((1 - share) ** (count - len(pours)), salt))}
    mixing.lines.append(f"一共 {count} 次")


def move(mixing: Mixing, name: str, groups: dict[str, str | None]) -> None:
    """Something is poured from one vessel into another, or exchanged."""
    if name == "swap":
        names = list(mixing.vessels)
        if len(names) != 2 or groups["mass"] == "?":
            stay_out("what is exchanged")
        moved = Fraction(str(groups["mass"]))
        shares = [moved / (mixing.relations.value(mixing.vessels[each][0]) or stay_out("of how much")) for each in names]
        one, other = (mixing.vessels[each] for each in names)
        if max(shares) > 1:
            stay_out("numbers")
        mixing.vessels = {
            names[0]: (one[0], total(times(1 - shares[0], one[1]), times(shares[1], other[1]))),
            names[1]: (other[0], total(times(1 - shares[1], other[1]), times(shares[0], one[1]))),
        }
        mixing.lines.append(f"各取 {groups['mass']} 互换")
        return
    source, goal = str(groups["source"]), str(groups["goal"])
    if goal not in mixing.vessels or source == goal:
        stay_out("from where to where")
    if source not in mixing.vessels:
        if not groups.get("mass") or groups["mass"] == "?":
            stay_out("of how much")
        mass: Quantity = number(str(groups["mass"]))
        salt: Quantity = mixing.new("s")
        mixing.portions.append((source, None, mass, salt))
        mixing.vessels[source] = (mass, salt)
        mixing.named = True
        before = mixing.vessels[goal]
        mixing.vessels[goal] = (total(before[0], mass), total(before[1], salt))
    else:
        whole, dissolved = mixing.vessels[source]
        if groups.get("share"):
            share = Fraction(str(groups["share"])) / (100 if groups["percent"] else 1)
        elif groups["mass"] == "?":
            stay_out("how much is asked")
        else:
            share = Fraction(str(groups["mass"])) / (mixing.relations.value(whole) or stay_out("of how much"))
        if not 0 < share <= 1:
            stay_out("a share")
        mixing.vessels[source] = (times(1 - share, whole), times(1 - share, dissolved))
        before = mixing.vessels[goal]
        mixing.vessels[goal] = (total(before[0], times(share, whole)), total(before[1], times(share, dissolved)))
    mixing.lines.append(f"从{source}倒入{goal}")
