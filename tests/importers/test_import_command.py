"""The command `import` as a clerk uses it: what it takes, what it says, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from importers.making_pdf import lines_at
from minutebook.cli import main
from minutebook.problems import errors
from minutebook.reading import read_book
from project import published_files

HEAD = "Minutes of the Meeting of {body} held at 6.30 pm on {date}\n\n"
REST = "Present: Councillor A Bee (Chair), Councillor {who}\n\n1. Trees\n\nRESOLVED that they be kept.\n\n(Meeting closed at 7.15 pm)\n"


def document(body="Cabinet", date="Tuesday, 4 November 2025", who="C Dee"):
    return HEAD.format(body=body, date=date) + REST.format(who=who)


@pytest.fixture
def root(tmp_path):
    content = tmp_path / "council/content"
    content.mkdir(parents=True)
    (content / "council.yaml").write_text("format: 1\nid: example\nname: Example Council\n")
    (content / "bodies.yaml").write_text("- id: homes\n  name: Homes Committee\n  kind: other\n")
    (content / "people.yaml").write_text("[]\n")
    return tmp_path / "council"


@pytest.fixture
def documents(tmp_path):
    """A folder of documents: two of minutes, one that cannot be read, and files that are no documents."""
    folder = tmp_path / "documents"
    (folder / "old").mkdir(parents=True)
    (folder / "a.txt").write_text(document())
    (folder / "b.pdf").write_bytes(b"%PDF-1.7 and so on")
    (folder / "old/c.md").write_text(document(date="Tuesday, 2 December 2025", who="E Eff"))
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / "~$a.docx").write_bytes(b"lock")
    return folder


def run(capsys, root, *arguments):
    status = main(["-C", str(root), "import", *map(str, arguments)])
    return status, *capsys.readouterr()


def minutes(root):
    return sorted(path for path in published_files(root / "content") if path.endswith(".md"))


BOTH = ["minutes/cabinet/2025-11-04.md", "minutes/cabinet/2025-12-02.md"]


def test_a_folder_is_all_its_documents_and_one_that_cannot_be_read_stops_no_other(root, documents, capsys):
    status, out, err = run(capsys, root, documents)
    assert status == 1
    assert minutes(root) == BOTH
    assert [f"{place} of 3: " in err for place in (1, 2, 3)] == [True] * 3
    assert f"{documents}/b.pdf:1:1: I001" in err
    assert "Word (.docx), a web page" in err
    assert "3 documents: 1 refused, 2 files written" in out
    assert errors(read_book(root).problems) == ()


def test_nothing_below_a_folder_is_overlooked(root, documents, capsys):
    (documents / "old/d.odt").write_bytes(b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text")
    (documents / "old/e.rtf").write_bytes(rb"{\rtf1 x}")
    _, out, err = run(capsys, root, documents)
    assert f"{documents}/old/d.odt:1:1: I001" in err
    assert "OpenDocument" in err
    assert f"{documents}/old/e.rtf:1:1: I001" in err
    assert f"passed over, as no documents: {documents}/picture.png\n" in out
    assert "~$a" not in out


def test_a_dry_run_says_that_two_documents_would_have_one_file(root, documents, capsys):
    (documents / "again.txt").write_text(document())
    _, out, _ = run(capsys, root, "--dry-run", documents / "a.txt", documents / "again.txt")
    assert f"again.txt: would be written content/{BOTH[0]} (if {documents}/a.txt were not written there first" in out


@pytest.mark.parametrize("pattern", ["*.txt", "**/*.md", "ol?", "old"])
def test_patterns_and_folders_are_expanded(root, documents, capsys, pattern):
    assert run(capsys, root, documents / pattern)[0] == 0
    assert minutes(root) == BOTH[:1] if pattern == "*.txt" else BOTH[1:]


@pytest.mark.parametrize("name", ["absent.txt", "*.docm", "empty"])
def test_what_is_not_there_is_said(root, documents, capsys, name):
    (documents / "empty").mkdir()
    status, _, err = run(capsys, root, documents / name, documents / "a.txt")
    assert status == 1
    assert f"{documents / name}:1:1: I005" in err
    assert minutes(root) == BOTH[:1]


def test_a_dry_run_says_everything_and_writes_nothing(root, documents, capsys):
    before = published_files(root)
    _, dry, _ = run(capsys, root, "--dry-run", documents / "a.txt", documents / "old")
    assert published_files(root) == before
    _, wet, _ = run(capsys, root, documents / "a.txt", documents / "old")
    assert minutes(root) == BOTH
    assert dry.replace("would be ", "").replace(" (nothing was written: a dry run)", "") == wet
    assert dry.count("a-bee") == 1  # the second document knows whom the first would have added


def test_each_file_says_what_was_found_and_how_sure_that_is(root, documents, capsys):
    (documents / "d.txt").write_text(
        document(date="Tuesday, 6 January 2026").replace("1. Trees", "Who wrote this line?\n\n1. Trees")
    )
    _, out, _ = run(capsys, root, documents / "a.txt", documents / "d.txt")
    assert "Cabinet, 4 November 2025: 1 item, 1 decision, 2 people who attended" in out
    assert "confidence: high (nothing was guessed" in out
    assert "confidence: fair (1 line not placed" in out
    assert "unplaced: this stands before the first item and has no place in the file: 'Who wrote this line?'" in out


def test_body_and_date_say_what_a_document_lacks(root, documents, capsys):
    file = documents / "e.txt"
    file.write_text("Minutes of the meeting\n\n" + REST.format(who="C Dee"))
    assert run(capsys, root, file)[0] == 1
    assert run(capsys, root, "--body", "homes", "--date", "2025-11-05", file)[0] == 0
    assert minutes(root) == ["minutes/homes/2025-11-05.md"]
    assert run(capsys, root, "--body", "homes", "--date", "2025-11-05", file)[1].startswith(f"{file}: unchanged")


def test_body_and_date_stand_above_what_a_document_says(root, documents, capsys):
    assert run(capsys, root, "--body", "homes", "--date", "2025-11-05", documents / "a.txt")[0] == 0
    assert minutes(root) == ["minutes/homes/2025-11-05.md"]


def test_body_and_date_are_for_one_meeting(root, documents, capsys):
    file = documents / "f.txt"
    file.write_text(document() + "\n" + document(date="Tuesday, 2 December 2025"))
    status, _, err = run(capsys, root, "--date", "2025-11-05", file)
    assert (status, "I006" in err, "2 meetings" in err) == (1, True, True)
    for arguments in (["--date", "2025-11-05", documents], ["--body", "nobody", documents / "a.txt"]):
        status, _, err = run(capsys, root, *arguments)
        assert (status, err.startswith("minutebook: --")) == (2, True)
    with pytest.raises(SystemExit) as left:
        main(["-C", str(root), "import", "--date", "5 November", str(file)])
    assert left.value.code == 2
    assert minutes(root) == []


def test_a_spelling_that_may_be_another_becomes_a_question_and_never_a_merge(root, documents, capsys):
    (documents / "g.txt").write_text(document(who="C Lepoidevin"))
    (documents / "h.txt").write_text(document(date="Tuesday, 2 December 2025", who="C Lepoidvin"))
    _, out, _ = run(capsys, root, documents / "g.txt", documents / "h.txt")
    told = "'C Lepoidvin' is like 'C Lepoidevin' (c-lepoidevin): an alias in people.yaml would join them"
    assert told in out
    assert f"# TODO: {told}\n- id: c-lepoidvin\n" in (root / "content/people.yaml").read_text()
    main(["-C", str(root), "check"])
    assert f"C007 warning: a question was left open here: {told}" in capsys.readouterr().err
    before = published_files(root)
    run(capsys, root, documents / "g.txt", documents / "h.txt")
    assert published_files(root) == before


def test_bodies_that_may_be_one_become_a_question(root, documents, capsys):
    (documents / "i.txt").write_text(document(body="Homes Comittee"))
    run(capsys, root, documents / "i.txt")
    text = (root / "content/bodies.yaml").read_text()
    assert "# TODO: 'Homes Comittee' is like 'Homes Committee' (homes)" in text
    assert "- id: homes-comittee\n" in text


def test_a_text_that_the_page_cuts_off_asks_for_the_rest(root, capsys):
    page = Path(__file__).parent / "web/meeting_page.html"
    assert run(capsys, root, page)[0] == 0
    assert run(capsys, root, page)[1].splitlines()[0].startswith(f"{page}: unchanged ")
    main(["-C", str(root), "check"])
    nobody, found = (line for line in capsys.readouterr().err.splitlines() if "C007" in line)
    assert "the page does not say who met" in nobody
    assert "the text of this item is incomplete: the page cuts it off" in found
    file, line, _ = found.split(":", 2)
    assert (root / file).read_text().splitlines()[int(line) - 1].startswith("TODO: ")


def test_a_long_pdf_says_how_far_it_is_read(root, tmp_path, capsys):
    (tmp_path / "long.pdf").write_bytes(lines_at(*[[(72, 72, "Notes of no meeting.")]] * 250))
    _, _, err = run(capsys, root, tmp_path / "long.pdf")
    assert [line.partition(", ")[2] for line in err.splitlines() if line.startswith("1 of 1: ")] == [
        "", "page 100 of 250 …", "page 200 of 250 …",
    ]  # fmt: skip
