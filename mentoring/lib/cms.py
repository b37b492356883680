"""Telling a detached electronic signature (CMS SignedData, RFC 5652) from any other file; trust is not verified.

What a signature says of the file it was made for is compared where the digest is of a kind Python counts (SHA-2);
GOST R 34.11-2012 it does not.
"""

import base64
import binascii
import hashlib
import re

# OID 1.2.840.113549.1.7.2, signedData, as DER writes it.
SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
SEQUENCE, INDEFINITE, LONG_FORM = 0x30, 0x80, 0x80
# OID 1.2.840.113549.1.7.1, data: alone in its sequence where the content is not enclosed (RFC 5652, 5.2).
_DATA = bytes.fromhex("06092a864886f70d010701")
_NOTHING_ENCLOSED = re.compile(b"\x30\x0b%b|\x30\x80%b\x00\x00" % (re.escape(_DATA), re.escape(_DATA)))
# The signed attribute messageDigest, OID 1.2.840.113549.1.9.4: a set of one octet string (RFC 5652, 11.2).
_DIGEST = re.compile(re.escape(bytes.fromhex("06092a864886f70d010904")) + rb"\x31.\x04([\x20\x30\x40])", re.DOTALL)
# OIDs 2.16.840.1.101.3.4.2.1 to 3.
_SHA2 = {
    bytes.fromhex("0609608648016503040201"): "sha256",
    bytes.fromhex("0609608648016503040202"): "sha384",
    bytes.fromhex("0609608648016503040203"): "sha512",
}
# The algorithms of digests stand first in signed data.
_HEAD = 100
_ARMOR = re.compile(rb"-----(?:BEGIN|END) [A-Z0-9 ]+-----")


def is_signature(content):
    """Whether ``content`` is a CMS structure with signed data: in DER or BER, PEM or plain Base64."""
    return _is_signed_data(content) or _is_signed_data(_unwrapped(content))


def encloses_content(signature):
    """Whether the signature of ``is_signature`` carries what it signs: it is not a detached one."""
    body = signature_bytes(signature)
    return _DATA in body and not _NOTHING_ENCLOSED.search(body)


def is_of_another(signature, content):
    """Whether the signature names a digest by SHA-2 that ``content`` has not; False where it cannot be told."""
    body = signature_bytes(signature)
    names = [name for oid, name in _SHA2.items() if oid in body[:_HEAD]]
    told = {body[found.end() : found.end() + found[1][0]] for found in _DIGEST.finditer(body)}
    return len(names) == 1 and bool(told) and hashlib.new(names[0], content).digest() not in told


def signature_bytes(signature):
    """The signature as DER or BER, out of PEM or Base64 if need be."""
    return signature if _is_signed_data(signature) else _unwrapped(signature)


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
