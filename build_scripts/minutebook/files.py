"""Writes files: each is written whole or not at all, and only if its bytes change."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write_file(path: Path, content: bytes) -> bool:
    """Put a file in place by renaming, so that a reader sees the old bytes or the new; False where nothing changed."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, unfinished = _unfinished(path)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        Path(unfinished).chmod(mode)
        Path(unfinished).replace(path)
    except BaseException as error:
        Path(unfinished).unlink(missing_ok=True)
        if isinstance(error, OSError) and error.errno:
            error.filename = str(path)  # a full disk names no file, and nobody knows the unfinished one
        raise
    return True


def _unfinished(path: Path) -> tuple[int, str]:
    """An empty file of a name of its own beside another, open for writing."""
    try:
        return tempfile.mkstemp(dir=path.parent, prefix=".unfinished-")
    except OSError as error:
        error.filename = str(path)
        raise


def write_tree(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder hold these files and no others; those whose bytes are the same keep their times."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in files:
            path.unlink()
    for name, content in files.items():
        write_file(folder / name, content)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
