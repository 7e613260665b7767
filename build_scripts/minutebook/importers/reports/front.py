"""What a front sheet says: each label with the blocks that answer it, and the bodies and days above the first label."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from minutebook.importers import dates
from minutebook.importers.blocks import TextBlock, all_bold, printed
from minutebook.importers.reports.fields import Field
from minutebook.importers.reports.spans import Span, is_day
from minutebook.model import Entry
from minutebook.report_model import Stop

Answers = Mapping[str, tuple[TextBlock, ...]]
"""The blocks that stand after each label; what stands on the label's own line is the first of them."""

_LONG = {
    "recommendations",
    "appendices",
    "background_papers",
    "other_documents",
    "key_decision",
    "author",
    "prepared_by",
}
"""Labels whose answers go on to the next label; others take one block."""
_SECTION = re.compile(r"\d{1,2}\s+[A-Z].{2,100}")
_LIST_LEAD = re.compile(r"(?:the )?following .{1,80}", re.IGNORECASE)
_APPENDIX = re.compile(
    r"(?:appendix|annexe?|enclosure) (?:\d{1,2}|[A-Z]|[IVX]{1,4}|one|two|three|four|five|six)\W{0,3}[¹²³]?",
    re.IGNORECASE,
)
_YES_OR_NO = re.compile(r"(?P<word>yes|no)\b[\s.,:;–—-]*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_LONGEST = 1000


def end(blocks: Sequence[TextBlock], fields: Sequence[Field], span: Span) -> int:
    """The block after a report's own last one: its appendices, if they follow it, begin there."""
    closing = (field.place + 1 for field in fields if field.key == "end" and span.front < field.place < span.end)
    appendix = (place for place in range(span.front, span.end) if is_appendix(blocks[place]))
    return min(next(closing, span.end), next(appendix, span.end))


def is_appendix(block: TextBlock) -> bool:
    """Whether a block is the label above an appendix, alone on its line."""
    return len(block.text) <= 30 and bool(_APPENDIX.fullmatch(printed(block).strip()))


def answers(blocks: Sequence[TextBlock], fields: Sequence[Field], first: int, end: int) -> Answers:
    """The answer to each label from a block to another, the first where a label stands twice."""
    inside = [field for field in fields if first <= field.place < end]
    found: dict[str, tuple[TextBlock, ...]] = {}
    for field, after in zip(inside, [*(later.place for later in inside), end][1:], strict=True):
        if found.get(field.key):
            continue
        own = TextBlock("paragraph", field.value, line=blocks[field.place].line) if field.value else None
        below = [] if own and field.key not in _LONG else _below(blocks, field, after)
        found[field.key] = ((own,) if own else ()) + tuple(below)
    return found


def _below(blocks: Sequence[TextBlock], field: Field, after: int) -> list[TextBlock]:
    """The blocks below a label that answer it: one, or all down to the next label or numbered section."""
    kept: list[TextBlock] = []
    for block in blocks[field.place + 1 : after]:
        if _begins_section(block, field.key) or (kept and field.key not in _LONG):
            break
        kept.append(block)
    return kept


def _begins_section(block: TextBlock, key: str) -> bool:
    if block.kind == "heading" or (not block.label and _SECTION.fullmatch(block.text)):
        return True
    if key == "recommendations":
        return all_bold(block) and bool(re.fullmatch(r"\d{1,2}\.?", block.label))
    return bool(re.fullmatch(r"\d{1,2}\.?", block.label)) and block.kind != "entry"


def text(found: Answers, key: str) -> str:
    """A label's answer in one line."""
    said = " ".join(printed(block) for block in found.get(key, ()) if block.kind != "row").strip()
    return said if len(said) <= _LONGEST else ""


def key_decision(found: Answers) -> tuple[bool | None, str]:
    """Whether the report says that it is of a key decision, and why."""
    match = _YES_OR_NO.fullmatch(text(found, "key_decision"))
    return (match["word"].lower() == "yes", match["rest"].strip()) if match else (None, "")


def papers(found: Answers, key: str) -> tuple[Entry, ...]:
    """The papers that a list names, an address below a title left out; "None" where it says so."""
    kept = []
    for block in found.get(key, ()):
        words = block.text.strip()
        if block.kind == "row" or not words or re.match(r"\(?https?://", words):
            continue
        if len(found[key]) > 1 and _LIST_LEAD.fullmatch(words) and block is found[key][0] and not block.label:
            continue
        kept.append(Entry("•", words.rstrip(" :")))
    if len(kept) == 1 and re.fullmatch(r"(?:none|nil|n/?a|not applicable|no)\.?", kept[0].text, re.IGNORECASE):
        return (Entry("•", "None"),)
    return tuple(entry for entry in kept if entry.text)


def route(blocks: Sequence[TextBlock], found: Answers, span: Span) -> tuple[Stop, ...]:
    """The bodies that a report goes to, and when: from the lines above its first label, or from "To" and "Date"."""
    lines = [
        block for block in blocks[max(span.front - 10, 0) : span.front] if block.kind in {"paragraph", "heading", "row"}
    ]
    return _of_rows(lines) or _of_columns([printed(block).strip() for block in lines]) or _of_labels(found)


def _of_rows(lines: Sequence[TextBlock]) -> tuple[Stop, ...]:
    stops = []
    for block in lines:
        days = [found.date for found in dates.dates_in(block.cells[-1])] if len(block.cells) == 2 else []
        if len(days) == 1 and block.cells[0] and is_day(block.cells[-1]):
            stops.append(Stop(block.cells[0].strip(" :"), days[0]))
    return tuple(stops)


def _of_columns(lines: Sequence[str]) -> tuple[Stop, ...]:
    """First the bodies, a line each, then as many days."""
    end = len(lines)
    while end and not is_day(lines[end - 1]):
        end -= 1
    first = end
    while first and is_day(lines[first - 1]):
        first -= 1
    days = [next(dates.dates_in(line)).date for line in lines[first:end]]
    bodies = lines[first - len(days) : first] if len(days) <= first else []
    if end < len(lines) - 2 or not days or not all(0 < len(body) <= 100 and body[0].isupper() for body in bodies):
        return ()
    return tuple(Stop(body, day) for body, day in zip(bodies, days, strict=False))


def _of_labels(found: Answers) -> tuple[Stop, ...]:
    body = text(found, "report_to")
    days = [day.date for day in dates.dates_in(text(found, "met"))]
    return (Stop(body, days[0] if len(days) == 1 else None),) if body and len(body) <= 150 else ()
