"""How the quantities of a cache's geometry are called and shown."""

from __future__ import annotations

from engine.generators.laws.topic import Quantity, about, counted
from engine.generators.quantities import decimal, size

SHOWN = {
    "memory": Quantity("主存", lambda value: size(int(value))),
    "data": Quantity("Cache", lambda value: size(int(value))),
    "block": Quantity("块", lambda value: size(int(value))),
    "lines": Quantity("Cache", counted("行")),
    "all_lines": Quantity("Cache", counted("行")),
    "lines_asked": Quantity("Cache", counted("行"), lambda value: (f"{value} 块",)),
    "address": Quantity("地址", counted("位")),
    "mapping": Quantity("映射", lambda value: {0: "全相联", 1: "直接映射"}.get(int(value), f"{value} 路组相联")),
    "total": Quantity(
        "总容量",
        counted("位"),
        lambda value: (
            f"{decimal(value / 1024, 3)} Kbit",
            f"{decimal(value / 1024, 3)} K位",
            f"{decimal(value / 8)} B",
            f"{decimal(value / 8192, 3)} KB",
        ),
    ),
    "address_bits": Quantity("主存地址", counted("位")),
    "line_number_bits": Quantity("Cache 块号", counted("位")),
    "blocks_of_line": Quantity("", lambda blocks: f"主存的第 {blocks[0]}、{blocks[1]}、{blocks[2]}、…、{blocks[3]} 块"),
    "cache_offset": Quantity("块内地址", counted("位"), named=True),
    "way_bits": Quantity("组内块号", counted("位"), named=True),
    "cache_bits": Quantity("Cache 地址", counted("位")),
    "memory_blocks": Quantity("主存", lambda value: f"{value} 块", lambda value: (f"{value / 1024}K 块",)),
    "sets": Quantity("共", counted("组")),
    "set_index_hexadecimal": Quantity(
        "", lambda value: f"第 {int(value):X}H 组", lambda value: (f"{int(value):X}H", f"第 {value} 组", f"{value}")
    ),
    "line_index_hexadecimal": Quantity(
        "", lambda value: f"第 {int(value):X}H 行", lambda value: (f"{int(value):X}H", f"第 {value} 行", f"{value}")
    ),
    "set_index": Quantity("", lambda value: f"第 {value} 组", lambda value: (f"{value}", f"{int(value):X}H", f"{value} 组")),
    "line_index": Quantity("", lambda value: f"第 {value} 行", lambda value: (f"{value}", f"{int(value):X}H", f"{value} 行")),
    "place": Quantity("", lambda value: f"第 {value} 组（行）", lambda value: (f"第 {value} 组", f"第 {value} 行", f"{value}")),
    "memory_block": Quantity("主存", lambda value: f"第 {value} 块", lambda value: (f"{value}", f"{int(value):X}H", f"第 {value} 块")),
    "index_offset": Quantity(
        "",
        lambda pair: f"组号（行号） {pair[0]}，块内地址 {pair[1]}",
        lambda pair: (f"{pair[0]}，{pair[1]}", f"{int(pair[0]):X}H，{int(pair[1]):X}H", f"{pair[0]}，{int(pair[1]):X}H"),
    ),
    "fields": Quantity(
        "",
        lambda fields: (
            f"标记 {fields[0]} 位，组号（行号） {fields[1]} 位，块内地址 {fields[2]} 位"
            if len(fields) == 3
            else f"标记 {fields[0]} 位，块内地址 {fields[1]} 位"
        ),
    ),
    "values": Quantity("", lambda values: f"标记 {int(values[0]):X}H，组号（行号） {values[1]}，块内地址 {values[2]}"),
    "data_asked": Quantity("数据区", lambda value: size(int(value)), lambda value: (f"{decimal(value / 1024, 3)} KB", f"{value} B")),
    "tag_store": Quantity(
        "标记存储器", counted("位"), lambda value: (f"{decimal(value / 1024, 3)} Kbit", f"{decimal(value / 1024, 3)} K位")
    ),
    "all_tags": Quantity("标记共", counted("位"), lambda value: (f"{decimal(value / 1024, 3)} Kbit",)),
    "tag_value": Quantity("标记", lambda value: f"{int(value):X}H", lambda value: (f"{value}",)),
    "replace": Quantity("替换控制位", counted("位")),
    "area": Quantity("区号", counted("位"), lambda value: (f"{value}",)),
    "tag": Quantity("标记", counted("位"), lambda value: (f"{value}",), named=True),
    "set_bits": Quantity("组号（行号）", counted("位"), lambda value: (f"{value}",), named=True),
    "offset": Quantity("块内地址", counted("位"), lambda value: (f"{value}",), named=True),
    "comparators": Quantity("比较器", counted("个")),
    "line_bits": Quantity("每行", counted("位"), lambda value: (f"{value}",)),
    "wide_comparators": Quantity(
        "比较器", lambda pair: f"{pair[0]} 个 {pair[1]} 位的", lambda pair: (f"{pair[0]}，{pair[1]}", f"{pair[0]}、{pair[1]}")
    ),
    "valid": Quantity("有效位", counted("位")),
    "dirty": Quantity("修改位", counted("位")),
    "number": Quantity("主存块号", about),
    "cache_address": Quantity(
        "Cache 地址",
        lambda pair: f"{int(pair[0]):0{int(pair[1])}b}（{int(pair[0]):X}H）",
        lambda pair: (f"{int(pair[0]):0{int(pair[1])}b}", f"{int(pair[0]):X}H"),
    ),
    "where": Quantity("地址", about),
    "ways": Quantity(
        "",
        lambda value: f"{value} 路组相联（每组 {value} 行）",
        lambda value: (f"{value}", f"{value} 路", f"每组 {value} 行", f"{value} 行"),
    ),
}
