"""What a description of people says: which parts of the Venn diagram it means (`两样都会`, `会英语但不会日语`, `只参加一项`)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.civil._inclusion_exclusion.combining import of_all
from engine.generators.civil._problems.wording import SUSPECT
from engine.generators.reading import stay_out

VERB = (
    r"(?:含有|包含|含(?!量)|报名参加|参加|加入|喜欢看|喜欢吃|喜欢喝|喜欢|会说|会打|会下|会骑|会拉|会弹|会吹|会演奏|演奏|(?<![协社机聚晚大])会(?!员|议|长)|懂得?|掌握|擅长|订阅|订购|订|报名|报(?!纸|刊)|选修|选择|选购|选|爱好|爱看|爱吃|爱喝|爱|看过|观看|看|"
    r"去过|游览|到过|想去|做对|答对|解对|写对|对(?=第|了)|通过|购买|买|获得|取得|拿到|学习|(?<![小中大同])学(?!生|校|员|院|期|年)|使用|用(?!户)|拥有|持有|具有|有|能说|说|玩|养|吃|喝|打|投(?!票)|带|携带|装(?!置)|安装|下载|办理|办(?!公)|考取|考过|"
    r"读过|阅读|读(?!者)|听过|听|关注|符合|满足|满意|认可|支持|赞成|同意|体验过?|开通|骑|坐|乘坐|乘|穿|戴|患|练习|练|交(?!通|流|互|叉|际|友)|教(?!师|育|练|室|学)|是)(?:了|过)?"
)
STATE = r"(?:欠佳|不?合格|不?及格|优秀|不?达标|满分|通过|获奖|过关|得优|得奖|良好|优良|偏高|超标|异常|做对|答对)"
PEOPLE = (
    r"(?:人|学生|同学|职工|员工|学员|会员|家庭|居民|教师|老师|游客|乘客|旅客|顾客|受访者|被调查者|干部|党员|队员|用户|户|读者|观众|考生|工人|市民|村民|人数|代表|志愿者|家长|业主|住户|客户|"
    r"运动员|毕业生|大学生|青年|消费者|医生|护士|孩子|小朋友|队伍|单位|企业|公司|商户|门店|简历|网友|书友)"
)
SORT = (
    r"(?:样|项|种|次|科|门|题|者|类|组|个|道|份|本|部|块|地|岗|处|关|座|款|家|张|支|条|片|报(?!名|考|了)|刊|课|团|社)(?:不同的?)?(?:兴趣小组|小组|活动|运动|语言|报纸|题目?|课程?|考试|项目|球类|班|电影|杂志|书|测试|科目|社团|电视台|节目|景点|城市|书籍|刊物|"
    r"产品|软件|APP|培训班|培训|兴趣班|球|外语|地方|课|岗位?|测验|桌布|纸片?|技能|牛奶|饮料|菜品?|水果|竞赛|比赛|剧|比?赛|证书?|平台|功能|板块|模块|指标|认证|资格|爱好|品牌|口味|实验|训练|车)?"
)
_COUNTED = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4}
_NOT = r"(?:不|没有?|未能?|无|错(?!误率)|非)"
_FIRST = 0xE100  # the sign that stands for the first set


_IDLE = (
    r"的|有|了|过|是|为|人|其中|已知|而|且|又|也|和|与|及|以及|、|并|但|却|还|既|都|均|全部?|皆|同时|共|一共|总共|占|达|数|部分|面积|这|那|此|其|它们?|他们|能|可以|可|在|中|里|内|被|当中|之中|者|"
    r"则|那么|问|请问|情况|所有|比例|比|率|各|第|班|组|个|名|位|户|选项|任|一起|重叠|叠|盖住|覆盖|遮住|遮|盖|在一起|的话|呢|啊|到底|究竟|呀|嘛|吧|哦|啦|咧|来着|本次|此次|会|地|得|答|做|参加|对|即|就|部|光|员|能够|到|恰|上|每|至少|只|仅"
)


_WORDS = rf"恰好?|刚好|正好|只|仅仅?|至少|最少|至多|最多|不少于|不超过|不止|以上|及以上|任何|哪|什么|包|东西|[一两二三四2-4]{SORT}|前|后|{_NOT}|对|认证|证书|{VERB}|{STATE}|{PEOPLE}|{SORT}|{_IDLE}"


def _without_idle(text: str) -> str:
    return patterns.sub(_WORDS, "", text)


class Regions:
    """The sets by name, and what descriptions mean."""

    def __init__(self, described: Sequence[str]) -> None:
        self.described = tuple(described)
        self.whole = ""
        self.story = ""  # all that is told
        self.names = _cores(described)
        self.after = [patterns.search(STATE, told.partition(name)[2]) is not None for name, told in zip(self.names, described, strict=True)]
        end = _common_end(self.names)
        begin = _common_end([name[::-1] for name in self.names])
        self._forms = []
        for name in self.names:
            forms = {name}
            if end and len(name) > len(end):
                forms.add(name.removesuffix(end))
            if begin and len(name) > len(begin):
                forms.add(name[len(begin) :])
            if all(patterns.match("[A-Z](?![A-Za-z])", each) for each in self.names):
                forms.add(name[0])
            self._forms.append({form for form in forms if form not in "一二三四两" and not patterns.fullmatch(f"[一二三四两]{SORT}", form)})
        self._which = re.compile(
            "|".join(re.escape(form) for form in sorted({form for forms in self._forms for form in forms}, key=len, reverse=True))
        )
        self._own = {_without_idle(part) for told in self.described for part in self._which.split(told)} - {""}
        self.everything = (1 << len(self.names)) - 1
        self.parts = range(1 << len(self.names))

    def mentions(self, description: str) -> str:
        """The description with one sign for each set that it names."""
        return self._which.sub(
            lambda match: chr(_FIRST + next(place for place, forms in enumerate(self._forms) if match[0] in forms)), description
        )

    def meant(self, description: str, exact: bool = False) -> frozenset[int]:
        """The parts that the description means; `exact`: `会两门` means no more than two.

        Raises:
            StayOut: not understood.
        """
        text = patterns.sub(r"^(?:其中|已知|而|则|那么|且|另外?|此外|还|同时又?(?=没))+", "", self.mentions(description))
        named = [ord(sign) - _FIRST for sign in text if self._is_set(sign)]
        of_all(description, self.story, self.whole, [form for forms in self._forms for form in forms])
        if patterns.search("(?:都|均|也|同时)[想愿希打计]", description) or patterns.search(
            f"的(?:{PEOPLE})?[和与].{{2,}}共$", description
        ):
            stay_out(description)
        self._explained(text)
        if patterns.search("不[只仅]|不都|不全|没都|没全|未全|未都|之一|或[^、]{0,3}没|(?<!都)不是", text):
            stay_out(description)
        return self._of_named(text, named) if named else self._of_counted(text, exact)

    def _is_set(self, sign: str) -> bool:
        return _FIRST <= ord(sign) < _FIRST + len(self.names)

    def _explained(self, text: str) -> None:
        """Give up where the description has a word that no set's description has and that is not ordinary."""
        text = patterns.sub(rf"(?<=[一两二三四])({SORT})[\u4e00-\u9fff]{{0,5}}?(?=都|均|全部?|同时|也)", r"\1", text)
        left = _without_idle(text)
        for part in sorted(self._own, key=len, reverse=True):
            left = left.replace(part, "")
        left = "".join(sign for sign in _without_idle(left) if not self._is_set(sign))
        if left and left in self.whole:
            return  # what all of them are, told before
        if left and self._of_the_story(left, text):
            return
        if len(left) > 2 or patterns.search(SUSPECT, left) or patterns.search("[甲乙丙丁戊A-Z]", left):
            stay_out(f"{left} in {text}")

    def _of_the_story(self, left: str, text: str) -> bool:
        """Whether what is left are words that the story uses elsewhere as well, and that tell none from another."""
        if len(left) > 10 or patterns.search(rf"{SUSPECT}|[甲乙丙丁戊A-Z\d男女老少前后左右]", left):
            return False
        place = 0
        while place < len(left):  # cut into pieces that stand in one piece in the text
            length = next((size for size in range(len(left) - place, 0, -1) if left[place : place + size] in text), 0)
            if not length or self.story.count(left[place : place + length]) < 2:
                return False
            place += length
        return True

    def _of_named(self, text: str, named: list[int]) -> frozenset[int]:
        if len(set(named)) != len(named):
            stay_out("a set twice")
        places = [place for place, sign in enumerate(text) if self._is_set(sign)]
        negative = set()
        ends = [*places[1:], len(text)]
        for which, place, end in zip(named, places, ends, strict=True):
            before = text[(places[places.index(place) - 1] + 1) if place != places[0] else 0 : place]
            behind = text[place + 1 : end]
            if self.after[which]:
                if patterns.search(_NOT, behind):
                    negative.add(which)
                if place == places[0] and patterns.search(_NOT, before):
                    stay_out("not what")
            else:
                if patterns.search(_NOT, before):
                    negative.add(which)
        tail = text[places[-1] + 1 :]
        if patterns.search(_NOT, tail) and (len(named) == 1 or patterns.search(rf"(?:都|均|全).{{0,3}}{_NOT}", tail)):
            if negative - set(named):
                stay_out("not what")
            negative = set(named)
        elif patterns.search(_NOT, tail) and not self.after[named[-1]]:
            stay_out("not what")
        if patterns.search(r"(?:都|均|全).{0,2}(?:不|没|未)", text[: places[0]]):
            negative = set(named)
        alone = bool(patterns.search(r"只|仅|恰好|刚好|正好|单(?!位|车|词|杠|双|元|号|身|亲|人)", text))
        if patterns.search(r"只|仅", text[places[0] :]) and not patterns.search(r"只|仅", text[: places[0]]):
            stay_out("only what")
        either = bool(patterns.search(r"或|至少|最少", text))
        positive = set(named) - negative
        if (some := patterns.search(rf"中的?(?:任意|任何)?([一两二三]){SORT}", text[places[-1] :])) and not negative:
            number, mask = _COUNTED[some[1]], sum(1 << each for each in named)
            fits = range(number, 5) if either else range(number + 1) if patterns.search("至多|最多", text) else range(number, number + 1)
            if not either and not alone and "多" not in text:
                stay_out("how many of them")
            return frozenset(part for part in self.parts if (part & mask).bit_count() in fits)
        if (
            some := patterns.search(
                rf"(?:中|里)[^一两二三至最恰只仅]{{0,4}}(?P<how>至少|最少|恰好?|正好|只|仅|至多|最多)[^一两二三]{{0,6}}(?P<k>[一两二三]){SORT}",
                text[places[-1] :],
            )
        ) and not negative:
            number, mask = _COUNTED[some["k"]], sum(1 << each for each in named)
            low, high = (number, 4) if "少" in some["how"] else (0, number) if "多" in some["how"] else (number, number)
            return frozenset(part for part in self.parts if low <= (part & mask).bit_count() <= high)
        if patterns.search(rf"至少有?一{SORT}", text[places[-1] :]) and len(named) > 1 and not negative:
            # `数学、英语至少有一门得满分`
            return frozenset(part for part in self.parts if any(part >> each & 1 for each in named))
        if patterns.search(r"[一两二三四]", patterns.sub(rf"[一两二三四]{SORT}报?(?=都|均|全|的|$)|一起", "", text)):
            stay_out("counted")
        if either:
            if negative or alone or len(named) < 2:
                stay_out("or")
            return frozenset(part for part in self.parts if any(part >> each & 1 for each in named))
        adjacent = places == list(range(places[0], places[0] + len(places)))
        # `戴眼镜的男教师`
        attributive = "男" in self.names and all(text[one + 1 : other] == "的" for one, other in itertools.pairwise(places))
        if (
            len(named) > 1
            and not adjacent
            and not attributive
            and not patterns.search(r"都|均|全|同时|又|也|且|和|与|及|、|并|但|却|而|既|只|仅|恰|一起|[两三]", text)
            and not negative
        ):
            stay_out("how together")
        return frozenset(
            part
            for part in self.parts
            if all(part >> each & 1 for each in positive)
            and not any(part >> each & 1 for each in negative)
            and (not alone or not part & ~sum(1 << each for each in positive))
        )

    def _of_counted(self, text: str, exact: bool) -> frozenset[int]:
        size = len(self.names)
        # `至少订这两种中一种的`
        text = patterns.sub(
            rf"这?[两二三四]{SORT}[\u4e00-\u9fff]{{0,3}}?[中里](?:的)?(?:任意|任何)?(?=[^中里]{{0,6}}[一两二三]{SORT})", "", text
        )
        number = next((_COUNTED[match[1]] for match in patterns.finditer(rf"([一两二三四]){SORT}", text)), None)
        refused = patterns.search(_NOT, text)

        def of(fits: range) -> frozenset[int]:
            return frozenset(part for part in self.parts if part.bit_count() in fits)

        if patterns.search("不少于|不超过|不止|不低于", text):
            if number is None:
                stay_out(text)
            low = "少" in text or "低" in text
            return of(range(number, size + 1)) if low else of(range(number + 1, size + 1)) if "止" in text else of(range(number + 1))
        if refused:
            if patterns.search(r"恰|刚好|正好|只|仅|至少", text) or (number not in (None, 1, size)):
                stay_out(text)
            if (
                number == 1
                and patterns.search(r"都|全|均", text)
                and not patterns.search(r"一.{0,6}(?:都|也|均).{0,2}[不没未]|[不没未]", text)
            ):
                stay_out(text)
            if not patterns.search(r"都|全|均|也|任何|什么|哪|[不没未].{0,6}一|一.{0,6}[不没未]", text):
                stay_out(text)
            return frozenset({0})
        if place := patterns.search(r"(前|后)([两二三])", text):
            chosen = range(_COUNTED[place[2]]) if place[1] == "前" else range(size - _COUNTED[place[2]], size)
            if _COUNTED[place[2]] >= size:
                stay_out(text)
            mask = sum(1 << each for each in chosen)
            return frozenset(part for part in self.parts if part & mask == mask)
        if number is not None and patterns.search(r"至少|最少", text):
            return of(range(number, size + 1))
        if number is not None and patterns.search(r"至多|最多", text):
            return of(range(number + 1))
        if number is not None and "以上" in text:
            if number == 1:
                stay_out(text)
            return of(range(number, size + 1))
        if number is not None and patterns.search(r"恰|刚好|正好|只|仅", text):
            return of(range(number, number + 1))
        if number is not None and number != size and patterns.search("一共|总共|都|全|均" if exact else "一共|总共|都|全|均|同时", text):
            stay_out(text)
        if number == size and "共" in text and not patterns.search("都|全|均|同时", text):
            return of(range(1, size + 1))
        if number == size or (number is None and patterns.search(r"都|均|全|同时|皆|重叠", text)):
            return frozenset({self.everything})
        if number is not None and exact:
            return of(range(number, number + 1))
        stay_out(text)


def _cores(described: Sequence[str]) -> tuple[str, ...]:
    """What tells the sets apart: the descriptions without verb or state, and without what all have in common around it."""
    cut = []
    for told in described:
        name = patterns.sub(r"^(?:其中|已知|而|且|还)", "", told).removesuffix("的")
        if (state := patterns.match(rf"^(.{{1,10}}?)(?:成绩|考试|测试)?(?:都|均)?{STATE}", name)) and not patterns.match(VERB, name):
            cut.append(state[1])
        elif (verb := patterns.search(VERB, name)) and name[verb.end() :]:
            cut.append(name[verb.end() :])
        else:
            cut.append(name)
    cut = [patterns.sub(rf"(?:的|{PEOPLE}|面积)+$", "", name) or name for name in cut]
    if _apart(cut):
        return tuple(cut)
    whole = [patterns.sub(r"^(?:其中|已知|而|且|还)|的$", "", told) for told in described]
    return tuple(whole) if _apart(whole) else stay_out(f"sets: {described}")


def _apart(names: Sequence[str]) -> bool:
    return all(names) and not any(one in other for place, one in enumerate(names) for other in (*names[:place], *names[place + 1 :]))


def _common_end(names: Sequence[str]) -> str:
    shortest = min(names, key=len)
    for length in range(len(shortest) - 1, 0, -1):
        if all(name.endswith(shortest[-length:]) for name in names):
            return shortest[-length:]
    return ""
