"""A new project as a council finds it: it reads without a fault, whatever the council is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutebook.reading import read_book
from minutebook.scaffold import new_project

REPOSITORY = Path(__file__).parents[1]

ALWAYS = {
    ".gitignore",
    "README.md",
    "content/about.md",
    "content/bodies.yaml",
    "content/council.yaml",
    "content/minutes/.gitkeep",
    "content/people.yaml",
    "mkdocs.yml",
}


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_new_project(tmp_path: Path) -> None:
    folder = tmp_path / "deep/minutes"
    assert new_project(folder, "Example City Council", "https://minutes.example.org") == ()
    assert {path for path in files(folder) if not path.startswith("datasets/")} == ALWAYS
    reading = read_book(folder)
    assert reading.problems == ()
    assert reading.book
    council = reading.book.council
    assert (council.id, council.name, council.publisher) == ("example-city-council",) + ("Example City Council",) * 2
    assert (council.url, council.private_items) == ("https://minutes.example.org/", "titles")
    assert "\nprivate_items: titles\n" in (folder / "content/council.yaml").read_text()
    assert (reading.book.bodies, reading.book.people, reading.book.meetings) == ((), (), ())
    assert [page.title for page in reading.book.pages] == ["About this site"]
    assert (folder / ".gitignore").read_text() == "/build/\n"
    assert "Example City Council" in (folder / "README.md").read_text()


def test_the_data_contract_is_the_one_that_minutebook_is_tested_with(tmp_path: Path) -> None:
    assert new_project(tmp_path, "Example", "") == ()
    ours = REPOSITORY / "datasets"
    assert files(tmp_path / "datasets") == files(ours) != set()
    assert all((tmp_path / "datasets" / path).read_bytes() == (ours / path).read_bytes() for path in files(ours))
    assert (tmp_path / "mkdocs.yml").read_bytes() == (REPOSITORY / "mkdocs.yml").read_bytes()


def test_every_optional_key_is_a_key_that_can_be_used(tmp_path: Path) -> None:
    assert new_project(tmp_path, "Example", "") == ()
    for name in ("council", "bodies", "people"):
        file = tmp_path / f"content/{name}.yaml"
        kept = [line.removeprefix("# ") if _key(line) else line for line in file.read_text().splitlines()]
        file.write_text("\n".join(kept) + "\n")
    reading = read_book(tmp_path)
    assert reading.problems == ()
    assert reading.book
    assert reading.book.council.url == "https://minutes.example.gov.uk/"
    assert reading.book.council.operative_words == ("NOTED",)
    assert [body.id for body in reading.book.bodies] == ["planning"]
    assert [len(person.terms) for person in reading.book.people] == [2]


def _key(line: str) -> bool:
    """Whether a comment is a key that was taken out, and no sentence."""
    first = line.removeprefix("# ").lstrip().removeprefix("- ")
    return line.startswith("# ") and first.partition(":")[0].replace("_", "").isalpha() and ":" in first


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Cyngor Sir Ynys Môn", "cyngor-sir-ynys-mon"),
        ("King's Lynn & West Norfolk", "kings-lynn-and-west-norfolk"),
        ('The "Old" Town: a #1 $name {council} \\ C:\\x', "the-old-town-a-1-name-council-c-x"),
        ("- no", "no"),
        ("  Two\n  lines ", "two-lines"),
        ("123", "123"),
        ("null", "null"),
        ("町議会 🏛", "council"),
        ("e\u0301cole", "ecole"),
    ],
)
def test_any_name_is_kept(tmp_path: Path, name: str, id_: str) -> None:
    assert new_project(tmp_path, name, "") == ()
    reading = read_book(tmp_path)
    assert reading.problems == ()
    assert reading.book
    assert reading.book.council.id == id_
    assert reading.book.council.name == " ".join(name.split()).replace("e\u0301", "é")
    assert reading.book.council.url == ""


def test_a_new_git_repository_is_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert new_project(tmp_path, "Example", "") == ()


# --- what is refused -----------------------------------------------------------------------------------------------


def test_a_folder_that_holds_something(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    (problem,) = new_project(tmp_path, "Example", "")
    assert (problem.code, problem.location.file) == ("N001", str(tmp_path))
    assert files(tmp_path) == {"letter.txt"}
    assert [problem.code for problem in new_project(tmp_path / "letter.txt", "Example", "")] == ["N001"]


@pytest.mark.parametrize("name", ["", "  \n", "a\x00b", "a\u202eb", "a\udcffb"])
def test_no_name(tmp_path: Path, name: str) -> None:
    assert [problem.code for problem in new_project(tmp_path / "new", name, "")] == ["N002"]
    assert files(tmp_path) == set()


@pytest.mark.parametrize(
    "url",
    [
        "minutes.example.org",
        "ftp://minutes.example.org/",
        "javascript:alert(1)",
        "https://",
        "https:///minutes",
        "https://minutes.example.org/?a=b",
        "https://minutes.example.org/#top",
        "https://user@minutes.example.org/",
        "https://minutes.example.org/a b",
        'https://minutes.example.org/"',
        "https://minutes.example.org/\n",
    ],
)
def test_no_address(tmp_path: Path, url: str) -> None:
    assert [problem.code for problem in new_project(tmp_path / "new", "Example", url)] == ["N003"]
    assert files(tmp_path) == set()


@pytest.mark.parametrize("url", ["http://localhost:8080", "https://example.org/council/minutes"])
def test_addresses_end_in_a_stroke(tmp_path: Path, url: str) -> None:
    assert new_project(tmp_path, "Example", url) == ()
    book = read_book(tmp_path).book
    assert book
    assert book.council.url == f"{url}/"


def test_everything_that_is_wrong_is_reported_at_once(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").touch()
    assert [problem.code for problem in new_project(tmp_path, "", "x")] == ["N001", "N002", "N003"]


def test_a_place_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert [problem.code for problem in new_project(tmp_path / "file/new", "Example", "")] == ["N004"]
