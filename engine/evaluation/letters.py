"""Which option a model chose, read out of whatever it wrote: reasoning first, Markdown, LaTeX, JSON, Chinese or English, or the option's
own words. Whether the choice is right is left to the caller.

Right, or silent: where a text names several options, takes its choice back, or never comes to one, the answer is None and counts as none.

The ways in which a choice can be said, strongest first; a stronger one hides the weaker:
    a conclusion        答案是 B, 故选 B, the answer is B, \\boxed{B}, {"answer": "B"}; of several the last, because reasoning comes first
    the letter itself   B, (B), B. 分页, as the whole text, its beginning, or a line of its own
    a verdict           B 正确, with every other option judged wrong or not mentioned
    a guess             我觉得是 B; 错误的是 B, where that is what was asked
    the option's words  分页, 答案是分页
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from engine.questions.model import LETTERS

_THOUGHT = re.compile(r"<(think|thinking|reasoning)>.*?</\1>", re.DOTALL | re.IGNORECASE)
_UNFINISHED_THOUGHT = re.compile(r"<(?:think|thinking|reasoning)>", re.IGNORECASE)
_WRAPPED = re.compile(r"\\(?:text|mathrm|mathbf|textbf|rm|bf)\s*\{([^{}]*)\}")
_BOXED = re.compile(r"\\boxed\s*\{([^{}]*)\}")
_DISPLAY = re.compile(r"\\[()\[\]]")
_MARKS = re.compile(r"[*`#$~]+|__|\\")

_OPEN = r"[\s(\[{<\"'“‘【「《]*"
_CLOSE = r"[)\]}>\"'”’】」》]*"
_LINK = r"(?:[\s:=\"'“”】\])>-]|→|⇒|是|为|即|选择?|应该?|应当|就|只能|只有|一定|\bis\b|\bbe\b|\bare\b)*"
_NOUN = r"(?:选项|option|choice|letter)?"
_CHINESE_CUE = (
    r"答案|答(?=\s*(?:[:是为选]))|正确(?:的)?(?:选项|选择|一项|叙述|说法|描述|表述|结论|的)?(?=\s*(?:[:是为应]|选项|[A-Ha-h]))"
    r"|符合(?:题意|要求|条件)的(?:一项|选项)?(?=\s*(?:[:是为应]|选项|[A-Ha-h]))"
    r"|选(?:择|取|填)?(?!项|择题)|应填|(?:因此|所以|故|综上所述|综上|因而|可见|结论)(?=\s*[:,]?\s*(?:是|为|应)*\s*[(\[]?[A-Ha-h])\s*,?"
)
_ENGLISH_CUE = (
    r"\b(?:answer|choose|select|pick|go(?:ing)?\s+with|final\s+choice|conclusion|(?:correct|right|best)\s+(?:one|option|choice|letter)"
    r"|i'?d\s+say)\b(?:\s+(?:is|would\s+be|must\s+be|should\s+be|will\s+be))?"
)
_CUE = re.compile(rf"(?:{_CHINESE_CUE}|{_ENGLISH_CUE}){_LINK}{_NOUN}{_LINK}{_OPEN}", re.IGNORECASE)
_GUESS = re.compile(
    rf"(?:觉得|认为|猜|倾向于?|应该|可能|大概|好像|似乎|think|believe|guess|probably|likely){_LINK}(?:it'?s)?{_LINK}{_NOUN}{_LINK}{_OPEN}",
    re.IGNORECASE,
)
_FAULTY = re.compile(
    rf"(?:错误|不正确|不对|有误|不属于|不符合|不恰当|不成立|不可能)[^\n,。;A-Ha-h]{{0,8}}?的?(?:一?项|选项|是|为|说法|叙述)+{_LINK}{_OPEN}"
)
_TAKEN_BACK = re.compile(
    r"(?:不|别|勿|莫|没|未|无法|排除|如果|若|假如|假设|假定|要是|误|错|备|候|并非|\bnot|n't|\bif|\bnever|\bwrongly)\s*"
    r"(?:能|应该?|该|会|可以?|要|宜|必|是|认为|为|有|(?:the\s+)?(?:correct|right)|to|i|you|we)*\s*(?:the\s*)?$"
    r"|(?:同学|考生|许多人|很多人|有人|容易|往往)(?:们)?(?:会|误|错|就|地|可能|因此)*$",
    re.IGNORECASE,
)

_BOUND = r"(?<![A-Za-z0-9_+/.-])"
_FOLLOWED = re.compile(
    r"\s*(?:$|\n)|\s*[,;。:!?、()\[\]{}<>\"'“”‘’】」》…|]|\s*\.(?![A-Za-z0-9])|\s+(?![a-z])"
    r"|\s+(?:because|since|as|is|are|and|or|but|due|which|not|option)\b"
    r"|选?项|因为|由于|因此|所以|吧|呢|啊|哦|呀|了|而|是|对|才|这|最|更|也|正确|不|错|都|和|或|与|及|以及|还是|没|显然|符合|均"
)
_AND = r"\s*(?:[、/&+]|和|或者?|与|以及|及|还是|\bor\b|\band\b)\s*(?:选择?|选项|option\s)?\s*[\"'(\[]*"
_OPTION_LETTER = f"[{LETTERS}]"
_RUN = re.compile(rf"{_BOUND}({_OPTION_LETTER})(?:{_CLOSE}(?:{_AND})?({_OPTION_LETTER})(?![A-Za-z0-9+]))*", re.IGNORECASE)
_LISTED = re.compile(rf"{_OPTION_LETTER}(?:[\"']?\s*,\s*[\"']?{_OPTION_LETTER})+(?=\s*[\"')\]}}]*\s*(?:$|[。.;\n]))", re.IGNORECASE)
_TAIL = rf"{_CLOSE}\s*(?:选?项|option)?\s*[:.、]?\s*(?:中|里)?(?:都|均|也|就|显然|明显|的?(?:说法|叙述|描述|表述|结论|答案|选项))*\s*(?:是|为|\bis\b|\bare\b)?\s*(?:都|均)?"
_WRONG = re.compile(rf"{_TAIL}(?:错|不对|不正确|不成立|不符|不行|不选|不合|有误|×|✗|❌|\bwrong|\bincorrect|\bfalse|\bnot\b)", re.IGNORECASE)
_RIGHT = re.compile(rf"{_TAIL}(?:正确|对(?!于|应|比|称|象|角)|成立|符合|√|✓|✔|✅|\bcorrect|\bright|\btrue)", re.IGNORECASE)
_ALONE = re.compile(
    rf"{_OPEN}{_NOUN}\s*[:]?{_OPEN}({_OPTION_LETTER}){_CLOSE}\s*(?:选?项)?(?:吧|呢|啊|哦)?{_CLOSE}\s*[.。,:;!?、]*", re.IGNORECASE
)
_BEGINNING = re.compile(rf"\s*[(\[【]?({_OPTION_LETTER})(?:[)\]】]\s*[.:、,]?|\s*[.:、,;。]|\s*\n|\s+(?=[^A-Za-z0-9\s]))")
_ENGLISH_AFTER = re.compile(r"\s+[a-z]{2}")
_HEDGE = re.compile(r"不确定|无法(?:确定|判断|选择)|不知道|说不准|cannot\s+determine|not\s+sure|don'?t\s+know", re.IGNORECASE)
_NEGATION = re.compile(r"不|非|没|无法|错|\bnot\b|n't|wrong", re.IGNORECASE)
_WORDS_AROUND = 24
"""Characters a text may have beside an option's words and still be taken for them; a longer one is an argument about them."""


def read_letter(text: str, options: Sequence[str]) -> str | None:
    """The letter of the one option that `text` chooses; None: none, several, or one that is not there.

    Args:
        text: what the model wrote, whole.
        options: their words, A first; at most eight.
    """
    plain = _plain(text)
    if not plain:
        return None
    letters = LETTERS[: len(options)]
    words = [_plain(option) for option in options]
    chosen = _concluded(plain, _CUE, words)
    if chosen is None:
        chosen = _alone(plain, words) or _judged(plain, letters) or _concluded(plain, _GUESS, words) or _concluded(plain, _FAULTY, words)
    if chosen is None:
        chosen = _in_words(plain, words)
    return chosen if chosen and len(chosen) == 1 and chosen in letters else None


def _plain(text: str) -> str:
    """What is read: thoughts and marks off, full-width forms folded."""
    text = _THOUGHT.sub("\n", text)
    if match := _UNFINISHED_THOUGHT.search(text):
        text = text[: match.start()]
    for orphan in ("</think>", "</thinking>", "</reasoning>"):  # templates that open the thought in the prompt
        text = text.rpartition(orphan)[2]
    text = unicodedata.normalize("NFKC", text)
    text = _WRAPPED.sub(r"\1", text)
    text = _DISPLAY.sub(" ", _BOXED.sub(r" 答案是 \1 ", text))
    return _MARKS.sub("", text).strip()


def _concluded(text: str, cue: re.Pattern[str], words: Sequence[str]) -> str | None:
    """The letters of the last conclusion that is not taken back; several where it is in doubt; None: there is none."""
    found: str | None = None
    read = 0
    for match in cue.finditer(text):
        if match.start() < read:  # "A or rather choose B" is one doubt
            continue
        if _TAKEN_BACK.search(text[max(0, match.start() - 16) : match.start()]):
            continue
        if (letter := _starting_with(text, match.end(), words)) is not None:
            found = letter
            continue
        if (run := _run_at(text, match.end())) is not None:
            chosen, read = run
            if not _WRONG.match(text, read):
                found = chosen
    return found


def _starting_with(text: str, position: int, words: Sequence[str]) -> str | None:
    """The option whose own words, beginning with a letter such as `B+树`, stand at `position`."""
    matching = [
        (len(option), LETTERS[place])
        for place, option in enumerate(words)
        if len(option) > 1 and option[0].upper() in LETTERS and text.startswith(option, position)
    ]
    return max(matching)[1] if matching else None


def _run_at(text: str, position: int) -> tuple[str, int] | None:
    """The letters that stand at `position`, sorted, and where they end; None where it is a word or nothing."""
    if match := _LISTED.match(text, position):
        return _distinct(match.group()), match.end()
    match = _RUN.match(text, position)
    if match is None or not _FOLLOWED.match(text, match.end()):
        return None
    run = match.group()
    if run.islower() and len(run) > 1 and run.isalpha():  # "bad", "a"
        return None
    if run.islower() and _ENGLISH_AFTER.match(text, match.end()):
        return None
    return _distinct(run), match.end()


def _distinct(run: str) -> str:
    run = re.sub(r"option|\bor\b|\band\b", "", run, flags=re.IGNORECASE)
    return "".join(sorted({letter for letter in run.upper() if letter in LETTERS}))


def _alone(text: str, words: Sequence[str]) -> str | None:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    alone = {match.group(1).upper() for line in lines if (match := _ALONE.fullmatch(line))}
    if alone:
        return "".join(sorted(alone))
    begun = [(line, match) for line in lines if (match := _BEGINNING.match(line + "\n"))]
    if not begun or begun[0][0] != lines[0]:
        return None
    end = begun[0][1].end(1)
    if _starting_with(lines[0], 0, words) is not None or _RIGHT.match(lines[0], end) or _WRONG.match(lines[0], end):
        return None
    wrong = {match.group(1) for line, match in begun if _WRONG.match(line, match.end(1))}
    named = {match.group(1) for _, match in begun} - wrong
    return named.pop() if len(named) == 1 and not wrong else None


def _judged(text: str, letters: str) -> str | None:
    """The one option judged right, where no other is mentioned or all others are judged wrong."""
    mentioned: set[str] = set()
    right: set[str] = set()
    wrong: set[str] = set()
    for match in _letters_in(text):
        group = set(_distinct(match.group()))
        mentioned |= group
        if _WRONG.match(text, match.end()):
            wrong |= group
        elif _RIGHT.match(text, match.end()):
            right |= group
    if len(right) != 1 or right & wrong:
        return None
    return right.pop() if mentioned <= right or mentioned == set(letters) == right | wrong else None


def _letters_in(text: str) -> Iterator[re.Match[str]]:
    for match in _RUN.finditer(text):
        if match.group(1).isupper() and _FOLLOWED.match(text, match.end()):
            yield match


def _in_words(text: str, words: Sequence[str]) -> str | None:
    """The one option whose words the text is, or holds with few others; a longer option hides one that is part of it."""
    if _HEDGE.search(text):
        return None
    folded = [_folded(option) for option in words]
    whole = _folded(text)
    same = [place for place, option in enumerate(folded) if option and option == whole]
    if len(same) == 1:
        return LETTERS[same[0]]
    rest = whole
    held = []
    for place in sorted(range(len(folded)), key=lambda place: -len(folded[place])):
        option = folded[place]
        if len(option) > 1 and _stands_in(option, rest):
            held.append(place)
            rest = rest.replace(option, "\n")
    if len(held) != 1 or _NEGATION.search(rest) or len(rest) > _WORDS_AROUND:
        return None
    return LETTERS[held[0]]


def _stands_in(option: str, text: str) -> bool:
    edges = (r"(?<![a-z0-9.])" if option[0].isascii() else "", r"(?![a-z0-9]|\.[0-9])" if option[-1].isascii() else "")
    return re.search(edges[0] + re.escape(option) + edges[1], text) is not None


def _folded(text: str) -> str:
    return re.sub(r"[\s,。.;:!?、\"'“”‘’]+$|^[\s\"'“”‘’]+|\s+", "", text).casefold()
