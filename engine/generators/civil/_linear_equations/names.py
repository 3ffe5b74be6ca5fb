"""Which names of a story mean the same thing: `甲仓`, `甲仓库存粮` and `甲` do, `男生` and `女生` do not.

Nothing is listed but letters, kin and what a group is called: a longer name means the thing whose name it holds, sign by sign in order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.civil._problems.wording import SUSPECT
from engine.generators.reading import stay_out

WHOLE = "全体"
"""What all things together are called."""

_LETTER = re.compile(r"[甲乙丙丁戊A-EＡ-Ｅ]")
_KIN = (("爸爸", "父亲"), ("妈妈", "母亲"), ("孩子", "儿子"), ("爷爷", "祖父"), ("奶奶", "祖母"))
_PAIRS = {
    "父子": ("父亲", "儿子"), "父女": ("父亲", "女儿"), "母子": ("母亲", "儿子"), "母女": ("母亲", "女儿"), "夫妻": ("丈夫", "妻子"),
    "兄弟": ("哥哥", "弟弟"), "姐妹": ("姐姐", "妹妹"), "姐弟": ("姐姐", "弟弟"), "兄妹": ("哥哥", "妹妹"),
}  # fmt: skip
_WHOLE = re.compile(
    r"[全一]家|三口|全[班校厂年级部体队书]|总[数人量价和]|所有|[两三四五]者|(?:他|她|它)们|(?<!第)[两三四](?:个|种|类|名|位|人|数|班|队|仓|车间|兄|姐|堆|筐|桶)|^[两三四]$|总计|一共"
)
_GROUP = re.compile("(?:这|本)?(?:单位|公司|学校|工厂|班|校|厂|部门|班级|车间|村)")
_ANY_GROUP = re.compile("(?:队|班|校|厂|公司|单位|村|小组|学院|社团)$")
_SETTING = re.compile(
    r"^(?:某|该|这|那)?(?:单位|公司|学校|工厂|机关|部门|班级?|小学|中学|商店|超市|仓库|车间|村|小区|社区|企业|书店|停车场|果园|农场|养殖场|动物园|图书馆|合唱队|运动队|兴趣小组|年级)(?:里|中)?(?=.)"
)
_NOUN = re.compile(
    r"(?:的)?(?:[人个只本棵张条件头页户票道题支辆瓶箱袋株匹朵颗把块台套份篇枚座间架艘]数|数量|数目|年龄|岁数|重量|质量|价格|单价|价钱|钱数|存款数?|产量|成绩|得分|分数|身高|体重|长度?)$"
)
_OF_ANOTHER_SORT = re.compile("平均|人均|均|最|积|平方|速|效率|浓度|概率|利润|占比|比重|排名|名次|周长")
"""What is no quantity that adds up over things."""
_CHANGES = re.compile(rf"{SUSPECT}|[借还走出进入来去给拿取送卖买丢死逃调搬付欠飞倒漏]")
HARMLESS = re.compile("共同|优秀|优质|先进|同学|员工|植树|造林|退休|交警|全部|乡镇|人员|销售|业绩|如下|判断")
"""Words with a sign that might count, and that count nothing."""


def letters(name: str) -> list[str]:
    """The letters with which a name speaks of things: `甲乙两班` of two."""
    return patterns.findall(_LETTER.pattern, name)


class Names:
    """The things of a story, by all the names that are used of them.

    `said`: every name as it stands in the text, in order; `heads`: those with which a clause begins.

    Raises:
        StayOut: a name may mean two things, or holds something that happens.
    """

    def __init__(self, said: Sequence[str], heads: Sequence[str]) -> None:
        plain = [_plain(name) for name in said]
        self._heads = {_plain(name) for name in heads}
        self._lettered = any(letters(name) for name in plain)
        self._said = plain
        self._of: dict[str, tuple[str, ...]] = {}
        bases: list[str] = []
        for name in sorted(dict.fromkeys(plain), key=lambda each: (len(each), plain.index(each))):
            if not name:
                continue
            if (_WHOLE.search(name) or _GROUP.fullmatch(name) or self._alone(name)) and not letters(name):
                self._of[name] = (WHOLE,)
                continue
            if found := letters(name):
                self._rest(_LETTER.sub("", name))
                self._of[name] = tuple(dict.fromkeys(found))
                continue
            if pair := next((pair for pair in _PAIRS if name.startswith(pair)), None):
                self._of[name] = _PAIRS[pair]
                continue
            if "男" in name and "女" in name:
                after = name[max(name.index("男"), name.index("女")) + 1 :]
                self._of[name] = tuple(f"{sex}{after}" for sex in sorted("男女", key=name.index))
                continue
            if not self._lettered and self._parted(name):
                self._of[name] = (WHOLE,)
                continue
            held = [base for base in bases if _holds(name, base)]
            if held:
                longest = max(held, key=len)
                if sum(len(base) == len(longest) for base in held) > 1 or any(not _holds(longest, base) for base in held):
                    stay_out(f"two things in one name: {name}")
                self._rest(name.replace(longest, "", 1) if longest in name else "")
                self._of[name] = (longest,)
                continue
            bases.append(name)
            self._of[name] = (name,)
        for name, things in list(self._of.items()):  # 男 and 女 of `男女生`
            if len(things) > 1 and not letters(name):
                self._of[name] = tuple(next((base for base in bases if thing[0] in base), thing) for thing in things)

    def _alone(self, name: str) -> bool:
        """Whether it is the one group that the story is of: `舞蹈队`, where there is no other."""
        kind = _ANY_GROUP.search(name)
        return kind is not None and not any(each != name and each.endswith(kind[0]) for each in self._said)

    def _parted(self, name: str) -> bool:
        """Whether others are sorts of it: `职工`, where there are `男职工` and `女职工`."""
        sorts = {each for each in self._said if each.endswith(name) and each != name and not any(sign in each for sign in "的所有")}
        return len(sorts) > 1 and not any(one in other for one in sorts for other in sorts if one != other)

    def is_noun(self, name: str, *, beside_another: bool) -> bool:
        """Whether a name only says what is counted, or where: one without a letter where others have one, or one beside another that
        begins no clause, or comes up once.

        Raises:
            StayOut: it says what does not add up, as means do not.
        """
        plain = _plain(name)
        if found := _OF_ANOTHER_SORT.search(name):
            stay_out(f"no plain quantity: {found[0]}")
        if not plain:
            return True
        if self._of.get(plain) == (WHOLE,):
            return False
        if self._lettered:
            return not letters(plain)
        thing = self._of[plain]
        return beside_another and (plain not in self._heads or sum(self._of.get(each) == thing for each in self._said) == 1)

    def of(self, name: str) -> tuple[str, ...]:
        """The things that a name of the text means; (`WHOLE`,) for all of them."""
        return self._of.get(_plain(name)) or stay_out(f"who: {name}")

    def _rest(self, left: str) -> None:
        """What a name holds besides the thing's own.

        Raises:
            StayOut: something happens to it there.
        """
        if found := _CHANGES.search(HARMLESS.sub("", left)):
            stay_out(f"what happens: {found[0]} in {left}")


def _plain(name: str) -> str:
    for one, other in _KIN:
        name = name.replace(one, other)
    name = _SETTING.sub("", name)
    shorter = _NOUN.sub("", name)
    return shorter


def _holds(longer: str, shorter: str) -> bool:
    """Whether the signs of one name stand in another in the same order, beginning alike or ending alike."""
    if longer[0] != shorter[0] and shorter not in longer:
        return False
    signs = iter(longer)
    return all(sign in signs for sign in shorter)
