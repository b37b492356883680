"""A signature is told from any other file by what is in it."""

import base64

import pytest

from mentoring.lib.cms import SIGNED_DATA, is_signature

TAIL = b"\xa0\x05rest!"
SHORT = bytes([0x30, len(SIGNED_DATA + TAIL)]) + SIGNED_DATA + TAIL
BODY = SIGNED_DATA + bytes(300)
LONG = b"\x30\x82" + len(BODY).to_bytes(2) + BODY
ENDLESS = b"\x30\x80" + SIGNED_DATA + TAIL + b"\x00\x00"
PEM = b"-----BEGIN PKCS7-----\n" + base64.encodebytes(LONG) + b"-----END PKCS7-----\n"


@pytest.mark.parametrize("content", [SHORT, LONG, ENDLESS, PEM, base64.b64encode(LONG)])
def test_signed_data_is_known_in_every_wrapping(content):
    assert is_signature(content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x30",
        b"%PDF-1.7 a paper",
        LONG[:-1],
        LONG + b"more",
        LONG.replace(b"\x07\x02", b"\x07\x03", 1),
        b"\x30\xff" + SIGNED_DATA,
        base64.b64encode(b"%PDF-1.7 a paper that is no signature"),
        "подпись".encode(),
    ],
)
def test_nothing_else_is_taken_for_a_signature(content):
    assert not is_signature(content)
