"""Random faults in a valid package: each row that breaks the contract is told at the line of the minutes that it came from."""

from __future__ import annotations

import re
from copy import deepcopy
from random import Random

import pytest
from frictionless import Package

from minutebook.packages import verify_package
from packages.mutating import broken_rows, mutate, read, written
from packages_made import CONTRACT, files, tables, write

CONTRACTUAL = {"D006", "D007", "D008", "D009", "D010", "D011", "D012"}
BATCH = 200


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """The folder of a valid package, and its cells."""
    folder = write(files(), tmp_path_factory.mktemp("mutated"))
    return folder, {name: read(files()[f"{name}.csv"].content) for name in CONTRACT.schemas}


def told(folder, codes=CONTRACTUAL):
    """The rows that the verification names, and where it places each."""
    for problem in verify_package(folder, tables()):
        if problem.code in codes:
            table, row = re.match(r"table (\w+), row (\d+)", problem.message).groups()
            yield (table, int(row)), problem.location


def campaign(package, seed):
    folder, whole = package
    cells = deepcopy(whole)
    mutate(cells, CONTRACT, Random(seed), BATCH)
    for name, schema in CONTRACT.schemas.items():
        (folder / f"{name}.csv").write_bytes(written(schema, cells[name]))
    found, wanted = dict(told(folder)), broken_rows(cells, CONTRACT)
    differing = sorted(found.keys() ^ wanted)
    assert not differing, [(place, place in wanted, cells[place[0]][place[1] - 2]) for place in differing[:5]]
    assert all(where == tables()[name][row - 2].location for (name, row), where in found.items())
    return len(wanted)


def test_a_valid_package_has_no_row_that_breaks_the_contract(package):
    assert broken_rows(package[1], CONTRACT) == set()


def test_every_broken_row_of_some_hundred_mutations_is_told_at_its_line(package):
    assert campaign(package, seed=0) > BATCH / 4
    folder, _ = package
    report = Package(str(folder / "datapackage.json")).validate(limit_errors=10_000)
    theirs = {
        (task.name, error.row_number) for task in report.tasks for error in task.errors if error.type == "foreign-key"
    }
    ours = {place for place, _ in told(folder, {"D011"})}
    assert theirs == ours
    assert ours


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_every_broken_row_of_ten_thousand_mutations_is_told_at_its_line(package):
    assert sum(campaign(package, seed) for seed in range(1, 10_000 // BATCH + 1)) > 2_000
