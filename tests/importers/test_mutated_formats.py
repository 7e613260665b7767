"""Damaged documents of every format, in processes of their own: imported, drafted or refused, in time and in one gigabyte."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import minutebook

TESTS = Path(__file__).resolve().parents[1]
ENDINGS = {"x.docx", "x.htm", "x.html", "x.md", "x.pdf", "x.txt", "x.xml"}


def campaign(first, end):
    """The lines of one process, and what ended it if it did not reach the end: the seed and the reason."""
    paths = os.pathsep.join((str(TESTS), str(Path(minutebook.__file__).parents[1])))
    done = subprocess.run(
        [sys.executable, "-m", "importers.mutant_campaign", str(first), str(end)],
        capture_output=True, text=True, cwd=TESTS, env={**os.environ, "PYTHONPATH": paths}, check=False,
    )  # fmt: skip
    said = [json.loads(line) for line in done.stdout.splitlines()]
    if done.returncode == 0:
        return said, []
    seed = said[-1]["seed"] + 1 if said else first
    why = (
        "it took more than 10 seconds" if done.returncode in (-signal.SIGPROF, -signal.SIGALRM) else done.stderr[-2000:]
    )
    return said, [f"seed {seed} ended the process ({done.returncode}): {why}"]


def log(said, first, end):
    """What became of the documents: in all, of each format, and the slowest."""
    yield f"seeds {first} to {end - 1}: {len(said)} documents, {dict(Counter(line['outcome'] for line in said))}"
    for ending in sorted(ENDINGS):
        yield f"  {ending[1:]:<6} {dict(Counter(line['outcome'] for line in said if line['name'] == ending))}"
    for slow in sorted(said, key=lambda line: -line["seconds"])[:3]:
        yield f"  slow: seed {slow['seed']}, {slow['name']}, {slow['bytes']:,} bytes, {slow['seconds']} s"


def hold(first, end, step, capsys):
    """Run a campaign in processes of so many documents each, print its log, and hold it to what must be."""
    spans = [(at, min(at + step, end)) for at in range(first, end, step)]
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        results = list(pool.map(lambda span: campaign(*span), spans))
    said = [line for lines, _ in results for line in lines]
    ended = [why for _, found in results for why in found]
    with capsys.disabled():
        print("\n" + "\n".join(log(said, first, end)))
    faults = [
        f"seed {line['seed']}, {line['name']}: {line['traceback']}" for line in said if line["outcome"] == "fault"
    ]
    assert not ended + faults, "\n".join((ended + faults)[:5])
    assert [line["seed"] for line in said] == list(range(first, end))
    assert {line["name"] for line in said} == ENDINGS
    assert {line["outcome"] for line in said} == {"imported", "drafted", "refused"}


def test_damaged_documents_of_every_format_are_imported_drafted_or_refused(capsys):
    hold(0, 300, 300, capsys)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_twenty_thousand_damaged_documents_are_imported_drafted_or_refused(capsys):
    hold(0, 20_000, 1000, capsys)
