"""The head of minutes as labels and lines of people: what each block says, before anybody is placed in a group."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from minutebook.importers import apologies, attendance_tables, business, departments, nameless, persons, telling
from minutebook.importers.blocks import TextBlock, printed

_GROUP_WORDS = (
    r"present|members?|councillors?|co-?opted|co-?optees|officers?|employees?|staff|apolog(?:y|ies)|absent|absence|attend(?:ance|ing|ees?)|"
    r"invit(?:ed|ees?|ation)|observers?|substitutes?|non-?\s?voting|voting|advis[eo]rs?|guests?|visitors?|contributors?|witnesses|"
    r"representatives?|representing|aldermen|alderman|external|auditors?|quorum|trustees|governors"
)
GROUP = re.compile(
    rf"\b(?:{_GROUP_WORDS})\b|^(?:the )?(?:press|public)(?: and (?:the )?(?:press|public))?$", re.IGNORECASE
)
_WHO_CAME = r"(?:those |also |members )?(?:present|attendance|attendees|in attendance)"
UMBRELLA = re.compile(rf"(?:apologies and )?{_WHO_CAME}|{_WHO_CAME} and apologies(?: for absence)?", re.IGNORECASE)
APOLOGIES = re.compile(r"\bapolog(?:y|ies)\b|\babsen(?:t|ce)\b", re.IGNORECASE)
ABSENT = re.compile(
    r"(?!.*\bapolog)(?:.*\b)?(?:absent|absentees?|non-?\s?attendance|not present|did not attend)\b.*", re.IGNORECASE
)
"""Those who did not come, of whom nothing says that they sent apologies."""
STAFF = re.compile(r"\b(?:employees?|officers?|staff)\b|\(by [\w ]+\)", re.IGNORECASE)
_BREAKS_OFF = re.compile(r"(?:\b(?:and|of|for|the)|[,&])$", re.IGNORECASE)
_NOUN = re.compile(
    r"\b(?:\w+(?:ers?|ors?|ees|men|man|women|woman|lors)|present|attendance|absen(?:t|ce)|apolog(?:y|ies)|staff|invitation|guests|"
    r"witnesses|representatives?|advis[eo]rs?|public|press|quorum|council|committee|cabinet|board)$",
    re.IGNORECASE,
)
"""How a label ends that says who they are."""
_LONGEST_LABEL = 90
_LABEL = re.compile(r"(?P<label>[^:]{2,90}?)\s*:(?:\s*[-–—](?=\s|$))?\s*(?P<rest>.*)", re.DOTALL)
_BARE_LABEL = re.compile(
    r"(?P<label>(?:(?:MEMBERS|COUNCILLORS|ALSO|IN) )?(?:PRESENT|ATTENDANCE)|APOLOGIES)\s+(?P<rest>[A-Z](?:[a-z]|\.).*)",
    re.DOTALL,
)
"""A label in capitals, of which the people stand in the same line without a mark."""
_DASHED_LABEL = re.compile(r"(?P<label>[A-Z][\w’' ]{2,40}?)\s[-–—]\s+(?P<rest>\S.*)", re.DOTALL)
_INNER_LABEL = re.compile(
    r"(?<=\S)\s+(?=(?:(?:Also )?In attendance|Also present|Apologies(?: for absence)?|Officers(?: present| in attendance)?|Employees(?: \([^()]*\))?|Absent)\s*:)"
)
_HONORARY = re.compile(r"(?:the )?(?P<group>honorary (?:alder(?:man|men|woman|women)|freem[ae]n))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """A label or a line of people, with the block it stands in."""

    text: str
    is_label: bool
    place: int
    line: int
    colon: bool = True
    until: int = 0  # the last block of a label that was broken over several
    bare: bool = False  # one person's initials or surname alone, who is a person because the label says so

    @property
    def people(self) -> tuple[str, ...]:
        """Those named in the line, and whatever stands there like a name."""
        return (self.text,) if self.bare else persons.people_in(self.text)

    def names(self, who: str) -> bool:
        """Whether this is somebody's name."""
        return self.bare or persons.is_person(who)


def runs(blocks: Sequence[TextBlock]) -> Iterator[tuple[list[Part], list[Part]]]:
    """Each run of labels in the blocks, with the lines of people that follow it."""
    blocks = blocks[: _business(blocks)]
    tabled = attendance_tables.lines(blocks)
    printed_parts = list(
        _each_once(part for place, block in enumerate(blocks) for part in _parts(block, place, tabled))
    )
    divided = list(_with_run_in_departments(printed_parts))
    return _runs(_joined_labels(list(_with_departments(list(_with_offices(divided))))))


def _business(blocks: Sequence[TextBlock]) -> int:
    """The place of the first title of business after those who met: from there on nobody is listed."""
    met = next((place for place, block in enumerate(blocks) if GROUP.search(block.text[:_LONGEST_LABEL])), len(blocks))
    after = range(met + 1, len(blocks))
    return next((place for place in after if business.is_title(blocks[place].text)), len(blocks))


def _each_once(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts, a label that repeats the one directly before it left out: "Honorary Alderman: Honorary Alderman A Example"."""
    last: Part | None = None
    for part in parts:
        same = last and last.is_label and part.is_label and part.text.casefold() == last.text.casefold()
        if not same or (last and last.line != part.line):
            yield part
        last = part


def _parts(block: TextBlock, place: int, tabled: Mapping[int, attendance_tables.Lines]) -> Iterator[Part]:
    if place in tabled:
        for group, who in tabled[place]:
            yield from (Part(group, True, place, block.line), Part(who, False, place, block.line))
        return
    if block.kind == "row":
        yield from _row_parts(block, place) if not any(map(telling.tells, block.cells)) else ()
        return
    for text in _INNER_LABEL.split(_untold(block)) if re.search(r"[^\W\d_]", block.text) else ():
        for part in _apologies_last(text):
            yield from _text_parts(part, place, block.line)


def _apologies_last(text: str) -> Iterator[str]:
    """A text, and after it each of its sentences that says who sent apologies: "Present: A. Apologies were received from B."."""
    sentences = tuple(apologies.sentences(text))
    apart = (one for one in sentences if apologies.sent_by(one) or nameless.is_count(one))
    sent = sorted(apart, key=lambda one: bool(apologies.sent_by(one))) if len(sentences) > 1 else []
    rest = " ".join(one for one in sentences if one not in sent) if sent else text
    yield from (one for one in (rest, *sent) if one)


def told(block: TextBlock) -> tuple[str, ...]:
    """The sentences of a block that tell of the meeting, and do not say who was there."""
    text = block.text if block.kind == "entry" else printed(block)
    return () if block.kind == "row" else tuple(one for one in apologies.sentences(text) if telling.tells(one))


def _untold(block: TextBlock) -> str:
    """A block's text without such sentences."""
    text = block.text if block.kind == "entry" else printed(block)
    if not telling.tells(text) and not told(block):
        return text
    return " ".join(one for one in apologies.sentences(text) if not telling.tells(one))


def _text_parts(text: str, place: int, line: int) -> Iterator[Part]:
    if apologies.sent_by(text):
        yield Part("Apologies", True, place, line)
        yield Part(text, False, place, line)
        return
    honorary = _HONORARY.match(text)
    if honorary and persons.names_surely(text) and text[honorary.end() :].lstrip()[:1] != ":":
        yield Part(honorary["group"], True, place, line)
    label = _label(text)
    if label:
        yield Part(label[0], True, place, line, colon=label[2])
        text = label[1]
        bare = persons.bare_names(text) if label[2] and GROUP.search(label[0]) else ()
        yield from (Part(who, False, place, line, bare=True) for who in bare)
        text = "" if bare else text
    if text:
        yield Part(text, False, place, line)


def _row_parts(block: TextBlock, place: int) -> Iterator[Part]:
    """A row: a label and its people, or people in each of its columns."""
    first, *rest = block.cells
    if first and any(rest) and _heads_row(first, rest):
        yield Part(first.rstrip(" :"), True, place, block.line)
        block_cells: Sequence[str] = rest
    else:
        block_cells = block.cells
    for cell in block_cells:
        if cell:
            yield from _text_parts(cell, place, block.line)


def _heads_row(first: str, rest: Sequence[str]) -> bool:
    """Whether the first cell of a row is a label: nobody's name, or two words that can be one beside names that must be."""
    if persons.is_surely_person(first) or len(persons.people_in(first)) > 1:
        return False
    beside = [who for cell in rest for who in persons.people_in(cell)]
    return not persons.is_person(first) or any(persons.is_surely_person(who) for who in beside)


def _label(text: str) -> tuple[str, str, bool] | None:
    """A text's label, what follows it, and whether a colon stands between them; None where it has no label."""
    found = _LABEL.fullmatch(text)
    if found and persons.is_office(found["label"]) and persons.is_person(found["rest"]):
        return None
    sure = bool(found and UMBRELLA.fullmatch(found["label"].strip()))  # "IN ATTENDANCE", whose "IN" is no initials
    if found and (sure or not persons.is_surely_person(found["label"])) and not re.search(r"[.!?]\s", found["label"]):
        return found["label"].strip(), found["rest"], True
    bare = _BARE_LABEL.fullmatch(text)
    if bare and persons.is_surely_person(persons.people_in(bare["rest"])[0]):
        return bare["label"], bare["rest"], True
    dashed = _DASHED_LABEL.fullmatch(text)
    if dashed and _heads_people(dashed["label"], dashed["rest"]):
        return dashed["label"].strip(), dashed["rest"], True
    if (
        len(text.split()) <= 7
        and GROUP.search(text)
        and not re.search(r"\d|[.,;]", text)
        and not persons.names_surely(text)
        and not persons.has_role_after(text)
        and not (text.endswith(")") and persons.is_person(text))  # "Anne Example (Officer)"
        and not nameless.says_no_one(text)
    ):
        return text.strip(), "", False
    return None


def _heads_people(label: str, rest: str) -> bool:
    """Whether what stands before a dash says who those after it are ("Members – Cllr A Example"), and is nobody and no role."""
    role = persons.speaks_of_role(label) and not GROUP.search(label)
    if persons.is_surely_person(label) or role or persons.is_title(label):
        return False
    if UMBRELLA.fullmatch(label):
        return persons.names_anybody(rest)
    return persons.is_surely_person(persons.people_in(rest)[0])


def _with_offices(parts: Sequence[Part]) -> Iterator[Part]:
    """An office and its holder ("Chair: Councillor A Example") are a group, unless people without a label follow."""
    for part, after in zip_longest(parts, parts[1:]):
        office, colon, _ = part.text.partition(":")
        alone = after is None or after.is_label or persons.is_office(after.text.partition(":")[0])
        if colon and not part.is_label and persons.is_office(office) and alone:
            yield Part(office.strip(), True, part.place, part.line)
        yield part


def _with_departments(parts: Sequence[Part]) -> Iterator[Part]:
    """Below a label of staff, a line that names nobody, with people below it, is a department's label without a colon."""
    staff = False
    for part, after in zip_longest(parts, parts[1:]):
        if part.is_label and GROUP.search(part.text):
            staff = bool(STAFF.search(part.text))
        nobody = not part.is_label and not persons.names_anybody(part.text) and not nameless.says_no_one(part.text)
        above = (
            after is not None and not after.is_label and after.place > part.place and persons.names_surely(after.text)
        )
        heads = staff and nobody and above and len(part.text) <= _LONGEST_LABEL
        yield replace(part, is_label=True) if heads else part


def _with_run_in_departments(parts: Sequence[Part]) -> Iterator[Part]:
    """Below a label of staff, lines that begin with a department and no mark behind it: "Law and Governance A Example"."""
    heads = [place for place, part in enumerate(parts) if part.is_label and GROUP.search(part.text)]
    yield from parts[: heads[0] if heads else len(parts)]
    for first, end in pairwise([*heads, len(parts)]):
        run = parts[first:end]
        staff = STAFF.search(run[0].text)
        found = departments.divided_lines("" if part.is_label or not staff else part.text for part in run)
        for part, one in zip(run, found, strict=True):
            yield from [replace(part, text=one[0], is_label=True), replace(part, text=one[1])] if one else [part]


def _joined_labels(parts: Sequence[Part]) -> list[Part]:
    """Labels that were broken over two blocks ("Non-voting Opposition" / "Members:") in one piece.

    A page's mark or running head between them is no block. Where lines lie between them, the first must lack its noun.
    """
    joined: list[Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        below = last is not None and part.place == (last.until or last.place) + 1
        if last and below and part.is_label and (_is_unfinished(last) or _begins_label(last, part)):
            last = joined[-1] = replace(last, is_label=True, colon=False)
        broken = (
            last
            and last.is_label
            and part.is_label
            and not last.colon
            and below
            and (part.line == last.line + 1 or _lacks_its_noun(last))
        )
        if last and broken and not UMBRELLA.fullmatch(last.text):
            joined[-1] = Part(f"{last.text} {part.text}", True, last.place, last.line, part.colon, part.place)
        else:
            joined.append(part)
    return joined


def _lacks_its_noun(part: Part) -> bool:
    """Whether a label can only go on in another: "Other Non Voting" says of what kind, and not who."""
    return not _NOUN.search(part.text)


def _is_unfinished(part: Part) -> bool:
    """Whether a line that names nobody breaks off in the middle of a label: "Planning, Streets and"."""
    return not part.is_label and bool(_BREAKS_OFF.search(part.text)) and not persons.names_anybody(part.text)


def _begins_label(part: Part, after: Part) -> bool:
    """Whether a line that names nobody is the first of a department's label, which ends in the next: "Planning" / "Services:"."""
    department = after.colon and after.line == part.line + 1 and not GROUP.search(after.text)
    return department and not part.is_label and not persons.names_anybody(part.text) and part.text[-1].isalpha()


def _runs(parts: Sequence[Part]) -> Iterator[tuple[list[Part], list[Part]]]:
    """Each run of labels with the lines of people that follow it."""
    labels: list[Part] = []
    lines: list[Part] = []
    for part in parts:
        if part.is_label and lines:
            yield labels, lines
            labels, lines = [], []
        (labels if part.is_label else lines).append(part)
    yield labels, lines
