"""The data contract: ``datasets/`` read into Table Schemas and the package descriptor they belong to."""

from __future__ import annotations

from collections.abc import Mapping

from minutebook.contract.reading import read_contract
from minutebook.contract.types import Contract, Field, ForeignKey, Schema

__all__ = ["CODES", "Contract", "Field", "ForeignKey", "Schema", "read_contract"]

CODES: Mapping[str, str] = {
    "T001": "a file of the data contract is missing or cannot be read",
    "T002": "a file of the data contract is not JSON",
    "T003": "the package descriptor or a schema lacks something, or has something of the wrong kind",
    "T004": "a schema and the list of tables, or two schemas, do not fit together",
    "T005": "the data contract and the tables that Minutebook makes do not agree",
}
"""What each problem code of the data contract means. Codes are for ever."""
