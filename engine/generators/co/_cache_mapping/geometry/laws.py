"""How the figures of a cache hang together: sizes, numbers of lines and sets, fields of an address, bits of a line and of all lines."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.co._cache_mapping.words import sets
from engine.generators.laws.topic import Law
from engine.generators.reading import stay_out


def exponent(value: Fraction) -> Fraction | None:
    """The power of two that a number is; None where it is none."""
    number = int(value)
    return Fraction(number.bit_length() - 1) if number == value and number > 0 and number & (number - 1) == 0 else None


LAWS = (
    Law("capacity", ("data",), lambda data: data),
    Law("capacity", ("lines", "block"), lambda lines, block: lines * block),
    Law("capacity", ("sets_told", "mapping", "block"), lambda sets, mapping, block: sets * mapping * block if mapping else None),
    Law(
        "capacity",
        ("address", "tag", "block", "mapping"),
        lambda address, tag, block, mapping: (
            Fraction(2) ** (address - tag) * mapping if mapping and 2 ** (address - tag) >= block else None
        ),
        "每路的容量为 2 的（地址位数 − 标记位数）次方，乘以路数",
    ),
    Law("data_asked", ("capacity",), lambda capacity: Fraction(capacity), "数据区的容量为行数 × 块大小"),
    Law("all_lines", ("lines",), lambda lines: lines),
    Law(
        "all_lines",
        ("capacity", "block"),
        lambda capacity, block: Fraction(capacity, block) if capacity % block == 0 else None,
        "行数为 Cache 容量 ÷ 块大小",
    ),
    Law("lines_asked", ("all_lines",), lambda lines: lines),
    Law("sets", ("all_lines", "mapping"), sets, "组数为行数 ÷ 每组行数"),
    Law("sets", ("sets_told",), lambda count: count),
    Law("ways", ("all_lines", "sets_told"), sets, "每组行数为行数 ÷ 组数"),
    Law(
        "ways",
        ("capacity", "address_bits", "tag", "block"),
        lambda capacity, address, tag, block: sets(capacity, Fraction(2) ** (address - tag)) if 2 ** (address - tag) >= block else None,
        "每路的容量为 2 的（地址位数 − 标记位数）次方，每组行数为 Cache 容量 ÷ 每路的容量",
    ),
    Law("address_bits", ("address",), lambda address: address),
    Law("address_bits", ("memory",), exponent, "地址位数为主存容量的对数"),
    Law("address_bits", ("blocks", "block"), lambda blocks, block: exponent(blocks * block), "地址位数为主存容量的对数"),
    Law("memory_blocks", ("memory", "block"), lambda memory, block: memory / block, "主存块数为主存容量 ÷ 块大小"),
    Law("memory_blocks", ("address", "block"), lambda address, block: Fraction(2 ** int(address)) / block, "主存块数为主存容量 ÷ 块大小"),
    Law("cache_bits", ("capacity",), exponent, "Cache 地址位数为 Cache 容量的对数"),
    Law(
        "area",
        ("address_bits", "cache_bits", "sets_told", "mapping", "data", "block"),
        lambda address, cache, sets, ways, data, block: address - cache if address > cache and sets * ways * block == data else None,
        "主存按 Cache 的大小分区，区号位数为主存地址位数 − Cache 地址位数",
        "区按 Cache 的容量划分",
    ),
    Law(
        "area",
        ("address_bits", "cache_bits", "not_full", "block"),
        lambda address, cache, _, block: address - cache if address > cache and exponent(block) is not None else None,
        "主存按 Cache 的大小分区，区号位数为主存地址位数 − Cache 地址位数",
        "区按 Cache 的容量划分",
    ),
    Law(
        "area",
        ("address_bits", "cache_bits", "not_full"),
        lambda address, cache, _: address - cache if address > cache else None,
        "主存按 Cache 的大小分区，区号位数为主存地址位数 − Cache 地址位数",
        "区按 Cache 的容量划分",
    ),
    Law("offset", ("block",), exponent, "块内地址位数为块大小的对数"),
    Law(
        "blocks_of_line",
        ("line_number", "all_lines", "memory_blocks", "mapping"),
        lambda line, lines, blocks, mapping: (
            (line, line + lines, line + 2 * lines, line + blocks - lines) if mapping == 1 and line <= lines and blocks > 3 * lines else None
        ),
        "直接映射时块号除以行数的余数相同的主存块映射到同一行",
    ),
    Law("cache_offset", ("offset",), lambda offset: offset),
    Law("way_bits", ("mapping",), lambda mapping: exponent(mapping) if mapping > 1 else None, "组内块号位数为每组块数的对数"),
    Law("set_bits", ("sets", "not_full"), lambda sets, _: exponent(sets), "组号（行号）位数为组数的对数"),
    Law(
        "line_number_bits",
        ("all_lines", "mapping"),
        lambda lines, mapping: exponent(lines) if mapping < 2 else None,
        "Cache 块号位数为 Cache 行数的对数",
    ),
    Law("tag", ("address_bits", "offset", "mapping_full"), lambda address, offset, _: address - offset, "全相联时其余都是标记"),
    Law(
        "tag",
        ("address_bits", "set_bits", "offset"),
        lambda address, sets, offset: address - sets - offset,
        "标记位数为地址位数 − 组号位数 − 块内地址位数",
    ),
    Law("mapping_full", ("mapping",), lambda mapping: 1 if mapping == 0 else None),
    Law("fields", ("tag", "offset", "mapping_full"), lambda tag, offset, _: (tag, offset)),
    Law("fields", ("tag", "set_bits", "offset"), lambda *fields: fields),
    Law("flags", ("valid", "dirty", "replace"), lambda *flags: sum(flags)),
    Law("flags", ("valid", "dirty"), lambda *flags: sum(flags)),
    Law("flags", ("valid", "replace"), lambda *flags: sum(flags)),
    Law("flags", ("valid", "through"), lambda valid, _: valid),
    Law("flags", ("controls",), lambda _: Fraction(1), convention="每行有 1 位有效位"),
    Law(
        "flags",
        ("least", "back", "unsaid", "nothing_to_choose"),
        lambda *_: Fraction(2),
        convention="每行有 1 位有效位；回写方式再加 1 位修改位",
    ),
    Law(
        "flags",
        ("least", "through_said", "unsaid", "nothing_to_choose"),
        lambda *_: Fraction(1),
        convention="每行有 1 位有效位；直写方式没有修改位",
    ),
    Law(
        "flags",
        ("least", "back", "unsaid", "lru", "holding", "ways_bits"),
        lambda *values: Fraction(2) + values[-1],
        convention="每行有 1 位有效位、log2(路数) 位 LRU 位；回写方式再加 1 位修改位",
    ),
    Law(
        "flags",
        ("least", "through_said", "unsaid", "lru", "holding", "ways_bits"),
        lambda *values: Fraction(1) + values[-1],
        convention="每行有 1 位有效位、log2(路数) 位 LRU 位；直写方式没有修改位",
    ),
    Law("ways_bits", ("mapping",), lambda mapping: exponent(mapping) if mapping > 1 else None),
    Law("nothing_to_choose", ("at_random",), lambda _: 1),
    Law("nothing_to_choose", ("no_replacement",), lambda _: 1),
    Law("nothing_to_choose", ("mapping",), lambda mapping: 1 if mapping == 1 else None),
    Law(
        "line_bits",
        ("block", "tag", "flags"),
        lambda block, tag, flags: 8 * block + tag + flags,
        "每行的位数为 8 × 块大小 + 标记位数 + 其他位数",
    ),
    Law("through", ("back",), lambda _: stay_out("a dirty bit is not said")),
    Law("through", (), lambda: 1),
    Law(
        "total",
        ("all_lines", "block", "tag", "flags"),
        lambda lines, block, tag, flags: lines * (8 * block + tag + flags),
        "总位数为行数 ×（8 × 块大小 + 标记位数 + 其他位数）",
    ),
    Law(
        "values",
        ("where", "address_bits", "offset", "set_bits"),
        lambda where, _, offset, sets: (
            Fraction(int(where) >> int(offset + sets)),
            Fraction(int(where) >> int(offset) & (1 << int(sets)) - 1),
            Fraction(int(where) & (1 << int(offset)) - 1),
        ),
        "地址自高到低依次为标记、组号（行号）、块内地址",
    ),
    Law(
        "index_offset",
        ("where", "offset", "index"),
        lambda where, offset, index: (index, Fraction(int(where) & (1 << int(offset)) - 1)),
        "块内地址为地址的低位，块号除以组数（行数）的余数为组号（行号）",
    ),
    Law(
        "cache_address",
        ("where", "data", "mapping", "block"),
        lambda where, data, mapping, _: (Fraction(int(where % data)), bits) if mapping == 1 and (bits := exponent(data)) else None,
        "直接映射时主存地址的低位就是 Cache 地址，位数为 Cache 容量的对数",
    ),
    Law("memory_block", ("where", "block"), lambda where, block: Fraction(int(where) // int(block)), "块号为地址除以块大小取整"),
    Law("index", ("number", "sets", "not_full"), lambda number, sets, _: Fraction(int(number) % int(sets)), "块号除以组数（行数）的余数"),
    Law(
        "index",
        ("where", "block", "sets", "not_full"),
        lambda where, block, sets, _: Fraction(int(where) // int(block) % int(sets)),
        "地址除以块大小取整得块号，块号除以组数（行数）的余数",
    ),
    Law(
        "tag_value",
        ("where", "address_bits", "offset", "set_bits"),
        lambda where, _, offset, sets: Fraction(int(where) >> int(offset + sets)),
        "标记为地址去掉组号（行号）和块内地址",
    ),
    Law(
        "tag_value",
        ("where", "offset", "set_bits"),
        lambda where, offset, sets: Fraction(int(where) >> int(offset + sets)),
        "标记为地址去掉组号（行号）和块内地址",
    ),
    Law(
        "tag_store",
        ("all_lines", "tag", "flags"),
        lambda lines, tag, flags: lines * (tag + flags),
        "标记存储器的位数为行数 ×（标记位数 + 其他位数）",
    ),
    Law("all_tags", ("all_lines", "tag"), lambda lines, tag: lines * tag, "标记共占的位数为行数 × 标记位数"),
    Law("set_index_hexadecimal", ("index",), lambda index: index),
    Law("line_index_hexadecimal", ("index", "mapping"), lambda index, mapping: index if mapping == 1 else None),
    Law("place", ("index",), lambda index: index),
    Law("set_index", ("index",), lambda index: index),
    Law("line_index", ("index", "mapping"), lambda index, mapping: index if mapping == 1 else None),
    Law("not_full", ("mapping",), lambda mapping: 1 if mapping else None),
    Law("not_full", ("sets_told",), lambda count: 1 if count > 1 else None),
    Law("wide_comparators", ("comparators", "tag"), lambda count, tag: (count, tag), "每路一个比较器，位数与标记相同"),
    Law("comparators", ("mapping", "all_lines"), lambda mapping, lines: mapping or lines, "同时比较的标记数"),
)
