"""The options of a pasted multiple-choice question, in the many ways they are set: marked, glued together, in a list or a table, unmarked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.generators import patterns

OPTION_LETTERS = "ABCDE"
"""The letters of pasted options: four, or five in some papers."""

_OPTION = re.compile(r"(?<![A-Za-z0-9])(?<!\([A-Za-z],)(?<!\([A-Za-z], )\(?([A-E])[)）]?\s*[.．、:：)）]\s*")
# The same glued together: `A.16 B.24C.18D.20`.
_GLUED_OPTION = re.compile(
    r"(?:(?<![A-Za-z])|(?<=[0-9A-F]H)|(?<=/s)|(?<=[nmμ]s)|(?<=Hz)|(?<=bps)|(?<=\d[KM]B)|(?<=Baud)|(?<=\+x)|(?<=\dB))([A-E])\s*[.．、]\s*"
)
# `().A:6B:8C:256D:254`, where a page lost its line breaks.
_GLUED_COLONS = re.compile(
    r"\( ?\)[^()\n:]{0,8}[。.?]? ?(?P<first>A:)(?P<A>[^\n:?]{1,24})B:(?P<B>[^\n:?]{1,24})C:(?P<C>[^\n:?]{1,24})D:(?P<D>[^\n:?]{1,24})[。.]?\s*\Z"
)
_STOPPED_OPTION = re.compile(r"(?<![A-Za-z0-9])([A-E])\s*[。.:：]\s*(?=\S)")
_LABEL = re.compile(r"(?<=[,;。?:!)\n ])\s*(?:备选)?(?:选项|答案选项)\s*(?:如下|为|是)?\s*[:：]?\s*$")

_SEPARATED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])")


def without_separators(options: Sequence[str], answer: str) -> list[str]:
    """The options with `1,500` as `1500`, where the answer is one number; a row of numbers keeps its commas."""
    if len(patterns.findall(r"\d+(?:\.\d+)?", answer)) != 1:
        return list(options)
    return [_SEPARATED.sub(lambda figure: figure[0].replace(",", ""), option) for option in options]


def split_options(text: str) -> tuple[str, tuple[str, ...]]:
    """The stem and the four (or five) options of a pasted multiple-choice question; no options where there is no block A, B, C, D at the end."""
    text = _with_usual_marks(_CHOOSE.sub("", _BULLET.sub("", text)))
    for pattern in (_OPTION, _GLUED_OPTION):
        marks = [mark for mark in pattern.finditer(text) if not _closes_bracket(text, mark)]
        if found := _marked_options(text, marks):
            return found
    # `A。12 种 B。19 种`, as some sites print them
    if found := _marked_options(text, list(_STOPPED_OPTION.finditer(text))):
        return found
    # `A. P3、B、C`: of several marks those of one sort.
    for sign in ".、)":
        marks = [mark for mark in _OPTION.finditer(text) if mark[0].rstrip().endswith(sign) and not _closes_bracket(text, mark)]
        if found := _marked_options(text, marks):
            return found
    if (row := _PERMUTED_IN_ROW.search(text)) and len({"".join(sorted(option)) for option in row.groups()}) == 1 < len(set(row.groups())):
        return text[: row.start()].rstrip(), row.groups()
    if (rows := _PERMUTED_OPTIONS.search(text)) and len({tuple(sorted(row.split())) for row in rows.groups()}) == 1 < len(
        set(rows.groups())
    ):
        return text[: rows.start()].rstrip(), tuple(row.strip() for row in rows.groups())
    if below := _OPTIONS_ABOVE.search(text) or _OPTIONS_BELOW.search(text):
        return text[: below.start()].rstrip(), tuple(option.strip(" \t,;。、") for option in below.groups())
    if (lines := _ADDRESSES_ON_LINES.search(text)) and lines.start() >= 10:
        return text[: lines.start()].rstrip(), lines.groups()
    if found := _bulleted_options(text):
        return found
    if found := _options_on_lines(text):
        return found
    if colons := _GLUED_COLONS.search(text):
        return text[: colons.start("first")].rstrip(), tuple(option.strip(" \t,;。、") for option in colons.group("A", "B", "C", "D"))
    if bracketed := _BRACKETED_OPTIONS.search(text):
        return text[: bracketed.start("A")].rstrip().removesuffix("(A)").rstrip(), tuple(option.strip() for option in bracketed.groups())
    if bare := _BARE_OPTIONS.search(text):
        options = tuple(option.strip(" \t,;。、") for option in bare.groups())
        if bare.start() >= 10 and all(options):
            return text[: bare.start()].rstrip(), options
    if lined := _LINED_OPTIONS.search(text):
        options = tuple(option.strip(" \t,;。、") for option in lined.groups()[1:])
        if all(options) and not any(patterns.search(r"\d \d|多少|[?]", option) for option in options):
            return text[: lined.start("end")].rstrip(), options
    if (glued := _GLUED_WORDS.search(text)) and glued.start("A") >= 12:
        return patterns.sub(r"\s*A$", "", text[: glued.start("A")].rstrip()), tuple(option.strip(" \t,;。、.") for option in glued.groups())
    if glued := _UNMARKED_OPTIONS.search(text):
        options = tuple(option.strip(" \t,;。、.") for option in glued.groups())
        if all(options) and not all(patterns.search(r"\d \d", option) for option in options):
            options = tuple(patterns.sub(r"(?<=\d) (?=\d)", "", option) for option in options)
        if patterns.search("速率|速度|容量|数据率|传输率|比特率", text[: glued.start("A")]):
            options = tuple(patterns.sub(r"(?<=\d)( ?[kKMG]?)bits?(?: ?s)?$", r"\1bit/s", option) for option in options)
        if all(options):
            return patterns.sub(r" ?A ?[、.]? ?$", "", text[: glued.start("A")]), options
    return text, ()


def _with_usual_marks(text: str) -> str:
    """A text whose options have marks that are seldom used (`a)`, `A - `, `选项A:`) with usual ones."""
    for seldom in _SELDOM_MARKS:
        marks = list(seldom.finditer(text))[-len(OPTION_LETTERS) :]
        for size in (5, 4):
            block = marks[-size:]
            if "".join(mark[1] for mark in block).upper() == OPTION_LETTERS[:size]:
                ends = [*(mark.start() for mark in block[1:]), len(text)]
                options = [text[mark.end() : end].strip(" \n\t,;。、") for mark, end in zip(block, ends, strict=True)]
                if all(options) and not any("\n" in option for option in options) and not patterns.search(r"[?]|多少", options[-1]):
                    return text[: block[0].start()] + "".join(
                        f"\n{mark[1].upper()}. {option}" for mark, option in zip(block, options, strict=True)
                    )
    return text


def with_unit_asked(stem: str, options: tuple[str, ...]) -> str:
    """A stem that ends where its options begin, asking in the unit that all of them have: `需要加入水` before `60 克`, `40 克`."""
    if not options or _ASKS.search(stem) or not patterns.search(r"[\u4e00-\u9fff]$", stem):
        return stem
    units = [found[1] if (found := _IN_UNIT.fullmatch(option)) else "" for option in options]
    return f"{stem}多少{units[0]}" if units[0] and len(set(units)) == 1 else stem


def _marked_options(text: str, marks: list[re.Match[str]]) -> tuple[str, tuple[str, ...]] | None:
    """Stem and options where the last marks are A, B, C, D (and E)."""
    for size in (4, 5):
        block = marks[-size:]
        letters = "".join(mark[1] for mark in block)
        # Two columns, copied one after the other: A, C, B, D.
        by_columns = letters == "ACBD" and all(patterns.search(r"(?:^|\s)$", text[: mark.start()]) for mark in block)
        if letters != OPTION_LETTERS[:size] and not by_columns:
            continue
        ends = [*(mark.start() for mark in block[1:]), len(text)]
        options = tuple(text[mark.end() : end].strip(" \n\t,;。、") for mark, end in zip(block, ends, strict=True))
        if unit := _UNIT_OF_ALL.search(options[-1]):
            options = (*options[:-1], options[-1].removesuffix(unit[0]).strip())
        # An empty answer bracket behind the question mark asks nothing more.
        stem = patterns.sub(r"(?<=[\u4e00-\u9fff]\?) ?\( *\)[。.]?$", "", _LABEL.sub("", text[: block[0].start()].rstrip()))
        # `Letters A:45, B:13, C:12, D:16, E:9, find ...` says what the letters stand for: no options.
        colons = all(":" in mark[0] for mark in block)
        names = (size > 4 and any(":" in mark[0] for mark in block)) or (
            (len(stem) < 10 or (colons and patterns.search(r"[。;\n](?:请|试)*(?:[问求]|判断|指出)[^?]*\?", options[-1]) is not None))
            and patterns.search("求|多少|什么|[?？]", options[-1]) is not None
        )
        # `A: B, C` on lines, one of them each vertex's neighbours, and then what is asked.
        names = names or (colons and patterns.search(r"\n[^\n]*(?:写出|给出|画出|列出|求|[哪几][^\n]*\?)", options[-1]) is not None)
        # Below the options something more is asked.
        names = names or patterns.search(r"\n[^\n]*(?:[?]|多少|几[次个种位])", options[-1]) is not None
        # A picture, or a sign that was lost: one of the lines may be empty.
        on_lines = sum(map(bool, options)) == size - 1 and all(text[: mark.start()].rstrip(" \t-*").endswith("\n") for mark in block)
        if (all(options) or on_lines) and not names:
            return stem, (options[0], options[2], options[1], options[3]) if by_columns else options
    return None


def _bulleted_options(text: str) -> tuple[str, tuple[str, ...]] | None:
    """Stem and options where four or five points of a list end the text, behind a blank or a question."""
    if (block := _POINTS.search(text)) is None or block.start() < 10:
        return None
    lines = [patterns.sub(r"^ ?[-*+–] +", "", line) for line in block[0].strip("\n").splitlines()]
    options = tuple(line.strip(" •●○▪◆·,;。、\t") for line in lines if line.strip())
    stem = _SORT_OF_QUESTION.sub("", text[: block.start()].rstrip()).rstrip()
    asks = patterns.search(r"\( *\)|_|[?]|哪|求|(?:是|为|有)[:。]?\s*\Z", stem)
    return (stem, options) if all(options) and asks and not any(patterns.search(r"[?]|多少", option) for option in options) else None


def _options_on_lines(text: str) -> tuple[str, tuple[str, ...]] | None:
    """Stem and options where four lines without any mark end the text, behind a blank that ends the stem; rows of a table are none."""
    if (block := _UNMARKED_LINES.search(text)) is None or block.start() < 10:
        return None
    options = tuple(option.strip(" \t,;。、") for option in block.group("A", "B", "C", "D"))
    row = any(patterns.search(r"\d\s+\d|[|\t?:=]|多少|几|[→<>求试]|计算|^\(\d\)", option) for option in options)
    row = row or "".join(sorted(option[:1] for option in options)) == "ABCD"  # their letters stand in them: `A1200 bps`
    return None if row or len(set(options)) < 4 else (text[: block.start("A")].rstrip(), options)


def _closes_bracket(text: str, mark: re.Match[str]) -> bool:
    """Whether what looks like an option `C)` only ends a bracket that was opened before it: `(N2, 5, C)`."""
    if ")" not in mark[0] or "(" in mark[0]:
        return False
    line = text[text.rfind("\n", 0, mark.start()) + 1 : mark.start()]
    return line.count("(") > line.count(")")


# What asks by itself, or wants a figure that has no unit of its own.
_ASKS = re.compile(r"\( *\)|_{2,}|[?？!]|多少|几|何|哪|谁|(?:是|为|等于|约|有|达|到|在|共计?|比|率|浓度|折|倍|%)$")
_IN_UNIT = re.compile(r"-?\d+(?:\.\d+)?(?:/\d+)? ?(万?元|[天日月年岁人件个次折克升吨米]|千克|公斤|毫升|千米|公里|小时|分钟|秒)")

# Options as points of a list, and what sort of question a page says it is.
_POINTS = re.compile(r"(?:(?:\s*\n\s*[•●○▪◆·] ?[^\n•●○▪◆·]{1,80}){4,5}|(?:\s*\n ?[-*+–] +[^\n•●○▪◆·]{1,80}){4,5})\s*\Z")
# The same without any mark, as data files and some pages have them.
_UNMARKED_LINES = re.compile(
    r"(?:\( *\)[^\n]{0,40}|(?:多少|几)[^\n]{0,12}|[哪求][^\n]{0,40}|[是为有])[。.:?]?\s*\n+ ?(?P<A>[^\n]{1,40})\n+ ?(?P<B>[^\n]{1,40})\n+ ?(?P<C>[^\n]{1,40})\n+ ?(?P<D>[^\n]{1,40})\s*\Z"
)
_SORT_OF_QUESTION = re.compile(r"\n\s*[(]?(?:单选|多选|单项选择|选择)题?[)]?\s*\Z")

# The unit of all options, behind the last: `38.4(单位 GB/s)`.
_UNIT_OF_ALL = re.compile(r"[,;。]?\s*\(?单位\s*[:为是]?\s*(?:[A-Za-zμ%][A-Za-z/%]{0,5}|[\u3400-\u9fff]{1,4})\)?$")

# Options as items of a list in Markdown: `- A. 9`.
_BULLET = re.compile(r"(?m)^ ?[-*+•○◯●◦▪□☐] ?(?=\(?[A-E] ?[.、:)])")

# Marks of options that are seldom used, each on a line of its own unless a word says what it is.
_SELDOM_MARKS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?m)^ ?\(?([a-e]) ?[.、:)]\)? ?",
        r"(?m)^ ?([A-E]) ?[-—] +",
        r"(?:(?<=[\s,;。?:)])|^)选项 ?([A-E]) ?[:.、] ?",
    )
)

# What follows pasted options and asks nothing else.
_CHOOSE = re.compile(r"(?<=[\w%)])[\s,。;]+(?:应该?|请问|到底|该|求助?|帮忙?)*选(?:哪一?个|什么|啥|哪一?项)[呀啊呢嘛吗]*[?。!\s]*$")

# Options that only brackets mark, glued together: `( )。(A)2 s(B) 0.2 s(C) 0.02 s(D) 0.002 s`.
_BRACKETED_OPTIONS = re.compile(
    r"(?:\( *\)|多少|_)[。.,?:\s]{0,6}\(A\) ?(?P<A>[^()\n]{1,40}?) ?\(B\) ?(?P<B>[^()\n]{1,40}?) ?\(C\) ?(?P<C>[^()\n]{1,40}?) ?\(D\) ?(?P<D>[^()\n]{1,40})\Z"
)

# Options on one line without marks, as typed in a chat: `A 43、60  B 48、60  C 48、70  D 43、70`.
_BARE_OPTIONS = re.compile(
    r"(?m)(?:^|(?<=[?:。);]))[ (]*A[ )]+(?P<A>[^\nB]{1,60}?) B (?P<B>[^\nC]{1,60}?) C (?P<C>[^\nD]{1,60}?) D (?P<D>[^\n]{1,60})\s*\Z"
)

# The same on lines of their own, where the stem ends with what is to be filled in: a table's rows stand below its headings.
_LINED_OPTIONS = re.compile(
    r"(?:(?:\( *\)|多少|求)(?:[^\n()]|\([^\n()]{1,30}\)){0,40}|[是为][。.:]?)(?P<end>)\s*\n ?A ([^\n]{1,60})\n{1,2} ?B ([^\n]{1,60})\n{1,2} ?C ([^\n]{1,60})\n{1,2} ?D ([^\n]{1,60})\s*\Z"
)

# Letters before words or figures and nothing between: `该商贩( ) A不赔不赚 B赚9元 C赔18元 D赚18元`, `多少公斤?A45B50C55D60`.
_GLUED_WORDS = re.compile(
    r"(?:\( *\)|_|[?？])[。.,?:\s]{0,4}A(?P<A>[\d\u4e00-\u9fff][^A-Za-z\n]{0,16}?)[\s,;。]*B(?P<B>[\d\u4e00-\u9fff][^A-Za-z\n]{0,16}?)[\s,;。]*C(?P<C>[\d\u4e00-\u9fff][^A-Za-z\n]{0,16}?)[\s,;。]*D(?P<D>[\d\u4e00-\u9fff][^A-Za-z\n]{0,16})\s*\Z"
)

# Options whose every mark was lost in copying: `( )。A16kBaud B32kBaud C 64kBaud D1 28kBaud`.
_UNMARKED_OPTIONS = re.compile(
    r"(?:\( *\)|_)[。.,?:\s]{0,6}A ?[、.]? ?(?P<A>-?\d[^\n]{0,24}?)\s*B ?[、.]? ?(?P<B>-?\d[^\n]{0,24}?)\s*C ?[、.]? ?(?P<C>-?\d[^\n]{0,24}?)\s*D ?[、.]? ?(?P<D>[^\n]{1,40})\Z"
)

# Addresses on four lines: rows of no table, and weights of no letters.
_ADDRESS = r"(\d{1,3}(?:\.\d{1,3}){3}(?:\s?/\s?\d{1,2})?)"
_ADDRESSES_ON_LINES = re.compile(rf"\s\(?A[ )]\s?{_ADDRESS}\s+\(?B[ )]\s?{_ADDRESS}\s+\(?C[ )]\s?{_ADDRESS}\s+\(?D[ )]\s?{_ADDRESS}\s*\Z")

# A letter on its line, what it stands for on the next; the numbers of no table.
_OPTIONS_BELOW = re.compile(
    r"\n ?A[.、]? ?\n+([^\n]{1,60})\n+ ?B[.、]? ?\n+([^\n]{1,60})\n+ ?C[.、]? ?\n+([^\n]{1,60})\n+ ?D[.、]? ?\n+([^\n]{1,60})\s*\Z"
)

# The other way round, above the button of a form.
_OPTIONS_ABOVE = re.compile(
    r"\n ?([^\n]{1,60})\n+ ?A[.、]? ?\n+([^\n]{1,60})\n+ ?B[.、]? ?\n+([^\n]{1,60})\n+ ?C[.、]? ?\n+([^\n]{1,60})\n+ ?D[.、]? ?\n+ ?提交\s*\Z"
)

# The same on four lines, each of the same items in another order: a table's rows are not.
_PERMUTED_OPTIONS = re.compile(r"\n ?A ([^\n]+)\n ?B ([^\n]+)\n ?C ([^\n]+)\n ?D ([^\n]+)\s*\Z")
_PERMUTED_IN_ROW = re.compile(r"[ \n)?]A ?(\S{3,30}) B ?(\S{3,30}) C ?(\S{3,30}) D ?(\S{3,30})\s*\Z")
