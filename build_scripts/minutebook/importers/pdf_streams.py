"""What a PDF would unpack to: a page of a few kilobytes can hold more drawing than a computer has memory for."""

from __future__ import annotations

import re
import zlib

MOST_BYTES = 32_000_000
"""What one packed stream may unpack to. Pages of text take some thousand bytes, plans and maps up to a few million."""

_STREAM = re.compile(rb"\bstream\r?\n")
_HEAD = 400
"""Bytes before a stream in which its dictionary says how it is packed."""
_STEP = 1 << 20


def unpack_to_too_much(content: bytes) -> bool:
    """Whether a stream of a PDF unpacks to more than ``MOST_BYTES``; pictures, which are never unpacked here, do not count."""
    for found in _STREAM.finditer(content):
        head = content[max(found.start() - _HEAD, 0) : found.start()].rpartition(b" obj")[2]
        if b"FlateDecode" in head and b"/Image" not in head and _is_too_much(content, found.end()):
            return True
    return False


def _is_too_much(content: bytes, start: int) -> bool:
    packed, left, unpacking = memoryview(content)[start:], MOST_BYTES, zlib.decompressobj()
    waiting: bytes | memoryview = b""
    while left > 0 and not unpacking.eof:
        if not waiting:
            waiting, packed = packed[:_STEP], packed[_STEP:]
            if not waiting:
                return False
        try:
            left -= len(unpacking.decompress(waiting, min(_STEP, left)))
        except zlib.error:
            return False
        waiting = unpacking.unconsumed_tail
    return left <= 0
