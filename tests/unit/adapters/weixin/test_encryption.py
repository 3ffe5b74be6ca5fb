"""Our envelope against wechatpy, an independent one, and against published samples."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wechatpy.crypto import WeChatCrypto
from wechatpy.exceptions import InvalidAppIdException, InvalidSignatureException

from adapters.weixin.documents import write_document
from adapters.weixin.encryption import EncryptionError, Envelope, is_signed, signature

KEY = "kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR"
OTHER_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
APP_ID = "wx49f0ab532d5d035a"
TOKEN = "123456"
VECTORS = Path(__file__).parents[5] / "shared" / "data" / "wechat" / "crypto_vectors.json"


def peer() -> WeChatCrypto:
    """wechatpy's, with the same key."""
    return WeChatCrypto(TOKEN, KEY, APP_ID)


@given(st.text(max_size=400))
def test_wechatpy_opens_what_we_close(text: str) -> None:
    closed = Envelope(KEY, APP_ID).close(text.encode())
    signed = signature(TOKEN, "1700000000", "nonce", closed)
    document = write_document({"Encrypt": closed, "MsgSignature": signed, "TimeStamp": "1700000000", "Nonce": "nonce"})
    assert peer().decrypt_message(document, signed, "1700000000", "nonce") == text


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_we_open_what_wechatpy_closes(text: str) -> None:
    document = ElementTree.fromstring(peer().encrypt_message(text, "nonce", "1700000000"))
    closed = document.findtext("Encrypt") or ""
    assert is_signed(document.findtext("MsgSignature") or "", TOKEN, "1700000000", "nonce", closed)
    assert Envelope(KEY, APP_ID).open(closed).decode() == text


def test_wechatpy_refuses_what_is_for_another_account_or_wrongly_signed() -> None:
    closed = Envelope(KEY, "wxOther").close(b"x")
    document = write_document({"Encrypt": closed})
    with pytest.raises(InvalidAppIdException):
        peer().decrypt_message(document, signature(TOKEN, "1", "n", closed), "1", "n")
    with pytest.raises(InvalidSignatureException):
        peer().decrypt_message(document, signature("wrong", "1", "n", closed), "1", "n")


@pytest.mark.skipif(not VECTORS.is_file(), reason="needs ../shared/data/wechat/crypto_vectors.json")
def test_published_samples() -> None:
    vectors = json.loads(VECTORS.read_text(encoding="utf-8"))
    key, app_id, token = vectors["encoding_aes_key"], vectors["corp_id"], vectors["token"]
    echo = vectors["url_verify"]
    assert is_signed(echo["signature"], token, echo["timestamp"], echo["nonce"], echo["echostr"])
    assert Envelope(key, app_id).open(echo["echostr"]).isdigit()
    message = vectors["decrypt"]
    closed = ElementTree.fromstring(message["xml"]).findtext("Encrypt") or ""
    opened = ElementTree.fromstring(Envelope(key, app_id).open(closed))
    assert {name: opened.findtext(name) for name in message["expect"]} == message["expect"]
    sample = vectors["encrypt"]
    envelope = Envelope(key, app_id, random=lambda _: sample["random16"].encode())
    assert envelope.close(sample["reply"].encode()) == ElementTree.fromstring(sample["expected"]).findtext("Encrypt")


@pytest.mark.parametrize("key", ["", "short", KEY[:-1] + "=", KEY + "A", "中" * 43, KEY[:-1] + "!"])
def test_a_key_that_is_none_is_refused(key: str) -> None:
    with pytest.raises(EncryptionError):
        Envelope(key, APP_ID)


@pytest.mark.parametrize("closed", ["", "====", "not base64!", "QUJD", "中文", "A" * 44, Envelope(OTHER_KEY, APP_ID).close(b"x" * 50)])
def test_what_is_not_for_this_key_is_refused(closed: str) -> None:
    with pytest.raises(EncryptionError):
        Envelope(KEY, APP_ID).open(closed)


def test_what_is_for_another_account_is_refused() -> None:
    for other in ("wxOther", APP_ID + "0", "x" + APP_ID, ""):
        with pytest.raises(EncryptionError, match="another account"):
            Envelope(KEY, APP_ID).open(Envelope(KEY, other).close("中文".encode()))


@given(st.binary(max_size=300), st.integers(min_value=0), st.integers(min_value=1, max_value=255))
def test_a_changed_message_is_refused_or_another(content: bytes, place: int, change: int) -> None:
    import base64

    envelope = Envelope(KEY, APP_ID)
    closed = bytearray(base64.b64decode(envelope.close(content)))
    closed[place % len(closed)] ^= change
    try:
        envelope.open(base64.b64encode(closed).decode())
    except EncryptionError:
        return
    # Without its signature a change in the random part or the message goes unseen; it must only never raise anything else.


def test_signatures() -> None:
    assert is_signed(signature("a", "b", "c"), "c", "a", "b")
    assert not is_signed("", "a")
    assert not is_signed("签名", "a")
    assert not is_signed(signature("a").upper(), "a")
