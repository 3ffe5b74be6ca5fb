"""What was read of a problem of a paged memory as something to solve: whether all that is asked follows from what is told."""

from __future__ import annotations

from typing import Any

from engine.generators import patterns
from engine.generators.kind import Missing, Recognition
from engine.generators.os._addressing.addresses import AddressInquiry
from engine.generators.os._paging.addresses import Translation, translated
from engine.generators.os._paging.asides import finish
from engine.generators.os._paging.reading import Read, paging
from engine.generators.os._paging.relations import derived, index_bits, named, shown, unit_of


def _understood(reading: AddressInquiry, read: Read, translation: Translation | None) -> Recognition | None:
    """The recognition of what was read; None where nothing is asked, or what is asked does not follow."""
    names = list(dict.fromkeys(name for _, name in sorted(read.asked, key=lambda one: one[0])))
    if len(set(read.asked)) > len(names) and any(
        not name.startswith("address ") and sum(one == name for _, one in set(read.asked)) > 1 for name in names
    ):
        return None  # the same once more, of another case
    if translation is not None and not any(name.startswith("address ") for name in names):
        return None
    if not any(name.startswith("inverted") for name in names) and patterns.search("反置|倒置|倒排|反向页表", reading.text):
        return None  # then what is said of a page table is not said of the usual one
    if "used low" in read.told and (not any("tables used" in name for name in names) or {"process", "process pages"} & set(names)):
        return None  # what the program uses is told for another question
    told = _told(read, names, reading.text)
    if told is None or not names:
        return None
    known, _ = derived(told)
    if "directory entries" in names and not read.fitted and not {"width", "space", "pages", "page bits", "directory bits"} & told.keys():
        return None  # how far the space goes is not told
    if read.fitted and known.get("top bits", 0) > known.get("index bits", 64):
        return None
    if read.words and any(unit_of(name) == "" or name in ("table", "entry") for name in names):
        return None  # how many bytes a word has is not told
    sizes = [name for name in names if not name.startswith("address ") and name not in ("format", "split", "touched")]
    if missing := _lacking(names, known, translation):
        return Recognition(
            parameters={"sizes": told, "sizes asked": names, "addresses asked": None},
            understood=tuple((named(name), shown(name, value)) for name, value in told.items()) or (("问", "物理地址"),),
            missing=missing,
        )
    if any(name not in known or name in read.told for name in sizes) or not 1 <= known.get("page", 1) <= 1 << 26:
        return None
    if "format" in names and not {"page bits", "offset bits"} <= known.keys():
        return None
    if ("split" in names and not index_bits(known)) or (
        read.touched and not {"directory bits", "inner bits", "offset bits"} <= known.keys()
    ):
        return None
    values = None
    parts = [name.removeprefix("address ") for name in names if name.startswith("address ")]
    if translation is not None and {"directory", "inner"} & set(parts):
        return _fields(known, told, parts, sizes, translation, reading)
    if translation is not None:
        if "directory bits" in told and {"page", "frame"} & set(parts):
            return None  # which part of the page number is meant is another reader's
        if known.get("page", 0) < 16 or (known["page"] & (known["page"] - 1) and told.keys() - {"page", "process pages"}):
            return None  # a page that no bits make
        values = translated(translation, parts, known["page"], known.get("process pages", known.get("pages")), reading.text)
        if values is None or not _within(values, known):
            return None
    if bool(parts) != (translation is not None):
        return None
    return Recognition(
        parameters={
            "sizes": told,
            "sizes asked": names,
            "addresses asked": values,
            **({"touched": read.touched} if read.touched else {}),
            **({"words": True} if read.words else {}),
        },
        understood=(
            *(
                (named(name), shown(name, value, read.words))
                for name, value in told.items()
                if (value and name in read.told) or name == "width"
            ),
            *((("页表", "，".join(f"{entry}→{frame}" for entry, frame in values["frames"])),) if values and values["frames"] else ()),
            *((("地址", "、".join(f"{one:X}H" if values["hexadecimal"] else str(one) for one in values["addresses"])),) if values else ()),
        ),
    )


_ASKED_FOR = {
    "width": Missing("bits", "逻辑地址是多少位？", "逻辑地址 {} 位"),
    "page": Missing("page", "页面多大（如 4KB）？", "页面大小为 {}"),
    "entry": Missing("entry", "一个页表项占几个字节（如 4B）？", "页表项占 {}"),
}
_NEEDED = {"table": ("width", "page", "entry"), "entries": ("width", "page"), "levels": ("width", "page", "entry")}


def _lacking(names: list[str], known: dict[str, int], translation: Translation | None) -> tuple[Missing, ...]:
    """What must be asked back where it alone is not told; empty where nothing is, or more than that."""
    if names == ["address physical"] and translation and translation.frames and translation.addresses and not known:
        return (Missing("page_size", "页面多大（如 1KB）？", "页面大小为 {}"),)
    if len(names) > 1 or names[0] in known or translation is not None or not known:
        return ()
    return tuple(_ASKED_FOR[need] for need in _NEEDED.get(names[0], ()) if need not in known)


def _fields(
    known: dict[str, int], told: dict[str, int], parts: list[str], sizes: list[str], translation: Translation, reading: AddressInquiry
) -> Recognition | None:
    """The fields of one address of two levels; None where they are not all told, or more is asked."""
    names = ("directory", "inner", "offset")
    asked = list(dict.fromkeys("inner" if part == "page" else part for part in parts))
    if sizes or translation.frames or len(translation.addresses) != 1 or not set(asked) <= set(names) or known.get("levels") != 2:
        return None
    high, address = translation.addresses[0]
    widths = [(name, known.get(f"{name} bits")) for name in names]
    if high is not None or any(width is None for _, width in widths) or address >> sum(width or 0 for _, width in widths):
        return None
    return Recognition(
        parameters={
            "sizes asked": [],
            "split": [width for _, width in widths],
            "address": address,
            "asked": [{"directory": "top", "inner": "middle", "offset": "low"}[part] for part in asked],
            "hexadecimal": bool(patterns.search("十六进制|16进制", reading.text)),
        },
        understood=(
            *((named(name), shown(name, value)) for name, value in told.items() if name != "levels"),
            ("地址", f"{address:X}H"),
        ),
    )


def _told(read: Read, names: list[str], text: str) -> dict[str, int] | None:
    """The quantities that hold, those of the program for the space's where nothing else is told of it; None where it is not clear which are meant."""
    told = dict(read.told)
    told.pop("held", None)
    if "directory bits" in told and "page bits" in told and "inner bits" not in told:
        told["inner bits"] = told.pop("page bits")  # beside the number of the directory's entry
    if {"directory bits", "inner bits"} <= told.keys():
        told.setdefault("levels", 2)
    machine = told.pop("machine", None)
    if machine is not None and not {"width", "space", "pages", "page bits"} & told.keys():
        told["width"] = machine
    of_process = {"process", "process pages"} & told.keys()
    of_space = {"space", "width", "pages", "page bits"} & told.keys()
    of_table = {"entries", "table", "table pages"} & set(names)
    if of_process and of_space and of_table:
        return None
    if of_process and not of_space:
        told |= {"pages": told["process pages"]} if "process pages" in told else {"space": told["process"]}
    if not of_process and {"process", "process pages"} & set(names):
        known, _ = derived(told)
        told |= {name: known[other] for name, other in (("process pages", "pages"), ("process", "space")) if other in known}
    if "entry bits" in names and patterns.search(
        "不考虑(?:访问|存取)?权限|(?:只|仅)(?:包含|含|有|存放|记录)?(?:物理)?(?:页框号|块号|帧号)", text
    ):
        told.setdefault("control", 0)
    several = told.get("levels", 1) > 1 or "directory bits" in told
    single = "单级" if {"directory size", "inner size"} <= set(names) else "单级|(?<!第)一级页表"
    if several and (of_table or patterns.search(single, text)):
        return None  # of which table
    return told


def _within(values: dict[str, Any], known: dict[str, int]) -> bool:
    """Whether the addresses are of the space, and the frames in the memory."""
    if "width" in known and any(address >= 1 << known["width"] for address in values["addresses"]) and values["count"] is None:
        return False
    return "frames" not in known or all(frame < known["frames"] for _, frame in values["frames"])


def sizes_asked(text: str) -> Recognition | None:
    """Sizes and widths alone; None: addresses are translated, or another problem."""
    found = paging(text)
    if found is None or found[2] is not None:
        return None
    reading, read, _ = found
    finish(reading)
    return _understood(reading, read, None)


def addresses_asked(text: str) -> Recognition | None:
    """Addresses translated by a page table, and the sizes asked with it; None: another problem."""
    found = paging(text)
    if found is None or found[2] is None:
        return None
    reading, read, translation = found
    finish(reading)
    return _understood(reading, read, translation)
