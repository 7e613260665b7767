"""A file that stands where an imported document would go: whether it is of the same meeting, and what of it stays.

Ids, the day of publication and corrections were published, and stay whatever comes; what a clerk decided of the text stays
while the text does.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal

from minutebook.agenda_model import Agenda
from minutebook.importers.fidelity import words
from minutebook.importers.keeping import with_ids_of
from minutebook.model import Meeting
from minutebook.reading import Record
from minutebook.report_model import Report
from minutebook.text import item_text

_SAME = 0.6
"""The share of the words of minutes that stand in items which another version holds unchanged, at the least."""
_SHOWN = 90
"""Characters of a line that are shown where two files differ."""
_ELSEWHERE = "these are the minutes that are there already, from another document"
_WHOLE = "the full minutes of this meeting are there already"
_COMPLETED = "these full minutes take the place of an extract, and keep its ids and its day of publication"
_VERSION = "this is another version of these minutes: ids, the day of publication and corrections stay, and it is to be reviewed anew"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a file: the record that would be written instead, and why. ``kept`` is that record with all that a
    clerk decided, so that only the words differ from what stands.
    """

    status: Literal["replaced", "completed", "unchanged"]
    record: Record
    kept: Record
    note: str = ""


def is_of(there: Record, record: Record) -> bool:
    """Whether a file is of the same meeting, agenda or report as a record that would have its place."""
    if isinstance(there, Report) or isinstance(record, Report):
        same = isinstance(there, Report) and isinstance(record, Report) and there.title == record.title
        return same or _same_lines(there, record)
    if _same_lines(there, record) or there.start is None or record.start is None or there.start == record.start:
        return True
    return isinstance(there, Meeting) and isinstance(record, Meeting) and _are_versions(there, record)


def _same_lines(there: Record, record: Record) -> bool:
    """Whether a file was imported from the same lines of the same document, whatever a clerk has changed in it since."""
    (first, last), (begin, end) = there.source.lines, record.source.lines
    return there.source.sha256 == record.source.sha256 and (not last or not end or (begin <= last and first <= end))


def _are_versions(there: Meeting, meeting: Meeting) -> bool:
    """Whether two minutes of one day are of one meeting, whose beginning one of them has wrong: they do not end at different
    hours, and most of their words stand in items that are the same in both.
    """
    if there.end and meeting.end and there.end != meeting.end:
        return False
    texts = {(item.number, tuple(words(item_text(item)))) for item in there.items}
    lengths = [
        (len(said), (item.number, tuple(said)) in texts) for item in meeting.items if (said := words(item_text(item)))
    ]
    return sum(length for length, same in lengths if same) > _SAME * sum(length for length, _ in lengths)


def against(there: Record, record: Record) -> Outcome:
    """What becomes of a file that stands, where a document gives another record for its place."""
    same_source = there.source.sha256 == record.source.sha256 and bool(record.source.sha256)
    if not same_source and isinstance(there, Meeting) and isinstance(record, Meeting):
        if record.extract and not there.extract:
            return Outcome("unchanged", there, there, _WHOLE)
        if there.extract and not record.extract:
            whole = replace(with_ids_of(there, record), published=there.published, corrections=there.corrections)
            return Outcome("completed", whole, whole, _COMPLETED)
    again, kept = _kept(there, record)
    stands = replace(there, sequence=kept.sequence) if not isinstance(there, Report) else there
    if same_source:
        return Outcome("unchanged" if kept == stands else "replaced", again, kept)
    kept = replace(kept, source=there.source)
    if kept == stands:
        return Outcome("unchanged", there, kept, _ELSEWHERE)
    if isinstance(again, Meeting) and isinstance(there, Meeting):
        again = replace(again, corrections=there.corrections)
    return Outcome("replaced", again, kept, _VERSION)


def _kept(there: Record, record: Record) -> tuple[Record, Record]:
    """A record as it would be written, and with all that a clerk may have decided about it."""
    source = replace(record.source, url=there.source.url, file=there.source.file)
    if isinstance(there, Meeting) and isinstance(record, Meeting):
        again = replace(with_ids_of(there, record), published=there.published)
        return again, replace(
            again, reviewed=there.reviewed, status=there.status, corrections=there.corrections, extract=there.extract,
            source=source, unplaced=there.unplaced,
        )  # fmt: skip
    if isinstance(there, Report) and isinstance(record, Report):
        attached = replace(record, published=there.published)
        return attached, replace(attached, reviewed=there.reviewed, source=source)
    called = replace(record, published=there.published)
    if isinstance(there, Agenda) and isinstance(called, Agenda):
        return called, replace(
            called, reviewed=there.reviewed, status=there.status, moved_to=there.moved_to, source=source,
            unplaced=there.unplaced,
        )  # fmt: skip
    return called, called


def difference(there: str, text: str) -> str:
    """How a file differs from another text, in words: in how many lines, and the first of them."""
    old, new = there.splitlines(), text.splitlines()
    first = next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new))
    )
    gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
    count = max(gone.total(), come.total(), 1)
    stands, would = (_short(lines[first]) if first < len(lines) else "nothing" for lines in (old, new))
    return f"in {count} line{'s' * (count > 1)}, the first of them line {first + 1}: {stands} would become {would}"


def _short(line: str) -> str:
    line = line.strip()
    return f"'{line}'" if len(line) <= _SHOWN else f"'{line[: _SHOWN - 1]}…'"
