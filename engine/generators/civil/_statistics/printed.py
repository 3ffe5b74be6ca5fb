"""Materials as they come out of a printed page: lines broken in the middle of a sentence, a question's number glued to its year."""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns

_ROW = r"\d[\d.]*[%万亿\u4e00-\u9fff]{1,3}(?:[、和]\d[\d.]*[%万亿\u4e00-\u9fff]{1,3}?)+"
_LINE = 24
"""A line at least so long may have been broken by the edge of the page."""
_SAID_AGAIN = re.compile(r"((?:19|20)\d\d年)的?([\u4e00-\u9fff]{2,10})(与|和|同|比|较)((?:19|20)\d\d年)的?\2(?=相比|[增减上下提降约多少])")
"""`2020 年的产值与 2019 年的产值相比`: the name a second time."""


_OF_PIECES = r"(?=(?:了|约|大约|共|达到?)*(?:\d[\d.]*\s?|多少\s?)[万亿]*(?:辆|台|部|套|件|吨|只|双|箱)(?![\u4e00-\u9fff]*[元额]))"


def _three_industries(found: re.Match[str]) -> str:
    """The shares of the three industries one by one; as it stands where they are not all there is."""
    shares = [found["one"], found["two"], found["three"]]
    if not 99 < sum(map(float, shares)) < 101:
        return found[0]
    return ",".join(
        f"第{which}产业增加值占{found['whole'] or '地区生产总值'}的比重为{share}%" for which, share in zip("一二三", shares, strict=True)
    )


_SAID_OTHERWISE: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    # `与 GDP 之比为 16.6%`
    (r"(?<=[,，\d元吨])与\s?([^,，;；。\d与]{1,12}?)\s?的?(?:比率|比值|之比)(?=(?:约|大约)?[为是达]\s?\d[\d.]*\s?%)", r"占\1的比重"),
    (rf"(?:共|累计|合计)?销售(?:了)?([\u4e00-\u9fff]{{2,10}}?){_OF_PIECES}", r"\1销量"),
    (rf"(?<=[\u4e00-\u9fff]{{2}})销售{_OF_PIECES}", "销量"),
    (r"第一、第?二、第?三产业", "第一产业、第二产业、第三产业"),
    (
        r"三次产业(?:增加值)?(?:占(?P<whole>[^,，;；。\d]{2,8}?)(?:的)?)?(?:结构|比例|占比|比重|之比)+(?:为|是)\s?(?P<one>\d[\d.]*)\s?[:：∶]\s?(?P<two>\d[\d.]*)\s?[:：∶]\s?(?P<three>\d[\d.]*)(?![\d:：∶])",
        _three_industries,
    ),
    # `依次由 2012 年的 6% 和 50% 调整为 2021 年的 4% 和 44%`
    (
        rf"(?P<names>[^,，;；。\s]{{3,40}}?)(?:依次|分别)(?P<of>占[^,，;；。\d]{{1,14}}?比重)?(?:由|从)(?P<then>(?:19|20)\d\d年)的?(?P<first>{_ROW})(?:调整|变化|变|优化|演变|增加|增长|提高)?(?:为|至|到)(?P<now>(?:19|20)\d\d年)的?(?P<second>{_ROW})",
        r"\g<then>\g<names>分别\g<of>为\g<first>,\g<now>\g<names>分别\g<of>为\g<second>",
    ),
)


def unwrapped(text: str) -> str:
    """The text with sentences on one line, and questions without their number."""
    text = patterns.sub(r"(?m)^[ \t]*\d{1,3}[.、．][ \t]*(?=(?:19|20)\d\d(?:\D|年|$))", "", text)
    text = patterns.sub(r"(?<![\d.])((?:19|20)\d\d)(?=全[国省市])", r"\1年", text)
    text = patterns.sub(r"(?<=年)\s?Q([1-4])(?!\d)", lambda found: f"第{' 一二三四'[int(found[1])]}季度", text)
    for pattern, told in _SAID_OTHERWISE:
        text = patterns.sub(pattern, told, text)
    text = _SAID_AGAIN.sub(r"\1的\2\3\4", text)
    lines = text.split("\n")
    found = lines[:1]
    for line in lines[1:]:
        before = found[-1].rsplit("\n", 1)[-1]
        if (
            len(before.strip()) >= _LINE
            and patterns.search(r"[\u4e00-\u9fff\d%、,，.]$", before.rstrip())
            and patterns.match(r"[\u4e00-\u9fff\d]", line)
            and not patterns.match(r"(?:问|请|材料|注|\d{1,3}[.、．]|[一二三四五六]、)", line)
            and not patterns.search(r"\||\d\s+\d", before + " " + line.lstrip("0123456789."))
        ):
            found[-1] = found[-1].rstrip() + line.lstrip()
        else:
            found.append(line)
    return "\n".join(found)
