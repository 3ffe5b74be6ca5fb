"""The configuration of a fine-tuning: xtuner's own `internlm2_chat_7b_qlora_oasst1_e3`, as the seeds used it, with what the settings say.

Every field is compared with xtuner's: one that differs without having been told to is an error. The differences are the result.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

STOCK = "internlm2_chat_7b_qlora_oasst1_e3"
DROP = "(dropped)"
"""As a change's value: the field is left out."""


def stock() -> Any:
    """xtuner's configuration, as `xtuner copy-cfg` would hand it out."""
    from mmengine.config import Config
    from xtuner.configs import cfgs_name_path

    return Config.fromfile(cfgs_name_path[STOCK])


def write(path: Path, changes: dict[str, Any]) -> list[dict[str, Any]]:
    """Write the stock configuration with `changes` to `path` and read it back.

    Args:
        changes: dotted field -> value; `DROP` leaves the field out.

    Returns:
        Every field that differs from the stock: {field, stock, here}.

    Raises:
        ValueError: naming every field that does not say what it was told to, or differs untold.
    """
    from mmengine.config import Config

    configuration = stock()
    for field, value in changes.items():
        _set(configuration, field, value)
    configuration.dump(path)
    before, after = flat(stock().to_dict()), flat(Config.fromfile(path).to_dict())
    differences = [
        {"field": field, "stock": before.get(field), "here": after.get(field)}
        for field in sorted({*before, *after})
        if before.get(field) != after.get(field)
    ]
    told = flat(changes)
    dropped = [field for field, value in changes.items() if value == DROP]
    faults = [f"{field} = {after.get(field)!r}, told {value!r}" for field, value in told.items() if after.get(field) != value]
    faults += [f"{field} = {after[field]!r}, told to be left out" for field in dropped if field in after]
    faults += [
        f"{entry['field']}: {entry['stock']!r} became {entry['here']!r} untold"
        for entry in differences
        if not any(entry["field"] == field or str(entry["field"]).startswith(field + ".") for field in changes)
    ]
    if faults:
        raise ValueError("the configuration is not the seeds' with the settings: " + "; ".join(faults))
    return differences


def _set(configuration: Any, field: str, value: Any) -> None:
    *way, last = field.split(".")
    place = configuration
    for name in way:
        place = place[int(name)] if name.isdigit() else place[name]
    if value == DROP:
        place.pop(last, None)
    else:
        place[last] = value


def flat(value: Any, prefix: str = "") -> dict[str, Any]:
    """A configuration as dotted field -> value; classes and functions by their dotted names, so that two readings compare."""
    if isinstance(value, dict):
        items: Any = [(str(key), part) for key, part in value.items()]
    elif isinstance(value, list | tuple) and any(isinstance(part, dict) for part in value):
        items = [(str(number), part) for number, part in enumerate(value)]
    else:
        return {} if isinstance(value, str) and value == DROP else {prefix: _plain(value)}
    found: dict[str, Any] = {}
    for key, part in items:
        found |= flat(part, f"{prefix}.{key}" if prefix else key)
    return found


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return str(value)
