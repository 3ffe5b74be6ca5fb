"""Whether a request is WeChat's, and what is in it: signatures, the time they are good for, plain and encrypted documents.

In plain mode WeChat signs only token, time and nonce, so that a signature seen once would vouch for any content: each is good for
ten minutes and for one content only. Where an AES key is set, only what is encrypted is read.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from adapters.weixin.documents import DocumentError, read_document, write_document
from adapters.weixin.encryption import KEY_CHARACTERS, EncryptionError, Envelope, is_signed, signature

log = logging.getLogger(__name__)

GOOD_FOR = 600
"""Seconds that a signature's time may lie in the past or the future: three deliveries and a clock that is somewhat off."""


class Forbidden(Exception):
    """Not WeChat's, or not fit to be believed."""


class Unreadable(Exception):
    """WeChat's, as far as can be told, but no document of its form."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A document, and whether the response must be encrypted as well."""

    fields: Mapping[str, str]
    encrypted: bool


class Checker:
    """Checks the requests for one account.

    Args:
        token: the account's Token.
        key: its EncodingAESKey; empty: messages are not encrypted.
        app_id: its AppID.
        now: the clock (UTC).

    Attributes:
        trouble: what is wrong with the set-up, as the last request that was signed with our token shows; one Chinese sentence or empty.
    """

    def __init__(self, token: str, key: str, app_id: str, now: Callable[[], datetime]) -> None:
        self._token = token
        self._now = now
        self._seen: dict[tuple[str, str], tuple[int, bytes]] = {}
        self.trouble = ""
        self._envelope: Envelope | None = None
        self._has_bad_key = False
        try:
            self._envelope = Envelope(key, app_id) if key else None
        except EncryptionError:
            self._has_bad_key = True
            self.trouble = f"SHANGAN_WEIXIN_AES_KEY 应是公众号后台的 {KEY_CHARACTERS} 位 EncodingAESKey，请重新复制"

    def check(self, query: Mapping[str, str], content: bytes = b"") -> None:
        """Check the signature that every request has.

        Raises:
            Forbidden: it is wrong, too old, or was used for another content.
        """
        timestamp, nonce = query.get("timestamp", ""), query.get("nonce", "")
        if not is_signed(query.get("signature", ""), self._token, timestamp, nonce):
            raise Forbidden("wrong signature")
        now = int(self._now().timestamp())
        if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12) or abs(int(timestamp) - now) > GOOD_FOR:
            self.trouble = "微信的请求时间和本机时间相差超过 10 分钟，没有处理；请校准本机时间"
            raise Forbidden("outside its time")
        while self._seen and (oldest := next(iter(self._seen))) and self._seen[oldest][0] < now - 2 * GOOD_FOR:
            del self._seen[oldest]
        digest = hashlib.sha256(content).digest()
        if self._seen.setdefault((timestamp, nonce), (now, digest))[1] != digest:
            raise Forbidden("a signature used twice")

    def open(self, query: Mapping[str, str], content: bytes) -> Opened:
        """The document of a delivery.

        Raises:
            Forbidden: a signature is wrong.
            Unreadable: the content is.
        """
        self.check(query, content)
        if self._has_bad_key:
            raise Unreadable("the key is none")
        try:
            fields = read_document(content)
        except DocumentError as error:
            raise Unreadable(str(error)) from error
        closed = fields.get("Encrypt")
        if self._envelope is None:
            if closed is not None and "MsgType" not in fields:
                self.trouble = "公众号是安全模式，还缺设置 SHANGAN_WEIXIN_AES_KEY"
                raise Unreadable("encrypted, and there is no key")
            self.trouble = ""
            return Opened(fields, encrypted=False)
        if closed is None:
            self.trouble = "公众号是明文模式，但设了 SHANGAN_WEIXIN_AES_KEY；后台改成安全模式，或去掉这项设置"
            raise Forbidden("not encrypted")
        if not is_signed(query.get("msg_signature", ""), self._token, query.get("timestamp", ""), query.get("nonce", ""), closed):
            raise Forbidden("wrong message signature")
        try:
            opened = Opened(read_document(self._envelope.open(closed)), encrypted=True)
        except EncryptionError as error:
            self.trouble = "解不开微信的消息：SHANGAN_WEIXIN_AES_KEY 或 SHANGAN_WEIXIN_APP_ID 和公众号后台的不一致"
            raise Unreadable(str(error)) from error
        except DocumentError as error:
            raise Unreadable(str(error)) from error
        self.trouble = ""
        return opened

    def close(self, document: str) -> str:
        """A response, encrypted.

        Raises:
            EncryptionError: there is no key.
        """
        if self._envelope is None:
            raise EncryptionError("no key")
        timestamp, nonce = str(int(self._now().timestamp())), secrets.token_hex(8)
        closed = self._envelope.close(document.encode())
        return write_document(
            {
                "Encrypt": closed,
                "MsgSignature": signature(self._token, timestamp, nonce, closed),
                "TimeStamp": timestamp,
                "Nonce": nonce,
            }
        )
