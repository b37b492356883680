"""Telling a detached electronic signature (CMS SignedData, RFC 5652) from any other file; trust is not verified."""

import base64
import binascii
import re

# OID 1.2.840.113549.1.7.2, signedData, as DER writes it.
SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
SEQUENCE, INDEFINITE, LONG_FORM = 0x30, 0x80, 0x80
_ARMOR = re.compile(rb"-----(?:BEGIN|END) [A-Z0-9 ]+-----")


def is_signature(content):
    """Whether ``content`` is a CMS structure with signed data: in DER or BER, PEM or plain Base64."""
    return _is_signed_data(content) or _is_signed_data(_unwrapped(content))


def _unwrapped(content):
    try:
        return base64.b64decode(b"".join(_ARMOR.sub(b"", content).split()), validate=True)
    except binascii.Error:
        return b""


def _is_signed_data(content):
    """A sequence as long as the file that begins with the OID of signed data."""
    if len(content) < 2 + len(SIGNED_DATA) or content[0] != SEQUENCE:
        return False
    first = content[1]
    if first == INDEFINITE:
        return content.startswith(SIGNED_DATA, 2)
    width = first - LONG_FORM if first > LONG_FORM else 0
    length = int.from_bytes(content[2 : 2 + width], "big") if width else first
    start = 2 + width
    return content.startswith(SIGNED_DATA, start) and len(content) == start + length
