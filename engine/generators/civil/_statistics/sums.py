"""Several figures together: `进口额与出口额之和`, `三家公司的总产量`, `合计`."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._problems.relations import total
from engine.generators.civil._statistics.figures import Figures
from engine.generators.civil._statistics.names import clean
from engine.generators.reading import stay_out

_TOGETHER = r"(?:这?(?P<many>[两二三四五])(?:者|[个家]?(?:种|项|类|部分|市|省|县|区|国|家|地区?|企业|公司|店|厂|季度|产品)的?)|合计|总共|一共|全部|所有|整体|总体)(?:[^\d]{0,4}的)?(?P<rest>[^\d]*?)(?:之和|总和|合计|总量|总额|总计)?"


def summed_up(figures: Figures, text: str) -> str | None:
    """A name for the sum of several figures, where the text speaks of one."""
    bare = clean(text)
    if (
        both := patterns.fullmatch(r"(?P<one>.+?)(?:与|和|加|、)(?P<two>.+?)(?:之和|合计|总和|的总和|的和|加起来)(?:的?总?额)?", bare)
    ) and bare not in figures.names:
        names = [figures.ending_in(both["one"]), figures.ending_in(both["two"])]
    elif bare in figures.names or bare in map(clean, figures.names):
        return None  # `全部商品出口总额`, of which a share is told
    elif together := patterns.fullmatch(_TOGETHER, bare):
        names = [each for each in figures.names if each and "+" not in each]
        if stem := clean(together["rest"]):
            named = [each for each in names if each.endswith(stem)]
            names = named if len(named) > 1 else names
        if "平均" in together["rest"] or (together["many"] and len(names) != "零一两三四五".find(together["many"].replace("二", "两"))):
            stay_out("the sum of what")
    else:
        return None
    units = {figures.units[each] for each in names if each in figures.units}
    if len(units) != 1 or len(names) < 2 or not all(each in figures.units or patterns.match("[A-Z甲乙丙丁]", each) for each in names):
        stay_out("the sum of what")
    if any(figures.within.get(each) in names for each in names):
        stay_out("a sum of a whole and its part")
    name = "+".join(names)
    figures.units[name] = units.pop()
    if name not in figures.names:
        figures.names.append(name)
        for at in {at for _, at in figures.told} | {at - 1 for _, at in figures.told}:
            figures.relations.equal(figures.at(name, at), total(*(figures.at(each, at) for each in names)))
            figures.told.append((name, at))
    return name
