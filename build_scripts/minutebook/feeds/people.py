"""``feeds/people/<person>.xml``: what the registers say of one person: motions, votes, declarations, appointments …"""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.edition import Edition
from minutebook.feeds import facts
from minutebook.feeds.entry import Entry, Feed, permanent_id, updated
from minutebook.feeds.lasting import former
from minutebook.identity import person_feed, person_page


def feeds(edition: Edition, entries: tuple[Entry, ...]) -> Iterator[Feed]:
    """A feed for each person of the register, complete; one of whom nothing is recorded has an empty feed."""
    del entries  # decisions are a body's
    council = edition.book.council
    said = _by_person(edition)
    for person in edition.book.people:
        path = person_feed(person.id)
        own = facts.newest(iter(said.get(person.id, ())))
        name = f"{person.title} {person.name}".strip()
        yield Feed(
            id=permanent_id(council.id, path),
            path=path,
            page=person_page(person.id),
            title=f"{name}, {council.name}",
            description=f"What the published minutes record of {name}. {council.notice}".strip(),
            updated=updated(own, edition.date),
            entries=own,
            former=tuple(map(person_feed, former(f"people/{person.id}", edition.book.redirects))),
        )


def _by_person(edition: Edition) -> dict[str, list[Entry]]:
    """Every row of a register that names a person, as an entry of that person's."""
    known, found = facts.places(edition), dict[str, list[Entry]]()
    for schema in facts.registers(edition):
        columns = [key.fields[0] for key in schema.foreign_keys if key.table == "people" and len(key.fields) == 1]
        for row, entry in facts.entries(edition, schema, known) if columns else ():
            for person in dict.fromkeys(str(row.values[column]) for column in columns if row.values[column]):
                found.setdefault(person, []).append(entry)
    return found
