"""WeChat's signatures and its AES envelope: what proves that a request is WeChat's, and what hides its content.

Written from WeChat's description of 消息加解密 (AES-256-CBC, the key's first 16 bytes as initial vector, PKCS#7 padding to 32 bytes,
`16 random bytes | length, 4 bytes, network order | message | app id`). It knows neither XML nor HTTP.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
from collections.abc import Callable

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

KEY_CHARACTERS = 43
"""Of an EncodingAESKey: 32 bytes as base64 without its last `=`."""

_BLOCK = 32
_RANDOM = 16
_LENGTH = 4


class EncryptionError(Exception):
    """A key or a message that is not of WeChat's form. The text is English, for the log; it never holds content or keys."""


def signature(*parts: str) -> str:
    """WeChat's signature of `parts` (the token among them): SHA-1 of them sorted and joined, in hexadecimal."""
    return hashlib.sha1("".join(sorted(parts)).encode()).hexdigest()


def is_signed(given: str, *parts: str) -> bool:
    """True if `given` is the signature of `parts`, compared in constant time."""
    return hmac.compare_digest(given.encode(), signature(*parts).encode())


class Envelope:
    """Closes and opens encrypted messages of one account.

    Args:
        key: the account's EncodingAESKey, 43 characters.
        app_id: the account's AppID, which every message names.
        random: gives so many random bytes.

    Raises:
        EncryptionError: `key` is not one.
    """

    def __init__(self, key: str, app_id: str, random: Callable[[int], bytes] = secrets.token_bytes) -> None:
        try:
            decoded = base64.b64decode(key + "=", validate=True)
        except (binascii.Error, ValueError):
            decoded = b""
        if len(key) != KEY_CHARACTERS or len(decoded) != 32:
            raise EncryptionError(f"an EncodingAESKey has {KEY_CHARACTERS} letters and digits")
        self._cipher = Cipher(AES(decoded), CBC(decoded[:16]))
        self._app_id = app_id.encode()
        self._random = random

    def close(self, message: bytes) -> str:
        """`message` encrypted, as base64."""
        plain = self._random(_RANDOM) + len(message).to_bytes(_LENGTH, "big") + message + self._app_id
        padding = _BLOCK - len(plain) % _BLOCK
        encryptor = self._cipher.encryptor()
        closed = encryptor.update(plain + bytes([padding]) * padding) + encryptor.finalize()
        return base64.b64encode(closed).decode()

    def open(self, closed: str) -> bytes:
        """The message in `closed`.

        Raises:
            EncryptionError: it is not encrypted with this key, or for another account.
        """
        try:
            data = base64.b64decode(closed, validate=True)
        except (binascii.Error, ValueError):
            raise EncryptionError("not base64") from None
        if not data or len(data) % 16:
            raise EncryptionError("not whole blocks")
        decryptor = self._cipher.decryptor()
        plain = decryptor.update(data) + decryptor.finalize()
        padding = plain[-1]
        if not 1 <= padding <= _BLOCK or padding > len(plain) or plain[-padding:] != bytes([padding]) * padding:
            raise EncryptionError("wrong padding")
        plain = plain[:-padding]
        start = _RANDOM + _LENGTH
        length = int.from_bytes(plain[_RANDOM:start], "big")
        if len(plain) < start + length:
            raise EncryptionError("shorter than it says")
        if not hmac.compare_digest(plain[start + length :], self._app_id):
            raise EncryptionError("for another account")
        return plain[start : start + length]
