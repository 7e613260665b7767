"""The labels that the front sheets of councils print: what each introduces, and what stands on its own line after it.

Name of Cabinet Member:                    Report to: Cabinet
Is this a key decision?                    Wards affected | All
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutebook.importers.blocks import TextBlock, printed

_LABELS: dict[str, str] = {
    "cabinet_member": r"(?:name of )?(?:the )?(?:relevant |responsible |lead )?(?:cabinet|executive|portfolio|lead) (?:member|holder)(?:\(s\)|s)?",
    "director": r"(?:strategic |corporate |executive )?(?:director|chief officer|head of service)s? (?:approving (?:the )?(?:submission of )?(?:the |this )?report|responsible)"
    r"|(?:responsible|lead|accountable) (?:strategic |corporate |executive )?(?:director|chief officer)|report (?:of|from|by)",
    "wards": r"(?:electoral )?wards?(?: ?\(s\))?(?: directly)?(?: affected| involved)?|(?:affected|relevant) wards?",
    "title": r"(?:report )?(?:title|subject)(?: of (?:the )?report)?|re",
    "key_decision": r"(?:is (?:this|it|the (?:decision|report)) (?:a )?)?key decision",
    "report_to": r"(?:report )?to|(?:report )?to:? (?:the )?(?:committee|meeting)|(?:name of )?(?:committee|decision[- ]maker|meeting)",
    "met": r"(?:meeting )?date(?: of (?:the )?(?:meeting|decision))?",
    "from": r"from",
    "summary": r"(?:executive )?summary|(?:purpose|summary) of (?:the |this )?(?:report|note|briefing)|introduction|background(?: and information)?|context.{0,30}",
    "recommendations": r"(?:officer |summary of )?recommendations?(?:\(s\))?",
    "appendices": r"(?:list of )?(?:appendices|attachments|annexes|enclosures)(?: (?:included|attached))?",
    "background_papers": r"(?:list of )?background (?:papers|documents)(?: .{0,80})?",
    "other_documents": r"(?:list of )?other useful (?:documents|papers|information)",
    "scrutiny": r"has it (?:been )?or will it be considered by (?:overview and )?scrutiny",
    "other_bodies": r"has it (?:been )?or will it be considered by any other .{1,100}",
    "council": r"will this report go to (?:full )?council",
    "author": r"(?:report )?authors?(?:\(s\))?|(?:lead |report |contact )officers?(?:\(s\))?(?: contact)?|officer contact|(?:contact )?name(?: and job title)?",
    "job_title": r"job title|designation|position",
    "prepared_by": r"(?:report |note )?(?:prepared|written) by",
    "service_area": r"service(?: area)?|directorate|department",
    "contact": r"tel(?:ephone)?(?: no\.?| number)?(?: and e-?mail(?: contact)?)?|e-?mail(?: address)?|contact (?:details|number|information)",
}
_END = re.compile(r"this (?:report|document) is (?:published|available)\b.*", re.IGNORECASE)
_ENQUIRIES = re.compile(
    r"(?:for )?(?:further )?(?:enquir(?:y|ies)|information)(?: should be| to)?\b.{0,80}", re.IGNORECASE
)
_FIELDS = tuple(
    (key, re.compile(rf"(?:\d{{1,2}}(?:\.\d{{1,2}})?[.)]?\s+)?(?:{label})(?P<stop>\s*[:?]+)?(?:(?<=[:?])\s*(?P<value>\S.*))?", re.IGNORECASE))
    for key, label in _LABELS.items()
)  # fmt: skip
_OPENING = frozenset({"cabinet_member", "director", "wards", "title", "key_decision", "report_to", "met", "from"})
_INLINE = frozenset({"report_to", "met", "from", "title", "author", "job_title", "director", "wards", "cabinet_member"})
"""Labels that are common words: they are labels with a colon or question mark alone."""
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Field:
    """A label of a front sheet: its key, the place of its block, and what stands on the same line after it."""

    key: str
    place: int
    value: str

    @property
    def opens(self) -> bool:
        """Whether it is one of those with which front sheets begin."""
        return self.key in _OPENING


def find(blocks: Sequence[TextBlock], free: Sequence[bool]) -> tuple[Field, ...]:
    """Every label in the blocks that are free, in order. ``end`` as a key: the line that closes a front sheet's last part."""
    found = (_field(block, place) for place, block in enumerate(blocks) if free[place])
    return tuple(field for field in found if field)


def _field(block: TextBlock, place: int) -> Field | None:
    is_pair = len(block.cells) == 2 and bool(block.cells[0])
    text, beside = (block.cells[0].strip(), block.cells[1]) if is_pair else (printed(block), "")
    if len(text) > _LONGEST or (block.cells and not is_pair) or not text:
        return None
    if _END.fullmatch(text):
        return Field("end", place, "")
    if _ENQUIRIES.fullmatch(text):
        return Field("enquiries", place, "")
    for key, form in _FIELDS:
        match = form.fullmatch(text)
        if match and (match["stop"] or is_pair or key not in _INLINE):
            if match["value"] and not match["stop"]:
                continue
            return Field(key, place, (match["value"] or beside).strip())
    return None
