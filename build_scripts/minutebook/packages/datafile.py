"""One file of the data package, in memory."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

DESCRIPTOR = "datapackage.json"
ZIP = "data.zip"
"""The path of the file that holds the whole package."""
SQLITE, XLSX = "minutes.sqlite", "minutes.xlsx"
"""The paths of the files that hold all tables as one database and as one workbook."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file of the package. ``path`` is below ``data/``; ``table`` is empty for what is no single table. A file whose
    role is "metadata" describes the data for a program, and holds none of it.
    """

    path: str
    content: bytes
    mediatype: str
    table: str = ""
    rows: int = 0
    role: Literal["data", "metadata"] = "data"

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()
