"""What agendas give notice of, motions and questions, beside what minutes record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from minutebook.agenda_model import AgendaBlock, Motion, Question
from minutebook.identity import agenda_item_id
from minutebook.model import Book
from minutebook.tables.fact import Fact

Notice = TypeVar("Notice", Motion, Question)


def on_notice(book: Book, kind: type[Notice]) -> Iterator[tuple[str, Notice]]:
    """Each motion or question of all agendas with the id of the item, or part of one, that it stands in."""
    for agenda in book.agendas:
        for item in agenda.items:
            yield from _of_kind(agenda_item_id(agenda, item), item.blocks, kind)
            for part in item.items:
                yield from _of_kind(agenda_item_id(agenda, item, part), part.blocks, kind)


def _of_kind(where: str, blocks: tuple[AgendaBlock, ...], kind: type[Notice]) -> Iterator[tuple[str, Notice]]:
    yield from ((where, block) for block in blocks if isinstance(block, kind))


def in_order(minuted: Iterable[Fact], noticed: Iterable[Fact]) -> list[Fact]:
    """Facts of minutes and of agendas by date and body; of one meeting, those of the agenda first."""
    both = [*noticed, *minuted]
    return sorted(both, key=lambda fact: (fact.item.split("/")[1], fact.item.split("/")[0]))
