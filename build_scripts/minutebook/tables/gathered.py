"""What several tables need of a book, each worked out once for all of them: every table is made from this value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from minutebook.identity import meeting_id
from minutebook.model import Book, Meeting
from minutebook.people import Directory, directory
from minutebook.tables.approvals import approvals
from minutebook.tables.archive import Archive, archive
from minutebook.tables.debate_model import Debate
from minutebook.tables.debates import debates
from minutebook.tables.naming import Naming, naming
from minutebook.tables.persons import Roll, members, roll
from minutebook.tables.recommendations import Recommendation, recommendations
from minutebook.tables.references import Reference, references


@dataclass(frozen=True)
class Gathered:
    """A book, and what is read of all of it on demand, no more than once."""

    book: Book

    @cached_property
    def people(self) -> Directory:
        """Whose printed name is whose."""
        return directory(self.book.people)

    @cached_property
    def rolls(self) -> tuple[tuple[Meeting, Roll], ...]:
        """Each meeting with those who may be meant in its minutes."""
        elected = members(self.book.people)
        return tuple((meeting, roll(self.people, meeting, elected)) for meeting in self.book.meetings)

    @cached_property
    def _roll_of(self) -> Mapping[str, Roll]:
        return {meeting_id(meeting): who for meeting, who in self.rolls}

    def who(self, item: str) -> Roll:
        """The roll of the meeting that a minute, or an item of its agenda, belongs to; ``item`` is its id."""
        return self._roll_of.get("/".join(item.split("/")[:2])) or Roll(self.people)

    @cached_property
    def names(self) -> Naming:
        """How the council's bodies are named."""
        return naming(self.book.bodies)

    @cached_property
    def archive(self) -> Archive:
        """Every minute by what cites it."""
        return archive(self.book)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """All that the minutes cite, in the order printed."""
        return references(self.book, self.archive, self.names)

    @cached_property
    def recommendations(self) -> tuple[Recommendation, ...]:
        """All recommendations with what became of them, in the order printed."""
        return recommendations(self.book, self.archive, self.references, self.names)

    @cached_property
    def debates(self) -> tuple[tuple[str, Debate], ...]:
        """The id of each minute in which something was moved or voted on, and what."""
        return tuple(debates(self.book))

    @cached_property
    def approvals(self) -> Mapping[str, str]:
        """The id of each meeting whose minutes were agreed, to the id of the item that did it."""
        return approvals(self.book)
