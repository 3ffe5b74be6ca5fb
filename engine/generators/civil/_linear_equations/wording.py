"""A text as clauses in one wording."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._problems.problems import EXAM_TALK
from engine.generators.civil._problems.wording import plain_wording
from engine.generators.reading import Reading, stay_out

_MARKS = r"[,;。?!:\n()]+"
_KEPT = "\ue001"  # for the colon of a ratio, which ends no clause
_SAID = (
    (r"([\u4e00-\u9fffA-E])[:∶]([\u4e00-\u9fffA-E])=(\d+[:∶]\d+)", r"\1与\2的比是\3"),
    ("较大的?(?:那个|一个)?数", "大数"),
    ("较小的?(?:那个|一个)?数", "小数"),
    ("∶", ":"),
)
_LETTERS = "甲乙丙丁戊"
_GROUPS = "(?:小组|年级|工厂|科室|街道|派出所|科|乡|镇|人|队|班|组|单位|部门|车间|仓库?|厂|公司|店|村|校|地)?"
_OTHERS = re.compile(
    rf"(?:(?:不算|不含|不包括|除了?|除去)(?P<but>[{_LETTERS}]){_GROUPS}(?:以外|之外|外)?,?|(?P<of>[{_LETTERS}])(?P<gap>[^,;。{_LETTERS}]{{0,12}}?))"
    rf"(?:另外|其余|其他|其它)的?(?P<count>[一两二三四1-4])(?:个|支|名|位)?{_GROUPS}[^,;。\d的平均]{{0,8}}?(?:的?(?:总和|之和|和|总[^,;。\d的平均]{{1,4}}))?(?=(?:共|一共|合计)?有?\d|的\d|的一半|多\d|少\d)"
)
_YEAR = r"(?<!\d)(?:19|20)\d\d年(?![以之]?[前后])"
_KIN = "父亲|母亲|爸爸|妈妈|爷爷|奶奶|哥哥|姐姐|弟弟|妹妹"
_YEARS = (("去年", "1年前"), ("明年", "1年后"), ("前年", "2年前"), ("后年", "2年后"))


def _with_others_named(plain: str) -> str:
    """`甲是另外三个队总数的 1/4` as `甲是乙、丙、丁之和的 1/4`, where the text has so many letters."""
    there = [letter for letter in _LETTERS if letter in plain]

    def named(found: re.Match[str]) -> str:
        others = [letter for letter in there if letter != (found["but"] or found["of"])]
        if len(others) != {"两": 2, "一": 1, "二": 2, "三": 3, "四": 4}.get(found["count"]) and str(len(others)) != found["count"]:
            return found[0]
        return (f"{found['of']}{found['gap']}" if found["of"] else "") + "、".join(others) + "之和"

    return _OTHERS.sub(named, plain)


def _with_kin_alone(plain: str) -> str:
    """`小王的父亲` as `父亲`, where no other has one; and the years before and after this one in numbers, where ages are told."""
    if not patterns.search("岁|年龄", plain):
        return plain
    for kin in patterns.split(r"\|", _KIN):
        if len(set(patterns.findall(rf"([小老][\u4e00-\u9fff])的?{kin}", plain))) == 1:
            plain = patterns.sub(rf"[小老][\u4e00-\u9fff]的?(?={kin})", "", plain)
    for said, usual in _YEARS:
        plain = patterns.sub(rf"(?<!\d){said}(?=[\u4e00-\u9fff])", usual, plain)
    return plain


def clauses_of(text: str) -> list[str]:
    """The clauses of a text, in plain wording and without their marks.

    Raises:
        StayOut: a share is asked for in words of which no reader knows the whole.
    """
    said = Reading(text).text
    for pattern, usual in _SAID:
        said = patterns.sub(pattern, usual, said)
    plain = patterns.sub(EXAM_TALK, "", plain_wording(said))
    if share := patterns.search("多少(?:[成折]|分之)|占[^,;。?]{0,4}多少(?![%倍])", plain):
        stay_out(f"what share of what: {share[0]}")
    plain = patterns.sub(
        r"(?<![\d.])([234])(?=个(?:班|队|人|单位|部门|车间|小?组|村|厂|公司|仓库|店|数|科室|街道))",
        lambda count: "两三四"[int(count[1]) - 2],
        plain,
    )
    if len(set(patterns.findall(_YEAR, plain))) == 1:
        plain = patterns.sub(f"{_YEAR}的?", "", plain)
    plain = patterns.sub(r"(?:增加|扩大|提高|减少|缩小|下降|降低|变)[到为成](?:了)?原来的(?=\d|一半)", "乘以", plain)
    plain = _with_kin_alone(_with_others_named(plain))
    plain = patterns.sub(
        rf"([{_LETTERS}])(?P<way>多|少)(?:做|生产|种|买|加工|植|挖|修|看)(?=\d)",
        lambda one: f"{one[1]}{'增加' if one['way'] == '多' else '减少'}",
        plain,
    )
    pieces = patterns.split(_MARKS, patterns.sub(r"(?<=\d):(?=\d)", _KEPT, plain))
    return [piece.strip().replace(_KEPT, ":") for piece in pieces if piece.strip()]
