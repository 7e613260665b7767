"""Installed from its wheel, away from the clone, everything works."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv

import pytest

from project import BODIES, MINUTES, PEOPLE, ROOT, published_files


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The command of a fresh environment: the wheel, and its dependencies as they are installed here."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(build, check=True, capture_output=True, cwd=ROOT)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=True)
    python = folder / "env/bin/python"
    install = [python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel]
    subprocess.run(install, check=True, capture_output=True)
    (packages,) = (folder / "env").glob("lib/python*/site-packages")
    # Folders that a .pth names are searched, but their own .pth files, the clone's among them, are not.
    (packages / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    where = subprocess.run(
        [python, "-c", "import minutebook; print(minutebook.__file__)"], check=True, capture_output=True, text=True
    )
    assert str(packages) in where.stdout
    return folder / "env/bin/minutebook"


def test_a_council_is_made_imported_built_and_published(installed, tmp_path):
    def run(*arguments):
        done = subprocess.run([installed, *arguments], check=False, capture_output=True, text=True, cwd=tmp_path)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    run("new", "T", "--name", "Example Parish Council", "--url", "https://minutes.example")
    (tmp_path / "minutes.txt").write_text(
        "Example Parish Council\nMinutes of the Meeting of Council held at 7.00 pm on Tuesday, 4 November 2025\n\n"
        "Present:\nMembers: Councillor A Example (Chair)\n Councillor B Example\n\nApologies: Councillor C Example\n\n"
        "1. Declarations of Interest\n\nThere were none.\n\n2. Allotments\n\nThe Council considered a report of the Clerk.\n\n"
        "RESOLVED that the Council:\n\n1) Let plot 7.\n2) Note the report.\n\n(Meeting closed at 7.40 pm)\n"
    )
    run("-C", "T", "import", "minutes.txt")
    minutes = tmp_path / "T/content/minutes/council/2025-11-04.md"
    assert "**RESOLVED**" in minutes.read_text()
    minutes.write_text(minutes.read_text().replace("reviewed: false", "reviewed: true"))
    assert "formatted" not in run("-C", "T", "format")
    run("-C", "T", "check")
    run("-C", "T", "build")
    run("-C", "T", "publish", "www")
    published = published_files(tmp_path / "www")
    assert b"Let plot 7." in published["feeds/decisions.xml"]
    assert b"Let plot 7." in published["meetings/council/2025-11-04/index.html"]
    assert "data/datapackage.json" in published


def test_a_project_written_by_hand_builds_as_well(installed, tmp_path):
    subprocess.run([installed, "new", tmp_path / "T", "--name", "Example"], check=True, capture_output=True)
    content = tmp_path / "T/content"
    (content / "minutes/cabinet").mkdir(parents=True)
    (content / "minutes/cabinet/2025-11-04.md").write_text(MINUTES)
    (content / "bodies.yaml").write_text(BODIES)
    (content / "people.yaml").write_text(PEOPLE)
    done = subprocess.run([installed, "-C", tmp_path / "T", "build"], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
