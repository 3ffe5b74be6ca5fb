"""Drawings to PNG with typst, in this process: no browser, no network, no fonts of the machine.

A drawing travels to its template as JSON in `sys.inputs`, so its texts are data and can never become markup; typst itself reads
nothing outside the templates' folder.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from engine.drawings.model import Drawing

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).with_name("templates")
WIDTH = 720
"""Pixels; a phone shows it at half that or a little more, so a template's 14 pt come to about 14 CSS pixels."""

KEPT = 128
"""Drawings kept for the next time, some 50 KB each: a class asks the same, and a verdict's are drawn while people think."""

_PAGE_WIDTH = 360  # points, on which every template's sizes rest
_POINTS_PER_INCH = 72
_MAIN = b"""#import "/frame.typ": frame
#let data = json(bytes(sys.inputs.data))
#show: frame
#import "/" + sys.inputs.template + ".typ": draw
#draw(data)
"""

_lock = Lock()


@cache
def _compiler() -> typst.Compiler:
    # Imported late: the library is 80 MB, and a process that draws nothing need not load it.
    import typst
    from pylopdf_fonts_zh_cn import sans_path

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(sans_path().parent)])
    return typst.Compiler(root=str(TEMPLATES), font_paths=fonts, ignore_system_fonts=True)


def render_png(drawing: Drawing, width: int = WIDTH) -> bytes:
    """The drawing as a PNG `width` pixels wide and as high as it needs."""
    return render_template(drawing.template, drawing.data(), width)


def render_template(template: str, data: dict[str, Any], width: int = WIDTH) -> bytes:
    """What `templates/<template>.typ` makes of JSON data, as a PNG `width` pixels wide.

    Raises:
        typst.TypstError: a fault of the template.
    """
    return _png(template, json.dumps(data, ensure_ascii=False), width)


@lru_cache(maxsize=KEPT)
def _png(template: str, data: str, width: int) -> bytes:
    inputs = {"template": template, "data": data}
    # One compiler, whose cache makes the second drawing quick; its calls must not overlap.
    with _lock:
        image = _compiler().compile(input=_MAIN, format="png", ppi=width / _PAGE_WIDTH * _POINTS_PER_INCH, sys_inputs=inputs)
    return image if isinstance(image, bytes) else b"".join(image or [])
