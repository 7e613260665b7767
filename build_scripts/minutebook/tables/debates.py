"""What was moved, amended and voted on under one item: motions, amendments and divisions in the order of the minute.

A division belongs to what its sentence names ("The amendment was put …"); a recorded vote, to what its own sentence or
else the nearest thing before it is. Below a sentence that ends in a colon stands what was moved: a quotation, or
paragraphs and lists from one quotation mark to its end, or one paragraph with its list and those that go on with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from minutebook.identity import item_id
from minutebook.model import Block, Book, Decision, Item, Paragraph, Table, Vote, VoteLine
from minutebook.names import fold
from minutebook.problems import Location
from minutebook.tables.debate_model import Ballot, Debate, Division, Moved, completes, settled
from minutebook.tables.debate_words import AMENDED_READS, QUOTES, is_loose, loose_vote, table_vote, words_below
from minutebook.tables.moving import Moving, moving, seconding
from minutebook.tables.sentences import sentences
from minutebook.tables.spoken import NOBODY, listed
from minutebook.tables.voting import NOT_COUNTED, Casting, Counts, Outcome, Putting, counted, putting
from minutebook.text import block_lines, blocks_text, decision_text, opening, vote_line_text

_SPOKEN = (
    *("moved", "motion", "amendment", "proposed", "proposal", "put to the", "vote", "voting", "carried", "lost"),
    *("abstention", "against", "for (", "abstain"),
)
"""Words of debates: a minute without any of them has none, and is read no further."""

_ACCEPTS = re.compile(
    r"(?<!not )\baccepted (?:the|this|that) amendment\b|\b(?:amendment|and|which),? was (?P<no>not )?accepted\b"
    r"|\b(?P<refused>did not accept|declined to accept) (?:the|this|that) amendment\b",
    re.IGNORECASE,
)
_ADOPTED = re.compile(
    r"\bthe (?P<amended>amended )?motion\b(?P<as>,? as amended)?[^.;]{0,80}? be (?:unanimously |duly )?(?:adopted|approved|carried|agreed|supported)\b",
    re.IGNORECASE,
)
_VOTING = re.compile(r"\(?(?:the )?(?:votes?|voting)\b", re.IGNORECASE)
"""How a sentence begins that gives the numbers of the decision above it: "Voting: For 4; Against 1"."""

_LEADS_ON = re.compile(
    r"(?:\b(?:and|was|that|resolved|agreed)|[,:])(?: (?:duly|unanimously|then))*[ :–-]*$", re.IGNORECASE
)
_NUMBERS = re.compile(r"^\([^()]{0,60}\b(?:for|against)\b[^()]{0,60}\) ?")
_CREDIT = re.compile(r" ?[(\[] ?(?=(?:Proposed|Moved|Prop\.)(?: by)?:? )")
"""Where a decision goes on to say who moved it: "(Proposed Cllr A Example, …)"."""

_SIDES = {"For": "for", "Against": "against", "Abstentions": "abstained", "Casting vote": "casting"}
_ORDINALS = ("first", "second", "third", "fourth", "fifth")


def debates(book: Book) -> Iterator[tuple[str, Debate]]:
    """The id of each minute in which something was moved or voted on, and what."""
    for meeting in book.meetings:
        for item in meeting.items:
            found = debate(item)
            if found.motions or found.amendments or found.divisions:
                yield item_id(meeting, item), found


def debate(item: Item) -> Debate:
    """What was moved, amended and voted on under an item."""
    if not any(isinstance(block, Vote) or _spoken(_words(block)) for block in item.blocks):
        return Debate()
    told = _Told(item.blocks)
    place = 0
    while place < len(item.blocks):
        place = told.read(place)
    whole = [one for one in told.divisions if one.outcome or one.counts != NOT_COUNTED or one.ballots or one.casting]
    return Debate(tuple(told.motions), tuple(told.amendments), tuple(map(settled, whole)))


def _spoken(text: str) -> bool:
    lowered = text.lower()
    return any(word in lowered for word in _SPOKEN)


def _words(block: Block) -> str:
    match block:
        case Paragraph(text=text):
            return text
        case Decision():
            return opening(block)
        case Table(header=header):
            return " ".join(header)
    return ""


@dataclass(slots=True)
class _Told:
    """What is told so far, block by block. ``near``: the motion, amendment or decision told of last."""

    blocks: Sequence[Block]
    motions: list[Moved] = field(default_factory=list)
    amendments: list[Moved] = field(default_factory=list)
    divisions: list[Division] = field(default_factory=list)
    near: tuple[str, int] = ("", 0)
    decided: int = 0
    fresh: bool = False  # the sentence read last moves something: one after it may say who seconded it
    open: bool = False  # the last division is what was told of last: a vote below it is its own

    def read(self, place: int) -> int:
        """Read the block at a place; the place of the next one that is not read yet."""
        block = self.blocks[place]
        match block:
            case Vote(lines=lines):
                self.vote(lines, lines[0].location, "; ".join(map(vote_line_text, lines)))
            case Decision():
                self.decision(block)
            case Table() if lines := table_vote(block):
                rows = (" | ".join(cells) for cells in block.rows)
                self.vote(lines, lines[0].location, "\n".join((" | ".join(block.header), *rows)))
            case Paragraph(text=text) if is_loose(text):
                lines, after = loose_vote(self.blocks, place)
                self.vote(lines, block.location, blocks_text(self.blocks[place:after]).replace("\n", "; "))
                return after
            case Paragraph(text=text) if AMENDED_READS.search(text) and not moving(text):
                return words_below(self.blocks, place + 1)[1]
            case Paragraph(text=text) if not text.startswith(QUOTES):
                return self.paragraph(block, place)
        return place + 1

    def paragraph(self, block: Paragraph, place: int) -> int:
        after, moved = place + 1, False
        self.fresh = self.fresh and "econded" in block.text
        read = self.fresh or _spoken(block.text) or "accepted" in block.text
        for sentence in sentences(block.text) if read else ():
            found = moving(sentence)
            if found:
                text = found.text
                if found.follows and block.text.endswith(sentence):
                    text, after = words_below(self.blocks, after)
                self.move(found, text, sentence, block.location)
            put = putting(sentence, moved=bool(found) or moved)
            if put:
                self.put(put, sentence, block.location, place)
            self.accept(sentence)
            self.second(sentence if self.fresh else "")
            moved = self.fresh = bool(found)
        return after

    def move(self, found: Moving, text: str, evidence: str, where: Location) -> None:
        moved, self.open = Moved(found.moved_by, found.seconded_by, text, evidence, where), False
        if not found.amendment:
            self.motions.append(moved)
            self.near = ("motion", len(self.motions))
            return
        self.amendments.append(replace(moved, accepted=True if found.accepted else None, motion=len(self.motions)))
        self.near = ("amendment", len(self.amendments))
        if found.accepted:
            self.amend(True)

    def second(self, sentence: str) -> None:
        told = {"motion": self.motions, "amendment": self.amendments}.get(self.near[0])
        if told and not told[-1].seconded_by and (seconder := seconding(sentence)):
            told[-1] = replace(told[-1], seconded_by=seconder)

    def accept(self, sentence: str) -> None:
        said = _ACCEPTS.search(sentence)
        if said and self.amendments:
            accepted = not (said["no"] or said["refused"])
            self.amendments[-1] = replace(self.amendments[-1], accepted=accepted)
            if accepted:
                self.amend(True)

    def amend(self, amended: bool) -> None:
        if self.motions and (amended or self.motions[-1].amended is None):
            self.motions[-1] = replace(self.motions[-1], amended=amended)

    def decision(self, block: Decision) -> None:
        self.decided += 1
        words, previous = opening(block), self.near
        self.near, self.open, self.fresh = ("decision", self.decided), False, False
        for sentence in sentences(words):
            found = moving(sentence)
            if found:  # what was moved is what was decided, in one sentence or the next
                text = "\n".join((_decided(block, sentence), *list(block_lines(block))[1:])).strip()
                self.motions.append(
                    Moved(found.moved_by, found.seconded_by, text, sentence, block.location, outcome="carried")
                )
        if previous == ("motion", len(self.motions)) and _leads_on(self.motions[-1]):
            text = "\n".join((block.after.strip(" :."), *list(block_lines(block))[1:])).strip()
            self.motions[-1] = replace(self.motions[-1], text=text, outcome="carried")
        adopted = _ADOPTED.search(decision_text(block))
        if self.motions and not self.motions[-1].outcome:
            if adopted:
                self.outcome("motion", len(self.motions), "carried")
                self.amend(True) if adopted["amended"] or adopted["as"] else None
            elif _within(self.motions[-1].text, block) and previous[0] in {"motion", "amendment"}:
                self.outcome("motion", len(self.motions), "carried")
        counts = counted(words, "carried")
        casting: Casting = "given" if "casting vote" in words.lower() else ""
        if counts:
            self.divide(Division("decision", self.decided, words, block.location, counts, casting, "carried"))

    def put(self, put: Putting, sentence: str, where: Location, place: int) -> None:
        of, number = self.subject(put, sentence, where, place)
        if put.which in {"as amended", "amended", "original"} and of == "motion":
            self.amend(put.which != "original")
        self.outcome(of, number, put.outcome)
        if put.voted:
            self.open = True
            outcome = put.outcome or ("carried" if of == "decision" else "")
            self.divide(Division(of, number, sentence, where, put.counts, put.casting, outcome))

    def subject(self, put: Putting, sentence: str, where: Location, place: int) -> tuple[str, int]:
        """What a sentence says was put."""
        if put.thing == "amendment":
            if put.indefinite and not moving(sentence):
                text = re.match(r"(?:An amendment )(?P<text>(?:to|that) .{1,400}?)(?=,? (?:was|were) )", sentence)
                self.amendments.append(
                    Moved("", "", text["text"] if text else "", sentence, where, motion=len(self.motions))
                )
            number = _ORDINALS.index(put.which) + 1 if put.which in _ORDINALS else len(self.amendments)
            return ("amendment", number) if 0 < number <= len(self.amendments) else ("", 0)
        if put.thing == "motion":
            return ("motion", len(self.motions)) if self.motions else ("", 0)
        if put.thing == "recommendation":
            if self.motions and not self.motions[-1].outcome and "recommendation" in self.motions[-1].evidence:
                return "motion", len(self.motions)
            below = self.blocks[place + 1] if place + 1 < len(self.blocks) else None
            return (
                ("decision", self.decided + 1) if put.outcome == "carried" and isinstance(below, Decision) else ("", 0)
            )
        return self.near if self.near[0] != "decision" or _VOTING.match(sentence) else ("", 0)

    def outcome(self, of: str, number: int, outcome: Outcome) -> None:
        if not outcome or of not in {"motion", "amendment"}:
            return
        moved = self.motions if of == "motion" else self.amendments
        moved[number - 1] = replace(moved[number - 1], outcome=outcome)
        last = self.divisions[-1] if self.divisions else None
        if last and (last.of, last.number, last.outcome) == (of, number, ""):
            self.divisions[-1] = replace(last, outcome=outcome)
        if of == "amendment" and outcome in {"carried", "lost"} and self.motions:
            self.amend(outcome == "carried")

    def vote(self, lines: Iterable[VoteLine], where: Location, evidence: str) -> None:
        of, number = self.near
        if self.open and self.divisions[-1].counts == NOT_COUNTED and not self.divisions[-1].ballots:
            of, number = self.divisions[-1].of, self.divisions[-1].number
        made = Division(of, number, evidence, where)
        lines = tuple(lines)
        ballots = tuple(Ballot(name, _SIDES[line.side], line.location) for line in lines for name in listed(line.names))
        counts = Counts(*(_count(lines, side) for side in ("For", "Against", "Abstentions")))
        casting: Casting = "given" if any(line.side == "Casting vote" for line in lines) else ""
        outcome: Outcome = "carried" if of == "decision" else ""
        self.divide(replace(made, counts=counts, casting=casting, outcome=outcome, ballots=ballots))

    def divide(self, new: Division) -> None:
        """Add a division, or what is told of the last one in a second place."""
        last = self.divisions[-1] if self.divisions else None
        same = last and (last.of, last.number) in {(new.of, new.number), ("", 0)}
        if last and same and completes(last, new):
            counted_last = last.counts != NOT_COUNTED
            self.divisions[-1] = replace(
                last,
                of=new.of or last.of,
                number=new.number or last.number,
                counts=last.counts if counted_last else new.counts,
                casting=new.casting if new.casting not in {"", "given"} else last.casting or new.casting,
                outcome=last.outcome or new.outcome,
                ballots=last.ballots or new.ballots,
            )
        else:
            self.divisions.append(new)


def _count(lines: Iterable[VoteLine], side: str) -> int | None:
    """How many voted on a side: the number as printed, else that of the names."""
    of = [line for line in lines if line.side == side]
    printed = [line.count for line in of if line.count is not None]
    if printed:
        return sum(printed)
    named = sum(len(listed(line.names)) for line in of)
    return named or (0 if any(NOBODY.fullmatch(line.names.strip(" .")) for line in of) else None)


def _leads_on(motion: Moved) -> bool:
    """Whether the words of a motion are those of the decision below: "It was moved by …, seconded by … and", "… and carried:"."""
    return not motion.text and motion.outcome in {"", "carried"} and bool(_LEADS_ON.search(motion.evidence))


def _decided(decision: Decision, sentence: str) -> str:
    """What a decision's opening decides, without the sentence or the words that say who moved it."""
    after = decision.after
    words = after.partition(sentence)[0] if sentence in after else _CREDIT.split(after, maxsplit=1)[0]
    return _NUMBERS.sub("", words.strip(" :.–—-"))


def _within(text: str, decision: Decision) -> bool:
    """Whether a decision is what was moved, word for word, in three words or more."""
    words = " ".join(re.findall(r"\w+", fold(text)))
    return words.count(" ") >= 2 and words in " ".join(re.findall(r"\w+", fold(decision_text(decision))))
