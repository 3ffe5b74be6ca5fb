"""Means of two groups and of both together: the ratio of their sizes, a size, a mean. The same crossing as with two solutions."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.reduced import N, Vocabulary, parse
from engine.generators.civil._problems.relations import Answer, Relations, number, recognition, times, total, unknown
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_VOCABULARY = Vocabulary(
    words=(
        (r"男(?:生|职工|员工|同学|工|性|的)?(?:的)?|甲(?:班|组|队|校|单位|部门|科室|车间|公司|厂)?(?:的)?(?:员工|职工|学生|人员)?(?:的)?", "甲"),
        (r"女(?:生|职工|员工|同学|工|性|的)?(?:的)?|乙(?:班|组|队|校|单位|部门|科室|车间|公司|厂)?(?:的)?(?:员工|职工|学生|人员)?(?:的)?", "乙"),
        (r"(?:全(?:班|体|校|单位|公司|厂|部|组|年级)|两班(?:合在一起|合起来|一起)?|总体|所有人?|整体|全部|总|合在一起|合起来)(?:学生|同学|职工|员工|人)?(?:的)?", "全"),
        (r"(?:的)?(?:数学|语文|英语|考试|期末)?平均(?:成绩|分数?|工资|月薪|年龄|身高|体重|得分)?(?:为|是)?", "均"),
        (r"(?:人数)?(?:之比|比例|比)(?:是|为)?", "∶"),
        (r"∶", "∶"),
        (r"人数|的人", "数"),
        (r"(?<=[\d少])(?:名|个)?人|(?<=\d)名", "n"),
        (r"(?<=[\d少])(?:分|元|岁|厘米|千克)", "u"),
        (r"、|和|与", "、"),
        (r"多少(?:分|元|岁|钱)", "?u"),
        (r"多少|几", "?"),
        (r"倍", "倍"),
        (r"[两2](?:个)?(?:单位|班|组|部门|科室|车间|公司|厂)(?:的)?(?=平均|合|共|总)|[两2](?:个)?(?:单位|班|组|部门)(?:的)?", "全"),
        (r"[两2](?:个)?(?:科室|车间|公司|厂|部门)的?", ""),
        (r"(?<=[甲乙])比(?=[甲乙女男])|比(?=[女男甲乙])", "比"),
        (r"多(?=多少|几)", "多"),
        (r"(?:高(?:出)?|多(?:出)?)(?:了)?(?=\d)", "高"),
        (r"(?:低|少)(?:了)?(?=\d)", "低"),
        (r"%", "%"),
        (r"随机|抽查|体能|测验|测试|组织|参加|其", ""),
        (r"一个(?=班|组|队|单位|公司|车间|学校|年级)", ""),
        (r"各(?=\d)", "每"),
        (r"各|班|有|某|单位|公司|学校|一次|考试|测验|成绩|共", ""),
    ),
    changes=((r"\s+", ""), (r"(\d+):(\d+)", r"\1∶\2"), (r"男女", "男、女")),
)  # fmt: skip
_STATEMENTS = (
    ("mean", rf"(?P<who>[甲乙全]?)全?均(?P<value>{N})u?"),
    ("size", rf"(?P<who>[甲乙])(?:数)?(?P<value>{N})n?(?!%)"),
    ("more-of", rf"(?P<who>[甲乙])数?[比∶](?P<other>[甲乙])数?(?P<way>[高低])(?P<value>{N})(?P<unit>%|n)"),
    ("mean-above", rf"(?P<who>[甲乙])均[比∶](?P<other>[甲乙])均?(?P<way>[高低])(?P<value>{N})(?P<unit>%|u)"),
    ("sizes", rf"甲、乙全?(?:数)?(?P<one>{N})n?、(?P<other>{N})n"),
    ("means", rf"甲、乙全?均(?P<one>{N})u?、(?P<other>{N})u?"),
    ("total", rf"(?:甲、乙|全)?(?:数)?(?P<value>{N})n"),
    ("ratio", rf"甲、乙(?:数)?∶(?P<one>{N})∶(?P<other>{N})"),
    ("ratio", rf"甲、乙(?:数)?(?P<one>{N})∶(?P<other>{N})∶?"),
    ("multiple", rf"(?P<who>[甲乙])(?:数)?(?P<other>[甲乙])(?:数)?(?P<value>{N})倍"),
    ("ask-multiple", r"(?P<who>[甲乙])(?:数)?(?P<other>[甲乙])(?:数)?\?倍"),
    ("ask-more", r"(?P<who>[甲乙])(?:数)?[∶比](?P<other>[甲乙])(?:数)?多\?n"),
    ("ask-ratio", r"(?:甲、乙)(?:数)?(?:∶)\?"),
    ("ask-mean", r"全?(?P<who>[甲乙全])均\?u?"),
    ("ask-size", r"(?P<who>[甲乙])(?:数)?\?n?"),
    ("word", r"(?:甲、乙|数|全)+(?=[,。;])"),
)  # fmt: skip


def read_group_means(text: str) -> Recognition | None:
    """Two groups with a mean each, and the mean of all."""
    plain = _VOCABULARY.plain(text)
    if "平均" not in plain or not patterns.search("男.*女|甲.*乙", plain):
        return None
    means: dict[str, Fraction] = {}
    relations, lines = Relations(), []
    asks: list[tuple[int, str, str]] = []
    last = ""
    above: tuple[str, str, Fraction, str] | None = None
    told_total = False
    for name, match in parse(_VOCABULARY.reduce(plain), _STATEMENTS):
        groups = match.groupdict()
        who = groups.get("who") or ""
        if name == "size":
            last = who
        if name == "mean":
            who = who or last or ("全" if told_total else "")
            if who in means or not who:
                stay_out("two means")
            means[who] = Fraction(groups["value"])
        elif name == "means":
            if means:
                stay_out("two means")
            means |= {"甲": Fraction(groups["one"]), "乙": Fraction(groups["other"])}
        elif name == "sizes":
            for group, size in (("甲", groups["one"]), ("乙", groups["other"])):
                relations.equal(unknown(group), number(size))
                lines.append(f"{group} {size} 人")
        elif name == "size":
            relations.equal(unknown(who), number(groups["value"]))
            lines.append(f"{who} {groups['value']} 人")
        elif name == "total":
            relations.equal({"甲": Fraction(1), "乙": Fraction(1)}, number(groups["value"]))
            lines.append(f"一共 {groups['value']} 人")
            told_total = True
        elif name == "ratio":
            relations.equal(times(Fraction(groups["other"]), unknown("甲")), times(Fraction(groups["one"]), unknown("乙")))
            lines.append(f"人数比 {groups['one']}:{groups['other']}")
        elif name == "multiple":
            relations.equal(unknown(who), times(Fraction(groups["value"]), unknown(groups["other"])))
            lines.append(f"{who}的人数是{groups['other']}的 {groups['value']} 倍")
        elif name == "more-of":
            sign = 1 if groups["way"] == "高" else -1
            more = sign * Fraction(groups["value"])
            if groups["unit"] == "%":
                relations.equal(unknown(who), times(1 + more / 100, unknown(groups["other"])))
            else:
                relations.equal(unknown(who), total(unknown(groups["other"]), number(more)))
            lines.append(
                f"{who}的人数比{groups['other']}{'多' if sign > 0 else '少'} {groups['value']}{'%' if groups['unit'] == '%' else ' 人'}"
            )
        elif name == "mean-above":
            above = (who, groups["other"], Fraction(groups["value"]) * (1 if groups["way"] == "高" else -1), groups["unit"])
            lines.append(
                f"{who}的平均比{groups['other']}{'高' if above[2] > 0 else '低'} {groups['value']}{'%' if groups['unit'] == '%' else ''}"
            )
        elif name.startswith("ask"):
            if groups.get("other") == who:
                stay_out("times itself")
            asks.append((match.start(), name, who))
    lines += [f"{'全体' if who == '全' else who}平均 {decimal(value, 4)}" for who, value in means.items()]
    if above is not None:
        _means_beside(means, above, relations)
    if means.keys() == {"甲", "乙", "全"}:
        # What one group lacks to the mean of all, the other has above it.
        relations.equal(times(means["全"] - means["甲"], unknown("甲")), times(means["乙"] - means["全"], unknown("乙")))
        if not min(means["甲"], means["乙"]) < means["全"] < max(means["甲"], means["乙"]):
            stay_out("numbers")
    unit = patterns.search(r"\d(分|元|岁|厘米|千克)", plain)
    answers: list[Answer] = []
    for place, name, who in asks:
        if name == "ask-ratio":
            ratio = relations.ratio(unknown("甲"), unknown("乙"))
            if ratio is None or ratio <= 0:
                stay_out("not determined")
            answers.append((place, f"{ratio.numerator}:{ratio.denominator}", ""))
        elif name == "ask-multiple":
            ratio = relations.ratio(unknown(who), unknown("乙" if who == "甲" else "甲"))
            answers.append((place, ratio if ratio is not None and ratio > 0 else stay_out("not determined"), "倍"))
        elif name == "ask-more":
            sizes = [relations.value(unknown(each)) for each in (who, "乙" if who == "甲" else "甲")]
            more = sizes[0] - sizes[1] if sizes[0] is not None and sizes[1] is not None else stay_out("not determined")
            answers.append((place, more if more > 0 else stay_out("fewer"), "人"))
        elif name == "ask-size":
            size = relations.value(unknown(who))
            answers.append((place, size if size is not None and size > 0 else stay_out("not determined"), "人"))
        elif above is not None and who in means and who != "全":
            answers.append((place, means[who], unit[1] if unit else ""))
        elif who == "全" and {"甲", "乙"} <= means.keys():
            share = relations.ratio(unknown("甲"), {"甲": Fraction(1), "乙": Fraction(1)})
            if share is None:
                stay_out("not determined")
            answers.append((place, share * means["甲"] + (1 - share) * means["乙"], unit[1] if unit else ""))
        elif who != "全" and "全" in means and len(means) == 2:
            other = "乙" if who == "甲" else "甲"
            ratio = relations.ratio(unknown(other), unknown(who))
            if ratio is None or other not in means:
                stay_out("not determined")
            answers.append((place, means["全"] + ratio * (means["全"] - means[other]), unit[1] if unit else ""))
        else:
            stay_out("which mean")
    return recognition(lines, answers, {})


def _means_beside(means: dict[str, Fraction], above: tuple[str, str, Fraction, str], relations: Relations) -> None:
    """One group's mean is so much above the other's: with one mean, or that of all and the sizes, both follow.

    Raises:
        StayOut: they are told, or do not follow.
    """
    who, other, more, unit = above
    if who == other or (who in means and other in means):
        stay_out("two means")
    factor, added = (1 + more / 100, Fraction(0)) if unit == "%" else (Fraction(1), more)
    if other in means:
        means[who] = factor * means[other] + added
    elif who in means:
        means[other] = (means[who] - added) / factor
    else:
        share = relations.ratio(unknown(who), {"甲": Fraction(1), "乙": Fraction(1)})
        if share is None or "全" not in means:
            stay_out("which mean")
        # share × (factor × m + added) + (1 − share) × m = the mean of all
        means[other] = (means["全"] - share * added) / (1 + share * (factor - 1))
        means[who] = factor * means[other] + added
