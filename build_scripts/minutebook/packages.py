"""Tables to a data package: CSV, JSON and one zip as bytes; validated by frictionless once they are written."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


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
