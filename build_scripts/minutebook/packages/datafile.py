"""One file of the data package, in memory."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

DESCRIPTOR = "datapackage.json"
ZIP = "data.zip"
"""The path of the file that holds the whole package."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file of the package. ``path`` is below ``data/``; ``table`` is empty for what is no single table."""

    path: str
    content: bytes
    mediatype: str
    table: str = ""
    rows: int = 0

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()
