"""Written questions, wherever in a pack they are printed: who asks, whom, and what.

QUESTION SUBMITTED BY: …  TO BE ANSWERED BY: …  TEXT OF QUESTION: …
Question 1 from Councillor A Example to Councillor B Example, Cabinet Member for Homes
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from minutebook.agenda_model import Question
from minutebook.importers import dates, notice, titles
from minutebook.importers.blocks import TextBlock, printed
from minutebook.model import Paragraph
from minutebook.problems import Location

_FIELDS = {
    "asked": r"(?:written |public )?questions? (?:submitted|asked|tabled|put|raised) by|question from|questioner|asked by",
    "put": r"to be answered by|(?:question )?(?:put|addressed|directed) to|for (?:answer|reply|response) by",
    "answer": r"(?:written )?(?:answer|response|reply)(?: (?:by|from|of) [^:]{3,80})?",
    "text": r"text of (?:the )?question|the question",
    "subject": r"subject(?: matter)?",
}
_FIELD = re.compile("|".join(rf"(?P<{name}>\b(?:{form}))\s*:\s*" for name, form in _FIELDS.items()), re.IGNORECASE)
_FROM_TO = re.compile(
    r"(?:written |public )?question\s*(?:no\.?\s*)?(?P<number>\d{1,3})?\s*[:.–-]?\s*(?:submitted |asked )?(?:from|by)\s+(?P<asked>.{3,80}?)"
    r"\s+to\s+(?:the )?(?P<put>.{3,120}?)\s*[.:]?",
    re.IGNORECASE,
)
_HEAD = re.compile(r"[^.?!]{0,60}\bquestions?\b[^.?!]{0,60}", re.IGNORECASE)
_NUMBER = re.compile(r"(?:question )?(?P<number>\d{1,3})[.)]?", re.IGNORECASE)
_BODY = re.compile(r"(?:meeting of )?(?:the )?(?P<body>.{3,80}?)(?: meeting)?", re.IGNORECASE)
_BANNER = 8
"""Blocks before the first question that may say that questions follow, and for which meeting."""

_LONGEST = 20
"""Paragraphs of a question or answer, at the most."""


@dataclass(frozen=True, slots=True)
class Booklet:
    """The questions of one meeting. ``body`` is that of the banner above them, empty where it names none."""

    questions: tuple[Question, ...] = ()
    body: str = ""


@dataclass(slots=True)
class _Open:
    """A question as it is read: what its lines say, and its texts."""

    number: str
    line: int
    said: dict[str, str] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=lambda: {"text": [], "answer": []})
    last: str = ""  # the field that was read last

    def made(self) -> Question:
        text, answer = (tuple(Paragraph(one) for one in self.texts[name]) for name in ("text", "answer"))
        asked, put, subject = (self.said.get(name, "") for name in ("asked", "put", "subject"))
        return Question(text, self.number, asked, put, subject, answer, Location("", self.line))

    def is_quoting(self) -> bool:
        marks = re.findall(r"[“”]", " ".join(self.texts.get(self.last, ())[-5:]))
        return bool(marks) and marks[-1] == "“"

    def goes_on(self, block: TextBlock) -> bool:
        """Whether a block without fields belongs to the text that is open."""
        if self.last not in self.texts or block.kind == "heading" or notice.is_paper(block):
            return False
        texts = self.texts[self.last]
        return len(texts) < _LONGEST and (self.is_quoting() or not texts or not re.search(r"[“”]", texts[0]))


def find(blocks: Sequence[TextBlock], outside: Sequence[bool], date: dt.date) -> Booklet:
    """The questions put to the meeting of a day. ``outside`` says of each block whether questions may stand in it:
    those that the minutes of other meetings quote are none of this one.
    """
    questions: list[Question] = []
    body, open_, at = "", None, 0
    for at, block in enumerate(blocks):
        found = list(_fields(block)) if outside[at] else []
        begins = any(name == "asked" for name, _ in found)
        if open_ and (begins or not outside[at] or not (found or open_.goes_on(block))):
            questions.extend([open_.made()] if open_.texts["text"] else [])
            follows, open_ = True, None
        else:
            follows = False
        if begins:
            banner = blocks[max(at - _BANNER, 0) : at]
            if not (questions and follows) and not _announced(banner, date):
                continue
            body = body or _body(banner)
            open_ = _Open(_printed_number(block), block.line)
        if open_:
            _take(open_, block, found)
    questions.extend([open_.made()] if open_ and open_.texts["text"] else [])
    return Booklet(tuple(questions), body)


def _take(question: _Open, block: TextBlock, found: Sequence[tuple[str, str]]) -> None:
    """Add what a block says to a question."""
    for name, value in found:
        if name == "number":
            question.number = question.number or value
        elif name in question.texts:
            question.texts[name].extend([value] if value else [])
            question.last = name
        else:
            question.said.setdefault(name, value.strip(" .;"))
            question.last = "text" if name == "put" else name
    if not found:
        question.texts[question.last].append(printed(block) if block.kind != "row" else " ".join(block.cells).strip())


def _fields(block: TextBlock) -> Iterator[tuple[str, str]]:
    """What a block says, name and value, in order."""
    text = block.text if block.kind != "row" else " ".join(block.cells)
    whole = _FROM_TO.fullmatch(text) if len(text) <= 300 else None
    if whole:
        yield from ((name, whole[name]) for name in ("asked", "put", "number") if whole[name])
        return
    found = list(_FIELD.finditer(text))
    for place, one in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(text)
        yield str(one.lastgroup), text[one.end() : end].strip()


def _printed_number(block: TextBlock) -> str:
    printed_first = block.cells[0] if block.kind == "row" else block.label
    found = _NUMBER.fullmatch(printed_first.strip())
    return found["number"] if found else ""


def _announced(banner: Sequence[TextBlock], date: dt.date) -> bool:
    """Whether the blocks above say that questions follow, and name no other day than the meeting's."""
    days = {
        found.date for block in banner if len(block.text) <= 120 and not notice.is_given(block.text)
        for found in dates.dates_in(block.text)
    }  # fmt: skip
    return days <= {date} and any(_HEAD.fullmatch(block.text) for block in banner if not list(_fields(block)))


def _body(banner: Sequence[TextBlock]) -> str:
    for block in banner:
        found = _BODY.fullmatch(block.text) if len(block.text) <= 100 and not re.search(r"[.:?]", block.text) else None
        name = titles.clean_body(found["body"]) if found else ""
        if name and titles.TYPE.search(name):
            return titles.cased(name)
    return ""
