"""Frictionless as a stranger has it: in a fresh environment that holds nothing but frictionless and what it needs."""

from __future__ import annotations

import json
import re
import subprocess
import venv
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from packages_made import CONTRACT, files, write


def needed(name, found=None):
    """A distribution and all that it requires here, by name."""
    found = {} if found is None else found
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key not in found:
        try:
            found[key] = distribution(name)
        except PackageNotFoundError:  # for another platform or Python
            return found
        for wanted in map(Requirement, found[key].requires or ()):
            if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
                needed(wanted.name, found)
    return found


@pytest.fixture(scope="module")
def python(tmp_path_factory):
    """The interpreter of the fresh environment."""
    folder = tmp_path_factory.mktemp("alone")
    venv.create(folder, with_pip=False)
    (packages,) = folder.glob("lib/python*/site-packages")
    for one in needed("frictionless").values():
        for top in {file.parts[0] for file in one.files or ()} - {"..", "__pycache__"}:
            (packages / top).symlink_to(Path(str(one.locate_file(top))).resolve())
    return folder / "bin/python"


def run(python, folder, *arguments):
    return subprocess.run([python, "-I", *arguments], cwd=folder, check=False, capture_output=True, text=True)


def test_the_package_is_valid_to_frictionless_alone_and_a_spoiled_one_is_not(python, tmp_path):
    write(files(), tmp_path)
    assert run(python, tmp_path, "-c", "import minutebook").returncode == 1
    assert run(python, tmp_path, "-c", "import pandas").returncode == 1
    validate = ("-m", "frictionless", "validate", "datapackage.json", "--json")
    report = json.loads(run(python, tmp_path, *validate).stdout)
    assert (report["valid"], report["stats"]["errors"]) == (True, 0)
    assert [task["name"] for task in report["tasks"]] == list(CONTRACT.schemas)
    items = tmp_path / "items.csv"
    items.write_text(items.read_text(encoding="utf-8").replace(",public,", ",secret,", 1), encoding="utf-8")
    assert json.loads(run(python, tmp_path, *validate).stdout)["valid"] is False
