"""What is told of groups: how many they are, what they come to, how one compares with another, who leaves."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._mixture.averages.groups import Groups
from engine.generators.civil._mixture.averages.subjects import COUNTED, Subject, known, subject
from engine.generators.civil._problems.equations import Term, constant, less, plus, scaled
from engine.generators.reading import stay_out

N = r"\d+(?:\.\d+)?"
PEOPLE = r"(?:人|名|位)"
MEAN = r"(?:总?平均|人均|均)"
HOLE = r"(?:身高|[^\d,;。?!多少几比高低倍%占去掉除不没未另其余再又])"
VALUES = rf"{N}[^\d,、和]{{0,3}}(?:[、和与]{N}[^\d,、和]{{0,3}})+"


class Told:
    """All that is told, kept until it is known of whom there is talk."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.groups = Groups()
        self.told: list[Callable[[], None]] = []
        self.asked: list[tuple[str, Callable[[], tuple[Term, Term | None]], str]] = []
        self.names: list[str] = []
        self.listed: list[str] = []
        self.topic: Subject | None = None
        self.lines: list[str] = []
        self.unit, self.what = "", ""
        self.whole_size: int | None = None
        self.means: dict[str, Term] = {}
        self.anonymous = 0
        self.left: str | None = None
        self.spoken: list[Subject] = []
        self.comes: str | None = None
        self.counted = False
        self.changed: tuple[Term, Term] | None = None

    def note(self, who: Subject) -> Subject:
        """Remembers the names of a subject."""
        self.spoken.append(who)
        if who.kind == "names":
            for each in who.names:
                if known(each, self.names) is None:
                    self.names.append(each)
            if len(who.names) > 1:
                self.listed = list(who.names)
        elif who.kind == "without" and known(who.names[0], self.names) is None:
            self.names.append(who.names[0])
        return who

    def atoms(self, who: Subject) -> list[str]:
        """The parts a subject is made of, once all is told."""
        groups = self.groups
        if who.kind in ("first", "last", "place"):
            assert who.size is not None
            size = groups.row
            first, last = (
                (1, who.size) if who.kind == "first" else (size - who.size + 1, size) if who.kind == "last" else (who.size, who.size)
            )
            return groups.places(first, last)
        if who.kind == "names" and groups.row:
            return self.everyone() if who.size == groups.row else stay_out("places and names")
        if who.kind == "names":
            return [known(each, self.names) or stay_out(f"who is {each}") for each in who.names]
        if who.kind == "without":
            return [each for each in self.everyone() if each != known(who.names[0], self.names)]
        if who.kind == "rest":
            return ["其余"]
        return self.everyone()

    def everyone(self) -> list[str]:
        """All parts; where places of a row are spoken of, all of these."""
        if self.groups.row:
            return self.groups.places(1, self.groups.row)
        return list(self.groups.atoms)

    def _value_unit(self, unit: str) -> None:
        unit = patterns.sub("(?:了|的|左右)$", "", unit).replace("块钱", "元").replace("块", "元")
        if unit and self.unit and unit != self.unit:
            stay_out(f"{unit} and {self.unit}")
        self.unit = self.unit or unit

    def _mean(self, text: str) -> bool:
        found = patterns.fullmatch(
            rf"(?P<s>[^,]*?)(?P<mean>{MEAN})(?P<per>每{COUNTED})?(?P<what>(?:{HOLE})*?)(?:都|约|各)?(?:是|为|达到?|有|得|考)?(?:分别|依次)?(?:是|为)?(?P<v>{VALUES}|{N})(?P<u>[^\d]{{0,3}})",
            text,
        )
        if found is None or patterns.search("比|提高|下降|降低|上升", text):
            return False
        who = self._who(found["s"])
        self._about(found["what"])
        values = patterns.findall(N, found["v"])
        self._value_unit(patterns.sub(r"[\d.、和与]", "", patterns.split(r"[、和与]", found["v"])[0]) if len(values) > 1 else found["u"])
        if len(values) > 1:
            names = who.names if who.kind == "names" and len(who.names) == len(values) else self.listed
            if len(names) != len(values):
                stay_out("means of whom")
            for name, value in zip(names, values, strict=True):
                self._tell_mean(Subject("names", names=[name]), Fraction(value))
            return True
        self._tell_mean(who, Fraction(values[0]))
        return True

    def _about(self, what: str) -> None:
        what = patterns.sub("(?:是|为|都|每|的|得|有|了|达|考)", "", what)
        what = patterns.sub("成绩|分数|得分|平均|分|数", "", what)
        if what and self.what and what not in self.what and self.what not in what:
            stay_out(f"{what} and {self.what}")
        self.what = self.what or what

    def _who(self, text: str) -> Subject:
        """The subject of a clause; where it has none, who was spoken of last, if that is not all."""
        bare = patterns.sub("(?:的|,|则|而)+$", "", text)
        who = self.topic if not bare and self.topic is not None else subject(bare)
        self.note(who)
        self.topic = who
        return who

    def _tell_mean(self, who: Subject, value: Fraction) -> None:
        said = self._said(who)
        if who.kind == "whole" and who.size is not None and self.whole_size is None and who.unit not in tuple("班组队"):
            self.whole_size = who.size
        self.counted = self.counted or (who.kind == "names" and who.size not in (None, len(who.names)))
        self.lines.append(f"{said}的平均数 {value}")
        if who.kind == "changed":
            self.told.append(lambda: self._tell_changed(value))
            return

        def tell() -> None:
            self._sized(who)
            self.groups.mean(self.atoms(who), constant(value))

        self.told.append(tell)

    def _tell_changed(self, value: Fraction) -> None:
        """The mean once one of the numbers is another."""
        assert self.changed is not None
        old, new = self.changed
        everyone = self.everyone()
        self.groups.equations.equal(plus(less(self.groups.total(everyone), old), new), scaled(self.groups.count(everyone), value))

    def _sized(self, who: Subject) -> None:
        """`5 个数`, `其余 6 人`: so many."""
        if who.kind == "names" and who.size == len(who.names) and who.size > 1 and who.unit not in tuple("班组队"):
            for each in self.atoms(who):
                self.groups.equations.equal(self.groups.atoms[each].count, constant(1))
        if (
            who.size is not None
            and who.kind in ("rest", "whole", "names", "without")
            and not (who.kind == "names" and len(who.names) == who.size)
        ):
            if who.kind in ("whole", "without") and len(self.groups.atoms) == who.size and who.unit in tuple("班组队部"):
                return  # `三个部门`
            self.groups.equations.equal(self.groups.count(self.atoms(who)), constant(who.size))

    @staticmethod
    def _said(who: Subject) -> str:
        return (
            "、".join(who.names)
            if who.kind == "names"
            else {
                "whole": "全体",
                "first": f"前 {who.size} 个",
                "last": f"后 {who.size} 个",
                "place": f"第 {who.size} 个",
                "rest": "其余的",
                "changed": "改后全体",
                "without": f"除 {'、'.join(who.names)} 外",
            }[who.kind]
        )

    def _total(self, text: str) -> bool:
        found = patterns.fullmatch(
            rf"(?P<s>[^,]*?)(?:的)?(?:总(?:分|和|数|成绩|量|重|计|共|额|工资|产量)|(?:一共|总共|共计|共)(?=(?:{HOLE}){{2}})|之和|的和|合计)(?P<verb>(?:{HOLE}){{0,5}}?)(?:是|为|了)?(?P<v>{N})(?P<u>[^\d]{{1,3}})",
            text,
        )
        if found is None or (patterns.fullmatch(r"[人名位个].*", found["u"]) and (not self.unit or found["u"][0] != self.unit[0])):
            return False
        who = self._who(found["s"])
        self._value_unit(found["u"])
        value = Fraction(found["v"])
        self.lines.append(f"{self._said(who)}共 {value}")
        self.told.append(lambda: self.groups.equations.equal(self.groups.total(self.atoms(who)), constant(value)))
        return True

    def _count(self, text: str) -> bool:
        found = patterns.fullmatch(
            rf"(?P<s>[^\d]*?(?:第\d+[^\d]*?)?)(?:共|一共|总共|共有|有|是|为|由|人数为|人数是|的?人数有?)*(?P<n>\d+)(?P<u>{COUNTED})(?P<noun>(?:{HOLE})*)",
            text,
        )
        if found is None or patterns.search("均|总分|得", text):
            return False
        about = found["noun"] if patterns.search("[男女甲乙丙A-Z]", found["noun"]) and not found["s"] else found["s"]
        if patterns.search("[男女]", found["noun"]) and found["s"]:
            about = found["noun"]
        about = patterns.sub(r"^.*[有含](?=[^\d的共])", "", about)
        if not patterns.search("[男女甲乙丙丁A-Z]", about) and len(patterns.findall(r"\d+[人名位]", self.text)) == 1 and "有" in found["s"]:
            about = ""  # all there are
        bare = patterns.sub("(?:的|人数|参加.*|共|有)+$", "", about)
        who = subject(bare) if bare else Subject("whole")
        self.note(who)
        self.topic = who
        size = int(found["n"])
        if who.kind == "whole" and found["u"] in tuple("组班队"):
            return True
        if who.kind == "whole" and patterns.match(
            "(?:不同的?)?(?:部门|车间|小组|班|组|队|学?校|公司|单位|科室|厂|年级|分?店)", found["noun"]
        ):
            return True
        self.counted = self.counted or who.kind != "whole"
        if "各" in text:
            if who.kind != "names" or len(who.names) < 2:
                stay_out("so many of each of whom")
            for each in who.names:
                self._tell_count(Subject("names", names=[each]), size)
            return True
        if who.kind == "names" and len(who.names) == size > 1 and "共" not in text:
            return True  # `甲、乙、丙三个小组`
        if who.kind == "names" and len(who.names) > 1 and not patterns.search("共", text):
            stay_out("so many of which")
        if who.kind == "whole":
            self.whole_size = size
        self._tell_count(who, size)
        return True

    def _tell_count(self, who: Subject, size: int) -> None:
        self.lines.append(f"{self._said(who)}有 {size}")
        self.told.append(lambda: self.groups.equations.equal(self.groups.count(self.atoms(who)), constant(size)))

    def _items(self, text: str) -> bool:
        """`甲、乙分别得 80 分和 90 分`, `4 位同事的得分分别为 68、92、81 和 79`."""
        found = patterns.fullmatch(rf"(?P<s>[^,]*?)(?P<verb>(?:{HOLE}){{0,4}}?)(?:分别|依次)(?:得|考|是|为|有)*(?P<v>{VALUES})", text)
        if found is None or "均" in text:
            return False
        values = [Fraction(each) for each in patterns.findall(N, found["v"])]
        units = {each for each in (patterns.sub(r"[\d.、和与]", "", one) for one in patterns.split("[、和与]", found["v"])) if each}
        if len(units) > 1 or units & {"人", "名", "位", "%"}:
            stay_out("so much of each")
        for each in units:
            self._value_unit(each)
        some = patterns.search(r"(\d+)[位名个]([^\d]{1,6}?)(?:的|得分|成绩|年龄|身高|体重)*$", found["s"] + found["verb"])
        if some is not None:
            if int(some[1]) != len(values):
                stay_out("so much of each")
            who = self.note(Subject("names", names=[some[2]]))

            def tell() -> None:
                names = self.atoms(who)
                self.groups.equations.equal(self.groups.total(names), constant(sum(values, Fraction(0))))
                self.groups.equations.equal(self.groups.count(names), constant(len(values)))

            self.told.append(tell)
            self.lines.append(f"{some[2]} {len(values)} 个共 {sum(values, Fraction(0))}")
            return True
        who = subject(patterns.sub("(?:的|得分|成绩|年龄|身高|体重)+$", "", found["s"] + found["verb"]))
        names = who.names if who.kind == "names" and len(who.names) == len(values) else self.listed
        if len(names) != len(values):
            stay_out("so much of whom")
        self.note(Subject("names", names=names))
        for name, value in zip(names, values, strict=True):
            self._tell_single(Subject("names", names=[name]), value)
        return True

    def _tell_single(self, who: Subject, value: Fraction) -> None:
        self.lines.append(f"{self._said(who)} {value}")

        def tell() -> None:
            names = self.atoms(who)
            self.groups.equations.equal(self.groups.total(names), constant(value))
            self.groups.equations.equal(self.groups.count(names), constant(1))

        self.told.append(tell)

    def _item(self, text: str) -> bool:
        found = patterns.fullmatch(
            rf"(?P<s>第\d+{COUNTED}|(?:{HOLE}){{1,8}}?)(?P<verb>第\d+|(?:{HOLE}){{0,4}}?)(?:是|为|得了?|考了?)?(?P<v>{N})(?P<u>[^\d]{{0,3}})",
            text,
        )
        if found is None or not found["s"]:
            return False
        if (found["u"] and found["u"][0] in "人名位") or patterns.search(rf"平均|总|共|各|每|{PEOPLE}$", text):
            return False
        who = self._who(found["s"] + found["verb"]) if not found["s"].startswith("第") else self._who(found["s"])
        self._value_unit(found["u"])
        value = Fraction(found["v"])
        if who.kind not in ("names", "place") or len(who.names) > 1:
            stay_out(f"so much of whom: {text}")
        self._tell_single(who, value)
        return True

    def _compared(self, text: str) -> bool:
        found = patterns.fullmatch(
            rf"(?P<s>(?:[^\d比]*前?\d+{COUNTED})?[^\d比]*)比(?P<t>[^\d]*?(?:\d+{COUNTED})?[^\d]*?)(?P<way>高|多|低|少|大|小)(?:出|了)*(?P<v>{N})(?P<u>%|[^\d]{{0,3}})",
            text,
        )
        if found is None:
            return False
        counts = found["u"][:1] in ("人", "名", "位") or "人数" in text
        if found["u"] == "%" and not counts and "均" not in text and "均" not in "".join(self.lines):
            stay_out("so much more of what")
        one, other = (self._side(found[each]) for each in ("s", "t"))
        size = Fraction(found["v"]) * (1 if found["way"] in "高多大" else -1)
        percent = found["u"] == "%"
        if not counts and not percent:
            self._value_unit(found["u"])
        self.lines.append(f"{self._said(one)}比{self._said(other)}多 {size}{'%' if percent else ''}")

        def tell() -> None:
            first, second = self.atoms(one), self.atoms(other)
            self._sized(other)
            a, b = (self.groups.count(each) if counts else self._mean_of(each) for each in (first, second))
            self.groups.equations.equal(a, scaled(b, 1 + size / 100) if percent else plus(b, constant(size)))

        self.told.append(tell)
        self.topic = one
        return True

    def _side(self, text: str) -> Subject:
        bare = patterns.sub("(?:的)?(?:人数|总?平均.*|成绩|得分|分数|工资|年龄|身高|体重|的)+$", "", text)
        return self.note(subject(bare)) if bare else (self.topic or Subject("whole"))

    def _mean_of(self, names: list[str]) -> Term:
        key = "|".join(names)
        if key not in self.means:
            self.means[key] = self.groups.mean_of(names)
        return self.means[key]

    def _ratio(self, text: str) -> bool:
        if found := patterns.fullmatch(
            r"(?:\d+个?(?:组|班|部门|车间|队|小组))?(?P<s>[^\d]*?)(?:\d+个?(?:组|班|部门|车间|队|小组))?(?:的)?(?:人数)?(?:之?比(?:例)?)(?:是|为)?(?P<r>\d+(?::\d+)+)",
            text,
        ):
            bare = patterns.sub("(?:的|人数|人员)+$", "", found["s"])
            who = self.note(subject(bare)) if bare else Subject("names", names=self.listed)
            shares = [Fraction(each) for each in found["r"].split(":")]
            names = who.names if who.kind == "names" and len(who.names) == len(shares) else self.listed
            if len(names) != len(shares):
                stay_out("a ratio of whom")
            self.lines.append(f"{'、'.join(names)}之比 {found['r']}")

            def tell() -> None:
                atoms = [self.atoms(Subject("names", names=[each])) for each in names]
                for atom, share in zip(atoms[1:], shares[1:], strict=True):
                    self.groups.equations.equal(scaled(self.groups.count(atom), shares[0]), scaled(self.groups.count(atoms[0]), share))

            self.told.append(tell)
            return True
        if found := patterns.fullmatch(rf"(?P<s>[^\d]*?均[^\d]*?)是(?P<t>[^\d]*?)的(?P<v>{N})倍", text):
            one, other = self._side(found["s"]), self._side(found["t"])
            value = Fraction(found["v"])
            self.lines.append(f"{self._said(one)}的平均数是{self._said(other)}的 {found['v']} 倍")
            self.told.append(
                lambda: self.groups.equations.equal(self._mean_of(self.atoms(one)), scaled(self._mean_of(self.atoms(other)), value))
            )
            return True
        if found := patterns.fullmatch(
            rf"(?P<s>[^\d]*?)(?:的)?(?:人数)?(?:占|是)(?P<t>[^\d]*?)(?:人数)?的?(?:人数)?(?:的)?(?P<v>{N}%|\d+/\d+|{N}倍)", text
        ):
            if "均" in text:
                return False
            one, other = self._side(found["s"]), self._side(found["t"]) if found["t"] else Subject("whole")
            value = Fraction(found["v"].rstrip("%倍")) / (100 if "%" in found["v"] else 1)
            self.lines.append(f"{self._said(one)}是{self._said(other)}的 {found['v']}")
            self.told.append(
                lambda: self.groups.equations.equal(self.groups.count(self.atoms(one)), scaled(self.groups.count(self.atoms(other)), value))
            )
            return True
        return False

    def _leaves(self, text: str) -> bool:
        """`去掉一个数后`: one of them is taken away."""
        worth = None
        text = patterns.sub("(?:以后|之后|后)$", "", text)
        if found := patterns.fullmatch(r"(?:如果|若)?(?P<who>[^\d]{1,6}?)(?:成绩|得分|分数)?不(?:计算?|算|包括)在内", text):
            self.note(Subject("names", names=[found["who"]]))
            self.single = found["who"]
            self.topic = Subject("without", names=[found["who"]])
            self.told.insert(
                0, lambda: self.groups.equations.equal(self.groups.count(self.atoms(Subject("names", names=[found["who"]]))), constant(1))
            )
            return True
        if (
            patterns.fullmatch(r"(?:如果|若|再)?(?:去掉|划去|拿走|取走|擦去|删去)(?:了)?(?:其中的?)?一个(?:数|最高分|最低分)?", text)
            and self.left is None
        ) or ((worth := patterns.fullmatch(rf"(?:如果|若|再)?去掉(?:一个)?最[高低]分(?P<v>{N})?分?", text)) and self.left is None):
            self.left = "去掉的数"
            self.names += ["去掉的数"]
            self.told.insert(0, lambda: self.groups.equations.equal(self.groups.count(["去掉的数"]), constant(1)))
            if worth is not None and worth["v"]:
                value = Fraction(worth["v"])
                self.told.append(lambda: self.groups.equations.equal(self.groups.total(["去掉的数"]), constant(value)))
            self.topic = Subject("without", names=["去掉的数"])
            return True
        return self._comes(text)

    def _comes(self, text: str) -> bool:
        """`加入一人`, `加上英语`: what was told of all before was told of all but that."""
        found = patterns.fullmatch(
            rf"(?:如果|若|再|又|后来)*(?:加入|增加|加上|新来|来|添上|加)了?(?:一[人个名位]{HOLE}{{0,3}}|(?P<name>{HOLE}{{1,4}}))", text
        )
        if found is None or self.comes is not None or any(each.kind in ("first", "last", "place") for each in self.spoken):
            return False
        self.comes = name = found["name"] or "加入的"
        if known(name, self.names) is not None:
            return False
        self.names.append(name)
        for each in self.spoken:
            if each.kind == "whole":
                each.kind, each.names = "without", [name]
        self.whole_size = None
        self.told.insert(0, lambda: self.groups.equations.equal(self.groups.count([name]), constant(1)))
        self.topic = Subject("whole")
        return True

    def _joins(self, text: str) -> bool:
        """`把其中一个数改为 80`: the total changes by the difference."""
        text = patterns.sub("(?:以后|之后|后)$", "", text)
        found = patterns.fullmatch(rf"(?:如果|若)?(?:把|将)(?:其中的?)?(?:1个|一个|某个?)数(?:改为|改成|换成)(?P<v>{N})", text)
        if found is None or self.changed is not None:
            return False
        old = self.groups.unknown("t")
        self.changed = (old, constant(Fraction(found["v"])))
        self.topic = Subject("changed")
        return True
