"""What statistics ask, found by its words in any order: a figure, its rate, its increase, shares, means, contributions, multiples, the most."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from engine.generators import patterns
from engine.generators.civil._statistics.cues import (
    FALL,
    FIGURE,
    FILL,
    MORE_WORD,
    RANGE,
    RATE_WORD,
    RISE,
    SHARE_WORD,
    SINCE,
    YEARLY,
)
from engine.generators.civil._statistics.figures import Figures
from engine.generators.civil._statistics.names import LEAD, clean
from engine.generators.civil._statistics.text import UNIT

_MOVES = rf"(?:变化|变动|波动|变(?!成|为|到)|相差|{RISE}|{FALL})"
_TAIL = rf"(?:{FILL}|各|共|(?<!对)应|又|(?<!对)应该|需|要|大致|等于|相当于|接近|最接近|变成|变为|到|至|约合|达)*"
_UNIT = re.compile(
    rf"(?:(?P<percent>%)|(?P<points>个?百分点)|(?P<times>倍)|(?P<tenths>成)|(?P<degrees>度)|(?P<unit>{UNIT})(?:(?:/|每)(?P<per>公顷|亩|人|户|平方米|平方千米|辆|台|件|吨|万元|家|个))?)?"
)
_PARTICLES = r"(?:左右|上下|呢|吗|啊|呀|嘛|了|的|是|为|\?)*"
MEAN_WORD = r"人均|平均|户均|单产|均价|单价|每|件均|亩产|均|日均|月均|车均|单位(?=面积|人次|产品|GDP|耕地)"
_COUNTED_AFTER = r"(?P<counted>[^\d⟦⟧,;。?%多少几]{0,8})"


@dataclass(slots=True)
class Ask:
    """Something asked.

    Attributes:
        what: which computation.
        year: the year spoken of when it was asked.
        subject: the figure last spoken of.
        told: names, years and units, as said.
    """

    what: str
    year: int
    subject: str | None
    told: dict[str, str] = field(default_factory=dict)

    def said(self, name: str) -> str:
        """What was said of it; an empty string where nothing was."""
        return self.told.get(name, "")


def kept_asks(asks: list[Ask]) -> Callable[[Figures, str], bool]:
    """A function that keeps what the rest of a clause asks in `asks`, and says whether it understood it."""

    def ask(figures: Figures, rest: str) -> bool:
        found = _understood(figures, rest)
        if found is None:
            return False
        for one in found:
            # `The income per head, and by how much it has grown`: of what was asked before.
            before = asks[-1] if asks else None
            if before and before.what == "mean" and one.what in ("rate", "more") and not clean(one.said("name")):
                one.what, one.told["name"] = f"mean-{'growth' if one.what == 'rate' else 'more'}", before.said("name")
            if before and before.what in ("contribution", "pull") and one.what in ("contribution", "pull") and not clean(one.said("part")):
                one.told["part"] = before.said("part")
                one.told.setdefault("whole", "")
                one.told["whole"] = one.told["whole"] if clean(one.told["whole"]) else before.said("whole")
            asks.append(one)
            if one.what in ("value", "rate", "more") and clean(one.said("name")):
                figures.about(one.said("name"))
        figures.asked = figures.asked or "something"
        return True

    return ask


def _understood(figures: Figures, rest: str) -> list[Ask] | None:
    if patterns.search("[哪谁]", rest):
        most = _most(figures, rest)
        return None if most is None else [most]
    place = patterns.search("多少|几", rest)
    assert place is not None
    head = rest[: place.start()]
    unit = _UNIT.match(rest, place.end())
    assert unit is not None
    tail = patterns.sub(rf"^{_PARTICLES}", "", rest[unit.end() :])
    if FIGURE.search(head):
        return None
    more: list[Ask] | None = []
    counted = ""
    if patterns.search("多少|几", tail):
        tail = patterns.sub(r"^[,、和与及]", "", tail)
        more = _understood(figures, tail)
    elif tail:
        after = patterns.fullmatch(rf"{_COUNTED_AFTER}?(?:{_PARTICLES})", tail)
        if after is None or patterns.search(r"[不没除另若假]|⟦", tail):
            return None
        counted = after["counted"]
    if more is None:
        return None
    asks: list[Ask] = []
    for each in _separate(figures, head):
        one = _asked(figures, each, unit, counted)
        if one is None:
            return None
        asks.append(one)
    return asks + more


_NOUN = rf"(?:同比)?(?:{RATE_WORD}|{MORE_WORD}|{SHARE_WORD}|人均[^\d⟦⟧与和及]{{2,8}}|[^\d⟦⟧与和及]{{2,10}})"


def _separate(figures: Figures, head: str) -> list[str]:
    """`进口额和出口额各` asks two things, `增长率与增长量` as well."""
    bare = patterns.sub(rf"{_TAIL}$", "", head)
    if nouns := patterns.fullmatch(
        rf"(?P<of>.*?)(?P<one>(?:同比)?(?:{RATE_WORD}|{MORE_WORD}))(?:和|与|及|以及|、|跟|,)(?:同比)?(?P<two>{RATE_WORD}|{MORE_WORD})", bare
    ):
        return [nouns["of"] + nouns["one"], nouns["of"] + nouns["two"]]
    if patterns.search("(?:分别|各自?)(?:{_TAIL})?$".replace("{_TAIL}", _TAIL), head) and (
        both := patterns.fullmatch(r"(?P<lead>(?:⟦-?\d+⟧)?)(?P<one>[^\d⟦⟧比]{2,12})(?:和|与|及|以及|、|跟)(?P<two>[^\d⟦⟧比]{2,12})", bare)
    ):
        return [both["lead"] + both["one"], both["lead"] + both["two"]]
    years = patterns.fullmatch(r"(?P<one>⟦-?\d+⟧)(?:和|与|及|、)(?P<two>⟦-?\d+⟧)(?:的)?(?P<rest>.+)", bare)
    if years and patterns.search("分别|各", head):
        return [years["one"] + years["rest"], years["two"] + years["rest"]]
    return [head]


def _asked(figures: Figures, head: str, unit: re.Match[str], counted: str) -> Ask | None:
    """One thing asked: `head` stands before 多少, `unit` after it."""
    told: dict[str, str] = {}
    text = patterns.sub(LEAD, "", head)
    if patterns.search("同比|增速", head):
        told["yearly"] = "1"
    if unit["percent"]:
        told["percent"] = "1"
    if years := patterns.search(RANGE, text):
        told |= {"from": years["from"], "to": years["to"]}
        text = text[: years.start()] + text[years.end() :]
        text = patterns.sub(r"(?:的|这)*[两三四五六2-9]年(?:来|间|里|内|中)?(?:一共|合计|总共|共|累计|总的?)", "", text)
    elif since := patterns.search(SINCE, text):
        told["since"] = since["since"]
        text = text[: since.start()] + "同比" + text[since.end() :]
    elif of_year := patterns.search(r"(?:是|为|相当于|达到?了?)⟦(?P<since>-?\d+)⟧(?:的)?(?:同期|水平)?的?(?=[约大]*$)", text):
        told["since"] = of_year["since"]
        what = "multiple-year" if unit["times"] or unit["percent"] or not unit[0] else None
        text = text[: of_year.start()]
        if what is None:
            return None
        told["unit"] = unit[0] or "倍"
        if year := patterns.search(r"⟦(?P<year>-?\d+)⟧(?:的)?", text):
            told["year"] = year["year"]
            text = text[: year.start()] + text[year.end() :]
        return Ask(what, figures.year, figures.subject, told | {"name": text})
    elif span := patterns.search(r"(?:这|过去|前后)?(?P<span>[两三四五2-5])年(?:来|间|里|内|中)?(?:一共|合计|总共|共|累计|总的?)", text):
        told["span"] = span["span"]
        text = text[: span.start()] + text[span.end() :]
    found = list(patterns.finditer(r"⟦(?P<year>-?\d+)⟧(?:的)?[,]?", text))
    if len(found) > 1:
        return None
    if found:
        told["year"] = found[0]["year"]
        text = text[: found[0].start()] + text[found[0].end() :]
    ask = _kind(figures, text, unit, counted, told)
    if ask is not None and told.get("year") and int(told["year"]) > 1900 and ask.what in ("value", "share", "rate"):
        figures.year = figures.spoken = int(told["year"])
    return ask


def _kind(figures: Figures, text: str, unit: re.Match[str], counted: str, told: dict[str, str]) -> Ask | None:
    def asks(what: str, **names: str | None) -> Ask:
        kept = {name: value for name, value in names.items() if value}
        return Ask(what, figures.year, figures.subject, told | kept)

    text = patterns.sub(r"^[的,]+", "", text).removeprefix("同比")
    if "变化方向" in text:
        told["direction"], text = "1", text.replace("变化方向", "变化")
    moves = patterns.search(
        rf"(?P<moves>{_MOVES})(?:还是{_MOVES})?(?:了|约|为|是|幅度|大约)*$", patterns.sub(rf"(?:{FILL})+$", "", text) or ""
    )
    body = patterns.sub(rf"{_TAIL}$", "", text)
    percent, points, amount = unit["percent"], unit["points"], unit["unit"] or ""
    more_words = f"增长|增加|增收|增产|{MORE_WORD}"
    if match := patterns.fullmatch(
        rf"(?P<part>.*?)(?:的?(?:{more_words}))?对(?P<whole>.*?)(?:的?(?:{more_words}))*(?:的|量的)?贡献率?", body
    ):
        return asks("contribution", part=match["part"], whole=match["whole"])
    if match := patterns.fullmatch(r"(?:其|它|该|这一)?(?P<part>[^对\d⟦⟧]{0,10}?)的?(?:增长)?贡献率", body):
        return asks("contribution", part=match["part"])
    if match := patterns.fullmatch(
        rf"(?P<part>.*?)的?(?:{MORE_WORD}|增长的?部分)占(?:了)?(?P<whole>.*?)的?(?:{MORE_WORD})(?:的)?(?:{SHARE_WORD}|比)?", body
    ):
        return asks("contribution", part=match["part"], whole=match["whole"])
    if match := patterns.fullmatch(
        rf"(?P<part>.*?)(?:的?(?:{more_words}))?拉动(?:了)?(?P<whole>.*?)(?:的)?(?:{RATE_WORD}|{RISE})?(?:了|约)*", body
    ):
        return asks("pull", part=match["part"], whole=match["whole"]) if not amount else None
    if match := patterns.fullmatch(
        r"(?P<part>.*?)(?:在[^\d]{0,10}?中?)?(?:的|所|对应|占)*(?:扇形)?(?:的)?(?:圆心角|角度)(?:的?度数)?", body
    ):
        return asks("angle", part=patterns.sub("(?:对应|所对|所占|在?扇形(?:统计)?图(?:中|上)?)的?$", "", match["part"]))
    if match := patterns.fullmatch(r"(?P<one>[^比]{2,14}?)(?:与|和|跟|同)(?P<other>[^比]{2,14}?)(?:的)?(?:之比|(?<!同)比|比例|比值)", body):
        return asks("proportion", one=match["one"], other=match["other"])
    if match := patterns.fullmatch(
        rf"(?P<name>[^=÷]{{0,12}})=(?P<one>[^=÷]{{2,10}})÷(?P<other>[^=÷]{{2,10}}?)(?:(?:的)?(?:同比)?(?:{RATE_WORD}|{_MOVES})(?:了|约|为)*|同比)",
        body,
    ):
        way = moves["moves"] if moves else "变化" if body.endswith("同比") else ""
        return asks("mean-growth", name=match["name"], above=match["one"], below=match["other"], moves=way)
    if match := patterns.fullmatch(r"[^=÷]{0,12}=(?P<one>[^=÷]{2,10})÷(?P<other>[^=÷]{2,10})", body):
        return asks("ratio", one=match["one"], other=match["other"])
    if unit["times"]:
        return _times(asks, body)
    if patterns.search(YEARLY, body):
        return _yearly(asks, body, amount, percent)
    if differ := patterns.fullmatch(
        rf"(?P<one>.+?)(?<!同)(?:比|较)(?P<other>[^\d同]{{1,16}}?)(?:同比)?(?P<rate>{RATE_WORD})?(?P<way>多|少|高|低|快|慢|大|小)(?:了|出)?(?:约)?",
        body,
    ):
        if points or (not unit[0] and differ["way"] in "快慢"):
            return asks("rates-differ", one=differ["one"], other=differ["other"] + (differ["rate"] or ""), way=differ["way"])
        if differ["rate"] or patterns.search(rf"(?:{RISE}|{FALL})了?的?$", differ["one"]):
            return None  # increases are compared, not how large the two are
        return asks("differ", one=differ["one"], other=differ["other"], way=differ["way"], unit=unit[0])
    if apart := patterns.fullmatch(r"(?P<one>.+?)(?:与|和|跟)(?P<other>.+?)(?:之差|的差额?|差额|的差距|相差)", body):
        return None if percent or points else asks("differ", one=apart["one"], other=apart["other"], way="差", unit=amount)
    if "占" in body or patterns.search(rf"(?:{SHARE_WORD})(?:同比)?(?:{_MOVES}(?:还是{_MOVES})?)?(?:了|约)*$", body) or unit["tenths"]:
        return _share(asks, body, unit, moves)
    if points and not patterns.search(RATE_WORD, body) and moves and figures_spoke_of_share(figures, body):
        return asks("share-change", moves=moves["moves"])
    named = patterns.sub(rf"(?:同比|{RATE_WORD}|{_MOVES}|{FILL}|{MORE_WORD})+$", "", body)
    if patterns.search(MEAN_WORD, named) and not _told_mean(figures, named):
        return _mean(asks, body, unit, moves, counted)
    if points:
        if patterns.search(RATE_WORD, body) and moves:
            return asks(
                "points",
                name=patterns.sub(
                    rf"(?:同比)?(?:{RATE_WORD})(?:同比)?(?:{_MOVES}|{FILL}|还是)*$|(?:同比)?(?:{RATE_WORD})(?:同比)*(?:{RATE_WORD})?(?:{_MOVES}|{FILL}|还是)*$",
                    "",
                    body,
                ),
                moves=moves["moves"],
            )
        return asks("rate", name=named, moves=moves["moves"]) if moves else None
    rate = patterns.search(rf"(?:{RATE_WORD})$", body) or (percent and (moves or body.endswith("同比")))
    if patterns.search(f"(?:{MORE_WORD})$", body) and not percent:
        return asks("more", name=named, unit=amount)
    if (
        rate
        or (moves and not amount and patterns.fullmatch("增长|上涨|下降|上升|变化|变动|提高|降低", moves["moves"]))
        or (body.endswith("同比") and not amount)
    ):
        return asks("rate", name=named, moves=moves["moves"] if moves else "变化" if body.endswith("同比") else "")
    if moves and (amount or not unit[0]):
        return asks("more", name=named, unit=amount, moves=moves["moves"])
    if percent or unit["degrees"] or "同比" in body:
        return None
    return asks("value", name=body, unit=amount)


def figures_spoke_of_share(figures: Figures, body: str) -> bool:
    """Whether percentage points can only be those of the share last spoken of."""
    return not clean(patterns.sub(rf"(?:同比|{_MOVES}|{FILL}|还是)+", "", body)) and (figures.last == "share" or figures.asked == "share")


def _told_mean(figures: Figures, name: str) -> bool:
    """Whether a mean was told as a figure of its own; of several groups only the one that is named."""
    bare = clean(name)
    told = [each for each in figures.names if patterns.search(MEAN_WORD, each)]
    alike = [each for each in told if each and bare and (each.endswith(bare) or bare.endswith(each))]
    return bare in told or len(alike) == 1


def _times(asks: Callable[..., Ask], body: str) -> Ask | None:
    if match := patterns.fullmatch(r"(?P<name>.*?)(?:是|为|约为|约是|相当于|达到?|等于)(?:了)?(?P<other>.*?)(?:的)?(?:大?约)?", body):
        return asks("multiple", name=match["name"], other=match["other"])
    if match := patterns.fullmatch(r"(?P<name>.*?)(?P<moves>增长|增加|提高|上升|扩大|涨)(?:了|约)*", body):
        return asks("rate-times", name=patterns.sub("同比$", "", match["name"]))
    if match := patterns.fullmatch(r"(?P<one>.+?)(?<!同)比(?P<other>[^\d]{1,14}?)(?:多|高)(?:了|出)?", body):
        return asks("times-more", name=match["one"], other=match["other"])
    # `出口是进口的` has lost its 是 where it stands right before the question.
    return None


def _yearly(asks: Callable[..., Ask], body: str, amount: str, percent: str | None) -> Ask | None:
    name = patterns.sub(rf"(?:{YEARLY})(?:同比)?(?:{RATE_WORD}|{MORE_WORD}|{RISE}|{FALL}|的|约|了|大约|为|复合)*$", "", body)
    tail = body[len(name) :]
    if name == body:
        # `年均产量` is a mean, `年均增长率` of something after it a rate.
        if match := patterns.fullmatch(rf"(?:{YEARLY})(?P<name>.+?)(?:同比)?(?P<noun>{RATE_WORD}|{MORE_WORD}|{RISE})(?:了|约)*", body):
            name, tail = match["name"], match["noun"]
        else:
            return None
    if patterns.search(FALL.replace("|减", "").replace("|少", ""), tail):
        return None
    if patterns.search(MORE_WORD, tail) or (amount and patterns.search(RISE, tail)):
        return asks("yearly-more", name=name, unit=amount) if not percent else None
    return asks("yearly", name=name) if not amount else None


def _share(asks: Callable[..., Ask], body: str, unit: re.Match[str], moves: re.Match[str] | None) -> Ask | None:
    if unit["unit"] or unit["degrees"]:
        return None
    stem = patterns.sub(rf"(?:同比|{_MOVES}|还是|{FILL})+$", "", body) if moves else patterns.sub(r"(?:同比|约|了)+$", "", body)
    way = moves["moves"] if moves else ""
    changes = bool(unit["points"] or way or (body.endswith("同比")))
    stem = patterns.sub(rf"(?:所占)?(?:的)?(?:{SHARE_WORD}|比)$", "", stem)
    if match := patterns.fullmatch(r"(?P<part>.*?)(?:所)?占(?:据|到|了|有|全部的?)?(?P<whole>.*?)(?:的)?", stem):
        part, whole = match["part"], match["whole"]
        if not clean(whole) and (among := patterns.fullmatch(r"(?P<whole>.+?)(?:中|里|当中)[,的]?(?P<part>.+)", part)):
            part, whole = among["part"], among["whole"]
    elif (match := patterns.fullmatch(r"(?P<part>.+?)在(?P<whole>.+?)(?:中|里)(?:所|的)*", stem)) or (
        match := patterns.fullmatch(r"(?P<whole>.+?)(?:中|里)[,的]?(?P<part>.+)", stem)
    ):
        part, whole = match["part"], match["whole"]
    else:
        part, whole = stem, ""
    if patterns.fullmatch(r"(?:这一?|该|此|其|所|上述)*", clean(part)) and not whole:
        part = ""
    if changes and not unit["percent"]:
        return asks("share-change", part=part, whole=whole, moves=way, points=unit["points"])
    if way or unit["points"]:
        return None
    return asks("share", part=part, whole=whole, tenths=unit["tenths"] or "")


def _mean(asks: Callable[..., Ask], body: str, unit: re.Match[str], moves: re.Match[str] | None, counted: str) -> Ask | None:
    if unit["points"]:
        return None
    if patterns.search(f"(?:{MORE_WORD})$", body) or (moves and unit["unit"]):
        return asks("mean-more", name=patterns.sub(rf"(?:的)?(?:同比)?(?:{MORE_WORD}|{_MOVES}|了|约)+$", "", body), unit=unit["unit"] or "")
    if moves or patterns.search(rf"(?:{RATE_WORD})$", body) or body.endswith("同比"):
        name = patterns.sub(rf"(?:的)?(?:同比|{RATE_WORD}|{_MOVES}|还是|{FILL})+$", "", body)
        return asks("mean-growth", name=name, moves=moves["moves"] if moves else "变化" if body.endswith("同比") else "")
    if unit["percent"]:
        return None
    name = patterns.sub(r"(?:可|能|需|要)+$", "", body)
    return asks("mean", name=name, unit=unit["unit"] or "", per=unit["per"] or "", counted=counted)


_MOST = re.compile(
    r"(?P<before>.*?)(?P<which>哪一?(?:个|年|家|种|项|类|省|市|县|区|国|月|季度|天|产业|部门|企业|公司|厂|店|品牌|地区|级)?(?:的)?|谁的?)(?P<after>.*?)最(?P<way>高|快|大|多|长|低|慢|小|少|短)(?:的)?(?P<rest>.*)"
)
_MOST_FIRST = re.compile(
    r"(?P<after>.*?)最(?P<way>高|快|大|多|长|低|慢|小|少|短)的?(?:是|为|一?年?是)(?P<which>哪一?(?:个|年|家|种|项|类|省|市|县|区|国|月|季度|天|产业|部门|企业|公司|厂|店|品牌|地区)|谁)(?P<before>)(?P<rest>.*)"
)


def _most(figures: Figures, rest: str) -> Ask | None:
    match = _MOST.fullmatch(rest) or _MOST_FIRST.fullmatch(rest)
    if match is None or patterns.search("多少|几", match["rest"]) or FIGURE.search(rest):
        return None
    left = patterns.sub(rf"^{_PARTICLES}(?:那?一?[年个家项种类])?{_PARTICLES}", "", match["rest"])
    if left:
        return None
    text = match["before"] + "," + match["after"]
    told: dict[str, str] = {"way": match["way"], "which": match["which"]}
    if years := patterns.search(RANGE, text):
        told |= {"from": years["from"], "to": years["to"]}
        text = text[: years.start()] + text[years.end() :]
    elif year := patterns.search(r"⟦(?P<year>-?\d+)⟧", text):
        told["year"] = year["year"]
        text = text[: year.start()] + text[year.end() :]
    if "⟦" in text:
        return None
    text = text.replace(",", "").replace("中", "")
    measure = (
        "share"
        if patterns.search(f"占|{SHARE_WORD}", text)
        else "more"
        if patterns.search(MORE_WORD, text) or (patterns.search("(?:增加|增长|多)(?:的|得|了)?$", text) and match["way"] in "多少")
        else "rate"
        if patterns.search(f"{RATE_WORD}|增长|下降|上涨|上升|增", text) or match["way"] in "快慢"
        else "value"
    )
    name = patterns.sub(
        rf"(?:同比|{RATE_WORD}|{MORE_WORD}|{SHARE_WORD}|{RISE}|{FALL}|占[^\d]*|的|得|了|是|[三四五六]个?[县市区省家])+$", "", text
    )
    return (
        Ask("most", figures.year, figures.subject, told | {"name": name, "measure": measure})
        if not patterns.search("平均|均", name)
        else None
    )
