"""A signature is told from any other file by what is in it."""

import base64

import pytest

from mentoring.lib.cms import SIGNED_DATA, encloses_content, is_of_another, is_signature

TAIL = b"\xa0\x05rest!"
SHORT = bytes([0x30, len(SIGNED_DATA + TAIL)]) + SIGNED_DATA + TAIL
BODY = SIGNED_DATA + bytes(300)
LONG = b"\x30\x82" + len(BODY).to_bytes(2) + BODY
ENDLESS = b"\x30\x80" + SIGNED_DATA + TAIL + b"\x00\x00"
PEM = b"-----BEGIN PKCS7-----\n" + base64.encodebytes(LONG) + b"-----END PKCS7-----\n"

# Made by OpenSSL over b"document": apart from it, and with it inside.
DETACHED = base64.b64decode(
    "MIIBLQYJKoZIhvcNAQcCoIIBHjCCARoCAQExDTALBglghkgBZQMEAgEwCwYJKoZIhvcNAQcBMYH4MIH1AgEBMCQwDDEKMAgGA1UEAwwBeAIUX9rT"
    "dI6QKtlOohVl7Oi016mYoUEwCwYJYIZIAWUDBAIBoGkwGAYJKoZIhvcNAQkDMQsGCSqGSIb3DQEHATAcBgkqhkiG9w0BCQUxDxcNMjYxMTIyMDUz"
    "ODA5WjAvBgkqhkiG9w0BCQQxIgQgQ8wj+lK4e0zB0CtbEUFUFR1q3dsXyf3cBrAn+pniQAgwCgYIKoZIzj0EAwIERjBEAiBRnUtJZTQBtzlKMvww"
    "r0PTbWXY4lQgip0oS0XBHvo8xwIgNS5EVq1m3xeKLg59XPjpPVnvGh16BRWcDFuGyEqG39g="
)
ENCLOSING = base64.b64decode(
    "MIIBOwYJKoZIhvcNAQcCoIIBLDCCASgCAQExDTALBglghkgBZQMEAgEwFwYJKoZIhvcNAQcBoAoECGRvY3VtZW50MYH6MIH3AgEBMCQwDDEKMAgG"
    "A1UEAwwBeAIUX9rTdI6QKtlOohVl7Oi016mYoUEwCwYJYIZIAWUDBAIBoGkwGAYJKoZIhvcNAQkDMQsGCSqGSIb3DQEHATAcBgkqhkiG9w0BCQUx"
    "DxcNMjYxMTIyMDUzODA5WjAvBgkqhkiG9w0BCQQxIgQgQ8wj+lK4e0zB0CtbEUFUFR1q3dsXyf3cBrAn+pniQAgwCgYIKoZIzj0EAwIESDBGAiEA"
    "k7OtbsffXTpA1L00yqmZ/4Dmd8m6I3Ei1JY6kzOd4lgCIQCs5hDi8O0xHLMqXpIjIpmMOhDsNwc4nJrWWuA2SD9FgQ=="
)


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


def test_a_signature_that_carries_its_document_is_told_from_a_detached_one():
    enclosing = {name: encloses_content(name) for name in (DETACHED, base64.b64encode(DETACHED), LONG, ENCLOSING)}
    assert enclosing == {DETACHED: False, base64.b64encode(DETACHED): False, LONG: False, ENCLOSING: True}


def test_a_signature_of_another_file_is_known_by_its_digest():
    assert not is_of_another(DETACHED, b"document")
    assert is_of_another(DETACHED, b"document ")
    assert is_of_another(base64.b64encode(DETACHED), b"another")
    assert not is_of_another(LONG, b"another"), "it names no digest, so nothing can be told"
