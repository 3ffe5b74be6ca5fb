"""What the closed words of a description say of the sets that it names: which parts of the Venn diagram it means.

A description is first written in signs: the sets as a, b, c, d; numbers of sets as 1–4; `O` only, `E` exactly, `A` all of them, `N` not,
`L` at least, `M` at most, `U` or more, `|` or, `Y` any, `I` among, `&` and, `+` a conjunction, `T` altogether, `X` others, `F`/`B` the first
and the last. Everything else is the story: it must be words that recur or that no condition could be made of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from engine.generators import patterns
from engine.generators.civil._inclusion_exclusion.names import CLOSED, Names
from engine.generators.civil._inclusion_exclusion.told import CLASSIFIER
from engine.generators.civil._problems.wording import ORDINARY, SUSPECT
from engine.generators.reading import stay_out

COUNTED = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4}
_SIGNS: tuple[tuple[str, str], ...] = (
    (rf"(?:这|那|其中的?)?[一两二三四]个?{CLASSIFIER}(?!月)", "#"),
    (
        r"(?:班级?|校|单位|公司|社区|小区|厂|村|部门|车间|学院)[里内中]?|全(?:班|校|年级|体|公司|厂|村|队|组|院|系|区)|一样多|一定|一次性|只要|人数|总数|情况|单位|同学们?|学生|同事|不同的?(?=[一-龥])|同一",
        ".",
    ),
    (r"(?<=[一两二三四])只", "."),
    (r"前(?=[两二三])", "F"),
    (r"后(?=[两二三])", "B"),
    (r"至少|最少|不少于|不低于", "L"),
    (r"至多|最多|不超过|不多于", "M"),
    (r"以上(?=[这那]?[两三四])|总", "."),
    (r"及?以上", "U"),
    (r"恰恰|恰好?|刚好|正好", "E"),
    (r"不[只止仅]", ">"),
    (r"仅仅|只能|只有|仅有|只|仅", "O"),
    (r"同时|共同|一起|一同|全部|重叠|双双|都|均|全|皆|兼|齐", "A"),
    (r"一共|总共|共有|共", "T"),
    (r"没有|没|未|不|无|非|错", "N"),
    (r"或者|或", "|"),
    (r"任意|任何|任一|任选|每|哪|什么|各", "Y"),
    (r"其他|其它|另外|别的|其余|以外", "X"),
    (r"当中|之中|其中|中|里", "I"),
    (r"以及|和|与|及(?!格)|、|跟", "&"),
    (r"并且|而且|但是|却|既|又|也|还|且|并|而|但|·", "+"),
)
_ANYBODY = r"(?:人|人们|人家|学生|同学|学员|职工|员工|居民|住户|家庭|用户|客户|户|农户|村民|市民|产品|对?的?题目?|部分)?(?:总?数量?|人数|户数|比例|比重|占比|面积|部分)?"
_MODAL = "[想愿希望打算计划曾将申请]"
_RESTRICTS = re.compile(r"[男女老少青幼初高年级班组队党甲乙丙丁A-Z\d]")
_WORDS = [
    word
    for word in f"{ORDINARY} 比赛 竞赛".split()
    if len(word) > 1 and not patterns.search(rf"[一两二三四只仅恰都均全同时不没无未或任何至最少多又也且和与及中里其共{'男女'}]", word)
]


def of_all(description: str, text: str, whole: str, names: Iterable[str] = ()) -> None:
    """Give up where what is counted may be some of them only: `三样都取的老人`.

    Raises:
        StayOut: it may.
    """
    counted = patterns.search(r"的([\u4e00-\u9fff]{1,6}?)[的共]*$", description)
    if counted is None or patterns.search(f"[{CLOSED}]", counted[1]) or any(form in counted[1] for form in names):
        return
    if patterns.fullmatch(_ANYBODY, counted[1]) or text.count(counted[1]) > 1 or counted[1] in whole:
        return
    stay_out(f"{counted[1]} in {description}")


class Descriptions:
    """Reads descriptions of a text whose sets are named so."""

    def __init__(self, names: Names, text: str, whole: str = "") -> None:
        self.names, self.text, self.whole = names, text, whole
        self.size = len(names)
        self.everything = (1 << self.size) - 1
        self.parts = range(1 << self.size)
        self.flipped = False
        forms = "|".join(re.escape(form) for form in sorted(names.forms, key=len, reverse=True) if len(form) > 1) or "(?!)"
        single = "|".join(re.escape(form) for form in names.forms if len(form) == 1) or "(?!)"
        words = "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
        closed = "|".join(f"(?P<g{place}>{pattern})" for place, (pattern, _) in enumerate(_SIGNS))
        self._token = re.compile(f"(?P<form>{forms})|{closed}|(?P<word>{words})|(?P<single>{single})|(?P<other>.)")

    def signs(self, description: str) -> str:
        """The description in signs.

        Raises:
            StayOut: a word in it might be a condition.
        """
        of_all(description, self.text, self.whole, self.names.forms)
        out: list[str] = []
        story = ""
        spans: list[tuple[str, int, int]] = []
        pieces: set[int] = set()
        for match in self._token.finditer(description):
            name = match.lastgroup or "other"
            if name in ("form", "single"):
                sign = "abcd"[self.names.forms[match[0]]]
                if out and out[-1] == sign and not story:
                    continue
            elif name == "other":
                story += match[0]
                continue
            elif name == "word":
                sign = "."
            else:
                sign = _SIGNS[int(name[1:])][1]
                if sign == "#":
                    sign = str(next(COUNTED[each] for each in match[0] if each in COUNTED))
            self._explained(story, out[-1] if out else "", description)
            story = ""
            if sign != ".":
                out.append(sign)
                spans.append((sign, *match.span()))
                if name in ("form", "single") and match[0] not in self.names.whole_forms:
                    pieces.add(match.start())
        self._explained(story, out[-1] if out else "", description)
        return self._negations(self._without_verbs(spans, pieces), description)

    def _without_verbs(self, spans: list[tuple[str, int, int]], pieces: set[int]) -> list[tuple[str, int, int]]:
        """Without a piece of one name where several sets are counted or all are meant: `参加` in `三项都参加`, where one set is `参加书法`."""
        named = [span for span in spans if span[0] in "abcd"]
        if len({sign for sign, _, _ in named}) != 1 or not all(start in pieces for _, start, _ in named):
            return spans
        counter = next(((int(sign), start) for sign, start, _ in spans if sign in "1234"), None)
        if (counter and (counter[0] > 1 or named[0][1] > counter[1])) or (counter is None and any(sign == "A" for sign, _, _ in spans)):
            return [span for span in spans if span not in named]
        if counter and any(sign in "LME" for sign, _, _ in spans):
            return [span for span in spans if span not in named]
        return spans

    def _explained(self, story: str, before: str, description: str) -> None:
        """Give up where the story's words could be a condition."""
        heads = story.startswith("的")
        story = patterns.sub(r"[的了过是有为人者地得能会可在上占被名位户家《》“”\"()\s]", "", story)
        if not story or all(sign in self.names.common for sign in story):
            return
        left = "".join(sign for sign in story if sign not in self.names.common)
        if (patterns.search(SUSPECT, story) and patterns.search(SUSPECT, left)) or patterns.search(r"\d", left):
            stay_out(f"{story} in {description}")
        if patterns.search(_MODAL, left) and not patterns.search(_MODAL, self.names.begin):
            stay_out(f"{story} in {description}")
        if before and before in "1234" and len(left) <= 4 and not heads:
            return
        if len(left) <= 2 and not _RESTRICTS.search(left):
            return
        if left in self.whole:
            return
        rest, place = "", 0
        while place < len(story):  # without what recurs
            length = next((size for size in range(len(story) - place, 1, -1) if self.text.count(story[place : place + size]) > 1), 0)
            rest += "" if length else story[place]
            place += length or 1
        rest = "".join(sign for sign in rest if sign not in self.names.common)
        if len(rest) <= 2 and not _RESTRICTS.search(rest):
            return
        stay_out(f"{story} in {description}")

    def _negations(self, spans: list[tuple[str, int, int]], description: str) -> str:
        """The signs in order, a negation of what stands before it as `n`."""
        out = []
        for place, (sign, _, end) in enumerate(spans):
            if sign == "N":
                following = next(((other, start) for other, start, _ in spans[place + 1 :] if other in "abcd"), None)
                earlier = any(other in "abcd" for other, _, _ in spans[:place])
                if following is None:
                    sign = "n" if earlier else "N"
                elif earlier:
                    between = description[end : following[1]]
                    conjunction = any(other in "+&" for other, start, _ in spans[place + 1 :] if start < following[1])
                    predicate = self.names.end and not self.names.begin and self.names.end[0] in between
                    sign = "n" if predicate or (conjunction and spans[place - 1][0] in "abcd") else "N"
            out.append(sign)
        return "".join(out)

    def meant(self, description: str, exact: bool = False) -> frozenset[int]:
        """The parts that the description means; `exact`: `会两门` means no more than two.

        Raises:
            StayOut: not understood.
        """
        if (
            with_one := patterns.search(rf"包[括含](?P<one>[^,;。]{{1,10}}?)在内的?(?P<n>[两三四])个?{CLASSIFIER}", description)
        ) is not None:
            one = self.meant(description[: with_one.start()] + with_one["one"], exact)
            return one & self._where(lambda part: part.bit_count() == COUNTED[with_one["n"]])  # `包括篮球在内的两项`
        signs = self.signs(description).strip("+&")
        if patterns.search("[ANOEL]", signs):
            signs = patterns.sub("A+", "A", signs.strip("T"))
        if self.flipped:
            signs = self._turned(signs, description)
        found = self._of(signs, exact)
        return stay_out(f"{signs}: {description}") if found is None else found

    def _turned(self, signs: str, description: str) -> str:
        """Where the sets are those that fail, who does not fail is in none."""
        if signs.upper().count("N") > 1:
            stay_out(description)
        if "N" in signs.upper():
            return signs.replace("N", "").replace("n", "")
        if "A" in signs and not patterns.search("[OELM|]", signs):
            return signs + ("n" if patterns.search("[a-d]", signs) else "N")
        return signs if not patterns.search("[a-dA]", signs) and patterns.search("[OEL]?[1-4]", signs) else stay_out(description)

    def _where(self, fits: Callable[[int], bool]) -> frozenset[int]:
        return frozenset(part for part in self.parts if fits(part))

    def _of(self, signs: str, exact: bool) -> frozenset[int] | None:
        if alternatives := patterns.fullmatch(r"(?P<one>[a-d](?:[|][a-d])+)[&+]*(?P<two>N[a-d])T?", signs):
            one, two = self._of(alternatives["one"], exact), self._of(alternatives["two"], exact)
            return one & two if one and two else None  # `能被 2 或 3 整除，但不能被 5 整除`
        named = [ord(sign) - 97 for sign in signs if sign in "abcd"]
        if union := patterns.fullmatch(r"O([a-d])[&|T+]*O([a-d])T?", signs):
            both = {1 << (ord(union[1]) - 97), 1 << (ord(union[2]) - 97)}
            return frozenset(both) if len(both) == 2 else None
        if not named:
            return self._counted(signs, exact, self.everything, self.size)
        if len(set(named)) != len(named):
            return None
        mask = sum(1 << each for each in named)
        # `甲、乙、丙三种`: they are named, and counted.
        if row := patterns.fullmatch(r"(?P<pre>[^a-d1-4]*)(?P<row>[a-d](?:[&+]*[a-d])+)[&]?(?P<n>[1-4])(?P<post>[^a-d]*)", signs):
            if int(row["n"]) != len(named):
                # `数学、英语至少一门`
                return self._counted(row["pre"] + signs[row.start("n") - 0 :], exact, mask, len(named)) if row["pre"] == "" else None
            if patterns.search("[1-4Y]", row["pre"] + row["post"]):
                return self._counted(row["pre"] + row["post"].lstrip("I"), exact, mask, len(named))
            signs = row["pre"] + row["row"] + row["post"]
        elif row := patterns.fullmatch(r"(?P<pre>[^a-d]*)(?P<row>[a-d](?:[&+]*[a-d])+)I?(?P<post>[ILMEOYnN]*[1-4]?[nNAU]*)", signs):
            if patterns.search("[LMEOY1-4]", row["post"]):
                post = row["post"].lstrip("I").upper()
                return self._counted(row["pre"] + post, exact, mask, len(named)) if row["pre"] in ("", "N", "O", "L", "E", "M") else None
        elif single := patterns.fullmatch(r"(O)([a-d])1|(O)1([a-d])", signs):
            signs = "O" + (single[2] or single[4])
        return self._named(signs, named)

    def _named(self, signs: str, named: list[int]) -> frozenset[int] | None:
        if patterns.search(r"[1-4LMUYX]", signs):
            return None
        places = [place for place, sign in enumerate(signs) if sign in "abcd"]
        first, last = places[0], places[-1]
        if "|" in signs:
            if patterns.search("[NnOEA]", signs):
                return None
            return self._where(lambda part: any(part >> each & 1 for each in named))
        negative: set[int] = set()
        if patterns.search(r"A\+?N", signs[:first]) or patterns.search(r"A\+?n", signs[last:]):
            if signs.upper().count("N") != 1:
                return None
            negative = set(named)
        elif patterns.search(r"[Nn]\+?A", signs) and len(named) > 1:
            return None
        else:
            for place, sign in enumerate(signs):
                if sign == "N":
                    after = signs[place + 1 :]
                    target = patterns.match(r"[A+]*([a-d])", after)
                    if target is None or patterns.match(r"[A+]*[a-d]&[a-d]", after) or patterns.match(r"[A+]*[a-d][a-d]", after):
                        return None
                    negative.add(ord(target[1]) - 97)
                elif sign == "n":
                    before = [each for each in places if each < place]
                    if not before or (len(named) > 1 and place > last and len(before) > 1 and signs[before[-1] - 1] in "&"):
                        return None
                    negative.add(ord(signs[before[-1]]) - 97)
        only = patterns.search("[OE]", signs)
        if only and (only.start() > first or signs.count("O") + signs.count("E") > 1):
            return None
        positive = set(named) - negative
        if len(named) > 1 and not negative:
            joined = "A" in signs or only or "+" in signs or "I" in signs or signs[first : last + 1].isalpha() or "&" in signs
            if not joined or ("T" in signs and "A" not in signs and not only):
                return None
        if only and not positive:
            return None
        mask = sum(1 << each for each in positive)
        return self._where(
            lambda part: part & mask == mask and not any(part >> each & 1 for each in negative) and (not only or part == mask)
        )

    def _counted(self, signs: str, exact: bool, mask: int, size: int) -> frozenset[int] | None:
        """What counts sets without naming them; `mask`: among which."""
        signs = signs.upper().replace("+", "").replace("I", "").replace("&", "")

        def of(fits: range) -> frozenset[int]:
            return self._where(lambda part: (part & mask).bit_count() in fits)

        whole_mask = mask == self.everything
        if size == self.size and (place := patterns.fullmatch("([FB])([23])A?", signs)) and int(place[2]) < size:
            chosen = range(int(place[2])) if place[1] == "F" else range(size - int(place[2]), size)
            some = sum(1 << each for each in chosen)
            return self._where(lambda part: part & some == some)
        if patterns.fullmatch("T?A|AT?", signs):
            return of(range(size, size + 1))
        if patterns.fullmatch("AN|YA?N|NY|Y?1A?N|NY?1|[OL]?NY?1|NA?Y1|LY?1N", signs) and "L" not in signs and "O" not in signs:
            return of(range(1))
        if patterns.fullmatch("AX", signs) and whole_mask:
            return of(range(2, size + 1))
        if patterns.fullmatch(f"{size}Y?1A?N|{size}NY?1|N{size}Y1|NY1{size}|N{size}Y?1", signs):
            return of(range(1))
        # `三种语言里至多会一种`
        if head := patterns.fullmatch(f"{size}(?P<rest>A?[LMEO].*[1-4].*)", signs):
            signs = head["rest"]
        if row := patterns.fullmatch(f"(?P<how>[LME]){size}(?P<n>[1-4])", signs):
            signs = row["how"] + row["n"]
        number = patterns.findall("[1-4]", signs)
        if len(number) != 1:
            return None
        count = int(number[0])
        bare = signs.replace(number[0], "#")
        if count > size:
            return None
        if bare in ("A#N", "#AN") and count == size:
            return of(range(1))
        if "N" in bare:
            return None
        if patterns.fullmatch("A?T?L#A?T?|L#|Y?L#", bare):
            return of(range(count, size + 1))
        if bare == ">#":
            return of(range(count + 1, size + 1))
        if bare in ("#U", "A#U"):
            return of(range(count, size + 1)) if count > 1 else None
        if patterns.fullmatch("M#|OM#", bare):
            return of(range(count + 1))
        if patterns.fullmatch("[OE]A?#A?T?|[OE]T#", bare):
            return of(range(count, count + 1)) if whole_mask or size < self.size else None
        if bare in ("#T", "T#") and count == size:
            return of(range(1, size + 1))  # `参加这两项的共有`
        if patterns.fullmatch("A?#A?|A?T?#A?", bare):
            if count == size and ("T" not in bare or "A" in bare):
                return of(range(count, count + 1))
            return of(range(count, count + 1)) if exact and count < size and "T" not in bare else None
        return None
