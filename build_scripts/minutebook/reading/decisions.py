"""What a paragraph is: narrative, a note, a recorded vote, or the opening of a decision.

Codes: M005 two clauses of one path, M007 bold that is no mark, M008 a bold operative word out of place, M011 a recorded
vote.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import pairwise

from minutebook.identity import clauses
from minutebook.model import BULLET, Decision, Entry, List, Note, Paragraph, Vote, VoteLine
from minutebook.problems import Location, Problem
from minutebook.reading.inline import LABEL, Passage, Segment, fold, segments

OPERATIVE_WORDS = ("RESOLVED", "RECOMMENDED", "AGREED", "APPROVED", "DECIDED", "ORDERED", "Decision")
RECORDED_VOTE = "Recorded vote"
NOTE = "Note:"

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rev cllr cllrs st no nos para paras ref i.e e.g etc vs ltd co dept a.m p.m".split()
)
_VOTE = re.compile(r"(?P<side>For|Against|Abstentions|Casting vote)(?: \((?P<count>\d{1,6})\))?(?:: (?P<names>.+))?")


def is_operative(text: str, words: Collection[str]) -> bool:
    """Whether bold text is an operative word: any case, with or without a colon."""
    return text.strip().rstrip(":").strip().casefold() in {word.casefold() for word in words}


def ends_sentence(text: str) -> bool:
    """Whether a sentence ends in the text that stands before an operative word: "The report was noted. It was ".

    A stop ends one where a capital, or the operative word itself, follows it, and no abbreviation stands before it.
    """
    for word, following in pairwise([*text.split(), "RESOLVED"]):
        bare = word.rstrip("\"')]’”")
        stem = bare[:-1].lstrip("(\"'‘“").lower()
        stops = bare.endswith(("!", "?")) or (bare.endswith(".") and len(stem) > 1 and stem not in _ABBREVIATIONS)
        if stops and following.lstrip("(\"'‘“")[:1].isupper():
            return True
    return False


def paragraph(
    raw: Passage, words: Collection[str], problems: list[Problem]
) -> Paragraph | Note | Decision | Vote | None:
    """Read one paragraph. A Vote is returned without its lines, a Decision without its clauses: their lists follow."""
    runs, where = segments(raw, problems), raw.location
    bold = [run for run in runs if run.bold]
    if not bold:
        whole = fold("".join(run.text for run in runs)).strip()
        return Paragraph(whole, where) if whole else None
    if runs[0].bold and runs[0].text == NOTE and len(bold) == 1:
        said = fold("".join(run.text for run in runs[1:])).strip()
        if not said:
            problems.append(Problem(where, "M007", "a note without text", "**Note:** and its text"))
        return Note(said, where) if said else None
    if len(runs) == 1 and runs[0].text == RECORDED_VOTE:
        return Vote((), where)
    return _decision(runs, where, words, problems)


def _decision(
    runs: tuple[Segment, ...], where: Location, words: Collection[str], problems: list[Problem]
) -> Paragraph | Decision:
    text = fold("".join(run.text for run in runs)).strip()
    marks = [number for number, run in enumerate(runs) if run.bold]
    for number in marks:
        if not is_operative(runs[number].text, words):
            wanted = f"an operative word ({', '.join(words)}), **{RECORDED_VOTE}**, **{NOTE}** or plain text"
            told = f"bold text that is no mark: {runs[number].text[:60]!r}"
            problems.append(Problem(runs[number].location, "M007", told, wanted))
            return Paragraph(text, where)
    if len(marks) > 1:
        told = "two bold operative words in one paragraph"
        problems.append(Problem(runs[marks[1]].location, "M008", told, "one; or two paragraphs"))
        return Paragraph(text, where)
    before = fold("".join(run.text for run in runs[: marks[0]])).lstrip()
    operative = runs[marks[0]].text
    after = fold("".join(run.text for run in runs[marks[0] + 1 :])).rstrip()
    label = LABEL.match(before)  # "ii." at the start of a paragraph is no sentence
    if ends_sentence(before[label.end() :] if label else before):
        wanted = "the bold operative word in the first sentence of its paragraph; begin a new paragraph before it"
        problems.append(
            Problem(runs[marks[0]].location, "M008", f"{operative} stands after the first sentence", wanted)
        )
    elif operative != operative.strip() or after[:1].isalnum() or (before and before[-1].isalnum()):
        told = f"bold {operative!r} is not a whole word"
        problems.append(Problem(runs[marks[0]].location, "M008", told, "spaces outside the bold"))
    return Decision(before, operative, after, (), where)


def check_clauses(entries: Iterable[Entry], problems: list[Problem]) -> None:
    """Report clauses of one decision that share a path."""
    seen: dict[str, Location] = {}
    for clause in clauses(tuple(entries)):
        if clause.path in seen:
            label = clause.entry.label
            told = f"the label {label} stands twice: clause {clause.path} is already in line {seen[clause.path].line}"
            problems.append(Problem(clause.entry.location, "M005", told, "one clause of each label on a level"))
        seen.setdefault(clause.path, clause.entry.location)


def vote(opened: Vote, following: List, problems: list[Problem]) -> Vote:
    """The recorded vote whose lines are the entries of the list that follows it."""
    lines = []
    for entry in following.entries:
        found = _VOTE.fullmatch(entry.text)
        if entry.label != BULLET or entry.blocks or not found:
            wanted = "- For (12): names, - Against (3): names, - Abstentions: names or - Casting vote: name"
            problems.append(Problem(entry.location, "M011", f"no line of a recorded vote: {entry.text[:60]!r}", wanted))
            continue
        count = None if found["count"] is None else int(found["count"])
        lines.append(VoteLine(found["side"], count, found["names"] or "", entry.location))  # type: ignore[arg-type]
    return Vote(tuple(lines), opened.location)
