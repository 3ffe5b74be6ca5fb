"""Clauses that only tell the story around a problem: they count nothing, compare nothing, forbid nothing and change nothing."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._problems.story import Story

_COUNTS_OR_BINDS = re.compile(
    r"[\d一二两三四五六七八九十百\ue000]|[不没未无非除只仅但却先再又另若如果同异最多少增减剩余各坏差]|(?<![运送搬])至|每(?!(?:个|盆|件|箱|本|只|枝|支|套|份|束|袋|盒)(?:均|都)(?:用|被|已))|必须|须|[甲乙丙丁]|或|且|允许|禁止|限|分别|相|放回|保证|确保|一定"
)


_BINDS = re.compile(
    r"[\d\ue000A-Za-z]|[两二三四五六七八九十百]|[不没无未除只仅各每另至必若如同异混换再先后剩余坏掉倒]|[甲乙丙丁戊]|一样|放回|加入|或|最|恰|若干|部分|相"
)


def only_introduces(clause: str) -> bool:
    """Whether a clause tells of no number, nobody by name and nothing that binds: it only leads to what is told."""
    return _BINDS.search(clause) is None


def pass_over_background(story: Story) -> None:
    """Take the clauses of which nothing was read and that are only background."""
    spans = [each.span() for each in patterns.finditer(r"[^,;。?!:\n]+", story.rest) if _COUNTS_OR_BINDS.search(each[0]) is None]
    story.take_spans(spans)
