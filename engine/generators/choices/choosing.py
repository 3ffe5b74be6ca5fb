"""Which of the pasted options says a computed answer: in other units, rounded or cut off, as a power or a sum of powers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from engine.generators import patterns
from engine.generators.choices.options import OPTION_LETTERS
from engine.generators.quantities import same


def letters_of(options: Sequence[str], wordings: Sequence[str]) -> list[str]:
    """The letters of the options that say an answer, in any of its wordings."""
    letters = [
        letter
        for letter, option in zip(OPTION_LETTERS, options, strict=False)
        if any(same_answer(option, said) for said in wordings) and not _other_way(option, wordings[0])
    ]
    if options and not letters:
        letters = [
            letter for letter, option in zip(OPTION_LETTERS, options, strict=False) if any(_cut_off(option, said) for said in wordings)
        ]
    if options and not letters and (powers := _powers_put_back(options)):
        letters = [
            letter for letter, power in zip(OPTION_LETTERS, powers, strict=False) if any(same_answer(power, said) for said in wordings)
        ]
    if options and not letters and (raised := [_raised(option) for option in options]) != list(options):
        return letters_of(raised, wordings)
    if len(letters) > 1:  # 0.6 is 0.648 rounded, but not beside 0.648
        exact = [letter for letter, option in zip(OPTION_LETTERS, options, strict=False) if any(same(option, said) for said in wordings)]
        letters = exact if len(exact) == 1 else letters
    if len(letters) == 2:  # `8×10^6 B/s` beside `8 MB/s`: there M is a power of two
        powers = [letter for letter in letters if "10^" in options[OPTION_LETTERS.index(letter)]]
        letters = powers if len(powers) == 1 else letters
    if len(letters) > 1:  # a wording without the way it goes (`5.8 个百分点`) fits both ways
        first = [letter for letter in letters if same_answer(options[OPTION_LETTERS.index(letter)], wordings[0])]
        letters = first if len(first) == 1 else letters
    if len(letters) > 1:  # `-/(` is not `-/`, though only signs tell them apart
        literal = [letter for letter in letters if any(_bare(options[OPTION_LETTERS.index(letter)]) == _bare(said) for said in wordings)]
        letters = literal if len(literal) == 1 else letters
    return letters


def _raised(option: str) -> str:
    """An option whose superscripts were lost in copying: `0.25×109` is 0.25×10^9, `1-2-7` is 1-2^-7."""
    option = patterns.sub(r"(?<=[×xX*])\s?10(-?[1-9]\d?)(?![\d.^])", r"10^\1", option)
    return patterns.sub(r"(?<![\d.^])2-(\d{1,4})(?![\d.])", r"2^-\1", option)


_FLAT_POWER = re.compile(r"2([1-9]\d?)(?:\s*(?P<sign>[-+])\s*(?P<more>\d{1,2}))?(?P<unit>\s*(?:B|字节|个|位|项|页|段|块|字)?)")


def _powers_put_back(options: Sequence[str]) -> list[str]:
    """Options whose superscripts were lost in copying (`216 字节` among `28`, `224` and `232`, or `214-2`) with them put back; none where
    they are no such row.
    """
    found = [match for option in options if (match := _FLAT_POWER.fullmatch(option.strip()))]
    if len(options) < 4 or len(found) < len(options) or len({match["unit"] for match in found}) > 1:
        return []
    exponents = [int(match[1]) for match in found]
    if max(exponents) < 10 or len({match[0] for match in found}) < len(found):
        return []
    return [
        f"{2**exponent + int((match['sign'] or '+') + (match['more'] or '0'))}{match['unit']}"
        if match["sign"]
        else f"2^{exponent}{match['unit']}"
        for exponent, match in zip(exponents, found, strict=True)
    ]


# One quantity in two units.
_TWO_UNITS = re.compile(r"(\d+(?:\.\d+)? [A-Za-zμ]+) = (\d+(?:\.\d+)? [A-Za-zμ]+)")


_RATIO = re.compile(r"(\d{1,4})\s*:\s*(\d{1,4})")
_SECONDS = {"毫": "ms", "微": "μs", "纳": "ns"}
_POWER = re.compile(r"(?<![\d.^×*A-Za-z])(\d{1,2})\s*\^\s*(\d{1,2})(?![\d.^×*])")

_TIMES_POWER = re.compile(
    r"(\d{1,4}(?:\.\d{1,3})?)\s*[×*]\s*(2|10)\s*\^\s*(\d{1,2})\s*([nmμ]?s|[KMG]?B(?:/s)?|[KMG]?bps|[KMG]?b/s|[MG]?Hz)"
)


_FOLD = re.compile(r"打?([一二三四五六七八九])([一二三四五六七八九])?折")


_EXPRESSION = re.compile(r"(?=[^+*/×÷]*[+*/×÷])[-+*/×÷^()A-Za-z\s]+")
"""Letters and operators alone."""


def same_answer(option: str, answer: str) -> bool:
    """Whether a pasted option says the computed answer; the unit may be left out, decimals may be rounded, several numbers agree in order."""
    if fold := _FOLD.fullmatch(option):  # `八五折`
        digits = [str("零一二三四五六七八九".index(each)) for each in fold.groups() if each]
        option = f"{'.'.join(digits)} 折"
    option = patterns.sub(r"(?<=\d)(\s*[kKMG]?)bits(?![A-Za-z])", r"\1bit", option)
    if _EXPRESSION.fullmatch(option) and _EXPRESSION.fullmatch(answer):  # the same letters and signs in another order are another
        return "".join(option.split()) == "".join(answer.split())
    if same(option, answer) or ((bare := patterns.fullmatch(r"\(([^()]+)\)", option)) and "," in option and same(bare[1], answer)):
        return True  # a row, in brackets or not
    if _bits_for_bytes(option, answer) or _other_way(option, answer):
        return False
    if (ratio := _RATIO.fullmatch(option)) and ":" not in answer and int(ratio[2]):  # `5:2` is 2.5 times
        quotient = float(Fraction(int(ratio[1]), int(ratio[2])))
        return same_answer(str(quotient), answer) or same_answer(str(round(quotient, 3)), answer)
    if patterns.search(r"\d\s*[毫微纳]秒", option):
        named = patterns.sub(r"(?<=\d)\s*([毫微纳])秒", lambda unit: f" {_SECONDS[unit[1]]}", option)
        return same_answer(named, answer)
    if patterns.search(r"\d\s*秒", option) and patterns.search(r"\d\s?[mμn]?s(?![A-Za-z])", answer):
        return same_answer(patterns.sub(r"(?<=\d)\s*秒", " s", option), answer)
    if power := _POWER.fullmatch(patterns.sub(r"\s*(?:B|字节|个|位|项|页|段)$", "", option)):  # `2^16 B` is 64 KB
        value = str(int(power[1]) ** int(power[2]))
        return any(
            same(value + unit, answer) or same_answer(value + unit, answer) for unit in ("", " B", patterns.sub(r"^[\d\s^]+", " ", option))
        )
    if product := _TIMES_POWER.fullmatch(option.strip()):  # `100×2^10 ns` is 102400 ns
        value = Fraction(product[1]) * int(product[2]) ** int(product[3])
        if value.denominator == 1 and same_answer(f"{value} {product[4]}", answer):
            return True
        prefix = {"3": "k", "6": "M", "9": "G"}.get(product[3]) if product[2] == "10" else None
        if prefix and product[4] in ("B/s", "bps", "b/s") and same_answer(f"{product[1]} {prefix}{product[4]}", answer):
            return True  # rounded: `8.57×10^6 B/s` is 8.571 MB/s
    if (worth := _worth(option)) is not None and (number := patterns.fullmatch(r"(-?\d+)(?: \S{1,4})?", answer)):
        return worth == int(number[1])
    if (sum_of_blocks := _times_a_sum(option)) is not None:
        return same(sum_of_blocks, answer)
    if both := _TWO_UNITS.fullmatch(answer):  # `8000 bit = 1000 B` is no `1000 bit`
        return any(same_answer(option, side) for side in both.groups())
    stated = patterns.split(r"[=≈]", answer)[-1] if len(patterns.findall(r"[=≈]", answer)) == 1 else answer
    numbers, expected = (patterns.findall(r"(?:(?<![\w.)）])-)?\d+(?:\.\d+)?", text.replace("−", "-")) for text in (option, stated))
    # A code is one word: `F9H` is not `09H`, though both hold a 9 and an H.
    codes = patterns.findall(r"(?<![0-9A-Za-z])[0-9A-Fa-f]+[Hh](?![0-9A-Za-z])", option)
    if any(code.upper() not in answer.upper() for code in codes):
        return False
    units = patterns.findall(
        r"(?<!/)[A-Za-zμ%]+|增加|减少|上升|下降|[红黑]", option
    )  # more or less, red or black: as much a part of the answer as its unit
    return (
        bool(numbers)
        and len(numbers) == len(expected)
        and all(map(_rounded, numbers, expected))
        and all(_said_with(unit, option, answer) for unit in units)
    )


def _said_with(unit: str, option: str, answer: str) -> bool:
    """Whether an answer has what an option has beside its numbers: a second is none of its milliseconds, a byte none of its kilobytes."""
    counted = rf"\d\s?{unit}(?![A-Za-z/])"
    return unit in answer and (
        unit not in ("s", "B") or not patterns.search(counted, option) or patterns.search(counted, answer) is not None
    )


def _cut_off(option: str, answer: str) -> bool:
    """Whether an option shows the first decimals of an answer, at least two, with the rest cut off instead of rounded: `5.55` of `5.5556`,
    or of an answer that says itself to be rounded (`约 5.56`)."""
    shown, said = (patterns.findall(r"(?<![\d.])\d+\.\d{2,}", text) for text in (option, patterns.split("[=≈]", answer)[-1]))
    if len(shown) != 1 or len(said) != 1:
        return False
    cut = len(said[0]) > len(shown[0]) and said[0].startswith(shown[0])
    last = Fraction(1, 10 ** len(shown[0].partition(".")[2]))
    rounded = patterns.search("约|≈", answer) is not None and 0 < Fraction(said[0]) - Fraction(shown[0]) <= last
    return (cut or rounded) and same_answer(option.replace(shown[0], said[0]), answer)


_RISES = re.compile(r"上升|增加|增长|提高|加快|提升|扩大|^\s*(?:多|高|快|大|涨)(?:出|约|了|近)*\s*\d")
_FALLS = re.compile(r"下降|减少|降低|回落|放缓|减慢|收窄|缩小|^\s*(?:少|低|慢|小|跌)(?:约|了|近)*\s*\d")


def _other_way(option: str, answer: str) -> bool:
    """Whether one of them says that something rises and the other that it falls."""
    ways = [(_RISES.search(text) is not None) - (_FALLS.search(text) is not None) for text in (option, answer)]
    return ways[0] * ways[1] < 0


def _bits_for_bytes(option: str, answer: str) -> bool:
    """Whether one of them counts only bytes, the other only bits: `200 字节` is not `200 bit`."""
    for one, other in ((option, answer), (answer, option)):
        if (
            patterns.search(r"字节|\d ?[KMG]?B(?![A-Za-z])", one)
            and not patterns.search(r"bit|比特", one)
            and patterns.search(r"bit(?!/)|比特(?!每|/)", other)
            and not patterns.search(r"字节|B(?![A-Za-z])", other)
        ):
            return True
    return False


# `2^32-2^15+1`, `3×2^13`, `1024×1024`: a whole number written as sums of products of powers, or as a product of large numbers.
_SUM = re.compile(
    r"[-+]?\d{1,5}(?:\^\d{1,2})?(?:[×*]\d{1,5}(?:\^\d{1,2})?){0,2}(?:[-+]\d{1,5}(?:\^\d{1,2})?(?:[×*]\d{1,5}(?:\^\d{1,2})?){0,2}){0,3}"
)
_PRODUCT = re.compile(r"\d{3,5}(?:[×*]\d{3,5}){1,2}")
_SUMMAND = re.compile(r"(?P<sign>[-+]?)(?P<product>[^-+]+)")


def _worth(option: str) -> int | None:
    """What an option that is such an expression is worth; None where it is none."""
    plain = patterns.sub(r"\s|(?:条|个|种|位|块)$", "", option)
    if not _PRODUCT.fullmatch(plain) and ("^" not in plain or not _SUM.fullmatch(plain)):
        return None
    total = 0
    for part in _SUMMAND.finditer(plain):
        product = 1
        for factor in patterns.split("[×*]", part["product"]):
            base, _, power = factor.partition("^")
            product *= int(base) ** int(power or 1)
        total += -product if part["sign"] == "-" else product
    return total


_OF_BLOCKS = re.compile(
    rf"\((?P<sum>{_SUM.pattern})\)[×xX*](?P<times>\d{{1,6}})(?P<unit>[KMG]?B)?|(?P<first>\d{{1,6}})(?P<of>[KMG]?B)?[×xX*]\((?P<other>{_SUM.pattern})\)(?P<last>[KMG]?B)?"
)


def _times_a_sum(option: str) -> str | None:
    """`(10+2^8+2^16)×4KB` worked out: `263208 KB`; None where it is no such product."""
    found = _OF_BLOCKS.fullmatch(patterns.sub(r"\s", "", option).replace("字节", "B"))
    if found is None or (worth := _worth(found["sum"] or found["other"])) is None:
        return None
    return f"{worth * int(found['times'] or found['first'])} {found['unit'] or found['of'] or found['last'] or ''}".rstrip()


def _bare(text: str) -> str:
    """The text without spaces, commas and code marks."""
    return patterns.sub(r"[\s,、，`]", "", text)


def _rounded(shown: str, value: str) -> bool:
    """Whether `shown` is `value`, or `value` rounded to the decimals (at least one) that it shows."""
    decimals = len(shown.partition(".")[2])
    tolerance = Fraction(1, 2 * 10**decimals) if 0 < decimals < len(value.partition(".")[2]) else Fraction(0)
    return abs(Fraction(shown) - Fraction(value)) <= tolerance


def widths_of(options: Sequence[str]) -> list[int]:
    """The lengths in bits of the codes that the options are, all in binary or all in hexadecimal; none where they are not."""
    plain = [patterns.sub(r"\s", "", option).upper() for option in options]
    if len(plain) < 4:
        return []
    if all(patterns.fullmatch("[01]{4,64}B?", one) for one in plain):
        return sorted({len(one.removesuffix("B")) for one in plain})
    if all(patterns.fullmatch("[0-9A-F]{2,16}H", one) for one in plain) or (
        all(patterns.fullmatch("[0-9A-F]{2,16}", one) for one in plain) and sum(bool(patterns.search("[A-F]", one)) for one in plain) > 1
    ):
        lengths = {4 * len(one.removesuffix("H")) for one in plain}
        return sorted(lengths) if len(lengths) == 1 else []
    return []


def letters_for_blanks(stem: str, options: Sequence[str], wordings: Sequence[str]) -> str:
    """The letters of the options that fill the blanks of a stem one after the other, where all blanks share the options; else none.

    `wordings`: of the whole answer, its parts separated by `；`.
    """
    blanks = len(patterns.findall(r"\(\s*\)", stem))
    if blanks < 2 or any(patterns.search(r"[,，;；、\s]", option.strip()) for option in options):
        return ""
    for wording in wordings:
        parts = [part.strip() for part in wording.split("；")]
        if len(parts) != blanks:
            continue
        found = [letters_of(options, (part,)) for part in parts]
        if all(len(letters) == 1 for letters in found):
            return "".join(letters[0] for letters in found)
    return ""
