"""A small project with a finished build, and what is published of it: for the tests of publishing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from minutebook.problems import Problem
from minutebook.release import content_digest, file_digests, release_record

MINUTES = "content/minutes/cabinet/2025-11-04.md"


def project(root: Path, text: str, *, unreviewed: tuple[str, ...] = (), day: int = 4) -> Path:
    """A project with a finished build of a site that says ``text``."""
    (root / MINUTES).parent.mkdir(parents=True, exist_ok=True)
    (root / "content/council.yaml").write_text("format: 1\n")
    (root / MINUTES).write_text(f"---\nbody: cabinet\nreviewed: false\n---\n{text}\n")
    site = root / "build/site"
    (site / "data").mkdir(parents=True, exist_ok=True)
    (site / "index.html").write_text(f"<h1>{text}</h1>")
    (site / "data/decisions.csv").write_text(f"decision_id\n{text}\n")
    (site / ".nojekyll").touch()
    record = release_record(file_digests(site), content_digest(root), unreviewed, dt.date(2025, 11, day))
    (root / "build/release.json").write_bytes(record)
    return root


def said(target: Path) -> str:
    """What the published site says, in each of its files; the empty text where nothing is published."""
    if not target.exists() or not any(target.iterdir()):
        return ""
    assert sorted(file_digests(target)) == [".nojekyll", "data/decisions.csv", "index.html"]
    text = (target / "index.html").read_text().removeprefix("<h1>").removesuffix("</h1>")
    assert (target / "data/decisions.csv").read_text() == f"decision_id\n{text}\n"
    return text


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


def releases(target: Path) -> list[Path]:
    return sorted(target.with_name(f"{target.name}.releases").glob("[0-9]*"))
