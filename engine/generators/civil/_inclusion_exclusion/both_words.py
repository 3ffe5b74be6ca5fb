"""What `两样都…` says must be said in a word of the single statements: `两样都外行` is not both of `会唱歌` and `会跳舞`."""

from __future__ import annotations

from collections.abc import Callable

from engine.generators import patterns
from engine.generators.civil._inclusion_exclusion.regions import SORT
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_BOTH = rf"(?:[两二三四234]{SORT}|[两二三四234]者|[两二三四234]个?[\u4e00-\u9fff]{{1,3}}?)(?:人|里|上|中)?(?:全都|都|均|全部?|皆)(?P<how>[^,;。?!、\d都均一二两三四五六七八九十百]{{0,12}})"
_SAID_AFTER = (
    r"(?:的)?(?:至少|最少|至多|最多|恰好?|一共|共|又|也)*(?:有|是|为|占|比|人|户|名)*(?:的)?(?:多少|几|人数|学生|同学|人|户|员工|职工).*$"
)
# Words for being in a set, whatever the set.
_IN_IT = "叠盖重有是会能对上中到了过选参加入符合满足具备占含报订买去喜欢爱好优及格达标通过"
_NOT = r"不|没|未|无|非|错"
_LACKING = r"缺(?!席|陷|考)|短缺|丢(?!弃)|弄丢|(?<!不)欠(?!佳)"


def in_told_words(read: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A reader that says nothing where what both are is told in a word that nothing else was told in."""

    def reading(text: str) -> Recognition | None:
        found = read(text)
        if found is None or found.parameters.get("task") == "multiples":
            return found
        for match in patterns.finditer(_BOTH, text):
            how = patterns.sub(_SAID_AFTER, "", match["how"])
            how = patterns.sub(r"的|[有是为]+$", "", how)
            told = text.replace(match[0], "")
            if patterns.search(_NOT, how):
                continue
            if patterns.search(_LACKING, told) and not patterns.search(_LACKING, how):
                stay_out("both of what one lacks")
            if how and not any(sign in told or sign in _IN_IT for sign in how):
                stay_out(f"both {how}")
        return found

    return reading
