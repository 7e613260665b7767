"""Who met, where it is minuted as an item ("1. Present"), or stands below one, and not before the first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutebook.importers import attendance, evidence, persons
from minutebook.importers.attendance import Attendance
from minutebook.importers.blocks import TextBlock, printed
from minutebook.importers.report import ReportLine

_TITLE = re.compile(
    r"(?:(?:those|members|councillors|record of) )*(?:present|(?:in )?attendance|attendees|attending|persons present)",
    re.IGNORECASE,
)


def read(title: str, blocks: Sequence[TextBlock]) -> Attendance:
    """The attendance in the text of one item; nothing where the item says nothing of it. The words stay in the item."""
    titled = bool(_TITLE.fullmatch(title.strip(" :.")))
    run = _labelled(title, blocks) if titled else _from_label(blocks)
    met = attendance.read(run)
    named = [who.printed for group in met.groups for who in group.people]
    is_somebody = persons.is_person if titled and len(met.used) == len(run) else persons.is_surely_person
    if not named or not all(map(is_somebody, named)):
        return Attendance()
    said = "who met is minuted here, and was put into the front matter too"
    return replace(met, report=(ReportLine(run[0].line, "inferred", said, printed(run[0])),), used=frozenset())


def _labelled(title: str, blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """The item's text, headed by its title where no label of its own stands first."""
    if not blocks or evidence.says_who_met(blocks[0]):
        return list(blocks)
    label = replace(blocks[0], kind="paragraph", text=title.strip(" :.") + ":", label="", cells=(), bold=())
    return [label, *blocks]


def _from_label(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """The blocks from the first that begins to say who met, as far as they are such labels and people."""
    run: list[TextBlock] = []
    for block in blocks:
        names = persons.names_surely(" ".join(block.cells) or block.text)
        if evidence.says_who_met(block) or (run and (":" in block.text[:90] or names)):
            run.append(block)
        elif run:
            break
    return run
