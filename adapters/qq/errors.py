"""What the open platform's error codes mean for us. From the error tables of its documentation of sending messages."""

from __future__ import annotations

from enum import Enum, auto

from nonebot.adapters.qq.exception import ActionFailed


class Meaning(Enum):
    """Why the platform did not take a message."""

    REFUSED = auto()
    """No, and trying again would not help."""
    WINDOW_CLOSED = auto()
    """The message to reply to is too old, or has had its replies."""
    PUSH_REFUSED = auto()
    """The bot may not speak unasked here, or has no more of it today."""
    TOO_FAST = auto()
    """Later."""
    NO_MARKDOWN = auto()
    """This bot was not granted native Markdown."""
    NO_KEYBOARD = auto()
    """This bot was not granted buttons."""
    LINK = auto()
    """It holds what looks like a link."""
    PICTURE = auto()
    """The picture is what it does not like."""
    DUPLICATE = auto()
    """This `msg_seq` was used before."""
    TROUBLE = auto()
    """The platform's own trouble; the message may have been shown."""


_CODES: dict[Meaning, tuple[int, ...]] = {
    Meaning.WINDOW_CLOSED: (304027, 304103, 40034005, 40034026, 40034128),
    Meaning.PUSH_REFUSED: (304045, 304046, 304047, 304048, 304049, 304050, 40034102, 40034105),
    Meaning.TOO_FAST: (20028, 22009, 50002, 40034100),
    Meaning.NO_MARKDOWN: (50056, 304036, 304041, 40034010, 40034011, 40034012, 40034124, 40034127),
    Meaning.NO_KEYBOARD: (305007, 40034029),
    Meaning.LINK: (304003, 40034028, 40054010),
    Meaning.PICTURE: (304080, 304082, 304083, 850012, 850019, 850026, 40034004),
    Meaning.DUPLICATE: (40054005,),
    Meaning.TROUBLE: (50055001, 50055006),
}
_MEANINGS = {code: meaning for meaning, codes in _CODES.items() for code in codes}


def code_of(error: ActionFailed) -> int | None:
    """The platform's code."""
    body = error.body if isinstance(error.body, dict) else {}
    code = body.get("code") or body.get("err_code")
    return code if isinstance(code, int) else None


def meaning_of(error: ActionFailed) -> Meaning:
    """What `error` means."""
    code = code_of(error)
    if code is None:
        return Meaning.TOO_FAST if error.status_code == 429 else Meaning.TROUBLE if error.status_code >= 500 else Meaning.REFUSED
    return _MEANINGS.get(code, Meaning.TOO_FAST if error.status_code == 429 else Meaning.REFUSED)


def words_of(error: ActionFailed) -> str:
    """The platform's own words, with its code."""
    body = error.body if isinstance(error.body, dict) else {}
    told, code = body.get("message"), code_of(error)
    return f"{told or f'HTTP {error.status_code}'}" + (f"（{code}）" if code is not None else "")


def wait_of(error: ActionFailed) -> float:
    """Seconds to wait before the next try, as the platform says; a second where it does not."""
    told = error.response.headers.get("Retry-After") or error.response.headers.get("X-RateLimit-Reset-After") or ""
    try:
        return max(0.0, float(told))
    except ValueError:
        return 1.0
