"""Real minutes in, published tables out: compared with what a careful reader found in them."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import sys

import pytest

from project import DOCUMENTS, minutebook, published_files

AGENDAS = ["agendas/council/2023-10-17.md", "agendas/scrutiny-co-ordination-committee/2024-06-26.md"]


def test_the_tables_hold_what_a_careful_reader_found(shared, published):
    gold = [shared / "gold" / f"{name[:3]}.json" for name in DOCUMENTS]
    score = [sys.executable, shared / "score/score.py", published / "build/site/data", *gold]
    options = ["--only", "core", "--whole", "--source", shared / "minutes", "--show", "50"]
    done = subprocess.run([*score, *options], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    scores = re.findall(r"F1 (\d\.\d{3})", done.stdout)
    assert len(scores) >= 18
    assert set(scores) == {"1.000"}, done.stdout
    assert re.findall(r"lost (\d+) of \d+, invented (\d+)", done.stdout) == [("0", "0")] * len(gold)


def table(published, name):
    """The rows of a published table; an empty cell is ""."""
    with (published / f"build/site/data/{name}.csv").open(newline="", encoding="utf-8") as rows:
        return list(csv.DictReader(rows))


def gold(shared, name):
    return json.loads((shared / f"gold/{name}.json").read_text(encoding="utf-8"))


def test_the_registers_hold_what_a_careful_reader_found(shared, published):
    files = [shared / "gold" / f"{name[:3]}.json" for name in DOCUMENTS]
    score = [sys.executable, shared / "score/score.py", published / "build/site/data", *files, "--only", "registers"]
    done = subprocess.run(score, check=False, capture_output=True, text=True)
    scores = re.findall(r"^ +(\w+) .*F1 (\d\.\d{3})", done.stdout, re.MULTILINE)
    assert {name for name, _ in scores} == {
        "references", "petitions", "motions", "questions", "declarations", "exclusions"
    }  # fmt: skip
    assert {score for _, score in scores} == {"1.000"}, done.stdout
    amendment = next(item for item in gold(shared, "001")["meetings"][0]["items"] if item["number"] == "58")["motions"][
        0
    ]
    (row,) = table(published, "amendments")
    assert [row["moved_by"], row["accepted"]] == [amendment["amendment"]["moved_by"], "true"]
    motions = {row["item_id"].rsplit("/", 1)[1]: row for row in table(published, "motions") if row["item_id"]}
    assert [(motions[item]["amended"], motions[item]["outcome"]) for item in ("57", "58")] == [
        ("", "carried"),
        ("true", "carried"),
    ]


def test_written_questions_and_motions_on_notice_are_those_of_the_papers(shared, published):
    questions = [row for row in table(published, "questions") if row["agenda_item_id"]]
    wanted = gold(shared, "001")["written_questions"]
    columns = ("number", "asked_by", "put_to", "put_to_role")
    assert [[row[column] for column in columns] for row in questions] == [
        [one[key] for key in columns] for one in wanted
    ]
    assert {(row["kind"], row["answered"], row["item_id"]) for row in questions} == {("written", "", "")}
    for row, one in zip(questions, wanted, strict=True):  # the papers print no subjects: the gold takes the first words
        assert row["text"].lstrip("“").startswith(one["subject"])
    motions = [row for row in table(published, "motions") if row["agenda_item_id"]]
    announced = gold(shared, "001")["agenda"]["motions"]
    assert [(row["moved_by"], row["seconded_by"]) for row in motions] == [
        (f"Councillor {one['mover']}", f"Councillor {one['seconder']}") for one in announced
    ]
    for row, one in zip(motions, announced, strict=True):
        assert row["text"].lstrip("“").startswith(one["first_words"])


@pytest.mark.parametrize(("name", "source"), [("001", "source"), ("003", "source_report")])
def test_agenda_items_with_their_parts_pages_and_sources_are_those_printed(shared, published, name, source):
    agenda = gold(shared, name)["agenda"]
    rows = [row for row in table(published, "agenda_items") if row["agenda_id"].endswith(f"/{agenda['date']}")]
    assert [shown(row) for row in rows] == [
        entry
        for item in agenda["items"]
        for entry in (
            (item["number"], item["title"], item["pages"] or []),
            *((part["label"].strip("()"), part["title"], part["pages"] or []) for part in item["sub_items"]),
        )
    ]
    printed = {item["number"]: item[source] for item in agenda["items"] if item[source]}
    assert {number: row["source"] for row in rows if (number := row["number"]) in printed} == printed
    (row,) = [row for row in table(published, "agendas") if row["date"] == agenda["date"]]
    assert (row["start_time"], row["notice"], row["item_count"]) == (
        agenda["start_time"],
        agenda["published"],
        str(len(agenda["items"])),
    )


def shown(row):
    pages = [int(row["first_page"]), int(row["last_page"])] if row["first_page"] else []
    return row["number"].strip("()"), row["title"], pages


def test_the_packs_among_them_give_their_agendas(published):
    files = published_files(published / "content")
    assert sorted(path for path in files if path.startswith("agendas/")) == AGENDAS
    done = minutebook("-C", published, "format", "--check")
    assert (done.returncode, done.stdout) == (0, "")


def test_an_agenda_file_comes_back_byte_for_byte(published, tmp_path):
    folder = tmp_path / "T"
    assert minutebook("new", folder, "--name", "Example Council").returncode == 0
    for agenda in AGENDAS:
        done = minutebook("-C", folder, "import", published / "content" / agenda)
        assert done.returncode == 0, done.stderr
        assert (folder / "content" / agenda).read_bytes() == (published / "content" / agenda).read_bytes()


def test_private_items_are_private_unless_the_council_says_otherwise(published, tmp_path):
    """Runs of eight words that stand in private items only are in no published file of a project with the default."""
    with (published / "build/site/data/items.csv").open(newline="") as table:
        items = list(csv.DictReader(table))
    lines = {
        section: [line for item in items if item["section"] == section for line in item["text"].splitlines()]
        for section in ("private", "public")
    }
    private, open_text = ({run for line in lines[section] for run in runs(line)} for section in ("private", "public"))
    secret = private - open_text
    assert len(secret) > 20
    folder = shutil.copytree(published, tmp_path / "T", ignore=shutil.ignore_patterns("build"))
    settings = folder / "content/council.yaml"
    settings.write_text(settings.read_text().replace("private_items: publish", "private_items: titles"))
    assert minutebook("-C", folder, "build").returncode == 0
    found = {path: words(content) for path, content in published_files(folder / "build/site").items()}
    assert [path for path, text in found.items() if any(f" {run} " in text for run in secret)] == []
    with (published / "build/site/data/items.csv").open(newline="") as table:
        titles = [row["title"] for row in csv.DictReader(table) if row["section"] == "private"]
    assert all(title in (folder / "build/site/data/items.csv").read_text() for title in titles)


def rows(folder, table):
    with (folder / f"build/site/data/{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def of_item(made, item):
    return [row for row in made if row["item_id"] == item]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_money_appointments_requests_and_urgency_are_what_a_careful_reader_found(shared, published, document):
    gold = json.loads((shared / f"gold/{document[:3]}.json").read_text(encoding="utf-8"))
    made = {table: rows(published, table) for table in ("sums", "appointments", "requests", "urgency")}
    ids = {(row["date"], row["number"]): row["item_id"] for row in rows(published, "items")}
    for date, wanted in ((meeting["date"], item) for meeting in gold["meetings"] for item in meeting["items"]):
        found = {table: of_item(those, ids[date, str(wanted["number"])]) for table, those in made.items()}
        assert [row["as_printed"] for row in found["sums"]] == (wanted.get("money") or [])
        appointed = [(row["person"], row["to"], row["in_place_of"]) for row in found["appointments"]]
        decided = [one for one in wanted.get("appointments") or [] if "to" in one]
        assert appointed == [(one["person"], one["to"], one["in_place_of"]) for one in decided]
        assert len(found["requests"]) == len(wanted.get("requests") or [])
        urgent = [(row["agreed_by"], row["decision_date"]) for row in found["urgency"]]
        told = wanted.get("urgency")
        assert urgent == ([(told["agreed_by"].split()[-1], told["decision_date"])] if told else [])


def test_no_e_mail_address_or_telephone_number_of_the_documents_is_published(shared, published):
    printed = "\n".join((shared / "minutes" / name).read_text(encoding="utf-8") for name in DOCUMENTS)
    addresses = set(re.findall(r"[\w.-]+@[\w-]+(?:\.[\w-]+)+", printed))
    numbers = set(re.findall(r"(?<!\d)0\d{2,4} \d{3,4} ?\d{3,4}(?!\d)", printed))
    assert len(addresses) > 10
    assert len(numbers) > 10
    everything = b"\n".join(published_files(published / "build/site").values()).decode("utf-8", "ignore")
    assert [found for found in addresses | numbers if found in everything] == []


def words(content):
    """A file's words, free of mark-up and escapes."""
    text = content.decode("utf-8", "ignore")
    text = re.sub(r"<[^>]+>|&[#a-z0-9]+;|\\[nu][0-9a-f]{0,4}", " ", text, flags=re.IGNORECASE)
    return f" {' '.join(re.findall(r'[a-z0-9]+', text.lower()))} "


def runs(text, length=8):
    found = words(text.encode()).split()
    return {" ".join(found[start : start + length]) for start in range(len(found) - length + 1)}


def test_a_second_import_changes_nothing(shared, published):
    before = published_files(published / "content")
    done = minutebook("-C", published, "import", *(shared / "minutes" / name for name in DOCUMENTS))
    assert done.returncode == 0, done.stderr
    assert published_files(published / "content") == before


def test_publish_refuses_what_nobody_has_reviewed_and_names_it(published, tmp_path):
    done = minutebook("-C", published, "publish", tmp_path / "www")
    assert done.returncode == 1
    assert "content/minutes/cabinet/2025-11-04.md" in done.stderr
    assert all(f"content/{agenda}" in done.stderr for agenda in AGENDAS)
    assert not (tmp_path / "www").exists()


def test_every_published_file_of_data_is_valid_for_a_separate_client(published):
    done = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"],
        check=False, capture_output=True, text=True, cwd=published / "build/site/data",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert json.loads(done.stdout)["valid"] is True
