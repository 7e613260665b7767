"""Release after release, as a council makes them: build, publish, change, build again; and what keeps addresses alive."""

from __future__ import annotations

import json

import pytest

from project import MINUTES, PEOPLE, make_project, minutebook

ONE = PEOPLE + "- id: a-exampel\n  name: A Exampel\n"
REDIRECTS = "- old: people/a-exampel\n  new: people/a-example\n  date: 2025-11-20\n  reason: A name was misread.\n"
WITHDRAWALS = "- id: cabinet/2025-11-04/36\n  date: 2025-11-21\n"


def descriptor(folder):
    return json.loads((folder / "data/datapackage.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    """A project that was published, changed so that ids are gone, refused, mended, and published again."""
    folder = tmp_path_factory.mktemp("releases")
    root, target = make_project(folder / "project", {"content/people.yaml": ONE}), folder / "srv"
    said = {"first": minutebook("-C", root, "build"), "published": minutebook("-C", root, "publish", target)}
    said["first files"] = (target / "data/data.zip").read_bytes()
    (folder / "first.zip").write_bytes(said["first files"])
    (root / "content/people.yaml").write_text(PEOPLE, encoding="utf-8")
    said["gone"] = minutebook("-C", root, "build")
    (root / "content/redirects.yaml").write_text(REDIRECTS, encoding="utf-8")
    (root / "content/withdrawals.yaml").write_text(WITHDRAWALS, encoding="utf-8")
    said["second"] = minutebook("-C", root, "build")
    return root, target, said


def test_an_id_that_is_gone_stops_the_build_and_says_what_to_write(released):
    _, _, said = released
    assert said["first"].returncode == said["published"].returncode == 0, said["first"].stderr
    assert said["gone"].returncode == 1
    assert "content/people.yaml:1:1: V001 the person a-exampel was published and is gone; expected it here, or in " in (
        said["gone"].stderr
    )


def test_what_was_published_last_gives_the_next_version_and_the_changelog(released):
    root, target, said = released
    assert said["second"].returncode == 0, said["second"].stderr
    assert descriptor(target)["version"] == "1.0.0"
    built = descriptor(root / "build/site")
    assert built["version"] == "2.0.0"  # a person is gone to whom other tables may refer
    assert built["created"] == "2025-11-21T12:00:00Z"
    changes = (root / "build/site/data/changes.csv").read_text(encoding="utf-8")
    assert "2.0.0,2025-11-21,people,a-exampel,,removed" in changes
    assert "2.0.0,2025-11-21,items,cabinet/2025-11-04/36,title,withdrawn" in changes


def test_an_old_address_leads_to_the_new_one(released):
    root, _, _ = released
    page = (root / "build/site/people/a-exampel/index.html").read_text(encoding="utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../a-example/">' in page
    assert 'href="../a-example/"' in page
    assert "A name was misread." in page


def test_what_was_withdrawn_is_nowhere(released):
    root, _, _ = released
    for file in (root / "build/site").rglob("*"):
        if file.is_file():
            assert b"Canal bridge" not in file.read_bytes(), file
    assert "cabinet/2025-11-04/36/1/2.b" in (root / "build/site/data/clauses.csv").read_text(encoding="utf-8")


def test_diff_compares_zips_folders_and_sites(released):
    root, target, _ = released
    same = minutebook("diff", target, target.parent / "first.zip")
    assert (same.returncode, same.stdout) == (0, "the packages say the same\n")
    differ = minutebook("diff", target.parent / "first.zip", root / "build/site/data")
    assert differ.returncode == 1
    assert "withdrawn items cabinet/2025-11-04/36: title\n" in differ.stdout
    assert differ.stdout.endswith("major: 1.0.0 is followed by 2.0.0\n")
    nothing = minutebook("diff", target, root / "content")
    assert (nothing.returncode, "V003" in nothing.stderr) == (2, True)


def test_a_build_that_knows_nothing_of_what_is_published_is_not_published(released):
    root, target, _ = released
    (root / "build/published").rename(root / "build/elsewhere")
    assert minutebook("-C", root, "build").returncode == 0
    assert descriptor(root / "build/site")["version"] == "1.0.0"
    refused = minutebook("-C", root, "publish", target)
    assert (refused.returncode, "P009" in refused.stderr, f"minutebook build --since {target}" in refused.stderr) == (
        1,
        True,
        True,
    )
    assert minutebook("-C", root, "build", "--since", target.parent / "first.zip").returncode == 0
    assert descriptor(root / "build/site")["version"] == "2.0.0"
    assert minutebook("-C", root, "publish", target).returncode == 0
    assert descriptor(target)["version"] == "2.0.0"


LASTING = {
    "R005 a target that is not there": ("redirects", "- old: people/x\n  new: people/nobody\n  date: 2025-11-20\n"),
    "R005 an old id that is there": ("redirects", "- {old: bodies/council, new: bodies/cabinet, date: 2025-11-20}\n"),
    "R005 a person for a body": ("redirects", "- {old: bodies/x, new: people/a-example, date: 2025-11-20}\n"),
    "R005 twice": ("redirects", "- {old: people/x, new: people/a-example, date: 2025-11-20}\n" * 2),
    "R006 not in the minutes": ("withdrawals", "- id: cabinet/2025-11-04/99\n  date: 2025-11-20\n"),
    "R006 twice": ("withdrawals", "- {id: cabinet/2025-11-04/36, date: 2025-11-20}\n" * 2),
    "F002 no date": ("withdrawals", "- id: cabinet/2025-11-04/36\n"),
    "F004 no id": ("withdrawals", "- id: The bridge\n  date: 2025-11-20\n"),
    "F004 no address": ("redirects", "- old: /people/x\n  new: people/a-example\n  date: 2025-11-20\n"),
    "F001 an unknown key": ("redirects", "- {old: people/x, new: people/a-example, date: 2025-11-20, by: me}\n"),
}


@pytest.mark.parametrize("case", LASTING)
def test_what_cannot_hold_is_told_at_its_line(tmp_path, case):
    from minutebook.reading import read_book

    name, text = LASTING[case]
    root = make_project(tmp_path, {f"content/{name}.yaml": text})
    (problem,) = read_book(root).problems
    assert (problem.code, problem.location.file) == (case.split()[0], f"content/{name}.yaml")


def test_a_good_redirect_and_withdrawal_are_read(tmp_path):
    from minutebook.reading import read_book

    root = make_project(tmp_path, {"content/redirects.yaml": REDIRECTS, "content/withdrawals.yaml": WITHDRAWALS})
    book = read_book(root).book
    assert [(entry.old, entry.new, entry.reason) for entry in book.redirects] == [
        ("people/a-exampel", "people/a-example", "A name was misread.")
    ]
    assert [entry.id for entry in book.withdrawals] == ["cabinet/2025-11-04/36"]
    assert "## 36. Canal bridge" in MINUTES


def test_an_unknown_format_and_a_missing_library_are_told_plainly(tmp_path, monkeypatch):
    from minutebook.packages import making
    from minutebook.reading import read_book

    council = "format: 1\nid: example\nname: Example Council\nformats: [xlsx, docx]\n"
    reading = read_book(make_project(tmp_path, {"content/council.yaml": council}))
    assert [str(problem) for problem in reading.problems] == [
        "content/council.yaml:4:17: F004 'docx' is not known here; expected one of parquet, xlsx"
    ]
    monkeypatch.setattr(making, "find_spec", lambda _: None)
    (problem,) = making.missing_libraries(reading.book.council)
    assert problem.code == "B003"
    assert 'pip install "minutebook[xlsx]"' in problem.expected
