"""What a clause tells of solutions, or asks, without anything being done to them."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._mixture.solutions.story import Solution, Story, becomes, meant, named
from engine.generators.civil._problems.equations import Term, constant, less, plus, product_of, scaled
from engine.generators.civil._problems.mentions import Clause, Mention
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out


def describe(story: Story, clause: Clause) -> None:
    """What is told of vessels, or asked, without anything being done."""
    if ask(story, clause):
        return
    if clause.has("than") and clause.has("more", "fewer"):
        _compare(story, clause)
        return
    if clause.has("points"):
        _rises(story, clause)
        return
    if clause.has("more-of-each"):
        _take_more(story, clause)
        return
    keys = named(story, clause)
    strengths, masses = clause.take_all("strength"), clause.take_all("mass")
    ratio, times = clause.take("ratio"), clause.take("times")
    become = clause.take("become")
    about_strength = clause.has("strength-word")
    if become is not None and become.text == "是" and not story.changed:
        become = None
    if ratio is not None and clause.has("water") and clause.has("solute", "liquid") and not about_strength:
        _composed(story, keys, [ratio, *clause.take_all("ratio")], clause)
    elif ratio is not None:
        by_ratio(story, keys, ratio, about_strength, clause)
    if times is not None and len(strengths) == 2 and not keys and not about_strength:
        pair = [next((key for key, told in story.strengths.items() if told == Fraction(each.value)), "") for each in strengths]
        if not all(key in story.firsts for key in pair):
            stay_out("times of what")
        story.equations.equal(story.firsts[pair[0]][0], scaled(story.firsts[pair[1]][0], times.value))
        story.lines.append(f"{strengths[0].value}% 的是 {strengths[1].value}% 的 {times.value} 倍")
        return
    if times is not None:
        if len(keys) != 2:
            stay_out("times of what")
        one, other = (story.of(key) for key in keys)
        if about_strength or not (one.has_mass or other.has_mass):
            story.equations.equal(product_of(one.solute, other.mass), scaled(product_of(other.solute, one.mass), times.value))
            story.lines.append(f"{keys[0]}的浓度是{keys[1]}的 {times.value} 倍")
        else:
            stay_out("times of what")
    if clause.take("same"):
        if not keys and not story.solutions and (counted := clause.take("all")) is not None and counted.value:
            keys = list("甲乙丙丁"[: "零一二三四".find(counted.value.replace("两", "二"))])
        _alike(story, keys or list(story.solutions), about_strength)
        become = None
    aimed = become is not None and patterns.match("现?要|想|欲|为了", become.text) and story.later & {"add", "evaporate"}
    if become is not None and strengths and not aimed and (story.changed or clause.has("again")):
        if len(strengths) != 1:
            stay_out("two strengths of one")
        becomes(story, Fraction(strengths[0].value), masses)
        return
    if become is not None and strengths and not story.solutions and clause.has("solute") and len(masses) == 1:
        made = story.begin("溶液")
        story.equations.equal(made.solute, story.amount(masses[0]))
        story.strong(made, Fraction(strengths[0].value))
        story.lines.append(f"溶质 {masses[0].value} {masses[0].unit}，浓度 {strengths[0].value}%")
        story.last_solutes = ["溶液"]
        return
    if become is not None and strengths:
        if len(strengths) != 1:
            stay_out("two strengths of one")
        goal, mass = Fraction(strengths[0].value), story.amount(masses[0]) if len(masses) == 1 else None
        if len(story.solutions) > 1 and not story.changed and not story.later & {"add", "out", "evaporate", "mix", "fill", "swap"}:
            made_of(story, goal, mass)
            return
        story.goal, story.goal_mass = goal, mass
        return
    if (
        become is not None
        and len(masses) == 1
        and not keys
        and story.solutions
        and clause.has("liquid")
        and not clause.has("solute", "water")
    ):
        _weighs(story, masses[0])
        return
    parts = [kind for kind in ("solute", "water") if clause.has(kind)]
    beside = "".join({"mass": "m", "liquid": "l"}.get(each.kind, "x" if each.kind in ("solute", "water") else "") for each in clause.order)
    if len(parts) == 1 and len(masses) == 1 and not strengths and not keys and ("l" not in beside or beside in ("lxm", "lmx")):
        solution = story.now()
        if story.changed:
            stay_out("of what was before or is now")
        component = solution.solute if parts == ["solute"] else less(solution.mass, solution.solute)
        story.equations.equal(component, story.amount(masses[0]))
        story.lines.append(f"{'溶质' if parts == ['solute'] else '水'} {masses[0].value} {masses[0].unit}")
        return
    tell(story, keys, strengths, masses, clause)


def _weighs(story: Story, mass: Mention) -> None:
    """So much is left of it, or there is so much then."""
    now = story.now()
    if not story.changed:
        stay_out("what was done to it")
    story.equations.equal(now.mass, story.amount(mass))
    story.lines.append(f"这时 {mass.value} {mass.unit}")


def ask_of_parts(story: Story, clause: Clause) -> bool:
    """`需要浓度 20% 的盐水多少克和水多少克`: both parts of what is to be made; False where that is not asked."""
    asked = clause.all("ask-mass", "ask")
    order = [each.kind for each in clause.mentions]
    strengths = clause.all("strength")
    others = [kind for kind in order if kind in ("water", "solute")]
    if len(asked) == 1 and clause.has("each", "all") and asked[0].kind == "ask-mass":
        asked = asked * 2
    if len(asked) != 2 or len(strengths) != 1 or len(others) != 1 or clause.has("mass", "name", "out", "evaporate", "mix", "ratio"):
        return False
    if story.solutions and not story.goal:
        return False
    known = next((key for key, strength in story.strengths.items() if strength == Fraction(strengths[0].value)), "")
    if not known:
        story.strong(story.begin("溶液"), Fraction(strengths[0].value))
        story.lines.append(f"溶液浓度 {strengths[0].value}%")
    solution = story.now()
    dose = story.new("x")
    first = solution.mass
    unit = asked[0].unit or story.unit
    pair = [("mass", first, constant(1), unit), ("mass", dose, constant(1), unit)]
    story.asks += pair if order.index("strength") < order.index(others[0]) else pair[::-1]
    solution.mass = plus(solution.mass, dose)
    if others == ["solute"]:
        solution.solute = plus(solution.solute, dose)
    story.lines.append("加水" if others == ["water"] else "加溶质")
    story.changed = True
    if story.goal is not None:
        goal, mass = story.goal, story.goal_mass
        story.goal = story.goal_mass = None
        becomes(story, goal, [])
        if mass is not None:
            story.equations.equal(solution.mass, mass)
    return True


def made_of(story: Story, strength: Fraction, mass: Term | None) -> None:
    """All that there are make a solution of that strength, and of that mass where it is told."""
    if not all(each.has_strength for each in story.solutions.values()):
        stay_out("how strong")
    for key, solution in story.solutions.items():
        story.firsts.setdefault(key, (solution.mass, solution.solute))
    made = Solution(plus(*(each.mass for each in story.solutions.values())), plus(*(each.solute for each in story.solutions.values())))
    story.strong(made, strength)
    if mass is not None:
        story.equations.equal(made.mass, mass)
    story.lines.append(f"配成浓度 {decimal(strength, 4)}%")
    story.solutions = {"混合液": made}
    story.current, story.mixed, story.changed = "混合液", True, True


def tell(story: Story, keys: list[str], strengths: list[Mention], masses: list[Mention], clause: Clause) -> None:
    """Masses and strengths of the vessels named, or of the one spoken of, or of new ones."""
    if not strengths and not masses:
        for key in keys:
            story.of(key)
        return
    many = max(len(strengths), len(masses))
    if not keys and many > 1:
        untold = all(not (each.has_strength and strengths) and not (each.has_mass and masses) for each in story.solutions.values())
        if story.solutions and len(story.solutions) == many and untold:
            keys = list(story.solutions)
        elif story.solutions:
            stay_out("of which")
        else:
            keys = list("甲乙丙丁"[:many])
    if not keys and story.changed and len(strengths) == 1 and not masses:
        becomes(story, Fraction(strengths[0].value), [])
        return
    if not keys:
        now = story.solutions.get(story.current)
        beyond = now is None or (strengths and now.has_strength) or (masses and now.has_mass)
        keys = [f"溶液{len(story.solutions) or ''}"] if beyond else [story.current]
    if len(masses) > 1 and len(masses) != len(keys):
        masses = _masses_of(clause, keys)
    if len(masses) == 1 and len(keys) > 1 and not clause.has("each", "all") and len(strengths) == len(keys):
        _tell_one_mass(story, masses[0], clause)
        masses = []
    for told, name in ((strengths, "strength"), (masses, "mass")):
        if told and len(told) != len(keys) and not (len(told) == 1 and clause.has("each", "all")):
            stay_out(f"whose {name}")
    for place, key in enumerate(keys):
        solution = story.of(key)
        said = []
        if masses:
            mention = masses[place if len(masses) > 1 else 0]
            if solution.has_mass:
                stay_out("two masses of one")
            story.equations.equal(solution.mass, story.amount(mention))
            solution.has_mass = True
            said.append(f"{mention.value} {mention.unit}")
        if masses and not strengths and clause.has("solute", "water") and not clause.has("liquid") and keys:
            story.strong(solution, Fraction(0 if clause.has("water") else 100))
        if strengths and story.changed and key in story.firsts and len(keys) == 1 and not masses:
            becomes(story, Fraction(strengths[0].value), [])
            story.changed = True
            continue
        if strengths:
            mention = strengths[place if len(strengths) > 1 else 0]
            if solution.has_strength:
                stay_out("two strengths of one")
            story.strong(solution, Fraction(mention.value))
            story.strengths[key] = Fraction(mention.value)
            said.append(f"浓度 {mention.value}%")
        story.lines.append(f"{key}：{'，'.join(said)}")


def _tell_one_mass(story: Story, mass: Mention, clause: Clause) -> None:
    """`浓度 30% 的甲若干克和浓度 10% 的乙 300 克`: the mass is of the one in whose item it stands."""
    items = [item for item in patterns.split("和|与|、|及", clause.text) if mass.text in item]
    owners = patterns.findall("[甲乙丙丁]", items[0]) if len(items) == 1 else []
    if len(owners) != 1:
        stay_out("whose mass")
    solution = story.of(owners[0])
    if solution.has_mass:
        stay_out("two masses of one")
    story.equations.equal(solution.mass, story.amount(mass))
    solution.has_mass = True
    clause.take_all("some")


def _masses_of(clause: Clause, keys: list[str]) -> list[Mention]:
    """`各 100 克的甲、乙和 250 克的丙`: each mass is of those named behind it."""
    found: dict[str, Mention] = {}
    last: Mention | None = None
    for mention in clause.order:
        if mention.kind == "mass":
            last = mention
        elif mention.kind == "name" and last is not None:
            found[dict(zip("ABC", "甲乙丙", strict=True)).get(mention.value, mention.value)] = last
    return [found.get(key) or stay_out("whose mass") for key in keys]


def by_ratio(story: Story, keys: list[str], ratio: Mention, about_strength: bool, clause: Clause) -> None:
    parts = [Fraction(each) for each in patterns.split(r"\s*[∶:比]\s*", ratio.value)]
    keys = keys or list(story.solutions) or (list("甲乙丙丁"[: len(parts)]) if clause.has("all") else [])
    if clause.has("become", "solute") and not about_strength:
        stay_out("a ratio of what")
    if len(keys) != len(parts):
        stay_out("a ratio of whom")
    size = story.new("k")
    for key, part in zip(keys, parts, strict=True):
        solution = story.of(key)
        if about_strength:
            story.equations.equal(solution.solute, product_of(scaled(size, part), solution.mass))
            solution.has_strength = True
        else:
            story.equations.equal(solution.mass, scaled(size, part))
            solution.has_mass = True
    story.lines.append(f"{'、'.join(keys)}的{'浓度' if about_strength else '质量'}比 {ratio.value}")
    clause.take_all("become")


def _composed(story: Story, keys: list[str], ratios: list[Mention], clause: Clause) -> None:
    """What is dissolved beside the water: so many parts to so many."""
    order = [each.kind for each in clause.order if each.kind in ("water", "solute", "liquid")]
    keys = keys or (list(story.solutions) if len(story.solutions) == len(ratios) else [])
    if not keys and not story.solutions:
        keys = list("甲乙丙丁"[: len(ratios)])
    if len(keys) != len(ratios) and not (keys and len(ratios) == 1 and clause.has("each", "all")):
        stay_out("whose ratio")
    for place, key in enumerate(keys):
        parts = [Fraction(each) for each in patterns.split(r"\s*[∶:比]\s*", ratios[place if len(ratios) > 1 else 0].value)]
        if len(parts) != 2:
            stay_out("a ratio of three")
        solid = parts[order.index("water") == 0]
        solution = story.of(key)
        story.equations.equal(solution.solute, scaled(solution.mass, solid / sum(parts)))
        solution.has_strength = True
        story.lines.append(f"{key}：溶质占 {solid / sum(parts)}")


def _rises(story: Story, clause: Clause) -> None:
    """A solution is so many points stronger or weaker than at first."""
    points, keys = clause.take("points"), named(story, clause)
    key = keys[0] if len(keys) == 1 else story.current if len(story.solutions) == 1 else stay_out("of which")
    now, first = story.solutions.get(key), story.firsts.get(key)
    if now is None or first is None or points is None:
        stay_out("beside when")
    part = Fraction(points.value) / 100 * (-1 if points.unit in ("降低", "下降", "减少") else 1)
    before = plus(first[1], scaled(first[0], part))
    story.equations.equal(product_of(now.solute, first[0]), product_of(before, now.mass))
    story.lines.append(f"{key}的浓度{points.text}")


def _compare(story: Story, clause: Clause) -> None:
    """There is so much more of one than of another, or one is so much stronger."""
    keys = named(story, clause)
    mass, strength = clause.take("mass"), clause.take("strength")
    if len(keys) != 2 or (mass is None) == (strength is None):
        stay_out("what is compared")
    sign = 1 if clause.has("more") else -1
    pair = []
    for key in keys:
        solution = story.solutions.get(key)
        pair.append(story.firsts.get(key) or (solution and (solution.mass, solution.solute)) or stay_out("of which"))
    (one, solute), (other, dissolved) = pair
    if mass is not None:
        story.equations.equal(less(one, other), scaled(story.amount(mass), sign))
        story.lines.append(f"{keys[0]}比{keys[1]}{'多' if sign > 0 else '少'} {mass.value} {mass.unit}")
    elif strength is not None:
        apart = less(product_of(solute, other), product_of(dissolved, one))
        story.equations.equal(apart, scaled(product_of(one, other), sign * Fraction(strength.value) / 100))
        story.lines.append(f"{keys[0]}的浓度比{keys[1]}{'高' if sign > 0 else '低'} {strength.value} 个百分点")
    clause.take_all("than", "more", "fewer", "liquid", "strength-word")


def _take_more(story: Story, clause: Clause) -> None:
    """As much of each is taken as the first time, and so much more."""
    more = clause.take("more-of-each")
    if more is None or not story.strengths or set(story.strengths) != set(story.firsts) - {"混合液"}:
        stay_out("more of what")
    for key, strength in story.strengths.items():
        mass = plus(story.firsts[key][0], story.amount(more))
        story.solutions[key] = Solution(mass, scaled(mass, strength / 100), has_mass=True, has_strength=True)
        story.firsts[key] = (mass, scaled(mass, strength / 100))
        story.current = key
    story.solutions.pop("混合液", None)
    story.mixed, story.changed = False, False
    clause.take_all("times-word", "out", "all", "each", "some")
    story.lines.append(f"每种都多取 {more.value} {more.unit}")


def _pair(story: Story, clause: Clause) -> tuple[Term, Term] | None:
    """The masses at first of the two that are named, or that are told by their strengths."""
    strengths = [Fraction(each.value) for each in clause.all("strength")]
    keys = [key for strength in strengths for key, told in story.strengths.items() if told == strength] or named(story, clause)
    if not keys and clause.has("all") and len(story.strengths) == 2:
        keys = list(story.strengths)
    if len(strengths) == len(keys) == 2:
        clause.take_all("strength-word")
    if len(keys) != 2 or clause.has("strength-word", "solute", "mass") or not all(key in story.firsts for key in keys):
        return None
    clause.take_all("strength", "before", "liquid", "all", "each")
    return story.firsts[keys[0]][0], story.firsts[keys[1]][0]


def _beside_the_first(story: Story, clause: Clause) -> None:
    """By how much it is stronger, or weaker, than it was at first."""
    if len(story.solutions) != 1 or not clause.has("strength-word") or story.current not in story.firsts:
        stay_out("beside when")
    now, (mass, solute) = story.now(), story.firsts[story.current]
    above = less(product_of(now.solute, mass), product_of(solute, now.mass))
    story.asks.append(("strength", above if clause.has("higher") else scaled(above, -1), product_of(mass, now.mass), "%"))
    clause.take_all("higher", "lower", "than", "before", "liquid")


def _difference(story: Story, clause: Clause, mention: Mention) -> None:
    """By how much one is stronger than another."""
    order = [each.value for each in clause.order if each.kind == "name"]
    keys, before = named(story, clause), clause.take("before") is not None
    if len(order) != 2 or len(keys) != 2 or mention.kind == "ask-mass" or not clause.has("strength-word"):
        stay_out("what is compared")
    (mass, solute), (other, dissolved) = (meant(story, [key], before) for key in keys)
    above = less(product_of(solute, other), product_of(dissolved, mass))
    story.asks.append(("strength", above if clause.has("higher") else scaled(above, -1), product_of(mass, other), "%"))
    clause.take_all("higher", "lower", "than", "liquid")


def _alike(story: Story, keys: list[str], about_strength: bool) -> None:
    if len(keys) < 2:
        stay_out("the same as what")
    first, *others = (story.of(key) for key in keys)
    for other in others:
        if about_strength:
            story.alike = True
            story.equations.equal(product_of(first.solute, other.mass), product_of(other.solute, first.mass))
        else:
            story.equations.equal(first.mass, other.mass)
    story.lines.append(f"{'、'.join(keys)}{'浓度' if about_strength else '质量'}相等")


def _holds(clause: Clause) -> bool:
    """`盐水中含盐多少克`: what is dissolved, not how strong it is."""
    return any(
        patterns.fullmatch("含(?:盐|糖|酒精|药|果汁|[金银铜铁锡锌铝镍])(?:量)?", each.text) is not None
        for each in clause.all("strength-word")
    )


def ask(story: Story, clause: Clause) -> bool:
    """What is asked of a vessel; False where nothing is."""
    if not clause.has("ask", "ask-mass", "ask-strength", "ask-ratio"):
        return False
    mention = clause.take("ask-mass", "ask-strength", "ask-ratio", "ask")
    assert mention is not None
    if mention.kind == "ask-ratio":
        order = [each.kind for each in clause.order if each.kind in ("water", "solute", "liquid")]
        if "water" not in order and (pair := _pair(story, clause)):
            story.asks.append(("ratio", *pair, ""))
            return True
        if "water" not in order or len(order) < 2 or clause.has("name"):
            stay_out("a ratio of what")
        now = story.now()
        water = less(now.mass, now.solute)
        story.asks.append(
            ("ratio", *((water, now.solute) if order.index("water") == 0 or order[0] == "water" else (now.solute, water)), "")
        )
        return True
    if clause.has("than") and clause.has("higher", "lower"):
        if clause.has("before") and not clause.has("name"):
            _beside_the_first(story, clause)
        else:
            _difference(story, clause, mention)
        return True
    if clause.has("ask", "ask-mass", "ask-strength") or clause.has("ratio"):
        stay_out("two asked, or a ratio")
    keys = named(story, clause)
    before = clause.take("before") is not None
    strengths = clause.take_all("strength")
    unit = mention.unit or story.unit
    if clause.has("solute") and clause.has("water") and mention.kind != "ask-strength" and not clause.has("strength-word"):
        if not clause.has("each", "all"):
            stay_out("of both or of which")
        mass, solute = meant(story, keys, before)
        parts = {"solute": solute, "water": less(mass, solute)}
        for kind in dict.fromkeys(each.kind for each in clause.order if each.kind in parts):
            story.asks.append(("mass", parts[kind], constant(1), unit))
        clause.take_all("liquid", "become", "all")
        return True
    if (
        clause.has("each", "all")
        and len(keys) != 1
        and mention.kind != "ask-ratio"
        and (keys or clause.has("each") or story.mixed)
        and mention.kind != "ask-strength"
        and not clause.has("strength-word")
        and not strengths
    ):
        for key in keys or [key for key in story.firsts if key != "混合液"]:
            first = story.firsts.get(key) or stay_out("of which")
            story.asks.append(("mass", first[0], constant(1), unit))
        if patterns.search("[共总]", clause.text):
            stay_out("of each or of all")
        clause.take_all("liquid", "become", "out", "all")
        return True
    if len(strengths) > 1 and clause.has("each", "all") and mention.kind == "ask-mass" and not clause.has("solute", "water"):
        for strength in strengths:
            fits = [key for key, value in story.strengths.items() if value == Fraction(strength.value)]
            if len(fits) != 1 or fits[0] not in story.firsts:
                stay_out("of which")
            story.asks.append(("mass", story.firsts[fits[0]][0], constant(1), unit))
        clause.take_all("liquid", "become", "out", "all")
        return True
    if len(keys) > 1:
        stay_out("of which")
    if strengths:
        fits = [key for key, strength in story.strengths.items() if strength == Fraction(strengths[0].value)]
        if len(strengths) > 1 or len(fits) != 1:
            stay_out("of which")
        keys = fits
    if not keys and not before and len(story.solutions) > 1 and not story.alike:
        stay_out("of which")
    if strengths and mention.kind != "ask-mass":
        stay_out("a strength that was told")
    about_strength = mention.kind == "ask-strength" or (mention.kind == "ask" and clause.has("strength-word"))
    mass, solute = meant(story, keys, before, about_strength)
    if mention.kind == "ask-strength" or (mention.kind == "ask" and clause.has("strength-word")):
        story.asks.append(("strength", solute, mass, "%"))
    elif (clause.has("solute") and not clause.has("strength-word")) or (not strengths and _holds(clause)):
        story.asks.append(("mass", solute, constant(1), unit))
    elif clause.has("strength-word") and not strengths:
        stay_out("a strength in grams")
    elif clause.has("water"):
        story.asks.append(("mass", less(mass, solute), constant(1), unit))
    elif mention.kind == "ask-mass" or patterns.search("质量|重", clause.text):
        story.asks.append(("mass", mass, constant(1), unit))
    else:
        stay_out("what is asked")
    clause.take_all("liquid", "become")
    return True
