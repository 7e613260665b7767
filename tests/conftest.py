"""What all tests share: where real documents are, and when a skip is a failure."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
STRICT = os.environ.get("MINUTEBOOK_STRICT") == "1"

settings.register_profile("minutebook", deadline=None)  # no test depends on how busy the computer is
settings.load_profile("minutebook")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """With MINUTEBOOK_STRICT=1 a test that would be skipped fails: a machine that should be complete is not."""
    report = yield
    if STRICT and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped where nothing may be skipped: {reason}"
    return report


@pytest.fixture(scope="session")
def shared():
    """The folder of real documents beside the project."""
    if not (SHARED / "minutes").is_dir():
        pytest.skip("the real documents are not here (no ../shared beside the project)")
    return SHARED


@pytest.fixture(scope="session")
def chromium():
    """The path of Debian's Chromium."""
    found = shutil.which("chromium")
    if found is None:
        pytest.skip("chromium is not installed (Debian: apt-get install chromium)")
    return found


@pytest.fixture(scope="session")
def example(tmp_path_factory):
    """The council that ships, built once: the project's folder."""
    from project import copy_example, minutebook

    folder = copy_example(tmp_path_factory.mktemp("example"))
    done = minutebook("-C", folder, "build")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def published(shared, tmp_path_factory):
    """Real documents imported into a new council's project and built once, private items too: the project's folder."""
    from project import DOCUMENTS, council_of

    documents = [shared / "minutes" / name for name in DOCUMENTS]
    return council_of(tmp_path_factory.mktemp("council") / "T", documents)
