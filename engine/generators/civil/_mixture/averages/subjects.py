"""Whom a mean, a number or a sum is told of: a named group, places of a row, the rest, the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.generators import patterns
from engine.generators.reading import stay_out

COUNTED = r"[人名位个次天题道箱门科项组队班只份件本周月场轮局篇张头块支种日年棵筐袋周箱月户辆台所]"
_FILLER = (
    r"^(?:那么|现有|已有|有(?=$|的|\d)|则|而|其中|已知|如果|若|假如|并且|且|已经|现在|这时|此时|后来|结果|因此|经计算|经统计|统计|据统计|问|求|请问|试求|,|其(?![他它余中])|该|要使|要想|想要|为了|使得?|希望|在|当|由于|又|他|她|它)+|"
    r"(?:的|们|都|各|约|大约|共|一共|总共|有|是|为|得|则)+$"
)
_WHOLE = r"全(?!勤|能)|所有|总体|整个|合起来|合在一起|合并|混合|总的|一共|[两2二三四五六3-6](?:个)?(?:班|组|部门|车间|队|校|科室|单位|公司|小组)|所在|大家|他们|她们|它们|人均"
_MARK = r"[男女甲乙丙丁戊]|(?<![A-Za-z])[A-Z](?![A-Za-z])|第[一二三四五六七八九]|[一二三四五六](?=[)）]?班|组|队|车间)"
_STRANGE = r"不|没|未|除|另|误|错|改|去掉|增|减|比|倍|最|再|又|至|超|不足|若|如果|缺|补|扣|调|换|离|退|转|进|出(?!席|版|勤)|加(?!班|工)"


@dataclass(slots=True)
class Subject:
    """Whom something is told of.

    Attributes:
        kind: "names", "whole", "first", "last", "place", "rest" or "without".
        size: how many there are, where it says so.
    """

    kind: str
    names: list[str] = field(default_factory=list)
    size: int | None = None
    unit: str = ""


def subject(text: str) -> Subject:
    """The subject a string names.

    Raises:
        StayOut: it holds a condition, or more than a name.
    """
    said = patterns.sub(_FILLER, "", patterns.sub(r"\s", "", text))
    said = patterns.sub(_FILLER, "", said)
    if patterns.search(rf"从(?:大端|大的|最大|右|最后)[^\d]*(\d+){COUNTED}", said) and (found := patterns.search(r"(\d+)", said)):
        return Subject("last", size=int(found[1]))
    if found := patterns.search(rf"^这(\d+){COUNTED}|^[^\d男女甲乙丙丁A-Z]{{0,3}}这(\d+){COUNTED}", said):
        return Subject("whole", size=int(found[1] or found[2]))
    if found := patterns.search(rf"从?(?:小端|小到大|最小)?(?:开始)?前(?:面)?(\d+)(?:{COUNTED}|$)", said):
        return Subject("first", size=int(found[1]))
    if found := patterns.search(rf"(?:后(?:面)?|最后(?:面)?)的?(\d+)(?:{COUNTED}|$)", said):
        return Subject("last", size=int(found[1]))
    if found := patterns.search(r"第(\d+)(?!\d|组|队|班|小组|车间|个班|部门|小队|科)", said):
        return Subject("place", size=int(found[1]))
    if found := patterns.search(rf"(?:其余|其他|其它|余下|剩下|剩余|另外?)的?(?:(\d+){COUNTED})?", said):
        return Subject("rest", size=int(found[1]) if found[1] else None)
    if found := patterns.search(r"(?:除去?|去掉|不算|不包括|不计)(?P<who>[^\d,]{1,6}?)(?:以外|之外|外|后|$)", said):
        return Subject("without", names=[found["who"]])
    said = patterns.sub(r"第(\d)(?!\d)", lambda found: "第" + "零一二三四五六七八九"[int(found[1])], said)
    said = patterns.sub(r"(\d+)个?(?:车间|部门|小组|班级?|组|队|学?校|公司|单位|科室|厂|年级)", r"\1班", said)
    size = patterns.search(rf"(\d+)(?:个)?({COUNTED})", said)
    bare = patterns.sub(rf"这?\d+个?{COUNTED}(?:部门|同学|学生|员工|职工|数|功课|成绩|人|工人|小组|公司)*(?:的)?", "", said)
    names = [
        patterns.sub(r"的$", "", each)
        for each in patterns.split(r"、|和|与|及|跟", patterns.sub(rf"(?:{_WHOLE})[班校体部组年级公司厂单位科室]*的?(?=.)", "", bare))
        if each
    ]
    names = [each for each in names if len(set(patterns.findall("[男女]", each))) < 2]  # `男女职工`
    marked = [each for each in names if patterns.search(_MARK, each)]
    if marked or (names and not patterns.search(rf"{_WHOLE}|^(?:这|该|某|一个|此)|^$", bare)):
        chosen = marked or names
        if size is not None and size[2] in "门科项次天周题" and len(chosen) == 1 and not marked:
            return Subject("whole", names=chosen, size=int(size[1]), unit=size[2])  # whose they are
        for each in chosen:
            if patterns.search(_STRANGE, each) or patterns.search(r"\d", patterns.sub(r"第\d+", "", each)) or len(each) > 12:
                stay_out(f"whom: {each}")
        return Subject("names", names=chosen, size=int(size[1]) if size else None, unit=size[2] if size else "")
    if patterns.search(_STRANGE, bare):
        stay_out(f"whom: {bare}")
    return Subject("whole", names=names, size=int(size[1]) if size else None, unit=size[2] if size else "")


def same(one: str, other: str) -> bool:
    """Whether two strings name the same group: by what marks it, or one is short for the other."""
    marks, others = (set(patterns.findall(_MARK, each)) for each in (one, other))
    if marks or others:
        return marks == others
    return one in other or other in one


def known(name: str, names: Sequence[str]) -> str | None:
    """The name among those known that means the same.

    Raises:
        StayOut: two do.
    """
    if name in names:
        return name
    found = [each for each in names if same(each, name)]
    if len(found) > 1:
        stay_out(f"which is {name}")
    return found[0] if found else None
