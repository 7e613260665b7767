"""A council's own project: the files that ``minutebook new`` begins it with.

They stand in ``scaffold/project`` beside this module, except the data contract and the site's configuration: those are
the ones that Minutebook itself is built and tested with, at the top of its repository and inside its wheel.

Codes: N001 the folder, N002 the name, N003 the address, N004 the disk.
"""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from string import Template

from minutebook.identity import slug
from minutebook.problems import Location, Problem
from minutebook.reading.registers import SITE_ADDRESS

_HERE = Path(__file__).parent
_HIDDEN = {"gitignore": ".gitignore", "gitkeep": ".gitkeep"}
"""Files that would mean something to git and to packaging tools under their own names, and those names."""


def new_project(folder: Path, name: str, url: str) -> tuple[Problem, ...]:
    """Make a council's project in a folder that is empty or not there; nothing is written where anything is wrong.

    A folder that holds nothing but a new git repository counts as empty. ``url`` may be empty.
    """
    try:
        name = unicodedata.normalize("NFC", " ".join(name.split()))
        problems = (*_unfit_folder(folder), *_unfit_name(name), *_unfit_url(url))
        if problems:
            return problems
        for path, content in project_files(name, url if not url or url.endswith("/") else f"{url}/").items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    except OSError as error:
        where = Location(str(error.filename or folder))
        return (Problem(where, "N004", error.strerror or str(error), "a place where files can be written"),)
    return ()


def project_files(name: str, url: str) -> dict[str, bytes]:
    """All files of a new project: path from its root to bytes."""
    quoted = json.dumps(name, ensure_ascii=False)  # JSON's strings are strings of YAML
    address = f"url: {json.dumps(url)}" if url else "# url: https://minutes.example.gov.uk/"
    written = {
        "content/council.yaml": {"id": json.dumps(slug(name) or "council"), "name": quoted, "url": address},
        "README.md": {"name": name},
    }
    files = {}
    for path, content in _tree(_HERE / "scaffold/project").items():
        words = written.get(path)
        files[_own(path)] = Template(content.decode()).substitute(words).encode() if words else content
    shared = _shared()
    files |= {f"datasets/{path}": content for path, content in _tree(shared / "datasets").items()}
    return files | {"mkdocs.yml": (shared / "mkdocs.yml").read_bytes()}


def _own(path: str) -> str:
    """The path that a file of ``scaffold/project`` has in a project."""
    folder, stroke, name = path.rpartition("/")
    return f"{folder}{stroke}{_HIDDEN.get(name, name)}"


def _shared() -> Path:
    """Where ``datasets/`` and ``mkdocs.yml`` are: inside an installed wheel, else at the top of the repository."""
    installed = _HERE / "scaffold"
    return installed if (installed / "datasets").is_dir() else _HERE.parents[1]


def _tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _unfit_folder(folder: Path) -> tuple[Problem, ...]:
    if not folder.exists() or (folder.is_dir() and all(path.name == ".git" for path in folder.iterdir())):
        return ()
    told = "the folder is not empty" if folder.is_dir() else "this is a file"
    return (Problem(Location(str(folder)), "N001", told, "an empty folder, or a name that is free"),)


def _unfit_name(name: str) -> tuple[Problem, ...]:
    if name and name.isprintable():
        return ()
    told = "the name holds a character that cannot be printed" if name else "the name is empty"
    return (Problem(Location("--name"), "N002", told, "the council's name, such as Example City Council"),)


def _unfit_url(url: str) -> tuple[Problem, ...]:
    if not url or re.fullmatch(SITE_ADDRESS, url):
        return ()
    wanted = "https://, a host and, if need be, a path: https://minutes.example.gov.uk/"
    return (Problem(Location("--url"), "N003", f"{url!r} is not the address of a site", wanted),)
