"""The JSON files of ``datasets/``, read with their text, so that a problem can name its line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from minutebook.problems import Location, Problem

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class File:
    """A JSON file: what it holds (nothing where it could not be read), its text, and what was wrong with it."""

    path: str
    content: Json
    text: str
    problems: tuple[Problem, ...]

    def problem(self, code: str, message: str, expected: str = "", near: str = "") -> Problem:
        """A problem at the first line that holds ``near``, or at the file's first."""
        line = self.text.count("\n", 0, self.text.find(near)) + 1 if near and near in self.text else 1
        return Problem(Location(self.path, line), code, message, expected)


def read(folder: Path, name: str) -> File:
    path = f"{folder.name}/{name}"
    try:
        text = (folder / name).read_text(encoding="utf-8-sig")
        content = json.loads(text)
    except json.JSONDecodeError as error:
        place = Location(path, error.lineno, error.colno)
        return File(path, {}, "", (Problem(place, "T002", f"this is not JSON: {error.msg}"),))
    except (OSError, UnicodeDecodeError) as error:
        fault = "is missing" if isinstance(error, FileNotFoundError) else "cannot be read as UTF-8 text"
        return File(path, {}, "", (Problem(Location(path), "T001", f"the file {fault}"),))
    if not isinstance(content, dict):
        return File(path, {}, text, (Problem(Location(path), "T003", "the file holds no object", "{ … }"),))
    return File(path, content, text, ())


def listed(template: Json) -> list[str]:
    resources = template.get("resources")
    entries = resources if isinstance(resources, list) else []
    return [entry["name"] for entry in entries if isinstance(entry, dict) and isinstance(entry.get("name"), str)]
