"""The agenda at the front of a pack: its items, motions and questions, who is called to the meeting, and when notice was given."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from minutebook.agenda_model import Agenda, AgendaBlock, AgendaItem, Motion, Question, SubItem
from minutebook.identity import agenda_item_key
from minutebook.importers import (
    agenda_items,
    agenda_unnumbered,
    dates,
    decisions,
    flow,
    heading,
    narrative,
    notice,
    question_papers,
    sections,
    titles,
)
from minutebook.importers.agenda_items import Part
from minutebook.importers.blocks import Reading, TextBlock, printed
from minutebook.importers.motions import movers
from minutebook.importers.report import ReportLine
from minutebook.model import Attendee, Block, List, Note, Paragraph, Quotation, Source, Table
from minutebook.problems import Location
from minutebook.text import block_lines

_CALLED = re.compile(
    r"\bagenda\b|\bnotice of (?:the )?meeting\b|\bsummon(?:s|ed)\b|\bto be held\b|\bmembership\b", re.IGNORECASE
)
_PRESENT = re.compile(r"(?:those |members |also |councillors )*present\b[^.]{0,40}:?.*", re.IGNORECASE)
Kind = TypeVar("Kind", AgendaItem, SubItem)
_QUESTIONS = (r"\bwritten questions?\b", r"\bquestions? on notice\b|\bmembers[’']? questions\b", r"\bquestions?\b")


@dataclass(frozen=True, slots=True)
class AgendaDraft:
    """An agenda as it was read. ``agenda.body`` is the body's name as printed, empty where the pack does not say it:
    the registers make it an id. ``agenda.source.lines`` are the lines that it was read from, its booklet apart.
    """

    agenda: Agenda
    report: tuple[ReportLine, ...]


def read(
    blocks: Sequence[TextBlock], known_bodies: Collection[str] = (), minuted: Collection[tuple[int, int]] = ()
) -> AgendaDraft | None:
    """The agenda with which a document begins; None where it begins with none.

    ``blocks`` are those of the whole document, ``known_bodies`` names in the register, ``minuted`` the first and last
    line of each stretch of minutes in it.
    """
    mended = flow.mend(Reading(tuple(blocks)))
    blocks = mended.blocks
    minutes = _within(blocks, minuted)
    ends = [there or _attends(block) for block, there in zip(blocks, minutes, strict=True)]
    found = agenda_items.find(blocks, ends) or agenda_unnumbered.find(blocks, ends)
    if found is None:
        return None
    items = found.items
    front = blocks[: found.first]
    head = heading.read(front, known_bodies)
    if head.date is None or not _is_agenda(front, items, found.tail):
        return None
    booklet = question_papers.find(blocks, [not there for there in minutes], head.date)
    tail = _before_questions(found.tail, booklet.questions)
    made, said = _items(items, booklet.questions)
    told = notice.read(_unread(front, head), tail, head.date)
    agenda = Agenda(
        body=head.body or booklet.body or _body_of_last_minutes(blocks, items), date=head.date, start=head.start, place=head.place,
        status=told.status, moved_to=told.moved_to, notice=told.date, source=Source(title=head.title, lines=(blocks[0].line, (tail or front or blocks)[-1].last_line)),
        membership=tuple(Attendee(name) for name in told.membership), invited=tuple(Attendee(name) for name in told.invited),
        items=made,
    )  # fmt: skip
    report = (*mended.report, *found.report, *head.report, *said, *told.report)
    last = agenda.source.lines[1]
    return AgendaDraft(agenda, tuple(sorted(line for line in {*report} if line.line <= last or line in said)))


def _within(blocks: Sequence[TextBlock], spans: Collection[tuple[int, int]]) -> list[bool]:
    """Of each block, whether it stands in one of the stretches of lines."""
    ordered = sorted(spans)
    inside, at = [], 0
    for block in blocks:
        while at < len(ordered) and ordered[at][1] < block.line:
            at += 1
        inside.append(at < len(ordered) and ordered[at][0] <= block.line)
    return inside


def _attends(block: TextBlock) -> bool:
    """Whether a block begins to say who met: what follows is the record of a meeting, and no agenda."""
    return not block.label and len(block.text) <= 200 and bool(_PRESENT.fullmatch(block.text))


def _is_agenda(front: Sequence[TextBlock], items: Sequence[Part], tail: Sequence[TextBlock]) -> bool:
    """Whether numbered lines are an agenda: pages are printed beside some, or the papers around them say so."""
    paged = any(part.pages[0] for part in agenda_items.parts_of(items))
    said = any(_CALLED.search(printed(block)) for block in (*front, *tail) if len(block.text) <= 400)
    return len(items) > 1 and (paged or said)


def _unread(front: Sequence[TextBlock], head: heading.Heading) -> list[TextBlock]:
    """What stands before the first item and says neither what meets when and where, nor that public business begins."""
    return [
        block for place, block in enumerate(front)
        if place not in head.used and (block.label or sections.section_of(block.text) is None)
    ]  # fmt: skip


def _before_questions(tail: Sequence[TextBlock], questions: Sequence[Question]) -> Sequence[TextBlock]:
    """The notice below the items, without the booklet of questions that may follow it and the headings of that."""
    lines = {question.location.line for question in questions}
    end = next((place for place, block in enumerate(tail) if block.line in lines), len(tail))
    while 0 < end < len(tail) and tail[end - 1].kind == "heading":
        end -= 1
    return tail[:end]


def _body_of_last_minutes(blocks: Sequence[TextBlock], items: Sequence[Part]) -> str:
    """The body whose earlier minutes are to be agreed and stand in the pack: an item names their day, their heading the body."""
    days = {
        found.date for part in agenda_items.parts_of(items) if re.search(r"\bminutes\b", part.title, re.IGNORECASE)
        for found in dates.dates_in(part.title)
    }  # fmt: skip
    for block in blocks if days else ():
        if len(block.text) <= 400 and re.match(r"minutes of\b", block.text, re.IGNORECASE):
            said = titles.facts(block.text)
            if said.date in days and said.body:
                return titles.cased(said.body)
    return ""


# --- items -----------------------------------------------------------------------------------------------------------


def _items(
    parts: Sequence[Part], questions: Sequence[Question]
) -> tuple[tuple[AgendaItem, ...], tuple[ReportLine, ...]]:
    """The items of the model, and what was guessed in making them."""
    report: list[ReportLine] = []
    holder = _holder_of_questions(parts) if questions else None
    if questions and holder is None:
        said = "written questions stand here, and no item of the agenda is for questions; they were left out"
        lost = " – ".join(_printed_question(question) for question in questions)
        report.append(ReportLine(questions[0].location.line, "unplaced", said, lost))
    elif questions and holder:
        said = f"{len(questions)} written questions were put under {holder.number} {holder.title}"
        report.append(ReportLine(questions[0].location.line, "inferred", said))
    items = []
    for part in parts:
        own = [
            SubItem(
                inner.number, inner.title, inner.pages, inner.source,
                _blocks(inner, questions if inner is holder else (), report), location=Location("", inner.line),
            )
            for inner in part.parts
        ]  # fmt: skip
        blocks = _blocks(part, questions if part is holder else (), report)
        items.append(
            AgendaItem(
                part.number, part.title, part.section, part.heading, part.pages, part.source, blocks, _keyed(own),
                location=Location("", part.line),
            )
        )  # fmt: skip
    return _keyed(items), tuple(report)


def _printed_question(question: Question) -> str:
    """A question and its answer with all their words."""
    facts = (f"Question {question.number}".strip(), question.asked_by, question.put_to, question.subject)
    text = (line for block in (*question.blocks, *question.answer) for line in block_lines(block))
    return " – ".join(part for part in (*facts, *text) if part)


def _keyed(items: Iterable[Kind]) -> tuple[Kind, ...]:
    """Items with an id of its own for each whose number or label is taken."""
    taken: set[str] = set()
    last: dict[str, int] = {}
    keyed: list[Kind] = []
    for item in items:
        key = own = agenda_item_key(item)
        while own in taken:
            last[key] = last.get(key, 1) + 1
            own = f"{key}-{last[key]}"
        taken.add(own)
        keyed.append(item if own == key else replace(item, key=own))
    return tuple(keyed)


def _holder_of_questions(parts: Sequence[Part]) -> Part | None:
    """The item or part under which written questions stand: the one whose title says so most clearly."""
    for wanted in _QUESTIONS:
        for part in agenda_items.parts_of(parts):
            if re.search(wanted, part.title, re.IGNORECASE) and "oral" not in part.title.lower():
                return part
    return None


# --- text ------------------------------------------------------------------------------------------------------------


def _blocks(part: Part, questions: Sequence[Question], report: list[ReportLine]) -> tuple[AgendaBlock, ...]:
    """The text of an item or part: each motion with what stands below the line that names its movers."""
    made: list[AgendaBlock] = []
    moved, start = movers(part.title), 0
    for at in range(len(part.text) + 1):
        names = movers(part.text[at].text) if at < len(part.text) else None
        if names is None and at < len(part.text):
            continue
        made += _motion_or_text(part.text[start:at], moved, report)
        if names is None:
            break
        if at + 1 == len(part.text):  # a mover without a motion below
            made.append(Paragraph(printed(part.text[at]), Location("", part.text[at].line)))
        moved, start = names, at + 1
    return _apart([*made, *questions])


def _motion_or_text(
    text: Sequence[TextBlock], moved: tuple[str, str] | None, report: list[ReportLine]
) -> list[AgendaBlock]:
    read, said = narrative.read(text, decisions.reader(()))
    report.extend(line for line in said if line.what != "inferred")
    blocks = [block for one in read for block in _admitted(one)]
    if moved is None or not blocks:
        return blocks
    quoted = _apart([inner for block in blocks for inner in _narrow(block)])
    return [Motion(cast("tuple[Paragraph | List, ...]", quoted), *moved, location=Location("", text[0].line))]


def _admitted(block: Block) -> Iterator[AgendaBlock]:
    """A block as an agenda may hold it: decisions, votes and sub-headings are paragraphs here."""
    if isinstance(block, Paragraph | Note | Table | List | Quotation):
        yield block
    else:
        yield from (Paragraph(line, block.location) for line in block_lines(block))


def _narrow(block: AgendaBlock) -> Iterator[Paragraph | List]:
    """A block as a motion's text may hold it."""
    match block:
        case Paragraph() | List():
            yield block
        case Quotation(blocks=blocks):
            yield from blocks
        case Note() | Table():
            yield from (Paragraph(line, block.location) for line in block_lines(block))


def _apart(blocks: Sequence[AgendaBlock]) -> tuple[AgendaBlock, ...]:
    """The blocks, lists that directly follow one another made one."""
    joined: list[AgendaBlock] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if isinstance(block, List) and isinstance(last, List):
            joined[-1] = replace(last, entries=(*last.entries, *block.entries))
        else:
            joined.append(block)
    return tuple(joined)
