"""Shares told: of what whole, in which year, and how they have changed."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import times
from engine.generators.civil._statistics.cues import FALL, FILL, RISE, SHARE_WORD, TO, Said
from engine.generators.civil._statistics.figures import Figures, bare_name, said
from engine.generators.civil._statistics.names import WHOLE, clean
from engine.generators.reading import stay_out


def _parted(told: Said) -> tuple[str, str]:
    """(part, whole) as named before a share."""
    text = patterns.sub(rf"(?:同比|{RISE}|{FALL}|{FILL}|到|至|达|{TO})+$", "", told.before)
    text = patterns.sub(rf"(?:同比)?(?:所占)?(?:的)?(?:{SHARE_WORD}|比)(?:同比)?$", "", text)
    if match := patterns.fullmatch(r"(?P<part>.*?)(?:所)?占(?:据|到|了|有)?(?P<whole>.*?)(?:的)?", text):
        return clean(match["part"]), patterns.sub("^(?:比|其)$", "", match["whole"])
    if match := patterns.fullmatch(r"(?P<part>.+?)在(?P<whole>.+?)(?:中|里)(?:所|的)*", text):
        return clean(match["part"]), match["whole"]
    return clean(text), ""


def _whole(figures: Figures, name: str, part: str) -> str:
    bare = clean(name)
    if bare:
        wide = patterns.match("全[国省市县区]", name) is not None
        known = [
            each
            for each in figures.names
            if each
            and not wide
            and (
                each == bare
                or any(each.endswith(end) and not bare_name(each.removesuffix(end)) for end in (bare, bare_name(bare) or bare))
                or (bare.endswith(each) and not bare_name(bare.removesuffix(each)))
                or (bare == WHOLE and each.startswith(bare))
            )
            and each != part
        ]
        if len(known) == 1:
            return known[0]
        return figures.key(("全体" if wide and bare in figures.names else "") + bare, new=True)
    if figures.whole is not None and figures.whole != part:
        return figures.whole
    valued = list(dict.fromkeys(each for each, _ in figures.valued if each != part))
    return valued[0] if len(valued) == 1 else figures.key("总量", new=True) if not valued else stay_out("a share of what")


def share(figures: Figures, told: Said, percent: Fraction) -> None:
    """Takes in a share of a whole."""
    year = figures.year
    part_name, whole_name = _parted(told)
    among = patterns.fullmatch(r"(?P<whole>.{2,14}?)(?:中|里)(?:的)?(?P<part>.{2,14})", part_name)
    if among and not clean(whole_name):
        part_name, whole_name = among["part"], among["whole"]
    if (
        patterns.fullmatch("(?:其|这?一?|该|此|所|上述)*", part_name)
        and patterns.search(f"这一?(?:{SHARE_WORD})|该(?:{SHARE_WORD})|占比|比重", told.before)
        and figures.shared
    ):
        part, whole = figures.shared
    else:
        part = figures.of(part_name) if part_name or figures.subject is not None else stay_out("a share of what")
        whole = _whole(figures, whole_name, part)
    if part == whole:
        stay_out("a share of itself")
    figures.parts.setdefault(whole, []).append(part)
    figures.within[part] = whole
    figures.shared, figures.last = (part, whole), "share"
    figures.relations.equal(figures.at(part, year), times(percent / 100, figures.at(whole, year)))
    figures.lines.append(f"{said(part, year)}占{whole or '总量'}的 {told.match['value']}%")
    figures.told += [(part, year), (whole, year)]
    if part in figures.units:
        figures.units.setdefault(whole, figures.units[part])
    elif whole in figures.units:
        figures.units.setdefault(part, figures.units[whole])
    figures.subject, figures.whole, figures.last_rated = part, whole, None


def share_changed(figures: Figures, told: Said, change: Fraction, since: int) -> None:
    """Takes in by how many percentage points a share has changed."""
    part_name, whole_name = _parted(told)
    if part_name and not patterns.fullmatch("(?:其|这?一?|该|此|所)+", part_name):
        part = figures.key(part_name, new=True)
        whole = _whole(figures, whole_name, part)
    elif figures.shared:
        part, whole = figures.shared
    else:
        stay_out("whose share")
    now = figures.relations.ratio(figures.at(part, figures.year), figures.at(whole, figures.year))
    if now is None:
        stay_out("a change of an unknown share")
    if figures.told[-1:] == [(part, since)] and told.since is None and not told.has("同比"):
        stay_out("lower in which of the years")  # `上年收入 75 亿元，占全市的比重低 3 个百分点`
    figures.relations.equal(figures.at(part, since), times(now - change / 100, figures.at(whole, since)))
    figures.lines.append(f"{part}的比重变化 {told.value} 个百分点")
    figures.told += [(part, since), (whole, since)]
