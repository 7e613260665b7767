"""What became of rows of registers that were published and are gone: corrected words, or withdrawn.

The id of such a row hangs on the words that it was read from (``cabinet/2025-11-04/37/sum-97a46042``). Where those words are
corrected, the row has a new id: the table ``redirects`` leads from the old one to it. Where no row of the minute can be
said to be it, the old id stands in ``withdrawals``, and never means anything else. Both are kept from release to release. What
the council itself has redirected or withdrawn, and all that stands below it, is the council's to tell.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from minutebook.contract import Contract, Schema
from minutebook.packages.published import Cells, Published, in_csv
from minutebook.problems import Location
from minutebook.tables import Row, Tables

REDIRECTS, WITHDRAWALS = "redirects", "withdrawals"
CORRECTED = "The words that it was read from were corrected."
GONE = "The words that it was read from are gone, or are read otherwise."

_MARKED = re.compile(r"(?P<place>.+)/[a-z]+(?:-[a-z]+)*-[0-9a-f]{8}(?:-\d+)?")
"""A row's id: the id of its minute or agenda item, and the mark of its words."""

_SAME_WORDS = 80
"""Words no less alike than this, of 100, are the same words corrected (rapidfuzz's normalised edit distance)."""

_COMPARED = 2_000  # so many characters of two texts are compared


@dataclass(frozen=True, slots=True)
class _Register:
    """A table whose rows have such ids: its key, and the columns that say what a row states."""

    name: str
    key: str
    stating: tuple[str, ...]


def with_lasting_rows(tables: Tables, contract: Contract, date: dt.date, last: Published) -> Tables:
    """The tables, with redirects and withdrawals for every row of a register that a last package had."""
    registers = tuple(_registers(contract))
    here = {str(row.values[register.key]) for register in registers for row in tables[register.name]}
    told = {cells["old"]: cells for cells in last.tables.get(REDIRECTS, ()) if _MARKED.fullmatch(cells["old"])}
    gone = {cells["id"]: cells for cells in last.tables.get(WITHDRAWALS, ()) if _MARKED.fullmatch(cells["id"])}
    moved = {old: (cells["new"], dt.date.fromisoformat(cells["date"])) for old, cells in told.items()}
    ended = {was: dt.date.fromisoformat(cells["date"]) for was, cells in gone.items()}
    for register in registers:
        before = {cells[register.key]: cells for cells in last.tables.get(register.name, ())}
        missing = {was: cells for was, cells in before.items() if _MARKED.fullmatch(was) and was not in here}
        for was, now in _paired(register, missing, before, tables[register.name]).items():
            if now:
                moved[was] = (now, date)
            else:
                ended[was] = date
    declared = {str(row.values["old"]) for row in tables[REDIRECTS]} | {
        str(row.values["id"]) for row in tables[WITHDRAWALS]
    }
    return _with_rows(tables, _straight(moved, ended, here, date), declared, here)


def _registers(contract: Contract) -> Iterator[_Register]:
    schemas = contract.schemas
    keys = {schema.primary_key[0] for schema in schemas.values() if "evidence" in _names(schema)}
    for name, schema in schemas.items():
        if "evidence" in _names(schema) and len(schema.primary_key) == 1:
            apart = {*keys, "position", "evidence", "source_file", "source_line"}
            yield _Register(name, schema.primary_key[0], tuple(f for f in _names(schema) if f not in apart))


def _names(schema: Schema) -> tuple[str, ...]:
    return tuple(field.name for field in schema.fields)


def _paired(
    register: _Register, missing: Mapping[str, Cells], before: Collection[str], rows: Iterable[Row]
) -> Mapping[str, str]:
    """Each row that is missing, to the new row of its minute that states the same or has its words corrected, or to ""."""
    if not missing:
        return {}
    places = {_place(was) for was in missing}
    fresh = [
        {name: in_csv(value) for name, value in row.values.items()}
        for row in rows
        if (now := str(row.values[register.key])) not in before and _place(now) in places
    ]
    found = dict.fromkeys(missing, "")
    for like in (_states_the_same, _same_words):
        taken = {now for now in found.values() if now}
        fits = {
            was: [
                new[register.key]
                for new in fresh
                if new[register.key] not in taken
                and _place(new[register.key]) == _place(was)
                and like(register, cells, new)
            ]
            for was, cells in missing.items()
            if not found[was]
        }
        claimed = [now for those in fits.values() for now in those]
        found |= {was: those[0] for was, those in fits.items() if len(those) == 1 and claimed.count(those[0]) == 1}
    return found


def _place(row: str) -> str:
    return row.rpartition("/")[0]


def _states_the_same(register: _Register, was: Cells, now: Cells) -> bool:
    return all(was.get(column, "") == now[column] for column in register.stating)


def _same_words(_: _Register, was: Cells, now: Cells) -> bool:
    return fuzz.ratio(was.get("evidence", "")[:_COMPARED], now["evidence"][:_COMPARED]) >= _SAME_WORDS


def _straight(
    moved: Mapping[str, tuple[str, dt.date]], ended: Mapping[str, dt.date], here: Collection[str], date: dt.date
) -> tuple[Mapping[str, tuple[str, dt.date]], Mapping[str, dt.date]]:
    """Redirects that lead straight to a row that is there, and withdrawals; what led to a row that ended has ended too."""
    leads: dict[str, tuple[str, dt.date]] = {}
    over = dict(ended)
    for was, (new, since) in moved.items():
        now = new
        while now not in here and now in moved:
            now = moved[now][0]
        if now in here:
            leads[was] = (now, since if now == new else date)
        else:
            over[was] = over.get(now, date)
    return leads, over


def _with_rows(
    tables: Tables,
    found: tuple[Mapping[str, tuple[str, dt.date]], Mapping[str, dt.date]],
    declared: Collection[str],
    here: Collection[str],
) -> Tables:
    leads, over = found
    listed = Location("data/redirects.csv"), Location("data/withdrawals.csv")
    redirects = (
        Row({"old": was, "new": now, "date": since, "reason": CORRECTED}, listed[0])
        for was, (now, since) in sorted(leads.items())
        if was not in here and not _told(was, declared)
    )
    withdrawals = (
        Row({"id": was, "date": since, "reason": GONE}, listed[1])
        for was, since in sorted(over.items())
        if was not in here and not _told(was, declared)
    )
    return {
        **tables,
        REDIRECTS: (*tables[REDIRECTS], *redirects),
        WITHDRAWALS: (*tables[WITHDRAWALS], *withdrawals),
    }


def _told(was: str, declared: Collection[str]) -> bool:
    """Whether the council itself says what became of an id, or of what it stands below."""
    parts = was.split("/")
    above = {"/".join(parts[:length]) for length in range(1, len(parts) + 1)}
    return not above.isdisjoint(declared) or f"bodies/{parts[0]}" in declared
