"""What is done to solutions: something is added, boiled off, poured out or over, mixed, exchanged."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._mixture.solutions.story import Solution, Story, becomes, named, reached, remember
from engine.generators.civil._mixture.solutions.told import ask, by_ratio, tell
from engine.generators.civil._problems.equations import Term, constant, less, plus, product_of, scaled
from engine.generators.civil._problems.mentions import Clause, Mention
from engine.generators.reading import stay_out


def change(story: Story, clause: Clause) -> None:
    """Something is added, boiled off or filled up."""
    if not story.solutions and not (clause.has("solute") and clause.has("water")):
        story.begin("溶液")
    remember(story)
    event = clause.take("add", "evaporate", "fill")
    if event is None or clause.has("add", "evaporate", "fill", "out"):
        stay_out("two things done at once")
    each = clause.take("all") is not None or clause.has("each")
    keys = named(story, clause)
    become = clause.take("become")
    strengths = clause.take_all("strength")
    if event.kind == "fill":
        now = story.now()
        _fill(story, now)
        story.lines.append("加满水")
    elif event.kind == "evaporate":
        share = clause.take("share")
        result = clause.all("mass") and become is not None and not clause.has("water")
        if share is not None or result:
            stay_out("what is boiled off")
        dose, _ = _dose(story, clause)
        now = story.now() if not keys else story.of(keys[0])
        now.mass = less(now.mass, dose)
        story.lines.append("蒸发水")
    else:
        _add(story, clause, keys, strengths, become is not None, each)
        strengths = strengths[:1] if become is not None else []
    story.changed, story.mixed = True, False
    if strengths and become is not None:
        becomes(story, Fraction(strengths[0].value), clause.take_all("mass"))
    elif strengths:
        stay_out("what is so strong")
    reached(story)
    if clause.has("ask-strength", "ask", "ask-ratio"):
        ask(story, clause)


def _fill(story: Story, now: Solution) -> None:
    """Filled up with water to where it was, which must be as full as at first."""
    if now.started is None or story.before_out != now.started:
        stay_out("filled to where")
    now.mass = now.started
    story.rounds += 1
    story.pours.append(story.poured)


def _dose(story: Story, clause: Clause) -> tuple[Term, bool]:
    """An amount: told, asked, as much as before, or unknown; and whether it is asked."""
    if mention := clause.take("mass"):
        story.dose_told = True
        return story.amount(mention), False
    mention = clause.take("ask-mass") or (clause.take("ask") if not clause.has("strength-word") else None)
    if mention is not None:
        dose = story.new("x")
        story.asks.append(("mass", dose, constant(1), mention.unit or story.unit))
        story.dose_told = True
        return dose, True
    if clause.take("same") and story.last_added is not None:
        clause.take("some")
        return story.last_added, False
    clause.take("some")
    story.last_dose, story.dose_told = story.new("x"), False
    return story.last_dose, False


def _add(story: Story, clause: Clause, keys: list[str], strengths: list[Mention], becomes: bool, each: bool) -> None:
    if not story.solutions and _dissolved(story, clause):
        return
    of_its_own = strengths.pop(0) if strengths and not (becomes and len(strengths) == 1) else None
    if len(keys) == 2 and not each and not clause.has("water") and (not clause.has("solute") or clause.has("some")) and of_its_own is None:
        _pour_over(story, clause, keys)
        return
    if clause.has("share"):
        stay_out("a share of what is added")
    takes = not clause.has("water", "solute", "mass", "ask-mass", "some", "same") and of_its_own is None
    if takes and story.hand is not None and len(keys) == 1 and keys[0] != story.hand[0]:
        _, dose, gone = story.hand
        goal = story.solutions.get(keys[0]) or stay_out("into which")
        goal.mass, goal.solute = plus(goal.mass, dose), plus(goal.solute, gone)
        story.hand, story.current, story.swapped = None, keys[0], True
        story.diluted.add(keys[0])
        story.lines.append(f"倒入{keys[0]}")
        return
    if (
        len(keys) == 1
        and keys[0] != story.current
        and story.mixed
        and not clause.has("water", "solute", "mass", "ask-mass", "some", "same")
    ):
        _pour_over(story, clause, [keys[0], story.current])  # all of it into the mixture
        return
    if len(keys) == 1 and clause.has("same") and patterns.search(r"[与和跟][甲乙丙ABC][^,;。]{0,3}(?:等|相|同|一样)", clause.text):
        clause.take("same")
        story.last_added = story.firsts.get(keys[0], ({}, {}))[0] or stay_out("as much as what")
        clause.mentions.append(Mention("same", "同样多"))
        keys = []
    equal = each and clause.has("same")
    if equal:
        clause.take("same")
    if _both_put_in(story, clause, keys, each):
        return
    dose, _ = _dose(story, clause)
    kinds = [kind for kind in ("water", "solute") if clause.has(kind)]
    if of_its_own is not None and not kinds:
        solute = scaled(dose, Fraction(of_its_own.value) / 100)
    elif kinds == ["water"] and of_its_own is None:
        solute = {}
    elif kinds == ["solute"] and of_its_own is None:
        solute = dose
    else:
        stay_out("what is added")
    if not story.solutions:
        story.begin("溶液")
    if story.last_solutes and not story.mixed and len(story.solutions) == 1 and kinds == ["water"] and not story.changed:
        made = story.now()
        story.equations.equal(plus(made.solute, dose), made.mass)  # salt and water make it up
        story.last_solutes = []
        story.last_added = dose
        return
    if each:
        targets = keys or list(story.solutions)
    elif keys:
        targets = keys
    elif len(story.solutions) == 1 or story.mixed or story.changed:
        targets = [story.current]
    else:
        stay_out("added to which")
    for key in targets:
        if key not in story.solutions:
            stay_out("added to which")
        solution = story.solutions[key]
        solution.mass, solution.solute = plus(solution.mass, dose), plus(solution.solute, solute)
        story.diluted.add(key)
    if keys and len(story.solutions) > 1:
        story.swapped = True  # what is stirred next is that vessel alone
    story.last_added = dose
    story.lines.append(
        f"加{'水' if not solute else '溶质' if solute == dose else f'浓度 {of_its_own.value}% 的溶液' if of_its_own else ''}"
    )


def _both_put_in(story: Story, clause: Clause, keys: list[str], each: bool) -> bool:
    """So much of what is dissolved and so much water are put into the one solution there is."""
    parts = [one for one in clause.mentions if one.kind in ("mass", "solute", "water")]
    if [one.kind for one in parts] not in (["mass", "solute", "mass", "water"], ["mass", "water", "mass", "solute"]):
        return False
    if keys or each or clause.has("strength", "same", "share") or len(story.solutions) != 1:
        return False
    now = story.now()
    for told, what in zip(parts[::2], parts[1::2], strict=True):
        now.mass = plus(now.mass, story.amount(told))
        if what.kind == "solute":
            now.solute = plus(now.solute, story.amount(told))
        story.lines.append(f"加{'溶质' if what.kind == 'solute' else '水'} {told.value} {told.unit}")
    story.last_added = None
    clause.mentions = [one for one in clause.mentions if one not in parts]
    return True


def _dissolved(story: Story, clause: Clause) -> bool:
    """So much of it in so much water."""
    kinds = [each for each in clause.mentions if each.kind in ("mass", "solute", "water", "ask-mass")]
    signs = "".join({"mass": "m", "solute": "s", "water": "w", "ask-mass": "?"}[each.kind] for each in kinds)
    if signs not in ("msmw", "mwms", "smwm", "wmsm"):
        return False
    masses = [story.amount(each) for each in kinds if each.kind == "mass"]
    solute, water = masses if signs.index("s") < signs.index("w") else reversed(masses)
    made = story.begin("溶液")
    story.equations.equal(made.solute, solute)
    story.equations.equal(made.mass, plus(solute, water))
    made.has_mass = made.has_strength = True
    story.lines.append(f"溶质与水：{'，'.join(f'{each.value} {each.unit}' for each in kinds if each.kind == 'mass')}")
    clause.mentions = [each for each in clause.mentions if each not in kinds]
    return True


def _pour_over(story: Story, clause: Clause, keys: list[str]) -> None:
    """All or some of one vessel into another."""
    source, goal = (story.solutions.get(key) or stay_out("which vessel") for key in keys)
    if (share := clause.take("share")) is not None:
        size = Fraction(1, 2) if share.value[0] in "一半" else Fraction(share.value)
        dose, part = scaled(source.mass, size), scaled(source.solute, size)
        source.mass, source.solute = less(source.mass, dose), less(source.solute, part)
        goal.mass, goal.solute = plus(goal.mass, dose), plus(goal.solute, part)
    elif clause.has("mass", "ask-mass", "some", "same"):
        dose, _ = _dose(story, clause)
        part = story.new("p")
        story.equations.equal(product_of(part, source.mass), product_of(source.solute, dose))
        source.mass, source.solute = less(source.mass, dose), less(source.solute, part)
        goal.mass, goal.solute = plus(goal.mass, dose), plus(goal.solute, part)
    else:
        goal.mass, goal.solute = plus(goal.mass, source.mass), plus(goal.solute, source.solute)
        del story.solutions[keys[0]]
    story.current = keys[1]
    story.diluted.add(keys[1])
    story.changed = story.swapped = True
    story.lines.append(f"{keys[0]}倒入{keys[1]}")


def pour_out(story: Story, clause: Clause) -> None:
    """Something is poured out of a vessel; the rest is as strong as before."""
    if not story.solutions and not clause.has("name", "all"):
        story.begin("溶液")
    remember(story)
    clause.take("out")
    keys = named(story, clause)
    if clause.has("become") and clause.has("all", "each", "some") and len(story.solutions) > 1:
        _out_of_each(story, clause, keys)
        return
    if len(keys) == 2 and clause.has("add") and keys[0] in story.carried:
        clause.take("add")
        clause.take("all")
        dose, gone = story.carried.pop(keys[0])
        goal = story.solutions.get(keys[1]) or stay_out("into which")
        goal.mass, goal.solute = plus(goal.mass, dose), plus(goal.solute, gone)
        story.diluted.add(keys[1])
        story.lines.append(f"{keys[0]}中取出的倒入{keys[1]}")
        story.swapped = True
        story.changed = True
        return
    if (len(keys) == 2 or clause.has("all", "each")) and clause.take("same"):
        keys = keys or list(story.solutions)
        dose, _ = _dose(story, clause)
        for key in keys:
            solution, gone = story.solutions.get(key) or stay_out("out of which"), story.new("p")
            story.equations.equal(product_of(gone, solution.mass), product_of(solution.solute, dose))
            solution.mass, solution.solute = less(solution.mass, dose), less(solution.solute, gone)
            story.carried[key] = (dose, gone)
        story.lines.append("各取出同样多")
        return
    if (
        len(keys) == 2
        and clause.has("mass", "share")
        and not clause.has("strength", "mix", "evaporate", "out", "become", "water", "solute")
    ):
        order = [each.kind for each in clause.order if each.kind in ("out", "add")]
        if order in (["out", "add"], ["add", "out"]) and clause.take("add"):
            _pour_over(story, clause, keys if order[0] == "out" else keys[::-1])
            story.changed = story.swapped = True
            return
    if clause.has("add", "mix", "evaporate", "out", "become"):
        stay_out("where it is poured")
    if len(keys) > 1 or (not keys and len(story.solutions) > 1 and not story.mixed):
        stay_out("out of which")
    now = story.of(keys[0]) if keys else story.now()
    fill = clause.take("fill") is not None
    now.started, story.before_out = now.started or now.mass, now.mass
    if share := clause.take("share"):
        part = Fraction(1, 2) if share.value[0] in "一半" else Fraction(share.value)
        now.mass, now.solute = scaled(now.mass, 1 - part), scaled(now.solute, 1 - part)
        story.poured = part
        story.lines.append(f"倒出 {part}")
    else:
        dose, asked = _dose(story, clause)
        if asked:
            stay_out("how much is poured out")
        gone = story.new("p")
        story.equations.equal(product_of(gone, now.mass), product_of(now.solute, dose))
        now.mass, now.solute = less(now.mass, dose), less(now.solute, gone)
        story.last_added = story.poured = dose
        story.hand = (story.current, dose, gone)
        story.lines.append("倒出一部分")
    if fill:
        _fill(story, now)
        story.lines.append("加满水")
    story.changed = True


def times_of(repeated: Mention) -> int:
    """How often."""
    return "零一二三四五六".find(repeated.value.replace("两", "二")) if not repeated.value.isdigit() else int(repeated.value)


def repeat(story: Story, repeated: Mention, more: bool) -> None:
    """What was poured out and filled up before is done so often in all, or so often once `more`."""
    often = times_of(repeated)
    now = story.now()
    if story.poured is None or now.started is None or now.mass != now.started:
        stay_out("what is repeated")
    if (often < story.rounds and not more) or any(each != story.poured for each in story.pours):
        stay_out("how often")
    for _ in range(often if more else often - story.rounds):
        if isinstance(story.poured, Fraction):
            now.solute = scaled(now.solute, 1 - story.poured)
        else:
            gone = story.new("p")
            story.equations.equal(product_of(gone, now.mass), product_of(now.solute, story.poured))
            now.solute = less(now.solute, gone)
    story.rounds, story.pours = 0, []
    story.lines.append(f"一共 {often} 次")


def _out_of_each(story: Story, clause: Clause, keys: list[str]) -> None:
    """Some of each makes another solution, of which mass and strength are told; the rest stays."""
    strengths, masses = clause.take_all("strength"), clause.take_all("mass")
    if len(strengths) != 1:
        stay_out("how strong")
    parts: list[tuple[Term, Term]] = []
    for key in keys or list(story.solutions):
        solution = story.solutions.get(key) or stay_out("out of which")
        dose, gone = story.new("x"), story.new("p")
        story.equations.equal(product_of(gone, solution.mass), product_of(solution.solute, dose))
        solution.mass, solution.solute = less(solution.mass, dose), less(solution.solute, gone)
        parts.append((dose, gone))
    made = Solution(plus(*(mass for mass, _ in parts)), plus(*(solute for _, solute in parts)))
    story.strong(made, Fraction(strengths[0].value))
    if masses:
        story.equations.equal(made.mass, story.amount(masses[0]))
    story.lines.append(f"取出的合起来浓度 {strengths[0].value}%" + (f"，{masses[0].value} {masses[0].unit}" if masses else ""))
    clause.take_all("some", "all", "each", "become")


def mix(story: Story, clause: Clause) -> None:
    """All that there is, or what is taken of each, in one vessel."""
    remember(story)
    clause.take_all("mix")
    keys, masses, strengths = named(story, clause), clause.take_all("mass"), clause.take_all("strength")
    clause.take("rest")
    become = clause.take("become") is not None
    counted = clause.take("all")
    ratio = clause.take("ratio")
    if (
        counted is not None
        and counted.value
        and "零一二三四".find(counted.value.replace("两", "二")) not in (-1, len(keys) if len(keys) > 1 else len(story.solutions))
        and story.solutions
    ):
        stay_out("how many are mixed")
    if masses and len(masses) == len(keys) and len(keys) > 1:
        for key, mention in zip(keys, masses, strict=True):
            solution = story.of(key)
            if solution.has_mass:  # so much of it is taken
                dose, part = story.amount(mention), story.new("p")
                story.equations.equal(product_of(part, solution.mass), product_of(solution.solute, dose))
                story.solutions[key] = Solution(dose, part, has_mass=True, has_strength=True)
                story.lines.append(f"取{key} {mention.value} {mention.unit}")
                continue
            story.equations.equal(solution.mass, story.amount(mention))
            solution.has_mass = True
            story.lines.append(f"取{key} {mention.value} {mention.unit}")
        masses = []
    elif ratio is not None:
        by_ratio(story, keys, ratio, False, clause)
    elif (
        clause.has("same")
        and len(keys) > 1
        and not masses
        and not any(each in story.solutions and story.solutions[each].has_mass for each in keys)
    ):
        clause.take("same")
        first, *others = (story.of(key) for key in keys)
        for other in others:
            story.equations.equal(first.mass, other.mass)
        story.lines.append(f"{'、'.join(keys)}等量")
    if len(strengths) == 2 and len(masses) == 2 and not story.solutions:
        tell(story, ["甲", "乙"], strengths, masses, clause)
        strengths, masses = [], []
    elif len(strengths) > 1:
        stay_out("which is how strong")
    parts = [story.solutions.get(key) or stay_out("which is mixed") for key in keys] if len(keys) > 1 else list(story.solutions.values())
    if len(parts) < 2:
        stay_out("mixed with what")
    mixture = Solution(plus(*(each.mass for each in parts)), plus(*(each.solute for each in parts)))
    for each in parts:
        if not each.has_strength and not each.solute:
            stay_out("how strong")
    story.solutions["混合液"] = mixture
    if "混合液" in story.firsts:
        del story.firsts["混合液"]
    for key in keys if len(keys) > 1 else [key for key in story.solutions if key != "混合液"]:
        del story.solutions[key]
    story.current, story.mixed, story.changed = "混合液", True, True
    story.lines.append("混合")
    if strengths:
        if clause.has("ask", "ask-strength"):
            stay_out("what is asked")
        becomes(story, Fraction(strengths[0].value), masses)
        masses = []
    elif masses and len(masses) == 1:
        story.equations.equal(mixture.mass, story.amount(masses[0]))
        mixture.has_mass = True
    elif masses:
        stay_out("how much of what")
    reached(story)
    if clause.has("ask", "ask-strength", "ask-mass"):
        if clause.has("ask-mass") or (become and not clause.has("strength-word", "ask-strength")):
            stay_out("what is asked")
        ask(story, clause)


def swap(story: Story, clause: Clause) -> None:
    """As much of either is put into the other, and both are equally strong then, or something is asked of it."""
    remember(story)
    clause.take("swap")
    clause.take("out")
    clause.take_all("add")
    keys = named(story, clause) or list(story.solutions)
    if len(keys) != 2:
        stay_out("swapped between whom")
    clause.take("all")
    clause.take("each")
    one, other = (story.solutions.get(key) or stay_out("which vessel") for key in keys)
    clause.take("same")
    dose, _ = _dose(story, clause)
    out, back = story.new("p"), story.new("p")
    story.equations.equal(product_of(out, one.mass), product_of(one.solute, dose))
    story.equations.equal(product_of(back, other.mass), product_of(other.solute, dose))
    one.solute, other.solute = plus(less(one.solute, out), back), plus(less(other.solute, back), out)
    story.changed = story.swapped = True
    story.diluted |= set(keys)
    story.lines.append("交换等量的溶液")
