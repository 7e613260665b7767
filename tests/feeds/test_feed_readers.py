"""Real readers read the feeds, and show each entry once: also after a rebuild, a correction, a withdrawal and a move.

newsboat and sfeed fetch the feeds of a project, as it is read and rendered, from a server on this machine.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
from collections import Counter
from pathlib import Path

import feedparser
import pytest

from json_feed_rules import VERSION, faults
from minutebook.calendars import render_calendars
from minutebook.contract import read_contract
from minutebook.feeds import render_feeds
from minutebook.pipeline import make_edition
from minutebook.reading import read_book
from project import MINUTES, make_project
from web import served

SECOND = "\n## 37. Towpath\n\n**RESOLVED** that the towpath be closed.\n"
FILE = "content/minutes/cabinet/2025-11-04.md"
BODIES = "- id: {0}\n  name: {1}\n  kind: executive\n- id: council\n  name: Council\n  kind: council\n"


MOMENTS: dict[Path, int] = {}


def publish(folder, files):
    """The feeds of a project of these files, below ``folder/site``, in place of those that stood there."""
    project = folder / "project"
    shutil.rmtree(project, ignore_errors=True)
    make_project(project, files)
    if files.get(FILE) == "":
        (project / FILE).unlink()
    reading = read_book(project)
    assert not reading.problems, reading.problems
    contract, _ = read_contract(project / "datasets")
    edition, problems = make_edition(reading.book, contract, lambda _: None)
    assert edition is not None, problems
    shutil.rmtree(folder / "site", ignore_errors=True)
    for path, content in [*render_feeds(edition), *render_calendars(edition).items()]:
        (folder / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / path).write_bytes(content)
        moment = MOMENTS.setdefault(folder, 1_700_000_000) + 60  # no reader may take it for the file that it has
        os.utime(folder / "site" / path, (moment, moment))
    MOMENTS[folder] += 60


FIRST = {FILE: MINUTES + SECOND}
CORRECTED = {
    FILE: (MINUTES + SECOND)
    .replace("attendance:", "corrections:\n  - date: 2025-12-01\n    note: The towpath was misnamed.\nattendance:")
    .replace("the towpath be", "the north towpath be")
}
WITHDRAWN = CORRECTED | {
    "content/withdrawals.yaml": "- id: cabinet/2025-11-04/37/1\n  date: 2025-12-08\n  reason: It named a tenant.\n"
}
RENAMED = WITHDRAWN | {
    FILE: "",
    "content/minutes/executive/2025-11-04.md": CORRECTED[FILE].replace("body: cabinet", "body: executive"),
    "content/bodies.yaml": BODIES.format("executive", "Executive Board"),
    "content/withdrawals.yaml": WITHDRAWN["content/withdrawals.yaml"].replace("cabinet/", "executive/"),
    "content/redirects.yaml": "- old: bodies/cabinet\n  new: bodies/executive\n  date: 2026-01-05\n",
}
EDITIONS = {"rebuilt": FIRST, "corrected": CORRECTED, "withdrawn": WITHDRAWN, "moved": RENAMED}

SUBSCRIBED = {
    "all": {"feeds/decisions": 2, "feeds/meetings": 1, "feeds/registers/delegations": 1},
    "one body": {"feeds/bodies/cabinet": 2, "feeds/meetings": 1},
}
"""What somebody follows, and how many entries each feed has. newsboat shows an entry in one feed only, even where two have it."""


def followed(who, ending):
    return {f"{path}{ending}": count for path, count in SUBSCRIBED[who].items()}


def needs(*programs):
    for program in programs:
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed (Debian: apt-get install {programs[0].partition('_')[0]} curl)")


def run(home, *command):
    done = subprocess.run(
        command,
        env={"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "dumb"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


class Newsboat:
    """A subscriber with newsboat."""

    def __init__(self, home, root, paths):
        self.home, self.root = home, root
        home.mkdir()
        (home / "urls").write_text("".join(f"{root}/{path}\n" for path in paths))
        (home / "config").write_text("")

    def fetch(self):
        run(self.home, "newsboat", "-u", self.home / "urls", "-c", self.home / "cache.db", "-C", self.home / "config",
            "-x", "reload")  # fmt: skip

    def shown(self):
        """How many entries it shows of each feed, and how many different ids they have."""
        with sqlite3.connect(self.home / "cache.db") as cache:
            rows = cache.execute("SELECT feedurl, guid FROM rss_item WHERE deleted = 0").fetchall()
        urls = [(url.removeprefix(f"{self.root}/"), guid) for url, guid in rows]
        return Counter(path for path, _ in urls), Counter(path for path, _ in set(urls))


class Sfeed:
    """A subscriber with sfeed, whose own manual has `merge` for how entries are told apart: here by their ids alone."""

    MERGE = 'merge() { sort -t \'\t\' -u -k6,6 "$2" "$3"; }\n'

    def __init__(self, home, root, paths, merge=MERGE):
        self.home, self.paths = home, paths
        home.mkdir()
        lines = "".join(f'feed "{path.replace("/", "_")}" "{root}/{path}"\n' for path in paths)
        (home / "sfeedrc").write_text(f"{merge}feeds() {{\n{lines}}}\n")

    def fetch(self):
        run(self.home, "sfeed_update", self.home / "sfeedrc")

    def shown(self):
        entries, ids = Counter(), Counter()
        for path in self.paths:
            lines = (self.home / ".sfeed/feeds" / path.replace("/", "_")).read_text().splitlines()
            entries[path], ids[path] = len(lines), len({line.split("\t")[5] for line in lines})
        return entries, ids


@pytest.mark.parametrize("ending", [".xml", ".atom"])
@pytest.mark.parametrize(("reader", "programs"), [(Newsboat, ("newsboat",)), (Sfeed, ("sfeed_update", "curl"))])
def test_a_reader_shows_each_entry_once_whatever_becomes_of_it(tmp_path, reader, programs, ending):
    needs(*programs)
    publish(tmp_path, FIRST)
    with served(tmp_path / "site") as root:
        subscribers = [
            (reader(tmp_path / who, root, followed(who, ending)), followed(who, ending)) for who in SUBSCRIBED
        ]
        for files in (FIRST, *EDITIONS.values()):
            publish(tmp_path, files)
            for subscriber, wanted in subscribers:
                subscriber.fetch()
                assert subscriber.shown() == (wanted, wanted)


def test_a_reader_shows_what_is_new_beside_what_it_has(tmp_path):
    needs("newsboat")
    publish(tmp_path, {FILE: MINUTES})
    with served(tmp_path / "site") as root:
        subscriber = Newsboat(tmp_path / "home", root, ["feeds/decisions.xml"])
        subscriber.fetch()
        assert subscriber.shown()[0]["feeds/decisions.xml"] == 1
        publish(tmp_path, FIRST)
        subscriber.fetch()
        assert subscriber.shown()[0]["feeds/decisions.xml"] == 2


def test_sfeed_as_it_comes_shows_each_entry_once_after_a_rebuild_a_correction_and_a_withdrawal(tmp_path):
    needs("sfeed_update", "curl")
    publish(tmp_path, FIRST)
    with served(tmp_path / "site") as root:
        wanted = followed("all", ".xml")
        subscriber = Sfeed(tmp_path / "home", root, wanted, merge="")
        for files in (FIRST, FIRST, CORRECTED, WITHDRAWN):
            publish(tmp_path, files)
            subscriber.fetch()
            assert subscriber.shown() == (wanted, wanted)


def entries(folder, path):
    return {entry.id: entry for entry in feedparser.parse((folder / "site" / path).read_bytes()).entries}


def test_a_withdrawn_decision_stays_and_says_so(tmp_path):
    publish(tmp_path, FIRST)
    before = entries(tmp_path, "feeds/decisions.atom")
    publish(tmp_path, WITHDRAWN)
    after = entries(tmp_path, "feeds/decisions.atom")
    assert list(before) == list(after)
    (gone,) = (entry for entry in after.values() if "Withdrawn on" in entry.content[0].value)
    text = gone.content[0].value
    assert text.startswith("<p><strong>Withdrawn on 8 December 2025.</strong> It named a tenant.</p>")
    assert "towpath be closed" not in text
    assert (gone.published[:10], gone.updated[:10]) == ("2025-11-12", "2025-12-08")


def test_a_renamed_body_s_feeds_stand_at_both_addresses_with_the_ids_that_entries_always_had(tmp_path):
    publish(tmp_path, WITHDRAWN)
    before = entries(tmp_path, "feeds/bodies/cabinet.atom")
    first = feedparser.parse((tmp_path / "site/feeds/bodies/cabinet.atom").read_bytes()).feed.id
    publish(tmp_path, RENAMED)
    for ending in (".xml", ".atom", ".json"):
        old, new = (tmp_path / f"site/feeds/bodies/{name}{ending}" for name in ("cabinet", "executive"))
        assert old.read_bytes() == new.read_bytes()
    now = feedparser.parse((tmp_path / "site/feeds/bodies/executive.atom").read_bytes())
    assert now.feed.id == first
    assert [entry.id for entry in now.entries] == list(before)
    assert all("/meetings/executive/" in entry.link for entry in now.entries)


def test_a_renamed_body_s_calendar_stands_at_both_addresses_with_the_events_that_it_had(tmp_path):
    def events(body):
        return re.findall(rb"^UID:.*$", (tmp_path / f"site/feeds/bodies/{body}.ics").read_bytes(), re.MULTILINE)

    publish(tmp_path, WITHDRAWN)
    before = events("cabinet")
    publish(tmp_path, RENAMED)
    assert len(before) == 1
    assert before == events("cabinet") == events("executive")


def test_corrections_withdrawals_and_new_names_are_told_each_once(tmp_path):
    publish(tmp_path, WITHDRAWN)
    before = entries(tmp_path, "feeds/corrections.atom")
    publish(tmp_path, RENAMED)
    now = entries(tmp_path, "feeds/corrections.atom")
    assert [(entry.title, entry.published[:10]) for entry in now.values()] == [
        ("Renamed: bodies/cabinet", "2026-01-05"),
        ("Withdrawn: Decision 1 of minute 37, Minutes of Executive Board, 4 November 2025", "2025-12-08"),
        ("Corrected: Minutes of Executive Board, 4 November 2025", "2025-12-01"),
    ]
    assert list(before) == list(now)[1:]
    assert "The towpath was misnamed." in list(now.values())[2].content[0].value


def test_without_an_address_there_is_no_feed_with_half_a_link(tmp_path):
    publish(tmp_path, RENAMED | {"content/council.yaml": "format: 1\nid: example\nname: Example Council\n"})
    for file in (tmp_path / "site").rglob("*.json"):
        assert faults(file.read_bytes()) == []


# --- every feed of the council that ships --------------------------------------------------------------------------------


def test_every_feed_is_one_that_feedparser_finds_no_fault_in(example):
    folder = example / "build/site/feeds"
    found = [file for file in sorted(folder.rglob("*")) if file.suffix in (".xml", ".atom")]
    assert len(found) > 100
    for file in found:
        feed = feedparser.parse(file.read_bytes())
        assert not feed.bozo, (file, feed.get("bozo_exception"))
        assert feed.version == {".xml": "rss20", ".atom": "atom10"}[file.suffix], file
        ids = [entry.id for entry in feed.entries]
        assert len(set(ids)) == len(ids), file


def test_every_json_feed_keeps_the_published_rules_and_tells_the_same_as_its_atom(example):
    folder = example / "build/site/feeds"
    found = sorted(folder.rglob("*.json"))
    assert len(found) > 50
    for file in found:
        assert faults(file.read_bytes()) == [], file
        ids = [item["id"] for item in json.loads(file.read_text(encoding="utf-8"))["items"]]
        assert ids == [entry.id for entry in feedparser.parse(file.with_suffix(".atom").read_bytes()).entries], file


SOUND = {"version": VERSION, "title": "News", "items": [{"id": "1", "content_text": "x"}]}


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"version": "1.1"}, "version"),
        ({"title": ""}, "title"),
        ({"items": None}, "items"),
        ({"items": [{"content_text": "x"}]}, "no id"),
        ({"items": [{"id": 5, "content_text": "x"}]}, "id is no text"),
        ({"items": [{"id": "1"}]}, "neither"),
        ({"items": [*SOUND["items"], *SOUND["items"]]}, "2 times"),
        ({"items": [{"id": "1", "content_text": "x", "date_published": "4 November 2025"}]}, "RFC 3339"),
        ({"items": [{"id": "1", "content_text": "x", "url": "meetings/"}]}, "no whole address"),
        ({"items": [{"id": "1", "content_text": "x", "tags": "x"}]}, "tags"),
        ({"feed_url": "/feeds/x.json"}, "no whole address"),
        ({"publisher": "x"}, "no member"),
        ({"authors": [{}]}, "author"),
    ],
)
def test_the_rules_refuse_what_is_wrong(changes, fault):
    assert faults(json.dumps(SOUND).encode()) == []
    (told,) = faults(json.dumps(SOUND | changes).encode())
    assert fault in told
