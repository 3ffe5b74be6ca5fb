"""Frames that a broken or hostile service might send over WeCom's long connection, from a seed."""

from __future__ import annotations

import json
import random
from typing import Any


def hostile_frames(seed: int, count: int) -> list[bytes]:
    """No JSON, not of the protocol, cut off, too deep, of the wrong types, or answers to what nobody asked."""
    chance = random.Random(seed)
    whole: dict[str, Any] = {
        "cmd": "aibot_msg_callback",
        "headers": {"req_id": "r1"},
        "body": {
            "msgid": "m1",
            "aibotid": "a",
            "chattype": "single",
            "from": {"userid": "u"},
            "msgtype": "mixed",
            "mixed": {
                "msg_item": [
                    {"msgtype": "text", "text": {"content": "x"}},
                    {"msgtype": "image", "image": {"url": "https://", "aeskey": "k"}},
                ]
            },
            "quote": {"msgtype": "text", "text": {"content": "y"}},
        },
    }
    event = {"eventtype": "template_card_event", "template_card_event": {"event_key": "k", "task_id": "t"}}
    pressed = {**whole, "cmd": "aibot_event_callback", "body": {**whole["body"], "msgtype": "event", "event": event}}
    fixed: list[bytes] = [
        *(
            b"",
            b"null",
            b"[]",
            b'"x"',
            b"{",
            b"\xff\xfe\x00",
            b"[" * 5000,
            b'{"a":' * 5000 + b"1" + b"}" * 5000,
            b'{"a": ' + b"9" * 5000 + b"}",
        ),
        *(
            b'{"errcode": 0}',
            b'{"headers": []}',
            b'{"headers": {"req_id": []}}',
            b'{"headers": {"req_id": "aibot_subscribe_1"}, "errcode": 853000}',
        ),
        *(
            b'{"headers": {"req_id": "ping_1"}, "errcode": "x"}',
            b'{"cmd": {}, "headers": {"req_id": {}}}',
            b'{"cmd": "aibot_event_callback", "body": 5}',
        ),
    ]
    junk: list[Any] = [None, 5, [], {}, "", "\ud83d", "\0", ["x"], {"a": "b"}, "x" * 5000, True, -1e308]

    def spoiled(value: Any) -> Any:
        if isinstance(value, dict) and value and chance.random() < 0.9:
            key = chance.choice(sorted(value))
            return {**value, key: spoiled(value[key])}
        if isinstance(value, list) and value and chance.random() < 0.7:
            at = chance.randrange(len(value))
            return [*value[:at], spoiled(value[at]), *value[at + 1 :]]
        return chance.choice(junk)

    frames: list[bytes] = []
    for _ in range(count):
        kind = chance.random()
        if kind < 0.5:
            frames.append(json.dumps(spoiled(chance.choice([whole, pressed]))).encode())
            continue
        frame = bytearray(chance.choice(fixed) if kind < 0.8 else json.dumps(whole).encode())
        for _ in range(chance.randrange(4)):
            place = chance.randrange(len(frame) + 1)
            frame[place:place] = bytes([chance.randrange(256)])
        frames.append(bytes(frame[: chance.randrange(1, len(frame) + 2)]))
    return frames
