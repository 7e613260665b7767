"""Installed from its wheel, away from the clone, everything works."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile

import pytest

from minutebook.scaffold import project_files
from project import BODIES, MINUTES, PEOPLE, ROOT, published_files


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(build, check=True, capture_output=True, cwd=ROOT)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The command of a fresh environment: the wheel, and its dependencies as they are installed here."""
    folder = tmp_path_factory.mktemp("wheel")
    venv.create(folder / "env")
    python = folder / "env/bin/python"
    install = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel]
    subprocess.run(install, check=True, capture_output=True)
    (packages,) = (folder / "env").glob("lib/python*/site-packages")
    # Folders that a .pth names are searched, but their own .pth files, the clone's among them, are not.
    (packages / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    where = run(python, "-c", "import minutebook; print(minutebook.__file__)")
    assert str(packages) in where.stdout
    return folder / "env/bin/minutebook"


def run(*command, **options):
    """Run a command that finds Minutebook where it is installed, wherever the tests themselves find it."""
    elsewhere = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, env=elsewhere, check=False, capture_output=True, text=True, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def test_a_council_is_made_imported_built_and_published(installed, tmp_path):
    def told(*arguments):
        return run(installed, *arguments, cwd=tmp_path).stdout

    told("new", "T", "--name", "Example Parish Council", "--url", "https://minutes.example")
    (tmp_path / "minutes.txt").write_text(
        "Example Parish Council\nMinutes of the Meeting of Council held at 7.00 pm on Tuesday, 4 November 2025\n\n"
        "Present:\nMembers: Councillor A Example (Chair)\n Councillor B Example\n\nApologies: Councillor C Example\n\n"
        "1. Declarations of Interest\n\nThere were none.\n\n2. Allotments\n\nThe Council considered a report of the Clerk.\n\n"
        "RESOLVED that the Council:\n\n1) Let plot 7.\n2) Note the report.\n\n(Meeting closed at 7.40 pm)\n"
    )
    told("-C", "T", "import", "minutes.txt")
    minutes = tmp_path / "T/content/minutes/council/2025-11-04.md"
    assert "**RESOLVED**" in minutes.read_text()
    minutes.write_text(minutes.read_text().replace("reviewed: false", "reviewed: true"))
    assert "formatted" not in told("-C", "T", "format")
    told("-C", "T", "check")
    told("-C", "T", "build")
    told("-C", "T", "publish", "www")
    published = published_files(tmp_path / "www")
    assert b"Let plot 7." in published["feeds/decisions.xml"]
    assert b"Let plot 7." in published["meetings/council/2025-11-04/index.html"]
    assert "data/datapackage.json" in published


def test_a_project_written_by_hand_builds_as_well(installed, tmp_path):
    run(installed, "new", tmp_path / "T", "--name", "Example")
    content = tmp_path / "T/content"
    (content / "minutes/cabinet").mkdir(parents=True)
    (content / "minutes/cabinet/2025-11-04.md").write_text(MINUTES)
    (content / "bodies.yaml").write_text(BODIES)
    (content / "people.yaml").write_text(PEOPLE)
    run(installed, "-C", tmp_path / "T", "build")


def test_a_wheel_has_all_that_a_new_project_needs(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("minutebook/")}
        archive.extractall(tmp_path / "installed")
    here = {
        f"minutebook/{path}" for path in published_files(ROOT / "build_scripts/minutebook") if "__pycache__" not in path
    }
    shared = {f"minutebook/scaffold/datasets/{path}" for path in published_files(ROOT / "datasets")}
    assert packed == here | shared | {"minutebook/scaffold/mkdocs.yml"}
    made = tmp_path / "made"
    program = "import sys, pathlib, minutebook.scaffold as s; sys.exit(bool(s.new_project(pathlib.Path(sys.argv[1]), 'Example', '')))"
    clean = {"PYTHONPATH": str(tmp_path / "installed"), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", program, made], check=True, env=clean)
    assert published_files(made) == project_files("Example", "")
