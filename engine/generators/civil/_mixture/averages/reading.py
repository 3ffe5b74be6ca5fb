"""Reads means of groups: who has how many, what they come to, how one compares with another, who leaves or joins, what is asked."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._mixture.averages.facts import HOLE, MEAN, PEOPLE, N, Told
from engine.generators.civil._mixture.averages.groups import figures
from engine.generators.civil._mixture.averages.subjects import COUNTED, Subject, known, subject
from engine.generators.civil._problems.equations import Term, constant, less, plus, scaled
from engine.generators.civil._problems.reduced import opened
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.kind import Recognition
from engine.generators.reading import StayOut, stay_out

OPEN = r"[^\d,;。?!]"


def read_averages(text: str) -> Recognition | None:
    """Means of groups, of what is left, of all together."""
    told = _plain(text)
    if "均" not in told or patterns.search(r"浓度|速度|时速|增长|同比|效率|利润|概率|溶液|方差", told):
        return None
    reader = Averages(told)
    for sentence in patterns.split(r"[。?!;\n]+", told):
        for clause in sentence.split(","):
            if clause.strip():
                reader.clause(clause.strip())
    return reader.finished()


def _plain(text: str) -> str:
    told = patterns.sub(r"\s+", "", opened(patterns.sub(r"(?<=[\u4e00-\u9fff])_+(?=[\u4e00-\u9fff%])", "多少", text)))
    told = patterns.sub(r"[一二三四五六七八九初高]?[一二三四五六七八九]?\(\d+\)班", "全班", told)
    if not patterns.search("速|小时|路程", told):
        told = told.replace("分钟", "分")
    told = figures(told)
    told = patterns.sub("多少钱", "多少元", patterns.sub("[呀呢啊吗吧嘛]+(?=[?。]|$)", "", told))
    told = patterns.sub(r"(?<=[多少])([人名])多少", r"多少\1", told)
    told = told.replace("男生女生", "男生和女生")
    told = patterns.sub(r"男女(?:生|职工|员工|工人|职员|同学)?(?=的?(?:人数)?(?:之?比|各|的人数|人数))", "男生和女生", told)
    told = (
        patterns.sub(rf"(?<=\d)([^\d,;。?!]{{0,2}}),(?={N}[^\d,;。?!]{{0,2}}(?:,|。|;|?|$))".replace("|?|", "|\\?|"), r"\1、", told)
        if patterns.search("分别|依次", told)
        else told
    )
    told = patterns.sub(r"(?<=\d)[:∶比](?=\d)", "∶", told)
    told = patterns.sub(r"((?:加上|加入)[^,;。\d]{1,6})后,?(?=[^,;。])", r"\1,", told)
    told = patterns.sub(r"(?:和|与|、)若干[名个位](?=[\u4e00-\u9fff])", ",另有", told)
    told = patterns.sub("后(?=平均|余下|剩下|其余|这)", "后,", told)
    told = patterns.sub(r"(?<=[是为])[._]+(?=多少)", "", told)
    return _group_by_group(told.replace(":", ",").replace("∶", ":"))


_ROW = r"\d+(?:\.\d+)?[人名分岁]?(?:[、和]\d+(?:\.\d+)?[人名分岁]?)+"
_TWO_ROWS = re.compile(
    rf"^(?P<who>[^,;。?!男女中余]*?)的?人数(?:分别|依次)(?:为|是)(?P<sizes>{_ROW}),(?:期[中末])?(?:考试)?的?(?P<what>数学|语文|英语)?"
    rf"(?:考试)?的?(?P<mean>平均(?:成绩|年龄|分))数?(?:分别|依次)(?:为|是)(?P<means>{_ROW})"
    r"[,;。](?:那么|则|求|问)*(?:全[校体年级班厂]+(?:学生|师生|员工|职工)?|总体|(?:这|该)?(?P<all>\d+)个?(?:年级|班级?|组|小组|车间|部门))的?(?P<of>数学|语文|英语)?的?"
    r"(?P<asked>平均(?:成绩|年龄|分))数?(?:为|是)?多少(?P<unit>[分岁]?)[?。]?$"
)
"""`三个年级人数分别为 200、250、150，平均分依次是 80、84、76，全校平均分是多少`."""


def _group_by_group(told: str) -> str:
    """The text with two rows of sizes and means told group by group, where nothing but the mean of all is asked."""
    rows = _TWO_ROWS.match(told)
    if rows is None or rows["asked"] != rows["mean"] or (rows["of"] or rows["what"]) != rows["what"]:
        return told
    sizes, means = (patterns.findall(r"\d+(?:\.\d+)?", rows[name]) for name in ("sizes", "means"))
    names = [each for each in patterns.split("、|和|与", rows["who"]) if each]
    counts = {int(each) for each in (*patterns.findall(r"(\d+)个?(?=[年班组小车部])", rows["who"]), rows["all"]) if each}
    if not 1 < len(sizes) == len(means) < 7 or counts - {len(sizes)} or not (counts or len(names) == len(sizes)):
        return told
    each = (f"{name}组有{size}人,{name}组{rows['mean']}{mean}" for name, size, mean in zip("甲乙丙丁戊己", sizes, means, strict=False))
    return ",".join(each) + f",全体{rows['mean']}是多少{rows['unit']}?"


class Averages(Told):
    """One text being read: first all that is told, then what it means of whom."""

    def clause(self, text: str) -> None:
        """What one clause tells or asks.

        Raises:
            StayOut: it has a number or a question that nobody understands.
        """
        if patterns.fullmatch(r"从(?:大|小)[^\d]*\d+个数", text):
            self.topic = self.note(subject(text))
            return
        for form in (
            self._ask,
            self._leaves,
            self._joins,
            self._compared,
            self._ratio,
            self._mean,
            self._total,
            self._count,
            self._items,
            self._item,
        ):
            if form(text):
                return
        if patterns.fullmatch(r"[^\d]*(?:\(\d\)[^\d]*)?(?:分|共)(?:成|为|有)?\d+(?:个)?(?:组|队|班|小组|部门|车间)[^\d均]*", text):
            return
        if patterns.search(r"\d", text) or patterns.search(r"多少|几(?!何)", text):
            stay_out(f"not understood: {text}")
        if patterns.search(r"不|没|未|除|缺|补|误|错|改|去掉|加上|加入|离开|退|转|调|换|扣|最", text):
            stay_out(f"not heeded: {text}")
        if patterns.search("、|和|与", text) and len(text) < 24:
            who = subject(text)
            if who.kind == "names" and len(who.names) > 1 and all(len(each) < 5 for each in who.names):
                self.note(who)

    def _ask(self, text: str) -> bool:
        if "多少" not in text and not patterns.search("几(?!何)", text):
            return False
        bare = patterns.sub(r"^(?:那么|则|求|问|请问|试求)+", "", text)
        if found := patterns.fullmatch(
            r"(?P<s>[^\d]*?)(?:\d+个?(?:组|班|部门|车间|队|小组|科室|单位|公司))?(?:的)?(?:人数)?(?:之?比(?:例)?)(?:是|为)?多少", bare
        ):
            who = self._side(found["s"])
            if who.kind != "names" or len(who.names) != 2:
                stay_out("a ratio of whom")
            self.asked.append(
                (
                    "ratio",
                    lambda: (
                        self.groups.count(self.atoms(Subject("names", names=who.names[:1]))),
                        self.groups.count(self.atoms(Subject("names", names=who.names[1:]))),
                    ),
                    "",
                )
            )
            return True
        if found := patterns.fullmatch(
            rf"(?P<s>[^\d]*?)(?:的人数|人数)?比(?P<t>[^\d]*?)(?:的人数|人数)?(?P<way>多|少)多少(?P<u>{PEOPLE})", bare
        ):
            one, other = self._side(found["s"]), self._side(found["t"])
            way = 1 if found["way"] == "多" else -1
            self.asked.append(
                ("value", lambda: (scaled(less(self.groups.count(self.atoms(one)), self.groups.count(self.atoms(other))), way), None), "人")
            )
            return True
        if found := patterns.fullmatch(r"(?P<s>[^\d]*?)(?:的?人数)?是(?P<t>[^\d]*?)(?:的?人数)?的多少倍", bare):
            one, other = self._side(found["s"]), self._side(found["t"])
            if "均" in bare:
                return False
            self.asked.append(("value", lambda: (self.groups.count(self.atoms(one)), self.groups.count(self.atoms(other))), "倍"))
            return True
        if patterns.search("比|提高|下降|降低|增加|增长|减少|上升|变化|相差|差|倍|%", bare):
            return False
        if found := patterns.fullmatch(
            rf"(?P<s>.*?)(?P<mean>{MEAN})(?P<per>每{COUNTED})?(?P<what>(?:{HOLE})*?)(?:是|为|有)?多少(?P<u>[^\d]{{0,2}})", bare
        ):
            self._about(found["what"])
            if found["u"] and self.unit and found["u"] != self.unit and found["u"][0] != self.unit[0]:
                stay_out("asked in another unit")
            who = self.note(subject(patterns.sub("的$", "", found["s"]))) if found["s"] else Subject("whole")
            self.asked.append(("mean", lambda: self._asked_mean(who), found["u"] or self.unit))
            return True
        if (
            found := patterns.fullmatch(
                rf"(?P<s>[^\d]*?)(?:的)?(?:人数)?(?:共|一共|总共)?(?:分别|各)*(?:有|是|为)*多少(?P<u>{PEOPLE})?(?:学生|同学|员工|职工)?",
                bare,
            )
        ) and (found["u"] or "人数" in bare):
            who = self._side(found["s"])
            for part in [Subject("names", names=[each]) for each in who.names] if who.kind == "names" else [who]:
                self._ask_count(part)
            return True
        if found := patterns.fullmatch(r"(?P<s>.*?)(?:得|考|是|为|了|有)*多少(?P<u>[^\d]{0,2})", bare):
            return self._ask_item(found["s"], found["u"])
        return False

    def _ask_count(self, who: Subject) -> None:
        self.asked.append(("value", lambda: (self.groups.count(self.atoms(who)), None), "人"))

    def _ask_item(self, said: str, unit: str) -> bool:
        if (
            (found := patterns.fullmatch(rf"(?P<s>[^\d]*?(?:\d+{COUNTED})?)(?:一共|总共|共|总)(?:{HOLE}){{0,4}}", said))
            and unit
            and self.unit == unit
        ):
            all_of = self._side(found["s"])
            self.asked.append(("value", lambda: (self.groups.total(self.atoms(all_of)), None), unit))
            return True
        if unit and self.unit and unit != self.unit:
            stay_out("asked in another unit")
        if patterns.search("总|共|和", said):
            return False
        if self.changed is not None and patterns.fullmatch("(?:这个|那个|该|被改(?:动|的)?的?|原来的?这?个?|原来那个)?数(?:原来)?", said):
            old = self.changed[0]
            self.asked.append(("value", lambda: (old, None), unit))
            return True
        if self.left is not None and patterns.fullmatch(
            "(?:被)?(?:去掉|划去|拿走|取走|擦去|删去)的?(?:那个|这个)?(?:数|最高分|最低分)|这个数|那个数|最高分|最低分", said
        ):
            self.asked.append(("value", lambda: (self.groups.total(["去掉的数"]), None), unit))
            return True
        who = self.note(subject(said)) if patterns.search(r"第\d+", said) else subject(said)
        if self.comes == "加入的" and patterns.search("加入|新来|增加|添", said):
            who = Subject("names", names=["加入的"])
        name = known(who.names[0], self.names) if who.kind == "names" and len(who.names) == 1 else None
        if name is None and who.kind == "names" and len(who.names) == 1 and self.names and len(who.names[0]) < 6:
            name = who.names[0]  # one of those who are not told of
            self.note(who)
        if who.kind == "place":
            self.asked.append(("value", lambda: (self.groups.total(self.atoms(who)), None), unit or self.unit))
            return True
        if name is None:
            return False
        self.asked.append(("single", lambda: (self.groups.total([name]), self.groups.count([name])), unit or self.unit))
        return True

    def _asked_mean(self, who: Subject) -> tuple[Term, Term | None]:
        self._sized(who)
        names = self.atoms(who)
        return self.groups.total(names), self.groups.count(names)

    def finished(self) -> Recognition:
        """The answers.

        Raises:
            StayOut: nothing is asked, or it does not follow.
        """
        if not self.asked:
            stay_out("nothing asked")
        groups = self.groups
        self._make_parts()
        if self.whole_size == len(groups.atoms) > 1 and not groups.row and not self.counted:
            for atom in groups.atoms.values():  # `4 箱水果`, each told of by its own name
                groups.equations.equal(atom.count, constant(1))
        for tell in self.told:
            tell()
        found: list[Answer] = []
        for place, (kind, what, unit) in enumerate(self.asked):
            above, below = what()
            value = groups.value(above, below)
            if kind == "single" and below is not None and groups.value(below) != 1:
                stay_out("one of several")
            if kind == "ratio":
                found.append((place, f"{value.numerator}:{value.denominator}", ""))
            elif unit in ("人", "名", "位") and value.denominator != 1:
                stay_out("a part of a person")
            else:
                found.append((place, value, unit))
        self._possible()
        return recognition(self.lines or ["平均数"], found, {}, working=groups.equations.in_words())

    def _make_parts(self) -> None:
        groups = self.groups
        if any(each.kind in ("first", "last", "place") for each in self.spoken):
            groups.row = self.whole_size or self._row()
            groups.places(1, groups.row)
            return
        for name in self.names:
            groups.atom(name)
        if any("其余" in line for line in self.lines) or self.left is not None or any("除 " in line for line in self.lines):
            groups.atom("其余")
        if not groups.atoms:
            groups.atom("全体")

    def _row(self) -> int:
        """How long the row is where only its beginning and its end are told of."""
        first, last, places = (
            [each.size for each in self.spoken if each.kind == kind and each.size] for kind in ("first", "last", "place")
        )
        places = list(dict.fromkeys(places))
        if len(first) == 1 and len(last) == 1 and not places:
            return first[0] + last[0]
        if len(first) == 1 and places and not last and sorted(places) == list(range(first[0] + 1, first[0] + len(places) + 1)):
            return first[0] + len(places)
        if first and not last and all(each <= max(first) for each in places):
            return max(first)
        stay_out("how long a row")

    def _possible(self) -> None:
        """No group has less than nobody, or a mean below nothing."""
        for atom in self.groups.atoms.values():
            try:
                value = self.groups.value(plus(atom.count, constant(10**6)))
            except StayOut:
                continue
            if value <= 10**6:
                stay_out("nobody there")
