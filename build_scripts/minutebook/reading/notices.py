"""What stands below an item of an agenda: its source, text, and motions and questions of which notice was given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutebook.agenda_model import AgendaBlock, Motion, Question
from minutebook.model import BULLET, List, Note, Paragraph, Quotation, Subheading, Table
from minutebook.problems import Location, Problem
from minutebook.reading.blocks import Line, read_marked
from minutebook.reading.decisions import NOTE
from minutebook.reading.inline import Passage, fold, segments

SOURCE = "Source:"
MOTION_LINES = {"Moved by": "moved_by", "Seconded by": "seconded_by"}
QUESTION_LINES = {"Asked by": "asked_by", "Put to": "put_to", "Subject": "subject"}
"""The lines below a motion and a question, in their canonical order, and what each says."""

_QUESTION = re.compile(r"Question(?: (?P<number>[A-Za-z0-9/().-]{1,20}))?")
_ALONE = "**Motion**, **Question 1** or **Answer** alone on its line"


@dataclass(frozen=True, slots=True)
class _Source:
    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class _Answer:
    location: Location


_Read = Paragraph | Note | Motion | Question | _Source | _Answer | Subheading | Table | Quotation | List


def read_text(lines: list[Line], problems: list[Problem]) -> tuple[str, tuple[AgendaBlock, ...]]:
    """The source of an item's papers, and the blocks of its text."""
    blocks: Sequence[_Read] = read_marked(lines, lambda raw: _paragraph(raw, problems), problems)
    source = ""
    if blocks and isinstance(blocks[0], _Source):
        source, blocks = blocks[0].text, blocks[1:]
    return source, _joined(blocks, problems)


def _paragraph(
    raw: Passage, problems: list[Problem]
) -> Paragraph | Note | Motion | Question | _Source | _Answer | None:
    """Read one paragraph for its mark. Motions and questions are returned without their text, which follows them."""
    runs, where = segments(raw, problems), raw.location
    text = fold("".join(run.text for run in runs)).strip()
    if not any(run.bold for run in runs):
        return Paragraph(text, where) if text else None
    mark, rest = runs[0].text, fold("".join(run.text for run in runs[1:])).strip()
    if not runs[0].bold or any(run.bold for run in runs[1:]):
        mark = ""
    if mark in {NOTE, SOURCE}:
        if not rest:
            problems.append(Problem(where, "M007", f"nothing after **{mark}**", f"**{mark}** and its text"))
            return None
        return Note(rest, where) if mark == NOTE else _Source(rest, where)
    question = _QUESTION.fullmatch(mark)
    if question and not rest:
        return Question((), question["number"] or "", location=where)
    if mark in {"Motion", "Answer"} and not rest:
        return Motion((), location=where) if mark == "Motion" else _Answer(where)
    wanted = f"**{SOURCE}** or **{NOTE}** and text, {_ALONE}, or plain text"
    problems.append(Problem(where, "M007", f"bold text that is no mark of an agenda: {raw.text[:60]!r}", wanted))
    return Paragraph(text, where) if text else None


def _joined(blocks: Sequence[_Read], problems: list[Problem]) -> tuple[AgendaBlock, ...]:
    """Motions and questions with the lists and quotations that directly follow them."""
    joined: list[AgendaBlock] = []
    place = 0
    while place < len(blocks):
        block = blocks[place]
        place += 1
        match block:
            case Motion():
                block, place = _motion(block, blocks, place, problems)
                joined.extend([block] if block.blocks else [])
            case Question():
                block, place = _question(block, blocks, place, problems)
                joined.extend([block] if block.blocks else [])
            case _Answer():
                wanted = "**Answer** and its quotation directly below a question's"
                problems.append(Problem(block.location, "G006", "an answer to no question", wanted))
            case _Source():
                told, wanted = (
                    "a source that is not the first below its heading",
                    f"**{SOURCE}** once, directly below it",
                )
                problems.append(Problem(block.location, "G003", told, wanted))
            case Subheading():  # headings were read before: nothing that begins with # is left
                joined.append(Paragraph(block.text, block.location))
            case _:
                joined.append(block)
    return tuple(joined)


def _motion(mark: Motion, blocks: Sequence[_Read], place: int, problems: list[Problem]) -> tuple[Motion, int]:
    said, place = _lines(blocks, place, MOTION_LINES, problems)
    text, place = _quoted(blocks, place, mark.location, "a motion", problems)
    return Motion(text, said.get("moved_by", ""), said.get("seconded_by", ""), mark.location), place


def _question(mark: Question, blocks: Sequence[_Read], place: int, problems: list[Problem]) -> tuple[Question, int]:
    said, place = _lines(blocks, place, QUESTION_LINES, problems)
    text, place = _quoted(blocks, place, mark.location, "a question", problems)
    answer = blocks[place] if text and place < len(blocks) else None
    answered: tuple[Paragraph | List, ...] = ()
    if isinstance(answer, _Answer):
        answered, place = _quoted(blocks, place + 1, answer.location, "an answer", problems)
    asked, put, subject = (said.get(key, "") for key in QUESTION_LINES.values())
    return Question(text, mark.number, asked, put, subject, answered, mark.location), place


def _lines(
    blocks: Sequence[_Read], place: int, known: dict[str, str], problems: list[Problem]
) -> tuple[dict[str, str], int]:
    """What the list below a mark says: ``- Moved by: Councillor A Example``."""
    below = blocks[place] if place < len(blocks) else None
    if not isinstance(below, List):
        return {}, place
    said: dict[str, str] = {}
    for entry in below.entries:
        name, _, value = entry.text.partition(": ")
        if entry.label != BULLET or entry.blocks or name not in known or not value or known[name] in said:
            wanted = ", ".join(f"- {key}: …" for key in known) + ", each once"
            problems.append(
                Problem(entry.location, "G005", f"no line that may stand here: {entry.text[:60]!r}", wanted)
            )
        else:
            said[known[name]] = value
    return said, place + 1


def _quoted(
    blocks: Sequence[_Read], place: int, where: Location, what: str, problems: list[Problem]
) -> tuple[tuple[Paragraph | List, ...], int]:
    below = blocks[place] if place < len(blocks) else None
    if isinstance(below, Quotation):
        return below.blocks, place + 1
    wanted = "its text as a quotation (> …) directly below"
    problems.append(Problem(where, "G004", f"{what} without its text", wanted))
    return (), place
