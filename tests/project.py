"""Projects for tests: small ones made of text, and copies of the council that ships."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from minutebook.cli import main

ROOT = Path(__file__).resolve().parents[1]

COUNCIL = "format: 1\nid: example\nname: Example Council\nurl: https://minutes.example/\n"
BODIES = "- id: cabinet\n  name: Cabinet\n  kind: executive\n- id: council\n  name: Council\n  kind: council\n"
PEOPLE = "- id: a-example\n  name: A Example\n  title: Councillor\n  kind: councillor\n"
MINUTES = """\
---
body: cabinet
date: 2025-11-04
start: "14:00"
end: "14:30"
place: Council House
status: draft
published: 2025-11-12
reviewed: true
attendance:
  - group: Members
    people:
      - Councillor A Example (Chair)
---

# Public business

## 36. Canal bridge

Cabinet considered a report of the Director of Works.

**RESOLVED** that Cabinet:

- 1) Approve the repair of the bridge.
- 2) Delegate authority to the Director to:
    - a) sign the contract; and
    - b) let the works.
"""

DOCUMENTS = (
    "000_b79cca3f84766aea.txt",
    "001_0c4e8f9bdd55876e.txt",
    "002_a185ff9f3460d877.txt",
    "003_3aba29d05db102bb.txt",
)
"""Real minutes in ../shared/minutes, of one council."""


def make_project(folder: Path, files: dict[str, str | bytes] | None = None) -> Path:
    """A small project that builds; ``files`` (paths from its root) replace or add to its own."""
    content: dict[str, str | bytes] = {
        "content/council.yaml": COUNCIL,
        "content/bodies.yaml": BODIES,
        "content/people.yaml": PEOPLE,
        "content/minutes/cabinet/2025-11-04.md": MINUTES,
        **(files or {}),
    }
    for path, text in content.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    shutil.copytree(ROOT / "datasets", folder / "datasets", dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def copy_example(folder: Path) -> Path:
    """A copy of the council that ships."""
    for part in ("content", "datasets"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def council_of(folder: Path, documents: list[Path]) -> Path:
    """A new project of the council whose minutes these are, with the documents imported and built, private items too."""
    done = minutebook("new", folder, "--name", "Coventry City Council")
    assert done.returncode == 0, done.stderr
    settings = folder / "content/council.yaml"
    assert "private_items: titles" in settings.read_text()
    settings.write_text(settings.read_text().replace("private_items: titles", "private_items: publish"))
    for command in (("import", *documents), ("build",)):
        done = minutebook("-C", folder, *command)
        assert done.returncode == 0, done.stderr
    return folder


def minutebook(*arguments: str | Path, before: tuple[str, ...] = (), **options) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does; ``before`` is a command to run it under, ``options`` are those of a process.

    Without either it runs in this process, which has loaded its libraries already: that halves the time of a small build.
    """
    command = [*before, sys.executable, "-m", "minutebook", *map(str, arguments)]
    if before or options:
        return subprocess.run(command, check=False, capture_output=True, text=True, timeout=300, **options)
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
        try:
            status = main(command[3:])
        except SystemExit as left:  # wrong usage
            status = left.code
    return subprocess.CompletedProcess(command, status, out.getvalue(), err.getvalue())


def published_files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
