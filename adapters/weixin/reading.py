"""WeChat's messages and events as `Incoming`, through nonebot-adapter-wxmp's event models.

A voice message is read by the text WeChat recognised, a menu click by its key, which is what the person would have typed. What says
nothing to the bot (a location, a video) is told so by a short `answer` instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from nonebot.adapters.wxmp.event import (
    OFFICIAL_EVENT_CLASSES,
    Event,
    ImageMessageEvent,
    MenuClickEvent,
    NoticeEvent,
    SubscribeEvent,
    TextMessageEvent,
    VoiceMessageEvent,
)
from pydantic import ValidationError

from engine.messages import Attachment, Incoming, Scene, Sender

PLATFORM = "weixin"

WINDOW = timedelta(hours=48)
"""How long after a person's message the customer-service API takes messages to them."""

LONGEST_IDENTITY = 300
"""Characters of an OpenID (28) and a number or a menu key (128) with room to spare."""

UNHEARD = "语音没有听清。打字发给我吧，或者在公众号后台打开「语音识别」再试。"
UNREADABLE = "这个我还看不懂，发文字、语音或题目图片给我吧。"


@dataclass(frozen=True, slots=True)
class Delivered:
    """What WeChat delivered.

    Attributes:
        id: the message's or event's id; the same for every delivery of it.
        person: the sender's OpenID.
        account: the account's own id (`gh_...`).
        incoming: for the bot to work on; None: nothing to be done.
        answer: said at once where there is nothing for the bot to work on; empty: nothing is said.
    """

    id: str
    person: str
    account: str
    incoming: Incoming | None = None
    answer: str = ""


def scene_of(app_id: str, person: str) -> Scene:
    """The private chat with a person."""
    return Scene(PLATFORM, app_id, "private", person)


def read(fields: Mapping[str, str], app_id: str, greeting: str, now: datetime) -> Delivered | None:
    """`fields` of a document as what was delivered; None: it is no message or event."""
    event = _event(fields)
    person, account = fields.get("FromUserName", ""), fields.get("ToUserName", "")
    if not person or not account or fields.get("MsgType") is None:
        return None
    number = fields.get("MsgId") or "-".join(fields.get(name, "") for name in ("CreateTime", "Event", "EventKey"))
    # Numbers of messages are unique in an account, those of events are not numbers at all: the person makes both so.
    identity = f"{person}-{number}"
    if len(identity) > LONGEST_IDENTITY:
        return None
    images: tuple[Attachment, ...] = ()
    if isinstance(event, TextMessageEvent):
        text = event.content
    elif isinstance(event, MenuClickEvent):
        text = event.event_key
    elif isinstance(event, VoiceMessageEvent) and (event.recognition or "").strip():
        text = event.recognition or ""
    elif isinstance(event, ImageMessageEvent):
        text, images = "", (Attachment(f"{event.media_id}.jpg", url=event.pic_url),)
    else:
        return Delivered(identity, person, account, answer=_aside(event, fields["MsgType"], greeting))
    incoming = Incoming(
        id=identity,
        scene=scene_of(app_id, person),
        # An OpenID is of one account already; it is the private chat's id as well.
        sender=Sender(person, role="owner"),
        text=text.strip(),
        images=images,
        reply_deadline=now + WINDOW,
        context={"account": account},
    )
    return Delivered(identity, person, account, incoming)


def _event(fields: Mapping[str, str]) -> Event | None:
    """The first of wxmp's models that takes it. A voice message that WeChat did not recognise has no `Recognition`, which the model wants."""
    for model in OFFICIAL_EVENT_CLASSES:
        try:
            return model.model_validate({"Recognition": None, **fields})
        except (ValidationError, OverflowError):
            continue
    return None


def _aside(event: Event | None, message_type: str, greeting: str) -> str:
    if isinstance(event, SubscribeEvent):
        return greeting
    if isinstance(event, VoiceMessageEvent):
        return UNHEARD
    if isinstance(event, NoticeEvent) or message_type == "event":
        return ""
    return UNREADABLE
