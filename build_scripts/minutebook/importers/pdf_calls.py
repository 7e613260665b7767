"""Calls of pdfium for each character and line of a page: with addresses instead of typed pointers, a third of the time of typed calls."""

from __future__ import annotations

import ctypes
from typing import Any


def fast(function: Any, result: Any, *arguments: Any) -> Any:
    """A function of ``pypdfium2.raw`` that takes and gives plain numbers; a pointer is an address, ``c_void_p``."""
    return ctypes.PYFUNCTYPE(result, *arguments)(address(function))


def address(pointer: Any) -> int:
    """Where a pointer points; 0 where nowhere."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0
