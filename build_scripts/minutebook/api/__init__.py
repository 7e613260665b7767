"""A static API: every meeting, agenda, body and person as one JSON document, an index, their shapes, and Popolo.

The address of a document is its id. All of it comes from the published tables.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from minutebook.api.documents import INDEX, documents, index_document
from minutebook.api.popolo import popolo
from minutebook.api.schemas import schemas
from minutebook.edition import Edition

__all__ = ["INDEX", "render_api"]


def render_api(edition: Edition) -> Mapping[str, bytes]:
    """All files of the API: path from the site's root, ``api/index.json``, to the file's bytes, JSON in UTF-8."""
    return {path: _written(content) for path, content in _files(edition)}


def _files(edition: Edition) -> Iterator[tuple[str, Mapping[str, object]]]:
    yield INDEX, index_document(edition)
    yield from documents(edition)
    yield from schemas(edition.contract, edition.book.council.url)
    yield "api/popolo.json", popolo(edition)


def _written(content: Mapping[str, object]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
