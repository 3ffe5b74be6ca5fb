"""Finding kinds: every module of a family's folder holds one, called `KIND`. No list to keep; a module is imported when it is wanted.

A family is a folder beside this file whose `__init__` names its exam: `EXAM = "408"`. In a family, modules and folders that begin with
`_` are helpers: `_page_replacement/` beside `page_replacement.py` holds what that kind alone needs.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module

from engine.generators.kind import Kind


@cache
def _modules() -> Mapping[str, tuple[str, str]]:
    """Kind's name -> (exam's id, module's name), sorted by name."""
    package = import_module(__package__)
    found: dict[str, tuple[str, str]] = {}
    for family in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        if not family.ispkg:
            continue
        folder = import_module(family.name)
        if not hasattr(folder, "EXAM"):  # helpers of several families
            continue
        for module in pkgutil.iter_modules(folder.__path__):
            if not module.name.startswith("_"):
                name = module.name.replace("_", "-")
                if name in found:
                    raise RuntimeError(f"two kinds are called {name}: {found[name][1]} and {family.name}.{module.name}")
                found[name] = (folder.EXAM, f"{family.name}.{module.name}")
    return dict(sorted(found.items()))


@cache
def find(name: str) -> Kind | None:
    """The kind of that name, or None."""
    if name not in _modules():
        return None
    module = import_module(_modules()[name][1])
    kind: Kind = module.KIND
    if kind.name != name:
        raise RuntimeError(f"{module.__name__} holds a kind called {kind.name}")
    return kind


def all_names() -> tuple[str, ...]:
    """Every kind's name, sorted; nothing is imported but the families."""
    return tuple(_modules())


def exam_of(name: str) -> str:
    """The id of the exam a kind belongs to.

    Raises:
        KeyError: there is no such kind.
    """
    return _modules()[name][0]


def family_of(name: str) -> str | None:
    """The package of the family a kind belongs to; None where there is no such kind."""
    return _modules()[name][1].rpartition(".")[0] if name in _modules() else None


class Kinds(Mapping[str, Kind]):
    """The kinds of an exam by name, sorted; each imported when first looked at."""

    def __init__(self, exam: str) -> None:
        self._names = tuple(name for name, (its_exam, _) in _modules().items() if its_exam == exam)

    def __getitem__(self, name: str) -> Kind:
        kind = find(name) if name in self._names else None
        if kind is None:
            raise KeyError(name)
        return kind

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


@cache
def kinds(exam: str) -> Kinds:
    """The kinds of the exam with that id; empty where it has none."""
    return Kinds(exam)
