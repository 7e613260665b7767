"""The text of one item: its blocks to paragraphs, lists, tables, sub-headings, decisions, notes and votes of the model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from minutebook.importers import decisions, evidence, labels, lists, rows_and_quotations, votes
from minutebook.importers.blocks import TextBlock, all_bold, printed
from minutebook.importers.labels import is_bullet
from minutebook.importers.report import ReportLine
from minutebook.model import (
    BULLET,
    Block,
    Decision,
    Entry,
    List,
    Note,
    Paragraph,
    Subheading,
    Vote,
)
from minutebook.problems import Location
from minutebook.reading.decisions import NOTE, RECORDED_VOTE

_BARE_CLAUSE = re.compile(
    r"(?:That|To|(?:Accept|Acknowledge|Adopt|Agree|Allocate|Amend|Appoint|Approve|Ask|Authorise|Award|Call|Commend|Confirm|Consider|"
    r"Declare|Delegate|Direct|Elect|Endorse|Extend|Grant|Instruct|Invite|Nominate|Note|Place|Receive|Recommend|Record|Refer|Refuse|"
    r"Reject|Request|Seek|Set|Submit|Support|Thank|Urge|Welcome)s?)\b"
)
_INLINE_LABEL = re.compile(
    r"(?:(?<=[;:–—-] )|(?<=; and )|(?<=; or )|(?<=that )|(?<=to )|(?<=^ ))(?P<label>\((?:\d{1,2}|[a-z]|[ivx]{2,4})\)|(?:\d{1,2}|[a-z])\))(?= )"
)
_INLINE_LEAD = re.compile(r"(?:^|[:–—-]|\bthat|\bto)\s*$")
_LONGEST_HEADING = 120
_MOVED = re.compile(r"\b(?:moved|proposed|motion)\b[^.]*:[-–—]?$", re.IGNORECASE)
_BRACKET = re.compile(r"\([^()]*\)")
_PROPOSED = re.compile(r"\b(?:proposed|seconded|moved)\b", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:CARRIED|LOST|NOTED|ACTION|VOTES?|MOVED|PROPOSED|SECONDED|UNANIMOUS\w*|COUNCILLORS?|CLLRS?)\b")
"""What a line in capitals says that is the outcome of something or a name, and heads nothing."""
_LOST = re.compile(
    r"\b(?:motion|proposal|proposition)\b[^.]*\b(?:lost|fell|falls|defeated|not carried|rejected)\b", re.IGNORECASE
)


@dataclass(slots=True)
class _Text:
    """The text of an item as it is read: what has been made, what is still to read."""

    blocks: Sequence[TextBlock]
    reader: decisions.Reader
    made: list[Block] = field(default_factory=list)
    report: list[ReportLine] = field(default_factory=list)

    def opens(self, block: TextBlock) -> bool:
        return decisions.opening(self.reader, block, None) is not None


def read(blocks: Sequence[TextBlock], reader: decisions.Reader) -> tuple[tuple[Block, ...], tuple[ReportLine, ...]]:
    """The model's blocks for the text of one item, in order, every word kept."""
    text = _Text(blocks, reader)
    at = 0
    while at < len(blocks):
        at = _step(text, at)
    return tuple(_apart(text)), tuple(text.report)


def _apart(text: _Text) -> Iterator[Block]:
    """The blocks, a list that directly follows another list, a decision or a vote as paragraphs: it would join them."""
    last: Block | None = None
    for block in text.made:
        if isinstance(block, List) and isinstance(last, List | Decision | Vote):
            said = "this list was made paragraphs, for it would have joined the list before it"
            text.report.append(ReportLine(block.location.line, "inferred", said, block.entries[0].text))
            yield from _paragraphs(block)
            last = None
        else:
            yield block
            last = block


def _paragraphs(block: List) -> Iterator[Paragraph]:
    for entry in block.entries:
        yield Paragraph(entry.text if entry.label == BULLET else f"{entry.label} {entry.text}", entry.location)
        for below in entry.blocks:
            if isinstance(below, List):
                yield from _paragraphs(below)
            else:
                yield below


def _step(text: _Text, at: int) -> int:
    """Read one block, or the blocks that belong together from here; the place after them is returned."""
    block, where = text.blocks[at], Location("", text.blocks[at].line)
    if block.kind == "row" or block.quoted:
        made, end = rows_and_quotations.read(text.blocks, at)
        text.made.append(made)
        return end
    before = text.blocks[at - 1] if at else None
    opening = decisions.opening(text.reader, block, before)
    if opening and _was_lost(text, at):
        said = "these words were moved and lost, so that they open no decision"
        text.report.append(ReportLine(block.line, "inferred", said, printed(block)))
    elif opening and not _is_only_heading(text, at, opening):
        return _decision(text, at, opening)
    if decisions.is_quoted(text.reader, block, before):
        said = "these words were taken to be quoted or another body's, so that they open no decision of this meeting"
        text.report.append(ReportLine(block.line, "inferred", said, printed(block)))
    if lists.begins_list(text.blocks, at) and not (all_bold(block) and _is_subheading(block)):
        taken = lists.take(text.blocks, at, text.opens)
        text.report.extend(taken.report)
        text.made.append(List(taken.entries, where))
        return taken.end
    if not block.label and block.text.casefold().rstrip(":") == RECORDED_VOTE.casefold():
        return _vote(text, at)
    if block.text.startswith(NOTE) and block.text != NOTE and not block.label:
        text.made.append(Note(block.text[len(NOTE) :].strip(), where))
    elif _is_subheading(block) or _is_shouted(text, at):
        text.made.append(Subheading(printed(block), where))
    elif printed(block):
        text.made.append(Paragraph(printed(block), where))
    return at + 1


def _was_lost(text: _Text, at: int) -> bool:
    """Whether the words of a resolution stand between the line that moves it and the line that says that it fell."""
    before = text.blocks[at - 1].text[-300:] if at else ""
    after = next((block.text for block in text.blocks[at + 1 : at + 12] if not block.label), "")
    return bool(_MOVED.search(before)) and len(after) <= _LONGEST_HEADING and bool(_LOST.search(after))


def _is_only_heading(text: _Text, at: int, opening: decisions.Opening) -> bool:
    """Whether "Decision" stands alone above a paragraph that opens a decision itself, or above nothing."""
    alone = opening.operative.casefold() == "decision" and not opening.after
    return alone and (at + 1 >= len(text.blocks) or text.opens(text.blocks[at + 1]))


def _is_subheading(block: TextBlock) -> bool:
    if block.kind == "heading":
        return bool(printed(block))
    short = len(printed(block)) <= _LONGEST_HEADING and not block.text.endswith((".", ":", ";", ","))
    return short and all_bold(block) and block.kind == "paragraph" and not evidence.tells_who_moved(block.text)


def _is_shouted(text: _Text, at: int) -> bool:
    """Whether a line in capitals stands above text that is not: a heading that no bold is left of."""
    block, below = text.blocks[at], text.blocks[at + 1 : at + 2]
    words = re.findall(r"[^\W\d_]{2,}", block.text)
    alone = block.kind == "paragraph" and not block.label and block.text.isupper() and block.text[-1].isalnum()
    apart = len(words) >= 2 and len(block.text) <= _LONGEST_HEADING and not _TOLD.search(block.text)
    apart = apart and not text.reader.capitals.search(block.text)
    return alone and apart and any(one.kind == "paragraph" and not one.text.isupper() for one in below)


# --- decisions -------------------------------------------------------------------------------------------------------


def _decision(text: _Text, at: int, opening: decisions.Opening) -> int:
    """A decision with its clauses: the list after it, or the bare lines that stand where one should."""
    block = text.blocks[at]
    where = Location("", block.line)
    if opening.narrative:
        text.made.append(Paragraph(opening.narrative, where))
        said = "these sentences before the decision were made a paragraph of their own"
        text.report.append(ReportLine(block.line, "inferred", said, opening.narrative))
    if text.reader.loose and not opening.operative.endswith(":"):
        said = "this was taken to be a decision, though its word is not set apart"
        text.report.append(ReportLine(block.line, "inferred", said, printed(block)))
    decision = Decision(opening.before, opening.operative, opening.after.rstrip(), (), where)
    at += 1
    concluded = _concludes(text, at - 1, decision)
    if not _says(decision) and not concluded:
        decision, at = _bare_clauses(text, at, decision)
    if not _says(decision) and not concluded and not decision.clauses and (_is_plain(text, at) or _is_that(text, at)):
        decision = replace(decision, after=f"{decision.after} {text.blocks[at].text}")
        at += 1
    if not decision.clauses:
        decision = _with_inline_clauses(text, decision, block)
    if decision.clauses:
        text.made.append(decision)
        return at
    if at < len(text.blocks) and lists.is_labelled(text.blocks[at]) and not _starts_own(text, at, block.label):
        taken = lists.take(text.blocks, at, text.opens, block.label)
        text.report.extend(taken.report)
        decision, at = replace(decision, clauses=taken.entries), taken.end
    elif re.search(r":[-–—]?$", decision.after):
        decision, at = _bare_clauses(text, at, decision)
        if not decision.clauses and decision.after.endswith(":") and _is_only_line(text, at):
            decision, at = replace(decision, after=f"{decision.after} {text.blocks[at].text}"), at + 1
    text.made.append(decision)
    return at


def _says(decision: Decision) -> bool:
    """Whether words follow the operative word: the counts of a vote in brackets are none."""
    return bool(re.search(r"\w", _BRACKET.sub("", decision.after)))


def _concludes(text: _Text, at: int, decision: Decision) -> bool:
    """Whether a decision ends what stands before it ("All agreed.", "Agreed" below a proposal), and opens nothing."""
    before = text.blocks[at - 1].text if at else ""
    proposed = bool(_PROPOSED.search(before)) and not re.search(r":[-–—]?$", before)
    return not decision.operative.isupper() and (decision.after.startswith(".") or (not decision.after and proposed))


def _is_that(text: _Text, at: int) -> bool:
    """Whether a plain paragraph stands here that says what was decided, be there another operative word in it."""
    block = text.blocks[at] if at < len(text.blocks) else None
    return block is not None and block.kind == "paragraph" and not block.label and block.text.startswith("That ")


def _with_inline_clauses(text: _Text, decision: Decision, block: TextBlock) -> Decision:
    """A decision whose clauses run on in its own paragraph: "RESOLVED: (1) that …; (2) that …"."""
    found = list(_INLINE_LABEL.finditer(decision.after))
    chain = labels.row(mark["label"] for mark in found)
    if (
        len(chain) < 2
        or len(chain) < len(found)
        or _INLINE_LEAD.search(decision.after[: found[0].start("label")]) is None
    ):
        return decision
    starts = [mark.start("label") for mark in found]
    parts = [decision.after[start:end].strip() for start, end in zip(starts, [*starts[1:], None], strict=True)]
    entries = [
        Entry(label, part[len(label) :].strip(), (), decision.location)
        for label, part in zip(chain, parts, strict=True)
    ]
    if not all(entry.text for entry in entries):
        return decision
    said = "the clauses of this decision run on in one paragraph; each was given a line of its own"
    text.report.append(ReportLine(block.line, "inferred", said, printed(block)))
    return replace(decision, after=decision.after[: starts[0]].rstrip(), clauses=tuple(entries))


def _starts_own(text: _Text, at: int, label: str) -> bool:
    """Whether a labelled block is no clause: a decision itself, or the paragraph numbered next after the decision's."""
    numbered = "." in label.strip(".") and labels.follows(text.blocks[at].label, label)
    return numbered or (text.opens(text.blocks[at]) and not is_bullet(text.blocks[at].label))


def _is_plain(text: _Text, at: int) -> bool:
    """Whether a plain paragraph stands here: no label, no heading, no decision of its own."""
    if at >= len(text.blocks):
        return False
    block = text.blocks[at]
    return (
        block.kind == "paragraph"
        and not block.label
        and not block.quoted
        and not text.opens(block)
        and not block.text.startswith(NOTE)
    )


def _is_only_line(text: _Text, at: int) -> bool:
    """Whether the one line that a decision announces stands here: a sentence, and no short line that may head a list."""
    return _is_plain(text, at) and text.blocks[at].text.endswith(".") and not _is_subheading(text.blocks[at])


def _bare_clauses(text: _Text, at: int, decision: Decision) -> tuple[Decision, int]:
    """Lines without labels that read like clauses ("That …", "Approves …"): several are bullets, one is the decision's end."""
    end = at
    while _is_plain(text, end) and _BARE_CLAUSE.match(text.blocks[end].text):
        end += 1
    lines = text.blocks[at:end]
    if len(lines) == 1:
        return replace(decision, after=f"{decision.after} {lines[0].text}"), end
    for line in lines:
        text.report.append(
            ReportLine(line.line, "inferred", "this line was taken to be a clause, though it has no label", line.text)
        )
    entries = tuple(Entry(BULLET, line.text, (), Location("", line.line)) for line in lines)
    return replace(decision, clauses=entries), end


# --- votes ---------------------------------------------------------------------------------------------------------


def _vote(text: _Text, at: int) -> int:
    """A recorded vote whose lines are exactly those that the file can hold; anything else stays narrative."""
    block = text.blocks[at]
    where = Location("", block.line)
    taken = votes.take(text.blocks, at + 1, lambda place: _is_plain(text, place))
    text.report.extend(taken.report)
    if taken.lines:
        text.made.append(Vote(taken.lines, where))
    else:
        heading = all_bold(block) or block.kind == "heading"
        text.made.append((Subheading if heading else Paragraph)(printed(block), where))
    return taken.end
